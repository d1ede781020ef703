package workwx

import "cmp"

// OpenApprovalChangeEvent says that an approval that the app's own system carries changed (审批状态通知事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90269
type OpenApprovalChangeEvent struct {
	EventHeader
	ApprovalInfo OpenApprovalEventInfo `xml:",omitempty"` // the approval
}

func (e *OpenApprovalChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "approvalinfo":
		return f.into(&e.ApprovalInfo)
	}
	return false
}

// OpenApprovalEventInfo is the state of an approval that the app's own system carries.
type OpenApprovalEventInfo struct {
	ThirdNo        string                  `xml:",omitempty"`               // the app's own number
	OpenTemplateID string                  `xml:"OpenTemplateId,omitempty"` // the template
	OpenSpName     string                  `xml:",omitempty"`               // the name of the template
	OpenSpStatus   ApprovalStatus          `xml:",omitempty"`               // in progress, approved, rejected or withdrawn
	ApplyTime      Timestamp               `xml:",omitempty"`               // when it was submitted
	ApplyUserID    string                  `xml:"ApplyUserId,omitempty"`    // the applicant
	ApplyUserName  string                  `xml:",omitempty"`
	ApplyUserParty string                  `xml:",omitempty"`                           // the applicant's department
	ApplyUserImage string                  `xml:",omitempty"`                           // URL of the applicant's picture
	ApprovalNodes  []OpenApprovalEventNode `xml:"ApprovalNodes>ApprovalNode,omitempty"` // the steps, in order
	NotifyNodes    []OpenApprovalEventItem `xml:"NotifyNodes>NotifyNode,omitempty"`     // who is told of it
	ApproverStep   int64                   `xml:",omitempty"`                           // the step that it has come to, from 0
}

func (e *OpenApprovalEventInfo) set(f field) bool {
	switch string(f.name()) {
	case "thirdno":
		return f.str(&e.ThirdNo)
	case "opentemplateid":
		return f.str(&e.OpenTemplateID)
	case "openspname":
		return f.str(&e.OpenSpName)
	case "openspstatus":
		return f.num((*int64)(&e.OpenSpStatus))
	case "applytime":
		return f.when(&e.ApplyTime)
	case "applyuserid":
		return f.str(&e.ApplyUserID)
	case "applyusername":
		return f.str(&e.ApplyUserName)
	case "applyuserparty":
		return f.str(&e.ApplyUserParty)
	case "applyuserimage":
		return f.str(&e.ApplyUserImage)
	case "approvalnodes":
		return f.each("approvalnode", func(f field) bool { return list(f, &e.ApprovalNodes) })
	case "notifynodes":
		return f.each("notifynode", func(f field) bool { return list(f, &e.NotifyNodes) })
	case "approverstep":
		return f.num(&e.ApproverStep)
	}
	return false
}

// OpenApprovalEventNode is a step of an approval.
type OpenApprovalEventNode struct {
	NodeStatus ApprovalNodeStatus      `xml:",omitempty"`
	NodeAttr   ApproverAttr            `xml:",omitempty"`
	NodeType   OpenApprovalNodeType    `xml:",omitempty"`
	Items      []OpenApprovalEventItem `xml:"Items>Item,omitempty"` // the approvers
}

func (e *OpenApprovalEventNode) set(f field) bool {
	switch string(f.name()) {
	case "nodestatus":
		return f.num((*int64)(&e.NodeStatus))
	case "nodeattr":
		return f.num((*int64)(&e.NodeAttr))
	case "nodetype":
		return f.num((*int64)(&e.NodeType))
	case "items":
		return f.each("item", func(f field) bool { return list(f, &e.Items) })
	}
	return false
}

// OpenApprovalEventItem is an approver, or somebody who is told.
type OpenApprovalEventItem struct {
	ItemUserID string             `xml:"ItemUserid,omitempty"`
	ItemName   string             `xml:",omitempty"`
	ItemParty  string             `xml:",omitempty"` // the department
	ItemImage  string             `xml:",omitempty"` // URL of the picture
	ItemStatus ApprovalNodeStatus `xml:",omitempty"`
	ItemOpTime Timestamp          `xml:",omitempty"` // when it was decided
	ItemSpeech string             `xml:",omitempty"` // what the approver wrote
}

func (e *OpenApprovalEventItem) set(f field) bool {
	switch string(f.name()) {
	case "itemuserid":
		return f.str(&e.ItemUserID)
	case "itemname":
		return f.str(&e.ItemName)
	case "itemparty":
		return f.str(&e.ItemParty)
	case "itemimage":
		return f.str(&e.ItemImage)
	case "itemstatus":
		return f.num((*int64)(&e.ItemStatus))
	case "itemoptime":
		return f.when(&e.ItemOpTime)
	case "itemspeech":
		return f.str(&e.ItemSpeech)
	}
	return false
}

// SysApprovalChangeEvent says that an approval changed (审批申请状态变化回调通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91815
type SysApprovalChangeEvent struct {
	EventHeader
	ApprovalInfo SysApprovalEventInfo `xml:",omitempty"` // the approval
}

func (e *SysApprovalChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "approvalinfo":
		return f.into(&e.ApprovalInfo)
	}
	return false
}

// ApprovalChange says what happened to an approval.
type ApprovalChange int64

// What can happen to an approval.
const (
	ApprovalChangeSubmitted              ApprovalChange = 1  // 提单
	ApprovalChangeApproved               ApprovalChange = 2  // 同意
	ApprovalChangeRejected               ApprovalChange = 3  // 驳回
	ApprovalChangeTransferred            ApprovalChange = 4  // passed on to another approver (转审)
	ApprovalChangeUrged                  ApprovalChange = 5  // 催办
	ApprovalChangeWithdrawn              ApprovalChange = 6  // 撤销
	ApprovalChangeWithdrawnAfterApproval ApprovalChange = 8  // 通过后撤销
	ApprovalChangeCommented              ApprovalChange = 10 // 添加备注
	ApprovalChangeReturned               ApprovalChange = 11 // back to an earlier approver (回退给指定审批人)
	ApprovalChangeAdded                  ApprovalChange = 12 // another approver was added (添加审批人)
	ApprovalChangeApprovedAndAdded       ApprovalChange = 13 // 加签并同意
	ApprovalChangeHandled                ApprovalChange = 14 // 已办理
	ApprovalChangeHandedOver             ApprovalChange = 15 // passed on to another handler (已转交)
)

// SysApprovalEventInfo is the state of an approval.
type SysApprovalEventInfo struct {
	StatuChangeEvent ApprovalChange            `xml:",omitempty"` // what happened; the name is the platform's
	SpNo             string                    `xml:",omitempty"` // the number; see Number
	SpNoStr          string                    `xml:",omitempty"` // the number as well
	SpName           string                    `xml:",omitempty"` // the name of the template
	SpStatus         ApprovalStatus            `xml:",omitempty"`
	TemplateID       string                    `xml:"TemplateId,omitempty"`
	Applyer          SysApprovalEventApplyer   `xml:",omitempty"`                // the applicant
	ApplyTime        Timestamp                 `xml:",omitempty"`                // when it was submitted
	NotifyerUserIDs  []string                  `xml:"Notifyer>UserId,omitempty"` // who is told of it
	SpRecord         []SysApprovalEventRecord  `xml:",omitempty"`                // the steps, in order
	Comments         []SysApprovalEventComment `xml:",omitempty"`
	ProcessList      []SysApprovalEventNode    `xml:"ProcessList>NodeList,omitempty"` // the steps as the newer form of it has them, notifications included
}

// Number is the approval's number, for [Client.GetApproval]. It stands in SpNo, in SpNoStr or in both.
func (e *SysApprovalEventInfo) Number() string { return cmp.Or(e.SpNo, e.SpNoStr) }

func (e *SysApprovalEventInfo) set(f field) bool {
	switch string(f.name()) {
	case "statuchangeevent":
		return f.num((*int64)(&e.StatuChangeEvent))
	case "spno":
		return f.str(&e.SpNo)
	case "spnostr":
		return f.str(&e.SpNoStr)
	case "spname":
		return f.str(&e.SpName)
	case "spstatus":
		return f.num((*int64)(&e.SpStatus))
	case "templateid":
		return f.str(&e.TemplateID)
	case "applyer":
		return f.into(&e.Applyer)
	case "applytime":
		return f.when(&e.ApplyTime)
	case "notifyer":
		return f.each("userid", func(f field) bool { return f.strs(&e.NotifyerUserIDs) })
	case "sprecord":
		return list(f, &e.SpRecord)
	case "comments":
		return list(f, &e.Comments)
	case "processlist":
		return f.each("nodelist", func(f field) bool { return list(f, &e.ProcessList) })
	}
	return false
}

// SysApprovalEventApplyer is the applicant of an approval.
type SysApprovalEventApplyer struct {
	UserID string `xml:"UserId,omitempty"`
	Party  int64  `xml:",omitempty"` // the department
}

func (e *SysApprovalEventApplyer) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "party":
		return f.num(&e.Party)
	}
	return false
}

// SysApprovalEventRecord is a step of an approval.
type SysApprovalEventRecord struct {
	SpStatus     ApprovalNodeStatus       `xml:",omitempty"`
	ApproverAttr ApproverAttr             `xml:",omitempty"`
	Details      []SysApprovalEventDetail `xml:",omitempty"` // one for each approver
}

func (e *SysApprovalEventRecord) set(f field) bool {
	switch string(f.name()) {
	case "spstatus":
		return f.num((*int64)(&e.SpStatus))
	case "approverattr":
		return f.num((*int64)(&e.ApproverAttr))
	case "details":
		return list(f, &e.Details)
	}
	return false
}

// SysApprovalEventDetail is an approver of a step.
type SysApprovalEventDetail struct {
	ApproverUserID string             `xml:"Approver>UserId,omitempty"`
	SpStatus       ApprovalNodeStatus `xml:",omitempty"`
	SpTime         Timestamp          `xml:",omitempty"` // when it was decided
	Speech         string             `xml:",omitempty"` // what the approver wrote
	Attach         []string           `xml:",omitempty"` // media ids of attachments
}

func (e *SysApprovalEventDetail) set(f field) bool {
	switch string(f.name()) {
	case "approver":
		return f.each("userid", func(f field) bool { return f.str(&e.ApproverUserID) })
	case "spstatus":
		return f.num((*int64)(&e.SpStatus))
	case "sptime":
		return f.when(&e.SpTime)
	case "speech":
		return f.str(&e.Speech)
	case "attach":
		return f.strs(&e.Attach)
	}
	return false
}

// SysApprovalEventComment is a comment on an approval.
type SysApprovalEventComment struct {
	CommentID      string    `xml:"CommentId,omitempty"`
	CommentUserID  string    `xml:"CommentUserInfo>UserId,omitempty"` // who wrote it
	CommentContent string    `xml:",omitempty"`
	Attach         []string  `xml:",omitempty"` // media ids of attachments
	CommentTime    Timestamp `xml:",omitempty"`
}

func (e *SysApprovalEventComment) set(f field) bool {
	switch string(f.name()) {
	case "commentid":
		return f.str(&e.CommentID)
	case "commentuserinfo":
		return f.each("userid", func(f field) bool { return f.str(&e.CommentUserID) })
	case "commentcontent":
		return f.str(&e.CommentContent)
	case "attach":
		return f.strs(&e.Attach)
	case "commenttime":
		return f.when(&e.CommentTime)
	}
	return false
}

// SysApprovalEventNode is a step of an approval in the newer form.
type SysApprovalEventNode struct {
	NodeType    ApprovalNodeType          `xml:",omitempty"`
	SpStatus    ApprovalNodeStatus        `xml:",omitempty"`
	ApvRel      ApprovalRel               `xml:",omitempty"`
	SubNodeList []SysApprovalEventSubNode `xml:",omitempty"` // one for each member
}

func (e *SysApprovalEventNode) set(f field) bool {
	switch string(f.name()) {
	case "nodetype":
		return f.num((*int64)(&e.NodeType))
	case "spstatus":
		return f.num((*int64)(&e.SpStatus))
	case "apvrel":
		return f.num((*int64)(&e.ApvRel))
	case "subnodelist":
		return list(f, &e.SubNodeList)
	}
	return false
}

// SysApprovalEventSubNode is a member in a step of an approval.
type SysApprovalEventSubNode struct {
	UserID   string             `xml:"UserInfo>UserId,omitempty"` // the member
	SpYj     ApprovalNodeStatus `xml:",omitempty"`                // as SpStatus of the step
	SpTime   Timestamp          `xml:"Sptime,omitempty"`          // when it was decided
	Speech   string             `xml:",omitempty"`                // what the member wrote
	MediaIDs []string           `xml:"MediaIds,omitempty"`        // of attachments
}

func (e *SysApprovalEventSubNode) set(f field) bool {
	switch string(f.name()) {
	case "userinfo":
		return f.each("userid", func(f field) bool { return f.str(&e.UserID) })
	case "spyj":
		return f.num((*int64)(&e.SpYj))
	case "sptime":
		return f.when(&e.SpTime)
	case "speech":
		return f.str(&e.Speech)
	case "mediaids":
		return f.strs(&e.MediaIDs)
	}
	return false
}
