package workwx

import (
	"context"
	"iter"
)

// SyncChatDataMessages returns a page of the archived messages of the last 5 days, the oldest first, without
// their content (获取会话记录). The content is for the components that show conversations (会话展示组件) and for the
// programs in the data zone.
//
// One of sender and receivers at least is a member whose conversations are archived. Set a public key first,
// with [Client.SetChatDataPublicKey]: without one, nothing is archived. Store NextCursor after each page, as
// the next call continues there, whether HasMore is set or not.
//
// This is for a provider that was granted the interface to archived conversations (会话存档接口). In the data
// zone, programs read messages through the zone's own SDK.
//
// API: POST /cgi-bin/chatdata/sync_msg
// Doc: https://developer.work.weixin.qq.com/document/path/97240
func (c *Client) SyncChatDataMessages(ctx context.Context, req *SyncChatDataMessagesRequest) (*SyncChatDataMessagesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/sync_msg", req, new(SyncChatDataMessagesResponse))
}

// AllChatDataMessages ranges over the archived messages from req.Cursor on; see
// [Client.SyncChatDataMessages]. It does not tell the cursors: to continue another day, go page by page.
func (c *Client) AllChatDataMessages(ctx context.Context, req *SyncChatDataMessagesRequest) iter.Seq2[*ChatDataMessage, error] {
	return paginate(ctx, req, c.SyncChatDataMessages,
		func(q *SyncChatDataMessagesRequest) *string { return &q.Cursor },
		func(p *SyncChatDataMessagesResponse) ([]*ChatDataMessage, string, bool) {
			return p.MsgList, p.NextCursor, bool(p.HasMore)
		})
}

// SyncChatDataMessagesRequest says where to continue.
type SyncChatDataMessagesRequest struct {
	Token  string `json:"token,omitzero"`  // of ConversationNewMessageEvent, valid for 10 minutes; without it calls are soon refused as too many
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the call before; from the oldest message if empty
	Limit  int64  `json:"limit,omitzero"`  // per page, at most 1,000; 200 if 0
}

// SyncChatDataMessagesResponse is a page of messages.
type SyncChatDataMessagesResponse struct {
	MsgList    []*ChatDataMessage `json:"msg_list"`
	NextCursor string             `json:"next_cursor"` // to be stored
	HasMore    IntBool            `json:"has_more"`
}

// ChatDataMsgType is the kind of an archived message.
type ChatDataMsgType int64

// The kinds of archived messages.
const (
	ChatDataMsgTypeUnknown     ChatDataMsgType = 0 // one that the platform does not tell yet
	ChatDataMsgTypeText        ChatDataMsgType = 1
	ChatDataMsgTypeImage       ChatDataMsgType = 2
	ChatDataMsgTypeEmotion     ChatDataMsgType = 3 // 表情
	ChatDataMsgTypeLink        ChatDataMsgType = 4
	ChatDataMsgTypeMiniProgram ChatDataMsgType = 5
	ChatDataMsgTypeVoice       ChatDataMsgType = 6
	ChatDataMsgTypeVideo       ChatDataMsgType = 7
	ChatDataMsgTypeFile        ChatDataMsgType = 8
	ChatDataMsgTypeCard        ChatDataMsgType = 9  // somebody's card, 名片
	ChatDataMsgTypeForwarded   ChatDataMsgType = 10 // several messages in one, 转发消息
	ChatDataMsgTypeChannels    ChatDataMsgType = 11 // 视频号
	ChatDataMsgTypeSchedule    ChatDataMsgType = 12
	ChatDataMsgTypeRedPacket   ChatDataMsgType = 13 // 红包
	ChatDataMsgTypeLocation    ChatDataMsgType = 14
	ChatDataMsgTypeMeeting     ChatDataMsgType = 15 // 快速会议
	ChatDataMsgTypeTodo        ChatDataMsgType = 16
	ChatDataMsgTypeVote        ChatDataMsgType = 17
	ChatDataMsgTypeDoc         ChatDataMsgType = 18 // 在线文档
	ChatDataMsgTypeNews        ChatDataMsgType = 19 // 图文消息
	ChatDataMsgTypeMixed       ChatDataMsgType = 20 // text and images, 图文混合消息
	ChatDataMsgTypeVoIPArchive ChatDataMsgType = 21 // what was said in a call, 音频存档
	ChatDataMsgTypeVoIP        ChatDataMsgType = 22 // a call: one message, or one for each who took part if all are of WeCom
	ChatDataMsgTypeDriveFile   ChatDataMsgType = 23 // 微盘文件
	ChatDataMsgTypeAgree       ChatDataMsgType = 24 // 同意会话存档
	ChatDataMsgTypeDisagree    ChatDataMsgType = 25 // 拒绝会话存档
	ChatDataMsgTypeRelay       ChatDataMsgType = 26 // 群接龙
	ChatDataMsgTypeMarkdown    ChatDataMsgType = 27
	ChatDataMsgTypeNote        ChatDataMsgType = 28 // 笔记
)

// ChatDataMessage is an archived message, without its content.
type ChatDataMessage struct {
	MsgID              string                     `json:"msgid"`
	MsgType            ChatDataMsgType            `json:"msgtype"`
	Sender             ChatDataParty              `json:"sender"`
	ReceiverList       []ChatDataParty            `json:"receiver_list"`
	ChatID             string                     `json:"chatid"` // the group chat, if it is one
	SendTime           Timestamp                  `json:"send_time"`
	ServiceEncryptInfo ChatDataServiceEncryptInfo `json:"service_encrypt_info"`
}

// ChatDataPartyType is what someone is who sends or receives messages.
type ChatDataPartyType int64

// Who sends or receives messages.
const (
	ChatDataPartyTypeMember   ChatDataPartyType = 1
	ChatDataPartyTypeCustomer ChatDataPartyType = 2
	ChatDataPartyTypeRobot    ChatDataPartyType = 3
)

// ChatDataParty is someone who sends or receives a message.
type ChatDataParty struct {
	Type ChatDataPartyType `json:"type"`
	ID   string            `json:"id"` // of a member as the app knows members, of a customer the external_userid
}

// CheckChatDataSingleAgree returns whether customers agreed to have their messages with members archived
// (获取单聊会话同意情况).
//
// API: POST /cgi-bin/chatdata/getagreestatus/single
// Doc: https://developer.work.weixin.qq.com/document/path/99530
func (c *Client) CheckChatDataSingleAgree(ctx context.Context, req *CheckChatDataSingleAgreeRequest) ([]*ChatDataSingleAgree, error) {
	var resp checkChatDataSingleAgreeResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/getagreestatus/single", req, &resp)
	return resp.AgreeInfo, err
}

type checkChatDataSingleAgreeResponse struct {
	AgreeInfo []*ChatDataSingleAgree `json:"agreeinfo"`
}

// CheckChatDataSingleAgreeRequest names pairs of members and customers.
type CheckChatDataSingleAgreeRequest struct {
	Item []ChatDataPair `json:"item,omitzero"`
}

// ChatDataPair is a member and a customer who write to each other.
type ChatDataPair struct {
	OpenUserID     string `json:"open_userid"`     // the member
	ExternalUserID string `json:"external_userid"` // the customer
}

// ChatDataSingleAgree is whether a customer agreed to have the messages with a member archived.
type ChatDataSingleAgree struct {
	OpenUserID       string              `json:"open_userid"`     // the member
	ExternalUserID   string              `json:"external_userid"` // the customer
	AgreeStatus      MsgAuditAgreeStatus `json:"agree_status"`
	StatusChangeTime Timestamp           `json:"status_change_time"` // when it became so
}

// CheckChatDataRoomAgree returns whether the customers in a group chat agreed to have its messages archived
// (获取群聊会话同意情况). Errcode 710614 says that none of the group's members is archived.
//
// API: POST /cgi-bin/chatdata/getagreestatus/room
// Doc: https://developer.work.weixin.qq.com/document/path/99530
func (c *Client) CheckChatDataRoomAgree(ctx context.Context, chatID string) ([]*ChatDataRoomAgree, error) {
	var resp checkChatDataRoomAgreeResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/getagreestatus/room", param{"chatid", chatID}, &resp)
	return resp.AgreeInfo, err
}

type checkChatDataRoomAgreeResponse struct {
	AgreeInfo []*ChatDataRoomAgree `json:"agreeinfo"`
}

// ChatDataRoomAgree is whether a customer agreed to have the messages of a group chat archived.
type ChatDataRoomAgree struct {
	ExternalUserID   string              `json:"external_userid"` // the customer
	AgreeStatus      MsgAuditAgreeStatus `json:"agree_status"`
	StatusChangeTime Timestamp           `json:"status_change_time"` // when it became so
}

// GetChatDataGroupChat returns who is in a group chat of the corp's own members (获取内部群信息). Of one with
// customers, [Client.GetGroupChat] tells.
//
// Errcode 301059 says that the chat is not one of members alone, 710624 that its ID is wrong, 710606 that it
// is not among those that the app may read.
//
// API: POST /cgi-bin/chatdata/groupchat/get
// Doc: https://developer.work.weixin.qq.com/document/path/99495
func (c *Client) GetChatDataGroupChat(ctx context.Context, chatID string) (*ChatDataGroupChat, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/groupchat/get", param{"chatid", chatID}, new(ChatDataGroupChat))
}

// ChatDataGroupChat is a group chat of the corp's own members.
type ChatDataGroupChat struct {
	Members        []ChatDataGroupChatMember `json:"members"`
	Creator        string                    `json:"creator"` // the open_userid of who made it
	RoomCreateTime Timestamp                 `json:"room_create_time"`
}

// ChatDataGroupChatMember is someone in a group chat.
type ChatDataGroupChatMember struct {
	Type     ChatDataPartyType `json:"type"`
	MemberID string            `json:"memberid"` // the open_userid
	JoinTime Timestamp         `json:"jointime"`
}

// SearchChatDataGroupChats returns a page of the group chats whose name holds a word (会话名称搜索).
//
// API: POST /cgi-bin/chatdata/search_chat
// Doc: https://developer.work.weixin.qq.com/document/path/99496
func (c *Client) SearchChatDataGroupChats(ctx context.Context, req *SearchChatDataGroupChatsRequest) (*SearchChatDataGroupChatsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/search_chat", req, new(SearchChatDataGroupChatsResponse))
}

// AllSearchedChatDataGroupChats ranges over the group chats whose name holds a word; see
// [Client.SearchChatDataGroupChats].
func (c *Client) AllSearchedChatDataGroupChats(ctx context.Context, req *SearchChatDataGroupChatsRequest) iter.Seq2[*ChatDataGroupChatItem, error] {
	return paginate(ctx, req, c.SearchChatDataGroupChats,
		func(q *SearchChatDataGroupChatsRequest) *string { return &q.Cursor },
		func(p *SearchChatDataGroupChatsResponse) ([]*ChatDataGroupChatItem, string, bool) {
			return p.ChatList, p.NextCursor, bool(p.HasMore)
		})
}

// SearchChatDataGroupChatsRequest says what to look for.
type SearchChatDataGroupChatsRequest struct {
	QueryWord string `json:"query_word"`
	Cursor    string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64  `json:"limit,omitzero"`  // per page
}

// SearchChatDataGroupChatsResponse is a page of group chats.
type SearchChatDataGroupChatsResponse struct {
	ChatList   []*ChatDataGroupChatItem `json:"chat_list"`
	NextCursor string                   `json:"next_cursor"`
	HasMore    IntBool                  `json:"has_more"`
}

// ChatDataGroupChatItem is a group chat that was found.
type ChatDataGroupChatItem struct {
	ChatID string `json:"chatid"`
}

// SearchChatDataMessages returns a page of the archived messages that hold a word (会话消息搜索).
//
// API: POST /cgi-bin/chatdata/search_msg
// Doc: https://developer.work.weixin.qq.com/document/path/97374
func (c *Client) SearchChatDataMessages(ctx context.Context, req *SearchChatDataMessagesRequest) (*SearchChatDataMessagesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/search_msg", req, new(SearchChatDataMessagesResponse))
}

// AllSearchedChatDataMessages ranges over the archived messages that hold a word; see
// [Client.SearchChatDataMessages].
func (c *Client) AllSearchedChatDataMessages(ctx context.Context, req *SearchChatDataMessagesRequest) iter.Seq2[*ChatDataMessageItem, error] {
	return paginate(ctx, req, c.SearchChatDataMessages,
		func(q *SearchChatDataMessagesRequest) *string { return &q.Cursor },
		func(p *SearchChatDataMessagesResponse) ([]*ChatDataMessageItem, string, bool) {
			return p.MsgList, p.NextCursor, bool(p.HasMore)
		})
}

// SearchChatDataMessagesRequest says what to look for and where.
type SearchChatDataMessagesRequest struct {
	QueryWord string       `json:"query_word"`
	ChatInfo  ChatDataChat `json:"chat_info,omitzero"`  // a conversation; all if zero
	StartTime Timestamp    `json:"start_time,omitzero"` // of sending
	EndTime   Timestamp    `json:"end_time,omitzero"`
	Cursor    string       `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64        `json:"limit,omitzero"`  // per page
}

// ChatDataChatType says how many take part in a conversation.
type ChatDataChatType int64

// How many take part in a conversation.
const (
	ChatDataChatTypeSingle ChatDataChatType = 1 // two, 单聊
	ChatDataChatTypeGroup  ChatDataChatType = 2 // a group, 群聊
)

// ChatDataChat is a conversation with a customer.
type ChatDataChat struct {
	ChatType ChatDataChatType      `json:"chat_type"`
	IDList   []ChatDataParticipant `json:"id_list"` // who takes part
}

// ChatDataParticipant is someone who takes part in a conversation. One of the fields is set.
type ChatDataParticipant struct {
	OpenUserID     string `json:"open_userid,omitzero"`     // a member
	ExternalUserID string `json:"external_userid,omitzero"` // a customer
}

// SearchChatDataMessagesResponse is a page of messages.
type SearchChatDataMessagesResponse struct {
	MsgList    []*ChatDataMessageItem `json:"msg_list"`
	NextCursor string                 `json:"next_cursor"`
	HasMore    IntBool                `json:"has_more"`
}

// ChatDataMessageItem is a message that was found.
type ChatDataMessageItem struct {
	MsgID string `json:"msgid"`
}

// SubmitChatDataExportJob starts to write messages that a member chose in a component into a file, and
// returns the ID of the job (创建会话内容导出任务). [ChatArchiveExportFinishedEvent] tells of its end, and
// [Client.GetChatDataExportJobResult] what came of it.
//
// Errcode 710629 says that there are too many messages.
//
// API: POST /cgi-bin/chatdata/export/create_job
// Doc: https://developer.work.weixin.qq.com/document/path/99620
func (c *Client) SubmitChatDataExportJob(ctx context.Context, req *SubmitChatDataExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/chatdata/export/create_job", req, &resp)
	return resp.JobID, err
}

// SubmitChatDataExportJobRequest says what to write, and how.
type SubmitChatDataExportJobRequest struct {
	Code    Secret `json:"code"`     // from the component that shows conversations (会话展示组件); valid once, for 5 minutes
	MediaID string `json:"media_id"` // the file that is the template of what is written, of [Client.UploadTempFileMedia]: Word, Excel or text
}

// GetChatDataExportJobResult returns how far an export of messages is (获取会话内容导出任务结果).
//
// API: POST /cgi-bin/chatdata/export/get_job_status
// Doc: https://developer.work.weixin.qq.com/document/path/99620
func (c *Client) GetChatDataExportJobResult(ctx context.Context, jobID string) (*ChatDataExportJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/export/get_job_status", param{"jobid", jobID}, new(ChatDataExportJobResult))
}

// ChatDataExportJobStatus is how far an export is.
type ChatDataExportJobStatus int64

// How far an export is.
const (
	ChatDataExportJobStatusPending ChatDataExportJobStatus = 1
	ChatDataExportJobStatusRunning ChatDataExportJobStatus = 2
	ChatDataExportJobStatusDone    ChatDataExportJobStatus = 3 // or failed: see ResultErrCode
)

// ChatDataExportJobResult is how far an export is and what came of it.
type ChatDataExportJobResult struct {
	Status        ChatDataExportJobStatus `json:"status"`
	ResultID      string                  `json:"result_id"`      // of what was written, for the component that shows it; valid for 14 days
	ResultErrCode Code                    `json:"result_errcode"` // once it has ended: CodeOK, or why nothing was written
	ResultErrMsg  string                  `json:"result_errmsg"`
}
