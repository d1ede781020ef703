package redisstore_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/redisstore"
	"github.com/go-workwx/workwx/workwxtest"
)

func newStore(t *testing.T, rdb redis.UniversalClient, opts ...redisstore.Option) *redisstore.TokenStore {
	t.Helper()
	s, err := redisstore.NewTokenStore(rdb, opts...)
	require.NoError(t, err)
	return s
}

func tokenOf(value string) workwx.Token {
	return workwx.Token{Value: workwx.Secret(value), ExpiresAt: time.Now().Add(time.Hour).Round(0)}
}

// put saves a token as a process does.
func put(t *testing.T, store *redisstore.TokenStore, key, value string) {
	t.Helper()
	lease, err := store.Lock(t.Context(), key)
	require.NoError(t, err)
	require.NoError(t, lease.Save(t.Context(), tokenOf(value)))
	require.NoError(t, lease.Release(t.Context()))
}

// errorsOf collects what OnStoreError is told.
type errorsOf struct {
	mu   sync.Mutex
	list []error
}

func (e *errorsOf) option() workwx.Option {
	return workwx.WithHooks(workwx.Hooks{OnStoreError: func(_ context.Context, i workwx.StoreErrorInfo) {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.list = append(e.list, i.Err)
	}})
}

func (e *errorsOf) all() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return errors.Join(e.list...)
}

// stored waits for the key of the one token below a prefix: clients do not wait until it is stored.
func stored(t *testing.T, rdb *redis.Client, prefix string) string {
	t.Helper()
	var keys []string
	require.Eventually(t, func() bool {
		var err error
		keys, err = rdb.Keys(t.Context(), prefix+"*:token").Result()
		return err == nil && len(keys) == 1
	}, 10*time.Second, 5*time.Millisecond)
	return keys[0]
}

func TestTokenStore(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	store := newStore(t, rdb, redisstore.WithPrefix(prefix))
	got, err := store.Load(t.Context(), "key")
	require.NoError(t, err)
	require.Zero(t, got)

	want := tokenOf("value")
	lease, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	require.NoError(t, lease.Save(t.Context(), want))
	require.NoError(t, lease.Save(t.Context(), want), "again, as after an answer that was lost")
	require.Error(t, lease.Save(t.Context(), workwx.Token{Value: "x", ExpiresAt: time.Now()}))
	require.Error(t, lease.Save(t.Context(), workwx.Token{ExpiresAt: want.ExpiresAt}))
	require.NoError(t, lease.Release(t.Context()))
	require.NoError(t, lease.Release(t.Context()))

	got, err = store.Load(t.Context(), "key")
	require.NoError(t, err)
	require.Equal(t, want.Value, got.Value)
	require.True(t, want.ExpiresAt.Equal(got.ExpiresAt))
	for key, most := range map[string]time.Duration{"token": time.Hour, "fence": time.Hour + redisstore.DefaultLockExpiry} {
		ttl := rdb.PTTL(t.Context(), prefix+"{key}:"+key).Val()
		require.Greater(t, ttl, most-time.Minute, key)
		require.LessOrEqual(t, ttl, most, key)
	}
	require.Zero(t, rdb.Exists(t.Context(), prefix+"{key}:lock").Val())
	other, err := store.Load(t.Context(), "other")
	require.NoError(t, err)
	require.Zero(t, other)
}

// TestLock: whoever waits is told when a token has been saved, gets the lock when it is released without
// one or expires, and stops when his context ends.
func TestLock(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	store := newStore(t, rdb, redisstore.WithPrefix(prefix))
	first, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)

	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = store.Lock(ctx, "key")
	require.ErrorIs(t, err, context.DeadlineExceeded)

	type result struct {
		lease workwx.TokenLease
		err   error
	}
	results := make(chan result, 10)
	waitAll := func(n int) {
		for range n {
			go func() { l, err := store.Lock(t.Context(), "key"); results <- result{l, err} }()
		}
		time.Sleep(100 * time.Millisecond) // until all of them wait
	}
	waitAll(10)
	require.NoError(t, first.Save(t.Context(), tokenOf("first")))
	for range 10 {
		require.ErrorIs(t, (<-results).err, workwx.ErrTokenSaved, "even before the lock is released")
	}

	waitAll(1)
	require.Empty(t, results, "what was saved before the wait does not count")
	require.NoError(t, first.Release(t.Context()))
	second := <-results
	require.NoError(t, second.err)

	waitAll(1)
	require.NoError(t, second.lease.Release(t.Context()))
	require.NoError(t, (<-results).err, "released without a token")
}

func TestLockExpires(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	store := newStore(t, rdb, redisstore.WithPrefix(prefix), redisstore.WithLockExpiry(100*time.Millisecond))
	late, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	time.Sleep(150 * time.Millisecond)
	require.NoError(t, late.Save(t.Context(), tokenOf("late")), "nobody else has begun")

	dead, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	started := time.Now()
	next, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	require.Less(t, time.Since(started), 5*time.Second)
	require.ErrorIs(t, dead.Save(t.Context(), tokenOf("dead")), workwx.ErrLeaseLost)
	require.NoError(t, dead.Release(t.Context()))
	require.NoError(t, next.Save(t.Context(), tokenOf("next")), "the release of a lost lease releases nothing")
	require.NoError(t, next.Release(t.Context()))
	require.ErrorIs(t, dead.Save(t.Context(), tokenOf("dead")), workwx.ErrLeaseLost, "also when nobody has the lock")

	forgotten, err := store.Lock(t.Context(), "key")
	require.NoError(t, err)
	require.NoError(t, rdb.Del(t.Context(), prefix+"{key}:lock", prefix+"{key}:fence").Err()) // as after a restart
	require.ErrorIs(t, forgotten.Save(t.Context(), tokenOf("forgotten")), workwx.ErrLeaseLost)
	got, err := store.Load(t.Context(), "key")
	require.NoError(t, err)
	require.Equal(t, workwx.Secret("next"), got.Value)
}

// TestScriptsAreLoadedAgain by a server that forgot them.
func TestScriptsAreLoadedAgain(t *testing.T) {
	t.Parallel()
	rds := startRedis(t)
	rdb := clientOf(t, rds.addr)
	store := newStore(t, rdb)
	put(t, store, "key", "a")
	require.NoError(t, rdb.ScriptFlush(t.Context()).Err())
	put(t, store, "key", "b")
	require.NoError(t, rdb.FlushAll(t.Context()).Err())
	got, err := store.Load(t.Context(), "key")
	require.NoError(t, err)
	require.Zero(t, got)
}

// TestTwoAppsOfOneCorp never see each other's token, nor does another prefix.
func TestTwoAppsOfOneCorp(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t)
	srv.AddApp(workwxtest.App{AgentID: 1000003, Secret: "the-other-secret"})
	tokens := func(agentID int64, prefix string) workwx.Secret {
		c := srv.AppClient(agentID, workwx.WithTokenStore(newStore(t, rdb, redisstore.WithPrefix(prefix))))
		token, err := c.TokenSource().Token(t.Context())
		require.NoError(t, err)
		return token.Value
	}
	one := tokens(srv.AgentID(), prefix)
	stored(t, rdb, prefix)
	two := tokens(1000003, prefix)
	require.NotEqual(t, one, two)
	require.Equal(t, 2, srv.TokenFetches())
	require.Eventually(t, func() bool { return len(rdb.Keys(t.Context(), prefix+"*:token").Val()) == 2 }, 10*time.Second, 5*time.Millisecond)
	require.Equal(t, one, tokens(srv.AgentID(), prefix))
	require.Equal(t, two, tokens(1000003, prefix))
	require.Equal(t, 2, srv.TokenFetches(), "both were shared")
	tokens(srv.AgentID(), prefix+"staging:")
	require.Equal(t, 3, srv.TokenFetches())
	for _, key := range rdb.Keys(t.Context(), prefix+"*").Val() {
		require.Contains(t, key, srv.CorpID())
		require.NotContains(t, key, srv.Secret())
		require.NotContains(t, key, "the-other-secret")
	}
}

func TestEncryption(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	key, newKey := bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 16)
	with := func(key []byte, old ...[]byte) *redisstore.TokenStore {
		return newStore(t, rdb, redisstore.WithPrefix(prefix), redisstore.WithEncryptionKey(key, old...))
	}
	load := func(s *redisstore.TokenStore, key string) (string, error) {
		token, err := s.Load(t.Context(), key)
		return string(token.Value), err
	}
	const secret = "TOKEN-MARKER"
	put(t, with(key), "a", secret)
	raw := rdb.Get(t.Context(), prefix+"{a}:token").Val()
	require.True(t, strings.HasPrefix(raw, "aes-gcm:1:"))
	require.NotContains(t, raw, secret)
	put(t, with(key), "b", secret)
	require.NotEqual(t, raw, rdb.Get(t.Context(), prefix+"{b}:token").Val())

	for _, s := range []*redisstore.TokenStore{with(key), with(newKey, key)} {
		value, err := load(s, "a")
		require.NoError(t, err)
		require.Equal(t, secret, value)
	}
	unreadable := func(s *redisstore.TokenStore, key string) {
		t.Helper()
		value, err := load(s, key)
		require.ErrorIs(t, err, redisstore.ErrBadToken)
		require.NotContains(t, err.Error(), secret)
		require.Empty(t, value)
	}
	unreadable(with(newKey), "a")
	plain := newStore(t, rdb, redisstore.WithPrefix(prefix))
	unreadable(plain, "a")
	put(t, plain, "plain", secret)
	unreadable(with(key), "plain") // nobody without the key can plant a token
	require.NoError(t, rdb.Copy(t.Context(), prefix+"{a}:token", prefix+"{c}:token", 0, true).Err())
	unreadable(with(key), "c") // nor move one
	flipped := []byte(raw)
	flipped[len(flipped)-1] ^= 1
	for _, bad := range []string{string(flipped), raw[:len(raw)-1], "aes-gcm:1:", "aes-gcm:1:short"} {
		require.NoError(t, rdb.Set(t.Context(), prefix+"{a}:token", bad, 0).Err())
		unreadable(with(key), "a")
	}
}

// TestRubbish in any of the keys costs a fetch and is overwritten.
func TestRubbish(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t)
	key := func() string {
		c := srv.Client(workwx.WithTokenStore(newStore(t, rdb, redisstore.WithPrefix(prefix))))
		_, err := c.TokenSource().Token(t.Context())
		require.NoError(t, err)
		return strings.TrimSuffix(stored(t, rdb, prefix), "token")
	}()
	set := func(name, value string) func() error {
		return func() error { return rdb.Set(t.Context(), key+name, value, 0).Err() }
	}
	list := func(name string) func() error {
		return func() error {
			return errors.Join(rdb.Del(t.Context(), key+name).Err(), rdb.LPush(t.Context(), key+name, "x").Err())
		}
	}
	const valid = `{"value":"no-token-of-the-platform","expires_at":"2099-01-01T00:00:00Z"}`
	for name, plant := range map[string]func() error{
		"text":            set("token", "rubbish MARKER"),
		"other JSON":      set("token", `{"value":"MARKER","expires_at":7}`),
		"null":            set("token", `null`),
		"empty":           set("token", ``),
		"no expiry":       set("token", `{"value":"MARKER"}`),
		"no value":        set("token", `{"expires_at":"2099-01-01T00:00:00Z"}`),
		"huge":            set("token", strings.Repeat("MARKER", 1<<18)),
		"list":            list("token"),
		"made up":         set("token", valid),
		"lock for ever":   set("lock", "MARKER"),
		"lock is a list":  list("lock"),
		"fence":           set("fence", "MARKER+"),
		"fence is a list": list("fence"),
	} {
		require.NoError(t, rdb.Del(t.Context(), key+"token", key+"lock", key+"fence").Err())
		require.NoError(t, plant(), name)
		var reported errorsOf
		c := srv.Client(workwx.WithTokenStore(newStore(t, rdb, redisstore.WithPrefix(prefix))), reported.option())
		before := srv.TokenFetches()
		started := time.Now()
		_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
		require.NoError(t, err, name)
		require.Less(t, time.Since(started), 2*time.Second, name)
		require.Equal(t, before+1, srv.TokenFetches(), name)
		if strings.HasPrefix(name, "lock") || strings.HasPrefix(name, "fence") || name == "made up" {
			require.NoError(t, reported.all(), name)
		} else {
			require.ErrorIs(t, reported.all(), redisstore.ErrBadToken, name)
			require.NotContains(t, reported.all().Error(), "MARKER", name)
		}
		require.Eventually(t, func() bool { // it was healed: another client needs no fetch
			c := srv.Client(workwx.WithTokenStore(newStore(t, rdb, redisstore.WithPrefix(prefix))))
			before := srv.TokenFetches()
			_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
			return err == nil && srv.TokenFetches() == before
		}, 10*time.Second, 5*time.Millisecond, name)
	}
}

// TestOutdatedToken: a Redis that comes back with what it knew before costs no call, not even one whose
// own token has just ended too.
func TestOutdatedToken(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t)
	c := srv.Client(workwx.WithTokenStore(newStore(t, rdb, redisstore.WithPrefix(prefix))))
	call := func() {
		t.Helper()
		_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
		require.NoError(t, err)
	}
	call()
	key := stored(t, rdb, prefix)
	outdated := `{"value":"outdated","expires_at":"2099-01-01T00:00:00Z"}`
	require.NoError(t, rdb.Set(t.Context(), key, outdated, 0).Err())
	srv.RevokeTokens()
	call()
	require.Equal(t, 2, srv.TokenFetches())
}

// TestSlowServer: what is slow is used; what does not answer at all costs no call its time, and not every
// fetch a wait.
func TestSlowServer(t *testing.T) {
	t.Parallel()
	shared, prefix := connect(t)
	p := startProxy(t, shared.Options().Addr)
	srv := workwxtest.NewServer(t)
	p.delay.Store(int64(50 * time.Millisecond))
	for range 2 {
		var reported errorsOf
		c := srv.Client(workwx.WithTokenStore(newStore(t, clientOf(t, p.addr), redisstore.WithPrefix(prefix))), reported.option())
		_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
		require.NoError(t, err)
		stored(t, shared, prefix)
		require.NoError(t, reported.all())
	}
	require.Equal(t, 1, srv.TokenFetches())

	p.delay.Store(-1)
	var reported errorsOf
	c := srv.Client(workwx.WithTokenStore(newStore(t, clientOf(t, p.addr), redisstore.WithPrefix(prefix))), reported.option())
	var took []time.Duration
	for range 5 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		started := time.Now()
		_, err := c.ListDepartments(ctx, &workwx.ListDepartmentsRequest{})
		took = append(took, time.Since(started).Round(time.Millisecond))
		cancel()
		require.NoError(t, err)
		srv.ExpireTokens()
	}
	t.Logf("calls with a second each, a fetch for every one, Redis hanging: %v", took)
	require.Error(t, reported.all())
	require.Equal(t, 6, srv.TokenFetches())
	for _, d := range took[1:] {
		require.Less(t, d, 400*time.Millisecond, "the store rests")
	}
}

// TestFullServer takes no writes: no lock can be had, and every client fetches for itself.
func TestFullServer(t *testing.T) {
	t.Parallel()
	rds := startRedis(t, "--maxmemory", "1", "--maxmemory-policy", "noeviction")
	srv := workwxtest.NewServer(t)
	var reported errorsOf
	c := srv.Client(workwx.WithTokenStore(newStore(t, clientOf(t, rds.addr))), reported.option())
	for range 3 {
		_, err := c.ListDepartments(t.Context(), &workwx.ListDepartmentsRequest{})
		require.NoError(t, err)
	}
	require.Equal(t, 1, srv.TokenFetches())
	require.ErrorContains(t, reported.all(), "OOM")
}

// TestCluster: the keys of a token are in one slot, whatever the key looks like.
func TestCluster(t *testing.T) {
	t.Parallel()
	rds := startRedis(t, "--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf")
	node := clientOf(t, rds.addr)
	require.NoError(t, node.Do(t.Context(), "CLUSTER", "ADDSLOTSRANGE", 0, 16383).Err())
	require.Eventually(t, func() bool {
		return strings.Contains(node.ClusterInfo(t.Context()).Val(), "cluster_state:ok")
	}, 20*time.Second, 10*time.Millisecond)
	rdb := redis.NewClusterClient(&redis.ClusterOptions{Addrs: []string{rds.addr}})
	t.Cleanup(func() { rdb.Close() })
	for _, prefix := range []string{"workwx:", "", "a:b:"} {
		store := newStore(t, rdb, redisstore.WithPrefix(prefix))
		for _, key := range []string{"ww1:abc:access_token", "}", "{}", "a}b{c"} {
			put(t, store, key, prefix+key)
			got, err := store.Load(t.Context(), key)
			require.NoError(t, err)
			require.Equal(t, workwx.Secret(prefix+key), got.Value)
		}
	}
	d, err := redisstore.NewDeduper(rdb)
	require.NoError(t, err)
	first, err := d.Claim(t.Context(), "event")
	require.NoError(t, err)
	require.True(t, first)
	cursors, err := redisstore.NewKfCursorStore(rdb)
	require.NoError(t, err)
	require.NoError(t, cursors.Save(t.Context(), "wk1", "c"))
}

// TestManyGoroutines share one store within a process.
func TestManyGoroutines(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	store := newStore(t, rdb, redisstore.WithPrefix(prefix))
	var saves atomic.Int64
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			lease, err := store.Lock(t.Context(), "key")
			if errors.Is(err, workwx.ErrTokenSaved) {
				return
			}
			if err != nil {
				t.Error(err)
				return
			}
			if got, err := store.Load(t.Context(), "key"); err == nil && got.Value == "" {
				saves.Add(1)
				if err := lease.Save(t.Context(), tokenOf("x")); err != nil {
					t.Error(err)
				}
			}
			if err := lease.Release(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	require.EqualValues(t, 1, saves.Load())
}

func TestOptionsThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	rdb := redis.NewClient(&redis.Options{Addr: "127.0.0.1:1"}) // nothing is sent
	defer rdb.Close()
	second := func(_ any, err error) error { return err }
	for option, err := range map[string]error{
		"redisstore":                   second(redisstore.NewTokenStore(nil)),
		"redisstore.WithPrefix":        second(redisstore.NewTokenStore(rdb, redisstore.WithPrefix("{a}"))),
		"redisstore.WithEncryptionKey": second(redisstore.NewTokenStore(rdb, redisstore.WithEncryptionKey([]byte("KEY-MARKER")))),
		"redisstore.WithLockExpiry":    second(redisstore.NewTokenStore(rdb, redisstore.WithLockExpiry(0))),
		"redisstore.WithEventTTL":      second(redisstore.NewTokenStore(rdb, redisstore.WithEventTTL(time.Hour))),
	} {
		var config *workwx.ConfigError
		require.ErrorAs(t, err, &config, option)
		require.Equal(t, option, config.Option)
		require.NotContains(t, err.Error(), "MARKER")
	}
	require.Error(t, second(redisstore.NewDeduper(rdb, redisstore.WithEncryptionKey(make([]byte, 32)))))
	require.Error(t, second(redisstore.NewDeduper(rdb, redisstore.WithEventTTL(0))))
	require.Error(t, second(redisstore.NewKfCursorStore(rdb, redisstore.WithEventTTL(time.Hour))))
	require.Error(t, second(redisstore.NewTokenStore(rdb, redisstore.WithEncryptionKey(make([]byte, 32), make([]byte, 31)))))
}
