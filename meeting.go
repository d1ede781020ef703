package workwx

import (
	"context"
	"errors"
	"iter"
	"time"
)

// CancelMeeting cancels a meeting that has not begun, or one of its sittings if it repeats (取消预约会议).
//
// The app must be on the list of those that may call the meeting API (可调用接口的应用), and the meeting must be
// one that it created: here and in all methods for meetings. Errcode [CodeMeetingNotCancellable] says that the
// meeting has begun or ended, 730005 that another app created it, 400045 that it was not planned but started
// on the spot.
//
// API: POST /cgi-bin/meeting/cancel
// Doc: https://developer.work.weixin.qq.com/document/path/98153
func (c *Client) CancelMeeting(ctx context.Context, req *CancelMeetingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/cancel", req, nil)
}

// CancelMeetingRequest names a meeting.
type CancelMeetingRequest struct {
	MeetingID    string `json:"meetingid"`
	SubMeetingID string `json:"sub_meetingid,omitzero"` // one sitting of a meeting that repeats
}

// CheckMeetingDevices tells which of the meetings a member is in at the moment, and with which devices
// (获取成员设备是否入会). The member must be visible to the app.
//
// API: POST /cgi-bin/meeting/check_device_in_meeting
// Doc: https://developer.work.weixin.qq.com/document/path/98165
func (c *Client) CheckMeetingDevices(ctx context.Context, req *CheckMeetingDevicesRequest) ([]*MeetingDevice, error) {
	var resp checkMeetingDevicesResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/check_device_in_meeting", req, &resp)
	return resp.ResultList, err
}

type checkMeetingDevicesResponse struct {
	ResultList []*MeetingDevice `json:"result_list"`
}

// CheckMeetingDevicesRequest says which devices of a member to look for in which meetings.
type CheckMeetingDevicesRequest struct {
	UserID         string            `json:"userid"`
	InstanceIDList []MeetingTerminal `json:"instance_id_list,omitzero"` // kinds of devices; all if empty
	MeetingIDList  []string          `json:"meetingid_list,omitzero"`   // required
}

// MeetingDevice is a device with which a member is in a meeting.
type MeetingDevice struct {
	MeetingID  string          `json:"meetingid"`
	InstanceID MeetingTerminal `json:"instance_id"`
}

// MeetingTerminal is the kind of device with which somebody is in a meeting.
type MeetingTerminal int64

// The kinds of devices.
const (
	MeetingTerminalPSTN              MeetingTerminal = 0 // a telephone
	MeetingTerminalPC                MeetingTerminal = 1
	MeetingTerminalMac               MeetingTerminal = 2
	MeetingTerminalAndroid           MeetingTerminal = 3
	MeetingTerminalIOS               MeetingTerminal = 4
	MeetingTerminalWeb               MeetingTerminal = 5
	MeetingTerminalIPad              MeetingTerminal = 6
	MeetingTerminalAndroidPad        MeetingTerminal = 7
	MeetingTerminalMiniProgram       MeetingTerminal = 8
	MeetingTerminalMRA               MeetingTerminal = 9 // a VoIP or SIP device, by way of the room connector
	MeetingTerminalLinux             MeetingTerminal = 10
	MeetingTerminalRoomsWindows      MeetingTerminal = 20
	MeetingTerminalRoomsMacOS        MeetingTerminal = 21
	MeetingTerminalRoomsAndroid      MeetingTerminal = 22
	MeetingTerminalControllerWindows MeetingTerminal = 30
	MeetingTerminalControllerAndroid MeetingTerminal = 32
	MeetingTerminalControllerIOS     MeetingTerminal = 33
	MeetingTerminalHarmonyPhone      MeetingTerminal = 81
	MeetingTerminalHarmonyPad        MeetingTerminal = 82
	MeetingTerminalHarmonyPC         MeetingTerminal = 83
	MeetingTerminalHarmonyCar        MeetingTerminal = 84
)

// CreateMeeting plans a meeting, of one sitting or several, and returns its ID, number and link
// (创建预约会议). It appears in the calendars of those who are invited.
//
// All members named must be visible to the app. Some fields are for corps that have bought the advanced
// features of meetings (errcode 400226). Errcode [CodeMeetingExists] says that the same meeting has just been
// created, [CodeMeetingBeingCreated] that this is under way, [CodeMeetingCreationForbidden] that the
// administrator may not create meetings, 730009 that the administrator is not among those invited.
//
// API: POST /cgi-bin/meeting/create
// Doc: https://developer.work.weixin.qq.com/document/path/98148
func (c *Client) CreateMeeting(ctx context.Context, req *CreateMeetingRequest) (*CreateMeetingResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/create", req, new(CreateMeetingResponse))
}

// CreateMeetingRequest is a meeting to plan.
type CreateMeetingRequest struct {
	AdminUserID     string                `json:"admin_userid"`         // who has charge of the meeting
	Title           string                `json:"title"`                // 1 to 255 characters; 40 bytes or 20 characters without the advanced features
	MeetingStart    Timestamp             `json:"meeting_start"`        // in the future
	MeetingDuration int64                 `json:"meeting_duration"`     // in seconds, 300 to 86,399
	Description     string                `json:"description,omitzero"` // at most 500 bytes
	Location        string                `json:"location,omitzero"`    // at most 128 characters
	CalID           string                `json:"cal_id,omitzero"`      // a calendar of this app for the meeting to be in, beside those of the invited; third-party apps must name one
	Invitees        MeetingInvitees       `json:"invitees,omitzero"`
	Guests          []MeetingGuest        `json:"guests,omitzero"`
	Settings        MeetingSettingsInput  `json:"settings,omitzero"`
	Reminders       MeetingRemindersInput `json:"reminders,omitzero"`
	AgentID         int64                 `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// CreateMeetingResponse is a new meeting.
type CreateMeetingResponse struct {
	MeetingID   string   `json:"meetingid"`    // which the clients' JS-SDK takes to enter the meeting, too
	MeetingCode string   `json:"meeting_code"` // the number to dial in with
	MeetingLink string   `json:"meeting_link"` // the link to enter the meeting with
	ExcessUsers []string `json:"excess_users"` // user IDs of invited members who have no account for meetings, in a corp that buys such accounts
}

// MeetingInvitees are the members and devices that are invited to a meeting.
type MeetingInvitees struct {
	UserID   []string `json:"userid,omitzero"`    // at most 300 or what the corp has bought, 100 in a corp that has bought nothing; [Client.SetMeetingInvitees] takes more
	DeviceSN []string `json:"device_sn,omitzero"` // serial numbers
}

// MeetingGuest is a guest of a meeting, who is known by a telephone number.
type MeetingGuest struct {
	Area        string `json:"area"` // the country's calling code, such as 86
	PhoneNumber string `json:"phone_number"`
	GuestName   string `json:"guest_name,omitzero"`
}

// MeetingUsers are members of the corp.
type MeetingUsers struct {
	UserID []string `json:"userid"`
}

// MeetingEnterMute says who enters a meeting muted.
type MeetingEnterMute int64

// Who enters a meeting muted.
const (
	MeetingEnterMuteOff  MeetingEnterMute = 0
	MeetingEnterMuteOn   MeetingEnterMute = 1
	MeetingEnterMuteAuto MeetingEnterMute = 2 // whoever enters once more than six are there
)

// MeetingWatermark is how the watermark on a shared screen looks.
type MeetingWatermark int64

// How the watermark on a shared screen looks.
const (
	MeetingWatermarkSingleRow MeetingWatermark = 0
	MeetingWatermarkRows      MeetingWatermark = 1
)

// MeetingAutoRecord says whether and where a meeting is recorded without anybody asking for it. The corp may
// have settled that for all its meetings, and then accepts nothing else.
type MeetingAutoRecord string

// Whether and where a meeting is recorded without anybody asking for it.
const (
	MeetingAutoRecordNone  MeetingAutoRecord = "none"
	MeetingAutoRecordLocal MeetingAutoRecord = "local" // on the host's device, once the host has entered
	MeetingAutoRecordCloud MeetingAutoRecord = "cloud" // once the host has entered
)

// MeetingRemindScope says whom the beginning of a meeting rings up.
type MeetingRemindScope int64

// Whom the beginning of a meeting rings up.
const (
	MeetingRemindScopeNobody MeetingRemindScope = 1
	MeetingRemindScopeHosts  MeetingRemindScope = 2
	MeetingRemindScopeAll    MeetingRemindScope = 3
	MeetingRemindScopeSome   MeetingRemindScope = 4 // RingUsers, nobody if there are none
)

// MeetingSettingsInput is how a meeting is to be held. What is nil is left to the platform, or as it is.
type MeetingSettingsInput struct {
	Password                  *Secret             `json:"password,omitzero"`                // for entering, 4 to 6 digits
	EnableWaitingRoom         *bool               `json:"enable_waiting_room,omitzero"`     // false by default
	AllowEnterBeforeHost      *bool               `json:"allow_enter_before_host,omitzero"` // true by default
	AllowExternalUser         *bool               `json:"allow_external_user,omitzero"`     // whether those who are not of the corp may enter; true by default
	EnableEnterMute           *MeetingEnterMute   `json:"enable_enter_mute,omitzero"`       // MeetingEnterMuteAuto by default
	AllowUnmuteSelf           *bool               `json:"allow_unmute_self,omitzero"`       // false needs MuteAll to be true
	MuteAll                   *bool               `json:"mute_all,omitzero"`
	EnableScreenWatermark     *bool               `json:"enable_screen_watermark,omitzero"` // false by default
	WatermarkType             *MeetingWatermark   `json:"watermark_type,omitzero"`          // MeetingWatermarkSingleRow by default
	AutoRecordType            *MeetingAutoRecord  `json:"auto_record_type,omitzero"`
	AttendeeJoinAutoRecord    *bool               `json:"attendee_join_auto_record,omitzero"`     // whether MeetingAutoRecordCloud begins with the first to enter instead of the host; false by default
	EnableHostPauseAutoRecord *bool               `json:"enable_host_pause_auto_record,omitzero"` // whether the host may pause or stop MeetingAutoRecordCloud; true by default
	EnableInterpreter         *bool               `json:"enable_interpreter,omitzero"`            // simultaneous interpreting; false by default
	EnableDocUploadPermission *bool               `json:"enable_doc_upload_permission,omitzero"`  // whether members may upload documents
	EnableEnroll              *bool               `json:"enable_enroll,omitzero"`                 // whether one has to enroll
	EnableHostKey             *bool               `json:"enable_host_key,omitzero"`               // false by default
	HostKey                   *Secret             `json:"host_key,omitzero"`                      // with which one becomes the host, 6 digits; made by the platform if nil
	RemindScope               *MeetingRemindScope `json:"remind_scope,omitzero"`                  // MeetingRemindScopeHosts by default
	Hosts                     MeetingUsers        `json:"hosts,omitzero"`                         // at most 10; for corps that have bought the advanced features
	RingUsers                 MeetingUsers        `json:"ring_users,omitzero"`                    // for MeetingRemindScopeSome
}

// MeetingRepeatType says how often a meeting repeats.
type MeetingRepeatType int64

// How often a meeting repeats.
const (
	MeetingRepeatTypeDaily    MeetingRepeatType = 0
	MeetingRepeatTypeWeekly   MeetingRepeatType = 1
	MeetingRepeatTypeMonthly  MeetingRepeatType = 2
	MeetingRepeatTypeWorkdays MeetingRepeatType = 7
)

// MeetingRepeatUntilType says what ends the repetition of a meeting.
type MeetingRepeatUntilType int64

// What ends the repetition of a meeting.
const (
	MeetingRepeatUntilTypeTime  MeetingRepeatUntilType = 0 // RepeatUntil
	MeetingRepeatUntilTypeCount MeetingRepeatUntilType = 1 // RepeatUntilCount
)

// MeetingRemindersInput says when a meeting repeats and when members are reminded of it. What is nil is left
// to the platform, or as it is.
type MeetingRemindersInput struct {
	IsRepeat         *IntBool                `json:"is_repeat,omitzero"`         // the rest, but for RemindBefore, needs Yes
	RepeatType       *MeetingRepeatType      `json:"repeat_type,omitzero"`       // MeetingRepeatTypeDaily by default
	IsCustomRepeat   *IntBool                `json:"is_custom_repeat,omitzero"`  // whether the repetition is a custom one
	RepeatUntilType  *MeetingRepeatUntilType `json:"repeat_until_type,omitzero"` // MeetingRepeatUntilTypeTime by default
	RepeatUntilCount *int64                  `json:"repeat_until_count,omitzero"`
	RepeatUntil      Timestamp               `json:"repeat_until,omitzero"`        // the end of the last sitting; after 200 sittings, or 50 if it repeats every two weeks or monthly, if zero or later than that
	RepeatInterval   *int64                  `json:"repeat_interval,omitzero"`     // every how many days, weeks or months; without the advanced features weeks alone, at most 2
	RepeatDayOfWeek  []int64                 `json:"repeat_day_of_week,omitzero"`  // 1 to 7
	RepeatDayOfMonth []int64                 `json:"repeat_day_of_month,omitzero"` // 1 to 31
	RemindBefore     []int64                 `json:"remind_before,omitzero"`       // seconds before the beginning: 0, 300, 900, 3,600 or 86,400; no reminder by default
}

// CreateMeetingCustomerShortURL makes a link to a meeting for one person to enter with, who is recognized by
// it afterwards (创建用户专属参会链接): the CustomerData comes back with [MeetingAttendee].
//
// API: POST /cgi-bin/meeting/create_customer_short_url
// Doc: https://developer.work.weixin.qq.com/document/path/98818
func (c *Client) CreateMeetingCustomerShortURL(ctx context.Context, req *CreateMeetingCustomerShortURLRequest) (*MeetingCustomerShortURL, error) {
	var resp createMeetingCustomerShortURLResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/create_customer_short_url", req, &resp)
	return resp.MeetingShortURLCustomerData, err
}

type createMeetingCustomerShortURLResponse struct {
	MeetingShortURLCustomerData *MeetingCustomerShortURL `json:"meeting_short_url_customer_data"`
}

// CreateMeetingCustomerShortURLRequest says which meeting a link is for, and for whom.
type CreateMeetingCustomerShortURLRequest struct {
	MeetingID    string `json:"meetingid"`
	CustomerData string `json:"customer_data"` // one's own name of the person
}

// MeetingCustomerShortURL is a link to a meeting for one person.
type MeetingCustomerShortURL struct {
	MeetingShortURL string `json:"meeting_short_url"`
	CustomerData    string `json:"customer_data"`
}

// ListMeetingAttendees returns a page of those who have been in a meeting or webinar, each time that they
// entered, whether they are still there or not (获取已参会成员列表). Members whom the app cannot see are left
// out, and before the meeting begins there is nobody.
//
// API: POST /cgi-bin/meeting/get_attendee_list
// Doc: https://developer.work.weixin.qq.com/document/path/98156
func (c *Client) ListMeetingAttendees(ctx context.Context, req *ListMeetingAttendeesRequest) (*ListMeetingAttendeesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_attendee_list", req, new(ListMeetingAttendeesResponse))
}

// AllMeetingAttendees ranges over those who have been in a meeting; see [Client.ListMeetingAttendees].
func (c *Client) AllMeetingAttendees(ctx context.Context, req *ListMeetingAttendeesRequest) iter.Seq2[*MeetingAttendee, error] {
	return paginate(ctx, req, c.ListMeetingAttendees,
		func(q *ListMeetingAttendeesRequest) *string { return &q.Cursor },
		func(p *ListMeetingAttendeesResponse) ([]*MeetingAttendee, string, bool) {
			return p.Attendees, p.NextCursor, p.HasMore
		})
}

// ListMeetingAttendeesRequest says whose attendance to list. StartTime and EndTime are at most 31 days apart,
// and without effect for a meeting that repeats; without both, 90 days are searched.
type ListMeetingAttendeesRequest struct {
	MeetingID    string    `json:"meetingid"`
	SubMeetingID string    `json:"sub_meetingid,omitzero"` // required for a meeting that repeats: see Meeting.CurrentSubMeetingID
	StartTime    Timestamp `json:"start_time,omitzero"`    // 31 days ago if zero
	EndTime      Timestamp `json:"end_time,omitzero"`      // now if zero
	Cursor       string    `json:"cursor,omitzero"`        // the NextCursor of the page before
	Limit        int64     `json:"limit,omitzero"`         // at most 100, the same for all pages
}

// ListMeetingAttendeesResponse is a page of those who have been in a meeting.
type ListMeetingAttendeesResponse struct {
	Attendees  []*MeetingAttendee `json:"attendees"`
	HasMore    bool               `json:"has_more"`
	NextCursor string             `json:"next_cursor"`
}

// MeetingAttendee is somebody who has been in a meeting.
type MeetingAttendee struct {
	UserID            string             `json:"userid"`      // of a member of the corp
	TmpOpenID         string             `json:"tmp_openid"`  // the person's ID in this meeting
	InstanceID        MeetingTerminal    `json:"instance_id"` // the device
	Role              MeetingRole        `json:"role"`
	JoinType          MeetingJoinType    `json:"join_type"`
	JoinTime          Timestamp          `json:"join_time"`
	QuitTime          Timestamp          `json:"quit_time"`
	Net               string             `json:"net"` // the network, such as WIFI or 4G; of those who are in the meeting
	WebinarRole       MeetingWebinarRole `json:"webinar_role"`
	AudioState        bool               `json:"audio_state"` // whether the microphone is on
	VideoState        bool               `json:"video_state"` // whether the camera is on
	ScreenSharedState bool               `json:"screen_shared_state"`
	CustomerData      string             `json:"customer_data"` // of the link that the person came by; see [Client.CreateMeetingCustomerShortURL]
}

// MeetingRole is what somebody is in a meeting.
type MeetingRole int64

// What somebody is in a meeting.
const (
	MeetingRoleMember        MeetingRole = 0
	MeetingRoleCreator       MeetingRole = 1
	MeetingRoleHost          MeetingRole = 2
	MeetingRoleCreatorHost   MeetingRole = 3
	MeetingRoleVisitor       MeetingRole = 4 // came by a mini program of WeChat
	MeetingRoleVisitorHost   MeetingRole = 5
	MeetingRoleCohost        MeetingRole = 6
	MeetingRoleCreatorCohost MeetingRole = 7
	MeetingRoleAssignedHost  MeetingRole = 8 // a host whom the API made one; of events alone
)

// MeetingWebinarRole is what somebody is in a webinar.
type MeetingWebinarRole int64

// What somebody is in a webinar.
const (
	MeetingWebinarRoleMember        MeetingWebinarRole = 0
	MeetingWebinarRoleInternalGuest MeetingWebinarRole = 1
	MeetingWebinarRoleExternalGuest MeetingWebinarRole = 2
	MeetingWebinarRoleInvitedGuest  MeetingWebinarRole = 3 // came by a link of invitation
	MeetingWebinarRoleAudience      MeetingWebinarRole = 4
)

// MeetingJoinType is by which channel somebody came into a meeting.
type MeetingJoinType int64

// By which channel somebody came into a meeting.
const (
	MeetingJoinTypePSTN       MeetingJoinType = 0 // by telephone
	MeetingJoinTypeVoIP       MeetingJoinType = 1
	MeetingJoinTypeScreenVoIP MeetingJoinType = 2 // a second channel that casts a screen
	MeetingJoinTypeLinuxVoIP  MeetingJoinType = 3 // the SDK for Linux
	MeetingJoinTypeVoicePSTN  MeetingJoinType = 4 // a second channel for the voice
	MeetingJoinTypeVideoPSTN  MeetingJoinType = 5 // a second channel for the picture
	MeetingJoinTypeLinuxPSTN  MeetingJoinType = 6 // the SDK for Linux
)

// ListMeetingCustomerShortURLs returns the links for one person each that a meeting has (获取用户专属参会链接).
//
// API: POST /cgi-bin/meeting/get_customer_short_url
// Doc: https://developer.work.weixin.qq.com/document/path/98819
func (c *Client) ListMeetingCustomerShortURLs(ctx context.Context, meetingID string) ([]*MeetingCustomerShortURL, error) {
	var resp listMeetingCustomerShortURLsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/get_customer_short_url", param{"meetingid", meetingID}, &resp)
	return resp.MeetingShortURLCustomerDataList, err
}

type listMeetingCustomerShortURLsResponse struct {
	MeetingShortURLCustomerDataList []*MeetingCustomerShortURL `json:"meeting_short_url_customer_data_list"`
}

// ListMeetingGuests returns the guests of a meeting (获取会议嘉宾列表).
//
// API: POST /cgi-bin/meeting/get_guests
// Doc: https://developer.work.weixin.qq.com/document/path/99039
func (c *Client) ListMeetingGuests(ctx context.Context, meetingID string) (*ListMeetingGuestsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_guests", param{"meetingid", meetingID}, new(ListMeetingGuestsResponse))
}

// ListMeetingGuestsResponse is a meeting and its guests.
type ListMeetingGuestsResponse struct {
	Guests      []*MeetingGuest `json:"guests"`
	MeetingID   string          `json:"meetingid"`
	MeetingCode string          `json:"meeting_code"` // the number to dial in with
	Title       string          `json:"title"`
}

// GetMeeting returns a meeting: what was planned, and who has come (获取会议详情).
//
// Errcode [CodeInvalidMeetingID] says that there is no such meeting, 730003 and 730004 the same of the sitting
// and the number, [CodeMeetingDeleted] that it was deleted.
//
// API: POST /cgi-bin/meeting/get_info
// Doc: https://developer.work.weixin.qq.com/document/path/98149
func (c *Client) GetMeeting(ctx context.Context, req *GetMeetingRequest) (*Meeting, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_info", req, new(Meeting))
}

// GetMeetingRequest names a meeting by its ID or its number; one of them is required.
type GetMeetingRequest struct {
	MeetingID    string `json:"meetingid,omitzero"`
	MeetingCode  string `json:"meeting_code,omitzero"`
	SubMeetingID string `json:"sub_meetingid,omitzero"` // one sitting of a meeting that repeats
}

// MeetingStatus is how far a meeting is.
type MeetingStatus int64

// How far a meeting is.
const (
	MeetingStatusPending   MeetingStatus = 1
	MeetingStatusRunning   MeetingStatus = 2
	MeetingStatusEnded     MeetingStatus = 3
	MeetingStatusCancelled MeetingStatus = 4
	MeetingStatusExpired   MeetingStatus = 5
)

// MeetingType is the kind of a meeting.
type MeetingType int64

// The kinds of meetings.
const (
	MeetingTypeOnce       MeetingType = 0
	MeetingTypeRepeating  MeetingType = 1
	MeetingTypeWeChat     MeetingType = 2 // of WeChat, 微信专属会议
	MeetingTypeScreenCast MeetingType = 3 // to show a screen in a room, Rooms 投屏会议
	MeetingTypePersonal   MeetingType = 5 // with the number of a person
	MeetingTypeWebinar    MeetingType = 6
)

// Meeting is a meeting.
type Meeting struct {
	MeetingID           string              `json:"meetingid"`
	AdminUserID         string              `json:"admin_userid"`    // who has charge of the meeting
	MainDepartment      int64               `json:"main_department"` // the main department of whoever planned it
	Title               string              `json:"title"`
	MeetingStart        Timestamp           `json:"meeting_start"`
	MeetingDuration     int64               `json:"meeting_duration"` // in seconds
	Status              MeetingStatus       `json:"status"`
	MeetingType         MeetingType         `json:"meeting_type"`
	Description         string              `json:"description"`
	Location            string              `json:"location"`
	CalID               string              `json:"cal_id"`
	Attendees           MeetingAttendees    `json:"attendees"` // the invited and others who came; of a meeting that was started on the spot, those who came
	Guests              []MeetingGuest      `json:"guests"`
	Settings            MeetingSettings     `json:"settings"`
	Reminders           MeetingReminders    `json:"reminders"`
	MeetingCode         string              `json:"meeting_code"` // the number to dial in with
	MeetingLink         string              `json:"meeting_link"` // the link to enter the meeting with
	HasVote             bool                `json:"has_vote"`     // whether there are polls; told to its creator and hosts alone
	SubMeetings         []MeetingSubMeeting `json:"sub_meetings"`
	HasMoreSubMeeting   IntBool             `json:"has_more_sub_meeting"`
	RemainSubMeetings   int64               `json:"remain_sub_meetings"`   // how many sittings are still to come
	CurrentSubMeetingID string              `json:"current_sub_meetingid"` // the sitting that takes place now or next
	SubRepeatList       []MeetingSubRepeat  `json:"sub_repeat_list"`
}

// MeetingAttendees are those who belong to a meeting.
type MeetingAttendees struct {
	Member          []MeetingMember         `json:"member"`            // of the corp
	TmpExternalUser []MeetingExternalUser   `json:"tmp_external_user"` // those from outside who came; not by WeChat
	Device          []MeetingAttendeeDevice `json:"device"`
}

// MeetingAttendance says whether somebody came to a meeting.
type MeetingAttendance int64

// Whether somebody came to a meeting.
const (
	MeetingAttendanceAttended MeetingAttendance = 1
	MeetingAttendanceAbsent   MeetingAttendance = 2
)

// MeetingMember is a member of the corp who belongs to a meeting.
type MeetingMember struct {
	UserID         string            `json:"userid"`
	Status         MeetingAttendance `json:"status"`
	FirstJoinTime  Timestamp         `json:"first_join_time"`
	LastQuitTime   Timestamp         `json:"last_quit_time"`
	TotalJoinCount int64             `json:"total_join_count"` // how often the member entered
	CumulativeTime int64             `json:"cumulative_time"`  // how long the member was there, in seconds
}

// MeetingExternalUser is somebody from outside who came to a meeting.
type MeetingExternalUser struct {
	TmpExternalUserID string            `json:"tmp_external_userid"` // another one in each meeting; [Client.ConvertTmpExternalUserIDs] tells who it is
	Status            MeetingAttendance `json:"status"`
	FirstJoinTime     Timestamp         `json:"first_join_time"`
	LastQuitTime      Timestamp         `json:"last_quit_time"`
	TotalJoinCount    int64             `json:"total_join_count"` // how often the person entered
	CumulativeTime    int64             `json:"cumulative_time"`  // how long the person was there, in seconds
}

// MeetingAttendeeDevice is a device that is invited to a meeting.
type MeetingAttendeeDevice struct {
	DeviceSN string `json:"device_sn"` // its serial number
	Status   int64  `json:"status"`
}

// MeetingSettings is how a meeting is held.
type MeetingSettings struct {
	NeedPassword              bool               `json:"need_password"`
	Password                  Secret             `json:"password"` // for entering
	EnableWaitingRoom         bool               `json:"enable_waiting_room"`
	AllowEnterBeforeHost      bool               `json:"allow_enter_before_host"`
	AllowExternalUser         bool               `json:"allow_external_user"` // whether those who are not of the corp may enter
	EnableEnterMute           MeetingEnterMute   `json:"enable_enter_mute"`
	AllowUnmuteSelf           bool               `json:"allow_unmute_self"`
	MuteAll                   bool               `json:"mute_all"`
	EnableScreenWatermark     bool               `json:"enable_screen_watermark"`
	WatermarkType             MeetingWatermark   `json:"watermark_type"`
	AutoRecordType            MeetingAutoRecord  `json:"auto_record_type"`
	AttendeeJoinAutoRecord    bool               `json:"attendee_join_auto_record"`     // whether MeetingAutoRecordCloud begins with the first to enter
	EnableHostPauseAutoRecord bool               `json:"enable_host_pause_auto_record"` // whether the host may pause or stop MeetingAutoRecordCloud
	EnableInterpreter         bool               `json:"enable_interpreter"`            // simultaneous interpreting
	EnableDocUploadPermission bool               `json:"enable_doc_upload_permission"`  // whether members may upload documents
	EnableEnroll              bool               `json:"enable_enroll"`                 // whether one has to enroll
	EnableHostKey             bool               `json:"enable_host_key"`
	HostKey                   Secret             `json:"host_key"` // with which one becomes the host
	RemindScope               MeetingRemindScope `json:"remind_scope"`
	Hosts                     MeetingUsers       `json:"hosts"`         // as planned
	CurrentHosts              MeetingUsers       `json:"current_hosts"` // as it is now
	CoHosts                   MeetingUsers       `json:"co_hosts"`
	RingUsers                 MeetingUsers       `json:"ring_users"` // for MeetingRemindScopeSome
}

// MeetingReminders says when a meeting repeats and when members are reminded of it.
type MeetingReminders struct {
	IsRepeat         IntBool                `json:"is_repeat"`
	RepeatType       MeetingRepeatType      `json:"repeat_type"`
	IsCustomRepeat   IntBool                `json:"is_custom_repeat"` // whether the repetition is a custom one
	RepeatUntilType  MeetingRepeatUntilType `json:"repeat_until_type"`
	RepeatUntilCount int64                  `json:"repeat_until_count"`
	RepeatUntil      Timestamp              `json:"repeat_until"`
	RepeatInterval   int64                  `json:"repeat_interval"`     // every how many days, weeks or months
	RepeatDayOfWeek  []int64                `json:"repeat_day_of_week"`  // 1 to 7
	RepeatDayOfMonth []int64                `json:"repeat_day_of_month"` // 1 to 31
	RemindBefore     []int64                `json:"remind_before"`       // seconds before the beginning
}

// MeetingSubMeeting is one sitting of a meeting that repeats.
type MeetingSubMeeting struct {
	SubMeetingID string    `json:"sub_meetingid"`
	Title        string    `json:"title"`
	Status       int64     `json:"status"`
	StartTime    Timestamp `json:"start_time"`
	EndTime      Timestamp `json:"end_time"`
	RepeatID     string    `json:"repeat_id"` // the [MeetingSubRepeat] that it belongs to
}

// MeetingSubRepeat is a part of the sittings of a meeting, with a rhythm of its own.
type MeetingSubRepeat struct {
	RepeatID         string                 `json:"repeat_id"`
	RepeatType       MeetingRepeatType      `json:"repeat_type"`
	IsCustomRepeat   IntBool                `json:"is_custom_repeat"`    // whether the repetition is a custom one
	RepeatInterval   int64                  `json:"repeat_interval"`     // every how many days, weeks or months
	RepeatDayOfWeek  []int64                `json:"repeat_day_of_week"`  // 1 to 7
	RepeatDayOfMonth []int64                `json:"repeat_day_of_month"` // 1 to 31
	RepeatUntilType  MeetingRepeatUntilType `json:"repeat_until_type"`
	RepeatUntilCount int64                  `json:"repeat_until_count"`
	RepeatUntil      Timestamp              `json:"repeat_until"`
}

// ListMeetingInvitees returns a page of the members who are invited to a meeting (获取会议受邀成员列表).
//
// API: POST /cgi-bin/meeting/get_invitees
// Doc: https://developer.work.weixin.qq.com/document/path/98160
func (c *Client) ListMeetingInvitees(ctx context.Context, req *ListMeetingInviteesRequest) (*ListMeetingInviteesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_invitees", req, new(ListMeetingInviteesResponse))
}

// AllMeetingInvitees ranges over the members who are invited to a meeting; see [Client.ListMeetingInvitees].
func (c *Client) AllMeetingInvitees(ctx context.Context, req *ListMeetingInviteesRequest) iter.Seq2[*MeetingInvitee, error] {
	return paginate(ctx, req, c.ListMeetingInvitees,
		func(q *ListMeetingInviteesRequest) *string { return &q.Cursor },
		func(p *ListMeetingInviteesResponse) ([]*MeetingInvitee, string, bool) {
			return p.Invitees, p.NextCursor, p.HasMore
		})
}

// ListMeetingInviteesRequest says which page of whose invitations to return.
type ListMeetingInviteesRequest struct {
	MeetingID string `json:"meetingid"`
	Cursor    string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListMeetingInviteesResponse is a page of the members who are invited to a meeting.
type ListMeetingInviteesResponse struct {
	Invitees   []*MeetingInvitee `json:"invitees"`
	HasMore    bool              `json:"has_more"`
	NextCursor string            `json:"next_cursor"`
}

// MeetingInvitee is a member who is invited to a meeting.
type MeetingInvitee struct {
	UserID string `json:"userid"`
}

// GetMeetingQuality tells how well a meeting of the last 7 days was heard and seen, as a whole and by each
// person and device, of whom it returns a page (获取会议健康度). Those who came first stand first; members whom
// the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/get_quality
// Doc: https://developer.work.weixin.qq.com/document/path/98821
func (c *Client) GetMeetingQuality(ctx context.Context, req *GetMeetingQualityRequest) (*GetMeetingQualityResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_quality", req, new(GetMeetingQualityResponse))
}

// AllMeetingAttendeeQualities ranges over how well each person in a meeting heard and saw; see
// [Client.GetMeetingQuality].
func (c *Client) AllMeetingAttendeeQualities(ctx context.Context, req *GetMeetingQualityRequest) iter.Seq2[*MeetingAttendeeQuality, error] {
	return paginate(ctx, req, c.GetMeetingQuality,
		func(q *GetMeetingQualityRequest) *string { return &q.Cursor },
		func(p *GetMeetingQualityResponse) ([]*MeetingAttendeeQuality, string, bool) {
			return p.Attendees, p.NextCursor, p.HasMore
		})
}

// GetMeetingQualityRequest says which meeting to report on.
//
// A meeting may have been held several times, from the first to enter until all had left: the report is on
// the first time that began at StartTime or later.
type GetMeetingQualityRequest struct {
	MeetingID    string    `json:"meetingid"`
	SubMeetingID string    `json:"sub_meetingid,omitzero"` // required for a meeting that repeats: see Meeting.CurrentSubMeetingID
	StartTime    Timestamp `json:"start_time,omitzero"`    // required, within the last 7 days
	Cursor       string    `json:"cursor,omitzero"`        // the NextCursor of the page before
	Limit        int64     `json:"limit,omitzero"`         // 1 to 50, 50 by default, the same for all pages
}

// MeetingHealth says whether a meeting went well.
type MeetingHealth int64

// Whether a meeting went well.
const (
	MeetingHealthNoData  MeetingHealth = 0
	MeetingHealthGood    MeetingHealth = 1
	MeetingHealthWarning MeetingHealth = 2
)

// MeetingGrade is how good sound, picture or network were.
type MeetingGrade int64

// How good sound, picture or network were.
const (
	MeetingGradeNoData MeetingGrade = 0
	MeetingGradeGood   MeetingGrade = 1
	MeetingGradeFair   MeetingGrade = 2
	MeetingGradeMedium MeetingGrade = 3
	MeetingGradePoor   MeetingGrade = 4
)

// GetMeetingQualityResponse says how well a meeting was heard and seen.
type GetMeetingQualityResponse struct {
	Quality            MeetingHealth             `json:"quality"`
	AudioQuality       MeetingGrade              `json:"audio_quality"`
	VideoQuality       MeetingGrade              `json:"video_quality"`
	ScreenShareQuality MeetingGrade              `json:"screen_share_quality"`
	NetworkQuality     MeetingGrade              `json:"network_quality"`
	Problems           []string                  `json:"problems"` // in words
	Attendees          []*MeetingAttendeeQuality `json:"attendees"`
	HasMore            bool                      `json:"has_more"`
	NextCursor         string                    `json:"next_cursor"`
}

// MeetingAttendeeQuality says how well a person heard and saw with one device.
type MeetingAttendeeQuality struct {
	UserID             string          `json:"userid"`     // of a member of the corp
	TmpOpenID          string          `json:"tmp_openid"` // the person's ID in this meeting
	InstanceID         MeetingTerminal `json:"instance_id"`
	Quality            MeetingHealth   `json:"quality"`
	AudioQuality       MeetingGrade    `json:"audio_quality"`
	VideoQuality       MeetingGrade    `json:"video_quality"`
	ScreenShareQuality MeetingGrade    `json:"screen_share_quality"`
	NetworkQuality     MeetingGrade    `json:"network_quality"`
	Problems           []string        `json:"problems"` // in words
}

// ListMeetingRealtimeAttendees returns a page of those who are in a meeting at this moment
// (获取实时会中成员列表). Members whom the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/get_realtime_attendee_list
// Doc: https://developer.work.weixin.qq.com/document/path/98157
func (c *Client) ListMeetingRealtimeAttendees(ctx context.Context, req *ListMeetingRealtimeAttendeesRequest) (*ListMeetingRealtimeAttendeesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_realtime_attendee_list", req, new(ListMeetingRealtimeAttendeesResponse))
}

// AllMeetingRealtimeAttendees ranges over those who are in a meeting; see
// [Client.ListMeetingRealtimeAttendees].
func (c *Client) AllMeetingRealtimeAttendees(ctx context.Context, req *ListMeetingRealtimeAttendeesRequest) iter.Seq2[*MeetingRealtimeAttendee, error] {
	return paginate(ctx, req, c.ListMeetingRealtimeAttendees,
		func(q *ListMeetingRealtimeAttendeesRequest) *string { return &q.Cursor },
		func(p *ListMeetingRealtimeAttendeesResponse) ([]*MeetingRealtimeAttendee, string, bool) {
			return p.Attendees, p.NextCursor, p.HasMore
		})
}

// ListMeetingRealtimeAttendeesRequest says which page of which meeting to return.
type ListMeetingRealtimeAttendeesRequest struct {
	MeetingID    string `json:"meetingid"`
	SubMeetingID string `json:"sub_meetingid,omitzero"` // required for a meeting that repeats: see Meeting.CurrentSubMeetingID
	Cursor       string `json:"cursor,omitzero"`        // the NextCursor of the page before
	Limit        int64  `json:"limit,omitzero"`         // at most 50, the same for all pages
}

// ListMeetingRealtimeAttendeesResponse is a page of those who are in a meeting.
type ListMeetingRealtimeAttendeesResponse struct {
	Attendees  []*MeetingRealtimeAttendee `json:"attendees"`
	HasMore    bool                       `json:"has_more"`
	NextCursor string                     `json:"next_cursor"`
}

// MeetingRealtimeAttendee is somebody who is in a meeting.
type MeetingRealtimeAttendee struct {
	UserID            string          `json:"userid"`      // of a member of the corp
	TmpOpenID         string          `json:"tmp_openid"`  // the person's ID in this meeting, by which the methods of control name it
	InstanceID        MeetingTerminal `json:"instance_id"` // the device
	Role              MeetingRole     `json:"role"`
	JoinType          MeetingJoinType `json:"join_type"`
	JoinTime          Timestamp       `json:"join_time"`
	AudioState        bool            `json:"audio_state"` // whether the microphone is on
	VideoState        bool            `json:"video_state"` // whether the camera is on
	ScreenSharedState bool            `json:"screen_shared_state"`
}

// ListUserMeetingIDs returns a page of the IDs of a member's meetings (获取成员会议ID列表). Those that another
// app created are not among them. The member must be visible to the app.
//
// API: POST /cgi-bin/meeting/get_user_meetingid
// Doc: https://developer.work.weixin.qq.com/document/path/98714
func (c *Client) ListUserMeetingIDs(ctx context.Context, req *ListUserMeetingIDsRequest) (*ListUserMeetingIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/get_user_meetingid", req, new(ListUserMeetingIDsResponse))
}

// AllUserMeetingIDs ranges over the IDs of a member's meetings; see [Client.ListUserMeetingIDs].
func (c *Client) AllUserMeetingIDs(ctx context.Context, req *ListUserMeetingIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListUserMeetingIDs,
		func(q *ListUserMeetingIDsRequest) *string { return &q.Cursor },
		func(p *ListUserMeetingIDsResponse) ([]string, string, bool) {
			return p.MeetingIDList, p.NextCursor, p.NextCursor != ""
		})
}

// ListUserMeetingIDsRequest says whose meetings to return, and which page of them.
type ListUserMeetingIDsRequest struct {
	UserID    string    `json:"userid"`
	BeginTime Timestamp `json:"begin_time,omitzero"`
	EndTime   Timestamp `json:"end_time,omitzero"` // at most 180 days after BeginTime; now if both are zero
	Cursor    string    `json:"cursor,omitzero"`   // the NextCursor of the page before
	Limit     int64     `json:"limit,omitzero"`    // 1 to 100, 100 by default
}

// ListUserMeetingIDsResponse is a page of the IDs of a member's meetings.
type ListUserMeetingIDsResponse struct {
	MeetingIDList []string `json:"meetingid_list"`
	NextCursor    string   `json:"next_cursor"` // "" on the last page
}

// SetMeetingGuests replaces the guests of a meeting (更新会议嘉宾列表).
//
// API: POST /cgi-bin/meeting/set_guests
// Doc: https://developer.work.weixin.qq.com/document/path/99040
func (c *Client) SetMeetingGuests(ctx context.Context, req *SetMeetingGuestsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/set_guests", req, nil)
}

// SetMeetingGuestsRequest names the guests of a meeting.
type SetMeetingGuestsRequest struct {
	MeetingID string         `json:"meetingid"`
	Guests    []MeetingGuest `json:"guests"`
}

// SetMeetingInvitees replaces the members who are invited to a meeting (更新会议受邀成员列表). They must be
// visible to the app.
//
// API: POST /cgi-bin/meeting/set_invitees
// Doc: https://developer.work.weixin.qq.com/document/path/98162
func (c *Client) SetMeetingInvitees(ctx context.Context, req *SetMeetingInviteesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/set_invitees", req, nil)
}

// SetMeetingInviteesRequest names the members who are invited to a meeting.
type SetMeetingInviteesRequest struct {
	MeetingID string           `json:"meetingid"`
	Invitees  []MeetingInvitee `json:"invitees"` // at most 2,000, or what the corp has bought
}

// ListMeetingStartRecords returns a page of the meetings that members started, or could not start, the latest
// first (获取会议发起记录). Meetings of members whom the app cannot see are left out, so that a page may be short.
//
// API: POST /cgi-bin/meeting/statistics/get_start_list
// Doc: https://developer.work.weixin.qq.com/document/path/99651
func (c *Client) ListMeetingStartRecords(ctx context.Context, req *ListMeetingStartRecordsRequest) (*ListMeetingStartRecordsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/statistics/get_start_list", req, new(ListMeetingStartRecordsResponse))
}

// AllMeetingStartRecords ranges over the meetings that members started, or could not start; see
// [Client.ListMeetingStartRecords].
func (c *Client) AllMeetingStartRecords(ctx context.Context, req *ListMeetingStartRecordsRequest) iter.Seq2[*MeetingStartRecord, error] {
	return paginate(ctx, req, c.ListMeetingStartRecords,
		func(q *ListMeetingStartRecordsRequest) *string { return &q.Cursor },
		func(p *ListMeetingStartRecordsResponse) ([]*MeetingStartRecord, string, bool) {
			return p.MeetingList, p.NextCursor, p.HasMore
		})
}

// MeetingStartType says whether a meeting could be started.
type MeetingStartType int64

// Whether a meeting could be started.
const (
	MeetingStartTypeStarted MeetingStartType = 1
	MeetingStartTypeFailed  MeetingStartType = 2 // the corp had as many meetings at once as it may
)

// ListMeetingStartRecordsRequest says which meetings to list.
type ListMeetingStartRecordsRequest struct {
	Type      MeetingStartType `json:"type"`
	BeginTime Timestamp        `json:"begin_time"`      // included
	EndTime   Timestamp        `json:"end_time"`        // not included; at most 30 days after BeginTime
	Cursor    string           `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64            `json:"limit,omitzero"`  // 1 to 1,000, 200 by default
}

// ListMeetingStartRecordsResponse is a page of meetings.
type ListMeetingStartRecordsResponse struct {
	MeetingList []*MeetingStartRecord `json:"meeting_list"`
	NextCursor  string                `json:"next_cursor"`
	HasMore     bool                  `json:"has_more"` // whether there is another page; where the platform does not say, whether there is a NextCursor
}

// UnmarshalJSON also takes an answer without has_more.
func (r *ListMeetingStartRecordsResponse) UnmarshalJSON(b []byte) error {
	type plain ListMeetingStartRecordsResponse
	var wire struct {
		plain
		HasMore *bool `json:"has_more"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = ListMeetingStartRecordsResponse(wire.plain)
	r.HasMore = r.NextCursor != ""
	if wire.HasMore != nil {
		r.HasMore = *wire.HasMore
	}
	return nil
}

// MeetingStartRecord is a meeting that a member started, or could not start.
type MeetingStartRecord struct {
	UserID    string    `json:"userid"` // who started it, or planned it if somebody from outside was the first to enter
	StartTime Timestamp `json:"start_time"`
}

// UpdateMeeting changes the fields of a meeting that req sets and leaves the rest as they are (修改预约会议). It
// returns the user IDs of invited members who have no account for meetings, in a corp that buys such accounts.
//
// The meeting must not have begun (errcode [CodeMeetingStartedOrEnded] otherwise). Of a meeting that does not
// repeat and should have begun, MeetingStart and MeetingDuration must be changed too. For the limits see
// [Client.CreateMeeting].
//
// API: POST /cgi-bin/meeting/update
// Doc: https://developer.work.weixin.qq.com/document/path/98154
func (c *Client) UpdateMeeting(ctx context.Context, req *UpdateMeetingRequest) ([]string, error) {
	var resp updateMeetingResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/update", req, &resp)
	return resp.ExcessUsers, err
}

type updateMeetingResponse struct {
	ExcessUsers []string `json:"excess_users"`
}

// UpdateMeetingRequest holds what changes in a meeting.
type UpdateMeetingRequest struct {
	MeetingID       string                `json:"meetingid"`
	Title           *string               `json:"title,omitzero"`
	MeetingStart    Timestamp             `json:"meeting_start,omitzero"`    // in the future; MeetingDuration is required with it
	MeetingDuration *int64                `json:"meeting_duration,omitzero"` // in seconds, 300 to 86,399; MeetingStart is required with it
	Description     *string               `json:"description,omitzero"`
	Location        *string               `json:"location,omitzero"`
	CalID           *string               `json:"cal_id,omitzero"`
	Invitees        MeetingInvitees       `json:"invitees,omitzero"`
	Guests          []MeetingGuest        `json:"guests,omitzero"`
	Settings        MeetingSettingsInput  `json:"settings,omitzero"`
	Reminders       MeetingRemindersInput `json:"reminders,omitzero"`
	AgentID         *int64                `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// GetMeetingVIPAddJobResult returns what became of a job of [Client.SubmitMeetingVIPAddJob]
// (查询分配高级功能账号结果). Errcode [CodeJobInProgress] says that it has not ended, 770006 that there is no such
// job. [Client.WaitMeetingVIPAddJob] waits for it.
//
// API: POST /cgi-bin/meeting/vip/batch_add_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99508
func (c *Client) GetMeetingVIPAddJobResult(ctx context.Context, jobID string) (*VIPJobResult, error) {
	var resp vipJobResultResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/vip/batch_add_job_result", param{"jobid", jobID}, &resp)
	return resp.JobResult, err
}

type vipJobResultResponse struct {
	JobResult *VIPJobResult `json:"job_result"`
}

// VIPJobResult says which members a job gave the advanced features to, or took them from.
type VIPJobResult struct {
	SuccUserIDList []string `json:"succ_userid_list"` // for whom it was done
	FailUserIDList []string `json:"fail_userid_list"` // for whom it could not be done
}

// WaitMeetingVIPAddJob waits until a job of [Client.SubmitMeetingVIPAddJob] has ended, asking every 2 seconds
// at first and every 15 at last, and returns its result. It may have failed for some of the members.
func (c *Client) WaitMeetingVIPAddJob(ctx context.Context, jobID string) (*VIPJobResult, error) {
	return awaitVIPJob(ctx, "/cgi-bin/meeting/vip/batch_add_job_result", jobID, c.GetMeetingVIPAddJobResult)
}

// awaitVIPJob asks for the result of a job until it is there.
func awaitVIPJob(ctx context.Context, api, jobID string, ask func(context.Context, string) (*VIPJobResult, error)) (*VIPJobResult, error) {
	return awaitJob(ctx, api, 2*time.Second, func() (*VIPJobResult, bool, error) {
		result, err := ask(ctx, jobID)
		if errors.Is(err, CodeJobInProgress) {
			return nil, false, nil
		}
		return result, err == nil, err
	})
}

// GetMeetingVIPRemoveJobResult returns what became of a job of [Client.SubmitMeetingVIPRemoveJob]
// (查询取消高级功能账号结果). Errcode [CodeJobInProgress] says that it has not ended, 770006 that there is no such
// job. [Client.WaitMeetingVIPRemoveJob] waits for it.
//
// API: POST /cgi-bin/meeting/vip/batch_del_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99509
func (c *Client) GetMeetingVIPRemoveJobResult(ctx context.Context, jobID string) (*VIPJobResult, error) {
	var resp vipJobResultResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/vip/batch_del_job_result", param{"jobid", jobID}, &resp)
	return resp.JobResult, err
}

// WaitMeetingVIPRemoveJob waits until a job of [Client.SubmitMeetingVIPRemoveJob] has ended, asking every
// 2 seconds at first and every 15 at last, and returns its result. It may have failed for some of the members.
func (c *Client) WaitMeetingVIPRemoveJob(ctx context.Context, jobID string) (*VIPJobResult, error) {
	return awaitVIPJob(ctx, "/cgi-bin/meeting/vip/batch_del_job_result", jobID, c.GetMeetingVIPRemoveJobResult)
}

// ListMeetingVIPUserIDs returns a page of the user IDs of the members who have the advanced features of
// meetings (获取高级功能账号列表).
//
// API: POST /cgi-bin/meeting/vip/list
// Doc: https://developer.work.weixin.qq.com/document/path/99510
func (c *Client) ListMeetingVIPUserIDs(ctx context.Context, req *ListMeetingVIPUserIDsRequest) (*ListMeetingVIPUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/vip/list", req, new(ListMeetingVIPUserIDsResponse))
}

// AllMeetingVIPUserIDs ranges over the user IDs of the members who have the advanced features of meetings; see
// [Client.ListMeetingVIPUserIDs].
func (c *Client) AllMeetingVIPUserIDs(ctx context.Context, req *ListMeetingVIPUserIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListMeetingVIPUserIDs,
		func(q *ListMeetingVIPUserIDsRequest) *string { return &q.Cursor },
		func(p *ListMeetingVIPUserIDsResponse) ([]string, string, bool) {
			return p.UserIDList, p.NextCursor, p.HasMore
		})
}

// ListMeetingVIPUserIDsRequest says which page of the members to return.
type ListMeetingVIPUserIDsRequest struct {
	Limit  int64  `json:"limit,omitzero"`
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListMeetingVIPUserIDsResponse is a page of the members who have the advanced features.
type ListMeetingVIPUserIDsResponse struct {
	UserIDList []string `json:"userid_list"`
	HasMore    bool     `json:"has_more"`
	NextCursor string   `json:"next_cursor"`
}

// SubmitMeetingVIPAddJob starts to give members the advanced features of meetings, and returns the ID of the
// job (分配高级功能账号). [Client.WaitMeetingVIPAddJob] waits for it. The members must be visible to the app.
//
// Errcode 770001 says that the corp has given away as many as it bought, 770003 that it bought them for all,
// so that there is nothing to give, 770005 that it has bought none, 770009 that all of the members have them
// already, 770010 that they were bought at Tencent Meeting and are not to be had here.
//
// API: POST /cgi-bin/meeting/vip/submit_batch_add_job
// Doc: https://developer.work.weixin.qq.com/document/path/99508
func (c *Client) SubmitMeetingVIPAddJob(ctx context.Context, req *SubmitMeetingVIPAddJobRequest) (*SubmitMeetingVIPAddJobResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/vip/submit_batch_add_job", req, new(SubmitMeetingVIPAddJobResponse))
}

// SubmitMeetingVIPAddJobRequest names members.
type SubmitMeetingVIPAddJobRequest struct {
	UserIDList []string `json:"userid_list"`
}

// SubmitMeetingVIPAddJobResponse is a job that has been started.
type SubmitMeetingVIPAddJobResponse struct {
	JobID             string   `json:"jobid"`
	InvalidUserIDList []string `json:"invalid_userid_list"`
}

// SubmitMeetingVIPRemoveJob starts to take the advanced features of meetings from members, and returns the ID
// of the job (取消高级功能账号). [Client.WaitMeetingVIPRemoveJob] waits for it.
//
// Errcode 770008 says that one of them has had the features for more than 7 days, which cannot be undone; for
// others see [Client.SubmitMeetingVIPAddJob].
//
// API: POST /cgi-bin/meeting/vip/submit_batch_del_job
// Doc: https://developer.work.weixin.qq.com/document/path/99509
func (c *Client) SubmitMeetingVIPRemoveJob(ctx context.Context, req *SubmitMeetingVIPRemoveJobRequest) (*SubmitMeetingVIPRemoveJobResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/vip/submit_batch_del_job", req, new(SubmitMeetingVIPRemoveJobResponse))
}

// SubmitMeetingVIPRemoveJobRequest names members.
type SubmitMeetingVIPRemoveJobRequest struct {
	UserIDList []string `json:"userid_list"`
}

// SubmitMeetingVIPRemoveJobResponse is a job that has been started.
type SubmitMeetingVIPRemoveJobResponse struct {
	JobID             string   `json:"jobid"`
	InvalidUserIDList []string `json:"invalid_userid_list"`
}
