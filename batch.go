package workwx

import (
	"context"
	"time"
)

// SubmitUserSyncJob starts to add and update the members that a CSV file lists, and returns the id of the
// job (增量更新成员). [Client.WaitBatchJob] waits for it. Members that the file does not list stay as they
// are, and so do the fields that it has no column for.
//
// The file is uploaded with [Client.UploadTempFileMedia] and has the form of the administrator's import
// template. Only the secret of the contacts (通讯录同步) may do this, one job at a time: another one gives
// [CodeImportRunning].
//
// API: POST /cgi-bin/batch/syncuser
// Doc: https://developer.work.weixin.qq.com/document/path/90980
func (c *Client) SubmitUserSyncJob(ctx context.Context, req *SubmitUserSyncJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/batch/syncuser", req, &resp)
	return resp.JobID, err
}

type jobIDResponse struct {
	JobID string `json:"jobid"`
}

// SubmitUserSyncJobRequest names the file with the members to add and update.
type SubmitUserSyncJobRequest struct {
	MediaID  string           `json:"media_id"`           // of the CSV file
	ToInvite *bool            `json:"to_invite,omitzero"` // whether to invite new members to WeCom; true if nil
	Callback BatchJobCallback `json:"callback,omitzero"`  // to be told of the job's end
}

// BatchJobCallback is where and how the platform tells of the end of a job, with the event
// batch_job_result. The request that it makes is signed and encrypted as every callback.
type BatchJobCallback struct {
	URL            string `json:"url"`
	Token          Secret `json:"token"`          // with which the platform signs
	EncodingAESKey Secret `json:"encodingaeskey"` // with which the platform encrypts, 43 characters
}

// SubmitUserReplaceJob starts to make the members of the corp those that a CSV file lists, and returns the
// id of the job (全量覆盖成员). [Client.WaitBatchJob] waits for it. Members that the file does not list are
// deleted; the fields that it has no column for stay as they are.
//
// A file that would delete more than 50 members and 20 % of all, or at most 50 members and 80 % of all, is
// refused with [CodeDeletionGuard]. A department that does not exist is created below 待设置部门. See
// [Client.SubmitUserSyncJob] for the file and the permission.
//
// API: POST /cgi-bin/batch/replaceuser
// Doc: https://developer.work.weixin.qq.com/document/path/90981
func (c *Client) SubmitUserReplaceJob(ctx context.Context, req *SubmitUserReplaceJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/batch/replaceuser", req, &resp)
	return resp.JobID, err
}

// SubmitUserReplaceJobRequest names the file with all members.
type SubmitUserReplaceJobRequest struct {
	MediaID  string           `json:"media_id"`           // of the CSV file
	ToInvite *bool            `json:"to_invite,omitzero"` // whether to invite new members to WeCom; true if nil
	Callback BatchJobCallback `json:"callback,omitzero"`  // to be told of the job's end
}

// SubmitDepartmentReplaceJob starts to make the departments of the corp those that a CSV file lists, and
// returns the id of the job (全量覆盖部门). [Client.WaitBatchJob] waits for it. Departments that the file
// does not list are deleted, unless they still hold members.
//
// See [Client.SubmitUserSyncJob] for the file and the permission. Errcode 302004 says that the departments
// of the file make no tree, 302006 and 302007 that an id or a name comes twice.
//
// API: POST /cgi-bin/batch/replaceparty
// Doc: https://developer.work.weixin.qq.com/document/path/90982
func (c *Client) SubmitDepartmentReplaceJob(ctx context.Context, req *SubmitDepartmentReplaceJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/batch/replaceparty", req, &resp)
	return resp.JobID, err
}

// SubmitDepartmentReplaceJobRequest names the file with all departments.
type SubmitDepartmentReplaceJobRequest struct {
	MediaID  string           `json:"media_id"`          // of the CSV file
	Callback BatchJobCallback `json:"callback,omitzero"` // to be told of the job's end
}

// GetBatchJobResult tells how far an import of members or departments is (获取异步任务结果). The platform
// keeps the results of the last 5 jobs: for an older one the errcode is [CodeJobResultPurged], for one that
// never was [CodeJobNotFound].
//
// API: GET /cgi-bin/batch/getresult
// Doc: https://developer.work.weixin.qq.com/document/path/90983
func (c *Client) GetBatchJobResult(ctx context.Context, jobID string) (*BatchJobResult, error) {
	return exec(ctx, c, get, "/cgi-bin/batch/getresult", param{"jobid", jobID}, new(BatchJobResult))
}

// BatchJobType says what a job imports, exports or does.
type BatchJobType string

// The kinds of jobs. A result has one of the first three, a [BatchJobResultEvent] any.
const (
	BatchJobTypeSyncUser     BatchJobType = "sync_user"     // of SubmitUserSyncJob
	BatchJobTypeReplaceUser  BatchJobType = "replace_user"  // of SubmitUserReplaceJob
	BatchJobTypeReplaceParty BatchJobType = "replace_party" // of SubmitDepartmentReplaceJob

	BatchJobTypeInviteUser       BatchJobType = "invite_user"        // of InviteUsers
	BatchJobTypeExportSimpleUser BatchJobType = "export_simple_user" // of SubmitSimpleUserExportJob
	BatchJobTypeExportUser       BatchJobType = "export_user"        // of SubmitUserExportJob
	BatchJobTypeExportDepartment BatchJobType = "export_department"  // of SubmitDepartmentExportJob
	BatchJobTypeExportTag        BatchJobType = "export_tag"         // of SubmitTagUserExportJob
)

// BatchJobStatus is how far a job is.
type BatchJobStatus int64

// The states of a job.
const (
	BatchJobStarted BatchJobStatus = 1
	BatchJobRunning BatchJobStatus = 2
	BatchJobDone    BatchJobStatus = 3
)

// BatchJobResult is how far a job is and what came of it.
type BatchJobResult struct {
	Type       BatchJobType   `json:"type"`
	Status     BatchJobStatus `json:"status"`
	Total      int64          `json:"total"`      // lines of the file
	Percentage int64          `json:"percentage"` // 100 once the job is done
	Result     []BatchJobItem `json:"result"`     // once the job is done
}

// BatchJobAction says what a job did to a department; values are added up.
type BatchJobAction int64

// What a job does to a department.
const (
	BatchJobActionCreated   BatchJobAction = 1
	BatchJobActionRenamed   BatchJobAction = 2
	BatchJobActionMoved     BatchJobAction = 4
	BatchJobActionReordered BatchJobAction = 8
)

// BatchJobItem is what became of one member or department of the file.
type BatchJobItem struct {
	ErrCode Code           `json:"errcode"` // CodeOK, or why this line was not imported
	ErrMsg  string         `json:"errmsg"`
	Action  BatchJobAction `json:"action"` // of a department
	UserID  string         `json:"userid"`
	PartyID int64          `json:"partyid"`
}

// WaitBatchJob waits until an import of members or departments has ended, asking every 2 seconds at first
// and every 15 at last, and returns its result. Lines of the file may have failed one by one: see
// [BatchJobItem].
func (c *Client) WaitBatchJob(ctx context.Context, jobID string) (*BatchJobResult, error) {
	return awaitJob(ctx, "/cgi-bin/batch/getresult", 2*time.Second, func() (*BatchJobResult, bool, error) {
		r, err := c.GetBatchJobResult(ctx, jobID)
		return r, err == nil && r.Status != BatchJobStarted && r.Status != BatchJobRunning, err
	})
}
