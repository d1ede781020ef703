package workwx

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// menuPlatform answers in the place of the network.
type menuPlatform func(r *http.Request, body string) string

func (f menuPlatform) RoundTrip(r *http.Request) (*http.Response, error) {
	reply := `{"errcode":0,"errmsg":"ok","access_token":"TOKEN","expires_in":7200}`
	if !strings.HasSuffix(r.URL.Path, "/gettoken") {
		var body []byte
		if r.Body != nil {
			body, _ = io.ReadAll(r.Body)
			r.Body.Close()
		}
		reply = f(r, string(body))
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(reply)), Request: r}, nil
}

func (f menuPlatform) client(t *testing.T, opts ...Option) *Client {
	t.Helper()
	c, err := NewClient("wwmenu", "secret", append(opts, WithHTTPClient(&http.Client{Transport: f}))...)
	require.NoError(t, err)
	return c
}

func TestSetMenu(t *testing.T) {
	t.Parallel()
	var calls []string
	platform := menuPlatform(func(r *http.Request, body string) string {
		calls = append(calls, r.Method+" "+r.URL.Path+"?agentid="+r.URL.Query().Get("agentid")+" "+body)
		return `{"errcode":0,"errmsg":"ok"}`
	})
	c := platform.client(t, WithAgentID(7))
	require.NoError(t, c.SetMenu(t.Context(),
		NewClickButton("签到", "in"),
		NewSubMenu("More",
			NewViewButton("Help", "https://example.com/?a=1&b=<2>"),
			NewMiniProgramButton("Shop", "wx1", "pages/index"),
			NewLocationButton("Where", "where"))))
	require.Equal(t, []string{`POST /cgi-bin/menu/create?agentid=7 {"button":[` +
		`{"type":"click","name":"签到","key":"in"},` +
		`{"name":"More","sub_button":[` +
		`{"type":"view","name":"Help","url":"https://example.com/?a=1&b=<2>"},` +
		`{"type":"view_miniprogram","name":"Shop","appid":"wx1","pagepath":"pages/index"},` +
		`{"type":"location_select","name":"Where","key":"where"}]}]}`}, calls)

	calls = nil
	require.Error(t, c.SetMenu(t.Context()))
	require.ErrorContains(t, platform.client(t).SetMenu(t.Context(), NewClickButton("a", "b")), "WithAgentID")
	require.Empty(t, calls, "a menu that is refused is not sent")
}

// TestMenuAgentID: the request's app or the client's, and CreateMenu sends what it is given.
func TestMenuAgentID(t *testing.T) {
	t.Parallel()
	var calls []string
	c := menuPlatform(func(r *http.Request, body string) string {
		calls = append(calls, r.URL.Path+"?agentid="+r.URL.Query().Get("agentid")+" "+body)
		return `{"errcode":0,"errmsg":"ok","button":[{"name":"More","sub_button":[{"type":"click","name":"a","key":"b","sub_button":[]}]}]}`
	}).client(t, WithAgentID(7))
	require.NoError(t, c.CreateMenu(t.Context(), &CreateMenuRequest{Button: []*MenuButton{}}))
	require.NoError(t, c.CreateMenu(t.Context(), &CreateMenuRequest{AgentID: 8, Button: []*MenuButton{{Name: strings.Repeat("x", 100)}}}))
	require.NoError(t, c.DeleteMenu(t.Context(), 0))
	require.NoError(t, c.DeleteMenu(t.Context(), 8))
	menu, err := c.GetMenu(t.Context(), 0)
	require.NoError(t, err)
	require.Equal(t, []*MenuButton{{Name: "More", SubButton: []*MenuButton{{Type: MenuButtonTypeClick, Name: "a", Key: "b", SubButton: []*MenuButton{}}}}}, menu)
	require.NoError(t, ValidateMenu(menu))
	require.NoError(t, c.SetMenu(t.Context(), menu...))
	require.Equal(t, []string{
		`/cgi-bin/menu/create?agentid=7 {"button":[]}`,
		`/cgi-bin/menu/create?agentid=8 {"button":[{"name":"` + strings.Repeat("x", 100) + `"}]}`,
		`/cgi-bin/menu/delete?agentid=7 `,
		`/cgi-bin/menu/delete?agentid=8 `,
		`/cgi-bin/menu/get?agentid=7 `,
		`/cgi-bin/menu/create?agentid=7 {"button":[{"name":"More","sub_button":[{"type":"click","name":"a","key":"b","sub_button":[]}]}]}`,
	}, calls)
	require.ErrorIs(t, c.CreateMenu(t.Context(), nil), ErrNilRequest)
}

func TestCreateMenuRequestWaitsInQueue(t *testing.T) {
	t.Parallel()
	want := CreateMenuRequest{AgentID: 7, Button: []*MenuButton{NewScanCodeButton("scan", "k")}}
	body, err := json.Marshal(want)
	require.NoError(t, err)
	var got CreateMenuRequest
	require.NoError(t, json.Unmarshal(body, &got))
	require.Equal(t, want, got)
}

func TestValidateMenu(t *testing.T) {
	t.Parallel()
	ok := func() *MenuButton { return NewClickButton("ok", "key") }
	many := func(n int) (buttons []*MenuButton) {
		for range n {
			buttons = append(buttons, ok())
		}
		return buttons
	}
	for name, tc := range map[string]struct {
		buttons []*MenuButton
		field   string // of the refusal, "" for none
		reason  string
	}{
		"no button":            {nil, "button", "1 to 3 buttons, not 0"},
		"3 buttons":            {many(3), "", ""},
		"4 buttons":            {many(4), "button", "1 to 3 buttons, not 4"},
		"nil button":           {[]*MenuButton{ok(), nil}, "button[1]", "nil"},
		"5 in a submenu":       {[]*MenuButton{NewSubMenu("s", many(5)...)}, "", ""},
		"6 in a submenu":       {[]*MenuButton{ok(), NewSubMenu("s", many(6)...)}, "button[1].sub_button", `"s" has 6 buttons, more than 5`},
		"third level":          {[]*MenuButton{NewSubMenu("s", ok(), NewSubMenu("t", ok()))}, "button[0].sub_button[1].sub_button", `"t" is in a submenu`},
		"empty submenu":        {[]*MenuButton{NewSubMenu("s")}, "button[0].type", `"s" has neither a type nor a submenu`},
		"no name":              {[]*MenuButton{NewClickButton("", "k")}, "button[0].name", "no name"},
		"no name of a submenu": {[]*MenuButton{NewSubMenu("", ok())}, "button[0].name", "no name"},
		"16 bytes":             {[]*MenuButton{NewClickButton("一二三四五x", "k")}, "", ""},
		"18 bytes":             {[]*MenuButton{NewClickButton("一二三四五六", "k")}, "button[0].name", `"一二三四五六" has 18 bytes, more than 16`},
		"40 bytes below":       {[]*MenuButton{NewSubMenu("s", NewClickButton(strings.Repeat("x", 40), "k"))}, "", ""},
		"41 bytes below":       {[]*MenuButton{NewSubMenu("s", NewClickButton(strings.Repeat("x", 41), "k"))}, "button[0].sub_button[0].name", "41 bytes, more than 40"},
		"click without key":    {[]*MenuButton{NewClickButton("c", "")}, "button[0].key", `"c" is of the type click and needs it`},
		"key of 128":           {[]*MenuButton{NewPhotoButton("c", strings.Repeat("k", 128))}, "", ""},
		"key of 129":           {[]*MenuButton{NewPhotoButton("c", strings.Repeat("k", 129))}, "button[0].key", "129 bytes, more than 128"},
		"view without url":     {[]*MenuButton{NewViewButton("v", "")}, "button[0].url", `"v" is of the type view and needs it`},
		"url of 1024":          {[]*MenuButton{NewViewButton("v", strings.Repeat("u", 1024))}, "", ""},
		"url of 1025":          {[]*MenuButton{NewViewButton("v", strings.Repeat("u", 1025))}, "button[0].url", "1025 bytes, more than 1024"},
		"mini program":         {[]*MenuButton{NewMiniProgramButton("m", "wx1", "p")}, "", ""},
		"mini without appid":   {[]*MenuButton{NewMiniProgramButton("m", "", "p")}, "button[0].appid", `"m" is of the type view_miniprogram and needs it`},
		"mini without page":    {[]*MenuButton{NewMiniProgramButton("m", "wx1", "")}, "button[0].pagepath", "needs it"},
		"unknown type":         {[]*MenuButton{{Type: "media_id", Name: "x", Key: "k"}}, "button[0].type", `"media_id"`},
		"all that take a key": {[]*MenuButton{NewSubMenu("s", NewScanCodeButton("a", "k"), NewScanCodeWaitButton("b", "k"), NewPhotoOrAlbumButton("c", "k"), NewAlbumButton("d", "k"), NewLocationButton("e", "k"))},
			"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := ValidateMenu(tc.buttons)
			if tc.field == "" {
				require.NoError(t, err)
				return
			}
			var refused *ArgumentError
			require.True(t, errors.As(err, &refused), "%v", err)
			require.Equal(t, tc.field, refused.Field)
			require.ErrorContains(t, err, tc.reason)
		})
	}
}
