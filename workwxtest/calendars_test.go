package workwxtest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func calendarOf(t *testing.T, c *workwx.Client, change func(*workwx.CalendarInput)) (string, error) {
	t.Helper()
	req := workwx.CalendarInput{
		Summary: "日历", Color: "#FF3030", Description: "值班", Admins: []string{"boss"},
		Shares: []workwx.CalendarShare{{UserID: "boss"}, {UserID: "lisi", Permission: workwx.CalendarPermissionFreeBusy}},
	}
	if change != nil {
		change(&req)
	}
	r, err := c.CreateCalendar(t.Context(), &workwx.CreateCalendarRequest{Calendar: req})
	if err != nil {
		return "", err
	}
	return r.CalID, nil
}

func TestCalendars(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	get := func(id string) (*workwx.Calendar, error) {
		list, err := c.BatchGetCalendars(t.Context(), &workwx.BatchGetCalendarsRequest{CalIDList: []string{id}})
		if err != nil {
			return nil, err
		}
		return list[0], nil
	}
	r, err := c.CreateCalendar(t.Context(), &workwx.CreateCalendarRequest{Calendar: workwx.CalendarInput{
		Summary: "公共", Color: "#00ff00", IsPublic: workwx.Ptr(workwx.Yes), PublicRange: workwx.CalendarPublicRange{PartyIDs: []int64{1}},
		Shares: []workwx.CalendarShare{{UserID: "lisi"}, {UserID: "nobody"}},
	}})
	require.NoError(t, err)
	require.Equal(t, "nobody", r.FailResult.Shares[0].UserID)
	require.Equal(t, workwx.CodeUserNotFound, r.FailResult.Shares[0].ErrCode)
	public, err := get(r.CalID)
	require.NoError(t, err)
	require.True(t, bool(public.IsPublic))
	require.Equal(t, []int64{1}, public.PublicRange.PartyIDs)
	require.Equal(t, []workwx.CalendarShare{{UserID: "lisi", Permission: workwx.CalendarPermissionView}}, public.Shares)

	failed, err := c.UpdateCalendar(t.Context(), &workwx.UpdateCalendarRequest{SkipPublicRange: workwx.Ptr(workwx.Yes), Calendar: workwx.CalendarUpdate{
		CalID: r.CalID, Summary: workwx.Ptr("新名"), Color: workwx.Ptr("#000000"),
	}})
	require.NoError(t, err)
	require.Nil(t, failed)
	public, err = get(r.CalID)
	require.NoError(t, err)
	require.Equal(t, "新名", public.Summary)
	require.Empty(t, public.Shares, "an update replaces")
	require.Equal(t, []int64{1}, public.PublicRange.PartyIDs, "but for what is skipped")

	type input = workwx.CalendarInput
	for name, tt := range map[string]struct {
		change func(*input)
		code   workwx.Code
	}{
		"no title":           {func(r *input) { r.Summary = "" }, workwx.CodeIllegalParameter},
		"a color by name":    {func(r *input) { r.Color = "red" }, 90473},
		"a foreign admin":    {func(r *input) { r.Admins = []string{"wangwu"} }, 90492},
		"four admins":        {func(r *input) { r.Admins = []string{"boss", "boss", "boss", "boss"} }, workwx.CodeIllegalParameter},
		"no range":           {func(r *input) { r.IsPublic = workwx.Ptr(workwx.Yes) }, 90483},
		"too many to share":  {func(r *input) { r.Shares = make([]workwx.CalendarShare, 2001) }, 90464},
		"too many followers": {func(r *input) { r.PublicRange.UserIDs = make([]string, 1001) }, 90490},
		"a permission":       {func(r *input) { r.Shares[0].Permission = 2 }, workwx.CodeIllegalParameter},
	} {
		_, err := calendarOf(t, c, tt.change)
		require.ErrorIs(t, err, tt.code, name)
	}

	standard, err := calendarOf(t, c, func(r *input) { r.SetAsDefault = workwx.Ptr(workwx.Yes) })
	require.NoError(t, err)
	require.ErrorIs(t, c.DeleteCalendar(t.Context(), standard), workwx.Code(90712))
	require.NoError(t, c.DeleteCalendar(t.Context(), r.CalID))
	_, err = get(r.CalID)
	require.ErrorIs(t, err, workwx.CodeCalendarDeleted)
	_, err = get("none")
	require.ErrorIs(t, err, workwx.CodeInvalidCalendarID)
	_, err = c.BatchGetCalendars(t.Context(), &workwx.BatchGetCalendarsRequest{})
	require.ErrorIs(t, err, workwx.Code(90458))
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret"})
	require.ErrorIs(t, srv.AppClient(7).DeleteCalendar(t.Context(), standard), workwx.CodeCalendarOfAnotherApp)
	for range 19 {
		_, err = calendarOf(t, c, nil)
		require.NoError(t, err)
	}
	_, err = calendarOf(t, c, nil)
	require.ErrorIs(t, err, workwx.Code(90481))
}

// daily is a schedule of an hour on every third day.
func daily() workwx.ScheduleInput {
	return workwx.ScheduleInput{
		StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.Add(time.Hour)), Summary: "例会", Location: "会议室",
		Admins: []string{"boss"}, Attendees: []workwx.ScheduleAttendee{{UserID: "boss"}, {UserID: "lisi"}},
		Reminders: workwx.ScheduleRemindersInput{
			IsRemind: workwx.Ptr(workwx.Yes), RemindBeforeEventSecs: workwx.Ptr(int64(900)), IsRepeat: workwx.Ptr(workwx.Yes),
			RepeatType: workwx.Ptr(workwx.ScheduleRepeatTypeDaily), IsCustomRepeat: workwx.Ptr(workwx.Yes), RepeatInterval: workwx.Ptr(int64(3)),
			RepeatUntil: workwx.At(officeDay.AddDate(0, 0, 12)), Timezone: workwx.Ptr(int64(8)),
		},
	}
}

func TestSchedules(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	create := func(change func(*workwx.ScheduleInput)) (string, error) {
		req := daily()
		if change != nil {
			change(&req)
		}
		return c.CreateSchedule(t.Context(), &workwx.CreateScheduleRequest{Schedule: req})
	}
	get := func(id string) *workwx.Schedule {
		t.Helper()
		list, err := c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{id}})
		require.NoError(t, err)
		return list[0]
	}
	_, err := create(nil)
	require.ErrorIs(t, err, workwx.Code(90708))
	calID, err := calendarOf(t, c, func(r *workwx.CalendarInput) { r.SetAsDefault = workwx.Ptr(workwx.Yes) })
	require.NoError(t, err)
	id, err := create(nil)
	require.NoError(t, err)
	sch := get(id)
	require.Equal(t, calID, sch.CalID)
	require.Equal(t, "例会", sch.Summary)
	require.True(t, sch.StartTime.Equal(officeDay))
	require.EqualValues(t, 3, sch.Reminders.RepeatInterval)
	require.EqualValues(t, 900, sch.Reminders.RemindBeforeEventSecs)
	require.True(t, sch.Reminders.RepeatUntil.Equal(officeDay.AddDate(0, 0, 12)))
	require.Len(t, sch.Attendees, 2)

	require.NoError(t, c.AddScheduleAttendees(t.Context(), &workwx.AddScheduleAttendeesRequest{ScheduleID: id, Attendees: []workwx.ScheduleAttendee{{UserID: "wangwu"}, {UserID: "lisi"}}}))
	require.Len(t, get(id).Attendees, 3)
	require.NoError(t, srv.RespondSchedule(id, "wangwu", workwx.ScheduleResponseStatusAccepted))
	require.Error(t, srv.RespondSchedule(id, "zhaoliu", workwx.ScheduleResponseStatusAccepted))
	require.Equal(t, workwx.ScheduleResponseStatusAccepted, get(id).Attendees[2].ResponseStatus)
	require.NoError(t, c.RemoveScheduleAttendees(t.Context(), &workwx.RemoveScheduleAttendeesRequest{ScheduleID: id, Attendees: []workwx.ScheduleAttendee{{UserID: "boss"}}}))
	require.Empty(t, get(id).Admins, "an administrator is an attendee")
	err = c.AddScheduleAttendees(t.Context(), &workwx.AddScheduleAttendeesRequest{ScheduleID: id, Attendees: []workwx.ScheduleAttendee{{UserID: "nobody"}}})
	require.ErrorIs(t, err, workwx.CodeUserNotFound)

	// One occurrence becomes a schedule of its own, the later ones another.
	update := func(mode workwx.ScheduleOpMode, at time.Time, change func(*workwx.UpdateScheduleRequest)) (string, error) {
		in := daily()
		req := &workwx.UpdateScheduleRequest{SkipAttendees: workwx.Ptr(workwx.Yes), OpMode: &mode, OpStartTime: workwx.At(at), Schedule: workwx.ScheduleUpdate{
			ScheduleID: id, StartTime: workwx.At(at.Add(time.Hour)), EndTime: workwx.At(at.Add(2 * time.Hour)), Summary: workwx.Ptr("改"), Reminders: in.Reminders,
		}}
		if change != nil {
			change(req)
		}
		return c.UpdateSchedule(t.Context(), req)
	}
	third, sixth := officeDay.AddDate(0, 0, 3), officeDay.AddDate(0, 0, 6)
	one, err := update(workwx.ScheduleOpModeOne, third, nil)
	require.NoError(t, err)
	require.False(t, bool(get(one).Reminders.IsRepeat))
	require.True(t, get(id).Reminders.ExcludeTimeList[0].StartTime.Equal(third))
	later, err := update(workwx.ScheduleOpModeFuture, sixth, nil)
	require.NoError(t, err)
	require.True(t, bool(get(later).Reminders.IsRepeat))
	require.Len(t, get(later).Attendees, 2)
	require.True(t, get(id).Reminders.RepeatUntil.Before(sixth))
	_, err = update(workwx.ScheduleOpModeOne, third, nil)
	require.ErrorIs(t, err, workwx.Code(90482), "it does not take place any more")
	_, err = update(9, officeDay, nil)
	require.ErrorIs(t, err, workwx.Code(90485))
	_, err = update(workwx.ScheduleOpModeOne, third.Add(time.Hour), func(r *workwx.UpdateScheduleRequest) { r.Schedule.ScheduleID = one })
	require.ErrorIs(t, err, workwx.Code(90484))
	_, err = update(workwx.ScheduleOpModeOne, officeDay, func(r *workwx.UpdateScheduleRequest) {
		r.Schedule.StartTime = workwx.At(officeDay.AddDate(0, 0, -1))
	})
	require.ErrorIs(t, err, workwx.Code(90488))
	_, err = update(workwx.ScheduleOpModeAll, officeDay, func(r *workwx.UpdateScheduleRequest) {
		r.Schedule.StartTime, r.Schedule.Reminders = workwx.At(officeDay.Add(-time.Hour)), workwx.ScheduleRemindersInput{}
	})
	require.ErrorIs(t, err, workwx.Code(90706))
	_, err = update(workwx.ScheduleOpModeAll, officeDay, func(r *workwx.UpdateScheduleRequest) { r.Schedule.ScheduleID = "none" })
	require.ErrorIs(t, err, workwx.CodeInvalidScheduleID)

	type input = workwx.ScheduleInput
	reminders := func(change func(*workwx.ScheduleRemindersInput)) func(*input) {
		return func(r *input) { change(&r.Reminders) }
	}
	for name, tt := range map[string]struct {
		change func(*input)
		code   workwx.Code
	}{
		"an unknown calendar": {func(r *input) { r.CalID = "none" }, workwx.CodeInvalidCalendarID},
		"backwards":           {func(r *input) { r.EndTime = workwx.At(officeDay.Add(-1)) }, workwx.CodeIllegalParameter},
		"too late":            {func(r *input) { r.EndTime = workwx.Unix(1 << 62) }, workwx.CodeIllegalParameter},
		"a foreign admin":     {func(r *input) { r.Admins = []string{"zhaoliu"} }, 90715},
		"an unknown attendee": {func(r *input) { r.Attendees[1].UserID = "nobody" }, workwx.CodeUserNotFound},
		"too many attendees":  {func(r *input) { r.Attendees = make([]workwx.ScheduleAttendee, 1001) }, 90464},
		"a reminder":          {reminders(func(r *workwx.ScheduleRemindersInput) { r.RemindBeforeEventSecs = workwx.Ptr(int64(1)) }), 90471},
		"a difference":        {reminders(func(r *workwx.ScheduleRemindersInput) { r.RemindTimeDiffs = []int64{-1} }), 90704},
		"a repetition":        {reminders(func(r *workwx.ScheduleRemindersInput) { r.RepeatType = workwx.Ptr(workwx.ScheduleRepeatType(3)) }), 90465},
		"no interval":         {reminders(func(r *workwx.ScheduleRemindersInput) { r.RepeatInterval = nil }), 90486},
		"the eighth day":      {reminders(func(r *workwx.ScheduleRemindersInput) { r.RepeatDayOfWeek = []int64{8} }), 90467},
		"the 32nd":            {reminders(func(r *workwx.ScheduleRemindersInput) { r.RepeatDayOfMonth = []int64{32} }), 90487},
		"a time zone":         {reminders(func(r *workwx.ScheduleRemindersInput) { r.Timezone = workwx.Ptr(int64(13)) }), 90480},
	} {
		_, err := create(tt.change)
		require.ErrorIs(t, err, tt.code, name)
	}

	require.NoError(t, c.DeleteSchedule(t.Context(), &workwx.DeleteScheduleRequest{ScheduleID: one}))
	require.Equal(t, workwx.ScheduleStatusCanceled, get(one).Status)
	require.ErrorIs(t, c.DeleteSchedule(t.Context(), &workwx.DeleteScheduleRequest{ScheduleID: one}), workwx.CodeScheduleDeleted)
	require.NoError(t, c.DeleteSchedule(t.Context(), &workwx.DeleteScheduleRequest{ScheduleID: later, OpMode: workwx.ScheduleOpModeOne, OpStartTime: get(later).StartTime}))
	require.Equal(t, workwx.ScheduleStatusNormal, get(later).Status)
	var ids []string
	for sch, err := range c.AllCalendarSchedules(t.Context(), &workwx.ListCalendarSchedulesRequest{CalID: calID, Limit: 2}) {
		require.NoError(t, err)
		ids = append(ids, sch.ScheduleID)
	}
	require.Equal(t, []string{id, one, later}, ids)
	_, err = c.ListCalendarSchedules(t.Context(), &workwx.ListCalendarSchedulesRequest{CalID: calID, Limit: 1001})
	require.ErrorIs(t, err, workwx.Code(90469))
	_, err = c.ListCalendarSchedules(t.Context(), &workwx.ListCalendarSchedulesRequest{CalID: calID, Offset: -1})
	require.ErrorIs(t, err, workwx.Code(90470))
	_, err = c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{})
	require.ErrorIs(t, err, workwx.Code(90462))
}

// TestRareRepetition asks for an occurrence of a schedule that hardly ever takes place.
func TestRareRepetition(t *testing.T) {
	t.Parallel()
	_, c := office(t)
	calID, err := calendarOf(t, c, nil)
	require.NoError(t, err)
	in := daily()
	in.CalID, in.Reminders.RepeatInterval, in.Reminders.RepeatUntil = calID, workwx.Ptr(int64(1<<40)), workwx.Timestamp{}
	id, err := c.CreateSchedule(t.Context(), &workwx.CreateScheduleRequest{Schedule: in})
	require.NoError(t, err)
	err = c.DeleteSchedule(t.Context(), &workwx.DeleteScheduleRequest{ScheduleID: id, OpMode: workwx.ScheduleOpModeOne, OpStartTime: workwx.Unix(1 << 55)})
	require.ErrorIs(t, err, workwx.Code(90482))
}

// TestCalendarMembers has members change what an app has made.
func TestCalendarMembers(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)
	calID, err := calendarOf(t, c, nil)
	require.NoError(t, err)
	in := daily()
	in.CalID = calID
	id, err := c.CreateSchedule(t.Context(), &workwx.CreateScheduleRequest{Schedule: in})
	require.NoError(t, err)
	get := func(id string) *workwx.Schedule {
		t.Helper()
		list, err := c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{id}})
		require.NoError(t, err)
		return list[0]
	}

	require.NoError(t, srv.RenameCalendar(calID, "BOSS", "新日历"))
	renamed := next[*workwx.ModifyCalendarEvent](t, events)
	require.Equal(t, "boss", renamed.FromUserName)
	require.Equal(t, calID, renamed.CalID)
	list, err := c.BatchGetCalendars(t.Context(), &workwx.BatchGetCalendarsRequest{CalIDList: []string{calID}})
	require.NoError(t, err)
	require.Equal(t, "新日历", list[0].Summary)

	in.Summary = "面试"
	second, err := srv.AddSchedule("boss", in)
	require.NoError(t, err)
	require.Equal(t, second, next[*workwx.AddScheduleEvent](t, events).ScheduleID)
	require.Equal(t, "面试", get(second).Summary)
	require.NoError(t, srv.MoveSchedule(id, "boss", officeDay.Add(2*time.Hour), officeDay.Add(3*time.Hour)))
	moved := next[*workwx.ModifyScheduleEvent](t, events)
	require.Equal(t, id, moved.ScheduleID)
	require.Equal(t, calID, moved.CalID)
	require.True(t, get(id).StartTime.Equal(officeDay.Add(2*time.Hour)))
	require.NoError(t, srv.RespondSchedule(id, "lisi", workwx.ScheduleResponseStatusDeclined))
	require.Equal(t, "lisi", next[*workwx.RespondScheduleEvent](t, events).FromUserName)
	require.NoError(t, srv.RemoveSchedule(id, "boss"))
	require.Equal(t, id, next[*workwx.DeleteScheduleEvent](t, events).ScheduleID)
	require.Equal(t, workwx.ScheduleStatusCanceled, get(id).Status)

	bad := in
	bad.Attendees = []workwx.ScheduleAttendee{{UserID: "nobody"}}
	_, err = srv.AddSchedule("boss", bad)
	require.ErrorContains(t, err, "nobody")
	_, err = srv.AddSchedule("lisi", in)
	require.ErrorContains(t, err, "administrators")
	require.ErrorContains(t, srv.RenameCalendar("none", "boss", "x"), "no calendar")
	require.ErrorContains(t, srv.RemoveCalendar(calID, "lisi"), "administrators")
	require.ErrorContains(t, srv.MoveSchedule(second, "lisi", officeDay, officeDay), "administrators")
	require.ErrorContains(t, srv.MoveSchedule(second, "boss", officeDay, officeDay.Add(-1)), "before it starts")
	require.ErrorContains(t, srv.RemoveSchedule(id, "boss"), "no schedule")
	require.ErrorContains(t, srv.RespondSchedule(id, "lisi", workwx.ScheduleResponseStatusAccepted), "no schedule")

	require.NoError(t, srv.RemoveCalendar(calID, "boss"))
	require.Equal(t, calID, next[*workwx.DeleteCalendarEvent](t, events).CalID)
	_, err = c.ListCalendarSchedules(t.Context(), &workwx.ListCalendarSchedulesRequest{CalID: calID})
	require.ErrorIs(t, err, workwx.CodeCalendarDeleted)
	require.Equal(t, workwx.ScheduleStatusCanceled, get(second).Status)
}

// TestRepetition books rooms by schedule to see on which days a schedule falls.
func TestRepetition(t *testing.T) {
	t.Parallel()
	_, c := office(t)
	calID, err := calendarOf(t, c, nil)
	require.NoError(t, err)
	type reminders = workwx.ScheduleRemindersInput
	custom := func(interval int64, r reminders) reminders {
		r.IsCustomRepeat, r.RepeatInterval = workwx.Ptr(workwx.Yes), &interval
		return r
	}
	for name, tt := range map[string]struct {
		repeat workwx.ScheduleRepeatType
		r      reminders
		days   []int // of March 2026, which begins on a Sunday
	}{
		"daily":        {workwx.ScheduleRepeatTypeDaily, reminders{}, []int{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}},
		"weekly":       {workwx.ScheduleRepeatTypeWeekly, reminders{}, []int{2, 9, 16}},
		"two a week":   {workwx.ScheduleRepeatTypeWeekly, custom(2, reminders{RepeatDayOfWeek: []int64{1, 7}}), []int{2, 8, 16}},
		"monthly":      {workwx.ScheduleRepeatTypeMonthly, reminders{}, []int{2}},
		"by date":      {workwx.ScheduleRepeatTypeMonthly, custom(1, reminders{RepeatDayOfMonth: []int64{5, 12}}), []int{5, 12}},
		"yearly":       {workwx.ScheduleRepeatTypeYearly, reminders{}, []int{2}},
		"working days": {workwx.ScheduleRepeatTypeWorkingDays, reminders{}, []int{2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16}},
	} {
		t.Run(name, func(t *testing.T) {
			roomID, err := c.CreateMeetingRoom(t.Context(), &workwx.CreateMeetingRoomRequest{Name: name, Capacity: 4})
			require.NoError(t, err)
			in := daily()
			in.CalID, in.Reminders = calID, tt.r
			in.Reminders.IsRepeat, in.Reminders.RepeatType = workwx.Ptr(workwx.Yes), &tt.repeat
			in.Reminders.RepeatUntil = workwx.At(officeDay.AddDate(0, 0, 14))
			id, err := c.CreateSchedule(t.Context(), &workwx.CreateScheduleRequest{Schedule: in})
			require.NoError(t, err)
			_, err = c.BookMeetingRoomBySchedule(t.Context(), &workwx.BookMeetingRoomByScheduleRequest{MeetingRoomID: roomID, ScheduleID: id, Booker: "lisi"})
			require.NoError(t, err)
			var days []int
			for day := 1; day <= 31; day++ {
				at := time.Date(2026, 3, day, 0, 0, 0, 0, beijing)
				list, err := c.ListMeetingRoomBookings(t.Context(), &workwx.ListMeetingRoomBookingsRequest{MeetingRoomID: roomID, StartTime: workwx.At(at), EndTime: workwx.At(at.Add(24 * time.Hour))})
				require.NoError(t, err)
				if len(list[0].Schedule) > 0 {
					days = append(days, day)
				}
			}
			require.Equal(t, tt.days, days)
		})
	}
}

func TestMeetingRooms(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)

	room, err := c.CreateMeetingRoom(t.Context(), &workwx.CreateMeetingRoomRequest{
		Name: "18F-会议室", Capacity: 10, City: "深圳", Building: "大厦", Floor: "18F", Equipment: []workwx.MeetingRoomEquipment{1, 4},
		Coordinate: workwx.MeetingRoomCoordinate{Latitude: 22.540503, Longitude: 113.934528}, Range: workwx.MeetingRoomRange{UserList: []string{"lisi", "boss"}},
	})
	require.NoError(t, err)
	second, err := c.CreateMeetingRoom(t.Context(), &workwx.CreateMeetingRoomRequest{Name: "小", Capacity: 2})
	require.NoError(t, err)
	rooms, err := c.ListMeetingRooms(t.Context(), &workwx.ListMeetingRoomsRequest{City: "深圳", Equipment: []workwx.MeetingRoomEquipment{4}})
	require.NoError(t, err)
	require.Len(t, rooms, 1)
	require.Equal(t, workwx.StringFloat(22.540503), rooms[0].Coordinate.Latitude)
	require.NoError(t, c.UpdateMeetingRoom(t.Context(), &workwx.UpdateMeetingRoomRequest{MeetingRoomID: room, Capacity: workwx.Ptr(int64(12))}))
	rooms, err = c.ListMeetingRooms(t.Context(), &workwx.ListMeetingRoomsRequest{})
	require.NoError(t, err)
	require.Len(t, rooms, 2)
	require.EqualValues(t, 12, rooms[0].Capacity)
	require.Equal(t, "18F", rooms[0].Floor, "what is not named stays")
	require.Equal(t, []string{"lisi", "boss"}, rooms[0].Range.UserList)

	book := func(room int64, from, to time.Time, booker string) (*workwx.BookMeetingRoomResponse, error) {
		return c.BookMeetingRoom(t.Context(), &workwx.BookMeetingRoomRequest{MeetingRoomID: room, Subject: "周会", StartTime: workwx.At(from), EndTime: workwx.At(to), Booker: booker, Attendees: []string{"wangwu"}})
	}
	b, err := book(room, officeDay.Add(15*time.Minute), officeDay.Add(45*time.Minute), "lisi")
	require.NoError(t, err)
	got, err := c.GetMeetingRoomBooking(t.Context(), &workwx.GetMeetingRoomBookingRequest{MeetingRoomID: room, BookingID: b.BookingID})
	require.NoError(t, err)
	require.True(t, got.Schedule.StartTime.Equal(officeDay), "it is rounded")
	require.True(t, got.Schedule.EndTime.Equal(officeDay.Add(time.Hour)))
	list, err := c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{b.ScheduleID}})
	require.NoError(t, err)
	require.Equal(t, "周会", list[0].Summary)
	require.Len(t, list[0].Attendees, 2)

	for name, tt := range map[string]struct {
		room     int64
		from, to time.Duration
		booker   string
		code     workwx.Code
	}{
		"taken":         {room, 30 * time.Minute, 2 * time.Hour, "boss", workwx.CodeIllegalParameter},
		"short":         {room, 3 * time.Hour, 3*time.Hour + 20*time.Minute, "boss", workwx.CodeIllegalParameter},
		"out of range":  {room, 3 * time.Hour, 4 * time.Hour, "zhaoliu", workwx.CodeNoTargetPermission},
		"unknown":       {room, 3 * time.Hour, 4 * time.Hour, "nobody", workwx.CodeUserNotFound},
		"no room":       {99, 3 * time.Hour, 4 * time.Hour, "boss", workwx.CodeIllegalParameter},
		"with approval": {srv.AddMeetingRoom(workwx.MeetingRoom{Name: "大", Capacity: 50, NeedApproval: workwx.Yes}), 3 * time.Hour, 4 * time.Hour, "boss", workwx.CodeIllegalParameter},
	} {
		_, err := book(tt.room, officeDay.Add(tt.from), officeDay.Add(tt.to), tt.booker)
		require.ErrorIs(t, err, tt.code, name)
	}
	for name, req := range map[string]*workwx.CreateMeetingRoomRequest{
		"no name":     {Capacity: 1},
		"no capacity": {Name: "x"},
		"half place":  {Name: "x", Capacity: 1, City: "深圳"},
		"equipment":   {Name: "x", Capacity: 1, Equipment: []workwx.MeetingRoomEquipment{6}},
	} {
		_, err := c.CreateMeetingRoom(t.Context(), req)
		require.ErrorIs(t, err, workwx.CodeIllegalParameter, name)
	}

	bookingID, err := srv.BookMeetingRoom(second, "zhaoliu", officeDay, officeDay.Add(time.Hour))
	require.NoError(t, err)
	booked := next[*workwx.BookMeetingRoomEvent](t, events)
	require.Equal(t, "zhaoliu", booked.FromUserName)
	require.Equal(t, bookingID, booked.BookingID)
	require.ErrorIs(t, c.CancelMeetingRoomBooking(t.Context(), &workwx.CancelMeetingRoomBookingRequest{BookingID: bookingID}), workwx.Code(90499))
	require.NoError(t, srv.CancelMeetingRoom(bookingID))
	require.Equal(t, bookingID, next[*workwx.CancelMeetingRoomEvent](t, events).BookingID)

	// A repeating schedule gets the room on the days that are free.
	calID, err := calendarOf(t, c, nil)
	require.NoError(t, err)
	in := daily()
	in.CalID = calID
	id, err := c.CreateSchedule(t.Context(), &workwx.CreateScheduleRequest{Schedule: in})
	require.NoError(t, err)
	by := &workwx.BookMeetingRoomByScheduleRequest{MeetingRoomID: room, ScheduleID: id, Booker: "boss"}
	series, err := c.BookMeetingRoomBySchedule(t.Context(), by)
	require.NoError(t, err)
	require.Len(t, series.ConflictDate, 1)
	require.True(t, series.ConflictDate[0].Equal(officeDay.Add(-10*time.Hour)), "0:00 of the day")
	_, err = c.BookMeetingRoomBySchedule(t.Context(), by)
	require.ErrorIs(t, err, workwx.CodeMeetingRoomBooked)
	_, err = c.UpdateSchedule(t.Context(), &workwx.UpdateScheduleRequest{Schedule: workwx.ScheduleUpdate{ScheduleID: id, StartTime: in.StartTime, EndTime: in.EndTime}})
	require.ErrorIs(t, err, workwx.CodeCancelMeetingRoomFirst)
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &workwx.CancelMeetingRoomBookingRequest{BookingID: series.BookingID, CancelDate: workwx.At(officeDay.AddDate(0, 0, 3))}))
	_, err = book(room, officeDay.AddDate(0, 0, 3), officeDay.AddDate(0, 0, 3).Add(time.Hour), "lisi")
	require.NoError(t, err, "that day is free")
	_, err = book(room, officeDay.AddDate(0, 0, 6), officeDay.AddDate(0, 0, 6).Add(time.Hour), "lisi")
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &workwx.CancelMeetingRoomBookingRequest{BookingID: series.BookingID, KeepSchedule: workwx.Ptr(workwx.Yes)}))
	_, err = c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{id}})
	require.NoError(t, err)
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &workwx.CancelMeetingRoomBookingRequest{BookingID: b.BookingID}))
	_, err = c.BatchGetSchedules(t.Context(), &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{b.ScheduleID}})
	require.ErrorIs(t, err, workwx.CodeInvalidScheduleID)
	got, err = c.GetMeetingRoomBooking(t.Context(), &workwx.GetMeetingRoomBookingRequest{MeetingRoomID: room, BookingID: b.BookingID})
	require.NoError(t, err)
	require.Equal(t, workwx.MeetingRoomBookingStatusCanceled, got.Schedule.Status)

	// A room for a meeting.
	srv.AddMeeting("meeting-1", officeDay.Add(5*time.Hour), officeDay.Add(6*time.Hour))
	byMeeting := &workwx.BookMeetingRoomByMeetingRequest{MeetingRoomID: room, MeetingID: "meeting-1", Booker: "boss"}
	m, err := c.BookMeetingRoomByMeeting(t.Context(), byMeeting)
	require.NoError(t, err)
	require.Empty(t, m.ConflictDate)
	_, err = c.BookMeetingRoomByMeeting(t.Context(), byMeeting)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "the room is taken")
	held, err := c.GetMeetingRoomBookingByMeeting(t.Context(), &workwx.GetMeetingRoomBookingByMeetingRequest{MeetingRoomID: room, MeetingID: "meeting-1"})
	require.NoError(t, err)
	require.Equal(t, "boss", held.Schedule.Booker)
	require.Equal(t, "meeting-1", held.Schedule.MeetingID)
	require.Empty(t, held.Schedule.ScheduleID)
	require.True(t, held.Schedule.StartTime.Equal(officeDay.Add(5*time.Hour)))
	_, err = c.GetMeetingRoomBookingByMeeting(t.Context(), &workwx.GetMeetingRoomBookingByMeetingRequest{MeetingRoomID: second, MeetingID: "meeting-1"})
	require.ErrorIs(t, err, workwx.Code(90602))
	byMeeting.MeetingID = "none"
	_, err = c.BookMeetingRoomByMeeting(t.Context(), byMeeting)
	require.ErrorIs(t, err, workwx.Code(90602))
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &workwx.CancelMeetingRoomBookingRequest{BookingID: m.BookingID}))
	_, err = book(room, officeDay.Add(5*time.Hour), officeDay.Add(6*time.Hour), "lisi")
	require.NoError(t, err, "the room is free again")

	require.NoError(t, c.DeleteMeetingRoom(t.Context(), second))
	require.ErrorIs(t, c.DeleteMeetingRoom(t.Context(), second), workwx.CodeIllegalParameter)
	_, err = c.ListMeetingRoomBookings(t.Context(), &workwx.ListMeetingRoomBookingsRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.AddDate(0, 0, 2))})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "two days")
}

// ExampleServer_RespondSchedule tests a service that finds another time when somebody cannot come.
func ExampleServer_RespondSchedule() {
	var handler *workwx.CallbackHandler
	moved := make(chan string)
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	defer service.Close()
	srv, err := workwxtest.Start(workwxtest.WithCallback(service.URL))
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client()
	handler, err = workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	if err != nil {
		panic(err)
	}
	workwx.On(handler, func(ctx context.Context, e *workwx.RespondScheduleEvent) (workwx.Reply, error) {
		list, err := client.BatchGetSchedules(ctx, &workwx.BatchGetSchedulesRequest{ScheduleIDList: []string{e.ScheduleID}})
		if err != nil {
			return nil, err
		}
		for _, a := range list[0].Attendees {
			if a.ResponseStatus != workwx.ScheduleResponseStatusDeclined {
				continue
			}
			_, err := client.UpdateSchedule(ctx, &workwx.UpdateScheduleRequest{
				SkipAttendees: workwx.Ptr(workwx.Yes),
				Schedule: workwx.ScheduleUpdate{
					ScheduleID: e.ScheduleID, Summary: &list[0].Summary,
					StartTime: workwx.At(list[0].StartTime.AddDate(0, 0, 1)), EndTime: workwx.At(list[0].EndTime.AddDate(0, 0, 1)),
				},
			})
			if err != nil {
				return nil, err
			}
			moved <- a.UserID
		}
		return nil, nil
	})

	ctx := context.Background()
	srv.AddUsers("lisi", "wangwu")
	calendar, err := client.CreateCalendar(ctx, &workwx.CreateCalendarRequest{Calendar: workwx.CalendarInput{Summary: "面试", Color: "#FF3030"}})
	if err != nil {
		panic(err)
	}
	start := time.Date(2030, 3, 4, 14, 0, 0, 0, time.UTC)
	id, err := client.CreateSchedule(ctx, &workwx.CreateScheduleRequest{Schedule: workwx.ScheduleInput{
		CalID: calendar.CalID, Summary: "面试张三", StartTime: workwx.At(start), EndTime: workwx.At(start.Add(time.Hour)),
		Attendees: []workwx.ScheduleAttendee{{UserID: "lisi"}, {UserID: "wangwu"}},
	}})
	if err != nil {
		panic(err)
	}
	if err := srv.RespondSchedule(id, "wangwu", workwx.ScheduleResponseStatusDeclined); err != nil {
		panic(err)
	}
	fmt.Println(<-moved, "cannot come")
	for s, err := range client.AllCalendarSchedules(ctx, &workwx.ListCalendarSchedulesRequest{CalID: calendar.CalID}) {
		if err != nil {
			panic(err)
		}
		fmt.Println(s.Summary, s.StartTime.UTC().Format(time.DateTime))
	}
	// Output:
	// wangwu cannot come
	// 面试张三 2030-03-05 14:00:00
}
