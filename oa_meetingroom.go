package workwx

import "context"

// CreateMeetingRoom adds a meeting room and returns its ID (添加会议室). A place needs City, Building and
// Floor together.
//
// The app must be allowed to call the meeting room API, here and in the methods below.
//
// API: POST /cgi-bin/oa/meetingroom/add
// Doc: https://developer.work.weixin.qq.com/document/path/93619
func (c *Client) CreateMeetingRoom(ctx context.Context, req *CreateMeetingRoomRequest) (int64, error) {
	var resp createMeetingRoomResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/meetingroom/add", req, &resp)
	return resp.MeetingRoomID, err
}

type createMeetingRoomResponse struct {
	MeetingRoomID int64 `json:"meetingroom_id"`
}

// MeetingRoomEquipment is something that a meeting room has.
type MeetingRoomEquipment int64

// What a meeting room can have.
const (
	MeetingRoomEquipmentTV         MeetingRoomEquipment = 1
	MeetingRoomEquipmentPhone      MeetingRoomEquipment = 2
	MeetingRoomEquipmentProjector  MeetingRoomEquipment = 3
	MeetingRoomEquipmentWhiteboard MeetingRoomEquipment = 4
	MeetingRoomEquipmentVideo      MeetingRoomEquipment = 5 // video conferences
)

// CreateMeetingRoomRequest is a new meeting room.
type CreateMeetingRoomRequest struct {
	Name       string                 `json:"name"`     // at most 30 characters
	Capacity   int64                  `json:"capacity"` // how many people it holds
	City       string                 `json:"city,omitzero"`
	Building   string                 `json:"building,omitzero"`
	Floor      string                 `json:"floor,omitzero"`
	Coordinate MeetingRoomCoordinate  `json:"coordinate,omitzero"` // of the building
	Range      MeetingRoomRange       `json:"range,omitzero"`      // who can use it; everybody if empty
	Equipment  []MeetingRoomEquipment `json:"equipment,omitzero"`
}

// MeetingRoomCoordinate is where a building is.
type MeetingRoomCoordinate struct {
	Latitude  StringFloat `json:"latitude"`  // in degrees
	Longitude StringFloat `json:"longitude"` // in degrees
}

// MeetingRoomRange says who can use a meeting room.
type MeetingRoomRange struct {
	UserList       []string `json:"user_list,omitzero"`       // user IDs
	DepartmentList []int64  `json:"department_list,omitzero"` // department IDs
}

// BookMeetingRoom books a meeting room and creates a schedule for it (预定会议室).
//
// The times are rounded outward to half hours, 15:15 to 15:45 becoming 15:00 to 16:00. A room that needs
// approval cannot be booked in this way.
//
// API: POST /cgi-bin/oa/meetingroom/book
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) BookMeetingRoom(ctx context.Context, req *BookMeetingRoomRequest) (*BookMeetingRoomResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/oa/meetingroom/book", req, new(BookMeetingRoomResponse))
}

// BookMeetingRoomRequest says which room is booked, when and for whom.
type BookMeetingRoomRequest struct {
	MeetingRoomID int64     `json:"meetingroom_id"`
	Subject       string    `json:"subject,omitzero"`
	StartTime     Timestamp `json:"start_time"`
	EndTime       Timestamp `json:"end_time"`           // at least 30 minutes after StartTime
	Booker        string    `json:"booker"`             // a user ID
	Attendees     []string  `json:"attendees,omitzero"` // user IDs
}

// BookMeetingRoomResponse is a booking.
type BookMeetingRoomResponse struct {
	BookingID  string `json:"booking_id"`
	ScheduleID string `json:"schedule_id"` // of the schedule that was created
}

// BookMeetingRoomByMeeting books a meeting room for a meeting of the same app, a repeating one too
// (通过会议预定会议室). Days on which the room is taken are in ConflictDate. A room that needs approval cannot
// be booked in this way.
//
// API: POST /cgi-bin/oa/meetingroom/book_by_meeting
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) BookMeetingRoomByMeeting(ctx context.Context, req *BookMeetingRoomByMeetingRequest) (*BookMeetingRoomByMeetingResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/oa/meetingroom/book_by_meeting", req, new(BookMeetingRoomByMeetingResponse))
}

// BookMeetingRoomByMeetingRequest says which room is booked for which meeting.
type BookMeetingRoomByMeetingRequest struct {
	MeetingRoomID int64  `json:"meetingroom_id"`
	MeetingID     string `json:"meetingid"`
	Booker        string `json:"booker"` // a user ID
}

// BookMeetingRoomByMeetingResponse is a booking.
type BookMeetingRoomByMeetingResponse struct {
	BookingID    string      `json:"booking_id"`
	ConflictDate []Timestamp `json:"conflict_date"` // the days on which the room is taken
}

// BookMeetingRoomBySchedule books a meeting room for a schedule of the same app, a repeating one too
// (通过日程预定会议室). Days on which the room is taken are in ConflictDate. A room that needs approval cannot
// be booked in this way. Errcode 90498 says that the schedule has another room.
//
// [Client.UpdateSchedule] is refused until the booking is canceled; attendees can be added and removed.
//
// API: POST /cgi-bin/oa/meetingroom/book_by_schedule
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) BookMeetingRoomBySchedule(ctx context.Context, req *BookMeetingRoomByScheduleRequest) (*BookMeetingRoomByScheduleResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/oa/meetingroom/book_by_schedule", req, new(BookMeetingRoomByScheduleResponse))
}

// BookMeetingRoomByScheduleRequest says which room is booked for which schedule.
type BookMeetingRoomByScheduleRequest struct {
	MeetingRoomID int64  `json:"meetingroom_id"`
	ScheduleID    string `json:"schedule_id"`
	Booker        string `json:"booker"` // a user ID
}

// BookMeetingRoomByScheduleResponse is a booking.
type BookMeetingRoomByScheduleResponse struct {
	BookingID    string      `json:"booking_id"`
	ConflictDate []Timestamp `json:"conflict_date"` // the days on which the room is taken
}

// GetMeetingRoomBooking returns a booking (根据会议室预定ID查询预定详情).
//
// API: POST /cgi-bin/oa/meetingroom/bookinfo/get
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) GetMeetingRoomBooking(ctx context.Context, req *GetMeetingRoomBookingRequest) (*GetMeetingRoomBookingResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/meetingroom/bookinfo/get", req, new(GetMeetingRoomBookingResponse))
}

// GetMeetingRoomBookingRequest names a booking.
type GetMeetingRoomBookingRequest struct {
	MeetingRoomID int64  `json:"meetingroom_id"`
	BookingID     string `json:"booking_id"`
}

// GetMeetingRoomBookingResponse is a booking.
type GetMeetingRoomBookingResponse struct {
	MeetingRoomID int64                      `json:"meetingroom_id"`
	Schedule      MeetingRoomBookingSchedule `json:"schedule"`
}

// MeetingRoomBookingStatus says whether a booking holds.
type MeetingRoomBookingStatus int64

// Whether a booking holds.
const (
	MeetingRoomBookingStatusBooked     MeetingRoomBookingStatus = 0
	MeetingRoomBookingStatusCanceled   MeetingRoomBookingStatus = 1
	MeetingRoomBookingStatusApplying   MeetingRoomBookingStatus = 2 // 申请中
	MeetingRoomBookingStatusInApproval MeetingRoomBookingStatus = 3 // 审批中
)

// MeetingRoomBookingSchedule is a time for which a meeting room is booked.
type MeetingRoomBookingSchedule struct {
	StartTime       Timestamp                `json:"start_time"`
	EndTime         Timestamp                `json:"end_time"`
	MeetingID       string                   `json:"meeting_id"`
	ScheduleID      string                   `json:"schedule_id"` // cannot be read any more once the booking is canceled without keeping it
	Booker          string                   `json:"booker"`      // a user ID
	Status          MeetingRoomBookingStatus `json:"status"`
	BookingID       string                   `json:"booking_id"`
	MasterBookingID string                   `json:"master_booking_id"` // of the repeating booking that this is a part of; from GetMeetingRoomBooking alone
}

// CancelMeetingRoomBooking cancels a booking, or one day of a repeating booking (取消预定会议室). Errcode 90499
// says that the booking is another app's.
//
// API: POST /cgi-bin/oa/meetingroom/cancel_book
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) CancelMeetingRoomBooking(ctx context.Context, req *CancelMeetingRoomBookingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/meetingroom/cancel_book", req, nil)
}

// CancelMeetingRoomBookingRequest names the booking to cancel.
type CancelMeetingRoomBookingRequest struct {
	BookingID    string    `json:"booking_id,omitzero"`
	MeetingID    string    `json:"meeting_id,omitzero"`    // instead of BookingID, for bookings that have none
	KeepSchedule *IntBool  `json:"keep_schedule,omitzero"` // do not delete the schedule with it; of a schedule that does not repeat
	CancelDate   Timestamp `json:"cancel_date,omitzero"`   // the day to cancel, of a repeating booking; all days if zero
}

// DeleteMeetingRoom deletes a meeting room (删除会议室).
//
// API: POST /cgi-bin/oa/meetingroom/del
// Doc: https://developer.work.weixin.qq.com/document/path/93619
func (c *Client) DeleteMeetingRoom(ctx context.Context, meetingRoomID int64) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/meetingroom/del", param{"meetingroom_id", meetingRoomID}, nil)
}

// UpdateMeetingRoom changes the fields of a meeting room that req sets (编辑会议室). A change of place needs
// City, Building and Floor together; a building that is known keeps its coordinate.
//
// API: POST /cgi-bin/oa/meetingroom/edit
// Doc: https://developer.work.weixin.qq.com/document/path/93619
func (c *Client) UpdateMeetingRoom(ctx context.Context, req *UpdateMeetingRoomRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/meetingroom/edit", req, nil)
}

// UpdateMeetingRoomRequest says what changes of a meeting room.
type UpdateMeetingRoomRequest struct {
	MeetingRoomID int64                  `json:"meetingroom_id"`
	Name          *string                `json:"name,omitzero"`     // at most 30 characters
	Capacity      *int64                 `json:"capacity,omitzero"` // how many people it holds
	City          *string                `json:"city,omitzero"`
	Building      *string                `json:"building,omitzero"`
	Floor         *string                `json:"floor,omitzero"`
	Coordinate    MeetingRoomCoordinate  `json:"coordinate,omitzero"` // of a new building
	Range         MeetingRoomRange       `json:"range,omitzero"`      // who can use it
	Equipment     []MeetingRoomEquipment `json:"equipment,omitzero"`
}

// ListMeetingRoomBookings returns when meeting rooms are booked on one day (查询会议室的预定信息).
//
// API: POST /cgi-bin/oa/meetingroom/get_booking_info
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) ListMeetingRoomBookings(ctx context.Context, req *ListMeetingRoomBookingsRequest) ([]*MeetingRoomBooking, error) {
	var resp listMeetingRoomBookingsResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/meetingroom/get_booking_info", req, &resp)
	return resp.BookingList, err
}

type listMeetingRoomBookingsResponse struct {
	BookingList []*MeetingRoomBooking `json:"booking_list"`
}

// ListMeetingRoomBookingsRequest says which meeting rooms and what time to look at.
type ListMeetingRoomBookingsRequest struct {
	MeetingRoomID int64     `json:"meetingroom_id,omitzero"`
	StartTime     Timestamp `json:"start_time,omitzero"` // now if zero
	EndTime       Timestamp `json:"end_time,omitzero"`   // on the same day; the end of today if zero
	City          string    `json:"city,omitzero"`
	Building      string    `json:"building,omitzero"` // with City
	Floor         string    `json:"floor,omitzero"`    // with City and Building
}

// MeetingRoomBooking is when a meeting room is booked.
type MeetingRoomBooking struct {
	MeetingRoomID int64                        `json:"meetingroom_id"`
	Schedule      []MeetingRoomBookingSchedule `json:"schedule"`
}

// GetMeetingRoomBookingByMeeting returns the booking of a meeting room for a meeting (根据会议ID查询会议室的预定信息).
// The platform does not document it any more; [Client.GetMeetingRoomBooking] goes by the booking's ID.
//
// API: POST /cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id
// Doc: https://developer.work.weixin.qq.com/document/path/93620
func (c *Client) GetMeetingRoomBookingByMeeting(ctx context.Context, req *GetMeetingRoomBookingByMeetingRequest) (*GetMeetingRoomBookingByMeetingResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id", req, new(GetMeetingRoomBookingByMeetingResponse))
}

// GetMeetingRoomBookingByMeetingRequest names a meeting room and a meeting.
type GetMeetingRoomBookingByMeetingRequest struct {
	MeetingRoomID int64  `json:"meetingroom_id"`
	MeetingID     string `json:"meeting_id"`
}

// GetMeetingRoomBookingByMeetingResponse is the booking for a meeting.
type GetMeetingRoomBookingByMeetingResponse struct {
	MeetingRoomID int64                      `json:"meetingroom_id"`
	Schedule      MeetingRoomBookingSchedule `json:"schedule"`
}

// ListMeetingRooms returns the meeting rooms, of a place or with some equipment (查询会议室).
//
// API: POST /cgi-bin/oa/meetingroom/list
// Doc: https://developer.work.weixin.qq.com/document/path/93619
func (c *Client) ListMeetingRooms(ctx context.Context, req *ListMeetingRoomsRequest) ([]*MeetingRoom, error) {
	var resp listMeetingRoomsResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/meetingroom/list", req, &resp)
	return resp.MeetingRoomList, err
}

type listMeetingRoomsResponse struct {
	MeetingRoomList []*MeetingRoom `json:"meetingroom_list"`
}

// ListMeetingRoomsRequest says which meeting rooms to list; empty for all.
type ListMeetingRoomsRequest struct {
	City      string                 `json:"city,omitzero"`
	Building  string                 `json:"building,omitzero"` // with City
	Floor     string                 `json:"floor,omitzero"`    // with City and Building
	Equipment []MeetingRoomEquipment `json:"equipment,omitzero"`
}

// MeetingRoom is a meeting room.
type MeetingRoom struct {
	MeetingRoomID int64                  `json:"meetingroom_id"`
	Name          string                 `json:"name"`
	Capacity      int64                  `json:"capacity"` // how many people it holds
	City          string                 `json:"city"`
	Building      string                 `json:"building"`
	Floor         string                 `json:"floor"`
	Coordinate    MeetingRoomCoordinate  `json:"coordinate"` // of the building
	Range         MeetingRoomRange       `json:"range"`      // who can use it
	Equipment     []MeetingRoomEquipment `json:"equipment"`
	NeedApproval  IntBool                `json:"need_approval"` // a booking must be approved
}
