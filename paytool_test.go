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

// The first example is that of the platform's page about the signature (签名算法).
func TestPayToolSignature(t *testing.T) {
	t.Parallel()
	for object, want := range map[string][2]string{
		`{"orderid":"ord7","buyer_corpid":"ww66302cfadbdd3c64","buyer_userid":"invitetest","product_id":"product_id_xxx","product_name":"product_name_xxx",
			"product_detail":"product_detail_xxx","unit_name":"台","unit_price":1,"num":3,"nonce_str":"129031823","ts":1548302135}`: {
			"at23pxnPBNQY3JiA8N5U1gabiQqxZwqH_Gihg7a_wrULmlOPVP-iiRjv9JWYPrDk", "/WTXl/L2kJCYKJE5yY2JZvPq3rUjFf/pf39UhyJ2GUo="},
		`{"business_type":1,"pay_type":0,"product_list":{"third_app":{"order_type":0,"notify_custom_corp":0,"buy_info_list":[
			{"suiteid":"wwb","edition_id":"e1","user_count":10,"discount_info":{"discount_type":2,"discount_ratio":75,"discount_remarks":"老客户 & <b>"}},
			{"suiteid":"wwa","edition_id":"E2"}]}},"nonce_str":"n","ts":1700000000,"creator":""}`: {
			"a key of our own", "WV4/fTAM8JyfCXj+conbmk5+hUkmrKBrrplBgJoi+G0="},
	} {
		require.Equal(t, want[1], signatureOf(t, []byte(object), want[0]))
	}
}

// signatureOf signs an object as the platform does to check it.
func signatureOf(t *testing.T, object []byte, key string) string {
	t.Helper()
	var fields map[string]any
	d := json.NewDecoder(bytes.NewReader(object))
	d.UseNumber()
	require.NoError(t, d.Decode(&fields))
	delete(fields, "sig")
	return payToolSignature(payToolPairs(nil, "", fields), Secret(key))
}

// TestPayToolSigns: every attempt has a nonce and a signature of its own, over what is sent.
func TestPayToolSigns(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var nonces []string
		pages := 0
		c, err := wireClient(t, replies(func(r *http.Request, body []byte) string {
			var sent ListPayToolOrdersRequest
			require.NoError(t, json.Unmarshal(body, &sent), "%s", body)
			require.Equal(t, signatureOf(t, body, "paykey"), sent.Sig)
			require.Equal(t, time.Now().Unix(), sent.Ts.Unix())
			require.NotContains(t, nonces, sent.NonceStr)
			require.NotEmpty(t, sent.NonceStr)
			require.LessOrEqual(t, len(sent.NonceStr), 32)
			nonces = append(nonces, sent.NonceStr)
			switch {
			case len(nonces) == 1:
				return `{"errcode":-1,"errmsg":"busy"}`
			case len(nonces) == 2:
				return `{"errcode":42001,"errmsg":"expired"}`
			case sent.Cursor == "":
				pages++
				return `{"errcode":0,"has_more":1,"next_cursor":"c1","pay_order_list":[{"order_id":"O1","pay_type":2}]}`
			}
			pages++
			return `{"errcode":0,"has_more":0,"pay_order_list":[{"order_id":"O2"}]}`
		})).With(WithPayToolSecret("paykey"), WithRetry(RetryPolicy{Attempts: 3, BaseDelay: time.Second, MaxDelay: time.Second}))
		require.NoError(t, err)
		req := &ListPayToolOrdersRequest{BusinessType: PayToolBusinessTypeThirdApp, Limit: 100}
		var got []string
		for order, err := range c.AllPayToolOrders(t.Context(), req) {
			require.NoError(t, err)
			got = append(got, order.OrderID)
		}
		require.Equal(t, []string{"O1", "O2"}, got)
		require.Equal(t, 2, pages)
		require.Len(t, nonces, 4)
		require.Equal(t, &ListPayToolOrdersRequest{BusinessType: PayToolBusinessTypeThirdApp, Limit: 100}, req)
	})
}

func TestPayToolSignatureOfTheCaller(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	w.answer(`{"errcode":0}`, nil)
	require.NoError(t, c.CancelPayToolOrder(t.Context(), &CancelPayToolOrderRequest{OrderID: "O1", NonceStr: "n", Ts: Unix(1700000000), Sig: "mine"}))
	require.JSONEq(t, `{"order_id":"O1","nonce_str":"n","ts":1700000000,"sig":"mine"}`, string(w.body))

	for name, req := range map[string]*CancelPayToolOrderRequest{
		"no key":      {OrderID: "O1"},
		"a nonce":     {OrderID: "O1", NonceStr: "n"},
		"a timestamp": {OrderID: "O1", Ts: Unix(1700000000)},
	} {
		w.answer(`{"errcode":0}`, nil)
		var refused *ArgumentError
		require.ErrorAs(t, c.CancelPayToolOrder(t.Context(), req), &refused, name)
		require.Equal(t, "sig", refused.Field, name)
		require.Nil(t, w.last, name)
	}
}

func TestUploadPayToolReceipt(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	w.answer(`{"errcode":0,"type":"file","media_id":"M1","created_at":"1700000000"}`, nil)
	got, err := c.UploadPayToolReceipt(t.Context(), MediaTypeFile, NewMediaFromBuffer("receipt.pdf", []byte("%PDF-1.7")))
	require.NoError(t, err)
	require.Equal(t, "M1", got.MediaID)
	require.Equal(t, "/cgi-bin/service/media/upload", w.last.URL.Path)
	require.Equal(t, "provider_access_token=TOKEN&type=file&attachment_type=3", w.last.URL.RawQuery)
	require.Contains(t, string(w.body), `name="media"; filename="receipt.pdf"`)

	w.answer(`{"errcode":45001,"errmsg":"too large"}`, nil)
	got, err = c.UploadPayToolReceipt(t.Context(), MediaTypeFile, NewMediaFromBuffer("receipt.pdf", []byte("%PDF-1.7")))
	require.ErrorIs(t, err, Code(45001))
	require.Nil(t, got)
}
