package workwx

import "context"

// UpdateDocContent edits a document, with up to 30 changes at once (编辑文档内容). If one of them fails, none is
// made.
//
// Positions are those of [Client.GetDocContent] at the version that req names, or now. A code 2010003 says
// that several calls edit the document at the same time.
//
// API: POST /cgi-bin/wedoc/document/batch_update
// Doc: https://developer.work.weixin.qq.com/document/path/97626
func (c *Client) UpdateDocContent(ctx context.Context, req *UpdateDocContentRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/wedoc/document/batch_update", req, nil)
}

// UpdateDocContentRequest is what changes in a document.
type UpdateDocContentRequest struct {
	DocID    string      `json:"docid"`
	Version  *int64      `json:"version,omitzero"`  // of [DocContent]; at most 100 behind the latest
	Requests []DocUpdate `json:"requests,omitzero"` // at most 30
}

// DocUpdate is a change of a document: one of its fields is set. Of several, the platform makes one.
type DocUpdate struct {
	ReplaceText        *DocReplaceText        `json:"replace_text,omitzero"`
	InsertText         *DocInsertText         `json:"insert_text,omitzero"`
	DeleteContent      *DocDeleteContent      `json:"delete_content,omitzero"`
	InsertImage        *DocInsertImage        `json:"insert_image,omitzero"`
	InsertPageBreak    *DocInsertPageBreak    `json:"insert_page_break,omitzero"`
	InsertTable        *DocInsertTable        `json:"insert_table,omitzero"`
	InsertParagraph    *DocInsertParagraph    `json:"insert_paragraph,omitzero"`
	UpdateTextProperty *DocUpdateTextProperty `json:"update_text_property,omitzero"`
}

// DocRange is a part of a document.
type DocRange struct {
	StartIndex int64 `json:"start_index"` // from 0
	Length     int64 `json:"length"`
}

// DocLocation is a position in a document.
type DocLocation struct {
	Index int64 `json:"index"`
}

// DocReplaceText puts a text in the place of one or several others.
type DocReplaceText struct {
	Text   string     `json:"text"`
	Ranges []DocRange `json:"ranges"` // at most 10
}

// DocInsertText inserts a text.
type DocInsertText struct {
	Text     string      `json:"text"`
	Location DocLocation `json:"location"`
}

// DocDeleteContent deletes a part of a document.
type DocDeleteContent struct {
	Range DocRange `json:"range"`
}

// DocInsertImage inserts an image.
type DocInsertImage struct {
	ImageID  string      `json:"image_id"`        // the URL that [Client.UploadDocImage] returned
	Width    int64       `json:"width,omitzero"`  // in pixels
	Height   int64       `json:"height,omitzero"` // in pixels
	Location DocLocation `json:"location"`
}

// DocInsertPageBreak inserts a page break.
type DocInsertPageBreak struct {
	Location DocLocation `json:"location"`
}

// DocInsertTable inserts an empty table of at most 1,000 cells.
type DocInsertTable struct {
	Rows     int64       `json:"rows"` // at most 100
	Cols     int64       `json:"cols"` // at most 60
	Location DocLocation `json:"location"`
}

// DocInsertParagraph inserts a paragraph.
type DocInsertParagraph struct {
	Location DocLocation `json:"location"`
}

// DocUpdateTextProperty changes how texts look.
type DocUpdateTextProperty struct {
	TextProperty DocTextProperty `json:"text_property"`
	Ranges       []DocRange      `json:"ranges"` // at most 10
}

// DocTextProperty is how a text is to look.
type DocTextProperty struct {
	Bold            *bool  `json:"bold,omitzero"`
	Color           string `json:"color,omitzero"`            // RRGGBB, hexadecimal
	BackgroundColor string `json:"background_color,omitzero"` // RRGGBB, hexadecimal
}

// GetDocContent returns all that a document holds, as a tree (获取文档数据).
//
// API: POST /cgi-bin/wedoc/document/get
// Doc: https://developer.work.weixin.qq.com/document/path/101161
func (c *Client) GetDocContent(ctx context.Context, docID string) (*DocContent, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/document/get", param{"docid", docID}, new(DocContent))
}

// DocContent is what a document holds at a version.
type DocContent struct {
	Version  int64   `json:"version"`
	Document DocNode `json:"document"` // the root
}

// DocNode is a node of the tree that a document is. Property has the fields that go with Type.
type DocNode struct {
	Begin    int64           `json:"begin"` // where it begins in the document
	End      int64           `json:"end"`   // where it ends
	Property DocNodeProperty `json:"property"`
	Type     DocNodeType     `json:"type"`
	Children []DocNode       `json:"children"`
	Text     string          `json:"text"` // of DocNodeTypeText
}

// DocNodeType is what a node of a document is.
type DocNodeType string

// What a node of a document is.
const (
	DocNodeTypeDocument  DocNodeType = "Document"  // the root
	DocNodeTypeMainStory DocNodeType = "MainStory" // the body
	DocNodeTypeSection   DocNodeType = "Section"
	DocNodeTypeParagraph DocNodeType = "Paragraph"
	DocNodeTypeTable     DocNodeType = "Table"
	DocNodeTypeTableRow  DocNodeType = "TableRow"
	DocNodeTypeTableCell DocNodeType = "TableCell"
	DocNodeTypeText      DocNodeType = "Text"    // a text that looks the same throughout
	DocNodeTypeDrawing   DocNodeType = "Drawing" // a chart, an image or the like
)

// DocNodeProperty is how a node looks: the field of its type.
type DocNodeProperty struct {
	SectionProperty   DocSectionProperty   `json:"section_property"`
	ParagraphProperty DocParagraphProperty `json:"paragraph_property"`
	RunProperty       DocRunProperty       `json:"run_property"` // of a text
	TableProperty     DocTableProperty     `json:"table_property"`
	TableRowProperty  DocTableRowProperty  `json:"table_row_property"`
	TableCellProperty DocTableCellProperty `json:"table_cell_property"`
	DrawingProperty   DocDrawingProperty   `json:"drawing_property"`
}

// DocSectionProperty is how the pages of a section look.
type DocSectionProperty struct {
	PageSize    DocPageSize    `json:"page_size"`
	PageMargins DocPageMargins `json:"page_margins"`
}

// DocPageSize is the size of a page.
type DocPageSize struct {
	Width       float64          `json:"width"`
	Height      float64          `json:"height"`
	Orientation DocPageDirection `json:"orientation"`
}

// DocPageDirection says how a page lies.
type DocPageDirection struct {
	Orientation DocPageOrientation `json:"orientation"`
}

// DocPageOrientation is how a page lies.
type DocPageOrientation string

// How a page lies.
const (
	DocPageOrientationUnspecified DocPageOrientation = "PAGE_ORIENTATION_UNSPECIFIED"
	DocPageOrientationPortrait    DocPageOrientation = "PAGE_ORIENTATION_PORTRAIT"
	DocPageOrientationLandscape   DocPageOrientation = "PAGE_ORIENTATION_LANDSCAPE"
)

// DocPageMargins are the margins of a page.
type DocPageMargins struct {
	Top    float64 `json:"top"`
	Bottom float64 `json:"bottom"`
	Left   float64 `json:"left"`
	Right  float64 `json:"right"`
}

// DocParagraphProperty is how a paragraph looks.
type DocParagraphProperty struct {
	NumberProperty DocNumberProperty `json:"number_property"`
	Spacing        DocSpacing        `json:"spacing"`
	Indent         DocIndent         `json:"indent"`
	AlignmentType  DocAlignmentType  `json:"alignment_type"`
	TextDirection  DocTextDirection  `json:"text_direction"`
}

// DocNumberProperty is the bullet or number of a paragraph.
type DocNumberProperty struct {
	NestingLevel int64  `json:"nesting_level"`
	NumberID     string `json:"number_id"` // the same for all paragraphs of a list
}

// DocSpacing is the space around a paragraph, in pixels.
type DocSpacing struct {
	Before   float64            `json:"before"`
	After    float64            `json:"after"`
	Line     float64            `json:"line"` // between lines
	LineRule DocLineSpacingRule `json:"line_rule"`
}

// DocLineSpacingRule says what the space between lines means.
type DocLineSpacingRule string

// What the space between lines means.
const (
	DocLineSpacingRuleAuto    DocLineSpacingRule = "LINE_SPACING_RULE_AUTO"
	DocLineSpacingRuleExact   DocLineSpacingRule = "LINE_SPACING_RULE_EXACT"
	DocLineSpacingRuleAtLeast DocLineSpacingRule = "LINE_SPACING_RULE_AT_LEAST"
)

// DocIndent is the indentation of a paragraph: in pixels, and in 1/20 of a character's width.
type DocIndent struct {
	Left           float64 `json:"left"`
	LeftChars      int64   `json:"left_chars"`
	Right          float64 `json:"right"`
	RightChars     int64   `json:"right_chars"`
	Hanging        float64 `json:"hanging"`
	HangingChars   int64   `json:"hanging_chars"`
	FirstLine      float64 `json:"first_line"`
	FirstLineChars int64   `json:"first_line_chars"`
}

// DocAlignmentType is how lines are aligned.
type DocAlignmentType string

// How lines are aligned.
const (
	DocAlignmentTypeUnspecified DocAlignmentType = "ALIGNMENT_TYPE_UNSPECIFIED"
	DocAlignmentTypeCenter      DocAlignmentType = "ALIGNMENT_TYPE_CENTER"
	DocAlignmentTypeBoth        DocAlignmentType = "ALIGNMENT_TYPE_BOTH"       // justified
	DocAlignmentTypeDistribute  DocAlignmentType = "ALIGNMENT_TYPE_DISTRIBUTE" // justified, with space between characters
	DocAlignmentTypeLeft        DocAlignmentType = "ALIGNMENT_TYPE_LEFT"
	DocAlignmentTypeRight       DocAlignmentType = "ALIGNMENT_TYPE_RIGHT"
)

// DocTextDirection is where a text runs.
type DocTextDirection string

// Where a text runs.
const (
	DocTextDirectionUnspecified DocTextDirection = "TEXT_DIRECTION_UNSPECIFIED"
	DocTextDirectionRightToLeft DocTextDirection = "TEXT_DIRECTION_RIGHT_TO_LEFT"
	DocTextDirectionLeftToRight DocTextDirection = "TEXT_DIRECTION_LEFT_TO_RIGHT"
)

// DocRunProperty is how a text looks. Colors are RRGGBB, hexadecimal.
type DocRunProperty struct {
	Font          string               `json:"font"`
	Bold          bool                 `json:"bold"`
	Italics       bool                 `json:"italics"`
	Underline     bool                 `json:"underline"`
	Strike        bool                 `json:"strike"`
	Color         string               `json:"color"`
	Spacing       float64              `json:"spacing"` // between characters
	Size          float64              `json:"size"`    // in half points, 1/144 inch
	Shading       DocShading           `json:"shading"`
	VerticalAlign DocTextVerticalAlign `json:"vertical_align"`
	IsPlaceholder bool                 `json:"is_placeholder"`
}

// DocShading is the colors behind a text: RRGGBB, hexadecimal.
type DocShading struct {
	ForegroundColor string `json:"foreground_color"`
	BackgroundColor string `json:"background_color"`
}

// DocTextVerticalAlign says whether a text stands on the line, above or below.
type DocTextVerticalAlign string

// Whether a text stands on the line, above or below.
const (
	DocTextVerticalAlignUnspecified DocTextVerticalAlign = "RUN_VERTICAL_ALIGN_UNSPECIFIED"
	DocTextVerticalAlignBaseline    DocTextVerticalAlign = "RUN_VERTICAL_ALIGN_BASELINE"
	DocTextVerticalAlignSuperscript DocTextVerticalAlign = "RUN_VERTICAL_ALIGN_SUPER_SCRIPT"
	DocTextVerticalAlignSubscript   DocTextVerticalAlign = "RUN_VERTICAL_ALIGN_SUB_SCRIPT"
)

// DocTableProperty is how a table looks, unless its rows and cells say otherwise.
type DocTableProperty struct {
	TableWidth              DocTableWidth     `json:"table_width"`
	HorizontalAlignmentType DocTableAlignment `json:"horizontal_alignment_type"`
	TableLayout             DocTableLayout    `json:"table_layout"`
}

// DocTableWidth is the width of a table.
type DocTableWidth struct {
	Width float64        `json:"width"` // in pixels
	Type  DocTableLayout `json:"type"`
}

// DocTableAlignment is where in the line a table stands.
type DocTableAlignment string

// Where in the line a table stands.
const (
	DocTableAlignmentUnspecified DocTableAlignment = "TABLE_HORIZONTAL_ALIGNMENT_TYPE_UNSPECIFIED"
	DocTableAlignmentCenter      DocTableAlignment = "TABLE_HORIZONTAL_ALIGNMENT_TYPE_CENTER"
	DocTableAlignmentLeft        DocTableAlignment = "TABLE_HORIZONTAL_ALIGNMENT_TYPE_LEFT"
	DocTableAlignmentStart       DocTableAlignment = "TABLE_HORIZONTAL_ALIGNMENT_TYPE_START" // at the right
)

// DocTableLayout is how a table takes its width.
type DocTableLayout string

// How a table takes its width.
const (
	DocTableLayoutUnspecified DocTableLayout = "TABLE_LAYOUT_TYPE_UNSPECIFIED"
	DocTableLayoutFixed       DocTableLayout = "TABLE_LAYOUT_TYPE_FIXED"
	DocTableLayoutAutoFit     DocTableLayout = "TABLE_LAYOUT_TYPE_AUTO_FIT"
)

// DocTableRowProperty is what a row of a table is.
type DocTableRowProperty struct {
	IsHeader bool `json:"is_header"`
}

// DocTableCellProperty is how a cell of a table looks.
type DocTableCellProperty struct {
	TableCellBorders  DocBorders           `json:"table_cell_borders"`
	VerticalAlignment DocVerticalAlignment `json:"vertical_alignment"`
}

// DocBorders are the borders of a cell.
type DocBorders struct {
	Top    DocBorder `json:"top"`
	Bottom DocBorder `json:"bottom"`
	Left   DocBorder `json:"left"`
	Right  DocBorder `json:"right"`
}

// DocBorder is a border of a cell.
type DocBorder struct {
	Color string `json:"color"` // RRGGBB, hexadecimal
	Width int64  `json:"width"` // in pixels
}

// DocVerticalAlignment is where in a cell its content stands.
type DocVerticalAlignment string

// Where in a cell its content stands.
const (
	DocVerticalAlignmentTop    DocVerticalAlignment = "VERTICAL_ALIGNMENT_TOP"
	DocVerticalAlignmentCenter DocVerticalAlignment = "VERTICAL_ALIGNMENT_CENTER"
	DocVerticalAlignmentBoth   DocVerticalAlignment = "VERTICAL_ALIGNMENT_BOTH" // spread over the height
	DocVerticalAlignmentBottom DocVerticalAlignment = "VERTICAL_ALIGNMENT_BOTTOM"
)

// DocDrawingProperty is a drawing: in the text, or floating.
type DocDrawingProperty struct {
	InlineKeyword DocInline `json:"inline_keyword"`
	Anchor        DocAnchor `json:"anchor"`
	IsPlaceholder bool      `json:"is_placeholder"`
}

// DocInline is a drawing in the text.
type DocInline struct {
	Picture DocInlinePicture `json:"picture"`
	Addon   DocAddon         `json:"addon"`
}

// DocInlinePicture is an image in the text.
type DocInlinePicture struct {
	URI          string          `json:"uri"`
	RelativeRect DocRelativeRect `json:"relative_rect"`
	Shape        DocShape        `json:"shape"`
}

// DocRelativeRect is what is cut off an image at each side, in thousandths of a percent: 75,000 is 75 %.
type DocRelativeRect struct {
	Left   int64 `json:"left"`
	Top    int64 `json:"top"`
	Right  int64 `json:"right"`
	Bottom int64 `json:"bottom"`
}

// DocShape is the shape of an image.
type DocShape struct {
	Transform DocTransform `json:"transform"`
}

// DocTransform is the size and rotation of an image.
type DocTransform struct {
	Extent   DocExtent `json:"extent"`
	Rotation int64     `json:"rotation"` // clockwise, in 1/60,000 of a degree
}

// DocExtent is the size of an image, in pixels.
type DocExtent struct {
	CX int64 `json:"cx"` // width
	CY int64 `json:"cy"` // height
}

// DocAddon is what an addon put into the text.
type DocAddon struct {
	AddonID     string         `json:"addon_id"`
	AddonSource DocAddonSource `json:"addon_source"`
}

// DocAddonSource is what an addon puts into a text.
type DocAddonSource string

// What an addon puts into a text.
const (
	DocAddonSourceUnspecified DocAddonSource = "ADDON_SOURCE_TYPE_UNSPECIFIED"
	DocAddonSourceNone        DocAddonSource = "ADDON_SOURCE_TYPE_NONE"
	DocAddonSourceLatex       DocAddonSource = "ADDON_SOURCE_TYPE_LATEX"    // a formula
	DocAddonSourceSign        DocAddonSource = "ADDON_SOURCE_TYPE_SIGN"     // a signature
	DocAddonSourceSignBar     DocAddonSource = "ADDON_SOURCE_TYPE_SIGN_BAR" // a place to sign
)

// DocAnchor is a drawing that floats.
type DocAnchor struct {
	Picture DocAnchorPicture `json:"picture"`
}

// DocAnchorPicture is an image that floats.
type DocAnchorPicture struct {
	URI                string          `json:"uri"`
	RelativeRect       DocRelativeRect `json:"relative_rect"`
	Shape              DocShape        `json:"shape"`
	PositionHorizontal DocPosition     `json:"position_horizontal"`
	PositionVertical   DocPosition     `json:"position_vertical"`
	WrapNone           bool            `json:"wrap_none"` // text does not run around it
	WrapSquare         DocWrapSquare   `json:"wrap_square"`
	WrapTopAndBottom   bool            `json:"wrap_top_and_bottom"` // text stands above and below it only
	BehindDoc          bool            `json:"behind_doc"`          // it is behind the text
	AllowOverlap       bool            `json:"allow_overlap"`
}

// DocPosition is where a floating image stands, in one direction.
type DocPosition struct {
	PosOffset    int64           `json:"pos_offset"`
	RelativeFrom DocRelativeFrom `json:"relative_from"`
}

// DocRelativeFrom is what the position of a floating image counts from.
type DocRelativeFrom string

// What the position of a floating image counts from.
const (
	DocRelativeFromHorizontalUnspecified   DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_UNSPECIFIED"
	DocRelativeFromHorizontalMargin        DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_MARGIN"
	DocRelativeFromHorizontalPage          DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_PAGE"
	DocRelativeFromHorizontalColumn        DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_COLUMN"
	DocRelativeFromHorizontalCharacter     DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_CHARACTER"
	DocRelativeFromHorizontalLeftMargin    DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_LEFT_MARGIN"
	DocRelativeFromHorizontalRightMargin   DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_RIGHT_MARGIN"
	DocRelativeFromHorizontalInsideMargin  DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_INSIDE_MARGIN"
	DocRelativeFromHorizontalOutsideMargin DocRelativeFrom = "RELATIVE_FROM_HORIZONTAL_OUTSIDE_MARGIN"
	DocRelativeFromVerticalUnspecified     DocRelativeFrom = "RELATIVE_FROM_VERTICAL_UNSPECIFIED"
	DocRelativeFromVerticalMargin          DocRelativeFrom = "RELATIVE_FROM_VERTICAL_MARGIN"
	DocRelativeFromVerticalPage            DocRelativeFrom = "RELATIVE_FROM_VERTICAL_PAGE"
	DocRelativeFromVerticalParagraph       DocRelativeFrom = "RELATIVE_FROM_VERTICAL_PARAGRAPH"
	DocRelativeFromVerticalLine            DocRelativeFrom = "RELATIVE_FROM_VERTICAL_LINE"
	DocRelativeFromVerticalTopMargin       DocRelativeFrom = "RELATIVE_FROM_VERTICAL_TOP_MARGIN"
	DocRelativeFromVerticalBottomMargin    DocRelativeFrom = "RELATIVE_FROM_VERTICAL_BOTTOM_MARGIN"
	DocRelativeFromVerticalInsideMargin    DocRelativeFrom = "RELATIVE_FROM_VERTICAL_INSIDE_MARGIN"
	DocRelativeFromVerticalOutsideMargin   DocRelativeFrom = "RELATIVE_FROM_VERTICAL_OUTSIDE_MARGIN"
)

// DocWrapSquare is how text runs around a floating image.
type DocWrapSquare struct {
	WrapText DocWrapText `json:"wrap_text"`
}

// DocWrapText is the side of a floating image where text may stand.
type DocWrapText string

// The sides of a floating image where text may stand.
const (
	DocWrapTextUnspecified DocWrapText = "WRAP_TEXT_BOTH_UNSPECIFIED"
	DocWrapTextBothSides   DocWrapText = "WRAP_TEXT_BOTH_SIDES"
	DocWrapTextLeft        DocWrapText = "WRAP_TEXT_LEFT"
	DocWrapTextRight       DocWrapText = "WRAP_TEXT_RIGHT"
	DocWrapTextLargest     DocWrapText = "WRAP_TEXT_LARGEST" // the wider one
)
