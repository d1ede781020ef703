package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

// tool puts the tool, which is this test binary by another name, into a directory for PATH.
func tool(t *testing.T) string {
	dir := t.TempDir()
	self, err := os.Executable()
	require.NoError(t, err)
	if err := os.Symlink(self, filepath.Join(dir, "workwx")); err != nil {
		t.Skipf("no symbolic links: %v", err)
	}
	return dir
}

// exports reads lines of the form export NAME='value'.
func exports(l *live, n int) map[string]string {
	vars := map[string]string{}
	for range n {
		name, value, ok := strings.Cut(strings.TrimPrefix(l.line(l.out), "export "), "=")
		require.True(l.t, ok)
		vars[name] = strings.Trim(value, "'")
	}
	return vars
}

func TestFake(t *testing.T) {
	b := newBench(t)
	l := b.start("fake")
	vars := exports(l, 9)
	require.Equal(t, "the fake platform is at "+vars["WORKWX_BASE_URL"]+"; Ctrl-C ends it", l.line(l.err))
	agent, err := strconv.ParseInt(vars["WORKWX_AGENT_ID"], 10, 64)
	require.NoError(t, err)
	client, err := workwx.NewClient(vars["WORKWX_CORP_ID"], vars["WORKWX_CORP_SECRET"], workwx.WithAgentID(agent), workwx.WithBaseURL(vars["WORKWX_BASE_URL"]))
	require.NoError(t, err)
	_, err = client.SendTextMessage(t.Context(), workwx.ToUsers("zhangsan"), "hello\nworld")
	require.NoError(t, err)
	require.Equal(t, "GET /cgi-bin/gettoken", l.line(l.err))
	require.Equal(t, "POST /cgi-bin/message/send", l.line(l.err))
	require.Equal(t, "  text to zhangsan: hello world", l.line(l.err))
	robot, err := workwx.NewWebhook(vars["WORKWX_WEBHOOK"])
	require.NoError(t, err)
	require.NoError(t, robot.SendText(t.Context(), strings.Repeat("中", 100)))
	require.Equal(t, "POST /cgi-bin/webhook/send", l.line(l.err))
	require.Equal(t, "  text to the robot's group: "+strings.Repeat("中", 30)+"…", l.line(l.err))
	_, err = client.GetUser(t.Context(), "nobody")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)
	require.Contains(t, l.line(l.err), "GET /cgi-bin/user/get  errcode 60111")
	_, err = workwx.NewCallbackCrypto(vars["WORKWX_CALLBACK_TOKEN"], vars["WORKWX_CALLBACK_AES_KEY"], vars["WORKWX_CORP_ID"])
	require.NoError(t, err)
	require.Empty(t, l.end(), "Ctrl-C is no failure")
}

func TestFakeSeed(t *testing.T) {
	b := newBench(t)
	file := filepath.Join(t.TempDir(), "seed.json")
	write := func(text string) { require.NoError(t, os.WriteFile(file, []byte(text), 0o600)) }
	write(`{"departments":[{"id":7,"name":"Sales","parentid":1}],
		"users":[{"userid":"ann","name":"Ann","mobile":"13900000001","department":[7]}],
		"tags":[{"tagid":3,"tagname":"on call","userlist":["ann"]}],
		"apps":[{"agentid":1000003,"secret":"another-app","name":"Sales"}],
		"webhooks":["seeded-key"]}`)
	l := b.start("--json", "fake", "--seed", file, "--quiet")
	var info fakeInfo
	require.NoError(t, json.NewDecoder(l.out).Decode(&info))
	client, err := workwx.NewClient(info.CorpID, "another-app", workwx.WithAgentID(1000003), workwx.WithBaseURL(info.BaseURL))
	require.NoError(t, err)
	tagged, err := client.ListTagUsers(t.Context(), 3)
	require.NoError(t, err)
	require.Equal(t, "Ann", tagged.UserList[0].Name)
	robot, err := workwx.NewWebhook("seeded-key", workwx.WithBaseURL(info.BaseURL))
	require.NoError(t, err)
	require.NoError(t, robot.SendText(t.Context(), "hi"))
	l.end()

	for text, says := range map[string]string{
		`{"user":[]}`:                                      `unknown field "user"`,
		`{"users":[{"userid":"x"}]}`:                       "--seed: a user",
		`{"apps":[{"agentid":1}]}`:                         "an app needs",
		`{"apps":[{"agentid":1000002,"secret":"x"}]}`:      "an agentid of its own",
		`{"departments":[{"name":"x","parentid":9}]}`:      "--seed: a department",
		`{"tags":[{"tagname":"x","userlist":["nobody"]}]}`: `--seed: the tag "x"`,
	} {
		write(text)
		r := b.try("fake", "--seed", file)
		require.NotZero(t, r.code)
		require.Contains(t, r.err, says)
	}
	require.Contains(t, b.fails(exitFailure, "fake", "--addr", "127.0.0.1:x"), "listen")
}

// TestFakeRunsACommand: it finds the fake by its environment, and its exit code is passed on.
func TestFakeRunsACommand(t *testing.T) {
	b := newBench(t)
	workwxTool := filepath.Join(tool(t), "workwx")
	var out, errs bytes.Buffer
	run := func(args ...string) int {
		out.Reset()
		errs.Reset()
		return run(t.Context(), append([]string{"fake", "--quiet", "--"}, args...), append(b.env, "WORKWX_PROFILE=gone"), strings.NewReader("from stdin"), &out, &errs)
	}
	require.Zero(t, run(workwxTool, "user", "get", "zhangsan"), errs.String())
	require.Contains(t, out.String(), "张三")
	require.Zero(t, run(workwxTool, "send", "text", "--to", "lisi"), errs.String())
	require.Equal(t, exitPartly, run(workwxTool, "send", "text", "--to", "lisi,nobody", "x"))
	require.Equal(t, exitRefused, run(workwxTool, "user", "get", "nobody"))
	require.Equal(t, exitUsage, run("no-such-command-anywhere"))
	require.Contains(t, errs.String(), "there is no command")
}
