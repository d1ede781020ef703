package workwx

import "context"

// InvoiceReimburseStatus says how far the reimbursement of an invoice is.
type InvoiceReimburseStatus string

// The states of reimbursement.
const (
	InvoiceReimburseStatusInit    InvoiceReimburseStatus = "INVOICE_REIMBURSE_INIT"    // free; set it to unlock an invoice
	InvoiceReimburseStatusLock    InvoiceReimburseStatus = "INVOICE_REIMBURSE_LOCK"    // locked: it stays with its owner, who cannot hand it in again
	InvoiceReimburseStatusClosure InvoiceReimburseStatus = "INVOICE_REIMBURSE_CLOSURE" // reimbursed and gone from the owner's cards, for good
)

// GetInvoice returns an electronic invoice that a member chose from his cards (查询电子发票).
//
// The id and code of the invoice come from the JS-SDK (chooseInvoice). Only verified corps may call
// this. errcode 72023 says that another party has locked the invoice, 72024 that its state does not allow it.
//
// API: POST /cgi-bin/card/invoice/reimburse/getinvoiceinfo
// Doc: https://developer.work.weixin.qq.com/document/path/90284
func (c *Client) GetInvoice(ctx context.Context, req *GetInvoiceRequest) (*Invoice, error) {
	return exec(ctx, c, post, "/cgi-bin/card/invoice/reimburse/getinvoiceinfo", req, new(Invoice))
}

// GetInvoiceRequest names an invoice.
type GetInvoiceRequest struct {
	CardID      string `json:"card_id"`      // the id of the invoice's card
	EncryptCode string `json:"encrypt_code"` // the encrypted code of the card
}

// Invoice is an electronic invoice (电子发票).
type Invoice struct {
	CardID         string        `json:"card_id"`          // the id of the invoice's card
	BeginTime      Timestamp     `json:"begin_time"`       // valid from
	EndTime        Timestamp     `json:"end_time"`         // valid until
	OpenID         string        `json:"openid"`           // of the owner; [Client.BatchUpdateInvoiceStatus] takes it
	Type           string        `json:"type"`             // the kind of invoice, in Chinese
	Payee          string        `json:"payee"`            // the full name of who issued it
	Detail         string        `json:"detail"`           // what was paid for
	UserInfo       InvoiceDetail `json:"user_info"`        // what is printed on it
	UserCardStatus string        `json:"user_card_status"` // the state of the card with its owner
}

// InvoiceDetail is what is printed on an invoice. Amounts are in fen, 0.01 CNY.
type InvoiceDetail struct {
	Title                 string                 `json:"title"`           // who is billed
	FeeWithoutTax         int64                  `json:"fee_without_tax"` // the amount before tax, in fen
	Fee                   int64                  `json:"fee"`             // the amount with tax, in fen
	Tax                   int64                  `json:"tax"`             // the tax, in fen
	BillingNo             string                 `json:"billing_no"`      // the number (发票号码)
	BillingCode           string                 `json:"billing_code"`    // the code (发票代码)
	BillingTime           Timestamp              `json:"billing_time"`    // when it was issued
	Info                  []InvoiceItem          `json:"info"`            // its lines
	CheckCode             string                 `json:"check_code"`      // the code to verify it with (校验码)
	Detail                string                 `json:"detail"`          // how it can be used
	ReimburseStatus       InvoiceReimburseStatus `json:"reimburse_status"`
	PDFURL                string                 `json:"pdf_url"`      // of the document
	TripPDFURL            string                 `json:"trip_pdf_url"` // of what goes with it, such as an itinerary
	BuyerNumber           string                 `json:"buyer_number"` // the buyer's taxpayer number
	BuyerAddressAndPhone  string                 `json:"buyer_address_and_phone"`
	BuyerBankAccount      string                 `json:"buyer_bank_account"` // bank and account
	SellerNumber          string                 `json:"seller_number"`      // the seller's taxpayer number
	SellerAddressAndPhone string                 `json:"seller_address_and_phone"`
	SellerBankAccount     string                 `json:"seller_bank_account"` // bank and account
	Remarks               string                 `json:"remarks"`
	Maker                 string                 `json:"maker"`   // who wrote the invoice
	Cashier               string                 `json:"cashier"` // who received the money
}

// InvoiceItem is a line of an invoice.
type InvoiceItem struct {
	Name  string `json:"name"`
	Unit  string `json:"unit"`  // what Num counts
	Num   int64  `json:"num"`   // how many
	Price int64  `json:"price"` // of one, in fen
}

// BatchGetInvoices returns several electronic invoices at once (批量查询电子发票). Only verified corps
// with more than 200 active members may call it.
//
// API: POST /cgi-bin/card/invoice/reimburse/getinvoiceinfobatch
// Doc: https://developer.work.weixin.qq.com/document/path/90287
func (c *Client) BatchGetInvoices(ctx context.Context, req *BatchGetInvoicesRequest) ([]*Invoice, error) {
	var resp batchGetInvoicesResponse
	err := c.invoke(ctx, post, "/cgi-bin/card/invoice/reimburse/getinvoiceinfobatch", req, &resp)
	return resp.ItemList, err
}

type batchGetInvoicesResponse struct {
	ItemList []*Invoice `json:"item_list"`
}

// BatchGetInvoicesRequest names the invoices.
type BatchGetInvoicesRequest struct {
	ItemList []InvoiceCard `json:"item_list"`
}

// InvoiceCard names an invoice among others.
type InvoiceCard struct {
	CardID      string `json:"card_id"`      // the id of the invoice's card
	EncryptCode string `json:"encrypt_code"` // the encrypted code of the card
}

// UpdateInvoiceStatus locks, unlocks or reimburses an electronic invoice (更新发票状态).
//
// Lock an invoice when its reimbursement begins. [InvoiceReimburseStatusClosure] cannot be undone. Only
// verified corps may call this. errcode 72023 says that another party has locked the invoice, 72024 that
// its state does not allow the change, 72037 that it is not the user's.
//
// API: POST /cgi-bin/card/invoice/reimburse/updateinvoicestatus
// Doc: https://developer.work.weixin.qq.com/document/path/90285
func (c *Client) UpdateInvoiceStatus(ctx context.Context, req *UpdateInvoiceStatusRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/card/invoice/reimburse/updateinvoicestatus", req, nil)
}

// UpdateInvoiceStatusRequest names an invoice and its new state.
type UpdateInvoiceStatusRequest struct {
	CardID          string                 `json:"card_id"`      // the id of the invoice's card
	EncryptCode     string                 `json:"encrypt_code"` // the encrypted code of the card
	ReimburseStatus InvoiceReimburseStatus `json:"reimburse_status"`
}

// BatchUpdateInvoiceStatus locks, unlocks or reimburses several electronic invoices of one user
// (批量更新发票状态). When one of them cannot be changed, none is.
//
// The conditions and errcodes are those of [Client.UpdateInvoiceStatus].
//
// API: POST /cgi-bin/card/invoice/reimburse/updatestatusbatch
// Doc: https://developer.work.weixin.qq.com/document/path/90286
func (c *Client) BatchUpdateInvoiceStatus(ctx context.Context, req *BatchUpdateInvoiceStatusRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/card/invoice/reimburse/updatestatusbatch", req, nil)
}

// BatchUpdateInvoiceStatusRequest names the invoices of a user and their new state.
type BatchUpdateInvoiceStatusRequest struct {
	OpenID          string                 `json:"openid"` // of the user, who owns them all
	ReimburseStatus InvoiceReimburseStatus `json:"reimburse_status"`
	InvoiceList     []InvoiceCard          `json:"invoice_list"`
}
