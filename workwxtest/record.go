package workwxtest

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

// What is kept of the bodies of requests.
const (
	keptBody   = 64 << 10 // of each
	keptBodies = 16 << 20 // of all
)

// Request is a request as it came.
type Request struct {
	Method   string
	Path     string
	Query    url.Values // values of tokens, secrets and webhook keys replaced by "[redacted]"
	Header   http.Header
	Body     []byte // the first 64 KiB; nil for uploads
	Length   int64  // of the whole body, -1 if it was sent chunked
	AgentID  int64  // of the app whose token it carried; 0 if none
	Time     time.Time
	Answered bool          // false while it is under way, and if the connection was cut
	Status   int           // the HTTP status of the answer
	Code     workwx.Code   // the errcode of the answer
	Duration time.Duration // until it was answered or cut
}

// recorder keeps the latest requests.
type recorder struct {
	mu       sync.Mutex
	limit    int
	requests []*Request
	bytes    int
	total    int // requests that ended since the start
	waiters  []chan struct{}
}

// add keeps a request that has come.
func (rec *recorder) add(r *Request) {
	rec.mu.Lock()
	defer rec.mu.Unlock()
	rec.requests = append(rec.requests, r)
	rec.bytes += len(r.Body)
	drop := max(len(rec.requests)-rec.limit, 0)
	for _, old := range rec.requests[:drop] {
		rec.bytes -= len(old.Body)
	}
	rec.requests = slices.Delete(rec.requests, 0, drop)
	for _, old := range rec.requests {
		if rec.bytes <= keptBodies {
			break
		}
		rec.bytes -= len(old.Body)
		old.Body = nil
	}
}

// update changes a request under the lock.
func (rec *recorder) update(f func()) {
	rec.mu.Lock()
	defer rec.mu.Unlock()
	f()
}

// end says that a request was answered or cut.
func (rec *recorder) end(f func()) {
	rec.mu.Lock()
	defer rec.mu.Unlock()
	f()
	rec.total++
	for _, w := range rec.waiters {
		close(w)
	}
	rec.waiters = nil
}

// Requests returns the requests in the order they came, the oldest of them forgotten when there were
// more than [WithRequestLimit] allows.
func (s *Server) Requests() []Request {
	return s.RequestsTo("")
}

// RequestsTo returns the requests to one path, such as /cgi-bin/message/send.
func (s *Server) RequestsTo(path string) []Request {
	s.record.mu.Lock()
	defer s.record.mu.Unlock()
	var list []Request
	for _, r := range s.record.requests {
		if path == "" || r.Path == path {
			c := *r
			c.Body = slices.Clone(r.Body)
			list = append(list, c)
		}
	}
	return list
}

// WaitRequests waits until n requests have been answered since the server started, token fetches
// included, and returns the context's error if that ends first.
func (s *Server) WaitRequests(ctx context.Context, n int) error {
	for {
		s.record.mu.Lock()
		if s.record.total >= n {
			s.record.mu.Unlock()
			return nil
		}
		w := make(chan struct{})
		s.record.waiters = append(s.record.waiters, w)
		s.record.mu.Unlock()
		select {
		case <-w:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// TokenFetches returns how often an access token was asked for.
func (s *Server) TokenFetches() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens.fetches
}

// redact returns the query without what must not be seen.
func redact(q url.Values) url.Values {
	out := url.Values{}
	for name, values := range q {
		switch name {
		case "access_token", "suite_access_token", "provider_access_token", "device_access_token",
			"model_access_token", "corpsecret", "key", "response_code":
			out[name] = []string{"[redacted]"}
		default:
			out[name] = values
		}
	}
	return out
}
