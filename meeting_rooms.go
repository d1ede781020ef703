package workwx

import (
	"context"
	"iter"
)

// BookRoomsForMeeting books rooms that have a Rooms device for a meeting and returns them (预定Rooms会议室).
//
// The app must be on the list of those that may call the meeting API (可调用接口的应用), and a meeting must be one
// that it created, else the errcode is 730005: here and in the methods below.
//
// API: POST /cgi-bin/meeting/rooms/book
// Doc: https://developer.work.weixin.qq.com/document/path/98791
func (c *Client) BookRoomsForMeeting(ctx context.Context, req *BookRoomsForMeetingRequest) ([]*BookedRoom, error) {
	var resp bookRoomsForMeetingResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/rooms/book", req, &resp)
	return resp.MeetingRoomList, err
}

type bookRoomsForMeetingResponse struct {
	MeetingRoomList []*BookedRoom `json:"meeting_room_list"`
}

// BookRoomsForMeetingRequest says which rooms a meeting takes place in.
type BookRoomsForMeetingRequest struct {
	MeetingID         string   `json:"meetingid"`
	MeetingRoomIDList []string `json:"meeting_room_id_list"`     // of [Client.ListRoomsMeetingRooms]
	SubjectVisible    *bool    `json:"subject_visible,omitzero"` // whether the rooms show the meeting's title
}

// BookedRoom is a room that was booked for a meeting.
type BookedRoom struct {
	MeetingRoomID       string `json:"meeting_room_id"`
	MeetingRoomName     string `json:"meeting_room_name"`
	MeetingRoomLocation string `json:"meeting_room_location"`
}

// StartRoomsCall calls a room, or a conference device by its address, to have it in a meeting, and returns the
// ID of the call (呼叫Rooms会议室). It does not wait until somebody answers: [Client.GetRoomsCallStatus] and the
// RoomResponseStatus of a [MeetingChangeEvent] tell.
//
// API: POST /cgi-bin/meeting/rooms/call
// Doc: https://developer.work.weixin.qq.com/document/path/98804
func (c *Client) StartRoomsCall(ctx context.Context, req *StartRoomsCallRequest) (string, error) {
	var resp startRoomsCallResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/rooms/call", req, &resp)
	return resp.InviteID, err
}

type startRoomsCallResponse struct {
	InviteID string `json:"invite_id"`
}

// StartRoomsCallRequest says what to call, either a room or an address.
type StartRoomsCallRequest struct {
	MeetingID     string            `json:"meetingid"`
	MeetingRoomID string            `json:"meeting_room_id,omitzero"`
	MRAAddress    MeetingMRAAddress `json:"mra_address,omitzero"`
}

// MeetingMRAProtocol is how a conference device signals.
type MeetingMRAProtocol int64

// How a conference device signals.
const (
	MeetingMRAProtocolSIP  MeetingMRAProtocol = 1
	MeetingMRAProtocolH323 MeetingMRAProtocol = 2
)

// MeetingMRAAddress is the address at which the room connector reaches a conference device.
type MeetingMRAAddress struct {
	Protocol   MeetingMRAProtocol `json:"protocol"`
	DialString string             `json:"dial_string"` // an IP address; by SIP also a URI, by H.323 an E.164 number
}

// CancelRoomsCall gives up calling a room or a conference device (取消呼叫Rooms会议室).
//
// API: POST /cgi-bin/meeting/rooms/cancel_call
// Doc: https://developer.work.weixin.qq.com/document/path/98805
func (c *Client) CancelRoomsCall(ctx context.Context, req *CancelRoomsCallRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/rooms/cancel_call", req, nil)
}

// CancelRoomsCallRequest names a call, with the room or the address that was called.
type CancelRoomsCallRequest struct {
	MeetingID     string            `json:"meetingid"`
	InviteID      string            `json:"invite_id"` // of [Client.StartRoomsCall]
	MeetingRoomID string            `json:"meeting_room_id,omitzero"`
	MRAAddress    MeetingMRAAddress `json:"mra_address,omitzero"`
}

// GetRoomsConfig returns the settings of a room (获取Rooms会议室配置项).
//
// API: POST /cgi-bin/meeting/rooms/get_config
// Doc: https://developer.work.weixin.qq.com/document/path/98802
func (c *Client) GetRoomsConfig(ctx context.Context, meetingRoomID string) (*RoomsConfig, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/get_config", param{"meeting_room_id", meetingRoomID}, new(RoomsConfig))
}

// RoomsConfig is the settings of a room.
type RoomsConfig struct {
	MeetingSettings RoomsMeetingSettings `json:"meeting_settings"`
	RecordSettings  RoomsRecordSettings  `json:"record_settings"`
}

// RoomsWatermark is what a room draws over a shared screen.
type RoomsWatermark int64

// What a room draws over a shared screen.
const (
	RoomsWatermarkOff       RoomsWatermark = 0
	RoomsWatermarkSingleRow RoomsWatermark = 1
	RoomsWatermarkRows      RoomsWatermark = 2
)

// RoomsAutoResponse says whether a room answers calls by itself.
type RoomsAutoResponse int64

// Whether a room answers calls by itself.
const (
	RoomsAutoResponseOn  RoomsAutoResponse = 1
	RoomsAutoResponseOff RoomsAutoResponse = 2
)

// RoomsMeetingSettings is how a room takes part in meetings.
type RoomsMeetingSettings struct {
	WaterMark        RoomsWatermark    `json:"water_mark"`
	AutoResponse     RoomsAutoResponse `json:"auto_response"`
	Caption          bool              `json:"caption"`           // whether there are subtitles
	RoomPMI          bool              `json:"room_pmi"`          // whether the room has a meeting number of its own
	RoomNotification bool              `json:"room_notification"` // whether its screen shows notifications
}

// RoomsShareRecord says who may see what a room records in the cloud.
type RoomsShareRecord int64

// Who may see what a room records in the cloud.
const (
	RoomsShareRecordNobody    RoomsShareRecord = 0
	RoomsShareRecordAll       RoomsShareRecord = 1
	RoomsShareRecordLoggedIn  RoomsShareRecord = 2
	RoomsShareRecordCorp      RoomsShareRecord = 3 // members of the corp
	RoomsShareRecordAttendees RoomsShareRecord = 4 // those who were in the meeting
)

// RoomsRecordSettings is what becomes of the recordings of a room.
type RoomsRecordSettings struct {
	ShareRecord    RoomsShareRecord `json:"share_record"`
	DownloadRecord bool             `json:"download_record"` // whether they may be downloaded
}

// GetRoomsMeetingRoom returns a room and its device (获取Rooms会议室详情).
//
// API: POST /cgi-bin/meeting/rooms/get_info
// Doc: https://developer.work.weixin.qq.com/document/path/98793
func (c *Client) GetRoomsMeetingRoom(ctx context.Context, meetingRoomID string) (*RoomsMeetingRoom, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/get_info", param{"meeting_room_id", meetingRoomID}, new(RoomsMeetingRoom))
}

// RoomsMeetingRoom is a room and its device.
type RoomsMeetingRoom struct {
	BasicInfo       RoomsBasicInfo    `json:"basic_info"`
	AccountInfo     RoomsAccountInfo  `json:"account_info"`
	HardwareInfo    RoomsHardwareInfo `json:"hardware_info"`
	PMIInfo         RoomsPMIInfo      `json:"pmi_info"`
	MonitorStatus   int64             `json:"monitor_status"`   // 1 if alarms are sent
	ScheduledStatus int64             `json:"scheduled_status"` // 1 if the room may be booked
	IsAllowCall     bool              `json:"is_allow_call"`    // whether the room may be called
}

// RoomsBasicInfo says what a room is.
type RoomsBasicInfo struct {
	RoomsIDList       []string `json:"rooms_id_list"` // its devices
	MeetingRoomName   string   `json:"meeting_room_name"`
	City              string   `json:"city"`
	Building          string   `json:"building"`
	Floor             string   `json:"floor"`
	ParticipantNumber int64    `json:"participant_number"` // how many people have room
	Device            string   `json:"device"`             // what is there
	Desc              string   `json:"desc"`               // in Base64
	Password          Secret   `json:"password"`           // the administrator's, in Base64
}

// RoomsAccountType is the kind of license that a room has.
type RoomsAccountType int64

// The kinds of licenses.
const (
	RoomsAccountTypeNormal  RoomsAccountType = 0 // 普通
	RoomsAccountTypeSpecial RoomsAccountType = 1 // 专款
	RoomsAccountTypeTrial   RoomsAccountType = 2 // 试用
)

// RoomsAccountInfo is the license of a room.
type RoomsAccountInfo struct {
	AccountType RoomsAccountType `json:"account_type"`
	ValidPeriod string           `json:"valid_period"` // until when it is valid, "-" if there is no end
}

// RoomsStatus is what the device of a room is doing.
type RoomsStatus int64

// What the device of a room is doing.
const (
	RoomsStatusInactive RoomsStatus = 0 // not activated
	RoomsStatusUnbound  RoomsStatus = 1
	RoomsStatusIdle     RoomsStatus = 2
	RoomsStatusInUse    RoomsStatus = 3
	RoomsStatusOffline  RoomsStatus = 4
)

// RoomsHardwareInfo is the device of a room.
type RoomsHardwareInfo struct {
	Factory           string      `json:"factory"`
	DeviceModel       string      `json:"device_model"`
	SN                string      `json:"sn"`
	IP                string      `json:"ip"`
	MAC               string      `json:"mac"`
	RoomsVersion      string      `json:"rooms_version"`
	FirmwareVersion   string      `json:"firmware_version"`
	HealthStatus      string      `json:"health_status"` // such as ERROR
	SystemType        string      `json:"system_type"`   // the version of the operating system
	MeetingRoomStatus RoomsStatus `json:"meeting_room_status"`
	ActiveTime        string      `json:"active_time"` // when it was activated, as 2006-01-02 15:04:05
	CPUInfo           string      `json:"cpu_info"`
	CPUUsage          string      `json:"cpu_usage"`
	GPUInfo           string      `json:"gpu_info"`
	NetType           string      `json:"net_type"` // such as ethernet
	MemoryInfo        string      `json:"memory_info"`
	MonitorFrequency  string      `json:"monitor_frequency"` // the refresh rate of the screen
	CameraModel       string      `json:"camera_model"`
	EnableVideoMirror bool        `json:"enable_video_mirror"`
	MicrophoneInfo    string      `json:"microphone_info"`
	SpeakerInfo       string      `json:"speaker_info"`
}

// RoomsPMIInfo is the meeting number that is a room's own.
type RoomsPMIInfo struct {
	PMICode string `json:"pmi_code"`
	PMIPwd  Secret `json:"pmi_pwd"` // for entering
}

// GetRoomsInventory returns how many licenses for Rooms devices the corp has (获取Rooms会议室资源).
//
// API: POST /cgi-bin/meeting/rooms/get_inventory
// Doc: https://developer.work.weixin.qq.com/document/path/98809
func (c *Client) GetRoomsInventory(ctx context.Context) (*RoomsInventory, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/get_inventory", nil, new(RoomsInventory))
}

// RoomsInventory is how many devices the corp has bought a license for, of the kinds of [RoomsAccountType].
type RoomsInventory struct {
	NormalCount         int64 `json:"normal_count"`
	SpecialCount        int64 `json:"special_count"`
	NormalUsedCount     int64 `json:"normal_used_count"`
	SpecialUsedCount    int64 `json:"special_used_count"`
	NormalExpiredCount  int64 `json:"normal_expired_count"`
	SpecialExpiredCount int64 `json:"special_expired_count"`
}

// GetRoomsCallStatus returns what became of the last call to a room or a conference device
// (获取Rooms会议室应答状态).
//
// API: POST /cgi-bin/meeting/rooms/get_response_status
// Doc: https://developer.work.weixin.qq.com/document/path/98806
func (c *Client) GetRoomsCallStatus(ctx context.Context, req *GetRoomsCallStatusRequest) (*GetRoomsCallStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/get_response_status", req, new(GetRoomsCallStatusResponse))
}

// GetRoomsCallStatusRequest says what was called, either a room or an address.
type GetRoomsCallStatusRequest struct {
	MeetingID     string            `json:"meetingid"`
	MeetingRoomID string            `json:"meeting_room_id,omitzero"`
	MRAAddress    MeetingMRAAddress `json:"mra_address,omitzero"`
}

// RoomsCallStatus is what became of a call.
type RoomsCallStatus int64

// What became of a call.
const (
	RoomsCallStatusNoAnswer  RoomsCallStatus = 0 // for 60 seconds
	RoomsCallStatusNotCalled RoomsCallStatus = 1
	RoomsCallStatusInMeeting RoomsCallStatus = 2
	RoomsCallStatusRefused   RoomsCallStatus = 3
	RoomsCallStatusCalling   RoomsCallStatus = 4
	RoomsCallStatusCancelled RoomsCallStatus = 5 // of a room alone
	RoomsCallStatusLeft      RoomsCallStatus = 6 // it was in the meeting
)

// GetRoomsCallStatusResponse is what became of a call.
type GetRoomsCallStatusResponse struct {
	Status       RoomsCallStatus `json:"status"`
	ResponseTime string          `json:"response_time"` // of the last answer, as 2006/01/02 15:04:05
}

// ListRoomsMeetingRooms returns a page of the corp's rooms that have a Rooms device (获取Rooms会议室列表).
//
// API: POST /cgi-bin/meeting/rooms/list
// Doc: https://developer.work.weixin.qq.com/document/path/98795
func (c *Client) ListRoomsMeetingRooms(ctx context.Context, req *ListRoomsMeetingRoomsRequest) (*ListRoomsMeetingRoomsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/list", req, new(ListRoomsMeetingRoomsResponse))
}

// AllRoomsMeetingRooms ranges over the corp's rooms that have a Rooms device, page by page; see
// [Client.ListRoomsMeetingRooms].
func (c *Client) AllRoomsMeetingRooms(ctx context.Context, req *ListRoomsMeetingRoomsRequest) iter.Seq2[*RoomsMeetingRoomItem, error] {
	return paginate(ctx, req, c.ListRoomsMeetingRooms,
		func(q *ListRoomsMeetingRoomsRequest) *string { return &q.Cursor },
		func(p *ListRoomsMeetingRoomsResponse) ([]*RoomsMeetingRoomItem, string, bool) {
			return p.MeetingRoomList, p.NextCursor, p.HasMore
		})
}

// ListRoomsMeetingRoomsRequest says which page of which rooms to return.
type ListRoomsMeetingRoomsRequest struct {
	MeetingRoomName string `json:"meeting_room_name,omitzero"` // a part of the name; all rooms if empty
	Cursor          string `json:"cursor,omitzero"`            // the NextCursor of the page before
	Limit           int64  `json:"limit,omitzero"`             // 1 to 50, 20 by default, the same for all pages
}

// ListRoomsMeetingRoomsResponse is a page of rooms.
type ListRoomsMeetingRoomsResponse struct {
	MeetingRoomList []*RoomsMeetingRoomItem `json:"meeting_room_list"`
	HasMore         bool                    `json:"has_more"`
	NextCursor      string                  `json:"next_cursor"`
}

// RoomsMeetingRoomItem is a room in a list; [Client.GetRoomsMeetingRoom] tells more.
type RoomsMeetingRoomItem struct {
	MeetingRoomID       string           `json:"meeting_room_id"`
	MeetingRoomName     string           `json:"meeting_room_name"`
	MeetingRoomLocation string           `json:"meeting_room_location"`
	AccountType         RoomsAccountType `json:"account_type"`
	ActiveCode          Secret           `json:"active_code"`        // activates a device for the room
	ParticipantNumber   int64            `json:"participant_number"` // how many people have room
	MeetingRoomStatus   RoomsStatus      `json:"meeting_room_status"`
	ScheduledStatus     int64            `json:"scheduled_status"` // 1 if the room may be booked
	IsAllowCall         bool             `json:"is_allow_call"`    // whether the room may be called
}

// ListRoomsControllers returns a page of the controllers of the corp's Rooms devices (获取控制器列表).
//
// API: POST /cgi-bin/meeting/rooms/list_controllers
// Doc: https://developer.work.weixin.qq.com/document/path/98799
func (c *Client) ListRoomsControllers(ctx context.Context, req *ListRoomsControllersRequest) (*ListRoomsControllersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/list_controllers", req, new(ListRoomsControllersResponse))
}

// AllRoomsControllers ranges over the controllers of the corp's Rooms devices, page by page; see
// [Client.ListRoomsControllers].
func (c *Client) AllRoomsControllers(ctx context.Context, req *ListRoomsControllersRequest) iter.Seq2[*RoomsController, error] {
	return paginate(ctx, req, c.ListRoomsControllers,
		func(q *ListRoomsControllersRequest) *string { return &q.Cursor },
		func(p *ListRoomsControllersResponse) ([]*RoomsController, string, bool) {
			return p.ControllerInfoList, p.NextCursor, p.HasMore
		})
}

// ListRoomsControllersRequest says which page of which controllers to return.
type ListRoomsControllersRequest struct {
	ControllerName string `json:"controller_name,omitzero"` // all controllers if empty
	Cursor         string `json:"cursor,omitzero"`          // the NextCursor of the page before
	Limit          int64  `json:"limit,omitzero"`           // the same for all pages
}

// ListRoomsControllersResponse is a page of controllers.
type ListRoomsControllersResponse struct {
	ControllerInfoList []*RoomsController `json:"controller_info_list"`
	HasMore            bool               `json:"has_more"`
	NextCursor         string             `json:"next_cursor"`
}

// RoomsController is a device with which a Rooms device is operated.
type RoomsController struct {
	RoomsID             string `json:"rooms_id"` // the device that it operates
	MeetingRoomName     string `json:"meeting_room_name"`
	MeetingRoomLocation string `json:"meeting_room_location"`
	ManufactureName     string `json:"manufacture_name"` // who made it
	ControllerName      string `json:"controller_name"`
	ControllerModel     string `json:"controller_model"`
	AppVersion          string `json:"app_version"`
	FrameworkVersion    string `json:"framework_version"` // of the firmware
	Status              string `json:"status"`            // a number in digits
	IPAddress           string `json:"ip_address"`
	MacAddress          string `json:"mac_address"`
	CPUType             string `json:"cpu_type"`
	CPUUsage            string `json:"cpu_usage"`
	NetworkType         string `json:"network_type"` // such as wifi
	MemUsage            string `json:"mem_usage"`    // such as 3.6GB
}

// ListRoomsDevices returns a page of the corp's Rooms devices (获取设备列表).
//
// API: POST /cgi-bin/meeting/rooms/list_devices
// Doc: https://developer.work.weixin.qq.com/document/path/98798
func (c *Client) ListRoomsDevices(ctx context.Context, req *ListRoomsDevicesRequest) (*ListRoomsDevicesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/list_devices", req, new(ListRoomsDevicesResponse))
}

// AllRoomsDevices ranges over the corp's Rooms devices, page by page; see [Client.ListRoomsDevices].
func (c *Client) AllRoomsDevices(ctx context.Context, req *ListRoomsDevicesRequest) iter.Seq2[*RoomsDevice, error] {
	return paginate(ctx, req, c.ListRoomsDevices,
		func(q *ListRoomsDevicesRequest) *string { return &q.Cursor },
		func(p *ListRoomsDevicesResponse) ([]*RoomsDevice, string, bool) {
			return p.DeviceInfoList, p.NextCursor, p.HasMore
		})
}

// ListRoomsDevicesRequest says which page of the devices of which rooms to return.
type ListRoomsDevicesRequest struct {
	MeetingRoomName string `json:"meeting_room_name,omitzero"` // a part of the room's name; all rooms if empty
	Cursor          string `json:"cursor,omitzero"`            // the NextCursor of the page before
	Limit           int64  `json:"limit,omitzero"`             // 1 to 50, 20 by default, the same for all pages
}

// ListRoomsDevicesResponse is a page of devices.
type ListRoomsDevicesResponse struct {
	DeviceInfoList []*RoomsDevice `json:"device_info_list"`
	HasMore        bool           `json:"has_more"`
	NextCursor     string         `json:"next_cursor"`
}

// RoomsDevice is a Rooms device.
type RoomsDevice struct {
	RoomsID             string             `json:"rooms_id"`
	MeetingRoomID       string             `json:"meeting_room_id"` // the room that it stands in
	MeetingRoomName     string             `json:"meeting_room_name"`
	MeetingRoomLocation string             `json:"meeting_room_location"`
	DeviceModel         string             `json:"device_model"`
	AppVersion          string             `json:"app_version"`
	MeetingRoomStatus   RoomsStatus        `json:"meeting_room_status"`
	DeviceMonitorInfo   RoomsDeviceMonitor `json:"device_monitor_info"`
}

// RoomsDeviceMonitor says which parts of a Rooms device work.
type RoomsDeviceMonitor struct {
	CameraStatus     bool `json:"camera_status"`
	MicrophoneStatus bool `json:"microphone_status"`
	SpeakerStatus    bool `json:"speaker_status"`
}

// ListRoomsMeetings returns a page of the meetings that take place in a room (获取Rooms会议室下的会议列表).
//
// API: POST /cgi-bin/meeting/rooms/list_meetings
// Doc: https://developer.work.weixin.qq.com/document/path/98796
func (c *Client) ListRoomsMeetings(ctx context.Context, req *ListRoomsMeetingsRequest) (*ListRoomsMeetingsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/rooms/list_meetings", req, new(ListRoomsMeetingsResponse))
}

// AllRoomsMeetings ranges over the meetings that take place in a room, page by page; see
// [Client.ListRoomsMeetings].
func (c *Client) AllRoomsMeetings(ctx context.Context, req *ListRoomsMeetingsRequest) iter.Seq2[*RoomsMeeting, error] {
	return paginate(ctx, req, c.ListRoomsMeetings,
		func(q *ListRoomsMeetingsRequest) *string { return &q.Cursor },
		func(p *ListRoomsMeetingsResponse) ([]*RoomsMeeting, string, bool) {
			return p.MeetingInfoList, p.NextCursor, p.HasMore
		})
}

// ListRoomsMeetingsRequest says which page of the meetings of which room to return: either MeetingRoomID or
// RoomsID is required.
type ListRoomsMeetingsRequest struct {
	MeetingRoomID string    `json:"meeting_room_id,omitzero"`
	RoomsID       string    `json:"rooms_id,omitzero"`   // the device in the room
	StartTime     Timestamp `json:"start_time,omitzero"` // at most 90 days before EndTime
	EndTime       Timestamp `json:"end_time,omitzero"`
	Cursor        string    `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit         int64     `json:"limit,omitzero"`  // 1 to 20, 20 by default, the same for all pages
}

// ListRoomsMeetingsResponse is a page of meetings.
type ListRoomsMeetingsResponse struct {
	MeetingInfoList []*RoomsMeeting `json:"meeting_info_list"`
	HasMore         bool            `json:"has_more"`
	NextCursor      string          `json:"next_cursor"`
}

// RoomsMeetingType is the kind of a meeting in a room.
type RoomsMeetingType int64

// The kinds of meetings in a room.
const (
	RoomsMeetingTypeOnce       RoomsMeetingType = 0
	RoomsMeetingTypeRepeating  RoomsMeetingType = 1
	RoomsMeetingTypeWeChat     RoomsMeetingType = 2 // of WeChat, 微信专属会议
	RoomsMeetingTypeScreenCast RoomsMeetingType = 4 // to show a screen in the room
	RoomsMeetingTypePersonal   RoomsMeetingType = 5 // with the number of a person
	RoomsMeetingTypeWebinar    RoomsMeetingType = 6
)

// MeetingState is how far a meeting in a room, or a webinar, is.
type MeetingState string

// How far a meeting is.
const (
	MeetingStateInvalid   MeetingState = "MEETING_STATE_INVALID" // or not known
	MeetingStateInit      MeetingState = "MEETING_STATE_INIT"    // to begin
	MeetingStateCancelled MeetingState = "MEETING_STATE_CANCELLED"
	MeetingStateStarted   MeetingState = "MEETING_STATE_STARTED"
	MeetingStateEnded     MeetingState = "MEETING_STATE_ENDED"    // deleted
	MeetingStateNull      MeetingState = "MEETING_STATE_NULL"     // past its end as planned, and nobody is in it
	MeetingStateRecycled  MeetingState = "MEETING_STATE_RECYCLED" // 30 days past its beginning: its number was taken back, nobody can enter any more
)

// RoomsMeeting is a meeting that takes place in a room.
type RoomsMeeting struct {
	MeetingID   string           `json:"meetingid"`
	MeetingCode string           `json:"meeting_code"` // the number to dial in with
	Subject     string           `json:"subject"`
	MeetingType RoomsMeetingType `json:"meeting_type"`
	Status      MeetingState     `json:"status"`
	StartTime   Timestamp        `json:"start_time"` // as planned
	EndTime     Timestamp        `json:"end_time"`   // as planned
}

// ReleaseRoomsFromMeeting gives back rooms that were booked for a meeting (释放Rooms会议室).
//
// API: POST /cgi-bin/meeting/rooms/release
// Doc: https://developer.work.weixin.qq.com/document/path/98792
func (c *Client) ReleaseRoomsFromMeeting(ctx context.Context, req *ReleaseRoomsFromMeetingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/rooms/release", req, nil)
}

// ReleaseRoomsFromMeetingRequest says which rooms a meeting no longer needs.
type ReleaseRoomsFromMeetingRequest struct {
	MeetingID         string   `json:"meetingid"`
	MeetingRoomIDList []string `json:"meeting_room_id_list"`
}
