// Sharedtoken is a job that runs often and briefly, or a service of many replicas: it takes its access token
// from Redis, where one of them puts it every two hours.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET and REDIS_URL, such as redis://127.0.0.1:6379/0, from the
// environment.
package main

import (
	"context"
	"log"
	"log/slog"
	"os"

	"github.com/redis/go-redis/v9"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/redisstore"
)

func main() {
	options, err := redis.ParseURL(os.Getenv("REDIS_URL"))
	if err != nil {
		log.Fatal(err)
	}
	rdb := redis.NewClient(options)
	defer rdb.Close()
	client, err := newClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"), rdb)
	if err != nil {
		log.Fatal(err)
	}
	departments, err := client.ListSimpleDepartments(context.Background(), nil)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(len(departments), "departments")
}

func newClient(corpID, secret string, rdb redis.UniversalClient, opts ...workwx.Option) (*workwx.Client, error) {
	store, err := redisstore.NewTokenStore(rdb)
	if err != nil {
		return nil, err
	}
	opts = append([]workwx.Option{
		workwx.WithTokenStore(store),
		// When Redis is down, each process fetches a token of its own; that is all.
		workwx.WithHooks(workwx.Hooks{OnStoreError: func(ctx context.Context, info workwx.StoreErrorInfo) {
			slog.WarnContext(ctx, "no shared token", "operation", info.Operation, "error", info.Err)
		}}),
	}, opts...)
	return workwx.NewClient(corpID, secret, opts...)
}
