package workwx

// KfMessageEvent says that there are messages or events for SyncKfMessages to fetch (接收消息和事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/94670
type KfMessageEvent struct {
	EventHeader
	Token    string `xml:",omitempty"`         // for SyncKfMessages, 10 minutes
	OpenKfID string `xml:"OpenKfId,omitempty"` // the customer service account
}

func (e *KfMessageEvent) set(f field) bool {
	switch string(f.name()) {
	case "token":
		return f.str(&e.Token)
	case "openkfid":
		return f.str(&e.OpenKfID)
	}
	return false
}

// KfAccountAuthChangeEvent says that the app may manage other customer service accounts than before
// (客服账号授权变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97712
type KfAccountAuthChangeEvent struct {
	EventHeader
	AuthAddOpenKfIDs []string `xml:"AuthAddOpenKfId,omitempty"` // accounts added
	AuthDelOpenKfIDs []string `xml:"AuthDelOpenKfId,omitempty"` // accounts withdrawn
}

func (e *KfAccountAuthChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "authaddopenkfid":
		return f.strs(&e.AuthAddOpenKfIDs)
	case "authdelopenkfid":
		return f.strs(&e.AuthDelOpenKfIDs)
	}
	return false
}

// EventKnowledgeBase is a knowledge base that an event is about.
type EventKnowledgeBase struct {
	KnowledgeBaseID   string `xml:"knowledge_base_id,omitempty"`
	KnowledgeBaseName string `xml:"knowledge_base_name,omitempty"`
	DocID             string `xml:"doc_id,omitempty"`       // the document that was learned
	LearnStatus       int64  `xml:"learn_status,omitempty"` // how learning ended
}

func (e *EventKnowledgeBase) set(f field) bool {
	switch string(f.name()) {
	case "knowledgebaseid":
		return f.str(&e.KnowledgeBaseID)
	case "knowledgebasename":
		return f.str(&e.KnowledgeBaseName)
	case "docid":
		return f.str(&e.DocID)
	case "learnstatus":
		return f.num(&e.LearnStatus)
	}
	return false
}

// AuthKnowledgeBaseEvent says that a knowledge base was opened to the app (知识集授权事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99855
type AuthKnowledgeBaseEvent struct {
	EventHeader
	KnowledgeBase EventKnowledgeBase `xml:"auth_knowledge_base,omitempty"` // the knowledge base
}

func (e *AuthKnowledgeBaseEvent) set(f field) bool {
	switch string(f.name()) {
	case "authknowledgebase":
		return f.into(&e.KnowledgeBase)
	}
	return false
}

// UnauthKnowledgeBaseEvent says that a knowledge base was closed to the app (知识集取消授权事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99855
type UnauthKnowledgeBaseEvent struct {
	EventHeader
	KnowledgeBase EventKnowledgeBase `xml:"unauth_knowledge_base,omitempty"` // the knowledge base
}

func (e *UnauthKnowledgeBaseEvent) set(f field) bool {
	switch string(f.name()) {
	case "unauthknowledgebase":
		return f.into(&e.KnowledgeBase)
	}
	return false
}

// DeleteKnowledgeBaseEvent says that a knowledge base was deleted (知识集删除事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99855
type DeleteKnowledgeBaseEvent struct {
	EventHeader
	KnowledgeBase EventKnowledgeBase `xml:"delete_knowledge_base,omitempty"` // the knowledge base
}

func (e *DeleteKnowledgeBaseEvent) set(f field) bool {
	switch string(f.name()) {
	case "deleteknowledgebase":
		return f.into(&e.KnowledgeBase)
	}
	return false
}

// KnowledgeBaseLearnDoneEvent says that a document was learned (知识集学习完成事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99855
type KnowledgeBaseLearnDoneEvent struct {
	EventHeader
	KnowledgeBase EventKnowledgeBase `xml:"knowledge_base_learn_done,omitempty"` // the knowledge base
}

func (e *KnowledgeBaseLearnDoneEvent) set(f field) bool {
	switch string(f.name()) {
	case "knowledgebaselearndone":
		return f.into(&e.KnowledgeBase)
	}
	return false
}
