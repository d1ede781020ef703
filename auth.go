package workwx

import (
	"cmp"
	"context"
	"net/url"
	"strconv"
	"strings"
)

// OAuth2Scope says how much a page learns of the member who opens it.
type OAuth2Scope string

// The scopes of a page.
const (
	OAuth2ScopeBase        OAuth2Scope = "snsapi_base"        // who it is; the member is not asked
	OAuth2ScopePrivateInfo OAuth2Scope = "snsapi_privateinfo" // avatar, mobile and the like too, if the member agrees; the app must be visible to the member
)

// OAuth2Option changes what [Client.OAuth2URL] returns.
type OAuth2Option func(*oauth2Link)

type oauth2Link struct {
	scope   OAuth2Scope
	suiteID string
}

// WithOAuth2Scope sets the scope, which is [OAuth2ScopeBase] otherwise.
func WithOAuth2Scope(scope OAuth2Scope) OAuth2Option {
	return func(l *oauth2Link) { l.scope = scope }
}

// WithOAuth2Suite makes the link that of a third-party app, whose pages members of all corps that have
// installed it open. [Client.GetSuiteAuthUserInfo] tells who a code is.
func WithOAuth2Suite(suiteID string) OAuth2Option {
	return func(l *oauth2Link) { l.suiteID = suiteID }
}

// OAuth2URL returns the link that tells a page inside WeCom who opens it (构造网页授权链接). The platform
// redirects to redirectURI with the parameters code and state; [Client.GetAuthUserInfo] makes a member of
// the code. Compare state with what was sent, so that nobody can plant a code of somebody else's.
//
// redirectURI is an http or https URL whose host, port included, is a trusted domain of the app. state
// holds at most 128 letters and digits. The app is that of [WithAgentID], which
// [OAuth2ScopePrivateInfo] requires. What cannot work gives an [ArgumentError].
func (c *Client) OAuth2URL(redirectURI, state string, opts ...OAuth2Option) (string, error) {
	const api = "OAuth2URL"
	link := oauth2Link{scope: OAuth2ScopeBase}
	for _, opt := range opts {
		opt(&link)
	}
	if err := checkLink(api, redirectURI, state); err != nil {
		return "", err
	}
	switch link.scope {
	case OAuth2ScopeBase:
	case OAuth2ScopePrivateInfo:
		if c.AgentID() == 0 && link.suiteID == "" { // the platform would silently take it for snsapi_base
			return "", invalid(api, "agentid", "%s needs the app's id; use WithAgentID", link.scope)
		}
	default:
		return "", invalid(api, "scope", "%q is neither %s nor %s", link.scope, OAuth2ScopeBase, OAuth2ScopePrivateInfo)
	}
	// Old clients of WeCom depend on the order of the parameters.
	u := "https://open.weixin.qq.com/connect/oauth2/authorize?appid=" + escapeParam(cmp.Or(link.suiteID, c.CorpID())) +
		"&redirect_uri=" + escapeParam(redirectURI) + "&response_type=code&scope=" + string(link.scope) + "&state=" + state
	if c.AgentID() != 0 && link.suiteID == "" {
		u += "&agentid=" + strconv.FormatInt(c.AgentID(), 10)
	}
	return u + "#wechat_redirect", nil
}

// WebLoginType says which kind of app a web page logs in to.
type WebLoginType string

// The kinds of apps.
const (
	WebLoginTypeCorpApp    WebLoginType = "CorpApp"    // an app of the corp
	WebLoginTypeServiceApp WebLoginType = "ServiceApp" // a provider's app for logging in
)

// WebLoginLang is the language of the login page.
type WebLoginLang string

// The languages of the login page.
const (
	WebLoginLangZh WebLoginLang = "zh"
	WebLoginLangEn WebLoginLang = "en"
)

// WebLoginOption changes what [Client.WebLoginURL] returns.
type WebLoginOption func(*webLoginLink)

type webLoginLink struct {
	loginType WebLoginType
	suiteID   string
	lang      WebLoginLang
}

// WithWebLoginSuite logs in to a provider's app ([WebLoginTypeServiceApp]) instead of the client's.
func WithWebLoginSuite(suiteID string) WebLoginOption {
	return func(l *webLoginLink) { l.loginType, l.suiteID = WebLoginTypeServiceApp, suiteID }
}

// WithWebLoginLang sets the language of the login page, which the platform chooses otherwise.
func WithWebLoginLang(lang WebLoginLang) WebLoginOption {
	return func(l *webLoginLink) { l.lang = lang }
}

// WebLoginURL returns the link to the page where a member logs in to a web site by scanning a QR code
// (企业微信Web登录). The platform then redirects to redirectURI with the parameters code and state;
// [Client.GetAuthUserInfo] makes a member of the code.
//
// The host of redirectURI, port included, is the one that the app has configured for logging in. Compare
// state with what was sent, as for OAuth2URL; here it may hold any characters. Without [WithWebLoginSuite]
// the client needs [WithAgentID]. What cannot work gives an [ArgumentError].
func (c *Client) WebLoginURL(redirectURI, state string, opts ...WebLoginOption) (string, error) {
	const api = "WebLoginURL"
	link := webLoginLink{loginType: WebLoginTypeCorpApp}
	for _, opt := range opts {
		opt(&link)
	}
	if err := checkRedirect(api, redirectURI); err != nil {
		return "", err
	}
	u := "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=" + string(link.loginType)
	switch {
	case link.loginType == WebLoginTypeServiceApp && link.suiteID == "":
		return "", invalid(api, "appid", "the id of the suite is empty")
	case link.loginType == WebLoginTypeServiceApp:
		u += "&appid=" + escapeParam(link.suiteID)
	case c.AgentID() == 0:
		return "", invalid(api, "agentid", "the client has no agent id; use WithAgentID")
	default:
		u += "&appid=" + escapeParam(c.CorpID()) + "&agentid=" + strconv.FormatInt(c.AgentID(), 10)
	}
	u += "&redirect_uri=" + escapeParam(redirectURI) + "&state=" + escapeParam(state)
	switch link.lang {
	case "":
	case WebLoginLangZh, WebLoginLangEn:
		u += "&lang=" + string(link.lang)
	default:
		return "", invalid(api, "lang", "%q is neither %s nor %s", link.lang, WebLoginLangZh, WebLoginLangEn)
	}
	return u, nil
}

// checkRedirect refuses what the platform would refuse in front of the user.
func checkRedirect(api, redirectURI string) error {
	u, err := url.Parse(redirectURI)
	switch {
	case err != nil:
		return invalid(api, "redirect_uri", "it is not a URL")
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return invalid(api, "redirect_uri", "it must begin with http:// or https:// and a host")
	}
	return nil
}

// checkLink is checkRedirect for links whose state is checked by the platform too.
func checkLink(api, redirectURI, state string) error {
	const maxState = 128
	err := checkRedirect(api, redirectURI)
	switch {
	case err != nil:
		return err
	case len(state) > maxState:
		return invalid(api, "state", "%d characters are more than the limit of %d", len(state), maxState)
	case strings.ContainsFunc(state, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	}):
		return invalid(api, "state", "it may hold letters a-z, A-Z and digits only")
	}
	return nil
}

// escapeParam escapes a value for a query, a space as %20.
func escapeParam(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// GetAuthUserInfo returns who opened a page of [Client.OAuth2URL] or logged in through
// [Client.WebLoginURL] (获取用户登录身份): a member has a UserID, anybody else an OpenID.
//
// A code works once and for 5 minutes: [CodeInvalidOAuthCode], [CodeOAuthCodeUsed] and
// [CodeOAuthCodeExpired] mean that the user has to be sent there again. [CodeRedirectURLNotTrusted] says that
// the page's domain is not a trusted one. The call is not limited in number for valid codes.
//
// API: GET /cgi-bin/auth/getuserinfo
// Doc: https://developer.work.weixin.qq.com/document/path/91023
func (c *Client) GetAuthUserInfo(ctx context.Context, code string) (*AuthCodeUserInfo, error) {
	return exec(ctx, c, get, "/cgi-bin/auth/getuserinfo", param{"code", code}, new(AuthCodeUserInfo))
}

// AuthCodeUserInfo is who a code belongs to.
type AuthCodeUserInfo struct {
	UserID         string `json:"userid"`          // of a member; CorpID/UserID for one of a linked corp
	UserTicket     Secret `json:"user_ticket"`     // for GetAuthUserDetail, valid for 30 minutes; with OAuth2ScopePrivateInfo only
	OpenID         string `json:"openid"`          // of somebody who is not a member
	ExternalUserID string `json:"external_userid"` // of somebody who is a customer
	ParentUserID   string `json:"parent_userid"`   // of a parent, at a school
	UserDocTicket  Secret `json:"user_doc_ticket"` // to search documents as the member, valid for 30 days; not for every corp
}

// GetAuthUserDetail returns the personal data that a member agreed to show to a page (获取访问用户敏感信息).
// userTicket comes from [Client.GetAuthUserInfo] and is valid for 30 minutes; after that the errcode is
// [CodeUserTicketExpired]. What the member did not agree to is empty.
//
// API: POST /cgi-bin/auth/getuserdetail
// Doc: https://developer.work.weixin.qq.com/document/path/95833
func (c *Client) GetAuthUserDetail(ctx context.Context, userTicket Secret) (*AuthUserDetail, error) {
	return exec(ctx, c, post, "/cgi-bin/auth/getuserdetail", param{"user_ticket", userTicket}, new(AuthUserDetail))
}

// AuthUserDetail is the personal data of a member.
type AuthUserDetail struct {
	UserID  string `json:"userid"`
	Gender  Gender `json:"gender"`
	Avatar  string `json:"avatar"`  // URL
	QRCode  string `json:"qr_code"` // URL of a code with which outsiders add the member
	Mobile  string `json:"mobile"`
	Email   string `json:"email"`
	BizMail string `json:"biz_mail"` // the corp's own mailbox
	Address string `json:"address"`
}

// GetUserInfoByCode returns who opened a page, with the device (通过code获取用户信息). It is the older form of
// [Client.GetAuthUserInfo], and takes the same codes.
//
// Deprecated: use [Client.GetAuthUserInfo].
//
// API: GET /cgi-bin/user/getuserinfo
// Doc: https://developer.work.weixin.qq.com/document/path/91023
func (c *Client) GetUserInfoByCode(ctx context.Context, code string) (*UserIdentityInfo, error) {
	return exec(ctx, c, get, "/cgi-bin/user/getuserinfo", param{"code", code}, new(UserIdentityInfo))
}

// UserIdentityInfo is who a code belongs to, and on which device.
type UserIdentityInfo struct {
	UserID         string               `json:"UserId"`          // of a member
	OpenID         string               `json:"OpenId"`          // of somebody who is not a member
	ExternalUserID string               `json:"external_userid"` // of somebody who is a customer
	DeviceID       string               `json:"DeviceId"`        // changes when WeCom is installed anew
	Parents        []UserParentInSchool `json:"parents"`         // at schools: as whose parent the user is known
}

// UserParentInSchool is a parent in the contacts of a school.
type UserParentInSchool struct {
	CorpID       string `json:"corpid"` // the school
	ParentUserID string `json:"parent_userid"`
}

// ConvertJSCodeToSession returns who opened a mini program, and the key to the session
// (code2Session). jsCode comes from wx.qy.login and works once. The client is the app that is linked to
// the mini program.
//
// API: GET /cgi-bin/miniprogram/jscode2session
// Doc: https://developer.work.weixin.qq.com/document/path/91507
func (c *Client) ConvertJSCodeToSession(ctx context.Context, jsCode string) (*JSCodeSession, error) {
	req := &jsCodeToSessionRequest{JSCode: jsCode, GrantType: "authorization_code"}
	return exec(ctx, c, get, "/cgi-bin/miniprogram/jscode2session", req, new(JSCodeSession))
}

type jsCodeToSessionRequest struct {
	JSCode    string `json:"js_code"`
	GrantType string `json:"grant_type"`
}

// JSCodeSession is a session of a mini program.
type JSCodeSession struct {
	CorpID     string `json:"corpid"` // the user's corp
	UserID     string `json:"userid"`
	SessionKey Secret `json:"session_key"` // decrypts what the mini program reads of the user; keep it on the server
	OpenUserID string `json:"open_userid"` // the user's id for a provider; third-party apps only
}

// GetUserTFA returns whose second factor a page is asked to check, and the ticket that lets the member in
// afterwards (获取用户二次验证信息). code is the one that the platform added to the page's URL; it works once
// and for 5 minutes, after that the errcode is [CodeInvalidOAuthCode].
//
// The secret of the contacts (通讯录同步) may do this, and an app of the corp whose link from
// [Client.OAuth2URL] is the page's URL. At most 20 calls at a time.
//
// API: POST /cgi-bin/auth/get_tfa_info
// Doc: https://developer.work.weixin.qq.com/document/path/99499
func (c *Client) GetUserTFA(ctx context.Context, code string) (*GetUserTFAResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/auth/get_tfa_info", param{"code", code}, new(GetUserTFAResponse))
}

// GetUserTFAResponse is a member whose second factor is to be checked.
type GetUserTFAResponse struct {
	UserID  string `json:"userid"`
	TFACode Secret `json:"tfa_code"` // for FinishUserTFA; once, within 5 minutes
}

// FinishUserTFA lets a member use WeCom whose second factor the corp has checked (使用二次验证). The ticket is
// the one of [Client.GetUserTFA]: [CodeInvalidTFACode] says that it was used or has expired, errcode 40208
// that the member needs no second factor.
//
// API: POST /cgi-bin/user/tfa_succ
// Doc: https://developer.work.weixin.qq.com/document/path/99500
func (c *Client) FinishUserTFA(ctx context.Context, req *FinishUserTFARequest) error {
	return c.invoke(ctx, post, "/cgi-bin/user/tfa_succ", req, nil)
}

// FinishUserTFARequest is a member who has passed the check.
type FinishUserTFARequest struct {
	UserID  string `json:"userid"`
	TFACode Secret `json:"tfa_code"` // of GetUserTFA
}

// FinishUserAuth lets a member join whose identity the corp has checked at the first login (登录二次验证). The
// member's id comes from [Client.GetUserTFA] or [Client.GetAuthUserInfo].
//
// API: GET /cgi-bin/user/authsucc
// Doc: https://developer.work.weixin.qq.com/document/path/90203
func (c *Client) FinishUserAuth(ctx context.Context, userID string) error {
	return c.invoke(ctx, get, "/cgi-bin/user/authsucc", param{"userid", userID}, nil)
}
