package workwx

import (
	"context"
	"crypto/rand"
	"strconv"
	"time"
)

// MiniAppPayTime is a time that travels as text, in whole seconds: 2018-06-08T10:34:56+08:00.
type MiniAppPayTime struct{ time.Time }

// MarshalJSON encodes t, the zero time as "".
func (t MiniAppPayTime) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte(`""`), nil
	}
	return []byte(t.Format(`"2006-01-02T15:04:05-07:00"`)), nil
}

// UnmarshalJSON accepts what RFC 3339 allows; "" and null give the zero time.
func (t *MiniAppPayTime) UnmarshalJSON(b []byte) error {
	*t = MiniAppPayTime{}
	if s := string(b); s == `""` || s == "null" {
		return nil
	}
	err := t.Time.UnmarshalJSON(b)
	if _, offset := t.Zone(); offset == 0 {
		t.Time = t.UTC() // where the local zone has this offset, it was taken to be that
	}
	return err
}

// CreateMiniAppPayOrder makes an order that a customer pays in a mini program, to an account of 对外收款
// (小程序下单). It returns the prepay_id, for [Client.PrepareMiniAppPayment]. When it was paid, the platform tells
// the corp; see [ParseMiniAppPayNotice].
//
// API: POST /cgi-bin/miniapppay/create_order
// Doc: https://developer.work.weixin.qq.com/document/path/97322
func (c *Client) CreateMiniAppPayOrder(ctx context.Context, req *CreateMiniAppPayOrderRequest) (string, error) {
	var resp createMiniAppPayOrderResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/miniapppay/create_order", req, &resp)
	return resp.PrepayID, err
}

type createMiniAppPayOrderResponse struct {
	PrepayID string `json:"prepay_id"`
}

// CreateMiniAppPayOrderRequest is an order.
type CreateMiniAppPayOrderRequest struct {
	AppID       string                `json:"appid"`        // the mini program
	MchID       string                `json:"mchid"`        // the merchant
	OutTradeNo  string                `json:"out_trade_no"` // the merchant's number of the order: 6 to 32 digits, letters, "_", "-" and "*"
	Description string                `json:"description"`  // of the goods
	SceneKey    string                `json:"scenekey,omitzero"`
	Amount      MiniAppPayAmountInput `json:"amount"`
	Payer       MiniAppPayPayer       `json:"payer"`
	TimeExpire  MiniAppPayTime        `json:"time_expire,omitzero"` // until when it can be paid
	Attach      string                `json:"attach,omitzero"`      // comes back with the order; at most 128 bytes
	GoodsTag    string                `json:"goods_tag,omitzero"`   // for coupons
	SceneInfo   MiniAppPaySceneInput  `json:"scene_info"`
	Detail      MiniAppPayDetail      `json:"detail,omitzero"`
}

// MiniAppPayAmountInput is what is to be paid.
type MiniAppPayAmountInput struct {
	Total    int64  `json:"total"`    // in fen
	Currency string `json:"currency"` // CNY
}

// MiniAppPayPayer is who pays.
type MiniAppPayPayer struct {
	OpenID string `json:"openid"` // in the mini program
}

// MiniAppPaySceneInput is where an order is made.
type MiniAppPaySceneInput struct {
	PayerClientIP string          `json:"payer_client_ip"`
	DeviceID      string          `json:"device_id,omitzero"` // the merchant's
	StoreInfo     MiniAppPayStore `json:"store_info,omitzero"`
}

// MiniAppPayStore is a shop of a merchant.
type MiniAppPayStore struct {
	ID       string `json:"id"` // the merchant's
	Name     string `json:"name,omitzero"`
	AreaCode string `json:"area_code,omitzero"`
	Address  string `json:"address,omitzero"`
}

// MiniAppPayDetail is what is bought.
type MiniAppPayDetail struct {
	CostPrice   int64             `json:"cost_price,omitzero"` // in fen, before reductions
	InvoiceID   string            `json:"invoice_id,omitzero"` // of the receipt
	GoodsDetail []MiniAppPayGoods `json:"goods_detail,omitzero"`
}

// MiniAppPayGoods is something that is bought.
type MiniAppPayGoods struct {
	MerchantGoodsID  string `json:"merchant_goods_id"`
	WechatpayGoodsID string `json:"wechatpay_goods_id,omitzero"`
	GoodsName        string `json:"goods_name,omitzero"`
	Quantity         int64  `json:"quantity"`
	UnitPrice        int64  `json:"unit_price"` // in fen
}

// PrepareMiniAppPayment returns what the mini program passes to wx.requestPayment for an order of
// [Client.CreateMiniAppPayOrder], signed by [Client.GetMiniAppPaySignature].
func (c *Client) PrepareMiniAppPayment(ctx context.Context, appID, prepayID string) (*MiniAppPayment, error) {
	req := &GetMiniAppPaySignatureRequest{AppID: appID, PrepayID: prepayID, SignType: "RSA", Nonce: rand.Text(), Timestamp: At(time.Now())}
	sign, err := c.GetMiniAppPaySignature(ctx, req)
	if err != nil {
		return nil, err
	}
	return &MiniAppPayment{
		TimeStamp: strconv.FormatInt(req.Timestamp.Unix(), 10),
		NonceStr:  req.Nonce,
		Package:   "prepay_id=" + prepayID,
		SignType:  req.SignType,
		PaySign:   sign,
	}, nil
}

// MiniAppPayment is what wx.requestPayment takes: send it to the mini program as JSON.
type MiniAppPayment struct {
	TimeStamp string `json:"timeStamp"`
	NonceStr  string `json:"nonceStr"`
	Package   string `json:"package"`
	SignType  string `json:"signType"`
	PaySign   string `json:"paySign"`
}

// GetMiniAppPaySignature signs a payment for the mini program (获取支付签名). [Client.PrepareMiniAppPayment] does so
// with all that belongs to it.
//
// API: POST /cgi-bin/miniapppay/get_sign
// Doc: https://developer.work.weixin.qq.com/document/path/98130
func (c *Client) GetMiniAppPaySignature(ctx context.Context, req *GetMiniAppPaySignatureRequest) (string, error) {
	var resp getMiniAppPaySignatureResponse
	err := c.invoke(ctx, post, "/cgi-bin/miniapppay/get_sign", req, &resp)
	return resp.PaySign, err
}

type getMiniAppPaySignatureResponse struct {
	PaySign string `json:"pay_sign"`
}

// GetMiniAppPaySignatureRequest is what to sign.
type GetMiniAppPaySignatureRequest struct {
	AppID     string    `json:"appid"` // the mini program
	PrepayID  string    `json:"prepay_id"`
	SignType  string    `json:"sign_type"` // RSA
	Nonce     string    `json:"nonce"`
	Timestamp Timestamp `json:"timestamp"`
}

// GetMiniAppPayOrder returns an order (查询订单).
//
// API: POST /cgi-bin/miniapppay/get_order
// Doc: https://developer.work.weixin.qq.com/document/path/97323
func (c *Client) GetMiniAppPayOrder(ctx context.Context, req *GetMiniAppPayOrderRequest) (*MiniAppPayOrder, error) {
	return exec(ctx, c, post, "/cgi-bin/miniapppay/get_order", req, new(MiniAppPayOrder))
}

// GetMiniAppPayOrderRequest names an order.
type GetMiniAppPayOrderRequest struct {
	MchID      string `json:"mchid"`        // the merchant
	OutTradeNo string `json:"out_trade_no"` // the merchant's number of the order
}

// MiniAppPayTradeState is how far an order is.
type MiniAppPayTradeState string

// How far an order is.
const (
	MiniAppPayTradeStateSuccess    MiniAppPayTradeState = "SUCCESS"    // 支付成功
	MiniAppPayTradeStateRefund     MiniAppPayTradeState = "REFUND"     // being paid back, 转入退款
	MiniAppPayTradeStateNotPay     MiniAppPayTradeState = "NOTPAY"     // 未支付
	MiniAppPayTradeStateClosed     MiniAppPayTradeState = "CLOSED"     // 已关闭
	MiniAppPayTradeStateRevoked    MiniAppPayTradeState = "REVOKED"    // 已撤销
	MiniAppPayTradeStateUserPaying MiniAppPayTradeState = "USERPAYING" // 用户支付中
	MiniAppPayTradeStatePayError   MiniAppPayTradeState = "PAYERROR"   // 支付失败
	MiniAppPayTradeStateAccept     MiniAppPayTradeState = "ACCEPT"     // 已接收，等待扣款
)

// MiniAppPayOrder is an order.
type MiniAppPayOrder struct {
	MchID           string                `json:"mchid"`
	OutTradeNo      string                `json:"out_trade_no"`
	TransactionID   string                `json:"transaction_id"` // WeChat Pay's number of the order
	TradeType       string                `json:"trade_type"`     // such as JSAPI
	TradeState      MiniAppPayTradeState  `json:"trade_state"`
	TradeStateDesc  string                `json:"trade_state_desc"` // the same in words
	BankType        string                `json:"bank_type"`        // of the payer
	Attach          string                `json:"attach"`           // what the order was created with, once it is paid
	SuccessTime     MiniAppPayTime        `json:"success_time"`     // when it was paid
	Payer           MiniAppPayPayer       `json:"payer"`
	Amount          MiniAppPayAmount      `json:"amount"`
	SceneInfo       MiniAppPayScene       `json:"scene_info"`
	PromotionDetail []MiniAppPayPromotion `json:"promotion_detail"`
}

// MiniAppPayAmount is what was paid.
type MiniAppPayAmount struct {
	Total         int64  `json:"total"` // of the order, in fen
	Currency      string `json:"currency"`
	PayerTotal    int64  `json:"payer_total"` // what the payer paid, in fen
	PayerCurrency string `json:"payer_currency"`
}

// MiniAppPayScene is where an order was made.
type MiniAppPayScene struct {
	DeviceID string `json:"device_id"` // the merchant's
}

// MiniAppPayPromotion is a reduction that the payer had. All sums are in fen.
type MiniAppPayPromotion struct {
	CouponID            string                     `json:"coupon_id"`
	Name                string                     `json:"name"`
	Scope               string                     `json:"scope"` // whether of the order or of single goods
	Type                string                     `json:"type"`
	Amount              int64                      `json:"amount"`
	StockID             string                     `json:"stock_id"` // of the campaign
	WechatpayContribute int64                      `json:"wechatpay_contribute"`
	MerchantContribute  int64                      `json:"merchant_contribute"`
	OtherContribute     int64                      `json:"other_contribute"`
	Currency            string                     `json:"currency"`
	GoodsDetail         []MiniAppPayPromotionGoods `json:"goods_detail"`
}

// MiniAppPayPromotionGoods is something whose price was reduced. All sums are in fen.
type MiniAppPayPromotionGoods struct {
	GoodsID        string `json:"goods_id"`
	Quantity       int64  `json:"quantity"`
	UnitPrice      int64  `json:"unit_price"`
	DiscountAmount int64  `json:"discount_amount"`
	GoodsRemark    string `json:"goods_remark"`
}

// CloseMiniAppPayOrder ends an order that was not paid, so that it cannot be paid any more (关闭订单).
//
// API: POST /cgi-bin/miniapppay/close_order
// Doc: https://developer.work.weixin.qq.com/document/path/97324
func (c *Client) CloseMiniAppPayOrder(ctx context.Context, req *CloseMiniAppPayOrderRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/miniapppay/close_order", req, nil)
}

// CloseMiniAppPayOrderRequest names an order.
type CloseMiniAppPayOrderRequest struct {
	MchID      string `json:"mchid"`        // the merchant
	OutTradeNo string `json:"out_trade_no"` // the merchant's number of the order
}

// CreateMiniAppPayRefund pays back an order or a part of it (申请退款). When the money is back, the platform tells
// the corp; see [ParseMiniAppPayRefundNotice]. [Client.GetMiniAppPayRefund] returns how far it is.
//
// API: POST /cgi-bin/miniapppay/refund
// Doc: https://developer.work.weixin.qq.com/document/path/97333
func (c *Client) CreateMiniAppPayRefund(ctx context.Context, req *CreateMiniAppPayRefundRequest) (*CreateMiniAppPayRefundResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/miniapppay/refund", req, new(CreateMiniAppPayRefundResponse))
}

// CreateMiniAppPayRefundRequest says what to pay back.
type CreateMiniAppPayRefundRequest struct {
	AppID        string                      `json:"appid"`         // the mini program
	MchID        string                      `json:"mchid"`         // the merchant
	OutTradeNo   string                      `json:"out_trade_no"`  // the merchant's number of the order
	OutRefundNo  string                      `json:"out_refund_no"` // the merchant's number of the refund
	Reason       string                      `json:"reason,omitzero"`
	FundsAccount string                      `json:"funds_account,omitzero"` // where the money comes from, such as AVAILABLE
	Amount       MiniAppPayRefundAmountInput `json:"amount"`
}

// MiniAppPayRefundAmountInput is how much to pay back.
type MiniAppPayRefundAmountInput struct {
	Total    int64  `json:"total"`    // of the order, in fen
	Refund   int64  `json:"refund"`   // in fen
	Currency string `json:"currency"` // CNY
}

// CreateMiniAppPayRefundResponse is a refund that was asked for.
type CreateMiniAppPayRefundResponse struct {
	OutRefundNo     string                       `json:"out_refund_no"`
	Amount          MiniAppPayRefundAmount       `json:"amount"`
	PromotionDetail []*MiniAppPayRefundPromotion `json:"promotion_detail"`
}

// MiniAppPayRefundAmount is how much is paid back.
type MiniAppPayRefundAmount struct {
	Refund         int64  `json:"refund"` // in fen
	Currency       string `json:"currency"`
	PayerRefund    int64  `json:"payer_refund"`    // what the payer gets back, in fen
	DiscountRefund int64  `json:"discount_refund"` // what goes back as coupons, in fen
}

// MiniAppPayRefundPromotion is a reduction that is taken back. All sums are in fen.
type MiniAppPayRefundPromotion struct {
	PromotionID  string `json:"promotion_id"` // of the coupon
	Scope        string `json:"scope"`        // of the order (GLOBAL) or of single goods (SINGLE)
	Type         string `json:"type"`         // whether the merchant paid for it beforehand (COUPON) or not (DISCOUNT)
	Amount       int64  `json:"amount"`
	RefundAmount int64  `json:"refund_amount"`
}

// MiniAppPayRefundStatus is how far a refund is.
type MiniAppPayRefundStatus string

// How far a refund is.
const (
	MiniAppPayRefundStatusSuccess    MiniAppPayRefundStatus = "SUCCESS"    // 退款成功
	MiniAppPayRefundStatusClose      MiniAppPayRefundStatus = "CLOSE"      // 退款关闭, as GetMiniAppPayRefund says it
	MiniAppPayRefundStatusClosed     MiniAppPayRefundStatus = "CLOSED"     // 退款关闭, as a notice says it
	MiniAppPayRefundStatusProcessing MiniAppPayRefundStatus = "PROCESSING" // 退款处理中
	MiniAppPayRefundStatusAbnormal   MiniAppPayRefundStatus = "ABNORMAL"   // the payer's bank card takes no money, 退款异常
)

// MiniAppPayRefundChannel is the way that a refund takes.
type MiniAppPayRefundChannel string

// The ways that a refund can take.
const (
	MiniAppPayRefundChannelOriginal      MiniAppPayRefundChannel = "ORIGINAL"       // the way the money came, 原路退款
	MiniAppPayRefundChannelBalance       MiniAppPayRefundChannel = "BALANCE"        // 退回到余额
	MiniAppPayRefundChannelOtherBalance  MiniAppPayRefundChannel = "OTHER_BALANCE"  // to another balance, as that account failed
	MiniAppPayRefundChannelOtherBankCard MiniAppPayRefundChannel = "OTHER_BANKCARD" // to another bank card, as that card failed
)

// GetMiniAppPayRefund returns a refund (查询退款). A balance has the money after some 20 minutes, a bank card
// after 3 working days: ask again then.
//
// API: POST /cgi-bin/miniapppay/get_refund_detail
// Doc: https://developer.work.weixin.qq.com/document/path/97352
func (c *Client) GetMiniAppPayRefund(ctx context.Context, req *GetMiniAppPayRefundRequest) (*MiniAppPayRefund, error) {
	return exec(ctx, c, post, "/cgi-bin/miniapppay/get_refund_detail", req, new(MiniAppPayRefund))
}

// GetMiniAppPayRefundRequest names a refund.
type GetMiniAppPayRefundRequest struct {
	MchID       string `json:"mchid"`         // the merchant
	OutRefundNo string `json:"out_refund_no"` // the merchant's number of the refund
}

// MiniAppPayRefund is a refund.
type MiniAppPayRefund struct {
	RefundID            string                      `json:"refund_id"` // WeChat Pay's number of the refund
	OutRefundNo         string                      `json:"out_refund_no"`
	TransactionID       string                      `json:"transaction_id"` // WeChat Pay's number of the order
	OutTradeNo          string                      `json:"out_trade_no"`
	Channel             MiniAppPayRefundChannel     `json:"channel"`
	UserReceivedAccount string                      `json:"user_received_account"` // where the money goes, in words
	Status              MiniAppPayRefundStatus      `json:"status"`
	SuccessTime         MiniAppPayTime              `json:"success_time"` // when the money was back
	CreateTime          MiniAppPayTime              `json:"create_time"`
	Amount              MiniAppPayRefundAmount      `json:"amount"`
	PromotionDetail     []MiniAppPayRefundPromotion `json:"promotion_detail"`
}

// GetMiniAppPayBill returns where a day's bill can be downloaded (交易账单申请), within 30 seconds. Bills reach
// back 3 months.
//
// API: POST /cgi-bin/miniapppay/get_bill
// Doc: https://developer.work.weixin.qq.com/document/path/98115
func (c *Client) GetMiniAppPayBill(ctx context.Context, req *GetMiniAppPayBillRequest) (*GetMiniAppPayBillResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/miniapppay/get_bill", req, new(GetMiniAppPayBillResponse))
}

// GetMiniAppPayBillRequest says which bill is wanted.
type GetMiniAppPayBillRequest struct {
	MchID    string             `json:"mchid"`              // the merchant
	BillDate string             `json:"bill_date"`          // yyyy-MM-dd
	BillType MiniAppPayBillType `json:"bill_type,omitzero"` // MiniAppPayBillTypeAll by default
	TarType  MiniAppPayTarType  `json:"tar_type,omitzero"`  // not compressed by default
}

// MiniAppPayBillType says which orders are in a bill.
type MiniAppPayBillType string

// Which orders are in a bill.
const (
	MiniAppPayBillTypeAll     MiniAppPayBillType = "ALL"
	MiniAppPayBillTypeSuccess MiniAppPayBillType = "SUCCESS" // those that were paid
	MiniAppPayBillTypeRefund  MiniAppPayBillType = "REFUND"  // those that were paid back
)

// MiniAppPayTarType says how a bill is compressed.
type MiniAppPayTarType string

// MiniAppPayTarTypeGzip has a bill compressed.
const MiniAppPayTarTypeGzip MiniAppPayTarType = "GZIP"

// GetMiniAppPayBillResponse is a bill.
type GetMiniAppPayBillResponse struct {
	HashType    string `json:"hash_type"`    // SHA1
	HashValue   string `json:"hash_value"`   // of the bill, before it is compressed
	DownloadURL string `json:"download_url"` // works for 30 seconds
	Auth        Secret `json:"auth"`         // the header that the download needs, name and value
}

// UploadMiniAppPayImage uploads an image for [Client.SubmitMiniAppPayApplication] and returns its ID, which serves
// this app alone, for 30 days or until the application is through (提交图片). It may be JPG, PNG or BMP, at most
// [MaxMiniAppPayImageSize].
//
// Here and in the methods below the app is one of the corp's own that 对外收款 lists under 可调用接口的应用.
//
// API: POST /cgi-bin/miniapppay/upload_image
// Doc: https://developer.work.weixin.qq.com/document/path/98972
func (c *Client) UploadMiniAppPayImage(ctx context.Context, media *Media) (string, error) {
	var resp uploadMiniAppPayImageResponse
	err := c.uploadMedia(ctx, post, "/cgi-bin/miniapppay/upload_image", "", media, MaxMiniAppPayImageSize, &resp)
	return resp.OpenWxPayMediaID, err
}

// MaxMiniAppPayImageSize is the limit for an image of an application, in bytes.
const MaxMiniAppPayImageSize = 2 << 20

type uploadMiniAppPayImageResponse struct {
	OpenWxPayMediaID string `json:"open_wx_pay_media_id"`
}

// SubmitMiniAppPayApplication applies for an account of 对外收款 that can be paid to (提交创建对外收款账户的申请单).
// [Client.GetMiniAppPayApplicationStatus] returns how far that is. A corp can have 2,000 such accounts, and 200 from
// which the same member withdraws.
//
// A refusal comes with the platform's error_description, which [CaptureBody] reaches.
//
// API: POST /cgi-bin/miniapppay/apply_mch
// Doc: https://developer.work.weixin.qq.com/document/path/98973
func (c *Client) SubmitMiniAppPayApplication(ctx context.Context, req *SubmitMiniAppPayApplicationRequest) (*SubmitMiniAppPayApplicationResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/miniapppay/apply_mch", req, new(SubmitMiniAppPayApplicationResponse))
}

// SubmitMiniAppPayApplicationRequest is an application. The images in it are IDs of [Client.UploadMiniAppPayImage].
type SubmitMiniAppPayApplicationRequest struct {
	OutRequestNo           string                     `json:"out_request_no"` // one's own number of the application, 1 to 32 characters
	OrganizationType       MiniAppPayOrganizationType `json:"organization_type"`
	BusinessLicenseInfo    MiniAppPayLicense          `json:"business_license_info"`
	FinanceInstitutionInfo MiniAppPayFinance          `json:"finance_institution_info,omitzero"` // required of a bank and its like
	MerchantShortName      string                     `json:"merchant_short_name"`               // what payers see, at most 64 bytes
	IDCardInfo             MiniAppPayIDCard           `json:"id_card_info"`                      // of the legal representative
	Owner                  *bool                      `json:"owner,omitzero"`                    // whether the legal representative is the beneficial owner; required of a company
	UboInfo                MiniAppPayIDCard           `json:"ubo_info,omitzero"`                 // of a company's beneficial owner, if Owner is false
	ContactInfo            MiniAppPayContact          `json:"contact_info"`
	AccountInfo            MiniAppPayAccount          `json:"account_info"`
	SalesSceneInfo         MiniAppPaySalesSceneInfo   `json:"sales_scene_info,omitzero"`
	BusinessID             int64                      `json:"business_id"`                     // what the merchant does (经营范围), a number of the list on the platform's page
	Qualifications         MiniAppPayApplyPictures    `json:"qualifications,omitzero"`         // permits that the business needs
	BusinessAdditionPics   MiniAppPayApplyPictures    `json:"business_addition_pics,omitzero"` // what the review asks for beyond that
	UserID                 string                     `json:"userid,omitzero"`                 // the member who withdraws the money: the person of ContactInfo, verified by real name, whom the app can see
}

// MiniAppPayOrganizationType is what kind of organisation a merchant is.
type MiniAppPayOrganizationType int64

// The kinds of organisations.
const (
	MiniAppPayOrganizationTypeCompany     MiniAppPayOrganizationType = 0 // 企业
	MiniAppPayOrganizationTypeIndividual  MiniAppPayOrganizationType = 1 // 个体
	MiniAppPayOrganizationTypeSocial      MiniAppPayOrganizationType = 2 // 社会团体组织
	MiniAppPayOrganizationTypeInstitution MiniAppPayOrganizationType = 3 // 事业单位
)

// MiniAppPayCertType is what kind of certificate a [MiniAppPayOrganizationTypeSocial] is registered by.
type MiniAppPayCertType int64

// The kinds of certificates.
const (
	MiniAppPayCertTypeUnifiedCode     MiniAppPayCertType = 2389 // 统一社会信用代码证书
	MiniAppPayCertTypeSocialGroup     MiniAppPayCertType = 2394 // 社会团体法人登记证书
	MiniAppPayCertTypePrivateUnit     MiniAppPayCertType = 2395 // 民办非企业单位登记证书
	MiniAppPayCertTypeFoundation      MiniAppPayCertType = 2396 // 基金会法人登记证书
	MiniAppPayCertTypeReligiousSite   MiniAppPayCertType = 2399 // 宗教活动场所登记证
	MiniAppPayCertTypeGovernmentPaper MiniAppPayCertType = 2400 // 政府部门下发的其他有效证明文件
	MiniAppPayCertTypePractice        MiniAppPayCertType = 2520 // 执业许可证/执业证
	MiniAppPayCertTypeGrassroots      MiniAppPayCertType = 2521 // 基层群众性自治组织特别法人统一社会信用代码证
	MiniAppPayCertTypeRuralCollective MiniAppPayCertType = 2522 // 农村集体经济组织登记证
)

// MiniAppPayLicense is a merchant's business license, or certificate of registration.
type MiniAppPayLicense struct {
	CertType                   MiniAppPayCertType `json:"cert_type,omitzero"` // of MiniAppPayOrganizationTypeSocial alone
	BusinessLicenseCopyMediaID string             `json:"business_license_copy_open_wx_pay_media_id"`
	BusinessLicenseNumber      string             `json:"business_license_number"`
	MerchantName               string             `json:"merchant_name"`                     // as it is registered, 2 to 128 characters
	LegalPerson                string             `json:"legal_person"`                      // the legal representative's name, 2 to 100 characters
	CompanyAddress             string             `json:"company_address,omitzero"`          // 4 to 128 characters; companies and individuals may leave it and the times to the public register
	BusinessTimeBeginTime      string             `json:"business_time_begin_time,omitzero"` // yyyy-MM-dd
	BusinessTimeEndTime        string             `json:"business_time_end_time,omitzero"`   // yyyy-MM-dd, or 长期 for no end
}

// MiniAppPayFinanceType is what kind of financial institution a merchant is.
type MiniAppPayFinanceType string

// The kinds of financial institutions.
const (
	MiniAppPayFinanceTypeBank           MiniAppPayFinanceType = "BANK_AGENT"       // 银行业
	MiniAppPayFinanceTypePayment        MiniAppPayFinanceType = "PAYMENT_AGENT"    // 支付机构
	MiniAppPayFinanceTypeInsurance      MiniAppPayFinanceType = "INSURANCE"        // 保险业
	MiniAppPayFinanceTypeTradeAndSettle MiniAppPayFinanceType = "TRADE_AND_SETTLE" // 交易及结算类金融机构
	MiniAppPayFinanceTypeOther          MiniAppPayFinanceType = "OTHER"            // 其他金融机构
)

// MiniAppPayFinance is a merchant's permit as a financial institution.
type MiniAppPayFinance struct {
	FinanceType                MiniAppPayFinanceType `json:"finance_type"`
	FinanceLicensePicsMediaIDs []string              `json:"finance_license_pics_open_wx_pay_media_id"` // at most 5
}

// MiniAppPayIDDocType is a kind of document of identity.
type MiniAppPayIDDocType int64

// The kinds of documents of identity.
const (
	MiniAppPayIDDocTypePassport         MiniAppPayIDDocType = 1 // 护照
	MiniAppPayIDDocTypeHongKongPermit   MiniAppPayIDDocType = 2 // 中国香港居民来往内地通行证
	MiniAppPayIDDocTypeMacaoPermit      MiniAppPayIDDocType = 3 // 中国澳门居民来往内地通行证
	MiniAppPayIDDocTypeTaiwanPermit     MiniAppPayIDDocType = 4 // 中国台湾居民来往大陆通行证
	MiniAppPayIDDocTypeForeignResident  MiniAppPayIDDocType = 5 // 外国人居留证
	MiniAppPayIDDocTypeHongKongResident MiniAppPayIDDocType = 6 // of Macao too, 港澳居民证
	MiniAppPayIDDocTypeTaiwanResident   MiniAppPayIDDocType = 7 // 台湾居民证
	MiniAppPayIDDocTypeIDCard           MiniAppPayIDDocType = 8 // 身份证
)

// MiniAppPayIDCard is somebody's document of identity.
type MiniAppPayIDCard struct {
	IDDocType             MiniAppPayIDDocType `json:"id_doc_type,omitzero"`                           // MiniAppPayIDDocTypeIDCard by default
	IDCardCopyMediaID     string              `json:"id_card_copy_open_wx_pay_media_id,omitzero"`     // the side with the portrait; only a contact who is the legal representative leaves it and the times out
	IDCardNationalMediaID string              `json:"id_card_national_open_wx_pay_media_id,omitzero"` // the side with the emblem, or the back; a passport has none
	IDCardName            string              `json:"id_card_name"`                                   // 2 to 100 characters
	IDCardNumber          string              `json:"id_card_number"`
	IDCardAddress         string              `json:"id_card_address,omitzero"`          // 4 to 128 characters; of companies' people, and not of a contact
	IDCardValidTimeBegin  string              `json:"id_card_valid_time_begin,omitzero"` // yyyy-MM-dd
	IDCardValidTime       string              `json:"id_card_valid_time,omitzero"`       // until when: yyyy-MM-dd, or 长期 for no end
}

// MiniAppPayContactType says who looks after an account.
type MiniAppPayContactType string

// Who looks after an account.
const (
	MiniAppPayContactTypeLegalPerson MiniAppPayContactType = "65" // the legal representative, 经营者/法人
	MiniAppPayContactTypeAgent       MiniAppPayContactType = "66" // somebody whom the merchant authorized, 经办人
)

// MiniAppPayContact is who looks after an account (超级管理员) and signs the contract.
type MiniAppPayContact struct {
	ContactType                        MiniAppPayContactType `json:"contact_type"`
	BusinessAuthorizationLetterMediaID string                `json:"business_authorization_letter_open_wx_pay_media_id,omitzero"` // of MiniAppPayContactTypeAgent
	ContactInfo                        MiniAppPayIDCard      `json:"contact_info"`                                                // of MiniAppPayContactTypeLegalPerson the name and number alone; of an agent IDDocType is required
	MobilePhone                        string                `json:"mobile_phone,omitzero"`
	ContactEmail                       string                `json:"contact_email,omitzero"`
}

// MiniAppPayBankAccountType says whose a bank account is.
type MiniAppPayBankAccountType int64

// Whose a bank account is.
const (
	MiniAppPayBankAccountTypeCorporate MiniAppPayBankAccountType = 74 // 对公账户
	MiniAppPayBankAccountTypePersonal  MiniAppPayBankAccountType = 75 // 对私账户
)

// MiniAppPayAccount is the bank account that receives the money.
type MiniAppPayAccount struct {
	BankAccountType    MiniAppPayBankAccountType `json:"bank_account_type,omitzero"` // of MiniAppPayOrganizationTypeIndividual alone
	AccountBank        string                    `json:"account_bank"`
	AccountName        string                    `json:"account_name"` // the merchant's, or the owner's for a personal account
	AccountNumber      string                    `json:"account_number"`
	BankAddressCode    string                    `json:"bank_address_code"`             // of the province and city
	BankName           string                    `json:"bank_name,omitzero"`            // with its branch
	BankCardSupplement MiniAppPayCardSupplement  `json:"bank_card_supplement,omitzero"` // of MiniAppPayOrganizationTypeSocial and MiniAppPayOrganizationTypeInstitution
}

// MiniAppPayCardSupplement is proof that a bank account is the merchant's.
type MiniAppPayCardSupplement struct {
	SettlementCertificateMediaID   string   `json:"settlement_certificate_open_wx_pay_media_id,omitzero"`
	RelationshipCertificateMediaID string   `json:"relationship_certificate_open_wx_pay_media_id,omitzero"`
	OtherCertificateMediaIDs       []string `json:"other_certificate_open_wx_pay_media_id,omitzero"` // at most 3
}

// MiniAppPaySalesScene says where a merchant sells.
type MiniAppPaySalesScene int64

// Where a merchant sells.
const (
	MiniAppPaySalesSceneOffline MiniAppPaySalesScene = 1 // in a shop, 线下门店
	MiniAppPaySalesSceneOnline  MiniAppPaySalesScene = 2 // 线上店铺
)

// MiniAppPaySalesSceneInfo is proof of where a merchant sells. Online either of the first two fields is required,
// offline all of the others are.
type MiniAppPaySalesSceneInfo struct {
	Type               MiniAppPaySalesScene `json:"type"`
	StoreURL           string               `json:"store_url,omitzero"`                         // at most 1,024 bytes
	StorePicMediaID    string               `json:"store_pic_open_wx_pay_media_id,omitzero"`    // the online shop's QR code
	AddressCode        string               `json:"address_code,omitzero"`                      // of the province, city and district, 6 digits
	OfflineAddress     string               `json:"offline_address,omitzero"`                   // 4 to 512 characters
	EntrancePicMediaID string               `json:"entrance_pic_open_wx_pay_media_id,omitzero"` // the shop from outside
	IndoorPicMediaID   string               `json:"indoor_pic_open_wx_pay_media_id,omitzero"`   // the shop from inside
}

// MiniAppPayApplyPictures is several images of an application.
type MiniAppPayApplyPictures struct {
	ID []string `json:"id"` // at most 5
}

// SubmitMiniAppPayApplicationResponse is the answer to an application.
type SubmitMiniAppPayApplicationResponse struct {
	ErrorDescription string `json:"error_description"`
}

// GetMiniAppPayApplicationStatus returns how far an application of this app is (查询申请单状态). outRequestNo is
// one's own number of it.
//
// API: POST /cgi-bin/miniapppay/get_applyment_status
// Doc: https://developer.work.weixin.qq.com/document/path/98974
func (c *Client) GetMiniAppPayApplicationStatus(ctx context.Context, outRequestNo string) (*GetMiniAppPayApplicationStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/miniapppay/get_applyment_status", param{"out_request_no", outRequestNo}, new(GetMiniAppPayApplicationStatusResponse))
}

// MiniAppPayApplyState is the stage of an application.
type MiniAppPayApplyState int64

// The stages of an application.
const (
	MiniAppPayApplyStateInitial      MiniAppPayApplyState = 0 // 初始状态
	MiniAppPayApplyStateApplying     MiniAppPayApplyState = 1 // 申请中
	MiniAppPayApplyStateBound        MiniAppPayApplyState = 2 // 绑定成功
	MiniAppPayApplyStateWithdrawn    MiniAppPayApplyState = 3 // 已撤销申请
	MiniAppPayApplyStateFailed       MiniAppPayApplyState = 4 // 绑定失败
	MiniAppPayApplyStateNotApplied   MiniAppPayApplyState = 5 // 未申请
	MiniAppPayApplyStateToBeVerified MiniAppPayApplyState = 6 // by the legal representative, 待法人验证
)

// MiniAppPayRealSignState is the stage of the contract.
type MiniAppPayRealSignState int64

// The stages of the contract.
const (
	MiniAppPayRealSignStateNotSignable MiniAppPayRealSignState = 0 // 不可签约
	MiniAppPayRealSignStateUnsigned    MiniAppPayRealSignState = 1 // 未签约
	MiniAppPayRealSignStateSigned      MiniAppPayRealSignState = 2 // 已签约
)

// GetMiniAppPayApplicationStatusResponse is how far an application is.
type GetMiniAppPayApplicationStatusResponse struct {
	Status        MiniAppPayApplyment     `json:"status"`
	ApplyState    MiniAppPayApplyState    `json:"apply_state"`
	RealSignState MiniAppPayRealSignState `json:"real_sign_state"`
	RejectReason  string                  `json:"reject_reason"`
}

// MiniAppPayApplymentState is how far WeChat Pay is with an application.
type MiniAppPayApplymentState string

// How far WeChat Pay is with an application.
const (
	MiniAppPayApplymentStateChecking          MiniAppPayApplymentState = "CHECKING"            // 资料校验中
	MiniAppPayApplymentStateAccountNeedVerify MiniAppPayApplymentState = "ACCOUNT_NEED_VERIFY" // 待账户验证; see MiniAppPayAccountValidation
	MiniAppPayApplymentStateAuditing          MiniAppPayApplymentState = "AUDITING"            // 审核中
	MiniAppPayApplymentStateRejected          MiniAppPayApplymentState = "REJECTED"            // 已驳回
	MiniAppPayApplymentStateNeedSign          MiniAppPayApplymentState = "NEED_SIGN"           // 待签约
	MiniAppPayApplymentStateFinish            MiniAppPayApplymentState = "FINISH"              // 完成
	MiniAppPayApplymentStateFrozen            MiniAppPayApplymentState = "FROZEN"              // 已冻结
	MiniAppPayApplymentStateCanceled          MiniAppPayApplymentState = "CANCELED"            // 已作废
)

// MiniAppPaySignState says whether the contract with WeChat Pay is signed.
type MiniAppPaySignState string

// Whether the contract with WeChat Pay is signed.
const (
	MiniAppPaySignStateUnsigned    MiniAppPaySignState = "UNSIGNED"     // 未签约
	MiniAppPaySignStateSigned      MiniAppPaySignState = "SIGNED"       // 已签约
	MiniAppPaySignStateNotSignable MiniAppPaySignState = "NOT_SIGNABLE" // 不可签约
)

// MiniAppPayApplyment is an application as WeChat Pay has it.
type MiniAppPayApplyment struct {
	ApplymentState     MiniAppPayApplymentState    `json:"applyment_state"`
	ApplymentStateDesc string                      `json:"applyment_state_desc"` // the same in words
	SignState          MiniAppPaySignState         `json:"sign_state"`
	SignURL            string                      `json:"sign_url"`     // where the contract is signed
	AuditDetail        []MiniAppPayRejection       `json:"audit_detail"` // if it was rejected
	AccountValidation  MiniAppPayAccountValidation `json:"account_validation"`
	SubMchID           string                      `json:"sub_mchid"`            // the merchant's number, once there is one
	LegalValidationURL string                      `json:"legal_validation_url"` // where the legal representative confirms
}

// MiniAppPayRejection is why an application was rejected.
type MiniAppPayRejection struct {
	ParamName    string `json:"param_name"` // which field
	RejectReason string `json:"reject_reason"`
}

// MiniAppPayAccountValidation is a payment that proves that a bank account is the merchant's.
type MiniAppPayAccountValidation struct {
	AccountName              string `json:"account_name"` // who pays
	AccountNo                string `json:"account_no"`
	DestinationAccountBank   string `json:"destination_account_bank"` // who receives
	DestinationAccountName   string `json:"destination_account_name"`
	DestinationAccountNumber string `json:"destination_account_number"`
	City                     string `json:"city"`       // of the receiving bank
	PayAmount                int64  `json:"pay_amount"` // in fen
	Remark                   string `json:"remark"`     // with which it must be paid
	Deadline                 string `json:"deadline"`   // until when, as the platform writes it
}
