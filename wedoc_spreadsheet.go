package workwx

import "context"

// UpdateSpreadsheetContent edits a spreadsheet, with up to 5 changes one after the other, and returns what
// each has done (编辑表格内容). The first that fails ends the call: those before it are made, those after it are
// not.
//
// API: POST /cgi-bin/wedoc/spreadsheet/batch_update
// Doc: https://developer.work.weixin.qq.com/document/path/101168
func (c *Client) UpdateSpreadsheetContent(ctx context.Context, req *UpdateSpreadsheetContentRequest) ([]*SpreadsheetUpdateResult, error) {
	var resp updateSpreadsheetContentResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/spreadsheet/batch_update", req, &resp)
	return resp.Data.Responses, err
}

type updateSpreadsheetContentResponse struct {
	Data spreadsheetUpdateResults `json:"data"`
}

type spreadsheetUpdateResults struct {
	Responses []*SpreadsheetUpdateResult `json:"responses"`
}

// UpdateSpreadsheetContentRequest is what changes in a spreadsheet.
type UpdateSpreadsheetContentRequest struct {
	DocID    string              `json:"docid"`
	Requests []SpreadsheetUpdate `json:"requests,omitzero"` // at most 5
}

// SpreadsheetUpdate is a change of a spreadsheet: one of its fields is set.
type SpreadsheetUpdate struct {
	AddSheetRequest        *SpreadsheetAddSheet        `json:"add_sheet_request,omitzero"`
	DeleteSheetRequest     *SpreadsheetDeleteSheet     `json:"delete_sheet_request,omitzero"`
	UpdateRangeRequest     *SpreadsheetUpdateRange     `json:"update_range_request,omitzero"`
	DeleteDimensionRequest *SpreadsheetDeleteDimension `json:"delete_dimension_request,omitzero"`
}

// SpreadsheetAddSheet adds a sheet of at most 10,000 cells.
type SpreadsheetAddSheet struct {
	Title       string `json:"title"`
	RowCount    int64  `json:"row_count"`
	ColumnCount int64  `json:"column_count"` // at most 200
}

// SpreadsheetDeleteSheet deletes a sheet.
type SpreadsheetDeleteSheet struct {
	SheetID string `json:"sheet_id"`
}

// SpreadsheetUpdateRange writes cells: at most 1,000 rows, 200 columns and 10,000 cells.
type SpreadsheetUpdateRange struct {
	SheetID  string               `json:"sheet_id"`
	GridData SpreadsheetGridInput `json:"grid_data"`
}

// SpreadsheetGridInput is cells to write.
type SpreadsheetGridInput struct {
	StartRow    int64                 `json:"start_row"`    // from 0
	StartColumn int64                 `json:"start_column"` // from 0
	Rows        []SpreadsheetRowInput `json:"rows"`
}

// SpreadsheetRowInput is cells of a row, from StartColumn on.
type SpreadsheetRowInput struct {
	Values []SpreadsheetCellInput `json:"values"`
}

// SpreadsheetCellInput is what to write to a cell.
type SpreadsheetCellInput struct {
	CellValue  SpreadsheetCellValueInput  `json:"cell_value"`
	CellFormat SpreadsheetCellFormatInput `json:"cell_format,omitzero"`
}

// SpreadsheetCellValueInput is the content of a cell: one of its fields is set.
type SpreadsheetCellValueInput struct {
	Text *string         `json:"text,omitzero"`
	Link SpreadsheetLink `json:"link,omitzero"`
}

// SpreadsheetLink is a link in a cell.
type SpreadsheetLink struct {
	URL  string `json:"url"`
	Text string `json:"text"`
}

// SpreadsheetCellFormatInput is how a cell is to look.
type SpreadsheetCellFormatInput struct {
	TextFormat SpreadsheetTextFormatInput `json:"text_format"`
}

// SpreadsheetTextFormatInput is how a text is to look.
type SpreadsheetTextFormatInput struct {
	Font          string                `json:"font,omitzero"`      // Microsoft YaHei, SimSun, Arial and others that the platform's page lists
	FontSize      int64                 `json:"font_size,omitzero"` // at most 72
	Bold          *bool                 `json:"bold,omitzero"`
	Italic        *bool                 `json:"italic,omitzero"`
	Strikethrough *bool                 `json:"strikethrough,omitzero"`
	Underline     *bool                 `json:"underline,omitzero"`
	Color         SpreadsheetColorInput `json:"color,omitzero"`
}

// SpreadsheetColorInput is a color, each part of it 0 to 255.
type SpreadsheetColorInput struct {
	Red   int64  `json:"red"`
	Green int64  `json:"green"`
	Blue  int64  `json:"blue"`
	Alpha *int64 `json:"alpha,omitzero"` // 255, which is opaque, if nil; set it for black
}

// SpreadsheetDimension is rows or columns.
type SpreadsheetDimension string

// Rows or columns.
const (
	SpreadsheetDimensionRow    SpreadsheetDimension = "ROW"
	SpreadsheetDimensionColumn SpreadsheetDimension = "COLUMN"
)

// SpreadsheetDeleteDimension deletes rows or columns that follow one another; the sheet becomes smaller.
type SpreadsheetDeleteDimension struct {
	SheetID    string               `json:"sheet_id"`
	Dimension  SpreadsheetDimension `json:"dimension"`
	StartIndex int64                `json:"start_index,omitzero"` // from 1
	EndIndex   int64                `json:"end_index,omitzero"`   // the one after the last; greater than StartIndex
}

// SpreadsheetUpdateResult is what a change of a spreadsheet has done: the field of the change.
type SpreadsheetUpdateResult struct {
	AddSheetResponse        SpreadsheetAddSheetResult        `json:"add_sheet_response"`
	DeleteSheetResponse     SpreadsheetDeleteSheetResult     `json:"delete_sheet_response"`
	UpdateRangeResponse     SpreadsheetUpdateRangeResult     `json:"update_range_response"`
	DeleteDimensionResponse SpreadsheetDeleteDimensionResult `json:"delete_dimension_response"`
}

// SpreadsheetAddSheetResult is a sheet that was added.
type SpreadsheetAddSheetResult struct {
	Properties SpreadsheetSheet `json:"properties"`
}

// SpreadsheetDeleteSheetResult is a sheet that was deleted.
type SpreadsheetDeleteSheetResult struct {
	SheetID string `json:"sheet_id"`
}

// SpreadsheetUpdateRangeResult says how many cells were written.
type SpreadsheetUpdateRangeResult struct {
	UpdatedCells int64 `json:"updated_cells"`
}

// SpreadsheetDeleteDimensionResult says how many rows or columns were deleted.
type SpreadsheetDeleteDimensionResult struct {
	Deleted int64 `json:"deleted"`
}

// ListSpreadsheetSheets returns the sheets of a spreadsheet and their size (获取表格行列信息).
//
// API: POST /cgi-bin/wedoc/spreadsheet/get_sheet_properties
// Doc: https://developer.work.weixin.qq.com/document/path/97661
func (c *Client) ListSpreadsheetSheets(ctx context.Context, docID string) ([]*SpreadsheetSheet, error) {
	var resp listSpreadsheetSheetsResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/spreadsheet/get_sheet_properties", param{"docid", docID}, &resp)
	return resp.Properties, err
}

type listSpreadsheetSheetsResponse struct {
	Properties []*SpreadsheetSheet `json:"properties"`
}

// UnmarshalJSON also takes the list as data.
func (r *listSpreadsheetSheetsResponse) UnmarshalJSON(b []byte) error {
	var wire struct {
		Properties []*SpreadsheetSheet `json:"properties"`
		Data       []*SpreadsheetSheet `json:"data"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	r.Properties = wire.Properties
	if len(r.Properties) == 0 {
		r.Properties = wire.Data
	}
	return nil
}

// SpreadsheetSheet is a sheet of a spreadsheet.
type SpreadsheetSheet struct {
	SheetID     string `json:"sheet_id"`
	Title       string `json:"title"`
	RowCount    int64  `json:"row_count"`
	ColumnCount int64  `json:"column_count"`
}

// GetSpreadsheetRange returns cells of a sheet: at most 1,000 rows, 200 columns and 10,000 cells (获取表格数据).
//
// API: POST /cgi-bin/wedoc/spreadsheet/get_sheet_range_data
// Doc: https://developer.work.weixin.qq.com/document/path/97711
func (c *Client) GetSpreadsheetRange(ctx context.Context, req *GetSpreadsheetRangeRequest) (*SpreadsheetRange, error) {
	var resp getSpreadsheetRangeResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/spreadsheet/get_sheet_range_data", req, &resp)
	return resp.Data.Result, err
}

type getSpreadsheetRangeResponse struct {
	Data spreadsheetRangeResult `json:"data"`
}

type spreadsheetRangeResult struct {
	Result *SpreadsheetRange `json:"result"`
}

// GetSpreadsheetRangeRequest names cells of a sheet.
type GetSpreadsheetRangeRequest struct {
	DocID   string `json:"docid"`
	SheetID string `json:"sheet_id"`
	Range   string `json:"range"` // such as A1:B5, the upper left cell first
}

// SpreadsheetRange is cells of a sheet.
type SpreadsheetRange struct {
	StartRow    int64            `json:"start_row"`    // from 0
	StartColumn int64            `json:"start_column"` // from 0
	Rows        []SpreadsheetRow `json:"rows"`
}

// SpreadsheetRow is cells of a row, from StartColumn on.
type SpreadsheetRow struct {
	Values []SpreadsheetCell `json:"values"`
}

// SpreadsheetCell is a cell of a sheet.
type SpreadsheetCell struct {
	CellValue  SpreadsheetCellValue  `json:"cell_value"`
	CellFormat SpreadsheetCellFormat `json:"cell_format"`
}

// SpreadsheetCellValue is the content of a cell: a text or a link.
type SpreadsheetCellValue struct {
	Text string          `json:"text"`
	Link SpreadsheetLink `json:"link"`
}

// SpreadsheetCellFormat is how a cell looks.
type SpreadsheetCellFormat struct {
	TextFormat SpreadsheetTextFormat `json:"text_format"`
}

// SpreadsheetTextFormat is how a text looks.
type SpreadsheetTextFormat struct {
	Font          string           `json:"font"`
	FontSize      int64            `json:"font_size"`
	Bold          bool             `json:"bold"`
	Italic        bool             `json:"italic"`
	Strikethrough bool             `json:"strikethrough"`
	Underline     bool             `json:"underline"`
	Color         SpreadsheetColor `json:"color"`
}

// SpreadsheetColor is a color, each part of it 0 to 255.
type SpreadsheetColor struct {
	Red   int64 `json:"red"`
	Green int64 `json:"green"`
	Blue  int64 `json:"blue"`
	Alpha int64 `json:"alpha"` // 255 is opaque
}
