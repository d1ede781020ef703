package workwxtest

import (
	"fmt"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// DeviceModel describes a model of devices for [Server.AddDeviceModel].
type DeviceModel struct {
	ID     string
	Secret string
}

// deviceModel is a model of devices, by its maker.
type deviceModel struct {
	DeviceModel
	ticket string
}

// device is a device of a model. It has a secret while the corp has bound it.
type device struct {
	model    *deviceModel
	sn       string
	authCode string // until it is used
	secret   string
}

// deviceState is what makers of devices have.
type deviceState struct {
	models  []*deviceModel
	devices map[string]*device // by serial number, in lower case
	tokens  map[string]*deviceToken
}

// deviceToken is a token of a device, or of its model.
type deviceToken struct {
	model   *deviceModel
	device  *device // nil for the model's
	expires time.Time
	revoked bool
}

func deviceHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/openhw/get_model_token":          in(getModelToken),
		"/cgi-bin/openhw/get_device_secret":        in(getDeviceSecret),
		"/cgi-bin/openhw/get_device_token":         in(getDeviceToken),
		"/cgi-bin/openhw/model/register_sn":        in(registerDevice),
		"/cgi-bin/openhw/model/unregister_sn":      in(unregisterDevice),
		"/cgi-bin/openhw/device/get_device_detail": in(getDevice),
	}
}

// AddDeviceModel adds a model of devices. Calls for devices and models then need a token of theirs; before, any
// will do.
func (s *Server) AddDeviceModel(added DeviceModel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.deviceModel(added.ID) != nil {
		panic(fmt.Sprintf("workwxtest: there is a model %q already", added.ID))
	}
	s.devices.models = append(s.devices.models, &deviceModel{DeviceModel: added, ticket: newID("modelticket-")})
}

func (s *Server) deviceModel(id string) *deviceModel {
	for _, m := range s.devices.models {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// DeviceModelTicket returns the newest model_ticket, which the platform would push to the callback URL.
func (s *Server) DeviceModelTicket(modelID string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.deviceModel(modelID)
	if m == nil {
		panic(fmt.Sprintf("workwxtest: there is no model %q; use AddDeviceModel", modelID))
	}
	return m.ticket
}

// BindDevice plays an administrator who binds a device that its maker has registered. It returns the auth_code that
// the platform would push to the maker, and that works once.
func (s *Server) BindDevice(deviceSN string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.mustDevice(deviceSN)
	d.authCode, d.secret = newID("auth-"), newID("devicesecret-")
	return d.authCode
}

// UnbindDevice plays an administrator who unbinds a device: its secret and its tokens end.
func (s *Server) UnbindDevice(deviceSN string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.mustDevice(deviceSN)
	d.authCode, d.secret = "", ""
	for _, t := range s.devices.tokens {
		t.revoked = t.revoked || t.device == d
	}
}

// mustDevice returns a device that its maker has registered.
func (s *Server) mustDevice(sn string) *device {
	d := s.devices.devices[strings.ToLower(sn)]
	if d == nil {
		panic(fmt.Sprintf("workwxtest: there is no device %q; register it with RegisterDeviceSN", sn))
	}
	return d
}

// authorizeDevice checks a token of a device, or of a model if param says so.
func (s *Server) authorizeDevice(param, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	ofModel := param == "model_access_token"
	missing, invalid, expired := workwx.CodeMissingAccessToken, workwx.CodeInvalidDeviceToken, workwx.CodeDeviceTokenExpired
	if ofModel {
		missing, invalid, expired = workwx.CodeMissingModelToken, workwx.CodeInvalidModelToken, workwx.CodeModelTokenExpired
	}
	t := s.devices.tokens[value]
	switch {
	case value == "":
		return fail(missing, "%s missing", param)
	case len(s.devices.models) == 0:
		return nil
	case t == nil || t.revoked || ofModel != (t.device == nil):
		return fail(invalid, "invalid %s", param)
	case !s.now().Before(t.expires):
		return fail(expired, "%s expired", param)
	}
	return nil
}

// grantDevice issues a token of a device, or of a model.
func (s *Server) grantDevice(prefix string, m *deviceModel, d *device, now time.Time) (token string, expiresIn int64) {
	token = newID(prefix)
	s.devices.tokens[token] = &deviceToken{model: m, device: d, expires: now.Add(s.opts.tokenLife)}
	return token, int64(s.opts.tokenLife / time.Second)
}

func getModelToken(s *Server, c *call, req *struct {
	ModelID     string `json:"model_id"`
	ModelSecret string `json:"model_secret"`
	ModelTicket string `json:"model_ticket"`
}) (any, error) {
	m := s.deviceModel(req.ModelID)
	switch {
	case m == nil:
		return nil, fail(codeInvalidDeviceModel, "invalid model_id")
	case req.ModelSecret != m.Secret:
		return nil, fail(codeInvalidDeviceSecret, "invalid model_secret")
	case req.ModelTicket != m.ticket:
		return nil, fail(workwx.CodeInvalidModelTicket, "invalid model_ticket")
	}
	token, expiresIn := s.grantDevice("modeltoken-", m, nil, c.now)
	return struct {
		ModelAccessToken string `json:"model_access_token"`
		ExpiresIn        int64  `json:"expires_in"`
	}{token, expiresIn}, nil
}

// modelOf returns the model whose token a call carries.
func (s *Server) modelOf(c *call) (*deviceModel, error) {
	if t := s.devices.tokens[c.query.Get("model_access_token")]; t != nil {
		return t.model, nil
	}
	return nil, fail(workwx.CodeInvalidModelToken, "invalid model_access_token")
}

// deviceOf returns a device of the model whose token a call carries.
func (s *Server) deviceOf(c *call, sn string) (*device, error) {
	m, err := s.modelOf(c)
	if err != nil {
		return nil, err
	}
	d := s.devices.devices[strings.ToLower(sn)]
	if d == nil || d.model != m {
		return nil, fail(codeInvalidDeviceSN, "invalid sn")
	}
	return d, nil
}

type deviceTokenAnswer struct {
	DeviceSecret      string `json:"device_secret,omitempty"`
	DeviceAccessToken string `json:"device_access_token"`
	ExpiresIn         int64  `json:"expires_in"`
}

func getDeviceSecret(s *Server, c *call, req *struct {
	AuthCode string `json:"auth_code"`
}) (any, error) {
	m, err := s.modelOf(c)
	if err != nil {
		return nil, err
	}
	for _, d := range s.devices.devices {
		if d.model == m && d.authCode != "" && d.authCode == req.AuthCode {
			d.authCode = ""
			token, expiresIn := s.grantDevice("devicetoken-", m, d, c.now)
			return deviceTokenAnswer{d.secret, token, expiresIn}, nil
		}
	}
	return nil, fail(workwx.CodeInvalidAuthCode, "invalid auth_code")
}

func getDeviceToken(s *Server, c *call, req *struct {
	DeviceSN     string `json:"device_sn"`
	DeviceSecret string `json:"device_secret"`
}) (any, error) {
	d, err := s.deviceOf(c, req.DeviceSN)
	switch {
	case err != nil:
		return nil, err
	case d.secret == "":
		return nil, fail(codeDeviceNotBound, "the device is not bound to a corp")
	case req.DeviceSecret != d.secret:
		return nil, fail(codeInvalidDeviceSecret, "invalid device_secret")
	}
	token, expiresIn := s.grantDevice("devicetoken-", d.model, d, c.now)
	return deviceTokenAnswer{DeviceAccessToken: token, ExpiresIn: expiresIn}, nil
}

type deviceSN struct {
	DeviceSN string `json:"device_sn"`
}

func registerDevice(s *Server, c *call, req *deviceSN) (any, error) {
	m, err := s.modelOf(c)
	if err != nil {
		return nil, err
	}
	sn := strings.ToLower(req.DeviceSN)
	switch {
	case sn == "" || len(sn) > 128 || strings.Trim(sn, "0123456789abcdefghijklmnopqrstuvwxyz") != "":
		return nil, fail(codeInvalidDeviceSN, "invalid sn")
	case s.devices.devices[sn] != nil:
		return nil, fail(codeDeviceExists, "the sn exists")
	}
	d := &device{model: m, sn: req.DeviceSN}
	s.devices.devices[sn] = d
	return struct {
		QRCode string `json:"qr_code"`
	}{d.qrCode()}, nil
}

func (d *device) qrCode() string {
	return "https://open.work.weixin.qq.com/connect/hardware?hw_code=" + d.sn
}

func unregisterDevice(s *Server, c *call, req *deviceSN) (any, error) {
	d, err := s.deviceOf(c, req.DeviceSN)
	switch {
	case err != nil:
		return nil, err
	case d.secret != "":
		return nil, fail(codeDeviceBound, "the device is bound to a corp")
	}
	delete(s.devices.devices, strings.ToLower(d.sn))
	return nil, nil
}

func getDevice(s *Server, c *call, req *deviceSN) (any, error) {
	d, err := s.deviceOf(c, req.DeviceSN)
	if err != nil {
		return nil, err
	}
	type corp struct {
		OpenCorpID string `json:"open_corpid"`
		CorpName   string `json:"corp_name"`
	}
	type detail struct {
		QRCode       string `json:"qr_code"`
		ModelName    string `json:"model_name"`
		BindStatus   int64  `json:"bind_status"`
		BindCorpInfo *corp  `json:"bind_corpinfo,omitempty"`
	}
	out := detail{QRCode: d.qrCode(), ModelName: d.model.ID}
	if d.secret != "" {
		out.BindStatus, out.BindCorpInfo = 1, &corp{s.opts.corpID, s.opts.corpName}
	}
	return struct {
		DeviceDetail detail `json:"device_detail"`
	}{out}, nil
}
