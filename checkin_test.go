package workwx

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCheckinExceptions(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]CheckinExceptions{
		`""`:                nil,
		`null`:              nil,
		`"未打卡"`:             {CheckinExceptionMissing},
		`"时间异常;地点异常"`:       {CheckinExceptionTime, CheckinExceptionLocation},
		`"时间异常； wifi异常"`:    {CheckinExceptionTime, CheckinExceptionWifi},
		`"非常用设备;new one;;"`: {CheckinExceptionDevice, "new one"},
	} {
		got := CheckinExceptions{"old"}
		require.NoError(t, got.UnmarshalJSON([]byte(in)), in)
		require.Equal(t, want, got, in)
	}
	require.Error(t, new(CheckinExceptions).UnmarshalJSON([]byte(`{}`)))

	l := CheckinExceptions{CheckinExceptionTime, CheckinExceptionDevice}
	require.True(t, l.Has(CheckinExceptionDevice))
	require.False(t, l.Has(CheckinExceptionWifi))
	require.False(t, CheckinExceptions(nil).Has(CheckinExceptionTime))
	b, err := json.Marshal(CheckinRecord{ExceptionType: l})
	require.NoError(t, err)
	require.Contains(t, string(b), `"exception_type":"时间异常;非常用设备"`)
	b, err = json.Marshal(CheckinExceptions(nil))
	require.NoError(t, err)
	require.Equal(t, `""`, string(b))
}

func TestCheckinRecordDecoding(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"as documented": `{"checkindata":[{"userid":"ann","checkin_type":"外出打卡","exception_type":"时间异常","checkin_time":1700000000,"lat":22540123,"lng":113934456,"mediaids":["m"]}]}`,
		"with decimals": `{"checkindata":[{"userid":"ann","checkin_type":"外出打卡","exception_type":"时间异常","checkin_time":1700000000,"lat":22540123.0,"lng":113934456.0,"mediaids":["m"]}]}`,
		"with strings":  `{"checkindata":[{"userid":"ann","checkin_type":"外出打卡","exception_type":"时间异常","checkin_time":"1700000000","lat":"22540123","lng":"113934456","mediaids":["m"],"schedule_id":""}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp listCheckinRecordsResponse
			_, err := decodeJSON([]byte(body), &resp)
			require.NoError(t, err)
			require.Equal(t, []*CheckinRecord{{
				UserID:        "ann",
				CheckinType:   CheckinTypeOutside,
				ExceptionType: CheckinExceptions{CheckinExceptionTime},
				CheckinTime:   Unix(1700000000),
				Lat:           22540123,
				Lng:           113934456,
				MediaIDs:      []string{"m"},
			}}, resp.CheckinData)
		})
	}
}

func TestCheckinCoordinatesTravelAsWholeNumbers(t *testing.T) {
	t.Parallel()
	b, err := encodeJSON(CheckinLocation{Lng: 113934456, Lat: -22540123, Distance: 300})
	require.NoError(t, err)
	require.Equal(t, `{"lng":113934456,"lat":-22540123,"distance":300}`, string(b))
}

func TestCheckinScheduleDecoding(t *testing.T) {
	t.Parallel()
	var resp listCheckinSchedulesResponse
	require.NoError(t, json.Unmarshal([]byte(`{"schedule_list":[{"userid":"ann","yearmonth":202411,"schedule":{"scheduleList":[
		{"day":5,"schedule_info":{"schedule_id":3,"schedule_name":"night","time_section":[{"id":1,"work_sec":0,"off_work_sec":28800}]}},
		{"day":6,"schedule_info":{"schedule_id":0,"schedule_name":"off","time_section":[]}}]}}]}`), &resp))
	days := resp.ScheduleList[0].Schedule.ScheduleList
	require.Len(t, days, 2)
	require.Equal(t, []CheckinScheduleHours{{ID: 1, OffWorkSec: 28800}}, days[0].ScheduleInfo.TimeSection)
	require.Zero(t, days[1].ScheduleInfo.ScheduleID)
}

// TestCheckinMidnight: 0 is a time of day, and is sent.
func TestCheckinMidnight(t *testing.T) {
	t.Parallel()
	b, err := encodeJSON(AddCheckinPunchCorrectionRequest{UserID: "ann", ScheduleDateTime: Unix(1700000000), ScheduleCheckinTime: Ptr(int64(0)), CheckinTime: Unix(1700000060)})
	require.NoError(t, err)
	require.JSONEq(t, `{"userid":"ann","schedule_date_time":1700000000,"schedule_checkin_time":0,"checkin_time":1700000060}`, string(b))
}
