package workwxtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// pushAttempts is how often the platform tries when it gets no answer.
const pushAttempts = 3

// pushTarget is a callback configuration.
type pushTarget struct {
	url        string
	token      string
	aesKey     string
	receiveID  string
	verifyID   *string
	skipVerify bool
}

// PushOption changes how [Server.Push] delivers.
type PushOption func(*pushTarget)

// Keys pushes with another token and EncodingAESKey than the server's.
func Keys(token, encodingAESKey string) PushOption {
	return func(t *pushTarget) { t.token, t.aesKey = token, encodingAESKey }
}

// ReceiveID pushes to another receiver than the corp: a suite, or "" for a robot.
func ReceiveID(id string) PushOption { return func(t *pushTarget) { t.receiveID = id } }

// VerificationID verifies the URL for another receiver than that of the payload: a provider's command URL
// is verified for the provider's corp, while the commands are for the suite.
func VerificationID(id string) PushOption { return func(t *pushTarget) { t.verifyID = &id } }

// SkipVerification pushes without verifying the URL first.
func SkipVerification() PushOption { return func(t *pushTarget) { t.skipVerify = true } }

// PushResult is how a callback URL answered.
type PushResult struct {
	Attempts int    // how often it was tried
	Status   int    // the HTTP status of the last answer
	Body     []byte // the answer as it came; empty or "success" acknowledges
	Reply    []byte // the decrypted reply, nil if there was none
	Duration time.Duration
}

// Push delivers a message or event to a callback URL: it verifies the URL with a GET, then POSTs the
// payload, encrypted and signed. An answer is waited for five seconds (see [WithPushTimeout]); when none
// comes it is tried three times in all. A reply is checked and decrypted.
//
// The payload is a string or []byte of XML, or of JSON for a handler that takes it, or anything that
// encoding/json can encode. An error says what a callback handler did wrong; the result is there as far
// as it got.
func (s *Server) Push(ctx context.Context, callbackURL string, payload any, opts ...PushOption) (*PushResult, error) {
	t := pushTarget{url: callbackURL, token: s.opts.callbackToken, aesKey: s.opts.encodingAESKey, receiveID: s.opts.corpID}
	for _, opt := range opts {
		opt(&t)
	}
	return s.push(ctx, t, payloadBytes(payload))
}

func payloadBytes(payload any) []byte {
	switch p := payload.(type) {
	case []byte:
		return p
	case string:
		return []byte(p)
	case json.RawMessage:
		return p
	}
	return encode(payload)
}

func (s *Server) push(ctx context.Context, t pushTarget, payload []byte) (*PushResult, error) {
	result := &PushResult{}
	started := time.Now()
	defer func() { result.Duration = time.Since(started) }()
	if !t.skipVerify {
		if err := s.verifyURL(ctx, t); err != nil {
			return result, fmt.Errorf("workwxtest: verification of the callback URL: %w", err)
		}
	}
	key, err := aesKey(t.aesKey)
	if err != nil {
		return result, fmt.Errorf("workwxtest: %w", err)
	}
	for {
		result.Attempts++
		req, err := signedRequest(t, payload)
		if err != nil {
			return result, fmt.Errorf("workwxtest: %w", err)
		}
		result.Status, result.Body, err = s.exchange(ctx, req)
		if err == nil {
			break
		}
		if result.Attempts == pushAttempts || ctx.Err() != nil {
			return result, fmt.Errorf("workwxtest: no answer to %d deliveries: %w", result.Attempts, err)
		}
	}
	if result.Status != http.StatusOK {
		return result, fmt.Errorf("workwxtest: the callback URL answered HTTP %d: %.200q", result.Status, result.Body)
	}
	result.Reply, err = openReply(t, key, result.Body)
	if err != nil {
		return result, fmt.Errorf("workwxtest: the reply: %w", err)
	}
	return result, nil
}

// verifyURL makes the request that the platform makes when a callback URL is entered: the handler has to
// answer with the decrypted text, and nothing else.
func (s *Server) verifyURL(ctx context.Context, t pushTarget) error {
	if t.verifyID != nil {
		t.receiveID = *t.verifyID
	}
	req, echo, err := verificationRequest(t)
	if err != nil {
		return err
	}
	status, body, err := s.exchange(ctx, req)
	switch {
	case err != nil:
		return err
	case status != http.StatusOK:
		return fmt.Errorf("HTTP %d: %.200q", status, body)
	case string(body) != echo:
		return fmt.Errorf("the answer is %.200q, expected the plain text %q", body, echo)
	}
	return nil
}

// exchange sends a request with the platform's limit of time and reads the answer.
func (s *Server) exchange(ctx context.Context, req *http.Request) (status int, body []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, s.opts.pushTimeout)
	defer cancel()
	stop := context.AfterFunc(s.ctx, cancel)
	defer stop()
	req.RequestURI = ""
	resp, err := s.outside.Do(req.WithContext(ctx))
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	return resp.StatusCode, body, err
}

// openReply decrypts a passive reply. An empty body or "success" is none.
func openReply(t pushTarget, key, body []byte) ([]byte, error) {
	body = bytes.TrimSpace(body)
	if len(body) == 0 || string(body) == "success" {
		return nil, nil
	}
	var e envelope
	var err error
	if body[0] == '{' {
		var j struct {
			envelope
			TimeStamp json.Number `json:"timestamp"`
		}
		err = json.Unmarshal(body, &j)
		e = j.envelope
		e.TimeStamp = j.TimeStamp.String()
	} else {
		err = xml.Unmarshal(body, &e)
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("neither XML nor JSON nor empty: %w", err)
	case e.Encrypt == "":
		return nil, errors.New("it is not encrypted: Encrypt is missing")
	case sign(t.token, e.TimeStamp, e.Nonce, e.Encrypt) != e.MsgSignature:
		return nil, errors.New("its signature is wrong")
	}
	reply, receiveID, err := decrypt(key, e.Encrypt)
	if err != nil {
		return nil, err
	}
	if receiveID != t.receiveID {
		return nil, fmt.Errorf("it is encrypted for %q, expected %q", receiveID, t.receiveID)
	}
	return reply, nil
}

// SignedRequest returns the POST with which the platform delivers a payload, for a handler that is called
// without a server. receiveID is the corp's id for an app of one's own. A payload that begins with a
// brace travels as JSON, any other as XML. It panics if encodingAESKey is none.
//
//	rec := httptest.NewRecorder()
//	handler.ServeHTTP(rec, workwxtest.SignedRequest(token, aesKey, corpID, payload))
func SignedRequest(token, encodingAESKey, receiveID string, payload any) *http.Request {
	req, err := signedRequest(pushTarget{url: "http://callback.test/", token: token, aesKey: encodingAESKey, receiveID: receiveID}, payloadBytes(payload))
	if err != nil {
		panic("workwxtest: " + err.Error())
	}
	return req
}

// SignedVerification returns the GET with which the platform verifies a callback URL, and the text that
// the handler has to answer. It panics if encodingAESKey is none.
func SignedVerification(token, encodingAESKey, receiveID string) (req *http.Request, echo string) {
	req, echo, err := verificationRequest(pushTarget{url: "http://callback.test/", token: token, aesKey: encodingAESKey, receiveID: receiveID})
	if err != nil {
		panic("workwxtest: " + err.Error())
	}
	return req, echo
}

func signedRequest(t pushTarget, payload []byte) (*http.Request, error) {
	key, err := aesKey(t.aesKey)
	if err != nil {
		return nil, err
	}
	e := envelope{ToUserName: t.receiveID, AgentID: agentOf(payload), Encrypt: encrypt(key, payload, t.receiveID)}
	body, contentType := newXML().raw("xml", newXML().text("ToUserName", e.ToUserName).text("AgentID", e.AgentID).text("Encrypt", e.Encrypt)).b.Bytes(), "text/xml"
	if trimmed := bytes.TrimSpace(payload); len(trimmed) > 0 && trimmed[0] == '{' {
		body, contentType = encode(e), "application/json"
	}
	req, err := request(t, http.MethodPost, e.Encrypt, nil, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", contentType)
	return req, nil
}

func verificationRequest(t pushTarget) (*http.Request, string, error) {
	key, err := aesKey(t.aesKey)
	if err != nil {
		return nil, "", err
	}
	echo := strconv.FormatInt(time.Now().UnixNano(), 10)
	encrypted := encrypt(key, []byte(echo), t.receiveID)
	req, err := request(t, http.MethodGet, encrypted, url.Values{"echostr": {encrypted}}, nil)
	return req, echo, err
}

// request signs a ciphertext. Parameters that the URL has of its own are kept.
func request(t pushTarget, method, encrypted string, query url.Values, body []byte) (*http.Request, error) {
	req, err := http.NewRequest(method, t.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	q := req.URL.Query()
	for name, values := range query {
		q[name] = values
	}
	timestamp, nonce := strconv.FormatInt(time.Now().Unix(), 10), rand.Text()[:10]
	q.Set("timestamp", timestamp)
	q.Set("nonce", nonce)
	q.Set("msg_signature", sign(t.token, timestamp, nonce, encrypted))
	req.URL.RawQuery = q.Encode()
	req.RequestURI, req.RemoteAddr = req.URL.RequestURI(), "127.0.0.1:1"
	return req, nil
}

// agentOf finds the app in a payload.
func agentOf(payload []byte) string {
	_, rest, ok := strings.Cut(string(payload), "<AgentID>")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(rest, "</AgentID>")
	return strings.TrimSuffix(strings.TrimPrefix(id, "<![CDATA["), "]]>")
}

// pushEvent delivers an event that came about to the callback URL of [WithCallback], in the background;
// s.mu is held.
func (s *Server) pushEvent(e *eventXML) {
	if s.opts.callbackURL == "" {
		return
	}
	s.pushWith(pushTarget{url: s.opts.callbackURL, token: s.opts.callbackToken, aesKey: s.opts.encodingAESKey, receiveID: s.opts.corpID}, e)
}

// pushWith is pushEvent to any target.
func (s *Server) pushWith(t pushTarget, e *eventXML) {
	t.skipVerify = true
	payload := e.complete(s.opts.corpID, s.opts.agentID, s.now())
	s.background(func(ctx context.Context) {
		if _, err := s.push(ctx, t, payload); err != nil && ctx.Err() == nil {
			s.log.printf("event %s: %v", e.name, err)
		}
	})
}
