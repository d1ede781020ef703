package redisstore_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/redisstore"
	"github.com/go-workwx/workwx/workwxtest"
)

const gettoken = "/cgi-bin/gettoken"

const childEnv = "REDISSTORE_TEST_CHILD"

// childConfig is what a child process does.
type childConfig struct {
	Role       string // caller or lessee
	Redis      string
	Prefix     string
	LockExpiry time.Duration

	// Of a caller.
	BaseURL    string
	CorpID     string
	Secret     string
	AgentID    int64
	Goroutines int
	Pause      time.Duration // at most, between two calls of a goroutine
}

// childReport is what a caller has seen.
type childReport struct {
	Calls       int
	Failed      []string       // the texts of errors
	StoreErrors map[string]int // by operation
	Tokens      []string       // a digest of the one that the process had last
}

func runChild(text string) {
	var config childConfig
	check(json.Unmarshal([]byte(text), &config))
	rdb := redis.NewClient(&redis.Options{Addr: config.Redis})
	defer rdb.Close()
	store, err := redisstore.NewTokenStore(rdb, redisstore.WithPrefix(config.Prefix), redisstore.WithLockExpiry(config.LockExpiry))
	check(err)
	in := bufio.NewScanner(os.Stdin)
	switch config.Role {
	case "caller":
		call(&config, store, in)
	case "lessee":
		hold(store, in)
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// call waits for a line, has many goroutines call until it is told to stop, and reports. It says when it
// is ready, and for each line when all goroutines have made a call that began after it.
func call(config *childConfig, store workwx.TokenStore, in *bufio.Scanner) {
	var mu sync.Mutex
	report := childReport{StoreErrors: map[string]int{}}
	client, err := workwx.NewClient(config.CorpID, config.Secret, workwx.WithAgentID(config.AgentID), workwx.WithBaseURL(config.BaseURL),
		workwx.WithTokenStore(store), workwx.WithHooks(workwx.Hooks{OnStoreError: func(_ context.Context, i workwx.StoreErrorInfo) {
			mu.Lock()
			defer mu.Unlock()
			report.StoreErrors[i.Operation]++
		}}))
	check(err)
	fmt.Println("ready")
	if !in.Scan() {
		return
	}
	var all sync.WaitGroup
	stop := make(chan struct{})
	var lap atomic.Int64
	laps := make([]atomic.Int64, config.Goroutines) // in which the last call of each began
	lap.Store(1)
	for i := range config.Goroutines {
		all.Go(func() {
			for {
				began := lap.Load()
				_, err := client.GetUser(context.Background(), "zhangsan")
				mu.Lock()
				report.Calls++
				if err != nil {
					report.Failed = append(report.Failed, err.Error())
				}
				mu.Unlock()
				laps[i].Store(began)
				select {
				case <-stop:
					return
				case <-time.After(rand.N(config.Pause)):
				}
			}
		})
	}
	for {
		for i := range laps {
			for laps[i].Load() < lap.Load() {
				time.Sleep(5 * time.Millisecond)
			}
		}
		fmt.Println("done")
		if !in.Scan() || in.Text() == "stop" {
			break
		}
		lap.Add(1)
	}
	close(stop)
	all.Wait()
	token, err := client.TokenSource().Token(context.Background())
	check(err)
	mu.Lock()
	defer mu.Unlock()
	report.Tokens = []string{fmt.Sprintf("%x", sha256.Sum256([]byte(token.Value)))}
	check(json.NewEncoder(os.Stdout).Encode(report))
}

// hold takes a lease, says so, and saves a token when it is told to.
func hold(store workwx.TokenStore, in *bufio.Scanner) {
	lease, err := store.Lock(context.Background(), "key")
	check(err)
	fmt.Println("locked")
	if !in.Scan() {
		return
	}
	err = lease.Save(context.Background(), workwx.Token{Value: "old", ExpiresAt: time.Now().Add(time.Hour)})
	fmt.Println(errors.Is(err, workwx.ErrLeaseLost), err)
	check(lease.Release(context.Background()))
}

// fleet is a number of processes that call one server.
type fleet struct{ children []*child }

// startFleet starts processes of the app of config, or else of the first one.
func startFleet(t *testing.T, srv *workwxtest.Server, processes int, config childConfig) *fleet {
	t.Helper()
	f := new(fleet)
	srv.Handle("/cgi-bin/user/get", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","userid":"zhangsan"}`)
	}))
	config.Role, config.BaseURL, config.CorpID = "caller", srv.URL, srv.CorpID()
	if config.AgentID == 0 {
		config.Secret, config.AgentID = srv.Secret(), srv.AgentID()
	}
	config.LockExpiry = redisstore.DefaultLockExpiry
	for range processes {
		f.children = append(f.children, startChild(t, config))
	}
	f.hear(t, "ready")
	return f
}

func (f *fleet) hear(t *testing.T, line string) {
	t.Helper()
	for _, c := range f.children {
		require.Equal(t, line, c.hear(t))
	}
}

// lap waits until every goroutine of every process has made a call that began after it was asked for.
// The first one has them start.
func (f *fleet) lap(t *testing.T) {
	t.Helper()
	for _, c := range f.children {
		c.tell(t, "go")
	}
	f.hear(t, "done")
}

// stop ends the calls and adds up the reports.
func (f *fleet) stop(t *testing.T) (sum childReport) {
	t.Helper()
	sum.StoreErrors = map[string]int{}
	for _, c := range f.children {
		c.tell(t, "stop")
	}
	for _, c := range f.children {
		var r childReport
		require.NoError(t, json.Unmarshal([]byte(c.hear(t)), &r))
		sum.Calls += r.Calls
		sum.Failed = append(sum.Failed, r.Failed...)
		sum.Tokens = append(sum.Tokens, r.Tokens...)
		for op := range maps.Keys(r.StoreErrors) {
			sum.StoreErrors[op] += r.StoreErrors[op]
		}
	}
	return sum
}

// TestFleet: 20 processes of 50 goroutines each start cold at the same moment, and get along with one
// token; when the platform ends it under load, with one more. When Redis is killed no call fails, and
// when it is back they share again.
func TestFleet(t *testing.T) {
	const processes, goroutines = 20, 50
	rds := startRedis(t)
	srv := workwxtest.NewServer(t)
	srv.Inject(workwxtest.Fault{Path: gettoken, Delay: 200 * time.Millisecond, Times: -1})
	f := startFleet(t, srv, processes, childConfig{Redis: rds.addr, Prefix: "fleet:", Goroutines: goroutines, Pause: time.Second})
	started := time.Now()
	f.lap(t)
	t.Logf("cold: %d token fetches for %d processes of %d goroutines, all served after %v", srv.TokenFetches(), processes, goroutines, time.Since(started))
	require.Equal(t, 1, srv.TokenFetches())

	srv.ExpireTokens()
	f.lap(t)
	t.Logf("expired under load: %d", srv.TokenFetches())
	require.Equal(t, 2, srv.TokenFetches())
	srv.RevokeTokens()
	f.lap(t)
	t.Logf("revoked under load: %d", srv.TokenFetches())
	require.Equal(t, 3, srv.TokenFetches())

	rds.kill()
	srv.ExpireTokens()
	f.lap(t)
	t.Logf("Redis killed, expired under load: %d", srv.TokenFetches())
	require.LessOrEqual(t, srv.TokenFetches(), 3+processes, "each process fetches for itself")

	require.NoError(t, rds.start())
	for rested := time.Now().Add(6 * time.Second); time.Now().Before(rested); { // clients leave a store alone that failed
		f.lap(t)
	}
	before := srv.TokenFetches()
	srv.ExpireTokens()
	f.lap(t)
	t.Logf("Redis back for a while, expired under load: %d more", srv.TokenFetches()-before)
	require.Equal(t, before+1, srv.TokenFetches())

	report := f.stop(t)
	t.Logf("%d calls, %d failed; store errors: %v", report.Calls, len(report.Failed), report.StoreErrors)
	require.Empty(t, report.Failed)
	require.Positive(t, report.StoreErrors["load"], "they were told that Redis was down")
}

// TestFleetLivesOnShortTokens: when a token runs out by itself, which the clients foresee, few requests
// replace it for all.
func TestFleetLivesOnShortTokens(t *testing.T) {
	t.Parallel()
	const processes, life = 5, 12 * time.Second
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t, workwxtest.WithTokenLifetime(life))
	f := startFleet(t, srv, processes, childConfig{Redis: rdb.Options().Addr, Prefix: prefix, Goroutines: 10, Pause: time.Second})
	f.lap(t)
	require.Equal(t, 1, srv.TokenFetches())
	time.Sleep(life + time.Second)
	f.lap(t)
	report := f.stop(t)
	t.Logf("%d calls, %d failed, %d token fetches; store errors: %v", report.Calls, len(report.Failed), srv.TokenFetches(), report.StoreErrors)
	require.Empty(t, report.Failed)
	require.Less(t, srv.TokenFetches(), 2*processes)
}

// TestFleetOfTwoApps: the processes of each app share its token, and none has that of the other.
func TestFleetOfTwoApps(t *testing.T) {
	t.Parallel()
	const processes = 4
	rdb, prefix := connect(t)
	srv := workwxtest.NewServer(t)
	other := workwxtest.App{AgentID: 1000003, Secret: "the-other-secret"}
	srv.AddApp(other)
	config := childConfig{Redis: rdb.Options().Addr, Prefix: prefix, Goroutines: 5, Pause: 100 * time.Millisecond}
	one := startFleet(t, srv, processes, config)
	config.Secret, config.AgentID = other.Secret, other.AgentID
	two := startFleet(t, srv, processes, config)
	var tokens []string
	both := fleet{children: append(one.children, two.children...)}
	both.lap(t)
	require.Equal(t, 2, srv.TokenFetches())
	srv.ExpireTokens()
	both.lap(t)
	require.Equal(t, 4, srv.TokenFetches())
	for _, f := range []*fleet{one, two} {
		report := f.stop(t)
		require.Empty(t, report.Failed)
		require.Empty(t, report.StoreErrors)
		tokens = append(tokens, slices.Compact(report.Tokens)...)
	}
	require.Len(t, tokens, 2, "one of each app")
	require.NotEqual(t, tokens[0], tokens[1])
}
