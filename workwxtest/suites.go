package workwxtest

import (
	"fmt"
	"time"

	"github.com/go-workwx/workwx"
)

// Suite describes a third-party app of a service provider for [Server.AddSuite].
type Suite struct {
	ID      string
	Secret  string
	AgentID int64 // of the app that the corp has once it has installed the suite; a new one if 0
}

// suite is a third-party app. It has an app in the corp while it is installed.
type suite struct {
	Suite
	ticket    string
	state     string // of the installation
	installer string // who installed it
	permanent string // the permanent code; empty while it is not installed
	app       *app
}

// suiteState is what the corp and the provider have to do with suites.
type suiteState struct {
	suites    []*suite
	authCodes map[string]*authCode
	tokens    map[string]*suiteToken // suite_access_tokens and provider_access_tokens
}

type authCode struct {
	suite   *suite
	expires time.Time
}

type suiteToken struct {
	suite   *suite // nil for the provider's
	expires time.Time
}

func suiteHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/service/get_suite_token":            in(getSuiteToken),
		"/cgi-bin/service/get_provider_token":         in(getProviderToken),
		"/cgi-bin/service/get_pre_auth_code":          getPreAuthCode,
		"/cgi-bin/service/get_permanent_code":         in(getPermanentCode),
		"/cgi-bin/service/v2/get_permanent_code":      in(getPermanentCode),
		"/cgi-bin/service/get_auth_info":              in(getAuthInfo),
		"/cgi-bin/service/v2/get_auth_info":           in(getAuthInfo),
		"/cgi-bin/service/get_corp_token":             in(getCorpToken),
		"/cgi-bin/service/get_admin_list":             in(getSuiteAdmins),
		"/cgi-bin/service/auth/getuserinfo3rd":        getSuiteUserInfo,
		"/cgi-bin/service/auth/getuserdetail3rd":      in(getSuiteUserDetail),
		"/cgi-bin/service/miniprogram/jscode2session": jsCodeToSession,
	}
}

// AddSuite adds a third-party app that the corp can install; see [Server.InstallSuite].
func (s *Server) AddSuite(added Suite) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.suiteByID(added.ID) != nil {
		panic(fmt.Sprintf("workwxtest: there is a suite %q already", added.ID))
	}
	s.suites.suites = append(s.suites.suites, &suite{Suite: added, ticket: newID("suiteticket-")})
}

func (s *Server) suiteByID(id string) *suite {
	for _, x := range s.suites.suites {
		if x.ID == id {
			return x
		}
	}
	return nil
}

// mustSuite returns a suite that the test has added.
func (s *Server) mustSuite(id string) *suite {
	x := s.suiteByID(id)
	if x == nil {
		panic(fmt.Sprintf("workwxtest: there is no suite %q; use AddSuite", id))
	}
	return x
}

// SuiteTicket returns the newest suite_ticket, which the platform would push to the command URL: push it with
// [Server.SuiteEventXML], or give it to the client.
func (s *Server) SuiteTicket(suiteID string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mustSuite(suiteID).ticket
}

// InstallSuite plays an administrator who installs a suite, with the state of the link that led there. It
// returns the auth_code that the platform would append to the redirect URL, or push in the event create_auth.
// It works once, for ten minutes. The corp has an app of the suite from then on.
func (s *Server) InstallSuite(suiteID, userID, state string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.mustSuite(suiteID)
	if x.app == nil {
		agentID := x.AgentID
		for agentID == 0 || s.appByID(agentID) != nil {
			agentID = max(agentID, 1000100) + 1
		}
		x.app = &app{agentID: agentID, name: "Suite " + x.ID}
		s.apps = append(s.apps, x.app)
	}
	x.permanent, x.state, x.installer = newID("permanent-"), state, userID
	x.app.secret = x.permanent
	code := newID("auth-")
	s.suites.authCodes[code] = &authCode{x, s.now().Add(10 * time.Minute)}
	return code
}

// UninstallSuite plays an administrator who removes a suite: its tokens for the corp end.
func (s *Server) UninstallSuite(suiteID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.mustSuite(suiteID)
	for _, t := range s.tokens.issued {
		t.revoked = t.revoked || t.app == x.app
	}
	for i, a := range s.apps {
		if a == x.app {
			s.apps = append(s.apps[:i:i], s.apps[i+1:]...)
			break
		}
	}
	x.app, x.permanent = nil, ""
}

// grant issues a token of a suite, or of the provider.
func (s *Server) grant(prefix string, x *suite, now time.Time) (token string, expiresIn int64) {
	token = newID(prefix)
	s.suites.tokens[token] = &suiteToken{x, now.Add(s.opts.tokenLife)}
	return token, int64(s.opts.tokenLife / time.Second)
}

func getSuiteToken(s *Server, c *call, req *struct {
	SuiteID     string `json:"suite_id"`
	SuiteSecret string `json:"suite_secret"`
	SuiteTicket string `json:"suite_ticket"`
}) (any, error) {
	x := s.suiteByID(req.SuiteID)
	switch {
	case x == nil:
		return nil, fail(workwx.CodeInvalidSuiteID, "invalid suite_id")
	case req.SuiteSecret != x.Secret:
		return nil, fail(workwx.CodeInvalidSuiteSecret, "invalid suite_secret")
	case req.SuiteTicket != x.ticket:
		return nil, fail(workwx.CodeInvalidSuiteTicket, "invalid suite_ticket")
	}
	token, expiresIn := s.grant("suitetoken-", x, c.now)
	return struct {
		SuiteAccessToken string `json:"suite_access_token"`
		ExpiresIn        int64  `json:"expires_in"`
	}{token, expiresIn}, nil
}

func getProviderToken(s *Server, c *call, req *struct {
	CorpID         string `json:"corpid"`
	ProviderSecret string `json:"provider_secret"`
}) (any, error) {
	switch {
	case req.CorpID == "":
		return nil, fail(workwx.CodeMissingCorpID, "corpid missing")
	case req.ProviderSecret == "":
		return nil, fail(workwx.CodeMissingSecret, "provider_secret missing")
	}
	token, expiresIn := s.grant("providertoken-", nil, c.now)
	return struct {
		ProviderAccessToken string `json:"provider_access_token"`
		ExpiresIn           int64  `json:"expires_in"`
	}{token, expiresIn}, nil
}

// suiteOf returns the suite whose token a call carries; a test's own token stands for the only suite.
func (s *Server) suiteOf(c *call) (*suite, error) {
	if t := s.suites.tokens[c.query.Get("suite_access_token")]; t != nil && t.suite != nil {
		if !c.now.Before(t.expires) {
			return nil, fail(workwx.CodeSuiteTokenExpired, "suite_access_token expired")
		}
		return t.suite, nil
	}
	if len(s.suites.suites) == 1 {
		return s.suites.suites[0], nil
	}
	return nil, fail(workwx.CodeInvalidSuiteToken, "invalid suite_access_token")
}

func getPreAuthCode(s *Server, c *call) (any, error) {
	if _, err := s.suiteOf(c); err != nil {
		return nil, err
	}
	return struct {
		PreAuthCode string `json:"pre_auth_code"`
		ExpiresIn   int64  `json:"expires_in"`
	}{newID("preauth-"), 1200}, nil
}

type (
	suiteCorp struct {
		CorpID   string `json:"corpid"`
		CorpName string `json:"corp_name"`
	}
	suiteAgent struct {
		AgentID int64  `json:"agentid"`
		Name    string `json:"name"`
	}
	suiteAgents struct {
		Agent []suiteAgent `json:"agent"`
	}
	suiteUser struct {
		UserID     string `json:"userid"`
		OpenUserID string `json:"open_userid"`
		Name       string `json:"name"`
	}
)

func (s *Server) corp() suiteCorp { return suiteCorp{s.opts.corpID, s.opts.corpName} }

// openUserID is how all apps of a provider know a member.
func (s *Server) openUserID(userID string) string { return s.alias("open", userID) }

func getPermanentCode(s *Server, c *call, req *struct {
	AuthCode string `json:"auth_code"`
}) (any, error) {
	x, err := s.suiteOf(c)
	if err != nil {
		return nil, err
	}
	code := s.suites.authCodes[req.AuthCode]
	if code == nil || code.suite != x || c.now.After(code.expires) || x.permanent == "" {
		return nil, fail(workwx.CodeInvalidAuthCode, "invalid auth_code")
	}
	delete(s.suites.authCodes, req.AuthCode)
	out := struct {
		PermanentCode string       `json:"permanent_code"`
		AccessToken   string       `json:"access_token,omitempty"`
		ExpiresIn     int64        `json:"expires_in,omitempty"`
		AuthCorpInfo  suiteCorp    `json:"auth_corp_info"`
		AuthInfo      *suiteAgents `json:"auth_info,omitempty"`
		AuthUserInfo  suiteUser    `json:"auth_user_info"`
		State         string       `json:"state,omitempty"`
	}{PermanentCode: x.permanent, AuthCorpInfo: s.corp(), State: x.state}
	if m := s.contacts.member(x.installer); m != nil {
		out.AuthUserInfo = suiteUser{m.UserID, s.openUserID(m.UserID), m.Name}
	}
	if c.path == "/cgi-bin/service/get_permanent_code" {
		t := s.appToken(x.app, c.now)
		out.AccessToken, out.ExpiresIn = t.AccessToken, t.ExpiresIn
		out.AuthInfo = &suiteAgents{[]suiteAgent{{x.app.agentID, x.app.name}}}
	}
	return out, nil
}

// authorization names a corp that has installed a suite.
type authorization struct {
	AuthCorpID    string `json:"auth_corpid"`
	PermanentCode string `json:"permanent_code"`
}

// check returns the suite that the corp has installed.
func (a *authorization) check(s *Server, c *call) (*suite, error) {
	x, err := s.suiteOf(c)
	switch {
	case err != nil:
		return nil, err
	case a.AuthCorpID != s.opts.corpID:
		return nil, fail(workwx.CodeInvalidCorpID, "invalid auth_corpid")
	case x.permanent == "" || a.PermanentCode != x.permanent:
		return nil, fail(workwx.CodeInvalidPermanentCode, "invalid permanent_code")
	}
	return x, nil
}

func getAuthInfo(s *Server, c *call, req *authorization) (any, error) {
	x, err := req.check(s, c)
	if err != nil {
		return nil, err
	}
	return struct {
		AuthCorpInfo suiteCorp   `json:"auth_corp_info"`
		AuthInfo     suiteAgents `json:"auth_info"`
	}{s.corp(), suiteAgents{[]suiteAgent{{x.app.agentID, x.app.name}}}}, nil
}

func getCorpToken(s *Server, c *call, req *authorization) (any, error) {
	x, err := req.check(s, c)
	if err != nil {
		return nil, err
	}
	s.tokens.fetches++
	return s.appToken(x.app, c.now), nil
}

func getSuiteAdmins(s *Server, c *call, req *struct {
	AuthCorpID string `json:"auth_corpid"`
	AgentID    int64  `json:"agentid"`
}) (any, error) {
	x, err := s.suiteOf(c)
	switch {
	case err != nil:
		return nil, err
	case req.AuthCorpID != s.opts.corpID:
		return nil, fail(workwx.CodeInvalidCorpID, "invalid auth_corpid")
	case x.app == nil || req.AgentID != x.app.agentID:
		return nil, fail(workwx.CodeNoAppPermission, "agentid %d is no app of the suite", req.AgentID)
	}
	type admin struct {
		UserID     string `json:"userid"`
		OpenUserID string `json:"open_userid"`
		AuthType   int    `json:"auth_type"`
	}
	return struct {
		Admin []admin `json:"admin"`
	}{[]admin{{x.installer, s.openUserID(x.installer), int(workwx.AgentAuthTypeManage)}}}, nil
}

func getSuiteUserInfo(s *Server, c *call) (any, error) {
	if _, err := s.suiteOf(c); err != nil {
		return nil, err
	}
	code, err := s.redeem(c.query.Get("code"), c.now)
	if err != nil {
		return nil, err
	}
	if code.userID == "" {
		return struct {
			OpenID         string `json:"openid"`
			ExternalUserID string `json:"external_userid,omitempty"`
		}{code.openID, code.externalID}, nil
	}
	ticket := newID("ticket-")
	s.oauth.tickets[ticket] = &userTicket{code.userID, c.now}
	return struct {
		CorpID     string `json:"corpid"`
		UserID     string `json:"userid"`
		UserTicket string `json:"user_ticket"`
		ExpiresIn  int64  `json:"expires_in"`
		OpenUserID string `json:"open_userid"`
	}{s.opts.corpID, code.userID, ticket, 1800, s.openUserID(code.userID)}, nil
}

func getSuiteUserDetail(s *Server, c *call, req *struct {
	UserTicket string `json:"user_ticket"`
}) (any, error) {
	if _, err := s.suiteOf(c); err != nil {
		return nil, err
	}
	m, err := s.memberOfTicket(req.UserTicket, c.now)
	if err != nil {
		return nil, err
	}
	return struct {
		CorpID string `json:"corpid"`
		UserID string `json:"userid"`
		Name   string `json:"name"`
		Gender gender `json:"gender"`
		Avatar string `json:"avatar"`
		QRCode string `json:"qr_code"`
	}{s.opts.corpID, m.UserID, m.Name, m.Gender, m.Avatar, m.QRCode}, nil
}
