package redisstore

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/redis/go-redis/v9"
)

// The defaults.
const (
	DefaultPrefix     = "workwx:"
	DefaultLockExpiry = 10 * time.Second
	DefaultEventTTL   = time.Hour
)

// Option configures a [TokenStore], a [Deduper] or a [KfCursorStore]. The constructors refuse an option
// that is not theirs.
type Option struct {
	name  string
	apply func(*settings) (problem string)
}

type settings struct {
	prefix     string
	ciphers    []cipher.AEAD // the first encrypts, all decrypt
	lockExpiry time.Duration
	eventTTL   time.Duration
}

// WithPrefix begins all keys with a prefix of one's own instead of [DefaultPrefix]: for environments that
// share a Redis server, or users of Redis that are confined to some keys. It may not hold braces, which
// mean something to a cluster.
func WithPrefix(prefix string) Option {
	return Option{"WithPrefix", func(s *settings) string {
		if strings.ContainsAny(prefix, "{}") {
			return "it may not hold braces, which mean something to a cluster"
		}
		s.prefix = prefix
		return ""
	}}
}

// WithEncryptionKey encrypts the tokens of a [TokenStore] with AES-GCM under a key of 16, 24 or 32 random
// bytes, which all processes have. Tokens that were encrypted with one of the old keys are still read:
// to change the key, first add the new one as an old key everywhere, then make it the key.
//
// A token that does not decrypt counts as absent: it is fetched anew. Each is bound to its Redis key, so
// that nobody who can write to Redis can give one app the token of another.
func WithEncryptionKey(key []byte, old ...[]byte) Option {
	return Option{"WithEncryptionKey", func(s *settings) string {
		s.ciphers = nil
		for _, k := range append([][]byte{key}, old...) {
			block, err := aes.NewCipher(k)
			if err != nil {
				return fmt.Sprintf("a key has 16, 24 or 32 bytes, not %d", len(k))
			}
			aead, err := cipher.NewGCM(block)
			if err != nil {
				return err.Error()
			}
			s.ciphers = append(s.ciphers, aead)
		}
		return ""
	}}
}

// WithLockExpiry sets for how long a process of a [TokenStore] may be the only one to fetch a token, 10 s
// by default: when it dies meanwhile, the others wait no longer. A process that takes longer can still
// save its token as long as no other has begun to fetch.
func WithLockExpiry(d time.Duration) Option {
	return Option{"WithLockExpiry", func(s *settings) string {
		if d < time.Millisecond {
			return "it must be a millisecond or more"
		}
		s.lockExpiry = d
		return ""
	}}
}

// WithEventTTL sets for how long a [Deduper] remembers an event, an hour by default.
func WithEventTTL(d time.Duration) Option {
	return Option{"WithEventTTL", func(s *settings) string {
		if d < time.Millisecond {
			return "it must be a millisecond or more"
		}
		s.eventTTL = d
		return ""
	}}
}

// newSettings applies the options that fit: WithPrefix, and those that are named.
func newSettings(rdb redis.UniversalClient, opts []Option, own ...string) (*settings, error) {
	s := &settings{prefix: DefaultPrefix, lockExpiry: DefaultLockExpiry, eventTTL: DefaultEventTTL}
	if rdb == nil {
		return nil, &workwx.ConfigError{Option: "redisstore", Reason: "the Redis client is nil"}
	}
	for _, opt := range opts {
		if opt.name != "WithPrefix" && !slices.Contains(own, opt.name) {
			return nil, &workwx.ConfigError{Option: "redisstore." + opt.name, Reason: "it has no meaning here"}
		}
		if problem := opt.apply(s); problem != "" {
			return nil, &workwx.ConfigError{Option: "redisstore." + opt.name, Reason: problem}
		}
	}
	return s, nil
}
