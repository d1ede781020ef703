package workwx

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Code is an errcode of the platform. It is itself an error, so that
//
//	errors.Is(err, workwx.CodeUserNotFound)
//
// tells one refusal from another wherever err came from. [Code.Description] has its meaning.
type Code int64

// Error implements the error interface.
func (c Code) Error() string { return "errcode " + strconv.FormatInt(int64(c), 10) }

// Error is a refusal by the platform: an answer whose errcode is not 0. Find out which with
// errors.Is and a [Code], or take the whole with errors.As.
type Error struct {
	Code       Code   // what was refused; never compare Msg
	Msg        string // errmsg, less the parts that are fields below
	API        string // the endpoint's path, such as /cgi-bin/user/get
	HTTPStatus int    // the status that the answer came with, usually 200
	Hint       string // the platform's id of the request, to quote to its support
	FromIP     string // the address that the platform saw, to be put on the app's allow-list when Code is CodeIPNotAllowed
	MoreInfo   string // the platform's page about the error

	// An earlier attempt of the call had no answer, or a busy platform's, and may have been carried out: what is
	// refused is perhaps only its repeat. The member to delete is gone then, the code was used.
	Repeated bool

	// For CodeRateLimited: the span over which the platform counts, "" if it did not say, and how long at
	// least it goes on refusing. Calls within that time prolong it.
	Window     RateWindow
	RetryAfter time.Duration
}

// Error implements the error interface.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("workwx: ")
	b.WriteString(e.API)
	b.WriteString(": errcode ")
	b.WriteString(strconv.FormatInt(int64(e.Code), 10))
	if e.Msg != "" {
		b.WriteString(": ")
		b.WriteString(e.Msg)
	}
	if e.HTTPStatus != http.StatusOK && e.HTTPStatus != 0 {
		fmt.Fprintf(&b, " (HTTP %d)", e.HTTPStatus)
	}
	if e.Code == CodeIPNotAllowed && e.FromIP != "" {
		b.WriteString(" (add " + e.FromIP + " to the app's trusted IPs)")
	}
	if e.Repeated {
		b.WriteString(" (an earlier attempt may have been carried out)")
	}
	if e.Hint != "" {
		b.WriteString(" [hint " + e.Hint + "]")
	}
	return b.String()
}

// Unwrap returns the code, which errors.Is then compares.
func (e *Error) Unwrap() error { return e.Code }

// LogValue implements [slog.LogValuer]: an error is logged as a group of its fields.
func (e *Error) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.String("api", e.API),
		slog.Int64("errcode", int64(e.Code)),
		slog.String("errmsg", e.Msg),
		slog.Int("http_status", e.HTTPStatus),
		slog.String("hint", e.Hint),
		slog.String("from_ip", e.FromIP),
	}
	if e.RetryAfter > 0 {
		attrs = append(attrs, slog.String("window", string(e.Window)), slog.Duration("retry_after", e.RetryAfter))
	}
	if e.Repeated {
		attrs = append(attrs, slog.Bool("repeated", true))
	}
	return slog.GroupValue(attrs...)
}

// newError takes errmsg apart. Its form is
// `text, hint: [id], from ip: 10.0.0.1, more info at https://…`, of which any part may be missing.
func newError(api string, status int, code Code, errmsg string) *Error {
	e := &Error{Code: code, API: api, HTTPStatus: status}
	msg, rest, found := strings.Cut(errmsg, ", hint: [")
	if found {
		e.Hint, rest, _ = strings.Cut(rest, "]")
	} else {
		rest = errmsg
	}
	if _, ip, ok := strings.Cut(rest, "from ip: "); ok {
		e.FromIP, _, _ = strings.Cut(ip, ",")
		e.FromIP = strings.TrimSpace(e.FromIP)
	}
	if _, link, ok := strings.Cut(rest, "more info at "); ok {
		e.MoreInfo = strings.TrimSpace(link)
	}
	if !found {
		msg, _, _ = strings.Cut(msg, ", from ip: ")
		msg, _, _ = strings.Cut(msg, ", more info at ")
	}
	e.Msg = strings.TrimSpace(msg)
	if code == CodeRateLimited {
		e.Window = rateWindow(api, e.Msg)
		e.RetryAfter = e.Window.remaining(time.Now())
	}
	return e
}

// constError is an error that is a constant: nobody can assign another to it.
type constError string

func (e constError) Error() string { return string(e) }

// What was wrong with an answer that did not come from the platform, or not whole; the cause of a
// [ResponseError].
const (
	ErrEmptyBody    = constError("the body is empty")
	ErrNotJSON      = constError("the body is not the platform's JSON")
	ErrTruncated    = constError("the body ends too early")
	ErrBodyTooLarge = constError("the body is larger than the client accepts")
	ErrRedirected   = constError("redirected to another host, which was not followed as it would be told the token")
	ErrHTTPStatus   = constError("the HTTP status says that the call failed")
)

// ErrNilRequest is the cause of the [ArgumentError] for a request that is nil although the endpoint requires
// something. Where it does not, nil is the empty request.
const ErrNilRequest = constError("the request is nil")

// TransportError says that a call got no answer: no connection, a broken one, a timeout, or a context
// that ended. errors.Is sees through it (context.Canceled, context.DeadlineExceeded, syscall errors).
type TransportError struct {
	API     string // the endpoint's path
	Attempt int    // which attempt failed, from 1
	Unsent  bool   // true when no attempt can have reached the platform; otherwise a send may have happened
	text    string
	cause   error
}

// Error implements the error interface.
func (e *TransportError) Error() string { return "workwx: " + e.API + ": " + e.text }

// Is reports whether the cause matches target. The cause is not unwrapped by name, as the text of
// an error of net/http holds the URL and with it the token.
func (e *TransportError) Is(target error) bool { return errors.Is(e.cause, target) }

// As finds target in the cause, unless the cause spells out a secret.
func (e *TransportError) As(target any) bool { return errors.As(e.cause, target) }

// Timeout reports whether the call ran out of time, as [net.Error] has it.
func (e *TransportError) Timeout() bool {
	var t interface{ Timeout() bool }
	return errors.Is(e.cause, context.DeadlineExceeded) || errors.As(e.cause, &t) && t.Timeout()
}

// GoString keeps %#v from printing the cause.
func (e *TransportError) GoString() string { return e.Error() }

// LogValue implements [slog.LogValuer].
func (e *TransportError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("api", e.API), slog.Int("attempt", e.Attempt),
		slog.Bool("unsent", e.Unsent), slog.String("error", e.text))
}

func newTransportError(api string, attempt int, err error, redact func(string) string) *TransportError {
	var u *url.Error
	if errors.As(err, &u) { // its text is the URL, access_token and all
		err = u.Err
	}
	e := &TransportError{API: api, Attempt: attempt, cause: err}
	e.Unsent = neverConnected(err)
	text := err.Error()
	e.text = redact(text)
	if e.text != text {
		e.cause = opaque(err)
	}
	return e
}

// neverConnected reports whether a request failed before there was a connection to send it over.
func neverConnected(err error) bool {
	var dns *net.DNSError
	var op *net.OpError
	var certificate *tls.CertificateVerificationError
	return errors.As(err, &dns) ||
		errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect") ||
		errors.As(err, &certificate) || errors.Is(err, http.ErrSchemeMismatch)
}

func unsent(e *TransportError) *TransportError {
	e.Unsent = true
	return e
}

// Unsent reports whether err says that a call was not made: it had a wrong argument, was held back, got no
// token, or no connection. Nothing has happened then, and a send can be made again. Of other errors an
// [Error] says that the platform refused; after any but [CodeSystemBusy] nothing has happened either, unless it
// is Repeated. What remains may have been carried out.
func Unsent(err error) bool {
	var (
		config    *ConfigError
		argument  *ArgumentError
		limit     *RateLimitError
		token     *TokenError
		transport *TransportError
	)
	return errors.As(err, &config) || errors.As(err, &argument) || errors.As(err, &limit) ||
		errors.As(err, &token) || errors.As(err, &transport) && transport.Unsent
}

// opaque keeps of an error whose text holds a secret only what programs test for.
func opaque(err error) error {
	for _, known := range []error{context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, known) {
			return known
		}
	}
	return constError("the cause is withheld as its text holds a secret")
}

// ResponseError says that something answered, but not as the platform does: a proxy's HTML page, a body
// that is empty, cut short or too large, a redirect to elsewhere, a status of 500. errors.Is tells which
// ([ErrNotJSON], [ErrEmptyBody], ...).
type ResponseError struct {
	API         string // the endpoint's path
	HTTPStatus  int
	ContentType string
	Excerpt     string        // the beginning of the body, secrets removed
	RetryAfter  time.Duration // for which the answer asked not to be called again, 0 if it did not
	Reason      error         // one of the Err… constants above
}

// Error implements the error interface.
func (e *ResponseError) Error() string {
	s := fmt.Sprintf("workwx: %s: HTTP %d: %v", e.API, e.HTTPStatus, e.Reason)
	if e.Excerpt != "" {
		s += fmt.Sprintf(" (%s: %.80q)", e.ContentType, e.Excerpt)
	}
	return s
}

// Unwrap returns the reason.
func (e *ResponseError) Unwrap() error { return e.Reason }

// LogValue implements [slog.LogValuer].
func (e *ResponseError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("api", e.API), slog.Int("http_status", e.HTTPStatus),
		slog.String("content_type", e.ContentType), slog.String("reason", e.Reason.Error()))
}

// parseRetryAfter reads the header of the same name: seconds, or a date.
func parseRetryAfter(resp *http.Response) time.Duration {
	v := resp.Header.Get("Retry-After")
	if v == "" {
		return 0
	}
	if seconds, err := strconv.ParseInt(v, 10, 32); err == nil {
		return max(time.Duration(seconds)*time.Second, 0)
	}
	if at, err := http.ParseTime(v); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}

// ArgumentError says that a call was not made, because an argument cannot be right.
type ArgumentError struct {
	API    string // the endpoint's path or the function's name
	Field  string // the argument or field
	Reason error  // what is wrong with it, and the limit where there is one
}

// Error implements the error interface.
func (e *ArgumentError) Error() string {
	if e.Field == "" {
		return "workwx: " + e.API + ": " + e.Reason.Error()
	}
	return "workwx: " + e.API + ": " + e.Field + ": " + e.Reason.Error()
}

// Unwrap returns the reason.
func (e *ArgumentError) Unwrap() error { return e.Reason }

// invalid makes an ArgumentError.
func invalid(api, field, format string, args ...any) error {
	return &ArgumentError{API: api, Field: field, Reason: fmt.Errorf(format, args...)}
}

// ConfigError says which option of a client cannot be used and what to do about it.
type ConfigError struct {
	Option string // the option or argument, such as WithBaseURL
	Reason string
}

// Error implements the error interface.
func (e *ConfigError) Error() string { return "workwx: " + e.Option + ": " + e.Reason }

// ErrTokenPanic is the reason of a [TokenError] when what fetches the token panicked: a [TokenSource], the
// Ticket of a [Suite], a hook.
const ErrTokenPanic = constError("what fetches the token panicked")

// TokenError says that a call was not made as no token could be had for it. It wraps the reason: an
// [Error] with the code of a wrong secret, a [TransportError], or what a [TokenSource] returned.
type TokenError struct {
	Kind string // access_token, jsapi_ticket, ...
	Err  error
}

// Error implements the error interface.
//
// The reason may come from a [TokenSource] of the caller's own, and quote the URL of a token service.
func (e *TokenError) Error() string {
	return "workwx: no " + e.Kind + ": " + redactParams(trimPrefix(e.Err))
}

// Unwrap returns the reason.
func (e *TokenError) Unwrap() error { return e.Err }

func trimPrefix(err error) string { return strings.TrimPrefix(err.Error(), "workwx: ") }
