package workwx

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCallbackDecrypt: whatever is decrypted, the answer is a message or a CallbackError, and a message
// that was encrypted comes out as it went in.
func FuzzCallbackDecrypt(f *testing.F) {
	for _, v := range callbackVectors(f).Messages {
		f.Add(v.Encrypt, []byte(v.Plaintext), v.ReceiveID)
	}
	for _, v := range callbackVectors(f).Negative {
		f.Add(v.Encrypt, []byte{}, "")
	}
	c, err := newCallbackCrypto(cbToken, cbKey, func(string) bool { return true })
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, encrypted string, payload []byte, receiveID string) {
		if _, _, err := c.Decrypt(encrypted); err != nil {
			var refused *CallbackError
			if !errors.As(err, &refused) || refused.HTTPStatus/100 != 4 {
				t.Fatal(err)
			}
		}
		sealed, err := c.Encrypt(payload, receiveID)
		if err != nil {
			t.Fatal(err)
		}
		got, id, err := c.Decrypt(sealed)
		if err != nil || !bytes.Equal(got, payload) || id != receiveID {
			t.Fatal(got, id, err)
		}
		// A text of the fuzzer's own below the encryption: every length and padding is reached.
		forged := bytes.Clone(payload)
		forged = append(forged, make([]byte, (16-len(forged)%16)%16)...)
		cbc(c, forged, true)
		got, _, err = c.Decrypt(base64.StdEncoding.EncodeToString(forged))
		if err == nil && !bytes.Contains(payload, got) {
			t.Fatal("it made up a message")
		}
	})
}

// FuzzAIBotMedia: reading in a stream and decrypting at once give the same.
func FuzzAIBotMedia(f *testing.F) {
	for _, v := range callbackVectors(f).Media {
		f.Add(v.Ciphertext)
	}
	f.Add(encryptAIBotMedia(f, []byte("a file"), cbKey))
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, wholeErr := DecryptAIBotMedia(bytes.Clone(data), cbKey)
		r, err := NewAIBotMediaReader(bytes.NewReader(data), cbKey)
		if err != nil {
			t.Fatal(err)
		}
		streamed, err := io.ReadAll(r)
		if err != wholeErr || err == nil && !bytes.Equal(whole, streamed) {
			t.Fatal(err, wholeErr)
		}
	})
}

// FuzzCallbackEnvelope: an envelope has one message, and encoding/xml or encoding/json finds the same.
func FuzzCallbackEnvelope(f *testing.F) {
	f.Add([]byte("<xml><ToUserName><![CDATA[ww]]></ToUserName><Encrypt><![CDATA[abc]]></Encrypt></xml>"))
	f.Add([]byte("<xml><AgentID/><encrypt> abc\n</encrypt></xml>"))
	f.Add([]byte("<xml><Encrypt>a</Encrypt><Inner><Encrypt>b</Encrypt></Inner></xml>"))
	f.Add([]byte(`{"tousername":"ww","encrypt":"ab\/c","agentid":"1"}`))
	f.Add([]byte(`{"ToUserName":"ww","Encrypt":"abc","x":{"encrypt":"d"},"y":["Encrypt"]}`))
	f.Add([]byte(`{"encrypt":["a","b"]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		encrypted, format, err := openEnvelope(bytes.Clone(body))
		if err != nil {
			var refused *CallbackError
			if !errors.As(err, &refused) || refused.HTTPStatus/100 != 4 {
				t.Fatal(err)
			}
			return
		}
		if encrypted == "" {
			t.Fatal("an empty message")
		}
		if format == CallbackJSON {
			var all map[string]json.RawMessage
			if err := json.Unmarshal(trimPayload(body), &all); err != nil {
				t.Fatal(err)
			}
			for key, value := range all {
				var s string
				if strings.ReplaceAll(strings.ToLower(key), "_", "") == "encrypt" && json.Unmarshal(value, &s) == nil && strings.TrimSpace(s) == encrypted {
					return
				}
			}
			if !utf8.Valid(body) || bytes.Contains(body, []byte("[")) || !bytes.Contains(body, []byte(`"`+encrypted+`"`)) {
				return // numbers, lists of one and bytes that are no text
			}
			t.Fatalf("%q is not in %q", encrypted, body)
		}
		root, err := referenceNode(string(trimPayload(body)))
		if err != nil {
			return // characters that XML forbids; see FuzzScanAgainstEncodingXML
		}
		for _, n := range root.children {
			if strings.ReplaceAll(strings.ToLower(n.name), "_", "") == "encrypt" && strings.TrimSpace(n.text) == encrypted {
				return
			}
		}
		t.Fatalf("%q is not in %q", encrypted, body)
	})
}

// FuzzParseEvent: whatever is parsed, the answer is an event or a CallbackError, and an event can be
// written down again.
func FuzzParseEvent(f *testing.F) {
	for _, tc := range eventSamples {
		f.Add([]byte(tc.payload))
		if tc.payload[0] == '<' {
			text, err := encodeJSON(treeOf(f, tc.payload).json(true, true))
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		before := bytes.Clone(payload)
		ev, err := ParseEvent(payload)
		if !bytes.Equal(before, payload) {
			t.Fatal("the payload was changed")
		}
		if err != nil {
			var refused *CallbackError
			if ev != nil || !errors.As(err, &refused) || refused.HTTPStatus/100 != 4 {
				t.Fatal(ev, err)
			}
			return
		}
		h := ev.Header()
		if h == nil || len(h.Extra) > maxExtraFields {
			t.Fatal("no header, or too much in it")
		}
		for _, x := range h.Extra {
			if !utf8.ValidString(x.Value) {
				t.Fatalf("%q is no text", x.Value)
			}
		}
		_ = fmt.Sprintf("%+v %s %s", ev, h.Name(), DedupeKey(ev))
		again, err := ParseEvent(ev.Raw())
		if err != nil || fmt.Sprintf("%#v", bare(again)) != fmt.Sprintf("%#v", bare(ev)) {
			t.Fatalf("parsed again it is another:\n%#v\n%#v %v", ev, again, err)
		}
		for _, r := range []Reply{TextReply{Content: string(payload)}, NewsReply{Articles: []Article{{Title: string(payload)}}}} {
			reply, err := EncodeReply(ev, r)
			if err != nil {
				continue
			}
			d := new(document)
			if err := d.scan(reply); err != nil {
				t.Fatalf("%v: %q", err, reply)
			}
		}
	})
}

// node is an element as one of the parsers found it.
type node struct {
	name, text string
	children   []node
}

func (d *document) node(index int32) node {
	f := field{d, index}
	n := node{name: f.rawName(), text: f.text()}
	if _, local, ok := strings.Cut(n.name, ":"); ok && local != "" && n.name[0] != ':' {
		n.name = local
	}
	for i, end := index+1, f.element().end; i < end; i = d.elements[i].end {
		n.children = append(n.children, d.node(i))
	}
	return n
}

// referenceNode is what encoding/xml makes of a document of one root.
func referenceNode(src string) (node, error) {
	d := xml.NewDecoder(strings.NewReader(src))
	stack := []node{{}}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			if len(stack[0].children) != 1 {
				return node{}, errors.New("not one root")
			}
			return stack[0].children[0], nil
		}
		if err != nil {
			return node{}, err
		}
		top := &stack[len(stack)-1]
		switch x := tok.(type) {
		case xml.StartElement:
			stack = append(stack, node{name: x.Name.Local})
		case xml.CharData:
			top.text += string(x)
		case xml.EndElement:
			done := *top
			if len(done.children) > 0 {
				done.text = "" // a document has no text beside elements
			}
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].children = append(stack[len(stack)-1].children, done)
		}
	}
}

func (n node) equal(o node) bool {
	return n.name == o.name && n.text == o.text && slices.EqualFunc(n.children, o.children, node.equal)
}

var numericReference = regexp.MustCompile(`&#(?:x[0-9a-fA-F]+|[0-9]+);`)

// forbiddenToX puts an x in the place of what XML forbids, or allows in some names only: control
// characters, references to them, and all bytes beyond ASCII.
func forbiddenToX(s string) string {
	s = numericReference.ReplaceAllStringFunc(s, func(ref string) string {
		r, ok := entityRune(ref[1 : len(ref)-1])
		if ok && (r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF) {
			return "x"
		}
		return ref
	})
	b := []byte(s)
	for i, c := range b {
		if c >= utf8.RuneSelf || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			b[i] = 'x'
		}
	}
	return string(b)
}

var manyX = regexp.MustCompile(`x+`)

// alike compares what was found in a document and in that document less what XML forbids.
func (n node) alike(o node) bool {
	same := func(a, b string) bool {
		return manyX.ReplaceAllString(forbiddenToX(a), "x") == manyX.ReplaceAllString(forbiddenToX(b), "x")
	}
	return same(n.name, o.name) && same(n.text, o.text) && slices.EqualFunc(n.children, o.children, node.alike)
}

// FuzzScanAgainstEncodingXML holds the scanner against encoding/xml. What both accept has the same
// elements and texts. What only the scanner accepts are characters that XML forbids: with a letter in their
// places encoding/xml accepts it too, and finds the same around them.
func FuzzScanAgainstEncodingXML(f *testing.F) {
	for _, tc := range eventSamples {
		if tc.payload[0] == '<' {
			f.Add(tc.payload)
		}
	}
	for _, seed := range []string{
		"<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- c --><a b='c' d = \"e&amp;\"><x:b/>t&#65;&#x4e2d;<![CDATA[<&]]>\r\n</a >\n",
		"<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", "<a>&lt;&bogus;</a>", "<a>&#0;&#xD800;&#x110000;</a>", "<a><b></a></b>",
		"<?xml version='1.1'?><a/>", "<?xml encoding='gbk'?><a/>", "<a>\x01\xff\u0085</a>", "<a:b:c/>", "<:a></:a>", "<a:></a:>", "<é>ü</é>", "<1/>",
		strings.Repeat("<a>", 33) + strings.Repeat("</a>", 33), "<a><!-- -- --></a>", "<a>]]></a>", "<a b=c/>", "<a b='<'/>", "<a/><b/>", "x<a/>", "<a><?p?>\r<![CDATA[\n]]></a>",
		"<a>one<b/>two</a>", "<a xmlns='u' xmlns:p='v'><p:b p:c='d'/></a>", "<a>&#13;&#10;\r</a>", "\ufeff<a/>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if t := trimPayload([]byte(src)); len(t) > 0 && t[0] == '{' {
			return
		}
		d := new(document)
		if d.scan([]byte(src)) != nil {
			return
		}
		src = d.src
		got := d.node(0)
		want, err := referenceNode(src)
		if err == nil {
			if !got.equal(want) {
				t.Fatalf("%q:\ngot  %+v\nwant %+v", src, got, want)
			}
			return
		}
		plain := forbiddenToX(src)
		want, err = referenceNode(plain)
		if err != nil {
			t.Fatalf("%q: encoding/xml refuses %q: %v", src, plain, err)
		}
		d = new(document)
		if err := d.scan([]byte(plain)); err != nil {
			t.Fatalf("%q: %v", plain, err)
		}
		if again := d.node(0); !again.equal(want) {
			t.Fatalf("%q:\ngot  %+v\nwant %+v", plain, again, want)
		}
		if !got.alike(want) {
			t.Fatalf("%q:\ngot  %+v\nwant %+v", src, got, want)
		}
	})
}
