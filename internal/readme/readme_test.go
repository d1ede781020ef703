// Package readme checks that what the READMEs and the guides say is so.
package readme

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
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
)

var fence = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")

func blocks(t *testing.T, file, language string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, file))
	require.NoError(t, err)
	var found []string
	for _, m := range fence.FindAllStringSubmatch(string(text), -1) {
		if m[1] == language {
			found = append(found, m[2])
		}
	}
	return found
}

// root is the repository, seen from here.
var root = filepath.Join("..", "..")

// pages lists the READMEs and the guides, less what is generated.
func pages(t *testing.T) []string {
	t.Helper()
	guides, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	require.NoError(t, err)
	found := []string{"README.md", "README.zh-CN.md"}
	for _, g := range guides {
		if name := filepath.Base(g); name != "api.md" {
			found = append(found, "docs/"+name)
		}
	}
	return found
}

// modules are those that snippets need beside the root one, by what such a snippet imports.
var modules = []struct{ imports, dir string }{
	{"github.com/go-workwx/workwx/redisstore", "redisstore"},
	{"github.com/gin-gonic", "examples"},
	{"github.com/prometheus", "examples"},
	{"go.opentelemetry.io", "examples"},
}

func moduleOf(snippet string) string {
	for _, m := range modules {
		if strings.Contains(snippet, m.imports) {
			return m.dir
		}
	}
	return "."
}

// TestSnippets compiles every Go block of the READMEs and the guides, and runs those that are tests. A
// block that is no whole file gets a package clause and the imports that it mentions.
func TestSnippets(t *testing.T) {
	t.Parallel()
	type batch struct{ vet, test []string }
	batches := map[string]*batch{}
	dirs := map[string]string{}
	for _, page := range pages(t) {
		for i, snippet := range blocks(t, page, "go") {
			formatted, err := format.Source([]byte(snippet))
			require.NoError(t, err, "%s, block %d", page, i+1)
			require.Equal(t, string(formatted), snippet, "%s, block %d: not as gofmt has it", page, i+1)
			module := moduleOf(whole(snippet))
			if batches[module] == nil {
				dir, err := os.MkdirTemp(filepath.Join(root, module), "_snippets")
				require.NoError(t, err)
				t.Cleanup(func() { os.RemoveAll(dir) })
				batches[module], dirs[module] = new(batch), dir
			}
			sub := fmt.Sprintf("%s-%d", strings.NewReplacer("/", "-", ".", "-").Replace(page), i+1)
			require.NoError(t, os.MkdirAll(filepath.Join(dirs[module], sub), 0o755))
			name := "snippet.go"
			b := batches[module]
			pkg := "./" + filepath.Join(filepath.Base(dirs[module]), sub)
			if regexp.MustCompile(`(?m)^package \w+_test$`).MatchString(snippet) {
				name = "snippet_test.go"
				b.test = append(b.test, pkg)
			} else {
				b.vet = append(b.vet, pkg)
			}
			require.NoError(t, os.WriteFile(filepath.Join(dirs[module], sub, name), []byte(whole(snippet)), 0o644))
		}
	}
	require.GreaterOrEqual(t, len(batches["."].vet)+len(batches["."].test), 16)
	for module, b := range batches {
		for command, pkgs := range map[string][]string{"vet": b.vet, "test": b.test} {
			if len(pkgs) == 0 {
				continue
			}
			cmd := exec.Command("go", append([]string{command}, pkgs...)...)
			cmd.Dir = filepath.Join(root, module)
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, "go %s: the directories are named by page and number of the block:\n%s", command, out)
		}
	}
}

// whole completes a snippet that is a part of a file.
func whole(snippet string) string {
	if strings.HasPrefix(snippet, "package ") {
		return snippet
	}
	var b bytes.Buffer
	b.WriteString("package snippet\n\nimport (\n")
	for _, path := range []string{
		"context", "crypto/rand", "database/sql", "encoding/json", "errors", "fmt", "io", "log", "log/slog", "net/http", "os", "slices", "testing", "time",
		"github.com/go-workwx/workwx", "github.com/go-workwx/workwx/workwxtest", "github.com/go-workwx/workwx/redisstore",
	} {
		if regexp.MustCompile(`\b` + filepath.Base(path) + `\.[A-Z]`).MatchString(snippet) {
			fmt.Fprintf(&b, "\t%q\n", path)
		}
	}
	if strings.Contains(snippet, "redis.UniversalClient") {
		b.WriteString("\t\"github.com/redis/go-redis/v9\"\n") // which is not named by the end of its path
	}
	b.WriteString(")\n\n")
	return b.String() + snippet
}

// TestCommands: the commands of both READMEs are the same; .ci/run runs the first, and TestScene the others.
func TestCommands(t *testing.T) {
	t.Parallel()
	english := blocks(t, "README.md", "sh")
	require.Equal(t, english, blocks(t, "README.zh-CN.md", "sh"))
	require.Equal(t, "go run ./cmd/workwx demo\ngo test ./...\n", english[0])
	ci, err := os.ReadFile(filepath.Join(root, ".ci", "run"))
	require.NoError(t, err)
	for _, command := range strings.Split(strings.TrimSpace(english[0]), "\n") {
		require.Contains(t, string(ci), "\n"+command+"\n")
	}
}

// TestScene does what the READMEs tell a stranger to do: it starts a fake platform, sends it a message, and
// has the program of the page about callbacks receive one.
func TestScene(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are those of a Unix shell")
	}
	for _, page := range []string{"README.md", "README.zh-CN.md"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			commands := blocks(t, page, "sh")
			require.Len(t, commands, 6)
			start, send, install, listen, push := commands[1], commands[2], commands[3], commands[4], commands[5]
			require.Equal(t, ". ./fake.env\ngo run ./bot\n", listen)
			require.Equal(t, "go get github.com/go-workwx/workwx\n", install)

			dir := t.TempDir()
			build := func(name, pkg string) string {
				file := filepath.Join(dir, name)
				cmd := exec.Command("go", "build", "-o", file, pkg)
				cmd.Dir = root
				out, err := cmd.CombinedOutput()
				require.NoError(t, err, "%s", out)
				return file
			}
			tool := build("workwx", "./cmd/workwx")
			port := freePort(t)
			// What takes the place of "go run ./cmd/workwx" is built once; the port may be taken here.
			run := func(command string) *exec.Cmd {
				require.Contains(t, command, "go run ./cmd/workwx ")
				command = strings.ReplaceAll(command, "go run ./cmd/workwx ", "exec "+tool+" ")
				cmd := exec.Command("sh", "-ec", strings.ReplaceAll(command, "127.0.0.1:8080", "127.0.0.1:"+port))
				cmd.Dir = dir
				return cmd
			}

			platform := run(start)
			var shown locked
			platform.Stderr = &shown
			require.NoError(t, platform.Start())
			t.Cleanup(func() { platform.Process.Kill(); platform.Wait() })
			require.Eventually(t, func() bool {
				env, _ := os.ReadFile(filepath.Join(dir, "fake.env"))
				return strings.Contains(string(env), "WORKWX_CALLBACK_AES_KEY")
			}, 20*time.Second, 20*time.Millisecond)

			out, err := run(send).CombinedOutput()
			require.NoError(t, err, "%s", out)
			require.Eventually(t, func() bool { return strings.Contains(shown.String(), "Hello, 世界") }, 20*time.Second, 20*time.Millisecond)

			var bot string
			for _, snippet := range blocks(t, page, "go") {
				if strings.Contains(snippet, "NewCallbackHandler") {
					bot = strings.ReplaceAll(snippet, `":8080"`, `"127.0.0.1:`+port+`"`)
				}
			}
			source, err := os.MkdirTemp(root, "_scene")
			require.NoError(t, err)
			t.Cleanup(func() { os.RemoveAll(source) })
			require.NoError(t, os.WriteFile(filepath.Join(source, "main.go"), []byte(bot), 0o644))
			program := exec.Command("sh", "-ec", strings.Replace(listen, "go run ./bot", "exec "+build("bot", "./"+filepath.Base(source)), 1))
			program.Dir = dir
			require.NoError(t, program.Start())
			t.Cleanup(func() { program.Process.Kill(); program.Wait() })
			require.Eventually(t, func() bool {
				out, err = run(push).CombinedOutput()
				return err == nil
			}, 20*time.Second, 50*time.Millisecond, "%s", out)
			require.Contains(t, string(out), "where is my order?")
		})
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	require.NoError(t, err)
	return port
}

// locked is a buffer that a process writes while a test reads.
type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestLanguagesAgree: both READMEs have the same sections, blocks and table rows.
func TestLanguagesAgree(t *testing.T) {
	t.Parallel()
	shape := func(file string) (s string) {
		text, err := os.ReadFile(filepath.Join(root, file))
		require.NoError(t, err)
		inCode := false
		for line := range strings.Lines(string(text)) {
			switch {
			case strings.HasPrefix(line, "```"):
				inCode = !inCode
				s += line
			case inCode:
			case strings.HasPrefix(line, "#"):
				s += strings.Repeat("#", strings.Count(strings.Fields(line)[0], "#")) + "\n"
			case strings.HasPrefix(line, "| `"):
				s += strings.ReplaceAll(strings.Split(line, "|")[1], "、", ", ") + "\n"
			case strings.TrimSpace(line) != "":
				s += "text\n"
			}
		}
		return strings.Join(strings.Fields(s), " ")
	}
	require.Equal(t, shape("README.md"), shape("README.zh-CN.md"))
}

// TestLinks: every relative link leads somewhere.
func TestLinks(t *testing.T) {
	t.Parallel()
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	for _, file := range append(pages(t), "CONTRIBUTING.md", "CHANGELOG.md") {
		text, err := os.ReadFile(filepath.Join(root, file))
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			_, err := os.Stat(filepath.Join(root, filepath.Dir(file), m[1]))
			require.NoError(t, err, "%s links to %s", file, m[1])
		}
	}
}

// TestNames: a name in the text that looks as if it were exported is, by one of the packages. In the guides for
// users of other libraries, the first column of the tables has the names of those.
func TestNames(t *testing.T) {
	t.Parallel()
	known := map[string]bool{"Proxy": true, "Cookie": true, "AgentId": true, "GOEXPERIMENT": true}
	for _, dir := range []string{".", "workwxtest", "redisstore"} {
		files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		require.NoError(t, err)
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && id.IsExported() {
					known[id.Name] = true
				}
				return true
			})
		}
	}
	span := regexp.MustCompile("`([^`\n]+)`")
	name := regexp.MustCompile(`^[*&]?(?:workwx\.|workwxtest\.|redisstore\.|srv\.|client\.)?([A-Z][a-z][A-Za-z0-9]*)(?:\(.*\)|\{.*\})?$`)
	firstColumn := regexp.MustCompile(`(?m)^\|[^|\n]*\|`)
	for _, page := range pages(t) {
		b, err := os.ReadFile(filepath.Join(root, page))
		require.NoError(t, err)
		text := fence.ReplaceAllString(string(b), "")
		if strings.HasPrefix(page, "docs/migrating-from-") {
			text = firstColumn.ReplaceAllString(text, "||")
		}
		for _, m := range span.FindAllStringSubmatch(text, -1) {
			if n := name.FindStringSubmatch(m[1]); n != nil {
				require.True(t, known[n[1]], "%s: %s", page, m[1])
			}
		}
	}
}
