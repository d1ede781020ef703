//go:build unix

package redisstore_test

import (
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/redisstore"
)

// TestPausedProcess: a process that is stopped while it has the lease cannot replace the token that
// another has saved since.
func TestPausedProcess(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	const expiry = 300 * time.Millisecond
	paused := startChild(t, childConfig{Role: "lessee", Redis: rdb.Options().Addr, Prefix: prefix, LockExpiry: expiry})
	require.Equal(t, "locked", paused.hear(t))
	require.NoError(t, paused.cmd.Process.Signal(syscall.SIGSTOP))

	store, err := redisstore.NewTokenStore(rdb, redisstore.WithPrefix(prefix), redisstore.WithLockExpiry(expiry))
	require.NoError(t, err)
	lease, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	paused.tell(t, "save") // read when it goes on
	require.NoError(t, lease.Save(t.Context(), workwx.Token{Value: "new", ExpiresAt: time.Now().Add(time.Hour)}))
	require.NoError(t, lease.Release(t.Context()))

	require.NoError(t, paused.cmd.Process.Signal(syscall.SIGCONT))
	require.Equal(t, "true "+workwx.ErrLeaseLost.Error(), paused.hear(t))
	token, err := store.Load(t.Context(), "key")
	require.NoError(t, err)
	require.Equal(t, workwx.Secret("new"), token.Value)
}
