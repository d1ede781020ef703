package workwx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// clocked is a transport that notes when each call came.
type clocked struct {
	mu    sync.Mutex
	calls map[string][]time.Time
	reply func(path string) string
}

func (c *clocked) RoundTrip(req *http.Request) (*http.Response, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.calls == nil {
		c.calls = map[string][]time.Time{}
	}
	c.calls[req.URL.Path] = append(c.calls[req.URL.Path], time.Now())
	body := `{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":7200}`
	if c.reply != nil {
		if r := c.reply(req.URL.Path); r != "" {
			body = r
		}
	}
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: req}, nil
}

func (c *clocked) to(path string) []time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.calls[path])
}

// most returns the largest number of times within any span.
func most(times []time.Time, span time.Duration) int {
	best, first := 0, 0
	for i, t := range times {
		for t.Sub(times[first]) >= span {
			first++
		}
		best = max(best, i-first+1)
	}
	return best
}

func limitedClient(t *testing.T, transport http.RoundTripper, limits RateLimits, opts ...Option) *Client {
	t.Helper()
	l, err := NewRateLimiter(limits)
	require.NoError(t, err)
	opts = append([]Option{WithHTTPClient(&http.Client{Transport: transport}), WithRateLimit(l), WithAgentID(1)}, opts...)
	c, err := NewClient("ww", "s", opts...)
	require.NoError(t, err)
	return c
}

// TestRateLimitKeepsWithin: whatever comes, no minute and no hour holds more calls than allowed, and no
// call is lost.
func TestRateLimitKeepsWithin(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		wire := new(clocked)
		const path = "/cgi-bin/checkin/getcheckindata"
		c := limitedClient(t, wire, RateLimits{MaxWait: 3 * time.Hour,
			PerAPI: map[string][]RateLimit{path: {{60, RateWindowMinute}, {1000, RateWindowHour}}}})
		var wg sync.WaitGroup
		for i := range 2500 {
			wg.Go(func() {
				time.Sleep(time.Duration(i%100) * 170 * time.Millisecond)
				_, err := c.ListCheckinRecords(t.Context(), &ListCheckinRecordsRequest{})
				require.NoError(t, err)
			})
		}
		wg.Wait()
		times := wire.to(path)
		require.Len(t, times, 2500)
		require.LessOrEqual(t, most(times, time.Minute), 60)
		require.LessOrEqual(t, most(times, time.Hour), 1000)
		require.Less(t, times[len(times)-1].Sub(times[0]), 150*time.Minute, "and it wastes little of what is allowed")
	})
}

// TestRateLimitDefaults are the documented ones.
func TestRateLimitDefaults(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		path    string
		allowed int // at once
	}{
		{"/cgi-bin/user/get", 10_000},
		{"/cgi-bin/checkin/getcheckindata", 600},
		{"/cgi-bin/corp/getapprovaldata", 600},
		{"/cgi-bin/get_jsapi_ticket", 400},
		{"/cgi-bin/ticket/get", 100},
		{"/cgi-bin/appchat/create", 1000},
		{"/cgi-bin/appchat/update", 1000},
		{"/cgi-bin/media/uploadimg", 1000},
		{"/cgi-bin/msgaudit/get_permit_user_list", 1000},
		{"/cgi-bin/message/send", 30_000}, // as many as this test tries
	} {
		for share, part := range map[float64]int{0: 1, 0.5: 2} {
			l, err := NewRateLimiter(RateLimits{MaxWait: -1, Share: share})
			require.NoError(t, err)
			passed := 0
			for ; passed < 30_000/part; passed++ {
				if err := l.take(t.Context(), "ww", tc.path); err != nil {
					var limit *RateLimitError
					require.ErrorAs(t, err, &limit)
					require.Positive(t, limit.RetryAfter)
					break
				}
			}
			require.Equal(t, tc.allowed/part, passed, tc.path)
		}
	}
	// An address has twice what a corp has, and that of a provider four times.
	for provider, want := range map[bool]int{false: 20_000, true: 40_000} {
		l, err := NewRateLimiter(RateLimits{MaxWait: -1, Provider: provider})
		require.NoError(t, err)
		passed := 0
		for i := range 50_000 {
			if l.take(t.Context(), fmt.Sprint("ww", i%10), "/cgi-bin/user/get") == nil {
				passed++
			}
		}
		require.Equal(t, want, passed)
	}
}

// TestRateLimitWaiting ends with the context, at once where the turn would come too late; what was not
// sent is said to be so.
func TestRateLimitWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		wire := new(clocked)
		const path = "/cgi-bin/department/delete"
		one := map[string][]RateLimit{path: {{1, RateWindowMinute}}}
		c := limitedClient(t, wire, RateLimits{MaxWait: 2 * time.Minute, PerAPI: one})
		require.NoError(t, c.DeleteDepartment(t.Context(), 1))

		started := time.Now()
		short, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		err := c.DeleteDepartment(short, 1)
		cancel()
		var limit *RateLimitError
		require.ErrorAs(t, err, &limit)
		require.ErrorIs(t, err, CodeRateLimited)
		require.Equal(t, 61*time.Second, limit.RetryAfter)
		require.True(t, Unsent(err))
		require.Zero(t, time.Since(started))

		cancelled, cancel := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Second, cancel)
		err = c.DeleteDepartment(cancelled, 1)
		require.ErrorIs(t, err, context.Canceled)
		require.True(t, Unsent(err))
		require.Equal(t, 5*time.Second, time.Since(started))

		require.NoError(t, c.DeleteDepartment(t.Context(), 1), "whoever has time gets his turn")
		require.Equal(t, 61*time.Second, time.Since(started))
		require.Len(t, wire.to(path), 2)

		impatient := limitedClient(t, wire, RateLimits{MaxWait: time.Second, PerAPI: one})
		require.NoError(t, impatient.DeleteDepartment(t.Context(), 1))
		require.ErrorAs(t, impatient.DeleteDepartment(t.Context(), 1), &limit)
	})
}

// TestRateLimitAfterRefusal: after a 45009 the endpoint rests for as long as the platform refuses, for that
// corp alone, and others go on.
func TestRateLimitAfterRefusal(t *testing.T) {
	t.Parallel()
	for msg, window := range map[string]RateWindow{
		"api freq out of limit":                  "",
		"api minute-quota reach limit":           RateWindowMinute,
		"reach max api hourly quota limit":       RateWindowHour,
		"reach max api daily quota limit":        RateWindowDay,
		"reach max api MONTH quota, hint: [day]": RateWindowMonth,
	} {
		synctest.Test(t, func(t *testing.T) { // begins at midnight UTC, 8 o'clock in China
			refuse := true
			const path = "/cgi-bin/department/delete"
			wire := &clocked{reply: func(p string) string {
				if p == path && refuse {
					return fmt.Sprintf(`{"errcode":45009,"errmsg":%q}`, msg)
				}
				return ""
			}}
			c := limitedClient(t, wire, RateLimits{MaxWait: -1})
			err := c.DeleteDepartment(t.Context(), 1)
			var refusal *Error
			require.ErrorAs(t, err, &refusal)
			require.True(t, refusal.Code.IsRateLimited())
			require.Equal(t, window, refusal.Window, msg)
			hold := map[RateWindow]time.Duration{"": time.Minute, RateWindowMinute: time.Minute, RateWindowHour: time.Hour,
				RateWindowDay: 16 * time.Hour, RateWindowMonth: 720 * time.Hour}[window]
			require.Equal(t, hold, refusal.RetryAfter)
			refuse = false

			for range 5 {
				err = c.DeleteDepartment(t.Context(), 1)
				var limit *RateLimitError
				require.ErrorAs(t, err, &limit)
				require.Equal(t, hold, limit.RetryAfter)
			}
			require.Len(t, wire.to(path), 1, "the platform is left alone")
			other, err := c.With(WithCredentials("wwother", "s"))
			require.NoError(t, err)
			require.NoError(t, other.DeleteDepartment(t.Context(), 1))
			_, err = c.GetUser(t.Context(), "a")
			require.NoError(t, err)
			time.Sleep(hold)
			require.NoError(t, c.DeleteDepartment(t.Context(), 1))
		})
	}
}

// TestTokenRateLimited: while the platform refuses to issue tokens it is not asked for more, with or
// without a limiter.
func TestTokenRateLimited(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		refuse := true
		wire := &clocked{reply: func(p string) string {
			if p == "/cgi-bin/gettoken" && refuse {
				return `{"errcode":45009,"errmsg":"api freq out of limit"}`
			}
			return ""
		}}
		c, err := NewClient("ww", "s", WithHTTPClient(&http.Client{Transport: wire}))
		require.NoError(t, err)
		for range 50 {
			err := c.DeleteDepartment(t.Context(), 1)
			require.ErrorIs(t, err, CodeRateLimited)
			require.True(t, Unsent(err))
		}
		require.Len(t, wire.to("/cgi-bin/gettoken"), 1)
		refuse = false
		time.Sleep(time.Minute)
		require.NoError(t, c.DeleteDepartment(t.Context(), 1))

		// A token that still serves is not renewed then either.
		time.Sleep(2*time.Hour - 4*time.Minute)
		refuse = true
		for range 50 {
			require.NoError(t, c.DeleteDepartment(t.Context(), 1))
			time.Sleep(time.Second)
		}
		require.Len(t, wire.to("/cgi-bin/gettoken"), 3)
	})
}

func TestRateLimiterIsBounded(t *testing.T) {
	t.Parallel()
	l, err := NewRateLimiter(RateLimits{MaxWait: -1})
	require.NoError(t, err)
	l.refused("wwheld", &Error{Code: CodeRateLimited, API: "/held", RetryAfter: time.Hour})
	for i := range 3 * maxLimited {
		require.NoError(t, l.take(t.Context(), fmt.Sprint("ww", i), fmt.Sprint("/cgi-bin/x/", i)))
		require.LessOrEqual(t, len(l.apis), maxLimited)
	}
	require.Error(t, l.take(t.Context(), "wwheld", "/held"), "what is held back is not forgotten first")
}

func TestRateLimiterRefusesBadLimits(t *testing.T) {
	t.Parallel()
	for _, bad := range []RateLimits{
		{Share: -1}, {Share: 2},
		{PerAPI: map[string][]RateLimit{"/x": {{0, RateWindowMinute}}}},
		{PerAPI: map[string][]RateLimit{"/x": {{1, "week"}}}},
	} {
		_, err := NewRateLimiter(bad)
		var config *ConfigError
		require.ErrorAs(t, err, &config)
	}
	_, err := NewClient("ww", "s", WithRateLimit(nil))
	var config *ConfigError
	require.True(t, errors.As(err, &config) && config.Option == "WithRateLimit")
}
