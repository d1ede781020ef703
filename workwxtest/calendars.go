package workwxtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

const (
	codeTooManyShares        = workwx.Code(90464)
	codeRepeatType           = workwx.Code(90465)
	codeDayOfWeek            = workwx.Code(90467)
	codePageSize             = workwx.Code(90469)
	codePageNumber           = workwx.Code(90470)
	codeRemindTime           = workwx.Code(90471)
	codeCalendarColor        = workwx.Code(90473)
	codeTimezone             = workwx.Code(90480)
	codeTooManyCalendars     = workwx.Code(90481)
	codeOpStartTime          = workwx.Code(90482)
	codePublicRange          = workwx.Code(90483)
	codeNotRepeating         = workwx.Code(90484)
	codeOpMode               = workwx.Code(90485)
	codeRepeatInterval       = workwx.Code(90486)
	codeDayOfMonth           = workwx.Code(90487)
	codeStartBeforeOp        = workwx.Code(90488)
	codeTooManyFollowers     = workwx.Code(90490)
	codeAdminNotShared       = workwx.Code(90492)
	codeEmptyCalendarIDs     = workwx.Code(90458)
	codeEmptyScheduleIDs     = workwx.Code(90462)
	codeRemindDiffs          = workwx.Code(90704)
	codeStartInPast          = workwx.Code(90706)
	codeNoDefaultCalendar    = workwx.Code(90708)
	codeDefaultCalendar      = workwx.Code(90712)
	codeAdminNotAttendee     = workwx.Code(90715)
	codeMeetingRoomOfAnother = workwx.Code(90499)
)

// calendarState holds the calendars and schedules of all apps, the deleted ones too.
type calendarState struct {
	calendars []*calendar
	schedules []*schedule
}

type calendar struct {
	CalID       string              `json:"cal_id"`
	Admins      []string            `json:"admins"`
	Summary     string              `json:"summary"`
	Color       string              `json:"color"`
	Description string              `json:"description"`
	IsPublic    flag                `json:"is_public"`
	PublicRange calendarPublicRange `json:"public_range"`
	IsCorp      flag                `json:"is_corp_calendar"`
	Shares      []calendarShare     `json:"shares"`
	app         *app
	standard    bool // of the app
	deleted     bool
}

type calendarPublicRange struct {
	UserIDs  []string `json:"userids"`
	PartyIDs []int64  `json:"partyids"`
}

type calendarShare struct {
	UserID     string                    `json:"userid"`
	Permission workwx.CalendarPermission `json:"permission"`
}

type schedule struct {
	ScheduleID  string                `json:"schedule_id"`
	Admins      []string              `json:"admins"`
	Attendees   []scheduleAttendee    `json:"attendees"`
	Summary     string                `json:"summary"`
	Description string                `json:"description"`
	Reminders   json.RawMessage       `json:"reminders,omitempty"` // as they were given
	Location    string                `json:"location"`
	CalID       string                `json:"cal_id"`
	StartTime   int64                 `json:"start_time"`
	EndTime     int64                 `json:"end_time"`
	Status      workwx.ScheduleStatus `json:"status"`
	IsWholeDay  flag                  `json:"is_whole_day"`
	Sequence    int64                 `json:"sequence,omitempty"`
	excluded    []int64               // the starts of occurrences that do not take place
	until       int64                 // the last second in which an occurrence can start; 0 for no end of its own
	app         *app
}

type scheduleAttendee struct {
	UserID   string                        `json:"userid"`
	Response workwx.ScheduleResponseStatus `json:"response_status"`
}

// scheduleReminders is what the server looks at in the reminders of a schedule.
type scheduleReminders struct {
	IsRemind     flag                      `json:"is_remind"`
	BeforeSecs   int64                     `json:"remind_before_event_secs"`
	TimeDiffs    []int64                   `json:"remind_time_diffs"`
	IsRepeat     flag                      `json:"is_repeat"`
	RepeatType   workwx.ScheduleRepeatType `json:"repeat_type"`
	RepeatUntil  int64                     `json:"repeat_until"`
	IsCustom     flag                      `json:"is_custom_repeat"`
	Interval     int64                     `json:"repeat_interval"`
	DaysOfWeek   []int64                   `json:"repeat_day_of_week"`
	DaysOfMonth  []int64                   `json:"repeat_day_of_month"`
	TimezoneHour *int64                    `json:"timezone"`
}

func calendarHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/oa/calendar/add":             in(createCalendar),
		"/cgi-bin/oa/calendar/update":          in(updateCalendar),
		"/cgi-bin/oa/calendar/get":             in(getCalendars),
		"/cgi-bin/oa/calendar/del":             in(deleteCalendar),
		"/cgi-bin/oa/schedule/add":             in(createSchedule),
		"/cgi-bin/oa/schedule/update":          in(updateSchedule),
		"/cgi-bin/oa/schedule/get":             in(getSchedules),
		"/cgi-bin/oa/schedule/get_by_calendar": in(listSchedules),
		"/cgi-bin/oa/schedule/del":             in(deleteSchedule),
		"/cgi-bin/oa/schedule/add_attendees":   in(addAttendees),
		"/cgi-bin/oa/schedule/del_attendees":   in(removeAttendees),
	}
}

// calendarOf returns a calendar of the app.
func (s *Server) calendarOf(c *call, id string) (*calendar, error) {
	i := slices.IndexFunc(s.oa.calendars.calendars, func(cal *calendar) bool { return cal.CalID == id })
	switch {
	case i < 0:
		return nil, fail(workwx.CodeInvalidCalendarID, "invalid cal_id")
	case s.oa.calendars.calendars[i].deleted:
		return nil, fail(workwx.CodeCalendarDeleted, "the calendar was deleted")
	case s.oa.calendars.calendars[i].app != c.app:
		return nil, fail(workwx.CodeCalendarOfAnotherApp, "the calendar is another app's")
	}
	return s.oa.calendars.calendars[i], nil
}

var colorForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

type shareFailure struct {
	ErrCode workwx.Code `json:"errcode"`
	ErrMsg  string      `json:"errmsg"`
	UserID  string      `json:"userid"`
}

type calendarAnswer struct {
	CalID      string       `json:"cal_id,omitempty"`
	FailResult *shareResult `json:"fail_result,omitempty"`
}

type shareResult struct {
	Shares []shareFailure `json:"shares"`
}

// checkCalendar refuses a calendar as the platform would, and takes those out of its shares who do not
// exist.
func (s *Server) checkCalendar(cal *calendar) (*shareResult, error) {
	switch {
	case cal.Summary == "" || tooLong(cal.Summary, 128):
		return nil, fail(codeIllegalParameter, "summary has 1 to 128 characters")
	case tooLong(cal.Description, 512):
		return nil, fail(codeIllegalParameter, "description has 512 characters at most")
	case !colorForm.MatchString(cal.Color) && !(bool(cal.IsCorp) && cal.Color == ""):
		return nil, fail(codeCalendarColor, "color has the form #RRGGBB")
	case len(cal.Shares) > 2000:
		return nil, fail(codeTooManyShares, "more than 2000 shares")
	case len(cal.Admins) > 3:
		return nil, fail(codeIllegalParameter, "more than 3 admins")
	case bool(cal.IsPublic || cal.IsCorp) && len(cal.PublicRange.UserIDs)+len(cal.PublicRange.PartyIDs) == 0:
		return nil, fail(codePublicRange, "a public calendar needs a public_range")
	case len(cal.PublicRange.UserIDs) > 1000 || len(cal.PublicRange.PartyIDs) > 100:
		return nil, fail(codeTooManyFollowers, "public_range has 1000 members and 100 departments at most")
	}
	var failed []shareFailure
	var shares []calendarShare
	for _, share := range cal.Shares {
		m := s.contacts.member(share.UserID)
		if m == nil {
			failed = append(failed, shareFailure{workwx.CodeUserNotFound, "userid not found", share.UserID})
			continue
		}
		if share.Permission == 0 {
			share.Permission = workwx.CalendarPermissionView
		}
		if share.Permission != workwx.CalendarPermissionView && share.Permission != workwx.CalendarPermissionFreeBusy {
			return nil, fail(codeIllegalParameter, "invalid permission %d", share.Permission)
		}
		shares = append(shares, calendarShare{m.UserID, share.Permission})
	}
	cal.Shares = notNil(shares)
	for i, id := range cal.Admins {
		j := slices.IndexFunc(shares, func(share calendarShare) bool { return strings.EqualFold(share.UserID, id) })
		if j < 0 {
			return nil, fail(codeAdminNotShared, "the admin %s is not among the shares", id)
		}
		cal.Admins[i] = shares[j].UserID
	}
	cal.Admins = notNil(cal.Admins)
	cal.PublicRange = calendarPublicRange{notNil(cal.PublicRange.UserIDs), notNil(cal.PublicRange.PartyIDs)}
	if failed == nil {
		return nil, nil
	}
	return &shareResult{failed}, nil
}

func createCalendar(s *Server, c *call, req *struct {
	Calendar struct {
		calendar
		SetAsDefault flag `json:"set_as_default"`
	} `json:"calendar"`
}) (any, error) {
	cal := &req.Calendar.calendar
	failed, err := s.checkCalendar(cal)
	if err != nil {
		return nil, err
	}
	n := 0
	for _, other := range s.oa.calendars.calendars {
		if other.app == c.app && !other.deleted {
			n++
		}
	}
	if n >= 20 {
		return nil, fail(codeTooManyCalendars, "the app has 20 calendars")
	}
	cal.CalID, cal.app, cal.standard = newID("wc"), c.app, bool(req.Calendar.SetAsDefault)
	if cal.standard {
		for _, other := range s.oa.calendars.calendars {
			other.standard = other.standard && other.app != c.app
		}
	}
	s.oa.calendars.calendars = append(s.oa.calendars.calendars, cal)
	return calendarAnswer{cal.CalID, failed}, nil
}

func updateCalendar(s *Server, c *call, req *struct {
	SkipRange flag     `json:"skip_public_range"`
	Calendar  calendar `json:"calendar"`
}) (any, error) {
	old, err := s.calendarOf(c, req.Calendar.CalID)
	if err != nil {
		return nil, err
	}
	cal := &req.Calendar
	cal.IsPublic, cal.IsCorp, cal.app, cal.standard = old.IsPublic, old.IsCorp, old.app, old.standard
	if req.SkipRange {
		cal.PublicRange = old.PublicRange
	}
	failed, err := s.checkCalendar(cal)
	if err != nil {
		return nil, err
	}
	*old = *cal
	return calendarAnswer{FailResult: failed}, nil
}

func getCalendars(s *Server, c *call, req *struct {
	IDs []string `json:"cal_id_list"`
}) (any, error) {
	if len(req.IDs) == 0 {
		return nil, fail(codeEmptyCalendarIDs, "cal_id_list is empty")
	}
	if len(req.IDs) > 1000 {
		return nil, fail(codeIllegalParameter, "cal_id_list has 1000 ids at most")
	}
	list := []*calendar{}
	for _, id := range req.IDs {
		cal, err := s.calendarOf(c, id)
		if err != nil {
			return nil, err
		}
		list = append(list, cal)
	}
	return struct {
		List []*calendar `json:"calendar_list"`
	}{list}, nil
}

func deleteCalendar(s *Server, c *call, req *struct {
	CalID string `json:"cal_id"`
}) (any, error) {
	cal, err := s.calendarOf(c, req.CalID)
	if err != nil {
		return nil, err
	}
	if cal.standard {
		return nil, fail(codeDefaultCalendar, "the default calendar cannot be deleted")
	}
	s.dropCalendar(cal)
	return nil, nil
}

// dropCalendar deletes a calendar with its schedules.
func (s *Server) dropCalendar(cal *calendar) {
	cal.deleted = true
	for _, sch := range s.oa.calendars.schedules {
		if sch.CalID == cal.CalID {
			s.cancelSchedule(sch)
		}
	}
}

// scheduleOf returns a schedule of the app; whole says that it must not be canceled.
func (s *Server) scheduleOf(c *call, id string, whole bool) (*schedule, error) {
	i := slices.IndexFunc(s.oa.calendars.schedules, func(sch *schedule) bool { return sch.ScheduleID == id })
	switch {
	case i < 0:
		return nil, fail(workwx.CodeInvalidScheduleID, "invalid schedule_id")
	case s.oa.calendars.schedules[i].app != c.app:
		return nil, fail(workwx.CodeCalendarOfAnotherApp, "the schedule is another app's")
	case whole && s.oa.calendars.schedules[i].Status == workwx.ScheduleStatusCanceled:
		return nil, fail(workwx.CodeScheduleDeleted, "the schedule was deleted")
	}
	return s.oa.calendars.schedules[i], nil
}

func (s *Server) cancelSchedule(sch *schedule) {
	sch.Status = workwx.ScheduleStatusCanceled
	s.oa.rooms.release(sch.ScheduleID)
}

// reminders returns what a schedule says of its repetition.
func (sch *schedule) reminders() (r scheduleReminders, err error) {
	if present(sch.Reminders) {
		if err := json.Unmarshal(sch.Reminders, &r); err != nil {
			return r, fail(codeIllegalParameter, "reminders: %v", err)
		}
	}
	return r, nil
}

var (
	remindSecs  = []int64{0, 300, 900, 3600, 86400}
	remindDiffs = []int64{0, -300, -900, -3600, -86400}
	wholeDays   = []int64{32400, -172800, -604800}
)

func (r *scheduleReminders) check(wholeDay bool) error {
	if bool(r.IsRemind) && len(r.TimeDiffs) == 0 && !slices.Contains(remindSecs, r.BeforeSecs) {
		return fail(codeRemindTime, "invalid remind_before_event_secs %d", r.BeforeSecs)
	}
	for _, d := range r.TimeDiffs {
		if !slices.Contains(remindDiffs, d) && !(wholeDay && slices.Contains(wholeDays, d)) {
			return fail(codeRemindDiffs, "invalid remind_time_diffs %d", d)
		}
	}
	if z := r.TimezoneHour; z != nil && (*z < -12 || *z > 12) {
		return fail(codeTimezone, "invalid timezone %d", *z)
	}
	if !r.IsRepeat {
		return nil
	}
	switch r.RepeatType {
	case workwx.ScheduleRepeatTypeDaily, workwx.ScheduleRepeatTypeWeekly, workwx.ScheduleRepeatTypeMonthly,
		workwx.ScheduleRepeatTypeYearly, workwx.ScheduleRepeatTypeWorkingDays:
	default:
		return fail(codeRepeatType, "invalid repeat_type %d", r.RepeatType)
	}
	if !r.IsCustom {
		return nil
	}
	if r.Interval <= 0 {
		return fail(codeRepeatInterval, "repeat_interval missing")
	}
	for _, d := range r.DaysOfWeek {
		if d < 1 || d > 7 {
			return fail(codeDayOfWeek, "invalid repeat_day_of_week %d", d)
		}
	}
	for _, d := range r.DaysOfMonth {
		if d < 1 || d > 31 {
			return fail(codeDayOfMonth, "invalid repeat_day_of_month %d", d)
		}
	}
	return nil
}

// checkSchedule refuses a schedule as the platform would.
func (s *Server) checkSchedule(sch *schedule) error {
	switch {
	case sch.StartTime <= 0 || sch.EndTime < sch.StartTime || sch.EndTime > lastTime:
		return fail(codeIllegalParameter, "start_time and end_time are missing, the wrong way round or after the year 9999")
	case tooLong(sch.Summary, 128) || tooLong(sch.Description, 1000) || tooLong(sch.Location, 128):
		return fail(codeIllegalParameter, "summary has 128 characters at most, description 1000, location 128")
	case len(sch.Attendees) > 1000:
		return fail(codeTooManyShares, "more than 1000 attendees")
	case len(sch.Admins) > 3:
		return fail(codeIllegalParameter, "more than 3 admins")
	}
	r, err := sch.reminders()
	if err != nil {
		return err
	}
	if err := r.check(bool(sch.IsWholeDay)); err != nil {
		return err
	}
	for i, a := range sch.Attendees {
		m := s.contacts.member(a.UserID)
		if m == nil {
			return fail(workwx.CodeUserNotFound, "the attendee %s not found", a.UserID)
		}
		sch.Attendees[i].UserID = m.UserID
	}
	for i, id := range sch.Admins {
		j := sch.attendee(id)
		if j < 0 {
			return fail(codeAdminNotAttendee, "the admin %s is not among the attendees", id)
		}
		sch.Admins[i] = sch.Attendees[j].UserID
	}
	sch.Admins, sch.Attendees = notNil(sch.Admins), notNil(sch.Attendees)
	if sch.Summary == "" {
		sch.Summary = "新建事件"
	}
	return nil
}

func (sch *schedule) attendee(userID string) int {
	return slices.IndexFunc(sch.Attendees, func(a scheduleAttendee) bool { return strings.EqualFold(a.UserID, userID) })
}

type scheduleIDAnswer struct {
	ScheduleID string `json:"schedule_id,omitempty"`
}

func createSchedule(s *Server, c *call, req *struct {
	Schedule schedule `json:"schedule"`
}) (any, error) {
	sch := &req.Schedule
	if sch.CalID == "" {
		i := slices.IndexFunc(s.oa.calendars.calendars, func(cal *calendar) bool { return cal.standard && cal.app == c.app })
		if i < 0 {
			return nil, fail(codeNoDefaultCalendar, "the app has no default calendar: cal_id is required")
		}
		sch.CalID = s.oa.calendars.calendars[i].CalID
	}
	if _, err := s.calendarOf(c, sch.CalID); err != nil {
		return nil, err
	}
	for i := range sch.Attendees {
		sch.Attendees[i].Response = workwx.ScheduleResponseStatusNone
	}
	if err := s.checkSchedule(sch); err != nil {
		return nil, err
	}
	s.addSchedule(sch, c.app)
	return scheduleIDAnswer{sch.ScheduleID}, nil
}

func (s *Server) addSchedule(sch *schedule, owner *app) {
	sch.ScheduleID, sch.app, sch.Status = newID("17"), owner, workwx.ScheduleStatusNormal
	s.oa.calendars.schedules = append(s.oa.calendars.schedules, sch)
}

// checkOccurrence refuses a start that is none of a repeating schedule.
func (sch *schedule) checkOccurrence(mode workwx.ScheduleOpMode, start int64) error {
	r, err := sch.reminders()
	switch {
	case err != nil:
		return err
	case mode < workwx.ScheduleOpModeAll || mode > workwx.ScheduleOpModeFuture:
		return fail(codeOpMode, "invalid op_mode %d", mode)
	case mode == workwx.ScheduleOpModeAll:
		return nil
	case !bool(r.IsRepeat):
		return fail(codeNotRepeating, "the schedule does not repeat")
	case !slices.Contains(sch.starts(start), start):
		return fail(codeOpStartTime, "op_start_time is the start of no occurrence")
	}
	return nil
}

func updateSchedule(s *Server, c *call, req *struct {
	SkipAttendees flag                  `json:"skip_attendees"`
	OpMode        workwx.ScheduleOpMode `json:"op_mode"`
	OpStartTime   int64                 `json:"op_start_time"`
	Schedule      schedule              `json:"schedule"`
}) (any, error) {
	old, err := s.scheduleOf(c, req.Schedule.ScheduleID, true)
	if err != nil {
		return nil, err
	}
	if s.oa.rooms.of(old.ScheduleID) != nil {
		return nil, fail(workwx.CodeCancelMeetingRoomFirst, "cancel the booking of the meeting room first")
	}
	if err := old.checkOccurrence(req.OpMode, req.OpStartTime); err != nil {
		return nil, err
	}
	sch := &req.Schedule
	sch.CalID, sch.app = old.CalID, old.app
	for i := range sch.Attendees {
		sch.Attendees[i].Response = workwx.ScheduleResponseStatusNone
		if j := old.attendee(sch.Attendees[i].UserID); j >= 0 {
			sch.Attendees[i].Response = old.Attendees[j].Response
		}
	}
	if req.SkipAttendees {
		sch.Attendees = slices.Clone(old.Attendees)
	}
	if err := s.checkSchedule(sch); err != nil {
		return nil, err
	}
	r, _ := sch.reminders()
	if !bool(r.IsRepeat) && sch.StartTime != old.StartTime && sch.StartTime < c.now.Unix() {
		return nil, fail(codeStartInPast, "start_time has passed")
	}
	if req.OpMode == workwx.ScheduleOpModeAll {
		sch.excluded = old.excluded
		*old = *sch
		return scheduleIDAnswer{}, nil
	}
	if sch.StartTime < midnight(time.Unix(req.OpStartTime, 0)).Unix() {
		return nil, fail(codeStartBeforeOp, "start_time is before the day of op_start_time")
	}
	old.exclude(req.OpMode, req.OpStartTime)
	if req.OpMode == workwx.ScheduleOpModeOne {
		sch.Reminders = withoutRepeat(sch.Reminders)
	}
	s.addSchedule(sch, c.app)
	return scheduleIDAnswer{sch.ScheduleID}, nil
}

// exclude takes an occurrence, or it and all later ones, out of a schedule.
func (sch *schedule) exclude(mode workwx.ScheduleOpMode, start int64) {
	if mode == workwx.ScheduleOpModeOne {
		sch.excluded = append(sch.excluded, start)
		return
	}
	sch.until = start - 1
}

// withoutRepeat returns reminders that do not repeat.
func withoutRepeat(reminders json.RawMessage) json.RawMessage {
	if !present(reminders) {
		return reminders
	}
	return strip(reminders, "is_repeat", "repeat_type", "repeat_until", "is_custom_repeat", "repeat_interval", "repeat_day_of_week", "repeat_day_of_month")
}

// shown returns a schedule as it is read: with what was taken out of its repetition.
func (sch *schedule) shown() *schedule {
	c := *sch
	if len(c.excluded) == 0 && c.until == 0 {
		return &c
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(c.Reminders, &fields) != nil {
		return &c
	}
	type start struct {
		StartTime int64 `json:"start_time"`
	}
	var list []start
	for _, t := range c.excluded {
		list = append(list, start{t})
	}
	if list != nil {
		fields["exclude_time_list"] = encode(list)
	}
	if c.until != 0 {
		fields["repeat_until"] = encode(c.until)
	}
	c.Reminders = encode(fields)
	return &c
}

type scheduleListAnswer struct {
	List []*schedule `json:"schedule_list"`
}

func getSchedules(s *Server, c *call, req *struct {
	IDs []string `json:"schedule_id_list"`
}) (any, error) {
	if len(req.IDs) == 0 {
		return nil, fail(codeEmptyScheduleIDs, "schedule_id_list is empty")
	}
	if len(req.IDs) > 1000 {
		return nil, fail(codeIllegalParameter, "schedule_id_list has 1000 ids at most")
	}
	list := []*schedule{}
	for _, id := range req.IDs {
		sch, err := s.scheduleOf(c, id, false)
		if err != nil {
			return nil, err
		}
		list = append(list, sch.shown())
	}
	return scheduleListAnswer{list}, nil
}

func listSchedules(s *Server, c *call, req *struct {
	CalID  string `json:"cal_id"`
	Offset int64  `json:"offset"`
	Limit  int64  `json:"limit"`
}) (any, error) {
	if _, err := s.calendarOf(c, req.CalID); err != nil {
		return nil, err
	}
	switch {
	case req.Offset < 0:
		return nil, fail(codePageNumber, "invalid offset")
	case req.Limit < 0 || req.Limit > 1000:
		return nil, fail(codePageSize, "limit is at most 1000")
	case req.Limit == 0:
		req.Limit = 500
	}
	list := []*schedule{}
	for i, sch := range s.oa.calendars.schedules {
		if sch.CalID == req.CalID {
			shown := sch.shown()
			shown.Sequence = int64(i + 1)
			list = append(list, shown)
		}
	}
	start := min(req.Offset, int64(len(list)))
	return scheduleListAnswer{list[start:min(start+req.Limit, int64(len(list)))]}, nil
}

func deleteSchedule(s *Server, c *call, req *struct {
	ScheduleID  string                `json:"schedule_id"`
	OpMode      workwx.ScheduleOpMode `json:"op_mode"`
	OpStartTime int64                 `json:"op_start_time"`
}) (any, error) {
	sch, err := s.scheduleOf(c, req.ScheduleID, true)
	if err != nil {
		return nil, err
	}
	if err := sch.checkOccurrence(req.OpMode, req.OpStartTime); err != nil {
		return nil, err
	}
	if req.OpMode == workwx.ScheduleOpModeAll {
		s.cancelSchedule(sch)
	} else {
		sch.exclude(req.OpMode, req.OpStartTime)
	}
	return nil, nil
}

// attendeeChange names a schedule and members.
type attendeeChange struct {
	ScheduleID string             `json:"schedule_id"`
	Attendees  []scheduleAttendee `json:"attendees"`
}

func addAttendees(s *Server, c *call, req *attendeeChange) (any, error) {
	sch, err := s.scheduleOf(c, req.ScheduleID, true)
	if err != nil {
		return nil, err
	}
	changed := *sch
	changed.Attendees = slices.Clone(sch.Attendees)
	for _, a := range req.Attendees {
		if changed.attendee(a.UserID) < 0 {
			changed.Attendees = append(changed.Attendees, scheduleAttendee{UserID: a.UserID})
		}
	}
	if err := s.checkSchedule(&changed); err != nil {
		return nil, err
	}
	*sch = changed
	return nil, nil
}

func removeAttendees(s *Server, c *call, req *attendeeChange) (any, error) {
	sch, err := s.scheduleOf(c, req.ScheduleID, true)
	if err != nil {
		return nil, err
	}
	for _, a := range req.Attendees {
		if i := sch.attendee(a.UserID); i >= 0 {
			sch.Admins = without(sch.Admins, []string{sch.Attendees[i].UserID})
			sch.Attendees = slices.Delete(sch.Attendees, i, i+1)
		}
	}
	return nil, nil
}

// What is looked at of a schedule that repeats for good.
const (
	maxOccurrences  = 2000
	maxRepeatedTime = 100 * 365 * 24 * time.Hour
)

// starts returns the starts of the occurrences of a schedule up to a time.
func (sch *schedule) starts(last int64) []int64 {
	r, err := sch.reminders()
	if err != nil || !bool(r.IsRepeat) {
		return []int64{sch.StartTime}
	}
	for _, end := range []int64{r.RepeatUntil, sch.until, sch.StartTime + seconds(maxRepeatedTime)} {
		if end > 0 {
			last = min(last, end)
		}
	}
	zone := beijing
	if r.TimezoneHour != nil {
		zone = time.FixedZone("", int(*r.TimezoneHour)*3600)
	}
	first := time.Unix(sch.StartTime, 0).In(zone)
	var list []int64
	for day := first; day.Unix() <= last && len(list) < maxOccurrences; day = day.AddDate(0, 0, 1) {
		if r.falls(first, day) && !slices.Contains(sch.excluded, day.Unix()) {
			list = append(list, day.Unix())
		}
	}
	return list
}

// falls says whether a schedule that begins first has an occurrence on a day.
func (r *scheduleReminders) falls(first, day time.Time) bool {
	interval, week, month := int64(1), []int64{int64(first.Weekday()+6)%7 + 1}, []int64{int64(first.Day())}
	if r.IsCustom {
		interval = max(r.Interval, 1)
		if len(r.DaysOfWeek) > 0 {
			week = r.DaysOfWeek
		}
		if len(r.DaysOfMonth) > 0 {
			month = r.DaysOfMonth
		}
	}
	days := int64(day.Sub(first) / (24 * time.Hour))
	weekday := int64(day.Weekday()+6)%7 + 1
	months := int64(day.Year()-first.Year())*12 + int64(day.Month()-first.Month())
	switch r.RepeatType {
	case workwx.ScheduleRepeatTypeDaily:
		return days%interval == 0
	case workwx.ScheduleRepeatTypeWeekly:
		weeks := (days + int64(first.Weekday()+6)%7) / 7
		return weeks%interval == 0 && slices.Contains(week, weekday)
	case workwx.ScheduleRepeatTypeMonthly:
		return months%interval == 0 && slices.Contains(month, int64(day.Day()))
	case workwx.ScheduleRepeatTypeYearly:
		return months%(12*interval) == 0 && day.Day() == first.Day()
	}
	return weekday <= 5 // on working days
}
