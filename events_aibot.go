package workwx

import "strings"

// AIBotHeader is the part that all messages and events of robots (智能机器人) have, beside [EventHeader].
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotHeader struct {
	MsgID       string    `json:"msgid"`                 // by which a repetition is known
	AIBotID     string    `json:"aibotid"`               // the robot
	ChatID      string    `json:"chatid,omitzero"`       // the group; empty in a single chat
	ChatType    string    `json:"chattype"`              // "single" or "group"
	From        AIBotUser `json:"from"`                  // who wrote
	ResponseURL Secret    `json:"response_url,omitzero"` // for SendAIBotResponse, once, an hour; who has it can answer
	Quote       AIBotItem `json:"quote,omitzero"`        // what the message quotes
}

// AIBotUser is who wrote to a robot.
type AIBotUser struct {
	UserID string `json:"userid"`          // in clear only if the robot's creator is a super admin; see ConvertOpenUserIDsToUserIDs
	CorpID string `json:"corpid,omitzero"` // only in events
}

// AIBotItem is a part of a mixed message, or a message that is quoted.
type AIBotItem struct {
	MsgType string      `json:"msgtype"`           // text, image, mixed, voice, file or video
	Text    string      `json:"content,omitzero"`  // of text, and of voice made text
	Media   AIBotMedia  `json:"media,omitzero"`    // of image, file and video
	Items   []AIBotItem `json:"msg_item,omitzero"` // of mixed
}

// AIBotMedia is a picture, file or video that was sent to a robot.
type AIBotMedia struct {
	URL    string `json:"url"`             // 5 minutes; what it leads to is encrypted
	AESKey Secret `json:"aeskey,omitzero"` // what with, if not the callback's key: over a long connection
}

// aiBotEvent is what a robot receives.
type aiBotEvent interface{ isAIBot() }

func (*AIBotHeader) isAIBot() {}

func (e *AIBotHeader) messageID() string { return e.MsgID }

func (e *AIBotHeader) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "aibotid":
		return f.str(&e.AIBotID)
	case "chatid":
		return f.str(&e.ChatID)
	case "chattype":
		return f.str(&e.ChatType)
	case "from":
		return f.into(&e.From)
	case "responseurl":
		return f.str((*string)(&e.ResponseURL))
	case "quote":
		return f.into(&e.Quote)
	}
	return false
}

func (e *AIBotUser) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "corpid":
		return f.str(&e.CorpID)
	}
	return false
}

func (e *AIBotItem) set(f field) bool {
	switch string(f.name()) {
	case "msgtype":
		return f.str(&e.MsgType)
	case "text", "voice":
		return f.each("content", func(f field) bool { return f.str(&e.Text) })
	case "image", "file", "video":
		return f.into(&e.Media)
	case "mixed":
		return f.each("msgitem", func(f field) bool { return list(f, &e.Items) })
	}
	return false
}

func (e *AIBotMedia) set(f field) bool {
	switch string(f.name()) {
	case "url":
		return f.str(&e.URL)
	case "aeskey":
		return f.str((*string)(&e.AESKey))
	}
	return false
}

// AIBotTextMessage is a text for a robot (文本消息). In a group it holds the robot's name behind an @.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotTextMessage struct {
	EventHeader
	AIBotHeader
	Content string // the text
}

func (e *AIBotTextMessage) set(f field) bool {
	if string(f.name()) == "text" {
		return f.each("content", func(f field) bool { return f.str(&e.Content) })
	}
	return e.AIBotHeader.set(f)
}

// AIBotImageMessage is a picture for a robot (图片消息), in single chats only.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotImageMessage struct {
	EventHeader
	AIBotHeader
	Image AIBotMedia
}

func (e *AIBotImageMessage) set(f field) bool {
	if string(f.name()) == "image" {
		return f.into(&e.Image)
	}
	return e.AIBotHeader.set(f)
}

// AIBotMixedMessage is texts and pictures for a robot (图文混排消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotMixedMessage struct {
	EventHeader
	AIBotHeader
	Items []AIBotItem // in order
}

func (e *AIBotMixedMessage) set(f field) bool {
	if string(f.name()) == "mixed" {
		return f.each("msgitem", func(f field) bool { return list(f, &e.Items) })
	}
	return e.AIBotHeader.set(f)
}

// AIBotVoiceMessage is a voice message for a robot, made text (语音消息), in single chats only.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotVoiceMessage struct {
	EventHeader
	AIBotHeader
	Content string // what was said
}

func (e *AIBotVoiceMessage) set(f field) bool {
	if string(f.name()) == "voice" {
		return f.each("content", func(f field) bool { return f.str(&e.Content) })
	}
	return e.AIBotHeader.set(f)
}

// AIBotFileMessage is a file for a robot (文件消息), of at most 100 MB, in single chats only.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotFileMessage struct {
	EventHeader
	AIBotHeader
	File AIBotMedia
}

func (e *AIBotFileMessage) set(f field) bool {
	if string(f.name()) == "file" {
		return f.into(&e.File)
	}
	return e.AIBotHeader.set(f)
}

// AIBotVideoMessage is a video for a robot (视频消息), of at most 100 MB, in single chats only.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotVideoMessage struct {
	EventHeader
	AIBotHeader
	Video AIBotMedia
}

func (e *AIBotVideoMessage) set(f field) bool {
	if string(f.name()) == "video" {
		return f.into(&e.Video)
	}
	return e.AIBotHeader.set(f)
}

// AIBotStreamMessage asks for the next part of an [AIBotStreamReply] (流式消息刷新), which is the only answer
// to it. It is asked again and again until Finish, and never dropped as a repetition.
//
// Doc: https://developer.work.weixin.qq.com/document/path/100719
type AIBotStreamMessage struct {
	EventHeader
	AIBotHeader
	StreamID string // the ID of the reply
}

func (e *AIBotStreamMessage) set(f field) bool {
	if string(f.name()) == "stream" {
		return f.each("id", func(f field) bool { return f.str(&e.StreamID) })
	}
	return e.AIBotHeader.set(f)
}

// AIBotEnterChatEvent says that a user opened the chat with a robot for the first time in a day
// (进入会话事件). The answer is a greeting: a [TextReply] or [AIBotCardReply].
//
// Doc: https://developer.work.weixin.qq.com/document/path/101027
type AIBotEnterChatEvent struct {
	EventHeader
	AIBotHeader
}

func (e *AIBotEnterChatEvent) set(f field) bool { return setAIBotEvent(f, &e.AIBotHeader, nil) }

// AIBotTemplateCardEvent says that a user clicked a button of a robot's template card, submitted a choice
// or clicked an item of its menu (模板卡片事件). The answer is an [AIBotUpdateCardReply]. It is sent once.
//
// Doc: https://developer.work.weixin.qq.com/document/path/101027
type AIBotTemplateCardEvent struct {
	EventHeader
	AIBotHeader
	CardType      CardType
	EventKey      string              // the key of the button
	TaskID        string              // the task id that the card was sent with
	SelectedItems []EventSelectedItem // what was selected
}

func (e *AIBotTemplateCardEvent) set(f field) bool {
	return setAIBotEvent(f, &e.AIBotHeader, func(f field) bool {
		switch string(f.name()) {
		case "cardtype":
			return f.str((*string)(&e.CardType))
		case "eventkey":
			return f.str(&e.EventKey)
		case "taskid":
			return f.str(&e.TaskID)
		case "selecteditems":
			return f.each("selecteditem", func(f field) bool { return list(f, &e.SelectedItems) })
		}
		return false
	})
}

// AIBotFeedbackEvent is what a user thinks of a robot's answer (用户反馈事件). It takes no reply.
//
// Doc: https://developer.work.weixin.qq.com/document/path/101027
type AIBotFeedbackEvent struct {
	EventHeader
	AIBotHeader
	FeedbackID        string  // as the reply had it
	Type              int64   // 1 accurate, 2 inaccurate, 3 withdrawn
	Content           string  // what the user wrote
	InaccurateReasons []int64 // 1 irrelevant, 2 incomplete, 3 wrong, 4 data analysed wrongly
}

func (e *AIBotFeedbackEvent) set(f field) bool {
	return setAIBotEvent(f, &e.AIBotHeader, func(f field) bool {
		switch string(f.name()) {
		case "id":
			return f.str(&e.FeedbackID)
		case "type":
			return f.num(&e.Type)
		case "content":
			return f.str(&e.Content)
		case "inaccuratereasonlist":
			return f.nums(&e.InaccurateReasons)
		}
		return false
	})
}

// AIBotDisconnectedEvent says that another connection took the place of this one (连接断开事件); over a long
// connection only.
//
// Doc: https://developer.work.weixin.qq.com/document/path/101463
type AIBotDisconnectedEvent struct {
	EventHeader
	AIBotHeader
}

func (e *AIBotDisconnectedEvent) set(f field) bool { return setAIBotEvent(f, &e.AIBotHeader, nil) }

// AIBotAuthChangeEvent says that a robot may do other things than before (权限变更事件). The documentation
// does not have it.
type AIBotAuthChangeEvent struct {
	EventHeader
	AIBotHeader
	AuthList []string // what it may do
}

func (e *AIBotAuthChangeEvent) set(f field) bool {
	return setAIBotEvent(f, &e.AIBotHeader, func(f field) bool {
		return string(f.name()) == "authlist" && f.strs(&e.AuthList)
	})
}

// setAIBotEvent gives the parts of {"event":{"eventtype":"x","x":{…}}} to take.
func setAIBotEvent(f field, h *AIBotHeader, take func(field) bool) bool {
	if string(f.name()) != "event" || !f.isParent() {
		return h.set(f)
	}
	f.children(func(f field) bool {
		switch {
		case string(f.name()) == "eventtype":
			return true // the header has it
		case !f.isParent():
			return strings.TrimSpace(f.text()) == ""
		case take == nil:
			return false
		}
		f.children(take)
		return true
	})
	return true
}

func newAIBotEvent(h *EventHeader) Event {
	switch h.MsgType {
	case "text":
		return new(AIBotTextMessage)
	case "image":
		return new(AIBotImageMessage)
	case "mixed":
		return new(AIBotMixedMessage)
	case "voice":
		return new(AIBotVoiceMessage)
	case "file":
		return new(AIBotFileMessage)
	case "video":
		return new(AIBotVideoMessage)
	case "stream":
		return new(AIBotStreamMessage)
	}
	switch h.Event {
	case "enter_chat":
		return new(AIBotEnterChatEvent)
	case "template_card_event":
		return new(AIBotTemplateCardEvent)
	case "feedback_event":
		return new(AIBotFeedbackEvent)
	case "disconnected_event":
		return new(AIBotDisconnectedEvent)
	case "auth_change_event":
		return new(AIBotAuthChangeEvent)
	}
	return new(UnknownEvent)
}
