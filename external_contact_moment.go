package workwx

import (
	"context"
	"iter"
	"time"
)

// MomentVisibleType says who can see a moment.
type MomentVisibleType int64

// The visibilities of moments.
const (
	MomentVisibleTypePartial MomentVisibleType = 0 // some of the customers
	MomentVisibleTypePublic  MomentVisibleType = 1 // all customers
)

// MomentPublishStatus says whether a member has published a moment.
type MomentPublishStatus int64

// The states of a member's task.
const (
	MomentPublishStatusUnpublished MomentPublishStatus = 0
	MomentPublishStatusPublished   MomentPublishStatus = 1
)

// MomentTaskStatus says how far the creation of a moment is.
type MomentTaskStatus int64

// The states of the creation of a moment.
const (
	MomentTaskStatusStarted MomentTaskStatus = 1
	MomentTaskStatusRunning MomentTaskStatus = 2
	MomentTaskStatusDone    MomentTaskStatus = 3 // successfully or not
)

// MomentAttachment is what a moment shows beside its text: the field that MsgType names is set.
// NewMomentImageAttachment and its kin make one.
type MomentAttachment struct {
	MsgType MsgAttachmentType `json:"msgtype"` // image, video or link
	Image   MessageMedia      `json:"image,omitzero"`
	Link    MomentLink        `json:"link,omitzero"`
	Video   MessageMedia      `json:"video,omitzero"`
}

// MomentLink is the linked page of a moment.
type MomentLink struct {
	Title   string `json:"title"` // at most 64 characters
	URL     string `json:"url"`
	MediaID string `json:"media_id,omitzero"` // the cover, from UploadAttachmentMedia, at most 10,800×1,080 pixels; required when publishing, absent in records
}

// NewMomentImageAttachment returns a picture that was uploaded with [Client.UploadAttachmentMedia], of at
// most 10,800×1,080 pixels.
func NewMomentImageAttachment(mediaID string) MomentAttachment {
	return MomentAttachment{MsgType: MsgAttachmentTypeImage, Image: MessageMedia{MediaID: mediaID}}
}

// NewMomentVideoAttachment returns a video that was uploaded with [Client.UploadAttachmentMedia], of at
// most 30 seconds and 10 MB.
func NewMomentVideoAttachment(mediaID string) MomentAttachment {
	return MomentAttachment{MsgType: MsgAttachmentTypeVideo, Video: MessageMedia{MediaID: mediaID}}
}

// NewMomentLinkAttachment returns a linked page.
func NewMomentLinkAttachment(link MomentLink) MomentAttachment {
	return MomentAttachment{MsgType: MsgAttachmentTypeLink, Link: link}
}

// CreateMomentTask asks members to publish a moment to their customers, and returns the id of the job
// that creates it (创建发表任务). [Client.WaitMomentTask] waits for the job.
//
// Nothing is published until the members confirm in their client; [Client.ListMomentTasks] tells who has.
// A corp may create 10 a minute and 100,000 a month (errcode 41210 beyond that); 41078 says that too many
// jobs are running.
//
// API: POST /cgi-bin/externalcontact/add_moment_task
// Doc: https://developer.work.weixin.qq.com/document/path/95094
func (c *Client) CreateMomentTask(ctx context.Context, req *CreateMomentTaskRequest) (string, error) {
	var resp createMomentTaskResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/add_moment_task", req, &resp)
	return resp.JobID, err
}

type createMomentTaskResponse struct {
	JobID string `json:"jobid"`
}

// CreateMomentTaskRequest is a moment, who publishes it and who sees it. Text or attachments must be set.
type CreateMomentTaskRequest struct {
	Text         MessageText        `json:"text,omitzero"`          // at most 4,000 bytes
	Attachments  []MomentAttachment `json:"attachments,omitzero"`   // at most 9 pictures, or 1 video, or 1 link
	VisibleRange MomentVisibleRange `json:"visible_range,omitzero"` // by default all members whom the app can see, and all their customers
}

// MomentVisibleRange says who publishes a moment and who sees it. With both lists the publishers are
// those members of SenderList who have a customer of ExternalContactList.
type MomentVisibleRange struct {
	SenderList          UserDepartmentRange   `json:"sender_list,omitzero"`           // who publishes, at most 100,000 members; those outside the app's visible range are ignored
	ExternalContactList MomentCustomersFilter `json:"external_contact_list,omitzero"` // who sees it; the moment is then not public
}

// MomentCustomersFilter chooses the customers who see a moment.
type MomentCustomersFilter struct {
	TagList []string `json:"tag_list,omitzero"` // ids of corp tags; those of rule groups do not work
}

// CancelMomentTask stops a moment: members who have not published it yet no longer can
// (停止发表企业朋友圈). What was published stays. Errcode 41079 says that the moment is just being handed
// out, so try again in a while.
//
// API: POST /cgi-bin/externalcontact/cancel_moment_task
// Doc: https://developer.work.weixin.qq.com/document/path/97612
func (c *Client) CancelMomentTask(ctx context.Context, momentID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/cancel_moment_task", param{"moment_id", momentID}, nil)
}

// ListMomentComments returns who commented on and who liked a moment that a member published
// (获取客户朋友圈的互动数据). Errcode 41061 says that this member is not one who published it, 41062 that
// the member has not published it yet.
//
// API: POST /cgi-bin/externalcontact/get_moment_comments
// Doc: https://developer.work.weixin.qq.com/document/path/93333
func (c *Client) ListMomentComments(ctx context.Context, req *ListMomentCommentsRequest) (*ListMomentCommentsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_moment_comments", req, new(ListMomentCommentsResponse))
}

// ListMomentCommentsRequest names a moment and a member who published it.
type ListMomentCommentsRequest struct {
	MomentID string `json:"moment_id"`
	UserID   string `json:"userid"` // from ListMomentTasks, or the creator of a member's own moment
}

// ListMomentCommentsResponse is the comments on a moment and its likes. What the comments say is not told.
type ListMomentCommentsResponse struct {
	CommentList []*MomentInteraction `json:"comment_list"`
	LikeList    []*MomentInteraction `json:"like_list"`
}

// MomentInteraction is a comment on a moment, or a like: by a member or by a customer.
type MomentInteraction struct {
	UserID         string    `json:"userid"`          // the member, or empty
	ExternalUserID string    `json:"external_userid"` // the customer, or empty
	CreateTime     Timestamp `json:"create_time"`
}

// ListMomentCustomers returns a page of the customers whom a moment was meant for when a member published
// it (获取客户朋友圈发表时选择的可见范围).
//
// API: POST /cgi-bin/externalcontact/get_moment_customer_list
// Doc: https://developer.work.weixin.qq.com/document/path/93333
func (c *Client) ListMomentCustomers(ctx context.Context, req *ListMomentCustomersRequest) (*ListMomentCustomersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_moment_customer_list", req, new(ListMomentCustomersResponse))
}

// AllMomentCustomers ranges over the customers whom a moment was meant for, page by page; see
// [Client.ListMomentCustomers].
func (c *Client) AllMomentCustomers(ctx context.Context, req *ListMomentCustomersRequest) iter.Seq2[*MomentCustomer, error] {
	return paginate(ctx, req, c.ListMomentCustomers,
		func(q *ListMomentCustomersRequest) *string { return &q.Cursor },
		func(p *ListMomentCustomersResponse) ([]*MomentCustomer, string, bool) {
			return p.CustomerList, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentCustomersRequest names a moment and a member who published it.
type ListMomentCustomersRequest struct {
	MomentID string `json:"moment_id"`
	UserID   string `json:"userid"`          // from ListMomentTasks, or the creator of a member's own moment
	Limit    int64  `json:"limit,omitzero"`  // per page, 500 by default, at most 1,000
	Cursor   string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListMomentCustomersResponse is a page of customers.
type ListMomentCustomersResponse struct {
	CustomerList []*MomentCustomer `json:"customer_list"`
	NextCursor   string            `json:"next_cursor"` // empty on the last page
}

// MomentCustomer is a customer whom a moment was meant for.
type MomentCustomer struct {
	UserID         string `json:"userid"`          // the member who published it
	ExternalUserID string `json:"external_userid"` // the customer
}

// ListMoments returns a page of the moments of the corp and its members (获取企业全部的发表列表).
//
// The period may be at most 30 days. Deleted moments are left out.
//
// API: POST /cgi-bin/externalcontact/get_moment_list
// Doc: https://developer.work.weixin.qq.com/document/path/93333
func (c *Client) ListMoments(ctx context.Context, req *ListMomentsRequest) (*ListMomentsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_moment_list", req, new(ListMomentsResponse))
}

// AllMoments ranges over the moments of a period, page by page; see [Client.ListMoments].
func (c *Client) AllMoments(ctx context.Context, req *ListMomentsRequest) iter.Seq2[*Moment, error] {
	return paginate(ctx, req, c.ListMoments,
		func(q *ListMomentsRequest) *string { return &q.Cursor },
		func(p *ListMomentsResponse) ([]*Moment, string, bool) {
			return p.MomentList, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentsRequest says which moments to list.
type ListMomentsRequest struct {
	StartTime  Timestamp      `json:"start_time"`
	EndTime    Timestamp      `json:"end_time"`             // at most 30 days after StartTime
	Creator    string         `json:"creator,omitzero"`     // the member who created the moment
	FilterType *PublisherType `json:"filter_type,omitzero"` // PublisherTypeAll by default
	Limit      int64          `json:"limit,omitzero"`       // per page, 20 by default, which is the most
	Cursor     string         `json:"cursor,omitzero"`      // NextCursor of the page before
}

// ListMomentsResponse is a page of moments.
type ListMomentsResponse struct {
	MomentList []*Moment `json:"moment_list"`
	NextCursor string    `json:"next_cursor"` // empty on the last page
}

// Moment is something that members show to their customers in WeChat (朋友圈).
type Moment struct {
	MomentID    string            `json:"moment_id"`
	Creator     string            `json:"creator"`      // the member; empty if created through the API
	CreateType  PublisherType     `json:"create_type"`  // the corp or a member
	VisibleType MomentVisibleType `json:"visible_type"` // who can see it
	Text        MessageText       `json:"text"`
	Image       []MessageMedia    `json:"image"` // for DownloadTempMedia
	Video       MomentVideo       `json:"video"`
	Link        MomentLink        `json:"link"`
	Location    MomentLocation    `json:"location"`
	CreateTime  Timestamp         `json:"create_time"`
}

// MomentVideo is the video of a moment.
type MomentVideo struct {
	MediaID      string `json:"media_id"`       // for DownloadTempMedia
	ThumbMediaID string `json:"thumb_media_id"` // the cover, for DownloadTempMedia
}

// MomentLocation is the place that a moment shows.
type MomentLocation struct {
	Longitude float64 `json:"longitude"` // degrees
	Latitude  float64 `json:"latitude"`  // degrees
	Name      string  `json:"name"`
}

// ListMomentSendResults returns a page of the customers who can see a moment that a member published
// (获取客户朋友圈发表后的可见客户列表).
//
// API: POST /cgi-bin/externalcontact/get_moment_send_result
// Doc: https://developer.work.weixin.qq.com/document/path/93333
func (c *Client) ListMomentSendResults(ctx context.Context, req *ListMomentSendResultsRequest) (*ListMomentSendResultsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_moment_send_result", req, new(ListMomentSendResultsResponse))
}

// AllMomentSendResults ranges over the customers who can see a moment, page by page; see
// [Client.ListMomentSendResults].
func (c *Client) AllMomentSendResults(ctx context.Context, req *ListMomentSendResultsRequest) iter.Seq2[*MomentSendResult, error] {
	return paginate(ctx, req, c.ListMomentSendResults,
		func(q *ListMomentSendResultsRequest) *string { return &q.Cursor },
		func(p *ListMomentSendResultsResponse) ([]*MomentSendResult, string, bool) {
			return p.CustomerList, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentSendResultsRequest names a moment and a member who published it.
type ListMomentSendResultsRequest struct {
	MomentID string `json:"moment_id"`
	UserID   string `json:"userid"`          // from ListMomentTasks, or the creator of a member's own moment
	Limit    int64  `json:"limit,omitzero"`  // per page, 3,000 by default, at most 5,000
	Cursor   string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListMomentSendResultsResponse is a page of customers.
type ListMomentSendResultsResponse struct {
	CustomerList []*MomentSendResult `json:"customer_list"`
	NextCursor   string              `json:"next_cursor"` // empty on the last page
}

// MomentSendResult is a customer who can see a moment.
type MomentSendResult struct {
	ExternalUserID string `json:"external_userid"`
}

// ListMomentTasks returns a page of the members who are to publish a moment, and whether they have
// (获取客户朋友圈企业发表的列表). The moment must be one of the corp; errcode 41067 says that it is a member's
// own.
//
// API: POST /cgi-bin/externalcontact/get_moment_task
// Doc: https://developer.work.weixin.qq.com/document/path/93333
func (c *Client) ListMomentTasks(ctx context.Context, req *ListMomentTasksRequest) (*ListMomentTasksResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_moment_task", req, new(ListMomentTasksResponse))
}

// AllMomentTasks ranges over the members who are to publish a moment, page by page; see
// [Client.ListMomentTasks].
func (c *Client) AllMomentTasks(ctx context.Context, req *ListMomentTasksRequest) iter.Seq2[*MomentTask, error] {
	return paginate(ctx, req, c.ListMomentTasks,
		func(q *ListMomentTasksRequest) *string { return &q.Cursor },
		func(p *ListMomentTasksResponse) ([]*MomentTask, string, bool) {
			return p.TaskList, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentTasksRequest names a moment of the corp.
type ListMomentTasksRequest struct {
	MomentID string `json:"moment_id"`
	Limit    int64  `json:"limit,omitzero"`  // per page, 500 by default, at most 1,000
	Cursor   string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListMomentTasksResponse is a page of members.
type ListMomentTasksResponse struct {
	TaskList   []*MomentTask `json:"task_list"`
	NextCursor string        `json:"next_cursor"` // empty on the last page
}

// MomentTask is a member who is to publish a moment.
type MomentTask struct {
	UserID        string              `json:"userid"`
	PublishStatus MomentPublishStatus `json:"publish_status"`
}

// GetMomentTaskResult tells how far the job of CreateMomentTask is, and which moment it made
// (获取任务创建结果). A job can be asked for 24 hours.
//
// API: GET /cgi-bin/externalcontact/get_moment_task_result
// Doc: https://developer.work.weixin.qq.com/document/path/95094
func (c *Client) GetMomentTaskResult(ctx context.Context, jobID string) (*MomentTaskResult, error) {
	return exec(ctx, c, get, "/cgi-bin/externalcontact/get_moment_task_result", param{"jobid", jobID}, new(MomentTaskResult))
}

// MomentTaskResult is how far the creation of a moment is and what came of it.
type MomentTaskResult struct {
	Type   string            `json:"type"` // always add_moment_task
	Status MomentTaskStatus  `json:"status"`
	Result MomentTaskOutcome `json:"result"` // once Status is MomentTaskStatusDone
}

// MomentTaskOutcome is what came of the creation of a moment.
type MomentTaskOutcome struct {
	ErrCode                    Code                  `json:"errcode"` // why it failed, or CodeOK
	ErrMsg                     string                `json:"errmsg"`
	MomentID                   string                `json:"moment_id"`
	InvalidSenderList          UserDepartmentRange   `json:"invalid_sender_list"`           // senders who do not exist or whom the app cannot see
	InvalidExternalContactList MomentCustomersFilter `json:"invalid_external_contact_list"` // tags that do not exist
}

// WaitMomentTask waits until a job of CreateMomentTask has ended, asking every 2 seconds at first and
// every 15 at last, and returns what came of it. A job that failed gives an [Error] with its code.
func (c *Client) WaitMomentTask(ctx context.Context, jobID string) (*MomentTaskOutcome, error) {
	const api = "/cgi-bin/externalcontact/get_moment_task_result"
	result, err := awaitJob(ctx, api, 2*time.Second, func() (*MomentTaskResult, bool, error) {
		r, err := c.GetMomentTaskResult(ctx, jobID)
		return r, err == nil && r.Status == MomentTaskStatusDone, err
	})
	if err != nil {
		return nil, err
	}
	if outcome := result.Result; outcome.ErrCode != CodeOK {
		return nil, &Error{Code: outcome.ErrCode, Msg: outcome.ErrMsg, API: api}
	}
	return &result.Result, nil
}

// CreateMomentStrategy creates a group of rules for moments, and returns its id (创建新的规则组). It says
// which members a manager is in charge of, and what they may do.
//
// Create and change such groups one at a time, not concurrently. A group with a parent takes over its
// privileges and covers a part of its range; 5 levels are possible. An app sees only the groups that it
// created.
//
// API: POST /cgi-bin/externalcontact/moment_strategy/create
// Doc: https://developer.work.weixin.qq.com/document/path/94890
func (c *Client) CreateMomentStrategy(ctx context.Context, req *CreateMomentStrategyRequest) (int64, error) {
	var resp createMomentStrategyResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/moment_strategy/create", req, &resp)
	return resp.StrategyID, err
}

type createMomentStrategyResponse struct {
	StrategyID int64 `json:"strategy_id"`
}

// CreateMomentStrategyRequest describes a rule group for moments to create.
type CreateMomentStrategyRequest struct {
	ParentID     int64                   `json:"parent_id,omitzero"` // none by default
	StrategyName string                  `json:"strategy_name"`
	AdminList    []string                `json:"admin_list"`         // managers, at most 20, no super administrators
	Privilege    MomentStrategyPrivilege `json:"privilege,omitzero"` // all by default; ignored if the group has a parent
	Range        []StrategyRange         `json:"range"`              // whom it covers, at most 3,000 in all
}

// MomentStrategyPrivilege says what a rule group for moments is to allow. What is nil is allowed.
type MomentStrategyPrivilege struct {
	ViewMomentList           *bool `json:"view_moment_list,omitzero"`             // see all moments of the members
	SendMoment               *bool `json:"send_moment,omitzero"`                  // publish moments
	ManageMomentCoverAndSign *bool `json:"manage_moment_cover_and_sign,omitzero"` // set cover and signature
}

// DeleteMomentStrategy deletes a rule group for moments (删除规则组).
//
// API: POST /cgi-bin/externalcontact/moment_strategy/del
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) DeleteMomentStrategy(ctx context.Context, strategyID int64) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/moment_strategy/del", param{"strategy_id", strategyID}, nil)
}

// UpdateMomentStrategy changes the fields of a rule group for moments that req sets and leaves the rest as
// they are (编辑规则组及其管理范围). Managers and privileges are replaced as a whole; the range is added to
// and taken from. Change rule groups one at a time, not concurrently.
//
// API: POST /cgi-bin/externalcontact/moment_strategy/edit
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) UpdateMomentStrategy(ctx context.Context, req *UpdateMomentStrategyRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/moment_strategy/edit", req, nil)
}

// UpdateMomentStrategyRequest holds what changes in a rule group for moments.
type UpdateMomentStrategyRequest struct {
	StrategyID   int64                   `json:"strategy_id"`
	StrategyName *string                 `json:"strategy_name,omitzero"`
	AdminList    []string                `json:"admin_list,omitzero"` // replaces the managers, at most 20; an empty list changes nothing
	Privilege    MomentStrategyPrivilege `json:"privilege,omitzero"`  // replaces all privileges; ignored if the group has a parent
	RangeAdd     []StrategyRange         `json:"range_add,omitzero"`  // whom it covers in addition
	RangeDel     []StrategyRange         `json:"range_del,omitzero"`  // whom it no longer covers
}

// GetMomentStrategy returns a rule group for moments (获取规则组详情). [Client.ListMomentStrategyRanges] has
// its range.
//
// API: POST /cgi-bin/externalcontact/moment_strategy/get
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) GetMomentStrategy(ctx context.Context, strategyID int64) (*MomentStrategy, error) {
	var resp getMomentStrategyResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/moment_strategy/get", param{"strategy_id", strategyID}, &resp)
	return resp.Strategy, err
}

type getMomentStrategyResponse struct {
	Strategy *MomentStrategy `json:"strategy"`
}

// MomentStrategy is a group of rules for moments: who manages which members, and what they may do.
type MomentStrategy struct {
	StrategyID   int64                       `json:"strategy_id"`
	ParentID     int64                       `json:"parent_id"` // 0 if none
	StrategyName string                      `json:"strategy_name"`
	AdminList    []string                    `json:"admin_list"` // managers
	Privilege    MomentStrategyPrivilegeInfo `json:"privilege"`
	CreateTime   Timestamp                   `json:"create_time"`
}

// MomentStrategyPrivilegeInfo says what a rule group for moments allows.
type MomentStrategyPrivilegeInfo struct {
	ViewMomentList           bool `json:"view_moment_list"`             // see all moments of the members
	SendMoment               bool `json:"send_moment"`                  // publish moments
	ManageMomentCoverAndSign bool `json:"manage_moment_cover_and_sign"` // set cover and signature
}

// ListMomentStrategyRanges returns a page of the members and departments that a rule group for moments
// covers (获取规则组管理范围).
//
// API: POST /cgi-bin/externalcontact/moment_strategy/get_range
// Doc: https://developer.work.weixin.qq.com/document/path/94890
func (c *Client) ListMomentStrategyRanges(ctx context.Context, req *ListMomentStrategyRangesRequest) (*ListMomentStrategyRangesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/moment_strategy/get_range", req, new(ListMomentStrategyRangesResponse))
}

// AllMomentStrategyRanges ranges over the members and departments that a rule group for moments covers,
// page by page; see [Client.ListMomentStrategyRanges].
func (c *Client) AllMomentStrategyRanges(ctx context.Context, req *ListMomentStrategyRangesRequest) iter.Seq2[*StrategyRange, error] {
	return paginate(ctx, req, c.ListMomentStrategyRanges,
		func(q *ListMomentStrategyRangesRequest) *string { return &q.Cursor },
		func(p *ListMomentStrategyRangesResponse) ([]*StrategyRange, string, bool) {
			return p.Range, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentStrategyRangesRequest names a rule group for moments.
type ListMomentStrategyRangesRequest struct {
	StrategyID int64  `json:"strategy_id"`
	Cursor     string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit      int64  `json:"limit,omitzero"`  // per page, 1,000 by default, which is the most
}

// ListMomentStrategyRangesResponse is a page of members and departments.
type ListMomentStrategyRangesResponse struct {
	Range      []*StrategyRange `json:"range"`
	NextCursor string           `json:"next_cursor"` // empty on the last page
}

// ListMomentStrategies returns a page of the ids of the rule groups for moments that this app created
// (获取规则组列表).
//
// API: POST /cgi-bin/externalcontact/moment_strategy/list
// Doc: https://developer.work.weixin.qq.com/document/path/94890
func (c *Client) ListMomentStrategies(ctx context.Context, req *ListMomentStrategiesRequest) (*ListMomentStrategiesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/moment_strategy/list", req, new(ListMomentStrategiesResponse))
}

// AllMomentStrategies ranges over the ids of the rule groups for moments, page by page; see
// [Client.ListMomentStrategies].
func (c *Client) AllMomentStrategies(ctx context.Context, req *ListMomentStrategiesRequest) iter.Seq2[*MomentStrategyItem, error] {
	return paginate(ctx, req, c.ListMomentStrategies,
		func(q *ListMomentStrategiesRequest) *string { return &q.Cursor },
		func(p *ListMomentStrategiesResponse) ([]*MomentStrategyItem, string, bool) {
			return p.Strategy, p.NextCursor, p.NextCursor != ""
		})
}

// ListMomentStrategiesRequest says which page to return.
type ListMomentStrategiesRequest struct {
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, 1,000 by default, which is the most
}

// ListMomentStrategiesResponse is a page of rule groups.
type ListMomentStrategiesResponse struct {
	Strategy   []*MomentStrategyItem `json:"strategy"`
	NextCursor string                `json:"next_cursor"` // empty on the last page
}

// MomentStrategyItem is the id of a rule group for moments.
type MomentStrategyItem struct {
	StrategyID int64 `json:"strategy_id"`
}
