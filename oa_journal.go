package workwx

import (
	"context"
	"iter"
)

// SubmitJournalExportJob has a document of a journal exported and returns the job's ID (导出汇报文档).
// [Client.GetJournalExportJobResult] tells what came of it. Errcode 301084 says that the journal's UUID
// is wrong, 301085 the document's ID.
//
// API: POST /cgi-bin/oa/journal/export_doc
// Doc: https://developer.work.weixin.qq.com/document/path/96108
func (c *Client) SubmitJournalExportJob(ctx context.Context, req *SubmitJournalExportJobRequest) (string, error) {
	var resp submitJournalExportJobResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/oa/journal/export_doc", req, &resp)
	return resp.JobID, err
}

type submitJournalExportJobResponse struct {
	JobID string `json:"jobid"`
}

// SubmitJournalExportJobRequest names the document to export.
type SubmitJournalExportJobRequest struct {
	JournalUUID string `json:"journaluuid"`
	DocID       string `json:"docid"` // from a Doc control of the journal
}

// GetJournalExportJobResult tells how far an export of a journal's document is (查询导出汇报文档结果).
//
// API: POST /cgi-bin/oa/journal/get_export_doc_result
// Doc: https://developer.work.weixin.qq.com/document/path/96108
func (c *Client) GetJournalExportJobResult(ctx context.Context, jobID string) (*JournalExportJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/journal/get_export_doc_result", param{"jobid", jobID}, new(JournalExportJobResult))
}

// JournalExportJobResult is how far an export is.
type JournalExportJobResult struct {
	Status int64  `json:"status"` // how far the job is; the file is ready once URL is set
	URL    string `json:"url"`    // where the file can be downloaded for a while
}

// GetJournal returns a journal: the form that a member filled in, who got it and who read it (获取汇报记录详情).
//
// The app must be allowed to call the journal API; errcode 301065 says that it is not, 301084 that there
// is no such journal.
//
// API: POST /cgi-bin/oa/journal/get_record_detail
// Doc: https://developer.work.weixin.qq.com/document/path/93394
func (c *Client) GetJournal(ctx context.Context, journalUUID string) (*Journal, error) {
	var resp getJournalResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/journal/get_record_detail", param{"journaluuid", journalUUID}, &resp)
	return resp.Info, err
}

type getJournalResponse struct {
	Info *Journal `json:"info"`
}

// Journal is a work report of a member (汇报).
type Journal struct {
	JournalUUID     string           `json:"journal_uuid"`
	TemplateID      string           `json:"template_id"`
	TemplateName    string           `json:"template_name"`
	Submitter       OAUser           `json:"submitter"`
	Receivers       []OAUser         `json:"receivers"`
	ReadedReceivers []OAUser         `json:"readed_receivers"` // those who have read it
	ApplyData       OAContents       `json:"apply_data"`       // the form
	SysJournalData  string           `json:"sys_journal_data"` // rich text instead of a form, from the template named 汇报
	Comments        []JournalComment `json:"comments"`
	ReportTime      Timestamp        `json:"report_time"`
}

// JournalComment is a comment on a journal.
type JournalComment struct {
	CommentID       string    `json:"commentid"`
	ToCommentID     string    `json:"tocommentid"` // the comment that it answers; 0 if none
	CommentUserInfo OAUser    `json:"comment_userinfo"`
	Content         string    `json:"content"`
	CommentTime     Timestamp `json:"comment_time"`
}

// ListJournalUUIDs returns the UUIDs of the journals of a time (批量获取汇报记录单号). Errcode 301065 says
// that the app is not allowed to call the journal API. 600 calls a minute.
//
// API: POST /cgi-bin/oa/journal/get_record_list
// Doc: https://developer.work.weixin.qq.com/document/path/93393
func (c *Client) ListJournalUUIDs(ctx context.Context, req *ListJournalUUIDsRequest) (*ListJournalUUIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/journal/get_record_list", req, new(ListJournalUUIDsResponse))
}

// AllJournalUUIDs ranges over the UUIDs of the journals of a time, page by page, 100 a page if Limit
// is 0; see [Client.ListJournalUUIDs].
func (c *Client) AllJournalUUIDs(ctx context.Context, req *ListJournalUUIDsRequest) iter.Seq2[string, error] {
	var q ListJournalUUIDsRequest
	if req != nil {
		q = *req
	}
	if q.Limit == 0 {
		q.Limit = 100
	}
	return paginate(ctx, &q, c.ListJournalUUIDs,
		func(q *ListJournalUUIDsRequest) *int64 { return &q.Cursor },
		func(p *ListJournalUUIDsResponse) ([]string, int64, bool) {
			return p.JournalUUIDList, p.NextCursor, bool(!p.EndFlag)
		})
}

// ListJournalUUIDsRequest says which journals to list.
type ListJournalUUIDsRequest struct {
	StartTime Timestamp       `json:"starttime"`
	EndTime   Timestamp       `json:"endtime"` // at most a month after StartTime
	Cursor    int64           `json:"cursor"`  // from the page before, 0 for the first
	Limit     int64           `json:"limit"`   // how many a page has at most, up to 100
	Filters   []JournalFilter `json:"filters,omitzero"`
}

// JournalFilterKey says what a filter compares.
type JournalFilterKey string

// What a filter compares.
const (
	JournalFilterKeyCreator    JournalFilterKey = "creator"    // the user ID of the author
	JournalFilterKeyDepartment JournalFilterKey = "department" // the ID of the author's department
	JournalFilterKeyTemplateID JournalFilterKey = "template_id"
)

// JournalFilter is a condition on journals.
type JournalFilter struct {
	Key   JournalFilterKey `json:"key"`
	Value string           `json:"value"` // at most 256 bytes
}

// ListJournalUUIDsResponse is a page of UUIDs.
type ListJournalUUIDsResponse struct {
	JournalUUIDList []string `json:"journaluuid_list"`
	EndFlag         IntBool  `json:"endflag"` // this page is the last
	NextCursor      int64    `json:"next_cursor"`
}

// ListJournalStatistics returns who handed in the journals of a template and who did not (获取汇报统计数据).
// Only periods that are over and summed up are returned. Errcode 301065 says that the app is not allowed
// to call the journal API.
//
// API: POST /cgi-bin/oa/journal/get_stat_list
// Doc: https://developer.work.weixin.qq.com/document/path/93395
func (c *Client) ListJournalStatistics(ctx context.Context, req *ListJournalStatisticsRequest) ([]*JournalStatistic, error) {
	var resp listJournalStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/oa/journal/get_stat_list", req, &resp)
	return resp.StatList, err
}

type listJournalStatisticsResponse struct {
	StatList []*JournalStatistic `json:"stat_list"`
}

// ListJournalStatisticsRequest names a template and a time.
type ListJournalStatisticsRequest struct {
	StartTime  Timestamp `json:"starttime"`
	EndTime    Timestamp `json:"endtime"`     // at most a year after StartTime
	TemplateID string    `json:"template_id"` // shown on the template's page in the admin console
}

// JournalReportType says how often a journal is due.
type JournalReportType int64

// How often a journal is due.
const (
	JournalReportTypeDaily   JournalReportType = 2
	JournalReportTypeWeekly  JournalReportType = 3
	JournalReportTypeMonthly JournalReportType = 4
)

// JournalStatistic is who handed in a journal for one period.
type JournalStatistic struct {
	TemplateID     string                    `json:"template_id"`
	TemplateName   string                    `json:"template_name"`
	ReportRange    JournalStatisticRange     `json:"report_range"`  // who has to hand it in
	WhiteRange     JournalStatisticRange     `json:"white_range"`   // who is exempt
	Receivers      JournalStatisticReceivers `json:"receivers"`     // who always gets it
	ReportList     []JournalStatisticReport  `json:"report_list"`   // who handed it in
	UnreportList   []JournalStatisticReport  `json:"unreport_list"` // who did not
	CycleBeginTime Timestamp                 `json:"cycle_begin_time"`
	CycleEndTime   Timestamp                 `json:"cycle_end_time"`
	StatBeginTime  Timestamp                 `json:"stat_begin_time"` // what was handed in from here
	StatEndTime    Timestamp                 `json:"stat_end_time"`   // to here was counted
	ReportType     JournalReportType         `json:"report_type"`
}

// JournalStatisticRange is a set of members.
type JournalStatisticRange struct {
	UserList  []OAUser                `json:"user_list"`
	PartyList []JournalStatisticParty `json:"party_list"`
	TagList   []JournalStatisticTag   `json:"tag_list"`
}

// JournalStatisticParty is a department.
type JournalStatisticParty struct {
	OpenPartyID string `json:"open_partyid"` // the department's ID
}

// JournalStatisticTag is a tag.
type JournalStatisticTag struct {
	OpenTagID string `json:"open_tagid"` // the tag's ID
}

// JournalStatisticReceivers are those who always get a journal.
type JournalStatisticReceivers struct {
	UserList   []OAUser                 `json:"user_list"`
	TagList    []JournalStatisticTag    `json:"tag_list"`
	LeaderList []JournalStatisticLeader `json:"leader_list"`
}

// JournalStatisticLeader is a superior of the author.
type JournalStatisticLeader struct {
	Level int64 `json:"level"` // 1 for the direct one
}

// JournalStatisticReport is what a member handed in, or did not.
type JournalStatisticReport struct {
	User     OAUser                 `json:"user"`
	ItemList []JournalStatisticItem `json:"itemlist"`
}

// JournalStatisticItem is a journal that was due.
type JournalStatisticItem struct {
	JournalUUID string    `json:"journaluuid"` // empty if it was not handed in
	ReportTime  Timestamp `json:"reporttime"`
	Flag        IntBool   `json:"flag"` // it was handed in late
}

// GetJournalFileDownloadURL returns where a file of the drive that is part of a journal can be downloaded
// (下载微盘文件). The download needs the cookie that comes with the URL.
//
// API: POST /cgi-bin/oa/journal/download_wedrive_file
// Doc: https://developer.work.weixin.qq.com/document/path/98021
func (c *Client) GetJournalFileDownloadURL(ctx context.Context, req *GetJournalFileDownloadURLRequest) (*GetJournalFileDownloadURLResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/oa/journal/download_wedrive_file", req, new(GetJournalFileDownloadURLResponse))
}

// GetJournalFileDownloadURLRequest names the file.
type GetJournalFileDownloadURLRequest struct {
	JournalUUID string `json:"journaluuid"`
	FileID      string `json:"fileid"` // from a WedriveFile control of the journal
}

// GetJournalFileDownloadURLResponse is where a file can be downloaded.
type GetJournalFileDownloadURLResponse struct {
	DownloadURL string `json:"download_url"`
	CookieName  string `json:"cookie_name"`
	CookieValue Secret `json:"cookie_value"`
}
