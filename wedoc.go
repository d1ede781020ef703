package workwx

import (
	"context"
	"encoding/base64"
	"iter"
)

// DocType is a kind of document.
type DocType int64

// The kinds of documents.
const (
	DocTypeDocument    DocType = 3  // 文档
	DocTypeSpreadsheet DocType = 4  // 表格
	DocTypeSmartsheet  DocType = 10 // 智能表格
)

// CreateDoc creates an empty document, spreadsheet or smart sheet and returns its ID and URL (新建文档). The
// platform tells the ID this once: keep it. Forms come from [Client.CreateDocForm].
//
// An app of one's own has to be among those that may call the interfaces of documents (可调用应用), a
// third-party app needs the permission for documents (文档); so it is for all methods of documents. To rename,
// delete and share documents and forms, to set permissions and to read answers, an app must have created them.
//
// API: POST /cgi-bin/wedoc/create_doc
// Doc: https://developer.work.weixin.qq.com/document/path/97460
func (c *Client) CreateDoc(ctx context.Context, req *CreateDocRequest) (*CreateDocResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/wedoc/create_doc", req, new(CreateDocResponse))
}

// CreateDocRequest is a document to create.
type CreateDocRequest struct {
	SpaceID    string   `json:"spaceid,omitzero"`  // of the drive; requires FatherID
	FatherID   string   `json:"fatherid,omitzero"` // the folder; the SpaceID for the space's root
	DocType    DocType  `json:"doc_type"`
	DocName    string   `json:"doc_name"` // cut after 255 characters
	AdminUsers []string `json:"admin_users,omitzero"`
}

// CreateDocResponse is a document that was created.
type CreateDocResponse struct {
	DocID string `json:"docid"`
	URL   string `json:"url"`
}

// RenameDoc renames a document or form (重命名文档).
//
// API: POST /cgi-bin/wedoc/rename_doc
// Doc: https://developer.work.weixin.qq.com/document/path/97736
func (c *Client) RenameDoc(ctx context.Context, req *RenameDocRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/rename_doc", req, nil)
}

// RenameDocRequest names a document or a form, one of the two.
type RenameDocRequest struct {
	DocID   string `json:"docid,omitzero"`
	FormID  string `json:"formid,omitzero"`
	NewName string `json:"new_name"` // cut after 255 letters, of which a Chinese character counts 2
}

// DeleteDoc deletes a document or form (删除文档).
//
// API: POST /cgi-bin/wedoc/del_doc
// Doc: https://developer.work.weixin.qq.com/document/path/97735
func (c *Client) DeleteDoc(ctx context.Context, req *DeleteDocRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/del_doc", req, nil)
}

// DeleteDocRequest names a document or a form, one of the two.
type DeleteDocRequest struct {
	DocID  string `json:"docid,omitzero"`
	FormID string `json:"formid,omitzero"`
}

// GetDoc returns the name, kind and times of a document (获取文档基础信息).
//
// API: POST /cgi-bin/wedoc/get_doc_base_info
// Doc: https://developer.work.weixin.qq.com/document/path/97734
func (c *Client) GetDoc(ctx context.Context, docID string) (*Doc, error) {
	var resp getDocResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/get_doc_base_info", param{"docid", docID}, &resp)
	return resp.DocBaseInfo, err
}

type getDocResponse struct {
	DocBaseInfo *Doc `json:"doc_base_info"`
}

// Doc is a document.
type Doc struct {
	DocID      string    `json:"docid"`
	DocType    DocType   `json:"doc_type"`
	DocName    string    `json:"doc_name"`
	CreateTime Timestamp `json:"create_time"`
	ModifyTime Timestamp `json:"modify_time"`
}

// GetDocShareURL returns the link that shares a document or form (分享文档).
//
// API: POST /cgi-bin/wedoc/doc_share
// Doc: https://developer.work.weixin.qq.com/document/path/97733
func (c *Client) GetDocShareURL(ctx context.Context, req *GetDocShareURLRequest) (string, error) {
	var resp getDocShareURLResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/doc_share", req, &resp)
	return resp.ShareURL, err
}

type getDocShareURLResponse struct {
	ShareURL string `json:"share_url"`
}

// GetDocShareURLRequest names a document or a form, one of the two.
type GetDocShareURLRequest struct {
	DocID  string `json:"docid,omitzero"`
	FormID string `json:"formid,omitzero"`
}

// GetDocAuth returns who may read and edit a document, and how it is protected (获取文档权限信息).
//
// API: POST /cgi-bin/wedoc/doc_get_auth
// Doc: https://developer.work.weixin.qq.com/document/path/97733
func (c *Client) GetDocAuth(ctx context.Context, docID string) (*DocAuth, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/doc_get_auth", param{"docid", docID}, new(DocAuth))
}

// DocAuth says who may do what with a document.
type DocAuth struct {
	AccessRule    DocAccessRule    `json:"access_rule"`
	SecureSetting DocSecureSetting `json:"secure_setting"`
	DocMemberList []DocMember      `json:"doc_member_list"` // members and outsiders who are notified
	CoAuthList    []DocMember      `json:"co_auth_list"`    // departments who may open the document
}

// DocAccessRule says who may open a document, and how.
type DocAccessRule struct {
	EnableCorpInternal             bool          `json:"enable_corp_internal"`                // members of the corp may
	CorpInternalAuth               DocPermission `json:"corp_internal_auth"`                  // what a member may do who has opened it
	CorpInternalApproveOnlyByAdmin bool          `json:"corp_internal_approve_only_by_admin"` // a member needs the consent of an administrator
	EnableCorpExternal             bool          `json:"enable_corp_external"`                // others may
	CorpExternalAuth               DocPermission `json:"corp_external_auth"`                  // what others may do who have opened it
	CorpExternalApproveOnlyByAdmin bool          `json:"corp_external_approve_only_by_admin"` // others need the consent of an administrator
	BanShareExternal               bool          `json:"ban_share_external"`                  // the document cannot be shared with others
}

// DocPermission is what somebody may do with a document.
type DocPermission int64

// What somebody may do with a document.
const (
	DocPermissionRead   DocPermission = 1
	DocPermissionWrite  DocPermission = 2 // read and write; of smart sheets only
	DocPermissionManage DocPermission = 7 // as an administrator, of whom there are at most 3
)

// DocSecureSetting is the protection of a document.
type DocSecureSetting struct {
	EnableReadonlyCopy    bool         `json:"enable_readonly_copy"`    // those who may only read may copy, export and print
	EnableReadonlyComment bool         `json:"enable_readonly_comment"` // those who may only read may comment
	Watermark             DocWatermark `json:"watermark"`
}

// DocWatermark is a watermark on a document.
type DocWatermark struct {
	Text            string             `json:"text"`
	MarginType      DocWatermarkMargin `json:"margin_type"`
	ShowText        bool               `json:"show_text"`
	ShowVisitorName bool               `json:"show_visitor_name"` // the name of whoever reads
}

// DocWatermarkMargin is how close watermarks stand.
type DocWatermarkMargin int64

// How close watermarks stand.
const (
	DocWatermarkMarginSparse DocWatermarkMargin = 1
	DocWatermarkMarginDense  DocWatermarkMargin = 2
)

// DocMember is somebody who has a permission for a document: a member, an outsider or a department.
type DocMember struct {
	Type              DocMemberType `json:"type"`
	UserID            string        `json:"userid"`
	TmpExternalUserID string        `json:"tmp_external_userid"` // another in each document; see [Client.ConvertTmpExternalUserIDs]
	DepartmentID      int64         `json:"departmentid"`
	Auth              DocPermission `json:"auth"`
}

// DocMemberType is whom a [DocMember] stands for.
type DocMemberType int64

// Whom a [DocMember] stands for.
const (
	DocMemberTypeUser       DocMemberType = 1 // a member, or an outsider; in lists of who is notified
	DocMemberTypeDepartment DocMemberType = 2 // in lists of who may open the document
)

// UpdateDocJoinRule changes who may open a document, and leaves what req does not set as it is (修改文档查看规则).
//
// API: POST /cgi-bin/wedoc/mod_doc_join_rule
// Doc: https://developer.work.weixin.qq.com/document/path/97733
func (c *Client) UpdateDocJoinRule(ctx context.Context, req *UpdateDocJoinRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/mod_doc_join_rule", req, nil)
}

// UpdateDocJoinRuleRequest says who may open a document. The consent of an administrator can be demanded if
// there is one, and is demanded of those who may not open the document otherwise: of members if
// EnableCorpInternal is false, of others if EnableCorpExternal and BanShareExternal are.
type UpdateDocJoinRuleRequest struct {
	DocID                          string           `json:"docid"`
	EnableCorpInternal             *bool            `json:"enable_corp_internal,omitzero"`
	CorpInternalAuth               *DocPermission   `json:"corp_internal_auth,omitzero"` // DocPermissionRead or DocPermissionWrite
	CorpInternalApproveOnlyByAdmin *bool            `json:"corp_internal_approve_only_by_admin,omitzero"`
	EnableCorpExternal             *bool            `json:"enable_corp_external,omitzero"`
	CorpExternalAuth               *DocPermission   `json:"corp_external_auth,omitzero"` // DocPermissionRead or DocPermissionWrite
	CorpExternalApproveOnlyByAdmin *bool            `json:"corp_external_approve_only_by_admin,omitzero"`
	BanShareExternal               *bool            `json:"ban_share_external,omitzero"`
	UpdateCoAuthList               *bool            `json:"update_co_auth_list,omitzero"` // whether CoAuthList counts
	CoAuthList                     []DocMemberInput `json:"co_auth_list,omitzero"`        // the departments who may open the document, in place of those before
}

// DocMemberInput is somebody to give a permission to, or to take it from: a member, an outsider or a
// department.
type DocMemberInput struct {
	Type              DocMemberType `json:"type"`
	UserID            string        `json:"userid,omitzero"`
	TmpExternalUserID string        `json:"tmp_external_userid,omitzero"`
	DepartmentID      int64         `json:"departmentid,omitzero"`
	Auth              DocPermission `json:"auth,omitzero"` // required except to take it away
}

// UpdateDocMembers adds and removes those who are notified of a document, and changes what they may do with
// it (修改文档通知范围及权限). These are people; departments are named with [Client.UpdateDocJoinRule].
//
// API: POST /cgi-bin/wedoc/mod_doc_member
// Doc: https://developer.work.weixin.qq.com/document/path/97733
func (c *Client) UpdateDocMembers(ctx context.Context, req *UpdateDocMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/mod_doc_member", req, nil)
}

// UpdateDocMembersRequest says who is to be notified.
type UpdateDocMembersRequest struct {
	DocID                string           `json:"docid"`
	UpdateFileMemberList []DocMemberInput `json:"update_file_member_list,omitzero"` // to add or change, at most 100
	DelFileMemberList    []DocMemberInput `json:"del_file_member_list,omitzero"`    // to remove, at most 100
}

// UpdateDocSecurity changes the protection of a document and leaves what req does not set as it is
// (修改文档安全设置).
//
// API: POST /cgi-bin/wedoc/mod_doc_safty_setting
// Doc: https://developer.work.weixin.qq.com/document/path/97782
func (c *Client) UpdateDocSecurity(ctx context.Context, req *UpdateDocSecurityRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/mod_doc_safty_setting", req, nil)
}

// UpdateDocSecurityRequest says what changes in the protection of a document; see [DocSecureSetting].
type UpdateDocSecurityRequest struct {
	DocID                 string             `json:"docid"`
	EnableReadonlyCopy    *bool              `json:"enable_readonly_copy,omitzero"`
	EnableReadonlyComment *bool              `json:"enable_readonly_comment,omitzero"`
	Watermark             DocWatermarkUpdate `json:"watermark,omitzero"`
}

// DocWatermarkUpdate says what changes in a watermark.
type DocWatermarkUpdate struct {
	Text            *string             `json:"text,omitzero"`
	MarginType      *DocWatermarkMargin `json:"margin_type,omitzero"`
	ShowText        *bool               `json:"show_text,omitzero"`
	ShowVisitorName *bool               `json:"show_visitor_name,omitzero"`
}

// UploadDocImage uploads an image for use in a document (上传文档图片). [Client.UploadDocImageContent] encodes it.
//
// API: POST /cgi-bin/wedoc/image_upload
// Doc: https://developer.work.weixin.qq.com/document/path/99933
func (c *Client) UploadDocImage(ctx context.Context, req *UploadDocImageRequest) (*UploadDocImageResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/wedoc/image_upload", req, new(UploadDocImageResponse))
}

// UploadDocImageRequest is an image.
type UploadDocImageRequest struct {
	DocID         string `json:"docid"`
	Base64Content string `json:"base64_content"`
}

// UploadDocImageResponse is an image that was uploaded.
type UploadDocImageResponse struct {
	URL    string `json:"url"`    // the ImageID of [DocInsertImage], the ImageURL of [SmartsheetCellImage]
	Height int64  `json:"height"` // in pixels
	Width  int64  `json:"width"`  // in pixels
	Size   int64  `json:"size"`   // in bytes
}

// UploadDocImageContent uploads an image, given as its bytes, for use in a document. An image without bytes
// is refused with an [ArgumentError].
func (c *Client) UploadDocImageContent(ctx context.Context, docID string, image []byte) (*UploadDocImageResponse, error) {
	if len(image) == 0 {
		return nil, invalid("/cgi-bin/wedoc/image_upload", "image", "it is empty")
	}
	return c.UploadDocImage(ctx, &UploadDocImageRequest{DocID: docID, Base64Content: base64.StdEncoding.EncodeToString(image)})
}

// AddDocVIPs gives members the advanced features of documents (分配高级功能账号). The members must be visible to
// the app. Only an app of one's own may; so it is for RemoveDocVIPs and ListDocVIPUserIDs.
//
// API: POST /cgi-bin/wedoc/vip/batch_add
// Doc: https://developer.work.weixin.qq.com/document/path/99516
func (c *Client) AddDocVIPs(ctx context.Context, req *AddDocVIPsRequest) (*AddDocVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/vip/batch_add", req, new(AddDocVIPsResponse))
}

// AddDocVIPsRequest names members.
type AddDocVIPsRequest struct {
	UserIDList []string `json:"userid_list"` // at most 100
}

// AddDocVIPsResponse says who has the advanced features.
type AddDocVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"` // those who had them before are among them
	FailUserIDList []string `json:"fail_userid_list"`
}

// RemoveDocVIPs takes the advanced features of documents from members (取消高级功能账号).
//
// API: POST /cgi-bin/wedoc/vip/batch_del
// Doc: https://developer.work.weixin.qq.com/document/path/99517
func (c *Client) RemoveDocVIPs(ctx context.Context, req *RemoveDocVIPsRequest) (*RemoveDocVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/vip/batch_del", req, new(RemoveDocVIPsResponse))
}

// RemoveDocVIPsRequest names members.
type RemoveDocVIPsRequest struct {
	UserIDList []string `json:"userid_list"` // at most 100
}

// RemoveDocVIPsResponse says from whom the advanced features were taken.
type RemoveDocVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"`
	FailUserIDList []string `json:"fail_userid_list"`
}

// ListDocVIPUserIDs returns a page of the visible members who have the advanced features of documents
// (获取高级功能账号列表).
//
// API: POST /cgi-bin/wedoc/vip/list
// Doc: https://developer.work.weixin.qq.com/document/path/99518
func (c *Client) ListDocVIPUserIDs(ctx context.Context, req *ListDocVIPUserIDsRequest) (*ListDocVIPUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/vip/list", req, new(ListDocVIPUserIDsResponse))
}

// AllDocVIPUserIDs ranges over the members who have the advanced features of documents; see
// [Client.ListDocVIPUserIDs].
func (c *Client) AllDocVIPUserIDs(ctx context.Context, req *ListDocVIPUserIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListDocVIPUserIDs,
		func(q *ListDocVIPUserIDsRequest) *string { return &q.Cursor },
		func(p *ListDocVIPUserIDsResponse) ([]string, string, bool) {
			return p.UserIDList, p.NextCursor, p.HasMore
		})
}

// ListDocVIPUserIDsRequest says which page to return.
type ListDocVIPUserIDsRequest struct {
	Limit  int64  `json:"limit,omitzero"`  // 1 to 200, 100 by default; a page may have fewer
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListDocVIPUserIDsResponse is a page of members. It may be shorter than asked for though there is more.
type ListDocVIPUserIDsResponse struct {
	UserIDList []string `json:"userid_list"`
	HasMore    bool     `json:"has_more"`
	NextCursor string   `json:"next_cursor"`
}
