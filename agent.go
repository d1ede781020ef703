package workwx

import "context"

// BatchSetAgentWorkbenchData shows the same data to many members in the app's custom display on the
// workbench (批量设置应用在用户工作台展示的数据).
//
// The members must be able to see the app. All calls of an app together may set the data of 100,000
// members a minute. The errcodes are those of [Client.SetAgentWorkbenchData].
//
// API: POST /cgi-bin/agent/batch_set_workbench_data
// Doc: https://developer.work.weixin.qq.com/document/path/92535
func (c *Client) BatchSetAgentWorkbenchData(ctx context.Context, req *BatchSetAgentWorkbenchDataRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/agent/batch_set_workbench_data", req, nil)
}

// BatchSetAgentWorkbenchDataRequest says what many members see.
type BatchSetAgentWorkbenchDataRequest struct {
	AgentID    int64                 `json:"agentid"`
	UserIDList []string              `json:"userid_list"` // at most 1,000
	Data       AgentWorkbenchContent `json:"data"`
}

// AgentWorkbenchType is a way in which an app is displayed on the workbench.
type AgentWorkbenchType string

// The ways of display.
const (
	AgentWorkbenchTypeNormal  AgentWorkbenchType = "normal"  // icon and name, no custom display; in a template only
	AgentWorkbenchTypeKeyData AgentWorkbenchType = "keydata" // up to four figures with their names
	AgentWorkbenchTypeImage   AgentWorkbenchType = "image"   // one image
	AgentWorkbenchTypeList    AgentWorkbenchType = "list"    // up to three lines of text
	AgentWorkbenchTypeWebview AgentWorkbenchType = "webview" // a web page
)

// AgentWorkbenchContent is what is to be shown. Of the four kinds of content that is set which Type
// names.
type AgentWorkbenchContent struct {
	Type    AgentWorkbenchType           `json:"type"` // the type of the app's template
	KeyData AgentWorkbenchKeyData        `json:"keydata,omitzero"`
	Image   AgentWorkbenchImage          `json:"image,omitzero"`
	List    AgentWorkbenchList           `json:"list,omitzero"`
	Webview AgentWorkbenchWebviewSetting `json:"webview,omitzero"`
}

// AgentWorkbenchKeyData is the content of a display of figures.
type AgentWorkbenchKeyData struct {
	Items []AgentWorkbenchKeyDataItem `json:"items"` // at most 4
}

// AgentWorkbenchKeyDataItem is one figure. Where a click leads is given by JumpURL when the app's home
// is a web page, and by PagePath when it is a mini program; the wrong one of the two has no defined effect.
type AgentWorkbenchKeyDataItem struct {
	Key      string `json:"key,omitzero"`      // what the figure is, at most 64 characters; belongs into the template
	Data     string `json:"data"`              // the figure, at most 64 characters
	JumpURL  string `json:"jump_url,omitzero"` // at most 1,024 characters; the app's home page or its chat if empty
	PagePath string `json:"pagepath,omitzero"` // at most 1,024 characters; the mini program's first page if empty
}

// AgentWorkbenchImage is the content of a display of an image. JumpURL is for an app whose home is a
// web page, PagePath for one whose home is a mini program.
type AgentWorkbenchImage struct {
	URL      string `json:"url"`               // of the image; it looks best at 3.35:1
	JumpURL  string `json:"jump_url,omitzero"` // the app's home page or its chat if empty
	PagePath string `json:"pagepath,omitzero"` // the mini program's first page if empty
}

// AgentWorkbenchList is the content of a display of lines.
type AgentWorkbenchList struct {
	Items []AgentWorkbenchListItem `json:"items"` // at most 3
}

// AgentWorkbenchListItem is one line. JumpURL is for an app whose home is a web page, PagePath for one
// whose home is a mini program.
type AgentWorkbenchListItem struct {
	Title    string `json:"title"`             // the text, at most 128 bytes
	JumpURL  string `json:"jump_url,omitzero"` // the app's home page or its chat if empty
	PagePath string `json:"pagepath,omitzero"` // the mini program's first page if empty
}

// AgentWorkbenchHeight is the height of a web page on the workbench.
type AgentWorkbenchHeight string

// The heights, with the title of the app above the page and without it.
const (
	AgentWorkbenchHeightSingleRow AgentWorkbenchHeight = "single_row" // 106 px, or 147 px without the title
	AgentWorkbenchHeightDoubleRow AgentWorkbenchHeight = "double_row" // 171 px, or 212 px without the title; the default
)

// AgentWorkbenchWebviewSetting is the content of a display of a web page, as it is set. JumpURL is for
// an app whose home is a web page, PagePath for one whose home is a mini program.
type AgentWorkbenchWebviewSetting struct {
	URL                string               `json:"url"`                           // of the page that is shown
	JumpURL            string               `json:"jump_url,omitzero"`             // the app's home page or its chat if empty; without effect when EnableWebviewClick is set
	PagePath           string               `json:"pagepath,omitzero"`             // the mini program's first page if empty
	Height             AgentWorkbenchHeight `json:"height,omitzero"`               // must be that of the template in a member's data
	HideTitle          *bool                `json:"hide_title,omitzero"`           // hides the line with the app's name; false by default
	EnableWebviewClick *bool                `json:"enable_webview_click,omitzero"` // lets links of the form wxwork://openurl?url=… in the page work; false by default
}

// AgentWorkbenchWebview is the content of a display of a web page, as it was set.
type AgentWorkbenchWebview struct {
	URL                string               `json:"url"`      // of the page that is shown
	JumpURL            string               `json:"jump_url"` // where a click leads
	PagePath           string               `json:"pagepath"` // the page of the mini program where a click leads
	Height             AgentWorkbenchHeight `json:"height"`
	HideTitle          bool                 `json:"hide_title"`           // the line with the app's name is hidden
	EnableWebviewClick bool                 `json:"enable_webview_click"` // links in the page work, and JumpURL does not
}

// GetAgent returns the name, visibility and settings of an app (获取指定的应用详情). A corp can ask
// about the app that the token belongs to; a provider about apps that were authorized to it.
//
// API: GET /cgi-bin/agent/get
// Doc: https://developer.work.weixin.qq.com/document/path/90227
func (c *Client) GetAgent(ctx context.Context, agentID int64) (*Agent, error) {
	return exec(ctx, c, get, "/cgi-bin/agent/get", param{"agentid", agentID}, new(Agent))
}

// Agent is an app of a corp.
type Agent struct {
	AgentID                 int64              `json:"agentid"`
	Name                    string             `json:"name"`
	SquareLogoURL           string             `json:"square_logo_url"`
	Description             string             `json:"description"`
	AllowUserInfos          AgentAllowedUsers  `json:"allow_userinfos"`           // members who see the app
	AllowPartys             AgentAllowedPartys `json:"allow_partys"`              // departments that see it
	AllowTags               AgentAllowedTags   `json:"allow_tags"`                // tags whose members see it
	Close                   IntBool            `json:"close"`                     // the app is disabled
	ReportLocationFlag      IntBool            `json:"report_location_flag"`      // the location of members who enter the app is reported
	IsReportEnter           IntBool            `json:"isreportenter"`             // an enter_agent event comes when a member enters the app
	RedirectDomain          string             `json:"redirect_domain"`           // the trusted domain
	HomeURL                 string             `json:"home_url"`                  // the home page
	CustomizedPublishStatus AgentPublishStatus `json:"customized_publish_status"` // only of an app that a provider develops for the corp
}

// AgentAllowedUsers are the members who see an app.
type AgentAllowedUsers struct {
	User []AgentUser `json:"user"`
}

// AgentUser is a member, named by id.
type AgentUser struct {
	UserID string `json:"userid"`
}

// AgentAllowedPartys are the departments that see an app.
type AgentAllowedPartys struct {
	PartyID []int64 `json:"partyid"`
}

// AgentAllowedTags are the tags whose members see an app.
type AgentAllowedTags struct {
	TagID []int64 `json:"tagid"`
}

// AgentPublishStatus says how far the development of an app by a provider is (代开发发布状态).
type AgentPublishStatus int64

// The states of development.
const (
	AgentPublishStatusPending    AgentPublishStatus = 0 // authorized by the corp, not created by the provider
	AgentPublishStatusDeveloping AgentPublishStatus = 1 // created, not online
	AgentPublishStatusOnline     AgentPublishStatus = 2 // online in its newest version
	AgentPublishStatusOutdated   AgentPublishStatus = 3 // online, with a newer version that is not
)

// ListAgentAdmins returns the members who administer the app that the token belongs to (获取应用管理员列表).
// It is for the apps of providers.
//
// API: POST /cgi-bin/agent/get_admin_list
// Doc: https://developer.work.weixin.qq.com/document/path/100073
func (c *Client) ListAgentAdmins(ctx context.Context) ([]*AgentAdmin, error) {
	var resp listAgentAdminsResponse
	err := c.invoke(ctx, post, "/cgi-bin/agent/get_admin_list", nil, &resp)
	return resp.Admin, err
}

type listAgentAdminsResponse struct {
	Admin []*AgentAdmin `json:"admin"`
}

// AgentAdmin is an administrator of an app.
type AgentAdmin struct {
	UserID     string        `json:"userid"`
	AuthType   AgentAuthType `json:"auth_type"`
	OpenUserID string        `json:"open_userid"` // the id under which all apps of a provider know the member
}

// AgentAuthType says what an administrator may do with an app.
type AgentAuthType int64

// The rights of an administrator.
const (
	AgentAuthTypeSend   AgentAuthType = 0 // send messages as the app
	AgentAuthTypeManage AgentAuthType = 1 // change its settings too
)

// ListAgentPermissions returns the permissions that the corp gave to the app that the token belongs to
// (获取应用权限详情). It is for the apps of providers.
//
// API: POST /cgi-bin/agent/get_permissions
// Doc: https://developer.work.weixin.qq.com/document/path/99052
func (c *Client) ListAgentPermissions(ctx context.Context) (*ListAgentPermissionsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/agent/get_permissions", nil, new(ListAgentPermissionsResponse))
}

// ListAgentPermissionsResponse holds the permissions of an app.
type ListAgentPermissionsResponse struct {
	AppPermissions    []string          `json:"app_permissions"`     // their names, such as contact:base:base
	AppPermissionsExt []AgentPermission `json:"app_permissions_ext"` // more about some of them
}

// AgentPermission is a permission of an app and when it ends.
type AgentPermission struct {
	PermissionName string    `json:"permission_name"`
	ExpireTime     Timestamp `json:"expire_time"`
}

// GetAgentWorkbenchTemplate returns how an app is displayed on the workbench, with the data that
// members see for whom none was set (获取应用在工作台展示的模版).
//
// API: POST /cgi-bin/agent/get_workbench_template
// Doc: https://developer.work.weixin.qq.com/document/path/92535
func (c *Client) GetAgentWorkbenchTemplate(ctx context.Context, agentID int64) (*AgentWorkbenchTemplate, error) {
	return exec(ctx, c, post, "/cgi-bin/agent/get_workbench_template", param{"agentid", agentID}, new(AgentWorkbenchTemplate))
}

// AgentWorkbenchTemplate is the way in which an app is displayed on the workbench.
type AgentWorkbenchTemplate struct {
	Type            AgentWorkbenchType    `json:"type"`
	KeyData         AgentWorkbenchKeyData `json:"keydata"`
	Image           AgentWorkbenchImage   `json:"image"`
	List            AgentWorkbenchList    `json:"list"`
	Webview         AgentWorkbenchWebview `json:"webview"`
	ReplaceUserData bool                  `json:"replace_user_data"` // the data that members had were replaced
}

// ListAgents returns the apps that the token gives access to (获取access_token对应的应用列表): the
// one app that the token belongs to, or what was authorized to a provider.
//
// API: GET /cgi-bin/agent/list
// Doc: https://developer.work.weixin.qq.com/document/path/90227
func (c *Client) ListAgents(ctx context.Context) ([]*AgentItem, error) {
	var resp listAgentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/agent/list", nil, &resp)
	return resp.AgentList, err
}

type listAgentsResponse struct {
	AgentList []*AgentItem `json:"agentlist"`
}

// AgentItem is an app in a list; [Client.GetAgent] tells more of it.
type AgentItem struct {
	AgentID       int64  `json:"agentid"`
	Name          string `json:"name"`
	SquareLogoURL string `json:"square_logo_url"`
}

// MigrateAgentToCustomizedApp turns the app that the token belongs to, made by the corp, into one that
// the provider develops for it (自建应用迁移成代开发自建应用).
//
// suiteAccessToken is that of the provider's template for such apps. errcode 842002 says that the
// template is not online, 842003 that the suite is no such template, 842005 that this type of app
// cannot migrate.
//
// API: POST /cgi-bin/agent/migrate_to_customized_app
// Doc: https://developer.work.weixin.qq.com/document/path/96072
func (c *Client) MigrateAgentToCustomizedApp(ctx context.Context, suiteAccessToken Secret) error {
	return c.invoke(ctx, post|once, "/cgi-bin/agent/migrate_to_customized_app", param{"suite_access_token", suiteAccessToken}, nil)
}

// SetAgent changes the settings of an app that req sets and leaves the rest as they are (设置应用).
//
// Only the corp can do so, for the app that the token belongs to. errcode 85005 says that nobody has
// proved to own the domain, so that the JS-SDK does not work in full; 85004 that the corp has set its
// 20 trusted domains of this month.
//
// API: POST /cgi-bin/agent/set
// Doc: https://developer.work.weixin.qq.com/document/path/90228
func (c *Client) SetAgent(ctx context.Context, req *SetAgentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/agent/set", req, nil)
}

// SetAgentRequest says what changes; what is nil stays.
type SetAgentRequest struct {
	AgentID            int64    `json:"agentid"`
	Name               *string  `json:"name,omitzero"`                 // at most 32 characters
	LogoMediaID        *string  `json:"logo_mediaid,omitzero"`         // of an image from UploadTempImageMedia; cut to a square and a circle
	Description        *string  `json:"description,omitzero"`          // 4 to 120 characters
	ReportLocationFlag *IntBool `json:"report_location_flag,omitzero"` // report the location of members who enter the app
	IsReportEnter      *IntBool `json:"isreportenter,omitzero"`        // send an enter_agent event when a member enters the app
	RedirectDomain     *string  `json:"redirect_domain,omitzero"`      // the trusted domain
	HomeURL            *string  `json:"home_url,omitzero"`             // begins with http:// or https://
}

// SetAgentScope says who sees an app in a corp that registered through a provider, until the contacts
// have been moved (设置授权应用可见范围). Before, the whole corp sees it.
//
// It takes only the token that comes with the end of the registration, and that for 30 minutes at most,
// until the sync of the contacts is declared done. Ids that do not exist are reported in the answer;
// the others are set.
//
// API: POST /cgi-bin/agent/set_scope
// Doc: https://developer.work.weixin.qq.com/document/path/90583
func (c *Client) SetAgentScope(ctx context.Context, req *SetAgentScopeRequest) (*SetAgentScopeResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/agent/set_scope", req, new(SetAgentScopeResponse))
}

// SetAgentScopeRequest says who sees an app.
type SetAgentScopeRequest struct {
	AgentID    int64    `json:"agentid"`
	AllowUser  []string `json:"allow_user,omitzero"`  // user ids
	AllowParty []int64  `json:"allow_party,omitzero"` // department ids
	AllowTag   []int64  `json:"allow_tag,omitzero"`   // tag ids
}

// SetAgentScopeResponse names what was ignored.
type SetAgentScopeResponse struct {
	InvalidUser  []string `json:"invaliduser"`  // user ids that do not exist
	InvalidParty []int64  `json:"invalidparty"` // department ids that do not exist
	InvalidTag   []int64  `json:"invalidtag"`   // tag ids that do not exist
}

// SetAgentWorkbenchData shows data to one member in the app's custom display on the workbench
// (设置应用在用户工作台展示的数据).
//
// The app needs a template first, see [Client.SetAgentWorkbenchTemplate], and the type must be that
// of the template. The member must be able to see the app. The data of a member can be set 10 times a
// minute. errcode 94000 says that an administrator has not switched the custom display on, 94008 that
// there is no template, 94016 that the height is not that of the template.
//
// API: POST /cgi-bin/agent/set_workbench_data
// Doc: https://developer.work.weixin.qq.com/document/path/92535
func (c *Client) SetAgentWorkbenchData(ctx context.Context, req *SetAgentWorkbenchDataRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/agent/set_workbench_data", req, nil)
}

// SetAgentWorkbenchDataRequest says what a member sees. Of the four kinds of content that is set which
// Type names.
type SetAgentWorkbenchDataRequest struct {
	AgentID int64                        `json:"agentid"`
	UserID  string                       `json:"userid"`
	Type    AgentWorkbenchType           `json:"type"` // the type of the app's template
	KeyData AgentWorkbenchKeyData        `json:"keydata,omitzero"`
	Image   AgentWorkbenchImage          `json:"image,omitzero"`
	List    AgentWorkbenchList           `json:"list,omitzero"`
	Webview AgentWorkbenchWebviewSetting `json:"webview,omitzero"`
}

// SetAgentWorkbenchTemplate chooses how the app that the token belongs to is displayed on the workbench,
// and what members see for whom no data were set (设置应用在工作台展示的模版).
//
// An administrator must have switched the custom display on (errcode 94000 otherwise). An app has one
// template; [AgentWorkbenchTypeNormal] ends the custom display. errcode 94001 says that the type is
// unknown, 94003 and 94006 that there are too many items.
//
// API: POST /cgi-bin/agent/set_workbench_template
// Doc: https://developer.work.weixin.qq.com/document/path/92535
func (c *Client) SetAgentWorkbenchTemplate(ctx context.Context, req *SetAgentWorkbenchTemplateRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/agent/set_workbench_template", req, nil)
}

// SetAgentWorkbenchTemplateRequest is a template. The content that Type names is the default for all
// members, and may be left out.
type SetAgentWorkbenchTemplateRequest struct {
	AgentID         int64                        `json:"agentid"`
	Type            AgentWorkbenchType           `json:"type"`
	KeyData         AgentWorkbenchKeyData        `json:"keydata,omitzero"`
	Image           AgentWorkbenchImage          `json:"image,omitzero"`
	List            AgentWorkbenchList           `json:"list,omitzero"`
	Webview         AgentWorkbenchWebviewSetting `json:"webview,omitzero"`
	ReplaceUserData *bool                        `json:"replace_user_data,omitzero"` // replace what was set for members; false by default
}

// GetAgentWorkbenchData returns what a member sees in the app's custom display on the workbench
// (获取应用在用户工作台展示的数据). When the template was set later and replaced the data of members, that
// is the data of the template.
//
// API: POST /cgi-bin/agent/get_workbench_data
// Doc: https://developer.work.weixin.qq.com/document/path/92535
func (c *Client) GetAgentWorkbenchData(ctx context.Context, req *GetAgentWorkbenchDataRequest) (*AgentWorkbenchData, error) {
	var resp getAgentWorkbenchDataResponse
	err := c.invoke(ctx, post, "/cgi-bin/agent/get_workbench_data", req, &resp)
	return resp.Data, err
}

type getAgentWorkbenchDataResponse struct {
	Data *AgentWorkbenchData `json:"data"`
}

// GetAgentWorkbenchDataRequest names an app and a member.
type GetAgentWorkbenchDataRequest struct {
	AgentID int64  `json:"agentid"`
	UserID  string `json:"userid"`
}

// AgentWorkbenchData is what a member sees of an app on the workbench. Of the four kinds of content that
// is present which Type names.
type AgentWorkbenchData struct {
	Type    AgentWorkbenchType    `json:"type"`
	KeyData AgentWorkbenchKeyData `json:"keydata"`
	Image   AgentWorkbenchImage   `json:"image"`
	List    AgentWorkbenchList    `json:"list"`
	Webview AgentWorkbenchWebview `json:"webview"`
}
