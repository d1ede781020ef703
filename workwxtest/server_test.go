package workwxtest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func TestContacts(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	ctx := t.Context()
	id, err := c.CreateDepartment(ctx, &workwx.CreateDepartmentRequest{Name: "研发部", ParentID: 1})
	require.NoError(t, err)
	_, err = c.CreateDepartment(ctx, &workwx.CreateDepartmentRequest{Name: "研发部", ParentID: 1})
	require.ErrorIs(t, err, workwx.Code(60008), "the name is taken")
	_, err = c.CreateUser(ctx, &workwx.CreateUserRequest{UserID: "lisi", Name: "李四", Mobile: "13800000000", Department: []int64{id}, Alias: "jack"})
	require.NoError(t, err)
	_, err = c.CreateUser(ctx, &workwx.CreateUserRequest{UserID: "LISI", Name: "x", Mobile: "13800000001"})
	require.ErrorIs(t, err, workwx.CodeUserIDExists)
	require.NoError(t, c.UpdateUser(ctx, &workwx.UpdateUserRequest{UserID: "lisi", Name: workwx.Ptr("李四二")}))
	user, err := c.GetUser(ctx, "lisi")
	require.NoError(t, err)
	require.Equal(t, "李四二", user.Name)
	require.Equal(t, "jack", user.Alias, "an update leaves alone what it does not name")
	userID, err := c.GetUserIDByMobile(ctx, "13800000000")
	require.NoError(t, err)
	require.Equal(t, "lisi", userID)
	require.ErrorIs(t, c.DeleteDepartment(ctx, id), workwx.Code(60005), "it has members")
	require.NoError(t, c.DeleteUser(ctx, "lisi"))
	_, err = c.GetUser(ctx, "lisi")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)
	require.NoError(t, c.DeleteDepartment(ctx, id))
}

func TestCursors(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	for i := range 25 {
		srv.AddUsers(fmt.Sprintf("user%02d", i))
	}
	n := 0
	for _, err := range srv.Client().AllUserIDs(t.Context(), &workwx.ListUserIDsRequest{Limit: 10}) {
		require.NoError(t, err)
		n++
	}
	require.Equal(t, 25, n)
	require.Len(t, srv.RequestsTo("/cgi-bin/user/list_id"), 3)
}

func TestMessages(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	srv.AddUsers("a", "b")
	c := srv.Client()
	resp, err := c.SendTextMessage(t.Context(), workwx.ToUsers("a", "Nobody"), "hi")
	require.NoError(t, err)
	require.Equal(t, workwx.PipeList{"nobody"}, resp.InvalidUser)
	require.Equal(t, []string{"a"}, srv.Messages()[0].UserIDs)
	_, err = c.SendTextMessage(t.Context(), workwx.ToUsers("nobody"), "hi")
	require.ErrorIs(t, err, workwx.CodeAllRecipientsInvalid)
	require.NoError(t, c.RecallMessage(t.Context(), resp.MsgID))
	require.True(t, srv.Messages()[0].Recalled)
	card := workwx.TemplateCard{CardType: workwx.CardTypeButtonInteraction, TaskID: "1", MainTitle: workwx.CardTitle{Title: "t"},
		ButtonList: []workwx.CardButton{{Text: "ok", Key: "k"}}}
	resp, err = c.SendTemplateCardMessage(t.Context(), workwx.ToUsers("b"), card)
	require.NoError(t, err)
	require.NotEmpty(t, resp.ResponseCode)
	updateCard := func() error {
		_, err := c.UpdateTemplateCardMessage(t.Context(), &workwx.UpdateTemplateCardMessageRequest{
			AgentID: srv.AgentID(), UserIDs: []string{"b"}, ResponseCode: resp.ResponseCode, Button: workwx.TemplateCardButton{ReplaceName: "done"}})
		return err
	}
	require.NoError(t, updateCard())
	require.Error(t, updateCard(), "a response code works once")
}

func TestFaults(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c := srv.Client(workwx.WithRetry(workwx.RetryPolicy{Attempts: 3, BaseDelay: time.Millisecond, MaxDelay: time.Millisecond}))
	list := func() error {
		_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
		return err
	}
	require.NoError(t, list())
	srv.ExpireTokens()
	require.NoError(t, list())
	srv.RevokeTokens()
	require.NoError(t, list())
	require.Equal(t, 3, srv.TokenFetches())
	srv.FailNext("/cgi-bin/department/list", workwx.CodeSystemBusy, 2)
	require.NoError(t, list())
	srv.FailNext("*", workwx.CodeRateLimited, 1)
	require.ErrorIs(t, list(), workwx.CodeRateLimited)
	srv.CutNext("/cgi-bin/department/list", 1)
	require.NoError(t, list())
	srv.SetLatency(time.Hour)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := c.ListDepartments(ctx, &workwx.ListDepartmentsRequest{})
	require.ErrorIs(t, err, context.DeadlineExceeded)
	srv.ClearFaults()
	srv.SetLatency(0)
	srv.RespondJSON("/cgi-bin/department/list", `{"errcode":0,"department":[{"id":7}]}`)
	departments, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
	require.NoError(t, err)
	require.EqualValues(t, 7, departments[0].ID)
}

func TestWrongCredentials(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c, err := workwx.NewClient(srv.CorpID(), "wrong", workwx.WithBaseURL(srv.URL))
	require.NoError(t, err)
	require.ErrorIs(t, c.DeleteDepartment(t.Context(), 1), workwx.CodeInvalidSecret)
	for _, r := range srv.Requests() {
		require.NotContains(t, fmt.Sprintf("%+v", r), "wrong")
	}
}

// TestEveryEndpointIsRouted, and a path that is none is answered with the nearest.
func TestEveryEndpointIsRouted(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	for _, e := range workwx.Endpoints() {
		req, err := http.NewRequest(e.Method, srv.URL+e.Path, strings.NewReader("{}"))
		require.NoError(t, err)
		resp, err := srv.HTTPClient().Do(req)
		require.NoError(t, err)
		resp.Body.Close()
		require.NotEqual(t, 404, resp.StatusCode, e.Path)
	}
	quiet := workwxtest.NewServer(t, workwxtest.WithLogf(func(string, ...any) {}))
	resp, err := quiet.HTTPClient().Get(quiet.URL + "/cgi-bin/user/gett")
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.Equal(t, 404, resp.StatusCode)
	require.Contains(t, string(body), "/cgi-bin/user/get")
}

func TestMedia(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	content := strings.Repeat("0123456789abcdef", 1<<16)
	m, err := c.UploadTempFileMedia(t.Context(), workwx.NewMediaFromBuffer("数据.bin", []byte(content)))
	require.NoError(t, err)
	d, err := c.DownloadTempMedia(t.Context(), &workwx.DownloadTempMediaRequest{MediaID: m.MediaID})
	require.NoError(t, err)
	got, err := io.ReadAll(d)
	require.NoError(t, err)
	d.Close()
	require.True(t, content == string(got))
	require.Equal(t, "数据.bin", d.FileName)
	_, err = c.DownloadTempMedia(t.Context(), &workwx.DownloadTempMediaRequest{MediaID: "unknown"})
	require.ErrorIs(t, err, workwx.CodeInvalidMediaID)
}

// TestPush delivers to the package's own callback handler: two implementations of the same protocol.
func TestPush(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	h, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	require.NoError(t, err)
	workwx.On(h, func(_ context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		if m.Content == "fail" {
			return nil, errors.New("no")
		}
		return workwx.TextReply{Content: "you said " + m.Content}, nil
	})
	target := httptest.NewServer(h)
	defer target.Close()
	result, err := srv.Push(t.Context(), target.URL, srv.TextMessageXML("lisi", "hello"))
	require.NoError(t, err)
	require.Contains(t, fmt.Sprintf("%s", result.Reply), "you said hello")

	w := httptest.NewRecorder()
	h.ServeHTTP(w, workwxtest.SignedRequest(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), srv.TextMessageXML("lisi", "again")))
	require.Equal(t, 200, w.Code)
	req, echo := workwxtest.SignedVerification(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID())
	w = httptest.NewRecorder()
	h.ServeHTTP(w, req)
	require.Equal(t, echo, w.Body.String())
}
