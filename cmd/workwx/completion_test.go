package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

// words completes a command line as the scripts do.
func words(b *bench, typed ...string) []string {
	b.t.Helper()
	var list []string
	for line := range strings.Lines(b.ok(append(typed, "--generate-shell-completion")...)) {
		word, about, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(b.t, ok, line)
		require.NotContains(b.t, about, "\t")
		list = append(list, word)
	}
	return list
}

func TestCompletion(t *testing.T) {
	b := newBench(t)
	b.with("x\n").ok("profile", "set", "prod", "--corp-id", "ww")
	b.ok("profile", "set", "staging", "--corp-id", "ww")
	require.Subset(t, words(b), []string{"send", "api", "profile", "completion", "fake"})
	require.Equal(t, []string{"text", "markdown", "image", "voice", "video", "file", "textcard", "news", "card"}, words(b, "send"))
	require.Equal(t, []string{"bash", "zsh", "fish"}, words(b, "completion"))
	require.Subset(t, words(b, "send", "text", "--"), []string{"--to", "--tail", "--json", "--profile", "--help"})
	require.Subset(t, words(b, "send", "text", "-"), []string{"--to"})
	require.Subset(t, words(b, "-"), []string{"--json"})
	require.Equal(t, []string{"prod", "staging"}, words(b, "--profile"))
	require.Equal(t, []string{"prod", "staging"}, words(b, "send", "text", "-p"))
	require.Equal(t, []string{"prod", "staging"}, words(b, "profile", "use"))
	require.Equal(t, formats, words(b, "user", "list", "--format"))
	require.Equal(t, mediaTypes, words(b, "media", "upload", "--type"))
	require.Equal(t, tokenKinds, words(b, "token", "--kind"))
	require.Empty(t, words(b, "send", "text", "--to", "zhangsan"), "a text is not known")
	require.Empty(t, b.srv.Messages(), "completing runs nothing")

	paths := words(b, "api")
	require.Len(t, paths, len(workwx.Endpoints())+2)
	require.Contains(t, paths, "/cgi-bin/user/get")
	require.Contains(t, words(b, "api", "GET"), "/cgi-bin/user/get")
	require.NotContains(t, words(b, "api", "POST"), "/cgi-bin/user/get")
	require.Empty(t, words(b, "api", "GET", "/cgi-bin/user/get"))
	require.Contains(t, words(b.set("WORKWX_WORD=us"), "api"), "user/get")
	require.Contains(t, words(b.set("WORKWX_WORD=cgi-bin/u"), "api"), "cgi-bin/user/get")
	require.Contains(t, words(b.set("WORKWX_WORD=/c"), "api"), "/cgi-bin/user/get")

	require.NoError(t, os.WriteFile(configFile(b), []byte("{"), 0o600))
	require.Empty(t, words(b, "--profile"), "a problem is told when a command runs")
}

func TestCompletionScripts(t *testing.T) {
	b := newBench(t)
	require.Contains(t, b.ok("completion", "bash"), "complete -o default -F _workwx workwx")
	require.Contains(t, b.ok("completion", "zsh"), "#compdef workwx")
	require.Contains(t, b.ok("completion", "fish"), "complete -c workwx")
	for _, shell := range []string{"bash", "zsh", "fish"} {
		require.NotContains(t, b.ok("completion", shell), "eval", "what was typed is not run")
	}
	require.Contains(t, b.fails(exitUsage, "completion", "tcsh"), "no command")
}

// TestCompletionInBash has the shell complete, with what would be harm on the line.
func TestCompletionInBash(t *testing.T) {
	b := newBench(t)
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	harm := filepath.Join(t.TempDir(), "harm")
	complete := func(cword string, typed ...string) string {
		script := `source <(workwx completion bash); COMP_CWORD=$1; shift; COMP_WORDS=("$@"); _workwx; printf '%s\n' "${COMPREPLY[@]}"`
		cmd := exec.Command(bash, append([]string{"-c", script, "bash", cword}, typed...)...)
		cmd.Env = append(append(os.Environ(), b.env...), "PATH="+tool(t)+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		return strings.TrimSpace(string(out))
	}
	require.Equal(t, "send", complete("1", "workwx", "se"))
	require.Equal(t, "text\ntextcard", complete("2", "workwx", "send", "te"))
	require.Equal(t, "--translate-ids", complete("3", "workwx", "send", "text", "--tr"))
	require.Equal(t, "/cgi-bin/user/get\n/cgi-bin/user/getuserinfo", complete("3", "workwx", "api", "GET", "/cgi-bin/user/get"))
	require.Equal(t, "user/get_active_stat\nuser/get_userid_by_email", complete("3", "workwx", "api", "POST", "user/get_"))
	require.Empty(t, complete("4", "workwx", "send", "text", `"$(touch `+harm+`)"`, ""))
	require.NoFileExists(t, harm)
}
