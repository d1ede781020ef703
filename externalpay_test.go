package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExternalPayBillTakesBothNames(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"payer_info", "contact_info"} {
		c, _ := customerClient(t, `{"errcode":0,"next_cursor":"","bill_list":[{"transaction_id":"t-1","bill_type":0,"trade_state":3,"total_fee":"250",`+
			`"payment_type":15,"pay_time":1700000000,"`+name+`":{"name":"Ada","phone":"1","address":"London"},"commodity_list":[{"description":"loom","amount":2}]}]}`)
		got, err := c.ListExternalPayBills(t.Context(), &ListExternalPayBillsRequest{BeginTime: Unix(1), EndTime: Unix(2)})
		require.NoError(t, err)
		require.Equal(t, []*ExternalPayBill{{
			TransactionID: "t-1", BillType: ExternalPayBillTypePayment, TradeState: ExternalPayTradeStateRefunded, TotalFee: 250,
			PaymentType: ExternalPayPaymentTypeMiniProgram, PayTime: Unix(1700000000),
			PayerInfo:     ExternalPayContact{Name: "Ada", Phone: "1", Address: "London"},
			CommodityList: []ExternalPayCommodity{{Description: "loom", Amount: 2}},
		}}, got.BillList)
	}
}

func TestListExternalPayBillsByPaymentTakesBothNames(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{
		`{"errcode":0,"bill_list":[{"out_trade_no":"x"},{"out_trade_no":"y"}]}`,
		`{"errcode":0,"out_trade_no_list":["x","y"]}`,
	} {
		c, _ := customerClient(t, answer)
		got, err := c.ListExternalPayBillsByPayment(t.Context(), "pay-1")
		require.NoError(t, err)
		require.Equal(t, []*ExternalPayBillItem{{"x"}, {"y"}}, got)
	}
}
