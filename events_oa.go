package workwx

// AddCalendarEvent says that a calendar was created (新建日历事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type AddCalendarEvent struct {
	EventHeader
	CalID string `xml:"CalId,omitempty"` // the calendar
}

func (e *AddCalendarEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	}
	return false
}

// ModifyCalendarEvent says that a calendar was changed (修改日历事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type ModifyCalendarEvent struct {
	EventHeader
	CalID string `xml:"CalId,omitempty"` // the calendar
}

func (e *ModifyCalendarEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	}
	return false
}

// DeleteCalendarEvent says that a calendar was deleted (删除日历事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type DeleteCalendarEvent struct {
	EventHeader
	CalID string `xml:"CalId,omitempty"` // the calendar
}

func (e *DeleteCalendarEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	}
	return false
}

// AddScheduleEvent says that a schedule was created (添加日程事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type AddScheduleEvent struct {
	EventHeader
	CalID      string `xml:"CalId,omitempty"`      // the calendar
	ScheduleID string `xml:"ScheduleId,omitempty"` // the schedule
}

func (e *AddScheduleEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	case "scheduleid":
		return f.str(&e.ScheduleID)
	}
	return false
}

// ModifyScheduleEvent says that a schedule was changed (修改日程事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type ModifyScheduleEvent struct {
	EventHeader
	CalID      string `xml:"CalId,omitempty"`      // the calendar
	ScheduleID string `xml:"ScheduleId,omitempty"` // the schedule
}

func (e *ModifyScheduleEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	case "scheduleid":
		return f.str(&e.ScheduleID)
	}
	return false
}

// DeleteScheduleEvent says that a schedule was deleted (删除日程事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93651
type DeleteScheduleEvent struct {
	EventHeader
	CalID      string `xml:"CalId,omitempty"`      // the calendar
	ScheduleID string `xml:"ScheduleId,omitempty"` // the schedule
}

func (e *DeleteScheduleEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	case "scheduleid":
		return f.str(&e.ScheduleID)
	}
	return false
}

// RespondScheduleEvent says that a participant answered the invitation to a schedule (日程回执事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/98111
type RespondScheduleEvent struct {
	EventHeader
	CalID      string `xml:"CalId,omitempty"`      // the calendar
	ScheduleID string `xml:"ScheduleId,omitempty"` // the schedule
}

func (e *RespondScheduleEvent) set(f field) bool {
	switch string(f.name()) {
	case "calid":
		return f.str(&e.CalID)
	case "scheduleid":
		return f.str(&e.ScheduleID)
	}
	return false
}

// BookMeetingRoomEvent says that a meeting room was booked (会议室预定事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95333
type BookMeetingRoomEvent struct {
	EventHeader
	MeetingRoomID int64  `xml:"MeetingRoomId,omitempty"`
	MeetingID     string `xml:"MeetingId,omitempty"` // the meeting that the room is for
	BookingID     string `xml:"BookingId,omitempty"` // of the booking
}

func (e *BookMeetingRoomEvent) set(f field) bool {
	switch string(f.name()) {
	case "meetingroomid":
		return f.num(&e.MeetingRoomID)
	case "meetingid":
		return f.str(&e.MeetingID)
	case "bookingid":
		return f.str(&e.BookingID)
	}
	return false
}

// CancelMeetingRoomEvent says that the booking of a meeting room was canceled (会议室取消事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95333
type CancelMeetingRoomEvent struct {
	EventHeader
	MeetingRoomID int64  `xml:"MeetingRoomId,omitempty"`
	MeetingID     string `xml:"MeetingId,omitempty"` // the meeting that the room is for
	BookingID     string `xml:"BookingId,omitempty"` // of the booking
}

func (e *CancelMeetingRoomEvent) set(f field) bool {
	switch string(f.name()) {
	case "meetingroomid":
		return f.num(&e.MeetingRoomID)
	case "meetingid":
		return f.str(&e.MeetingID)
	case "bookingid":
		return f.str(&e.BookingID)
	}
	return false
}

// MeetingChangeEvent says that a meeting or those in it changed; ChangeType says how: create_meeting,
// modify_meeting, cancel_meeting, start_meeting, end_meeting, ... (会议变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99081
type MeetingChangeEvent struct {
	EventHeader
	MeetingID          string               `xml:"MeetingId,omitempty"`
	MeetingRoomID      string               `xml:"MeetingRoomId,omitempty"`     // the Rooms device concerned
	FromUserTmpOpenID  string               `xml:"FromUserTmpOpenId,omitempty"` // who did it, if not a member
	OperatedUser       EventMeetingUser     `xml:",omitempty"`                  // whom it was done to
	WarmUpInfo         EventMeetingWarmUp   `xml:",omitempty"`                  // what is shown before a webinar
	AllUploadStatus    IntBool              `xml:",omitempty"`                  // all of UploadInfo was uploaded; if not, upload all of it again
	UploadInfo         []EventMeetingUpload `xml:",omitempty"`                  // material that was to be uploaded
	EnrollID           string               `xml:"EnrollId,omitempty"`          // the registration concerned
	MRAAddress         EventMeetingMRA      `xml:"MraAddress,omitempty"`        // the conference device that was called, if it was no Rooms device
	RoomResponseStatus RoomsCallStatus      `xml:",omitempty"`                  // what became of the call
}

func (e *MeetingChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "meetingid":
		return f.str(&e.MeetingID)
	case "meetingroomid":
		return f.str(&e.MeetingRoomID)
	case "fromusertmpopenid":
		return f.str(&e.FromUserTmpOpenID)
	case "operateduser":
		return f.into(&e.OperatedUser)
	case "warmupinfo":
		return f.into(&e.WarmUpInfo)
	case "alluploadstatus":
		return f.flag(&e.AllUploadStatus)
	case "uploadinfo":
		return list(f, &e.UploadInfo)
	case "enrollid":
		return f.str(&e.EnrollID)
	case "mraaddress":
		return f.into(&e.MRAAddress)
	case "roomresponsestatus":
		return f.num((*int64)(&e.RoomResponseStatus))
	}
	return false
}

// EventMeetingUser is somebody in a meeting.
type EventMeetingUser struct {
	UserID    string      `xml:"UserId,omitempty"`    // if a member
	TmpOpenID string      `xml:"TmpOpenId,omitempty"` // valid in this meeting
	UserRole  MeetingRole `xml:",omitempty"`          // of role_change: what the person is now
}

func (e *EventMeetingUser) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "tmpopenid":
		return f.str(&e.TmpOpenID)
	case "userrole":
		return f.num((*int64)(&e.UserRole))
	}
	return false
}

// EventMeetingWarmUp is what is shown before a webinar.
type EventMeetingWarmUp struct {
	WarmUpPicture string  `xml:",omitempty"` // URL
	WarmUpVideo   string  `xml:",omitempty"` // URL
	UploadStatus  IntBool `xml:",omitempty"` // whether it was uploaded
	ErrorMsg      string  `xml:",omitempty"` // why it was not
}

func (e *EventMeetingWarmUp) set(f field) bool {
	switch string(f.name()) {
	case "warmuppicture":
		return f.str(&e.WarmUpPicture)
	case "warmupvideo":
		return f.str(&e.WarmUpVideo)
	case "uploadstatus":
		return f.flag(&e.UploadStatus)
	case "errormsg":
		return f.str(&e.ErrorMsg)
	}
	return false
}

// MeetingMediumType is what material for a meeting is.
type MeetingMediumType int64

// What material for a meeting is.
const (
	MeetingMediumTypeVideo   MeetingMediumType = 1
	MeetingMediumTypePicture MeetingMediumType = 2
	MeetingMediumTypeFile    MeetingMediumType = 3
)

// EventMeetingUpload is material for a meeting that was to be uploaded.
type EventMeetingUpload struct {
	MediumType   MeetingMediumType `xml:",omitempty"`
	MediumURL    string            `xml:"MediumUrl,omitempty"`
	UploadStatus IntBool           `xml:",omitempty"` // whether it was uploaded
	ErrorMsg     string            `xml:",omitempty"` // why it was not
}

func (e *EventMeetingUpload) set(f field) bool {
	switch string(f.name()) {
	case "mediumtype":
		return f.num((*int64)(&e.MediumType))
	case "mediumurl":
		return f.str(&e.MediumURL)
	case "uploadstatus":
		return f.flag(&e.UploadStatus)
	case "errormsg":
		return f.str(&e.ErrorMsg)
	}
	return false
}

// EventMeetingMRA is the address of a conference device.
type EventMeetingMRA struct {
	Protocol   MeetingMRAProtocol `xml:",omitempty"`
	DialString string             `xml:",omitempty"` // what to dial
}

func (e *EventMeetingMRA) set(f field) bool {
	switch string(f.name()) {
	case "protocol":
		return f.num((*int64)(&e.Protocol))
	case "dialstring":
		return f.str(&e.DialString)
	}
	return false
}

// MeetingStatisticsEvent says that a member started a meeting, or could not start one: FromUserName is who. Its
// ChangeType is start_meeting (会议发起事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99648
type MeetingStatisticsEvent struct {
	EventHeader
	Status MeetingStartType `xml:",omitempty"`
}

func (e *MeetingStatisticsEvent) set(f field) bool {
	switch string(f.name()) {
	case "status":
		return f.num((*int64)(&e.Status))
	}
	return false
}

// LivingStatusChangeEvent says that a live broadcast began, ended or was changed (直播回调事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/94145
type LivingStatusChangeEvent struct {
	EventHeader
	LivingID string       `xml:"LivingId,omitempty"`
	Status   LivingStatus `xml:",omitempty"`
}

func (e *LivingStatusChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "livingid":
		return f.str(&e.LivingID)
	case "status":
		return f.num((*int64)(&e.Status))
	}
	return false
}

// AppEmailChangeEvent says that mail came to the app's mailbox (receive_email in ChangeType) (应用邮箱新邮件事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97506
type AppEmailChangeEvent struct {
	EventHeader
	Amount int64 `xml:",omitempty"` // how many new mails
}

func (e *AppEmailChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "amount":
		return f.num(&e.Amount)
	}
	return false
}

// PublicEmailChangeEvent says that mail came to a shared mailbox (公共邮箱新邮件事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100180
type PublicEmailChangeEvent struct {
	EventHeader
	ID     int64 `xml:"Id,omitempty"` // the mailbox
	Amount int64 `xml:",omitempty"`   // how many new mails
}

func (e *PublicEmailChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.num(&e.ID)
	case "amount":
		return f.num(&e.Amount)
	}
	return false
}

// DocChangeEvent says that documents or forms changed; ChangeType says how, such as doc_member_change
// (文档变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97833
type DocChangeEvent struct {
	EventHeader
	DocIDs  []string `xml:"DocId,omitempty"`  // the documents
	FormIDs []string `xml:"FormId,omitempty"` // the forms
}

func (e *DocChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "docid":
		return f.strs(&e.DocIDs)
	case "formid":
		return f.strs(&e.FormIDs)
	}
	return false
}

// SmartSheetChangeEvent says that a smart sheet changed; ChangeType says how, such as
// update_field_or_record (智能表格变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100986
type SmartSheetChangeEvent struct {
	EventHeader
	DocID     string   `xml:"DocId,omitempty"`    // the document
	SheetID   string   `xml:"SheetId,omitempty"`  // the sheet in it
	FieldIDs  []string `xml:"FieldId,omitempty"`  // the fields that changed
	RecordIDs []string `xml:"RecordId,omitempty"` // the records that changed
}

func (e *SmartSheetChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "docid":
		return f.str(&e.DocID)
	case "sheetid":
		return f.str(&e.SheetID)
	case "fieldid":
		return f.strs(&e.FieldIDs)
	case "recordid":
		return f.strs(&e.RecordIDs)
	}
	return false
}

// WedriveFileChangeEvent says that files of 微盘 changed; ChangeType says how (微盘文件变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97975
type WedriveFileChangeEvent struct {
	EventHeader
	FileIDs []string `xml:"FileId,omitempty"` // the files
}

func (e *WedriveFileChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "fileid":
		return f.strs(&e.FileIDs)
	}
	return false
}

// WedriveSpaceChangeEvent says that spaces of 微盘 changed; ChangeType says how, such as dismiss_space
// (微盘空间变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97973
type WedriveSpaceChangeEvent struct {
	EventHeader
	SpaceIDs []string `xml:"SpaceId,omitempty"` // the spaces
}

func (e *WedriveSpaceChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "spaceid":
		return f.strs(&e.SpaceIDs)
	}
	return false
}

// WedriveInsufficientCapacityEvent says that 微盘 is nearly full (微盘容量不足事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97972
type WedriveInsufficientCapacityEvent struct {
	EventHeader
}
