package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInvoiceDecoding(t *testing.T) {
	t.Parallel()
	var resp batchGetInvoicesResponse
	coerced, err := decodeJSON([]byte(`{"item_list":[{"card_id":"p1","begin_time":"1700000000","user_info":{"fee":"1234","tax":34,"fee_without_tax":1200,
		"reimburse_status":"INVOICE_REIMBURSE_LOCK","info":[{"name":"taxi","num":1,"price":"1200"}],"billing_time":0}}]}`), &resp)
	require.NoError(t, err)
	require.True(t, coerced)
	require.Equal(t, []*Invoice{{
		CardID:    "p1",
		BeginTime: Unix(1700000000),
		UserInfo: InvoiceDetail{
			Fee: 1234, Tax: 34, FeeWithoutTax: 1200,
			ReimburseStatus: InvoiceReimburseStatusLock,
			Info:            []InvoiceItem{{Name: "taxi", Num: 1, Price: 1200}},
		},
	}}, resp.ItemList)
}
