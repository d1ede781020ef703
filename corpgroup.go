package workwx

import (
	"context"
	"iter"
	"time"
)

// ForSharedCorp returns a client that acts in a corp with which an app is shared, through 企业互联 or 上下游: its
// access token is the one that the platform gives to the app that shares (获取下级企业的access_token). It shares
// the connections of c and renews its token by itself:
//
//	branch, err := client.ForSharedCorp(&workwx.GetCorpGroupAccessTokenRequest{CorpID: share.CorpID, AgentID: share.AgentID})
//
// c is the app that shares; [Client.AllCorpGroupAppShares] tells with whom it does.
func (c *Client) ForSharedCorp(req *GetCorpGroupAccessTokenRequest, opts ...Option) (*Client, error) {
	if req == nil {
		return nil, &ConfigError{Option: "ForSharedCorp", Reason: "the request is nil"}
	}
	shared := *req
	source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
		issued, err := c.GetCorpGroupAccessToken(ctx, &shared)
		if err != nil {
			return Token{}, err
		}
		return newToken("/cgi-bin/corpgroup/corp/gettoken", issued.AccessToken, issued.ExpiresIn)
	})
	return c.With(append([]Option{WithCredentials(shared.CorpID, ""), WithAgentID(shared.AgentID), WithTokenSource(source)}, opts...)...)
}

// CorpGroupBusinessType says through what an app is shared.
type CorpGroupBusinessType int64

// Through what an app is shared.
const (
	CorpGroupBusinessTypeLinkedCorp CorpGroupBusinessType = 0 // 企业互联/局校互联
	CorpGroupBusinessTypeChain      CorpGroupBusinessType = 1 // 上下游企业
)

// GetCorpGroupAccessToken asks for an access token of a corp with which the app is shared
// (获取下级企业的access_token). A client of [Client.ForSharedCorp] does so by itself and caches the token.
//
// API: POST /cgi-bin/corpgroup/corp/gettoken
// Doc: https://developer.work.weixin.qq.com/document/path/93359
func (c *Client) GetCorpGroupAccessToken(ctx context.Context, req *GetCorpGroupAccessTokenRequest) (*GetCorpGroupAccessTokenResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/corpgroup/corp/gettoken", req, new(GetCorpGroupAccessTokenResponse))
}

// GetCorpGroupAccessTokenRequest names an app in a corp with which it is shared.
type GetCorpGroupAccessTokenRequest struct {
	BusinessType CorpGroupBusinessType `json:"business_type,omitzero"`
	CorpID       string                `json:"corpid"`  // the corp with which it is shared
	AgentID      int64                 `json:"agentid"` // the app's ID there
}

// GetCorpGroupAccessTokenResponse is a token and how long it lives.
type GetCorpGroupAccessTokenResponse struct {
	AccessToken Secret `json:"access_token"` // at most 512 bytes
	ExpiresIn   int64  `json:"expires_in"`   // seconds
}

// ListCorpGroupAppShares returns a page of the corps with which an app is shared (获取应用共享信息).
//
// API: POST /cgi-bin/corpgroup/corp/list_app_share_info
// Doc: https://developer.work.weixin.qq.com/document/path/93403
func (c *Client) ListCorpGroupAppShares(ctx context.Context, req *ListCorpGroupAppSharesRequest) (*ListCorpGroupAppSharesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/corpgroup/corp/list_app_share_info", req, new(ListCorpGroupAppSharesResponse))
}

// AllCorpGroupAppShares ranges over the corps with which an app is shared; see
// [Client.ListCorpGroupAppShares].
func (c *Client) AllCorpGroupAppShares(ctx context.Context, req *ListCorpGroupAppSharesRequest) iter.Seq2[*CorpGroupAppShare, error] {
	return paginate(ctx, req, c.ListCorpGroupAppShares,
		func(q *ListCorpGroupAppSharesRequest) *string { return &q.Cursor },
		func(p *ListCorpGroupAppSharesResponse) ([]*CorpGroupAppShare, string, bool) {
			return p.CorpList, p.NextCursor, !bool(p.Ending)
		})
}

// ListCorpGroupAppSharesRequest names an app that is shared.
type ListCorpGroupAppSharesRequest struct {
	AgentID      int64                 `json:"agentid"` // its ID in the corp that shares it
	BusinessType CorpGroupBusinessType `json:"business_type,omitzero"`
	CorpID       string                `json:"corpid,omitzero"` // one corp; all if empty
	Cursor       string                `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit        int64                 `json:"limit,omitzero"`
}

// ListCorpGroupAppSharesResponse is a page of corps.
type ListCorpGroupAppSharesResponse struct {
	CorpList   []*CorpGroupAppShare `json:"corp_list"`
	Ending     IntBool              `json:"ending"` // whether it is the last page
	NextCursor string               `json:"next_cursor"`
}

// CorpGroupAppShare is a corp with which an app is shared.
type CorpGroupAppShare struct {
	CorpID   string `json:"corpid"`
	CorpName string `json:"corp_name"`
	AgentID  int64  `json:"agentid"` // the app's ID there
}

// GetCorpGroupMiniProgramSession exchanges the session of a member in a mini program for the one in the corp with
// which the app is shared (获取下级企业的小程序session). The client is that of [Client.ForSharedCorp].
//
// API: POST /cgi-bin/miniprogram/transfer_session
// Doc: https://developer.work.weixin.qq.com/document/path/93403
func (c *Client) GetCorpGroupMiniProgramSession(ctx context.Context, req *GetCorpGroupMiniProgramSessionRequest) (*CorpGroupMiniProgramSession, error) {
	return exec(ctx, c, post, "/cgi-bin/miniprogram/transfer_session", req, new(CorpGroupMiniProgramSession))
}

// GetCorpGroupMiniProgramSessionRequest is a session of [Client.ConvertJSCodeToSession].
type GetCorpGroupMiniProgramSessionRequest struct {
	UserID     string `json:"userid"`
	SessionKey Secret `json:"session_key"`
}

// CorpGroupMiniProgramSession is a session in the corp with which the app is shared.
type CorpGroupMiniProgramSession struct {
	UserID     string `json:"userid"`
	SessionKey Secret `json:"session_key"`
}

// ListCorpGroupChains returns the chains of partner corps that the corp runs (获取上下游列表).
//
// The app must be allowed to call the API of 上下游, here and in the methods below.
//
// API: GET /cgi-bin/corpgroup/corp/get_chain_list
// Doc: https://developer.work.weixin.qq.com/document/path/95820
func (c *Client) ListCorpGroupChains(ctx context.Context) ([]*CorpGroupChain, error) {
	var resp corpGroupChainsResponse
	err := c.invoke(ctx, get, "/cgi-bin/corpgroup/corp/get_chain_list", nil, &resp)
	return resp.Chains, err
}

// ListCorpGroupSharedChains returns the chains that a partner corp is in (获取下级企业加入的上下游).
//
// API: POST /cgi-bin/corpgroup/get_corp_shared_chain_list
// Doc: https://developer.work.weixin.qq.com/document/path/97442
func (c *Client) ListCorpGroupSharedChains(ctx context.Context, req *ListCorpGroupSharedChainsRequest) ([]*CorpGroupChain, error) {
	var resp corpGroupChainsResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/get_corp_shared_chain_list", req, &resp)
	return resp.Chains, err
}

type corpGroupChainsResponse struct {
	Chains []*CorpGroupChain `json:"chains"`
}

// ListCorpGroupSharedChainsRequest names a partner corp.
type ListCorpGroupSharedChainsRequest struct {
	CorpID string `json:"corpid,omitzero"`
}

// CorpGroupChain is a chain of partner corps.
type CorpGroupChain struct {
	ChainID   string `json:"chain_id"`
	ChainName string `json:"chain_name"`
}

// ListCorpGroupChainGroups returns the groups into which the corps of a chain are sorted (获取上下游通讯录分组).
//
// API: POST /cgi-bin/corpgroup/corp/get_chain_group
// Doc: https://developer.work.weixin.qq.com/document/path/95820
func (c *Client) ListCorpGroupChainGroups(ctx context.Context, req *ListCorpGroupChainGroupsRequest) ([]*CorpGroupChainGroup, error) {
	var resp listCorpGroupChainGroupsResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/corp/get_chain_group", req, &resp)
	return resp.Groups, err
}

type listCorpGroupChainGroupsResponse struct {
	Groups []*CorpGroupChainGroup `json:"groups"`
}

// ListCorpGroupChainGroupsRequest names a chain.
type ListCorpGroupChainGroupsRequest struct {
	ChainID string `json:"chain_id"`
	GroupID int64  `json:"groupid,omitzero"` // this group alone; all if 0
}

// CorpGroupChainGroup is a group of corps.
type CorpGroupChainGroup struct {
	GroupID   int64  `json:"groupid"`
	GroupName string `json:"group_name"`
	ParentID  int64  `json:"parentid"` // that of the root is 1
	Order     int64  `json:"order"`    // the larger, the further in front
}

// ListCorpGroupChainCorps returns a page of the corps of a group of a chain, without those of the groups below it
// (获取企业上下游通讯录分组下的企业详情列表). For all corps of a chain, ask for each group of
// [Client.ListCorpGroupChainGroups].
//
// API: POST /cgi-bin/corpgroup/corp/get_chain_corpinfo_list
// Doc: https://developer.work.weixin.qq.com/document/path/95820
func (c *Client) ListCorpGroupChainCorps(ctx context.Context, req *ListCorpGroupChainCorpsRequest) (*ListCorpGroupChainCorpsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/corpgroup/corp/get_chain_corpinfo_list", req, new(ListCorpGroupChainCorpsResponse))
}

// AllCorpGroupChainCorps ranges over the corps of a group of a chain; see [Client.ListCorpGroupChainCorps].
func (c *Client) AllCorpGroupChainCorps(ctx context.Context, req *ListCorpGroupChainCorpsRequest) iter.Seq2[*CorpGroupChainCorp, error] {
	return paginate(ctx, req, c.ListCorpGroupChainCorps,
		func(q *ListCorpGroupChainCorpsRequest) *string { return &q.Cursor },
		func(p *ListCorpGroupChainCorpsResponse) ([]*CorpGroupChainCorp, string, bool) {
			return p.GroupCorps, p.NextCursor, p.HasMore
		})
}

// ListCorpGroupChainCorpsRequest says which corps to return.
type ListCorpGroupChainCorpsRequest struct {
	ChainID     string `json:"chain_id"`
	GroupID     int64  `json:"groupid,omitzero"`      // the group, by default the root
	NeedPending *bool  `json:"need_pending,omitzero"` // those too that have not joined yet
	Limit       int64  `json:"limit,omitzero"`        // per page; by default all come at once
	Cursor      string `json:"cursor,omitzero"`       // the NextCursor of the page before
}

// ListCorpGroupChainCorpsResponse is a page of corps.
type ListCorpGroupChainCorpsResponse struct {
	GroupCorps []*CorpGroupChainCorp `json:"group_corps"`
	HasMore    bool                  `json:"has_more"`
	NextCursor string                `json:"next_cursor"`
}

// CorpGroupChainCorp is a corp in a chain.
type CorpGroupChainCorp struct {
	GroupID       int64   `json:"groupid"`
	CorpID        string  `json:"corpid"`         // of a corp that has joined
	PendingCorpID string  `json:"pending_corpid"` // of a corp that has not joined yet
	CorpName      string  `json:"corp_name"`
	CustomID      string  `json:"custom_id"`     // given by the corp that runs the chain
	InviteUserID  string  `json:"invite_userid"` // who invited the corp; only for apps that may call the API of 上下游
	IsJoined      IntBool `json:"is_joined"`
}

// GetCorpGroupChainCorp returns a corp of a chain (获取企业上下游通讯录下的企业信息).
//
// API: POST /cgi-bin/corpgroup/corp/get_chain_corpinfo
// Doc: https://developer.work.weixin.qq.com/document/path/95820
func (c *Client) GetCorpGroupChainCorp(ctx context.Context, req *GetCorpGroupChainCorpRequest) (*CorpGroupChainCorpInfo, error) {
	return exec(ctx, c, post, "/cgi-bin/corpgroup/corp/get_chain_corpinfo", req, new(CorpGroupChainCorpInfo))
}

// GetCorpGroupChainCorpRequest names a corp of a chain, by one of its IDs.
type GetCorpGroupChainCorpRequest struct {
	ChainID       string `json:"chain_id"`
	CorpID        string `json:"corpid,omitzero"`
	PendingCorpID string `json:"pending_corpid,omitzero"` // of a corp that has not joined yet; CorpID wins
}

// CorpGroupQualificationStatus says whether a corp is verified.
type CorpGroupQualificationStatus int64

// Whether a corp is verified.
const (
	CorpGroupQualificationStatusNone      CorpGroupQualificationStatus = 1 // 未验证
	CorpGroupQualificationStatusVerified  CorpGroupQualificationStatus = 2 // 已验证
	CorpGroupQualificationStatusCertified CorpGroupQualificationStatus = 3 // 已认证
)

// CorpGroupChainCorpInfo is a corp in a chain.
type CorpGroupChainCorpInfo struct {
	CorpName            string                       `json:"corp_name"`
	GroupID             int64                        `json:"groupid"`
	CustomID            string                       `json:"custom_id"`            // given by the corp that runs the chain
	QualificationStatus CorpGroupQualificationStatus `json:"qualification_status"` // of a corp that has joined
	IsJoined            IntBool                      `json:"is_joined"`
}

// RemoveCorpGroupChainCorp takes a corp out of a chain (移除企业).
//
// API: POST /cgi-bin/corpgroup/corp/remove_corp
// Doc: https://developer.work.weixin.qq.com/document/path/95822
func (c *Client) RemoveCorpGroupChainCorp(ctx context.Context, req *RemoveCorpGroupChainCorpRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/corpgroup/corp/remove_corp", req, nil)
}

// RemoveCorpGroupChainCorpRequest names a corp of a chain, by one of its IDs.
type RemoveCorpGroupChainCorpRequest struct {
	ChainID       string `json:"chain_id"`
	CorpID        string `json:"corpid,omitzero"`
	PendingCorpID string `json:"pending_corpid,omitzero"` // of a corp that has not joined yet
}

// GetCorpGroupChainUserCustomID returns the ID that the corp which runs a chain gave to a member of another
// (查询成员自定义id).
//
// API: POST /cgi-bin/corpgroup/corp/get_chain_user_custom_id
// Doc: https://developer.work.weixin.qq.com/document/path/97441
func (c *Client) GetCorpGroupChainUserCustomID(ctx context.Context, req *GetCorpGroupChainUserCustomIDRequest) (string, error) {
	var resp getCorpGroupChainUserCustomIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/corp/get_chain_user_custom_id", req, &resp)
	return resp.UserCustomID, err
}

type getCorpGroupChainUserCustomIDResponse struct {
	UserCustomID string `json:"user_custom_id"`
}

// GetCorpGroupChainUserCustomIDRequest names a member of a corp of a chain.
type GetCorpGroupChainUserCustomIDRequest struct {
	ChainID string `json:"chain_id"`
	CorpID  string `json:"corpid"`
	UserID  string `json:"userid"`
}

// SubmitCorpGroupContactImportJob invites corps and their members to a chain, and returns the job's ID for
// [Client.WaitCorpGroupContactImportJob] (批量导入上下游联系人). They are invited in WeChat on 3 days in a row.
//
// The corp must be verified. A job takes 1,000 corps, of 200 people each and 2,000 in all; 20,000 people may be
// invited a day. Only one job can be at work, those of the admin console included. Where one of a corp's people is
// refused, so is the corp.
//
// API: POST /cgi-bin/corpgroup/import_chain_contact
// Doc: https://developer.work.weixin.qq.com/document/path/95821
func (c *Client) SubmitCorpGroupContactImportJob(ctx context.Context, req *SubmitCorpGroupContactImportJobRequest) (string, error) {
	var resp submitCorpGroupContactImportJobResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/corpgroup/import_chain_contact", req, &resp)
	return resp.JobID, err
}

type submitCorpGroupContactImportJobResponse struct {
	JobID string `json:"jobid"`
}

// SubmitCorpGroupContactImportJobRequest says whom to invite.
type SubmitCorpGroupContactImportJobRequest struct {
	ChainID     string                 `json:"chain_id"`
	ContactList []CorpGroupCorpContact `json:"contact_list"` // at most 1,000
}

// CorpGroupCorpContact is a corp to invite.
type CorpGroupCorpContact struct {
	CorpName        string             `json:"corp_name"`           // 1 to 32 characters
	GroupPath       string             `json:"group_path,omitzero"` // the group that it comes into, its parents first, joined by /; the root by default; a corp that is there stays where it is
	CustomID        string             `json:"custom_id,omitzero"`  // one's own, at most 64 letters and digits; lost unless one of the people is CorpGroupIdentityTypeManager
	ContactInfoList []CorpGroupContact `json:"contact_info_list"`   // at most 200, of whom 5 may be CorpGroupIdentityTypeManager
}

// CorpGroupIdentityType says whether somebody decides for a corp.
type CorpGroupIdentityType int64

// Whether somebody decides for a corp.
const (
	CorpGroupIdentityTypeMember  CorpGroupIdentityType = 1 // 成员
	CorpGroupIdentityTypeManager CorpGroupIdentityType = 2 // decides as which corp to join, 负责人; without any, each member does
)

// CorpGroupContact is a member to invite.
type CorpGroupContact struct {
	Name         string                `json:"name"` // 1 to 32 characters
	IdentityType CorpGroupIdentityType `json:"identity_type"`
	Mobile       string                `json:"mobile,omitzero"`         // with + and the country's code unless of mainland China
	UserCustomID string                `json:"user_custom_id,omitzero"` // one's own: a number from 1 to 2^64-2 without zeros in front, not of 11 or 13 digits
}

// GetCorpGroupContactImportJobResult returns how far a job of [Client.SubmitCorpGroupContactImportJob] is
// (获取异步任务结果). It may be asked for 5 times at once.
//
// API: GET /cgi-bin/corpgroup/getresult
// Doc: https://developer.work.weixin.qq.com/document/path/95823
func (c *Client) GetCorpGroupContactImportJobResult(ctx context.Context, jobID string) (*CorpGroupContactImportJob, error) {
	return exec(ctx, c, get, "/cgi-bin/corpgroup/getresult", param{"jobid", jobID}, new(CorpGroupContactImportJob))
}

// WaitCorpGroupContactImportJob waits until a job of [Client.SubmitCorpGroupContactImportJob] has ended, or ctx,
// and returns its result. The platform also tells of the end with an event.
func (c *Client) WaitCorpGroupContactImportJob(ctx context.Context, jobID string) (*CorpGroupContactImportJob, error) {
	return awaitJob(ctx, "/cgi-bin/corpgroup/getresult", time.Second, func() (*CorpGroupContactImportJob, bool, error) {
		job, err := c.GetCorpGroupContactImportJobResult(ctx, jobID)
		return job, err == nil && job.Status == CorpGroupJobStatusDone, err
	})
}

// CorpGroupJobStatus is how far a job is.
type CorpGroupJobStatus int64

// How far a job is.
const (
	CorpGroupJobStatusStarted CorpGroupJobStatus = 1
	CorpGroupJobStatusRunning CorpGroupJobStatus = 2
	CorpGroupJobStatusDone    CorpGroupJobStatus = 3
)

// CorpGroupContactImportJob is how far a job is, and what came of it.
type CorpGroupContactImportJob struct {
	Status CorpGroupJobStatus           `json:"status"`
	Result CorpGroupContactImportResult `json:"result"`
}

// CorpGroupImportStatus says whether corps were imported.
type CorpGroupImportStatus int64

// Whether corps were imported.
const (
	CorpGroupImportStatusAll  CorpGroupImportStatus = 1
	CorpGroupImportStatusSome CorpGroupImportStatus = 2
	CorpGroupImportStatusNone CorpGroupImportStatus = 3
)

// CorpGroupContactImportResult is what came of a job.
type CorpGroupContactImportResult struct {
	ChainID      string                          `json:"chain_id"`
	ImportStatus CorpGroupImportStatus           `json:"import_status"`
	FailList     []CorpGroupContactImportFailure `json:"fail_list"`
}

// CorpGroupContactImportFailure is a corp that was not imported, and none of its people were.
type CorpGroupContactImportFailure struct {
	ErrCode         Code                            `json:"errcode"`
	ErrMsg          string                          `json:"errmsg"`
	CorpName        string                          `json:"corp_name"`
	CustomID        string                          `json:"custom_id"`
	ContactInfoList []CorpGroupContactImportMistake `json:"contact_info_list"`
}

// CorpGroupContactImportMistake is a member who is why a corp was not imported.
type CorpGroupContactImportMistake struct {
	ErrCode Code   `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
	Mobile  string `json:"mobile"`
}

// CorpGroupRule says which members of the corp that runs a chain see which partner corps.
type CorpGroupRule struct {
	OwnerCorpRange  CorpGroupOwnerRange  `json:"owner_corp_range,omitzero"`
	MemberCorpRange CorpGroupMemberRange `json:"member_corp_range,omitzero"`
}

// CorpGroupOwnerRange is a set of members of the corp that runs a chain.
type CorpGroupOwnerRange struct {
	UserIDs       []string `json:"userids,omitzero"`
	DepartmentIDs []int64  `json:"departmentids,omitzero"`
}

// CorpGroupMemberRange is a set of partner corps.
type CorpGroupMemberRange struct {
	GroupIDs []int64  `json:"groupids,omitzero"`
	CorpIDs  []string `json:"corpids,omitzero"`
}

// ListCorpGroupRuleIDs returns the IDs of a chain's rules (获取对接规则id列表).
//
// API: POST /cgi-bin/corpgroup/rule/list_ids
// Doc: https://developer.work.weixin.qq.com/document/path/95631
func (c *Client) ListCorpGroupRuleIDs(ctx context.Context, chainID string) ([]int64, error) {
	var resp listCorpGroupRuleIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/rule/list_ids", param{"chain_id", chainID}, &resp)
	return resp.RuleIDs, err
}

type listCorpGroupRuleIDsResponse struct {
	RuleIDs []int64 `json:"rule_ids"`
}

// GetCorpGroupRule returns a rule of a chain (获取对接规则详情).
//
// API: POST /cgi-bin/corpgroup/rule/get_rule_info
// Doc: https://developer.work.weixin.qq.com/document/path/95634
func (c *Client) GetCorpGroupRule(ctx context.Context, req *GetCorpGroupRuleRequest) (*CorpGroupRule, error) {
	var resp getCorpGroupRuleResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/rule/get_rule_info", req, &resp)
	return resp.RuleInfo, err
}

type getCorpGroupRuleResponse struct {
	RuleInfo *CorpGroupRule `json:"rule_info"`
}

// GetCorpGroupRuleRequest names a rule.
type GetCorpGroupRuleRequest struct {
	ChainID string `json:"chain_id"`
	RuleID  int64  `json:"rule_id"`
}

// CreateCorpGroupRule adds a rule to a chain and returns its ID (新增对接规则).
//
// API: POST /cgi-bin/corpgroup/rule/add_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95634
func (c *Client) CreateCorpGroupRule(ctx context.Context, req *CreateCorpGroupRuleRequest) (int64, error) {
	var resp createCorpGroupRuleResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/corpgroup/rule/add_rule", req, &resp)
	return resp.RuleID, err
}

type createCorpGroupRuleResponse struct {
	RuleID int64 `json:"rule_id"`
}

// CreateCorpGroupRuleRequest is a new rule.
type CreateCorpGroupRuleRequest struct {
	ChainID  string        `json:"chain_id"`
	RuleInfo CorpGroupRule `json:"rule_info,omitzero"`
}

// UpdateCorpGroupRule replaces a rule of a chain (更新对接规则).
//
// API: POST /cgi-bin/corpgroup/rule/modify_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95635
func (c *Client) UpdateCorpGroupRule(ctx context.Context, req *UpdateCorpGroupRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/corpgroup/rule/modify_rule", req, nil)
}

// UpdateCorpGroupRuleRequest is a rule as it is to be.
type UpdateCorpGroupRuleRequest struct {
	ChainID  string        `json:"chain_id"`
	RuleID   int64         `json:"rule_id"`
	RuleInfo CorpGroupRule `json:"rule_info,omitzero"`
}

// DeleteCorpGroupRule removes a rule from a chain (删除对接规则).
//
// API: POST /cgi-bin/corpgroup/rule/delete_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95632
func (c *Client) DeleteCorpGroupRule(ctx context.Context, req *DeleteCorpGroupRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/corpgroup/rule/delete_rule", req, nil)
}

// DeleteCorpGroupRuleRequest names a rule.
type DeleteCorpGroupRuleRequest struct {
	ChainID string `json:"chain_id"`
	RuleID  int64  `json:"rule_id"`
}
