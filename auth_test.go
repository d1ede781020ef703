package workwx

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOAuth2URL(t *testing.T) {
	t.Parallel()
	const base = "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wwcontacts&redirect_uri="
	app := contactsClient(t, nil)
	noApp := contactsClient(t, nil, func(s *settings) { s.agentID, s.agentIDSet = 0, false })
	private := []OAuth2Option{WithOAuth2Scope(OAuth2ScopePrivateInfo)}
	for _, test := range []struct {
		name            string
		client          *Client
		redirect, state string
		opts            []OAuth2Option
		want            string // after base
		field           string // of the error
	}{
		{"base", app, "https://example.com/in", "s1", nil,
			"https%3A%2F%2Fexample.com%2Fin&response_type=code&scope=snsapi_base&state=s1&agentid=1000007#wechat_redirect", ""},
		{"private", app, "https://example.com/in", "s1", private,
			"https%3A%2F%2Fexample.com%2Fin&response_type=code&scope=snsapi_privateinfo&state=s1&agentid=1000007#wechat_redirect", ""},
		{"a redirect with a query", app, "http://example.com:8080/in?a=1&b=x y+z#f", "", nil,
			"http%3A%2F%2Fexample.com%3A8080%2Fin%3Fa%3D1%26b%3Dx%20y%2Bz%23f&response_type=code&scope=snsapi_base&state=&agentid=1000007#wechat_redirect", ""},
		{"no app", noApp, "https://example.com/in", "s1", nil,
			"https%3A%2F%2Fexample.com%2Fin&response_type=code&scope=snsapi_base&state=s1#wechat_redirect", ""},
		{"private, no app", noApp, "https://example.com/in", "s1", private, "", "agentid"},
		{"another scope", app, "https://example.com/in", "s1", []OAuth2Option{WithOAuth2Scope("snsapi_userinfo")}, "", "scope"},
		{"the longest state", app, "https://example.com", strings.Repeat("aZ9", 43)[:128], nil,
			"https%3A%2F%2Fexample.com&response_type=code&scope=snsapi_base&state=" + strings.Repeat("aZ9", 43)[:128] + "&agentid=1000007#wechat_redirect", ""},
		{"a state too long", app, "https://example.com", strings.Repeat("a", 129), nil, "", "state"},
		{"a state with a dash", app, "https://example.com", "a-b", nil, "", "state"},
		{"a state that smuggles", app, "https://example.com", "a&agentid=1", nil, "", "state"},
		{"a state in Chinese", app, "https://example.com", "状态", nil, "", "state"},
		{"no redirect", app, "", "s1", nil, "", "redirect_uri"},
		{"a relative redirect", app, "/in", "s1", nil, "", "redirect_uri"},
		{"another scheme", app, "javascript:alert(1)", "s1", nil, "", "redirect_uri"},
		{"no host", app, "https:///in", "s1", nil, "", "redirect_uri"},
		{"no URL", app, "https://exa mple.com/%zz", "s1", nil, "", "redirect_uri"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := test.client.OAuth2URL(test.redirect, test.state, test.opts...)
			if test.field != "" {
				requireArgumentError(t, err, "OAuth2URL", test.field)
				require.Empty(t, got)
				return
			}
			require.NoError(t, err)
			require.Equal(t, base+test.want, got)
			u, err := url.Parse(got)
			require.NoError(t, err)
			require.Equal(t, test.redirect, u.Query().Get("redirect_uri"))
		})
	}
}

func TestWebLoginURL(t *testing.T) {
	t.Parallel()
	const base = "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type="
	app := contactsClient(t, nil)
	noApp := contactsClient(t, nil, func(s *settings) { s.agentID, s.agentIDSet = 0, false })
	for _, test := range []struct {
		name   string
		client *Client
		state  string
		opts   []WebLoginOption
		want   string
		field  string
	}{
		{"an app of the corp", app, "s1", nil,
			"CorpApp&appid=wwcontacts&agentid=1000007&redirect_uri=https%3A%2F%2Fexample.com%2Fin&state=s1", ""},
		{"in English", app, "", []WebLoginOption{WithWebLoginLang(WebLoginLangEn)},
			"CorpApp&appid=wwcontacts&agentid=1000007&redirect_uri=https%3A%2F%2Fexample.com%2Fin&state=&lang=en", ""},
		{"a provider's app", noApp, "s1", []WebLoginOption{WithWebLoginSuite("ww9suite"), WithWebLoginLang(WebLoginLangZh)},
			"ServiceApp&appid=ww9suite&redirect_uri=https%3A%2F%2Fexample.com%2Fin&state=s1&lang=zh", ""},
		{"no app", noApp, "s1", nil, "", "agentid"},
		{"no suite", app, "s1", []WebLoginOption{WithWebLoginSuite("")}, "", "appid"},
		{"another language", app, "s1", []WebLoginOption{WithWebLoginLang("fr")}, "", "lang"},
		{"a state to escape", app, "a-b c&lang=en", nil,
			"CorpApp&appid=wwcontacts&agentid=1000007&redirect_uri=https%3A%2F%2Fexample.com%2Fin&state=a-b%20c%26lang%3Den", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := test.client.WebLoginURL("https://example.com/in", test.state, test.opts...)
			if test.field != "" {
				requireArgumentError(t, err, "WebLoginURL", test.field)
				require.Empty(t, got)
				return
			}
			require.NoError(t, err)
			require.Equal(t, base+test.want, got)
		})
	}
	_, err := app.WebLoginURL("example.com/in", "s1")
	requireArgumentError(t, err, "WebLoginURL", "redirect_uri")
}

func requireArgumentError(t *testing.T, err error, api, field string) {
	t.Helper()
	var argument *ArgumentError
	require.True(t, errors.As(err, &argument), "%v", err)
	require.Equal(t, api, argument.API)
	require.Equal(t, field, argument.Field)
}

func TestUserInfoByCode(t *testing.T) {
	t.Parallel()
	answer := ""
	c := contactsClient(t, func(_, query, _ string) string {
		require.Equal(t, "code=C%2B1", query)
		return answer
	})
	for _, answer = range []string{
		`{"errcode":0,"errmsg":"ok","UserId":"wang","DeviceId":"d1","OpenId":"o1","external_userid":"wm1"}`,
		`{"errcode":0,"errmsg":"ok","userid":"wang","deviceid":"d1","openid":"o1","external_userid":"wm1"}`,
	} {
		old, err := c.GetUserInfoByCode(t.Context(), "C+1")
		require.NoError(t, err)
		require.Equal(t, &UserIdentityInfo{UserID: "wang", DeviceID: "d1", OpenID: "o1", ExternalUserID: "wm1"}, old)
		now, err := c.GetAuthUserInfo(t.Context(), "C+1")
		require.NoError(t, err)
		require.Equal(t, &AuthCodeUserInfo{UserID: "wang", OpenID: "o1", ExternalUserID: "wm1"}, now)
	}
	answer = `{"errcode":42022,"errmsg":"code been used"}`
	_, err := c.GetAuthUserInfo(t.Context(), "C+1")
	require.ErrorIs(t, err, CodeOAuthCodeUsed)
}

func TestConvertJSCodeToSession(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, query, _ string) string {
		require.Equal(t, "/cgi-bin/miniprogram/jscode2session", path)
		require.Equal(t, "js_code=J%26S&grant_type=authorization_code", query)
		return `{"errcode":0,"errmsg":"ok","corpid":"ww1","userid":"wang","session_key":"verykey"}`
	})
	session, err := c.ConvertJSCodeToSession(t.Context(), "J&S")
	require.NoError(t, err)
	require.Equal(t, &JSCodeSession{CorpID: "ww1", UserID: "wang", SessionKey: "verykey"}, session)
	require.NotContains(t, fmt.Sprintf("%+v", session), "verykey")
}
