package redisstore_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"
)

// The test binary is also the other processes of a fleet: see fleet_test.go.
func TestMain(m *testing.M) {
	if config := os.Getenv(childEnv); config != "" {
		runChild(config)
		return
	}
	flag.Parse()
	if addr, err := sharedAddr(); err == nil {
		check(os.Setenv("REDIS_ADDR", addr)) // for the examples
	} else if os.Getenv(requireEnv) != "" {
		fmt.Fprintln(os.Stderr, "redisstore:", err, "(apt-get install redis-server)")
		os.Exit(1)
	} else {
		fmt.Fprintln(os.Stderr, "redisstore: NOT TESTED:", err)
		check(flag.Set("test.skip", "^Example")) // which cannot skip themselves
	}
	code := m.Run()
	if shared.server != nil {
		shared.server.kill()
		os.RemoveAll(shared.server.dir)
	}
	os.Exit(code)
}

// requireEnv is set where tests without a server are worth nothing, such as in .ci/run.
const requireEnv = "REDISSTORE_TEST_REQUIRE_REDIS"

// redisBinary finds the server that the tests run against. Without it they are skipped: see TestMain.
func redisBinary(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("redis-server")
	if err != nil {
		t.Skip("NOT TESTED: redis-server is not on the PATH; install it (apt-get install redis-server, brew install redis)")
	}
	return path
}

// redisServer is a server process of a test's own, which persists nothing.
type redisServer struct {
	addr string
	dir  string
	path string
	args []string
	cmd  *exec.Cmd
}

// startRedis starts a server on a free port. It is killed when the test ends.
func startRedis(t *testing.T, args ...string) *redisServer {
	t.Helper()
	s := &redisServer{path: redisBinary(t), dir: t.TempDir(), args: args}
	require.NoError(t, s.start())
	t.Cleanup(s.kill)
	return s
}

// start starts the server, again at its old address if it had one.
func (s *redisServer) start() error {
	var err error
	for range 3 { // somebody may take the port in between
		addr := s.addr
		if addr == "" {
			if addr, err = freeAddr(); err != nil {
				return err
			}
		}
		if err = s.listen(addr); err == nil {
			s.addr = addr
			return nil
		}
	}
	return err
}

func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

func (s *redisServer) listen(addr string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return err
	}
	s.cmd = exec.Command(s.path, append([]string{
		"--bind", host, "--port", port, "--dir", s.dir, "--save", "", "--appendonly", "no", "--daemonize", "no",
		"--logfile", filepath.Join(s.dir, "log"),
	}, s.args...)...)
	if err := s.cmd.Start(); err != nil {
		return err
	}
	rdb := redis.NewClient(&redis.Options{Addr: addr, MaxRetries: -1})
	defer rdb.Close()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if rdb.Ping(context.Background()).Err() == nil {
			return nil
		}
	}
	s.kill()
	log, _ := os.ReadFile(filepath.Join(s.dir, "log"))
	return fmt.Errorf("redis-server does not answer:\n%s", log)
}

// kill ends the server without giving it time for anything.
func (s *redisServer) kill() {
	s.cmd.Process.Kill()
	_ = s.cmd.Wait() // it was killed
}

// shared is the server of all tests that do not harm theirs.
var shared struct {
	once   sync.Once
	server *redisServer
	err    error
}

// sharedAddr starts the shared server when it is needed first.
func sharedAddr() (string, error) {
	shared.once.Do(func() {
		path, err := exec.LookPath("redis-server")
		if err != nil {
			shared.err = err
			return
		}
		dir, err := os.MkdirTemp("", "redisstore-")
		if err != nil {
			shared.err = err
			return
		}
		s := &redisServer{path: path, dir: dir}
		if shared.err = s.start(); shared.err == nil {
			shared.server = s
		}
	})
	if shared.err != nil {
		return "", shared.err
	}
	return shared.server.addr, nil
}

// connect returns a client of the shared server, and a prefix for the keys of the test.
func connect(t *testing.T) (rdb *redis.Client, prefix string) {
	t.Helper()
	redisBinary(t)
	addr, err := sharedAddr()
	require.NoError(t, err)
	return clientOf(t, addr), t.Name() + ":"
}

func clientOf(t *testing.T, addr string) *redis.Client {
	t.Helper()
	rdb := redis.NewClient(&redis.Options{Addr: addr})
	t.Cleanup(func() { rdb.Close() })
	return rdb
}

// proxy stands between a client and a server, and delays what the server says.
type proxy struct {
	addr  string
	delay atomic.Int64 // nanoseconds; less than 0 is for ever
}

func startProxy(t *testing.T, target string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	p := &proxy{addr: l.Addr().String()}
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	t.Cleanup(func() { stop(); l.Close(); wg.Wait() })
	wg.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			wg.Go(func() { p.serve(ctx, conn, target) })
		}
	})
	return p
}

func (p *proxy) serve(ctx context.Context, conn net.Conn, target string) {
	server, err := net.Dial("tcp", target)
	if err != nil {
		conn.Close()
		return
	}
	defer context.AfterFunc(ctx, func() { conn.Close(); server.Close() })()
	var wg sync.WaitGroup
	wg.Go(func() { io.Copy(server, conn); server.Close() })
	defer wg.Wait()
	defer conn.Close()
	buf := make([]byte, 64<<10)
	for {
		n, err := server.Read(buf)
		if err != nil {
			return
		}
		delay := time.Duration(p.delay.Load())
		if delay < 0 {
			<-ctx.Done()
			return
		}
		time.Sleep(delay)
		if _, err := conn.Write(buf[:n]); err != nil {
			return
		}
	}
}

// child is another process, which says and is told things line by line.
type child struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	stray strings.Builder
}

// startChild runs the test binary as a process of its own.
func startChild(t *testing.T, config childConfig) *child {
	t.Helper()
	data, err := json.Marshal(config)
	require.NoError(t, err)
	c := &child{cmd: exec.Command(os.Args[0])}
	c.cmd.Env = append(os.Environ(), childEnv+"="+string(data), "GOMAXPROCS=2")
	c.cmd.Stderr = &c.stray
	c.in, err = c.cmd.StdinPipe()
	require.NoError(t, err)
	out, err := c.cmd.StdoutPipe()
	require.NoError(t, err)
	c.out = bufio.NewReader(out)
	require.NoError(t, c.cmd.Start())
	t.Cleanup(func() {
		c.in.Close() // which ends it
		if err := c.cmd.Wait(); err != nil && !t.Failed() {
			t.Errorf("a child process: %v\n%s", err, c.stray.String())
		}
	})
	return c
}

func (c *child) tell(t *testing.T, line string) {
	t.Helper()
	_, err := io.WriteString(c.in, line+"\n")
	require.NoError(t, err)
}

func (c *child) hear(t *testing.T) string {
	t.Helper()
	line, err := c.out.ReadString('\n')
	require.NoError(t, err, "the child said no more: %s", c.stray.String())
	return strings.TrimSuffix(line, "\n")
}
