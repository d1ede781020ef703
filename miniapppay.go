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
	Scope        string `json:"scope"`        // whether of the order or of single goods
	Type         string `json:"type"`
	Amount       int64  `json:"amount"`
	RefundAmount int64  `json:"refund_amount"`
}

// GetMiniAppPayRefund returns a refund (查询退款).
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
	Channel             string                      `json:"channel"`               // such as ORIGINAL, the way the money came
	UserReceivedAccount string                      `json:"user_received_account"` // where the money goes, in words
	Status              string                      `json:"status"`                // such as SUCCESS
	SuccessTime         MiniAppPayTime              `json:"success_time"`          // when the money was back
	CreateTime          MiniAppPayTime              `json:"create_time"`
	Amount              MiniAppPayRefundAmount      `json:"amount"`
	PromotionDetail     []MiniAppPayRefundPromotion `json:"promotion_detail"`
}

// GetMiniAppPayBill returns where a day's bill can be downloaded (交易账单申请).
//
// API: POST /cgi-bin/miniapppay/get_bill
// Doc: https://developer.work.weixin.qq.com/document/path/98115
func (c *Client) GetMiniAppPayBill(ctx context.Context, req *GetMiniAppPayBillRequest) (*GetMiniAppPayBillResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/miniapppay/get_bill", req, new(GetMiniAppPayBillResponse))
}

// GetMiniAppPayBillRequest says which bill is wanted.
type GetMiniAppPayBillRequest struct {
	MchID    string `json:"mchid"`              // the merchant
	BillDate string `json:"bill_date"`          // yyyy-MM-dd
	BillType string `json:"bill_type,omitzero"` // which orders are in it
	TarType  string `json:"tar_type,omitzero"`  // how it is compressed, if it is
}

// GetMiniAppPayBillResponse is a bill.
type GetMiniAppPayBillResponse struct {
	HashType    string `json:"hash_type"`
	HashValue   string `json:"hash_value"` // of the bill
	DownloadURL string `json:"download_url"`
	Auth        Secret `json:"auth"` // the header that the download needs
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

// MiniAppPayOrganizationType is what a merchant is.
type MiniAppPayOrganizationType int64

// What a merchant is.
const (
	MiniAppPayOrganizationTypeEnterprise  MiniAppPayOrganizationType = 0 // 企业
	MiniAppPayOrganizationTypeIndividual  MiniAppPayOrganizationType = 1 // 个体
	MiniAppPayOrganizationTypeSocial      MiniAppPayOrganizationType = 2 // 社会团体组织
	MiniAppPayOrganizationTypeInstitution MiniAppPayOrganizationType = 3 // 事业单位
)

// SubmitMiniAppPayApplicationRequest is an application. The images in it are IDs of [Client.UploadMiniAppPayImage].
type SubmitMiniAppPayApplicationRequest struct {
	OutRequestNo           string                     `json:"out_request_no"` // one's own number of the application, at most 32 characters
	OrganizationType       MiniAppPayOrganizationType `json:"organization_type"`
	BusinessLicenseInfo    MiniAppPayLicense          `json:"business_license_info"`
	FinanceInstitutionInfo MiniAppPayFinance          `json:"finance_institution_info,omitzero"` // of a bank and its like
	MerchantShortName      string                     `json:"merchant_short_name"`               // what payers see, about 21 Chinese characters
	IDCardInfo             MiniAppPayIDCard           `json:"id_card_info"`                      // of the legal representative
	Owner                  *bool                      `json:"owner,omitzero"`                    // whether the legal representative is the beneficial owner; required of an enterprise
	UboInfo                MiniAppPayIDCard           `json:"ubo_info,omitzero"`                 // of the beneficial owner, if that is another
	ContactInfo            MiniAppPayContact          `json:"contact_info"`
	AccountInfo            MiniAppPayAccount          `json:"account_info"`
	SalesSceneInfo         MiniAppPaySalesScene       `json:"sales_scene_info"`
	BusinessID             int64                      `json:"business_id"`                     // what the merchant does, by the list on the platform's page: 1 for food, 2 for retail, …
	Qualifications         MiniAppPayApplyPictures    `json:"qualifications,omitzero"`         // at most 5
	BusinessAdditionPics   MiniAppPayApplyPictures    `json:"business_addition_pics,omitzero"` // at most 5
	UserID                 string                     `json:"userid"`                          // the member who withdraws the money, the same person as ContactInfo names
}

// MiniAppPayLicense is a merchant's business license.
type MiniAppPayLicense struct {
	CertType                   int64  `json:"cert_type,omitzero"` // of a social organization alone, by the list on the platform's page: 2389 for 统一社会信用代码证书, …
	BusinessLicenseCopyMediaID string `json:"business_license_copy_open_wx_pay_media_id"`
	BusinessLicenseNumber      string `json:"business_license_number"`
	MerchantName               string `json:"merchant_name"`
	LegalPerson                string `json:"legal_person"` // the legal representative's name
	CompanyAddress             string `json:"company_address,omitzero"`
	BusinessTimeBeginTime      string `json:"business_time_begin_time,omitzero"` // yyyy-MM-dd
	BusinessTimeEndTime        string `json:"business_time_end_time,omitzero"`   // yyyy-MM-dd, or 长期 for no end
}

// MiniAppPayFinanceType is a kind of financial institution.
type MiniAppPayFinanceType string

// The kinds of financial institutions.
const (
	MiniAppPayFinanceTypeBank       MiniAppPayFinanceType = "BANK_AGENT"
	MiniAppPayFinanceTypePayment    MiniAppPayFinanceType = "PAYMENT_AGENT"
	MiniAppPayFinanceTypeInsurance  MiniAppPayFinanceType = "INSURANCE"
	MiniAppPayFinanceTypeSettlement MiniAppPayFinanceType = "TRADE_AND_SETTLE" // 交易及结算类
	MiniAppPayFinanceTypeOther      MiniAppPayFinanceType = "OTHER"
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
	MiniAppPayIDDocTypeIDCard         MiniAppPayIDDocType = 0 // of mainland China; 8 stands for it too
	MiniAppPayIDDocTypePassport       MiniAppPayIDDocType = 1
	MiniAppPayIDDocTypeHongKong       MiniAppPayIDDocType = 2 // 香港通行证
	MiniAppPayIDDocTypeMacao          MiniAppPayIDDocType = 3 // 澳门通行证
	MiniAppPayIDDocTypeTaiwan         MiniAppPayIDDocType = 4 // 台湾通行证
	MiniAppPayIDDocTypeForeigner      MiniAppPayIDDocType = 5 // 外国人居留证
	MiniAppPayIDDocTypeResident       MiniAppPayIDDocType = 6 // 港澳居民证
	MiniAppPayIDDocTypeTaiwanResident MiniAppPayIDDocType = 7 // 台湾居民证
)

// MiniAppPayIDCard is somebody's document of identity.
type MiniAppPayIDCard struct {
	IDDocType             MiniAppPayIDDocType `json:"id_doc_type"`
	IDCardCopyMediaID     string              `json:"id_card_copy_open_wx_pay_media_id"`              // the side with the portrait
	IDCardNationalMediaID string              `json:"id_card_national_open_wx_pay_media_id,omitzero"` // the side with the emblem; a passport has none
	IDCardName            string              `json:"id_card_name"`
	IDCardNumber          string              `json:"id_card_number"`
	IDCardAddress         string              `json:"id_card_address,omitzero"` // required of an enterprise; not of MiniAppPayContact
	IDCardValidTimeBegin  string              `json:"id_card_valid_time_begin"` // yyyy-MM-dd
	IDCardValidTime       string              `json:"id_card_valid_time"`       // until when: yyyy-MM-dd, or 长期 for no end
}

// MiniAppPayContactType is what somebody who looks after an account is to the merchant.
type MiniAppPayContactType string

// What somebody who looks after an account is to the merchant.
const (
	MiniAppPayContactTypeLegalPerson MiniAppPayContactType = "65" // the owner or legal representative, 经营者/法人
	MiniAppPayContactTypeAgent       MiniAppPayContactType = "66" // 经办人
)

// MiniAppPayContact is who looks after an account (超级管理员).
type MiniAppPayContact struct {
	ContactType                        MiniAppPayContactType `json:"contact_type"`
	BusinessAuthorizationLetterMediaID string                `json:"business_authorization_letter_open_wx_pay_media_id,omitzero"` // required of an agent
	ContactInfo                        MiniAppPayIDCard      `json:"contact_info"`
	MobilePhone                        string                `json:"mobile_phone"`
	ContactEmail                       string                `json:"contact_email"`
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
	BankAccountType    MiniAppPayBankAccountType `json:"bank_account_type,omitzero"` // required of an individual
	AccountBank        string                    `json:"account_bank"`
	AccountName        string                    `json:"account_name"`
	AccountNumber      string                    `json:"account_number"`
	BankAddressCode    string                    `json:"bank_address_code"`  // of the province and city
	BankName           string                    `json:"bank_name,omitzero"` // with its branch
	BankCardSupplement MiniAppPayCardSupplement  `json:"bank_card_supplement,omitzero"`
}

// MiniAppPayCardSupplement is proof that a bank account is the merchant's.
type MiniAppPayCardSupplement struct {
	SettlementCertificateMediaID   string   `json:"settlement_certificate_open_wx_pay_media_id,omitzero"`
	RelationshipCertificateMediaID string   `json:"relationship_certificate_open_wx_pay_media_id,omitzero"`
	OtherCertificateMediaIDs       []string `json:"other_certificate_open_wx_pay_media_id,omitzero"`
}

// MiniAppPaySalesSceneType is where a merchant sells.
type MiniAppPaySalesSceneType int64

// Where a merchant sells.
const (
	MiniAppPaySalesSceneTypeStore  MiniAppPaySalesSceneType = 1 // in a store
	MiniAppPaySalesSceneTypeOnline MiniAppPaySalesSceneType = 2
)

// MiniAppPaySalesScene says where a merchant sells (经营场景证明): of a shop online one of StoreURL and
// StorePicMediaID is required, of a store all that follows them.
type MiniAppPaySalesScene struct {
	Type               MiniAppPaySalesSceneType `json:"type"`
	StoreURL           string                   `json:"store_url,omitzero"`                         // of the shop, at most 1,024 bytes
	StorePicMediaID    string                   `json:"store_pic_open_wx_pay_media_id,omitzero"`    // the shop's QR code
	AddressCode        string                   `json:"address_code,omitzero"`                      // of the province, city and district, 6 digits
	OfflineAddress     string                   `json:"offline_address,omitzero"`                   // 4 to 512 characters
	EntrancePicMediaID string                   `json:"entrance_pic_open_wx_pay_media_id,omitzero"` // the store from outside
	IndoorPicMediaID   string                   `json:"indoor_pic_open_wx_pay_media_id,omitzero"`   // the store from inside
}

// MiniAppPayApplyPictures is several images of an application.
type MiniAppPayApplyPictures struct {
	ID []string `json:"id"`
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
