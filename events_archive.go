package workwx

// MsgAuditNotifyEvent says that there are messages for the archive to fetch; at most one in 15 seconds
// (产生会话回调事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95039
type MsgAuditNotifyEvent struct {
	EventHeader
}

// ChatArchiveAuditApprovedEvent says that a customer agreed to the archive, of a suite's customer
// (客户同意聊天内容存档事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99532
type ChatArchiveAuditApprovedEvent struct {
	EventHeader
	OpenUserID     string `xml:",omitempty"`       // the member
	ExternalUserID string `xml:",omitempty"`       // the customer
	ChatID         string `xml:"ChatId,omitempty"` // the group chat, if it is one
}

func (e *ChatArchiveAuditApprovedEvent) set(f field) bool {
	switch string(f.name()) {
	case "openuserid":
		return f.str(&e.OpenUserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "chatid":
		return f.str(&e.ChatID)
	}
	return false
}

// ChatArchiveExportFinishedEvent says that an export of messages is done (会话内容导出完成通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97244
type ChatArchiveExportFinishedEvent struct {
	EventHeader
	JobID string `xml:"JobId,omitempty"` // the export
}

func (e *ChatArchiveExportFinishedEvent) set(f field) bool {
	switch string(f.name()) {
	case "jobid":
		return f.str(&e.JobID)
	}
	return false
}

// ConversationNewMessageEvent says that there are messages for the suite to fetch (产生会话回调通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97085
type ConversationNewMessageEvent struct {
	EventHeader
	Token string `xml:",omitempty"` // to fetch them with
}

func (e *ConversationNewMessageEvent) set(f field) bool {
	switch string(f.name()) {
	case "token":
		return f.str(&e.Token)
	}
	return false
}

// HitKeywordEvent says that a message matched a rule (命中关键词规则通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97244
type HitKeywordEvent struct {
	EventHeader
	Token string `xml:",omitempty"` // to fetch it with
}

func (e *HitKeywordEvent) set(f field) bool {
	switch string(f.name()) {
	case "token":
		return f.str(&e.Token)
	}
	return false
}

// DocumentArchiveChangeEvent says that an archived document changed (文档存档变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101691
type DocumentArchiveChangeEvent struct {
	EventHeader
	DocID   string `xml:"DocId,omitempty"`
	DocName string `xml:",omitempty"` // its title
}

func (e *DocumentArchiveChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "docid":
		return f.str(&e.DocID)
	case "docname":
		return f.str(&e.DocName)
	}
	return false
}

// WedriveArchiveSpaceChangeEvent says that an archived space of 微盘 changed; ChangeType says how
// (微盘存档空间变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101678
type WedriveArchiveSpaceChangeEvent struct {
	EventHeader
	SpaceID string `xml:"SpaceId,omitempty"`
}

func (e *WedriveArchiveSpaceChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "spaceid":
		return f.str(&e.SpaceID)
	}
	return false
}

// FileContentArchiveAuthChangeEvent says that the app may archive other files than before (文件内容存档授权变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101701
type FileContentArchiveAuthChangeEvent struct {
	EventHeader
}

// FileContentArchiveUserListChangeEvent says that the files of other members are archived than before
// (文件内容存档成员变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101701
type FileContentArchiveUserListChangeEvent struct {
	EventHeader
}
