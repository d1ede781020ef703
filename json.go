package workwx

import (
	"bytes"
	"encoding/json"
)

// JSONCodec encodes the bodies of calls and decodes the answers; see [WithJSON]. It must be safe for
// concurrent use.
//
// It must do as encoding/json does: leave out fields with the option omitzero (of Go 1.24), call
// MarshalJSON and UnmarshalJSON, ignore unknown fields. Unmarshal must not keep data, nor parts of it in
// strings: the memory is used again.
type JSONCodec interface {
	Marshal(v any) ([]byte, error)
	Unmarshal(data []byte, v any) error
}

// WithJSON has a faster library than encoding/json encode the bodies of calls and decode the answers. One
// that would send the wrong fields gives a [ConfigError].
//
// Whether the codec escapes <, > and & does not matter: the client undoes it, as the platform takes such
// a text literally in some fields. An answer that the codec refuses is decoded by the client, so that a
// value of another type than documented costs nothing but time. Callbacks do not pass through the codec.
func WithJSON(codec JSONCodec) Option {
	return func(s *settings) {
		if codec == nil {
			s.fail("WithJSON", "the codec is nil; leave the option away for encoding/json")
			return
		}
		if reason := checkCodec(codec); reason != "" {
			s.fail("WithJSON", reason)
		}
		s.codec = codec
	}
}

// codecProbe has what the client's types ask of a codec.
type codecProbe struct {
	Text   string     `json:"text"`
	Absent string     `json:"absent,omitzero"`
	When   Timestamp  `json:"when"`
	Never  Timestamp  `json:"never,omitzero"`
	Off    *IntBool   `json:"off,omitzero"`
	Clear  []string   `json:"clear,omitzero"`
	Gone   []string   `json:"gone,omitzero"`
	Inner  codecInner `json:"inner,omitzero"`
}

type codecInner struct {
	List PipeList `json:"list"`
}

// checkCodec says what is wrong with a codec: one that ignores omitzero would clear the fields that an
// update does not name.
func checkCodec(codec JSONCodec) string {
	probe := codecProbe{Text: "<客户 & \"co\">", When: Unix(1700000000), Off: Ptr(No), Clear: []string{}}
	body, err := codec.Marshal(&probe)
	if err != nil {
		return "the codec cannot encode a request: " + err.Error()
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "the codec encodes a request as something that is not JSON: " + err.Error()
	}
	if len(fields) != 4 || string(fields["when"]) != "1700000000" || string(fields["off"]) != "0" || string(fields["clear"]) != "[]" {
		return "the codec does not follow the option omitzero or the method MarshalJSON as encoding/json of Go 1.24 does: it encodes a probe as " + string(body)
	}
	var got codecProbe
	if err := codec.Unmarshal([]byte(`{"text":"<客户 & \"co\">","when":1700000000,"unknown":[{}],"off":0,"inner":{"list":"a|b"}}`), &got); err != nil {
		return "the codec cannot decode an answer: " + err.Error()
	}
	if got.Text != probe.Text || got.When != probe.When || got.Off == nil || len(got.Inner.List) != 2 {
		return "the codec decodes an answer wrongly, or does not call UnmarshalJSON"
	}
	return ""
}

// encode encodes what a call sends.
func (s *settings) encode(v any) ([]byte, error) {
	if s.codec == nil {
		return encodeJSON(v)
	}
	b, err := s.codec.Marshal(v)
	if err != nil {
		return nil, err
	}
	return unescapeHTML(bytes.TrimSpace(b)), nil
}

// decode decodes an answer, see decodeJSON.
func (s *settings) decode(body []byte, out any) (coerced bool, err error) {
	if s.codec == nil {
		return decodeJSON(body, out)
	}
	if s.codec.Unmarshal(body, out) == nil {
		return false, nil
	}
	return true, decodeLeniently(body, out)
}

// unescapeHTML replaces \u003c, \u003e and \u0026 in JSON by what they stand for.
func unescapeHTML(b []byte) []byte {
	if !bytes.Contains(b, []byte(`\u00`)) {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 == len(b) {
			out = append(out, b[i])
			continue
		}
		if i+6 <= len(b) {
			switch string(bytes.ToLower(b[i : i+6])) {
			case `\u003c`:
				out, i = append(out, '<'), i+5
				continue
			case `\u003e`:
				out, i = append(out, '>'), i+5
				continue
			case `\u0026`:
				out, i = append(out, '&'), i+5
				continue
			}
		}
		out = append(out, b[i], b[i+1]) // with its backslash: it may be one itself
		i++
	}
	return out
}
