package workwx

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUploadDocImageContent(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"url":"https://example.com/i.png","height":"234","width":120,"size":"81259"}`)
	image, err := c.UploadDocImageContent(t.Context(), "D", []byte("\x89PNG"))
	require.NoError(t, err)
	require.Equal(t, []string{`{"docid":"D","base64_content":"iVBORw=="}`}, p.bodies)
	require.Equal(t, &UploadDocImageResponse{URL: "https://example.com/i.png", Height: 234, Width: 120, Size: 81259}, image)

	_, err = c.UploadDocImageContent(t.Context(), "D", nil)
	var argument *ArgumentError
	require.ErrorAs(t, err, &argument)
	require.Equal(t, "image", argument.Field)
	require.Len(t, p.bodies, 1)
}

// An update sends what is set, and that alone: false and none too.
func TestUpdateDocJoinRule(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0}`, `{"errcode":0}`)
	require.NoError(t, c.UpdateDocJoinRule(t.Context(), &UpdateDocJoinRuleRequest{DocID: "D", EnableCorpExternal: Ptr(false), UpdateCoAuthList: Ptr(true), CoAuthList: []DocMemberInput{}}))
	require.NoError(t, c.UpdateDocMembers(t.Context(), &UpdateDocMembersRequest{
		DocID:                "D",
		UpdateFileMemberList: []DocMemberInput{{Type: DocMemberTypeUser, UserID: "lisi", Auth: DocPermissionManage}},
		DelFileMemberList:    []DocMemberInput{{Type: DocMemberTypeUser, TmpExternalUserID: "tmp"}},
	}))
	require.Equal(t, []string{
		`{"docid":"D","enable_corp_external":false,"update_co_auth_list":true,"co_auth_list":[]}`,
		`{"docid":"D","update_file_member_list":[{"type":1,"userid":"lisi","auth":7}],"del_file_member_list":[{"type":1,"tmp_external_userid":"tmp"}]}`,
	}, p.bodies)
}

// A change at the very beginning of a document is sent though all of it is zero.
func TestUpdateDocContent(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0}`)
	require.NoError(t, c.UpdateDocContent(t.Context(), &UpdateDocContentRequest{DocID: "D", Version: Ptr(int64(10)), Requests: []DocUpdate{
		{InsertParagraph: &DocInsertParagraph{}},
		{InsertText: &DocInsertText{Text: "hello", Location: DocLocation{Index: 1}}},
		{UpdateTextProperty: &DocUpdateTextProperty{
			TextProperty: DocTextProperty{Bold: Ptr(false), Color: "0000FF"},
			Ranges:       []DocRange{{StartIndex: 1, Length: 5}},
		}},
	}}))
	require.Equal(t, []string{`{"docid":"D","version":10,"requests":[{"insert_paragraph":{"location":{"index":0}}},` +
		`{"insert_text":{"text":"hello","location":{"index":1}}},` +
		`{"update_text_property":{"text_property":{"bold":false,"color":"0000FF"},"ranges":[{"start_index":1,"length":5}]}}]}`}, p.bodies)
}

func TestGetDocContent(t *testing.T) {
	t.Parallel()
	c, _ := oaClient(t, `{"errcode":0,"version":10,"document":{"begin":0,"end":7,"type":"Document","children":[
		{"begin":0,"end":7,"type":"MainStory","children":[{"begin":0,"end":7,"type":"Paragraph",
			"property":{"paragraph_property":{"alignment_type":"ALIGNMENT_TYPE_CENTER","spacing":{"line":1.5,"line_rule":"LINE_SPACING_RULE_AUTO"}}},
			"children":[
				{"begin":0,"end":6,"type":"Text","text":"hello\n","property":{"run_property":{"bold":true,"size":21,"vertical_align":"RUN_VERTICAL_ALIGN_SUPER_SCRIPT"}}},
				{"begin":6,"end":7,"type":"Drawing","property":{"drawing_property":{"anchor":{"picture":{"wrap_square":false,"position_vertical":{"pos_offset":-3}}}}}}
			]}]}]}}`)
	content, err := c.GetDocContent(t.Context(), "D")
	require.NoError(t, err)
	require.EqualValues(t, 10, content.Version)
	paragraph := content.Document.Children[0].Children[0]
	require.Equal(t, DocNodeTypeParagraph, paragraph.Type)
	require.Equal(t, DocAlignmentTypeCenter, paragraph.Property.ParagraphProperty.AlignmentType)
	require.Equal(t, "hello\n", paragraph.Children[0].Text)
	require.Equal(t, DocRunProperty{Bold: true, Size: 21, VerticalAlign: DocTextVerticalAlignSuperscript}, paragraph.Children[0].Property.RunProperty)
	require.EqualValues(t, -3, paragraph.Children[1].Property.DrawingProperty.Anchor.Picture.PositionVertical.PosOffset)
}

func TestUpdateSpreadsheetContent(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"data":{"responses":[{"add_sheet_response":{"properties":{"sheet_id":"S","title":"t","row_count":2,"column_count":3}}},{"update_range_response":{"updated_cells":2}}]}}`)
	results, err := c.UpdateSpreadsheetContent(t.Context(), &UpdateSpreadsheetContentRequest{DocID: "D", Requests: []SpreadsheetUpdate{
		{AddSheetRequest: &SpreadsheetAddSheet{Title: "t", RowCount: 2, ColumnCount: 3}},
		{UpdateRangeRequest: &SpreadsheetUpdateRange{SheetID: "S", GridData: SpreadsheetGridInput{Rows: []SpreadsheetRowInput{{Values: []SpreadsheetCellInput{
			{CellValue: SpreadsheetCellValueInput{Text: Ptr("")}},
			{
				CellValue:  SpreadsheetCellValueInput{Link: SpreadsheetLink{URL: "https://example.com", Text: "x"}},
				CellFormat: SpreadsheetCellFormatInput{TextFormat: SpreadsheetTextFormatInput{Bold: Ptr(false), Color: SpreadsheetColorInput{Alpha: Ptr(int64(255))}}},
			},
		}}}}}},
	}})
	require.NoError(t, err)
	require.Equal(t, []string{`{"docid":"D","requests":[{"add_sheet_request":{"title":"t","row_count":2,"column_count":3}},` +
		`{"update_range_request":{"sheet_id":"S","grid_data":{"start_row":0,"start_column":0,"rows":[{"values":[{"cell_value":{"text":""}},` +
		`{"cell_value":{"link":{"url":"https://example.com","text":"x"}},"cell_format":{"text_format":{"bold":false,"color":{"red":0,"green":0,"blue":0,"alpha":255}}}}]}]}}}]}`}, p.bodies)
	require.Len(t, results, 2)
	require.Equal(t, SpreadsheetSheet{SheetID: "S", Title: "t", RowCount: 2, ColumnCount: 3}, results[0].AddSheetResponse.Properties)
	require.EqualValues(t, 2, results[1].UpdateRangeResponse.UpdatedCells)
}

func TestListSpreadsheetSheets(t *testing.T) {
	t.Parallel()
	want := []*SpreadsheetSheet{{SheetID: "S", Title: "t", RowCount: 100, ColumnCount: 20}}
	for _, name := range []string{"properties", "data"} {
		c, _ := oaClient(t, `{"errcode":0,"`+name+`":[{"sheet_id":"S","title":"t","row_count":"100","column_count":20}]}`)
		sheets, err := c.ListSpreadsheetSheets(t.Context(), "D")
		require.NoError(t, err, name)
		require.Equal(t, want, sheets, name)
	}
}

func TestCreateDocForm(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"formid":"F"}`)
	id, err := c.CreateDocForm(t.Context(), &CreateDocFormRequest{FormInfo: DocFormInput{
		FormTitle: "T",
		FormQuestion: DocFormQuestionsInput{Items: []DocFormQuestionInput{
			{QuestionID: 1, Pos: 1, Title: "Q", Status: DocFormItemStatusNormal, ReplyType: DocFormReplyTypeText, QuestionExtendSetting: DocFormQuestionSettingInput{
				TextSetting: DocFormTextSettingInput{ValidationType: DocFormValidationTypeNumber, ValidationDetail: DocFormValidationDetailGreater, NumberMin: Ptr(0.0)}}},
			{QuestionID: 2, Pos: 2, Title: "A", Status: DocFormItemStatusNormal, ReplyType: DocFormReplyTypeFile, QuestionExtendSetting: DocFormQuestionSettingInput{
				FileSetting: DocFormFileSettingInput{UploadFileLimit: DocFormUploadLimitInput{CountLimitType: Ptr(DocFormCountLimitTypeExactly), Count: 2}}}},
		}},
		FormSetting: DocFormSettingInput{
			FillOutAuth:     Ptr(DocFormFillOutAuthEveryone),
			TimedRepeatInfo: DocFormRepeatInput{RepeatType: Ptr(DocFormRepeatTypeWeekly), WeekFlag: DocFormWeekdaysSaturday | DocFormWeekdaysSunday},
		},
	}})
	require.NoError(t, err)
	require.Equal(t, "F", id)
	require.Equal(t, []string{`{"form_info":{"form_title":"T","form_question":{"items":[` +
		`{"question_id":1,"pos":1,"title":"Q","status":1,"reply_type":1,"must_reply":false,"question_extend_setting":{"text_setting":{"validation_type":1,"validation_detail":5,"number_min":0}}},` +
		`{"question_id":2,"pos":2,"title":"A","status":1,"reply_type":10,"must_reply":false,"question_extend_setting":{"file_setting":{"upload_file_limit":{"count_limit_type":0,"count":2}}}}]},` +
		`"form_setting":{"fill_out_auth":0,"timed_repeat_info":{"repeat_type":0,"week_flag":96}}}}`}, p.bodies)
}

// The limit of files is read under either name, in forms and in requests that were stored.
func TestDocFormFileSetting(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"upload_file_limit", "upload_image_limit"} {
		setting := `{"` + name + `":{"count_limit_type":1,"count":3,"max_size":10}}`
		var input DocFormFileSettingInput
		require.NoError(t, json.Unmarshal([]byte(setting), &input), name)
		require.Equal(t, DocFormUploadLimitInput{CountLimitType: Ptr(DocFormCountLimitTypeAtMost), Count: 3, MaxSize: 10}, input.UploadFileLimit, name)

		c, _ := oaClient(t, `{"errcode":0,"form_info":{"form_question":{"items":[{"question_id":5,"reply_type":10,"question_extend_setting":{"file_setting":`+setting+`}}]},"form_setting":{"allow_multi_fill":1}}}`)
		form, err := c.GetDocForm(t.Context(), "F")
		require.NoError(t, err, name)
		require.Equal(t, DocFormUploadLimit{CountLimitType: DocFormCountLimitTypeAtMost, Count: 3, MaxSize: 10}, form.FormQuestion.Items[0].QuestionExtendSetting.FileSetting.UploadFileLimit, name)
		require.True(t, form.FormSetting.AllowMultiFill, name)
	}
}

func TestAllDocFormStatistics(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t,
		`{"errcode":0,"fill_cnt":3,"submit_users":[{"userid":"lisi","answer_id":1},{"answer_id":2}],"has_more":true,"cursor":2}`,
		`{"errcode":0,"fill_cnt":3,"submit_users":[{"tmp_external_userid":"tmp","answer_id":3}],"has_more":false,"cursor":3}`)
	var ids []int64
	for page, err := range c.AllDocFormStatistics(t.Context(), &GetDocFormStatisticsRequest{RepeatedID: "R", ReqType: DocFormStatisticsTypeSubmitted, StartTime: Unix(1667395287), EndTime: Unix(1668418369), Limit: 2}) {
		require.NoError(t, err)
		for _, u := range page.SubmitUsers {
			ids = append(ids, u.AnswerID)
		}
	}
	require.Equal(t, []int64{1, 2, 3}, ids)
	require.Equal(t, []string{
		`{"repeated_id":"R","req_type":2,"start_time":1667395287,"end_time":1668418369,"limit":2}`,
		`{"repeated_id":"R","req_type":2,"start_time":1667395287,"end_time":1668418369,"limit":2,"cursor":2}`,
	}, p.bodies)
}

func TestListDocFormAnswers(t *testing.T) {
	t.Parallel()
	c, _ := oaClient(t, `{"errcode":0,"answer":{"answer_list":[{"answer_id":15,"userid":"lisi","ctime":1668430580,"answer_status":1,"reply":{"items":[
		{"question_id":1,"text_reply":"甲"},{"question_id":2,"option_reply":[3],"option_extend_reply":[{"option_reply":3,"extend_text":"其他"}]},
		{"question_id":3,"department_reply":{"list":[{"department_id":3}]}},
		{"question_id":4,"duration_reply":{"begin_time":1586136317,"end_time":1586236317,"time_scale":2,"day_range":24,"hours":2.5}}]}}]}}`)
	answers, err := c.ListDocFormAnswers(t.Context(), &ListDocFormAnswersRequest{RepeatedID: "R", AnswerIDs: []int64{15}})
	require.NoError(t, err)
	require.Len(t, answers, 1)
	reply := answers[0].Reply
	require.Equal(t, "甲", reply.Find(1).TextReply)
	require.Equal(t, []DocFormOtherReply{{OptionReply: 3, ExtendText: "其他"}}, reply.Find(2).OptionExtendReply)
	require.Equal(t, []DocFormDepartment{{DepartmentID: 3}}, reply.Find(3).DepartmentReply.List)
	require.Equal(t, DocFormDurationReply{BeginTime: Unix(1586136317), EndTime: Unix(1586236317), TimeScale: DocFormTimeScaleHour, DayRange: 24, Hours: 2.5}, reply.Find(4).DurationReply)
	require.Nil(t, reply.Find(5))
}
