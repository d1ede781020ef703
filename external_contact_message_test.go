package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMsgAttachments(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]MsgAttachment{
		`{"msgtype":"image","image":{"media_id":"m"}}`:                                                              NewImageAttachment("m"),
		`{"msgtype":"video","video":{"media_id":"m"}}`:                                                              NewVideoAttachment("m"),
		`{"msgtype":"file","file":{"media_id":"m"}}`:                                                                NewFileAttachment("m"),
		`{"msgtype":"link","link":{"url":"https://example.com/?a=1&b=2","title":"A <b>"}}`:                          NewLinkAttachment(AttachmentLink{URL: "https://example.com/?a=1&b=2", Title: "A <b>"}),
		`{"msgtype":"miniprogram","miniprogram":{"appid":"wx1","page":"/index","title":"Shop","pic_media_id":"m"}}`: NewMiniProgramAttachment(AttachmentMiniProgram{AppID: "wx1", Page: "/index", Title: "Shop", PicMediaID: "m"}),
		`{"msgtype":"image","image":{"pic_url":"https://example.com/p"}}`:                                           {MsgType: MsgAttachmentTypeImage, Image: AttachmentImage{PicURL: "https://example.com/p"}},
	} {
		got, err := encodeJSON(a)
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}

func TestSendWelcomeMsg(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":41096,"errmsg":"welcome msg is being distributed"}`)
	err := c.SendWelcomeMsg(t.Context(), &SendWelcomeMsgRequest{
		WelcomeCode: "code", Text: MessageText{Content: "Hello"}, Attachments: []MsgAttachment{NewFileAttachment("m")},
	})
	require.ErrorIs(t, err, CodeWelcomeBeingSent)
	require.Equal(t, []string{`/cgi-bin/externalcontact/send_welcome_msg {"welcome_code":"code","text":{"content":"Hello"},` +
		`"attachments":[{"msgtype":"file","file":{"media_id":"m"}}]}`}, p.sent)
}

func TestCreateGroupMsg(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"msgid":"msg-1","fail_list":["wm-9"]}`)
	got, err := c.CreateGroupMsg(t.Context(), &CreateGroupMsgRequest{
		TagFilter: GroupMsgTagFilter{GroupList: []GroupMsgTagGroup{{TagList: []string{"a", "b"}}, {TagList: []string{"c"}}}},
		Text:      MessageText{Content: "Sale"},
	})
	require.NoError(t, err)
	require.Equal(t, &CreateGroupMsgResponse{MsgID: "msg-1", FailList: []string{"wm-9"}}, got)
	require.Equal(t, []string{`/cgi-bin/externalcontact/add_msg_template {"tag_filter":{"group_list":[{"tag_list":["a","b"]},{"tag_list":["c"]}]},` +
		`"text":{"content":"Sale"}}`}, p.sent)
}

func TestListGroupMsgsFiltersByZero(t *testing.T) {
	t.Parallel()
	req := ListGroupMsgsRequest{ChatType: GroupMsgChatTypeSingle, StartTime: Unix(1), EndTime: Unix(2)}
	body, err := encodeJSON(req)
	require.NoError(t, err)
	require.Equal(t, `{"chat_type":"single","start_time":1,"end_time":2}`, string(body))
	req.FilterType = Ptr(PublisherTypeCorp)
	body, err = encodeJSON(req)
	require.NoError(t, err)
	require.Equal(t, `{"chat_type":"single","start_time":1,"end_time":2,"filter_type":0}`, string(body))
}
