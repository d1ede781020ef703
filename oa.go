package workwx

import (
	"context"
	"iter"
)

// GetOpenApproval returns the state of an application in the approval engine of the corp's own apps
// (查询自建应用审批单当前状态). Such applications are started with the JS-SDK under a number that the
// app chose; they have nothing to do with those of [Client.SubmitApproval].
//
// API: POST /cgi-bin/corp/getopenapprovaldata
// Doc: https://developer.work.weixin.qq.com/document/path/90269
func (c *Client) GetOpenApproval(ctx context.Context, thirdNo string) (*OpenApproval, error) {
	var resp getOpenApprovalResponse
	err := c.invoke(ctx, post, "/cgi-bin/corp/getopenapprovaldata", param{"thirdNo", thirdNo}, &resp)
	return resp.Data, err
}

type getOpenApprovalResponse struct {
	Data *OpenApproval `json:"data"`
}

// OpenApproval is an application in the approval engine.
type OpenApproval struct {
	ThirdNo        string                  `json:"ThirdNo"` // the number that the app chose
	OpenTemplateID string                  `json:"OpenTemplateId"`
	OpenSpName     string                  `json:"OpenSpName"`   // the template's name
	OpenSpStatus   ApprovalStatus          `json:"OpenSpstatus"` // in progress, approved, rejected or withdrawn
	ApplyTime      Timestamp               `json:"ApplyTime"`
	ApplyUserID    string                  `json:"ApplyUserId"`
	ApplyUserName  string                  `json:"ApplyUsername"`
	ApplyUserParty string                  `json:"ApplyUserParty"` // the name of the applicant's department
	ApplyUserImage string                  `json:"ApplyUserImage"` // the URL of the applicant's portrait
	ApprovalNodes  OpenApprovalNodes       `json:"ApprovalNodes"`
	NotifyNodes    OpenApprovalNotifyNodes `json:"NotifyNodes"`
	ApproverStep   int64                   `json:"ApproverStep"` // the index of the current node, from 0
}

// OpenApprovalNodes are the steps of an application.
type OpenApprovalNodes struct {
	ApprovalNode []OpenApprovalNode `json:"ApprovalNode"`
}

// OpenApprovalNodeType says how the approvers of a step were found.
type OpenApprovalNodeType int64

// How the approvers of a step were found.
const (
	OpenApprovalNodeTypeMembers OpenApprovalNodeType = 1 // named in the template
	OpenApprovalNodeTypeTag     OpenApprovalNodeType = 2 // by a tag
	OpenApprovalNodeTypeLeader  OpenApprovalNodeType = 3 // the applicant's superiors
)

// OpenApprovalNode is a step of an application.
type OpenApprovalNode struct {
	NodeStatus ApprovalNodeStatus   `json:"NodeStatus"`
	NodeAttr   ApproverAttr         `json:"NodeAttr"`
	NodeType   OpenApprovalNodeType `json:"NodeType"`
	Items      OpenApprovalItems    `json:"Items"`
}

// OpenApprovalItems are the approvers of a step.
type OpenApprovalItems struct {
	Item []OpenApprovalItem `json:"Item"`
}

// OpenApprovalItem is an approver and what they did.
type OpenApprovalItem struct {
	ItemUserID string             `json:"ItemUserId"`
	ItemName   string             `json:"ItemName"`
	ItemParty  string             `json:"ItemParty"` // the department's name
	ItemImage  string             `json:"ItemImage"` // the URL of the portrait
	ItemStatus ApprovalNodeStatus `json:"ItemStatus"`
	ItemOpTime Timestamp          `json:"ItemOpTime"` // zero until they act
	ItemSpeech string             `json:"ItemSpeech"` // the approver's comment
}

// OpenApprovalNotifyNodes are those who get a copy.
type OpenApprovalNotifyNodes struct {
	NotifyNode []OpenApprovalNotifyNode `json:"NotifyNode"`
}

// OpenApprovalNotifyNode is a member who gets a copy.
type OpenApprovalNotifyNode struct {
	ItemUserID string `json:"ItemUserId"`
	ItemName   string `json:"ItemName"`
	ItemParty  string `json:"ItemParty"` // the department's name
	ItemImage  string `json:"ItemImage"` // the URL of the portrait
}

// ListApprovalData returns the applications that were submitted within at most 30 days (获取审批数据（旧）).
// A page has at most 10,000; 600 calls a minute.
//
// Deprecated: use [Client.ListApprovalNumbers] and [Client.GetApproval].
//
// API: POST /cgi-bin/corp/getapprovaldata
// Doc: https://developer.work.weixin.qq.com/document/path/91530
func (c *Client) ListApprovalData(ctx context.Context, req *ListApprovalDataRequest) (*ListApprovalDataResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/corp/getapprovaldata", req, new(ListApprovalDataResponse))
}

// AllApprovalData ranges over the applications of a time, page by page; see [Client.ListApprovalData].
//
// Deprecated: use [Client.AllApprovalNumbers] and [Client.GetApproval].
func (c *Client) AllApprovalData(ctx context.Context, req *ListApprovalDataRequest) iter.Seq2[*ApprovalData, error] {
	return paginate(ctx, req, c.ListApprovalData,
		func(q *ListApprovalDataRequest) *int64 { return &q.NextSpNum },
		func(p *ListApprovalDataResponse) ([]*ApprovalData, int64, bool) {
			return p.Data, p.NextSpNum, p.NextSpNum != 0
		})
}

// ListApprovalDataRequest says when the applications were submitted.
type ListApprovalDataRequest struct {
	StartTime Timestamp `json:"starttime"`
	EndTime   Timestamp `json:"endtime"`             // at most 30 days after StartTime
	NextSpNum int64     `json:"next_spnum,omitzero"` // the first number to return, as the page before said
}

// ListApprovalDataResponse is a page of applications.
type ListApprovalDataResponse struct {
	Count     int64           `json:"count"` // on this page
	Total     int64           `json:"total"`
	NextSpNum int64           `json:"next_spnum"` // where the next page begins; 0 on the last
	Data      []*ApprovalData `json:"data"`
}

// ApprovalData is an application in the old form.
type ApprovalData struct {
	SpName       string              `json:"spname"` // the template's name
	ApplyName    string              `json:"apply_name"`
	ApplyOrg     string              `json:"apply_org"`     // the name of the applicant's department
	ApprovalName []string            `json:"approval_name"` // the approvers' names
	NotifyName   []string            `json:"notify_name"`   // the names of those who get a copy
	SpStatus     ApprovalStatus      `json:"sp_status"`
	SpNum        int64               `json:"sp_num"`   // the application's number
	MediaIDs     []string            `json:"mediaids"` // the attachments
	ApplyTime    Timestamp           `json:"apply_time"`
	ApplyUserID  string              `json:"apply_user_id"`
	Expense      ApprovalDataExpense `json:"expense"` // of an application for reimbursement
	Leave        ApprovalDataLeave   `json:"leave"`   // of an application for leave
	Comm         ApprovalDataComm    `json:"comm"`    // of any other
}

// ApprovalDataExpense is an application for reimbursement.
type ApprovalDataExpense struct {
	ExpenseType int64                     `json:"expense_type"` // 1 business trip, 2 transport, 3 hospitality, 4 other
	Reason      string                    `json:"reason"`
	Item        []ApprovalDataExpenseItem `json:"item"`
}

// ApprovalDataExpenseItem is an item of an application for reimbursement.
type ApprovalDataExpenseItem struct {
	ExpenseItemType int64     `json:"expenseitem_type"` // 1 flight, 2 train, 3 taxi, 4 accommodation, 5 meals, 6 gifts, 7 events, 8 telephone, 9 allowance, 10 other
	Time            Timestamp `json:"time"`             // when the money was spent
	Sums            int64     `json:"sums"`             // the amount
	Reason          string    `json:"reason"`
}

// ApprovalDataLeave is an application for leave.
type ApprovalDataLeave struct {
	TimeUnit  int64     `json:"timeunit"`   // 0 half days, 1 hours
	LeaveType int64     `json:"leave_type"` // 1 annual, 2 personal, 3 sick, 4 compensatory, 5 marriage, 6 maternity, 7 paternity, 8 other
	StartTime Timestamp `json:"start_time"`
	EndTime   Timestamp `json:"end_time"`
	Duration  int64     `json:"duration"` // in hours
	Reason    string    `json:"reason"`
}

// ApprovalDataComm is the form of any other application.
type ApprovalDataComm struct {
	ApplyData string `json:"apply_data"` // JSON, from control IDs to titles, types and values
}

// ApprovalStatus says how far an application is.
type ApprovalStatus int64

// The states of applications.
const (
	ApprovalStatusInProgress             ApprovalStatus = 1  // 审批中
	ApprovalStatusApproved               ApprovalStatus = 2  // 已通过
	ApprovalStatusRejected               ApprovalStatus = 3  // 已驳回
	ApprovalStatusWithdrawn              ApprovalStatus = 4  // 已撤销
	ApprovalStatusWithdrawnAfterApproval ApprovalStatus = 6  // 通过后撤销
	ApprovalStatusDeleted                ApprovalStatus = 7  // 已删除
	ApprovalStatusPaid                   ApprovalStatus = 10 // 已支付
)

// ApprovalNodeStatus says how far a step of an application is, or what an approver did.
type ApprovalNodeStatus int64

// The states of steps and approvers.
const (
	ApprovalNodeStatusInProgress       ApprovalNodeStatus = 1  // 审批中
	ApprovalNodeStatusApproved         ApprovalNodeStatus = 2  // 已同意
	ApprovalNodeStatusRejected         ApprovalNodeStatus = 3  // 已驳回
	ApprovalNodeStatusTransferred      ApprovalNodeStatus = 4  // passed on to another approver (已转审)
	ApprovalNodeStatusReturned         ApprovalNodeStatus = 11 // back to an earlier approver (已退回)
	ApprovalNodeStatusAdded            ApprovalNodeStatus = 12 // another approver was added (已加签)
	ApprovalNodeStatusApprovedAndAdded ApprovalNodeStatus = 13 // 已同意并加签
	ApprovalNodeStatusHandled          ApprovalNodeStatus = 14 // 已办理
	ApprovalNodeStatusHandedOver       ApprovalNodeStatus = 15 // passed on to another handler (已转交)
)

// ApproverAttr says how the approvers of a step decide, in the older lists of approvers. Mind that
// [ApprovalRel] has the same numbers the other way round.
type ApproverAttr int64

// How the approvers of a step decide.
const (
	ApproverAttrAnyOne ApproverAttr = 1 // one is enough (或签)
	ApproverAttrAll    ApproverAttr = 2 // all must agree (会签)
)

// ApprovalRel says how the members of a node of a process decide. Mind that [ApproverAttr] has the same
// numbers the other way round.
type ApprovalRel int64

// How the members of a node decide.
const (
	ApprovalRelAll    ApprovalRel = 1 // all must agree (会签)
	ApprovalRelAnyOne ApprovalRel = 2 // one is enough (或签)
	ApprovalRelInTurn ApprovalRel = 3 // one after the other (依次审批)
)

// ApprovalNodeType says what the members of a node of a process do.
type ApprovalNodeType int64

// What the members of a node do.
const (
	ApprovalNodeTypeApprover ApprovalNodeType = 1 // they approve (审批人)
	ApprovalNodeTypeNotifier ApprovalNodeType = 2 // they get a copy (抄送人)
	ApprovalNodeTypeHandler  ApprovalNodeType = 3 // they carry it out (办理人)
)

// ApprovalNotifyType says when copies go out.
type ApprovalNotifyType int64

// When copies go out.
const (
	ApprovalNotifyTypeSubmitted ApprovalNotifyType = 1 // at once
	ApprovalNotifyTypeApproved  ApprovalNotifyType = 2 // after the approval
	ApprovalNotifyTypeBoth      ApprovalNotifyType = 3
)

// SubmitApproval submits an application in a member's name and returns its number (提交审批申请).
// [ApprovalForm] fills in the form of a template.
//
// The app must be allowed to call the approval API and see the applicant. Applications for a check-in
// correction or a change of shift cannot be submitted. Errcode 301025 says that the form does not fit
// the template or a required control is empty, 301055 that the app lacks the permission or may not see
// the applicant, 301056 that approvals are switched off, 301079 that an absence overlaps another. 600 calls
// a minute.
//
// API: POST /cgi-bin/oa/applyevent
// Doc: https://developer.work.weixin.qq.com/document/path/91853
func (c *Client) SubmitApproval(ctx context.Context, req *SubmitApprovalRequest) (string, error) {
	var resp submitApprovalResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/applyevent", req, &resp)
	return resp.SpNo, err
}

type submitApprovalResponse struct {
	SpNo string `json:"sp_no"`
}

// OAApplyEvent is the name that earlier SDKs give to [SubmitApprovalRequest].
type OAApplyEvent = SubmitApprovalRequest

// SubmitApprovalRequest is an application.
type SubmitApprovalRequest struct {
	CreatorUserID       string             `json:"creator_userid"`             // the applicant
	ChooseDepartment    int64              `json:"choose_department,omitzero"` // the department for which a member of several applies; the main one if 0
	TemplateID          string             `json:"template_id"`                // part of the URL of the template's page in the admin console
	UseTemplateApprover IntBool            `json:"use_template_approver"`      // Yes to use the template's own process, in which applicants must not choose approvers; No to use the one here
	Approver            []OAApprover       `json:"approver,omitzero"`          // the older form of Process
	Process             OAProcess          `json:"process,omitzero"`           // who approves, required unless UseTemplateApprover
	NotifyType          ApprovalNotifyType `json:"notify_type,omitzero"`       // when Notifier get their copies; at once if 0
	Notifier            []string           `json:"notifyer,omitzero"`          // user IDs of those who get a copy, with Approver
	ApplyData           OAContents         `json:"apply_data"`                 // the form
	SummaryList         []OASummaryList    `json:"summary_list"`               // at most 3 lines for cards and lists; see [OASummary]
}

// OAApprover is a step of an application.
type OAApprover struct {
	Attr   ApproverAttr `json:"attr"` // matters for several approvers
	UserID []string     `json:"userid"`
}

// OAProcess is the process of an application.
type OAProcess struct {
	NodeList []OAProcessNode `json:"node_list"`
}

// OAProcessNode is a step of the process of an application.
type OAProcessNode struct {
	Type   ApprovalNodeType `json:"type"`
	ApvRel ApprovalRel      `json:"apv_rel,omitzero"` // required of approvers and handlers
	UserID []string         `json:"userid"`
}

// OASummaryList is a line of a summary.
type OASummaryList struct {
	SummaryInfo []OAText `json:"summary_info"` // the line in each language, at most 20 characters
}

// CopyApprovalTemplate copies a service provider's approval template into the corp, or updates the copy,
// and returns its template ID in the corp (复制/更新模板到企业). For third-party apps only.
//
// API: POST /cgi-bin/oa/approval/copytemplate
// Doc: https://developer.work.weixin.qq.com/document/path/92630
func (c *Client) CopyApprovalTemplate(ctx context.Context, openTemplateID string) (string, error) {
	var resp templateIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/approval/copytemplate", param{"open_template_id", openTemplateID}, &resp)
	return resp.TemplateID, err
}

type templateIDResponse struct {
	TemplateID string `json:"template_id"`
}

// CreateApprovalTemplate creates an approval template with the default process and returns its ID (创建审批模板).
//
// A template can hold one control of the types Vacation and Attendance. Errcode 301086 says that
// a control is wrong, 301087 that the corp has too many templates, 301088 that the app lacks the
// permission. Third-party apps cannot call this.
//
// API: POST /cgi-bin/oa/approval/create_template
// Doc: https://developer.work.weixin.qq.com/document/path/97437
func (c *Client) CreateApprovalTemplate(ctx context.Context, req *CreateApprovalTemplateRequest) (string, error) {
	var resp templateIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/approval/create_template", req, &resp)
	return resp.TemplateID, err
}

// CreateApprovalTemplateRequest is a new approval template.
type CreateApprovalTemplateRequest struct {
	TemplateName    []OAText           `json:"template_name"` // unique in the corp, at most 40 characters
	TemplateContent OATemplateControls `json:"template_content"`
}

// UpdateApprovalTemplate replaces the name and the controls of a template that the app created (更新审批模板).
// Its process and rules stay. Errcodes are those of [Client.CreateApprovalTemplate].
//
// API: POST /cgi-bin/oa/approval/update_template
// Doc: https://developer.work.weixin.qq.com/document/path/97438
func (c *Client) UpdateApprovalTemplate(ctx context.Context, req *UpdateApprovalTemplateRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/oa/approval/update_template", req, nil)
}

// UpdateApprovalTemplateRequest is what an approval template becomes.
type UpdateApprovalTemplateRequest struct {
	TemplateID      string             `json:"template_id"`
	TemplateName    []OAText           `json:"template_name"` // unique in the corp, at most 40 characters
	TemplateContent OATemplateControls `json:"template_content"`
}

// GetApproval returns an application with its form, process and comments (获取审批申请详情).
//
// The app must be allowed to call the approval API; 301055 says that it is not. 600 calls a minute.
//
// API: POST /cgi-bin/oa/getapprovaldetail
// Doc: https://developer.work.weixin.qq.com/document/path/91983
func (c *Client) GetApproval(ctx context.Context, spNo string) (*OAApprovalDetail, error) {
	var resp getApprovalResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/getapprovaldetail", param{"sp_no", spNo}, &resp)
	return resp.Info, err
}

type getApprovalResponse struct {
	Info *OAApprovalDetail `json:"info"`
}

// OAApprovalDetail is an application.
type OAApprovalDetail struct {
	SpNo            string                     `json:"sp_no"`
	SpName          string                     `json:"sp_name"` // the template's name
	SpStatus        ApprovalStatus             `json:"sp_status"`
	TemplateID      string                     `json:"template_id"`
	Applicant       OAApprovalDetailApplicant  `json:"applyer"`
	BatchApplicants []OAUser                   `json:"batch_applyer"` // those for whom it was submitted at once, instead of Applicant
	ApplyTime       Timestamp                  `json:"apply_time"`
	Notifier        []OAUser                   `json:"notifyer"` // those who get a copy
	ApplyData       OAContents                 `json:"apply_data"`
	SpRecord        []OAApprovalDetailSpRecord `json:"sp_record"` // the steps, in the older form
	Comments        []OAApprovalDetailComment  `json:"comments"`
	ProcessList     OAApprovalDetailProcess    `json:"process_list"` // the steps, with copies and handlers
}

// OAUser is a member.
type OAUser struct {
	UserID string `json:"userid"`
}

// OAApprovalDetailApplicant is who applies, and for which department.
type OAApprovalDetailApplicant struct {
	UserID  string    `json:"userid"`
	PartyID StringInt `json:"partyid"`
}

// OAApprovalDetailSpRecord is a step of an application.
type OAApprovalDetailSpRecord struct {
	SpStatus     ApprovalNodeStatus               `json:"sp_status"`
	ApproverAttr ApproverAttr                     `json:"approverattr"`
	Details      []OAApprovalDetailSpRecordDetail `json:"details"` // one for each approver
}

// OAApprovalDetailSpRecordDetail is an approver and what they did.
type OAApprovalDetailSpRecordDetail struct {
	Approver OAUser             `json:"approver"`
	SpStatus ApprovalNodeStatus `json:"sp_status"`
	SpTime   Timestamp          `json:"sptime"`   // zero until they act
	Speech   string             `json:"speech"`   // the approver's comment
	MediaID  []string           `json:"media_id"` // attachments of the comment, for [Client.DownloadTempMedia]
}

// OAApprovalDetailComment is a comment on an application (备注).
type OAApprovalDetailComment struct {
	CommentID       string    `json:"commentid"`
	CommentUserInfo OAUser    `json:"commentUserInfo"`
	CommentContent  string    `json:"commentcontent"`
	MediaID         []string  `json:"media_id"` // attachments, for [Client.DownloadTempMedia]
	CommentTime     Timestamp `json:"commenttime"`
}

// OAApprovalDetailProcess is the process of an application.
type OAApprovalDetailProcess struct {
	NodeList []OAApprovalDetailProcessNode `json:"node_list"`
}

// OAApprovalDetailProcessNode is a step of the process of an application.
type OAApprovalDetailProcessNode struct {
	NodeType    ApprovalNodeType                 `json:"node_type"`
	SpStatus    ApprovalNodeStatus               `json:"sp_status"`
	ApvRel      ApprovalRel                      `json:"apv_rel"`
	SubNodeList []OAApprovalDetailProcessSubNode `json:"sub_node_list"` // one for each member
}

// OAApprovalDetailProcessSubNode is a member in a step and what they did.
type OAApprovalDetailProcessSubNode struct {
	UserID   string             `json:"userid"`
	SpYj     ApprovalNodeStatus `json:"sp_yj"`     // none for those who get a copy
	SpTime   Timestamp          `json:"sptime"`    // zero until they act
	Speech   string             `json:"speech"`    // the member's comment
	MediaIDs []string           `json:"media_ids"` // attachments of the comment, less those of the drive
}

// ListApprovalNumbers returns the numbers of the applications that were submitted within at most 31
// days (批量获取审批单号).
//
// An app sees the applications of the members in its visible range, so that a page can be shorter than
// Size, or empty, and yet not the last. The app must be allowed to call the approval API. Errcode 301112
// asks for a shorter time. 600 calls a minute.
//
// API: POST /cgi-bin/oa/getapprovalinfo
// Doc: https://developer.work.weixin.qq.com/document/path/91816
func (c *Client) ListApprovalNumbers(ctx context.Context, req *ListApprovalNumbersRequest) (*ListApprovalNumbersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/getapprovalinfo", req, new(ListApprovalNumbersResponse))
}

// AllApprovalNumbers ranges over the numbers of the applications of a time, page by page; see
// [Client.ListApprovalNumbers]. It follows the new cursor and the old.
func (c *Client) AllApprovalNumbers(ctx context.Context, req *ListApprovalNumbersRequest) iter.Seq2[string, error] {
	type cursor struct {
		old     int64
		current string
	}
	type query struct {
		ListApprovalNumbersRequest
		at cursor
	}
	var first query
	if req != nil {
		first = query{*req, cursor{req.Cursor, req.NewCursor}}
	}
	return paginate(ctx, &first,
		func(ctx context.Context, q *query) (*ListApprovalNumbersResponse, error) {
			q.Cursor, q.NewCursor = q.at.old, q.at.current
			return c.ListApprovalNumbers(ctx, &q.ListApprovalNumbersRequest)
		},
		func(q *query) *cursor { return &q.at },
		func(p *ListApprovalNumbersResponse) ([]string, cursor, bool) {
			return p.SpNoList, cursor{p.NextCursor, p.NewNextCursor}, p.NextCursor != 0 || p.NewNextCursor != ""
		})
}

// ListApprovalNumbersRequest says which applications to list.
type ListApprovalNumbersRequest struct {
	StartTime Timestamp              `json:"starttime"`
	EndTime   Timestamp              `json:"endtime"`          // at most 31 days after StartTime
	Cursor    int64                  `json:"cursor"`           // the older form of NewCursor
	Size      int64                  `json:"size,omitzero"`    // how many a page has at most, up to 100; 100 if 0
	Filters   []OAApprovalInfoFilter `json:"filters,omitzero"` // filters of different keys must all hold, of those of the same key one
	NewCursor string                 `json:"new_cursor"`       // from the page before, empty for the first
}

// OAApprovalInfoFilterKey says what a filter compares.
type OAApprovalInfoFilterKey string

// What a filter compares.
const (
	OAApprovalInfoFilterKeyTemplateID OAApprovalInfoFilterKey = "template_id"
	OAApprovalInfoFilterKeyCreator    OAApprovalInfoFilterKey = "creator"     // the applicant's user ID
	OAApprovalInfoFilterKeyDepartment OAApprovalInfoFilterKey = "department"  // the applicant's department ID; the one key that can be repeated
	OAApprovalInfoFilterKeySpStatus   OAApprovalInfoFilterKey = "sp_status"   // an [ApprovalStatus]
	OAApprovalInfoFilterKeyRecordType OAApprovalInfoFilterKey = "record_type" // 1 leave, 2 check-in correction, 3 business trip, 4 outing, 5 overtime, 6 change of shift, 7 meeting room, 8 refund, 9 red packet; since June 2021
)

// OAApprovalInfoFilter is a condition on applications.
type OAApprovalInfoFilter struct {
	Key   OAApprovalInfoFilterKey `json:"key"`
	Value string                  `json:"value"` // an ID or a number, as Key says
}

// ListApprovalNumbersResponse is a page of numbers.
type ListApprovalNumbersResponse struct {
	SpNoList      []string `json:"sp_no_list"`
	NextCursor    int64    `json:"next_cursor"`     // the older form of NewNextCursor; 0 on the last page
	NewNextCursor string   `json:"new_next_cursor"` // empty on the last page
}

// GetApprovalTemplate returns the name and the controls of a template (获取审批模板详情). [NewApprovalForm]
// makes a form of it.
//
// The ID is part of the URL of the template's page in the admin console, of each application and of the
// callbacks about it. The app must be allowed to call the approval API; errcode 301026 says that the
// template could not be read. 600 calls a minute.
//
// API: POST /cgi-bin/oa/gettemplatedetail
// Doc: https://developer.work.weixin.qq.com/document/path/91982
func (c *Client) GetApprovalTemplate(ctx context.Context, templateID string) (*OATemplateDetail, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/gettemplatedetail", param{"template_id", templateID}, new(OATemplateDetail))
}
