package workwx

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestGetMeeting(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, _, body string) string {
		require.Equal(t, "/cgi-bin/meeting/get_info", path)
		require.JSONEq(t, `{"meeting_code":"123456789"}`, body)
		return `{"errcode":0,"errmsg":"ok","meetingid":"hyM1","admin_userid":"anna","title":"Plans","meeting_start":1750000000,
			"meeting_duration":1800,"status":2,"meeting_type":1,
			"attendees":{
				"member":[{"userid":"anna","status":1,"first_join_time":1750000010,"last_quit_time":1750000310,"total_join_count":2,"cumulative_time":240},
					{"userid":"bert","status":2}],
				"tmp_external_user":[{"tmp_external_userid":"woX","status":1,"first_join_time":"1750000020","total_join_count":1}],
				"device":[{"device_sn":"SN1","status":1}]},
			"settings":{"need_password":true,"password":"4711","enable_enter_mute":true,"auto_record_type":"cloud","remind_scope":4,
				"enable_host_key":true,"host_key":"123456","hosts":{"userid":["anna"]},"ring_users":{"userid":["bert"]}},
			"reminders":{"is_repeat":1,"repeat_type":7,"repeat_until_type":1,"repeat_until_count":3,"remind_before":[0,900]},
			"meeting_code":"123456789","sub_meetings":[{"sub_meetingid":"S1","status":0,"start_time":1750000000,"end_time":1750001800,"repeat_id":"R1"}],
			"has_more_sub_meeting":1,"remain_sub_meetings":2,"current_sub_meetingid":"S1",
			"sub_repeat_list":[{"repeat_id":"R1","repeat_type":7,"repeat_until":1760000000}]}`
	})
	m, err := c.GetMeeting(t.Context(), &GetMeetingRequest{MeetingCode: "123456789"})
	require.NoError(t, err)
	require.Equal(t, &Meeting{
		MeetingID: "hyM1", AdminUserID: "anna", Title: "Plans", MeetingStart: Unix(1750000000), MeetingDuration: 1800,
		Status: MeetingStatusRunning, MeetingType: 1,
		Attendees: MeetingAttendees{
			Member: []MeetingMember{
				{UserID: "anna", Status: MeetingAttendanceAttended, FirstJoinTime: Unix(1750000010), LastQuitTime: Unix(1750000310), TotalJoinCount: 2, CumulativeTime: 240},
				{UserID: "bert", Status: MeetingAttendanceAbsent},
			},
			TmpExternalUser: []MeetingExternalUser{{TmpExternalUserID: "woX", Status: MeetingAttendanceAttended, FirstJoinTime: Unix(1750000020), TotalJoinCount: 1}},
			Device:          []MeetingAttendeeDevice{{DeviceSN: "SN1", Status: 1}},
		},
		Settings: MeetingSettings{
			NeedPassword: true, Password: "4711",
			EnableEnterMute: MeetingEnterMuteOn, // which came as a bool
			AutoRecordType:  MeetingAutoRecordCloud, RemindScope: MeetingRemindScopeSome, EnableHostKey: true, HostKey: "123456",
			Hosts: MeetingUsers{UserID: []string{"anna"}}, RingUsers: MeetingUsers{UserID: []string{"bert"}},
		},
		Reminders: MeetingReminders{
			IsRepeat: Yes, RepeatType: MeetingRepeatTypeWorkdays, RepeatUntilType: MeetingRepeatUntilTypeCount, RepeatUntilCount: 3,
			RemindBefore: []int64{0, 900},
		},
		MeetingCode:       "123456789",
		SubMeetings:       []MeetingSubMeeting{{SubMeetingID: "S1", StartTime: Unix(1750000000), EndTime: Unix(1750001800), RepeatID: "R1"}},
		HasMoreSubMeeting: true, RemainSubMeetings: 2, CurrentSubMeetingID: "S1",
		SubRepeatList: []MeetingSubRepeat{{RepeatID: "R1", RepeatType: MeetingRepeatTypeWorkdays, RepeatUntil: Unix(1760000000)}},
	}, m)
	for _, format := range []string{"%v", "%+v", "%#v"} {
		require.NotContains(t, fmt.Sprintf(format, *m), "4711")
	}
}

// An update sends what it names and nothing else: what is false or 0 or empty too.
func TestUpdateMeeting(t *testing.T) {
	t.Parallel()
	var sent string
	c := contactsClient(t, func(_, _, body string) string {
		sent = body
		return `{"errcode":0,"errmsg":"ok","excess_users":["bert"]}`
	})
	for want, req := range map[string]UpdateMeetingRequest{
		`{"meetingid":"M"}`:                                      {},
		`{"meetingid":"M","location":""}`:                        {Location: Ptr("")},
		`{"meetingid":"M","invitees":{"userid":[]},"guests":[]}`: {Invitees: MeetingInvitees{UserID: []string{}}, Guests: []MeetingGuest{}},
		`{"meetingid":"M","settings":{"password":"","enable_waiting_room":false,"enable_enter_mute":0,"hosts":{"userid":[]}}}`: {
			Settings: MeetingSettingsInput{
				Password: Ptr(Secret("")), EnableWaitingRoom: Ptr(false), EnableEnterMute: Ptr(MeetingEnterMuteOff),
				Hosts: MeetingUsers{UserID: []string{}},
			},
		},
		`{"meetingid":"M","reminders":{"is_repeat":0,"repeat_type":0,"remind_before":[]}}`: {
			Reminders: MeetingRemindersInput{IsRepeat: Ptr(No), RepeatType: Ptr(MeetingRepeatTypeDaily), RemindBefore: []int64{}},
		},
	} {
		req.MeetingID = "M"
		excess, err := c.UpdateMeeting(t.Context(), &req)
		require.NoError(t, err)
		require.Equal(t, []string{"bert"}, excess)
		require.JSONEq(t, want, sent)
		var again UpdateMeetingRequest
		require.NoError(t, json.Unmarshal([]byte(sent), &again))
		require.Equal(t, req, again)
	}
}

// Numbers and times come as strings here.
func TestAllMeetingAttendees(t *testing.T) {
	t.Parallel()
	var asked []string
	c := contactsClient(t, func(_, _, body string) string {
		asked = append(asked, body)
		if len(asked) == 1 {
			return `{"errcode":0,"has_more":true,"next_cursor":"C1","attendees":[
				{"userid":"anna","tmp_openid":"T1","join_time":"1750000000","quit_time":"1750000600","instance_id":81,"role":3,"join_type":1,"net":"WIFI"}]}`
		}
		return `{"errcode":0,"has_more":false,"next_cursor":"C2","attendees":[
			{"userid":"","tmp_openid":"T2","join_time":"1750000100","instance_id":"9","webinar_role":4,"customer_data":"order 7"}]}`
	})
	var got []MeetingAttendee
	for a, err := range c.AllMeetingAttendees(t.Context(), &ListMeetingAttendeesRequest{MeetingID: "M", Limit: 1}) {
		require.NoError(t, err)
		got = append(got, *a)
	}
	require.Equal(t, []string{`{"meetingid":"M","limit":1}`, `{"meetingid":"M","cursor":"C1","limit":1}`}, asked)
	require.Equal(t, []MeetingAttendee{
		{
			UserID: "anna", TmpOpenID: "T1", InstanceID: MeetingTerminalHarmonyPhone, Role: MeetingRoleCreatorHost,
			JoinType: MeetingJoinTypeVoIP, JoinTime: Unix(1750000000), QuitTime: Unix(1750000600), Net: "WIFI",
		},
		{TmpOpenID: "T2", InstanceID: MeetingTerminalMRA, JoinTime: Unix(1750000100), WebinarRole: MeetingWebinarRoleAudience, CustomerData: "order 7"},
	}, got)
}

func TestAllMeetingStartRecords(t *testing.T) {
	t.Parallel()
	for name, pages := range map[string][]string{
		"has_more decides": {
			`{"errcode":0,"next_cursor":"C1","has_more":true,"meeting_list":[{"userid":"anna","start_time":1750000000}]}`,
			`{"errcode":0,"next_cursor":"C2","has_more":true,"meeting_list":[]}`, // all of them unseen by the app
			`{"errcode":0,"next_cursor":"C2","has_more":false,"meeting_list":[{"userid":"bert","start_time":1740000000}]}`,
		},
		"without has_more": {
			`{"errcode":0,"next_cursor":"C1","meeting_list":[{"userid":"anna","start_time":1750000000}]}`,
			`{"errcode":0,"next_cursor":"C2","meeting_list":[]}`,
			`{"errcode":0,"next_cursor":"","meeting_list":[{"userid":"bert","start_time":1740000000}]}`,
		},
		"as 0 and 1": {
			`{"errcode":0,"next_cursor":"C1","has_more":1,"meeting_list":[{"userid":"anna","start_time":1750000000}]}`,
			`{"errcode":0,"next_cursor":"C2","has_more":"1","meeting_list":[]}`,
			`{"errcode":0,"next_cursor":"C2","has_more":0,"meeting_list":[{"userid":"bert","start_time":"1740000000"}]}`,
		},
	} {
		asked := 0
		c := contactsClient(t, func(string, string, string) string {
			asked++
			return pages[asked-1]
		})
		var got []MeetingStartRecord
		for r, err := range c.AllMeetingStartRecords(t.Context(), &ListMeetingStartRecordsRequest{Type: MeetingStartTypeStarted}) {
			require.NoError(t, err, name)
			got = append(got, *r)
		}
		require.Equal(t, len(pages), asked, name)
		require.Equal(t, []MeetingStartRecord{
			{UserID: "anna", StartTime: Unix(1750000000)}, {UserID: "bert", StartTime: Unix(1740000000)},
		}, got, name)
	}
}

func TestWaitMeetingVIPJobs(t *testing.T) {
	t.Parallel()
	for path, wait := range map[string]func(*Client, context.Context, string) (*VIPJobResult, error){
		"/cgi-bin/meeting/vip/batch_add_job_result": (*Client).WaitMeetingVIPAddJob,
		"/cgi-bin/meeting/vip/batch_del_job_result": (*Client).WaitMeetingVIPRemoveJob,
	} {
		synctest.Test(t, func(t *testing.T) {
			answers := []string{
				`{"errcode":770007,"errmsg":"job in progress"}`,
				`{"errcode":770007,"errmsg":"job in progress"}`,
				`{"errcode":0,"errmsg":"ok","job_result":{"succ_userid_list":["anna"],"fail_userid_list":["bert"]}}`,
			}
			asked := 0
			c := contactsClient(t, func(p, _, body string) string {
				require.Equal(t, path, p)
				require.JSONEq(t, `{"jobid":"J1"}`, body)
				asked++
				return answers[asked-1]
			})
			started := time.Now()
			result, err := wait(c, t.Context(), "J1")
			require.NoError(t, err)
			require.Equal(t, 5*time.Second, time.Since(started)) // 2 s and 3 s
			require.Equal(t, &VIPJobResult{SuccUserIDList: []string{"anna"}, FailUserIDList: []string{"bert"}}, result)

			answers, asked = []string{`{"errcode":770006,"errmsg":"invalid jobid"}`}, 0
			result, err = wait(c, t.Context(), "J1")
			require.ErrorIs(t, err, Code(770006))
			require.Nil(t, result)
			require.Equal(t, 1, asked)
		})
	}
}

// The calling code of a country is sent as a number, and may come as a string.
func TestStartMeetingPhoneCalls(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(_, _, body string) string {
		require.JSONEq(t, `{"meetingid":"M","phone_numbers":[{"area":86,"phone":"075500000000","extension_number":"12"},{"area":1,"phone":"5550100"}]}`, body)
		return `{"errcode":0,"errmsg":"ok","phone_numbers":[{"area":86,"phone":"075500000000","extension_number":"12","status":"START_INVITE"}],
			"invalid_phone_numbers":[{"area":"1","phone":"5550100"}]}`
	})
	resp, err := c.StartMeetingPhoneCalls(t.Context(), &StartMeetingPhoneCallsRequest{
		MeetingID:    "M",
		PhoneNumbers: []MeetingPhoneNumber{{Area: 86, Phone: "075500000000", ExtensionNumber: "12"}, {Area: 1, Phone: "5550100"}},
	})
	require.NoError(t, err)
	require.Equal(t, &StartMeetingPhoneCallsResponse{
		PhoneNumbers:        []*MeetingPhoneCall{{Area: 86, Phone: "075500000000", ExtensionNumber: "12", Status: MeetingPhoneCallStatusCalling}},
		InvalidPhoneNumbers: []*MeetingPhoneCall{{Area: 1, Phone: "5550100"}},
	}, resp)
}

// Without devices the layout is that of the whole meeting, and without an ID the default one.
func TestSetMeetingUserAdvancedLayout(t *testing.T) {
	t.Parallel()
	var sent string
	c := contactsClient(t, func(_, _, body string) string {
		sent = body
		return `{"errcode":0,"errmsg":"ok"}`
	})
	require.NoError(t, c.SetMeetingUserAdvancedLayout(t.Context(), &SetMeetingUserAdvancedLayoutRequest{MeetingID: "M"}))
	require.JSONEq(t, `{"meetingid":"M","layout_id":""}`, sent)
}

func TestListMeetingAdvancedLayouts(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(_, _, body string) string {
		require.JSONEq(t, `{"meetingid":"M"}`, body)
		return `{"errcode":0,"errmsg":"ok","selected_layout_id":"L1","layout_list":[{"layout_id":"L1","layout_name":"hall","page_list":[
			{"layout_template_id":"3","enable_polling":true,
			"polling_setting":{"polling_interval_unit":2,"polling_interval":10,"ignore_user_absence":true},
			"user_seat_list":[{"grid_id":"1","grid_type":1,"video_type":3,"user_list":[{"userid":"anna","tmp_openid":"T1","nick_name":"QW5uYQ=="}]}]}]}]}`
	})
	resp, err := c.ListMeetingAdvancedLayouts(t.Context(), "M")
	require.NoError(t, err)
	require.Equal(t, &ListMeetingAdvancedLayoutsResponse{
		SelectedLayoutID: "L1",
		LayoutList: []*MeetingAdvancedLayout{{LayoutID: "L1", LayoutName: "hall", PageList: []MeetingAdvancedLayoutPage{{
			LayoutTemplateID: "3", EnablePolling: true,
			PollingSetting: MeetingLayoutPolling{PollingIntervalUnit: MeetingPollingUnitMinute, PollingInterval: 10, IgnoreUserAbsence: true},
			UserSeatList: []MeetingAdvancedLayoutSeat{{
				GridID: "1", GridType: MeetingGridTypeVideo, VideoType: MeetingVideoTypeNamed,
				UserList: []MeetingLayoutUser{{UserID: "anna", TmpOpenID: "T1", NickName: "QW5uYQ=="}},
			}},
		}}}},
	}, resp)
}
