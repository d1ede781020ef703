package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

const fakeAbout = `A server plays the platform for programs in any language, with a corp of its own:
tokens, contacts, messages, files, apps, group robots and callbacks. It prints
the variables to reach it with; what is called is told on standard error.

  workwx fake > fake.env     and in another terminal: . ./fake.env
  workwx fake -- npm test    run a command with the variables set, until it ends

The corp has four members in two departments, or what --seed says: a JSON object
with any of

  departments  [{"id": 2, "name": "研发部", "parentid": 1}]
  users        [{"userid": "lisi", "name": "李四", "mobile": "13800000001", "department": [2]}]
  tags         [{"tagid": 1, "tagname": "值班", "userlist": ["lisi"], "partylist": []}]
  apps         [{"agentid": 1000003, "secret": "…", "name": "Sales"}]
  webhooks     ["key"]

Departments, users and tags have the fields of the platform's requests.`

func (a *app) fakeCommand() *cli.Command {
	return &cli.Command{
		Name: "fake", Usage: "play the platform for tests in any language", ArgsUsage: "[-- COMMAND …]", Category: groupPlatform, Description: fakeAbout,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Value: "127.0.0.1:0", Usage: "listen on `HOST:PORT`; 0 is any port that is free"},
			&cli.StringFlag{Name: "seed", Usage: "begin with what is in `FILE`", TakesFile: true},
			&cli.StringFlag{Name: "callback", Usage: "push events to this `URL`"},
			&cli.BoolFlag{Name: "quiet", Usage: "do not tell what is called"},
		},
		Action: a.fake,
	}
}

// seed is what a fake corp begins with.
type seed struct {
	Departments []*workwx.CreateDepartmentRequest `json:"departments"`
	Users       []*workwx.CreateUserRequest       `json:"users"`
	Tags        []seedTag                         `json:"tags"`
	Apps        []seedApp                         `json:"apps"`
	Webhooks    []string                          `json:"webhooks"`
}

type seedTag struct {
	TagID     int64    `json:"tagid"`
	TagName   string   `json:"tagname"`
	UserList  []string `json:"userlist"`
	PartyList []int64  `json:"partylist"`
}

type seedApp struct {
	AgentID int64    `json:"agentid"`
	Secret  string   `json:"secret"`
	Name    string   `json:"name"`
	UserIDs []string `json:"userids"` // the members who can see it; everybody if empty
}

func defaultSeed() *seed {
	return &seed{
		Departments: []*workwx.CreateDepartmentRequest{{ID: 2, Name: "研发部", ParentID: 1}, {ID: 3, Name: "市场部", ParentID: 1}},
		Users: []*workwx.CreateUserRequest{
			{UserID: "zhangsan", Name: "张三", Mobile: "13800000001", Department: []int64{2}, Position: "工程师"},
			{UserID: "lisi", Name: "李四", Mobile: "13800000002", Department: []int64{2}},
			{UserID: "wangwu", Name: "王五", Mobile: "13800000003", Department: []int64{3}},
			{UserID: "zhaoliu", Name: "赵六", Mobile: "13800000004", Department: []int64{3}},
		},
		Tags: []seedTag{{TagID: 1, TagName: "值班", UserList: []string{"zhangsan", "wangwu"}}},
	}
}

// plant puts a seed into a server, by the calls that a client makes.
func (s *seed) plant(ctx context.Context, srv *workwxtest.Server, client *workwx.Client) error {
	ids := map[int64]bool{srv.AgentID(): true}
	for _, app := range s.Apps {
		if app.AgentID <= 0 || app.Secret == "" || ids[app.AgentID] {
			return usagef("--seed: an app needs an agentid of its own and a secret")
		}
		ids[app.AgentID] = true
		srv.AddApp(workwxtest.App{AgentID: app.AgentID, Secret: app.Secret, Name: app.Name, UserIDs: app.UserIDs})
	}
	for _, d := range s.Departments {
		if _, err := client.CreateDepartment(ctx, d); err != nil {
			return fmt.Errorf("--seed: a department: %w", err)
		}
	}
	for _, u := range s.Users {
		if _, err := client.CreateUser(ctx, u); err != nil {
			return fmt.Errorf("--seed: a user: %w", err)
		}
	}
	for _, t := range s.Tags {
		id, err := client.CreateTag(ctx, &workwx.CreateTagRequest{TagID: t.TagID, TagName: t.TagName})
		if err == nil && len(t.UserList)+len(t.PartyList) > 0 {
			_, err = client.AddTagUsers(ctx, &workwx.AddTagUsersRequest{TagID: id, UserList: t.UserList, PartyList: t.PartyList})
		}
		if err != nil {
			return fmt.Errorf("--seed: the tag %q: %w", t.TagName, err)
		}
	}
	for _, key := range s.Webhooks {
		srv.AddWebhook(key)
	}
	return nil
}

// fakeInfo is what --json prints.
type fakeInfo struct {
	BaseURL           string `json:"base_url"`
	CorpID            string `json:"corp_id"`
	CorpSecret        string `json:"corp_secret"`
	AgentID           int64  `json:"agent_id"`
	Webhook           string `json:"webhook"`
	UserID            string `json:"user_id,omitzero"`
	CallbackToken     string `json:"callback_token"`
	CallbackAESKey    string `json:"callback_aes_key"`
	CallbackReceiveID string `json:"callback_receive_id"`
}

// variables are the environment variables to reach a fake with: all that a profile could say otherwise.
func (i *fakeInfo) variables() []string {
	return []string{
		"WORKWX_BASE_URL=" + i.BaseURL,
		"WORKWX_CORP_ID=" + i.CorpID,
		"WORKWX_CORP_SECRET=" + i.CorpSecret,
		"WORKWX_AGENT_ID=" + strconv.FormatInt(i.AgentID, 10),
		"WORKWX_USER_ID=" + i.UserID,
		"WORKWX_WEBHOOK=" + i.Webhook,
		"WORKWX_CALLBACK_TOKEN=" + i.CallbackToken,
		"WORKWX_CALLBACK_AES_KEY=" + i.CallbackAESKey,
		"WORKWX_CALLBACK_RECEIVE_ID=" + i.CallbackReceiveID,
	}
}

func (a *app) fake(ctx context.Context, c *cli.Command) error {
	start := defaultSeed()
	if name := c.String("seed"); name != "" {
		f, err := a.open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		text, err := readAll(ctx, f)
		if err != nil {
			return err
		}
		start = new(seed)
		if err := decodeStrictly(text, start, "--seed"); err != nil {
			return err
		}
	}
	opts := []workwxtest.Option{workwxtest.WithAddr(c.String("addr")), workwxtest.WithRequestLimit(maxNarrated)}
	if link := c.String("callback"); link != "" {
		opts = append(opts, workwxtest.WithCallback(link))
	}
	srv, err := workwxtest.Start(opts...)
	if err != nil {
		return err
	}
	defer srv.Close()
	if err := start.plant(ctx, srv, srv.Client()); err != nil {
		return err
	}
	// A robot of one's own; --seed may add others.
	info := &fakeInfo{
		BaseURL: srv.URL, CorpID: srv.CorpID(), CorpSecret: srv.Secret(), AgentID: srv.AgentID(),
		Webhook:       srv.AddWebhook("fake-webhook-key"),
		CallbackToken: srv.CallbackToken(), CallbackAESKey: srv.EncodingAESKey(), CallbackReceiveID: srv.CorpID(),
	}
	if len(start.Users) > 0 {
		info.UserID = start.Users[0].UserID
	}
	if !c.Bool("quiet") {
		stop := a.narrate(ctx, srv)
		defer stop()
	}
	if c.Args().Present() {
		return a.runWith(ctx, c.Args().Slice(), info)
	}
	if a.json {
		err = writeJSON(a.stdout, info)
	} else {
		for _, v := range info.variables() {
			name, value, _ := strings.Cut(v, "=")
			if err = a.printf("export %s='%s'\n", name, value); err != nil {
				break
			}
		}
	}
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		a.notef("the fake platform is at %s; Ctrl-C ends it", srv.URL)
	}
	<-ctx.Done()
	return nil
}

// runWith runs a command that finds the fake by its environment, and passes its exit code on.
func (a *app) runWith(ctx context.Context, args []string, info *fakeInfo) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	for name, value := range a.env {
		if !strings.HasPrefix(name, "WORKWX_") {
			cmd.Env = append(cmd.Env, name+"="+value)
		}
	}
	cmd.Env = append(cmd.Env, info.variables()...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = a.stdin, a.stdout, a.stderr
	cmd.Cancel = func() error {
		if a.onTerminal(a.stdin) { // whose Ctrl-C has reached it too
			return nil
		}
		return cmd.Process.Signal(os.Interrupt)
	}
	cmd.WaitDelay = 5 * time.Second // it has this long to end by itself
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return usagef("there is no command %q", args[0])
	}
	return err
}

// narrator tells on standard error what is called.
type narrator struct {
	a                  *app
	srv                *workwxtest.Server
	requests, messages int // that were told
}

// maxNarrated is how many requests a server remembers, from where on they cannot be told apart by number.
const maxNarrated = 10_000

// narrate begins to tell; stop ends it.
func (a *app) narrate(ctx context.Context, srv *workwxtest.Server) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	n := &narrator{a, srv, len(srv.Requests()), len(srv.Messages())}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for srv.WaitRequests(ctx, n.requests+1) == nil {
			if !n.tell() {
				a.warnf("%d requests were made: no more are told", maxNarrated)
				return
			}
			select {
			case <-time.After(50 * time.Millisecond): // to tell many at once
			case <-ctx.Done():
			}
		}
		n.tell()
	}()
	return func() {
		cancel()
		<-done
	}
}

// tell tells what is new, in the order that the requests came in. It reports false when it cannot go on.
func (n *narrator) tell() bool {
	list := n.srv.Requests()
	if len(list) >= maxNarrated {
		return false
	}
	sent := n.srv.Messages()
	for ; n.requests < len(list) && list[n.requests].Status != 0; n.requests++ {
		r := &list[n.requests]
		n.a.tell(r)
		if n.messages < len(sent) && sent[n.messages].Via == r.Path && r.Code == workwx.CodeOK {
			m := &sent[n.messages]
			n.messages++
			fmt.Fprintf(n.a.stderr, "  %s to %s: %s\n", m.Type, receivers(m), shorten(printable(m.Content), 60))
		}
	}
	return true
}

func (a *app) tell(r *workwxtest.Request) {
	line := fmt.Sprintf("%s %s", r.Method, r.Path)
	switch {
	case r.Status != http.StatusOK:
		line += fmt.Sprintf("  HTTP %d", r.Status)
	case r.Code != workwx.CodeOK:
		line += fmt.Sprintf("  errcode %d, %s", r.Code, r.Code.Description())
	}
	fmt.Fprintln(a.stderr, printable(line))
}

// shorten cuts a text to as many places of a terminal.
func shorten(s string, places int) string {
	width := 0
	for i, r := range s {
		if width += runeWidth(r); width > places {
			return s[:i] + "…"
		}
	}
	return s
}

func receivers(m *workwxtest.Message) string {
	switch {
	case m.ChatID != "":
		return "the chat " + m.ChatID
	case m.WebhookKey != "":
		return "the robot's group"
	case len(m.UserIDs) == 0:
		return "nobody"
	}
	return strings.Join(m.UserIDs, ", ")
}
