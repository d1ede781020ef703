package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v3"
)

const rootHelp = `{{.Name}} - {{.Usage}}

Usage: workwx [options] COMMAND …
{{range .VisibleCategories}}
{{slice .Name 2}}:{{range .VisibleCommands}}
  {{printf "%-12s" .Name}}{{.Usage}}{{end}}
{{end}}
Options of all commands:{{range .VisibleFlags}}
  {{.}}{{end}}

{{.Description}}

"workwx help COMMAND" tells more.
`

const commandHelp = `{{.FullName}} - {{.Usage}}

Usage: {{if .UsageText}}{{.UsageText}}{{else}}{{.FullName}}{{if .VisibleCommands}} COMMAND …{{else}}{{if .VisibleFlags}} [options]{{end}}{{with .ArgsUsage}} {{.}}{{end}}{{end}}{{end}}
{{with .VisibleCommands}}
Commands:{{range .}}
  {{printf "%-12s" .Name}}{{.Usage}}{{end}}
{{end}}{{with .Description}}
{{.}}
{{end}}{{with .VisibleFlags}}
Options:{{range .}}
  {{.}}{{end}}
{{end}}{{if .VisibleCommands}}
"workwx help {{slice .FullName 7}} COMMAND" tells more.
{{else}}
"workwx help" lists the options of all commands, such as --json and --profile.
{{end}}`

// usageLine is how a command is called.
func usageLine(c *cli.Command) string {
	if c.UsageText != "" {
		return c.UsageText
	}
	line := c.FullName()
	switch {
	case len(c.VisibleCommands()) > 0:
		return line + " COMMAND …"
	case c.ArgsUsage != "":
		return line + " [options] " + c.ArgsUsage
	}
	return line + " [options]"
}

func (a *app) helpCommand() *cli.Command {
	return &cli.Command{
		Name: "help", Usage: "tell how a command is used", ArgsUsage: "[COMMAND …]", Category: groupTool,
		Action: func(_ context.Context, c *cli.Command) error {
			about := c.Root()
			for _, name := range c.Args().Slice() {
				sub := about.Command(name)
				if sub == nil {
					return usagef("there is no command %q", strings.Join(c.Args().Slice(), " "))
				}
				about = sub
			}
			return a.showHelp(about)
		},
	}
}

func (a *app) showHelp(c *cli.Command) error {
	if c.Root() == c {
		return cli.ShowRootCommandHelp(c)
	}
	cli.HelpPrinter(c.Root().Writer, c.CustomHelpTemplate, c)
	return nil
}
