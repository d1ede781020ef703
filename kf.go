package workwx

import (
	"context"
	"iter"
)

// CreateKfAccount adds an account that WeChat users can write to, and returns its open_kfid (添加客服账号).
//
// A corp that is not verified may have 10 accounts (errcode 95027); 95005 says that the corp has as many
// as it may, 95006 that the name is not allowed.
//
// API: POST /cgi-bin/kf/account/add
// Doc: https://developer.work.weixin.qq.com/document/path/94662
func (c *Client) CreateKfAccount(ctx context.Context, req *CreateKfAccountRequest) (string, error) {
	var resp createKfAccountResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/account/add", req, &resp)
	return resp.OpenKfID, err
}

// CreateKfAccountRequest is an account to add.
type CreateKfAccountRequest struct {
	Name    string `json:"name"`     // at most 16 characters
	MediaID string `json:"media_id"` // the avatar, an image of [Client.UploadTempImageMedia]
}

type createKfAccountResponse struct {
	OpenKfID string `json:"open_kfid"`
}

// DeleteKfAccount removes an account (删除客服账号). Customers can no longer write to it.
//
// API: POST /cgi-bin/kf/account/del
// Doc: https://developer.work.weixin.qq.com/document/path/94663
func (c *Client) DeleteKfAccount(ctx context.Context, openKfID string) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/account/del", param{"open_kfid", openKfID}, nil)
}

// ListKfAccounts returns a page of the corp's accounts (获取客服账号列表). [Client.AllKfAccounts] turns the
// pages.
//
// API: POST /cgi-bin/kf/account/list
// Doc: https://developer.work.weixin.qq.com/document/path/94661
func (c *Client) ListKfAccounts(ctx context.Context, req *ListKfAccountsRequest) ([]*KfAccount, error) {
	var resp listKfAccountsResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/account/list", req, &resp)
	return resp.AccountList, err
}

// AllKfAccounts ranges over the corp's accounts, page by page; see [Client.ListKfAccounts].
func (c *Client) AllKfAccounts(ctx context.Context, req *ListKfAccountsRequest) iter.Seq2[*KfAccount, error] {
	return paginateOffset(ctx, req, c.ListKfAccounts,
		func(q *ListKfAccountsRequest) *int64 { return &q.Offset },
		func(p []*KfAccount) ([]*KfAccount, bool) { return p, true })
}

// ListKfAccountsRequest says which page of the accounts to return.
type ListKfAccountsRequest struct {
	Offset int64 `json:"offset,omitzero"` // how many accounts to skip
	Limit  int64 `json:"limit,omitzero"`  // 1 to 100, 100 by default
}

type listKfAccountsResponse struct {
	AccountList []*KfAccount `json:"account_list"`
}

// KfAccount is an account of 微信客服 that WeChat users can write to.
type KfAccount struct {
	OpenKfID        string `json:"open_kfid"`
	Name            string `json:"name"`
	Avatar          string `json:"avatar"`           // a URL
	ManagePrivilege bool   `json:"manage_privilege"` // whether this app may edit the account, assign its sessions and send; false where the platform says nothing
}

// UpdateKfAccount changes the name or avatar of an account and leaves what is nil as it is (修改客服账号).
//
// API: POST /cgi-bin/kf/account/update
// Doc: https://developer.work.weixin.qq.com/document/path/94664
func (c *Client) UpdateKfAccount(ctx context.Context, req *UpdateKfAccountRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/account/update", req, nil)
}

// UpdateKfAccountRequest names an account and what to change of it.
type UpdateKfAccountRequest struct {
	OpenKfID string  `json:"open_kfid"`
	Name     *string `json:"name,omitzero"`     // at most 16 characters
	MediaID  *string `json:"media_id,omitzero"` // the avatar, an image of [Client.UploadTempImageMedia]
}

// AddKfContact returns the link that opens a chat with an account in WeChat (获取客服账号链接).
//
// With a Scene, the link may be given a parameter scene_param of at most 128 bytes, percent-encoded. Both
// come back in the [KfEvent] of the type enter_session and tell where the customer came from.
//
// API: POST /cgi-bin/kf/add_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/94665
func (c *Client) AddKfContact(ctx context.Context, req *AddKfContactRequest) (string, error) {
	var resp addKfContactResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/add_contact_way", req, &resp)
	return resp.URL, err
}

// AddKfContactRequest names the account of a link and the place that the link is for.
type AddKfContactRequest struct {
	OpenKfID string `json:"open_kfid"`
	Scene    string `json:"scene,omitzero"` // one's own name of the place; at most 32 of 0-9 a-z A-Z _ -
}

type addKfContactResponse struct {
	URL string `json:"url"`
}

// AddKfServicers lets members and departments answer the customers of an account (添加接待人员). Departments
// follow their members from then on.
//
// The results tell each one's fate; a member who was there already has the code 0 and the message
// "ignored". Errcode 95020 says that the account has as many as it may.
//
// API: POST /cgi-bin/kf/servicer/add
// Doc: https://developer.work.weixin.qq.com/document/path/94646
func (c *Client) AddKfServicers(ctx context.Context, req *AddKfServicersRequest) ([]*KfServicerResult, error) {
	var resp kfServicersResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/servicer/add", req, &resp)
	return resp.ResultList, err
}

// AddKfServicersRequest names those who shall answer for an account; members, departments or both.
type AddKfServicersRequest struct {
	OpenKfID         string   `json:"open_kfid"`
	UserIDList       []string `json:"userid_list,omitzero"`        // at most 100
	DepartmentIDList []int64  `json:"department_id_list,omitzero"` // at most 20
}

type kfServicersResponse struct {
	ResultList []*KfServicerResult `json:"result_list"`
}

// KfServicerResult is what came of adding or removing one member or department.
type KfServicerResult struct {
	UserID       string `json:"userid"`        // "" for a department
	DepartmentID int64  `json:"department_id"` // 0 for a member
	ErrCode      Code   `json:"errcode"`       // 0 if it worked
	ErrMsg       string `json:"errmsg"`
}

// RemoveKfServicers takes members and departments from those who answer for an account (删除接待人员). The
// results tell each one's fate.
//
// API: POST /cgi-bin/kf/servicer/del
// Doc: https://developer.work.weixin.qq.com/document/path/94647
func (c *Client) RemoveKfServicers(ctx context.Context, req *RemoveKfServicersRequest) ([]*KfServicerResult, error) {
	var resp kfServicersResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/servicer/del", req, &resp)
	return resp.ResultList, err
}

// RemoveKfServicersRequest names those who shall no longer answer for an account.
type RemoveKfServicersRequest struct {
	OpenKfID         string   `json:"open_kfid"`
	UserIDList       []string `json:"userid_list,omitzero"`        // at most 100
	DepartmentIDList []int64  `json:"department_id_list,omitzero"` // at most 20
}

// ListKfServicers returns the members and departments who answer for an account (获取接待人员列表).
//
// API: GET /cgi-bin/kf/servicer/list
// Doc: https://developer.work.weixin.qq.com/document/path/94645
func (c *Client) ListKfServicers(ctx context.Context, openKfID string) ([]*KfServicer, error) {
	var resp listKfServicersResponse
	err := c.invoke(ctx, get, "/cgi-bin/kf/servicer/list", param{"open_kfid", openKfID}, &resp)
	return resp.ServicerList, err
}

type listKfServicersResponse struct {
	ServicerList []*KfServicer `json:"servicer_list"`
}

// KfServicerStatus says whether a servicer takes sessions. The event servicer_status_change counts
// otherwise; see [KfServicerChange].
type KfServicerStatus int64

// The states of a servicer.
const (
	KfServicerStatusReceiving KfServicerStatus = 0
	KfServicerStatusStopped   KfServicerStatus = 1
)

// KfStopType says how a servicer who takes no sessions has stopped.
type KfStopType int64

// The ways to stop.
const (
	KfStopTypeStopped   KfStopType = 0
	KfStopTypeSuspended KfStopType = 1 // for the moment
)

// KfServicer is a member who answers customers, or a department whose members do.
type KfServicer struct {
	UserID       string           `json:"userid"`        // "" for a department
	Status       KfServicerStatus `json:"status"`        // of a member
	DepartmentID int64            `json:"department_id"` // 0 for a member
	StopType     KfStopType       `json:"stop_type"`     // of a member who has stopped
}

// KfServiceState says who deals with a session. A session is all that a customer and an account write to
// each other within 48 hours, or until somebody ends it.
type KfServiceState int64

// The states of a session, and those that [Client.TransferKfServiceState] takes it to.
const (
	KfServiceStateUntreated       KfServiceState = 0 // the customer has written; the app answers, or moves it to InQueue or ManualReception
	KfServiceStateRobotReception  KfServiceState = 1 // the app's robot answers, or moves it to InQueue or ManualReception
	KfServiceStateInQueue         KfServiceState = 2 // waits for a servicer; can be moved to ManualReception
	KfServiceStateManualReception KfServiceState = 3 // a servicer answers; can be given to another or moved to Finished
	KfServiceStateFinished        KfServiceState = 4 // ended, or not begun: only the customer's next message or a servicer moves it
)

// GetKfServiceState returns who deals with a customer's session (获取会话状态).
//
// API: POST /cgi-bin/kf/service_state/get
// Doc: https://developer.work.weixin.qq.com/document/path/94669
func (c *Client) GetKfServiceState(ctx context.Context, req *GetKfServiceStateRequest) (*GetKfServiceStateResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/kf/service_state/get", req, new(GetKfServiceStateResponse))
}

// GetKfServiceStateRequest names a session.
type GetKfServiceStateRequest struct {
	OpenKfID       string `json:"open_kfid"`
	ExternalUserID string `json:"external_userid"` // the customer
}

// GetKfServiceStateResponse is who deals with a session.
type GetKfServiceStateResponse struct {
	ServiceState   KfServiceState `json:"service_state"`
	ServicerUserID string         `json:"servicer_userid"` // in KfServiceStateManualReception only
}

// TransferKfServiceState moves a session to another state, such as from the robot to a servicer
// (变更会话状态). It returns a code for one message of [Client.SendKfMessageOnEvent]: a note that the customer
// waits or is served for the states 2 and 3, a farewell for 4.
//
// A way that does not exist gives errcode 95016, see [KfServiceState]; a servicer who is none or has not
// activated WeCom 95014, one who takes no sessions 95019.
//
// API: POST /cgi-bin/kf/service_state/trans
// Doc: https://developer.work.weixin.qq.com/document/path/94669
func (c *Client) TransferKfServiceState(ctx context.Context, req *TransferKfServiceStateRequest) (string, error) {
	var resp transferKfServiceStateResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/service_state/trans", req, &resp)
	return resp.MsgCode, err
}

// TransferKfServiceStateRequest names a session and its new state.
type TransferKfServiceStateRequest struct {
	OpenKfID       string         `json:"open_kfid"`
	ExternalUserID string         `json:"external_userid"` // the customer
	ServiceState   KfServiceState `json:"service_state"`
	ServicerUserID string         `json:"servicer_userid,omitzero"` // who takes over; required for KfServiceStateManualReception
}

type transferKfServiceStateResponse struct {
	MsgCode string `json:"msg_code"`
}

// BatchGetKfCustomers returns what is known of up to 100 customers (获取客户基础信息). Those whom the app
// may not see, or who wrote to no account for 48 hours, come back as invalid.
//
// API: POST /cgi-bin/kf/customer/batchget
// Doc: https://developer.work.weixin.qq.com/document/path/95159
func (c *Client) BatchGetKfCustomers(ctx context.Context, req *BatchGetKfCustomersRequest) (*BatchGetKfCustomersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/kf/customer/batchget", req, new(BatchGetKfCustomersResponse))
}

// BatchGetKfCustomersRequest names customers.
type BatchGetKfCustomersRequest struct {
	ExternalUserIDList      []string `json:"external_userid_list"`                // 1 to 100
	NeedEnterSessionContext *IntBool `json:"need_enter_session_context,omitzero"` // whether to return how each came to the account
}

// BatchGetKfCustomersResponse is what is known of customers.
type BatchGetKfCustomersResponse struct {
	CustomerList          []KfCustomer `json:"customer_list"`
	InvalidExternalUserID []string     `json:"invalid_external_userid"`
}

// KfCustomer is a WeChat user who wrote to an account.
type KfCustomer struct {
	ExternalUserID      string                `json:"external_userid"`
	Nickname            string                `json:"nickname"`
	Avatar              string                `json:"avatar"` // a URL; "" for third-party apps
	Gender              Gender                `json:"gender"`
	UnionID             string                `json:"unionid"`               // if the corp has linked a WeChat developer account
	EnterSessionContext KfEnterSessionContext `json:"enter_session_context"` // if it was asked for and the customer came within 48 hours
}

// KfEnterSessionContext is how a customer came to an account the last time.
type KfEnterSessionContext struct {
	Scene          string           `json:"scene"`       // of the link, see [Client.AddKfContact]
	SceneParam     string           `json:"scene_param"` // of the link
	WechatChannels KfWechatChannels `json:"wechat_channels"`
}

// KfChannelsScene is a place in WeChat Channels (视频号) that leads to an account.
type KfChannelsScene int64

// The places in WeChat Channels.
const (
	KfChannelsSceneHomepage     KfChannelsScene = 1
	KfChannelsSceneLiveProducts KfChannelsScene = 2 // the products of a live stream
	KfChannelsSceneShowcase     KfChannelsScene = 3 // the products that a channel recommends
	KfChannelsSceneShopProduct  KfChannelsScene = 4 // the page of a shop's product
	KfChannelsSceneShopOrder    KfChannelsScene = 5 // the page of a shop's order
)

// KfWechatChannels is the channel (视频号) or shop that a customer came from.
type KfWechatChannels struct {
	Nickname     string          `json:"nickname"` // of the channel, for the scenes 1 to 3
	Scene        KfChannelsScene `json:"scene"`
	ShopNickname string          `json:"shop_nickname"` // of the shop, for the scenes 4 and 5
}

// GetKfCorpQualification reports whether the corp has linked a channel of WeChat Channels (获取视频号绑定状态).
//
// API: GET /cgi-bin/kf/get_corp_qualification
// Doc: https://developer.work.weixin.qq.com/document/path/95153
func (c *Client) GetKfCorpQualification(ctx context.Context) (bool, error) {
	var resp getKfCorpQualificationResponse
	err := c.invoke(ctx, get, "/cgi-bin/kf/get_corp_qualification", nil, &resp)
	return resp.WechatChannelsBinding, err
}

type getKfCorpQualificationResponse struct {
	WechatChannelsBinding bool `json:"wechat_channels_binding"`
}

// GetKfServiceUpgradeConfig returns the members and groups that customers may be recommended to
// (获取配置的专员与客户群). They are chosen in the admin console.
//
// API: GET /cgi-bin/kf/customer/get_upgrade_service_config
// Doc: https://developer.work.weixin.qq.com/document/path/94674
func (c *Client) GetKfServiceUpgradeConfig(ctx context.Context) (*GetKfServiceUpgradeConfigResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/kf/customer/get_upgrade_service_config", nil, new(GetKfServiceUpgradeConfigResponse))
}

// GetKfServiceUpgradeConfigResponse is whom customers may be recommended to.
type GetKfServiceUpgradeConfigResponse struct {
	MemberRange    KfUpgradeMemberRange    `json:"member_range"`
	GroupChatRange KfUpgradeGroupChatRange `json:"groupchat_range"`
}

// KfUpgradeMemberRange is the members whom customers may be recommended to.
type KfUpgradeMemberRange struct {
	UserIDList       []string `json:"userid_list"`
	DepartmentIDList []int64  `json:"department_id_list"`
}

// KfUpgradeGroupChatRange is the customer groups that customers may be recommended to.
type KfUpgradeGroupChatRange struct {
	ChatIDList []string `json:"chat_id_list"`
}

// KfUpgradeType is what a customer is recommended to.
type KfUpgradeType int64

// What a customer is recommended to.
const (
	KfUpgradeTypeMember    KfUpgradeType = 1 // a member, to be added as a contact
	KfUpgradeTypeGroupChat KfUpgradeType = 2 // a customer group, to be joined
)

// UpgradeKfService recommends a member or a customer group to a customer (为客户升级为专员或客户群服务). The
// recommendation shows when the customer opens the chat the next time; a new one replaces the old.
//
// Errcode 95015 says that the admin console recommends by itself already.
//
// API: POST /cgi-bin/kf/customer/upgrade_service
// Doc: https://developer.work.weixin.qq.com/document/path/94674
func (c *Client) UpgradeKfService(ctx context.Context, req *UpgradeKfServiceRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/kf/customer/upgrade_service", req, nil)
}

// UpgradeKfServiceRequest is a recommendation: Member or GroupChat is set, as Type says.
type UpgradeKfServiceRequest struct {
	OpenKfID       string             `json:"open_kfid"`
	ExternalUserID string             `json:"external_userid"` // the customer
	Type           KfUpgradeType      `json:"type"`
	Member         KfUpgradeMember    `json:"member,omitzero"`
	GroupChat      KfUpgradeGroupChat `json:"groupchat,omitzero"`
}

// KfUpgradeMember is a member whom a customer is recommended to.
type KfUpgradeMember struct {
	UserID  string `json:"userid"`           // one of [Client.GetKfServiceUpgradeConfig]
	Wording string `json:"wording,omitzero"` // shown with the recommendation
}

// KfUpgradeGroupChat is a customer group that a customer is recommended to.
type KfUpgradeGroupChat struct {
	ChatID  string `json:"chat_id"`          // one of [Client.GetKfServiceUpgradeConfig]
	Wording string `json:"wording,omitzero"` // shown with the recommendation
}

// CancelKfServiceUpgrade takes a recommendation of [Client.UpgradeKfService] back (为客户取消推荐).
//
// API: POST /cgi-bin/kf/customer/cancel_upgrade_service
// Doc: https://developer.work.weixin.qq.com/document/path/94674
func (c *Client) CancelKfServiceUpgrade(ctx context.Context, req *CancelKfServiceUpgradeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/customer/cancel_upgrade_service", req, nil)
}

// CancelKfServiceUpgradeRequest names whose recommendation is taken back.
type CancelKfServiceUpgradeRequest struct {
	OpenKfID       string `json:"open_kfid"`
	ExternalUserID string `json:"external_userid"` // the customer
}

// ListKfCorpStatistics returns an account's figures, one entry a day (获取「客户数据统计」企业汇总数据).
//
// The days are given by their beginning, 00:00 in China. They reach from 180 days ago to yesterday, at
// most 31 at a time.
//
// API: POST /cgi-bin/kf/get_corp_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/95489
func (c *Client) ListKfCorpStatistics(ctx context.Context, req *ListKfCorpStatisticsRequest) ([]*KfCorpStatistic, error) {
	var resp listKfCorpStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/get_corp_statistic", req, &resp)
	return resp.StatisticList, err
}

// ListKfCorpStatisticsRequest names an account and days.
type ListKfCorpStatisticsRequest struct {
	OpenKfID  string    `json:"open_kfid"`
	StartTime Timestamp `json:"start_time"` // 00:00 of the first day
	EndTime   Timestamp `json:"end_time"`   // 00:00 of the last day
}

type listKfCorpStatisticsResponse struct {
	StatisticList []*KfCorpStatistic `json:"statistic_list"`
}

// KfCorpStatistic is an account's figures of a day.
type KfCorpStatistic struct {
	StatTime  Timestamp     `json:"stat_time"` // 00:00 of the day
	Statistic KfCorpFigures `json:"statistic"`
}

// KfCorpFigures counts what went on in an account. Rates are between 0 and 1, and 0 where they cannot be
// told.
type KfCorpFigures struct {
	SessionCnt                int64   `json:"session_cnt"`                  // sessions in which the customer wrote
	CustomerCnt               int64   `json:"customer_cnt"`                 // customers who wrote
	CustomerMsgCnt            int64   `json:"customer_msg_cnt"`             // messages of customers
	UpgradeServiceCustomerCnt int64   `json:"upgrade_service_customer_cnt"` // customers who followed a recommendation
	MsgRejectedCustomerCnt    int64   `json:"msg_rejected_customer_cnt"`    // customers whose messages servicers refuse
	AISessionReplyCnt         int64   `json:"ai_session_reply_cnt"`         // sessions in which the platform's robot answered
	AITransferRate            float64 `json:"ai_transfer_rate"`             // of those, how many went on to a servicer
	AIKnowledgeHitRate        float64 `json:"ai_knowledge_hit_rate"`        // of the questions to the robot, how many it had an answer to
}

// ListKfServicerStatistics returns the figures of an account's servicers, or of one of them, one entry a
// day (获取「客户数据统计」接待人员明细数据).
//
// The days are given by their beginning, 00:00 in China. They reach from 180 days ago to yesterday, at
// most 31 at a time.
//
// API: POST /cgi-bin/kf/get_servicer_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/95490
func (c *Client) ListKfServicerStatistics(ctx context.Context, req *ListKfServicerStatisticsRequest) ([]*KfServicerStatistic, error) {
	var resp listKfServicerStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/get_servicer_statistic", req, &resp)
	return resp.StatisticList, err
}

// ListKfServicerStatisticsRequest names an account, a servicer and days.
type ListKfServicerStatisticsRequest struct {
	OpenKfID       string    `json:"open_kfid,omitzero"`
	ServicerUserID string    `json:"servicer_userid,omitzero"` // all servicers together if empty
	StartTime      Timestamp `json:"start_time,omitzero"`      // 00:00 of the first day
	EndTime        Timestamp `json:"end_time,omitzero"`        // 00:00 of the last day
}

type listKfServicerStatisticsResponse struct {
	StatisticList []*KfServicerStatistic `json:"statistic_list"`
}

// KfServicerStatistic is the figures of servicers of a day.
type KfServicerStatistic struct {
	StatTime  Timestamp         `json:"stat_time"` // 00:00 of the day
	Statistic KfServicerFigures `json:"statistic"`
}

// KfServicerFigures counts what servicers did. Rates are between 0 and 1, and 0 where they cannot be told.
type KfServicerFigures struct {
	SessionCnt                         int64   `json:"session_cnt"`                            // sessions that servicers took
	CustomerCnt                        int64   `json:"customer_cnt"`                           // customers who wrote to them
	CustomerMsgCnt                     int64   `json:"customer_msg_cnt"`                       // messages of customers
	ReplyRate                          float64 `json:"reply_rate"`                             // of the sessions, how many were answered the same day
	FirstReplyAverageSec               float64 `json:"first_reply_average_sec"`                // seconds until the first answer
	SatisfactionInvestgateCnt          int64   `json:"satisfaction_investgate_cnt"`            // requests to rate the service
	SatisfactionParticipationRate      float64 `json:"satisfaction_participation_rate"`        // of those, how many were followed
	SatisfiedRate                      float64 `json:"satisfied_rate"`                         // of the ratings, the good ones
	MiddlingRate                       float64 `json:"middling_rate"`                          // of the ratings, the middling ones
	DissatisfiedRate                   float64 `json:"dissatisfied_rate"`                      // of the ratings, the bad ones
	UpgradeServiceCustomerCnt          int64   `json:"upgrade_service_customer_cnt"`           // customers who followed a recommendation
	UpgradeServiceMemberInviteCnt      int64   `json:"upgrade_service_member_invite_cnt"`      // recommendations of a member
	UpgradeServiceMemberCustomerCnt    int64   `json:"upgrade_service_member_customer_cnt"`    // customers who added the member
	UpgradeServiceGroupChatInviteCnt   int64   `json:"upgrade_service_groupchat_invite_cnt"`   // recommendations of a group
	UpgradeServiceGroupChatCustomerCnt int64   `json:"upgrade_service_groupchat_customer_cnt"` // customers who joined the group
	MsgRejectedCustomerCnt             int64   `json:"msg_rejected_customer_cnt"`              // customers whose messages they refuse
}

// ListKfStatistics returns the figures of all accounts together, one entry a day (获取客服数据统计). It is
// for the provider of a component (微信客服组件); an app uses [Client.ListKfCorpStatistics].
//
// API: POST /cgi-bin/kf/get_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/99367
func (c *Client) ListKfStatistics(ctx context.Context, req *ListKfStatisticsRequest) ([]*KfStatistic, error) {
	var resp listKfStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/kf/get_statistic", req, &resp)
	return resp.StatisticList, err
}

// ListKfStatisticsRequest names days.
type ListKfStatisticsRequest struct {
	StartTime Timestamp `json:"start_time"` // 00:00 of the first day
	EndTime   Timestamp `json:"end_time"`   // 00:00 of the last day
}

type listKfStatisticsResponse struct {
	StatisticList []*KfStatistic `json:"statistic_list"`
}

// KfStatistic is the figures of all accounts of a day.
type KfStatistic struct {
	StatTime  Timestamp `json:"stat_time"` // 00:00 of the day
	Statistic KfFigures `json:"statistic"`
}

// KfFigures counts what went on in all accounts together.
type KfFigures struct {
	SessionCnt                int64 `json:"session_cnt"`                  // sessions in which the customer wrote
	CustomerCnt               int64 `json:"customer_cnt"`                 // customers who wrote
	CustomerMsgCnt            int64 `json:"customer_msg_cnt"`             // messages of customers
	UpgradeServiceCustomerCnt int64 `json:"upgrade_service_customer_cnt"` // customers who followed a recommendation
	AISessionReplyCnt         int64 `json:"ai_session_reply_cnt"`         // sessions in which the platform's robot answered
}
