package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// examine returns what the doctor found, by the name of the check.
func examine(b *bench, code int, args ...string) map[string]check {
	b.t.Helper()
	r := b.try(append([]string{"--json", "doctor"}, args...)...)
	require.Equal(b.t, code, r.code, r.out)
	require.Empty(b.t, r.err)
	var found report
	require.NoError(b.t, json.Unmarshal([]byte(r.out), &found))
	require.Equal(b.t, code == exitOK, found.OK)
	checks := map[string]check{}
	for _, c := range found.Checks {
		require.NotContains(b.t, checks, c.Name)
		checks[c.Name] = c
	}
	return checks
}

func TestDoctor(t *testing.T) {
	b := newBench(t)
	out := b.ok("doctor")
	require.NotContains(t, out, "fail")
	require.Contains(t, out, "1000002 is Example App, seen by 1 department\n")
	require.Contains(t, out, "the platform sees 127.0.0.1")
	for name, c := range examine(b, exitOK) {
		require.Equal(t, checkFine, c.Status, name)
		require.Empty(t, c.Fix)
	}
	require.Empty(t, b.srv.Messages(), "nothing is sent")
}

func TestDoctorFindsWhatIsWrong(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct {
		change, check, detail, fix string
		before                     func()
	}{
		{"WORKWX_CORP_SECRET=wrong-secret", "credentials", "errcode 40001", "check the secret", nil},
		{"WORKWX_CORP_ID=wwother", "credentials", "errcode 40013", "我的企业", nil},
		{"WORKWX_AGENT_ID=1000009", "agent", "errcode ", "AgentId of the app", nil},
		{"WORKWX_CORP_SECRET=", "configuration", "there is no secret", "workwx profile set", nil},
		{"WORKWX_BASE_URL=http://127.0.0.1:1", "network", "connect", "proxy", nil},
		{"WORKWX_BASE_URL=x://y", "configuration", "WithBaseURL", "", nil},
		{"WORKWX_CALLBACK_AES_KEY=short-key", "callback", "43", "接收消息", nil},
		{"WORKWX_WEBHOOK=a b", "group robot", "no key", "copy the URL anew", nil},
		{"X=", "trusted IPs", "not on the list: the platform sees 127.0.0.1", "add 127.0.0.1 to the app's 企业可信IP",
			func() { b.srv.FailNext("/cgi-bin/agent/get", workwx.CodeIPNotAllowed, 1) }},
		{"X=", "agent", "no answer", "",
			func() { b.srv.Inject(workwxtest.Fault{Path: "/cgi-bin/agent/get", Status: 500, Times: 1}) }},
		{"X=", "agent", "is disabled", "enable the app",
			func() { b.srv.RespondJSON("/cgi-bin/agent/get", `{"errcode":0,"name":"App","close":1}`) }},
		{"WORKWX_PROFILE=gone", "configuration", `no profile "gone"`, "", nil},
	} {
		if tt.before != nil {
			tt.before()
		}
		c := examine(b.set(tt.change), exitFailure)[tt.check]
		require.Equal(t, checkFailed, c.Status, tt)
		if tt.detail != "no answer" {
			require.Contains(t, c.Detail, tt.detail)
		}
		require.Contains(t, c.Fix, tt.fix)
	}
	r := b.set("WORKWX_CORP_SECRET=wrong-secret").try("doctor")
	require.Equal(t, exitFailure, r.code)
	require.Contains(t, r.out, "fail  credentials")
	require.Contains(t, r.out, "→ check the secret")
	require.Contains(t, r.out, "skip  trusted IPs")
}

func TestDoctorWithoutAgent(t *testing.T) {
	b := newBench(t)
	checks := examine(b.set("WORKWX_AGENT_ID="), exitOK)
	require.Equal(t, checkWarn, checks["configuration"].Status)
	require.Equal(t, checkSkip, checks["agent"].Status)
	require.Equal(t, checkFine, checks["trusted IPs"].Status)
}

func TestDoctorWithRobotOnly(t *testing.T) {
	b := newBench(t).set("WORKWX_CORP_ID=", "WORKWX_CORP_SECRET=", "WORKWX_AGENT_ID=", "WORKWX_CALLBACK_TOKEN=", "WORKWX_CALLBACK_AES_KEY=")
	checks := examine(b, exitOK)
	require.Contains(t, checks["configuration"].Detail, "a group robot and no app")
	require.Equal(t, checkFine, checks["group robot"].Status)
	require.Equal(t, checkSkip, checks["credentials"].Status)
}

// TestDoctorClock: the platform's date tells how wrong this machine's clock is.
func TestDoctorClock(t *testing.T) {
	b := newBench(t)
	for shift, want := range map[time.Duration]string{3 * time.Hour: "behind", -10 * time.Minute: "ahead", 20 * time.Second: ""} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Date", time.Now().Add(shift).UTC().Format(http.TimeFormat))
			_, _ = w.Write([]byte(`{"errcode":41002,"errmsg":"corpid missing, from ip: 203.0.113.9, more info"}`))
		}))
		c := examine(b.set("WORKWX_BASE_URL="+srv.URL), exitFailure)["clock"]
		srv.Close()
		if want == "" {
			require.Equal(t, checkFine, c.Status)
			continue
		}
		require.Equal(t, checkFailed, c.Status)
		require.Contains(t, c.Detail, want)
		require.Contains(t, c.Fix, "NTP")
	}
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte("<html>")) }))
	defer page.Close()
	require.Contains(t, examine(b.set("WORKWX_BASE_URL="+page.URL), exitFailure)["network"].Detail, "not as the platform does")
}

func TestDoctorCallbackURL(t *testing.T) {
	b := newBench(t)
	h, err := workwx.NewCallbackHandler(markerToken, markerAESKey, "wwtest", nil)
	require.NoError(t, err)
	good := httptest.NewServer(h)
	defer good.Close()
	require.Equal(t, checkFine, examine(b, exitOK, "--callback-url", good.URL+"/x?a=b")["callback URL"].Status)
	silent := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer silent.Close()
	require.Contains(t, examine(b, exitFailure, "--callback-url", silent.URL)["callback URL"].Detail, "something else")
	require.Contains(t, examine(b, exitFailure, "--callback-url", b.srv.URL)["callback URL"].Detail, "HTTP 404")
	require.Contains(t, examine(b, exitFailure, "--callback-url", "nonsense")["callback URL"].Fix, "whole URL")
	require.Contains(t, examine(b.set("WORKWX_CALLBACK_TOKEN=AnotherToken"), exitFailure, "--callback-url", good.URL)["callback URL"].Detail, "HTTP 401")
	r := b.try("doctor", "--callback-url", "http://127.0.0.1:1/"+markerKey)
	require.Equal(t, exitFailure, r.code)
	require.False(t, strings.Contains(r.out, "127.0.0.1:1/"), "not the URL, which may hold a secret")
}
