package workwx

import (
	"context"
)

// UserIDPair is a member's id in the corp and the one that a provider's apps know.
type UserIDPair struct {
	UserID     string `json:"userid"`
	OpenUserID string `json:"open_userid"` // case matters
}

// ConvertUserIDsToOpenUserIDs returns the ids that a provider's apps know for members of the corp
// (userid的转换). It is for the provider's apps; the members must be visible to the app.
//
// Do not try ids at random: many failures block the call for a day.
//
// API: POST /cgi-bin/batch/userid_to_openuserid
// Doc: https://developer.work.weixin.qq.com/document/path/97062
func (c *Client) ConvertUserIDsToOpenUserIDs(ctx context.Context, req *ConvertUserIDsToOpenUserIDsRequest) (*ConvertUserIDsToOpenUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/batch/userid_to_openuserid", req, new(ConvertUserIDsToOpenUserIDsResponse))
}

// ConvertUserIDsToOpenUserIDsRequest names members by their ids in the corp.
type ConvertUserIDsToOpenUserIDsRequest struct {
	UserIDList []string `json:"userid_list"` // at most 1,000
}

// ConvertUserIDsToOpenUserIDsResponse holds the converted ids.
type ConvertUserIDsToOpenUserIDsResponse struct {
	OpenUserIDList    []UserIDPair `json:"open_userid_list"`
	InvalidUserIDList []string     `json:"invalid_userid_list"` // those that could not be converted
}

// ConvertOpenUserIDsToUserIDs returns the ids in the corp for the members that a provider's app, or a robot,
// names (userid转换). It is for apps of the corp; the members must be visible to both apps. Robots
// (智能机器人) need no second app.
//
// API: POST /cgi-bin/batch/openuserid_to_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95884
func (c *Client) ConvertOpenUserIDsToUserIDs(ctx context.Context, req *ConvertOpenUserIDsToUserIDsRequest) (*ConvertOpenUserIDsToUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/batch/openuserid_to_userid", req, new(ConvertOpenUserIDsToUserIDsResponse))
}

// ConvertOpenUserIDsToUserIDsRequest names members by their ids for a provider.
type ConvertOpenUserIDsToUserIDsRequest struct {
	OpenUserIDList []string `json:"open_userid_list"`        // at most 1,000
	SourceAgentID  int64    `json:"source_agentid,omitzero"` // the provider's app that got the ids; 0 for those of a robot
}

// ConvertOpenUserIDsToUserIDsResponse holds the converted ids.
type ConvertOpenUserIDsToUserIDsResponse struct {
	UserIDList            []UserIDPair `json:"userid_list"`
	InvalidOpenUserIDList []string     `json:"invalid_open_userid_list"` // those that could not be converted
}

// ConvertProviderUserIDsToOpenUserIDs returns the ids in the corp, encrypted, for members that a provider's
// robot names before it is known which corp they belong to (userid转换（未明确企业身份）). The response says
// which corp it is.
//
// API: POST /cgi-bin/service/batch/userid_to_openuserid
// Doc: https://developer.work.weixin.qq.com/document/path/97106
func (c *Client) ConvertProviderUserIDsToOpenUserIDs(ctx context.Context, req *ConvertProviderUserIDsToOpenUserIDsRequest) (*ConvertProviderUserIDsToOpenUserIDsResponse, error) {
	return exec(ctx, c, post|providerToken, "/cgi-bin/service/batch/userid_to_openuserid", req, new(ConvertProviderUserIDsToOpenUserIDsResponse))
}

// ConvertProviderUserIDsToOpenUserIDsRequest names members as a robot does.
type ConvertProviderUserIDsToOpenUserIDsRequest struct {
	OpenUserIDList []string `json:"open_userid_list"`
	SourceBotID    string   `json:"source_botid"` // the robot that got the ids
}

// ConvertProviderUserIDsToOpenUserIDsResponse holds the converted ids and their corp.
type ConvertProviderUserIDsToOpenUserIDsResponse struct {
	Items                 []UserIDPair `json:"items"`                    // UserID is the corp's id, encrypted
	OpenCorpID            string       `json:"open_corpid"`              // the corp that the robot is in
	InvalidOpenUserIDList []string     `json:"invalid_open_userid_list"` // those that could not be converted
}

// ConvertCorpIDToOpenCorpID returns the id that a provider's apps know for a corp (corpid的转换). The corp
// must have authorized one of the provider's apps.
//
// API: POST /cgi-bin/service/corpid_to_opencorpid
// Doc: https://developer.work.weixin.qq.com/document/path/97061
func (c *Client) ConvertCorpIDToOpenCorpID(ctx context.Context, corpID string) (string, error) {
	var resp convertCorpIDToOpenCorpIDResponse
	err := c.invoke(ctx, post|providerToken, "/cgi-bin/service/corpid_to_opencorpid", param{"corpid", corpID}, &resp)
	return resp.OpenCorpID, err
}

type convertCorpIDToOpenCorpIDResponse struct {
	OpenCorpID string `json:"open_corpid"`
}

// CreateMassCallTicket returns a ticket with which a provider may convert the ids of a corp beyond the usual
// limits (获取接口高频调用凭据). Each corp gives one only, within 3 months of its authorization, and it is
// valid for 7 days: keep it.
//
// [Client.ConvertUnionIDToServiceExternalUserID] and [Client.ConvertCorpGroupUnionIDToExternalUserIDs]
// take it.
//
// API: POST /cgi-bin/corp/apply_mass_call_ticket
// Doc: https://developer.work.weixin.qq.com/document/path/96168
func (c *Client) CreateMassCallTicket(ctx context.Context) (Secret, error) {
	var resp createMassCallTicketResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/corp/apply_mass_call_ticket", nil, &resp)
	return resp.MassCallTicket, err
}

type createMassCallTicketResponse struct {
	MassCallTicket Secret `json:"mass_call_ticket"`
}

// CorpExternalUserID is the id that a customer has in a corp.
type CorpExternalUserID struct {
	CorpID         string `json:"corpid"`
	ExternalUserID string `json:"external_userid"`
}

// PendingExternalUserID is a customer's id, and the one that stood for the person before.
type PendingExternalUserID struct {
	ExternalUserID string `json:"external_userid"`
	PendingID      string `json:"pending_id"` // valid for 90 days; takes the place of an external user id in no other call
}

// ConvertCorpGroupUnionIDToExternalUserIDs returns the ids that a WeChat user has as a customer of the corps
// downstream (通过unionid和openid查询external_userid). It is for a shared app of the corp upstream, whose
// mini program or official account the user is known to.
//
// API: POST /cgi-bin/corpgroup/unionid_to_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95818
func (c *Client) ConvertCorpGroupUnionIDToExternalUserIDs(ctx context.Context, req *ConvertCorpGroupUnionIDToExternalUserIDsRequest) ([]*CorpExternalUserID, error) {
	var resp corpExternalUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/unionid_to_external_userid", req, &resp)
	return resp.ExternalUserIDInfo, err
}

type corpExternalUserIDsResponse struct {
	ExternalUserIDInfo []*CorpExternalUserID `json:"external_userid_info"`
}

// ConvertCorpGroupUnionIDToExternalUserIDsRequest names a WeChat user.
type ConvertCorpGroupUnionIDToExternalUserIDsRequest struct {
	UnionID        string `json:"unionid,omitzero"`
	OpenID         string `json:"openid,omitzero"` // from the same mini program as UnionID
	CorpID         string `json:"corpid,omitzero"` // one corp only; all corps downstream if empty
	MassCallTicket Secret `json:"mass_call_ticket,omitzero"`
}

// ConvertCorpGroupUnionIDToPendingID returns an id for a WeChat user who is not yet a customer of any corp
// downstream (unionid查询pending_id). [Client.ConvertCorpGroupExternalUserIDsToPendingIDs] finds it again once
// the user is one. It is valid for 90 days.
//
// It is for a shared app of the corp upstream, with the permission for customers. A corp may ask 100,000
// times an hour, 480,000 a day and 7,500,000 a month.
//
// API: POST /cgi-bin/corpgroup/unionid_to_pending_id
// Doc: https://developer.work.weixin.qq.com/document/path/97357
func (c *Client) ConvertCorpGroupUnionIDToPendingID(ctx context.Context, req *ConvertCorpGroupUnionIDToPendingIDRequest) (string, error) {
	var resp convertCorpGroupUnionIDToPendingIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/unionid_to_pending_id", req, &resp)
	return resp.PendingID, err
}

type convertCorpGroupUnionIDToPendingIDResponse struct {
	PendingID string `json:"pending_id"`
}

// ConvertCorpGroupUnionIDToPendingIDRequest names a WeChat user.
type ConvertCorpGroupUnionIDToPendingIDRequest struct {
	UnionID string `json:"unionid"`
	OpenID  string `json:"openid"` // from the same mini program as UnionID
}

// ConvertCorpGroupExternalUserIDsToPendingIDs returns the ids by which customers of corps upstream or
// downstream were known before (external_userid查询pending_id). Those whom
// [Client.ConvertCorpGroupUnionIDToPendingID] was not asked for within 90 days are left out.
//
// It is for a shared app with the permission for customers; who follows the customer, or owns the group
// chat, must be visible to the app.
//
// API: POST /cgi-bin/corpgroup/batch/external_userid_to_pending_id
// Doc: https://developer.work.weixin.qq.com/document/path/97357
func (c *Client) ConvertCorpGroupExternalUserIDsToPendingIDs(ctx context.Context, req *ConvertCorpGroupExternalUserIDsToPendingIDsRequest) ([]*PendingExternalUserID, error) {
	var resp pendingExternalUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/corpgroup/batch/external_userid_to_pending_id", req, &resp)
	return resp.Result, err
}

type pendingExternalUserIDsResponse struct {
	Result []*PendingExternalUserID `json:"result"`
}

// ConvertCorpGroupExternalUserIDsToPendingIDsRequest names customers.
type ConvertCorpGroupExternalUserIDsToPendingIDsRequest struct {
	ExternalUserID []string `json:"external_userid"`  // at most 100
	ChatID         string   `json:"chat_id,omitzero"` // customers in this group chat only, by its owner instead of who follows them
}

// ConvertExternalUserIDsToPendingIDs returns the ids by which customers were known before they were
// customers (external_userid查询pending_id). Those whom [Client.ConvertUnionIDToServiceExternalUserID] was
// not asked for within 90 days are left out.
//
// It is for apps of a provider. Who follows the customer, or owns the group chat, must be visible to the
// app.
//
// API: POST /cgi-bin/idconvert/batch/external_userid_to_pending_id
// Doc: https://developer.work.weixin.qq.com/document/path/95926
func (c *Client) ConvertExternalUserIDsToPendingIDs(ctx context.Context, req *ConvertExternalUserIDsToPendingIDsRequest) ([]*PendingExternalUserID, error) {
	var resp pendingExternalUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/idconvert/batch/external_userid_to_pending_id", req, &resp)
	return resp.Result, err
}

// ConvertExternalUserIDsToPendingIDsRequest names customers.
type ConvertExternalUserIDsToPendingIDsRequest struct {
	ChatID         string   `json:"chat_id,omitzero"` // customers in this group chat only, by its owner instead of who follows them
	ExternalUserID []string `json:"external_userid"`  // at most 100
}

// UnionIDSubject says whose mini program or official account knows a WeChat user.
type UnionIDSubject int64

// The owners of a mini program or official account.
const (
	UnionIDSubjectCorp     UnionIDSubject = 0
	UnionIDSubjectProvider UnionIDSubject = 1
)

// ConvertUnionIDToServiceExternalUserID returns the id that a WeChat user has as a customer of the corp, for
// apps of a provider (unionid转换为第三方external_userid). Who is not a customer, or is followed by nobody
// whom the app may see, gets a pending id instead, valid for 90 days:
// [Client.ConvertExternalUserIDsToPendingIDs] finds it again.
//
// A corp or provider may ask 100,000 times an hour, 480,000 a day and 7,500,000 a month.
//
// API: POST /cgi-bin/idconvert/unionid_to_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95926
func (c *Client) ConvertUnionIDToServiceExternalUserID(ctx context.Context, req *ConvertUnionIDToServiceExternalUserIDRequest) (*ConvertUnionIDToServiceExternalUserIDResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/idconvert/unionid_to_external_userid", req, new(ConvertUnionIDToServiceExternalUserIDResponse))
}

// ConvertUnionIDToServiceExternalUserIDRequest names a WeChat user.
type ConvertUnionIDToServiceExternalUserIDRequest struct {
	UnionID        string         `json:"unionid,omitzero"`
	OpenID         string         `json:"openid,omitzero"` // from the same mini program as UnionID
	SubjectType    UnionIDSubject `json:"subject_type"`
	MassCallTicket Secret         `json:"mass_call_ticket,omitzero"` // lifts the limits, see CreateMassCallTicket
}

// ConvertUnionIDToServiceExternalUserIDResponse is one of the ids of a WeChat user.
type ConvertUnionIDToServiceExternalUserIDResponse struct {
	ExternalUserID string `json:"external_userid"` // of a customer
	PendingID      string `json:"pending_id"`      // of anybody else
}

// ConvertSuiteUnionIDToExternalUserIDs returns the ids that a WeChat user has as a customer of the corps that
// authorized a suite (unionid查询external_userid).
//
// API: POST /cgi-bin/service/externalcontact/unionid_to_external_userid_3rd
// Doc: https://developer.work.weixin.qq.com/document/path/95327
func (c *Client) ConvertSuiteUnionIDToExternalUserIDs(ctx context.Context, req *ConvertSuiteUnionIDToExternalUserIDsRequest) ([]*CorpExternalUserID, error) {
	var resp corpExternalUserIDsResponse
	err := c.invoke(ctx, post|suiteToken, "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd", req, &resp)
	return resp.ExternalUserIDInfo, err
}

// ConvertSuiteUnionIDToExternalUserIDsRequest names a WeChat user.
type ConvertSuiteUnionIDToExternalUserIDsRequest struct {
	UnionID string `json:"unionid"`
	OpenID  string `json:"openid"`
	CorpID  string `json:"corpid,omitzero"` // one corp only; all corps if empty
}

// ConvertUnionIDToExternalUserID returns the id that a WeChat user has as a customer of the corp
// (unionid转external_userid). The platform no longer documents it for all apps:
// [Client.ConvertUnionIDToServiceExternalUserID] is the present form for a provider's.
//
// API: POST /cgi-bin/externalcontact/unionid_to_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/93274
func (c *Client) ConvertUnionIDToExternalUserID(ctx context.Context, unionID string) (string, error) {
	var resp externalUserIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/unionid_to_external_userid", param{"unionid", unionID}, &resp)
	return resp.ExternalUserID, err
}

type externalUserIDResponse struct {
	ExternalUserID string `json:"external_userid"`
}

// ConvertExternalUserIDToServiceID returns the id that a provider's third-party apps know for a customer
// (代开发应用external_userid转换). It is for an app that the provider develops for the corp.
//
// API: POST /cgi-bin/externalcontact/to_service_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95195
func (c *Client) ConvertExternalUserIDToServiceID(ctx context.Context, externalUserID string) (string, error) {
	var resp externalUserIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/to_service_external_userid", param{"external_userid", externalUserID}, &resp)
	return resp.ExternalUserID, err
}

// ConvertServiceIDToExternalUserID returns the id that apps of the corp know for a customer whom a provider's
// app names (external_userid转换). It is for apps of the corp; who follows the customer, or owns a group chat
// with the customer, must be visible to both apps.
//
// API: POST /cgi-bin/externalcontact/from_service_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95884
func (c *Client) ConvertServiceIDToExternalUserID(ctx context.Context, req *ConvertServiceIDToExternalUserIDRequest) (string, error) {
	var resp externalUserIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/from_service_external_userid", req, &resp)
	return resp.ExternalUserID, err
}

// ConvertServiceIDToExternalUserIDRequest names a customer as a provider's app does.
type ConvertServiceIDToExternalUserIDRequest struct {
	ExternalUserID string `json:"external_userid"`
	SourceAgentID  int64  `json:"source_agentid"` // the provider's app that got the id
}

// NewExternalUserID is a customer's id before and after the platform encrypted ids for providers.
type NewExternalUserID struct {
	ExternalUserID    string `json:"external_userid"`
	NewExternalUserID string `json:"new_external_userid"` // case matters
}

// ConvertExternalUserIDsToNewIDs returns the ids that a provider's apps know for customers of the corp
// (转换external_userid). An id that is a new one already comes back as it is.
//
// Who follows the customer must be visible to the app; customers of 微信客服 are converted for 48 hours
// after they wrote. Use [Client.ConvertGroupChatExternalUserIDsToNewIDs] for people who are only in a group
// chat.
//
// API: POST /cgi-bin/externalcontact/get_new_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95327
func (c *Client) ConvertExternalUserIDsToNewIDs(ctx context.Context, req *ConvertExternalUserIDsToNewIDsRequest) ([]*NewExternalUserID, error) {
	var resp newExternalUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_new_external_userid", req, &resp)
	return resp.Items, err
}

type newExternalUserIDsResponse struct {
	Items []*NewExternalUserID `json:"items"`
}

// ConvertExternalUserIDsToNewIDsRequest names customers.
type ConvertExternalUserIDsToNewIDsRequest struct {
	ExternalUserIDList []string `json:"external_userid_list"` // at most 1,000, better no more than 200
}

// ConvertGroupChatExternalUserIDsToNewIDs returns the ids that a provider's apps know for people in a group
// chat whom no member has added (转换客户群成员external_userid). The chat's owner must be visible to the app.
//
// API: POST /cgi-bin/externalcontact/groupchat/get_new_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/95327
func (c *Client) ConvertGroupChatExternalUserIDsToNewIDs(ctx context.Context, req *ConvertGroupChatExternalUserIDsToNewIDsRequest) ([]*NewExternalUserID, error) {
	var resp newExternalUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/get_new_external_userid", req, &resp)
	return resp.Items, err
}

// ConvertGroupChatExternalUserIDsToNewIDsRequest names people in a group chat.
type ConvertGroupChatExternalUserIDsToNewIDsRequest struct {
	ExternalUserIDList []string `json:"external_userid_list"` // at most 1,000
	ChatID             string   `json:"chat_id"`
}

// FinishExternalUserIDMigration tells the platform that all third-party apps of the provider have replaced
// the ids of a corp's customers by the new ones (设置迁移完成).
//
// API: POST /cgi-bin/service/externalcontact/finish_external_userid_migration
// Doc: https://developer.work.weixin.qq.com/document/path/95327
func (c *Client) FinishExternalUserIDMigration(ctx context.Context, corpID string) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/service/externalcontact/finish_external_userid_migration", param{"corpid", corpID}, nil)
}

// OpenIDType says which ids a provider has replaced.
type OpenIDType int64

// The kinds of ids.
const (
	OpenIDTypeCorpAndUser     OpenIDType = 1 // of the corp and its members
	OpenIDTypeExternalContact OpenIDType = 3 // of customers
)

// FinishOpenIDMigration tells the platform that the provider has replaced ids of a corp by the new ones
// (ID迁移完成状态的设置). From then on its apps get the new ids.
//
// API: POST /cgi-bin/service/finish_openid_migration
// Doc: https://developer.work.weixin.qq.com/document/path/99375
func (c *Client) FinishOpenIDMigration(ctx context.Context, req *FinishOpenIDMigrationRequest) error {
	return c.invoke(ctx, post|providerToken, "/cgi-bin/service/finish_openid_migration", req, nil)
}

// FinishOpenIDMigrationRequest says which ids of which corp have been replaced.
type FinishOpenIDMigrationRequest struct {
	CorpID     string       `json:"corpid"`
	OpenIDType []OpenIDType `json:"openid_type"`
}

// ConvertMobilesToExternalUserIDs returns the ids of the parents of a school with the given mobile numbers
// (手机号转外部联系人ID). What could not be converted comes back with a reason.
//
// API: POST /cgi-bin/externalcontact/batch_to_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/92506
func (c *Client) ConvertMobilesToExternalUserIDs(ctx context.Context, req *ConvertMobilesToExternalUserIDsRequest) (*ConvertMobilesToExternalUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/batch_to_external_userid", req, new(ConvertMobilesToExternalUserIDsResponse))
}

// ConvertMobilesToExternalUserIDsRequest holds mobile numbers.
type ConvertMobilesToExternalUserIDsRequest struct {
	Mobiles []string `json:"mobiles"`
}

// ConvertMobilesToExternalUserIDsResponse holds what became of each mobile number.
type ConvertMobilesToExternalUserIDsResponse struct {
	SuccessList []MobileExternalUserID `json:"success_list"`
	FailList    []MobileExternalUserID `json:"fail_list"`
}

// MobileExternalUserID is a mobile number and the parent that it belongs to.
type MobileExternalUserID struct {
	ErrCode        Code   `json:"errcode"` // why there is no id, CodeOK if there is
	ErrMsg         string `json:"errmsg"`
	ExternalUserID string `json:"external_userid"`
	ForeignKey     string `json:"foreign_key"` // the key that was given when the parent was imported
	Mobile         string `json:"mobile"`
}

// ConvertExternalUserIDToOpenID returns a customer's openid in WeChat, which payments to the customer take
// (外部联系人openid转换). Only customers who use WeChat have one.
//
// API: POST /cgi-bin/externalcontact/convert_to_openid
// Doc: https://developer.work.weixin.qq.com/document/path/92323
func (c *Client) ConvertExternalUserIDToOpenID(ctx context.Context, externalUserID string) (string, error) {
	var resp openIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/convert_to_openid", param{"external_userid", externalUserID}, &resp)
	return resp.OpenID, err
}

// ConvertOpenGIDToChatID returns the id of the group chat of customers in which a mini program was opened
// (客户群opengid转换). openGID is what the mini program gets from WeChat.
//
// API: POST /cgi-bin/externalcontact/opengid_to_chatid
// Doc: https://developer.work.weixin.qq.com/document/path/94822
func (c *Client) ConvertOpenGIDToChatID(ctx context.Context, openGID string) (string, error) {
	var resp convertOpenGIDToChatIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/opengid_to_chatid", param{"opengid", openGID}, &resp)
	return resp.ChatID, err
}

type convertOpenGIDToChatIDResponse struct {
	ChatID string `json:"chat_id"`
}

// ConvertTmpExternalUserIDs returns who is behind the temporary ids that meetings, forms and smart sheets
// name people outside the corp by (tmp_external_userid的转换). The app must be the one that got the
// temporary ids, and needs the permission for customers to convert to those.
//
// API: POST /cgi-bin/idconvert/convert_tmp_external_userid
// Doc: https://developer.work.weixin.qq.com/document/path/98729
func (c *Client) ConvertTmpExternalUserIDs(ctx context.Context, req *ConvertTmpExternalUserIDsRequest) (*ConvertTmpExternalUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/idconvert/convert_tmp_external_userid", req, new(ConvertTmpExternalUserIDsResponse))
}

// TmpExternalUserBusiness says where a temporary id comes from.
type TmpExternalUserBusiness int64

// Where temporary ids come from.
const (
	TmpExternalUserBusinessMeeting    TmpExternalUserBusiness = 1
	TmpExternalUserBusinessForm       TmpExternalUserBusiness = 2 // 收集表
	TmpExternalUserBusinessSmartSheet TmpExternalUserBusiness = 3
)

// TmpExternalUserType says among whom to look for the people behind temporary ids.
type TmpExternalUserType int64

// Who may be behind a temporary id.
const (
	TmpExternalUserTypeCustomer   TmpExternalUserType = 1 // customers of members whom the app may see
	TmpExternalUserTypeCorpGroup  TmpExternalUserType = 2 // members of a corp that shares the app (企业互联)
	TmpExternalUserTypeChain      TmpExternalUserType = 3 // members of a corp upstream or downstream that shares the app (上下游)
	TmpExternalUserTypeLinkedCorp TmpExternalUserType = 4 // members of a linked corp (互联企业) who may use the app
)

// ConvertTmpExternalUserIDsRequest holds temporary ids.
type ConvertTmpExternalUserIDsRequest struct {
	BusinessType          TmpExternalUserBusiness `json:"business_type"`
	UserType              TmpExternalUserType     `json:"user_type"`
	TmpExternalUserIDList []string                `json:"tmp_external_userid_list"` // at most 100
}

// ConvertTmpExternalUserIDsResponse holds the converted ids.
type ConvertTmpExternalUserIDsResponse struct {
	Results                      []TmpExternalUser `json:"results"`
	InvalidTmpExternalUserIDList []string          `json:"invalid_tmp_external_userid_list"` // those that could not be converted
}

// TmpExternalUser is who is behind a temporary id.
type TmpExternalUser struct {
	TmpExternalUserID string `json:"tmp_external_userid"`
	ExternalUserID    string `json:"external_userid"` // of a customer
	CorpID            string `json:"corpid"`          // of a member of another corp
	UserID            string `json:"userid"`          // of a member of another corp
}

// ConvertExternalTagIDsToOpenTagIDs returns the ids that a provider's apps know for tags and tag groups of
// customers (客户标签ID的转换).
//
// API: POST /cgi-bin/idconvert/external_tagid
// Doc: https://developer.work.weixin.qq.com/document/path/95926
func (c *Client) ConvertExternalTagIDsToOpenTagIDs(ctx context.Context, req *ConvertExternalTagIDsToOpenTagIDsRequest) (*ConvertExternalTagIDsToOpenTagIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/idconvert/external_tagid", req, new(ConvertExternalTagIDsToOpenTagIDsResponse))
}

// ConvertExternalTagIDsToOpenTagIDsRequest names tags and tag groups of customers.
type ConvertExternalTagIDsToOpenTagIDsRequest struct {
	ExternalTagIDList []string `json:"external_tagid_list"` // at most 1,000
}

// ConvertExternalTagIDsToOpenTagIDsResponse holds the converted ids.
type ConvertExternalTagIDsToOpenTagIDsResponse struct {
	Items                    []OpenExternalTagID `json:"items"`
	InvalidExternalTagIDList []string            `json:"invalid_external_tagid_list"` // those that could not be converted
}

// OpenExternalTagID is a tag's id in the corp and the one that a provider's apps know.
type OpenExternalTagID struct {
	ExternalTagID     string `json:"external_tagid"`
	OpenExternalTagID string `json:"open_external_tagid"`
}

// ConvertOpenKfIDsToNewIDs returns the ids that a provider's apps know for accounts of 微信客服
// (微信客服ID的转换).
//
// API: POST /cgi-bin/idconvert/open_kfid
// Doc: https://developer.work.weixin.qq.com/document/path/97064
func (c *Client) ConvertOpenKfIDsToNewIDs(ctx context.Context, req *ConvertOpenKfIDsToNewIDsRequest) (*ConvertOpenKfIDsToNewIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/idconvert/open_kfid", req, new(ConvertOpenKfIDsToNewIDsResponse))
}

// ConvertOpenKfIDsToNewIDsRequest names accounts of 微信客服.
type ConvertOpenKfIDsToNewIDsRequest struct {
	OpenKfIDList []string `json:"open_kfid_list"` // at most 1,000
}

// ConvertOpenKfIDsToNewIDsResponse holds the converted ids.
type ConvertOpenKfIDsToNewIDsResponse struct {
	Items               []NewOpenKfID `json:"items"`
	InvalidOpenKfIDList []string      `json:"invalid_open_kfid_list"` // those that could not be converted
}

// NewOpenKfID is an account's id in the corp and the one that a provider's apps know.
type NewOpenKfID struct {
	OpenKfID    string `json:"open_kfid"`
	NewOpenKfID string `json:"new_open_kfid"`
}

// ConvertChatIDsToNewIDs returns the ids that group chats have after the upgrade of
// [Client.SubmitChatIDUpgrade] (群ID转换接口). Before that was asked for, the errcode is 40166.
//
// API: POST /cgi-bin/idconvert/chatid
// Doc: https://developer.work.weixin.qq.com/document/path/99601
func (c *Client) ConvertChatIDsToNewIDs(ctx context.Context, req *ConvertChatIDsToNewIDsRequest) (*ConvertChatIDsToNewIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/idconvert/chatid", req, new(ConvertChatIDsToNewIDsResponse))
}

// ConvertChatIDsToNewIDsRequest names group chats.
type ConvertChatIDsToNewIDsRequest struct {
	ChatIDList []string `json:"chat_id_list"`
}

// ConvertChatIDsToNewIDsResponse holds the converted ids.
type ConvertChatIDsToNewIDsResponse struct {
	Items             []NewChatID `json:"items"`
	InvalidChatIDList []string    `json:"invalid_chat_id_list"` // those that could not be converted
}

// NewChatID is a group chat's id before and after the upgrade.
type NewChatID struct {
	ChatID    string `json:"chat_id"`
	NewChatID string `json:"new_chat_id"`
}

// SubmitChatIDUpgrade has the platform give the app the new ids of group chats from a time on
// (申请群ID的升级). It cannot be undone; errcode 40165 says that it was done before, 40167 that the time cannot
// be.
//
// API: POST /cgi-bin/idconvert/apply_to_upgrade_chatid
// Doc: https://developer.work.weixin.qq.com/document/path/99601
func (c *Client) SubmitChatIDUpgrade(ctx context.Context, upgradeTime Timestamp) error {
	return c.invoke(ctx, post|once, "/cgi-bin/idconvert/apply_to_upgrade_chatid", param{"upgrade_time", upgradeTime}, nil)
}

// UpgradeChatIDForNewCorps has the platform give a suite the new ids of group chats in all corps that
// authorize it from now on (对所有新授权企业升级群ID).
//
// API: GET /cgi-bin/idconvert/upgrade_chatid_for_new_corp
// Doc: https://developer.work.weixin.qq.com/document/path/99601
func (c *Client) UpgradeChatIDForNewCorps(ctx context.Context) error {
	return c.invoke(ctx, get|suiteToken, "/cgi-bin/idconvert/upgrade_chatid_for_new_corp", nil, nil)
}
