package workwx

import (
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"
)

func TestWaitSecurityDocExportJob(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		last string
		url  string
		err  error
	}{
		"done":   {`{"errcode":0,"status":1,"download_url":"https://example.com/f"}`, "https://example.com/f", nil},
		"failed": {`{"errcode":0,"status":2}`, "", ErrExportFailed},
		"no job": {`{"errcode":40088,"errmsg":"invalid jobid"}`, "", CodeJobNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				answers := []string{`{"errcode":0,"status":0}`, test.last}
				asked := 0
				c := contactsClient(t, func(path, _, body string) string {
					require.Equal(t, "/cgi-bin/security/doc/get_export_result", path)
					require.JSONEq(t, `{"jobid":"J1"}`, body)
					asked++
					return answers[asked-1]
				})
				url, err := c.WaitSecurityDocExportJob(t.Context(), "J1")
				require.Equal(t, 2, asked)
				require.ErrorIs(t, err, test.err)
				require.Equal(t, test.url, url)
			})
		})
	}
}
