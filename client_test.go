package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/require"
)

// platform is the least of a platform: it issues tokens, checks them, and lets a func answer.
type platform struct {
	tokens  atomic.Int64 // issued
	current atomic.Value // the one token that is accepted
	expired Code         // with what others are refused
	answer  http.HandlerFunc
}

func (p *platform) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if strings.HasSuffix(r.URL.Path, "/gettoken") {
		n := p.tokens.Add(1)
		token := fmt.Sprintf("token-%d", n)
		p.current.Store(token)
		fmt.Fprintf(w, `{"errcode":0,"errmsg":"ok","access_token":%q,"expires_in":7200}`, token)
		return
	}
	if r.URL.Query().Get("access_token") != p.current.Load() {
		fmt.Fprintf(w, `{"errcode":%d,"errmsg":"access_token refused"}`, p.expired)
		return
	}
	p.answer(w, r)
}

func (p *platform) start(t testing.TB, opts ...Option) (*Client, *httptest.Server) {
	t.Helper()
	if p.answer == nil {
		p.answer = func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"errcode":0,"errmsg":"ok"}`) }
	}
	if p.expired == 0 {
		p.expired = CodeAccessTokenExpired
	}
	srv := httptest.NewServer(p)
	t.Cleanup(srv.Close)
	opts = append([]Option{WithAgentID(1), WithBaseURL(srv.URL), WithRetry(RetryPolicy{Attempts: 3, MaxDelay: time.Millisecond, BaseDelay: time.Millisecond})}, opts...)
	c, err := NewClient("wwcorp", "the-secret", opts...)
	require.NoError(t, err)
	t.Cleanup(c.HTTPClient().CloseIdleConnections)
	return c, srv
}

func TestNewClientRefusesBadConfiguration(t *testing.T) {
	t.Parallel()
	for option, make := range map[string]func() (*Client, error){
		"corpID":              func() (*Client, error) { return NewClient("", "s") },
		"corpSecret":          func() (*Client, error) { return NewClient("ww", "") },
		"WithAgentID":         func() (*Client, error) { return NewClient("ww", "s", WithAgentID(0)) },
		"WithBaseURL":         func() (*Client, error) { return NewClient("ww", "s", WithBaseURL("qyapi.example.com")) },
		"WithHTTPClient":      func() (*Client, error) { return NewClient("ww", "s", WithHTTPClient(nil)) },
		"WithRetry":           func() (*Client, error) { return NewClient("ww", "s", WithRetry(RetryPolicy{})) },
		"WithTimeout":         func() (*Client, error) { return NewClient("ww", "s", WithTimeout(0)) },
		"WithMaxResponseSize": func() (*Client, error) { return NewClient("ww", "s", WithMaxResponseSize(0)) },
		"WithUserAgent":       func() (*Client, error) { return NewClient("ww", "s", WithUserAgent("a\r\nb")) },
		"WithTokenSource":     func() (*Client, error) { return NewClient("ww", "s", WithTokenSource(nil)) },
		"WithLogger":          func() (*Client, error) { return NewClient("ww", "s", WithLogger(nil)) },
		"WithSuite":           func() (*Client, error) { return NewClient("ww", "s", WithSuite(Suite{})) },
		"WithDeviceModel":     func() (*Client, error) { return NewClient("ww", "s", WithDeviceModel(DeviceModel{ModelID: "md"})) },
		"WithDevice":          func() (*Client, error) { return NewClient("ww", "s", WithDevice("SN1", "devicesecret")) },
	} {
		c, err := make()
		require.Nil(t, c, option)
		var config *ConfigError
		require.ErrorAs(t, err, &config, option)
		require.Equal(t, option, config.Option)
	}
	for _, bad := range []string{"ftp://host", "https://user:hunter2@host", "https://host/?a=b", "://", "https://"} {
		_, err := NewClient("ww", "s", WithBaseURL(bad))
		require.Error(t, err, bad)
		require.NotContains(t, err.Error(), "hunter2")
	}
	_, err := NewClient("ww", "secret\n")
	require.ErrorContains(t, err, "line break")
	_, err = NewWebhook("key\n")
	require.ErrorContains(t, err, "line break")
	_, err = NewClient("ww", "secret", nil) // no option is none
	require.NoError(t, err)
	_, err = NewClient("ww", "", WithTokenSource(TokenSourceFunc(func(context.Context) (Token, error) { return Token{}, nil })))
	require.NoError(t, err)
}

// TestColdClient: a thousand callers that come at once cost one token.
func TestColdClient(t *testing.T) {
	t.Parallel()
	var p platform
	c, _ := p.start(t)
	failed := inParallel(1000, func() error { return c.DeleteDepartment(t.Context(), 1) })
	require.Empty(t, failed)
	require.EqualValues(t, 1, p.tokens.Load())
}

// TestTokenRefusedUnderLoad: a token that the platform ends early costs one more, and no call.
func TestTokenRefusedUnderLoad(t *testing.T) {
	t.Parallel()
	for _, code := range []Code{CodeAccessTokenExpired, CodeInvalidAccessToken} {
		p := platform{expired: code}
		c, _ := p.start(t)
		require.NoError(t, c.DeleteDepartment(t.Context(), 1))
		var once sync.Once
		failed := inParallel(1000, func() error {
			once.Do(func() { p.current.Store("none") })
			if err := c.DeleteDepartment(t.Context(), 1); err != nil {
				return err
			}
			_, err := c.CreateDepartment(t.Context(), &CreateDepartmentRequest{Name: "x", ParentID: 1})
			return err
		})
		require.Empty(t, failed)
		require.EqualValues(t, 2, p.tokens.Load())
	}
}

func inParallel(n int, f func() error) (failed []error) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range n {
		wg.Go(func() {
			if err := f(); err != nil {
				mu.Lock()
				defer mu.Unlock()
				failed = append(failed, err)
			}
		})
	}
	wg.Wait()
	return failed
}

// TestTokenRefusedForEver: the call is made twice, not more, and its error is the platform's.
func TestTokenRefusedForEver(t *testing.T) {
	t.Parallel()
	var calls atomic.Int64
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		io.WriteString(w, `{"errcode":42001,"errmsg":"access_token expired"}`)
	}}
	c, _ := p.start(t)
	err := c.DeleteDepartment(t.Context(), 1)
	require.ErrorIs(t, err, CodeAccessTokenExpired)
	require.EqualValues(t, 2, calls.Load())
	require.EqualValues(t, 2, p.tokens.Load())
}

// TestRepeats: what is safe is tried three times when the platform is busy or the connection breaks; what
// would send twice is not.
func TestRepeats(t *testing.T) {
	t.Parallel()
	busy := func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, `{"errcode":-1,"errmsg":"system busy"}`)
	}
	cut := func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		conn, _, _ := http.NewResponseController(w).Hijack()
		conn.Close()
	}
	truncated := func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"errcode":0,"errmsg":"o`) }
	limited := func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, `{"errcode":45009,"errmsg":"api freq out of limit"}`)
	}
	gateway := func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(502); io.WriteString(w, "<html>") }
	for _, tc := range []struct {
		name           string
		answer         http.HandlerFunc
		reads, creates int64
		sends          int64 // with RetryPolicy.Sends
	}{
		{"busy", busy, 3, 1, 3},
		{"cut", cut, 3, 1, 3},
		{"truncated", truncated, 3, 1, 3},
		{"limited", limited, 1, 1, 1},
		{"gateway", gateway, 1, 1, 1},
	} {
		var calls atomic.Int64
		p := platform{answer: func(w http.ResponseWriter, r *http.Request) { calls.Add(1); tc.answer(w, r) }}
		c, _ := p.start(t, WithHTTPClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}))
		require.Error(t, c.UpdateDepartment(t.Context(), &UpdateDepartmentRequest{ID: 2}), tc.name)
		require.Equal(t, tc.reads, calls.Swap(0), "%s: safe to repeat", tc.name)
		_, err := c.SendTextMessage(t.Context(), ToAll(), "x")
		require.Error(t, err)
		require.Equal(t, tc.creates, calls.Swap(0), "%s: not safe", tc.name)
		willing, err := c.With(WithRetry(RetryPolicy{Attempts: 3, Sends: true}))
		require.NoError(t, err)
		_, err = willing.SendTextMessage(t.Context(), ToAll(), "x")
		require.Error(t, err)
		require.Equal(t, tc.sends, calls.Load(), "%s: opted in", tc.name)
	}
}

// TestRecovery: a busy platform that comes back costs the caller nothing.
func TestRecovery(t *testing.T) {
	t.Parallel()
	var calls atomic.Int64
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		if calls.Add(1) < 3 {
			io.WriteString(w, `{"errcode":-1,"errmsg":"system busy"}`)
			return
		}
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","department":[{"id":1,"name":"root"}]}`)
	}}
	var attempts []CallInfo
	c, _ := p.start(t, WithHooks(Hooks{OnCall: func(_ context.Context, i CallInfo) { attempts = append(attempts, i) }}))
	departments, err := c.ListDepartments(t.Context(), &ListDepartmentsRequest{})
	require.NoError(t, err)
	require.Len(t, departments, 1)
	require.Len(t, attempts, 4) // one for the token
	require.Equal(t, "/cgi-bin/gettoken", attempts[0].API)
	require.True(t, attempts[1].WillRetry)
	require.Equal(t, CodeSystemBusy, attempts[2].Code)
	require.Equal(t, 3, attempts[3].Attempt)
	require.NoError(t, attempts[3].Err)
}

// TestCancelledCallerFailsAlone: the first caller's context ends while all wait for its token.
func TestCancelledCallerFailsAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		var fetches atomic.Int64
		source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
			fetches.Add(1)
			select {
			case <-release:
				return Token{Value: "t", ExpiresAt: time.Now().Add(time.Hour)}, nil
			case <-ctx.Done():
				return Token{}, ctx.Err()
			}
		})
		c, err := NewClient("ww", "", WithTokenSource(source), WithHTTPClient(&http.Client{Transport: new(wire)}))
		require.NoError(t, err)
		first, cancel := context.WithCancel(t.Context())
		errs := make(chan error, 2)
		go func() { errs <- c.DeleteDepartment(first, 1) }()
		synctest.Wait()
		others := make(chan error, 10)
		for range 10 {
			go func() { _, err := c.access.get(t.Context()); others <- err }()
		}
		synctest.Wait()
		cancel()
		require.ErrorIs(t, <-errs, context.Canceled)
		close(release)
		for range 10 {
			require.NoError(t, <-others)
		}
		require.EqualValues(t, 1, fetches.Load())
	})
}

// TestAbandonedFetchIsStopped: when nobody waits any more, the fetch ends too.
func TestAbandonedFetchIsStopped(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		stopped := make(chan struct{})
		source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
			<-ctx.Done()
			close(stopped)
			return Token{}, ctx.Err()
		})
		c, err := NewClient("ww", "", WithTokenSource(source))
		require.NoError(t, err)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		require.ErrorIs(t, c.DeleteDepartment(ctx, 1), context.DeadlineExceeded)
		<-stopped
	})
}

// TestRefreshAhead: the old token serves while the new one is fetched, and the platform's returning the
// same token does not make the client ask again and again.
func TestRefreshAhead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		fetches := 0
		life, value := 2*time.Hour, "a"
		source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
			fetches++
			time.Sleep(time.Second)
			return Token{Value: Secret(value), ExpiresAt: time.Now().Add(life)}, nil
		})
		c, err := NewClient("ww", "", WithTokenSource(source))
		require.NoError(t, err)
		read := func() string { v, err := c.access.get(t.Context()); require.NoError(t, err); return string(v) }
		require.Equal(t, "a", read())
		time.Sleep(2*time.Hour - 4*time.Minute)
		value = "b"
		started := time.Now()
		require.Equal(t, "a", read(), "the old one serves")
		require.Zero(t, time.Since(started), "nobody waits")
		time.Sleep(2 * time.Second)
		require.Equal(t, "b", read())
		require.Equal(t, 2, fetches)

		time.Sleep(2*time.Hour - 4*time.Minute)
		life = 4 * time.Minute // the platform returns the same token with what is left of its life
		for range 20 {
			require.Equal(t, "b", read())
			time.Sleep(time.Second)
		}
		require.Equal(t, 3, fetches)
	})
}

// TestWrongSecret is final, and not asked again for a moment.
func TestWrongSecret(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{reply: `{"errcode":40001,"errmsg":"invalid credential"}`}
		requests := 0
		c, err := NewClient("wwother", "wrong", WithHTTPClient(&http.Client{Transport: w}),
			WithHooks(Hooks{OnCall: func(context.Context, CallInfo) { requests++ }}))
		require.NoError(t, err)
		for range 10 {
			err := c.DeleteDepartment(t.Context(), 1)
			require.ErrorIs(t, err, CodeInvalidSecret)
			var token *TokenError
			require.ErrorAs(t, err, &token)
		}
		require.Equal(t, 1, requests)
		time.Sleep(failureHold)
		require.ErrorIs(t, c.DeleteDepartment(t.Context(), 1), CodeInvalidSecret)
		require.Equal(t, 2, requests)
	})
}

// TestAnswersThatAreNotThePlatforms each have their typed error.
func TestAnswersThatAreNotThePlatforms(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		status int
		body   string
		reason error
	}{
		{"HTML 502", 502, "<html>Bad Gateway</html>", ErrHTTPStatus},
		{"HTML 200", 200, "<html>login</html>", ErrNotJSON},
		{"truncated", 200, `{"errcode":0,"errmsg":"ok","department":[{"id":1`, ErrTruncated},
		{"truncated refusal", 200, `{"errcode":60003,"errmsg":"department`, ErrTruncated},
		{"empty", 200, "", ErrEmptyBody},
		{"blank", 200, " \r\n", ErrEmptyBody},
		{"array", 200, "[]", ErrNotJSON},
		{"null", 200, "null", ErrNotJSON},
		{"number", 200, "1", ErrNotJSON},
		{"two values", 200, `{"errcode":0}{"errcode":0}`, ErrNotJSON},
		{"status alone", 500, `{"errcode":0,"errmsg":"ok"}`, ErrHTTPStatus},
		{"too many requests", 429, "slow down", ErrHTTPStatus},
		{"too large", 200, `{"errcode":0,"errmsg":"` + strings.Repeat("x", 2000) + `"}`, ErrBodyTooLarge},
	} {
		p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(tc.status)
			io.WriteString(w, tc.body)
		}}
		c, _ := p.start(t, WithMaxResponseSize(1000), WithRetry(RetryPolicy{Attempts: 1}))
		for _, err := range []error{
			c.DeleteDepartment(t.Context(), 1),
			second(c.ListDepartments(t.Context(), &ListDepartmentsRequest{})),
		} {
			var answer *ResponseError
			require.ErrorAs(t, err, &answer, tc.name)
			require.ErrorIs(t, err, tc.reason, tc.name)
			require.Equal(t, tc.status, answer.HTTPStatus, tc.name)
		}
	}
}

func second[A, B any](_ A, b B) B { return b }

// TestStall: neither slow headers nor a slow body hold a caller beyond his context.
func TestStall(t *testing.T) {
	t.Parallel()
	for _, headersFirst := range []bool{false, true} {
		stop := make(chan struct{})
		p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
			if headersFirst {
				io.WriteString(w, `{"errcode":0,`)
				http.NewResponseController(w).Flush()
			}
			select {
			case <-stop:
			case <-r.Context().Done():
			}
		}}
		c, _ := p.start(t)
		_, err := c.TokenSource().Token(t.Context()) // the deadline is not for that
		require.NoError(t, err)
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		started := time.Now()
		err = c.DeleteDepartment(ctx, 1)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		var transport *TransportError
		require.ErrorAs(t, err, &transport)
		require.True(t, transport.Timeout())
		require.False(t, transport.Unsent)
		require.Less(t, time.Since(started), 5*time.Second)
		cancel()
		close(stop)
	}
}

func TestTimeoutBoundsAnAttempt(t *testing.T) {
	t.Parallel()
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }}
	c, _ := p.start(t, WithTimeout(30*time.Millisecond), WithRetry(RetryPolicy{Attempts: 1}))
	require.ErrorIs(t, c.DeleteDepartment(t.Context(), 1), context.DeadlineExceeded)
}

func TestUnreachableIsUnsent(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.NotFoundHandler())
	srv.Close()
	c, err := NewClient("ww", "the-secret", WithBaseURL(srv.URL), WithRetry(RetryPolicy{Attempts: 1}))
	require.NoError(t, err)
	err = c.DeleteDepartment(t.Context(), 1)
	var transport *TransportError
	require.ErrorAs(t, err, &transport)
	require.True(t, transport.Unsent)
	require.NotContains(t, fmt.Sprintf("%v %+v %#v", err, err, err), "the-secret")
}

// TestSecretsStaySecret plants markers in every credential and looks for them in all that can be printed.
func TestSecretsStaySecret(t *testing.T) {
	t.Parallel()
	const secret, token = "SECRET-MARKER/+=", "TOKEN-MARKER/+="
	var seen bytes.Buffer
	show := func(values ...any) {
		for _, v := range values {
			fmt.Fprintf(&seen, "%v %+v %#v %s %q %x\n", v, v, v, v, v, v)
			if b, err := json.Marshal(v); err == nil {
				if _, isToken := v.(Token); !isToken {
					seen.Write(b)
				}
			}
		}
	}
	logger := slog.New(slog.NewJSONHandler(&seen, &slog.HandlerOptions{Level: slog.LevelDebug}))
	answers := []string{
		`{"errcode":40014,"errmsg":"invalid access_token: ` + token + `"}`,
		`<html>` + secret + url.QueryEscape(token) + `</html>`,
		`{"errcode":0,"errmsg":"ok"`,
	}
	for _, answer := range append(answers, "broken") {
		transport := roundTrip(func(r *http.Request) (*http.Response, error) {
			body := answer
			if strings.HasSuffix(r.URL.Path, "/gettoken") {
				body = fmt.Sprintf(`{"errcode":0,"access_token":%q,"expires_in":7200}`, token)
			} else if answer == "broken" {
				return nil, fmt.Errorf("cannot reach %s", r.URL)
			}
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
		})
		c, err := NewClient("ww", secret, WithHTTPClient(&http.Client{Transport: transport}), WithLogger(logger),
			WithRetry(RetryPolicy{Attempts: 2}), WithHooks(Hooks{
				OnCall:  func(_ context.Context, i CallInfo) { show(i, i.Err) },
				OnToken: func(_ context.Context, i TokenInfo) { show(i, i.Err) },
			}))
		require.NoError(t, err)
		for _, err := range []error{c.DeleteDepartment(t.Context(), 1), second(c.ListDepartments(t.Context(), &ListDepartmentsRequest{}))} {
			require.Error(t, err)
			show(err)
			logger.Error("failed", "error", err)
			for ; err != nil; err = errors.Unwrap(err) {
				show(err)
			}
		}
		issued, err := c.TokenSource().Token(t.Context())
		require.NoError(t, err)
		require.Equal(t, Secret(token), issued.Value)
		show(c, issued, GetAccessTokenRequest{CorpSecret: "x"}.CorpID)
		fmt.Fprintf(&seen, "%+v", &GetAccessTokenRequest{CorpID: "ww", CorpSecret: secret})
	}
	w, err := NewWebhook(secretKey, WithHTTPClient(&http.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("cannot reach %s", r.URL)
	})}))
	require.NoError(t, err)
	show(w, w.SendText(t.Context(), "x"))
	require.NotContains(t, seen.String(), "MARKER")
	require.NotContains(t, strings.ToLower(seen.String()), fmt.Sprintf("%x", "MARKER"))
}

const secretKey = "KEY-MARKER-693a91f6"

// roundTrip is a transport that is a func.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestRedirects to another host are not followed: the Referer header would tell it the token.
func TestRedirects(t *testing.T) {
	t.Parallel()
	var told atomic.Bool
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		told.Store(true)
		io.WriteString(w, `{"errcode":0}`)
	}))
	defer other.Close()
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) }}
	c, srv := p.start(t)
	require.ErrorIs(t, c.DeleteDepartment(t.Context(), 1), ErrRedirected)
	require.False(t, told.Load())

	p.answer = func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("moved") {
			io.WriteString(w, `{"errcode":0}`)
			return
		}
		http.Redirect(w, r, srv.URL+r.URL.Path+"?moved=1&"+r.URL.RawQuery, http.StatusFound)
	}
	require.NoError(t, c.DeleteDepartment(t.Context(), 1))
}

// TestCallersHTTPClientIsNotChanged, and a base URL may have a path.
func TestCallersHTTPClientIsNotChanged(t *testing.T) {
	t.Parallel()
	var paths []string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		paths = append(paths, r.URL.Path)
		io.WriteString(w, `{"errcode":0,"access_token":"t","expires_in":7200}`)
	}))
	defer srv.Close()
	own := &http.Client{Timeout: time.Minute}
	c, err := NewClient("ww", "s", WithHTTPClient(own), WithBaseURL(srv.URL+"/gate/way/"))
	require.NoError(t, err)
	require.NoError(t, c.DeleteDepartment(t.Context(), 1))
	require.Equal(t, []string{"/gate/way/cgi-bin/gettoken", "/gate/way/cgi-bin/department/delete"}, paths)
	require.Nil(t, own.Transport)
	require.Nil(t, own.CheckRedirect)
	require.Equal(t, time.Minute, c.HTTPClient().Timeout)
}

func TestHTTPMock(t *testing.T) {
	t.Parallel()
	c, err := NewClient("ww", "s", WithRetry(RetryPolicy{Attempts: 1}))
	require.NoError(t, err)
	mock := httpmock.NewMockTransport()
	c.HTTPClient().Transport = mock
	mock.RegisterResponder("GET", DefaultBaseURL+"/cgi-bin/gettoken", httpmock.NewStringResponder(200, `{"errcode":0,"access_token":"t","expires_in":7200}`))
	mock.RegisterResponder("GET", DefaultBaseURL+"/cgi-bin/user/get", httpmock.NewStringResponder(200, `{"errcode":0,"userid":"lisi","name":"Li Si"}`))
	user, err := c.GetUser(t.Context(), "lisi")
	require.NoError(t, err)
	require.Equal(t, "Li Si", user.Name)
}

// TestWith shares connections, and no token.
func TestWith(t *testing.T) {
	t.Parallel()
	var p platform
	c, _ := p.start(t)
	other, err := c.With(WithCredentials("wwcorp", "other"), WithAgentID(2))
	require.NoError(t, err)
	require.Same(t, c.HTTPClient(), other.HTTPClient())
	require.EqualValues(t, 1, c.AgentID())
	require.EqualValues(t, 2, other.AgentID())
	require.NotEqual(t, c.access.key, other.access.key)
	require.NoError(t, c.DeleteDepartment(t.Context(), 1))
	require.NoError(t, other.DeleteDepartment(t.Context(), 1))
	require.EqualValues(t, 2, p.tokens.Load())
	_, err = c.With(WithTimeout(-1))
	require.Error(t, err)
}

func TestCall(t *testing.T) {
	t.Parallel()
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, `{"errcode":0,"errmsg":"ok","method":%q,"x":%q,"body":%q}`, r.Method, r.URL.Query().Get("x"), body)
	}}
	c, _ := p.start(t)
	var got map[string]any
	require.NoError(t, c.Call(t.Context(), "GET", "/cgi-bin/new/thing", url.Values{"x": {"a&b"}}, nil, &got))
	require.Equal(t, "a&b", got["x"])
	var raw json.RawMessage
	require.NoError(t, c.Call(t.Context(), "POST", "/cgi-bin/new/thing", nil, map[string]string{"k": "<v>"}, &raw))
	require.Contains(t, string(raw), `"body":"{\"k\":\"<v>\"}"`)
	require.NoError(t, c.Call(t.Context(), "POST", "/cgi-bin/new/thing", nil, []byte(`{"k": "<v>"}`), &raw))
	require.Contains(t, string(raw), `"body":"{\"k\":\"<v>\"}"`)
	require.NoError(t, c.Call(t.Context(), "POST", "/cgi-bin/new/thing", nil, nil, nil))
	for _, bad := range []error{
		c.Call(t.Context(), "PUT", "/cgi-bin/x", nil, nil, nil),
		c.Call(t.Context(), "GET", "cgi-bin/x", nil, nil, nil),
		c.Call(t.Context(), "GET", "/cgi-bin/x?y=z", nil, nil, nil),
		c.Call(t.Context(), "GET", "/cgi-bin/%78", nil, nil, nil),
		c.Call(t.Context(), "GET", "/cgi-bin/x", nil, struct{}{}, nil),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, (*CreateDepartmentRequest)(nil), nil),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, func() {}, nil),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, []byte("{"), nil),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, nil, got),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, nil, struct{}{}),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, nil, (*User)(nil)),
		c.Call(t.Context(), "POST", "/cgi-bin/x", nil, nil, ""),
	} {
		var argument *ArgumentError
		require.ErrorAs(t, bad, &argument)
	}
	var body []byte
	require.NoError(t, c.DeleteDepartment(CaptureBody(t.Context(), &body), 1))
	require.Contains(t, string(body), `"method":"GET"`)
}

// TestRepeatIsRefused: the answer to a deletion gets lost, and the repeat finds nothing to delete.
func TestRepeatIsRefused(t *testing.T) {
	t.Parallel()
	for first, repeated := range map[string]bool{"cut": true, `{"errcode":-1}`: true, `{"errcode":42001}`: false, "": false} {
		synctest.Test(t, func(t *testing.T) {
			answers := []string{`{"errcode":60111,"errmsg":"userid not found"}`}
			if first != "" {
				answers = append([]string{first}, answers...)
			}
			c, err := NewClient("ww", "secret", WithHTTPClient(&http.Client{Transport: roundTripper(func(path, _ string) string {
				if path == "/cgi-bin/gettoken" {
					return benchmarkToken
				}
				answer := answers[0]
				answers = answers[1:]
				if answer == "cut" {
					return `{"errcode":0,`
				}
				return answer
			})}))
			require.NoError(t, err)
			err = c.DeleteUser(t.Context(), "zhangsan")
			var refusal *Error
			require.ErrorAs(t, err, &refusal)
			require.Equal(t, Code(60111), refusal.Code)
			require.Equal(t, repeated, refusal.Repeated, first)
			require.Equal(t, repeated, strings.Contains(err.Error(), "an earlier attempt may have been carried out"))
		})
	}
}

// TestURL: a prefix stays as it is written, and nothing in a value gets out of it.
func TestURL(t *testing.T) {
	t.Parallel()
	const call = "/cgi-bin/user/get?access_token=a%26b%2B&userid=%E5%BC%A0%26%3F%23+%2F"
	for base, want := range map[string]string{
		"https://host":            "https://host" + call,
		"https://host//":          "https://host" + call,
		"http://host:8080/qy/api": "http://host:8080/qy/api" + call,
		"https://host/a%2Fb":      "https://host/a%2Fb" + call,
		"https://host/a b":        "https://host/a%20b" + call,
	} {
		w := &wire{reply: `{"errcode":0}`}
		token := TokenSourceFunc(func(context.Context) (Token, error) {
			return Token{Value: "a&b+", ExpiresAt: time.Now().Add(time.Hour)}, nil
		})
		c, err := NewClient("ww", "secret", WithBaseURL(base), WithTokenSource(token), WithHTTPClient(&http.Client{Transport: w}))
		require.NoError(t, err, base)
		_, err = c.GetUser(t.Context(), "张&?# /")
		require.NoError(t, err, base)
		require.Equal(t, want, w.last.URL.String())
		require.Equal(t, w.last.URL.Host, w.last.Host)
	}
}

// TestNoHTMLEscaping: the platform does not understand \u003c everywhere.
func TestNoHTMLEscaping(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0}`}
	c := wireClient(t, w)
	_, err := c.SendTextMessage(t.Context(), ToUsers("a"), `<a href="https://example.com?a=1&b=2">链接</a>`)
	require.NoError(t, err)
	require.Contains(t, string(w.body), `<a href=\"https://example.com?a=1&b=2\">链接</a>`)
}

func TestWarningIsSurfaced(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok. Warning: wrong json format. "}`}
	var info CallInfo
	c := wireClient(t, w)
	c, err := c.With(WithHooks(Hooks{OnCall: func(_ context.Context, i CallInfo) { info = i }}))
	require.NoError(t, err)
	require.NoError(t, c.DeleteDepartment(t.Context(), 1))
	require.NotEmpty(t, info.Warning)
}

func TestErrorParts(t *testing.T) {
	t.Parallel()
	for msg, want := range map[string]Error{
		"not found, hint: [1576065934_28_e0], from ip: 9.30.0.138, more info at https://open.example.com/q?e=60111": {Msg: "not found", Hint: "1576065934_28_e0", FromIP: "9.30.0.138", MoreInfo: "https://open.example.com/q?e=60111"},
		"not found":                       {Msg: "not found"},
		"not found, from ip: 10.0.0.1":    {Msg: "not found", FromIP: "10.0.0.1"},
		"a, b, hint: [x]":                 {Msg: "a, b", Hint: "x"},
		"":                                {},
		"x, hint: [unfinished":            {Msg: "x", Hint: "unfinished"},
		"x, more info at https://e.com/a": {Msg: "x", MoreInfo: "https://e.com/a"},
	} {
		got := *newError("/p", 200, 60111, msg)
		want.API, want.HTTPStatus, want.Code = "/p", 200, 60111
		require.Equal(t, want, got, msg)
	}
	err := error(newError("/cgi-bin/user/get", 200, CodeIPNotAllowed, "not allow to access from your ip, hint: [h], from ip: 1.2.3.4"))
	require.Equal(t, "workwx: /cgi-bin/user/get: errcode 60020: not allow to access from your ip (add 1.2.3.4 to the app's trusted IPs) [hint h]", err.Error())
	require.ErrorIs(t, err, CodeIPNotAllowed)
	var code Code
	require.ErrorAs(t, err, &code)
	require.True(t, code.IsIPNotAllowed())
}

// TestTokenStore: two clients over one store fetch once; a store that fails costs nothing but a fetch.
func TestTokenStore(t *testing.T) {
	t.Parallel()
	var p platform
	store := &memoryStore{}
	a, srv := p.start(t, WithTokenStore(store))
	b, err := NewClient("wwcorp", "the-secret", WithBaseURL(srv.URL), WithTokenStore(store))
	require.NoError(t, err)
	require.Empty(t, inParallel(50, func() error {
		return errors.Join(a.DeleteDepartment(t.Context(), 1), b.DeleteDepartment(t.Context(), 1))
	}))
	require.EqualValues(t, 1, p.tokens.Load())
	p.current.Store("none")
	require.Empty(t, inParallel(50, func() error {
		return errors.Join(a.DeleteDepartment(t.Context(), 1), b.DeleteDepartment(t.Context(), 1))
	}))
	require.EqualValues(t, 2, p.tokens.Load())
	for key := range store.tokens {
		require.NotContains(t, key, "secret")
		require.Contains(t, key, "wwcorp")
	}

	var failures atomic.Int64
	c, err := NewClient("wwcorp", "the-secret", WithBaseURL(srv.URL), WithTokenStore(brokenStore{}),
		WithHooks(Hooks{OnStoreError: func(context.Context, StoreErrorInfo) { failures.Add(1) }}))
	require.NoError(t, err)
	require.NoError(t, c.DeleteDepartment(t.Context(), 1))
	require.EqualValues(t, 2, failures.Load()) // load and lock
}

// memoryStore is a TokenStore for one process.
type memoryStore struct {
	mu     sync.Mutex
	lock   sync.Mutex
	tokens map[string]Token
}

func (s *memoryStore) Load(_ context.Context, key string) (Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens[key], nil
}

func (s *memoryStore) Lock(_ context.Context, key string) (TokenLease, error) {
	s.lock.Lock()
	return &memoryLease{s, key}, nil
}

type memoryLease struct {
	store *memoryStore
	key   string
}

func (l *memoryLease) Save(_ context.Context, t Token) error {
	l.store.mu.Lock()
	defer l.store.mu.Unlock()
	if l.store.tokens == nil {
		l.store.tokens = map[string]Token{}
	}
	l.store.tokens[l.key] = t
	return nil
}

func (l *memoryLease) Release(context.Context) error { l.store.lock.Unlock(); return nil }

type brokenStore struct{}

func (brokenStore) Load(context.Context, string) (Token, error) {
	return Token{}, errors.New("store is down")
}
func (brokenStore) Lock(context.Context, string) (TokenLease, error) {
	return nil, errors.New("store is down")
}
