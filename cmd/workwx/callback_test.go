package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// live is a command that runs until it is stopped.
type live struct {
	t        *testing.T
	out, err *bufio.Reader
	stop     context.CancelFunc
	code     chan int
}

// start runs a command in the background; its output must be read.
func (b *bench) start(args ...string) *live {
	ctx, cancel := context.WithCancel(b.t.Context())
	out, outW := io.Pipe()
	errs, errsW := io.Pipe()
	l := &live{t: b.t, out: bufio.NewReader(out), err: bufio.NewReader(errs), stop: cancel, code: make(chan int, 1)}
	go func() {
		code := run(ctx, args, b.env, strings.NewReader(b.stdin), outW, errsW)
		outW.Close()
		errsW.Close()
		l.code <- code
	}()
	// A line that never comes fails the test instead of hanging it.
	late := time.AfterFunc(time.Minute, func() {
		out.CloseWithError(context.DeadlineExceeded)
		errs.CloseWithError(context.DeadlineExceeded)
	})
	b.t.Cleanup(func() {
		late.Stop()
		cancel()
		out.Close()
		errs.Close()
	})
	return l
}

func (l *live) line(r *bufio.Reader) string {
	l.t.Helper()
	line, err := r.ReadString('\n')
	require.NoError(l.t, err)
	return strings.TrimSuffix(line, "\n")
}

// end stops the command, which must succeed, and returns the rest of its standard output.
func (l *live) end() string {
	l.t.Helper()
	l.stop()
	go io.Copy(io.Discard, l.err)
	rest, err := io.ReadAll(l.out)
	require.NoError(l.t, err)
	require.Zero(l.t, <-l.code)
	return string(rest)
}

var address = regexp.MustCompile(`http://\S+`)

func TestCallbackServe(t *testing.T) {
	b := newBench(t)
	l := b.start("callback", "serve", "--addr", "127.0.0.1:0")
	link := address.FindString(l.line(l.err))
	require.NotEmpty(t, link)
	result, err := b.srv.Push(t.Context(), link+"any/path", b.srv.TextMessageXML("lisi", "where is\nmy order?"))
	require.NoError(t, err)
	require.Empty(t, result.Reply)
	require.Regexp(t, `^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  text from lisi \(TextMessage\)$`, l.line(l.out))
	var lines []string
	for len(lines) == 0 || !strings.HasPrefix(lines[len(lines)-1], "  AgentID:") {
		lines = append(lines, l.line(l.out))
	}
	require.Contains(t, lines, "  Content: where is")
	require.Contains(t, lines, "    my order?")

	// What is forged is refused, and told.
	resp, err := http.Post(link+"?msg_signature=x&timestamp=1&nonce=1", "text/xml", strings.NewReader("<xml><Encrypt>AAAA</Encrypt></xml>"))
	require.NoError(t, err)
	require.Equal(t, http.StatusUnauthorized, resp.StatusCode)
	resp.Body.Close()
	require.Contains(t, l.line(l.err), "refused: the signature does not match")
	require.Empty(t, l.end())
}

func TestCallbackServeJSON(t *testing.T) {
	b := newBench(t)
	l := b.start("--json", "callback", "serve", "--addr", "127.0.0.1:0")
	link := address.FindString(l.line(l.err))
	_, err := b.srv.Push(t.Context(), link, b.srv.TextMessageXML("lisi", "a & b"))
	require.NoError(t, err)
	_, err = b.srv.Push(t.Context(), link, b.srv.SuiteEventXML("ww-suite", "suite_ticket", "SuiteTicket", markerSecret))
	require.NoError(t, err)
	var ev eventLine
	require.NoError(t, json.Unmarshal([]byte(l.line(l.out)), &ev))
	require.Equal(t, "text", ev.Event)
	require.Equal(t, "TextMessage", ev.Type)
	require.Equal(t, "lisi", ev.From)
	require.Equal(t, int64(1000002), ev.AgentID)
	require.Contains(t, string(ev.Data), "a & b")
	second := l.line(l.out)
	require.Contains(t, second, "suite_ticket")
	require.Contains(t, second, `"[redacted]"`)
	require.NotContains(t, second, markerSecret)
	l.end()
}

func TestCallbackServeProblems(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.set("WORKWX_CALLBACK_TOKEN=").fails(exitUsage, "callback", "serve"), "no callback settings are configured")
	require.Contains(t, b.set("WORKWX_CALLBACK_AES_KEY=short-key").fails(exitUsage, "callback", "serve"), "43")
	require.Contains(t, b.set("WORKWX_CORP_ID=").fails(exitUsage, "callback", "serve"), "or use --robot")
	require.Contains(t, b.fails(exitFailure, "callback", "serve", "--addr", "127.0.0.1:x"), "listen")
}

// capture is a delivery as it came over the wire.
func capture(t *testing.T, payload string) (raw, query, body string) {
	req := workwxtest.SignedRequest(markerToken, markerAESKey, "wwtest", payload)
	text, err := io.ReadAll(req.Body)
	require.NoError(t, err)
	req.Body = io.NopCloser(bytes.NewReader(text))
	dump, err := httputil.DumpRequest(req, true)
	require.NoError(t, err)
	return string(dump), req.URL.RawQuery, string(text)
}

func TestCallbackDecrypt(t *testing.T) {
	b := newBench(t)
	raw, query, body := capture(t, string(b.srv.TextMessageXML("lisi", "你好")))
	out := b.with(raw).ok("callback", "decrypt")
	for _, says := range []string{"signature   ok: the token is right\n", "key         ok\n", `receive ID  ok: it is for "wwtest"`, "event       text (TextMessage)\n", "  Content: 你好\n"} {
		require.Contains(t, out, says)
	}
	require.Equal(t, out, b.with(body).ok("callback", "decrypt", "--url", "https://example.com/callback?"+query))
	require.Equal(t, out, b.with(body).ok("callback", "decrypt", "--url", query))
	require.Equal(t, out, b.with(strings.ReplaceAll(raw, "\r\n", "\n")).ok("callback", "decrypt"), "as an editor leaves it")
	require.Equal(t, out, b.with(strings.Replace(raw, " HTTP/1.1", "", 1)).ok("callback", "decrypt"))
	require.Contains(t, b.with(body).ok("callback", "decrypt"), "not checked: there is no msg_signature")

	v := read[verdict](b.with(raw), "callback", "decrypt")
	require.Equal(t, []string{checkOK, checkOK, checkOK, "wwtest", "text"}, []string{v.Signature, v.AESKey, v.ReceiveID, v.For, v.Event})
	require.Contains(t, v.Payload, "<xml>")

	raw, _, _ = capture(t, `{"msgtype":"text","text":{"content":"hi"}}`)
	require.Contains(t, b.with(raw).ok("callback", "decrypt"), `"content": "hi"`)
	raw, _, _ = capture(t, string(b.srv.SuiteEventXML("ww-suite", "suite_ticket", "SuiteTicket", markerSecret)))
	require.Contains(t, b.with(raw).ok("callback", "decrypt"), "  SuiteTicket: [redacted]\n")
	require.NotContains(t, b.with(raw).ok("--json", "callback", "decrypt"), markerSecret)

	req, echo := workwxtest.SignedVerification(markerToken, markerAESKey, "wwtest")
	require.Contains(t, b.with("GET "+req.URL.RequestURI()+" HTTP/1.1\r\nHost: x\r\n\r\n").ok("callback", "decrypt"), "  "+echo+"\n")
	require.Contains(t, b.with(" ").ok("callback", "decrypt", "--url", req.URL.RequestURI()), "  "+echo+"\n")
}

// TestCallbackDecryptTellsWhatIsWrong: each of the three settings by itself.
func TestCallbackDecryptTellsWhatIsWrong(t *testing.T) {
	b := newBench(t)
	raw, _, _ := capture(t, string(b.srv.TextMessageXML("lisi", "hi")))
	b = b.with(raw)
	otherKey := "WORKWX_CALLBACK_AES_KEY=" + strings.Repeat("b", 43)
	for _, tt := range []struct {
		change                  []string
		signature, key, receive string
	}{
		{[]string{"WORKWX_CALLBACK_TOKEN=AnotherToken"}, checkWrong, checkOK, checkOK},
		{[]string{otherKey}, checkOK, checkWrong, checkSkipped},
		{[]string{"WORKWX_CORP_ID=wwother"}, checkOK, checkOK, checkWrong},
		{[]string{"WORKWX_CALLBACK_TOKEN=AnotherToken", otherKey}, checkWrong, checkWrong, checkSkipped},
	} {
		r := b.set(tt.change...).try("--json", "callback", "decrypt")
		require.Equal(t, exitFailure, r.code)
		require.Empty(t, r.err)
		var v verdict
		require.NoError(t, json.Unmarshal([]byte(r.out), &v))
		require.Equal(t, []string{tt.signature, tt.key, tt.receive}, []string{v.Signature, v.AESKey, v.ReceiveID}, tt.change)
		require.Equal(t, tt.key == checkWrong, b.set(tt.change...).try("callback", "decrypt").code == exitFailure && v.Payload == "")
		r = b.set(tt.change...).try("callback", "decrypt")
		require.Contains(t, r.out, "WRONG")
	}
	require.Contains(t, b.set("WORKWX_CORP_ID=wwother").try("callback", "decrypt").out, `it is for "wwtest", and "wwother" is configured`)
	require.Contains(t, b.try("callback", "decrypt", "--robot").out, `it is for "wwtest", and "" is configured`)
}

func TestCallbackDecryptProblems(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.with("").fails(exitUsage, "callback", "decrypt"), "no encrypted message")
	require.Contains(t, b.with("<xml><A>b</A></xml>").fails(exitUsage, "callback", "decrypt"), "no encrypted message")
	require.Contains(t, b.with("GET ://nonsense\n\n").fails(exitUsage, "callback", "decrypt"), "looks like a request")
	r := b.with("<xml><Encrypt>AAAA</Encrypt></xml>").try("callback", "decrypt", "--url", url.Values{"msg_signature": {"x"}}.Encode())
	require.Equal(t, exitFailure, r.code)
	require.Contains(t, r.out, "may be the settings of another app")
}

func TestCallbackPush(t *testing.T) {
	b := newBench(t)
	h, err := workwx.NewCallbackHandler(markerToken, markerAESKey, "wwtest", nil)
	require.NoError(t, err)
	var got []string
	workwx.On(h, func(_ context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		got = append(got, m.FromUserName+": "+m.Content)
		return workwx.TextReply{Content: "on its way"}, nil
	})
	workwx.On(h, func(_ context.Context, ev *workwx.ClickEvent) (workwx.Reply, error) {
		got = append(got, ev.FromUserName+" clicked "+ev.EventKey)
		return nil, nil
	})
	server := httptest.NewServer(h)
	defer server.Close()
	out := b.ok("callback", "push", server.URL+"/x", "where is\nmy order?")
	require.Contains(t, out, "the URL was verified, and the message taken, in ")
	require.Contains(t, out, "reply:\n  ToUserName: zhangsan\n")
	require.Contains(t, out, "  Content: on its way\n")
	r := read[pushed](b.with("from a pipe"), "callback", "push", server.URL, "--from", "lisi", "-")
	require.Equal(t, []int{1, 200}, []int{r.Attempts, r.Status})
	require.Contains(t, r.Reply, "on its way")
	require.Contains(t, b.set("WORKWX_USER_ID=wangwu").ok("callback", "push", server.URL, "--event", "click", "--field", "EventKey=help"), "no reply\n")
	b.with(string(b.srv.TextMessageXML("zhaoliu", "as captured"))).ok("callback", "push", server.URL, "-d", "-")
	require.Equal(t, []string{"zhangsan: where is\nmy order?", "lisi: from a pipe", "wangwu clicked help", "zhaoliu: as captured"}, got)

	require.Contains(t, b.set("WORKWX_CALLBACK_TOKEN=AnotherToken").fails(exitFailure, "callback", "push", server.URL, "hi"), "HTTP 401")
	require.Contains(t, b.set("WORKWX_CORP_ID=wwother").fails(exitFailure, "callback", "push", server.URL, "hi"), "must be those that the server has")
	said := b.fails(exitFailure, "callback", "push", "http://127.0.0.1:1/", "hi")
	require.Contains(t, said, "the server gave no answer: ")
	require.NotContains(t, said, "echostr")
	silent := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer silent.Close()
	require.Contains(t, b.fails(exitFailure, "callback", "push", silent.URL, "hi"), "expected the plain text")
	require.Len(t, got, 4)
}

func TestCallbackPushToRobot(t *testing.T) {
	b := newBench(t).set("WORKWX_CORP_ID=")
	l := b.start("callback", "serve", "--robot", "--addr", "127.0.0.1:0")
	link := address.FindString(l.line(l.err))
	b.ok("callback", "push", link, "--robot", "-d", `{"msgid":"1","aibotid":"bot","chattype":"single","from":{"userid":"lisi"},"msgtype":"text","text":{"content":"hi"}}`)
	require.Contains(t, l.line(l.out), "text (AIBotTextMessage)")
	require.Contains(t, b.fails(exitUsage, "callback", "push", link, "--robot", "hi"), "give it with -d")
	require.Contains(t, l.end(), `"content": "hi"`)
}

func TestCallbackPushUsage(t *testing.T) {
	b := newBench(t)
	const link = "http://127.0.0.1:1/"
	for _, args := range [][]string{{}, {"hi", "--event", "click"}, {"hi", "--field", "A=b"}, {"hi", "-d", "{}"}} {
		require.Contains(t, b.fails(exitUsage, append([]string{"callback", "push", link}, args...)...), "give one of a text, --event")
	}
	require.Contains(t, b.fails(exitUsage, "callback", "push"), "usage: workwx callback push [options] URL [TEXT]")
	require.Contains(t, b.fails(exitUsage, "callback", "push", "localhost:8080", "hi"), "URL must be whole")
	require.Contains(t, b.fails(exitUsage, "callback", "push", link, "--event", "click", "--field", "a b=c"), "NAME=VALUE")
	require.Contains(t, b.fails(exitUsage, "callback", "push", link, "-d", "nonsense"), "holds no message")
	require.Contains(t, b.set("WORKWX_CALLBACK_AES_KEY=short-key").fails(exitUsage, "callback", "push", link, "hi"), "43")
}

func FuzzElements(f *testing.F) {
	f.Add([]byte("<xml><A>1</A><B><C>2</C></B></xml>"))
	f.Add([]byte("</a>"))
	f.Fuzz(func(_ *testing.T, text []byte) {
		_, _ = elements(text)
		_, _ = envelope(text)
		hideInPayload(text)
		hideSecrets(text)
	})
}
