package workwx

import (
	"bytes"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Reply answers a message or event in the response to it: one of the types whose names end in Reply. The
// platform takes replies to messages, and to the events subscribe, enter_agent, LOCATION, click, view,
// view_miniprogram, scancode_waitmsg, template_card_event and template_card_menu_event.
//
// Doc: https://developer.work.weixin.qq.com/document/path/90241
type Reply interface {
	// encode writes the reply's own fields; it fails if it is no reply to such a message.
	encode(w *replyWriter) error
}

// TextReply answers with a text (回复文本消息).
//
// It also greets a user that enters the chat with a robot.
type TextReply struct {
	Content string // at most 2,048 bytes, line breaks included; the rest is cut off
}

// ImageReply answers with a picture (回复图片消息).
type ImageReply struct {
	MediaID string // of an uploaded image
}

// VoiceReply answers with a voice message (回复语音消息).
type VoiceReply struct {
	MediaID string // of an uploaded voice message
}

// VideoReply answers with a video (回复视频消息).
type VideoReply struct {
	MediaID     string // of an uploaded video
	Title       string // at most 128 bytes
	Description string // at most 512 bytes
}

// NewsReply answers with links to articles (回复图文消息). Of an [Article] it takes Title, Description, URL
// and PicURL.
type NewsReply struct {
	Articles []Article // 1 to 8
}

// UpdateButtonReply changes the text of the button that a member clicked on a template card, for that
// member (更新点击用户的按钮文案).
type UpdateButtonReply struct {
	ReplaceName string // what the button says from then on
}

// UpdateTaskCardReply changes the text of the button that a member clicked on a task card (任务卡片更新消息).
type UpdateTaskCardReply struct {
	ReplaceName string // what the button says from then on
}

// TemplateCardReply replaces the template card that a member clicked, for that member (更新点击用户的整张卡片).
// The card's ReplaceText is what its buttons turn into.
//
// A robot's card is replaced by a [AIBotUpdateCardReply].
type TemplateCardReply struct {
	Card *TemplateCard
}

// RawReply answers with a payload of one's own, for what has no type here: XML or JSON, as the message
// was, before encryption.
type RawReply []byte

func (r RawReply) encode(w *replyWriter) error {
	w.b = append(w.b, r...)
	return nil
}

func (r TextReply) encode(w *replyWriter) error {
	if w.bot {
		return w.object(struct {
			MsgType string      `json:"msgtype"`
			Text    MessageText `json:"text"`
		}{"text", MessageText{r.Content}})
	}
	return w.message("text", func() { w.text("Content", r.Content) })
}

func (r ImageReply) encode(w *replyWriter) error {
	return w.message("image", func() { w.group("Image", func() { w.text("MediaId", r.MediaID) }) })
}

func (r VoiceReply) encode(w *replyWriter) error {
	return w.message("voice", func() { w.group("Voice", func() { w.text("MediaId", r.MediaID) }) })
}

func (r VideoReply) encode(w *replyWriter) error {
	return w.message("video", func() {
		w.group("Video", func() {
			w.text("MediaId", r.MediaID)
			w.text("Title", r.Title)
			w.text("Description", r.Description)
		})
	})
}

func (r NewsReply) encode(w *replyWriter) error {
	if len(r.Articles) == 0 || len(r.Articles) > 8 {
		return invalid("NewsReply", "Articles", "there are %d, and the platform takes 1 to 8", len(r.Articles))
	}
	return w.message("news", func() {
		w.number("ArticleCount", int64(len(r.Articles)))
		w.group("Articles", func() {
			w.list("item", len(r.Articles), func(i int) {
				a := &r.Articles[i]
				w.text("Title", a.Title)
				w.text("Description", a.Description)
				w.text("Url", a.URL)
				w.text("PicUrl", a.PicURL)
			})
		})
	})
}

func (r UpdateButtonReply) encode(w *replyWriter) error {
	return w.message("update_button", func() { w.group("Button", func() { w.text("ReplaceName", r.ReplaceName) }) })
}

func (r UpdateTaskCardReply) encode(w *replyWriter) error {
	return w.message("update_taskcard", func() { w.group("TaskCard", func() { w.text("ReplaceName", r.ReplaceName) }) })
}

func errNoCard(reply string) error { return invalid(reply, "Card", "it is nil") }

func (r TemplateCardReply) encode(w *replyWriter) error {
	if r.Card == nil {
		return errNoCard("TemplateCardReply")
	}
	card, err := encodeJSON(r.Card)
	if err != nil {
		return err
	}
	d := &document{}
	if err := d.scan(card); err != nil {
		return err
	}
	return w.message("update_template_card", func() { w.card("TemplateCard", field{d, 0}) })
}

// AIBotStreamReply answers a robot's user with a text that grows (流式消息回复): the platform asks again with a
// [AIBotStreamMessage] until Finish is true, for 6 minutes at most.
//
// Doc: https://developer.work.weixin.qq.com/document/path/101031
type AIBotStreamReply struct {
	ID         string            `json:"id"`                // one's own, the same for all parts of an answer
	Finish     bool              `json:"finish"`            // there is nothing to follow
	Content    string            `json:"content,omitzero"`  // all of the text so far, Markdown, at most 20,480 bytes
	Items      []AIBotStreamItem `json:"msg_item,omitzero"` // pictures below the text, at most 10, only with Finish
	FeedbackID string            `json:"-"`                 // if set, the user is asked for an opinion, a [AIBotFeedbackEvent]
}

// AIBotStreamItem is a picture in a [AIBotStreamReply].
type AIBotStreamItem struct {
	Base64 string // the picture, PNG or JPG of at most 10 MB, in base64
	MD5    string // of the picture, in hexadecimal
}

// AIBotCardReply answers a robot's user with a template card (模板卡片消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101031
type AIBotCardReply struct {
	Card *TemplateCard
}

// AIBotStreamCardReply answers a robot's user with a text that grows and a template card
// (流式消息+模板卡片回复). The card may be sent once.
//
// Doc: https://developer.work.weixin.qq.com/document/path/101031
type AIBotStreamCardReply struct {
	Stream AIBotStreamReply
	Card   *TemplateCard
}

// AIBotUpdateCardReply replaces a robot's template card that a user clicked (模版卡片更新消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101031
type AIBotUpdateCardReply struct {
	UserIDs []string      // who sees the new card, in a group; all if empty
	Card    *TemplateCard // its TaskID is that of the event
}

type aiBotStream struct {
	AIBotStreamReply
	Items    []aiBotStreamItem `json:"msg_item,omitzero"`
	Feedback CardFeedback      `json:"feedback,omitzero"`
}

type aiBotStreamItem struct {
	MsgType string `json:"msgtype"`
	Image   struct {
		Base64 string `json:"base64"`
		MD5    string `json:"md5"`
	} `json:"image"`
}

func (r AIBotStreamReply) wire() aiBotStream {
	s := aiBotStream{AIBotStreamReply: r}
	s.Feedback.ID = r.FeedbackID
	for _, item := range r.Items {
		i := aiBotStreamItem{MsgType: "image"}
		i.Image.Base64, i.Image.MD5 = item.Base64, item.MD5
		s.Items = append(s.Items, i)
	}
	return s
}

// check finds what the platform would refuse.
func (r AIBotStreamReply) check() error {
	switch {
	case r.ID == "":
		return invalid("AIBotStreamReply", "ID", "it is empty")
	case len(r.Content) > MaxAIBotTextSize:
		return invalid("AIBotStreamReply", "Content", "%d bytes are more than the limit of %d", len(r.Content), MaxAIBotTextSize)
	case len(r.Items) > 10:
		return invalid("AIBotStreamReply", "Items", "there are %d, more than the limit of 10", len(r.Items))
	case len(r.Items) > 0 && !r.Finish:
		return invalid("AIBotStreamReply", "Items", "pictures come with the last part only, that with Finish")
	}
	return nil
}

func (r AIBotStreamReply) encode(w *replyWriter) error {
	if err := r.check(); err != nil {
		return err
	}
	return w.robot(struct {
		MsgType string      `json:"msgtype"`
		Stream  aiBotStream `json:"stream"`
	}{"stream", r.wire()})
}

func (r AIBotCardReply) encode(w *replyWriter) error {
	if r.Card == nil {
		return errNoCard("AIBotCardReply")
	}
	return w.robot(struct {
		MsgType string        `json:"msgtype"`
		Card    *TemplateCard `json:"template_card"`
	}{"template_card", r.Card})
}

func (r AIBotStreamCardReply) encode(w *replyWriter) error {
	if err := r.Stream.check(); err != nil {
		return err
	}
	return w.robot(struct {
		MsgType string        `json:"msgtype"`
		Stream  aiBotStream   `json:"stream"`
		Card    *TemplateCard `json:"template_card,omitzero"`
	}{"stream_with_template_card", r.Stream.wire(), r.Card})
}

func (r AIBotUpdateCardReply) encode(w *replyWriter) error {
	if r.Card == nil {
		return errNoCard("AIBotUpdateCardReply")
	}
	return w.robot(struct {
		ResponseType string        `json:"response_type"`
		UserIDs      []string      `json:"userids,omitzero"`
		Card         *TemplateCard `json:"template_card"`
	}{"update_template_card", r.UserIDs, r.Card})
}

// EncodeReply writes a reply to ev as the platform wants it before encryption, in the format of ev. A
// [CallbackHandler] does this, and encrypts it; elsewhere it is for [CallbackCrypto.EncryptReply].
func EncodeReply(ev Event, r Reply) ([]byte, error) {
	return encodeReply(ev, r, strings.HasPrefix(ev.Header().payload(), "{"), time.Now())
}

func encodeReply(ev Event, r Reply, asJSON bool, now time.Time) ([]byte, error) {
	h := ev.Header()
	if v := reflect.ValueOf(r); !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return nil, invalid("EncodeReply", "r", "it is nil")
	}
	w := &replyWriter{json: asJSON, to: h, now: now}
	_, w.bot = ev.(aiBotEvent)
	if err := r.encode(w); err != nil {
		return nil, err
	}
	return w.b, nil
}

// replyWriter writes a reply, in XML or in JSON of the same structure.
type replyWriter struct {
	b    []byte
	json bool
	bot  bool
	to   *EventHeader
	now  time.Time
}

// message writes a reply to an app's message; body writes what is particular.
func (w *replyWriter) message(msgType string, body func()) error {
	if w.bot {
		return errors.New("workwx: a robot takes a TextReply or one of the AIBot…Reply types")
	}
	root := func() {
		w.text("ToUserName", w.to.FromUserName)
		w.text("FromUserName", w.to.ToUserName)
		w.number("CreateTime", w.now.Unix())
		w.text("MsgType", msgType)
		body()
	}
	if w.json {
		w.b = append(w.b, '{')
		root()
		w.b = append(w.b, '}')
		return nil
	}
	w.group("xml", root)
	return nil
}

// robot writes a reply to a robot's message.
func (w *replyWriter) robot(v any) error {
	if !w.bot {
		return errors.New("workwx: only a robot's messages can be answered by an AIBot…Reply")
	}
	return w.object(v)
}

func (w *replyWriter) object(v any) (err error) {
	w.b, err = encodeJSON(v)
	return err
}

func (w *replyWriter) key(name string) {
	if n := len(w.b); n > 0 && w.b[n-1] != '{' && w.b[n-1] != '[' {
		w.b = append(w.b, ',')
	}
	if name != "" {
		w.b = append(append(append(w.b, '"'), name...), '"', ':')
	}
}

func (w *replyWriter) tag(open, name string) {
	w.b = append(append(append(w.b, open...), name...), '>')
}

func (w *replyWriter) text(name, s string) {
	if w.json {
		w.key(name)
		quoted, _ := encodeJSON(s) // a string never fails
		w.b = append(w.b, quoted...)
		return
	}
	w.tag("<", name)
	w.b = appendCDATA(w.b, s)
	w.tag("</", name)
}

func (w *replyWriter) number(name string, n int64) {
	if w.json {
		w.key(name)
		w.b = strconv.AppendInt(w.b, n, 10)
		return
	}
	w.tag("<", name)
	w.b = strconv.AppendInt(w.b, n, 10)
	w.tag("</", name)
}

func (w *replyWriter) group(name string, body func()) {
	if w.json {
		w.key(name)
		w.b = append(w.b, '{')
		body()
		w.b = append(w.b, '}')
		return
	}
	w.tag("<", name)
	body()
	w.tag("</", name)
}

func (w *replyWriter) list(name string, n int, item func(i int)) {
	if w.json {
		w.key(name)
		w.b = append(w.b, '[')
		for i := range n {
			w.group("", func() { item(i) })
		}
		w.b = append(w.b, ']')
		return
	}
	for i := range n {
		w.group(name, func() { item(i) })
	}
}

// card writes a template card under the names that it has in replies, which are those of the API in
// another spelling: horizontal_content_list is HorizontalContentList, and a list is a repeated element.
func (w *replyWriter) card(name string, f field) {
	if !f.isParent() {
		text := f.text()
		switch e := f.element(); {
		case f.d.src[e.textLo-1] == '"':
			w.text(name, text)
		case w.json:
			w.key(name)
			w.b = append(w.b, text...)
		default:
			w.tag("<", name)
			w.b = append(w.b, text...)
			w.tag("</", name)
		}
		return
	}
	w.group(name, func() {
		for i, end := f.index+1, f.element().end; i < end; {
			c := field{f.d, i}
			key := c.rawName()
			next := f.d.elements[i].end
			if !w.json || !strings.HasSuffix(key, "_list") {
				w.card(replyName(key), c)
				i = next
				continue
			}
			w.key(replyName(key))
			w.b = append(w.b, '[')
			for i < end && (field{f.d, i}).rawName() == key {
				w.card("", field{f.d, i})
				i = f.d.elements[i].end
			}
			w.b = append(w.b, ']')
		}
	})
}

func (f field) rawName() string {
	e := f.element()
	return f.d.src[e.nameLo:e.nameHi]
}

// replyName spells question_key as QuestionKey.
func replyName(key string) string {
	switch key {
	case "keyname":
		return "KeyName"
	case "pagepath":
		return "PagePath"
	case "appid":
		return "AppId"
	case "userid":
		return "UserId"
	case "checkbox":
		return "CheckBox"
	}
	var b strings.Builder
	for word := range strings.SplitSeq(key, "_") {
		r, n := utf8.DecodeRuneInString(word)
		if n > 0 {
			b.WriteRune(unicode.ToUpper(r))
			b.WriteString(word[n:])
		}
	}
	return b.String()
}

// appendCDATA appends s as a CDATA section, less the characters that XML cannot hold.
func appendCDATA(b []byte, s string) []byte {
	b = append(b, "<![CDATA["...)
	start := len(b)
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	if bytes.Contains(b[start:], []byte("]]>")) {
		split := bytes.ReplaceAll(b[start:], []byte("]]>"), []byte("]]]]><![CDATA[>"))
		b = append(b[:start], split...)
	}
	return append(b, "]]>"...)
}
