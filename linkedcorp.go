package workwx

import (
	"context"
)

// GetLinkedCorpAgentScope returns the members and departments of linked corps that may use the app
// (获取应用的可见范围). Linked corps are those of 互联企业.
//
// API: POST /cgi-bin/linkedcorp/agent/get_perm_list
// Doc: https://developer.work.weixin.qq.com/document/path/93172
func (c *Client) GetLinkedCorpAgentScope(ctx context.Context) (*GetLinkedCorpAgentScopeResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/linkedcorp/agent/get_perm_list", nil, new(GetLinkedCorpAgentScopeResponse))
}

// GetLinkedCorpAgentScopeResponse is who of the linked corps may use the app.
type GetLinkedCorpAgentScopeResponse struct {
	UserIDs       []string `json:"userids"`        // CorpID/UserID
	DepartmentIDs []string `json:"department_ids"` // LinkedID/DepartmentID
}

// ListLinkedCorpDepartments returns the departments beneath one of a linked corp (获取互联企业部门列表).
// departmentID has the form LinkedID/DepartmentID.
//
// API: POST /cgi-bin/linkedcorp/department/list
// Doc: https://developer.work.weixin.qq.com/document/path/93170
func (c *Client) ListLinkedCorpDepartments(ctx context.Context, departmentID string) ([]*LinkedCorpDepartment, error) {
	var resp listLinkedCorpDepartmentsResponse
	err := c.invoke(ctx, post, "/cgi-bin/linkedcorp/department/list", param{"department_id", departmentID}, &resp)
	return resp.DepartmentList, err
}

type listLinkedCorpDepartmentsResponse struct {
	DepartmentList []*LinkedCorpDepartment `json:"department_list"`
}

// LinkedCorpDepartment is a department of a linked corp. Its ids are without the LinkedID.
type LinkedCorpDepartment struct {
	DepartmentID   int64  `json:"department_id"`
	DepartmentName string `json:"department_name"`
	ParentID       int64  `json:"parentid"`
	Order          int64  `json:"order"` // the larger, the further in front
}

// GetLinkedCorpUser returns a member of a linked corp (获取互联企业成员详细信息). userID has the form
// CorpID/UserID.
//
// API: POST /cgi-bin/linkedcorp/user/get
// Doc: https://developer.work.weixin.qq.com/document/path/93171
func (c *Client) GetLinkedCorpUser(ctx context.Context, userID string) (*LinkedCorpUser, error) {
	var resp getLinkedCorpUserResponse
	err := c.invoke(ctx, post, "/cgi-bin/linkedcorp/user/get", param{"userid", userID}, &resp)
	return resp.UserInfo, err
}

type getLinkedCorpUserResponse struct {
	UserInfo *LinkedCorpUser `json:"user_info"`
}

// LinkedCorpUser is a member of a linked corp. What the corps have not agreed to share is empty.
type LinkedCorpUser struct {
	CorpID     string   `json:"corpid"`
	UserID     string   `json:"userid"` // without the CorpID
	Name       string   `json:"name"`
	Mobile     string   `json:"mobile"`
	Telephone  string   `json:"telephone"`
	Email      string   `json:"email"`
	Position   string   `json:"position"`   // the job title
	Department []string `json:"department"` // LinkedID/DepartmentID
	ExtAttr    ExtAttr  `json:"extattr"`    // custom attributes
}

// ListLinkedCorpUsers returns the members of a department of a linked corp (获取互联企业部门成员详情).
//
// API: POST /cgi-bin/linkedcorp/user/list
// Doc: https://developer.work.weixin.qq.com/document/path/93169
func (c *Client) ListLinkedCorpUsers(ctx context.Context, req *ListLinkedCorpUsersRequest) ([]*LinkedCorpUser, error) {
	var resp listLinkedCorpUsersResponse
	err := c.invoke(ctx, post, "/cgi-bin/linkedcorp/user/list", req, &resp)
	return resp.UserList, err
}

type listLinkedCorpUsersResponse struct {
	UserList []*LinkedCorpUser `json:"userlist"`
}

// ListLinkedCorpUsersRequest names a department of a linked corp.
type ListLinkedCorpUsersRequest struct {
	DepartmentID string `json:"department_id"`        // LinkedID/DepartmentID
	FetchChild   *bool  `json:"fetch_child,omitzero"` // whether to list sub-departments too
}

// ListSimpleLinkedCorpUsers returns the ids and names of the members of a department of a linked corp
// (获取互联企业部门成员).
//
// API: POST /cgi-bin/linkedcorp/user/simplelist
// Doc: https://developer.work.weixin.qq.com/document/path/93168
func (c *Client) ListSimpleLinkedCorpUsers(ctx context.Context, req *ListSimpleLinkedCorpUsersRequest) ([]*SimpleLinkedCorpUser, error) {
	var resp listSimpleLinkedCorpUsersResponse
	err := c.invoke(ctx, post, "/cgi-bin/linkedcorp/user/simplelist", req, &resp)
	return resp.UserList, err
}

type listSimpleLinkedCorpUsersResponse struct {
	UserList []*SimpleLinkedCorpUser `json:"userlist"`
}

// ListSimpleLinkedCorpUsersRequest names a department of a linked corp.
type ListSimpleLinkedCorpUsersRequest struct {
	DepartmentID string `json:"department_id"`        // LinkedID/DepartmentID
	FetchChild   *bool  `json:"fetch_child,omitzero"` // whether to list sub-departments too
}

// SimpleLinkedCorpUser is a member of a linked corp in brief.
type SimpleLinkedCorpUser struct {
	CorpID     string   `json:"corpid"`
	UserID     string   `json:"userid"` // without the CorpID
	Name       string   `json:"name"`
	Department []string `json:"department"` // LinkedID/DepartmentID
}

// SendLinkedCorpMessage sends a message of an app to members of linked corps and of one's own
// (互联企业消息推送).
//
// Receivers that do not exist or cannot see the app are reported in the response while the others receive
// the message; errcode 81013 says that none was left.
//
// API: POST /cgi-bin/linkedcorp/message/send
// Doc: https://developer.work.weixin.qq.com/document/path/90250
func (c *Client) SendLinkedCorpMessage(ctx context.Context, req *SendLinkedCorpMessageRequest) (*SendLinkedCorpMessageResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/linkedcorp/message/send", req, new(SendLinkedCorpMessageResponse))
}

// SendLinkedCorpMessageRequest is a message, its receivers and how it is sent. One of the contents is set,
// that which MsgType names.
type SendLinkedCorpMessageRequest struct {
	ToUser            []string          `json:"touser,omitzero"`  // CorpID/UserID, or UserID for members of one's own corp; at most 1,000
	ToParty           []string          `json:"toparty,omitzero"` // LinkedID/DepartmentID, or DepartmentID for one's own corp; at most 100
	ToTag             []int64           `json:"totag,omitzero"`   // tags of one's own corp, at most 100
	ToAll             *IntBool          `json:"toall,omitzero"`   // Yes sends to everybody who can see the app, linked corps included
	MsgType           MsgType           `json:"msgtype"`          // a type that has a field here
	Text              MessageText       `json:"text,omitzero"`
	Image             MessageMedia      `json:"image,omitzero"`
	Voice             MessageMedia      `json:"voice,omitzero"`
	Video             MessageVideo      `json:"video,omitzero"`
	File              MessageMedia      `json:"file,omitzero"`
	TextCard          TextCard          `json:"textcard,omitzero"`
	News              News              `json:"news,omitzero"`
	MPNews            MPNews            `json:"mpnews,omitzero"`
	Markdown          MessageMarkdown   `json:"markdown,omitzero"`
	MiniProgramNotice MiniProgramNotice `json:"miniprogram_notice,omitzero"`
	AgentID           int64             `json:"agentid"`       // the app that sends
	Safe              *IntBool          `json:"safe,omitzero"` // Yes forbids receivers to pass the message on
}

// SendLinkedCorpMessageResponse says who did not receive a message.
type SendLinkedCorpMessageResponse struct {
	InvalidUser  []string `json:"invaliduser"`  // CorpID/UserID
	InvalidParty []string `json:"invalidparty"` // LinkedID/DepartmentID
	InvalidTag   []int64  `json:"invalidtag"`
}
