package workwxtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// transfer is a customer who goes from one member to another.
type transfer struct {
	handover string
	takeover string
	person   *person
	resigned bool // the former member has left the corp
	status   workwx.TransferStatus
	asked    time.Time
	done     time.Time // when it takes effect, or did
	message  string    // what the customer is told
	via      string
}

const (
	transferDelay  = 24 * time.Hour
	transferWindow = 90 * 24 * time.Hour
	transfersInIt  = 2
)

func transferHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "transfer_customer":          in(transferCustomers),
		ec + "transfer_result":            in(transferResults),
		ec + "resigned/transfer_customer": in(transferResignedCustomers),
		ec + "resigned/transfer_result":   in(resignedTransferResults),
		ec + "get_unassigned_list":        in(listUnassigned),
		ec + "groupchat/transfer":         in(transferResignedGroups),
		ec + "groupchat/onjob_transfer":   in(transferGroups),
		ec + "transfer":                   in(transferCustomer),
		ec + "get_transfer_result":        in(transferResult),
	}
}

// RefuseTransfer plays a customer who refuses to be handed over to a member, and pushes transfer_fail. It
// has to be within the 24 hours before the transfer takes effect.
func (s *Server) RefuseTransfer(externalUserID, takeoverUserID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settleCustomers()
	for _, t := range s.customers.transfers {
		if t.person.ExternalUserID == externalUserID && strings.EqualFold(t.takeover, takeoverUserID) && t.status == workwx.TransferStatusWaiting {
			s.failTransfer(t, workwx.TransferStatusRefused, "customer_refused", s.now())
			return nil
		}
	}
	return fmt.Errorf("workwxtest: %s is not being handed over to %s", externalUserID, takeoverUserID)
}

func (s *Server) failTransfer(t *transfer, status workwx.TransferStatus, reason string, at time.Time) {
	t.status, t.done = status, at
	s.pushContact("transfer_fail", &follow{userID: t.takeover, person: t.person}, newXML().text("FailReason", reason))
}

// settleCustomers has the transfers take effect whose time has come.
func (s *Server) settleCustomers() {
	for _, t := range s.customers.transfers {
		if t.status == workwx.TransferStatusWaiting && !s.now().Before(t.done) {
			s.completeTransfer(t)
		}
	}
}

// completeTransfer gives a customer to the member who takes over, with what the former one has noted.
func (s *Server) completeTransfer(t *transfer) {
	cs := &s.customers
	var old *follow
	for _, f := range cs.follows {
		if f.person == t.person && f.userID == t.handover && f.left.IsZero() != t.resigned {
			old = f
		}
	}
	taker := s.contacts.member(t.takeover)
	mine := cs.follow(t.takeover, t.person)
	switch {
	case old == nil || taker == nil: // either of them has gone meanwhile
		s.failTransfer(t, workwx.TransferStatusRefused, "customer_refused", t.done)
		return
	case mine == nil && s.full(t.takeover):
		s.failTransfer(t, workwx.TransferStatusLimitReached, "customer_limit_exceed", t.done)
		return
	}
	t.status = workwx.TransferStatusDone
	cs.drop(old)
	if !t.resigned {
		s.pushContact("del_external_contact", old, newXML().text("Source", "DELETE_BY_TRANSFER"))
	}
	if mine == nil {
		f := &follow{
			person: t.person, userID: t.takeover, remark: old.remark, company: old.company, description: old.description, mobiles: old.mobiles,
			tags: old.tags, addWay: workwx.AddWayAssignedByAdmin, operator: t.takeover, state: old.state, created: t.done, talked: t.done,
			received: old.received,
		}
		cs.follows = append(cs.follows, f)
		cs.log = append(cs.log, occurrence{occurredAdd, f.userID, f.person, t.done})
		returned := slices.ContainsFunc(cs.transfers, func(o *transfer) bool {
			return o.person == t.person && o.handover == t.takeover && o.status == workwx.TransferStatusDone
		})
		if !returned { // those who come back are not announced
			s.pushContact("add_external_contact", f, nil)
		}
	}
	if t.message != "" {
		s.deliver(CustomerMessage{UserID: t.takeover, ExternalUserID: t.person.ExternalUserID, Text: t.message}, t.via)
	}
}

type transferRequest struct {
	Handover       string   `json:"handover_userid"`
	Takeover       string   `json:"takeover_userid"`
	ExternalUserID []string `json:"external_userid"`
	Message        string   `json:"transfer_success_msg"`
}

type transferAnswer struct {
	Customer []transferItem `json:"customer"`
}

type transferItem struct {
	ExternalUserID string      `json:"external_userid"`
	ErrCode        workwx.Code `json:"errcode"`
}

func transferCustomers(s *Server, c *call, req *transferRequest) (any, error) {
	m, err := s.servantOf(c, req.Handover)
	if err != nil {
		return nil, err
	}
	req.Handover = m.UserID
	return s.requestTransfers(c, req, false)
}

func transferResignedCustomers(s *Server, c *call, req *transferRequest) (any, error) {
	id, err := s.resigned(req.Handover)
	if err != nil {
		return nil, err
	}
	req.Handover = id
	return s.requestTransfers(c, req, true)
}

// resigned returns the id of a member who has left the corp, spelled as it was.
func (s *Server) resigned(userID string) (string, error) {
	if userID == "" {
		return "", fail(codeMissingUserID, "userid missing")
	}
	for _, m := range s.contacts.left {
		if strings.EqualFold(m.UserID, userID) {
			return m.UserID, nil
		}
	}
	if s.contacts.member(userID) != nil {
		return "", fail(workwx.CodeMemberStillEmployed, "the member has not left")
	}
	return "", fail(workwx.CodeUserNotFound, "userid not found")
}

func (s *Server) requestTransfers(c *call, req *transferRequest, resigned bool) (any, error) {
	taker, err := s.readyServant(c, req.Takeover)
	switch {
	case err != nil:
		return nil, err
	case taker.UserID == req.Handover && !resigned:
		return nil, fail(codeSameFollower, "handover_userid and takeover_userid are the same")
	case len(req.ExternalUserID) == 0:
		return nil, fail(codeMissingExternalUser, "external_userid missing")
	case len(req.ExternalUserID) > 100:
		return nil, fail(codeIllegalParameter, "external_userid has more than 100 customers")
	case len([]rune(req.Message)) > 200:
		return nil, fail(codeIllegalParameter, "transfer_success_msg has more than 200 characters")
	}
	out := transferAnswer{[]transferItem{}}
	for _, id := range req.ExternalUserID {
		code := s.requestTransfer(c, req, taker.UserID, id, resigned)
		out.Customer = append(out.Customer, transferItem{id, code})
	}
	return out, nil
}

// requestTransfer begins to hand one customer over.
func (s *Server) requestTransfer(c *call, req *transferRequest, taker, externalUserID string, resigned bool) workwx.Code {
	cs := &s.customers
	p := cs.person(externalUserID)
	if p == nil {
		return workwx.CodeInvalidExternalUserID
	}
	followed := slices.ContainsFunc(cs.follows, func(f *follow) bool {
		return f.person == p && f.userID == req.Handover && !f.waiting && f.left.IsZero() != resigned
	})
	recent := 0
	for _, t := range cs.transfers {
		switch {
		case t.person != p:
		case t.status == workwx.TransferStatusWaiting && t.handover == req.Handover && resigned:
			return workwx.CodeTransferRunning
		case t.status == workwx.TransferStatusWaiting && t.handover == req.Handover:
			return workwx.CodeCustomerInTransfer
		case t.status == workwx.TransferStatusDone && !t.resigned && c.now.Sub(t.asked) < transferWindow:
			recent++
		}
	}
	switch {
	case !followed:
		return workwx.CodeHandoverNotFollower
	case !resigned && recent >= transfersInIt:
		return workwx.CodeTransferTooFrequent
	case cs.follow(taker, p) == nil && s.full(taker):
		return workwx.CodeTooManyExternalContacts
	}
	cs.transfers = append(cs.transfers, &transfer{
		handover: req.Handover, takeover: taker, person: p, resigned: resigned, status: workwx.TransferStatusWaiting, asked: c.now,
		done: c.now.Add(transferDelay), message: req.Message, via: c.path,
	})
	return workwx.CodeOK
}

type transferQuery struct {
	Handover string `json:"handover_userid"`
	Takeover string `json:"takeover_userid"`
	Cursor   string `json:"cursor"`
}

func transferResults(s *Server, c *call, req *transferQuery) (any, error) {
	return s.transfersBetween(c, req, false)
}

func resignedTransferResults(s *Server, c *call, req *transferQuery) (any, error) {
	if _, err := s.resigned(req.Handover); err != nil {
		return nil, err
	}
	return s.transfersBetween(c, req, true)
}

// transfersBetween lists the latest transfer of each customer between two members.
func (s *Server) transfersBetween(c *call, req *transferQuery, resigned bool) (any, error) {
	if req.Handover == "" || req.Takeover == "" {
		return nil, fail(codeMissingUserID, "handover_userid or takeover_userid missing")
	}
	type item struct {
		ExternalUserID string                `json:"external_userid"`
		Status         workwx.TransferStatus `json:"status"`
		TakeoverTime   int64                 `json:"takeover_time"`
	}
	var all []item
	for _, t := range s.customers.transfers {
		if t.resigned != resigned || !strings.EqualFold(t.handover, req.Handover) || !strings.EqualFold(t.takeover, req.Takeover) {
			continue
		}
		all = slices.DeleteFunc(all, func(o item) bool { return o.ExternalUserID == t.person.ExternalUserID })
		all = append(all, item{t.person.ExternalUserID, t.status, t.done.Unix()})
	}
	part, next, err := page(all, req.Cursor, 0, 1000, 1000)
	return struct {
		Customer   []item `json:"customer"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

// transferCustomer is the older form for one customer, whether the member has left or not.
func transferCustomer(s *Server, c *call, req *struct {
	ExternalUserID string `json:"external_userid"`
	Handover       string `json:"handover_userid"`
	Takeover       string `json:"takeover_userid"`
	Message        string `json:"transfer_success_msg"`
}) (any, error) {
	if req.ExternalUserID == "" {
		return nil, fail(codeMissingExternalUser, "external_userid missing")
	}
	r := &transferRequest{req.Handover, req.Takeover, []string{req.ExternalUserID}, req.Message}
	ask := transferCustomers
	if s.contacts.member(req.Handover) == nil {
		ask = transferResignedCustomers
	}
	out, err := ask(s, c, r)
	if err != nil {
		return nil, err
	}
	if code := out.(transferAnswer).Customer[0].ErrCode; code != workwx.CodeOK {
		return nil, fail(code, "the customer cannot be handed over")
	}
	return nil, nil
}

func transferResult(s *Server, _ *call, req *struct {
	ExternalUserID string `json:"external_userid"`
	Handover       string `json:"handover_userid"`
	Takeover       string `json:"takeover_userid"`
}) (any, error) {
	type result struct {
		Status       workwx.TransferStatus `json:"status"`
		TakeoverTime int64                 `json:"takeover_time,omitempty"`
	}
	if _, err := s.personOf(req.ExternalUserID); err != nil {
		return nil, err
	}
	for _, t := range slices.Backward(s.customers.transfers) {
		if t.person.ExternalUserID == req.ExternalUserID && strings.EqualFold(t.handover, req.Handover) && strings.EqualFold(t.takeover, req.Takeover) {
			return result{t.status, t.done.Unix()}, nil
		}
	}
	return result{Status: workwx.TransferStatusNoRecord}, nil
}

// listUnassigned lists the customers of members who left that nobody has taken over, by cursor or, as
// older programs do, by page.
func listUnassigned(s *Server, _ *call, req *struct {
	PageID   int64  `json:"page_id"`
	PageSize int64  `json:"page_size"`
	Cursor   string `json:"cursor"`
}) (any, error) {
	type item struct {
		Handover       string `json:"handover_userid"`
		ExternalUserID string `json:"external_userid"`
		DimissionTime  int64  `json:"dimission_time"`
	}
	var all []item
	for _, f := range s.customers.follows {
		moving := slices.ContainsFunc(s.customers.transfers, func(t *transfer) bool {
			return t.resigned && t.person == f.person && t.handover == f.userID && t.status == workwx.TransferStatusWaiting
		})
		if !f.left.IsZero() && !moving {
			all = append(all, item{f.userID, f.person.ExternalUserID, f.left.Unix()})
		}
	}
	size := min(cmp.Or(max(req.PageSize, 0), 1000), 1000)
	if req.PageID > 0 && req.Cursor == "" {
		n := int64(len(all))
		all = all[min(min(req.PageID, n)*size, n):]
	}
	part, next, err := page(all, req.Cursor, size, 1000, 1000)
	last := next == ""
	if req.PageID > 0 {
		next = ""
	}
	return struct {
		Info       []item `json:"info"`
		IsLast     bool   `json:"is_last"`
		NextCursor string `json:"next_cursor"`
	}{part, last, next}, err
}

type groupTransferRequest struct {
	ChatIDs  []string `json:"chat_id_list"`
	NewOwner string   `json:"new_owner"`
}

func transferGroups(s *Server, c *call, req *groupTransferRequest) (any, error) {
	return s.transferGroups(c, req, func(g *customerGroup, owner string) error {
		recent := 0
		for _, at := range g.handed {
			if c.now.Sub(at) < transferWindow {
				recent++
			}
		}
		switch {
		case g.ownerLeft:
			return fail(codeOwnerResigned, "the owner of this chat is resigned")
		case g.owner == owner:
			return fail(codeOwnerUnchanged, "the owner of this chat is not changed")
		case recent >= transfersInIt:
			return fail(workwx.CodeTransferTooFrequent, "the chat changed hands twice within 90 days")
		}
		g.handed = append(g.handed, c.now)
		return nil
	})
}

func transferResignedGroups(s *Server, c *call, req *groupTransferRequest) (any, error) {
	return s.transferGroups(c, req, func(g *customerGroup, _ string) error {
		switch {
		case g.status == workwx.GroupChatStatusTransferred:
			return fail(workwx.CodeChatAlreadyTakenOver, "the chat has been taken over")
		case !g.ownerLeft:
			return fail(codeOwnerNotResigned, "the owner of this chat is not resigned")
		}
		s.ownerLeavesGroup(g)
		g.ownerLeft, g.status = false, workwx.GroupChatStatusTransferred
		return nil
	})
}

// ownerLeavesGroup takes the owner out of a group chat.
func (s *Server) ownerLeavesGroup(g *customerGroup) {
	if m := g.member(g.owner); m != nil {
		m.left = s.now()
		g.version++
	}
}

// transferGroups gives group chats to a new owner, at once, and lists those that allow refuses.
func (s *Server) transferGroups(c *call, req *groupTransferRequest, allow func(g *customerGroup, owner string) error) (any, error) {
	type failure struct {
		ChatID  string      `json:"chat_id"`
		ErrCode workwx.Code `json:"errcode"`
		ErrMsg  string      `json:"errmsg"`
	}
	owner, err := s.readyServant(c, req.NewOwner)
	switch {
	case err != nil:
		return nil, err
	case len(req.ChatIDs) == 0 || len(req.ChatIDs) > 100:
		return nil, fail(codeIllegalParameter, "chat_id_list must hold 1 to 100 group chats")
	}
	failures := []failure{}
	for _, id := range req.ChatIDs {
		g, err := s.groupOf(c, id)
		if err == nil {
			err = allow(g, owner.UserID)
		}
		if err != nil {
			r := err.(*refusal)
			failures = append(failures, failure{id, r.code, r.msg})
			continue
		}
		g.owner = owner.UserID
		s.join(g, owner.UserID, workwx.GroupChatJoinSceneInvited, "", "")
	}
	return struct {
		Failed []failure `json:"failed_chat_list"`
	}{failures}, nil
}
