package workwxtest_test

import (
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func TestInvoices(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret"})
	other := srv.AppClient(7)
	card := func(id string) workwx.InvoiceCard { return workwx.InvoiceCard{CardID: id, EncryptCode: "code-" + id} }
	for id, owner := range map[string]string{"p1": "o-lisi", "p2": "o-lisi", "p3": "o-wangwu"} {
		srv.AddInvoice(workwx.Invoice{CardID: id, OpenID: owner, Payee: "出租车公司", UserInfo: workwx.InvoiceDetail{Fee: 2350, Title: "某公司"}}, "code-"+id)
	}
	status := func(id string) workwx.InvoiceReimburseStatus {
		t.Helper()
		i, err := c.GetInvoice(t.Context(), &workwx.GetInvoiceRequest{CardID: id, EncryptCode: "code-" + id})
		require.NoError(t, err)
		require.EqualValues(t, 2350, i.UserInfo.Fee)
		return i.UserInfo.ReimburseStatus
	}
	set := func(c *workwx.Client, id string, to workwx.InvoiceReimburseStatus) error {
		return c.UpdateInvoiceStatus(t.Context(), &workwx.UpdateInvoiceStatusRequest{CardID: id, EncryptCode: "code-" + id, ReimburseStatus: to})
	}
	const free, lock, closed = workwx.InvoiceReimburseStatusInit, workwx.InvoiceReimburseStatusLock, workwx.InvoiceReimburseStatusClosure
	require.Equal(t, free, status("p1"))
	require.NoError(t, set(c, "p1", lock))
	require.Equal(t, lock, status("p1"))
	require.ErrorIs(t, set(other, "p1", lock), workwx.Code(72023))
	require.NoError(t, set(c, "p1", free))
	require.NoError(t, set(other, "p1", lock), "it was unlocked")
	require.NoError(t, set(other, "p1", free))

	batch := func(owner string, to workwx.InvoiceReimburseStatus, ids ...string) error {
		req := &workwx.BatchUpdateInvoiceStatusRequest{OpenID: owner, ReimburseStatus: to}
		for _, id := range ids {
			req.InvoiceList = append(req.InvoiceList, card(id))
		}
		return c.BatchUpdateInvoiceStatus(t.Context(), req)
	}
	require.ErrorIs(t, batch("o-lisi", closed, "p1", "p3"), workwx.Code(72037))
	require.Equal(t, free, status("p1"), "all are changed or none")
	require.NoError(t, batch("o-lisi", closed, "p1", "p2"))
	require.ErrorIs(t, set(c, "p2", free), workwx.Code(72024), "it was reimbursed for good")

	list, err := c.BatchGetInvoices(t.Context(), &workwx.BatchGetInvoicesRequest{ItemList: []workwx.InvoiceCard{card("p2"), card("p3")}})
	require.NoError(t, err)
	require.Equal(t, closed, list[0].UserInfo.ReimburseStatus)
	require.Equal(t, "o-wangwu", list[1].OpenID)

	_, err = c.GetInvoice(t.Context(), &workwx.GetInvoiceRequest{CardID: "p3", EncryptCode: "code-p1"})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	_, err = c.BatchGetInvoices(t.Context(), &workwx.BatchGetInvoicesRequest{ItemList: []workwx.InvoiceCard{card("p9")}})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	require.ErrorIs(t, set(c, "p3", "PAID"), workwx.CodeIllegalParameter)
}
