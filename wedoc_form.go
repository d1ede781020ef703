package workwx

import (
	"context"
	"iter"
)

// CreateDocForm creates a form to collect answers with, and returns its ID (创建收集表).
//
// API: POST /cgi-bin/wedoc/create_form
// Doc: https://developer.work.weixin.qq.com/document/path/97462
func (c *Client) CreateDocForm(ctx context.Context, req *CreateDocFormRequest) (string, error) {
	var resp createDocFormResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/create_form", req, &resp)
	return resp.FormID, err
}

type createDocFormResponse struct {
	FormID string `json:"formid"`
}

// CreateDocFormRequest is a form to create.
type CreateDocFormRequest struct {
	SpaceID  string       `json:"spaceid,omitzero"`  // of the drive
	FatherID string       `json:"fatherid,omitzero"` // the folder; the SpaceID for the space's root
	FormInfo DocFormInput `json:"form_info"`
}

// DocFormInput is a form to create.
type DocFormInput struct {
	FormTitle    string                `json:"form_title"`
	FormDesc     string                `json:"form_desc,omitzero"`
	FormHeader   string                `json:"form_header,omitzero"` // URL of the image at the top
	FormQuestion DocFormQuestionsInput `json:"form_question"`
	FormSetting  DocFormSettingInput   `json:"form_setting,omitzero"`
}

// DocFormQuestionsInput are the questions of a form.
type DocFormQuestionsInput struct {
	Items []DocFormQuestionInput `json:"items"` // at most 200
}

// DocFormQuestionInput is a question of a form.
type DocFormQuestionInput struct {
	QuestionID            int64                       `json:"question_id"` // from 1; from 2 in a form for parents and students
	Pos                   int64                       `json:"pos"`         // its place in the form, from 1
	Title                 string                      `json:"title"`
	Status                DocFormItemStatus           `json:"status"`
	ReplyType             DocFormReplyType            `json:"reply_type"`
	MustReply             bool                        `json:"must_reply"`
	OptionItem            []DocFormOption             `json:"option_item,omitzero"` // required for choices and lists
	Note                  string                      `json:"note,omitzero"`
	Placeholder           string                      `json:"placeholder,omitzero"`
	QuestionExtendSetting DocFormQuestionSettingInput `json:"question_extend_setting,omitzero"`
}

// DocFormOption is an option of a choice.
type DocFormOption struct {
	Key    int64             `json:"key"` // from 1
	Value  string            `json:"value"`
	Status DocFormItemStatus `json:"status"`
}

// DocFormItemStatus says whether a question or option is there.
type DocFormItemStatus int64

// Whether a question or option is there.
const (
	DocFormItemStatusNormal  DocFormItemStatus = 1
	DocFormItemStatusDeleted DocFormItemStatus = 2
)

// DocFormReplyType is how a question is answered.
type DocFormReplyType int64

// How a question is answered.
const (
	DocFormReplyTypeText        DocFormReplyType = 1
	DocFormReplyTypeRadio       DocFormReplyType = 2 // one option
	DocFormReplyTypeCheckbox    DocFormReplyType = 3 // several options
	DocFormReplyTypeLocation    DocFormReplyType = 5
	DocFormReplyTypeImage       DocFormReplyType = 9
	DocFormReplyTypeFile        DocFormReplyType = 10
	DocFormReplyTypeDate        DocFormReplyType = 11
	DocFormReplyTypeTime        DocFormReplyType = 14
	DocFormReplyTypeList        DocFormReplyType = 15 // one option of a list that drops down
	DocFormReplyTypeTemperature DocFormReplyType = 16
	DocFormReplyTypeSignature   DocFormReplyType = 17
	DocFormReplyTypeDepartment  DocFormReplyType = 18
	DocFormReplyTypeMember      DocFormReplyType = 19
	DocFormReplyTypeDuration    DocFormReplyType = 22
)

// DocFormQuestionSettingInput says how a question is answered in detail: at most one of its fields is set,
// that of the question's type. The platform's defaults hold without it.
type DocFormQuestionSettingInput struct {
	TextSetting        DocFormTextSettingInput     `json:"text_setting,omitzero"`
	RadioSetting       DocFormRadioSettingInput    `json:"radio_setting,omitzero"`
	CheckboxSetting    DocFormCheckboxSettingInput `json:"checkbox_setting,omitzero"`
	LocationSetting    DocFormLocationSettingInput `json:"location_setting,omitzero"`
	ImageSetting       DocFormImageSettingInput    `json:"image_setting,omitzero"`
	FileSetting        DocFormFileSettingInput     `json:"file_setting,omitzero"`
	DateSetting        DocFormDateSettingInput     `json:"date_setting,omitzero"`
	TimeSetting        DocFormTimeSettingInput     `json:"time_setting,omitzero"`
	DurationSetting    DocFormDurationSetting      `json:"duration_setting,omitzero"`
	TemperatureSetting DocFormTemperatureSetting   `json:"temperature_setting,omitzero"`
	DepartmentSetting  DocFormSelectSettingInput   `json:"department_setting,omitzero"`
	MemberSetting      DocFormSelectSettingInput   `json:"member_setting,omitzero"`
}

// DocFormTextSettingInput says which texts are accepted.
type DocFormTextSettingInput struct {
	ValidationType   DocFormValidationType   `json:"validation_type,omitzero"`
	ValidationDetail DocFormValidationDetail `json:"validation_detail,omitzero"` // with DocFormValidationTypeLength and DocFormValidationTypeNumber
	CharLen          int64                   `json:"char_len,omitzero"`          // 1 to 4,000; required with DocFormValidationTypeLength
	NumberMin        *float64                `json:"number_min,omitzero"`
	NumberMax        *float64                `json:"number_max,omitzero"`
}

// DocFormValidationType is what a text must be.
type DocFormValidationType int64

// What a text must be.
const (
	DocFormValidationTypeLength    DocFormValidationType = 0 // any text of some length
	DocFormValidationTypeNumber    DocFormValidationType = 1
	DocFormValidationTypeEmail     DocFormValidationType = 2
	DocFormValidationTypeURL       DocFormValidationType = 3
	DocFormValidationTypeIDCard    DocFormValidationType = 4 // 身份证
	DocFormValidationTypeMobile    DocFormValidationType = 5 // of mainland China
	DocFormValidationTypeTelephone DocFormValidationType = 6 // a fixed line
)

// DocFormValidationDetail is the condition that the length of a text, or a number, must meet.
type DocFormValidationDetail int64

// The conditions for lengths, against CharLen, and for numbers, against NumberMin and NumberMax.
const (
	DocFormValidationDetailLengthAtMost   DocFormValidationDetail = 1
	DocFormValidationDetailLengthAtLeast  DocFormValidationDetail = 2
	DocFormValidationDetailLengthEqual    DocFormValidationDetail = 3
	DocFormValidationDetailAnyNumber      DocFormValidationDetail = 4
	DocFormValidationDetailGreater        DocFormValidationDetail = 5 // than NumberMin
	DocFormValidationDetailGreaterOrEqual DocFormValidationDetail = 6 // to NumberMin
	DocFormValidationDetailLess           DocFormValidationDetail = 7 // than NumberMax
	DocFormValidationDetailLessOrEqual    DocFormValidationDetail = 8 // to NumberMax
	DocFormValidationDetailBetween        DocFormValidationDetail = 9
	DocFormValidationDetailNotBetween     DocFormValidationDetail = 10
	DocFormValidationDetailInteger        DocFormValidationDetail = 11
)

// DocFormRadioSettingInput says what a choice offers beyond its options.
type DocFormRadioSettingInput struct {
	AddOtherOption *bool `json:"add_other_option,omitzero"` // an option to fill in, 其他
}

// DocFormCheckboxSettingInput says how many options can be chosen, and what is offered beyond them.
type DocFormCheckboxSettingInput struct {
	AddOtherOption *bool               `json:"add_other_option,omitzero"` // an option to fill in, 其他
	Type           DocFormCheckboxType `json:"type,omitzero"`
	Number         int64               `json:"number,omitzero"` // from 1 to as many as there are options
}

// DocFormCheckboxType says how the number of options that can be chosen is limited.
type DocFormCheckboxType int64

// How the number of options that can be chosen is limited.
const (
	DocFormCheckboxTypeAny     DocFormCheckboxType = 0
	DocFormCheckboxTypeAtLeast DocFormCheckboxType = 1 // Number
	DocFormCheckboxTypeAtMost  DocFormCheckboxType = 2 // Number
	DocFormCheckboxTypeExactly DocFormCheckboxType = 3 // Number
)

// DocFormLocationSettingInput says which places are accepted.
type DocFormLocationSettingInput struct {
	LocationType *DocFormLocationType `json:"location_type,omitzero"`
	DistanceType *DocFormDistanceType `json:"distance_type,omitzero"` // with DocFormLocationTypeAuto
}

// DocFormLocationType is how exact a place is.
type DocFormLocationType int64

// How exact a place is.
const (
	DocFormLocationTypeAddress  DocFormLocationType = 0 // province, city, district, street and the rest
	DocFormLocationTypeCity     DocFormLocationType = 1 // province and city
	DocFormLocationTypeDistrict DocFormLocationType = 2 // province, city and district
	DocFormLocationTypeStreet   DocFormLocationType = 3 // province, city, district and street
	DocFormLocationTypeAuto     DocFormLocationType = 4 // where the device is
)

// DocFormDistanceType is how far from where the device is a place may be.
type DocFormDistanceType int64

// How far from where the device is a place may be.
const (
	DocFormDistanceTypeHere DocFormDistanceType = 0
	DocFormDistanceType100  DocFormDistanceType = 1 // 100 m
	DocFormDistanceType200  DocFormDistanceType = 2 // 200 m
	DocFormDistanceType300  DocFormDistanceType = 3 // 300 m
)

// DocFormImageSettingInput says which images are accepted.
type DocFormImageSettingInput struct {
	CameraOnly       *bool                   `json:"camera_only,omitzero"` // photos taken on the spot with a phone
	UploadImageLimit DocFormUploadLimitInput `json:"upload_image_limit,omitzero"`
}

// DocFormFileSettingInput says which files are accepted.
type DocFormFileSettingInput struct {
	UploadFileLimit DocFormUploadLimitInput `json:"upload_file_limit,omitzero"`
}

// UnmarshalJSON also takes the limit as upload_image_limit.
func (s *DocFormFileSettingInput) UnmarshalJSON(b []byte) error {
	type plain DocFormFileSettingInput
	var wire struct {
		plain
		UploadImageLimit DocFormUploadLimitInput `json:"upload_image_limit"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*s = DocFormFileSettingInput(wire.plain)
	if s.UploadFileLimit == (DocFormUploadLimitInput{}) {
		s.UploadFileLimit = wire.UploadImageLimit
	}
	return nil
}

// DocFormUploadLimitInput limits what is uploaded.
type DocFormUploadLimitInput struct {
	CountLimitType *DocFormCountLimitType `json:"count_limit_type,omitzero"`
	Count          int64                  `json:"count,omitzero"`    // 1 to 9; 9 if zero
	MaxSize        int64                  `json:"max_size,omitzero"` // of a file, in MB, at most 3,000; without limit if zero
}

// DocFormCountLimitType says how Count limits the number of files.
type DocFormCountLimitType int64

// How Count limits the number of files.
const (
	DocFormCountLimitTypeExactly DocFormCountLimitType = 0
	DocFormCountLimitTypeAtMost  DocFormCountLimitType = 1
)

// DocFormDateSettingInput says how exact a date is.
type DocFormDateSettingInput struct {
	DateFormatType *DocFormDateFormat `json:"date_format_type,omitzero"`
}

// DocFormDateFormat is how exact a date is.
type DocFormDateFormat int64

// How exact a date is.
const (
	DocFormDateFormatMinute DocFormDateFormat = 0
	DocFormDateFormatDay    DocFormDateFormat = 1
	DocFormDateFormatMonth  DocFormDateFormat = 2
)

// DocFormTimeSettingInput says how exact a time is.
type DocFormTimeSettingInput struct {
	TimeFormatType *DocFormTimeFormat `json:"time_format_type,omitzero"`
}

// DocFormTimeFormat is how exact a time is.
type DocFormTimeFormat int64

// How exact a time is.
const (
	DocFormTimeFormatMinute DocFormTimeFormat = 0
	DocFormTimeFormatSecond DocFormTimeFormat = 1
)

// DocFormDurationSetting says how a duration is counted.
type DocFormDurationSetting struct {
	TimeScale DocFormTimeScale `json:"time_scale,omitzero"` // DocFormTimeScaleDay if zero
	DateType  DocFormDateType  `json:"date_type,omitzero"`  // DocFormDateTypeCalendar if zero
	DayRange  int64            `json:"day_range,omitzero"`  // with DocFormTimeScaleHour, how many hours are a day, 1 to 24; 24 if zero
}

// DocFormTimeScale is the unit of a duration.
type DocFormTimeScale int64

// The units of a duration.
const (
	DocFormTimeScaleDay  DocFormTimeScale = 1
	DocFormTimeScaleHour DocFormTimeScale = 2
)

// DocFormDateType says which days count.
type DocFormDateType int64

// Which days count.
const (
	DocFormDateTypeCalendar DocFormDateType = 1 // all
	DocFormDateTypeWorking  DocFormDateType = 2 // all but weekends and holidays
)

// DocFormTemperatureSetting is the unit of a temperature.
type DocFormTemperatureSetting struct {
	UnitType DocFormTemperatureUnit `json:"unit_type,omitzero"`
}

// DocFormTemperatureUnit is the unit of a temperature.
type DocFormTemperatureUnit int64

// The units of a temperature.
const (
	DocFormTemperatureUnitCelsius    DocFormTemperatureUnit = 0
	DocFormTemperatureUnitFahrenheit DocFormTemperatureUnit = 1
)

// DocFormSelectSettingInput says whether several departments or members can be chosen.
type DocFormSelectSettingInput struct {
	AllowMultipleSelection *bool `json:"allow_multiple_selection,omitzero"`
}

// DocFormSettingInput says who fills in a form, and when.
type DocFormSettingInput struct {
	FillOutAuth         *DocFormFillOutAuth `json:"fill_out_auth,omitzero"`         // everyone if nil; required to update
	FillInRange         DocFormRangeInput   `json:"fill_in_range,omitzero"`         // with DocFormFillOutAuthSome; required if TimedRepeatInfo is enabled
	SettingManagerRange DocFormManagers     `json:"setting_manager_range,omitzero"` // the form's administrators
	TimedRepeatInfo     DocFormRepeatInput  `json:"timed_repeat_info,omitzero"`
	AllowMultiFill      *bool               `json:"allow_multi_fill,omitzero"` // everyone may answer several times
	MaxFillCnt          int64               `json:"max_fill_cnt,omitzero"`     // how many answers are accepted; of older forms
	TimedFinish         Timestamp           `json:"timed_finish,omitzero"`     // when the form closes; ignored if TimedRepeatInfo is enabled
	CanAnonymous        *bool               `json:"can_anonymous,omitzero"`
	CanNotifySubmit     *bool               `json:"can_notify_submit,omitzero"` // each answer is announced
}

// DocFormFillOutAuth is who may fill in a form.
type DocFormFillOutAuth int64

// Who may fill in a form.
const (
	DocFormFillOutAuthEveryone DocFormFillOutAuth = 0
	DocFormFillOutAuthSome     DocFormFillOutAuth = 1 // members and departments that are named
	DocFormFillOutAuthSchool   DocFormFillOutAuth = 4 // all parents and students; it cannot be changed afterwards
)

// DocFormRangeInput names members and departments.
type DocFormRangeInput struct {
	UserIDs       []string `json:"userids,omitzero"`
	DepartmentIDs []int64  `json:"departmentids,omitzero"`
}

// DocFormManagers names the administrators of a form.
type DocFormManagers struct {
	UserIDs []string `json:"userids"`
}

// DocFormRepeatInput has a form filled in again and again.
type DocFormRepeatInput struct {
	Enable         *bool                  `json:"enable,omitzero"`
	RemindTime     Timestamp              `json:"remind_time,omitzero"` // of the first reminder; the others are at the same time of their day
	RepeatType     *DocFormRepeatType     `json:"repeat_type,omitzero"`
	WeekFlag       DocFormWeekdays        `json:"week_flag,omitzero"`    // with DocFormRepeatTypeWeekly
	DayOfMonth     int64                  `json:"day_of_month,omitzero"` // 1 to 31; with DocFormRepeatTypeMonthly
	SkipHoliday    *bool                  `json:"skip_holiday,omitzero"` // with DocFormRepeatTypeDaily
	ForkFinishType *DocFormForkFinishType `json:"fork_finish_type,omitzero"`
}

// DocFormRepeatType is how often a form is filled in.
type DocFormRepeatType int64

// How often a form is filled in.
const (
	DocFormRepeatTypeWeekly  DocFormRepeatType = 0
	DocFormRepeatTypeDaily   DocFormRepeatType = 1
	DocFormRepeatTypeMonthly DocFormRepeatType = 2
)

// DocFormWeekdays is a set of days: DocFormWeekdaysSaturday|DocFormWeekdaysSunday.
type DocFormWeekdays int64

// The days of the week.
const (
	DocFormWeekdaysMonday    DocFormWeekdays = 1
	DocFormWeekdaysTuesday   DocFormWeekdays = 2
	DocFormWeekdaysWednesday DocFormWeekdays = 4
	DocFormWeekdaysThursday  DocFormWeekdays = 8
	DocFormWeekdaysFriday    DocFormWeekdays = 16
	DocFormWeekdaysSaturday  DocFormWeekdays = 32
	DocFormWeekdaysSunday    DocFormWeekdays = 64
)

// DocFormForkFinishType is how long a form that repeats can be filled in late.
type DocFormForkFinishType int64

// How long a form that repeats can be filled in late.
const (
	DocFormForkFinishTypeAlways   DocFormForkFinishType = 0
	DocFormForkFinishTypeSameDay  DocFormForkFinishType = 1
	DocFormForkFinishTypeFiveDays DocFormForkFinishType = 2
	DocFormForkFinishTypeMonth    DocFormForkFinishType = 3
	DocFormForkFinishTypeNext     DocFormForkFinishType = 4 // until the next time
)

// UpdateDocForm replaces the questions or the settings of a form, all of them (编辑收集表). What is to stay has
// to be in req: [Client.GetDocForm] has it.
//
// API: POST /cgi-bin/wedoc/modify_form
// Doc: https://developer.work.weixin.qq.com/document/path/97462
func (c *Client) UpdateDocForm(ctx context.Context, req *UpdateDocFormRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/modify_form", req, nil)
}

// DocFormOper is the part of a form that [Client.UpdateDocForm] replaces.
type DocFormOper int64

// The parts of a form that [Client.UpdateDocForm] replaces.
const (
	DocFormOperQuestions DocFormOper = 1 // title, description, header and questions
	DocFormOperSettings  DocFormOper = 2
)

// UpdateDocFormRequest is what a form is to be.
type UpdateDocFormRequest struct {
	Oper     DocFormOper   `json:"oper"`
	FormID   string        `json:"formid"`
	FormInfo DocFormUpdate `json:"form_info,omitzero"`
}

// DocFormUpdate is the new questions or the new settings of a form.
type DocFormUpdate struct {
	FormTitle    *string               `json:"form_title,omitzero"`
	FormDesc     *string               `json:"form_desc,omitzero"`
	FormHeader   *string               `json:"form_header,omitzero"` // URL of the image at the top
	FormQuestion DocFormQuestionsInput `json:"form_question,omitzero"`
	FormSetting  DocFormSettingInput   `json:"form_setting,omitzero"`
}

// GetDocForm returns a form: its questions, its settings and the IDs of its rounds (获取收集表信息).
//
// API: POST /cgi-bin/wedoc/get_form_info
// Doc: https://developer.work.weixin.qq.com/document/path/97817
func (c *Client) GetDocForm(ctx context.Context, formID string) (*DocForm, error) {
	var resp getDocFormResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/get_form_info", param{"formid", formID}, &resp)
	return resp.FormInfo, err
}

type getDocFormResponse struct {
	FormInfo *DocForm `json:"form_info"`
}

// DocForm is a form.
type DocForm struct {
	FormID       string           `json:"formid"`
	FormTitle    string           `json:"form_title"`
	FormDesc     string           `json:"form_desc"`
	FormHeader   string           `json:"form_header"` // URL of the image at the top
	FormQuestion DocFormQuestions `json:"form_question"`
	FormSetting  DocFormSetting   `json:"form_setting"`
	RepeatedID   []string         `json:"repeated_id"` // of each round of a form that repeats, else of the only one; answers are asked for with it
}

// DocFormQuestions are the questions of a form.
type DocFormQuestions struct {
	Items []DocFormQuestion `json:"items"`
}

// DocFormQuestion is a question of a form.
type DocFormQuestion struct {
	QuestionID            int64                  `json:"question_id"`
	Pos                   int64                  `json:"pos"` // its place in the form, from 1
	Title                 string                 `json:"title"`
	Status                DocFormItemStatus      `json:"status"`
	ReplyType             DocFormReplyType       `json:"reply_type"`
	MustReply             bool                   `json:"must_reply"`
	OptionItem            []DocFormOption        `json:"option_item"` // of choices and lists
	Note                  string                 `json:"note"`
	Placeholder           string                 `json:"placeholder"`
	QuestionExtendSetting DocFormQuestionSetting `json:"question_extend_setting"`
}

// DocFormQuestionSetting says how a question is answered in detail: the field of its type.
type DocFormQuestionSetting struct {
	TextSetting        DocFormTextSetting        `json:"text_setting"`
	RadioSetting       DocFormRadioSetting       `json:"radio_setting"`
	CheckboxSetting    DocFormCheckboxSetting    `json:"checkbox_setting"`
	LocationSetting    DocFormLocationSetting    `json:"location_setting"`
	ImageSetting       DocFormImageSetting       `json:"image_setting"`
	FileSetting        DocFormFileSetting        `json:"file_setting"`
	DateSetting        DocFormDateSetting        `json:"date_setting"`
	TimeSetting        DocFormTimeSetting        `json:"time_setting"`
	DurationSetting    DocFormDurationSetting    `json:"duration_setting"`
	TemperatureSetting DocFormTemperatureSetting `json:"temperature_setting"`
	DepartmentSetting  DocFormSelectSetting      `json:"department_setting"`
	MemberSetting      DocFormSelectSetting      `json:"member_setting"`
}

// DocFormTextSetting says which texts are accepted.
type DocFormTextSetting struct {
	ValidationType   DocFormValidationType   `json:"validation_type"`
	ValidationDetail DocFormValidationDetail `json:"validation_detail"`
	CharLen          int64                   `json:"char_len"`
	NumberMin        float64                 `json:"number_min"`
	NumberMax        float64                 `json:"number_max"`
}

// DocFormRadioSetting says what a choice offers beyond its options.
type DocFormRadioSetting struct {
	AddOtherOption bool `json:"add_other_option"` // an option to fill in, 其他
}

// DocFormCheckboxSetting says how many options can be chosen, and what is offered beyond them.
type DocFormCheckboxSetting struct {
	AddOtherOption bool                `json:"add_other_option"` // an option to fill in, 其他
	Type           DocFormCheckboxType `json:"type"`
	Number         int64               `json:"number"`
}

// DocFormLocationSetting says which places are accepted.
type DocFormLocationSetting struct {
	LocationType DocFormLocationType `json:"location_type"`
	DistanceType DocFormDistanceType `json:"distance_type"`
}

// DocFormImageSetting says which images are accepted.
type DocFormImageSetting struct {
	CameraOnly       bool               `json:"camera_only"` // photos taken on the spot with a phone
	UploadImageLimit DocFormUploadLimit `json:"upload_image_limit"`
}

// DocFormFileSetting says which files are accepted.
type DocFormFileSetting struct {
	UploadFileLimit DocFormUploadLimit `json:"upload_file_limit"`
}

// UnmarshalJSON also takes the limit as upload_image_limit.
func (s *DocFormFileSetting) UnmarshalJSON(b []byte) error {
	type plain DocFormFileSetting
	var wire struct {
		plain
		UploadImageLimit DocFormUploadLimit `json:"upload_image_limit"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*s = DocFormFileSetting(wire.plain)
	if s.UploadFileLimit == (DocFormUploadLimit{}) {
		s.UploadFileLimit = wire.UploadImageLimit
	}
	return nil
}

// DocFormUploadLimit limits what is uploaded.
type DocFormUploadLimit struct {
	CountLimitType DocFormCountLimitType `json:"count_limit_type"`
	Count          int64                 `json:"count"`
	MaxSize        int64                 `json:"max_size"` // of a file, in MB; without limit if zero
}

// DocFormDateSetting says how exact a date is.
type DocFormDateSetting struct {
	DateFormatType DocFormDateFormat `json:"date_format_type"`
}

// DocFormTimeSetting says how exact a time is.
type DocFormTimeSetting struct {
	TimeFormatType DocFormTimeFormat `json:"time_format_type"`
}

// DocFormSelectSetting says whether several departments or members can be chosen.
type DocFormSelectSetting struct {
	AllowMultipleSelection bool `json:"allow_multiple_selection"`
}

// DocFormSetting says who fills in a form, and when.
type DocFormSetting struct {
	FillOutAuth         DocFormFillOutAuth `json:"fill_out_auth"`
	FillInRange         DocFormRange       `json:"fill_in_range"`
	SettingManagerRange DocFormManagers    `json:"setting_manager_range"` // the form's administrators
	TimedRepeatInfo     DocFormRepeat      `json:"timed_repeat_info"`
	AllowMultiFill      bool               `json:"allow_multi_fill"` // everyone may answer several times
	MaxFillCnt          int64              `json:"max_fill_cnt"`     // how many answers are accepted; of older forms
	TimedFinish         Timestamp          `json:"timed_finish"`     // when the form closes
	CanAnonymous        bool               `json:"can_anonymous"`
	CanNotifySubmit     bool               `json:"can_notify_submit"` // each answer is announced
}

// DocFormRange names members and departments.
type DocFormRange struct {
	UserIDs       []string `json:"userids"`
	DepartmentIDs []int64  `json:"departmentids"`
}

// DocFormRepeat says when a form is filled in again.
type DocFormRepeat struct {
	Enable         bool                  `json:"enable"`
	RemindTime     Timestamp             `json:"remind_time"` // of the first reminder; the others are at the same time of their day
	RepeatType     DocFormRepeatType     `json:"repeat_type"`
	WeekFlag       DocFormWeekdays       `json:"week_flag"`
	DayOfMonth     int64                 `json:"day_of_month"`
	SkipHoliday    bool                  `json:"skip_holiday"`
	ForkFinishType DocFormForkFinishType `json:"fork_finish_type"`
	RuleCtime      Timestamp             `json:"rule_ctime"` // when these rules were made
	RuleMtime      Timestamp             `json:"rule_mtime"` // when they were changed
}

// DocFormStatisticsType is what [Client.GetDocFormStatistics] returns.
type DocFormStatisticsType int64

// What [Client.GetDocFormStatistics] returns.
const (
	DocFormStatisticsTypeCounts    DocFormStatisticsType = 1 // the counts alone
	DocFormStatisticsTypeSubmitted DocFormStatisticsType = 2 // the counts, and a page of those who have answered
	DocFormStatisticsTypeMissing   DocFormStatisticsType = 3 // the counts, and a page of those who have not; if it is settled who should
)

// GetDocFormStatistics returns how many have answered a form and how many have not, with a page of those who
// have or have not (收集表的统计信息查询).
//
// API: POST /cgi-bin/wedoc/get_form_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/97818
func (c *Client) GetDocFormStatistics(ctx context.Context, req *GetDocFormStatisticsRequest) (*GetDocFormStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/get_form_statistic", req, new(GetDocFormStatisticsResponse))
}

// AllDocFormStatistics ranges over the pages of those who have or have not answered a form; see
// [Client.GetDocFormStatistics].
func (c *Client) AllDocFormStatistics(ctx context.Context, req *GetDocFormStatisticsRequest) iter.Seq2[*GetDocFormStatisticsResponse, error] {
	return paginate(ctx, req, c.GetDocFormStatistics,
		func(q *GetDocFormStatisticsRequest) *int64 { return &q.Cursor },
		func(p *GetDocFormStatisticsResponse) ([]*GetDocFormStatisticsResponse, int64, bool) {
			return []*GetDocFormStatisticsResponse{p}, p.Cursor, p.HasMore
		})
}

// GetDocFormStatisticsRequest names a round of a form, and says what to return of it.
type GetDocFormStatisticsRequest struct {
	RepeatedID string                `json:"repeated_id"` // one of the RepeatedID of [DocForm]
	ReqType    DocFormStatisticsType `json:"req_type"`
	StartTime  Timestamp             `json:"start_time,omitzero"` // required with DocFormStatisticsTypeSubmitted; from the beginning of that day
	EndTime    Timestamp             `json:"end_time,omitzero"`   // required with DocFormStatisticsTypeSubmitted; to the end of that day
	Limit      int64                 `json:"limit,omitzero"`      // at most 10,000
	Cursor     int64                 `json:"cursor,omitzero"`     // the Cursor of the page before
}

// GetDocFormStatisticsResponse is how many, and who, have answered a form or not.
type GetDocFormStatisticsResponse struct {
	FillCnt       int64                   `json:"fill_cnt"`      // answers
	FillUserCnt   int64                   `json:"fill_user_cnt"` // people who have answered
	UnfillUserCnt int64                   `json:"unfill_user_cnt"`
	SubmitUsers   []*DocFormSubmitter     `json:"submit_users"`
	UnfillUsers   []*DocFormMissingMember `json:"unfill_users"`
	HasMore       bool                    `json:"has_more"`
	Cursor        int64                   `json:"cursor"` // for the next page
}

// DocFormSubmitter is an answer and who gave it. Of an anonymous one, nothing says who.
type DocFormSubmitter struct {
	UserID            string    `json:"userid"`              // of a member
	TmpExternalUserID string    `json:"tmp_external_userid"` // of somebody else, another in each form; see [Client.ConvertTmpExternalUserIDs]
	UserName          string    `json:"user_name"`
	AnswerID          int64     `json:"answer_id"` // for [Client.ListDocFormAnswers]
	SubmitTime        Timestamp `json:"submit_time"`
}

// DocFormMissingMember is a member who has not answered.
type DocFormMissingMember struct {
	UserID   string `json:"userid"`
	UserName string `json:"user_name"`
}

// ListDocFormAnswers returns answers to a form by their IDs, which [Client.GetDocFormStatistics] lists
// (读取收集表答案).
//
// API: POST /cgi-bin/wedoc/get_form_answer
// Doc: https://developer.work.weixin.qq.com/document/path/97818
func (c *Client) ListDocFormAnswers(ctx context.Context, req *ListDocFormAnswersRequest) ([]*DocFormAnswer, error) {
	var resp listDocFormAnswersResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/get_form_answer", req, &resp)
	return resp.Answer.AnswerList, err
}

type listDocFormAnswersResponse struct {
	Answer docFormAnswers `json:"answer"`
}

type docFormAnswers struct {
	AnswerList []*DocFormAnswer `json:"answer_list"`
}

// ListDocFormAnswersRequest names answers.
type ListDocFormAnswersRequest struct {
	RepeatedID string  `json:"repeated_id"`         // one of the RepeatedID of [DocForm]
	AnswerIDs  []int64 `json:"answer_ids,omitzero"` // at most 100
}

// DocFormAnswer is what somebody has answered. Of an anonymous answer, nothing says who.
type DocFormAnswer struct {
	AnswerID          int64               `json:"answer_id"`
	UserID            string              `json:"userid"` // of a member
	UserName          string              `json:"user_name"`
	TmpExternalUserID string              `json:"tmp_external_userid"` // of somebody else, another in each form; see [Client.ConvertTmpExternalUserIDs]
	Reply             DocFormReply        `json:"reply"`
	AnswerStatus      DocFormAnswerStatus `json:"answer_status"`
	Ctime             Timestamp           `json:"ctime"` // when it was given
	Mtime             Timestamp           `json:"mtime"` // when it was changed
}

// DocFormAnswerStatus says whether an answer counts.
type DocFormAnswerStatus int64

// Whether an answer counts.
const (
	DocFormAnswerStatusNormal  DocFormAnswerStatus = 1
	DocFormAnswerStatusRemoved DocFormAnswerStatus = 3 // it was removed or deleted
)

// DocFormReply is an answer, question by question.
type DocFormReply struct {
	Items []DocFormReplyItem `json:"items"`
}

// Find returns the reply to the question with the given ID, nil if there is none.
func (r DocFormReply) Find(questionID int64) *DocFormReplyItem {
	for i := range r.Items {
		if r.Items[i].QuestionID == questionID {
			return &r.Items[i]
		}
	}
	return nil
}

// DocFormReplyItem is the reply to a question: the field of its type is set.
type DocFormReplyItem struct {
	QuestionID        int64                  `json:"question_id"`
	TextReply         string                 `json:"text_reply"`          // a text; also of places, dates, times and temperatures
	OptionReply       []int64                `json:"option_reply"`        // the Key of each option that was chosen
	OptionExtendReply []DocFormOtherReply    `json:"option_extend_reply"` // what was filled in for them
	FileExtendReply   []DocFormFileReply     `json:"file_extend_reply"`
	DurationReply     DocFormDurationReply   `json:"duration_reply"`
	DepartmentReply   DocFormDepartmentReply `json:"department_reply"`
	MemberReply       DocFormMemberReply     `json:"member_reply"`
}

// DocFormOtherReply is what was filled in for an option.
type DocFormOtherReply struct {
	OptionReply int64  `json:"option_reply"` // the option's Key
	ExtendText  string `json:"extend_text"`
}

// DocFormFileReply is a file.
type DocFormFileReply struct {
	FileID string `json:"fileid"`
	Name   string `json:"name"`
}

// DocFormDurationReply is a duration.
type DocFormDurationReply struct {
	BeginTime Timestamp        `json:"begin_time"`
	EndTime   Timestamp        `json:"end_time"`
	TimeScale DocFormTimeScale `json:"time_scale"`
	DayRange  int64            `json:"day_range"` // with DocFormTimeScaleHour, how many hours are a day
	Days      float64          `json:"days"`      // with DocFormTimeScaleDay
	Hours     float64          `json:"hours"`     // with DocFormTimeScaleHour
}

// DocFormDepartmentReply is departments.
type DocFormDepartmentReply struct {
	List []DocFormDepartment `json:"list"`
}

// DocFormDepartment is a department.
type DocFormDepartment struct {
	DepartmentID int64 `json:"department_id"`
}

// DocFormMemberReply is members.
type DocFormMemberReply struct {
	List []DocFormMember `json:"list"`
}

// DocFormMember is a member.
type DocFormMember struct {
	UserID string `json:"userid"`
}
