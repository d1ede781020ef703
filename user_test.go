package workwx

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// contactsPlatform answers requests: it is told the path, the query without the token, and the body.
type contactsPlatform func(path, query, body string) string

func (p contactsPlatform) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
		req.Body.Close()
	}
	query := strings.TrimPrefix(req.URL.RawQuery, "access_token=TOKEN")
	answer := p(req.URL.Path, strings.TrimPrefix(query, "&"), string(body))
	return &http.Response{
		StatusCode: http.StatusOK,
		Header:     http.Header{"Content-Type": {"application/json"}},
		Body:       io.NopCloser(strings.NewReader(answer)),
		Request:    req,
	}, nil
}

// contactsClient returns a client of the app 1000007 that needs no token from the platform.
func contactsClient(t *testing.T, p contactsPlatform, opts ...Option) *Client {
	t.Helper()
	source := TokenSourceFunc(func(context.Context) (Token, error) {
		return Token{Value: "TOKEN", ExpiresAt: time.Now().Add(2 * time.Hour)}, nil
	})
	opts = append([]Option{WithAgentID(1000007), WithHTTPClient(&http.Client{Transport: p}), WithTokenSource(source)}, opts...)
	c, err := NewClient("wwcontacts", "secret", opts...)
	require.NoError(t, err)
	return c
}

func TestGenderJSON(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Gender{
		`1`: GenderMale, `"1"`: GenderMale, `2`: GenderFemale, `"2"`: GenderFemale,
		`0`: GenderUnknown, `"0"`: GenderUnknown, `""`: GenderUnknown, `null`: GenderUnknown,
	} {
		g := Gender(7)
		require.NoError(t, json.Unmarshal([]byte(in), &g), in)
		require.Equal(t, want, g, in)
	}
	require.Error(t, json.Unmarshal([]byte(`"male"`), new(Gender)))
	body, err := encodeJSON(&CreateUserRequest{UserID: "u", Name: "n", Gender: GenderFemale})
	require.NoError(t, err)
	require.JSONEq(t, `{"userid":"u","name":"n","gender":2}`, string(body))
}

// The platform writes genders as strings: that must not cost a second pass over a list of members.
func TestListUsersDecodesStrictly(t *testing.T) {
	t.Parallel()
	const answer = `{"errcode":0,"errmsg":"ok","userlist":[
		{"userid":"wang","name":"Wang","gender":"1","status":1,"department":[1,3],"is_leader_in_dept":[0,1],
		 "extattr":{"attrs":[{"type":0,"name":"Desk","text":{"value":"4-12"}},{"type":1,"name":"Page","web":{"title":"Me","url":"https://example.com/w"}}]},
		 "external_profile":{"external_corp_name":"Acme","wechat_channels":{"nickname":"Acme TV","status":1},
		  "external_attr":[{"type":2,"name":"Shop","miniprogram":{"appid":"wx1","pagepath":"/i","title":"Shop"}}]}},
		{"userid":"li","name":"Li","gender":"","status":4}]}`
	coerced := false
	c := contactsClient(t, func(path, query, _ string) string {
		require.Equal(t, "/cgi-bin/user/list", path)
		require.Equal(t, "department_id=3&fetch_child=1", query)
		return answer
	}, WithHooks(Hooks{OnCall: func(_ context.Context, info CallInfo) { coerced = coerced || info.Coerced }}))
	users, err := c.ListUsers(t.Context(), &ListUsersRequest{DepartmentID: 3, FetchChild: Ptr(Yes)})
	require.NoError(t, err)
	require.False(t, coerced)
	require.Len(t, users, 2)
	wang := users[0]
	require.Equal(t, GenderMale, wang.Gender)
	require.Equal(t, UserStatusActive, wang.Status)
	require.Equal(t, []ExtAttrItem{
		{Type: AttrTypeText, Name: "Desk", Text: AttrText{Value: "4-12"}},
		{Type: AttrTypeWeb, Name: "Page", Web: AttrWeb{Title: "Me", URL: "https://example.com/w"}},
	}, wang.ExtAttr.Attrs)
	require.Equal(t, ExternalProfile{
		ExternalCorpName: "Acme",
		WechatChannels:   WechatChannels{Nickname: "Acme TV", Status: WechatChannelsPending},
		ExternalAttr: []ExternalAttr{
			{Type: AttrTypeMiniProgram, Name: "Shop", MiniProgram: AttrMiniProgram{AppID: "wx1", PagePath: "/i", Title: "Shop"}},
		},
	}, wang.ExternalProfile)
	require.Equal(t, GenderUnknown, users[1].Gender)
	require.Equal(t, UserStatusNotActivated, users[1].Status)
}

func TestUpdateUserSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		req  UpdateUserRequest
		want string
	}{
		{"nothing", UpdateUserRequest{UserID: "u"}, `{"userid":"u"}`},
		{"one field", UpdateUserRequest{UserID: "u", Position: Ptr("Lead")}, `{"userid":"u","position":"Lead"}`},
		{"a field to clear", UpdateUserRequest{UserID: "u", Alias: Ptr("")}, `{"userid":"u","alias":""}`},
		{"disable", UpdateUserRequest{UserID: "u", Enable: Ptr(No)}, `{"userid":"u","enable":0}`},
		{"enable", UpdateUserRequest{UserID: "u", Enable: Ptr(Yes)}, `{"userid":"u","enable":1}`},
		{"no leader", UpdateUserRequest{UserID: "u", DirectLeader: []string{}}, `{"userid":"u","direct_leader":[]}`},
		{"a leader", UpdateUserRequest{UserID: "u", DirectLeader: []string{"boss"}}, `{"userid":"u","direct_leader":["boss"]}`},
		{"gender unknown", UpdateUserRequest{UserID: "u", Gender: Ptr(GenderUnknown)}, `{"userid":"u","gender":0}`},
		{"no mailbox aliases", UpdateUserRequest{UserID: "u", BizMailAlias: BizMailAlias{Item: []string{}}}, `{"userid":"u","biz_mail_alias":{"item":[]}}`},
		{"default corp name", UpdateUserRequest{UserID: "u", ExternalProfile: ExternalProfileUpdate{ExternalCorpName: Ptr("")}},
			`{"userid":"u","external_profile":{"external_corp_name":""}}`},
		{"no video channel", UpdateUserRequest{UserID: "u", ExternalProfile: ExternalProfileUpdate{WechatChannels: WechatChannelsUpdate{Nickname: Ptr("")}}},
			`{"userid":"u","external_profile":{"wechat_channels":{"nickname":""}}}`},
		{"attributes to clear", UpdateUserRequest{UserID: "u", ExtAttr: ExtAttr{Attrs: []ExtAttrItem{{Type: AttrTypeText, Name: "Desk"}, {Type: AttrTypeWeb, Name: "Page"}}}},
			`{"userid":"u","extattr":{"attrs":[{"type":0,"name":"Desk","text":{"value":""}},{"type":1,"name":"Page","web":{"title":"","url":""}}]}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var sent string
			c := contactsClient(t, func(path, _, body string) string {
				require.Equal(t, "/cgi-bin/user/update", path)
				sent = body
				return `{"errcode":0,"errmsg":"updated"}`
			})
			require.NoError(t, c.UpdateUser(t.Context(), &test.req))
			require.JSONEq(t, test.want, sent)
			var back UpdateUserRequest
			require.NoError(t, json.Unmarshal([]byte(sent), &back))
			require.Equal(t, test.req, back)
		})
	}
}

func TestExternalAttrJSON(t *testing.T) {
	t.Parallel()
	for want, attr := range map[string]ExternalAttr{
		`{"type":0,"name":"a","text":{"value":"x<y>&"}}`:                                 {Name: "a", Text: AttrText{Value: "x<y>&"}},
		`{"type":1,"name":"a","web":{"title":"t","url":"https://example.com/?a=1&b=2"}}`: {Type: AttrTypeWeb, Name: "a", Web: AttrWeb{Title: "t", URL: "https://example.com/?a=1&b=2"}},
		`{"type":2,"name":"a","miniprogram":{"appid":"","pagepath":"","title":""}}`:      {Type: AttrTypeMiniProgram, Name: "a"},
		`{"type":9,"name":"a"}`: {Type: 9, Name: "a"},
	} {
		body, err := encodeJSON(attr)
		require.NoError(t, err)
		require.Equal(t, want, string(body)) // as it is: no \u003c
		var back ExternalAttr
		require.NoError(t, json.Unmarshal(body, &back))
		require.Equal(t, attr, back)
	}
}

func TestCreateUserReturnsNewDepartments(t *testing.T) {
	t.Parallel()
	answer := `{"errcode":0,"errmsg":"created"}`
	c := contactsClient(t, func(string, string, string) string { return answer })
	created, err := c.CreateUser(t.Context(), &CreateUserRequest{UserID: "u", Name: "n", Mobile: "13900000000"})
	require.NoError(t, err)
	require.Nil(t, created)
	answer = `{"errcode":0,"errmsg":"created","created_department_list":{"department_info":[{"name":"77","id":77}]}}`
	created, err = c.CreateUser(t.Context(), &CreateUserRequest{UserID: "u", Name: "n", Mobile: "13900000000", Department: []int64{77}})
	require.NoError(t, err)
	require.Equal(t, []CreatedDepartment{{Name: "77", ID: 77}}, created.DepartmentInfo)
}

func TestAllUserIDs(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(_, _, body string) string {
		switch {
		case strings.Contains(body, `"cursor":"2"`):
			return `{"errcode":0,"errmsg":"ok","dept_user":[],"next_cursor":"3"}`
		case strings.Contains(body, `"cursor":"3"`):
			return `{"errcode":0,"errmsg":"ok","dept_user":[{"userid":"b","department":2}],"next_cursor":""}`
		}
		require.JSONEq(t, `{"limit":2}`, body)
		return `{"errcode":0,"errmsg":"ok","dept_user":[{"userid":"a","department":1},{"userid":"a","department":2}],"next_cursor":"2"}`
	})
	var got []DeptUser
	for u, err := range c.AllUserIDs(t.Context(), &ListUserIDsRequest{Limit: 2}) {
		require.NoError(t, err)
		got = append(got, *u)
	}
	require.Equal(t, []DeptUser{{"a", 1}, {"a", 2}, {"b", 2}}, got)
}

// The samples of the documentation write these as strings, its tables as numbers.
func TestContactsOddAnswers(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, _, _ string) string {
		switch path {
		case "/cgi-bin/linkedcorp/department/list":
			return `{"errcode":0,"errmsg":"ok","department_list":[{"department_id":"12","department_name":"Lab","parentid":"0","order":7},{"department_id":13,"parentid":12}]}`
		case "/cgi-bin/tag/addtagusers":
			return `{"errcode":0,"errmsg":"ok","invalidlist":"x|y","invalidparty":[9]}`
		case "/cgi-bin/tag/deltagusers":
			return `{"errcode":0,"errmsg":"ok","invalidlist":["x","y"]}`
		}
		return `{"errcode":404}`
	})
	departments, err := c.ListLinkedCorpDepartments(t.Context(), "LINK/1")
	require.NoError(t, err)
	require.Equal(t, []*LinkedCorpDepartment{{DepartmentID: 12, DepartmentName: "Lab", Order: 7}, {DepartmentID: 13, ParentID: 12}}, departments)

	added, err := c.AddTagUsers(t.Context(), &AddTagUsersRequest{TagID: 1, UserList: []string{"x", "y", "z"}})
	require.NoError(t, err)
	require.Equal(t, &AddTagUsersResponse{InvalidList: PipeList{"x", "y"}, InvalidParty: []int64{9}}, added)

	removed, err := c.RemoveTagUsers(t.Context(), &RemoveTagUsersRequest{TagID: 1, UserList: []string{"x", "y"}})
	require.NoError(t, err)
	require.Equal(t, PipeList{"x", "y"}, removed.InvalidList)
}
