package workwx

import "context"

// SchoolSubscribeMode says how parents come to follow 学校通知.
type SchoolSubscribeMode int64

// How parents come to follow 学校通知.
const (
	SchoolSubscribeModeScan   SchoolSubscribeMode = 1 // they scan the school's code and fill in who they are
	SchoolSubscribeModeNoScan SchoolSubscribeMode = 2 // not in that way
)

// GetSchoolSubscribeMode returns how parents come to follow 学校通知, the school's messages in WeChat
// (获取关注「学校通知」的模式).
//
// API: GET /cgi-bin/externalcontact/get_subscribe_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92318
func (c *Client) GetSchoolSubscribeMode(ctx context.Context) (SchoolSubscribeMode, error) {
	var resp getSchoolSubscribeModeResponse
	err := c.invoke(ctx, get, "/cgi-bin/externalcontact/get_subscribe_mode", nil, &resp)
	return resp.SubscribeMode, err
}

type getSchoolSubscribeModeResponse struct {
	SubscribeMode SchoolSubscribeMode `json:"subscribe_mode"`
}

// GetSchoolSubscribeQRCode returns the code that parents scan to follow 学校通知 (获取「学校通知」二维码).
//
// API: GET /cgi-bin/externalcontact/get_subscribe_qr_code
// Doc: https://developer.work.weixin.qq.com/document/path/92320
func (c *Client) GetSchoolSubscribeQRCode(ctx context.Context) (*GetSchoolSubscribeQRCodeResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/externalcontact/get_subscribe_qr_code", nil, new(GetSchoolSubscribeQRCodeResponse))
}

// GetSchoolSubscribeQRCodeResponse has the URLs of one code in three sizes.
type GetSchoolSubscribeQRCodeResponse struct {
	QRCodeBig    string `json:"qrcode_big"`
	QRCodeMiddle string `json:"qrcode_middle"`
	QRCodeThumb  string `json:"qrcode_thumb"`
}

// SendSchoolMessage sends a message of an app to parents or students, who see it in 学校通知
// (发送「学校通知」).
//
// The app must be one that parents can use (家长可使用的应用), and reaches those of
// [Client.GetSchoolAgentScope]. Receivers that do not exist or cannot be reached are reported in the
// response while the others receive the message. [CodeNoAppPermission] says that AgentID is another app's.
// The call is not repeated when its outcome is unknown, see [RetryPolicy].
//
// API: POST /cgi-bin/externalcontact/message/send
// Doc: https://developer.work.weixin.qq.com/document/path/91609
func (c *Client) SendSchoolMessage(ctx context.Context, req *SendSchoolMessageRequest) (*SendSchoolMessageResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/externalcontact/message/send", req, new(SendSchoolMessageResponse))
}

// MsgTypeMiniProgram is the type of a school's message that opens a mini program.
const MsgTypeMiniProgram MsgType = "miniprogram"

// SchoolReceivers says who of a family receives a message.
type SchoolReceivers int64

// Who of a family receives a message.
const (
	SchoolReceiversParents  SchoolReceivers = 0
	SchoolReceiversStudents SchoolReceivers = 1
	SchoolReceiversBoth     SchoolReceivers = 2
)

// SendSchoolMessageRequest is a message to parents or students, with its receivers. One of the contents is
// set, that which MsgType names.
type SendSchoolMessageRequest struct {
	RecvScope              SchoolReceivers          `json:"recv_scope,omitzero"`        // whom ToStudentUserID and ToParty stand for: parents if 0
	ToExternalUser         []string                 `json:"to_external_user,omitzero"`  // external user IDs of parents, at most 1,000; about to be withdrawn
	ToParentUserID         []string                 `json:"to_parent_userid,omitzero"`  // at most 1,000; ignored when only students receive
	ToStudentUserID        []string                 `json:"to_student_userid,omitzero"` // at most 1,000; all parents of each, or the student, or both, as RecvScope says
	ToParty                []int64                  `json:"to_party,omitzero"`          // departments of the school
	ToAll                  *IntBool                 `json:"toall,omitzero"`             // all parents of the school, whomever the other fields name
	MsgType                MsgType                  `json:"msgtype"`
	Text                   MessageText              `json:"text,omitzero"`
	Image                  MessageMedia             `json:"image,omitzero"`
	Voice                  MessageMedia             `json:"voice,omitzero"`
	Video                  MessageVideo             `json:"video,omitzero"`
	File                   MessageMedia             `json:"file,omitzero"`
	TextCard               TextCard                 `json:"textcard,omitzero"`
	News                   News                     `json:"news,omitzero"`
	MPNews                 MPNews                   `json:"mpnews,omitzero"`
	MiniProgram            SchoolMessageMiniProgram `json:"miniprogram,omitzero"`              // with MsgTypeMiniProgram
	AgentID                int64                    `json:"agentid"`                           // the app that sends
	EnableIDTrans          *IntBool                 `json:"enable_id_trans,omitzero"`          // whether IDs in the text are turned into names
	EnableDuplicateCheck   *IntBool                 `json:"enable_duplicate_check,omitzero"`   // whether the same message is sent only once within the interval
	DuplicateCheckInterval int64                    `json:"duplicate_check_interval,omitzero"` // seconds; 1,800 if 0
}

// SchoolMessageMiniProgram is a card that opens a mini program.
type SchoolMessageMiniProgram struct {
	AppID        string `json:"appid"`
	PagePath     string `json:"pagepath"`
	Title        string `json:"title,omitzero"`
	ThumbMediaID string `json:"thumb_media_id,omitzero"` // the picture, uploaded before
}

// SendSchoolMessageResponse names the receivers that did not receive a message.
type SendSchoolMessageResponse struct {
	InvalidExternalUser  []string `json:"invalid_external_user"`
	InvalidParentUserID  []string `json:"invalid_parent_userid"`
	InvalidStudentUserID []string `json:"invalid_student_userid"`
	InvalidParty         []int64  `json:"invalid_party"`
}

// SetSchoolSubscribeMode changes how parents come to follow 学校通知 (设置关注「学校通知」的模式). Errcode 65001 says
// that there is no such mode.
//
// API: POST /cgi-bin/externalcontact/set_subscribe_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92318
func (c *Client) SetSchoolSubscribeMode(ctx context.Context, subscribeMode SchoolSubscribeMode) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/set_subscribe_mode", param{"subscribe_mode", subscribeMode}, nil)
}

// GetSchoolAgentScope returns whose parents can use an app in 学校通知; the app can send messages to these
// alone (获取可使用的家长范围). Only an administrator changes it, in the admin console.
//
// API: GET /cgi-bin/school/agent/get_allow_scope
// Doc: https://developer.work.weixin.qq.com/document/path/94895
func (c *Client) GetSchoolAgentScope(ctx context.Context, req *GetSchoolAgentScopeRequest) (*SchoolAgentScope, error) {
	var resp getSchoolAgentScopeResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/agent/get_allow_scope", req, &resp)
	return resp.AllowScope, err
}

type getSchoolAgentScopeResponse struct {
	AllowScope *SchoolAgentScope `json:"allow_scope"`
}

// GetSchoolAgentScopeRequest names an app.
type GetSchoolAgentScopeRequest struct {
	AgentID int64 `json:"agentid,omitzero"`
}

// SchoolAgentScope says whose parents can use an app.
type SchoolAgentScope struct {
	Students    []SchoolAgentScopeStudent `json:"students"`
	Departments []int64                   `json:"departments"` // IDs
}

// UnmarshalJSON takes the lists as they are, and as lists of IDs in objects: {"userid":[…]}, {"partyid":[…]}.
func (s *SchoolAgentScope) UnmarshalJSON(b []byte) error {
	var wire struct {
		Students    schoolScopeStudents    `json:"students"`
		Departments schoolScopeDepartments `json:"departments"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*s = SchoolAgentScope{Students: wire.Students, Departments: wire.Departments}
	return nil
}

// SchoolAgentScopeStudent is a student whose parents can use an app.
type SchoolAgentScopeStudent struct {
	UserID string `json:"userid"` // of the student
}

type schoolScopeStudents []SchoolAgentScopeStudent

func (l *schoolScopeStudents) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		_, err := decodeJSON(b, (*[]SchoolAgentScopeStudent)(l))
		return err
	}
	var ids struct {
		UserID []string `json:"userid"`
	}
	_, err := decodeJSON(b, &ids)
	*l = nil
	for _, id := range ids.UserID {
		*l = append(*l, SchoolAgentScopeStudent{UserID: id})
	}
	return err
}

type schoolScopeDepartments []int64

func (l *schoolScopeDepartments) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		_, err := decodeJSON(b, (*[]int64)(l))
		return err
	}
	var ids struct {
		PartyID []int64 `json:"partyid"`
	}
	_, err := decodeJSON(b, &ids)
	*l = ids.PartyID
	return err
}

// SchoolDepartmentType says what a department of a school is.
type SchoolDepartmentType int64

// What a department of a school is. A class belongs to a grade.
const (
	SchoolDepartmentTypeClass  SchoolDepartmentType = 1
	SchoolDepartmentTypeGrade  SchoolDepartmentType = 2
	SchoolDepartmentTypeStage  SchoolDepartmentType = 3 // 学段, such as the primary school
	SchoolDepartmentTypeCampus SchoolDepartmentType = 4
	SchoolDepartmentTypeSchool SchoolDepartmentType = 5 // the root, in answers only
)

// SchoolDepartmentAdminType says what somebody is in a department of a school. It has to suit the
// department: only a campus has heads of campus, only a class has teachers.
type SchoolDepartmentAdminType int64

// What somebody is in a department of a school.
const (
	SchoolDepartmentAdminTypeCampusHead  SchoolDepartmentAdminType = 1
	SchoolDepartmentAdminTypeGradeHead   SchoolDepartmentAdminType = 2
	SchoolDepartmentAdminTypeHeadTeacher SchoolDepartmentAdminType = 3 // of a class (班主任)
	SchoolDepartmentAdminTypeTeacher     SchoolDepartmentAdminType = 4 // of a subject (任课老师)
	SchoolDepartmentAdminTypeStageHead   SchoolDepartmentAdminType = 5
)

// CreateSchoolDepartment adds a class, grade, stage or campus to a school and returns its ID (创建部门).
//
// The app must be one that may edit the school's contacts (读取和编辑家校通讯录的应用), here and wherever
// they are changed; errcode 65022 says that it is not. [CodeDepartmentExists] says that the ID or name is
// taken, 65015 that the parent is of a type that cannot have such a department, 65008 and 65009 that the year
// or the grade is invalid.
//
// API: POST /cgi-bin/school/department/create
// Doc: https://developer.work.weixin.qq.com/document/path/92340
func (c *Client) CreateSchoolDepartment(ctx context.Context, req *CreateSchoolDepartmentRequest) (int64, error) {
	var resp createSchoolDepartmentResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/school/department/create", req, &resp)
	return resp.ID, err
}

type createSchoolDepartmentResponse struct {
	ID int64 `json:"id"`
}

// CreateSchoolDepartmentRequest is a new department of a school.
type CreateSchoolDepartmentRequest struct {
	ID               int64                        `json:"id,omitzero"` // from 2; made up by the platform if 0
	Name             string                       `json:"name"`        // 1 to 32 characters, none of -:*?"<>/,; ignored for a standard grade
	Type             SchoolDepartmentType         `json:"type"`
	ParentID         int64                        `json:"parentid"`
	StandardGrade    int64                        `json:"standard_grade,omitzero"` // of a grade: which of the platform's table of standard grades (标准年级对照表)
	RegisterYear     int64                        `json:"register_year,omitzero"`  // of a grade: when it entered, 1970 to 2100; follows from StandardGrade if 0
	Order            int64                        `json:"order,omitzero"`          // among those of its parent, 0 to 2^32-1: the larger, the further in front
	DepartmentAdmins []SchoolDepartmentAdminInput `json:"department_admins,omitzero"`
}

// SchoolDepartmentAdminInput is somebody in charge of a department, or who teaches a class.
type SchoolDepartmentAdminInput struct {
	UserID  string                    `json:"userid"` // of a member
	Type    SchoolDepartmentAdminType `json:"type"`
	Subject string                    `json:"subject,omitzero"` // of a teacher: what is taught, one subject, at most 15 characters
}

// DeleteSchoolDepartment deletes a department that has neither sub-departments nor students (删除部门); else
// the errcode is [CodeDepartmentHasSubdepartments] or [CodeDepartmentHasUsers]. The root cannot be deleted.
//
// API: GET /cgi-bin/school/department/delete
// Doc: https://developer.work.weixin.qq.com/document/path/92342
func (c *Client) DeleteSchoolDepartment(ctx context.Context, departmentID int64) error {
	return c.invoke(ctx, get, "/cgi-bin/school/department/delete", param{"id", departmentID}, nil)
}

// ListSchoolDepartments returns a department of a school and all that is beneath it, or all departments
// (获取部门列表). The root has the ID 1.
//
// The app must be one that may read the school's contacts, or that parents can use, here and wherever they
// are read.
//
// API: GET /cgi-bin/school/department/list
// Doc: https://developer.work.weixin.qq.com/document/path/92343
func (c *Client) ListSchoolDepartments(ctx context.Context, req *ListSchoolDepartmentsRequest) ([]*SchoolDepartment, error) {
	var resp listSchoolDepartmentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/department/list", req, &resp)
	return resp.Departments, err
}

type listSchoolDepartmentsResponse struct {
	Departments []*SchoolDepartment `json:"departments"`
}

// ListSchoolDepartmentsRequest says where to begin.
type ListSchoolDepartmentsRequest struct {
	ID int64 `json:"id,omitzero"` // all departments if 0
}

// SchoolDepartment is a class, grade, stage or campus of a school, or the school itself.
type SchoolDepartment struct {
	ID               int64                   `json:"id"`
	Name             string                  `json:"name"`
	Type             SchoolDepartmentType    `json:"type"`
	ParentID         int64                   `json:"parentid"`       // 0 of the root
	StandardGrade    int64                   `json:"standard_grade"` // of a standard grade
	RegisterYear     int64                   `json:"register_year"`  // of a standard grade: when it entered
	Order            int64                   `json:"order"`          // the larger, the further in front; only if it was set by the API
	DepartmentAdmins []SchoolDepartmentAdmin `json:"department_admins"`
	IsGraduated      IntBool                 `json:"is_graduated"`    // of a grade
	OpenGroupChat    IntBool                 `json:"open_group_chat"` // of a class: whether it has a group chat (班级群)
	GroupChatID      string                  `json:"group_chat_id"`   // of that chat, for [Client.GetGroupChat]
}

// SchoolDepartmentAdmin is somebody in charge of a department, or who teaches a class.
type SchoolDepartmentAdmin struct {
	UserID  string                    `json:"userid"`
	Type    SchoolDepartmentAdminType `json:"type"`
	Subject string                    `json:"subject"` // of a teacher
}

// UpdateSchoolDepartment changes the fields of a department that req sets (更新部门).
//
// The errcodes are those of [Client.CreateSchoolDepartment]; [CodeDepartmentNotFound] says that there is no
// such department.
//
// API: POST /cgi-bin/school/department/update
// Doc: https://developer.work.weixin.qq.com/document/path/92341
func (c *Client) UpdateSchoolDepartment(ctx context.Context, req *UpdateSchoolDepartmentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/school/department/update", req, nil)
}

// UpdateSchoolDepartmentRequest says what changes in a department. The limits are those of
// [CreateSchoolDepartmentRequest].
type UpdateSchoolDepartmentRequest struct {
	ID               int64                         `json:"id"`
	NewID            *int64                        `json:"new_id,omitzero"`
	Name             *string                       `json:"name,omitzero"` // ignored for a standard grade
	ParentID         *int64                        `json:"parentid,omitzero"`
	StandardGrade    *int64                        `json:"standard_grade,omitzero"` // 0 makes it a grade that is not a standard one
	RegisterYear     *int64                        `json:"register_year,omitzero"`
	Order            *int64                        `json:"order,omitzero"`
	DepartmentAdmins []SchoolDepartmentAdminUpdate `json:"department_admins,omitzero"` // those to set and remove; the others stay
}

// SchoolDepartmentAdminOp says what becomes of somebody in charge of a department.
type SchoolDepartmentAdminOp int64

// What becomes of somebody in charge of a department.
const (
	SchoolDepartmentAdminOpSet    SchoolDepartmentAdminOp = 0 // is added, or changed
	SchoolDepartmentAdminOpRemove SchoolDepartmentAdminOp = 1
)

// SchoolDepartmentAdminUpdate sets or removes somebody in charge of a department.
type SchoolDepartmentAdminUpdate struct {
	Op      SchoolDepartmentAdminOp   `json:"op"`
	UserID  string                    `json:"userid"`
	Type    SchoolDepartmentAdminType `json:"type,omitzero"`
	Subject *string                   `json:"subject,omitzero"`
}

// GetSchoolPaymentResult returns who has paid what the app collects from a class (获取学生付款结果). A
// collection begins in the app's page or mini program, which is told its payment ID. It must be the app's own.
//
// API: POST /cgi-bin/school/get_payment_result
// Doc: https://developer.work.weixin.qq.com/document/path/94470
func (c *Client) GetSchoolPaymentResult(ctx context.Context, paymentID string) (*SchoolPaymentResult, error) {
	return exec(ctx, c, post, "/cgi-bin/school/get_payment_result", param{"payment_id", paymentID}, new(SchoolPaymentResult))
}

// SchoolPaymentResult says who has paid.
type SchoolPaymentResult struct {
	ProjectName   string                  `json:"project_name"` // what is paid for
	Amount        int64                   `json:"amount"`       // in fen
	PaymentResult []*SchoolStudentPayment `json:"payment_result"`
}

// SchoolTradeState says whether somebody has paid.
type SchoolTradeState int64

// Whether somebody has paid.
const (
	SchoolTradeStateUnpaid SchoolTradeState = 0
	SchoolTradeStatePaid   SchoolTradeState = 1
)

// SchoolStudentPayment says whether a student's parents have paid.
type SchoolStudentPayment struct {
	StudentUserID     string           `json:"student_userid"`
	PayerParentUserID string           `json:"payer_parent_userid"` // who paid
	TradeState        SchoolTradeState `json:"trade_state"`
	TradeNo           string           `json:"trade_no"` // of the order, for [Client.GetSchoolTrade]
}

// SchoolTeacherViewMode says which classes teachers can look at.
type SchoolTeacherViewMode int64

// Which classes teachers can look at.
const (
	SchoolTeacherViewModeAll SchoolTeacherViewMode = 1
	SchoolTeacherViewModeOwn SchoolTeacherViewMode = 2 // those that they have to do with
)

// GetSchoolTeacherViewMode returns which classes teachers can look at (获取「老师可查看班级」的模式).
//
// API: GET /cgi-bin/school/get_teacher_view_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92652
func (c *Client) GetSchoolTeacherViewMode(ctx context.Context) (SchoolTeacherViewMode, error) {
	var resp getSchoolTeacherViewModeResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/get_teacher_view_mode", nil, &resp)
	return resp.ViewMode, err
}

type getSchoolTeacherViewModeResponse struct {
	ViewMode SchoolTeacherViewMode `json:"view_mode"`
}

// GetSchoolTrade returns the payment of one student's parents (获取订单详情). The collection must be the app's
// own. Errcode 60243 says that there is no such order.
//
// API: POST /cgi-bin/school/get_trade
// Doc: https://developer.work.weixin.qq.com/document/path/94471
func (c *Client) GetSchoolTrade(ctx context.Context, req *GetSchoolTradeRequest) (*SchoolTrade, error) {
	return exec(ctx, c, post, "/cgi-bin/school/get_trade", req, new(SchoolTrade))
}

// GetSchoolTradeRequest names an order.
type GetSchoolTradeRequest struct {
	PaymentID string `json:"payment_id"` // of the collection
	TradeNo   string `json:"trade_no"`   // of [Client.GetSchoolPaymentResult]
}

// SchoolTrade is a payment.
type SchoolTrade struct {
	TransactionID string    `json:"transaction_id"` // of WeChat Pay
	PayTime       Timestamp `json:"pay_time"`
}

// GetSchoolUserInfo returns which parent or student opened a page of [Client.OAuth2URL] from 学校通知
// (获取家校访问用户身份).
//
// A code works once and for 5 minutes, as in [Client.GetAuthUserInfo]: [CodeInvalidOAuthCode] means that the
// user has to be sent there again.
//
// API: GET /cgi-bin/school/getuserinfo
// Doc: https://developer.work.weixin.qq.com/document/path/95791
func (c *Client) GetSchoolUserInfo(ctx context.Context, code string) (*SchoolUserInfo, error) {
	return exec(ctx, c, get, "/cgi-bin/school/getuserinfo", param{"code", code}, new(SchoolUserInfo))
}

// SchoolUserInfo is who opened a page: a parent or a student.
type SchoolUserInfo struct {
	DeviceID      string `json:"DeviceId"` // of the phone
	ParentUserID  string `json:"parent_userid"`
	StudentUserID string `json:"student_userid"`
}

// SchoolArchSyncMode says what no longer passes between the school's contacts and the tags of classes.
type SchoolArchSyncMode int64

// What no longer passes between the school's contacts and the tags of classes.
const (
	SchoolArchSyncModeNoTagsToContacts SchoolArchSyncMode = 1
	SchoolArchSyncModeNoContactsToTags SchoolArchSyncMode = 2
	SchoolArchSyncModeNone             SchoolArchSyncMode = 3 // neither passes to the other
)

// SetSchoolArchSyncMode stops the school's contacts and the tags of classes from following each other
// (设置家校通讯录自动同步模式). What is stopped cannot be started again. Errcode 65005 says that there is no
// such mode.
//
// API: POST /cgi-bin/school/set_arch_sync_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92345
func (c *Client) SetSchoolArchSyncMode(ctx context.Context, archSyncMode SchoolArchSyncMode) error {
	return c.invoke(ctx, post, "/cgi-bin/school/set_arch_sync_mode", param{"arch_sync_mode", archSyncMode}, nil)
}

// SetSchoolTeacherViewMode changes which classes teachers can look at (设置「老师可查看班级」的模式).
//
// API: POST /cgi-bin/school/set_teacher_view_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92652
func (c *Client) SetSchoolTeacherViewMode(ctx context.Context, viewMode SchoolTeacherViewMode) error {
	return c.invoke(ctx, post, "/cgi-bin/school/set_teacher_view_mode", param{"view_mode", viewMode}, nil)
}

// SetSchoolUpgradeConfig changes whether and when all grades move up each year, and returns when they do so
// the next time, of which only the date counts (修改自动升年级的配置). In a year in which they have moved up
// already that is next year.
//
// API: POST /cgi-bin/school/set_upgrade_info
// Doc: https://developer.work.weixin.qq.com/document/path/92949
func (c *Client) SetSchoolUpgradeConfig(ctx context.Context, req *SetSchoolUpgradeConfigRequest) (Timestamp, error) {
	var resp setSchoolUpgradeConfigResponse
	err := c.invoke(ctx, post, "/cgi-bin/school/set_upgrade_info", req, &resp)
	return resp.NextUpgradeTime, err
}

type setSchoolUpgradeConfigResponse struct {
	NextUpgradeTime Timestamp `json:"next_upgrade_time"`
}

// SchoolUpgradeSwitch says whether grades move up by themselves. Every value but SchoolUpgradeSwitchOn
// means that they do not.
type SchoolUpgradeSwitch int64

// Whether grades move up by themselves.
const (
	SchoolUpgradeSwitchOff SchoolUpgradeSwitch = 0
	SchoolUpgradeSwitchOn  SchoolUpgradeSwitch = 1
)

// SetSchoolUpgradeConfigRequest says whether and when all grades move up each year.
type SetSchoolUpgradeConfigRequest struct {
	UpgradeSwitch SchoolUpgradeSwitch `json:"upgrade_switch"`
	UpgradeTime   Timestamp           `json:"upgrade_time,omitzero"` // only month and day count; January 1 if zero
}

// SchoolChatCreateMode says how the group chats of classes are created.
type SchoolChatCreateMode int64

// How the group chats of classes are created.
const (
	SchoolChatCreateModeAuto   SchoolChatCreateMode = 0
	SchoolChatCreateModeManual SchoolChatCreateMode = 1
)

// GetSchoolChatCreateMode returns how the group chats of classes are created (获取班级群创建方式).
//
// API: GET /cgi-bin/school/get_chat_create_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92430
func (c *Client) GetSchoolChatCreateMode(ctx context.Context) (SchoolChatCreateMode, error) {
	var resp getSchoolChatCreateModeResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/get_chat_create_mode", nil, &resp)
	return resp.CreateMode, err
}

type getSchoolChatCreateModeResponse struct {
	CreateMode SchoolChatCreateMode `json:"create_mode"`
}

// SetSchoolChatCreateMode changes how the group chats of classes are created (设置班级群创建方式).
//
// API: POST /cgi-bin/school/set_chat_create_mode
// Doc: https://developer.work.weixin.qq.com/document/path/92430
func (c *Client) SetSchoolChatCreateMode(ctx context.Context, createMode SchoolChatCreateMode) error {
	return c.invoke(ctx, post, "/cgi-bin/school/set_chat_create_mode", param{"create_mode", createMode}, nil)
}
