package workwx

import (
	"cmp"
	"context"
	"iter"
)

// CreateReportGrid adds a grid, an area of which somebody is in charge (添加网格). Reports by members (巡查上报)
// and by residents (居民上报) are assigned by grids. User IDs that are unknown are left out and returned.
//
// The app must be one that may call 居民联系, here and in the methods of grids and categories below. Errcode
// 90608 says that the name is taken, 90604 that there is no such parent, 90606 that the grid would have more
// than 20 administrators, 90609 and 90610 that it would have too many members, 90613 that a member would be in
// charge of too many grids.
//
// API: POST /cgi-bin/report/grid/add
// Doc: https://developer.work.weixin.qq.com/document/path/94478
func (c *Client) CreateReportGrid(ctx context.Context, req *CreateReportGridRequest) (*CreateReportGridResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/report/grid/add", req, new(CreateReportGridResponse))
}

// CreateReportGridRequest is a new grid.
type CreateReportGridRequest struct {
	GridName     string   `json:"grid_name"`
	GridParentID string   `json:"grid_parent_id,omitzero"`
	GridAdmin    []string `json:"grid_admin"`           // user IDs of those in charge, at most 20
	GridMember   []string `json:"grid_member,omitzero"` // user IDs
}

// CreateReportGridResponse is the ID of a new grid, and who is not in it.
type CreateReportGridResponse struct {
	GridID         string   `json:"grid_id"`
	InvalidUserIDs []string `json:"invalid_userids"`
}

// CreateReportGridCategory adds a category of what is reported, of the first or second level, and returns
// its ID (添加事件类别).
//
// API: POST /cgi-bin/report/grid/add_cata
// Doc: https://developer.work.weixin.qq.com/document/path/94536
func (c *Client) CreateReportGridCategory(ctx context.Context, req *CreateReportGridCategoryRequest) (string, error) {
	var resp createReportGridCategoryResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/report/grid/add_cata", req, &resp)
	return resp.CategoryID, err
}

type createReportGridCategoryResponse struct {
	CategoryID string `json:"category_id"`
}

// CreateReportGridCategoryRequest is a new category.
type CreateReportGridCategoryRequest struct {
	CategoryName     string `json:"category_name"`
	Level            int64  `json:"level"`                       // 1 or 2
	ParentCategoryID string `json:"parent_category_id,omitzero"` // of the first level, for a category of the second
}

// DeleteReportGrid deletes a grid (删除网格). Errcode 90607 says that it has members.
//
// API: POST /cgi-bin/report/grid/delete
// Doc: https://developer.work.weixin.qq.com/document/path/94480
func (c *Client) DeleteReportGrid(ctx context.Context, gridID string) error {
	return c.invoke(ctx, post, "/cgi-bin/report/grid/delete", param{"grid_id", gridID}, nil)
}

// DeleteReportGridCategory deletes a category of what is reported (删除事件类别). Errcode 90603 says that there
// is none.
//
// API: POST /cgi-bin/report/grid/delete_cata
// Doc: https://developer.work.weixin.qq.com/document/path/94538
func (c *Client) DeleteReportGridCategory(ctx context.Context, categoryID string) error {
	return c.invoke(ctx, post, "/cgi-bin/report/grid/delete_cata", param{"category_id", categoryID}, nil)
}

// ListReportUserGrids returns the grids that a member is in charge of or takes part in (获取用户负责及参与的网格列表).
//
// API: POST /cgi-bin/report/grid/get_user_grid_info
// Doc: https://developer.work.weixin.qq.com/document/path/94482
func (c *Client) ListReportUserGrids(ctx context.Context, userID string) (*ListReportUserGridsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/grid/get_user_grid_info", param{"userid", userID}, new(ListReportUserGridsResponse))
}

// ListReportUserGridsResponse is the grids of a member.
type ListReportUserGridsResponse struct {
	ManageGrids []*ReportUserGrid `json:"manage_grids"` // those the member is in charge of
	JoinedGrids []*ReportUserGrid `json:"joined_grids"` // those the member takes part in
}

// ReportUserGrid is a grid of a member.
type ReportUserGrid struct {
	GridID   string `json:"grid_id"`
	GridName string `json:"grid_name"`
}

// ListReportGrids returns the grids beneath one, or all (获取网格列表).
//
// API: POST /cgi-bin/report/grid/list
// Doc: https://developer.work.weixin.qq.com/document/path/94481
func (c *Client) ListReportGrids(ctx context.Context, req *ListReportGridsRequest) ([]*ReportGrid, error) {
	var resp listReportGridsResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/grid/list", req, &resp)
	return resp.GridList, err
}

type listReportGridsResponse struct {
	GridList []*ReportGrid `json:"grid_list"`
}

// ListReportGridsRequest says where to begin.
type ListReportGridsRequest struct {
	GridID string `json:"grid_id,omitzero"` // all grids if empty
}

// ReportGrid is an area of which somebody is in charge.
type ReportGrid struct {
	GridID       string   `json:"grid_id"`
	GridName     string   `json:"grid_name"`
	GridParentID string   `json:"grid_parent_id"`
	GridAdmin    []string `json:"grid_admin"`  // user IDs of those in charge
	GridMember   []string `json:"grid_member"` // user IDs
}

// ListReportGridCategories returns the categories of what is reported, of both levels (获取事件类别列表).
//
// API: POST /cgi-bin/report/grid/list_cata
// Doc: https://developer.work.weixin.qq.com/document/path/94540
func (c *Client) ListReportGridCategories(ctx context.Context) ([]*ReportGridCategory, error) {
	var resp listReportGridCategoriesResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/grid/list_cata", nil, &resp)
	return resp.CategoryList, err
}

type listReportGridCategoriesResponse struct {
	CategoryList []*ReportGridCategory `json:"cata_list"`
}

// UnmarshalJSON also takes the list as category_list.
func (r *listReportGridCategoriesResponse) UnmarshalJSON(b []byte) error {
	var wire struct {
		CataList     []*ReportGridCategory `json:"cata_list"`
		CategoryList []*ReportGridCategory `json:"category_list"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	r.CategoryList = wire.CataList
	if len(r.CategoryList) == 0 {
		r.CategoryList = wire.CategoryList
	}
	return nil
}

// ReportGridCategory is a category of what is reported.
type ReportGridCategory struct {
	CategoryID       string `json:"cata_id"`
	CategoryName     string `json:"cata_name"`
	Level            int64  `json:"level"`          // 1 or 2
	ParentCategoryID string `json:"parent_cata_id"` // of the second level
}

// UnmarshalJSON also takes the fields as category_id, category_name and parent_category_id.
func (r *ReportGridCategory) UnmarshalJSON(b []byte) error {
	var wire struct {
		CataID           string `json:"cata_id"`
		CataName         string `json:"cata_name"`
		Level            int64  `json:"level"`
		ParentCataID     string `json:"parent_cata_id"`
		CategoryID       string `json:"category_id"`
		CategoryName     string `json:"category_name"`
		ParentCategoryID string `json:"parent_category_id"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = ReportGridCategory{
		CategoryID:       cmp.Or(wire.CataID, wire.CategoryID),
		CategoryName:     cmp.Or(wire.CataName, wire.CategoryName),
		Level:            wire.Level,
		ParentCategoryID: cmp.Or(wire.ParentCataID, wire.ParentCategoryID),
	}
	return nil
}

// UpdateReportGrid replaces the name and those in charge of a grid, changes what else req sets, and returns
// the user IDs that are unknown and were left out (编辑网格). The errcodes are those of
// [Client.CreateReportGrid].
//
// API: POST /cgi-bin/report/grid/update
// Doc: https://developer.work.weixin.qq.com/document/path/94479
func (c *Client) UpdateReportGrid(ctx context.Context, req *UpdateReportGridRequest) ([]string, error) {
	var resp updateReportGridResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/grid/update", req, &resp)
	return resp.InvalidUserIDs, err
}

type updateReportGridResponse struct {
	InvalidUserIDs []string `json:"invalid_userids"`
}

// UpdateReportGridRequest says what changes of a grid.
type UpdateReportGridRequest struct {
	GridID       string   `json:"grid_id"`
	GridName     string   `json:"grid_name"`
	GridParentID *string  `json:"grid_parent_id,omitzero"`
	GridAdmin    []string `json:"grid_admin"`           // user IDs of those in charge, at most 20
	GridMember   []string `json:"grid_member,omitzero"` // user IDs
}

// UpdateReportGridCategory changes a category of what is reported (修改事件类别). Errcode 90603 says that there is
// none.
//
// API: POST /cgi-bin/report/grid/update_cata
// Doc: https://developer.work.weixin.qq.com/document/path/94537
func (c *Client) UpdateReportGridCategory(ctx context.Context, req *UpdateReportGridCategoryRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/report/grid/update_cata", req, nil)
}

// UpdateReportGridCategoryRequest says what changes of a category.
type UpdateReportGridCategoryRequest struct {
	CategoryID       string  `json:"category_id"`
	CategoryName     string  `json:"category_name"`
	Level            int64   `json:"level"`                       // 1 or 2
	ParentCategoryID *string `json:"parent_category_id,omitzero"` // of the first level, for a category of the second
}

// reportCategory asks for statistics by category. The ID is left out where all are asked for.
type reportCategory struct {
	CategoryID string `json:"category_id,omitzero"`
}

// reportGrid asks for statistics of a grid. The ID is left out where all are asked for.
type reportGrid struct {
	GridID string `json:"grid_id,omitzero"`
}

// ListReportPatrolCategoryStatistics counts what members reported by category: those of the second level beneath
// the given one, or those of the first level if categoryID is empty (获取上报事件分类统计).
//
// The app must be one that may call 巡查上报, here and in the methods below that have Patrol in their names.
//
// API: POST /cgi-bin/report/patrol/category_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/93534
func (c *Client) ListReportPatrolCategoryStatistics(ctx context.Context, categoryID string) ([]*ReportCategoryStatistic, error) {
	var resp listReportPatrolCategoryStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/patrol/category_statistic", &reportCategory{categoryID}, &resp)
	return resp.DashboardList, err
}

type listReportPatrolCategoryStatisticsResponse struct {
	DashboardList []*ReportCategoryStatistic `json:"dashboard_list"`
}

// ReportCategoryType says whether a category is a valid one.
type ReportCategoryType int64

// Whether a category is a valid one.
const (
	ReportCategoryTypeOther ReportCategoryType = 0 // 其他
	ReportCategoryTypeValid ReportCategoryType = 1 // 有效分类
)

// ReportCategoryStatistic counts the reports of a category.
type ReportCategoryStatistic struct {
	CategoryID    string             `json:"category_id"`
	CategoryName  string             `json:"category_name"`
	CategoryLevel int64              `json:"category_level"` // 1 or 2
	CategoryType  ReportCategoryType `json:"category_type"`
	TotalCase     int64              `json:"total_case"`   // how many there were
	TotalSolved   int64              `json:"total_solved"` // how many were dealt with
}

// GetReportPatrolCorpStatus counts what members reported in a grid, or in all if gridID is empty
// (获取单位巡查上报数据统计).
//
// API: POST /cgi-bin/report/patrol/get_corp_status
// Doc: https://developer.work.weixin.qq.com/document/path/93532
func (c *Client) GetReportPatrolCorpStatus(ctx context.Context, gridID string) (*GetReportPatrolCorpStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/patrol/get_corp_status", &reportGrid{gridID}, new(GetReportPatrolCorpStatusResponse))
}

// GetReportPatrolCorpStatusResponse counts reports.
type GetReportPatrolCorpStatusResponse struct {
	ToBeAssigned int64 `json:"to_be_assigned"` // assigned to nobody yet
	Processing   int64 `json:"processing"`     // being dealt with
	AddedToday   int64 `json:"added_today"`
	SolvedToday  int64 `json:"solved_today"`
	TotalCase    int64 `json:"total_case"`
	TotalSolved  int64 `json:"total_solved"`
}

// ListReportPatrolGrids returns the grids for reports by members, and who is in charge of them
// (获取配置的网格及网格负责人).
//
// API: GET /cgi-bin/report/patrol/get_grid_info
// Doc: https://developer.work.weixin.qq.com/document/path/93531
func (c *Client) ListReportPatrolGrids(ctx context.Context) ([]*ReportGridItem, error) {
	var resp listReportPatrolGridsResponse
	err := c.invoke(ctx, get, "/cgi-bin/report/patrol/get_grid_info", nil, &resp)
	return resp.GridList, err
}

type listReportPatrolGridsResponse struct {
	GridList []*ReportGridItem `json:"grid_list"`
}

// ReportGridItem is a grid and who is in charge of it.
type ReportGridItem struct {
	GridID    string   `json:"grid_id"`
	GridName  string   `json:"grid_name"`
	GridAdmin []string `json:"grid_admin"` // user IDs
}

// GetReportPatrolOrder returns a matter that a member reported, and how it is dealt with
// (获取巡查上报的事件详情信息).
//
// API: POST /cgi-bin/report/patrol/get_order_info
// Doc: https://developer.work.weixin.qq.com/document/path/93535
func (c *Client) GetReportPatrolOrder(ctx context.Context, orderID string) (*ReportPatrolOrder, error) {
	var resp getReportPatrolOrderResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/patrol/get_order_info", param{"order_id", orderID}, &resp)
	return resp.OrderInfo, err
}

type getReportPatrolOrderResponse struct {
	OrderInfo *ReportPatrolOrder `json:"order_info"`
}

// ReportPatrolOrder is a matter that a member reported.
type ReportPatrolOrder struct {
	OrderID          string               `json:"order_id"`
	Desc             string               `json:"desc"`
	UrgeType         int64                `json:"urge_type"` // how urgent it is
	CaseName         string               `json:"case_name"` // of the category
	GridID           string               `json:"grid_id"`
	GridName         string               `json:"grid_name"`
	CreateTime       Timestamp            `json:"create_time"`
	ImageURLs        []string             `json:"image_urls"`
	VideoMediaIDs    []string             `json:"video_media_ids"` // for [Client.DownloadTempMedia]
	Location         ReportOrderLocation  `json:"location"`
	ProcessorUserIDs []string             `json:"processor_userids"` // who deals with it
	ProcessList      []ReportOrderProcess `json:"process_list"`
}

// ReportOrderLocation is where a matter is.
type ReportOrderLocation struct {
	Name      string  `json:"name"`
	Address   string  `json:"address"`
	Longitude float64 `json:"longitude"` // in degrees
	Latitude  float64 `json:"latitude"`  // in degrees
}

// ReportOrderProcess is a step in dealing with a matter.
type ReportOrderProcess struct {
	ProcessType   int64     `json:"process_type"`
	ProcessDesc   string    `json:"process_desc"`
	Status        int64     `json:"status"`
	ImageURLs     []string  `json:"image_urls"`
	VideoMediaIDs []string  `json:"video_media_ids"` // for [Client.DownloadTempMedia]
	SolveUserID   string    `json:"solve_userid"`    // who did it
	SolvedTime    Timestamp `json:"solved_time"`
}

// ListReportPatrolOrders returns a page of what members reported (获取巡查上报事件列表).
//
// API: POST /cgi-bin/report/patrol/get_order_list
// Doc: https://developer.work.weixin.qq.com/document/path/93536
func (c *Client) ListReportPatrolOrders(ctx context.Context, req *ListReportPatrolOrdersRequest) (*ListReportPatrolOrdersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/patrol/get_order_list", req, new(ListReportPatrolOrdersResponse))
}

// AllReportPatrolOrders ranges over what members reported, page by page; see [Client.ListReportPatrolOrders].
func (c *Client) AllReportPatrolOrders(ctx context.Context, req *ListReportPatrolOrdersRequest) iter.Seq2[*ReportPatrolOrder, error] {
	return paginate(ctx, req, c.ListReportPatrolOrders,
		func(q *ListReportPatrolOrdersRequest) *string { return &q.Cursor },
		func(p *ListReportPatrolOrdersResponse) ([]*ReportPatrolOrder, string, bool) {
			return p.OrderList, p.NextCursor, p.NextCursor != ""
		})
}

// ListReportPatrolOrdersRequest says which matters to return.
type ListReportPatrolOrdersRequest struct {
	BeginCreateTime Timestamp `json:"begin_create_time,omitzero"` // those reported since
	BeginModifyTime Timestamp `json:"begin_modify_time,omitzero"` // those changed since
	Cursor          string    `json:"cursor,omitzero"`            // the NextCursor of the page before, of the same times
	Limit           int64     `json:"limit,omitzero"`             // at most 50; 20 if 0
}

// ListReportPatrolOrdersResponse is a page of matters.
type ListReportPatrolOrdersResponse struct {
	OrderList  []*ReportPatrolOrder `json:"order_list"`
	NextCursor string               `json:"next_cursor"` // empty on the last page
}

// GetReportPatrolUserStatus returns the figures of one member about reports by members (获取个人巡查上报数据统计).
// The member must be visible to the app.
//
// API: POST /cgi-bin/report/patrol/get_user_status
// Doc: https://developer.work.weixin.qq.com/document/path/93533
func (c *Client) GetReportPatrolUserStatus(ctx context.Context, userID string) (*GetReportPatrolUserStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/patrol/get_user_status", param{"userid", userID}, new(GetReportPatrolUserStatusResponse))
}

// GetReportPatrolUserStatusResponse counts reports.
type GetReportPatrolUserStatusResponse struct {
	Processing  int64 `json:"processing"` // being dealt with
	AddedToday  int64 `json:"added_today"`
	SolvedToday int64 `json:"solved_today"`
}

// ListReportResidentCategoryStatistics counts what residents reported by category: those of the second level beneath
// the given one, or those of the first level if categoryID is empty (获取上报事件分类统计).
//
// The app must be one that may call 居民上报, here and in the methods below that have Resident in their names.
//
// API: POST /cgi-bin/report/resident/category_statistic
// Doc: https://developer.work.weixin.qq.com/document/path/93517
func (c *Client) ListReportResidentCategoryStatistics(ctx context.Context, categoryID string) ([]*ReportCategoryStatistic, error) {
	var resp listReportResidentCategoryStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/resident/category_statistic", &reportCategory{categoryID}, &resp)
	return resp.DashboardList, err
}

type listReportResidentCategoryStatisticsResponse struct {
	DashboardList []*ReportCategoryStatistic `json:"dashboard_list"`
}

// GetReportResidentCorpStatus counts what residents reported in a grid, or in all if gridID is empty
// (获取单位居民上报数据统计).
//
// API: POST /cgi-bin/report/resident/get_corp_status
// Doc: https://developer.work.weixin.qq.com/document/path/93515
func (c *Client) GetReportResidentCorpStatus(ctx context.Context, gridID string) (*GetReportResidentCorpStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/resident/get_corp_status", &reportGrid{gridID}, new(GetReportResidentCorpStatusResponse))
}

// GetReportResidentCorpStatusResponse counts reports.
type GetReportResidentCorpStatusResponse struct {
	Pending       int64 `json:"pending"`    // not taken up yet
	Processing    int64 `json:"processing"` // being dealt with
	AddedToday    int64 `json:"added_today"`
	SolvedToday   int64 `json:"solved_today"`
	TotalCase     int64 `json:"total_case"`
	TotalAccepted int64 `json:"total_accepted"` // taken up
	TotalSolved   int64 `json:"total_solved"`
}

// ListReportResidentGrids returns the grids for reports by residents, and who is in charge of them
// (获取配置的网格及网格负责人).
//
// API: GET /cgi-bin/report/resident/get_grid_info
// Doc: https://developer.work.weixin.qq.com/document/path/93514
func (c *Client) ListReportResidentGrids(ctx context.Context) ([]*ReportGridItem, error) {
	var resp listReportResidentGridsResponse
	err := c.invoke(ctx, get, "/cgi-bin/report/resident/get_grid_info", nil, &resp)
	return resp.GridList, err
}

type listReportResidentGridsResponse struct {
	GridList []*ReportGridItem `json:"grid_list"`
}

// GetReportResidentOrder returns a matter that a resident reported, and how it is dealt with
// (获取居民上报的事件详情信息).
//
// API: POST /cgi-bin/report/resident/get_order_info
// Doc: https://developer.work.weixin.qq.com/document/path/93519
func (c *Client) GetReportResidentOrder(ctx context.Context, orderID string) (*ReportResidentOrder, error) {
	var resp getReportResidentOrderResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/resident/get_order_info", param{"order_id", orderID}, &resp)
	return resp.OrderInfo, err
}

type getReportResidentOrderResponse struct {
	OrderInfo *ReportResidentOrder `json:"order_info"`
}

// ReportResidentOrder is a matter that a resident reported.
type ReportResidentOrder struct {
	OrderID          string               `json:"order_id"`
	Desc             string               `json:"desc"`
	UrgeType         int64                `json:"urge_type"` // how urgent it is
	CaseName         string               `json:"case_name"` // of the category
	GridID           string               `json:"grid_id"`
	GridName         string               `json:"grid_name"`
	CreateTime       Timestamp            `json:"create_time"`
	ImageURLs        []string             `json:"image_urls"`
	VideoMediaIDs    []string             `json:"video_media_ids"` // for [Client.DownloadTempMedia]
	Location         ReportOrderLocation  `json:"location"`
	ProcessorUserIDs []string             `json:"processor_userids"` // who deals with it
	ProcessList      []ReportOrderProcess `json:"process_list"`
	ReporterName     string               `json:"reporter_name"`
	ReporterMobile   string               `json:"reporter_mobile"`
	UnionID          string               `json:"unionid"` // of the resident who reported
}

// ListReportResidentOrders returns a page of what residents reported (获取居民上报事件列表).
//
// API: POST /cgi-bin/report/resident/get_order_list
// Doc: https://developer.work.weixin.qq.com/document/path/93518
func (c *Client) ListReportResidentOrders(ctx context.Context, req *ListReportResidentOrdersRequest) (*ListReportResidentOrdersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/resident/get_order_list", req, new(ListReportResidentOrdersResponse))
}

// AllReportResidentOrders ranges over what residents reported, page by page; see [Client.ListReportResidentOrders].
func (c *Client) AllReportResidentOrders(ctx context.Context, req *ListReportResidentOrdersRequest) iter.Seq2[*ReportResidentOrder, error] {
	return paginate(ctx, req, c.ListReportResidentOrders,
		func(q *ListReportResidentOrdersRequest) *string { return &q.Cursor },
		func(p *ListReportResidentOrdersResponse) ([]*ReportResidentOrder, string, bool) {
			return p.OrderList, p.NextCursor, p.NextCursor != ""
		})
}

// ListReportResidentOrdersRequest says which matters to return.
type ListReportResidentOrdersRequest struct {
	BeginCreateTime Timestamp `json:"begin_create_time,omitzero"` // those reported since
	BeginModifyTime Timestamp `json:"begin_modify_time,omitzero"` // those changed since
	Cursor          string    `json:"cursor,omitzero"`            // the NextCursor of the page before, of the same times
	Limit           int64     `json:"limit,omitzero"`             // at most 50; 20 if 0
}

// ListReportResidentOrdersResponse is a page of matters.
type ListReportResidentOrdersResponse struct {
	OrderList  []*ReportResidentOrder `json:"order_list"`
	NextCursor string                 `json:"next_cursor"` // empty on the last page
}

// GetReportResidentUserStatus returns the figures of one member about reports by residents (获取个人居民上报数据统计).
// The member must be visible to the app.
//
// API: POST /cgi-bin/report/resident/get_user_status
// Doc: https://developer.work.weixin.qq.com/document/path/93516
func (c *Client) GetReportResidentUserStatus(ctx context.Context, userID string) (*GetReportResidentUserStatusResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/resident/get_user_status", param{"userid", userID}, new(GetReportResidentUserStatusResponse))
}

// GetReportResidentUserStatusResponse counts reports.
type GetReportResidentUserStatusResponse struct {
	Pending     int64 `json:"pending"`    // not taken up yet
	Processing  int64 `json:"processing"` // being dealt with
	AddedToday  int64 `json:"added_today"`
	SolvedToday int64 `json:"solved_today"`
}

// ListReportSiteCodeAnswers returns a page of what visitors of a place reported on a day (防疫场所码).
//
// API: POST /cgi-bin/report/sitecode/get_report_answer
// Doc: https://developer.work.weixin.qq.com/document/path/95464
func (c *Client) ListReportSiteCodeAnswers(ctx context.Context, req *ListReportSiteCodeAnswersRequest) (*ListReportSiteCodeAnswersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/sitecode/get_report_answer", req, new(ListReportSiteCodeAnswersResponse))
}

// AllReportSiteCodeAnswers ranges over what visitors of a place reported on a day, page by page; see
// [Client.ListReportSiteCodeAnswers].
func (c *Client) AllReportSiteCodeAnswers(ctx context.Context, req *ListReportSiteCodeAnswersRequest) iter.Seq2[*ReportSiteCodeAnswer, error] {
	return paginate(ctx, req, c.ListReportSiteCodeAnswers,
		func(q *ListReportSiteCodeAnswersRequest) *string { return &q.Cursor },
		func(p *ListReportSiteCodeAnswersResponse) ([]*ReportSiteCodeAnswer, string, bool) {
			return p.Answers, p.NextCursor, bool(p.HasMore)
		})
}

// ListReportSiteCodeAnswersRequest names a place and a day.
type ListReportSiteCodeAnswersRequest struct {
	SiteID string `json:"siteid"`
	Date   string `json:"date"`            // such as 2026-01-31
	Limit  int64  `json:"limit,omitzero"`  // how many a page has at most
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListReportSiteCodeAnswersResponse is a page of reports.
type ListReportSiteCodeAnswersResponse struct {
	Answers    []*ReportSiteCodeAnswer `json:"answers"`
	HasMore    IntBool                 `json:"has_more"`
	NextCursor string                  `json:"next_cursor"`
}

// ReportSiteCodeAnswer is what one visitor reported.
type ReportSiteCodeAnswer struct {
	ReportTime   Timestamp                   `json:"report_time"`
	ReportValues []ReportSiteCodeAnswerValue `json:"report_values"`
}

// ReportSiteCodeAnswerValue is the answer to one question. Which field it is in follows from the question.
type ReportSiteCodeAnswerValue struct {
	QuestionID        int64   `json:"question_id"`
	SingleChoice      int64   `json:"single_choice"` // the option's ID
	MultiChoice       []int64 `json:"multi_choice"`  // the options' IDs
	Text              string  `json:"text"`
	URL               string  `json:"url"` // of an image
	ItineraryCardType int64   `json:"itinerary_card_type"`
	HighRiskArea      string  `json:"high_risk_area"` // where the visitor was
}

// ListReportSiteCodeQuestions returns what visitors of a place are asked (防疫场所码).
//
// API: POST /cgi-bin/report/sitecode/get_site_report_info
// Doc: https://developer.work.weixin.qq.com/document/path/95461
func (c *Client) ListReportSiteCodeQuestions(ctx context.Context, siteID string) ([]*ReportSiteCodeQuestion, error) {
	var resp listReportSiteCodeQuestionsResponse
	err := c.invoke(ctx, post, "/cgi-bin/report/sitecode/get_site_report_info", param{"siteid", siteID}, &resp)
	return resp.QuestionTemplates, err
}

type listReportSiteCodeQuestionsResponse struct {
	QuestionTemplates []*ReportSiteCodeQuestion `json:"question_templates"`
}

// ReportSiteCodeQuestion is a question for visitors.
type ReportSiteCodeQuestion struct {
	QuestionID   int64                  `json:"question_id"`
	QuestionType int64                  `json:"question_type"`
	Title        string                 `json:"title"`
	IsRequired   IntBool                `json:"is_required"`
	OptionList   []ReportSiteCodeOption `json:"option_list"`
}

// ReportSiteCodeOption is an answer that can be chosen.
type ReportSiteCodeOption struct {
	OptionID   int64  `json:"option_id"`
	OptionText string `json:"option_text"`
}

// ListReportSiteCodes returns a page of the places with a code that visitors scan to report their health
// (防疫场所码).
//
// API: POST /cgi-bin/report/sitecode/list
// Doc: https://developer.work.weixin.qq.com/document/path/93514
func (c *Client) ListReportSiteCodes(ctx context.Context, req *ListReportSiteCodesRequest) (*ListReportSiteCodesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/report/sitecode/list", req, new(ListReportSiteCodesResponse))
}

// AllReportSiteCodes ranges over the places with a code, page by page; see [Client.ListReportSiteCodes].
func (c *Client) AllReportSiteCodes(ctx context.Context, req *ListReportSiteCodesRequest) iter.Seq2[*ReportSiteCode, error] {
	return paginate(ctx, req, c.ListReportSiteCodes,
		func(q *ListReportSiteCodesRequest) *string { return &q.Cursor },
		func(p *ListReportSiteCodesResponse) ([]*ReportSiteCode, string, bool) {
			return p.SiteCodeInfos, p.NextCursor, p.NextCursor != ""
		})
}

// ListReportSiteCodesRequest says which page to return.
type ListReportSiteCodesRequest struct {
	Limit  int64  `json:"limit,omitzero"`  // how many a page has at most
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
}

// ListReportSiteCodesResponse is a page of places.
type ListReportSiteCodesResponse struct {
	SiteCodeInfos []*ReportSiteCode `json:"site_code_infos"`
	NextCursor    string            `json:"next_cursor"` // empty on the last page
}

// ReportSiteCode is a place with a code that visitors scan.
type ReportSiteCode struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"` // such as 商场超市
	Area      string   `json:"area"` // such as 广东省/广州市/荔湾区
	Address   string   `json:"address"`
	Name      string   `json:"name"`
	Admin     []string `json:"admin"`       // user IDs of those in charge
	QRCodeURL string   `json:"qr_code_url"` // of the code
}
