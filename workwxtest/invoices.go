package workwxtest

import "github.com/go-workwx/workwx"

// invoice is an electronic invoice among the cards of its owner.
type invoice struct {
	workwx.Invoice
	lockedBy *app
}

const (
	codeInvoiceLocked = workwx.Code(72023)
	codeInvoiceStatus = workwx.Code(72024)
	codeInvoiceOwner  = workwx.Code(72037)
)

func invoiceHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/card/invoice/reimburse/getinvoiceinfo":      in(getInvoice),
		"/cgi-bin/card/invoice/reimburse/getinvoiceinfobatch": in(getInvoices),
		"/cgi-bin/card/invoice/reimburse/updateinvoicestatus": in(updateInvoice),
		"/cgi-bin/card/invoice/reimburse/updatestatusbatch":   in(updateInvoices),
	}
}

// AddInvoice puts an electronic invoice among the cards of its owner, where [workwx.Client.GetInvoice]
// finds it by its CardID and the code.
func (s *Server) AddInvoice(i workwx.Invoice, encryptCode string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i.UserInfo.ReimburseStatus == "" {
		i.UserInfo.ReimburseStatus = workwx.InvoiceReimburseStatusInit
	}
	s.oa.invoices[workwx.InvoiceCard{CardID: i.CardID, EncryptCode: encryptCode}] = &invoice{Invoice: i}
}

func (s *Server) invoiceOf(card workwx.InvoiceCard) (*invoice, error) {
	i := s.oa.invoices[card]
	if i == nil {
		return nil, fail(codeIllegalParameter, "card_id or encrypt_code not found")
	}
	return i, nil
}

func getInvoice(s *Server, _ *call, req *workwx.InvoiceCard) (any, error) {
	i, err := s.invoiceOf(*req)
	if err != nil {
		return nil, err
	}
	return i.Invoice, nil
}

func getInvoices(s *Server, _ *call, req *struct {
	List []workwx.InvoiceCard `json:"item_list"`
}) (any, error) {
	list := []workwx.Invoice{}
	for _, card := range req.List {
		i, err := s.invoiceOf(card)
		if err != nil {
			return nil, err
		}
		list = append(list, i.Invoice)
	}
	return struct {
		List []workwx.Invoice `json:"item_list"`
	}{list}, nil
}

// checkStatus refuses a change that the state of an invoice does not allow.
func (i *invoice) checkStatus(owner *app, status workwx.InvoiceReimburseStatus) error {
	switch {
	case status != workwx.InvoiceReimburseStatusInit && status != workwx.InvoiceReimburseStatusLock && status != workwx.InvoiceReimburseStatusClosure:
		return fail(codeIllegalParameter, "invalid reimburse_status %q", status)
	case i.UserInfo.ReimburseStatus == workwx.InvoiceReimburseStatusClosure:
		return fail(codeInvoiceStatus, "the invoice was reimbursed")
	case i.lockedBy != nil && i.lockedBy != owner:
		return fail(codeInvoiceLocked, "another app has locked the invoice")
	}
	return nil
}

func (i *invoice) setStatus(owner *app, status workwx.InvoiceReimburseStatus) {
	i.UserInfo.ReimburseStatus, i.lockedBy = status, nil
	if status == workwx.InvoiceReimburseStatusLock {
		i.lockedBy = owner
	}
}

func updateInvoice(s *Server, c *call, req *struct {
	workwx.InvoiceCard
	Status workwx.InvoiceReimburseStatus `json:"reimburse_status"`
}) (any, error) {
	i, err := s.invoiceOf(req.InvoiceCard)
	if err != nil {
		return nil, err
	}
	if err := i.checkStatus(c.app, req.Status); err != nil {
		return nil, err
	}
	i.setStatus(c.app, req.Status)
	return nil, nil
}

// updateInvoices changes all of the invoices or none.
func updateInvoices(s *Server, c *call, req *struct {
	OpenID string                        `json:"openid"`
	Status workwx.InvoiceReimburseStatus `json:"reimburse_status"`
	List   []workwx.InvoiceCard          `json:"invoice_list"`
}) (any, error) {
	var found []*invoice
	for _, card := range req.List {
		i, err := s.invoiceOf(card)
		if err != nil {
			return nil, err
		}
		if i.OpenID != req.OpenID {
			return nil, fail(codeInvoiceOwner, "an invoice is not the user's")
		}
		if err := i.checkStatus(c.app, req.Status); err != nil {
			return nil, err
		}
		found = append(found, i)
	}
	for _, i := range found {
		i.setStatus(c.app, req.Status)
	}
	return nil, nil
}
