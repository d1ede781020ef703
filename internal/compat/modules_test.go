package compat

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestModules: the root module requires no more than was agreed, and its library is built of less: what only tests
// need is not linked into a user's program.
func TestModules(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Replace []json.RawMessage
	}
	require.NoError(t, json.Unmarshal(output(t, root, "go", "mod", "edit", "-json"), &mod))
	direct := []string{"github.com/go-resty/resty/v2", "github.com/stretchr/testify", "github.com/jarcoal/httpmock", "golang.org/x/sync", "golang.org/x/time",
		"github.com/urfave/cli/v3"} // of the tool alone
	indirect := []string{"go.yaml.in/yaml/v3", "golang.org/x/net"} // of testify, of resty
	require.Empty(t, mod.Replace, "a replacement does not reach the users")
	for _, r := range mod.Require {
		agreed := direct
		if r.Indirect {
			agreed = slices.Concat(direct, indirect)
		}
		require.Contains(t, agreed, r.Path, "nobody agreed on it; if it is to stay, add it here")
	}

	linked := []string{"github.com/go-workwx/workwx", "github.com/go-resty/resty/v2", "golang.org/x/net", "golang.org/x/sync", "golang.org/x/time"}
	list := output(t, root, "go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".", "./workwxtest")
	for module := range bytes.FieldsSeq(list) {
		require.Contains(t, linked, string(module), "linked into every program that uses the library")
	}
}

func output(t *testing.T, dir string, command ...string) []byte {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())
	return out
}
