package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestBot(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	_, err := srv.Client().AddKfServicers(t.Context(), &workwx.AddKfServicersRequest{OpenKfID: account, UserIDList: []string{"zhangsan"}})
	require.NoError(t, err)
	store := cursors(t.TempDir())
	receive := func() {
		t.Helper()
		b := &bot{client: srv.Client(), servicer: "zhangsan"}
		syncer, err := workwx.NewKfSyncer(b.client, b.handle, workwx.WithKfCursorStore(store))
		require.NoError(t, err)
		require.NoError(t, syncer.CatchUp(t.Context()))
		require.NoError(t, syncer.Shutdown(t.Context()))
	}

	srv.KfCustomerSays(account, customer, "Hours", "price ")
	receive()
	receive() // as after a restart: nothing is answered twice
	require.Len(t, srv.KfMessages(), 2)
	require.Equal(t, "We are here from 9 to 18.", srv.KfMessages()[0].Content)

	srv.KfCustomerSays(account, customer, "My parcel is broken.", "hours")
	receive()
	require.Len(t, srv.KfMessages(), 2, "the member answers from now on")
	state, err := srv.Client().GetKfServiceState(t.Context(), &workwx.GetKfServiceStateRequest{OpenKfID: account, ExternalUserID: customer})
	require.NoError(t, err)
	require.Equal(t, workwx.KfServiceStateManualReception, state.ServiceState)
	require.Equal(t, "zhangsan", state.ServicerUserID)
}
