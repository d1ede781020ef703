package workwxtest_test

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

var beijing = time.FixedZone("UTC+8", 8*3600)

// officeDay is a Monday, 10:00 in Beijing.
var officeDay = time.Date(2026, 3, 2, 10, 0, 0, 0, beijing)

// office returns a server at officeDay with some members, and a client.
func office(t *testing.T, opts ...workwxtest.Option) (*workwxtest.Server, *workwx.Client) {
	t.Helper()
	opts = append([]workwxtest.Option{workwxtest.WithClock(func() time.Time { return officeDay })}, opts...)
	srv := workwxtest.NewServer(t, opts...)
	srv.AddUsers("boss", "lisi", "wangwu", "zhaoliu")
	return srv, srv.Client()
}

// pushed returns an option that pushes events to a handler of package workwx, and the events.
func pushed(t *testing.T) (workwxtest.Option, <-chan workwx.Event) {
	t.Helper()
	events := make(chan workwx.Event, 16)
	keys := workwxtest.NewServer(t)
	h, err := workwx.NewCallbackHandler(keys.CallbackToken(), keys.EncodingAESKey(), keys.CorpID(),
		func(_ context.Context, e workwx.Event) (workwx.Reply, error) {
			events <- e
			return nil, nil
		})
	require.NoError(t, err)
	target := httptest.NewServer(h)
	t.Cleanup(target.Close)
	return workwxtest.WithCallback(target.URL), events
}

// next waits for the next event, which is of the type E.
func next[E workwx.Event](t *testing.T, events <-chan workwx.Event) E {
	t.Helper()
	select {
	case e := <-events:
		require.IsType(t, *new(E), e)
		return e.(E)
	case <-time.After(10 * time.Second):
		t.Fatal("no event came")
		return *new(E)
	}
}

func toJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}
