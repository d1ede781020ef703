package workwx

import (
	"context"
	"iter"
)

// MsgAttachmentType says what an attachment of a message to customers is.
type MsgAttachmentType string

// The types of attachments.
const (
	MsgAttachmentTypeImage       MsgAttachmentType = "image"
	MsgAttachmentTypeLink        MsgAttachmentType = "link"
	MsgAttachmentTypeMiniProgram MsgAttachmentType = "miniprogram"
	MsgAttachmentTypeVideo       MsgAttachmentType = "video"
	MsgAttachmentTypeFile        MsgAttachmentType = "file"
)

// MsgAttachment is what a message to customers carries beside its text: the field that MsgType names is
// set. NewImageAttachment and its kin make one.
type MsgAttachment struct {
	MsgType     MsgAttachmentType     `json:"msgtype"`
	Image       AttachmentImage       `json:"image,omitzero"`
	Link        AttachmentLink        `json:"link,omitzero"`
	Video       MessageMedia          `json:"video,omitzero"`
	MiniProgram AttachmentMiniProgram `json:"miniprogram,omitzero"`
	File        MessageMedia          `json:"file,omitzero"`
}

// AttachmentImage is a picture: MediaID or PicURL must be set, and MediaID wins.
type AttachmentImage struct {
	MediaID string `json:"media_id,omitzero"` // of temporary media
	PicURL  string `json:"pic_url,omitzero"`  // from UploadPermanentImageMedia, no other
}

// AttachmentLink is a linked article.
type AttachmentLink struct {
	URL    string `json:"url"`             // at most 2,048 bytes
	Title  string `json:"title,omitzero"`  // at most 128 bytes; required by messages
	Desc   string `json:"desc,omitzero"`   // at most 512 bytes
	PicURL string `json:"picurl,omitzero"` // the cover, at most 2,048 bytes
}

// AttachmentMiniProgram is a page of a mini program that is linked to the corp.
type AttachmentMiniProgram struct {
	AppID      string `json:"appid"`                 // the mini program; errcode 90206 if it is not linked to the corp
	Page       string `json:"page"`                  // the page, such as /path/index
	Title      string `json:"title,omitzero"`        // at most 64 bytes; required by messages
	PicMediaID string `json:"pic_media_id,omitzero"` // the cover, temporary media, best 520×416; required by messages, absent in records
}

// NewImageAttachment returns a picture that was uploaded as temporary media. Set Image.PicURL instead for
// one from UploadPermanentImageMedia.
func NewImageAttachment(mediaID string) MsgAttachment {
	return MsgAttachment{MsgType: MsgAttachmentTypeImage, Image: AttachmentImage{MediaID: mediaID}}
}

// NewLinkAttachment returns a linked article.
func NewLinkAttachment(link AttachmentLink) MsgAttachment {
	return MsgAttachment{MsgType: MsgAttachmentTypeLink, Link: link}
}

// NewMiniProgramAttachment returns a page of a mini program.
func NewMiniProgramAttachment(page AttachmentMiniProgram) MsgAttachment {
	return MsgAttachment{MsgType: MsgAttachmentTypeMiniProgram, MiniProgram: page}
}

// NewVideoAttachment returns a video that was uploaded as temporary media.
func NewVideoAttachment(mediaID string) MsgAttachment {
	return MsgAttachment{MsgType: MsgAttachmentTypeVideo, Video: MessageMedia{MediaID: mediaID}}
}

// NewFileAttachment returns a file that was uploaded as temporary media.
func NewFileAttachment(mediaID string) MsgAttachment {
	return MsgAttachment{MsgType: MsgAttachmentTypeFile, File: MessageMedia{MediaID: mediaID}}
}

// GroupMsgChatType says to whom a group message goes.
type GroupMsgChatType string

// The receivers of group messages.
const (
	GroupMsgChatTypeSingle GroupMsgChatType = "single" // customers, each for themselves
	GroupMsgChatTypeGroup  GroupMsgChatType = "group"  // customer group chats
)

// PublisherType says who made a group message or a moment.
type PublisherType int64

// The makers of group messages and moments.
const (
	PublisherTypeCorp   PublisherType = 0 // an administrator or an app, for members to send
	PublisherTypeMember PublisherType = 1 // a member
	PublisherTypeAll    PublisherType = 2 // either; only to filter by
)

// GroupMsgTaskStatus says whether a member has sent a group message.
type GroupMsgTaskStatus int64

// The states of a member's task.
const (
	GroupMsgTaskStatusUnsent GroupMsgTaskStatus = 0
	GroupMsgTaskStatusSent   GroupMsgTaskStatus = 2
)

// GroupMsgSendStatus says whether a customer has received a group message.
type GroupMsgSendStatus int64

// The states of a group message to one customer.
const (
	GroupMsgSendStatusUnsent       GroupMsgSendStatus = 0
	GroupMsgSendStatusSent         GroupMsgSendStatus = 1
	GroupMsgSendStatusNotFriend    GroupMsgSendStatus = 2 // failed: the customer is no longer a contact of the member
	GroupMsgSendStatusLimitReached GroupMsgSendStatus = 3 // failed: the customer has received another group message
)

// CreateGroupMsg asks members to send a message to their customers or group chats (创建企业群发).
//
// Nothing is sent until the members confirm in their client; [Client.ListGroupMsgSendResults] tells what
// became of it. A customer is left to the member who talked with them last. Each customer and each group
// chat receives at most as many group messages a month as the month has days; the corp may set a
// stricter rule. Receivers that cannot be reached come back in FailList. Errcode [CodeNoCustomerToSendTo]
// says that nobody is left.
//
// API: POST /cgi-bin/externalcontact/add_msg_template
// Doc: https://developer.work.weixin.qq.com/document/path/92135
func (c *Client) CreateGroupMsg(ctx context.Context, req *CreateGroupMsgRequest) (*CreateGroupMsgResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/externalcontact/add_msg_template", req, new(CreateGroupMsgResponse))
}

// CreateGroupMsgRequest is a message and who sends it to whom. Text or attachments must be set; for
// customers also one of Sender, ExternalUserID and TagFilter. Sender alone means all customers of this
// member.
type CreateGroupMsgRequest struct {
	ChatType       GroupMsgChatType  `json:"chat_type,omitzero"`       // GroupMsgChatTypeSingle by default
	ExternalUserID []string          `json:"external_userid,omitzero"` // customers, at most 10,000
	ChatIDList     []string          `json:"chat_id_list,omitzero"`    // group chats, at most 2,000; the sender chooses if empty
	TagFilter      GroupMsgTagFilter `json:"tag_filter,omitzero"`      // customers by their tags; ignored if ExternalUserID is set
	Sender         string            `json:"sender,omitzero"`          // the member who is to send; required for group chats
	AllowSelect    *bool             `json:"allow_select,omitzero"`    // whether the sender may choose among the customers, false by default; not for group chats
	Text           MessageText       `json:"text,omitzero"`            // at most 4,000 bytes
	Attachments    []MsgAttachment   `json:"attachments,omitzero"`     // at most 9
}

// GroupMsgTagFilter chooses customers who carry, of every group of tags, at least one.
type GroupMsgTagFilter struct {
	GroupList []GroupMsgTagGroup `json:"group_list,omitzero"`
}

// GroupMsgTagGroup is a group of tags of which one is enough.
type GroupMsgTagGroup struct {
	TagList []string `json:"tag_list,omitzero"` // ids of corp or rule group tags, at most 100
}

// CreateGroupMsgResponse is the new group message.
type CreateGroupMsgResponse struct {
	MsgID    string   `json:"msgid"`     // the id of the message
	FailList []string `json:"fail_list"` // customers or group chats that are invalid or cannot receive it
}

// CancelGroupMsg stops a group message: members who have not sent it yet no longer can
// (停止企业群发). What was sent stays sent.
//
// Errcode [CodeGroupMessageDispatching] says that the message is just being handed out, so try again in a
// while; [CodeGroupMessageCancelled] that it was stopped before.
//
// API: POST /cgi-bin/externalcontact/cancel_groupmsg_send
// Doc: https://developer.work.weixin.qq.com/document/path/97611
func (c *Client) CancelGroupMsg(ctx context.Context, msgID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/cancel_groupmsg_send", param{"msgid", msgID}, nil)
}

// ListGroupMsgs returns a page of the group messages of the corp and its members (获取群发记录列表).
// The period may be at most a month.
//
// API: POST /cgi-bin/externalcontact/get_groupmsg_list_v2
// Doc: https://developer.work.weixin.qq.com/document/path/93338
func (c *Client) ListGroupMsgs(ctx context.Context, req *ListGroupMsgsRequest) (*ListGroupMsgsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_groupmsg_list_v2", req, new(ListGroupMsgsResponse))
}

// AllGroupMsgs ranges over the group messages of a period, page by page; see [Client.ListGroupMsgs].
func (c *Client) AllGroupMsgs(ctx context.Context, req *ListGroupMsgsRequest) iter.Seq2[*GroupMsg, error] {
	return paginate(ctx, req, c.ListGroupMsgs,
		func(q *ListGroupMsgsRequest) *string { return &q.Cursor },
		func(p *ListGroupMsgsResponse) ([]*GroupMsg, string, bool) {
			return p.GroupMsgList, p.NextCursor, p.NextCursor != ""
		})
}

// ListGroupMsgsRequest says which group messages to list.
type ListGroupMsgsRequest struct {
	ChatType   GroupMsgChatType `json:"chat_type"`
	StartTime  Timestamp        `json:"start_time"`
	EndTime    Timestamp        `json:"end_time"`             // at most a month after StartTime
	Creator    string           `json:"creator,omitzero"`     // the member who created the message
	FilterType *PublisherType   `json:"filter_type,omitzero"` // PublisherTypeAll by default
	Limit      int64            `json:"limit,omitzero"`       // per page, 50 by default, at most 100
	Cursor     string           `json:"cursor,omitzero"`      // NextCursor of the page before
}

// ListGroupMsgsResponse is a page of group messages.
type ListGroupMsgsResponse struct {
	GroupMsgList []*GroupMsg `json:"group_msg_list"`
	NextCursor   string      `json:"next_cursor"` // empty on the last page
}

// GroupMsg is a message to many customers or group chats.
type GroupMsg struct {
	MsgID       string          `json:"msgid"`       // the id of the message
	Creator     string          `json:"creator"`     // the member; empty if created through the API
	CreateType  PublisherType   `json:"create_type"` // the corp or a member
	Text        MessageText     `json:"text"`
	Attachments []MsgAttachment `json:"attachments"` // pictures have a MediaID or, without it, a PicURL
	CreateTime  Timestamp       `json:"create_time"`
}

// ListGroupMsgSendResults returns a page of the customers or group chats to which a member is to send a
// group message, and whether it was sent (获取企业群发成员执行结果).
//
// Of group chats only those that have received the message are listed, as the member chooses them when
// sending. The members come from [Client.ListGroupMsgTasks].
//
// API: POST /cgi-bin/externalcontact/get_groupmsg_send_result
// Doc: https://developer.work.weixin.qq.com/document/path/93338
func (c *Client) ListGroupMsgSendResults(ctx context.Context, req *ListGroupMsgSendResultsRequest) (*ListGroupMsgSendResultsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_groupmsg_send_result", req, new(ListGroupMsgSendResultsResponse))
}

// AllGroupMsgSendResults ranges over the receivers of a member's group message, page by page; see
// [Client.ListGroupMsgSendResults].
func (c *Client) AllGroupMsgSendResults(ctx context.Context, req *ListGroupMsgSendResultsRequest) iter.Seq2[*GroupMsgSendResult, error] {
	return paginate(ctx, req, c.ListGroupMsgSendResults,
		func(q *ListGroupMsgSendResultsRequest) *string { return &q.Cursor },
		func(p *ListGroupMsgSendResultsResponse) ([]*GroupMsgSendResult, string, bool) {
			return p.SendList, p.NextCursor, p.NextCursor != ""
		})
}

// ListGroupMsgSendResultsRequest names a group message and one of its senders.
type ListGroupMsgSendResultsRequest struct {
	MsgID  string `json:"msgid"`           // the group message
	Limit  int64  `json:"limit,omitzero"`  // per page, 500 by default, at most 1,000
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	UserID string `json:"userid"`          // the member who sends
}

// ListGroupMsgSendResultsResponse is a page of receivers.
type ListGroupMsgSendResultsResponse struct {
	SendList   []*GroupMsgSendResult `json:"send_list"`
	NextCursor string                `json:"next_cursor"` // empty on the last page
}

// GroupMsgSendResult is what became of a group message to one customer or group chat.
type GroupMsgSendResult struct {
	UserID         string             `json:"userid"`          // the sender
	ChatID         string             `json:"chat_id"`         // the group chat, if the message goes to group chats
	ExternalUserID string             `json:"external_userid"` // the customer, if it goes to customers
	Status         GroupMsgSendStatus `json:"status"`
	SendTime       Timestamp          `json:"send_time"` // zero unless sent
}

// ListGroupMsgTasks returns a page of the members who are to send a group message, and whether they have
// (获取群发成员发送任务列表). Messages from before November 17, 2020 have no tasks.
//
// API: POST /cgi-bin/externalcontact/get_groupmsg_task
// Doc: https://developer.work.weixin.qq.com/document/path/93338
func (c *Client) ListGroupMsgTasks(ctx context.Context, req *ListGroupMsgTasksRequest) (*ListGroupMsgTasksResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_groupmsg_task", req, new(ListGroupMsgTasksResponse))
}

// AllGroupMsgTasks ranges over the members who are to send a group message, page by page; see
// [Client.ListGroupMsgTasks].
func (c *Client) AllGroupMsgTasks(ctx context.Context, req *ListGroupMsgTasksRequest) iter.Seq2[*GroupMsgTask, error] {
	return paginate(ctx, req, c.ListGroupMsgTasks,
		func(q *ListGroupMsgTasksRequest) *string { return &q.Cursor },
		func(p *ListGroupMsgTasksResponse) ([]*GroupMsgTask, string, bool) {
			return p.TaskList, p.NextCursor, p.NextCursor != ""
		})
}

// ListGroupMsgTasksRequest names a group message.
type ListGroupMsgTasksRequest struct {
	MsgID  string `json:"msgid"`           // the group message
	Limit  int64  `json:"limit,omitzero"`  // per page, 500 by default, at most 1,000
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListGroupMsgTasksResponse is a page of senders.
type ListGroupMsgTasksResponse struct {
	TaskList   []*GroupMsgTask `json:"task_list"`
	NextCursor string          `json:"next_cursor"` // empty on the last page
}

// GroupMsgTask is a member who is to send a group message.
type GroupMsgTask struct {
	UserID   string             `json:"userid"`
	Status   GroupMsgTaskStatus `json:"status"`
	SendTime Timestamp          `json:"send_time"` // zero unless sent
}

// CreateGroupWelcomeTemplate stores a welcome message that members can use for those who join their
// customer group chats, and returns its id (添加入群欢迎语素材). A corp may have 100; beyond that the
// errcode is 41055.
//
// API: POST /cgi-bin/externalcontact/group_welcome_template/add
// Doc: https://developer.work.weixin.qq.com/document/path/92366
func (c *Client) CreateGroupWelcomeTemplate(ctx context.Context, req *CreateGroupWelcomeTemplateRequest) (string, error) {
	var resp createGroupWelcomeTemplateResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/group_welcome_template/add", req, &resp)
	return resp.TemplateID, err
}

type createGroupWelcomeTemplateResponse struct {
	TemplateID string `json:"template_id"`
}

// CreateGroupWelcomeTemplateRequest is a welcome message: a text, one of the other kinds, or both, as two
// messages. Of image, link, mini program, file and video the first that is set counts.
type CreateGroupWelcomeTemplateRequest struct {
	Text        MessageText           `json:"text,omitzero"` // at most 3,000 bytes; %NICKNAME% becomes the customer's nickname
	Image       AttachmentImage       `json:"image,omitzero"`
	Link        AttachmentLink        `json:"link,omitzero"`
	Video       MessageMedia          `json:"video,omitzero"` // temporary media, also from SubmitMediaURLUploadJob
	MiniProgram AttachmentMiniProgram `json:"miniprogram,omitzero"`
	File        MessageMedia          `json:"file,omitzero"`    // temporary media, also from SubmitMediaURLUploadJob
	Notify      *IntBool              `json:"notify,omitzero"`  // whether members are told that there is a new template, Yes by default
	AgentID     int64                 `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// DeleteGroupWelcomeTemplate deletes a welcome message of group chats that this app created
// (删除入群欢迎语素材). Errcode 41058 says that another app created it.
//
// API: POST /cgi-bin/externalcontact/group_welcome_template/del
// Doc: https://developer.work.weixin.qq.com/document/path/92366
func (c *Client) DeleteGroupWelcomeTemplate(ctx context.Context, req *DeleteGroupWelcomeTemplateRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/group_welcome_template/del", req, nil)
}

// DeleteGroupWelcomeTemplateRequest names the template.
type DeleteGroupWelcomeTemplateRequest struct {
	TemplateID string `json:"template_id"`
	AgentID    int64  `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// UpdateGroupWelcomeTemplate replaces the content of a welcome message of group chats that this app
// created (编辑入群欢迎语素材). Errcode 41058 says that another app created it.
//
// API: POST /cgi-bin/externalcontact/group_welcome_template/edit
// Doc: https://developer.work.weixin.qq.com/document/path/92366
func (c *Client) UpdateGroupWelcomeTemplate(ctx context.Context, req *UpdateGroupWelcomeTemplateRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/group_welcome_template/edit", req, nil)
}

// UpdateGroupWelcomeTemplateRequest is the new content of a template; see
// [CreateGroupWelcomeTemplateRequest].
type UpdateGroupWelcomeTemplateRequest struct {
	TemplateID  string                `json:"template_id"`
	Text        MessageText           `json:"text,omitzero"` // at most 3,000 bytes; %NICKNAME% becomes the customer's nickname
	Image       AttachmentImage       `json:"image,omitzero"`
	Link        AttachmentLink        `json:"link,omitzero"`
	Video       MessageMedia          `json:"video,omitzero"`
	MiniProgram AttachmentMiniProgram `json:"miniprogram,omitzero"`
	File        MessageMedia          `json:"file,omitzero"`
	AgentID     *int64                `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// GetGroupWelcomeTemplate returns a welcome message of group chats (获取入群欢迎语素材).
//
// API: POST /cgi-bin/externalcontact/group_welcome_template/get
// Doc: https://developer.work.weixin.qq.com/document/path/92366
func (c *Client) GetGroupWelcomeTemplate(ctx context.Context, templateID string) (*GroupWelcomeTemplate, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/group_welcome_template/get", param{"template_id", templateID}, new(GroupWelcomeTemplate))
}

// GroupWelcomeTemplate is a welcome message for those who join a customer group chat.
type GroupWelcomeTemplate struct {
	Text        MessageText           `json:"text"`
	Image       AttachmentImage       `json:"image"` // with PicURL
	Link        AttachmentLink        `json:"link"`
	Video       MessageMedia          `json:"video"` // of the pool that it was created from: one from SubmitMediaURLUploadJob stays one
	MiniProgram AttachmentMiniProgram `json:"miniprogram"`
	File        MessageMedia          `json:"file"`    // as Video
	AgentID     int64                 `json:"agentid"` // only for old third-party suites with several apps
}

// SendGroupMsgReminder reminds the members who have not sent a group message yet (提醒成员群发). Errcode
// 41094 says that they were reminded too often; [CodeGroupMessageCancelled] that the message was stopped.
//
// API: POST /cgi-bin/externalcontact/remind_groupmsg_send
// Doc: https://developer.work.weixin.qq.com/document/path/97610
func (c *Client) SendGroupMsgReminder(ctx context.Context, msgID string) error {
	return c.invoke(ctx, post|once, "/cgi-bin/externalcontact/remind_groupmsg_send", param{"msgid", msgID}, nil)
}

// SendWelcomeMsg greets a customer who has just added a member (发送新客户欢迎语). The welcome code comes
// with an [AddExternalContactEvent] or an [AddHalfExternalContactEvent], works once and lives for 20 seconds;
// there is none if the administrator has set a welcome message for the member, if the two have talked
// already, and for customers who use WeCom.
//
// Several apps may receive a code, and the first to call wins: errcode [CodeWelcomeBeingSent] tells the
// others that a message is on its way, which may still fail, so they may try again;
// [CodeChatAlreadyStarted] that it has arrived. [CodeInvalidWelcomeCode] says that it is too late.
//
// API: POST /cgi-bin/externalcontact/send_welcome_msg
// Doc: https://developer.work.weixin.qq.com/document/path/92137
func (c *Client) SendWelcomeMsg(ctx context.Context, req *SendWelcomeMsgRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/externalcontact/send_welcome_msg", req, nil)
}

// SendWelcomeMsgRequest is a welcome message: a text, attachments, or both. Each becomes a message of its
// own.
type SendWelcomeMsgRequest struct {
	WelcomeCode string          `json:"welcome_code"`         // from the callback, valid for 20 seconds
	Text        MessageText     `json:"text,omitzero"`        // at most 4,000 bytes
	Attachments []MsgAttachment `json:"attachments,omitzero"` // at most 9
}
