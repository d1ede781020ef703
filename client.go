package workwx

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/go-resty/resty/v2"
)

// Client calls the platform for one app of one corp. It is safe for concurrent use and does not change
// after construction: make one when the service starts and share it. [Client.With] derives clients for
// other apps and corps over the same connections.
type Client struct {
	set           *settings
	rest          *resty.Client
	carriers      sync.Pool // resty requests that have served: making one takes a map for all that it might have
	access        *tokenCache
	jsapiTicket   lateCache
	agentTicket   lateCache
	suiteToken    *tokenCache
	providerToken *tokenCache
	modelToken    *tokenCache
	deviceToken   *tokenCache
}

// NewClient returns a client for the app that corpSecret belongs to. Nothing is sent yet: the token is
// fetched when the first call needs it. An option that cannot be used gives a [ConfigError].
func NewClient(corpID, corpSecret string, opts ...Option) (*Client, error) {
	s := defaultSettings()
	s.corpID, s.corpSecret = corpID, Secret(corpSecret)
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
	return newClient(s)
}

func newClient(s *settings) (*Client, error) {
	if err := s.validate(); err != nil {
		return nil, err
	}
	c := bareClient(s)
	source := s.tokenSource
	if source == nil {
		source = TokenSourceFunc(c.fetchAccessToken)
	}
	c.access = c.newTokenCache(kindAccessToken, source)
	c.suiteToken = c.newTokenCache(kindSuiteToken, TokenSourceFunc(c.fetchSuiteToken))
	c.providerToken = c.newTokenCache(kindProviderToken, TokenSourceFunc(c.fetchProviderToken))
	c.modelToken = c.newTokenCache(kindModelToken, TokenSourceFunc(c.fetchModelToken))
	c.deviceToken = c.newTokenCache(kindDeviceToken, TokenSourceFunc(c.fetchDeviceToken))
	return c, nil
}

func (c *Client) newTokenCache(kind string, source TokenSource) *tokenCache {
	return &tokenCache{
		kind:   kind,
		key:    c.set.tokenKey(kind),
		source: source,
		store:  c.set.tokenStore,
		hooks:  c.set.hooks,
		limit:  4 * c.set.timeout,
	}
}

// bareClient returns a client without tokens. resty carries its requests, and does as little as possible with
// them: retries, tokens and decoding are the business of exec.
func bareClient(s *settings) *Client {
	c := &Client{set: s, rest: resty.NewWithClient(s.httpClient)}
	c.rest.SetDisableWarn(true)
	c.rest.SetPreRequestHook(c.complete)
	return c
}

// With returns a client with some options changed, for another app or corp, say. It shares the
// connections of c, and no token.
//
//	sales, err := client.With(workwx.WithCredentials(corpID, salesSecret), workwx.WithAgentID(1000003))
func (c *Client) With(opts ...Option) (*Client, error) {
	s := *c.set
	for _, opt := range opts {
		if opt != nil {
			opt(&s)
		}
	}
	return newClient(&s)
}

// CorpID returns the corp's id.
func (c *Client) CorpID() string { return c.set.corpID }

// AgentID returns the app's id, 0 if [WithAgentID] was not given.
func (c *Client) AgentID() int64 { return c.set.agentID }

// HTTPClient returns the http.Client beneath, so that a test can put a mock under it:
//
//	httpmock.ActivateNonDefault(client.HTTPClient())
func (c *Client) HTTPClient() *http.Client { return c.set.httpClient }

// TokenSource returns the client's cached access token as a source, for another library that needs it.
func (c *Client) TokenSource() TokenSource {
	return TokenSourceFunc(func(ctx context.Context) (Token, error) {
		if _, err := c.access.get(ctx); err != nil {
			return Token{}, err
		}
		c.access.mu.Lock()
		defer c.access.mu.Unlock()
		return c.access.current, nil
	})
}

// Format implements [fmt.Formatter]: whatever the verb, only the corp and the app are shown.
func (c *Client) Format(f fmt.State, _ rune) {
	if c == nil {
		fmt.Fprint(f, "workwx.Client(nil)")
		return
	}
	fmt.Fprintf(f, "workwx.Client(corp %s, agent %d)", c.set.corpID, c.set.agentID)
}

// verb says how an endpoint is called.
type verb uint16

const (
	get           verb = 1 << iota
	post               // with a JSON body
	once               // a repeat is not safe: it would send, create or charge a second time
	suiteToken         // takes the suite_access_token
	providerToken      // takes the provider_access_token
	modelToken         // takes the model_access_token
	deviceToken        // takes the device_access_token
	plainName          // in the parameter access_token, whichever token it is
	noToken            // takes no token, or brings its own
	partial            // for many at once: a refusal is decoded too, as it says for which of them it holds
)

func (v verb) method() string {
	if v&get != 0 {
		return http.MethodGet
	}
	return http.MethodPost
}

// param is the one argument of an endpoint that takes one: a query parameter, or a body with one field.
type param struct {
	name  string
	value any
}

func (p param) text() string {
	switch v := p.value.(type) {
	case string:
		return v
	case Secret: // which fmt does not show
		return string(v)
	}
	return fmt.Sprint(p.value)
}

// exec makes a call whose answer is out, and returns it, or nil and the error. All methods come through
// here or through invoke.
func exec[P any](ctx context.Context, c *Client, v verb, path string, req any, out P) (P, error) {
	if err := c.invoke(ctx, v, path, req, out); err != nil {
		var none P
		return none, err
	}
	return out, nil
}

// invoke makes a call: req is nil, a param or a pointer to a request struct, which becomes the body of a
// POST and the query of a GET; out is nil or a pointer to what the answer is decoded into.
func (c *Client) invoke(ctx context.Context, v verb, path string, req, out any) error {
	r := request{verb: v, path: path, out: out}
	if err := r.encode(c.set, req); err != nil {
		return err
	}
	return c.do(ctx, &r)
}

// Call reaches an endpoint that has no method yet, with the token, retries and errors of all others.
// method is GET or POST, path such as "/cgi-bin/user/get". query and body may be nil; body is sent as
// JSON, a []byte as it is. The answer is decoded into out unless that is nil; a *json.RawMessage takes it as it
// is. A POST is not repeated by itself, see [AllowRepeats].
func (c *Client) Call(ctx context.Context, method, path string, query url.Values, body, out any) error {
	r := request{path: path, query: query.Encode(), out: out}
	if v := reflect.ValueOf(out); out != nil && (v.Kind() != reflect.Pointer || v.IsNil()) {
		return invalid(path, "out", "%T is not a pointer to decode into", out)
	}
	if raw, ok := body.([]byte); ok {
		if !json.Valid(raw) {
			return invalid(path, "body", "the bytes are not JSON")
		}
		body = json.RawMessage(raw)
	}
	switch method {
	case http.MethodGet:
		r.verb = get
		if body != nil {
			return invalid(path, "body", "a GET has none; use query")
		}
	case http.MethodPost:
		r.verb = post | once
		if err := r.encode(c.set, body); err != nil {
			return err
		}
	default:
		return invalid(path, "method", "%q is neither GET nor POST", method)
	}
	if !strings.HasPrefix(path, "/") || strings.ContainsAny(path, "?#%") {
		return invalid(path, "path", "it must begin with a slash and hold neither a query nor escapes")
	}
	for _, own := range []string{kindAccessToken, kindSuiteToken, kindProviderToken, kindModelToken, kindDeviceToken, "key"} {
		if query.Has(own) {
			r.verb |= noToken
		}
	}
	return c.do(ctx, &r)
}

// request is a call under way.
type request struct {
	verb     verb
	path     string
	query    string // beyond the token, encoded
	body     []byte
	resign   func() []byte // makes the body of another attempt, which needs a signature of its own
	upload   *upload       // a body that is streamed instead
	out      any
	download *MediaDownload // takes the answer as a stream instead of out
	secrets  []string       // which may not appear in an error
	token    Secret         // of the attempt under way
	patience *patience      // with the attempt under way, if it is a transfer
}

// encode makes the query or body of req.
func (r *request) encode(set *settings, req any) error {
	if req == nil {
		if r.verb&get == 0 {
			r.body = []byte("{}")
		}
		return nil
	}
	if p, ok := req.(param); ok {
		if secret, ok := p.value.(Secret); ok { // whatever its name
			r.secrets = append(r.secrets, string(secret))
		}
		if r.verb&get != 0 {
			r.query = p.name + "=" + url.QueryEscape(p.text())
			return nil
		}
		value, err := set.encode(p.value)
		if err != nil {
			return &ArgumentError{API: r.path, Field: p.name, Reason: err}
		}
		r.body = append(append(append([]byte(`{"`), p.name...), `":`...), append(value, '}')...)
		return nil
	}
	body, err := set.encode(req)
	if err != nil {
		return &ArgumentError{API: r.path, Reason: err}
	}
	if string(body) == "null" {
		if !optional(req) {
			return &ArgumentError{API: r.path, Reason: ErrNilRequest}
		}
		body = []byte("{}")
	}
	if r.verb&get == 0 {
		r.body = body
		return nil
	}
	r.query, err = queryOf(body)
	if err != nil {
		return &ArgumentError{API: r.path, Reason: err}
	}
	return nil
}

// optional says whether a nil request may stand for an empty one, which it may where nothing is required.
func optional(req any) bool {
	t := reflect.TypeOf(req)
	if t.Kind() != reflect.Pointer {
		return false
	}
	empty, err := encodeJSON(reflect.New(t.Elem()).Interface())
	return err == nil && string(empty) == "{}"
}

// queryOf turns a flat JSON object into a query string, in the order of its fields.
func queryOf(object []byte) (string, error) {
	var b strings.Builder
	s := scanner{data: object}
	s.consume('{')
	for !s.consume('}') {
		name, ok := s.str()
		s.consume(':')
		value, okValue := s.value()
		s.consume(',')
		if !ok || !okValue {
			return "", ErrNotJSON
		}
		text := string(value)
		switch value[0] {
		case '{', '[':
			return "", fmt.Errorf("the field %s does not fit into a query", name)
		case '"':
			if err := json.Unmarshal(value, &text); err != nil {
				return "", err
			}
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.Write(name[1 : len(name)-1])
		b.WriteByte('=')
		b.WriteString(url.QueryEscape(text))
	}
	return b.String(), nil
}

// do makes attempts until one succeeds or must not be repeated.
func (c *Client) do(ctx context.Context, r *request) error {
	tokens := c.tokens(r.verb)
	replays := 0
	var unknown error // of an earlier attempt, which the platform may have carried out
	for attempt, tries := 1, 1; ; attempt++ {
		if err := c.admit(ctx, r, tokens); err != nil {
			if unknown != nil {
				return unknown
			}
			return err
		}
		info := CallInfo{Method: r.verb.method(), API: r.path, Attempt: attempt, RequestBytes: r.bodyLen()}
		started := time.Now()
		err := c.attempt(ctx, r, &info)
		if refusal, ok := err.(*Error); ok {
			refusal.Repeated = unknown != nil
		}
		info.Duration, info.Err = time.Since(started), err
		if err == nil {
			c.set.hooks.call(ctx, info)
			return nil
		}
		wait := time.Duration(0)
		switch {
		case tokens != nil && (info.Code.IsTokenInvalid() || info.Code.IsSuiteTokenInvalid() || info.Code.IsDeviceTokenInvalid()):
			tokens.invalidate(r.token)
			info.WillRetry = replays < tokens.replays() && r.rewind()
			replays++
		case tries < c.set.retry.Attempts && c.repeatable(ctx, r, err) && r.rewind():
			wait = max(c.set.retry.delay(tries), retryAfter(err))
			info.WillRetry = !endsWithin(ctx, wait)
			tries++
			fallthrough
		default:
			if t, ok := err.(*TransportError); !ok || !t.Unsent {
				unknown = err
			} else if unknown != nil {
				t.Unsent = false // this attempt did not get there, an earlier one may have
			}
		}
		c.set.hooks.call(ctx, info)
		if !info.WillRetry {
			return err
		}
		if wait > 0 && !sleep(ctx, wait) {
			return err
		}
	}
}

// admit waits until an attempt may be made, and gets the token for it.
func (c *Client) admit(ctx context.Context, r *request, tokens *tokenCache) error {
	if c.set.limiter != nil {
		if err := c.set.limiter.take(ctx, c.set.corpID, r.path); err != nil {
			return err
		}
	}
	if tokens == nil {
		return nil
	}
	var err error
	r.token, err = tokens.get(ctx)
	if err != nil && ctx.Err() != nil && errors.Is(err, ctx.Err()) { // nobody refused a token
		return unsent(newTransportError(r.path, 1, err, c.redactor(r)))
	}
	return err
}

func (r *request) bodyLen() int64 {
	if r.upload != nil {
		return r.upload.length
	}
	return int64(len(r.body))
}

// rewind makes the body ready to be sent again.
func (r *request) rewind() bool {
	if r.resign != nil {
		r.body = r.resign()
	}
	return r.upload == nil || r.upload.rewind()
}

// repeatable says whether another attempt is safe and may help.
func (c *Client) repeatable(ctx context.Context, r *request, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	safe := r.verb&once == 0 || c.set.retry.Sends || ctx.Value(repeatKey{}) != nil
	switch e := err.(type) {
	case *Error:
		return safe && e.Code == CodeSystemBusy
	case *TransportError:
		var certificate *tls.CertificateVerificationError
		return (safe || e.Unsent) && !errors.As(e.cause, &certificate)
	case *ResponseError:
		// A gateway that asks for patience is given it, if that is not more than the client would have.
		return safe && (e.Reason == ErrTruncated || e.RetryAfter > 0 && e.RetryAfter <= c.set.retry.MaxDelay)
	}
	return false
}

// retryAfter is how long the answer asked to wait.
func retryAfter(err error) time.Duration {
	if e, ok := err.(*ResponseError); ok {
		return e.RetryAfter
	}
	return 0
}

// repeatKey marks the context of AllowRepeats.
type repeatKey struct{}

// AllowRepeats returns a context under which a call that sends, creates or charges is repeated like any
// other, as [RetryPolicy] says: for a call of which a second time does no harm, such as a message with
// EnableDuplicateCheck, or a POST of [Client.Call] that only reads.
func AllowRepeats(ctx context.Context) context.Context {
	return context.WithValue(ctx, repeatKey{}, true)
}

// endsWithin reports whether the context will have ended after d.
func endsWithin(ctx context.Context, d time.Duration) bool {
	deadline, ok := ctx.Deadline()
	return ok && time.Until(deadline) < d
}

// sleep waits; it reports false when the context ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// delay is drawn evenly from nothing to the full delay of the try, so that clients that failed together
// do not come back together.
func (p RetryPolicy) delay(try int) time.Duration {
	full := p.BaseDelay
	for ; try > 1 && full < p.MaxDelay; try-- {
		full *= 2
	}
	if full = min(full, p.MaxDelay); full <= 0 {
		return 0
	}
	return rand.N(full)
}

// tokens returns the cache of the token that the call takes, nil if it takes none.
func (c *Client) tokens(v verb) *tokenCache {
	switch {
	case v&noToken != 0:
		return nil
	case v&suiteToken != 0:
		return c.suiteToken
	case v&providerToken != 0:
		return c.providerToken
	case v&modelToken != 0:
		return c.modelToken
	case v&deviceToken != 0:
		return c.deviceToken
	}
	return c.access
}

// tokenName is the parameter that carries the token, "" if there is none.
func (v verb) tokenName() string {
	switch {
	case v&noToken != 0:
		return ""
	case v&suiteToken != 0:
		return kindSuiteToken
	case v&providerToken != 0 && v&plainName == 0:
		return kindProviderToken
	case v&modelToken != 0:
		return kindModelToken
	case v&deviceToken != 0:
		return kindDeviceToken
	}
	return kindAccessToken
}

// attempt sends the request once.
func (c *Client) attempt(ctx context.Context, r *request, info *CallInfo) error {
	if err := ctx.Err(); err != nil {
		return unsent(newTransportError(r.path, info.Attempt, err, c.redactor(r)))
	}
	if r.upload != nil || r.download != nil {
		return c.transfer(ctx, r, info)
	}
	ctx, cancel := context.WithTimeout(ctx, c.set.timeout)
	defer cancel()
	resp, err := c.send(ctx, r)
	if err != nil {
		return newTransportError(r.path, info.Attempt, err, c.redactor(r))
	}
	defer resp.Body.Close()
	info.HTTPStatus = resp.StatusCode
	return c.receive(ctx, r, resp, info)
}

// transfer is an attempt of an upload or a download.
func (c *Client) transfer(ctx context.Context, r *request, info *CallInfo) error {
	r.patience = newPatience(ctx)
	taken := false
	defer func() {
		if !taken {
			r.patience.end()
		}
	}()
	resp, err := c.send(r.patience.ctx, r)
	if r.upload != nil {
		if misfit := r.upload.misfit(r.path); misfit != nil {
			if err == nil {
				resp.Body.Close()
			}
			return misfit
		}
	}
	if err != nil {
		return newTransportError(r.path, info.Attempt, r.patience.cause(err), c.redactor(r))
	}
	info.HTTPStatus = resp.StatusCode
	if taken = r.download != nil && r.receiveMedia(resp, info); taken {
		return nil
	}
	defer resp.Body.Close()
	if err := c.receive(r.patience.ctx, r, resp, info); err != nil || r.download == nil {
		return err
	}
	return c.responseError(r, resp, nil, ErrNoMedia)
}

// requestKey leads from the context of an attempt to its request.
type requestKey struct{}

// send has resty carry the request, and leaves the answer's body unread.
func (c *Client) send(ctx context.Context, r *request) (*http.Response, error) {
	carrier, ok := c.carriers.Get().(*resty.Request)
	if !ok {
		carrier = c.rest.R().SetDoNotParseResponse(true).SetHeader("User-Agent", c.set.userAgent)
	}
	resp, err := carrier.SetContext(context.WithValue(ctx, requestKey{}, r)).Get("https:") // see complete
	carrier.RawRequest = nil
	c.carriers.Put(carrier.SetContext(context.Background()))
	if err != nil {
		return nil, err
	}
	return resp.RawResponse, nil
}

// complete turns the empty GET that resty has made into the request that is to be sent. Were resty given all of
// it, it would parse the URL twice, find out what the body is and read a file that is uploaded into memory:
// for a small call that takes longer than making the request.
func (c *Client) complete(_ *resty.Client, req *http.Request) error {
	r := req.Context().Value(requestKey{}).(*request)
	*req.URL = *c.set.base
	if req.URL.RawPath != "" {
		req.URL.RawPath += r.path
	}
	req.URL.Path += r.path
	req.URL.RawQuery = r.rawQuery()
	req.Host = req.URL.Host
	req.Method = r.verb.method()
	switch {
	case r.upload != nil:
		req.Header["Content-Type"] = []string{r.upload.contentType}
		req.Body, req.ContentLength = r.upload.open(r.patience), r.upload.length
	case req.Method == http.MethodPost:
		req.Header["Content-Type"] = []string{"application/json"}
		body := r.body
		req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
		req.Body, _ = req.GetBody()
		req.ContentLength = int64(len(body))
	case r.download != nil && r.download.byteRange != "":
		req.Header["Range"] = []string{r.download.byteRange}
	}
	return nil
}

// rawQuery is the whole query of the request, with the token.
func (r *request) rawQuery() string {
	name := r.verb.tokenName()
	switch {
	case name == "":
		return r.query
	case r.query == "":
		return name + "=" + url.QueryEscape(string(r.token))
	}
	return name + "=" + url.QueryEscape(string(r.token)) + "&" + r.query
}

// answer is the body of an answer while it is decoded.
type answer struct {
	bytes.Buffer
	source io.LimitedReader
}

// answers are kept for the next call. Most fit into what a new one has room for.
var answers = sync.Pool{New: func() any {
	a := new(answer)
	a.Grow(4 << 10)
	return a
}}

// maxPooled is the size from which an answer's memory is not kept. A list of 10,000 members takes about 5 MB.
const maxPooled = 8 << 20

// read reads the body up to a limit, and one byte more if there is more.
func (a *answer) read(resp *http.Response, limit int64) (int64, error) {
	if n := resp.ContentLength; n > 0 && n <= limit {
		a.Grow(int(n) + bytes.MinRead) // of which ReadFrom wants so many free to see the end
	}
	a.source = io.LimitedReader{R: resp.Body, N: limit + 1}
	return a.ReadFrom(&a.source)
}

func (a *answer) release() {
	if a.Cap() > maxPooled {
		return
	}
	a.Reset()
	a.source.R = nil
	answers.Put(a)
}

// receive reads the answer, finds out whether the call was refused and decodes it.
func (c *Client) receive(ctx context.Context, r *request, resp *http.Response, info *CallInfo) error {
	buf := answers.Get().(*answer)
	defer buf.release()
	fail := func(reason error) error {
		return c.responseError(r, resp, buf.Bytes(), reason)
	}
	n, err := buf.read(resp, c.set.maxResponse)
	info.ResponseBytes = n
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fail(ErrTruncated)
	case err != nil:
		return newTransportError(r.path, info.Attempt, r.patience.cause(err), c.redactor(r))
	case n > c.set.maxResponse:
		return fail(ErrBodyTooLarge)
	}
	body := buf.Bytes()
	if capture, ok := ctx.Value(captureKey{}).(*[]byte); ok {
		*capture = bytes.Clone(body)
	}
	st, ok := scanStatus(body)
	switch {
	case !ok || st.code != 0 && !json.Valid(body):
		return fail(notPlatform(resp.StatusCode, body))
	case st.code != 0:
		info.Code = st.code
		if r.verb&partial != 0 && st.code > 0 {
			// Positive, as the one negative code may be tried again. What does not decode is no reason to hide the refusal.
			_, _ = c.set.decode(body, r.out)
		}
		e := newError(r.path, resp.StatusCode, st.code, c.redactor(r)(st.message))
		if c.set.limiter != nil {
			c.set.limiter.refused(c.set.corpID, e)
		}
		return e
	case resp.StatusCode >= 300:
		return fail(notPlatform(resp.StatusCode, body))
	}
	info.Warning = warning(body)
	if r.out == nil {
		if !json.Valid(body) {
			return fail(notPlatform(resp.StatusCode, body))
		}
		return nil
	}
	if info.Coerced, err = c.set.decode(body, r.out); err != nil {
		return fail(notPlatform(resp.StatusCode, body))
	}
	return nil
}

// warning returns the platform's remark that it understood the request only in part. It comes with
// errcode 0, near the beginning.
func warning(body []byte) string {
	const remark = "Warning: wrong json format"
	if bytes.Contains(body[:min(len(body), 256)], []byte(remark)) {
		return remark
	}
	return ""
}

// notPlatform says why a body cannot be the platform's answer.
func notPlatform(status int, body []byte) error {
	var syntax *json.SyntaxError
	switch err := json.Unmarshal(body, new(struct{})); {
	case status >= 300 && status < 400:
		return ErrRedirected
	case status >= 400 || status < 200:
		return ErrHTTPStatus
	case len(bytes.TrimSpace(body)) == 0:
		return ErrEmptyBody
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(body)):
		return ErrTruncated
	}
	return ErrNotJSON
}

// Of a body that is not the platform's the beginning is shown. More of it is looked at, so that no secret is
// cut in two and missed.
const (
	excerptSize = 512
	excerptLook = 4096
	longestLeft = 1024 // of a secret that may be cut at the end of what is looked at
)

func (c *Client) responseError(r *request, resp *http.Response, body []byte, reason error) error {
	redact := c.redactor(r)
	excerpt := redact(strings.ToValidUTF8(string(body[:min(len(body), excerptLook)]), ""))
	if len(body) > excerptLook {
		excerpt = excerpt[:max(len(excerpt)-longestLeft, 0)]
	}
	return &ResponseError{
		API:         r.path,
		HTTPStatus:  resp.StatusCode,
		ContentType: redact(resp.Header.Get("Content-Type")),
		Excerpt:     strings.ToValidUTF8(excerpt[:min(len(excerpt), excerptSize)], ""),
		RetryAfter:  parseRetryAfter(resp),
		Reason:      reason,
	}
}

// captureKey marks the context of CaptureBody.
type captureKey struct{}

// CaptureBody returns a context under which a call also stores the body of its answer in *body, for
// fields that have no place in the types yet.
func CaptureBody(ctx context.Context, body *[]byte) context.Context {
	return context.WithValue(ctx, captureKey{}, body)
}

// redactor returns the one func through which every text from outside passes before it reaches an error.
// It removes the client's credentials, those that the request carries, and whatever bears the name of one.
func (c *Client) redactor(r *request) func(string) string {
	return func(s string) string {
		secrets := []string{
			string(c.set.corpSecret), string(c.set.suite.SuiteSecret), string(c.set.providerSecret),
			string(c.set.deviceModel.ModelSecret), string(c.set.deviceSecret),
			string(c.set.payToolSecret), string(r.token),
		}
		secrets = append(secrets, r.secrets...)
		secrets = appendSecrets(secrets, r.query)
		secrets = appendSecrets(secrets, string(r.body))
		for _, secret := range secrets {
			if len(secret) >= minSecret {
				s = redactSecret(s, secret)
			}
		}
		return redactParams(s)
	}
}

// fetchAccessToken is the default TokenSource.
func (c *Client) fetchAccessToken(ctx context.Context) (Token, error) {
	issued, err := c.GetAccessToken(ctx, &GetAccessTokenRequest{CorpID: c.set.corpID, CorpSecret: c.set.corpSecret})
	if err != nil {
		return Token{}, err
	}
	return newToken("/cgi-bin/gettoken", issued.AccessToken, issued.ExpiresIn)
}

// newToken checks what the platform issued: an empty token would be refused by every call after.
func newToken(api string, value Secret, expiresIn int64) (Token, error) {
	if value == "" || expiresIn <= 0 {
		return Token{}, &ResponseError{API: api, HTTPStatus: http.StatusOK, Reason: fmt.Errorf("it holds no token that lives: %d bytes, for %d s", len(value), expiresIn)}
	}
	return Token{Value: value, ExpiresAt: time.Now().Add(time.Duration(expiresIn) * time.Second)}, nil
}
