package workwx

import (
	"cmp"
	"context"
	"iter"
	"time"
)

// SmartdocPublishRange says who may read a smart document that is published.
type SmartdocPublishRange int64

// Who may read a smart document that is published.
const (
	SmartdocPublishRangeCorp   SmartdocPublishRange = 1 // everybody in the corp
	SmartdocPublishRangePublic SmartdocPublishRange = 3 // others too
	SmartdocPublishRangeCustom SmartdocPublishRange = 4 // the members and departments of the AuthList
)

// PublishSmartdoc publishes a smart document as a page on the web, or a new version of it (发布智能文档). The call
// takes 3 to 8 seconds: [WithTimeout] should give it 10 or more.
//
// The app must be allowed to call the document API, here and in the methods below, and to manage the document
// (errcode 640008). 640054 says that the document is no smart document.
//
// API: POST /cgi-bin/wedoc/smartdoc/publish
// Doc: https://developer.work.weixin.qq.com/document/path/101616
func (c *Client) PublishSmartdoc(ctx context.Context, req *PublishSmartdocRequest) (*PublishSmartdocResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/wedoc/smartdoc/publish", req, new(PublishSmartdocResponse))
}

// PublishSmartdocRequest says which document is published, and for whom.
type PublishSmartdocRequest struct {
	DocID        string               `json:"docid"`
	PublishRange SmartdocPublishRange `json:"publish_range,omitzero"` // the corp if 0
	AuthList     []SmartdocReader     `json:"auth_list,omitzero"`     // for [SmartdocPublishRangeCustom]
}

// SmartdocReaderType says whether a reader is a member or a department.
type SmartdocReaderType int64

// The kinds of readers.
const (
	SmartdocReaderTypeUser       SmartdocReaderType = 1
	SmartdocReaderTypeDepartment SmartdocReaderType = 2
)

// SmartdocReader is a member or department who may read a smart document that is published.
type SmartdocReader struct {
	Type         SmartdocReaderType `json:"type"`
	UserID       string             `json:"userid,omitzero"`       // of a member
	DepartmentID int64              `json:"departmentid,omitzero"` // of a department
}

// PublishSmartdocResponse is a version of a smart document that was published.
type PublishSmartdocResponse struct {
	ShareCode       string    `json:"share_code"`
	PublishURL      string    `json:"publish_url"` // https://doc.weixin.qq.com/smartdoc/p/ and the ShareCode
	Version         int64     `json:"version"`
	PublishTime     Timestamp `json:"publish_time"`
	PublishDocTitle string    `json:"publish_doc_title"` // the title of the page
}

// CancelSmartdocPublish takes a smart document off the web (取消发布智能文档).
//
// API: POST /cgi-bin/wedoc/smartdoc/cancel_publish
// Doc: https://developer.work.weixin.qq.com/document/path/101617
func (c *Client) CancelSmartdocPublish(ctx context.Context, docID string) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/cancel_publish", param{"docid", docID}, nil)
}

// SetSmartdocPublishRange changes who may read a smart document that is published (修改发布页可查看范围).
//
// API: POST /cgi-bin/wedoc/smartdoc/publish_setting
// Doc: https://developer.work.weixin.qq.com/document/path/101618
func (c *Client) SetSmartdocPublishRange(ctx context.Context, req *SetSmartdocPublishRangeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/publish_setting", req, nil)
}

// SetSmartdocPublishRangeRequest says who may read a smart document.
type SetSmartdocPublishRangeRequest struct {
	DocID        string               `json:"docid"`
	PublishRange SmartdocPublishRange `json:"publish_range"`
	AuthList     []SmartdocReader     `json:"auth_list,omitzero"` // for [SmartdocPublishRangeCustom]
}

// CreateSmartdocPage adds a page to a smart document and returns it (添加页面).
//
// API: POST /cgi-bin/wedoc/smartdoc/add_page
// Doc: https://developer.work.weixin.qq.com/document/path/101620
func (c *Client) CreateSmartdocPage(ctx context.Context, req *CreateSmartdocPageRequest) (*SmartdocPage, error) {
	var resp createSmartdocPageResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartdoc/add_page", req, &resp)
	return resp.Info, err
}

type createSmartdocPageResponse struct {
	Info *SmartdocPage `json:"info"`
}

// CreateSmartdocPageRequest is a new page.
type CreateSmartdocPageRequest struct {
	DocID string            `json:"docid"`
	Info  SmartdocPageInput `json:"info,omitzero"`
}

// SmartdocPageLayout is how wide a page is set.
type SmartdocPageLayout int64

// How wide a page is set.
const (
	SmartdocPageLayoutDefault   SmartdocPageLayout = 1
	SmartdocPageLayoutPaper     SmartdocPageLayout = 2
	SmartdocPageLayoutFullWidth SmartdocPageLayout = 3
)

// SmartdocPageInput is a page to add.
type SmartdocPageInput struct {
	Title      string             `json:"title,omitzero"`
	ParentID   string             `json:"parent_id,omitzero"` // the page that it belongs to; none if empty
	AfterID    string             `json:"after_id,omitzero"`  // the page that it follows; it comes first if empty
	LayoutMode SmartdocPageLayout `json:"layout_mode,omitzero"`
}

// SmartdocPage is a page of a smart document.
type SmartdocPage struct {
	PageID     string             `json:"page_id"`
	Title      string             `json:"title"`
	ParentID   string             `json:"parent_id"` // the page that it belongs to
	AfterID    string             `json:"after_id"`  // the page that it follows
	LayoutMode SmartdocPageLayout `json:"layout_mode"`
}

// UpdateSmartdocPage changes what req sets of a page, or moves it, and returns it (更新页面).
//
// API: POST /cgi-bin/wedoc/smartdoc/update_page
// Doc: https://developer.work.weixin.qq.com/document/path/101621
func (c *Client) UpdateSmartdocPage(ctx context.Context, req *UpdateSmartdocPageRequest) (*SmartdocPage, error) {
	var resp updateSmartdocPageResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/update_page", req, &resp)
	return resp.Info, err
}

type updateSmartdocPageResponse struct {
	Info *SmartdocPage `json:"info"`
}

// UpdateSmartdocPageRequest says what changes in a page.
type UpdateSmartdocPageRequest struct {
	DocID string             `json:"docid"`
	Info  SmartdocPageUpdate `json:"info"`
}

// SmartdocPageUpdate says what changes in a page.
type SmartdocPageUpdate struct {
	PageID     string              `json:"page_id"`
	Title      *string             `json:"title,omitzero"`
	ParentID   *string             `json:"parent_id,omitzero"` // the page that it belongs to from now on
	AfterID    *string             `json:"after_id,omitzero"`  // the page that it follows; it comes last if empty
	LayoutMode *SmartdocPageLayout `json:"layout_mode,omitzero"`
}

// DeleteSmartdocPage deletes a page of a smart document (删除页面).
//
// API: POST /cgi-bin/wedoc/smartdoc/delete_page
// Doc: https://developer.work.weixin.qq.com/document/path/101622
func (c *Client) DeleteSmartdocPage(ctx context.Context, req *DeleteSmartdocPageRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/delete_page", req, nil)
}

// DeleteSmartdocPageRequest names a page.
type DeleteSmartdocPageRequest struct {
	DocID  string `json:"docid"`
	PageID string `json:"page_id"`
}

// ListSmartdocPages returns the pages of a smart document, all of them (获取页面结构). Their ParentIDs make them
// a tree.
//
// API: POST /cgi-bin/wedoc/smartdoc/get_page_hierarchy
// Doc: https://developer.work.weixin.qq.com/document/path/101619
func (c *Client) ListSmartdocPages(ctx context.Context, docID string) ([]*SmartdocPageItem, error) {
	var resp listSmartdocPagesResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/get_page_hierarchy", param{"docid", docID}, &resp)
	return resp.Pages, err
}

type listSmartdocPagesResponse struct {
	Pages []*SmartdocPageItem `json:"pages"`
}

// SmartdocPageItem is a page in a list.
type SmartdocPageItem struct {
	PageID   string `json:"page_id"`
	ParentID string `json:"parent_id"` // the page that it belongs to; empty for the first
	Title    string `json:"title"`
}

// AddSmartdocBlocks adds blocks, which are what the content of a page is made of, and returns them with their IDs
// (添加内容块).
//
// API: POST /cgi-bin/wedoc/smartdoc/add_blocks
// Doc: https://developer.work.weixin.qq.com/document/path/101623
func (c *Client) AddSmartdocBlocks(ctx context.Context, req *AddSmartdocBlocksRequest) ([]*SmartdocBlock, error) {
	var resp addSmartdocBlocksResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartdoc/add_blocks", req, &resp)
	return resp.Blocks, err
}

type addSmartdocBlocksResponse struct {
	Blocks []*SmartdocBlock `json:"blocks"`
}

// AddSmartdocBlocksRequest says which blocks go into which page.
type AddSmartdocBlocksRequest struct {
	DocID  string          `json:"docid"`
	PageID string          `json:"page_id"`
	Blocks []SmartdocBlock `json:"blocks"`
}

// SmartdocBlockType is a kind of block.
type SmartdocBlockType string

// The kinds of blocks.
const (
	SmartdocBlockTypeText         SmartdocBlockType = "BLOCK_TYPE_TEXT"
	SmartdocBlockTypeHeader1      SmartdocBlockType = "BLOCK_TYPE_HEADER_1"
	SmartdocBlockTypeHeader2      SmartdocBlockType = "BLOCK_TYPE_HEADER_2"
	SmartdocBlockTypeHeader3      SmartdocBlockType = "BLOCK_TYPE_HEADER_3"
	SmartdocBlockTypeHeader4      SmartdocBlockType = "BLOCK_TYPE_HEADER_4"
	SmartdocBlockTypeHeader5      SmartdocBlockType = "BLOCK_TYPE_HEADER_5"
	SmartdocBlockTypeHeader6      SmartdocBlockType = "BLOCK_TYPE_HEADER_6"
	SmartdocBlockTypeBulletedList SmartdocBlockType = "BLOCK_TYPE_BULLETED_LIST"
	SmartdocBlockTypeNumberedList SmartdocBlockType = "BLOCK_TYPE_NUMBERED_LIST"
	SmartdocBlockTypeTodo         SmartdocBlockType = "BLOCK_TYPE_TODO"
	SmartdocBlockTypeQuote        SmartdocBlockType = "BLOCK_TYPE_QUOTE"
	SmartdocBlockTypeCode         SmartdocBlockType = "BLOCK_TYPE_CODE"
	SmartdocBlockTypeHighlight    SmartdocBlockType = "BLOCK_TYPE_HIGHLIGHT" // with a background
	SmartdocBlockTypeDivider      SmartdocBlockType = "BLOCK_TYPE_DIVIDER"
	SmartdocBlockTypeImage        SmartdocBlockType = "BLOCK_TYPE_IMAGE"
	SmartdocBlockTypeFile         SmartdocBlockType = "BLOCK_TYPE_FILE"
	SmartdocBlockTypeLink         SmartdocBlockType = "BLOCK_TYPE_LINK"
	SmartdocBlockTypeTable        SmartdocBlockType = "BLOCK_TYPE_TABLE"
	SmartdocBlockTypeColumnList   SmartdocBlockType = "BLOCK_TYPE_COLUMN_LIST" // columns side by side
	SmartdocBlockTypeView         SmartdocBlockType = "BLOCK_TYPE_VIEW"        // of a smart sheet
)

// SmartdocBlock is a block of a page.
type SmartdocBlock struct {
	ID       string             `json:"id,omitzero"` // given by the platform
	Type     SmartdocBlockType  `json:"type"`
	Title    string             `json:"title,omitzero"`     // the text; see Text
	Content  string             `json:"content,omitzero"`   // the text too
	ParentID string             `json:"parent_id,omitzero"` // the block that it is in
	AfterID  string             `json:"after_id,omitzero"`  // the block that it follows; it comes first if empty
	Children []string           `json:"children,omitzero"`  // IDs of the blocks in it
	Props    SmartdocBlockProps `json:"props,omitzero"`
}

// Text returns the text of a block, which the platform gives as Title in some answers and as Content in others.
// New blocks take theirs as Title.
func (b *SmartdocBlock) Text() string { return cmp.Or(b.Content, b.Title) }

// SmartdocBlockProps are the properties of a block: those of its type are set, if it has any.
type SmartdocBlockProps struct {
	TextProps      *SmartdocTextProps      `json:"text_props,omitzero"`
	ImageProps     *SmartdocImageProps     `json:"image_props,omitzero"`
	FileProps      *SmartdocFileProps      `json:"file_props,omitzero"`
	LinkProps      *SmartdocLinkProps      `json:"link_props,omitzero"`
	TableProps     *SmartdocTableProps     `json:"table_props,omitzero"`
	ViewProps      *SmartdocViewProps      `json:"view_props,omitzero"`
	ColumnProps    *SmartdocColumnProps    `json:"column_props,omitzero"`
	HighlightProps *SmartdocHighlightProps `json:"highlight_props,omitzero"`
	CodeProps      *SmartdocCodeProps      `json:"code_props,omitzero"`
	TodoProps      *SmartdocTodoProps      `json:"todo_props,omitzero"`
}

// SmartdocTextProps are the properties of a text.
type SmartdocTextProps struct {
	Align      int64  `json:"align,omitzero"`       // of the block
	TextAlign  int64  `json:"text_align,omitzero"`  // of the text in it
	BlockColor string `json:"block_color,omitzero"` // light_red_background, for example
}

// SmartdocImageProps are the properties of an image.
type SmartdocImageProps struct {
	URL    string  `json:"url,omitzero"`
	Width  float64 `json:"width,omitzero"`
	Height float64 `json:"height,omitzero"`
	Stroke bool    `json:"stroke"` // it has an outline
}

// SmartdocFileProps are the properties of a file.
type SmartdocFileProps struct {
	FileID string `json:"file_id"`
}

// SmartdocLinkProps are the properties of a link.
type SmartdocLinkProps struct {
	LinkURL         string `json:"link_url"`
	LinkName        string `json:"link_name,omitzero"`
	LinkDescription string `json:"link_description,omitzero"`
}

// SmartdocTableProps are the properties of a table.
type SmartdocTableProps struct {
	CellPositions      []SmartdocCellRange `json:"cell_positions,omitzero"` // cells that are merged
	EnableRowHeader    bool                `json:"enable_row_header"`
	EnableColumnHeader bool                `json:"enable_column_header"`
}

// SmartdocCellRange is a rectangle of cells.
type SmartdocCellRange struct {
	StartCell SmartdocCell `json:"start_cell"`
	EndCell   SmartdocCell `json:"end_cell"`
}

// SmartdocCell is a cell of a table.
type SmartdocCell struct {
	Row    int64 `json:"row"`
	Column int64 `json:"column"`
}

// SmartdocViewProps are the properties of a view of a smart sheet.
type SmartdocViewProps struct {
	DocID            string `json:"doc_id,omitzero"` // of the smart sheet
	TableID          string `json:"table_id,omitzero"`
	ViewID           string `json:"view_id,omitzero"`
	TableBlockID     string `json:"table_block_id,omitzero"` // the BlockID of [SmartdocSmartsheet]
	EnableTableTitle bool   `json:"enable_table_title"`      // the sheet's title is shown
	EnableAddRow     bool   `json:"enable_add_row"`          // readers may add rows
}

// SmartdocColumnProps are the properties of columns side by side.
type SmartdocColumnProps struct {
	ColumnNum int64 `json:"column_num"` // 2 to 4
}

// SmartdocHighlightProps are the properties of a block with a background.
type SmartdocHighlightProps struct {
	BackgroundImageURL string `json:"background_image_url,omitzero"`
	ExtendBackground   bool   `json:"extend_background"`    // the image fills the block
	BlockColor         string `json:"block_color,omitzero"` // as in [SmartdocTextProps]
	BorderColor        string `json:"border_color,omitzero"`
}

// SmartdocCodeProps are the properties of a piece of code.
type SmartdocCodeProps struct {
	CodeLanguage string `json:"code_language,omitzero"` // CODE_LANGUAGE_PYTHON, for example
	CodeWrap     bool   `json:"code_wrap"`              // long lines are wrapped
}

// SmartdocTodoProps are the properties of a to-do.
type SmartdocTodoProps struct {
	Checked bool `json:"checked"`
}

// UpdateSmartdocBlocks changes what req sets of blocks and returns them (更新内容块).
//
// API: POST /cgi-bin/wedoc/smartdoc/update_blocks
// Doc: https://developer.work.weixin.qq.com/document/path/101624
func (c *Client) UpdateSmartdocBlocks(ctx context.Context, req *UpdateSmartdocBlocksRequest) ([]*SmartdocBlock, error) {
	var resp updateSmartdocBlocksResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/update_blocks", req, &resp)
	return resp.Blocks, err
}

type updateSmartdocBlocksResponse struct {
	Blocks []*SmartdocBlock `json:"blocks"`
}

// UpdateSmartdocBlocksRequest says what changes in which blocks.
type UpdateSmartdocBlocksRequest struct {
	DocID  string                `json:"docid"`
	PageID string                `json:"page_id"`
	Blocks []SmartdocBlockUpdate `json:"blocks"`
}

// SmartdocBlockUpdate says what changes in a block.
type SmartdocBlockUpdate struct {
	ID       string             `json:"id"`
	Type     SmartdocBlockType  `json:"type"`
	Title    *string            `json:"title,omitzero"`     // the text
	Content  *string            `json:"content,omitzero"`   // the text too: the platform's example has it here
	ParentID *string            `json:"parent_id,omitzero"` // the block that it is in
	AfterID  *string            `json:"after_id,omitzero"`  // the block that it follows; it comes first if empty
	Children []string           `json:"children,omitzero"`  // IDs of the blocks in it
	Props    SmartdocBlockProps `json:"props,omitzero"`
}

// DeleteSmartdocBlocks deletes blocks of a page (删除内容块).
//
// API: POST /cgi-bin/wedoc/smartdoc/delete_blocks
// Doc: https://developer.work.weixin.qq.com/document/path/101625
func (c *Client) DeleteSmartdocBlocks(ctx context.Context, req *DeleteSmartdocBlocksRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/delete_blocks", req, nil)
}

// DeleteSmartdocBlocksRequest names blocks.
type DeleteSmartdocBlocksRequest struct {
	DocID  string   `json:"docid"`
	PageID string   `json:"page_id"`
	IDs    []string `json:"ids"`
}

// ListSmartdocBlocks returns blocks of a page, those named or a page of all (获取内容块列表).
// [Client.AllSmartdocBlocks] reads all.
//
// API: POST /cgi-bin/wedoc/smartdoc/get_block_list
// Doc: https://developer.work.weixin.qq.com/document/path/101626
func (c *Client) ListSmartdocBlocks(ctx context.Context, req *ListSmartdocBlocksRequest) (*ListSmartdocBlocksResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartdoc/get_block_list", req, new(ListSmartdocBlocksResponse))
}

// AllSmartdocBlocks ranges over the blocks of a page, part by part; see [Client.ListSmartdocBlocks].
func (c *Client) AllSmartdocBlocks(ctx context.Context, req *ListSmartdocBlocksRequest) iter.Seq2[*SmartdocBlock, error] {
	return paginate(ctx, req, c.ListSmartdocBlocks,
		func(q *ListSmartdocBlocksRequest) *int64 { return &q.Start },
		func(p *ListSmartdocBlocksResponse) ([]*SmartdocBlock, int64, bool) {
			return p.Blocks, p.NextStart, bool(p.HasMore)
		})
}

// ListSmartdocBlocksRequest says which blocks to list.
type ListSmartdocBlocksRequest struct {
	DocID  string   `json:"docid"`
	PageID string   `json:"page_id"`
	IDs    []string `json:"ids,omitzero"`   // of the blocks; all if none
	Start  int64    `json:"start,omitzero"` // the NextStart of the previous answer
	Limit  int64    `json:"limit,omitzero"` // how many at most, up to 200; 200 if 0
}

// ListSmartdocBlocksResponse is a part of the blocks.
type ListSmartdocBlocksResponse struct {
	Blocks    []*SmartdocBlock `json:"blocks"`
	HasMore   StringBool       `json:"has_more"` // whether there are more
	NextStart int64            `json:"next_start"`
}

// StringBool is a bool that travels as "true" or "false".
type StringBool bool

// MarshalJSON encodes b as a string.
func (b StringBool) MarshalJSON() ([]byte, error) {
	if b {
		return []byte(`"true"`), nil
	}
	return []byte(`"false"`), nil
}

// UnmarshalJSON accepts true, false, 0 and 1, in quotes or not.
func (b *StringBool) UnmarshalJSON(data []byte) error { return (*IntBool)(b).UnmarshalJSON(data) }

// SmartdocContentType is a form in which a smart document is exported.
type SmartdocContentType int64

// The one form in which a smart document is exported.
const (
	SmartdocContentTypeMarkdown SmartdocContentType = 1
)

// SubmitSmartdocExportJob starts to export a smart document or one of its pages, and returns the ID of the job
// (提交导出任务). [Client.WaitSmartdocExportJob] waits for it.
//
// API: POST /cgi-bin/wedoc/smartdoc/export_task
// Doc: https://developer.work.weixin.qq.com/document/path/101627
func (c *Client) SubmitSmartdocExportJob(ctx context.Context, req *SubmitSmartdocExportJobRequest) (string, error) {
	var resp submitSmartdocExportJobResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartdoc/export_task", req, &resp)
	return resp.TaskID, err
}

type submitSmartdocExportJobResponse struct {
	TaskID string `json:"task_id"`
}

// SubmitSmartdocExportJobRequest says what is exported.
type SubmitSmartdocExportJobRequest struct {
	DocID       string              `json:"docid"`
	ContentType SmartdocContentType `json:"content_type"`
	PageID      string              `json:"page_id,omitzero"` // a page with all that is in it; the whole document if empty
	URL         string              `json:"url,omitzero"`     // of the document
}

// GetSmartdocExportJobResult returns how far an export is, and the content once it is done (查询导出任务结果).
//
// API: POST /cgi-bin/wedoc/smartdoc/get_export_result
// Doc: https://developer.work.weixin.qq.com/document/path/101627
func (c *Client) GetSmartdocExportJobResult(ctx context.Context, taskID string) (*SmartdocExportJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartdoc/get_export_result", param{"task_id", taskID}, new(SmartdocExportJobResult))
}

// SmartdocExportJobResult is how far an export is.
type SmartdocExportJobResult struct {
	TaskDone bool   `json:"task_done"`
	Content  string `json:"content"` // in Markdown, once TaskDone is set
}

// WaitSmartdocExportJob waits until an export of [Client.SubmitSmartdocExportJob] is done, asking every 2 seconds
// at first and every 15 at last, and returns the content, in Markdown.
func (c *Client) WaitSmartdocExportJob(ctx context.Context, taskID string) (string, error) {
	result, err := awaitJob(ctx, "/cgi-bin/wedoc/smartdoc/get_export_result", 2*time.Second, func() (*SmartdocExportJobResult, bool, error) {
		r, err := c.GetSmartdocExportJobResult(ctx, taskID)
		return r, err == nil && r.TaskDone, err
	})
	if err != nil {
		return "", err
	}
	return result.Content, nil
}

// GetSmartdocSmartsheetDocID returns the ID of the smart sheet that holds the data tables of a smart document
// (获取数据源). The methods of smart sheets take it for a document's ID.
//
// API: POST /cgi-bin/wedoc/smartdoc/get_smartsheet_info
// Doc: https://developer.work.weixin.qq.com/document/path/101628
func (c *Client) GetSmartdocSmartsheetDocID(ctx context.Context, docID string) (string, error) {
	var resp getSmartdocSmartsheetDocIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/get_smartsheet_info", param{"docid", docID}, &resp)
	return resp.SmartsheetDocID, err
}

type getSmartdocSmartsheetDocIDResponse struct {
	SmartsheetDocID string `json:"ss_docid"`
}

// CreateSmartdocSmartsheet adds a data table to a smart document and returns it (添加数据表).
//
// API: POST /cgi-bin/wedoc/smartdoc/add_smartsheet
// Doc: https://developer.work.weixin.qq.com/document/path/101629
func (c *Client) CreateSmartdocSmartsheet(ctx context.Context, req *CreateSmartdocSmartsheetRequest) (*SmartdocSmartsheet, error) {
	var resp createSmartdocSmartsheetResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartdoc/add_smartsheet", req, &resp)
	return resp.Info, err
}

type createSmartdocSmartsheetResponse struct {
	Info *SmartdocSmartsheet `json:"info"`
}

// CreateSmartdocSmartsheetRequest is a new data table.
type CreateSmartdocSmartsheetRequest struct {
	DocID string                  `json:"docid"`
	Info  SmartdocSmartsheetInput `json:"info,omitzero"`
}

// SmartdocSmartsheetInput is a data table to add.
type SmartdocSmartsheetInput struct {
	Title   string `json:"title,omitzero"`
	AfterID string `json:"after_id,omitzero"` // the block that it follows
}

// SmartdocSmartsheet is a data table of a smart document.
type SmartdocSmartsheet struct {
	BlockID         string `json:"block_id"`
	Title           string `json:"title"`
	SheetID         string `json:"sheet_id"` // in the smart sheet
	SmartsheetDocID string `json:"ss_docid"` // of the smart sheet; see [Client.GetSmartdocSmartsheetDocID]
	AfterID         string `json:"after_id"` // the block that it follows
}

// UpdateSmartdocSmartsheet renames or moves a data table of a smart document and returns it (更新数据表).
//
// API: POST /cgi-bin/wedoc/smartdoc/update_smartsheet
// Doc: https://developer.work.weixin.qq.com/document/path/101631
func (c *Client) UpdateSmartdocSmartsheet(ctx context.Context, req *UpdateSmartdocSmartsheetRequest) (*SmartdocSmartsheet, error) {
	var resp updateSmartdocSmartsheetResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/update_smartsheet", req, &resp)
	return resp.Info, err
}

type updateSmartdocSmartsheetResponse struct {
	Info *SmartdocSmartsheet `json:"info"`
}

// UpdateSmartdocSmartsheetRequest says what changes in a data table.
type UpdateSmartdocSmartsheetRequest struct {
	DocID string                   `json:"docid"`
	Info  SmartdocSmartsheetUpdate `json:"info"`
}

// SmartdocSmartsheetUpdate says what changes in a data table.
type SmartdocSmartsheetUpdate struct {
	BlockID string  `json:"block_id"`
	Title   *string `json:"title,omitzero"`
	AfterID *string `json:"after_id,omitzero"` // the block that it follows from now on
}

// DeleteSmartdocSmartsheet deletes a data table of a smart document (删除数据表).
//
// API: POST /cgi-bin/wedoc/smartdoc/delete_smartsheet
// Doc: https://developer.work.weixin.qq.com/document/path/101630
func (c *Client) DeleteSmartdocSmartsheet(ctx context.Context, req *DeleteSmartdocSmartsheetRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartdoc/delete_smartsheet", req, nil)
}

// DeleteSmartdocSmartsheetRequest names a data table.
type DeleteSmartdocSmartsheetRequest struct {
	DocID   string `json:"docid"`
	BlockID string `json:"block_id"`
}
