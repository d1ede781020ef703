// Command workwx shows what the package workwx does, on a fake of the platform.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
)

const usage = `workwx is the companion of the Go package github.com/go-workwx/workwx.

Usage:

    workwx demo    start a fake WeCom in this process, and do with the real
                   client what a service would: contacts, every type of
                   message, files, an expired token, a busy platform, a
                   callback
    workwx help    show this text

The demo needs no corp, no secret and no network.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run returns the exit code: 0 for success, 1 for a failure, 2 for a command that does not exist.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return 2
	}
	switch args[0] {
	case "demo":
		if err := demo(ctx, stdout); err != nil {
			if errors.Is(err, context.Canceled) {
				return 1
			}
			fmt.Fprintln(stderr, "workwx demo:", err)
			return 1
		}
		return 0
	case "help", "-h", "-help", "--help":
		fmt.Fprint(stdout, usage)
		return 0
	}
	fmt.Fprintf(stderr, "workwx: there is no command %q\n\n%s", args[0], usage)
	return 2
}
