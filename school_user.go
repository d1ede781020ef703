package workwx

import (
	"context"
	"iter"
)

// BatchCreateSchoolParents adds up to 100 parents to the contacts of a school (批量创建家长).
//
// When some of them cannot be added, the others are, and the error is the first one's: the list that comes
// with it names all that were not, each with its errcode. A field that is too long refuses the whole request.
// For the permission and the errcodes see [Client.CreateSchoolParent].
//
// API: POST /cgi-bin/school/user/batch_create_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92334
func (c *Client) BatchCreateSchoolParents(ctx context.Context, req *BatchCreateSchoolParentsRequest) ([]*SchoolParentResult, error) {
	var resp schoolParentResults
	err := c.invoke(ctx, post|once|partial, "/cgi-bin/school/user/batch_create_parent", req, &resp)
	return resp.ResultList, err
}

type schoolParentResults struct {
	ResultList []*SchoolParentResult `json:"result_list"`
}

// BatchCreateSchoolParentsRequest holds new parents.
type BatchCreateSchoolParentsRequest struct {
	Parents []CreateSchoolParentRequest `json:"parents"` // at most 100
}

// SchoolParentResult says why something could not be done to a parent.
type SchoolParentResult struct {
	ParentUserID string `json:"parent_userid"`
	ErrCode      Code   `json:"errcode"`
	ErrMsg       string `json:"errmsg"`
}

// BatchCreateSchoolStudents adds up to 100 students to the contacts of a school (批量创建学生).
//
// When some of them cannot be added, the others are, and the error is the first one's: the list that comes
// with it names all that were not, each with its errcode. A field that is too long refuses the whole request.
// For the permission and the errcodes see [Client.CreateSchoolStudent].
//
// API: POST /cgi-bin/school/user/batch_create_student
// Doc: https://developer.work.weixin.qq.com/document/path/92328
func (c *Client) BatchCreateSchoolStudents(ctx context.Context, req *BatchCreateSchoolStudentsRequest) ([]*SchoolStudentResult, error) {
	var resp schoolStudentResults
	err := c.invoke(ctx, post|once|partial, "/cgi-bin/school/user/batch_create_student", req, &resp)
	return resp.ResultList, err
}

type schoolStudentResults struct {
	ResultList []*SchoolStudentResult `json:"result_list"`
}

// BatchCreateSchoolStudentsRequest holds new students.
type BatchCreateSchoolStudentsRequest struct {
	Students []CreateSchoolStudentRequest `json:"students"` // at most 100
}

// SchoolStudentResult says why something could not be done to a student.
type SchoolStudentResult struct {
	StudentUserID string `json:"student_userid"`
	ErrCode       Code   `json:"errcode"`
	ErrMsg        string `json:"errmsg"`
}

// BatchDeleteSchoolParents removes up to 100 parents from the contacts of a school (批量删除家长). When some of
// them cannot be removed, the others are, and the list that comes with the error names all that were not.
//
// API: POST /cgi-bin/school/user/batch_delete_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92335
func (c *Client) BatchDeleteSchoolParents(ctx context.Context, req *BatchDeleteSchoolParentsRequest) ([]*SchoolParentResult, error) {
	var resp schoolParentResults
	err := c.invoke(ctx, post|partial, "/cgi-bin/school/user/batch_delete_parent", req, &resp)
	return resp.ResultList, err
}

// BatchDeleteSchoolParentsRequest names parents.
type BatchDeleteSchoolParentsRequest struct {
	UserIDList []string `json:"useridlist"` // at most 100
}

// BatchDeleteSchoolStudents removes up to 100 students from the contacts of a school (批量删除学生). When some
// of them cannot be removed, the others are, and the list that comes with the error names all that were not.
//
// API: POST /cgi-bin/school/user/batch_delete_student
// Doc: https://developer.work.weixin.qq.com/document/path/92329
func (c *Client) BatchDeleteSchoolStudents(ctx context.Context, req *BatchDeleteSchoolStudentsRequest) ([]*SchoolStudentResult, error) {
	var resp schoolStudentResults
	err := c.invoke(ctx, post|partial, "/cgi-bin/school/user/batch_delete_student", req, &resp)
	return resp.ResultList, err
}

// BatchDeleteSchoolStudentsRequest names students.
type BatchDeleteSchoolStudentsRequest struct {
	UserIDList []string `json:"useridlist"` // at most 100
}

// BatchUpdateSchoolParents changes the fields of up to 100 parents that req sets (批量更新家长). When some of
// them cannot be changed, the others are, and the list that comes with the error names all that were not.
//
// API: POST /cgi-bin/school/user/batch_update_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92336
func (c *Client) BatchUpdateSchoolParents(ctx context.Context, req *BatchUpdateSchoolParentsRequest) ([]*SchoolParentResult, error) {
	var resp schoolParentResults
	err := c.invoke(ctx, post|partial, "/cgi-bin/school/user/batch_update_parent", req, &resp)
	return resp.ResultList, err
}

// BatchUpdateSchoolParentsRequest says what changes of which parents.
type BatchUpdateSchoolParentsRequest struct {
	Parents []UpdateSchoolParentRequest `json:"parents"` // at most 100
}

// BatchUpdateSchoolStudents changes the fields of up to 100 students that req sets (批量更新学生). When some of
// them cannot be changed, the others are, and the list that comes with the error names all that were not.
//
// API: POST /cgi-bin/school/user/batch_update_student
// Doc: https://developer.work.weixin.qq.com/document/path/92330
func (c *Client) BatchUpdateSchoolStudents(ctx context.Context, req *BatchUpdateSchoolStudentsRequest) ([]*SchoolStudentResult, error) {
	var resp schoolStudentResults
	err := c.invoke(ctx, post|partial, "/cgi-bin/school/user/batch_update_student", req, &resp)
	return resp.ResultList, err
}

// BatchUpdateSchoolStudentsRequest says what changes of which students.
type BatchUpdateSchoolStudentsRequest struct {
	Students []UpdateSchoolStudentRequest `json:"students"` // at most 100
}

// CreateSchoolParent adds a parent to the contacts of a school and invites the parent to follow 学校通知
// (创建家长).
//
// The app must be one that may edit the school's contacts (读取和编辑家校通讯录的应用), here and wherever
// they are changed. Errcode 60137 says that another parent has the mobile number, 65018 that the school has
// as many parents as it can have, 65010 that a child is no student.
//
// API: POST /cgi-bin/school/user/create_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92331
func (c *Client) CreateSchoolParent(ctx context.Context, req *CreateSchoolParentRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/school/user/create_parent", req, nil)
}

// CreateSchoolParentRequest is a new parent.
type CreateSchoolParentRequest struct {
	ParentUserID string             `json:"parent_userid"` // 1 to 64 bytes of letters, digits and _-@. beginning with a letter or digit; unique in the school whatever the case
	Mobile       string             `json:"mobile"`
	ToInvite     *bool              `json:"to_invite,omitzero"` // whether to invite the parent, which only a verified school can do; true if nil
	Children     []SchoolChildInput `json:"children"`           // at most 10
}

// SchoolChildInput is a child of a parent.
type SchoolChildInput struct {
	StudentUserID string `json:"student_userid"`
	Relation      string `json:"relation"` // what the parent is to the child, such as 爸爸; at most 32 bytes
}

// CreateSchoolStudent adds a student to classes of a school (创建学生). Do not add students at the same time as
// their classes. A class holds at most 30,000 students.
//
// The permission is that of [Client.CreateSchoolParent]. Errcode 60149 says that another student has the
// mobile number.
//
// API: POST /cgi-bin/school/user/create_student
// Doc: https://developer.work.weixin.qq.com/document/path/92325
func (c *Client) CreateSchoolStudent(ctx context.Context, req *CreateSchoolStudentRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/school/user/create_student", req, nil)
}

// CreateSchoolStudentRequest is a new student.
type CreateSchoolStudentRequest struct {
	StudentUserID string  `json:"student_userid"` // 1 to 64 bytes of letters, digits and _-@. beginning with a letter or digit; unique in the school whatever the case
	Name          string  `json:"name"`           // 1 to 32 characters
	Mobile        string  `json:"mobile,omitzero"`
	ToInvite      *bool   `json:"to_invite,omitzero"` // whether to invite the student, which only a verified school can do; true if nil
	Department    []int64 `json:"department"`         // IDs of classes, at most 20
}

// DeleteSchoolParent removes a parent from the contacts of a school (删除家长).
//
// API: GET /cgi-bin/school/user/delete_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92332
func (c *Client) DeleteSchoolParent(ctx context.Context, userID string) error {
	return c.invoke(ctx, get, "/cgi-bin/school/user/delete_parent", param{"userid", userID}, nil)
}

// DeleteSchoolStudent removes a student from the contacts of a school (删除学生). Errcode 65010 says that the
// user ID is not a student's.
//
// API: GET /cgi-bin/school/user/delete_student
// Doc: https://developer.work.weixin.qq.com/document/path/92326
func (c *Client) DeleteSchoolStudent(ctx context.Context, userID string) error {
	return c.invoke(ctx, get, "/cgi-bin/school/user/delete_student", param{"userid", userID}, nil)
}

// SchoolUserType says whether a user of a school is a student or a parent.
type SchoolUserType int64

// What a user of a school is.
const (
	SchoolUserTypeStudent SchoolUserType = 1
	SchoolUserTypeParent  SchoolUserType = 2
)

// GetSchoolUser returns a student or a parent (读取学生或家长).
//
// The app must be one that may read the school's contacts, or that parents can use; errcode 65023 says that
// it may not see this user.
//
// API: GET /cgi-bin/school/user/get
// Doc: https://developer.work.weixin.qq.com/document/path/92337
func (c *Client) GetSchoolUser(ctx context.Context, userID string) (*GetSchoolUserResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/school/user/get", param{"userid", userID}, new(GetSchoolUserResponse))
}

// GetSchoolUserResponse is a student or a parent, as UserType says.
type GetSchoolUserResponse struct {
	UserType SchoolUserType `json:"user_type"`
	Student  SchoolStudent  `json:"student"`
	Parent   SchoolParent   `json:"parent"`
}

// SchoolStudent is a student.
type SchoolStudent struct {
	StudentUserID string                `json:"student_userid"`
	Name          string                `json:"name"`
	Department    []int64               `json:"department"` // IDs of classes
	Parents       []SchoolStudentParent `json:"parents"`
}

// SchoolStudentParent is a parent of a student.
type SchoolStudentParent struct {
	ParentUserID   string  `json:"parent_userid"`
	Mobile         string  `json:"mobile"`          // empty for apps that may not read it
	Relation       string  `json:"relation"`        // what the parent is to the student, such as 爸爸
	IsSubscribe    IntBool `json:"is_subscribe"`    // whether the parent follows 学校通知
	ExternalUserID string  `json:"external_userid"` // of a parent who does
}

// SchoolParent is a parent.
type SchoolParent struct {
	ParentUserID   string        `json:"parent_userid"`
	Mobile         string        `json:"mobile"` // empty for apps that may not read it
	Children       []SchoolChild `json:"children"`
	IsSubscribe    IntBool       `json:"is_subscribe"`    // whether the parent follows 学校通知
	ExternalUserID string        `json:"external_userid"` // of a parent who does
}

// SchoolChild is a child of a parent.
type SchoolChild struct {
	StudentUserID string `json:"student_userid"`
	Name          string `json:"name"`     // from ListSchoolParents alone
	Relation      string `json:"relation"` // what the parent is to the child, such as 爸爸
}

// BatchGetSchoolHealthQRCodes returns the health codes of students or teachers, from the app 复学码
// (获取师生健康码). Each is there or not by itself: ErrCode says.
//
// API: POST /cgi-bin/school/user/get_health_qrcode
// Doc: https://developer.work.weixin.qq.com/document/path/93746
func (c *Client) BatchGetSchoolHealthQRCodes(ctx context.Context, req *BatchGetSchoolHealthQRCodesRequest) ([]*SchoolHealthQRCode, error) {
	var resp batchGetSchoolHealthQRCodesResponse
	err := c.invoke(ctx, post|partial, "/cgi-bin/school/user/get_health_qrcode", req, &resp)
	return resp.ResultList, err
}

type batchGetSchoolHealthQRCodesResponse struct {
	ResultList []*SchoolHealthQRCode `json:"result_list"`
}

// BatchGetSchoolHealthQRCodesRequest says whose health codes are wanted.
type BatchGetSchoolHealthQRCodesRequest struct {
	Type    int64    `json:"type"` // whose the IDs are
	UserIDs []string `json:"userids"`
}

// SchoolHealthQRCode is the health code of one person.
type SchoolHealthQRCode struct {
	ErrCode    Code   `json:"errcode"` // CodeOK, or why there is none
	ErrMsg     string `json:"errmsg"`
	UserID     string `json:"userid"`
	QRCodeData string `json:"qrcode_data"` // what the code holds; an image of it is for the caller to draw
}

// ListSchoolStudentHealthInfos returns a page of what students, or their parents, reported about their
// health on a day, with the questions that were asked (获取学生健康信息).
//
// API: POST /cgi-bin/school/user/get_student_customize_health_info
// Doc: https://developer.work.weixin.qq.com/document/path/93745
func (c *Client) ListSchoolStudentHealthInfos(ctx context.Context, req *ListSchoolStudentHealthInfosRequest) (*ListSchoolStudentHealthInfosResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/school/user/get_student_customize_health_info", req, new(ListSchoolStudentHealthInfosResponse))
}

// AllSchoolStudentHealthInfos ranges over what students reported about their health on a day, page by page;
// see [Client.ListSchoolStudentHealthInfos], which also has the questions.
func (c *Client) AllSchoolStudentHealthInfos(ctx context.Context, req *ListSchoolStudentHealthInfosRequest) iter.Seq2[*SchoolHealthInfo, error] {
	return paginate(ctx, req, c.ListSchoolStudentHealthInfos,
		func(q *ListSchoolStudentHealthInfosRequest) *string { return &q.NextKey },
		func(p *ListSchoolStudentHealthInfosResponse) ([]*SchoolHealthInfo, string, bool) {
			return p.HealthInfos, p.NextKey, !bool(p.Ending)
		})
}

// ListSchoolStudentHealthInfosRequest names a day.
type ListSchoolStudentHealthInfosRequest struct {
	Date    string `json:"date"`              // such as 2026-01-31
	NextKey string `json:"next_key,omitzero"` // the NextKey of the page before
	Limit   int64  `json:"limit,omitzero"`    // how many a page has at most
}

// ListSchoolStudentHealthInfosResponse is a page of what students reported.
type ListSchoolStudentHealthInfosResponse struct {
	TemplateID        string                  `json:"template_id"` // of the questions
	QuestionTemplates []*SchoolHealthQuestion `json:"question_templates"`
	HealthInfos       []*SchoolHealthInfo     `json:"health_infos"`
	Ending            IntBool                 `json:"ending"` // whether this is the last page
	NextKey           string                  `json:"next_key"`
}

// SchoolHealthInfo is what one person reported.
type SchoolHealthInfo struct {
	UserID             string               `json:"userid"`
	HealthQRCodeStatus int64                `json:"health_qrcode_status"`
	SelfSubmit         int64                `json:"self_submit"` // 1 if the person answered
	ReportValues       []SchoolHealthAnswer `json:"report_values"`
}

// SchoolHealthAnswer is the answer to one question, in the field that goes with the question.
type SchoolHealthAnswer struct {
	QuestionID  int64  `json:"question_id"`
	SingleChose int64  `json:"single_chose"` // the option's ID
	Text        string `json:"text"`
}

// SchoolHealthQuestion is a question of the school about health.
type SchoolHealthQuestion struct {
	QuestionID   int64                `json:"question_id"`
	Title        string               `json:"title"`
	QuestionType int64                `json:"question_type"`
	IsMustFill   int64                `json:"is_must_fill"`   // 1 if it must be answered
	IsNotDisplay int64                `json:"is_not_display"` // 1 if it is hidden
	OptionList   []SchoolHealthOption `json:"option_list"`
}

// SchoolHealthOption is an answer that can be chosen.
type SchoolHealthOption struct {
	OptionID   int64  `json:"option_id"`
	OptionText string `json:"option_text"`
}

// ListSchoolTeacherHealthInfos returns a page of what teachers reported about their health on a day, with
// the questions that were asked (获取老师健康信息).
//
// API: POST /cgi-bin/school/user/get_teacher_customize_health_info
// Doc: https://developer.work.weixin.qq.com/document/path/93744
func (c *Client) ListSchoolTeacherHealthInfos(ctx context.Context, req *ListSchoolTeacherHealthInfosRequest) (*ListSchoolTeacherHealthInfosResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/school/user/get_teacher_customize_health_info", req, new(ListSchoolTeacherHealthInfosResponse))
}

// AllSchoolTeacherHealthInfos ranges over what teachers reported about their health on a day, page by page;
// see [Client.ListSchoolTeacherHealthInfos], which also has the questions.
func (c *Client) AllSchoolTeacherHealthInfos(ctx context.Context, req *ListSchoolTeacherHealthInfosRequest) iter.Seq2[*SchoolHealthInfo, error] {
	return paginate(ctx, req, c.ListSchoolTeacherHealthInfos,
		func(q *ListSchoolTeacherHealthInfosRequest) *string { return &q.NextKey },
		func(p *ListSchoolTeacherHealthInfosResponse) ([]*SchoolHealthInfo, string, bool) {
			return p.HealthInfos, p.NextKey, !bool(p.Ending)
		})
}

// ListSchoolTeacherHealthInfosRequest names a day.
type ListSchoolTeacherHealthInfosRequest struct {
	Date    string `json:"date"`              // such as 2026-01-31
	NextKey string `json:"next_key,omitzero"` // the NextKey of the page before
	Limit   int64  `json:"limit,omitzero"`    // how many a page has at most
}

// ListSchoolTeacherHealthInfosResponse is a page of what teachers reported.
type ListSchoolTeacherHealthInfosResponse struct {
	TemplateID        string                  `json:"template_id"` // of the questions
	QuestionTemplates []*SchoolHealthQuestion `json:"question_templates"`
	HealthInfos       []*SchoolHealthInfo     `json:"health_infos"`
	Ending            IntBool                 `json:"ending"` // whether this is the last page
	NextKey           string                  `json:"next_key"`
}

// ListSchoolStudents returns the students of a department with their parents (获取部门成员详情).
//
// The permission is that of [Client.GetSchoolUser].
//
// API: GET /cgi-bin/school/user/list
// Doc: https://developer.work.weixin.qq.com/document/path/92338
func (c *Client) ListSchoolStudents(ctx context.Context, req *ListSchoolStudentsRequest) ([]*SchoolStudent, error) {
	var resp listSchoolStudentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/user/list", req, &resp)
	return resp.Students, err
}

type listSchoolStudentsResponse struct {
	Students []*SchoolStudent `json:"students"`
}

// ListSchoolStudentsRequest names a department.
type ListSchoolStudentsRequest struct {
	DepartmentID int64    `json:"department_id"`
	FetchChild   *IntBool `json:"fetch_child,omitzero"` // whether to list sub-departments too
}

// ListSchoolParents returns the parents of the students of a department (获取部门家长详情).
//
// The permission is that of [Client.GetSchoolUser].
//
// API: GET /cgi-bin/school/user/list_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92446
func (c *Client) ListSchoolParents(ctx context.Context, departmentID int64) ([]*SchoolParent, error) {
	var resp listSchoolParentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/user/list_parent", param{"department_id", departmentID}, &resp)
	return resp.Parents, err
}

type listSchoolParentsResponse struct {
	Parents []*SchoolParent `json:"parents"`
}

// UpdateSchoolParent changes the fields of a parent that req sets (更新家长). The permission and the errcodes
// are those of [Client.CreateSchoolParent].
//
// API: POST /cgi-bin/school/user/update_parent
// Doc: https://developer.work.weixin.qq.com/document/path/92333
func (c *Client) UpdateSchoolParent(ctx context.Context, req *UpdateSchoolParentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/school/user/update_parent", req, nil)
}

// UpdateSchoolParentRequest says what changes of a parent. The limits are those of
// [CreateSchoolParentRequest].
type UpdateSchoolParentRequest struct {
	ParentUserID    string             `json:"parent_userid"`
	NewParentUserID *string            `json:"new_parent_userid,omitzero"` // once only
	Mobile          *string            `json:"mobile,omitzero"`
	Children        []SchoolChildInput `json:"children,omitzero"` // replaces all children; an empty list is ignored
}

// UpdateSchoolStudent changes the fields of a student that req sets (更新学生). The permission is that of
// [Client.CreateSchoolParent], the errcodes are those of [Client.CreateSchoolStudent].
//
// API: POST /cgi-bin/school/user/update_student
// Doc: https://developer.work.weixin.qq.com/document/path/92327
func (c *Client) UpdateSchoolStudent(ctx context.Context, req *UpdateSchoolStudentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/school/user/update_student", req, nil)
}

// UpdateSchoolStudentRequest says what changes of a student. The limits are those of
// [CreateSchoolStudentRequest].
type UpdateSchoolStudentRequest struct {
	StudentUserID    string  `json:"student_userid"`
	NewStudentUserID *string `json:"new_student_userid,omitzero"` // once only
	Name             *string `json:"name,omitzero"`
	Mobile           *string `json:"mobile,omitzero"`
	Department       []int64 `json:"department,omitzero"` // replaces all classes
}
