package workwx

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestCheckinRange: the departments come under two names, as numbers or strings.
func TestCheckinRange(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]CheckinRange{
		`{}`:                                  {},
		`{"userid":["ann"],"partyid":[1,2]}`:  {UserID: []string{"ann"}, PartyID: []int64{1, 2}},
		`{"party_id":[3],"tagid":[4]}`:        {PartyID: []int64{3}, TagID: []int64{4}},
		`{"party_id":["3","5"],"partyid":[]}`: {PartyID: []int64{3, 5}},
		`{"party_id":[3],"partyid":[4]}`:      {PartyID: []int64{4}},
		`{"party_id":[],"userid":[]}`:         {UserID: []string{}, PartyID: []int64{}},
	} {
		got := CheckinRange{TagID: []int64{9}}
		require.NoError(t, json.Unmarshal([]byte(in), &got), in)
		require.Equal(t, want, got, in)
	}
	require.Error(t, json.Unmarshal([]byte(`"ann"`), new(CheckinRange)))

	var resp listCorpCheckinOptionsResponse
	coerced, err := decodeJSON([]byte(`{"group":[{"groupid":"5","range":"","ot_info":[]},{"groupid":6,"range":{"party_id":["7"]}}]}`), &resp)
	require.NoError(t, err)
	require.True(t, coerced)
	require.Equal(t, []*CheckinOption{{GroupID: 5}, {GroupID: 6, Range: CheckinRange{PartyID: []int64{7}}}}, resp.Group)

	b, err := encodeJSON(CheckinRange{PartyID: []int64{1}})
	require.NoError(t, err)
	require.Equal(t, `{"partyid":[1]}`, string(b))
}

func TestCheckinCorrectionBan(t *testing.T) {
	t.Parallel()
	require.EqualValues(t, 8, CheckinCorrectionBanOther)
	ban := CheckinCorrectionBanMissing | CheckinCorrectionBanEarly
	require.EqualValues(t, 5, ban)
	require.True(t, ban.Has(CheckinCorrectionBanEarly))
	require.True(t, ban.Has(ban))
	require.False(t, ban.Has(CheckinCorrectionBanLate))
	require.False(t, ban.Has(CheckinCorrectionBanLate|CheckinCorrectionBanEarly))
}

// TestUpdateCheckinOptionSendsWhatIsSet: an update names what changes, and what is switched off.
func TestUpdateCheckinOptionSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	rule := CheckinOptionSetting{GroupType: CheckinGroupTypeFixed, GroupName: "day"}
	for name, tc := range map[string]struct {
		change func(*CheckinOptionSetting)
		want   string
	}{
		"nothing":         {func(*CheckinOptionSetting) {}, ``},
		"phone":           {func(s *CheckinOptionSetting) { s.Type = Ptr(CheckinMethodPhone) }, `,"type":0`},
		"no corrections":  {func(s *CheckinOptionSetting) { s.AllowApplyBkCnt = Ptr(int64(0)) }, `,"allow_apply_bk_cnt":0`},
		"no reminder":     {func(s *CheckinOptionSetting) { s.BukaRemind.OpenRemind = Ptr(false) }, `,"buka_remind":{"open_remind":false}`},
		"all corrections": {func(s *CheckinOptionSetting) { s.BukaRestriction = Ptr(CheckinCorrectionBan(0)) }, `,"buka_restriction":0`},
		"no overtime": {func(s *CheckinOptionSetting) {
			s.OTInfoV2.RestDayConf = CheckinOvertimeDay{AllowOT: Ptr(false), Type: Ptr(CheckinOvertimeTypeBoth)}
		}, `,"ot_info_v2":{"restdayconf":{"allow_ot":false,"type":0}}`},
		"from midnight": {func(s *CheckinOptionSetting) {
			s.CheckinDate = []CheckinDateSetting{{
				Workdays:    []time.Weekday{time.Sunday, time.Saturday},
				CheckinTime: []CheckinTimeSetting{{WorkSec: Ptr(int64(0)), OffWorkSec: Ptr(int64(8 * 3600))}},
			}}
		}, `,"checkindate":[{"workdays":[0,6],"checkintime":[{"work_sec":0,"off_work_sec":28800}]}]`},
		"day off": {func(s *CheckinOptionSetting) {
			s.ScheduleList = []CheckinShiftSetting{{ScheduleName: "off"}}
		}, `,"schedulelist":[{"schedule_id":0,"schedule_name":"off"}]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := rule
			tc.change(&s)
			want := UpdateCheckinOptionRequest{Group: CheckinOptionUpdate{GroupID: 5, CheckinOptionSetting: s}}
			body, err := encodeJSON(want)
			require.NoError(t, err)
			require.Equal(t, `{"group":{"groupid":5,"grouptype":1,"groupname":"day"`+tc.want+`}}`, string(body))
			var got UpdateCheckinOptionRequest
			require.NoError(t, json.Unmarshal(body, &got))
			require.Equal(t, want, got)
		})
	}
}
