package workwx

import (
	"cmp"
	"context"
	"crypto/cipher"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

const (
	cbToken = "TOKEN-MARKER"
	cbKey   = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
	cbCorp  = "wx5823bf96d3bd56c7"
)

type callbackVector struct {
	Name      string `json:"name"`
	Token     string `json:"token"`
	AESKey    string `json:"aes_key"`
	Timestamp string `json:"timestamp"`
	Nonce     string `json:"nonce"`
	Signature string `json:"signature"`
	Encrypt   string `json:"encrypt"`
	ReceiveID string `json:"receive_id"`
	Plaintext string `json:"plaintext"`
	Random    []byte `json:"random"`
	Reason    string `json:"reason"`
}

type mediaVector struct {
	Name       string `json:"name"`
	AESKey     string `json:"aes_key"`
	Ciphertext []byte `json:"ciphertext"`
	Sum        string `json:"plaintext_sha256"`
	Length     int    `json:"plaintext_len"`
}

type callbackVectorFile struct {
	Messages   []callbackVector `json:"messages"`   // of the platform and of other implementations
	Signatures []callbackVector `json:"signatures"` // whose key is not known
	Negative   []callbackVector `json:"negative"`
	Media      []mediaVector    `json:"media"`
}

func callbackVectors(t testing.TB) callbackVectorFile {
	t.Helper()
	raw, err := os.ReadFile("testdata/callback_vectors.json")
	require.NoError(t, err)
	var vectors callbackVectorFile
	require.NoError(t, json.Unmarshal(raw, &vectors))
	require.NotEmpty(t, vectors.Messages)
	return vectors
}

// TestCallbackVectors checks messages that the platform and other implementations encrypted.
func TestCallbackVectors(t *testing.T) {
	t.Parallel()
	for _, v := range callbackVectors(t).Messages {
		c, err := NewCallbackCrypto(v.Token, v.AESKey, v.ReceiveID)
		require.NoError(t, err, v.Name)
		require.Equal(t, v.Signature, c.Sign(v.Timestamp, v.Nonce, v.Encrypt), v.Name)
		require.NoError(t, c.Verify(v.Signature, v.Timestamp, v.Nonce, v.Encrypt), v.Name)
		require.ErrorIs(t, c.Verify(v.Signature[1:]+"0", v.Timestamp, v.Nonce, v.Encrypt), ErrCallbackSignature, v.Name)
		payload, id, err := c.Decrypt(v.Encrypt)
		require.NoError(t, err, v.Name)
		require.Equal(t, v.ReceiveID, id, v.Name)
		require.Equal(t, v.Plaintext, string(payload), v.Name)
		require.Equal(t, v.Encrypt, c.encrypt([16]byte(v.Random), payload, id), v.Name)
		other, err := NewCallbackCrypto(v.Token, v.AESKey, "somebody else")
		require.NoError(t, err)
		_, _, err = other.Decrypt(v.Encrypt)
		require.ErrorIs(t, err, ErrCallbackReceiveID, v.Name)
	}
}

func TestCallbackSignatureVectors(t *testing.T) {
	t.Parallel()
	for _, v := range callbackVectors(t).Signatures {
		c, err := NewCallbackCrypto(v.Token, cbKey, "")
		require.NoError(t, err)
		require.Equal(t, v.Signature, c.Sign(v.Timestamp, v.Nonce, v.Encrypt), v.Name)
	}
}

func TestCallbackNegativeVectors(t *testing.T) {
	t.Parallel()
	reasons := map[string]error{"signature": ErrCallbackSignature, "aes_key": ErrCallbackAESKey, "receive_id": ErrCallbackReceiveID}
	for _, v := range callbackVectors(t).Negative {
		c, err := NewCallbackCrypto(cmp.Or(v.Token, cbToken), cmp.Or(v.AESKey, cbKey), cmp.Or(v.ReceiveID, cbCorp))
		require.NoError(t, err, v.Name)
		if v.Signature != "" {
			err = c.Verify(v.Signature, v.Timestamp, v.Nonce, v.Encrypt)
		} else {
			_, _, err = c.Decrypt(v.Encrypt)
		}
		require.NotNil(t, reasons[v.Reason], v.Name)
		require.ErrorIs(t, err, reasons[v.Reason], v.Name)
	}
}

func callbackCrypto(t testing.TB) *CallbackCrypto {
	t.Helper()
	c, err := NewCallbackCrypto(cbToken, cbKey, cbCorp)
	require.NoError(t, err)
	return c
}

// signedPost makes a request as the platform posts it.
func signedPost(t testing.TB, c *CallbackCrypto, payload string, asJSON bool) *http.Request {
	t.Helper()
	encrypted, err := c.Encrypt([]byte(payload), cbCorp)
	require.NoError(t, err)
	return postEncrypted(c, encrypted, asJSON)
}

func postEncrypted(c *CallbackCrypto, encrypted string, asJSON bool) *http.Request {
	const timestamp, nonce = "1409659813", "1372623149"
	query := url.Values{"msg_signature": {c.Sign(timestamp, nonce, encrypted)}, "timestamp": {timestamp}, "nonce": {nonce}, "own": {"parameter"}}
	body := "<xml><ToUserName><![CDATA[" + cbCorp + "]]></ToUserName><AgentID>218</AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>"
	if asJSON {
		body = `{"tousername":"` + cbCorp + `","encrypt":"` + encrypted + `","agentid":"218"}`
	}
	return httptest.NewRequest("POST", "/callback?"+query.Encode(), strings.NewReader(body))
}

const (
	textPayload = "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName>" +
		"<CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hello <b>&]]></Content><MsgId>42</MsgId><AgentID>218</AgentID></xml>"
	clickPayload = "<xml><ToUserName>wx</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>1700000000</CreateTime>" +
		"<MsgType>event</MsgType><Event>click</Event><EventKey>%s</EventKey><AgentID>218</AgentID></xml>"
	newPayload = "<xml><ToUserName>wx</ToUserName><CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>brand_new</Event><Thing>7</Thing></xml>"
)

func handler(t testing.TB, handle CallbackFunc, opts ...CallbackOption) *CallbackHandler {
	t.Helper()
	h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, handle, opts...)
	require.NoError(t, err)
	t.Cleanup(func() { h.Shutdown(context.Background()) })
	return h
}

func serve(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestCallbackVerification(t *testing.T) {
	t.Parallel()
	for _, v := range callbackVectors(t).Messages {
		h, err := NewCallbackHandler(v.Token, v.AESKey, v.ReceiveID, nil)
		require.NoError(t, err)
		query := url.Values{"msg_signature": {v.Signature}, "timestamp": {v.Timestamp}, "nonce": {v.Nonce}, "echostr": {v.Encrypt}}
		w := serve(h, httptest.NewRequest("GET", "/?"+query.Encode(), nil))
		require.Equal(t, 200, w.Code, v.Name)
		require.Equal(t, v.Plaintext, w.Body.String(), v.Name)
		query.Set("nonce", "other")
		require.Equal(t, 401, serve(h, httptest.NewRequest("GET", "/?"+query.Encode(), nil)).Code)
	}
}

// TestCallbackReplies: the handler's reply comes back encrypted and signed, in the request's format.
func TestCallbackReplies(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	h := handler(t, nil)
	On(h, func(_ context.Context, m *TextMessage) (Reply, error) {
		return TextReply{Content: m.Content + " ]]> too"}, nil
	})
	for _, asJSON := range []bool{false, true} {
		payload := textPayload
		if asJSON {
			payload = `{"ToUserName":"wx5823bf96d3bd56c7","FromUserName":"zhangsan","CreateTime":1700000000,"MsgType":"text","Content":"hello <b>&","MsgId":"43","AgentID":218}`
		}
		w := serve(h, signedPost(t, c, payload, asJSON))
		require.Equal(t, 200, w.Code)
		encrypted, format, err := openEnvelope(w.Body.Bytes())
		require.NoError(t, err, w.Body)
		require.Equal(t, asJSON, format == CallbackJSON)
		plain, id, err := c.Decrypt(encrypted)
		require.NoError(t, err)
		require.Equal(t, cbCorp, id)
		require.Contains(t, string(plain), "zhangsan")
		require.NotContains(t, string(plain), "TOKEN-MARKER")
	}
}

func TestCallbackUnknownEvents(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	var got Event
	h := handler(t, func(_ context.Context, ev Event) (Reply, error) { got = ev; return nil, nil })
	w := serve(h, signedPost(t, c, newPayload, false))
	require.Equal(t, 200, w.Code)
	require.Empty(t, w.Body.String())
	require.IsType(t, &UnknownEvent{}, got)
	require.Equal(t, newPayload, string(got.Raw()))

	got = nil
	w = serve(h, signedPost(t, c, "<xml><SuiteId>ww1</SuiteId><InfoType>suite_ticket</InfoType><TimeStamp>1700000000</TimeStamp><SuiteTicket>t</SuiteTicket></xml>", false))
	require.Equal(t, "success", w.Body.String())
	require.NotNil(t, got)
}

// TestCallbackRefusals: whatever is malformed or forged is refused with a status of 4xx, and no func sees it.
func TestCallbackRefusals(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	var infos []CallbackInfo
	h := handler(t, func(context.Context, Event) (Reply, error) {
		t.Error("a refused callback was handled")
		return nil, nil
	},
		WithMaxBodySize(5000), WithCallbackHook(func(_ context.Context, i CallbackInfo) { infos = append(infos, i) }))
	encrypted, err := c.Encrypt([]byte(textPayload), cbCorp)
	require.NoError(t, err)
	foreign, err := c.Encrypt([]byte(textPayload), "wwother")
	require.NoError(t, err)
	signed := func(encrypted string) func() *http.Request {
		return func() *http.Request { return postEncrypted(c, encrypted, false) }
	}
	body := func(body string) func() *http.Request {
		return func() *http.Request {
			r := postEncrypted(c, encrypted, false)
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(body)), int64(len(body))
			return r
		}
	}
	raw := func(b []byte) string { return base64.StdEncoding.EncodeToString(b) }
	plain, err := c.Encrypt([]byte("not an event"), cbCorp)
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		request func() *http.Request
		reason  error
	}{
		"another method": {func() *http.Request { return httptest.NewRequest("PUT", "/", nil) }, ErrCallbackMethod},
		"no parameters":  {func() *http.Request { return httptest.NewRequest("GET", "/", nil) }, ErrCallbackParameter},
		"unsigned": {func() *http.Request {
			r := postEncrypted(c, encrypted, false)
			r.URL.RawQuery = ""
			return r
		}, ErrCallbackParameter},
		"plain text":         {body(textPayload), ErrCallbackEnvelope},
		"empty":              {body(""), ErrCallbackEnvelope},
		"truncated":          {body("<xml><Encrypt>abc"), ErrCallbackEnvelope},
		"entities":           {body(`<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>`), ErrCallbackEnvelope},
		"JSON of nothing":    {body("{}"), ErrCallbackEnvelope},
		"too large":          {body("<xml>" + strings.Repeat(" ", 5000)), ErrCallbackTooLarge},
		"two messages":       {body("<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>"), ErrCallbackEnvelope},
		"tampered":           {body("<xml><Encrypt>" + encrypted[:20] + "AAAA" + encrypted[24:] + "</Encrypt></xml>"), ErrCallbackSignature},
		"not base64":         {signed("***"), ErrCallbackAESKey},
		"too short":          {signed(raw(make([]byte, 16))), ErrCallbackAESKey},
		"not whole blocks":   {signed(raw(make([]byte, 33))), ErrCallbackAESKey},
		"noise":              {signed(raw(make([]byte, 64))), ErrCallbackAESKey},
		"for somebody else":  {signed(foreign), ErrCallbackReceiveID},
		"not an event":       {signed(plain), ErrCallbackPayload},
		"stated length huge": {signed(c.withLength(0xffffffff)), ErrCallbackAESKey},
		"bad padding":        {signed(c.withPadding(0)), ErrCallbackAESKey},
		"padding of 33":      {signed(c.withPadding(33)), ErrCallbackAESKey},
	} {
		infos = nil
		w := serve(h, tc.request())
		require.GreaterOrEqual(t, w.Code, 400, name)
		require.Less(t, w.Code, 500, name)
		require.Len(t, infos, 1, name)
		require.ErrorIs(t, infos[0].Err, tc.reason, name)
		require.NotContains(t, fmt.Sprintf("%v %+v %#v", infos[0].Err, infos[0].Err, h), "MARKER", name)
	}
}

// withLength encrypts a message that states a length of its own.
func (c *CallbackCrypto) withLength(n uint32) string {
	return c.forge(func(b []byte) { b[16], b[17], b[18], b[19] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n) })
}

// withPadding encrypts a message that ends with a padding of its own.
func (c *CallbackCrypto) withPadding(pad byte) string {
	return c.forge(func(b []byte) { b[len(b)-1] = pad })
}

func (c *CallbackCrypto) forge(change func(plain []byte)) string {
	buf, err := base64.StdEncoding.DecodeString(c.encrypt([16]byte{}, []byte(textPayload), cbCorp))
	if err != nil {
		panic(err)
	}
	cbc(c, buf, false)
	change(buf)
	cbc(c, buf, true)
	return base64.StdEncoding.EncodeToString(buf)
}

// TestCallbackWrongKey: of 2,000 messages under other keys none gets through, and nothing panics.
func TestCallbackWrongKey(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	random := mathrand.NewChaCha8([32]byte{1})
	for i := range 2000 {
		key := make([]byte, 32)
		random.Read(key)
		wrong, err := NewCallbackCrypto(cbToken, base64.RawStdEncoding.EncodeToString(key), cbCorp)
		require.NoError(t, err)
		encrypted, err := wrong.Encrypt([]byte(textPayload[:i%len(textPayload)]), cbCorp)
		require.NoError(t, err)
		_, _, err = c.Decrypt(encrypted)
		var refused *CallbackError
		require.ErrorAs(t, err, &refused)
		require.ErrorIs(t, err, ErrCallbackAESKey)
		require.Equal(t, http.StatusBadRequest, refused.HTTPStatus)
	}
}

func TestCallbackDuplicates(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	calls := 0
	fail := true
	h := handler(t, func(context.Context, Event) (Reply, error) {
		calls++
		if fail {
			return nil, errors.New("not now")
		}
		return nil, nil
	})
	require.Equal(t, 500, serve(h, signedPost(t, c, textPayload, false)).Code)
	fail = false
	for range 3 {
		require.Equal(t, 200, serve(h, signedPost(t, c, textPayload, false)).Code)
	}
	require.Equal(t, 2, calls, "what failed comes again, what was handled does not")
	serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, "one"), false))
	serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, "two"), false))
	require.Equal(t, 4, calls, "two different events of one second")
	serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, "two"), false))
	require.Equal(t, 4, calls)
}

func TestCallbackPanicsAndSlowFuncs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := callbackCrypto(t)
		infos := make(chan CallbackInfo, 10)
		finished := make(chan struct{})
		h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, nil, WithCallbackHook(func(_ context.Context, i CallbackInfo) { infos <- i }))
		require.NoError(t, err)
		On(h, func(context.Context, *TextMessage) (Reply, error) { panic("on fire") })
		On(h, func(ctx context.Context, _ Event) (Reply, error) {
			time.Sleep(20 * time.Second)
			defer close(finished)
			return TextReply{Content: "too late"}, ctx.Err()
		})
		require.Equal(t, 500, serve(h, signedPost(t, c, textPayload, false)).Code)
		require.ErrorIs(t, (<-infos).Err, ErrCallbackPanic)
		started := time.Now()
		w := serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, "x"), false))
		require.Equal(t, 200, w.Code)
		require.Empty(t, w.Body.String())
		require.Less(t, time.Since(started), 5*time.Second)
		require.NoError(t, h.Shutdown(t.Context()), "waits for the work")
		<-finished
		require.Equal(t, 503, serve(h, signedPost(t, c, newPayload, false)).Code)
	})
}

func TestCallbackAsync(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	release := make(chan struct{})
	var done atomic.Int64
	h := handler(t, func(context.Context, Event) (Reply, error) { <-release; done.Add(1); return nil, nil }, WithAsync(2, 3))
	codes := map[int]int{}
	for i := range 8 {
		codes[serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, fmt.Sprint(i)), false)).Code]++
	}
	require.Equal(t, map[int]int{200: 5, 503: 3}, codes, "two at work, three in the queue")
	close(release)
	require.NoError(t, h.Shutdown(t.Context()))
	require.EqualValues(t, 5, done.Load())
}

func TestCallbackConfiguration(t *testing.T) {
	t.Parallel()
	for _, tc := range [][2]string{{"", cbKey}, {" x", cbKey}, {"t", "short"}, {"t", strings.Repeat("!", 43)}} {
		_, err := NewCallbackHandler(tc[0], tc[1], cbCorp, nil)
		var config *ConfigError
		require.ErrorAs(t, err, &config)
	}
	for _, opt := range []CallbackOption{WithMaxAge(0), WithMaxBodySize(0), WithAsync(0, 0), WithReplyTimeout(time.Minute), WithCallbackLogger(nil), WithEventDecoder("x", nil), WithCallbackClock(nil)} {
		_, err := NewCallbackHandler(cbToken, cbKey, cbCorp, nil, opt)
		require.Error(t, err)
	}
	_, err := NewCallbackCrypto("t", cbKey)
	require.Error(t, err)
	for _, copied := range [][3]string{{cbToken + "\n", cbKey, cbCorp}, {cbToken, cbKey + "\n", cbCorp}, {cbToken, cbKey, cbCorp + "\n"}} {
		_, err := NewCallbackHandler(copied[0], copied[1], copied[2], nil)
		require.ErrorContains(t, err, "line break")
	}
	require.Equal(t, "1", (&SysApprovalEventInfo{SpNoStr: "1"}).Number())
	require.Equal(t, "2", (&SysApprovalEventInfo{SpNo: "2", SpNoStr: "1"}).Number())
	h := handler(t, nil, WithMaxAge(time.Minute))
	require.Equal(t, 403, serve(h, signedPost(t, callbackCrypto(t), textPayload, false)).Code)
}

// cbc runs the cipher in place.
func cbc(c *CallbackCrypto, buf []byte, encrypt bool) {
	if encrypt {
		cipher.NewCBCEncrypter(c.block, c.iv[:]).CryptBlocks(buf, buf)
	} else {
		cipher.NewCBCDecrypter(c.block, c.iv[:]).CryptBlocks(buf, buf)
	}
}

// replyTree encodes a reply to a message and reads it with encoding/xml or encoding/json.
func replyTree(t *testing.T, to string, r Reply) *tree {
	t.Helper()
	ev := parse(t, to)
	payload, err := EncodeReply(ev, r)
	require.NoError(t, err)
	return treeOf(t, string(payload))
}

func (e *tree) String() string {
	if len(e.children) == 0 {
		return e.name + "=" + e.text
	}
	var parts []string
	for _, c := range e.children {
		if c.name != "CreateTime" {
			parts = append(parts, c.String())
		}
	}
	return e.name + "{" + strings.Join(parts, " ") + "}"
}

// TestReplies writes every reply in XML and in JSON.
func TestReplies(t *testing.T) {
	t.Parallel()
	card := &TemplateCard{CardType: CardTypeVoteInteraction, Source: CardSource{Desc: "来源"}, MainTitle: CardTitle{Title: "t ]]> <x>", Desc: "d"}, TaskID: "task", ReplaceText: "已提交",
		HorizontalContentList: []CardHorizontalContent{{KeyName: "k1", Value: "v1"}, {KeyName: "k2", UserID: "u", Type: CardContentTypeMember}},
		CardAction:            CardAction{Type: CardTargetMiniProgram, AppID: "wx1", PagePath: "/p"},
		Checkbox:              CardCheckbox{QuestionKey: "q", Disable: Ptr(true), OptionList: []CardOption{{ID: "1", Text: "one", IsChecked: true}, {ID: "2", Text: "two"}}},
		SelectList:            []CardSelect{{QuestionKey: "s", OptionList: []CardSelectOption{{ID: "a", Text: "A"}}}},
		SubmitButton:          CardSubmitButton{Text: "go", Key: "g"}}
	asJSON, err := json.Marshal(map[string]any{"ToUserName": "wx5823bf96d3bd56c7", "FromUserName": "zhangsan", "CreateTime": 1, "MsgType": "text", "Content": "x", "AgentID": 1})
	require.NoError(t, err)
	const head = "ToUserName=zhangsan FromUserName=wx5823bf96d3bd56c7 MsgType="
	for _, tc := range []struct {
		reply Reply
		want  string
	}{
		{TextReply{Content: "a & <b> ]]> c"}, "text Content=a & <b> ]]> c"},
		{&TextReply{Content: "pointer"}, "text Content=pointer"},
		{ImageReply{MediaID: "m"}, "image Image{MediaId=m}"},
		{VoiceReply{MediaID: "m"}, "voice Voice{MediaId=m}"},
		{VideoReply{MediaID: "m", Title: "t", Description: "d"}, "video Video{MediaId=m Title=t Description=d}"},
		{NewsReply{Articles: []Article{{Title: "t1", Description: "d1", URL: "u1", PicURL: "p1"}, {Title: "t2"}}},
			"news ArticleCount=2 Articles{item{Title=t1 Description=d1 Url=u1 PicUrl=p1} item{Title=t2 Description= Url= PicUrl=}}"},
		{UpdateButtonReply{ReplaceName: "done"}, "update_button Button{ReplaceName=done}"},
		{UpdateTaskCardReply{ReplaceName: "done"}, "update_taskcard TaskCard{ReplaceName=done}"},
		{TemplateCardReply{Card: card}, "update_template_card TemplateCard{CardType=vote_interaction Source{Desc=来源} MainTitle{Title=t ]]> <x> Desc=d} " +
			"HorizontalContentList{KeyName=k1 Value=v1} HorizontalContentList{KeyName=k2 Type=3 UserId=u} CardAction{Type=2 AppId=wx1 PagePath=/p} TaskId=task " +
			"CheckBox{QuestionKey=q OptionList{Id=1 Text=one IsChecked=true} OptionList{Id=2 Text=two IsChecked=false} Disable=true} " +
			"SelectList{QuestionKey=s OptionList{Id=a Text=A}} SubmitButton{Text=go Key=g} ReplaceText=已提交}"},
	} {
		for _, to := range []string{textPayload, string(asJSON)} {
			tree := replyTree(t, to, tc.reply)
			tree.name = ""
			want := parseTree("{" + head + tc.want + "}")
			if to[0] == '{' { // whose members have no order
				want, tree = want.reversed(), tree.reversed()
			}
			require.Equal(t, want.String(), tree.String())
		}
	}
}

// parseTree is the reverse of tree.String.
func parseTree(s string) *tree {
	e, _ := parseTreeAt(s)
	return e
}

func parseTreeAt(s string) (e *tree, rest string) {
	i := strings.IndexAny(s, "{=")
	e = &tree{name: s[:i]}
	if s[i] == '=' {
		s = s[i+1:]
		end := 0
		for end < len(s) && s[end] != '}' && (s[end] != ' ' || !strings.ContainsAny(nextWord(s[end+1:]), "{=")) {
			end++
		}
		e.text = s[:end]
		return e, s[end:]
	}
	for s = s[i+1:]; s[0] != '}'; {
		var c *tree
		c, s = parseTreeAt(strings.TrimPrefix(s, " "))
		e.children = append(e.children, c)
	}
	return e, s[1:]
}

func nextWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// TestRobotReplies compares what a robot answers with the documented JSON.
func TestRobotReplies(t *testing.T) {
	t.Parallel()
	ev := parse(t, `{"msgid":"1","aibotid":"b","from":{"userid":"u"},"msgtype":"text","text":{"content":"hi"}}`)
	card := &TemplateCard{CardType: CardTypeTextNotice, MainTitle: CardTitle{Title: "t"}, Feedback: CardFeedback{ID: "f"}}
	const cardJSON = `{"card_type":"text_notice","main_title":{"title":"t"},"feedback":{"id":"f"}}`
	for _, tc := range []struct {
		reply Reply
		want  string
	}{
		{TextReply{Content: "welcome <b>"}, `{"msgtype":"text","text":{"content":"welcome <b>"}}`},
		{AIBotStreamReply{ID: "s", Content: "part", FeedbackID: "f"}, `{"msgtype":"stream","stream":{"id":"s","finish":false,"content":"part","feedback":{"id":"f"}}}`},
		{AIBotStreamReply{ID: "s", Finish: true, Content: "all", Items: []AIBotStreamItem{{Base64: "YQ==", MD5: "0cc175b9c0f1b6a831c399e269772661"}}},
			`{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"all","msg_item":[{"msgtype":"image","image":{"base64":"YQ==","md5":"0cc175b9c0f1b6a831c399e269772661"}}]}}`},
		{AIBotCardReply{Card: card}, `{"msgtype":"template_card","template_card":` + cardJSON + `}`},
		{AIBotStreamCardReply{Stream: AIBotStreamReply{ID: "s", Finish: true, Content: "all"}, Card: card}, `{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":true,"content":"all"},"template_card":` + cardJSON + `}`},
		{AIBotStreamCardReply{Stream: AIBotStreamReply{ID: "s", Content: "more"}}, `{"msgtype":"stream_with_template_card","stream":{"id":"s","finish":false,"content":"more"}}`},
		{AIBotUpdateCardReply{UserIDs: []string{"u"}, Card: card}, `{"response_type":"update_template_card","userids":["u"],"template_card":` + cardJSON + `}`},
		{RawReply(`{"msgtype":"new"}`), `{"msgtype":"new"}`},
	} {
		payload, err := EncodeReply(ev, tc.reply)
		require.NoError(t, err)
		require.JSONEq(t, tc.want, string(payload))
		require.NotContains(t, string(payload), `\u003c`)
	}
}

// TestWrongReplies are the handler's mistake: 500, and an error that names the field.
func TestWrongReplies(t *testing.T) {
	t.Parallel()
	robot := parse(t, `{"msgid":"1","aibotid":"b","from":{"userid":"u"},"msgtype":"text","text":{"content":"hi"}}`)
	app := parse(t, textPayload)
	for _, tc := range []struct {
		to    Event
		reply Reply
	}{
		{app, nil}, {app, (*TextReply)(nil)}, {app, NewsReply{}}, {app, NewsReply{Articles: make([]Article, 9)}}, {app, TemplateCardReply{}}, {app, AIBotCardReply{Card: &TemplateCard{}}},
		{robot, ImageReply{}}, {robot, AIBotCardReply{}}, {robot, AIBotUpdateCardReply{}}, {robot, AIBotStreamReply{}},
		{robot, AIBotStreamReply{ID: "s", Content: strings.Repeat("x", 20481)}}, {robot, AIBotStreamReply{ID: "s", Items: make([]AIBotStreamItem, 1)}},
		{robot, AIBotStreamReply{ID: "s", Finish: true, Items: make([]AIBotStreamItem, 11)}}, {robot, AIBotStreamCardReply{}},
	} {
		_, err := EncodeReply(tc.to, tc.reply)
		require.Error(t, err, "%T to %T", tc.reply, tc.to)
	}
	var info CallbackInfo
	h := handler(t, func(context.Context, Event) (Reply, error) { return (*TextReply)(nil), nil },
		WithCallbackHook(func(_ context.Context, i CallbackInfo) { info = i }))
	require.Equal(t, 500, serve(h, signedPost(t, callbackCrypto(t), textPayload, false)).Code)
	require.ErrorIs(t, info.Err, ErrCallbackReply)
}

// TestCallbackReceiveIDs: the IDs are a set, and a func may accept more.
func TestCallbackReceiveIDs(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	code := func(id string, opts ...CallbackOption) int {
		encrypted, err := c.Encrypt([]byte(textPayload), id)
		require.NoError(t, err)
		h, err := NewCallbackHandler(cbToken, cbKey, "ww4suite", nil, opts...)
		require.NoError(t, err)
		return serve(h, postEncrypted(c, encrypted, false)).Code
	}
	require.Equal(t, 200, code("ww4suite"))
	require.Equal(t, 403, code("wwprovider"))
	require.Equal(t, 403, code(""))
	require.Equal(t, 200, code("wwprovider", WithReceiveIDs("wwprovider", "wwcustomer")))
	require.Equal(t, 200, code("wwcustomer", WithReceiveIDs("wwprovider", "wwcustomer")))
	require.Equal(t, 200, code("wwother", WithReceiveIDFunc(func(id string) bool { return id == "wwother" })))
	require.Equal(t, 403, code("wwanother", WithReceiveIDFunc(func(id string) bool { return id == "wwother" })))
}

// TestCallbackAges: an old or future timestamp is refused if that is asked for.
func TestCallbackAges(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	now := time.Unix(1409659813, 0) // of postEncrypted
	for _, tc := range []struct {
		off  time.Duration
		code int
	}{{0, 200}, {5 * time.Minute, 200}, {-5 * time.Minute, 200}, {5*time.Minute + time.Second, 403}, {-5*time.Minute - time.Second, 403}, {1 << 62, 403}} {
		h := handler(t, nil, WithMaxAge(5*time.Minute), WithCallbackClock(func() time.Time { return now.Add(tc.off) }))
		require.Equal(t, tc.code, serve(h, signedPost(t, c, textPayload, false)).Code, tc.off)
	}
}

type meterEvent struct {
	EventHeader
	Reading int
}

// TestEventDecoders: an event of one's own takes one call.
func TestEventDecoders(t *testing.T) {
	t.Parallel()
	var got *meterEvent
	h := handler(t, nil, WithEventDecoder("meter", func(payload []byte) (Event, error) {
		ev := new(meterEvent)
		return ev, xml.Unmarshal(payload, ev)
	}), WithEventDecoder("nothing", func([]byte) (Event, error) { return nil, nil }))
	On(h, func(_ context.Context, ev *meterEvent) (Reply, error) { got = ev; return nil, nil })
	payload := strings.Replace(strings.Replace(newPayload, "brand_new", "meter", 1), "<Thing>7</Thing>", "<Reading>7</Reading>", 1)
	require.Equal(t, 200, serve(h, signedPost(t, callbackCrypto(t), payload, false)).Code)
	require.Equal(t, 7, got.Reading)
	require.Equal(t, "meter", got.Header().Name())
	require.Equal(t, payload, string(got.Raw()))
	require.Equal(t, 400, serve(h, signedPost(t, callbackCrypto(t), strings.Replace(newPayload, "brand_new", "nothing", 1), false)).Code)
}

// deaf is a deduper that never answers of itself.
type deaf struct{ released atomic.Int64 }

func (*deaf) Claim(ctx context.Context, _ string) (bool, error) {
	<-ctx.Done()
	return false, ctx.Err()
}

func (d *deaf) Release(ctx context.Context, _ string) error {
	d.released.Add(1)
	return ctx.Err()
}

// TestCallbackDeduperFails: without a deduper the event is handled all the same, and in time.
func TestCallbackDeduperFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		started := time.Now()
		calls := 0
		h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, func(ctx context.Context, _ Event) (Reply, error) {
			calls++
			time.Sleep(10 * time.Second)
			return nil, nil
		}, WithDeduper(new(deaf)))
		require.NoError(t, err)
		require.Equal(t, 200, serve(h, signedPost(t, callbackCrypto(t), textPayload, false)).Code)
		require.Equal(t, replyGuard, time.Since(started), "the time counts from the request's arrival")
		require.NoError(t, h.Shutdown(t.Context()))
		require.Equal(t, 1, calls)
	})
}

// recalling is a deduper that claims everything and notes what is released.
type recalling struct{ released error }

func (*recalling) Claim(context.Context, string) (bool, error) { return true, nil }

func (r *recalling) Release(ctx context.Context, _ string) error {
	r.released = cmp.Or(ctx.Err(), io.EOF)
	return nil
}

// TestCallbackShutdownEndsWork, and what it ended is released under a context that has not ended.
func TestCallbackShutdownEndsWork(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d := new(recalling)
		h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, func(ctx context.Context, _ Event) (Reply, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}, WithDeduper(d), WithAsync(1, 1))
		require.NoError(t, err)
		require.Equal(t, 200, serve(h, signedPost(t, callbackCrypto(t), textPayload, false)).Code)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		require.ErrorIs(t, h.Shutdown(ctx), context.DeadlineExceeded)
		synctest.Wait()
		require.Equal(t, io.EOF, d.released)
	})
}

// TestCallbackLostVerification: a proxy that decodes twice turns + into a space.
func TestCallbackLostVerification(t *testing.T) {
	t.Parallel()
	v := callbackVectors(t).Messages[0]
	require.Contains(t, v.Encrypt, "+")
	h, err := NewCallbackHandler(v.Token, v.AESKey, v.ReceiveID, nil)
	require.NoError(t, err)
	query := url.Values{"msg_signature": {v.Signature}, "timestamp": {v.Timestamp}, "nonce": {v.Nonce}, "echostr": {strings.ReplaceAll(v.Encrypt, "+", " ")}}
	w := serve(h, httptest.NewRequest("GET", "/?"+query.Encode(), nil))
	require.Equal(t, v.Plaintext, w.Body.String())
}

// TestCallbackEntities: no entity is expanded, neither in the envelope nor in what is encrypted. It is not
// parallel, as it counts what is allocated.
func TestCallbackEntities(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("<!DOCTYPE xml [<!ENTITY a0 \"ha\">")
	for i := range 20 {
		fmt.Fprintf(&bomb, "<!ENTITY a%d \"%s\">", i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	bomb.WriteString("]><xml><MsgType>text</MsgType><MsgId>1</MsgId><Content>&a20;</Content><Encrypt>&a20;</Encrypt></xml>")
	for _, payload := range []string{
		bomb.String(),
		`<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><MsgType>text</MsgType><Content>&f;</Content></xml>`,
		`<!DOCTYPE xml SYSTEM "http://127.0.0.1/x.dtd"><xml><MsgType>text</MsgType></xml>`,
		`<xml><MsgType>text</MsgType><Content>&undeclared;</Content></xml>`,
	} {
		c := callbackCrypto(t)
		h := handler(t, func(context.Context, Event) (Reply, error) {
			t.Error("it was handled")
			return nil, nil
		})
		bytes := allocated(func() {
			require.Equal(t, 400, serve(h, signedPost(t, c, payload, false)).Code)
			r := postEncrypted(c, "x", false)
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(payload)), int64(len(payload))
			require.Equal(t, 400, serve(h, r).Code)
		})
		require.Less(t, bytes, uint64(1<<20))
	}
}

// allocated returns how many bytes f allocates; other goroutines must be quiet.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// endless is a body without an end that counts what was read of it.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.read += int64(len(p))
	return len(p), nil
}

// TestCallbackOversized: a body that is too large is neither read to its end nor kept, whether it says how
// large it is or not. Not parallel, as it counts what is allocated.
func TestCallbackOversized(t *testing.T) {
	c := callbackCrypto(t)
	var info CallbackInfo
	h := handler(t, nil, WithCallbackHook(func(_ context.Context, i CallbackInfo) { info = i }))
	for _, stated := range []int64{-1, 1 << 40} {
		body := new(endless)
		r := postEncrypted(c, "x", false)
		r.Body, r.ContentLength = io.NopCloser(body), stated
		require.Less(t, allocated(func() { require.Equal(t, 413, serve(h, r).Code) }), uint64(8<<20))
		require.ErrorIs(t, info.Err, ErrCallbackTooLarge)
		require.LessOrEqual(t, body.read, int64(2<<20))
	}
	// What is not too large costs a multiple of its size at most, whatever stands in it.
	for _, fill := range []string{"<a/>", "<a>", "&lt;", "]", "<!---->"} {
		payload := "<xml>" + strings.Repeat(fill, 700_000/len(fill)) + "</xml>"
		r := signedPost(t, c, payload, false)
		require.Less(t, allocated(func() { require.Less(t, serve(h, r).Code, 500) }), uint64(32<<20), fill)
	}

	r := signedPost(t, c, textPayload, false)
	size := r.ContentLength
	exact := handler(t, nil, WithMaxBodySize(size))
	require.Equal(t, 200, serve(exact, r).Code)
	r = signedPost(t, c, textPayload, false)
	r.ContentLength = -1
	require.Equal(t, 200, serve(exact, r).Code)
	r = signedPost(t, c, textPayload, false)
	r.ContentLength = -1
	require.Equal(t, 413, serve(handler(t, nil, WithMaxBodySize(size-1)), r).Code)
}

// TestCallbackStatedLength: the length that a message states is checked before it is used.
func TestCallbackStatedLength(t *testing.T) {
	t.Parallel()
	c := callbackCrypto(t)
	n := uint32(len(textPayload))
	for _, tc := range []struct {
		length uint32
		reason error
	}{
		{n + uint32(len(cbCorp)) + 1, ErrCallbackAESKey}, {1<<31 - 1, ErrCallbackAESKey}, {1 << 31, ErrCallbackAESKey},
		{1<<32 - 20, ErrCallbackAESKey}, {1<<32 - 1, ErrCallbackAESKey},
		{n + uint32(len(cbCorp)), ErrCallbackReceiveID}, {n + 1, ErrCallbackReceiveID}, {n - 1, ErrCallbackReceiveID}, {0, ErrCallbackReceiveID},
	} {
		_, _, err := c.Decrypt(c.withLength(tc.length))
		require.ErrorIs(t, err, tc.reason, tc.length)
	}
	payload, _, err := c.Decrypt(c.withLength(n))
	require.NoError(t, err)
	require.Equal(t, textPayload, string(payload))
}

// TestCallbackAnswers: suite commands are answered "success" whatever becomes of them but a failure,
// within a second; a robot is answered in JSON or with nothing.
func TestCallbackAnswers(t *testing.T) {
	t.Parallel()
	const command = "<xml><SuiteId>ww4suite</SuiteId><InfoType>%s</InfoType><TimeStamp>1700000000</TimeStamp></xml>"
	const robot = `{"msgid":"%s","aibotid":"b","from":{"userid":"u"},"msgtype":"text","text":{"content":"hi"}}`
	synctest.Test(t, func(t *testing.T) {
		c, err := NewCallbackCrypto(cbToken, cbKey, "ww4suite", "")
		require.NoError(t, err)
		post := func(h http.Handler, id, payload string) (*httptest.ResponseRecorder, time.Duration) {
			encrypted, err := c.Encrypt([]byte(payload), id)
			require.NoError(t, err)
			started := time.Now()
			return serve(h, postEncrypted(c, encrypted, payload[0] == '{')), time.Since(started)
		}
		delay, reply, fail := time.Duration(0), Reply(nil), error(nil)
		handle := func(context.Context, Event) (Reply, error) { time.Sleep(delay); return reply, fail }
		h, err := NewCallbackHandler(cbToken, cbKey, "ww4suite", handle, WithReceiveIDs(""))
		require.NoError(t, err)

		w, _ := post(h, "ww4suite", fmt.Sprintf(command, "create_auth"))
		require.Equal(t, "success", w.Body.String())
		w, _ = post(h, "ww4suite", fmt.Sprintf(command, "create_auth"))
		require.Equal(t, "success", w.Body.String(), "a repetition")
		w, _ = post(h, "ww4suite", fmt.Sprintf(command, "of_tomorrow"))
		require.Equal(t, "success", w.Body.String(), "an unknown command")
		reply = TextReply{Content: "a command takes no reply"}
		w, _ = post(h, "ww4suite", fmt.Sprintf(command, "change_auth"))
		require.Equal(t, "success", w.Body.String())
		delay = 3 * time.Second
		w, took := post(h, "ww4suite", fmt.Sprintf(command, "cancel_auth"))
		require.Equal(t, "success", w.Body.String())
		require.Equal(t, commandGuard, took)
		time.Sleep(10 * time.Second)
		synctest.Wait()
		delay, fail = 0, errors.New("not now")
		w, _ = post(h, "ww4suite", fmt.Sprintf(command, "reset_permanent_code"))
		require.Equal(t, 500, w.Code)
		require.NotContains(t, w.Body.String(), "success")

		fail = nil
		w, _ = post(h, "", fmt.Sprintf(robot, "1"))
		require.Equal(t, "application/json; charset=utf-8", w.Header().Get("Content-Type"))
		encrypted, format, err := openEnvelope(w.Body.Bytes())
		require.NoError(t, err)
		require.Equal(t, CallbackJSON, format)
		plain, id, err := c.Decrypt(encrypted)
		require.NoError(t, err)
		require.Empty(t, id)
		require.JSONEq(t, `{"msgtype":"text","text":{"content":"a command takes no reply"}}`, string(plain))
		delay = 6 * time.Second
		w, took = post(h, "", fmt.Sprintf(robot, "2"))
		require.Equal(t, 200, w.Code)
		require.Empty(t, w.Body.String())
		require.Equal(t, replyGuard, took)
		require.NoError(t, h.Shutdown(t.Context()))

		async, err := NewCallbackHandler(cbToken, cbKey, "ww4suite", handle, WithAsync(1, 1))
		require.NoError(t, err)
		w, took = post(async, "ww4suite", fmt.Sprintf(command, "create_auth"))
		require.Equal(t, "success", w.Body.String())
		require.Zero(t, took)
		require.NoError(t, async.Shutdown(t.Context()))
	})
}

// TestCallbackShutdown: what has begun or waits is done, what comes is refused and may come again, URLs
// are verified to the end.
func TestCallbackShutdown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := callbackCrypto(t)
		for _, opts := range [][]CallbackOption{nil, {WithAsync(2, 10)}} {
			done := make(chan string, 10)
			h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, func(ctx context.Context, ev Event) (Reply, error) {
				time.Sleep(2 * time.Second)
				done <- ev.(*ClickEvent).EventKey
				return TextReply{Content: "done"}, ctx.Err()
			}, opts...)
			require.NoError(t, err)
			codes := make(chan int, 10)
			for i := range 6 {
				go func() {
					codes <- serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, fmt.Sprint(i)), false)).Code
				}()
			}
			synctest.Wait()
			stopped := make(chan error, 2)
			for range 2 { // as often as one likes
				go func() { stopped <- h.Shutdown(t.Context()) }()
			}
			synctest.Wait()
			require.Empty(t, stopped, "the work goes on")
			require.Equal(t, 503, serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, "late"), false)).Code)
			v := callbackVectors(t).Messages[0]
			verifying, err := NewCallbackHandler(v.Token, v.AESKey, v.ReceiveID, nil)
			require.NoError(t, err)
			require.NoError(t, verifying.Shutdown(t.Context()))
			query := url.Values{"msg_signature": {v.Signature}, "timestamp": {v.Timestamp}, "nonce": {v.Nonce}, "echostr": {v.Encrypt}}
			require.Equal(t, 200, serve(verifying, httptest.NewRequest("GET", "/?"+query.Encode(), nil)).Code)
			require.NoError(t, <-stopped)
			require.NoError(t, <-stopped)
			require.Len(t, done, 6)
			for range 6 {
				require.Equal(t, 200, <-codes)
			}
			require.NoError(t, h.Shutdown(t.Context()))
		}
	})
}

// TestCallbackLeavesNoGoroutine: however a func ends, and without a Shutdown, nothing goes on afterwards.
// The bubble fails when a goroutine is left in it.
func TestCallbackLeavesNoGoroutine(t *testing.T) {
	t.Parallel()
	for name, handle := range map[string]CallbackFunc{
		"returns":            func(context.Context, Event) (Reply, error) { return TextReply{Content: "x"}, nil },
		"fails":              func(context.Context, Event) (Reply, error) { return nil, errors.New("not now") },
		"panics":             func(context.Context, Event) (Reply, error) { panic("on fire") },
		"is late":            func(context.Context, Event) (Reply, error) { time.Sleep(time.Hour); return nil, nil },
		"is late and panics": func(context.Context, Event) (Reply, error) { time.Sleep(time.Hour); panic("on fire") },
		"ends its goroutine": func(context.Context, Event) (Reply, error) { runtime.Goexit(); return nil, nil },
	} {
		for _, opts := range [][]CallbackOption{nil, {WithAsync(3, 20)}, {WithHangUp()}} {
			synctest.Test(t, func(t *testing.T) {
				c := callbackCrypto(t)
				var calls, failures atomic.Int64
				hook := WithCallbackHook(func(_ context.Context, i CallbackInfo) {
					if i.Err != nil {
						failures.Add(1)
					}
				})
				h, err := NewCallbackHandler(cbToken, cbKey, cbCorp, func(ctx context.Context, ev Event) (Reply, error) {
					calls.Add(1)
					return handle(ctx, ev)
				}, append(opts, hook)...)
				require.NoError(t, err)
				var wg sync.WaitGroup
				for i := range 10 {
					wg.Go(func() {
						defer func() { recover() }() // WithHangUp, as net/http does
						serve(h, signedPost(t, c, fmt.Sprintf(clickPayload, fmt.Sprint(i)), false))
					})
				}
				wg.Wait()
				time.Sleep(10 * time.Hour)
				synctest.Wait()
				require.EqualValues(t, 10, calls.Load(), name)
				if name == "returns" || name == "is late" {
					require.Zero(t, failures.Load(), name)
				} else {
					require.EqualValues(t, 10, failures.Load(), name)
				}
			})
		}
	}
}
