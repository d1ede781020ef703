package redisstore_test

import (
	"context"
	"net/http/httptest"
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

func newDeduper(t *testing.T, rdb redis.UniversalClient, opts ...redisstore.Option) *redisstore.Deduper {
	t.Helper()
	d, err := redisstore.NewDeduper(rdb, opts...)
	require.NoError(t, err)
	return d
}

func TestDeduper(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	const ttl = 300 * time.Millisecond
	replicas := make([]*redisstore.Deduper, 5)
	for i := range replicas {
		replicas[i] = newDeduper(t, rdb, redisstore.WithPrefix(prefix), redisstore.WithEventTTL(time.Hour))
	}
	claim := func(d *redisstore.Deduper, key string) bool {
		t.Helper()
		first, err := d.Claim(t.Context(), key)
		require.NoError(t, err)
		return first
	}
	var firsts atomic.Int64
	var wg sync.WaitGroup
	for _, d := range replicas {
		for range 10 {
			wg.Go(func() {
				if first, err := d.Claim(t.Context(), "event"); err != nil {
					t.Error(err)
				} else if first {
					firsts.Add(1)
				}
			})
		}
	}
	wg.Wait()
	require.EqualValues(t, 1, firsts.Load())
	require.Greater(t, rdb.PTTL(t.Context(), prefix+"event:event").Val(), 59*time.Minute)

	a, b := replicas[0], replicas[1]
	require.True(t, claim(a, "failed"))
	require.NoError(t, b.Release(t.Context(), "failed"), "which does nothing: it is not b's")
	require.False(t, claim(b, "failed"))
	require.NoError(t, a.Release(t.Context(), "failed"))
	require.True(t, claim(b, "failed"))
	require.NoError(t, a.Release(t.Context(), "never claimed"))

	brief := newDeduper(t, rdb, redisstore.WithPrefix(prefix), redisstore.WithEventTTL(ttl))
	require.True(t, claim(brief, "brief"))
	require.Eventually(t, func() bool { first, err := brief.Claim(t.Context(), "brief"); return err == nil && first }, 10*time.Second, ttl/5)
}

// lossy sends every script twice, as a Redis client does whose connection broke before the answer.
type lossy struct{ redis.UniversalClient }

func (l lossy) EvalSha(ctx context.Context, sha string, keys []string, args ...any) *redis.Cmd {
	l.UniversalClient.EvalSha(ctx, sha, keys, args...)
	return l.UniversalClient.EvalSha(ctx, sha, keys, args...)
}

// TestRepeatedCommands: an answer that was lost does not lose an event, a lock or a token.
func TestRepeatedCommands(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	d := newDeduper(t, lossy{rdb}, redisstore.WithPrefix(prefix))
	for _, key := range []string{"one", "two"} { // the first one also loads the script
		first, err := d.Claim(t.Context(), key)
		require.NoError(t, err)
		require.True(t, first)
		first, err = d.Claim(t.Context(), key)
		require.NoError(t, err)
		require.False(t, first)
	}
	store := newStore(t, lossy{rdb}, redisstore.WithPrefix(prefix))
	put(t, store, "key", "a")
	put(t, store, "key", "b")
}

// TestReplicas: what the platform sends to one replica after the other is handled once, and again if it
// was not handled.
func TestReplicas(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t)
	var handled atomic.Int64
	var fails atomic.Bool
	var urls []string
	for range 2 {
		h, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil,
			workwx.WithDeduper(newDeduper(t, rdb, redisstore.WithPrefix(prefix))))
		require.NoError(t, err)
		workwx.On(h, func(context.Context, *workwx.TextMessage) (workwx.Reply, error) {
			handled.Add(1)
			if fails.Load() {
				return nil, context.DeadlineExceeded
			}
			return nil, nil
		})
		web := httptest.NewServer(h)
		t.Cleanup(web.Close)
		urls = append(urls, web.URL)
	}
	message := func(id string) string {
		return `<xml><ToUserName>` + srv.CorpID() + `</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>1700000000</CreateTime>` +
			`<MsgType>text</MsgType><Content>hi</Content><MsgId>` + id + `</MsgId><AgentID>1000002</AgentID></xml>`
	}
	push := func(id string) {
		for _, url := range urls {
			_, _ = srv.Push(t.Context(), url, message(id)) // a refusal is what the second half is about
		}
	}
	push("1")
	require.EqualValues(t, 1, handled.Swap(0))
	fails.Store(true)
	push("2")
	require.GreaterOrEqual(t, handled.Load(), int64(2))
}

// TestDeduperOfAServerThatHangs says so within the platform's patience, whatever the client's timeouts.
func TestDeduperOfAServerThatHangs(t *testing.T) {
	t.Parallel()
	shared, prefix := connect(t)
	p := startProxy(t, shared.Options().Addr)
	p.delay.Store(-1)
	d := newDeduper(t, clientOf(t, p.addr), redisstore.WithPrefix(prefix))
	started := time.Now()
	_, err := d.Claim(t.Context(), "event")
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.Less(t, time.Since(started), 3*time.Second)
}

func TestKfCursorStore(t *testing.T) {
	t.Parallel()
	rdb, prefix := connect(t)
	s, err := redisstore.NewKfCursorStore(rdb, redisstore.WithPrefix(prefix))
	require.NoError(t, err)
	cursor, err := s.Load(t.Context(), "wk1")
	require.NoError(t, err)
	require.Empty(t, cursor)
	for _, want := range []string{"c1", strings.Repeat("c", 64), ""} {
		require.NoError(t, s.Save(t.Context(), "wk1", want))
		cursor, err = s.Load(t.Context(), "wk1")
		require.NoError(t, err)
		require.Equal(t, want, cursor)
	}
	require.NoError(t, s.Save(t.Context(), "wk1", "c1"))
	require.Equal(t, time.Duration(-1), rdb.PTTL(t.Context(), prefix+"kf_cursor:wk1").Val(), "it does not expire")
	cursor, err = s.Load(t.Context(), "wk2")
	require.NoError(t, err)
	require.Empty(t, cursor)
	require.NoError(t, rdb.LPush(t.Context(), prefix+"kf_cursor:wk3", "x").Err())
	_, err = s.Load(t.Context(), "wk3")
	require.Error(t, err)
}
