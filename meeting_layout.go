package workwx

import "context"

// AddMeetingAdvancedLayouts adds layouts to a meeting for the screens of conference devices, which speak H.323
// or SIP, and returns them with their IDs (添加会议高级布局). Nothing is shown by them until
// [Client.SetMeetingUserAdvancedLayout]. A meeting has at most 20 such layouts; those who are seated must be in
// it.
//
// API: POST /cgi-bin/meeting/advanced_layout/add
// Doc: https://developer.work.weixin.qq.com/document/path/98861
func (c *Client) AddMeetingAdvancedLayouts(ctx context.Context, req *AddMeetingAdvancedLayoutsRequest) ([]*MeetingAdvancedLayout, error) {
	var resp addMeetingAdvancedLayoutsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/advanced_layout/add", req, &resp)
	return resp.LayoutList, err
}

type addMeetingAdvancedLayoutsResponse struct {
	LayoutList []*MeetingAdvancedLayout `json:"layout_list"`
}

// AddMeetingAdvancedLayoutsRequest holds layouts to add to a meeting.
type AddMeetingAdvancedLayoutsRequest struct {
	MeetingID  string                       `json:"meetingid"`
	LayoutList []MeetingAdvancedLayoutInput `json:"layout_list"`
}

// MeetingAdvancedLayoutInput is a layout to add to a meeting.
type MeetingAdvancedLayoutInput struct {
	LayoutName string                           `json:"layout_name,omitzero"`
	PageList   []MeetingAdvancedLayoutPageInput `json:"page_list"`
}

// MeetingAdvancedLayoutPageInput is a page of a layout: who is to be seen where.
type MeetingAdvancedLayoutPageInput struct {
	LayoutTemplateID string                      `json:"layout_template_id"`       // of [Client.ListMeetingLayoutTemplates]
	EnablePolling    *bool                       `json:"enable_polling,omitzero"`  // whether those in a seat take turns; false by default
	PollingSetting   MeetingLayoutPolling        `json:"polling_setting,omitzero"` // if they do
	UserSeatList     []MeetingAdvancedLayoutSeat `json:"user_seat_list"`
}

// MeetingAdvancedLayout is a layout of a meeting.
type MeetingAdvancedLayout struct {
	LayoutID   string                      `json:"layout_id"`
	LayoutName string                      `json:"layout_name"`
	PageList   []MeetingAdvancedLayoutPage `json:"page_list"`
}

// MeetingAdvancedLayoutPage is a page of a layout: who is seen where.
type MeetingAdvancedLayoutPage struct {
	LayoutTemplateID string                      `json:"layout_template_id"`
	EnablePolling    bool                        `json:"enable_polling"`  // whether those in a seat take turns
	PollingSetting   MeetingLayoutPolling        `json:"polling_setting"` // if they do
	UserSeatList     []MeetingAdvancedLayoutSeat `json:"user_seat_list"`
}

// MeetingPollingUnit is the unit in which turns are measured.
type MeetingPollingUnit int64

// The units in which turns are measured.
const (
	MeetingPollingUnitSecond MeetingPollingUnit = 1
	MeetingPollingUnitMinute MeetingPollingUnit = 2
)

// MeetingLayoutPolling says how long each of those in a seat is seen.
type MeetingLayoutPolling struct {
	PollingIntervalUnit MeetingPollingUnit `json:"polling_interval_unit"`
	PollingInterval     int64              `json:"polling_interval"`    // in PollingIntervalUnit, 1 to 999,999
	IgnoreUserNovideo   bool               `json:"ignore_user_novideo"` // whether to pass over those whose camera is off
	IgnoreUserAbsence   bool               `json:"ignore_user_absence"` // whether to pass over those who are not in the meeting
}

// MeetingGridType is what is seen in a seat.
type MeetingGridType int64

// What is seen in a seat.
const (
	MeetingGridTypeVideo  MeetingGridType = 1 // a person
	MeetingGridTypeScreen MeetingGridType = 2 // the screen that is shared
	MeetingGridTypeApp    MeetingGridType = 3 // an app that belongs to the meeting, one a page; not in an advanced layout
)

// MeetingVideoType says whose picture is seen in a seat.
type MeetingVideoType int64

// Whose picture is seen in a seat.
const (
	MeetingVideoTypeSpeaker MeetingVideoType = 1
	MeetingVideoTypeAuto    MeetingVideoType = 2 // as the platform fills it
	MeetingVideoTypeNamed   MeetingVideoType = 3 // that of those in UserList
)

// MeetingAdvancedLayoutSeat is a seat: a place on the screen and who is seen in it.
type MeetingAdvancedLayoutSeat struct {
	GridID    string              `json:"grid_id"` // the place, as it stands in the picture of the template
	GridType  MeetingGridType     `json:"grid_type"`
	VideoType MeetingVideoType    `json:"video_type,omitzero"` // for MeetingGridTypeVideo
	UserList  []MeetingLayoutUser `json:"user_list,omitzero"`  // for MeetingVideoTypeNamed
}

// MeetingLayoutUser is somebody who is seen in a seat.
type MeetingLayoutUser struct {
	UserID    string `json:"userid,omitzero"`     // of a member of the corp
	TmpOpenID string `json:"tmp_openid,omitzero"` // the person's ID in this meeting
	NickName  string `json:"nick_name,omitzero"`  // in Base64
}

// SetMeetingUserAdvancedLayout shows an advanced layout to a whole meeting, or on some conference devices
// alone, or goes back to the meeting's default layout (设置高级布局). A layout of one's own comes before one of the
// meeting, and that before the default.
//
// API: POST /cgi-bin/meeting/advanced_layout/apply
// Doc: https://developer.work.weixin.qq.com/document/path/98869
func (c *Client) SetMeetingUserAdvancedLayout(ctx context.Context, req *SetMeetingUserAdvancedLayoutRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/advanced_layout/apply", req, nil)
}

// SetMeetingUserAdvancedLayoutRequest says which layout is shown where.
type SetMeetingUserAdvancedLayoutRequest struct {
	MeetingID string       `json:"meetingid"`
	LayoutID  string       `json:"layout_id"`          // "" for the meeting's default layout
	UserList  []MeetingMRA `json:"user_list,omitzero"` // conference devices, at most 20; the whole meeting if empty
}

// DeleteMeetingAdvancedLayouts deletes layouts of a meeting, basic ones too (批量删除布局).
//
// API: POST /cgi-bin/meeting/advanced_layout/batch_delete
// Doc: https://developer.work.weixin.qq.com/document/path/98866
func (c *Client) DeleteMeetingAdvancedLayouts(ctx context.Context, req *DeleteMeetingAdvancedLayoutsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/advanced_layout/batch_delete", req, nil)
}

// DeleteMeetingAdvancedLayoutsRequest names layouts of a meeting.
type DeleteMeetingAdvancedLayoutsRequest struct {
	MeetingID    string   `json:"meetingid"`
	LayoutIDList []string `json:"layout_id_list"`
}

// GetMeetingUserAdvancedLayout returns the layout that a person in a meeting sees (获取用户布局): the person's own,
// or else the meeting's, or else the default.
//
// API: POST /cgi-bin/meeting/advanced_layout/get_user_layout
// Doc: https://developer.work.weixin.qq.com/document/path/98865
func (c *Client) GetMeetingUserAdvancedLayout(ctx context.Context, req *GetMeetingUserAdvancedLayoutRequest) (*GetMeetingUserAdvancedLayoutResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/advanced_layout/get_user_layout", req, new(GetMeetingUserAdvancedLayoutResponse))
}

// GetMeetingUserAdvancedLayoutRequest names a person in a meeting.
type GetMeetingUserAdvancedLayoutRequest struct {
	MeetingID  string          `json:"meetingid"`
	TmpOpenID  string          `json:"tmp_openid"` // the person's ID in this meeting
	InstanceID MeetingTerminal `json:"instance_id"`
}

// MeetingLayoutType says whether a layout is a basic or an advanced one.
type MeetingLayoutType int64

// Whether a layout is a basic or an advanced one.
const (
	MeetingLayoutTypeBasic    MeetingLayoutType = 1
	MeetingLayoutTypeAdvanced MeetingLayoutType = 2
)

// GetMeetingUserAdvancedLayoutResponse is the layout that a person sees.
type GetMeetingUserAdvancedLayoutResponse struct {
	SelectedLayoutID string                       `json:"selected_layout_id"`
	LayoutName       string                       `json:"layout_name"`
	LayoutType       MeetingLayoutType            `json:"layout_type"`
	PageList         []*MeetingAdvancedLayoutPage `json:"page_list"`
}

// ListMeetingAdvancedLayouts returns all layouts of a meeting, basic and advanced (获取会议布局列表).
//
// API: POST /cgi-bin/meeting/advanced_layout/list
// Doc: https://developer.work.weixin.qq.com/document/path/98862
func (c *Client) ListMeetingAdvancedLayouts(ctx context.Context, meetingID string) (*ListMeetingAdvancedLayoutsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/advanced_layout/list", param{"meetingid", meetingID}, new(ListMeetingAdvancedLayoutsResponse))
}

// ListMeetingAdvancedLayoutsResponse are the layouts of a meeting.
type ListMeetingAdvancedLayoutsResponse struct {
	SelectedLayoutID string                   `json:"selected_layout_id"` // the one that the meeting shows
	LayoutList       []*MeetingAdvancedLayout `json:"layout_list"`
}

// UpdateMeetingAdvancedLayout replaces an advanced layout of a meeting by another of the same ID
// (修改会议高级布局); all of it, what is left out is not kept. If the meeting shows it the change is seen at once, but
// not on devices to which it was given as their own.
//
// API: POST /cgi-bin/meeting/advanced_layout/update
// Doc: https://developer.work.weixin.qq.com/document/path/98868
func (c *Client) UpdateMeetingAdvancedLayout(ctx context.Context, req *UpdateMeetingAdvancedLayoutRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/advanced_layout/update", req, nil)
}

// UpdateMeetingAdvancedLayoutRequest is an advanced layout, in full.
type UpdateMeetingAdvancedLayoutRequest struct {
	MeetingID  string                           `json:"meetingid"`
	LayoutID   string                           `json:"layout_id"`
	LayoutName *string                          `json:"layout_name,omitzero"`
	PageList   []MeetingAdvancedLayoutPageInput `json:"page_list"` // here EnablePolling is required
}

// AddMeetingLayouts adds basic layouts to a meeting and returns them with their IDs (添加会议基础布局). A meeting has
// at most 10 of them. Before it begins those who are seated must be invited, afterwards they must be in it.
//
// API: POST /cgi-bin/meeting/layout/add
// Doc: https://developer.work.weixin.qq.com/document/path/98845
func (c *Client) AddMeetingLayouts(ctx context.Context, req *AddMeetingLayoutsRequest) (*AddMeetingLayoutsResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/layout/add", req, new(AddMeetingLayoutsResponse))
}

// AddMeetingLayoutsRequest holds layouts to add to a meeting.
type AddMeetingLayoutsRequest struct {
	MeetingID          string               `json:"meetingid"`
	LayoutList         []MeetingLayoutInput `json:"layout_list"`
	DefaultLayoutOrder int64                `json:"default_layout_order,omitzero"` // which of LayoutList the meeting shows, from 1; if zero the first, unless it has layouts already
}

// AddMeetingLayoutsResponse are the layouts that were added.
type AddMeetingLayoutsResponse struct {
	SelectedLayoutID string           `json:"selected_layout_id"` // the one that the meeting shows
	LayoutList       []*MeetingLayout `json:"layout_list"`
}

// MeetingLayoutInput is a layout to add to a meeting.
type MeetingLayoutInput struct {
	PageList []MeetingLayoutPage `json:"page_list"` // the first is the one that is shown
}

// MeetingLayout is a layout of a meeting.
type MeetingLayout struct {
	LayoutID string              `json:"layout_id"`
	PageList []MeetingLayoutPage `json:"page_list"`
}

// MeetingLayoutPage is a page of a layout: who is seen where.
type MeetingLayoutPage struct {
	LayoutTemplateID string              `json:"layout_template_id"` // of [Client.ListMeetingLayoutTemplates]
	UserSeatList     []MeetingLayoutSeat `json:"user_seat_list,omitzero"`
}

// MeetingLayoutSeat is a seat: a place on the screen and who or what is seen in it.
type MeetingLayoutSeat struct {
	GridID    string          `json:"grid_id"` // the place, as it stands in the picture of the template; the first seat counts if it comes twice
	GridType  MeetingGridType `json:"grid_type"`
	UserID    string          `json:"userid,omitzero"`     // of a member of the corp
	TmpOpenID string          `json:"tmp_openid,omitzero"` // the person's ID in this meeting
	NickName  string          `json:"nick_name,omitzero"`  // the name that is shown; required for MeetingGridTypeVideo
	ToolSDKID string          `json:"tool_sdkid,omitzero"` // for MeetingGridTypeApp: the app's ID
}

// AddMeetingBackgrounds adds pictures to a meeting that can stand behind the layout, and returns their IDs
// (添加会议背景). The platform fetches them from their URLs.
//
// API: POST /cgi-bin/meeting/layout/add_background
// Doc: https://developer.work.weixin.qq.com/document/path/98851
func (c *Client) AddMeetingBackgrounds(ctx context.Context, req *AddMeetingBackgroundsRequest) (*AddMeetingBackgroundsResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/layout/add_background", req, new(AddMeetingBackgroundsResponse))
}

// AddMeetingBackgroundsRequest holds pictures to add to a meeting.
type AddMeetingBackgroundsRequest struct {
	MeetingID         string                   `json:"meetingid"`
	ImageList         []MeetingBackgroundImage `json:"image_list"`
	DefaultImageOrder int64                    `json:"default_image_order,omitzero"` // which of ImageList the meeting shows, from 1
}

// MeetingBackgroundImage is a picture to add to a meeting.
type MeetingBackgroundImage struct {
	ImageURL string `json:"image_url"`
	ImageMD5 string `json:"image_md5"` // of the content
}

// AddMeetingBackgroundsResponse are the pictures that were added.
type AddMeetingBackgroundsResponse struct {
	SelectedBackgroundID string               `json:"selected_background_id"` // the one that the meeting shows
	BackgroundList       []*MeetingBackground `json:"background_list"`
}

// MeetingBackground is a picture of a meeting.
type MeetingBackground struct {
	BackgroundID string `json:"background_id"`
	ImageMD5     string `json:"image_md5"` // of the content
}

// BatchDeleteMeetingBackgrounds deletes pictures of a meeting (批量删除会议背景).
//
// API: POST /cgi-bin/meeting/layout/batch_delete_background
// Doc: https://developer.work.weixin.qq.com/document/path/98854
func (c *Client) BatchDeleteMeetingBackgrounds(ctx context.Context, req *BatchDeleteMeetingBackgroundsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/layout/batch_delete_background", req, nil)
}

// BatchDeleteMeetingBackgroundsRequest names pictures of a meeting.
type BatchDeleteMeetingBackgroundsRequest struct {
	MeetingID        string   `json:"meetingid"`
	BackgroundIDList []string `json:"background_id_list"`
}

// DeleteMeetingBackground deletes a picture of a meeting (删除会议背景).
//
// API: POST /cgi-bin/meeting/layout/delete_background
// Doc: https://developer.work.weixin.qq.com/document/path/98853
func (c *Client) DeleteMeetingBackground(ctx context.Context, req *DeleteMeetingBackgroundRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/layout/delete_background", req, nil)
}

// DeleteMeetingBackgroundRequest names a picture of a meeting.
type DeleteMeetingBackgroundRequest struct {
	MeetingID    string `json:"meetingid"`
	BackgroundID string `json:"background_id"`
}

// ListMeetingBackgrounds returns the pictures of a meeting (获取会议背景列表).
//
// API: POST /cgi-bin/meeting/layout/list_background
// Doc: https://developer.work.weixin.qq.com/document/path/98856
func (c *Client) ListMeetingBackgrounds(ctx context.Context, meetingID string) (*ListMeetingBackgroundsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/layout/list_background", param{"meetingid", meetingID}, new(ListMeetingBackgroundsResponse))
}

// ListMeetingBackgroundsResponse are the pictures of a meeting.
type ListMeetingBackgroundsResponse struct {
	SelectedBackgroundID string               `json:"selected_background_id"` // the one that the meeting shows
	BackgroundList       []*MeetingBackground `json:"background_list"`
}

// ListMeetingLayoutTemplates returns the templates that the corp has for layouts (获取布局模板列表).
//
// API: GET /cgi-bin/meeting/layout/list_template
// Doc: https://developer.work.weixin.qq.com/document/path/98844
func (c *Client) ListMeetingLayoutTemplates(ctx context.Context) ([]*MeetingLayoutTemplate, error) {
	var resp listMeetingLayoutTemplatesResponse
	err := c.invoke(ctx, get, "/cgi-bin/meeting/layout/list_template", nil, &resp)
	return resp.LayoutTemplateList, err
}

type listMeetingLayoutTemplatesResponse struct {
	LayoutTemplateList []*MeetingLayoutTemplate `json:"layout_template_list"`
}

// MeetingLayoutTemplate is a template for layouts.
type MeetingLayoutTemplate struct {
	LayoutTemplateID string `json:"layout_template_id"`
	ThumbnailURL     string `json:"thumbnail_url"`
	PictureURL       string `json:"picture_url"` // a picture with the ID of each place
	RenderRule       string `json:"render_rule"` // where the places are, as JSON, for those who draw it themselves
}

// SetMeetingDefaultLayout has a meeting show one of its layouts, or the platform's (设置会议默认布局).
//
// API: POST /cgi-bin/meeting/layout/set_default
// Doc: https://developer.work.weixin.qq.com/document/path/98847
func (c *Client) SetMeetingDefaultLayout(ctx context.Context, req *SetMeetingDefaultLayoutRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/layout/set_default", req, nil)
}

// SetMeetingDefaultLayoutRequest says which layout a meeting shows.
type SetMeetingDefaultLayoutRequest struct {
	MeetingID        string `json:"meetingid"`
	SelectedLayoutID string `json:"selected_layout_id"` // "" for the platform's
}

// SetMeetingDefaultBackground has a meeting show one of its pictures (设置会议默认背景).
//
// API: POST /cgi-bin/meeting/layout/set_default_background
// Doc: https://developer.work.weixin.qq.com/document/path/98852
func (c *Client) SetMeetingDefaultBackground(ctx context.Context, req *SetMeetingDefaultBackgroundRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/layout/set_default_background", req, nil)
}

// SetMeetingDefaultBackgroundRequest says which picture a meeting shows.
type SetMeetingDefaultBackgroundRequest struct {
	MeetingID            string `json:"meetingid"`
	SelectedBackgroundID string `json:"selected_background_id"`
}

// UpdateMeetingLayout replaces the pages of a basic layout of a meeting (修改会议基础布局). Before the meeting begins
// those who are seated must be invited, afterwards they must be in it.
//
// API: POST /cgi-bin/meeting/layout/update
// Doc: https://developer.work.weixin.qq.com/document/path/98846
func (c *Client) UpdateMeetingLayout(ctx context.Context, req *UpdateMeetingLayoutRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/layout/update", req, nil)
}

// UpdateMeetingLayoutRequest holds the pages of a layout.
type UpdateMeetingLayoutRequest struct {
	MeetingID        string              `json:"meetingid"`
	LayoutID         string              `json:"layout_id"`
	PageList         []MeetingLayoutPage `json:"page_list"`
	EnableSetDefault *bool               `json:"enable_set_default,omitzero"` // whether the meeting shows it from now on; false by default
}
