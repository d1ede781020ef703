package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAllUnassignedExternalContacts(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":0,"is_last":false,"next_cursor":"c1","info":[{"handover_userid":"gone","external_userid":"wm-1","dimission_time":1700000000}]}`,
		`{"errcode":0,"is_last":true,"next_cursor":"","info":[{"handover_userid":"gone","external_userid":"wm-2"}]}`,
	)
	req := &ListUnassignedExternalContactsRequest{PageID: 3, PageSize: 1}
	var customers []string
	for u, err := range c.AllUnassignedExternalContacts(t.Context(), req) {
		require.NoError(t, err)
		customers = append(customers, u.ExternalUserID)
	}
	require.Equal(t, []string{"wm-1", "wm-2"}, customers)
	require.Equal(t, []string{
		`/cgi-bin/externalcontact/get_unassigned_list {"page_size":1}`,
		`/cgi-bin/externalcontact/get_unassigned_list {"page_size":1,"cursor":"c1"}`,
	}, p.sent)
	require.Equal(t, int64(3), req.PageID)
}

func TestTransferCustomersReturnsTheCodes(t *testing.T) {
	t.Parallel()
	c, _ := customerClient(t, `{"errcode":0,"customer":[{"external_userid":"wm-1","errcode":0},{"external_userid":"wm-2","errcode":40128}]}`)
	got, err := c.TransferCustomers(t.Context(), &TransferCustomersRequest{HandoverUserID: "a", TakeoverUserID: "b", ExternalUserID: []string{"wm-1", "wm-2"}})
	require.NoError(t, err)
	require.Equal(t, []*TransferredCustomer{{CodeOK, "wm-1"}, {CodeTransferTooFrequent, "wm-2"}}, got)
}

func TestTransferExternalContact(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"errmsg":"ok","status":2,"takeover_time":1700086400}`)
	require.NoError(t, c.TransferExternalContact(t.Context(), &TransferExternalContactRequest{ExternalUserID: "wm-1", HandoverUserID: "a", TakeoverUserID: "b"}))
	got, err := c.GetTransferExternalContactResult(t.Context(), &GetTransferExternalContactResultRequest{ExternalUserID: "wm-1", HandoverUserID: "a", TakeoverUserID: "b"})
	require.NoError(t, err)
	require.Equal(t, &TransferExternalContactResult{Status: TransferStatusWaiting, TakeoverTime: Unix(1700086400)}, got)
	require.Equal(t, []string{
		`/cgi-bin/externalcontact/transfer {"external_userid":"wm-1","handover_userid":"a","takeover_userid":"b"}`,
		`/cgi-bin/externalcontact/get_transfer_result {"external_userid":"wm-1","handover_userid":"a","takeover_userid":"b"}`,
	}, p.sent)
}
