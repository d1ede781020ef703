package workwx

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"sync"
	"time"
)

// Token is a credential that the platform issued for a while.
type Token struct {
	Value     Secret    `json:"value"`
	ExpiresAt time.Time `json:"expires_at"`
}

// usable reports whether t can still be sent at the time now.
func (t Token) usable(now time.Time) bool { return t.Value != "" && now.Before(t.ExpiresAt) }

// TokenSource issues tokens. The default one asks the platform with the corp's secret; give another
// with [WithTokenSource] where a company keeps its tokens in a service of its own.
//
// The client caches what a source returns until it expires or the platform refuses it, and calls the
// source once however many callers wait.
type TokenSource interface {
	Token(ctx context.Context) (Token, error)
}

// TokenSourceFunc makes a func a TokenSource.
type TokenSourceFunc func(ctx context.Context) (Token, error)

// Token calls f.
func (f TokenSourceFunc) Token(ctx context.Context) (Token, error) { return f(ctx) }

// TokenStore shares tokens between processes, so that a fleet fetches each token once. A store that
// fails or is slow costs a fetch of one's own and is reported to [Hooks.OnStoreError]; it never fails a
// call. Implementations must be safe for concurrent use. The module redisstore has one for Redis.
//
// A key names corp, app and kind of token; it holds no secret.
type TokenStore interface {
	// Load returns the token stored under key, the zero Token if there is none.
	Load(ctx context.Context, key string) (Token, error)
	// Lock waits until the caller alone may replace the token under key, or ctx ends.
	Lock(ctx context.Context, key string) (TokenLease, error)
}

// TokenLease is the right to replace one token of a [TokenStore].
type TokenLease interface {
	// Save stores the token. It must refuse when the lease has passed to somebody else, so that a
	// process that was stopped for a while cannot replace a newer token.
	Save(ctx context.Context, t Token) error
	// Release gives the lease back.
	Release(ctx context.Context) error
}

// ErrLeaseLost is returned by TokenLease.Save when another process holds the lease by now.
const ErrLeaseLost = constError("workwx: the lease of the token has passed to another process")

// The kinds of token that a client holds.
const (
	kindAccessToken   = "access_token"
	kindJSAPITicket   = "jsapi_ticket"
	kindAgentTicket   = "agent_config_ticket"
	kindSuiteToken    = "suite_access_token"
	kindProviderToken = "provider_access_token"
	kindModelToken    = "model_access_token"
	kindDeviceToken   = "device_access_token"
)

// Limits of the token machinery.
const (
	storeTimeout      = time.Second      // for one operation of a TokenStore
	storeLockTimeout  = 5 * time.Second  // for another process to finish its fetch
	refreshAhead      = 5 * time.Minute  // before expiry a token is replaced while it still serves
	expiryMargin      = 10 * time.Second // before expiry a token is no longer sent
	failureHold       = 3 * time.Second  // for which a refused secret is not tried again
	refreshRetryDelay = 5 * time.Second  // between attempts to replace a token that still serves
)

// tokenCache holds one token: it serves it while it is good, replaces it ahead of expiry while the old
// one still serves, and lets any number of callers wait for one fetch, each under its own context.
type tokenCache struct {
	kind   string
	key    string
	source TokenSource
	store  TokenStore
	hooks  *Hooks
	limit  time.Duration // for one fetch

	mu        sync.Mutex
	current   Token
	refreshAt time.Time // from then on a background fetch is due
	refused   Secret    // the token that the platform refused last: no use to anybody
	failure   error     // a refused secret,
	heldUntil time.Time // reported until then without asking again
	flight    *tokenFlight
}

// tokenFlight is one fetch under way.
type tokenFlight struct {
	done    chan struct{}
	cancel  context.CancelFunc
	waiters int // when the last one gives up, the fetch is cancelled
	token   Token
	err     error
}

// get returns a token that can be sent now.
func (tc *tokenCache) get(ctx context.Context) (Secret, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	now := time.Now()
	tc.mu.Lock()
	if tc.current.usable(now) {
		if tc.flight == nil && !now.Before(tc.refreshAt) {
			tc.refreshAt = now.Add(refreshRetryDelay)
			tc.start(ctx).waiters++ // which nobody gives up: it runs to its end
		}
		value := tc.current.Value
		tc.mu.Unlock()
		return value, nil
	}
	if tc.failure != nil && now.Before(tc.heldUntil) {
		defer tc.mu.Unlock()
		return "", tc.failure
	}
	f := tc.flight
	if f == nil {
		f = tc.start(ctx)
	}
	f.waiters++
	tc.mu.Unlock()

	select {
	case <-f.done:
		if f.err != nil {
			return "", f.err
		}
		return f.token.Value, nil
	case <-ctx.Done():
		tc.mu.Lock()
		if f.waiters--; f.waiters == 0 {
			f.cancel()
			if tc.flight == f {
				tc.flight = nil // who comes next must not wait for what was cancelled
			}
		}
		tc.mu.Unlock()
		return "", ctx.Err()
	}
}

// invalidate drops the token if it is the one that the platform refused. A caller that comes late with
// an older one does not cost the others the new one.
func (tc *tokenCache) invalidate(bad Secret) {
	tc.mu.Lock()
	defer tc.mu.Unlock()
	tc.refused = bad
	if tc.current.Value == bad {
		tc.current = Token{}
	}
}

// start begins a fetch that outlives the caller's context; tc.mu is held.
func (tc *tokenCache) start(ctx context.Context) *tokenFlight {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), tc.limit)
	f := &tokenFlight{done: make(chan struct{}), cancel: cancel}
	tc.flight = f
	go func() {
		defer cancel()
		started := time.Now()
		token, err := tc.obtain(ctx, tc.refusedToken())
		now := time.Now()
		if err == nil {
			tc.hooks.token(ctx, TokenInfo{Kind: tc.kind, Duration: now.Sub(started), ExpiresAt: token.ExpiresAt})
		} else {
			err = &TokenError{Kind: tc.kind, Err: err}
			tc.hooks.token(ctx, TokenInfo{Kind: tc.kind, Duration: now.Sub(started), Err: err})
		}
		tc.mu.Lock()
		defer tc.mu.Unlock()
		f.token, f.err = token, err
		if tc.flight == f {
			tc.flight = nil
			tc.settle(token, err, now)
		}
		close(f.done)
	}()
	return f
}

// settle takes over what a fetch brought; tc.mu is held.
func (tc *tokenCache) settle(token Token, err error, now time.Time) {
	if err != nil {
		var refusal *Error
		if errors.As(err, &refusal) && refusal.Code.IsCredentialInvalid() {
			tc.failure, tc.heldUntil = err, now.Add(failureHold)
		}
		return
	}
	tc.failure = nil
	life := token.ExpiresAt.Sub(now)
	if token.Value == tc.current.Value {
		// The platform returns the same token until it expires: ask again at half of what is left.
		tc.refreshAt = now.Add(max(life/2, refreshRetryDelay))
	} else {
		tc.refreshAt = token.ExpiresAt.Add(-min(refreshAhead, life/10))
	}
	token.ExpiresAt = token.ExpiresAt.Add(-min(expiryMargin, life/20))
	tc.current = token
}

func (tc *tokenCache) refusedToken() Secret {
	tc.mu.Lock()
	defer tc.mu.Unlock()
	return tc.refused
}

// obtain takes a token from the store, or fetches one and stores it.
func (tc *tokenCache) obtain(ctx context.Context, refused Secret) (Token, error) {
	if tc.store == nil {
		return tc.source.Token(ctx)
	}
	if t, ok := tc.load(ctx, refused); ok {
		return t, nil
	}
	lockCtx, cancel := context.WithTimeout(ctx, storeLockTimeout)
	lease, err := tc.store.Lock(lockCtx, tc.key)
	cancel()
	if err != nil {
		tc.storeFailed(ctx, "lock", err)
		return tc.source.Token(ctx)
	}
	defer func() {
		releaseCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTimeout)
		defer cancel()
		if err := lease.Release(releaseCtx); err != nil {
			tc.storeFailed(ctx, "release", err)
		}
	}()
	if t, ok := tc.load(ctx, refused); ok { // somebody fetched it while this process waited
		return t, nil
	}
	t, err := tc.source.Token(ctx)
	if err != nil {
		return Token{}, err
	}
	saveCtx, cancel := context.WithTimeout(ctx, storeTimeout)
	defer cancel()
	if err := lease.Save(saveCtx, t); err != nil {
		tc.storeFailed(ctx, "save", err)
	}
	return t, nil
}

// load returns the stored token unless it is about to expire, was refused, or is what this process
// holds already and wants replaced.
func (tc *tokenCache) load(ctx context.Context, refused Secret) (Token, bool) {
	ctx, cancel := context.WithTimeout(ctx, storeTimeout)
	defer cancel()
	t, err := tc.store.Load(ctx, tc.key)
	if err != nil {
		tc.storeFailed(ctx, "load", err)
		return Token{}, false
	}
	tc.mu.Lock()
	defer tc.mu.Unlock()
	return t, t.usable(time.Now().Add(expiryMargin)) && t.Value != refused && t.Value != tc.current.Value
}

func (tc *tokenCache) storeFailed(ctx context.Context, op string, err error) {
	tc.hooks.storeError(ctx, StoreErrorInfo{Kind: tc.kind, Operation: op, Err: err})
}

// tokenKey names a token without giving a secret away: two apps of a corp have different secrets, of
// which the key holds a digest.
func tokenKey(corpID string, secret Secret, kind string) string {
	sum := sha256.Sum256([]byte("workwx\x00" + corpID + "\x00" + string(secret)))
	return corpID + ":" + hex.EncodeToString(sum[:8]) + ":" + kind
}
