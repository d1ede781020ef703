package workwx

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// oaControl makes a control of a template with a Chinese and an English title.
func oaControl(typ ControlType, id, zh, en string, require bool, config OATemplateControlConfig) OATemplateControl {
	return OATemplateControl{
		Property: OATemplateControlProperty{
			Control: typ, ID: id, Require: IntBool(require),
			Title: []OAText{{Text: zh, Lang: "zh_CN"}, {Text: en, Lang: "en"}},
		},
		Config: config,
	}
}

func oaOption(key, zh, en string) OAContentSelectorOption {
	return OAContentSelectorOption{Key: key, Value: []OAText{{Text: zh, Lang: "zh_CN"}, {Text: en, Lang: "en"}}}
}

// oaTemplate returns a template with a control of every kind.
func oaTemplate() *OATemplateDetail {
	type config = OATemplateControlConfig
	contact := func(t OASelectorType, m OAContactMode) config {
		return config{Contact: OATemplateControlConfigContact{Type: t, Mode: m}}
	}
	return &OATemplateDetail{
		TemplateNames: []OAText{{Text: "全部控件", Lang: "zh_CN"}},
		TemplateContent: OATemplateControls{Controls: []OATemplateControl{
			oaControl(ControlTypeTips, "Tips-01", "说明", "Note", true, config{}),
			oaControl(ControlTypeText, "Text-01", "事由", "Reason", true, config{}),
			oaControl(ControlTypeTextarea, "Textarea-01", "详情", "Details", false, config{}),
			oaControl(ControlTypeNumber, "Number-01", "人数", "People", false, config{}),
			oaControl(ControlTypeMoney, "Money-01", "金额", "Amount", false, config{}),
			oaControl(ControlTypeDate, "Date-01", "日期", "Day", false, config{Date: OATemplateControlConfigDate{Type: OADateTypeDay}}),
			oaControl(ControlTypeDate, "Date-02", "时刻", "Time", false, config{Date: OATemplateControlConfigDate{Type: OADateTypeHour}}),
			oaControl(ControlTypeDateRange, "DateRange-01", "时长", "Period", false, config{DateRange: OATemplateControlConfigDateRange{Type: OADateTypeHour}}),
			oaControl(ControlTypeDateRange, "DateRange-02", "天数", "Days", false, config{DateRange: OATemplateControlConfigDateRange{Type: OADateTypeHalfDay}}),
			oaControl(ControlTypeSelector, "Selector-01", "城市", "City", false, config{Selector: OATemplateControlConfigSelector{
				Type:    OASelectorTypeSingle,
				Options: []OAContentSelectorOption{oaOption("option-1", "成都", "Chengdu"), oaOption("option-2", "深圳", "Shenzhen")},
				OpRelations: []OATemplateControlConfigSelectorOpRelations{{
					Key:          "option-2",
					RelationList: []OATemplateControlConfigSelectorRelation{{RelatedControlID: "Text-02", Action: 1}},
				}},
			}}),
			oaControl(ControlTypeText, "Text-02", "深圳事由", "Reason for Shenzhen", true, config{}),
			oaControl(ControlTypeSelector, "Selector-02", "用品", "Supplies", false, config{Selector: OATemplateControlConfigSelector{
				Type: OASelectorTypeMulti, ExpType: 3,
				Options: []OAContentSelectorOption{oaOption("option-3", "笔", "Pen"), oaOption("option-4", "纸", "Paper"), oaOption("笔", "墨", "Ink")},
			}}),
			oaControl(ControlTypeContact, "Contact-01", "同事", "Colleagues", false, contact(OASelectorTypeMulti, OAContactModeUser)),
			oaControl(ControlTypeContact, "Contact-02", "部门", "Department", false, contact(OASelectorTypeSingle, OAContactModeDepartment)),
			oaControl(ControlTypeFile, "File-01", "附件", "Files", false, config{}),
			oaControl(ControlTypeTable, "Table-01", "明细", "Items", true, config{Table: OATemplateControlConfigTable{Children: []OATemplateControl{
				oaControl(ControlTypeText, "Text-11", "项目", "Item", true, config{}),
				oaControl(ControlTypeMoney, "Money-11", "费用", "Cost", true, config{}),
				oaControl(ControlTypeFormula, "Formula-11", "小计", "Subtotal", true, config{}),
				oaControl(ControlTypeText, "Text-12", "说明", "Note", false, config{}),
			}}}),
			oaControl(ControlTypeFormula, "Formula-01", "合计", "Total", true, config{}),
			oaControl(ControlTypeRelatedApproval, "RelatedApproval-01", "关联", "Related", false, config{}),
			oaControl(ControlTypeLocation, "Location-01", "地点", "Place", false, config{}),
			oaControl(ControlTypeVacation, "Vacation-01", "请假", "Leave", false, config{Vacation: OATemplateControlConfigVacation{
				Item: []OATemplateControlConfigVacationItem{{ID: 1, Name: []OAText{{Text: "年假", Lang: "zh_CN"}}}, {ID: 3, Name: []OAText{{Text: "病假", Lang: "zh_CN"}}}},
			}}),
			oaControl(ControlTypeAttendance, "Attendance-01", "外出", "Outing", false, config{Attendance: OATemplateControlConfigAttendance{
				Type: OAAttendanceTypeOuting, DateRange: OATemplateControlConfigDateRange{Type: OADateTypeHour},
			}}),
			oaControl(ControlTypePunchCorrection, "PunchCorrection-01", "补卡", "Correction", false, config{}),
			oaControl(ControlTypePhoneNumber, "PhoneNumber-01", "电话", "Phone", false, config{}),
			oaControl(ControlTypeBankAccount, "BankAccount-01", "账户", "Account", false, config{}),
			oaControl(ControlTypeText, "Text-21", "备注", "Remark", false, config{}),
			oaControl(ControlTypeText, "Text-22", "备注", "Remark", false, config{}),
		}},
	}
}

// oaForm returns a form that lacks nothing.
func oaForm() *ApprovalForm {
	f := NewApprovalForm(oaTemplate()).SetText("事由", "拜访客户")
	f.AddTableRow("明细").SetText("项目", "高铁").SetMoney("费用", "154.00")
	return f
}

func TestApprovalForm(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("CST", 8*3600)
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, zone) // 1772380800
	f := oaForm().
		SetText("Details", "第一行\n<第二行>").
		SetNumber("Number-01", "-3").
		SetMoney("金额", "260.50").
		SetDate("日期", day).
		SetDate("时刻", day.Add(90*time.Minute)).
		SetDateRange("时长", day.Add(9*time.Hour), day.Add(18*time.Hour), 8*time.Hour).
		SetDateRange("天数", day, day.Add(36*time.Hour), 0).
		SetSelector("城市", "Chengdu").
		SetSelector("用品", "option-4", "笔").
		SetMembers("同事", "lisi", "wangwu").
		SetDepartments("部门", 2).
		SetFiles("附件", "media1").
		SetRelatedApprovals("关联", "202603020001").
		SetLocation("地点", OAContentLocation{Latitude: 30.547239, Longitude: 104.063291, Title: "大厦", Time: At(day)}).
		SetVacation("请假", "病假", OADateTypeHour, day, day.Add(2*time.Hour), 0).
		SetAttendance("外出", day, day.Add(time.Hour), 0).
		SetPunchCorrection("补卡", OAContentPunchCorrection{State: "迟到", Time: At(day)}).
		SetText("电话", "13800000000").
		SetBankAccount("账户", OAContentBankAccount{AccountType: OABankAccountTypeCorporate, AccountName: "甲", AccountNumber: "62", Remark: "无", Bank: OAContentBankAccountBank{BankAlias: "工商银行", CityCode: 21}}).
		SetText("Text-21", "甲").
		SetText("Text-22", "乙").SetText("Text-22", "") // removed again
	f.AddTableRow("Items").SetText("Item", "的士").SetMoney("Cost", "23")
	data, err := f.ApplyData()
	require.NoError(t, err)
	got, err := encodeJSON(data)
	require.NoError(t, err)

	title := func(zh, en string) string {
		return `"title":[{"text":"` + zh + `","lang":"zh_CN"},{"text":"` + en + `","lang":"en"}]`
	}
	content := func(control, id, title, value string) string {
		return `{"control":"` + control + `","id":"` + id + `",` + title + `,"value":` + value + `}`
	}
	row := func(item, cost string) string {
		return `{"list":[` + content("Text", "Text-11", title("项目", "Item"), `{"text":"`+item+`"}`) + "," +
			content("Money", "Money-11", title("费用", "Cost"), `{"new_money":"`+cost+`"}`) + "," +
			content("Formula", "Formula-11", title("小计", "Subtotal"), `{}`) + "," +
			content("Text", "Text-12", title("说明", "Note"), `{}`) + `]}`
	}
	want := ""
	for i, c := range []string{
		content("Text", "Text-01", title("事由", "Reason"), `{"text":"拜访客户"}`),
		content("Textarea", "Textarea-01", title("详情", "Details"), `{"text":"第一行\n<第二行>"}`),
		content("Number", "Number-01", title("人数", "People"), `{"new_number":"-3"}`),
		content("Money", "Money-01", title("金额", "Amount"), `{"new_money":"260.50"}`),
		content("Date", "Date-01", title("日期", "Day"), `{"date":{"type":"day","s_timestamp":"1772380800"}}`),
		content("Date", "Date-02", title("时刻", "Time"), `{"date":{"type":"hour","s_timestamp":"1772386200"}}`),
		content("DateRange", "DateRange-01", title("时长", "Period"), `{"date_range":{"type":"hour","new_begin":1772413200,"new_end":1772445600,"new_duration":28800}}`),
		content("DateRange", "DateRange-02", title("天数", "Days"), `{"date_range":{"type":"halfday","new_begin":1772380800,"new_end":1772510400,"new_duration":172800}}`),
		content("Selector", "Selector-01", title("城市", "City"), `{"selector":{"type":"single","options":[{"key":"option-1","value":[{"text":"成都","lang":"zh_CN"},{"text":"Chengdu","lang":"en"}]}]}}`),
		content("Selector", "Selector-02", title("用品", "Supplies"), `{"selector":{"type":"multi","exp_type":3,"options":[{"key":"option-4","value":[{"text":"纸","lang":"zh_CN"},{"text":"Paper","lang":"en"}]},{"key":"笔","value":[{"text":"墨","lang":"zh_CN"},{"text":"Ink","lang":"en"}]}]}}`),
		content("Contact", "Contact-01", title("同事", "Colleagues"), `{"members":[{"userid":"lisi"},{"userid":"wangwu"}]}`),
		content("Contact", "Contact-02", title("部门", "Department"), `{"departments":[{"openapi_id":"2"}]}`),
		content("File", "File-01", title("附件", "Files"), `{"files":[{"file_id":"media1"}]}`),
		content("Table", "Table-01", title("明细", "Items"), `{"children":[`+row("高铁", "154.00")+`,`+row("的士", "23")+`]}`),
		content("RelatedApproval", "RelatedApproval-01", title("关联", "Related"), `{"related_approval":[{"sp_no":"202603020001"}]}`),
		content("Location", "Location-01", title("地点", "Place"), `{"location":{"latitude":"30.547239","longitude":"104.063291","title":"大厦","time":1772380800}}`),
		content("Vacation", "Vacation-01", title("请假", "Leave"), `{"vacation":{"selector":{"type":"single","options":[{"key":"3","value":[{"text":"病假","lang":"zh_CN"}]}]},"attendance":{"date_range":{"type":"hour","new_begin":1772380800,"new_end":1772388000,"new_duration":7200},"type":1}}}`),
		content("Attendance", "Attendance-01", title("外出", "Outing"), `{"attendance":{"date_range":{"type":"hour","new_begin":1772380800,"new_end":1772384400,"new_duration":3600},"type":4}}`),
		content("PunchCorrection", "PunchCorrection-01", title("补卡", "Correction"), `{"punch_correction":{"state":"迟到","time":1772380800}}`),
		content("PhoneNumber", "PhoneNumber-01", title("电话", "Phone"), `{"text":"13800000000"}`),
		content("BankAccount", "BankAccount-01", title("账户", "Account"), `{"bank_account":{"account_type":1,"account_name":"甲","account_number":"62","remark":"无","bank":{"bank_alias":"工商银行","city_code":21}}}`),
		content("Text", "Text-21", title("备注", "Remark"), `{"text":"甲"}`),
	} {
		if i > 0 {
			want += ","
		}
		want += c
	}
	require.Equal(t, `{"contents":[`+want+`]}`, string(got))

	var again OAContents
	require.NoError(t, json.Unmarshal(got, &again))
	back, err := encodeJSON(again)
	require.NoError(t, err)
	require.Equal(t, string(got), string(back))
}

func TestApprovalFormRefusals(t *testing.T) {
	t.Parallel()
	now := time.Now()
	tests := []struct {
		name   string
		fill   func(f *ApprovalForm)
		api    string
		field  string
		reason string
	}{
		{"an unknown control", func(f *ApprovalForm) { f.SetText("无", "x") }, "SetText", "无", "no such control"},
		{"an empty title", func(f *ApprovalForm) { f.SetText("", "x") }, "SetText", "", "no such control"},
		{"a title twice", func(f *ApprovalForm) { f.SetText("备注", "x") }, "SetText", "备注", "use the ID"},
		{"a text for tips", func(f *ApprovalForm) { f.SetText("说明", "x") }, "SetText", "说明", "Tips control cannot be filled in"},
		{"any value for a formula", func(f *ApprovalForm) { f.SetValue("合计", OAContentValue{Text: "x"}) }, "SetValue", "合计", "Formula control cannot be filled in"},
		{"two lines for one", func(f *ApprovalForm) { f.SetText("事由", "一\n二") }, "SetText", "事由", "it holds one line"},
		{"a text for a number", func(f *ApprovalForm) { f.SetText("人数", "x") }, "SetText", "人数", "it is of the type Number"},
		{"a number for a text", func(f *ApprovalForm) { f.SetNumber("事由", "1") }, "SetNumber", "事由", "it is of the type Text"},
		{"a number in words", func(f *ApprovalForm) { f.SetNumber("人数", "三") }, "SetNumber", "人数", "not a decimal number"},
		{"a number with an exponent", func(f *ApprovalForm) { f.SetNumber("人数", "1e3") }, "SetNumber", "人数", "not a decimal number"},
		{"money for a number", func(f *ApprovalForm) { f.SetMoney("人数", "1") }, "SetMoney", "人数", "it is of the type Number"},
		{"money with two points", func(f *ApprovalForm) { f.SetMoney("金额", "1.2.3") }, "SetMoney", "金额", "not a decimal number"},
		{"money without digits", func(f *ApprovalForm) { f.SetMoney("金额", "-.") }, "SetMoney", "金额", "not a decimal number"},
		{"a date for a text", func(f *ApprovalForm) { f.SetDate("事由", now) }, "SetDate", "事由", "it is of the type Text"},
		{"no date", func(f *ApprovalForm) { f.SetDate("日期", time.Time{}) }, "SetDate", "日期", "zero"},
		{"a period for a date", func(f *ApprovalForm) { f.SetDateRange("日期", now, now, 0) }, "SetDateRange", "日期", "it is of the type Date"},
		{"a period backwards", func(f *ApprovalForm) { f.SetDateRange("时长", now, now.Add(-1), 0) }, "SetDateRange", "时长", "before the begin"},
		{"a period without end", func(f *ApprovalForm) { f.SetDateRange("时长", now, time.Time{}, 0) }, "SetDateRange", "时长", "zero"},
		{"a negative period", func(f *ApprovalForm) { f.SetDateRange("时长", now, now, -1) }, "SetDateRange", "时长", "negative"},
		{"a choice for a text", func(f *ApprovalForm) { f.SetSelector("事由", "成都") }, "SetSelector", "事由", "it is of the type Text"},
		{"an unknown option", func(f *ApprovalForm) { f.SetSelector("城市", "上海") }, "SetSelector", "城市", `no option "上海"`},
		{"no option", func(f *ApprovalForm) { f.SetSelector("城市") }, "SetSelector", "城市", "nothing is chosen"},
		{"too many options", func(f *ApprovalForm) { f.SetSelector("城市", "成都", "深圳") }, "SetSelector", "城市", "one can be chosen, not 2"},
		{"members for a text", func(f *ApprovalForm) { f.SetMembers("事由", "lisi") }, "SetMembers", "事由", "it is of the type Text"},
		{"members for departments", func(f *ApprovalForm) { f.SetMembers("部门", "lisi") }, "SetMembers", "部门", "it is a control of departments"},
		{"no members", func(f *ApprovalForm) { f.SetMembers("同事") }, "SetMembers", "同事", "nothing is chosen"},
		{"departments for members", func(f *ApprovalForm) { f.SetDepartments("同事", 1) }, "SetDepartments", "同事", "it is a control of users"},
		{"too many departments", func(f *ApprovalForm) { f.SetDepartments("部门", 1, 2) }, "SetDepartments", "部门", "one can be chosen, not 2"},
		{"files for a text", func(f *ApprovalForm) { f.SetFiles("事由", "m") }, "SetFiles", "事由", "it is of the type Text"},
		{"no files", func(f *ApprovalForm) { f.SetFiles("附件") }, "SetFiles", "附件", "nothing is chosen"},
		{"applications for a file", func(f *ApprovalForm) { f.SetRelatedApprovals("附件", "1") }, "SetRelatedApprovals", "附件", "it is of the type File"},
		{"no applications", func(f *ApprovalForm) { f.SetRelatedApprovals("关联") }, "SetRelatedApprovals", "关联", "nothing is chosen"},
		{"an unknown leave", func(f *ApprovalForm) { f.SetVacation("请假", "婚假", OADateTypeHour, now, now, 0) }, "SetVacation", "请假", `no leave "婚假"`},
		{"a leave backwards", func(f *ApprovalForm) { f.SetVacation("请假", "1", OADateTypeHour, now, now.Add(-1), 0) }, "SetVacation", "请假", "before the begin"},
		{"a leave for an outing", func(f *ApprovalForm) { f.SetVacation("外出", "1", OADateTypeHour, now, now, 0) }, "SetVacation", "外出", "it is of the type Attendance"},
		{"an outing for a leave", func(f *ApprovalForm) { f.SetAttendance("请假", now, now, 0) }, "SetAttendance", "请假", "it is of the type Vacation"},
		{"a correction for a text", func(f *ApprovalForm) { f.SetPunchCorrection("事由", OAContentPunchCorrection{}) }, "SetPunchCorrection", "事由", "it is of the type Text"},
		{"a place for a text", func(f *ApprovalForm) { f.SetLocation("事由", OAContentLocation{}) }, "SetLocation", "事由", "it is of the type Text"},
		{"an account for a text", func(f *ApprovalForm) { f.SetBankAccount("事由", OAContentBankAccount{}) }, "SetBankAccount", "事由", "it is of the type Text"},
		{"any value for a table", func(f *ApprovalForm) { f.SetValue("明细", OAContentValue{}) }, "SetValue", "明细", "use AddTableRow"},
		{"a row for a text", func(f *ApprovalForm) { f.AddTableRow("事由").SetText("项目", "x") }, "AddTableRow", "事由", "it is of the type Text"},
		{"an unknown cell", func(f *ApprovalForm) {
			f.AddTableRow("明细").SetText("项目", "x").SetMoney("费用", "1").SetText("无", "x")
		}, "SetText", "明细[1].无", "no such control"},
		{"an empty cell", func(f *ApprovalForm) { f.AddTableRow("明细").SetText("项目", "x") }, "ApplyData", "明细[1].费用", "must be filled in"},
		{"an empty control", func(f *ApprovalForm) { f.SetText("事由", "") }, "ApplyData", "事由", "must be filled in"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := oaForm()
			tt.fill(f)
			data, err := f.ApplyData()
			require.Empty(t, data)
			var argument *ArgumentError
			require.ErrorAs(t, err, &argument)
			require.Equal(t, "ApprovalForm."+tt.api, argument.API)
			require.Equal(t, tt.field, argument.Field)
			require.ErrorContains(t, argument.Reason, tt.reason)
			require.NotContains(t, err.Error(), "\n", "one mistake gives one error")
		})
	}
}

func TestApprovalFormTellsAll(t *testing.T) {
	t.Parallel()
	_, err := NewApprovalForm(oaTemplate()).SetText("无", "x").ApplyData()
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok)
	var fields []string
	for _, err := range joined.Unwrap() {
		var argument *ArgumentError
		require.True(t, errors.As(err, &argument))
		fields = append(fields, argument.Field)
	}
	require.Equal(t, []string{"无", "事由", "明细"}, fields, "neither tips nor formulas nor what depends on a choice")

	_, err = NewApprovalForm(nil).ApplyData()
	var argument *ArgumentError
	require.ErrorAs(t, err, &argument)
	require.Equal(t, "template", argument.Field)
}

func TestApprovalFormValue(t *testing.T) {
	t.Parallel()
	want := OAContentVacationAttendance{
		Type:      OAAttendanceTypeOuting,
		DateRange: OAContentDateRange{Type: OADateTypeHour, NewBegin: Unix(1772380800), NewEnd: Unix(1772384400), NewDuration: 3600},
		SliceInfo: OAContentVacationAttendanceSliceInfo{
			DayItems: []OAContentVacationAttendanceSliceInfoDayItem{{Daytime: Unix(1772380800), Duration: 3600}},
			Duration: 3600, State: OASliceStateChanged,
		},
	}
	data, err := oaForm().SetValue("外出", OAContentValue{Attendance: want}).ApplyData()
	require.NoError(t, err)
	require.Equal(t, want, data.Find("外出").Value.Attendance)
}

func TestHalfDays(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		begin, end time.Duration // since 00:00
		want       time.Duration
	}{
		{0, 0, 12 * time.Hour},
		{0, 12 * time.Hour, 24 * time.Hour},
		{12 * time.Hour, 24 * time.Hour, 24 * time.Hour},
		{0, 48*time.Hour - time.Second, 48 * time.Hour},
	} {
		r, err := newDateRange(OADateTypeHalfDay, day.Add(tt.begin), day.Add(tt.end), 0)
		require.NoError(t, err)
		require.Equal(t, int64(tt.want/time.Second), r.NewDuration, "%v to %v", tt.begin, tt.end)
	}
	r, err := newDateRange("", day, day.Add(time.Hour), 0)
	require.NoError(t, err)
	require.Equal(t, OADateTypeHour, r.Type)
}

func TestOASummary(t *testing.T) {
	t.Parallel()
	got, err := encodeJSON(OASummary("甲", "乙"))
	require.NoError(t, err)
	require.JSONEq(t, `[{"summary_info":[{"text":"甲","lang":"zh_CN"}]},{"summary_info":[{"text":"乙","lang":"zh_CN"}]}]`, string(got))
}
