package workwxtest_test

import (
	"encoding/base64"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// nineToSix is a rule for lisi and wangwu: working days from 9:00 to 18:00, five minutes of grace.
func nineToSix() workwx.CheckinOptionSetting {
	return workwx.CheckinOptionSetting{
		GroupType: workwx.CheckinGroupTypeFixed, GroupName: "九点到六点", Range: workwx.CheckinRange{UserID: []string{"lisi", "wangwu"}},
		CheckinDate: []workwx.CheckinDateSetting{{
			Workdays:    []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
			CheckinTime: []workwx.CheckinTimeSetting{{TimeID: 1, WorkSec: workwx.Ptr(int64(9 * 3600)), OffWorkSec: workwx.Ptr(int64(18 * 3600))}},
			AllowFlex:   workwx.Ptr(true), FlexOnDutyTime: 300, FlexOffDutyTime: 300,
		}},
		LocInfos: []workwx.CheckinLocation{{LocTitle: "大厦", Lng: 113934528, Lat: 22540503, Distance: 300}},
	}
}

var officeMidnight = officeDay.Add(-10 * time.Hour) // 0:00 of officeDay

func TestCheckinRules(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	require.NoError(t, c.CreateCheckinOption(t.Context(), &workwx.CreateCheckinOptionRequest{Group: nineToSix()}))
	rules, err := c.ListCorpCheckinOptions(t.Context())
	require.NoError(t, err)
	require.Len(t, rules, 1)
	rule := rules[0]
	require.Equal(t, "九点到六点", rule.GroupName)
	require.EqualValues(t, 9*3600, rule.CheckinDate[0].CheckinTime[0].WorkSec)
	require.Equal(t, []string{"lisi", "wangwu"}, rule.Range.UserID)
	require.True(t, rule.NoteCanUseLocalPic, "a default")
	require.EqualValues(t, -1, rule.AllowApplyBkCnt)
	of, err := c.ListUserCheckinOptions(t.Context(), &workwx.ListUserCheckinOptionsRequest{Datetime: workwx.At(officeMidnight), UserIDList: []string{"lisi", "boss"}})
	require.NoError(t, err)
	require.Len(t, of, 1, "boss has none")
	require.Equal(t, rule.GroupID, of[0].Group.GroupID)
	require.Empty(t, of[0].Group.Range.UserID)

	update := func(change func(*workwx.CheckinOptionUpdate)) error {
		u := workwx.CheckinOptionUpdate{GroupID: rule.GroupID, CheckinOptionSetting: nineToSix()}
		change(&u)
		return c.UpdateCheckinOption(t.Context(), &workwx.UpdateCheckinOptionRequest{Group: u})
	}
	require.NoError(t, update(func(u *workwx.CheckinOptionUpdate) {
		u.GroupName, u.NeedPhoto = "新名", workwx.Ptr(true)
		u.SpeOffDays = []workwx.CheckinSpecialDaySetting{{Timestamp: workwx.At(officeMidnight), Notes: "假"}}
	}))
	rules, err = c.ListCorpCheckinOptions(t.Context())
	require.NoError(t, err)
	require.Equal(t, "新名", rules[0].GroupName)
	require.True(t, rules[0].NeedPhoto)
	require.Len(t, rules[0].SpeOffDays, 1)
	clear := &workwx.ClearCheckinOptionFieldsRequest{GroupID: rule.GroupID, ClearField: []workwx.CheckinOptionField{workwx.CheckinOptionFieldSpeOffDays}}
	require.NoError(t, c.ClearCheckinOptionFields(t.Context(), clear))
	rules, err = c.ListCorpCheckinOptions(t.Context())
	require.NoError(t, err)
	require.Empty(t, rules[0].SpeOffDays)
	clear.ClearField = []workwx.CheckinOptionField{workwx.CheckinOptionFieldLocInfos}
	require.ErrorIs(t, c.ClearCheckinOptionFields(t.Context(), clear), workwx.Code(301093), "a rule needs a place")

	for name, tt := range map[string]struct {
		change func(*workwx.CheckinOptionUpdate)
		code   workwx.Code
	}{
		"an unknown rule":   {func(u *workwx.CheckinOptionUpdate) { u.GroupID = 99 }, 301089},
		"no name":           {func(u *workwx.CheckinOptionUpdate) { u.GroupName = "" }, 301093},
		"a type":            {func(u *workwx.CheckinOptionUpdate) { u.GroupType = 4 }, 301093},
		"shifts":            {func(u *workwx.CheckinOptionUpdate) { u.GroupType = workwx.CheckinGroupTypeShift }, 301093},
		"an unknown member": {func(u *workwx.CheckinOptionUpdate) { u.Range.UserID = []string{"nobody"} }, 301090},
		"backwards": {func(u *workwx.CheckinOptionUpdate) {
			u.CheckinDate[0].CheckinTime[0].OffWorkSec = workwx.Ptr(int64(3600))
		}, 301093},
	} {
		require.ErrorIs(t, update(tt.change), tt.code, name)
	}
	err = c.CreateCheckinOption(t.Context(), &workwx.CreateCheckinOptionRequest{Group: nineToSix()})
	require.ErrorIs(t, err, workwx.Code(301091), "lisi has a rule")
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret"})
	require.ErrorIs(t, srv.AppClient(7).DeleteCheckinOption(t.Context(), &workwx.DeleteCheckinOptionRequest{GroupID: rule.GroupID}), workwx.Code(301092))
	require.NoError(t, c.DeleteCheckinOption(t.Context(), &workwx.DeleteCheckinOptionRequest{GroupID: rule.GroupID}))
	rules, err = c.ListCorpCheckinOptions(t.Context())
	require.NoError(t, err)
	require.Empty(t, rules)
}

func TestCheckins(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	srv.AddCheckinRule(nineToSix())
	at := func(day int, d time.Duration) time.Time { return officeMidnight.AddDate(0, 0, day).Add(d) }
	records := func(kind workwx.CheckinDataType, userIDs ...string) []*workwx.CheckinRecord {
		t.Helper()
		list, err := c.ListCheckinRecords(t.Context(), &workwx.ListCheckinRecordsRequest{
			OpenCheckinDataType: kind, StartTime: workwx.At(officeMidnight), EndTime: workwx.At(at(10, 0)), UserIDList: userIDs,
		})
		require.NoError(t, err)
		return list
	}
	// Monday late, Tuesday absent, Wednesday without the end, Thursday and Friday on leave or a trip.
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: at(0, 9*time.Hour+10*time.Minute), LocationTitle: "大厦", DeviceSN: "SN1", DeviceName: "门口"})
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: at(0, 17*time.Hour+56*time.Minute)})
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: at(2, 8*time.Hour+50*time.Minute)})
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: at(2, 12*time.Hour), Type: workwx.CheckinTypeOutside, Notes: "拜访客户"})
	leave, err := submit(t, c, workwxtest.TemplateLeave, process("boss"), func(f *workwx.ApprovalForm) {
		f.SetText("事由", "休息").SetVacation("请假类型", "年假", workwx.OADateTypeHalfDay, at(3, 0), at(4, 12*time.Hour), 0)
	})
	require.NoError(t, err)
	require.NoError(t, srv.Approve(leave, "boss", ""))
	srv.Advance(5*24*time.Hour + time.Hour) // Saturday

	list := records(workwx.CheckinDataTypeWork, "lisi")
	require.Len(t, list, 6)
	require.Equal(t, workwx.CheckinTypeOnWork, list[0].CheckinType)
	require.True(t, list[0].ExceptionType.Has(workwx.CheckinExceptionTime))
	require.True(t, list[0].SchCheckinTime.Equal(at(0, 9*time.Hour)))
	require.Equal(t, "大厦", list[0].LocationTitle)
	require.Equal(t, workwx.CheckinTypeOffWork, list[1].CheckinType)
	require.Empty(t, list[1].ExceptionType, "within the grace")
	for _, r := range []*workwx.CheckinRecord{list[2], list[3], list[5]} {
		require.Equal(t, workwx.CheckinExceptions{workwx.CheckinExceptionMissing}, r.ExceptionType)
	}
	require.Equal(t, "拜访客户", records(workwx.CheckinDataTypeOutside, "lisi")[0].Notes)
	require.Len(t, records(workwx.CheckinDataTypeAll, "lisi"), 7)
	require.Len(t, records(workwx.CheckinDataTypeWork, "wangwu"), 10, "he owes all")
	require.Empty(t, records(workwx.CheckinDataTypeWork, "boss"), "he has no rule")

	machine, err := c.ListHardwareCheckinRecords(t.Context(), &workwx.ListHardwareCheckinRecordsRequest{StartTime: workwx.At(officeMidnight), EndTime: workwx.At(at(1, 0)), UserIDList: []string{"lisi"}})
	require.NoError(t, err)
	require.Equal(t, "SN1", machine[0].DeviceSN)

	days, err := c.ListCheckinDailyReports(t.Context(), &workwx.ListCheckinDailyReportsRequest{StartTime: workwx.At(officeMidnight), EndTime: workwx.At(at(6, 0)), UserIDList: []string{"lisi"}})
	require.NoError(t, err)
	require.Len(t, days, 6, "none is to come")
	require.Equal(t, []workwx.CheckinReportException{{Exception: workwx.CheckinReportExceptionTypeLate, Duration: 600, Count: 1}}, days[0].ExceptionInfos)
	require.EqualValues(t, 2, days[0].SummaryInfo.CheckinCount)
	require.EqualValues(t, 9*3600+600, days[0].SummaryInfo.EarliestTime)
	require.EqualValues(t, 8*3600+46*60, days[0].SummaryInfo.RegularWorkSec)
	require.EqualValues(t, 9*3600, days[0].SummaryInfo.StandardWorkSec)
	require.Equal(t, "Example Corp", days[0].BaseInfo.DepartsName)
	require.Equal(t, []workwx.CheckinReportException{{Exception: workwx.CheckinReportExceptionTypeAbsent, Duration: 9 * 3600, Count: 1}}, days[1].ExceptionInfos)
	require.Equal(t, []workwx.CheckinReportException{{Exception: workwx.CheckinReportExceptionTypeMissing, Count: 1}}, days[2].ExceptionInfos)
	require.Empty(t, days[3].ExceptionInfos)
	require.Equal(t, leave, days[3].HolidayInfos[0].SpNumber)
	require.Equal(t, workwx.CheckinReportItem{Name: "年假", Type: workwx.CheckinReportItemTypeLeave, VacationID: workwxtest.VacationAnnual, Duration: 86400, Count: 1}, days[4].SpItems[0])
	require.Equal(t, workwx.CheckinDayTypeRestDay, days[5].BaseInfo.DayType)

	month := func() *workwx.CheckinMonthlyReport {
		t.Helper()
		months, err := c.ListCheckinMonthlyReports(t.Context(), &workwx.ListCheckinMonthlyReportsRequest{StartTime: workwx.At(officeMidnight), EndTime: workwx.At(at(6, 0)), UserIDList: []string{"lisi"}})
		require.NoError(t, err)
		return months[0]
	}
	require.Equal(t, workwx.CheckinMonthlySummary{ExceptDays: 3, RegularDays: 2, WorkDays: 5, RestDays: 1, RegularWorkSec: 8*3600 + 46*60, StandardWorkSec: 45 * 3600}, month().SummaryInfo)
	require.EqualValues(t, 2*86400, month().SpItems[0].Duration)
	require.Len(t, month().ExceptionInfos, 3)

	// Corrections mend Wednesday and Monday.
	correct := func(day int, due, d time.Duration) error {
		return c.AddCheckinPunchCorrection(t.Context(), &workwx.AddCheckinPunchCorrectionRequest{
			UserID: "lisi", ScheduleDateTime: workwx.At(at(day, 0)), ScheduleCheckinTime: workwx.Ptr(int64(due / time.Second)), CheckinTime: workwx.At(at(day, d)), Remark: "忘了",
		})
	}
	require.NoError(t, correct(2, 18*time.Hour, 18*time.Hour))
	require.NoError(t, correct(0, 9*time.Hour, 9*time.Hour))
	require.Empty(t, records(workwx.CheckinDataTypeWork, "lisi")[0].ExceptionType)
	require.EqualValues(t, 1, month().SummaryInfo.ExceptDays)
	require.ErrorIs(t, correct(1, 10*time.Hour, 10*time.Hour), workwx.Code(301080))
	require.ErrorIs(t, correct(1, 9*time.Hour, -time.Hour), workwx.Code(301081))
	require.ErrorIs(t, correct(9, 9*time.Hour, 9*time.Hour), workwx.Code(301082))

	// Another system's check-ins.
	add := func(change func(*workwx.AddedCheckinRecord)) error {
		r := workwx.AddedCheckinRecord{UserID: "wangwu", CheckinTime: workwx.At(at(0, 9*time.Hour)), LocationTitle: "门", DeviceType: workwx.CheckinDeviceTypeAccessControl, DeviceDetail: "某牌"}
		change(&r)
		return c.AddCheckinRecords(t.Context(), &workwx.AddCheckinRecordsRequest{Records: []workwx.AddedCheckinRecord{r}})
	}
	require.NoError(t, add(func(*workwx.AddedCheckinRecord) {}))
	require.Equal(t, "门", records(workwx.CheckinDataTypeWork, "wangwu")[0].LocationTitle)
	type added = workwx.AddedCheckinRecord
	for name, tt := range map[string]struct {
		change func(*added)
		code   workwx.Code
	}{
		"an unknown member": {func(r *added) { r.UserID = "nobody" }, 301021},
		"to come":           {func(r *added) { r.CheckinTime = workwx.At(at(9, 0)) }, 301081},
		"no place":          {func(r *added) { r.LocationTitle = "" }, 301083},
		"no device":         {func(r *added) { r.DeviceType = 0 }, 301083},
		"no address":        {func(r *added) { r.WifiName = "wifi" }, 301083},
		"no photo":          {func(r *added) { r.MediaIDs = []string{"none"} }, 301083},
	} {
		require.ErrorIs(t, add(tt.change), tt.code, name)
	}

	type request = workwx.ListCheckinRecordsRequest
	for name, tt := range map[string]struct {
		change func(*request)
		code   workwx.Code
	}{
		"31 days":           {func(r *request) { r.EndTime = workwx.At(at(31, 0)) }, 301024},
		"the year 10000":    {func(r *request) { r.StartTime, r.EndTime = workwx.Unix(1<<62), workwx.Unix(1<<62+1) }, 301024},
		"nobody":            {func(r *request) { r.UserIDList = nil }, 301023},
		"101 members":       {func(r *request) { r.UserIDList = make([]string, 101) }, 301023},
		"an unknown member": {func(r *request) { r.UserIDList = []string{"nobody"} }, 301021},
		"a type":            {func(r *request) { r.OpenCheckinDataType = 4 }, workwx.CodeIllegalParameter},
	} {
		req := &request{OpenCheckinDataType: workwx.CheckinDataTypeAll, StartTime: workwx.At(officeMidnight), EndTime: workwx.At(at(1, 0)), UserIDList: []string{"lisi"}}
		tt.change(req)
		_, err := c.ListCheckinRecords(t.Context(), req)
		require.ErrorIs(t, err, tt.code, name)
	}

	face := base64.StdEncoding.EncodeToString([]byte("a face"))
	require.NoError(t, c.AddCheckinUserFace(t.Context(), &workwx.AddCheckinUserFaceRequest{UserID: "lisi", UserFace: face}))
	require.Equal(t, "a face", string(srv.CheckinFace("lisi")))
	require.ErrorIs(t, c.AddCheckinUserFace(t.Context(), &workwx.AddCheckinUserFaceRequest{UserID: "nobody", UserFace: face}), workwx.Code(301069))
	require.ErrorIs(t, c.AddCheckinUserFace(t.Context(), &workwx.AddCheckinUserFaceRequest{UserID: "lisi", UserFace: "?"}), workwx.Code(301072))
}

func TestCheckinBans(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	rule := nineToSix()
	rule.BukaRestriction = workwx.Ptr(workwx.CheckinCorrectionBanMissing | workwx.CheckinCorrectionBanLate | workwx.CheckinCorrectionBanEarly | workwx.CheckinCorrectionBanOther)
	srv.AddCheckinRule(rule)
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: officeMidnight.Add(9*time.Hour + 30*time.Minute)})
	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: officeMidnight.Add(17 * time.Hour)})
	srv.AddCheckin(workwxtest.Checkin{UserID: "wangwu", Time: officeMidnight.Add(9 * time.Hour), Exceptions: []workwx.CheckinException{workwx.CheckinExceptionLocation}})
	srv.Advance(24 * time.Hour)
	for _, tt := range []struct {
		userID string
		due    time.Duration
		code   workwx.Code
	}{
		{"lisi", 9 * time.Hour, 301099}, {"lisi", 18 * time.Hour, 301101}, {"wangwu", 18 * time.Hour, 301102}, {"wangwu", 9 * time.Hour, 301103},
	} {
		err := c.AddCheckinPunchCorrection(t.Context(), &workwx.AddCheckinPunchCorrectionRequest{
			UserID: tt.userID, ScheduleDateTime: workwx.At(officeMidnight), ScheduleCheckinTime: workwx.Ptr(int64(tt.due / time.Second)), CheckinTime: workwx.At(officeMidnight.Add(tt.due)),
		})
		require.ErrorIs(t, err, tt.code)
	}
}

func TestCheckinShifts(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	hours := func(from, to int64) []workwx.CheckinTimeSetting {
		return []workwx.CheckinTimeSetting{{WorkSec: workwx.Ptr(from * 3600), OffWorkSec: workwx.Ptr(to * 3600)}}
	}
	rule := nineToSix()
	rule.GroupType, rule.GroupName, rule.CheckinDate = workwx.CheckinGroupTypeShift, "排班", nil
	rule.ScheduleList = []workwx.CheckinShiftSetting{{ScheduleID: 0, ScheduleName: "休息"}, {ScheduleID: 1, ScheduleName: "早班", TimeSection: hours(6, 14)}, {ScheduleID: 2, ScheduleName: "晚班", TimeSection: hours(14, 22)}}
	groupID := srv.AddCheckinRule(rule)
	set := func(change func(*workwx.SetCheckinSchedulesRequest)) error {
		req := &workwx.SetCheckinSchedulesRequest{GroupID: groupID, YearMonth: 202603, Items: []workwx.CheckinScheduleItem{
			{UserID: "lisi", Day: 2, ScheduleID: 1}, {UserID: "lisi", Day: 3, ScheduleID: 2}, {UserID: "lisi", Day: 4},
		}}
		change(req)
		return c.SetCheckinSchedules(t.Context(), req)
	}
	require.NoError(t, set(func(*workwx.SetCheckinSchedulesRequest) {}))
	list, err := c.ListCheckinSchedules(t.Context(), &workwx.ListCheckinSchedulesRequest{StartTime: workwx.At(officeMidnight), EndTime: workwx.At(officeMidnight.AddDate(0, 0, 20)), UserIDList: []string{"lisi", "wangwu"}})
	require.NoError(t, err)
	require.Len(t, list, 1)
	require.EqualValues(t, 202603, list[0].YearMonth)
	days := list[0].Schedule.ScheduleList
	require.Len(t, days, 3)
	require.Equal(t, "早班", days[0].ScheduleInfo.ScheduleName)
	require.EqualValues(t, 14*3600, days[1].ScheduleInfo.TimeSection[0].WorkSec)
	require.Equal(t, "休息", days[2].ScheduleInfo.ScheduleName)

	srv.AddCheckin(workwxtest.Checkin{UserID: "lisi", Time: officeMidnight.Add(5*time.Hour + 50*time.Minute)})
	records, err := c.ListCheckinRecords(t.Context(), &workwx.ListCheckinRecordsRequest{OpenCheckinDataType: workwx.CheckinDataTypeWork, StartTime: workwx.At(officeMidnight), EndTime: workwx.At(officeDay), UserIDList: []string{"lisi"}})
	require.NoError(t, err)
	require.EqualValues(t, 1, records[0].ScheduleID)
	require.Empty(t, records[0].ExceptionType)

	type request = workwx.SetCheckinSchedulesRequest
	for name, tt := range map[string]struct {
		change func(*request)
		code   workwx.Code
	}{
		"an unknown rule":  {func(r *request) { r.GroupID = 99 }, 301089},
		"the 32nd":         {func(r *request) { r.Items[0].Day = 32 }, 301073},
		"the 13th month":   {func(r *request) { r.YearMonth = 202613 }, 301073},
		"a foreign member": {func(r *request) { r.Items[0].UserID = "boss" }, 301021},
		"an unknown shift": {func(r *request) { r.Items[0].ScheduleID = 9 }, 301083},
	} {
		require.ErrorIs(t, set(tt.change), tt.code, name)
	}
}
