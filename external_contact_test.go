package workwx

import (
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// customerPlatform answers calls with its replies, one after the other and the last one again and again,
// and notes what was sent: the path with its query, and the body.
type customerPlatform struct {
	replies []string

	mu   sync.Mutex
	sent []string
}

func (p *customerPlatform) RoundTrip(req *http.Request) (*http.Response, error) {
	body := `{"errcode":0,"errmsg":"ok","access_token":"TOKEN","expires_in":7200}`
	if !strings.HasSuffix(req.URL.Path, "/gettoken") {
		p.mu.Lock()
		defer p.mu.Unlock()
		body = p.replies[min(len(p.sent), len(p.replies)-1)]
		query := req.URL.Query()
		query.Del("access_token")
		line := strings.TrimSuffix(req.URL.Path+"?"+query.Encode(), "?")
		if req.Body != nil {
			raw, _ := io.ReadAll(req.Body)
			line += " " + string(raw)
		}
		p.sent = append(p.sent, line)
	}
	return &http.Response{
		StatusCode: http.StatusOK,
		Header:     http.Header{"Content-Type": {"application/json"}},
		Body:       io.NopCloser(strings.NewReader(body)),
		Request:    req,
	}, nil
}

func customerClient(t *testing.T, replies ...string) (*Client, *customerPlatform) {
	t.Helper()
	p := &customerPlatform{replies: replies}
	return wireClient(t, p), p
}

func TestGetExternalContact(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{
		"errcode": 0, "errmsg": "ok",
		"external_contact": {
			"external_userid": "wm-1", "name": "Ada", "type": 2, "gender": "2", "corp_name": "Engines",
			"external_profile": {"external_attr": [{"type": 1, "name": "site", "web": {"title": "Home", "url": "https://example.com"}}]}
		},
		"follow_user": [{
			"userid": "lisi", "remark": "Countess", "createtime": 1700000000, "add_way": 10, "state": "fair",
			"tags": [{"type": 1, "tag_id": "et-1", "tag_name": "VIP", "group_name": "Level"}, {"type": 2, "tag_name": "tea"}],
			"wechat_channels": {"nickname": "Looms", "source": 2}
		}]
	}`)
	got, err := c.GetExternalContact(t.Context(), &GetExternalContactRequest{ExternalUserID: "wm-1"})
	require.NoError(t, err)
	require.Equal(t, []string{"/cgi-bin/externalcontact/get?external_userid=wm-1"}, p.sent)
	require.Equal(t, ExternalContactTypeWeCom, got.ExternalContact.Type)
	require.Equal(t, GenderFemale, got.ExternalContact.Gender)
	require.Equal(t, "https://example.com", got.ExternalContact.ExternalProfile.ExternalAttr[0].Web.URL)
	require.Equal(t, []*FollowUser{{
		UserID: "lisi", Remark: "Countess", CreateTime: Unix(1700000000), AddWay: AddWayChannels, State: "fair",
		Tags: []FollowUserTag{
			{Type: FollowTagTypeCorp, TagID: "et-1", TagName: "VIP", GroupName: "Level"},
			{Type: FollowTagTypeUser, TagName: "tea"},
		},
		WechatChannels: ExternalContactWechatChannels{Nickname: "Looms", Source: ChannelsAddSceneLive},
	}}, got.FollowUser)
}

func TestAllExternalContactFollowUsers(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":0,"follow_user":[{"userid":"a"}],"next_cursor":"c1"}`,
		`{"errcode":0,"follow_user":[],"next_cursor":"c2"}`,
		`{"errcode":0,"follow_user":[{"userid":"b"}]}`,
	)
	req := &GetExternalContactRequest{ExternalUserID: "wm-1"}
	var users []string
	for user, err := range c.AllExternalContactFollowUsers(t.Context(), req) {
		require.NoError(t, err)
		users = append(users, user.UserID)
	}
	require.Equal(t, []string{"a", "b"}, users)
	require.Equal(t, []string{
		"/cgi-bin/externalcontact/get?external_userid=wm-1",
		"/cgi-bin/externalcontact/get?cursor=c1&external_userid=wm-1",
		"/cgi-bin/externalcontact/get?cursor=c2&external_userid=wm-1",
	}, p.sent)
	require.Empty(t, req.Cursor)
}

func TestServedExternalContactTakesBoolsAndNumbers(t *testing.T) {
	t.Parallel()
	c, _ := customerClient(t, `{"errcode":0,"info_list":[{"is_customer":true},{"is_customer":1},{"is_customer":false},{"is_customer":0}]}`)
	got, err := c.ListServedExternalContacts(t.Context(), &ListServedExternalContactsRequest{})
	require.NoError(t, err)
	require.Len(t, got.InfoList, 4)
	for i, want := range []IntBool{Yes, Yes, No, No} {
		require.Equal(t, want, got.InfoList[i].IsCustomer)
	}
}

func TestUpdateExternalContactRemark(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		req  UpdateExternalContactRemarkRequest
		want string
	}{
		"one field":   {UpdateExternalContactRemarkRequest{Remark: Ptr("Ada")}, `"remark":"Ada"`},
		"cleared":     {UpdateExternalContactRemarkRequest{Description: Ptr("")}, `"description":""`},
		"no mobiles":  {UpdateExternalContactRemarkRequest{RemarkMobiles: []string{""}}, `"remark_mobiles":[""]`},
		"two mobiles": {UpdateExternalContactRemarkRequest{RemarkMobiles: []string{"1", "2"}}, `"remark_mobiles":["1","2"]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, p := customerClient(t, `{"errcode":0,"errmsg":"ok"}`)
			tt.req.UserID, tt.req.ExternalUserID = "lisi", "wm-1"
			require.NoError(t, c.UpdateExternalContactRemark(t.Context(), &tt.req))
			require.Equal(t, []string{`/cgi-bin/externalcontact/remark {"userid":"lisi","external_userid":"wm-1",` + tt.want + `}`}, p.sent)
		})
	}
}
