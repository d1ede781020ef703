package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// tour is a demo under way.
type tour struct {
	out    io.Writer
	bold   func(string) string
	srv    *workwxtest.Server
	client *workwx.Client
	count  counters
}

// counters are kept by the client's hooks.
type counters struct {
	mu                               sync.Mutex
	calls, retries, tokens, failures int
}

func (c *counters) hooks() workwx.Hooks {
	return workwx.Hooks{
		OnCall: func(_ context.Context, i workwx.CallInfo) {
			c.mu.Lock()
			defer c.mu.Unlock()
			switch {
			case i.API == "/cgi-bin/gettoken":
			case i.WillRetry:
				c.retries++
			default:
				c.calls++
				if i.Err != nil {
					c.failures++
				}
			}
		},
		OnToken: func(_ context.Context, i workwx.TokenInfo) {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.tokens++
		},
	}
}

// demo does with the real client what a service would, on a fake platform.
func demo(ctx context.Context, out io.Writer) error {
	srv, err := workwxtest.Start()
	if err != nil {
		return err
	}
	defer srv.Close()
	t := &tour{out: out, bold: emphasis(out), srv: srv}
	t.client, err = workwx.NewClient(srv.CorpID(), srv.Secret(), workwx.WithAgentID(srv.AgentID()),
		workwx.WithBaseURL(srv.URL), workwx.WithHooks(t.count.hooks()))
	if err != nil {
		return err
	}
	for _, step := range []struct {
		title string
		do    func(context.Context) error
	}{
		{"A corp of four members in two departments", t.contacts},
		{"Files", t.files},
		{"One message of every type", t.messages},
		{"A group chat and a group robot", t.groups},
		{"An expired token, and a platform that is busy", t.faults},
		{"A callback: received, typed and answered", t.callback},
	} {
		fmt.Fprintf(out, "%s\n", t.bold(step.title))
		if err := step.do(ctx); err != nil {
			return fmt.Errorf("%s: %w", strings.ToLower(step.title), err)
		}
		fmt.Fprintln(out)
	}
	return t.summary()
}

// emphasis underlines titles on a terminal and leaves them plain in a pipe.
func emphasis(out io.Writer) func(string) string {
	if f, ok := out.(*os.File); ok && os.Getenv("NO_COLOR") == "" {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			return func(s string) string { return "\x1b[1m" + s + "\x1b[0m" }
		}
	}
	return func(s string) string { return s }
}

func (t *tour) say(format string, args ...any) { fmt.Fprintf(t.out, "  "+format+"\n", args...) }

func (t *tour) contacts(ctx context.Context) error {
	for i, name := range []string{"研发部", "市场部"} {
		id, err := t.client.CreateDepartment(ctx, &workwx.CreateDepartmentRequest{Name: name, ParentID: 1, ID: int64(i + 2)})
		if err != nil {
			return err
		}
		t.say("department %d  %s", id, name)
	}
	for i, u := range []workwx.CreateUserRequest{
		{UserID: "zhangsan", Name: "张三", Department: []int64{2}},
		{UserID: "lisi", Name: "李四", Department: []int64{2}},
		{UserID: "wangwu", Name: "王五", Department: []int64{3}},
		{UserID: "zhaoliu", Name: "赵六", Department: []int64{3}},
	} {
		u.Mobile = fmt.Sprintf("1380000000%d", i)
		if _, err := t.client.CreateUser(ctx, &u); err != nil {
			return err
		}
	}
	users, err := t.client.ListUsers(ctx, &workwx.ListUsersRequest{DepartmentID: 2})
	if err != nil {
		return err
	}
	for _, u := range users {
		t.say("member     %-9s %s", u.UserID, u.Name)
	}
	return nil
}

func (t *tour) files(ctx context.Context) error {
	content := []byte("the quarterly figures\n")
	uploaded, err := t.client.UploadTempFileMedia(ctx, workwx.NewMediaFromBuffer("报表.txt", content))
	if err != nil {
		return err
	}
	download, err := t.client.DownloadTempMedia(ctx, &workwx.DownloadTempMediaRequest{MediaID: uploaded.MediaID})
	if err != nil {
		return err
	}
	defer download.Close()
	got, err := io.ReadAll(download)
	if err != nil {
		return err
	}
	if string(got) != string(content) {
		return fmt.Errorf("%d bytes went up and others came down", len(content))
	}
	t.say("%s: %d bytes up, the same %d down", download.FileName, len(content), len(got))
	return nil
}

// messages sends one of every type and shows each as it arrived.
func (t *tour) messages(ctx context.Context) error {
	media := func(upload func(context.Context, *workwx.Media) (*workwx.MediaUploadResult, error), name string) (string, error) {
		m, err := upload(ctx, workwx.NewMediaFromBuffer(name, []byte("demonstration")))
		if err != nil {
			return "", err
		}
		return m.MediaID, nil
	}
	image, err := media(t.client.UploadTempImageMedia, "photo.png")
	if err != nil {
		return err
	}
	voice, err := media(t.client.UploadTempVoiceMedia, "voice.amr")
	if err != nil {
		return err
	}
	video, err := media(t.client.UploadTempVideoMedia, "clip.mp4")
	if err != nil {
		return err
	}
	file, err := media(t.client.UploadTempFileMedia, "report.txt")
	if err != nil {
		return err
	}
	c := t.client
	both, everybody := workwx.ToUsers("zhangsan", "lisi"), workwx.ToAll()
	card := workwx.TemplateCard{
		CardType:   workwx.CardTypeButtonInteraction,
		TaskID:     "expense-42",
		MainTitle:  workwx.CardTitle{Title: "Expenses of Li Si", Desc: "¥ 1,024.00"},
		ButtonList: []workwx.CardButton{{Text: "Approve", Key: "yes", Style: 1}, {Text: "Refuse", Key: "no", Style: 2}},
	}
	for _, send := range []func() (*workwx.SendMessageResponse, error){
		func() (*workwx.SendMessageResponse, error) { return c.SendTextMessage(ctx, both, "Hello, 世界") },
		func() (*workwx.SendMessageResponse, error) { return c.SendImageMessage(ctx, both, image) },
		func() (*workwx.SendMessageResponse, error) { return c.SendVoiceMessage(ctx, both, voice) },
		func() (*workwx.SendMessageResponse, error) {
			return c.SendVideoMessage(ctx, both, video, "The launch", "in ten seconds")
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendFileMessage(ctx, both, file, workwx.Confidential())
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendTextCardMessage(ctx, workwx.ToParties(2), workwx.TextCard{Title: "Build 118", Description: "passed", URL: "https://example.com/118"})
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendNewsMessage(ctx, everybody, []workwx.Article{{Title: "Release notes", URL: "https://example.com/notes"}})
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendMPNewsMessage(ctx, everybody, []workwx.MPArticle{{Title: "The year", ThumbMediaID: image, Content: "<p>…</p>"}})
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendMarkdownMessage(ctx, both, "**Disk** at 91 %")
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendMiniProgramNoticeMessage(ctx, both, workwx.MiniProgramNotice{AppID: "wx0123456789abcdef", Title: "会议室预订成功通知"})
		},
		func() (*workwx.SendMessageResponse, error) {
			return c.SendTaskCardMessage(ctx, both, workwx.TaskCard{TaskID: "leave-7", Title: "Leave of Wang Wu", Description: "two days", Btn: []workwx.TaskCardButton{{Key: "ok", Name: "Approve"}}})
		},
		func() (*workwx.SendMessageResponse, error) { return c.SendTemplateCardMessage(ctx, both, card) },
		func() (*workwx.SendMessageResponse, error) {
			return c.SendTextMessage(ctx, workwx.ToUsers("zhangsan", "nobody"), "Who is there?")
		},
	} {
		resp, err := send()
		if err != nil {
			return err
		}
		arrived := t.srv.Messages()
		m := arrived[len(arrived)-1]
		line := fmt.Sprintf("%-20s → %s", m.Type, strings.Join(m.UserIDs, ", "))
		if len(resp.InvalidUser) > 0 {
			line += "  (not to " + strings.Join(resp.InvalidUser, ", ") + ": there is no such member)"
		}
		t.say("%s", line)
	}
	return nil
}

func (t *tour) groups(ctx context.Context) error {
	chatID, err := t.client.CreateAppChat(ctx, &workwx.CreateAppChatRequest{Name: "On call", UserList: []string{"zhangsan", "lisi", "wangwu"}})
	if err != nil {
		return err
	}
	if _, err := t.client.SendTextMessage(ctx, workwx.ToChat(chatID), "Who is on call tonight?"); err != nil {
		return err
	}
	t.say("group chat of 3   text")
	robot, err := workwx.NewWebhook(t.srv.AddWebhook(""), workwx.WithHooks(t.count.hooks()))
	if err != nil {
		return err
	}
	if err := robot.SendMarkdownV2(ctx, "| host | load |\n|---|---|\n| db1 | 0.4 |"); err != nil {
		return err
	}
	t.say("group robot       markdown_v2")
	return nil
}

func (t *tour) faults(ctx context.Context) error {
	t.srv.ExpireTokens()
	if _, err := t.client.SendTextMessage(ctx, workwx.ToUsers("zhangsan"), "Sent all the same"); err != nil {
		return err
	}
	t.say("the token expired: one more was fetched and the message sent")
	t.srv.FailNext("/cgi-bin/department/list", workwx.CodeSystemBusy, 1)
	departments, err := t.client.ListDepartments(ctx, &workwx.ListDepartmentsRequest{})
	if err != nil {
		return err
	}
	t.say("errcode -1: asked again, and there are %d departments", len(departments))
	return nil
}

// callback has the platform deliver what a member wrote, and decrypts the answer.
func (t *tour) callback(ctx context.Context) error {
	handler, err := workwx.NewCallbackHandler(t.srv.CallbackToken(), t.srv.EncodingAESKey(), t.srv.CorpID(), nil)
	if err != nil {
		return err
	}
	workwx.On(handler, func(_ context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		t.say("%T from %s: %s", m, m.FromUserName, m.Content)
		return workwx.TextReply{Content: "on its way"}, nil
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Second}
	go server.Serve(listener)
	defer server.Close()
	result, err := t.srv.Push(ctx, "http://"+listener.Addr().String()+"/callback", t.srv.TextMessageXML("lisi", "where is my order?"))
	if err != nil {
		return err
	}
	if !strings.Contains(string(result.Reply), "on its way") {
		return fmt.Errorf("the reply did not come back")
	}
	t.say("the URL was verified, and the reply decrypted: on its way")
	return handler.Shutdown(ctx)
}

// summary prints what it took, and fails if that is not what was promised.
func (t *tour) summary() error {
	t.count.mu.Lock()
	defer t.count.mu.Unlock()
	w := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "calls\tmessages\ttokens fetched\tretries\tfailures\t\n")
	fmt.Fprintf(w, "%d\t%d\t%d\t%d\t%d\t\n", t.count.calls, len(t.srv.Messages()), t.count.tokens, t.count.retries, t.count.failures)
	if err := w.Flush(); err != nil {
		return err
	}
	if t.count.tokens != 2 || t.srv.TokenFetches() != 2 {
		return fmt.Errorf("%d tokens were fetched, and it should have been 1 and 1 more for the expiry", t.srv.TokenFetches())
	}
	if t.count.failures != 0 {
		return fmt.Errorf("%d calls failed", t.count.failures)
	}
	return nil
}
