package redisstore

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/redis/go-redis/v9"
)

// ErrBadToken says that Redis holds something under a token's key that is no token, or does not decrypt.
// It counts as absent and is replaced by the next fetch.
const ErrBadToken = constError("redisstore: what is stored is not a token that can be read")

type constError string

func (e constError) Error() string { return string(e) }

// TokenStore is a [workwx.TokenStore] in Redis:
//
//	client, err := workwx.NewClient(corpID, secret, workwx.WithTokenStore(store))
//
// One process at a time fetches a token, under a lock that expires, while the others wait and take what
// it saves. Saving is fenced: a process that was stopped for so long that another has begun to fetch
// gets workwx.ErrLeaseLost and does not replace the newer token.
type TokenStore struct {
	rdb redis.UniversalClient
	set *settings
}

var _ workwx.TokenStore = (*TokenStore)(nil)

// NewTokenStore returns a store on a Redis client, which the caller closes. Its options are [WithPrefix],
// [WithEncryptionKey] and [WithLockExpiry]; one that cannot be used gives a [workwx.ConfigError].
func NewTokenStore(rdb redis.UniversalClient, opts ...Option) (*TokenStore, error) {
	s, err := newSettings(rdb, opts, "WithEncryptionKey", "WithLockExpiry")
	if err != nil {
		return nil, err
	}
	return &TokenStore{rdb: rdb, set: s}, nil
}

// tokenKeys are the keys of one token, all in one slot of a cluster.
type tokenKeys struct{ token, lock, fence string }

// braces would end the hash tag early.
var braces = strings.NewReplacer("{", "%7B", "}", "%7D", "%", "%25")

func (s *TokenStore) keys(key string) tokenKeys {
	base := s.set.prefix + "{" + braces.Replace(key) + "}:"
	return tokenKeys{token: base + "token", lock: base + "lock", fence: base + "fence"}
}

// Load returns the token under key, the zero Token if there is none. What cannot be read gives an error
// that is [ErrBadToken].
func (s *TokenStore) Load(ctx context.Context, key string) (workwx.Token, error) {
	name := s.keys(key).token
	data, err := s.rdb.Get(ctx, name).Bytes()
	switch {
	case errors.Is(err, redis.Nil):
		return workwx.Token{}, nil
	case redis.HasErrorPrefix(err, "WRONGTYPE"):
		return workwx.Token{}, fmt.Errorf("%w: it is not a string", ErrBadToken)
	case err != nil:
		return workwx.Token{}, fmt.Errorf("redisstore: load: %w", err)
	}
	t, err := s.set.open(name, data)
	if err != nil {
		return workwx.Token{}, fmt.Errorf("%w: %w", ErrBadToken, err)
	}
	return t, nil
}

// The fence holds the id of the last process that got the lock, with a "+" once it saved a token. It
// outlives the lock. An id is never used twice, so that a Redis that lost its memory lets nobody save who
// got the lock before. A key of another type, or a lock that would never expire, is not ours: it is
// overwritten.
var (
	// acquire takes the lock and returns ARGV[1], also when it is sent again as its answer was lost. If
	// another has the lock, or saved a token since the fence was ARGV[4], it returns the fence.
	acquire = redis.NewScript(`
local fence = redis.pcall('GET', KEYS[2])
if type(fence) ~= 'string' then
	fence = ''
end
if ARGV[4] ~= '-' and fence ~= ARGV[4] and string.sub(fence, -1) == '+' then
	return fence
end
local holder = redis.pcall('GET', KEYS[1])
if type(holder) == 'string' and holder ~= ARGV[1] and redis.call('PTTL', KEYS[1]) > 0 then
	return fence
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[3])
return ARGV[1]`)
	// save stores the token unless another has had the lock since.
	save = redis.NewScript(`
local fence = redis.pcall('GET', KEYS[2])
if fence ~= ARGV[1] and fence ~= ARGV[1] .. '+' then
	return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('SET', KEYS[2], ARGV[1] .. '+', 'PX', ARGV[4])
return 1`)
	// release gives the lock back.
	release = redis.NewScript(`
if redis.pcall('GET', KEYS[1]) == ARGV[1] then
	redis.call('DEL', KEYS[1])
end
return 1`)
)

// fenceExpiry is how much longer than the lock the fence lives. A process that wakes up later cannot save.
const fenceExpiry = time.Hour

// Whoever waits for the lock asks again after a delay that grows from the first to the second.
const (
	firstDelay = 10 * time.Millisecond
	lastDelay  = 250 * time.Millisecond
)

// firstTime stands for the fence of somebody who has not seen it yet.
const firstTime = "-"

// Lock waits until the caller alone may fetch the token under key, or another process has saved one
// (workwx.ErrTokenSaved), or ctx ends.
func (s *TokenStore) Lock(ctx context.Context, key string) (workwx.TokenLease, error) {
	k := s.keys(key)
	id := rand.Text()
	seen := firstTime
	for delay := firstDelay; ; delay = min(delay*3/2, lastDelay) {
		fence, err := acquire.Run(ctx, s.rdb, []string{k.lock, k.fence}, id, s.set.lockExpiry.Milliseconds(),
			s.fenceExpiry(), seen).Text()
		switch {
		case err != nil:
			return nil, fmt.Errorf("redisstore: lock: %w", err)
		case fence == id:
			return &lease{store: s, keys: k, id: id}, nil
		case seen == firstTime:
			seen = fence
		case fence != seen && strings.HasSuffix(fence, "+"):
			return nil, workwx.ErrTokenSaved
		}
		t := time.NewTimer(delay/2 + mathrand.N(delay/2)) // so that those that came together do not ask together
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return nil, fmt.Errorf("redisstore: lock: another process has it: %w", context.Cause(ctx))
		}
	}
}

func (s *TokenStore) fenceExpiry() int64 { return (s.set.lockExpiry + fenceExpiry).Milliseconds() }

// lease is the right to save a token, as long as the fence holds its id.
type lease struct {
	store *TokenStore
	keys  tokenKeys
	id    string
}

// Save stores the token until it expires, or returns workwx.ErrLeaseLost.
func (l *lease) Save(ctx context.Context, t workwx.Token) error {
	life := time.Until(t.ExpiresAt).Milliseconds()
	if t.Value == "" || life <= 0 {
		return constError("redisstore: save: the token is empty or has expired")
	}
	data, err := l.store.set.seal(l.keys.token, t)
	if err != nil {
		return fmt.Errorf("redisstore: save: %w", err)
	}
	saved, err := save.Run(ctx, l.store.rdb, []string{l.keys.token, l.keys.fence}, l.id, data, life, l.store.fenceExpiry()).Bool()
	if err != nil {
		return fmt.Errorf("redisstore: save: %w", err)
	}
	if !saved {
		return workwx.ErrLeaseLost
	}
	return nil
}

// Release gives the lock back if it has not expired.
func (l *lease) Release(ctx context.Context) error {
	if err := release.Run(ctx, l.store.rdb, []string{l.keys.lock}, l.id).Err(); err != nil {
		return fmt.Errorf("redisstore: release: %w", err)
	}
	return nil
}

// sealed begins a token that is encrypted; what follows is the nonce and the ciphertext.
const sealed = "aes-gcm:1:"

// seal makes of a token what is stored under name.
func (s *settings) seal(name string, t workwx.Token) ([]byte, error) {
	data, err := json.Marshal(t)
	if err != nil || len(s.ciphers) == 0 {
		return data, err
	}
	aead := s.ciphers[0]
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return aead.Seal(append([]byte(sealed), nonce...), nonce, data, []byte(name)), nil
}

// open reads what seal made. Its errors do not quote it.
func (s *settings) open(name string, data []byte) (workwx.Token, error) {
	var t workwx.Token
	box, encrypted := bytes.CutPrefix(data, []byte(sealed))
	switch {
	case encrypted && len(s.ciphers) == 0:
		return t, constError("it is encrypted, and there is no key")
	case !encrypted && len(s.ciphers) > 0:
		return t, constError("it is not encrypted")
	case encrypted:
		var err error
		if data, err = s.decrypt(name, box); err != nil {
			return t, err
		}
	}
	if err := json.Unmarshal(data, &t); err != nil {
		return workwx.Token{}, constError("it is not the JSON of a token")
	}
	if t.Value == "" || t.ExpiresAt.IsZero() {
		return workwx.Token{}, constError("it lacks a value or its expiry")
	}
	return t, nil
}

func (s *settings) decrypt(name string, box []byte) ([]byte, error) {
	for _, aead := range s.ciphers {
		if n := aead.NonceSize(); len(box) >= n {
			if data, err := aead.Open(nil, box[:n], box[n:], []byte(name)); err == nil {
				return data, nil
			}
		}
	}
	return nil, constError("it does not decrypt with any of the keys")
}
