package workwxtest_test

import (
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func TestLinkedCorps(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	srv.AddLinkedCorp(workwxtest.LinkedCorp{
		LinkedID: "L1", CorpID: "ww-partner",
		Departments: []workwx.LinkedCorpDepartment{{DepartmentID: 1, DepartmentName: "伙伴"}, {DepartmentID: 2, DepartmentName: "销售", ParentID: 1}},
		Users: []workwx.LinkedCorpUser{
			{UserID: "zhang", Name: "张三", Department: []string{"L1/1"}, Mobile: "13900000000"}, {UserID: "qian", Name: "钱七", Department: []string{"L1/2"}},
		},
	})
	scope, err := c.GetLinkedCorpAgentScope(t.Context())
	require.NoError(t, err)
	require.Contains(t, scope.UserIDs, srv.CorpID()+"/lisi")
	require.Contains(t, scope.UserIDs, "ww-partner/qian")
	require.Equal(t, []string{"L1/1", "L1/2"}, scope.DepartmentIDs)
	departments, err := c.ListLinkedCorpDepartments(t.Context(), "L1/1")
	require.NoError(t, err)
	require.Len(t, departments, 2)
	require.Equal(t, "销售", departments[1].DepartmentName)

	users, err := c.ListLinkedCorpUsers(t.Context(), &workwx.ListLinkedCorpUsersRequest{DepartmentID: "L1/1"})
	require.NoError(t, err)
	require.Len(t, users, 1)
	require.Equal(t, "ww-partner", users[0].CorpID)
	require.Equal(t, "13900000000", users[0].Mobile)
	brief, err := c.ListSimpleLinkedCorpUsers(t.Context(), &workwx.ListSimpleLinkedCorpUsersRequest{DepartmentID: "L1/1", FetchChild: workwx.Ptr(true)})
	require.NoError(t, err)
	require.Len(t, brief, 2)
	u, err := c.GetLinkedCorpUser(t.Context(), "ww-partner/ZHANG")
	require.NoError(t, err)
	require.Equal(t, "张三", u.Name)

	for _, id := range []string{"L1/9", "L9/1", "1", "L1/x"} {
		_, err = c.ListLinkedCorpDepartments(t.Context(), id)
		require.ErrorIs(t, err, workwx.CodeDepartmentNotFound, id)
		_, err = c.ListLinkedCorpUsers(t.Context(), &workwx.ListLinkedCorpUsersRequest{DepartmentID: id})
		require.ErrorIs(t, err, workwx.CodeDepartmentNotFound, id)
	}
	_, err = c.GetLinkedCorpUser(t.Context(), "ww-partner/nobody")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)
	_, err = c.GetLinkedCorpUser(t.Context(), "ww-stranger/zhang")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)
}

func TestLinkedCorpMessages(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	srv.AddLinkedCorp(workwxtest.LinkedCorp{
		LinkedID: "L1", CorpID: "ww-partner", Departments: []workwx.LinkedCorpDepartment{{DepartmentID: 1}},
		Users: []workwx.LinkedCorpUser{{UserID: "zhang", Department: []string{"L1/1"}}, {UserID: "qian", Department: []string{"L1/1"}}},
	})
	send := func(change func(*workwx.SendLinkedCorpMessageRequest)) (*workwx.SendLinkedCorpMessageResponse, error) {
		req := &workwx.SendLinkedCorpMessageRequest{MsgType: workwx.MsgTypeText, Text: workwx.MessageText{Content: "放假"}, AgentID: srv.AgentID()}
		change(req)
		return c.SendLinkedCorpMessage(t.Context(), req)
	}
	last := func() workwxtest.Message {
		list := srv.Messages()
		return list[len(list)-1]
	}
	resp, err := send(func(r *workwx.SendLinkedCorpMessageRequest) {
		r.ToUser = []string{"lisi", srv.CorpID() + "/boss", "ww-partner/zhang", "ww-partner/nobody", "someone"}
		r.ToParty, r.ToTag = []string{"L1/9", "77"}, []int64{5}
	})
	require.NoError(t, err)
	require.Equal(t, []string{"ww-partner/nobody", "someone"}, resp.InvalidUser)
	require.Equal(t, []string{"L1/9", "77"}, resp.InvalidParty)
	require.Equal(t, []int64{5}, resp.InvalidTag)
	require.Equal(t, "放假", last().Content)
	require.Equal(t, []string{"boss", "lisi", "ww-partner/zhang"}, last().UserIDs)

	_, err = send(func(r *workwx.SendLinkedCorpMessageRequest) { r.ToParty = []string{"L1/1"} })
	require.NoError(t, err)
	require.Equal(t, []string{"ww-partner/zhang", "ww-partner/qian"}, last().UserIDs)
	_, err = send(func(r *workwx.SendLinkedCorpMessageRequest) { r.ToAll = workwx.Ptr(workwx.Yes) })
	require.NoError(t, err)
	require.Len(t, last().UserIDs, 6)

	sent := len(srv.Messages())
	for name, tt := range map[string]struct {
		change func(*workwx.SendLinkedCorpMessageRequest)
		code   workwx.Code
	}{
		"nobody":        {func(*workwx.SendLinkedCorpMessageRequest) {}, workwx.CodeNoRecipients},
		"strangers":     {func(r *workwx.SendLinkedCorpMessageRequest) { r.ToUser = []string{"ww-x/y", "someone"} }, workwx.CodeAllRecipientsInvalid},
		"too many":      {func(r *workwx.SendLinkedCorpMessageRequest) { r.ToUser = make([]string, 1001) }, workwx.CodeUserIDListTooLong},
		"another app":   {func(r *workwx.SendLinkedCorpMessageRequest) { r.ToUser, r.AgentID = []string{"lisi"}, 99 }, 301002},
		"another type":  {func(r *workwx.SendLinkedCorpMessageRequest) { r.ToUser, r.MsgType = []string{"lisi"}, "poem" }, 40008},
		"without words": {func(r *workwx.SendLinkedCorpMessageRequest) { r.ToUser, r.Text.Content = []string{"lisi"}, "" }, 44004},
	} {
		_, err := send(tt.change)
		require.ErrorIs(t, err, tt.code, name)
	}
	require.Len(t, srv.Messages(), sent)
}
