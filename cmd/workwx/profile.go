package main

import (
	"context"
	"fmt"
	"regexp"
	"strconv"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

const profileAbout = `A profile holds corp ID, agent ID and secret of an app; the key of a group
robot; token and EncodingAESKey of callbacks; or some of these. Profiles are in
config.json in the directory workwx below that for configuration, or where
WORKWX_CONFIG says, readable by you alone: a file that others can read is
refused.

The first profile is the current one; "profile use" makes another current.
--profile NAME uses a profile once. Environment variables come before the
current profile, value by value, but not before --profile.`

const profileSetAbout = `Secrets do not go on the command line, where other users and the history of the
shell see them. --secret, --webhook and --callback ask for them without echo on
a terminal, and otherwise take a line each of standard input, in that order
(--callback two: token, EncodingAESKey):

  printf '%s\n' "$SECRET" | workwx profile set prod --corp-id ww1… --agent-id 1000002 --secret

What is not named stays as it is. --corp-id of a new profile asks for the
secret by itself on a terminal.`

func (a *app) profileCommand() *cli.Command {
	named := func(c *config) []string { return c.names() }
	return &cli.Command{
		Name: "profile", Usage: "store the credentials of apps and robots", Category: groupTool, Description: profileAbout,
		Commands: []*cli.Command{
			{Name: "set", Usage: "add or change a profile", ArgsUsage: "NAME", Description: profileSetAbout,
				ShellComplete: a.complete(a.fromConfig(named)),
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "corp-id", Usage: "the corp `ID` (admin console, 我的企业)"},
					&cli.Int64Flag{Name: "agent-id", Usage: "the `ID` of the app (AgentId on its page, 应用管理)", HideDefault: true},
					&cli.StringFlag{Name: "user-id", Usage: "your own user `ID`, which --to me stands for"},
					&cli.StringFlag{Name: "base-url", Usage: "another platform than " + workwx.DefaultBaseURL + ": a `URL`"},
					&cli.StringFlag{Name: "receive-id", Usage: "whom callbacks are for: an `ID`, the corp ID by default"},
					&cli.BoolFlag{Name: "secret", Usage: "ask for the app's secret"},
					&cli.BoolFlag{Name: "webhook", Usage: "ask for the key or URL of a group robot"},
					&cli.BoolFlag{Name: "callback", Usage: "ask for token and EncodingAESKey of callbacks"},
				},
				Action: a.setProfile},
			{Name: "list", Usage: "show the profiles, without their secrets", Action: a.listProfiles},
			{Name: "use", Usage: "make a profile the current one", ArgsUsage: "NAME", Action: a.useProfile,
				ShellComplete: a.complete(a.fromConfig(named))},
			{Name: "remove", Usage: "delete a profile", ArgsUsage: "NAME", Action: a.removeProfile,
				ShellComplete: a.complete(a.fromConfig(named))},
		},
	}
}

var profileName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

func (a *app) setProfile(ctx context.Context, c *cli.Command) error {
	if c.NArg() != 1 {
		return usagef("usage: workwx profile set [options] NAME; a secret is asked for, it does not go on the command line")
	}
	name := c.Args().First()
	if !profileName.MatchString(name) {
		return usagef("the name of a profile is 1 to 64 letters, digits and ._-")
	}
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	p := cfg.Profiles[name]
	isNew := p == nil
	if isNew {
		p = &profile{}
	}
	for flag, to := range map[string]*string{"corp-id": &p.CorpID, "user-id": &p.UserID, "base-url": &p.BaseURL, "receive-id": &p.CallbackReceiveID} {
		if c.IsSet(flag) {
			*to = c.String(flag)
		}
	}
	if c.IsSet("agent-id") {
		p.AgentID = c.Int64("agent-id")
	}
	askSecret := c.Bool("secret") || isNew && p.CorpID != "" && a.onTerminal(a.stdin)
	for _, ask := range []struct {
		wanted bool
		what   string
		to     *string
	}{
		{askSecret, "secret of the app", &p.CorpSecret},
		{c.Bool("webhook"), "key or URL of the group robot", &p.Webhook},
		{c.Bool("callback"), "token of the callback settings", &p.CallbackToken},
		{c.Bool("callback"), "EncodingAESKey of the callback settings", &p.CallbackAESKey},
	} {
		if !ask.wanted {
			continue
		}
		if *ask.to, err = a.readSecret(ctx, ask.what); err != nil {
			return err
		}
	}
	a.keepSecret(p.secrets()...)
	if err := p.check(); err != nil {
		return err
	}
	cfg.Profiles[name] = p
	if cfg.Current == "" || cfg.Profiles[cfg.Current] == nil {
		cfg.Current = name
	}
	if err := a.saveConfig(cfg); err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.stdout, describeProfile(cfg, name))
	}
	if cfg.Current == name {
		return a.printf("stored %s; it is the current profile\n", name)
	}
	return a.printf("stored %s; workwx profile use %s makes it the current profile\n", name, name)
}

// check finds what cannot work before it is stored.
func (p *profile) check() error {
	if *p == (profile{}) {
		return usagef("there is nothing to store; see workwx help profile set")
	}
	if p.AgentID < 0 {
		return usagef("--agent-id must be positive; it is the AgentId on the app's page of the admin console")
	}
	if p.CorpID != "" && p.CorpSecret != "" {
		if _, err := workwx.NewClient(p.CorpID, p.CorpSecret); err != nil {
			return err
		}
	}
	if p.BaseURL != "" {
		if _, err := workwx.NewClient("corp", "secret", workwx.WithBaseURL(p.BaseURL)); err != nil {
			return err
		}
	}
	if p.Webhook != "" {
		if _, err := workwx.NewWebhook(p.Webhook); err != nil {
			return err
		}
	}
	if p.CallbackToken != "" || p.CallbackAESKey != "" {
		if _, err := workwx.NewCallbackCrypto(p.CallbackToken, p.CallbackAESKey, ""); err != nil {
			return err
		}
	}
	return nil
}

// profileInfo is a profile without its secrets.
type profileInfo struct {
	Name              string `json:"name"`
	Current           bool   `json:"current"`
	CorpID            string `json:"corp_id"`
	AgentID           int64  `json:"agent_id"`
	UserID            string `json:"user_id"`
	BaseURL           string `json:"base_url"`
	CallbackReceiveID string `json:"callback_receive_id"`
	HasSecret         bool   `json:"has_secret"`
	HasWebhook        bool   `json:"has_webhook"`
	HasCallback       bool   `json:"has_callback"`
}

func describeProfile(cfg *config, name string) profileInfo {
	p := cfg.Profiles[name]
	return profileInfo{
		Name: name, Current: name == cfg.Current, CorpID: p.CorpID, AgentID: p.AgentID, UserID: p.UserID, BaseURL: p.BaseURL,
		CallbackReceiveID: p.CallbackReceiveID,
		HasSecret:         p.CorpSecret != "", HasWebhook: p.Webhook != "", HasCallback: p.CallbackToken != "" && p.CallbackAESKey != "",
	}
}

func (a *app) listProfiles(_ context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	list := []profileInfo{}
	for _, name := range cfg.names() {
		list = append(list, describeProfile(cfg, name))
	}
	if a.json {
		return writeJSON(a.stdout, list)
	}
	if len(list) == 0 {
		path, _ := a.configPath()
		fmt.Fprintf(a.stderr, "there is no profile in %s; workwx profile set NAME adds one\n", path)
		return nil
	}
	yes := func(b bool) string {
		if b {
			return "stored"
		}
		return ""
	}
	t := table{header: []string{"", "NAME", "CORP", "AGENT", "SECRET", "WEBHOOK", "CALLBACK", "BASE URL"}}
	for _, p := range list {
		mark, agent := " ", ""
		if p.Current {
			mark = "*"
		}
		if p.AgentID != 0 {
			agent = strconv.FormatInt(p.AgentID, 10)
		}
		t.add(mark, p.Name, p.CorpID, agent, yes(p.HasSecret), yes(p.HasWebhook), yes(p.HasCallback), p.BaseURL)
	}
	return t.write(a.stdout)
}

// existing returns the profile that the only argument names.
func (a *app) existing(c *cli.Command) (cfg *config, name string, err error) {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return nil, "", err
	}
	if cfg, err = a.loadConfig(); err != nil {
		return nil, "", err
	}
	if cfg.Profiles[args[0]] == nil {
		return nil, "", usagef("there is no profile %q%s; workwx profile list shows them", args[0], didYouMean(args[0], cfg.names()))
	}
	return cfg, args[0], nil
}

func (a *app) useProfile(_ context.Context, c *cli.Command) error {
	cfg, name, err := a.existing(c)
	if err != nil {
		return err
	}
	cfg.Current = name
	if err := a.saveConfig(cfg); err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.stdout, describeProfile(cfg, name))
	}
	return a.printf("%s is the current profile\n", name)
}

func (a *app) removeProfile(_ context.Context, c *cli.Command) error {
	cfg, name, err := a.existing(c)
	if err != nil {
		return err
	}
	removed := describeProfile(cfg, name)
	delete(cfg.Profiles, name)
	if cfg.Current == name {
		cfg.Current = ""
	}
	if err := a.saveConfig(cfg); err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.stdout, removed)
	}
	if cfg.Current == "" && len(cfg.Profiles) > 0 {
		return a.printf("removed %s; no profile is current now, workwx profile use NAME chooses one\n", name)
	}
	return a.printf("removed %s\n", name)
}
