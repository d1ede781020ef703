package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

const webhookAbout = `The robot is the one of the profile or of WORKWX_WEBHOOK, by its key or the URL
that the group's settings show. --webhook-stdin takes it from the first line of
standard input instead; a text may follow on the next lines. It does not go on
the command line, as whoever knows it can write to the group.

A robot may send 20 messages a minute; the pieces of a long text wait for their
turn.`

func (a *app) webhookCommand() *cli.Command {
	flags := func(more ...cli.Flag) []cli.Flag {
		return append([]cli.Flag{&cli.BoolFlag{Name: "webhook-stdin", Usage: "take the key or URL from the first line of standard input"}}, more...)
	}
	texts := func(more ...cli.Flag) []cli.Flag { return append(flags(splitFlags()...), more...) }
	return &cli.Command{
		Name: "webhook", Usage: "send a message as a group robot (消息推送)", Category: groupMessages, Description: webhookAbout,
		Commands: []*cli.Command{{
			Name: "send", Usage: "send a message", Description: webhookAbout,
			Commands: []*cli.Command{
				{Name: "text", Usage: "send a text", ArgsUsage: "[TEXT]", Description: longTextAbout,
					Flags: texts(
						&cli.StringSliceFlag{Name: "mention", Usage: "mention the member with this user `ID`"},
						&cli.StringSliceFlag{Name: "mention-mobile", Usage: "mention the member with this mobile `NUMBER`"},
						&cli.BoolFlag{Name: "mention-all", Usage: "mention everybody in the group"}),
					Action: a.webhookText},
				{Name: "markdown", Usage: "send markdown with colors; <@userid> mentions a member", ArgsUsage: "[TEXT]", Description: longTextAbout,
					Flags: texts(), Action: a.webhookText},
				{Name: "markdown_v2", Usage: "send markdown with lists, tables and code", ArgsUsage: "[TEXT]", Description: longTextAbout,
					Flags: texts(), Action: a.webhookText},
				{Name: "image", Usage: "send a JPG or PNG of at most 2 MB", ArgsUsage: "FILE", Flags: flags(), Action: a.bounded(a.webhookImage)},
				{Name: "voice", Usage: "send an AMR of at most 2 MB and 60 s", ArgsUsage: "FILE",
					Flags: flags(&cli.StringFlag{Name: "name", Usage: "the `NAME` that receivers see"}), Action: a.bounded(a.webhookFile)},
				{Name: "file", Usage: "send a file of at most 20 MB", ArgsUsage: "FILE",
					Flags: flags(&cli.StringFlag{Name: "name", Usage: "the `NAME` that receivers see"}), Action: a.bounded(a.webhookFile)},
				{Name: "news", Usage: "send links with titles and pictures", Description: newsAbout, Flags: flags(newsFlags()...), Action: a.bounded(a.webhookNews)},
				{Name: "card", Usage: "send a template card of the kind text_notice or news_notice", Description: templateCardAbout, Flags: flags(dataFlag()), Action: a.bounded(a.webhookCard)},
			},
		}},
	}
}

// robot makes the group robot that is configured.
func (a *app) robot(c *cli.Command) (*workwx.Webhook, error) {
	s, err := a.settings()
	if err != nil {
		return nil, err
	}
	key := s.Webhook
	if c.Bool("webhook-stdin") {
		if a.onTerminal(a.stdin) {
			return nil, usagef("--webhook-stdin takes the key from a pipe or file; workwx profile set NAME --webhook stores it")
		}
		if key, err = a.readLine(); err != nil {
			return nil, usagef("the key is missing from standard input")
		}
		p := profile{Webhook: key}
		a.keepSecret(p.secrets()...)
	}
	if key == "" {
		return nil, usagef("no group robot is configured: set WORKWX_WEBHOOK, store one with workwx profile set NAME --webhook, or use --webhook-stdin")
	}
	opts := a.options(s)
	if strings.Contains(key, "://") { // a URL, which says itself where the platform is
		opts = a.options(&settings{})
	}
	return workwx.NewWebhook(key, opts...)
}

// robotResult is what --json prints: the platform says no more about a message of a robot.
type robotResult struct {
	MsgType  string `json:"msgtype"`
	Messages int    `json:"messages"`
	MediaID  string `json:"media_id,omitzero"`
}

func (a *app) robotSent(r robotResult) error {
	if a.json {
		return writeJSON(a.stdout, r)
	}
	if r.Messages > 1 {
		return a.printf("sent, as %d messages\n", r.Messages)
	}
	return a.printf("sent\n")
}

func (a *app) webhookText(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 0, 1)
	if err != nil {
		return err
	}
	w, err := a.robot(c)
	if err != nil {
		return err
	}
	text, err := a.text(ctx, args)
	if err != nil {
		return err
	}
	ctx, cancel := a.limit(ctx) // from here on: what is piped in may take its time
	defer cancel()
	limit := workwx.MaxWebhookMarkdownSize
	if c.Name == "text" {
		limit = workwx.MaxWebhookTextSize
	}
	parts, err := cutText(c, text, limit)
	if err != nil {
		return err
	}
	for i, part := range parts {
		switch c.Name {
		case "markdown":
			err = w.SendMarkdown(ctx, part)
		case "markdown_v2":
			err = w.SendMarkdownV2(ctx, part)
		default:
			err = w.SendText(ctx, part, mentions(c, i == len(parts)-1)...)
		}
		if err != nil {
			return partOf(i, len(parts), err)
		}
	}
	return a.robotSent(robotResult{MsgType: c.Name, Messages: len(parts)})
}

// mentions are those of the last message: nobody wants to be called for every piece of a text.
func mentions(c *cli.Command, last bool) []workwx.Mention {
	if !last {
		return nil
	}
	var list []workwx.Mention
	if ids := splitList(c.StringSlice("mention")); len(ids) > 0 {
		list = append(list, workwx.MentionUsers(ids...))
	}
	if numbers := splitList(c.StringSlice("mention-mobile")); len(numbers) > 0 {
		list = append(list, workwx.MentionMobiles(numbers...))
	}
	if c.Bool("mention-all") {
		list = append(list, workwx.MentionAll())
	}
	return list
}

func (a *app) webhookImage(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	w, err := a.robot(c)
	if err != nil {
		return err
	}
	f, err := a.open(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	image, err := readAll(ctx, f)
	if err != nil {
		return err
	}
	if err := w.SendImage(ctx, image); err != nil {
		return err
	}
	return a.robotSent(robotResult{MsgType: c.Name, Messages: 1})
}

func (a *app) webhookFile(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	w, err := a.robot(c)
	if err != nil {
		return err
	}
	media, done, err := a.media(args[0], c.String("name"))
	if err != nil {
		return err
	}
	defer done()
	upload, send := w.UploadFile, w.SendFile
	if c.Name == "voice" {
		upload, send = w.UploadVoice, w.SendVoice
	}
	uploaded, err := upload(ctx, media)
	if err != nil {
		return err
	}
	done()
	if err := send(ctx, uploaded.MediaID); err != nil {
		return err
	}
	return a.robotSent(robotResult{MsgType: c.Name, Messages: 1, MediaID: uploaded.MediaID})
}

func (a *app) webhookNews(ctx context.Context, c *cli.Command) error {
	articles, err := a.articles(ctx, c)
	if err != nil {
		return err
	}
	w, err := a.robot(c)
	if err != nil {
		return err
	}
	if err := w.SendNews(ctx, articles...); err != nil {
		return err
	}
	return a.robotSent(robotResult{MsgType: c.Name, Messages: 1})
}

func (a *app) webhookCard(ctx context.Context, c *cli.Command) error {
	if err := required(c, "data"); err != nil {
		return err
	}
	var card workwx.TemplateCard
	if err := a.decodeData(ctx, c.String("data"), &card); err != nil {
		return err
	}
	w, err := a.robot(c)
	if err != nil {
		return err
	}
	if err := w.SendTemplateCard(ctx, card); err != nil {
		return err
	}
	return a.robotSent(robotResult{MsgType: c.Name, Messages: 1})
}
