package workwx

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// MailAccountAction is what is done to a mail account.
type MailAccountAction int64

// What is done to a mail account.
const (
	MailAccountActionEnable  MailAccountAction = 1
	MailAccountActionDisable MailAccountAction = 2
)

// SetMailAccountStatus disables or enables the mail account of a member or a public mailbox (禁用/启用邮箱账号).
//
// The accounts of super administrators and of whoever created the corp cannot be disabled (errcode 680044), nor
// one that is closed (680045); 680046 says that as many are enabled as can be. The app must be allowed to call
// the mail API, here and in the methods below.
//
// API: POST /cgi-bin/exmail/account/act_email
// Doc: https://developer.work.weixin.qq.com/document/path/95512
func (c *Client) SetMailAccountStatus(ctx context.Context, req *SetMailAccountStatusRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/account/act_email", req, nil)
}

// SetMailAccountStatusRequest names an account and what is done to it. Of UserID and PublicMailID one is
// needed; with both, the member's account is meant.
type SetMailAccountStatusRequest struct {
	UserID       string            `json:"userid,omitzero"`
	PublicMailID int64             `json:"publicemail_id,omitzero"`
	Type         MailAccountAction `json:"type,omitzero"`
}

// SendMail sends a mail from the app's mailbox (发送邮件). With Schedule it invites to a schedule, with Schedule
// and Meeting to a meeting, which it creates, changes or cancels. [Client.SendMailWithAttachments] reads the
// attachments from files.
//
// The members among the receivers must be visible to the app. A schedule needs the app to have the permission of
// schedules too, a meeting that of schedules and meetings. Many megabytes may need more time than [WithTimeout]
// gives by default.
//
// API: POST /cgi-bin/exmail/app/compose_send
// Doc: https://developer.work.weixin.qq.com/document/path/97445
func (c *Client) SendMail(ctx context.Context, req *SendMailRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/exmail/app/compose_send", req, nil)
}

// MailContentType is how a mail's content is written.
type MailContentType string

// How a mail's content is written.
const (
	MailContentTypeHTML MailContentType = "html"
	MailContentTypeText MailContentType = "text"
)

// SendMailRequest is a mail.
type SendMailRequest struct {
	To             MailReceivers    `json:"to,omitzero"`
	Cc             MailReceivers    `json:"cc,omitzero"`
	Bcc            MailReceivers    `json:"bcc,omitzero"`
	Subject        string           `json:"subject"`               // also the title of the schedule or meeting
	Content        string           `json:"content"`               // also the description of the schedule or meeting
	ContentType    MailContentType  `json:"content_type,omitzero"` // HTML if empty
	AttachmentList []MailAttachment `json:"attachment_list,omitzero"`
	Schedule       MailSchedule     `json:"schedule,omitzero"`
	Meeting        MailMeeting      `json:"meeting,omitzero"`         // with Schedule
	EnableIDTrans  *IntBool         `json:"enable_id_trans,omitzero"` // replace $userName=ID$ and its kin in Subject, Content and file names; for third-party apps
}

// MailReceivers are addresses and members. In To, at least one is needed.
type MailReceivers struct {
	Emails  []string `json:"emails,omitzero"`
	UserIDs []string `json:"userids,omitzero"`
}

// The limits of a mail.
const (
	MaxMailSize        = 50 << 20 // in bytes, of the content and all attachments
	MaxMailAttachments = 200
)

// MailAttachment is a file that goes with a mail.
type MailAttachment struct {
	FileName string `json:"file_name"`
	Content  string `json:"content"` // in standard base64
}

// SendMailWithAttachments sends a mail with files: it reads each to its end, encodes it and adds it to those of
// req, which stays as it is. Mails that are larger than [MaxMailSize] or have more than [MaxMailAttachments] are
// refused with an [ArgumentError]; nothing is sent then. See [Client.SendMail].
func (c *Client) SendMailWithAttachments(ctx context.Context, req *SendMailRequest, files ...*Media) error {
	const api = "/cgi-bin/exmail/app/compose_send"
	if req == nil {
		return &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	mail := *req
	mail.AttachmentList = slices.Clone(req.AttachmentList)
	left := int64(MaxMailSize - len(req.Content))
	for _, a := range req.AttachmentList {
		left -= int64(base64.StdEncoding.DecodedLen(len(a.Content)))
	}
	if n := len(req.AttachmentList) + len(files); n > MaxMailAttachments {
		return invalid(api, "AttachmentList", "there are %d, more than the limit of %d", n, MaxMailAttachments)
	}
	for i, file := range files {
		field := fmt.Sprintf("files[%d]", i)
		switch {
		case file == nil || file.Reader == nil:
			return invalid(api, field, "there is nothing to read the file from")
		case file.FileName == "":
			return invalid(api, field, "it has no name")
		}
		var content strings.Builder
		encoder := base64.NewEncoder(base64.StdEncoding, &content)
		n, err := io.Copy(encoder, io.LimitReader(file.Reader, max(left, 0)+1))
		if err != nil {
			return &ArgumentError{API: api, Field: field, Reason: err}
		}
		encoder.Close()
		if left -= n; left < 0 {
			return invalid(api, field, "the mail is larger than the limit of %d bytes with it", MaxMailSize)
		}
		mail.AttachmentList = append(mail.AttachmentList, MailAttachment{FileName: file.FileName, Content: content.String()})
	}
	return c.SendMail(ctx, &mail)
}

// MailScheduleMethod is what a mail does to a schedule or meeting.
type MailScheduleMethod string

// What a mail does to a schedule or meeting.
const (
	MailScheduleMethodRequest MailScheduleMethod = "request" // create it or, given its ID, change it
	MailScheduleMethodCancel  MailScheduleMethod = "cancel"  // cancel it; its ID is needed
)

// MailSchedule is the schedule that a mail invites to, or the time of the meeting.
type MailSchedule struct {
	ScheduleID string             `json:"schedule_id,omitzero"` // to change or cancel it
	Method     MailScheduleMethod `json:"method,omitzero"`      // [MailScheduleMethodRequest] if empty
	StartTime  Timestamp          `json:"start_time"`
	EndTime    Timestamp          `json:"end_time"`
	Location   string             `json:"location,omitzero"`
	Reminders  MailReminders      `json:"reminders,omitzero"`
}

// MailReminders says how often a schedule or meeting repeats and when its participants are reminded.
type MailReminders struct {
	IsRemind              *IntBool            `json:"is_remind,omitzero"`
	RemindBeforeEventMins *int64              `json:"remind_before_event_mins,omitzero"` // how many minutes before the start; -15 for 15 minutes after it
	RemindTimeDiffs       []int64             `json:"remind_time_diffs,omitzero"`        // when, in seconds from the start
	IsRepeat              *IntBool            `json:"is_repeat,omitzero"`
	RepeatType            *ScheduleRepeatType `json:"repeat_type,omitzero"`          // not by working days
	RepeatUntil           Timestamp           `json:"repeat_until,omitzero"`         // for ever if zero
	IsCustomRepeat        *IntBool            `json:"is_custom_repeat,omitzero"`     // the fields below hold; otherwise it repeats on the weekday or date of the start
	RepeatInterval        int64               `json:"repeat_interval,omitzero"`      // 2 for every second week or month
	RepeatDayOfWeek       []int64             `json:"repeat_day_of_week,omitzero"`   // 1 Monday to 7 Sunday; weekly
	RepeatDayOfMonth      []int64             `json:"repeat_day_of_month,omitzero"`  // 1 to 31; monthly and, with RepeatMonthOfYear, yearly
	RepeatWeekOfMonth     []int64             `json:"repeat_week_of_month,omitzero"` // which weeks of the month
	RepeatMonthOfYear     []int64             `json:"repeat_month_of_year,omitzero"` // 1 to 12; yearly
	Timezone              *int64              `json:"timezone,omitzero"`             // in hours east of UTC, -12 to 12; 8 if nil
}

// MailMeeting is the meeting that a mail invites to. Its times are those of the [MailSchedule].
type MailMeeting struct {
	Option        MailMeetingOption `json:"option,omitzero"`
	Hosts         MailMeetingUsers  `json:"hosts,omitzero"` // at most 10
	MeetingAdmins MailMeetingUsers  `json:"meeting_admins"` // one member of the corp, who must be among the receivers
}

// MailMeetingUsers are members with a part in a meeting.
type MailMeetingUsers struct {
	UserIDs []string `json:"userids,omitzero"`
}

// MailMeetingAutoRecord says whether a meeting is recorded.
type MailMeetingAutoRecord int64

// Whether a meeting is recorded.
const (
	MailMeetingAutoRecordOff   MailMeetingAutoRecord = 0
	MailMeetingAutoRecordLocal MailMeetingAutoRecord = 1
	MailMeetingAutoRecordCloud MailMeetingAutoRecord = 2
)

// MailMeetingEnterRestraint says who may enter a meeting.
type MailMeetingEnterRestraint int64

// Who may enter a meeting.
const (
	MailMeetingEnterRestraintNone MailMeetingEnterRestraint = 0 // everybody may
	MailMeetingEnterRestraintCorp MailMeetingEnterRestraint = 2 // members of the corp may
)

// MailMeetingMute says whether participants are muted when they enter a meeting.
type MailMeetingMute int64

// Whether participants are muted when they enter a meeting.
const (
	MailMeetingMuteOff  MailMeetingMute = 0
	MailMeetingMuteOn   MailMeetingMute = 1
	MailMeetingMuteAuto MailMeetingMute = 2 // once there are more than 6
)

// MailMeetingRemindScope says who is called when a meeting starts.
type MailMeetingRemindScope int64

// Who is called when a meeting starts.
const (
	MailMeetingRemindScopeNobody    MailMeetingRemindScope = 1
	MailMeetingRemindScopeHost      MailMeetingRemindScope = 2
	MailMeetingRemindScopeEverybody MailMeetingRemindScope = 3
)

// MailMeetingWatermark is a kind of watermark.
type MailMeetingWatermark int64

// The kinds of watermarks.
const (
	MailMeetingWatermarkSingle MailMeetingWatermark = 0 // in one row
	MailMeetingWatermarkMulti  MailMeetingWatermark = 1 // in many
)

// MailMeetingOption says how a meeting is held.
type MailMeetingOption struct {
	Password              Secret                    `json:"password,omitzero"`                // 4 to 6 digits
	AutoRecord            MailMeetingAutoRecord     `json:"auto_record,omitzero"`             // off if 0
	EnableWaitingRoom     *bool                     `json:"enable_waiting_room,omitzero"`     // false if nil
	AllowEnterBeforeHost  *bool                     `json:"allow_enter_before_host,omitzero"` // true if nil
	EnableScreenWatermark *bool                     `json:"enable_screen_watermark,omitzero"` // false if nil
	EnterRestraint        MailMeetingEnterRestraint `json:"enter_restraint,omitzero"`         // none if 0
	EnableEnterMute       *MailMeetingMute          `json:"enable_enter_mute,omitzero"`       // [MailMeetingMuteAuto] if nil
	RemindScope           MailMeetingRemindScope    `json:"remind_scope,omitzero"`            // the host if 0
	WatermarkType         MailMeetingWatermark      `json:"water_mark_type,omitzero"`         // a single row if 0
}

// GetMailAppAccount returns the addresses of the app's mailbox (查询应用邮箱账号).
//
// API: POST /cgi-bin/exmail/app/get_email_alias
// Doc: https://developer.work.weixin.qq.com/document/path/97992
func (c *Client) GetMailAppAccount(ctx context.Context) (*MailAppAccount, error) {
	return exec(ctx, c, post, "/cgi-bin/exmail/app/get_email_alias", nil, new(MailAppAccount))
}

// MailAppAccount is the mailbox of an app.
type MailAppAccount struct {
	Email     string   `json:"email"`
	AliasList []string `json:"alias_list"` // its other addresses
}

// ListMails returns a page of the mails that came to the app's mailbox within a time (获取收件箱邮件列表).
// [Client.AllMails] reads all pages.
//
// API: POST /cgi-bin/exmail/app/get_mail_list
// Doc: https://developer.work.weixin.qq.com/document/path/97505
func (c *Client) ListMails(ctx context.Context, req *ListMailsRequest) (*ListMailsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/exmail/app/get_mail_list", req, new(ListMailsResponse))
}

// AllMails ranges over the mails that came to the app's mailbox, page by page; see [Client.ListMails].
func (c *Client) AllMails(ctx context.Context, req *ListMailsRequest) iter.Seq2[*MailItem, error] {
	return paginate(ctx, req, c.ListMails,
		func(q *ListMailsRequest) *string { return &q.Cursor },
		func(p *ListMailsResponse) ([]*MailItem, string, bool) {
			return p.MailList, p.NextCursor, bool(p.HasMore)
		})
}

// ListMailsRequest says which mails to list. Both times are needed.
type ListMailsRequest struct {
	BeginTime Timestamp `json:"begin_time,omitzero"`
	EndTime   Timestamp `json:"end_time,omitzero"`
	Limit     int64     `json:"limit,omitzero"`  // how many at most, up to 1,000; 100 if 0
	Cursor    string    `json:"cursor,omitzero"` // the NextCursor of the previous page
}

// ListMailsResponse is a page of mails.
type ListMailsResponse struct {
	MailList   []*MailItem `json:"mail_list"`
	HasMore    IntBool     `json:"has_more"` // whether another page follows
	NextCursor string      `json:"next_cursor"`
}

// MailItem is a mail in a list.
type MailItem struct {
	MailID string `json:"mail_id"` // for [Client.GetMail]
}

// GetMail returns a mail that came to the app's mailbox, as it was sent: headers, bodies and attachments in MIME
// (获取邮件内容). net/mail and mime/multipart take it apart.
//
// API: POST /cgi-bin/exmail/app/read_mail
// Doc: https://developer.work.weixin.qq.com/document/path/97982
func (c *Client) GetMail(ctx context.Context, mailID string) (string, error) {
	var resp getMailResponse
	err := c.invoke(ctx, post, "/cgi-bin/exmail/app/read_mail", param{"mail_id", mailID}, &resp)
	return resp.MailData, err
}

type getMailResponse struct {
	MailData string `json:"mail_data"`
}

// UpdateMailAppAccount changes the address of the app's mailbox (更新应用邮箱账号). Errcode 680048 says that the
// address is taken, 680047 that it is malformed.
//
// API: POST /cgi-bin/exmail/app/update_email_alias
// Doc: https://developer.work.weixin.qq.com/document/path/97503
func (c *Client) UpdateMailAppAccount(ctx context.Context, newEmail string) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/app/update_email_alias", param{"new_email", newEmail}, nil)
}

// MailStringList is a list of addresses or user IDs that travels as {"list": […]}. In a request, nil stays away
// and an empty list clears.
type MailStringList []string

// MarshalJSON wraps the list.
func (l MailStringList) MarshalJSON() ([]byte, error) { return wrapMailList(l) }

// UnmarshalJSON takes the list wrapped or as it is.
func (l *MailStringList) UnmarshalJSON(b []byte) (err error) {
	*l, err = unwrapMailList[string](b)
	return err
}

// MailIDList is a list of the IDs of departments or tags that travels as {"list": […]}. In a request, nil stays
// away and an empty list clears.
type MailIDList []int64

// MarshalJSON wraps the list.
func (l MailIDList) MarshalJSON() ([]byte, error) { return wrapMailList(l) }

// UnmarshalJSON takes the list wrapped or as it is.
func (l *MailIDList) UnmarshalJSON(b []byte) (err error) {
	*l, err = unwrapMailList[int64](b)
	return err
}

type mailList[T any] struct {
	List []T `json:"list"`
}

func wrapMailList[T any](l []T) ([]byte, error) {
	if l == nil {
		l = []T{}
	}
	return encodeJSON(mailList[T]{l})
}

func unwrapMailList[T any](b []byte) ([]T, error) {
	if len(b) > 0 && b[0] == '[' {
		var l []T
		err := json.Unmarshal(b, &l)
		return l, err
	}
	var wrapped mailList[T]
	err := json.Unmarshal(b, &wrapped)
	return wrapped.List, err
}

// MailGroupAllowType says who may write to a mail group.
type MailGroupAllowType int64

// Who may write to a mail group.
const (
	MailGroupAllowTypeCorp   MailGroupAllowType = 0 // members of the corp, 企业成员
	MailGroupAllowTypeAnyone MailGroupAllowType = 1 // 任何人
	MailGroupAllowTypeGroup  MailGroupAllowType = 2 // members of the group, 组内成员
	MailGroupAllowTypeCustom MailGroupAllowType = 3 // those in the Allow… lists, 自定义成员
)

// CreateMailGroup creates a mail group, an address that stands for many (创建邮件群组).
//
// Errcode 680008 says that nobody is in it, 680010 and 680011 that the address is taken. An app can change and
// read the groups that it created, no others.
//
// API: POST /cgi-bin/exmail/group/create
// Doc: https://developer.work.weixin.qq.com/document/path/95510
func (c *Client) CreateMailGroup(ctx context.Context, req *CreateMailGroupRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/exmail/group/create", req, nil)
}

// CreateMailGroupRequest is a new mail group. Of the first four lists one is needed. The Allow… lists are for
// [MailGroupAllowTypeCustom], which needs one of them; the others must have none.
type CreateMailGroupRequest struct {
	GroupID             string              `json:"groupid"`                       // its address
	GroupName           string              `json:"groupname"`                     // unique, at most 200 bytes
	EmailList           MailStringList      `json:"email_list,omitzero"`           // the mail addresses of members in it: [User.BizMail]
	GroupList           MailStringList      `json:"group_list,omitzero"`           // the addresses of groups in it
	TagList             MailIDList          `json:"tag_list,omitzero"`             // IDs of tags in it
	DepartmentList      MailIDList          `json:"department_list,omitzero"`      // IDs of departments in it
	AllowType           *MailGroupAllowType `json:"allow_type,omitzero"`           // who may write to it
	AllowEmailList      MailStringList      `json:"allow_emaillist,omitzero"`      // the mail addresses of members who may
	AllowTagList        MailIDList          `json:"allow_taglist,omitzero"`        // IDs of tags whose members may
	AllowDepartmentList MailIDList          `json:"allow_departmentlist,omitzero"` // IDs of departments whose members may
}

// DeleteMailGroup deletes a mail group of the app (删除邮件群组). Errcode 680012 says that there is none.
//
// API: POST /cgi-bin/exmail/group/delete
// Doc: https://developer.work.weixin.qq.com/document/path/97996
func (c *Client) DeleteMailGroup(ctx context.Context, groupID string) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/group/delete", param{"groupid", groupID}, nil)
}

// GetMailGroup returns a mail group of the app (获取邮件群组详情).
//
// API: GET /cgi-bin/exmail/group/get
// Doc: https://developer.work.weixin.qq.com/document/path/97997
func (c *Client) GetMailGroup(ctx context.Context, groupID string) (*MailGroup, error) {
	return exec(ctx, c, get, "/cgi-bin/exmail/group/get", param{"groupid", groupID}, new(MailGroup))
}

// MailGroup is a mail group.
type MailGroup struct {
	GroupID             string             `json:"groupid"` // its address
	GroupName           string             `json:"groupname"`
	EmailList           MailStringList     `json:"email_list"`      // the mail addresses of members in it
	GroupList           MailStringList     `json:"group_list"`      // the addresses of groups in it
	TagList             MailIDList         `json:"tag_list"`        // IDs of tags in it
	DepartmentList      MailIDList         `json:"department_list"` // IDs of departments in it
	AllowType           MailGroupAllowType `json:"allow_type"`      // who may write to it
	AllowEmailList      MailStringList     `json:"allow_emaillist"` // the mail addresses of members who may
	AllowTagList        MailIDList         `json:"allow_taglist"`
	AllowDepartmentList MailIDList         `json:"allow_departmentlist"`
}

// SearchMailGroups returns the mail groups of the app whose addresses resemble one, or all (模糊搜索邮件群组).
//
// API: GET /cgi-bin/exmail/group/search
// Doc: https://developer.work.weixin.qq.com/document/path/97998
func (c *Client) SearchMailGroups(ctx context.Context, req *SearchMailGroupsRequest) (*SearchMailGroupsResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/exmail/group/search", req, new(SearchMailGroupsResponse))
}

// SearchMailGroupsRequest says which mail groups to return.
type SearchMailGroupsRequest struct {
	Fuzzy   IntBool `json:"fuzzy"`            // search for GroupID; if false, all groups are returned
	GroupID string  `json:"groupid,omitzero"` // an address
}

// SearchMailGroupsResponse is what was found.
type SearchMailGroupsResponse struct {
	Count  int64            `json:"count"`
	Groups []*MailGroupItem `json:"groups"`
}

// MailGroupItem is a mail group in a list.
type MailGroupItem struct {
	GroupID   string `json:"groupid"` // its address
	GroupName string `json:"groupname"`
}

// UpdateMailGroup changes the fields of a mail group that req sets (更新邮件群组).
//
// API: POST /cgi-bin/exmail/group/update
// Doc: https://developer.work.weixin.qq.com/document/path/97995
func (c *Client) UpdateMailGroup(ctx context.Context, req *UpdateMailGroupRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/group/update", req, nil)
}

// UpdateMailGroupRequest says what changes in a mail group. See [CreateMailGroupRequest] for the fields.
type UpdateMailGroupRequest struct {
	GroupID             string              `json:"groupid"` // its address, which cannot be changed
	GroupName           *string             `json:"groupname,omitzero"`
	EmailList           MailStringList      `json:"email_list,omitzero"`
	GroupList           MailStringList      `json:"group_list,omitzero"`
	TagList             MailIDList          `json:"tag_list,omitzero"`
	DepartmentList      MailIDList          `json:"department_list,omitzero"`
	AllowType           *MailGroupAllowType `json:"allow_type,omitzero"`
	AllowEmailList      MailStringList      `json:"allow_emaillist,omitzero"`
	AllowTagList        MailIDList          `json:"allow_taglist,omitzero"`
	AllowDepartmentList MailIDList          `json:"allow_departmentlist,omitzero"`
}

// GetMailUnreadCount returns how many mails a member has not read (获取邮件未读数).
//
// API: POST /cgi-bin/exmail/mail/get_newcount
// Doc: https://developer.work.weixin.qq.com/document/path/95514
func (c *Client) GetMailUnreadCount(ctx context.Context, userID string) (int64, error) {
	var resp getMailUnreadCountResponse
	err := c.invoke(ctx, post, "/cgi-bin/exmail/mail/get_newcount", param{"userid", userID}, &resp)
	return resp.Count, err
}

type getMailUnreadCountResponse struct {
	Count int64 `json:"count"`
}

// CreatePublicMail creates a public mailbox, one that several members use (创建公共邮箱).
//
// With CreateAuthCode the response holds a password for other mail clients: the platform shows it this once.
// Errcode 680033 says that the address is taken, 680040 the name, 680037 that no account is left. An app can
// change and read the public mailboxes that it created, no others.
//
// API: POST /cgi-bin/exmail/publicmail/create
// Doc: https://developer.work.weixin.qq.com/document/path/95511
func (c *Client) CreatePublicMail(ctx context.Context, req *CreatePublicMailRequest) (*CreatePublicMailResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/exmail/publicmail/create", req, new(CreatePublicMailResponse))
}

// CreatePublicMailRequest is a new public mailbox. Of the lists one is needed.
type CreatePublicMailRequest struct {
	Email          string                 `json:"email"`
	Name           string                 `json:"name"`                      // unique, at most 64 characters or 32 Chinese ones
	UserIDList     MailStringList         `json:"userid_list,omitzero"`      // user IDs of members who may use it
	TagList        MailIDList             `json:"tag_list,omitzero"`         // IDs of tags whose members may
	DepartmentList MailIDList             `json:"department_list,omitzero"`  // IDs of departments whose members may
	CreateAuthCode *IntBool               `json:"create_auth_code,omitzero"` // also create a password for other mail clients; at most 10
	AuthCodeInfo   PublicMailAuthCodeInfo `json:"auth_code_info,omitzero"`   // with CreateAuthCode
}

// PublicMailAuthCodeInfo is what is said of a password.
type PublicMailAuthCodeInfo struct {
	Remark string `json:"remark,omitzero"` // at most 128 bytes; 办公PC if empty
}

// CreatePublicMailResponse is a public mailbox that was created.
type CreatePublicMailResponse struct {
	ID         int64  `json:"id"`
	AuthCodeID int64  `json:"auth_code_id"` // of the password, if one was created
	AuthCode   Secret `json:"auth_code"`    // the password
}

// DeletePublicMail deletes a public mailbox of the app (删除公共邮箱). Errcode 680035 says that there is none.
//
// API: POST /cgi-bin/exmail/publicmail/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98001
func (c *Client) DeletePublicMail(ctx context.Context, publicMailID int64) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/publicmail/delete", param{"id", publicMailID}, nil)
}

// DeletePublicMailAuthCode deletes a password of a public mailbox: mail clients that use it are locked out
// (删除客户端专用密码). Errcode 680151 says that there is none.
//
// API: POST /cgi-bin/exmail/publicmail/delete_auth_code
// Doc: https://developer.work.weixin.qq.com/document/path/100184
func (c *Client) DeletePublicMailAuthCode(ctx context.Context, req *DeletePublicMailAuthCodeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/publicmail/delete_auth_code", req, nil)
}

// DeletePublicMailAuthCodeRequest names a password.
type DeletePublicMailAuthCodeRequest struct {
	ID         int64 `json:"id"` // of the public mailbox
	AuthCodeID int64 `json:"auth_code_id"`
}

// BatchGetPublicMails returns public mailboxes of the app (获取公共邮箱详情).
//
// API: POST /cgi-bin/exmail/publicmail/get
// Doc: https://developer.work.weixin.qq.com/document/path/98002
func (c *Client) BatchGetPublicMails(ctx context.Context, req *BatchGetPublicMailsRequest) ([]*PublicMail, error) {
	var resp batchGetPublicMailsResponse
	err := c.invoke(ctx, post, "/cgi-bin/exmail/publicmail/get", req, &resp)
	return resp.List, err
}

type batchGetPublicMailsResponse struct {
	List []*PublicMail `json:"list"`
}

// BatchGetPublicMailsRequest names the public mailboxes to return.
type BatchGetPublicMailsRequest struct {
	IDList []int64 `json:"id_list"`
}

// PublicMail is a public mailbox.
type PublicMail struct {
	ID             int64          `json:"id"`
	Email          string         `json:"email"`
	Name           string         `json:"name"`
	UserIDList     MailStringList `json:"userid_list"`     // user IDs of members who may use it
	TagList        MailIDList     `json:"tag_list"`        // IDs of tags whose members may
	DepartmentList MailIDList     `json:"department_list"` // IDs of departments whose members may
	AliasList      MailStringList `json:"alias_list"`      // its other addresses
}

// ListPublicMailAuthCodes returns the passwords of a public mailbox that were created through the API, without
// the passwords themselves (获取客户端专用密码列表).
//
// API: POST /cgi-bin/exmail/publicmail/get_auth_code_list
// Doc: https://developer.work.weixin.qq.com/document/path/100183
func (c *Client) ListPublicMailAuthCodes(ctx context.Context, publicMailID int64) ([]*PublicMailAuthCode, error) {
	var resp listPublicMailAuthCodesResponse
	err := c.invoke(ctx, post, "/cgi-bin/exmail/publicmail/get_auth_code_list", param{"id", publicMailID}, &resp)
	return resp.AuthCodeList, err
}

type listPublicMailAuthCodesResponse struct {
	AuthCodeList []*PublicMailAuthCode `json:"auth_code_list"`
}

// PublicMailAuthCode is what is known of a password.
type PublicMailAuthCode struct {
	AuthCodeID  int64     `json:"auth_code_id"`
	Remark      string    `json:"remark"`
	CreateTime  Timestamp `json:"create_time"`
	LastUseTime Timestamp `json:"last_use_time"`
}

// SearchPublicMails returns the public mailboxes of the app whose addresses or names resemble one, or all
// (模糊搜索公共邮箱).
//
// API: GET /cgi-bin/exmail/publicmail/search
// Doc: https://developer.work.weixin.qq.com/document/path/98003
func (c *Client) SearchPublicMails(ctx context.Context, req *SearchPublicMailsRequest) ([]*PublicMailItem, error) {
	var resp searchPublicMailsResponse
	err := c.invoke(ctx, get, "/cgi-bin/exmail/publicmail/search", req, &resp)
	return resp.List, err
}

type searchPublicMailsResponse struct {
	List []*PublicMailItem `json:"list"`
}

// SearchPublicMailsRequest says which public mailboxes to return.
type SearchPublicMailsRequest struct {
	Fuzzy IntBool `json:"fuzzy"`          // search for Email; if false, all are returned
	Email string  `json:"email,omitzero"` // an address or name
}

// PublicMailItem is a public mailbox in a list.
type PublicMailItem struct {
	ID    int64  `json:"id"`
	Email string `json:"email"`
	Name  string `json:"name"`
}

// UpdatePublicMail changes the fields of a public mailbox that req sets (更新公共邮箱). With CreateAuthCode it
// also creates a password for other mail clients, which the platform shows this once; errcode 680153 says that
// there are as many as can be.
//
// API: POST /cgi-bin/exmail/publicmail/update
// Doc: https://developer.work.weixin.qq.com/document/path/98000
func (c *Client) UpdatePublicMail(ctx context.Context, req *UpdatePublicMailRequest) (*UpdatePublicMailResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/exmail/publicmail/update", req, new(UpdatePublicMailResponse))
}

// UpdatePublicMailRequest says what changes in a public mailbox. Somebody must be left who may use it.
type UpdatePublicMailRequest struct {
	ID             int64                  `json:"id"`
	Name           *string                `json:"name,omitzero"`             // unique, at most 64 characters or 32 Chinese ones
	UserIDList     MailStringList         `json:"userid_list,omitzero"`      // user IDs of members who may use it
	TagList        MailIDList             `json:"tag_list,omitzero"`         // IDs of tags whose members may
	DepartmentList MailIDList             `json:"department_list,omitzero"`  // IDs of departments whose members may
	AliasList      MailStringList         `json:"alias_list,omitzero"`       // its other addresses, at most 5, of 6 to 64 bytes
	CreateAuthCode *IntBool               `json:"create_auth_code,omitzero"` // create a password; at most 10
	AuthCodeInfo   PublicMailAuthCodeInfo `json:"auth_code_info,omitzero"`   // with CreateAuthCode
}

// UpdatePublicMailResponse is the password that was created, if one was.
type UpdatePublicMailResponse struct {
	AuthCodeID int64  `json:"auth_code_id"`
	AuthCode   Secret `json:"auth_code"`
}

// MailUserOptionType is something about a member's mail that can be switched.
type MailUserOptionType int64

// What can be switched about a member's mail.
const (
	MailUserOptionTypeForceSecureLogin MailUserOptionType = 1 // 强制启用安全登录
	MailUserOptionTypeIMAP             MailUserOptionType = 2 // IMAP/SMTP服务
	MailUserOptionTypePOP              MailUserOptionType = 3 // POP/SMTP服务
	MailUserOptionTypeSecureLogin      MailUserOptionType = 4 // 是否启用安全登录
)

// GetMailUserOptions returns how other mail clients may log in to a member's mailbox (获取用户功能属性).
//
// API: POST /cgi-bin/exmail/useroption/get
// Doc: https://developer.work.weixin.qq.com/document/path/95513
func (c *Client) GetMailUserOptions(ctx context.Context, req *GetMailUserOptionsRequest) (*MailUserOptions, error) {
	var resp getMailUserOptionsResponse
	err := c.invoke(ctx, post, "/cgi-bin/exmail/useroption/get", req, &resp)
	return resp.Option, err
}

type getMailUserOptionsResponse struct {
	Option *MailUserOptions `json:"option"`
}

// GetMailUserOptionsRequest says which options of which member to return.
type GetMailUserOptionsRequest struct {
	UserID string               `json:"userid,omitzero"`
	Type   []MailUserOptionType `json:"type"`
}

// MailUserOptions are options of a member's mailbox.
type MailUserOptions struct {
	List []MailUserOption `json:"list"`
}

// MailUserOption is an option of a member's mailbox.
type MailUserOption struct {
	Type  MailUserOptionType `json:"type"`
	Value string             `json:"value"` // "1" on, "0" off
}

// UpdateMailUserOptions changes how other mail clients may log in to a member's mailbox (更改用户功能属性).
//
// API: POST /cgi-bin/exmail/useroption/update
// Doc: https://developer.work.weixin.qq.com/document/path/98008
func (c *Client) UpdateMailUserOptions(ctx context.Context, req *UpdateMailUserOptionsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/exmail/useroption/update", req, nil)
}

// UpdateMailUserOptionsRequest says which options of which member change.
type UpdateMailUserOptionsRequest struct {
	UserID string          `json:"userid,omitzero"`
	Option MailUserOptions `json:"option"`
}

// AddMailVIPs gives members the advanced features of mail (分配邮件高级功能账号). Whom they could not be given to
// is in the response. Errcode 751001 says that the corp does not have them, 751002 that too few are left.
//
// API: POST /cgi-bin/exmail/vip/batch_add
// Doc: https://developer.work.weixin.qq.com/document/path/99316
func (c *Client) AddMailVIPs(ctx context.Context, req *AddMailVIPsRequest) (*AddMailVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/exmail/vip/batch_add", req, new(AddMailVIPsResponse))
}

// AddMailVIPsRequest names the members who get the advanced features.
type AddMailVIPsRequest struct {
	UserIDList []string `json:"userid_list"`
}

// AddMailVIPsResponse says who got the advanced features.
type AddMailVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"`
	FailUserIDList []string `json:"fail_userid_list"`
}

// RemoveMailVIPs takes the advanced features of mail away from members (取消邮件高级功能账号). From whom they could
// not be taken is in the response.
//
// API: POST /cgi-bin/exmail/vip/batch_del
// Doc: https://developer.work.weixin.qq.com/document/path/99317
func (c *Client) RemoveMailVIPs(ctx context.Context, req *RemoveMailVIPsRequest) (*RemoveMailVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/exmail/vip/batch_del", req, new(RemoveMailVIPsResponse))
}

// RemoveMailVIPsRequest names the members who lose the advanced features.
type RemoveMailVIPsRequest struct {
	UserIDList []string `json:"userid_list"`
}

// RemoveMailVIPsResponse says who lost the advanced features.
type RemoveMailVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"`
	FailUserIDList []string `json:"fail_userid_list"`
}

// ListMailVIPUserIDs returns a page of the user IDs of the members who have the advanced features of mail
// (获取邮件高级功能账号列表). [Client.AllMailVIPUserIDs] reads all pages. req may be nil.
//
// API: POST /cgi-bin/exmail/vip/list
// Doc: https://developer.work.weixin.qq.com/document/path/99318
func (c *Client) ListMailVIPUserIDs(ctx context.Context, req *ListMailVIPUserIDsRequest) (*ListMailVIPUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/exmail/vip/list", req, new(ListMailVIPUserIDsResponse))
}

// AllMailVIPUserIDs ranges over the user IDs of the members who have the advanced features of mail, page by
// page; see [Client.ListMailVIPUserIDs].
func (c *Client) AllMailVIPUserIDs(ctx context.Context, req *ListMailVIPUserIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListMailVIPUserIDs,
		func(q *ListMailVIPUserIDsRequest) *string { return &q.Cursor },
		func(p *ListMailVIPUserIDsResponse) ([]string, string, bool) {
			return p.UserIDList, p.NextCursor, p.HasMore
		})
}

// ListMailVIPUserIDsRequest says which page to read.
type ListMailVIPUserIDsRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the previous page
	Limit  int64  `json:"limit,omitzero"`  // how many at most
}

// ListMailVIPUserIDsResponse is a page of user IDs.
type ListMailVIPUserIDsResponse struct {
	UserIDList []string `json:"userid_list"`
	HasMore    bool     `json:"has_more"` // whether another page follows
	NextCursor string   `json:"next_cursor"`
}
