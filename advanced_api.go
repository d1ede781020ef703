package workwx

import (
	"context"
	"iter"
)

// CancelAdvancedAPIOrder cancels an order that is not paid (取消订单). Orders of advanced APIs are a service
// provider's: here and in the methods below the client needs [WithProviderSecret].
//
// API: POST /cgi-bin/advanced_api/cancel_order
// Doc: https://developer.work.weixin.qq.com/document/path/100258
func (c *Client) CancelAdvancedAPIOrder(ctx context.Context, orderID string) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/advanced_api/cancel_order", param{"order_id", orderID}, nil)
}

// AdvancedAPIType is what a provider can buy for a customer.
type AdvancedAPIType int64

// What a provider can buy for a customer.
const (
	AdvancedAPITypeChatArchive AdvancedAPIType = 1 // the content of conversations, 会话内容数据接口
)

// AdvancedAPIOrderType is why something is ordered.
type AdvancedAPIOrderType int64

// Why something is ordered.
const (
	AdvancedAPIOrderTypeNew     AdvancedAPIOrderType = 0 // 新购
	AdvancedAPIOrderTypeMore    AdvancedAPIOrderType = 1 // for more members, 增购; while the edition lasts
	AdvancedAPIOrderTypeRenew   AdvancedAPIOrderType = 2 // 续期; within 60 days of the end
	AdvancedAPIOrderTypeUpgrade AdvancedAPIOrderType = 3 // 升级; while the edition lasts
)

// AdvancedAPIEdition says what is archived.
type AdvancedAPIEdition int64

// What is archived.
const (
	AdvancedAPIEditionChats         AdvancedAPIEdition = 2 // 内外部会话
	AdvancedAPIEditionChatsAndCalls AdvancedAPIEdition = 3 // 内外部会话及语音通话
)

// CreateAdvancedAPIOrder orders an advanced API for a customer and returns the order's ID (下单购买). The order
// is paid with [Client.SubmitAdvancedAPIPayment].
//
// API: POST /cgi-bin/advanced_api/create_order
// Doc: https://developer.work.weixin.qq.com/document/path/100257
func (c *Client) CreateAdvancedAPIOrder(ctx context.Context, req *CreateAdvancedAPIOrderRequest) (string, error) {
	var resp createAdvancedAPIOrderResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/advanced_api/create_order", req, &resp)
	return resp.OrderID, err
}

type createAdvancedAPIOrderResponse struct {
	OrderID string `json:"order_id"`
}

// CreateAdvancedAPIOrderRequest is an order.
type CreateAdvancedAPIOrderRequest struct {
	AdvancedAPIType AdvancedAPIType       `json:"advanced_api_type"`
	CustomCorpID    string                `json:"custom_corpid"` // the customer
	BuyerUserID     string                `json:"buyer_userid"`  // a member of the provider who may buy or manage advanced APIs
	OrderType       *AdvancedAPIOrderType `json:"order_type,omitzero"`
	ChatArchiveAPI  ChatArchiveOrderInput `json:"chat_archive_api,omitzero"` // required for AdvancedAPITypeChatArchive
}

// ChatArchiveOrderInput is an order for the content of conversations.
type ChatArchiveOrderInput struct {
	Edition           AdvancedAPIEdition `json:"edition"` // of an upgrade, the one wanted
	TargetEditionInfo EditionPeriod      `json:"target_edition_info,omitzero"`
	OldEdition        AdvancedAPIEdition `json:"old_edition,omitzero"` // of an upgrade
	OldEditionInfo    EditionPeriod      `json:"old_edition_info,omitzero"`
	PurchaseCount     int64              `json:"purchase_count,omitzero"`   // members, 1 to 1,000,000; required unless renewing
	TakeEffectTime    Timestamp          `json:"take_effect_time,omitzero"` // today if zero; within 90 days
}

// EditionPeriod is the time for which an edition was bought.
type EditionPeriod struct {
	BeginTime Timestamp `json:"begin_time"`
	EndTime   Timestamp `json:"end_time"`
}

// GetAdvancedAPICorpPurchase returns what was bought for a customer (获取企业已购信息).
//
// API: POST /cgi-bin/advanced_api/get_corp_buy_info
// Doc: https://developer.work.weixin.qq.com/document/path/100271
func (c *Client) GetAdvancedAPICorpPurchase(ctx context.Context, req *GetAdvancedAPICorpPurchaseRequest) (*AdvancedAPICorpPurchase, error) {
	var resp getAdvancedAPICorpPurchaseResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/advanced_api/get_corp_buy_info", req, &resp)
	return resp.ChatArchiveAPIBuyInfo, err
}

type getAdvancedAPICorpPurchaseResponse struct {
	ChatArchiveAPIBuyInfo *AdvancedAPICorpPurchase `json:"chat_archive_api_buy_info"`
}

// GetAdvancedAPICorpPurchaseRequest names a customer.
type GetAdvancedAPICorpPurchaseRequest struct {
	AdvancedAPIType AdvancedAPIType `json:"advanced_api_type"`
	CustomCorpID    string          `json:"custom_corpid"`
}

// AdvancedAPICorpPurchase is what was bought for a customer.
type AdvancedAPICorpPurchase struct {
	EditionList []AdvancedAPIPurchasedEdition `json:"edition_list"`
}

// AdvancedAPIPurchasedEdition is an edition that was bought.
type AdvancedAPIPurchasedEdition struct {
	Edition       AdvancedAPIEdition `json:"edition"`
	PurchaseCount int64              `json:"purchase_count"` // members
	BeginTime     Timestamp          `json:"begin_time"`
	EndTime       Timestamp          `json:"end_time"`
}

// GetAdvancedAPIOrder returns an order (获取订单详情).
//
// API: POST /cgi-bin/advanced_api/get_order
// Doc: https://developer.work.weixin.qq.com/document/path/100261
func (c *Client) GetAdvancedAPIOrder(ctx context.Context, orderID string) (*AdvancedAPIOrder, error) {
	var resp getAdvancedAPIOrderResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/advanced_api/get_order", param{"order_id", orderID}, &resp)
	return resp.Order, err
}

type getAdvancedAPIOrderResponse struct {
	Order *AdvancedAPIOrder `json:"order"`
}

// AdvancedAPIOrderStatus is how far an order is.
type AdvancedAPIOrderStatus int64

// How far an order is.
const (
	AdvancedAPIOrderStatusUnpaid          AdvancedAPIOrderStatus = 0 // 待支付
	AdvancedAPIOrderStatusPaid            AdvancedAPIOrderStatus = 1 // 已支付
	AdvancedAPIOrderStatusCanceled        AdvancedAPIOrderStatus = 2 // 已取消
	AdvancedAPIOrderStatusExpired         AdvancedAPIOrderStatus = 3 // 未支付，订单已过期
	AdvancedAPIOrderStatusRefundRequested AdvancedAPIOrderStatus = 4 // 申请退款中
	AdvancedAPIOrderStatusRefunded        AdvancedAPIOrderStatus = 5 // 退款成功
	AdvancedAPIOrderStatusRefundRefused   AdvancedAPIOrderStatus = 6 // 退款被拒绝
)

// AdvancedAPIOrder is an order.
type AdvancedAPIOrder struct {
	OrderID         string                 `json:"order_id"`
	AdvancedAPIType AdvancedAPIType        `json:"advanced_api_type"`
	CustomCorpID    string                 `json:"custom_corpid"` // the customer, encrypted
	BuyerUserID     string                 `json:"buyer_userid"`
	OrderType       AdvancedAPIOrderType   `json:"order_type"`
	OrderStatus     AdvancedAPIOrderStatus `json:"order_status"`
	CreateTime      Timestamp              `json:"create_time"`
	PaidPrice       int64                  `json:"paid_price"` // what is to be paid, in fen
	ChatArchiveAPI  ChatArchiveOrder       `json:"chat_archive_api"`
}

// ChatArchiveOrder is what was ordered of the content of conversations.
type ChatArchiveOrder struct {
	Edition              AdvancedAPIEdition `json:"edition"`
	PurchaseCount        int64              `json:"purchase_count"` // members
	PurchaseDurationDays int64              `json:"purchase_duration_days"`
	TakeEffectTime       Timestamp          `json:"take_effect_time"`
	EndTime              Timestamp          `json:"end_time"`
	OriginalPrice        int64              `json:"original_price"` // in fen; of upgrades alone
}

// ListAdvancedAPIOrders returns a page of orders, of all customers or one (获取订单列表).
//
// API: POST /cgi-bin/advanced_api/list_order
// Doc: https://developer.work.weixin.qq.com/document/path/100260
func (c *Client) ListAdvancedAPIOrders(ctx context.Context, req *ListAdvancedAPIOrdersRequest) (*ListAdvancedAPIOrdersResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/advanced_api/list_order", req, new(ListAdvancedAPIOrdersResponse))
}

// AllAdvancedAPIOrders ranges over orders; see [Client.ListAdvancedAPIOrders].
func (c *Client) AllAdvancedAPIOrders(ctx context.Context, req *ListAdvancedAPIOrdersRequest) iter.Seq2[*AdvancedAPIOrderItem, error] {
	return paginate(ctx, req, c.ListAdvancedAPIOrders,
		func(q *ListAdvancedAPIOrdersRequest) *string { return &q.Cursor },
		func(p *ListAdvancedAPIOrdersResponse) ([]*AdvancedAPIOrderItem, string, bool) {
			return p.OrderList, p.NextCursor, bool(p.HasMore)
		})
}

// ListAdvancedAPIOrdersRequest says which orders to list.
type ListAdvancedAPIOrdersRequest struct {
	CustomCorpID    string          `json:"custom_corpid,omitzero"` // the customer; all if empty
	StartTime       Timestamp       `json:"start_time,omitzero"`    // of ordering
	EndTime         Timestamp       `json:"end_time,omitzero"`
	AdvancedAPIType AdvancedAPIType `json:"advanced_api_type,omitzero"`
	Cursor          string          `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit           int64           `json:"limit,omitzero"`
}

// ListAdvancedAPIOrdersResponse is a page of orders.
type ListAdvancedAPIOrdersResponse struct {
	OrderList  []*AdvancedAPIOrderItem `json:"order_list"`
	NextCursor string                  `json:"next_cursor"`
	HasMore    IntBool                 `json:"has_more"`
}

// AdvancedAPIOrderItem is an order in a list; [Client.GetAdvancedAPIOrder] returns all of it.
type AdvancedAPIOrderItem struct {
	OrderID     string                 `json:"order_id"`
	OrderType   AdvancedAPIOrderType   `json:"order_type"`
	OrderStatus AdvancedAPIOrderStatus `json:"order_status"`
	CreateTime  Timestamp              `json:"create_time"`
}

// SubmitAdvancedAPIPayment pays for an order from the provider's balance (提交余额支付订单任务).
//
// API: POST /cgi-bin/advanced_api/submit_pay
// Doc: https://developer.work.weixin.qq.com/document/path/100259
func (c *Client) SubmitAdvancedAPIPayment(ctx context.Context, req *SubmitAdvancedAPIPaymentRequest) error {
	return c.invoke(ctx, post|once|providerToken, "/cgi-bin/advanced_api/submit_pay", req, nil)
}

// SubmitAdvancedAPIPaymentRequest names an order.
type SubmitAdvancedAPIPaymentRequest struct {
	OrderID     string `json:"order_id"`
	PayerUserID string `json:"payer_userid"` // a member of the provider
}
