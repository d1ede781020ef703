package workwxtest

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// Message is a message as it was sent, whatever the way.
type Message struct {
	ID           string          // msgid; of messages to a group chat or robot one of the server's own
	Via          string          // the endpoint, such as /cgi-bin/message/send
	AgentID      int64           // the app that sent it
	Type         string          // msgtype
	Content      string          // its text, or the title of a card or article, or the id of a file
	UserIDs      []string        // the members who received it, departments and tags resolved
	InvalidUsers []string        // who was named and did not receive it
	ChatID       string          // the group chat it went to
	WebhookKey   string          // the robot it went through
	JSON         json.RawMessage // what stood below the msgtype's name
	Body         json.RawMessage // the whole request
	Time         time.Time
	ResponseCode string            // with which a card can be updated
	Recalled     bool              // it was taken back
	Updates      []json.RawMessage // the requests that changed its card
}

// messageState holds what was sent.
type messageState struct {
	sent      []*Message
	responses map[string]*cardResponse
	recent    map[string]*Message // by the body, for the check of duplicates
}

// cardResponse is the right to update a card once.
type cardResponse struct {
	message *Message
	expires time.Time
	used    bool
}

func messageHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/message/send":                 sendMessage,
		"/cgi-bin/message/recall":               in(recallMessage),
		"/cgi-bin/message/update_template_card": in(updateTemplateCard),
		"/cgi-bin/message/update_taskcard":      in(updateTaskCard),
		"/cgi-bin/message/get_statistics":       in(messageStatistics),
		"/cgi-bin/externalcontact/message/send": sendElsewhere,
	}
}

// Messages returns what was sent, in order: app messages, messages to group chats and through group
// robots. The oldest are forgotten when there are more than [WithRequestLimit] allows.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Message
	for _, m := range s.messages.sent {
		c := *m
		c.UserIDs, c.InvalidUsers = slices.Clone(m.UserIDs), slices.Clone(m.InvalidUsers)
		c.Updates = slices.Clone(m.Updates)
		list = append(list, c)
	}
	return list
}

// MessagesTo returns the messages that a member received and that were not taken back.
func (s *Server) MessagesTo(userID string) []Message {
	return slices.DeleteFunc(s.Messages(), func(m Message) bool {
		return m.Recalled || !slices.Contains(m.UserIDs, userID)
	})
}

// keep remembers a message.
func (s *Server) keep(m *Message, c *call) {
	m.Via, m.Time = c.path, c.now
	m.Body = c.body
	if c.app != nil {
		m.AgentID = c.app.agentID
	}
	if m.ID == "" {
		m.ID = newID("msg-")
	}
	s.messages.sent = append(s.messages.sent, m)
	if over := len(s.messages.sent) - s.opts.requestLimit; over > 0 {
		s.messages.sent = slices.Delete(s.messages.sent, 0, over)
	}
}

// content holds the fields of message contents that are looked at.
type content struct {
	Content     string `json:"content"`
	MediaID     string `json:"media_id"`
	Title       string `json:"title"`
	URL         string `json:"url"`
	CardType    string `json:"card_type"`
	TaskID      string `json:"task_id"`
	HeadContent string `json:"head_content"`
	Base64      string `json:"base64"`
	MD5         string `json:"md5"`
	MainTitle   struct {
		Title string `json:"title"`
	} `json:"main_title"`
	SubTitleText string `json:"sub_title_text"`
	ActionMenu   *struct {
		Desc string `json:"desc"`
	} `json:"action_menu"`
	Articles []struct {
		Title        string `json:"title"`
		ThumbMediaID string `json:"thumb_media_id"`
	} `json:"articles"`
}

// summary is what a test wants to see first.
func (ct *content) summary() string {
	for _, v := range []string{ct.Content, ct.Title, ct.MainTitle.Title, ct.SubTitleText, ct.HeadContent, ct.MediaID} {
		if v != "" {
			return v
		}
	}
	if len(ct.Articles) > 0 {
		return ct.Articles[0].Title
	}
	return ""
}

// limits of a way of sending messages.
type limits struct {
	types    []string
	text     int // bytes; what is beyond is cut off
	markdown int // bytes
}

var mediaTypes = []string{"image", "voice", "video", "file"}

func appLimits() limits {
	return limits{types: []string{"text", "image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown",
		"miniprogram_notice", "interactive_taskcard", "template_card", "template_msg"}, text: 2048, markdown: 2048}
}

// open takes the content out of a request and checks it.
func (s *Server) open(c *call, msgType string, lim limits) (json.RawMessage, *content, error) {
	if !slices.Contains(lim.types, msgType) {
		return nil, nil, fail(codeIllegalMsgType, "invalid message type %q", msgType)
	}
	var fields map[string]json.RawMessage
	if err := c.decode(&fields); err != nil {
		return nil, nil, err
	}
	raw := fields[msgType]
	if len(raw) == 0 || raw[0] != '{' {
		return nil, nil, fail(codeMissingContent, "%s missing", msgType)
	}
	ct := new(content)
	if err := json.Unmarshal(raw, ct); err != nil {
		return nil, nil, fail(codeIllegalParameter, "wrong json format: %s: %v", msgType, err)
	}
	return raw, ct, s.checkContent(msgType, ct, lim)
}

func (s *Server) checkContent(msgType string, ct *content, lim limits) error {
	switch msgType {
	case "text":
		if ct.Content == "" {
			return fail(codeMissingContent, "text.content missing")
		}
		if len(ct.Content) > lim.text {
			ct.Content = strings.ToValidUTF8(ct.Content[:lim.text], "")
		}
	case "markdown", "markdown_v2":
		if ct.Content == "" {
			return fail(codeMissingContent, "%s.content missing", msgType)
		}
		if len(ct.Content) > lim.markdown {
			return fail(workwx.CodeMessageTooLong, "content exceeds %d bytes", lim.markdown)
		}
	case "news", "mpnews":
		if n := len(ct.Articles); n < 1 || n > 8 {
			return fail(codeTooManyArticles, "articles must be 1 to 8, not %d", n)
		}
		for _, a := range ct.Articles {
			if a.Title == "" {
				return fail(codeMissingTitle, "a title is missing")
			}
			if msgType == "mpnews" {
				if err := s.checkMedia(a.ThumbMediaID); err != nil {
					return err
				}
			}
		}
	case "textcard":
		switch {
		case ct.Title == "":
			return fail(codeMissingTitle, "textcard.title missing")
		case ct.URL == "":
			return fail(codeMissingURL, "textcard.url missing")
		}
	case "template_card":
		return checkCard(ct)
	}
	if slices.Contains(mediaTypes, msgType) && ct.Base64 == "" {
		return s.checkMedia(ct.MediaID)
	}
	return nil
}

var interactive = []string{"button_interaction", "vote_interaction", "multiple_interaction"}

func checkCard(ct *content) error {
	kinds := append([]string{"text_notice", "news_notice"}, interactive...)
	switch {
	case !slices.Contains(kinds, ct.CardType):
		return fail(codeUnknownCardType, "invalid card_type %q", ct.CardType)
	case ct.TaskID == "" && (slices.Contains(interactive, ct.CardType) || ct.ActionMenu != nil):
		return fail(codeIllegalTaskID, "task_id missing")
	case ct.MainTitle.Title == "" && (ct.CardType != "text_notice" || ct.SubTitleText == ""):
		return fail(codeMissingCardTitle, "main_title.title missing")
	}
	return nil
}

// recipients are those of an app message.
type recipients struct {
	ToUser  pipe `json:"touser"`
	ToParty pipe `json:"toparty"`
	ToTag   pipe `json:"totag"`
}

func (to *recipients) check() error {
	switch {
	case len(to.ToUser)+len(to.ToParty)+len(to.ToTag) == 0:
		return fail(workwx.CodeNoRecipients, "touser, toparty and totag are all empty")
	case len(to.ToUser) > 1000:
		return fail(workwx.CodeUserIDListTooLong, "touser has more than 1000 members")
	case len(to.ToParty) > 100:
		return fail(codePartyListLength, "toparty has more than 100 departments")
	case len(to.ToTag) > 100:
		return fail(codeTagListLength, "totag has more than 100 tags")
	}
	return nil
}

// resolved is who a message reaches.
type resolved struct {
	users          []string
	invalidUsers   []string
	invalidParties []string
	invalidTags    []string
}

// resolve finds the members that recipients stand for, as far as the app can see them.
func (s *Server) resolve(a *app, to recipients) (*resolved, error) {
	if err := to.check(); err != nil {
		return nil, err
	}
	cs, r := &s.contacts, &resolved{}
	reached := map[*member]bool{}
	for _, id := range to.ToUser {
		if id == "@all" {
			for _, m := range cs.members {
				reached[m] = s.visible(a, m)
			}
			continue
		}
		if m := cs.member(id); m != nil && s.visible(a, m) {
			reached[m] = true
		} else {
			r.invalidUsers = append(r.invalidUsers, strings.ToLower(id))
		}
	}
	for _, text := range to.ToParty {
		id, _ := strconv.ParseInt(text, 10, 64)
		if cs.department(id) == nil {
			r.invalidParties = append(r.invalidParties, text)
			continue
		}
		for _, m := range cs.within(cs.subtree(id)) {
			reached[m] = reached[m] || s.visible(a, m)
		}
	}
	for _, text := range to.ToTag {
		id, _ := strconv.ParseInt(text, 10, 64)
		t := cs.tag(id)
		if t == nil {
			r.invalidTags = append(r.invalidTags, text)
			continue
		}
		for _, m := range cs.tagged(t) {
			reached[m] = reached[m] || s.visible(a, m)
		}
	}
	for _, m := range cs.members {
		if reached[m] {
			r.users = append(r.users, m.UserID)
		}
	}
	return r, nil
}

type sendAnswer struct {
	InvalidUser  pipe   `json:"invaliduser"`
	InvalidParty pipe   `json:"invalidparty"`
	InvalidTag   pipe   `json:"invalidtag"`
	Unlicensed   pipe   `json:"unlicenseduser"`
	MsgID        string `json:"msgid,omitempty"`
	ResponseCode string `json:"response_code,omitempty"`
}

// sendMessage records a message to those of its recipients that exist.
func sendMessage(s *Server, c *call) (any, error) {
	var req struct {
		recipients
		MsgType   string `json:"msgtype"`
		AgentID   number `json:"agentid"`
		Duplicate flag   `json:"enable_duplicate_check"`
		Interval  int64  `json:"duplicate_check_interval"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	if req.AgentID != 0 || req.MsgType != "miniprogram_notice" {
		if err := c.checkAgent(int64(req.AgentID)); err != nil {
			return nil, err
		}
	}
	raw, ct, err := s.open(c, req.MsgType, appLimits())
	if err != nil {
		return nil, err
	}
	to, err := s.resolve(c.app, req.recipients)
	if err != nil {
		return nil, err
	}
	out := &sendAnswer{InvalidUser: to.invalidUsers, InvalidParty: to.invalidParties, InvalidTag: to.invalidTags}
	named := len(req.ToUser) + len(req.ToParty) + len(req.ToTag)
	if len(to.invalidUsers)+len(to.invalidParties)+len(to.invalidTags) == named {
		return nil, &refusal{code: workwx.CodeAllRecipientsInvalid, msg: "user & party & tag all invalid", data: out}
	}
	if req.Duplicate {
		window := time.Duration(req.Interval) * time.Second
		if window <= 0 {
			window = 30 * time.Minute
		}
		if old := s.messages.recent[string(c.body)]; old != nil && c.now.Sub(old.Time) < min(window, 4*time.Hour) {
			out.MsgID, out.ResponseCode = old.ID, old.ResponseCode
			return out, nil // nothing is sent
		}
	}
	m := &Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, UserIDs: to.users, InvalidUsers: to.invalidUsers}
	if req.MsgType == "template_card" && ct.TaskID != "" {
		m.ResponseCode = newID("rc-")
	}
	s.keep(m, c)
	s.grantUpdate(m, c.now)
	if req.Duplicate {
		if len(s.messages.recent) >= 1000 || s.messages.recent == nil {
			s.messages.recent = map[string]*Message{}
		}
		s.messages.recent[string(c.body)] = m
	}
	out.MsgID, out.ResponseCode = m.ID, m.ResponseCode
	return out, nil
}

// grantUpdate makes the card's response_code good for one update.
func (s *Server) grantUpdate(m *Message, now time.Time) {
	if m.ResponseCode == "" {
		return
	}
	for code, r := range s.messages.responses {
		if len(s.messages.responses) > 10000 || now.After(r.expires) {
			delete(s.messages.responses, code)
		}
	}
	s.messages.responses[m.ResponseCode] = &cardResponse{message: m, expires: now.Add(72 * time.Hour)}
}

// sendElsewhere records a message to people that are not in the contacts: parents.
func sendElsewhere(s *Server, c *call) (any, error) {
	var req struct {
		MsgType string   `json:"msgtype"`
		ToUser  []string `json:"touser"`
		AgentID number   `json:"agentid"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	lim := appLimits()
	lim.types = append(lim.types, "miniprogram")
	raw, ct, err := s.open(c, req.MsgType, lim)
	if err != nil {
		return nil, err
	}
	s.keep(&Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, UserIDs: req.ToUser}, c)
	return nil, nil
}

func (s *Server) messageByID(id string) *Message {
	for _, m := range s.messages.sent {
		if m.ID == id {
			return m
		}
	}
	return nil
}

func recallMessage(s *Server, c *call, req *struct {
	MsgID string `json:"msgid"`
}) (any, error) {
	m := s.messageByID(req.MsgID)
	switch {
	case m == nil || m.Via != "/cgi-bin/message/send" || m.AgentID != c.app.agentID:
		return nil, fail(codeIllegalParameter, "invalid msgid")
	case c.now.Sub(m.Time) > 24*time.Hour:
		return nil, fail(workwx.CodeMessageIDExpired, "msgid expired")
	}
	m.Recalled = true
	return nil, nil
}

func updateTemplateCard(s *Server, c *call, req *struct {
	UserIDs      []string `json:"userids"`
	PartyIDs     []int64  `json:"partyids"`
	TagIDs       []int64  `json:"tagids"`
	AtAll        flag     `json:"atall"`
	AgentID      number   `json:"agentid"`
	ResponseCode string   `json:"response_code"`
}) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	r := s.messages.responses[req.ResponseCode]
	switch {
	case r == nil || r.used || c.now.After(r.expires):
		return nil, fail(workwx.CodeInvalidResponseCode, "invalid response_code")
	case r.message.AgentID != c.app.agentID:
		return nil, fail(workwx.CodeCardOfAnotherApp, "the card was sent by another app")
	case len(req.UserIDs)+len(req.PartyIDs)+len(req.TagIDs) == 0 && !bool(req.AtAll):
		return nil, fail(codeNoUpdateTarget, "userids, partyids, tagids and atall are all empty")
	}
	invalid := []string{}
	for _, id := range req.UserIDs {
		if m := s.contacts.member(id); m == nil || !slices.Contains(r.message.UserIDs, m.UserID) {
			invalid = append(invalid, strings.ToLower(id))
		}
	}
	if len(invalid) > 0 && len(invalid) == len(req.UserIDs)+len(req.PartyIDs)+len(req.TagIDs) {
		return nil, fail(codeUpdateTargetNotAmong, "none of the targets received the card")
	}
	r.used = true
	r.message.Updates = append(r.message.Updates, c.body)
	return invalidUsers{invalid}, nil
}

type invalidUsers struct {
	InvalidUser []string `json:"invaliduser"`
}

func updateTaskCard(s *Server, c *call, req *struct {
	UserIDs []string `json:"userids"`
	AgentID number   `json:"agentid"`
	TaskID  string   `json:"task_id"`
}) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	for _, m := range slices.Backward(s.messages.sent) {
		var card content
		if m.Type != "interactive_taskcard" || json.Unmarshal(m.JSON, &card) != nil || card.TaskID != req.TaskID {
			continue
		}
		m.Updates = append(m.Updates, c.body)
		return invalidUsers{notNil(without(req.UserIDs, m.UserIDs))}, nil
	}
	return nil, fail(workwx.CodeCardTaskNotFound, "task_id not found")
}

// messageStatistics counts who received messages today, or yesterday if the type is 1.
func messageStatistics(s *Server, c *call, req *struct {
	TimeType int `json:"time_type"`
}) (any, error) {
	type count struct {
		AgentID int64  `json:"agentid"`
		AppName string `json:"app_name"`
		Count   int    `json:"count"`
	}
	day := c.now.AddDate(0, 0, -req.TimeType).Format(time.DateOnly)
	list := []count{}
	for _, a := range s.apps {
		n := 0
		for _, m := range s.messages.sent {
			if m.AgentID == a.agentID && m.Via == "/cgi-bin/message/send" && m.Time.Format(time.DateOnly) == day {
				n += len(m.UserIDs)
			}
		}
		if n > 0 {
			list = append(list, count{a.agentID, a.name, n})
		}
	}
	return struct {
		Statistics []count `json:"statistics"`
	}{list}, nil
}
