package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"
)

// onTerminal reports whether a stream is a terminal.
func (a *app) onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull) // a character device too
	return err != nil || !os.SameFile(info, null)
}

func (a *app) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(a.stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// readLine reads a line of standard input without its end, and leaves the rest.
func (a *app) readLine() (string, error) {
	line, err := a.lines.ReadString('\n')
	if errors.Is(err, io.EOF) && line != "" {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

// readSecret asks for a secret: without echo on a terminal, else by taking a line of standard input.
func (a *app) readSecret(ctx context.Context, what string) (string, error) {
	prompting := a.onTerminal(a.stdin)
	if prompting {
		if err := a.stty(ctx, "-echo"); err != nil {
			return "", usagef("the echo of this terminal cannot be switched off (%v): pipe the secret in", err)
		}
		defer func() {
			_ = a.stty(context.WithoutCancel(ctx), "echo")
			fmt.Fprintln(a.stderr)
		}()
		fmt.Fprintf(a.stderr, "%s: ", what)
	}
	type answer struct {
		line string
		err  error
	}
	read := make(chan answer, 1)
	go func() { // it ends with the process, as nothing interrupts the reading of a terminal
		line, err := a.readLine()
		read <- answer{line, err}
	}()
	select {
	case got := <-read:
		switch {
		case errors.Is(got.err, io.EOF) || got.err == nil && strings.TrimSpace(got.line) == "":
			return "", usagef("the %s is missing from standard input", what)
		case got.err != nil:
			return "", got.err
		}
		a.keepSecret(strings.TrimSpace(got.line))
		return strings.TrimSpace(got.line), nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// stty changes the terminal that standard input is.
func (a *app) stty(ctx context.Context, setting string) error {
	cmd := exec.CommandContext(ctx, "stty", setting)
	cmd.Stdin = a.stdin
	return cmd.Run()
}
