package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUpdateCalendar(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"errmsg":"ok","fail_result":{"shares":[{"errcode":60111,"errmsg":"not found","userid":"nobody"}]}}`, `{"errcode":0,"errmsg":"ok"}`)
	req := &UpdateCalendarRequest{SkipPublicRange: Ptr(Yes), Calendar: CalendarUpdate{
		CalID: "C", Summary: Ptr("s"), Color: Ptr("#0000FF"), Description: Ptr(""), Shares: []CalendarShare{{UserID: "nobody", Permission: CalendarPermissionFreeBusy}},
	}}
	failed, err := c.UpdateCalendar(t.Context(), req)
	require.NoError(t, err)
	require.Equal(t, &CalendarFailResult{Shares: []CalendarFailResultShare{{ErrCode: CodeUserNotFound, ErrMsg: "not found", UserID: "nobody"}}}, failed)
	require.Equal(t, `{"skip_public_range":1,"calendar":{"cal_id":"C","summary":"s","color":"#0000FF","description":"","shares":[{"userid":"nobody","permission":3}]}}`, p.bodies[0])

	failed, err = c.UpdateCalendar(t.Context(), req)
	require.NoError(t, err)
	require.Nil(t, failed)
}

func TestUpdateSchedule(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"errmsg":"ok","schedule_id":"NEW"}`)
	id, err := c.UpdateSchedule(t.Context(), &UpdateScheduleRequest{
		OpMode: Ptr(ScheduleOpModeFuture), OpStartTime: Unix(1772380800),
		Schedule: ScheduleUpdate{ScheduleID: "OLD", StartTime: Unix(1772380800), EndTime: Unix(1772384400), Reminders: ScheduleRemindersInput{
			IsRemind: Ptr(Yes), RemindBeforeEventSecs: Ptr(int64(0)), IsRepeat: Ptr(Yes), RepeatType: Ptr(ScheduleRepeatTypeDaily), Timezone: Ptr(int64(0)),
		}},
	})
	require.NoError(t, err)
	require.Equal(t, "NEW", id)
	require.Equal(t, `{"op_mode":2,"op_start_time":1772380800,"schedule":{"schedule_id":"OLD","start_time":1772380800,"end_time":1772384400,`+
		`"reminders":{"is_remind":1,"remind_before_event_secs":0,"is_repeat":1,"repeat_type":0,"timezone":0}}}`, p.bodies[0])
}

func TestAllCalendarSchedules(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"schedule_list":[{"schedule_id":"1"},{"schedule_id":"2","attendees":[{"userid":"lisi","response_status":4}]}]}`,
		`{"schedule_list":[{"schedule_id":"3"}]}`, `{"schedule_list":[]}`)
	var ids []string
	for s, err := range c.AllCalendarSchedules(t.Context(), &ListCalendarSchedulesRequest{CalID: "C", Limit: 2}) {
		require.NoError(t, err)
		ids = append(ids, s.ScheduleID)
	}
	require.Equal(t, []string{"1", "2", "3"}, ids)
	require.Equal(t, []string{`{"cal_id":"C","limit":2}`, `{"cal_id":"C","offset":2,"limit":2}`, `{"cal_id":"C","offset":3,"limit":2}`}, p.bodies)
}
