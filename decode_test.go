package workwx

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// shapes has a field of each kind that answers have.
type shapes struct {
	Text   string            `json:"text"`
	Number int64             `json:"number"`
	Big    uint64            `json:"big"`
	Float  float64           `json:"float"`
	Flag   bool              `json:"flag"`
	Int01  IntBool           `json:"int01"`
	Quoted int64             `json:"quoted,string"`
	Time   Timestamp         `json:"time"`
	Milli  TimestampMilli    `json:"milli"`
	List   []string          `json:"list"`
	Ints   []int64           `json:"ints"`
	Pipe   PipeList          `json:"pipe"`
	Map    map[string]string `json:"map"`
	Inner  inner             `json:"inner"`
	Inners []*inner          `json:"inners"`
	Raw    json.RawMessage   `json:"raw"`
}

type inner struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

func TestLenientDecoding(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]shapes{
		`{"text":7}`:                           {Text: "7"},
		`{"text":7.50}`:                        {Text: "7.50"},
		`{"text":true}`:                        {Text: "true"},
		`{"text":{"a":1}}`:                     {},
		`{"number":"12"}`:                      {Number: 12},
		`{"number":" 12 "}`:                    {Number: 12},
		`{"number":12.0}`:                      {Number: 12},
		`{"number":"1e3"}`:                     {Number: 1000},
		`{"number":""}`:                        {},
		`{"number":"abc"}`:                     {},
		`{"number":99999999999999999999}`:      {},
		`{"number":true}`:                      {Number: 1},
		`{"big":"18446744073709551615"}`:       {Big: 18446744073709551615},
		`{"big":-1}`:                           {},
		`{"float":"1.5"}`:                      {Float: 1.5},
		`{"float":"NaN"}`:                      {},
		`{"flag":1}`:                           {Flag: true},
		`{"flag":"0"}`:                         {},
		`{"flag":"TRUE"}`:                      {Flag: true},
		`{"int01":"1"}`:                        {Int01: true},
		`{"int01":2,"number":3}`:               {Number: 3},
		`{"quoted":5}`:                         {Quoted: 5},
		`{"quoted":"5"}`:                       {Quoted: 5},
		`{"time":"1700000000"}`:                {Time: Unix(1700000000)},
		`{"time":"soon","number":4}`:           {Number: 4},
		`{"time":0}`:                           {},
		`{"milli":1700000000123}`:              {Milli: TimestampMilli{time.UnixMilli(1700000000123)}},
		`{"list":""}`:                          {},
		`{"list":"a"}`:                         {List: []string{"a"}},
		`{"list":[1,"b",null]}`:                {List: []string{"1", "b", ""}},
		`{"ints":["1",2,"x"]}`:                 {Ints: []int64{1, 2}},
		`{"pipe":"a|b"}`:                       {Pipe: PipeList{"a", "b"}},
		`{"pipe":["a",3]}`:                     {Pipe: PipeList{"a", "3"}},
		`{"pipe":""}`:                          {},
		`{"pipe":7}`:                           {Pipe: PipeList{"7"}},
		`{"map":[]}`:                           {},
		`{"map":{"a":1}}`:                      {Map: map[string]string{"a": "1"}},
		`{"inner":""}`:                         {},
		`{"inner":[]}`:                         {},
		`{"inner":{"id":"3","name":4}}`:        {Inner: inner{3, "4"}},
		`{"INNER":{"ID":"3"}}`:                 {Inner: inner{ID: 3}},
		`{"inners":{"id":"1"}}`:                {Inners: []*inner{{ID: 1}}},
		`{"inners":[{"id":"1"},{"name":"b"}]}`: {Inners: []*inner{{ID: 1}, {Name: "b"}}},
		`{"raw":{"a":[1]},"number":"1"}`:       {Raw: json.RawMessage(`{"a":[1]}`), Number: 1},
		`{"unknown":{},"number":"1"}`:          {Number: 1},
	} {
		var got shapes
		_, err := decodeJSON([]byte(body), &got)
		require.NoError(t, err, body)
		require.Equal(t, want, got, body)
	}
	for _, body := range []string{`[]`, `"text"`, `{"number":"1"`, `{"number":"1"}{}`, ``} {
		var got shapes
		_, err := decodeJSON([]byte(body), &got)
		require.Error(t, err, body)
		require.Zero(t, got, body)
	}
}

func TestScanStatus(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]status{
		`{"errcode":0,"errmsg":"ok"}`:                              {},
		` { "errcode" : 60111 , "errmsg" : "not \"found\"" } `:     {60111, `not "found"`},
		`{"errcode":"60111","errmsg":"x"}`:                         {60111, "x"},
		`{"errcode":-1,"errmsg":"busy"}`:                           {-1, "busy"},
		`{"list":[{"errcode":5}],"x":"}","errcode":6,"errmsg":""}`: {6, ""},
		`{"detail":{"errcode":5,"errmsg":"inner"}}`:                {},
		`{}`:                              {},
		`{"a":null,"b":true,"c":-1.5e3}`:  {},
		`{"errmsg":7,"errcode":8}`:        {8, "7"},
		`{"errcode":null}`:                {},
		`{"k\"}":1,"errcode":9,"e":"\\"}`: {code: 9},
	} {
		got, ok := scanStatus([]byte(body))
		require.True(t, ok, body)
		require.Equal(t, want, got, body)
	}
	for _, body := range []string{``, `[]`, `{`, `{"errcode"`, `{"errcode":`, `{"errcode":1`, `{"errcode":"x"}`, `{"a":{"b":1}`, `{"a":"b`, `{"a" 1}`, `{1:2}`, `null`} {
		_, ok := scanStatus([]byte(body))
		require.False(t, ok, body)
	}
}

// FuzzDecode: the lenient pass agrees with the strict one wherever that accepts, neither panics, and the
// status is what a full decoder finds.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"errcode":0,"errmsg":"ok","text":"a","number":1,"list":["a"],"inner":{"id":1}}`,
		`{"errcode":"40013","errmsg":"invalid corpid","flag":1}`,
		`{"pipe":"a|b","ints":["1"],"time":"1700000000","quoted":"5","map":{"a":"b"},"inners":[{"id":2}]}`,
		`{"inner":"","map":[],"list":"","raw":[1,2]}`,
		`{"TEXT":"\u00e9\n","Number":1e2,"float":-0.5e-3,"flag":null,"int01":true,"raw":"<&>","big":18446744073709551615}`,
		`{"errcode":-1,"errmsg":"system \"busy\""}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var strict, lenient shapes
		if json.Unmarshal(body, &strict) == nil && isJSONObject(body) && !repeatsKeys(json.NewDecoder(bytes.NewReader(body))) {
			if err := decodeLeniently(body, &lenient); err != nil {
				t.Fatalf("strict takes %q, lenient does not: %v", body, err)
			}
			if normal(strict) != normal(lenient) {
				t.Fatalf("%q\nstrict  %s\nlenient %s", body, normal(strict), normal(lenient))
			}
			var full map[string]json.RawMessage
			if json.Unmarshal(body, &full) != nil {
				return
			}
			want, err := integer(full["errcode"])
			if st, ok := scanStatus(body); ok != (err == nil) || ok && st.code != Code(want) {
				t.Fatalf("%q has the errcode %s, not %d (%v)", body, full["errcode"], st.code, ok)
			}
		} else {
			decodeJSON(body, &lenient)
		}
		scanStatus(body)
	})
}

func isJSONObject(body []byte) bool {
	var m map[string]json.RawMessage
	return json.Unmarshal(body, &m) == nil && m != nil
}

// repeatsKeys says whether an object has a key twice, whatever its case: then the one pass takes the last, or
// merges both, and the other the one whose case is right.
func repeatsKeys(d *json.Decoder) bool {
	tok, err := d.Token()
	if err != nil {
		return false
	}
	open, _ := tok.(json.Delim)
	var keys []string
	for (open == '{' || open == '[') && d.More() {
		if open == '{' {
			key, err := d.Token()
			if err != nil {
				return false
			}
			if slices.ContainsFunc(keys, func(k string) bool { return strings.EqualFold(k, key.(string)) }) {
				return true
			}
			keys = append(keys, key.(string))
		}
		if repeatsKeys(d) {
			return true
		}
	}
	if open != 0 {
		_, _ = d.Token()
	}
	return false
}

// normal makes what is empty nil, and raw JSON compact.
func normal(s shapes) string {
	var raw any
	if json.Unmarshal(s.Raw, &raw) == nil {
		s.Raw, _ = json.Marshal(raw)
	}
	b, _ := json.Marshal(s)
	return strings.NewReplacer("[]", "null", "{}", "null").Replace(string(b))
}

func TestModels(t *testing.T) {
	t.Parallel()
	type request struct {
		When  Timestamp      `json:"when"`
		Maybe Timestamp      `json:"maybe,omitzero"`
		Milli TimestampMilli `json:"milli,omitzero"`
		On    *IntBool       `json:"on,omitzero"`
		Names PipeList       `json:"names,omitzero"`
		Clear []string       `json:"clear,omitzero"`
		Gone  []string       `json:"gone,omitzero"`
	}
	body, err := encodeJSON(request{On: Ptr(No), Names: PipeList{"a", "b&c"}, Clear: []string{}})
	require.NoError(t, err)
	require.Equal(t, `{"when":0,"on":0,"names":"a|b&c","clear":[]}`, string(body))
	body, err = encodeJSON(request{When: Unix(5), Milli: TimestampMilli{time.UnixMilli(7)}, On: Ptr(Yes)})
	require.NoError(t, err)
	require.Equal(t, `{"when":5,"milli":7,"on":1}`, string(body))
	require.Equal(t, Unix(5), At(time.Unix(5, 0)))
}

// FuzzRedact: a known secret never survives, in whatever text, nor does a parameter that is a secret by its
// name; and nothing panics.
func FuzzRedact(f *testing.F) {
	f.Add("Get https://host/cgi-bin/x?access_token=", "&a=b: EOF", "MARKER0123456789")
	f.Add(`{"corpsecret": "`, `"}`, "a+b/c==&d")
	f.Add("key=", "", "\"quoted\\\"")
	f.Add("token=%4", "1", "%%41%2f%2F")
	f.Fuzz(func(t *testing.T, before, after, secret string) {
		if len(secret) >= minSecret && !strings.Contains(redacted, secret) && !strings.ContainsAny(secret, "[]") && utf8.ValidString(secret) {
			quoted, err := json.Marshal(secret)
			if err != nil {
				t.Fatal(err)
			}
			r := request{secrets: []string{secret}}
			redact := (&Client{set: defaultSettings()}).redactor(&r)
			for _, form := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret), string(quoted[1 : len(quoted)-1])} {
				if got := redact(before + form + after); strings.Contains(got, form) && !strings.Contains(redacted, form) {
					t.Fatalf("%q holds %q", got, form)
				}
			}
		}
		const known = "MARKER0123456789"
		if strings.Contains(before+after, "MARKER") {
			return
		}
		for _, name := range []string{"?access_token=", "&suite_access_token=", "corpsecret=", `"corpsecret":"`, "?key=", `"suite_ticket": "`, "?code=", `"token":"`} {
			if got := redactParams(before + " " + name + known + "&" + after); strings.Contains(got, known) {
				t.Fatalf("%q", got)
			}
		}
	})
}

func TestRedactParams(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Get https://h/p?access_token=abc&userid=li: EOF":    "Get https://h/p?access_token=[redacted]&userid=li: EOF",
		`{"corpid":"ww","corpsecret": "abc","x":1}`:          `{"corpid":"ww","corpsecret": "[redacted]","x":1}`,
		"https://h/cgi-bin/webhook/send?key=abc":             "https://h/cgi-bin/webhook/send?key=[redacted]",
		"monkey=banana&turkey=1":                             "monkey=banana&turkey=1",
		"dial tcp 10.0.0.1:443: connect: connection refused": "dial tcp 10.0.0.1:443: connect: connection refused",
		"": "",
	} {
		require.Equal(t, want, redactParams(in))
	}
}
