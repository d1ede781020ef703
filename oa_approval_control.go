package workwx

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// StringInt is a whole number that travels as a string.
type StringInt int64

// MarshalJSON encodes n in quotes.
func (n StringInt) MarshalJSON() ([]byte, error) {
	return strconv.AppendQuote(nil, strconv.FormatInt(int64(n), 10)), nil
}

// UnmarshalJSON accepts a number, as a string or as a number; "" and null are 0.
func (n *StringInt) UnmarshalJSON(b []byte) error {
	i, err := integer(b)
	if err != nil {
		return err
	}
	*n = StringInt(i)
	return nil
}

// StringFloat is a number that travels as a string.
type StringFloat float64

// MarshalJSON encodes f in quotes, with as many digits as it needs and no exponent.
func (f StringFloat) MarshalJSON() ([]byte, error) {
	return strconv.AppendQuote(nil, strconv.FormatFloat(float64(f), 'f', -1, 64)), nil
}

// UnmarshalJSON accepts a number, as a string or as a number; "" and null are 0.
func (f *StringFloat) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `" `)
	if s == "" || s == "null" {
		*f = 0
		return nil
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return fmt.Errorf("%.32q is not a number", s)
	}
	*f = StringFloat(x)
	return nil
}

// ControlType says what a control of a form is.
type ControlType string

// The controls of the forms of approvals and journals.
const (
	ControlTypeText            ControlType = "Text"            // a line of text (文本)
	ControlTypeTextarea        ControlType = "Textarea"        // text of several lines (多行文本)
	ControlTypeNumber          ControlType = "Number"          // a number (数字)
	ControlTypeMoney           ControlType = "Money"           // an amount of money (金额)
	ControlTypeDate            ControlType = "Date"            // a day, or a day and time (日期)
	ControlTypeDateRange       ControlType = "DateRange"       // a period of time (时长)
	ControlTypeSelector        ControlType = "Selector"        // a choice of one or several options (单选/多选)
	ControlTypeContact         ControlType = "Contact"         // members or departments (成员/部门)
	ControlTypeTips            ControlType = "Tips"            // text for the applicant to read, without a value (说明文字)
	ControlTypeTable           ControlType = "Table"           // rows of other controls (明细)
	ControlTypeFile            ControlType = "File"            // attachments (附件)
	ControlTypeRelatedApproval ControlType = "RelatedApproval" // other applications (关联审批单)
	ControlTypeLocation        ControlType = "Location"        // a place (位置)
	ControlTypeFormula         ControlType = "Formula"         // computed by the platform from other controls (公式)
	ControlTypeVacation        ControlType = "Vacation"        // a leave, with its kind (请假)
	ControlTypeAttendance      ControlType = "Attendance"      // an outing, business trip or overtime (外出/出差/加班)
	ControlTypePunchCorrection ControlType = "PunchCorrection" // a correction of a check-in (补卡)
	ControlTypePhoneNumber     ControlType = "PhoneNumber"     // a phone number (电话号码)
	ControlTypeBankAccount     ControlType = "BankAccount"     // an account to pay to (收款账户)
	ControlTypeSchoolContact   ControlType = "SchoolContact"   // students or classes, in journals of schools (学生/班级)
	ControlTypeDoc             ControlType = "Doc"             // documents, in journals (文档)
	ControlTypeWedriveFile     ControlType = "WedriveFile"     // files of the drive, in journals (微盘文件)
)

// OAControl is the name that earlier SDKs give to [ControlType].
type OAControl = ControlType

// OADateType says how precise the time of a control is.
type OADateType string

// The precisions of time.
const (
	OADateTypeDay     OADateType = "day"     // a day; of Date controls
	OADateTypeHalfDay OADateType = "halfday" // a morning or an afternoon; of periods
	OADateTypeHour    OADateType = "hour"    // a day and time, to the minute
)

// OASelectorType says how many can be chosen.
type OASelectorType string

// How many can be chosen.
const (
	OASelectorTypeSingle OASelectorType = "single"
	OASelectorTypeMulti  OASelectorType = "multi"
)

// OAContactMode says what a Contact control holds.
type OAContactMode string

// What a Contact control holds.
const (
	OAContactModeUser       OAContactMode = "user"
	OAContactModeDepartment OAContactMode = "department"
)

// OAAttendanceType says what an absence from the office is.
type OAAttendanceType int64

// The kinds of absence.
const (
	OAAttendanceTypeLeave           OAAttendanceType = 1 // 请假
	OAAttendanceTypePunchCorrection OAAttendanceType = 2 // 补卡; in answers only
	OAAttendanceTypeBusinessTrip    OAAttendanceType = 3 // 出差
	OAAttendanceTypeOuting          OAAttendanceType = 4 // 外出
	OAAttendanceTypeOvertime        OAAttendanceType = 5 // 加班; at most 7 days on end
)

// OASliceState says who computed a duration.
type OASliceState int64

// Who computed a duration.
const (
	OASliceStateComputed OASliceState = 1 // the platform
	OASliceStateChanged  OASliceState = 2 // the applicant
)

// OABankAccountType says whose account it is.
type OABankAccountType int64

// The kinds of bank accounts.
const (
	OABankAccountTypeCorporate OABankAccountType = 1 // 对公账户
	OABankAccountTypePersonal  OABankAccountType = 2 // 个人账户
)

// OATipsTextType says what a piece of a Tips control is.
type OATipsTextType int64

// The pieces of a Tips control.
const (
	OATipsTextTypePlain OATipsTextType = 1
	OATipsTextTypeLink  OATipsTextType = 2
)

// OAText is a text in one language.
type OAText struct {
	Text string `json:"text"`
	Lang string `json:"lang"` // zh_CN or en
}

// OATemplateDetail is an approval template.
type OATemplateDetail struct {
	TemplateNames   []OAText           `json:"template_names"` // in each language that it has
	TemplateContent OATemplateControls `json:"template_content"`
}

// OATemplateControls are the controls of a template, in the order in which they are shown.
type OATemplateControls struct {
	Controls []OATemplateControl `json:"controls"`
}

// OATemplateControl is a control of a template.
type OATemplateControl struct {
	Property OATemplateControlProperty `json:"property"`
	Config   OATemplateControlConfig   `json:"config,omitzero"` // empty for Text, Textarea, Number and Money
}

// OATemplateControlProperty is what all controls have.
type OATemplateControlProperty struct {
	Control     ControlType `json:"control"`
	ID          string      `json:"id"`                   // unique in the template: the type and a number, such as Text-01
	Title       []OAText    `json:"title,omitzero"`       // unique in the template, at most 40 characters
	Placeholder []OAText    `json:"placeholder,omitzero"` // a hint for the applicant, at most 80 characters
	Require     IntBool     `json:"require,omitzero"`     // the applicant must fill it in
	UnPrint     IntBool     `json:"un_print"`             // left out when the form is printed
}

// OATemplateControlConfig is what one type of controls has: the field of that type is set.
type OATemplateControlConfig struct {
	Date            OATemplateControlConfigDate            `json:"date,omitzero"`
	Selector        OATemplateControlConfigSelector        `json:"selector,omitzero"`
	Contact         OATemplateControlConfigContact         `json:"contact,omitzero"`
	Tips            OATemplateControlConfigTips            `json:"tips,omitzero"`
	File            OATemplateControlConfigFile            `json:"file,omitzero"`
	Table           OATemplateControlConfigTable           `json:"table,omitzero"`
	Attendance      OATemplateControlConfigAttendance      `json:"attendance,omitzero"`
	Vacation        OATemplateControlConfigVacation        `json:"vacation_list,omitzero"`
	DateRange       OATemplateControlConfigDateRange       `json:"date_range,omitzero"`
	Location        OATemplateControlConfigLocation        `json:"location,omitzero"`
	RelatedApproval OATemplateControlConfigRelatedApproval `json:"related_approval,omitzero"`
}

// OATemplateControlConfigDate is the config of a Date control.
type OATemplateControlConfigDate struct {
	Type OADateType `json:"type"` // day or hour
}

// OATemplateControlConfigSelector is the config of a Selector control.
type OATemplateControlConfigSelector struct {
	Type        OASelectorType                               `json:"type"`
	ExpType     int64                                        `json:"exp_type,omitzero"` // where the options come from; 0 for those below
	Options     []OATemplateControlConfigSelectorOption      `json:"options"`
	OpRelations []OATemplateControlConfigSelectorOpRelations `json:"op_relations,omitzero"` // controls that depend on the choice
}

// OATemplateControlConfigSelectorOption is an option of a Selector control.
type OATemplateControlConfigSelectorOption = OAContentSelectorOption

// OATemplateControlConfigSelectorOpRelations says what the choice of an option does to other controls.
type OATemplateControlConfigSelectorOpRelations struct {
	Key          string                                    `json:"key"` // of the option
	RelationList []OATemplateControlConfigSelectorRelation `json:"relation_list"`
}

// OATemplateControlConfigSelectorRelation is a control that depends on a choice.
type OATemplateControlConfigSelectorRelation struct {
	RelatedControlID string `json:"related_control_id"`
	Action           int64  `json:"action"` // what becomes of the control; the values are not documented
}

// OATemplateControlConfigContact is the config of a Contact control.
type OATemplateControlConfigContact struct {
	Type OASelectorType `json:"type"`
	Mode OAContactMode  `json:"mode"`
}

// OATemplateControlConfigTips is the text of a Tips control.
type OATemplateControlConfigTips struct {
	TipsContent []OATemplateControlConfigTipsContent `json:"tips_content"` // one for each language
}

// OATemplateControlConfigTipsContent is the text of a Tips control in one language.
type OATemplateControlConfigTipsContent struct {
	Text OATemplateControlConfigTipsContentText `json:"text"`
	Lang string                                 `json:"lang"`
}

// OATemplateControlConfigTipsContentText is a text made of pieces.
type OATemplateControlConfigTipsContentText struct {
	SubText []OATemplateControlConfigTipsContentSubText `json:"sub_text"` // at most one link among them
}

// OATemplateControlConfigTipsContentSubText is a piece of a text.
type OATemplateControlConfigTipsContentSubText struct {
	Type    OATipsTextType                                   `json:"type"`
	Content OATemplateControlConfigTipsContentSubTextContent `json:"content"`
}

// OATemplateControlConfigTipsContentSubTextContent is the content of a piece: the field of its type.
type OATemplateControlConfigTipsContentSubTextContent struct {
	PlainText OATemplateControlConfigTipsContentSubTextContentPlain `json:"plain_text,omitzero"`
	Link      OATemplateControlConfigTipsContentSubTextContentLink  `json:"link,omitzero"`
}

// OATemplateControlConfigTipsContentSubTextContentPlain is plain text.
type OATemplateControlConfigTipsContentSubTextContentPlain struct {
	Content string `json:"content"`
}

// OATemplateControlConfigTipsContentSubTextContentLink is a link.
type OATemplateControlConfigTipsContentSubTextContentLink struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// OATemplateControlConfigFile is the config of a File control.
type OATemplateControlConfigFile struct {
	IsOnlyPhoto IntBool `json:"is_only_photo"` // only a photo taken on the spot is accepted
}

// OATemplateControlConfigTable is the config of a Table control.
type OATemplateControlConfigTable struct {
	PrintFormat int64               `json:"print_format"`        // 0 prints a row as one line, 1 as several
	Children    []OATemplateControl `json:"children"`            // the columns
	StatField   json.RawMessage     `json:"stat_field,omitzero"` // the columns that are summed up; the platform does not document its shape
}

// OATemplateControlConfigAttendance is the config of an Attendance control.
type OATemplateControlConfigAttendance struct {
	Type      OAAttendanceType                 `json:"type"`
	DateRange OATemplateControlConfigDateRange `json:"date_range"`
}

// OATemplateControlConfigDateRange says how a period is entered.
type OATemplateControlConfigDateRange struct {
	Type            OADateType `json:"type"`                      // halfday or hour
	OfficialHoliday int64      `json:"official_holiday,omitzero"` // 0 counts all days, 1 working days
	PerdayDuration  int64      `json:"perday_duration,omitzero"`  // how many seconds are a day, 86,400 for instance
}

// OATemplateControlConfigVacation is the config of a Vacation control.
type OATemplateControlConfigVacation struct {
	Item []OATemplateControlConfigVacationItem `json:"item"` // the kinds of leave to choose from
}

// OATemplateControlConfigVacationItem is a kind of leave; [Client.ListVacationConfigs] has its rules.
type OATemplateControlConfigVacationItem struct {
	ID   int64    `json:"id"`
	Name []OAText `json:"name"`
}

// OATemplateControlConfigLocation is the config of a Location control.
type OATemplateControlConfigLocation struct {
	Distance int64 `json:"distance"` // how far from where they are applicants may go, in meters: 100, 200 or 300
}

// OATemplateControlConfigRelatedApproval is the config of a RelatedApproval control.
type OATemplateControlConfigRelatedApproval struct {
	TemplateID []string `json:"template_id"` // of the applications that can be chosen
}

// OAContents are the controls of a filled-in form. [ApprovalForm] makes them from a template.
type OAContents struct {
	Contents []OAContent `json:"contents"`
}

// Find returns the control with the given ID or title, nil if there is none. The columns of a table are
// found in its rows.
func (c OAContents) Find(control string) *OAContent { return findContent(c.Contents, control) }

func findContent(contents []OAContent, control string) *OAContent {
	for i := range contents {
		if contents[i].ID == control {
			return &contents[i]
		}
	}
	for i := range contents {
		if inTexts(contents[i].Title, control) {
			return &contents[i]
		}
	}
	return nil
}

// inTexts reports whether one of the texts, in any language, is s.
func inTexts(texts []OAText, s string) bool {
	for _, t := range texts {
		if t.Text == s && s != "" {
			return true
		}
	}
	return false
}

// OAContent is a control of a filled-in form.
type OAContent struct {
	Control ControlType    `json:"control"`
	ID      string         `json:"id"`
	Title   []OAText       `json:"title,omitzero"`
	Value   OAContentValue `json:"value"`
	Require IntBool        `json:"require,omitzero"` // in answers only
	Hidden  int64          `json:"hidden,omitzero"`  // in answers only: 1 if the form did not show the control
}

// OAContentValue is what a control holds: the field of its type is set.
type OAContentValue struct {
	Text            string                        `json:"text,omitzero"`       // of Text, without line breaks, and Textarea
	Number          string                        `json:"new_number,omitzero"` // a decimal number
	Money           string                        `json:"new_money,omitzero"`  // a decimal number
	Date            OAContentDate                 `json:"date,omitzero"`
	Selector        OAContentSelector             `json:"selector,omitzero"`
	Members         []OAContentMember             `json:"members,omitzero"`     // of Contact
	Departments     []OAContentDepartment         `json:"departments,omitzero"` // of Contact
	Tips            OATemplateControlConfigTips   `json:"new_tips,omitzero"`    // in answers only
	OldTips         []OATemplateControlConfigTips `json:"tips,omitzero"`        // Tips as older forms have them
	Files           []OAContentFile               `json:"files,omitzero"`
	Table           []OAContentTableList          `json:"children,omitzero"` // the rows
	Vacation        OAContentVacation             `json:"vacation,omitzero"`
	Attendance      OAContentVacationAttendance   `json:"attendance,omitzero"`
	PunchCorrection OAContentPunchCorrection      `json:"punch_correction,omitzero"`
	DateRange       OAContentDateRange            `json:"date_range,omitzero"`
	Location        OAContentLocation             `json:"location,omitzero"`
	RelatedApproval []OAContentRelatedApproval    `json:"related_approval,omitzero"`
	Formula         OAContentFormula              `json:"formula,omitzero"`
	BankAccount     OAContentBankAccount          `json:"bank_account,omitzero"`
	Students        []OAContentSchoolContact      `json:"students,omitzero"`      // of SchoolContact
	Classes         []OAContentSchoolContact      `json:"classes,omitzero"`       // of SchoolContact
	Docs            []OAContentDoc                `json:"docs,omitzero"`          // of Doc
	WedriveFiles    []OAContentWedriveFile        `json:"wedrive_files,omitzero"` // of WedriveFile
	StatField       json.RawMessage               `json:"stat_field,omitzero"`    // the sums of a table; the platform does not document its shape
}

// OAContentDate is a day, or a day and time.
type OAContentDate struct {
	Type         OADateType                     `json:"type"`        // day or hour
	Timestamp    Timestamp                      `json:"s_timestamp"` // travels as a string
	TimezoneInfo OAContentDateRangeTimezoneInfo `json:"timezone_info,omitzero"`
}

// MarshalJSON encodes d with the time as a string of seconds.
func (d OAContentDate) MarshalJSON() ([]byte, error) {
	var seconds StringInt
	if !d.Timestamp.IsZero() {
		seconds = StringInt(d.Timestamp.Unix())
	}
	return encodeJSON(struct {
		Type         OADateType                     `json:"type"`
		Timestamp    StringInt                      `json:"s_timestamp"`
		TimezoneInfo OAContentDateRangeTimezoneInfo `json:"timezone_info,omitzero"`
	}{d.Type, seconds, d.TimezoneInfo})
}

// OAContentSelector is a choice.
type OAContentSelector struct {
	Type    OASelectorType            `json:"type"`
	ExpType int64                     `json:"exp_type,omitzero"` // as in the template
	Options []OAContentSelectorOption `json:"options"`           // those that are chosen
}

// OAContentSelectorOption is an option of a choice.
type OAContentSelectorOption struct {
	Key   string   `json:"key"`
	Value []OAText `json:"value,omitzero"` // its text in each language
}

// OAContentMember is a member in a Contact control.
type OAContentMember struct {
	UserID string `json:"userid"`
	Name   string `json:"name,omitzero"`
}

// OAContentDepartment is a department in a Contact control.
type OAContentDepartment struct {
	OpenAPIID StringInt `json:"openapi_id"` // the department's ID
	Name      string    `json:"name,omitzero"`
}

// OAContentFile is an attachment.
type OAContentFile struct {
	FileID   string `json:"file_id"`            // in submissions the media ID of a temporary file; in answers one to download with [Client.DownloadTempMedia]
	FileName string `json:"file_name,omitzero"` // with its extension
	FileSize int64  `json:"file_size,omitzero"` // in bytes
	FileType string `json:"file_type,omitzero"`
	FileURL  string `json:"file_url,omitzero"`
}

// OAContentTableList is a row of a Table control.
type OAContentTableList struct {
	List []OAContent `json:"list"` // the cells
}

// Find returns the cell of the column with the given ID or title, nil if there is none.
func (r OAContentTableList) Find(control string) *OAContent { return findContent(r.List, control) }

// OAContentVacation is a leave.
type OAContentVacation struct {
	Selector   OAContentSelector           `json:"selector"` // the kind of leave; its key is the ID of a [CorpVacationConf]
	Attendance OAContentVacationAttendance `json:"attendance"`
}

// OAContentVacationAttendance is an absence from the office.
type OAContentVacationAttendance struct {
	DateRange OAContentDateRange                   `json:"date_range"`
	Type      OAAttendanceType                     `json:"type"`
	SliceInfo OAContentVacationAttendanceSliceInfo `json:"slice_info,omitzero"` // none in forms from before October 2020
}

// OAContentVacationAttendanceSliceInfo is an absence day by day.
type OAContentVacationAttendanceSliceInfo struct {
	DayItems []OAContentVacationAttendanceSliceInfoDayItem `json:"day_items"`
	Duration int64                                         `json:"duration,omitzero"` // of all days, in seconds
	State    OASliceState                                  `json:"state,omitzero"`
}

// OAContentVacationAttendanceSliceInfoDayItem is a day of an absence.
type OAContentVacationAttendanceSliceInfoDayItem struct {
	Daytime  Timestamp `json:"daytime"`  // the day's 00:00, in UTC+8
	Duration int64     `json:"duration"` // in seconds: by the hour a multiple of 360, by half days of 43,200, or 8,640 for overtime
}

// OAContentDateRange is a period.
type OAContentDateRange struct {
	Type           OADateType                     `json:"type"`                     // halfday or hour
	NewBegin       Timestamp                      `json:"new_begin"`                // with halfday: 00:00 for the morning, 12:00 for the afternoon
	NewEnd         Timestamp                      `json:"new_end"`                  // with halfday: likewise; that half of the day is part of the period
	NewDuration    int64                          `json:"new_duration"`             // in seconds; what counts, as opposed to what passes
	PerdayDuration int64                          `json:"perday_duration,omitzero"` // how many seconds are a day
	TimezoneInfo   OAContentDateRangeTimezoneInfo `json:"timezone_info,omitzero"`   // in answers, unless the time zone is UTC+8
}

// OAContentDateRangeTimezoneInfo is the time zone of an applicant.
type OAContentDateRangeTimezoneInfo struct {
	ZoneOffset StringInt `json:"zone_offset"` // in hours; negative in the east, -9 for UTC+9
	ZoneDesc   string    `json:"zone_desc"`   // such as UTC+9
}

// OAContentPunchCorrection is a correction of a check-in.
type OAContentPunchCorrection struct {
	State        string    `json:"state"`                 // what was wrong with the check-in, in words
	Version      int64     `json:"version,omitzero"`      // 1 if DayMonthYear is set
	Time         Timestamp `json:"time,omitzero"`         // the corrected time
	DayMonthYear Timestamp `json:"daymonthyear,omitzero"` // 00:00 of the day that is corrected
}

// OAContentLocation is a place.
type OAContentLocation struct {
	Latitude  StringFloat `json:"latitude"`         // in degrees, to 6 digits
	Longitude StringFloat `json:"longitude"`        // in degrees, to 6 digits
	Title     string      `json:"title"`            // the place's name
	Address   string      `json:"address,omitzero"` // its address
	Time      Timestamp   `json:"time"`             // when it was chosen
}

// OAContentRelatedApproval is another application. A submission needs SpNo alone.
type OAContentRelatedApproval struct {
	SpNo          string         `json:"sp_no"`
	TemplateNames []OAText       `json:"template_names,omitzero"`
	Name          string         `json:"name,omitzero"` // of the applicant
	SpStatus      ApprovalStatus `json:"sp_status,omitzero"`
	CreateTime    Timestamp      `json:"create_time,omitzero"` // when it was submitted
}

// OAContentFormula is what the platform computed. It is not submitted.
type OAContentFormula struct {
	Value string `json:"value"` // a decimal number
}

// OAContentBankAccount is an account to pay to.
type OAContentBankAccount struct {
	AccountType   OABankAccountType        `json:"account_type"`
	AccountName   string                   `json:"account_name"`
	AccountNumber string                   `json:"account_number"`
	Remark        string                   `json:"remark"`
	Bank          OAContentBankAccountBank `json:"bank"`
}

// OAContentBankAccountBank is the bank and branch of an account.
type OAContentBankAccountBank struct {
	BankAlias      string `json:"bank_alias,omitzero"` // the bank's name
	BankAliasCode  string `json:"bank_alias_code,omitzero"`
	Province       string `json:"province,omitzero"`
	ProvinceCode   int64  `json:"province_code,omitzero"`
	City           string `json:"city,omitzero"`
	CityCode       int64  `json:"city_code,omitzero"`
	BankBranchName string `json:"bank_branch_name,omitzero"`
	BankBranchID   string `json:"bank_branch_id,omitzero"` // the branch's number in the payment system (联行号)
}

// OAContentSchoolContact is a student or a class.
type OAContentSchoolContact struct {
	Name string `json:"name"`
}

// OAContentDoc is a document in a journal; [Client.SubmitJournalExportJob] exports it.
type OAContentDoc struct {
	DocID string `json:"docid"`
}

// OAContentWedriveFile is a file in a journal; [Client.GetJournalFileDownloadURL] has its URL.
type OAContentWedriveFile struct {
	FileID string `json:"fileid"`
}
