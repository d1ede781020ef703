package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

func TestAPI(t *testing.T) {
	b := newBench(t)
	var user workwx.User
	require.NoError(t, json.Unmarshal([]byte(b.ok("api", "GET", "/cgi-bin/user/get", "-q", "userid=lisi")), &user))
	require.Equal(t, "李四", user.Name)
	for _, args := range [][]string{{"get", "user/get?userid=lisi"}, {"user/get", "-q", "userid=lisi"}, {"/user/get", "-q", "userid=lisi"}} {
		require.Contains(t, b.ok(append([]string{"api"}, args...)...), "李四")
	}
	require.Contains(t, b.ok("api", "tag/create", "-d", `{"tagname":"new & <shiny>"}`), `"tagid": 2`)
	require.Contains(t, b.ok("tag", "list"), "new & <shiny>")
	b.with(`{"tagid":2,"tagname":"from stdin"}`).ok("api", "POST", "tag/update", "-d", "-")
	file := filepath.Join(t.TempDir(), "body.json")
	require.NoError(t, os.WriteFile(file, []byte("\ufeff"+`{"tagid":2,"tagname":"from a file"}`+"\n"), 0o600))
	b.ok("api", "tag/update", "-d", "@"+file)
	require.Contains(t, b.ok("tag", "list"), "from a file")

	// The answer of a refusal is printed too.
	r := b.try("api", "user/get", "-q", "userid=nobody")
	require.Equal(t, exitRefused, r.code)
	require.Contains(t, r.out, `"errcode": 60111`)
	require.Contains(t, r.err, "no such member")
}

func TestAPIUnknownPath(t *testing.T) {
	b := newBench(t)
	said := b.fails(exitNoAnswer, "api", "user/gett")
	require.Contains(t, said, "/cgi-bin/user/gett is not known to this version; similar are /cgi-bin/user/get")
	require.Contains(t, said, "HTTP 404", "it was called all the same")
	b.srv.RespondJSON("/cgi-bin/brand/new", `{"errcode":0,"errmsg":"ok","n":12345678901234567890}`)
	r := b.try("api", "POST", "/cgi-bin/brand/new", "-d", "{}")
	require.Zero(t, r.code)
	require.Contains(t, r.out, "12345678901234567890", "as it came")
	require.Contains(t, r.err, "not known")
	require.Equal(t, "GET", b.srv.RequestsTo("/cgi-bin/user/gett")[0].Method)
	require.Equal(t, "POST", b.srv.RequestsTo("/cgi-bin/brand/new")[0].Method)
}

func TestAPISecrets(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.ok("api", "get_jsapi_ticket"), `"ticket": "[redacted]"`)
	require.Contains(t, b.ok("api", "get_jsapi_ticket", "--show"), `"ticket": "ticket-`)
	for _, name := range []string{"access_token", "corpsecret", "key", "suite_ticket"} {
		require.Contains(t, b.fails(exitUsage, "api", "user/get", "-q", name+"="+markerSecret), "does not go on the command line")
	}
	require.Contains(t, b.fails(exitUsage, "api", "user/get?access_token="+markerSecret), "does not go on the command line")
	require.Contains(t, b.fails(exitUsage, "api", "gettoken"), "see workwx token")
	require.Contains(t, b.fails(exitUsage, "api", "webhook/send", "-d", "{}"), "see workwx token and workwx webhook")
	for _, e := range workwx.Endpoints() {
		if e.Token != "access_token" {
			require.Contains(t, b.fails(exitUsage, "api", e.Path), "cannot be called with this tool: it takes ")
		}
	}
}

func TestAPIUsage(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.fails(exitUsage, "api", "PUT", "user/get"), "GET or POST")
	require.Contains(t, b.fails(exitUsage, "api", "user/get", "-d", "{}"), "a GET has no body")
	require.Contains(t, b.fails(exitUsage, "api", "tag/create", "-d", "{"), "-d: the JSON is")
	require.Contains(t, b.fails(exitUsage, "api", "tag/create", "-d", "@/does/not/exist"), "no such file")
	require.Contains(t, b.fails(exitUsage, "api", "user/get", "-q", "userid"), "NAME=VALUE")
	require.Contains(t, b.fails(exitUsage, "api"), "usage: workwx api [options] [METHOD] PATH")
	require.Empty(t, b.srv.RequestsTo("/cgi-bin/user/get"))
}

func TestAPIDoc(t *testing.T) {
	b := newBench(t)
	require.Equal(t, "https://developer.work.weixin.qq.com/document/path/90196\n", b.ok("api", "--doc", "user/get"))
	info := read[endpointInfo](b, "api", "--doc", "/cgi-bin/user/get")
	require.Equal(t, "GetUser", info.Go)
	require.Contains(t, b.fails(exitUsage, "api", "--doc", "user/gett"), "similar are /cgi-bin/user/get")
	for _, e := range workwx.Endpoints() {
		full, found := endpoint(strings.TrimPrefix(e.Path, "/cgi-bin"))
		require.Equal(t, e.Path, full)
		require.NotNil(t, found)
	}
}

func TestEndpoints(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.ok("endpoints", "user", "GET"), "/cgi-bin/user/get ")
	require.Contains(t, b.ok("endpoints", "读取成员"), "GetUser")
	require.Len(t, read[[]endpointInfo](b, "endpoints"), len(workwx.Endpoints()))
	require.Contains(t, b.fails(exitFailure, "endpoints", "no", "such", "thing"), "no endpoint")
}

func TestHideSecrets(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"access_token":"abc","n":1.50}`:                                 `{"access_token":"[redacted]","n":1.50}`,
		`{"a":{"suite_ticket":"x\"y\\"},"b":[{"Secret": "z"} ,"secret"]}`: `{"a":{"suite_ticket":"[redacted]"},"b":[{"Secret": "[redacted]"} ,"secret"]}`,
		`{"ticket":""}`:                                      `{"ticket":""}`,
		`{"ticket":7,"key":"k","token":"t"}`:                 `{"ticket":7,"key":"k","token":"t"}`,
		`{"ticket":["a"],"x":"ticket","EncodingAESKey":"e"}`: `{"ticket":["a"],"x":"ticket","EncodingAESKey":"[redacted]"}`,
		`{"jsapi_ticket":"a","b":"c","d_secret":"e"}`:        `{"jsapi_ticket":"[redacted]","b":"c","d_secret":"[redacted]"}`,
		`{"ticket":"a`:                                       `{"ticket":"a`,
		`[]`:                                                 `[]`,
	} {
		require.Equal(t, want, string(hideSecrets([]byte(text))))
	}
}
