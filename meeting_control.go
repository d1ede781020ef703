package workwx

import (
	"context"
	"iter"
)

// StopMeetingMRACall hangs up on a conference device that is in a meeting by way of the room connector
// (挂断 MRA 呼叫).
//
// API: POST /cgi-bin/meeting/mra/hangup
// Doc: https://developer.work.weixin.qq.com/document/path/98789
func (c *Client) StopMeetingMRACall(ctx context.Context, req *StopMeetingMRACallRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/mra/hangup", req, nil)
}

// StopMeetingMRACallRequest names a conference device in a meeting.
type StopMeetingMRACallRequest struct {
	MeetingID string     `json:"meetingid"`
	MRA       MeetingMRA `json:"mra"`
}

// MeetingMRA names a conference device that is in a meeting by way of the room connector.
type MeetingMRA struct {
	TmpOpenID string `json:"tmp_openid"` // its ID in this meeting, of [Client.ListMeetingRealtimeAttendees]
}

// GetMeetingMRAStatus returns the state of a conference device that is in a meeting by way of the room
// connector (获取 MRA 状态信息).
//
// API: POST /cgi-bin/meeting/mra/query_status
// Doc: https://developer.work.weixin.qq.com/document/path/98786
func (c *Client) GetMeetingMRAStatus(ctx context.Context, req *GetMeetingMRAStatusRequest) (*MeetingMRAStatus, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/mra/query_status", req, new(MeetingMRAStatus))
}

// GetMeetingMRAStatusRequest names a conference device in a meeting.
type GetMeetingMRAStatusRequest struct {
	MeetingID string `json:"meetingid"`
	TmpOpenID string `json:"tmp_openid"` // its ID in this meeting
}

// MeetingMRALayout is how a conference device divides its screen.
type MeetingMRALayout int64

// How a conference device divides its screen.
const (
	MeetingMRALayoutEqual      MeetingMRALayout = 1 // everybody has the same room
	MeetingMRALayoutFullScreen MeetingMRALayout = 2 // one picture
	MeetingMRALayoutOnePlusN   MeetingMRALayout = 3 // one large picture and several small ones
)

// MeetingMRAStatus is the state of a conference device in a meeting.
type MeetingMRAStatus struct {
	TmpOpenID         string             `json:"tmp_openid"` // its ID in this meeting
	InstanceID        MeetingTerminal    `json:"instance_id"`
	UserRole          MeetingRole        `json:"user_role"`
	WebinarMemberRole MeetingWebinarRole `json:"webinar_member_role"`
	IP                string             `json:"ip"`          // while it is in the meeting
	Name              string             `json:"name"`        // as the others see it
	AudioState        bool               `json:"audio_state"` // whether the microphone is on
	VideoState        bool               `json:"video_state"` // whether the camera is on
	ScreenSharedState bool               `json:"screen_shared_state"`
	DefaultLayout     MeetingMRALayout   `json:"default_layout"`
	RaiseHandsState   bool               `json:"raise_hands_state"` // whether its hand is up
}

// SetMeetingMRADefaultLayout changes how a conference device in a meeting divides its screen
// (切换 MRA 默认布局). That cannot be done while it shows a layout that was made for the meeting or for itself, or
// the one picture that the meeting is focused on.
//
// API: POST /cgi-bin/meeting/mra/set_default_layout
// Doc: https://developer.work.weixin.qq.com/document/path/98787
func (c *Client) SetMeetingMRADefaultLayout(ctx context.Context, req *SetMeetingMRADefaultLayoutRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/mra/set_default_layout", req, nil)
}

// MeetingMRANoVideo says what becomes of those whose camera is off.
type MeetingMRANoVideo int64

// What becomes of those whose camera is off.
const (
	MeetingMRANoVideoShown  MeetingMRANoVideo = 1
	MeetingMRANoVideoHidden MeetingMRANoVideo = 2
)

// SetMeetingMRADefaultLayoutRequest says how a conference device is to divide its screen.
type SetMeetingMRADefaultLayoutRequest struct {
	MeetingID          string            `json:"meetingid"`
	DefaultLayout      MeetingMRALayout  `json:"default_layout"`
	DefaultNovideoUser MeetingMRANoVideo `json:"default_novideo_user"`
	MRA                MeetingMRA        `json:"mra"`
}

// SetMeetingMRARaiseHand raises the hand of a conference device in a meeting or puts it down
// (设置 MRA 举手或手放下).
//
// API: POST /cgi-bin/meeting/mra/set_raise_hand
// Doc: https://developer.work.weixin.qq.com/document/path/98788
func (c *Client) SetMeetingMRARaiseHand(ctx context.Context, req *SetMeetingMRARaiseHandRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/mra/set_raise_hand", req, nil)
}

// SetMeetingMRARaiseHandRequest says whether the hand of a conference device goes up.
type SetMeetingMRARaiseHandRequest struct {
	MeetingID string     `json:"meetingid"`
	RaiseHand bool       `json:"raise_hand"` // false puts it down
	MRA       MeetingMRA `json:"mra"`
}

// StartMeetingPhoneCalls calls people by telephone to have them in a meeting, which need not have begun
// (批量外呼). It does not wait until they answer: [Client.ListMeetingPhoneCalls] and the change
// pstn_status_update of a [MeetingChangeEvent] tell. A webinar cannot call.
//
// API: POST /cgi-bin/meeting/phone/callout
// Doc: https://developer.work.weixin.qq.com/document/path/98823
func (c *Client) StartMeetingPhoneCalls(ctx context.Context, req *StartMeetingPhoneCallsRequest) (*StartMeetingPhoneCallsResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/phone/callout", req, new(StartMeetingPhoneCallsResponse))
}

// StartMeetingPhoneCallsRequest says whom to call.
type StartMeetingPhoneCallsRequest struct {
	MeetingID    string               `json:"meetingid"`
	PhoneNumbers []MeetingPhoneNumber `json:"phone_numbers"` // at most 50
}

// MeetingPhoneNumber is a telephone number.
type MeetingPhoneNumber struct {
	Area            int64  `json:"area"`                      // the country's calling code, such as 86
	Phone           string `json:"phone"`                     // with the area code if it is no mobile telephone
	ExtensionNumber string `json:"extension_number,omitzero"` // behind an exchange
}

// StartMeetingPhoneCallsResponse says who is called.
type StartMeetingPhoneCallsResponse struct {
	PhoneNumbers        []*MeetingPhoneCall `json:"phone_numbers"`
	InvalidPhoneNumbers []*MeetingPhoneCall `json:"invalid_phone_numbers"` // that cannot be called
}

// MeetingPhoneCallStatus is how far a call is.
type MeetingPhoneCallStatus string

// How far a call is.
const (
	MeetingPhoneCallStatusCalling   MeetingPhoneCallStatus = "START_INVITE"
	MeetingPhoneCallStatusAccepted  MeetingPhoneCallStatus = "START_ACCEPT"
	MeetingPhoneCallStatusRefused   MeetingPhoneCallStatus = "LEAVE_WITHOUT_ACCEPT" // or nobody answered
	MeetingPhoneCallStatusHungUp    MeetingPhoneCallStatus = "LEAVE_WITH_ACCEPTED"
	MeetingPhoneCallStatusWithdrawn MeetingPhoneCallStatus = "CANCLE_INVITE" // by the caller, before it was answered
)

// MeetingPhoneCall is a call that is to have somebody in a meeting.
type MeetingPhoneCall struct {
	Area            int64                  `json:"area"` // the country's calling code, such as 86
	Phone           string                 `json:"phone"`
	ExtensionNumber string                 `json:"extension_number"`
	Status          MeetingPhoneCallStatus `json:"status"`
	TmpOpenID       string                 `json:"tmp_openid"` // the person's ID in this meeting; not told when the call is started
}

// ListMeetingPhoneCalls returns a page of the calls by telephone from a meeting, whoever made them
// (获取会议的外呼状态).
//
// API: POST /cgi-bin/meeting/phone/get_callout_status
// Doc: https://developer.work.weixin.qq.com/document/path/98824
func (c *Client) ListMeetingPhoneCalls(ctx context.Context, req *ListMeetingPhoneCallsRequest) (*ListMeetingPhoneCallsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/phone/get_callout_status", req, new(ListMeetingPhoneCallsResponse))
}

// AllMeetingPhoneCalls ranges over the calls by telephone from a meeting; see [Client.ListMeetingPhoneCalls].
func (c *Client) AllMeetingPhoneCalls(ctx context.Context, req *ListMeetingPhoneCallsRequest) iter.Seq2[*MeetingPhoneCall, error] {
	return paginate(ctx, req, c.ListMeetingPhoneCalls,
		func(q *ListMeetingPhoneCallsRequest) *string { return &q.Cursor },
		func(p *ListMeetingPhoneCallsResponse) ([]*MeetingPhoneCall, string, bool) {
			return p.PhoneNumbers, p.NextCursor, p.HasMore
		})
}

// ListMeetingPhoneCallsRequest says which page of which meeting's calls to return.
type ListMeetingPhoneCallsRequest struct {
	MeetingID string `json:"meetingid"`
	Cursor    string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64  `json:"limit,omitzero"`  // 1 to 100, 20 by default
}

// ListMeetingPhoneCallsResponse is a page of calls.
type ListMeetingPhoneCallsResponse struct {
	PhoneNumbers []*MeetingPhoneCall `json:"phone_numbers"`
	HasMore      bool                `json:"has_more"`
	NextCursor   string              `json:"next_cursor"`
}

// BatchGetMeetingPhoneTmpOpenIDs returns the IDs in a meeting of those who are there by telephone
// (获取电话入会的成员ID).
//
// API: POST /cgi-bin/meeting/phone/get_tmp_openid
// Doc: https://developer.work.weixin.qq.com/document/path/98825
func (c *Client) BatchGetMeetingPhoneTmpOpenIDs(ctx context.Context, req *BatchGetMeetingPhoneTmpOpenIDsRequest) ([]*MeetingPhoneTmpOpenID, error) {
	var resp batchGetMeetingPhoneTmpOpenIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/phone/get_tmp_openid", req, &resp)
	return resp.TmpOpenIDList, err
}

type batchGetMeetingPhoneTmpOpenIDsResponse struct {
	TmpOpenIDList []*MeetingPhoneTmpOpenID `json:"tmp_openid_list"`
}

// BatchGetMeetingPhoneTmpOpenIDsRequest says whose IDs in a meeting to return.
type BatchGetMeetingPhoneTmpOpenIDsRequest struct {
	MeetingID    string               `json:"meetingid"`
	PhoneNumbers []MeetingPhoneNumber `json:"phone_numbers"`
}

// MeetingPhoneTmpOpenID is the ID in a meeting of somebody who is there by telephone.
type MeetingPhoneTmpOpenID struct {
	Area            int64  `json:"area"` // the country's calling code, such as 86
	Phone           string `json:"phone"`
	ExtensionNumber string `json:"extension_number"`
	TmpOpenID       string `json:"tmp_openid"`
}

// StopMeetingScreenShare ends the sharing of a person's screen in a meeting (关闭成员屏幕共享).
//
// Here and in the methods below errcode 730000 says that a TmpOpenID is none of the meeting's.
//
// API: POST /cgi-bin/meeting/realcontrol/close_screen_share
// Doc: https://developer.work.weixin.qq.com/document/path/98185
func (c *Client) StopMeetingScreenShare(ctx context.Context, req *StopMeetingScreenShareRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/close_screen_share", req, nil)
}

// StopMeetingScreenShareRequest names a person in a meeting.
type StopMeetingScreenShareRequest struct {
	MeetingID    string              `json:"meetingid"`
	OperatedUser MeetingOperatedUser `json:"operated_user"`
}

// MeetingOperatedUser names a person in a meeting to whom something is done, and one of the person's devices.
// [Client.ListMeetingRealtimeAttendees] has both.
type MeetingOperatedUser struct {
	TmpOpenID  string          `json:"tmp_openid"`
	InstanceID MeetingTerminal `json:"instance_id"` // nothing is done if it is not the one that the person uses
}

// FinishMeeting ends a meeting that is being held (结束会议).
//
// API: POST /cgi-bin/meeting/realcontrol/dismiss
// Doc: https://developer.work.weixin.qq.com/document/path/98187
func (c *Client) FinishMeeting(ctx context.Context, req *FinishMeetingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/dismiss", req, nil)
}

// FinishMeetingRequest says how to end which meeting.
type FinishMeetingRequest struct {
	MeetingID    string   `json:"meetingid"`
	ForceDismiss *IntBool `json:"force_dismiss,omitzero"` // whether to end it by force
	RetrieveCode *IntBool `json:"retrieve_code,omitzero"` // whether to take its number back
}

// RemoveMeetingUsers puts people out of a meeting (移出成员).
//
// API: POST /cgi-bin/meeting/realcontrol/kickout_users
// Doc: https://developer.work.weixin.qq.com/document/path/98181
func (c *Client) RemoveMeetingUsers(ctx context.Context, req *RemoveMeetingUsersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/kickout_users", req, nil)
}

// RemoveMeetingUsersRequest says whom to put out of a meeting.
type RemoveMeetingUsersRequest struct {
	MeetingID     string                `json:"meetingid"`
	AllowRejoin   *bool                 `json:"allow_rejoin,omitzero"` // whether they may enter again
	OperatedUsers []MeetingOperatedUser `json:"operated_users"`
}

// MoveMeetingWaitingRoomUsers lets people in from the waiting room of a meeting, sends them there, or puts
// them out of it (管理等候室成员).
//
// API: POST /cgi-bin/meeting/realcontrol/manage_waiting_room_users
// Doc: https://developer.work.weixin.qq.com/document/path/98186
func (c *Client) MoveMeetingWaitingRoomUsers(ctx context.Context, req *MoveMeetingWaitingRoomUsersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/manage_waiting_room_users", req, nil)
}

// MeetingWaitingRoomMove is where to or from somebody is moved.
type MeetingWaitingRoomMove int64

// Where to or from somebody is moved.
const (
	MeetingWaitingRoomMoveIn   MeetingWaitingRoomMove = 1 // from the waiting room into the meeting
	MeetingWaitingRoomMoveBack MeetingWaitingRoomMove = 2 // from the meeting into the waiting room
	MeetingWaitingRoomMoveOut  MeetingWaitingRoomMove = 3 // from the waiting room away
)

// MoveMeetingWaitingRoomUsersRequest says whom to move where.
type MoveMeetingWaitingRoomUsersRequest struct {
	MeetingID     string                 `json:"meetingid"`
	OperateType   MeetingWaitingRoomMove `json:"operate_type"`
	AllowRejoin   *bool                  `json:"allow_rejoin,omitzero"` // whether they may come again; only for MeetingWaitingRoomMoveOut, and not for conference devices
	OperatedUsers []MeetingOperatedUser  `json:"operated_users"`
}

// SetMeetingUserMute mutes a person in a meeting, or ends that (静音成员).
//
// API: POST /cgi-bin/meeting/realcontrol/mute_user
// Doc: https://developer.work.weixin.qq.com/document/path/98184
func (c *Client) SetMeetingUserMute(ctx context.Context, req *SetMeetingUserMuteRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/mute_user", req, nil)
}

// SetMeetingUserMuteRequest says whether a person in a meeting is muted.
type SetMeetingUserMuteRequest struct {
	MeetingID    string              `json:"meetingid"`
	Option       bool                `json:"option"` // true mutes
	OperatedUser MeetingOperatedUser `json:"operated_user"`
}

// SetMeetingControls changes the settings of a meeting that is being held, those that req sets
// (管理会中设置). They do not apply to conference devices.
//
// API: POST /cgi-bin/meeting/realcontrol/set
// Doc: https://developer.work.weixin.qq.com/document/path/98175
func (c *Client) SetMeetingControls(ctx context.Context, req *SetMeetingControlsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/set", req, nil)
}

// MeetingChat says with whom people in a meeting can chat.
type MeetingChat int64

// With whom people in a meeting can chat.
const (
	MeetingChatFree   MeetingChat = 0
	MeetingChatPublic MeetingChat = 1 // with all at once
	MeetingChatHost   MeetingChat = 2 // with the host, in private
)

// SetMeetingControlsRequest holds what changes in a meeting.
type SetMeetingControlsRequest struct {
	MeetingID               string            `json:"meetingid"`
	MuteAll                 *bool             `json:"mute_all,omitzero"`
	EnableEnterMute         *MeetingEnterMute `json:"enable_enter_mute,omitzero"`
	AllowUnmuteSelf         *bool             `json:"allow_unmute_self,omitzero"` // MuteAll must be true with it
	MeetingLocked           *bool             `json:"meeting_locked,omitzero"`
	HideMeetingCodePassword *bool             `json:"hide_meeting_code_password,omitzero"`
	AllowChat               *MeetingChat      `json:"allow_chat,omitzero"`
	AllowShareScreen        *bool             `json:"allow_share_screen,omitzero"`
	AllowExternalUser       *bool             `json:"allow_external_user,omitzero"` // by the platform's page true lets in members of the corp alone, the reverse of the name and of MeetingSettingsInput
	PlayIVROnJoin           *bool             `json:"play_ivr_on_join,omitzero"`    // a sound when somebody enters
	EnableWaitingRoom       *bool             `json:"enable_waiting_room,omitzero"`
}

// SetMeetingCohost makes a person in a meeting a co-host, or ends that (管理联席主持人). It cannot be done to a
// conference device.
//
// API: POST /cgi-bin/meeting/realcontrol/set_cohost
// Doc: https://developer.work.weixin.qq.com/document/path/98180
func (c *Client) SetMeetingCohost(ctx context.Context, req *SetMeetingCohostRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/set_cohost", req, nil)
}

// SetMeetingCohostRequest says whether a person in a meeting is a co-host.
type SetMeetingCohostRequest struct {
	MeetingID    string              `json:"meetingid"`
	Action       bool                `json:"action"` // true makes the person a co-host
	OperatedUser MeetingOperatedUser `json:"operated_user"`
}

// SetMeetingNicknames changes the names by which people are seen in a meeting (修改成员在会中显示的昵称).
//
// API: POST /cgi-bin/meeting/realcontrol/set_nicknames
// Doc: https://developer.work.weixin.qq.com/document/path/98188
func (c *Client) SetMeetingNicknames(ctx context.Context, req *SetMeetingNicknamesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/set_nicknames", req, nil)
}

// SetMeetingNicknamesRequest says by which names people are seen in a meeting.
type SetMeetingNicknamesRequest struct {
	MeetingID     string            `json:"meetingid"`
	OperatedUsers []MeetingNickname `json:"operated_users"`
}

// MeetingNickname is the name by which a person is seen in a meeting.
type MeetingNickname struct {
	TmpOpenID  string          `json:"tmp_openid"`
	InstanceID MeetingTerminal `json:"instance_id"` // the one that the person uses
	Nickname   string          `json:"nickname"`
}

// SetMeetingUserVideo turns the camera of a person in a meeting off, or on (关闭或开启成员视频).
//
// API: POST /cgi-bin/meeting/realcontrol/switch_user_video
// Doc: https://developer.work.weixin.qq.com/document/path/98189
func (c *Client) SetMeetingUserVideo(ctx context.Context, req *SetMeetingUserVideoRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/realcontrol/switch_user_video", req, nil)
}

// SetMeetingUserVideoRequest says whether the camera of a person in a meeting is on.
type SetMeetingUserVideoRequest struct {
	MeetingID    string              `json:"meetingid"`
	Video        bool                `json:"video"` // true turns it on
	OperatedUser MeetingOperatedUser `json:"operated_user"`
}

// ListMeetingWaitingRoomCurrentUsers returns a page of those who are in the waiting room of a meeting at this
// moment (获取实时等候室成员列表). Members whom the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/waitingroom/get_current_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/98163
func (c *Client) ListMeetingWaitingRoomCurrentUsers(ctx context.Context, req *ListMeetingWaitingRoomCurrentUsersRequest) (*ListMeetingWaitingRoomCurrentUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/waitingroom/get_current_user_list", req, new(ListMeetingWaitingRoomCurrentUsersResponse))
}

// AllMeetingWaitingRoomCurrentUsers ranges over those who are in the waiting room of a meeting; see
// [Client.ListMeetingWaitingRoomCurrentUsers].
func (c *Client) AllMeetingWaitingRoomCurrentUsers(ctx context.Context, req *ListMeetingWaitingRoomCurrentUsersRequest) iter.Seq2[*MeetingWaitingRoomCurrentUser, error] {
	return paginate(ctx, req, c.ListMeetingWaitingRoomCurrentUsers,
		func(q *ListMeetingWaitingRoomCurrentUsersRequest) *string { return &q.Cursor },
		func(p *ListMeetingWaitingRoomCurrentUsersResponse) ([]*MeetingWaitingRoomCurrentUser, string, bool) {
			return p.UserList, p.NextCursor, p.HasMore
		})
}

// ListMeetingWaitingRoomCurrentUsersRequest says which page of which waiting room to return.
type ListMeetingWaitingRoomCurrentUsersRequest struct {
	MeetingID string `json:"meetingid"`
	Cursor    string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64  `json:"limit,omitzero"`  // 1 to 50, 10 by default, the same for all pages
}

// ListMeetingWaitingRoomCurrentUsersResponse is a page of those who are in a waiting room.
type ListMeetingWaitingRoomCurrentUsersResponse struct {
	UserList   []*MeetingWaitingRoomCurrentUser `json:"user_list"`
	HasMore    bool                             `json:"has_more"`
	NextCursor string                           `json:"next_cursor"`
}

// MeetingWaitingRoomCurrentUser is somebody who is in a waiting room.
type MeetingWaitingRoomCurrentUser struct {
	UserID       string          `json:"userid"`     // of a member of the corp
	TmpOpenID    string          `json:"tmp_openid"` // the person's ID in this meeting, for [Client.MoveMeetingWaitingRoomUsers]
	InstanceID   MeetingTerminal `json:"instance_id"`
	CustomerData string          `json:"customer_data"` // of the link that the person came by; see [Client.CreateMeetingCustomerShortURL]
}

// ListMeetingWaitingRoomUsers returns a page of those who have been in the waiting room of a meeting, each
// time that they came (获取等候室成员记录).
//
// API: POST /cgi-bin/meeting/waitingroom/get_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/98164
func (c *Client) ListMeetingWaitingRoomUsers(ctx context.Context, req *ListMeetingWaitingRoomUsersRequest) (*ListMeetingWaitingRoomUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/waitingroom/get_user_list", req, new(ListMeetingWaitingRoomUsersResponse))
}

// AllMeetingWaitingRoomUsers ranges over those who have been in the waiting room of a meeting; see
// [Client.ListMeetingWaitingRoomUsers].
func (c *Client) AllMeetingWaitingRoomUsers(ctx context.Context, req *ListMeetingWaitingRoomUsersRequest) iter.Seq2[*MeetingWaitingRoomUser, error] {
	return paginate(ctx, req, c.ListMeetingWaitingRoomUsers,
		func(q *ListMeetingWaitingRoomUsersRequest) *string { return &q.Cursor },
		func(p *ListMeetingWaitingRoomUsersResponse) ([]*MeetingWaitingRoomUser, string, bool) {
			return p.UserList, p.NextCursor, p.HasMore
		})
}

// ListMeetingWaitingRoomUsersRequest says which page of which waiting room to return.
type ListMeetingWaitingRoomUsersRequest struct {
	MeetingID string `json:"meetingid"`
	Cursor    string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64  `json:"limit,omitzero"`
}

// ListMeetingWaitingRoomUsersResponse is a page of those who have been in a waiting room.
type ListMeetingWaitingRoomUsersResponse struct {
	UserList   []*MeetingWaitingRoomUser `json:"user_list"`
	HasMore    bool                      `json:"has_more"`
	NextCursor string                    `json:"next_cursor"`
}

// MeetingWaitingRoomUser is somebody who has been in a waiting room.
type MeetingWaitingRoomUser struct {
	UserID     string          `json:"userid"`     // of a member of the corp
	TmpOpenID  string          `json:"tmp_openid"` // the person's ID in this meeting
	InstanceID MeetingTerminal `json:"instance_id"`
	JoinTime   Timestamp       `json:"join_time"`
	QuitTime   Timestamp       `json:"quit_time"`
}
