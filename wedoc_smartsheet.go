package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"strconv"
	"time"
)

// CreateSmartsheetSheet adds a sheet, without views, fields and rows, to a smart sheet and returns it (添加子表).
//
// API: POST /cgi-bin/wedoc/smartsheet/add_sheet
// Doc: https://developer.work.weixin.qq.com/document/path/99896
func (c *Client) CreateSmartsheetSheet(ctx context.Context, req *CreateSmartsheetSheetRequest) (*SmartsheetSheet, error) {
	var resp createSmartsheetSheetResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/add_sheet", req, &resp)
	return resp.Properties, err
}

type createSmartsheetSheetResponse struct {
	Properties *SmartsheetSheet `json:"properties"`
}

// CreateSmartsheetSheetRequest is a sheet to add.
type CreateSmartsheetSheetRequest struct {
	DocID      string               `json:"docid"`
	Properties SmartsheetSheetInput `json:"properties,omitzero"`
}

// SmartsheetSheetInput is a sheet to add.
type SmartsheetSheetInput struct {
	Title string `json:"title,omitzero"`
	Index *int64 `json:"index,omitzero"` // its place among the sheets
}

// SmartsheetSheet is a sheet.
type SmartsheetSheet struct {
	SheetID   string              `json:"sheet_id"` // 6 characters
	Title     string              `json:"title"`
	Index     int64               `json:"index"`      // of [Client.CreateSmartsheetSheet] only
	IsVisible bool                `json:"is_visible"` // of [Client.ListSmartsheetSheets] only
	Type      SmartsheetSheetType `json:"type"`       // of [Client.ListSmartsheetSheets] only
}

// SmartsheetSheetType is what a sheet is.
type SmartsheetSheetType string

// What a sheet is.
const (
	SmartsheetSheetTypeSmartsheet SmartsheetSheetType = "smartsheet"
	SmartsheetSheetTypeDashboard  SmartsheetSheetType = "dashboard" // 仪表盘
	SmartsheetSheetTypeExternal   SmartsheetSheetType = "external"  // a page of explanations, 说明页
)

// UpdateSmartsheetSheet renames a sheet (更新子表).
//
// API: POST /cgi-bin/wedoc/smartsheet/update_sheet
// Doc: https://developer.work.weixin.qq.com/document/path/99898
func (c *Client) UpdateSmartsheetSheet(ctx context.Context, req *UpdateSmartsheetSheetRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/update_sheet", req, nil)
}

// UpdateSmartsheetSheetRequest is a sheet to rename.
type UpdateSmartsheetSheetRequest struct {
	DocID      string                `json:"docid"`
	Properties SmartsheetSheetUpdate `json:"properties"`
}

// SmartsheetSheetUpdate is what changes of a sheet.
type SmartsheetSheetUpdate struct {
	SheetID string  `json:"sheet_id"`
	Title   *string `json:"title,omitzero"`
}

// DeleteSmartsheetSheet deletes a sheet (删除子表).
//
// API: POST /cgi-bin/wedoc/smartsheet/delete_sheet
// Doc: https://developer.work.weixin.qq.com/document/path/99899
func (c *Client) DeleteSmartsheetSheet(ctx context.Context, req *DeleteSmartsheetSheetRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/delete_sheet", req, nil)
}

// DeleteSmartsheetSheetRequest names a sheet.
type DeleteSmartsheetSheetRequest struct {
	DocID   string `json:"docid"`
	SheetID string `json:"sheet_id"`
}

// ListSmartsheetSheets returns the sheets of a smart sheet, or one of them (查询子表).
//
// API: POST /cgi-bin/wedoc/smartsheet/get_sheet
// Doc: https://developer.work.weixin.qq.com/document/path/101154
func (c *Client) ListSmartsheetSheets(ctx context.Context, req *ListSmartsheetSheetsRequest) ([]*SmartsheetSheet, error) {
	var resp listSmartsheetSheetsResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/get_sheet", req, &resp)
	return resp.SheetList, err
}

type listSmartsheetSheetsResponse struct {
	SheetList []*SmartsheetSheet `json:"sheet_list"`
}

// ListSmartsheetSheetsRequest says which sheets to return.
type ListSmartsheetSheetsRequest struct {
	DocID            string `json:"docid"`
	SheetID          string `json:"sheet_id,omitzero"`            // all if empty
	NeedAllTypeSheet *bool  `json:"need_all_type_sheet,omitzero"` // dashboards and pages of explanations too
}

// SmartsheetViewType is how a view shows a sheet.
type SmartsheetViewType string

// How a view shows a sheet.
const (
	SmartsheetViewTypeGrid     SmartsheetViewType = "VIEW_TYPE_GRID"
	SmartsheetViewTypeKanban   SmartsheetViewType = "VIEW_TYPE_KANBAN"
	SmartsheetViewTypeGallery  SmartsheetViewType = "VIEW_TYPE_GALLERY"
	SmartsheetViewTypeGantt    SmartsheetViewType = "VIEW_TYPE_GANTT"
	SmartsheetViewTypeCalendar SmartsheetViewType = "VIEW_TYPE_CALENDAR"
)

// CreateSmartsheetView adds a view to a sheet and returns it (添加视图). A sheet has at most 200 views.
//
// API: POST /cgi-bin/wedoc/smartsheet/add_view
// Doc: https://developer.work.weixin.qq.com/document/path/99900
func (c *Client) CreateSmartsheetView(ctx context.Context, req *CreateSmartsheetViewRequest) (*SmartsheetView, error) {
	var resp createSmartsheetViewResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/add_view", req, &resp)
	return resp.View, err
}

type createSmartsheetViewResponse struct {
	View *SmartsheetView `json:"view"`
}

// CreateSmartsheetViewRequest is a view to add.
type CreateSmartsheetViewRequest struct {
	DocID            string                     `json:"docid"`
	SheetID          string                     `json:"sheet_id"`
	ViewTitle        string                     `json:"view_title"`
	ViewType         SmartsheetViewType         `json:"view_type"`
	PropertyGantt    SmartsheetTimelineProperty `json:"property_gantt,omitzero"`    // required for SmartsheetViewTypeGantt
	PropertyCalendar SmartsheetTimelineProperty `json:"property_calendar,omitzero"` // required for SmartsheetViewTypeCalendar
}

// SmartsheetTimelineProperty names the fields, of dates and times, from which to which a bar runs.
type SmartsheetTimelineProperty struct {
	StartDateFieldID string `json:"start_date_field_id"`
	EndDateFieldID   string `json:"end_date_field_id"`
}

// SmartsheetView is a view of a sheet.
type SmartsheetView struct {
	ViewID    string                 `json:"view_id"`
	ViewTitle string                 `json:"view_title"`
	ViewType  SmartsheetViewType     `json:"view_type"`
	Property  SmartsheetViewProperty `json:"property"` // not of [Client.CreateSmartsheetView]
}

// SmartsheetViewProperty is what a view shows, and how.
type SmartsheetViewProperty struct {
	AutoSort           bool                  `json:"auto_sort"` // rows are sorted anew when they change
	SortSpec           SmartsheetSortSpec    `json:"sort_spec"`
	GroupSpec          SmartsheetGroupSpec   `json:"group_spec"`
	FilterSpec         SmartsheetFilterSpec  `json:"filter_spec"`
	IsFieldStatEnabled bool                  `json:"is_field_stat_enabled"` // statistics of fields are shown
	FieldVisibility    map[string]bool       `json:"field_visibility"`      // whether fields are shown, by their IDs
	FrozenFieldCount   int64                 `json:"frozen_field_count"`    // how many fields stand still, from the first
	ColorConfig        SmartsheetColorConfig `json:"color_config"`
}

// SmartsheetSortSpec says how rows are sorted.
type SmartsheetSortSpec struct {
	SortInfos []SmartsheetSortField `json:"sort_infos"`
}

// SmartsheetGroupSpec says how rows are grouped.
type SmartsheetGroupSpec struct {
	Groups []SmartsheetSortField `json:"groups"`
}

// SmartsheetSortField is a field to sort or group by.
type SmartsheetSortField struct {
	FieldID string `json:"field_id"`
	Desc    bool   `json:"desc,omitzero"` // the greatest first
}

// SmartsheetConjunction says how the conditions of a filter go together.
type SmartsheetConjunction string

// How the conditions of a filter go together.
const (
	SmartsheetConjunctionAnd SmartsheetConjunction = "CONJUNCTION_AND"
	SmartsheetConjunctionOr  SmartsheetConjunction = "CONJUNCTION_OR"
)

// SmartsheetFilterSpec says which rows are shown.
type SmartsheetFilterSpec struct {
	Conjunction SmartsheetConjunction `json:"conjunction"`
	Conditions  []SmartsheetCondition `json:"conditions"`
}

// SmartsheetCondition is a condition that a row must meet. Unless the operator asks whether a cell is empty,
// one of the values is set, that of the field's type. Which operators go with which type is what the
// sheet itself offers.
type SmartsheetCondition struct {
	FieldID       string                   `json:"field_id"`
	FieldType     SmartsheetFieldType      `json:"field_type,omitzero"`
	Operator      SmartsheetOperator       `json:"operator"`
	StringValue   *SmartsheetStringOperand `json:"string_value,omitzero"`    // of texts, URLs, telephone numbers, e-mail addresses, locations and choices
	NumberValue   *SmartsheetNumberOperand `json:"number_value,omitzero"`    // of numbers and progress
	BoolValue     *SmartsheetBoolOperand   `json:"bool_value,omitzero"`      // of checkboxes
	UserValue     *SmartsheetUserOperand   `json:"user_value,omitzero"`      // of members, creators and last editors
	DateTimeValue *SmartsheetDateOperand   `json:"date_time_value,omitzero"` // of dates and times, also of creation and change
}

// SmartsheetOperator compares a cell with a value.
type SmartsheetOperator string

// The operators of conditions.
const (
	SmartsheetOperatorUnknown        SmartsheetOperator = "OPERATOR_UNKNOWN"
	SmartsheetOperatorIs             SmartsheetOperator = "OPERATOR_IS"
	SmartsheetOperatorIsNot          SmartsheetOperator = "OPERATOR_IS_NOT"
	SmartsheetOperatorContains       SmartsheetOperator = "OPERATOR_CONTAINS"
	SmartsheetOperatorNotContains    SmartsheetOperator = "OPERATOR_DOES_NOT_CONTAIN"
	SmartsheetOperatorGreater        SmartsheetOperator = "OPERATOR_IS_GREATER"
	SmartsheetOperatorGreaterOrEqual SmartsheetOperator = "OPERATOR_IS_GREATER_OR_EQUAL"
	SmartsheetOperatorLess           SmartsheetOperator = "OPERATOR_IS_LESS"
	SmartsheetOperatorLessOrEqual    SmartsheetOperator = "OPERATOR_IS_LESS_OR_EQUAL"
	SmartsheetOperatorIsEmpty        SmartsheetOperator = "OPERATOR_IS_EMPTY"
	SmartsheetOperatorIsNotEmpty     SmartsheetOperator = "OPERATOR_IS_NOT_EMPTY"
)

// SmartsheetStringOperand is the texts, or the IDs of the options, that a cell is compared with.
type SmartsheetStringOperand struct {
	Value []string `json:"value"`
}

// SmartsheetNumberOperand is the number that a cell is compared with.
type SmartsheetNumberOperand struct {
	Value float64 `json:"value"`
}

// SmartsheetBoolOperand is the state that a checkbox is compared with.
type SmartsheetBoolOperand struct {
	Value bool `json:"value"`
}

// SmartsheetUserOperand is the members, by ID, that a cell is compared with.
type SmartsheetUserOperand struct {
	Value []string `json:"value"`
}

// SmartsheetDateOperand is the date that a cell is compared with; [SmartsheetDate] makes one of a time.
type SmartsheetDateOperand struct {
	Type  SmartsheetDateType `json:"type"`
	Value []string           `json:"value,omitzero"` // with SmartsheetDateTypeDetail, Unix milliseconds
}

// SmartsheetDate returns the operand that stands for the date of t.
func SmartsheetDate(t time.Time) *SmartsheetDateOperand {
	return &SmartsheetDateOperand{Type: SmartsheetDateTypeDetail, Value: []string{strconv.FormatInt(t.UnixMilli(), 10)}}
}

// UnmarshalJSON also takes the operand in a field of its own, value, as texts and numbers are.
func (d *SmartsheetDateOperand) UnmarshalJSON(b []byte) error {
	var wire struct {
		Type  SmartsheetDateType `json:"type"`
		Value json.RawMessage    `json:"value"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*d = SmartsheetDateOperand{Type: wire.Type}
	switch value := bytes.TrimSpace(wire.Value); {
	case len(value) == 0:
		return nil
	case value[0] == '{':
		type plain SmartsheetDateOperand
		_, err := decodeJSON(value, (*plain)(d))
		return err
	default:
		_, err := decodeJSON(value, &d.Value)
		return err
	}
}

// SmartsheetDateType is a date, or one that depends on the day on which it is asked.
type SmartsheetDateType string

// The dates that a cell can be compared with.
const (
	SmartsheetDateTypeDetail       SmartsheetDateType = "DATE_TIME_TYPE_DETAIL_DATE" // that of Value
	SmartsheetDateTypeToday        SmartsheetDateType = "DATE_TIME_TYPE_TODAY"
	SmartsheetDateTypeTomorrow     SmartsheetDateType = "DATE_TIME_TYPE_TOMORROW"
	SmartsheetDateTypeYesterday    SmartsheetDateType = "DATE_TIME_TYPE_YESTERDAY"
	SmartsheetDateTypeCurrentWeek  SmartsheetDateType = "DATE_TIME_TYPE_CURRENT_WEEK"
	SmartsheetDateTypeLastWeek     SmartsheetDateType = "DATE_TIME_TYPE_LAST_WEEK"
	SmartsheetDateTypeCurrentMonth SmartsheetDateType = "DATE_TIME_TYPE_CURRENT_MONTH"
	SmartsheetDateTypeLastMonth    SmartsheetDateType = "DATE_TIME_TYPE_LAST_MONTH"
	SmartsheetDateTypePast7Days    SmartsheetDateType = "DATE_TIME_TYPE_THE_PAST_7_DAYS"
	SmartsheetDateTypeNext7Days    SmartsheetDateType = "DATE_TIME_TYPE_THE_NEXT_7_DAYS"
	SmartsheetDateTypePast30Days   SmartsheetDateType = "DATE_TIME_TYPE_THE_PAST_30_DAYS"
	SmartsheetDateTypeNext30Days   SmartsheetDateType = "DATE_TIME_TYPE_THE_NEXT_30_DAYS"
)

// SmartsheetColorConfig says what is shown in color.
type SmartsheetColorConfig struct {
	Conditions []SmartsheetColorCondition `json:"conditions"`
}

// SmartsheetColorCondition is a condition under which something is shown in color.
type SmartsheetColorCondition struct {
	ID        string                       `json:"id,omitzero"` // required to change one, empty to add one
	Type      SmartsheetColorConditionType `json:"type"`
	Color     SmartsheetViewColor          `json:"color"`
	Condition SmartsheetCondition          `json:"condition"`
}

// SmartsheetColorConditionType is what is shown in color.
type SmartsheetColorConditionType string

// What is shown in color.
const (
	SmartsheetColorConditionTypeRow    SmartsheetColorConditionType = "VIEW_COLOR_CONDITION_TYPE_ROW"
	SmartsheetColorConditionTypeColumn SmartsheetColorConditionType = "VIEW_COLOR_CONDITION_TYPE_COLUMN"
	SmartsheetColorConditionTypeCell   SmartsheetColorConditionType = "VIEW_COLOR_CONDITION_TYPE_CELL"
)

// SmartsheetViewColor is a color in a view.
type SmartsheetViewColor string

// The colors in views, each in three shades.
const (
	SmartsheetViewColorGray5   SmartsheetViewColor = "fillColorGray_5"
	SmartsheetViewColorBlue5   SmartsheetViewColor = "accentBlueLighten_5"
	SmartsheetViewColorCyan5   SmartsheetViewColor = "chromeCyanLighten_5"
	SmartsheetViewColorMint5   SmartsheetViewColor = "chromeMintLighten_5"
	SmartsheetViewColorRed5    SmartsheetViewColor = "chromeRedLighten_5"
	SmartsheetViewColorOrange5 SmartsheetViewColor = "chromeOrangeLighten_5"
	SmartsheetViewColorAmber5  SmartsheetViewColor = "chromeAmberLighten_5"
	SmartsheetViewColorViolet5 SmartsheetViewColor = "chromeVioletLighten_5"
	SmartsheetViewColorPink5   SmartsheetViewColor = "chromePinkLighten_5"
	SmartsheetViewColorGray4   SmartsheetViewColor = "fillColorGray_4"
	SmartsheetViewColorBlue4   SmartsheetViewColor = "accentBlueLighten_4"
	SmartsheetViewColorCyan4   SmartsheetViewColor = "chromeCyanLighten_4"
	SmartsheetViewColorMint4   SmartsheetViewColor = "chromeMintLighten_4"
	SmartsheetViewColorRed4    SmartsheetViewColor = "chromeRedLighten_4"
	SmartsheetViewColorOrange4 SmartsheetViewColor = "chromeOrangeLighten_4"
	SmartsheetViewColorAmber4  SmartsheetViewColor = "chromeAmberLighten_4"
	SmartsheetViewColorViolet4 SmartsheetViewColor = "chromeVioletLighten_4"
	SmartsheetViewColorPink4   SmartsheetViewColor = "chromePinkLighten_4"
	SmartsheetViewColorGray3   SmartsheetViewColor = "fillColorGray_3"
	SmartsheetViewColorBlue3   SmartsheetViewColor = "accentBlueLighten_3"
	SmartsheetViewColorCyan3   SmartsheetViewColor = "chromeCyanLighten_3"
	SmartsheetViewColorMint3   SmartsheetViewColor = "chromeMintLighten_3"
	SmartsheetViewColorRed3    SmartsheetViewColor = "chromeRedLighten_3"
	SmartsheetViewColorOrange3 SmartsheetViewColor = "chromeOrangeLighten_3"
	SmartsheetViewColorAmber3  SmartsheetViewColor = "chromeAmberLighten_3"
	SmartsheetViewColorViolet3 SmartsheetViewColor = "chromeVioletLighten_3"
	SmartsheetViewColorPink3   SmartsheetViewColor = "chromePinkLighten_3"
)

// UpdateSmartsheetView changes a view, leaves what req does not set as it is, and returns the view (更新视图).
//
// A code 2022049 says that the view is locked, 2022050 that the app cannot see it, 2022033 that the filter does
// not fit its field.
//
// API: POST /cgi-bin/wedoc/smartsheet/update_view
// Doc: https://developer.work.weixin.qq.com/document/path/99902
func (c *Client) UpdateSmartsheetView(ctx context.Context, req *UpdateSmartsheetViewRequest) (*SmartsheetView, error) {
	var resp updateSmartsheetViewResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/update_view", req, &resp)
	return resp.View, err
}

type updateSmartsheetViewResponse struct {
	View *SmartsheetView `json:"view"`
}

// UpdateSmartsheetViewRequest is what changes of a view.
type UpdateSmartsheetViewRequest struct {
	DocID     string                       `json:"docid"`
	SheetID   string                       `json:"sheet_id"`
	ViewID    string                       `json:"view_id"`
	ViewTitle *string                      `json:"view_title,omitzero"`
	Property  SmartsheetViewPropertyUpdate `json:"property,omitzero"`
}

// SmartsheetViewPropertyUpdate is what changes of what a view shows; see [SmartsheetViewProperty].
type SmartsheetViewPropertyUpdate struct {
	AutoSort           *bool                 `json:"auto_sort,omitzero"`
	SortSpec           SmartsheetSortSpec    `json:"sort_spec,omitzero"`
	GroupSpec          SmartsheetGroupSpec   `json:"group_spec,omitzero"`
	FilterSpec         SmartsheetFilterSpec  `json:"filter_spec,omitzero"`
	IsFieldStatEnabled *bool                 `json:"is_field_stat_enabled,omitzero"`
	FieldVisibility    map[string]bool       `json:"field_visibility,omitzero"`
	FrozenFieldCount   *int64                `json:"frozen_field_count,omitzero"`
	ColorConfig        SmartsheetColorConfig `json:"color_config,omitzero"`
}

// DeleteSmartsheetViews deletes views of a sheet (删除视图).
//
// API: POST /cgi-bin/wedoc/smartsheet/delete_views
// Doc: https://developer.work.weixin.qq.com/document/path/99901
func (c *Client) DeleteSmartsheetViews(ctx context.Context, req *DeleteSmartsheetViewsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/delete_views", req, nil)
}

// DeleteSmartsheetViewsRequest names views of a sheet.
type DeleteSmartsheetViewsRequest struct {
	DocID   string   `json:"docid"`
	SheetID string   `json:"sheet_id"`
	ViewIDs []string `json:"view_ids"`
}

// ListSmartsheetViews returns a page of the views of a sheet (查询视图).
//
// API: POST /cgi-bin/wedoc/smartsheet/get_views
// Doc: https://developer.work.weixin.qq.com/document/path/101155
func (c *Client) ListSmartsheetViews(ctx context.Context, req *ListSmartsheetViewsRequest) (*ListSmartsheetViewsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/get_views", req, new(ListSmartsheetViewsResponse))
}

// AllSmartsheetViews ranges over the views of a sheet; see [Client.ListSmartsheetViews].
func (c *Client) AllSmartsheetViews(ctx context.Context, req *ListSmartsheetViewsRequest) iter.Seq2[*SmartsheetView, error] {
	return paginate(ctx, req, c.ListSmartsheetViews,
		func(q *ListSmartsheetViewsRequest) *int64 { return &q.Offset },
		func(p *ListSmartsheetViewsResponse) ([]*SmartsheetView, int64, bool) {
			return p.Views, p.Next, p.HasMore
		})
}

// ListSmartsheetViewsRequest says which views to return.
type ListSmartsheetViewsRequest struct {
	DocID   string   `json:"docid"`
	SheetID string   `json:"sheet_id"`
	ViewIDs []string `json:"view_ids,omitzero"` // all if nil
	Offset  int64    `json:"offset,omitzero"`   // from 0; the Next of the page before
	Limit   int64    `json:"limit,omitzero"`    // at most 1,000, and as many if zero
}

// ListSmartsheetViewsResponse is a page of views.
type ListSmartsheetViewsResponse struct {
	Views   []*SmartsheetView `json:"views"`
	Total   int64             `json:"total"` // of all pages
	Next    int64             `json:"next"`  // the Offset of the next page
	HasMore bool              `json:"has_more"`
}

// ListSmartsheetGroupChatIDs returns a page of the group chats that a smart sheet's automation has created
// (获取群聊列表).
//
// API: POST /cgi-bin/wedoc/smartsheet/groupchat/list
// Doc: https://developer.work.weixin.qq.com/document/path/100989
func (c *Client) ListSmartsheetGroupChatIDs(ctx context.Context, req *ListSmartsheetGroupChatIDsRequest) (*ListSmartsheetGroupChatIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/groupchat/list", req, new(ListSmartsheetGroupChatIDsResponse))
}

// AllSmartsheetGroupChatIDs ranges over the group chats that a smart sheet's automation has created; see
// [Client.ListSmartsheetGroupChatIDs].
func (c *Client) AllSmartsheetGroupChatIDs(ctx context.Context, req *ListSmartsheetGroupChatIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListSmartsheetGroupChatIDs,
		func(q *ListSmartsheetGroupChatIDsRequest) *string { return &q.Cursor },
		func(p *ListSmartsheetGroupChatIDsResponse) ([]string, string, bool) {
			return p.ChatIDList, p.NextCursor, p.HasMore
		})
}

// ListSmartsheetGroupChatIDsRequest names a smart sheet.
type ListSmartsheetGroupChatIDsRequest struct {
	DocID  string `json:"docid"`
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`
}

// ListSmartsheetGroupChatIDsResponse is a page of group chats.
type ListSmartsheetGroupChatIDsResponse struct {
	ChatIDList []string `json:"chat_id_list"`
	NextCursor string   `json:"next_cursor"`
	HasMore    bool     `json:"has_more"`
}

// GetSmartsheetGroupChat returns a group chat that a smart sheet's automation has created (获取群聊会话).
//
// API: POST /cgi-bin/wedoc/smartsheet/groupchat/get
// Doc: https://developer.work.weixin.qq.com/document/path/101028
func (c *Client) GetSmartsheetGroupChat(ctx context.Context, req *GetSmartsheetGroupChatRequest) (*SmartsheetGroupChat, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/groupchat/get", req, new(SmartsheetGroupChat))
}

// GetSmartsheetGroupChatRequest names a group chat.
type GetSmartsheetGroupChatRequest struct {
	DocID  string `json:"docid"`
	ChatID string `json:"chat_id"`
}

// SmartsheetGroupChat is a group chat.
type SmartsheetGroupChat struct {
	Name     string   `json:"name"`
	Owner    string   `json:"owner"`     // the ID of a member
	UserList []string `json:"user_list"` // the IDs of members
}

// UpdateSmartsheetGroupChat changes the owner and the members of a group chat that a smart sheet's automation has
// created (修改群聊会话).
//
// API: POST /cgi-bin/wedoc/smartsheet/groupchat/update
// Doc: https://developer.work.weixin.qq.com/document/path/101029
func (c *Client) UpdateSmartsheetGroupChat(ctx context.Context, req *UpdateSmartsheetGroupChatRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/groupchat/update", req, nil)
}

// UpdateSmartsheetGroupChatRequest is what changes of a group chat.
type UpdateSmartsheetGroupChatRequest struct {
	DocID       string   `json:"docid"`
	ChatID      string   `json:"chat_id"`
	Owner       *string  `json:"owner,omitzero"`
	AddUserList []string `json:"add_user_list,omitzero"`
	DelUserList []string `json:"del_user_list,omitzero"`
}
