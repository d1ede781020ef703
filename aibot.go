package workwx

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"io"
	"net/url"
	"strings"
)

// MaxAIBotTextSize is the largest text that a robot may send, in bytes.
const MaxAIBotTextSize = 20480

// SendAIBotResponseRequest is a message with which a robot answers later. One of the contents is set,
// that which MsgType names.
type SendAIBotResponseRequest struct {
	MsgType      MsgType       `json:"msgtype"` // markdown or template_card
	Markdown     AIBotMarkdown `json:"markdown,omitzero"`
	TemplateCard TemplateCard  `json:"template_card,omitzero"` // in single chats only; its Feedback asks for an opinion
}

// AIBotMarkdown is a text of a robot.
type AIBotMarkdown struct {
	Content  string       `json:"content"`           // markdown_v2, at most 20,480 bytes
	Feedback CardFeedback `json:"feedback,omitzero"` // asks for an opinion, which comes as an AIBotFeedbackEvent
}

// SendAIBotResponse answers a robot's user outside the callback: once, within an hour (主动回复消息).
// responseURL is the [AIBotHeader.ResponseURL] of the message or card event, or the response_code in it.
// Only the code is taken from a URL; the request goes to the client's base URL. Whoever has the code can
// answer, so that it is a secret. No token is needed.
//
// In a group the message quotes what it answers. Errcode 846606 says that the code was used before.
//
// API: POST /cgi-bin/aibot/response
// Doc: https://developer.work.weixin.qq.com/document/path/101138
func (c *Client) SendAIBotResponse(ctx context.Context, responseURL Secret, req *SendAIBotResponseRequest) error {
	r := request{verb: post | once | noToken, path: "/cgi-bin/aibot/response"}
	if err := r.encode(c.set, req); err != nil {
		return err
	}
	code := responseCode(string(responseURL))
	if code == "" {
		return invalid(r.path, "responseURL", "there is no response_code in it")
	}
	r.query = "response_code=" + url.QueryEscape(code)
	r.secrets = []string{code}
	return c.do(ctx, &r)
}

// responseCode returns the response_code of a URL, or what is one.
func responseCode(s string) string {
	if !strings.ContainsAny(s, "/?") {
		return s
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return u.Query().Get("response_code")
}

// SendAIBotMarkdownResponse is [Client.SendAIBotResponse] with a text of at most 20,480 bytes in Markdown.
func (c *Client) SendAIBotMarkdownResponse(ctx context.Context, responseURL Secret, content string) error {
	if err := checkText("/cgi-bin/aibot/response", "content", content, MaxAIBotTextSize); err != nil {
		return err
	}
	return c.SendAIBotResponse(ctx, responseURL, &SendAIBotResponseRequest{MsgType: MsgTypeMarkdown, Markdown: AIBotMarkdown{Content: content}})
}

// SendAIBotTemplateCardResponse is [Client.SendAIBotResponse] with a template card; in single chats only.
func (c *Client) SendAIBotTemplateCardResponse(ctx context.Context, responseURL Secret, card TemplateCard) error {
	if err := card.validate("/cgi-bin/aibot/response"); err != nil {
		return err
	}
	return c.SendAIBotResponse(ctx, responseURL, &SendAIBotResponseRequest{MsgType: MsgTypeTemplateCard, TemplateCard: card})
}

// What is wrong with a file that was sent to a robot.
const (
	ErrAIBotMediaLength  = constError("the file's length is not that of an encrypted file; it was cut short, or it is not encrypted")
	ErrAIBotMediaPadding = constError("the file cannot be decrypted: the key is not that of the robot, or the file is damaged")
)

// DecryptAIBotMedia decrypts what an [AIBotMedia.URL] led to, in place, and returns the file, which is a
// part of data. aesKey is the EncodingAESKey of the robot's callback URL, or [AIBotMedia.AESKey] where
// that is set.
//
// A wrong key is noticed by the padding at the end, in 255 of 256 cases: compare a digest where there is
// one.
func DecryptAIBotMedia(data []byte, aesKey string) ([]byte, error) {
	mode, err := aiBotMediaCipher("DecryptAIBotMedia", aesKey)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 || len(data)%aes.BlockSize != 0 {
		return nil, ErrAIBotMediaLength
	}
	mode.CryptBlocks(data, data)
	n, ok := unpad(data)
	if !ok {
		return nil, ErrAIBotMediaPadding
	}
	return data[:n:n], nil
}

// NewAIBotMediaReader returns a reader that decrypts what r has, as [DecryptAIBotMedia] does, but holds
// no more than 32 KiB of it in memory. An error at the end means that what was read before is not to be
// trusted.
func NewAIBotMediaReader(r io.Reader, aesKey string) (io.Reader, error) {
	mode, err := aiBotMediaCipher("NewAIBotMediaReader", aesKey)
	if err != nil {
		return nil, err
	}
	return &aiBotMediaReader{r: r, mode: mode, buf: make([]byte, 32<<10)}, nil
}

func aiBotMediaCipher(api, aesKey string) (cipher.BlockMode, error) {
	key, problem := parseAESKey(strings.TrimSuffix(aesKey, "="))
	if problem != "" {
		return nil, invalid(api, "aesKey", "%s", problem)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewCBCDecrypter(block, key[:aes.BlockSize]), nil
}

// unpad returns how much of a decrypted text stands before its padding, all of which is checked.
func unpad(text []byte) (n int, ok bool) {
	if len(text) == 0 {
		return 0, false
	}
	pad := int(text[len(text)-1])
	if pad < 1 || pad > callbackPadding || pad > len(text) {
		return 0, false
	}
	wrong := byte(0)
	for _, b := range text[len(text)-pad:] {
		wrong |= b ^ byte(pad)
	}
	return len(text) - pad, wrong == 0
}

type aiBotMediaReader struct {
	r    io.Reader
	mode cipher.BlockMode
	buf  []byte
	// buf[lo:hi] is decrypted and not read yet, buf[hi:end] is not decrypted yet. The last bytes that are
	// decrypted are held back until it is known whether they are the padding.
	lo, hi, end int
	err         error
}

func (m *aiBotMediaReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		ready := m.hi - m.lo
		if m.err == nil {
			ready -= callbackPadding
		}
		if ready > 0 {
			n := copy(p, m.buf[m.lo:m.lo+ready])
			m.lo += n
			return n, nil
		}
		if m.err != nil {
			return 0, m.err
		}
		m.fill()
	}
}

// fill reads and decrypts more.
func (m *aiBotMediaReader) fill() {
	copy(m.buf, m.buf[m.lo:m.end])
	m.hi, m.end, m.lo = m.hi-m.lo, m.end-m.lo, 0
	var err error
	for empty := 0; m.end-m.hi < aes.BlockSize && err == nil; {
		var n int
		n, err = m.r.Read(m.buf[m.end:])
		m.end += n
		if n > 0 {
			empty = 0
		} else if empty++; empty == 100 && err == nil {
			err = io.ErrNoProgress
		}
	}
	whole := m.end - (m.end-m.hi)%aes.BlockSize
	m.mode.CryptBlocks(m.buf[m.hi:whole], m.buf[m.hi:whole])
	m.hi = whole
	if err == nil {
		return
	}
	m.err = err
	if err == io.EOF {
		switch n, ok := unpad(m.buf[:m.hi]); {
		case m.end != m.hi || m.hi == 0:
			m.err = ErrAIBotMediaLength
		case !ok:
			m.err = ErrAIBotMediaPadding
		default:
			m.hi = n
			return
		}
	}
	m.hi = m.lo // what was held back is of no use
}
