package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAllDialRecords(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"record":[{"call_type":2,"caller":{"userid":"lisi","duration":10},"callee":[{"phone":138000800,"duration":5},{"userid":"wangwu","duration":5}]}]}`, `{"record":[]}`)
	var records []*DialRecord
	for r, err := range c.AllDialRecords(t.Context(), nil) {
		require.NoError(t, err)
		records = append(records, r)
	}
	require.Len(t, records, 1)
	require.Equal(t, DialCallTypeConference, records[0].CallType)
	require.Equal(t, []DialRecordCallee{{Phone: "138000800", Duration: 5}, {UserID: "wangwu", Duration: 5}}, records[0].Callee)
	require.Equal(t, []string{`{}`, `{"offset":1}`}, p.bodies)
}
