package workwx

import (
	"context"
	"iter"
)

// GetSchoolLiving returns a live lesson (获取直播详情).
//
// The app must be one that may call 上课直播, and one that parents can use; it gets at its own lessons alone,
// here and in the methods below. [Client.ListUserLivingIDs] lists the lessons of a teacher, and
// [Client.DeleteLivingReplay] deletes a recording.
//
// API: GET /cgi-bin/school/living/get_living_info
// Doc: https://developer.work.weixin.qq.com/document/path/93740
func (c *Client) GetSchoolLiving(ctx context.Context, livingID string) (*SchoolLiving, error) {
	var resp getSchoolLivingResponse
	err := c.invoke(ctx, get, "/cgi-bin/school/living/get_living_info", param{"livingid", livingID}, &resp)
	return resp.LivingInfo, err
}

type getSchoolLivingResponse struct {
	LivingInfo *SchoolLiving `json:"living_info"`
}

// SchoolLiving is a live lesson.
type SchoolLiving struct {
	AnchorUserID   string            `json:"anchor_userid"` // who gives it
	Theme          string            `json:"theme"`
	LivingStart    Timestamp         `json:"living_start"`
	LivingDuration int64             `json:"living_duration"` // seconds
	LivingRange    SchoolLivingRange `json:"living_range"`
	OpenReplay     IntBool           `json:"open_replay"` // whether the recording can be watched
	ViewerNum      int64             `json:"viewer_num"`  // how many watched
	CommentNum     int64             `json:"comment_num"`
	OnlineCount    int64             `json:"online_count"`    // how many watch now
	SubscribeCount int64             `json:"subscribe_count"` // how many asked to be reminded
	PushStreamURL  string            `json:"push_stream_url"` // where to send the stream, only of an event that has not begun; whoever has it can broadcast
}

// SchoolLivingRange says for whom a live lesson is.
type SchoolLivingRange struct {
	PartyIDs   []int64  `json:"partyids"`    // classes, those of group chats included
	GroupNames []string `json:"group_names"` // group chats that belong to no class
}

// ListSchoolLivingUnwatchStatistics returns a page of the students whose parents did not watch a live
// lesson (获取未观看直播统计). [Client.ListSchoolLivingUnwatchStatisticsV2] also tells of students who have
// accounts of their own.
//
// API: POST /cgi-bin/school/living/get_unwatch_stat
// Doc: https://developer.work.weixin.qq.com/document/path/93742
func (c *Client) ListSchoolLivingUnwatchStatistics(ctx context.Context, req *ListSchoolLivingUnwatchStatisticsRequest) (*ListSchoolLivingUnwatchStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/school/living/get_unwatch_stat", req, new(ListSchoolLivingUnwatchStatisticsResponse))
}

// AllSchoolLivingUnwatchStatistics ranges over the pages of those who did not watch a live lesson; see
// [Client.ListSchoolLivingUnwatchStatistics].
func (c *Client) AllSchoolLivingUnwatchStatistics(ctx context.Context, req *ListSchoolLivingUnwatchStatisticsRequest) iter.Seq2[*SchoolLivingUnwatchStatistic, error] {
	return paginate(ctx, req, c.ListSchoolLivingUnwatchStatistics,
		func(q *ListSchoolLivingUnwatchStatisticsRequest) *string { return &q.NextKey },
		func(p *ListSchoolLivingUnwatchStatisticsResponse) ([]*SchoolLivingUnwatchStatistic, string, bool) {
			return []*SchoolLivingUnwatchStatistic{&p.StatInfo}, p.NextKey, !bool(p.Ending)
		})
}

// ListSchoolLivingUnwatchStatisticsRequest names a live lesson.
type ListSchoolLivingUnwatchStatisticsRequest struct {
	LivingID string `json:"livingid"`
	NextKey  string `json:"next_key,omitzero"` // the NextKey of the page before
}

// ListSchoolLivingUnwatchStatisticsResponse is a page of those who did not watch.
type ListSchoolLivingUnwatchStatisticsResponse struct {
	StatInfo SchoolLivingUnwatchStatistic `json:"stat_info"`
	Ending   IntBool                      `json:"ending"` // whether this is the last page; NextKey does not tell
	NextKey  string                       `json:"next_key"`
}

// SchoolLivingUnwatchStatistic is who did not watch.
type SchoolLivingUnwatchStatistic struct {
	Students []SchoolLivingAbsentee `json:"students"` // with the parent who did not watch
}

// SchoolLivingAbsentee is a student, or a parent of the student, who did not watch.
type SchoolLivingAbsentee struct {
	StudentUserID string  `json:"student_userid"`
	ParentUserID  string  `json:"parent_userid"` // of a parent
	PartyIDs      []int64 `json:"partyids"`      // classes of the student
}

// ListSchoolLivingUnwatchStatisticsV2 returns a page of the students and parents who did not watch a live
// lesson (获取未观看直播统计V2).
//
// API: POST /cgi-bin/school/living/get_unwatch_stat_v2
// Doc: https://developer.work.weixin.qq.com/document/path/95795
func (c *Client) ListSchoolLivingUnwatchStatisticsV2(ctx context.Context, req *ListSchoolLivingUnwatchStatisticsV2Request) (*ListSchoolLivingUnwatchStatisticsV2Response, error) {
	return exec(ctx, c, post, "/cgi-bin/school/living/get_unwatch_stat_v2", req, new(ListSchoolLivingUnwatchStatisticsV2Response))
}

// AllSchoolLivingUnwatchStatisticsV2 ranges over the pages of those who did not watch a live lesson; see
// [Client.ListSchoolLivingUnwatchStatisticsV2].
func (c *Client) AllSchoolLivingUnwatchStatisticsV2(ctx context.Context, req *ListSchoolLivingUnwatchStatisticsV2Request) iter.Seq2[*SchoolLivingUnwatchStatisticV2, error] {
	return paginate(ctx, req, c.ListSchoolLivingUnwatchStatisticsV2,
		func(q *ListSchoolLivingUnwatchStatisticsV2Request) *string { return &q.NextCursor },
		func(p *ListSchoolLivingUnwatchStatisticsV2Response) ([]*SchoolLivingUnwatchStatisticV2, string, bool) {
			return []*SchoolLivingUnwatchStatisticV2{&p.StatInfo}, p.NextCursor, bool(p.HasMore)
		})
}

// ListSchoolLivingUnwatchStatisticsV2Request names a live lesson.
type ListSchoolLivingUnwatchStatisticsV2Request struct {
	LivingID   string `json:"livingid"`
	NextCursor string `json:"next_cursor,omitzero"` // the NextCursor of the page before
}

// ListSchoolLivingUnwatchStatisticsV2Response is a page of those who did not watch.
type ListSchoolLivingUnwatchStatisticsV2Response struct {
	StatInfo   SchoolLivingUnwatchStatisticV2 `json:"stat_info"`
	HasMore    IntBool                        `json:"has_more"`
	NextCursor string                         `json:"next_cursor"`
}

// SchoolLivingUnwatchStatisticV2 is who did not watch.
type SchoolLivingUnwatchStatisticV2 struct {
	Students []SchoolLivingAbsentee `json:"students"`
	Parents  []SchoolLivingAbsentee `json:"parents"`
}

// ListSchoolLivingWatchStatistics returns a page of the students whose parents watched a live lesson, and of
// the visitors (获取观看直播统计). [Client.ListSchoolLivingWatchStatisticsV2] also tells of students who have
// accounts of their own.
//
// API: POST /cgi-bin/school/living/get_watch_stat
// Doc: https://developer.work.weixin.qq.com/document/path/93741
func (c *Client) ListSchoolLivingWatchStatistics(ctx context.Context, req *ListSchoolLivingWatchStatisticsRequest) (*ListSchoolLivingWatchStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/school/living/get_watch_stat", req, new(ListSchoolLivingWatchStatisticsResponse))
}

// AllSchoolLivingWatchStatistics ranges over the pages of those who watched a live lesson; see
// [Client.ListSchoolLivingWatchStatistics].
func (c *Client) AllSchoolLivingWatchStatistics(ctx context.Context, req *ListSchoolLivingWatchStatisticsRequest) iter.Seq2[*SchoolLivingWatchStatistic, error] {
	return paginate(ctx, req, c.ListSchoolLivingWatchStatistics,
		func(q *ListSchoolLivingWatchStatisticsRequest) *string { return &q.NextKey },
		func(p *ListSchoolLivingWatchStatisticsResponse) ([]*SchoolLivingWatchStatistic, string, bool) {
			return []*SchoolLivingWatchStatistic{&p.StatInfoes}, p.NextKey, !bool(p.Ending)
		})
}

// ListSchoolLivingWatchStatisticsRequest names a live lesson.
type ListSchoolLivingWatchStatisticsRequest struct {
	LivingID string `json:"livingid"`
	NextKey  string `json:"next_key,omitzero"` // the NextKey of the page before
}

// ListSchoolLivingWatchStatisticsResponse is a page of those who watched.
type ListSchoolLivingWatchStatisticsResponse struct {
	StatInfoes SchoolLivingWatchStatistic `json:"stat_infoes"`
	Ending     IntBool                    `json:"ending"` // whether this is the last page; NextKey does not tell
	NextKey    string                     `json:"next_key"`
}

// SchoolLivingWatchStatistic is who watched.
type SchoolLivingWatchStatistic struct {
	Students []SchoolLivingViewer  `json:"students"` // with the parent who watched
	Visitors []SchoolLivingVisitor `json:"visitors"`
}

// SchoolLivingViewer is a student, or a parent of the student, who watched.
type SchoolLivingViewer struct {
	StudentUserID string    `json:"student_userid"`
	ParentUserID  string    `json:"parent_userid"` // of a parent
	PartyIDs      []int64   `json:"partyids"`      // classes of the student
	WatchTime     int64     `json:"watch_time"`    // seconds
	EnterTime     Timestamp `json:"enter_time"`    // the first time
	LeaveTime     Timestamp `json:"leave_time"`    // the last time
	IsComment     IntBool   `json:"is_comment"`    // whether the viewer commented
}

// SchoolLivingVisitor is somebody who watched and is not in the school's contacts.
type SchoolLivingVisitor struct {
	Nickname  string    `json:"nickname"`   // in WeChat
	WatchTime int64     `json:"watch_time"` // seconds
	EnterTime Timestamp `json:"enter_time"` // the first time
	LeaveTime Timestamp `json:"leave_time"` // the last time
	IsComment IntBool   `json:"is_comment"` // whether the visitor commented
}

// ListSchoolLivingWatchStatisticsV2 returns a page of the students, parents and visitors who watched a live
// lesson (获取观看直播统计V2).
//
// API: POST /cgi-bin/school/living/get_watch_stat_v2
// Doc: https://developer.work.weixin.qq.com/document/path/95793
func (c *Client) ListSchoolLivingWatchStatisticsV2(ctx context.Context, req *ListSchoolLivingWatchStatisticsV2Request) (*ListSchoolLivingWatchStatisticsV2Response, error) {
	return exec(ctx, c, post, "/cgi-bin/school/living/get_watch_stat_v2", req, new(ListSchoolLivingWatchStatisticsV2Response))
}

// AllSchoolLivingWatchStatisticsV2 ranges over the pages of those who watched a live lesson; see
// [Client.ListSchoolLivingWatchStatisticsV2].
func (c *Client) AllSchoolLivingWatchStatisticsV2(ctx context.Context, req *ListSchoolLivingWatchStatisticsV2Request) iter.Seq2[*SchoolLivingWatchStatisticV2, error] {
	return paginate(ctx, req, c.ListSchoolLivingWatchStatisticsV2,
		func(q *ListSchoolLivingWatchStatisticsV2Request) *string { return &q.NextCursor },
		func(p *ListSchoolLivingWatchStatisticsV2Response) ([]*SchoolLivingWatchStatisticV2, string, bool) {
			return []*SchoolLivingWatchStatisticV2{&p.StatInfo}, p.NextCursor, bool(p.HasMore)
		})
}

// ListSchoolLivingWatchStatisticsV2Request names a live lesson.
type ListSchoolLivingWatchStatisticsV2Request struct {
	LivingID   string `json:"livingid"`
	NextCursor string `json:"next_cursor,omitzero"` // the NextCursor of the page before
}

// ListSchoolLivingWatchStatisticsV2Response is a page of those who watched.
type ListSchoolLivingWatchStatisticsV2Response struct {
	StatInfo   SchoolLivingWatchStatisticV2 `json:"stat_info"`
	HasMore    IntBool                      `json:"has_more"`
	NextCursor string                       `json:"next_cursor"`
}

// SchoolLivingWatchStatisticV2 is who watched.
type SchoolLivingWatchStatisticV2 struct {
	Students []SchoolLivingViewer  `json:"students"`
	Parents  []SchoolLivingViewer  `json:"parents"`
	Visitors []SchoolLivingVisitor `json:"visitors"`
}
