package workwx

import (
	"context"
	"iter"
)

// SmartsheetFieldType is what a field, a column of a sheet, holds.
type SmartsheetFieldType string

// What fields hold.
const (
	SmartsheetFieldTypeText         SmartsheetFieldType = "FIELD_TYPE_TEXT"
	SmartsheetFieldTypeNumber       SmartsheetFieldType = "FIELD_TYPE_NUMBER"
	SmartsheetFieldTypeCheckbox     SmartsheetFieldType = "FIELD_TYPE_CHECKBOX"
	SmartsheetFieldTypeDateTime     SmartsheetFieldType = "FIELD_TYPE_DATE_TIME"
	SmartsheetFieldTypeImage        SmartsheetFieldType = "FIELD_TYPE_IMAGE"
	SmartsheetFieldTypeAttachment   SmartsheetFieldType = "FIELD_TYPE_ATTACHMENT"
	SmartsheetFieldTypeUser         SmartsheetFieldType = "FIELD_TYPE_USER"
	SmartsheetFieldTypeURL          SmartsheetFieldType = "FIELD_TYPE_URL"
	SmartsheetFieldTypeSelect       SmartsheetFieldType = "FIELD_TYPE_SELECT" // several options
	SmartsheetFieldTypeCreatedUser  SmartsheetFieldType = "FIELD_TYPE_CREATED_USER"
	SmartsheetFieldTypeModifiedUser SmartsheetFieldType = "FIELD_TYPE_MODIFIED_USER"
	SmartsheetFieldTypeCreatedTime  SmartsheetFieldType = "FIELD_TYPE_CREATED_TIME"
	SmartsheetFieldTypeModifiedTime SmartsheetFieldType = "FIELD_TYPE_MODIFIED_TIME"
	SmartsheetFieldTypeProgress     SmartsheetFieldType = "FIELD_TYPE_PROGRESS"
	SmartsheetFieldTypePhoneNumber  SmartsheetFieldType = "FIELD_TYPE_PHONE_NUMBER"
	SmartsheetFieldTypeEmail        SmartsheetFieldType = "FIELD_TYPE_EMAIL"
	SmartsheetFieldTypeSingleSelect SmartsheetFieldType = "FIELD_TYPE_SINGLE_SELECT" // one option
	SmartsheetFieldTypeReference    SmartsheetFieldType = "FIELD_TYPE_REFERENCE"     // rows of a sheet
	SmartsheetFieldTypeLocation     SmartsheetFieldType = "FIELD_TYPE_LOCATION"
	SmartsheetFieldTypeFormula      SmartsheetFieldType = "FIELD_TYPE_FORMULA" // cannot be added
	SmartsheetFieldTypeCurrency     SmartsheetFieldType = "FIELD_TYPE_CURRENCY"
	SmartsheetFieldTypeGroup        SmartsheetFieldType = "FIELD_TYPE_WWGROUP" // group chats
	SmartsheetFieldTypeAutoNumber   SmartsheetFieldType = "FIELD_TYPE_AUTONUMBER"
	SmartsheetFieldTypePercentage   SmartsheetFieldType = "FIELD_TYPE_PERCENTAGE"
	SmartsheetFieldTypeBarcode      SmartsheetFieldType = "FIELD_TYPE_BARCODE"
)

// AddSmartsheetFields adds fields to a sheet and returns them (添加字段). A sheet has at most 150 fields.
//
// A code 2022030 says that a title is empty or taken, 2022040 that a property does not fit its field.
//
// API: POST /cgi-bin/wedoc/smartsheet/add_fields
// Doc: https://developer.work.weixin.qq.com/document/path/99904
func (c *Client) AddSmartsheetFields(ctx context.Context, req *AddSmartsheetFieldsRequest) ([]*SmartsheetField, error) {
	var resp addSmartsheetFieldsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/add_fields", req, &resp)
	return resp.Fields, err
}

type addSmartsheetFieldsResponse struct {
	Fields []*SmartsheetField `json:"fields"`
}

// AddSmartsheetFieldsRequest is fields to add to a sheet.
type AddSmartsheetFieldsRequest struct {
	DocID   string                 `json:"docid"`
	SheetID string                 `json:"sheet_id"`
	Fields  []SmartsheetFieldInput `json:"fields"`
}

// SmartsheetFieldInput is a field to add. The property of its type is set, if that has one: it is required
// except for checkboxes, attachments, members, groups, percentages and barcodes.
type SmartsheetFieldInput struct {
	FieldTitle           string                        `json:"field_title"`
	FieldType            SmartsheetFieldType           `json:"field_type"`
	PropertyNumber       *SmartsheetNumberProperty     `json:"property_number,omitzero"`
	PropertyCheckbox     *SmartsheetCheckboxProperty   `json:"property_checkbox,omitzero"`
	PropertyDateTime     *SmartsheetDateTimeProperty   `json:"property_date_time,omitzero"`
	PropertyAttachment   *SmartsheetAttachmentProperty `json:"property_attachment,omitzero"`
	PropertyUser         *SmartsheetUserProperty       `json:"property_user,omitzero"`
	PropertyURL          *SmartsheetURLProperty        `json:"property_url,omitzero"`
	PropertySelect       *SmartsheetSelectProperty     `json:"property_select,omitzero"` // of several options
	PropertyCreatedTime  *SmartsheetTimeProperty       `json:"property_created_time,omitzero"`
	PropertyModifiedTime *SmartsheetTimeProperty       `json:"property_modified_time,omitzero"`
	PropertyProgress     *SmartsheetProgressProperty   `json:"property_progress,omitzero"`
	PropertySingleSelect *SmartsheetSelectProperty     `json:"property_single_select,omitzero"`
	PropertyReference    *SmartsheetReferenceProperty  `json:"property_reference,omitzero"`
	PropertyLocation     *SmartsheetLocationProperty   `json:"property_location,omitzero"`
	PropertyAutoNumber   *SmartsheetAutoNumberProperty `json:"property_auto_number,omitzero"`
	PropertyCurrency     *SmartsheetCurrencyProperty   `json:"property_currency,omitzero"`
	PropertyWWGroup      *SmartsheetGroupProperty      `json:"property_ww_group,omitzero"`
	PropertyPercentage   *SmartsheetNumberProperty     `json:"property_percentage,omitzero"`
	PropertyBarcode      *SmartsheetBarcodeProperty    `json:"property_barcode,omitzero"`
}

// SmartsheetField is a field of a sheet. It has the property of its type, if that has one.
type SmartsheetField struct {
	FieldID              string                       `json:"field_id"`
	FieldTitle           string                       `json:"field_title"`
	FieldType            SmartsheetFieldType          `json:"field_type"`
	PropertyNumber       SmartsheetNumberProperty     `json:"property_number"`
	PropertyCheckbox     SmartsheetCheckboxProperty   `json:"property_checkbox"`
	PropertyDateTime     SmartsheetDateTimeProperty   `json:"property_date_time"`
	PropertyAttachment   SmartsheetAttachmentProperty `json:"property_attachment"`
	PropertyUser         SmartsheetUserProperty       `json:"property_user"`
	PropertyURL          SmartsheetURLProperty        `json:"property_url"`
	PropertySelect       SmartsheetSelectProperty     `json:"property_select"` // of several options
	PropertyCreatedTime  SmartsheetTimeProperty       `json:"property_created_time"`
	PropertyModifiedTime SmartsheetTimeProperty       `json:"property_modified_time"`
	PropertyProgress     SmartsheetProgressProperty   `json:"property_progress"`
	PropertySingleSelect SmartsheetSelectProperty     `json:"property_single_select"`
	PropertyReference    SmartsheetReferenceProperty  `json:"property_reference"`
	PropertyLocation     SmartsheetLocationProperty   `json:"property_location"`
	PropertyAutoNumber   SmartsheetAutoNumberProperty `json:"property_auto_number"`
	PropertyCurrency     SmartsheetCurrencyProperty   `json:"property_currency"`
	PropertyWWGroup      SmartsheetGroupProperty      `json:"property_ww_group"`
	PropertyPercentage   SmartsheetNumberProperty     `json:"property_percentage"`
	PropertyBarcode      SmartsheetBarcodeProperty    `json:"property_barcode"`
}

// SmartsheetNumberProperty is how numbers and percentages are shown.
type SmartsheetNumberProperty struct {
	DecimalPlaces int64 `json:"decimal_places"` // 0 to 4; -1 shows all
	UseSeparate   bool  `json:"use_separate"`   // thousands are separated: 1,000
}

// SmartsheetCheckboxProperty is how checkboxes are made.
type SmartsheetCheckboxProperty struct {
	Checked bool `json:"checked"` // in a new row
}

// SmartsheetDateTimeProperty is how dates and times are shown and filled in.
type SmartsheetDateTimeProperty struct {
	Format   SmartsheetDateFormat `json:"format"`
	AutoFill bool                 `json:"auto_fill"` // with the time at which a row is added
}

// SmartsheetDateFormat is how a date is shown.
type SmartsheetDateFormat string

// How a date is shown.
const (
	SmartsheetDateFormatChinese        SmartsheetDateFormat = `yyyy"年"m"月"d"日"`       // 2018年4月20日
	SmartsheetDateFormatChineseMonth   SmartsheetDateFormat = `m"月"d"日"`              // 4月20日
	SmartsheetDateFormatChineseWeekday SmartsheetDateFormat = `yyyy"年"m"月"d"日" dddd`  // 2018年4月20日 星期五
	SmartsheetDateFormatChineseTime    SmartsheetDateFormat = `yyyy"年"m"月"d"日" hh:mm` // 2018年4月20日 14:00
	SmartsheetDateFormatISO            SmartsheetDateFormat = "yyyy-mm-dd"            // 2018-04-20
	SmartsheetDateFormatISOTime        SmartsheetDateFormat = "yyyy-mm-dd hh:mm"      // 2018-04-20 14:00
	SmartsheetDateFormatSlash          SmartsheetDateFormat = "yyyy/m/d"              // 2018/4/20
	SmartsheetDateFormatMonthFirst     SmartsheetDateFormat = "m/d/yyyy"              // 4/20/2018
	SmartsheetDateFormatDayFirst       SmartsheetDateFormat = "d/m/yyyy"              // 20/4/2018
)

// SmartsheetAttachmentProperty is how attachments are shown.
type SmartsheetAttachmentProperty struct {
	DisplayMode SmartsheetDisplayMode `json:"display_mode"`
}

// SmartsheetDisplayMode is how attachments are shown.
type SmartsheetDisplayMode string

// How attachments are shown.
const (
	SmartsheetDisplayModeList SmartsheetDisplayMode = "DISPLAY_MODE_LIST"
	SmartsheetDisplayModeGrid SmartsheetDisplayMode = "DISPLAY_MODE_GRID"
)

// SmartsheetUserProperty says how many members a cell holds, and what they learn of it.
type SmartsheetUserProperty struct {
	IsMultiple bool `json:"is_multiple"`
	IsNotified bool `json:"is_notified"` // whoever is added is told so
}

// SmartsheetURLProperty is how links are shown.
type SmartsheetURLProperty struct {
	Type SmartsheetLinkType `json:"type"`
}

// SmartsheetLinkType is how links are shown.
type SmartsheetLinkType string

// How links are shown.
const (
	SmartsheetLinkTypeText SmartsheetLinkType = "LINK_TYPE_PURE_TEXT"
	SmartsheetLinkTypeIcon SmartsheetLinkType = "LINK_TYPE_ICON_TEXT" // as a text with an icon
)

// SmartsheetSelectProperty is the options of a choice.
type SmartsheetSelectProperty struct {
	IsQuickAdd bool                   `json:"is_quick_add"` // options can be added while choosing
	Options    []SmartsheetCellOption `json:"options"`
}

// SmartsheetOptionStyle is the color of an option.
type SmartsheetOptionStyle int64

// The colors of options.
const (
	SmartsheetOptionStyleLightRed1    SmartsheetOptionStyle = 1
	SmartsheetOptionStyleLightOrange1 SmartsheetOptionStyle = 2
	SmartsheetOptionStyleLightAzure1  SmartsheetOptionStyle = 3 // 浅天蓝
	SmartsheetOptionStyleLightGreen1  SmartsheetOptionStyle = 4
	SmartsheetOptionStyleLightPurple1 SmartsheetOptionStyle = 5
	SmartsheetOptionStyleLightPink1   SmartsheetOptionStyle = 6
	SmartsheetOptionStyleLightGray1   SmartsheetOptionStyle = 7
	SmartsheetOptionStyleWhite        SmartsheetOptionStyle = 8
	SmartsheetOptionStyleGray         SmartsheetOptionStyle = 9
	SmartsheetOptionStyleLightBlue1   SmartsheetOptionStyle = 10
	SmartsheetOptionStyleLightBlue2   SmartsheetOptionStyle = 11
	SmartsheetOptionStyleBlue         SmartsheetOptionStyle = 12
	SmartsheetOptionStyleLightAzure2  SmartsheetOptionStyle = 13
	SmartsheetOptionStyleAzure        SmartsheetOptionStyle = 14 // 天蓝
	SmartsheetOptionStyleLightGreen2  SmartsheetOptionStyle = 15
	SmartsheetOptionStyleGreen        SmartsheetOptionStyle = 16
	SmartsheetOptionStyleLightRed2    SmartsheetOptionStyle = 17
	SmartsheetOptionStyleRed          SmartsheetOptionStyle = 18
	SmartsheetOptionStyleLightOrange2 SmartsheetOptionStyle = 19
	SmartsheetOptionStyleOrange       SmartsheetOptionStyle = 20
	SmartsheetOptionStyleLightYellow1 SmartsheetOptionStyle = 21
	SmartsheetOptionStyleLightYellow2 SmartsheetOptionStyle = 22
	SmartsheetOptionStyleYellow       SmartsheetOptionStyle = 23
	SmartsheetOptionStyleLightPurple2 SmartsheetOptionStyle = 24
	SmartsheetOptionStylePurple       SmartsheetOptionStyle = 25
	SmartsheetOptionStyleLightPink2   SmartsheetOptionStyle = 26
	SmartsheetOptionStylePink         SmartsheetOptionStyle = 27
)

// SmartsheetTimeProperty is how the times of creation and change are shown.
type SmartsheetTimeProperty struct {
	Format SmartsheetDateFormat `json:"format"`
}

// SmartsheetProgressProperty is how progress is shown.
type SmartsheetProgressProperty struct {
	DecimalPlaces int64 `json:"decimal_places"` // 0 to 4; -1 shows all
}

// SmartsheetReferenceProperty says to what rows a field refers.
type SmartsheetReferenceProperty struct {
	SubID      string `json:"sub_id,omitzero"` // the sheet; the field's own if empty
	FieldID    string `json:"field_id,omitzero"`
	IsMultiple bool   `json:"is_multiple"` // a cell can refer to several rows
	ViewID     string `json:"view_id"`
}

// UnmarshalJSON also takes the field as filed_id, as the platform's pages spell it.
func (p *SmartsheetReferenceProperty) UnmarshalJSON(b []byte) error {
	type plain SmartsheetReferenceProperty
	var wire struct {
		plain
		FiledID string `json:"filed_id"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*p = SmartsheetReferenceProperty(wire.plain)
	if p.FieldID == "" {
		p.FieldID = wire.FiledID
	}
	return nil
}

// SmartsheetLocationProperty is how locations are entered.
type SmartsheetLocationProperty struct {
	InputType SmartsheetLocationInputType `json:"input_type"`
}

// SmartsheetLocationInputType is how locations are entered.
type SmartsheetLocationInputType string

// How locations are entered.
const (
	SmartsheetLocationInputTypeManual SmartsheetLocationInputType = "LOCATION_INPUT_TYPE_MANUAL"
	SmartsheetLocationInputTypeAuto   SmartsheetLocationInputType = "LOCATION_INPUT_TYPE_AUTO" // where the device is
)

// SmartsheetAutoNumberProperty is how rows are numbered.
type SmartsheetAutoNumberProperty struct {
	Type                   SmartsheetNumberType   `json:"type"`
	Rules                  []SmartsheetNumberRule `json:"rules,omitzero"` // the parts of a number, for SmartsheetNumberTypeCustom
	ReformatExistingRecord bool                   `json:"reformat_existing_record"`
}

// UnmarshalJSON also takes the type as input_type.
func (p *SmartsheetAutoNumberProperty) UnmarshalJSON(b []byte) error {
	type plain SmartsheetAutoNumberProperty
	var wire struct {
		plain
		InputType SmartsheetNumberType `json:"input_type"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*p = SmartsheetAutoNumberProperty(wire.plain)
	if p.Type == "" {
		p.Type = wire.InputType
	}
	return nil
}

// SmartsheetNumberType is what the number of a row is.
type SmartsheetNumberType string

// What the number of a row is.
const (
	SmartsheetNumberTypeIncrement SmartsheetNumberType = "NUMBER_TYPE_INCR"
	SmartsheetNumberTypeCustom    SmartsheetNumberType = "NUMBER_TYPE_CUSTOM" // made by rules
)

// SmartsheetNumberRule is a part of the number of a row.
type SmartsheetNumberRule struct {
	Type  SmartsheetNumberRuleType `json:"type"`
	Value string                   `json:"value"` // the digits of a counter, the fixed characters, or how to write the time: YYYYMMDD, YYYYMM, MMDD, YYYY, MM or DD
}

// SmartsheetNumberRuleType is a part of the number of a row.
type SmartsheetNumberRuleType string

// The parts of the number of a row.
const (
	SmartsheetNumberRuleTypeIncrement SmartsheetNumberRuleType = "NUMBER_RULE_TYPE_INCR"       // a counter
	SmartsheetNumberRuleTypeFixedChar SmartsheetNumberRuleType = "NUMBER_RULE_TYPE_FIXED_CHAR" // fixed characters
	SmartsheetNumberRuleTypeTime      SmartsheetNumberRuleType = "NUMBER_RULE_TYPE_TIME"       // when the row was created
)

// SmartsheetCurrencyProperty is how amounts are shown.
type SmartsheetCurrencyProperty struct {
	CurrencyType  SmartsheetCurrency `json:"currency_type"`
	DecimalPlaces int64              `json:"decimal_places"` // 0 to 4; -1 shows all
	UseSeparate   bool               `json:"use_separate"`   // thousands are separated: 1,000
}

// SmartsheetCurrency is a currency.
type SmartsheetCurrency string

// The currencies.
const (
	SmartsheetCurrencyCNY SmartsheetCurrency = "CURRENCY_TYPE_CNY"
	SmartsheetCurrencyUSD SmartsheetCurrency = "CURRENCY_TYPE_USD"
	SmartsheetCurrencyEUR SmartsheetCurrency = "CURRENCY_TYPE_EUR"
	SmartsheetCurrencyGBP SmartsheetCurrency = "CURRENCY_TYPE_GBP"
	SmartsheetCurrencyJPY SmartsheetCurrency = "CURRENCY_TYPE_JPY"
	SmartsheetCurrencyKRW SmartsheetCurrency = "CURRENCY_TYPE_KRW"
	SmartsheetCurrencyHKD SmartsheetCurrency = "CURRENCY_TYPE_HKD"
	SmartsheetCurrencyMOP SmartsheetCurrency = "CURRENCY_TYPE_MOP"
	SmartsheetCurrencyTWD SmartsheetCurrency = "CURRENCY_TYPE_TWD"
	SmartsheetCurrencyAED SmartsheetCurrency = "CURRENCY_TYPE_AED"
	SmartsheetCurrencyAUD SmartsheetCurrency = "CURRENCY_TYPE_AUD"
	SmartsheetCurrencyBRL SmartsheetCurrency = "CURRENCY_TYPE_BRL"
	SmartsheetCurrencyCAD SmartsheetCurrency = "CURRENCY_TYPE_CAD"
	SmartsheetCurrencyCHF SmartsheetCurrency = "CURRENCY_TYPE_CHF"
	SmartsheetCurrencyIDR SmartsheetCurrency = "CURRENCY_TYPE_IDR"
	SmartsheetCurrencyINR SmartsheetCurrency = "CURRENCY_TYPE_INR"
	SmartsheetCurrencyMXN SmartsheetCurrency = "CURRENCY_TYPE_MXN"
	SmartsheetCurrencyMYR SmartsheetCurrency = "CURRENCY_TYPE_MYR"
	SmartsheetCurrencyPHP SmartsheetCurrency = "CURRENCY_TYPE_PHP"
	SmartsheetCurrencyPLN SmartsheetCurrency = "CURRENCY_TYPE_PLN"
	SmartsheetCurrencyRUB SmartsheetCurrency = "CURRENCY_TYPE_RUB"
	SmartsheetCurrencySGD SmartsheetCurrency = "CURRENCY_TYPE_SGD"
	SmartsheetCurrencyTHB SmartsheetCurrency = "CURRENCY_TYPE_THB"
	SmartsheetCurrencyTRY SmartsheetCurrency = "CURRENCY_TYPE_TRY"
	SmartsheetCurrencyVND SmartsheetCurrency = "CURRENCY_TYPE_VND"
)

// SmartsheetGroupProperty says how many group chats a cell holds.
type SmartsheetGroupProperty struct {
	AllowMultiple bool `json:"allow_multiple"`
}

// SmartsheetBarcodeProperty is how barcodes are entered.
type SmartsheetBarcodeProperty struct {
	MobileScanOnly bool `json:"mobile_scan_only"` // only by scanning them with a phone
}

// UpdateSmartsheetFields changes the titles and properties of fields and returns them (更新字段). Their types stay
// as they are.
//
// API: POST /cgi-bin/wedoc/smartsheet/update_fields
// Doc: https://developer.work.weixin.qq.com/document/path/99906
func (c *Client) UpdateSmartsheetFields(ctx context.Context, req *UpdateSmartsheetFieldsRequest) ([]*SmartsheetField, error) {
	var resp updateSmartsheetFieldsResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/update_fields", req, &resp)
	return resp.Fields, err
}

type updateSmartsheetFieldsResponse struct {
	Fields []*SmartsheetField `json:"fields"`
}

// UpdateSmartsheetFieldsRequest is fields to change.
type UpdateSmartsheetFieldsRequest struct {
	DocID   string                  `json:"docid"`
	SheetID string                  `json:"sheet_id"`
	Fields  []SmartsheetFieldUpdate `json:"fields"`
}

// SmartsheetFieldUpdate is what changes of a field: its title, which must then differ from the one before, or
// the property of its type, or both.
type SmartsheetFieldUpdate struct {
	FieldID              string                        `json:"field_id"`
	FieldTitle           *string                       `json:"field_title,omitzero"`
	FieldType            SmartsheetFieldType           `json:"field_type"` // as it is
	PropertyNumber       *SmartsheetNumberProperty     `json:"property_number,omitzero"`
	PropertyCheckbox     *SmartsheetCheckboxProperty   `json:"property_checkbox,omitzero"`
	PropertyDateTime     *SmartsheetDateTimeProperty   `json:"property_date_time,omitzero"`
	PropertyAttachment   *SmartsheetAttachmentProperty `json:"property_attachment,omitzero"`
	PropertyUser         *SmartsheetUserProperty       `json:"property_user,omitzero"`
	PropertyURL          *SmartsheetURLProperty        `json:"property_url,omitzero"`
	PropertySelect       *SmartsheetSelectProperty     `json:"property_select,omitzero"` // of several options
	PropertyCreatedTime  *SmartsheetTimeProperty       `json:"property_created_time,omitzero"`
	PropertyModifiedTime *SmartsheetTimeProperty       `json:"property_modified_time,omitzero"`
	PropertyProgress     *SmartsheetProgressProperty   `json:"property_progress,omitzero"`
	PropertySingleSelect *SmartsheetSelectProperty     `json:"property_single_select,omitzero"`
	PropertyReference    *SmartsheetReferenceProperty  `json:"property_reference,omitzero"`
	PropertyLocation     *SmartsheetLocationProperty   `json:"property_location,omitzero"`
	PropertyAutoNumber   *SmartsheetAutoNumberProperty `json:"property_auto_number,omitzero"`
	PropertyCurrency     *SmartsheetCurrencyProperty   `json:"property_currency,omitzero"`
	PropertyWWGroup      *SmartsheetGroupProperty      `json:"property_ww_group,omitzero"`
	PropertyPercentage   *SmartsheetNumberProperty     `json:"property_percentage,omitzero"`
	PropertyBarcode      *SmartsheetBarcodeProperty    `json:"property_barcode,omitzero"`
}

// DeleteSmartsheetFields deletes fields of a sheet, with what they hold (删除字段).
//
// API: POST /cgi-bin/wedoc/smartsheet/delete_fields
// Doc: https://developer.work.weixin.qq.com/document/path/99905
func (c *Client) DeleteSmartsheetFields(ctx context.Context, req *DeleteSmartsheetFieldsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/delete_fields", req, nil)
}

// DeleteSmartsheetFieldsRequest names fields of a sheet.
type DeleteSmartsheetFieldsRequest struct {
	DocID    string   `json:"docid"`
	SheetID  string   `json:"sheet_id"`
	FieldIDs []string `json:"field_ids"`
}

// ListSmartsheetFields returns a page of the fields of a sheet: all, or those named (查询字段).
//
// API: POST /cgi-bin/wedoc/smartsheet/get_fields
// Doc: https://developer.work.weixin.qq.com/document/path/101157
func (c *Client) ListSmartsheetFields(ctx context.Context, req *ListSmartsheetFieldsRequest) (*ListSmartsheetFieldsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/get_fields", req, new(ListSmartsheetFieldsResponse))
}

// AllSmartsheetFields ranges over the fields of a sheet; see [Client.ListSmartsheetFields].
func (c *Client) AllSmartsheetFields(ctx context.Context, req *ListSmartsheetFieldsRequest) iter.Seq2[*SmartsheetField, error] {
	return paginate(ctx, req,
		func(ctx context.Context, q *ListSmartsheetFieldsRequest) (*ListSmartsheetFieldsResponse, error) {
			p, err := c.ListSmartsheetFields(ctx, q)
			if err != nil {
				return nil, err
			}
			// Without a Next, the Total tells whether there is more.
			if end := q.Offset + int64(len(p.Fields)); p.Next == 0 && len(p.Fields) > 0 && end < p.Total {
				p.Next = end
			}
			return p, nil
		},
		func(q *ListSmartsheetFieldsRequest) *int64 { return &q.Offset },
		func(p *ListSmartsheetFieldsResponse) ([]*SmartsheetField, int64, bool) {
			return p.Fields, p.Next, p.Next != 0
		})
}

// ListSmartsheetFieldsRequest says which fields to return.
type ListSmartsheetFieldsRequest struct {
	DocID       string   `json:"docid"`
	SheetID     string   `json:"sheet_id"`
	ViewID      string   `json:"view_id,omitzero"`
	FieldIDs    []string `json:"field_ids,omitzero"`
	FieldTitles []string `json:"field_titles,omitzero"`
	Offset      int64    `json:"offset,omitzero"` // from 0
	Limit       int64    `json:"limit,omitzero"`  // at most 1,000, and as many if zero
}

// ListSmartsheetFieldsResponse is a page of fields.
type ListSmartsheetFieldsResponse struct {
	Fields []*SmartsheetField `json:"fields"`
	Total  int64              `json:"total"` // of all pages
	Next   int64              `json:"next"`  // the Offset of the next page; not in every answer
}

// CreateSmartsheetFieldGroup puts fields of a sheet into a group with a name, and returns it (添加编组). A sheet has at
// most 150 groups, a group at most 150 fields. A field is in one group at most.
//
// API: POST /cgi-bin/wedoc/smartsheet/add_field_group
// Doc: https://developer.work.weixin.qq.com/document/path/101100
func (c *Client) CreateSmartsheetFieldGroup(ctx context.Context, req *CreateSmartsheetFieldGroupRequest) (*SmartsheetFieldGroup, error) {
	var resp createSmartsheetFieldGroupResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/add_field_group", req, &resp)
	return resp.FieldGroup, err
}

type createSmartsheetFieldGroupResponse struct {
	FieldGroup *SmartsheetFieldGroup `json:"field_group"`
}

// CreateSmartsheetFieldGroupRequest is a group of fields to make.
type CreateSmartsheetFieldGroupRequest struct {
	DocID    string                      `json:"docid"`
	SheetID  string                      `json:"sheet_id"`
	Name     string                      `json:"name"` // no other group has it
	Children []SmartsheetFieldGroupChild `json:"children,omitzero"`
}

// SmartsheetFieldGroupChild is a field in a group.
type SmartsheetFieldGroupChild struct {
	FieldID string `json:"field_id"`
}

// SmartsheetFieldGroup is a group of fields.
type SmartsheetFieldGroup struct {
	FieldGroupID string                      `json:"field_group_id"`
	Name         string                      `json:"name"`
	Children     []SmartsheetFieldGroupChild `json:"children"`
}

// UpdateSmartsheetFieldGroup renames a group of fields or changes which fields are in it, and returns it (更新编组).
//
// API: POST /cgi-bin/wedoc/smartsheet/update_field_group
// Doc: https://developer.work.weixin.qq.com/document/path/101101
func (c *Client) UpdateSmartsheetFieldGroup(ctx context.Context, req *UpdateSmartsheetFieldGroupRequest) (*SmartsheetFieldGroup, error) {
	var resp updateSmartsheetFieldGroupResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/update_field_group", req, &resp)
	return resp.FieldGroup, err
}

type updateSmartsheetFieldGroupResponse struct {
	FieldGroup *SmartsheetFieldGroup `json:"field_group"`
}

// UpdateSmartsheetFieldGroupRequest is what changes of a group of fields.
type UpdateSmartsheetFieldGroupRequest struct {
	DocID        string                      `json:"docid"`
	SheetID      string                      `json:"sheet_id"`
	FieldGroupID string                      `json:"field_group_id"`
	Name         *string                     `json:"name,omitzero"`     // no other group has it
	Children     []SmartsheetFieldGroupChild `json:"children,omitzero"` // at most 150
}

// DeleteSmartsheetFieldGroups dissolves groups of fields (删除编组).
//
// API: POST /cgi-bin/wedoc/smartsheet/delete_field_groups
// Doc: https://developer.work.weixin.qq.com/document/path/101102
func (c *Client) DeleteSmartsheetFieldGroups(ctx context.Context, req *DeleteSmartsheetFieldGroupsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/delete_field_groups", req, nil)
}

// DeleteSmartsheetFieldGroupsRequest names groups of fields.
type DeleteSmartsheetFieldGroupsRequest struct {
	DocID         string   `json:"docid"`
	SheetID       string   `json:"sheet_id"`
	FieldGroupIDs []string `json:"field_group_ids"`
}

// ListSmartsheetFieldGroups returns a page of the groups of fields of a sheet (获取编组).
//
// API: POST /cgi-bin/wedoc/smartsheet/get_field_groups
// Doc: https://developer.work.weixin.qq.com/document/path/101103
func (c *Client) ListSmartsheetFieldGroups(ctx context.Context, req *ListSmartsheetFieldGroupsRequest) (*ListSmartsheetFieldGroupsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/wedoc/smartsheet/get_field_groups", req, new(ListSmartsheetFieldGroupsResponse))
}

// AllSmartsheetFieldGroups ranges over the groups of fields of a sheet; see [Client.ListSmartsheetFieldGroups].
func (c *Client) AllSmartsheetFieldGroups(ctx context.Context, req *ListSmartsheetFieldGroupsRequest) iter.Seq2[*SmartsheetFieldGroup, error] {
	return paginate(ctx, req, c.ListSmartsheetFieldGroups,
		func(q *ListSmartsheetFieldGroupsRequest) *int64 { return &q.Offset },
		func(p *ListSmartsheetFieldGroupsResponse) ([]*SmartsheetFieldGroup, int64, bool) {
			return p.FieldGroups, p.Next, p.HasMore
		})
}

// ListSmartsheetFieldGroupsRequest names a sheet.
type ListSmartsheetFieldGroupsRequest struct {
	DocID   string `json:"docid"`
	SheetID string `json:"sheet_id"`
	Offset  int64  `json:"offset,omitzero"` // from 0; the Next of the page before
	Limit   int64  `json:"limit,omitzero"`
}

// ListSmartsheetFieldGroupsResponse is a page of groups of fields.
type ListSmartsheetFieldGroupsResponse struct {
	FieldGroups []*SmartsheetFieldGroup `json:"field_groups"`
	Total       int64                   `json:"total"` // of all pages
	HasMore     bool                    `json:"has_more"`
	Next        int64                   `json:"next"` // the Offset of the next page
}
