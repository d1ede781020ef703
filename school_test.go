package workwx

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSchoolBatches: the platform refuses a batch of which a part failed, and says in the refusal which.
func TestSchoolBatches(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":60137,"errmsg":"mobile exists","result_list":[{"parent_userid":"pa","errcode":60137,"errmsg":"mobile exists"},{"parent_userid":"pb","errcode":"65010","errmsg":"no student"}]}`,
		`{"errcode":1111,"errmsg":"userid not found","result_list":[{"student_userid":"sa","errcode":1111,"errmsg":"userid not found"}]}`,
		`{"errcode":65022,"errmsg":"no permission"}`,
		`{"errcode":65022,"errmsg":"no permission","result_list":"none"}`,
		`{"errcode":0,"errmsg":"ok","result_list":[]}`,
		`{"errcode":0,"errmsg":"ok","result_list":[{"student_userid":"sb","errcode":60149,"errmsg":"mobile exists"}]}`,
	)
	parents, err := c.BatchCreateSchoolParents(t.Context(), &BatchCreateSchoolParentsRequest{Parents: []CreateSchoolParentRequest{
		{ParentUserID: "pa", Mobile: "1", ToInvite: Ptr(false), Children: []SchoolChildInput{{"sa", "爸爸"}}},
		{ParentUserID: "pb", Mobile: "2", Children: []SchoolChildInput{{"sb", "妈妈"}}},
	}})
	require.ErrorIs(t, err, Code(60137))
	require.Equal(t, []*SchoolParentResult{{"pa", 60137, "mobile exists"}, {"pb", 65010, "no student"}}, parents)

	students, err := c.BatchDeleteSchoolStudents(t.Context(), &BatchDeleteSchoolStudentsRequest{UserIDList: []string{"sa", "sb"}})
	require.ErrorIs(t, err, Code(1111))
	require.Equal(t, []*SchoolStudentResult{{"sa", 1111, "userid not found"}}, students)

	for range 2 { // a refusal of the whole
		parents, err = c.BatchDeleteSchoolParents(t.Context(), &BatchDeleteSchoolParentsRequest{UserIDList: []string{"pa"}})
		require.ErrorIs(t, err, Code(65022))
		require.Empty(t, parents)
	}
	parents, err = c.BatchUpdateSchoolParents(t.Context(), &BatchUpdateSchoolParentsRequest{Parents: []UpdateSchoolParentRequest{{ParentUserID: "pa", Mobile: Ptr("3")}}})
	require.NoError(t, err)
	require.Empty(t, parents)
	students, err = c.BatchUpdateSchoolStudents(t.Context(), &BatchUpdateSchoolStudentsRequest{Students: []UpdateSchoolStudentRequest{{StudentUserID: "sb", Department: []int64{7}}}})
	require.NoError(t, err)
	require.Equal(t, []*SchoolStudentResult{{"sb", 60149, "mobile exists"}}, students)

	require.Equal(t, []string{
		`/cgi-bin/school/user/batch_create_parent {"parents":[{"parent_userid":"pa","mobile":"1","to_invite":false,"children":[{"student_userid":"sa","relation":"爸爸"}]},{"parent_userid":"pb","mobile":"2","children":[{"student_userid":"sb","relation":"妈妈"}]}]}`,
		`/cgi-bin/school/user/batch_delete_student {"useridlist":["sa","sb"]}`,
		`/cgi-bin/school/user/batch_delete_parent {"useridlist":["pa"]}`,
		`/cgi-bin/school/user/batch_delete_parent {"useridlist":["pa"]}`,
		`/cgi-bin/school/user/batch_update_parent {"parents":[{"parent_userid":"pa","mobile":"3"}]}`,
		`/cgi-bin/school/user/batch_update_student {"students":[{"student_userid":"sb","department":[7]}]}`,
	}, p.sent)
}

// TestSchoolBatchIsTriedAgain: what a refusal said that was followed by another try is not returned.
func TestSchoolBatchIsTriedAgain(t *testing.T) {
	t.Parallel()
	p := &customerPlatform{replies: []string{
		`{"errcode":-1,"errmsg":"system busy","result_list":[{"parent_userid":"pa","errcode":-1,"errmsg":"system busy"}]}`,
		`{"errcode":0,"errmsg":"ok"}`,
	}}
	c, err := NewClient("ww1", "secret", WithHTTPClient(&http.Client{Transport: p}), WithRetry(RetryPolicy{Attempts: 2}))
	require.NoError(t, err)
	parents, err := c.BatchDeleteSchoolParents(t.Context(), &BatchDeleteSchoolParentsRequest{UserIDList: []string{"pa"}})
	require.NoError(t, err)
	require.Empty(t, parents)
	require.Len(t, p.sent, 2)
}

// TestSchoolAgentScope: the lists come as they are or within objects.
func TestSchoolAgentScope(t *testing.T) {
	t.Parallel()
	want := SchoolAgentScope{Students: []SchoolAgentScopeStudent{{"sa"}, {"sb"}}, Departments: []int64{3, 4}}
	for in, want := range map[string]SchoolAgentScope{
		`{"students":[{"userid":"sa"},{"userid":"sb"}],"departments":[3,4]}`:                 want,
		`{"students":{"userid":["sa","sb"]},"departments":{"partyid":[3,4]}}`:                want,
		`{"students":{"userid":["sa","sb"]},"departments":[3,"4"]}`:                          want,
		`{"students":[{"userid":"sa"},{"userid":"sb"}],"departments":{"partyid":["3","4"]}}`: want,
		`{"students":{"userid":null},"departments":{}}`:                                      {},
		`{"students":null,"departments":null}`:                                               {},
		`{}`:                                                                                 {},
	} {
		got := SchoolAgentScope{Departments: []int64{9}}
		require.NoError(t, json.Unmarshal([]byte(in), &got), in)
		require.Equal(t, want, got, in)
	}
	require.Error(t, json.Unmarshal([]byte(`"sa"`), new(SchoolAgentScope)))

	var resp getSchoolAgentScopeResponse
	_, err := decodeJSON([]byte(`{"allow_scope":{"students":"","departments":{"partyid":[3,4]}}}`), &resp)
	require.NoError(t, err)
	require.Equal(t, &SchoolAgentScope{Departments: []int64{3, 4}}, resp.AllowScope)
}

func TestUpdateSchoolDepartmentSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	for want, req := range map[string]UpdateSchoolDepartmentRequest{
		`{"id":2}`:                               {ID: 2},
		`{"id":2,"standard_grade":0,"order":0}`:  {ID: 2, StandardGrade: Ptr(int64(0)), Order: Ptr(int64(0))},
		`{"id":2,"name":"Class 1","parentid":5}`: {ID: 2, Name: Ptr("Class 1"), ParentID: Ptr(int64(5))},
		`{"id":2,"department_admins":[{"op":1,"userid":"lisi"},{"op":0,"userid":"ann","type":4,"subject":""}]}`: {ID: 2, DepartmentAdmins: []SchoolDepartmentAdminUpdate{
			{Op: SchoolDepartmentAdminOpRemove, UserID: "lisi"},
			{UserID: "ann", Type: SchoolDepartmentAdminTypeTeacher, Subject: Ptr("")},
		}},
	} {
		body, err := encodeJSON(req)
		require.NoError(t, err)
		require.Equal(t, want, string(body))
	}
}

func TestSendSchoolMessageSendsOneContent(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"errmsg":"ok","invalid_parent_userid":["pb"],"invalid_party":["4"]}`)
	got, err := c.SendSchoolMessage(t.Context(), &SendSchoolMessageRequest{
		RecvScope:      SchoolReceiversBoth,
		ToParentUserID: []string{"pa", "pb"},
		ToParty:        []int64{3, 4},
		MsgType:        MsgTypeMiniProgram,
		MiniProgram:    SchoolMessageMiniProgram{AppID: "wx1", PagePath: "index"},
		AgentID:        7,
	})
	require.NoError(t, err)
	require.Equal(t, &SendSchoolMessageResponse{InvalidParentUserID: []string{"pb"}, InvalidParty: []int64{4}}, got)
	require.Equal(t, []string{
		`/cgi-bin/externalcontact/message/send {"recv_scope":2,"to_parent_userid":["pa","pb"],"to_party":[3,4],"msgtype":"miniprogram","miniprogram":{"appid":"wx1","pagepath":"index"},"agentid":7}`,
	}, p.sent)
}

// TestSchoolHealthInfos: flags are 1 or 2, and the last page has a key too.
func TestSchoolHealthInfos(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":0,"ending":0,"next_key":"k1","question_templates":[{"question_id":1,"is_must_fill":2,"is_not_display":2}],"health_infos":[{"userid":"sa","self_submit":2}]}`,
		`{"errcode":0,"ending":1,"next_key":"k1","health_infos":[{"userid":"sb","self_submit":1,"report_values":[{"question_id":1,"single_chose":2}]}]}`,
	)
	var got []*SchoolHealthInfo
	for info, err := range c.AllSchoolStudentHealthInfos(t.Context(), &ListSchoolStudentHealthInfosRequest{Date: "2026-01-31"}) {
		require.NoError(t, err)
		got = append(got, info)
	}
	require.Equal(t, []*SchoolHealthInfo{
		{UserID: "sa", SelfSubmit: 2},
		{UserID: "sb", SelfSubmit: 1, ReportValues: []SchoolHealthAnswer{{QuestionID: 1, SingleChose: 2}}},
	}, got)
	require.Equal(t, []string{
		`/cgi-bin/school/user/get_student_customize_health_info {"date":"2026-01-31"}`,
		`/cgi-bin/school/user/get_student_customize_health_info {"date":"2026-01-31","next_key":"k1"}`,
	}, p.sent)
}

func TestSetSchoolUpgradeConfig(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"next_upgrade_time":1625587200}`)
	at, err := c.SetSchoolUpgradeConfig(t.Context(), &SetSchoolUpgradeConfigRequest{UpgradeSwitch: SchoolUpgradeSwitchOn, UpgradeTime: At(time.Unix(1594090969, 0))})
	require.NoError(t, err)
	require.Equal(t, Unix(1625587200), at)
	_, err = c.SetSchoolUpgradeConfig(t.Context(), new(SetSchoolUpgradeConfigRequest))
	require.NoError(t, err)
	require.Equal(t, []string{
		`/cgi-bin/school/set_upgrade_info {"upgrade_switch":1,"upgrade_time":1594090969}`,
		`/cgi-bin/school/set_upgrade_info {"upgrade_switch":0}`,
	}, p.sent)
}
