package main

import (
	"context"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

func (a *app) tokenCommand() *cli.Command {
	return &cli.Command{
		Name: "token", Usage: "fetch a token or ticket, and tell how long it lives", Category: groupPlatform,
		Description: `The platform returns the same token until it expires. It is shown with --show
only: whoever has it acts for the app.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "kind", Value: "access_token", Usage: "the `KIND`: access_token, jsapi_ticket or agent_config"},
			&cli.BoolFlag{Name: "show", Usage: "show the value"},
		},
		Action: a.bounded(a.token),
	}
}

var tokenKinds = []string{"access_token", "jsapi_ticket", "agent_config"}

// tokenInfo is what --json prints.
type tokenInfo struct {
	Kind      string    `json:"kind"`
	CorpID    string    `json:"corp_id"`
	AgentID   int64     `json:"agent_id,omitzero"`
	Source    string    `json:"source"`
	ExpiresIn int64     `json:"expires_in"`
	ExpiresAt time.Time `json:"expires_at"`
	Value     string    `json:"value,omitzero"`
}

func (a *app) token(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, s, err := a.client()
	if err != nil {
		return err
	}
	var value workwx.Secret
	var seconds int64
	kind := c.String("kind")
	switch kind {
	case "access_token":
		r, err := client.GetAccessToken(ctx, &workwx.GetAccessTokenRequest{CorpID: s.CorpID, CorpSecret: workwx.Secret(s.CorpSecret)})
		if err != nil {
			return err
		}
		value, seconds = r.AccessToken, r.ExpiresIn
	case "jsapi_ticket":
		r, err := client.GetJSAPITicket(ctx)
		if err != nil {
			return err
		}
		value, seconds = r.Ticket, r.ExpiresIn
	case "agent_config":
		r, err := client.GetTicket(ctx, workwx.TicketTypeAgentConfig)
		if err != nil {
			return err
		}
		value, seconds = r.Ticket, r.ExpiresIn
	default:
		return usagef("--kind is access_token, jsapi_ticket or agent_config")
	}
	life := time.Duration(seconds) * time.Second
	info := tokenInfo{Kind: kind, CorpID: s.CorpID, AgentID: s.AgentID, Source: s.source(), ExpiresIn: seconds, ExpiresAt: time.Now().Add(life).Truncate(time.Second)}
	if c.Bool("show") {
		info.Value = string(value)
	}
	if a.json {
		return writeJSON(a.stdout, info)
	}
	if c.Bool("show") {
		return a.printf("%s\n", string(value))
	}
	names := []string{"kind", "corp", "agent", "from", "expires"}
	return a.fields(names, []string{kind, s.CorpID, optionalID(s.AgentID), s.source(), "in " + life.String() + ", at " + info.ExpiresAt.Format("15:04:05")})
}
