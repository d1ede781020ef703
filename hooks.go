package workwx

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// Hooks are called around every call. A field that is nil is skipped. They must be quick and safe for
// concurrent use, and not panic. They run on the calling goroutine; OnToken, OnStoreError and the OnCall of the
// call that fetches a token, on one of the client's. What they receive holds no secret.
type Hooks struct {
	// OnCall is called after each attempt of a call, the failed ones included.
	OnCall func(ctx context.Context, info CallInfo)
	// OnToken is called after each attempt to obtain a token or ticket.
	OnToken func(ctx context.Context, info TokenInfo)
	// OnStoreError is called when a TokenStore failed and the client went on without it.
	OnStoreError func(ctx context.Context, info StoreErrorInfo)
}

// CallInfo describes one attempt of a call.
type CallInfo struct {
	Method        string        // GET or POST
	API           string        // the endpoint's path, fit for a metric's label
	Attempt       int           // from 1; more than 1 is a retry or a replay with a new token
	Duration      time.Duration // until the answer was read and decoded
	HTTPStatus    int           // 0 if there was no answer
	Code          Code          // the errcode of the answer
	RequestBytes  int64         // the length of the request's body
	ResponseBytes int64         // the length of the answer's body; -1 for a download that is still to be read
	Coerced       bool          // some value of the answer had another type than documented
	Warning       string        // the platform understood the request only in part
	WillRetry     bool          // another attempt follows
	Err           error         // nil if the attempt succeeded
}

// TokenInfo describes one attempt to obtain a token or ticket, from the store or the platform.
type TokenInfo struct {
	Kind      string // access_token, jsapi_ticket or agent_config_ticket
	Duration  time.Duration
	ExpiresAt time.Time
	Err       error
}

// StoreErrorInfo describes a failure of a [TokenStore] that cost the client a fetch of its own.
type StoreErrorInfo struct {
	Kind      string // of the token
	Operation string // load, lock, save or release
	Err       error
}

func (h *Hooks) call(ctx context.Context, info CallInfo) {
	if h != nil && h.OnCall != nil {
		h.OnCall(ctx, info)
	}
}

func (h *Hooks) token(ctx context.Context, info TokenInfo) {
	if h != nil && h.OnToken != nil {
		h.OnToken(ctx, info)
	}
}

func (h *Hooks) storeError(ctx context.Context, info StoreErrorInfo) {
	if h != nil && h.OnStoreError != nil {
		h.OnStoreError(ctx, info)
	}
}

// join calls both.
func joinHooks(a, b Hooks) Hooks {
	return Hooks{
		OnCall:       joinFuncs(a.OnCall, b.OnCall),
		OnToken:      joinFuncs(a.OnToken, b.OnToken),
		OnStoreError: joinFuncs(a.OnStoreError, b.OnStoreError),
	}
}

func joinFuncs[T any](a, b func(context.Context, T)) func(context.Context, T) {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	return func(ctx context.Context, info T) {
		a(ctx, info)
		b(ctx, info)
	}
}

// logHooks writes a line for each call: at level Debug, or Warn when it failed for good.
func logHooks(l *slog.Logger) Hooks {
	return Hooks{
		OnCall: func(ctx context.Context, i CallInfo) {
			level := slog.LevelDebug
			attrs := []slog.Attr{
				slog.String("method", i.Method),
				slog.String("api", i.API),
				slog.Int("attempt", i.Attempt),
				slog.Duration("duration", i.Duration),
				slog.Int("http_status", i.HTTPStatus),
				slog.Int64("errcode", int64(i.Code)),
			}
			if i.Err != nil {
				if !i.WillRetry && !errors.Is(i.Err, context.Canceled) {
					level = slog.LevelWarn
				}
				attrs = append(attrs, slog.Any("error", i.Err))
			}
			l.LogAttrs(ctx, level, "workwx call", attrs...)
		},
		OnToken: func(ctx context.Context, i TokenInfo) {
			if i.Err != nil {
				l.LogAttrs(ctx, slog.LevelWarn, "workwx token", slog.String("kind", i.Kind), slog.Duration("duration", i.Duration), slog.Any("error", i.Err))
				return
			}
			l.LogAttrs(ctx, slog.LevelDebug, "workwx token", slog.String("kind", i.Kind), slog.Duration("duration", i.Duration), slog.Time("expires_at", i.ExpiresAt))
		},
		OnStoreError: func(ctx context.Context, i StoreErrorInfo) {
			l.LogAttrs(ctx, slog.LevelWarn, "workwx token store", slog.String("kind", i.Kind), slog.String("operation", i.Operation), slog.Any("error", i.Err))
		},
	}
}
