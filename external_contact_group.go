package workwx

import (
	"context"
	"iter"
)

// GroupChatStatus says whether the owner of a customer group chat is still there.
type GroupChatStatus int64

// The states of a customer group chat.
const (
	GroupChatStatusNormal        GroupChatStatus = 0 // the owner is there; as a filter: all group chats
	GroupChatStatusOwnerResigned GroupChatStatus = 1 // the owner has left the corp; see [Client.TransferResignedGroupChats]
	GroupChatStatusTransferring  GroupChatStatus = 2 // another member is taking over
	GroupChatStatusTransferred   GroupChatStatus = 3 // another member has taken over
)

// GroupChatMemberType says whether a member of a group chat belongs to the corp.
type GroupChatMemberType int64

// The types of members of a group chat.
const (
	GroupChatMemberTypeUser     GroupChatMemberType = 1 // a member of the corp
	GroupChatMemberTypeExternal GroupChatMemberType = 2 // an external contact
)

// GroupChatJoinScene says how somebody joined a group chat.
type GroupChatJoinScene int64

// The ways into a group chat.
const (
	GroupChatJoinSceneInvited    GroupChatJoinScene = 1 // brought in by a member of the chat
	GroupChatJoinSceneInviteLink GroupChatJoinScene = 2 // followed the invitation of a member of the chat
	GroupChatJoinSceneQRCode     GroupChatJoinScene = 3 // scanned the chat's QR code
)

// GroupChatJoinWayScene says where customers meet a join way.
type GroupChatJoinWayScene int64

// The scenes of join ways.
const (
	GroupChatJoinWaySceneMiniProgram GroupChatJoinWayScene = 1 // a button in a mini program that uses the platform's plug-in
	GroupChatJoinWaySceneQRCode      GroupChatJoinWayScene = 2 // a QR code
)

// GroupChatOrder says by which figure statistics are sorted.
type GroupChatOrder int64

// The orders of statistics.
const (
	GroupChatOrderNewChats   GroupChatOrder = 1 // by new group chats, the default
	GroupChatOrderChats      GroupChatOrder = 2 // by group chats
	GroupChatOrderNewMembers GroupChatOrder = 3 // by new members of group chats
	GroupChatOrderMembers    GroupChatOrder = 4 // by members of group chats
)

// CreateGroupChatJoinWay creates a QR code or a mini program button by which customers join group chats,
// and returns its id (配置客户群进群方式). [Client.GetGroupChatJoinWay] has the QR code.
//
// Store the id: the way does not appear in the admin console. Third-party apps must have bought the
// advanced API 「加入群聊」. A corp may have 500,000, contact ways
// included; beyond that the errcode is [CodeTooManyContactWays].
//
// API: POST /cgi-bin/externalcontact/groupchat/add_join_way
// Doc: https://developer.work.weixin.qq.com/document/path/92229
func (c *Client) CreateGroupChatJoinWay(ctx context.Context, req *CreateGroupChatJoinWayRequest) (string, error) {
	var resp createGroupChatJoinWayResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/groupchat/add_join_way", req, &resp)
	return resp.ConfigID, err
}

type createGroupChatJoinWayResponse struct {
	ConfigID string `json:"config_id"`
}

// CreateGroupChatJoinWayRequest describes a join way to create.
type CreateGroupChatJoinWayRequest struct {
	Scene          GroupChatJoinWayScene `json:"scene"`                     // button or QR code
	Remark         string                `json:"remark,omitzero"`           // for oneself; cut off after 30 characters
	AutoCreateRoom *int64                `json:"auto_create_room,omitzero"` // whether a new chat is made when all are full: 1 yes, the default, 0 no
	RoomBaseName   string                `json:"room_base_name,omitzero"`   // how names of new chats begin, at most 40 characters
	RoomBaseID     int64                 `json:"room_base_id,omitzero"`     // the number that follows in the first new chat's name; it counts up
	ChatIDList     []string              `json:"chat_id_list"`              // the group chats, at most 5
	State          string                `json:"state,omitzero"`            // the channel, at most 30 characters; comes back in [GroupChatMember.State]
	MarkSource     *bool                 `json:"mark_source,omitzero"`      // whether customers are marked as brought by this app, true by default; marketing apps (营销获客) only
}

// DeleteGroupChatJoinWay deletes a join way: its QR code or button stops working
// (删除客户群进群方式配置). Only the app that created it can do so.
//
// API: POST /cgi-bin/externalcontact/groupchat/del_join_way
// Doc: https://developer.work.weixin.qq.com/document/path/92229
func (c *Client) DeleteGroupChatJoinWay(ctx context.Context, configID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/del_join_way", param{"config_id", configID}, nil)
}

// GetGroupChat returns a customer group chat and its members (获取客户群详情).
//
// The owner must be in the app's visible range. After a callback change_external_chat some of the answer
// may lag behind for a while. Errcode [CodeNotCustomerGroup] says that the chat is not a customer group.
//
// API: POST /cgi-bin/externalcontact/groupchat/get
// Doc: https://developer.work.weixin.qq.com/document/path/92122
func (c *Client) GetGroupChat(ctx context.Context, req *GetGroupChatRequest) (*GroupChat, error) {
	var resp getGroupChatResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/get", req, &resp)
	return resp.GroupChat, err
}

type getGroupChatResponse struct {
	GroupChat *GroupChat `json:"group_chat"`
}

// GetGroupChatRequest names the group chat.
type GetGroupChatRequest struct {
	ChatID   string   `json:"chat_id"`
	NeedName *IntBool `json:"need_name,omitzero"` // whether to return the members' names, No by default
}

// GroupChat is a group chat with customers.
type GroupChat struct {
	ChatID        string            `json:"chat_id"`
	Name          string            `json:"name"`
	Owner         string            `json:"owner"`  // a member of the corp
	Notice        string            `json:"notice"` // the announcement
	MemberList    []GroupChatMember `json:"member_list"`
	AdminList     []GroupChatUser   `json:"admin_list"` // members of the corp
	CreateTime    Timestamp         `json:"create_time"`
	MemberVersion string            `json:"member_version"` // changes with the members; callbacks carry it too
}

// GroupChatMember is somebody in a group chat.
type GroupChatMember struct {
	Type          GroupChatMemberType `json:"type"`           // of the corp or external
	UserID        string              `json:"userid"`         // the user id or the external user id
	UnionID       string              `json:"unionid"`        // WeChat users only, if the corp has bound a WeChat developer account; self-built apps only
	Invitor       GroupChatUser       `json:"invitor"`        // who invited; told only if a member of the corp
	Name          string              `json:"name"`           // the name, if asked for
	GroupNickname string              `json:"group_nickname"` // the name in this chat
	JoinScene     GroupChatJoinScene  `json:"join_scene"`     // how they joined
	JoinTime      Timestamp           `json:"join_time"`
	State         string              `json:"state"` // the channel of the join way
}

// GroupChatUser is a member of the corp in a group chat: an administrator or whoever invited somebody.
type GroupChatUser struct {
	UserID string `json:"userid"`
}

// GetGroupChatJoinWay returns a join way (获取客户群进群方式配置). Only the app that created it can do so.
//
// API: POST /cgi-bin/externalcontact/groupchat/get_join_way
// Doc: https://developer.work.weixin.qq.com/document/path/92229
func (c *Client) GetGroupChatJoinWay(ctx context.Context, configID string) (*GroupChatJoinWay, error) {
	var resp getGroupChatJoinWayResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/get_join_way", param{"config_id", configID}, &resp)
	return resp.JoinWay, err
}

type getGroupChatJoinWayResponse struct {
	JoinWay *GroupChatJoinWay `json:"join_way"`
}

// GroupChatJoinWay is a QR code or a mini program button by which customers join group chats.
type GroupChatJoinWay struct {
	ConfigID       string                `json:"config_id"`        // the id of the way
	Scene          GroupChatJoinWayScene `json:"scene"`            // button or QR code
	Remark         string                `json:"remark"`           // for oneself
	AutoCreateRoom int64                 `json:"auto_create_room"` // whether a new chat is made when all are full: 1 yes, 0 no
	RoomBaseName   string                `json:"room_base_name"`   // how names of new chats begin
	RoomBaseID     int64                 `json:"room_base_id"`     // the number that follows in the first new chat's name
	ChatIDList     []string              `json:"chat_id_list"`     // the group chats
	QRCode         string                `json:"qr_code"`          // URL of the QR code or of the plug-in
	State          string                `json:"state"`            // the channel
	MarkSource     bool                  `json:"mark_source"`      // whether customers are marked as brought by this app; marketing apps only
}

// ListGroupChats returns a page of the ids of the customer group chats whose owners are in the app's
// visible range (获取客户群列表).
//
// Without an owner filter, a visible range of more than 1,000 members gives errcode 81017. Group chats
// whose owner has left the corp are listed only if the filter names the owner.
//
// API: POST /cgi-bin/externalcontact/groupchat/list
// Doc: https://developer.work.weixin.qq.com/document/path/92120
func (c *Client) ListGroupChats(ctx context.Context, req *ListGroupChatsRequest) (*ListGroupChatsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/groupchat/list", req, new(ListGroupChatsResponse))
}

// AllGroupChats ranges over the ids of the customer group chats, page by page; see
// [Client.ListGroupChats]. Without a Limit the pages are as large as possible.
func (c *Client) AllGroupChats(ctx context.Context, req *ListGroupChatsRequest) iter.Seq2[*GroupChatItem, error] {
	var q ListGroupChatsRequest
	if req != nil {
		q = *req
	}
	if q.Limit == 0 {
		q.Limit = 1000
	}
	return paginate(ctx, &q, c.ListGroupChats,
		func(q *ListGroupChatsRequest) *string { return &q.Cursor },
		func(p *ListGroupChatsResponse) ([]*GroupChatItem, string, bool) {
			return p.GroupChatList, p.NextCursor, p.NextCursor != ""
		})
}

// ListGroupChatsRequest says which group chats to list.
type ListGroupChatsRequest struct {
	StatusFilter GroupChatStatus      `json:"status_filter,omitzero"` // all by default
	OwnerFilter  GroupChatOwnerFilter `json:"owner_filter,omitzero"`  // all owners by default
	Limit        int64                `json:"limit"`                  // per page, 1 to 1,000; required
	Cursor       string               `json:"cursor,omitzero"`        // NextCursor of the page before
}

// GroupChatOwnerFilter chooses group chats by their owners.
type GroupChatOwnerFilter struct {
	UserIDList []string `json:"userid_list,omitzero"` // at most 100
}

// ListGroupChatsResponse is a page of group chats.
type ListGroupChatsResponse struct {
	GroupChatList []*GroupChatItem `json:"group_chat_list"`
	NextCursor    string           `json:"next_cursor"` // empty on the last page
}

// GroupChatItem is the id of a group chat, and whether its owner is still there.
type GroupChatItem struct {
	ChatID string          `json:"chat_id"`
	Status GroupChatStatus `json:"status"`
}

// ListGroupChatStatistics returns a page of the figures of the customer group chats of a period, summed
// up for each owner (按群主聚合的方式).
//
// The days from DayBeginTime to DayEndTime, both included, may be at most 30, and lie between yesterday
// and 180 days ago; times are rounded down to midnight in China. Owners must be in the app's visible
// range. Without an owner filter, a range of more than 1,000 members gives errcode 81017.
//
// API: POST /cgi-bin/externalcontact/groupchat/statistic
// Doc: https://developer.work.weixin.qq.com/document/path/92133
func (c *Client) ListGroupChatStatistics(ctx context.Context, req *ListGroupChatStatisticsRequest) (*ListGroupChatStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/groupchat/statistic", req, new(ListGroupChatStatisticsResponse))
}

// AllGroupChatStatistics ranges over the figures of the owners of group chats, page by page; see
// [Client.ListGroupChatStatistics].
func (c *Client) AllGroupChatStatistics(ctx context.Context, req *ListGroupChatStatisticsRequest) iter.Seq2[*GroupChatStatistic, error] {
	return paginate(ctx, req, c.ListGroupChatStatistics,
		func(q *ListGroupChatStatisticsRequest) *int64 { return &q.Offset },
		func(p *ListGroupChatStatisticsResponse) ([]*GroupChatStatistic, int64, bool) {
			return p.Items, p.NextOffset, p.NextOffset != 0 && p.NextOffset != p.Total
		})
}

// ListGroupChatStatisticsRequest says which figures to return.
type ListGroupChatStatisticsRequest struct {
	DayBeginTime Timestamp            `json:"day_begin_time"`        // the first day
	DayEndTime   Timestamp            `json:"day_end_time,omitzero"` // the last day, by default the first
	OwnerFilter  GroupChatOwnerFilter `json:"owner_filter,omitzero"` // whose group chats
	OrderBy      GroupChatOrder       `json:"order_by,omitzero"`     // GroupChatOrderNewChats by default
	OrderAsc     *IntBool             `json:"order_asc,omitzero"`    // whether the smallest comes first, No by default
	Offset       int64                `json:"offset,omitzero"`       // how many records to skip
	Limit        int64                `json:"limit,omitzero"`        // per page, 500 by default, at most 1,000
}

// ListGroupChatStatisticsResponse is a page of figures.
type ListGroupChatStatisticsResponse struct {
	Items      []*GroupChatStatistic `json:"items"`
	Total      int64                 `json:"total"`       // records on all pages
	NextOffset int64                 `json:"next_offset"` // Offset of the next page; Total on the last one
}

// GroupChatStatistic is the figures of the group chats of one owner.
type GroupChatStatistic struct {
	Owner string                 `json:"owner"`
	Data  GroupChatStatisticData `json:"data"`
}

// GroupChatStatisticData is figures about group chats. Those of new ones count the period, all others
// everything up to its last day.
type GroupChatStatisticData struct {
	NewChatCnt            int64 `json:"new_chat_cnt"`             // new group chats
	ChatTotal             int64 `json:"chat_total"`               // group chats
	ChatHasMsg            int64 `json:"chat_has_msg"`             // group chats in which somebody wrote
	NewMemberCnt          int64 `json:"new_member_cnt"`           // people who joined
	MemberTotal           int64 `json:"member_total"`             // people in group chats
	MemberHasMsg          int64 `json:"member_has_msg"`           // people who wrote
	MsgTotal              int64 `json:"msg_total"`                // messages
	MigrateTraineeChatCnt int64 `json:"migrate_trainee_chat_cnt"` // group chats that were migrated; corps in education and training only
}

// ListGroupChatStatisticsByDay returns the figures of the customer group chats of some owners, summed up
// for each day (按自然日聚合的方式). The limits are those of [Client.ListGroupChatStatistics].
//
// API: POST /cgi-bin/externalcontact/groupchat/statistic_group_by_day
// Doc: https://developer.work.weixin.qq.com/document/path/92133
func (c *Client) ListGroupChatStatisticsByDay(ctx context.Context, req *ListGroupChatStatisticsByDayRequest) ([]*GroupChatDayStatistic, error) {
	var resp listGroupChatStatisticsByDayResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/statistic_group_by_day", req, &resp)
	return resp.Items, err
}

type listGroupChatStatisticsByDayResponse struct {
	Items []*GroupChatDayStatistic `json:"items"`
}

// ListGroupChatStatisticsByDayRequest says which figures to return.
type ListGroupChatStatisticsByDayRequest struct {
	DayBeginTime Timestamp            `json:"day_begin_time"`        // the first day
	DayEndTime   Timestamp            `json:"day_end_time,omitzero"` // the last day, by default the first
	OwnerFilter  GroupChatOwnerFilter `json:"owner_filter,omitzero"` // whose group chats
}

// GroupChatDayStatistic is the figures of group chats on one day.
type GroupChatDayStatistic struct {
	StatTime Timestamp              `json:"stat_time"` // midnight of the day
	Data     GroupChatStatisticData `json:"data"`
}

// UpdateGroupChatJoinWay replaces a join way (更新客户群进群方式配置). The platform keeps nothing of the old
// one: send all fields, those that stay as they are too.
//
// API: POST /cgi-bin/externalcontact/groupchat/update_join_way
// Doc: https://developer.work.weixin.qq.com/document/path/92229
func (c *Client) UpdateGroupChatJoinWay(ctx context.Context, req *UpdateGroupChatJoinWayRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/groupchat/update_join_way", req, nil)
}

// UpdateGroupChatJoinWayRequest is what a join way becomes. [CreateGroupChatJoinWayRequest] has the
// limits.
type UpdateGroupChatJoinWayRequest struct {
	ConfigID       string                `json:"config_id"`                 // the way to change
	Scene          GroupChatJoinWayScene `json:"scene"`                     // button or QR code
	Remark         *string               `json:"remark,omitzero"`           // for oneself; cut off after 30 characters
	AutoCreateRoom *int64                `json:"auto_create_room,omitzero"` // whether a new chat is made when all are full: 1 yes, the default, 0 no
	RoomBaseName   *string               `json:"room_base_name,omitzero"`   // how names of new chats begin
	RoomBaseID     *int64                `json:"room_base_id,omitzero"`     // the number that follows in the first new chat's name
	ChatIDList     []string              `json:"chat_id_list"`              // the group chats, at most 5
	State          *string               `json:"state,omitzero"`            // the channel
	MarkSource     *bool                 `json:"mark_source,omitzero"`      // marketing apps only, and only the app that created the way
}
