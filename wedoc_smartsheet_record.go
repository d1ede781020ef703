package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// SmartsheetKeyType says how the values of a record are keyed.
type SmartsheetKeyType string

// How the values of a record are keyed.
const (
	SmartsheetKeyTypeTitle SmartsheetKeyType = "CELL_VALUE_KEY_TYPE_FIELD_TITLE" // by the titles of fields; if nothing is said
	SmartsheetKeyTypeID    SmartsheetKeyType = "CELL_VALUE_KEY_TYPE_FIELD_ID"    // by the IDs of fields
)

// AddSmartsheetRecords adds rows to a sheet and returns them with their IDs (添加记录).
//
//	records, err := client.AddSmartsheetRecords(ctx, &workwx.AddSmartsheetRecordsRequest{
//		DocID:   docID,
//		SheetID: sheetID,
//		Records: []workwx.SmartsheetRecordInput{{Values: map[string]workwx.SmartsheetCell{
//			"Customer": workwx.SmartsheetText("Acme"),
//			"Amount":   workwx.SmartsheetNumber(1200),
//			"Due":      workwx.SmartsheetTime(due),
//			"Owner":    workwx.SmartsheetUsers("lisi"),
//			"State":    workwx.SmartsheetOptions("open"),
//		}}},
//	})
//
// A sheet holds 100,000 rows and 15,000,000 cells; the platform asks for at most 500 rows a call. Who created
// and last changed a row, and when, cannot be set. A code 2010003 says that several calls write to the
// document at the same time, one of 2022012 to 2022043 that a value does not fit its field.
//
// API: POST /cgi-bin/wedoc/smartsheet/add_records
// Doc: https://developer.work.weixin.qq.com/document/path/99907
func (c *Client) AddSmartsheetRecords(ctx context.Context, req *AddSmartsheetRecordsRequest) ([]*SmartsheetRecord, error) {
	var resp addSmartsheetRecordsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/add_records", req, &resp)
	return resp.Records, err
}

type addSmartsheetRecordsResponse struct {
	Records []*SmartsheetRecord `json:"records"`
}

// AddSmartsheetRecordsRequest is rows to add.
type AddSmartsheetRecordsRequest struct {
	DocID   string                  `json:"docid"`
	SheetID string                  `json:"sheet_id"`
	KeyType SmartsheetKeyType       `json:"key_type,omitzero"` // here and in the answer
	Records []SmartsheetRecordInput `json:"records,omitzero"`
}

// SmartsheetRecordInput is a row to add.
type SmartsheetRecordInput struct {
	Values map[string]SmartsheetCell `json:"values"` // by the title or ID of their field
}

// UpdateSmartsheetRecords changes cells of rows and returns the rows (更新记录). What cannot be set when a row is
// added cannot be changed either.
//
// A code 2022003 says that there is no such row, 2022004 that there is no such field, 2022051 that the row
// belongs to an app.
//
// API: POST /cgi-bin/wedoc/smartsheet/update_records
// Doc: https://developer.work.weixin.qq.com/document/path/99909
func (c *Client) UpdateSmartsheetRecords(ctx context.Context, req *UpdateSmartsheetRecordsRequest) ([]*SmartsheetRecord, error) {
	var resp updateSmartsheetRecordsResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/update_records", req, &resp)
	return resp.Records, err
}

type updateSmartsheetRecordsResponse struct {
	Records []*SmartsheetRecord `json:"records"`
}

// UpdateSmartsheetRecordsRequest is rows to change.
type UpdateSmartsheetRecordsRequest struct {
	DocID   string                   `json:"docid"`
	SheetID string                   `json:"sheet_id"`
	KeyType SmartsheetKeyType        `json:"key_type,omitzero"` // here and in the answer
	Records []SmartsheetRecordUpdate `json:"records"`           // at most 500
}

// SmartsheetRecordUpdate is a row to change.
type SmartsheetRecordUpdate struct {
	RecordID string                    `json:"record_id"`
	Values   map[string]SmartsheetCell `json:"values,omitzero"` // by the title or ID of their field
}

// DeleteSmartsheetRecords deletes rows of a sheet (删除记录).
//
// API: POST /cgi-bin/wedoc/smartsheet/delete_records
// Doc: https://developer.work.weixin.qq.com/document/path/99908
func (c *Client) DeleteSmartsheetRecords(ctx context.Context, req *DeleteSmartsheetRecordsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/delete_records", req, nil)
}

// DeleteSmartsheetRecordsRequest names rows of a sheet.
type DeleteSmartsheetRecordsRequest struct {
	DocID     string   `json:"docid"`
	SheetID   string   `json:"sheet_id"`
	RecordIDs []string `json:"record_ids"` // at most 500
}

// ListSmartsheetRecords returns a page of the rows of a sheet: all, those named, or those that pass a filter
// (查询记录).
//
// API: POST /cgi-bin/wedoc/smartsheet/get_records
// Doc: https://developer.work.weixin.qq.com/document/path/101158
func (c *Client) ListSmartsheetRecords(ctx context.Context, req *ListSmartsheetRecordsRequest) (*ListSmartsheetRecordsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/get_records", req, new(ListSmartsheetRecordsResponse))
}

// AllSmartsheetRecords ranges over the rows of a sheet; see [Client.ListSmartsheetRecords].
func (c *Client) AllSmartsheetRecords(ctx context.Context, req *ListSmartsheetRecordsRequest) iter.Seq2[*SmartsheetRecord, error] {
	return paginate(ctx, req, c.ListSmartsheetRecords,
		func(q *ListSmartsheetRecordsRequest) *int64 { return &q.Offset },
		func(p *ListSmartsheetRecordsResponse) ([]*SmartsheetRecord, int64, bool) {
			return p.Records, p.Next, p.HasMore
		})
}

// ListSmartsheetRecordsRequest says which rows to return, and what of them.
type ListSmartsheetRecordsRequest struct {
	DocID       string                 `json:"docid"`
	SheetID     string                 `json:"sheet_id"`
	ViewID      string                 `json:"view_id,omitzero"`
	RecordIDs   []string               `json:"record_ids,omitzero"`
	KeyType     SmartsheetKeyType      `json:"key_type,omitzero"`
	FieldTitles []string               `json:"field_titles,omitzero"` // what to return, all if nil; with SmartsheetKeyTypeTitle
	FieldIDs    []string               `json:"field_ids,omitzero"`    // what to return, all if nil; with SmartsheetKeyTypeID
	Sort        []SmartsheetRecordSort `json:"sort,omitzero"`
	FilterSpec  SmartsheetFilterSpec   `json:"filter_spec,omitzero"` // not together with Sort
	Ver         int64                  `json:"ver,omitzero"`         // a version of the sheet
	Offset      int64                  `json:"offset,omitzero"`      // from 0; the Next of the page before
	Limit       int64                  `json:"limit,omitzero"`       // at most 1,000, and as many if zero
}

// SmartsheetRecordSort sorts rows by a field.
type SmartsheetRecordSort struct {
	FieldTitle string `json:"field_title"`
	Desc       bool   `json:"desc,omitzero"` // the greatest first
}

// ListSmartsheetRecordsResponse is a page of rows.
type ListSmartsheetRecordsResponse struct {
	Records []*SmartsheetRecord `json:"records"`
	Total   int64               `json:"total"` // of all pages
	Next    int64               `json:"next"`  // the Offset of the next page
	HasMore bool                `json:"has_more"`
	Ver     int64               `json:"ver"` // the version of the sheet
}

// SmartsheetRecord is a row of a sheet. Only [Client.ListSmartsheetRecords] says when and by whom it was
// created and changed.
type SmartsheetRecord struct {
	RecordID    string                    `json:"record_id"`
	Values      map[string]SmartsheetCell `json:"values"`       // by the title or ID of their field
	CreateTime  TimestampMilli            `json:"create_time"`  // when it was created
	UpdateTime  TimestampMilli            `json:"update_time"`  // when it was last changed
	CreatorName string                    `json:"creator_name"` // by whom it was created
	UpdaterName string                    `json:"updater_name"` // by whom it was last changed
}

// SmartsheetCellKind says which field of a [SmartsheetCell] holds its content.
type SmartsheetCellKind string

// The kinds of content, and the types of fields that hold them.
const (
	SmartsheetCellKindTexts       SmartsheetCellKind = "texts"        // text, URL
	SmartsheetCellKindNumber      SmartsheetCellKind = "number"       // number, progress, currency, percentage
	SmartsheetCellKindBool        SmartsheetCellKind = "bool"         // checkbox
	SmartsheetCellKindString      SmartsheetCellKind = "string"       // date and time, telephone number, e-mail address, barcode
	SmartsheetCellKindImages      SmartsheetCellKind = "images"       // image
	SmartsheetCellKindAttachments SmartsheetCellKind = "attachments"  // attachment
	SmartsheetCellKindUsers       SmartsheetCellKind = "users"        // member
	SmartsheetCellKindOptions     SmartsheetCellKind = "options"      // choice, of one or of several
	SmartsheetCellKindLocations   SmartsheetCellKind = "locations"    // location
	SmartsheetCellKindReferences  SmartsheetCellKind = "references"   // reference; in answers only
	SmartsheetCellKindAutoNumbers SmartsheetCellKind = "auto_numbers" // automatic number; in answers only
)

// SmartsheetCell is the content of a cell: the field that Kind names holds it. [SmartsheetText],
// [SmartsheetNumber] and their kin make cells to send. The zero SmartsheetCell is an empty cell and travels
// as null.
//
// The platform does not say of which kind a cell is; it is taken from the shape of the content. Content of
// a shape that the platform does not document, such as that of formulas and groups, has no kind and is in Raw.
type SmartsheetCell struct {
	Kind        SmartsheetCellKind         `json:"-"`
	Texts       []SmartsheetCellText       `json:"-"`
	Number      float64                    `json:"-"`
	Bool        bool                       `json:"-"`
	String      string                     `json:"-"` // of a date and time, Unix milliseconds; see [SmartsheetCell.Time]
	Images      []SmartsheetCellImage      `json:"-"`
	Attachments []SmartsheetCellAttachment `json:"-"`
	Users       []SmartsheetCellUser       `json:"-"`
	Options     []SmartsheetCellOption     `json:"-"`
	Locations   []SmartsheetCellLocation   `json:"-"` // at most 1
	References  []string                   `json:"-"` // the IDs of rows
	AutoNumbers []SmartsheetCellAutoNumber `json:"-"`
	Raw         json.RawMessage            `json:"-"`
}

// SmartsheetText returns a cell for a text field.
func SmartsheetText(text string) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindTexts, Texts: []SmartsheetCellText{{Type: SmartsheetTextTypeText, Text: text}}}
}

// SmartsheetLink returns a cell for a URL field, or a link in a text field, that shows text and leads to link.
func SmartsheetLink(text, link string) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindTexts, Texts: []SmartsheetCellText{{Type: SmartsheetTextTypeURL, Text: text, Link: link}}}
}

// SmartsheetNumber returns a cell for a field of numbers, amounts, percentages or progress.
func SmartsheetNumber(number float64) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindNumber, Number: number}
}

// SmartsheetBool returns a cell for a checkbox.
func SmartsheetBool(checked bool) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindBool, Bool: checked}
}

// SmartsheetString returns a cell for a field of telephone numbers, e-mail addresses or barcodes, or for a text
// field in [Client.SendSmartsheetWebhook].
func SmartsheetString(s string) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindString, String: s}
}

// SmartsheetTime returns a cell for a field of dates and times, to the millisecond. The zero time gives an
// empty cell.
func SmartsheetTime(t time.Time) SmartsheetCell {
	if t.IsZero() {
		return SmartsheetCell{}
	}
	return SmartsheetString(strconv.FormatInt(t.UnixMilli(), 10))
}

// SmartsheetUsers returns a cell for a field of members.
func SmartsheetUsers(userIDs ...string) SmartsheetCell {
	users := make([]SmartsheetCellUser, len(userIDs))
	for i, id := range userIDs {
		users[i].UserID = id
	}
	return SmartsheetCell{Kind: SmartsheetCellKindUsers, Users: users}
}

// SmartsheetOptions returns a cell for a choice, of options by their text. An option that the field does not
// have is added to it.
func SmartsheetOptions(texts ...string) SmartsheetCell {
	options := make([]SmartsheetCellOption, len(texts))
	for i, text := range texts {
		options[i].Text = text
	}
	return SmartsheetCell{Kind: SmartsheetCellKindOptions, Options: options}
}

// SmartsheetOptionIDs returns a cell for a choice, of options by their IDs.
func SmartsheetOptionIDs(ids ...string) SmartsheetCell {
	options := make([]SmartsheetCellOption, len(ids))
	for i, id := range ids {
		options[i].ID = id
	}
	return SmartsheetCell{Kind: SmartsheetCellKindOptions, Options: options}
}

// SmartsheetImages returns a cell for a field of images.
func SmartsheetImages(images ...SmartsheetCellImage) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindImages, Images: images}
}

// SmartsheetAttachments returns a cell for a field of attachments.
func SmartsheetAttachments(attachments ...SmartsheetCellAttachment) SmartsheetCell {
	return SmartsheetCell{Kind: SmartsheetCellKindAttachments, Attachments: attachments}
}

// SmartsheetLocation returns a cell for a field of locations. The place is on Tencent's map if location does
// not say.
func SmartsheetLocation(location SmartsheetCellLocation) SmartsheetCell {
	if location.SourceType == 0 {
		location.SourceType = SmartsheetMapSourceTencent
	}
	return SmartsheetCell{Kind: SmartsheetCellKindLocations, Locations: []SmartsheetCellLocation{location}}
}

// Text returns the text of a cell of texts or of a string, without its links; "" of other cells.
func (c SmartsheetCell) Text() string {
	if c.Kind == SmartsheetCellKindString {
		return c.String
	}
	var b strings.Builder
	for _, t := range c.Texts {
		b.WriteString(t.Text)
	}
	return b.String()
}

// Time returns the time in a cell of dates and times; the zero time of other cells. A telephone number is
// not told from a time: the type of the field says what it is.
func (c SmartsheetCell) Time() time.Time {
	ms, err := strconv.ParseInt(c.String, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}

// content returns what travels. Without a kind, it is the first field that is set.
func (c SmartsheetCell) content() any {
	switch kind := c.Kind; {
	case kind == "" && len(c.Raw) > 0:
		return c.Raw
	case kind == SmartsheetCellKindTexts, kind == "" && c.Texts != nil:
		return c.Texts
	case kind == SmartsheetCellKindNumber, kind == "" && c.Number != 0:
		return c.Number
	case kind == SmartsheetCellKindBool, kind == "" && c.Bool:
		return c.Bool
	case kind == SmartsheetCellKindString, kind == "" && c.String != "":
		return c.String
	case kind == SmartsheetCellKindImages, kind == "" && c.Images != nil:
		return c.Images
	case kind == SmartsheetCellKindAttachments, kind == "" && c.Attachments != nil:
		return c.Attachments
	case kind == SmartsheetCellKindUsers, kind == "" && c.Users != nil:
		return c.Users
	case kind == SmartsheetCellKindOptions, kind == "" && c.Options != nil:
		return c.Options
	case kind == SmartsheetCellKindLocations, kind == "" && c.Locations != nil:
		return c.Locations
	case kind == SmartsheetCellKindReferences, kind == "" && c.References != nil:
		return c.References
	case kind == SmartsheetCellKindAutoNumbers, kind == "" && c.AutoNumbers != nil:
		return c.AutoNumbers
	}
	return nil
}

// MarshalJSON encodes the content alone.
func (c SmartsheetCell) MarshalJSON() ([]byte, error) { return encodeJSON(c.content()) }

// UnmarshalJSON takes content of any shape.
func (c *SmartsheetCell) UnmarshalJSON(b []byte) error {
	*c = SmartsheetCell{}
	var err error
	switch b = bytes.TrimSpace(b); {
	case len(b) == 0, string(b) == "null":
		return nil
	case b[0] == '"':
		c.Kind, err = SmartsheetCellKindString, json.Unmarshal(b, &c.String)
	case b[0] == 't', b[0] == 'f':
		c.Kind, err = SmartsheetCellKindBool, json.Unmarshal(b, &c.Bool)
	case b[0] == '[':
		c.Kind, err = c.unmarshalList(b)
	case b[0] != '{':
		c.Kind, err = SmartsheetCellKindNumber, json.Unmarshal(b, &c.Number)
	}
	if err != nil || c.Kind == "" {
		*c = SmartsheetCell{Raw: bytes.Clone(b)}
	}
	return nil
}

// unmarshalList decodes a list of what the names in its objects tell; "" for one that tells nothing.
func (c *SmartsheetCell) unmarshalList(b []byte) (SmartsheetCellKind, error) {
	var objects []map[string]json.RawMessage
	if json.Unmarshal(b, &objects) != nil {
		return SmartsheetCellKindReferences, json.Unmarshal(b, &c.References)
	}
	has := func(names ...string) bool {
		for _, object := range objects {
			for _, name := range names {
				if _, ok := object[name]; ok {
					return true
				}
			}
		}
		return false
	}
	var kind SmartsheetCellKind
	var out any
	switch {
	case has("latitude", "longitude"):
		kind, out = SmartsheetCellKindLocations, &c.Locations
	case has("user_id", "tmp_external_userid", "id_type", "agentid"):
		kind, out = SmartsheetCellKindUsers, &c.Users
	case has("file_id", "file_url", "file_type", "file_ext", "doc_type"):
		kind, out = SmartsheetCellKindAttachments, &c.Attachments
	case has("image_url", "title", "width", "height"):
		kind, out = SmartsheetCellKindImages, &c.Images
	case has("seq"):
		kind, out = SmartsheetCellKindAutoNumbers, &c.AutoNumbers
	case has("type", "link"):
		kind, out = SmartsheetCellKindTexts, &c.Texts
	case has("id", "text", "style"):
		kind, out = SmartsheetCellKindOptions, &c.Options
	default:
		return "", nil
	}
	_, err := decodeJSON(b, out)
	return kind, err
}

// SmartsheetCellText is a piece of a text: plain, or a link.
type SmartsheetCellText struct {
	Type SmartsheetTextType `json:"type"`
	Text string             `json:"text"`
	Link string             `json:"link,omitzero"` // where a link leads
}

// SmartsheetTextType is what a piece of a text is.
type SmartsheetTextType string

// What a piece of a text is.
const (
	SmartsheetTextTypeText SmartsheetTextType = "text"
	SmartsheetTextTypeURL  SmartsheetTextType = "url" // a link; a URL field holds one
)

// SmartsheetCellImage is an image in a cell.
type SmartsheetCellImage struct {
	ID       string `json:"id,omitzero"` // of the caller's choice when it is sent
	Title    string `json:"title,omitzero"`
	ImageURL string `json:"image_url,omitzero"` // when it is sent, the URL that [Client.UploadDocImage] returned
	Width    int64  `json:"width,omitzero"`     // in pixels
	Height   int64  `json:"height,omitzero"`    // in pixels
}

// SmartsheetCellAttachment is a file, folder or document in a cell.
type SmartsheetCellAttachment struct {
	Name     string                `json:"name,omitzero"`
	Size     int64                 `json:"size,omitzero"`
	FileExt  string                `json:"file_ext,omitzero"` // the extension of a file; of documents FORM, DOC, SHEET, SLIDE, MIND, FLOWCHART or SMARTSHEET; of folders none
	FileID   string                `json:"file_id,omitzero"`  // to send; answers do not have it
	FileURL  string                `json:"file_url,omitzero"` // of a file of the drive, the link that shares it; of a document, its own
	FileType string                `json:"file_type,omitzero"`
	DocType  SmartsheetFileDocType `json:"doc_type,omitzero"`
}

// The values of FileType in a [SmartsheetCellAttachment].
const (
	SmartsheetFileTypeFolder      = "Folder"
	SmartsheetFileTypeDrive       = "Wedrive" // a file of the drive
	SmartsheetFileTypeForm        = "30"
	SmartsheetFileTypeDocument    = "50"
	SmartsheetFileTypeSpreadsheet = "51"
	SmartsheetFileTypeSlides      = "52"
	SmartsheetFileTypeMindMap     = "54"
	SmartsheetFileTypeFlowchart   = "55"
	SmartsheetFileTypeSmartsheet  = "70"
)

// SmartsheetFileDocType tells folders from files.
type SmartsheetFileDocType int64

// Folders and files.
const (
	SmartsheetFileDocTypeFolder SmartsheetFileDocType = 1
	SmartsheetFileDocTypeFile   SmartsheetFileDocType = 2 // documents too
)

// SmartsheetCellUser is somebody in a cell, or something: of who created a row it may be an app or the platform.
// To send one, its UserID is set alone.
type SmartsheetCellUser struct {
	UserID            string               `json:"user_id,omitzero"`             // of a member
	TmpExternalUserID string               `json:"tmp_external_userid,omitzero"` // of somebody else, another in each document; see [Client.ConvertTmpExternalUserIDs]
	AgentID           int64                `json:"agentid,omitzero"`             // of an app
	IDType            SmartsheetUserIDType `json:"id_type,omitzero"`             // not in every answer
}

// SmartsheetUserIDType says who or what a [SmartsheetCellUser] is.
type SmartsheetUserIDType int64

// Who or what a [SmartsheetCellUser] is.
const (
	SmartsheetUserIDTypeUnknown    SmartsheetUserIDType = 0
	SmartsheetUserIDTypeMember     SmartsheetUserIDType = 1
	SmartsheetUserIDTypeExternal   SmartsheetUserIDType = 2 // somebody who is no member
	SmartsheetUserIDTypeApp        SmartsheetUserIDType = 3
	SmartsheetUserIDTypeSync       SmartsheetUserIDType = 4 // data of an app that came by themselves, 应用数据同步
	SmartsheetUserIDTypeAI         SmartsheetUserIDType = 5 // AI生成
	SmartsheetUserIDTypeAutomation SmartsheetUserIDType = 6 // 自动化流程
)

// SmartsheetCellOption is an option that was chosen. To choose one, its ID or its Text is enough; a Text that
// no option has makes a new one, of the given Style.
type SmartsheetCellOption struct {
	ID    string                `json:"id,omitzero"`
	Style SmartsheetOptionStyle `json:"style,omitzero"`
	Text  string                `json:"text,omitzero"`
}

// SmartsheetCellLocation is a place.
type SmartsheetCellLocation struct {
	SourceType SmartsheetMapSource `json:"source_type"`
	ID         string              `json:"id"` // of the place on the map
	Latitude   StringFloat         `json:"latitude"`
	Longitude  StringFloat         `json:"longitude"`
	Title      string              `json:"title"`
}

// SmartsheetMapSource is the map that a place is from.
type SmartsheetMapSource int64

// SmartsheetMapSourceTencent is Tencent's map, the only one that the platform knows.
const SmartsheetMapSourceTencent SmartsheetMapSource = 1

// SmartsheetCellAutoNumber is an automatic number.
type SmartsheetCellAutoNumber struct {
	Seq  string `json:"seq"`
	Text string `json:"text"` // what is shown
}

// SendSmartsheetWebhook adds rows to a sheet and changes rows, by means of the sheet's webhook (接收外部数据到智能表格).
// It takes no token: whoever knows the key can do so.
//
// Values are keyed by the IDs of fields, and a text field takes a [SmartsheetString] as well; the sheet's
// settings show what it takes. Formulas, references, automatic numbers, groups, attachments, and who created
// or changed a row and when, cannot be set. A body holds at most 30 MB, what it changes at most 10 MB. A sheet
// takes 3,000 rows a minute; a code 2023032 says that they are used up, 840001 that the key is not valid,
// [CodeSheetWebhookIPNotAllowed] that the sheet does not take data from this address.
//
// API: POST /cgi-bin/wedoc/smartsheet/webhook
// Doc: https://developer.work.weixin.qq.com/document/path/101240
func (c *Client) SendSmartsheetWebhook(ctx context.Context, req *SendSmartsheetWebhookRequest) (*SendSmartsheetWebhookResponse, error) {
	resp := new(SendSmartsheetWebhookResponse)
	r := request{verb: post | once | noToken, path: "/cgi-bin/wedoc/smartsheet/webhook", query: "key=", out: resp}
	if req != nil && req.Key != "" {
		r.query += url.QueryEscape(string(req.Key))
		r.secrets = []string{string(req.Key)}
	}
	if err := r.encode(c.set, req); err != nil {
		return nil, err
	}
	if err := c.do(ctx, &r); err != nil {
		return nil, err
	}
	return resp, nil
}

// SendSmartsheetWebhookRequest is rows to add and to change.
type SendSmartsheetWebhookRequest struct {
	Key           Secret                   `json:"-"` // what follows key= in the webhook's URL
	AddRecords    []SmartsheetRecordInput  `json:"add_records,omitzero"`
	UpdateRecords []SmartsheetRecordUpdate `json:"update_records,omitzero"`
}

// SendSmartsheetWebhookResponse is the rows that were added and changed.
type SendSmartsheetWebhookResponse struct {
	AddRecords    []*SmartsheetRecord `json:"add_records"`
	UpdateRecords []*SmartsheetRecord `json:"update_records"`
}
