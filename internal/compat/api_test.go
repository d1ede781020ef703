package compat

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the lists anew")

// TestNothingIsRemoved compares what the packages export with the lists in this directory, so that a removal or
// a change cannot happen without a line that a reviewer sees. What is new need not stand there yet, so that
// branches that add do not get in each other's way: before a release, and when a removal is meant, run
//
//	go test ./internal/compat -update
func TestNothingIsRemoved(t *testing.T) {
	t.Parallel()
	for name, dir := range map[string]string{"workwx": ".", "workwxtest": "workwxtest"} {
		api, err := API(filepath.Join("..", "..", dir))
		require.NoError(t, err)
		file := name + ".txt"
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(strings.Join(api, "\n")+"\n"), 0o644))
			continue
		}
		golden, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NotEmpty(t, strings.TrimSpace(string(golden)))
		var gone []string
		for line := range strings.Lines(string(golden)) {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(api, line) {
				gone = append(gone, line)
			}
		}
		require.Empty(t, gone, "package %s no longer has these; if that is meant, run go test ./internal/compat -update", name)
	}
}

func TestAPI(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.go"), []byte("package a\n"+`
type hidden struct{ Field int }
func (hidden) Method() {}
type Shown[T any] struct {
	A, B  []*hidden `+"`json:\"a\"`"+`
	inner int
	Embedded
}
func (s *Shown[T]) Method(ctx context.Context, a, b string) (x int, err error) { return }
type Embedded interface { Do(f func(a int) error) string; error }
type Alias = Embedded
type F func(x int)
const ( One Kind = iota; Two; three )
const Text = "a"
var Err, other = 1, 2
func New(opts ...Option) F { return nil }
func old() {}
`), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a_test.go"), []byte("package a\nfunc Helper() {}\n"), 0o644))
	api, err := API(dir)
	require.NoError(t, err)
	require.Equal(t, []string{
		`const One Kind = iota`,
		`const Text = "a"`,
		`const Two Kind`,
		"field Shown.A []*hidden `json:\"a\"`",
		"field Shown.B []*hidden `json:\"a\"`",
		`field Shown: Embedded`,
		`func (*Shown[T]).Method(context.Context, string, string) (int, error)`,
		`func New(...Option) F`,
		`method Embedded.Do(func(int) error) string`,
		`method Embedded: error`,
		`type Alias = Embedded`,
		`type Embedded interface`,
		`type F func(int)`,
		`type Shown[T any] struct`,
		`var Err`,
	}, api)
}
