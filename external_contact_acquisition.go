package workwx

import (
	"context"
	"iter"
)

// AcquisitionPriorityType says to whom a customer goes who knows members already.
type AcquisitionPriorityType int64

// The kinds of priority.
const (
	AcquisitionPriorityTypeCorp AcquisitionPriorityType = 1 // to a member of the whole corp whom the customer has added
	AcquisitionPriorityTypeList AcquisitionPriorityType = 2 // to one of certain members whom the customer has added
)

// AcquisitionChatStatus says whether a customer has written to the member.
type AcquisitionChatStatus int64

// The states of the chat with a customer.
const (
	AcquisitionChatStatusSilent  AcquisitionChatStatus = 0 // the customer has not written
	AcquisitionChatStatusWritten AcquisitionChatStatus = 1 // the customer has written
	AcquisitionChatStatusUnknown AcquisitionChatStatus = 2
)

// AcquisitionPayMode says who pays for the customers that acquisition links bring.
type AcquisitionPayMode int64

// The modes of payment.
const (
	AcquisitionPayModeCorp     AcquisitionPayMode = 0
	AcquisitionPayModeProvider AcquisitionPayMode = 1 // the provider of the component, for the corp
)

// CreateAcquisitionLink creates an acquisition link, by which customers add members with one tap
// (创建获客链接).
//
// Append ?customer_channel=… (at most 64 bytes) to its URL to tell channels apart: the value comes back as
// the State of the customer. The secret of customer contact (客户联系) cannot call this and the methods
// below, an app's can. Errcode 41095 says that the corp has as many links as possible.
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/create_link
// Doc: https://developer.work.weixin.qq.com/document/path/97297
func (c *Client) CreateAcquisitionLink(ctx context.Context, req *CreateAcquisitionLinkRequest) (*AcquisitionLink, error) {
	var resp createAcquisitionLinkResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/customer_acquisition/create_link", req, &resp)
	return resp.Link, err
}

type createAcquisitionLinkResponse struct {
	Link *AcquisitionLink `json:"link"`
}

// CreateAcquisitionLinkRequest describes an acquisition link to create.
type CreateAcquisitionLinkRequest struct {
	LinkName       string              `json:"link_name"`                // at most 30 characters
	Range          UserDepartmentRange `json:"range,omitzero"`           // whom customers add: at least one member or department, at most 500 members in all
	PriorityOption AcquisitionPriority `json:"priority_option,omitzero"` // only for corps with the feature 客户与成员关系绑定
	SkipVerify     *bool               `json:"skip_verify,omitzero"`     // whether customers are added without the member's consent, true by default
	MarkSource     *bool               `json:"mark_source,omitzero"`     // whether customers are marked as brought by this app, true by default; marketing apps (营销获客) only
}

// AcquisitionPriority says to whom a customer goes who knows members already.
type AcquisitionPriority struct {
	PriorityType       AcquisitionPriorityType `json:"priority_type"`
	PriorityUserIDList []string                `json:"priority_userid_list,omitzero"` // for AcquisitionPriorityTypeList, at most 1,000
}

// AcquisitionLink is a link by which customers add members.
type AcquisitionLink struct {
	LinkID     string    `json:"link_id"`     // not from GetAcquisitionLink
	LinkName   string    `json:"link_name"`   // for oneself
	URL        string    `json:"url"`         // what customers open
	SkipVerify bool      `json:"skip_verify"` // whether customers are added without the member's consent; from GetAcquisitionLink only
	MarkSource bool      `json:"mark_source"` // whether customers are marked as brought by this app; from GetAcquisitionLink only
	CreateTime Timestamp `json:"create_time"`
}

// ListAcquisitionLinkCustomers returns a page of the customers that an acquisition link of this app has
// brought (获取获客客户列表).
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/customer
// Doc: https://developer.work.weixin.qq.com/document/path/97298
func (c *Client) ListAcquisitionLinkCustomers(ctx context.Context, req *ListAcquisitionLinkCustomersRequest) (*ListAcquisitionLinkCustomersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/customer", req, new(ListAcquisitionLinkCustomersResponse))
}

// AllAcquisitionLinkCustomers ranges over the customers that an acquisition link has brought, page by
// page; see [Client.ListAcquisitionLinkCustomers].
func (c *Client) AllAcquisitionLinkCustomers(ctx context.Context, req *ListAcquisitionLinkCustomersRequest) iter.Seq2[*AcquisitionLinkCustomer, error] {
	return paginate(ctx, req, c.ListAcquisitionLinkCustomers,
		func(q *ListAcquisitionLinkCustomersRequest) *string { return &q.Cursor },
		func(p *ListAcquisitionLinkCustomersResponse) ([]*AcquisitionLinkCustomer, string, bool) {
			return p.CustomerList, p.NextCursor, p.NextCursor != ""
		})
}

// ListAcquisitionLinkCustomersRequest names an acquisition link.
type ListAcquisitionLinkCustomersRequest struct {
	LinkID string `json:"link_id"`
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, at most 1,000
}

// ListAcquisitionLinkCustomersResponse is a page of customers.
type ListAcquisitionLinkCustomersResponse struct {
	CustomerList []*AcquisitionLinkCustomer `json:"customer_list"`
	NextCursor   string                     `json:"next_cursor"` // empty on the last page
}

// AcquisitionLinkCustomer is a customer that an acquisition link has brought.
type AcquisitionLinkCustomer struct {
	ExternalUserID string                `json:"external_userid"` // the customer
	UserID         string                `json:"userid"`          // the member whom the customer added
	ChatStatus     AcquisitionChatStatus `json:"chat_status"`     // whether the customer has written
	State          string                `json:"state"`           // customer_channel of the URL
}

// DeleteAcquisitionLink deletes an acquisition link of this app: it stops working (删除获客链接).
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/delete_link
// Doc: https://developer.work.weixin.qq.com/document/path/97297
func (c *Client) DeleteAcquisitionLink(ctx context.Context, linkID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/customer_acquisition/delete_link", param{"link_id", linkID}, nil)
}

// GetAcquisitionLink returns an acquisition link of this app, and whom customers add by it
// (获取获客链接详情).
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/get
// Doc: https://developer.work.weixin.qq.com/document/path/97297
func (c *Client) GetAcquisitionLink(ctx context.Context, linkID string) (*GetAcquisitionLinkResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/get", param{"link_id", linkID}, new(GetAcquisitionLinkResponse))
}

// GetAcquisitionLinkResponse is an acquisition link, and whom customers add by it.
type GetAcquisitionLinkResponse struct {
	Link           AcquisitionLink     `json:"link"`
	Range          UserDepartmentRange `json:"range"`           // whom customers add
	PriorityOption AcquisitionPriority `json:"priority_option"` // to whom customers go who know members already
}

// GetAcquisitionChat tells how many messages a member has received from a customer of an acquisition link
// (获取成员多次收消息详情). The key comes with a callback customer_acquisition and lives for 30 minutes;
// after that the errcode is 41201.
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/get_chat_info
// Doc: https://developer.work.weixin.qq.com/document/path/100130
func (c *Client) GetAcquisitionChat(ctx context.Context, chatKey Secret) (*GetAcquisitionChatResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/get_chat_info", param{"chat_key", chatKey}, new(GetAcquisitionChatResponse))
}

// GetAcquisitionChatResponse is a chat between a member and a customer of an acquisition link.
type GetAcquisitionChatResponse struct {
	UserID         string              `json:"userid"`          // the member
	ExternalUserID string              `json:"external_userid"` // the customer
	ChatInfo       AcquisitionChatInfo `json:"chat_info"`
}

// AcquisitionChatInfo is where a customer came from, and how often they wrote.
type AcquisitionChatInfo struct {
	LinkID     string `json:"link_id"`
	State      string `json:"state"`        // customer_channel of the URL
	RecvMsgCnt int64  `json:"recv_msg_cnt"` // messages that the member received
}

// ListAcquisitionLinkIDs returns a page of the ids of the acquisition links that this app created and that
// still work (获取获客链接列表).
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/list_link
// Doc: https://developer.work.weixin.qq.com/document/path/97297
func (c *Client) ListAcquisitionLinkIDs(ctx context.Context, req *ListAcquisitionLinkIDsRequest) (*ListAcquisitionLinkIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/list_link", req, new(ListAcquisitionLinkIDsResponse))
}

// AllAcquisitionLinkIDs ranges over the ids of the acquisition links, page by page; see
// [Client.ListAcquisitionLinkIDs].
func (c *Client) AllAcquisitionLinkIDs(ctx context.Context, req *ListAcquisitionLinkIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListAcquisitionLinkIDs,
		func(q *ListAcquisitionLinkIDsRequest) *string { return &q.Cursor },
		func(p *ListAcquisitionLinkIDsResponse) ([]string, string, bool) {
			return p.LinkIDList, p.NextCursor, p.NextCursor != ""
		})
}

// ListAcquisitionLinkIDsRequest says which page to return.
type ListAcquisitionLinkIDsRequest struct {
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, at most 100
}

// ListAcquisitionLinkIDsResponse is a page of acquisition links.
type ListAcquisitionLinkIDsResponse struct {
	LinkIDList []string `json:"link_id_list"`
	NextCursor string   `json:"next_cursor"` // empty on the last page
}

// GetAcquisitionLinkStatistics returns how many customers opened an acquisition link in a period, and how
// many were added (查询链接使用详情).
//
// Whole days are counted, the first and the last included: at most 30 apart, within the last 180.
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/statistic
// Doc: https://developer.work.weixin.qq.com/document/path/97375
func (c *Client) GetAcquisitionLinkStatistics(ctx context.Context, req *GetAcquisitionLinkStatisticsRequest) (*GetAcquisitionLinkStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/statistic", req, new(GetAcquisitionLinkStatisticsResponse))
}

// GetAcquisitionLinkStatisticsRequest names an acquisition link and a period.
type GetAcquisitionLinkStatisticsRequest struct {
	LinkID    string    `json:"link_id"`
	StartTime Timestamp `json:"start_time"` // on the first day
	EndTime   Timestamp `json:"end_time"`   // on the last day
}

// GetAcquisitionLinkStatisticsResponse is the figures of an acquisition link.
type GetAcquisitionLinkStatisticsResponse struct {
	ClickLinkCustomerCnt int64 `json:"click_link_customer_cnt"` // customers who opened the link
	NewCustomerCnt       int64 `json:"new_customer_cnt"`        // customers who were added
}

// UpdateAcquisitionLink changes the fields of an acquisition link of this app that req sets and leaves the
// rest as they are (编辑获客链接). Range and PriorityOption are replaced as a whole.
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/update_link
// Doc: https://developer.work.weixin.qq.com/document/path/97297
func (c *Client) UpdateAcquisitionLink(ctx context.Context, req *UpdateAcquisitionLinkRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/customer_acquisition/update_link", req, nil)
}

// UpdateAcquisitionLinkRequest holds what changes in an acquisition link.
type UpdateAcquisitionLinkRequest struct {
	LinkID         string              `json:"link_id"`
	LinkName       *string             `json:"link_name,omitzero"`       // at most 30 characters
	Range          UserDepartmentRange `json:"range,omitzero"`           // whom customers add, at most 500 members in all
	PriorityOption AcquisitionPriority `json:"priority_option,omitzero"` // only for corps with the feature 客户与成员关系绑定
	SkipVerify     *bool               `json:"skip_verify,omitzero"`     // whether customers are added without the member's consent
	MarkSource     *bool               `json:"mark_source,omitzero"`     // whether customers are marked as brought by this app; marketing apps (营销获客) only
}

// GetAcquisitionAppPermit returns the members, departments and tags whose members customers may add
// through this marketing app (获取客户可建联成员).
//
// API: GET /cgi-bin/externalcontact/customer_acquisition_app/get_permit
// Doc: https://developer.work.weixin.qq.com/document/path/101146
func (c *Client) GetAcquisitionAppPermit(ctx context.Context) (*GetAcquisitionAppPermitResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/externalcontact/customer_acquisition_app/get_permit", nil, new(GetAcquisitionAppPermitResponse))
}

// GetAcquisitionAppPermitResponse is whom customers may add through a marketing app.
type GetAcquisitionAppPermitResponse struct {
	UserList       []string `json:"user_list"`       // member ids
	DepartmentList []int64  `json:"department_list"` // department ids
	TagList        []int64  `json:"tag_list"`        // ids of contact tags
}

// GetAcquisitionQuota returns how many customers acquisition links may still bring (查询剩余使用量).
//
// API: GET /cgi-bin/externalcontact/customer_acquisition_quota
// Doc: https://developer.work.weixin.qq.com/document/path/97375
func (c *Client) GetAcquisitionQuota(ctx context.Context) (*GetAcquisitionQuotaResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/externalcontact/customer_acquisition_quota", nil, new(GetAcquisitionQuotaResponse))
}

// GetAcquisitionQuotaResponse is how much of the quota was used and how much is left.
type GetAcquisitionQuotaResponse struct {
	Total     int64              `json:"total"`      // used so far
	Balance   int64              `json:"balance"`    // left
	QuotaList []AcquisitionQuota `json:"quota_list"` // when what is left expires
}

// AcquisitionQuota is a part of the quota that expires on one day.
type AcquisitionQuota struct {
	Balance    int64     `json:"balance"`     // left of this part
	ExpireDate Timestamp `json:"expire_date"` // midnight of the day; the hour is that of the purchase
}

// CreateAcquisitionOnceKeys makes keys with which a provider pays for customers of an acquisition link, and
// returns them (生成代支付key). Each works once and lives for 14 days: append it to the URL as once_key.
//
// The corp must have agreed that the provider pays (AcquisitionPayModeProvider); otherwise the errcode is
// 41099.
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/create_once_key
// Doc: https://developer.work.weixin.qq.com/document/path/99603
func (c *Client) CreateAcquisitionOnceKeys(ctx context.Context, req *CreateAcquisitionOnceKeysRequest) ([]string, error) {
	var resp createAcquisitionOnceKeysResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/customer_acquisition/create_once_key", req, &resp)
	return resp.Keys, err
}

type createAcquisitionOnceKeysResponse struct {
	Keys []string `json:"keys"`
}

// CreateAcquisitionOnceKeysRequest says how many keys to make for which link.
type CreateAcquisitionOnceKeysRequest struct {
	LinkID string `json:"link_id"`
	KeyNum int64  `json:"key_num,omitzero"` // 100 by default, at most 1,000
}

// GetAcquisitionComponentAuth returns what a corp has granted to the provider's acquisition component
// (获取组件授权信息).
//
// API: POST /cgi-bin/externalcontact/customer_acquisition/get_comp_auth_info
// Doc: https://developer.work.weixin.qq.com/document/path/99610
func (c *Client) GetAcquisitionComponentAuth(ctx context.Context) (*AcquisitionComponentAuth, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_acquisition/get_comp_auth_info", nil, new(AcquisitionComponentAuth))
}

// AcquisitionComponentAuth is what a corp has granted to an acquisition component.
type AcquisitionComponentAuth struct {
	PayMode      AcquisitionPayMode        `json:"pay_mode"`       // who pays
	Price        int64                     `json:"price"`          // cents (分) that the provider pays for a customer
	LinkAuthMode int64                     `json:"link_auth_mode"` // how links are granted
	AuthApps     []AcquisitionComponentApp `json:"auth_apps"`      // apps whose links are granted
}

// AcquisitionComponentApp is an app that is tied to an acquisition component.
type AcquisitionComponentApp struct {
	AgentID int64 `json:"agentid"`
}
