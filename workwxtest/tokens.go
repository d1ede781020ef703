package workwxtest

import (
	"time"

	"github.com/go-workwx/workwx"
)

const gettoken = "/cgi-bin/gettoken"

// tokenState holds the tokens and tickets that were issued.
type tokenState struct {
	fetches int
	issued  map[string]*issuedToken
	tickets []*issuedTicket
}

type issuedToken struct {
	value   string
	app     *app
	expires time.Time
	revoked bool
}

type issuedTicket struct {
	kind    string
	app     *app // nil for tickets of the corp
	value   string
	expires time.Time
}

func tokenHandlers() map[string]handler {
	return map[string]handler{
		gettoken:                     getToken,
		"/cgi-bin/get_jsapi_ticket":  func(s *Server, c *call) (any, error) { return s.ticket("jsapi", nil, c.now), nil },
		"/cgi-bin/ticket/get":        getTicket,
		"/cgi-bin/getcallbackip":     listIPs,
		"/cgi-bin/get_api_domain_ip": listIPs,
	}
}

type tokenAnswer struct {
	AccessToken string `json:"access_token,omitempty"`
	Ticket      string `json:"ticket,omitempty"`
	ExpiresIn   int64  `json:"expires_in"`
}

// getToken returns the app's token, the same one until it expires.
func getToken(s *Server, c *call) (any, error) {
	s.tokens.fetches++
	corp, secret := c.query.Get("corpid"), c.query.Get("corpsecret")
	switch {
	case corp == "":
		return nil, fail(workwx.CodeMissingCorpID, "corpid missing")
	case secret == "":
		return nil, fail(workwx.CodeMissingSecret, "corpsecret missing")
	case corp != s.opts.corpID:
		return nil, fail(workwx.CodeInvalidCorpID, "invalid corpid")
	}
	for _, a := range s.apps {
		if a.secret != secret {
			continue
		}
		return s.appToken(a, c.now), nil
	}
	return nil, fail(workwx.CodeInvalidSecret, "invalid credential")
}

// appToken returns the app's token, a new one if there is none.
func (s *Server) appToken(a *app, now time.Time) *tokenAnswer {
	t := s.tokens.of(a, now)
	if t == nil {
		t = &issuedToken{value: newID("token-"), app: a, expires: now.Add(s.opts.tokenLife)}
		s.tokens.add(t, now)
	}
	return &tokenAnswer{AccessToken: t.value, ExpiresIn: int64(t.expires.Sub(now) / time.Second)}
}

// of returns the token of an app that can still be used.
func (ts *tokenState) of(a *app, now time.Time) *issuedToken {
	for _, t := range ts.issued {
		if t.app == a && !t.revoked && now.Add(time.Second).Before(t.expires) {
			return t
		}
	}
	return nil
}

// add remembers a token, and forgets those that expired long ago.
func (ts *tokenState) add(t *issuedToken, now time.Time) {
	for value, old := range ts.issued {
		if len(ts.issued) > 1000 && now.Sub(old.expires) > 0 {
			delete(ts.issued, value)
		}
	}
	ts.issued[t.value] = t
}

// authorize checks the token of a call and notes whose it is.
func (s *Server) authorize(e workwx.Endpoint, c *call) error {
	param := e.Token
	if param == "" {
		return nil
	}
	value := c.query.Get(param)
	if param == "model_access_token" || param == "device_access_token" {
		return s.authorizeDevice(param, value)
	}
	if param != "access_token" {
		// The calls that concern them check the tokens of suites; any token of a provider will do.
		if value == "" && param == "suite_access_token" {
			return fail(codeMissingSuiteToken, "%s missing", param)
		} else if value == "" {
			return fail(workwx.CodeMissingAccessToken, "%s missing", param)
		}
		return nil
	}
	if value == "" {
		return fail(workwx.CodeMissingAccessToken, "access_token missing")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if e.Path == "/cgi-bin/service/get_login_info" { // which calls the provider's token an access_token
		return nil
	}
	t := s.tokens.issued[value]
	switch {
	case t == nil || t.revoked:
		return fail(workwx.CodeInvalidAccessToken, "invalid access_token")
	case !s.now().Before(t.expires):
		return fail(workwx.CodeAccessTokenExpired, "access_token expired")
	}
	c.app = t.app
	return nil
}

// ExpireTokens ends all tokens and tickets, but for those of suites and providers: calls with a token answer
// errcode 42001, 42021 of a device, 710401 of a model of devices, until it is fetched
// anew.
func (s *Server) ExpireTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tokens.issued {
		t.expires = s.now()
	}
	for _, t := range s.devices.tokens {
		t.expires = s.now()
	}
	s.tokens.tickets = nil
}

// RevokeTokens takes all tokens back, but for those of suites and providers: calls with one answer errcode
// 40014, 40106 of a device, 710400 of a model of devices, until it is fetched anew.
func (s *Server) RevokeTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tokens.issued {
		t.revoked = true
	}
	for _, t := range s.devices.tokens {
		t.revoked = true
	}
	s.tokens.tickets = nil
}

func getTicket(s *Server, c *call) (any, error) {
	switch kind := c.query.Get("type"); kind {
	case "agent_config":
		return s.ticket(kind, c.app, c.now), nil
	case "wx_card":
		return s.ticket(kind, nil, c.now), nil
	default:
		return nil, fail(codeTicketType, "invalid ticket type %q", kind)
	}
}

// ticket returns a ticket, the same one until it expires.
func (s *Server) ticket(kind string, a *app, now time.Time) *tokenAnswer {
	var live []*issuedTicket
	var found *issuedTicket
	for _, t := range s.tokens.tickets {
		if now.Before(t.expires) {
			live = append(live, t)
			if t.kind == kind && t.app == a {
				found = t
			}
		}
	}
	if found == nil {
		found = &issuedTicket{kind: kind, app: a, value: newID("ticket-"), expires: now.Add(s.opts.tokenLife)}
		live = append(live, found)
	}
	s.tokens.tickets = live
	return &tokenAnswer{Ticket: found.value, ExpiresIn: int64(found.expires.Sub(now) / time.Second)}
}

func listIPs(*Server, *call) (any, error) {
	return struct {
		IPList []string `json:"ip_list"`
	}{[]string{"127.0.0.1"}}, nil
}
