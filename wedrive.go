package workwx

import (
	"context"
	"iter"
)

// DriveMemberType says whether a permission is a member's or a department's.
type DriveMemberType int64

// Whose a permission is.
const (
	DriveMemberTypeUser       DriveMemberType = 1
	DriveMemberTypeDepartment DriveMemberType = 2
)

// DrivePermission is what somebody may do with a file or with the files of a space.
type DrivePermission int64

// What somebody may do.
const (
	DrivePermissionDownload       DrivePermission = 1   // view and download, 仅下载
	DrivePermissionEdit           DrivePermission = 2   // 可编辑; offered by the invitation link of a space
	DrivePermissionPreview        DrivePermission = 4   // view without downloading, 仅预览; only corps with the professional edition can set it
	DrivePermissionUploadDownload DrivePermission = 5   // 可上传下载; offered by the invitation link of a space
	DrivePermissionSpaceAdmin     DrivePermission = 7   // administer the space, 应用空间管理员; at most 3 members, no departments
	DrivePermissionCustom         DrivePermission = 200 // 自定义权限; offered by the invitation link of a space
	DrivePermissionNone           DrivePermission = 255 // nothing, or nothing without approval
)

// DriveMember is a member or department, and what it may do with a file or space.
type DriveMember struct {
	Type         DriveMemberType `json:"type"`
	UserID       string          `json:"userid,omitzero"`       // of a member
	DepartmentID int64           `json:"departmentid,omitzero"` // of a department
	Auth         DrivePermission `json:"auth"`
}

// DriveMemberRef names a member or department.
type DriveMemberRef struct {
	Type         DriveMemberType `json:"type"`
	UserID       string          `json:"userid,omitzero"`       // of a member
	DepartmentID int64           `json:"departmentid,omitzero"` // of a department
}

// AddDriveFileMembers lets members and departments use a file (新增指定人). Of the permissions a file takes
// [DrivePermissionDownload] alone.
//
// The app must be allowed to call the drive API, here and in the methods below: errcode 640017 says that the
// drive's administrators have not opened it, 640018 that they have not allowed changes. Calls are counted by the
// month; [CodeDriveQuotaExceeded] and [CodeFreeDriveQuotaExceeded] say that there are none left.
//
// API: POST /cgi-bin/wedrive/file_acl_add
// Doc: https://developer.work.weixin.qq.com/document/path/93658
func (c *Client) AddDriveFileMembers(ctx context.Context, req *AddDriveFileMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_acl_add", req, nil)
}

// AddDriveFileMembersRequest says who may use which file.
type AddDriveFileMembersRequest struct {
	FileID   string        `json:"fileid"`
	AuthInfo []DriveMember `json:"auth_info"`
}

// RemoveDriveFileMembers takes the use of a file away from members and departments that were given it one by
// one (删除指定人).
//
// API: POST /cgi-bin/wedrive/file_acl_del
// Doc: https://developer.work.weixin.qq.com/document/path/97888
func (c *Client) RemoveDriveFileMembers(ctx context.Context, req *RemoveDriveFileMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_acl_del", req, nil)
}

// RemoveDriveFileMembersRequest says who may no longer use which file.
type RemoveDriveFileMembersRequest struct {
	FileID   string           `json:"fileid"`
	AuthInfo []DriveMemberRef `json:"auth_info"`
}

// DriveFileType is a kind of file.
type DriveFileType int64

// The kinds of files.
const (
	DriveFileTypeFolder      DriveFileType = 1
	DriveFileTypeFile        DriveFileType = 2 // that was uploaded
	DriveFileTypeDocument    DriveFileType = 3 // 微文档(文档)
	DriveFileTypeSpreadsheet DriveFileType = 4 // 微文档(表格)
	DriveFileTypeForm        DriveFileType = 5 // 微文档(收集表)
)

// CreateDriveFile creates a folder or an empty document in a space (新建文件/微文档). Files with content come
// from [Client.UploadDriveFile] and [Client.UploadDriveMedia].
//
// Errcode 640060 says that the space holds as many files as it can.
//
// API: POST /cgi-bin/wedrive/file_create
// Doc: https://developer.work.weixin.qq.com/document/path/97882
func (c *Client) CreateDriveFile(ctx context.Context, req *CreateDriveFileRequest) (*CreateDriveFileResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/wedrive/file_create", req, new(CreateDriveFileResponse))
}

// CreateDriveFileRequest is a new folder or document.
type CreateDriveFileRequest struct {
	SpaceID  string        `json:"spaceid"`
	FatherID string        `json:"fatherid"` // the folder that it goes into; the SpaceID for the top of the space
	FileType DriveFileType `json:"file_type"`
	FileName string        `json:"file_name"`
}

// CreateDriveFileResponse is a folder or document that was created.
type CreateDriveFileResponse struct {
	FileID string `json:"fileid"`
	URL    string `json:"url"` // where to open it, of a document
}

// DeleteDriveFiles deletes files and folders (删除文件).
//
// API: POST /cgi-bin/wedrive/file_delete
// Doc: https://developer.work.weixin.qq.com/document/path/97885
func (c *Client) DeleteDriveFiles(ctx context.Context, req *DeleteDriveFilesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_delete", req, nil)
}

// DeleteDriveFilesRequest names the files to delete.
type DeleteDriveFilesRequest struct {
	FileIDs []string `json:"fileid"`
}

// GetDriveFileDownloadURL returns where a file can be downloaded within the next 2 hours (下载文件). The
// download needs the cookie that comes with the URL; [Client.DownloadDriveFile] does both.
//
// Only files that were uploaded can be downloaded, no folders and documents (errcode 640029).
//
// API: POST /cgi-bin/wedrive/file_download
// Doc: https://developer.work.weixin.qq.com/document/path/97881
func (c *Client) GetDriveFileDownloadURL(ctx context.Context, req *GetDriveFileDownloadURLRequest) (*GetDriveFileDownloadURLResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/file_download", req, new(GetDriveFileDownloadURLResponse))
}

// GetDriveFileDownloadURLRequest names a file, in one of two ways.
type GetDriveFileDownloadURLRequest struct {
	FileID         string `json:"fileid,omitzero"`
	SelectedTicket string `json:"selected_ticket,omitzero"` // instead, the selectedTicket of the JS-SDK, for a file that a member chose
}

// GetDriveFileDownloadURLResponse is where a file can be downloaded.
type GetDriveFileDownloadURLResponse struct {
	DownloadURL string `json:"download_url"` // valid for 2 hours
	CookieName  string `json:"cookie_name"`
	CookieValue Secret `json:"cookie_value"`
}

// GetDriveFile returns what is known of a file or folder (文件信息).
//
// API: POST /cgi-bin/wedrive/file_info
// Doc: https://developer.work.weixin.qq.com/document/path/97886
func (c *Client) GetDriveFile(ctx context.Context, fileID string) (*DriveFile, error) {
	var resp getDriveFileResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/file_info", param{"fileid", fileID}, &resp)
	return resp.FileInfo, err
}

type getDriveFileResponse struct {
	FileInfo *DriveFile `json:"file_info"`
}

// DriveFileStatus says whether a file is there.
type DriveFileStatus int64

// Whether a file is there.
const (
	DriveFileStatusNormal  DriveFileStatus = 1
	DriveFileStatusDeleted DriveFileStatus = 2
)

// DriveFile is a file, folder or document in a space.
type DriveFile struct {
	FileID     string          `json:"fileid"`
	FileName   string          `json:"file_name"`
	SpaceID    string          `json:"spaceid"`
	FatherID   string          `json:"fatherid"`  // the folder that it is in
	FileSize   int64           `json:"file_size"` // in bytes
	FileType   DriveFileType   `json:"file_type"`
	FileStatus DriveFileStatus `json:"file_status"`
	CTime      Timestamp       `json:"ctime"` // when it was created
	MTime      Timestamp       `json:"mtime"` // when it was changed last
	SHA        string          `json:"sha"`   // SHA-1 of the content, hex
	MD5        string          `json:"md5"`   // of the content, hex
	URL        string          `json:"url"`   // where to open it, of a document
}

// DriveSortType is an order of files.
type DriveSortType int64

// The orders of files.
const (
	DriveSortTypeName         DriveSortType = 1
	DriveSortTypeNameDesc     DriveSortType = 2
	DriveSortTypeSize         DriveSortType = 3
	DriveSortTypeSizeDesc     DriveSortType = 4
	DriveSortTypeModified     DriveSortType = 5
	DriveSortTypeModifiedDesc DriveSortType = 6 // the newest first
)

// ListDriveFiles returns a page of the files in a folder, without those in folders below (获取文件列表).
// [Client.AllDriveFiles] reads all pages.
//
// API: POST /cgi-bin/wedrive/file_list
// Doc: https://developer.work.weixin.qq.com/document/path/93657
func (c *Client) ListDriveFiles(ctx context.Context, req *ListDriveFilesRequest) (*ListDriveFilesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/file_list", req, new(ListDriveFilesResponse))
}

// AllDriveFiles ranges over the files in a folder, page by page; see [Client.ListDriveFiles].
func (c *Client) AllDriveFiles(ctx context.Context, req *ListDriveFilesRequest) iter.Seq2[*DriveFile, error] {
	return paginate(ctx, req, c.ListDriveFiles,
		func(q *ListDriveFilesRequest) *int64 { return &q.Start },
		func(p *ListDriveFilesResponse) ([]*DriveFile, int64, bool) {
			return p.FileList.Item, p.NextStart, p.HasMore
		})
}

// ListDriveFilesRequest says which files to list.
type ListDriveFilesRequest struct {
	SpaceID  string        `json:"spaceid"`
	FatherID string        `json:"fatherid"` // the folder; the SpaceID for the top of the space
	SortType DriveSortType `json:"sort_type"`
	Start    int64         `json:"start"` // the NextStart of the previous page; 0 for the first
	Limit    int64         `json:"limit"` // how many at most, up to 1,000
}

// ListDriveFilesResponse is a page of files.
type ListDriveFilesResponse struct {
	FileList  DriveFileList `json:"file_list"`
	HasMore   bool          `json:"has_more"`   // whether another page follows
	NextStart int64         `json:"next_start"` // the Start of the next page
}

// DriveFileList is a list of files.
type DriveFileList struct {
	Item []*DriveFile `json:"item"`
}

// MoveDriveFiles moves files and folders into another folder, and returns them as they are there (移动文件).
//
// API: POST /cgi-bin/wedrive/file_move
// Doc: https://developer.work.weixin.qq.com/document/path/97884
func (c *Client) MoveDriveFiles(ctx context.Context, req *MoveDriveFilesRequest) ([]*DriveFile, error) {
	var resp moveDriveFilesResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/file_move", req, &resp)
	return resp.FileList.Item, err
}

type moveDriveFilesResponse struct {
	FileList DriveFileList `json:"file_list"`
}

// MoveDriveFilesRequest says which files go where.
type MoveDriveFilesRequest struct {
	FatherID string   `json:"fatherid"` // the folder that they go into; the ID of a space for its top
	FileIDs  []string `json:"fileid"`
	Replace  *bool    `json:"replace,omitzero"` // a file of the same name is replaced
}

// RenameDriveFile renames a file or folder and returns it (重命名文件).
//
// API: POST /cgi-bin/wedrive/file_rename
// Doc: https://developer.work.weixin.qq.com/document/path/97883
func (c *Client) RenameDriveFile(ctx context.Context, req *RenameDriveFileRequest) (*DriveFile, error) {
	var resp renameDriveFileResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/file_rename", req, &resp)
	return resp.File, err
}

type renameDriveFileResponse struct {
	File *DriveFile `json:"file"`
}

// RenameDriveFileRequest is the new name of a file.
type RenameDriveFileRequest struct {
	FileID  string `json:"fileid"`
	NewName string `json:"new_name"`
}

// DriveWatermarkMargin is how densely a watermark is set.
type DriveWatermarkMargin int64

// How densely a watermark is set.
const (
	DriveWatermarkMarginSparse DriveWatermarkMargin = 1
	DriveWatermarkMarginDense  DriveWatermarkMargin = 2
)

// SetDriveFileSecurity changes the watermark of a file (修改文件安全设置). What req does not set stays as it is.
// Errcode 640016 says that the watermark cannot be set, which takes an account with the advanced features.
//
// API: POST /cgi-bin/wedrive/file_secure_setting
// Doc: https://developer.work.weixin.qq.com/document/path/97965
func (c *Client) SetDriveFileSecurity(ctx context.Context, req *SetDriveFileSecurityRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_secure_setting", req, nil)
}

// SetDriveFileSecurityRequest says how a file is secured.
type SetDriveFileSecurityRequest struct {
	FileID    string               `json:"fileid"`
	Watermark DriveWatermarkUpdate `json:"watermark,omitzero"`
}

// DriveWatermarkUpdate says what changes in a watermark. All but ShowVisitorName is for documents only.
type DriveWatermarkUpdate struct {
	Text              *string               `json:"text,omitzero"`
	MarginType        *DriveWatermarkMargin `json:"margin_type,omitzero"`
	ShowText          *bool                 `json:"show_text,omitzero"`
	ShowVisitorName   *bool                 `json:"show_visitor_name,omitzero"`    // with the professional edition
	ForceByAdmin      *bool                 `json:"force_by_admin,omitzero"`       // an administrator demands the watermark
	ForceBySpaceAdmin *bool                 `json:"force_by_space_admin,omitzero"` // an administrator of the space demands it
}

// DriveShareScope says who may open a file.
type DriveShareScope int64

// Who may open a file.
const (
	DriveShareScopeMembers      DriveShareScope = 1 // the members that it was given to
	DriveShareScopeCorp         DriveShareScope = 2 // everybody in the corp
	DriveShareScopePublic       DriveShareScope = 3 // others too
	DriveShareScopeCorpByAdmin  DriveShareScope = 4 // everybody in the corp whom an administrator approves; the file must have one
	DriveShareScopeOtherByAdmin DriveShareScope = 5 // others whom an administrator approves; the file must have one
)

// SetDriveFileSharing sets who may open a file by its link (分享设置).
//
// API: POST /cgi-bin/wedrive/file_setting
// Doc: https://developer.work.weixin.qq.com/document/path/97889
func (c *Client) SetDriveFileSharing(ctx context.Context, req *SetDriveFileSharingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_setting", req, nil)
}

// SetDriveFileSharingRequest says who may open a file, and what they may do.
type SetDriveFileSharingRequest struct {
	FileID    string           `json:"fileid"`
	AuthScope DriveShareScope  `json:"auth_scope"`
	Auth      *DrivePermission `json:"auth,omitzero"` // [DrivePermissionDownload] or, not for documents, [DrivePermissionPreview]; as it is if nil
}

// GetDriveFileShareURL returns a link to a file (获取分享链接). Who may open it is set with
// [Client.SetDriveFileSharing].
//
// API: POST /cgi-bin/wedrive/file_share
// Doc: https://developer.work.weixin.qq.com/document/path/97890
func (c *Client) GetDriveFileShareURL(ctx context.Context, fileID string) (string, error) {
	var resp getDriveFileShareURLResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/file_share", param{"fileid", fileID}, &resp)
	return resp.ShareURL, err
}

type getDriveFileShareURLResponse struct {
	ShareURL string `json:"share_url"`
}

// UploadDriveFile uploads a small file in one piece and returns its ID (上传文件). [Client.UploadDriveMedia]
// reads a file of any size and encodes it.
//
// Errcode 640047 says that the file is too large for one piece, 640006 and 640007 that the member or the drive
// has no room left.
//
// API: POST /cgi-bin/wedrive/file_upload
// Doc: https://developer.work.weixin.qq.com/document/path/97880
func (c *Client) UploadDriveFile(ctx context.Context, req *UploadDriveFileRequest) (string, error) {
	var resp uploadDriveFileResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedrive/file_upload", req, &resp)
	return resp.FileID, err
}

type uploadDriveFileResponse struct {
	FileID string `json:"fileid"`
}

// UploadDriveFileRequest is a file to upload. Its place is given by SpaceID and FatherID or by SelectedTicket,
// not by both.
type UploadDriveFileRequest struct {
	SpaceID           string `json:"spaceid,omitzero"`
	FatherID          string `json:"fatherid,omitzero"`        // the folder that it goes into; the SpaceID for the top of the space
	SelectedTicket    string `json:"selected_ticket,omitzero"` // the selectedTicket of the JS-SDK, for a folder that a member chose
	FileName          string `json:"file_name"`
	FileBase64Content string `json:"file_base64_content"` // in standard base64
}

// StartDriveFileUpload begins to upload a file in blocks (分块上传初始化). When the platform has the content
// already, HitExist is set and the file is there at once. Otherwise [Client.UploadDriveFilePart] sends the
// blocks, in any order and several at a time, and [Client.FinishDriveFileUpload] puts them together.
// [Client.UploadDriveMedia] does all of that.
//
// Errcode 640039 says that Size and BlockSHA do not agree.
//
// API: POST /cgi-bin/wedrive/file_upload_init
// Doc: https://developer.work.weixin.qq.com/document/path/98004
func (c *Client) StartDriveFileUpload(ctx context.Context, req *StartDriveFileUploadRequest) (*StartDriveFileUploadResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/wedrive/file_upload_init", req, new(StartDriveFileUploadResponse))
}

// The limits of uploads in blocks, in bytes.
const (
	DriveBlockSize   = 2 << 20  // of each block but the last, which may be smaller
	MaxDriveFileSize = 20 << 30 // of a file
)

// StartDriveFileUploadRequest is a file to upload. Its place is given by SpaceID and FatherID or by
// SelectedTicket, not by both.
type StartDriveFileUploadRequest struct {
	SpaceID        string   `json:"spaceid,omitzero"`
	FatherID       string   `json:"fatherid,omitzero"`        // the folder that it goes into; the SpaceID for the top of the space
	SelectedTicket string   `json:"selected_ticket,omitzero"` // the selectedTicket of the JS-SDK, for a folder that a member chose
	FileName       string   `json:"file_name"`
	Size           int64    `json:"size"`                    // in bytes, at most [MaxDriveFileSize]
	BlockSHA       []string `json:"block_sha"`               // one for each block, in their order; from [DriveBlockDigests]
	SkipPushCard   *bool    `json:"skip_push_card,omitzero"` // do not tell the members with a card in WeCom
}

// StartDriveFileUploadResponse says how to go on.
type StartDriveFileUploadResponse struct {
	HitExist  bool   `json:"hit_exist"`  // the upload is done
	FileID    string `json:"fileid"`     // if HitExist
	UploadKey string `json:"upload_key"` // unless HitExist, for the next calls
}

// UploadDriveFilePart sends one block of a file (分块上传文件). Up to 10 may be under way at a time.
//
// API: POST /cgi-bin/wedrive/file_upload_part
// Doc: https://developer.work.weixin.qq.com/document/path/98004
func (c *Client) UploadDriveFilePart(ctx context.Context, req *UploadDriveFilePartRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/file_upload_part", req, nil)
}

// UploadDriveFilePartRequest is a block of a file.
type UploadDriveFilePartRequest struct {
	UploadKey         string `json:"upload_key"`          // of [Client.StartDriveFileUpload]
	Index             int64  `json:"index"`               // from 1
	FileBase64Content string `json:"file_base64_content"` // of [DriveBlockSize] bytes, in standard base64
}

// FinishDriveFileUpload puts the blocks of a file together and returns the file's ID (分块上传完成). Errcode
// 640048 says that it was done before.
//
// API: POST /cgi-bin/wedrive/file_upload_finish
// Doc: https://developer.work.weixin.qq.com/document/path/98004
func (c *Client) FinishDriveFileUpload(ctx context.Context, uploadKey string) (string, error) {
	var resp finishDriveFileUploadResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedrive/file_upload_finish", param{"upload_key", uploadKey}, &resp)
	return resp.FileID, err
}

type finishDriveFileUploadResponse struct {
	FileID string `json:"fileid"`
}

// GetDriveFilePermission returns who may do what with a file, and how it is secured (获取文件权限信息).
//
// API: POST /cgi-bin/wedrive/get_file_permission
// Doc: https://developer.work.weixin.qq.com/document/path/97962
func (c *Client) GetDriveFilePermission(ctx context.Context, fileID string) (*DriveFilePermission, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/get_file_permission", param{"fileid", fileID}, new(DriveFilePermission))
}

// DriveFilePermission says who may do what with a file.
type DriveFilePermission struct {
	ShareRange        DriveFileShareRange    `json:"share_range"`
	SecureSetting     DriveFileSecureSetting `json:"secure_setting"`
	InheritFatherAuth DriveInheritedAuth     `json:"inherit_father_auth"`
	FileMemberList    []DriveMember          `json:"file_member_list"` // of a document, the members of its folder and those that it was given to
	CoAuthList        []DriveMember          `json:"co_auth_list"`     // departments that the file was shared with
	Watermark         DriveWatermark         `json:"watermark"`
}

// DriveFileShareRange says who may open a file by its link.
type DriveFileShareRange struct {
	EnableCorpInternal             bool            `json:"enable_corp_internal"`                // members of the corp may
	CorpInternalAuth               DrivePermission `json:"corp_internal_auth"`                  // what they may do then
	CorpInternalApproveOnlyByAdmin bool            `json:"corp_internal_approve_only_by_admin"` // they need the consent of an administrator
	EnableCorpExternal             bool            `json:"enable_corp_external"`                // others may
	CorpExternalAuth               DrivePermission `json:"corp_external_auth"`                  // what they may do then
	CorpExternalApproveOnlyByAdmin bool            `json:"corp_external_approve_only_by_admin"` // they need the consent of an administrator
}

// DriveFileSecureSetting says how a file is secured.
type DriveFileSecureSetting struct {
	EnableReadonlyCopy    bool `json:"enable_readonly_copy"`    // whoever may only read it may copy it
	ModifyOnlyByAdmin     bool `json:"modify_only_by_admin"`    // administrators alone may change it
	EnableReadonlyComment bool `json:"enable_readonly_comment"` // whoever may only read it may comment
	BanShareExternal      bool `json:"ban_share_external"`      // it cannot be shared outside the corp
}

// DriveInheritedAuth says what a file inherits from the folder that it is in.
type DriveInheritedAuth struct {
	Inherit  bool          `json:"inherit"` // whether it does
	AuthList []DriveMember `json:"auth_list"`
}

// DriveWatermark is the watermark of a file.
type DriveWatermark struct {
	Text              string               `json:"text"`
	MarginType        DriveWatermarkMargin `json:"margin_type"`
	ShowText          bool                 `json:"show_text"`
	ShowVisitorName   bool                 `json:"show_visitor_name"`
	ForceByAdmin      bool                 `json:"force_by_admin"`       // an administrator demands the watermark
	ForceBySpaceAdmin bool                 `json:"force_by_space_admin"` // an administrator of the space demands it
}

// GetDriveCapacity returns how much the corp's drive holds (获取盘容量信息).
//
// API: POST /cgi-bin/wedrive/mng_capacity
// Doc: https://developer.work.weixin.qq.com/document/path/95861
func (c *Client) GetDriveCapacity(ctx context.Context) (*DriveCapacity, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/mng_capacity", nil, new(DriveCapacity))
}

// DriveCapacity is how much a drive holds, in bytes. Third-party apps are not told what is left.
type DriveCapacity struct {
	TotalCapacityForAll int64 `json:"total_capacity_for_all"` // for everybody
	TotalCapacityForVIP int64 `json:"total_capacity_for_vip"` // for members with the advanced features
	RestCapacityForAll  int64 `json:"rest_capacity_for_all"`  // what is left of it
	RestCapacityForVIP  int64 `json:"rest_capacity_for_vip"`
}

// GetDriveProInfo returns whether the corp has the drive's professional edition, how long, and for how many
// (获取盘专业版信息). req may be nil.
//
// API: POST /cgi-bin/wedrive/mng_pro_info
// Doc: https://developer.work.weixin.qq.com/document/path/95861
func (c *Client) GetDriveProInfo(ctx context.Context, req *GetDriveProInfoRequest) (*GetDriveProInfoResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/mng_pro_info", req, new(GetDriveProInfoResponse))
}

// GetDriveProInfoRequest says who asks.
type GetDriveProInfoRequest struct {
	UserID string `json:"userid,omitzero"` // which the platform no longer documents
}

// GetDriveProInfoResponse is what the corp bought of the drive.
type GetDriveProInfoResponse struct {
	IsPro           bool      `json:"is_pro"`             // it has the professional edition
	TotalVIPAcctNum int64     `json:"total_vip_acct_num"` // how many members can have the advanced features
	UseVIPAcctNum   int64     `json:"use_vip_acct_num"`   // how many have
	ProExpireTime   Timestamp `json:"pro_expire_time"`
}

// GetDriveSpaceV2 returns a space, its members and how it is secured (获取空间信息). [Client.GetDriveSpace] is
// the older call, which says nothing of security.
//
// API: POST /cgi-bin/wedrive/new_space_info
// Doc: https://developer.work.weixin.qq.com/document/path/97950
func (c *Client) GetDriveSpaceV2(ctx context.Context, spaceID string) (*DriveSpaceV2, error) {
	var resp getDriveSpaceV2Response
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/new_space_info", param{"spaceid", spaceID}, &resp)
	return resp.SpaceInfo, err
}

type getDriveSpaceV2Response struct {
	SpaceInfo *DriveSpaceV2 `json:"space_info"`
}

// DriveSpaceType is a kind of space.
type DriveSpaceType int64

// The one kind of space.
const (
	DriveSpaceTypeNormal DriveSpaceType = 0
)

// DriveSpaceV2 is a space with all that is known of it.
type DriveSpaceV2 struct {
	SpaceID       string                  `json:"spaceid"`
	SpaceName     string                  `json:"space_name"`
	AuthList      DriveSpaceAuth          `json:"auth_list"`
	SpaceSubType  DriveSpaceType          `json:"space_sub_type"`
	SecureSetting DriveSpaceSecureSetting `json:"secure_setting"`
}

// DriveSpaceAuth says who may use a space.
type DriveSpaceAuth struct {
	AuthInfo   []DriveMember `json:"auth_info"`
	QuitUserID []string      `json:"quit_userid"` // members who left or were removed though their department may use it
}

// DriveFileScope says who sees the files of a space by default.
type DriveFileScope int64

// Who sees the files of a space by default.
const (
	DriveFileScopeMembers DriveFileScope = 1 // the space's members
	DriveFileScopeCorp    DriveFileScope = 2 // everybody in the corp
)

// DriveSpaceSecureSetting says how a space is secured.
type DriveSpaceSecureSetting struct {
	EnableWatermark              bool            `json:"enable_watermark"`
	EnableConfidentialMode       bool            `json:"enable_confidential_mode"`          // 保密模式
	ShareURLNoApprove            bool            `json:"share_url_no_approve"`              // the invitation link lets people in without approval
	ShareURLNoApproveDefaultAuth DrivePermission `json:"share_url_no_approve_default_auth"` // what they may do then
	DefaultFileScope             DriveFileScope  `json:"default_file_scope"`
	BanShareExternal             bool            `json:"ban_share_external"` // files cannot be shared outside the corp
}

// AddDriveSpaceMembers adds members and departments to a space (添加成员/部门). Errcode 640010 says that it has
// as many as it can, 640053 that it has 3 administrators.
//
// API: POST /cgi-bin/wedrive/space_acl_add
// Doc: https://developer.work.weixin.qq.com/document/path/93656
func (c *Client) AddDriveSpaceMembers(ctx context.Context, req *AddDriveSpaceMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/space_acl_add", req, nil)
}

// AddDriveSpaceMembersRequest says who may use which space.
type AddDriveSpaceMembersRequest struct {
	SpaceID  string        `json:"spaceid"`
	AuthInfo []DriveMember `json:"auth_info"`
}

// RemoveDriveSpaceMembers removes members and departments from a space (移除成员/部门).
//
// API: POST /cgi-bin/wedrive/space_acl_del
// Doc: https://developer.work.weixin.qq.com/document/path/97875
func (c *Client) RemoveDriveSpaceMembers(ctx context.Context, req *RemoveDriveSpaceMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/space_acl_del", req, nil)
}

// RemoveDriveSpaceMembersRequest says who may no longer use which space.
type RemoveDriveSpaceMembersRequest struct {
	SpaceID  string           `json:"spaceid"`
	AuthInfo []DriveMemberRef `json:"auth_info"`
}

// CreateDriveSpace creates a space and returns its ID (新建空间). It is the app's. Errcode 640032 says that the
// corp's administrators do not let it create spaces.
//
// API: POST /cgi-bin/wedrive/space_create
// Doc: https://developer.work.weixin.qq.com/document/path/93655
func (c *Client) CreateDriveSpace(ctx context.Context, req *CreateDriveSpaceRequest) (string, error) {
	var resp createDriveSpaceResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedrive/space_create", req, &resp)
	return resp.SpaceID, err
}

type createDriveSpaceResponse struct {
	SpaceID string `json:"spaceid"`
}

// CreateDriveSpaceRequest is a new space.
type CreateDriveSpaceRequest struct {
	SpaceName    string         `json:"space_name"`
	AuthInfo     []DriveMember  `json:"auth_info,omitzero"` // who may use it
	SpaceSubType DriveSpaceType `json:"space_sub_type,omitzero"`
}

// DeleteDriveSpace deletes a space with all that is in it (解散空间).
//
// API: POST /cgi-bin/wedrive/space_dismiss
// Doc: https://developer.work.weixin.qq.com/document/path/97857
func (c *Client) DeleteDriveSpace(ctx context.Context, spaceID string) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/space_dismiss", param{"spaceid", spaceID}, nil)
}

// GetDriveSpace returns a space and its members (获取空间信息). [Client.GetDriveSpaceV2] tells more.
//
// API: POST /cgi-bin/wedrive/space_info
// Doc: https://developer.work.weixin.qq.com/document/path/97858
func (c *Client) GetDriveSpace(ctx context.Context, spaceID string) (*DriveSpace, error) {
	var resp getDriveSpaceResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/space_info", param{"spaceid", spaceID}, &resp)
	return resp.SpaceInfo, err
}

type getDriveSpaceResponse struct {
	SpaceInfo *DriveSpace `json:"space_info"`
}

// DriveSpace is a space.
type DriveSpace struct {
	SpaceID      string         `json:"spaceid"`
	SpaceName    string         `json:"space_name"`
	AuthList     DriveSpaceAuth `json:"auth_list"`
	SpaceSubType DriveSpaceType `json:"space_sub_type"`
}

// RenameDriveSpace renames a space (重命名空间).
//
// API: POST /cgi-bin/wedrive/space_rename
// Doc: https://developer.work.weixin.qq.com/document/path/97856
func (c *Client) RenameDriveSpace(ctx context.Context, req *RenameDriveSpaceRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/space_rename", req, nil)
}

// RenameDriveSpaceRequest is the new name of a space.
type RenameDriveSpaceRequest struct {
	SpaceID   string `json:"spaceid"`
	SpaceName string `json:"space_name"`
}

// SetDriveSpaceSecurity changes how a space is secured (权限管理). What req does not set stays as it is.
//
// API: POST /cgi-bin/wedrive/space_setting
// Doc: https://developer.work.weixin.qq.com/document/path/97876
func (c *Client) SetDriveSpaceSecurity(ctx context.Context, req *SetDriveSpaceSecurityRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedrive/space_setting", req, nil)
}

// SetDriveSpaceSecurityRequest says what changes in how a space is secured.
type SetDriveSpaceSecurityRequest struct {
	SpaceID                      string           `json:"spaceid"`
	EnableWatermark              *bool            `json:"enable_watermark,omitzero"`                  // with the professional edition
	EnableConfidentialMode       *bool            `json:"enable_confidential_mode,omitzero"`          // 保密模式
	ShareURLNoApprove            *bool            `json:"share_url_no_approve,omitzero"`              // the invitation link lets people in without approval
	ShareURLNoApproveDefaultAuth *DrivePermission `json:"share_url_no_approve_default_auth,omitzero"` // what they may do then
	DefaultFileScope             *DriveFileScope  `json:"default_file_scope,omitzero"`
	BanShareExternal             *bool            `json:"ban_share_external,omitzero"` // files cannot be shared outside the corp
}

// GetDriveSpaceShareURL returns a link that invites to a space (获取邀请链接). Errcode 640028 says that the
// space invites nobody in this way.
//
// API: POST /cgi-bin/wedrive/space_share
// Doc: https://developer.work.weixin.qq.com/document/path/97877
func (c *Client) GetDriveSpaceShareURL(ctx context.Context, spaceID string) (string, error) {
	var resp getDriveSpaceShareURLResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedrive/space_share", param{"spaceid", spaceID}, &resp)
	return resp.SpaceShareURL, err
}

type getDriveSpaceShareURLResponse struct {
	SpaceShareURL string `json:"space_share_url"`
}

// AddDriveVIPs gives members the advanced features of the drive (分配高级功能账号). Whom they could not be given
// to is in the response. Errcode 770001 says that too few are left, 770003 that the whole corp has them.
//
// API: POST /cgi-bin/wedrive/vip/batch_add
// Doc: https://developer.work.weixin.qq.com/document/path/99512
func (c *Client) AddDriveVIPs(ctx context.Context, req *AddDriveVIPsRequest) (*AddDriveVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/vip/batch_add", req, new(AddDriveVIPsResponse))
}

// AddDriveVIPsRequest names the members who get the advanced features.
type AddDriveVIPsRequest struct {
	UserIDList []string `json:"userid_list"`
}

// AddDriveVIPsResponse says who got the advanced features.
type AddDriveVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"`
	FailUserIDList []string `json:"fail_userid_list"`
}

// RemoveDriveVIPs takes the advanced features of the drive away from members (取消高级功能账号). From whom they
// could not be taken is in the response.
//
// API: POST /cgi-bin/wedrive/vip/batch_del
// Doc: https://developer.work.weixin.qq.com/document/path/99513
func (c *Client) RemoveDriveVIPs(ctx context.Context, req *RemoveDriveVIPsRequest) (*RemoveDriveVIPsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/vip/batch_del", req, new(RemoveDriveVIPsResponse))
}

// RemoveDriveVIPsRequest names the members who lose the advanced features.
type RemoveDriveVIPsRequest struct {
	UserIDList []string `json:"userid_list"`
}

// RemoveDriveVIPsResponse says who lost the advanced features.
type RemoveDriveVIPsResponse struct {
	SuccUserIDList []string `json:"succ_userid_list"`
	FailUserIDList []string `json:"fail_userid_list"`
}

// ListDriveVIPUserIDs returns a page of the user IDs of the members who have the advanced features of the drive
// (获取高级功能账号列表). [Client.AllDriveVIPUserIDs] reads all pages. req may be nil.
//
// API: POST /cgi-bin/wedrive/vip/list
// Doc: https://developer.work.weixin.qq.com/document/path/99514
func (c *Client) ListDriveVIPUserIDs(ctx context.Context, req *ListDriveVIPUserIDsRequest) (*ListDriveVIPUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedrive/vip/list", req, new(ListDriveVIPUserIDsResponse))
}

// AllDriveVIPUserIDs ranges over the user IDs of the members who have the advanced features of the drive, page
// by page; see [Client.ListDriveVIPUserIDs].
func (c *Client) AllDriveVIPUserIDs(ctx context.Context, req *ListDriveVIPUserIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListDriveVIPUserIDs,
		func(q *ListDriveVIPUserIDsRequest) *string { return &q.Cursor },
		func(p *ListDriveVIPUserIDsResponse) ([]string, string, bool) {
			return p.UserIDList, p.NextCursor, p.HasMore
		})
}

// ListDriveVIPUserIDsRequest says which page to read.
type ListDriveVIPUserIDsRequest struct {
	Limit  int64  `json:"limit,omitzero"`  // how many at most
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the previous page
}

// ListDriveVIPUserIDsResponse is a page of user IDs.
type ListDriveVIPUserIDsResponse struct {
	UserIDList []string `json:"userid_list"`
	HasMore    bool     `json:"has_more"` // whether another page follows
	NextCursor string   `json:"next_cursor"`
}
