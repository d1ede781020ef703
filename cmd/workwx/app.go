package main

import (
	"bufio"
	"context"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v3"
)

// app is one run of the tool.
type app struct {
	env     map[string]string
	stdin   io.Reader
	lines   *bufio.Reader // over stdin, for commands that read a line of it and leave the rest
	stdout  io.Writer
	stderr  io.Writer
	secrets []string // which may not appear in what is printed

	// The options that every command has.
	profile string
	json    bool
	verbose bool
	timeout time.Duration
}

// run runs a command line and returns the exit code.
func run(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{env: map[string]string{}, stdin: stdin, lines: bufio.NewReader(stdin), stdout: stdout, stderr: stderr}
	for _, pair := range env {
		name, value, _ := strings.Cut(pair, "=")
		a.env[name] = value
	}
	err := a.root().Run(ctx, append([]string{"workwx"}, args...))
	return a.report(ctx, err)
}

const about = `workwx sends messages, reads the contacts, calls any endpoint, receives
callbacks and finds out what is wrong with a configuration.

Try it without a corp: "workwx demo" is a tour, and "workwx fake" starts a
platform of your own. With a corp: "workwx profile set NAME" stores corp ID,
agent ID and secret; "workwx doctor" checks them. Environment variables do
without a profile:

  WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_AGENT_ID
                   the app
  WORKWX_USER_ID   whom --to me means
  WORKWX_WEBHOOK   a group robot, by its key or URL
  WORKWX_CALLBACK_TOKEN, WORKWX_CALLBACK_AES_KEY, WORKWX_CALLBACK_RECEIVE_ID
                   the callback settings
  WORKWX_BASE_URL  another platform: a proxy, a test server
  WORKWX_PROFILE   the profile to use
  WORKWX_CONFIG    the file that the profiles are in

Exit codes: 0 done; 1 failed; 2 wrong usage or configuration; 3 the platform
refused; 4 no answer from the platform; 5 done in part, as some of those named
were not reached; 130 interrupted.`

// The categories of commands, in the order of the help.
const (
	groupMessages = "1 messages"
	groupCorp     = "2 the corp"
	groupPlatform = "3 the platform"
	groupTool     = "4 the tool"
)

func (a *app) root() *cli.Command {
	root := &cli.Command{
		Name:                  "workwx",
		Usage:                 "WeCom (企业微信) from a shell",
		Description:           about,
		Version:               version(),
		Reader:                a.stdin,
		Writer:                a.stdout,
		ErrWriter:             a.stderr,
		EnableShellCompletion: true,
		HideHelpCommand:       true, // or "workwx send text help" would not send a text
		ConfigureShellCompletionCommand: func(c *cli.Command) {
			*c = *a.completionCommand()
		},
		CustomRootCommandHelpTemplate: rootHelp,
		DisableSliceFlagSeparator:     true, // lists are cut by splitList, which knows their limits
		ExitErrHandler:                func(context.Context, *cli.Command, error) {},
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "profile", Aliases: []string{"p"}, Usage: "use the profile `NAME`, and no environment variables", Destination: &a.profile},
			&cli.BoolFlag{Name: "json", Usage: "print JSON", Destination: &a.json},
			&cli.DurationFlag{Name: "timeout", HideDefault: true, Usage: "give up after `TIME`, such as 30s or 5m; by default each call has 15s", Destination: &a.timeout},
			&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "log the calls to standard error", Destination: &a.verbose},
		},
		Commands: []*cli.Command{
			a.sendCommand(), a.webhookCommand(),
			a.userCommand(), a.deptCommand(), a.tagCommand(), a.mediaCommand(),
			a.apiCommand(), a.endpointsCommand(), a.errcodeCommand(), a.tokenCommand(), a.callbackCommand(), a.fakeCommand(), a.demoCommand(),
			a.profileCommand(), a.doctorCommand(), a.versionCommand(), a.helpCommand(),
		},
	}
	a.finish(root)
	return root
}

// finish gives all commands what they have in common.
func (a *app) finish(c *cli.Command) {
	c.OnUsageError = a.usageError
	if c.ShellComplete == nil {
		c.ShellComplete = a.complete(nil)
	}
	if len(c.Commands) > 0 && c.Action == nil {
		c.Action = a.unknownCommand
	}
	if c.CustomHelpTemplate == "" {
		c.CustomHelpTemplate = commandHelp
	}
	for _, sub := range c.Commands {
		a.finish(sub)
	}
}

// unknownCommand is what a group of commands does by itself: it shows its help, or says that there is no
// such command.
func (a *app) unknownCommand(_ context.Context, c *cli.Command) error {
	if !c.Args().Present() {
		c.Root().Writer = a.stderr
		if err := a.showHelp(c); err != nil {
			return err
		}
		return errShown
	}
	name := c.Args().First()
	var names []string
	for _, sub := range c.VisibleCommands() {
		names = append(names, sub.Name)
	}
	hint := didYouMean(name, names)
	if hint == "" {
		hint = "; see workwx help" + strings.TrimPrefix(c.FullName(), "workwx")
	}
	return usagef("there is no command %q%s", strings.TrimPrefix(c.FullName()+" "+name, "workwx "), hint)
}

// limit is the context of a command that ends by itself.
func (a *app) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if a.timeout > 0 {
		return context.WithTimeout(ctx, a.timeout)
	}
	return ctx, func() {}
}

// bounded makes an action of a func that --timeout bounds.
func (a *app) bounded(f func(context.Context, *cli.Command) error) cli.ActionFunc {
	return func(ctx context.Context, c *cli.Command) error {
		ctx, cancel := a.limit(ctx)
		defer cancel()
		return f(ctx, c)
	}
}

// arguments returns the arguments of a command that takes from least to most of them; most < 0 is any
// number. What was given is not repeated: it might be a secret.
func arguments(c *cli.Command, least, most int) ([]string, error) {
	args := c.Args().Slice()
	if len(args) < least || most >= 0 && len(args) > most {
		return nil, usagef("usage: %s", usageLine(c))
	}
	return args, nil
}
