package workwx

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// KfHandler handles a message or event of 微信客服: a [KfMsg] is typed by MsgType, and an event by
// Event.EventType. The message counts as handled when it returns nil.
//
// After an error, or a panic, the account's messages stop there; the same message comes again with the
// next attempt. A message that can never be handled, such as one whose answer the platform refuses for good,
// is therefore to be put aside by the handler, which then returns nil: otherwise the account waits behind it.
type KfHandler func(ctx context.Context, msg *KfMsg) error

// KfCursorStore remembers how far the messages of each account were handled. Implementations must be safe
// for concurrent use; calls for one account do not overlap within a process. What is stored is a string of
// at most 100 bytes for each open_kfid, and one row of a table or one key is enough for it:
//
//	func (s store) Load(ctx context.Context, openKfID string) (cursor string, err error) {
//		err = s.db.QueryRowContext(ctx, `SELECT kf_cursor FROM kf_cursors WHERE open_kfid = $1`, openKfID).Scan(&cursor)
//		if errors.Is(err, sql.ErrNoRows) {
//			err = nil
//		}
//		return cursor, err
//	}
//
//	func (s store) Save(ctx context.Context, openKfID, cursor string) error {
//		_, err := s.db.ExecContext(ctx, `INSERT INTO kf_cursors (open_kfid, kf_cursor) VALUES ($1, $2)
//			ON CONFLICT (open_kfid) DO UPDATE SET kf_cursor = excluded.kf_cursor`, openKfID, cursor)
//		return err
//	}
//
// The string is a cursor of the platform, and between two messages of a page also says which of them was
// handled last: it is for a [KfSyncer], not for [Client.SyncKfMessages].
//
// The module redisstore has one for Redis.
type KfCursorStore interface {
	// Load returns the cursor that was saved last for an account, "" if there is none.
	Load(ctx context.Context, openKfID string) (cursor string, err error)
	// Save replaces the cursor of an account.
	Save(ctx context.Context, openKfID, cursor string) error
}

// NewMemoryKfCursorStore returns a KfCursorStore that forgets all when the process ends. The messages of
// the last 3 days are then delivered again.
func NewMemoryKfCursorStore() KfCursorStore {
	return &memoryKfCursors{cursors: map[string]string{}}
}

type memoryKfCursors struct {
	mu      sync.Mutex
	cursors map[string]string
}

func (m *memoryKfCursors) Load(_ context.Context, openKfID string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.cursors[openKfID], nil
}

func (m *memoryKfCursors) Save(_ context.Context, openKfID, cursor string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cursors[openKfID] = cursor
	return nil
}

// Limits of a KfSyncer.
const (
	kfTokenLife    = 10 * time.Minute // of the token that an event carries
	kfStoreTimeout = 5 * time.Second  // for one operation of a KfCursorStore
	kfRetryDelay   = 5 * time.Minute  // that the delay between attempts may grow to
	kfWaitOut      = time.Hour        // for a platform that is busy or limits the calls
	kfRemembered   = 100_000          // messages that are known to be handled
	kfEmptyPages   = 100              // in a row, after which the platform is not believed that more follow
)

// What a KfSyncer refuses.
const (
	ErrKfSyncerClosed = constError("workwx: kf sync: the syncer is shut down")
	ErrKfHandlerPanic = constError("the handler panicked")
	ErrKfEmptyPages   = constError("workwx: kf sync: the platform says again and again that more messages follow, and returns none")
)

// KfSyncer receives the messages of 微信客服. The platform does not send them: its event kf_msg_or_event
// says that an account has new ones, which are then fetched page by page from where the last page ended.
// A KfSyncer does that and hands the messages to a [KfHandler], oldest first:
//
//	syncer, err := workwx.NewKfSyncer(client, func(ctx context.Context, m *workwx.KfMsg) error {
//		if m.Origin != workwx.KfOriginCustomer || m.MsgType != workwx.KfMsgTypeText {
//			return nil
//		}
//		_, err := client.SendKfTextMessage(ctx, m.Customer(), m.Account(), "You said: "+m.Text.Content)
//		if code := workwx.CodeOK; errors.As(err, &code) && code.IsKfUndeliverable() {
//			return nil // a servicer has taken the session, say: trying again does not help
//		}
//		return err
//	}, workwx.WithKfCursorStore(store))
//	...
//	workwx.On(h, syncer.Handle) // h is the CallbackHandler
//	go syncer.CatchUp(ctx)      // what came while the service was down
//	...
//	h.Shutdown(ctx)
//	syncer.Shutdown(ctx)
//
// # What is promised
//
// Every message that the platform holds is handled at least once. How far it came is saved each time that the
// handler returned nil: when the process dies, the next one goes on with the message that was being handled,
// and repeats no other ([WithKfSavePerPage] trades that for fewer writes). Within a process a message is
// handled once, unless its handling failed: the last 100,000 are remembered by their MsgID, also where the
// platform returns one twice.
//
// The messages of an account are handled one after the other: there is one pull of it at a time, however
// many events come, and an event that comes meanwhile causes one more pull afterwards. Accounts are
// handled side by side, see [WithKfConcurrency]. Between processes nothing of this holds: where several
// receive callbacks, have one of them run the syncer, or let the handler drop by MsgID what another
// has handled.
//
// # What can go wrong
//
// A pull that failed is reported ([WithKfSyncHook], [WithKfSyncLogger]) and tried again a few times after a
// growing delay ([WithKfRetry]), then when the next event comes. Nothing is lost by that, as the cursor stays
// where it was. So it is when the handler or the cursor store fails, and when there is no answer. A platform
// that is busy (errcode -1) or refuses for the number of calls (45009) is waited out, with further tries for
// up to an hour. What else the platform refuses waits for the next event or [KfSyncer.CatchUp]
// without further tries: an account that was deleted (95004), 微信客服 that is not used in WeCom (95012) or
// whose API is switched off (95017), a missing permission (48002, 48007) or license (701008, 701099).
//
// Two refusals are dealt with. An event's token that has expired or is wrong (95007) is left away; without one
// the platform allows fewer calls. A saved cursor that is no longer good (50100, 60268) is given up for the
// oldest messages that the platform holds, those of 3 days: all of them come, those included that another
// process has handled. [KfSyncInfo.CursorReset] tells.
//
// A KfSyncer is safe for concurrent use.
type KfSyncer struct {
	client  *Client
	handler KfHandler
	o       kfSyncOptions
	handled Deduper

	ctx   context.Context // of the work, ended by stop
	stop  context.CancelFunc
	slots chan struct{} // one for each pull at work

	mu      sync.Mutex
	pullers map[string]*kfPuller // the accounts with something to do
	closed  bool
	closing chan struct{} // closed when closed is set
	idle    chan struct{} // closed when closed and there are no pullers
}

// kfPuller is an account with something to do. Its fields are guarded by the syncer's mu.
type kfPuller struct {
	openKfID string
	token    string // of the newest event
	tokenAt  time.Time
	again    bool           // a pull is wanted that begins from now on
	waiting  []chan<- error // are told how that pull ends
	wake     chan struct{}  // holds an element while again is set
}

// KfSyncOption configures a [KfSyncer].
type KfSyncOption func(*kfSyncOptions)

type kfSyncOptions struct {
	store       KfCursorStore
	concurrency int
	pageSize    int64
	savePerPage bool
	voiceFormat KfVoiceFormat
	attempts    int
	delay       time.Duration
	observers   []func(context.Context, KfSyncInfo)
	problem     error
}

func (o *kfSyncOptions) fail(option, reason string) {
	if o.problem == nil {
		o.problem = &ConfigError{Option: option, Reason: reason}
	}
}

// WithKfCursorStore keeps the cursors in store rather than in memory, so that a new process goes on where
// the last one ended.
func WithKfCursorStore(store KfCursorStore) KfSyncOption {
	return func(o *kfSyncOptions) {
		if store == nil {
			o.fail("WithKfCursorStore", "the store is nil; leave the option away for one in memory")
		}
		o.store = store
	}
}

// WithKfConcurrency sets how many accounts are handled side by side, 8 by default.
func WithKfConcurrency(n int) KfSyncOption {
	return func(o *kfSyncOptions) {
		if n < 1 {
			o.fail("WithKfConcurrency", "there must be at least one")
		}
		o.concurrency = n
	}
}

// WithKfPageSize sets how many messages a page may hold, 1 to 1,000; 1,000 by default.
func WithKfPageSize(n int) KfSyncOption {
	return func(o *kfSyncOptions) {
		if n < 1 || n > 1000 {
			o.fail("WithKfPageSize", "the size must be 1 to 1,000")
		}
		o.pageSize = int64(n)
	}
}

// WithKfSavePerPage saves how far it came once for each page rather than after each message. That is for
// handlers that may have a message again, such as those that file it under its MsgID: a process that
// dies repeats a page at most.
func WithKfSavePerPage() KfSyncOption {
	return func(o *kfSyncOptions) { o.savePerPage = true }
}

// WithKfVoiceFormat sets the encoding of voice messages, AMR by default.
func WithKfVoiceFormat(f KfVoiceFormat) KfSyncOption {
	return func(o *kfSyncOptions) { o.voiceFormat = f }
}

// WithKfRetry sets how often a pull is tried in all when it fails, and the delay before the second try,
// which doubles from try to try up to 5 minutes: 4 and 2 s by default. With 1, only the next event has it
// tried again. An event that comes during a delay ends it, and begins a new series of attempts. A platform
// that is busy or limits the calls does not use up the attempts for an hour.
func WithKfRetry(attempts int, delay time.Duration) KfSyncOption {
	return func(o *kfSyncOptions) {
		if attempts < 1 || attempts > 1 && delay <= 0 {
			o.fail("WithKfRetry", "attempts must be 1 or more and the delay positive; 1 turns retries off")
		}
		o.attempts, o.delay = attempts, delay
	}
}

// WithKfSyncHook adds a func that is told of each attempt of a pull, and must be quick.
func WithKfSyncHook(f func(ctx context.Context, info KfSyncInfo)) KfSyncOption {
	return func(o *kfSyncOptions) {
		if f != nil {
			o.observers = append(o.observers, f)
		}
	}
}

// WithKfSyncLogger logs pulls: at level Debug, and at Warn those that failed or lost the cursor.
func WithKfSyncLogger(l *slog.Logger) KfSyncOption {
	if l == nil {
		return func(o *kfSyncOptions) { o.fail("WithKfSyncLogger", "the logger is nil") }
	}
	return WithKfSyncHook(func(ctx context.Context, i KfSyncInfo) {
		level := slog.LevelDebug
		attrs := []slog.Attr{
			slog.String("open_kfid", i.OpenKfID),
			slog.Int("attempt", i.Attempt),
			slog.Int("pages", i.Pages),
			slog.Int("messages", i.Messages),
			slog.Duration("duration", i.Duration),
		}
		if i.CursorReset {
			attrs = append(attrs, slog.Bool("cursor_reset", true))
			level = slog.LevelWarn
		}
		if i.Err != nil {
			attrs = append(attrs, slog.Bool("will_retry", i.WillRetry), slog.Any("error", i.Err))
			level = slog.LevelWarn
		}
		l.LogAttrs(ctx, level, "workwx kf sync", attrs...)
	})
}

// KfSyncInfo describes one attempt to fetch and handle what an account has.
type KfSyncInfo struct {
	OpenKfID    string        // the account
	Attempt     int           // from 1; more than 1 after a failure
	Pages       int           // how many were handled and their cursors saved
	Messages    int           // how many were handled
	Duplicates  int           // how many were skipped, as they had been handled before
	Duration    time.Duration // the time in the queue not included
	CursorReset bool          // the platform refused the saved cursor, and its oldest messages were fetched
	WillRetry   bool          // another attempt follows by itself
	Err         error         // why it stopped, a [KfSyncError]; nil if it came to the end
}

// The values of [KfSyncError.Operation].
const (
	kfOpLoad   = "load"
	kfOpSync   = "sync"
	kfOpHandle = "handle"
	kfOpSave   = "save"
)

// KfSyncError says where the pull of an account stopped.
type KfSyncError struct {
	OpenKfID  string // the account
	Operation string // load (the cursor), sync (the call), handle (a message) or save (the cursor)
	MsgID     string // the message, if it was its handling
	Err       error  // what the store, the client or the handler returned; wraps ErrKfHandlerPanic for a panic
}

// Error implements the error interface.
func (e *KfSyncError) Error() string {
	s := "workwx: kf sync: account " + e.OpenKfID + ": "
	switch e.Operation {
	case kfOpLoad:
		s += "load the cursor: "
	case kfOpSave:
		s += "save the cursor: "
	case kfOpHandle:
		s += "message " + e.MsgID + ": "
	}
	return s + trimPrefix(e.Err)
}

// Unwrap returns the reason.
func (e *KfSyncError) Unwrap() error { return e.Err }

// LogValue implements [slog.LogValuer].
func (e *KfSyncError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("open_kfid", e.OpenKfID), slog.String("operation", e.Operation),
		slog.String("msgid", e.MsgID), slog.Any("error", e.Err))
}

// temporary reports whether another attempt may succeed though nobody did anything about it.
func (e *KfSyncError) temporary() bool {
	if e.Operation != kfOpSync {
		return true
	}
	var refusal *Error
	if errors.As(e.Err, &refusal) {
		return refusal.Code.IsBusy() || refusal.Code.IsRateLimited()
	}
	return !errors.Is(e.Err, ErrCursorRepeated) && !errors.Is(e.Err, ErrKfEmptyPages)
}

// passes reports whether it is the platform that has too much to do.
func (e *KfSyncError) passes() bool {
	var refusal *Error
	return e.Operation == kfOpSync && errors.As(e.Err, &refusal) && (refusal.Code.IsBusy() || refusal.Code.IsRateLimited())
}

// NewKfSyncer makes a syncer that fetches with c, an app that may call the API of 微信客服 for the
// accounts, and hands the messages to handle.
func NewKfSyncer(c *Client, handle KfHandler, opts ...KfSyncOption) (*KfSyncer, error) {
	o := kfSyncOptions{store: NewMemoryKfCursorStore(), concurrency: 8, pageSize: 1000, attempts: 4, delay: 2 * time.Second}
	for _, opt := range opts {
		if opt != nil {
			opt(&o)
		}
	}
	switch {
	case c == nil:
		o.fail("client", "it is nil")
	case handle == nil:
		o.fail("handle", "it is nil")
	}
	if o.problem != nil {
		return nil, o.problem
	}
	s := &KfSyncer{
		client:  c,
		handler: handle,
		o:       o,
		handled: NewMemoryDeduper(kfRemembered, 0),
		slots:   make(chan struct{}, o.concurrency),
		pullers: map[string]*kfPuller{},
		closing: make(chan struct{}),
		idle:    make(chan struct{}),
	}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s, nil
}

// Handle takes the event that an account has something new, and returns at once; the messages are handled
// afterwards. It is made for [On]:
//
//	workwx.On(h, syncer.Handle)
//
// After [KfSyncer.Shutdown] it returns [ErrKfSyncerClosed], so that the platform may send the event to
// another process.
func (s *KfSyncer) Handle(_ context.Context, ev *KfMessageEvent) (Reply, error) {
	if ev == nil || ev.OpenKfID == "" {
		return nil, invalid("KfSyncer.Handle", "OpenKfID", "the event names no account")
	}
	return nil, s.notify(ev.OpenKfID, ev.Token, nil)
}

// CatchUp fetches and handles what accounts have, without an event: all accounts of the corp, or those that
// are named. Call it when the service starts, for what came while it was down, and now and then if events
// may get lost. It waits until the pulls have ended, and returns the errors of all that failed, each a
// [KfSyncError], joined; the others are not held up. When ctx ends the wait does, and the pulls go on.
//
// Without the token of an event the platform allows few calls (errcode 45009): an account costs one call
// for each page, and one at least.
func (s *KfSyncer) CatchUp(ctx context.Context, openKfIDs ...string) error {
	var problems []error
	var results []<-chan error
	start := func(openKfID string) {
		done := make(chan error, 1)
		if err := s.notify(openKfID, "", done); err != nil {
			done <- err
		}
		results = append(results, done)
	}
	for _, id := range openKfIDs {
		if id == "" {
			return invalid("KfSyncer.CatchUp", "openKfIDs", "one of them is empty")
		}
		start(id)
	}
	if len(openKfIDs) == 0 {
		for account, err := range s.client.AllKfAccounts(ctx, nil) {
			if err != nil {
				problems = append(problems, err)
				break
			}
			if account != nil {
				start(account.OpenKfID)
			}
		}
	}
	for _, done := range results {
		select {
		case err := <-done:
			if err != nil {
				problems = append(problems, err)
			}
		case <-ctx.Done():
			return errors.Join(append(problems, ctx.Err())...)
		}
	}
	return errors.Join(problems...)
}

// Shutdown refuses further events and waits until the pulls at work and in the queue are done; those that
// wait to be tried again are given up. If ctx ends before, the contexts of the handlers end, and so does the
// wait: pages that were not handled to their end come again. Shut down the [CallbackHandler] first.
func (s *KfSyncer) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.closing)
		s.checkIdle()
	}
	s.mu.Unlock()
	defer s.stop()
	select {
	case <-s.idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// checkIdle is called with s.mu held.
func (s *KfSyncer) checkIdle() {
	if s.closed && len(s.pullers) == 0 {
		close(s.idle)
	}
}

// notify has an account pulled once more, from now on. done, if it is not nil, is told how that ends.
func (s *KfSyncer) notify(openKfID, token string, done chan<- error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrKfSyncerClosed
	}
	p := s.pullers[openKfID]
	if p == nil {
		p = &kfPuller{openKfID: openKfID, wake: make(chan struct{}, 1)}
		s.pullers[openKfID] = p
		go s.work(p)
	}
	if token != "" {
		p.token, p.tokenAt = token, time.Now()
	}
	if done != nil {
		p.waiting = append(p.waiting, done)
	}
	if !p.again {
		p.again = true
		p.wake <- struct{}{}
	}
	return nil
}

// work pulls an account as long as that is wanted.
func (s *KfSyncer) work(p *kfPuller) {
	waiting, wanted := s.begin(p)
	defer func() {
		if wanted { // the handler ended this goroutine, as testing.T.FailNow does
			err := &KfSyncError{OpenKfID: p.openKfID, Operation: kfOpHandle, Err: ErrKfHandlerPanic}
			tell(waiting, err)
			go s.work(p)
			s.observe(KfSyncInfo{OpenKfID: p.openKfID, Attempt: 1, Err: err})
		}
	}()
	for wanted {
		tell(waiting, s.attempts(p))
		waiting, wanted = s.begin(p)
	}
}

func tell(waiting []chan<- error, err error) {
	for _, done := range waiting {
		done <- err // which has room for it
	}
}

// begin takes up what is wanted of an account. If there is nothing, the account is removed.
func (s *KfSyncer) begin(p *kfPuller) (waiting []chan<- error, wanted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !p.again {
		delete(s.pullers, p.openKfID)
		s.checkIdle()
		return nil, false
	}
	<-p.wake
	waiting, p.waiting, p.again = p.waiting, nil, false
	return waiting, true
}

// attempts pulls an account until it succeeds, must not be tried again, or is to be pulled anew.
func (s *KfSyncer) attempts(p *kfPuller) error {
	delay, started, used := s.o.delay, time.Now(), 0
	for attempt := 1; ; attempt++ {
		select {
		case s.slots <- struct{}{}:
		case <-s.ctx.Done():
			return &KfSyncError{OpenKfID: p.openKfID, Operation: kfOpSync, Err: s.ctx.Err()}
		}
		info, failure := s.attempt(p, attempt)
		if failure == nil {
			s.observe(info)
			return nil
		}
		info.Err = failure
		if !failure.passes() || time.Since(started) >= kfWaitOut || s.o.attempts == 1 {
			used++
		}
		info.WillRetry = used < s.o.attempts && failure.temporary() && s.ctx.Err() == nil && !s.isClosed()
		s.observe(info)
		if !info.WillRetry || !s.pause(p, delay) {
			return failure
		}
		delay = min(2*delay, max(s.o.delay, kfRetryDelay))
	}
}

func (s *KfSyncer) isClosed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

// pause waits; it reports false when there is a new event, or the syncer is shut down.
func (s *KfSyncer) pause(p *kfPuller, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case signal := <-p.wake:
		p.wake <- signal // for begin
		return false
	case <-s.closing:
		return false
	}
}

// attempt occupies a slot, which it gives back.
func (s *KfSyncer) attempt(p *kfPuller, n int) (KfSyncInfo, *KfSyncError) {
	defer func() { <-s.slots }()
	info := KfSyncInfo{OpenKfID: p.openKfID, Attempt: n}
	started := time.Now()
	failure := s.pull(p, &info)
	info.Duration = time.Since(started)
	return info, failure
}

func (s *KfSyncer) observe(info KfSyncInfo) {
	for _, f := range s.o.observers {
		f(context.WithoutCancel(s.ctx), info)
	}
}

// pull fetches and handles what an account has, page by page.
func (s *KfSyncer) pull(p *kfPuller, info *KfSyncInfo) *KfSyncError {
	fail := func(operation string, err error) *KfSyncError {
		return &KfSyncError{OpenKfID: p.openKfID, Operation: operation, Err: err}
	}
	saved, err := s.load(p)
	if err != nil {
		return fail(kfOpLoad, err)
	}
	cursor, last := splitKfCursor(saved)
	seen := map[string]bool{}
	empty := 0
	for {
		reset := info.CursorReset
		page, err := s.fetch(p, &cursor, info)
		if err != nil {
			return fail(kfOpSync, err)
		}
		if info.CursorReset != reset {
			clear(seen) // they may come once more
			last = ""
		}
		seen[cursor] = true
		next := page.NextCursor
		moves := next != "" && next != cursor
		list := page.MsgList
		if last != "" && len(list) > 0 {
			if list = s.skip(p, list, last, info); len(list) > 0 || !bool(page.HasMore) {
				last = ""
			}
		}
		for i, m := range list {
			if m == nil {
				continue
			}
			again, err := s.handle(p, m, info)
			if err != nil {
				failure := fail(kfOpHandle, err)
				failure.MsgID = m.MsgID
				return failure
			}
			if again || m.MsgID == "" || s.o.savePerPage || moves && i == len(list)-1 {
				continue
			}
			if err := s.save(p, joinKfCursor(cursor, kfMark(m))); err != nil {
				return fail(kfOpSave, err)
			}
		}
		if moves {
			if err := s.save(p, joinKfCursor(next, last)); err != nil {
				return fail(kfOpSave, err)
			}
		}
		info.Pages++
		if empty++; len(page.MsgList) > 0 {
			empty = 0
		}
		switch {
		case !bool(page.HasMore):
			return nil
		case next == "" || seen[next]:
			return fail(kfOpSync, ErrCursorRepeated)
		case empty >= kfEmptyPages:
			return fail(kfOpSync, ErrKfEmptyPages)
		}
		cursor = next
	}
}

// A position is saved as the cursor of a page, and after a # what stands for the message of that page that was
// handled last.

func joinKfCursor(cursor, mark string) string {
	if mark == "" {
		return cursor
	}
	return cursor + "#" + mark
}

func splitKfCursor(saved string) (cursor, mark string) {
	if i := strings.LastIndexByte(saved, '#'); i >= 0 && len(saved)-i > 16 {
		return saved[:i], saved[i+1:]
	}
	return saved, ""
}

// kfMark is short, whatever a MsgID is.
func kfMark(m *KfMsg) string {
	mark := shortHash(m.MsgID)
	if m.SendTime.IsZero() {
		return mark
	}
	return mark + "." + strconv.FormatInt(m.SendTime.Unix(), 10)
}

// skip leaves away the messages up to that of mark, which were handled before the process started. When it is
// not there, the page may be shorter than it was then, and the message on a later one: what was sent
// before it is left away. Or the platform has forgotten it, as it keeps a message for 3 days: all that are
// here came after it.
func (s *KfSyncer) skip(p *kfPuller, list []*KfMsg, mark string, info *KfSyncInfo) []*KfMsg {
	n := 1 + slices.IndexFunc(list, func(m *KfMsg) bool { return m != nil && m.MsgID != "" && kfMark(m) == mark })
	if n == 0 {
		_, after, _ := strings.Cut(mark, ".")
		sent, _ := strconv.ParseInt(after, 10, 64) // 0 if it is not known: none was sent before
		n = slices.IndexFunc(list, func(m *KfMsg) bool { return m != nil && (m.SendTime.IsZero() || m.SendTime.Unix() >= sent) })
		if n < 0 {
			n = len(list)
		}
	}
	for _, m := range list[:n] {
		if m != nil {
			_, _ = s.handled.Claim(s.ctx, p.key(m)) // in memory, which does not fail
			info.Duplicates++
		}
	}
	return list[n:]
}

// key is what a message is remembered by.
func (p *kfPuller) key(m *KfMsg) string { return p.openKfID + "\x00" + m.MsgID }

func (s *KfSyncer) load(p *kfPuller) (string, error) {
	ctx, cancel := context.WithTimeout(s.ctx, kfStoreTimeout)
	defer cancel()
	return s.o.store.Load(ctx, p.openKfID)
}

// save does not give up when the syncer does, as the messages were handled.
func (s *KfSyncer) save(p *kfPuller, cursor string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), kfStoreTimeout)
	defer cancel()
	return s.o.store.Save(ctx, p.openKfID, cursor)
}

// fetch returns the page after the cursor. A token that is refused is replaced by a newer one or none, a
// cursor that is refused by that of the beginning, which happens once in a pull.
func (s *KfSyncer) fetch(p *kfPuller, cursor *string, info *KfSyncInfo) (*SyncKfMessagesResponse, error) {
	for {
		token := s.token(p)
		page, err := s.client.SyncKfMessages(s.ctx, &SyncKfMessagesRequest{
			Token:       token,
			Cursor:      *cursor,
			Limit:       s.o.pageSize,
			VoiceFormat: s.o.voiceFormat,
			OpenKfID:    p.openKfID,
		})
		switch {
		case token != "" && errors.Is(err, CodeInvalidMessageToken):
			s.dropToken(p, token)
		case *cursor != "" && !info.CursorReset && (errors.Is(err, CodeInvalidCursor) || errors.Is(err, codeKfCursor)):
			*cursor, info.CursorReset = "", true
		default:
			return page, err
		}
	}
}

// codeKfCursor is another code of a cursor that is not valid.
const codeKfCursor = Code(60268)

// token returns that of the newest event, "" if it has expired.
func (s *KfSyncer) token(p *kfPuller) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(p.tokenAt) >= kfTokenLife {
		p.token = ""
	}
	return p.token
}

// dropToken gives up a token unless there is a newer one.
func (s *KfSyncer) dropToken(p *kfPuller, token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p.token == token {
		p.token = ""
	}
}

// handle has a message handled; again says that it was before, and was not now.
func (s *KfSyncer) handle(p *kfPuller, m *KfMsg, info *KfSyncInfo) (again bool, err error) {
	if err := s.ctx.Err(); err != nil {
		return false, err
	}
	key := ""
	if m.MsgID != "" {
		key = p.key(m)
		if first, _ := s.handled.Claim(s.ctx, key); !first {
			info.Duplicates++
			return true, nil
		}
	}
	done := false
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%w: %v\n%s", ErrKfHandlerPanic, v, debug.Stack())
		}
		if (err != nil || !done) && key != "" {
			_ = s.handled.Release(s.ctx, key) // of one in memory, which does not fail
		}
	}()
	err = s.handler(s.ctx, m)
	done = true
	if err == nil {
		info.Messages++
	}
	return false, err
}
