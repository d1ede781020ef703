package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestSendText(t *testing.T) {
	b := newBench(t)
	require.Regexp(t, `^sent msg-\w+\n$`, b.ok("send", "text", "--to", "zhangsan", "你好, <a href=\"https://example.com\">world</a>"))
	b.with("from a pipe\n\n").ok("send", "text", "--to", "zhangsan,lisi", "--to", "wangwu")
	b.with("a dash\r\nmeans it too").ok("send", "text", "--party", "2", "-")
	b.ok("send", "text", "--tag", "1", "--safe", "--translate-ids", "--dedupe", "10m", "careful")
	b.ok("send", "text", "--all", "--", "--not-an-option")
	got := b.srv.Messages()
	require.Len(t, got, 5)
	require.Equal(t, `你好, <a href="https://example.com">world</a>`, got[0].Content)
	require.Equal(t, "from a pipe", got[1].Content)
	require.Equal(t, []string{"zhangsan", "lisi", "wangwu"}, got[1].UserIDs)
	require.Equal(t, "a dash\nmeans it too", got[2].Content)
	require.Equal(t, []string{"zhangsan", "lisi"}, got[2].UserIDs)
	require.Equal(t, []string{"zhangsan", "wangwu"}, got[3].UserIDs)
	for _, field := range []string{`"safe":1`, `"enable_id_trans":1`, `"enable_duplicate_check":1`, `"duplicate_check_interval":600`} {
		require.Contains(t, string(got[3].Body), field)
	}
	require.Equal(t, "--not-an-option", got[4].Content)
	require.Len(t, got[4].UserIDs, 4)
}

func TestSendToSomeWhoDoNotExist(t *testing.T) {
	b := newBench(t)
	r := b.try("send", "text", "--to", "zhangsan,nobody", "--party", "99", "hi")
	require.Equal(t, exitPartly, r.code)
	require.Contains(t, r.out, "sent msg-")
	require.Contains(t, r.err, "not delivered to members nobody; departments 99")
	r = b.try("--json", "send", "text", "--to", "zhangsan,nobody", "hi")
	require.Equal(t, exitPartly, r.code)
	require.Contains(t, r.out, `"nobody"`)
	require.Contains(t, b.fails(exitRefused, "send", "text", "--to", "nobody", "hi"), "errcode 81013")
}

func TestSendLongText(t *testing.T) {
	b := newBench(t)
	line := strings.Repeat("中", 100) + "\n"
	b.with(strings.Repeat(line, 20)).ok("send", "text", "--to", "lisi")
	var all []string
	for _, m := range b.srv.Messages() {
		require.LessOrEqual(t, len(m.Content), workwx.MaxTextSize)
		all = append(all, m.Content)
	}
	require.Len(t, all, 4)
	require.Equal(t, strings.TrimSpace(strings.Repeat(line, 20)), strings.Join(all, "\n"))

	long := strings.Repeat(line, 200) + "the end"
	require.Contains(t, b.with(long).fails(exitUsage, "send", "text", "--to", "lisi"), "or send its end with --tail")
	require.Len(t, b.srv.Messages(), 4, "nothing was sent")
	b.with(long).ok("send", "markdown", "--to", "lisi", "--tail", "--max-messages", "3")
	tail := b.srv.Messages()[4:]
	require.Len(t, tail, 3)
	require.True(t, strings.HasPrefix(tail[0].Content, "… "), tail[0].Content[:20])
	require.Contains(t, tail[0].Content, " bytes left out …\n中")
	require.True(t, strings.HasSuffix(tail[2].Content, "\nthe end"))
	// A text without line ends is cut between characters.
	b.with(strings.Repeat("中", 5000)).ok("send", "text", "--to", "lisi", "--tail", "--max-messages", "2")
	for _, m := range b.srv.Messages()[7:] {
		require.NotContains(t, m.Content, "\ufffd")
	}

	b.srv.Inject(workwxtest.Fault{Path: "/cgi-bin/message/send", Delay: 1}) // the first is sent
	b.srv.FailNext("/cgi-bin/message/send", workwx.CodeRateLimited, 1)
	said := b.with(strings.Repeat(line, 20)).fails(exitRefused, "send", "text", "--to", "lisi")
	require.Contains(t, said, "1 of 4 messages were sent, then: ")
	require.Contains(t, said, "errcode 45009")
}

func TestSendFiles(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "报表.txt")
	require.NoError(t, os.WriteFile(path, []byte("the figures\n"), 0o600))
	for _, kind := range []string{"image", "voice", "video", "file"} {
		r := read[sendResult](b, "send", kind, "--to", "lisi", path)
		f, content, err := b.srv.File(r.MediaID)
		require.NoError(t, err)
		require.Equal(t, kind, f.Type)
		require.Equal(t, "报表.txt", f.Name)
		require.Equal(t, "the figures\n", string(content))
		require.Equal(t, r.MediaID, b.srv.Messages()[len(b.srv.Messages())-1].Content)
	}
	id := strings.TrimSpace(b.ok("media", "upload", path))
	b.ok("send", "file", "--to", "lisi", "--media-id", id)
	b.with("piped content").ok("send", "file", "--to", "lisi", "--name", "log.txt", "-")
	b.ok("send", "video", "--to", "lisi", "--title", "The launch", "--description", "in ten seconds", path)
	require.Contains(t, string(b.srv.Messages()[6].JSON), "The launch")

	require.Contains(t, b.fails(exitUsage, "send", "file", "--to", "lisi", filepath.Join(dir, "missing")), "no such file")
	require.Contains(t, b.fails(exitUsage, "send", "file", "--to", "lisi", dir), "is a directory")
	require.Contains(t, b.fails(exitUsage, "send", "file", "--to", "lisi"), "usage: workwx send file [options] FILE")
	require.Contains(t, b.fails(exitUsage, "send", "file", "--to", "lisi", "--media-id", id, path), "give no other")
	require.Contains(t, b.with("x").fails(exitUsage, "send", "file", "--to", "lisi", "-"), "--name")
	require.NoError(t, os.WriteFile(path, []byte("tiny"), 0o600))
	require.Contains(t, b.fails(exitUsage, "send", "file", "--to", "lisi", path), "refuses fewer than")
}

func TestSendCards(t *testing.T) {
	b := newBench(t)
	b.ok("send", "textcard", "--to", "lisi", "--title", "Build 118", "--description", "passed", "--url", "https://example.com/118", "--button", "open")
	b.ok("send", "news", "--to", "lisi", "--title", "Notes", "--url", "https://example.com", "--picture", "https://example.com/1.png")
	b.with(`[{"title":"one","url":"https://example.com/1"},{"title":"two","url":"https://example.com/2"}]`).ok("send", "news", "--to", "lisi", "-d", "-")
	out := b.ok("send", "card", "--to", "lisi", "-d", `{"card_type":"button_interaction","task_id":"t1","main_title":{"title":"Leave"},"button_list":[{"text":"Approve","key":"yes"}]}`)
	require.Contains(t, out, "response code rc-")
	file := filepath.Join(t.TempDir(), "card.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"card_type":"text_notice","main_title":{"title":"Disk"},"card_action":{"type":1,"url":"https://example.com"}}`), 0o600))
	b.ok("send", "card", "--to", "lisi", "-d", "@"+file)
	var titles []string
	for _, m := range b.srv.Messages() {
		titles = append(titles, m.Content)
	}
	require.Equal(t, []string{"Build 118", "Notes", "one", "Leave", "Disk"}, titles)

	require.Contains(t, b.fails(exitUsage, "send", "textcard", "--to", "lisi", "--title", "x"), "--description is missing")
	require.Contains(t, b.fails(exitUsage, "send", "news", "--to", "lisi", "-d", "[]"), "1 to 8")
	require.Contains(t, b.fails(exitUsage, "send", "news", "--to", "lisi", "-d", "[]", "--title", "x"), "leave --title away")
	require.Contains(t, b.fails(exitUsage, "send", "news", "--to", "lisi", "-d", `[{"titel":"x"}]`), `unknown field "titel"`)
	require.Contains(t, b.fails(exitUsage, "send", "card", "--to", "lisi", "-d", `{"card_type":"x"}`), "card_type")
	require.Contains(t, b.fails(exitUsage, "send", "card", "--to", "lisi", "-d", `{`), "-d: ")
	require.Contains(t, b.fails(exitUsage, "send", "card", "--to", "lisi", "-d", `{} {}`), "-d: ")
	require.Contains(t, b.fails(exitUsage, "send", "card", "--to", "lisi"), "--data is missing")
}

func TestSendToChat(t *testing.T) {
	b := newBench(t)
	chat, err := b.srv.Client().CreateAppChat(t.Context(), &workwx.CreateAppChatRequest{Name: "On call", UserList: []string{"zhangsan", "lisi"}})
	require.NoError(t, err)
	require.Equal(t, "sent\n", b.set("WORKWX_AGENT_ID=").ok("send", "text", "--chat", chat, "hello"))
	require.Equal(t, chat, b.srv.Messages()[0].ChatID)
	require.Contains(t, b.fails(exitUsage, "send", "text", "--chat", chat, "--to", "lisi", "hello"), "go with no other recipient")
}

func TestSendUsage(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.fails(exitUsage, "send", "text", "hi"), "nobody is named")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--party", "x", "hi"), "--party takes a positive number")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--tag", "0", "hi"), "--tag takes a positive number")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--all", "--to", "lisi", "hi"), "no other recipient")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to", "lisi", "--dedupe", "5h", "hi"), "from 1s to 4h")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to", "lisi", "--max-messages", "0", "hi"), "from 1")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to", "lisi", "two", "words"), "usage: workwx send text [options] [TEXT]")
	require.Contains(t, b.with("\n\n").fails(exitUsage, "send", "text", "--to", "lisi"), "the input is empty")
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to", "lisi", ""), "empty")
	require.Contains(t, b.set("WORKWX_AGENT_ID=").fails(exitUsage, "send", "text", "--to", "lisi", "hi"), "no agent ID is configured")
	require.Empty(t, b.srv.Messages())
}

func TestWebhook(t *testing.T) {
	b := newBench(t)
	require.Equal(t, "sent\n", b.ok("webhook", "send", "text", "--mention", "lisi", "--mention-mobile", "13800000001", "--mention-all", "hi"))
	require.Contains(t, string(b.srv.Messages()[0].JSON), `"mentioned_list":["lisi","@all"]`)
	b.with("**bold**\n").ok("webhook", "send", "markdown")
	b.ok("webhook", "send", "markdown_v2", "| a |\n|---|\n| 1 |")
	b.ok("webhook", "send", "news", "--title", "Notes", "--url", "https://example.com")
	b.ok("webhook", "send", "card", "-d", `{"card_type":"text_notice","main_title":{"title":"Disk"},"card_action":{"type":1,"url":"https://example.com"}}`)
	path := filepath.Join(t.TempDir(), "a.png")
	require.NoError(t, os.WriteFile(path, []byte("not quite an image"), 0o600))
	b.ok("webhook", "send", "image", path)
	require.NotEmpty(t, read[robotResult](b, "webhook", "send", "file", path).MediaID)
	b.ok("webhook", "send", "voice", "--name", "v.amr", path)
	var types []string
	for _, m := range b.srv.Messages() {
		types = append(types, m.Type)
		require.Equal(t, markerKey, m.WebhookKey)
	}
	require.Equal(t, []string{"text", "markdown", "markdown_v2", "news", "template_card", "image", "file", "voice"}, types)

	// Only the last piece of a text calls anybody.
	require.Contains(t, b.with(strings.Repeat("line\n", 500)).ok("webhook", "send", "text", "--mention-all"), "as 2 messages")
	require.NotContains(t, string(b.srv.Messages()[8].JSON), "@all")
	require.Contains(t, string(b.srv.Messages()[9].JSON), "@all")
}

func TestWebhookKey(t *testing.T) {
	b := newBench(t)
	without := b.set("WORKWX_WEBHOOK=")
	require.Contains(t, without.fails(exitUsage, "webhook", "send", "text", "hi"), "no group robot is configured")
	require.Contains(t, without.fails(exitUsage, "webhook", "send", "text", "--webhook-stdin", "hi"), "missing from standard input")
	without.with(markerKey+"\n").ok("webhook", "send", "text", "--webhook-stdin", "the key alone")
	without.with(b.srv.URL+"/cgi-bin/webhook/send?key="+markerKey+"\nfirst\nsecond\n").ok("webhook", "send", "text", "--webhook-stdin")
	require.Equal(t, "first\nsecond", b.srv.Messages()[1].Content)
	said := without.with("wrong-key-of-a-robot\n").fails(exitRefused, "webhook", "send", "text", "--webhook-stdin", "hi")
	require.Contains(t, said, "errcode 93000")
	require.Contains(t, said, "copy the robot's URL anew")
	require.NotContains(t, said, "wrong-key")
	require.Contains(t, b.set("WORKWX_WEBHOOK=a b").fails(exitUsage, "webhook", "send", "text", "hi"), "there is no key")
}

// TestSendToMe: "me" is whom the configuration says, and nobody otherwise.
func TestSendToMe(t *testing.T) {
	b := newBench(t)
	me := b.set("WORKWX_USER_ID=wangwu")
	me.ok("send", "text", "--to", "me", "hi")
	me.ok("send", "text", "--to", "lisi,me", "hi")
	require.Equal(t, []string{"wangwu"}, b.srv.Messages()[0].UserIDs)
	require.Equal(t, []string{"lisi", "wangwu"}, b.srv.Messages()[1].UserIDs)
	require.Contains(t, b.fails(exitUsage, "send", "text", "--to", "me", "hi"), "set WORKWX_USER_ID, or workwx profile set NAME --user-id ID")
	b.with(markerSecret+"\n").ok("profile", "set", "prod", "--corp-id", "wwtest", "--agent-id", "1000002", "--base-url", b.srv.URL, "--user-id", "zhaoliu", "--secret")
	b.ok("-p", "prod", "send", "text", "--to", "me", "hi")
	require.Equal(t, []string{"zhaoliu"}, b.srv.Messages()[2].UserIDs)
}
