package workwx

import (
	"context"
	"iter"
)

// ExternalContactType says which product an external contact uses.
type ExternalContactType int64

// The types of external contacts.
const (
	ExternalContactTypeWeChat ExternalContactType = 1 // a user of WeChat (微信)
	ExternalContactTypeWeCom  ExternalContactType = 2 // a member of another corp (企业微信)
)

// AddWay says how a member and an external contact came to know each other. It is the platform's own
// list; the channel that a corp defines itself is [FollowUser.State].
type AddWay int64

// The ways in which a contact is added.
const (
	AddWayUnknown             AddWay = 0
	AddWayQRCode              AddWay = 1  // scanned a QR code
	AddWayMobileSearch        AddWay = 2  // searched for a mobile number
	AddWayCardShare           AddWay = 3  // a shared contact card
	AddWayGroupChat           AddWay = 4  // from a group chat
	AddWayPhoneBook           AddWay = 5  // from the phone's address book
	AddWayWeChatContact       AddWay = 6  // from the WeChat contacts
	AddWayThirdPartyService   AddWay = 8  // customer service added when a third-party app was installed
	AddWayEmailSearch         AddWay = 9  // searched for an email address
	AddWayChannels            AddWay = 10 // through a Channels account (视频号); see [FollowUser.WechatChannels]
	AddWaySchedule            AddWay = 11 // a participant of a schedule
	AddWayMeeting             AddWay = 12 // a participant of a meeting
	AddWayWeChatFriend        AddWay = 13 // the WeCom account of a WeChat friend
	AddWayHardwareService     AddWay = 14 // customer service of smart hardware
	AddWayOnSiteService       AddWay = 15 // on-site service (上门服务)
	AddWayAcquisitionLink     AddWay = 16 // an acquisition link (获客链接)
	AddWayCustomDevelopment   AddWay = 17 // custom development (定制开发)
	AddWayDemandReply         AddWay = 18 // the reply to a demand (需求回复)
	AddWayThirdPartyPreSales  AddWay = 21 // pre-sales service of a third party
	AddWayBusinessPartner     AddWay = 22 // suggested as a possible business partner
	AddWayWeChatFriendRequest AddWay = 24 // accepted a friend request that the WeChat account had received
	AddWaySharedByColleague   AddWay = 201
	AddWayAssignedByAdmin     AddWay = 202 // assigned by an administrator or a person in charge
)

// ChannelsAddScene says where in a Channels account (视频号) the customer was met.
type ChannelsAddScene int64

// The places in a Channels account.
const (
	ChannelsAddSceneUnknown  ChannelsAddScene = 0 // also whenever the customer's WeChat is too old
	ChannelsAddSceneHomePage ChannelsAddScene = 1
	ChannelsAddSceneLive     ChannelsAddScene = 2 // a live stream
	ChannelsAddSceneLeadForm ChannelsAddScene = 3 // the service that collects leads (留资服务)
)

// FollowTagType says who made the tag that a customer carries.
type FollowTagType int64

// The types of a customer's tags.
const (
	FollowTagTypeCorp     FollowTagType = 1 // a tag of the corp, see [Client.ListCorpTags]
	FollowTagTypeUser     FollowTagType = 2 // the member's own, without an id
	FollowTagTypeStrategy FollowTagType = 3 // a tag of a rule group, see [Client.ListStrategyTags]
)

// UserDepartmentRange is a set of members, named one by one or by department.
type UserDepartmentRange struct {
	UserList       []string `json:"user_list,omitzero"`       // member ids
	DepartmentList []int64  `json:"department_list,omitzero"` // department ids
}

// BatchGetExternalContacts returns a page of the customers of some members, each with the details of one
// member's relation to them (批量获取客户详情). A customer whom two of the members have added comes twice.
//
// Members and customers outside the app's visible range are left out. Tags come as ids only, and the
// members' own tags not at all. Errcode 701008 says that none of the members has a valid license; when
// only some lack one, they are in FailInfo.
//
// API: POST /cgi-bin/externalcontact/batch/get_by_user
// Doc: https://developer.work.weixin.qq.com/document/path/92994
func (c *Client) BatchGetExternalContacts(ctx context.Context, req *BatchGetExternalContactsRequest) (*BatchGetExternalContactsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/batch/get_by_user", req, new(BatchGetExternalContactsResponse))
}

// AllExternalContacts ranges over the customers of some members, page by page; see
// [Client.BatchGetExternalContacts]. It does not tell which members lack a license.
func (c *Client) AllExternalContacts(ctx context.Context, req *BatchGetExternalContactsRequest) iter.Seq2[*ExternalContactBatchInfo, error] {
	return paginate(ctx, req, c.BatchGetExternalContacts,
		func(q *BatchGetExternalContactsRequest) *string { return &q.Cursor },
		func(p *BatchGetExternalContactsResponse) ([]*ExternalContactBatchInfo, string, bool) {
			return p.ExternalContactList, p.NextCursor, p.NextCursor != ""
		})
}

// BatchGetExternalContactsRequest says whose customers to return.
type BatchGetExternalContactsRequest struct {
	UserIDList []string `json:"userid_list"`     // members, at most 100
	Cursor     string   `json:"cursor,omitzero"` // NextCursor of the page before
	Limit      int64    `json:"limit,omitzero"`  // per page, 50 by default, at most 100
}

// BatchGetExternalContactsResponse is a page of customers.
type BatchGetExternalContactsResponse struct {
	ExternalContactList []*ExternalContactBatchInfo `json:"external_contact_list"`
	NextCursor          string                      `json:"next_cursor"` // empty on the last page
	FailInfo            ExternalContactsFailInfo    `json:"fail_info"`
}

// ExternalContactBatchInfo is a customer and how one member is related to them.
type ExternalContactBatchInfo struct {
	ExternalContact ExternalContact `json:"external_contact"`
	FollowInfo      FollowUser      `json:"follow_info"` // with TagID instead of Tags
}

// ExternalContact is a person outside the corp: a customer, a parent of a school, or another corp's member.
type ExternalContact struct {
	ExternalUserID  string                    `json:"external_userid"`
	Name            string                    `json:"name"`             // the WeChat nickname, or the name or alias shown outside the other corp
	ForeignKey      string                    `json:"foreign_key"`      // the key given when the parent was imported
	UnionID         string                    `json:"unionid"`          // WeChat users only, if the corp has bound a WeChat developer account; self-built apps only
	Avatar          string                    `json:"avatar"`           // URL of the picture; self-built apps only
	Type            ExternalContactType       `json:"type"`             // whether a user of WeChat or of WeCom
	Gender          Gender                    `json:"gender"`           // always GenderUnknown for third-party apps
	Position        string                    `json:"position"`         // WeCom users only, if not hidden
	CorpName        string                    `json:"corp_name"`        // short name of the contact's corp; WeCom users only
	CorpFullName    string                    `json:"corp_full_name"`   // its legal name, for self-built apps; the short name for others
	IsSubscribe     IntBool                   `json:"is_subscribe"`     // whether the parent follows the school's notices (学校通知)
	SubscriberInfo  ExternalContactSubscriber `json:"subscriber_info"`  // what the school noted about the parent
	ExternalProfile ExternalProfile           `json:"external_profile"` // what the contact shows outside their corp; WeCom users only
}

// ExternalContactSubscriber is what a school noted about a parent.
type ExternalContactSubscriber struct {
	TagID         []string `json:"tag_id"` // corp tags
	Remark        string   `json:"remark"`
	RemarkMobiles []string `json:"remark_mobiles"` // mobile numbers
}

// FollowUser is how a member is related to a customer: when and where they met, and what the member
// noted and tagged.
type FollowUser struct {
	UserID         string                        `json:"userid"`           // the member
	Remark         string                        `json:"remark"`           // the member's name for the customer
	RemarkCorpName string                        `json:"remark_corp_name"` // noted company; WeChat users only
	RemarkMobiles  []string                      `json:"remark_mobiles"`   // noted mobile numbers; self-built apps only
	Description    string                        `json:"description"`
	Tags           []FollowUserTag               `json:"tags"`            // from GetExternalContact
	TagID          []string                      `json:"tag_id"`          // corp and rule group tags, from BatchGetExternalContacts
	AddWay         AddWay                        `json:"add_way"`         // how they met
	CreateTime     Timestamp                     `json:"createtime"`      // when the member added the customer
	State          string                        `json:"state"`           // the channel that the corp gave to the contact way or acquisition link
	OperUserID     string                        `json:"oper_userid"`     // who began: the member, the customer (an external user id), or whoever shared or assigned
	WechatChannels ExternalContactWechatChannels `json:"wechat_channels"` // if AddWay is AddWayChannels
}

// FollowUserTag is a tag that a member gave to a customer.
type FollowUserTag struct {
	Type      FollowTagType `json:"type"`   // who made the tag
	TagID     string        `json:"tag_id"` // empty for the member's own tags
	TagName   string        `json:"tag_name"`
	GroupName string        `json:"group_name"`
}

// ExternalContactWechatChannels is the Channels account (视频号) through which a customer came.
type ExternalContactWechatChannels struct {
	Nickname string           `json:"nickname"` // the account's name
	Source   ChannelsAddScene `json:"source"`   // where in it
}

// ExternalContactsFailInfo says whose customers could not be read.
type ExternalContactsFailInfo struct {
	UnlicensedUserIDList []string `json:"unlicensed_userid_list"` // members without a valid license
}

// ListServedExternalContacts returns a page of everybody outside the corp whom its members have added
// or share a group chat with, customers or not (获取已服务的外部联系人).
//
// The same person comes once for each member and chat; count by TmpOpenID. It stays the same only from
// the first page to the last of one pass, and a cursor lives for 4 hours: do not store either. For
// self-built apps only.
//
// API: POST /cgi-bin/externalcontact/contact_list
// Doc: https://developer.work.weixin.qq.com/document/path/99434
func (c *Client) ListServedExternalContacts(ctx context.Context, req *ListServedExternalContactsRequest) (*ListServedExternalContactsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/contact_list", req, new(ListServedExternalContactsResponse))
}

// AllServedExternalContacts ranges over everybody outside the corp whom its members serve, page by page;
// see [Client.ListServedExternalContacts].
func (c *Client) AllServedExternalContacts(ctx context.Context, req *ListServedExternalContactsRequest) iter.Seq2[*ServedExternalContact, error] {
	return paginate(ctx, req, c.ListServedExternalContacts,
		func(q *ListServedExternalContactsRequest) *string { return &q.Cursor },
		func(p *ListServedExternalContactsResponse) ([]*ServedExternalContact, string, bool) {
			return p.InfoList, p.NextCursor, p.NextCursor != ""
		})
}

// ListServedExternalContactsRequest says which page to return.
type ListServedExternalContactsRequest struct {
	Limit  int64  `json:"limit,omitzero"`  // per page, 1,000 by default
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListServedExternalContactsResponse is a page of external contacts.
type ListServedExternalContactsResponse struct {
	InfoList   []*ServedExternalContact `json:"info_list"`
	NextCursor string                   `json:"next_cursor"` // empty on the last page; valid for 4 hours
}

// ServedExternalContact is somebody outside the corp whom a member has added or meets in a group chat.
type ServedExternalContact struct {
	ExternalUserID string    `json:"external_userid"` // customers only
	TmpOpenID      string    `json:"tmp_openid"`      // tells people apart within one pass over the list
	Name           string    `json:"name"`            // with parts replaced by asterisks; not of customers
	FollowUserID   string    `json:"follow_userid"`   // the member who added the contact, or the owner of the group chat
	ChatID         string    `json:"chat_id"`         // the group chat, if it is a customer group
	ChatName       string    `json:"chat_name"`       // its name, if it is not
	AddTime        Timestamp `json:"add_time"`        // when the contact was first added or joined
	IsCustomer     IntBool   `json:"is_customer"`     // whether a member marked the contact as a customer
}

// GetExternalContact returns a customer and the members who have added them (获取客户详情).
//
// Only members in the app's visible range are listed. Beyond 500 of them the list comes in pages; see
// [Client.AllExternalContactFollowUsers]. Errcode [CodeInvalidExternalUserID] says that the id is not
// one of this corp, [CodeCustomerRelationNotFound] that no visible member has added the contact.
//
// API: GET /cgi-bin/externalcontact/get
// Doc: https://developer.work.weixin.qq.com/document/path/92114
func (c *Client) GetExternalContact(ctx context.Context, req *GetExternalContactRequest) (*GetExternalContactResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/externalcontact/get", req, new(GetExternalContactResponse))
}

// AllExternalContactFollowUsers ranges over the members who have added a customer, page by page; see
// [Client.GetExternalContact].
func (c *Client) AllExternalContactFollowUsers(ctx context.Context, req *GetExternalContactRequest) iter.Seq2[*FollowUser, error] {
	return paginate(ctx, req, c.GetExternalContact,
		func(q *GetExternalContactRequest) *string { return &q.Cursor },
		func(p *GetExternalContactResponse) ([]*FollowUser, string, bool) {
			return p.FollowUser, p.NextCursor, p.NextCursor != ""
		})
}

// GetExternalContactRequest names the customer.
type GetExternalContactRequest struct {
	ExternalUserID string `json:"external_userid"`
	Cursor         string `json:"cursor,omitzero"` // NextCursor of the page before
}

// GetExternalContactResponse is a customer and the members who have added them.
type GetExternalContactResponse struct {
	ExternalContact ExternalContact `json:"external_contact"`
	FollowUser      []*FollowUser   `json:"follow_user"` // at most 500
	NextCursor      string          `json:"next_cursor"` // only if more than 500 members have added the customer
}

// ListExternalContactFollowUserIDs returns the members who may add customers, those with the customer
// contact feature (获取配置了客户联系功能的成员列表). Only members in the app's visible range are listed.
//
// API: GET /cgi-bin/externalcontact/get_follow_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/92571
func (c *Client) ListExternalContactFollowUserIDs(ctx context.Context) ([]string, error) {
	var resp listExternalContactFollowUserIDsResponse
	err := c.invoke(ctx, get, "/cgi-bin/externalcontact/get_follow_user_list", nil, &resp)
	return resp.FollowUser, err
}

type listExternalContactFollowUserIDsResponse struct {
	FollowUser []string `json:"follow_user"`
}

// ListExternalContactBehaviorData returns how busily members talked with customers, a record for each
// day (获取「联系客户统计」数据).
//
// Several members or departments are summed up: for one member's figures ask for that member alone. The
// days from StartTime to EndTime, both included, may be at most 30, and lie within the last 180; times
// are rounded down to midnight in China.
//
// API: POST /cgi-bin/externalcontact/get_user_behavior_data
// Doc: https://developer.work.weixin.qq.com/document/path/92132
func (c *Client) ListExternalContactBehaviorData(ctx context.Context, req *ListExternalContactBehaviorDataRequest) ([]*ExternalContactBehaviorData, error) {
	var resp listExternalContactBehaviorDataResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_user_behavior_data", req, &resp)
	return resp.BehaviorData, err
}

type listExternalContactBehaviorDataResponse struct {
	BehaviorData []*ExternalContactBehaviorData `json:"behavior_data"`
}

// ListExternalContactBehaviorDataRequest says whose figures to return, and of which days. Members or
// departments must be given.
type ListExternalContactBehaviorDataRequest struct {
	StartTime Timestamp `json:"start_time"`       // the first day
	EndTime   Timestamp `json:"end_time"`         // the last day
	UserID    []string  `json:"userid,omitzero"`  // members, at most 100
	PartyID   []int64   `json:"partyid,omitzero"` // departments, at most 100
}

// ExternalContactBehaviorData is the figures of one day. Group chats are not counted.
type ExternalContactBehaviorData struct {
	StatTime            Timestamp `json:"stat_time"`             // midnight of the day
	ChatCnt             int64     `json:"chat_cnt"`              // chats in which the member wrote something
	MessageCnt          int64     `json:"message_cnt"`           // messages that the member wrote
	ReplyPercentage     float64   `json:"reply_percentage"`      // percentage of the chats begun by customers that were answered on the same day; 0 without chats
	AvgReplyTime        int64     `json:"avg_reply_time"`        // minutes until the first answer, on average; 0 without chats
	NegativeFeedbackCnt int64     `json:"negative_feedback_cnt"` // customers who deleted or blocked the member
	NewApplyCnt         int64     `json:"new_apply_cnt"`         // requests that the member sent to become acquainted
	NewContactCnt       int64     `json:"new_contact_cnt"`       // customers newly added
}

// ListExternalContactIDs returns the ids of the customers whom a member has added (获取客户列表).
//
// The member must have the customer contact feature and be in the app's visible range. Errcode
// [CodeCustomerRelationNotFound] says that the member has no customers, [CodeNoExternalContactPermission]
// that the app is not among those that may call this API.
//
// API: GET /cgi-bin/externalcontact/list
// Doc: https://developer.work.weixin.qq.com/document/path/92113
func (c *Client) ListExternalContactIDs(ctx context.Context, userID string) ([]string, error) {
	var resp listExternalContactIDsResponse
	err := c.invoke(ctx, get, "/cgi-bin/externalcontact/list", param{"userid", userID}, &resp)
	return resp.ExternalUserID, err
}

type listExternalContactIDsResponse struct {
	ExternalUserID []string `json:"external_userid"`
}

// UpdateExternalContactRemark changes what a member noted about a customer, and leaves the fields that
// req does not set as they are (修改客户备注信息).
//
// At least one field must be set. The member must have added the customer (errcode
// [CodeCustomerRelationNotFound] otherwise) and be in the app's visible range.
//
// API: POST /cgi-bin/externalcontact/remark
// Doc: https://developer.work.weixin.qq.com/document/path/92115
func (c *Client) UpdateExternalContactRemark(ctx context.Context, req *UpdateExternalContactRemarkRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/remark", req, nil)
}

// UpdateExternalContactRemarkRequest is what a member notes about a customer.
type UpdateExternalContactRemarkRequest struct {
	UserID           string   `json:"userid"`                      // the member
	ExternalUserID   string   `json:"external_userid"`             // the customer
	Remark           *string  `json:"remark,omitzero"`             // the member's name for the customer, at most 20 characters
	RemarkCompany    *string  `json:"remark_company,omitzero"`     // at most 20 characters; WeChat users only
	RemarkMobiles    []string `json:"remark_mobiles,omitzero"`     // replaces all numbers; []string{""} removes them
	RemarkPicMediaID *string  `json:"remark_pic_mediaid,omitzero"` // a picture, uploaded as temporary media
	Description      *string  `json:"description,omitzero"`        // at most 150 characters
}
