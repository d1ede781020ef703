package compat

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPreviousRelease compiles what the previous release showed to its users against the library as it is now: the
// tool, the examples, the tests from outside, and every Go block of the READMEs and guides.
func TestPreviousRelease(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	tag, err := exec.Command("git", "-C", root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*").Output()
	if err != nil {
		t.Skip("there is no release yet, or no history here")
	}
	release := strings.TrimSpace(string(tag))
	old := t.TempDir()
	untar(t, output(t, root, "git", "archive", "--format=tar", release), old)
	for _, dir := range []string{".", "workwxtest"} {
		replaceSources(t, filepath.Join(root, dir), filepath.Join(old, dir))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		copyFile(t, filepath.Join(root, name), filepath.Join(old, name))
	}
	compile := func(command ...string) {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Dir = old
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s, of %s:\n%s", strings.Join(command, " "), release, out)
	}
	compile("go", "vet", ".", "./workwxtest", "./cmd/...")
	compile("go", "test", "-run", "TestSnippets", "./internal/readme")
}

// replaceSources puts the library's sources in place of the old ones, and drops the tests that look into it.
func replaceSources(t *testing.T, from, to string) {
	t.Helper()
	outside := regexp.MustCompile(`(?m)^package \w+_test$`)
	files, err := filepath.Glob(filepath.Join(to, "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		base := filepath.Base(name)
		isTest := strings.HasSuffix(base, "_test.go") && outside.Match(src)
		// Those of the root package share helpers that look into it; the examples stand alone.
		if !isTest || filepath.Base(to) != "workwxtest" && !strings.HasPrefix(base, "example") {
			require.NoError(t, os.Remove(name))
		}
	}
	files, err = filepath.Glob(filepath.Join(from, "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		if !strings.HasSuffix(name, "_test.go") {
			copyFile(t, name, filepath.Join(to, filepath.Base(name)))
		}
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, content, 0o644))
}

func untar(t *testing.T, archive []byte, dir string) {
	t.Helper()
	r := tar.NewReader(bytes.NewReader(archive))
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
		name := filepath.Join(dir, filepath.FromSlash(h.Name))
		switch h.Typeflag {
		case tar.TypeDir:
			require.NoError(t, os.MkdirAll(name, 0o755))
		case tar.TypeReg:
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
			content, err := io.ReadAll(r)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(name, content, 0o644))
		}
	}
}
