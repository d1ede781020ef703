package workwxtest

import (
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

// webhook is a group robot.
type webhook struct {
	key  string
	sent []time.Time // within the last minute
}

func webhookHandlers() map[string]handler {
	return map[string]handler{"/cgi-bin/webhook/send": sendWebhook}
}

// AddWebhook adds a group robot with the given key, a made-up one if it is empty, and returns its URL.
func (s *Server) AddWebhook(key string) string {
	if key == "" {
		key = newID("webhook-")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhooks[key] = &webhook{key: key}
	return s.URL + "/cgi-bin/webhook/send?key=" + url.QueryEscape(key)
}

// RemoveWebhook takes a group robot out of its chat: errcode 93000 from then on.
func (s *Server) RemoveWebhook(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.webhooks, key)
}

func (s *Server) webhookOf(c *call) (*webhook, error) {
	hook := s.webhooks[c.query.Get("key")]
	if hook == nil {
		return nil, fail(workwx.CodeInvalidWebhookURL, "invalid webhook url")
	}
	return hook, nil
}

func sendWebhook(s *Server, c *call) (any, error) {
	hook, err := s.webhookOf(c)
	if err != nil {
		return nil, err
	}
	hook.sent = slices.DeleteFunc(hook.sent, func(t time.Time) bool { return c.now.Sub(t) >= time.Minute })
	if most := s.opts.webhookLimit; most > 0 && len(hook.sent) >= most {
		return nil, fail(workwx.CodeRateLimited, "api freq out of limit")
	}
	var req struct {
		MsgType string `json:"msgtype"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	raw, ct, err := s.open(c, req.MsgType, limits{types: []string{"text", "markdown", "markdown_v2", "image", "news",
		"file", "voice", "template_card"}, text: 2048, markdown: 4096})
	if err != nil {
		return nil, err
	}
	if req.MsgType == "image" {
		if err := checkImage(ct); err != nil {
			return nil, err
		}
	}
	hook.sent = append(hook.sent, c.now)
	s.keep(&Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, WebhookKey: hook.key}, c)
	return nil, nil
}

// checkImage compares an image with its digest.
func checkImage(ct *content) error {
	data, err := base64.StdEncoding.DecodeString(ct.Base64)
	if err != nil || len(data) == 0 {
		return fail(codeIllegalParameter, "image.base64 is missing or no base64")
	}
	if len(data) > 2<<20 {
		return fail(codeImageTooLarge, "the image exceeds 2 MB")
	}
	if sum := md5.Sum(data); hex.EncodeToString(sum[:]) != ct.MD5 {
		return fail(codeMD5Mismatch, "image.md5 is not the digest of the image")
	}
	return nil
}
