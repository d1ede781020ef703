package workwx

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// ListCheckinRecords returns every check-in of some members in a period (获取打卡记录数据), whatever the
// state of the attendance app.
//
// At most 30 days and 100 members go into one call (errcode 301024 or 301023 otherwise), and 600 calls
// into a minute; errcode 301022 asks to try again. The app must be one of those that the attendance app
// lets call its API (可调用接口的应用), or have the permission for attendance if a provider made it.
//
// API: POST /cgi-bin/checkin/getcheckindata
// Doc: https://developer.work.weixin.qq.com/document/path/90262
func (c *Client) ListCheckinRecords(ctx context.Context, req *ListCheckinRecordsRequest) ([]*CheckinRecord, error) {
	var resp listCheckinRecordsResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcheckindata", req, &resp)
	return resp.CheckinData, err
}

type listCheckinRecordsResponse struct {
	CheckinData []*CheckinRecord `json:"checkindata"`
}

// ListCheckinRecordsRequest says which check-ins to list.
type ListCheckinRecordsRequest struct {
	OpenCheckinDataType CheckinDataType `json:"opencheckindatatype"`
	StartTime           Timestamp       `json:"starttime"`
	EndTime             Timestamp       `json:"endtime"`    // at most 30 days after StartTime
	UserIDList          []string        `json:"useridlist"` // at most 100
}

// CheckinDataType says which check-ins a list has.
type CheckinDataType int64

// The choices.
const (
	CheckinDataTypeWork    CheckinDataType = 1 // for the beginning and the end of work
	CheckinDataTypeOutside CheckinDataType = 2 // outside the company
	CheckinDataTypeAll     CheckinDataType = 3
)

// CheckinType says what a member checked in for.
type CheckinType string

// The types of check-ins.
const (
	CheckinTypeOnWork     CheckinType = "上班打卡"       // the beginning of work
	CheckinTypeOffWork    CheckinType = "下班打卡"       // the end of work
	CheckinTypeOutside    CheckinType = "外出打卡"       // outside the company
	CheckinTypeRecordOnly CheckinType = "仅记录打卡时间和位置" // nothing but time and place
)

// CheckinException is something that is not in order with a check-in.
type CheckinException string

// The exceptions.
const (
	CheckinExceptionTime     CheckinException = "时间异常"   // too late or too early
	CheckinExceptionLocation CheckinException = "地点异常"   // at the wrong place
	CheckinExceptionMissing  CheckinException = "未打卡"    // there was no check-in
	CheckinExceptionWifi     CheckinException = "wifi异常" // not in the company's Wi-Fi
	CheckinExceptionDevice   CheckinException = "非常用设备"  // with a device that the member does not usually use
)

// CheckinExceptions are the exceptions of a check-in, none if all is in order. They travel as one
// string, joined by semicolons.
type CheckinExceptions []CheckinException

// Has reports whether e is among the exceptions.
func (l CheckinExceptions) Has(e CheckinException) bool { return slices.Contains(l, e) }

// MarshalJSON joins the list.
func (l CheckinExceptions) MarshalJSON() ([]byte, error) {
	parts := make([]string, len(l))
	for i, e := range l {
		parts[i] = string(e)
	}
	return encodeJSON(strings.Join(parts, ";"))
}

// UnmarshalJSON takes the list apart, at semicolons of either width.
func (l *CheckinExceptions) UnmarshalJSON(b []byte) error {
	*l = nil
	if string(b) == "null" {
		return nil
	}
	var s scalarText
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	for _, part := range strings.FieldsFunc(string(s), func(r rune) bool { return r == ';' || r == '；' }) {
		*l = append(*l, CheckinException(strings.TrimSpace(part)))
	}
	return nil
}

// CheckinRecord is a check-in, or one that is missing.
type CheckinRecord struct {
	UserID         string            `json:"userid"`
	GroupID        int64             `json:"groupid"`   // of the rule
	GroupName      string            `json:"groupname"` // of the rule
	CheckinType    CheckinType       `json:"checkin_type"`
	ExceptionType  CheckinExceptions `json:"exception_type"`
	CheckinTime    Timestamp         `json:"checkin_time"`
	SchCheckinTime Timestamp         `json:"sch_checkin_time"` // when it should have been; not for rules with free hours
	LocationTitle  string            `json:"location_title"`   // name of the place
	LocationDetail string            `json:"location_detail"`  // address of the place
	Lng            float64           `json:"lng"`              // longitude × 1,000,000, in GCJ-02
	Lat            float64           `json:"lat"`              // latitude × 1,000,000, in GCJ-02
	WifiName       string            `json:"wifiname"`
	WifiMAC        string            `json:"wifimac"` // MAC address or BSSID
	DeviceID       string            `json:"deviceid"`
	ScheduleID     int64             `json:"schedule_id"` // of the shift, 0 if the rule has none
	TimelineID     int64             `json:"timeline_id"` // of the working hours in the shift
	Notes          string            `json:"notes"`       // of the member
	MediaIDs       []string          `json:"mediaids"`    // photos, for DownloadTempMedia
}

// AddCheckinRecords adds check-ins that another system took (添加打卡记录). Those that fit a rule appear in
// the records and reports of attendance.
//
// Only apps that the corp made itself can do so, and must be among those that the attendance app lets
// call its API; 60 calls a minute. A check-in that was approved before loses the data of its approval.
// errcode 301081 says that the time cannot be, 301083 that a value is wrong.
//
// API: POST /cgi-bin/checkin/add_checkin_record
// Doc: https://developer.work.weixin.qq.com/document/path/99647
func (c *Client) AddCheckinRecords(ctx context.Context, req *AddCheckinRecordsRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/checkin/add_checkin_record", req, nil)
}

// AddCheckinRecordsRequest holds the check-ins to add.
type AddCheckinRecordsRequest struct {
	Records []AddedCheckinRecord `json:"records"` // at most 200
}

// AddedCheckinRecord is a check-in to add. The platform wants its place and its device as well.
type AddedCheckinRecord struct {
	UserID         string            `json:"userid"`
	CheckinTime    Timestamp         `json:"checkin_time"`
	LocationTitle  string            `json:"location_title,omitzero"`  // name of the place, at most 1,024 characters
	LocationDetail string            `json:"location_detail,omitzero"` // address of the place, at most 1,024 characters
	Lng            float64           `json:"lng,omitzero"`             // longitude × 1,000,000, in GCJ-02
	Lat            float64           `json:"lat,omitzero"`             // latitude × 1,000,000, in GCJ-02
	WifiName       string            `json:"wifiname,omitzero"`        // at most 1,024 characters
	WifiMAC        string            `json:"wifimac,omitzero"`         // such as 3c:46:d8:0c:7a:70; required with WifiName
	DeviceType     CheckinDeviceType `json:"device_type,omitzero"`
	DeviceDetail   string            `json:"device_detail,omitzero"` // brand of the device, at most 40 characters
	Notes          string            `json:"notes,omitzero"`         // at most 1,024 characters
	MediaIDs       []string          `json:"mediaids,omitzero"`      // a photo from UploadTempImageMedia, at most 1
}

// CheckinDeviceType is the kind of device that took a check-in.
type CheckinDeviceType int64

// The kinds of devices.
const (
	CheckinDeviceTypeAccessControl CheckinDeviceType = 1 // at a door (门禁)
	CheckinDeviceTypeAttendance    CheckinDeviceType = 2 // an attendance machine, by face or finger (考勤机)
	CheckinDeviceTypeOther         CheckinDeviceType = 3
)

// AddCheckinPunchCorrection adds the check-in that a member missed (为打卡人员补卡).
//
// Only apps that the corp made itself can do so, and must be among those that the attendance app lets
// call its API; 600 calls a minute. errcodes 301080, 301081 and 301082 say which of the times is wrong;
// 301099 and 301101 to 301105 that the rule does not allow such corrections; 301113 that an approval of
// the check-in is under way.
//
// API: POST /cgi-bin/checkin/punch_correction
// Doc: https://developer.work.weixin.qq.com/document/path/95803
func (c *Client) AddCheckinPunchCorrection(ctx context.Context, req *AddCheckinPunchCorrectionRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/checkin/punch_correction", req, nil)
}

// AddCheckinPunchCorrectionRequest is the check-in that was missed.
type AddCheckinPunchCorrectionRequest struct {
	UserID              string    `json:"userid"`
	ScheduleDateTime    Timestamp `json:"schedule_date_time"`             // the day, at 0:00
	ScheduleCheckinTime *int64    `json:"schedule_checkin_time,omitzero"` // when it should have been, in seconds since 0:00, as in the member's rule; nil where the rule has no time
	CheckinTime         Timestamp `json:"checkin_time"`                   // when it is to have been: in time, late or early
	Remark              string    `json:"remark,omitzero"`                // at most 512 bytes
}

// AddCheckinUserFace enters the face of a member, for checking in by face only (录入打卡人员人脸信息). A face
// that the member had is replaced.
//
// Only apps that the corp made itself can do so, and must be among those that the attendance app lets
// call its API; 10 calls a minute. errcode 301071 says that another member has a similar face: this one
// was entered all the same. 301069 says that there is no such member, 301072 that the image does not do.
//
// API: POST /cgi-bin/checkin/addcheckinuserface
// Doc: https://developer.work.weixin.qq.com/document/path/93378
func (c *Client) AddCheckinUserFace(ctx context.Context, req *AddCheckinUserFaceRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/checkin/addcheckinuserface", req, nil)
}

// AddCheckinUserFaceRequest is the face of a member.
type AddCheckinUserFaceRequest struct {
	UserID   string `json:"userid"`
	UserFace string `json:"userface"` // the image in Base64, at most 1 MB
}

// ListHardwareCheckinRecords returns what attendance machines recorded of some members in a period
// (获取设备打卡数据), along with what no rule took into account.
//
// The app must be one of those that the attendance app lets call its API, or have the permission for
// attendance if a provider made it.
//
// API: POST /cgi-bin/hardware/get_hardware_checkin_data
// Doc: https://developer.work.weixin.qq.com/document/path/94126
func (c *Client) ListHardwareCheckinRecords(ctx context.Context, req *ListHardwareCheckinRecordsRequest) ([]*HardwareCheckinRecord, error) {
	var resp listHardwareCheckinRecordsResponse
	err := c.invoke(ctx, post, "/cgi-bin/hardware/get_hardware_checkin_data", req, &resp)
	return resp.CheckinData, err
}

type listHardwareCheckinRecordsResponse struct {
	CheckinData []*HardwareCheckinRecord `json:"checkindata"`
}

// ListHardwareCheckinRecordsRequest says which records to list.
type ListHardwareCheckinRecordsRequest struct {
	FilterType HardwareCheckinFilter `json:"filter_type,omitzero"` // HardwareCheckinFilterCheckin if 0
	StartTime  Timestamp             `json:"starttime"`
	EndTime    Timestamp             `json:"endtime"`
	UserIDList []string              `json:"useridlist"`
}

// HardwareCheckinFilter says which time of a record must lie in the period.
type HardwareCheckinFilter int64

// The choices.
const (
	HardwareCheckinFilterCheckin HardwareCheckinFilter = 1 // when the member checked in
	HardwareCheckinFilterUpload  HardwareCheckinFilter = 2 // when the machine sent the record
)

// HardwareCheckinRecord is a check-in at a machine.
type HardwareCheckinRecord struct {
	UserID      string    `json:"userid"`
	CheckinTime Timestamp `json:"checkin_time"`
	DeviceSN    string    `json:"device_sn"`
	DeviceName  string    `json:"device_name"`
}

// ListCheckinDailyReports returns the attendance of some members day by day (获取打卡日报数据).
//
// At most 100 members go into one call, and 100 calls into a minute. The permissions are those of
// [Client.ListCheckinRecords].
//
// API: POST /cgi-bin/checkin/getcheckin_daydata
// Doc: https://developer.work.weixin.qq.com/document/path/93374
func (c *Client) ListCheckinDailyReports(ctx context.Context, req *ListCheckinDailyReportsRequest) ([]*CheckinDailyReport, error) {
	var resp listCheckinDailyReportsResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcheckin_daydata", req, &resp)
	return resp.Datas, err
}

type listCheckinDailyReportsResponse struct {
	Datas []*CheckinDailyReport `json:"datas"`
}

// ListCheckinDailyReportsRequest says which days of whom to report.
type ListCheckinDailyReportsRequest struct {
	StartTime  Timestamp `json:"starttime"`  // the first day, at 0:00
	EndTime    Timestamp `json:"endtime"`    // the last day, at 0:00
	UserIDList []string  `json:"useridlist"` // 1 to 100
}

// CheckinDailyReport is the attendance of a member on one day.
type CheckinDailyReport struct {
	BaseInfo       CheckinReportBase        `json:"base_info"`
	SummaryInfo    CheckinDailySummary      `json:"summary_info"`
	HolidayInfos   []CheckinReportApproval  `json:"holiday_infos"`   // approved leave, overtime and the like
	SpItems        []CheckinReportItem      `json:"sp_items"`        // how much leave and the like
	ExceptionInfos []CheckinReportException `json:"exception_infos"` // what was not in order
	OTInfo         CheckinDailyOvertime     `json:"ot_info"`
}

// CheckinReportBase says what a report is about.
type CheckinReportBase struct {
	Date        Timestamp         `json:"date"`     // the day; daily reports only
	DayType     CheckinDayType    `json:"day_type"` // daily reports only
	RecordType  CheckinRecordType `json:"record_type"`
	AcctID      string            `json:"acctid"` // the member's user id
	Name        string            `json:"name"`
	NameEx      string            `json:"name_ex"`      // the alias
	DepartsName string            `json:"departs_name"` // paths of all departments of the member, joined by semicolons
	RuleInfo    CheckinReportRule `json:"rule_info"`
}

// CheckinDayType says whether a day is a working day.
type CheckinDayType int64

// The types of days.
const (
	CheckinDayTypeWorkday CheckinDayType = 0
	CheckinDayTypeRestDay CheckinDayType = 1
)

// CheckinRecordType says what sort of rule a report is made by.
type CheckinRecordType int64

// The sorts.
const (
	CheckinRecordTypeFixed    CheckinRecordType = 1 // fixed hours
	CheckinRecordTypeOutside  CheckinRecordType = 2 // outside the company; not in these reports
	CheckinRecordTypeShift    CheckinRecordType = 3 // shifts
	CheckinRecordTypeFree     CheckinRecordType = 4 // free hours
	CheckinRecordTypeOvertime CheckinRecordType = 5 // overtime
	CheckinRecordTypeNoRule   CheckinRecordType = 7 // no rule
)

// CheckinReportRule is the rule that a report is made by.
type CheckinReportRule struct {
	GroupID      int64                `json:"groupid"`
	GroupName    string               `json:"groupname"`
	ScheduleID   int64                `json:"scheduleid"`   // of the shift of the day; daily reports by shifts only
	ScheduleName string               `json:"schedulename"` // of the shift of the day; daily reports by shifts only
	CheckinTime  []CheckinReportHours `json:"checkintime"`  // of the day; daily reports by fixed hours only
}

// CheckinReportHours are working hours.
type CheckinReportHours struct {
	WorkSec    int64 `json:"work_sec"`     // their beginning, in seconds since 0:00
	OffWorkSec int64 `json:"off_work_sec"` // their end, in seconds since 0:00
}

// CheckinDailySummary sums a day up.
type CheckinDailySummary struct {
	CheckinCount    int64 `json:"checkin_count"`     // check-ins of the day
	RegularWorkSec  int64 `json:"regular_work_sec"`  // seconds worked
	StandardWorkSec int64 `json:"standard_work_sec"` // seconds that were to be worked
	EarliestTime    int64 `json:"earliest_time"`     // of the first check-in, in seconds since 0:00
	LatestTime      int64 `json:"lastest_time"`      // of the last check-in, in seconds since 0:00
}

// CheckinReportApproval is an approved request that bears on a day.
type CheckinReportApproval struct {
	SpNumber      string            `json:"sp_number"`      // of the approval
	SpTitle       CheckinReportText `json:"sp_title"`       // such as 请假1天
	SpDescription CheckinReportText `json:"sp_description"` // such as the period
}

// CheckinReportText is a text in some languages, of which only Chinese is in use.
type CheckinReportText struct {
	Data []CheckinReportTextItem `json:"data"`
}

// CheckinReportTextItem is a text in one language.
type CheckinReportTextItem struct {
	Lang string `json:"lang"` // zh_CN
	Text string `json:"text"`
}

// CheckinReportItem is an amount of leave, business trips and the like.
type CheckinReportItem struct {
	Name       string                `json:"name"` // such as 年假
	Type       CheckinReportItemType `json:"type"`
	VacationID int64                 `json:"vacation_id"` // which leave, if Type says so; see [Client.ListVacationConfigs]
	TimeType   CheckinTimeType       `json:"time_type"`   // the unit in which it is counted
	Duration   int64                 `json:"duration"`    // seconds; a day counts 86,400 where the unit is days
	Count      int64                 `json:"count"`       // how many times
}

// CheckinReportItemType says what an amount is of.
type CheckinReportItemType int64

// The types of amounts.
const (
	CheckinReportItemTypeLeave        CheckinReportItemType = 1
	CheckinReportItemTypeCorrection   CheckinReportItemType = 2 // check-ins that were added later (补卡)
	CheckinReportItemTypeBusinessTrip CheckinReportItemType = 3
	CheckinReportItemTypeOuting       CheckinReportItemType = 4   // on business, in town (外出)
	CheckinReportItemTypeApproval     CheckinReportItemType = 15  // check-ins by approval (审批打卡)
	CheckinReportItemTypeFieldwork    CheckinReportItemType = 100 // check-ins out of the range of the rule (外勤)
)

// CheckinTimeType is the unit of an amount of time.
type CheckinTimeType int64

// The units.
const (
	CheckinTimeTypeDay  CheckinTimeType = 0 // Duration / 86,400
	CheckinTimeTypeHour CheckinTimeType = 1 // Duration / 3,600
)

// CheckinReportException is how often and how long something was not in order.
type CheckinReportException struct {
	Exception CheckinReportExceptionType `json:"exception"`
	Duration  int64                      `json:"duration"` // seconds; for late, early and absent only
	Count     int64                      `json:"count"`    // how many times
}

// CheckinReportExceptionType says what was not in order.
type CheckinReportExceptionType int64

// The types of exceptions.
const (
	CheckinReportExceptionTypeLate     CheckinReportExceptionType = 1 // came late
	CheckinReportExceptionTypeEarly    CheckinReportExceptionType = 2 // left early
	CheckinReportExceptionTypeMissing  CheckinReportExceptionType = 3 // a check-in is missing
	CheckinReportExceptionTypeAbsent   CheckinReportExceptionType = 4 // absent without leave
	CheckinReportExceptionTypeLocation CheckinReportExceptionType = 5 // wrong place
	CheckinReportExceptionTypeDevice   CheckinReportExceptionType = 6 // wrong device
)

// CheckinOvertimeStatus says how the overtime of a day turned out.
type CheckinOvertimeStatus int64

// The states of overtime.
const (
	CheckinOvertimeStatusNone   CheckinOvertimeStatus = 0
	CheckinOvertimeStatusNormal CheckinOvertimeStatus = 1
	CheckinOvertimeStatusShort  CheckinOvertimeStatus = 2 // less than was approved
)

// CheckinDailyOvertime is the overtime of a day. All durations are in seconds.
type CheckinDailyOvertime struct {
	OTStatus              CheckinOvertimeStatus `json:"ot_status"`
	OTDuration            int64                 `json:"ot_duration"`              // overtime worked
	ExceptionDuration     []int64               `json:"exception_duration"`       // what is missing, if OTStatus says so
	WorkdayOverAsVacation int64                 `json:"workday_over_as_vacation"` // on a working day, to be made up by leave
	WorkdayOverAsMoney    int64                 `json:"workday_over_as_money"`    // on a working day, to be paid
	RestDayOverAsVacation int64                 `json:"restday_over_as_vacation"` // on a rest day, to be made up by leave
	RestDayOverAsMoney    int64                 `json:"restday_over_as_money"`    // on a rest day, to be paid
	HolidayOverAsVacation int64                 `json:"holiday_over_as_vacation"` // on a public holiday, to be made up by leave
	HolidayOverAsMoney    int64                 `json:"holiday_over_as_money"`    // on a public holiday, to be paid
}

// ListCheckinMonthlyReports returns the attendance of some members, summed up over a period
// (获取打卡月报数据).
//
// At most 100 members go into one call, and 60 calls into a minute. The permissions are those of
// [Client.ListCheckinRecords].
//
// API: POST /cgi-bin/checkin/getcheckin_monthdata
// Doc: https://developer.work.weixin.qq.com/document/path/93387
func (c *Client) ListCheckinMonthlyReports(ctx context.Context, req *ListCheckinMonthlyReportsRequest) ([]*CheckinMonthlyReport, error) {
	var resp listCheckinMonthlyReportsResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcheckin_monthdata", req, &resp)
	return resp.Datas, err
}

type listCheckinMonthlyReportsResponse struct {
	Datas []*CheckinMonthlyReport `json:"datas"`
}

// ListCheckinMonthlyReportsRequest says which period of whom to report.
type ListCheckinMonthlyReportsRequest struct {
	StartTime  Timestamp `json:"starttime"`  // the first day, at 0:00
	EndTime    Timestamp `json:"endtime"`    // the last day, at 0:00
	UserIDList []string  `json:"useridlist"` // 1 to 100
}

// CheckinMonthlyReport is the attendance of a member in a period.
type CheckinMonthlyReport struct {
	BaseInfo       CheckinReportBase        `json:"base_info"`
	SummaryInfo    CheckinMonthlySummary    `json:"summary_info"`
	SpItems        []CheckinReportItem      `json:"sp_items"`        // how much leave and the like
	ExceptionInfos []CheckinReportException `json:"exception_infos"` // what was not in order
	OverworkInfo   CheckinMonthlyOvertime   `json:"overwork_info"`
}

// CheckinMonthlySummary sums a period up.
type CheckinMonthlySummary struct {
	ExceptDays      int64 `json:"except_days"`       // days on which something was not in order
	RegularDays     int64 `json:"regular_days"`      // days on which all was
	WorkDays        int64 `json:"work_days"`         // days on which the member had to check in
	RestDays        int64 `json:"rest_days"`         // days off
	RegularWorkSec  int64 `json:"regular_work_sec"`  // seconds worked
	StandardWorkSec int64 `json:"standard_work_sec"` // seconds that were to be worked
}

// CheckinMonthlyOvertime is the overtime of a period. All durations are in seconds.
type CheckinMonthlyOvertime struct {
	WorkdayOverSec         int64 `json:"workday_over_sec"`          // on working days
	HolidaysOverSec        int64 `json:"holidays_over_sec"`         // on public holidays
	RestDaysOverSec        int64 `json:"restdays_over_sec"`         // on rest days
	WorkdaysOverAsVacation int64 `json:"workdays_over_as_vacation"` // on working days, to be made up by leave
	WorkdaysOverAsMoney    int64 `json:"workdays_over_as_money"`    // on working days, to be paid
	RestDaysOverAsVacation int64 `json:"restdays_over_as_vacation"` // on rest days, to be made up by leave
	RestDaysOverAsMoney    int64 `json:"restdays_over_as_money"`    // on rest days, to be paid
	HolidaysOverAsVacation int64 `json:"holidays_over_as_vacation"` // on public holidays, to be made up by leave
	HolidaysOverAsMoney    int64 `json:"holidays_over_as_money"`    // on public holidays, to be paid
}

// ListCheckinSchedules returns the shifts of some members who work by shifts (获取打卡人员排班信息).
//
// At most one month and 100 members go into one call, and 60 calls into a minute. The permissions are
// those of [Client.ListCheckinRecords]. errcode 301021 says that a user id is wrong.
//
// API: POST /cgi-bin/checkin/getcheckinschedulist
// Doc: https://developer.work.weixin.qq.com/document/path/93380
func (c *Client) ListCheckinSchedules(ctx context.Context, req *ListCheckinSchedulesRequest) ([]*CheckinSchedule, error) {
	var resp listCheckinSchedulesResponse
	err := c.invoke(ctx, post, "/cgi-bin/checkin/getcheckinschedulist", req, &resp)
	return resp.ScheduleList, err
}

type listCheckinSchedulesResponse struct {
	ScheduleList []*CheckinSchedule `json:"schedule_list"`
}

// ListCheckinSchedulesRequest says which shifts of whom to list.
type ListCheckinSchedulesRequest struct {
	StartTime  Timestamp `json:"starttime"`
	EndTime    Timestamp `json:"endtime"`    // at most one month after StartTime
	UserIDList []string  `json:"useridlist"` // at most 100
}

// CheckinSchedule is the shifts of a member in a month.
type CheckinSchedule struct {
	UserID    string              `json:"userid"`
	YearMonth int64               `json:"yearmonth"` // such as 202411
	GroupID   int64               `json:"groupid"`   // of the rule
	GroupName string              `json:"groupname"` // of the rule
	Schedule  CheckinScheduleDays `json:"schedule"`
}

// CheckinScheduleDays are the days of a schedule.
type CheckinScheduleDays struct {
	ScheduleList []CheckinScheduleDay `json:"scheduleList"`
}

// CheckinScheduleDay is the shift of a day.
type CheckinScheduleDay struct {
	Day          int64                `json:"day"` // of the month, from 1
	ScheduleInfo CheckinScheduleShift `json:"schedule_info"`
}

// CheckinScheduleShift is the shift that a member works on a day.
type CheckinScheduleShift struct {
	ScheduleID   int64                  `json:"schedule_id"` // 0 for a day off
	ScheduleName string                 `json:"schedule_name"`
	TimeSection  []CheckinScheduleHours `json:"time_section"` // working hours
}

// CheckinScheduleHours are working hours of a shift. All times are in seconds since 0:00.
type CheckinScheduleHours struct {
	ID               int64 `json:"id"`
	WorkSec          int64 `json:"work_sec"`            // their beginning
	OffWorkSec       int64 `json:"off_work_sec"`        // their end
	RemindWorkSec    int64 `json:"remind_work_sec"`     // the reminder of their beginning
	RemindOffWorkSec int64 `json:"remind_off_work_sec"` // the reminder of their end
}

// SetCheckinSchedules says who works which shift on which day (为打卡人员排班). What it does not name
// stays.
//
// The members must be under a rule with shifts. 60 calls a minute. The permissions are those of
// [Client.ListCheckinRecords]. errcode 301073 says that a time is wrong.
//
// API: POST /cgi-bin/checkin/setcheckinschedulist
// Doc: https://developer.work.weixin.qq.com/document/path/93385
func (c *Client) SetCheckinSchedules(ctx context.Context, req *SetCheckinSchedulesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/checkin/setcheckinschedulist", req, nil)
}

// SetCheckinSchedulesRequest is the shifts of members in a month.
type SetCheckinSchedulesRequest struct {
	GroupID   int64                 `json:"groupid"`   // of the rule
	YearMonth int64                 `json:"yearmonth"` // such as 202411
	Items     []CheckinScheduleItem `json:"items"`
}

// CheckinScheduleItem is the shift of a member on a day.
type CheckinScheduleItem struct {
	UserID     string `json:"userid"`
	Day        int64  `json:"day"`         // of the month, 1 to 31
	ScheduleID int64  `json:"schedule_id"` // a shift of the rule; 0 for a day off
}
