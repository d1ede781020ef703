package workwx

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestWaitBatchJob(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		answers := []string{
			`{"errcode":0,"errmsg":"ok","status":1,"type":"replace_party","total":2,"percentage":0}`,
			`{"errcode":0,"errmsg":"ok","status":2,"type":"replace_party","total":2,"percentage":50}`,
			`{"errcode":0,"errmsg":"ok","status":3,"type":"replace_party","total":2,"percentage":100,"result":[
				{"action":5,"partyid":4,"errcode":0,"errmsg":"ok"},{"action":2,"partyid":5,"errcode":60008,"errmsg":"department existed"}]}`,
		}
		asked := 0
		c := contactsClient(t, func(path, query, _ string) string {
			require.Equal(t, "/cgi-bin/batch/getresult", path)
			require.Equal(t, "jobid=J1", query)
			asked++
			return answers[asked-1]
		})
		started := time.Now()
		r, err := c.WaitBatchJob(t.Context(), "J1")
		require.NoError(t, err)
		require.Equal(t, 5*time.Second, time.Since(started)) // 2 s and 3 s
		require.Equal(t, &BatchJobResult{
			Type: BatchJobTypeReplaceParty, Status: BatchJobDone, Total: 2, Percentage: 100,
			Result: []BatchJobItem{
				{ErrMsg: "ok", Action: BatchJobActionCreated | BatchJobActionMoved, PartyID: 4},
				{ErrCode: CodeDepartmentExists, ErrMsg: "department existed", Action: BatchJobActionRenamed, PartyID: 5},
			},
		}, r)
	})
}

func TestWaitBatchJobEndsEarly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		answer := `{"errcode":40088,"errmsg":"invalid jobid"}`
		c := contactsClient(t, func(string, string, string) string { return answer })
		r, err := c.WaitBatchJob(t.Context(), "J1")
		require.ErrorIs(t, err, CodeJobNotFound)
		require.Nil(t, r)

		answer = `{"errcode":0,"errmsg":"ok","status":2,"percentage":1}`
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		r, err = c.WaitBatchJob(ctx, "J1")
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Nil(t, r)
	})
}

func TestBatchJobSecretsAreNotPrinted(t *testing.T) {
	t.Parallel()
	req := &SubmitUserSyncJobRequest{
		MediaID: "M", ToInvite: Ptr(false),
		Callback: BatchJobCallback{URL: "https://example.com/cb", Token: "verytoken", EncodingAESKey: "verykey"},
	}
	require.NotContains(t, fmt.Sprintf("%+v %#v", *req, req.Callback), "very")
	body, err := encodeJSON(req)
	require.NoError(t, err)
	require.JSONEq(t, `{"media_id":"M","to_invite":false,"callback":{"url":"https://example.com/cb","token":"verytoken","encodingaeskey":"verykey"}}`, string(body))
}

func TestWaitExportJob(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		last  string
		files []ExportFile
		err   error
	}{
		"done":   {`{"errcode":0,"errmsg":"ok","status":2,"data_list":[{"url":"https://example.com/f","size":64,"md5":"ab"}]}`, []ExportFile{{"https://example.com/f", 64, "ab"}}, nil},
		"failed": {`{"errcode":0,"errmsg":"ok","status":3}`, nil, ErrExportFailed},
		"no job": {`{"errcode":40088,"errmsg":"invalid jobid"}`, nil, CodeJobNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				answers := []string{`{"errcode":0,"errmsg":"ok","status":0}`, `{"errcode":0,"errmsg":"ok","status":1}`, test.last}
				asked := 0
				c := contactsClient(t, func(path, _, _ string) string {
					require.Equal(t, "/cgi-bin/export/get_result", path)
					asked++
					return answers[asked-1]
				})
				files, err := c.WaitExportJob(t.Context(), "J1")
				require.Equal(t, 3, asked)
				require.ErrorIs(t, err, test.err)
				require.Equal(t, test.files, files)
			})
		})
	}
}
