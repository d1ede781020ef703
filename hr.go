package workwx

import "context"

// ListHRFields returns the fields that the roster of the HR assistant has (获取员工字段配置). They are in
// groups, each a section of a member's file.
//
// The app must have been given the use of the roster, here and in the methods below.
//
// API: GET /cgi-bin/hr/get_fields
// Doc: https://developer.work.weixin.qq.com/document/path/99131
func (c *Client) ListHRFields(ctx context.Context) ([]*HRFieldGroup, error) {
	var resp listHRFieldsResponse
	err := c.invoke(ctx, get, "/cgi-bin/hr/get_fields", nil, &resp)
	return resp.GroupList, err
}

type listHRFieldsResponse struct {
	GroupList []*HRFieldGroup `json:"group_list"`
}

// HRFieldGroup is a section of the roster.
type HRFieldGroup struct {
	GroupID   int64     `json:"group_id"`
	GroupName string    `json:"group_name"`
	FieldList []HRField `json:"field_list"`
}

// HRField is a field of the roster.
type HRField struct {
	FieldID    int64           `json:"fieldid"`
	FieldName  string          `json:"field_name"`
	FieldType  HRFieldType     `json:"field_type"`
	ValueType  HRValueType     `json:"value_type"` // which of the values of HRStaffField it has
	IsMust     bool            `json:"is_must"`    // whether it must be filled in
	OptionList []HRFieldOption `json:"option_list"`
}

// HRFieldType is how a field of the roster is filled in.
type HRFieldType int64

// How a field of the roster is filled in.
const (
	HRFieldTypeText   HRFieldType = 1 // text, or a telephone number
	HRFieldTypeOption HRFieldType = 2 // one of OptionList
	HRFieldTypeTime   HRFieldType = 3
	HRFieldTypeImage  HRFieldType = 4
	HRFieldTypeFile   HRFieldType = 5
	HRFieldTypeFiles  HRFieldType = 6 // several
)

// HRFieldOption is one of the values that can be chosen for a field.
type HRFieldOption struct {
	ID    int64  `json:"id"` // the ValueUint32 of whoever has chosen it
	Value string `json:"value"`
}

// GetHRStaff returns what the roster says about a member, all of it or the fields named in req
// (获取员工花名册信息). The member must be visible to the app.
//
// API: POST /cgi-bin/hr/get_staff_info
// Doc: https://developer.work.weixin.qq.com/document/path/99132
func (c *Client) GetHRStaff(ctx context.Context, req *GetHRStaffRequest) ([]*HRStaffField, error) {
	var resp getHRStaffResponse
	err := c.invoke(ctx, post, "/cgi-bin/hr/get_staff_info", req, &resp)
	return resp.FieldInfo, err
}

type getHRStaffResponse struct {
	FieldInfo []*HRStaffField `json:"fieldinfo"`
}

// UnmarshalJSON also takes the list as field_info.
func (r *getHRStaffResponse) UnmarshalJSON(b []byte) error {
	var wire struct {
		FieldInfo    []*HRStaffField `json:"fieldinfo"`
		FieldInfoToo []*HRStaffField `json:"field_info"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	r.FieldInfo = wire.FieldInfo
	if len(r.FieldInfo) == 0 {
		r.FieldInfo = wire.FieldInfoToo
	}
	return nil
}

// GetHRStaffRequest says what to read of the roster.
type GetHRStaffRequest struct {
	UserID   string      `json:"userid"`
	GetAll   *bool       `json:"get_all,omitzero"`  // every field, whatever FieldIDs says
	FieldIDs []HRFieldID `json:"fieldids,omitzero"` // required unless GetAll is true
}

// HRFieldID names a field of a member's file.
type HRFieldID struct {
	FieldID int64 `json:"fieldid"`
	SubIdx  int64 `json:"sub_idx,omitzero"` // which of the entries, from 0, in a group that repeats: education, jobs, family, emergency contacts, contracts
}

// HRStaffField is a field of a member's file. ValueType says which of the values it has.
type HRStaffField struct {
	FieldID     int64         `json:"fieldid"`
	SubIdx      int64         `json:"sub_idx"` // which of the entries, in a group that repeats
	Result      int64         `json:"result"`  // 1 if the field could be read
	ValueType   HRValueType   `json:"value_type"`
	ValueString string        `json:"value_string"`
	ValueUint32 int64         `json:"value_uint32"` // of a field with options, the ID of the one chosen
	ValueUint64 int64         `json:"value_uint64"` // of a field of type HRFieldTypeTime a Unix time in seconds, as ValueInt64
	ValueInt32  int64         `json:"value_int32"`
	ValueInt64  int64         `json:"value_int64"`
	ValueMobile HRMobileValue `json:"value_mobile"`
	ValueFile   HRFileValue   `json:"value_file"`
}

// HRValueType is how the value of a field travels. A time is HRValueTypeUint64 or HRValueTypeInt64.
type HRValueType int64

// How the value of a field travels.
const (
	HRValueTypeString HRValueType = 1 // ValueString
	HRValueTypeUint64 HRValueType = 2 // ValueUint64
	HRValueTypeUint32 HRValueType = 3 // ValueUint32
	HRValueTypeInt64  HRValueType = 4 // ValueInt64
	HRValueTypeMobile HRValueType = 5 // ValueMobile
	HRValueTypeFile   HRValueType = 6 // ValueFile
)

// HRMobileValue is a telephone number.
type HRMobileValue struct {
	ValueCountryCode string `json:"value_country_code"`
	ValueMobile      string `json:"value_mobile"`
}

// HRFileValue is one or more files.
type HRFileValue struct {
	MediaID []string `json:"media_id"` // of [Client.DownloadTempMedia]
}

// UpdateHRStaff changes, adds and removes fields of a member's file (更新员工花名册信息). Each is done or not by
// itself: the response says which. The member must be visible to the app.
//
// API: POST /cgi-bin/hr/update_staff_info
// Doc: https://developer.work.weixin.qq.com/document/path/99133
func (c *Client) UpdateHRStaff(ctx context.Context, req *UpdateHRStaffRequest) (*UpdateHRStaffResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/hr/update_staff_info", req, new(UpdateHRStaffResponse))
}

// UpdateHRStaffRequest says what changes in a member's file.
type UpdateHRStaffRequest struct {
	UserID      string         `json:"userid"`
	UpdateItems []HRStaffInput `json:"update_items,omitzero"` // fields to set
	InsertItems []HREntryInput `json:"insert_items,omitzero"` // entries to add to groups that repeat
	RemoveItems []HREntry      `json:"remove_items,omitzero"` // entries to remove from groups that repeat
}

// HRStaffInput is a field to set, with one of the values: the one that the ValueType of the [HRField] names.
type HRStaffInput struct {
	FieldID     int64         `json:"fieldid"`
	SubIdx      int64         `json:"sub_idx,omitzero"` // which of the entries, in a group that repeats
	ValueString *string       `json:"value_string,omitzero"`
	ValueUint32 *int64        `json:"value_uint32,omitzero"`
	ValueUint64 *int64        `json:"value_uint64,omitzero"`
	ValueInt32  *int64        `json:"value_int32,omitzero"`
	ValueInt64  *int64        `json:"value_int64,omitzero"`
	ValueMobile HRMobileValue `json:"value_mobile,omitzero"`
	ValueFile   HRFileValue   `json:"value_file,omitzero"` // of [Client.UploadTempFileMedia]
}

// HREntryInput is an entry to add to a group that repeats.
type HREntryInput struct {
	GroupType HRGroupType    `json:"group_type"`
	Item      []HRStaffInput `json:"item"`
}

// HRGroupType is a group of fields that a member can have several times.
type HRGroupType int64

// The groups that repeat.
const (
	HRGroupTypeEducation        HRGroupType = 1 // 教育经历
	HRGroupTypeJob              HRGroupType = 2 // 工作经历
	HRGroupTypeFamily           HRGroupType = 3 // 家庭成员
	HRGroupTypeEmergencyContact HRGroupType = 4 // 紧急联系人
	HRGroupTypeContract         HRGroupType = 5 // 合同信息
)

// HREntry is one entry of a group that repeats.
type HREntry struct {
	GroupType HRGroupType `json:"group_type"`
	SubIdx    int64       `json:"sub_idx"`
}

// UpdateHRStaffResponse says what was done, item by item. A Result of 1 is success.
type UpdateHRStaffResponse struct {
	UpdateResults []*HRUpdateResult `json:"update_results"`
	InsertResults []*HRInsertResult `json:"insert_result"`
	RemoveResults []*HRRemoveResult `json:"remove_results"`
}

// UnmarshalJSON also takes insert_result as insert_results.
func (r *UpdateHRStaffResponse) UnmarshalJSON(b []byte) error {
	type plain UpdateHRStaffResponse
	var wire struct {
		plain
		InsertResultsToo []*HRInsertResult `json:"insert_results"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = UpdateHRStaffResponse(wire.plain)
	if len(r.InsertResults) == 0 {
		r.InsertResults = wire.InsertResultsToo
	}
	return nil
}

// HRUpdateResult says whether a field was set.
type HRUpdateResult struct {
	FieldID int64 `json:"fieldid"`
	SubIdx  int64 `json:"sub_idx"`
	Result  int64 `json:"result"`
}

// HRInsertResult says whether an entry was added.
type HRInsertResult struct {
	GroupType HRGroupType `json:"group_type"`
	Idx       int64       `json:"idx"` // which of InsertItems
	Result    int64       `json:"result"`
}

// HRRemoveResult says whether an entry was removed.
type HRRemoveResult struct {
	GroupType HRGroupType `json:"group_type"`
	SubIdx    int64       `json:"sub_idx"`
	Result    int64       `json:"result"`
}
