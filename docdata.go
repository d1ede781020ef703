package workwx

import (
	"context"
	"iter"
)

// ListDocDataAuthUsers returns a page of the members whose documents are archived (获取文件内容存档授权成员列表).
//
// API: POST /cgi-bin/docdata/get_auth_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/101873
func (c *Client) ListDocDataAuthUsers(ctx context.Context, req *ListDocDataAuthUsersRequest) (*ListDocDataAuthUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/docdata/get_auth_user_list", req, new(ListDocDataAuthUsersResponse))
}

// AllDocDataAuthUsers ranges over the members whose documents are archived; see
// [Client.ListDocDataAuthUsers].
func (c *Client) AllDocDataAuthUsers(ctx context.Context, req *ListDocDataAuthUsersRequest) iter.Seq2[*DocDataAuthUser, error] {
	return paginate(ctx, req, c.ListDocDataAuthUsers,
		func(q *ListDocDataAuthUsersRequest) *string { return &q.Cursor },
		func(p *ListDocDataAuthUsersResponse) ([]*DocDataAuthUser, string, bool) {
			return p.AuthUserList, p.NextCursor, bool(p.HasMore)
		})
}

// ListDocDataAuthUsersRequest says which page to return.
type ListDocDataAuthUsersRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`
}

// ListDocDataAuthUsersResponse is a page of members.
type ListDocDataAuthUsersResponse struct {
	AuthUserList []*DocDataAuthUser `json:"auth_user_list"`
	NextCursor   string             `json:"next_cursor"`
	HasMore      IntBool            `json:"has_more"`
}

// DocDataAuthUser is a member whose documents are archived.
type DocDataAuthUser struct {
	UserID string `json:"userid"`
}

// GetDocDataAuth returns for whom and until when documents are archived (获取文档存档授权信息).
//
// API: POST /cgi-bin/docdata/get_auth_info
// Doc: https://developer.work.weixin.qq.com/document/path/101488
func (c *Client) GetDocDataAuth(ctx context.Context) (*DocDataAuth, error) {
	return exec(ctx, c, post, "/cgi-bin/docdata/get_auth_info", nil, new(DocDataAuth))
}

// DocDataAuthStatus is the state of the archive of documents.
type DocDataAuthStatus int64

// The states of the archive of documents.
const (
	DocDataAuthStatusTrial      DocDataAuthStatus = 1 // 试用中
	DocDataAuthStatusTrialEnded DocDataAuthStatus = 2 // 试用结束
)

// DocDataAuth says for whom and until when documents are archived.
type DocDataAuth struct {
	Status        DocDataAuthStatus `json:"status"`
	AuthScope     DocDataScope      `json:"auth_scope"`
	BeginTime     Timestamp         `json:"begin_time"`
	EndTime       Timestamp         `json:"end_time"`
	AuthUserCount int64             `json:"auth_user_count"` // how many members that is
}

// DocDataScope is a set of members.
type DocDataScope struct {
	UserIDList       []string `json:"userid_list"`
	DepartmentIDList []int64  `json:"department_id_list"`
	TagIDList        []int64  `json:"tag_id_list"`
}
