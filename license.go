package workwx

import (
	"context"
	"iter"
	"time"
)

// ActivateLicenseAccount binds an activation code to a member, who may use the provider's apps from then on
// (激活账号). The code comes from [Client.ListLicenseOrderAccounts] once the order is paid.
//
// A member holds at most one license of each type. With a second code of the same type the member moves to the
// new code, to whose time the rest of the old is added, and the old code ends; that is refused with errcode 701082
// while more than 20 days of the old are left, and with 701030 if the sum were more than 5 years. Errcode 701003
// says that the code is bound already, 701012 that it was not bound in time, 701088 that no app of the provider
// sees the member.
//
// Here and in the methods below the client is a service provider's; see [WithProviderSecret].
//
// API: POST /cgi-bin/license/active_account
// Doc: https://developer.work.weixin.qq.com/document/path/95553
func (c *Client) ActivateLicenseAccount(ctx context.Context, req *ActivateLicenseAccountRequest) error {
	return c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/active_account", req, nil)
}

// ActivateLicenseAccountRequest says which code is for whom.
type ActivateLicenseAccountRequest struct {
	CorpID     string `json:"corpid"` // the customer, whose code it is
	ActiveCode string `json:"active_code"`
	UserID     string `json:"userid"`
}

// BatchActivateLicenseAccounts binds activation codes to members of one customer, each as
// [Client.ActivateLicenseAccount] does (批量激活账号). Each is done or not by itself: the results say which. Errcode
// 701024 says that none was done, 701026 that the list is too long.
//
// API: POST /cgi-bin/license/batch_active_account
// Doc: https://developer.work.weixin.qq.com/document/path/95553
func (c *Client) BatchActivateLicenseAccounts(ctx context.Context, req *BatchActivateLicenseAccountsRequest) ([]*LicenseActivationResult, error) {
	var resp batchActivateLicenseAccountsResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/batch_active_account", req, &resp)
	return resp.ActiveResult, err
}

type batchActivateLicenseAccountsResponse struct {
	ActiveResult []*LicenseActivationResult `json:"active_result"`
}

// BatchActivateLicenseAccountsRequest says which codes are for whom.
type BatchActivateLicenseAccountsRequest struct {
	CorpID     string              `json:"corpid"`
	ActiveList []LicenseActivation `json:"active_list"` // at most 1,000 members
}

// LicenseActivation is a code and for whom it is.
type LicenseActivation struct {
	ActiveCode string `json:"active_code"`
	UserID     string `json:"userid"`
}

// LicenseActivationResult says whether a code was bound.
type LicenseActivationResult struct {
	ErrCode    Code   `json:"errcode"` // CodeOK, or why it was not
	ActiveCode string `json:"active_code"`
	UserID     string `json:"userid"`
}

// LicenseAccountType is what a license is good for.
type LicenseAccountType int64

// What a license is good for.
const (
	LicenseAccountTypeBasic           LicenseAccountType = 1 // 基础账号: identity, messages and so on
	LicenseAccountTypeExternalContact LicenseAccountType = 2 // 互通账号: the same, and customer contact
)

// ActivateLicenseAccountByType gives a member a license that the customer has left, whichever it is
// (指定账号类型激活). Errcode 701072 says that none is left.
//
// API: POST /cgi-bin/license/active_account_by_type
// Doc: https://developer.work.weixin.qq.com/document/path/97188
func (c *Client) ActivateLicenseAccountByType(ctx context.Context, req *ActivateLicenseAccountByTypeRequest) error {
	return c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/active_account_by_type", req, nil)
}

// ActivateLicenseAccountByTypeRequest says what is for whom.
type ActivateLicenseAccountByTypeRequest struct {
	Type   LicenseAccountType `json:"type"`
	CorpID string             `json:"corpid"`
	UserID string             `json:"userid"`
}

// BatchGetLicenseActiveInfosByCode returns the state of several activation codes of a customer
// (批量获取激活码详情).
//
// API: POST /cgi-bin/license/batch_get_active_info_by_code
// Doc: https://developer.work.weixin.qq.com/document/path/95552
func (c *Client) BatchGetLicenseActiveInfosByCode(ctx context.Context, req *BatchGetLicenseActiveInfosByCodeRequest) (*BatchGetLicenseActiveInfosByCodeResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/batch_get_active_info_by_code", req, new(BatchGetLicenseActiveInfosByCodeResponse))
}

// BatchGetLicenseActiveInfosByCodeRequest names activation codes.
type BatchGetLicenseActiveInfosByCodeRequest struct {
	CorpID         string   `json:"corpid"`
	ActiveCodeList []string `json:"active_code_list"` // at most 1,000
}

// BatchGetLicenseActiveInfosByCodeResponse is the state of activation codes.
type BatchGetLicenseActiveInfosByCodeResponse struct {
	ActiveInfoList        []*LicenseActiveInfo `json:"active_info_list"`
	InvalidActiveCodeList []string             `json:"invalid_active_code_list"` // codes that do not exist
}

// GetLicenseActiveInfoByCode returns the state of an activation code and who holds it (获取激活码详情). Errcode
// 701021 says that there is no such code.
//
// API: POST /cgi-bin/license/get_active_info_by_code
// Doc: https://developer.work.weixin.qq.com/document/path/95552
func (c *Client) GetLicenseActiveInfoByCode(ctx context.Context, req *GetLicenseActiveInfoByCodeRequest) (*LicenseActiveInfo, error) {
	var resp getLicenseActiveInfoByCodeResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/license/get_active_info_by_code", req, &resp)
	return resp.ActiveInfo, err
}

type getLicenseActiveInfoByCodeResponse struct {
	ActiveInfo *LicenseActiveInfo `json:"active_info"`
}

// GetLicenseActiveInfoByCodeRequest names an activation code.
type GetLicenseActiveInfoByCodeRequest struct {
	CorpID     string `json:"corpid"`
	ActiveCode string `json:"active_code"`
}

// LicenseCodeStatus is the state of an activation code.
type LicenseCodeStatus int64

// The state of an activation code.
const (
	LicenseCodeStatusUnbound    LicenseCodeStatus = 1 // 未绑定
	LicenseCodeStatusValid      LicenseCodeStatus = 2 // 已绑定且有效
	LicenseCodeStatusExpired    LicenseCodeStatus = 3 // 已过期
	LicenseCodeStatusToTransfer LicenseCodeStatus = 4 // 待转移: under automatic activation, of a member who left or whom no app sees any more
	LicenseCodeStatusMerged     LicenseCodeStatus = 5 // 已合并: its member moved to another code; it serves no more
	LicenseCodeStatusShared     LicenseCodeStatus = 6 // 已分配给下游
)

// LicenseActiveInfo is the state of an activation code.
type LicenseActiveInfo struct {
	ActiveCode string             `json:"active_code"`
	Type       LicenseAccountType `json:"type"`
	Status     LicenseCodeStatus  `json:"status"`
	UserID     string             `json:"userid"` // who holds it, encrypted; empty until it is bound
	CreateTime Timestamp          `json:"create_time"`
	ActiveTime Timestamp          `json:"active_time"`
	ExpireTime Timestamp          `json:"expire_time"` // of a code that was merged before it expired, when that was
	MergeInfo  LicenseMerge       `json:"merge_info"`
	ShareInfo  LicenseShare       `json:"share_info"`
}

// LicenseMerge says which codes a code was merged with.
type LicenseMerge struct {
	ToActiveCode   string `json:"to_active_code"`   // the one that took its place
	FromActiveCode string `json:"from_active_code"` // the one whose place it took
}

// LicenseShare says between which corps a code was shared.
type LicenseShare struct {
	ToCorpID   string `json:"to_corpid"`
	FromCorpID string `json:"from_corpid"`
}

// GetLicenseActiveInfoByUser returns the licenses that a member holds (获取成员的激活详情).
//
// API: POST /cgi-bin/license/get_active_info_by_user
// Doc: https://developer.work.weixin.qq.com/document/path/95555
func (c *Client) GetLicenseActiveInfoByUser(ctx context.Context, req *GetLicenseActiveInfoByUserRequest) (*GetLicenseActiveInfoByUserResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/get_active_info_by_user", req, new(GetLicenseActiveInfoByUserResponse))
}

// GetLicenseActiveInfoByUserRequest names a member.
type GetLicenseActiveInfoByUserRequest struct {
	CorpID string `json:"corpid"`
	UserID string `json:"userid"`
}

// LicenseActiveStatus says whether a member holds a license.
type LicenseActiveStatus int64

// Whether a member holds a license.
const (
	LicenseActiveStatusInactive LicenseActiveStatus = 0 // 未激活
	LicenseActiveStatusActive   LicenseActiveStatus = 1 // 已激活
)

// GetLicenseActiveInfoByUserResponse is what a member holds.
type GetLicenseActiveInfoByUserResponse struct {
	ActiveStatus   LicenseActiveStatus      `json:"active_status"`
	ActiveInfoList []*LicenseUserActiveInfo `json:"active_info_list"` // at most one of each type
}

// LicenseUserActiveInfo is a license that a member holds.
type LicenseUserActiveInfo struct {
	UserID     string             `json:"userid"` // encrypted
	Type       LicenseAccountType `json:"type"`
	ActiveTime Timestamp          `json:"active_time"`
	ExpireTime Timestamp          `json:"expire_time"`
	ActiveCode string             `json:"active_code"`
}

// ListLicenseAccounts returns a page of the licenses that a customer's members hold, those that expired too
// (获取企业的账号列表). Of a corp at the top of a chain, the licenses that it shared are not among them; they are
// listed for the corps that it shared them with.
//
// API: POST /cgi-bin/license/list_actived_account
// Doc: https://developer.work.weixin.qq.com/document/path/95544
func (c *Client) ListLicenseAccounts(ctx context.Context, req *ListLicenseAccountsRequest) (*ListLicenseAccountsResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/list_actived_account", req, new(ListLicenseAccountsResponse))
}

// AllLicenseAccounts ranges over the licenses that a customer's members hold; see [Client.ListLicenseAccounts].
func (c *Client) AllLicenseAccounts(ctx context.Context, req *ListLicenseAccountsRequest) iter.Seq2[*LicenseAccount, error] {
	return paginate(ctx, req, c.ListLicenseAccounts,
		func(q *ListLicenseAccountsRequest) *string { return &q.Cursor },
		func(p *ListLicenseAccountsResponse) ([]*LicenseAccount, string, bool) {
			return p.AccountList, p.NextCursor, bool(p.HasMore)
		})
}

// ListLicenseAccountsRequest names a customer.
type ListLicenseAccountsRequest struct {
	CorpID string `json:"corpid"`
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // at most 1,000; 500 if 0
}

// ListLicenseAccountsResponse is a page of licenses.
type ListLicenseAccountsResponse struct {
	AccountList []*LicenseAccount `json:"account_list"`
	HasMore     IntBool           `json:"has_more"`
	NextCursor  string            `json:"next_cursor"`
}

// LicenseAccount is a license that a member holds.
type LicenseAccount struct {
	UserID     string             `json:"userid"` // encrypted
	Type       LicenseAccountType `json:"type"`
	ActiveTime Timestamp          `json:"active_time"`
	ExpireTime Timestamp          `json:"expire_time"`
}

// TransferLicenseAccounts moves licenses from members to others of the same customer, of those who left, say
// (账号继承). Each is done or not by itself: the results say which. Errcode 701017 there says that the license was
// moved within the last 30 days, which is no matter once its member has left or no app of the provider sees them;
// 701018 that the receiver holds one of the same type for more than 20 days; 701016 that it is not activated or
// expired.
//
// API: POST /cgi-bin/license/batch_transfer_license
// Doc: https://developer.work.weixin.qq.com/document/path/95673
func (c *Client) TransferLicenseAccounts(ctx context.Context, req *TransferLicenseAccountsRequest) ([]*LicenseTransferResult, error) {
	var resp transferLicenseAccountsResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/batch_transfer_license", req, &resp)
	return resp.TransferResult, err
}

type transferLicenseAccountsResponse struct {
	TransferResult []*LicenseTransferResult `json:"transfer_result"`
}

// TransferLicenseAccountsRequest says whose licenses go to whom.
type TransferLicenseAccountsRequest struct {
	CorpID       string            `json:"corpid"`
	TransferList []LicenseTransfer `json:"transfer_list"` // at most 1,000
}

// LicenseTransfer is a license that changes hands.
type LicenseTransfer struct {
	HandoverUserID string `json:"handover_userid"` // who gives it up
	TakeoverUserID string `json:"takeover_userid"` // who receives it
}

// LicenseTransferResult says whether a license changed hands.
type LicenseTransferResult struct {
	ErrCode        Code   `json:"errcode"` // CodeOK, or why it did not
	HandoverUserID string `json:"handover_userid"`
	TakeoverUserID string `json:"takeover_userid"`
}

// ShareLicenseActiveCodes gives activation codes of a corp to a partner corp of its chain, or to a corp linked to
// it (分配激活码给下游/下级企业). Each is done or not by itself: the results are those that were not. The codes must
// not be bound or shared yet. Errcode 701057 says that the
// provider is not authorised by the corp at the top, 701058 that the corps are not linked, 701051 that the app is
// not shared with the partner, 701056 that more codes were shared than twice the partner's members.
//
// API: POST /cgi-bin/license/batch_share_active_code
// Doc: https://developer.work.weixin.qq.com/document/path/96059
func (c *Client) ShareLicenseActiveCodes(ctx context.Context, req *ShareLicenseActiveCodesRequest) ([]*LicenseShareResult, error) {
	var resp shareLicenseActiveCodesResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/batch_share_active_code", req, &resp)
	return resp.ShareResult, err
}

type shareLicenseActiveCodesResponse struct {
	ShareResult []*LicenseShareResult `json:"share_result"`
}

// ShareLicenseActiveCodesRequest says which codes go to whom.
type ShareLicenseActiveCodesRequest struct {
	FromCorpID   string              `json:"from_corpid"`
	ToCorpID     string              `json:"to_corpid"`
	ShareList    []LicenseActiveCode `json:"share_list"`              // at most 1,000, and twice the partner's members
	CorpLinkType LicenseCorpLinkType `json:"corp_link_type,omitzero"` // LicenseCorpLinkTypeChain by default
}

// LicenseCorpLinkType says how two corps are linked.
type LicenseCorpLinkType int64

// How two corps are linked.
const (
	LicenseCorpLinkTypeChain      LicenseCorpLinkType = 0 // 上下游
	LicenseCorpLinkTypeLinkedCorp LicenseCorpLinkType = 1 // 企业互联
)

// LicenseActiveCode is an activation code.
type LicenseActiveCode struct {
	ActiveCode string `json:"active_code"`
}

// LicenseShareResult is a code that was not given.
type LicenseShareResult struct {
	ErrCode    Code   `json:"errcode"` // why
	ErrMsg     string `json:"errmsg"`
	ActiveCode string `json:"active_code"`
}

// CreateLicenseOrder orders licenses for a customer and returns the order's ID (下单购买账号). Pay for it with
// [Client.SubmitLicensePayJob] or on the provider's console; then its codes are there.
//
// Errcode 701015 says that the customer has not installed an app of the provider, 701032 that another order is not
// paid yet, 701033 that one is being worked on, 701037 that a refund is asked for.
//
// API: POST /cgi-bin/license/create_new_order
// Doc: https://developer.work.weixin.qq.com/document/path/95644
func (c *Client) CreateLicenseOrder(ctx context.Context, req *CreateLicenseOrderRequest) (string, error) {
	var resp createLicenseOrderResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/create_new_order", req, &resp)
	return resp.OrderID, err
}

type createLicenseOrderResponse struct {
	OrderID string `json:"order_id"`
}

// CreateLicenseOrderRequest is an order.
type CreateLicenseOrderRequest struct {
	CorpID          string              `json:"corpid"`       // the customer
	BuyerUserID     string              `json:"buyer_userid"` // a member of the provider who may buy licenses (购买接口许可) and has bound WeChat; not encrypted
	AccountCount    LicenseAccountCount `json:"account_count,omitzero"`
	AccountDuration LicenseDuration     `json:"account_duration,omitzero"`
}

// LicenseAccountCount is how many licenses are bought: at least one, at most 1,000,000 of each type, and 1,000 for
// a corp that is for tests.
type LicenseAccountCount struct {
	BaseCount            int64 `json:"base_count,omitzero"`             // of LicenseAccountTypeBasic
	ExternalContactCount int64 `json:"external_contact_count,omitzero"` // of LicenseAccountTypeExternalContact
}

// LicenseDuration is for how long licenses are bought: 31 to 1,860 days in all, and a month for a corp that is for
// tests.
type LicenseDuration struct {
	Months int64 `json:"months,omitzero"` // of 31 days each
	Days   int64 `json:"days,omitzero"`   // on top of Months
}

// CreateLicenseRenewOrderJob collects the licenses to renew in one order of [Client.SubmitLicenseRenewOrderJob]
// (创建续期任务). The first call makes the job; further calls with its JobID add to it, up to 1,000,000 licenses of
// each type.
//
// Errcode 701151 says that there is no such job any more, 701014 that it is full.
//
// API: POST /cgi-bin/license/create_renew_order_job
// Doc: https://developer.work.weixin.qq.com/document/path/95646
func (c *Client) CreateLicenseRenewOrderJob(ctx context.Context, req *CreateLicenseRenewOrderJobRequest) (*CreateLicenseRenewOrderJobResponse, error) {
	return exec(ctx, c, post|once|providerToken, "/cgi-bin/license/create_renew_order_job", req, new(CreateLicenseRenewOrderJobResponse))
}

// CreateLicenseRenewOrderJobRequest says whose licenses to renew.
type CreateLicenseRenewOrderJobRequest struct {
	CorpID      string           `json:"corpid"`
	JobID       string           `json:"jobid,omitzero"` // empty makes a job
	AccountList []LicenseRenewal `json:"account_list"`   // at most 1,000
}

// LicenseRenewal is a license to renew.
type LicenseRenewal struct {
	UserID string             `json:"userid"`
	Type   LicenseAccountType `json:"type"`
}

// CreateLicenseRenewOrderJobResponse is a job, and what is not in it.
type CreateLicenseRenewOrderJobResponse struct {
	JobID              string                   `json:"jobid"`
	InvalidAccountList []*LicenseRenewalFailure `json:"invalid_account_list"`
}

// LicenseRenewalFailure is a license that cannot be renewed.
type LicenseRenewalFailure struct {
	ErrCode Code               `json:"errcode"` // why; 701004 if the member has no license of the type
	ErrMsg  string             `json:"errmsg"`
	UserID  string             `json:"userid"`
	Type    LicenseAccountType `json:"type"`
}

// SubmitLicenseRenewOrderJob orders what [Client.CreateLicenseRenewOrderJob] collected, and returns the order's ID
// (提交续期订单). It is paid as an order of [Client.CreateLicenseOrder] is. Errcode 701126 says that the job was
// submitted before.
//
// API: POST /cgi-bin/license/submit_order_job
// Doc: https://developer.work.weixin.qq.com/document/path/95646
func (c *Client) SubmitLicenseRenewOrderJob(ctx context.Context, req *SubmitLicenseRenewOrderJobRequest) (string, error) {
	var resp submitLicenseRenewOrderJobResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/submit_order_job", req, &resp)
	return resp.OrderID, err
}

type submitLicenseRenewOrderJobResponse struct {
	OrderID string `json:"order_id"`
}

// SubmitLicenseRenewOrderJobRequest is an order to renew.
type SubmitLicenseRenewOrderJobRequest struct {
	JobID           string                 `json:"jobid"`
	BuyerUserID     string                 `json:"buyer_userid"` // as in CreateLicenseOrderRequest
	AccountDuration LicenseRenewalDuration `json:"account_duration,omitzero"`
}

// LicenseRenewalDuration is for how long licenses are renewed: by Months or until NewExpireTime.
type LicenseRenewalDuration struct {
	Months        int64     `json:"months,omitzero"`          // of 31 days each, at most 60; 1 for a corp that is for tests, which has no other choice
	NewExpireTime Timestamp `json:"new_expire_time,omitzero"` // on a day after today and within 1,860 days; the platform takes the end of the day
}

// CreateLicenseUnionOrderJob collects what to buy for several customers in one order of
// [Client.SubmitLicenseUnionOrderJob] (创建多企业新购任务). The first call makes the job; further calls with its
// JobID add to it, up to 100,000 customers.
//
// Errcode 701121 says that test corps are refused, 701122 that no customer could be taken, 701123 that the job is
// full, 701124 that a customer is in it already, 701126 that it was submitted.
//
// API: POST /cgi-bin/license/create_new_order_job
// Doc: https://developer.work.weixin.qq.com/document/path/98892
func (c *Client) CreateLicenseUnionOrderJob(ctx context.Context, req *CreateLicenseUnionOrderJobRequest) (*CreateLicenseUnionOrderJobResponse, error) {
	return exec(ctx, c, post|once|providerToken, "/cgi-bin/license/create_new_order_job", req, new(CreateLicenseUnionOrderJobResponse))
}

// CreateLicenseUnionOrderJobRequest says what to buy for whom.
type CreateLicenseUnionOrderJobRequest struct {
	JobID   string            `json:"jobid,omitzero"` // empty makes a job
	BuyList []LicensePurchase `json:"buy_list"`       // at most 10
}

// LicensePurchase is what to buy for one of several customers.
type LicensePurchase struct {
	CorpID           string              `json:"corpid"`
	AccountCount     LicenseAccountCount `json:"account_count,omitzero"`
	AccountDuration  LicenseDuration     `json:"account_duration,omitzero"`
	AutoActiveStatus *IntBool            `json:"auto_active_status,omitzero"` // as in SetLicenseAutoActiveStatusRequest; Yes if nil
}

// CreateLicenseUnionOrderJobResponse is a job, and who is not in it.
type CreateLicenseUnionOrderJobResponse struct {
	JobID       string                `json:"jobid"`
	InvalidList []*LicenseCorpFailure `json:"invalid_list"`
}

// LicenseCorpFailure is a customer for whom nothing can be bought, or was.
type LicenseCorpFailure struct {
	CorpID  string `json:"corpid"`
	ErrCode Code   `json:"errcode"` // why
	ErrMsg  string `json:"errmsg"`
}

// SubmitLicenseUnionOrderJob orders what [Client.CreateLicenseUnionOrderJob] collected, and returns the job's ID
// for [Client.WaitLicenseUnionOrderJob] (提交多企业新购订单).
//
// API: POST /cgi-bin/license/submit_new_order_job
// Doc: https://developer.work.weixin.qq.com/document/path/98892
func (c *Client) SubmitLicenseUnionOrderJob(ctx context.Context, req *SubmitLicenseUnionOrderJobRequest) (string, error) {
	var resp submitLicenseUnionOrderJobResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/submit_new_order_job", req, &resp)
	if err == nil && resp.JobID == "" && req != nil {
		resp.JobID = req.JobID // the same, which the platform does not always repeat
	}
	return resp.JobID, err
}

type submitLicenseUnionOrderJobResponse struct {
	JobID string `json:"jobid"`
}

// SubmitLicenseUnionOrderJobRequest names a job.
type SubmitLicenseUnionOrderJobRequest struct {
	JobID       string `json:"jobid"`
	BuyerUserID string `json:"buyer_userid"` // as in CreateLicenseOrderRequest
}

// GetLicenseUnionOrderJobResult returns how far the order of [Client.SubmitLicenseUnionOrderJob] is
// (获取多企业新购订单提交结果). It is kept for 7 days. Errcode 701125 says that the job was not submitted.
//
// API: POST /cgi-bin/license/new_order_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/98892
func (c *Client) GetLicenseUnionOrderJobResult(ctx context.Context, jobID string) (*LicenseUnionOrderJobResult, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/new_order_job_result", param{"jobid", jobID}, new(LicenseUnionOrderJobResult))
}

// WaitLicenseUnionOrderJob waits until the order of [Client.SubmitLicenseUnionOrderJob] is made or failed, or ctx
// ends, and returns the result, whose Status says which.
func (c *Client) WaitLicenseUnionOrderJob(ctx context.Context, jobID string) (*LicenseUnionOrderJobResult, error) {
	return awaitJob(ctx, "/cgi-bin/license/new_order_job_result", time.Second, func() (*LicenseUnionOrderJobResult, bool, error) {
		result, err := c.GetLicenseUnionOrderJobResult(ctx, jobID)
		return result, err == nil && result.Status != LicenseJobStatusRunning, err
	})
}

// LicenseJobStatus is how far a job is.
type LicenseJobStatus int64

// How far a job is.
const (
	LicenseJobStatusDone    LicenseJobStatus = 1
	LicenseJobStatusRunning LicenseJobStatus = 2
	LicenseJobStatusFailed  LicenseJobStatus = 3
)

// LicenseUnionOrderJobResult is how far an order for several customers is.
type LicenseUnionOrderJobResult struct {
	Status   LicenseJobStatus     `json:"status"`
	OrderID  string               `json:"order_id"` // once it is made
	FailList []LicenseCorpFailure `json:"fail_list"`
}

// ListLicenseOrders returns a page of the orders of a customer, or of all customers (获取订单列表). Of a corp that is
// for tests they are listed only if it is named.
//
// API: POST /cgi-bin/license/list_order
// Doc: https://developer.work.weixin.qq.com/document/path/95647
func (c *Client) ListLicenseOrders(ctx context.Context, req *ListLicenseOrdersRequest) (*ListLicenseOrdersResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/list_order", req, new(ListLicenseOrdersResponse))
}

// AllLicenseOrders ranges over the orders of a customer, or of all customers; see [Client.ListLicenseOrders].
func (c *Client) AllLicenseOrders(ctx context.Context, req *ListLicenseOrdersRequest) iter.Seq2[*LicenseOrderItem, error] {
	return paginate(ctx, req, c.ListLicenseOrders,
		func(q *ListLicenseOrdersRequest) *string { return &q.Cursor },
		func(p *ListLicenseOrdersResponse) ([]*LicenseOrderItem, string, bool) {
			return p.OrderList, p.NextCursor, bool(p.HasMore)
		})
}

// ListLicenseOrdersRequest says which orders to list.
type ListLicenseOrdersRequest struct {
	CorpID    string    `json:"corpid,omitzero"`     // the customer; all of them if empty, with the orders for several
	StartTime Timestamp `json:"start_time,omitzero"` // of ordering; both or neither
	EndTime   Timestamp `json:"end_time,omitzero"`   // at most 31 days after StartTime
	Cursor    string    `json:"cursor,omitzero"`     // the NextCursor of the page before
	Limit     int64     `json:"limit,omitzero"`      // at most 1,000; 500 if 0
}

// ListLicenseOrdersResponse is a page of orders.
type ListLicenseOrdersResponse struct {
	OrderList  []*LicenseOrderItem `json:"order_list"`
	HasMore    IntBool             `json:"has_more"`
	NextCursor string              `json:"next_cursor"`
}

// LicenseOrderType is why there is an order.
type LicenseOrderType int64

// Why there is an order.
const (
	LicenseOrderTypePurchase LicenseOrderType = 1 // 购买账号
	LicenseOrderTypeRenewal  LicenseOrderType = 2 // 续期账号
	LicenseOrderTypeEdition  LicenseOrderType = 5 // made of an app's edition that was paid for, 应用版本付费迁移订单
	LicenseOrderTypeContract LicenseOrderType = 6 // made of an earlier contract, 历史合同迁移订单
	LicenseOrderTypeUnion    LicenseOrderType = 8 // for several customers, 多企业新购订单; see GetLicenseUnionOrder
)

// LicenseOrderItem is an order in a list; [Client.GetLicenseOrder] returns all of it, and
// [Client.GetLicenseUnionOrder] if it is for several customers.
type LicenseOrderItem struct {
	OrderID   string           `json:"order_id"`
	OrderType LicenseOrderType `json:"order_type"`
}

// GetLicenseOrder returns an order (获取订单详情). Its licenses are those of [Client.ListLicenseOrderAccounts]. For
// one of several customers there is [Client.GetLicenseUnionOrder]; errcode 701120 says that it is one.
//
// API: POST /cgi-bin/license/get_order
// Doc: https://developer.work.weixin.qq.com/document/path/95648
func (c *Client) GetLicenseOrder(ctx context.Context, orderID string) (*LicenseOrder, error) {
	var resp getLicenseOrderResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/license/get_order", param{"order_id", orderID}, &resp)
	return resp.Order, err
}

type getLicenseOrderResponse struct {
	Order *LicenseOrder `json:"order"`
}

// LicenseOrderStatus is how far an order is.
type LicenseOrderStatus int64

// How far an order is.
const (
	LicenseOrderStatusUnpaid          LicenseOrderStatus = 0 // 待支付
	LicenseOrderStatusPaid            LicenseOrderStatus = 1 // 已支付
	LicenseOrderStatusCanceled        LicenseOrderStatus = 2 // 已取消
	LicenseOrderStatusExpired         LicenseOrderStatus = 3 // 未支付，订单已过期
	LicenseOrderStatusRefundRequested LicenseOrderStatus = 4 // 申请退款中
	LicenseOrderStatusRefunded        LicenseOrderStatus = 5 // 退款成功
	LicenseOrderStatusRefundRefused   LicenseOrderStatus = 6 // 退款被拒绝
	LicenseOrderStatusVoid            LicenseOrderStatus = 7 // 订单已失效: the customer is no test corp any more
)

// LicenseOrder is an order.
type LicenseOrder struct {
	OrderID         string               `json:"order_id"`
	OrderType       LicenseOrderType     `json:"order_type"`
	OrderStatus     LicenseOrderStatus   `json:"order_status"`
	CorpID          string               `json:"corpid"` // the customer, encrypted
	Price           int64                `json:"price"`  // in fen
	AccountCount    LicenseAccountCount  `json:"account_count"`
	AccountDuration LicenseOrderDuration `json:"account_duration"`
	CreateTime      Timestamp            `json:"create_time"`
	PayTime         Timestamp            `json:"pay_time"` // zero until it is paid, and of LicenseOrderTypeEdition and LicenseOrderTypeContract
}

// LicenseOrderDuration is for how long licenses were bought or renewed, as the order said it.
type LicenseOrderDuration struct {
	Months        int64     `json:"months"` // of 31 days each
	Days          int64     `json:"days"`
	NewExpireTime Timestamp `json:"new_expire_time"` // of a renewal
}

// ListLicenseOrderAccounts returns a page of the licenses of an order: of a purchase the activation codes, which
// are there once it is paid, of a renewal the members (获取订单中的账号列表). Errcode 701022 says that the codes are
// being made.
//
// API: POST /cgi-bin/license/list_order_account
// Doc: https://developer.work.weixin.qq.com/document/path/95649
func (c *Client) ListLicenseOrderAccounts(ctx context.Context, req *ListLicenseOrderAccountsRequest) (*ListLicenseOrderAccountsResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/list_order_account", req, new(ListLicenseOrderAccountsResponse))
}

// AllLicenseOrderAccounts ranges over the licenses of an order; see [Client.ListLicenseOrderAccounts].
func (c *Client) AllLicenseOrderAccounts(ctx context.Context, req *ListLicenseOrderAccountsRequest) iter.Seq2[*LicenseOrderAccount, error] {
	return paginate(ctx, req, c.ListLicenseOrderAccounts,
		func(q *ListLicenseOrderAccountsRequest) *string { return &q.Cursor },
		func(p *ListLicenseOrderAccountsResponse) ([]*LicenseOrderAccount, string, bool) {
			return p.AccountList, p.NextCursor, bool(p.HasMore)
		})
}

// ListLicenseOrderAccountsRequest names an order; of one for several customers, a SubOrderID.
type ListLicenseOrderAccountsRequest struct {
	OrderID string `json:"order_id"`
	Cursor  string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit   int64  `json:"limit,omitzero"`
}

// ListLicenseOrderAccountsResponse is a page of licenses.
type ListLicenseOrderAccountsResponse struct {
	AccountList []*LicenseOrderAccount `json:"account_list"`
	HasMore     IntBool                `json:"has_more"`
	NextCursor  string                 `json:"next_cursor"`
}

// LicenseOrderAccount is a license of an order.
type LicenseOrderAccount struct {
	ActiveCode string             `json:"active_code"`
	UserID     string             `json:"userid"` // whose license was renewed
	Type       LicenseAccountType `json:"type"`
}

// GetLicenseUnionOrder returns an order for several customers, and a page of what it buys for whom
// (获取多企业订单详情).
//
// API: POST /cgi-bin/license/get_union_order
// Doc: https://developer.work.weixin.qq.com/document/path/98893
func (c *Client) GetLicenseUnionOrder(ctx context.Context, req *GetLicenseUnionOrderRequest) (*GetLicenseUnionOrderResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/get_union_order", req, new(GetLicenseUnionOrderResponse))
}

// AllLicenseUnionOrderItems ranges over what an order buys for its customers; see [Client.GetLicenseUnionOrder].
func (c *Client) AllLicenseUnionOrderItems(ctx context.Context, req *GetLicenseUnionOrderRequest) iter.Seq2[*LicenseUnionOrderItem, error] {
	return paginate(ctx, req, c.GetLicenseUnionOrder,
		func(q *GetLicenseUnionOrderRequest) *string { return &q.Cursor },
		func(p *GetLicenseUnionOrderResponse) ([]*LicenseUnionOrderItem, string, bool) {
			return p.BuyList, p.NextCursor, bool(p.HasMore)
		})
}

// GetLicenseUnionOrderRequest names an order.
type GetLicenseUnionOrderRequest struct {
	OrderID string `json:"order_id"`
	Cursor  string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit   int64  `json:"limit,omitzero"`
}

// GetLicenseUnionOrderResponse is an order and a page of what it buys.
type GetLicenseUnionOrderResponse struct {
	Order      LicenseUnionOrder        `json:"order"`
	BuyList    []*LicenseUnionOrderItem `json:"buy_list"`
	HasMore    IntBool                  `json:"has_more"`
	NextCursor string                   `json:"next_cursor"`
}

// LicenseUnionOrder is an order for several customers.
type LicenseUnionOrder struct {
	OrderID     string             `json:"order_id"`
	OrderType   LicenseOrderType   `json:"order_type"`
	OrderStatus LicenseOrderStatus `json:"order_status"`
	Price       int64              `json:"price"` // in fen
	CreateTime  Timestamp          `json:"create_time"`
	PayTime     Timestamp          `json:"pay_time"`
}

// LicenseUnionOrderItem is what an order buys for one customer.
type LicenseUnionOrderItem struct {
	SubOrderID      string               `json:"sub_order_id"`
	CorpID          string               `json:"corpid"`
	AccountCount    LicenseAccountCount  `json:"account_count"`
	AccountDuration LicenseOrderDuration `json:"account_duration"`
}

// CancelLicenseOrder cancels an order that is not paid (取消订单). Errcode 701084 says that it is paid or gone,
// 701086 that it is not the customer's.
//
// API: POST /cgi-bin/license/cancel_order
// Doc: https://developer.work.weixin.qq.com/document/path/96106
func (c *Client) CancelLicenseOrder(ctx context.Context, req *CancelLicenseOrderRequest) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/license/cancel_order", req, nil)
}

// CancelLicenseOrderRequest names an order.
type CancelLicenseOrderRequest struct {
	CorpID  string `json:"corpid"`
	OrderID string `json:"order_id"`
}

// SubmitLicensePayJob pays for an order from the provider's balance, and returns the job's ID for
// [Client.WaitLicensePayJob] (提交余额支付订单任务). After that the order cannot be paid in another way. Errcode
// 701147 says that the sum is more than can be paid at once, 701161 that the order is to be paid through a bank,
// 701166 that the member may not pay.
//
// API: POST /cgi-bin/license/submit_pay_job
// Doc: https://developer.work.weixin.qq.com/document/path/99415
func (c *Client) SubmitLicensePayJob(ctx context.Context, req *SubmitLicensePayJobRequest) (string, error) {
	var resp submitLicensePayJobResponse
	err := c.invoke(ctx, post|once|providerToken, "/cgi-bin/license/submit_pay_job", req, &resp)
	return resp.JobID, err
}

type submitLicensePayJobResponse struct {
	JobID string `json:"jobid"`
}

// SubmitLicensePayJobRequest names an order and who pays for it.
type SubmitLicensePayJobRequest struct {
	PayerUserID string `json:"payer_userid"` // as BuyerUserID in CreateLicenseOrderRequest
	OrderID     string `json:"order_id"`
}

// GetLicensePayJobResult returns how far a payment is (获取订单支付结果). It is kept for 7 days. That a payment failed
// is no error: Status says so.
//
// API: POST /cgi-bin/license/pay_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99415
func (c *Client) GetLicensePayJobResult(ctx context.Context, jobID string) (*LicensePayJobResult, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/pay_job_result", param{"jobid", jobID}, new(LicensePayJobResult))
}

// WaitLicensePayJob waits until a payment of [Client.SubmitLicensePayJob] is made or failed, or ctx ends, and
// returns the result, whose Status says which.
func (c *Client) WaitLicensePayJob(ctx context.Context, jobID string) (*LicensePayJobResult, error) {
	return awaitJob(ctx, "/cgi-bin/license/pay_job_result", time.Second, func() (*LicensePayJobResult, bool, error) {
		result, err := c.GetLicensePayJobResult(ctx, jobID)
		return result, err == nil && result.Status != LicenseJobStatusRunning, err
	})
}

// LicensePayJobResult is how far a payment is.
type LicensePayJobResult struct {
	Status       LicenseJobStatus  `json:"status"`
	PayJobResult LicensePayFailure `json:"pay_job_result"` // if it failed
}

// LicensePayFailure is why a payment failed. Code 90432 says that the provider has no account to pay from, 90433 that
// it does not hold enough, 701160 that some customers do not pass: for want of an order of an app (701129) or of one
// that has not expired (701130).
type LicensePayFailure struct {
	ErrCode      Code                 `json:"errcode"`
	ErrMsg       string               `json:"errmsg"`
	FailCorpList []LicenseCorpFailure `json:"fail_corp_list"` // if it failed for the sake of customers
}

// GetLicenseAppStatus returns whether calls of an app for a customer need licenses (获取应用的接口许可状态). The customer
// must have installed the app.
//
// API: POST /cgi-bin/license/get_app_license_info
// Doc: https://developer.work.weixin.qq.com/document/path/95844
func (c *Client) GetLicenseAppStatus(ctx context.Context, req *GetLicenseAppStatusRequest) (*GetLicenseAppStatusResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/get_app_license_info", req, new(GetLicenseAppStatusResponse))
}

// GetLicenseAppStatusRequest names an app and a customer.
type GetLicenseAppStatusRequest struct {
	CorpID  string `json:"corpid"`
	SuiteID string `json:"suite_id"`
	AppID   int64  `json:"appid,omitzero"` // of an old suite of several apps
}

// GetLicenseAppStatusResponse says whether an app needs licenses.
type GetLicenseAppStatusResponse struct {
	LicenseStatus    IntBool            `json:"license_status"`     // whether calls are checked for licenses, after the trial
	TrailInfo        LicenseTrialPeriod `json:"trail_info"`         // if LicenseStatus is set and there is a trial: 90 days from the first installation
	LicenseCheckTime Timestamp          `json:"license_check_time"` // from when calls without a license are refused
}

// LicenseTrialPeriod is the time in which an app needs no licenses.
type LicenseTrialPeriod struct {
	StartTime Timestamp `json:"start_time"`
	EndTime   Timestamp `json:"end_time"`
}

// SetLicenseAutoActiveStatus turns the automatic activation for a customer on or off: with it, members who use an
// app of the provider get a license by themselves (设置企业的许可自动激活状态). Errcode 701071 says that no license was
// ever bought for the customer.
//
// API: POST /cgi-bin/license/set_auto_active_status
// Doc: https://developer.work.weixin.qq.com/document/path/95873
func (c *Client) SetLicenseAutoActiveStatus(ctx context.Context, req *SetLicenseAutoActiveStatusRequest) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/license/set_auto_active_status", req, nil)
}

// SetLicenseAutoActiveStatusRequest says whether members get licenses by themselves.
type SetLicenseAutoActiveStatusRequest struct {
	CorpID           string  `json:"corpid"`
	AutoActiveStatus IntBool `json:"auto_active_status"`
}

// GetLicenseAutoActiveStatus returns whether the automatic activation is on for a customer
// (查询企业的许可自动激活状态). Errcode 701071 says that no license was ever bought for the customer.
//
// API: POST /cgi-bin/license/get_auto_active_status
// Doc: https://developer.work.weixin.qq.com/document/path/95874
func (c *Client) GetLicenseAutoActiveStatus(ctx context.Context, corpID string) (IntBool, error) {
	var resp getLicenseAutoActiveStatusResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/license/get_auto_active_status", param{"corpid", corpID}, &resp)
	return resp.AutoActiveStatus, err
}

type getLicenseAutoActiveStatusResponse struct {
	AutoActiveStatus IntBool `json:"auto_active_status"`
}

// GetLicenseSupportPolicy returns whether licenses for a customer cost less, as for public services they did
// (民生优惠条件查询). The reduction ended on March 31, 2023, and the platform has stopped answering.
//
// Deprecated: there is no reduction any more.
//
// API: POST /cgi-bin/license/support_policy_query
// Doc: https://developer.work.weixin.qq.com/document/path/96515
func (c *Client) GetLicenseSupportPolicy(ctx context.Context, corpID string) (*GetLicenseSupportPolicyResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/license/support_policy_query", param{"corpid", corpID}, new(GetLicenseSupportPolicyResponse))
}

// GetLicenseSupportPolicyResponse says whether licenses cost less.
type GetLicenseSupportPolicyResponse struct {
	QueryResult       IntBool `json:"query_result"`       // whether they do
	UnsatisfiedReason []Code  `json:"unsatisfied_reason"` // why they do not
}
