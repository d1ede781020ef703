package workwx

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The times of a webinar travel as strings, both ways, and are read as numbers too.
func TestWebinarTimes(t *testing.T) {
	t.Parallel()
	var sent []string
	c := contactsClient(t, func(_, _, body string) string {
		sent = append(sent, body)
		return `{"errcode":0,"errmsg":"ok","meetingid":"W","start_time":"1750000000","end_time":1750003600,
			"password":"4711","manual_check_password":"0815"}`
	})
	start, end := Unix(1750000000), Unix(1750003600)
	created, err := c.CreateWebinar(t.Context(), &CreateWebinarRequest{
		AdminUserID: "anna", Title: "Cats & <dogs>", StartTime: start, EndTime: end,
		AdmissionType: WebinarAdmissionPassword, Password: "4711", EnableQA: Ptr(false),
		MediaSetting: WebinarMediaSettingInput{WatermarkType: Ptr(MeetingWatermarkSingleRow), AutoRecordType: Ptr(MeetingAutoRecordCloud)},
	})
	require.NoError(t, err)
	require.Equal(t, &CreateWebinarResponse{MeetingID: "W", StartTime: start, EndTime: end, Password: "4711", ManualCheckPassword: "0815"}, created)
	require.JSONEq(t, `{"admin_userid":"anna","title":"Cats & <dogs>","start_time":"1750000000","end_time":"1750003600",
		"admission_type":2,"password":"4711","enable_qa":false,"media_setting":{"watermark_type":0,"auto_record_type":"cloud"}}`, sent[0])
	require.Contains(t, sent[0], "Cats & <dogs>") // not escaped

	require.NoError(t, c.UpdateWebinar(t.Context(), &UpdateWebinarRequest{
		MeetingID: "W", Title: "Cats", StartTime: start, EndTime: end, Password: Ptr(Secret("")), SensitiveWords: []string{},
	}))
	require.JSONEq(t, `{"meetingid":"W","title":"Cats","start_time":"1750000000","end_time":"1750003600","admission_type":0,
		"password":"","sensitive_words":[]}`, sent[1])

	for _, form := range []string{`"1750000000"`, `1750000000`} {
		var req CreateWebinarRequest
		require.NoError(t, json.Unmarshal([]byte(`{"start_time":`+form+`}`), &req))
		require.Equal(t, start, req.StartTime)
	}
	for _, v := range []any{*created, CreateWebinarRequest{Password: "4711"}, UpdateWebinarRequest{Password: Ptr(Secret("4711"))}} {
		for _, format := range []string{"%v", "%+v", "%#v"} {
			printed := fmt.Sprintf(format, v)
			require.NotContains(t, printed, "4711")
			require.NotContains(t, printed, "0815")
		}
	}
}

func TestGetWebinar(t *testing.T) {
	t.Parallel()
	for setting, muted := range map[string]bool{
		`{"enable_enter_mute":true,"watermark_type":1}`:                           true,
		`{"mute_enable_join":true,"watermark_type":1}`:                            true,
		`{"mute_enable_join":1,"watermark_type":"1"}`:                             true,
		`{"enable_enter_mute":false,"mute_enable_join":false,"watermark_type":1}`: false,
	} {
		c := contactsClient(t, func(path, _, body string) string {
			require.Equal(t, "/cgi-bin/meeting/webinar/get", path)
			require.JSONEq(t, `{"meeting_code":"123"}`, body)
			return `{"errcode":0,"errmsg":"ok","meetingid":"W","status":"MEETING_STATE_STARTED","start_time":"1750000000",
				"hosts":[{"userid":"anna"}],"media_setting":` + setting + `,"display_number_of_attendees":"1"}`
		})
		w, err := c.GetWebinar(t.Context(), &GetWebinarRequest{MeetingCode: "123"})
		require.NoError(t, err)
		require.Equal(t, &Webinar{
			MeetingID: "W", Status: MeetingStateStarted, StartTime: Unix(1750000000), Hosts: []WebinarHost{{UserID: "anna"}},
			MediaSetting: WebinarMediaSetting{EnableEnterMute: muted, WatermarkType: MeetingWatermarkRows}, DisplayNumberOfAttendees: 1,
		}, w, setting)
	}
}

// What a list of guests or of questions returned can be sent back.
func TestWebinarReadAndWriteBack(t *testing.T) {
	t.Parallel()
	guests := `[{"guest_type":1,"userid":"anna"},{"guest_type":2,"area":"86","phone_number":"13000000000","guest_name":"Bert"}]`
	questions := `[{"is_required":2,"special_type":3},{"is_required":1,"question_type":1,"special_type":1,"question_title":"Tea?",
		"option_list":[{"content":"yes"},{"content":"no"}]}]`
	var sent string
	c := contactsClient(t, func(_, _, body string) string {
		sent = body
		return `{"errcode":0,"errmsg":"ok","guests":` + guests + `,"approve_type":2,"is_collect_question":2,
			"no_registration_needed_for_staff":true,"question_list":` + questions + `,"question_count":2}`
	})
	list, err := c.ListWebinarGuests(t.Context(), &ListWebinarGuestsRequest{MeetingID: "W"})
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.Equal(t, WebinarGuestTypeExternal, list[1].GuestType)
	require.NoError(t, c.UpdateWebinarGuests(t.Context(), &UpdateWebinarGuestsRequest{MeetingID: "W", Guests: []WebinarGuest{*list[0], *list[1]}}))
	require.JSONEq(t, `{"meetingid":"W","guests":`+guests+`}`, sent)

	config, err := c.GetWebinarEnrollmentConfig(t.Context(), "W")
	require.NoError(t, err)
	require.Equal(t, MeetingEnrollmentApprovalManual, config.ApproveType)
	require.Equal(t, MeetingEnrollmentChoiceYes, config.IsCollectQuestion)
	n, err := c.SetWebinarEnrollmentConfig(t.Context(), &SetWebinarEnrollmentConfigRequest{
		MeetingID: "W", QuestionList: config.QuestionList, NoRegistrationNeededForStaff: Ptr(false),
	})
	require.NoError(t, err)
	require.EqualValues(t, 2, n)
	require.JSONEq(t, `{"meetingid":"W","question_list":`+questions+`,"no_registration_needed_for_staff":false}`, sent)
}

func TestAllWebinarEnrollments(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, _, body string) string {
		require.Equal(t, "/cgi-bin/meeting/webinar/enroll/list", path)
		var q ListWebinarEnrollmentsRequest
		require.NoError(t, json.Unmarshal([]byte(body), &q))
		require.Equal(t, MeetingEnrollmentStatusPending, q.Status)
		switch q.Cursor {
		case "": // an empty page that has more
			return `{"errcode":0,"errmsg":"ok","enroll_list":[],"has_more":true,"next_cursor":"B"}`
		case "B":
			return `{"errcode":0,"errmsg":"ok","has_more":true,"next_cursor":"C","enroll_list":[{"enroll_id":"1","status":1,
				"enroll_time":"2023/03/23 14:00","enroll_code":"4711","answer_list":[{"answer_content":["yes","no"],"question_type":2,"question_num":1}]}]}`
		default:
			return `{"errcode":0,"errmsg":"ok","enroll_list":[{"enroll_id":2,"enroll_source_type":2}],"has_more":true,"next_cursor":"B"}`
		}
	})
	var got []*MeetingEnrollment
	var failed error
	for e, err := range c.AllWebinarEnrollments(t.Context(), &ListWebinarEnrollmentsRequest{MeetingID: "W", Status: MeetingEnrollmentStatusPending}) {
		if err != nil {
			failed = err
			break
		}
		got = append(got, e)
	}
	require.ErrorIs(t, failed, ErrCursorRepeated)
	require.Equal(t, []*MeetingEnrollment{
		{
			EnrollID: "1", Status: MeetingEnrollmentStatusPending, EnrollTime: "2023/03/23 14:00", EnrollCode: "4711",
			AnswerList: []MeetingEnrollmentAnswer{{AnswerContent: []string{"yes", "no"}, QuestionType: MeetingEnrollmentQuestionTypeMultiple, QuestionNum: 1}},
		},
		{EnrollID: "2", EnrollSourceType: MeetingEnrollmentSourceImport},
	}, got)
	require.NotContains(t, fmt.Sprintf("%+v", *got[0]), "4711")
}

// The samples of recordings and their tables disagree about the names of the lists: both are taken.
func TestListMeetingRecords(t *testing.T) {
	t.Parallel()
	want := []*MeetingRecord{{
		MeetingRecordID: "R", HostUserID: "anna", MeetingStartTime: TimestampMilli{time.UnixMilli(1750000000123)}, State: MeetingRecordStateReady,
		RecordFiles: []MeetingRecordedFile{{
			RecordFileID: "F", RecordStartTime: TimestampMilli{time.UnixMilli(1750000001000)}, RecordSize: 12, SharingState: 1, Password: "4711",
			SharingExpire: TimestampMilli{time.UnixMilli(1760000000000)},
		}},
	}}
	for _, names := range [][2]string{
		{"record_meetings", "record_files"}, {"record_list", "record_file_list"}, {"record_meetings", "record_file_list"}, {"record_list", "record_files"},
	} {
		c := contactsClient(t, func(_, _, body string) string {
			require.JSONEq(t, `{"userid":"anna","start_time":1750000000,"end_time":1750100000}`, body)
			return `{"errcode":0,"errmsg":"ok","` + names[0] + `":[{"meeting_record_id":"R","host_user_id":"anna","meeting_start_time":1750000000123,"state":"3",
				"` + names[1] + `":[{"record_file_id":"F","record_start_time":1750000001000,"record_size":12,"sharing_state":1,"password":"4711","sharing_expire":"1760000000000"}]}]}`
		})
		page, err := c.ListMeetingRecords(t.Context(), &ListMeetingRecordsRequest{UserID: "anna", StartTime: Unix(1750000000), EndTime: Unix(1750100000)})
		require.NoError(t, err)
		require.Equal(t, want, page.RecordMeetings, names)
		require.NotContains(t, fmt.Sprintf("%+v", page.RecordMeetings[0].RecordFiles[0]), "4711")
	}
}

// A summary comes as a list or, in a sample, as an object.
func TestGetMeetingRecordFile(t *testing.T) {
	t.Parallel()
	for _, summary := range []string{`{"download_address":"https://d.example/s","file_type":"pdf"}`, `[{"download_address":"https://d.example/s","file_type":"pdf"}]`} {
		c := contactsClient(t, func(_, _, _ string) string {
			return `{"errcode":0,"errmsg":"ok","record_file_id":"F","start_time":"1743131564453","end_time":1743131613969,"meeting_summary":` + summary + `}`
		})
		f, err := c.GetMeetingRecordFile(t.Context(), &GetMeetingRecordFileRequest{RecordFileID: "F", MeetingID: "M"})
		require.NoError(t, err)
		require.Equal(t, &MeetingRecordFile{
			RecordFileID: "F", StartTime: TimestampMilli{time.UnixMilli(1743131564453)}, EndTime: TimestampMilli{time.UnixMilli(1743131613969)},
			MeetingSummary: []MeetingRecordDocument{{DownloadAddress: "https://d.example/s", FileType: "pdf"}},
		}, f)
	}
}

func TestUpdateMeetingRecordSharingConfig(t *testing.T) {
	t.Parallel()
	var sent string
	c := contactsClient(t, func(_, _, body string) string {
		sent = body
		return `{"errcode":0,"errmsg":"ok"}`
	})
	for want, in := range map[string]MeetingRecordSharingInput{
		`{"enable_sharing":false}`: {},
		`{"enable_sharing":true,"sharing_auth_type":0,"enable_password":true,"password":"4711","sharing_expire":1760000000000,"allow_download":false}`: {
			EnableSharing: true, SharingAuthType: Ptr(MeetingRecordSharingLoggedIn), EnablePassword: Ptr(true), Password: Ptr(Secret("4711")),
			SharingExpire: TimestampMilli{time.UnixMilli(1760000000000)}, AllowDownload: Ptr(false),
		},
	} {
		require.NoError(t, c.UpdateMeetingRecordSharingConfig(t.Context(), &UpdateMeetingRecordSharingConfigRequest{MeetingID: "M", MeetingRecordID: "R", SharingConfig: in}))
		require.JSONEq(t, `{"meetingid":"M","meeting_record_id":"R","sharing_config":`+want+`}`, sent)
	}
}

// The IDs of options are numbers, which are kept as text.
func TestGetMeetingPoll(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(_, _, body string) string {
		require.JSONEq(t, `{"meetingid":"M","poll_id":"P","operator_userid":"anna","instance_id":0}`, body)
		return `{"errcode":0,"errmsg":"ok","poll_theme_id":"T","is_anony":0,"status":2,"is_shared":1,"vote_total_num":3,
			"poll_question_data":[{"question_id":"Q","question_type":1,"option_info":[{"option_id":1111,"option_num":3,"rate":100,
			"option_user":[{"userid":"anna","tmp_openid":"ms1"}]}]}]}`
	})
	poll, err := c.GetMeetingPoll(t.Context(), &GetMeetingPollRequest{MeetingID: "M", PollID: "P", OperatorUserID: "anna", InstanceID: MeetingTerminalPSTN})
	require.NoError(t, err)
	require.Equal(t, &MeetingPoll{
		PollThemeID: "T", Status: MeetingPollStatusEnded, IsShared: Yes, VoteTotalNum: 3,
		PollQuestionData: []MeetingPollQuestion{{
			QuestionID: "Q", QuestionType: MeetingPollQuestionTypeMultiple,
			OptionInfo: []MeetingPollOption{{OptionID: "1111", OptionNum: 3, Rate: 100, OptionUser: []MeetingPollVoter{{UserID: "anna", TmpOpenID: "ms1"}}}},
		}},
	}, poll)
}

func TestRoomsSecrets(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, _, _ string) string {
		if path == "/cgi-bin/meeting/rooms/list" {
			return `{"errcode":0,"errmsg":"ok","meeting_room_list":[{"meeting_room_id":100001,"active_code":"4711","meeting_room_status":3}]}`
		}
		return `{"errcode":0,"errmsg":"ok","basic_info":{"rooms_id_list":["1"],"password":"4711"},"pmi_info":{"pmi_code":"1","pmi_pwd":"4711"},
			"hardware_info":{"monitor_frequency":60,"enable_video_mirror":true}}`
	})
	room, err := c.GetRoomsMeetingRoom(t.Context(), "100001")
	require.NoError(t, err)
	require.EqualValues(t, "4711", room.BasicInfo.Password)
	require.EqualValues(t, "4711", room.PMIInfo.PMIPwd)
	require.Equal(t, "60", room.HardwareInfo.MonitorFrequency) // a number in the sample, a string by the table
	page, err := c.ListRoomsMeetingRooms(t.Context(), nil)
	require.NoError(t, err)
	require.Equal(t, []*RoomsMeetingRoomItem{{MeetingRoomID: "100001", ActiveCode: "4711", MeetingRoomStatus: RoomsStatusInUse}}, page.MeetingRoomList)
	for _, v := range []any{*room, *page.MeetingRoomList[0]} {
		require.NotContains(t, fmt.Sprintf("%+v %#v", v, v), "4711")
	}
}
