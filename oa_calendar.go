package workwx

import (
	"context"
	"iter"
)

// CreateCalendar creates a calendar of the app (创建日历).
//
// Members that it could not be shared with are in the response's FailResult. A corp can have 20 calendars
// for the whole corp; a member can have or follow 100 public ones. Errcode 90483 says that
// a public calendar needs a PublicRange.
//
// API: POST /cgi-bin/oa/calendar/add
// Doc: https://developer.work.weixin.qq.com/document/path/93647
func (c *Client) CreateCalendar(ctx context.Context, req *CreateCalendarRequest) (*CreateCalendarResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/oa/calendar/add", req, new(CreateCalendarResponse))
}

// CreateCalendarRequest is a new calendar.
type CreateCalendarRequest struct {
	Calendar CalendarInput `json:"calendar"`
	AgentID  int64         `json:"agentid,omitzero"` // for old third-party suites of several apps only
}

// CalendarInput is a calendar to create.
type CalendarInput struct {
	Admins         []string            `json:"admins,omitzero"`           // user IDs, at most 3, all among Shares
	SetAsDefault   *IntBool            `json:"set_as_default,omitzero"`   // make it the app's default calendar; not for third-party apps
	Summary        string              `json:"summary"`                   // the title, 1 to 128 characters
	Color          string              `json:"color"`                     // #RRGGBB
	Description    string              `json:"description,omitzero"`      // at most 512 characters
	IsPublic       *IntBool            `json:"is_public,omitzero"`        // members can follow it; cannot be changed later
	PublicRange    CalendarPublicRange `json:"public_range,omitzero"`     // who can follow a public calendar
	IsCorpCalendar *IntBool            `json:"is_corp_calendar,omitzero"` // it is for the whole corp: public, with a PublicRange, without a color of its own and not a default; cannot be changed later
	Shares         []CalendarShare     `json:"shares,omitzero"`           // at most 2,000
}

// CalendarPublicRange says who can follow a public calendar.
type CalendarPublicRange struct {
	UserIDs  []string `json:"userids,omitzero"`  // at most 1,000
	PartyIDs []int64  `json:"partyids,omitzero"` // department IDs, at most 100
}

// CalendarPermission says what a member sees of a calendar.
type CalendarPermission int64

// What a member sees of a calendar.
const (
	CalendarPermissionView     CalendarPermission = 1 // everything
	CalendarPermissionFreeBusy CalendarPermission = 3 // when it is busy
)

// CalendarShare is a member that a calendar is shared with.
type CalendarShare struct {
	UserID     string             `json:"userid"`
	Permission CalendarPermission `json:"permission,omitzero"` // everything if 0
}

// CreateCalendarResponse is the ID of a new calendar and what failed.
type CreateCalendarResponse struct {
	CalID      string             `json:"cal_id"`
	FailResult CalendarFailResult `json:"fail_result"`
}

// CalendarFailResult says what of a calendar could not be set.
type CalendarFailResult struct {
	Shares []CalendarFailResultShare `json:"shares"` // the members that it could not be shared with
}

// CalendarFailResultShare is a member that a calendar could not be shared with.
type CalendarFailResultShare struct {
	ErrCode Code   `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
	UserID  string `json:"userid"`
}

// DeleteCalendar deletes a calendar of the app (删除日历). The app's default calendar
// cannot be deleted (errcode 90712).
//
// API: POST /cgi-bin/oa/calendar/del
// Doc: https://developer.work.weixin.qq.com/document/path/97718
func (c *Client) DeleteCalendar(ctx context.Context, calID string) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/calendar/del", param{"cal_id", calID}, nil)
}

// BatchGetCalendars returns calendars of the app (获取日历详情).
//
// API: POST /cgi-bin/oa/calendar/get
// Doc: https://developer.work.weixin.qq.com/document/path/97717
func (c *Client) BatchGetCalendars(ctx context.Context, req *BatchGetCalendarsRequest) ([]*Calendar, error) {
	var resp batchGetCalendarsResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/calendar/get", req, &resp)
	return resp.CalendarList, err
}

type batchGetCalendarsResponse struct {
	CalendarList []*Calendar `json:"calendar_list"`
}

// BatchGetCalendarsRequest names the calendars to return.
type BatchGetCalendarsRequest struct {
	CalIDList []string `json:"cal_id_list"` // at most 1,000
}

// Calendar is a calendar of an app.
type Calendar struct {
	CalID          string              `json:"cal_id"`
	Admins         []string            `json:"admins"`  // user IDs
	Summary        string              `json:"summary"` // the title
	Color          string              `json:"color"`   // #RRGGBB
	Description    string              `json:"description"`
	IsPublic       IntBool             `json:"is_public"`        // members can follow it
	PublicRange    CalendarPublicRange `json:"public_range"`     // who can follow it
	IsCorpCalendar IntBool             `json:"is_corp_calendar"` // it is for the whole corp
	Shares         []CalendarShare     `json:"shares"`
}

// UpdateCalendar replaces a calendar of the app and returns what could not be set, nil if all was (更新日历).
//
// The platform puts the new calendar in the place of the old rather than changing the fields that are
// sent: send all that is to stay. SkipPublicRange spares the PublicRange.
//
// API: POST /cgi-bin/oa/calendar/update
// Doc: https://developer.work.weixin.qq.com/document/path/97716
func (c *Client) UpdateCalendar(ctx context.Context, req *UpdateCalendarRequest) (*CalendarFailResult, error) {
	var resp updateCalendarResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/calendar/update", req, &resp)
	return resp.FailResult, err
}

type updateCalendarResponse struct {
	FailResult *CalendarFailResult `json:"fail_result"`
}

// UpdateCalendarRequest is what a calendar becomes.
type UpdateCalendarRequest struct {
	SkipPublicRange *IntBool       `json:"skip_public_range,omitzero"` // leave the PublicRange alone
	Calendar        CalendarUpdate `json:"calendar"`
}

// CalendarUpdate is what a calendar becomes.
type CalendarUpdate struct {
	CalID          string              `json:"cal_id"`
	Admins         []string            `json:"admins,omitzero"`      // user IDs, at most 3, all among Shares
	Summary        *string             `json:"summary,omitzero"`     // the title, 1 to 128 characters
	Color          *string             `json:"color,omitzero"`       // #RRGGBB
	Description    *string             `json:"description,omitzero"` // at most 512 characters
	IsPublic       *IntBool            `json:"is_public,omitzero"`   // cannot be changed
	PublicRange    CalendarPublicRange `json:"public_range,omitzero"`
	IsCorpCalendar *IntBool            `json:"is_corp_calendar,omitzero"` // cannot be changed
	Shares         []CalendarShare     `json:"shares,omitzero"`           // at most 2,000
}

// CreateSchedule puts a schedule into a calendar of the app and returns its ID (创建日程).
//
// Errcode 90708 says that the app has no default calendar, so that CalID is needed; 90466 that the
// calendar is another app's; 90715 that an administrator is not among the attendees.
//
// API: POST /cgi-bin/oa/schedule/add
// Doc: https://developer.work.weixin.qq.com/document/path/93648
func (c *Client) CreateSchedule(ctx context.Context, req *CreateScheduleRequest) (string, error) {
	var resp scheduleIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/schedule/add", req, &resp)
	return resp.ScheduleID, err
}

type scheduleIDResponse struct {
	ScheduleID string `json:"schedule_id"`
}

// CreateScheduleRequest is a new schedule.
type CreateScheduleRequest struct {
	Schedule ScheduleInput `json:"schedule"`
	AgentID  int64         `json:"agentid,omitzero"` // for old third-party suites of several apps only
}

// ScheduleInput is a schedule to create.
type ScheduleInput struct {
	Admins      []string               `json:"admins,omitzero"` // user IDs, at most 3, all among Attendees
	StartTime   Timestamp              `json:"start_time"`
	EndTime     Timestamp              `json:"end_time"`
	CalID       string                 `json:"cal_id,omitzero"` // the app's default calendar if empty; required of third-party apps
	IsWholeDay  *IntBool               `json:"is_whole_day,omitzero"`
	Summary     string                 `json:"summary,omitzero"`     // the title, at most 128 characters
	Description string                 `json:"description,omitzero"` // at most 1,000 characters
	Location    string                 `json:"location,omitzero"`    // at most 128 characters
	Reminders   ScheduleRemindersInput `json:"reminders,omitzero"`
	Attendees   []ScheduleAttendee     `json:"attendees,omitzero"` // at most 1,000
}

// ScheduleRepeatType says how often a schedule repeats.
type ScheduleRepeatType int64

// How often a schedule repeats.
const (
	ScheduleRepeatTypeDaily       ScheduleRepeatType = 0
	ScheduleRepeatTypeWeekly      ScheduleRepeatType = 1
	ScheduleRepeatTypeMonthly     ScheduleRepeatType = 2
	ScheduleRepeatTypeYearly      ScheduleRepeatType = 5
	ScheduleRepeatTypeWorkingDays ScheduleRepeatType = 7
)

// ScheduleRemindersInput says when a schedule reminds and repeats.
type ScheduleRemindersInput struct {
	IsRemind              *IntBool            `json:"is_remind,omitzero"`
	RemindBeforeEventSecs *int64              `json:"remind_before_event_secs,omitzero"` // 0, 300, 900, 3600 or 86400 seconds before the start; RemindTimeDiffs goes first
	RemindTimeDiffs       []int64             `json:"remind_time_diffs,omitzero"`        // 0, -300, -900, -3600 or -86400 seconds after the start; also 32400, -172800 and -604800 for whole days
	IsRepeat              *IntBool            `json:"is_repeat,omitzero"`
	RepeatType            *ScheduleRepeatType `json:"repeat_type,omitzero"`
	RepeatUntil           Timestamp           `json:"repeat_until,omitzero"`        // for good if zero
	IsCustomRepeat        *IntBool            `json:"is_custom_repeat,omitzero"`    // the next three fields hold; otherwise it repeats on the weekday or date of the start
	RepeatInterval        *int64              `json:"repeat_interval,omitzero"`     // 3 for every third week or month
	RepeatDayOfWeek       []int64             `json:"repeat_day_of_week,omitzero"`  // 1 Monday to 7 Sunday, of a weekly schedule
	RepeatDayOfMonth      []int64             `json:"repeat_day_of_month,omitzero"` // 1 to 31, of a monthly schedule
	Timezone              *int64              `json:"timezone,omitzero"`            // hours ahead of UTC, -12 to 12; 8 if nil
}

// ScheduleResponseStatus says how an attendee answered.
type ScheduleResponseStatus int64

// How an attendee answered.
const (
	ScheduleResponseStatusNone         ScheduleResponseStatus = 0
	ScheduleResponseStatusTentative    ScheduleResponseStatus = 1
	ScheduleResponseStatusAccepted     ScheduleResponseStatus = 2
	ScheduleResponseStatusAcceptedOnce ScheduleResponseStatus = 3 // one occurrence only
	ScheduleResponseStatusDeclined     ScheduleResponseStatus = 4
)

// ScheduleAttendee is a member who takes part in a schedule.
type ScheduleAttendee struct {
	UserID         string                 `json:"userid"`
	ResponseStatus ScheduleResponseStatus `json:"response_status,omitzero"` // in answers only
}

// AddScheduleAttendees adds members to those who take part in a schedule (新增日程参与者).
//
// API: POST /cgi-bin/oa/schedule/add_attendees
// Doc: https://developer.work.weixin.qq.com/document/path/97721
func (c *Client) AddScheduleAttendees(ctx context.Context, req *AddScheduleAttendeesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/schedule/add_attendees", req, nil)
}

// AddScheduleAttendeesRequest names the members to add.
type AddScheduleAttendeesRequest struct {
	ScheduleID string             `json:"schedule_id"`
	Attendees  []ScheduleAttendee `json:"attendees"` // at most 1,000 with those that there are
}

// ScheduleOpMode says which occurrences of a repeating schedule are meant.
type ScheduleOpMode int64

// Which occurrences are meant.
const (
	ScheduleOpModeAll    ScheduleOpMode = 0
	ScheduleOpModeOne    ScheduleOpMode = 1 // that of OpStartTime
	ScheduleOpModeFuture ScheduleOpMode = 2 // that of OpStartTime and all later ones
)

// DeleteSchedule cancels a schedule of the app, or some occurrences of it (取消日程). It can still be had
// from [Client.BatchGetSchedules], as canceled.
//
// API: POST /cgi-bin/oa/schedule/del
// Doc: https://developer.work.weixin.qq.com/document/path/97725
func (c *Client) DeleteSchedule(ctx context.Context, req *DeleteScheduleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/schedule/del", req, nil)
}

// DeleteScheduleRequest names the schedule to cancel.
type DeleteScheduleRequest struct {
	ScheduleID  string         `json:"schedule_id"`
	OpMode      ScheduleOpMode `json:"op_mode,omitzero"`       // of a repeating schedule; all occurrences if 0
	OpStartTime Timestamp      `json:"op_start_time,omitzero"` // the start of an occurrence, unless all are meant
}

// RemoveScheduleAttendees removes members from those who take part in a schedule (删除日程参与者).
//
// API: POST /cgi-bin/oa/schedule/del_attendees
// Doc: https://developer.work.weixin.qq.com/document/path/97722
func (c *Client) RemoveScheduleAttendees(ctx context.Context, req *RemoveScheduleAttendeesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/schedule/del_attendees", req, nil)
}

// RemoveScheduleAttendeesRequest names the members to remove.
type RemoveScheduleAttendeesRequest struct {
	ScheduleID string             `json:"schedule_id"`
	Attendees  []ScheduleAttendee `json:"attendees"`
}

// BatchGetSchedules returns schedules, those that were canceled included (获取日程详情): look at Status.
//
// API: POST /cgi-bin/oa/schedule/get
// Doc: https://developer.work.weixin.qq.com/document/path/97724
func (c *Client) BatchGetSchedules(ctx context.Context, req *BatchGetSchedulesRequest) ([]*Schedule, error) {
	var resp scheduleListResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/schedule/get", req, &resp)
	return resp.ScheduleList, err
}

type scheduleListResponse struct {
	ScheduleList []*Schedule `json:"schedule_list"`
}

// BatchGetSchedulesRequest names the schedules to return.
type BatchGetSchedulesRequest struct {
	ScheduleIDList []string `json:"schedule_id_list"` // at most 1,000
}

// ScheduleStatus says whether a schedule holds.
type ScheduleStatus int64

// Whether a schedule holds.
const (
	ScheduleStatusNormal   ScheduleStatus = 0
	ScheduleStatusCanceled ScheduleStatus = 1
)

// Schedule is an entry of a calendar.
type Schedule struct {
	ScheduleID  string             `json:"schedule_id"`
	Admins      []string           `json:"admins"` // user IDs
	StartTime   Timestamp          `json:"start_time"`
	EndTime     Timestamp          `json:"end_time"`
	IsWholeDay  IntBool            `json:"is_whole_day"`
	CalID       string             `json:"cal_id"`
	Status      ScheduleStatus     `json:"status"`
	Summary     string             `json:"summary"` // the title
	Description string             `json:"description"`
	Location    string             `json:"location"`
	Reminders   ScheduleReminders  `json:"reminders"`
	Attendees   []ScheduleAttendee `json:"attendees"`
	Sequence    int64              `json:"sequence"` // from ListCalendarSchedules alone
}

// ScheduleReminders says when a schedule reminds and repeats.
type ScheduleReminders struct {
	IsRemind              IntBool               `json:"is_remind"`
	RemindBeforeEventSecs int64                 `json:"remind_before_event_secs"` // seconds before the start; RemindTimeDiffs goes first
	RemindTimeDiffs       []int64               `json:"remind_time_diffs"`        // seconds after the start, -604800 to 86399
	IsRepeat              IntBool               `json:"is_repeat"`
	RepeatType            ScheduleRepeatType    `json:"repeat_type"`
	RepeatUntil           Timestamp             `json:"repeat_until"`        // for good if zero
	IsCustomRepeat        IntBool               `json:"is_custom_repeat"`    // the next three fields hold
	RepeatInterval        int64                 `json:"repeat_interval"`     // 3 for every third week or month
	RepeatDayOfWeek       []int64               `json:"repeat_day_of_week"`  // 1 Monday to 7 Sunday
	RepeatDayOfMonth      []int64               `json:"repeat_day_of_month"` // 1 to 31
	Timezone              int64                 `json:"timezone"`            // hours ahead of UTC
	ExcludeTimeList       []ScheduleExcludeTime `json:"exclude_time_list"`   // the occurrences that were changed or canceled by themselves
}

// ScheduleExcludeTime is an occurrence that does not take place.
type ScheduleExcludeTime struct {
	StartTime Timestamp `json:"start_time"`
}

// ListCalendarSchedules returns the schedules of a calendar that the app created (获取日历下的日程列表).
// A page that is empty is the last.
//
// API: POST /cgi-bin/oa/schedule/get_by_calendar
// Doc: https://developer.work.weixin.qq.com/document/path/97723
func (c *Client) ListCalendarSchedules(ctx context.Context, req *ListCalendarSchedulesRequest) ([]*Schedule, error) {
	var resp scheduleListResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/schedule/get_by_calendar", req, &resp)
	return resp.ScheduleList, err
}

// AllCalendarSchedules ranges over the schedules of a calendar, page by page; see
// [Client.ListCalendarSchedules].
func (c *Client) AllCalendarSchedules(ctx context.Context, req *ListCalendarSchedulesRequest) iter.Seq2[*Schedule, error] {
	return paginateOffset(ctx, req, c.ListCalendarSchedules,
		func(q *ListCalendarSchedulesRequest) *int64 { return &q.Offset },
		func(p []*Schedule) ([]*Schedule, bool) { return p, true })
}

// ListCalendarSchedulesRequest says which schedules to list.
type ListCalendarSchedulesRequest struct {
	CalID  string `json:"cal_id"`
	Offset int64  `json:"offset,omitzero"` // how many to skip
	Limit  int64  `json:"limit,omitzero"`  // how many a page has at most, up to 1,000; 500 if 0
}

// UpdateSchedule replaces a schedule of the app, or some occurrences of it (更新日程).
//
// A change of some occurrences splits a repeating schedule: the ID of the new one is returned, "" when
// all were changed. The platform puts the new schedule in the place of the old rather than changing
// the fields that are sent: send all that is to stay. SkipAttendees spares the attendees. Errcode 90700
// says that the booking of a meeting room must be canceled first, 90484 that the schedule does not
// repeat, so that OpMode cannot be used.
//
// API: POST /cgi-bin/oa/schedule/update
// Doc: https://developer.work.weixin.qq.com/document/path/97720
func (c *Client) UpdateSchedule(ctx context.Context, req *UpdateScheduleRequest) (string, error) {
	var resp scheduleIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/schedule/update", req, &resp)
	return resp.ScheduleID, err
}

// UpdateScheduleRequest is what a schedule becomes.
type UpdateScheduleRequest struct {
	SkipAttendees *IntBool        `json:"skip_attendees,omitzero"` // leave the attendees alone
	OpMode        *ScheduleOpMode `json:"op_mode,omitzero"`        // of a repeating schedule; all occurrences if nil
	OpStartTime   Timestamp       `json:"op_start_time,omitzero"`  // the start of an occurrence, unless all are meant
	Schedule      ScheduleUpdate  `json:"schedule"`
}

// ScheduleUpdate is what a schedule becomes.
type ScheduleUpdate struct {
	ScheduleID              string                 `json:"schedule_id"`
	Admins                  []string               `json:"admins,omitzero"`     // user IDs, at most 3, all among Attendees
	StartTime               Timestamp              `json:"start_time,omitzero"` // not before the day of OpStartTime
	EndTime                 Timestamp              `json:"end_time,omitzero"`
	IsWholeDay              *IntBool               `json:"is_whole_day,omitzero"`
	Summary                 *string                `json:"summary,omitzero"`     // the title, at most 128 characters; 新建事件 if nil
	Description             *string                `json:"description,omitzero"` // at most 1,000 characters
	Location                *string                `json:"location,omitzero"`    // at most 128 characters
	Reminders               ScheduleRemindersInput `json:"reminders,omitzero"`
	Attendees               []ScheduleAttendee     `json:"attendees,omitzero"`                  // at most 1,000
	AllowActiveJoin         *bool                  `json:"allow_active_join,omitzero"`          // others may join by themselves; true if nil
	OnlyOrganizerCreateChat *IntBool               `json:"only_organizer_create_chat,omitzero"` // others may not start a group chat from it
}
