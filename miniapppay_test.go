package workwx

import (
	"bytes"
	"encoding/json"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMiniAppPayTime(t *testing.T) {
	t.Parallel()
	china := time.FixedZone("", 8*3600)
	for text, at := range map[string]time.Time{
		`"2018-06-08T10:34:56+08:00"`: time.Date(2018, 6, 8, 10, 34, 56, 0, china),
		`"2018-06-08T02:34:56+00:00"`: time.Date(2018, 6, 8, 2, 34, 56, 0, time.UTC),
		`""`:                          {},
	} {
		var got MiniAppPayTime
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		require.True(t, at.Equal(got.Time), "%s is %s", text, got)
		encoded, err := json.Marshal(MiniAppPayTime{at})
		require.NoError(t, err)
		require.Equal(t, text, string(encoded))
	}

	// The platform takes no fractions of seconds, which time.Now has.
	encoded, err := json.Marshal(MiniAppPayTime{time.Date(2018, 6, 8, 10, 34, 56, 789, china)})
	require.NoError(t, err)
	require.Equal(t, `"2018-06-08T10:34:56+08:00"`, string(encoded))

	var got MiniAppPayTime
	require.NoError(t, json.Unmarshal([]byte(`"2018-06-08T02:34:56Z"`), &got))
	require.Equal(t, int64(1528425296), got.Unix())
	require.NoError(t, got.UnmarshalJSON([]byte("null")))
	require.True(t, got.IsZero())
	require.Error(t, json.Unmarshal([]byte(`"June"`), &got))

	body, err := json.Marshal(&CreateMiniAppPayOrderRequest{})
	require.NoError(t, err)
	require.NotContains(t, string(body), "time_expire")
}

// An order that is not paid has empty texts where times and objects stand otherwise.
func TestGetMiniAppPayOrderUnpaid(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	w.answer(`{"errcode":0,"mchid":"m","out_trade_no":"ORDER1","trade_state":"NOTPAY","success_time":"","payer":{"openid":"o"},"amount":{"total":"100"}}`, nil)
	got, err := c.GetMiniAppPayOrder(t.Context(), &GetMiniAppPayOrderRequest{MchID: "m", OutTradeNo: "ORDER1"})
	require.NoError(t, err)
	require.Equal(t, &MiniAppPayOrder{MchID: "m", OutTradeNo: "ORDER1", TradeState: MiniAppPayTradeStateNotPay, Payer: MiniAppPayPayer{OpenID: "o"}, Amount: MiniAppPayAmount{Total: 100}}, got)
}

func TestPrepareMiniAppPayment(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var sent GetMiniAppPaySignatureRequest
		answer := `{"errcode":0,"pay_sign":"signed+by/them="}`
		c := wireClient(t, replies(func(r *http.Request, body []byte) string {
			require.Equal(t, "/cgi-bin/miniapppay/get_sign", r.URL.Path)
			require.NoError(t, json.Unmarshal(body, &sent))
			return answer
		}))
		got, err := c.PrepareMiniAppPayment(t.Context(), "wxapp", "wx111")
		require.NoError(t, err)
		require.Equal(t, GetMiniAppPaySignatureRequest{AppID: "wxapp", PrepayID: "wx111", SignType: "RSA", Nonce: sent.Nonce, Timestamp: Unix(time.Now().Unix())}, sent)
		require.NotEmpty(t, sent.Nonce)
		require.LessOrEqual(t, len(sent.Nonce), 32)
		encoded, err := json.Marshal(got)
		require.NoError(t, err)
		require.JSONEq(t, `{"timeStamp":"946684800","nonceStr":"`+sent.Nonce+`","package":"prepay_id=wx111","signType":"RSA","paySign":"signed+by/them="}`, string(encoded))

		answer = `{"errcode":60011,"errmsg":"no privilege"}`
		got, err = c.PrepareMiniAppPayment(t.Context(), "wxapp", "wx111")
		require.ErrorIs(t, err, Code(60011))
		require.Nil(t, got)
	})
}

func TestUploadMiniAppPayImageChecksSize(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	w.answer(`{"errcode":0,"open_wx_pay_media_id":"M1"}`, nil)
	for _, size := range []int{5, MaxMiniAppPayImageSize + 1} {
		_, err := c.UploadMiniAppPayImage(t.Context(), NewMediaFromBuffer("id.png", make([]byte, size)))
		var refused *ArgumentError
		require.ErrorAs(t, err, &refused)
		require.Nil(t, w.last)
	}
	id, err := c.UploadMiniAppPayImage(t.Context(), NewMediaFromBuffer("id.png", bytes.Repeat([]byte{1}, MaxMiniAppPayImageSize)))
	require.NoError(t, err)
	require.Equal(t, "M1", id)
}

// The platform wants no more of a contact who is the legal representative than the name and the number.
func TestMiniAppPayContactLegalPerson(t *testing.T) {
	t.Parallel()
	body, err := json.Marshal(MiniAppPayContact{
		ContactType:  MiniAppPayContactTypeLegalPerson,
		ContactInfo:  MiniAppPayIDCard{IDCardName: "Zhang San", IDCardNumber: "11010119900307001X"},
		MobilePhone:  "13000000001",
		ContactEmail: "zhang@example.com",
	})
	require.NoError(t, err)
	require.JSONEq(t, `{"contact_type":"65","contact_info":{"id_card_name":"Zhang San","id_card_number":"11010119900307001X"},
		"mobile_phone":"13000000001","contact_email":"zhang@example.com"}`, string(body))
}
