package workwx_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

var memoryCalls = flag.Int("calls", 10_000, "how many calls TestMemory makes")

// TestMemory is flat over many calls of all methods, whatever becomes of them, and over clients that are derived
// and dropped. A million takes a minute or two:
//
//	go test -run TestMemory -calls 1000000 .
//
// It runs alone, as the memory of other tests counts too.
func TestMemory(t *testing.T) {
	var n atomic.Int64
	transport := roundTrip(func(req *http.Request) (*http.Response, error) {
		if req.Body != nil {
			io.Copy(io.Discard, req.Body)
			req.Body.Close()
		}
		if req.URL.Query().Get("corpid") == "wwcorp" {
			return httpAnswer(req, 200, "application/json", fmt.Sprintf(`{"errcode":0,"access_token":"token-%d","expires_in":7200}`, n.Load())), nil
		}
		switch n.Add(1) % 10 {
		case 0:
			return httpAnswer(req, 200, "application/json", `{"errcode":42001,"errmsg":"access_token expired"}`), nil
		case 1:
			return httpAnswer(req, 502, "text/html", "<html>"+req.URL.String()), nil
		case 2:
			return nil, errors.New("cannot reach " + req.URL.String())
		case 3:
			return httpAnswer(req, 200, "application/json", `{"errcode":45009,"errmsg":"api freq out of limit"}`), nil
		case 4:
			return httpAnswer(req, 200, "application/json", `{"errcode":0,"errmsg":"`+strings.Repeat("x", int(n.Load()%50_000))+`"}`), nil
		}
		return httpAnswer(req, 200, "application/json", `{"errcode":0,"errmsg":"ok"}`), nil
	})
	limiter, err := workwx.NewRateLimiter(workwx.RateLimits{MaxWait: -1})
	require.NoError(t, err)
	newClient := func(opts ...workwx.Option) *workwx.Client {
		c, err := workwx.NewClient("wwcorp", "secret", append(opts, workwx.WithAgentID(1), workwx.WithRetry(workwx.RetryPolicy{Attempts: 3}),
			workwx.WithHTTPClient(&http.Client{Transport: transport}))...)
		require.NoError(t, err)
		return c
	}
	free, limited := newClient(), newClient(workwx.WithRateLimit(limiter))
	calls := append(workwx.EndpointCalls(free, ""), workwx.EndpointCalls(limited, "")...)
	succeeded := 0
	run := func(count int) {
		for i := range count {
			ctx, cancel := context.WithCancel(context.Background())
			if i%50 == 0 {
				cancel()
			}
			result, err := calls[i%len(calls)].Do(ctx)
			if d, ok := result.(io.Closer); ok && err == nil {
				d.Close()
			}
			if err == nil {
				succeeded++
			}
			cancel()
			if i%100 == 0 {
				derived, err := free.With(workwx.WithCredentials("wwcorp", fmt.Sprint("secret", i)))
				require.NoError(t, err)
				_ = derived.DeleteDepartment(context.Background(), 1)
			}
		}
	}
	heap := func() (bytes uint64, goroutines int) {
		for range 5 { // pools and finalizers hold on to things for a while
			runtime.GC()
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc, runtime.NumGoroutine()
	}
	count := *memoryCalls
	if testing.Short() {
		count /= 4
	}
	run(max(count/4, 6*len(calls))) // until each has succeeded, as encoding/json remembers every type that it meets
	before, goroutines := heap()
	run(count)
	after, left := heap()
	runtime.KeepAlive(calls)
	t.Logf("%d calls, %d succeeded: %d KiB before, %d KiB after", count, succeeded, before>>10, after>>10)
	require.Greater(t, succeeded, count/4)
	require.Less(t, int64(after)-int64(before), int64(128<<10))
	require.LessOrEqual(t, left, goroutines)
}
