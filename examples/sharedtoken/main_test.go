package main

import (
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestReplicas(t *testing.T) {
	srv := workwxtest.NewServer(t)
	redisServer := miniredis.RunT(t)
	rdb := redis.NewClient(&redis.Options{Addr: redisServer.Addr(), MaxRetries: -1})
	t.Cleanup(func() { rdb.Close() })
	replica := func() error {
		client, err := newClient(srv.CorpID(), srv.Secret(), rdb, workwx.WithBaseURL(srv.URL))
		require.NoError(t, err)
		_, err = client.ListSimpleDepartments(t.Context(), nil)
		return err
	}
	require.NoError(t, replica())
	require.Eventually(t, func() bool { return len(redisServer.Keys()) > 0 }, 5*time.Second, 5*time.Millisecond, "the token is saved beside the call")
	for range 5 {
		require.NoError(t, replica())
	}
	require.Equal(t, 1, srv.TokenFetches())

	redisServer.Close()
	require.NoError(t, replica(), "without Redis too")
	require.Equal(t, 2, srv.TokenFetches())
}
