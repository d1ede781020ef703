package workwx

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// RateWindow is a span of time over which the platform counts calls. A refusal for too many
// ([CodeRateLimited]) lasts as long.
type RateWindow string

// The spans.
const (
	RateWindowMinute RateWindow = "minute"
	RateWindowHour   RateWindow = "hour"
	RateWindowDay    RateWindow = "day"   // of the calendar, in China
	RateWindowMonth  RateWindow = "month" // 30 days
)

// length is how long the window is, 0 if there is none.
func (w RateWindow) length() time.Duration {
	switch w {
	case RateWindowMinute:
		return time.Minute
	case RateWindowHour:
		return time.Hour
	case RateWindowDay:
		return 24 * time.Hour
	case RateWindowMonth:
		return 30 * 24 * time.Hour
	}
	return 0
}

// remaining is for how long a refusal of now lasts: at least a minute, the shortest window there is.
func (w RateWindow) remaining(now time.Time) time.Duration {
	if w != RateWindowDay {
		return cmp.Or(w.length(), time.Minute)
	}
	china := now.In(time.FixedZone("CST", 8*60*60))
	midnight := time.Date(china.Year(), china.Month(), china.Day()+1, 0, 0, 0, 0, china.Location())
	return max(midnight.Sub(china), time.Minute)
}

// rateWindow finds out which limit a refusal is about. The message names the window or not; for some
// endpoints there is one limit that is met before all others.
func rateWindow(api, msg string) RateWindow {
	msg = strings.ToLower(msg)
	for _, w := range []struct {
		word   string
		window RateWindow
	}{
		{"minute", RateWindowMinute}, {"hour", RateWindowHour}, {"daily", RateWindowDay}, {"day", RateWindowDay}, {"month", RateWindowMonth},
	} {
		if strings.Contains(msg, w.word) {
			return w.window
		}
	}
	if limits := platformLimits(api).own; len(limits) == 1 {
		return limits[0].Window
	}
	return ""
}

// RateLimit is a number of calls within any span of a length.
type RateLimit struct {
	Calls  int
	Window RateWindow
}

// apiLimits are the limits of an endpoint.
type apiLimits struct {
	own  []RateLimit // of a corp, beside or in place of the general ones
	free bool        // the general limits do not count its calls
}

// platformLimits returns what the platform says about single endpoints (访问频率限制).
func platformLimits(api string) apiLimits {
	switch api {
	case "/cgi-bin/checkin/getcheckindata", "/cgi-bin/corp/getapprovaldata":
		return apiLimits{own: []RateLimit{{600, RateWindowMinute}}}
	case "/cgi-bin/get_jsapi_ticket":
		return apiLimits{own: []RateLimit{{400, RateWindowHour}}}
	case "/cgi-bin/ticket/get":
		return apiLimits{own: []RateLimit{{100, RateWindowHour}}}
	case "/cgi-bin/appchat/create":
		return apiLimits{own: []RateLimit{{1000, RateWindowDay}}}
	case "/cgi-bin/appchat/update":
		return apiLimits{own: []RateLimit{{1000, RateWindowHour}}}
	case "/cgi-bin/media/uploadimg":
		return apiLimits{own: []RateLimit{{1000, RateWindowDay}, {3000, RateWindowMonth}}}
	case "/cgi-bin/msgaudit/get_permit_user_list":
		return apiLimits{own: []RateLimit{{1000, RateWindowMinute}}}
	case "/cgi-bin/webhook/send":
		return apiLimits{own: []RateLimit{{webhookRate, RateWindowMinute}}, free: true}
	case "/cgi-bin/message/send": // limited by receivers, a number that depends on the corp
		return apiLimits{free: true}
	}
	return apiLimits{}
}

// RateLimits say how a [RateLimiter] works. The zero value keeps to the platform's documented limits:
// a corp may call an endpoint 10,000 times a minute and 150,000 times an hour, an address 20,000 and
// 600,000 times, and some endpoints less often.
type RateLimits struct {
	// MaxWait is how long a call waits for its turn, a minute if it is 0. One that had to wait longer
	// fails at once with a RateLimitError, as does one whose context would end before its turn. A
	// negative MaxWait has no call wait.
	MaxWait time.Duration

	// Share is the part of the limits that this process may use, 1 if it is 0: 0.1 for each of ten.
	Share float64

	// Provider says that the calls come from the address of a service provider, which has twice the
	// limits of other addresses.
	Provider bool

	// PerAPI replaces the limits of a corp for single endpoints, by their path: for those that the platform
	// has agreed on with the corp, or that a corp wants to set aside for other programs. An empty list is
	// no limit.
	PerAPI map[string][]RateLimit
}

// RateLimiter holds calls back so that the platform does not refuse them. It counts the attempts of all
// clients that share it, by corp and endpoint and by endpoint alone, as the platform counts those from one
// address. When the platform refuses a call nevertheless (errcode 45009, since others call too), calls of that
// corp to that endpoint are held back until the refusals end. It is safe for concurrent use.
//
// What is counted is forgotten when the process ends. Limits by receiver and by number of members
// are not kept: the client does not know them.
type RateLimiter struct {
	limits RateLimits

	mu   sync.Mutex
	apis map[limitKey]*apiLimit
}

// limitKey is what calls are counted by; corp is "" for calls from this address.
type limitKey struct{ corp, api string }

// maxLimited bounds the number of corps and endpoints that are remembered, some 10 MB.
const maxLimited = 8192

// NewRateLimiter returns a limiter for [WithRateLimit]. Limits that cannot be gives a [ConfigError].
func NewRateLimiter(limits RateLimits) (*RateLimiter, error) {
	if limits.Share < 0 || limits.Share > 1 {
		return nil, &ConfigError{Option: "RateLimits.Share", Reason: "it must be more than 0 and at most 1"}
	}
	limits.Share = cmp.Or(limits.Share, 1)
	limits.MaxWait = cmp.Or(limits.MaxWait, time.Minute)
	for api, list := range limits.PerAPI {
		for _, l := range list {
			if l.Calls < 1 || l.Window.length() == 0 {
				return nil, &ConfigError{Option: "RateLimits.PerAPI", Reason: fmt.Sprintf("%s: %d calls a %q is no limit; the windows are minute, hour, day and month", api, l.Calls, l.Window)}
			}
		}
	}
	return &RateLimiter{limits: limits, apis: map[limitKey]*apiLimit{}}, nil
}

// limiter is a [RateLimiter]: an interface, so that only programs that make one hold what it takes.
type limiter interface {
	take(ctx context.Context, corp, api string) error
	refused(corp string, e *Error)
}

// WithRateLimit has calls held back by l, which several clients may share; those that [Client.With]
// derives do. By default nothing is held back. A [Webhook] has a limit of its own.
func WithRateLimit(l *RateLimiter) Option {
	return func(s *settings) {
		if l == nil {
			s.fail("WithRateLimit", "the limiter is nil; make one with NewRateLimiter")
		}
		s.limiter = l
	}
}

// take waits for the turn of an attempt. A nil limiter lets all pass.
func (l *RateLimiter) take(ctx context.Context, corp, api string) error {
	if corp == "" {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return unsent(newTransportError(api, 1, err, redactParams))
	}
	latest := time.Now().Add(l.limits.MaxWait)
	for {
		now := time.Now()
		at := l.count(corp, api, now)
		wait := at.Sub(now)
		switch {
		case wait <= 0:
			return nil
		case at.After(latest) || endsWithin(ctx, wait):
			return &RateLimitError{API: api, RetryAfter: wait}
		case !sleep(ctx, wait):
			return unsent(newTransportError(api, 1, ctx.Err(), redactParams))
		}
	}
}

// count counts a call if it can be made now, and returns when it can.
func (l *RateLimiter) count(corp, api string, now time.Time) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	both := [2]*apiLimit{l.of(limitKey{corp, api}, now), l.of(limitKey{"", api}, now)}
	at := now
	for _, a := range both {
		at = a.earliest(at)
	}
	if !at.After(now) {
		for _, a := range both {
			a.add(now)
		}
	}
	return at
}

// refused holds calls back after the platform has refused one.
func (l *RateLimiter) refused(corp string, e *Error) {
	if corp == "" || e.RetryAfter <= 0 {
		return
	}
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.of(limitKey{corp, e.API}, now)
	if until := now.Add(e.RetryAfter); until.After(a.heldUntil) {
		a.heldUntil = until
	}
}

// of returns the counts of a key; l.mu is held.
func (l *RateLimiter) of(key limitKey, now time.Time) *apiLimit {
	a := l.apis[key]
	if a == nil {
		if len(l.apis) >= maxLimited {
			l.forget(now)
		}
		a = l.newAPILimit(key)
		l.apis[key] = a
	}
	a.used = now
	return a
}

// forget drops an eighth of what is remembered: what was used longest ago, and is not held back.
func (l *RateLimiter) forget(now time.Time) {
	keys := make([]limitKey, 0, len(l.apis))
	for key := range l.apis {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y limitKey) int {
		a, b := l.apis[x], l.apis[y]
		if held := a.heldUntil.After(now); held != b.heldUntil.After(now) {
			if held {
				return 1
			}
			return -1
		}
		return a.used.Compare(b.used)
	})
	for _, key := range keys[:maxLimited/8] {
		delete(l.apis, key)
	}
}

func (l *RateLimiter) newAPILimit(key limitKey) *apiLimit {
	general := []RateLimit{{10_000, RateWindowMinute}, {150_000, RateWindowHour}}
	special := platformLimits(key.api)
	if special.free {
		general = nil
	}
	limits := slices.Concat(general, special.own)
	if key.corp == "" { // of the address
		for i := range general {
			general[i].Calls *= []int{2, 4}[i]
			if l.limits.Provider {
				general[i].Calls *= 2
			}
		}
		limits = general
	} else if own, ok := l.limits.PerAPI[key.api]; ok {
		limits = own
	}
	a := &apiLimit{}
	for _, limit := range limits {
		calls := max(int(float64(limit.Calls)*l.limits.Share), 1)
		a.windows = append(a.windows, &slidingCount{calls: calls, slot: limit.Window.length() / slots})
	}
	return a
}

// apiLimit counts the calls of one key.
type apiLimit struct {
	windows   []*slidingCount
	heldUntil time.Time
	used      time.Time
}

// earliest returns the first time, not before at, at which a call is within all limits.
func (a *apiLimit) earliest(at time.Time) time.Time {
	if a.heldUntil.After(at) {
		at = a.heldUntil
	}
	for _, w := range a.windows {
		at = w.earliest(at)
	}
	return at
}

func (a *apiLimit) add(now time.Time) {
	for _, w := range a.windows {
		w.add(now)
	}
}

// slots is into how many a window is divided.
const slots = 60

// slidingCount counts calls slot by slot. No span as long as the window ever holds more of them than
// allowed: it touches at most slots+1, and these together do not.
type slidingCount struct {
	calls int           // allowed in a window
	slot  time.Duration // how long a slot is
	start time.Time     // of slot 0
	count [slots + 1]int32
	of    [slots + 1]int32 // which slot a count is of
}

// number returns the slot that a time falls into.
func (w *slidingCount) number(at time.Time) int32 { return int32(at.Sub(w.start) / w.slot) }

// in returns how many calls fell into a slot.
func (w *slidingCount) in(slot int32) int {
	if i := slot % (slots + 1); slot >= 0 && w.of[i] == slot {
		return int(w.count[i])
	}
	return 0
}

func (w *slidingCount) earliest(at time.Time) time.Time {
	if w.start.IsZero() {
		return at
	}
	slot, sum := w.number(at), 0
	for s := slot - slots; s <= slot; s++ {
		sum += w.in(s)
	}
	for ; sum >= w.calls; slot++ {
		sum -= w.in(slot - slots)
		at = w.start.Add(time.Duration(slot+1) * w.slot)
	}
	return at
}

func (w *slidingCount) add(now time.Time) {
	if w.start.IsZero() {
		w.start = now
	}
	slot := w.number(now)
	i := slot % (slots + 1)
	if w.of[i] != slot {
		w.of[i], w.count[i] = slot, 0
	}
	w.count[i]++
}
