// Command workwx works with WeCom (企业微信) from a shell: it sends messages, reads the contacts, calls any
// endpoint, receives callbacks, finds out what is wrong with a configuration, and plays the platform for
// tests. See docs/cli.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(interruptible())
}

// interruptible runs the tool until it ends or is told to; told twice, it ends at once.
func interruptible() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return run(ctx, os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr)
}
