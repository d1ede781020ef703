package workwx

import (
	"context"
	"fmt"
	"iter"
)

// Gender is the gender of a member or customer. It travels as a number in requests, and as a number or a
// string in answers.
type Gender int64

// The genders that the platform knows.
const (
	GenderUnknown Gender = 0 // not set, or withheld from the app
	GenderMale    Gender = 1
	GenderFemale  Gender = 2
)

// UnmarshalJSON accepts 1, "1", "" and null.
func (g *Gender) UnmarshalJSON(b []byte) error {
	n, err := integer(b)
	if err != nil {
		return fmt.Errorf("a gender: %w", err)
	}
	*g = Gender(n)
	return nil
}

// UserStatus says whether a member uses WeCom.
type UserStatus int64

// The states of a member.
const (
	UserStatusActive       UserStatus = 1 // uses WeCom, or follows the corp's WeChat plugin
	UserStatusDisabled     UserStatus = 2
	UserStatusNotActivated UserStatus = 4 // has not joined yet
	UserStatusLeft         UserStatus = 5 // has left the corp
)

// AttrType says what kind of value a custom attribute has.
type AttrType int64

// The kinds of custom attributes.
const (
	AttrTypeText        AttrType = 0
	AttrTypeWeb         AttrType = 1 // a link with a title
	AttrTypeMiniProgram AttrType = 2 // in an [ExternalProfile] only
)

// ExtAttr holds the custom attributes of a member that colleagues see.
type ExtAttr struct {
	Attrs []ExtAttrItem `json:"attrs,omitzero"`
}

// ExtAttrItem is a custom attribute of a member, of the type text or web. The administrator defines the
// attributes of a corp; the platform ignores one that is not defined, without an error.
type ExtAttrItem struct {
	Type AttrType `json:"type"`
	Name string   `json:"name"`
	Text AttrText `json:"text,omitzero"` // of AttrTypeText
	Web  AttrWeb  `json:"web,omitzero"`  // of AttrTypeWeb
}

// MarshalJSON encodes the value that goes with the type even if it is empty: that clears the attribute.
func (a ExtAttrItem) MarshalJSON() ([]byte, error) {
	return ExternalAttr{Type: a.Type, Name: a.Name, Text: a.Text, Web: a.Web}.MarshalJSON()
}

// AttrText is the value of a custom attribute of the type text.
type AttrText struct {
	Value string `json:"value"` // at most 64 characters for a member's own attributes
}

// AttrWeb is the value of a custom attribute of the type web. Title and URL are both set or both empty.
type AttrWeb struct {
	Title string `json:"title"` // at most 12 characters
	URL   string `json:"url"`   // with http:// or https://
}

// AttrMiniProgram is the value of a custom attribute of the type mini program.
type AttrMiniProgram struct {
	AppID    string `json:"appid"`    // of a mini program that is linked to the corp
	PagePath string `json:"pagepath"` // the page to open
	Title    string `json:"title"`
}

// ExternalProfile is what a member shows to people outside the corp, or a customer to the corp.
type ExternalProfile struct {
	ExternalCorpName string         `json:"external_corp_name,omitzero"` // the corp's short name; only a verified one is accepted, else errcode 41036
	WechatChannels   WechatChannels `json:"wechat_channels,omitzero"`
	ExternalAttr     []ExternalAttr `json:"external_attr,omitzero"`
}

// WechatChannels is the video channel (视频号) that a member shows.
type WechatChannels struct {
	Nickname string               `json:"nickname"`        // of a channel that is linked to the corp
	Status   WechatChannelsStatus `json:"status,omitzero"` // in answers only
}

// WechatChannelsStatus says whether a video channel can be shown.
type WechatChannelsStatus int64

// The states of a video channel.
const (
	WechatChannelsConfirmed WechatChannelsStatus = 0
	WechatChannelsPending   WechatChannelsStatus = 1 // waits for the corp's confirmation
)

// ExternalAttr is a custom attribute of an [ExternalProfile]. One that the corp has not defined is
// ignored, without an error.
type ExternalAttr struct {
	Type        AttrType        `json:"type"`
	Name        string          `json:"name"`
	Text        AttrText        `json:"text,omitzero"`        // of AttrTypeText
	Web         AttrWeb         `json:"web,omitzero"`         // of AttrTypeWeb
	MiniProgram AttrMiniProgram `json:"miniprogram,omitzero"` // of AttrTypeMiniProgram
}

// MarshalJSON encodes the value that goes with the type even if it is empty: that clears the attribute.
func (a ExternalAttr) MarshalJSON() ([]byte, error) {
	wire := struct {
		Type        AttrType         `json:"type"`
		Name        string           `json:"name"`
		Text        *AttrText        `json:"text,omitzero"`
		Web         *AttrWeb         `json:"web,omitzero"`
		MiniProgram *AttrMiniProgram `json:"miniprogram,omitzero"`
	}{Type: a.Type, Name: a.Name}
	if a.Type == AttrTypeText || a.Text != (AttrText{}) {
		wire.Text = &a.Text
	}
	if a.Type == AttrTypeWeb || a.Web != (AttrWeb{}) {
		wire.Web = &a.Web
	}
	if a.Type == AttrTypeMiniProgram || a.MiniProgram != (AttrMiniProgram{}) {
		wire.MiniProgram = &a.MiniProgram
	}
	return encodeJSON(wire)
}

// CreateUser adds a member to the contacts, and returns the departments that were created on the way, nil
// if none (创建成员). A department in the request that does not exist is created below 待设置部门.
//
// Only the secret of the contacts (通讯录同步) may do this, others get [CodeNoAPIPermission]. A user id,
// mobile number or email that is taken gives [CodeUserIDExists], [CodeMobileExists] or [CodeEmailExists]; a
// corp that is full gives [CodeAccountLimitReached]. Do not create members at the same time as their
// departments. A department holds at most 30,000 members and sub-departments.
//
// API: POST /cgi-bin/user/create
// Doc: https://developer.work.weixin.qq.com/document/path/90195
func (c *Client) CreateUser(ctx context.Context, req *CreateUserRequest) (*CreatedDepartmentList, error) {
	var resp createUserResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/user/create", req, &resp)
	return resp.CreatedDepartmentList, err
}

type createUserResponse struct {
	CreatedDepartmentList *CreatedDepartmentList `json:"created_department_list"`
}

// CreateUserRequest is a new member. One of Mobile and Email is required.
type CreateUserRequest struct {
	UserID           string          `json:"userid"`                     // 1 to 64 bytes of letters, digits and _-@. beginning with a letter or digit; unique whatever the case
	Name             string          `json:"name"`                       // 1 to 64 characters
	Alias            string          `json:"alias,omitzero"`             // 1 to 64 characters
	Email            string          `json:"email,omitzero"`             // 6 to 64 bytes, unique in the corp
	BizMail          string          `json:"biz_mail,omitzero"`          // the corp's own mailbox, 6 to 64 bytes; made up by the platform if empty
	Mobile           string          `json:"mobile,omitzero"`            // unique in the corp; with the country code, +86 may be left out
	Telephone        string          `json:"telephone,omitzero"`         // at most 32 bytes of digits, -, + and ,
	Gender           Gender          `json:"gender,omitzero"`            // male or female
	Address          string          `json:"address,omitzero"`           // at most 128 characters
	Position         string          `json:"position,omitzero"`          // the job title, at most 128 characters
	Department       []int64         `json:"department,omitzero"`        // at most 100; 待设置部门 if empty
	Order            []int64         `json:"order,omitzero"`             // one for each of Department, 0 to 2^32-1: the larger, the further in front
	IsLeaderInDept   []int64         `json:"is_leader_in_dept,omitzero"` // one for each of Department: 1 for its leader, else 0
	MainDepartment   int64           `json:"main_department,omitzero"`
	DirectLeader     []string        `json:"direct_leader,omitzero"` // user ids, at most 1
	AvatarMediaID    string          `json:"avatar_mediaid,omitzero"`
	Enable           *IntBool        `json:"enable,omitzero"`            // No creates a disabled member
	ToInvite         *bool           `json:"to_invite,omitzero"`         // whether to invite the member to WeCom, once a day for 3 working days; true if nil
	ExtAttr          ExtAttr         `json:"extattr,omitzero"`           // custom attributes that colleagues see
	ExternalPosition string          `json:"external_position,omitzero"` // shown outside instead of Position, at most 12 Chinese characters
	ExternalProfile  ExternalProfile `json:"external_profile,omitzero"`  // shown outside
}

// CreatedDepartmentList holds the departments that a call created on the way.
type CreatedDepartmentList struct {
	DepartmentInfo []CreatedDepartment `json:"department_info"`
}

// CreatedDepartment is a department that a call created on the way.
type CreatedDepartment struct {
	Name string `json:"name"`
	ID   int64  `json:"id"`
}

// GetUser returns a member (读取成员). The app must be allowed to see the member; otherwise, and when
// there is none, the errcode is [CodeUserNotFound] or [CodeNoTargetPermission].
//
// An app created since June 20, 2022, and every system app but the contacts, gets no avatar, gender,
// mobile, email, address and QR code: these come from [Client.GetAuthUserDetail] once the member agreed.
// The secret of the contacts is refused with [CodeContactSyncIPNotAllowed] from an address that it has
// used only since August 15, 2022; use [Client.ListUserIDs] there.
//
// API: GET /cgi-bin/user/get
// Doc: https://developer.work.weixin.qq.com/document/path/90196
func (c *Client) GetUser(ctx context.Context, userID string) (*User, error) {
	return exec(ctx, c, get, "/cgi-bin/user/get", param{"userid", userID}, new(User))
}

// User is a member of the corp. What the app may not see is empty.
type User struct {
	UserID           string          `json:"userid"`
	OpenUserID       string          `json:"open_userid"` // the member's id for a provider, at most 64 bytes; third-party apps only
	Name             string          `json:"name"`        // the user id for third-party apps
	EnglishName      string          `json:"english_name"`
	Alias            string          `json:"alias"`
	Email            string          `json:"email"`
	BizMail          string          `json:"biz_mail"` // the corp's own mailbox
	Mobile           string          `json:"mobile"`
	Telephone        string          `json:"telephone"`
	Gender           Gender          `json:"gender"`
	Address          string          `json:"address"`
	Position         string          `json:"position"`          // the job title
	Department       []int64         `json:"department"`        // those that the app may see
	Order            []int64         `json:"order"`             // one for each of Department: the larger, the further in front
	IsLeaderInDept   []int64         `json:"is_leader_in_dept"` // one for each of Department: 1 for its leader, else 0
	MainDepartment   int64           `json:"main_department"`   // 0 if the app may not see it
	DirectLeader     []string        `json:"direct_leader"`     // user ids, at most 1
	Avatar           string          `json:"avatar"`            // URL
	ThumbAvatar      string          `json:"thumb_avatar"`      // URL of a small image
	QRCode           string          `json:"qr_code"`           // URL of a code with which outsiders add the member
	Status           UserStatus      `json:"status"`
	ExtAttr          ExtAttr         `json:"extattr"`           // custom attributes that colleagues see
	ExternalPosition string          `json:"external_position"` // shown outside instead of Position
	ExternalProfile  ExternalProfile `json:"external_profile"`  // shown outside
}

// UpdateUser changes the fields of a member that req sets and leaves the rest as they are (更新成员). Ptr
// of a zero value clears a field, and so does an empty list that is not nil.
//
// Only the secret of the contacts may do this. The mobile number of a member who has joined is not
// changed, without an error: only the member can. The mailbox fields are not changed together with the
// others: when the call fails, either may have been changed.
//
// API: POST /cgi-bin/user/update
// Doc: https://developer.work.weixin.qq.com/document/path/90197
func (c *Client) UpdateUser(ctx context.Context, req *UpdateUserRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/user/update", req, nil)
}

// UpdateUserRequest names a member and what to change. The limits are those of [CreateUserRequest].
type UpdateUserRequest struct {
	UserID           string                `json:"userid"`
	NewUserID        *string               `json:"new_userid,omitzero"` // once, and only if the platform made up the user id
	Name             *string               `json:"name,omitzero"`
	Alias            *string               `json:"alias,omitzero"`
	Email            *string               `json:"email,omitzero"`
	BizMail          *string               `json:"biz_mail,omitzero"`       // once, and only if the platform made up the mailbox; at most 63 bytes
	BizMailAlias     BizMailAlias          `json:"biz_mail_alias,omitzero"` // replaces all aliases
	Mobile           *string               `json:"mobile,omitzero"`         // ignored once the member has joined
	Telephone        *string               `json:"telephone,omitzero"`
	Gender           *Gender               `json:"gender,omitzero"`
	Address          *string               `json:"address,omitzero"`
	Position         *string               `json:"position,omitzero"`
	Department       []int64               `json:"department,omitzero"`        // replaces all departments
	Order            []int64               `json:"order,omitzero"`             // one for each of Department, and only together with it
	IsLeaderInDept   []int64               `json:"is_leader_in_dept,omitzero"` // one for each of Department: 1 for its leader, else 0
	MainDepartment   *int64                `json:"main_department,omitzero"`
	DirectLeader     []string              `json:"direct_leader,omitzero"` // an empty list that is not nil removes the leader
	AvatarMediaID    *string               `json:"avatar_mediaid,omitzero"`
	Enable           *IntBool              `json:"enable,omitzero"` // No disables the member, Yes enables
	ToInvite         *bool                 `json:"to_invite,omitzero"`
	ExtAttr          ExtAttr               `json:"extattr,omitzero"` // an attribute with an empty value is cleared
	ExternalPosition *string               `json:"external_position,omitzero"`
	ExternalProfile  ExternalProfileUpdate `json:"external_profile,omitzero"`
}

// BizMailAlias holds the further addresses of a member's mailbox.
type BizMailAlias struct {
	Item []string `json:"item"` // at most 5, 6 to 63 bytes each; an empty list that is not nil removes all
}

// ExternalProfileUpdate is what to change of an [ExternalProfile].
type ExternalProfileUpdate struct {
	ExternalCorpName *string              `json:"external_corp_name,omitzero"` // "" goes back to the corp's default
	WechatChannels   WechatChannelsUpdate `json:"wechat_channels,omitzero"`
	ExternalAttr     []ExternalAttr       `json:"external_attr,omitzero"` // an attribute with an empty value is cleared
}

// WechatChannelsUpdate is what to change of [WechatChannels].
type WechatChannelsUpdate struct {
	Nickname *string `json:"nickname,omitzero"`
}

// DeleteUser removes a member from the contacts, and the member's mailbox with it (删除成员). Only the
// secret of the contacts may do this.
//
// API: GET /cgi-bin/user/delete
// Doc: https://developer.work.weixin.qq.com/document/path/90198
func (c *Client) DeleteUser(ctx context.Context, userID string) error {
	return c.invoke(ctx, get, "/cgi-bin/user/delete", param{"userid", userID}, nil)
}

// BatchDeleteUsers removes up to 200 members from the contacts, and their mailboxes with them
// (批量删除成员). Only the secret of the contacts may do this. One unknown user id fails the call.
//
// API: POST /cgi-bin/user/batchdelete
// Doc: https://developer.work.weixin.qq.com/document/path/90199
func (c *Client) BatchDeleteUsers(ctx context.Context, req *BatchDeleteUsersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/user/batchdelete", req, nil)
}

// BatchDeleteUsersRequest names the members to delete.
type BatchDeleteUsersRequest struct {
	UserIDList []string `json:"useridlist"` // at most 200
}

// ListSimpleUsers returns the ids and names of a department's members (获取部门成员). The app must be
// allowed to see the department.
//
// The secret of the contacts is refused with [CodeContactSyncIPNotAllowed] from an address that it has
// used only since August 15, 2022; use [Client.ListUserIDs] there.
//
// API: GET /cgi-bin/user/simplelist
// Doc: https://developer.work.weixin.qq.com/document/path/90200
func (c *Client) ListSimpleUsers(ctx context.Context, req *ListSimpleUsersRequest) ([]*SimpleUser, error) {
	var resp listSimpleUsersResponse
	err := c.invoke(ctx, get, "/cgi-bin/user/simplelist", req, &resp)
	return resp.UserList, err
}

type listSimpleUsersResponse struct {
	UserList []*SimpleUser `json:"userlist"`
}

// ListSimpleUsersRequest names a department.
type ListSimpleUsersRequest struct {
	DepartmentID int64    `json:"department_id"`
	FetchChild   *IntBool `json:"fetch_child,omitzero"` // whether to list sub-departments too; no longer documented
}

// SimpleUser is a member in brief.
type SimpleUser struct {
	UserID     string  `json:"userid"`
	OpenUserID string  `json:"open_userid"` // the member's id for a provider; third-party apps only
	Name       string  `json:"name"`        // the user id for third-party apps
	Department []int64 `json:"department"`
}

// ListUsers returns the members of a department with all that the app may see (获取部门成员详情). What
// [Client.GetUser] says about the fields and addresses holds here too.
//
// [CodeResponseTooLarge] says that there are too many members: list each sub-department by itself.
//
// API: GET /cgi-bin/user/list
// Doc: https://developer.work.weixin.qq.com/document/path/90201
func (c *Client) ListUsers(ctx context.Context, req *ListUsersRequest) ([]*User, error) {
	var resp listUsersResponse
	err := c.invoke(ctx, get, "/cgi-bin/user/list", req, &resp)
	return resp.UserList, err
}

type listUsersResponse struct {
	UserList []*User `json:"userlist"`
}

// ListUsersRequest names a department.
type ListUsersRequest struct {
	DepartmentID int64    `json:"department_id"`
	FetchChild   *IntBool `json:"fetch_child,omitzero"` // whether to list sub-departments too; no longer documented
}

// ListUserIDs returns a page of the ids of all members with their departments (获取成员ID列表). Only the
// secret of the contacts may do this, others get [CodeNoAPIPermission]. It works from addresses that may
// not call [Client.ListUsers].
//
// API: POST /cgi-bin/user/list_id
// Doc: https://developer.work.weixin.qq.com/document/path/96067
func (c *Client) ListUserIDs(ctx context.Context, req *ListUserIDsRequest) (*ListUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/user/list_id", req, new(ListUserIDsResponse))
}

// AllUserIDs ranges over the ids of all members, once for each of their departments; see
// [Client.ListUserIDs].
func (c *Client) AllUserIDs(ctx context.Context, req *ListUserIDsRequest) iter.Seq2[*DeptUser, error] {
	return paginate(ctx, req, c.ListUserIDs,
		func(q *ListUserIDsRequest) *string { return &q.Cursor },
		func(p *ListUserIDsResponse) ([]*DeptUser, string, bool) {
			return p.DeptUser, p.NextCursor, p.NextCursor != ""
		})
}

// ListUserIDsRequest says which page of user ids to return.
type ListUserIDsRequest struct {
	Limit  int64  `json:"limit,omitzero"`  // 1 to 10,000
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListUserIDsResponse is a page of user ids.
type ListUserIDsResponse struct {
	DeptUser   []*DeptUser `json:"dept_user"`
	NextCursor string      `json:"next_cursor"` // "" on the last page
}

// DeptUser says that a member is in a department.
type DeptUser struct {
	UserID     string `json:"userid"`
	Department int64  `json:"department"`
}

// GetUserIDByMobile returns the user id of the member with a mobile number (手机号获取userid). The app must
// be allowed to see the member; [CodeUserLookupNotFound] or [CodeMobileNotFound] says that there is none.
//
// Do not try numbers at random: once the failures exceed a fifth of the corp's size, the call is blocked
// for a day.
//
// API: POST /cgi-bin/user/getuserid
// Doc: https://developer.work.weixin.qq.com/document/path/91693
func (c *Client) GetUserIDByMobile(ctx context.Context, mobile string) (string, error) {
	var resp userIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/getuserid", param{"mobile", mobile}, &resp)
	return resp.UserID, err
}

type userIDResponse struct {
	UserID string `json:"userid"`
}

// EmailType says which address of a member is meant.
type EmailType int64

// The kinds of email addresses.
const (
	EmailTypeCorp     EmailType = 1 // the corp's own mailbox
	EmailTypePersonal EmailType = 2
)

// GetUserIDByEmail returns the user id of the member with an email address (邮箱获取userid). The app must
// be allowed to see the member; [CodeUserLookupNotFound], [CodeEmailNotFound] or [CodeCorpEmailNotFound] says
// that there is none. As with [Client.GetUserIDByMobile], many failures block the call for a day.
//
// API: POST /cgi-bin/user/get_userid_by_email
// Doc: https://developer.work.weixin.qq.com/document/path/95895
func (c *Client) GetUserIDByEmail(ctx context.Context, req *GetUserIDByEmailRequest) (string, error) {
	var resp userIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/get_userid_by_email", req, &resp)
	return resp.UserID, err
}

// GetUserIDByEmailRequest is an email address.
type GetUserIDByEmailRequest struct {
	EmailType EmailType `json:"email_type,omitzero"` // EmailTypeCorp if 0
	Email     string    `json:"email"`
}

// ConvertUserIDToOpenID returns a member's openid in WeChat, which red packets and payments to members
// take (userid转openid). The member must have logged in through WeChat or follow the corp's WeChat
// plugin, otherwise the errcode is [CodeUserNotBoundToWeChat].
//
// API: POST /cgi-bin/user/convert_to_openid
// Doc: https://developer.work.weixin.qq.com/document/path/90202
func (c *Client) ConvertUserIDToOpenID(ctx context.Context, userID string) (string, error) {
	var resp openIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/convert_to_openid", param{"userid", userID}, &resp)
	return resp.OpenID, err
}

type openIDResponse struct {
	OpenID string `json:"openid"`
}

// ConvertOpenIDToUserID returns the user id of the member with an openid, as the results of payments name
// it (openid转userid).
//
// API: POST /cgi-bin/user/convert_to_userid
// Doc: https://developer.work.weixin.qq.com/document/path/90202
func (c *Client) ConvertOpenIDToUserID(ctx context.Context, openID string) (string, error) {
	var resp userIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/convert_to_userid", param{"openid", openID}, &resp)
	return resp.UserID, err
}

// InviteUsers invites members who have not joined yet to WeCom (邀请成员). Who exists is invited
// even if others of the request do not; those come back in the response.
//
// A member is told once a day, for 3 days, and needs to be invited only once. The platform limits
// invitations afterwards: that the call succeeds does not mean that all of them arrive.
//
// API: POST /cgi-bin/batch/invite
// Doc: https://developer.work.weixin.qq.com/document/path/90975
func (c *Client) InviteUsers(ctx context.Context, req *InviteUsersRequest) (*InviteUsersResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/batch/invite", req, new(InviteUsersResponse))
}

// InviteUsersRequest says whom to invite. One of the lists is required.
type InviteUsersRequest struct {
	User  []string `json:"user,omitzero"`  // user ids, at most 1,000
	Party []int64  `json:"party,omitzero"` // departments, at most 100
	Tag   []int64  `json:"tag,omitzero"`   // at most 100
}

// InviteUsersResponse says who was not invited: unknown, or not visible to the app.
type InviteUsersResponse struct {
	InvalidUser  []string `json:"invaliduser"`
	InvalidParty []int64  `json:"invalidparty"`
	InvalidTag   []int64  `json:"invalidtag"`
}

// JoinQRCodeSize is the size of a QR code.
type JoinQRCodeSize int64

// The sizes of QR codes.
const (
	JoinQRCodeSize171  JoinQRCodeSize = 1 // 171 x 171 pixels
	JoinQRCodeSize399  JoinQRCodeSize = 2 // 399 x 399 pixels
	JoinQRCodeSize741  JoinQRCodeSize = 3 // 741 x 741 pixels
	JoinQRCodeSize2052 JoinQRCodeSize = 4 // 2052 x 2052 pixels
)

// GetUserJoinQRCode returns the URL of a QR code with which people join the corp (获取加入企业二维码). It is
// valid for 7 days. Only the secret of the contacts may do this.
//
// API: GET /cgi-bin/corp/get_join_qrcode
// Doc: https://developer.work.weixin.qq.com/document/path/91714
func (c *Client) GetUserJoinQRCode(ctx context.Context, req *GetUserJoinQRCodeRequest) (string, error) {
	var resp getUserJoinQRCodeResponse
	err := c.invoke(ctx, get, "/cgi-bin/corp/get_join_qrcode", req, &resp)
	return resp.JoinQRCode, err
}

type getUserJoinQRCodeResponse struct {
	JoinQRCode string `json:"join_qrcode"`
}

// GetUserJoinQRCodeRequest says how large the QR code is to be.
type GetUserJoinQRCodeRequest struct {
	SizeType JoinQRCodeSize `json:"size_type,omitzero"` // the platform's default if 0
}

// GetActiveUserCount returns how many members used WeCom on a day (获取企业活跃成员数). date has the form
// 2026-01-31 and is at most 30 days ago. Only the secret of the contacts may do this.
//
// API: POST /cgi-bin/user/get_active_stat
// Doc: https://developer.work.weixin.qq.com/document/path/92714
func (c *Client) GetActiveUserCount(ctx context.Context, date string) (int64, error) {
	var resp getActiveUserCountResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/get_active_stat", param{"date", date}, &resp)
	return resp.ActiveCnt, err
}

type getActiveUserCountResponse struct {
	ActiveCnt int64 `json:"active_cnt"`
}

// CheckMemberAuth tells whether a member has authorized a third-party app (查询成员用户是否已授权). It is for
// apps that members, not the administrator, authorize.
//
// API: POST /cgi-bin/user/check_member_auth
// Doc: https://developer.work.weixin.qq.com/document/path/94514
func (c *Client) CheckMemberAuth(ctx context.Context, openUserID string) (bool, error) {
	var resp checkMemberAuthResponse
	err := c.invoke(ctx, post, "/cgi-bin/user/check_member_auth", param{"open_userid", openUserID}, &resp)
	return resp.IsMemberAuth, err
}

type checkMemberAuthResponse struct {
	IsMemberAuth bool `json:"is_member_auth"`
}

// ListMemberAuths returns a page of the members who have authorized a third-party app (获取成员授权列表). It
// is for apps that members, not the administrator, authorize.
//
// API: POST /cgi-bin/user/list_member_auth
// Doc: https://developer.work.weixin.qq.com/document/path/94513
func (c *Client) ListMemberAuths(ctx context.Context, req *ListMemberAuthsRequest) (*ListMemberAuthsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/user/list_member_auth", req, new(ListMemberAuthsResponse))
}

// AllMemberAuths ranges over the members who have authorized a third-party app, page by page; see
// [Client.ListMemberAuths].
func (c *Client) AllMemberAuths(ctx context.Context, req *ListMemberAuthsRequest) iter.Seq2[*MemberAuth, error] {
	return paginate(ctx, req, c.ListMemberAuths,
		func(q *ListMemberAuthsRequest) *string { return &q.Cursor },
		func(p *ListMemberAuthsResponse) ([]*MemberAuth, string, bool) {
			return p.MemberAuthList, p.NextCursor, p.NextCursor != ""
		})
}

// ListMemberAuthsRequest says which page of members to return.
type ListMemberAuthsRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // how many members a page holds at most
}

// ListMemberAuthsResponse is a page of members who have authorized the app.
type ListMemberAuthsResponse struct {
	MemberAuthList []*MemberAuth `json:"member_auth_list"`
	NextCursor     string        `json:"next_cursor"` // "" on the last page
}

// MemberAuth is a member who has authorized the app.
type MemberAuth struct {
	OpenUserID string `json:"open_userid"` // the member's id for the provider
}

// ListSelectedTicketUsers returns the members whom a user selected in a third-party app's page
// (获取选人ticket对应的用户). selectedTicket comes from the page's JS-SDK:
// errcode 60222 says that it is wrong, 60219 that another app made it.
//
// API: POST /cgi-bin/user/list_selected_ticket_user
// Doc: https://developer.work.weixin.qq.com/document/path/94894
func (c *Client) ListSelectedTicketUsers(ctx context.Context, selectedTicket string) (*ListSelectedTicketUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/user/list_selected_ticket_user", param{"selected_ticket", selectedTicket}, new(ListSelectedTicketUsersResponse))
}

// ListSelectedTicketUsersResponse holds the members whom a user selected, by their ids for the provider.
type ListSelectedTicketUsersResponse struct {
	OperatorOpenUserID   string   `json:"operator_open_userid"`    // who selected
	OpenUserIDList       []string `json:"open_userid_list"`        // those whom the app may see
	UnauthOpenUserIDList []string `json:"unauth_open_userid_list"` // those who have not authorized the app
	Total                int64    `json:"total"`                   // how many were selected, the invisible ones included
}
