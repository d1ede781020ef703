package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

const callbackAbout = `Token and EncodingAESKey are those of the profile (workwx profile set NAME
--callback) or of WORKWX_CALLBACK_TOKEN and WORKWX_CALLBACK_AES_KEY. Messages
are for the corp ID, unless WORKWX_CALLBACK_RECEIVE_ID or the profile's
--receive-id says otherwise: the suite ID for a suite's commands. --robot is for
a robot (智能机器人), whose messages are for nobody.`

func (a *app) callbackCommand() *cli.Command {
	robot := &cli.BoolFlag{Name: "robot", Usage: "messages are for nobody, as those of a robot"}
	show := &cli.BoolFlag{Name: "show", Usage: "show suite tickets and authorization codes"}
	return &cli.Command{
		Name: "callback", Usage: "receive, decrypt and deliver callbacks", Category: groupPlatform, Description: callbackAbout,
		Commands: []*cli.Command{
			{Name: "serve", Usage: "print messages and events as they come", Description: callbackAbout + `

Every path is served. The URL that the admin console is given must lead here,
through a reverse proxy or tunnel for example. With --json each event is one
line. Ctrl-C ends it.`,
				Flags:  []cli.Flag{&cli.StringFlag{Name: "addr", Value: "127.0.0.1:8080", Usage: "listen on `HOST:PORT`"}, robot, show},
				Action: a.callbackServe},
			{Name: "decrypt", Usage: "decrypt a captured request, or tell why it cannot be", Description: `Standard input holds the request: as it came over the wire, from
"POST /path?msg_signature=… HTTP/1.1" on; or its body alone, with --url for what
is signed. It tells which of token, EncodingAESKey and receive ID is wrong.

` + callbackAbout,
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "url", Usage: "the `URL` of the request, or its query: msg_signature=…&timestamp=…&nonce=…"},
					robot, show,
				},
				Action: a.bounded(a.callbackDecrypt)},
			a.callbackPushCommand(robot),
		},
	}
}

// callbackKeys are the callback settings.
type callbackKeys struct {
	token, aesKey, receiveID string
	userID                   string
	agentID                  int64
}

func (a *app) callbackKeys(c *cli.Command) (*callbackKeys, error) {
	s, err := a.settings()
	if err != nil {
		return nil, err
	}
	k := &callbackKeys{s.CallbackToken, s.CallbackAESKey, s.receiveID(), s.UserID, s.AgentID}
	if k.token == "" || k.aesKey == "" {
		return nil, usagef("no callback settings are configured: set WORKWX_CALLBACK_TOKEN and WORKWX_CALLBACK_AES_KEY, or workwx profile set NAME --callback")
	}
	if c.Bool("robot") {
		k.receiveID = ""
	} else if k.receiveID == "" {
		return nil, usagef("it is not known whom messages are for: set WORKWX_CORP_ID or WORKWX_CALLBACK_RECEIVE_ID, or use --robot")
	}
	return k, nil
}

// eventLine is an event as --json prints it.
type eventLine struct {
	Time    time.Time       `json:"time"`
	Event   string          `json:"event"` // such as text, or change_contact.create_user
	Type    string          `json:"type"`  // of the package, such as TextMessage
	From    string          `json:"from"`
	AgentID int64           `json:"agent_id,omitzero"`
	Data    json.RawMessage `json:"data"` // the fields of the type
}

func (a *app) callbackServe(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	k, err := a.callbackKeys(c)
	if err != nil {
		return err
	}
	events := make(chan workwx.Event, 64)
	refusals := make(chan error, 64)
	h, err := workwx.NewCallbackHandler(k.token, k.aesKey, k.receiveID,
		func(ctx context.Context, ev workwx.Event) (workwx.Reply, error) {
			select {
			case events <- ev:
			case <-ctx.Done():
			}
			return nil, nil
		},
		workwx.WithCallbackHook(func(_ context.Context, i workwx.CallbackInfo) {
			if i.Err != nil {
				select {
				case refusals <- i.Err:
				default: // a flood of forged requests is not worth more
				}
			}
		}))
	if err != nil {
		return err
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", c.String("addr"))
	if err != nil {
		return err
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	a.notef("listening on http://%s/ for messages to %q; Ctrl-C ends it", l.Addr(), k.receiveID)
	for {
		select {
		case ev := <-events:
			if err := a.printEvent(ev, c.Bool("show")); err != nil {
				server.Close()
				return err
			}
		case err := <-refusals:
			a.warnf("refused: %s", a.redact(strings.TrimPrefix(err.Error(), "workwx: callback: ")))
		case err := <-served:
			return err
		case <-ctx.Done():
			ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
			defer cancel()
			return errors.Join(server.Shutdown(ctx), h.Shutdown(ctx))
		}
	}
}

// printEvent prints an event: as a line of JSON, or as its elements.
func (a *app) printEvent(ev workwx.Event, show bool) error {
	h := ev.Header()
	if a.json {
		data, err := encodeJSON(ev)
		if err != nil {
			return err
		}
		if !show {
			data = hideSecrets(data)
		}
		line, err := encodeJSON(eventLine{time.Now(), h.Name(), eventType(ev), h.FromUserName, h.AgentID, data})
		if err != nil {
			return err
		}
		return a.printf("%s", line)
	}
	line := time.Now().Format(time.DateTime) + "  " + printable(h.Name())
	if h.FromUserName != "" {
		line += " from " + printable(h.FromUserName)
	}
	if err := a.printf("%s (%s)\n", line, eventType(ev)); err != nil {
		return err
	}
	return a.printPayload(ev.Raw(), show)
}

func eventType(ev workwx.Event) string {
	return strings.TrimPrefix(fmt.Sprintf("%T", ev), "*workwx.")
}

// printPayload prints what was decrypted: a line for each element of XML, JSON indented, else a text.
func (a *app) printPayload(payload []byte, show bool) error {
	if json.Valid(payload) && bytes.HasPrefix(bytes.TrimSpace(payload), []byte("{")) {
		return a.printAnswer(payload, show)
	}
	lines, err := elements(payload)
	if err != nil || len(lines) == 0 {
		return a.printf("  %s\n", printableLines(string(payload)))
	}
	for _, l := range lines {
		value := printableLines(l.value)
		if !show && secretName(l.path[strings.LastIndexByte(l.path, '>')+1:]) {
			value = "[redacted]"
		}
		if err := a.printf("  %s: %s\n", printable(l.path), strings.ReplaceAll(value, "\n", "\n    ")); err != nil {
			return err
		}
	}
	return nil
}

// element is an element of XML that holds text.
type element struct{ path, value string }

// elements lists the elements of XML that hold text, in order; the path leaves out the root.
func elements(text []byte) ([]element, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	var path []string
	var list []element
	var value strings.Builder
	leaf := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			path, leaf = append(path, t.Name.Local), true
			value.Reset()
		case xml.CharData:
			value.Write(t)
		case xml.EndElement:
			if leaf && len(path) > 1 {
				list = append(list, element{strings.Join(path[1:], ">"), value.String()})
			}
			path, leaf = path[:len(path)-1], false
		}
	}
}

// captured is a request to a callback URL.
type captured struct {
	query     url.Values
	encrypted string
}

// readCaptured reads a request as it came over the wire, or its body.
func (a *app) readCaptured(ctx context.Context, link string) (*captured, error) {
	if a.onTerminal(a.stdin) {
		return nil, usagef("there is no request: pipe it in")
	}
	text, err := readAll(ctx, a.lines)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimLeft(text, "\r\n\t ")
	r := &captured{query: url.Values{}}
	if link != "" {
		if _, query, ok := strings.Cut(link, "?"); ok {
			link = query
		}
		if r.query, err = url.ParseQuery(link); err != nil {
			return nil, usagef("the query of --url is malformed")
		}
	}
	if bytes.HasPrefix(text, []byte("GET ")) || bytes.HasPrefix(text, []byte("POST ")) {
		head, body := cutHead(text)
		req, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(head)))
		if err != nil {
			return nil, usagef("standard input looks like a request and is none: %v", err)
		}
		if r.query, err = url.ParseQuery(req.URL.RawQuery); err != nil {
			return nil, usagef("the query of the request is malformed")
		}
		text = body
	}
	if r.encrypted = r.query.Get("echostr"); r.encrypted != "" {
		return r, nil
	}
	r.encrypted, err = envelope(bytes.TrimSpace(text))
	return r, err
}

// cutHead cuts a request into its head, ended as it must be, and its body. The body is taken as it is, as
// its length has often changed on the way through an editor.
func cutHead(text []byte) (head, body []byte) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	head, body, _ = bytes.Cut(text, []byte("\n\n"))
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if fields := bytes.Fields(line); len(fields) == 2 { // copied without its protocol
		line = append(bytes.Clone(line), " HTTP/1.1"...)
	}
	return append(bytes.TrimSpace(line), "\r\nHost: callback\r\n\r\n"...), body
}

// envelope takes the encrypted message out of a body.
func envelope(body []byte) (string, error) {
	var e struct {
		Encrypt string `json:"encrypt"`
	}
	if bytes.HasPrefix(body, []byte("{")) && json.Unmarshal(body, &e) == nil && e.Encrypt != "" {
		return e.Encrypt, nil
	}
	if list, err := elements(body); err == nil {
		for _, el := range list {
			if strings.EqualFold(el.path, "Encrypt") {
				return strings.TrimSpace(el.value), nil
			}
		}
	}
	return "", usagef("there is no encrypted message: standard input must hold XML or JSON with Encrypt, or a request with echostr")
}

// verdict is what was found about a captured request.
type verdict struct {
	Signature string          `json:"signature"` // ok, wrong or not checked
	AESKey    string          `json:"aes_key"`   // ok or wrong
	ReceiveID string          `json:"receive_id"`
	For       string          `json:"for"` // whom the message is for
	Event     string          `json:"event,omitzero"`
	Type      string          `json:"type,omitzero"`
	Payload   string          `json:"payload,omitzero"`
	Data      json.RawMessage `json:"data,omitzero"`
}

// The findings of a verdict.
const (
	checkOK      = "ok"
	checkWrong   = "wrong"
	checkSkipped = "not checked"
)

func (a *app) callbackDecrypt(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	k, err := a.callbackKeys(c)
	if err != nil {
		return err
	}
	crypto, err := workwx.NewCallbackCrypto(k.token, k.aesKey, k.receiveID)
	if err != nil {
		return err
	}
	r, err := a.readCaptured(ctx, c.String("url"))
	if err != nil {
		return err
	}
	v := &verdict{Signature: checkSkipped, AESKey: checkWrong, ReceiveID: checkSkipped}
	if q := r.query; q.Get("msg_signature") != "" {
		v.Signature = checkOK
		if crypto.Verify(q.Get("msg_signature"), q.Get("timestamp"), q.Get("nonce"), r.encrypted) != nil {
			v.Signature = checkWrong
		}
	}
	payload, id, err := k.open(crypto, r.encrypted)
	if err == nil {
		v.AESKey, v.For, v.ReceiveID = checkOK, id, checkOK
		if id != k.receiveID {
			v.ReceiveID = checkWrong
		}
	}
	if v.AESKey == checkOK {
		if ev, err := workwx.ParseEvent(payload); err == nil {
			v.Event, v.Type = ev.Header().Name(), eventType(ev)
			if v.Data, err = encodeJSON(ev); err != nil {
				return err
			}
		}
	}
	return a.printVerdict(v, k, payload, c.Bool("show"))
}

// open decrypts a message whomever it is for. It has a handler do it, as for the verification of a URL,
// under a signature of its own: the message's may be what is wrong.
func (k *callbackKeys) open(crypto *workwx.CallbackCrypto, encrypted string) (payload []byte, receiveID string, err error) {
	h, err := workwx.NewCallbackHandler(k.token, k.aesKey, k.receiveID, nil, workwx.WithReceiveIDFunc(func(id string) bool {
		receiveID = id
		return true
	}))
	if err != nil {
		return nil, "", err
	}
	// A receive ID that is expected is not passed to the func.
	receiveID = k.receiveID
	query := url.Values{"timestamp": {"1"}, "nonce": {"1"}, "echostr": {encrypted}, "msg_signature": {crypto.Sign("1", "1", encrypted)}}
	req, err := http.NewRequest(http.MethodGet, "/?"+query.Encode(), nil)
	if err != nil {
		return nil, "", err
	}
	w := &answerWriter{header: http.Header{}}
	h.ServeHTTP(w, req)
	if w.status != http.StatusOK {
		return nil, "", workwx.ErrCallbackAESKey
	}
	return w.body.Bytes(), receiveID, nil
}

// answerWriter keeps what a handler answers.
type answerWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *answerWriter) Header() http.Header         { return w.header }
func (w *answerWriter) WriteHeader(status int)      { w.status = status }
func (w *answerWriter) Write(p []byte) (int, error) { return w.body.Write(p) }

func (a *app) printVerdict(v *verdict, k *callbackKeys, payload []byte, show bool) error {
	failed := v.Signature == checkWrong || v.AESKey == checkWrong || v.ReceiveID == checkWrong
	if a.json {
		v.Payload = string(payload)
		if !show {
			v.Data = hideSecrets(v.Data)
			v.Payload = hideInPayload(payload)
		}
		if err := writeJSON(a.stdout, v); err != nil {
			return err
		}
	} else if err := a.printFindings(v, k, payload, show); err != nil {
		return err
	}
	if failed {
		return failedQuietly
	}
	return nil
}

func (a *app) printFindings(v *verdict, k *callbackKeys, payload []byte, show bool) error {
	signature := map[string]string{
		checkOK:      "ok: the token is right",
		checkWrong:   "WRONG: the token is not the one that signed this, or the request was changed on the way",
		checkSkipped: "not checked: there is no msg_signature; give the query with --url",
	}[v.Signature]
	if v.Signature == checkWrong && v.AESKey == checkWrong {
		signature += "; as the key does not fit either, these may be the settings of another app"
	}
	key := "ok"
	if v.AESKey == checkWrong {
		key = "WRONG: the EncodingAESKey does not decrypt it, or it is not whole"
	}
	receiver := map[string]string{
		checkOK:      fmt.Sprintf("ok: it is for %q", v.For),
		checkWrong:   fmt.Sprintf("WRONG: it is for %q, and %q is configured", printable(v.For), k.receiveID),
		checkSkipped: "not checked: it cannot be decrypted",
	}[v.ReceiveID]
	if err := a.fields([]string{"signature", "key", "receive ID"}, []string{signature, key, receiver}); err != nil || v.AESKey != checkOK {
		return err
	}
	if v.Event != "" {
		if err := a.printf("event       %s (%s)\n", printable(v.Event), v.Type); err != nil {
			return err
		}
	}
	return a.printPayload(payload, show)
}

// hideInPayload hides the secrets of a payload in XML or JSON.
func hideInPayload(payload []byte) string {
	if json.Valid(payload) {
		return string(hideSecrets(payload))
	}
	text := string(payload)
	list, err := elements(payload)
	if err != nil {
		return text
	}
	for _, el := range list {
		if el.value != "" && secretName(el.path[strings.LastIndexByte(el.path, '>')+1:]) {
			text = strings.ReplaceAll(text, el.value, "[redacted]")
		}
	}
	return text
}
