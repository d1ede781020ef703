package workwxtest

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// call is a request to an endpoint whose token has been checked.
type call struct {
	request *http.Request
	path    string
	query   url.Values
	body    []byte
	app     *app // whose token it carries; nil where the endpoint takes none
	now     time.Time
}

// handler answers calls to one endpoint. It runs with s.mu held. What it returns is encoded behind
// errcode and errmsg; nil is nothing more.
type handler func(s *Server, c *call) (any, error)

// in makes a handler of a func that takes the decoded body.
func in[T any](f func(s *Server, c *call, req *T) (any, error)) handler {
	return func(s *Server, c *call) (any, error) {
		req := new(T)
		if err := c.decode(req); err != nil {
			return nil, err
		}
		return f(s, c, req)
	}
}

func (c *call) decode(v any) error {
	if len(bytes.TrimSpace(c.body)) == 0 {
		return fail(codeIllegalParameter, "the body is empty, expected JSON")
	}
	if err := json.Unmarshal(c.body, v); err != nil {
		var t *json.UnmarshalTypeError
		if errors.As(err, &t) {
			return fail(codeIllegalParameter, "wrong json format: %s is a %s, expected %s", t.Field, t.Value, t.Type)
		}
		return fail(codeIllegalParameter, "wrong json format: %v", err)
	}
	return nil
}

// integer returns a number of the query, 0 if it is not there.
func (c *call) integer(name string) int64 {
	n, _ := strconv.ParseInt(c.query.Get(name), 10, 64)
	return n
}

// refusal is an answer whose errcode is not 0.
type refusal struct {
	code workwx.Code
	msg  string
	data any // further fields
}

func (r *refusal) Error() string { return fmt.Sprintf("%d: %s", int64(r.code), r.msg) }

func fail(code workwx.Code, format string, args ...any) error {
	return &refusal{code: code, msg: fmt.Sprintf(format, args...)}
}

// answer writes what a handler returned.
func answer(w http.ResponseWriter, data any, err error) workwx.Code {
	code, msg := workwx.CodeOK, "ok"
	if err != nil {
		var r *refusal
		if !errors.As(err, &r) {
			r = &refusal{code: workwx.CodeSystemBusy, msg: "system busy: " + err.Error()}
		}
		code, msg, data = r.code, errmsg(r.code, r.msg), r.data
	}
	body := encode(struct {
		ErrCode workwx.Code `json:"errcode"`
		ErrMsg  string      `json:"errmsg"`
	}{code, msg})
	if fields := encode(data); len(fields) > 2 && fields[0] == '{' {
		body = append(append(body[:len(body)-1], ','), fields[1:]...)
	}
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	w.Header().Set("Error-Code", strconv.FormatInt(int64(code), 10))
	w.Write(body)
	return code
}

// errmsg adds to a message what the platform does.
func errmsg(code workwx.Code, msg string) string {
	return fmt.Sprintf("%s, hint: [%s], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=%d",
		msg, rand.Text(), int64(code))
}

// encode is json.Marshal without HTML escaping.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // a type of this package that cannot be encoded
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// pipe is a list that travels as "a|b".
type pipe []string

func (p pipe) MarshalJSON() ([]byte, error) { return encode(strings.Join(p, "|")), nil }

func (p *pipe) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*p = nil
	for v := range strings.SplitSeq(s, "|") {
		if v = strings.TrimSpace(v); v != "" {
			*p = append(*p, v)
		}
	}
	return nil
}

// number takes a JSON number, also in quotes.
type number int64

func (n *number) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	if s == "" || s == "null" {
		*n = 0
		return nil
	}
	v, err := strconv.ParseInt(s, 10, 64)
	*n = number(v)
	return err
}

// flag takes 0, 1, true and false, and travels as 0 or 1.
type flag bool

func (f flag) MarshalJSON() ([]byte, error) {
	if f {
		return []byte("1"), nil
	}
	return []byte("0"), nil
}

func (f *flag) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	*f = s != "" && s != "0" && s != "false" && s != "null"
	return nil
}

// newID returns an id that does not come twice.
func newID(prefix string) string { return prefix + rand.Text() }

// page cuts the part of items that a cursor asks for, and returns the cursor of the next part, "" at the
// end.
func page[T any](items []T, cursor string, limit, fallback, most int64) (part []T, next string, err error) {
	start := 0
	if cursor != "" {
		digits, ok := strings.CutPrefix(cursor, "cursor-")
		n, numErr := strconv.Atoi(digits)
		if !ok || numErr != nil || n < 0 {
			return nil, "", fail(workwx.CodeInvalidCursor, "invalid cursor")
		}
		start = min(n, len(items))
	}
	if limit <= 0 {
		limit = fallback
	}
	end := min(start+int(min(limit, most)), len(items))
	if end < len(items) {
		next = "cursor-" + strconv.Itoa(end)
	}
	return notNil(items[start:end]), next, nil
}

// notNil has a list travel as [] rather than null.
func notNil[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// without returns items less those that drop names.
func without[T comparable](items, drop []T) []T {
	return slices.DeleteFunc(slices.Clone(items), func(v T) bool { return slices.Contains(drop, v) })
}

// with returns items and those of add that are not among them.
func with[T comparable](items, add []T) []T {
	items = slices.Clone(items)
	for _, v := range add {
		if !slices.Contains(items, v) {
			items = append(items, v)
		}
	}
	return items
}

var discard = log.New(io.Discard, "", 0)
