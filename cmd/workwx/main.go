// Command workwx works with WeCom (企业微信) from a shell: it sends messages, reads the contacts, calls any
// endpoint, receives callbacks, finds out what is wrong with a configuration, and plays the platform for
// tests. See docs/cli.md.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr))
}
