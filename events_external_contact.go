package workwx

// AddExternalContactEvent says that a member added a customer, or was added by one (添加企业客户事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type AddExternalContactEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"`       // the member
	ExternalUserID string `xml:",omitempty"`       // the customer
	State          string `xml:",omitempty"`       // the channel of the contact way, or of the acquisition link
	WelcomeCode    string `xml:",omitempty"`       // for SendWelcomeMsg, once, 20 seconds; see there for when there is none
	LinkID         string `xml:"LinkId,omitempty"` // the acquisition link, if the customer came through one
}

func (e *AddExternalContactEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "state":
		return f.str(&e.State)
	case "welcomecode":
		return f.str(&e.WelcomeCode)
	case "linkid":
		return f.str(&e.LinkID)
	}
	return false
}

// EditExternalContactEvent says that a member changed the remarks or tags of a customer (编辑企业客户事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type EditExternalContactEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"` // the member
	ExternalUserID string `xml:",omitempty"` // the customer
	State          string `xml:",omitempty"` // the channel of the contact way, or of the acquisition link
}

func (e *EditExternalContactEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "state":
		return f.str(&e.State)
	}
	return false
}

// AddHalfExternalContactEvent says that a customer added a member without being confirmed yet
// (外部联系人免验证添加成员事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type AddHalfExternalContactEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"`       // the member
	ExternalUserID string `xml:",omitempty"`       // the customer
	State          string `xml:",omitempty"`       // the channel of the contact way, or of the acquisition link
	WelcomeCode    string `xml:",omitempty"`       // for SendWelcomeMsg, once, 20 seconds; see there for when there is none
	LinkID         string `xml:"LinkId,omitempty"` // the acquisition link, if the customer came through one
}

func (e *AddHalfExternalContactEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "state":
		return f.str(&e.State)
	case "welcomecode":
		return f.str(&e.WelcomeCode)
	case "linkid":
		return f.str(&e.LinkID)
	}
	return false
}

// DeleteExternalContactEvent says that a member removed a customer (删除企业客户事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type DeleteExternalContactEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"` // the member
	ExternalUserID string `xml:",omitempty"` // the customer
	Source         string `xml:",omitempty"` // DELETE_BY_TRANSFER if the customer was handed over to another member
}

func (e *DeleteExternalContactEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "source":
		return f.str(&e.Source)
	}
	return false
}

// DeleteFollowUserEvent says that a customer removed a member (删除跟进成员事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type DeleteFollowUserEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"` // the member
	ExternalUserID string `xml:",omitempty"` // the customer
}

func (e *DeleteFollowUserEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	}
	return false
}

// TransferFailReason says why a customer was not handed over.
type TransferFailReason string

// Why a customer is not handed over.
const (
	TransferFailReasonRefused      TransferFailReason = "customer_refused"      // by the customer
	TransferFailReasonLimitReached TransferFailReason = "customer_limit_exceed" // the other member has as many customers as possible
)

// TransferFailEvent says that a customer was not handed over to another member (客户接替失败事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type TransferFailEvent struct {
	EventHeader
	UserID         string             `xml:",omitempty"` // the member who was to take over
	ExternalUserID string             `xml:",omitempty"` // the customer
	FailReason     TransferFailReason `xml:",omitempty"`
}

func (e *TransferFailEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "failreason":
		return f.str((*string)(&e.FailReason))
	}
	return false
}

// MsgAuditApprovedEvent says that a customer agreed to the archive of the chat (客户同意进行聊天内容存档事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92005
type MsgAuditApprovedEvent struct {
	EventHeader
	UserID         string `xml:",omitempty"` // the member
	ExternalUserID string `xml:",omitempty"` // the customer
	WelcomeCode    string `xml:",omitempty"` // for SendWelcomeMsg, once, 20 seconds
}

func (e *MsgAuditApprovedEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "welcomecode":
		return f.str(&e.WelcomeCode)
	}
	return false
}

// ExternalContactChangeEvent is a change of customers of a kind that has no type here; its values are in
// Extra (企业客户事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type ExternalContactChangeEvent struct {
	EventHeader
}

// CreateGroupChatEvent says that a customer group chat was created (客户群创建事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type CreateGroupChatEvent struct {
	EventHeader
	ChatID string `xml:"ChatId,omitempty"` // the group chat
}

func (e *CreateGroupChatEvent) set(f field) bool {
	switch string(f.name()) {
	case "chatid":
		return f.str(&e.ChatID)
	}
	return false
}

// GroupChatUpdate is what was changed in a customer group chat.
type GroupChatUpdate string

// What can be changed in a customer group chat.
const (
	GroupChatUpdateAddMember    GroupChatUpdate = "add_member" // people joined
	GroupChatUpdateDelMember    GroupChatUpdate = "del_member" // people left
	GroupChatUpdateChangeOwner  GroupChatUpdate = "change_owner"
	GroupChatUpdateChangeName   GroupChatUpdate = "change_name"
	GroupChatUpdateChangeNotice GroupChatUpdate = "change_notice"
)

// UpdateGroupChatEvent says that a customer group chat was changed (客户群变更事件). Where LastMemVer is the version
// that you have, MemChangeList tells all that is new; otherwise an event was missed: call GetGroupChat.
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type UpdateGroupChatEvent struct {
	EventHeader
	ChatID        string          `xml:"ChatId,omitempty"`             // the group chat
	UpdateDetail  GroupChatUpdate `xml:",omitempty"`                   // what was changed
	JoinScene     int64           `xml:",omitempty"`                   // how members joined: 0 invited, 3 by a QR code
	QuitScene     int64           `xml:",omitempty"`                   // how members left: 0 by themselves, 1 removed
	MemChangeCnt  int64           `xml:",omitempty"`                   // how many joined or left
	MemChangeList []string        `xml:"MemChangeList>Item,omitempty"` // who joined or left
	LastMemVer    string          `xml:",omitempty"`                   // version of the member list before
	CurMemVer     string          `xml:",omitempty"`                   // version of the member list after
}

func (e *UpdateGroupChatEvent) set(f field) bool {
	switch string(f.name()) {
	case "chatid":
		return f.str(&e.ChatID)
	case "updatedetail":
		return f.str((*string)(&e.UpdateDetail))
	case "joinscene":
		return f.num(&e.JoinScene)
	case "quitscene":
		return f.num(&e.QuitScene)
	case "memchangecnt":
		return f.num(&e.MemChangeCnt)
	case "memchangelist":
		return f.each("item", func(f field) bool { return f.strs(&e.MemChangeList) })
	case "lastmemver":
		return f.str(&e.LastMemVer)
	case "curmemver":
		return f.str(&e.CurMemVer)
	}
	return false
}

// DismissGroupChatEvent says that a customer group chat was dissolved (客户群解散事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type DismissGroupChatEvent struct {
	EventHeader
	ChatID string `xml:"ChatId,omitempty"` // the group chat
}

func (e *DismissGroupChatEvent) set(f field) bool {
	switch string(f.name()) {
	case "chatid":
		return f.str(&e.ChatID)
	}
	return false
}

// GroupChatChangeEvent is a change of customer group chats of a kind that has no type here; its values
// are in Extra (客户群事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type GroupChatChangeEvent struct {
	EventHeader
}

// CreateExternalTagEvent says that a customer tag or tag group was created (企业客户标签创建事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type CreateExternalTagEvent struct {
	EventHeader
	ID         string `xml:"Id,omitempty"`         // the tag or tag group
	TagType    string `xml:",omitempty"`           // "tag" or "tag_group"
	StrategyID int64  `xml:"StrategyId,omitempty"` // the rule group that it belongs to; 0 for the tags of the corp
}

func (e *CreateExternalTagEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.str(&e.ID)
	case "tagtype":
		return f.str(&e.TagType)
	case "strategyid":
		return f.num(&e.StrategyID)
	}
	return false
}

// UpdateExternalTagEvent says that a customer tag or tag group was changed (企业客户标签变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type UpdateExternalTagEvent struct {
	EventHeader
	ID         string `xml:"Id,omitempty"`         // the tag or tag group
	TagType    string `xml:",omitempty"`           // "tag" or "tag_group"
	StrategyID int64  `xml:"StrategyId,omitempty"` // the rule group that it belongs to; 0 for the tags of the corp
}

func (e *UpdateExternalTagEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.str(&e.ID)
	case "tagtype":
		return f.str(&e.TagType)
	case "strategyid":
		return f.num(&e.StrategyID)
	}
	return false
}

// DeleteExternalTagEvent says that a customer tag or tag group was removed (企业客户标签删除事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type DeleteExternalTagEvent struct {
	EventHeader
	ID         string `xml:"Id,omitempty"`         // the tag or tag group
	TagType    string `xml:",omitempty"`           // "tag" or "tag_group"
	StrategyID int64  `xml:"StrategyId,omitempty"` // the rule group that it belongs to; 0 for the tags of the corp
}

func (e *DeleteExternalTagEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.str(&e.ID)
	case "tagtype":
		return f.str(&e.TagType)
	case "strategyid":
		return f.num(&e.StrategyID)
	}
	return false
}

// ShuffleExternalTagEvent says that tags were put into another order; ID is the tag group, or empty if
// the groups themselves were (企业客户标签重排事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type ShuffleExternalTagEvent struct {
	EventHeader
	ID         string `xml:"Id,omitempty"`         // the tag or tag group
	TagType    string `xml:",omitempty"`           // "tag" or "tag_group"
	StrategyID int64  `xml:"StrategyId,omitempty"` // the rule group that it belongs to; 0 for the tags of the corp
}

func (e *ShuffleExternalTagEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.str(&e.ID)
	case "tagtype":
		return f.str(&e.TagType)
	case "strategyid":
		return f.num(&e.StrategyID)
	}
	return false
}

// ExternalTagChangeEvent is a change of customer tags of a kind that has no type here; its values are in
// Extra (企业客户标签事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92130
type ExternalTagChangeEvent struct {
	EventHeader
}

// CustomerAcquisitionEvent tells of acquisition links (获客助手事件通知). ChangeType is balance_low,
// balance_exhausted, balance_increased or quota_expire_soon; link_unavailable or delete_link; open_profile,
// friend_request, customer_start_chat, message_from_customer or del_follow_user; of the links that a
// provider pays, service_balance_low, service_balance_exhausted, service_balance_consumed or change_price.
//
// Doc: https://developer.work.weixin.qq.com/document/path/97299
type CustomerAcquisitionEvent struct {
	EventHeader
	LinkID         string    `xml:"LinkId,omitempty"` // the link
	UserID         string    `xml:",omitempty"`       // the member; not of message_from_customer, see GetAcquisitionChat
	ExternalUserID string    `xml:",omitempty"`       // the customer; not of message_from_customer
	State          string    `xml:",omitempty"`       // customer_channel of the link's URL
	ExpireTime     Timestamp `xml:",omitempty"`       // when the quota ends
	ExpireQuotaNum int64     `xml:",omitempty"`       // how much of it
	ChatKey        Secret    `xml:",omitempty"`       // of message_from_customer, for GetAcquisitionChat, 30 minutes
	ChatSeq        int64     `xml:",omitempty"`       // how many messages there were; not sent since December 19, 2024
	OnceKey        string    `xml:",omitempty"`       // of service_balance_consumed: what the link was opened with
	Price          int64     `xml:",omitempty"`       // of change_price: in fen
	EffectiveTime  Timestamp `xml:",omitempty"`       // of change_price: when it comes into force
}

func (e *CustomerAcquisitionEvent) set(f field) bool {
	switch string(f.name()) {
	case "linkid":
		return f.str(&e.LinkID)
	case "userid":
		return f.str(&e.UserID)
	case "externaluserid":
		return f.str(&e.ExternalUserID)
	case "state":
		return f.str(&e.State)
	case "expiretime":
		return f.when(&e.ExpireTime)
	case "expirequotanum":
		return f.num(&e.ExpireQuotaNum)
	case "chatkey":
		return f.str((*string)(&e.ChatKey))
	case "chatseq":
		return f.num(&e.ChatSeq)
	case "oncekey":
		return f.str(&e.OnceKey)
	case "price":
		return f.num(&e.Price)
	case "effectivetime":
		return f.when(&e.EffectiveTime)
	}
	return false
}

// SchoolContactChangeEvent says that a student, parent or class changed; ChangeType is create_student,
// update_parent, delete_deparmtment (sic), subscribe, ... (家校沟通变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92032
type SchoolContactChangeEvent struct {
	EventHeader
	ID string `xml:"Id,omitempty"` // the student, parent or department
}

func (e *SchoolContactChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.str(&e.ID)
	}
	return false
}

func newExternalContactChangeEvent(changeType string) Event {
	switch changeType {
	case "add_external_contact":
		return new(AddExternalContactEvent)
	case "edit_external_contact":
		return new(EditExternalContactEvent)
	case "add_half_external_contact":
		return new(AddHalfExternalContactEvent)
	case "del_external_contact":
		return new(DeleteExternalContactEvent)
	case "del_follow_user":
		return new(DeleteFollowUserEvent)
	case "transfer_fail":
		return new(TransferFailEvent)
	case "msg_audit_approved":
		return new(MsgAuditApprovedEvent)
	}
	return new(ExternalContactChangeEvent)
}

func newGroupChatChangeEvent(changeType string) Event {
	switch changeType {
	case "create":
		return new(CreateGroupChatEvent)
	case "update":
		return new(UpdateGroupChatEvent)
	case "dismiss":
		return new(DismissGroupChatEvent)
	}
	return new(GroupChatChangeEvent)
}

func newExternalTagChangeEvent(changeType string) Event {
	switch changeType {
	case "create":
		return new(CreateExternalTagEvent)
	case "update":
		return new(UpdateExternalTagEvent)
	case "delete":
		return new(DeleteExternalTagEvent)
	case "shuffle":
		return new(ShuffleExternalTagEvent)
	}
	return new(ExternalTagChangeEvent)
}
