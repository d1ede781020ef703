package workwx

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
)

// PayToolBusinessType is what is sold.
type PayToolBusinessType int64

// What is sold.
const (
	PayToolBusinessTypeThirdApp      PayToolBusinessType = 1 // 普通第三方应用
	PayToolBusinessTypeCustomizedApp PayToolBusinessType = 2 // 代开发应用
	PayToolBusinessTypePromotionCase PayToolBusinessType = 3 // 行业解决方案
)

// PayToolPayType says who pays.
type PayToolPayType int64

// Who pays.
const (
	PayToolPayTypeCustomer PayToolPayType = 0 // 客户支付
	PayToolPayTypeProvider PayToolPayType = 1 // the provider, whom the customer has paid, 服务商代支付
	PayToolPayTypeFree     PayToolPayType = 2 // 免支付
)

// PayToolPurchaseType says why something is bought.
type PayToolPurchaseType int64

// Why something is bought.
const (
	PayToolPurchaseTypeNew   PayToolPurchaseType = 0 // 新购
	PayToolPurchaseTypeMore  PayToolPurchaseType = 1 // for more members, 扩容
	PayToolPurchaseTypeRenew PayToolPurchaseType = 2 // 续期
)

// CreatePayToolOrder makes an order that a customer pays or confirms (创建收款订单).
//
// The provider must have a merchant number with the cashier (收银台), except for orders that are free.
//
// Here and in the methods below the client is a service provider's, with [WithProviderSecret], and orders are signed
// with the key of [WithPayToolSecret]: the client fills in NonceStr, Ts and Sig, anew for every attempt. It leaves
// them alone where Sig is set, for a service that keeps the key to itself. The clock may be wrong by 15 minutes.
//
// API: POST /cgi-bin/paytool/open_order
// Doc: https://developer.work.weixin.qq.com/document/path/98045
func (c *Client) CreatePayToolOrder(ctx context.Context, req *CreatePayToolOrderRequest) (*CreatePayToolOrderResponse, error) {
	resp := new(CreatePayToolOrderResponse)
	if err := c.invokeSigned(ctx, post|once|providerToken, "/cgi-bin/paytool/open_order", req, resp); err != nil {
		return nil, err
	}
	return resp, nil
}

// CreatePayToolOrderRequest is an order.
type CreatePayToolOrderRequest struct {
	BusinessType       PayToolBusinessType  `json:"business_type"`
	CustomCorpID       string               `json:"custom_corpid,omitzero"` // the customer; required for PayToolBusinessTypeCustomizedApp
	PayType            PayToolPayType       `json:"pay_type"`
	BankReceiptMediaID string               `json:"bank_receipt_media_id,omitzero"` // of UploadPayToolReceipt, for PayToolPayTypeProvider
	Creator            string               `json:"creator,omitzero"`               // a member of the provider who may collect money, and hears of it
	ProductList        PayToolProductsInput `json:"product_list,omitzero"`
	NonceStr           string               `json:"nonce_str,omitzero"`
	Ts                 Timestamp            `json:"ts,omitzero"`
	Sig                string               `json:"sig,omitzero"`
}

// PayToolProductsInput is what an order sells: the one that its BusinessType names.
type PayToolProductsInput struct {
	ThirdApp      PayToolThirdAppInput      `json:"third_app,omitzero"`
	CustomizedApp PayToolCustomizedAppInput `json:"customized_app,omitzero"`
	PromotionCase PayToolPromotionCaseInput `json:"promotion_case,omitzero"`
}

// PayToolThirdAppInput sells third-party apps.
type PayToolThirdAppInput struct {
	OrderType        PayToolPurchaseType        `json:"order_type"`
	NotifyCustomCorp *IntBool                   `json:"notify_custom_corp,omitzero"` // whether the customer's administrators are reminded to pay or confirm; Yes if nil
	BuyInfoList      []PayToolThirdAppItemInput `json:"buy_info_list"`               // 1 to 20
}

// PayToolThirdAppItemInput sells a third-party app.
type PayToolThirdAppItemInput struct {
	SuiteID        string          `json:"suiteid"`
	AppID          int64           `json:"appid,omitzero"` // of an old suite of several apps
	EditionID      string          `json:"edition_id"`
	UserCount      int64           `json:"user_count,omitzero"`       // members, at most 1,000,000; of PayToolPurchaseTypeMore, how many more
	DurationDays   int64           `json:"duration_days,omitzero"`    // 1 to 1,825
	TakeEffectDate string          `json:"take_effect_date,omitzero"` // yyyyMMdd; at once, or when what was bought ends, if empty
	DiscountInfo   PayToolDiscount `json:"discount_info,omitzero"`
}

// PayToolDiscountType says how a price is lowered.
type PayToolDiscountType int64

// How a price is lowered.
const (
	PayToolDiscountTypeAmount PayToolDiscountType = 1 // by DiscountAmount
	PayToolDiscountTypeRatio  PayToolDiscountType = 2 // to DiscountRatio
)

// PayToolDiscount lowers a price.
type PayToolDiscount struct {
	DiscountType    PayToolDiscountType `json:"discount_type"`
	DiscountAmount  int64               `json:"discount_amount,omitzero"`  // in fen
	DiscountRatio   int64               `json:"discount_ratio,omitzero"`   // what is left of the price, in percent
	DiscountRemarks string              `json:"discount_remarks,omitzero"` // why; at most 256 bytes
}

// PayToolCustomizedAppInput sells apps that the provider built for the customer.
type PayToolCustomizedAppInput struct {
	OrderType        PayToolPurchaseType             `json:"order_type"`
	NotifyCustomCorp *IntBool                        `json:"notify_custom_corp,omitzero"` // as in PayToolThirdAppInput
	BuyInfoList      []PayToolCustomizedAppItemInput `json:"buy_info_list"`               // 1 to 20
}

// PayToolCustomizedAppItemInput sells an app that the provider built for the customer.
type PayToolCustomizedAppItemInput struct {
	SuiteID        string `json:"suiteid"` // of the template
	AppID          int64  `json:"appid,omitzero"`
	UserCount      int64  `json:"user_count,omitzero"`       // members; of PayToolPurchaseTypeMore, how many more
	DurationDays   int64  `json:"duration_days,omitzero"`    // 1 to 1,825
	TakeEffectDate string `json:"take_effect_date,omitzero"` // yyyyMMdd
	TotalPrice     int64  `json:"total_price"`               // in fen, at most 500,000,000
}

// PayToolPromotionCaseInput sells a bundle of apps for an industry.
type PayToolPromotionCaseInput struct {
	OrderType            PayToolPurchaseType             `json:"order_type"`
	NotifyCustomCorp     *IntBool                        `json:"notify_custom_corp,omitzero"` // as in PayToolThirdAppInput
	CaseID               string                          `json:"case_id"`
	PromotionEditionName string                          `json:"promotion_edition_name"`
	DurationDays         int64                           `json:"duration_days,omitzero"`    // 1 to 1,825
	TakeEffectDate       string                          `json:"take_effect_date,omitzero"` // yyyyMMdd; at once if empty
	BuyInfoList          []PayToolPromotionCaseItemInput `json:"buy_info_list,omitzero"`    // 1 to 20
}

// PayToolPromotionCaseItemInput sells an app of a bundle.
type PayToolPromotionCaseItemInput struct {
	SuiteID   string `json:"suiteid"`
	AppID     int64  `json:"appid,omitzero"`      // of an old suite of several apps
	UserCount int64  `json:"user_count,omitzero"` // members
}

// CreatePayToolOrderResponse is an order, and its prices where they are known.
type CreatePayToolOrderResponse struct {
	OrderID     string `json:"order_id"`
	OrderURL    string `json:"order_url"`    // where the customer pays, or confirms what the customer need not pay
	OriginPrice int64  `json:"origin_price"` // in fen
	PaidPrice   int64  `json:"paid_price"`   // in fen, what is to be paid
}

// UploadPayToolReceipt uploads the bank's receipt for an order of [PayToolPayTypeProvider]: an image, with
// [MediaTypeImage], or a PDF, with [MediaTypeFile]. Its limits are those of [Client.UploadProviderMedia].
func (c *Client) UploadPayToolReceipt(ctx context.Context, t MediaType, media *Media) (*MediaUploadResult, error) {
	result := new(MediaUploadResult)
	query := "type=" + escapeParam(string(t)) + "&attachment_type=3"
	if err := c.uploadMedia(ctx, post|providerToken, "/cgi-bin/service/media/upload", query, media, MaxFileSize, result); err != nil {
		return nil, err
	}
	return result, nil
}

// CancelPayToolOrder cancels an order that is not paid (取消收款订单). It is signed; see [Client.CreatePayToolOrder].
//
// API: POST /cgi-bin/paytool/close_order
// Doc: https://developer.work.weixin.qq.com/document/path/98046
func (c *Client) CancelPayToolOrder(ctx context.Context, req *CancelPayToolOrderRequest) error {
	return c.invokeSigned(ctx, post|providerToken, "/cgi-bin/paytool/close_order", req, nil)
}

// CancelPayToolOrderRequest names an order.
type CancelPayToolOrderRequest struct {
	OrderID  string    `json:"order_id"`
	NonceStr string    `json:"nonce_str,omitzero"`
	Ts       Timestamp `json:"ts,omitzero"`
	Sig      string    `json:"sig,omitzero"`
}

// ListPayToolOrders returns a page of orders, of all kinds or one (获取收款订单列表). It is signed; see
// [Client.CreatePayToolOrder].
//
// API: POST /cgi-bin/paytool/get_order_list
// Doc: https://developer.work.weixin.qq.com/document/path/98053
func (c *Client) ListPayToolOrders(ctx context.Context, req *ListPayToolOrdersRequest) (*ListPayToolOrdersResponse, error) {
	resp := new(ListPayToolOrdersResponse)
	if err := c.invokeSigned(ctx, post|providerToken, "/cgi-bin/paytool/get_order_list", req, resp); err != nil {
		return nil, err
	}
	return resp, nil
}

// AllPayToolOrders ranges over orders; see [Client.ListPayToolOrders]. The client must have the key of
// [WithPayToolSecret], as every page is signed by itself.
func (c *Client) AllPayToolOrders(ctx context.Context, req *ListPayToolOrdersRequest) iter.Seq2[*PayToolOrderItem, error] {
	return paginate(ctx, req, c.ListPayToolOrders,
		func(q *ListPayToolOrdersRequest) *string { return &q.Cursor },
		func(p *ListPayToolOrdersResponse) ([]*PayToolOrderItem, string, bool) {
			return p.PayOrderList, p.NextCursor, bool(p.HasMore)
		})
}

// ListPayToolOrdersRequest says which orders to list.
type ListPayToolOrdersRequest struct {
	BusinessType PayToolBusinessType `json:"business_type,omitzero"` // all if 0
	StartTime    Timestamp           `json:"start_time,omitzero"`    // of ordering
	EndTime      Timestamp           `json:"end_time,omitzero"`
	Cursor       string              `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit        int64               `json:"limit"`           // 1 to 2,000
	NonceStr     string              `json:"nonce_str,omitzero"`
	Ts           Timestamp           `json:"ts,omitzero"`
	Sig          string              `json:"sig,omitzero"`
}

// ListPayToolOrdersResponse is a page of orders.
type ListPayToolOrdersResponse struct {
	PayOrderList []*PayToolOrderItem `json:"pay_order_list"`
	NextCursor   string              `json:"next_cursor"`
	HasMore      IntBool             `json:"has_more"`
}

// PayToolOrderStatus is how far an order is.
type PayToolOrderStatus int64

// How far an order is.
const (
	PayToolOrderStatusUnpaid            PayToolOrderStatus = 1 // 待支付
	PayToolOrderStatusPaid              PayToolOrderStatus = 2 // 已支付
	PayToolOrderStatusCanceled          PayToolOrderStatus = 3 // 订单取消
	PayToolOrderStatusExpired           PayToolOrderStatus = 4 // 支付过期
	PayToolOrderStatusRefundRequested   PayToolOrderStatus = 5 // 退款申请中
	PayToolOrderStatusRefunded          PayToolOrderStatus = 6 // 已退款
	PayToolOrderStatusDone              PayToolOrderStatus = 7 // 交易完成
	PayToolOrderStatusUnconfirmed       PayToolOrderStatus = 8 // 待企业确认
	PayToolOrderStatusPartiallyRefunded PayToolOrderStatus = 9 // 已部分退款
)

// PayToolOrderSource says who made an order.
type PayToolOrderSource int64

// Who made an order.
const (
	PayToolOrderSourceCustomer PayToolOrderSource = 1
	PayToolOrderSourceProvider PayToolOrderSource = 2
)

// PayToolOrderItem is an order in a list; [Client.GetPayToolOrder] returns all of it.
type PayToolOrderItem struct {
	OrderID      string             `json:"order_id"`
	CustomCorpID string             `json:"custom_corpid"` // the customer
	CreateTime   Timestamp          `json:"create_time"`
	BuyContent   string             `json:"buy_content"`  // what was bought, in words
	OriginPrice  int64              `json:"origin_price"` // in fen
	PaidPrice    int64              `json:"paid_price"`   // in fen; 0 if it was free
	OrderStatus  PayToolOrderStatus `json:"order_status"`
	OrderFrom    PayToolOrderSource `json:"order_from"`
	Creator      string             `json:"creator"`
	PayType      PayToolPayType     `json:"pay_type"`
}

// GetPayToolOrder returns an order (获取收款订单详情). It is signed; see [Client.CreatePayToolOrder].
//
// API: POST /cgi-bin/paytool/get_order_detail
// Doc: https://developer.work.weixin.qq.com/document/path/98054
func (c *Client) GetPayToolOrder(ctx context.Context, req *GetPayToolOrderRequest) (*PayToolOrder, error) {
	var resp getPayToolOrderResponse
	err := c.invokeSigned(ctx, post|providerToken, "/cgi-bin/paytool/get_order_detail", req, &resp)
	return resp.PayOrder, err
}

type getPayToolOrderResponse struct {
	PayOrder *PayToolOrder `json:"pay_order"`
}

// GetPayToolOrderRequest names an order.
type GetPayToolOrderRequest struct {
	OrderID  string    `json:"order_id"`
	NonceStr string    `json:"nonce_str,omitzero"`
	Ts       Timestamp `json:"ts,omitzero"`
	Sig      string    `json:"sig,omitzero"`
}

// PayToolPayChannel is how an order was paid.
type PayToolPayChannel int64

// How an order was paid.
const (
	PayToolPayChannelWeChat PayToolPayChannel = 1 // 微信支付
	PayToolPayChannelBank   PayToolPayChannel = 2 // 网银支付
)

// PayToolIncomeType says to what kind of merchant number the money of an order went.
type PayToolIncomeType int64

// To what the money of an order can go.
const (
	PayToolIncomeTypeWeChatPay PayToolIncomeType = 1 // 微信支付商户号
	PayToolIncomeTypeTenpay    PayToolIncomeType = 2 // 财付通商户号
)

// PayToolOrder is an order.
type PayToolOrder struct {
	OrderID        string              `json:"order_id"`
	CustomCorpID   string              `json:"custom_corpid"` // the customer
	CustomCorpName string              `json:"custom_corp_name"`
	CreateTime     Timestamp           `json:"create_time"`
	BusinessType   PayToolBusinessType `json:"business_type"`
	BuyContent     string              `json:"buy_content"`  // what was bought, in words
	OriginPrice    int64               `json:"origin_price"` // in fen
	PaidPrice      int64               `json:"paid_price"`   // in fen; 0 if it was free
	OrderStatus    PayToolOrderStatus  `json:"order_status"`
	OrderFrom      PayToolOrderSource  `json:"order_from"`
	Creator        string              `json:"creator"`
	PayType        PayToolPayType      `json:"pay_type"`
	PayChannel     PayToolPayChannel   `json:"pay_channel"`      // 0 until it is paid
	ChannelOrderID string              `json:"channel_order_id"` // the payment's number there
	PaidTime       Timestamp           `json:"paid_time"`
	IncomeType     PayToolIncomeType   `json:"income_type"`   // 0 until the provider received the money
	IncomeTime     Timestamp           `json:"income_time"`   // when the provider received the money
	IncomeAmount   int64               `json:"income_amount"` // in fen, what the provider received
	ProductList    PayToolProducts     `json:"product_list"`
}

// PayToolProducts is what an order sells: the one that its BusinessType names.
type PayToolProducts struct {
	ThirdApp      PayToolThirdApp      `json:"third_app"`
	CustomizedApp PayToolCustomizedApp `json:"customized_app"`
	PromotionCase PayToolPromotionCase `json:"promotion_case"`
}

// PayToolThirdApp is third-party apps that were sold.
type PayToolThirdApp struct {
	OrderType        PayToolPurchaseType   `json:"order_type"`
	NotifyCustomCorp IntBool               `json:"notify_custom_corp"`
	BuyInfoList      []PayToolThirdAppItem `json:"buy_info_list"`
}

// PayToolThirdAppItem is a third-party app that was sold.
type PayToolThirdAppItem struct {
	SuiteID        string `json:"suiteid"`
	AppID          int64  `json:"appid"` // of an old suite of several apps
	EditionID      string `json:"edition_id"`
	UserCount      int64  `json:"user_count"`
	DurationDays   int64  `json:"duration_days"`
	TakeEffectDate string `json:"take_effect_date"` // yyyyMMdd
	OriginPrice    int64  `json:"origin_price"`     // in fen
	PaidPrice      int64  `json:"paid_price"`       // in fen
}

// PayToolCustomizedApp is apps that were sold and that the provider built for the customer.
type PayToolCustomizedApp struct {
	OrderType        PayToolPurchaseType        `json:"order_type"`
	NotifyCustomCorp IntBool                    `json:"notify_custom_corp"`
	BuyInfoList      []PayToolCustomizedAppItem `json:"buy_info_list"`
}

// PayToolCustomizedAppItem is an app that was sold and that the provider built for the customer.
type PayToolCustomizedAppItem struct {
	SuiteID        string `json:"suiteid"` // of the template
	AppID          int64  `json:"appid"`
	UserCount      int64  `json:"user_count"`
	DurationDays   int64  `json:"duration_days"`
	TakeEffectDate string `json:"take_effect_date"` // yyyyMMdd
	OriginPrice    int64  `json:"origin_price"`     // in fen
	PaidPrice      int64  `json:"paid_price"`       // in fen
}

// PayToolPromotionCase is a bundle of apps that was sold.
type PayToolPromotionCase struct {
	OrderType            PayToolPurchaseType        `json:"order_type"`
	NotifyCustomCorp     IntBool                    `json:"notify_custom_corp"`
	CaseID               string                     `json:"case_id"`
	PromotionEditionName string                     `json:"promotion_edition_name"`
	DurationDays         int64                      `json:"duration_days"`
	BuyInfoList          []PayToolPromotionCaseItem `json:"buy_info_list"`
}

// PayToolPromotionCaseItem is an app of a bundle that was sold.
type PayToolPromotionCaseItem struct {
	SuiteID        string `json:"suiteid"`
	AppID          int64  `json:"appid"` // of an old suite of several apps
	EditionID      string `json:"edition_id"`
	UserCount      int64  `json:"user_count"`
	TakeEffectDate string `json:"take_effect_date"` // yyyyMMdd
}

// ListPayToolInvoices returns a page of the invoices that customers asked for (获取发票列表).
//
// API: POST /cgi-bin/paytool/get_invoice_list
// Doc: https://developer.work.weixin.qq.com/document/path/99436
func (c *Client) ListPayToolInvoices(ctx context.Context, req *ListPayToolInvoicesRequest) (*ListPayToolInvoicesResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/paytool/get_invoice_list", req, new(ListPayToolInvoicesResponse))
}

// AllPayToolInvoices ranges over the invoices that customers asked for; see [Client.ListPayToolInvoices].
func (c *Client) AllPayToolInvoices(ctx context.Context, req *ListPayToolInvoicesRequest) iter.Seq2[*PayToolInvoice, error] {
	return paginate(ctx, req, c.ListPayToolInvoices,
		func(q *ListPayToolInvoicesRequest) *string { return &q.Cursor },
		func(p *ListPayToolInvoicesResponse) ([]*PayToolInvoice, string, bool) {
			return p.InvoiceList, p.NextCursor, bool(p.HasMore)
		})
}

// ListPayToolInvoicesRequest says which invoices to list.
type ListPayToolInvoicesRequest struct {
	StartTime Timestamp `json:"start_time,omitzero"` // of asking; both or neither
	EndTime   Timestamp `json:"end_time,omitzero"`
	Cursor    string    `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64     `json:"limit,omitzero"`  // at most 100; 50 if 0
}

// ListPayToolInvoicesResponse is a page of invoices.
type ListPayToolInvoicesResponse struct {
	InvoiceList []*PayToolInvoice `json:"invoice_list"`
	NextCursor  string            `json:"next_cursor"`
	HasMore     IntBool           `json:"has_more"`
}

// PayToolInvoiceType is a kind of invoice.
type PayToolInvoiceType int64

// The kinds of invoices.
const (
	PayToolInvoiceTypeOrdinary   PayToolInvoiceType = 0 // 普通发票
	PayToolInvoiceTypeSpecialVAT PayToolInvoiceType = 1 // 增值税专用发票
)

// PayToolInvoiceStatus is how far an invoice is.
type PayToolInvoiceStatus int64

// How far an invoice is.
const (
	PayToolInvoiceStatusPending  PayToolInvoiceStatus = 0 // 开票中
	PayToolInvoiceStatusMailed   PayToolInvoiceStatus = 1 // on paper, 已寄出
	PayToolInvoiceStatusSent     PayToolInvoiceStatus = 2 // as a file, 已发送
	PayToolInvoiceStatusCanceled PayToolInvoiceStatus = 3 // 已取消
)

// PayToolSendWay says how a customer wants to receive an invoice.
type PayToolSendWay int64

// How a customer wants to receive an invoice.
const (
	PayToolSendWayUndecided PayToolSendWay = 0
	PayToolSendWayCourier   PayToolSendWay = 1
	PayToolSendWayEmail     PayToolSendWay = 2
)

// PayToolInvoice is an invoice that a customer asked for.
type PayToolInvoice struct {
	OrderID           string               `json:"order_id"`
	CustomCorpID      string               `json:"custom_corpid"` // the customer
	ApplyTime         Timestamp            `json:"apply_time"`
	InvoiceType       PayToolInvoiceType   `json:"invoice_type"`
	PaidPrice         int64                `json:"paid_price"` // in fen
	InvoiceStatus     PayToolInvoiceStatus `json:"invoice_status"`
	InvoiceTitle      string               `json:"invoice_title"`
	TaxNumber         string               `json:"tax_number"`
	SendWay           PayToolSendWay       `json:"send_way"`
	ContactName       string               `json:"contact_name"`
	ContactTel        string               `json:"contact_tel"`
	ContactAddr       string               `json:"contact_addr"` // where to send it, its parts joined by "|"
	ContactPostcode   string               `json:"contact_postcode"`
	ReceiveEmail      string               `json:"receive_email"`
	CompanyAddr       string               `json:"company_addr"`
	CompanyTel        string               `json:"company_tel"`
	BankName          string               `json:"bank_name"`
	BankAccountNumber string               `json:"bank_account_number"`
	InvoiceNote       string               `json:"invoice_note"`
}

// UpdatePayToolInvoiceStatus says what became of an invoice (标记开票状态). The customer sees it.
//
// API: POST /cgi-bin/paytool/mark_invoice_status
// Doc: https://developer.work.weixin.qq.com/document/path/99437
func (c *Client) UpdatePayToolInvoiceStatus(ctx context.Context, req *UpdatePayToolInvoiceStatusRequest) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/paytool/mark_invoice_status", req, nil)
}

// UpdatePayToolInvoiceStatusRequest is what became of an invoice.
type UpdatePayToolInvoiceStatusRequest struct {
	OrderID       string               `json:"order_id"`
	OperUserID    *string              `json:"oper_userid,omitzero"` // a member of the provider who may manage invoices
	InvoiceStatus PayToolInvoiceStatus `json:"invoice_status"`       // any but PayToolInvoiceStatusPending
	InvoiceNote   string               `json:"invoice_note"`         // for the customer; at most 200 bytes
}

// invokeSigned is invoke for a call that has a signature in its body.
func (c *Client) invokeSigned(ctx context.Context, v verb, path string, req, out any) error {
	r := request{verb: v, path: path, out: out}
	if err := r.encode(c.set, req); err != nil {
		return err
	}
	if err := c.sign(&r); err != nil {
		return err
	}
	return c.do(ctx, &r)
}

// sign has the cashier's signature put into the body of a call, unless it holds one. The nonce may not come
// again within 15 minutes, so that every attempt is signed by itself.
func (c *Client) sign(r *request) error {
	var fields map[string]any
	d := json.NewDecoder(bytes.NewReader(r.body))
	d.UseNumber() // for the very digits that are sent
	if err := d.Decode(&fields); err != nil {
		return &ArgumentError{API: r.path, Reason: err}
	}
	has := func(name string) bool { _, ok := fields[name]; return ok }
	switch {
	case has("sig"):
		return nil
	case has("nonce_str") || has("ts"):
		return invalid(r.path, "sig", "it is empty while nonce_str or ts is set; set all three, or none to have the client sign")
	case c.set.payToolSecret == "":
		return invalid(r.path, "sig", "the client has no key to sign with; use WithPayToolSecret")
	}
	pairs := payToolPairs(nil, "", fields)
	unsigned := bytes.TrimSuffix(bytes.TrimSpace(r.body), []byte("}"))
	r.resign = func() []byte {
		nonce, ts := rand.Text(), strconv.FormatInt(time.Now().Unix(), 10)
		sig := payToolSignature(append(slices.Clone(pairs), "nonce_str="+nonce, "ts="+ts), c.set.payToolSecret)
		return append(bytes.Clone(unsigned), `,"nonce_str":"`+nonce+`","ts":`+ts+`,"sig":"`+sig+`"}`...)
	}
	r.body = r.resign()
	return nil
}

// payToolPairs appends the values to sign, at whatever depth they are, each under its own name alone. An empty
// text is not signed, a zero is.
func payToolPairs(pairs []string, name string, value any) []string {
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			pairs = payToolPairs(pairs, name, member)
		}
	case []any:
		for _, element := range v {
			pairs = payToolPairs(pairs, name, element)
		}
	case string:
		if v != "" {
			pairs = append(pairs, name+"="+v)
		}
	case json.Number:
		pairs = append(pairs, name+"="+v.String())
	case bool:
		pairs = append(pairs, name+"="+strconv.FormatBool(v))
	}
	return pairs
}

// payToolSignature signs pairs, which it sorts.
func payToolSignature(pairs []string, key Secret) string {
	slices.Sort(pairs)
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(strings.Join(pairs, "&")))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
