package workwx

import (
	"cmp"
	"context"
)

// GetAccessToken asks the platform for an access token (获取access_token). A [Client] does so by itself
// and caches the token; call this only to check a corp's credentials.
//
// A wrong secret gives errcode 40001, a wrong corp 40013. Whoever repeats that many times is locked out
// by address for an hour.
//
// API: GET /cgi-bin/gettoken
// Doc: https://developer.work.weixin.qq.com/document/path/91039
func (c *Client) GetAccessToken(ctx context.Context, req *GetAccessTokenRequest) (*GetAccessTokenResponse, error) {
	return exec(ctx, c, get|noToken, "/cgi-bin/gettoken", req, new(GetAccessTokenResponse))
}

// GetAccessTokenRequest holds the credentials of an app.
type GetAccessTokenRequest struct {
	CorpID     string `json:"corpid"`
	CorpSecret Secret `json:"corpsecret"`
}

// GetAccessTokenResponse is a token and how long it lives.
type GetAccessTokenResponse struct {
	AccessToken Secret `json:"access_token"` // at most 512 bytes
	ExpiresIn   int64  `json:"expires_in"`   // seconds, usually 7,200; the platform may end it earlier
}

// ListAPIDomainIPs returns the addresses of the platform's API, for the firewall between it and the
// service (获取企业微信接口IP段). They are addresses or ranges, and change: ask daily.
//
// API: GET /cgi-bin/get_api_domain_ip
// Doc: https://developer.work.weixin.qq.com/document/path/92520
func (c *Client) ListAPIDomainIPs(ctx context.Context) ([]string, error) {
	var resp ipListResponse
	err := c.invoke(ctx, get, "/cgi-bin/get_api_domain_ip", nil, &resp)
	return resp.IPList, err
}

// ListCallbackIPs returns the addresses that callbacks come from (获取企业微信回调IP段). They are
// addresses or ranges, and change: ask daily.
//
// API: GET /cgi-bin/getcallbackip
// Doc: https://developer.work.weixin.qq.com/document/path/92521
func (c *Client) ListCallbackIPs(ctx context.Context) ([]string, error) {
	var resp ipListResponse
	err := c.invoke(ctx, get, "/cgi-bin/getcallbackip", nil, &resp)
	return resp.IPList, err
}

type ipListResponse struct {
	IPList []string `json:"ip_list"`
}

// GetSuiteAccessToken asks the platform for the token of a third-party app (获取第三方应用凭证). A [Client]
// with [WithSuite] does so by itself and caches the token.
//
// Errcode 40085 says that the ticket is no longer valid: wait for the next push.
//
// API: POST /cgi-bin/service/get_suite_token
// Doc: https://developer.work.weixin.qq.com/document/path/90600
func (c *Client) GetSuiteAccessToken(ctx context.Context, req *GetSuiteAccessTokenRequest) (*GetSuiteAccessTokenResponse, error) {
	return exec(ctx, c, post|noToken, "/cgi-bin/service/get_suite_token", req, new(GetSuiteAccessTokenResponse))
}

// GetSuiteAccessTokenRequest holds the credentials of a third-party app.
type GetSuiteAccessTokenRequest struct {
	SuiteID     string `json:"suite_id"`
	SuiteSecret Secret `json:"suite_secret"`
	SuiteTicket Secret `json:"suite_ticket"` // the newest that the platform pushed
}

// GetSuiteAccessTokenResponse is a token and how long it lives.
type GetSuiteAccessTokenResponse struct {
	SuiteAccessToken Secret `json:"suite_access_token"` // at most 512 bytes
	ExpiresIn        int64  `json:"expires_in"`         // seconds, usually 7,200
}

// GetProviderAccessToken asks the platform for the token of a service provider (获取服务商凭证). A [Client]
// does so by itself and caches the token.
//
// API: POST /cgi-bin/service/get_provider_token
// Doc: https://developer.work.weixin.qq.com/document/path/91200
func (c *Client) GetProviderAccessToken(ctx context.Context, req *GetProviderAccessTokenRequest) (*GetProviderAccessTokenResponse, error) {
	return exec(ctx, c, post|noToken, "/cgi-bin/service/get_provider_token", req, new(GetProviderAccessTokenResponse))
}

// GetProviderAccessTokenRequest holds the credentials of a service provider.
type GetProviderAccessTokenRequest struct {
	CorpID         string `json:"corpid"`
	ProviderSecret Secret `json:"provider_secret"`
}

// GetProviderAccessTokenResponse is a token and how long it lives.
type GetProviderAccessTokenResponse struct {
	ProviderAccessToken Secret `json:"provider_access_token"`
	ExpiresIn           int64  `json:"expires_in"` // seconds, usually 7,200
}

func (c *Client) fetchSuiteToken(ctx context.Context) (Token, error) {
	const api = "/cgi-bin/service/get_suite_token"
	suite := c.set.suite
	if suite.Ticket == nil {
		return Token{}, invalid(api, "", "the client has no credentials of a third-party app; use WithSuite")
	}
	ticket, err := suite.Ticket(ctx)
	if err != nil {
		return Token{}, err
	}
	issued, err := c.GetSuiteAccessToken(ctx, &GetSuiteAccessTokenRequest{SuiteID: suite.SuiteID, SuiteSecret: suite.SuiteSecret, SuiteTicket: ticket})
	if err != nil {
		return Token{}, err
	}
	return newToken(api, issued.SuiteAccessToken, issued.ExpiresIn)
}

func (c *Client) fetchProviderToken(ctx context.Context) (Token, error) {
	issued, err := c.GetProviderAccessToken(ctx, &GetProviderAccessTokenRequest{
		CorpID:         c.set.corpID,
		ProviderSecret: cmp.Or(c.set.providerSecret, c.set.corpSecret),
	})
	if err != nil {
		return Token{}, err
	}
	return newToken("/cgi-bin/service/get_provider_token", issued.ProviderAccessToken, issued.ExpiresIn)
}

func (c *Client) fetchModelToken(ctx context.Context) (Token, error) {
	const api = "/cgi-bin/openhw/get_model_token"
	model := c.set.deviceModel
	if model.Ticket == nil {
		return Token{}, invalid(api, "", "the client has no credentials of a model of devices; use WithDeviceModel")
	}
	ticket, err := model.Ticket(ctx)
	if err != nil {
		return Token{}, err
	}
	issued, err := c.GetDeviceModelAccessToken(ctx, &GetDeviceModelAccessTokenRequest{ModelID: model.ModelID, ModelSecret: model.ModelSecret, ModelTicket: ticket})
	if err != nil {
		return Token{}, err
	}
	return newToken(api, issued.ModelAccessToken, issued.ExpiresIn)
}

func (c *Client) fetchDeviceToken(ctx context.Context) (Token, error) {
	const api = "/cgi-bin/openhw/get_device_token"
	if c.set.deviceSN == "" {
		return Token{}, invalid(api, "", "the client is not that of a device; use WithDevice")
	}
	issued, err := c.GetDeviceAccessToken(ctx, &GetDeviceAccessTokenRequest{DeviceSN: c.set.deviceSN, DeviceSecret: c.set.deviceSecret})
	if err != nil {
		return Token{}, err
	}
	return newToken(api, issued.DeviceAccessToken, issued.ExpiresIn)
}
