package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx/workwxtest"
)

// newPlatform is the platform's page behind the link of [workwx.Client.OAuth2URL]: it asks nobody and lets
// zhangsan in.
func newPlatform(t *testing.T, srv *workwxtest.Server) *httptest.Server {
	platform := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		if r.Host != "open.weixin.qq.com" || r.URL.Path != "/connect/oauth2/authorize" || q.Get("appid") != srv.CorpID() || q.Get("response_type") != "code" {
			http.Error(w, "not the link that is documented: "+r.Host+r.URL.String(), http.StatusBadRequest)
			return
		}
		back, err := url.Parse(q.Get("redirect_uri"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		back.RawQuery = url.Values{"code": {srv.IssueCode("zhangsan")}, "state": {q.Get("state")}}.Encode()
		http.Redirect(w, r, back.String(), http.StatusFound)
	}))
	t.Cleanup(platform.Close)
	return platform
}

func newTestSite(t *testing.T, srv *workwxtest.Server) *httptest.Server {
	mounted := httptest.NewUnstartedServer(nil)
	baseURL := "https://" + mounted.Listener.Addr().String()
	mounted.Config.Handler = newSite(srv.Client(), baseURL)
	mounted.StartTLS()
	t.Cleanup(mounted.Close)
	return mounted
}

// TestBrowser logs in with a real browser, for which the platform's host name leads to the page above.
func TestBrowser(t *testing.T) {
	browser := findBrowser(t)
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	platform := newPlatform(t, srv)
	mounted := newTestSite(t, srv)

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser),
		chromedp.NoSandbox,
		chromedp.Flag("ignore-certificate-errors", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("host-resolver-rules", "MAP open.weixin.qq.com:443 "+platform.Listener.Addr().String()),
	)
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	defer cancel()
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()

	var who string
	require.NoError(t, chromedp.Run(ctx,
		chromedp.Navigate(mounted.URL),
		chromedp.Text("#who", &who, chromedp.ByID),
	))
	require.Equal(t, "zhangsan", who)
	require.NoError(t, chromedp.Cancel(ctx)) // closes the browser and waits for it
}

// findBrowser skips the test where there is no Chromium or Chrome, unless EXAMPLES_TEST_REQUIRE_BROWSER is set.
func findBrowser(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("EXAMPLES_TEST_REQUIRE_BROWSER") != "" {
		t.Fatal("no Chromium found; install it")
	}
	t.Skip("NOT TESTED: no Chromium found; install it to see the page in a real browser")
	return ""
}

// TestStolenLink: an answer that another browser asked for lets nobody in.
func TestStolenLink(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	mounted := newTestSite(t, srv)
	get := func(query string, cookies ...*http.Cookie) (int, string) {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, mounted.URL+"/login/done?"+query, nil)
		require.NoError(t, err)
		for _, c := range cookies {
			req.AddCookie(c)
		}
		client := mounted.Client()
		client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		resp, err := client.Do(req)
		require.NoError(t, err)
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		return resp.StatusCode, resp.Header.Get("Location") + string(body)
	}
	code := srv.IssueCode("zhangsan")

	status, _ := get("state=abc&code=" + code)
	require.Equal(t, http.StatusBadRequest, status, "no cookie")
	status, _ = get("state=abc&code="+code, &http.Cookie{Name: "state", Value: "xyz"})
	require.Equal(t, http.StatusBadRequest, status, "another state")
	status, _ = get("state=&code="+code, &http.Cookie{Name: "state", Value: ""})
	require.Equal(t, http.StatusBadRequest, status, "an empty state")

	status, answer := get("state=abc&code=worn-out", &http.Cookie{Name: "state", Value: "abc"})
	require.Equal(t, http.StatusFound, status)
	require.True(t, strings.HasPrefix(answer, "/login"), "an old code: once more")

	visitor := srv.IssueVisitorCode("openid-1", "")
	status, _ = get("state=abc&code="+visitor, &http.Cookie{Name: "state", Value: "abc"})
	require.Equal(t, http.StatusForbidden, status, "no member")
}
