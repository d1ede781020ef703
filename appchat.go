package workwx

import "context"

// CreateAppChat creates a group chat that the app can send messages to, and returns its id (创建群聊会话).
// 1,000 chats can be created a day.
//
// Here and in the methods below, the app must be one that the corp made itself and that the whole corp sees.
//
// API: POST /cgi-bin/appchat/create
// Doc: https://developer.work.weixin.qq.com/document/path/90245
func (c *Client) CreateAppChat(ctx context.Context, req *CreateAppChatRequest) (string, error) {
	var resp createAppChatResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/appchat/create", req, &resp)
	return resp.ChatID, err
}

// CreateAppChatRequest describes the chat to create.
type CreateAppChatRequest struct {
	ChatID   string   `json:"chatid,omitzero"` // at most 32 digits and letters; the platform makes one if it is empty
	Name     string   `json:"name,omitzero"`   // at most 50 characters; made from the members' names if empty
	Owner    string   `json:"owner,omitzero"`  // one of the members, any if empty
	UserList []string `json:"userlist"`        // 2 to 2,000 members
}

type createAppChatResponse struct {
	ChatID string `json:"chatid"`
}

// GetAppChat returns a group chat that this app created (获取群聊会话). Ids of chats are case-sensitive,
// other than those of members.
//
// API: GET /cgi-bin/appchat/get
// Doc: https://developer.work.weixin.qq.com/document/path/90247
func (c *Client) GetAppChat(ctx context.Context, chatID string) (*AppChat, error) {
	var resp getAppChatResponse
	err := c.invoke(ctx, get, "/cgi-bin/appchat/get", param{"chatid", chatID}, &resp)
	return resp.ChatInfo, err
}

type getAppChatResponse struct {
	ChatInfo *AppChat `json:"chat_info"`
}

// AppChat is a group chat of an app.
type AppChat struct {
	ChatID   string   `json:"chatid"`
	Name     string   `json:"name"`
	Owner    string   `json:"owner"`
	UserList []string `json:"userlist"`
}

// UpdateAppChat renames a group chat, changes its owner, adds and removes members (修改群聊会话). What req
// leaves out stays as it is. 1,000 changes can be made an hour.
//
// API: POST /cgi-bin/appchat/update
// Doc: https://developer.work.weixin.qq.com/document/path/90246
func (c *Client) UpdateAppChat(ctx context.Context, req *UpdateAppChatRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/appchat/update", req, nil)
}

// UpdateAppChatRequest says what changes.
type UpdateAppChatRequest struct {
	ChatID      string   `json:"chatid"`
	Name        *string  `json:"name,omitzero"`          // at most 50 characters; the rest is cut off
	Owner       *string  `json:"owner,omitzero"`         // required if the owner is among DelUserList
	AddUserList []string `json:"add_user_list,omitzero"` // the chat may have 2,000 members
	DelUserList []string `json:"del_user_list,omitzero"`
}

// SendAppChatMessage sends a message to a group chat (应用推送消息). The methods for each type, such as
// [Client.SendTextMessage], send to a chat when the [Recipient] is one.
//
// All apps of a corp together may send to 20,000 receivers a minute, and to 150,000 an hour; in a verified
// corp of medium size to 350,000, in a large one to 700,000. A member receives at most 200 such messages of
// an app a minute and 10,000 a day: more are dropped in silence.
//
// API: POST /cgi-bin/appchat/send
// Doc: https://developer.work.weixin.qq.com/document/path/90248
func (c *Client) SendAppChatMessage(ctx context.Context, req *SendAppChatMessageRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/appchat/send", req, nil)
}

// SendAppChatMessageRequest is a message for a group chat. One of the contents is set, that which
// MsgType names.
type SendAppChatMessageRequest struct {
	ChatID   string       `json:"chatid"`
	MsgType  MsgType      `json:"msgtype"`
	Text     AppChatText  `json:"text,omitzero"`
	Image    MessageMedia `json:"image,omitzero"`
	Voice    MessageMedia `json:"voice,omitzero"`
	Video    MessageVideo `json:"video,omitzero"`
	File     MessageMedia `json:"file,omitzero"`
	TextCard TextCard     `json:"textcard,omitzero"`
	News     News         `json:"news,omitzero"`
	MPNews   MPNews       `json:"mpnews,omitzero"`
	Markdown AppChatText  `json:"markdown,omitzero"`
	Safe     *SafeMode    `json:"safe,omitzero"`
}

// AppChatText is the content of a text or markdown message to a group chat.
type AppChatText struct {
	Content             string   `json:"content"`                        // at most 2,048 bytes; <@userid> mentions a member
	MentionedList       []string `json:"mentioned_list,omitzero"`        // members to mention; "@all" is everybody
	MentionedMobileList []string `json:"mentioned_mobile_list,omitzero"` // mobile numbers of members to mention
}

// sendToChat sends a message that was made for members to a group chat.
func (c *Client) sendToChat(ctx context.Context, chatID string, msg *SendMessageRequest) (*SendMessageResponse, error) {
	const api = "/cgi-bin/appchat/send"
	switch msg.MsgType {
	case MsgTypeMiniProgramNotice, MsgTypeTaskCard, MsgTypeTemplateCard:
		return nil, invalid(api, "msgtype", "a message of the type %s cannot be sent to a group chat", msg.MsgType)
	}
	if msg.EnableIDTrans != nil || msg.EnableDuplicateCheck != nil {
		return nil, invalid(api, "", "ids are not translated and duplicates not refused in a group chat")
	}
	err := c.SendAppChatMessage(ctx, &SendAppChatMessageRequest{
		ChatID:   chatID,
		MsgType:  msg.MsgType,
		Text:     AppChatText{Content: msg.Text.Content},
		Image:    msg.Image,
		Voice:    msg.Voice,
		Video:    msg.Video,
		File:     msg.File,
		TextCard: msg.TextCard,
		News:     msg.News,
		MPNews:   msg.MPNews,
		Markdown: AppChatText{Content: msg.Markdown.Content},
		Safe:     msg.Safe,
	})
	if err != nil {
		return nil, err
	}
	return &SendMessageResponse{}, nil
}
