package workwxtest

import (
	"regexp"
	"slices"

	"github.com/go-workwx/workwx"
)

// appChat is a group chat that an app created.
type appChat struct {
	ChatID   string   `json:"chatid"`
	Name     string   `json:"name"`
	Owner    string   `json:"owner"`
	UserList []string `json:"userlist"`
	app      *app
}

func appChatHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/appchat/create": in(createAppChat),
		"/cgi-bin/appchat/update": in(updateAppChat),
		"/cgi-bin/appchat/get":    getAppChat,
		"/cgi-bin/appchat/send":   sendAppChat,
	}
}

var chatIDForm = regexp.MustCompile(`^[0-9A-Za-z]+$`)

func createAppChat(s *Server, c *call, req *appChat) (any, error) {
	chat := &appChat{ChatID: req.ChatID, Name: req.Name, Owner: req.Owner, app: c.app}
	switch {
	case chat.ChatID == "":
		chat.ChatID = newID("wr")
	case len(chat.ChatID) > 32:
		return nil, fail(codeChatIDTooLong, "chatid has more than 32 bytes")
	case !chatIDForm.MatchString(chat.ChatID):
		return nil, fail(workwx.CodeInvalidChatID, "invalid chatid")
	case s.chats[chat.ChatID] != nil:
		return nil, fail(workwx.CodeChatIDExists, "chatid existed")
	}
	users, err := s.chatMembers(req.UserList)
	if err != nil {
		return nil, err
	}
	chat.UserList = users
	if chat.Owner == "" && len(users) > 0 {
		chat.Owner = users[0]
	}
	if err := chat.check(); err != nil {
		return nil, err
	}
	s.chats[chat.ChatID] = chat
	return struct {
		ChatID string `json:"chatid"`
	}{chat.ChatID}, nil
}

// chatMembers returns the ids of members as they are spelled in the contacts.
func (s *Server) chatMembers(userIDs []string) ([]string, error) {
	var list []string
	for _, id := range userIDs {
		m := s.contacts.member(id)
		if m == nil {
			return nil, fail(codeIllegalChatMember, "invalid chat member %s", id)
		}
		list = with(list, []string{m.UserID})
	}
	return list, nil
}

func (chat *appChat) check() error {
	if n := len(chat.UserList); n < 2 || n > 2000 {
		return fail(codeChatMemberCount, "a chat has 2 to 2000 members, not %d", n)
	}
	if !slices.Contains(chat.UserList, chat.Owner) {
		return fail(codeOwnerNotInChat, "the owner is not among the members")
	}
	return nil
}

// chatOf returns the app's chat of an id, whose case matters.
func (s *Server) chatOf(c *call, id string) (*appChat, error) {
	chat := s.chats[id]
	switch {
	case chat == nil:
		return nil, fail(workwx.CodeChatIDNotFound, "chatid not found")
	case chat.app != c.app:
		return nil, fail(workwx.CodeChatOfAnotherApp, "the chat was created by another app")
	}
	return chat, nil
}

func updateAppChat(s *Server, c *call, req *struct {
	ChatID string   `json:"chatid"`
	Name   *string  `json:"name"`
	Owner  *string  `json:"owner"`
	Add    []string `json:"add_user_list"`
	Del    []string `json:"del_user_list"`
}) (any, error) {
	chat, err := s.chatOf(c, req.ChatID)
	if err != nil {
		return nil, err
	}
	add, err := s.chatMembers(req.Add)
	if err != nil {
		return nil, err
	}
	changed := *chat
	changed.UserList = without(with(chat.UserList, add), req.Del)
	if req.Name != nil {
		changed.Name = *req.Name
	}
	if req.Owner != nil && *req.Owner != "" {
		changed.Owner = *req.Owner
	}
	if err := changed.check(); err != nil {
		return nil, err
	}
	*chat = changed
	return nil, nil
}

func getAppChat(s *Server, c *call) (any, error) {
	chat, err := s.chatOf(c, c.query.Get("chatid"))
	return struct {
		ChatInfo *appChat `json:"chat_info"`
	}{chat}, err
}

func sendAppChat(s *Server, c *call) (any, error) {
	var req struct {
		ChatID  string `json:"chatid"`
		MsgType string `json:"msgtype"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	chat, err := s.chatOf(c, req.ChatID)
	if err != nil {
		return nil, err
	}
	lim := appLimits()
	lim.types = []string{"text", "image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown", "template_card"}
	raw, ct, err := s.open(c, req.MsgType, lim)
	if err != nil {
		return nil, err
	}
	s.keep(&Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, ChatID: chat.ChatID, UserIDs: slices.Clone(chat.UserList)}, c)
	return nil, nil
}
