package workwxtest

import (
	"fmt"
	"slices"

	"github.com/go-workwx/workwx"
)

// payState holds the merchants with which members take payments, and what they took (对外收款).
type payState struct {
	merchants []*merchant
	bills     []workwx.ExternalPayBill
	flows     []workwx.ExternalPayFundFlow
	payments  map[string][]string // numbers of payments by the request
}

type merchant struct {
	BindStatus workwx.ExternalPayBindStatus `json:"bind_status"`
	ID         string                       `json:"mch_id"`
	Name       string                       `json:"merchant_name"`
	Scope      *merchantScope               `json:"allow_use_scope,omitempty"`
}

type merchantScope struct {
	User    []string `json:"user"`
	PartyID []int64  `json:"partyid"`
	TagID   []int64  `json:"tagid"`
}

func payHandlers() map[string]handler {
	const ep = "/cgi-bin/externalpay/"
	return map[string]handler{
		ep + "addmerchant":       in(addMerchant),
		ep + "getmerchant":       in(getMerchant),
		ep + "delmerchant":       in(deleteMerchant),
		ep + "set_mch_use_scope": in(setMerchantScope),
		ep + "get_bill_list":     in(listBills),
		ep + "get_payment_info":  in(paymentInfo),
		ep + "get_fund_flow":     in(listFundFlows),
	}
}

// BindMerchant plays an administrator who confirms the merchant number that
// [workwx.Client.AddExternalPayMerchant] asked for.
func (s *Server) BindMerchant(mchID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.merchant(mchID)
	if m == nil {
		return fmt.Errorf("workwxtest: nobody asked for the merchant number %q", mchID)
	}
	m.BindStatus = workwx.ExternalPayBindStatusBound
	m.Scope = &merchantScope{User: []string{}, PartyID: []int64{}, TagID: []int64{}}
	return nil
}

// AddBill adds a payment that a member took, or a refund. Without a PayTime it is of now. If the payment
// was asked for through the JS-SDK, paymentID is what that returned.
func (s *Server) AddBill(b workwx.ExternalPayBill, paymentID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	pay := &s.customers.pay
	if b.PayTime.IsZero() {
		b.PayTime = workwx.Timestamp{Time: s.now()}
	}
	b.CommodityList, b.RefundList = notNil(slices.Clone(b.CommodityList)), notNil(slices.Clone(b.RefundList))
	pay.bills = append(pay.bills, b)
	if paymentID != "" {
		if pay.payments == nil {
			pay.payments = map[string][]string{}
		}
		pay.payments[paymentID] = append(pay.payments[paymentID], b.OutTradeNo)
	}
}

// AddFundFlow adds a movement of money in a merchant account. Without a Timestamp it is of now.
func (s *Server) AddFundFlow(f workwx.ExternalPayFundFlow) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Timestamp.IsZero() {
		f.Timestamp = workwx.Timestamp{Time: s.now()}
	}
	f.GroupList = notNil(slices.Clone(f.GroupList))
	s.customers.pay.flows = append(s.customers.pay.flows, f)
}

func (s *Server) merchant(id string) *merchant {
	list := s.customers.pay.merchants
	return lookup(list, func(m *merchant) bool { return m.ID == id })
}

func (s *Server) merchantOf(id string) (*merchant, error) {
	m := s.merchant(id)
	if m == nil {
		return nil, fail(codeMerchantNotFound, "the merchant number is not found")
	}
	return m, nil
}

func addMerchant(s *Server, _ *call, req *merchant) (any, error) {
	switch {
	case req.ID == "" || len(req.ID) > 32 || req.Name == "" || len(req.Name) > 50:
		return nil, fail(codeIllegalMerchant, "mch_id must have 1 to 32 bytes, and merchant_name 1 to 50")
	case s.merchant(req.ID) != nil:
		return nil, fail(codeMerchantBound, "the merchant number is bound")
	}
	m := &merchant{BindStatus: workwx.ExternalPayBindStatusApplying, ID: req.ID, Name: req.Name}
	s.customers.pay.merchants = append(s.customers.pay.merchants, m)
	return nil, nil
}

func getMerchant(s *Server, _ *call, req *merchant) (any, error) {
	m, err := s.merchantOf(req.ID)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func deleteMerchant(s *Server, _ *call, req *merchant) (any, error) {
	m, err := s.merchantOf(req.ID)
	if err != nil {
		return nil, err
	}
	pay := &s.customers.pay
	pay.merchants = slices.DeleteFunc(pay.merchants, func(o *merchant) bool { return o == m })
	return nil, nil
}

func setMerchantScope(s *Server, _ *call, req *merchant) (any, error) {
	m, err := s.merchantOf(req.ID)
	switch {
	case err != nil:
		return nil, err
	case m.BindStatus != workwx.ExternalPayBindStatusBound:
		return nil, fail(codeMerchantUnbound, "the merchant number is not bound")
	case req.Scope == nil:
		return nil, fail(workwx.CodeEmptyParameter, "allow_use_scope missing")
	}
	scope := *req.Scope
	for _, id := range scope.User {
		if _, err := s.memberOf(id); err != nil {
			return nil, err
		}
	}
	for _, id := range scope.PartyID {
		if s.contacts.department(id) == nil {
			return nil, fail(workwx.CodeInvalidDepartmentID, "invalid partyid %d", id)
		}
	}
	for _, id := range scope.TagID {
		if _, err := s.tagOf(id); err != nil {
			return nil, err
		}
	}
	scope.User, scope.PartyID, scope.TagID = notNil(scope.User), notNil(scope.PartyID), notNil(scope.TagID)
	m.Scope = &scope
	return nil, nil
}

// payPeriod is the part of the queries that says when.
type payPeriod struct {
	paging
	Begin int64 `json:"begin_time"`
	End   int64 `json:"end_time"`
}

func (p payPeriod) check() error {
	if p.Begin == 0 || p.End < p.Begin || p.End-p.Begin > 31*24*60*60 {
		return fail(codeIllegalParameter, "begin_time and end_time must be a month apart at most")
	}
	return nil
}

func (p payPeriod) holds(t workwx.Timestamp) bool { return t.Unix() >= p.Begin && t.Unix() <= p.End }

// seesUser says whether the app can see a member; nobody is seen by all.
func (s *Server) seesUser(c *call, userID string) bool {
	m := s.contacts.member(userID)
	return m == nil || s.visible(c.app, m)
}

func listBills(s *Server, c *call, req *struct {
	payPeriod
	Payee string `json:"payee_userid"`
}) (any, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	var all []workwx.ExternalPayBill
	for _, b := range s.customers.pay.bills {
		if req.holds(b.PayTime) && (req.Payee == "" || b.PayeeUserID == req.Payee) && s.seesUser(c, b.PayeeUserID) {
			all = append(all, b)
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		List       []workwx.ExternalPayBill `json:"bill_list"`
		NextCursor string                   `json:"next_cursor"`
	}{part, next}, err
}

func paymentInfo(s *Server, _ *call, req *struct {
	ID string `json:"payment_id"`
}) (any, error) {
	type item struct {
		OutTradeNo string `json:"out_trade_no"`
	}
	numbers, ok := s.customers.pay.payments[req.ID]
	if !ok {
		return nil, fail(codeIllegalParameter, "invalid payment_id")
	}
	list := []item{}
	for _, no := range numbers {
		list = append(list, item{no})
	}
	return struct {
		List []item `json:"bill_list"`
	}{list}, nil
}

func listFundFlows(s *Server, c *call, req *struct {
	payPeriod
	MchID string `json:"mch_id"`
}) (any, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	var all []workwx.ExternalPayFundFlow
	for _, f := range s.customers.pay.flows {
		if req.holds(f.Timestamp) && (req.MchID == "" || f.MchID == req.MchID) && s.seesUser(c, f.OperatorUserID) {
			all = append(all, f)
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 100, 200)
	return struct {
		NextCursor string                       `json:"next_cursor"`
		List       []workwx.ExternalPayFundFlow `json:"fund_flow_list"`
	}{next, part}, err
}
