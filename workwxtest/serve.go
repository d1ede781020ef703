package workwxtest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// maxBody bounds the bodies of requests that are not uploads.
const maxBody = 8 << 20

// serve is the way of every request.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	if strings.HasPrefix(path, imagePath) {
		s.serveImage(w, r)
		return
	}
	fault := s.faults.take(path)
	started := time.Now()
	rec := &Request{Method: r.Method, Path: path, Query: redact(r.URL.Query()), Header: r.Header.Clone(), Length: r.ContentLength}
	out := &answerWriter{ResponseWriter: w, status: http.StatusOK, stall: fault.Stall, cut: fault.Cut == CutBody,
		sleep: func(d time.Duration) { s.sleep(r.Context(), d) }}
	if fault.Cut == CutAnswer {
		out.ResponseWriter = blackHole{http.Header{}}
	}
	answered := false
	defer func() {
		s.record.end(func() {
			rec.Answered, rec.Status, rec.Duration = answered, out.status, time.Since(started)
			if code, err := strconv.ParseInt(out.Header().Get("Error-Code"), 10, 64); err == nil {
				rec.Code = workwx.Code(code)
			}
		})
	}()
	rec.Time = s.Now()
	c := &call{request: r, path: path, query: r.URL.Query()}
	var tooLarge bool
	_, streamed := s.routes.streams[path]
	if !streamed && fault.Cut != CutRequest {
		body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
		if err != nil {
			s.record.add(rec)
			panic(http.ErrAbortHandler)
		}
		if tooLarge = len(body) > maxBody; !tooLarge {
			c.body = body
		}
		rec.Body = bytes.Clone(body[:min(len(body), keptBody)])
		rec.Length = max(rec.Length, int64(len(body)))
		r.Body = io.NopCloser(bytes.NewReader(c.body))
	}
	s.record.add(rec)
	s.sleep(r.Context(), fault.Delay)
	switch {
	case fault.Cut == CutRequest, s.ctx.Err() != nil:
		panic(http.ErrAbortHandler)
	case fault.Status != 0:
		out.Header().Set("Content-Type", http.DetectContentType([]byte(fault.Body)))
		out.WriteHeader(fault.Status)
		io.WriteString(out, fault.Body)
	case fault.Code != 0:
		answer(out, nil, fail(fault.Code, "injected by the test"))
	case tooLarge:
		answer(out, nil, fail(workwx.CodeRequestTooLarge, "the body is larger than %d bytes", maxBody))
	default:
		s.dispatch(out, c, rec)
	}
	if streamed { // what was not read, as the upload was refused
		io.Copy(io.Discard, r.Body)
	}
	if fault.Cut == CutAnswer {
		panic(http.ErrAbortHandler)
	}
	out.finish()
	answered = true
}

// dispatch finds out what answers a request: an override, a handler, or nothing but errcode 0.
func (s *Server) dispatch(w http.ResponseWriter, c *call, rec *Request) {
	e, known := s.routes.endpoints[c.path]
	if known {
		if !accepts(e, c.request.Method) {
			answer(w, nil, fail(codeIllegalParameter, "invalid request: %s takes %s, not %s", c.path, e.Method, c.request.Method))
			return
		}
		if err := s.authorize(e, c); err != nil {
			answer(w, nil, err)
			return
		}
		if c.app != nil {
			s.record.update(func() { rec.AgentID = c.app.agentID })
		}
	}
	s.mu.Lock()
	override := s.overrides[c.path]
	s.mu.Unlock()
	switch {
	case override != nil:
		override.ServeHTTP(w, c.request)
	case !known:
		s.notFound(w, c)
	case s.routes.streams[c.path] != nil:
		if err := s.routes.streams[c.path](s, c, w); err != nil {
			answer(w, nil, err)
		}
	default:
		data, err := s.handle(c)
		answer(w, data, err)
	}
}

// handle runs the handler of an endpoint under the lock. What it returns shares nothing with the state
// that a later call may change, as it is encoded before the lock is given back.
func (s *Server) handle(c *call) (any, error) {
	h := s.routes.handlers[c.path]
	if h == nil {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c.now = s.now()
	data, err := h(s, c)
	if err == nil && data != nil {
		data = rawJSON(encode(data))
	}
	return data, err
}

// rawJSON is JSON that is passed through.
type rawJSON []byte

func (r rawJSON) MarshalJSON() ([]byte, error) { return r, nil }

func (s *Server) notFound(w http.ResponseWriter, c *call) {
	msg := fmt.Sprintf("404: %s is no endpoint of the platform; the nearest is %s", c.path, s.routes.nearest(c.path))
	s.log.printf("%s", msg)
	http.Error(w, msg, http.StatusNotFound)
}

// answerWriter keeps the status, and holds the answer back if that is to break in the middle.
type answerWriter struct {
	http.ResponseWriter
	status int
	stall  time.Duration
	cut    bool
	sleep  func(time.Duration)
	held   bytes.Buffer
}

func (w *answerWriter) WriteHeader(status int) {
	w.status = status
	if !w.breaks() {
		w.ResponseWriter.WriteHeader(status)
	}
}

func (w *answerWriter) Write(p []byte) (int, error) {
	if w.breaks() {
		return w.held.Write(p)
	}
	return w.ResponseWriter.Write(p)
}

func (w *answerWriter) breaks() bool { return w.cut || w.stall > 0 }

// ReadFrom lets a file go its shortest way.
func (w *answerWriter) ReadFrom(r io.Reader) (int64, error) {
	if rf, ok := w.ResponseWriter.(io.ReaderFrom); ok && !w.breaks() {
		return rf.ReadFrom(r)
	}
	return io.Copy(struct{ io.Writer }{w}, r)
}

// finish sends what was held back, or half of it.
func (w *answerWriter) finish() {
	if !w.breaks() {
		return
	}
	body := w.held.Bytes()
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.ResponseWriter.WriteHeader(w.status)
	half := len(body) / 2
	w.ResponseWriter.Write(body[:half])
	if err := http.NewResponseController(w.ResponseWriter).Flush(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return
	}
	w.sleep(w.stall)
	if w.cut {
		panic(http.ErrAbortHandler)
	}
	w.ResponseWriter.Write(body[half:])
}

// blackHole takes an answer that nobody will see.
type blackHole struct{ header http.Header }

func (b blackHole) Header() http.Header       { return b.header }
func (blackHole) Write(p []byte) (int, error) { return len(p), nil }
func (blackHole) WriteHeader(int)             {}
