package workwx

import (
	"context"
)

// CreateDepartment adds a department to the contacts and returns its id (创建部门). Only the secret of the
// contacts (通讯录同步) may do this.
//
// A corp has at most 30,000 departments, 15 levels deep, and a department at most 30,000 members and
// sub-departments. [CodeDepartmentExists] says that the id, or the name beneath the parent, is taken;
// [CodeParentDepartmentNotFound] and [CodeInvalidParentDepartmentID] that there is no such parent. Create
// a department before its members, not at the same time.
//
// API: POST /cgi-bin/department/create
// Doc: https://developer.work.weixin.qq.com/document/path/90205
func (c *Client) CreateDepartment(ctx context.Context, req *CreateDepartmentRequest) (int64, error) {
	var resp createDepartmentResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/department/create", req, &resp)
	return resp.ID, err
}

type createDepartmentResponse struct {
	ID int64 `json:"id"`
}

// CreateDepartmentRequest is a new department.
type CreateDepartmentRequest struct {
	ID       int64  `json:"id,omitzero"`      // more than 1, of 32 bits; chosen by the platform if 0
	Name     string `json:"name"`             // 1 to 64 characters without \:*?"<>｜, unique beneath the parent
	NameEn   string `json:"name_en,omitzero"` // the English name, shown where the corp has several languages
	ParentID int64  `json:"parentid"`         // 1 for the root
	Order    int64  `json:"order,omitzero"`   // 0 to 2^32-1: the larger, the further in front
}

// UpdateDepartment changes the fields of a department that req sets and leaves the rest as they are
// (更新部门). Only the secret of the contacts may do this.
//
// API: POST /cgi-bin/department/update
// Doc: https://developer.work.weixin.qq.com/document/path/90206
func (c *Client) UpdateDepartment(ctx context.Context, req *UpdateDepartmentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/department/update", req, nil)
}

// UpdateDepartmentRequest names a department and what to change. The limits are those of
// [CreateDepartmentRequest].
type UpdateDepartmentRequest struct {
	ID       int64   `json:"id"`
	Name     *string `json:"name,omitzero"`
	NameEn   *string `json:"name_en,omitzero"`
	ParentID *int64  `json:"parentid,omitzero"` // moves the department; errcode 60010 if that makes a circle
	Order    *int64  `json:"order,omitzero"`
}

// DeleteDepartment removes an empty department (删除部门). Only the secret of the contacts may do this.
//
// [CodeDepartmentHasUsers] and [CodeDepartmentHasSubdepartments] say that it is not empty, errcode 60007
// that it is the root.
//
// API: GET /cgi-bin/department/delete
// Doc: https://developer.work.weixin.qq.com/document/path/90207
func (c *Client) DeleteDepartment(ctx context.Context, departmentID int64) error {
	return c.invoke(ctx, get, "/cgi-bin/department/delete", param{"id", departmentID}, nil)
}

// GetDepartment returns a department (获取单个部门详情). The app must be allowed to see it.
//
// API: GET /cgi-bin/department/get
// Doc: https://developer.work.weixin.qq.com/document/path/95351
func (c *Client) GetDepartment(ctx context.Context, departmentID int64) (*Department, error) {
	var resp getDepartmentResponse
	err := c.invoke(ctx, get, "/cgi-bin/department/get", param{"id", departmentID}, &resp)
	return resp.Department, err
}

type getDepartmentResponse struct {
	Department *Department `json:"department"`
}

// Department is a department of the corp. What the app may not see is empty.
type Department struct {
	ID               int64    `json:"id"`                // 1 is the root
	Name             string   `json:"name"`              // the id for third-party apps
	NameEn           string   `json:"name_en"`           // the English name
	ParentID         int64    `json:"parentid"`          // 1 for the root
	Order            int64    `json:"order"`             // the larger, the further in front
	DepartmentLeader []string `json:"department_leader"` // user ids
}

// ListDepartments returns a department and all that is beneath it, or all departments that the app may see
// (获取部门列表). The platform answers it slowly: [Client.ListSimpleDepartments] and
// [Client.GetDepartment] are preferred in a large corp.
//
// The secret of the contacts is refused with [CodeContactSyncIPNotAllowed] from an address that it has
// used only since August 15, 2022; use [Client.ListSimpleDepartments] there.
//
// API: GET /cgi-bin/department/list
// Doc: https://developer.work.weixin.qq.com/document/path/90208
func (c *Client) ListDepartments(ctx context.Context, req *ListDepartmentsRequest) ([]*Department, error) {
	var resp listDepartmentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/department/list", req, &resp)
	return resp.Department, err
}

type listDepartmentsResponse struct {
	Department []*Department `json:"department"`
}

// ListDepartmentsRequest says where to begin.
type ListDepartmentsRequest struct {
	ID int64 `json:"id,omitzero"` // all that the app may see if 0
}

// ListSimpleDepartments returns the ids of a department and of all that is beneath it, or of all
// departments that the app may see (获取子部门ID列表).
//
// API: GET /cgi-bin/department/simplelist
// Doc: https://developer.work.weixin.qq.com/document/path/95350
func (c *Client) ListSimpleDepartments(ctx context.Context, req *ListSimpleDepartmentsRequest) ([]*SimpleDepartment, error) {
	var resp listSimpleDepartmentsResponse
	err := c.invoke(ctx, get, "/cgi-bin/department/simplelist", req, &resp)
	return resp.DepartmentID, err
}

type listSimpleDepartmentsResponse struct {
	DepartmentID []*SimpleDepartment `json:"department_id"`
}

// ListSimpleDepartmentsRequest says where to begin.
type ListSimpleDepartmentsRequest struct {
	ID int64 `json:"id,omitzero"` // all that the app may see if 0
}

// SimpleDepartment is the place of a department among the others.
type SimpleDepartment struct {
	ID       int64 `json:"id"`
	ParentID int64 `json:"parentid"`
	Order    int64 `json:"order"` // the larger, the further in front
}
