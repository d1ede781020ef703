package redisstore

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/redis/go-redis/v9"
)

// Deduper is a [workwx.Deduper] in Redis: of all replicas that an event is sent to, one handles it.
//
//	handler, err := workwx.NewCallbackHandler(token, encodingAESKey, corpID, nil, workwx.WithDeduper(deduper))
//
// An event counts as handled from the moment it is claimed, and no longer if its handling fails. If the
// process dies in between, the event is not handled by another.
//
// An operation fails that takes longer than a second, whatever the timeouts of the Redis client: the
// platform waits 5 seconds for its answer.
type Deduper struct {
	rdb      redis.UniversalClient
	set      *settings
	instance string
}

var _ workwx.Deduper = (*Deduper)(nil)

// NewDeduper returns a Deduper on a Redis client, which the caller closes. Its options are [WithPrefix]
// and [WithEventTTL]; one that cannot be used gives a [workwx.ConfigError].
func NewDeduper(rdb redis.UniversalClient, opts ...Option) (*Deduper, error) {
	s, err := newSettings(rdb, opts, "WithEventTTL")
	if err != nil {
		return nil, err
	}
	return &Deduper{rdb: rdb, set: s, instance: rand.Text()}, nil
}

var (
	// claim is the first one, also when it is sent again as its answer was lost.
	claim = redis.NewScript(`
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
	return 1
end
return redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0`)
	// forget removes a claim of this process, not one that another made after it had expired.
	forget = redis.NewScript(`
local holder = redis.call('GET', KEYS[1])
if holder and string.sub(holder, 1, #ARGV[1]) == ARGV[1] then
	redis.call('DEL', KEYS[1])
end
return 1`)
)

func (d *Deduper) key(key string) string { return d.set.prefix + "event:" + key }

// Claim reports whether the event of this key is to be handled: true for the first of all processes that
// ask, false for those that follow.
func (d *Deduper) Claim(ctx context.Context, key string) (bool, error) {
	id := d.instance + ":" + rand.Text()
	first, err := d.run(ctx, func(ctx context.Context) (bool, error) {
		return claim.Run(ctx, d.rdb, []string{d.key(key)}, id, d.set.eventTTL.Milliseconds()).Bool()
	})
	if err != nil {
		return false, fmt.Errorf("redisstore: claim: %w", err)
	}
	return first, nil
}

// Release forgets a key that this process claimed, so that the event is handled when it is sent again.
func (d *Deduper) Release(ctx context.Context, key string) error {
	_, err := d.run(ctx, func(ctx context.Context) (bool, error) {
		return forget.Run(ctx, d.rdb, []string{d.key(key)}, d.instance+":").Bool()
	})
	if err != nil {
		return fmt.Errorf("redisstore: release: %w", err)
	}
	return nil
}

// dedupeTimeout is for one operation.
const dedupeTimeout = time.Second

// run does not leave it to the Redis client to heed the context, which it does only when it is told to.
func (d *Deduper) run(ctx context.Context, op func(context.Context) (bool, error)) (bool, error) {
	type outcome struct {
		ok  bool
		err error
	}
	ctx, cancel := context.WithTimeout(ctx, dedupeTimeout)
	done := make(chan outcome, 1)
	go func() {
		defer cancel()
		ok, err := op(ctx)
		done <- outcome{ok, err}
	}()
	select {
	case o := <-done:
		return o.ok, o.err
	case <-ctx.Done():
	}
	select {
	case o := <-done: // which ended the context
		return o.ok, o.err
	default:
		return false, ctx.Err()
	}
}
