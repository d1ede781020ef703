package workwxtest_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// nextApproval waits for the next event, which is of an approval.
func nextApproval(t *testing.T, events <-chan workwx.Event) workwx.SysApprovalEventInfo {
	t.Helper()
	return next[*workwx.SysApprovalChangeEvent](t, events).ApprovalInfo
}

// process returns a process with one approver after the other.
func process(userIDs ...string) (p workwx.OAProcess) {
	for _, id := range userIDs {
		p.NodeList = append(p.NodeList, workwx.OAProcessNode{Type: workwx.ApprovalNodeTypeApprover, ApvRel: workwx.ApprovalRelAll, UserID: []string{id}})
	}
	return p
}

func submit(t *testing.T, c *workwx.Client, templateID string, p workwx.OAProcess, fill func(*workwx.ApprovalForm)) (string, error) {
	t.Helper()
	template, err := c.GetApprovalTemplate(t.Context(), templateID)
	require.NoError(t, err)
	form := workwx.NewApprovalForm(template)
	fill(form)
	data, err := form.ApplyData()
	require.NoError(t, err)
	return c.SubmitApproval(t.Context(), &workwx.SubmitApprovalRequest{
		CreatorUserID: "lisi", TemplateID: templateID, UseTemplateApprover: len(p.NodeList) == 0, Process: p,
		ApplyData: data, SummaryList: workwx.OASummary("测试"),
	})
}

// everyControl is a template with every control that a form can hold.
func everyControl() workwx.OATemplateDetail {
	control := func(kind workwx.ControlType, title string, config workwx.OATemplateControlConfig) workwx.OATemplateControl {
		return workwx.OATemplateControl{Config: config, Property: workwx.OATemplateControlProperty{
			Control: kind, ID: string(kind) + "-" + title, Title: []workwx.OAText{{Text: title, Lang: "zh_CN"}},
		}}
	}
	var none, day, hours, pick, members, departments, table, outing workwx.OATemplateControlConfig
	day.Date.Type = workwx.OADateTypeDay
	hours.DateRange.Type = workwx.OADateTypeHour
	pick.Selector.Type = workwx.OASelectorTypeMulti
	for _, city := range []string{"成都", "深圳", "北京"} {
		pick.Selector.Options = append(pick.Selector.Options, workwx.OAContentSelectorOption{Key: "option-" + city, Value: []workwx.OAText{{Text: city, Lang: "zh_CN"}}})
	}
	members.Contact = workwx.OATemplateControlConfigContact{Type: workwx.OASelectorTypeMulti, Mode: workwx.OAContactModeUser}
	departments.Contact = workwx.OATemplateControlConfigContact{Type: workwx.OASelectorTypeSingle, Mode: workwx.OAContactModeDepartment}
	table.Table.Children = []workwx.OATemplateControl{control(workwx.ControlTypeText, "项目", none), control(workwx.ControlTypeMoney, "费用", none)}
	outing.Attendance.Type, outing.Attendance.DateRange.Type = workwx.OAAttendanceTypeOuting, workwx.OADateTypeHour
	return workwx.OATemplateDetail{
		TemplateNames: []workwx.OAText{{Text: "全部控件", Lang: "zh_CN"}},
		TemplateContent: workwx.OATemplateControls{Controls: []workwx.OATemplateControl{
			control(workwx.ControlTypeTips, "说明", none), control(workwx.ControlTypeText, "事由", none), control(workwx.ControlTypeTextarea, "详情", none),
			control(workwx.ControlTypeNumber, "人数", none), control(workwx.ControlTypeMoney, "金额", none), control(workwx.ControlTypeDate, "日期", day),
			control(workwx.ControlTypeDateRange, "时长", hours), control(workwx.ControlTypeSelector, "城市", pick),
			control(workwx.ControlTypeContact, "同事", members), control(workwx.ControlTypeContact, "部门", departments),
			control(workwx.ControlTypeFile, "附件", none), control(workwx.ControlTypeTable, "明细", table), control(workwx.ControlTypeFormula, "合计", none),
			control(workwx.ControlTypeRelatedApproval, "关联", none), control(workwx.ControlTypeLocation, "地点", none),
			control(workwx.ControlTypeVacation, "请假", none), control(workwx.ControlTypeAttendance, "外出", outing),
			control(workwx.ControlTypePhoneNumber, "电话", none), control(workwx.ControlTypeBankAccount, "账户", none),
		}},
	}
}

// TestApproval takes an application with every control from the template to the event of its approval.
func TestApproval(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)
	related, err := submit(t, c, workwxtest.TemplateGeneral, process("boss"), func(f *workwx.ApprovalForm) { f.SetText("申请内容", "显示器") })
	require.NoError(t, err)
	require.Equal(t, "202603020001", related)
	require.EqualValues(t, 1, nextApproval(t, events).StatuChangeEvent)

	templateID := srv.AddApprovalTemplate(everyControl())
	template, err := c.GetApprovalTemplate(t.Context(), templateID)
	require.NoError(t, err)
	file, err := c.UploadTempFileMedia(t.Context(), workwx.NewMediaFromBuffer("发票.pdf", []byte("an invoice")))
	require.NoError(t, err)
	form := workwx.NewApprovalForm(template).
		SetText("事由", "拜访<客户>").SetText("详情", "第一行\n第二行").SetNumber("人数", "-1.5").SetMoney("金额", "0.10").
		SetDate("日期", officeDay).SetDateRange("时长", officeDay, officeDay.Add(time.Hour), 0).
		SetSelector("城市", "成都", "北京").SetMembers("同事", "boss", "wangwu").SetDepartments("部门", 1).
		SetFiles("附件", file.MediaID).SetRelatedApprovals("关联", related).
		SetLocation("地点", workwx.OAContentLocation{Latitude: 30.547239, Longitude: 104.063291, Title: "大厦", Address: "某街", Time: workwx.At(officeDay)}).
		SetVacation("请假", "病假", workwx.OADateTypeHalfDay, officeDay.Add(-10*time.Hour), officeDay.Add(2*time.Hour), 0).
		SetAttendance("外出", officeDay.AddDate(0, 0, 1), officeDay.AddDate(0, 0, 1).Add(time.Hour), 0).
		SetText("电话", "13800000000").
		SetBankAccount("账户", workwx.OAContentBankAccount{AccountType: 1, AccountName: "甲", AccountNumber: "62", Bank: workwx.OAContentBankAccountBank{BankAlias: "某行", CityCode: 2}})
	form.AddTableRow("明细").SetText("项目", "高铁").SetMoney("费用", "154.5")
	form.AddTableRow("明细").SetText("项目", "的士").SetMoney("费用", "23")
	data, err := form.ApplyData()
	require.NoError(t, err)

	spNo, err := c.SubmitApproval(t.Context(), &workwx.SubmitApprovalRequest{
		CreatorUserID: "LiSi", TemplateID: templateID, ApplyData: data, SummaryList: workwx.OASummary("拜访客户"),
		Notifier: []string{"zhaoliu"},
		Process: workwx.OAProcess{NodeList: []workwx.OAProcessNode{
			{Type: workwx.ApprovalNodeTypeApprover, ApvRel: workwx.ApprovalRelAll, UserID: []string{"boss", "wangwu"}},
			{Type: workwx.ApprovalNodeTypeNotifier, UserID: []string{"wangwu"}},
			{Type: workwx.ApprovalNodeTypeHandler, ApvRel: workwx.ApprovalRelAnyOne, UserID: []string{"zhaoliu", "boss"}},
		}},
	})
	require.NoError(t, err)
	e := nextApproval(t, events)
	require.EqualValues(t, 1, e.StatuChangeEvent)
	require.Equal(t, spNo, e.SpNo)
	require.Equal(t, "全部控件", e.SpName)
	require.Equal(t, "lisi", e.Applyer.UserID)
	require.ElementsMatch(t, []string{"wangwu", "zhaoliu"}, e.NotifyerUserIDs)
	require.Len(t, e.SpRecord, 2)
	require.Len(t, e.ProcessList, 3)

	// Control by control it is what was submitted; the sum is the platform's.
	a, err := c.GetApproval(t.Context(), spNo)
	require.NoError(t, err)
	require.Len(t, a.ApplyData.Contents, len(data.Contents)+1)
	for _, want := range data.Contents {
		got := a.ApplyData.Find(want.ID)
		require.NotNil(t, got, want.ID)
		require.JSONEq(t, toJSON(t, want), toJSON(t, *got))
	}
	require.Equal(t, "177.60", a.ApplyData.Find("合计").Value.Formula.Value)
	require.Equal(t, workwx.ApprovalStatusInProgress, a.SpStatus)
	require.Equal(t, "lisi", a.Applicant.UserID)
	require.EqualValues(t, 1, a.Applicant.PartyID)
	require.True(t, a.ApplyTime.Equal(officeDay))
	require.Len(t, a.SpRecord, 2)
	require.Equal(t, workwx.ApproverAttrAll, a.SpRecord[0].ApproverAttr)

	require.Equal(t, []string{"boss", "wangwu"}, srv.Approvals()[1].Pending)
	require.Error(t, srv.Approve(spNo, "zhaoliu", ""), "it is not his turn")
	require.NoError(t, srv.Approve(spNo, "boss", "好"))
	e = nextApproval(t, events)
	require.EqualValues(t, 2, e.StatuChangeEvent)
	require.EqualValues(t, 1, e.SpStatus, "another has to agree")
	require.Equal(t, "好", e.SpRecord[0].Details[0].Speech)
	require.NoError(t, srv.TransferApproval(spNo, "wangwu", "boss", "请你定"))
	require.EqualValues(t, 4, nextApproval(t, events).StatuChangeEvent)
	require.NoError(t, srv.CommentApproval(spNo, "lisi", "急"))
	require.Equal(t, "急", nextApproval(t, events).Comments[0].CommentContent)
	require.NoError(t, srv.Approve(spNo, "boss", "同意"))
	require.EqualValues(t, 1, nextApproval(t, events).SpStatus)
	require.NoError(t, srv.Approve(spNo, "zhaoliu", "已办"))
	require.EqualValues(t, 2, nextApproval(t, events).SpStatus)

	a, err = c.GetApproval(t.Context(), spNo)
	require.NoError(t, err)
	require.Equal(t, workwx.ApprovalStatusApproved, a.SpStatus)
	nodes := a.ProcessList.NodeList
	require.Equal(t, workwx.ApprovalNodeStatusApproved, nodes[0].SpStatus)
	require.Equal(t, workwx.ApprovalNodeStatusTransferred, nodes[0].SubNodeList[1].SpYj)
	require.Equal(t, workwx.ApprovalNodeStatusHandled, nodes[2].SpStatus)
	require.Equal(t, "已办", nodes[2].SubNodeList[0].Speech)
	require.Zero(t, nodes[1].SubNodeList[0].SpYj)
	require.Equal(t, "急", a.Comments[0].CommentContent)
	require.Equal(t, []workwx.OAUser{{UserID: "wangwu"}, {UserID: "zhaoliu"}}, a.Notifier)
	require.Error(t, srv.Reject(spNo, "boss", ""), "it is over")

	require.NoError(t, srv.Reject(related, "boss", "不行"))
	e = nextApproval(t, events)
	require.EqualValues(t, 3, e.SpStatus)
	require.EqualValues(t, 3, e.StatuChangeEvent)
	srv.Advance(5 * 24 * time.Hour)
	_, err = c.DownloadTempMedia(t.Context(), &workwx.DownloadTempMediaRequest{MediaID: file.MediaID})
	require.NoError(t, err, "the files of a form are kept")
}

func TestApprovalOrders(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	text := func(f *workwx.ApprovalForm) { f.SetText("申请内容", "x") }
	node := func(rel workwx.ApprovalRel) workwx.OAProcess {
		return workwx.OAProcess{NodeList: []workwx.OAProcessNode{{Type: workwx.ApprovalNodeTypeApprover, ApvRel: rel, UserID: []string{"boss", "wangwu"}}}}
	}
	spNo, err := submit(t, c, workwxtest.TemplateGeneral, node(workwx.ApprovalRelAnyOne), text)
	require.NoError(t, err)
	require.NoError(t, srv.Approve(spNo, "wangwu", ""))
	require.Equal(t, workwx.ApprovalStatusApproved, srv.Approvals()[0].Status)

	spNo, err = submit(t, c, workwxtest.TemplateGeneral, node(workwx.ApprovalRelInTurn), text)
	require.NoError(t, err)
	require.Error(t, srv.Approve(spNo, "wangwu", ""))
	require.NoError(t, srv.Approve(spNo, "boss", ""))
	require.NoError(t, srv.Approve(spNo, "wangwu", ""))
	require.Equal(t, workwx.ApprovalStatusApproved, srv.Approvals()[1].Status)

	// The template's own process: the administrator, the leader, or what was set.
	spNo, err = submit(t, c, workwxtest.TemplateGeneral, workwx.OAProcess{}, text)
	require.NoError(t, err)
	require.Equal(t, []string{"boss"}, srv.Approvals()[2].Pending)
	require.NoError(t, srv.Revoke(spNo))
	require.Equal(t, workwx.ApprovalStatusWithdrawn, srv.Approvals()[2].Status)
	require.Error(t, srv.Revoke(spNo))
	require.NoError(t, c.UpdateUser(t.Context(), &workwx.UpdateUserRequest{UserID: "lisi", DirectLeader: []string{"wangwu"}}))
	_, err = submit(t, c, workwxtest.TemplateGeneral, workwx.OAProcess{}, text)
	require.NoError(t, err)
	require.Equal(t, []string{"wangwu"}, srv.Approvals()[3].Pending)
	srv.SetApprovalProcess(workwxtest.TemplateGeneral, process("zhaoliu", "boss").NodeList...)
	spNo, err = submit(t, c, workwxtest.TemplateGeneral, workwx.OAProcess{}, text)
	require.NoError(t, err)
	require.NoError(t, srv.Approve(spNo, "zhaoliu", ""))
	require.Equal(t, []string{"boss"}, srv.Approvals()[4].Pending)
}

// TestApprovalRefusals changes one thing of a submission that would be accepted.
func TestApprovalRefusals(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	templateID := srv.AddApprovalTemplate(everyControl())
	content := func(id, value string) func(*workwx.SubmitApprovalRequest) {
		return func(r *workwx.SubmitApprovalRequest) {
			var v workwx.OAContentValue
			require.NoError(t, json.Unmarshal([]byte(value), &v))
			kind := workwx.ControlType(id[:len(id)-len("-事由")])
			r.ApplyData.Contents = append(r.ApplyData.Contents, workwx.OAContent{Control: kind, ID: id, Value: v})
		}
	}
	vacation := func(kind, key, precision string, begin, duration int) string {
		return fmt.Sprintf(`{"vacation":{"selector":{"type":"single","options":[{"key":%q}]},"attendance":{"type":%s,"date_range":{"type":%q,"new_begin":%d,"new_end":1772460000,"new_duration":%d}}}}`,
			key, kind, precision, begin, duration)
	}
	template := func(id string) func(*workwx.SubmitApprovalRequest) {
		return func(r *workwx.SubmitApprovalRequest) { r.TemplateID = id }
	}
	type request = workwx.SubmitApprovalRequest
	for name, tt := range map[string]struct {
		change func(*request)
		code   workwx.Code
	}{
		"an unknown applicant":    {func(r *request) { r.CreatorUserID = "nobody" }, 301025},
		"an unknown template":     {template("nothing"), 301026},
		"a foreign department":    {func(r *request) { r.ChooseDepartment = 7 }, 301025},
		"no process":              {func(r *request) { r.Process = workwx.OAProcess{} }, 301025},
		"an unknown approver":     {func(r *request) { r.Process = process("nobody") }, 301025},
		"no approver":             {func(r *request) { r.Process.NodeList[0].Type = 2 }, 301025},
		"an empty node":           {func(r *request) { r.Process.NodeList[0].UserID = nil }, 301025},
		"an unknown kind of node": {func(r *request) { r.Process.NodeList[0].Type = 4 }, 301025},
		"an unknown order":        {func(r *request) { r.Process.NodeList[0].ApvRel = 4 }, 301025},
		"an unknown notifier":     {func(r *request) { r.Notifier = []string{"nobody"} }, 301025},
		"no summary":              {func(r *request) { r.SummaryList = nil }, 301025},
		"four lines":              {func(r *request) { r.SummaryList = workwx.OASummary("1", "2", "3", "4") }, 301025},
		"a long line": {func(r *request) {
			r.SummaryList = workwx.OASummary("一二三四五六七八九十一二三四五六七八九十一")
		}, 301025},
		"a required control missing": {func(r *request) { r.ApplyData.Contents = nil; r.TemplateID = workwxtest.TemplateGeneral }, 301025},
		"a control of another kind":  {func(r *request) { r.ApplyData.Contents[0].Control = workwx.ControlTypeTextarea }, 301025},
		"an unknown control":         {content("Text-其他", `{"text":"x"}`), 301025},
		"a control twice":            {content("Text-事由", `{"text":"x"}`), 301025},
		"a value of another kind":    {content("Textarea-详情", `{"new_number":"1"}`), 301025},
		"no number":                  {content("Number-人数", `{"new_number":"many"}`), 301025},
		"no amount":                  {content("Money-金额", `{"new_money":"1.2.3"}`), 301025},
		"a date with the hour":       {content("Date-日期", `{"date":{"type":"hour","s_timestamp":"1772420400"}}`), 301025},
		"no date":                    {content("Date-日期", `{"date":{"type":"day","s_timestamp":"0"}}`), 301025},
		"a period of half days":      {content("DateRange-时长", `{"date_range":{"type":"halfday","new_begin":1772416800,"new_end":1772420400,"new_duration":3600}}`), 301025},
		"a period backwards":         {content("DateRange-时长", `{"date_range":{"type":"hour","new_begin":1772416800,"new_end":1772416700,"new_duration":3600}}`), 301025},
		"a period without duration":  {content("DateRange-时长", `{"date_range":{"type":"hour","new_begin":1772416800,"new_end":1772420400}}`), 301025},
		"an unknown option":          {content("Selector-城市", `{"selector":{"type":"multi","options":[{"key":"option-9"}]}}`), 301025},
		"a selector of one":          {content("Selector-城市", `{"selector":{"type":"single","options":[{"key":"option-成都"}]}}`), 301025},
		"an unknown member":          {content("Contact-同事", `{"members":[{"userid":"nobody"}]}`), 301025},
		"departments for members":    {content("Contact-同事", `{"departments":[{"openapi_id":"1"}]}`), 301025},
		"an unknown department":      {content("Contact-部门", `{"departments":[{"openapi_id":"9"}]}`), 301025},
		"two departments":            {content("Contact-部门", `{"departments":[{"openapi_id":"1"},{"openapi_id":"1"}]}`), 301025},
		"an unknown file":            {content("File-附件", `{"files":[{"file_id":"none"}]}`), 301025},
		"an unknown application":     {content("RelatedApproval-关联", `{"related_approval":[{"sp_no":"1"}]}`), 301025},
		"a place off the earth":      {content("Location-地点", `{"location":{"latitude":"91","longitude":"0","title":"x","time":1}}`), 301025},
		"a place without a name":     {content("Location-地点", `{"location":{"latitude":"1","longitude":"0","title":"","time":1}}`), 301025},
		"an account without number":  {content("BankAccount-账户", `{"bank_account":{"account_type":1,"account_name":"甲"}}`), 301025},
		"a cell of no column":        {content("Table-明细", `{"children":[{"list":[{"control":"Text","id":"Text-其他","value":{"text":"x"}}]}]}`), 301025},
		"a formula":                  {content("Formula-合计", `{"formula":{"value":"1"}}`), 301025},
		"an unknown leave":           {content("Vacation-请假", vacation("1", "9", "halfday", 1772380800, 86400)), 301025},
		"a leave by the hour":        {content("Vacation-请假", vacation("1", "1", "hour", 1772380800, 86400)), 301025},
		"a leave that is a trip":     {content("Vacation-请假", vacation("3", "1", "halfday", 1772380800, 86400)), 301025},
		"more leave than there is":   {content("Vacation-请假", vacation("1", "1", "halfday", 1772380800, 6*86400)), 301057},
		"an outing that is overtime": {content("Attendance-外出",
			`{"attendance":{"type":5,"date_range":{"type":"hour","new_begin":1772416800,"new_end":1772420400,"new_duration":3600}}}`), 301025},
	} {
		req := &workwx.SubmitApprovalRequest{
			CreatorUserID: "lisi", TemplateID: templateID, Process: process("boss"), SummaryList: workwx.OASummary("x"),
			ApplyData: workwx.OAContents{Contents: []workwx.OAContent{{Control: workwx.ControlTypeText, ID: "Text-事由", Value: workwx.OAContentValue{Text: "x"}}}},
		}
		tt.change(req)
		_, err := c.SubmitApproval(t.Context(), req)
		require.ErrorIs(t, err, tt.code, name)
	}
	require.Empty(t, srv.Approvals())

	_, err := submit(t, c, workwxtest.TemplateCorrection, process("boss"), func(f *workwx.ApprovalForm) {
		f.SetText("事由", "忘了").SetPunchCorrection("补卡时间", workwx.OAContentPunchCorrection{State: "缺卡", Time: workwx.At(officeDay)})
	})
	require.ErrorIs(t, err, workwx.CodeInvalidApprovalParameter, "a correction cannot be submitted")
	_, err = c.GetApproval(t.Context(), "1")
	require.ErrorIs(t, err, workwx.CodeInvalidApprovalParameter)
	_, err = c.GetApprovalTemplate(t.Context(), "1")
	require.ErrorIs(t, err, workwx.Code(301026))
	_, err = c.GetOpenApproval(t.Context(), "1")
	require.ErrorIs(t, err, workwx.CodeInvalidApprovalParameter)
}

func TestApprovalVisibility(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	spNo, err := submit(t, c, workwxtest.TemplateGeneral, process("boss"), func(f *workwx.ApprovalForm) { f.SetText("申请内容", "x") })
	require.NoError(t, err)
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret", UserIDs: []string{"boss"}})
	other := srv.AppClient(7)
	_, err = other.GetApproval(t.Context(), spNo)
	require.ErrorIs(t, err, workwx.CodeNoApprovalPermission)
	page, err := other.ListApprovalNumbers(t.Context(), &workwx.ListApprovalNumbersRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay)})
	require.NoError(t, err)
	require.Empty(t, page.SpNoList)
	_, err = submit(t, other, workwxtest.TemplateGeneral, process("boss"), func(f *workwx.ApprovalForm) { f.SetText("申请内容", "x") })
	require.ErrorIs(t, err, workwx.CodeNoApprovalPermission)
}

func TestApprovalLists(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	for i := range 7 {
		_, err := submit(t, c, workwxtest.TemplateGeneral, process("boss"), func(f *workwx.ApprovalForm) { f.SetText("申请内容", fmt.Sprint(i)) })
		require.NoError(t, err)
	}
	_, err := submit(t, c, workwxtest.TemplateOvertime, process("boss"), func(f *workwx.ApprovalForm) {
		f.SetAttendance("加班时间", officeDay, officeDay.Add(time.Hour), 0)
	})
	require.NoError(t, err)
	require.NoError(t, srv.Approve("202603020003", "boss", ""))
	list := func(size int64, filters ...workwx.OAApprovalInfoFilter) (numbers []string) {
		t.Helper()
		req := &workwx.ListApprovalNumbersRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.AddDate(0, 0, 31)), Size: size, Filters: filters}
		for no, err := range c.AllApprovalNumbers(t.Context(), req) {
			require.NoError(t, err)
			numbers = append(numbers, no)
		}
		return numbers
	}
	filter := func(key workwx.OAApprovalInfoFilterKey, value string) workwx.OAApprovalInfoFilter {
		return workwx.OAApprovalInfoFilter{Key: key, Value: value}
	}
	before := len(srv.RequestsTo("/cgi-bin/oa/getapprovalinfo"))
	require.Len(t, list(3), 8)
	require.Len(t, srv.RequestsTo("/cgi-bin/oa/getapprovalinfo"), before+3)
	require.Equal(t, []string{"202603020003"}, list(0, filter("sp_status", "2")))
	require.Equal(t, []string{"202603020008"}, list(0, filter("template_id", workwxtest.TemplateOvertime)))
	require.Equal(t, []string{"202603020008"}, list(0, filter("record_type", "5")))
	require.Len(t, list(0, filter("creator", "lisi"), filter("department", "1"), filter("department", "2")), 8)
	require.Empty(t, list(0, filter("creator", "boss")))

	ask := func(change func(*workwx.ListApprovalNumbersRequest)) error {
		req := &workwx.ListApprovalNumbersRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.Add(time.Hour))}
		change(req)
		_, err := c.ListApprovalNumbers(t.Context(), req)
		return err
	}
	type request = workwx.ListApprovalNumbersRequest
	for name, change := range map[string]func(*request){
		"no times":       func(r *request) { r.StartTime = workwx.Timestamp{} },
		"backwards":      func(r *request) { r.EndTime = workwx.At(officeDay.Add(-time.Hour)) },
		"32 days":        func(r *request) { r.EndTime = workwx.At(officeDay.AddDate(0, 0, 32)) },
		"a large page":   func(r *request) { r.Size = 101 },
		"a wrong cursor": func(r *request) { r.NewCursor = "x" },
		"an unknown key": func(r *request) { r.Filters = []workwx.OAApprovalInfoFilter{filter("x", "1")} },
		"two of one key": func(r *request) {
			r.Filters = []workwx.OAApprovalInfoFilter{filter("creator", "1"), filter("creator", "2")}
		},
	} {
		require.ErrorIs(t, ask(change), workwx.CodeInvalidApprovalParameter, name)
	}

	old, err := c.ListApprovalData(t.Context(), &workwx.ListApprovalDataRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay)})
	require.NoError(t, err)
	require.EqualValues(t, 8, old.Total)
	require.Equal(t, workwx.ApprovalStatusApproved, old.Data[2].SpStatus)
	require.Equal(t, []string{"boss"}, old.Data[0].ApprovalName)
	require.Contains(t, old.Data[0].Comm.ApplyData, "申请内容")
	_, err = c.ListApprovalData(t.Context(), &workwx.ListApprovalDataRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.AddDate(0, 0, 31))})
	require.ErrorIs(t, err, workwx.CodeInvalidApprovalParameter)
}

func TestApprovalTemplates(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	// The default templates hold every control of approvals.
	kinds := map[workwx.ControlType]bool{}
	for _, id := range []string{workwxtest.TemplateLeave, workwxtest.TemplateTrip, workwxtest.TemplateOuting, workwxtest.TemplateOvertime,
		workwxtest.TemplateCorrection, workwxtest.TemplateExpense, workwxtest.TemplateGeneral} {
		template, err := c.GetApprovalTemplate(t.Context(), id)
		require.NoError(t, err)
		for _, control := range template.TemplateContent.Controls {
			kinds[control.Property.Control] = true
		}
	}
	require.Len(t, kinds, 19)

	every := everyControl()
	every.TemplateContent.Controls = every.TemplateContent.Controls[1:] // its tips say nothing
	i := len(every.TemplateContent.Controls) - 4
	require.Equal(t, workwx.ControlTypeVacation, every.TemplateContent.Controls[i].Property.Control)
	every.TemplateContent.Controls = append(every.TemplateContent.Controls[:i], every.TemplateContent.Controls[i+1:]...)
	req := &workwx.CreateApprovalTemplateRequest{TemplateName: every.TemplateNames, TemplateContent: every.TemplateContent}
	id, err := c.CreateApprovalTemplate(t.Context(), req)
	require.NoError(t, err)
	template, err := c.GetApprovalTemplate(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, every.TemplateContent, template.TemplateContent)
	_, err = c.CreateApprovalTemplate(t.Context(), req)
	require.ErrorIs(t, err, workwx.Code(301086), "the name is taken")

	update := &workwx.UpdateApprovalTemplateRequest{TemplateID: id, TemplateName: []workwx.OAText{{Text: "新名", Lang: "zh_CN"}}, TemplateContent: req.TemplateContent}
	require.NoError(t, c.UpdateApprovalTemplate(t.Context(), update))
	template, err = c.GetApprovalTemplate(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, "新名", template.TemplateNames[0].Text)
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret"})
	require.ErrorIs(t, srv.AppClient(7).UpdateApprovalTemplate(t.Context(), update), workwx.CodeOperationNotPermitted)
	update.TemplateID = "none"
	require.ErrorIs(t, c.UpdateApprovalTemplate(t.Context(), update), workwx.Code(301086))

	type controls = []workwx.OATemplateControl
	for name, change := range map[string]func(*workwx.CreateApprovalTemplateRequest){
		"no name":     func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateName = nil },
		"no controls": func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateContent.Controls = nil },
		"no title":    func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateContent.Controls[0].Property.Title = nil },
		"an id twice": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[1].Property.ID = "Text-事由"
		},
		"unknown":    func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateContent.Controls[0].Property.Control = "Doc" },
		"empty date": func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateContent.Controls[0].Property.Control = "Date" },
		"empty range": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "DateRange"
		},
		"no options": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "Selector"
		},
		"no contact": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "Contact"
		},
		"no tips": func(r *workwx.CreateApprovalTemplateRequest) { r.TemplateContent.Controls[0].Property.Control = "Tips" },
		"no columns": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "Table"
		},
		"no attendance": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "Attendance"
		},
		"two absences": func(r *workwx.CreateApprovalTemplateRequest) {
			r.TemplateContent.Controls[0].Property.Control = "Vacation"
		},
	} {
		fresh := everyControl()
		bad := &workwx.CreateApprovalTemplateRequest{
			TemplateName:    []workwx.OAText{{Text: name, Lang: "en"}},
			TemplateContent: workwx.OATemplateControls{Controls: append(controls{}, fresh.TemplateContent.Controls[1:15]...)},
		}
		bad.TemplateContent.Controls = append(bad.TemplateContent.Controls, fresh.TemplateContent.Controls[16:]...)
		change(bad)
		_, err := c.CreateApprovalTemplate(t.Context(), bad)
		require.ErrorIs(t, err, workwx.Code(301086), name)
	}
}

func TestVacations(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	quota := func(id int64) *workwx.UserVacationQuota {
		t.Helper()
		quotas, err := c.ListUserVacationQuotas(t.Context(), "lisi")
		require.NoError(t, err)
		for _, q := range quotas {
			if q.ID == id {
				return q
			}
		}
		return nil
	}
	kinds, err := c.ListVacationConfigs(t.Context())
	require.NoError(t, err)
	require.Len(t, kinds, 4)
	require.EqualValues(t, 5*86400, quota(workwxtest.VacationAnnual).LeftDuration)

	day := time.Date(2026, 3, 4, 0, 0, 0, 0, beijing)
	leave := func(begin, end time.Time) (string, error) {
		return submit(t, c, workwxtest.TemplateLeave, process("boss"), func(f *workwx.ApprovalForm) {
			f.SetText("事由", "休息").SetVacation("请假类型", "年假", workwx.OADateTypeHalfDay, begin, end, 0)
		})
	}
	spNo, err := leave(day, day.Add(36*time.Hour)) // two days
	require.NoError(t, err)
	require.EqualValues(t, 5*86400, quota(workwxtest.VacationAnnual).LeftDuration, "it is not approved")
	_, err = leave(day.Add(36*time.Hour), day.Add(60*time.Hour))
	require.ErrorIs(t, err, workwx.Code(301079), "the afternoon is taken")
	require.NoError(t, srv.Approve(spNo, "boss", ""))
	q := quota(workwxtest.VacationAnnual)
	require.EqualValues(t, 3*86400, q.LeftDuration)
	require.EqualValues(t, 2*86400, q.UsedDuration)
	require.EqualValues(t, 5*86400, q.AssignDuration)
	require.NoError(t, srv.Revoke(spNo))
	require.EqualValues(t, 5*86400, quota(workwxtest.VacationAnnual).LeftDuration)
	spNo, err = leave(day.Add(24*time.Hour), day.Add(24*time.Hour))
	require.NoError(t, err, "the time is free again")
	require.NoError(t, srv.Reject(spNo, "boss", ""))

	set := workwx.SetUserVacationQuotaRequest{UserID: "lisi", VacationID: workwxtest.VacationCompensatory, LeftDuration: 7200, TimeAttr: workwx.VacationTimeAttrHour}
	require.NoError(t, c.SetUserVacationQuota(t.Context(), &set))
	require.EqualValues(t, 7200, quota(workwxtest.VacationCompensatory).LeftDuration)
	for name, change := range map[string]func(*workwx.SetUserVacationQuotaRequest){
		"an unknown member": func(r *workwx.SetUserVacationQuotaRequest) { r.UserID = "nobody" },
		"an unknown kind":   func(r *workwx.SetUserVacationQuotaRequest) { r.VacationID = 9 },
		"another unit":      func(r *workwx.SetUserVacationQuotaRequest) { r.TimeAttr = workwx.VacationTimeAttrDay },
		"a bad multiple":    func(r *workwx.SetUserVacationQuotaRequest) { r.LeftDuration = 7201 },
		"too much":          func(r *workwx.SetUserVacationQuotaRequest) { r.LeftDuration = 24001 * 3600 },
		"less than nothing": func(r *workwx.SetUserVacationQuotaRequest) { r.LeftDuration = -360 },
	} {
		bad := set
		change(&bad)
		require.ErrorIs(t, c.SetUserVacationQuota(t.Context(), &bad), workwx.Code(301063), name)
	}
	srv.AddVacation(workwx.CorpVacationConf{ID: 9, Name: "婚假", PerdayDuration: 86400})
	template, err := c.GetApprovalTemplate(t.Context(), workwxtest.TemplateLeave)
	require.NoError(t, err)
	require.Len(t, template.TemplateContent.Controls[0].Config.Vacation.Item, 5)
}

// TestCopiedTemplate copies a template of a service provider into the corp, and again when it has changed.
func TestCopiedTemplate(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	_, err := c.CopyApprovalTemplate(t.Context(), "open-1")
	require.ErrorIs(t, err, workwx.Code(301086))
	provided := everyControl()
	srv.SetOpenApprovalTemplate("open-1", provided)
	id, err := c.CopyApprovalTemplate(t.Context(), "open-1")
	require.NoError(t, err)
	copied, err := c.GetApprovalTemplate(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, "全部控件", copied.TemplateNames[0].Text)
	require.Len(t, copied.TemplateContent.Controls, len(provided.TemplateContent.Controls))

	provided.TemplateNames[0].Text, provided.TemplateContent.Controls = "改", provided.TemplateContent.Controls[:3]
	srv.SetOpenApprovalTemplate("open-1", provided)
	again, err := c.CopyApprovalTemplate(t.Context(), "open-1")
	require.NoError(t, err)
	require.Equal(t, id, again)
	copied, err = c.GetApprovalTemplate(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, "改", copied.TemplateNames[0].Text)
	require.Len(t, copied.TemplateContent.Controls, 3)
}

func TestOpenApproval(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)
	a := workwx.OpenApproval{ThirdNo: "no-1", OpenTemplateID: "1234", OpenSpName: "付款", OpenSpStatus: workwx.ApprovalStatusInProgress, ApplyTime: workwx.At(officeDay), ApplyUserID: "lisi", ApproverStep: 1}
	a.ApprovalNodes.ApprovalNode = []workwx.OpenApprovalNode{{
		NodeStatus: workwx.ApprovalNodeStatusApproved, NodeAttr: workwx.ApproverAttrAll, NodeType: workwx.OpenApprovalNodeTypeMembers,
		Items: workwx.OpenApprovalItems{Item: []workwx.OpenApprovalItem{{ItemUserID: "boss", ItemStatus: workwx.ApprovalNodeStatusApproved, ItemOpTime: workwx.At(officeDay), ItemSpeech: "好"}}},
	}, {NodeStatus: workwx.ApprovalNodeStatusInProgress, NodeType: workwx.OpenApprovalNodeTypeLeader}}
	a.NotifyNodes.NotifyNode = []workwx.OpenApprovalNotifyNode{{ItemUserID: "wangwu"}}
	srv.SetOpenApproval(a)
	e := next[*workwx.OpenApprovalChangeEvent](t, events).ApprovalInfo
	require.Equal(t, "no-1", e.ThirdNo)
	require.EqualValues(t, 1, e.OpenSpStatus)
	require.True(t, e.ApplyTime.Equal(officeDay))
	require.Len(t, e.ApprovalNodes, 2)
	require.Equal(t, "好", e.ApprovalNodes[0].Items[0].ItemSpeech)
	require.True(t, e.ApprovalNodes[0].Items[0].ItemOpTime.Equal(officeDay))
	require.Equal(t, "wangwu", e.NotifyNodes[0].ItemUserID)
	require.EqualValues(t, 1, e.ApproverStep)
	got, err := c.GetOpenApproval(t.Context(), "no-1")
	require.NoError(t, err)
	require.Equal(t, "boss", got.ApprovalNodes.ApprovalNode[0].Items.Item[0].ItemUserID)
	a.OpenSpStatus = workwx.ApprovalStatusApproved
	srv.SetOpenApproval(a)
	require.EqualValues(t, 2, next[*workwx.OpenApprovalChangeEvent](t, events).ApprovalInfo.OpenSpStatus)
	_, err = c.GetOpenApproval(t.Context(), "none")
	require.ErrorIs(t, err, workwx.Code(301025))
}

// ExampleServer_Approve tests a service that books what was approved.
func ExampleServer_Approve() {
	var handler *workwx.CallbackHandler
	booked := make(chan string)
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	defer service.Close()
	srv, err := workwxtest.Start(workwxtest.WithCallback(service.URL))
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client()
	handler, err = workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	if err != nil {
		panic(err)
	}
	workwx.On(handler, func(ctx context.Context, e *workwx.SysApprovalChangeEvent) (workwx.Reply, error) {
		if e.ApprovalInfo.SpStatus != workwx.ApprovalStatusApproved {
			return nil, nil
		}
		a, err := client.GetApproval(ctx, e.ApprovalInfo.SpNo)
		if err != nil {
			return nil, err
		}
		booked <- a.Applicant.UserID + " gets " + a.ApplyData.Find("合计").Value.Formula.Value
		return nil, nil
	})

	ctx := context.Background()
	srv.AddUsers("boss", "lisi")
	template, err := client.GetApprovalTemplate(ctx, workwxtest.TemplateExpense)
	if err != nil {
		panic(err)
	}
	form := workwx.NewApprovalForm(template).SetSelector("报销类型", "差旅费")
	form.AddTableRow("费用明细").SetText("费用说明", "高铁").SetMoney("费用金额", "154.5")
	form.AddTableRow("费用明细").SetText("费用说明", "的士").SetMoney("费用金额", "23")
	data, err := form.ApplyData()
	if err != nil {
		panic(err)
	}
	spNo, err := client.SubmitApproval(ctx, &workwx.SubmitApprovalRequest{
		CreatorUserID: "lisi", TemplateID: workwxtest.TemplateExpense, UseTemplateApprover: workwx.Yes,
		ApplyData: data, SummaryList: workwx.OASummary("差旅费"),
	})
	if err != nil {
		panic(err)
	}
	if err := srv.Approve(spNo, "boss", "好"); err != nil {
		panic(err)
	}
	fmt.Println(<-booked)
	// Output: lisi gets 177.50
}
