package workwx

import (
	"context"
	"iter"
)

// CancelLiving cancels a live broadcast that has not begun (取消预约直播). Errcode 92006 says that it has begun
// or was cancelled before.
//
// API: POST /cgi-bin/living/cancel
// Doc: https://developer.work.weixin.qq.com/document/path/93638
func (c *Client) CancelLiving(ctx context.Context, livingID string) error {
	return c.invoke(ctx, post, "/cgi-bin/living/cancel", param{"livingid", livingID}, nil)
}

// LivingType is the kind of a live broadcast.
type LivingType int64

// The kinds of live broadcasts.
const (
	LivingTypeGeneral    LivingType = 0
	LivingTypeSmallClass LivingType = 1 // of primary and secondary schools, and corps of the IT industry, alone
	LivingTypeLargeClass LivingType = 2 // of primary and secondary schools, and corps of the IT industry, alone
	LivingTypeTraining   LivingType = 3 // 企业培训
	LivingTypeEvent      LivingType = 4 // 活动直播
)

// CreateLiving plans a live broadcast and returns its ID, with which the app's page or mini program opens it
// (创建预约直播).
//
// The app must be one that may call 直播, and gets at its own broadcasts alone, here and in the methods below:
// [CodeCrossAppCall] or errcode 92008 say that a broadcast is another app's. An app creates at most 10,000 a day.
//
// API: POST /cgi-bin/living/create
// Doc: https://developer.work.weixin.qq.com/document/path/93637
func (c *Client) CreateLiving(ctx context.Context, req *CreateLivingRequest) (string, error) {
	var resp createLivingResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/living/create", req, &resp)
	return resp.LivingID, err
}

type createLivingResponse struct {
	LivingID string `json:"livingid"`
}

// CreateLivingRequest is a new live broadcast.
type CreateLivingRequest struct {
	AnchorUserID         string               `json:"anchor_userid"` // who gives it
	Theme                string               `json:"theme"`         // at most 20 characters
	LivingStart          Timestamp            `json:"living_start"`
	LivingDuration       int64                `json:"living_duration"` // seconds
	Type                 LivingType           `json:"type"`
	Description          string               `json:"description,omitzero"`            // at most 100 characters; of an event in ActivityDetail instead
	RemindTime           int64                `json:"remind_time,omitzero"`            // how many seconds before the start viewers are reminded
	ActivityCoverMediaID string               `json:"activity_cover_mediaid,omitzero"` // of an event: its cover, of [Client.UploadTempImageMedia]
	ActivityShareMediaID string               `json:"activity_share_mediaid,omitzero"` // of an event: the picture of the card with which it is passed on
	ActivityDetail       LivingActivityDetail `json:"activity_detail,omitzero"`        // of an event
	AgentID              int64                `json:"agentid,omitzero"`                // the app, of old suites with several
}

// LivingActivityDetail tells about an event.
type LivingActivityDetail struct {
	Description string   `json:"description,omitzero"`
	ImageList   []string `json:"image_list,omitzero"` // media IDs; the first 5 count
}

// DeleteLivingReplay deletes the recording of a live broadcast (删除直播回放). Errcode 92007 says that it cannot
// be deleted.
//
// API: POST /cgi-bin/living/delete_replay_data
// Doc: https://developer.work.weixin.qq.com/document/path/93874
func (c *Client) DeleteLivingReplay(ctx context.Context, livingID string) error {
	return c.invoke(ctx, post, "/cgi-bin/living/delete_replay_data", param{"livingid", livingID}, nil)
}

// GetLivingCode returns the code with which a user of WeChat can watch a live broadcast or its recording, a
// credential (在微信中观看直播或直播回放).
//
// API: POST /cgi-bin/living/get_living_code
// Doc: https://developer.work.weixin.qq.com/document/path/93641
func (c *Client) GetLivingCode(ctx context.Context, req *GetLivingCodeRequest) (Secret, error) {
	var resp getLivingCodeResponse
	err := c.invoke(ctx, post, "/cgi-bin/living/get_living_code", req, &resp)
	return resp.LivingCode, err
}

type getLivingCodeResponse struct {
	LivingCode Secret `json:"living_code"`
}

// GetLivingCodeRequest says who watches what.
type GetLivingCodeRequest struct {
	LivingID string `json:"livingid"`
	OpenID   string `json:"openid"` // of the user of WeChat
}

// GetLiving returns a live broadcast (获取直播详情).
//
// API: GET /cgi-bin/living/get_living_info
// Doc: https://developer.work.weixin.qq.com/document/path/93635
func (c *Client) GetLiving(ctx context.Context, livingID string) (*Living, error) {
	var resp getLivingResponse
	err := c.invoke(ctx, get, "/cgi-bin/living/get_living_info", param{"livingid", livingID}, &resp)
	return resp.LivingInfo, err
}

type getLivingResponse struct {
	LivingInfo *Living `json:"living_info"`
}

// LivingStatus says how far a live broadcast is.
type LivingStatus int64

// How far a live broadcast is.
const (
	LivingStatusPlanned   LivingStatus = 0
	LivingStatusLive      LivingStatus = 1
	LivingStatusEnded     LivingStatus = 2
	LivingStatusOverdue   LivingStatus = 3 // did not begin in time
	LivingStatusCancelled LivingStatus = 4
)

// LivingReplayStatus says how far the recording of a live broadcast is.
type LivingReplayStatus int64

// How far the recording of a live broadcast is.
const (
	LivingReplayStatusReady   LivingReplayStatus = 0
	LivingReplayStatusPending LivingReplayStatus = 1 // it is being made
	LivingReplayStatusDeleted LivingReplayStatus = 2
	LivingReplayStatusFailed  LivingReplayStatus = 3
)

// Living is a live broadcast.
type Living struct {
	LivingID              string             `json:"livingid"`
	AnchorUserID          string             `json:"anchor_userid"`   // who gives it
	MainDepartment        int64              `json:"main_department"` // of the anchor
	Theme                 string             `json:"theme"`
	LivingStart           Timestamp          `json:"living_start"`
	LivingDuration        int64              `json:"living_duration"`         // seconds
	ReserveStart          Timestamp          `json:"reserve_start"`           // as it was planned
	ReserveLivingDuration int64              `json:"reserve_living_duration"` // as it was planned, seconds
	Type                  LivingType         `json:"type"`
	Status                LivingStatus       `json:"status"`
	Description           string             `json:"description"`
	OpenReplay            IntBool            `json:"open_replay"`     // whether the recording can be watched
	ReplayStatus          LivingReplayStatus `json:"replay_status"`   // only if OpenReplay: without it the zero value says nothing
	SubscribeCount        int64              `json:"subscribe_count"` // how many asked to be reminded
	ViewerNum             int64              `json:"viewer_num"`      // how many watched
	OnlineCount           int64              `json:"online_count"`    // how many watch now
	CommentNum            int64              `json:"comment_num"`
	MicNum                int64              `json:"mic_num"`         // how many spoke
	PushStreamURL         string             `json:"push_stream_url"` // where to send the stream, only of an event that has not begun; whoever has it can broadcast
}

// GetLivingShareViewer returns who came from a live broadcast to the mini program of a shop
// (获取跳转小程序商城的直播观众信息). The mini program is opened with the code as its parameter ww_share_code.
//
// API: POST /cgi-bin/living/get_living_share_info
// Doc: https://developer.work.weixin.qq.com/document/path/94442
func (c *Client) GetLivingShareViewer(ctx context.Context, wwShareCode string) (*LivingShareViewer, error) {
	return exec(ctx, c, post, "/cgi-bin/living/get_living_share_info", param{"ww_share_code", wwShareCode}, new(LivingShareViewer))
}

// LivingShareViewer is who came from a live broadcast to a shop, and who had invited that viewer: each a
// member or an external contact.
type LivingShareViewer struct {
	LivingID              string `json:"livingid"`
	ViewerUserID          string `json:"viewer_userid"`
	ViewerExternalUserID  string `json:"viewer_external_userid"`
	InvitorUserID         string `json:"invitor_userid"`
	InvitorExternalUserID string `json:"invitor_external_userid"`
}

// ListUserLivingIDs returns a page of the IDs of a member's live broadcasts (获取成员直播ID列表). Live lessons
// of a school are among them.
//
// API: POST /cgi-bin/living/get_user_all_livingid
// Doc: https://developer.work.weixin.qq.com/document/path/93634
func (c *Client) ListUserLivingIDs(ctx context.Context, req *ListUserLivingIDsRequest) (*ListUserLivingIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/living/get_user_all_livingid", req, new(ListUserLivingIDsResponse))
}

// AllUserLivingIDs ranges over the IDs of a member's live broadcasts, page by page; see
// [Client.ListUserLivingIDs].
func (c *Client) AllUserLivingIDs(ctx context.Context, req *ListUserLivingIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListUserLivingIDs,
		func(q *ListUserLivingIDsRequest) *string { return &q.Cursor },
		func(p *ListUserLivingIDsResponse) ([]string, string, bool) {
			return p.LivingIDList, p.NextCursor, p.NextCursor != ""
		})
}

// ListUserLivingIDsRequest names a member.
type ListUserLivingIDsRequest struct {
	UserID string `json:"userid"`
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // 1 to 100, 100 by default
}

// ListUserLivingIDsResponse is a page of IDs.
type ListUserLivingIDsResponse struct {
	LivingIDList []string `json:"livingid_list"`
	NextCursor   string   `json:"next_cursor"` // empty on the last page
}

// ListLivingWatchStatistics returns a page of the members and others who watched a live broadcast
// (获取直播观看明细).
//
// API: POST /cgi-bin/living/get_watch_stat
// Doc: https://developer.work.weixin.qq.com/document/path/93636
func (c *Client) ListLivingWatchStatistics(ctx context.Context, req *ListLivingWatchStatisticsRequest) (*ListLivingWatchStatisticsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/living/get_watch_stat", req, new(ListLivingWatchStatisticsResponse))
}

// AllLivingWatchStatistics ranges over the pages of those who watched a live broadcast; see
// [Client.ListLivingWatchStatistics].
func (c *Client) AllLivingWatchStatistics(ctx context.Context, req *ListLivingWatchStatisticsRequest) iter.Seq2[*LivingWatchStatistic, error] {
	return paginate(ctx, req, c.ListLivingWatchStatistics,
		func(q *ListLivingWatchStatisticsRequest) *string { return &q.NextKey },
		func(p *ListLivingWatchStatisticsResponse) ([]*LivingWatchStatistic, string, bool) {
			return []*LivingWatchStatistic{&p.StatInfo}, p.NextKey, !bool(p.Ending)
		})
}

// ListLivingWatchStatisticsRequest names a live broadcast.
type ListLivingWatchStatisticsRequest struct {
	LivingID string `json:"livingid"`
	NextKey  string `json:"next_key,omitzero"` // the NextKey of the page before
}

// ListLivingWatchStatisticsResponse is a page of those who watched.
type ListLivingWatchStatisticsResponse struct {
	StatInfo LivingWatchStatistic `json:"stat_info"`
	Ending   IntBool              `json:"ending"` // whether this is the last page; NextKey does not tell
	NextKey  string               `json:"next_key"`
}

// LivingWatchStatistic is who watched.
type LivingWatchStatistic struct {
	Users         []LivingUserViewer     `json:"users"`
	ExternalUsers []LivingExternalViewer `json:"external_users"`
}

// LivingUserViewer is a member who watched.
type LivingUserViewer struct {
	UserID                string  `json:"userid"`
	WatchTime             int64   `json:"watch_time"`              // seconds
	IsComment             IntBool `json:"is_comment"`              // whether the viewer commented
	IsMic                 IntBool `json:"is_mic"`                  // whether the viewer spoke
	InvitorUserID         string  `json:"invitor_userid"`          // the member who invited the viewer
	InvitorExternalUserID string  `json:"invitor_external_userid"` // or the external contact who did
}

// LivingExternalViewer is somebody outside the corp who watched.
type LivingExternalViewer struct {
	ExternalUserID        string              `json:"external_userid"`
	Type                  ExternalContactType `json:"type"`
	Name                  string              `json:"name"`
	WatchTime             int64               `json:"watch_time"`              // seconds
	IsComment             IntBool             `json:"is_comment"`              // whether the viewer commented
	IsMic                 IntBool             `json:"is_mic"`                  // whether the viewer spoke
	InvitorUserID         string              `json:"invitor_userid"`          // the member who invited the viewer
	InvitorExternalUserID string              `json:"invitor_external_userid"` // or the external contact who did
}

// UpdateLiving changes the fields of a live broadcast that req sets (修改预约直播). Errcode 92006 says that it
// has begun or was cancelled.
//
// API: POST /cgi-bin/living/modify
// Doc: https://developer.work.weixin.qq.com/document/path/93640
func (c *Client) UpdateLiving(ctx context.Context, req *UpdateLivingRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/living/modify", req, nil)
}

// UpdateLivingRequest says what changes of a live broadcast. The limits are those of [CreateLivingRequest].
type UpdateLivingRequest struct {
	LivingID       string      `json:"livingid"`
	Title          *string     `json:"title,omitzero"` // not documented any more: set Theme
	Theme          *string     `json:"theme,omitzero"`
	LivingStart    Timestamp   `json:"living_start,omitzero"`
	LivingDuration *int64      `json:"living_duration,omitzero"` // seconds
	Type           *LivingType `json:"type,omitzero"`
	Description    *string     `json:"description,omitzero"`
	RemindTime     *int64      `json:"remind_time,omitzero"` // how many seconds before the start viewers are reminded
}
