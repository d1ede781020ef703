package workwx_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

const soakWorkers = 40

// TestSoak has many goroutines use one client, and one derived from it, for ten minutes of the bubble's time:
// every method of every area, while tokens end, connections break and the platform is busy. No call fails that
// need not; what was sent arrived once; nobody gets another's answer.
func TestSoak(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		span := 10 * time.Minute
		if testing.Short() {
			span = time.Minute
		}
		srv := workwxtest.NewServer(t, workwxtest.WithPipe(), workwxtest.WithRequestLimit(200_000))
		srv.AddApp(workwxtest.App{AgentID: 1000003, Secret: "second"})
		srv.RespondJSON("/cgi-bin/service/get_suite_token", `{"suite_access_token":"suite","expires_in":300}`)
		srv.RespondJSON("/cgi-bin/service/get_provider_token", `{"provider_access_token":"provider","expires_in":300}`)
		srv.SetLatency(20 * time.Millisecond)
		limiter, err := workwx.NewRateLimiter(workwx.RateLimits{})
		require.NoError(t, err)
		var attempts, fetches atomic.Int64
		first := srv.Client(
			workwx.WithRateLimit(limiter),
			workwx.WithSuite(workwx.Suite{SuiteID: "suite", SuiteSecret: "secret", Ticket: func(context.Context) (workwx.Secret, error) { return "ticket", nil }}),
			workwx.WithLogger(slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: slog.LevelDebug}))),
			workwx.WithHooks(workwx.Hooks{
				OnCall: func(context.Context, workwx.CallInfo) { attempts.Add(1) },
				OnToken: func(_ context.Context, i workwx.TokenInfo) {
					if i.Kind == "access_token" {
						fetches.Add(1)
					}
				},
			}))
		second, err := first.With(workwx.WithCredentials(srv.CorpID(), "second"), workwx.WithAgentID(1000003))
		require.NoError(t, err)

		ctx, cancel := context.WithTimeout(t.Context(), span)
		defer cancel()
		faults := &soakFaults{srv: srv}
		var all, own sync.WaitGroup
		all.Go(func() { faults.happen(ctx) })
		results := make([]soakResults, soakWorkers)
		for i := range soakWorkers {
			userID := fmt.Sprint("worker", i)
			srv.AddUsers(userID)
			c := []*workwx.Client{first, second}[i%2]
			own.Go(func() { results[i].run(ctx, c, userID, i) })
		}
		own.Wait()
		all.Wait()

		var sum soakResults
		for _, r := range results {
			sum.calls += r.calls
			sum.lost += r.lost
			sum.sent = append(sum.sent, r.sent...)
			sum.problems = append(sum.problems, r.problems...)
		}
		t.Logf("%d calls, %d attempts, %d faults, %d token fetches, %d sends of unknown outcome", sum.calls, attempts.Load(), faults.broken, fetches.Load(), sum.lost)
		require.Empty(t, sum.problems)
		require.Greater(t, sum.calls, int(span/time.Second)*soakWorkers/2)
		require.LessOrEqual(t, sum.lost, faults.broken, "only sends that met a fault")
		arrived := map[string]int{}
		for _, m := range srv.Messages() {
			arrived[m.Content]++
		}
		for content, n := range arrived {
			require.Equal(t, 1, n, "%s was sent twice", content)
		}
		for _, content := range sum.sent {
			require.Equal(t, 1, arrived[content], "%s did not arrive", content)
		}
		// Of each app one token at first and one for each that was ended; the platform hands out the same
		// one to whoever asks twice.
		require.LessOrEqual(t, int(fetches.Load()), 2*(1+faults.ended))
		require.Greater(t, faults.ended, 0)
		first.HTTPClient().CloseIdleConnections()
	})
}

// soakFaults lets things go wrong.
type soakFaults struct {
	srv    *workwxtest.Server
	broken int // requests that failed otherwise than the platform refuses
	ended  int // times that the tokens ended
}

func (f *soakFaults) happen(ctx context.Context) {
	for i := 0; ; i++ {
		select {
		case <-time.After(7 * time.Second):
		case <-ctx.Done():
			return
		}
		fault := workwxtest.Fault{Times: 2} // which the three attempts of one call survive
		switch i % 7 {
		case 0:
			f.srv.ExpireTokens()
			f.ended++
			continue
		case 1:
			fault.Code = workwx.CodeSystemBusy
		case 2:
			fault.Cut = workwxtest.CutRequest
		case 3:
			f.srv.RevokeTokens()
			f.ended++
			continue
		case 4:
			fault.Cut = workwxtest.CutAnswer
		case 5:
			fault.Cut = workwxtest.CutBody
		case 6:
			fault.Delay = time.Minute
		}
		f.broken += fault.Times
		f.srv.Inject(fault)
	}
}

// soakResults are what one goroutine saw.
type soakResults struct {
	calls    int
	lost     int      // sends of which nobody knows whether they happened
	sent     []string // the messages that were sent for sure
	problems []string
}

func (r *soakResults) run(ctx context.Context, c *workwx.Client, userID string, worker int) {
	random := rand.New(rand.NewPCG(uint64(worker), 1))
	calls := workwx.EndpointCalls(c, "")
	for n := worker * len(calls) / soakWorkers; ctx.Err() == nil; n++ {
		call := calls[n%len(calls)] // with arguments that are made up
		_, err := call.Do(context.WithoutCancel(ctx))
		r.judge(call.Name, call.Repeatable, true, err)

		user, err := c.GetUser(context.WithoutCancel(ctx), userID)
		if r.judge("GetUser", true, false, err) && user.UserID != userID {
			r.problems = append(r.problems, user.UserID+" was the answer to "+userID)
		}
		text := fmt.Sprint(userID, " ", n)
		_, err = c.SendTextMessage(context.WithoutCancel(ctx), workwx.ToUsers(userID), text)
		if r.judge("SendTextMessage", false, false, err) {
			r.sent = append(r.sent, text)
		}
		time.Sleep(time.Duration(random.Int64N(int64(10 * time.Second))))
	}
}

// judge says whether a call succeeded, and notes if it failed and need not have.
func (r *soakResults) judge(name string, repeatable, refusable bool, err error) bool {
	r.calls++
	var refusal *workwx.Error
	switch {
	case err == nil:
		return true
	case workwx.Unsent(err):
	case errors.As(err, &refusal) && refusal.Code != workwx.CodeSystemBusy && !refusal.Code.IsTokenInvalid():
		if refusable {
			return false
		}
	case !repeatable:
		r.lost++
		return false
	}
	r.problems = append(r.problems, name+": "+err.Error())
	return false
}
