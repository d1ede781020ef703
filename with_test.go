package workwx_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

// tokenDesk is a platform that notes which token each call carries, and issues each credential its own.
type tokenDesk struct {
	conns atomic.Int64
	mu    sync.Mutex
	came  []url.Values
}

func (d *tokenDesk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Has("corpsecret") {
		fmt.Fprintf(w, `{"errcode":0,"access_token":"token of %s %s","expires_in":7200}`, q.Get("corpid"), q.Get("corpsecret"))
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.came = append(d.came, q)
	fmt.Fprintf(w, `{"errcode":0,"errmsg":"ok","ticket":"ticket for %s","expires_in":7200}`, q.Get("access_token"))
}

func (d *tokenDesk) lastToken() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.came[len(d.came)-1].Get("access_token")
}

// TestWithSharesConnectionsAndNoToken: a derived client calls over the connections of the first one, with a
// token of its own, whatever is derived from what; and neither changes the other.
func TestWithSharesConnectionsAndNoToken(t *testing.T) {
	t.Parallel()
	desk := new(tokenDesk)
	srv := httptest.NewUnstartedServer(desk)
	srv.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			desk.conns.Add(1)
		}
	}
	srv.Start()
	t.Cleanup(srv.Close)
	var calls atomic.Int64
	first, err := workwx.NewClient("corp", "one", workwx.WithBaseURL(srv.URL), workwx.WithAgentID(1), workwx.WithUserAgent("mine/1"),
		workwx.WithHooks(workwx.Hooks{OnCall: func(context.Context, workwx.CallInfo) { calls.Add(1) }}))
	require.NoError(t, err)
	clients := map[string]*workwx.Client{"token of corp one": first}
	for i := range 20 {
		corp, secret := fmt.Sprint("corp", i), fmt.Sprint("secret", i)
		from := first
		if i > 10 { // from one that is derived itself
			from = clients[fmt.Sprintf("token of corp%d secret%d", i-10, i-10)]
		}
		derived, err := from.With(workwx.WithCredentials(corp, secret), workwx.WithAgentID(int64(i+2)))
		require.NoError(t, err)
		require.Equal(t, corp, derived.CorpID())
		require.EqualValues(t, i+2, derived.AgentID())
		clients["token of "+corp+" "+secret] = derived
	}
	require.EqualValues(t, 1, first.AgentID())
	for range 2 {
		for token, c := range clients {
			require.NoError(t, c.DeleteDepartment(t.Context(), 1))
			require.Equal(t, token, desk.lastToken())
			sig, err := c.JSAPIConfig(t.Context(), "https://example.com/")
			require.NoError(t, err)
			require.NotEmpty(t, sig.Signature)
			require.Equal(t, token, desk.lastToken(), "the ticket is fetched with it too")
		}
	}
	require.GreaterOrEqual(t, int(calls.Load()), 2*len(clients), "they share the hooks")
	require.EqualValues(t, 1, desk.conns.Load(), "one connection served all of them in turn")

	// A source of tokens belongs to the credentials that it was given with.
	sourced, err := first.With(workwx.WithTokenSource(workwx.TokenSourceFunc(func(context.Context) (workwx.Token, error) {
		return workwx.Token{Value: "from elsewhere", ExpiresAt: time.Now().Add(time.Hour)}, nil
	})))
	require.NoError(t, err)
	require.NoError(t, sourced.DeleteDepartment(t.Context(), 1))
	require.Equal(t, "from elsewhere", desk.lastToken())
	other, err := sourced.With(workwx.WithCredentials("corp", "three"))
	require.NoError(t, err)
	require.NoError(t, other.DeleteDepartment(t.Context(), 1))
	require.Equal(t, "token of corp three", desk.lastToken())
	require.NoError(t, first.DeleteDepartment(t.Context(), 1))
	require.Equal(t, "token of corp one", desk.lastToken())
}
