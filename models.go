package workwx

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"
)

// Ptr returns a pointer to v, for the optional fields of requests whose zero means something:
//
//	client.UpdateUser(ctx, &workwx.UpdateUserRequest{UserID: "lisi", Alias: workwx.Ptr("")})
func Ptr[T any](v T) *T { return &v }

// Timestamp is a time that travels as whole Unix seconds. The zero Timestamp travels as 0, and as
// nothing at all where the field is optional.
type Timestamp struct{ time.Time }

// Unix returns the Timestamp of sec seconds since 1970.
func Unix(sec int64) Timestamp { return Timestamp{time.Unix(sec, 0)} }

// At returns the Timestamp of t.
func At(t time.Time) Timestamp { return Timestamp{t} }

// MarshalJSON encodes t as a number of seconds.
func (t Timestamp) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte{'0'}, nil
	}
	return strconv.AppendInt(nil, t.Unix(), 10), nil
}

// UnmarshalJSON accepts a number of seconds, as a number or as a string; 0, "" and null give the zero time.
func (t *Timestamp) UnmarshalJSON(b []byte) error {
	n, err := integer(b)
	if err != nil {
		return fmt.Errorf("a time in seconds: %w", err)
	}
	*t = Timestamp{}
	if n != 0 {
		t.Time = time.Unix(n, 0)
	}
	return nil
}

// MarshalText encodes t as in XML and in query strings.
func (t Timestamp) MarshalText() ([]byte, error) { return t.MarshalJSON() }

// UnmarshalText is UnmarshalJSON for XML.
func (t *Timestamp) UnmarshalText(b []byte) error { return t.UnmarshalJSON(b) }

// TimestampMilli is a time that travels as Unix milliseconds.
type TimestampMilli struct{ time.Time }

// MarshalJSON encodes t as a number of milliseconds.
func (t TimestampMilli) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte{'0'}, nil
	}
	return strconv.AppendInt(nil, t.UnixMilli(), 10), nil
}

// UnmarshalJSON accepts a number of milliseconds, as a number or as a string.
func (t *TimestampMilli) UnmarshalJSON(b []byte) error {
	n, err := integer(b)
	if err != nil {
		return fmt.Errorf("a time in milliseconds: %w", err)
	}
	*t = TimestampMilli{}
	if n != 0 {
		t.Time = time.UnixMilli(n)
	}
	return nil
}

// MarshalText encodes t as in query strings.
func (t TimestampMilli) MarshalText() ([]byte, error) { return t.MarshalJSON() }

// UnmarshalText is UnmarshalJSON for XML.
func (t *TimestampMilli) UnmarshalText(b []byte) error { return t.UnmarshalJSON(b) }

// integer reads a number that may stand in quotes; nothing and null are 0.
func integer(b []byte) (int64, error) {
	s := bytes.TrimSpace(b)
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = bytes.TrimSpace(s[1 : len(s)-1])
	}
	if len(s) == 0 || string(s) == "null" {
		return 0, nil
	}
	n, err := strconv.ParseInt(string(s), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%.32q is not a whole number", s)
	}
	return n, nil
}

// IntBool is a bool that travels as 0 or 1.
type IntBool bool

// The values of an IntBool, for optional fields: Enable: workwx.Ptr(workwx.No).
const (
	No  IntBool = false
	Yes IntBool = true
)

// MarshalJSON encodes b as 0 or 1.
func (b IntBool) MarshalJSON() ([]byte, error) {
	if b {
		return []byte{'1'}, nil
	}
	return []byte{'0'}, nil
}

// UnmarshalJSON accepts 0, 1, true, false and the same in quotes.
func (b *IntBool) UnmarshalJSON(data []byte) error {
	switch s := strings.Trim(string(data), `"`); s {
	case "1", "true":
		*b = true
	case "0", "false", "", "null":
		*b = false
	default:
		return fmt.Errorf("%.32q is neither 0 nor 1", s)
	}
	return nil
}

// MarshalText encodes b as in XML.
func (b IntBool) MarshalText() ([]byte, error) { return b.MarshalJSON() }

// UnmarshalText is UnmarshalJSON for XML.
func (b *IntBool) UnmarshalText(data []byte) error { return b.UnmarshalJSON(data) }

// PipeList is a list that travels as one string, its elements joined by "|".
type PipeList []string

// MarshalJSON joins the list.
func (l PipeList) MarshalJSON() ([]byte, error) {
	b := []byte{'"'}
	for i, s := range l {
		if i > 0 {
			b = append(b, '|')
		}
		if !isPlain(s) {
			return encodeJSON(strings.Join(l, "|"))
		}
		b = append(b, s...)
	}
	return append(b, '"'), nil
}

// isPlain reports whether s stands in JSON as it is, as ids do.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// UnmarshalJSON accepts "a|b", a JSON array of strings or numbers, "" and null.
func (l *PipeList) UnmarshalJSON(b []byte) error {
	*l = nil
	switch {
	case string(b) == "null":
		return nil
	case len(b) > 0 && b[0] == '[':
		var items []scalarText
		if err := json.Unmarshal(b, &items); err != nil {
			return err
		}
		for _, item := range items {
			*l = append(*l, string(item))
		}
		return nil
	}
	var s scalarText
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s != "" {
		*l = strings.Split(string(s), "|")
	}
	return nil
}

// scalarText takes a JSON string, or the digits of a number.
type scalarText string

func (s *scalarText) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(s))
	}
	if len(b) > 0 && (b[0] == '{' || b[0] == '[') {
		return fmt.Errorf("%.32q is not a string", b)
	}
	*s = scalarText(b)
	return nil
}

// Secret is a string that is not to be seen: it is sent and stored as it is, and printed or logged as
// "[redacted]" whatever the format. Convert it with string(s) where it is needed. encoding/json encodes the
// value, and so does a [slog.JSONHandler] of a struct that holds one, unless that is a [slog.LogValuer].
type Secret string

const redacted = "[redacted]"

// String returns a placeholder.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return redacted
}

// Format implements [fmt.Formatter]: no verb shows the value.
func (s Secret) Format(f fmt.State, _ rune) { fmt.Fprint(f, s.String()) }

// LogValue implements [slog.LogValuer].
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }
