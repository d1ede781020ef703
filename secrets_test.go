package workwx_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// The credentials that a client has for good. The others are what the platform issues.
func ownSecrets() []string {
	return []string{
		faultSecret, marker + "-suite/secret+==", marker + "-provider/secret+==",
		marker + "-model/secret+==", marker + "-device/secret+==",
	}
}

// indiscreet is a platform, or what stands before it, that tells all that it knows: it issues the tokens that
// a client asks for, and to every other call answers with the request and the client's secrets.
type indiscreet struct {
	answer func(req *http.Request, told string) (*http.Response, error)
}

func (p indiscreet) RoundTrip(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
		req.Body.Close()
	}
	sent := string(body)
	if strings.Contains(req.URL.RawQuery+sent, "wwcorp") || strings.Contains(sent, "wwsuite") || strings.Contains(sent, "wwmodel") ||
		strings.Contains(sent, "wwdevice") || req.URL.Query().Has("fetched") {
		return issueTokens(req), nil
	}
	plain, _ := url.QueryUnescape(req.URL.RawQuery)
	told := strings.Join(append(ownSecrets(), req.Method, req.URL.String(), string(body), plain), " | ")
	for _, secret := range append(ownSecrets(), req.URL.Query().Get("access_token")) {
		escaped := url.QueryEscape(secret)
		told += " | " + escaped + " | " + strings.NewReplacer("%2F", "%2f", "%2B", "%2b", "%3D", "%3d").Replace(escaped) + " | " + url.PathEscape(secret)
	}
	return p.answer(req, told)
}

func issueTokens(req *http.Request) *http.Response {
	return httpAnswer(req, 200, "application/json", fmt.Sprintf(`{"errcode":0,"access_token":%q,"suite_access_token":%q,"provider_access_token":%q,`+
		`"model_access_token":%q,"device_access_token":%q,"expires_in":7200}`,
		faultToken, marker+"-suite/token+==", marker+"-provider/token+==", marker+"-model/token+==", marker+"-device/token+=="))
}

func httpAnswer(req *http.Request, status int, contentType, body string) *http.Response {
	return &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {contentType}}, Body: io.NopCloser(strings.NewReader(body)),
		ContentLength: int64(len(body)), Request: req}
}

// indiscretions are the ways to tell.
func indiscretions() map[string]func(req *http.Request, told string) (*http.Response, error) {
	quote := func(s string) string { b, _ := json.Marshal(s); return string(b) }
	return map[string]func(req *http.Request, told string) (*http.Response, error){
		"errmsg": func(req *http.Request, told string) (*http.Response, error) {
			return httpAnswer(req, 200, "application/json", `{"errcode":60011,"errmsg":`+quote(told+", hint: ["+told+"], from ip: "+told+", more info at "+told)+`}`), nil
		},
		"token refused": func(req *http.Request, told string) (*http.Response, error) {
			return httpAnswer(req, 200, "application/json", `{"errcode":40014,"errmsg":`+quote(told)+`}`), nil
		},
		"page": func(req *http.Request, told string) (*http.Response, error) {
			return httpAnswer(req, 502, "text/html; "+told, "<html>"+strings.ReplaceAll(faultSecret, "/", `\/`)+told), nil
		},
		"broken JSON": func(req *http.Request, told string) (*http.Response, error) {
			return httpAnswer(req, 200, "application/json", `{"errcode":0,"errmsg":`+quote(told)), nil
		},
		"redirect": func(req *http.Request, told string) (*http.Response, error) {
			resp := httpAnswer(req, 302, "text/plain", told)
			resp.Header.Set("Location", "https://elsewhere.example.com/"+url.PathEscape(told)+"?"+req.URL.RawQuery)
			return resp, nil
		},
		"bad redirect": func(req *http.Request, told string) (*http.Response, error) {
			resp := httpAnswer(req, 302, "text/plain", told)
			resp.Header.Set("Location", "https://%zz/?"+req.URL.RawQuery)
			return resp, nil
		},
		"transport": func(_ *http.Request, told string) (*http.Response, error) { return nil, errors.New(told) },
		"dialler": func(req *http.Request, _ string) (*http.Response, error) {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &url.Error{Op: req.Method, URL: req.URL.String(), Err: io.EOF}}
		},
		"body": func(req *http.Request, told string) (*http.Response, error) {
			resp := httpAnswer(req, 200, "application/json", "")
			resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"errcode":0,`), failingReader{errors.New(told)}))
			resp.ContentLength = -1
			return resp, nil
		},
	}
}

type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }

// TestSecretsOfEveryMethod has every method meet a platform that quotes what it was sent, and all secrets,
// in each way that there is. Nothing of that may be seen, by whatever a program prints.
func TestSecretsOfEveryMethod(t *testing.T) {
	t.Parallel()
	for name, answer := range indiscretions() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var seen transcript
			c := secretiveClient(t, &seen, indiscreet{answer})
			failures := 0
			for _, call := range workwx.EndpointCalls(c, marker+"-request/") {
				seen.Reset()
				result, err := call.Do(t.Context())
				if err != nil {
					failures++
				}
				show(&seen, c, err, result)
				requireNoSecret(t, seen.String())
			}
			require.Greater(t, failures, 300)
		})
	}
}

// secretiveClient has a marker in every credential that there is.
func secretiveClient(t *testing.T, seen *transcript, transport http.RoundTripper, opts ...workwx.Option) *workwx.Client {
	t.Helper()
	own := ownSecrets()
	suite := workwx.Suite{SuiteID: "wwsuite", SuiteSecret: workwx.Secret(own[1]),
		Ticket: func(context.Context) (workwx.Secret, error) { return marker + "-suite/ticket+==", nil }}
	fmt.Fprintf(seen, "%v %+v %s %q %x %d", suite, suite, suite.SuiteSecret, suite.SuiteSecret, suite.SuiteSecret, suite.SuiteSecret)
	model := workwx.DeviceModel{ModelID: "wwmodel", ModelSecret: workwx.Secret(own[3]),
		Ticket: func(context.Context) (workwx.Secret, error) { return marker + "-model/ticket+==", nil }}
	fmt.Fprintf(seen, "%v %+v", model, model)
	c, err := workwx.NewClient("wwcorp", own[0], append([]workwx.Option{
		workwx.WithSuite(suite), workwx.WithProviderSecret(own[2]), workwx.WithAgentID(1000002),
		workwx.WithDeviceModel(model), workwx.WithDevice("wwdevice", workwx.Secret(own[4])),
		workwx.WithHTTPClient(&http.Client{Transport: transport}), workwx.WithRetry(workwx.RetryPolicy{Attempts: 2}),
		workwx.WithLogger(slog.New(slog.NewJSONHandler(seen, &slog.HandlerOptions{Level: slog.LevelDebug}))),
		workwx.WithLogger(slog.New(slog.NewTextHandler(seen, &slog.HandlerOptions{Level: slog.LevelDebug}))),
		workwx.WithHooks(workwx.Hooks{
			OnCall:  func(_ context.Context, i workwx.CallInfo) { show(seen, i, i.Err) },
			OnToken: func(_ context.Context, i workwx.TokenInfo) { show(seen, i, i.Err) },
		}),
	}, opts...)...)
	require.NoError(t, err)
	return c
}

// TestSecretsOfTokenFetches: what goes wrong while a token is fetched quotes the credentials themselves.
func TestSecretsOfTokenFetches(t *testing.T) {
	t.Parallel()
	const ofDevice = "/cgi-bin/openhw/device/report_device_status"
	for name, answer := range indiscretions() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, path := range []string{
				"/cgi-bin/department/delete", "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd", "/cgi-bin/service/corpid_to_opencorpid",
				"/cgi-bin/openhw/model/unregister_sn", ofDevice,
			} {
				var seen transcript
				c := secretiveClient(t, &seen, roundTrip(func(req *http.Request) (*http.Response, error) {
					if path == ofDevice && req.URL.Path == "/cgi-bin/openhw/get_model_token" {
						return issueTokens(req), nil
					}
					var body []byte
					if req.Body != nil {
						body, _ = io.ReadAll(req.Body)
					}
					plain, _ := url.QueryUnescape(req.URL.RawQuery)
					return answer(req, strings.Join(append(ownSecrets(), req.URL.String(), string(body), plain), " "))
				}))
				called := false
				for _, call := range workwx.EndpointCalls(c, marker) {
					if call.Path == path {
						called = true
						_, err := call.Do(t.Context())
						require.ErrorAs(t, err, new(*workwx.TokenError), path)
						show(&seen, err)
					}
				}
				require.True(t, called, path)
				requireNoSecret(t, seen.String())
			}
		})
	}
}

// TestSecretsOfATokenService that fails as net/http does, with the URL.
func TestSecretsOfATokenService(t *testing.T) {
	t.Parallel()
	var seen transcript
	c := secretiveClient(t, &seen, http.DefaultTransport, workwx.WithTokenSource(workwx.TokenSourceFunc(func(context.Context) (workwx.Token, error) {
		return workwx.Token{}, &url.Error{Op: "Get", URL: "https://tokens.example.com/?corpsecret=" + marker, Err: io.EOF}
	})))
	err := c.DeleteDepartment(t.Context(), 1)
	require.ErrorIs(t, err, io.EOF)
	requireNoSecret(t, fmt.Sprintf("%v %+v", err, err))
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestSecretsInTwo: an excerpt ends somewhere, and that may be within a secret.
func TestSecretsInTwo(t *testing.T) {
	t.Parallel()
	padding := 0
	c := secretiveClient(t, new(transcript), indiscreet{func(req *http.Request, _ string) (*http.Response, error) {
		return httpAnswer(req, 502, "text/html", strings.Repeat("x", padding)+faultSecret+strings.Repeat(faultToken+" ", 100)), nil
	}}, workwx.WithRetry(workwx.RetryPolicy{Attempts: 1}))
	for ; padding < 4200; padding++ {
		if padding == 600 {
			padding = 3900
		}
		var answer *workwx.ResponseError
		require.ErrorAs(t, c.DeleteDepartment(t.Context(), 1), &answer)
		require.NotContains(t, answer.Excerpt, marker[:4])
		require.LessOrEqual(t, len(answer.Excerpt), 512)
	}
}

// TestSecretsOfAnswers: the tickets, codes and tokens of an answer are there for the program, and not for its
// log.
func TestSecretsOfAnswers(t *testing.T) {
	t.Parallel()
	c := secretiveClient(t, new(transcript), http.DefaultTransport)
	secrets := 0
	for _, e := range workwx.Endpoints() {
		result, body := workwx.FilledResult(c, e, marker)
		if bytes.Contains(body, []byte(marker)) {
			secrets++
		}
		seen := fmt.Sprintf("%v %+v %#v", result, result, result)
		for v := reflect.ValueOf(result); v.IsValid() && v.Kind() == reflect.Pointer; v = v.Elem() {
			seen += fmt.Sprintf("%+v", v.Elem())
		}
		require.NotContains(t, seen, marker, e.Name)
	}
	require.GreaterOrEqual(t, secrets, 10)
	var seen transcript
	issued := workwx.Token{Value: marker, ExpiresAt: time.Now()}
	fmt.Fprintf(&seen, "%v %+v %#v %s %q %x", issued, &issued, issued, issued, issued, issued)
	slog.New(slog.NewJSONHandler(&seen, nil)).Info("issued", "token", issued, "secret", issued.Value)
	slog.New(slog.NewTextHandler(&seen, nil)).Info("issued", "token", issued, "secret", issued.Value)
	requireNoSecret(t, seen.String())
}

// TestSecretsOfCallbacksAndRobots: so do the keys of callbacks and the URLs of robots.
func TestSecretsOfCallbacksAndRobots(t *testing.T) {
	t.Parallel()
	var seen transcript
	const token, key = marker + "token", marker + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	h, err := workwx.NewCallbackHandler(token, key, "wwcorp", nil)
	require.NoError(t, err)
	crypto, err := workwx.NewCallbackCrypto(token, key, "wwcorp")
	require.NoError(t, err)
	show(&seen, h, crypto, *crypto)
	_, err = workwx.NewCallbackHandler(token, key+marker, "wwcorp", nil)
	show(&seen, err)
	_, err = workwx.NewCallbackHandler(" "+token, key, "wwcorp", nil)
	show(&seen, err)
	_, _, err = crypto.Decrypt(key)
	show(&seen, err)
	req := workwxtest.SignedRequest(token, key, "wwother", "<xml><MsgType>text</MsgType></xml>")
	rec := &statusWriter{header: http.Header{}}
	h.ServeHTTP(rec, req)
	require.Equal(t, 403, rec.status)
	show(&seen, rec.body.String(), rec.header)

	for _, answer := range indiscretions() {
		hc := workwx.WithHTTPClient(&http.Client{Transport: indiscreet{answer}})
		once := workwx.WithRetry(workwx.RetryPolicy{Attempts: 1})
		robot, err := workwx.NewWebhook("https://qyapi.example.com/cgi-bin/webhook/send?key="+marker+"-robot", hc, once,
			workwx.WithHooks(workwx.Hooks{OnCall: func(_ context.Context, i workwx.CallInfo) { show(&seen, i, i.Err) }}))
		require.NoError(t, err)
		_, uploadErr := robot.UploadFile(t.Context(), workwx.NewMediaFromBuffer("a.txt", []byte("0123456789")))
		show(&seen, robot, *robot, uploadErr)
		// What is told holds a client's secrets, which a robot does not know: only its own is looked for.
		require.NotContains(t, seen.String(), marker+"-robot")
	}
	for _, bad := range []string{"https://%zz?key=" + marker, marker + " x", "https://host/?x=" + marker} {
		_, err := workwx.NewWebhook(bad)
		require.Error(t, err)
		requireNoSecret(t, fmt.Sprintf("%v %+v %#v", err, err, err))
	}
	for _, bad := range []workwx.Option{
		workwx.WithBaseURL("https://user:" + marker + "@host"), workwx.WithBaseURL("https://host/?key=" + marker), workwx.WithCredentials("ww", marker+" "),
	} {
		_, err := workwx.NewClient("ww", marker, bad)
		require.Error(t, err)
		requireNoSecret(t, fmt.Sprintf("%v %+v %#v", err, err, err))
	}
}

type statusWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *statusWriter) Header() http.Header         { return w.header }
func (w *statusWriter) WriteHeader(status int)      { w.status = status }
func (w *statusWriter) Write(p []byte) (int, error) { return w.body.Write(p) }

// TestRedirectsTellNobody: wherever a redirect leads, and whatever call it answers, no other host is told
// anything; and the caller's own policy still counts.
func TestRedirectsTellNobody(t *testing.T) {
	t.Parallel()
	const base = "https://qyapi.example.com"
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, location := range []string{
			"https://elsewhere.example.com/", "https://qyapi.example.com.evil.example/", "https://a.qyapi.example.com/", "//elsewhere.example.com/",
			"http://qyapi.example.com/", "https://qyapi.example.com:8443/", "https://qyapi.example.com@elsewhere.example.com/", `/\elsewhere.example.com/`,
			"HTTPS://ELSEWHERE.EXAMPLE.COM/", "ftp://qyapi.example.com/",
		} {
			var mu sync.Mutex
			others := []string{}
			redirectTokens := false
			transport := roundTrip(func(req *http.Request) (*http.Response, error) {
				if req.Body != nil {
					io.Copy(io.Discard, req.Body)
					req.Body.Close()
				}
				if req.URL.Scheme+"://"+req.URL.Host != base {
					mu.Lock()
					defer mu.Unlock()
					others = append(others, req.URL.String())
					return httpAnswer(req, 200, "application/json", `{"errcode":0}`), nil
				}
				if !redirectTokens && strings.Contains(req.URL.Path, "token") {
					return httpAnswer(req, 200, "application/json", fmt.Sprintf(`{"errcode":0,"access_token":%q,"expires_in":7200}`, faultToken)), nil
				}
				resp := httpAnswer(req, status, "text/html", "moved")
				resp.Header.Set("Location", location+strings.TrimPrefix(req.URL.RequestURI(), "/"))
				if strings.HasPrefix(location, "/\\") && strings.Contains(req.Header.Get("Referer"), marker) {
					resp = httpAnswer(req, 200, "application/json", `{"errcode":0}`) // it is a path of the same host
				}
				return resp, nil
			})
			var seen transcript
			c := secretiveClient(t, &seen, transport, workwx.WithBaseURL(base), workwx.WithRetry(workwx.RetryPolicy{Attempts: 1}))
			for range 2 {
				for _, call := range faultCalls(c) {
					show(&seen, call.do(t.Context()))
				}
				_, err := c.UploadTempFileMedia(t.Context(), workwx.NewMediaFromBuffer("a.txt", []byte("0123456789")))
				show(&seen, err)
				_, err = c.DownloadTempMedia(t.Context(), &workwx.DownloadTempMediaRequest{MediaID: "m"})
				show(&seen, err)
				_, err = c.ConvertSuiteUnionIDToExternalUserIDs(t.Context(), &workwx.ConvertSuiteUnionIDToExternalUserIDsRequest{}) // whose token is fetched with a POST that holds the secrets
				require.Error(t, err)
				show(&seen, err)
				redirectTokens = true
				c, err = c.With(workwx.WithCredentials("wwother", faultSecret))
				require.NoError(t, err)
			}
			robot, err := workwx.NewWebhook(marker+"-robot", workwx.WithBaseURL(base), workwx.WithHTTPClient(&http.Client{Transport: transport}))
			require.NoError(t, err)
			show(&seen, robot.SendText(t.Context(), "hello"))
			require.Empty(t, others, "%d %s", status, location)
			requireNoSecret(t, seen.String())
		}
	}

	own := errors.New("the caller does not want it")
	asked := 0
	hc := &http.Client{
		Timeout: time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			asked++
			return own
		},
		Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
			resp := httpAnswer(req, 302, "text/html", "")
			resp.Header.Set("Location", "/again?"+req.URL.RawQuery)
			return resp, nil
		}),
	}
	c, err := workwx.NewClient("wwcorp", faultSecret, workwx.WithHTTPClient(hc), workwx.WithRetry(workwx.RetryPolicy{Attempts: 1}))
	require.NoError(t, err)
	err = c.DeleteDepartment(t.Context(), 1)
	require.ErrorIs(t, err, own)
	require.Equal(t, 1, asked)
	requireNoSecret(t, fmt.Sprintf("%v %+v %#v", err, err, err))
}
