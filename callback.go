package workwx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The platform cuts the connection after 5 seconds, and after 1 second where a suite is authorised. It
// is answered before, if need be with nothing.
const (
	replyGuard   = 4500 * time.Millisecond
	commandGuard = 900 * time.Millisecond
)

// deduperPatience is how long a deduper may take before the event is handled without it.
const deduperPatience = time.Second

// CallbackFunc handles a message or event. What it returns is the answer: nil for none, which is all that
// most events take. After an error the event counts as not handled.
type CallbackFunc func(ctx context.Context, ev Event) (Reply, error)

// CallbackHandler is the [http.Handler] behind a callback URL. It answers the verification of the URL,
// verifies, decrypts and parses what the platform posts, drops what was handled before, calls the func
// that is registered for it, and encrypts the reply:
//
//	h, err := workwx.NewCallbackHandler(token, encodingAESKey, corpID, nil)
//	...
//	workwx.On(h, func(ctx context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
//		return workwx.TextReply{Content: "You said: " + m.Content}, nil
//	})
//	http.Handle("/wecom/callback", h)
//
// Whatever is not signed by the platform is refused with a status of 4xx, a [CallbackError], before
// anything is done with it. What no func is registered for is answered with an empty 200, as are events
// that this package does not know; suite commands are answered "success".
//
// # Time
//
// The platform waits 5 seconds. By default the handler waits for the func, but answers with an empty 200
// after 4.5 seconds (suite commands: 0.9) while the func goes on; its reply is lost then. The context that
// the func gets outlives the request and ends when a [CallbackHandler.Shutdown] runs out of patience.
// [WithAsync] answers first and works afterwards.
//
// # Redelivery
//
// An event whose func failed or panicked is answered 500, one that finds the queue full or the handler
// shut down 503, and may come again: the handler does not count it as handled. The platform says that it
// repeats, twice, what was not answered in time or got no connection; of statuses it says nothing. With
// [WithHangUp] the connection is cut instead, which it does repeat. Do not rely on any of it for events
// that must not be lost: fetch the state now and then.
type CallbackHandler struct {
	crypto   *CallbackCrypto
	fallback CallbackFunc
	o        callbackOptions

	ctx  context.Context // of the work, ended by stop
	stop context.CancelFunc

	mu       sync.Mutex
	handlers []typedHandler // replaced as a whole
	closed   bool
	working  int           // handlings that have begun, or wait in the queue
	idle     chan struct{} // closed when closed and working is 0
	workers  int
	queue    []func()
}

// typedHandler handles an event if it is of the type that it is for.
type typedHandler func(ctx context.Context, ev Event) (r Reply, mine bool, err error)

// CallbackOption configures a [CallbackHandler].
type CallbackOption func(*callbackOptions)

type callbackOptions struct {
	receiveIDs  map[string]bool
	acceptsFunc func(string) bool
	maxAge      time.Duration
	maxBody     int64
	now         func() time.Time
	observers   []func(context.Context, CallbackInfo)
	deduper     Deduper
	guard       time.Duration
	async       bool
	workers     int
	queue       int
	hangUp      bool
	decoders    map[string]EventDecoder
	problem     error
}

// WithReceiveIDs accepts messages for these receive IDs too: for a suite, the provider's corp ID, which
// the verification of the URL is encrypted for, beside the suite ID of its commands.
func WithReceiveIDs(ids ...string) CallbackOption {
	return func(o *callbackOptions) {
		for _, id := range ids {
			o.receiveIDs[id] = true
		}
	}
}

// WithReceiveIDFunc accepts messages for the receive IDs that f accepts too: for the data callbacks of a
// suite, those of its customers.
func WithReceiveIDFunc(f func(receiveID string) bool) CallbackOption {
	return func(o *callbackOptions) { o.acceptsFunc = f }
}

// WithMaxAge refuses requests whose timestamp is further than d from the present, past or future. By
// default any is accepted, as a repetition is dropped in any case.
func WithMaxAge(d time.Duration) CallbackOption {
	return func(o *callbackOptions) {
		if d <= 0 {
			o.fail("WithMaxAge", "the time must be positive")
		}
		o.maxAge = d
	}
}

// WithMaxBodySize bounds the requests' bodies, 1 MiB by default.
func WithMaxBodySize(bytes int64) CallbackOption {
	return func(o *callbackOptions) {
		if bytes <= 0 {
			o.fail("WithMaxBodySize", "the size must be positive")
		}
		o.maxBody = bytes
	}
}

// WithCallbackClock replaces time.Now, for tests.
func WithCallbackClock(now func() time.Time) CallbackOption {
	return func(o *callbackOptions) {
		if now == nil {
			o.fail("WithCallbackClock", "the clock is nil")
		}
		o.now = now
	}
}

// WithDeduper replaces the default that remembers the last 10,000 events of an hour in memory; nil turns
// it off.
func WithDeduper(d Deduper) CallbackOption {
	return func(o *callbackOptions) { o.deduper = d }
}

// WithReplyTimeout replaces the 4.5 seconds after which a request is answered without waiting for its
// func any longer.
func WithReplyTimeout(d time.Duration) CallbackOption {
	return func(o *callbackOptions) {
		if d <= 0 || d >= 5*time.Second {
			o.fail("WithReplyTimeout", "the platform waits 5 seconds; the time must be positive and less")
		}
		o.guard = d
	}
}

// WithAsync answers requests at once and handles their events afterwards, in at most workers goroutines,
// with at most queue events waiting. Replies are dropped; use the client to send messages.
func WithAsync(workers, queue int) CallbackOption {
	return func(o *callbackOptions) {
		if workers < 1 || queue < 0 {
			o.fail("WithAsync", "there must be at least one worker, and no less than nothing in the queue")
		}
		o.async, o.workers, o.queue = true, workers, queue
	}
}

// WithHangUp cuts the connection where the answer would be a status of 5xx, so that the platform sends
// the event again. A reverse proxy in between may turn this into a status of its own.
func WithHangUp() CallbackOption {
	return func(o *callbackOptions) { o.hangUp = true }
}

// WithEventDecoder has events of a name made by decode instead of this package: name is an
// [EventHeader.Name], such as "change_contact.update_user", or that without its ChangeType. The type
// that decode returns embeds [EventHeader], and can be given to [On]:
//
//	type MeterEvent struct {
//		workwx.EventHeader
//		Reading int
//	}
//
//	workwx.WithEventDecoder("meter", func(payload []byte) (workwx.Event, error) {
//		ev := new(MeterEvent)
//		return ev, xml.Unmarshal(payload, ev)
//	})
func WithEventDecoder(name string, decode EventDecoder) CallbackOption {
	return func(o *callbackOptions) {
		if decode == nil {
			o.fail("WithEventDecoder", "the decoder is nil")
		}
		o.decoders[name] = decode
	}
}

// WithCallbackHook adds a func that is told of each request, refused ones included. It runs on the
// request's goroutine, or that of the work, and must be quick and not panic.
func WithCallbackHook(f func(ctx context.Context, info CallbackInfo)) CallbackOption {
	return func(o *callbackOptions) {
		if f != nil {
			o.observers = append(o.observers, f)
		}
	}
}

// WithCallbackLogger logs requests: at level Debug, and at Warn those refused or failed.
func WithCallbackLogger(l *slog.Logger) CallbackOption {
	if l == nil {
		return func(o *callbackOptions) { o.fail("WithCallbackLogger", "the logger is nil") }
	}
	return WithCallbackHook(func(ctx context.Context, i CallbackInfo) {
		level := slog.LevelDebug
		attrs := []slog.Attr{
			slog.String("event", i.Event),
			slog.Int("http_status", i.HTTPStatus),
			slog.Duration("duration", i.Duration),
		}
		if i.Duplicate {
			attrs = append(attrs, slog.Bool("duplicate", true))
		}
		if i.Late {
			attrs = append(attrs, slog.Bool("late", true))
			level = slog.LevelWarn
		}
		if i.Err != nil {
			attrs = append(attrs, slog.Any("error", i.Err))
			level = slog.LevelWarn
		}
		l.LogAttrs(ctx, level, "workwx callback", attrs...)
	})
}

// CallbackInfo describes a request to a [CallbackHandler]. There is one for each, and one for a func that
// ends after its request was answered.
type CallbackInfo struct {
	Event      string        // the name, see EventHeader.Name; empty for a verification of the URL and for what was refused
	HTTPStatus int           // the answer's; 0 if it was given before
	Duration   time.Duration // since the request came
	Duplicate  bool          // it was handled before, or is being handled
	Late       bool          // the func took longer than the platform waits; its reply, if any, was lost
	Err        error         // why it was refused or failed; a CallbackError, or what the func returned
}

func (o *callbackOptions) fail(option, reason string) {
	if o.problem == nil {
		o.problem = &ConfigError{Option: option, Reason: reason}
	}
}

// NewCallbackHandler makes a handler of what stands on the admin console's page where the callback URL is
// set. receiveID is the corp ID for an app, the suite ID for a suite's commands (see [WithReceiveIDs]), ""
// for a robot. handle gets what no func is registered for with [On], and may be nil.
func NewCallbackHandler(token, encodingAESKey, receiveID string, handle CallbackFunc, opts ...CallbackOption) (*CallbackHandler, error) {
	o := callbackOptions{
		receiveIDs: map[string]bool{receiveID: true},
		maxBody:    1 << 20,
		now:        time.Now,
		deduper:    NewMemoryDeduper(10_000, time.Hour),
		guard:      replyGuard,
		decoders:   map[string]EventDecoder{},
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&o)
		}
	}
	for id := range o.receiveIDs {
		if strings.TrimSpace(id) != id {
			return nil, &ConfigError{Option: "receiveID", Reason: "it begins or ends with white space; was it copied with a line break?"}
		}
	}
	crypto, err := newCallbackCrypto(token, encodingAESKey, func(id string) bool {
		return o.receiveIDs[id] || o.acceptsFunc != nil && o.acceptsFunc(id)
	})
	if err != nil {
		return nil, err
	}
	if o.problem != nil {
		return nil, o.problem
	}
	h := &CallbackHandler{crypto: crypto, fallback: handle, o: o, idle: make(chan struct{})}
	h.ctx, h.stop = context.WithCancel(context.Background())
	return h, nil
}

// On registers f for the messages or events of one type:
//
//	workwx.On(h, func(ctx context.Context, ev *workwx.AddExternalContactEvent) (workwx.Reply, error) {
//		...
//	})
//
// Of several funcs for a type the first is called. The type may be an interface: [Event] itself stands for
// all that was not registered before.
func On[E Event](h *CallbackHandler, f func(ctx context.Context, ev E) (Reply, error)) {
	h.register(func(ctx context.Context, ev Event) (Reply, bool, error) {
		e, ok := ev.(E)
		if !ok {
			return nil, false, nil
		}
		r, err := f(ctx, e)
		return r, true, err
	})
}

func (h *CallbackHandler) register(t typedHandler) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.handlers = append(h.handlers[:len(h.handlers):len(h.handlers)], t)
}

// String keeps the key from being printed.
func (h *CallbackHandler) String() string { return "workwx.CallbackHandler" }

// Format implements [fmt.Formatter]: no verb shows the key.
func (h *CallbackHandler) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, h.String()) }

// ServeHTTP implements [http.Handler].
func (h *CallbackHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &callback{h: h, w: w, r: r, start: time.Now()}
	var err error
	switch r.Method {
	case http.MethodGet:
		err = c.verifyURL()
	case http.MethodPost:
		err = c.receive()
	default:
		w.Header().Set("Allow", "GET, POST")
		err = refuse(http.StatusMethodNotAllowed, ErrCallbackMethod)
	}
	if err != nil {
		c.fail(err)
	}
}

// callback is one request.
type callback struct {
	h     *CallbackHandler
	w     http.ResponseWriter
	r     *http.Request
	start time.Time
	m     *CallbackMessage
	ev    Event
	key   string // what the deduper knows ev by, if it was asked
}

func (c *callback) verifyURL() error {
	query := c.r.URL.Query()
	if err := c.checkAge(query.Get("timestamp")); err != nil {
		return err
	}
	echo, err := c.h.crypto.VerifyURL(query)
	if err != nil {
		return err
	}
	c.answer(http.StatusOK, "text/plain; charset=utf-8", echo)
	c.observe(CallbackInfo{HTTPStatus: http.StatusOK})
	return nil
}

func (c *callback) receive() error {
	h := c.h
	body, err := c.body()
	if err != nil {
		return err
	}
	query := c.r.URL.Query()
	if c.m, err = h.crypto.Open(query, body); err != nil {
		return err
	}
	// The timestamp is part of what is signed: an old one cannot be replaced.
	if err := c.checkAge(query.Get("timestamp")); err != nil {
		return err
	}
	if c.ev, err = parseEvent(c.m.Payload, h.o.decoders); err != nil {
		return err
	}
	if !c.claim() {
		c.acknowledge(CallbackInfo{Duplicate: true})
		return nil
	}
	if h.o.async {
		return c.handleLater()
	}
	return c.handleNow()
}

func (c *callback) body() ([]byte, error) {
	limit := c.h.o.maxBody
	if c.r.ContentLength > limit {
		return nil, refuse(http.StatusRequestEntityTooLarge, ErrCallbackTooLarge)
	}
	buf := make([]byte, 0, max(c.r.ContentLength, 0)+512)
	r := http.MaxBytesReader(c.w, c.r.Body, limit)
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			var tooLarge *http.MaxBytesError
			if errors.As(err, &tooLarge) {
				return nil, refuse(http.StatusRequestEntityTooLarge, ErrCallbackTooLarge)
			}
			return nil, refuseDetail(http.StatusBadRequest, ErrCallbackEnvelope, "it could not be read to its end")
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

func (c *callback) checkAge(timestamp string) error {
	limit := c.h.o.maxAge
	if limit == 0 {
		return nil
	}
	sec, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || c.h.o.now().Sub(time.Unix(sec, 0)).Abs() > limit {
		return refuse(http.StatusForbidden, ErrCallbackStale)
	}
	return nil
}

// claim reports whether the event is to be handled.
func (c *callback) claim() bool {
	if c.h.o.deduper == nil {
		return true
	}
	if _, poll := c.ev.(*AIBotStreamMessage); poll { // asks again and again
		return true
	}
	ctx, cancel := context.WithTimeout(c.r.Context(), deduperPatience)
	defer cancel()
	key := DedupeKey(c.ev)
	first, err := c.h.o.deduper.Claim(ctx, key)
	if err != nil {
		c.observe(CallbackInfo{Err: fmt.Errorf("workwx: callback: the deduper: %w", err)})
		return true
	}
	if first {
		c.key = key
	}
	return first
}

// release lets the event be sent again, even if the work ended because ctx did.
func (c *callback) release(ctx context.Context) {
	if c.key == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), deduperPatience)
	defer cancel()
	if err := c.h.o.deduper.Release(ctx, c.key); err != nil {
		c.observe(CallbackInfo{Err: fmt.Errorf("workwx: callback: the deduper: %w", err)})
	}
}

// begin counts a handling, unless the handler is shut down.
func (h *CallbackHandler) begin() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return false
	}
	h.working++
	return true
}

func (h *CallbackHandler) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.working--
	h.checkIdle()
}

func (h *CallbackHandler) checkIdle() {
	if h.closed && h.working == 0 {
		close(h.idle)
	}
}

// workContext has the values of the request's context, and ends with the handler instead of it.
func (c *callback) workContext() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(c.r.Context()))
	detach := context.AfterFunc(c.h.ctx, cancel)
	return ctx, func() { detach(); cancel() }
}

type outcome struct {
	reply Reply
	err   error
}

// noReturn is the outcome of a func that left by way of runtime.Goexit.
func noReturn() error {
	return refuseDetail(http.StatusInternalServerError, ErrCallbackPanic, "it ended its goroutine instead of returning")
}

func (c *callback) handleNow() error {
	if !c.h.begin() {
		c.release(c.r.Context())
		return refuse(http.StatusServiceUnavailable, ErrCallbackClosed)
	}
	ctx, cancel := c.workContext()
	done := make(chan outcome)
	late := make(chan struct{}) // closed when nobody waits for done any longer
	go func() {
		defer c.h.end()
		defer cancel()
		out := outcome{err: noReturn()}
		defer func() { // even if the func ends its goroutine, as a test's FailNow does
			if out.err != nil {
				c.release(ctx)
			}
			select {
			case done <- out:
			case <-late:
				c.observe(CallbackInfo{Late: true, Err: out.err})
			}
		}()
		out.reply, out.err = c.call(ctx)
	}()
	guard := c.h.o.guard
	if c.ev.Header().InfoType != "" {
		guard = min(guard, commandGuard)
	}
	timer := time.NewTimer(guard - time.Since(c.start))
	defer timer.Stop()
	select {
	case out := <-done:
		if out.err != nil {
			return out.err
		}
		return c.reply(out.reply)
	case <-timer.C:
		close(late)
		c.acknowledge(CallbackInfo{Late: true})
		return nil
	}
}

// call calls the func that is registered for the event.
func (c *callback) call(ctx context.Context) (r Reply, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &CallbackError{
				Reason: ErrCallbackPanic, HTTPStatus: http.StatusInternalServerError,
				detail: fmt.Errorf("%v\n%s", v, debug.Stack()),
			}
		}
	}()
	c.h.mu.Lock()
	handlers := c.h.handlers
	c.h.mu.Unlock()
	for _, handle := range handlers {
		if r, mine, err := handle(ctx, c.ev); mine {
			return r, err
		}
	}
	if c.h.fallback != nil {
		return c.h.fallback(ctx, c.ev)
	}
	return nil, nil
}

// handleLater puts the event into the queue.
func (c *callback) handleLater() error {
	ctx, cancel := c.workContext()
	work := func() {
		defer cancel()
		err := noReturn()
		defer func() {
			if err != nil {
				c.release(ctx)
				c.observe(CallbackInfo{Err: err})
			}
		}()
		_, err = c.call(ctx)
	}
	if err := c.h.enqueue(work); err != nil {
		cancel()
		c.release(c.r.Context())
		return err
	}
	c.acknowledge(CallbackInfo{})
	return nil
}

// enqueue has work done by a goroutine that ends when there is nothing more to do.
func (h *CallbackHandler) enqueue(work func()) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case h.closed:
		return refuse(http.StatusServiceUnavailable, ErrCallbackClosed)
	case h.workers < h.o.workers:
		h.workers++
		go h.worker(work)
	case len(h.queue) < h.o.queue:
		h.queue = append(h.queue, work)
	default:
		return refuse(http.StatusServiceUnavailable, ErrCallbackBusy)
	}
	h.working++
	return nil
}

// worker does work and, in a goroutine that no func has ended yet, what waits next.
func (h *CallbackHandler) worker(work func()) {
	defer func() {
		if next := h.nextWork(); next != nil {
			go h.worker(next)
		}
	}()
	work()
}

func (h *CallbackHandler) nextWork() func() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.working--
	h.checkIdle()
	if len(h.queue) == 0 {
		h.workers--
		h.queue = nil
		return nil
	}
	work := h.queue[0]
	h.queue[0] = nil
	h.queue = h.queue[1:]
	return work
}

// Shutdown refuses further events and waits until those at work and in the queue are done. If ctx ends
// before, the contexts of the work end, and so does the wait. Verifications of the URL are answered
// nevertheless.
func (h *CallbackHandler) Shutdown(ctx context.Context) error {
	h.mu.Lock()
	if !h.closed {
		h.closed = true
		h.checkIdle()
	}
	h.mu.Unlock()
	defer h.stop()
	select {
	case <-h.idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// acknowledge answers that nothing is to be said.
func (c *callback) acknowledge(info CallbackInfo) {
	var body []byte
	if c.ev.Header().InfoType != "" {
		body = []byte("success")
	}
	c.answer(http.StatusOK, "text/plain; charset=utf-8", body)
	info.HTTPStatus = http.StatusOK
	c.observe(info)
}

func (c *callback) reply(r Reply) error {
	if r == nil || c.ev.Header().InfoType != "" {
		c.acknowledge(CallbackInfo{})
		return nil
	}
	now := c.h.o.now()
	plain, err := encodeReply(c.ev, r, c.m.Format == CallbackJSON, now)
	if err != nil {
		return &CallbackError{Reason: ErrCallbackReply, HTTPStatus: http.StatusInternalServerError, detail: err}
	}
	body, err := c.h.crypto.encryptReply(c.m, plain, now)
	if err != nil {
		return err
	}
	contentType := "application/xml; charset=utf-8"
	if c.m.Format == CallbackJSON {
		contentType = "application/json; charset=utf-8"
	}
	c.answer(http.StatusOK, contentType, body)
	c.observe(CallbackInfo{HTTPStatus: http.StatusOK})
	return nil
}

func (c *callback) answer(status int, contentType string, body []byte) {
	header := c.w.Header()
	header.Set("Content-Type", contentType)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Content-Length", strconv.Itoa(len(body)))
	c.w.WriteHeader(status)
	_, _ = c.w.Write(body) // the platform hung up
}

// fail answers a request that was refused or failed. Why is for the operator to know.
func (c *callback) fail(err error) {
	status := http.StatusInternalServerError
	var refused *CallbackError
	if errors.As(err, &refused) && refused.HTTPStatus != 0 {
		status = refused.HTTPStatus
	}
	c.observe(CallbackInfo{HTTPStatus: status, Err: err})
	if status >= 500 && c.h.o.hangUp {
		panic(http.ErrAbortHandler)
	}
	c.answer(status, "text/plain; charset=utf-8", []byte(http.StatusText(status)+"\n"))
}

func (c *callback) observe(info CallbackInfo) {
	if len(c.h.o.observers) == 0 {
		return
	}
	if c.ev != nil {
		info.Event = c.ev.Header().Name()
	}
	info.Duration = time.Since(c.start)
	for _, f := range c.h.o.observers {
		f(context.WithoutCancel(c.r.Context()), info)
	}
}
