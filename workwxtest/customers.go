package workwxtest

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// customerState holds the people outside the corp, who follows them, and what the corp does to reach them.
type customerState struct {
	people     []*person
	follows    []*follow // in the order they came about
	servants   []string  // the members with the customer contact feature; nil is all that are active
	most       int       // how many customers a member may have; 0 is no limit
	log        []occurrence
	sent       []CustomerMessage
	welcome    map[string]*welcomeCode
	ways       []*contactWay
	tagGroups  []*customerTagGroup
	strategies map[string][]*strategy // by the first part of the paths
	groups     []*customerGroup
	joinWays   []*joinWay
	transfers  []*transfer
	mass       []*massMessage
	templates  []*welcomeTemplate
	moments    []*moment
	momentJobs map[string]*momentJob
	links      []*acquisitionLink
	linking    acquisitionState
	products   []*product
	intercepts []*interceptRule
	pay        payState
	ids        customerIDs
	seq        int64
}

func newCustomers() customerState {
	return customerState{
		welcome:    map[string]*welcomeCode{},
		strategies: map[string][]*strategy{},
		momentJobs: map[string]*momentJob{},
		linking:    acquisitionState{balance: 1000, onceKeys: map[string]*onceKey{}, chatKeys: map[string]*chatKey{}},
		ids:        customerIDs{asked: map[string]time.Time{}},
	}
}

// person is somebody outside the corp, a customer or not.
type person struct {
	ExternalUserID string                     `json:"external_userid"`
	Name           string                     `json:"name"`
	Position       string                     `json:"position,omitempty"`
	Avatar         string                     `json:"avatar,omitempty"`
	CorpName       string                     `json:"corp_name,omitempty"`
	CorpFullName   string                     `json:"corp_full_name,omitempty"`
	Type           workwx.ExternalContactType `json:"type"`
	Gender         workwx.Gender              `json:"gender"`
	UnionID        string                     `json:"unionid,omitempty"`
	mobile         string
}

// follow is how a member is related to a person.
type follow struct {
	person      *person
	userID      string
	remark      string
	company     string
	description string
	mobiles     []string
	tags        []string // ids
	addWay      workwx.AddWay
	state       string
	operator    string
	linkID      string // the acquisition link that the customer came through
	prepaid     bool   // by a provider's once_key
	created     time.Time
	waiting     bool // for the member's consent
	removed     bool // the customer has removed the member, who still has the customer
	half        bool // the customer came to a member who accepts everybody
	greeted     bool // a welcome message was sent
	received    int  // messages of the customer
	talked      time.Time
	left        time.Time   // when the member left the corp
	chat        *contactWay // the way of a temporary chat
	chatEnds    time.Time
}

func (f *follow) active() bool { return !f.waiting && f.left.IsZero() }

// occurrence is something that statistics count.
type occurrence struct {
	kind   occurrenceKind
	userID string
	person *person
	at     time.Time
}

type occurrenceKind int

const (
	occurredApply   occurrenceKind = iota // the member asked to become acquainted
	occurredAdd                           // a customer was added
	occurredRemoval                       // a customer removed the member
	occurredUserMessage
	occurredCustomerMessage
)

// allCustomerHandlers answer the calls about people outside the corp.
func allCustomerHandlers() map[string]handler {
	all := customerHandlers()
	for _, area := range []map[string]handler{
		contactWayHandlers(), customerTagHandlers(), strategyHandlers(), customerGroupHandlers(), transferHandlers(),
		customerMessageHandlers(), momentHandlers(), acquisitionHandlers(), productHandlers(), customerIDHandlers(), payHandlers(),
	} {
		maps.Copy(all, area)
	}
	for path, h := range all {
		all[path] = func(s *Server, c *call) (any, error) {
			s.settleCustomers()
			return h(s, c)
		}
	}
	return all
}

func customerHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "get_follow_user_list":   listServants,
		ec + "list":                   listCustomers,
		ec + "get":                    getCustomer,
		ec + "batch/get_by_user":      in(batchGetCustomers),
		ec + "remark":                 in(remarkCustomer),
		ec + "contact_list":           in(listServedContacts),
		ec + "get_user_behavior_data": in(behaviorData),
	}
}

// serves says whether a member has the customer contact feature.
func (s *Server) serves(m *member) bool {
	return m != nil && m.Status == memberActive && (s.customers.servants == nil ||
		slices.ContainsFunc(s.customers.servants, func(id string) bool { return strings.EqualFold(id, m.UserID) }))
}

// full says whether a member has as many customers as possible.
func (s *Server) full(userID string) bool {
	return s.customers.most > 0 && len(s.customers.of(userID)) >= s.customers.most
}

func (s *Server) occur(kind occurrenceKind, userID string, p *person) {
	s.customers.log = append(s.customers.log, occurrence{kind, userID, p, s.now()})
}

// memberLeft notes what becomes of the customers of a member who was deleted.
func (s *Server) memberLeft(userID string) {
	cs := &s.customers
	s.settleCustomers()
	for _, f := range cs.of(userID) {
		f.left = s.now()
	}
	cs.follows = slices.DeleteFunc(cs.follows, func(f *follow) bool { return f.userID == userID && f.waiting })
	for _, g := range cs.groups {
		if g.owner == userID && !g.ownerLeft {
			g.ownerLeft, g.status = true, workwx.GroupChatStatusOwnerResigned
		}
	}
}

// rename gives the relations of a member another user id.
func (cs *customerState) rename(from, to string) {
	change := func(id *string) {
		if *id == from {
			*id = to
		}
	}
	for _, f := range cs.follows {
		if f.left.IsZero() {
			change(&f.userID)
		}
		change(&f.operator)
	}
	for _, w := range cs.ways {
		rename(w.User, from, to)
	}
	for _, g := range cs.groups {
		if !g.ownerLeft {
			change(&g.owner)
		}
		for _, m := range g.members {
			change(&m.UserID)
		}
	}
	for i := range cs.log {
		change(&cs.log[i].userID)
	}
	for _, t := range cs.transfers {
		change(&t.takeover)
		if !t.resigned {
			change(&t.handover)
		}
	}
	for _, m := range cs.mass {
		for _, t := range m.tasks {
			change(&t.userID)
		}
	}
	for _, m := range cs.moments {
		change(&m.creator)
		for _, t := range m.tasks {
			change(&t.userID)
		}
	}
	for _, l := range cs.links {
		rename(l.Range.Users, from, to)
		rename(l.priority.Users, from, to)
	}
	for _, list := range cs.strategies {
		for _, st := range list {
			rename(st.AdminList, from, to)
			for i := range st.scope {
				change(&st.scope[i].UserID)
			}
		}
	}
	for _, r := range cs.intercepts {
		rename(r.Range.Users, from, to)
	}
	rename(cs.servants, from, to)
}

// lookup returns the first of a list that fits, nil if none does.
func lookup[T any](list []*T, fits func(*T) bool) *T {
	if i := slices.IndexFunc(list, fits); i >= 0 {
		return list[i]
	}
	return nil
}

func (cs *customerState) person(externalUserID string) *person {
	return lookup(cs.people, func(p *person) bool { return p.ExternalUserID == externalUserID })
}

// follow returns the relation of a member who is there with a person, a waiting one too.
func (cs *customerState) follow(userID string, p *person) *follow {
	for _, f := range cs.follows {
		if f.person == p && f.userID == userID && f.left.IsZero() {
			return f
		}
	}
	return nil
}

// of returns the active relations of a member.
func (cs *customerState) of(userID string) []*follow {
	var list []*follow
	for _, f := range cs.follows {
		if f.userID == userID && f.active() {
			list = append(list, f)
		}
	}
	return list
}

func (cs *customerState) drop(f *follow) {
	cs.follows = slices.DeleteFunc(cs.follows, func(o *follow) bool { return o == f })
}

// servantOf returns a member whom the app can see.
func (s *Server) servantOf(c *call, userID string) (*member, error) {
	m, err := s.memberOf(userID)
	switch {
	case err != nil:
		return nil, err
	case m.Status != memberDisabled && !s.visible(c.app, m):
		return nil, fail(workwx.CodeUserOutsideVisibleRange, "the member is outside the app's visible range")
	}
	return m, nil
}

// readyServant is servantOf for a member who is to serve customers from now on.
func (s *Server) readyServant(c *call, userID string) (*member, error) {
	m, err := s.servantOf(c, userID)
	switch {
	case err != nil:
		return nil, err
	case m.Status != memberActive:
		return nil, fail(codeUserNotActive, "the member %s is not active", m.UserID)
	case !s.serves(m):
		return nil, fail(workwx.CodeNoExternalContactPermission, "the member %s has no customer contact feature", m.UserID)
	}
	return m, nil
}

// personOf returns the person or the errcode for the lack.
func (s *Server) personOf(externalUserID string) (*person, error) {
	if externalUserID == "" {
		return nil, fail(codeMissingExternalUser, "external_userid missing")
	}
	p := s.customers.person(externalUserID)
	if p == nil {
		return nil, fail(workwx.CodeInvalidExternalUserID, "invalid external_userid")
	}
	return p, nil
}

// followOf returns the relation of a member with a customer.
func (s *Server) followOf(c *call, userID, externalUserID string) (*follow, error) {
	m, err := s.servantOf(c, userID)
	if err != nil {
		return nil, err
	}
	p, err := s.personOf(externalUserID)
	if err != nil {
		return nil, err
	}
	f := s.customers.follow(m.UserID, p)
	if f == nil || f.waiting {
		return nil, fail(workwx.CodeCustomerRelationNotFound, "not external contact: %s has not added the customer", m.UserID)
	}
	return f, nil
}

// seesFollow says whether the app can see the member of a relation.
func (s *Server) seesFollow(c *call, f *follow) bool {
	m := s.contacts.member(f.userID)
	return f.active() && m != nil && s.visible(c.app, m)
}

func listServants(s *Server, c *call) (any, error) {
	ids := []string{}
	for _, m := range s.contacts.members {
		if s.serves(m) && s.visible(c.app, m) {
			ids = append(ids, m.UserID)
		}
	}
	return struct {
		FollowUser []string `json:"follow_user"`
	}{ids}, nil
}

func listCustomers(s *Server, c *call) (any, error) {
	m, err := s.servantOf(c, c.query.Get("userid"))
	if err != nil {
		return nil, err
	}
	if !s.serves(m) {
		return nil, fail(workwx.CodeNoExternalContactPermission, "the member has no customer contact feature")
	}
	var ids []string
	for _, f := range s.customers.of(m.UserID) {
		ids = append(ids, f.person.ExternalUserID)
	}
	if len(ids) == 0 {
		return nil, fail(workwx.CodeCustomerRelationNotFound, "not external contact: the member has no customers")
	}
	return struct {
		ExternalUserID []string `json:"external_userid"`
	}{ids}, nil
}

// followInfo is a relation as the platform shows it.
type followInfo struct {
	UserID        string        `json:"userid"`
	Remark        string        `json:"remark"`
	Description   string        `json:"description"`
	CreateTime    int64         `json:"createtime"`
	Tags          []followTag   `json:"tags,omitempty"`
	TagID         []string      `json:"tag_id,omitempty"`
	Company       string        `json:"remark_corp_name,omitempty"`
	RemarkMobiles []string      `json:"remark_mobiles,omitempty"`
	OperUserID    string        `json:"oper_userid,omitempty"`
	AddWay        workwx.AddWay `json:"add_way"`
	State         string        `json:"state,omitempty"`
}

type followTag struct {
	GroupName string `json:"group_name"`
	TagName   string `json:"tag_name"`
	Type      int    `json:"type"`
	TagID     string `json:"tag_id"`
}

func (f *follow) info() followInfo {
	return followInfo{
		UserID: f.userID, Remark: f.remark, Description: f.description, CreateTime: f.created.Unix(), Company: f.company,
		RemarkMobiles: f.mobiles, OperUserID: f.operator, AddWay: f.addWay, State: f.state,
	}
}

func getCustomer(s *Server, c *call) (any, error) {
	p, err := s.personOf(c.query.Get("external_userid"))
	if err != nil {
		return nil, err
	}
	list := []followInfo{}
	for _, f := range s.customers.follows {
		if f.person != p || !s.seesFollow(c, f) {
			continue
		}
		info := f.info()
		for _, id := range f.tags {
			if g, t := s.customers.tag(id); t != nil {
				kind := 1
				if g.strategy != 0 {
					kind = 3
				}
				info.Tags = append(info.Tags, followTag{g.Name, t.Name, kind, t.ID})
			}
		}
		list = append(list, info)
	}
	if len(list) == 0 {
		return nil, fail(workwx.CodeCustomerRelationNotFound, "not external contact: no member has added this person")
	}
	part, next, err := page(list, c.query.Get("cursor"), 0, 500, 500)
	return struct {
		ExternalContact *person      `json:"external_contact"`
		FollowUser      []followInfo `json:"follow_user"`
		NextCursor      string       `json:"next_cursor,omitempty"`
	}{p, part, next}, err
}

func batchGetCustomers(s *Server, c *call, req *struct {
	paging
	UserIDs []string `json:"userid_list"`
}) (any, error) {
	switch {
	case len(req.UserIDs) == 0:
		return nil, fail(workwx.CodeEmptyParameter, "userid_list is empty")
	case len(req.UserIDs) > 100:
		return nil, fail(codeIllegalParameter, "userid_list has more than 100 members")
	}
	type item struct {
		ExternalContact *person    `json:"external_contact"`
		FollowInfo      followInfo `json:"follow_info"`
	}
	var all []item
	for _, id := range req.UserIDs {
		m := s.contacts.member(id)
		if m == nil {
			continue
		}
		for _, f := range s.customers.of(m.UserID) {
			if s.seesFollow(c, f) {
				info := f.info()
				info.TagID = f.tags
				all = append(all, item{f.person, info})
			}
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 50, 100)
	return struct {
		List       []item `json:"external_contact_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

// remarkCustomer changes the notes that the request names and no others.
func remarkCustomer(s *Server, c *call, req *struct {
	UserID         string   `json:"userid"`
	ExternalUserID string   `json:"external_userid"`
	Remark         *string  `json:"remark"`
	Company        *string  `json:"remark_company"`
	Mobiles        []string `json:"remark_mobiles"`
	PicMediaID     *string  `json:"remark_pic_mediaid"`
	Description    *string  `json:"description"`
}) (any, error) {
	f, err := s.followOf(c, req.UserID, req.ExternalUserID)
	if err != nil {
		return nil, err
	}
	if req.Remark == nil && req.Company == nil && req.Mobiles == nil && req.PicMediaID == nil && req.Description == nil {
		return nil, fail(workwx.CodeEmptyParameter, "remark, remark_company, remark_mobiles, remark_pic_mediaid and description are all missing")
	}
	for _, limit := range []struct {
		name  string
		value *string
		most  int
	}{{"remark", req.Remark, 20}, {"remark_company", req.Company, 20}, {"description", req.Description, 150}} {
		if limit.value != nil && len([]rune(*limit.value)) > limit.most {
			return nil, fail(codeIllegalParameter, "%s has more than %d characters", limit.name, limit.most)
		}
	}
	if req.PicMediaID != nil && *req.PicMediaID != "" {
		if err := s.checkMedia(*req.PicMediaID); err != nil {
			return nil, err
		}
	}
	set := func(field, value *string) {
		if value != nil {
			*field = *value
		}
	}
	set(&f.remark, req.Remark)
	set(&f.description, req.Description)
	if f.person.Type == workwx.ExternalContactTypeWeChat {
		set(&f.company, req.Company)
	}
	if req.Mobiles != nil {
		f.mobiles = without(req.Mobiles, []string{""})
	}
	return nil, nil
}

// listServedContacts lists whom the members have added and whom they meet in group chats.
func listServedContacts(s *Server, c *call, req *paging) (any, error) {
	type contact struct {
		IsCustomer     bool   `json:"is_customer"`
		Name           string `json:"name,omitempty"`
		TmpOpenID      string `json:"tmp_openid"`
		ExternalUserID string `json:"external_userid,omitempty"`
		FollowUserID   string `json:"follow_userid,omitempty"`
		ChatID         string `json:"chat_id,omitempty"`
		AddTime        int64  `json:"add_time"`
	}
	var all []contact
	customers := map[*person]bool{}
	for _, f := range s.customers.follows {
		if s.seesFollow(c, f) {
			customers[f.person] = true
			all = append(all, contact{IsCustomer: true, TmpOpenID: s.alias("tmp", f.person.ExternalUserID), ExternalUserID: f.person.ExternalUserID,
				FollowUserID: f.userID, AddTime: f.created.Unix()})
		}
	}
	for _, g := range s.customers.groups {
		for _, m := range g.present() {
			if m.person == nil || g.gone() {
				continue
			}
			one := contact{IsCustomer: customers[m.person], TmpOpenID: s.alias("tmp", m.UserID), FollowUserID: g.owner, ChatID: g.id, AddTime: m.JoinTime}
			if one.IsCustomer {
				one.ExternalUserID = m.UserID
			} else {
				one.Name = masked(m.person.Name)
			}
			all = append(all, one)
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		List       []contact `json:"info_list"`
		NextCursor string    `json:"next_cursor"`
	}{part, next}, err
}

// masked shows no more of a name than its last character.
func masked(name string) string {
	if runes := []rune(name); len(runes) > 0 {
		return "***" + string(runes[len(runes)-1])
	}
	return "***"
}
