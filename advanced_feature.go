package workwx

import (
	"context"
	"iter"
)

// AdvancedFeatureBusinessType says of what a feature is.
type AdvancedFeatureBusinessType int64

// Of what a feature is.
const (
	AdvancedFeatureBusinessTypeMail    AdvancedFeatureBusinessType = 1
	AdvancedFeatureBusinessTypeDoc     AdvancedFeatureBusinessType = 2
	AdvancedFeatureBusinessTypeDrive   AdvancedFeatureBusinessType = 3 // 微盘
	AdvancedFeatureBusinessTypeMeeting AdvancedFeatureBusinessType = 4
)

// AdvancedFeatureReqType says whether an application is decided by an app, through the API.
type AdvancedFeatureReqType int64

// Whether an application is decided by an app, through the API.
const (
	AdvancedFeatureReqTypeAll    AdvancedFeatureReqType = 0
	AdvancedFeatureReqTypeAPI    AdvancedFeatureReqType = 1 // 仅api单
	AdvancedFeatureReqTypeNotAPI AdvancedFeatureReqType = 2 // 非api申请单
)

// ListAdvancedFeatureApplyIDs returns a page of the IDs of a member's applications for advanced features,
// such as a larger mailbox or more storage (批量获取申请单ID).
//
// API: POST /cgi-bin/advanced_feature/get_apply_id_list
// Doc: https://developer.work.weixin.qq.com/document/path/99883
func (c *Client) ListAdvancedFeatureApplyIDs(ctx context.Context, req *ListAdvancedFeatureApplyIDsRequest) (*ListAdvancedFeatureApplyIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/advanced_feature/get_apply_id_list", req, new(ListAdvancedFeatureApplyIDsResponse))
}

// AllAdvancedFeatureApplyIDs ranges over the IDs of a member's applications; see
// [Client.ListAdvancedFeatureApplyIDs].
func (c *Client) AllAdvancedFeatureApplyIDs(ctx context.Context, req *ListAdvancedFeatureApplyIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListAdvancedFeatureApplyIDs,
		func(q *ListAdvancedFeatureApplyIDsRequest) *string { return &q.Cursor },
		func(p *ListAdvancedFeatureApplyIDsResponse) ([]string, string, bool) {
			return p.ApplyIDList, p.NextCursor, bool(p.HasMore)
		})
}

// ListAdvancedFeatureApplyIDsRequest says whose applications to list.
type ListAdvancedFeatureApplyIDsRequest struct {
	BusinessType AdvancedFeatureBusinessType `json:"business_type"`
	UserID       string                      `json:"userid"`            // who applied
	ReqType      AdvancedFeatureReqType      `json:"req_type,omitzero"` // all applications if zero
	Cursor       string                      `json:"cursor,omitzero"`   // the NextCursor of the page before
	Limit        int64                       `json:"limit,omitzero"`    // 1 to 200, 100 by default; a page may have fewer
}

// ListAdvancedFeatureApplyIDsResponse is a page of IDs.
type ListAdvancedFeatureApplyIDsResponse struct {
	ApplyIDList []string `json:"apply_id_list"`
	NextCursor  string   `json:"next_cursor"`
	HasMore     bool     `json:"has_more"`
}

// GetAdvancedFeatureApproval returns an application for an advanced feature (获取申请单详细信息).
//
// API: POST /cgi-bin/advanced_feature/get_approval_info
// Doc: https://developer.work.weixin.qq.com/document/path/99885
func (c *Client) GetAdvancedFeatureApproval(ctx context.Context, applyID string) (*AdvancedFeatureApproval, error) {
	var resp getAdvancedFeatureApprovalResponse
	err := c.invoke(ctx, post, "/cgi-bin/advanced_feature/get_approval_info", param{"apply_id", applyID}, &resp)
	return resp.ApprovalInfo, err
}

type getAdvancedFeatureApprovalResponse struct {
	ApprovalInfo *AdvancedFeatureApproval `json:"approval_info"`
}

// AdvancedFeatureApproval is an application for an advanced feature.
type AdvancedFeatureApproval struct {
	BusinessType   AdvancedFeatureBusinessType `json:"business_type"`
	ApplyID        string                      `json:"apply_id"`
	ApprovalID     string                      `json:"approval_id"`
	ApprovalType   int64                       `json:"approval_type"`
	ApprovalStatus AdvancedFeatureStatus       `json:"approval_status"`
	ApprovalURL    string                      `json:"approval_url"` // the page of the approval
	Applicant      string                      `json:"applicant"`    // user ID
	RequestReason  string                      `json:"request_reason"`
	CreateTime     Timestamp                   `json:"create_time"`
}

// AdvancedFeatureStatus is how far an application, or a step of its approval, is.
type AdvancedFeatureStatus int64

// How far an application, or a step of its approval, is.
const (
	AdvancedFeatureStatusPending    AdvancedFeatureStatus = 1   // 审批中
	AdvancedFeatureStatusRejected   AdvancedFeatureStatus = 2   // 已驳回
	AdvancedFeatureStatusApproved   AdvancedFeatureStatus = 3   // 已同意
	AdvancedFeatureStatusRevoked    AdvancedFeatureStatus = 101 // 已撤销
	AdvancedFeatureStatusNotReached AdvancedFeatureStatus = 102 // 未到流程, of a step
)

// SetAdvancedFeatureApproval tells the platform how far the approval of an application is that an app of the
// corp decides (设置审批单审批信息). Once it has an approval ID, an application keeps it.
//
// API: POST /cgi-bin/advanced_feature/set_approval_detail
// Doc: https://developer.work.weixin.qq.com/document/path/99880
func (c *Client) SetAdvancedFeatureApproval(ctx context.Context, req *SetAdvancedFeatureApprovalRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/advanced_feature/set_approval_detail", req, nil)
}

// SetAdvancedFeatureApprovalRequest is how far an approval is.
type SetAdvancedFeatureApprovalRequest struct {
	ApplyID        string                         `json:"apply_id"`
	ApprovalID     string                         `json:"approval_id"` // chosen by the app
	ApprovalStatus AdvancedFeatureStatus          `json:"approval_status"`
	ApprovalURL    string                         `json:"approval_url"` // the page of the approval, http or https
	ProcessList    AdvancedFeatureApprovalProcess `json:"process_list"`
}

// AdvancedFeatureApprovalProcess is the way that an approval takes.
type AdvancedFeatureApprovalProcess struct {
	NodeList []AdvancedFeatureApprovalNode `json:"node_list"` // all steps, also those that did not change
}

// AdvancedFeatureApprovalNode is a step of an approval.
type AdvancedFeatureApprovalNode struct {
	NodeApvStatus      AdvancedFeatureStatus `json:"node_apv_status"`
	NodeApvRel         ApprovalRel           `json:"node_apv_rel"`
	CurrentApprovers   []string              `json:"current_approvers,omitzero"`   // user IDs of those who have to decide, at most 100; this list or the next is needed
	CompletedApprovers []string              `json:"completed_approvers,omitzero"` // user IDs of those who have decided, at most 100
	ApvUpdateTime      Timestamp             `json:"apv_update_time"`
}
