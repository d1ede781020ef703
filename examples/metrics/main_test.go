package main

import (
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestMetrics(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	registry := prometheus.NewRegistry()
	client := srv.Client(workwx.WithHooks(newHooks(registry)))

	srv.FailNext("/cgi-bin/user/get", workwx.CodeSystemBusy, 1) // which is tried again
	_, err := client.GetUser(t.Context(), "zhangsan")
	require.NoError(t, err)
	_, err = client.GetUser(t.Context(), "nobody")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)

	families, err := registry.Gather()
	require.NoError(t, err)
	counted := map[string]uint64{}
	for _, family := range families {
		for _, m := range family.GetMetric() {
			if h := m.GetHistogram(); h != nil {
				counted[m.GetLabel()[0].GetValue()+" "+m.GetLabel()[1].GetValue()] = h.GetSampleCount()
			}
		}
	}
	require.Equal(t, map[string]uint64{
		"/cgi-bin/gettoken ok":    1,
		"/cgi-bin/user/get -1":    1,
		"/cgi-bin/user/get ok":    1,
		"/cgi-bin/user/get 60111": 1,
	}, counted)
	for _, name := range []string{"workwx_call_retries_total", "workwx_token_fetches_total"} {
		n, err := testutil.GatherAndCount(registry, name)
		require.NoError(t, err)
		require.Equal(t, 1, n, name)
	}
}
