package workwxtest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/go-workwx/workwx"
)

// Customer is a person outside the corp.
type Customer struct {
	ExternalUserID string // made up if empty
	Name           string
	Type           workwx.ExternalContactType // a user of WeChat by default
	Gender         workwx.Gender
	Avatar         string
	UnionID        string // users of WeChat only; made up if empty
	Position       string // users of WeCom only, as the next two
	CorpName       string
	CorpFullName   string
	Mobile         string           // by which a school finds a parent
	Follows        []CustomerFollow // the members who have added the person; AddCustomer does not read it
}

// CustomerFollow is what a member has noted about a customer.
type CustomerFollow struct {
	UserID      string
	Remark      string
	Company     string
	Description string
	Mobiles     []string
	Tags        []string // names of corp tags
	AddWay      workwx.AddWay
	State       string // the channel of the contact way or acquisition link
	Time        time.Time
	Waiting     bool // the member has not accepted the customer yet; see [Server.AcceptCustomer]
	Removed     bool // the customer has removed the member
}

// AddCustomer adds a person whom the given members have as a customer already, or nobody yet, and returns
// the external_userid. Members that do not exist are added; see [Server.AddUsers]. No event is pushed:
// [Server.CustomerScans] and [Server.CustomerAdds] play a customer who comes.
func (s *Server) AddCustomer(c Customer, userIDs ...string) string {
	s.AddUsers(userIDs...)
	s.mu.Lock()
	defer s.mu.Unlock()
	cs := &s.customers
	cs.seq++
	p := &person{
		ExternalUserID: c.ExternalUserID, Name: c.Name, Position: c.Position, Avatar: c.Avatar, CorpName: c.CorpName,
		CorpFullName: c.CorpFullName, Type: cmp.Or(c.Type, workwx.ExternalContactTypeWeChat), Gender: c.Gender, UnionID: c.UnionID,
		mobile: c.Mobile,
	}
	serial := "person " + strconv.FormatInt(cs.seq, 10)
	if p.ExternalUserID == "" {
		prefix := "wm"
		if p.Type == workwx.ExternalContactTypeWeCom {
			prefix = "wo"
		}
		p.ExternalUserID = s.alias(prefix, serial)
	}
	if p.UnionID == "" && p.Type == workwx.ExternalContactTypeWeChat {
		p.UnionID = s.alias("oz", serial)
	}
	if old := cs.person(p.ExternalUserID); old != nil {
		*old = *p
		p = old
	} else {
		cs.people = append(cs.people, p)
	}
	for _, id := range userIDs {
		if m := s.contacts.member(id); cs.follow(m.UserID, p) == nil {
			cs.follows = append(cs.follows, &follow{person: p, userID: m.UserID, addWay: workwx.AddWayQRCode, operator: m.UserID, created: s.now()})
		}
	}
	return p.ExternalUserID
}

// Customers returns the people outside the corp in the order they were added.
func (s *Server) Customers() []Customer {
	s.mu.Lock()
	defer s.mu.Unlock()
	cs := &s.customers
	s.settleCustomers()
	var list []Customer
	for _, p := range cs.people {
		c := Customer{
			ExternalUserID: p.ExternalUserID, Name: p.Name, Type: p.Type, Gender: p.Gender, Avatar: p.Avatar, UnionID: p.UnionID,
			Position: p.Position, CorpName: p.CorpName, CorpFullName: p.CorpFullName, Mobile: p.mobile,
		}
		for _, f := range cs.follows {
			if f.person != p || !f.left.IsZero() {
				continue
			}
			view := CustomerFollow{
				UserID: f.userID, Remark: f.remark, Company: f.company, Description: f.description, Mobiles: slices.Clone(f.mobiles),
				AddWay: f.addWay, State: f.state, Time: f.created, Waiting: f.waiting, Removed: f.removed,
			}
			for _, id := range f.tags {
				if _, t := cs.tag(id); t != nil {
					view.Tags = append(view.Tags, t.Name)
				}
			}
			c.Follows = append(c.Follows, view)
		}
		list = append(list, c)
	}
	return list
}

// SetFollowUsers says which members have the customer contact feature (客户联系). By default all active
// members have it.
func (s *Server) SetFollowUsers(userIDs ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.customers.servants = notNil(slices.Clone(userIDs))
}

// SetCustomerLimit says how many customers a member may have. By default there is no limit.
func (s *Server) SetCustomerLimit(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.customers.most = n
}

// CustomerAdds plays a customer who adds a member without a contact way, as by a mobile number, and
// pushes add_external_contact.
func (s *Server) CustomerAdds(externalUserID, userID string) (Scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, m, err := s.pair(userID, externalUserID)
	if err != nil {
		return Scan{}, err
	}
	return s.meet(p, m, &follow{addWay: workwx.AddWayMobileSearch, operator: p.ExternalUserID})
}

// CustomerAddsHalf plays a customer who adds a member that accepts everybody, before the member has
// confirmed, and pushes add_half_external_contact. [Server.AcceptCustomer] may follow.
func (s *Server) CustomerAddsHalf(externalUserID, userID string) (Scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, m, err := s.pair(userID, externalUserID)
	if err != nil {
		return Scan{}, err
	}
	return s.meet(p, m, &follow{addWay: workwx.AddWayMobileSearch, operator: p.ExternalUserID, waiting: true, half: true})
}

// UserAddsCustomer plays a member who adds a person, and pushes add_external_contact.
func (s *Server) UserAddsCustomer(userID, externalUserID string) (Scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, m, err := s.pair(userID, externalUserID)
	if err != nil {
		return Scan{}, err
	}
	s.occur(occurredApply, m.UserID, p)
	return s.meet(p, m, &follow{addWay: workwx.AddWayMobileSearch, operator: m.UserID})
}

// AcceptCustomer plays a member who accepts a customer that came by a contact way with verification or by
// [Server.CustomerAddsHalf], and pushes add_external_contact.
func (s *Server) AcceptCustomer(userID, externalUserID string) (Scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, m, err := s.pair(userID, externalUserID)
	if err != nil {
		return Scan{}, err
	}
	f := s.customers.follow(m.UserID, p)
	if f == nil || !f.waiting {
		return Scan{}, fmt.Errorf("workwxtest: %s does not wait for %s", externalUserID, userID)
	}
	s.customers.drop(f)
	f.waiting = false
	return s.meet(p, m, f)
}

// CustomerDeletes plays a customer who removes a member, and pushes del_follow_user. The member still has
// the customer, whom no message reaches any more.
func (s *Server) CustomerDeletes(externalUserID, userID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.knownFollow(userID, externalUserID)
	if err != nil {
		return err
	}
	if !f.removed {
		f.removed = true
		s.occur(occurredRemoval, f.userID, f.person)
		s.pushContact("del_follow_user", f, nil)
		s.pushLinkCustomer("del_follow_user", f)
	}
	return nil
}

// UserDeletesCustomer plays a member who removes a customer, and pushes del_external_contact.
func (s *Server) UserDeletesCustomer(userID, externalUserID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.knownFollow(userID, externalUserID)
	if err != nil {
		return err
	}
	s.customers.drop(f)
	s.pushContact("del_external_contact", f, nil)
	return nil
}

// UserNotes plays a member who changes the remark and description of a customer, and pushes
// edit_external_contact.
func (s *Server) UserNotes(userID, externalUserID, remark, description string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.knownFollow(userID, externalUserID)
	if err != nil {
		return err
	}
	f.remark, f.description = remark, description
	s.pushContact("edit_external_contact", f, nil)
	return nil
}

// UserTags plays a member who changes the tags of a customer to those with the given ids, and pushes
// edit_external_contact.
func (s *Server) UserTags(userID, externalUserID string, tagIDs ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.knownFollow(userID, externalUserID)
	if err != nil {
		return err
	}
	for _, id := range tagIDs {
		if _, t := s.customers.tag(id); t == nil {
			return fmt.Errorf("workwxtest: there is no customer tag %q", id)
		}
	}
	f.tags = with(nil, tagIDs)
	s.pushContact("edit_external_contact", f, nil)
	return nil
}

// CustomerWrites plays a customer who writes to a member. A welcome message can then not be sent any
// more.
func (s *Server) CustomerWrites(externalUserID, userID string) error {
	return s.talk(occurredCustomerMessage, userID, externalUserID)
}

// UserWrites plays a member who writes to a customer; see also [Server.CustomerWrites].
func (s *Server) UserWrites(userID, externalUserID string) error {
	return s.talk(occurredUserMessage, userID, externalUserID)
}

func (s *Server) talk(kind occurrenceKind, userID, externalUserID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.knownFollow(userID, externalUserID)
	switch {
	case err != nil:
		return err
	case f.removed:
		return fmt.Errorf("workwxtest: %s has removed %s", externalUserID, userID)
	}
	f.talked = s.now()
	s.occur(kind, f.userID, f.person)
	if kind == occurredCustomerMessage {
		f.received++
		s.linkCustomerWrote(f)
	}
	return nil
}

// pair returns both sides of a relation that a test names.
func (s *Server) pair(userID, externalUserID string) (*person, *member, error) {
	s.settleCustomers()
	p, m := s.customers.person(externalUserID), s.contacts.member(userID)
	switch {
	case p == nil:
		return nil, nil, fmt.Errorf("workwxtest: there is no customer %q; use AddCustomer", externalUserID)
	case m == nil:
		return nil, nil, fmt.Errorf("workwxtest: there is no member %q; use AddUsers", userID)
	}
	return p, m, nil
}

// knownFollow returns a relation that a test names.
func (s *Server) knownFollow(userID, externalUserID string) (*follow, error) {
	p, m, err := s.pair(userID, externalUserID)
	if err != nil {
		return nil, err
	}
	f := s.customers.follow(m.UserID, p)
	if f == nil || f.waiting {
		return nil, fmt.Errorf("workwxtest: %s is no customer of %s", externalUserID, userID)
	}
	return f, nil
}

// meet makes a person a customer of a member, and pushes the event with a welcome code. Those who know
// each other already stay as they are.
func (s *Server) meet(p *person, m *member, f *follow) (Scan, error) {
	cs := &s.customers
	out := Scan{UserID: m.UserID, State: f.state}
	old := cs.follow(m.UserID, p)
	switch {
	case old != nil && !old.removed:
		out.State, out.Waiting = old.state, old.waiting
		return out, nil
	case !s.serves(m):
		return out, fmt.Errorf("workwxtest: %s has no customer contact feature", m.UserID)
	case old == nil && s.full(m.UserID):
		return out, errors.New("workwxtest: the member has as many customers as possible")
	}
	cs.drop(old)
	f.person, f.userID, f.created, f.talked = p, m.UserID, s.now(), s.now()
	if old != nil {
		f.remark, f.company, f.description, f.mobiles, f.tags = old.remark, old.company, old.description, old.mobiles, old.tags
	}
	cs.follows = append(cs.follows, f)
	fields := newXML()
	if f.state != "" {
		fields.text("State", f.state)
	}
	out.Waiting = f.waiting
	// Customers of other corps get no welcome message.
	if (!f.waiting || f.half) && !f.greeted && p.Type == workwx.ExternalContactTypeWeChat {
		out.WelcomeCode = newID("welcome-")
		cs.welcome[out.WelcomeCode] = &welcomeCode{follow: f, issued: s.now()}
		fields.text("WelcomeCode", out.WelcomeCode)
	}
	if f.waiting {
		if f.half {
			s.pushContact("add_half_external_contact", f, fields)
		}
		return out, nil
	}
	s.occur(occurredAdd, m.UserID, p)
	if f.linkID != "" {
		fields.text("LinkId", f.linkID)
		s.linkBrought(f)
	}
	s.pushContact("add_external_contact", f, fields)
	return out, nil
}

// pushContact pushes an event about a relation. Calls of the API give rise to none.
func (s *Server) pushContact(change string, f *follow, fields *xmlWriter) {
	e := event("change_external_contact").text("ChangeType", change).text("UserID", f.userID).text("ExternalUserID", f.person.ExternalUserID)
	if fields != nil {
		e.fields.b.Write(fields.b.Bytes())
	}
	s.pushEvent(e)
}
