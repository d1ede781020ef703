package workwx

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"time"
)

// Deduper remembers which messages and events were handled, as the platform sends one again that was not
// answered in time. A [CallbackHandler] remembers in memory by default; replicas behind a load balancer
// share a Deduper.
//
// A Deduper that fails costs nothing but the protection: the event is handled.
type Deduper interface {
	// Claim reports whether the event of this key is to be handled: true for the first caller, false for
	// all that follow, until the key is forgotten. Keys are at most 200 bytes.
	Claim(ctx context.Context, key string) (first bool, err error)
	// Release forgets a key whose handling failed, so that it can be sent again.
	Release(ctx context.Context, key string) error
}

// NewMemoryDeduper returns a Deduper for one process. It remembers at most size keys, the oldest being
// forgotten first, each for ttl; 0 for no limit in time.
func NewMemoryDeduper(size int, ttl time.Duration) Deduper {
	return &memoryDeduper{size: max(size, 1), ttl: ttl, seen: map[string]claim{}}
}

type memoryDeduper struct {
	mu   sync.Mutex
	size int
	ttl  time.Duration
	seen map[string]claim
	ring []ringKey // the keys in the order of their claims, from next on once it is full
	next int
	n    uint64
}

type claim struct {
	n  uint64 // which claim it is: a key that was released and claimed again stands in the ring twice
	at time.Time
}

type ringKey struct {
	key string
	n   uint64
}

func (m *memoryDeduper) Claim(_ context.Context, key string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	if c, ok := m.seen[key]; ok && (m.ttl <= 0 || now.Sub(c.at) < m.ttl) {
		return false, nil
	}
	m.n++
	entry := ringKey{key, m.n}
	if len(m.ring) < m.size {
		m.ring = append(m.ring, entry)
	} else {
		if old := m.ring[m.next]; m.seen[old.key].n == old.n {
			delete(m.seen, old.key)
		}
		m.ring[m.next] = entry
		m.next = (m.next + 1) % m.size
	}
	m.seen[key] = claim{m.n, now}
	return true, nil
}

func (m *memoryDeduper) Release(_ context.Context, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.seen, key)
	return nil
}

// messageEvent is a message, which has an id of its own.
type messageEvent interface{ messageID() string }

// DedupeKey returns what an event is known by: a message by its MsgId, all else by the SHA-256 of its
// payload, so that two events of one second are two.
func DedupeKey(ev Event) string {
	h := ev.Header()
	if m, ok := ev.(messageEvent); ok {
		if id := m.messageID(); id != "" && len(id) <= 100 {
			return "msg:" + shortHash(h.ToUserName+"\x00"+h.FromUserName) + ":" + id
		}
	}
	sum := sha256.Sum256([]byte(h.payload()))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}
