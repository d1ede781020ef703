package workwx

import (
	"context"
	"iter"
)

// GetHealthReportStatistics returns how often the health report app was used on a day, written as in
// 2026-01-31 (获取健康上报使用统计).
//
// API: POST /cgi-bin/health/get_health_report_stat
// Doc: https://developer.work.weixin.qq.com/document/path/93676
func (c *Client) GetHealthReportStatistics(ctx context.Context, date string) (*HealthReportStatistics, error) {
	return exec(ctx, c, post, "/cgi-bin/health/get_health_report_stat", param{"date", date}, new(HealthReportStatistics))
}

// HealthReportStatistics says how often the app was used.
type HealthReportStatistics struct {
	PV int64 `json:"pv"` // times it was opened
	UV int64 `json:"uv"` // members who opened it
}

// ListHealthReportAnswers returns a page of what people answered to a health report on a day (获取用户填写答案).
//
// API: POST /cgi-bin/health/get_report_answer
// Doc: https://developer.work.weixin.qq.com/document/path/93679
func (c *Client) ListHealthReportAnswers(ctx context.Context, req *ListHealthReportAnswersRequest) ([]*HealthReportAnswer, error) {
	var resp listHealthReportAnswersResponse
	err := c.invoke(ctx, post, "/cgi-bin/health/get_report_answer", req, &resp)
	return resp.Answers, err
}

// AllHealthReportAnswers ranges over what people answered to a health report on a day; see
// [Client.ListHealthReportAnswers]. It ends with the first page that is empty.
func (c *Client) AllHealthReportAnswers(ctx context.Context, req *ListHealthReportAnswersRequest) iter.Seq2[*HealthReportAnswer, error] {
	return paginateOffset(ctx, req, c.ListHealthReportAnswers,
		func(q *ListHealthReportAnswersRequest) *int64 { return &q.Offset },
		func(answers []*HealthReportAnswer) ([]*HealthReportAnswer, bool) { return answers, true })
}

type listHealthReportAnswersResponse struct {
	Answers []*HealthReportAnswer `json:"answers"`
}

// ListHealthReportAnswersRequest says which answers to return.
type ListHealthReportAnswersRequest struct {
	JobID  string `json:"jobid"`
	Date   string `json:"date"`            // one of the last 14 days, such as 2026-01-31
	Offset int64  `json:"offset,omitzero"` // from 0
	Limit  int64  `json:"limit,omitzero"`  // 1 to 100, 100 by default
}

// HealthReportAnswer is what one person answered.
type HealthReportAnswer struct {
	IDType        int64                     `json:"id_type"`        // who answered: a member, or a student or parent of a school
	UserID        string                    `json:"userid"`         // of a member
	StudentUserID string                    `json:"student_userid"` // of a school
	ParentUserID  string                    `json:"parent_userid"`  // who answered for the student
	ReportValues  []HealthReportAnswerValue `json:"report_values"`
	ReportTime    Timestamp                 `json:"report_time"`
}

// HealthItineraryCard is what a picture of an itinerary card (行程卡) shows.
type HealthItineraryCard int64

// What a picture of an itinerary card shows.
const (
	HealthItineraryCardUnreadable HealthItineraryCard = 0 // its color could not be told
	HealthItineraryCardGreen      HealthItineraryCard = 1
	HealthItineraryCardRed        HealthItineraryCard = 2
	HealthItineraryCardYellow     HealthItineraryCard = 3
	HealthItineraryCardOrange     HealthItineraryCard = 4
	HealthItineraryCardMissing    HealthItineraryCard = 5 // there is no card in it
)

// HealthReportAnswerValue is the answer to one question. Which field it is in follows from the question.
type HealthReportAnswerValue struct {
	QuestionID        int64               `json:"question_id"`
	SingleChoice      int64               `json:"single_choice"` // the option's ID
	MultiChoice       []int64             `json:"multi_choice"`  // the options' IDs
	Text              string              `json:"text"`
	FileID            []string            `json:"fileid"`
	URL               string              `json:"url"`                 // of a signature
	ItineraryCardType HealthItineraryCard `json:"itinerary_card_type"` // of a picture of an itinerary card
	HighRiskArea      string              `json:"high_risk_area"`      // where the person was
}

// GetHealthReportJob returns a health report with its questions, as it was on a day (获取健康上报任务详情).
//
// API: POST /cgi-bin/health/get_report_job_info
// Doc: https://developer.work.weixin.qq.com/document/path/93678
func (c *Client) GetHealthReportJob(ctx context.Context, req *GetHealthReportJobRequest) (*HealthReportJob, error) {
	var resp getHealthReportJobResponse
	err := c.invoke(ctx, post, "/cgi-bin/health/get_report_job_info", req, &resp)
	return resp.JobInfo, err
}

type getHealthReportJobResponse struct {
	JobInfo *HealthReportJob `json:"job_info"`
}

// GetHealthReportJobRequest names a health report and a day.
type GetHealthReportJobRequest struct {
	JobID string `json:"jobid"`
	Date  string `json:"date"` // one of the last 14 days, such as 2026-01-31
}

// HealthReportJob is a health report that people are asked for.
type HealthReportJob struct {
	Title             string                 `json:"title"`
	Creator           string                 `json:"creator"`    // user ID
	Type              int64                  `json:"type"`       // who is asked: members, or students and parents
	FinishCount       int64                  `json:"finish_cnt"` // how many have answered
	ReportType        int64                  `json:"report_type"`
	ApplyRange        HealthReportRange      `json:"apply_range"` // who is asked
	ReportTo          HealthReportReceivers  `json:"report_to"`   // who sees the answers
	SkipWeekend       IntBool                `json:"skip_weekend"`
	QuestionTemplates []HealthReportQuestion `json:"question_templates"`
}

// HealthReportRange is who is asked for a health report.
type HealthReportRange struct {
	UserIDs  []string `json:"userids"`
	PartyIDs []int64  `json:"partyids"` // departments
}

// HealthReportReceivers is who sees the answers to a health report.
type HealthReportReceivers struct {
	UserIDs []string `json:"userids"`
}

// HealthReportQuestion is a question of a health report.
type HealthReportQuestion struct {
	QuestionID   int64                `json:"question_id"`
	Title        string               `json:"title"`
	QuestionType int64                `json:"question_type"`
	IsRequired   IntBool              `json:"is_required"`
	OptionList   []HealthReportOption `json:"option_list"`
}

// HealthReportOption is an answer that can be chosen.
type HealthReportOption struct {
	OptionID   int64  `json:"option_id"`
	OptionText string `json:"option_text"`
}

// ListHealthReportJobIDs returns a page of the IDs of health reports (获取健康上报任务ID列表).
//
// API: POST /cgi-bin/health/get_report_jobids
// Doc: https://developer.work.weixin.qq.com/document/path/93677
func (c *Client) ListHealthReportJobIDs(ctx context.Context, req *ListHealthReportJobIDsRequest) (*ListHealthReportJobIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/health/get_report_jobids", req, new(ListHealthReportJobIDsResponse))
}

// AllHealthReportJobIDs ranges over the IDs of all health reports; see [Client.ListHealthReportJobIDs].
func (c *Client) AllHealthReportJobIDs(ctx context.Context, req *ListHealthReportJobIDsRequest) iter.Seq2[string, error] {
	return paginateOffset(ctx, req, c.ListHealthReportJobIDs,
		func(q *ListHealthReportJobIDsRequest) *int64 { return &q.Offset },
		func(p *ListHealthReportJobIDsResponse) ([]string, bool) { return p.JobIDs, !bool(p.Ending) })
}

// ListHealthReportJobIDsRequest says which page to return.
type ListHealthReportJobIDsRequest struct {
	Offset int64 `json:"offset,omitzero"` // from 0
	Limit  int64 `json:"limit,omitzero"`  // 1 to 100, 100 by default
}

// ListHealthReportJobIDsResponse is a page of IDs.
type ListHealthReportJobIDsResponse struct {
	JobIDs []string `json:"jobids"`
	Ending IntBool  `json:"ending"` // whether it is the last page
}
