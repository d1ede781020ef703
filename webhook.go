package workwx

import (
	"context"
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Limits of the platform for group robots.
const (
	MaxWebhookTextSize     = 2048    // bytes of a text
	MaxWebhookMarkdownSize = 4096    // bytes of a markdown text
	MaxWebhookImageSize    = 2 << 20 // bytes of an image, before its encoding
	webhookRate            = 20      // messages a minute
)

// Webhook sends messages as a robot of a group chat (消息推送, formerly 群机器人). Whoever knows its key
// can do so, so that the key is a secret. It is safe for concurrent use.
//
// The platform takes 20 messages a minute. More than that wait for their turn, under the caller's
// context; with [WithoutWaiting] they fail with a [RateLimitError] instead.
type Webhook struct {
	client *Client
	key    Secret
	query  string
	limit  *slidingLimit
	wait   bool
}

// NewWebhook returns the robot with the given key, or with the URL that the group's settings show. The
// options for base URL, HTTP client, hooks, timeout and retries apply.
func NewWebhook(keyOrURL string, opts ...Option) (*Webhook, error) {
	s := defaultSettings()
	key := keyOrURL
	if strings.TrimSpace(key) != key {
		return nil, &ConfigError{Option: "NewWebhook", Reason: "the key begins or ends with white space; was it copied with a line break?"}
	}
	if strings.Contains(keyOrURL, "://") {
		u, err := url.Parse(keyOrURL)
		if err != nil || u.Host == "" {
			return nil, &ConfigError{Option: "NewWebhook", Reason: "the URL cannot be parsed; copy it from the group's settings"}
		}
		key = u.Query().Get("key")
		prefix, _, _ := strings.Cut(u.Path, "/cgi-bin/")
		s.baseURL = u.Scheme + "://" + u.Host + strings.TrimRight(prefix, "/")
	}
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
	if key == "" || strings.ContainsAny(key, " \t\r\n/?&=") {
		return nil, &ConfigError{Option: "NewWebhook", Reason: "there is no key; pass the value after key= of the robot's URL, or the whole URL"}
	}
	if err := s.validateTransport(); err != nil {
		return nil, err
	}
	return &Webhook{
		client: bareClient(s),
		key:    Secret(key),
		query:  "key=" + url.QueryEscape(key),
		limit:  newSlidingLimit(webhookRate, time.Minute),
		wait:   !s.noWait,
	}, nil
}

// WithoutWaiting has a [Webhook] fail instead of wait when it has sent its messages of a minute.
func WithoutWaiting() Option {
	return func(s *settings) { s.noWait = true }
}

// HTTPClient returns the http.Client beneath, for tests.
func (w *Webhook) HTTPClient() *http.Client { return w.client.HTTPClient() }

// Format implements [fmt.Formatter]: the key is never shown.
func (w Webhook) Format(f fmt.State, _ rune) { fmt.Fprint(f, "workwx.Webhook("+redacted+")") }

// WebhookMessage is a message of a group robot. One of the contents is set, that which MsgType names.
type WebhookMessage struct {
	MsgType      MsgType         `json:"msgtype"`
	Text         WebhookText     `json:"text,omitzero"`
	Markdown     WebhookMarkdown `json:"markdown,omitzero"`
	MarkdownV2   WebhookMarkdown `json:"markdown_v2,omitzero"`
	Image        WebhookImage    `json:"image,omitzero"`
	News         News            `json:"news,omitzero"`
	File         MessageMedia    `json:"file,omitzero"`  // uploaded with the same webhook
	Voice        MessageMedia    `json:"voice,omitzero"` // uploaded with the same webhook
	TemplateCard TemplateCard    `json:"template_card,omitzero"`
}

// WebhookText is a text and whom it mentions.
type WebhookText struct {
	Content             string   `json:"content"`                        // at most 2,048 bytes; <@userid> mentions a member
	MentionedList       []string `json:"mentioned_list,omitzero"`        // ids of members; "@all" is everybody
	MentionedMobileList []string `json:"mentioned_mobile_list,omitzero"` // mobile numbers of members; "@all" is everybody
}

// WebhookMarkdown is a text in markdown.
type WebhookMarkdown struct {
	Content string `json:"content"` // at most 4,096 bytes
}

// WebhookImage is an image that travels inside the message.
type WebhookImage struct {
	Base64 string `json:"base64"` // of at most 2 MB
	MD5    string `json:"md5"`    // of the image itself, hex
}

// Send sends a message of any type (发送消息).
//
// Errcode 93000 says that the key is wrong or the robot was removed from its group, 45009 that another
// process used up the robot's 20 messages of the minute.
//
// API: POST /cgi-bin/webhook/send
// Doc: https://developer.work.weixin.qq.com/document/path/99110
func (w *Webhook) Send(ctx context.Context, msg *WebhookMessage) error {
	const api = "/cgi-bin/webhook/send"
	r := w.request(post|once, api)
	if err := r.encode(w.client.set, msg); err != nil {
		return err
	}
	if err := w.limit.take(ctx, api, w.wait); err != nil {
		return err
	}
	return w.client.do(ctx, r)
}

func (w *Webhook) request(v verb, api string) *request {
	return &request{verb: v | noToken, path: api, query: w.query, secrets: []string{string(w.key)}}
}

// Mention adds members to those whom a text mentions.
type Mention func(*WebhookText)

// MentionUsers mentions members by their ids.
func MentionUsers(userIDs ...string) Mention {
	return func(t *WebhookText) { t.MentionedList = append(t.MentionedList, userIDs...) }
}

// MentionMobiles mentions members by their mobile numbers.
func MentionMobiles(mobiles ...string) Mention {
	return func(t *WebhookText) { t.MentionedMobileList = append(t.MentionedMobileList, mobiles...) }
}

// MentionAll mentions everybody in the group.
func MentionAll() Mention { return MentionUsers(everybody) }

// SendText sends a text of at most 2,048 bytes; [SplitText] cuts a longer one.
func (w *Webhook) SendText(ctx context.Context, content string, mentions ...Mention) error {
	if err := checkText("/cgi-bin/webhook/send", "content", content, MaxWebhookTextSize); err != nil {
		return err
	}
	text := WebhookText{Content: content}
	for _, mention := range mentions {
		mention(&text)
	}
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeText, Text: text})
}

// SendMarkdown sends a text of at most 4,096 bytes in a subset of markdown with colors, in which
// <@userid> mentions a member.
func (w *Webhook) SendMarkdown(ctx context.Context, content string) error {
	if err := checkText("/cgi-bin/webhook/send", "content", content, MaxWebhookMarkdownSize); err != nil {
		return err
	}
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeMarkdown, Markdown: WebhookMarkdown{Content: content}})
}

// SendMarkdownV2 sends a text of at most 4,096 bytes in a larger subset of markdown: with lists, tables,
// images and code, without colors and mentions. Clients before 4.1.36, on Android before 4.1.38, show it
// as plain text.
func (w *Webhook) SendMarkdownV2(ctx context.Context, content string) error {
	if err := checkText("/cgi-bin/webhook/send", "content", content, MaxWebhookMarkdownSize); err != nil {
		return err
	}
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeMarkdownV2, MarkdownV2: WebhookMarkdown{Content: content}})
}

// SendImage sends a JPG or PNG of at most 2 MB, given as its bytes.
func (w *Webhook) SendImage(ctx context.Context, image []byte) error {
	if len(image) == 0 || len(image) > MaxWebhookImageSize {
		return invalid("/cgi-bin/webhook/send", "image", "it holds %d bytes, and the platform takes 1 to %d", len(image), MaxWebhookImageSize)
	}
	sum := md5.Sum(image)
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeImage, Image: WebhookImage{
		Base64: base64.StdEncoding.EncodeToString(image),
		MD5:    hex.EncodeToString(sum[:]),
	}})
}

// SendNews sends 1 to 8 links with titles and pictures.
func (w *Webhook) SendNews(ctx context.Context, articles ...Article) error {
	if err := checkCount("/cgi-bin/webhook/send", "articles", len(articles), MaxMessageArticles); err != nil {
		return err
	}
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeNews, News: News{Articles: articles}})
}

// SendFile sends a file that was uploaded with UploadFile of the same webhook.
func (w *Webhook) SendFile(ctx context.Context, mediaID string) error {
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeFile, File: MessageMedia{MediaID: mediaID}})
}

// SendVoice sends a voice recording that was uploaded with UploadVoice of the same webhook.
func (w *Webhook) SendVoice(ctx context.Context, mediaID string) error {
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeVoice, Voice: MessageMedia{MediaID: mediaID}})
}

// SendTemplateCard sends a card of the kind text_notice or news_notice.
func (w *Webhook) SendTemplateCard(ctx context.Context, card TemplateCard) error {
	const api = "/cgi-bin/webhook/send"
	if card.CardType != CardTypeTextNotice && card.CardType != CardTypeNewsNotice {
		return invalid(api, "card_type", "a robot sends text_notice and news_notice only")
	}
	if err := card.validate(api); err != nil {
		return err
	}
	return w.Send(ctx, &WebhookMessage{MsgType: MsgTypeTemplateCard, TemplateCard: card})
}

// UploadMedia uploads a file or a voice recording for messages of this webhook (文件上传接口). Its id is
// valid for 3 days.
//
// API: POST /cgi-bin/webhook/upload_media
// Doc: https://developer.work.weixin.qq.com/document/path/99110
func (w *Webhook) UploadMedia(ctx context.Context, mediaType MediaType, media *Media) (*MediaUploadResult, error) {
	return w.upload(ctx, mediaType, media, 0)
}

// UploadFile uploads a file of at most 20 MB.
func (w *Webhook) UploadFile(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return w.upload(ctx, MediaTypeFile, media, MaxFileSize)
}

// UploadVoice uploads a voice recording (AMR, at most 2 MB and 60 s).
func (w *Webhook) UploadVoice(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return w.upload(ctx, MediaTypeVoice, media, MaxVoiceSize)
}

func (w *Webhook) upload(ctx context.Context, mediaType MediaType, media *Media, limit int64) (*MediaUploadResult, error) {
	result := new(MediaUploadResult)
	r := w.request(post, "/cgi-bin/webhook/upload_media")
	r.query += "&type=" + url.QueryEscape(string(mediaType))
	r.out = result
	if err := w.client.doUpload(ctx, r, media, limit); err != nil {
		return nil, err
	}
	return result, nil
}

// SplitText cuts a text into parts of at most limit bytes, at line ends where there are some, and never
// inside a character. What is cut at a line end loses that line end.
func SplitText(text string, limit int) []string {
	limit = max(limit, utf8.UTFMax)
	var parts []string
	for len(text) > limit {
		end := limit
		if text[limit] != '\n' {
			if line := strings.LastIndexByte(text[:limit], '\n'); line > 0 {
				end = line
			}
		}
		for end > limit-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
		parts = append(parts, text[:end])
		text = strings.TrimPrefix(text[end:], "\n")
	}
	if text != "" || len(parts) == 0 {
		parts = append(parts, text)
	}
	return parts
}

// RateLimitError says that a call was held back to keep within a limit of the platform.
type RateLimitError struct {
	API        string
	RetryAfter time.Duration // until the next call is free
}

// Error implements the error interface.
func (e *RateLimitError) Error() string {
	return fmt.Sprintf("workwx: %s: held back to keep within the platform's limit; free again in %s", e.API, e.RetryAfter.Round(time.Millisecond))
}

// Is makes errors.Is(err, CodeRateLimited) true, as for the platform's own refusal.
func (e *RateLimitError) Is(target error) bool { return target == CodeRateLimited }

// slidingLimit lets n calls pass in any span of the given length. A token bucket would let nearly twice
// as many pass in some of them.
type slidingLimit struct {
	span time.Duration

	mu    sync.Mutex
	times []time.Time // of the last n calls, a ring
	next  int
}

func newSlidingLimit(n int, span time.Duration) *slidingLimit {
	return &slidingLimit{span: span, times: make([]time.Time, n)}
}

// take takes a place, waiting for one if wait says so.
func (l *slidingLimit) take(ctx context.Context, api string, wait bool) error {
	now := time.Now()
	l.mu.Lock()
	free := l.times[l.next].Add(l.span)
	held := free.Sub(now)
	if held <= 0 {
		held, free = 0, now
	}
	if held > 0 && !wait {
		l.mu.Unlock()
		return &RateLimitError{API: api, RetryAfter: held}
	}
	if deadline, ok := ctx.Deadline(); ok && deadline.Before(free) {
		l.mu.Unlock() // no use waiting for what comes too late
		return &RateLimitError{API: api, RetryAfter: held}
	}
	l.times[l.next] = free
	l.next = (l.next + 1) % len(l.times)
	l.mu.Unlock()
	if held > 0 && !sleep(ctx, held) {
		return unsent(newTransportError(api, 1, ctx.Err(), redactParams))
	}
	return nil
}
