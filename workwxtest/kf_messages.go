package workwxtest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// KfMessage is a message that a customer received from a 微信客服 account through the API.
type KfMessage struct {
	ID             string // msgid
	OpenKfID       string
	ExternalUserID string
	Type           workwx.KfMsgType
	Content        string          // its text, title or head_content, or the id of a file
	Code           string          // the code of the event that it answers, if it does
	JSON           json.RawMessage // what stood below the msgtype's name
	Body           json.RawMessage // the whole request
	Time           time.Time
}

// kfEntry is a message or event that can be synced.
type kfEntry struct {
	seq  int64
	time time.Time
	json json.RawMessage
}

// How long the platform keeps what.
const (
	kfTokenLife = 10 * time.Minute
	kfKept      = 3 * 24 * time.Hour
)

// KfMessages returns what was sent to customers of 微信客服, in order. The oldest are forgotten when there are
// more than [WithRequestLimit] allows.
func (s *Server) KfMessages() []KfMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.kf.sent)
}

// KfCustomerSays has a customer write texts to an account: they wait for kf/sync_msg, the customer's session
// begins or goes on, and the event kf_msg_or_event is pushed to the URL of [WithCallback]. It panics if there
// is no such account.
func (s *Server) KfCustomerSays(openKfID, externalUserID string, texts ...string) {
	msgs := make([]workwx.KfMsg, len(texts))
	for i, text := range texts {
		msgs[i] = workwx.KfMsg{MsgType: workwx.KfMsgTypeText, Text: workwx.KfMsgText{Content: text}}
	}
	s.KfCustomerSends(openKfID, externalUserID, msgs...)
}

// KfCustomerSends is [Server.KfCustomerSays] for messages of any type. The ids and times that are not set are
// made up.
func (s *Server) KfCustomerSends(openKfID, externalUserID string, msgs ...workwx.KfMsg) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	cu := s.kfCustomer(externalUserID)
	for _, m := range msgs {
		m.Origin, m.OpenKfID, m.ExternalUserID = workwx.KfOriginCustomer, a.ID, cu.id
		a.asked(cu, now)
		a.queue(m, now)
	}
	s.pushKf(a, now)
}

// KfCustomerEnters has a customer open the chat with an account, through the link of a scene if it is not
// empty. The event enter_session carries a welcome_code if the customer neither wrote nor was welcomed for 48
// hours.
func (s *Server) KfCustomerEnters(openKfID, externalUserID, scene, sceneParam string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	cu := s.kfCustomer(externalUserID)
	cu.entered, cu.scene, cu.param = now, scene, sceneParam
	ev := workwx.KfEvent{EventType: workwx.KfEventTypeEnterSession, ExternalUserID: cu.id, Scene: scene, SceneParam: sceneParam}
	if ses := a.session(cu.id, now); now.Sub(ses.lastAsk) > kfWindow && now.Sub(ses.welcomed) > kfWindow {
		ev.WelcomeCode = s.kfCodeFor(kfCodeWelcome, a, cu.id, now)
	}
	a.queueEvent(ev, now)
	s.pushKf(a, now)
}

// KfServicerSays has a member write a text to a customer in the WeCom app. A session that has ended goes on
// with the member.
func (s *Server) KfServicerSays(openKfID, userID, externalUserID, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	cu := s.kfCustomer(externalUserID)
	ses := a.session(cu.id, now)
	if ses.state == workwx.KfServiceStateFinished {
		s.changeKfSession(a, ses, cu.id, workwx.KfSessionChangeResumed, userID, now)
	}
	if !ses.answered && ses.servicer == userID {
		ses.answered = true
		a.day(now).servicer(userID).answer(now.Sub(ses.assigned))
	}
	a.queue(workwx.KfMsg{MsgType: workwx.KfMsgTypeText, Origin: workwx.KfOriginServicer, OpenKfID: a.ID, ExternalUserID: cu.id,
		ServicerUserID: userID, Text: workwx.KfMsgText{Content: text}}, now)
	s.pushKf(a, now)
}

// KfServicerTakes has a member take a customer's session in the WeCom app: from the queue, or from another
// servicer. The event session_status_change carries a msg_code in the first case.
func (s *Server) KfServicerTakes(openKfID, userID, externalUserID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	ses := a.session(s.kfCustomer(externalUserID).id, now)
	change := workwx.KfSessionChangeTaken
	switch ses.state {
	case workwx.KfServiceStateManualReception:
		change = workwx.KfSessionChangeTransferred
	case workwx.KfServiceStateFinished:
		change = workwx.KfSessionChangeResumed
	}
	s.changeKfSession(a, ses, externalUserID, change, userID, now)
	s.pushKf(a, now)
}

// KfServicerEnds has the servicer end a customer's session in the WeCom app. The event session_status_change
// carries a msg_code.
func (s *Server) KfServicerEnds(openKfID, externalUserID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	ses := a.session(s.kfCustomer(externalUserID).id, now)
	s.changeKfSession(a, ses, externalUserID, workwx.KfSessionChangeEnded, "", now)
	s.pushKf(a, now)
}

func (s *Server) changeKfSession(a *kfAccount, ses *kfSession, customer string, change workwx.KfSessionChange, userID string, now time.Time) {
	ev := workwx.KfEvent{EventType: workwx.KfEventTypeSessionStatusChange, ExternalUserID: customer, ChangeType: change, NewServicerUserID: userID}
	if change != workwx.KfSessionChangeTaken {
		ev.OldServicerUserID = ses.servicer
	}
	state := workwx.KfServiceStateManualReception
	switch change {
	case workwx.KfSessionChangeTaken:
		ev.MsgCode = s.kfCodeFor(kfCodeReply, a, customer, now)
	case workwx.KfSessionChangeEnded:
		ev.MsgCode = s.kfCodeFor(kfCodeEnd, a, customer, now)
		state = workwx.KfServiceStateFinished
	}
	s.moveKf(a, ses, customer, state, userID, now)
	a.queueEvent(ev, now)
}

// SetKfServicerStatus has a servicer begin or stop to take sessions, in the WeCom app.
func (s *Server) SetKfServicerStatus(openKfID, userID string, status workwx.KfServicerStatus, stopType workwx.KfStopType) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	v := a.servicer(userID, 0)
	if v == nil {
		panic(fmt.Sprintf("workwxtest: %q is no servicer of the account; use AddKfServicers", userID))
	}
	ev := workwx.KfEvent{EventType: workwx.KfEventTypeServicerStatusChange, ServicerUserID: userID, Status: workwx.KfServicerChangeReceiving}
	v.Status, v.StopType = new(int), nil
	if status == workwx.KfServicerStatusStopped {
		stop := int(stopType)
		*v.Status, v.StopType = 1, &stop
		ev.Status, ev.StopType = workwx.KfServicerChangeStopped, stopType
	}
	a.queueEvent(ev, now)
	s.pushKf(a, now)
}

// AddKfEvent queues an event of an account that the other methods do not give rise to, such as msg_send_fail
// or user_recall_msg.
func (s *Server) AddKfEvent(openKfID string, ev workwx.KfEvent) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	a.queueEvent(ev, now)
	s.pushKf(a, now)
}

// KfToken returns what the event kf_msg_or_event carries: a token for kf/sync_msg that is good for 10 minutes.
func (s *Server) KfToken() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kfToken(s.now())
}

// KfEventXML is the payload of the event that an account has something new, with a token of its own.
func (s *Server) KfEventXML(openKfID string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, now := s.mustKfAccount(openKfID), s.now()
	return s.kfEvent(a, now).complete(s.opts.corpID, 0, now)
}

// KfEmptyPages answers the next n calls of kf/sync_msg with an empty page that says that more follow.
func (s *Server) KfEmptyPages(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kf.emptyPages = n
}

// ExpireKfCursors has all cursors that were given out so far refused with errcode 50100.
func (s *Server) ExpireKfCursors() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kf.cursorAge++
}

// ExpireKfTokens ends the tokens of all events so far: kf/sync_msg refuses them with errcode 95007.
func (s *Server) ExpireKfTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.kf.tokens)
}

func (s *Server) kfToken(now time.Time) string {
	for old, issued := range s.kf.tokens {
		if now.Sub(issued) > kfTokenLife {
			delete(s.kf.tokens, old)
		}
	}
	token := newID("ENC")
	s.kf.tokens[token] = now
	return token
}

func (s *Server) kfEvent(a *kfAccount, now time.Time) *eventXML {
	return event("kf_msg_or_event").text("Token", s.kfToken(now)).text("OpenKfId", a.ID)
}

func (s *Server) pushKf(a *kfAccount, now time.Time) {
	if s.opts.callbackURL != "" {
		s.pushEvent(s.kfEvent(a, now))
	}
}

// asked begins or goes on with a session.
func (a *kfAccount) asked(cu *kfCustomer, now time.Time) {
	day := a.day(now)
	ses := a.session(cu.id, now)
	if ses.state == workwx.KfServiceStateFinished {
		ses.state, ses.coded = workwx.KfServiceStateUntreated, nil
		day.sessions++
	}
	ses.lastAsk, ses.replies, cu.lastAsk = now, 0, now
	day.ask(cu.id, ses.servicer)
}

func (a *kfAccount) queueEvent(ev workwx.KfEvent, now time.Time) {
	ev.OpenKfID = a.ID
	a.queue(workwx.KfMsg{MsgType: workwx.KfMsgTypeEvent, Origin: workwx.KfOriginSystem, Event: ev}, now)
}

func (a *kfAccount) queue(m workwx.KfMsg, now time.Time) {
	if m.MsgID == "" {
		m.MsgID = newID("kf")
	}
	if m.SendTime.IsZero() {
		m.SendTime = workwx.At(now)
	}
	kept := sort.Search(len(a.log), func(i int) bool { return now.Sub(a.log[i].time) <= kfKept })
	a.seq++
	a.log = append(a.log[kept:], kfEntry{a.seq, now, encode(m)})
}

func kfMessageHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/kf/sync_msg":          in(syncKf),
		"/cgi-bin/kf/send_msg":          in(sendKf),
		"/cgi-bin/kf/send_msg_on_event": in(sendKfOnEvent),
	}
}

// kfCursor makes the cursor that stands before the entry after seq. No two are the same.
func (s *Server) kfCursor(a *kfAccount, seq int64) string {
	s.kf.cursors++
	return fmt.Sprintf("%s.%d.%d.%d", s.alias("kfc", a.ID)[:12], s.kf.cursorAge, seq, s.kf.cursors)
}

func (s *Server) parseKfCursor(a *kfAccount, cursor string) (seq int64, err error) {
	if cursor == "" {
		return 0, nil
	}
	parts := strings.Split(cursor, ".")
	if len(parts) == 4 && parts[0] == s.alias("kfc", a.ID)[:12] && parts[1] == strconv.Itoa(s.kf.cursorAge) {
		if seq, err := strconv.ParseInt(parts[2], 10, 64); err == nil {
			return seq, nil
		}
	}
	return 0, fail(workwx.CodeInvalidCursor, "invalid cursor")
}

// syncKf returns the messages after the cursor.
func syncKf(s *Server, c *call, req *struct {
	Token  string `json:"token"`
	Cursor string `json:"cursor"`
	Limit  int    `json:"limit"`
	ID     string `json:"open_kfid"`
}) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	if err != nil {
		return nil, err
	}
	if req.Token != "" {
		if issued, ok := s.kf.tokens[req.Token]; !ok || c.now.Sub(issued) > kfTokenLife {
			return nil, fail(workwx.CodeInvalidMessageToken, "invalid msg token")
		}
	}
	seq, err := s.parseKfCursor(a, req.Cursor)
	if err != nil {
		return nil, err
	}
	if req.Limit <= 0 || req.Limit > 1000 {
		req.Limit = 1000
	}
	out := struct {
		NextCursor string            `json:"next_cursor"`
		HasMore    flag              `json:"has_more"`
		MsgList    []json.RawMessage `json:"msg_list"`
	}{MsgList: []json.RawMessage{}}
	if s.kf.emptyPages > 0 {
		s.kf.emptyPages--
		out.NextCursor, out.HasMore = s.kfCursor(a, seq), true
		return out, nil
	}
	rest := a.log[sort.Search(len(a.log), func(i int) bool { return a.log[i].seq > seq && c.now.Sub(a.log[i].time) <= kfKept }):]
	for _, entry := range rest[:min(len(rest), req.Limit)] {
		out.MsgList, seq = append(out.MsgList, entry.json), entry.seq
	}
	out.HasMore = len(rest) > req.Limit
	out.NextCursor = s.kfCursor(a, seq)
	if len(rest) == 0 && req.Cursor != "" {
		out.NextCursor = req.Cursor
	}
	return out, nil
}

type kfSend struct {
	ID      string `json:"open_kfid"`
	ToUser  string `json:"touser"`
	Code    string `json:"code"`
	MsgID   string `json:"msgid"`
	MsgType string `json:"msgtype"`
}

// sendKf records a message to a customer whose session the API may write to.
func sendKf(s *Server, c *call, req *kfSend) (any, error) {
	a, ses, err := s.kfSessionOf(req.ID, req.ToUser, c.now)
	if err != nil {
		return nil, err
	}
	switch {
	case !ses.lastAsk.IsZero() && c.now.Sub(ses.lastAsk) > kfWindow:
		return nil, fail(workwx.CodeKfMessageTimeLimit, "the customer wrote more than 48 hours ago")
	case ses.state != workwx.KfServiceStateUntreated && ses.state != workwx.KfServiceStateRobotReception:
		return nil, fail(workwx.CodeKfStateForbidsSending, "send msg session status invalid: it is %d", ses.state)
	case ses.replies >= 5:
		return nil, fail(workwx.CodeKfMessageCountLimit, "five messages since the customer's last")
	}
	types := []string{"text", "image", "voice", "video", "file", "link", "miniprogram", "msgmenu", "location", "business_card", "ca_link"}
	out, err := s.recordKf(c, a, req.ToUser, req, types)
	if err == nil {
		ses.replies++
	}
	return out, err
}

// sendKfOnEvent uses up the code of an event. The documentation does not say which errcode a code gives
// that is not good; the one here is that of the other welcome_code.
func sendKfOnEvent(s *Server, c *call, req *kfSend) (any, error) {
	code := s.kf.codes[req.Code]
	if code == nil || c.now.After(code.expires) {
		return nil, fail(workwx.CodeInvalidWelcomeCode, "invalid code: it was used or has expired")
	}
	types := []string{"text", "msgmenu"}
	if code.kind == kfCodeReply {
		types = types[:1]
	}
	out, err := s.recordKf(c, code.account, code.customer, req, types)
	if err != nil {
		return nil, err
	}
	delete(s.kf.codes, req.Code)
	if code.kind == kfCodeWelcome {
		code.account.session(code.customer, c.now).welcomed = c.now
	}
	return out, nil
}

var kfMsgIDForm = regexp.MustCompile(`^[0-9a-zA-Z_-]{0,32}$`)

func (s *Server) recordKf(c *call, a *kfAccount, customer string, req *kfSend, types []string) (any, error) {
	switch {
	case !kfMsgIDForm.MatchString(req.MsgID):
		return nil, fail(codeIllegalParameter, "msgid must be at most 32 of 0-9 a-z A-Z _ -")
	case req.MsgID != "" && a.sent[req.MsgID]:
		return nil, fail(workwx.CodeKfDuplicateMsgID, "msgid repeated")
	}
	raw, ct, err := s.open(c, req.MsgType, limits{types: types, text: maxBody})
	if err != nil {
		return nil, err
	}
	menuItems := workwx.MaxKfMenuItems
	if req.Code != "" {
		menuItems = workwx.MaxKfEventMenuItems
	}
	if err := s.checkKfContent(req.MsgType, raw, menuItems); err != nil {
		return nil, err
	}
	id := req.MsgID
	if id == "" {
		id = newID("kf")
	}
	a.sent[id] = true
	s.kf.sent = append(s.kf.sent, KfMessage{
		ID: id, OpenKfID: a.ID, ExternalUserID: customer, Type: workwx.KfMsgType(req.MsgType), Content: ct.summary(),
		Code: req.Code, JSON: raw, Body: c.body, Time: c.now,
	})
	if over := len(s.kf.sent) - s.opts.requestLimit; over > 0 {
		s.kf.sent = slices.Delete(s.kf.sent, 0, over)
	}
	return struct {
		MsgID string `json:"msgid"`
	}{id}, nil
}

// kfContent holds the fields of contents that are looked at beyond those of content.
type kfContent struct {
	Content      string   `json:"content"`
	Title        string   `json:"title"`
	URL          string   `json:"url"`
	ThumbMediaID string   `json:"thumb_media_id"`
	AppID        string   `json:"appid"`
	PagePath     string   `json:"pagepath"`
	HeadContent  string   `json:"head_content"`
	TailContent  string   `json:"tail_content"`
	Name         string   `json:"name"`
	Latitude     *float64 `json:"latitude"`
	Longitude    *float64 `json:"longitude"`
	UserID       string   `json:"userid"`
	LinkURL      string   `json:"link_url"`
	List         []struct {
		Type  string `json:"type"`
		Click struct {
			ID      string `json:"id"`
			Content string `json:"content"`
		} `json:"click"`
	} `json:"list"`
}

// checkKfContent refuses what lacks something or is too long. Media were checked before.
func (s *Server) checkKfContent(msgType string, raw json.RawMessage, menuItems int) error {
	var ct kfContent
	if err := json.Unmarshal(raw, &ct); err != nil {
		return fail(codeIllegalParameter, "wrong json format: %s: %v", msgType, err)
	}
	missing := func(field string) error { return fail(codeIllegalParameter, "%s.%s missing", msgType, field) }
	switch msgType {
	case "text":
		if len(ct.Content) > workwx.MaxKfTextSize {
			return fail(workwx.CodeMessageTooLong, "content exceeds %d bytes", workwx.MaxKfTextSize)
		}
	case "link":
		switch {
		case ct.Title == "":
			return fail(codeMissingTitle, "link.title missing")
		case ct.URL == "":
			return fail(codeMissingURL, "link.url missing")
		}
		return s.checkMedia(ct.ThumbMediaID)
	case "miniprogram":
		switch {
		case ct.AppID == "":
			return missing("appid")
		case ct.PagePath == "":
			return missing("pagepath")
		}
		return s.checkMedia(ct.ThumbMediaID)
	case "msgmenu":
		return ct.checkMenu(menuItems)
	case "location":
		switch {
		case ct.Latitude == nil || *ct.Latitude < -90 || *ct.Latitude > 90:
			return fail(codeIllegalParameter, "location.latitude must be -90 to 90")
		case ct.Longitude == nil || *ct.Longitude < -180 || *ct.Longitude > 180:
			return fail(codeIllegalParameter, "location.longitude must be -180 to 180")
		}
	case "business_card":
		if s.contacts.member(ct.UserID) == nil {
			return fail(workwx.CodeUserNotFound, "business_card.userid not found")
		}
	case "ca_link":
		if !strings.HasPrefix(ct.LinkURL, "https://work.weixin.qq.com/ca/") {
			return fail(codeIllegalParameter, "ca_link.link_url is no customer acquisition link")
		}
	}
	return nil
}

func (ct *kfContent) checkMenu(limit int) error {
	tappable := 0
	for _, item := range ct.List {
		if item.Type != "text" {
			tappable++
		}
	}
	switch {
	case ct.HeadContent == "" && len(ct.List) == 0 && ct.TailContent == "":
		return fail(codeMissingContent, "msgmenu is empty")
	case len(ct.HeadContent) > workwx.MaxKfMenuHeadSize || len(ct.TailContent) > workwx.MaxKfMenuHeadSize:
		return fail(workwx.CodeMessageTooLong, "head_content or tail_content exceeds %d bytes", workwx.MaxKfMenuHeadSize)
	case len(ct.List) > limit || tappable > workwx.MaxKfMenuTappable:
		return fail(codeKfMenuItems, "the menu has more than %d items, or more than %d that can be tapped", limit, workwx.MaxKfMenuTappable)
	}
	for _, item := range ct.List {
		switch item.Type {
		case "click":
			if len(item.Click.ID) > workwx.MaxKfMenuIDSize || len(item.Click.Content) > workwx.MaxKfMenuContentSize || item.Click.Content == "" {
				return fail(codeIllegalParameter, "click.id may have %d bytes, click.content 1 to %d", workwx.MaxKfMenuIDSize, workwx.MaxKfMenuContentSize)
			}
		case "view", "miniprogram", "text":
		default:
			return fail(codeKfMenuItemType, "invalid type of menu item %q", item.Type)
		}
	}
	return nil
}
