package workwxtest

import (
	"time"

	"github.com/go-workwx/workwx"
)

// oauthState holds the codes and tickets of users who open pages.
type oauthState struct {
	codes   map[string]*oauthCode
	tickets map[string]*userTicket
	tfa     map[string]string // user ids by tfa_code
}

type oauthCode struct {
	userID     string // of a member
	openID     string // of anybody else
	externalID string
	issued     time.Time
	used       bool
}

type userTicket struct {
	userID string
	issued time.Time
}

func oauthHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/auth/getuserinfo":           getUserInfo,
		"/cgi-bin/user/getuserinfo":           getUserInfoOld,
		"/cgi-bin/auth/getuserdetail":         in(getUserDetail),
		"/cgi-bin/auth/get_tfa_info":          in(getTFA),
		"/cgi-bin/user/tfa_succ":              in(finishTFA),
		"/cgi-bin/user/authsucc":              finishAuth,
		"/cgi-bin/miniprogram/jscode2session": jsCodeToSession,
	}
}

// IssueCode returns the code that the platform appends to a redirect URL when the member opens a page,
// or that a mini program gets at login. It works once, for five minutes.
func (s *Server) IssueCode(userID string) string {
	return s.issue(&oauthCode{userID: userID})
}

// IssueVisitorCode is IssueCode for somebody who is no member. The external_userid may be empty.
func (s *Server) IssueVisitorCode(openID, externalUserID string) string {
	return s.issue(&oauthCode{openID: openID, externalID: externalUserID})
}

func (s *Server) issue(code *oauthCode) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := newID("code-")
	code.issued = s.now()
	s.oauth.codes[id] = code
	return id
}

// redeem uses a code up.
func (s *Server) redeem(id string, now time.Time) (*oauthCode, error) {
	code := s.oauth.codes[id]
	switch {
	case code == nil:
		return nil, fail(workwx.CodeInvalidOAuthCode, "invalid code")
	case code.used:
		return nil, fail(workwx.CodeOAuthCodeUsed, "code been used")
	case now.Sub(code.issued) > 5*time.Minute:
		return nil, fail(workwx.CodeOAuthCodeExpired, "code expired")
	}
	code.used = true
	return code, nil
}

func getUserInfo(s *Server, c *call) (any, error) {
	code, err := s.redeem(c.query.Get("code"), c.now)
	if err != nil {
		return nil, err
	}
	out := struct {
		UserID         string `json:"userid,omitempty"`
		UserTicket     string `json:"user_ticket,omitempty"`
		OpenID         string `json:"openid,omitempty"`
		ExternalUserID string `json:"external_userid,omitempty"`
	}{UserID: code.userID, OpenID: code.openID, ExternalUserID: code.externalID}
	if code.userID != "" {
		out.UserTicket = newID("ticket-")
		s.oauth.tickets[out.UserTicket] = &userTicket{code.userID, c.now}
	}
	return out, nil
}

// getUserInfoOld answers the endpoint that getUserInfo has replaced.
func getUserInfoOld(s *Server, c *call) (any, error) {
	code, err := s.redeem(c.query.Get("code"), c.now)
	if err != nil {
		return nil, err
	}
	return struct {
		UserID         string `json:"UserId,omitempty"`
		OpenID         string `json:"OpenId,omitempty"`
		ExternalUserID string `json:"external_userid,omitempty"`
		DeviceID       string `json:"DeviceId,omitempty"`
	}{code.userID, code.openID, code.externalID, s.alias("device", code.userID)}, nil
}

func getUserDetail(s *Server, c *call, req *struct {
	UserTicket string `json:"user_ticket"`
}) (any, error) {
	m, err := s.memberOfTicket(req.UserTicket, c.now)
	if err != nil {
		return nil, err
	}
	return struct {
		UserID  string `json:"userid"`
		Gender  gender `json:"gender"`
		Avatar  string `json:"avatar"`
		QRCode  string `json:"qr_code"`
		Mobile  string `json:"mobile"`
		Email   string `json:"email"`
		BizMail string `json:"biz_mail"`
		Address string `json:"address"`
	}{m.UserID, m.Gender, m.Avatar, m.QRCode, m.Mobile, m.Email, m.BizMail, m.Address}, nil
}

// memberOfTicket returns who agreed to show more.
func (s *Server) memberOfTicket(ticket string, now time.Time) (*member, error) {
	t := s.oauth.tickets[ticket]
	switch {
	case t == nil:
		return nil, fail(workwx.CodeInvalidUserTicket, "invalid user_ticket")
	case now.Sub(t.issued) > 30*time.Minute:
		return nil, fail(workwx.CodeUserTicketExpired, "user_ticket expired")
	}
	return s.memberOf(t.userID)
}

type tfa struct {
	Code    string `json:"code,omitempty"`
	UserID  string `json:"userid,omitempty"`
	TFACode string `json:"tfa_code,omitempty"`
}

func getTFA(s *Server, c *call, req *tfa) (any, error) {
	code, err := s.redeem(req.Code, c.now)
	if err != nil {
		return nil, err
	}
	out := tfa{UserID: code.userID, TFACode: newID("tfa-")}
	s.oauth.tfa[out.TFACode] = code.userID
	return out, nil
}

func finishTFA(s *Server, _ *call, req *tfa) (any, error) {
	if req.UserID == "" || s.oauth.tfa[req.TFACode] != req.UserID {
		return nil, fail(codeInvalidTFACode, "invalid tfa_code")
	}
	delete(s.oauth.tfa, req.TFACode)
	return nil, s.activate(req.UserID)
}

func finishAuth(s *Server, c *call) (any, error) {
	return nil, s.activate(c.query.Get("userid"))
}

// activate makes a member active, who has logged in.
func (s *Server) activate(userID string) error {
	m, err := s.memberOf(userID)
	if err == nil && m.Status == memberInactive {
		m.Status = memberActive
	}
	return err
}

func jsCodeToSession(s *Server, c *call) (any, error) {
	code, err := s.redeem(c.query.Get("js_code"), c.now)
	if err != nil {
		return nil, err
	}
	return struct {
		CorpID     string `json:"corpid"`
		UserID     string `json:"userid"`
		SessionKey string `json:"session_key"`
	}{s.opts.corpID, code.userID, newID("session-")}, nil
}
