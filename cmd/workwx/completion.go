package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"
)

// candidate is a word that a shell may put in, and what it is.
type candidate struct{ word, about string }

// complete makes the func that answers a shell: a line for each candidate, word and meaning with a tab
// between. The scripts of completionCommand call the tool with all words before the one that is being
// typed, and with that one if it begins with a dash; WORKWX_WORD has it in any case. more are the arguments of a command.
func (a *app) complete(more func(*cli.Command) []candidate) cli.ShellCompleteFunc {
	return func(_ context.Context, c *cli.Command) {
		last := ""
		if args := c.Args().Slice(); len(args) > 0 {
			last = args[len(args)-1]
		}
		var list []candidate
		if values, ok := a.optionValues(last, c); ok {
			list = values
		} else if strings.HasPrefix(last, "-") {
			list = options(c)
		} else {
			for _, sub := range c.VisibleCommands() {
				list = append(list, candidate{sub.Name, sub.Usage})
			}
			if more != nil {
				list = append(list, more(c)...)
			}
		}
		for _, v := range list {
			fmt.Fprintf(a.stdout, "%s\t%s\n", v.word, printable(v.about))
		}
	}
}

// optionValues returns the values of an option that has been typed whole; ok is false if it is none that
// takes a value.
func (a *app) optionValues(option string, c *cli.Command) (values []candidate, ok bool) {
	name := strings.TrimLeft(option, "-")
	if name == option || name == "" {
		return nil, false
	}
	for _, f := range append(c.VisibleFlags(), c.VisiblePersistentFlags()...) {
		if doc, isDoc := f.(cli.DocGenerationFlag); !isDoc || !doc.TakesValue() || !slices.Contains(f.Names(), name) {
			continue
		}
		switch name {
		case "profile", "p":
			return a.fromConfig((*config).names)(c), true
		case "format":
			return candidates(formats), true
		case "type":
			return candidates(mediaTypes), true
		case "kind":
			return candidates(tokenKinds), true
		}
		return nil, true
	}
	return nil, false
}

func candidates(words []string) []candidate {
	var list []candidate
	for _, w := range words {
		list = append(list, candidate{word: w})
	}
	return list
}

func options(c *cli.Command) []candidate {
	var list []candidate
	for _, f := range append(c.VisibleFlags(), c.VisiblePersistentFlags()...) {
		about := ""
		if doc, ok := f.(cli.DocGenerationFlag); ok {
			about = strings.ReplaceAll(doc.GetUsage(), "`", "")
		}
		if v := (candidate{"--" + f.Names()[0], about}); !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// fromConfig completes from the stored profiles; a problem with them is not that of a completion.
func (a *app) fromConfig(words func(*config) []string) func(*cli.Command) []candidate {
	return func(*cli.Command) []candidate {
		cfg, err := a.loadConfig()
		if err != nil {
			return nil
		}
		return candidates(words(cfg))
	}
}

// The scripts expand nothing of what was typed: to press the tab key must not run a command.

const bashScript = `# workwx completion for bash: source <(workwx completion bash)
_workwx() {
  local cur=${COMP_WORDS[COMP_CWORD]} line
  local -a words=("${COMP_WORDS[@]:0:COMP_CWORD}")
  words[0]=${words[0]/#\~/$HOME}
  [[ $cur == -* ]] && words+=("$cur")
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    [[ $line == "$cur"* ]] && COMPREPLY+=("$line")
  done < <(WORKWX_WORD=$cur "${words[@]}" --generate-shell-completion 2>/dev/null)
}
complete -o default -F _workwx workwx
`

const zshScript = `#compdef workwx
# workwx completion for zsh: source <(workwx completion zsh)
_workwx() {
  local line cur=${words[CURRENT]}
  local -a typed found
  typed=("${(@)words[1,CURRENT-1]}")
  typed[1]=${typed[1]/#\~/$HOME}
  [[ $cur == -* ]] && typed+=("$cur")
  while IFS= read -r line; do
    found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done < <(WORKWX_WORD=$cur "${(@)typed}" --generate-shell-completion 2>/dev/null)
  if (( $#found )); then
    _describe workwx found
  else
    _files
  fi
}
compdef _workwx workwx
`

const fishScript = `# workwx completion for fish: workwx completion fish > ~/.config/fish/completions/workwx.fish
function __workwx_complete
  set -l words (commandline -opc)
  set -l cur (commandline -ct)
  string match -q -- '-*' $cur; and set -a words $cur
  set -lx WORKWX_WORD $cur
  set -l found (command $words --generate-shell-completion 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\n' $found
  else
    __fish_complete_path $cur
  end
end
complete -c workwx -f -a '(__workwx_complete)'
`

func (a *app) completionCommand() *cli.Command {
	script := func(shell, text string) *cli.Command {
		return &cli.Command{Name: shell, Usage: "print the script for " + shell, Action: func(context.Context, *cli.Command) error {
			return a.printf("%s", text)
		}}
	}
	c := &cli.Command{
		Name: "completion", Usage: "print a completion script for bash, zsh or fish", Category: groupTool,
		Description: `Load it when a shell starts:

  bash   source <(workwx completion bash)      in ~/.bashrc
  zsh    source <(workwx completion zsh)       in ~/.zshrc, after compinit
  fish   workwx completion fish > ~/.config/fish/completions/workwx.fish`,
		Commands: []*cli.Command{script("bash", bashScript), script("zsh", zshScript), script("fish", fishScript)},
	}
	a.finish(c)
	return c
}
