package redisstore_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"github.com/redis/go-redis/v9"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/redisstore"
	"github.com/go-workwx/workwx/workwxtest"
)

// Two processes of one app share a token.
func Example() {
	srv, err := workwxtest.Start() // stands for the platform
	if err != nil {
		panic(err)
	}
	defer srv.Close()

	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")})
	defer rdb.Close()
	process := func() error {
		store, err := redisstore.NewTokenStore(rdb)
		if err != nil {
			return err
		}
		client, err := workwx.NewClient(srv.CorpID(), srv.Secret(), workwx.WithBaseURL(srv.URL),
			workwx.WithTokenStore(store), workwx.WithLogger(slog.Default())) // tells what goes wrong with Redis
		if err != nil {
			return err
		}
		_, err = client.ListDepartments(context.Background(), &workwx.ListDepartmentsRequest{})
		return err
	}
	for range 2 {
		if err := process(); err != nil {
			panic(err)
		}
	}
	fmt.Println("tokens fetched:", srv.TokenFetches())
	// Output: tokens fetched: 1
}

// Of two replicas that are sent the same event, one handles it.
func ExampleDeduper() {
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")})
	defer rdb.Close()
	ctx := context.Background()
	for range 2 {
		deduper, err := redisstore.NewDeduper(rdb)
		if err != nil {
			panic(err)
		}
		first, err := deduper.Claim(ctx, "msg:1") // workwx.WithDeduper(deduper) has a CallbackHandler do it
		if err != nil {
			panic(err)
		}
		fmt.Println(first)
	}
	// Output:
	// true
	// false
}

// A bot that goes on where the process before it ended.
func ExampleKfCursorStore() {
	srv, err := workwxtest.Start()
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")})
	defer rdb.Close()

	process := func() error {
		cursors, err := redisstore.NewKfCursorStore(rdb)
		if err != nil {
			return err
		}
		syncer, err := workwx.NewKfSyncer(srv.Client(), func(_ context.Context, m *workwx.KfMsg) error {
			if m.MsgType == workwx.KfMsgTypeText {
				fmt.Println(m.Text.Content)
			}
			return nil
		}, workwx.WithKfCursorStore(cursors))
		if err != nil {
			return err
		}
		defer syncer.Shutdown(context.Background())
		return syncer.CatchUp(context.Background())
	}
	for _, text := range []string{"hello", "anybody?"} {
		srv.KfCustomerSays(account, customer, text)
		if err := process(); err != nil {
			panic(err)
		}
	}
	// Output:
	// hello
	// anybody?
}
