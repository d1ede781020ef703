package workwx

import "bytes"

// MiniAppPayNotice says that an order of 对外收款 in a mini program was paid (支付通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97335
type MiniAppPayNotice struct {
	AppID          string                 `json:"appid"`        // the mini program
	MchID          string                 `json:"mchid"`        // the merchant
	OutTradeNo     string                 `json:"out_trade_no"` // the merchant's number of the order
	TradeState     MiniAppPayTradeState   `json:"trade_state"`
	TradeStateDesc string                 `json:"trade_state_desc"` // the same in words
	TradeType      string                 `json:"trade_type"`
	Attach         string                 `json:"attach"`       // what the order was created with
	SuccessTime    MiniAppPayTime         `json:"success_time"` // when it was paid
	Amount         MiniAppPayNoticeAmount `json:"amount"`
	Payer          MiniAppPayNoticePayer  `json:"payer"`
}

// MiniAppPayNoticeAmount is what was paid.
type MiniAppPayNoticeAmount struct {
	Total         int64  `json:"total"`       // of the order, in fen
	PayerTotal    int64  `json:"payer_total"` // what the payer paid, in fen
	Currency      string `json:"currency"`    // such as CNY
	PayerCurrency string `json:"payer_currency"`
}

// MiniAppPayNoticePayer is who paid.
type MiniAppPayNoticePayer struct {
	OpenID string `json:"openid"`
}

// MiniAppPayRefundNotice says that a refund of 对外收款 in a mini program came to its end (退款通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97338
type MiniAppPayRefundNotice struct {
	MchID               string                       `json:"mchid"`         // the merchant
	OutTradeNo          string                       `json:"out_trade_no"`  // the merchant's number of the order
	RefundID            string                       `json:"refund_id"`     // the platform's number of the refund
	OutRefundNo         string                       `json:"out_refund_no"` // the merchant's number of the refund
	RefundStatus        MiniAppPayRefundStatus       `json:"refund_status"`
	SuccessTime         MiniAppPayTime               `json:"success_time"` // when the money came back
	UserReceivedAccount string                       `json:"user_received_account"`
	Amount              MiniAppPayRefundNoticeAmount `json:"amount"`
}

// MiniAppPayRefundNoticeAmount is what was refunded, in fen.
type MiniAppPayRefundNoticeAmount struct {
	Total       int64 `json:"total"`        // of the order
	Refund      int64 `json:"refund"`       // of the refund
	PayerTotal  int64 `json:"payer_total"`  // what the payer had paid
	PayerRefund int64 `json:"payer_refund"` // what the payer got back
}

// ParseMiniAppPayNotice reads the decrypted notice of a payment. Nothing in a notice says what it is, so
// that it is not an [Event] but of a URL of its own; see [CallbackCrypto.Open].
func ParseMiniAppPayNotice(payload []byte) (*MiniAppPayNotice, error) {
	return parseNotice(payload, new(MiniAppPayNotice))
}

// ParseMiniAppPayRefundNotice reads the decrypted notice of a refund, as [ParseMiniAppPayNotice] does.
func ParseMiniAppPayRefundNotice(payload []byte) (*MiniAppPayRefundNotice, error) {
	return parseNotice(payload, new(MiniAppPayRefundNotice))
}

func parseNotice[T any](payload []byte, to *T) (*T, error) {
	payload = bytes.TrimSpace(payload)
	if len(payload) == 0 || payload[0] != '{' {
		return nil, payloadError(errPayloadSyntax)
	}
	if _, err := decodeJSON(payload, to); err != nil {
		return nil, payloadError(errPayloadSyntax)
	}
	return to, nil
}
