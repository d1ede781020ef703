package workwxtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

// Cut says where the connection of a request breaks.
type Cut int

// The places where a connection can break.
const (
	CutNone    Cut = iota
	CutRequest     // before the request is read: the platform has not done anything
	CutAnswer      // the request is carried out, and no answer is sent
	CutBody        // in the middle of the answer
)

// Fault is something that goes wrong with a number of requests. Fields can be combined: a delay and an
// errcode, say.
type Fault struct {
	Path   string        // which requests: those to this path; "" or "*" for all but those for an access token
	Times  int           // how many of them; 0 is one, less than 0 all from now on
	Delay  time.Duration // before the request is carried out
	Code   workwx.Code   // refuse with this errcode; the request is not carried out
	Status int           // answer with this HTTP status and Body; the request is not carried out
	Body   string        // goes with Status, such as the page of a proxy; may be empty
	Stall  time.Duration // after half of the answer
	Cut    Cut           // where the connection breaks
}

// faults are what will go wrong, in the order it was asked for.
type faults struct {
	mu      sync.Mutex
	list    []*Fault
	latency time.Duration
}

// take returns the fault that the request to a path meets.
func (f *faults) take(path string) Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, fault := range f.list {
		any := fault.Path == "" || fault.Path == "*"
		if fault.Path != path && !(any && path != gettoken) {
			continue
		}
		if fault.Times--; fault.Times == 0 {
			f.list = slices.Delete(f.list, i, i+1)
		}
		hit := *fault
		hit.Delay += f.latency
		return hit
	}
	return Fault{Delay: f.latency}
}

// Inject has something go wrong with the requests that come next. Several faults for the same path
// happen one after the other.
func (s *Server) Inject(f Fault) {
	if f.Times == 0 {
		f.Times = 1
	}
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.list = append(s.faults.list, &f)
}

// FailNext refuses the next n requests to a path with an errcode. The path "" or "*" is every path but
// that of the access token.
func (s *Server) FailNext(path string, code workwx.Code, n int) {
	if n > 0 {
		s.Inject(Fault{Path: path, Code: code, Times: n})
	}
}

// CutNext breaks the connections of the next n requests to a path before they are read. See [Fault] for
// more ways to break them.
func (s *Server) CutNext(path string, n int) {
	if n > 0 {
		s.Inject(Fault{Path: path, Cut: CutRequest, Times: n})
	}
}

// SetLatency delays every request from now on.
func (s *Server) SetLatency(d time.Duration) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.latency = d
}

// ClearFaults ends all faults and the latency.
func (s *Server) ClearFaults() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.list, s.faults.latency = nil, 0
}

// Handle answers a path by h from now on; nil restores the server's own answer. For an endpoint the
// method and the token are checked before, as always. Other paths may be given too.
func (s *Server) Handle(path string, h http.Handler) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if h == nil {
		delete(s.overrides, path)
		return
	}
	s.overrides[path] = h
}

// RespondJSON answers a path by v from now on: a string, []byte or [json.RawMessage] as it is, anything
// else encoded as JSON. What a client expects is not added: give errcode where there has to be one.
func (s *Server) RespondJSON(path string, v any) {
	var body []byte
	switch v := v.(type) {
	case string:
		body = []byte(v)
	case []byte:
		body = slices.Clone(v)
	case json.RawMessage:
		body = slices.Clone(v)
	default:
		body = encode(v)
	}
	s.Handle(path, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=UTF-8")
		w.Write(body)
	}))
}
