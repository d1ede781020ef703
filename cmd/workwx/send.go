package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

const sendAbout = `Messages come from the app that is configured. --to, --party and --tag can be
repeated and combined, and take several values with commas: --to zhangsan,lisi.
--to me is the member of WORKWX_USER_ID, or of the profile (--user-id):

  make 2>&1 | workwx send text --to me

Members that do not exist or cannot see the app are named on standard error
while the others receive the message; the exit code is 5 then. The platform
drops in silence what exceeds 30 messages a minute for one member.`

const longTextAbout = `The text is the argument, or standard input. One that is too long for a message
is cut at line ends and sent as several, in order: at most as many as
--max-messages says. A longer one is refused, unless --tail asks for its end.`

// splitFlags are those of commands that send texts.
func splitFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "max-messages", Value: 10, Usage: "send a long text as at most `N` messages"},
		&cli.BoolFlag{Name: "tail", Usage: "send the end of a text that is too long for them"},
	}
}

func (a *app) sendCommand() *cli.Command {
	to := func() []cli.Flag {
		return []cli.Flag{
			&cli.StringSliceFlag{Name: "to", Usage: "send to the member with this user `ID`; me is that of the profile"},
			&cli.StringSliceFlag{Name: "party", Usage: "send to the department with this `ID`"},
			&cli.StringSliceFlag{Name: "tag", Usage: "send to all who have the tag with this `ID`"},
			&cli.StringFlag{Name: "chat", Usage: "send to the group chat with this `ID`, which an app created"},
			&cli.BoolFlag{Name: "all", Usage: "send to everybody who can see the app"},
			&cli.BoolFlag{Name: "safe", Usage: "forbid passing it on, and show a watermark"},
			&cli.BoolFlag{Name: "translate-ids", Usage: "put names in the place of $userName=ID$ and $departmentName=ID$"},
			&cli.DurationFlag{Name: "dedupe", HideDefault: true, Usage: "drop it if the app sent the very same within `TIME`, up to 4h"},
		}
	}
	file := []cli.Flag{
		&cli.StringFlag{Name: "name", Usage: "the `NAME` that receivers see; that of the file by default"},
		&cli.StringFlag{Name: "media-id", Usage: "send the file with this `ID`, uploaded before"},
	}
	return &cli.Command{
		Name: "send", Usage: "send a message of the app", Category: groupMessages, Description: sendAbout,
		Commands: []*cli.Command{
			{Name: "text", Usage: "send a text; it may hold <a href> links", ArgsUsage: "[TEXT]", Description: longTextAbout,
				Flags: append(to(), splitFlags()...), Action: a.sendText},
			{Name: "markdown", Usage: "send a text in markdown", ArgsUsage: "[TEXT]", Description: longTextAbout + "\nWhat stands around a cut may lose its formatting.",
				Flags: append(to(), splitFlags()...), Action: a.sendText},
			{Name: "image", Usage: "send a JPG or PNG of at most 10 MB", ArgsUsage: "FILE", Flags: append(to(), file...), Action: a.bounded(a.sendFile)},
			{Name: "voice", Usage: "send an AMR of at most 2 MB and 60 s", ArgsUsage: "FILE", Flags: append(to(), file...), Action: a.bounded(a.sendFile)},
			{Name: "video", Usage: "send an MP4 of at most 10 MB", ArgsUsage: "FILE",
				Flags: append(append(to(), file...),
					&cli.StringFlag{Name: "title", Usage: "a `TITLE` of at most 128 bytes"},
					&cli.StringFlag{Name: "description", Usage: "a `TEXT` of at most 512 bytes"}),
				Action: a.bounded(a.sendFile)},
			{Name: "file", Usage: "send a file of at most 20 MB", ArgsUsage: "FILE", Flags: append(to(), file...), Action: a.bounded(a.sendFile)},
			{Name: "textcard", Usage: "send a card with a title, a text and a link", Flags: append(to(), cardFlags()...), Action: a.bounded(a.sendTextCard)},
			{Name: "news", Usage: "send links with titles and pictures", Description: newsAbout, Flags: append(to(), newsFlags()...), Action: a.bounded(a.sendNews)},
			{Name: "card", Usage: "send a template card", Description: templateCardAbout, Flags: append(to(), dataFlag()), Action: a.bounded(a.sendCard)},
		},
	}
}

const newsAbout = `One article with --title and --url, or 1 to 8 with -d as a JSON array of objects
with title, description, url and picurl.`

const templateCardAbout = `The card is JSON as in the platform's document
https://developer.work.weixin.qq.com/document/path/90236: what stands below
"template_card" there, with card_type.`

func cardFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "title", Usage: "the `TITLE`, at most 128 characters"},
		&cli.StringFlag{Name: "description", Usage: "the `TEXT`, at most 512 characters"},
		&cli.StringFlag{Name: "url", Usage: "the `URL` that a click opens"},
		&cli.StringFlag{Name: "button", Usage: "the `TEXT` of the link, at most 4 characters"},
	}
}

func newsFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "title", Usage: "the `TITLE`, at most 128 bytes"},
		&cli.StringFlag{Name: "description", Usage: "a `TEXT` of at most 512 bytes"},
		&cli.StringFlag{Name: "url", Usage: "the `URL` that a click opens"},
		&cli.StringFlag{Name: "picture", Usage: "the `URL` of a JPG or PNG"},
		dataFlag(),
	}
}

func dataFlag() cli.Flag {
	return &cli.StringFlag{Name: "data", Aliases: []string{"d"}, Usage: "`JSON`, @FILE, or - for standard input", TakesFile: true}
}

// recipient reads the options that say who receives a message.
func recipient(c *cli.Command) (*workwx.Recipient, error) {
	parties, err := splitIDs("--party", c.StringSlice("party"))
	if err != nil {
		return nil, err
	}
	tags, err := splitIDs("--tag", c.StringSlice("tag"))
	if err != nil {
		return nil, err
	}
	to := &workwx.Recipient{
		UserIDs: splitList(c.StringSlice("to")), PartyIDs: parties, TagIDs: tags,
		All: c.Bool("all"), ChatID: c.String("chat"),
	}
	named := len(to.UserIDs) + len(to.PartyIDs) + len(to.TagIDs)
	switch {
	case named == 0 && !to.All && to.ChatID == "":
		return nil, usagef("nobody is named: use --to, --party, --tag, --chat or --all")
	case to.All && named > 0, to.ChatID != "" && (named > 0 || to.All):
		return nil, usagef("--all and --chat go with no other recipient")
	}
	return to, nil
}

func sendOptions(c *cli.Command) ([]workwx.SendOption, error) {
	var opts []workwx.SendOption
	if c.Bool("safe") {
		opts = append(opts, workwx.Confidential())
	}
	if c.Bool("translate-ids") {
		opts = append(opts, workwx.TranslateIDs())
	}
	if c.IsSet("dedupe") {
		within := c.Duration("dedupe")
		if within < time.Second || within > 4*time.Hour {
			return nil, usagef("--dedupe takes a time from 1s to 4h")
		}
		opts = append(opts, workwx.RefuseDuplicates(within))
	}
	return opts, nil
}

// sending is a message under way.
type sending struct {
	a      *app
	client *workwx.Client
	to     *workwx.Recipient
	opts   []workwx.SendOption
	result sendResult
}

// sendResult is what --json prints.
type sendResult struct {
	MsgType        string        `json:"msgtype"`
	MediaID        string        `json:"media_id,omitzero"`
	Messages       []sentMessage `json:"messages"`
	InvalidUser    []string      `json:"invalid_user"`
	InvalidParty   []string      `json:"invalid_party"`
	InvalidTag     []string      `json:"invalid_tag"`
	UnlicensedUser []string      `json:"unlicensed_user"`
}

type sentMessage struct {
	MsgID        string `json:"msgid"`
	ResponseCode string `json:"response_code,omitzero"`
}

// resolveMe puts the user ID of the configuration in the place of "me".
func resolveMe(ids []string, s *settings) error {
	for i, id := range ids {
		if id != "me" {
			continue
		}
		if s.UserID == "" {
			return usagef("it is not known who --to me is: set WORKWX_USER_ID, or workwx profile set NAME --user-id ID")
		}
		ids[i] = s.UserID
	}
	return nil
}

func (a *app) newSending(c *cli.Command) (*sending, error) {
	s := &sending{a: a, result: sendResult{MsgType: c.Name, Messages: []sentMessage{},
		InvalidUser: []string{}, InvalidParty: []string{}, InvalidTag: []string{}, UnlicensedUser: []string{}}}
	var err error
	if s.to, err = recipient(c); err != nil {
		return nil, err
	}
	if s.opts, err = sendOptions(c); err != nil {
		return nil, err
	}
	var set *settings
	if s.client, set, err = a.client(); err != nil {
		return nil, err
	}
	if err := resolveMe(s.to.UserIDs, set); err != nil {
		return nil, err
	}
	if set.AgentID == 0 && s.to.ChatID == "" {
		return nil, usagef("no agent ID is configured, which messages to members need: set WORKWX_AGENT_ID, or workwx profile set NAME --agent-id ID")
	}
	return s, nil
}

// add notes what became of a message.
func (s *sending) add(r *workwx.SendMessageResponse, err error) error {
	if err != nil {
		return err
	}
	s.result.Messages = append(s.result.Messages, sentMessage{r.MsgID, string(r.ResponseCode)})
	for _, merge := range []struct {
		to   *[]string
		from workwx.PipeList
	}{
		{&s.result.InvalidUser, r.InvalidUser}, {&s.result.InvalidParty, r.InvalidParty},
		{&s.result.InvalidTag, r.InvalidTag}, {&s.result.UnlicensedUser, r.UnlicensedUser},
	} {
		for _, id := range merge.from {
			if !slices.Contains(*merge.to, id) {
				*merge.to = append(*merge.to, id)
			}
		}
	}
	return nil
}

// finish prints what became of it all. Without a way to tell who was not reached it is a success.
func (s *sending) finish() error {
	if s.a.json {
		if err := writeJSON(s.a.stdout, s.result); err != nil {
			return err
		}
	} else {
		for _, m := range s.result.Messages {
			line := "sent"
			if m.MsgID != "" {
				line += " " + m.MsgID
			}
			if m.ResponseCode != "" {
				line += ", response code " + m.ResponseCode
			}
			if err := s.a.printf("%s\n", line); err != nil {
				return err
			}
		}
	}
	var missed []string
	for _, group := range []struct {
		what string
		ids  []string
	}{
		{"members", s.result.InvalidUser}, {"departments", s.result.InvalidParty},
		{"tags", s.result.InvalidTag}, {"members without a license", s.result.UnlicensedUser},
	} {
		if len(group.ids) > 0 {
			missed = append(missed, group.what+" "+strings.Join(group.ids, ", "))
		}
	}
	if len(missed) > 0 {
		return &partialError{"not delivered to " + strings.Join(missed, "; ") + ": unknown, or outside the app's 可见范围 (visible range)"}
	}
	return nil
}

// sendText sends a text or a text in markdown.
func (a *app) sendText(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 0, 1)
	if err != nil {
		return err
	}
	s, err := a.newSending(c)
	if err != nil {
		return err
	}
	text, err := a.text(ctx, args)
	if err != nil {
		return err
	}
	ctx, cancel := a.limit(ctx) // from here on: what is piped in may take its time
	defer cancel()
	send, limit := s.client.SendTextMessage, workwx.MaxTextSize
	if c.Name == "markdown" {
		send, limit = s.client.SendMarkdownMessage, workwx.MaxMarkdownSize
	}
	parts, err := cutText(c, text, limit)
	if err != nil {
		return err
	}
	for i, part := range parts {
		if err := s.add(send(ctx, s.to, part, s.opts...)); err != nil {
			return partOf(i, len(parts), err)
		}
	}
	return s.finish()
}

// cutText cuts a text into messages as the options say.
func cutText(c *cli.Command, text string, limit int) ([]string, error) {
	most := c.Int("max-messages")
	if most < 1 {
		return nil, usagef("--max-messages takes a number from 1")
	}
	parts := workwx.SplitText(text, limit)
	if len(parts) <= most {
		return parts, nil
	}
	if !c.Bool("tail") {
		return nil, usagef("the text has %d bytes and needs %d messages: raise --max-messages (%d), or send its end with --tail", len(text), len(parts), most)
	}
	// The end is cut from the front, with room for the note.
	const room = 64
	end := text
	for len(workwx.SplitText(end, limit)) > most || len(end) > most*limit-room {
		over := max(len(end)-(most*limit-room), 1)
		for over < len(end) && end[over]&0xc0 == 0x80 {
			over++
		}
		end = end[over:]
		if line := strings.IndexByte(end, '\n'); line >= 0 && line < limit {
			end = end[line+1:]
		}
	}
	note := fmt.Sprintf("… %d bytes left out …\n", len(text)-len(end))
	return workwx.SplitText(note+end, limit), nil
}

// partOf says how far a text got of which a part could not be sent.
func partOf(done, all int, err error) error {
	if done == 0 {
		return err
	}
	return fmt.Errorf("%d of %d messages were sent, then: %w", done, all, err)
}

func (a *app) sendFile(ctx context.Context, c *cli.Command) error {
	s, err := a.newSending(c)
	if err != nil {
		return err
	}
	id := c.String("media-id")
	if id == "" {
		args, err := arguments(c, 1, 1)
		if err != nil {
			return err
		}
		uploaded, err := a.upload(ctx, s.client, workwx.MediaType(c.Name), args[0], c.String("name"))
		if err != nil {
			return err
		}
		id = uploaded.MediaID
	} else if c.NArg() > 0 || c.IsSet("name") {
		return usagef("--media-id stands for a file that was uploaded: give no other, and no name")
	}
	s.result.MediaID = id
	switch c.Name {
	case "image":
		err = s.add(s.client.SendImageMessage(ctx, s.to, id, s.opts...))
	case "voice":
		err = s.add(s.client.SendVoiceMessage(ctx, s.to, id, s.opts...))
	case "video":
		err = s.add(s.client.SendVideoMessage(ctx, s.to, id, c.String("title"), c.String("description"), s.opts...))
	default:
		err = s.add(s.client.SendFileMessage(ctx, s.to, id, s.opts...))
	}
	if err != nil {
		return err
	}
	return s.finish()
}

// required checks that options are set.
func required(c *cli.Command, names ...string) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	for _, name := range names {
		if c.String(name) == "" {
			return usagef("--%s is missing; see workwx help%s", name, strings.TrimPrefix(c.FullName(), "workwx"))
		}
	}
	return nil
}

func (a *app) sendTextCard(ctx context.Context, c *cli.Command) error {
	if err := required(c, "title", "description", "url"); err != nil {
		return err
	}
	s, err := a.newSending(c)
	if err != nil {
		return err
	}
	card := workwx.TextCard{Title: c.String("title"), Description: c.String("description"), URL: c.String("url"), BtnTxt: c.String("button")}
	if err := s.add(s.client.SendTextCardMessage(ctx, s.to, card, s.opts...)); err != nil {
		return err
	}
	return s.finish()
}

// articles reads those of a news message.
func (a *app) articles(ctx context.Context, c *cli.Command) ([]workwx.Article, error) {
	if !c.IsSet("data") {
		if err := required(c, "title", "url"); err != nil {
			return nil, err
		}
		return []workwx.Article{{Title: c.String("title"), Description: c.String("description"), URL: c.String("url"), PicURL: c.String("picture")}}, nil
	}
	if err := required(c); err != nil {
		return nil, err
	}
	for _, name := range []string{"title", "description", "url", "picture"} {
		if c.IsSet(name) {
			return nil, usagef("-d holds the articles: leave --%s away", name)
		}
	}
	var list []workwx.Article
	return list, a.decodeData(ctx, c.String("data"), &list)
}

func (a *app) sendNews(ctx context.Context, c *cli.Command) error {
	articles, err := a.articles(ctx, c)
	if err != nil {
		return err
	}
	s, err := a.newSending(c)
	if err != nil {
		return err
	}
	if err := s.add(s.client.SendNewsMessage(ctx, s.to, articles, s.opts...)); err != nil {
		return err
	}
	return s.finish()
}

func (a *app) sendCard(ctx context.Context, c *cli.Command) error {
	if err := required(c, "data"); err != nil {
		return err
	}
	var card workwx.TemplateCard
	if err := a.decodeData(ctx, c.String("data"), &card); err != nil {
		return err
	}
	s, err := a.newSending(c)
	if err != nil {
		return err
	}
	if err := s.add(s.client.SendTemplateCardMessage(ctx, s.to, card, s.opts...)); err != nil {
		return err
	}
	return s.finish()
}
