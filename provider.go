package workwx

import (
	"context"
	"iter"
	"time"
)

// GetProviderJobResult returns how far a job of [Client.SubmitProviderIDTranslateJob] is (获取异步任务结果).
//
// Here and in the methods below the client is a service provider's; see [WithProviderSecret].
//
// API: GET /cgi-bin/service/batch/getresult
// Doc: https://developer.work.weixin.qq.com/document/path/91882
func (c *Client) GetProviderJobResult(ctx context.Context, jobID string) (*ProviderJobResult, error) {
	return exec(ctx, c, get|providerToken, "/cgi-bin/service/batch/getresult", param{"jobid", jobID}, new(ProviderJobResult))
}

// WaitProviderJob waits until a job of [Client.SubmitProviderIDTranslateJob] has ended, or ctx, and returns its
// result.
func (c *Client) WaitProviderJob(ctx context.Context, jobID string) (*ProviderJobResult, error) {
	return awaitJob(ctx, "/cgi-bin/service/batch/getresult", time.Second, func() (*ProviderJobResult, bool, error) {
		result, err := c.GetProviderJobResult(ctx, jobID)
		return result, err == nil && result.Status == ProviderJobStatusDone, err
	})
}

// ProviderJobStatus is how far a job is.
type ProviderJobStatus int64

// How far a job is.
const (
	ProviderJobStatusStarted ProviderJobStatus = 1
	ProviderJobStatusRunning ProviderJobStatus = 2
	ProviderJobStatusDone    ProviderJobStatus = 3
)

// ProviderJobResult is how far a job is, and what came of it.
type ProviderJobResult struct {
	Type   string                   `json:"type"` // contact_id_translate
	Status ProviderJobStatus        `json:"status"`
	Result ProviderJobResultContent `json:"result"`
}

// ProviderJobResultContent is what came of a job.
type ProviderJobResultContent struct {
	ContactIDTranslate ProviderTranslatedFiles `json:"contact_id_translate"`
}

// ProviderTranslatedFiles is where the files are that have names instead of IDs.
type ProviderTranslatedFiles struct {
	URL string `json:"url"` // of an archive, for a while
}

// SubmitProviderIDTranslateJob has the IDs in files replaced by the names of members and departments, which
// third-party apps do not get to see (通讯录id替换), and returns the job's ID for [Client.WaitProviderJob]. In the
// files an ID stands as $userName=ID$ or $departmentName=ID$.
//
// API: POST /cgi-bin/service/contact/id_translate
// Doc: https://developer.work.weixin.qq.com/document/path/91846
func (c *Client) SubmitProviderIDTranslateJob(ctx context.Context, req *SubmitProviderIDTranslateJobRequest) (string, error) {
	var resp submitProviderIDTranslateJobResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/service/contact/id_translate", req, &resp)
	return resp.JobID, err
}

type submitProviderIDTranslateJobResponse struct {
	JobID string `json:"jobid"`
}

// SubmitProviderIDTranslateJobRequest says which files to work on.
type SubmitProviderIDTranslateJobRequest struct {
	AuthCorpID       string   `json:"auth_corpid"`                 // whose members they are
	MediaIDList      []string `json:"media_id_list"`               // of [Client.UploadProviderMedia]
	OutputFileName   string   `json:"output_file_name,omitzero"`   // of the archive, without its extension
	OutputFileFormat string   `json:"output_file_format,omitzero"` // into which the files are converted
}

// UploadProviderMedia uploads a file for [Client.SubmitProviderIDTranslateJob] (服务商上传临时素材). It serves for 3
// days. The limits are those of [Client.UploadTempFileMedia] and its like.
//
// API: POST /cgi-bin/service/media/upload
// Doc: https://developer.work.weixin.qq.com/document/path/91883
func (c *Client) UploadProviderMedia(ctx context.Context, t MediaType, media *Media) (*MediaUploadResult, error) {
	result := new(MediaUploadResult)
	if err := c.uploadMedia(ctx, post|providerToken, "/cgi-bin/service/media/upload", "type="+string(t), media, MaxFileSize, result); err != nil {
		return nil, err
	}
	return result, nil
}

// ProviderContactType says what a search looks for.
type ProviderContactType int64

// What a search looks for.
const (
	ProviderContactTypeAll         ProviderContactType = 0
	ProviderContactTypeMembers     ProviderContactType = 1
	ProviderContactTypeDepartments ProviderContactType = 2
)

// ProviderContactRange says among whom a search for members looks.
type ProviderContactRange int64

// Among whom a search for members looks.
const (
	ProviderContactRangeInService       ProviderContactRange = 0
	ProviderContactRangeInServiceOrLeft ProviderContactRange = 1
)

// ProviderContactMatch says which field a search compares as a whole. Otherwise it looks for a part.
type ProviderContactMatch int64

// Which field a search compares as a whole.
const (
	ProviderContactMatchName        ProviderContactMatch = 1 // of a member or department
	ProviderContactMatchEnglishName ProviderContactMatch = 2
)

// SearchProviderContacts finds members and departments by name, which a third-party app does not get to see
// otherwise (通讯录单个搜索).
//
// API: POST /cgi-bin/service/contact/search
// Doc: https://developer.work.weixin.qq.com/document/path/91844
func (c *Client) SearchProviderContacts(ctx context.Context, req *SearchProviderContactsRequest) (*SearchProviderContactsResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/service/contact/search", req, new(SearchProviderContactsResponse))
}

// AllSearchedProviderContacts ranges over the pages of a search; see [Client.SearchProviderContacts].
func (c *Client) AllSearchedProviderContacts(ctx context.Context, req *SearchProviderContactsRequest) iter.Seq2[*ProviderContacts, error] {
	return paginate(ctx, req, c.SearchProviderContacts,
		func(q *SearchProviderContactsRequest) *string { return &q.Cursor },
		func(p *SearchProviderContactsResponse) ([]*ProviderContacts, string, bool) {
			return []*ProviderContacts{&p.QueryResult}, p.NextCursor, !p.IsLast
		})
}

// SearchProviderContactsRequest says what to look for.
type SearchProviderContactsRequest struct {
	AuthCorpID     string               `json:"auth_corpid"`
	QueryWord      string               `json:"query_word"` // a name or its pinyin; of members the English name too
	QueryType      ProviderContactType  `json:"query_type,omitzero"`
	QueryRange     ProviderContactRange `json:"query_range,omitzero"`
	FullMatchField ProviderContactMatch `json:"full_match_field,omitzero"`
	Cursor         string               `json:"cursor,omitzero"`  // the NextCursor of the page before
	Limit          int64                `json:"limit,omitzero"`   // at most 200; 50 if 0
	AgentID        int64                `json:"agentid,omitzero"` // the app whose visible range is searched
}

// SearchProviderContactsResponse is a page of what was found.
type SearchProviderContactsResponse struct {
	QueryResult ProviderContacts `json:"query_result"`
	IsLast      bool             `json:"is_last"`
	NextCursor  string           `json:"next_cursor"`
}

// ProviderContacts is what was found.
type ProviderContacts struct {
	User        ProviderFoundUsers       `json:"user"`
	Party       ProviderFoundDepartments `json:"party"`
	DismissUser ProviderFoundUsers       `json:"dismiss_user"` // who left
}

// ProviderFoundUsers holds members that were found.
type ProviderFoundUsers struct {
	UserID     []string `json:"userid"`
	OpenUserID []string `json:"open_userid"`
}

// ProviderFoundDepartments holds departments that were found.
type ProviderFoundDepartments struct {
	DepartmentID []int64 `json:"department_id"`
}

// BatchSearchProviderContacts makes several searches at once (通讯录批量搜索), each as in
// [Client.SearchProviderContacts].
//
// API: POST /cgi-bin/service/contact/batchsearch
// Doc: https://developer.work.weixin.qq.com/document/path/91844
func (c *Client) BatchSearchProviderContacts(ctx context.Context, req *BatchSearchProviderContactsRequest) ([]*ProviderContactSearchResult, error) {
	var resp batchSearchProviderContactsResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/service/contact/batchsearch", req, &resp)
	return resp.QueryResultList, err
}

type batchSearchProviderContactsResponse struct {
	QueryResultList []*ProviderContactSearchResult `json:"query_result_list"`
}

// BatchSearchProviderContactsRequest says what to look for.
type BatchSearchProviderContactsRequest struct {
	AuthCorpID       string                  `json:"auth_corpid"`
	QueryRequestList []ProviderContactSearch `json:"query_request_list,omitzero"`
	AgentID          int64                   `json:"agentid,omitzero"` // the app whose visible range is searched
}

// ProviderContactSearch is one of several searches.
type ProviderContactSearch struct {
	QueryWord      string               `json:"query_word"`
	QueryType      ProviderContactType  `json:"query_type,omitzero"`
	QueryRange     ProviderContactRange `json:"query_range,omitzero"`
	FullMatchField ProviderContactMatch `json:"full_match_field,omitzero"`
	Cursor         string               `json:"cursor,omitzero"` // the NextCursor of its page before
	Limit          int64                `json:"limit,omitzero"`  // at most 200; 50 if 0
}

// ProviderContactSearchResult is a page of what one search found.
type ProviderContactSearchResult struct {
	QueryRequest ProviderContactSearch `json:"query_request"` // the search
	QueryResult  ProviderContacts      `json:"query_result"`
	IsLast       bool                  `json:"is_last"`
	NextCursor   string                `json:"next_cursor"`
}

// SortProviderContacts puts members into order by what a third-party app does not get to see of them
// (通讯录userid排序), and returns their IDs.
//
// API: POST /cgi-bin/service/contact/sort
// Doc: https://developer.work.weixin.qq.com/document/path/92093
func (c *Client) SortProviderContacts(ctx context.Context, req *SortProviderContactsRequest) ([]string, error) {
	var resp sortProviderContactsResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/service/contact/sort", req, &resp)
	return resp.UserIDList, err
}

type sortProviderContactsResponse struct {
	UserIDList []string `json:"useridlist"`
}

// SortProviderContactsRequest says whom to put into which order.
type SortProviderContactsRequest struct {
	AuthCorpID  string                      `json:"auth_corpid"`
	SortOptions []ProviderContactSortOption `json:"sort_options,omitzero"`
	UserIDList  []string                    `json:"useridlist"`
}

// ProviderContactSortOption says what to sort by.
type ProviderContactSortOption struct {
	SortField int64 `json:"sort_field"`
	SortType  int64 `json:"sort_type"` // whether upward or downward
}

// GetProviderAccountBalance returns what is left in the provider's account, in fen (查询充值账户余额).
//
// API: GET /cgi-bin/service/get_account_balance
// Doc: https://developer.work.weixin.qq.com/document/path/100137
func (c *Client) GetProviderAccountBalance(ctx context.Context) (int64, error) {
	var resp getProviderAccountBalanceResponse
	err := c.invoke(ctx, get|providerToken, "/cgi-bin/service/get_account_balance", nil, &resp)
	return resp.Balance, err
}

type getProviderAccountBalanceResponse struct {
	Balance int64 `json:"balance"`
}

// GetProviderCustomizedAuthURL returns the URL of the QR code with which a corp lets the provider build apps for
// it (获取带参授权链接).
//
// API: POST /cgi-bin/service/get_customized_auth_url
// Doc: https://developer.work.weixin.qq.com/document/path/95436
func (c *Client) GetProviderCustomizedAuthURL(ctx context.Context, req *GetProviderCustomizedAuthURLRequest) (*ProviderCustomizedAuthURL, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/service/get_customized_auth_url", req, new(ProviderCustomizedAuthURL))
}

// GetProviderCustomizedAuthURLRequest says which apps the provider may build.
type GetProviderCustomizedAuthURLRequest struct {
	State          string   `json:"state"` // comes back with the permanent code
	TemplateIDList []string `json:"templateid_list"`
}

// ProviderCustomizedAuthURL is a QR code and how long it lives.
type ProviderCustomizedAuthURL struct {
	QRCodeURL string `json:"qrcode_url"`
	ExpiresIn int64  `json:"expires_in"` // seconds
}

// GetProviderLoginInfo returns who logged in to the provider's web site through WeCom (获取登录用户信息). The code
// works once.
//
// API: POST /cgi-bin/service/get_login_info
// Doc: https://developer.work.weixin.qq.com/document/path/91125
func (c *Client) GetProviderLoginInfo(ctx context.Context, authCode Secret) (*ProviderLoginInfo, error) {
	return exec(ctx, c, post|providerToken|plainName, "/cgi-bin/service/get_login_info", param{"auth_code", authCode}, new(ProviderLoginInfo))
}

// ProviderUserType is the role of somebody who logged in.
type ProviderUserType int64

// The role of somebody who logged in.
const (
	ProviderUserTypeCreator         ProviderUserType = 1 // of the corp
	ProviderUserTypeAdmin           ProviderUserType = 2 // a member of the corp
	ProviderUserTypeExternalAdmin   ProviderUserType = 3 // no member of the corp
	ProviderUserTypeDepartmentAdmin ProviderUserType = 4 // 分级管理员
	ProviderUserTypeMember          ProviderUserType = 5
)

// ProviderLoginInfo is who logged in.
type ProviderLoginInfo struct {
	UserType ProviderUserType     `json:"usertype"`
	UserInfo ProviderLoginUser    `json:"user_info"`
	CorpInfo ProviderLoginCorp    `json:"corp_info"`
	Agent    []ProviderLoginAgent `json:"agent"` // of an administrator: which of the provider's apps
	AuthInfo ProviderLoginAuth    `json:"auth_info"`
}

// ProviderLoginUser is who logged in, to be known as a user by CorpID and UserID or by OpenUserID.
type ProviderLoginUser struct {
	UserID     string `json:"userid"`
	OpenUserID string `json:"open_userid"`
	Name       string `json:"name"`
	Avatar     string `json:"avatar"` // URL
}

// ProviderLoginCorp is the corp of whom logged in.
type ProviderLoginCorp struct {
	CorpID string `json:"corpid"`
}

// ProviderLoginAgent is an app that somebody administers.
type ProviderLoginAgent struct {
	AgentID  int64         `json:"agentid"`
	AuthType AgentAuthType `json:"auth_type"`
}

// ProviderLoginAuth is which departments somebody administers.
type ProviderLoginAuth struct {
	Department []ProviderLoginDepartment `json:"department"`
}

// ProviderLoginDepartment is a department that somebody administers.
type ProviderLoginDepartment struct {
	ID       int64 `json:"id"`
	Writable bool  `json:"writable"`
}

// GetProviderRegisterCode returns a code with which a corp that has no WeCom yet registers and installs the
// provider's apps (获取注册码).
//
// API: POST /cgi-bin/service/get_register_code
// Doc: https://developer.work.weixin.qq.com/document/path/90581
func (c *Client) GetProviderRegisterCode(ctx context.Context, req *GetProviderRegisterCodeRequest) (*ProviderRegisterCode, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/service/get_register_code", req, new(ProviderRegisterCode))
}

// GetProviderRegisterCodeRequest says who registers.
type GetProviderRegisterCodeRequest struct {
	TemplateID  string `json:"template_id"` // of the package to install (推广包)
	CorpName    string `json:"corp_name,omitzero"`
	AdminName   string `json:"admin_name,omitzero"`
	AdminMobile string `json:"admin_mobile,omitzero"`
	State       string `json:"state,omitzero"`       // comes back with the result
	FollowUser  string `json:"follow_user,omitzero"` // the provider's member who looks after the corp
}

// ProviderRegisterCode is a code and how long it lives.
type ProviderRegisterCode struct {
	RegisterCode string `json:"register_code"`
	ExpiresIn    int64  `json:"expires_in"` // seconds
}

// GetProviderRegisterInfo returns the corp that registered with a code (查询注册状态).
//
// API: POST /cgi-bin/service/get_register_info
// Doc: https://developer.work.weixin.qq.com/document/path/90582
func (c *Client) GetProviderRegisterInfo(ctx context.Context, registerCode string) (*ProviderRegisterInfo, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/service/get_register_info", param{"register_code", registerCode}, new(ProviderRegisterInfo))
}

// ProviderRegisterInfo is a corp that registered.
type ProviderRegisterInfo struct {
	CorpID       string                 `json:"corpid"`
	ContactSync  ProviderContactSync    `json:"contact_sync"`
	AuthUserInfo ProviderRegisteredUser `json:"auth_user_info"`
	TemplateID   string                 `json:"template_id"`
	State        string                 `json:"state"`
}

// ProviderContactSync is the token with which the provider fills in the contacts of a new corp:
//
//	fill, err := client.With(workwx.WithCredentials(info.CorpID, ""), workwx.WithTokenSource(info.ContactSync), workwx.WithTokenStore(nil))
//
// It serves this once and is not renewed, so that there is nothing to share in a store.
// [Client.FinishContactSync] ends that.
type ProviderContactSync struct {
	AccessToken Secret `json:"access_token"`
	ExpiresIn   int64  `json:"expires_in"` // seconds
}

// Token makes a ProviderContactSync a [TokenSource].
func (s ProviderContactSync) Token(context.Context) (Token, error) {
	return newToken("/cgi-bin/service/get_register_info", s.AccessToken, s.ExpiresIn)
}

// ProviderRegisteredUser is who registered.
type ProviderRegisteredUser struct {
	UserID string `json:"userid"`
}

// FinishContactSync ends what [ProviderContactSync] allows, and lets the corp begin to use WeCom
// (设置通讯录同步完成). The client is the one made with that token, which serves no longer afterwards.
//
// API: GET /cgi-bin/sync/contact_sync_success
// Doc: https://developer.work.weixin.qq.com/document/path/90584
func (c *Client) FinishContactSync(ctx context.Context) error {
	return c.invoke(ctx, get, "/cgi-bin/sync/contact_sync_success", nil, nil)
}
