package workwx

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSetAgentSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		req  SetAgentRequest
		want string
	}{
		"nothing":  {SetAgentRequest{AgentID: 7}, `{"agentid":7}`},
		"to empty": {SetAgentRequest{AgentID: 7, HomeURL: Ptr("")}, `{"agentid":7,"home_url":""}`},
		"to no":    {SetAgentRequest{AgentID: 7, IsReportEnter: Ptr(No)}, `{"agentid":7,"isreportenter":0}`},
		"to yes":   {SetAgentRequest{AgentID: 7, ReportLocationFlag: Ptr(Yes)}, `{"agentid":7,"report_location_flag":1}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := encodeJSON(tc.req)
			require.NoError(t, err)
			require.Equal(t, tc.want, string(body))
		})
	}
}

func TestAgentWorkbenchContent(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		content AgentWorkbenchContent
		want    string
	}{
		"figures": {
			AgentWorkbenchContent{Type: AgentWorkbenchTypeKeyData, KeyData: AgentWorkbenchKeyData{Items: []AgentWorkbenchKeyDataItem{{Key: "open", Data: "3"}}}},
			`{"type":"keydata","keydata":{"items":[{"key":"open","data":"3"}]}}`,
		},
		"image": {
			AgentWorkbenchContent{Type: AgentWorkbenchTypeImage, Image: AgentWorkbenchImage{URL: "https://example.com/a.png?a=1&b=2"}},
			`{"type":"image","image":{"url":"https://example.com/a.png?a=1&b=2"}}`,
		},
		"list": {
			AgentWorkbenchContent{Type: AgentWorkbenchTypeList, List: AgentWorkbenchList{Items: []AgentWorkbenchListItem{{Title: "news", PagePath: "pages/news"}}}},
			`{"type":"list","list":{"items":[{"title":"news","pagepath":"pages/news"}]}}`,
		},
		"page": {
			AgentWorkbenchContent{Type: AgentWorkbenchTypeWebview, Webview: AgentWorkbenchWebviewSetting{URL: "https://example.com", Height: AgentWorkbenchHeightSingleRow, HideTitle: Ptr(false)}},
			`{"type":"webview","webview":{"url":"https://example.com","height":"single_row","hide_title":false}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := encodeJSON(tc.content)
			require.NoError(t, err)
			require.Equal(t, tc.want, string(body))
			var back AgentWorkbenchContent
			require.NoError(t, json.Unmarshal(body, &back))
			require.Equal(t, tc.content, back)
		})
	}
}

func TestAgentDecoding(t *testing.T) {
	t.Parallel()
	var a Agent
	coerced, err := decodeJSON([]byte(`{"agentid":"7","close":"0","report_location_flag":true,"allow_partys":{"partyid":["1",2]},"allow_tags":[],"customized_publish_status":2}`), &a)
	require.NoError(t, err)
	require.True(t, coerced)
	require.Equal(t, Agent{
		AgentID:                 7,
		ReportLocationFlag:      Yes,
		AllowPartys:             AgentAllowedPartys{PartyID: []int64{1, 2}},
		CustomizedPublishStatus: AgentPublishStatusOnline,
	}, a)
}
