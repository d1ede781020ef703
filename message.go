package workwx

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// MsgType says what a message holds.
type MsgType string

// The types of messages that an app or a group robot sends. Not every way of sending takes every type.
const (
	MsgTypeText              MsgType = "text"
	MsgTypeImage             MsgType = "image"
	MsgTypeVoice             MsgType = "voice"
	MsgTypeVideo             MsgType = "video"
	MsgTypeFile              MsgType = "file"
	MsgTypeTextCard          MsgType = "textcard"
	MsgTypeNews              MsgType = "news"
	MsgTypeMPNews            MsgType = "mpnews"
	MsgTypeMarkdown          MsgType = "markdown"
	MsgTypeMarkdownV2        MsgType = "markdown_v2" // group robots only
	MsgTypeMiniProgramNotice MsgType = "miniprogram_notice"
	MsgTypeTaskCard          MsgType = "interactive_taskcard"
	MsgTypeTemplateCard      MsgType = "template_card"
	MsgTypeTemplateMsg       MsgType = "template_msg"
)

// Limits of the platform for messages of an app.
const (
	MaxMessageUsers    = 1000 // members that one message may name
	MaxMessageParties  = 100  // departments that one message may name
	MaxMessageTags     = 100  // tags that one message may name
	MaxTextSize        = 2048 // bytes of a text; the platform cuts off what is beyond
	MaxMarkdownSize    = 2048 // bytes of a markdown text
	MaxMessageArticles = 8
	maxDuplicateCheck  = 4 * 60 * 60 // seconds
)

// Recipient says who receives a message: members, departments and tags in any combination, everybody
// who can see the app, or one group chat.
type Recipient struct {
	UserIDs  []string // at most 1,000
	PartyIDs []int64  // departments, at most 100
	TagIDs   []int64  // at most 100
	All      bool     // everybody who can see the app; alone
	ChatID   string   // a group chat that an app created; alone
}

// ToUsers is the Recipient of some members.
func ToUsers(userIDs ...string) *Recipient { return &Recipient{UserIDs: userIDs} }

// ToParties is the Recipient of all members of some departments.
func ToParties(partyIDs ...int64) *Recipient { return &Recipient{PartyIDs: partyIDs} }

// ToTags is the Recipient of all members that carry one of some tags.
func ToTags(tagIDs ...int64) *Recipient { return &Recipient{TagIDs: tagIDs} }

// ToAll is the Recipient of everybody who can see the app.
func ToAll() *Recipient { return &Recipient{All: true} }

// ToChat is the Recipient of a group chat.
func ToChat(chatID string) *Recipient { return &Recipient{ChatID: chatID} }

// validate refuses what the platform would refuse, or would silently send to others.
func (r *Recipient) validate(api string) error {
	if r == nil {
		return invalid(api, "Recipient", "it is nil")
	}
	named := len(r.UserIDs) + len(r.PartyIDs) + len(r.TagIDs)
	switch {
	case r.ChatID != "" && (named > 0 || r.All):
		return invalid(api, "Recipient", "a group chat cannot be combined with other recipients")
	case r.All && named > 0:
		return invalid(api, "Recipient", "All cannot be combined with other recipients")
	case r.ChatID == "" && !r.All && named == 0:
		return invalid(api, "Recipient", "nobody is named")
	case len(r.UserIDs) > MaxMessageUsers:
		return invalid(api, "Recipient.UserIDs", "%d members are more than the limit of %d a message", len(r.UserIDs), MaxMessageUsers)
	case len(r.PartyIDs) > MaxMessageParties:
		return invalid(api, "Recipient.PartyIDs", "%d departments are more than the limit of %d a message", len(r.PartyIDs), MaxMessageParties)
	case len(r.TagIDs) > MaxMessageTags:
		return invalid(api, "Recipient.TagIDs", "%d tags are more than the limit of %d a message", len(r.TagIDs), MaxMessageTags)
	}
	for _, id := range r.UserIDs {
		if id == "" || strings.Contains(id, "|") || id == everybody {
			return invalid(api, "Recipient.UserIDs", "%q is not the id of a member (use ToAll for everybody)", id)
		}
	}
	return nil
}

// everybody is what the platform calls them.
const everybody = "@all"

func joinIDs(ids []int64) PipeList {
	var list PipeList
	for _, id := range ids {
		list = append(list, strconv.FormatInt(id, 10))
	}
	return list
}

// SafeMode says what receivers may do with a message.
type SafeMode int64

// The degrees of confidentiality.
const (
	SafeModeShareable    SafeMode = 0 // may be passed on
	SafeModeConfidential SafeMode = 1 // may not be passed on, and shows a watermark
	SafeModeCorpOnly     SafeMode = 2 // may be passed on within the corp; mpnews only
)

// SendOption changes how a message is sent.
type SendOption func(*SendMessageRequest)

// Confidential forbids receivers to pass the message on, and shows their names as a watermark. The platform
// does so with texts, images, videos, files and mpnews; of files, with documents, plain texts and pictures.
func Confidential() SendOption {
	return func(r *SendMessageRequest) { r.Safe = Ptr(SafeModeConfidential) }
}

// CorpOnly lets receivers pass the message on within the corp only. The platform takes it for mpnews.
func CorpOnly() SendOption {
	return func(r *SendMessageRequest) { r.Safe = Ptr(SafeModeCorpOnly) }
}

// TranslateIDs has the platform put names in the place of ids written as $userName=ID$,
// $departmentName=ID$ and the like, for apps that may not read names. It does so in texts, text cards, news,
// mini program notices and template cards, and leaves an id that it cannot translate as it is.
func TranslateIDs() SendOption {
	return func(r *SendMessageRequest) { r.EnableIDTrans = Ptr(Yes) }
}

// RefuseDuplicates has the platform drop the message if the app sent the very same one within the
// given time, in whole seconds, which is 30 minutes if 0, and at most 4 hours.
func RefuseDuplicates(within time.Duration) SendOption {
	return func(r *SendMessageRequest) {
		r.EnableDuplicateCheck = Ptr(Yes)
		r.DuplicateCheckInterval = int64((within + time.Second - 1) / time.Second)
	}
}

// SendMessage sends a message of an app to members (发送应用消息). The methods for each type, such as
// [Client.SendTextMessage], are easier to use.
//
// Receivers that do not exist or cannot see the app are reported in the response while the others
// receive the message; errcode 81013 says that none was left. A member receives at most 30 messages of
// an app a minute and 1,000 an hour: more are dropped in silence. An app sends to at most 200 receivers a
// day for each account that the corp may have. Use [Client.RecallMessage] to take a message back. The call
// is not repeated when its outcome is unknown, see [RetryPolicy].
//
// API: POST /cgi-bin/message/send
// Doc: https://developer.work.weixin.qq.com/document/path/90236
func (c *Client) SendMessage(ctx context.Context, req *SendMessageRequest) (*SendMessageResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/message/send", req, new(SendMessageResponse))
}

// SendMessageRequest is a message, its receivers and how it is sent. One of the contents is set, that
// which MsgType names.
type SendMessageRequest struct {
	ToUser                 PipeList          `json:"touser,omitzero"`  // ids of members; "@all" alone is everybody
	ToParty                PipeList          `json:"toparty,omitzero"` // ids of departments
	ToTag                  PipeList          `json:"totag,omitzero"`   // ids of tags
	MsgType                MsgType           `json:"msgtype"`
	Text                   MessageText       `json:"text,omitzero"`
	Image                  MessageMedia      `json:"image,omitzero"`
	Voice                  MessageMedia      `json:"voice,omitzero"`
	Video                  MessageVideo      `json:"video,omitzero"`
	File                   MessageMedia      `json:"file,omitzero"`
	TextCard               TextCard          `json:"textcard,omitzero"`
	News                   News              `json:"news,omitzero"`
	MPNews                 MPNews            `json:"mpnews,omitzero"`
	Markdown               MessageMarkdown   `json:"markdown,omitzero"`
	MiniProgramNotice      MiniProgramNotice `json:"miniprogram_notice,omitzero"`
	TaskCard               TaskCard          `json:"interactive_taskcard,omitzero"`
	TemplateCard           TemplateCard      `json:"template_card,omitzero"`
	TemplateMsg            TemplateMsg       `json:"template_msg,omitzero"`
	AgentID                int64             `json:"agentid"`                       // the app that sends
	SelectedTicketList     []string          `json:"selected_ticket_list,omitzero"` // tickets of receivers that a user selected in the app's page
	Safe                   *SafeMode         `json:"safe,omitzero"`
	EnableIDTrans          *IntBool          `json:"enable_id_trans,omitzero"`          // whether ids in the text are turned into names
	EnableDuplicateCheck   *IntBool          `json:"enable_duplicate_check,omitzero"`   // whether the same message is sent only once within the interval
	DuplicateCheckInterval int64             `json:"duplicate_check_interval,omitzero"` // seconds, 1,800 by default, at most 14,400
}

// MessageText is the content of a text message.
type MessageText struct {
	Content string `json:"content"` // at most 2,048 bytes; may hold line breaks and <a href> links
}

// MessageMedia is the content of an image, voice or file message.
type MessageMedia struct {
	MediaID string `json:"media_id"` // of a file uploaded before
}

// MessageVideo is the content of a video message.
type MessageVideo struct {
	MediaID     string `json:"media_id"`
	Title       string `json:"title,omitzero"`       // at most 128 bytes
	Description string `json:"description,omitzero"` // at most 512 bytes
}

// TextCard is a card with a title, a text and a link.
type TextCard struct {
	URL         string `json:"url"`             // opened by a click; at most 2,048 bytes
	Title       string `json:"title"`           // at most 128 characters
	Description string `json:"description"`     // at most 512 characters; may hold <div class="gray|normal|highlight">
	BtnTxt      string `json:"btntxt,omitzero"` // the link's text, at most 4 characters
}

// News is a list of linked articles.
type News struct {
	Articles []Article `json:"articles"` // 1 to 8
}

// Article is a link with a title and a picture.
type Article struct {
	URL         string `json:"url,omitzero"`         // opened by a click; at most 2,048 bytes
	Title       string `json:"title"`                // at most 128 bytes
	Description string `json:"description,omitzero"` // at most 512 bytes
	PicURL      string `json:"picurl,omitzero"`      // JPG or PNG, 1068×455 for the first, 150×150 for the others
	BtnTxt      string `json:"btntxt,omitzero"`      // the link's text, at most 4 characters
	AppID       string `json:"appid,omitzero"`       // a mini program linked to the app, opened instead of URL; with PagePath
	PagePath    string `json:"pagepath,omitzero"`    // its page, at most 128 bytes
}

// MPNews is a list of articles that the platform stores.
type MPNews struct {
	Articles []MPArticle `json:"articles"` // 1 to 8
}

// MPArticle is an article with its whole content.
type MPArticle struct {
	URL              string `json:"url,omitzero"`
	Title            string `json:"title"`                       // at most 128 bytes
	Digest           string `json:"digest,omitzero"`             // at most 512 bytes
	Author           string `json:"author,omitzero"`             // at most 64 bytes
	Content          string `json:"content"`                     // HTML, at most 666 KB
	ContentSourceURL string `json:"content_source_url,omitzero"` // opened by "read the original"
	ThumbMediaID     string `json:"thumb_media_id"`              // the picture, uploaded before
}

// MessageMarkdown is the content of a markdown message.
type MessageMarkdown struct {
	Content string `json:"content"` // at most 2,048 bytes, of a subset of markdown
}

// MiniProgramNotice is a card that opens a mini program linked to the app.
type MiniProgramNotice struct {
	AppID             string       `json:"appid"`                        // of the mini program
	Page              string       `json:"page,omitzero"`                // at most 1,024 bytes
	Title             string       `json:"title"`                        // 4 to 12 Chinese characters
	Description       string       `json:"description,omitzero"`         // 4 to 12 Chinese characters
	ContentItem       []NoticeItem `json:"content_item,omitzero"`        // at most 10
	EmphasisFirstItem *bool        `json:"emphasis_first_item,omitzero"` // whether the first item is shown large
}

// NoticeItem is a line of a card: a name and a value.
type NoticeItem struct {
	Key   string `json:"key,omitzero"`   // at most 10 Chinese characters
	Value string `json:"value,omitzero"` // at most 30 Chinese characters
}

// TaskCard is a card with one or two buttons, superseded by [TemplateCard].
type TaskCard struct {
	TaskID      string           `json:"task_id"` // at most 128 bytes, unique in the app
	URL         string           `json:"url,omitzero"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Btn         []TaskCardButton `json:"btn"` // 1 or 2
}

// TaskCardButton is a button of a [TaskCard].
type TaskCardButton struct {
	Key    string `json:"key"`            // comes back in the callback taskcard_click
	Name   string `json:"name"`           // at most 18 bytes
	Color  string `json:"color,omitzero"` // red or blue
	IsBold *bool  `json:"is_bold,omitzero"`
}

// TemplateMsg is a message made from a template of the corp.
type TemplateMsg struct {
	TemplateID  string             `json:"template_id"`
	URL         string             `json:"url,omitzero"`          // opened by a click
	MiniProgram MessageMiniProgram `json:"miniprogram,omitzero"`  // opened by a click
	ContentItem []NoticeItem       `json:"content_item,omitzero"` // the values of the template's variables
}

// MessageMiniProgram is a page of a mini program.
type MessageMiniProgram struct {
	AppID    string `json:"appid"`
	PagePath string `json:"pagepath"`
}

// SendMessageResponse says what became of a message. After a message to a group chat it is empty, as
// the platform says nothing then.
type SendMessageResponse struct {
	InvalidUser    PipeList `json:"invaliduser"`    // members who did not receive it: unknown, or they cannot see the app; lower case
	InvalidParty   PipeList `json:"invalidparty"`   // departments that did not receive it
	InvalidTag     PipeList `json:"invalidtag"`     // tags that did not receive it
	UnlicensedUser PipeList `json:"unlicenseduser"` // members who lack an interface license
	MsgID          string   `json:"msgid"`          // to recall the message
	ResponseCode   Secret   `json:"response_code"`  // to update a template card that a user can answer, once, within 72 hours
}

// SendTextMessage sends a text of at most 2,048 bytes to members or to a group chat (文本消息). It may hold
// line breaks and links: <a href="https://…">text</a>. [SplitText] cuts a longer text.
//
// Like all methods for a type of message, it sends as the app that [WithAgentID] names, and fails with an
// [ArgumentError] before anything is sent if receivers or content are beyond a limit. The response names
// the members who did not receive the message; see [Client.SendMessage].
func (c *Client) SendTextMessage(ctx context.Context, to *Recipient, content string, opts ...SendOption) (*SendMessageResponse, error) {
	if len(opts) == 0 && to != nil && to.ChatID == "" {
		return c.sendPlainText(ctx, to, content)
	}
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeText, Text: MessageText{Content: content}}, opts)
}

// plainText is a [SendMessageRequest] of a text to members, without options, as most messages are. The fields
// of all others would take a kilobyte, and encoding/json three times as long to see that they are empty.
type plainText struct {
	ToUser  string      `json:"touser,omitzero"`
	ToParty string      `json:"toparty,omitzero"`
	ToTag   string      `json:"totag,omitzero"`
	MsgType MsgType     `json:"msgtype"`
	Text    MessageText `json:"text"`
	AgentID int64       `json:"agentid"`
}

func (c *Client) sendPlainText(ctx context.Context, to *Recipient, content string) (*SendMessageResponse, error) {
	const api = "/cgi-bin/message/send"
	if err := to.validate(api); err != nil {
		return nil, err
	}
	if err := checkText(api, "content", content, MaxTextSize); err != nil {
		return nil, err
	}
	if c.AgentID() == 0 {
		return nil, errNoAgentID(api)
	}
	users := strings.Join(to.UserIDs, "|")
	if to.All {
		users = everybody
	}
	return exec(ctx, c, post|once, api, &plainText{
		ToUser:  users,
		ToParty: strings.Join(joinIDs(to.PartyIDs), "|"),
		ToTag:   strings.Join(joinIDs(to.TagIDs), "|"),
		MsgType: MsgTypeText,
		Text:    MessageText{Content: content},
		AgentID: c.AgentID(),
	}, new(SendMessageResponse))
}

// SendImageMessage sends an image that was uploaded with [Client.UploadTempImageMedia] in the last 3 days
// (图片消息). See [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendImageMessage(ctx context.Context, to *Recipient, mediaID string, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeImage, Image: MessageMedia{MediaID: mediaID}}, opts)
}

// SendVoiceMessage sends a voice recording that was uploaded with [Client.UploadTempVoiceMedia] in the last
// 3 days (语音消息). See [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendVoiceMessage(ctx context.Context, to *Recipient, mediaID string, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeVoice, Voice: MessageMedia{MediaID: mediaID}}, opts)
}

// SendVideoMessage sends a video that was uploaded with [Client.UploadTempVideoMedia] in the last 3 days
// (视频消息). The title, at most 128 bytes, and the description, at most 512, may be empty. See
// [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendVideoMessage(ctx context.Context, to *Recipient, mediaID, title, description string, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeVideo,
		Video: MessageVideo{MediaID: mediaID, Title: title, Description: description}}, opts)
}

// SendFileMessage sends a file that was uploaded with [Client.UploadTempFileMedia] in the last 3 days
// (文件消息). See [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendFileMessage(ctx context.Context, to *Recipient, mediaID string, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeFile, File: MessageMedia{MediaID: mediaID}}, opts)
}

// SendTextCardMessage sends a card with a title, a text and a link (文本卡片消息). See
// [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendTextCardMessage(ctx context.Context, to *Recipient, card TextCard, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeTextCard, TextCard: card}, opts)
}

// SendNewsMessage sends 1 to 8 links with titles and pictures (图文消息). See [Client.SendTextMessage] for
// receivers, options and the response.
func (c *Client) SendNewsMessage(ctx context.Context, to *Recipient, articles []Article, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeNews, News: News{Articles: articles}}, opts)
}

// SendMPNewsMessage sends 1 to 8 articles that the platform stores, so that views are counted and passing
// on can be forbidden with [Confidential] or [CorpOnly] (图文消息, mpnews). See [Client.SendTextMessage] for
// receivers, options and the response.
func (c *Client) SendMPNewsMessage(ctx context.Context, to *Recipient, articles []MPArticle, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeMPNews, MPNews: MPNews{Articles: articles}}, opts)
}

// SendMarkdownMessage sends a text of at most 2,048 bytes in a subset of markdown (markdown消息): headings,
// bold, links, quotes, code, and <font color="info|comment|warning">. It is shown in WeCom, not in WeChat.
// See [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendMarkdownMessage(ctx context.Context, to *Recipient, content string, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeMarkdown, Markdown: MessageMarkdown{Content: content}}, opts)
}

// SendMiniProgramNoticeMessage sends a card that opens a mini program (小程序通知消息). The app must be the
// one that is linked to the mini program; [ToAll] is refused. See [Client.SendTextMessage] for receivers,
// options and the response.
func (c *Client) SendMiniProgramNoticeMessage(ctx context.Context, to *Recipient, notice MiniProgramNotice, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeMiniProgramNotice, MiniProgramNotice: notice}, opts)
}

// SendTaskCardMessage sends a card with one or two buttons (任务卡片消息), which the platform has replaced by
// template cards. Clicks arrive as a [TaskCardClickEvent]; [Client.UpdateTaskCardMessage] then changes the
// buttons. See [Client.SendTextMessage] for receivers, options and the response.
func (c *Client) SendTaskCardMessage(ctx context.Context, to *Recipient, card TaskCard, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeTaskCard, TaskCard: card}, opts)
}

// SendTemplateCardMessage sends a template card of any of the five kinds (模板卡片消息). Clicks and choices
// arrive as a [TemplateCardEvent]; the ResponseCode in the response, or in that event, lets
// [Client.UpdateTemplateCardMessage] change the card once. See [Client.SendTextMessage] for receivers,
// options and the response.
func (c *Client) SendTemplateCardMessage(ctx context.Context, to *Recipient, card TemplateCard, opts ...SendOption) (*SendMessageResponse, error) {
	return c.sendTo(ctx, to, &SendMessageRequest{MsgType: MsgTypeTemplateCard, TemplateCard: card}, opts)
}

// sendTo checks and addresses a message, and sends it to members or to a group chat.
func (c *Client) sendTo(ctx context.Context, to *Recipient, msg *SendMessageRequest, opts []SendOption) (*SendMessageResponse, error) {
	const api = "/cgi-bin/message/send"
	if err := to.validate(api); err != nil {
		return nil, err
	}
	if to.All && msg.MsgType == MsgTypeMiniProgramNotice {
		return nil, invalid(api, "Recipient.All", "a message of the type %s cannot be sent to everybody at once", msg.MsgType)
	}
	for _, opt := range opts {
		if opt != nil {
			opt(msg)
		}
	}
	if err := msg.validate(api); err != nil {
		return nil, err
	}
	if to.ChatID != "" {
		return c.sendToChat(ctx, to.ChatID, msg)
	}
	if c.AgentID() == 0 {
		return nil, errNoAgentID(api)
	}
	msg.AgentID = c.AgentID()
	msg.ToUser, msg.ToParty, msg.ToTag = to.UserIDs, joinIDs(to.PartyIDs), joinIDs(to.TagIDs)
	if to.All {
		msg.ToUser = PipeList{everybody}
	}
	return c.SendMessage(ctx, msg)
}

// validate refuses contents and options that the platform would refuse, or change without saying so.
func (r *SendMessageRequest) validate(api string) error {
	switch {
	case r.Safe != nil && *r.Safe == SafeModeCorpOnly && r.MsgType != MsgTypeMPNews:
		return invalid(api, "safe", "a message of the type %s cannot be kept within the corp, only %s can", r.MsgType, MsgTypeMPNews)
	case r.DuplicateCheckInterval < 0 || r.DuplicateCheckInterval > maxDuplicateCheck:
		return invalid(api, "duplicate_check_interval", "%d seconds are not between 0 and %d", r.DuplicateCheckInterval, maxDuplicateCheck)
	}
	switch r.MsgType {
	case MsgTypeText:
		return checkText(api, "content", r.Text.Content, MaxTextSize)
	case MsgTypeMarkdown:
		return checkText(api, "content", r.Markdown.Content, MaxMarkdownSize)
	case MsgTypeNews:
		return checkCount(api, "articles", len(r.News.Articles), MaxMessageArticles)
	case MsgTypeMPNews:
		return checkCount(api, "articles", len(r.MPNews.Articles), MaxMessageArticles)
	case MsgTypeTaskCard:
		return checkCount(api, "btn", len(r.TaskCard.Btn), 2)
	case MsgTypeTemplateCard:
		return r.TemplateCard.validate(api)
	}
	return nil
}

func checkText(api, field, text string, limit int) error {
	switch {
	case text == "":
		return invalid(api, field, "it is empty")
	case len(text) > limit:
		return invalid(api, field, "%d bytes are more than the limit of %d; SplitText cuts a long text into several", len(text), limit)
	}
	return nil
}

func checkCount(api, field string, n, limit int) error {
	if n < 1 || n > limit {
		return invalid(api, field, "there are %d, and the platform takes 1 to %d", n, limit)
	}
	return nil
}

// RecallMessage takes back a message that this app sent in the last 24 hours (撤回应用消息). What a
// receiver has read or copied stays with him. Errcode 42052 says that it is too late, 40058 that another
// app sent it.
//
// API: POST /cgi-bin/message/recall
// Doc: https://developer.work.weixin.qq.com/document/path/94867
func (c *Client) RecallMessage(ctx context.Context, msgID string) error {
	return c.invoke(ctx, post, "/cgi-bin/message/recall", param{"msgid", msgID}, nil)
}

// ListMessageStatistics returns how many messages each app sent today or yesterday (查询应用消息发送统计),
// counted by receiver.
//
// API: POST /cgi-bin/message/get_statistics
// Doc: https://developer.work.weixin.qq.com/document/path/92369
func (c *Client) ListMessageStatistics(ctx context.Context, req *ListMessageStatisticsRequest) ([]*MessageStatistic, error) {
	var resp listMessageStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/message/get_statistics", req, &resp)
	return resp.Statistics, err
}

// ListMessageStatisticsRequest says for which day to count.
type ListMessageStatisticsRequest struct {
	TimeType MessageStatisticTime `json:"time_type,omitzero"` // today if 0
}

// MessageStatisticTime is a day for which messages are counted.
type MessageStatisticTime int64

// The days.
const (
	MessageStatisticTimeToday     MessageStatisticTime = 0
	MessageStatisticTimeYesterday MessageStatisticTime = 1
)

type listMessageStatisticsResponse struct {
	Statistics []*MessageStatistic `json:"statistics"`
}

// MessageStatistic is how much an app sent.
type MessageStatistic struct {
	AgentID int64  `json:"agentid"`
	AppName string `json:"app_name"`
	Count   int64  `json:"count"` // receivers of messages that were sent
}

// UpdateTaskCardMessage replaces the buttons of a task card by a text, after a click or a decision taken
// elsewhere (更新任务卡片消息状态). It returns the members whose card could not be updated.
//
// API: POST /cgi-bin/message/update_taskcard
// Doc: https://developer.work.weixin.qq.com/document/path/91579
func (c *Client) UpdateTaskCardMessage(ctx context.Context, req *UpdateTaskCardMessageRequest) ([]string, error) {
	var resp invalidUserResponse
	err := c.invoke(ctx, post, "/cgi-bin/message/update_taskcard", req, &resp)
	return resp.InvalidUser, err
}

// UpdateTaskCardMessageRequest says whose card is updated and to what.
type UpdateTaskCardMessageRequest struct {
	UserIDs        []string `json:"userids,omitzero"` // at most 1,000
	TaskID         string   `json:"task_id"`
	AgentID        int64    `json:"agentid"`
	OriginalTaskID *string  `json:"original_task_id,omitzero"`
	ReplaceName    string   `json:"replace_name"` // shown on the button that was not clicked
}

// UpdateTemplateCardMessage changes a template card that members have received (更新模版卡片消息): it
// replaces the text of its button, or the whole card. It returns the members whose card could not be
// updated.
//
// Only a card that a user can answer can be changed: one of the three interactive kinds, or one with an
// ActionMenu; Button takes the interactive kinds only. The response code comes with the card's callback or
// the answer to its sending. It lives for 72 hours and can be used once; errcode 60140 says that it was
// used or has expired.
//
// API: POST /cgi-bin/message/update_template_card
// Doc: https://developer.work.weixin.qq.com/document/path/94888
func (c *Client) UpdateTemplateCardMessage(ctx context.Context, req *UpdateTemplateCardMessageRequest) ([]string, error) {
	var resp invalidUserResponse
	err := c.invoke(ctx, post, "/cgi-bin/message/update_template_card", req, &resp)
	return resp.InvalidUser, err
}

// UpdateTemplateCardMessageRequest says whose card is updated and to what: Button or TemplateCard is set.
type UpdateTemplateCardMessageRequest struct {
	AgentID       int64              `json:"agentid"`
	UserIDs       []string           `json:"userids,omitzero"`  // at most 1,000
	PartyIDs      []int64            `json:"partyids,omitzero"` // at most 100
	TagIDs        []int64            `json:"tagids,omitzero"`   // at most 100
	AtAll         *IntBool           `json:"atall,omitzero"`    // whether all receivers' cards are updated
	ResponseCode  Secret             `json:"response_code"`
	EnableIDTrans *IntBool           `json:"enable_id_trans,omitzero"`
	Button        TemplateCardButton `json:"button,omitzero"`
	TemplateCard  TemplateCard       `json:"template_card,omitzero"` // ReplaceText may be set
}

// TemplateCardButton is what the clicked button of a card turns into.
type TemplateCardButton struct {
	TaskID      string `json:"task_id,omitzero"`
	ReplaceName string `json:"replace_name"` // the button's text, which can no longer be clicked
}

type invalidUserResponse struct {
	InvalidUser PipeList `json:"invaliduser"`
}
