package workwxtest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// contactWay is a contact way as the platform shows it.
type contactWay struct {
	ConfigID      string       `json:"config_id"`
	Type          int          `json:"type"`
	Scene         int          `json:"scene"`
	Style         int          `json:"style"`
	Remark        string       `json:"remark"`
	SkipVerify    bool         `json:"skip_verify"`
	State         string       `json:"state"`
	QRCode        string       `json:"qr_code,omitempty"`
	User          []string     `json:"user"`
	Party         []int64      `json:"party"`
	IsTemp        bool         `json:"is_temp"`
	ExpiresIn     int64        `json:"expires_in,omitempty"`
	ChatExpiresIn int64        `json:"chat_expires_in,omitempty"`
	UnionID       string       `json:"unionid,omitempty"`
	IsExclusive   bool         `json:"is_exclusive"`
	MarkSource    bool         `json:"mark_source"`
	Conclusions   *conclusions `json:"conclusions,omitempty"`
	created       time.Time
	used          bool // a temporary way, which works once
	next          int  // whose turn it is
}

// conclusions is what ends a temporary chat.
type conclusions struct {
	Text        *textBody       `json:"text,omitempty"`
	Image       *attachmentBody `json:"image,omitempty"`
	Link        *attachmentBody `json:"link,omitempty"`
	MiniProgram *attachmentBody `json:"miniprogram,omitempty"`
	settled     bool            // checked, and the picture turned into a URL
}

const (
	contactWayLimit    = 500000
	qrCodeScene        = 2
	temporaryChatLimit = 14 * 24 * 60 * 60
)

func contactWayHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "add_contact_way":    addContactWay,
		ec + "get_contact_way":    in(getContactWay),
		ec + "list_contact_way":   in(listContactWays),
		ec + "update_contact_way": updateContactWay,
		ec + "del_contact_way":    in(deleteContactWay),
		ec + "close_temp_chat":    in(closeTempChat),
	}
}

// Scan is what came of a QR code or link that a customer followed.
type Scan struct {
	UserID      string // the member whom the customer added
	ChatID      string // the group chat that the customer joined
	State       string // the channel
	WelcomeCode string // for SendWelcomeMsg, within 20 seconds; also in the event
	Waiting     bool   // the member has to accept first; see [Server.AcceptCustomer]
}

// CustomerScans plays a customer who follows a contact way, a join way of group chats or an acquisition
// link, named by its config_id or link_id. A link's URL may carry a customer_channel and a once_key. The customer adds one
// of the members, or joins one of the group chats; the event is pushed to the URL of [WithCallback].
func (s *Server) CustomerScans(externalUserID, code string) (Scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settleCustomers()
	cs := &s.customers
	p := cs.person(externalUserID)
	if p == nil {
		return Scan{}, fmt.Errorf("workwxtest: there is no customer %q; use AddCustomer", externalUserID)
	}
	if w := cs.way(code); w != nil {
		return s.scanWay(p, w)
	}
	if w := cs.joinWay(code); w != nil {
		return s.scanJoinWay(p, w)
	}
	id, query := code, url.Values{}
	if u, err := url.Parse(code); err == nil && u.IsAbs() {
		id, query = u.Path[strings.LastIndexByte(u.Path, '/')+1:], u.Query()
	}
	if l := cs.link(id); l != nil {
		return s.scanLink(p, l, query)
	}
	return Scan{}, fmt.Errorf("workwxtest: there is no contact way, join way or acquisition link %q", code)
}

func (s *Server) scanWay(p *person, w *contactWay) (Scan, error) {
	now := s.now()
	if w.IsTemp {
		switch {
		case w.used || now.After(w.created.Add(time.Duration(w.ExpiresIn)*time.Second)):
			return Scan{}, fmt.Errorf("workwxtest: the temporary contact way %s was used or has expired", w.ConfigID)
		case w.UnionID != "" && w.UnionID != p.UnionID:
			return Scan{}, fmt.Errorf("workwxtest: the temporary contact way %s is for another customer", w.ConfigID)
		}
	}
	m := s.pick(p, w)
	if m == nil {
		return Scan{}, fmt.Errorf("workwxtest: nobody serves the contact way %s", w.ConfigID)
	}
	f := &follow{addWay: workwx.AddWayQRCode, operator: p.ExternalUserID, state: w.State, waiting: !w.SkipVerify}
	if w.IsTemp {
		w.used, f.chat, f.chatEnds = true, w, now.Add(time.Duration(w.ChatExpiresIn)*time.Second)
	}
	return s.meet(p, m, f)
}

// pick chooses the member of a contact way: whom the customer has already, or whom others of the same
// corp have if the way is exclusive, or the next by turns.
func (s *Server) pick(p *person, w *contactWay) *member {
	candidates := s.staff(w.User, w.Party)
	if len(candidates) == 0 {
		return nil
	}
	for _, m := range candidates {
		if f := s.customers.follow(m.UserID, p); f != nil {
			return m
		}
	}
	if w.IsExclusive && p.CorpName != "" {
		for _, m := range candidates {
			if slices.ContainsFunc(s.customers.of(m.UserID), func(f *follow) bool { return f.person.CorpName == p.CorpName }) {
				return m
			}
		}
	}
	for range candidates {
		m := candidates[w.next%len(candidates)]
		w.next++
		if !s.full(m.UserID) {
			return m
		}
	}
	return candidates[0]
}

// staff returns the members that a range stands for and who serve customers.
func (s *Server) staff(users []string, parties []int64) []*member {
	var list []*member
	add := func(m *member) {
		if s.serves(m) && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	for _, id := range users {
		add(s.contacts.member(id))
	}
	for _, id := range parties {
		for _, m := range s.contacts.within(s.contacts.subtree(id)) {
			add(m)
		}
	}
	return list
}

func (cs *customerState) way(configID string) *contactWay {
	return lookup(cs.ways, func(w *contactWay) bool { return w.ConfigID == configID })
}

func (s *Server) wayOf(configID string) (*contactWay, error) {
	if configID == "" {
		return nil, fail(codeMissingConfigID, "config_id missing")
	}
	w := s.customers.way(configID)
	if w == nil {
		return nil, fail(workwx.CodeInvalidContactWayConfigID, "invalid config_id")
	}
	return w, nil
}

func addContactWay(s *Server, c *call) (any, error) {
	w := &contactWay{SkipVerify: true, MarkSource: true, created: c.now}
	if err := c.decode(w); err != nil {
		return nil, err
	}
	switch {
	case w.Type == 0:
		return nil, fail(codeMissingWayType, "type missing")
	case w.Type != 1 && w.Type != 2:
		return nil, fail(codeIllegalWayType, "invalid type")
	case w.Scene == 0:
		return nil, fail(codeMissingWayScene, "scene missing")
	case w.Scene != 1 && w.Scene != qrCodeScene:
		return nil, fail(codeIllegalWayScene, "invalid scene")
	case !w.IsTemp && s.customers.lastingWays() >= contactWayLimit:
		return nil, fail(workwx.CodeTooManyContactWays, "the corp has %d contact ways", contactWayLimit)
	}
	if err := s.settleWay(c, w); err != nil {
		return nil, err
	}
	w.ConfigID, w.QRCode = newID(""), ""
	if w.Scene == qrCodeScene {
		w.QRCode = s.URL + "/wwhead/" + w.ConfigID + "/0"
	}
	s.customers.ways = append(s.customers.ways, w)
	return struct {
		ConfigID string `json:"config_id"`
		QRCode   string `json:"qr_code,omitempty"`
	}{w.ConfigID, w.QRCode}, nil
}

// lastingWays counts the ways that the corp's limit counts.
func (cs *customerState) lastingWays() int {
	n := len(cs.joinWays)
	for _, w := range cs.ways {
		if !w.IsTemp {
			n++
		}
	}
	return n
}

// settleWay checks a contact way and fills in what the platform does.
func (s *Server) settleWay(c *call, w *contactWay) error {
	styles := 3
	if w.Type == 2 {
		styles = 2
	}
	switch {
	case w.Style < 0 || w.Style > styles:
		return fail(codeIllegalWayStyle, "invalid style")
	case len([]rune(w.Remark)) > 30 || len([]rune(w.State)) > 30:
		return fail(codeIllegalParameter, "remark and state must have 30 characters at most")
	case w.IsTemp && w.Type != 1:
		return fail(codeIllegalWayType, "a temporary contact way is for a single member")
	case w.ExpiresIn < 0 || w.ExpiresIn > temporaryChatLimit || w.ChatExpiresIn < 0 || w.ChatExpiresIn > temporaryChatLimit:
		return fail(codeIllegalParameter, "expires_in and chat_expires_in must be 14 days at most")
	case w.Type == 1 && len(w.User) > 1:
		return fail(codeTooManyWayUsers, "a contact way of type 1 has a single member")
	case len(w.User) == 0 && (w.Type == 1 || len(w.Party) == 0):
		return fail(codeMissingUserID, "user missing")
	}
	for i, id := range w.User {
		m, err := s.readyServant(c, id)
		if err != nil {
			return err
		}
		w.User[i] = m.UserID
	}
	if w.Type == 1 {
		w.Party = nil
	}
	for _, id := range w.Party {
		if s.contacts.department(id) == nil {
			return fail(workwx.CodeInvalidDepartmentID, "invalid department %d", id)
		}
	}
	if len(s.staff(w.User, w.Party)) > 100 {
		return fail(codeTooManyWayUsers, "a contact way has 100 members at most")
	}
	w.User, w.Party = notNil(w.User), notNil(w.Party)
	if !w.IsTemp {
		w.ExpiresIn, w.ChatExpiresIn, w.UnionID, w.Conclusions = 0, 0, "", nil
		return nil
	}
	if w.ExpiresIn == 0 {
		w.ExpiresIn = 7 * 24 * 60 * 60
	}
	if w.ChatExpiresIn == 0 {
		w.ChatExpiresIn = 24 * 60 * 60
	}
	return s.settleConclusions(w.Conclusions)
}

// settleConclusions checks what ends a temporary chat; a picture comes back with a URL.
func (s *Server) settleConclusions(k *conclusions) error {
	switch {
	case k == nil || k.settled:
		return nil
	case k.Text == nil && k.Image == nil && k.Link == nil && k.MiniProgram == nil:
		return fail(codeMissingContent, "conclusions are empty")
	case k.Text != nil && len(k.Text.Content) > customerTextLimit:
		return fail(workwx.CodeMessageTooLong, "conclusions.text exceeds %d bytes", customerTextLimit)
	}
	k.settled = true
	switch {
	case k.Image != nil:
		k.Link, k.MiniProgram = nil, nil
		if err := s.checkMedia(k.Image.MediaID); err != nil {
			return err
		}
		k.Image = &attachmentBody{PicURL: s.URL + imagePath + k.Image.MediaID}
	case k.Link != nil:
		k.MiniProgram = nil
		return s.checkAttachment(&attachment{MsgType: "link", Link: k.Link})
	case k.MiniProgram != nil:
		return s.checkAttachment(&attachment{MsgType: "miniprogram", MiniProgram: k.MiniProgram})
	}
	return nil
}

type configID struct {
	ConfigID string `json:"config_id"`
}

func getContactWay(s *Server, _ *call, req *configID) (any, error) {
	w, err := s.wayOf(req.ConfigID)
	return struct {
		ContactWay *contactWay `json:"contact_way"`
	}{w}, err
}

func listContactWays(s *Server, c *call, req *struct {
	paging
	StartTime int64 `json:"start_time"`
	EndTime   int64 `json:"end_time"`
}) (any, error) {
	start, end := c.now.AddDate(0, 0, -90).Unix(), c.now.Unix()
	if req.StartTime != 0 {
		start = req.StartTime
	}
	if req.EndTime != 0 {
		end = req.EndTime
	}
	var all []configID
	for _, w := range s.customers.ways {
		if at := w.created.Unix(); !w.IsTemp && at >= start && at <= end {
			all = append(all, configID{w.ConfigID})
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 100, 1000)
	return struct {
		ContactWay []configID `json:"contact_way"`
		NextCursor string     `json:"next_cursor"`
	}{part, next}, err
}

// updateContactWay decodes the request over the way: fields that it does not name stay as they are.
func updateContactWay(s *Server, c *call) (any, error) {
	var req configID
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	old, err := s.wayOf(req.ConfigID)
	if err != nil {
		return nil, err
	}
	if old.IsTemp && (old.used || c.now.After(old.created.Add(time.Duration(old.ExpiresIn)*time.Second))) {
		return nil, fail(workwx.CodeInvalidContactWayConfigID, "the temporary contact way was used or has expired")
	}
	w := *old
	w.User, w.Party, w.Conclusions = slices.Clone(old.User), slices.Clone(old.Party), nil
	if err := c.decode(&w); err != nil {
		return nil, err
	}
	w.ConfigID, w.Type, w.Scene, w.QRCode = old.ConfigID, old.Type, old.Scene, old.QRCode
	if w.Conclusions == nil {
		w.Conclusions = old.Conclusions
	}
	if err := s.settleWay(c, &w); err != nil {
		return nil, err
	}
	*old = w
	return nil, nil
}

func deleteContactWay(s *Server, _ *call, req *configID) (any, error) {
	w, err := s.wayOf(req.ConfigID)
	if err != nil {
		return nil, err
	}
	s.customers.ways = slices.DeleteFunc(s.customers.ways, func(o *contactWay) bool { return o == w })
	return nil, nil
}

// closeTempChat ends a temporary chat; the customer receives the conclusions.
func closeTempChat(s *Server, c *call, req *struct {
	UserID         string `json:"userid"`
	ExternalUserID string `json:"external_userid"`
}) (any, error) {
	f, err := s.followOf(c, req.UserID, req.ExternalUserID)
	if err != nil {
		return nil, err
	}
	if f.chat == nil || c.now.After(f.chatEnds) {
		return nil, fail(codeIllegalParameter, "there is no temporary chat")
	}
	k := f.chat.Conclusions
	f.chat = nil
	if k == nil {
		return nil, nil
	}
	msg := CustomerMessage{UserID: f.userID, ExternalUserID: f.person.ExternalUserID}
	if k.Text != nil {
		msg.Text = k.Text.Content
	}
	for _, a := range []attachment{{MsgType: "image", Image: k.Image}, {MsgType: "link", Link: k.Link}, {MsgType: "miniprogram", MiniProgram: k.MiniProgram}} {
		if a.body() != nil {
			msg.Attachments = attachmentsOf([]attachment{a})
		}
	}
	s.deliver(msg, c.path)
	return nil, nil
}

// attachmentsOf returns attachments as package workwx has them.
func attachmentsOf(list []attachment) []workwx.MsgAttachment {
	var out []workwx.MsgAttachment
	if err := json.Unmarshal(encode(list), &out); err != nil {
		panic(err) // both are of this module
	}
	return out
}
