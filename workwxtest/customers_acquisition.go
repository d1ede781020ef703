package workwxtest

import (
	"errors"
	"fmt"
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

// acquisitionQuota says how many customers links may bring.
type acquisitionQuota struct {
	used    int64
	balance int64
}

const linkMembers = 500

func acquisitionHandlers() map[string]handler {
	const ca = "/cgi-bin/externalcontact/customer_acquisition"
	return map[string]handler{
		ca + "/list_link":   in(listLinks),
		ca + "/get":         in(getLink),
		ca + "/create_link": in(createLink),
		ca + "/update_link": in(updateLink),
		ca + "/delete_link": in(deleteLink),
		ca + "/customer":    in(listLinkCustomers),
		ca + "/statistic":   in(linkStatistics),
		ca + "_quota":       getAcquisitionQuota,
	}
}

// SetAcquisitionQuota says how many customers acquisition links may still bring, 1,000 at first. Without
// a rest, links lead to nobody.
func (s *Server) SetAcquisitionQuota(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.customers.quota.balance = int64(n)
}

func (cs *customerState) link(id string) *acquisitionLink {
	i := slices.IndexFunc(cs.links, func(l *acquisitionLink) bool { return l.ID == id })
	if i < 0 {
		return nil
	}
	return cs.links[i]
}

// scanLink lets a customer add a member of a link: one whom the customer has already, as the link's
// priority says, or the next by turns.
func (s *Server) scanLink(p *person, l *acquisitionLink, channel string) (Scan, error) {
	cs := &s.customers
	if len(channel) > 64 {
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
	switch {
	case cs.quota.balance <= 0:
		return Scan{}, errors.New("workwxtest: the quota of acquisition links is used up")
	case len(candidates) == 0:
		return Scan{}, fmt.Errorf("workwxtest: nobody serves the acquisition link %s", l.ID)
	}
	m := candidates[l.next%len(candidates)]
	l.next++
	scan, err := s.meet(p, m, &follow{
		addWay: workwx.AddWayAcquisitionLink, operator: p.ExternalUserID, state: channel, linkID: l.ID, waiting: !l.SkipVerify,
	})
	if err == nil {
		cs.quota.used++
		cs.quota.balance--
		l.brought = append(l.brought, occurrence{userID: m.UserID, person: p, at: s.now()})
	}
	return scan, err
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
	s.customers.links = slices.DeleteFunc(s.customers.links, func(o *acquisitionLink) bool { return o == l })
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
		if f.wrote {
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
	q := s.customers.quota
	list := []part{}
	if q.balance > 0 {
		list = append(list, part{q.balance, startOfDay(c.now.Add(365 * 24 * time.Hour)).Unix()})
	}
	return struct {
		Total     int64  `json:"total"`
		Balance   int64  `json:"balance"`
		QuotaList []part `json:"quota_list"`
	}{q.used, q.balance, list}, nil
}
