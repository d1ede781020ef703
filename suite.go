package workwx

import (
	"context"
	"iter"
	"net/url"
)

// ForAuthorizedCorp returns a client that acts in a corp which has installed the third-party app of
// [WithSuite]: its access token is the one that the platform issues for the corp's permanent code (获取企业凭证).
// It shares the connections of c and renews its token by itself:
//
//	corp, err := provider.ForAuthorizedCorp(authCorpID, permanentCode, workwx.WithAgentID(agentID))
//	...
//	_, err = corp.SendTextMessage(ctx, workwx.ToUsers(openUserID), "Hello!")
//
// Keep one such client for each corp. Once the corp uninstalls the app, calls fail with a [TokenError] that
// wraps [CodeInvalidPermanentCode] or [CodeAuthorizationGone]. The permanent code of an app that a provider
// builds for one corp (代开发应用) is its secret: use [Client.With] and [WithCredentials] for these.
func (c *Client) ForAuthorizedCorp(authCorpID string, permanentCode Secret, opts ...Option) (*Client, error) {
	source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
		issued, err := c.GetSuiteCorpAccessToken(ctx, &GetSuiteCorpAccessTokenRequest{AuthCorpID: authCorpID, PermanentCode: permanentCode})
		if err != nil {
			return Token{}, err
		}
		return newToken("/cgi-bin/service/get_corp_token", issued.AccessToken, issued.ExpiresIn)
	})
	if permanentCode == "" {
		return nil, &ConfigError{Option: "ForAuthorizedCorp", Reason: "the permanent code is empty; GetSuitePermanentCodeV2 returns it when a corp installs the app"}
	}
	return c.With(append([]Option{WithCredentials(authCorpID, string(permanentCode)), WithTokenSource(source)}, opts...)...)
}

// SuiteInstallURL returns the link to the page where an administrator installs the third-party app of
// [WithSuite] (从服务商网站发起授权). The platform then redirects to redirectURI with the parameters auth_code,
// for [Client.GetSuitePermanentCodeV2], expires_in, which is 600 seconds, and state.
//
// preAuthCode is that of [Client.GetSuitePreAuthCode]. The host of redirectURI is the app's domain for
// installing. state holds at most 128 letters and digits. What cannot work gives an [ArgumentError].
func (c *Client) SuiteInstallURL(preAuthCode Secret, redirectURI, state string) (string, error) {
	const api = "SuiteInstallURL"
	switch {
	case c.set.suite.SuiteID == "":
		return "", invalid(api, "suite_id", "the client has no third-party app; use WithSuite")
	case preAuthCode == "":
		return "", invalid(api, "pre_auth_code", "it is empty")
	}
	if err := checkLink(api, redirectURI, state); err != nil {
		return "", err
	}
	return "https://open.work.weixin.qq.com/3rdapp/install?suite_id=" + escapeParam(c.set.suite.SuiteID) +
		"&pre_auth_code=" + url.QueryEscape(string(preAuthCode)) + "&redirect_uri=" + escapeParam(redirectURI) + "&state=" + state, nil
}

// ListSuiteAgentAdmins returns the administrators of an app in a corp that has installed it (获取应用的管理员列表),
// who may be sent a bill, say. They have a UserID if they are in the app's visible range, and an OpenUserID.
//
// Here and in the methods below the client needs [WithSuite].
//
// API: POST /cgi-bin/service/get_admin_list
// Doc: https://developer.work.weixin.qq.com/document/path/90605
func (c *Client) ListSuiteAgentAdmins(ctx context.Context, req *ListSuiteAgentAdminsRequest) ([]*AgentAdmin, error) {
	var resp listSuiteAgentAdminsResponse
	err := c.invoke(ctx, post|suiteToken, "/cgi-bin/service/get_admin_list", req, &resp)
	return resp.Admin, err
}

type listSuiteAgentAdminsResponse struct {
	Admin []*AgentAdmin `json:"admin"`
}

// ListSuiteAgentAdminsRequest names an app in a corp.
type ListSuiteAgentAdminsRequest struct {
	AuthCorpID string `json:"auth_corpid"`
	AgentID    int64  `json:"agentid"`
}

// SuiteQRCodeStyle is how the QR code of an app looks.
type SuiteQRCodeStyle int64

// How the QR code of an app looks.
const (
	SuiteQRCodeStylePrint  SuiteQRCodeStyle = 0 // with a frame that explains it, for print
	SuiteQRCodeStyleScreen SuiteQRCodeStyle = 1 // with a frame that explains it, for screens
	SuiteQRCodeStyleSmall  SuiteQRCodeStyle = 2 // 312 × 384 pixels, without a frame
	SuiteQRCodeStyleMedium SuiteQRCodeStyle = 3 // 624 × 768 pixels
	SuiteQRCodeStyleLarge  SuiteQRCodeStyle = 4 // 1,996 × 2,456 pixels
)

// SuiteQRCodeResult says how the platform answers with a QR code.
type SuiteQRCodeResult int64

// SuiteQRCodeResultURL has the platform answer with the image's URL instead of the image, which is what
// [Client.GetSuiteAppQRCode] can read.
const SuiteQRCodeResultURL SuiteQRCodeResult = 2

// GetSuiteAppQRCode returns the URL of the QR code with which a corp installs the app (获取应用二维码). The app
// must be a published third-party app. ResultType is set to [SuiteQRCodeResultURL] if it is zero.
//
// API: POST /cgi-bin/service/get_app_qrcode
// Doc: https://developer.work.weixin.qq.com/document/path/95430
func (c *Client) GetSuiteAppQRCode(ctx context.Context, req *GetSuiteAppQRCodeRequest) (*GetSuiteAppQRCodeResponse, error) {
	var r GetSuiteAppQRCodeRequest
	if req != nil {
		r = *req
	}
	if r.ResultType == 0 {
		r.ResultType = SuiteQRCodeResultURL
	}
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/get_app_qrcode", &r, new(GetSuiteAppQRCodeResponse))
}

// GetSuiteAppQRCodeRequest says which QR code is wanted.
type GetSuiteAppQRCodeRequest struct {
	SuiteID    string            `json:"suite_id,omitzero"`
	AppID      int64             `json:"appid,omitzero"` // of an old suite of several apps
	State      string            `json:"state,omitzero"` // at most 32 letters and digits; comes back with the permanent code
	Style      *SuiteQRCodeStyle `json:"style,omitzero"` // SuiteQRCodeStyleSmall if nil
	ResultType SuiteQRCodeResult `json:"result_type,omitzero"`
}

// GetSuiteAppQRCodeResponse is a QR code.
type GetSuiteAppQRCodeResponse struct {
	QRCode string `json:"qrcode"` // URL
}

// GetSuiteAuthInfo returns what a corp has granted to the app, and what it has bought (获取企业授权信息).
//
// The platform prefers [Client.GetSuiteAuthInfoV2], which is faster but knows nothing of what was bought.
//
// API: POST /cgi-bin/service/get_auth_info
// Doc: https://developer.work.weixin.qq.com/document/path/91912
func (c *Client) GetSuiteAuthInfo(ctx context.Context, req *GetSuiteAuthInfoRequest) (*SuiteAuthInfo, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/get_auth_info", req, new(SuiteAuthInfo))
}

// GetSuiteAuthInfoRequest names a corp that has installed the app.
type GetSuiteAuthInfoRequest struct {
	AuthCorpID    string `json:"auth_corpid"`
	PermanentCode Secret `json:"permanent_code"`
}

// GetSuiteAuthInfoV2 returns what a corp has granted to the app (获取企业授权信息).
//
// API: POST /cgi-bin/service/v2/get_auth_info
// Doc: https://developer.work.weixin.qq.com/document/path/100779
func (c *Client) GetSuiteAuthInfoV2(ctx context.Context, req *GetSuiteAuthInfoRequest) (*SuiteAuthInfo, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/v2/get_auth_info", req, new(SuiteAuthInfo))
}

// SuiteAuthInfo is what a corp has granted to a third-party app.
type SuiteAuthInfo struct {
	DealerCorpInfo SuiteCorpName    `json:"dealer_corp_info"` // the agency that sold the app, if any
	AuthCorpInfo   SuiteAuthCorp    `json:"auth_corp_info"`
	AuthInfo       SuiteAuthAgents  `json:"auth_info"`
	EditionInfo    SuiteAuthEdition `json:"edition_info"` // what the corp has bought; not from GetSuiteAuthInfoV2
}

// SuiteCorpName is a corp.
type SuiteCorpName struct {
	CorpID   string `json:"corpid"`
	CorpName string `json:"corp_name"`
}

// SuiteCorpType says whether a corp is verified.
type SuiteCorpType string

// Whether a corp is verified.
const (
	SuiteCorpTypeVerified   SuiteCorpType = "verified"
	SuiteCorpTypeUnverified SuiteCorpType = "unverified"
)

// SuiteSubjectType is what kind of organisation a corp is.
type SuiteSubjectType int64

// What kind of organisation a corp is.
const (
	SuiteSubjectTypeCompany    SuiteSubjectType = 1 // 企业
	SuiteSubjectTypeGovernment SuiteSubjectType = 2 // 政府以及事业单位
	SuiteSubjectTypeOther      SuiteSubjectType = 3 // 其他组织
	SuiteSubjectTypeTeam       SuiteSubjectType = 4 // 团队号
)

// SuiteAuthCorp is a corp that has installed an app. Version 2 of the endpoints returns less of it.
type SuiteAuthCorp struct {
	CorpID            string           `json:"corpid"`
	CorpName          string           `json:"corp_name"` // short
	CorpType          SuiteCorpType    `json:"corp_type"`
	CorpSquareLogoURL string           `json:"corp_square_logo_url"`
	CorpUserMax       int64            `json:"corp_user_max"`
	CorpAgentMax      int64            `json:"corp_agent_max"`
	CorpFullName      string           `json:"corp_full_name"` // of the verified organisation
	SubjectType       SuiteSubjectType `json:"subject_type"`
	VerifiedEndTime   Timestamp        `json:"verified_end_time"`
	CorpWxQRCode      string           `json:"corp_wxqrcode"` // URL of the code with which WeChat users follow the corp's workbench
	CorpScale         string           `json:"corp_scale"`    // such as 1-50人
	CorpIndustry      string           `json:"corp_industry"`
	CorpSubIndustry   string           `json:"corp_sub_industry"`
	Location          string           `json:"location"`
	CorpExName        SuiteCorpExName  `json:"corp_ex_name"`
	AuthType          int64            `json:"auth_type"` // how the corp installed the app; from GetSuitePermanentCode alone
}

// SuiteCorpExName holds further names of a corp.
type SuiteCorpExName struct {
	NameList []string `json:"name_list"`
}

// SuiteAuthAgents holds the apps that a corp has installed: one, but of an old suite several.
type SuiteAuthAgents struct {
	Agent []SuiteAuthAgent `json:"agent"`
}

// SuiteAuthMode says who granted an app its rights.
type SuiteAuthMode int64

// Who granted an app its rights.
const (
	SuiteAuthModeAdmin  SuiteAuthMode = 0 // an administrator, for the corp
	SuiteAuthModeMember SuiteAuthMode = 1 // members, for themselves
)

// SuiteAuthAgent is an app as a corp has installed it.
type SuiteAuthAgent struct {
	AgentID          int64           `json:"agentid"`
	Name             string          `json:"name"`
	SquareLogoURL    string          `json:"square_logo_url"`
	RoundLogoURL     string          `json:"round_logo_url"`
	AppID            int64           `json:"appid"` // of an old suite of several apps
	AuthMode         SuiteAuthMode   `json:"auth_mode"`
	IsCustomizedApp  bool            `json:"is_customized_app"`  // built by the provider for this corp (代开发)
	AuthFromThirdApp bool            `json:"auth_from_thirdapp"` // a customized app whose rights come from a third-party app
	Privilege        SuitePrivilege  `json:"privilege"`
	SharedFrom       SuiteSharedFrom `json:"shared_from"` // the corp that shares the app with this one, if any
}

// SuitePrivilegeLevel says what an app may do with the contacts.
type SuitePrivilegeLevel int64

// What an app may do with the contacts.
const (
	SuitePrivilegeLevelReadBasic    SuitePrivilegeLevel = 1 // read the basic data of all that it sees
	SuitePrivilegeLevelRead         SuitePrivilegeLevel = 2 // read all data
	SuitePrivilegeLevelReadWrite    SuitePrivilegeLevel = 3 // read and write all data
	SuitePrivilegeLevelReadOneBasic SuitePrivilegeLevel = 4 // read the basic data of single members
	SuitePrivilegeLevelWrite        SuitePrivilegeLevel = 5 // write all data
)

// SuitePrivilege is what an app sees and may do.
type SuitePrivilege struct {
	Level      SuitePrivilegeLevel `json:"level"`
	AllowUser  []string            `json:"allow_user"`  // members who see the app, and whom it sees
	AllowParty []int64             `json:"allow_party"` // departments
	AllowTag   []int64             `json:"allow_tag"`
	ExtraUser  []string            `json:"extra_user"` // whom it sees beyond that
	ExtraParty []int64             `json:"extra_party"`
	ExtraTag   []int64             `json:"extra_tag"`
}

// SuiteShareType is through what an app is shared.
type SuiteShareType int64

// Through what an app is shared.
const (
	SuiteShareTypeLinkedCorp SuiteShareType = 0 // 企业互联
	SuiteShareTypeChain      SuiteShareType = 1 // 上下游
)

// SuiteSharedFrom is a corp that shares its app.
type SuiteSharedFrom struct {
	CorpID    string         `json:"corpid"`
	ShareType SuiteShareType `json:"share_type"`
}

// SuiteAuthEdition is what a corp has bought.
type SuiteAuthEdition struct {
	Agent []SuiteEdition `json:"agent"`
}

// SuiteAppStatus says whether a corp has paid for an app.
type SuiteAppStatus int64

// Whether a corp has paid for an app.
const (
	SuiteAppStatusUnpaid          SuiteAppStatus = 0
	SuiteAppStatusTrial           SuiteAppStatus = 1 // for a limited time
	SuiteAppStatusTrialExpired    SuiteAppStatus = 2
	SuiteAppStatusPaid            SuiteAppStatus = 3
	SuiteAppStatusPaidExpired     SuiteAppStatus = 4
	SuiteAppStatusUnlimitedTrial  SuiteAppStatus = 5
	SuiteAppStatusPaidOverLimit   SuiteAppStatus = 6 // by more members than paid for, for up to 7 days
	SuiteAppStatusPaidOverExpired SuiteAppStatus = 7 // by more members than paid for, for more than 7 days
)

// SuiteEdition is the edition of an app that a corp uses.
type SuiteEdition struct {
	AgentID               int64          `json:"agentid"`
	EditionID             string         `json:"edition_id"`
	EditionName           string         `json:"edition_name"`
	AppStatus             SuiteAppStatus `json:"app_status"`
	UserLimit             int64          `json:"user_limit"`   // members; means nothing on trial or at a fixed price
	ExpiredTime           Timestamp      `json:"expired_time"` // means nothing on an unlimited trial
	IsVirtualVersion      bool           `json:"is_virtual_version"`
	IsSharedFromOtherCorp bool           `json:"is_shared_from_other_corp"`
}

// GetSuiteCorpAccessToken asks for an access token for a corp that has installed the app (获取企业凭证). A client
// of [Client.ForAuthorizedCorp] does so by itself and caches the token.
//
// API: POST /cgi-bin/service/get_corp_token
// Doc: https://developer.work.weixin.qq.com/document/path/90605
func (c *Client) GetSuiteCorpAccessToken(ctx context.Context, req *GetSuiteCorpAccessTokenRequest) (*GetSuiteCorpAccessTokenResponse, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/get_corp_token", req, new(GetSuiteCorpAccessTokenResponse))
}

// GetSuiteCorpAccessTokenRequest names a corp that has installed the app.
type GetSuiteCorpAccessTokenRequest struct {
	AuthCorpID    string `json:"auth_corpid"`
	PermanentCode Secret `json:"permanent_code"`
}

// GetSuiteCorpAccessTokenResponse is a token and how long it lives.
type GetSuiteCorpAccessTokenResponse struct {
	AccessToken Secret `json:"access_token"`
	ExpiresIn   int64  `json:"expires_in"` // seconds
}

// GetSuiteOrder returns an order for the app (获取订单详情).
//
// API: POST /cgi-bin/service/get_order
// Doc: https://developer.work.weixin.qq.com/document/path/91909
func (c *Client) GetSuiteOrder(ctx context.Context, orderID string) (*SuiteOrder, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/get_order", param{"orderid", orderID}, new(SuiteOrder))
}

// ListSuiteOrders returns the orders for the app that were made in a time (获取订单列表).
//
// API: POST /cgi-bin/service/get_order_list
// Doc: https://developer.work.weixin.qq.com/document/path/91910
func (c *Client) ListSuiteOrders(ctx context.Context, req *ListSuiteOrdersRequest) ([]*SuiteOrder, error) {
	var resp listSuiteOrdersResponse
	err := c.invoke(ctx, post|suiteToken, "/cgi-bin/service/get_order_list", req, &resp)
	return resp.OrderList, err
}

type listSuiteOrdersResponse struct {
	OrderList []*SuiteOrder `json:"order_list"`
}

// ListSuiteOrdersRequest says which orders to return.
type ListSuiteOrdersRequest struct {
	StartTime Timestamp     `json:"start_time"`
	EndTime   Timestamp     `json:"end_time"`
	TestMode  SuiteAuthType `json:"test_mode,omitzero"` // whether to return the orders of test installations
}

// SuiteOrderStatus is how far an order is.
type SuiteOrderStatus int64

// How far an order is.
const (
	SuiteOrderStatusUnpaid          SuiteOrderStatus = 0 // 未支付
	SuiteOrderStatusPaid            SuiteOrderStatus = 1 // 已支付
	SuiteOrderStatusClosed          SuiteOrderStatus = 2 // 已关闭
	SuiteOrderStatusExpired         SuiteOrderStatus = 3 // 未支付且已过期
	SuiteOrderStatusRefundRequested SuiteOrderStatus = 4 // 申请退款中
	SuiteOrderStatusRefunded        SuiteOrderStatus = 5 // 申请退款成功
	SuiteOrderStatusRefundRefused   SuiteOrderStatus = 6 // 退款被拒绝
)

// SuiteOrderType is why an app was ordered.
type SuiteOrderType int64

// Why an app was ordered.
const (
	SuiteOrderTypeNew    SuiteOrderType = 0 // 新购应用
	SuiteOrderTypeMore   SuiteOrderType = 1 // for more members, 扩容应用人数
	SuiteOrderTypeRenew  SuiteOrderType = 2 // 续期应用时间
	SuiteOrderTypeChange SuiteOrderType = 3 // of edition, 变更版本
)

// SuiteOrderFrom says who ordered an app.
type SuiteOrderFrom int64

// Who ordered an app.
const (
	SuiteOrderFromCorp     SuiteOrderFrom = 0 // the corp that uses it, 客户下单
	SuiteOrderFromProvider SuiteOrderFrom = 1 // 服务商下单
	SuiteOrderFromDealer   SuiteOrderFrom = 2 // 代理商下单
)

// SuiteOrder is an order for an app.
type SuiteOrder struct {
	OrderID             string           `json:"orderid"`
	OrderStatus         SuiteOrderStatus `json:"order_status"`
	OrderType           SuiteOrderType   `json:"order_type"`
	PaidCorpID          string           `json:"paid_corpid"`     // the corp that uses the app
	OperatorCorpID      string           `json:"operator_corpid"` // the corp that ordered it
	OperatorID          string           `json:"operator_id"`     // the member who ordered it
	SuiteID             string           `json:"suiteid"`
	AppID               int64            `json:"appid"` // of an old suite of several apps
	EditionID           string           `json:"edition_id"`
	EditionName         string           `json:"edition_name"`
	Price               int64            `json:"price"` // in fen
	UserCount           int64            `json:"user_count"`
	OrderPeriod         int64            `json:"order_period"` // days
	OrderTime           Timestamp        `json:"order_time"`
	PaidTime            Timestamp        `json:"paid_time"`
	BeginTime           Timestamp        `json:"begin_time"` // from when to when it holds
	EndTime             Timestamp        `json:"end_time"`
	OrderFrom           SuiteOrderFrom   `json:"order_from"`
	ServiceShareAmount  int64            `json:"service_share_amount"`  // what the provider gets, in fen
	PlatformShareAmount int64            `json:"platform_share_amount"` // what the platform gets, in fen
	DealerShareAmount   int64            `json:"dealer_share_amount"`   // what the agency gets, in fen
	DealerCorpInfo      SuiteCorpName    `json:"dealer_corp_info"`
}

// GetSuitePermanentCode exchanges the code that came with an installation for the corp's permanent code, its
// first access token and what it has granted (获取企业永久授权码). Keep the permanent code: nothing works without
// it, and the auth code works once and for 10 minutes.
//
// The platform prefers [Client.GetSuitePermanentCodeV2], which is faster and answers with less.
//
// API: POST /cgi-bin/service/get_permanent_code
// Doc: https://developer.work.weixin.qq.com/document/path/90603
func (c *Client) GetSuitePermanentCode(ctx context.Context, authCode Secret) (*SuitePermanentCode, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/get_permanent_code", param{"auth_code", authCode}, new(SuitePermanentCode))
}

// GetSuitePermanentCodeV2 exchanges the code that came with an installation for the corp's permanent code
// (获取企业永久授权码), at the end of [Client.SuiteInstallURL] or on a [CreateAuthEvent]. Keep it: nothing works
// without it, and the auth code works once and for 10 minutes. [Client.ForAuthorizedCorp] makes a client of it.
//
// API: POST /cgi-bin/service/v2/get_permanent_code
// Doc: https://developer.work.weixin.qq.com/document/path/100776
func (c *Client) GetSuitePermanentCodeV2(ctx context.Context, authCode Secret) (*SuitePermanentCode, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/v2/get_permanent_code", param{"auth_code", authCode}, new(SuitePermanentCode))
}

// SuitePermanentCode is a corp's permanent code, and who granted what. Version 2 returns neither the token
// nor AuthInfo, EditionInfo and DealerCorpInfo.
type SuitePermanentCode struct {
	PermanentCode    Secret            `json:"permanent_code"` // at most 512 bytes
	AccessToken      Secret            `json:"access_token"`
	ExpiresIn        int64             `json:"expires_in"` // of AccessToken, in seconds
	DealerCorpInfo   SuiteCorpName     `json:"dealer_corp_info"`
	AuthCorpInfo     SuiteAuthCorp     `json:"auth_corp_info"`
	AuthInfo         SuiteAuthAgents   `json:"auth_info"`
	AuthUserInfo     SuiteAuthUser     `json:"auth_user_info"`     // who installed the app
	RegisterCodeInfo SuiteRegisterCode `json:"register_code_info"` // of a corp that registered through the provider
	State            string            `json:"state"`              // of the link or QR code
	EditionInfo      SuiteAuthEdition  `json:"edition_info"`
}

// SuiteAuthUser is who installed an app.
type SuiteAuthUser struct {
	UserID     string `json:"userid"`
	OpenUserID string `json:"open_userid"`
	Name       string `json:"name"`
	Avatar     string `json:"avatar"` // URL
}

// SuiteRegisterCode is the registration that a corp came through.
type SuiteRegisterCode struct {
	RegisterCode string `json:"register_code"`
	TemplateID   string `json:"template_id"`
	State        string `json:"state"`
}

// GetSuitePreAuthCode returns a code for [Client.SuiteInstallURL] (获取预授权码).
//
// API: GET /cgi-bin/service/get_pre_auth_code
// Doc: https://developer.work.weixin.qq.com/document/path/90601
func (c *Client) GetSuitePreAuthCode(ctx context.Context) (*SuitePreAuthCode, error) {
	return exec(ctx, c, get|suiteToken, "/cgi-bin/service/get_pre_auth_code", nil, new(SuitePreAuthCode))
}

// SuitePreAuthCode is a code and how long it lives.
type SuitePreAuthCode struct {
	PreAuthCode Secret `json:"pre_auth_code"` // at most 512 bytes
	ExpiresIn   int64  `json:"expires_in"`    // seconds, usually 1,200
}

// SetSuiteSessionInfo says how the installation that begins with a code of [Client.GetSuitePreAuthCode] goes on
// (设置授权配置), for one that is a test, say.
//
// API: POST /cgi-bin/service/set_session_info
// Doc: https://developer.work.weixin.qq.com/document/path/90602
func (c *Client) SetSuiteSessionInfo(ctx context.Context, req *SetSuiteSessionInfoRequest) error {
	return c.invoke(ctx, post|suiteToken, "/cgi-bin/service/set_session_info", req, nil)
}

// SetSuiteSessionInfoRequest says how an installation goes on.
type SetSuiteSessionInfoRequest struct {
	PreAuthCode Secret           `json:"pre_auth_code"`
	SessionInfo SuiteSessionInfo `json:"session_info,omitzero"`
}

// SuiteAuthType says whether an installation is a test.
type SuiteAuthType int64

// Whether an installation is a test.
const (
	SuiteAuthTypeFormal SuiteAuthType = 0
	SuiteAuthTypeTest   SuiteAuthType = 1
)

// SuiteSessionInfo says how an installation goes on.
type SuiteSessionInfo struct {
	AppID    []int64        `json:"appid,omitzero"` // which apps of an old suite may be installed
	AuthType *SuiteAuthType `json:"auth_type,omitzero"`
}

// GetSuiteAuthUserInfo returns who opened a page of the app (获取访问用户身份), with the code that
// [Client.OAuth2URL] with [WithOAuth2Suite] brought. What is said at [Client.GetAuthUserInfo] about codes holds
// here too.
//
// API: GET /cgi-bin/service/auth/getuserinfo3rd
// Doc: https://developer.work.weixin.qq.com/document/path/91121
func (c *Client) GetSuiteAuthUserInfo(ctx context.Context, code string) (*SuiteAuthUserInfo, error) {
	return exec(ctx, c, get|suiteToken, "/cgi-bin/service/auth/getuserinfo3rd", param{"code", code}, new(SuiteAuthUserInfo))
}

// SuiteAuthUserInfo is who opened a page: a member of a corp that has installed the app, or, with an OpenID,
// somebody else.
type SuiteAuthUserInfo struct {
	CorpID         string `json:"corpid"`
	UserID         string `json:"userid"`
	UserTicket     Secret `json:"user_ticket"` // for [Client.GetSuiteAuthUserDetail]; at most 512 bytes
	ExpiresIn      int64  `json:"expires_in"`  // of UserTicket, in seconds
	OpenUserID     string `json:"open_userid"` // the member, the same in all corps and apps of the provider
	OpenID         string `json:"openid"`
	ExternalUserID string `json:"external_userid"` // of whom is a customer
}

// GetSuiteAuthUserDetail returns what a member agreed to show to the app (获取访问用户敏感信息).
//
// API: POST /cgi-bin/service/auth/getuserdetail3rd
// Doc: https://developer.work.weixin.qq.com/document/path/91122
func (c *Client) GetSuiteAuthUserDetail(ctx context.Context, userTicket Secret) (*SuiteUserDetail, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/auth/getuserdetail3rd", param{"user_ticket", userTicket}, new(SuiteUserDetail))
}

// SuiteUserDetail is what a member agreed to show.
type SuiteUserDetail struct {
	CorpID string `json:"corpid"`
	UserID string `json:"userid"`
	Name   string `json:"name"`
	Gender Gender `json:"gender"`
	Avatar string `json:"avatar"`  // URL
	QRCode string `json:"qr_code"` // URL of a code with which outsiders add the member
}

// GetSuiteUserDetail is the older form of [Client.GetSuiteAuthUserDetail] (获取访问用户敏感信息).
//
// Deprecated: use [Client.GetSuiteAuthUserDetail].
//
// API: POST /cgi-bin/service/getuserdetail3rd
// Doc: https://developer.work.weixin.qq.com/document/path/91122
func (c *Client) GetSuiteUserDetail(ctx context.Context, userTicket Secret) (*SuiteUserDetail, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/getuserdetail3rd", param{"user_ticket", userTicket}, new(SuiteUserDetail))
}

// GetSuiteUserInfoByCode is the older form of [Client.GetSuiteAuthUserInfo] (获取访问用户身份). It also tells the
// device, and the children of parents at a school.
//
// API: GET /cgi-bin/service/getuserinfo3rd
// Doc: https://developer.work.weixin.qq.com/document/path/91121
func (c *Client) GetSuiteUserInfoByCode(ctx context.Context, code string) (*SuiteUserInfo, error) {
	return exec(ctx, c, get|suiteToken, "/cgi-bin/service/getuserinfo3rd", param{"code", code}, new(SuiteUserInfo))
}

// SuiteUserInfo is who opened a page, and on what.
type SuiteUserInfo struct {
	CorpID         string              `json:"CorpId"`
	UserID         string              `json:"UserId"`
	OpenID         string              `json:"OpenId"`      // of whom is no member
	DeviceID       string              `json:"DeviceId"`    // of the telephone; it changes when WeCom is installed again
	OpenUserID     string              `json:"open_userid"` // the member, the same in all corps and apps of the provider
	UserTicket     Secret              `json:"user_ticket"`
	ExpiresIn      int64               `json:"expires_in"`      // of UserTicket, in seconds
	ExternalUserID string              `json:"external_userid"` // of whom is a customer
	Parents        []SuiteSchoolParent `json:"parents"`         // as which the visitor is known to schools
}

// GetSuiteSchoolUserInfo returns the parent or student who opened a page of the app (获取家校访问用户身份).
//
// API: GET /cgi-bin/service/school/getuserinfo3rd
// Doc: https://developer.work.weixin.qq.com/document/path/95790
func (c *Client) GetSuiteSchoolUserInfo(ctx context.Context, code string) (*SuiteSchoolUserInfo, error) {
	return exec(ctx, c, get|suiteToken, "/cgi-bin/service/school/getuserinfo3rd", param{"code", code}, new(SuiteSchoolUserInfo))
}

// SuiteSchoolUserInfo is who opened a page, as schools know them.
type SuiteSchoolUserInfo struct {
	DeviceID string               `json:"DeviceId"`
	Parents  []SuiteSchoolParent  `json:"parents"`
	Students []SuiteSchoolStudent `json:"students"`
}

// SuiteSchoolParent is a parent at a school.
type SuiteSchoolParent struct {
	CorpID         string `json:"corpid"` // the school
	ParentUserID   string `json:"parent_userid"`
	ExternalUserID string `json:"external_userid"`
}

// SuiteSchoolStudent is a student at a school.
type SuiteSchoolStudent struct {
	CorpID        string `json:"corpid"` // the school
	StudentUserID string `json:"student_userid"`
}

// ConvertSuiteJSCodeToSession returns who logged in to the app's mini program (code2Session). What is said at
// [Client.ConvertJSCodeToSession] holds here too.
//
// API: GET /cgi-bin/service/miniprogram/jscode2session
// Doc: https://developer.work.weixin.qq.com/document/path/92468
func (c *Client) ConvertSuiteJSCodeToSession(ctx context.Context, jsCode string) (*JSCodeSession, error) {
	req := &jsCodeToSessionRequest{JSCode: jsCode, GrantType: "authorization_code"}
	return exec(ctx, c, get|suiteToken, "/cgi-bin/service/miniprogram/jscode2session", req, new(JSCodeSession))
}

// ExtendSuiteTrial lets a corp try the app for longer, and returns until when (延长试用期). The corp must be
// on trial, or its trial over.
//
// API: POST /cgi-bin/service/prolong_try
// Doc: https://developer.work.weixin.qq.com/document/path/91913
func (c *Client) ExtendSuiteTrial(ctx context.Context, req *ExtendSuiteTrialRequest) (Timestamp, error) {
	var resp extendSuiteTrialResponse
	err := c.invoke(ctx, post|once|suiteToken, "/cgi-bin/service/prolong_try", req, &resp)
	return resp.TryEndTime, err
}

type extendSuiteTrialResponse struct {
	TryEndTime Timestamp `json:"try_end_time"`
}

// ExtendSuiteTrialRequest says whose trial ends later.
type ExtendSuiteTrialRequest struct {
	BuyerCorpID string `json:"buyer_corpid"`
	ProlongDays int64  `json:"prolong_days"`   // from now if the trial is over
	AppID       int64  `json:"appid,omitzero"` // of an old suite of several apps
}

// ListSuiteAcquisitionBills returns a page of what the provider paid for a corp's acquisition links
// (获取代支付流水).
//
// API: POST /cgi-bin/service/customer_acquisition/get_bill_list
// Doc: https://developer.work.weixin.qq.com/document/path/99602
func (c *Client) ListSuiteAcquisitionBills(ctx context.Context, req *ListSuiteAcquisitionBillsRequest) (*ListSuiteAcquisitionBillsResponse, error) {
	return exec(ctx, c, post|suiteToken, "/cgi-bin/service/customer_acquisition/get_bill_list", req, new(ListSuiteAcquisitionBillsResponse))
}

// AllSuiteAcquisitionBills ranges over what the provider paid for a corp's acquisition links; see
// [Client.ListSuiteAcquisitionBills].
func (c *Client) AllSuiteAcquisitionBills(ctx context.Context, req *ListSuiteAcquisitionBillsRequest) iter.Seq2[*SuiteAcquisitionBill, error] {
	return paginate(ctx, req, c.ListSuiteAcquisitionBills,
		func(q *ListSuiteAcquisitionBillsRequest) *string { return &q.Cursor },
		func(p *ListSuiteAcquisitionBillsResponse) ([]*SuiteAcquisitionBill, string, bool) {
			return p.BillList, p.NextCursor, p.NextCursor != ""
		})
}

// ListSuiteAcquisitionBillsRequest says which payments to return.
type ListSuiteAcquisitionBillsRequest struct {
	BeginTime  Timestamp `json:"begin_time"`
	EndTime    Timestamp `json:"end_time"`
	AuthCorpID string    `json:"auth_corpid"`
	Cursor     string    `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit      int64     `json:"limit,omitzero"`
}

// ListSuiteAcquisitionBillsResponse is a page of payments.
type ListSuiteAcquisitionBillsResponse struct {
	NextCursor string                  `json:"next_cursor"`
	BillList   []*SuiteAcquisitionBill `json:"bill_list"`
}

// SuiteAcquisitionBill is a payment for a customer who came through a link.
type SuiteAcquisitionBill struct {
	Timestamp Timestamp `json:"timestamp"`
	LinkID    string    `json:"link_id"`
	State     string    `json:"state"` // of the link
	Price     int64     `json:"price"` // in fen
}
