package workwx

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// encoder encodes into a buffer that is used again.
type encoder struct {
	buf bytes.Buffer
	enc *json.Encoder
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.enc = json.NewEncoder(&e.buf)
	e.enc.SetEscapeHTML(false)
	return e
}}

// encodeJSON encodes v without escaping HTML: the platform refuses bodies with \u003c in some fields.
// The result is a copy, as net/http may still read a body after the call has its answer.
func encodeJSON(v any) ([]byte, error) {
	e := encoders.Get().(*encoder)
	if err := e.enc.Encode(v); err != nil {
		return nil, err // e is not used again: its encoder may remember the error
	}
	b := bytes.Clone(bytes.TrimSuffix(e.buf.Bytes(), []byte{'\n'}))
	if e.buf.Cap() <= maxPooledEncoder {
		e.buf.Reset()
		encoders.Put(e)
	}
	return b, nil
}

// maxPooledEncoder is the size from which an encoder's memory is not kept.
const maxPooledEncoder = 64 << 10

// decodeJSON decodes body into out, strictly at first. Where a value has another type than the field
// (the platform writes numbers as strings, 0 for false, "" for nothing) a second pass coerces what it
// can and drops what it cannot, so that one odd field never costs the whole answer. coerced tells that
// the second pass was needed.
func decodeJSON(body []byte, out any) (coerced bool, err error) {
	err = json.Unmarshal(body, out)
	if err == nil {
		return false, nil
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		reflect.ValueOf(out).Elem().SetZero()
		return false, err
	}
	return true, decodeLeniently(body, out)
}

func decodeLeniently(body []byte, out any) error {
	target := reflect.ValueOf(out).Elem()
	target.SetZero()
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return ErrNotJSON
	}
	if _, ok := tree.(map[string]any); !ok && target.Kind() == reflect.Struct {
		return ErrNotJSON
	}
	fixed, err := encodeJSON(coerce(tree, target.Type(), false))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(fixed, out); err != nil {
		target.SetZero()
		return err
	}
	return nil
}

// coerce rewrites a decoded JSON value so that it decodes into t; nil where it cannot.
// quoted says that the field has the option "string".
func coerce(v any, t reflect.Type, quoted bool) any {
	if v == nil {
		return nil
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return accepted(v, t)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return coerce(v, t.Elem(), quoted)
	case reflect.Struct:
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		return coerceStruct(m, t)
	case reflect.Map:
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		out := make(map[string]any, len(m))
		for k, e := range m {
			out[k] = coerce(e, t.Elem(), false)
		}
		return out
	case reflect.Slice:
		if s, ok := v.(string); ok && t.Elem().Kind() == reflect.Uint8 {
			return accepted(s, t)
		}
		list, ok := v.([]any)
		if !ok {
			if s, isText := v.(string); isText && s == "" {
				return nil
			}
			list = []any{v} // a single element without its brackets
		}
		out := make([]any, 0, len(list))
		for _, e := range list {
			// An element that fits nowhere is left out rather than turned into a zero one.
			if c := coerce(e, t.Elem(), false); c != nil || e == nil {
				out = append(out, c)
			}
		}
		return out
	case reflect.String:
		return coerceString(v, quoted)
	case reflect.Bool:
		return coerceBool(v)
	case reflect.Interface:
		return v
	default:
		return coerceNumber(v, t, quoted)
	}
}

func coerceStruct(m map[string]any, t reflect.Type) map[string]any {
	out := make(map[string]any, len(m))
	for i := range t.NumField() {
		f := t.Field(i)
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct {
			for k, v := range coerceStruct(m, f.Type) {
				out[k] = v
			}
			continue
		}
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		if v, ok := member(m, name); ok {
			if c := coerce(v, f.Type, strings.Contains(","+opts+",", ",string,")); c != nil {
				out[name] = c
			}
		}
	}
	return out
}

// member finds a key as encoding/json does: as written, else whatever its case.
func member(m map[string]any, name string) (any, bool) {
	if v, ok := m[name]; ok {
		return v, true
	}
	for k, v := range m {
		if strings.EqualFold(k, name) {
			return v, true
		}
	}
	return nil, false
}

// accepted returns v if t's own UnmarshalJSON takes it, else nil.
func accepted(v any, t reflect.Type) any {
	b, err := encodeJSON(v)
	if err != nil || json.Unmarshal(b, reflect.New(t).Interface()) != nil {
		return nil
	}
	return v
}

func coerceString(v any, quoted bool) any {
	var s string
	switch x := v.(type) {
	case string:
		s = x
	case json.Number:
		s = x.String()
	case bool:
		s = strconv.FormatBool(x)
	default:
		return nil
	}
	if quoted && !(strings.HasPrefix(s, `"`) && strings.HasSuffix(s, `"`)) {
		s = strconv.Quote(s)
	}
	return s
}

func coerceBool(v any) any {
	switch x := v.(type) {
	case bool:
		return x
	case json.Number:
		return x.String() != "0"
	case string:
		if b, err := strconv.ParseBool(strings.ToLower(x)); err == nil {
			return b
		}
	}
	return nil
}

func coerceNumber(v any, t reflect.Type, quoted bool) any {
	var s string
	switch x := v.(type) {
	case json.Number:
		s = x.String()
	case string:
		s = strings.TrimSpace(x)
	case bool:
		s = "0"
		if x {
			s = "1"
		}
	default:
		return nil
	}
	switch k := t.Kind(); {
	case k >= reflect.Int && k <= reflect.Int64:
		if n, ok := wholeNumber(s); ok {
			s = n
		}
		if _, err := strconv.ParseInt(s, 10, t.Bits()); err != nil {
			return nil
		}
	case k >= reflect.Uint && k <= reflect.Uint64:
		if n, ok := wholeNumber(s); ok {
			s = n
		}
		if _, err := strconv.ParseUint(s, 10, t.Bits()); err != nil {
			return nil
		}
	case k == reflect.Float32 || k == reflect.Float64:
		if !json.Valid([]byte(s)) {
			f, err := strconv.ParseFloat(s, t.Bits())
			if err != nil {
				return nil
			}
			s = strconv.FormatFloat(f, 'g', -1, t.Bits())
			if !json.Valid([]byte(s)) { // NaN, Inf
				return nil
			}
		}
		if _, err := strconv.ParseFloat(s, t.Bits()); err != nil {
			return nil
		}
	default:
		return nil
	}
	if quoted {
		return s
	}
	return json.Number(s)
}

// wholeNumber writes 1.0, 1e3 and 007 as integers.
func wholeNumber(s string) (string, bool) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return strconv.FormatInt(n, 10), true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != float64(int64(f)) || f > 1<<53 || f < -(1<<53) {
		return "", false
	}
	return strconv.FormatInt(int64(f), 10), true
}

// status is the part of an answer that every answer has.
type status struct {
	code    Code
	message string
}

// scanStatus reads errcode and errmsg from the top level of a JSON object without decoding the rest.
// The platform writes them first, so that an answer with errcode 0 costs a few bytes of scanning
// however long it is. ok is false where body is no object or breaks off before its end.
func scanStatus(body []byte) (st status, ok bool) {
	if bytes.HasPrefix(body, []byte(`{"errcode":0,`)) { // as nearly every answer begins
		return st, true
	}
	s := scanner{data: body}
	if !s.consume('{') {
		return st, false
	}
	if s.consume('}') {
		return st, true
	}
	for {
		key, kOK := s.str()
		if !kOK || !s.consume(':') {
			return st, false
		}
		value, vOK := s.value()
		if !vOK {
			return st, false
		}
		switch string(key) {
		case `"errcode"`:
			n, err := integer(value)
			if err != nil {
				return st, false
			}
			if n == 0 {
				return st, true
			}
			st.code = Code(n)
		case `"errmsg"`:
			st.message = text(value)
		}
		if s.consume(',') {
			continue
		}
		return st, s.consume('}')
	}
}

// text returns the string that value encodes; what is no string, as it is.
func text(value []byte) string {
	if len(value) >= 2 && value[0] == '"' && bytes.IndexByte(value, '\\') < 0 && utf8.Valid(value) {
		return string(value[1 : len(value)-1])
	}
	var s string
	if json.Unmarshal(value, &s) != nil {
		return string(value)
	}
	return s
}

// scanner steps over JSON values without looking into them. It does not check them: what it passes
// over wrongly the decoder refuses afterwards.
type scanner struct {
	data []byte
	pos  int
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return
		}
	}
}

func (s *scanner) consume(c byte) bool {
	s.space()
	if s.pos < len(s.data) && s.data[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

// str returns a string with its quotes.
func (s *scanner) str() ([]byte, bool) {
	s.space()
	if s.pos >= len(s.data) || s.data[s.pos] != '"' {
		return nil, false
	}
	start := s.pos
	for s.pos++; s.pos < len(s.data); s.pos++ {
		switch s.data[s.pos] {
		case '\\':
			s.pos++
		case '"':
			s.pos++
			return s.data[start:s.pos], true
		}
	}
	return nil, false
}

// value returns the next value, whatever it is.
func (s *scanner) value() ([]byte, bool) {
	s.space()
	if s.pos >= len(s.data) {
		return nil, false
	}
	start := s.pos
	switch s.data[s.pos] {
	case '"':
		return s.str()
	case '{', '[':
		depth := 0
		for s.pos < len(s.data) {
			switch s.data[s.pos] {
			case '"':
				if _, ok := s.str(); !ok {
					return nil, false
				}
				continue
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			}
			s.pos++
			if depth == 0 {
				return s.data[start:s.pos], true
			}
		}
		return nil, false
	}
	for s.pos < len(s.data) && !strings.ContainsRune(",}] \t\r\n", rune(s.data[s.pos])) {
		s.pos++
	}
	return s.data[start:s.pos], s.pos > start
}
