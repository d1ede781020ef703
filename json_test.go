package workwx

import (
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// countingCodec is encoding/json as one would plug it in without thinking, HTML escaping and all.
type countingCodec struct{ encoded, decoded atomic.Int64 }

func (c *countingCodec) Marshal(v any) ([]byte, error) {
	c.encoded.Add(1)
	return json.Marshal(v)
}

func (c *countingCodec) Unmarshal(data []byte, v any) error {
	c.decoded.Add(1)
	return json.Unmarshal(data, v)
}

// codecFuncs is a codec of two funcs.
type codecFuncs struct {
	marshal   func(v any) ([]byte, error)
	unmarshal func(data []byte, v any) error
}

func (c codecFuncs) Marshal(v any) ([]byte, error)      { return c.marshal(v) }
func (c codecFuncs) Unmarshal(data []byte, v any) error { return c.unmarshal(data, v) }

func TestWithJSON(t *testing.T) {
	t.Parallel()
	var sent string
	platform := roundTrip(func(r *http.Request) (*http.Response, error) {
		answer := `{"errcode":0,"errmsg":"ok","userid":7,"name":"Li","status":"1"}`
		if r.Method == http.MethodPost {
			body, _ := io.ReadAll(r.Body)
			sent, answer = string(body), sentAnswer
		}
		if r.URL.Path == "/cgi-bin/gettoken" {
			answer = benchmarkToken
		}
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(answer)), ContentLength: -1}, nil
	})
	codec := new(countingCodec)
	c, err := NewClient("ww", "secret", WithAgentID(1), WithHTTPClient(&http.Client{Transport: platform}), WithJSON(codec))
	require.NoError(t, err)
	codec.encoded.Store(0)
	codec.decoded.Store(0)

	sentOK, err := c.SendTextMessage(t.Context(), ToUsers("lisi"), `<a href="x">a & b</a> \u003c`)
	require.NoError(t, err)
	require.Equal(t, "m-1", sentOK.MsgID)
	require.Contains(t, sent, `"<a href=\"x\">a & b</a> \\u003c"`)

	// What the codec refuses, the second pass takes.
	user, err := c.GetUser(t.Context(), "lisi")
	require.NoError(t, err)
	require.Equal(t, "7", user.UserID)
	require.Equal(t, UserStatusActive, user.Status)
	require.EqualValues(t, 2, codec.encoded.Load()) // the token's query and the message
	require.EqualValues(t, 3, codec.decoded.Load())
}

func TestWithJSONRefusesACodecThatSendsTheWrongFields(t *testing.T) {
	t.Parallel()
	everything := func(v any) ([]byte, error) { // knows no options
		fields, value := map[string]any{}, reflect.ValueOf(v).Elem()
		for i := range value.NumField() {
			name, _, _ := strings.Cut(value.Type().Field(i).Tag.Get("json"), ",")
			fields[name] = value.Field(i).Interface()
		}
		return json.Marshal(fields)
	}
	fails := func([]byte, any) error { return io.ErrUnexpectedEOF }
	for name, codec := range map[string]JSONCodec{
		"nil":                 nil,
		"no omitzero":         codecFuncs{everything, json.Unmarshal},
		"not JSON":            codecFuncs{func(any) ([]byte, error) { return []byte("text: a"), nil }, json.Unmarshal},
		"cannot encode":       codecFuncs{func(any) ([]byte, error) { return nil, io.ErrShortWrite }, json.Unmarshal},
		"cannot decode":       codecFuncs{json.Marshal, fails},
		"decodes into naught": codecFuncs{json.Marshal, func([]byte, any) error { return nil }},
	} {
		_, err := NewClient("ww", "secret", WithJSON(codec))
		var wrong *ConfigError
		require.ErrorAs(t, err, &wrong, name)
		require.Equal(t, "WithJSON", wrong.Option)
	}
}

func TestUnescapeHTML(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`{"a":"b"}`:                 `{"a":"b"}`,
		`"\u003ca\u003E \u0026"`:    `"<a> &"`,
		`"\\u003c \\\u003c \u00e9"`: `"\\u003c \\< \u00e9"`,
		`"\n\"\u003c"`:              `"\n\"<"`,
		`"\u00`:                     `"\u00`,
		`\u003c\`:                   `<\`,
	} {
		require.Equal(t, want, string(unescapeHTML([]byte(in))), in)
	}
}
