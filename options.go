package workwx

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"
)

// DefaultBaseURL is where the platform is.
const DefaultBaseURL = "https://qyapi.weixin.qq.com"

// Option configures a [Client]. What options say is checked by [NewClient], once, together.
type Option func(*settings)

// settings are what the options say. They are not changed once a client is made of them.
type settings struct {
	corpID         string
	corpSecret     Secret
	agentID        int64
	agentIDSet     bool
	baseURL        string
	base           *url.URL // baseURL, parsed
	httpClient     *http.Client
	ownHTTP        bool // httpClient is ours already: copied and guarded
	suite          Suite
	providerSecret Secret
	deviceModel    DeviceModel
	deviceSN       string
	deviceSecret   Secret
	payToolSecret  Secret
	tokenSource    TokenSource
	tokenStore     harmlessStore // nil if there is none
	hooks          *Hooks
	limiter        limiter // nil if there is none
	retry          RetryPolicy
	timeout        time.Duration
	userAgent      string
	maxResponse    int64
	codec          JSONCodec // nil for encoding/json
	noWait         bool      // of a Webhook
	problem        error     // the first thing wrong with an option
}

func defaultSettings() *settings {
	return &settings{
		baseURL:     DefaultBaseURL,
		httpClient:  &http.Client{Transport: defaultTransport()},
		hooks:       &Hooks{},
		retry:       RetryPolicy{Attempts: 3, BaseDelay: 200 * time.Millisecond, MaxDelay: 2 * time.Second},
		timeout:     15 * time.Second,
		userAgent:   "workwx-go/" + version(),
		maxResponse: 64 << 20,
	}
}

// version is that of this module in the program that is running.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/go-workwx/workwx" {
				return m.Version
			}
		}
	}
	return "devel"
}

// defaultTransport keeps as many idle connections as an SDK needs whose calls all go to one host:
// net/http keeps two, and opens a connection for every call beyond. It has no ResponseHeaderTimeout: that
// would be one more timer for every call, a tenth of what a call takes, and calls have a deadline anyway.
func defaultTransport() *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true, // where offered; net/http leaves it to HTTP/1 when there is a dialer
		MaxIdleConns:          512,
		MaxIdleConnsPerHost:   256,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
		HTTP2: &http.HTTP2Config{ // a connection that died unnoticed is found out and replaced
			SendPingTimeout: 30 * time.Second,
			PingTimeout:     15 * time.Second,
		},
		MaxResponseHeaderBytes: 1 << 20,
	}
}

// WithCredentials sets corp and secret, for [Client.With].
func WithCredentials(corpID, corpSecret string) Option {
	return func(s *settings) {
		s.corpID, s.corpSecret = corpID, Secret(corpSecret)
		s.tokenSource = nil
	}
}

// WithAgentID sets the app's id, which sending messages needs. It is the AgentId on the app's page of
// the admin console.
func WithAgentID(agentID int64) Option {
	return func(s *settings) { s.agentID, s.agentIDSet = agentID, true }
}

// errNoAgentID is what calls fail with that act for an app.
func errNoAgentID(api string) error {
	return invalid(api, "", "the client has no agent id; use WithAgentID")
}

// WithBaseURL sends the calls elsewhere than to [DefaultBaseURL]: to a reverse proxy that has a fixed
// address, a private deployment, a test server. A path is kept as a prefix.
func WithBaseURL(baseURL string) Option {
	return func(s *settings) { s.baseURL = strings.TrimRight(baseURL, "/") }
}

// WithHTTPClient has the calls carried by one's own http.Client: its transport, cookie jar and redirect
// policy are used, and it is not changed. Its Timeout also ends uploads and downloads; prefer
// [WithTimeout], which does not.
func WithHTTPClient(hc *http.Client) Option {
	return func(s *settings) { s.httpClient, s.ownHTTP = hc, false }
}

// Suite is a third-party app (第三方应用) of a service provider. Its endpoints take a token of their own,
// which the platform issues for the ticket that it pushes to the callback URL every 10 minutes.
type Suite struct {
	SuiteID     string
	SuiteSecret Secret
	// Ticket returns the newest suite_ticket that arrived. It lives for 30 minutes.
	Ticket func(ctx context.Context) (Secret, error)
}

// WithSuite lets the client call the endpoints of a third-party app.
func WithSuite(suite Suite) Option {
	return func(s *settings) {
		if suite.SuiteID == "" || suite.SuiteSecret == "" || suite.Ticket == nil {
			s.fail("WithSuite", "SuiteID, SuiteSecret and Ticket must be set")
		}
		s.suite = suite
	}
}

// WithProviderSecret lets the client call the endpoints of a service provider (服务商): the corp is the
// provider's then. Without it, the corp's secret is taken for the provider's.
func WithProviderSecret(secret string) Option {
	return func(s *settings) { s.providerSecret = Secret(secret) }
}

// DeviceModel is a model of devices (设备型号) that a maker connects through its own cloud. Its endpoints take a
// token of their own, which the platform issues for the ticket that it pushes to the callback URL every 10
// minutes.
type DeviceModel struct {
	ModelID     string // on the model's page of the provider console
	ModelSecret Secret
	// Ticket returns the newest model_ticket that arrived. It lives for 30 minutes.
	Ticket func(ctx context.Context) (Secret, error)
}

// WithDeviceModel lets the client call the endpoints of a model of devices.
func WithDeviceModel(model DeviceModel) Option {
	return func(s *settings) {
		if model.ModelID == "" || model.ModelSecret == "" || model.Ticket == nil {
			s.fail("WithDeviceModel", "ModelID, ModelSecret and Ticket must be set")
		}
		s.deviceModel = model
	}
}

// WithDevice lets the client call the endpoints of a device of the model of [WithDeviceModel], with the secret that
// [Client.GetDeviceSecret] returned when a corp bound it. For many devices use [Client.ForDevice].
func WithDevice(deviceSN string, deviceSecret Secret) Option {
	return func(s *settings) {
		if deviceSN == "" || deviceSecret == "" {
			s.fail("WithDevice", "the serial number and the secret must be set; GetDeviceSecret returns the secret when a corp binds the device")
		}
		s.deviceSN, s.deviceSecret = deviceSN, deviceSecret
	}
}

// WithPayToolSecret has the client sign the calls of a service provider's cashier, such as
// [Client.CreatePayToolOrder]: it is the key 收银台API调用密钥, which stands in 企业微信服务商助手 under 工具, 收银台.
func WithPayToolSecret(secret string) Option {
	return func(s *settings) { s.payToolSecret = Secret(secret) }
}

// WithTokenSource has tokens issued by something else than the platform; the secret may be empty then.
func WithTokenSource(source TokenSource) Option {
	return func(s *settings) {
		if source == nil {
			s.fail("WithTokenSource", "the source is nil; leave the option away to fetch tokens with the corp's secret")
		}
		s.tokenSource = source
	}
}

// WithTokenStore shares tokens with other processes; nil shares none. A client whose tokens come from a
// [TokenSource] and that has no secret needs [WithAgentID] then, by which the store tells apps apart.
func WithTokenStore(store TokenStore) Option {
	guarded := guardStore(store) // by clients derived from one another together
	return func(s *settings) { s.tokenStore = guarded }
}

// WithLogger logs calls: at level Debug, and at Warn when they fail. By default nothing is logged.
func WithLogger(l *slog.Logger) Option {
	return func(s *settings) {
		if l == nil {
			s.fail("WithLogger", "the logger is nil; leave the option away to log nothing")
			return
		}
		s.addHooks(logHooks(l))
	}
}

// WithHooks adds funcs that are told of calls and tokens. It may be given several times.
func WithHooks(h Hooks) Option {
	return func(s *settings) { s.addHooks(h) }
}

// RetryPolicy says how often a call is tried. Calls of which a repeat is safe are tried again when the
// platform is busy (errcode -1), the transport failed, or a gateway asks to come back (Retry-After) within
// MaxDelay. Of a call that sends, creates or charges that holds only while no connection came about, as it
// cannot have happened then. The delay before is drawn evenly from nothing to BaseDelay, which doubles
// from try to try up to MaxDelay.
//
// A token that the platform no longer accepts is not counted: such a call is made once more with a new
// token in any case.
type RetryPolicy struct {
	Attempts  int // in all; 1 for none but the first
	BaseDelay time.Duration
	MaxDelay  time.Duration
	Sends     bool // also repeat what might then be sent, created or charged twice; AllowRepeats does so for one call
}

// WithRetry replaces the default policy of 3 attempts, 200 ms at first, 2 s at most.
func WithRetry(p RetryPolicy) Option {
	return func(s *settings) { s.retry = p }
}

// WithTimeout bounds each attempt of a call, 15 s by default; the context bounds the whole. It does not
// apply to uploads and downloads, whose time depends on their size: these end with [ErrStalled] when nothing
// has moved for two minutes.
func WithTimeout(d time.Duration) Option {
	return func(s *settings) { s.timeout = d }
}

// WithUserAgent replaces the User-Agent header.
func WithUserAgent(ua string) Option {
	return func(s *settings) { s.userAgent = ua }
}

// WithMaxResponseSize bounds the answers that are read into memory, 64 MiB by default. Downloads of
// media are not concerned.
func WithMaxResponseSize(bytes int64) Option {
	return func(s *settings) { s.maxResponse = bytes }
}

func (s *settings) addHooks(h Hooks) {
	joined := joinHooks(*s.hooks, h)
	s.hooks = &joined
}

func (s *settings) fail(option, reason string) {
	if s.problem == nil {
		s.problem = &ConfigError{Option: option, Reason: reason}
	}
}

// validate returns the first thing that is wrong, and makes the http.Client ours.
func (s *settings) validate() error {
	switch {
	case s.corpID == "":
		s.fail("corpID", "it is empty; it stands on the admin console's page 我的企业 (My Company)")
	case strings.ContainsAny(s.corpID, " \t\r\n"):
		s.fail("corpID", "it holds white space; was it copied with a line break?")
	case s.corpSecret == "" && s.tokenSource == nil:
		s.fail("corpSecret", "it is empty; it stands on the app's page of the admin console (or use WithTokenSource)")
	case strings.ContainsAny(string(s.corpSecret), " \t\r\n"):
		s.fail("corpSecret", "it holds white space; was it copied with a line break?")
	case s.corpSecret == "" && s.agentID == 0 && s.tokenStore != nil:
		s.fail("WithTokenStore", "the client has no secret and no agent id by which the store could tell its token from another app's; use WithAgentID, or WithTokenStore(nil) to share with nobody")
	case s.deviceSN != "" && s.deviceModel.ModelID == "":
		s.fail("WithDevice", "its model is missing; use WithDeviceModel")
	case s.agentIDSet && s.agentID <= 0:
		s.fail("WithAgentID", "the id must be positive; it stands on the app's page of the admin console")
	}
	return s.validateTransport()
}

// validateTransport checks what has nothing to do with credentials.
func (s *settings) validateTransport() error {
	switch {
	case s.httpClient == nil:
		s.fail("WithHTTPClient", "the client is nil; leave the option away for the default")
	case s.retry.Attempts < 1 || s.retry.BaseDelay < 0 || s.retry.MaxDelay < 0:
		s.fail("WithRetry", "attempts must be 1 or more and delays not negative; Attempts: 1 turns retries off")
	case s.timeout <= 0:
		s.fail("WithTimeout", "the timeout must be positive; use a context to wait longer for one call")
	case s.maxResponse <= 0:
		s.fail("WithMaxResponseSize", "the size must be positive")
	case strings.ContainsAny(s.userAgent, "\r\n"):
		s.fail("WithUserAgent", "it holds a line break")
	}
	s.checkBaseURL()
	if s.problem != nil {
		return s.problem
	}
	if !s.ownHTTP {
		s.guardHTTPClient()
	}
	return nil
}

func (s *settings) checkBaseURL() {
	const form = "; it must be of the form https://host or https://host/prefix"
	u, err := url.Parse(s.baseURL)
	switch {
	case err != nil:
		s.fail("WithBaseURL", "it cannot be parsed"+form)
	case u.Scheme != "https" && u.Scheme != "http", u.Host == "":
		s.fail("WithBaseURL", "scheme or host is missing"+form)
	case u.User != nil:
		s.fail("WithBaseURL", "it holds a password; put it into the transport of WithHTTPClient instead")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		s.fail("WithBaseURL", "it holds a query or fragment"+form)
	}
	s.base = u
}

// guardHTTPClient replaces the http.Client by a copy that does not follow redirects to other hosts:
// net/http would tell them the token in the Referer header.
func (s *settings) guardHTTPClient() {
	hc := *s.httpClient
	if hc.Transport == nil {
		hc.Transport = defaultTransport()
	}
	own := hc.CheckRedirect
	hc.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		first := via[0].URL
		if req.URL.Scheme != first.Scheme || req.URL.Host != first.Host || len(via) >= 5 {
			return http.ErrUseLastResponse
		}
		if own != nil {
			return own(req, via)
		}
		return nil
	}
	s.httpClient, s.ownHTTP = &hc, true
}
