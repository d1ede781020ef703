package workwx

import (
	"context"
	"iter"
)

// ReviewMeetingEnrollments approves or rejects enrollments for a meeting and returns how many it was done for
// (审批会议报名信息).
//
// The app must be on the list of those that may call the meeting API (可调用接口的应用), and the meeting must be one
// that it created, with EnableEnroll: here and in the methods below. Errcode 730006 says that an enrollment's ID
// is wrong, 730005 that another app created the meeting.
//
// API: POST /cgi-bin/meeting/enroll/approve
// Doc: https://developer.work.weixin.qq.com/document/path/98807
func (c *Client) ReviewMeetingEnrollments(ctx context.Context, req *ReviewMeetingEnrollmentsRequest) (int64, error) {
	var resp reviewMeetingEnrollmentsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/enroll/approve", req, &resp)
	return resp.HandledCount, err
}

type reviewMeetingEnrollmentsResponse struct {
	HandledCount int64 `json:"handled_count"`
}

// ReviewMeetingEnrollmentsRequest says what becomes of which enrollments.
type ReviewMeetingEnrollmentsRequest struct {
	MeetingID    string                  `json:"meetingid"`
	Action       MeetingEnrollmentAction `json:"action"`
	EnrollIDList []string                `json:"enroll_id_list"`
}

// MeetingEnrollmentAction is what becomes of an enrollment.
type MeetingEnrollmentAction int64

// What becomes of an enrollment.
const (
	MeetingEnrollmentActionRevoke  MeetingEnrollmentAction = 1 // take back the approval: it waits again
	MeetingEnrollmentActionReject  MeetingEnrollmentAction = 2
	MeetingEnrollmentActionApprove MeetingEnrollmentAction = 3
)

// DeleteMeetingEnrollments removes enrollments for a meeting and returns how many (删除会议报名信息).
//
// API: POST /cgi-bin/meeting/enroll/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98817
func (c *Client) DeleteMeetingEnrollments(ctx context.Context, req *DeleteMeetingEnrollmentsRequest) (int64, error) {
	var resp deleteMeetingEnrollmentsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/enroll/delete", req, &resp)
	return resp.TotalCount, err
}

type deleteMeetingEnrollmentsResponse struct {
	TotalCount int64 `json:"total_count"`
}

// DeleteMeetingEnrollmentsRequest names enrollments.
type DeleteMeetingEnrollmentsRequest struct {
	MeetingID    string                 `json:"meetingid"`
	EnrollIDList []MeetingEnrollmentRef `json:"enroll_id_list"`
}

// MeetingEnrollmentRef names an enrollment.
type MeetingEnrollmentRef struct {
	EnrollID string `json:"enroll_id"`
}

// GetMeetingEnrollmentConfig returns who has to enroll for a meeting and what is asked (获取会议报名配置).
//
// API: POST /cgi-bin/meeting/enroll/get_config
// Doc: https://developer.work.weixin.qq.com/document/path/98800
func (c *Client) GetMeetingEnrollmentConfig(ctx context.Context, meetingID string) (*MeetingEnrollmentConfig, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/enroll/get_config", param{"meetingid", meetingID}, new(MeetingEnrollmentConfig))
}

// MeetingEnrollmentConfig is how people enroll for a meeting or a webinar.
type MeetingEnrollmentConfig struct {
	ApproveType                  MeetingEnrollmentApproval   `json:"approve_type"`
	IsCollectQuestion            MeetingEnrollmentChoice     `json:"is_collect_question"` // whether QuestionList is asked
	QuestionList                 []MeetingEnrollmentQuestion `json:"question_list"`
	NoRegistrationNeededForStaff bool                        `json:"no_registration_needed_for_staff"` // whether members of the corp enter without
}

// MeetingEnrollmentApproval is how enrollments are approved.
type MeetingEnrollmentApproval int64

// How enrollments are approved.
const (
	MeetingEnrollmentApprovalAuto   MeetingEnrollmentApproval = 1
	MeetingEnrollmentApprovalManual MeetingEnrollmentApproval = 2 // with [Client.ReviewMeetingEnrollments] or [Client.ReviewWebinarEnrollments]
)

// MeetingEnrollmentChoice is a bool of enrollments.
type MeetingEnrollmentChoice int64

// The bool of enrollments.
const (
	MeetingEnrollmentChoiceNo  MeetingEnrollmentChoice = 1
	MeetingEnrollmentChoiceYes MeetingEnrollmentChoice = 2
)

// MeetingEnrollmentQuestionType is how a question is answered.
type MeetingEnrollmentQuestionType int64

// How a question is answered.
const (
	MeetingEnrollmentQuestionTypeSingle   MeetingEnrollmentQuestionType = 1 // with one of the options
	MeetingEnrollmentQuestionTypeMultiple MeetingEnrollmentQuestionType = 2 // with some of the options
	MeetingEnrollmentQuestionTypeText     MeetingEnrollmentQuestionType = 3
)

// MeetingEnrollmentSpecial is a question that the platform knows. It is answered with text.
type MeetingEnrollmentSpecial int64

// The questions that the platform knows.
const (
	MeetingEnrollmentSpecialNone    MeetingEnrollmentSpecial = 1 // a question of one's own
	MeetingEnrollmentSpecialMobile  MeetingEnrollmentSpecial = 2
	MeetingEnrollmentSpecialEmail   MeetingEnrollmentSpecial = 3
	MeetingEnrollmentSpecialName    MeetingEnrollmentSpecial = 4
	MeetingEnrollmentSpecialCompany MeetingEnrollmentSpecial = 5
)

// MeetingEnrollmentQuestion is a question to those who enroll: one of one's own with QuestionTitle and
// QuestionType, or a special one. Those stand first, the rest as in the list.
type MeetingEnrollmentQuestion struct {
	IsRequired    MeetingEnrollmentChoice       `json:"is_required,omitzero"` // required: whether it must be answered
	QuestionType  MeetingEnrollmentQuestionType `json:"question_type,omitzero"`
	SpecialType   MeetingEnrollmentSpecial      `json:"special_type,omitzero"`
	QuestionTitle string                        `json:"question_title,omitzero"` // at most 40 characters
	OptionList    []MeetingEnrollmentOption     `json:"option_list,omitzero"`    // at most 8
}

// MeetingEnrollmentOption is an answer to choose.
type MeetingEnrollmentOption struct {
	Content string `json:"content,omitzero"` // at most 40 Chinese characters
}

// ImportMeetingEnrollments enrolls people for a meeting (导入会议报名信息): members by UserID, others by Area and
// PhoneNumber. A meeting without enrollment refuses it.
//
// API: POST /cgi-bin/meeting/enroll/import
// Doc: https://developer.work.weixin.qq.com/document/path/98816
func (c *Client) ImportMeetingEnrollments(ctx context.Context, req *ImportMeetingEnrollmentsRequest) (*ImportMeetingEnrollmentsResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/enroll/import", req, new(ImportMeetingEnrollmentsResponse))
}

// ImportMeetingEnrollmentsRequest says whom to enroll.
type ImportMeetingEnrollmentsRequest struct {
	MeetingID  string            `json:"meetingid"`
	EnrollList []MeetingEnrollee `json:"enroll_list,omitzero"` // required
}

// MeetingEnrollee is somebody to enroll.
type MeetingEnrollee struct {
	UserID      string `json:"userid,omitzero"`       // of a member
	Area        string `json:"area,omitzero"`         // the country's calling code, such as 86; required with PhoneNumber
	PhoneNumber string `json:"phone_number,omitzero"` // of anybody
	NickName    string `json:"nick_name,omitzero"`    // in the list of enrollments alone, not in the meeting
}

// ImportMeetingEnrollmentsResponse says who was enrolled.
type ImportMeetingEnrollmentsResponse struct {
	TotalCount int64                        `json:"total_count"` // how many were
	EnrollList []*ImportedMeetingEnrollment `json:"enroll_list"`
}

// ImportedMeetingEnrollment is somebody who was enrolled.
type ImportedMeetingEnrollment struct {
	EnrollID    string `json:"enroll_id"`
	UserID      string `json:"userid"`
	Area        string `json:"area"`
	PhoneNumber string `json:"phone_number"`
	NickName    string `json:"nick_name"`
	EnrollCode  Secret `json:"enroll_code"` // for entering by telephone
}

// ListMeetingEnrollments returns a page of the enrollments for a meeting (获取会议报名信息).
// [Client.BatchGetMeetingEnrollmentIDs] tells which belong to the people in the meeting.
//
// API: POST /cgi-bin/meeting/enroll/list
// Doc: https://developer.work.weixin.qq.com/document/path/98810
func (c *Client) ListMeetingEnrollments(ctx context.Context, req *ListMeetingEnrollmentsRequest) (*ListMeetingEnrollmentsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/enroll/list", req, new(ListMeetingEnrollmentsResponse))
}

// AllMeetingEnrollments ranges over the enrollments for a meeting, page by page; see
// [Client.ListMeetingEnrollments].
func (c *Client) AllMeetingEnrollments(ctx context.Context, req *ListMeetingEnrollmentsRequest) iter.Seq2[*MeetingEnrollment, error] {
	return paginate(ctx, req, c.ListMeetingEnrollments,
		func(q *ListMeetingEnrollmentsRequest) *string { return &q.Cursor },
		func(p *ListMeetingEnrollmentsResponse) ([]*MeetingEnrollment, string, bool) {
			return p.EnrollList, p.NextCursor, p.HasMore
		})
}

// MeetingEnrollmentStatus is what became of an enrollment.
type MeetingEnrollmentStatus int64

// What became of an enrollment.
const (
	MeetingEnrollmentStatusAll      MeetingEnrollmentStatus = 0 // in a request: whatever became of it
	MeetingEnrollmentStatusPending  MeetingEnrollmentStatus = 1 // it is to be approved
	MeetingEnrollmentStatusRejected MeetingEnrollmentStatus = 2
	MeetingEnrollmentStatusApproved MeetingEnrollmentStatus = 3
)

// ListMeetingEnrollmentsRequest says which page of which enrollments to return.
type ListMeetingEnrollmentsRequest struct {
	MeetingID string                  `json:"meetingid"`
	Status    MeetingEnrollmentStatus `json:"status,omitzero"`
	Cursor    string                  `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64                   `json:"limit,omitzero"`  // 1 to 50, 50 by default, the same for all pages
}

// ListMeetingEnrollmentsResponse is a page of enrollments.
type ListMeetingEnrollmentsResponse struct {
	EnrollList []*MeetingEnrollment `json:"enroll_list"`
	HasMore    bool                 `json:"has_more"`
	NextCursor string               `json:"next_cursor"`
}

// MeetingEnrollmentSource is how somebody was enrolled.
type MeetingEnrollmentSource int64

// How somebody was enrolled.
const (
	MeetingEnrollmentSourceSelf   MeetingEnrollmentSource = 1
	MeetingEnrollmentSourceImport MeetingEnrollmentSource = 2
)

// MeetingEnrollment is an enrollment for a meeting or a webinar.
type MeetingEnrollment struct {
	EnrollID         string                    `json:"enroll_id"`
	UserID           string                    `json:"userid"`      // of a member of the corp
	TmpOpenID        string                    `json:"tmp_openid"`  // the person's ID in this meeting
	EnrollTime       string                    `json:"enroll_time"` // in China's time, as 2006/01/02 15:04
	EnrollSourceType MeetingEnrollmentSource   `json:"enroll_source_type"`
	NickName         string                    `json:"nick_name"` // the telephone number if it was imported without one
	Status           MeetingEnrollmentStatus   `json:"status"`
	EnrollCode       Secret                    `json:"enroll_code"` // for entering by telephone
	AnswerList       []MeetingEnrollmentAnswer `json:"answer_list"`
}

// MeetingEnrollmentAnswer is a question and how it was answered.
type MeetingEnrollmentAnswer struct {
	AnswerContent []string                      `json:"answer_content"` // several for MeetingEnrollmentQuestionTypeMultiple alone
	IsRequired    MeetingEnrollmentChoice       `json:"is_required"`
	QuestionType  MeetingEnrollmentQuestionType `json:"question_type"`
	SpecialType   MeetingEnrollmentSpecial      `json:"special_type"`
	QuestionNum   int64                         `json:"question_num"` // from 1
	QuestionTitle string                        `json:"question_title"`
}

// BatchGetMeetingEnrollmentIDs returns the enrollments of people in a meeting, by their IDs in it
// (获取会议成员报名 ID). Who did not enroll is left out.
//
// API: POST /cgi-bin/meeting/enroll/query_by_tmp_openid
// Doc: https://developer.work.weixin.qq.com/document/path/98794
func (c *Client) BatchGetMeetingEnrollmentIDs(ctx context.Context, req *BatchGetMeetingEnrollmentIDsRequest) ([]*MeetingEnrollmentID, error) {
	var resp batchGetMeetingEnrollmentIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/enroll/query_by_tmp_openid", req, &resp)
	return resp.EnrollIDList, err
}

type batchGetMeetingEnrollmentIDsResponse struct {
	EnrollIDList []*MeetingEnrollmentID `json:"enroll_id_list"`
}

// MeetingEnrollmentOrder says which enrollment of somebody who has several is looked for first.
type MeetingEnrollmentOrder int64

// Which enrollment is looked for first.
const (
	MeetingEnrollmentOrderImportFirst MeetingEnrollmentOrder = 1
	MeetingEnrollmentOrderSelfFirst   MeetingEnrollmentOrder = 2
)

// BatchGetMeetingEnrollmentIDsRequest names people in a meeting.
type BatchGetMeetingEnrollmentIDsRequest struct {
	MeetingID     string                 `json:"meetingid"`
	SortingRules  MeetingEnrollmentOrder `json:"sorting_rules,omitzero"` // MeetingEnrollmentOrderImportFirst by default
	TmpOpenIDList []string               `json:"tmp_openid_list"`        // at most 500, of [Client.ListMeetingAttendees]
}

// MeetingEnrollmentID says which enrollment is whose.
type MeetingEnrollmentID struct {
	TmpOpenID string `json:"tmp_openid"` // the person's ID in this meeting
	EnrollID  string `json:"enroll_id"`
}

// SetMeetingEnrollmentConfig changes who has to enroll for a meeting and what is asked, and returns how many
// questions there are (修改会议报名配置).
//
// API: POST /cgi-bin/meeting/enroll/set_config
// Doc: https://developer.work.weixin.qq.com/document/path/98797
func (c *Client) SetMeetingEnrollmentConfig(ctx context.Context, req *SetMeetingEnrollmentConfigRequest) (int64, error) {
	var resp setMeetingEnrollmentConfigResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/enroll/set_config", req, &resp)
	return resp.QuestionCount, err
}

type setMeetingEnrollmentConfigResponse struct {
	QuestionCount int64 `json:"question_count"`
}

// SetMeetingEnrollmentConfigRequest is how people shall enroll for a meeting.
type SetMeetingEnrollmentConfigRequest struct {
	MeetingID                    string                      `json:"meetingid"`
	ApproveType                  *MeetingEnrollmentApproval  `json:"approve_type,omitzero"`                     // MeetingEnrollmentApprovalAuto by default
	IsCollectQuestion            *MeetingEnrollmentChoice    `json:"is_collect_question,omitzero"`              // whether QuestionList is asked; MeetingEnrollmentChoiceNo by default
	QuestionList                 []MeetingEnrollmentQuestion `json:"question_list,omitzero"`                    // all questions
	NoRegistrationNeededForStaff *bool                       `json:"no_registration_needed_for_staff,omitzero"` // whether members of the corp enter without; false by default
}
