package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

// The exit codes.
const (
	exitOK          = 0
	exitFailure     = 1
	exitUsage       = 2   // the command line or the configuration is wrong
	exitRefused     = 3   // the platform answered with an errcode
	exitNoAnswer    = 4   // no answer, or one that is not the platform's
	exitPartly      = 5   // done, but not for all that were named
	exitInterrupted = 130 // as shells have it
)

// usageError says what is wrong with a command line or the configuration.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// partialError says who was not reached by what was done otherwise.
type partialError struct{ text string }

func (e *partialError) Error() string { return e.text }

// errShown is a failure of usage that has been explained already, failedQuietly one of the work.
var (
	errShown      = &usageError{}
	failedQuietly = errors.New("")
)

// usageError takes the errors of the option parser.
func (a *app) usageError(_ context.Context, c *cli.Command, err error, _ bool) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		var names []string
		for _, f := range append(c.VisibleFlags(), c.VisiblePersistentFlags()...) {
			names = append(names, f.Names()...)
		}
		return usagef("%s has no option --%s%s", c.FullName(), strings.TrimLeft(name, "-"), didYouMean(name, names))
	}
	if strings.HasPrefix(text, "invalid value ") { // which repeats the value; it might be a secret
		if _, flag, ok := strings.Cut(text, " for flag -"); ok {
			flag, _, _ = strings.Cut(flag, ":")
			return usagef("the value of --%s is wrong%s; see workwx help%s", flag, meaningOf(flag, c), strings.TrimPrefix(c.FullName(), "workwx"))
		}
	}
	return usagef("%s; see workwx help%s", text, strings.TrimPrefix(c.FullName(), "workwx"))
}

// meaningOf is what the help says of an option, in parentheses.
func meaningOf(name string, c *cli.Command) string {
	for _, f := range append(c.VisibleFlags(), c.VisiblePersistentFlags()...) {
		if doc, ok := f.(cli.DocGenerationFlag); ok && slices.Contains(f.Names(), name) {
			return " (" + strings.ReplaceAll(doc.GetUsage(), "`", "") + ")"
		}
	}
	return ""
}

// problem is an error as --json prints it.
type problem struct {
	Error    string      `json:"error"`
	ExitCode int         `json:"exit_code"`
	ErrCode  workwx.Code `json:"errcode,omitzero"`
	ErrMsg   string      `json:"errmsg,omitzero"`
	Meaning  string      `json:"meaning,omitzero"`
	API      string      `json:"api,omitzero"`
	FromIP   string      `json:"from_ip,omitzero"`
	Hint     string      `json:"hint,omitzero"`
	Advice   string      `json:"advice,omitzero"`
}

// report prints an error, if there is one, and returns the exit code.
func (a *app) report(ctx context.Context, err error) int {
	if err == nil {
		return exitOK
	}
	var child *exec.ExitError
	if errors.As(err, &child) && child.ExitCode() > 0 {
		return child.ExitCode()
	}
	p := a.explain(ctx, err)
	if p.Error == "" {
		return p.ExitCode
	}
	if a.json {
		_ = writeJSON(a.stderr, p)
		return p.ExitCode
	}
	fmt.Fprintf(a.stderr, "workwx: %s\n", p.Error)
	if p.Meaning != "" {
		fmt.Fprintf(a.stderr, "  meaning: %s\n", p.Meaning)
	}
	if p.Advice != "" {
		fmt.Fprintf(a.stderr, "  advice:  %s\n", p.Advice)
	}
	return p.ExitCode
}

// explain finds out what an error means and what can be done about it.
func (a *app) explain(ctx context.Context, err error) *problem {
	p := &problem{Error: a.redact(strings.TrimPrefix(err.Error(), "workwx: ")), ExitCode: exitFailure}
	var (
		usage     *usageError
		partly    *partialError
		argument  *workwx.ArgumentError
		config    *workwx.ConfigError
		refusal   *workwx.Error
		response  *workwx.ResponseError
		transport *workwx.TransportError
		rate      *workwx.RateLimitError
		path      *fs.PathError
	)
	switch {
	case errors.As(err, &usage), errors.As(err, &argument), errors.As(err, &config):
		p.ExitCode = exitUsage
	case errors.As(err, &partly):
		p.ExitCode = exitPartly
	case errors.As(err, &refusal):
		p.ExitCode = exitRefused
		p.ErrCode, p.ErrMsg, p.API, p.FromIP, p.Hint = refusal.Code, a.redact(refusal.Msg), refusal.API, refusal.FromIP, refusal.Hint
		p.Meaning, p.Advice = refusal.Code.Description(), advice(refusal.Code, refusal.FromIP)
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		p.ExitCode, p.Error = exitInterrupted, "interrupted"
	case errors.As(err, &response):
		p.ExitCode, p.API = exitNoAnswer, response.API
		p.Advice = "something else than the platform answered: check WORKWX_BASE_URL and the proxy (HTTPS_PROXY)"
	case errors.As(err, &transport):
		p.ExitCode, p.API = exitNoAnswer, transport.API
		p.Advice = "check the network, WORKWX_BASE_URL and the proxy (HTTPS_PROXY); workwx doctor looks closer"
		if transport.Timeout() {
			p.Advice = "it took too long: allow more time with --timeout"
		}
		if !transport.Unsent {
			p.Advice += "; the call may have been carried out"
		}
	case errors.As(err, &rate):
		p.Advice = "wait, or send less: a robot may send 20 messages a minute"
	case errors.Is(err, context.DeadlineExceeded):
		p.ExitCode, p.Error, p.Advice = exitNoAnswer, "the time of --timeout is over", "allow more time with --timeout"
	case errors.As(err, &path):
		p.Error = a.redact(path.Error())
		if errors.Is(err, os.ErrNotExist) {
			p.ExitCode = exitUsage
		}
	}
	return p
}

// redact removes the secrets of this run from a text: what is printed should hold none, and here is where
// it is made sure.
func (a *app) redact(s string) string {
	for _, secret := range a.secrets {
		s = strings.ReplaceAll(s, secret, "[redacted]")
	}
	return s
}

// keepSecret has redact remove a value.
func (a *app) keepSecret(values ...string) {
	for _, v := range values {
		if len(v) >= 4 {
			a.secrets = append(a.secrets, v)
		}
	}
}
