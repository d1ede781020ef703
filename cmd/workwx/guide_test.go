package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/urfave/cli/v3"
)

var guide = filepath.Join("..", "..", "docs", "cli.md")

// block is a fenced block of the guide. One in sh is run; the text after it is what it prints, and a second
// text what the terminal of the last command that lasts shows. One in console needs a terminal.
type block struct{ language, text string }

func guideBlocks(t *testing.T) []block {
	text, err := os.ReadFile(guide)
	require.NoError(t, err)
	var list []block
	for _, m := range regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$").FindAllStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"), -1) {
		list = append(list, block{m[1], m[2]})
	}
	return list
}

// lasting are commands that a block leaves running, as in a terminal of its own.
var lasting = regexp.MustCompile(`(?m)^workwx (fake|callback serve)\b[^\n]*\n\z`)

// shell runs the blocks of the guide one after another, as a reader does: in one directory, with the
// variables that earlier blocks set.
type shell struct {
	t    *testing.T
	bash string
	dir  string
	env  []string
}

// run runs a block that ends, and returns its standard output and standard error.
func (s *shell) run(text string) (out, errs string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	cmd := s.command(ctx, text)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	require.NoError(s.t, cmd.Run(), "%s\n%s%s", text, o.String(), e.String())
	return o.String(), e.String()
}

func (s *shell) command(ctx context.Context, text string) *exec.Cmd {
	const keep = "trap 'export -p > ../state.sh' EXIT\n[[ -e ../state.sh ]] && . ../state.sh\n"
	cmd := exec.CommandContext(ctx, s.bash, "-euo", "pipefail", "-c", keep+text)
	cmd.Dir, cmd.Env = s.dir, s.env
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

// output is what a command writes while it runs.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// start runs a block that lasts until the test ends, when it is told to end, which must be a success. It
// returns what the block has written when it is ready.
func (s *shell) start(text string) *output {
	s.t.Helper()
	out := &output{}
	cmd := s.command(context.Background(), strings.TrimSuffix(lasting.ReplaceAllStringFunc(text, func(last string) string { return "exec " + last }), "\n"))
	cmd.Stdout, cmd.Stderr = out, out
	require.NoError(s.t, cmd.Start())
	s.t.Cleanup(func() {
		require.NoError(s.t, cmd.Process.Signal(os.Interrupt))
		require.NoError(s.t, cmd.Wait(), out.String())
	})
	waitFor(s.t, out, "Ctrl-C ends it")
	return out
}

// waitFor waits until a command in the background has written something.
func waitFor(t *testing.T, out *output, text string) {
	t.Helper()
	require.Eventually(t, func() bool { return strings.Contains(out.String(), text) }, time.Minute, 5*time.Millisecond, "it never wrote %q", text)
}

// TestGuide runs the shell blocks of docs/cli.md and compares what they print with the block after each.
// There, … stands for anything.
func TestGuide(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("no bash")
	}
	dir := filepath.Join(t.TempDir(), "work")
	require.NoError(t, os.MkdirAll(dir, 0o700))
	for name, content := range map[string]string{
		"report.pdf": "a report", "photo.jpg": "a photo", "card.json": guideCard,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	}
	s := &shell{t, bash, dir, []string{"PATH=" + tool(t) + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + dir}}
	port := freePort(t)
	ran := 0
	var background []*output
	list := guideBlocks(t)
	for i, b := range list {
		if b.language == "text" && list[i-1].language == "text" {
			for part := range strings.SplitSeq(strings.TrimSpace(b.text), "…") {
				waitFor(t, background[len(background)-1], part)
			}
			continue
		}
		if b.language != "sh" {
			continue
		}
		text := strings.ReplaceAll(b.text, "127.0.0.1:8080", "127.0.0.1:"+port)
		ran++
		var got string
		if lasting.MatchString(text) {
			background = append(background, s.start(text))
		} else {
			got, _ = s.run(text)
		}
		if i+1 == len(list) || list[i+1].language != "text" {
			require.Empty(t, got, "after:\n%s", text)
			continue
		}
		want := strings.Split(strings.TrimSpace(list[i+1].text), "…")
		for j := range want {
			want[j] = regexp.QuoteMeta(want[j])
		}
		require.Regexp(t, `(?s)\A`+strings.Join(want, ".*?")+`\s*\z`, strings.ReplaceAll(got, port, "8080"), "after:\n%s", text)
	}
	require.Greater(t, ran, 15)
	require.Len(t, background, 2)
}

const guideCard = `{"card_type": "text_notice", "main_title": {"title": "Disk"}, "card_action": {"type": 1, "url": "https://example.com"}}`

func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
}

// TestGuideIsComplete: the guide mentions every command, every variable and every exit code.
func TestGuideIsComplete(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(guide)
	require.NoError(t, err)
	text := string(raw)
	a := &app{stdin: strings.NewReader(""), stdout: new(bytes.Buffer), stderr: new(bytes.Buffer)}
	var walk func(c *cli.Command)
	walk = func(c *cli.Command) {
		for _, sub := range c.Commands {
			require.Regexp(t, `\b`+regexp.QuoteMeta(sub.Name)+`\b`, text)
			walk(sub)
		}
	}
	walk(a.root())
	for _, name := range regexp.MustCompile(`WORKWX_\w+`).FindAllString(about, -1) {
		require.Contains(t, text, "`"+name+"`")
	}
	for _, code := range []int{exitOK, exitFailure, exitUsage, exitRefused, exitNoAnswer, exitPartly, exitInterrupted} {
		require.Contains(t, text, fmt.Sprintf("| %d |", code))
	}
	// And no option that is none.
	known := map[string]bool{}
	var options func(c *cli.Command)
	options = func(c *cli.Command) {
		for _, f := range c.Flags {
			for _, n := range f.Names() {
				known[n] = true
			}
		}
		for _, sub := range c.Commands {
			options(sub)
		}
	}
	options(a.root())
	for _, m := range regexp.MustCompile("(?m)(?:^|[ `])--?([a-z][a-z-]*)").FindAllStringSubmatch(text, -1) {
		require.True(t, known[m[1]] || m[1] == "help", "--%s", m[1])
	}
}

// TestSignals: told to end, the tool ends what it does in order.
func TestSignals(t *testing.T) {
	b := newBench(t)
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	out := &output{}
	cmd := exec.Command(filepath.Join(tool(t), "workwx"), "fake")
	cmd.Env = []string{"HOME=" + t.TempDir()}
	cmd.Stdout, cmd.Stderr = out, out
	require.NoError(t, cmd.Start())
	waitFor(t, out, "Ctrl-C ends it")
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.NoError(t, cmd.Wait())

	// Standard input that never ends does not keep it.
	for _, args := range [][]string{{"send", "text", "--to", "lisi"}, {"api", "tag/create", "-d", "-"}, {"callback", "decrypt"}} {
		stdin, w := io.Pipe()
		ctx, cancel := context.WithCancel(t.Context())
		var errs bytes.Buffer
		ended := make(chan int, 1)
		go func() { ended <- run(ctx, args, b.env, stdin, io.Discard, &errs) }()
		_, err := w.Write([]byte("{")) // it reads
		require.NoError(t, err)
		cancel()
		require.Equal(t, exitInterrupted, <-ended)
		require.Equal(t, "workwx: interrupted\n", errs.String())
		w.Close()
	}
	require.Empty(t, b.srv.Messages())
}
