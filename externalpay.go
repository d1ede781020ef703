package workwx

import (
	"context"
	"iter"
)

// ExternalPayBillType says whether a bill is a payment or a refund.
type ExternalPayBillType int64

// The types of bills.
const (
	ExternalPayBillTypePayment ExternalPayBillType = 0
	ExternalPayBillTypeRefund  ExternalPayBillType = 1
)

// ExternalPayTradeState says what became of a payment.
type ExternalPayTradeState int64

// The states of payments.
const (
	ExternalPayTradeStateDone     ExternalPayTradeState = 1
	ExternalPayTradeStateRefunded ExternalPayTradeState = 3 // done, and refunded in part or as a whole
)

// ExternalPayPaymentType says how a payment was made.
type ExternalPayPaymentType int64

// The ways of paying.
const (
	ExternalPayPaymentTypeChat         ExternalPayPaymentType = 0  // in a chat
	ExternalPayPaymentTypeQRCode       ExternalPayPaymentType = 1  // by a QR code
	ExternalPayPaymentTypeLive         ExternalPayPaymentType = 2  // in a live stream
	ExternalPayPaymentTypeProductAlbum ExternalPayPaymentType = 3  // from a product album
	ExternalPayPaymentTypeTransfer     ExternalPayPaymentType = 14 // by transfer
	ExternalPayPaymentTypeMiniProgram  ExternalPayPaymentType = 15 // in a mini program
)

// ExternalPayRefundStatus says how far a refund is.
type ExternalPayRefundStatus int64

// The states of refunds.
const (
	ExternalPayRefundStatusRequested         ExternalPayRefundStatus = 0
	ExternalPayRefundStatusProcessing        ExternalPayRefundStatus = 1
	ExternalPayRefundStatusDone              ExternalPayRefundStatus = 2
	ExternalPayRefundStatusClosed            ExternalPayRefundStatus = 3
	ExternalPayRefundStatusAbnormal          ExternalPayRefundStatus = 4
	ExternalPayRefundStatusApproving         ExternalPayRefundStatus = 5
	ExternalPayRefundStatusApprovalRejected  ExternalPayRefundStatus = 6
	ExternalPayRefundStatusApprovalCancelled ExternalPayRefundStatus = 7
)

// ExternalPayBindStatus says whether a merchant number is bound to the corp.
type ExternalPayBindStatus int64

// The states of merchant numbers.
const (
	ExternalPayBindStatusApplying ExternalPayBindStatus = 1
	ExternalPayBindStatusBound    ExternalPayBindStatus = 2
	ExternalPayBindStatusRevoked  ExternalPayBindStatus = 3
)

// ExternalPayTransactionType says what moved money.
type ExternalPayTransactionType int64

// The types of transactions.
const (
	ExternalPayTransactionTypeRefund     ExternalPayTransactionType = 1
	ExternalPayTransactionTypeFee        ExternalPayTransactionType = 2 // a commission
	ExternalPayTransactionTypePayment    ExternalPayTransactionType = 3
	ExternalPayTransactionTypeWithdrawal ExternalPayTransactionType = 4
	ExternalPayTransactionTypeOther      ExternalPayTransactionType = 5
)

// ExternalPayFundFlowType says in which direction money moved.
type ExternalPayFundFlowType int64

// The directions of money.
const (
	ExternalPayFundFlowTypeIncome  ExternalPayFundFlowType = 1
	ExternalPayFundFlowTypeExpense ExternalPayFundFlowType = 2
)

// AddExternalPayMerchant asks for a merchant number of WeChat Pay to be bound to the corp, so that members
// can take payments with it (新增商户号). [Client.GetExternalPayMerchant] tells whether it is bound yet.
//
// API: POST /cgi-bin/externalpay/addmerchant
// Doc: https://developer.work.weixin.qq.com/document/path/93666
func (c *Client) AddExternalPayMerchant(ctx context.Context, req *AddExternalPayMerchantRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalpay/addmerchant", req, nil)
}

// AddExternalPayMerchantRequest names a merchant.
type AddExternalPayMerchantRequest struct {
	MchID        string `json:"mch_id"`        // merchant number of WeChat Pay, at most 32 bytes
	MerchantName string `json:"merchant_name"` // full name, at most 50 bytes
}

// RemoveExternalPayMerchant unbinds a merchant number from the corp (删除商户号).
//
// API: POST /cgi-bin/externalpay/delmerchant
// Doc: https://developer.work.weixin.qq.com/document/path/93666
func (c *Client) RemoveExternalPayMerchant(ctx context.Context, mchID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalpay/delmerchant", param{"mch_id", mchID}, nil)
}

// ListExternalPayBills returns a page of the payments that members took from customers, and of the refunds
// (获取对外收款记录).
//
// The period may be at most a month. Bills of members whom the app cannot see are left out, so that a
// page may hold fewer than its limit, or none, and yet not be the last.
//
// API: POST /cgi-bin/externalpay/get_bill_list
// Doc: https://developer.work.weixin.qq.com/document/path/93667
func (c *Client) ListExternalPayBills(ctx context.Context, req *ListExternalPayBillsRequest) (*ListExternalPayBillsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalpay/get_bill_list", req, new(ListExternalPayBillsResponse))
}

// AllExternalPayBills ranges over the payments and refunds of a period, page by page; see
// [Client.ListExternalPayBills].
func (c *Client) AllExternalPayBills(ctx context.Context, req *ListExternalPayBillsRequest) iter.Seq2[*ExternalPayBill, error] {
	return paginate(ctx, req, c.ListExternalPayBills,
		func(q *ListExternalPayBillsRequest) *string { return &q.Cursor },
		func(p *ListExternalPayBillsResponse) ([]*ExternalPayBill, string, bool) {
			return p.BillList, p.NextCursor, p.NextCursor != ""
		})
}

// ListExternalPayBillsRequest says which bills to list.
type ListExternalPayBillsRequest struct {
	BeginTime   Timestamp `json:"begin_time"`
	EndTime     Timestamp `json:"end_time"`              // at most a month after BeginTime
	PayeeUserID string    `json:"payee_userid,omitzero"` // the member who took the payment; all by default
	Cursor      string    `json:"cursor,omitzero"`       // NextCursor of the page before
	Limit       int64     `json:"limit,omitzero"`        // per page, at most 1,000
}

// ListExternalPayBillsResponse is a page of bills.
type ListExternalPayBillsResponse struct {
	BillList   []*ExternalPayBill `json:"bill_list"`
	NextCursor string             `json:"next_cursor"` // empty on the last page
}

// ExternalPayBill is a payment by a customer, or a refund. Amounts are in cents (分).
type ExternalPayBill struct {
	MchID           string                     `json:"mch_id"` // merchant number
	BillType        ExternalPayBillType        `json:"bill_type"`
	OutTradeNo      string                     `json:"out_trade_no"`     // the merchant's number of the payment, also of the one that is refunded
	OutRefundNo     string                     `json:"out_refund_no"`    // the merchant's number of the refund; refunds only
	TransactionID   string                     `json:"transaction_id"`   // WeChat Pay's number
	TradeState      ExternalPayTradeState      `json:"trade_state"`      // payments only
	ExternalUserID  string                     `json:"external_userid"`  // the customer
	PayeeUserID     string                     `json:"payee_userid"`     // the member who took the payment, or gave the refund
	TotalFee        int64                      `json:"total_fee"`        // amount
	TotalRefundFee  int64                      `json:"total_refund_fee"` // amount refunded so far
	PaymentType     ExternalPayPaymentType     `json:"payment_type"`
	PayTime         Timestamp                  `json:"pay_time"`
	Remark          string                     `json:"remark"`
	PayerInfo       ExternalPayContact         `json:"payer_info"`       // if the member asked for it; payments only, self-built apps only; some answers call it contact_info
	CommodityList   []ExternalPayCommodity     `json:"commodity_list"`   // payments only
	RefundList      []ExternalPayRefund        `json:"refund_list"`      // payments only
	MiniProgramInfo ExternalPayBillMiniProgram `json:"miniprogram_info"` // for ExternalPayPaymentTypeMiniProgram
}

// UnmarshalJSON also takes payer_info under its other name, contact_info.
func (b *ExternalPayBill) UnmarshalJSON(data []byte) error {
	type plain ExternalPayBill
	var v struct {
		plain
		ContactInfo ExternalPayContact `json:"contact_info"`
	}
	if _, err := decodeJSON(data, &v); err != nil {
		return err
	}
	*b = ExternalPayBill(v.plain)
	if b.PayerInfo == (ExternalPayContact{}) {
		b.PayerInfo = v.ContactInfo
	}
	return nil
}

// ExternalPayContact is whom and where the goods go to.
type ExternalPayContact struct {
	Name    string `json:"name"`
	Phone   string `json:"phone"`
	Address string `json:"address"`
}

// ExternalPayCommodity is something that was paid for.
type ExternalPayCommodity struct {
	Description string `json:"description"`
	Amount      int64  `json:"amount"` // how many
}

// ExternalPayRefund is a refund of a payment.
type ExternalPayRefund struct {
	OutRefundNo   string                  `json:"out_refund_no"` // the merchant's number of the refund
	RefundUserID  string                  `json:"refund_userid"` // the member who gave it
	RefundComment string                  `json:"refund_comment"`
	RefundReqTime Timestamp               `json:"refund_reqtime"` // when it was requested
	RefundStatus  ExternalPayRefundStatus `json:"refund_status"`
	RefundFee     int64                   `json:"refund_fee"` // cents (分)
}

// ExternalPayBillMiniProgram is the mini program in which a payment was made.
type ExternalPayBillMiniProgram struct {
	AppID string `json:"appid"`
	Name  string `json:"name"`
}

// ListExternalPayBillsByPayment returns the merchant's numbers of the payments that a payment request of
// this app has brought in (获取收款项目的商户单号). The request's id comes from the JS-SDK.
//
// API: POST /cgi-bin/externalpay/get_payment_info
// Doc: https://developer.work.weixin.qq.com/document/path/95944
func (c *Client) ListExternalPayBillsByPayment(ctx context.Context, paymentID string) ([]*ExternalPayBillItem, error) {
	var resp listExternalPayBillsByPaymentResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalpay/get_payment_info", param{"payment_id", paymentID}, &resp)
	return resp.BillList, err
}

type listExternalPayBillsByPaymentResponse struct {
	BillList []*ExternalPayBillItem `json:"bill_list"`
}

// UnmarshalJSON also takes the list as out_trade_no_list, of plain numbers.
func (r *listExternalPayBillsByPaymentResponse) UnmarshalJSON(b []byte) error {
	type plain listExternalPayBillsByPaymentResponse
	var v struct {
		plain
		OutTradeNoList []string `json:"out_trade_no_list"`
	}
	if _, err := decodeJSON(b, &v); err != nil {
		return err
	}
	*r = listExternalPayBillsByPaymentResponse(v.plain)
	if r.BillList == nil {
		for _, no := range v.OutTradeNoList {
			r.BillList = append(r.BillList, &ExternalPayBillItem{OutTradeNo: no})
		}
	}
	return nil
}

// ExternalPayBillItem is the number of a payment.
type ExternalPayBillItem struct {
	OutTradeNo string `json:"out_trade_no"` // the merchant's number, as in [ExternalPayBill]
}

// GetExternalPayMerchant returns a merchant number of the corp, whether it is bound, and who may take
// payments with it (查询商户号详情).
//
// API: POST /cgi-bin/externalpay/getmerchant
// Doc: https://developer.work.weixin.qq.com/document/path/93666
func (c *Client) GetExternalPayMerchant(ctx context.Context, mchID string) (*ExternalPayMerchant, error) {
	return exec(ctx, c, post, "/cgi-bin/externalpay/getmerchant", param{"mch_id", mchID}, new(ExternalPayMerchant))
}

// ExternalPayMerchant is a merchant number of WeChat Pay.
type ExternalPayMerchant struct {
	BindStatus    ExternalPayBindStatus    `json:"bind_status"`
	MchID         string                   `json:"mch_id"`
	MerchantName  string                   `json:"merchant_name"`
	AllowUseScope ExternalPayMerchantScope `json:"allow_use_scope"` // if bound
}

// ExternalPayMerchantScope is who may take payments with a merchant number.
type ExternalPayMerchantScope struct {
	User    []string `json:"user,omitzero"`    // member ids
	PartyID []int64  `json:"partyid,omitzero"` // department ids
	TagID   []int64  `json:"tagid,omitzero"`   // ids of contact tags
}

// SetExternalPayMerchantScope says who may take payments with a merchant number that is bound to the corp,
// and replaces who could before (设置商户号使用范围).
//
// API: POST /cgi-bin/externalpay/set_mch_use_scope
// Doc: https://developer.work.weixin.qq.com/document/path/93666
func (c *Client) SetExternalPayMerchantScope(ctx context.Context, req *SetExternalPayMerchantScopeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalpay/set_mch_use_scope", req, nil)
}

// SetExternalPayMerchantScopeRequest says who may use which merchant number.
type SetExternalPayMerchantScopeRequest struct {
	MchID         string                   `json:"mch_id"`
	AllowUseScope ExternalPayMerchantScope `json:"allow_use_scope,omitzero"` // required
}

// ListExternalPayFundFlows returns a page of the movements of money in the corp's merchant accounts
// (获取资金流水).
//
// The period may be at most 31 days, within the last 3 years. A day is complete at 11 a.m. of the next.
// Only merchant numbers that were opened in WeCom are covered. Movements by members whom the app cannot
// see are left out, so that a page may hold fewer than its limit. For self-built apps only.
//
// API: POST /cgi-bin/externalpay/get_fund_flow
// Doc: https://developer.work.weixin.qq.com/document/path/98100
func (c *Client) ListExternalPayFundFlows(ctx context.Context, req *ListExternalPayFundFlowsRequest) (*ListExternalPayFundFlowsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalpay/get_fund_flow", req, new(ListExternalPayFundFlowsResponse))
}

// AllExternalPayFundFlows ranges over the movements of money of a period, page by page; see
// [Client.ListExternalPayFundFlows].
func (c *Client) AllExternalPayFundFlows(ctx context.Context, req *ListExternalPayFundFlowsRequest) iter.Seq2[*ExternalPayFundFlow, error] {
	return paginate(ctx, req, c.ListExternalPayFundFlows,
		func(q *ListExternalPayFundFlowsRequest) *string { return &q.Cursor },
		func(p *ListExternalPayFundFlowsResponse) ([]*ExternalPayFundFlow, string, bool) {
			return p.FundFlowList, p.NextCursor, p.NextCursor != ""
		})
}

// ListExternalPayFundFlowsRequest says which movements to list.
type ListExternalPayFundFlowsRequest struct {
	BeginTime Timestamp `json:"begin_time"`
	EndTime   Timestamp `json:"end_time"`        // at most 31 days after BeginTime
	MchID     string    `json:"mch_id,omitzero"` // the merchant number; all by default
	Cursor    string    `json:"cursor,omitzero"` // NextCursor of the page before
	Limit     int64     `json:"limit,omitzero"`  // per page, 100 by default, at most 200
}

// ListExternalPayFundFlowsResponse is a page of movements.
type ListExternalPayFundFlowsResponse struct {
	NextCursor   string                 `json:"next_cursor"` // empty on the last page
	FundFlowList []*ExternalPayFundFlow `json:"fund_flow_list"`
}

// ExternalPayFundFlow is a movement of money in a merchant account. Amounts are in cents (分).
type ExternalPayFundFlow struct {
	Timestamp         Timestamp                  `json:"timestamp"`          // when it happened
	RequestNo         string                     `json:"request_no"`         // WeChat Pay's number of the movement
	TransactionType   ExternalPayTransactionType `json:"transaction_type"`   // what moved the money
	FundFlowType      ExternalPayFundFlowType    `json:"fund_flow_type"`     // in which direction
	TransactionAmount int64                      `json:"transaction_amount"` // amount
	AccountBalance    int64                      `json:"account_balance"`    // amount in the account after it
	OutTradeNo        string                     `json:"out_trade_no"`       // the merchant's number of the payment
	MchID             string                     `json:"mch_id"`             // merchant number
	OperatorUserID    string                     `json:"operator_userid"`    // the member who caused it
	GroupList         []ExternalPayFundFlowGroup `json:"group_list"`         // rule groups that it belongs to
	Remark            string                     `json:"remark"`
}

// ExternalPayFundFlowGroup is a rule group.
type ExternalPayFundFlowGroup struct {
	GroupName string `json:"group_name"`
}
