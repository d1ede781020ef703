package workwx

import "context"

// ListVacationConfigs returns the kinds of leave that the corp has set up, with their rules (获取企业假期管理配置).
//
// The app must be allowed to call the approval API. Errcode 301062 says that it may not use attendance
// and leave. 600 calls a minute.
//
// API: GET /cgi-bin/oa/vacation/getcorpconf
// Doc: https://developer.work.weixin.qq.com/document/path/93375
func (c *Client) ListVacationConfigs(ctx context.Context) ([]*CorpVacationConf, error) {
	var resp listVacationConfigsResponse
	err := c.invoke(ctx, get, "/cgi-bin/oa/vacation/getcorpconf", nil, &resp)
	return resp.Lists, err
}

type listVacationConfigsResponse struct {
	Lists []*CorpVacationConf `json:"lists"`
}

// VacationTimeAttr says in what unit a leave is taken.
type VacationTimeAttr int64

// The units of leave.
const (
	VacationTimeAttrDay  VacationTimeAttr = 0
	VacationTimeAttrHour VacationTimeAttr = 1
)

// VacationDurationType says which days of a leave count.
type VacationDurationType int64

// Which days of a leave count.
const (
	VacationDurationTypeAllDays     VacationDurationType = 0 // 自然日
	VacationDurationTypeWorkingDays VacationDurationType = 1 // 工作日
)

// CorpVacationConf is a kind of leave and its rules.
type CorpVacationConf struct {
	ID                 int64                      `json:"id"`
	Name               string                     `json:"name"`
	DurationType       VacationDurationType       `json:"duration_type"`
	TimeAttr           VacationTimeAttr           `json:"time_attr"`
	QuotaAttr          CorpVacationConfQuotaAttr  `json:"quota_attr"`
	PerdayDuration     int64                      `json:"perday_duration"`       // how many seconds are a day
	IsNewOvertime      IntBool                    `json:"is_newovertime"`        // it is earned by overtime (调休假)
	EnterCompTimeLimit int64                      `json:"enter_comp_time_limit"` // after how many months in the corp it may be taken
	ExpireRule         CorpVacationConfExpireRule `json:"expire_rule"`
}

// VacationQuotaType says how a leave is granted.
type VacationQuotaType int64

// How a leave is granted.
const (
	VacationQuotaTypeUnlimited VacationQuotaType = 0
	VacationQuotaTypeYearly    VacationQuotaType = 1 // by itself, every year
	VacationQuotaTypeManual    VacationQuotaType = 2 // by an administrator or [Client.SetUserVacationQuota]
	VacationQuotaTypeMonthly   VacationQuotaType = 3 // by itself, every month
)

// VacationQuotaRuleType says what the amount of a yearly leave depends on.
type VacationQuotaRuleType int64

// What the amount of a yearly leave depends on.
const (
	VacationQuotaRuleTypeFixed       VacationQuotaRuleType = 0
	VacationQuotaRuleTypeYearsOfWork VacationQuotaRuleType = 1 // 工龄
	VacationQuotaRuleTypeYearsInCorp VacationQuotaRuleType = 2 // 司龄
)

// CorpVacationConfQuotaAttr says how a leave is granted.
type CorpVacationConfQuotaAttr struct {
	Type              VacationQuotaType          `json:"type"`
	AutoResetTime     Timestamp                  `json:"autoreset_time"`       // the month and day on which it is granted; the year means nothing; not used with AtEntryDate
	AutoResetDuration int64                      `json:"autoreset_duration"`   // how much is granted each year or month, in seconds; not used with QuotaRules
	QuotaRuleType     VacationQuotaRuleType      `json:"quota_rule_type"`      // of a yearly leave
	QuotaRules        CorpVacationConfQuotaRules `json:"quota_rules"`          // of a yearly leave that depends on the years
	AtEntryDate       bool                       `json:"at_entry_date"`        // a yearly leave is granted on the day on which the member joined
	AutoResetMonthDay int64                      `json:"auto_reset_month_day"` // the day of the month on which a monthly leave is granted
}

// CorpVacationConfQuotaRules says how much leave the years bring.
type CorpVacationConfQuotaRules struct {
	List                  []CorpVacationConfQuotaRule `json:"list"`
	BasedOnActualWorkTime bool                        `json:"based_on_actual_work_time"` // it is granted in proportion to the time worked this year
}

// CorpVacationConfQuotaRule is the leave for a range of years.
type CorpVacationConfQuotaRule struct {
	Quota int64 `json:"quota"` // in seconds
	Begin int64 `json:"begin"` // in years
	End   int64 `json:"end"`   // in years; 0 for no end
}

// VacationExpireType says when granted leave expires.
type VacationExpireType int64

// When granted leave expires.
const (
	VacationExpireTypeDate   VacationExpireType = 1 // on a fixed day of the year
	VacationExpireTypeYears  VacationExpireType = 2 // so many years after it was granted
	VacationExpireTypeMonths VacationExpireType = 3 // so many months after it was granted
	VacationExpireTypeNever  VacationExpireType = 4
)

// CorpVacationConfExpireRule says when granted leave expires.
type CorpVacationConfExpireRule struct {
	Type                 VacationExpireType   `json:"type"`
	Duration             int64                `json:"duration"`               // in years or months, as Type says
	Date                 CorpVacationConfDate `json:"date"`                   // the day of the year
	ExternDurationEnable bool                 `json:"extern_duration_enable"` // the time can be extended
	ExternDuration       CorpVacationConfDate `json:"extern_duration"`        // by so many months and days
}

// CorpVacationConfDate is a day of the year, or a number of months and days.
type CorpVacationConfDate struct {
	Month int64 `json:"month"`
	Day   int64 `json:"day"`
}

// ListUserVacationQuotas returns how much leave of each kind a member has (获取成员假期余额).
//
// All amounts are in seconds. For a leave that is taken by the day, 86,400 are a day, whatever
// PerdayDuration says. The member must be in the app's visible range. 600 calls a minute.
//
// API: POST /cgi-bin/oa/vacation/getuservacationquota
// Doc: https://developer.work.weixin.qq.com/document/path/93376
func (c *Client) ListUserVacationQuotas(ctx context.Context, userID string) ([]*UserVacationQuota, error) {
	var resp listUserVacationQuotasResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/vacation/getuservacationquota", param{"userid", userID}, &resp)
	return resp.Lists, err
}

type listUserVacationQuotasResponse struct {
	Lists []*UserVacationQuota `json:"lists"`
}

// UserVacationQuota is how much leave of one kind a member has.
type UserVacationQuota struct {
	ID                 int64  `json:"id"` // of the kind of leave
	VacationName       string `json:"vacationname"`
	AssignDuration     int64  `json:"assignduration"`      // granted, in seconds
	UsedDuration       int64  `json:"usedduration"`        // taken, in seconds
	LeftDuration       int64  `json:"leftduration"`        // left, in seconds
	RealAssignDuration int64  `json:"real_assignduration"` // granted in proportion to the time worked, in seconds
}

// SetUserVacationQuota sets how much leave of one kind a member has left (修改成员假期余额).
//
// Errcode 301063 says that an amount or the unit is wrong, 301098 that the leave is not for this member.
// 600 calls a minute.
//
// API: POST /cgi-bin/oa/vacation/setoneuserquota
// Doc: https://developer.work.weixin.qq.com/document/path/93377
func (c *Client) SetUserVacationQuota(ctx context.Context, req *SetUserVacationQuotaRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/vacation/setoneuserquota", req, nil)
}

// SetUserVacationQuotaRequest says how much leave a member has left.
type SetUserVacationQuotaRequest struct {
	UserID       string           `json:"userid"`
	VacationID   int64            `json:"vacation_id"`
	LeftDuration int64            `json:"leftduration"`     // in seconds: a multiple of 8,640 (0.1 days), at most 1,000 days; by the hour a multiple of 360 (0.1 hours), at most 24,000 hours
	TimeAttr     VacationTimeAttr `json:"time_attr"`        // must be that of the leave
	Remarks      *string          `json:"remarks,omitzero"` // shown in the records, at most 200 characters
}
