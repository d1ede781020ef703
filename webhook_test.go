package workwx

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func webhook(t *testing.T, w http.RoundTripper, opts ...Option) *Webhook {
	t.Helper()
	hook, err := NewWebhook(secretKey, append([]Option{WithHTTPClient(&http.Client{Transport: w}), WithRetry(RetryPolicy{Attempts: 1})}, opts...)...)
	require.NoError(t, err)
	return hook
}

func TestNewWebhook(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok"}`}
	for in, want := range map[string]string{
		"693a91f6-7xxx-4bc4": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4",
		"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6":  "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6",
		"http://proxy:8080/wx/cgi-bin/webhook/send?debug=1&key=693a91f6": "http://proxy:8080/wx/cgi-bin/webhook/send?key=693a91f6",
	} {
		hook, err := NewWebhook(in, WithHTTPClient(&http.Client{Transport: w}))
		require.NoError(t, err)
		require.NoError(t, hook.SendText(t.Context(), "x"))
		require.Equal(t, want, w.last.URL.String())
	}
	for _, bad := range []string{"", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send", "://", "a b", "key=abc"} {
		_, err := NewWebhook(bad)
		var config *ConfigError
		require.ErrorAs(t, err, &config, bad)
	}
	_, err := NewWebhook("key", WithTimeout(-1))
	require.Error(t, err)
}

func TestWebhookMessages(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok"}`}
	hook := webhook(t, w)
	ctx := t.Context()
	card := TemplateCard{CardType: CardTypeTextNotice, MainTitle: CardTitle{Title: "t"}, CardAction: CardAction{Type: CardTargetURL, URL: "https://e.com"}}
	for want, send := range map[string]func() error{
		`{"msgtype":"text","text":{"content":"x","mentioned_list":["a","@all"],"mentioned_mobile_list":["138"]}}`: func() error {
			return hook.SendText(ctx, "x", MentionUsers("a"), MentionAll(), MentionMobiles("138"))
		},
		`{"msgtype":"markdown","markdown":{"content":"**x**"}}`:                                      func() error { return hook.SendMarkdown(ctx, "**x**") },
		`{"msgtype":"markdown_v2","markdown_v2":{"content":"- x"}}`:                                  func() error { return hook.SendMarkdownV2(ctx, "- x") },
		`{"msgtype":"image","image":{"base64":"aGVsbG8=","md5":"5d41402abc4b2a76b9719d911017c592"}}`: func() error { return hook.SendImage(ctx, []byte("hello")) },
		`{"msgtype":"news","news":{"articles":[{"url":"https://e.com","title":"t"}]}}`: func() error {
			return hook.SendNews(ctx, Article{Title: "t", URL: "https://e.com"})
		},
		`{"msgtype":"file","file":{"media_id":"m"}}`:   func() error { return hook.SendFile(ctx, "m") },
		`{"msgtype":"voice","voice":{"media_id":"m"}}`: func() error { return hook.SendVoice(ctx, "m") },
		`{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"t"},"card_action":{"type":1,"url":"https://e.com"}}}`: func() error { return hook.SendTemplateCard(ctx, card) },
	} {
		require.NoError(t, send())
		require.JSONEq(t, want, string(w.body))
	}
	card.CardType = CardTypeVoteInteraction
	for _, err := range []error{
		hook.SendText(ctx, strings.Repeat("a", 2049)),
		hook.SendMarkdown(ctx, strings.Repeat("a", 4097)),
		hook.SendMarkdownV2(ctx, ""),
		hook.SendImage(ctx, nil),
		hook.SendNews(ctx),
		hook.SendTemplateCard(ctx, card),
		hook.Send(ctx, nil),
	} {
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument)
	}
}

func TestWebhookUpload(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok","type":"file","media_id":"m","created_at":"1700000000"}`}
	hook := webhook(t, w)
	got, err := hook.UploadFile(t.Context(), NewMediaFromBuffer("报表.txt", []byte("content")))
	require.NoError(t, err)
	require.Equal(t, &MediaUploadResult{Type: MediaTypeFile, MediaID: "m", CreatedAt: Unix(1700000000)}, got)
	require.Equal(t, "/cgi-bin/webhook/upload_media", w.last.URL.Path)
	require.Equal(t, "file", w.last.URL.Query().Get("type"))
	require.Equal(t, secretKey, w.last.URL.Query().Get("key"))
	_, err = hook.UploadVoice(t.Context(), NewMediaFromBuffer("a.amr", make([]byte, MaxVoiceSize+1)))
	require.ErrorContains(t, err, fmt.Sprint(MaxVoiceSize))
	_, err = hook.UploadMedia(t.Context(), MediaTypeFile, nil)
	require.ErrorIs(t, err, ErrNilRequest)
}

func TestWebhookErrors(t *testing.T) {
	t.Parallel()
	answers := make(chan string, 1)
	hook := webhook(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		body := <-answers
		if body == "" {
			return nil, fmt.Errorf("cannot reach %s", r.URL)
		}
		return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
	}))
	answers <- `{"errcode":45009,"errmsg":"api freq out of limit, key ` + secretKey + `"}`
	err := hook.SendText(t.Context(), "x")
	require.ErrorIs(t, err, CodeRateLimited)
	require.NotContains(t, err.Error(), secretKey)
	answers <- ""
	err = hook.SendText(t.Context(), "x")
	var transport *TransportError
	require.ErrorAs(t, err, &transport)
	require.NotContains(t, fmt.Sprintf("%v %+v %#v", err, err, hook), "MARKER")
}

// TestWebhookLimit: no span of a minute holds more than 20 messages.
func TestWebhookLimit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := &wire{reply: `{"errcode":0}`}
		hook := webhook(t, w)
		var sent []time.Time
		for range 65 {
			require.NoError(t, hook.SendText(t.Context(), "x"))
			sent = append(sent, time.Now())
		}
		for i := 20; i < len(sent); i++ {
			require.GreaterOrEqual(t, sent[i].Sub(sent[i-20]), time.Minute)
		}
		require.Equal(t, 3*time.Minute, sent[64].Sub(sent[0]), "and no longer than that")

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		for range 15 { // what is left of the minute
			require.NoError(t, hook.SendText(ctx, "x"))
		}
		started := time.Now()
		err := hook.SendText(ctx, "x")
		var limit *RateLimitError
		require.ErrorAs(t, err, &limit, "waiting would be of no use")
		require.Zero(t, time.Since(started))

		cancelled, stop := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, stop)
		require.ErrorIs(t, hook.SendText(cancelled, "x"), context.Canceled)

		impatient := webhook(t, w, WithoutWaiting())
		for range 20 {
			require.NoError(t, impatient.SendText(t.Context(), "x"))
		}
		err = impatient.SendText(t.Context(), "x")
		require.ErrorIs(t, err, CodeRateLimited)
		require.ErrorAs(t, err, &limit)
		require.Equal(t, time.Minute, limit.RetryAfter)
	})
}

func TestSplitText(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{""}, SplitText("", 10))
	require.Equal(t, []string{"short"}, SplitText("short", 10))
	require.Equal(t, []string{"line one", "line two"}, SplitText("line one\nline two", 10))
	require.Equal(t, []string{"0123456789", "abc"}, SplitText("0123456789\nabc", 10))
	require.Equal(t, []string{"你好", "世界"}, SplitText("你好世界", 8))
}

// FuzzSplitText: parts fit, are whole characters, and together are the text less line ends at the cuts.
func FuzzSplitText(f *testing.F) {
	f.Add("你好，世界\nline\n\n𝄞𝄞𝄞", 7)
	f.Add("\n\n\n\n\n\n\n", 4)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		parts := SplitText(text, limit)
		for _, p := range parts {
			if len(p) > max(limit, utf8.UTFMax) {
				t.Fatalf("%q is longer than %d", p, limit)
			}
			if utf8.ValidString(text) && !utf8.ValidString(p) {
				t.Fatalf("%q of %q is cut inside a character", p, text)
			}
		}
		if strings.ReplaceAll(strings.Join(parts, ""), "\n", "") != strings.ReplaceAll(text, "\n", "") {
			t.Fatalf("%q became %q", text, parts)
		}
	})
}
