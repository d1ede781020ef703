package workwx

import (
	"context"
	"time"
)

// SubmitSimpleUserExportJob starts to write the ids and names of all members that the app may see into
// files, and returns the id of the job (导出成员). [Client.WaitExportJob] waits for it. The files hold what
// [Client.ListSimpleUsers] returns, as JSON with the field userlist.
//
// The secret of the contacts (通讯录同步) is refused with [CodeContactSyncIPNotAllowed] from an address that
// it has used only since August 15, 2022.
//
// API: POST /cgi-bin/export/simple_user
// Doc: https://developer.work.weixin.qq.com/document/path/94849
func (c *Client) SubmitSimpleUserExportJob(ctx context.Context, req *SubmitSimpleUserExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/export/simple_user", req, &resp)
	return resp.JobID, err
}

// SubmitSimpleUserExportJobRequest says how the files are written.
type SubmitSimpleUserExportJobRequest struct {
	EncodingAESKey Secret `json:"encoding_aeskey"`     // of your choice, see [ExportFile]: 43 letters and digits
	BlockSize      int64  `json:"block_size,omitzero"` // entries of a file, 10,000 to 1,000,000, the latter if 0
}

// SubmitUserExportJob starts to write all members that the app may see into files, and returns the id of
// the job (导出成员详情). [Client.WaitExportJob] waits for it. The files hold what [Client.ListUsers]
// returns, as JSON with the field userlist.
//
// The secret of the contacts is refused with [CodeContactSyncIPNotAllowed] from an address that it has
// used only since August 15, 2022.
//
// API: POST /cgi-bin/export/user
// Doc: https://developer.work.weixin.qq.com/document/path/94851
func (c *Client) SubmitUserExportJob(ctx context.Context, req *SubmitUserExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/export/user", req, &resp)
	return resp.JobID, err
}

// SubmitUserExportJobRequest says how the files are written.
type SubmitUserExportJobRequest struct {
	EncodingAESKey Secret `json:"encoding_aeskey"`     // of your choice, see [ExportFile]: 43 letters and digits
	BlockSize      int64  `json:"block_size,omitzero"` // entries of a file, 10,000 to 1,000,000, the latter if 0
}

// SubmitDepartmentExportJob starts to write all departments that the app may see into files, and returns
// the id of the job (导出部门). [Client.WaitExportJob] waits for it. The files hold what
// [Client.ListDepartments] returns, as JSON with the field department.
//
// API: POST /cgi-bin/export/department
// Doc: https://developer.work.weixin.qq.com/document/path/94852
func (c *Client) SubmitDepartmentExportJob(ctx context.Context, req *SubmitDepartmentExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/export/department", req, &resp)
	return resp.JobID, err
}

// SubmitDepartmentExportJobRequest says how the files are written.
type SubmitDepartmentExportJobRequest struct {
	EncodingAESKey Secret `json:"encoding_aeskey"`     // of your choice, see [ExportFile]: 43 letters and digits
	BlockSize      int64  `json:"block_size,omitzero"` // entries of a file, 10,000 to 1,000,000, the latter if 0
}

// SubmitTagUserExportJob starts to write the members and departments of a tag into files, and returns the
// id of the job (导出标签成员). [Client.WaitExportJob] waits for it. The files hold what
// [Client.ListTagUsers] returns, as JSON.
//
// API: POST /cgi-bin/export/taguser
// Doc: https://developer.work.weixin.qq.com/document/path/94853
func (c *Client) SubmitTagUserExportJob(ctx context.Context, req *SubmitTagUserExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/export/taguser", req, &resp)
	return resp.JobID, err
}

// SubmitTagUserExportJobRequest names a tag and says how the files are written.
type SubmitTagUserExportJobRequest struct {
	TagID          int64  `json:"tagid"`
	EncodingAESKey Secret `json:"encoding_aeskey"`     // of your choice, see [ExportFile]: 43 letters and digits
	BlockSize      int64  `json:"block_size,omitzero"` // entries of a file, 10,000 to 1,000,000, the latter if 0
}

// GetExportJobResult tells how far an export is, and where its files are (获取导出结果). The app must be the
// one that started the export.
//
// API: GET /cgi-bin/export/get_result
// Doc: https://developer.work.weixin.qq.com/document/path/94854
func (c *Client) GetExportJobResult(ctx context.Context, jobID string) (*ExportJobResult, error) {
	return exec(ctx, c, get, "/cgi-bin/export/get_result", param{"jobid", jobID}, new(ExportJobResult))
}

// ExportJobStatus is how far an export is.
type ExportJobStatus int64

// The states of an export.
const (
	ExportJobQueued  ExportJobStatus = 0
	ExportJobRunning ExportJobStatus = 1
	ExportJobDone    ExportJobStatus = 2
	ExportJobFailed  ExportJobStatus = 3
)

// ExportJobResult is how far an export is and what came of it.
type ExportJobResult struct {
	Status   ExportJobStatus `json:"status"`
	DataList []ExportFile    `json:"data_list"` // once the export is done
}

// ExportFile is a file that an export has written. It is encrypted with AES-256-CBC under the key that
// base64 makes of the request's EncodingAESKey and "=", with the key's first 16 bytes as the IV, and
// padded as in PKCS#7 to a multiple of 32 bytes.
type ExportFile struct {
	URL  string `json:"url"`  // valid for 2 hours; takes requests for ranges
	Size int64  `json:"size"` // of the encrypted file, in bytes
	MD5  string `json:"md5"`  // of the encrypted file
}

// ErrExportFailed says that an export ended without files. The platform does not say why.
const ErrExportFailed = constError("workwx: the export failed")

// WaitExportJob waits until an export has ended, asking every 2 seconds at first and every 15 at last, and
// returns its files. One that failed gives [ErrExportFailed].
func (c *Client) WaitExportJob(ctx context.Context, jobID string) ([]ExportFile, error) {
	r, err := awaitJob(ctx, "/cgi-bin/export/get_result", 2*time.Second, func() (*ExportJobResult, bool, error) {
		r, err := c.GetExportJobResult(ctx, jobID)
		return r, err == nil && r.Status != ExportJobQueued && r.Status != ExportJobRunning, err
	})
	if err != nil {
		return nil, err
	}
	if r.Status == ExportJobFailed {
		return nil, ErrExportFailed
	}
	return r.DataList, nil
}
