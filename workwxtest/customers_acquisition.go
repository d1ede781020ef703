package workwxtest

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

// acquisitionLink is a link by which customers add members (获客链接).
type acquisitionLink struct {
	ID         string       `json:"link_id"`
	Name       string       `json:"link_name"`
	URL        string       `json:"url"`
	CreateTime int64        `json:"create_time"`
	SkipVerify bool         `json:"skip_verify"`
	MarkSource bool         `json:"mark_source"`
	Range      userRange    `json:"-"`
	priority   linkPriority // to whom customers go who know members already
	app        *app
	next       int // whose turn it is
	opened     []occurrence
	brought    []occurrence
}

type linkPriority struct {
	Type  int      `json:"priority_type"`
	Users []string `json:"priority_userid_list,omitempty"`
}

// acquisitionState is what acquisition links have in common.
type acquisitionState struct {
	used      int64 // customers that links have brought
	balance   int64 // and may still bring
	component workwx.AcquisitionComponentAuth
	onceKeys  map[string]*onceKey
	chatKeys  map[string]*chatKey
}

// onceKey has a provider pay for one customer of a link.
type onceKey struct {
	link   *acquisitionLink
	issued time.Time
	used   bool
}

// chatKey is the right to ask how often a customer of a link wrote.
type chatKey struct {
	follow *follow
	issued time.Time
}

const (
	linkMembers = 500
	onceKeyLife = 14 * 24 * time.Hour
	chatKeyLife = 30 * time.Minute
)

func acquisitionHandlers() map[string]handler {
	const ca = "/cgi-bin/externalcontact/customer_acquisition"
	return map[string]handler{
		ca + "/list_link":          in(listLinks),
		ca + "/get":                in(getLink),
		ca + "/create_link":        in(createLink),
		ca + "/update_link":        in(updateLink),
		ca + "/delete_link":        in(deleteLink),
		ca + "/customer":           in(listLinkCustomers),
		ca + "/statistic":          in(linkStatistics),
		ca + "/get_chat_info":      in(getLinkChat),
		ca + "/create_once_key":    in(createOnceKeys),
		ca + "/get_comp_auth_info": getAcquisitionComponent,
		ca + "_quota":              getAcquisitionQuota,
		ca + "_app/get_permit":     getAcquisitionPermit,
	}
}

// SetAcquisitionQuota says how many customers acquisition links may still bring, 1,000 at first. Without
// a rest, links lead to nobody.
func (s *Server) SetAcquisitionQuota(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.customers.linking.balance = int64(n)
}

// SetAcquisitionComponent says what the corp has granted to the provider's acquisition component (获客助手组件):
// nothing at first.
func (s *Server) SetAcquisitionComponent(auth workwx.AcquisitionComponentAuth) {
	s.mu.Lock()
	defer s.mu.Unlock()
	auth.AuthApps = slices.Clone(auth.AuthApps)
	s.customers.linking.component = auth
}

// RemoveAcquisitionLink plays an administrator who deletes an acquisition link, and pushes
// customer_acquisition.
func (s *Server) RemoveAcquisitionLink(linkID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.customers.link(linkID)
	if l == nil {
		return fmt.Errorf("workwxtest: there is no acquisition link %q", linkID)
	}
	s.customers.dropLink(l)
	s.pushAcquisition("delete_link", newXML().text("LinkId", l.ID))
	return nil
}

func (s *Server) pushAcquisition(change string, fields *xmlWriter) {
	e := event("customer_acquisition").text("ChangeType", change)
	e.fields.b.Write(fields.b.Bytes())
	s.pushEvent(e)
}

// pushLinkCustomer pushes what a user of WeChat does who came by a link.
func (s *Server) pushLinkCustomer(change string, f *follow) {
	if f.linkID == "" || f.person.Type != workwx.ExternalContactTypeWeChat {
		return
	}
	s.pushAcquisition(change, newXML().text("LinkId", f.linkID).text("UserID", f.userID).
		text("ExternalUserID", f.person.ExternalUserID).text("State", f.state))
}

func (cs *customerState) link(id string) *acquisitionLink {
	return lookup(cs.links, func(l *acquisitionLink) bool { return l.ID == id })
}

func (cs *customerState) dropLink(l *acquisitionLink) {
	cs.links = slices.DeleteFunc(cs.links, func(o *acquisitionLink) bool { return o == l })
}

// scanLink lets a customer add a member of a link: one whom the customer has already, as the link's
// priority says, or the next by turns.
func (s *Server) scanLink(p *person, l *acquisitionLink, query url.Values) (Scan, error) {
	cs := &s.customers
	f := &follow{
		addWay: workwx.AddWayAcquisitionLink, operator: p.ExternalUserID, state: query.Get("customer_channel"), linkID: l.ID,
		waiting: !l.SkipVerify,
	}
	if len(f.state) > 64 {
		return Scan{}, errors.New("workwxtest: customer_channel has more than 64 bytes")
	}
	l.opened = append(l.opened, occurrence{person: p, at: s.now()})
	candidates := s.staff(l.Range.Users, l.Range.Parties)
	favoured := candidates
	switch l.priority.Type {
	case 1:
		favoured = slices.DeleteFunc(slices.Clone(s.contacts.members), func(m *member) bool { return !s.serves(m) })
	case 2:
		favoured = s.staff(l.priority.Users, nil)
	}
	for _, m := range favoured {
		if f := cs.follow(m.UserID, p); f != nil && !f.removed {
			return Scan{UserID: m.UserID, State: f.state, Waiting: f.waiting}, nil
		}
	}
	var k *onceKey
	if query.Has("once_key") {
		k = cs.linking.onceKeys[query.Get("once_key")]
		if k == nil || k.link != l || k.used || s.now().Sub(k.issued) > onceKeyLife {
			return Scan{}, errors.New("workwxtest: the once_key is another link's, was used or has expired")
		}
		f.prepaid = true
	}
	switch {
	case !f.prepaid && cs.linking.balance <= 0:
		return Scan{}, errors.New("workwxtest: the quota of acquisition links is used up")
	case len(candidates) == 0:
		s.pushAcquisition("link_unavailable", newXML().text("LinkId", l.ID))
		return Scan{}, fmt.Errorf("workwxtest: nobody serves the acquisition link %s", l.ID)
	}
	m := candidates[l.next%len(candidates)]
	l.next++
	s.pushAcquisition("friend_request", newXML().text("LinkId", l.ID).text("State", f.state))
	scan, err := s.meet(p, m, f)
	if k != nil && err == nil {
		k.used = true
	}
	return scan, err
}

// linkBrought counts a customer who came by a link.
func (s *Server) linkBrought(f *follow) {
	cs := &s.customers
	if l := cs.link(f.linkID); l != nil {
		l.brought = append(l.brought, occurrence{userID: f.userID, person: f.person, at: s.now()})
	}
	if f.prepaid {
		return
	}
	cs.linking.used++
	cs.linking.balance--
	if cs.linking.balance == 0 {
		s.pushAcquisition("balance_exhausted", newXML())
	}
}

// linkCustomerWrote tells of the messages of a customer who came by a link: the first, then some more with
// a key to ask who it is.
func (s *Server) linkCustomerWrote(f *follow) {
	switch {
	case f.received == 1:
		s.pushLinkCustomer("customer_start_chat", f)
	case f.linkID != "" && slices.Contains([]int{3, 5, 10}, f.received) && f.person.Type == workwx.ExternalContactTypeWeChat:
		key := newID("chat-")
		s.customers.linking.chatKeys[key] = &chatKey{f, s.now()}
		s.pushAcquisition("message_from_customer", newXML().text("LinkId", f.linkID).text("State", f.state).text("ChatKey", key))
	}
}

type linkID struct {
	ID string `json:"link_id"`
}

// linkOf returns a link that the app created.
func (s *Server) linkOf(c *call, id string) (*acquisitionLink, error) {
	l := s.customers.link(id)
	if l == nil || l.app != c.app {
		return nil, fail(codeIllegalParameter, "invalid link_id")
	}
	return l, nil
}

func listLinks(s *Server, c *call, req *paging) (any, error) {
	var all []string
	for _, l := range s.customers.links {
		if l.app == c.app {
			all = append(all, l.ID)
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 100, 100)
	return struct {
		LinkIDs    []string `json:"link_id_list"`
		NextCursor string   `json:"next_cursor"`
	}{part, next}, err
}

func getLink(s *Server, c *call, req *linkID) (any, error) {
	l, err := s.linkOf(c, req.ID)
	if err != nil {
		return nil, err
	}
	return struct {
		Link     *acquisitionLink `json:"link"`
		Range    userRange        `json:"range"`
		Priority linkPriority     `json:"priority_option"`
	}{l, l.Range, l.priority}, nil
}

type linkRequest struct {
	ID         string        `json:"link_id"`
	Name       *string       `json:"link_name"`
	Range      *userRange    `json:"range"`
	Priority   *linkPriority `json:"priority_option"`
	SkipVerify *bool         `json:"skip_verify"`
	MarkSource *bool         `json:"mark_source"`
}

// apply changes what a request names, and checks the whole.
func (s *Server) applyLink(c *call, l *acquisitionLink, req *linkRequest) error {
	if req.Name != nil {
		l.Name = *req.Name
	}
	if req.Range != nil {
		l.Range = *req.Range
	}
	if req.Priority != nil {
		l.priority = *req.Priority
	}
	if req.SkipVerify != nil {
		l.SkipVerify = *req.SkipVerify
	}
	if req.MarkSource != nil {
		l.MarkSource = *req.MarkSource
	}
	switch {
	case l.Name == "" || len([]rune(l.Name)) > 30:
		return fail(codeIllegalParameter, "link_name must have 1 to 30 characters")
	case len(l.Range.Users)+len(l.Range.Parties) == 0:
		return fail(workwx.CodeEmptyParameter, "range is empty")
	case len(l.Range.Users) > linkMembers || len(s.staff(l.Range.Users, l.Range.Parties)) > linkMembers:
		return fail(codeTooManyWayUsers, "range has more than %d members", linkMembers)
	case l.priority.Type < 0 || l.priority.Type > 2 || (l.priority.Type == 2) != (len(l.priority.Users) > 0) || len(l.priority.Users) > 1000:
		return fail(codeIllegalParameter, "priority_type 2, and no other, takes 1 to 1000 members in priority_userid_list")
	}
	for _, id := range slices.Concat(l.Range.Users, l.priority.Users) {
		if _, err := s.readyServant(c, id); err != nil {
			return err
		}
	}
	for _, id := range l.Range.Parties {
		if s.contacts.department(id) == nil {
			return fail(workwx.CodeInvalidDepartmentID, "invalid department %d", id)
		}
	}
	return nil
}

func createLink(s *Server, c *call, req *linkRequest) (any, error) {
	l := &acquisitionLink{ID: newID("ca"), SkipVerify: true, MarkSource: true, CreateTime: c.now.Unix(), app: c.app}
	l.URL = "https://work.weixin.qq.com/ca/" + l.ID
	if err := s.applyLink(c, l, req); err != nil {
		return nil, err
	}
	s.customers.links = append(s.customers.links, l)
	return struct {
		Link *acquisitionLink `json:"link"`
	}{l}, nil
}

func updateLink(s *Server, c *call, req *linkRequest) (any, error) {
	old, err := s.linkOf(c, req.ID)
	if err != nil {
		return nil, err
	}
	l := *old
	if err := s.applyLink(c, &l, req); err != nil {
		return nil, err
	}
	*old = l
	return nil, nil
}

func deleteLink(s *Server, c *call, req *linkID) (any, error) {
	l, err := s.linkOf(c, req.ID)
	if err != nil {
		return nil, err
	}
	s.customers.dropLink(l)
	return nil, nil
}

func listLinkCustomers(s *Server, c *call, req *struct {
	paging
	ID string `json:"link_id"`
}) (any, error) {
	type item struct {
		ExternalUserID string                       `json:"external_userid"`
		UserID         string                       `json:"userid"`
		ChatStatus     workwx.AcquisitionChatStatus `json:"chat_status"`
		State          string                       `json:"state"`
	}
	if _, err := s.linkOf(c, req.ID); err != nil {
		return nil, err
	}
	var all []item
	for _, f := range s.customers.follows {
		if f.linkID != req.ID || !s.seesFollow(c, f) {
			continue
		}
		one := item{ExternalUserID: f.person.ExternalUserID, UserID: f.userID, State: f.state}
		if f.received > 0 {
			one.ChatStatus = workwx.AcquisitionChatStatusWritten
		}
		all = append(all, one)
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		List       []item `json:"customer_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

func linkStatistics(s *Server, c *call, req *struct {
	ID        string `json:"link_id"`
	StartTime int64  `json:"start_time"`
	EndTime   int64  `json:"end_time"`
}) (any, error) {
	l, err := s.linkOf(c, req.ID)
	if err != nil {
		return nil, err
	}
	days, err := statPeriod(c.now, req.StartTime, req.EndTime, c.now)
	if err != nil {
		return nil, err
	}
	count := func(list []occurrence) int {
		seen := map[*person]bool{}
		for _, o := range list {
			if days.holds(o.at) {
				seen[o.person] = true
			}
		}
		return len(seen)
	}
	return struct {
		Clicks int `json:"click_link_customer_cnt"`
		New    int `json:"new_customer_cnt"`
	}{count(l.opened), count(l.brought)}, nil
}

func getAcquisitionQuota(s *Server, c *call) (any, error) {
	type part struct {
		Balance    int64 `json:"balance"`
		ExpireDate int64 `json:"expire_date"`
	}
	q := s.customers.linking
	list := []part{}
	if q.balance > 0 {
		list = append(list, part{q.balance, midnight(c.now.Add(365 * 24 * time.Hour)).Unix()})
	}
	return struct {
		Total     int64  `json:"total"`
		Balance   int64  `json:"balance"`
		QuotaList []part `json:"quota_list"`
	}{q.used, q.balance, list}, nil
}

func getLinkChat(s *Server, c *call, req *struct {
	Key string `json:"chat_key"`
}) (any, error) {
	k := s.customers.linking.chatKeys[req.Key]
	if k == nil || c.now.Sub(k.issued) > chatKeyLife {
		return nil, fail(codeIllegalChatKey, "invalid chat_key")
	}
	type chat struct {
		LinkID   string `json:"link_id"`
		State    string `json:"state"`
		Received int    `json:"recv_msg_cnt"`
	}
	return struct {
		UserID         string `json:"userid"`
		ExternalUserID string `json:"external_userid"`
		ChatInfo       chat   `json:"chat_info"`
	}{k.follow.userID, k.follow.person.ExternalUserID, chat{k.follow.linkID, k.follow.state, k.follow.received}}, nil
}

func createOnceKeys(s *Server, c *call, req *struct {
	LinkID string `json:"link_id"`
	Number int64  `json:"key_num"`
}) (any, error) {
	l, err := s.linkOf(c, req.LinkID)
	switch {
	case err != nil:
		return nil, err
	case s.customers.linking.component.PayMode != workwx.AcquisitionPayModeProvider:
		return nil, fail(codeProviderDoesNotPay, "the provider does not pay for the corp")
	case req.Number < 0 || req.Number > 1000:
		return nil, fail(codeIllegalParameter, "key_num must be 1 to 1000")
	}
	keys := []string{}
	for range cmp.Or(req.Number, 100) {
		key := newID("once-")
		s.customers.linking.onceKeys[key] = &onceKey{link: l, issued: c.now}
		keys = append(keys, key)
	}
	return struct {
		Keys []string `json:"keys"`
	}{keys}, nil
}

func getAcquisitionComponent(s *Server, _ *call) (any, error) {
	auth := s.customers.linking.component
	auth.AuthApps = notNil(auth.AuthApps)
	return auth, nil
}

// getAcquisitionPermit lists who can see the app.
func getAcquisitionPermit(_ *Server, c *call) (any, error) {
	seen := scope{parties: []int64{rootDepartment}}
	if c.app != nil && c.app.scope != nil {
		seen = *c.app.scope
	}
	return struct {
		Users   []string `json:"user_list"`
		Parties []int64  `json:"department_list"`
		Tags    []int64  `json:"tag_list"`
	}{notNil(seen.users), notNil(seen.parties), notNil(seen.tags)}, nil
}
