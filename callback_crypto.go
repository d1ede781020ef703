package workwx

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Why a callback was refused; the Reason of a [CallbackError].
const (
	ErrCallbackMethod    = constError("the method is neither GET nor POST")
	ErrCallbackParameter = constError("msg_signature, timestamp, nonce or echostr is missing from the URL; the platform sends them all")
	ErrCallbackTooLarge  = constError("the body is larger than the handler accepts")
	ErrCallbackEnvelope  = constError("the body is not the platform's XML or JSON with an encrypted message")
	ErrCallbackSignature = constError("the signature does not match: the token is not that of the admin console, or the request is forged")
	ErrCallbackStale     = constError("the timestamp is too far from the present: the request is repeated, or this machine's clock is wrong")
	ErrCallbackAESKey    = constError("the message cannot be decrypted: the EncodingAESKey is not that of the admin console, or the message is damaged")
	ErrCallbackReceiveID = constError("the message is for another receive ID than those accepted; it is the corp ID for an app, the suite ID for suite commands, empty for a robot")
	ErrCallbackPayload   = constError("the decrypted message cannot be read")
	ErrCallbackBusy      = constError("the queue is full")
	ErrCallbackClosed    = constError("the handler is shut down")
	ErrCallbackPanic     = constError("the handling func panicked")
	ErrCallbackReply     = constError("the reply cannot be sent")
)

// CallbackError says why a callback was refused or not handled. Neither token, key nor receive ID nor
// what was received are part of it. errors.Is tells the reason ([ErrCallbackSignature], ...).
type CallbackError struct {
	Reason     error // one of the ErrCallback… constants
	HTTPStatus int   // what the platform is answered
	detail     error
}

// Error implements the error interface.
func (e *CallbackError) Error() string {
	s := "workwx: callback: " + e.Reason.Error()
	if e.detail != nil {
		s += ": " + e.detail.Error()
	}
	return s
}

// Unwrap returns the reason, and what lies behind it where there is something.
func (e *CallbackError) Unwrap() []error {
	if e.detail == nil {
		return []error{e.Reason}
	}
	return []error{e.Reason, e.detail}
}

// LogValue implements [slog.LogValuer].
func (e *CallbackError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("reason", e.Error()), slog.Int("http_status", e.HTTPStatus))
}

func refuse(status int, reason error) error {
	return &CallbackError{Reason: reason, HTTPStatus: status}
}

func refuseDetail(status int, reason error, detail string) error {
	return &CallbackError{Reason: reason, HTTPStatus: status, detail: constError(detail)}
}

// CallbackCrypto verifies, decrypts and encrypts what the platform and a callback URL say to each other.
// [CallbackHandler] does all of it; use a CallbackCrypto where requests do not come over net/http. It is
// safe for concurrent use.
type CallbackCrypto struct {
	token   Secret
	block   cipher.Block
	iv      [aes.BlockSize]byte
	accepts func(receiveID string) bool
}

// NewCallbackCrypto makes a CallbackCrypto of what stands on the admin console's page where the callback
// URL is set. A message is accepted if it is for one of receiveIDs: the corp ID of an app's owner; the
// suite ID for a suite's commands, plus the provider's corp ID for the verification of their URL; the
// customer's corp ID for a suite's data; "" for a robot.
func NewCallbackCrypto(token, encodingAESKey string, receiveIDs ...string) (*CallbackCrypto, error) {
	if len(receiveIDs) == 0 {
		return nil, &ConfigError{Option: "receiveIDs", Reason: `there is none; give the corp ID, or "" for a robot`}
	}
	ids := slices.Clone(receiveIDs)
	return newCallbackCrypto(token, encodingAESKey, func(id string) bool { return slices.Contains(ids, id) })
}

func newCallbackCrypto(token, encodingAESKey string, accepts func(string) bool) (*CallbackCrypto, error) {
	if token == "" {
		return nil, &ConfigError{Option: "token", Reason: "it is empty; it stands beside the callback URL in the admin console"}
	}
	if strings.TrimSpace(token) != token {
		return nil, &ConfigError{Option: "token", Reason: "it begins or ends with white space; was it copied with a line break?"}
	}
	key, problem := parseAESKey(encodingAESKey)
	if problem != "" {
		return nil, &ConfigError{Option: "encodingAESKey", Reason: problem + "; it stands beside the callback URL in the admin console"}
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, &ConfigError{Option: "encodingAESKey", Reason: "it is no AES key"}
	}
	c := &CallbackCrypto{token: Secret(token), block: block, accepts: accepts}
	copy(c.iv[:], key)
	return c, nil
}

// parseAESKey decodes the 43 characters of an EncodingAESKey, or says what is wrong with them.
func parseAESKey(s string) (key []byte, problem string) {
	if strings.TrimSpace(s) != s {
		return nil, "it begins or ends with white space; was it copied with a line break?"
	}
	if len(s) != 43 {
		return nil, fmt.Sprintf("it has %d characters instead of 43", len(s))
	}
	// 43 characters carry two bits more than the key has, and these need not be zero: no Strict() here.
	key, err := base64.StdEncoding.DecodeString(s + "=")
	if err != nil || len(key) != 32 {
		return nil, "it holds characters other than letters and digits"
	}
	return key, ""
}

// String keeps the key from being printed.
func (c CallbackCrypto) String() string { return "workwx.CallbackCrypto" }

// Format implements [fmt.Formatter]: no verb shows the key.
func (c CallbackCrypto) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("workwx.CallbackCrypto")) }

// LogValue implements [slog.LogValuer].
func (c CallbackCrypto) LogValue() slog.Value { return slog.StringValue(c.String()) }

// MarshalJSON keeps the key from being encoded.
func (c CallbackCrypto) MarshalJSON() ([]byte, error) { return json.Marshal(c.String()) }

// Sign returns the signature of an encrypted message, as it stands in msg_signature.
func (c *CallbackCrypto) Sign(timestamp, nonce, encrypted string) string {
	sum := c.digest(timestamp, nonce, encrypted)
	return string(sum[:])
}

// digest is the SHA-1 of the four values in the order of their bytes, in hexadecimal.
func (c *CallbackCrypto) digest(timestamp, nonce, encrypted string) (out [2 * sha1.Size]byte) {
	parts := [4]string{string(c.token), timestamp, nonce, encrypted}
	slices.Sort(parts[:])
	buf := make([]byte, 0, len(c.token)+len(timestamp)+len(nonce)+len(encrypted))
	for _, part := range parts {
		buf = append(buf, part...)
	}
	sum := sha1.Sum(buf)
	hex.Encode(out[:], sum[:])
	return out
}

// Verify checks the signature of an encrypted message. It takes the same time wherever they differ.
func (c *CallbackCrypto) Verify(signature, timestamp, nonce, encrypted string) error {
	want := c.digest(timestamp, nonce, encrypted)
	if subtle.ConstantTimeCompare(want[:], []byte(signature)) != 1 {
		return refuse(http.StatusUnauthorized, ErrCallbackSignature)
	}
	return nil
}

const callbackPadding = 32 // messages are padded to a multiple of this

// Decrypt returns the payload of an encrypted message and whom it is for. It does not verify the
// signature, without which a message proves nothing: see [CallbackCrypto.Open].
func (c *CallbackCrypto) Decrypt(encrypted string) (payload []byte, receiveID string, err error) {
	// 16 random bytes, the payload's length in 4, the payload, the receive ID, the padding.
	const prefix = 16 + 4
	buf, err := base64.StdEncoding.DecodeString(encrypted)
	if err != nil {
		return nil, "", refuseDetail(http.StatusBadRequest, ErrCallbackAESKey, "it is not base64")
	}
	if len(buf) < callbackPadding || len(buf)%aes.BlockSize != 0 {
		return nil, "", refuseDetail(http.StatusBadRequest, ErrCallbackAESKey, "its length is not that of an encrypted message")
	}
	cipher.NewCBCDecrypter(c.block, c.iv[:]).CryptBlocks(buf, buf)
	end, ok := unpad(buf)
	if !ok || end < prefix {
		return nil, "", refuseDetail(http.StatusBadRequest, ErrCallbackAESKey, "its padding is wrong")
	}
	buf = buf[:end]
	n := uint64(binary.BigEndian.Uint32(buf[16:prefix]))
	if n > uint64(len(buf)-prefix) {
		return nil, "", refuseDetail(http.StatusBadRequest, ErrCallbackAESKey, "the length that it states is wrong")
	}
	payload, id := buf[prefix:prefix+n:prefix+n], string(buf[prefix+n:])
	if !c.accepts(id) {
		return nil, "", refuse(http.StatusForbidden, ErrCallbackReceiveID)
	}
	return payload, id, nil
}

// Encrypt is the reverse of [CallbackCrypto.Decrypt].
func (c *CallbackCrypto) Encrypt(payload []byte, receiveID string) (string, error) {
	var random [16]byte
	if _, err := rand.Read(random[:]); err != nil {
		return "", err
	}
	return c.encrypt(random, payload, receiveID), nil
}

func (c *CallbackCrypto) encrypt(random [16]byte, payload []byte, receiveID string) string {
	n := len(random) + 4 + len(payload) + len(receiveID)
	pad := callbackPadding - n%callbackPadding
	buf := make([]byte, 0, n+pad)
	buf = append(buf, random[:]...)
	buf = binary.BigEndian.AppendUint32(buf, uint32(len(payload)))
	buf = append(buf, payload...)
	buf = append(buf, receiveID...)
	for range pad {
		buf = append(buf, byte(pad))
	}
	cipher.NewCBCEncrypter(c.block, c.iv[:]).CryptBlocks(buf, buf)
	return base64.StdEncoding.EncodeToString(buf)
}

// VerifyURL answers the GET request by which the platform verifies a callback URL: echo is to be sent
// back as it is, within a second.
func (c *CallbackCrypto) VerifyURL(query url.Values) (echo []byte, err error) {
	encrypted := query.Get("echostr")
	// Some proxies decode the parameters once too often, which turns + into a space.
	if strings.IndexByte(encrypted, ' ') >= 0 && !c.signed(query, encrypted) {
		encrypted = strings.ReplaceAll(encrypted, " ", "+")
	}
	if err := c.verifyQuery(query, encrypted); err != nil {
		return nil, err
	}
	echo, _, err = c.Decrypt(encrypted)
	return echo, err
}

func (c *CallbackCrypto) signed(query url.Values, encrypted string) bool {
	return c.verifyQuery(query, encrypted) == nil
}

func (c *CallbackCrypto) verifyQuery(query url.Values, encrypted string) error {
	signature, timestamp, nonce := query.Get("msg_signature"), query.Get("timestamp"), query.Get("nonce")
	if signature == "" || timestamp == "" || nonce == "" || encrypted == "" {
		return refuse(http.StatusBadRequest, ErrCallbackParameter)
	}
	return c.Verify(signature, timestamp, nonce, encrypted)
}

// CallbackFormat is the format of an envelope, and of the payload in it.
type CallbackFormat int

// The formats.
const (
	CallbackXML CallbackFormat = iota
	CallbackJSON
)

// CallbackMessage is a message as it was posted, verified and decrypted.
type CallbackMessage struct {
	Payload   []byte         // for [ParseEvent]
	ReceiveID string         // whom it is for
	Format    CallbackFormat // a reply must have the same
	Nonce     string         // a reply may have the same
}

// Open verifies and decrypts a message that the platform posted: query is the URL's, body is the
// request's. Nothing of the body is used before its signature is known to be right.
func (c *CallbackCrypto) Open(query url.Values, body []byte) (*CallbackMessage, error) {
	encrypted, format, err := openEnvelope(body)
	if err != nil {
		return nil, err
	}
	if err := c.verifyQuery(query, encrypted); err != nil {
		return nil, err
	}
	m := &CallbackMessage{Format: format, Nonce: query.Get("nonce")}
	m.Payload, m.ReceiveID, err = c.Decrypt(encrypted)
	if err != nil {
		return nil, err
	}
	return m, nil
}

// openEnvelope returns the one thing in an envelope that is signed.
func openEnvelope(body []byte) (encrypted string, format CallbackFormat, err error) {
	d := &document{}
	if err := d.scan(body); err != nil {
		return "", 0, &CallbackError{Reason: ErrCallbackEnvelope, HTTPStatus: http.StatusBadRequest, detail: err}
	}
	for i := int32(1); i < int32(len(d.elements)); i = d.elements[i].end {
		if f := (field{d, i}); string(f.name()) == "encrypt" && !f.str(&encrypted) {
			return "", 0, refuseDetail(http.StatusBadRequest, ErrCallbackEnvelope, "Encrypt stands in it twice")
		}
	}
	if encrypted = strings.TrimSpace(encrypted); encrypted == "" {
		return "", 0, refuseDetail(http.StatusBadRequest, ErrCallbackEnvelope, "there is no Encrypt in it")
	}
	if d.json {
		format = CallbackJSON
	}
	return encrypted, format, nil
}

// EncryptReply makes the body that answers m: payload encrypted for whom m was for, and signed.
func (c *CallbackCrypto) EncryptReply(m *CallbackMessage, payload []byte) ([]byte, error) {
	return c.encryptReply(m, payload, time.Now())
}

func (c *CallbackCrypto) encryptReply(m *CallbackMessage, payload []byte, now time.Time) ([]byte, error) {
	encrypted, err := c.Encrypt(payload, m.ReceiveID)
	if err != nil {
		return nil, err
	}
	nonce := m.Nonce
	if nonce == "" || len(nonce) > 64 {
		nonce = rand.Text()
	}
	return c.sealEnvelope(encrypted, now.Unix(), nonce, m.Format)
}

func (c *CallbackCrypto) sealEnvelope(encrypted string, timestamp int64, nonce string, format CallbackFormat) ([]byte, error) {
	ts := strconv.FormatInt(timestamp, 10)
	signature := c.Sign(ts, nonce, encrypted)
	switch format {
	case CallbackJSON:
		return encodeJSON(struct {
			Encrypt   string `json:"encrypt"`
			Signature string `json:"msgsignature"`
			Timestamp int64  `json:"timestamp"`
			Nonce     string `json:"nonce"`
		}{encrypted, signature, timestamp, nonce})
	case CallbackXML:
		b := make([]byte, 0, len(encrypted)+256)
		b = append(b, "<xml><Encrypt><![CDATA["...)
		b = append(b, encrypted...)
		b = append(b, "]]></Encrypt><MsgSignature><![CDATA["...)
		b = append(b, signature...)
		b = append(b, "]]></MsgSignature><TimeStamp>"...)
		b = append(b, ts...)
		b = append(b, "</TimeStamp><Nonce>"...)
		b = appendCDATA(b, nonce)
		return append(b, "</Nonce></xml>"...), nil
	}
	return nil, errors.New("workwx: the format is neither XML nor JSON")
}
