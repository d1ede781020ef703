package workwx

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Why the client goes on without its store.
const (
	errStoreSlow    = constError("the store took half of the time that a caller has")
	errStoreResting = constError("the store is not asked, as it failed a moment ago")
)

// Limits of what a store may cost.
const (
	storeSlow    = 100 * time.Millisecond // a failure that took longer costs callers time,
	storeRest    = 5 * time.Second        // and the store is not asked again for so long
	storeMaxHung = 4                      // operations that outlived their context; no more are begun then
)

// harmlessStore is a guardedStore: an interface, so that only programs with a store hold what guards it.
type harmlessStore interface {
	TokenStore
	resting() bool
}

// guardedStore keeps a [TokenStore] from harming the client: an operation ends with its context even if
// the store does not heed that, a panic becomes an error, and a store that hangs is left alone for a
// while, so that not every fetch waits for it.
type guardedStore struct {
	store TokenStore

	mu        sync.Mutex
	restUntil time.Time
	hung      int
}

// guardStore returns nil for nil.
func guardStore(store TokenStore) harmlessStore {
	if store == nil {
		return nil
	}
	return &guardedStore{store: store}
}

// resting reports whether the store is left alone.
func (g *guardedStore) resting() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.hung >= storeMaxHung || time.Now().Before(g.restUntil)
}

func (g *guardedStore) Load(ctx context.Context, key string) (Token, error) {
	if g.resting() {
		return Token{}, errStoreResting
	}
	started := time.Now()
	t, err := guarded(ctx, g, func() (Token, error) { return g.store.Load(ctx, key) }, nil)
	return t, g.judge(started, err)
}

// Lock may take long without anything being wrong: another process fetches.
func (g *guardedStore) Lock(ctx context.Context, key string) (TokenLease, error) {
	if g.resting() {
		return nil, errStoreResting
	}
	lease, err := guarded(ctx, g, func() (TokenLease, error) { return g.store.Lock(ctx, key) }, func(late TokenLease) {
		if late != nil {
			releaseCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTimeout)
			defer cancel()
			_ = guardedLease{g, late}.Release(releaseCtx) // the failure to wait for it was reported
		}
	})
	if err != nil {
		return nil, err
	}
	if lease == nil {
		return nil, constError("the store returned neither a lease nor an error")
	}
	return guardedLease{g, lease}, nil
}

// guardedLease does for a lease what guardedStore does for its store.
type guardedLease struct {
	g     *guardedStore
	lease TokenLease
}

func (l guardedLease) Save(ctx context.Context, t Token) error {
	return l.run(ctx, func() error { return l.lease.Save(ctx, t) })
}

// Release is tried even while the store rests: the others wait for the lease.
func (l guardedLease) Release(ctx context.Context) error {
	return l.run(ctx, func() error { return l.lease.Release(ctx) })
}

func (l guardedLease) run(ctx context.Context, op func() error) error {
	started := time.Now()
	_, err := guarded(ctx, l.g, func() (struct{}, error) { return struct{}{}, op() }, nil)
	return l.g.judge(started, err)
}

// judge has the store rest after a failure that was slow.
func (g *guardedStore) judge(started time.Time, err error) error {
	now := time.Now()
	if err == nil || errors.Is(err, ErrLeaseLost) || now.Sub(started) < storeSlow {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.restUntil = now.Add(storeRest)
	return err
}

// guarded runs op until it returns or ctx ends. What op returns after that is given to late, unless that
// is nil.
func guarded[T any](ctx context.Context, g *guardedStore, op func() (T, error), late func(T)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil {
				o.err = fmt.Errorf("the store panicked: %v", p)
			}
			done <- o
		}()
		o.value, o.err = op()
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
	}
	g.mu.Lock()
	g.hung++
	g.mu.Unlock()
	go func() {
		o := <-done
		g.mu.Lock()
		g.hung--
		g.mu.Unlock()
		if o.err == nil && late != nil {
			late(o.value)
		}
	}()
	var none T
	return none, context.Cause(ctx)
}
