package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// TestMain makes the test binary the tool itself when it is called by the tool's name, for tests that
// need a process.
func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) == "workwx" {
		os.Exit(interruptible())
	}
	os.Exit(m.Run())
}

// Secrets that no output may hold.
const (
	markerSecret = "MARKER-corp-secret"
	markerKey    = "MARKER-webhook-key"
	markerToken  = "MARKERcallbacktoken"
	markerAESKey = "MARKERaeskeyMARKERaeskeyMARKERaeskeyMARKER0"
)

// bench is the tool and a fake platform that it is configured for.
type bench struct {
	t     *testing.T
	srv   *workwxtest.Server
	env   []string
	stdin string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithCredentials("wwtest", markerSecret, 1000002),
		workwxtest.WithCallbackKeys(markerToken, markerAESKey))
	require.NoError(t, defaultSeed().plant(t.Context(), srv, srv.Client()))
	b := &bench{t: t, srv: srv}
	b.env = []string{
		"WORKWX_CONFIG=" + filepath.Join(t.TempDir(), "workwx", "config.json"),
		"WORKWX_BASE_URL=" + srv.URL, "WORKWX_CORP_ID=wwtest", "WORKWX_CORP_SECRET=" + markerSecret, "WORKWX_AGENT_ID=1000002",
		"WORKWX_WEBHOOK=" + srv.AddWebhook(markerKey),
		"WORKWX_CALLBACK_TOKEN=" + markerToken, "WORKWX_CALLBACK_AES_KEY=" + markerAESKey,
	}
	return b
}

// set changes environment variables: NAME=value, or NAME= for none.
func (b *bench) set(pairs ...string) *bench {
	c := *b
	c.env = append(slices.Clone(b.env), pairs...)
	return &c
}

// with gives standard input.
func (b *bench) with(stdin string) *bench {
	c := *b
	c.stdin = stdin
	return &c
}

// result is what a run of the tool left behind.
type result struct {
	code     int
	out, err string
}

// issued is what tokens and tickets of the fake look like.
var issued = regexp.MustCompile(`(token|ticket)-[0-9A-Z]{8}`)

// try runs the tool, and checks that no secret shows.
func (b *bench) try(args ...string) result {
	b.t.Helper()
	var out, errs bytes.Buffer
	code := run(b.t.Context(), args, b.env, strings.NewReader(b.stdin), &out, &errs)
	r := result{code, out.String(), errs.String()}
	for _, secret := range []string{markerSecret, markerKey, markerToken, markerAESKey} {
		require.NotContains(b.t, r.out+r.err, secret, "workwx %s", args)
	}
	if !slices.Contains(args, "--show") {
		require.NotRegexp(b.t, issued, r.out+r.err, "workwx %s", args)
	}
	require.NotContains(b.t, r.out+r.err, "\x1b", "plain when piped")
	return r
}

// ok runs the tool, which must succeed, and returns what it prints.
func (b *bench) ok(args ...string) string {
	b.t.Helper()
	r := b.try(args...)
	require.Zero(b.t, r.code, "workwx %s\n%s", args, r.err)
	return r.out
}

// fails runs the tool, which must exit with the code, and returns what it says of the error.
func (b *bench) fails(code int, args ...string) string {
	b.t.Helper()
	r := b.try(args...)
	require.Equal(b.t, code, r.code, "workwx %s\n%s%s", args, r.out, r.err)
	return r.err
}

// read decodes what the tool prints with --json.
func read[T any](b *bench, args ...string) T {
	b.t.Helper()
	var v T
	require.NoError(b.t, json.Unmarshal([]byte(b.ok(append([]string{"--json"}, args...)...)), &v))
	return v
}

func TestDemo(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	require.Zero(t, run(t.Context(), []string{"demo"}, nil, strings.NewReader(""), &out, &errs), errs.String())
	for _, says := range []string{"template_card", "miniprogram_notice", "mpnews", "markdown_v2", "not to nobody", "the token expired", "errcode -1", "TextMessage from lisi", "reply decrypted"} {
		require.Contains(t, out.String(), says)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	figures := strings.Fields(lines[len(lines)-1])
	require.Equal(t, []string{"2", "2", "0"}, figures[2:], "tokens, retries, failures")
	require.NotContains(t, out.String(), "\x1b", "plain when piped")

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	require.Equal(t, exitInterrupted, run(cancelled, []string{"demo"}, nil, strings.NewReader(""), &out, &errs))
}

func TestUsage(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.fails(exitUsage), "workwx profile set NAME")
	require.Contains(t, b.ok("help"), "130 interrupted")
	require.Equal(t, b.ok("help"), b.ok("--help"))
	require.Contains(t, b.ok("help", "send", "text"), "--translate-ids")
	require.Equal(t, b.ok("help", "send", "text"), b.ok("send", "text", "--help"))
	require.Contains(t, b.fails(exitUsage, "send"), "Commands:")
	require.Contains(t, b.fails(exitUsage, "nonsense"), `no command "nonsense"`)
	require.Contains(t, b.fails(exitUsage, "send", "txet"), `did you mean "text"?`)
	require.Contains(t, b.fails(exitUsage, "help", "nonsense"), `no command "nonsense"`)
	require.Contains(t, b.fails(exitUsage, "send", "text", "--too", "lisi"), `no option --too; did you mean "to"?`)
	require.Contains(t, b.fails(exitUsage, "--timeout", "soon", "version"), "the value of --timeout is wrong")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to"), "needs an argument")
	require.Contains(t, b.fails(exitUsage, "version", "x"), "usage: workwx version")
	require.Contains(t, b.ok("version"), "workwx ")
	require.NotEmpty(t, read[versionInfo](b, "version").Go)
	require.Contains(t, b.ok("--version"), "workwx version")
}

// TestEveryCommandHasHelp: each command says what it does, and its help shows how it is called.
func TestEveryCommandHasHelp(t *testing.T) {
	b := newBench(t)
	a := &app{stdin: strings.NewReader(""), stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}
	var walk func(c *cli.Command, path []string)
	walk = func(c *cli.Command, path []string) {
		for _, sub := range c.Commands {
			name := append(slices.Clone(path), sub.Name)
			require.NotEmpty(t, sub.Usage, name)
			help := b.ok(append([]string{"help"}, name...)...)
			require.Contains(t, help, "Usage: workwx "+strings.Join(name, " "))
			require.NotContains(t, help, "%!", name)
			for line := range strings.Lines(sub.Description) {
				require.LessOrEqual(t, displayWidth(strings.TrimSuffix(line, "\n")), 96, name)
			}
			for _, f := range sub.Flags {
				if doc, ok := f.(cli.DocGenerationFlag); ok {
					require.NotEmpty(t, doc.GetUsage(), name)
				}
			}
			walk(sub, name)
		}
	}
	root := a.root()
	require.Len(t, root.Commands, 17)
	walk(root, nil)
}

func TestExitCodes(t *testing.T) {
	b := newBench(t)
	b.srv.FailNext("/cgi-bin/agent/get", workwx.CodeIPNotAllowed, 1)
	said := b.fails(exitRefused, "api", "agent/get", "-q", "agentid=1000002")
	require.Contains(t, said, "errcode 60020")
	require.Contains(t, said, "add 127.0.0.1 to the app's 企业可信IP")

	b.srv.FailNext("/cgi-bin/agent/get", workwx.CodeIPNotAllowed, 1)
	var p problem
	require.NoError(t, json.Unmarshal([]byte(b.fails(exitRefused, "--json", "api", "agent/get", "-q", "agentid=1000002")), &p))
	require.Equal(t, workwx.CodeIPNotAllowed, p.ErrCode)
	require.Equal(t, "127.0.0.1", p.FromIP)
	require.Equal(t, exitRefused, p.ExitCode)
	require.NotEmpty(t, p.Advice)

	said = b.set("WORKWX_CORP_SECRET=another-secret").fails(exitRefused, "token")
	require.Contains(t, said, "errcode 40001")
	require.NotContains(t, said, "another-secret")

	require.Contains(t, b.set("WORKWX_BASE_URL=http://127.0.0.1:1").fails(exitNoAnswer, "token"), "check the network")
	b.srv.Inject(workwxtest.Fault{Path: "/cgi-bin/agent/list", Status: 502, Body: "<html>Bad Gateway</html>", Times: -1})
	require.Contains(t, b.fails(exitNoAnswer, "api", "agent/list"), "something else than the platform answered")
	require.Contains(t, b.set("WORKWX_CORP_ID=").fails(exitUsage, "token"), "no corp ID is configured: store a profile")
	require.Contains(t, b.set("WORKWX_AGENT_ID=x").fails(exitUsage, "token"), "WORKWX_AGENT_ID must be a positive number")
	require.Contains(t, b.set("WORKWX_BASE_URL=nonsense").fails(exitUsage, "token"), "https://host")

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	require.Equal(t, exitInterrupted, run(cancelled, []string{"token"}, b.env, strings.NewReader(""), &out, &errs))
	require.Equal(t, "workwx: interrupted\n", errs.String())
}

func TestTimeout(t *testing.T) {
	b := newBench(t)
	b.srv.Inject(workwxtest.Fault{Path: "/cgi-bin/agent/list", Delay: 1 << 40, Times: -1})
	require.Contains(t, b.fails(exitNoAnswer, "--timeout", "20ms", "api", "agent/list"), "--timeout")
}

func TestVerbose(t *testing.T) {
	b := newBench(t)
	r := b.try("-v", "user", "get", "lisi")
	require.Zero(t, r.code)
	require.Contains(t, r.err, "api=/cgi-bin/user/get")
	require.Contains(t, r.err, "api=/cgi-bin/gettoken")
	require.Contains(t, r.out, "李四")
}

func TestErrcode(t *testing.T) {
	b := newBench(t)
	out := b.ok("errcode", "60011", "-1", "errcode40001")
	for _, says := range []string{"对所给成员", "permission denied", "可见范围", "busy", "credential invalid", "devtool/query?e=60011"} {
		require.Contains(t, out, says)
	}
	r := b.try("errcode", "77")
	require.Equal(t, exitFailure, r.code)
	require.Contains(t, r.out, "not known")
	require.Empty(t, r.err)
	require.Contains(t, b.fails(exitUsage, "errcode", "x"), "not a number")
	b.fails(exitUsage, "errcode")
	info := read[[]codeInfo](b, "errcode", "60020")
	require.Equal(t, []string{"address not allowed"}, info[0].Classes)
	require.True(t, info[0].Known)
}

func TestToken(t *testing.T) {
	b := newBench(t)
	out := b.ok("token")
	require.Contains(t, out, "access_token")
	require.Contains(t, out, "environment variables")
	require.Regexp(t, `^token-\w+\n$`, b.ok("token", "--show"))
	require.Regexp(t, `^ticket-\w+\n$`, b.ok("token", "--show", "--kind", "jsapi_ticket"))
	info := read[tokenInfo](b, "token", "--kind", "agent_config")
	require.Empty(t, info.Value)
	require.InDelta(t, 7200, info.ExpiresIn, 5)
	require.NotEmpty(t, read[tokenInfo](b, "token", "--show").Value)
	require.Contains(t, b.fails(exitUsage, "token", "--kind", "x"), "jsapi_ticket")
}
