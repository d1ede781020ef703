package workwx

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
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

// LogValue implements [slog.LogValuer]: a handler that writes JSON would show the value.
func (t Token) LogValue() slog.Value {
	return slog.GroupValue(slog.Any("value", t.Value), slog.Time("expires_at", t.ExpiresAt))
}

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
	// Lock waits until the caller alone may replace the token under key, or ctx ends. It may return
	// ErrTokenSaved as soon as somebody else has saved a token that was not there when Lock was called:
	// the caller loads that, instead of queueing for a lease.
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

// What a [TokenStore] says of the other processes.
const (
	// ErrLeaseLost is returned by TokenLease.Save when another process has held the lease since.
	ErrLeaseLost = constError("workwx: the lease of the token has passed to another process")
	// ErrTokenSaved is returned by TokenStore.Lock when another process saved a token meanwhile.
	ErrTokenSaved = constError("workwx: another process has saved a token")
)

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
	savedMargin       = time.Second      // before expiry a token that another process has just saved is no longer taken
	refreshAhead      = 5 * time.Minute  // before expiry a token is replaced while it still serves
	expiryMargin      = 10 * time.Second // before expiry a token is no longer sent
	refusedKept       = 8                // tokens that were refused
	failureHold       = 3 * time.Second  // for which a refused secret is not tried again
	rateHold          = time.Minute      // at most, for which no token is asked for after too many were
	refreshRetryDelay = 5 * time.Second  // between attempts to replace a token that still serves
)

// tokenCache holds one token: it serves it while it is good, replaces it ahead of expiry while the old
// one still serves, and lets any number of callers wait for one fetch, each under its own context.
type tokenCache struct {
	kind   string
	key    string
	source TokenSource
	store  harmlessStore // nil if there is none
	hooks  *Hooks
	limit  time.Duration // for one fetch

	mu        sync.Mutex
	current   Token
	refreshAt time.Time // from then on a background fetch is due
	refused   []Secret  // the tokens that the platform refused last: a store may still have them
	failure   error     // a refused secret, or too many requests,
	heldUntil time.Time // reported until then without asking again
	flight    *tokenFlight
}

// tokenFlight is one fetch under way.
type tokenFlight struct {
	done    chan struct{}
	cancel  context.CancelFunc
	goOn    context.CancelCauseFunc // without the store
	waiters int                     // when the last one gives up, the fetch is cancelled
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
		if tc.flight == nil && !now.Before(tc.refreshAt) && !now.Before(tc.heldUntil) {
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
	if deadline, ok := ctx.Deadline(); ok && tc.store != nil {
		// Whoever can wait only so long is not to spend it all on the store.
		defer time.AfterFunc(deadline.Sub(now)/2, func() { f.goOn(errStoreSlow) }).Stop()
	}

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
	if !slices.Contains(tc.refused, bad) {
		tc.refused = append(tc.refused[max(0, len(tc.refused)-refusedKept+1):], bad)
	}
	if tc.current.Value == bad {
		tc.current = Token{}
	}
}

// replays says how often a call is made again whose token was refused: once, but twice where the new token
// may be one of a store that missed what happened meanwhile, such as a Redis that was restarted.
func (tc *tokenCache) replays() int {
	if tc.store != nil {
		return 2
	}
	return 1
}

// start begins a fetch that outlives the caller's context; tc.mu is held.
func (tc *tokenCache) start(ctx context.Context) *tokenFlight {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), tc.limit)
	storeCtx, goOn := context.WithCancelCause(ctx)
	f := &tokenFlight{done: make(chan struct{}), cancel: cancel, goOn: goOn}
	tc.flight = f
	go func() {
		defer cancel()
		var r fetched
		started := time.Now()
		defer func() { tc.land(ctx, f, &r, started) }() // also when the source ends the goroutine
		tc.fetch(ctx, storeCtx, &r)
	}()
	return f
}

// Reasons of a [TokenError] that are the fault of a [TokenSource].
const (
	errSourceExited = constError("the source ended its goroutine instead of returning; does it call FailNow of a test?")
	errSourceEmpty  = constError("the source returned an empty token and no error")
)

// fetched is what a fetch brings.
type fetched struct {
	token  Token
	lease  TokenLease // to be given back
	issued bool       // by the source, not taken from the store
	err    error
}

// fetch gets a token from the store, else from the source. It runs what belongs to the caller (the source, the
// ticket of a suite, hooks) on a goroutine where nobody could recover: a panic becomes an error.
func (tc *tokenCache) fetch(ctx, storeCtx context.Context, r *fetched) {
	r.err = errSourceExited
	defer r.recover()
	r.token, r.lease = tc.fromStore(storeCtx)
	if r.issued = r.token.Value == ""; !r.issued {
		r.err = nil
		return
	}
	token, err := tc.source.Token(ctx)
	if err == nil && token.Value == "" {
		err = errSourceEmpty
	}
	r.token, r.err = token, err
}

func (r *fetched) recover() {
	if p := recover(); p != nil {
		r.err = fmt.Errorf("%w: %v", ErrTokenPanic, p)
	}
}

// land hands what was fetched to those who wait.
func (tc *tokenCache) land(ctx context.Context, f *tokenFlight, r *fetched, started time.Time) {
	now := time.Now()
	tc.report(ctx, r, now.Sub(started))
	if r.err != nil {
		r.token, r.err = Token{}, &TokenError{Kind: tc.kind, Err: r.err}
	}
	tc.mu.Lock()
	f.token, f.err = r.token, r.err
	if tc.flight == f {
		tc.flight = nil
		tc.settle(r.token, r.err, now)
	}
	close(f.done)
	tc.mu.Unlock()
	if r.lease != nil { // for which nobody has to wait
		save := r.token
		if !r.issued {
			save = Token{}
		}
		tc.finish(context.WithoutCancel(ctx), r.lease, save)
	}
}

// report tells the hook.
func (tc *tokenCache) report(ctx context.Context, r *fetched, took time.Duration) {
	defer r.recover()
	info := TokenInfo{Kind: tc.kind, Duration: took}
	if r.err != nil {
		info.Err = &TokenError{Kind: tc.kind, Err: r.err}
	} else {
		info.ExpiresAt = r.token.ExpiresAt
	}
	tc.hooks.token(ctx, info)
}

// settle takes over what a fetch brought; tc.mu is held.
func (tc *tokenCache) settle(token Token, err error, now time.Time) {
	if err != nil {
		var refusal *Error
		switch {
		case !errors.As(err, &refusal):
		case refusal.Code.IsCredentialInvalid():
			tc.failure, tc.heldUntil = err, now.Add(failureHold)
		case refusal.Code == CodeRateLimited: // to ask again would prolong it
			tc.failure, tc.heldUntil = err, now.Add(min(refusal.RetryAfter, rateHold))
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

// fromStore returns a token of the store, or else the zero Token, and then the lease to replace it unless
// the store failed.
func (tc *tokenCache) fromStore(ctx context.Context) (Token, TokenLease) {
	if tc.store == nil {
		return Token{}, nil
	}
	t, err := tc.load(ctx)
	switch {
	case err != nil && tc.store.resting(): // what failed slowly is not asked twice
		return Token{}, nil
	case err == nil && tc.replaces(t):
		return t, nil
	}
	lockCtx, cancel := context.WithTimeout(ctx, storeLockTimeout)
	defer cancel()
	for range 10 { // more is needed only by a store that says ErrTokenSaved without waiting
		lease, err := tc.store.Lock(lockCtx, tc.key)
		switch {
		case errors.Is(err, ErrTokenSaved):
			// It is taken even if it is the one that this process has: somebody asked a moment ago, and the
			// platform returns the same token until that expires.
			t, err := tc.load(ctx)
			if err == nil && t.usable(time.Now().Add(savedMargin)) && !tc.wasRefused(t) {
				return t, nil
			}
		case err != nil:
			tc.storeFailed(ctx, "lock", err)
			return Token{}, nil
		default:
			// Somebody may have fetched it while this process waited.
			if t, err := tc.load(ctx); err == nil && tc.replaces(t) {
				return t, lease
			}
			return Token{}, lease
		}
	}
	tc.storeFailed(ctx, "lock", ErrTokenSaved)
	return Token{}, nil
}

// finish stores a token that was fetched, if there is one, and gives the lease back.
func (tc *tokenCache) finish(ctx context.Context, lease TokenLease, t Token) {
	if t.Value != "" {
		saveCtx, cancel := context.WithTimeout(ctx, storeTimeout)
		defer cancel()
		if err := lease.Save(saveCtx, t); err != nil {
			tc.storeFailed(ctx, "save", err)
		}
	}
	releaseCtx, cancel := context.WithTimeout(ctx, storeTimeout)
	defer cancel()
	if err := lease.Release(releaseCtx); err != nil {
		tc.storeFailed(ctx, "release", err)
	}
}

// load returns the stored token.
func (tc *tokenCache) load(ctx context.Context) (Token, error) {
	loadCtx, cancel := context.WithTimeout(ctx, storeTimeout)
	defer cancel()
	t, err := tc.store.Load(loadCtx, tc.key)
	if err != nil {
		tc.storeFailed(ctx, "load", err)
	}
	return t, err
}

// replaces reports whether a stored token serves: it is not about to expire, was not refused, and is not
// what this process holds already and wants replaced.
func (tc *tokenCache) replaces(t Token) bool {
	return t.usable(time.Now().Add(expiryMargin)) && !tc.wasRefused(t) && !tc.holds(t)
}

func (tc *tokenCache) wasRefused(t Token) bool {
	tc.mu.Lock()
	defer tc.mu.Unlock()
	return slices.Contains(tc.refused, t.Value)
}

func (tc *tokenCache) holds(t Token) bool {
	tc.mu.Lock()
	defer tc.mu.Unlock()
	return t.Value == tc.current.Value
}

// storeFailed reports what never fails a call; nor does a hook that panics over it.
func (tc *tokenCache) storeFailed(ctx context.Context, op string, err error) {
	defer func() { _ = recover() }()
	tc.hooks.storeError(context.WithoutCancel(ctx), StoreErrorInfo{Kind: tc.kind, Operation: op, Err: err})
}

// tokenKey names a token: by the corp, suite or device that it belongs to, the app and the kind. Two apps of a
// corp have different secrets, of which the key holds a digest; where tokens come from a source that
// needs no secret, the app's id tells them apart.
func (s *settings) tokenKey(kind string) string {
	owner, app := s.corpID, string(s.corpSecret)
	switch {
	case kind == kindSuiteToken:
		owner, app = s.suite.SuiteID, string(s.suite.SuiteSecret)
	case kind == kindProviderToken:
		app = string(cmp.Or(s.providerSecret, s.corpSecret))
	case kind == kindModelToken:
		owner, app = s.deviceModel.ModelID, string(s.deviceModel.ModelSecret)
	case kind == kindDeviceToken:
		owner, app = s.deviceSN, string(s.deviceSecret)
	case s.tokenSource != nil:
		app += "\x00" + strconv.FormatInt(s.agentID, 10)
	}
	sum := sha256.Sum256([]byte("workwx\x00" + owner + "\x00" + app))
	return owner + ":" + hex.EncodeToString(sum[:8]) + ":" + kind
}
