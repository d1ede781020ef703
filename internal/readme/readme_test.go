// Package readme checks that what the two READMEs say is so.
package readme

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var fence = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")

func blocks(t *testing.T, file, language string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", file))
	require.NoError(t, err)
	var found []string
	for _, m := range fence.FindAllStringSubmatch(string(text), -1) {
		if m[1] == language {
			found = append(found, m[2])
		}
	}
	return found
}

// TestSnippets compiles every Go block of both READMEs, and runs those that are tests.
func TestSnippets(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"README.md", "README.zh-CN.md"} {
		snippets := blocks(t, file, "go")
		require.GreaterOrEqual(t, len(snippets), 8)
		dir, err := os.MkdirTemp(".", "_snippets")
		require.NoError(t, err)
		t.Cleanup(func() { os.RemoveAll(dir) })
		for i, snippet := range snippets {
			name := "snippet.go"
			switch {
			case strings.Contains(snippet, "_test\n"):
				name = "snippet_test.go"
			case !strings.HasPrefix(snippet, "package "):
				var b bytes.Buffer
				b.WriteString("package snippet\n\nimport (\n")
				for _, pkg := range []string{"context", "errors", "fmt"} {
					if strings.Contains(snippet, pkg+".") {
						fmt.Fprintf(&b, "\t%q\n", pkg)
					}
				}
				b.WriteString("\n\t\"github.com/go-workwx/workwx\"\n)\n\n")
				snippet = b.String() + snippet
			}
			sub := filepath.Join(dir, fmt.Sprint(i))
			require.NoError(t, os.MkdirAll(sub, 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(sub, name), []byte(snippet), 0o644))
			command := []string{"vet"}
			if name == "snippet_test.go" {
				command = []string{"test", "-count=1"}
			}
			out, err := exec.Command("go", append(command, "./"+sub)...).CombinedOutput()
			require.NoError(t, err, "%s, snippet %d:\n%s", file, i+1, out)
		}
	}
}

// TestCommands: the commands of both READMEs are those that .ci/run runs, in the same order.
func TestCommands(t *testing.T) {
	t.Parallel()
	want := []string{"go run ./cmd/workwx demo\ngo test ./...\n", "go get github.com/go-workwx/workwx\n"}
	require.Equal(t, want, blocks(t, "README.md", "sh"))
	require.Equal(t, want, blocks(t, "README.zh-CN.md", "sh"))
	ci, err := os.ReadFile(filepath.Join("..", "..", ".ci", "run"))
	require.NoError(t, err)
	for _, command := range strings.Split(strings.TrimSpace(want[0]), "\n") {
		require.Contains(t, string(ci), "\n"+command+"\n")
	}
}

// TestLanguagesAgree: both READMEs have the same sections, blocks and table rows.
func TestLanguagesAgree(t *testing.T) {
	t.Parallel()
	shape := func(file string) (s string) {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
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
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	for _, file := range []string{"README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			_, err := os.Stat(filepath.Join("..", "..", m[1]))
			require.NoError(t, err, "%s links to %s", file, m[1])
		}
	}
}
