package workwxtest

import (
	"net/url"
	"time"

	"github.com/go-workwx/workwx"
)

// aiBotResponse is the right to answer a message to a robot once, beside the callback.
type aiBotResponse struct {
	userID, chatID string
	expires        time.Time
	used           bool
}

func aiBotHandlers() map[string]handler {
	return map[string]handler{"/cgi-bin/aibot/response": respondAIBot}
}

// AIBotTextJSON is the payload of a text that a member wrote to a robot (智能机器人), in the group chat of
// chatID or, if that is empty, in a chat of the two. Its response_url leads to the server: what is sent
// there comes up in [Server.Messages]. Push it with [ReceiveID] "".
func (s *Server) AIBotTextJSON(userID, chatID, content string) []byte {
	m := s.aiBotMessage(userID, chatID, "text")
	m.Text = &aiBotText{content}
	return encode(m)
}

// AIBotEventJSON is the payload of an event of a robot, such as enter_chat or template_card_event, with
// what stands below the event's name: fields is anything that encoding/json can encode. Push it with
// [ReceiveID] "".
func (s *Server) AIBotEventJSON(userID, chatID, name string, fields any) []byte {
	m := s.aiBotMessage(userID, chatID, "event")
	m.CreateTime = s.Now().Unix()
	m.From.CorpID = s.CorpID()
	m.Event = map[string]any{"eventtype": name, name: fields}
	return encode(m)
}

type aiBotMessage struct {
	MsgID       string         `json:"msgid"`
	CreateTime  int64          `json:"create_time,omitempty"`
	AIBotID     string         `json:"aibotid"`
	ChatID      string         `json:"chatid,omitempty"`
	ChatType    string         `json:"chattype"`
	From        aiBotFrom      `json:"from"`
	ResponseURL string         `json:"response_url"`
	MsgType     string         `json:"msgtype"`
	Text        *aiBotText     `json:"text,omitempty"`
	Event       map[string]any `json:"event,omitempty"`
}

type aiBotFrom struct {
	CorpID string `json:"corpid,omitempty"`
	UserID string `json:"userid"`
}

type aiBotText struct {
	Content string `json:"content"`
}

func (s *Server) aiBotMessage(userID, chatID, msgType string) *aiBotMessage {
	chatType, code := "single", newID("response-")
	if chatID != "" {
		chatType = "group"
	}
	s.mu.Lock()
	s.answers[code] = &aiBotResponse{userID: userID, chatID: chatID, expires: s.now().Add(time.Hour)}
	s.mu.Unlock()
	return &aiBotMessage{MsgID: newID("msg-"), AIBotID: "aibfake", ChatID: chatID, ChatType: chatType, From: aiBotFrom{UserID: userID},
		ResponseURL: s.URL + "/cgi-bin/aibot/response?response_code=" + url.QueryEscape(code), MsgType: msgType}
}

func respondAIBot(s *Server, c *call) (any, error) {
	r := s.answers[c.query.Get("response_code")]
	switch {
	case r == nil || c.now.After(r.expires):
		return nil, fail(workwx.CodeInvalidResponseCode, "invalid response_code")
	case r.used:
		return nil, fail(workwx.CodeRobotAlreadyReplied, "not allowed to reply again")
	}
	var req struct {
		MsgType string `json:"msgtype"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	types := []string{"markdown", "template_card"}
	if r.chatID != "" {
		types = types[:1] // a card cannot quote the message, as an answer in a group does
	}
	raw, ct, err := s.open(c, req.MsgType, limits{types: types, markdown: workwx.MaxAIBotTextSize})
	if err != nil {
		return nil, err
	}
	r.used = true
	m := &Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, ChatID: r.chatID}
	if r.chatID == "" {
		m.UserIDs = []string{r.userID}
	}
	s.keep(m, c)
	return nil, nil
}
