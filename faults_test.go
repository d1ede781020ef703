package workwx_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// The credentials of the suite. Nothing that a client returns, logs or prints may hold one.
const (
	marker       = "MARKER"
	faultSecret  = marker + "-corp/secret+=="
	faultToken   = marker + "-access/token+=="
	gettokenPath = "/cgi-bin/gettoken"
)

// faultCase is a fault and what becomes of the three kinds of calls under it. The table of these is
// checked by TestFaults and printed into docs/reliability.md.
type faultCase struct {
	name    string
	arrange func(e *faultEnv)
	fails   failure // how the calls fail that do
	read    result
	write   result
	send    result
	advice  string
}

// result is whether a call succeeds and how many requests the platform receives for it.
type result struct {
	ok       bool
	requests int
}

func ok(requests int) result    { return result{true, requests} }
func fails(requests int) result { return result{false, requests} }

func (r result) String() string {
	if r.ok {
		return fmt.Sprintf("✓ %d", r.requests)
	}
	return fmt.Sprintf("✗ %d", r.requests)
}

// failure is how a call fails.
type failure struct {
	kind   string // the type
	is     string // what errors.Is finds, for the table
	target error
	unsent bool
}

func transport(is string, target error) failure { return failure{"TransportError", is, target, false} }
func unsent(is string, target error) failure    { return failure{"TransportError", is, target, true} }
func response(is string, target error) failure  { return failure{"ResponseError", is, target, false} }
func refusal(is string, target error) failure   { return failure{"Error", is, target, false} }
func noToken(is string, target error) failure   { return failure{"TokenError", is, target, true} }

func (f failure) check(t *testing.T, err error) {
	t.Helper()
	var is bool
	switch f.kind {
	case "TransportError":
		is = errors.As(err, new(*workwx.TransportError)) && !errors.As(err, new(*workwx.TokenError))
	case "ResponseError":
		is = errors.As(err, new(*workwx.ResponseError)) && !errors.As(err, new(*workwx.TokenError))
	case "Error":
		is = errors.As(err, new(*workwx.Error)) && !errors.As(err, new(*workwx.TokenError))
	case "TokenError":
		is = errors.As(err, new(*workwx.TokenError))
	case "RateLimitError":
		is = errors.As(err, new(*workwx.RateLimitError))
	}
	require.True(t, is, "%T %v is no %s", err, err, f.kind)
	if f.target != nil {
		require.ErrorIs(t, err, f.target)
	}
	require.Equal(t, f.unsent, workwx.Unsent(err), "unsent? %v", err)
}

// faultEnv is what a fault is arranged in: a client, the platform behind it and the caller's context.
type faultEnv struct {
	t      *testing.T
	line   *line
	fake   *workwxtest.Server // instead of line
	opts   []workwx.Option
	client *workwx.Client
	ctx    context.Context
	cancel context.CancelFunc
	cold   bool // no token is there yet
	path   string
	seen   *transcript // all that was logged or told to hooks
}

// onFake has the fake play the platform.
func onFake(f func(e *faultEnv)) func(e *faultEnv) {
	return func(e *faultEnv) {
		e.fake = workwxtest.NewServer(e.t, workwxtest.WithPipe(), workwxtest.WithCredentials("wwcorp", faultSecret, 1000002))
		e.fake.AddUsers("zhangsan")
		f(e)
	}
}

// answering answers every call alike.
func answering(f func(x *exchange)) func(e *faultEnv) {
	return func(e *faultEnv) { e.line.script = f }
}

// answeringOnce answers the first call so, and the others as they should be.
func answeringOnce(f func(x *exchange)) func(e *faultEnv) {
	return answering(func(x *exchange) {
		if x.n == 1 {
			f(x)
			return
		}
		x.succeed()
	})
}

func refusing(code int, msg string) func(x *exchange) {
	return func(x *exchange) {
		x.reply(200, "", fmt.Sprintf(`{"errcode":%d,"errmsg":%q}`, code, msg+", hint: [1700000000_1_abc], from ip: 10.0.0.1"))
	}
}

// proxyPage is what a gateway shows. It quotes the URL.
func proxyPage(x *exchange) string {
	return "<html><h1>Gateway</h1><p>" + x.req.Method + " " + x.req.URL.String() + "</p></html>"
}

const (
	giveUp    = "Fix the cause."
	again     = "Repeat reads and writes later; of a send find out whether it happened."
	nothing   = "Nothing to do."
	anytime   = "Make the call again when the cause is gone: nothing happened."
	enlarge   = "Ask for less, or raise WithMaxResponseSize. A send happened."
	gateway   = "Look at what stands between; of a send find out whether it happened."
	wait      = "Wait for Error.RetryAfter, or use WithRateLimit. Nothing happened."
	yourOwn   = "It was the caller's own wish; of a send find out whether it happened."
	ownUnsent = "It was the caller's own wish; nothing happened."
)

// faultCases is the table.
func faultCases() []faultCase {
	return []faultCase{
		// Before there is a connection.
		{"the connection is refused", func(e *faultEnv) { e.line.dialError(always, refusedConn) },
			unsent("syscall.ECONNREFUSED", syscall.ECONNREFUSED), fails(0), fails(0), fails(0), anytime},
		{"the connection is refused once", func(e *faultEnv) { e.line.dialError(1, refusedConn) },
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"the host's name cannot be resolved", func(e *faultEnv) { e.line.dialError(always, noSuchHost) },
			unsent("", nil), fails(0), fails(0), fails(0), anytime},
		{"the host's certificate is not trusted", func(e *faultEnv) { e.line.untrusted = true },
			unsent("", nil), fails(0), fails(0), fails(0), giveUp},
		{"the host breaks off the TLS handshake", func(e *faultEnv) { e.line.noHandshake = true },
			transport("", nil), fails(0), fails(0), fails(0), again},

		// The connection breaks.
		{"reset before the request was read", func(e *faultEnv) { e.line.resetEarly = always },
			transport("syscall.ECONNRESET", syscall.ECONNRESET), fails(3), fails(3), fails(1), again},
		{"reset before the request was read, once", func(e *faultEnv) { e.line.resetEarly = 1 },
			transport("syscall.ECONNRESET", syscall.ECONNRESET), ok(2), ok(2), fails(1), again},
		{"reset after the request was read", answering((*exchange).reset),
			transport("syscall.ECONNRESET", syscall.ECONNRESET), fails(3), fails(3), fails(1), again},
		{"reset after the request was read, once", answeringOnce((*exchange).reset),
			transport("syscall.ECONNRESET", syscall.ECONNRESET), ok(2), ok(2), fails(1), again},
		{"closed after the request was read", answering((*exchange).close),
			transport("io.EOF", io.EOF), fails(3), fails(3), fails(1), again},
		{"reset, and the connection refused after", func(e *faultEnv) {
			e.line.script = func(x *exchange) { x.line.dialError(always, refusedConn); x.reset() }
		}, transport("", nil), fails(1), fails(1), fails(1), again},

		// Answers that take their time.
		{"slow headers, within the timeout", onFake(func(e *faultEnv) { e.fake.SetLatency(10 * time.Second) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"slow headers, beyond the timeout", onFake(func(e *faultEnv) { e.fake.Inject(workwxtest.Fault{Delay: time.Minute, Times: -1}) }),
			transport("context.DeadlineExceeded", context.DeadlineExceeded), fails(3), fails(3), fails(1), again},
		{"slow body, within the timeout", onFake(func(e *faultEnv) { e.fake.Inject(workwxtest.Fault{Stall: 10 * time.Second, Times: -1}) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"slow body, beyond the timeout", onFake(func(e *faultEnv) { e.fake.Inject(workwxtest.Fault{Stall: time.Minute, Times: -1}) }),
			transport("context.DeadlineExceeded", context.DeadlineExceeded), fails(3), fails(3), fails(1), again},

		// Answers that are damaged, or not the platform's.
		{"body cut short", answering(func(x *exchange) { x.cutShort() }),
			response("ErrTruncated", workwx.ErrTruncated), fails(3), fails(3), fails(1), again},
		{"body cut short, once", answeringOnce(func(x *exchange) { x.cutShort() }),
			response("ErrTruncated", workwx.ErrTruncated), ok(2), ok(2), fails(1), again},
		{"half of the JSON in a whole body", answering(func(x *exchange) { x.reply(200, "", `{"errcode":0,"errmsg":"o`) }),
			response("ErrTruncated", workwx.ErrTruncated), fails(3), fails(3), fails(1), again},
		{"body larger than the limit", answering(func(x *exchange) {
			x.reply(200, "", `{"errcode":0,"errmsg":"`+strings.Repeat("x", 1<<17)+`"}`)
		}), response("ErrBodyTooLarge", workwx.ErrBodyTooLarge), fails(1), fails(1), fails(1), enlarge},
		{"empty body", answering(func(x *exchange) { x.reply(200, "", "") }),
			response("ErrEmptyBody", workwx.ErrEmptyBody), fails(1), fails(1), fails(1), gateway},
		{"HTML under status 200", answering(func(x *exchange) { x.reply(200, "Content-Type: text/html\r\n", proxyPage(x)) }),
			response("ErrNotJSON", workwx.ErrNotJSON), fails(1), fails(1), fails(1), gateway},
		{"HTML under status 502", answering(func(x *exchange) { x.reply(502, "Content-Type: text/html\r\n", proxyPage(x)) }),
			response("ErrHTTPStatus", workwx.ErrHTTPStatus), fails(1), fails(1), fails(1), gateway},
		{"status 429", answering(func(x *exchange) { x.reply(429, "Content-Type: text/plain\r\n", "slow down: "+x.req.URL.String()) }),
			response("ErrHTTPStatus", workwx.ErrHTTPStatus), fails(1), fails(1), fails(1), gateway},
		{"status 503 with Retry-After: 1, once", answeringOnce(func(x *exchange) { x.reply(503, "Retry-After: 1\r\n", "") }),
			response("ErrHTTPStatus", workwx.ErrHTTPStatus), ok(2), ok(2), fails(1), gateway},
		{"status 503 with Retry-After: 120", answering(func(x *exchange) { x.reply(503, "Retry-After: 120\r\n", "") }),
			response("ErrHTTPStatus", workwx.ErrHTTPStatus), fails(1), fails(1), fails(1), "Wait for ResponseError.RetryAfter; of a send find out whether it happened."},
		{"status 500 with errcode 0", answering(func(x *exchange) { x.reply(500, "", `{"errcode":0,"errmsg":"ok"}`) }),
			response("ErrHTTPStatus", workwx.ErrHTTPStatus), fails(1), fails(1), fails(1), gateway},
		{"JSON called text/html", answering(func(x *exchange) { x.reply(200, "Content-Type: text/html\r\n", goodAnswer) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"no Content-Type", answering(func(x *exchange) { x.replyRaw(200, "", goodAnswer) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"garbage behind the JSON", answering(func(x *exchange) { x.reply(200, "", goodAnswer+"<!-- "+x.req.URL.String()) }),
			response("ErrNotJSON", workwx.ErrNotJSON), fails(1), fails(1), fails(1), gateway},
		{"gzip", answering(func(x *exchange) { x.reply(200, "Content-Encoding: gzip\r\n", gzipped(goodAnswer)) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"gzip that ends too early", answering(func(x *exchange) { x.reply(200, "Content-Encoding: gzip\r\n", gzipped(goodAnswer)[:30]) }),
			response("ErrTruncated", workwx.ErrTruncated), fails(3), fails(3), fails(1), again},
		{"gzip that unpacks to more than the limit", answering(func(x *exchange) {
			x.reply(200, "Content-Encoding: gzip\r\n", gzipped(`{"errcode":0,"errmsg":"`+strings.Repeat("x", 1<<24)+`"}`))
		}), response("ErrBodyTooLarge", workwx.ErrBodyTooLarge), fails(1), fails(1), fails(1), enlarge},
		{"header of 2 MB", answering(func(x *exchange) { x.reply(200, "X-Filler: "+strings.Repeat("x", 2<<20)+"\r\n", goodAnswer) }),
			transport("", nil), fails(3), fails(3), fails(1), gateway},
		{"no HTTP at all", answering(func(x *exchange) { x.write("220 mail.example.com ESMTP\r\n"); x.close() }),
			transport("", nil), fails(3), fails(3), fails(1), gateway},

		// Redirects.
		{"redirect to another host", answering(func(x *exchange) {
			x.reply(302, "Location: https://elsewhere.example.com"+x.req.URL.RequestURI()+"\r\n", "")
		}), response("ErrRedirected", workwx.ErrRedirected), fails(1), fails(1), fails(1), giveUp},
		{"redirect to the same host, 307", answeringOnce(func(x *exchange) { x.reply(307, "Location: "+x.req.URL.RequestURI()+"\r\n", "") }),
			failure{}, ok(2), ok(2), ok(2), nothing},
		{"redirect in a circle", answering(func(x *exchange) { x.reply(307, "Location: "+x.req.URL.RequestURI()+"\r\n", "") }),
			response("ErrRedirected", workwx.ErrRedirected), fails(5), fails(5), fails(5), giveUp},

		// Refusals.
		{"errcode -1, once", answeringOnce(refusing(-1, "system busy")),
			refusal("CodeSystemBusy", workwx.CodeSystemBusy), ok(2), ok(2), fails(1), again},
		{"errcode -1", answering(refusing(-1, "system busy")),
			refusal("CodeSystemBusy", workwx.CodeSystemBusy), fails(3), fails(3), fails(1), again},
		{"errcode -1, the send under AllowRepeats", func(e *faultEnv) {
			e.line.script = refusing(-1, "system busy")
			e.ctx = workwx.AllowRepeats(e.ctx)
		}, refusal("CodeSystemBusy", workwx.CodeSystemBusy), fails(3), fails(3), fails(3), again},
		{"errcode 45009", answering(refusing(45009, "api freq out of limit")),
			refusal("CodeRateLimited", workwx.CodeRateLimited), fails(1), fails(1), fails(1), wait},
		{"errcode 45009 again, with WithRateLimit", func(e *faultEnv) {
			limiter, err := workwx.NewRateLimiter(workwx.RateLimits{MaxWait: -1})
			require.NoError(e.t, err)
			e.opts = append(e.opts, workwx.WithRateLimit(limiter))
			e.line.script = refusing(45009, "api freq out of limit")
			e.after(func() {
				for _, call := range faultCalls(e.client) {
					require.ErrorIs(e.t, call.do(e.ctx), workwx.CodeRateLimited)
				}
				e.line.forget()
			})
		}, failure{"RateLimitError", "CodeRateLimited", workwx.CodeRateLimited, true}, fails(0), fails(0), fails(0), "Wait for RateLimitError.RetryAfter. Nothing happened."},
		{"any other errcode", answering(refusing(60011, "no privilege to access_token="+faultToken)),
			refusal("Code(60011)", workwx.Code(60011)), fails(1), fails(1), fails(1), giveUp},

		// Tokens.
		{"the token has expired (42001)", onFake(func(e *faultEnv) { e.after(e.fake.ExpireTokens) }),
			failure{}, ok(2), ok(2), ok(2), nothing},
		{"the token was revoked (40014)", onFake(func(e *faultEnv) { e.after(e.fake.RevokeTokens) }),
			failure{}, ok(2), ok(2), ok(2), nothing},
		{"42001 for every token", onFake(func(e *faultEnv) { e.fake.FailNext("*", workwx.CodeAccessTokenExpired, 100) }),
			refusal("CodeAccessTokenExpired", workwx.CodeAccessTokenExpired), fails(2), fails(2), fails(2), anytime},
		{"40014 for every token", onFake(func(e *faultEnv) { e.fake.FailNext("*", workwx.CodeInvalidAccessToken, 100) }),
			refusal("CodeInvalidAccessToken", workwx.CodeInvalidAccessToken), fails(2), fails(2), fails(2), anytime},
		{"the secret is wrong (40001)", func(e *faultEnv) {
			e.cold, e.line.token = true, refusing(40001, "invalid credential corpsecret="+faultSecret)
		}, noToken("CodeInvalidSecret", workwx.CodeInvalidSecret), fails(0), fails(0), fails(0), giveUp},
		{"no token, as the platform is busy", func(e *faultEnv) { e.cold, e.line.token = true, refusing(-1, "system busy") },
			noToken("CodeSystemBusy", workwx.CodeSystemBusy), fails(0), fails(0), fails(0), anytime},
		{"no token, as the connection breaks", func(e *faultEnv) { e.cold, e.line.token = true, (*exchange).reset },
			noToken("syscall.ECONNRESET", syscall.ECONNRESET), fails(0), fails(0), fails(0), anytime},
		{"an empty token", func(e *faultEnv) {
			e.cold, e.line.token = true, func(x *exchange) { x.reply(200, "", `{"errcode":0,"errmsg":"ok","expires_in":7200}`) }
		}, noToken("", nil), fails(0), fails(0), fails(0), giveUp},

		// Clocks.
		{"the platform's clock is 3 hours ahead", onFake(func(e *faultEnv) { e.after(func() { e.fake.Advance(3 * time.Hour) }) }),
			failure{}, ok(2), ok(2), ok(2), nothing},
		{"the platform's clock is 3 hours behind", onFake(func(e *faultEnv) { e.after(func() { e.fake.Advance(-3 * time.Hour) }) }),
			failure{}, ok(1), ok(1), ok(1), nothing},
		{"a token service whose clock is 3 hours ahead", tokenService(5*time.Hour, 2*time.Hour+time.Minute),
			failure{}, ok(2), ok(2), ok(2), nothing},
		{"a token service whose clock is 3 hours behind", tokenService(-time.Hour, 0),
			failure{}, ok(1), ok(1), ok(1), nothing},

		// The caller's context.
		{"cancelled before the call", func(e *faultEnv) { e.after(e.cancel) },
			unsent("context.Canceled", context.Canceled), fails(0), fails(0), fails(0), ownUnsent},
		{"cancelled while it waits for a token", func(e *faultEnv) {
			e.cold, e.line.token = true, func(x *exchange) { e.cancel(); x.stall() }
		}, unsent("context.Canceled", context.Canceled), fails(0), fails(0), fails(0), ownUnsent},
		{"cancelled while it connects", func(e *faultEnv) {
			e.after(func() { e.line.onDial = func(ctx context.Context) error { e.cancel(); <-ctx.Done(); return ctx.Err() } })
		}, transport("context.Canceled", context.Canceled), fails(0), fails(0), fails(0), yourOwn},
		{"cancelled while it waits for headers", func(e *faultEnv) { e.line.script = func(x *exchange) { e.cancel(); x.stall() } },
			transport("context.Canceled", context.Canceled), fails(1), fails(1), fails(1), yourOwn},
		{"cancelled while it reads the body", func(e *faultEnv) {
			e.line.script = func(x *exchange) {
				x.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
				e.cancel()
				x.stall()
			}
		}, transport("context.Canceled", context.Canceled), fails(1), fails(1), fails(1), yourOwn},
		{"cancelled between two attempts", func(e *faultEnv) {
			e.opts = append(e.opts, workwx.WithRetry(workwx.RetryPolicy{Attempts: 3, BaseDelay: time.Hour, MaxDelay: time.Hour}))
			e.line.script = func(x *exchange) { time.AfterFunc(time.Millisecond, e.cancel); refusing(-1, "system busy")(x) }
		}, refusal("CodeSystemBusy", workwx.CodeSystemBusy), fails(1), fails(1), fails(1), again},
		{"the context's deadline passes", func(e *faultEnv) {
			e.ctx, e.cancel = context.WithTimeout(e.ctx, 5*time.Second)
			e.line.script = (*exchange).stall
		}, transport("context.DeadlineExceeded", context.DeadlineExceeded), fails(1), fails(1), fails(1), again},
	}
}

// tokenService has tokens come from elsewhere: their expiry is off by the difference of two clocks, and the
// platform refuses them when they have lived for two hours.
func tokenService(off, age time.Duration) func(e *faultEnv) {
	return func(e *faultEnv) {
		issued := 0
		born := time.Now()
		e.opts = append(e.opts, workwx.WithTokenSource(workwx.TokenSourceFunc(func(context.Context) (workwx.Token, error) {
			issued++
			born = time.Now()
			return workwx.Token{Value: workwx.Secret(fmt.Sprint(faultToken, issued)), ExpiresAt: time.Now().Round(0).Add(off)}, nil
		})))
		e.line.script = func(x *exchange) {
			if time.Since(born) > 2*time.Hour {
				refusing(42001, "access_token expired")(x)
				return
			}
			x.succeed()
		}
		e.after(func() { time.Sleep(age) })
	}
}

// faultCall is one of the three kinds of calls.
type faultCall struct {
	kind, path string
	do         func(ctx context.Context) error
}

func faultCalls(c *workwx.Client) []faultCall {
	return []faultCall{
		{"read", "/cgi-bin/user/get", func(ctx context.Context) error { _, err := c.GetUser(ctx, "zhangsan"); return err }},
		{"write", "/cgi-bin/department/update", func(ctx context.Context) error {
			return c.UpdateDepartment(ctx, &workwx.UpdateDepartmentRequest{ID: 1, Name: workwx.Ptr("Sales")})
		}},
		{"send", "/cgi-bin/message/send", func(ctx context.Context) error {
			_, err := c.SendTextMessage(ctx, workwx.ToUsers("zhangsan"), "hello")
			return err
		}},
	}
}

// TestFaults has each fault happen to each kind of call: what the caller gets, how many requests go out,
// that a send is not repeated where it may have happened, that no goroutine or connection stays behind (the
// bubble fails if one does), and that no secret is seen.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, fc := range faultCases() {
		for i, want := range []result{fc.read, fc.write, fc.send} {
			t.Run(fmt.Sprintf("%s/%s", fc.name, []string{"read", "write", "send"}[i]), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { runFault(t, fc, i, want) })
			})
		}
	}
}

func runFault(t *testing.T, fc faultCase, call int, want result) {
	e := &faultEnv{t: t, line: newLine(), seen: new(transcript)}
	e.ctx, e.cancel = context.WithCancel(context.Background())
	defer func() { e.cancel() }()
	fc.arrange(e)
	e.start()
	if e.line.warm != nil {
		e.line.warm()
	}
	c := faultCalls(e.client)[call]
	err := c.do(e.ctx)
	require.Equal(t, want.ok, err == nil, "%v", err)
	if err != nil {
		fc.fails.check(t, err)
		show(e.seen, err)
	}
	require.Equal(t, want.requests, e.requests(c.path))
	if c.kind == "send" && e.fake == nil && fc.name != "errcode -1, the send under AllowRepeats" {
		require.LessOrEqual(t, e.line.mayHaveHappened(c.path), 1, "sent twice")
	}
	secrets := e.issued()
	e.cancel()
	e.client.HTTPClient().CloseIdleConnections()
	time.Sleep(time.Minute) // TLS waits seconds for the other side when it closes
	synctest.Wait()
	requireNoSecret(t, e.seen.String(), secrets...) // a fetch of a token outlives the call that began it, and is told of too
	require.Zero(t, e.line.open(), "connections are left")
}

// after has f run when the client has a token, before the call.
func (e *faultEnv) after(f func()) { e.line.warm = f }

// start makes the client, and has it fetch a token unless the fault is about that.
func (e *faultEnv) start() {
	logger := slog.New(slog.NewJSONHandler(e.seen, &slog.HandlerOptions{Level: slog.LevelDebug}))
	text := slog.New(slog.NewTextHandler(e.seen, &slog.HandlerOptions{Level: slog.LevelDebug}))
	opts := append([]workwx.Option{
		workwx.WithAgentID(1000002),
		workwx.WithMaxResponseSize(1 << 16),
		workwx.WithLogger(logger), workwx.WithLogger(text),
		workwx.WithHooks(workwx.Hooks{
			OnCall:  func(_ context.Context, i workwx.CallInfo) { show(e.seen, i, i.Err) },
			OnToken: func(_ context.Context, i workwx.TokenInfo) { show(e.seen, i, i.Err) },
		}),
	}, e.opts...)
	if e.fake != nil {
		e.client = e.fake.Client(opts...)
	} else {
		opts = append([]workwx.Option{
			workwx.WithBaseURL("https://qyapi.example.com"),
			workwx.WithHTTPClient(&http.Client{Transport: e.line.transport()}),
		}, opts...)
		var err error
		e.client, err = workwx.NewClient("wwcorp", faultSecret, opts...)
		require.NoError(e.t, err)
	}
	show(e.seen, e.client)
	if !e.cold {
		_, err := e.client.TokenSource().Token(context.Background())
		require.NoError(e.t, err)
		e.line.armed()
	}
}

// issued returns the token that the client holds, for those that the fake makes up.
func (e *faultEnv) issued() []string {
	if e.fake == nil {
		return nil
	}
	token, err := e.client.TokenSource().Token(context.Background())
	require.NoError(e.t, err)
	return []string{string(token.Value)}
}

func (e *faultEnv) requests(path string) int {
	if e.fake != nil {
		return len(e.fake.RequestsTo(path))
	}
	return e.line.requestsTo(path)
}

// transcript is what a program prints, from any goroutine.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (tr *transcript) Write(p []byte) (int, error) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return tr.text.Write(p)
}

func (tr *transcript) String() string {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return tr.text.String()
}

func (tr *transcript) Reset() {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.text.Reset()
}

// show prints values in all the ways that programs do.
func show(w io.Writer, values ...any) {
	logger := slog.New(slog.NewJSONHandler(w, nil))
	text := slog.New(slog.NewTextHandler(w, nil))
	for _, v := range values {
		fmt.Fprintf(w, "%v %+v %#v %s %q %x %X %d\n", v, v, v, v, v, v, v, v)
		json.NewEncoder(w).Encode(v)
		logger.Info("shown", "value", v)
		text.Info("shown", "value", v)
		if err, isErr := v.(error); isErr {
			if inner := errors.Unwrap(err); inner != nil {
				show(w, inner)
			}
		}
	}
}

// requireNoSecret looks for the marker in what was shown, and for what else is a secret, as it is, in
// hexadecimal and in base64.
func requireNoSecret(t testing.TB, seen string, secrets ...string) {
	t.Helper()
	for _, secret := range append(secrets, marker) {
		forms := []string{secret, fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret)}
		for shift := range 3 { // where a group of base64 begins
			encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat(" ", shift) + secret))
			forms = append(forms, encoded[(shift*8+5)/6:len(encoded)-1])
		}
		for _, form := range forms {
			if at := strings.Index(seen, form); at >= 0 {
				t.Fatalf("a secret is shown: …%s…", seen[max(at-200, 0):min(at+200, len(seen))])
			}
		}
	}
}

// always is a number of times that no case reaches.
const always = 1 << 20

func refusedConn() error {
	return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
}

func noSuchHost() error {
	return &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "qyapi.example.com", IsNotFound: true}}
}

const goodAnswer = `{"errcode":0,"errmsg":"ok","userid":"zhangsan","msgid":"m1"}`

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

// line is a network in memory with one host, which speaks TLS and does to calls what a script says.
type line struct {
	script      func(x *exchange) // answers calls
	token       func(x *exchange) // answers requests for a token
	warm        func()
	onDial      func(ctx context.Context) error
	untrusted   bool // once armed, the certificate is another
	noHandshake bool // once armed, the connection is closed instead of a handshake
	resetEarly  int  // so many connections, once armed, are reset instead of reading a request

	mu       sync.Mutex
	ready    bool // the client has its token
	refuse   func() error
	refusals int
	requests map[string]int
	happened map[string]int
	conns    int
	certs    [2]tls.Certificate
	roots    *x509.CertPool
}

// unread stands for the path of requests that are not read.
const unread = "unread"

func newLine() *line {
	l := &line{requests: map[string]int{}, happened: map[string]int{}, roots: x509.NewCertPool()}
	l.script = (*exchange).succeed
	l.token = func(x *exchange) {
		x.reply(200, "", fmt.Sprintf(`{"errcode":0,"errmsg":"ok","access_token":%q,"expires_in":7200}`, faultToken))
	}
	for i := range l.certs {
		l.certs[i] = testCertificate()
	}
	l.roots.AddCert(l.certs[0].Leaf)
	return l
}

// testCertificate makes a certificate for qyapi.example.com that is valid at any time.
var testCertificate = func() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{"qyapi.example.com"},
		NotBefore: time.Unix(0, 0), NotAfter: time.Unix(1<<33, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		panic(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		panic(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}
}

func (l *line) transport() *http.Transport {
	return &http.Transport{
		DialContext:            l.dial,
		TLSClientConfig:        &tls.Config{RootCAs: l.roots},
		MaxResponseHeaderBytes: 1 << 20,
	}
}

// armed says that the client has its token, and faults of connections begin.
func (l *line) armed() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ready = true
}

func (l *line) dialError(times int, err func() error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refuse, l.refusals = err, times
}

func (l *line) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ready && l.onDial != nil {
		l.mu.Unlock()
		defer l.mu.Lock()
		return nil, l.onDial(ctx)
	}
	if l.ready && l.refusals > 0 {
		l.refusals--
		return nil, l.refuse()
	}
	client, server := net.Pipe()
	x := &exchange{line: l, raw: server}
	cert := l.certs[0]
	early := false
	if l.ready {
		if l.untrusted {
			cert = l.certs[1]
		}
		if l.noHandshake {
			server.Close()
		}
		if early = l.resetEarly > 0; early {
			l.resetEarly--
		}
	}
	l.conns++
	go x.serve(cert, early)
	return &lineConn{Conn: client, x: x}, nil
}

func (l *line) open() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.conns
}

func (l *line) requestsTo(path string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.requests[path] + l.requests[unread]
}

func (l *line) mayHaveHappened(path string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.happened[path]
}

// forget forgets what was counted.
func (l *line) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	clear(l.requests)
	clear(l.happened)
}

// count counts a request and returns its number.
func (l *line) count(path string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.requests[path]++
	return l.requests[path]
}

// lineConn is the client's end. After a reset it fails as a connection of TCP does.
type lineConn struct {
	net.Conn
	x      *exchange
	closed sync.Once
}

func (c *lineConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	return n, c.fault("read", err)
}

func (c *lineConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	return n, c.fault("write", err)
}

func (c *lineConn) fault(op string, err error) error {
	if err != nil && c.x.wasReset() {
		return &net.OpError{Op: op, Net: "tcp", Err: os.NewSyscallError(op, syscall.ECONNRESET)}
	}
	return err
}

func (c *lineConn) Close() error {
	c.closed.Do(func() {
		c.x.line.mu.Lock()
		defer c.x.line.mu.Unlock()
		c.x.line.conns--
	})
	return c.Conn.Close()
}

// exchange is the host's end of a connection, and the request that is being answered.
type exchange struct {
	line *line
	raw  net.Conn
	conn net.Conn
	req  *http.Request
	n    int // of the requests to this path, from 1
	done bool

	mu        sync.Mutex
	resetting bool
}

func (x *exchange) serve(cert tls.Certificate, resetEarly bool) {
	defer x.raw.Close()
	x.conn = tls.Server(x.raw, &tls.Config{Certificates: []tls.Certificate{cert}})
	if resetEarly {
		if err := x.conn.(*tls.Conn).Handshake(); err == nil {
			x.line.count(unread)
		}
		x.reset()
		return
	}
	br := bufio.NewReader(x.conn)
	for !x.done {
		req, err := http.ReadRequest(br)
		if err != nil {
			return
		}
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return
		}
		x.req, x.n = req, x.line.count(req.URL.Path)
		if req.URL.Path == gettokenPath {
			x.line.token(x)
			continue
		}
		if !bytes.Contains(body, []byte("msgtype")) || !json.Valid(body) {
			x.script()
			continue
		}
		x.line.mu.Lock()
		x.line.happened[req.URL.Path]++
		x.line.mu.Unlock()
		x.script()
	}
}

func (x *exchange) script() { x.line.script(x) }

func (x *exchange) write(s string) {
	if _, err := io.WriteString(x.conn, s); err != nil {
		x.done = true
	}
}

// reply answers and ends the connection, so that net/http has none to reuse, on which it would repeat reads
// by itself.
func (x *exchange) reply(status int, header, body string) {
	if !strings.Contains(header, "Content-Type:") {
		header += "Content-Type: application/json\r\n"
	}
	x.replyRaw(status, header, body)
}

func (x *exchange) replyRaw(status int, header, body string) {
	if status == 307 || strings.Contains(body, "42001") { // nothing was done
		x.line.mu.Lock()
		x.line.happened[x.req.URL.Path]--
		x.line.mu.Unlock()
	}
	x.write(fmt.Sprintf("HTTP/1.1 %d %s\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s", status, http.StatusText(status), header, len(body), body))
	x.close()
}

func (x *exchange) succeed() { x.reply(200, "", goodAnswer) }

func (x *exchange) cutShort() {
	x.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n" + goodAnswer[:20])
	x.close()
}

// stall answers nothing until the client hangs up.
func (x *exchange) stall() {
	x.raw.Read(make([]byte, 1<<10))
	x.done = true
}

func (x *exchange) close() { x.raw.Close(); x.done = true }

func (x *exchange) reset() {
	x.mu.Lock()
	x.resetting = true
	x.mu.Unlock()
	x.close()
}

func (x *exchange) wasReset() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.resetting
}

// TestFaultsOverTCP has the kernel itself refuse and reset.
func TestFaultsOverTCP(t *testing.T) {
	t.Parallel()
	reset, refused := syscall.ECONNRESET, syscall.ECONNREFUSED
	if runtime.GOOS == "windows" { // whose sockets have numbers of their own
		reset, refused = 10054, 10061
	}
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	var requests sync.Map
	go func() {
		for {
			conn, err := listen.Accept()
			if err != nil {
				return
			}
			req, err := http.ReadRequest(bufio.NewReader(conn))
			if err == nil {
				n, _ := requests.LoadOrStore(req.URL.Path, new(atomic.Int64))
				n.(*atomic.Int64).Add(1)
			}
			conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
		}
	}()
	source := workwx.WithTokenSource(workwx.TokenSourceFunc(func(context.Context) (workwx.Token, error) {
		return workwx.Token{Value: faultToken, ExpiresAt: time.Now().Add(time.Hour)}, nil
	}))
	retry := workwx.WithRetry(workwx.RetryPolicy{Attempts: 3, BaseDelay: time.Millisecond, MaxDelay: time.Millisecond})
	c, err := workwx.NewClient("wwcorp", faultSecret, workwx.WithAgentID(1), workwx.WithBaseURL("http://"+listen.Addr().String()), source, retry)
	require.NoError(t, err)
	for _, call := range faultCalls(c) {
		err := call.do(t.Context())
		require.ErrorIs(t, err, reset, call.kind)
		require.False(t, workwx.Unsent(err))
		n, _ := requests.Load(call.path)
		require.Equal(t, map[string]int64{"read": 3, "write": 3, "send": 1}[call.kind], n.(*atomic.Int64).Load(), call.kind)
	}
	listen.Close()
	for _, call := range faultCalls(c) {
		err := call.do(t.Context())
		require.ErrorIs(t, err, refused, call.kind)
		require.True(t, workwx.Unsent(err))
		require.NotContains(t, fmt.Sprintf("%v %+v %#v", err, err, err), url.QueryEscape(faultToken))
	}
}

// TestReliabilityDoc holds docs/reliability.md to the table above. To write it anew:
//
//	go test -run TestReliabilityDoc -update .
func TestReliabilityDoc(t *testing.T) {
	t.Parallel()
	file := filepath.Join("docs", "reliability.md")
	old, err := os.ReadFile(file)
	require.NoError(t, err)
	const begin, end = "<!-- The table is generated by TestReliabilityDoc. -->\n", "<!-- End of the table. -->\n"
	head, rest, found := strings.Cut(string(old), begin)
	require.True(t, found)
	_, tail, found := strings.Cut(rest, end)
	require.True(t, found)
	var b strings.Builder
	b.WriteString("\n| What goes wrong | read | write | send | error | errors.Is | What to do |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	code := func(s string) string {
		if s == "" {
			return ""
		}
		return "`" + s + "`"
	}
	for _, fc := range faultCases() {
		kind := code(fc.fails.kind)
		if fc.fails.unsent {
			kind += ", unsent"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", fc.name, fc.read, fc.write, fc.send, kind, code(fc.fails.is), fc.advice)
	}
	b.WriteByte('\n')
	want := head + begin + b.String() + end + tail
	if flag.Lookup("update").Value.String() == "true" {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		return
	}
	require.Equal(t, want, string(old), "run go test -run TestReliabilityDoc -update .")
}
