package workwx

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// scriptedStore is a TokenStore made of funcs; one that is nil does what an empty store does.
type scriptedStore struct {
	load    func(ctx context.Context) (Token, error)
	lock    func(ctx context.Context) error
	save    func(ctx context.Context, t Token) error
	release func(ctx context.Context) error
}

func (s *scriptedStore) Load(ctx context.Context, _ string) (Token, error) {
	if s.load == nil {
		return Token{}, nil
	}
	return s.load(ctx)
}

func (s *scriptedStore) Lock(ctx context.Context, _ string) (TokenLease, error) {
	if s.lock != nil {
		if err := s.lock(ctx); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *scriptedStore) Save(ctx context.Context, t Token) error {
	if s.save == nil {
		return nil
	}
	return s.save(ctx, t)
}

func (s *scriptedStore) Release(ctx context.Context) error {
	if s.release == nil {
		return nil
	}
	return s.release(ctx)
}

// storeReports collects what OnStoreError is told.
type storeReports struct {
	mu   sync.Mutex
	list []StoreErrorInfo
}

func (r *storeReports) hooks() Hooks {
	return Hooks{OnStoreError: func(ctx context.Context, i StoreErrorInfo) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if ctx.Err() == nil { // a hook may use the context
			r.list = append(r.list, i)
		}
	}}
}

func (r *storeReports) operations() (ops []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, i := range r.list {
		ops = append(ops, i.Operation)
	}
	r.list = nil
	return ops
}

// storeClient has a source that takes 100 ms, counts, and issues a new token each time.
func storeClient(t *testing.T, store TokenStore, fetches *atomic.Int64) (*Client, *storeReports) {
	t.Helper()
	source := TokenSourceFunc(func(ctx context.Context) (Token, error) {
		n := fetches.Add(1)
		if !sleep(ctx, 100*time.Millisecond) {
			return Token{}, ctx.Err()
		}
		return Token{Value: Secret(rune('a' + n)), ExpiresAt: time.Now().Add(time.Hour)}, nil
	})
	var reports storeReports
	c, err := NewClient("ww", "", WithAgentID(1), WithTokenSource(source), WithTokenStore(store), WithHooks(reports.hooks()))
	require.NoError(t, err)
	return c, &reports
}

// forever never returns while the test runs, whatever the context.
func forever(release <-chan struct{}) error { <-release; return errors.New("released") }

// TestStoreThatHangs: it costs a second once, nothing while it rests, and is asked again later.
func TestStoreThatHangs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		defer func() { close(release); synctest.Wait() }()
		var loads, fetches atomic.Int64
		store := &scriptedStore{load: func(context.Context) (Token, error) {
			loads.Add(1)
			return Token{}, forever(release)
		}}
		c, reports := storeClient(t, store, &fetches)
		elapsed := func() time.Duration {
			t.Helper()
			started := time.Now()
			value, err := c.access.get(t.Context())
			require.NoError(t, err)
			synctest.Wait()
			c.access.invalidate(value)
			return time.Since(started)
		}
		require.Equal(t, storeTimeout+100*time.Millisecond, elapsed())
		require.Equal(t, []string{"load"}, reports.operations())
		for range 10 {
			require.Equal(t, 100*time.Millisecond, elapsed(), "the store rests")
			require.Equal(t, []string{"load"}, reports.operations(), "each fetch that it cost is reported")
		}
		require.EqualValues(t, 1, loads.Load())
		for range 10 {
			time.Sleep(storeRest)
			elapsed()
		}
		require.EqualValues(t, storeMaxHung, loads.Load(), "what hangs for ever is not given more goroutines")

		other, err := c.With(WithAgentID(2))
		require.NoError(t, err)
		_, err = other.access.get(t.Context())
		require.NoError(t, err)
		require.EqualValues(t, storeMaxHung, loads.Load(), "derived clients know it too")
	})
}

// TestStoreThatComesBack is used again.
func TestStoreThatComesBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var down atomic.Bool
		down.Store(true)
		stored := Token{Value: "stored", ExpiresAt: time.Now().Add(time.Hour)}
		store := &scriptedStore{load: func(ctx context.Context) (Token, error) {
			if down.Load() {
				<-ctx.Done()
				return Token{}, ctx.Err()
			}
			return stored, nil
		}}
		var fetches atomic.Int64
		c, reports := storeClient(t, store, &fetches)
		value, err := c.access.get(t.Context())
		require.NoError(t, err)
		require.NotEqual(t, stored.Value, value)
		require.Equal(t, []string{"load"}, reports.operations())
		down.Store(false)
		time.Sleep(storeRest)
		c.access.invalidate(value)
		value, err = c.access.get(t.Context())
		require.NoError(t, err)
		require.Equal(t, stored.Value, value)
		require.Empty(t, reports.operations())
		require.EqualValues(t, 1, fetches.Load())
	})
}

// TestStoreLeavesCallersTime: with a store that hangs, or whose lock a process holds that has died, a call
// with little time still succeeds, also if it came when the wait had begun.
func TestStoreLeavesCallersTime(t *testing.T) {
	t.Parallel()
	for name, store := range map[string]*scriptedStore{
		"load": {load: func(ctx context.Context) (Token, error) { <-ctx.Done(); return Token{}, ctx.Err() }},
		"lock": {lock: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }},
	} {
		synctest.Test(t, func(t *testing.T) {
			var fetches atomic.Int64
			c, reports := storeClient(t, store, &fetches)
			var wg sync.WaitGroup
			for i, patience := range []time.Duration{time.Hour, 400 * time.Millisecond, 300 * time.Millisecond} {
				wg.Go(func() {
					time.Sleep(time.Duration(i) * 10 * time.Millisecond)
					ctx, cancel := context.WithTimeout(t.Context(), patience)
					defer cancel()
					_, err := c.access.get(ctx)
					require.NoError(t, err)
				})
			}
			wg.Wait()
			synctest.Wait()
			require.EqualValues(t, 1, fetches.Load())
			require.Contains(t, reports.operations(), name)
		})
	}
}

// TestStoreThatSavesSlowly keeps nobody waiting: the token is there.
func TestStoreThatSavesSlowly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		slow := func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
		store := &scriptedStore{save: func(ctx context.Context, _ Token) error { return slow(ctx) }, release: slow}
		var fetches atomic.Int64
		c, reports := storeClient(t, store, &fetches)
		started := time.Now()
		_, err := c.access.get(t.Context())
		require.NoError(t, err)
		require.Equal(t, 100*time.Millisecond, time.Since(started))
		time.Sleep(2 * storeTimeout)
		synctest.Wait()
		require.Equal(t, []string{"save", "release"}, reports.operations())
	})
}

// TestStoreThatPanics costs a fetch, in whatever it panics.
func TestStoreThatPanics(t *testing.T) {
	t.Parallel()
	oops := func(context.Context) error { panic("oops") }
	for ops, store := range map[string]*scriptedStore{
		"load load": {load: func(ctx context.Context) (Token, error) { return Token{}, oops(ctx) }}, // before and after lock
		"lock":      {lock: oops},
		"save":      {save: func(ctx context.Context, _ Token) error { return oops(ctx) }},
		"release":   {release: oops},
	} {
		synctest.Test(t, func(t *testing.T) {
			var fetches atomic.Int64
			c, reports := storeClient(t, store, &fetches)
			_, err := c.access.get(t.Context())
			require.NoError(t, err)
			synctest.Wait()
			require.ErrorContains(t, reports.list[0].Err, "oops")
			require.Equal(t, ops, strings.Join(reports.operations(), " "))
		})
	}
}

// TestLeaseThatComesLate is given back.
func TestLeaseThatComesLate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var released atomic.Bool
		store := &scriptedStore{
			lock:    func(context.Context) error { time.Sleep(time.Minute); return nil }, // heedless of the context
			release: func(context.Context) error { released.Store(true); return nil },
		}
		var fetches atomic.Int64
		c, reports := storeClient(t, store, &fetches)
		started := time.Now()
		_, err := c.access.get(t.Context())
		require.NoError(t, err)
		require.Equal(t, storeLockTimeout+100*time.Millisecond, time.Since(started))
		require.Equal(t, []string{"lock"}, reports.operations())
		require.False(t, released.Load())
		time.Sleep(time.Minute)
		synctest.Wait()
		require.True(t, released.Load())
	})
}

// TestTokenSavedMeanwhile: who is told so takes the token, unless the platform refused that one.
func TestTokenSavedMeanwhile(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var stored atomic.Value
		stored.Store(Token{})
		saved := Token{Value: "saved", ExpiresAt: time.Now().Add(8 * time.Second)} // less than the margin
		var locks, fetches atomic.Int64
		store := &scriptedStore{
			load: func(context.Context) (Token, error) { return stored.Load().(Token), nil },
			lock: func(context.Context) error {
				if locks.Add(1) == 1 {
					stored.Store(saved)
					return ErrTokenSaved
				}
				return nil
			},
		}
		c, reports := storeClient(t, store, &fetches)
		value, err := c.access.get(t.Context())
		require.NoError(t, err)
		require.Equal(t, saved.Value, value)
		require.Zero(t, fetches.Load())

		locks.Store(0)
		c.access.invalidate(value)
		value, err = c.access.get(t.Context())
		require.NoError(t, err)
		require.NotEqual(t, saved.Value, value)
		require.EqualValues(t, 2, locks.Load(), "it locks again")
		synctest.Wait()
		require.Empty(t, reports.operations())

		value, err = c.access.get(t.Context())
		require.NoError(t, err)
		c.access.invalidate(value)
		next, err := c.access.get(t.Context())
		require.NoError(t, err)
		require.NotEqual(t, saved.Value, next, "what was refused before the last one is not taken either")
		value = next

		store.lock = func(context.Context) error { return ErrTokenSaved } // always, which cannot be
		c.access.invalidate(value)
		_, err = c.access.get(t.Context())
		require.NoError(t, err)
		require.Equal(t, []string{"lock"}, reports.operations())
	})
}

// TestTokenKeysOfSources: whatever has a token of its own has a key of its own, in which no secret stands.
func TestTokenKeysOfSources(t *testing.T) {
	t.Parallel()
	own := TokenSourceFunc(func(context.Context) (Token, error) { return Token{}, nil })
	base, err := NewClient("wwcorp", "the-secret")
	require.NoError(t, err)
	suite := func(id string) Option {
		return WithSuite(Suite{SuiteID: id, SuiteSecret: "the-secret", Ticket: func(context.Context) (Secret, error) { return "", nil }})
	}
	seen := map[string]string{}
	for name, opts := range map[string][]Option{
		"app":              nil,
		"other app":        {WithCredentials("wwcorp", "the-secret-2")},
		"other corp":       {WithCredentials("wwcorp2", "the-secret")},
		"source":           {WithTokenSource(own), WithAgentID(1)},
		"source, no app":   {WithTokenSource(own)},
		"source, other":    {WithTokenSource(own), WithAgentID(2)},
		"source, secretly": {WithCredentials("wwcorp", ""), WithTokenSource(own), WithAgentID(1)},
	} {
		c, err := base.With(opts...)
		require.NoError(t, err)
		for _, kind := range []*tokenCache{c.access, c.jsapiTickets(), c.agentTickets()} {
			require.Empty(t, seen[kind.key], name)
			seen[kind.key] = name
			require.NotContains(t, kind.key, "secret")
			require.Regexp(t, `^wwcorp2?:[0-9a-f]{16}:`+kind.kind+`$`, kind.key)
		}
	}
	one, err := base.With(suite("s1"))
	require.NoError(t, err)
	two, err := base.With(suite("s2"))
	require.NoError(t, err)
	elsewhere, err := base.With(suite("s1"), WithCredentials("wwcorp2", "x"))
	require.NoError(t, err)
	require.NotEqual(t, one.suiteToken.key, two.suiteToken.key)
	require.Equal(t, one.suiteToken.key, elsewhere.suiteToken.key, "a suite's token is the same for all corps")
	provider, err := base.With(WithProviderSecret("p"))
	require.NoError(t, err)
	require.NotEqual(t, base.providerToken.key, provider.providerToken.key)

	_, err = NewClient("wwcorp", "", WithTokenSource(own), WithTokenStore(&scriptedStore{}))
	var config *ConfigError
	require.ErrorAs(t, err, &config)
	require.Equal(t, "WithTokenStore", config.Option)
}

// TestTokenSourcesThatFail: what runs on a goroutine of the client's neither ends the program nor leaves a
// caller waiting.
func TestTokenSourcesThatFail(t *testing.T) {
	t.Parallel()
	valid := func(context.Context) (Token, error) {
		return Token{Value: "t", ExpiresAt: time.Now().Add(time.Hour)}, nil
	}
	ticket := func(context.Context) (Secret, error) { panic("boom") }
	for name, tt := range map[string]struct {
		opts []Option
		is   error
		text string
	}{
		"panic":         {[]Option{WithTokenSource(TokenSourceFunc(func(context.Context) (Token, error) { panic("boom") }))}, ErrTokenPanic, "boom"},
		"exit":          {[]Option{WithTokenSource(TokenSourceFunc(func(context.Context) (Token, error) { runtime.Goexit(); return Token{}, nil }))}, errSourceExited, "FailNow"},
		"empty":         {[]Option{WithTokenSource(TokenSourceFunc(func(context.Context) (Token, error) { return Token{}, nil }))}, errSourceEmpty, "empty token"},
		"hook of token": {[]Option{WithTokenSource(TokenSourceFunc(valid)), WithHooks(Hooks{OnToken: func(context.Context, TokenInfo) { panic("boom") }})}, ErrTokenPanic, "boom"},
		"hook of call": {[]Option{WithHooks(Hooks{OnCall: func(_ context.Context, i CallInfo) {
			if i.API == "/cgi-bin/gettoken" {
				panic("boom")
			}
		}})}, ErrTokenPanic, "boom"},
		"suite": {[]Option{WithSuite(Suite{SuiteID: "s", SuiteSecret: "x", Ticket: ticket})}, ErrTokenPanic, "boom"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := &wire{reply: `{"errcode":0}`}
				c, err := wireClient(t, w).With(tt.opts...)
				require.NoError(t, err)
				for range 2 {
					if name == "suite" {
						_, err = c.GetSuitePreAuthCode(t.Context())
					} else {
						err = c.DeleteDepartment(t.Context(), 1)
					}
					var token *TokenError
					require.ErrorAs(t, err, &token)
					require.ErrorIs(t, err, tt.is)
					require.ErrorContains(t, err, tt.text)
					require.True(t, Unsent(err))
				}
			})
		})
	}
}
