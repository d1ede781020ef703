// Package leak finds the goroutines that tests leave behind.
package leak

import (
	"fmt"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// patience is how long goroutines may take to end after the last test.
const patience = 5 * time.Second

// Main runs the tests of a package, for its TestMain, and fails them when a goroutine is left afterwards.
func Main(m *testing.M) {
	code := m.Run()
	if code == 0 {
		if left := wait(patience); len(left) > 0 {
			fmt.Fprintf(os.Stderr, "%d goroutines are left:\n\n%s\n", len(left), strings.Join(left, "\n\n"))
			code = 1
		}
	}
	os.Exit(code)
}

// wait returns the stacks of the goroutines that do not end in time.
func wait(d time.Duration) []string {
	http.DefaultClient.CloseIdleConnections()
	var left []string
	for pause := time.Millisecond; ; pause *= 2 {
		if left = others(); len(left) == 0 || d <= 0 {
			return left
		}
		time.Sleep(pause)
		d -= pause
	}
}

// others returns the stacks of the goroutines that neither run this func nor belong to the Go runtime.
func others() []string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	var found []string
	for i, stack := range strings.Split(strings.TrimSpace(string(buf)), "\n\n") {
		if i > 0 && !belongsToGo(stack) { // the first is this one
			found = append(found, stack)
		}
	}
	return found
}

func belongsToGo(stack string) bool {
	for _, mark := range []string{
		"os/signal.", "runtime.ensureSigM", "runtime.goexit0", "runtime/trace.", "runtime/pprof.",
		"testing.(*M).", "testing.runFuzz", "internal/fuzz.",
	} {
		if strings.Contains(stack, mark) {
			return true
		}
	}
	return false
}
