package workwx

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// oaPlatform answers each call with the next of its replies and keeps the bodies.
type oaPlatform struct {
	replies []string
	bodies  []string
}

func (p *oaPlatform) RoundTrip(req *http.Request) (*http.Response, error) {
	reply := `{"errcode":0,"errmsg":"ok","access_token":"TOKEN","expires_in":7200}`
	if !strings.HasSuffix(req.URL.Path, "/gettoken") {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		p.bodies = append(p.bodies, string(body))
		reply, p.replies = p.replies[0], p.replies[1:]
	}
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(reply)), Request: req,
	}, nil
}

func oaClient(t *testing.T, replies ...string) (*Client, *oaPlatform) {
	t.Helper()
	p := &oaPlatform{replies: replies}
	c, err := NewClient("wwoa", "secret", WithHTTPClient(&http.Client{Transport: p}))
	require.NoError(t, err)
	return c, p
}

func TestGetApproval(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"errmsg":"ok","info":{
		"sp_no":"202603020002","sp_name":"全部控件","sp_status":"2","template_id":"T","apply_time":"1772380800",
		"applyer":{"userid":"lisi","partyid":"7"},"batch_applyer":[{"userid":"zhaoliu"}],"notifyer":[{"userid":"wangwu"}],
		"sp_record":[{"sp_status":2,"approverattr":1,"details":[
			{"approver":{"userid":"boss"},"speech":"好","sp_status":2,"sptime":"1772380900","media_id":["m1"]},
			{"approver":{"userid":"deputy"},"speech":"","sp_status":1,"sptime":"","media_id":[]}]}],
		"comments":[{"commentid":6741314136717778040,"commentUserInfo":{"userid":"lisi"},"commentcontent":"催","commenttime":1772380850,"media_id":[]}],
		"process_list":{"node_list":[
			{"node_type":1,"sp_status":2,"apv_rel":3,"sub_node_list":[{"userid":"boss","sp_yj":13,"Sptime":1772380900,"Speech":"好","media_ids":["m1"]}]},
			{"node_type":3,"sp_status":14,"apv_rel":2,"sub_node_list":[{"userid":"clerk","sp_yj":14,"sptime":"1772380950","speech":"办"}]}]},
		"apply_data":{"contents":[
			{"control":"Text","id":"Text-01","title":[{"text":"事由","lang":"zh_CN"},{"text":"Reason","lang":"en"}],"value":{"text":"拜访","tips":[],"members":[],"children":[],"stat_field":[]},"require":1,"hidden":"1"},
			{"control":"Number","id":"Number-01","title":[],"value":{"new_number":700}},
			{"control":"Money","id":"Money-01","title":[],"value":{"new_money":"12.50"}},
			{"control":"Date","id":"Date-01","title":[],"value":{"date":{"type":"day","s_timestamp":"1772380800","timezone_info":{"zone_offset":"-9","zone_desc":"UTC+9"}}}},
			{"control":"Selector","id":"Selector-01","title":[],"value":{"selector":{"type":"multi","exp_type":0,"options":[{"key":"k1","value":[{"text":"成都","lang":"zh_CN"}]},{"key":"k2","value":[]}]}}},
			{"control":"Contact","id":"Contact-01","title":[],"value":{"members":[{"userid":"lisi","name":"李四"}]}},
			{"control":"Contact","id":"Contact-02","title":[],"value":{"departments":[{"openapi_id":"2","name":"销售"},{"openapi_id":3,"name":"生产"}]}},
			{"control":"Tips","id":"Tips-01","title":[],"value":{"new_tips":{"tips_content":[{"lang":"zh_CN","text":{"sub_text":[
				{"type":1,"content":{"plain_text":{"content":"见"}}},{"type":2,"content":{"link":{"title":"制度","url":"https://example.com/rules"}}}]}}]}}},
			{"control":"File","id":"File-01","title":[],"value":{"files":[{"file_id":"f1","file_name":"a.pdf","file_size":"1024","file_type":"pdf","file_url":"https://example.com/a"}]}},
			{"control":"Table","id":"Table-01","title":[{"text":"明细","lang":"zh_CN"}],"value":{"children":[{"list":[
				{"control":"Text","id":"Text-11","title":[{"text":"项目","lang":"zh_CN"}],"value":{"text":"高铁"},"require":1},
				{"control":"Money","id":"Money-11","title":[{"text":"费用","lang":"zh_CN"}],"value":{"new_money":154}}]}],"stat_field":[{"id":"Money-11"}]}},
			{"control":"Vacation","id":"Vacation-01","title":[],"value":{"vacation":{"selector":{"type":"single","options":[{"key":"3","value":[{"text":"病假","lang":"zh_CN"}]}]},
				"attendance":{"type":1,"date_range":{"type":"hour","new_begin":1772380800,"new_end":"1772388000","new_duration":"7200","perday_duration":28800}}}}},
			{"control":"Attendance","id":"Attendance-01","title":[],"value":{"attendance":{"type":4,"date_range":{"type":"halfday","new_begin":1772380800,"new_end":1772424000,"new_duration":86400},
				"slice_info":{"day_items":[{"daytime":1772380800,"duration":86400}],"duration":86400,"state":1}}}},
			{"control":"PunchCorrection","id":"PunchCorrection-01","title":[],"value":{"punch_correction":{"state":"迟到","version":1,"time":"1772380800","daymonthyear":1772380800}}},
			{"control":"DateRange","id":"DateRange-01","title":[],"value":{"date_range":{"type":"halfday","new_begin":1772380800,"new_end":1772424000,"new_duration":86400,"timezone_info":{"zone_offset":-9,"zone_desc":"UTC+9"}}}},
			{"control":"Location","id":"Location-01","title":[],"value":{"location":{"latitude":"30.547239","longitude":104.063291,"title":"大厦","address":"某街","time":1772380800}}},
			{"control":"RelatedApproval","id":"RelatedApproval-01","title":[],"value":{"related_approval":[{"template_names":[{"text":"甲","lang":"zh_CN"}],"sp_status":1,"name":"李四","create_time":1772380437,"sp_no":202603010001}]}},
			{"control":"Formula","id":"Formula-01","title":[],"value":{"formula":{"value":"5.0"}}},
			{"control":"BankAccount","id":"BankAccount-01","title":[],"value":{"bank_account":{"account_type":2,"account_name":"乙","account_number":"62","remark":"","bank":{"bank_alias":"某行","province_code":"2","bank_branch_id":"102"}}}}
		]}}}`)
	a, err := c.GetApproval(t.Context(), "202603020002")
	require.NoError(t, err)
	require.Equal(t, []string{`{"sp_no":"202603020002"}`}, p.bodies)

	require.Equal(t, ApprovalStatusApproved, a.SpStatus)
	require.Equal(t, OAApprovalDetailApplicant{UserID: "lisi", PartyID: 7}, a.Applicant)
	require.Equal(t, []OAUser{{UserID: "zhaoliu"}}, a.BatchApplicants)
	require.Equal(t, Unix(1772380900), a.SpRecord[0].Details[0].SpTime)
	require.True(t, a.SpRecord[0].Details[1].SpTime.IsZero())
	require.Equal(t, "6741314136717778040", a.Comments[0].CommentID)
	nodes := a.ProcessList.NodeList
	require.Equal(t, ApprovalRelInTurn, nodes[0].ApvRel)
	require.Equal(t, OAApprovalDetailProcessSubNode{UserID: "boss", SpYj: ApprovalNodeStatusApprovedAndAdded, SpTime: Unix(1772380900), Speech: "好", MediaIDs: []string{"m1"}}, nodes[0].SubNodeList[0])
	require.Equal(t, OAApprovalDetailProcessSubNode{UserID: "clerk", SpYj: ApprovalNodeStatusHandled, SpTime: Unix(1772380950), Speech: "办"}, nodes[1].SubNodeList[0])

	value := func(control string) OAContentValue {
		found := a.ApplyData.Find(control)
		require.NotNil(t, found, control)
		return found.Value
	}
	require.Equal(t, "拜访", value("Reason").Text)
	require.Equal(t, int64(1), a.ApplyData.Find("Text-01").Hidden)
	require.Equal(t, "700", value("Number-01").Number)
	require.Equal(t, "12.50", value("Money-01").Money)
	require.Equal(t, OAContentDate{Type: OADateTypeDay, Timestamp: Unix(1772380800), TimezoneInfo: OAContentDateRangeTimezoneInfo{ZoneOffset: -9, ZoneDesc: "UTC+9"}}, value("Date-01").Date)
	require.Equal(t, "k2", value("Selector-01").Selector.Options[1].Key)
	require.Equal(t, []OAContentMember{{UserID: "lisi", Name: "李四"}}, value("Contact-01").Members)
	require.Equal(t, []OAContentDepartment{{OpenAPIID: 2, Name: "销售"}, {OpenAPIID: 3, Name: "生产"}}, value("Contact-02").Departments)
	pieces := value("Tips-01").Tips.TipsContent[0].Text.SubText
	require.Equal(t, "见", pieces[0].Content.PlainText.Content)
	require.Equal(t, OATemplateControlConfigTipsContentSubTextContentLink{Title: "制度", URL: "https://example.com/rules"}, pieces[1].Content.Link)
	require.Equal(t, int64(1024), value("File-01").Files[0].FileSize)
	row := value("明细").Table[0]
	require.Equal(t, "高铁", row.Find("项目").Value.Text)
	require.Equal(t, "154", row.Find("Money-11").Value.Money)
	require.Nil(t, row.Find("无"))
	require.JSONEq(t, `[{"id":"Money-11"}]`, string(value("Table-01").StatField))
	leave := value("Vacation-01").Vacation
	require.Equal(t, "3", leave.Selector.Options[0].Key)
	require.Equal(t, OAContentDateRange{Type: OADateTypeHour, NewBegin: Unix(1772380800), NewEnd: Unix(1772388000), NewDuration: 7200, PerdayDuration: 28800}, leave.Attendance.DateRange)
	require.Equal(t, OASliceStateComputed, value("Attendance-01").Attendance.SliceInfo.State)
	require.Equal(t, OAContentPunchCorrection{State: "迟到", Version: 1, Time: Unix(1772380800), DayMonthYear: Unix(1772380800)}, value("PunchCorrection-01").PunchCorrection)
	require.Equal(t, StringInt(-9), value("DateRange-01").DateRange.TimezoneInfo.ZoneOffset)
	require.Equal(t, OAContentLocation{Latitude: 30.547239, Longitude: 104.063291, Title: "大厦", Address: "某街", Time: Unix(1772380800)}, value("Location-01").Location)
	require.Equal(t, "202603010001", value("RelatedApproval-01").RelatedApproval[0].SpNo)
	require.Equal(t, "5.0", value("Formula-01").Formula.Value)
	require.Equal(t, OAContentBankAccountBank{BankAlias: "某行", ProvinceCode: 2, BankBranchID: "102"}, value("BankAccount-01").BankAccount.Bank)
	require.Nil(t, a.ApplyData.Find("无"))
	require.Nil(t, a.ApplyData.Find(""))
}

func TestSubmitApproval(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"errmsg":"ok","sp_no":"202603020003"}`)
	no, err := c.SubmitApproval(t.Context(), &OAApplyEvent{
		CreatorUserID: "lisi", TemplateID: "T", UseTemplateApprover: No,
		Process: OAProcess{NodeList: []OAProcessNode{
			{Type: ApprovalNodeTypeApprover, ApvRel: ApprovalRelAll, UserID: []string{"boss", "deputy"}},
			{Type: ApprovalNodeTypeNotifier, UserID: []string{"wangwu"}},
		}},
		ApplyData:   OAContents{Contents: []OAContent{{Control: ControlTypeText, ID: "Text-01", Value: OAContentValue{Text: "a<b"}}}},
		SummaryList: OASummary("拜访"),
	})
	require.NoError(t, err)
	require.Equal(t, "202603020003", no)
	require.Equal(t, `{"creator_userid":"lisi","template_id":"T","use_template_approver":0,`+
		`"process":{"node_list":[{"type":1,"apv_rel":1,"userid":["boss","deputy"]},{"type":2,"userid":["wangwu"]}]},`+
		`"apply_data":{"contents":[{"control":"Text","id":"Text-01","value":{"text":"a<b"}}]},`+
		`"summary_list":[{"summary_info":[{"text":"拜访","lang":"zh_CN"}]}]}`, p.bodies[0])
}

// A template that was read can be changed and sent back.
func TestTemplateRoundTrip(t *testing.T) {
	t.Parallel()
	want := oaTemplate()
	body, err := encodeJSON(want)
	require.NoError(t, err)
	c, p := oaClient(t, string(body), `{"errcode":0,"errmsg":"ok"}`)
	got, err := c.GetApprovalTemplate(t.Context(), "T")
	require.NoError(t, err)
	require.Equal(t, want, got)
	require.NoError(t, c.UpdateApprovalTemplate(t.Context(), &UpdateApprovalTemplateRequest{TemplateID: "T", TemplateName: got.TemplateNames, TemplateContent: got.TemplateContent}))
	var sent UpdateApprovalTemplateRequest
	require.NoError(t, json.Unmarshal([]byte(p.bodies[1]), &sent))
	require.Equal(t, want.TemplateContent, sent.TemplateContent)
}

func TestAllApprovalNumbers(t *testing.T) {
	t.Parallel()
	req := &ListApprovalNumbersRequest{StartTime: Unix(1772380800), EndTime: Unix(1772467200), Size: 2}
	collect := func(t *testing.T, c *Client) (numbers []string, err error) {
		for no, e := range c.AllApprovalNumbers(t.Context(), req) {
			if e != nil {
				return numbers, e
			}
			numbers = append(numbers, no)
		}
		return numbers, nil
	}
	t.Run("new cursor", func(t *testing.T) {
		t.Parallel()
		c, p := oaClient(t, `{"sp_no_list":["1","2"],"new_next_cursor":"A"}`, `{"sp_no_list":[],"new_next_cursor":"B"}`, `{"sp_no_list":["3"],"new_next_cursor":""}`)
		numbers, err := collect(t, c)
		require.NoError(t, err)
		require.Equal(t, []string{"1", "2", "3"}, numbers)
		require.Equal(t, []string{
			`{"starttime":1772380800,"endtime":1772467200,"cursor":0,"size":2,"new_cursor":""}`,
			`{"starttime":1772380800,"endtime":1772467200,"cursor":0,"size":2,"new_cursor":"A"}`,
			`{"starttime":1772380800,"endtime":1772467200,"cursor":0,"size":2,"new_cursor":"B"}`,
		}, p.bodies)
	})
	t.Run("old cursor", func(t *testing.T) {
		t.Parallel()
		c, p := oaClient(t, `{"sp_no_list":["1"],"next_cursor":7}`, `{"sp_no_list":["2"]}`)
		numbers, err := collect(t, c)
		require.NoError(t, err)
		require.Equal(t, []string{"1", "2"}, numbers)
		require.Contains(t, p.bodies[1], `"cursor":7,`)
	})
	t.Run("repeated cursor", func(t *testing.T) {
		t.Parallel()
		c, _ := oaClient(t, `{"sp_no_list":["1"],"new_next_cursor":"A"}`, `{"sp_no_list":["2"],"new_next_cursor":"A"}`)
		_, err := collect(t, c)
		require.ErrorIs(t, err, ErrCursorRepeated)
	})
	t.Run("nil request, twice", func(t *testing.T) {
		t.Parallel()
		c, p := oaClient(t, `{"sp_no_list":["1"],"next_cursor":1}`, `{}`, `{}`)
		all := c.AllApprovalNumbers(context.WithoutCancel(t.Context()), nil)
		for range 2 {
			for _, err := range all {
				require.NoError(t, err)
			}
		}
		require.Equal(t, p.bodies[0], p.bodies[2])
	})
	require.Zero(t, req.Cursor)
	require.Empty(t, req.NewCursor)
}

func TestStringNumbers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in    string
		n     StringInt
		x     StringFloat
		valid bool
	}{
		{`"12"`, 12, 12, true},
		{`12`, 12, 12, true},
		{`""`, 0, 0, true},
		{`null`, 0, 0, true},
		{`"x"`, 0, 0, false},
	} {
		var n StringInt
		var x StringFloat
		require.Equal(t, tt.valid, json.Unmarshal([]byte(tt.in), &n) == nil, tt.in)
		require.Equal(t, tt.valid, json.Unmarshal([]byte(tt.in), &x) == nil, tt.in)
		require.Equal(t, tt.n, n, tt.in)
		require.Equal(t, tt.x, x, tt.in)
	}
	got, err := encodeJSON([]any{StringInt(-3), StringFloat(104.063291), StringFloat(1e21), StringFloat(0)})
	require.NoError(t, err)
	require.Equal(t, `["-3","104.063291","1000000000000000000000","0"]`, string(got))
}
