package workwx_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

const kfSyncPath = "/cgi-bin/kf/sync_msg"

var errNotNow = errors.New("not now")

// kfNumbers are the texts "0", "1", ...
func kfNumbers(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = strconv.Itoa(i)
	}
	return texts
}

// kfRecord takes down what a handler gets.
type kfRecord struct {
	mu    sync.Mutex
	texts []string
	infos []workwx.KfSyncInfo
}

func (r *kfRecord) handle(_ context.Context, m *workwx.KfMsg) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.texts = append(r.texts, m.Text.Content)
	return nil
}

func (r *kfRecord) observe(_ context.Context, info workwx.KfSyncInfo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.infos = append(r.infos, info)
}

func (r *kfRecord) got() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.texts)
}

func (r *kfRecord) pulls() []workwx.KfSyncInfo {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.infos)
}

func newKfSyncer(t *testing.T, c *workwx.Client, handle workwx.KfHandler, opts ...workwx.KfSyncOption) *workwx.KfSyncer {
	t.Helper()
	s, err := workwx.NewKfSyncer(c, handle, opts...)
	require.NoError(t, err)
	return s
}

// kfStore is a store that can fail.
type kfStore struct {
	workwx.KfCursorStore
	load, save func() error
}

func newKfStore() *kfStore {
	return &kfStore{KfCursorStore: workwx.NewMemoryKfCursorStore()}
}

func (s *kfStore) Load(ctx context.Context, id string) (string, error) {
	if s.load != nil {
		if err := s.load(); err != nil {
			return "", err
		}
	}
	return s.KfCursorStore.Load(ctx, id)
}

func (s *kfStore) Save(ctx context.Context, id, cursor string) error {
	if s.save != nil {
		if err := s.save(); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.KfCursorStore.Save(ctx, id, cursor)
}

// kfSyncBodies returns what kf/sync_msg was asked.
func kfSyncBodies(t *testing.T, srv *workwxtest.Server) []workwx.SyncKfMessagesRequest {
	t.Helper()
	var list []workwx.SyncKfMessagesRequest
	for _, r := range srv.RequestsTo(kfSyncPath) {
		var req workwx.SyncKfMessagesRequest
		require.NoError(t, json.Unmarshal(r.Body, &req))
		list = append(list, req)
	}
	return list
}

func TestKfSyncerDeliversOnceInOrder(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(id, customer, kfNumbers(1000)...)
	var r kfRecord
	store := workwx.NewMemoryKfCursorStore()
	s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(37), workwx.WithKfSyncHook(r.observe))
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, kfNumbers(1000), r.got())
	require.Len(t, r.pulls(), 1)
	info := r.pulls()[0]
	require.Equal(t, id, info.OpenKfID)
	require.Equal(t, []int{1000, 28, 0, 1}, []int{info.Messages, info.Pages, info.Duplicates, info.Attempt})

	srv.KfCustomerSays(id, customer, "more")
	require.NoError(t, s.CatchUp(t.Context())) // all accounts
	require.Equal(t, append(kfNumbers(1000), "more"), r.got())

	later := kfRecord{}
	next := newKfSyncer(t, srv.Client(), later.handle, workwx.WithKfCursorStore(store))
	require.NoError(t, next.CatchUp(t.Context(), id))
	require.Empty(t, later.got(), "the next process goes on where this one ended")
}

// requireOnce checks what processes that died one after the other handled: all messages in order, and none
// twice but the one that a process was at when it died.
func requireOnce(t *testing.T, n int, processes [][]string) (repeats int) {
	t.Helper()
	next := 0
	for i, handled := range processes {
		for k, text := range handled {
			if k == 0 && next > 0 && text == strconv.Itoa(next-1) {
				repeats++
				continue
			}
			require.Equal(t, strconv.Itoa(next), text, "process %d, message %d of it", i, k)
			next++
		}
	}
	require.Equal(t, n, next, "none is lost")
	return repeats
}

// TestKfSyncerDies lets processes die at every kind of point: runtime.Goexit ends the goroutine of the pull
// where it stands.
func TestKfSyncerDies(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		client := srv.Client()
		id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
		srv.KfCustomerSays(id, customer, kfNumbers(200)...)
		random := rand.New(rand.NewPCG(seed, 2))
		pageSize := 1 + random.IntN(30)
		cursors := workwx.NewMemoryKfCursorStore()
		var processes [][]string
		deaths := map[string]int{}
		for ended := false; !ended; {
			require.Less(t, len(processes), 200)
			var handled []string
			left := 1 + random.IntN(100)
			step := func(where string) {
				if left--; left == 0 {
					deaths[where]++
					runtime.Goexit()
				}
			}
			s := newKfSyncer(t, client, func(_ context.Context, m *workwx.KfMsg) error {
				step("before a message")
				handled = append(handled, m.Text.Content)
				step("within a message")
				return nil
			}, workwx.WithKfCursorStore(kfMortalStore{cursors, step}), workwx.WithKfPageSize(pageSize), workwx.WithKfRetry(1, 0))
			err := s.CatchUp(t.Context(), id)
			if ended = err == nil; !ended {
				require.ErrorIs(t, err, workwx.ErrKfHandlerPanic)
			}
			require.NoError(t, s.Shutdown(t.Context()))
			processes = append(processes, handled)
		}
		require.Greater(t, len(processes), 5)
		repeats := requireOnce(t, 200, processes)
		require.LessOrEqual(t, repeats, deaths["within a message"]+deaths["before a save"])
	}
}

// kfMortalStore is a store in whose operations the process may die.
type kfMortalStore struct {
	workwx.KfCursorStore
	step func(where string)
}

func (s kfMortalStore) Load(ctx context.Context, id string) (string, error) {
	s.step("before a load")
	return s.KfCursorStore.Load(ctx, id)
}

func (s kfMortalStore) Save(ctx context.Context, id, cursor string) error {
	s.step("before a save")
	err := s.KfCursorStore.Save(ctx, id, cursor)
	s.step("after a save")
	return err
}

// kfFileStore is a store that outlives its process.
type kfFileStore string

func (dir kfFileStore) path(id string) string { return filepath.Join(string(dir), id) }

func (dir kfFileStore) Load(_ context.Context, id string) (string, error) {
	b, err := os.ReadFile(dir.path(id))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return string(b), err
}

func (dir kfFileStore) Save(_ context.Context, id, cursor string) error {
	if err := os.WriteFile(dir.path(id)+".new", []byte(cursor), 0o600); err != nil {
		return err
	}
	return os.Rename(dir.path(id)+".new", dir.path(id))
}

// TestKfSyncerKilled handles 1,000 messages with processes that are killed at random points. It starts itself
// as those processes, which write a line for each message.
func TestKfSyncerKilled(t *testing.T) {
	if os.Getenv("WORKWX_TEST_KF_URL") != "" {
		kfKilledProcess(t)
		return
	}
	t.Parallel()
	srv := workwxtest.NewServer(t)
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(id, customer, kfNumbers(1000)...)
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(3, 4))
	var processes [][]string
	kills := 0
	for ended := false; !ended; {
		require.Less(t, len(processes), 100)
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKfSyncerKilled$", "-test.count=1")
		cmd.Env = append(os.Environ(), "WORKWX_TEST_KF_URL="+srv.URL, "WORKWX_TEST_KF_DIR="+dir, "WORKWX_TEST_KF_ID="+id,
			"WORKWX_TEST_KF_CORP="+srv.CorpID(), "WORKWX_TEST_KF_SECRET="+srv.Secret())
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		life := 1 + random.IntN(150)
		var handled []string
		var rest strings.Builder
		for lines := bufio.NewScanner(out); lines.Scan(); {
			text, ok := strings.CutPrefix(lines.Text(), "handled ")
			if !ok {
				fmt.Fprintln(&rest, lines.Text())
				ended = ended || lines.Text() == "ended"
				continue
			}
			if handled = append(handled, text); len(handled) == life {
				require.NoError(t, cmd.Process.Kill())
				kills++
			}
		}
		err = cmd.Wait()
		processes = append(processes, handled)
		require.True(t, len(handled) >= life || ended, "it ended by itself: %v\n%s", err, rest.String())
	}
	require.Greater(t, kills, 3)
	repeats := requireOnce(t, 1000, processes)
	t.Logf("%d processes were killed, %d messages were handled twice", kills, repeats)
}

func kfKilledProcess(t *testing.T) {
	c, err := workwx.NewClient(os.Getenv("WORKWX_TEST_KF_CORP"), os.Getenv("WORKWX_TEST_KF_SECRET"),
		workwx.WithBaseURL(os.Getenv("WORKWX_TEST_KF_URL")))
	require.NoError(t, err)
	s := newKfSyncer(t, c, func(_ context.Context, m *workwx.KfMsg) error {
		_, err := fmt.Fprintln(os.Stdout, "handled "+m.Text.Content)
		return err
	}, workwx.WithKfCursorStore(kfFileStore(os.Getenv("WORKWX_TEST_KF_DIR"))), workwx.WithKfPageSize(70))
	require.NoError(t, s.CatchUp(t.Context(), os.Getenv("WORKWX_TEST_KF_ID")))
	fmt.Fprintln(os.Stdout, "ended")
}

// TestKfSyncerSavePerPage: a process that dies repeats a page at most.
func TestKfSyncerSavePerPage(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfCustomerSays(id, "wm1", kfNumbers(10)...)
	store := newKfStore()
	saves := 0
	store.save = func() error { saves++; return nil }
	var r kfRecord
	run := func(last string) error {
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			if m.Text.Content == last {
				return errNotNow
			}
			return r.handle(ctx, m)
		}, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(4), workwx.WithKfRetry(1, 0), workwx.WithKfSavePerPage())
		return s.CatchUp(t.Context(), id)
	}
	require.ErrorIs(t, run("6"), errNotNow)
	require.Equal(t, 1, saves)
	require.NoError(t, run("none"))
	require.Equal(t, 3, saves)
	require.Equal(t, []string{"0", "1", "2", "3", "4", "5", "4", "5", "6", "7", "8", "9"}, r.got())
}

// TestKfSyncerResumes within a page, of which the platform may return more, less or other messages than before.
func TestKfSyncerResumes(t *testing.T) {
	t.Parallel()
	const first = `{"msgid":"1","msgtype":"text","text":{"content":"1"},"send_time":1700000001}`
	const second = `{"msgid":"2","msgtype":"text","text":{"content":"2"},"send_time":1700000002}`
	const third = `{"msgid":"3","msgtype":"text","text":{"content":"3"},"send_time":1700000002}`
	page := func(next, more string, msgs ...string) string {
		return `{"errcode":0,"has_more":` + more + `,"next_cursor":"` + next + `","msg_list":[` + strings.Join(msgs, ",") + `]}`
	}
	for name, test := range map[string]struct {
		pages      map[string]string // by cursor, of the second process
		want       []string
		duplicates int
	}{
		"the same page":        {map[string]string{"": page("B", "0", first, second, third)}, []string{"3"}, 2},
		"a shorter page":       {map[string]string{"": page("A", "1", first, second), "A": page("B", "0", third)}, []string{"3"}, 2},
		"much shorter pages":   {map[string]string{"": page("A", "1", first), "A": page("B", "1", second), "B": page("C", "0", third)}, []string{"3"}, 2},
		"an empty page before": {map[string]string{"": page("A", "1"), "A": page("B", "0", first, second, third)}, []string{"3"}, 2},
		"the first has aged":   {map[string]string{"": page("B", "0", second, third)}, []string{"3"}, 1},
		"both have aged":       {map[string]string{"": page("B", "0", third)}, []string{"3"}, 0},
		"nothing is left":      {map[string]string{"": page("", "0")}, nil, 0},
		"a null":               {map[string]string{"": page("B", "0", "null", first, second, "null", third)}, []string{"3"}, 2},
	} {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		store := workwx.NewMemoryKfCursorStore()
		var r kfRecord
		srv.RespondJSON(kfSyncPath, page("B", "0", first, second, third))
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			if m.MsgID == "3" {
				return errNotNow
			}
			return r.handle(ctx, m)
		}, workwx.WithKfCursorStore(store), workwx.WithKfRetry(1, 0))
		require.ErrorIs(t, s.CatchUp(t.Context(), "wk1"), errNotNow, name)
		require.Equal(t, []string{"1", "2"}, r.got(), name)

		srv.Handle(kfSyncPath, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var req workwx.SyncKfMessagesRequest
			if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
				t.Error(err)
			}
			fmt.Fprint(w, test.pages[req.Cursor])
		}))
		var later kfRecord
		next := newKfSyncer(t, srv.Client(), later.handle, workwx.WithKfCursorStore(store), workwx.WithKfRetry(1, 0), workwx.WithKfSyncHook(later.observe))
		require.NoError(t, next.CatchUp(t.Context(), "wk1"), name)
		require.Equal(t, test.want, later.got(), name)
		require.Equal(t, test.duplicates, later.pulls()[0].Duplicates, name)
	}
}

func TestKfSyncerHandlerFails(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(id, customer, kfNumbers(20)...)
	var r kfRecord
	fail := true
	handle := func(ctx context.Context, m *workwx.KfMsg) error {
		if fail && m.Text.Content == "7" {
			return errNotNow
		}
		return r.handle(ctx, m)
	}
	store := workwx.NewMemoryKfCursorStore()
	s := newKfSyncer(t, srv.Client(), handle, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(5),
		workwx.WithKfRetry(1, 0), workwx.WithKfSyncHook(r.observe))
	err := s.CatchUp(t.Context(), id)
	require.ErrorIs(t, err, errNotNow)
	var failure *workwx.KfSyncError
	require.ErrorAs(t, err, &failure)
	require.Equal(t, id, failure.OpenKfID)
	require.Equal(t, "handle", failure.Operation)
	require.NotEmpty(t, failure.MsgID)
	require.Equal(t, kfNumbers(7), r.got(), "it stops at the message that failed")
	require.Len(t, r.pulls(), 1, "by itself it is not tried again, as the option says")
	require.False(t, r.pulls()[0].WillRetry)

	committed, err := store.Load(t.Context(), id)
	require.NoError(t, err)
	requests := kfSyncBodies(t, srv)
	require.Len(t, requests, 2)
	require.True(t, strings.HasPrefix(committed, requests[1].Cursor+"#"), "it goes on within the second page: %s", committed)

	fail = false
	_, err = s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id, Token: srv.KfToken()})
	require.NoError(t, err)
	require.NoError(t, s.Shutdown(t.Context()))
	require.Equal(t, kfNumbers(20), r.got(), "nothing is handled twice by one process")
	require.Equal(t, 2, r.pulls()[1].Duplicates)
}

func TestKfSyncerHandlerPanics(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(id, customer, "a", "b")
	var r kfRecord
	calls := 0
	s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
		if calls++; calls == 2 {
			panic("out of cheese")
		}
		return r.handle(ctx, m)
	}, workwx.WithKfRetry(1, 0))
	err := s.CatchUp(t.Context(), id)
	require.ErrorIs(t, err, workwx.ErrKfHandlerPanic)
	require.ErrorContains(t, err, "out of cheese")
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, []string{"a", "b"}, r.got())
}

// TestKfSyncerRetries tries a bounded number of times, after growing delays.
func TestKfSyncerRetries(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
		srv.KfCustomerSays(id, customer, "a")
		calls, failures := 0, 2
		var r kfRecord
		s := newKfSyncer(t, srv.Client(), func(context.Context, *workwx.KfMsg) error {
			if calls++; calls <= failures {
				return errNotNow
			}
			return nil
		}, workwx.WithKfSyncHook(r.observe))
		started := time.Now()
		require.NoError(t, s.CatchUp(t.Context(), id))
		require.Equal(t, 3, calls)
		require.Equal(t, 6*time.Second, time.Since(started))
		require.True(t, r.pulls()[1].WillRetry)
		require.Equal(t, 3, r.pulls()[2].Attempt)

		calls, failures = 0, 1000
		srv.KfCustomerSays(id, customer, "b")
		started = time.Now()
		require.ErrorIs(t, s.CatchUp(t.Context(), id), errNotNow)
		require.Equal(t, 14*time.Second, time.Since(started))
		time.Sleep(time.Hour)
		require.Equal(t, 4, calls, "it does not go on by itself")

		// An event ends the delay.
		calls, failures = 0, 1
		done := make(chan error)
		go func() { done <- s.CatchUp(t.Context(), id) }()
		synctest.Wait()
		require.Equal(t, 1, calls)
		started = time.Now()
		_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id, Token: srv.KfToken()})
		require.NoError(t, err)
		synctest.Wait()
		require.Equal(t, 2, calls)
		require.Zero(t, time.Since(started))
		require.ErrorIs(t, <-done, errNotNow)
		require.NoError(t, s.Shutdown(t.Context()))
	})
}

// TestKfSyncerShutdownEndsDelays rather than wait for them.
func TestKfSyncerShutdownEndsDelays(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
		srv.KfCustomerSays(id, customer, "a")
		s := newKfSyncer(t, srv.Client(), func(context.Context, *workwx.KfMsg) error { return errNotNow })
		_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id})
		require.NoError(t, err)
		synctest.Wait()
		started := time.Now()
		require.NoError(t, s.Shutdown(t.Context()))
		require.Zero(t, time.Since(started))
	})
}

// TestKfSyncerOnePullerPerAccount under a storm of events.
func TestKfSyncerOnePullerPerAccount(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	var r kfRecord
	var inside atomic.Int32
	s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
		if inside.Add(1) != 1 {
			t.Error("two messages of one account are handled at once")
		}
		defer inside.Add(-1)
		runtime.Gosched()
		return r.handle(ctx, m)
	}, workwx.WithKfPageSize(3), workwx.WithKfSyncHook(r.observe))
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			srv.KfCustomerSays(id, customer, strconv.Itoa(i))
			_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id, Token: srv.KfToken()})
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	require.NoError(t, s.Shutdown(t.Context()))
	got := r.got()
	slices.Sort(got)
	want := kfNumbers(100)
	slices.Sort(want)
	require.Equal(t, want, got, "each once, also those that came during a pull")
	require.LessOrEqual(t, len(r.pulls()), 100)
}

func TestKfSyncerManyAccounts(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		const accounts, messages, limit = 150, 10, 5
		want := map[string][]string{}
		for i := range accounts {
			id := srv.AddKfAccount(fmt.Sprintf("Support %d", i))
			srv.KfCustomerSays(id, srv.AddKfCustomer("Li"), kfNumbers(messages)...)
			want[id] = kfNumbers(messages)
		}
		var mu sync.Mutex
		got := map[string][]string{}
		var inside atomic.Int32
		release := make(chan struct{})
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			inside.Add(1)
			<-release
			mu.Lock()
			defer mu.Unlock()
			got[m.Account()] = append(got[m.Account()], m.Text.Content)
			return nil
		}, workwx.WithKfConcurrency(limit), workwx.WithKfPageSize(4))
		done := make(chan error)
		go func() { done <- s.CatchUp(t.Context()) }() // two pages of accounts
		synctest.Wait()
		require.EqualValues(t, limit, inside.Load(), "as many as may be, and no more")
		close(release)
		require.NoError(t, <-done)
		require.NoError(t, s.Shutdown(t.Context()))
		require.Equal(t, want, got)
	})
}

// TestKfSyncerOneAccountFails does not hold up the others.
func TestKfSyncerOneAccountFails(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	bad, good := srv.AddKfAccount("Bad"), srv.AddKfAccount("Good")
	srv.KfCustomerSays(bad, "wm1", "x")
	srv.KfCustomerSays(good, "wm1", "y")
	var r kfRecord
	s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
		if m.Account() == bad {
			return errNotNow
		}
		return r.handle(ctx, m)
	}, workwx.WithKfRetry(1, 0))
	err := s.CatchUp(t.Context(), bad, "wkgone", good)
	require.ErrorIs(t, err, errNotNow)
	require.ErrorIs(t, err, workwx.CodeOpenKfIDNotFound)
	require.Equal(t, []string{"y"}, r.got())
}

func TestKfSyncerShutdown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		first, second := srv.AddKfAccount("First"), srv.AddKfAccount("Second")
		srv.KfCustomerSays(first, "wm1", "a", "b")
		srv.KfCustomerSays(second, "wm1", "c")
		var r kfRecord
		release := make(chan struct{})
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			<-release
			return r.handle(ctx, m)
		}, workwx.WithKfConcurrency(1), workwx.WithKfPageSize(1))
		for _, id := range []string{first, second} {
			_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id, Token: srv.KfToken()})
			require.NoError(t, err)
		}
		synctest.Wait()
		done := make(chan error)
		go func() { done <- s.Shutdown(t.Context()) }()
		synctest.Wait()
		_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: first})
		require.ErrorIs(t, err, workwx.ErrKfSyncerClosed)
		require.ErrorIs(t, s.CatchUp(t.Context(), first), workwx.ErrKfSyncerClosed)
		select {
		case <-done:
			t.Fatal("it did not wait")
		default:
		}
		close(release)
		require.NoError(t, <-done)
		got := r.got()
		slices.Sort(got)
		require.Equal(t, []string{"a", "b", "c"}, got, "what was accepted is done")
		require.NoError(t, s.Shutdown(t.Context()), "again")
	})
}

// TestKfSyncerShutdownRunsOut ends the handler's context; what it did not finish comes again.
func TestKfSyncerShutdownRunsOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.KfCustomerSays(id, "wm1", "a", "b", "c")
		store := workwx.NewMemoryKfCursorStore()
		var r kfRecord
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			if m.Text.Content == "b" {
				<-ctx.Done()
				return ctx.Err()
			}
			return r.handle(ctx, m)
		}, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(1))
		_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id})
		require.NoError(t, err)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		require.ErrorIs(t, s.Shutdown(ctx), context.DeadlineExceeded)
		synctest.Wait() // no goroutine is left, or the bubble fails
		require.Equal(t, []string{"a"}, r.got())
		next := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfCursorStore(store))
		require.NoError(t, next.CatchUp(t.Context(), id))
		require.Equal(t, []string{"a", "b", "c"}, r.got())
	})
}

// TestKfSyncerShutdownSaves the cursor of a page that was handled, though the context has ended.
func TestKfSyncerShutdownSaves(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.KfCustomerSays(id, "wm1", "a")
		store := newKfStore()
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			<-ctx.Done()
			return nil
		}, workwx.WithKfCursorStore(store))
		_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id})
		require.NoError(t, err)
		ended, cancel := context.WithCancel(t.Context())
		cancel()
		synctest.Wait()
		require.ErrorIs(t, s.Shutdown(ended), context.Canceled)
		synctest.Wait()
		cursor, err := store.Load(t.Context(), id)
		require.NoError(t, err)
		require.NotEmpty(t, cursor)
	})
}

// TestKfSyncerHandlerEndsGoroutine: the account goes on, and nobody waits for ever.
func TestKfSyncerHandlerEndsGoroutine(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfCustomerSays(id, "wm1", "a")
	var r kfRecord
	ends := true
	s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
		if ends {
			ends = false
			runtime.Goexit()
		}
		return r.handle(ctx, m)
	}, workwx.WithKfConcurrency(1))
	require.ErrorIs(t, s.CatchUp(t.Context(), id), workwx.ErrKfHandlerPanic)
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, []string{"a"}, r.got())
	require.NoError(t, s.Shutdown(t.Context()))
}

func TestKfSyncerStoreFails(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfCustomerSays(id, "wm1", kfNumbers(10)...)
	store := newKfStore()
	var r kfRecord
	s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(5), workwx.WithKfRetry(1, 0))

	store.load = func() error { return errNotNow }
	err := s.CatchUp(t.Context(), id)
	require.ErrorIs(t, err, errNotNow)
	require.ErrorContains(t, err, "load the cursor")
	require.Empty(t, r.got())
	require.Empty(t, srv.RequestsTo(kfSyncPath), "nothing is fetched, as nobody knows from where")

	store.load, store.save = nil, func() error { return errNotNow }
	err = s.CatchUp(t.Context(), id)
	require.ErrorIs(t, err, errNotNow)
	require.ErrorContains(t, err, "save the cursor")
	require.Equal(t, kfNumbers(1), r.got(), "it does not go on when nobody would know")

	store.save = nil
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, kfNumbers(10), r.got(), "what was handled is not handled again")
}

func TestKfSyncerEmptyPages(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfCustomerSays(id, "wm1", "a")
	srv.KfEmptyPages(3)
	var r kfRecord
	s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfSyncHook(r.observe))
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, []string{"a"}, r.got())
	require.Equal(t, 4, r.pulls()[0].Pages)
}

// TestKfSyncerEndlessPages: a platform that always says that more follows is not asked for ever.
func TestKfSyncerEndlessPages(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfEmptyPages(1 << 30)
	s := newKfSyncer(t, srv.Client(), new(kfRecord).handle)
	require.ErrorIs(t, s.CatchUp(t.Context(), id), workwx.ErrKfEmptyPages)
	require.Len(t, srv.RequestsTo(kfSyncPath), 100)
}

func TestKfSyncerRepeatedCursor(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{"errcode":0,"has_more":1,"next_cursor":"x","msg_list":[]}`,
		`{"errcode":0,"has_more":1,"next_cursor":"","msg_list":[null]}`,
	} {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.RespondJSON(kfSyncPath, body)
		s := newKfSyncer(t, srv.Client(), new(kfRecord).handle) // which would try again for a while
		require.ErrorIs(t, s.CatchUp(t.Context(), id), workwx.ErrCursorRepeated)
		require.LessOrEqual(t, len(srv.RequestsTo(kfSyncPath)), 2)
	}
}

// TestKfSyncerToken sends the event's token as long as it is good, and goes on without.
func TestKfSyncerToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.KfCustomerSays(id, "wm1", "a", "b", "c")
		var r kfRecord
		s := newKfSyncer(t, srv.Client(), func(ctx context.Context, m *workwx.KfMsg) error {
			if m.Text.Content == "b" {
				time.Sleep(10 * time.Minute)
			}
			return r.handle(ctx, m)
		}, workwx.WithKfPageSize(1), workwx.WithKfSyncHook(r.observe))
		notify := func(token string) {
			_, err := s.Handle(t.Context(), &workwx.KfMessageEvent{OpenKfID: id, Token: token})
			require.NoError(t, err)
			synctest.Wait()
		}
		token := srv.KfToken()
		notify(token)
		time.Sleep(11 * time.Minute)
		synctest.Wait()
		var sent []string
		for _, req := range kfSyncBodies(t, srv) {
			sent = append(sent, req.Token)
		}
		require.Equal(t, []string{token, token, ""}, sent, "a token that has expired is not sent")

		srv.KfCustomerSays(id, "wm1", "d")
		notify("wrong")
		require.Equal(t, []string{"a", "b", "c", "d"}, r.got())
		requests := kfSyncBodies(t, srv)
		require.Equal(t, "wrong", requests[3].Token)
		require.Empty(t, requests[4].Token)
		for _, info := range r.pulls() {
			require.NoError(t, info.Err)
		}
		require.NoError(t, s.Shutdown(t.Context()))
	})
}

// TestKfSyncerCursorRefused starts over from what the platform holds.
func TestKfSyncerCursorRefused(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	id := srv.AddKfAccount("Support")
	srv.KfCustomerSays(id, "wm1", "a", "b")
	store := workwx.NewMemoryKfCursorStore()
	var r kfRecord
	s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfCursorStore(store), workwx.WithKfPageSize(1), workwx.WithKfSyncHook(r.observe))
	require.NoError(t, s.CatchUp(t.Context(), id))
	srv.ExpireKfCursors()
	srv.KfCustomerSays(id, "wm1", "c")
	require.NoError(t, s.CatchUp(t.Context(), id))
	require.Equal(t, []string{"a", "b", "c"}, r.got())
	require.True(t, r.pulls()[1].CursorReset)
	require.Equal(t, 2, r.pulls()[1].Duplicates)

	srv.ExpireKfCursors()
	var later kfRecord
	next := newKfSyncer(t, srv.Client(), later.handle, workwx.WithKfCursorStore(store))
	require.NoError(t, next.CatchUp(t.Context(), id))
	require.Equal(t, []string{"a", "b", "c"}, later.got(), "another process does not know what this one handled")

	srv.FailNext(kfSyncPath, workwx.CodeInvalidCursor, 100)
	require.ErrorIs(t, next.CatchUp(t.Context(), id), workwx.CodeInvalidCursor)
	require.LessOrEqual(t, len(kfSyncBodies(t, srv)), 12, "it starts over once")
}

// TestKfSyncerCursorRefusedOnTheWay: the cursors of the second round are those of the first.
func TestKfSyncerCursorRefusedOnTheWay(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	var asked []string
	srv.Handle(kfSyncPath, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var req workwx.SyncKfMessagesRequest
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			t.Error(err)
		}
		asked = append(asked, req.Cursor)
		switch {
		case req.Cursor == "":
			fmt.Fprint(w, `{"errcode":0,"has_more":1,"next_cursor":"A","msg_list":[{"msgid":"1","msgtype":"text"}]}`)
		case req.Cursor == "A" && len(asked) == 2:
			fmt.Fprint(w, `{"errcode":0,"has_more":1,"next_cursor":"B","msg_list":[]}`)
		case req.Cursor == "B":
			fmt.Fprint(w, `{"errcode":60268,"errmsg":"invalid cursor"}`)
		default:
			fmt.Fprint(w, `{"errcode":0,"has_more":0,"next_cursor":"C","msg_list":[{"msgid":"2","msgtype":"text"}]}`)
		}
	}))
	var r kfRecord
	s := newKfSyncer(t, srv.Client(), r.handle)
	require.NoError(t, s.CatchUp(t.Context(), "wk1"))
	require.Equal(t, []string{"", "A", "B", "", "A"}, asked)
	require.Len(t, r.got(), 2)
}

// TestKfSyncerRefusals tries again what may pass, and nothing else.
func TestKfSyncerRefusals(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		for _, code := range []workwx.Code{workwx.CodeRateLimited, workwx.CodeSystemBusy} {
			srv.ClearFaults()
			srv.KfCustomerSays(id, "wm1", "a")
			var r kfRecord
			s := newKfSyncer(t, srv.Client(workwx.WithRetry(workwx.RetryPolicy{Attempts: 1})), r.handle, workwx.WithKfSyncHook(r.observe))
			srv.FailNext(kfSyncPath, code, 2)
			require.NoError(t, s.CatchUp(t.Context(), id))
			require.Len(t, r.pulls(), 3)
		}
		for _, code := range []workwx.Code{95004, 95012, 95017, 48002, 48007, 701008} {
			srv.ClearFaults()
			var r kfRecord
			s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfSyncHook(r.observe))
			srv.FailNext(kfSyncPath, code, 2)
			started := time.Now()
			require.ErrorIs(t, s.CatchUp(t.Context(), id), code)
			require.Zero(t, time.Since(started))
			require.Len(t, r.pulls(), 1)
		}
	})
}

// TestKfSyncerWaitsOut a platform that limits the calls, for longer than it tries otherwise, but not for ever.
func TestKfSyncerWaitsOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.KfCustomerSays(id, "wm1", "a")
		var r kfRecord
		s := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfSyncHook(r.observe))
		srv.FailNext(kfSyncPath, workwx.CodeRateLimited, 8)
		started := time.Now()
		require.NoError(t, s.CatchUp(t.Context(), id))
		require.Equal(t, []string{"a"}, r.got())
		require.Equal(t, (2+4+8+16+32+64+128+256)*time.Second, time.Since(started))

		srv.FailNext(kfSyncPath, workwx.CodeRateLimited, 1000)
		started = time.Now()
		require.ErrorIs(t, s.CatchUp(t.Context(), id), workwx.CodeRateLimited)
		require.InDelta(t, 75, time.Since(started).Minutes(), 10)
		require.Less(t, len(r.pulls()), 40)

		before := len(r.pulls())
		once := newKfSyncer(t, srv.Client(), r.handle, workwx.WithKfSyncHook(r.observe), workwx.WithKfRetry(1, 0))
		require.ErrorIs(t, once.CatchUp(t.Context(), id), workwx.CodeRateLimited)
		require.Len(t, r.pulls(), before+1)
	})
}

func TestKfSyncerCatchUpUnderContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := workwxtest.NewServer(t, workwxtest.WithPipe())
		id := srv.AddKfAccount("Support")
		srv.KfCustomerSays(id, "wm1", "a")
		release := make(chan struct{})
		s := newKfSyncer(t, srv.Client(), func(context.Context, *workwx.KfMsg) error { <-release; return nil })
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		require.ErrorIs(t, s.CatchUp(ctx, id), context.DeadlineExceeded)
		close(release)
		require.NoError(t, s.Shutdown(t.Context()))
		require.Error(t, s.CatchUp(t.Context(), ""))
	})
}

func TestKfSyncerOptions(t *testing.T) {
	t.Parallel()
	c := workwxtest.NewServer(t, workwxtest.WithPipe()).Client()
	handle := new(kfRecord).handle
	for _, opt := range []workwx.KfSyncOption{
		workwx.WithKfCursorStore(nil), workwx.WithKfConcurrency(0), workwx.WithKfPageSize(1001),
		workwx.WithKfPageSize(0), workwx.WithKfRetry(0, 0), workwx.WithKfRetry(2, 0), workwx.WithKfSyncLogger(nil),
	} {
		_, err := workwx.NewKfSyncer(c, handle, opt)
		var wrong *workwx.ConfigError
		require.ErrorAs(t, err, &wrong)
	}
	_, err := workwx.NewKfSyncer(nil, handle)
	require.Error(t, err)
	_, err = workwx.NewKfSyncer(c, nil)
	require.Error(t, err)
	s := newKfSyncer(t, c, handle)
	for _, ev := range []*workwx.KfMessageEvent{nil, {}} {
		_, err = s.Handle(t.Context(), ev)
		var wrong *workwx.ArgumentError
		require.ErrorAs(t, err, &wrong)
	}
	require.NoError(t, s.Shutdown(t.Context()))
}

// TestKfConversation goes the whole way: a customer writes, the platform pushes the event to the callback
// URL, the syncer fetches, the handler answers.
func TestKfConversation(t *testing.T) {
	t.Parallel()
	const token, key, corp = "KfCallbackToken", "ZmFrZS1lbmNvZGluZy1hZXMta2V5LTAxMjM0NTY3ODk", "wwfake0000000000001"
	h, err := workwx.NewCallbackHandler(token, key, corp, nil)
	require.NoError(t, err)
	target := httptest.NewServer(h)
	defer target.Close()
	srv := workwxtest.NewServer(t, workwxtest.WithCallback(target.URL), workwxtest.WithCallbackKeys(token, key))
	client := srv.Client()
	answered := make(chan string, 10)
	s := newKfSyncer(t, client, func(ctx context.Context, m *workwx.KfMsg) error {
		if m.MsgType == workwx.KfMsgTypeEvent {
			_, err := client.SendKfTextMessageOnEvent(ctx, m.Event.WelcomeCode, "Welcome!")
			answered <- "Welcome!"
			return err
		}
		_, err := client.SendKfTextMessage(ctx, m.Customer(), m.Account(), "You said: "+m.Text.Content)
		answered <- m.Text.Content
		return err
	})
	workwx.On(h, s.Handle)
	id, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerEnters(id, customer, "shop", "")
	require.Equal(t, "Welcome!", <-answered)
	srv.KfCustomerSays(id, customer, "hello")
	require.Equal(t, "hello", <-answered)
	require.NoError(t, h.Shutdown(t.Context()))
	require.NoError(t, s.Shutdown(t.Context()))
	var sent []string
	for _, m := range srv.KfMessages() {
		require.Equal(t, customer, m.ExternalUserID)
		sent = append(sent, m.Content)
	}
	require.Equal(t, []string{"Welcome!", "You said: hello"}, sent)
}
