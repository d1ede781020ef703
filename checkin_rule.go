package workwx

import (
	"context"
	"time"
)

// ListCorpCheckinOptions returns all attendance rules of the corp (获取企业所有打卡规则).
//
// 60 calls a minute. The app must be one of those that the attendance app lets call its API, or have the
// permission for attendance if a provider develops it for the corp; third-party apps cannot call this.
//
// API: POST /cgi-bin/checkin/getcorpcheckinoption
// Doc: https://developer.work.weixin.qq.com/document/path/93384
func (c *Client) ListCorpCheckinOptions(ctx context.Context) ([]*CheckinOption, error) {
	var resp listCorpCheckinOptionsResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcorpcheckinoption", nil, &resp)
	return resp.Group, err
}

type listCorpCheckinOptionsResponse struct {
	Group []*CheckinOption `json:"group"`
}

// ListUserCheckinOptions returns the attendance rules that hold for some members on a day
// (获取员工打卡规则). The rule of a member can differ from day to day.
//
// At most 100 members go into one call (errcode 301023 otherwise). The permissions are those of
// [Client.ListCheckinRecords].
//
// API: POST /cgi-bin/checkin/getcheckinoption
// Doc: https://developer.work.weixin.qq.com/document/path/90263
func (c *Client) ListUserCheckinOptions(ctx context.Context, req *ListUserCheckinOptionsRequest) ([]*UserCheckinOption, error) {
	var resp listUserCheckinOptionsResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcheckinoption", req, &resp)
	return resp.Info, err
}

type listUserCheckinOptionsResponse struct {
	Info []*UserCheckinOption `json:"info"`
}

// ListUserCheckinOptionsRequest says whose rules of which day to list.
type ListUserCheckinOptionsRequest struct {
	Datetime   Timestamp `json:"datetime"`   // the day, at 0:00
	UserIDList []string  `json:"useridlist"` // at most 100
}

// UserCheckinOption is the rule of a member.
type UserCheckinOption struct {
	UserID string        `json:"userid"`
	Group  CheckinOption `json:"group"`
}

// CheckinGroupType says how the hours of a rule are fixed.
type CheckinGroupType int64

// The types of rules.
const (
	CheckinGroupTypeFixed CheckinGroupType = 1 // the same hours for all (固定时间上下班)
	CheckinGroupTypeShift CheckinGroupType = 2 // by shifts (按班次上下班)
	CheckinGroupTypeFree  CheckinGroupType = 3 // free hours (自由上下班)
)

// CheckinMethod says with what members check in.
type CheckinMethod int64

// The methods.
const (
	CheckinMethodPhone           CheckinMethod = 0 // the default
	CheckinMethodMachine         CheckinMethod = 2 // an attendance machine (智慧考勤机)
	CheckinMethodPhoneAndMachine CheckinMethod = 3
)

// CheckinOutOfRange says what becomes of a check-in out of the range of a rule.
type CheckinOutOfRange int64

// The choices.
const (
	CheckinOutOfRangeException CheckinOutOfRange = 0 // it counts as an exception; the default
	CheckinOutOfRangeFieldwork CheckinOutOfRange = 1 // it counts as fieldwork (外勤)
	CheckinOutOfRangeForbidden CheckinOutOfRange = 2
)

// CheckinAlternation says how check-ins for the beginning and the end of work take turns. It bears on
// free hours, and on the days off of other rules.
type CheckinAlternation int64

// The choices.
const (
	CheckinAlternationMany       CheckinAlternation = 0 // again and again
	CheckinAlternationOnce       CheckinAlternation = 1 // one beginning and one end
	CheckinAlternationRecordOnly CheckinAlternation = 2 // neither: time and place are recorded; with free hours only
)

// CheckinCorrectionBan is a set of kinds of exceptions that may not be corrected by a later check-in
// (补卡). The zero value allows all corrections; join kinds with |.
type CheckinCorrectionBan int64

// The kinds of exceptions.
const (
	CheckinCorrectionBanMissing CheckinCorrectionBan = 1 << iota // no check-in (缺卡)
	CheckinCorrectionBanLate                                     // late (迟到)
	CheckinCorrectionBanEarly                                    // early (早退)
	CheckinCorrectionBanOther                                    // any other (其他异常)
)

// Has reports whether b bans the corrections of all kinds in kinds.
func (b CheckinCorrectionBan) Has(kinds CheckinCorrectionBan) bool { return b&kinds == kinds }

// CheckinOption is an attendance rule (打卡规则). The fields from Type on are set by
// [Client.ListCorpCheckinOptions] alone.
type CheckinOption struct {
	GroupID                int64                `json:"groupid"`
	GroupType              CheckinGroupType     `json:"grouptype"`
	GroupName              string               `json:"groupname"`
	SyncHolidays           bool                 `json:"sync_holidays"`            // public holidays are days off; not with shifts
	NeedPhoto              bool                 `json:"need_photo"`               // a check-in takes a photo
	NoteCanUseLocalPic     bool                 `json:"note_can_use_local_pic"`   // notes may have pictures from the phone
	AllowCheckinOffWorkday bool                 `json:"allow_checkin_offworkday"` // members may check in on days off
	AllowApplyOffWorkday   bool                 `json:"allow_apply_offworkday"`   // members may ask for corrections (补卡)
	AllowApplyBkCnt        int64                `json:"allow_apply_bk_cnt"`       // corrections a month, -1 for any number
	AllowApplyBkDayLimit   int64                `json:"allow_apply_bk_day_limit"` // days within which to ask for a correction, today included; -1 for any number
	BukaLimitNextMonth     int64                `json:"buka_limit_next_month"`    // day of the next month from which the month cannot be corrected; -1 for none
	CheckinDate            []CheckinDate        `json:"checkindate"`              // days and hours; without meaning for shifts
	SpeWorkdays            []CheckinSpecialDay  `json:"spe_workdays"`             // days on which to check in besides
	SpeOffDays             []CheckinSpecialDay  `json:"spe_offdays"`              // days off besides
	WifiMACInfos           []CheckinWifi        `json:"wifimac_infos"`            // Wi-Fi networks where to check in
	LocInfos               []CheckinLocation    `json:"loc_infos"`                // places where to check in
	ScheduleList           []CheckinShift       `json:"schedulelist"`             // shifts
	BukaRestriction        CheckinCorrectionBan `json:"buka_restriction"`
	SpanDayTime            int64                `json:"span_day_time"`          // when a day begins, in seconds since 0:00; free hours only
	StandardWorkDuration   int64                `json:"standard_work_duration"` // seconds to work a day; free hours only
	OpenSpCheckin          bool                 `json:"open_sp_checkin"`        // members may check in by approval (审批打卡)
	CheckinMethodType      CheckinAlternation   `json:"checkin_method_type"`
	Type                   CheckinMethod        `json:"type"`
	Range                  CheckinRange         `json:"range"`        // who checks in
	WhiteUsers             []string             `json:"white_users"`  // who does not need to
	ReporterInfo           CheckinReporterInfo  `json:"reporterinfo"` // who gets the reports
	OTInfo                 CheckinOvertime      `json:"ot_info"`      // overtime
	OptionOutRange         CheckinOutOfRange    `json:"option_out_range"`
	UseFaceDetect          bool                 `json:"use_face_detect"`       // members check in by face
	OpenFaceLiveDetect     bool                 `json:"open_face_live_detect"` // the face must be a living one
	OffWorkIntervalTime    int64                `json:"offwork_interval_time"` // seconds from a check-in for the beginning of work to that for its end, at least; free hours only
	CreateUserID           string               `json:"create_userid"`         // who created the rule
	UpdateUserID           string               `json:"update_userid"`         // who changed it last
	CreateTime             Timestamp            `json:"create_time"`
}

// CheckinDate is some days of the week and their working hours.
type CheckinDate struct {
	Workdays        []int64         `json:"workdays"`           // 1 Monday to 6 Saturday, 0 Sunday, as in [time.Weekday]; with shifts the days that were asked for
	CheckinTime     []CheckinTime   `json:"checkintime"`        // working hours
	NoNeedOffWork   bool            `json:"noneed_offwork"`     // no check-in for the end of work
	FlexTime        int64           `json:"flex_time"`          // milliseconds by which one may be late or early, where the two fields after it are -1
	FlexOnDutyTime  int64           `json:"flex_on_duty_time"`  // seconds by which one may be late; -1 for FlexTime
	FlexOffDutyTime int64           `json:"flex_off_duty_time"` // seconds by which one may leave early; -1 for FlexTime
	LimitAheadTime  int64           `json:"limit_aheadtime"`    // milliseconds before the beginning from which one may check in
	Biweekly        CheckinBiweekly `json:"biweekly"`
}

// CheckinTime is working hours, with a break or several. All times are in seconds since 0:00 of the
// day on which work begins.
type CheckinTime struct {
	TimeID             int64             `json:"time_id"`
	WorkSec            int64             `json:"work_sec"`              // the beginning of work
	OffWorkSec         int64             `json:"off_work_sec"`          // the end of work
	EarliestWorkSec    int64             `json:"earliest_work_sec"`     // the first moment to check in for the beginning
	LatestWorkSec      int64             `json:"latest_work_sec"`       // the last moment to check in for the beginning
	EarliestOffWorkSec int64             `json:"earliest_off_work_sec"` // the first moment to check in for the end
	LatestOffWorkSec   int64             `json:"latest_off_work_sec"`   // the last moment to check in for the end
	RemindWorkSec      int64             `json:"remind_work_sec"`       // the reminder of the beginning
	RemindOffWorkSec   int64             `json:"remind_off_work_sec"`   // the reminder of the end
	AllowRest          bool              `json:"allow_rest"`            // there is a break
	RestBeginTime      int64             `json:"rest_begin_time"`       // the beginning of the first break
	RestEndTime        int64             `json:"rest_end_time"`         // the end of the first break
	RestTimes          []CheckinRestTime `json:"rest_times"`            // the breaks after the first
	NoNeedCheckon      bool              `json:"no_need_checkon"`       // no check-in for the beginning
	NoNeedCheckoff     bool              `json:"no_need_checkoff"`      // no check-in for the end
}

// CheckinRestTime is a break.
type CheckinRestTime struct {
	RestBeginTime int64 `json:"rest_begin_time"` // seconds since 0:00
	RestEndTime   int64 `json:"rest_end_time"`   // seconds since 0:00
}

// CheckinSpecialDay is a day that is an exception from the days of the week.
type CheckinSpecialDay struct {
	Timestamp   Timestamp     `json:"timestamp"`   // the day, at 0:00
	CheckinTime []CheckinTime `json:"checkintime"` // its working hours; none for a day off
	Notes       string        `json:"notes"`
}

// CheckinWifi is a Wi-Fi network where members check in.
type CheckinWifi struct {
	WifiName string `json:"wifiname,omitzero"`
	WifiMAC  string `json:"wifimac,omitzero"` // MAC address or BSSID, such as 3c:46:d8:0c:7a:70
}

// CheckinLocation is a place where members check in.
type CheckinLocation struct {
	LocTitle  string  `json:"loc_title,omitzero"`  // its name
	LocDetail string  `json:"loc_detail,omitzero"` // its address
	Lng       float64 `json:"lng"`                 // longitude × 1,000,000, in GCJ-02
	Lat       float64 `json:"lat"`                 // latitude × 1,000,000, in GCJ-02
	Distance  int64   `json:"distance"`            // meters from there within which to check in
}

// CheckinShift is a shift of a rule (班次).
type CheckinShift struct {
	ScheduleID          int64           `json:"schedule_id"` // 0 for the days off
	ScheduleName        string          `json:"schedule_name"`
	TimeSection         []CheckinTime   `json:"time_section"`           // working hours
	NoNeedOffWork       bool            `json:"noneed_offwork"`         // no check-in for the end of work
	LimitAheadTime      int64           `json:"limit_aheadtime"`        // milliseconds before the beginning from which one may check in
	LimitOffTime        int64           `json:"limit_offtime"`          // seconds after the end until which one may check in
	AllowFlex           bool            `json:"allow_flex"`             // the hours are flexible, as the fields after it say
	FlexOnDutyTime      int64           `json:"flex_on_duty_time"`      // seconds by which one may be late
	FlexOffDutyTime     int64           `json:"flex_off_duty_time"`     // seconds by which one may leave early
	MaxAllowArriveEarly int64           `json:"max_allow_arrive_early"` // seconds by which one may come and leave early
	MaxAllowArriveLate  int64           `json:"max_allow_arrive_late"`  // seconds by which one may come and leave late
	LateRule            CheckinLateRule `json:"late_rule"`
	Biweekly            CheckinBiweekly `json:"biweekly"`
}

// CheckinLateRule lets members who left late come later on the next day.
type CheckinLateRule struct {
	AllowOffWorkAfterTime bool              `json:"allow_offwork_after_time"` // the rule is in force
	TimeRules             []CheckinLateTime `json:"timerules"`
}

// CheckinLateTime says who leaves how late may come how late.
type CheckinLateTime struct {
	OffWorkAfterTime int64 `json:"offwork_after_time,omitzero"` // seconds from the last end of work
	OnWorkFlexTime   int64 `json:"onwork_flex_time,omitzero"`   // seconds after the first beginning of work on the next day
}

// CheckinBiweekly is working days that differ from week to week (大小周), for rules with fixed hours.
// The week of 2024-01-01 is the first.
type CheckinBiweekly struct {
	EnableWeekdayRecurrence bool           `json:"enable_weekday_recurrence"`
	OddWorkdays             []time.Weekday `json:"odd_workdays"`  // of the first, third, … week
	EvenWorkdays            []time.Weekday `json:"even_workdays"` // of the second, fourth, … week
}

// CheckinRange says who checks in by a rule.
type CheckinRange struct {
	UserID  []string `json:"userid,omitzero"`
	PartyID []int64  `json:"partyid,omitzero"` // departments; party_id is understood too
	TagID   []int64  `json:"tagid,omitzero"`
}

// UnmarshalJSON takes the departments under either of the names that the platform gives them.
func (r *CheckinRange) UnmarshalJSON(b []byte) error {
	var wire struct {
		UserID     []string `json:"userid"`
		PartyID    []int64  `json:"partyid"`
		PartyIDToo []int64  `json:"party_id"`
		TagID      []int64  `json:"tagid"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = CheckinRange{UserID: wire.UserID, PartyID: wire.PartyID, TagID: wire.TagID}
	if len(r.PartyID) == 0 && wire.PartyIDToo != nil {
		r.PartyID = wire.PartyIDToo
	}
	return nil
}

// CheckinReporterInfo says who gets the reports of a rule.
type CheckinReporterInfo struct {
	Reporters  []CheckinReporter `json:"reporters"`
	UpdateTime Timestamp         `json:"updatetime"` // when that was changed last
}

// CheckinReporter gets the reports of a rule: a member, or all with a tag.
type CheckinReporter struct {
	UserID string `json:"userid,omitzero"`
	TagID  int64  `json:"tagid,omitzero"`
}

// CheckinOvertimeType says what overtime is counted by.
type CheckinOvertimeType int64

// The choices.
const (
	CheckinOvertimeTypeBoth     CheckinOvertimeType = 0 // check-ins within what was approved
	CheckinOvertimeTypeCheckin  CheckinOvertimeType = 1 // check-ins alone
	CheckinOvertimeTypeApproval CheckinOvertimeType = 2 // approvals alone
)

// CheckinOvertime is how a rule counts overtime, if it does.
type CheckinOvertime struct {
	Type                 CheckinOvertimeType       `json:"type"`
	AllowOTWorkingDay    bool                      `json:"allow_ot_workingday"`
	AllowOTNonWorkingDay bool                      `json:"allow_ot_nonworkingday"`
	OTCheckInfo          CheckinOvertimeByCheckin  `json:"otcheckinfo"` // by check-ins
	OTApplyInfo          CheckinOvertimeByApproval `json:"otapplyinfo"` // by approvals
	UpTime               Timestamp                 `json:"uptime"`      // when that was changed last
}

// CheckinOvertimeByCheckin is how overtime is counted by check-ins. All durations are in seconds.
type CheckinOvertimeByCheckin struct {
	OTWorkingDayTimeStart      int64               `json:"ot_workingday_time_start"`      // on working days it begins so long after the last end of work
	OTWorkingDayTimeMin        int64               `json:"ot_workingday_time_min"`        // less does not count, on working days
	OTWorkingDayTimeMax        int64               `json:"ot_workingday_time_max"`        // more does not count, on working days
	OTWorkingDayRestInfo       CheckinOvertimeRest `json:"ot_workingday_restinfo"`        // breaks on working days
	OTNonWorkingDayTimeMin     int64               `json:"ot_nonworkingday_time_min"`     // less does not count, on days off
	OTNonWorkingDayTimeMax     int64               `json:"ot_nonworkingday_time_max"`     // more does not count, on days off
	OTNonWorkingDaySpanDayTime int64               `json:"ot_nonworkingday_spanday_time"` // when a day off begins, since 0:00
	OTNonWorkingDayRestInfo    CheckinOvertimeRest `json:"ot_nonworkingday_restinfo"`     // breaks on days off
}

// CheckinOvertimeByApproval is how overtime is counted by approvals.
type CheckinOvertimeByApproval struct {
	AllowOTWorkingDay          bool                `json:"allow_ot_workingday"`
	AllowOTNonWorkingDay       bool                `json:"allow_ot_nonworkingday"`
	OTWorkingDayRestInfo       CheckinOvertimeRest `json:"ot_workingday_restinfo"`        // breaks on working days
	OTNonWorkingDaySpanDayTime int64               `json:"ot_nonworkingday_spanday_time"` // when a day off begins, in seconds since 0:00
	OTNonWorkingDayRestInfo    CheckinOvertimeRest `json:"ot_nonworkingday_restinfo"`     // breaks on days off
	UpTime                     Timestamp           `json:"uptime"`                        // when that was changed last
}

// CheckinOvertimeRestType says which breaks are taken off overtime.
type CheckinOvertimeRestType int64

// The choices.
const (
	CheckinOvertimeRestTypeNone     CheckinOvertimeRestType = 0
	CheckinOvertimeRestTypeFixed    CheckinOvertimeRestType = 1 // those at fixed times
	CheckinOvertimeRestTypeDuration CheckinOvertimeRestType = 2 // so much for so much overtime
)

// CheckinOvertimeRest is the breaks that are taken off overtime.
type CheckinOvertimeRest struct {
	Type          CheckinOvertimeRestType     `json:"type"`
	FixTimeRule   CheckinOvertimeRestTime     `json:"fix_time_rule"`   // for CheckinOvertimeRestTypeFixed
	CalOTTimeRule CheckinOvertimeRestDuration `json:"cal_ottime_rule"` // for CheckinOvertimeRestTypeDuration
}

// CheckinOvertimeRestTime is a break at a fixed time.
type CheckinOvertimeRestTime struct {
	FixTimeBeginSec int64 `json:"fix_time_begin_sec"` // seconds since 0:00
	FixTimeEndSec   int64 `json:"fix_time_end_sec"`   // seconds since 0:00
}

// CheckinOvertimeRestDuration is breaks that depend on how long the overtime is.
type CheckinOvertimeRestDuration struct {
	Items []CheckinOvertimeRestItem `json:"items"`
}

// CheckinOvertimeRestItem takes a break off overtime from some duration on.
type CheckinOvertimeRestItem struct {
	OTTime   int64 `json:"ot_time,omitzero"`   // seconds of overtime
	RestTime int64 `json:"rest_time,omitzero"` // seconds taken off
}

// CreateCheckinOption adds an attendance rule (创建打卡规则). EffectiveNow puts it into force at once.
//
// The app must be one of those that the attendance app lets call its API, or have the permission for
// attendance if a provider develops it for the corp; third-party apps cannot call this. errcode 301090
// says that the rule names somebody whom the app may not see, 301091 that somebody is under another rule
// already, 301093, 301094 and 301097 that a field is wrong, 301095 that the corp has too many rules,
// 301096 that another rule is being created.
//
// API: POST /cgi-bin/checkin/add_checkin_option
// Doc: https://developer.work.weixin.qq.com/document/path/98041
func (c *Client) CreateCheckinOption(ctx context.Context, req *CreateCheckinOptionRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/checkin/add_checkin_option", req, nil)
}

// CreateCheckinOptionRequest is a rule to add.
type CreateCheckinOptionRequest struct {
	EffectiveNow *bool                `json:"effective_now,omitzero"` // at once; false by default
	Group        CheckinOptionSetting `json:"group"`
}

// UpdateCheckinOption changes what Group sets of an attendance rule (修改打卡规则). Only the app that
// created the rule can change it (errcode 301092 otherwise).
//
// What is set replaces all that was there: a struct with all of its fields, a list with all of its
// elements. What is nil or empty stays; [Client.ClearCheckinOptionFields] empties lists. The
// permissions and the other errcodes are those of [Client.CreateCheckinOption].
//
// API: POST /cgi-bin/checkin/update_checkin_option
// Doc: https://developer.work.weixin.qq.com/document/path/98041
func (c *Client) UpdateCheckinOption(ctx context.Context, req *UpdateCheckinOptionRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/checkin/update_checkin_option", req, nil)
}

// UpdateCheckinOptionRequest says what changes of a rule.
type UpdateCheckinOptionRequest struct {
	EffectiveNow *bool               `json:"effective_now,omitzero"` // at once; false by default
	Group        CheckinOptionUpdate `json:"group"`
}

// CheckinOptionUpdate is the changes of a rule.
type CheckinOptionUpdate struct {
	GroupID int64 `json:"groupid"` // of the rule
	CheckinOptionSetting
}

// CheckinOptionSetting is an attendance rule as it is set. What is nil has its default in a new rule, and
// stays as it is in one that exists.
type CheckinOptionSetting struct {
	GroupType              CheckinGroupType           `json:"grouptype"`
	GroupName              string                     `json:"groupname"`                         // at most 40 characters
	Type                   *CheckinMethod             `json:"type,omitzero"`                     // by phone by default
	Range                  CheckinRange               `json:"range,omitzero"`                    // who checks in; a rule needs somebody
	WhiteUsers             []string                   `json:"white_users,omitzero"`              // who does not need to
	ReporterInfo           CheckinReporterSetting     `json:"reporterinfo,omitzero"`             // who gets the reports
	SyncHolidays           *bool                      `json:"sync_holidays,omitzero"`            // public holidays are days off; true by default
	NeedPhoto              *bool                      `json:"need_photo,omitzero"`               // a check-in takes a photo; false by default
	NoteCanUseLocalPic     *bool                      `json:"note_can_use_local_pic,omitzero"`   // notes may have pictures from the phone; true by default
	AllowCheckinOffWorkday *bool                      `json:"allow_checkin_offworkday,omitzero"` // members may check in on days off; false by default
	AllowApplyOffWorkday   *bool                      `json:"allow_apply_offworkday,omitzero"`   // members may ask for corrections (补卡), as the next fields say; false by default
	AllowApplyBkCnt        *int64                     `json:"allow_apply_bk_cnt,omitzero"`       // corrections a month, at most 99; -1 for any number, the default
	AllowApplyBkDayLimit   *int64                     `json:"allow_apply_bk_day_limit,omitzero"` // days within which to ask for a correction, today included, at most 180; -1 for any number, the default
	BukaLimitNextMonth     *int64                     `json:"buka_limit_next_month,omitzero"`    // day of the next month from which the month cannot be corrected, 1 to 28; -1 for none
	OptionOutRange         *CheckinOutOfRange         `json:"option_out_range,omitzero"`         // an exception by default
	CheckinDate            []CheckinDateSetting       `json:"checkindate,omitzero"`              // days and hours, at most 7; required with fixed hours, not with shifts
	SpeWorkdays            []CheckinSpecialDaySetting `json:"spe_workdays,omitzero"`             // days on which to check in besides, at most 366; with fixed hours only
	SpeOffDays             []CheckinSpecialDaySetting `json:"spe_offdays,omitzero"`              // days off besides, at most 366
	WifiMACInfos           []CheckinWifi              `json:"wifimac_infos,omitzero"`            // Wi-Fi networks where to check in, at most 500, each with a name of at most 40 characters and an address; a rule needs these or LocInfos
	LocInfos               []CheckinLocation          `json:"loc_infos,omitzero"`                // places where to check in, at most 500, each with a name and an address of at most 40 characters; Distance is 100, 200, … 1,000, 1,500, … 3,000
	ScheduleList           []CheckinShiftSetting      `json:"schedulelist,omitzero"`             // at most 50, one of them with the id 0 for days off; required with shifts
	OTInfoV2               CheckinOvertimeSetting     `json:"ot_info_v2,omitzero"`               // overtime; required in a new rule
	UseFaceDetect          *bool                      `json:"use_face_detect,omitzero"`          // members check in by face; false by default
	OpenFaceLiveDetect     *bool                      `json:"open_face_live_detect,omitzero"`    // the face must be a living one, which needs UseFaceDetect; false by default
	OffWorkIntervalTime    *int64                     `json:"offwork_interval_time,omitzero"`    // seconds from a check-in for the beginning of work to that for its end, at least; with free hours a multiple of 300, at most 86,100
	SyncOutCheckin         *bool                      `json:"sync_out_checkin,omitzero"`         // check-ins outside the company count for work; false by default
	BukaRemind             CheckinCorrectionReminder  `json:"buka_remind,omitzero"`              // reminder to ask for corrections
	BukaRestriction        *CheckinCorrectionBan      `json:"buka_restriction,omitzero"`         // none by default
	SpanDayTime            *int64                     `json:"span_day_time,omitzero"`            // when a day begins, in seconds since 0:00, whole minutes; free hours only
	StandardWorkDuration   *int64                     `json:"standard_work_duration,omitzero"`   // seconds to work a day, 3,600 to 86,400 in steps of 1,800; -1 for any number; free hours only
	OpenSpCheckin          *bool                      `json:"open_sp_checkin,omitzero"`          // members may check in by approval (审批打卡)
	CheckinMethodType      *CheckinAlternation        `json:"checkin_method_type,omitzero"`
}

// CheckinReporterSetting says who is to get the reports of a rule.
type CheckinReporterSetting struct {
	Reporters []CheckinReporter `json:"reporters,omitzero"`
}

// CheckinDateSetting is some days of the week and their working hours. Of the two pairs
// FlexOnDutyTime and FlexOffDutyTime, MaxAllowArriveEarly and MaxAllowArriveLate, one can be set, in
// multiples of 300 and to at most 21,600.
type CheckinDateSetting struct {
	Workdays            []time.Weekday         `json:"workdays,omitzero"`
	CheckinTime         []CheckinTimeSetting   `json:"checkintime,omitzero"`            // working hours, 1 to 4
	AllowFlex           *bool                  `json:"allow_flex,omitzero"`             // the hours are flexible, as the fields after it say; false by default
	FlexOnDutyTime      int64                  `json:"flex_on_duty_time,omitzero"`      // seconds by which one may be late
	FlexOffDutyTime     int64                  `json:"flex_off_duty_time,omitzero"`     // seconds by which one may leave early
	MaxAllowArriveEarly int64                  `json:"max_allow_arrive_early,omitzero"` // seconds by which one may come and leave early
	MaxAllowArriveLate  int64                  `json:"max_allow_arrive_late,omitzero"`  // seconds by which one may come and leave late
	LateRule            CheckinLateRuleSetting `json:"late_rule,omitzero"`
	Biweekly            CheckinBiweeklySetting `json:"biweekly,omitzero"`
}

// CheckinTimeSetting is working hours as they are set. All times are in seconds since 0:00 of the day
// on which work begins, in whole minutes, and 0 is midnight.
type CheckinTimeSetting struct {
	TimeID             int64             `json:"time_id,omitzero"`               // unique in the rule, 1 to 99,998
	WorkSec            *int64            `json:"work_sec,omitzero"`              // the beginning of work
	OffWorkSec         *int64            `json:"off_work_sec,omitzero"`          // the end of work
	EarliestWorkSec    *int64            `json:"earliest_work_sec,omitzero"`     // the first moment to check in for the beginning
	LatestWorkSec      *int64            `json:"latest_work_sec,omitzero"`       // the last moment to check in for the beginning
	EarliestOffWorkSec *int64            `json:"earliest_off_work_sec,omitzero"` // the first moment to check in for the end
	LatestOffWorkSec   *int64            `json:"latest_off_work_sec,omitzero"`   // the last moment to check in for the end
	RemindWorkSec      *int64            `json:"remind_work_sec,omitzero"`       // the reminder of the beginning: 0, 5, 10, 15 or 20 minutes before it
	RemindOffWorkSec   *int64            `json:"remind_off_work_sec,omitzero"`   // the reminder of the end: 0, 10, 20, 30 or 60 minutes after it
	AllowRest          *bool             `json:"allow_rest,omitzero"`            // there is a break, as the fields after it say; false by default
	RestBeginTime      *int64            `json:"rest_begin_time,omitzero"`       // the beginning of the break
	RestEndTime        *int64            `json:"rest_end_time,omitzero"`         // the end of the break
	RestTimes          []CheckinRestTime `json:"rest_times,omitzero"`            // several breaks, at most 5 that do not overlap
	NoNeedCheckon      *bool             `json:"no_need_checkon,omitzero"`       // no check-in for the beginning; false by default
	NoNeedCheckoff     *bool             `json:"no_need_checkoff,omitzero"`      // no check-in for the end; false by default
}

// CheckinSpecialDayType says which days an exception is for.
type CheckinSpecialDayType int64

// The choices.
const (
	CheckinSpecialDayTypeDay      CheckinSpecialDayType = 0 // the day of Timestamp
	CheckinSpecialDayTypePeriod   CheckinSpecialDayType = 1 // all days from BeginTime to EndTime
	CheckinSpecialDayTypeBiweekly CheckinSpecialDayType = 2 // the day of Timestamp and every second week after it, to EndTime
)

// CheckinSpecialDaySetting is a day, or several, that is an exception from the days of the week. All times are
// the 0:00 of a day to come, at most a year apart.
type CheckinSpecialDaySetting struct {
	Type        CheckinSpecialDayType `json:"type"`
	Timestamp   Timestamp             `json:"timestamp,omitzero"`   // the day, or the first of those that repeat
	BeginTime   Timestamp             `json:"begintime,omitzero"`   // the first of the days
	EndTime     Timestamp             `json:"endtime,omitzero"`     // the last of the days
	CheckinTime []CheckinTimeSetting  `json:"checkintime,omitzero"` // working hours, without the first and last moments to check in; none for a day off
	Notes       string                `json:"notes"`                // at most 40 bytes
}

// CheckinShiftSetting is a shift as it is set. Of the two pairs FlexOnDutyTime and FlexOffDutyTime,
// MaxAllowArriveEarly and MaxAllowArriveLate, one can be set, in multiples of 300 and to at most 21,600.
type CheckinShiftSetting struct {
	ScheduleID          int64                  `json:"schedule_id"`                     // unique in the rule; 0 for the days off
	ScheduleName        string                 `json:"schedule_name"`                   // unique in the rule, at most 40 characters; 休息 for the days off
	TimeSection         []CheckinTimeSetting   `json:"time_section,omitzero"`           // working hours, at most 4; none for the days off
	AllowFlex           *bool                  `json:"allow_flex,omitzero"`             // the hours are flexible, as the fields after it say; true by default
	FlexOnDutyTime      int64                  `json:"flex_on_duty_time,omitzero"`      // seconds by which one may be late
	FlexOffDutyTime     int64                  `json:"flex_off_duty_time,omitzero"`     // seconds by which one may leave early
	MaxAllowArriveEarly int64                  `json:"max_allow_arrive_early,omitzero"` // seconds by which one may come and leave early
	MaxAllowArriveLate  int64                  `json:"max_allow_arrive_late,omitzero"`  // seconds by which one may come and leave late
	LateRule            CheckinLateRuleSetting `json:"late_rule,omitzero"`
}

// CheckinLateRuleSetting lets members who left late come later on the next day. It needs flexible hours. All
// times are in multiples of 900 seconds, at most 36,000.
type CheckinLateRuleSetting struct {
	AllowOffWorkAfterTime *bool             `json:"allow_offwork_after_time,omitzero"` // the rule is in force; false by default
	OffWorkAfterTime      int64             `json:"offwork_after_time,omitzero"`       // a single step instead of TimeRules, in seconds
	OnWorkFlexTime        int64             `json:"onwork_flex_time,omitzero"`         // a single step instead of TimeRules, in seconds
	TimeRules             []CheckinLateTime `json:"timerules,omitzero"`                // goes before the two fields above it
}

// CheckinBiweeklySetting is working days that differ from week to week (大小周), for rules with fixed
// hours. The week of 2024-01-01 is the first.
type CheckinBiweeklySetting struct {
	EnableWeekdayRecurrence *bool          `json:"enable_weekday_recurrence,omitzero"`
	OddWorkdays             []time.Weekday `json:"odd_workdays,omitzero"`  // of the first, third, … week
	EvenWorkdays            []time.Weekday `json:"even_workdays,omitzero"` // of the second, fourth, … week
}

// CheckinOvertimeSetting is how a rule is to count overtime. It must say so for each of the three sorts of days.
type CheckinOvertimeSetting struct {
	WorkdayConf    CheckinOvertimeDay  `json:"workdayconf,omitzero"` // on working days
	RestDayConf    CheckinOvertimeDay  `json:"restdayconf,omitzero"` // on rest days
	HolidayConf    CheckinOvertimeDay  `json:"holidayconf,omitzero"` // on public holidays
	TimeUnitConfig CheckinOvertimeUnit `json:"time_unit_config,omitzero"`
}

// CheckinOvertimeDay is how overtime on one sort of days is to be counted. AllowOT and Type are required.
type CheckinOvertimeDay struct {
	AllowOT       *bool                       `json:"allow_ot,omitzero"` // overtime counts
	Type          *CheckinOvertimeType        `json:"type,omitzero"`
	Apply         CheckinOvertimeApply        `json:"apply,omitzero"`           // for CheckinOvertimeTypeApproval
	Checkin       CheckinOvertimeCheckin      `json:"checkin,omitzero"`         // for CheckinOvertimeTypeCheckin
	ApplyCheckin  CheckinOvertimeApply        `json:"applycheckin,omitzero"`    // for CheckinOvertimeTypeBoth
	OTTimeRange   CheckinOvertimeTimeRange    `json:"ot_time_range,omitzero"`   // not with free hours
	OTTransEnable *bool                       `json:"ot_trans_enable,omitzero"` // overtime is made up for; false by default
	OTTransType   CheckinOvertimeCompensation `json:"ot_trans_type,omitzero"`   // by leave if 0
	Vacation      CheckinOvertimeVacation     `json:"vacation,omitzero"`        // if it is made up for by leave
}

// CheckinOvertimeTimeRange says when overtime counts.
type CheckinOvertimeTimeRange int64

// The choices.
const (
	CheckinOvertimeTimeRangeAllDay     CheckinOvertimeTimeRange = 0 // the default
	CheckinOvertimeTimeRangeBeforeWork CheckinOvertimeTimeRange = 1
	CheckinOvertimeTimeRangeAfterWork  CheckinOvertimeTimeRange = 2
)

// CheckinOvertimeCompensation says how overtime is made up for.
type CheckinOvertimeCompensation int64

// The ways.
const (
	CheckinOvertimeCompensationLeave CheckinOvertimeCompensation = 1 // by leave (调休)
	CheckinOvertimeCompensationPay   CheckinOvertimeCompensation = 2 // by pay (加班费)
)

// CheckinOvertimeApply is how approved overtime is to be counted.
type CheckinOvertimeApply struct {
	RestInfo CheckinOvertimeRestSetting `json:"restinfo,omitzero"` // breaks
}

// CheckinOvertimeCheckin is how overtime is to be counted by check-ins. All durations are in seconds.
type CheckinOvertimeCheckin struct {
	OTTimeStart *int64                     `json:"ot_time_start,omitzero"` // it begins so long after the last end of work; at most 43,200, 1,800 by default
	OTTimeMin   *int64                     `json:"ot_time_min,omitzero"`   // less does not count; at most 43,200, 1,800 by default
	OTTimeMax   *int64                     `json:"ot_time_max,omitzero"`   // more does not count; at most 43,200, 14,400 by default
	RestInfo    CheckinOvertimeRestSetting `json:"restinfo,omitzero"`      // breaks
}

// CheckinOvertimeRestSetting is the breaks that are to be taken off overtime.
type CheckinOvertimeRestSetting struct {
	Type            CheckinOvertimeRestType     `json:"type"`
	FixTimeRuleList []CheckinOvertimeRestTime   `json:"fix_time_rule_list,omitzero"` // for CheckinOvertimeRestTypeFixed, 1 to 10 in whole minutes
	CalOTTimeRule   CheckinOvertimeRestDuration `json:"cal_ottime_rule,omitzero"`    // for CheckinOvertimeRestTypeDuration, 1 to 5 of growing OTTime in multiples of 900
}

// CheckinOvertimeVacation is how overtime becomes leave.
type CheckinOvertimeVacation struct {
	TransRatio   int64 `json:"trans_ratio,omitzero"`   // leave for 100 units of overtime, at most 3,000; 100 by default
	SyncVacation *bool `json:"sync_vacation,omitzero"` // the leave is booked by itself; true by default
}

// CheckinOvertimeUnit is how overtime is rounded.
type CheckinOvertimeUnit struct {
	OTTimeUnit         CheckinOvertimeTimeUnit `json:"ot_time_unit,omitzero"`         // hours if 0
	PerdayDurationSecs int64                   `json:"perday_duration_secs,omitzero"` // seconds that make a day, 3,600 to 86,400 in steps of 360; 28,800 by default
	RoundingMethod     CheckinOvertimeRounding `json:"rounding_method,omitzero"`      // to the nearest if 0
	RoundingPrecision  *int64                  `json:"rounding_precision,omitzero"`   // decimal places when rounding to the nearest, 0 or 1; 1 by default
	StepSize           int64                   `json:"step_size,omitzero"`            // seconds to whose multiple is rounded up (1,800 or 3,600) or down (also 7,200, 10,800 or 14,400), of days 43,200 or 86,400; 3,600 by default
}

// CheckinOvertimeTimeUnit is the unit that overtime is counted in.
type CheckinOvertimeTimeUnit int64

// The units.
const (
	CheckinOvertimeTimeUnitHour CheckinOvertimeTimeUnit = 2
	CheckinOvertimeTimeUnitDay  CheckinOvertimeTimeUnit = 3
)

// CheckinOvertimeRounding says how overtime is rounded.
type CheckinOvertimeRounding int64

// The ways.
const (
	CheckinOvertimeRoundingNearest CheckinOvertimeRounding = 1
	CheckinOvertimeRoundingUp      CheckinOvertimeRounding = 2
	CheckinOvertimeRoundingDown    CheckinOvertimeRounding = 3
)

// CheckinCorrectionReminder reminds members to ask for corrections (补卡) of a month.
type CheckinCorrectionReminder struct {
	OpenRemind      *bool  `json:"open_remind,omitzero"`       // required: members are reminded
	BukaRemindMonth *int64 `json:"buka_remind_month,omitzero"` // 0 in the same month, 1 in the next
	BukaRemindDay   int64  `json:"buka_remind_day,omitzero"`   // 15 to 30 in the same month, 1 to 26 in the next
}

// ClearCheckinOptionFields empties lists of an attendance rule, which [Client.UpdateCheckinOption] cannot
// do (清空打卡规则数组元素). Only the app that created the rule can change it (errcode 301092 otherwise);
// the permissions are those of [Client.CreateCheckinOption].
//
// API: POST /cgi-bin/checkin/clear_checkin_option_array_field
// Doc: https://developer.work.weixin.qq.com/document/path/98041
func (c *Client) ClearCheckinOptionFields(ctx context.Context, req *ClearCheckinOptionFieldsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/checkin/clear_checkin_option_array_field", req, nil)
}

// ClearCheckinOptionFieldsRequest says which lists of a rule to empty.
type ClearCheckinOptionFieldsRequest struct {
	GroupID      int64                `json:"groupid"`                // of the rule
	ClearField   []CheckinOptionField `json:"clear_field"`            // not both networks and places: a rule needs one of them
	EffectiveNow *bool                `json:"effective_now,omitzero"` // at once; false by default
}

// CheckinOptionField is a list in a rule that can be emptied.
type CheckinOptionField int64

// The lists.
const (
	CheckinOptionFieldSpeWorkdays  CheckinOptionField = 1 // days on which to check in besides
	CheckinOptionFieldSpeOffDays   CheckinOptionField = 2 // days off besides
	CheckinOptionFieldWifiMACInfos CheckinOptionField = 3 // Wi-Fi networks where to check in
	CheckinOptionFieldLocInfos     CheckinOptionField = 4 // places where to check in
)

// DeleteCheckinOption removes an attendance rule (删除打卡规则). Only the app that created the rule can
// do so (errcode 301092 otherwise); the permissions are those of [Client.CreateCheckinOption].
//
// API: POST /cgi-bin/checkin/del_checkin_option
// Doc: https://developer.work.weixin.qq.com/document/path/98041
func (c *Client) DeleteCheckinOption(ctx context.Context, req *DeleteCheckinOptionRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/checkin/del_checkin_option", req, nil)
}

// DeleteCheckinOptionRequest names the rule to remove.
type DeleteCheckinOptionRequest struct {
	GroupID      int64 `json:"groupid"`
	EffectiveNow *bool `json:"effective_now,omitzero"` // at once; false by default
}
