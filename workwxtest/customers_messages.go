package workwxtest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// CustomerMessage is a message that reached a customer or a group chat with customers, sent by the API.
type CustomerMessage struct {
	Via            string // the endpoint, such as /cgi-bin/externalcontact/send_welcome_msg
	MsgID          string // of a group message
	UserID         string // the member who is the sender
	ExternalUserID string // the customer, or
	ChatID         string // the group chat
	Text           string
	Attachments    []workwx.MsgAttachment
	Time           time.Time
}

// GroupMsg is a message that members are asked to send to their customers or group chats (企业群发).
type GroupMsg struct {
	MsgID       string
	ChatType    workwx.GroupMsgChatType
	Text        string
	Attachments []workwx.MsgAttachment
	UserIDs     []string // the members who are asked
	Reminders   int      // how often they were reminded
	Cancelled   bool
	Time        time.Time
}

// welcomeCode is the right to greet a new customer once.
type welcomeCode struct {
	follow *follow
	issued time.Time
	sent   bool
}

// massMessage is a message that members are asked to send.
type massMessage struct {
	id          string
	chatType    workwx.GroupMsgChatType
	text        textBody
	attachments []attachment
	created     time.Time
	tasks       []*massTask
	reminders   []time.Time
	cancelled   bool
	selectable  bool // the sender may choose the group chats
}

// massTask is the part of one member.
type massTask struct {
	userID string
	sent   time.Time
	to     []*massTarget
}

type massTarget struct {
	person *person
	chat   *customerGroup
	status workwx.GroupMsgSendStatus
}

// welcomeTemplate is a welcome message for group chats.
type welcomeTemplate struct {
	Text        *textBody       `json:"text,omitempty"`
	Image       *attachmentBody `json:"image,omitempty"`
	Link        *attachmentBody `json:"link,omitempty"`
	Video       *attachmentBody `json:"video,omitempty"`
	MiniProgram *attachmentBody `json:"miniprogram,omitempty"`
	File        *attachmentBody `json:"file,omitempty"`
	AgentID     int64           `json:"agentid,omitempty"`
	id          string
	app         *app
}

type textBody struct {
	Content string `json:"content"`
}

// attachment is what a message carries beside its text: the field that MsgType names.
type attachment struct {
	MsgType     string          `json:"msgtype"`
	Image       *attachmentBody `json:"image,omitempty"`
	Link        *attachmentBody `json:"link,omitempty"`
	Video       *attachmentBody `json:"video,omitempty"`
	MiniProgram *attachmentBody `json:"miniprogram,omitempty"`
	File        *attachmentBody `json:"file,omitempty"`
}

type attachmentBody struct {
	MediaID    string `json:"media_id,omitempty"`
	PicURL     string `json:"pic_url,omitempty"`
	CoverURL   string `json:"picurl,omitempty"`
	Title      string `json:"title,omitempty"`
	Desc       string `json:"desc,omitempty"`
	URL        string `json:"url,omitempty"`
	AppID      string `json:"appid,omitempty"`
	Page       string `json:"page,omitempty"`
	PicMediaID string `json:"pic_media_id,omitempty"`
}

func (a *attachment) body() *attachmentBody {
	switch a.MsgType {
	case "image":
		return a.Image
	case "link":
		return a.Link
	case "video":
		return a.Video
	case "miniprogram":
		return a.MiniProgram
	case "file":
		return a.File
	}
	return nil
}

const (
	customerTextLimit    = 4000 // bytes
	welcomeTextLimit     = 3000
	attachmentLimit      = 9
	welcomeTemplateLimit = 100
	welcomeCodeLife      = 20 * time.Second
	remindersPerDay      = 3
)

func customerMessageHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "send_welcome_msg":            in(sendWelcome),
		ec + "add_msg_template":            in(addMassMessage),
		ec + "remind_groupmsg_send":        in(remindMassMessage),
		ec + "cancel_groupmsg_send":        in(cancelMassMessage),
		ec + "get_groupmsg_list_v2":        in(listMassMessages),
		ec + "get_groupmsg_task":           in(listMassTasks),
		ec + "get_groupmsg_send_result":    in(listMassResults),
		ec + "group_welcome_template/add":  addWelcomeTemplate,
		ec + "group_welcome_template/edit": editWelcomeTemplate,
		ec + "group_welcome_template/get":  in(getWelcomeTemplate),
		ec + "group_welcome_template/del":  in(deleteWelcomeTemplate),
	}
}

// CustomerMessages returns what reached customers and group chats, in order: welcome messages, group
// messages that members have sent, the ends of temporary chats, and what customers are told who were
// handed over. The oldest are forgotten when there are more than [WithRequestLimit] allows.
func (s *Server) CustomerMessages() []CustomerMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settleCustomers()
	list := slices.Clone(s.customers.sent)
	for i := range list {
		list[i].Attachments = slices.Clone(list[i].Attachments)
	}
	return list
}

// WelcomeMessages returns the welcome messages that new customers received.
func (s *Server) WelcomeMessages() []CustomerMessage {
	return slices.DeleteFunc(s.CustomerMessages(), func(m CustomerMessage) bool { return m.Via != "/cgi-bin/externalcontact/send_welcome_msg" })
}

// GroupMsgs returns the messages that members were asked to send to customers or group chats.
func (s *Server) GroupMsgs() []GroupMsg {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []GroupMsg
	for _, m := range s.customers.mass {
		one := GroupMsg{
			MsgID: m.id, ChatType: m.chatType, Text: m.text.Content, Attachments: attachmentsOf(m.attachments), Reminders: len(m.reminders),
			Cancelled: m.cancelled, Time: m.created,
		}
		for _, t := range m.tasks {
			one.UserIDs = append(one.UserIDs, t.userID)
		}
		list = append(list, one)
	}
	return list
}

// SendGroupMsg plays a member who confirms a group message: it goes to those of the member's customers
// or group chats that the message is for. A message to group chats without a list of them, or that allows
// to choose, goes to the group chats that the test names, or else to all that it can.
func (s *Server) SendGroupMsg(msgID, userID string, chatIDs ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settleCustomers()
	m := s.customers.massMessage(msgID)
	if m == nil {
		return fmt.Errorf("workwxtest: there is no group message %q", msgID)
	}
	t := m.task(userID)
	switch {
	case t == nil:
		return fmt.Errorf("workwxtest: %s is not asked to send the group message", userID)
	case m.cancelled:
		return errors.New("workwxtest: the group message was cancelled")
	case !t.sent.IsZero():
		return fmt.Errorf("workwxtest: %s has sent the group message", userID)
	}
	now := s.now()
	t.sent = now
	if m.chatType == workwx.GroupMsgChatTypeGroup {
		s.chooseChats(m, t, chatIDs)
	}
	for _, to := range t.to {
		msg := CustomerMessage{MsgID: m.id, UserID: t.userID, Text: m.text.Content, Attachments: attachmentsOf(m.attachments)}
		switch {
		case to.chat != nil:
			msg.ChatID = to.chat.id
		default:
			msg.ExternalUserID = to.person.ExternalUserID
			if f := s.customers.follow(t.userID, to.person); f == nil || !f.active() || f.removed {
				to.status = workwx.GroupMsgSendStatusNotFriend
				continue
			}
		}
		if s.customers.received(msg, now) >= daysIn(now) {
			to.status = workwx.GroupMsgSendStatusLimitReached
			continue
		}
		to.status = workwx.GroupMsgSendStatusSent
		s.deliver(msg, "/cgi-bin/externalcontact/add_msg_template")
	}
	return nil
}

// chooseChats says to which group chats a member sends.
func (s *Server) chooseChats(m *massMessage, t *massTask, chatIDs []string) {
	if len(t.to) > 0 && !m.selectable {
		return
	}
	offered := len(t.to) > 0
	var list []*massTarget
	for _, g := range s.customers.groups {
		named := slices.ContainsFunc(t.to, func(to *massTarget) bool { return to.chat == g })
		if g.gone() || g.owner != t.userID || offered && !named || len(chatIDs) > 0 && !slices.Contains(chatIDs, g.id) {
			continue
		}
		list = append(list, &massTarget{chat: g})
	}
	t.to = list
}

// received counts the group messages that a customer or group chat got in the month of now.
func (cs *customerState) received(like CustomerMessage, now time.Time) int {
	n := 0
	for _, m := range cs.sent {
		if m.MsgID != "" && m.ExternalUserID == like.ExternalUserID && m.ChatID == like.ChatID && m.Time.Format("2006-01") == now.Format("2006-01") {
			n++
		}
	}
	return n
}

func daysIn(t time.Time) int {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, t.Location()).Day()
}

// deliver keeps a message that arrived.
func (s *Server) deliver(m CustomerMessage, via string) {
	m.Via, m.Time = via, s.now()
	cs := &s.customers
	cs.sent = append(cs.sent, m)
	if over := len(cs.sent) - s.opts.requestLimit; over > 0 {
		cs.sent = slices.Delete(cs.sent, 0, over)
	}
}

// messageBody is the content of messages to customers.
type messageBody struct {
	Text        textBody     `json:"text"`
	Attachments []attachment `json:"attachments"`
}

// checkMessage refuses content as the platform would.
func (s *Server) checkMessage(b *messageBody) error {
	switch {
	case b.Text.Content == "" && len(b.Attachments) == 0:
		return fail(codeMissingContent, "text and attachments are both empty")
	case len(b.Text.Content) > customerTextLimit:
		return fail(workwx.CodeMessageTooLong, "text exceeds %d bytes", customerTextLimit)
	case len(b.Attachments) > attachmentLimit:
		return fail(codeTooManyAttachments, "more than %d attachments", attachmentLimit)
	}
	for i := range b.Attachments {
		if err := s.checkAttachment(&b.Attachments[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) checkAttachment(a *attachment) error {
	b := a.body()
	switch {
	case !slices.Contains([]string{"image", "link", "video", "miniprogram", "file"}, a.MsgType):
		return fail(codeIllegalAttachment, "invalid attachments msgtype %q", a.MsgType)
	case b == nil:
		return fail(codeMissingContent, "%s missing", a.MsgType)
	}
	switch a.MsgType {
	case "image":
		if b.MediaID == "" && b.PicURL != "" {
			return nil
		}
		return s.checkMedia(b.MediaID)
	case "link":
		switch {
		case b.Title == "":
			return fail(codeMissingTitle, "link.title missing")
		case b.URL == "":
			return fail(codeMissingURL, "link.url missing")
		case len(b.Title) > 128 || len(b.Desc) > 512 || len(b.URL) > 2048 || len(b.CoverURL) > 2048:
			return fail(codeIllegalParameter, "link: title, desc, url and picurl have 128, 512, 2048 and 2048 bytes at most")
		}
		return nil
	case "miniprogram":
		switch {
		case b.AppID == "":
			return fail(codeMissingMiniProgram, "miniprogram.appid missing")
		case b.Title == "":
			return fail(codeMissingTitle, "miniprogram.title missing")
		case b.Page == "" || len(b.Title) > 64:
			return fail(codeIllegalParameter, "miniprogram.page is missing, or title has more than 64 bytes")
		}
		return s.checkMedia(b.PicMediaID)
	}
	return s.checkMedia(b.MediaID)
}

// sendWelcome greets a new customer, once and within 20 seconds.
func sendWelcome(s *Server, c *call, req *struct {
	messageBody
	Code string `json:"welcome_code"`
}) (any, error) {
	if req.Code == "" {
		return nil, fail(codeMissingWelcomeCode, "welcome_code missing")
	}
	w := s.customers.welcome[req.Code]
	switch {
	case w == nil || c.now.Sub(w.issued) > welcomeCodeLife:
		return nil, fail(workwx.CodeInvalidWelcomeCode, "invalid welcome code")
	case w.sent || w.follow.talked.After(w.issued):
		return nil, fail(workwx.CodeChatAlreadyStarted, "externaluser has started chatting")
	}
	if err := s.checkMessage(&req.messageBody); err != nil {
		return nil, err
	}
	w.sent, w.follow.greeted = true, true
	s.deliver(CustomerMessage{
		UserID: w.follow.userID, ExternalUserID: w.follow.person.ExternalUserID, Text: req.Text.Content, Attachments: attachmentsOf(req.Attachments),
	}, c.path)
	return nil, nil
}

func (cs *customerState) massMessage(id string) *massMessage {
	return lookup(cs.mass, func(m *massMessage) bool { return m.id == id })
}

func (m *massMessage) task(userID string) *massTask {
	return lookup(m.tasks, func(t *massTask) bool { return strings.EqualFold(t.userID, userID) })
}

func (s *Server) massMessageOf(id string) (*massMessage, error) {
	if id == "" {
		return nil, fail(codeMissingGroupMsgID, "msgid missing")
	}
	m := s.customers.massMessage(id)
	if m == nil {
		return nil, fail(workwx.CodeInvalidGroupMessageID, "invalid msgid")
	}
	return m, nil
}

type addMassRequest struct {
	messageBody
	ChatType       workwx.GroupMsgChatType `json:"chat_type"`
	ExternalUserID []string                `json:"external_userid"`
	ChatIDs        []string                `json:"chat_id_list"`
	Filter         struct {
		Groups []struct {
			Tags []string `json:"tag_list"`
		} `json:"group_list"`
	} `json:"tag_filter"`
	Sender      string `json:"sender"`
	AllowSelect bool   `json:"allow_select"`
}

func addMassMessage(s *Server, c *call, req *addMassRequest) (any, error) {
	if err := s.checkMessage(&req.messageBody); err != nil {
		return nil, err
	}
	if req.Sender != "" {
		m, err := s.servantOf(c, req.Sender)
		if err != nil {
			return nil, err
		}
		req.Sender = m.UserID
	}
	m := &massMessage{
		id: newID("msg"), chatType: cmp.Or(req.ChatType, workwx.GroupMsgChatTypeSingle), text: req.Text, attachments: req.Attachments,
		created: c.now, selectable: req.AllowSelect,
	}
	var failed []string
	var err error
	switch m.chatType {
	case workwx.GroupMsgChatTypeSingle:
		failed, err = s.addressCustomers(c, m, req)
	case workwx.GroupMsgChatTypeGroup:
		failed, err = s.addressChats(c, m, req)
	default:
		err = fail(codeIllegalParameter, "invalid chat_type %q", req.ChatType)
	}
	if err != nil {
		return nil, err
	}
	if len(m.tasks) == 0 {
		return nil, &refusal{code: workwx.CodeNoCustomerToSendTo, msg: "no customer to send", data: struct {
			FailList []string `json:"fail_list"`
		}{notNil(failed)}}
	}
	s.customers.mass = append(s.customers.mass, m)
	return struct {
		FailList []string `json:"fail_list"`
		MsgID    string   `json:"msgid"`
	}{notNil(failed), m.id}, nil
}

// addressCustomers leaves each customer to the sender, or to the member who talked with them last.
func (s *Server) addressCustomers(c *call, m *massMessage, req *addMassRequest) (failed []string, err error) {
	cs := &s.customers
	filtered := len(req.Filter.Groups) > 0
	switch {
	case len(req.ExternalUserID) == 0 && req.Sender == "" && !filtered:
		return nil, fail(workwx.CodeEmptyParameter, "sender, external_userid and tag_filter are all empty")
	case len(req.ExternalUserID) > 10000:
		return nil, fail(codeIllegalParameter, "external_userid has more than 10000 customers")
	}
	for _, g := range req.Filter.Groups {
		if len(g.Tags) > 100 {
			return nil, fail(codeIllegalParameter, "a group of tag_filter has more than 100 tags")
		}
	}
	// sender returns who sends to a person.
	sender := func(p *person) *follow {
		var best *follow
		for _, f := range cs.follows {
			if f.person != p || !s.seesFollow(c, f) || req.Sender != "" && f.userID != req.Sender {
				continue
			}
			if best == nil || f.talked.After(best.talked) {
				best = f
			}
		}
		return best
	}
	assign := func(f *follow) {
		t := m.task(f.userID)
		if t == nil {
			t = &massTask{userID: f.userID}
			m.tasks = append(m.tasks, t)
		}
		if !slices.ContainsFunc(t.to, func(to *massTarget) bool { return to.person == f.person }) {
			t.to = append(t.to, &massTarget{person: f.person})
		}
	}
	if len(req.ExternalUserID) > 0 {
		for _, id := range req.ExternalUserID {
			if p := cs.person(id); p != nil {
				if f := sender(p); f != nil {
					assign(f)
					continue
				}
			}
			failed = append(failed, id)
		}
		return failed, nil
	}
	for _, p := range cs.people {
		f := sender(p)
		if f == nil {
			continue
		}
		if fits := func() bool {
			for _, g := range req.Filter.Groups {
				if !slices.ContainsFunc(g.Tags, func(id string) bool { return slices.Contains(f.tags, id) }) {
					return false
				}
			}
			return true
		}; fits() {
			assign(f)
		}
	}
	return nil, nil
}

// addressChats asks the sender to choose among the group chats, or names those that are the sender's.
func (s *Server) addressChats(c *call, m *massMessage, req *addMassRequest) (failed []string, err error) {
	switch {
	case req.Sender == "":
		return nil, fail(codeMissingUserID, "sender missing")
	case len(req.ChatIDs) > 2000:
		return nil, fail(codeIllegalParameter, "chat_id_list has more than 2000 group chats")
	}
	t := &massTask{userID: req.Sender}
	for _, id := range req.ChatIDs {
		if g := s.customers.group(id); g != nil && s.seesGroup(c, g) && g.owner == req.Sender {
			t.to = append(t.to, &massTarget{chat: g})
		} else {
			failed = append(failed, id)
		}
	}
	if len(t.to) > 0 || len(req.ChatIDs) == 0 {
		m.tasks = append(m.tasks, t)
	}
	return failed, nil
}

type groupMsgID struct {
	MsgID string `json:"msgid"`
}

func remindMassMessage(s *Server, c *call, req *groupMsgID) (any, error) {
	m, err := s.massMessageOf(req.MsgID)
	if err != nil {
		return nil, err
	}
	recent := 0
	for _, at := range m.reminders {
		if c.now.Sub(at) < 24*time.Hour {
			recent++
		}
	}
	switch {
	case m.cancelled:
		return nil, fail(workwx.CodeGroupMessageCancelled, "the group message was cancelled")
	case recent >= remindersPerDay:
		return nil, fail(codeTooManyReminders, "reminded %d times within 24 hours", recent)
	}
	m.reminders = append(m.reminders, c.now)
	return nil, nil
}

func cancelMassMessage(s *Server, _ *call, req *groupMsgID) (any, error) {
	m, err := s.massMessageOf(req.MsgID)
	if err != nil {
		return nil, err
	}
	if m.cancelled {
		return nil, fail(workwx.CodeGroupMessageCancelled, "the group message was cancelled")
	}
	m.cancelled = true
	return nil, nil
}

func listMassMessages(s *Server, _ *call, req *struct {
	paging
	ChatType   workwx.GroupMsgChatType `json:"chat_type"`
	StartTime  int64                   `json:"start_time"`
	EndTime    int64                   `json:"end_time"`
	Creator    string                  `json:"creator"`
	FilterType *workwx.PublisherType   `json:"filter_type"`
}) (any, error) {
	type item struct {
		MsgID       string               `json:"msgid"`
		Creator     string               `json:"creator"`
		CreateTime  int64                `json:"create_time"`
		CreateType  workwx.PublisherType `json:"create_type"`
		Text        textBody             `json:"text"`
		Attachments []attachment         `json:"attachments"`
	}
	switch {
	case req.ChatType != workwx.GroupMsgChatTypeSingle && req.ChatType != workwx.GroupMsgChatTypeGroup:
		return nil, fail(codeIllegalParameter, "invalid chat_type %q", req.ChatType)
	case req.StartTime == 0 || req.EndTime < req.StartTime || req.EndTime-req.StartTime > 31*24*60*60:
		return nil, fail(codeIllegalParameter, "start_time and end_time must be a month apart at most")
	}
	var all []item
	for _, m := range s.customers.mass { // all of them the corp's, without a creator
		at := m.created.Unix()
		if m.chatType == req.ChatType && at >= req.StartTime && at <= req.EndTime && req.Creator == "" &&
			(req.FilterType == nil || *req.FilterType != workwx.PublisherTypeMember) {
			all = append(all, item{MsgID: m.id, CreateTime: at, Text: m.text, Attachments: notNil(m.attachments)})
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 50, 100)
	return struct {
		List       []item `json:"group_msg_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

func listMassTasks(s *Server, c *call, req *struct {
	paging
	MsgID string `json:"msgid"`
}) (any, error) {
	type item struct {
		UserID   string                    `json:"userid"`
		Status   workwx.GroupMsgTaskStatus `json:"status"`
		SendTime int64                     `json:"send_time,omitempty"`
	}
	m, err := s.massMessageOf(req.MsgID)
	if err != nil {
		return nil, err
	}
	var all []item
	for _, t := range m.tasks {
		one := item{UserID: t.userID}
		if !t.sent.IsZero() {
			one.Status, one.SendTime = workwx.GroupMsgTaskStatusSent, t.sent.Unix()
		}
		all = append(all, one)
	}
	part, next, err := page(all, req.Cursor, req.Limit, 500, 1000)
	return struct {
		List       []item `json:"task_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

func listMassResults(s *Server, c *call, req *struct {
	paging
	MsgID  string `json:"msgid"`
	UserID string `json:"userid"`
}) (any, error) {
	type item struct {
		UserID         string                    `json:"userid"`
		ChatID         string                    `json:"chat_id,omitempty"`
		ExternalUserID string                    `json:"external_userid,omitempty"`
		Status         workwx.GroupMsgSendStatus `json:"status"`
		SendTime       int64                     `json:"send_time,omitempty"`
	}
	m, err := s.massMessageOf(req.MsgID)
	if err != nil {
		return nil, err
	}
	if req.UserID == "" {
		return nil, fail(codeMissingUserID, "userid missing")
	}
	t := m.task(req.UserID)
	if t == nil {
		return nil, fail(workwx.CodeInvalidUserID, "the member is not asked to send this group message")
	}
	var all []item
	for _, to := range t.to {
		one := item{UserID: t.userID, Status: to.status}
		if to.status == workwx.GroupMsgSendStatusSent {
			one.SendTime = t.sent.Unix()
		}
		if to.person != nil {
			one.ExternalUserID = to.person.ExternalUserID
		} else if one.ChatID = to.chat.id; to.status != workwx.GroupMsgSendStatusSent {
			continue
		}
		all = append(all, one)
	}
	part, next, err := page(all, req.Cursor, req.Limit, 500, 1000)
	return struct {
		List       []item `json:"send_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

// settleTemplate checks a welcome message of group chats: of what is beside the text the first counts.
func (s *Server) settleTemplate(w *welcomeTemplate) error {
	if w.Text != nil && len(w.Text.Content) > welcomeTextLimit {
		return fail(workwx.CodeMessageTooLong, "text exceeds %d bytes", welcomeTextLimit)
	}
	bodies := []struct {
		kind string
		body **attachmentBody
	}{{"image", &w.Image}, {"link", &w.Link}, {"miniprogram", &w.MiniProgram}, {"file", &w.File}, {"video", &w.Video}}
	found := w.Text != nil && w.Text.Content != ""
	first := true
	for _, b := range bodies {
		if *b.body == nil {
			continue
		}
		if !first {
			*b.body = nil
			continue
		}
		found, first = true, false
		a := &attachment{MsgType: b.kind, Image: w.Image, Link: w.Link, Video: w.Video, MiniProgram: w.MiniProgram, File: w.File}
		if err := s.checkAttachment(a); err != nil {
			return err
		}
		if b.kind == "image" && w.Image.PicURL == "" {
			w.Image = &attachmentBody{PicURL: s.URL + imagePath + w.Image.MediaID}
		}
	}
	if !found {
		return fail(codeMissingContent, "the welcome message is empty")
	}
	return nil
}

type templateID struct {
	ID string `json:"template_id"`
}

// templateOf returns a welcome message; with an app, one that the app created.
func (s *Server) templateOf(id string, a *app) (*welcomeTemplate, error) {
	w := lookup(s.customers.templates, func(w *welcomeTemplate) bool { return w.id == id })
	switch {
	case w == nil:
		return nil, fail(codeIllegalParameter, "invalid template_id")
	case a != nil && w.app != a:
		return nil, fail(codeTemplateOfAnotherApp, "the template was created by another app")
	}
	return w, nil
}

func addWelcomeTemplate(s *Server, c *call) (any, error) {
	w := &welcomeTemplate{id: newID("msg"), app: c.app}
	if err := c.decode(w); err != nil {
		return nil, err
	}
	if len(s.customers.templates) >= welcomeTemplateLimit {
		return nil, fail(codeTooManyTemplates, "the corp has %d welcome messages for group chats", welcomeTemplateLimit)
	}
	if err := s.settleTemplate(w); err != nil {
		return nil, err
	}
	s.customers.templates = append(s.customers.templates, w)
	return templateID{w.id}, nil
}

func editWelcomeTemplate(s *Server, c *call) (any, error) {
	var req templateID
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	old, err := s.templateOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	w := &welcomeTemplate{id: old.id, app: old.app}
	if err := c.decode(w); err != nil {
		return nil, err
	}
	if err := s.settleTemplate(w); err != nil {
		return nil, err
	}
	*old = *w
	return nil, nil
}

func getWelcomeTemplate(s *Server, _ *call, req *templateID) (any, error) {
	w, err := s.templateOf(req.ID, nil)
	if err != nil {
		return nil, err
	}
	return w, nil
}

func deleteWelcomeTemplate(s *Server, c *call, req *templateID) (any, error) {
	w, err := s.templateOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	s.customers.templates = slices.DeleteFunc(s.customers.templates, func(o *welcomeTemplate) bool { return o == w })
	return nil, nil
}
