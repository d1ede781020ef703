package workwx

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestSendToMembers(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok","invaliduser":"zhangsan|lisi","invalidparty":[7],"invalidtag":"","msgid":"m1"}`}
	c := wireClient(t, w)
	to := &Recipient{UserIDs: []string{"a", "b"}, PartyIDs: []int64{1}, TagIDs: []int64{2, 3}}
	resp, err := c.SendTextMessage(t.Context(), to, "hello", Confidential(), TranslateIDs(), RefuseDuplicates(10*time.Minute))
	require.NoError(t, err)
	require.Equal(t, &SendMessageResponse{InvalidUser: PipeList{"zhangsan", "lisi"}, InvalidParty: PipeList{"7"}, MsgID: "m1"}, resp)
	require.JSONEq(t, `{"touser":"a|b","toparty":"1","totag":"2|3","msgtype":"text","agentid":1000002,"text":{"content":"hello"},
		"safe":1,"enable_id_trans":1,"enable_duplicate_check":1,"duplicate_check_interval":600}`, string(w.body))

	for msgType, send := range sends(t, c) {
		to, sent := ToAll(), "@all"
		if msgType == MsgTypeMiniProgramNotice {
			to, sent = ToUsers("a"), "a"
		}
		require.NoError(t, send(to), msgType)
		require.Equal(t, "/cgi-bin/message/send", w.last.URL.Path)
		require.Contains(t, string(w.body), `"touser":"`+sent+`","msgtype":"`+string(msgType)+`","`+string(msgType)+`":{`)
		require.NotContains(t, string(w.body), "null")
	}
}

func TestSendToChat(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok"}`}
	c := wireClient(t, w)
	for msgType, send := range sends(t, c) {
		err := send(ToChat("chat1"))
		switch msgType {
		case MsgTypeMiniProgramNotice, MsgTypeTaskCard, MsgTypeTemplateCard:
			var argument *ArgumentError
			require.ErrorAs(t, err, &argument, msgType)
		default:
			require.NoError(t, err, msgType)
			require.Equal(t, "/cgi-bin/appchat/send", w.last.URL.Path)
			require.Contains(t, string(w.body), `{"chatid":"chat1","msgtype":"`+string(msgType)+`","`+string(msgType)+`":{`)
		}
	}
	_, err := c.SendTextMessage(t.Context(), ToChat("chat1"), "x", Confidential())
	require.NoError(t, err)
	require.JSONEq(t, `{"chatid":"chat1","msgtype":"text","text":{"content":"x"},"safe":1}`, string(w.body))
	_, err = c.SendTextMessage(t.Context(), ToChat("chat1"), "x", TranslateIDs())
	require.Error(t, err)
}

// sends has one func for each type of message.
func sends(t *testing.T, c *Client) map[MsgType]func(to *Recipient) error {
	ctx := t.Context()
	card := TemplateCard{CardType: CardTypeTextNotice, MainTitle: CardTitle{Title: "t"}, CardAction: CardAction{Type: CardTargetURL, URL: "https://e.com"}}
	return map[MsgType]func(to *Recipient) error{
		MsgTypeText:     func(to *Recipient) error { return second(c.SendTextMessage(ctx, to, "x")) },
		MsgTypeImage:    func(to *Recipient) error { return second(c.SendImageMessage(ctx, to, "id")) },
		MsgTypeVoice:    func(to *Recipient) error { return second(c.SendVoiceMessage(ctx, to, "id")) },
		MsgTypeVideo:    func(to *Recipient) error { return second(c.SendVideoMessage(ctx, to, "id", "title", "")) },
		MsgTypeFile:     func(to *Recipient) error { return second(c.SendFileMessage(ctx, to, "id")) },
		MsgTypeTextCard: func(to *Recipient) error { return second(c.SendTextCardMessage(ctx, to, TextCard{Title: "t"})) },
		MsgTypeNews:     func(to *Recipient) error { return second(c.SendNewsMessage(ctx, to, []Article{{Title: "t"}})) },
		MsgTypeMPNews:   func(to *Recipient) error { return second(c.SendMPNewsMessage(ctx, to, []MPArticle{{Title: "t"}})) },
		MsgTypeMarkdown: func(to *Recipient) error { return second(c.SendMarkdownMessage(ctx, to, "# x")) },
		MsgTypeMiniProgramNotice: func(to *Recipient) error {
			return second(c.SendMiniProgramNoticeMessage(ctx, to, MiniProgramNotice{AppID: "wx", Title: "t"}))
		},
		MsgTypeTaskCard: func(to *Recipient) error {
			return second(c.SendTaskCardMessage(ctx, to, TaskCard{TaskID: "1", Btn: []TaskCardButton{{Key: "k", Name: "n"}}}))
		},
		MsgTypeTemplateCard: func(to *Recipient) error { return second(c.SendTemplateCardMessage(ctx, to, card)) },
	}
}

func TestRecipientsAreChecked(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0}`}
	c := wireClient(t, w)
	for name, tc := range map[string]struct {
		to   *Recipient
		says string
	}{
		"nil":               {nil, "nil"},
		"nobody":            {&Recipient{}, "nobody"},
		"too many members":  {ToUsers(make([]string, 1001)...), "1000"},
		"too many parties":  {ToParties(make([]int64, 101)...), "100"},
		"too many tags":     {ToTags(make([]int64, 101)...), "100"},
		"all and one":       {&Recipient{All: true, UserIDs: []string{"a"}}, "All"},
		"chat and one":      {&Recipient{ChatID: "c", TagIDs: []int64{1}}, "chat"},
		"a list as an id":   {ToUsers("a|b"), `"a|b"`},
		"everybody as one":  {ToUsers("@all"), "All"},
		"an empty id":       {ToUsers(""), `""`},
		"chat and everyone": {&Recipient{ChatID: "c", All: true}, "chat"},
	} {
		_, err := c.SendTextMessage(t.Context(), tc.to, "x")
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument, name)
		require.ErrorContains(t, err, tc.says, name)
	}
	require.Nil(t, w.last, "nothing was sent")
	noAgent, err := NewClient("ww", "s")
	require.NoError(t, err)
	_, err = noAgent.SendTextMessage(t.Context(), ToAll(), "x")
	require.ErrorContains(t, err, "WithAgentID")
}

func TestContentsAreChecked(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0}`}
	c := wireClient(t, w)
	card := func(change func(*TemplateCard)) error {
		card := TemplateCard{CardType: CardTypeButtonInteraction, TaskID: "1", MainTitle: CardTitle{Title: "t"}, ButtonList: []CardButton{{Text: "b", Key: "k"}}}
		change(&card)
		return second(c.SendTemplateCardMessage(t.Context(), ToAll(), card))
	}
	require.NoError(t, card(func(*TemplateCard) {}))
	require.NoError(t, card(func(c *TemplateCard) {
		c.CardType, c.CardAction.Type, c.ImageTextArea.ImageURL = CardTypeNewsNotice, CardTargetURL, "https://e.com/1.png"
	}))
	require.NoError(t, card(func(c *TemplateCard) {
		c.CardType, c.Checkbox.OptionList, c.SubmitButton.Key = CardTypeVoteInteraction, make([]CardOption, 20), "s"
	}))
	require.NoError(t, card(func(c *TemplateCard) {
		c.CardType, c.SelectList, c.SubmitButton.Key = CardTypeMultipleInteraction, []CardSelect{{OptionList: make([]CardSelectOption, 10)}}, "s"
	}))
	_, err := c.SendMPNewsMessage(t.Context(), ToAll(), make([]MPArticle, 1), CorpOnly(), RefuseDuplicates(time.Millisecond))
	require.NoError(t, err)
	require.Contains(t, string(w.body), `"duplicate_check_interval":1}`)
	w.last = nil
	for name, err := range map[string]error{
		"empty text":    second(c.SendTextMessage(t.Context(), ToAll(), "")),
		"long text":     second(c.SendTextMessage(t.Context(), ToAll(), strings.Repeat("啊", 683))),
		"long markdown": second(c.SendMarkdownMessage(t.Context(), ToAll(), strings.Repeat("a", 2049))),
		"no articles":   second(c.SendNewsMessage(t.Context(), ToAll(), nil)),
		"nine articles": second(c.SendMPNewsMessage(t.Context(), ToAll(), make([]MPArticle, 9))),
		"no buttons":    second(c.SendTaskCardMessage(t.Context(), ToAll(), TaskCard{})),
		"no card type":  card(func(c *TemplateCard) { c.CardType = "" }),
		"no task":       card(func(c *TemplateCard) { c.TaskID = "" }),
		"no title":      card(func(c *TemplateCard) { c.MainTitle.Title = "" }),
		"seven buttons": card(func(c *TemplateCard) { c.ButtonList = make([]CardButton, 7) }),
		"no action":     card(func(c *TemplateCard) { c.CardType = CardTypeTextNotice }),
		"asking action": card(func(c *TemplateCard) { c.CardType, c.CardAction.Type = CardTypeTextNotice, CardTargetQuestion }),
		"no button":     card(func(c *TemplateCard) { c.ButtonList = nil }),
		"no picture":    card(func(c *TemplateCard) { c.CardType, c.CardAction.Type = CardTypeNewsNotice, CardTargetURL }),
		"no choice":     card(func(c *TemplateCard) { c.CardType, c.SubmitButton.Key = CardTypeVoteInteraction, "s" }),
		"no choices":    card(func(c *TemplateCard) { c.CardType, c.SubmitButton.Key = CardTypeMultipleInteraction, "s" }),
		"no submitting": card(func(c *TemplateCard) {
			c.CardType, c.Checkbox.OptionList = CardTypeVoteInteraction, make([]CardOption, 1)
		}),
		"no options": card(func(c *TemplateCard) {
			c.CardType, c.SubmitButton.Key, c.SelectList = CardTypeMultipleInteraction, "s", make([]CardSelect, 1)
		}),
		"corp only":    second(c.SendImageMessage(t.Context(), ToAll(), "m", CorpOnly())),
		"five hours":   second(c.SendImageMessage(t.Context(), ToAll(), "m", RefuseDuplicates(5*time.Hour))),
		"before":       second(c.SendImageMessage(t.Context(), ToAll(), "m", RefuseDuplicates(-time.Hour))),
		"to everybody": second(c.SendMiniProgramNoticeMessage(t.Context(), ToAll(), MiniProgramNotice{AppID: "wx", Title: "会议室预订"})),
		"menu, no task": card(func(c *TemplateCard) {
			c.CardType, c.TaskID, c.CardAction.Type, c.CardImage.URL = CardTypeNewsNotice, "", CardTargetURL, "https://e.com/1.png"
			c.ActionMenu.ActionList = make([]CardMenuAction, 1)
		}),
	} {
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument, name)
	}
	require.Nil(t, w.last, "nothing was sent")
}

// TestPlainText: without options a text is encoded by itself, and must be the same on the wire.
func TestPlainText(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"msgid":"m"}`}
	c := wireClient(t, w)
	noOption := func(*SendMessageRequest) {}
	for _, to := range []*Recipient{
		ToUsers("zhangsan"), ToUsers("a", `b"\<&`, "张三"), ToParties(1, 2), ToTags(3), ToAll(),
		{UserIDs: []string{"a"}, PartyIDs: []int64{1}, TagIDs: []int64{2, 3}},
	} {
		_, err := c.SendTextMessage(t.Context(), to, "<a href=\"x\">你好</a>\n", noOption)
		require.NoError(t, err)
		want := string(w.body)
		_, err = c.SendTextMessage(t.Context(), to, "<a href=\"x\">你好</a>\n")
		require.NoError(t, err)
		require.Equal(t, want, string(w.body))
	}
	for _, to := range []*Recipient{nil, {}, ToUsers("@all"), {All: true, PartyIDs: []int64{1}}} {
		_, want := c.SendTextMessage(t.Context(), to, "x", noOption)
		_, err := c.SendTextMessage(t.Context(), to, "x")
		require.Error(t, err)
		require.Equal(t, want, err)
	}
	for _, content := range []string{"", strings.Repeat("x", MaxTextSize+1)} {
		_, err := c.SendTextMessage(t.Context(), ToAll(), content)
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument)
	}
}
