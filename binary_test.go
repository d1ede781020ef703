package workwx_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a program that sends one message grows by when it uses this package instead of net/http.
const maxBinaryGrowth = 1_500_000

const programHere = `package main

import (
	"context"
	"fmt"
	"os"

	"github.com/go-workwx/workwx"
)

func main() {
	client, err := workwx.NewClient(os.Args[1], os.Args[2], workwx.WithAgentID(1))
	if err == nil {
		_, err = client.SendTextMessage(context.Background(), workwx.ToUsers("zhangsan"), "hello")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`

const programByHand = `package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
)

const base = "https://qyapi.weixin.qq.com/cgi-bin"

type text struct {
	Content string ` + "`json:\"content\"`" + `
}

type message struct {
	ToUser  string ` + "`json:\"touser\"`" + `
	MsgType string ` + "`json:\"msgtype\"`" + `
	AgentID int64  ` + "`json:\"agentid\"`" + `
	Text    text   ` + "`json:\"text\"`" + `
}

type answer struct {
	ErrCode     int64  ` + "`json:\"errcode\"`" + `
	ErrMsg      string ` + "`json:\"errmsg\"`" + `
	AccessToken string ` + "`json:\"access_token\"`" + `
}

func decode(resp *http.Response, err error) (*answer, error) {
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return nil, err
	}
	if a.ErrCode != 0 {
		return nil, fmt.Errorf("errcode %d: %s", a.ErrCode, a.ErrMsg)
	}
	return &a, nil
}

func send() error {
	a, err := decode(http.Get(base + "/gettoken?" + url.Values{"corpid": {os.Args[1]}, "corpsecret": {os.Args[2]}}.Encode()))
	if err != nil {
		return err
	}
	body, err := json.Marshal(message{"zhangsan", "text", 1, text{"hello"}})
	if err != nil {
		return err
	}
	_, err = decode(http.Post(base+"/message/send?access_token="+url.QueryEscape(a.AccessToken), "application/json", bytes.NewReader(body)))
	return err
}

func main() {
	if err := send(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`

func TestBinarySize(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it builds two programs")
	}
	here, hand := buildProgram(t, programHere), buildProgram(t, programByHand)
	growth := fileSize(t, here) - fileSize(t, hand)
	t.Logf("%d bytes with this package, %d by hand: %d more", fileSize(t, here), fileSize(t, hand), growth)
	require.LessOrEqual(t, growth, int64(maxBinaryGrowth))

	// The linker drops the methods that nobody calls, unless something reflects over Client.
	symbols, err := exec.Command("go", "tool", "nm", here).Output()
	require.NoError(t, err)
	var methods []string
	for _, m := range regexp.MustCompile(`workwx\.\(\*Client\)\.([A-Z]\w*)\n`).FindAllStringSubmatch(string(symbols), -1) {
		methods = append(methods, m[1])
	}
	require.NotEmpty(t, methods) // those that fetch tokens, if not inlined
	require.Less(t, len(methods), 20, methods)
}

// buildProgram builds a program of one file and returns the path of its binary.
func buildProgram(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	file, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "program.exe")
	require.NoError(t, os.WriteFile(file, []byte(source), 0o600))
	var out bytes.Buffer
	cmd := exec.Command("go", "build", "-o", binary, file)
	cmd.Stdout, cmd.Stderr = &out, &out
	require.NoError(t, cmd.Run(), out.String())
	return binary
}

func fileSize(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	require.NoError(t, err)
	return info.Size()
}
