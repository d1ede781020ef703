package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

const callbackPushAbout = `It does to a callback URL what the platform does: verifies it, delivers a message
encrypted and signed, waits 5 seconds for the answer, tries three times in all if
none comes, and decrypts the reply. It needs no platform. The exit code is 1 if
the server did something wrong, which is told.

What is delivered is the text of a member; with --event an event, whose elements
--field adds; or what -d says, in XML, or in JSON as a robot receives it.

  workwx callback push http://127.0.0.1:8080/callback "where is my order?"
  workwx callback push http://127.0.0.1:8080/callback --event click --field EventKey=help

`

func (a *app) callbackPushCommand(robot cli.Flag) *cli.Command {
	return &cli.Command{
		Name: "push", Usage: "deliver a message to your own server, and show its reply", ArgsUsage: "URL [TEXT]",
		Description: callbackPushAbout + callbackAbout,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "the member with this user `ID` writes; that of the profile or zhangsan by default"},
			&cli.StringFlag{Name: "event", Usage: "the `NAME` of an event, such as enter_agent"},
			&cli.StringSliceFlag{Name: "field", Usage: "an element of the event: `NAME=VALUE`"},
			&cli.StringFlag{Name: "data", Aliases: []string{"d"}, Usage: "the whole `PAYLOAD`, @FILE, or - for standard input", TakesFile: true},
			robot,
		},
		Action: a.bounded(a.callbackPush),
	}
}

// pushed is what --json prints.
type pushed struct {
	Attempts   int    `json:"attempts"`
	Status     int    `json:"http_status"`
	DurationMS int64  `json:"duration_ms"`
	Reply      string `json:"reply"` // decrypted; empty if there was none
}

func (a *app) callbackPush(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 2)
	if err != nil {
		return err
	}
	if u, err := url.Parse(args[0]); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return usagef("URL must be whole, such as http://127.0.0.1:8080/callback")
	}
	k, err := a.callbackKeys(c)
	if err != nil {
		return err
	}
	if _, err := workwx.NewCallbackCrypto(k.token, k.aesKey, k.receiveID); err != nil {
		return err
	}
	srv, err := workwxtest.Start(workwxtest.WithCallbackKeys(k.token, k.aesKey), workwxtest.WithCredentials(k.receiveID, "secret", max(k.agentID, 1)))
	if err != nil {
		return err
	}
	defer srv.Close()
	payload, err := a.pushPayload(ctx, c, srv, k, args[1:])
	if err != nil {
		return err
	}
	r, err := srv.Push(ctx, args[0], payload, workwxtest.ReceiveID(k.receiveID))
	if err != nil {
		return pushProblem(ctx, err, r.Status)
	}
	if a.json {
		return writeJSON(a.stdout, pushed{r.Attempts, r.Status, r.Duration.Milliseconds(), string(r.Reply)})
	}
	if err := a.printf("the URL was verified, and the message taken, in %d ms\n", r.Duration.Milliseconds()); err != nil {
		return err
	}
	if len(r.Reply) == 0 {
		return a.printf("no reply\n")
	}
	if err := a.printf("reply:\n"); err != nil {
		return err
	}
	return a.printPayload(r.Reply, false)
}

// pushProblem says what a server did wrong, without the query of the request.
func pushProblem(ctx context.Context, err error, status int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	text := strings.TrimPrefix(err.Error(), "workwxtest: ")
	var u *url.Error
	switch {
	case errors.As(err, &u):
		return fmt.Errorf("the server gave no answer: %w", u.Err)
	case status == 0 && strings.Contains(text, "HTTP 40"):
		text += "; token, EncodingAESKey and receive ID must be those that the server has"
	}
	return errors.New(text)
}

// pushPayload makes what is delivered.
func (a *app) pushPayload(ctx context.Context, c *cli.Command, srv *workwxtest.Server, k *callbackKeys, text []string) ([]byte, error) {
	ways := 0
	for _, used := range []bool{len(text) > 0, c.IsSet("event"), c.IsSet("data")} {
		if used {
			ways++
		}
	}
	if ways != 1 || c.IsSet("field") && !c.IsSet("event") {
		return nil, usagef("give one of a text, --event (with --field) and -d; see workwx help callback push")
	}
	from := c.String("from")
	switch {
	case from == "" && k.userID != "":
		from = k.userID
	case from == "":
		from = "zhangsan"
	}
	switch {
	case c.IsSet("data"):
		payload, err := a.input(ctx, c.String("data"))
		if err != nil {
			return nil, err
		}
		if _, err := workwx.ParseEvent(payload); err != nil {
			return nil, usagef("-d holds no message or event of the platform, in XML or JSON")
		}
		return payload, nil
	case k.receiveID == "":
		return nil, usagef("what a robot receives is JSON: give it with -d")
	case c.IsSet("event"):
		var fields []string
		for _, pair := range c.StringSlice("field") {
			name, value, ok := strings.Cut(pair, "=")
			if !ok || !elementName.MatchString(name) {
				return nil, usagef("--field takes NAME=VALUE, such as EventKey=help")
			}
			fields = append(fields, name, value)
		}
		return srv.EventXML(from, c.String("event"), fields...), nil
	}
	content, err := a.text(ctx, text)
	if err != nil {
		return nil, err
	}
	return srv.TextMessageXML(from, content), nil
}

var elementName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)
