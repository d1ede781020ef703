package redisstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/go-workwx/workwx"
	"github.com/redis/go-redis/v9"
)

// KfCursorStore is a [workwx.KfCursorStore] in Redis. It keeps, for each account of WeChat customer service
// (微信客服), how far its messages have been handled:
//
//	syncer, err := workwx.NewKfSyncer(client, handle, workwx.WithKfCursorStore(cursors))
//
// Cursors do not expire. Give them to a Redis that persists: without them the messages of the last 3 days
// are handled again.
type KfCursorStore struct {
	rdb redis.UniversalClient
	set *settings
}

var _ workwx.KfCursorStore = (*KfCursorStore)(nil)

// NewKfCursorStore returns a store on a Redis client, which the caller closes. Its option is [WithPrefix];
// one that cannot be used gives a [workwx.ConfigError].
func NewKfCursorStore(rdb redis.UniversalClient, opts ...Option) (*KfCursorStore, error) {
	s, err := newSettings(rdb, opts)
	if err != nil {
		return nil, err
	}
	return &KfCursorStore{rdb: rdb, set: s}, nil
}

func (s *KfCursorStore) key(openKfID string) string { return s.set.prefix + "kf_cursor:" + openKfID }

// Load returns the cursor of an account, "" if there is none.
func (s *KfCursorStore) Load(ctx context.Context, openKfID string) (string, error) {
	cursor, err := s.rdb.Get(ctx, s.key(openKfID)).Result()
	if err != nil && !errors.Is(err, redis.Nil) {
		return "", fmt.Errorf("redisstore: load cursor: %w", err)
	}
	return cursor, nil
}

// Save replaces the cursor of an account.
func (s *KfCursorStore) Save(ctx context.Context, openKfID, cursor string) error {
	if err := s.rdb.Set(ctx, s.key(openKfID), cursor, 0).Err(); err != nil {
		return fmt.Errorf("redisstore: save cursor: %w", err)
	}
	return nil
}
