package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// bare has nothing configured but where the profiles are.
func bare(b *bench) *bench {
	c := *b
	c.env = b.env[:1:1]
	return &c
}

func configFile(b *bench) string { return b.env[0][len("WORKWX_CONFIG="):] }

func TestProfiles(t *testing.T) {
	full := newBench(t)
	b := bare(full)
	r := b.try("profile", "list")
	require.Zero(t, r.code)
	require.Contains(t, r.err, "there is no profile")

	require.Contains(t, b.with(markerSecret+"\n").ok("profile", "set", "prod", "--corp-id", "wwtest", "--agent-id", "1000002", "--base-url", b.srv.URL, "--secret"), "it is the current profile")
	text, err := os.ReadFile(configFile(b))
	require.NoError(t, err)
	require.Contains(t, string(text), markerSecret, "it is stored")
	if runtime.GOOS != "windows" {
		info, err := os.Stat(configFile(b))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
		dir, err := os.Stat(filepath.Dir(configFile(b)))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o700), dir.Mode().Perm())
	}
	require.Contains(t, b.ok("user", "get", "lisi"), "李四")

	// The other secrets, a line each; what is not named stays.
	key := full.srv.URL + "/cgi-bin/webhook/send?key=" + markerKey
	b.with(key+"\n"+markerToken+"\n"+markerAESKey+"\n").ok("profile", "set", "prod", "--webhook", "--callback")
	require.Contains(t, b.ok("webhook", "send", "text", "hi"), "sent")

	require.Contains(t, b.with(key).ok("profile", "set", "robot", "--webhook"), "workwx profile use robot")
	list := b.ok("profile", "list")
	require.Regexp(t, `(?m)^\* +prod +wwtest +1000002 +stored +stored +stored +http`, list)
	require.Regexp(t, `(?m)^  +robot +- +- +- +stored +- +-`, list)
	infos := read[[]profileInfo](b, "profile", "list")
	require.Len(t, infos, 2)
	require.True(t, infos[0].Current && infos[0].HasSecret)

	require.Contains(t, b.ok("profile", "use", "robot"), "robot is the current profile")
	require.Contains(t, b.fails(exitUsage, "token"), "no corp ID is configured")
	require.Contains(t, b.ok("-p", "prod", "token"), "profile prod")
	require.Contains(t, b.set("WORKWX_PROFILE=prod").ok("token"), "profile prod")
	require.Contains(t, b.fails(exitUsage, "-p", "prd", "token"), `no profile "prd"; did you mean "prod"?`)
	require.Contains(t, b.fails(exitUsage, "profile", "use", "x"), "no profile")

	require.Contains(t, b.ok("profile", "remove", "robot"), "no profile is current now")
	require.Len(t, read[[]profileInfo](b, "profile", "list"), 1)
	require.True(t, read[profileInfo](b, "profile", "use", "prod").Current)
	require.Equal(t, "prod", read[profileInfo](b, "profile", "remove", "prod").Name)
}

// TestPrecedence: environment variables come before the current profile and not before --profile.
func TestPrecedence(t *testing.T) {
	full := newBench(t)
	bare(full).with("secret-of-another\n").ok("profile", "set", "other", "--corp-id", "wwother", "--base-url", full.srv.URL, "--secret")
	require.Contains(t, full.ok("token"), "profile other and environment variables")
	require.Contains(t, full.fails(exitRefused, "-p", "other", "token"), "errcode 40013")
	require.Contains(t, bare(full).set("WORKWX_CORP_SECRET="+markerSecret, "WORKWX_CORP_ID=wwtest").ok("token"), "wwtest")
}

func TestProfileProblems(t *testing.T) {
	b := bare(newBench(t))
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x"), "nothing to store")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "a b", "--corp-id", "ww"), "letters, digits")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--secret"), "missing from standard input")
	require.Contains(t, b.with("\n").fails(exitUsage, "profile", "set", "x", "--secret"), "missing from standard input")
	require.Contains(t, b.with("a b\n").fails(exitUsage, "profile", "set", "x", "--corp-id", "ww", "--secret"), "white space")
	require.Contains(t, b.with("t\nshort\n").fails(exitUsage, "profile", "set", "x", "--callback"), "43")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--corp-id", "ww", "--agent-id", "-4"), "--agent-id")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--base-url", "ftp://x"), "https://host")
	// A secret on the command line is refused, and not repeated.
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--secret", markerSecret), "does not go on the command line")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--secret="+markerSecret), "value of --secret is wrong")
	require.Contains(t, b.fails(exitUsage, "profile", "set", "x", "--corp-secret", markerSecret), "no option --corp-secret")
	require.NoFileExists(t, configFile(b))
}

func TestConfigFileProblems(t *testing.T) {
	b := bare(newBench(t))
	require.NoError(t, os.MkdirAll(filepath.Dir(configFile(b)), 0o700))
	write := func(text string, mode os.FileMode) {
		require.NoError(t, os.WriteFile(configFile(b), []byte(text), mode))
		require.NoError(t, os.Chmod(configFile(b), mode))
	}
	if runtime.GOOS != "windows" {
		for _, mode := range []os.FileMode{0o644, 0o640, 0o604} {
			write(`{"profiles":{}}`, mode)
			require.Contains(t, b.fails(exitUsage, "profile", "list"), "chmod 600 "+configFile(b))
		}
	}
	for text, says := range map[string]string{
		`{"profiles":{"x":{"corp_secret":"` + markerSecret + `",}}}`: "wrong at byte",
		`{"profiles":{"x":{"corp_secret":"` + markerSecret + `"`:     "incomplete",
		`{"profiles":{"x":{"agent_id":"` + markerSecret + `"}}}`:     "must be a int64",
		`{"profiles":{"x":{"corpsecret":"` + markerSecret + `"}}}`:   `unknown field "corpsecret"`,
	} {
		write(text, 0o600)
		require.Contains(t, b.fails(exitUsage, "profile", "list"), says)
	}
	write(`{"current":"gone","profiles":{"x":null}}`, 0o600)
	require.Contains(t, b.fails(exitUsage, "token"), "no corp ID is configured")
}

// TestNoHome: where there is no place for profiles, as in a bare container, the environment does.
func TestNoHome(t *testing.T) {
	b := newBench(t)
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other variables")
	}
	workwxTool := filepath.Join(tool(t), "workwx")
	for _, tt := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"user", "get", "lisi"}, exitOK, "李四"},
		{[]string{"-p", "prod", "token"}, exitUsage, `no profile "prod"`},
		{[]string{"profile", "set", "prod", "--corp-id", "ww"}, exitUsage, "set WORKWX_CONFIG to a file"},
	} {
		cmd := exec.CommandContext(t.Context(), workwxTool, tt.args...)
		cmd.Env = b.env[1:]
		out, err := cmd.CombinedOutput()
		require.Equal(t, tt.code, cmd.ProcessState.ExitCode(), "%v: %s", err, out)
		require.Contains(t, string(out), tt.says)
	}
}
