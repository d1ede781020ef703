package workwx

import "context"

// SmartsheetRuleType is for whom a rule about the content of a smart sheet holds.
type SmartsheetRuleType int64

// For whom a rule about the content of a smart sheet holds.
const (
	SmartsheetRuleTypeEveryone   SmartsheetRuleType = 1 // for all who can open it; there is one such rule
	SmartsheetRuleTypeAdditional SmartsheetRuleType = 2 // for members who are named; there are at most 20 such rules
)

// ListSmartsheetPrivilegeRules returns what people may do with the sheets of a smart sheet: the rule for everyone,
// or rules for some members (查询智能表格子表权限).
//
// API: POST /cgi-bin/wedoc/smartsheet/content_priv/get_sheet_priv
// Doc: https://developer.work.weixin.qq.com/document/path/99935
func (c *Client) ListSmartsheetPrivilegeRules(ctx context.Context, req *ListSmartsheetPrivilegeRulesRequest) ([]*SmartsheetPrivilegeRule, error) {
	var resp listSmartsheetPrivilegeRulesResponse
	err := c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/content_priv/get_sheet_priv", req, &resp)
	return resp.RuleList, err
}

type listSmartsheetPrivilegeRulesResponse struct {
	RuleList []*SmartsheetPrivilegeRule `json:"rule_list"`
}

// ListSmartsheetPrivilegeRulesRequest says which rules to return.
type ListSmartsheetPrivilegeRulesRequest struct {
	DocID      string             `json:"docid"`
	Type       SmartsheetRuleType `json:"type"`
	RuleIDList []int64            `json:"rule_id_list,omitzero"` // with SmartsheetRuleTypeAdditional
}

// SmartsheetPrivilegeRule says what people may do with the sheets of a smart sheet.
type SmartsheetPrivilegeRule struct {
	RuleID   int64                      `json:"rule_id"`
	Type     SmartsheetRuleType         `json:"type"`
	Name     string                     `json:"name"` // of SmartsheetRuleTypeAdditional
	PrivList []SmartsheetSheetPrivilege `json:"priv_list"`
}

// SmartsheetPrivilege is what people may do with a sheet.
type SmartsheetPrivilege int64

// What people may do with a sheet.
const (
	SmartsheetPrivilegeAll  SmartsheetPrivilege = 1
	SmartsheetPrivilegeEdit SmartsheetPrivilege = 2
	SmartsheetPrivilegeRead SmartsheetPrivilege = 3
	SmartsheetPrivilegeNone SmartsheetPrivilege = 4
)

// SmartsheetSheetPrivilege says what people may do with a sheet.
type SmartsheetSheetPrivilege struct {
	SheetID                   string                    `json:"sheet_id"`
	Priv                      SmartsheetPrivilege       `json:"priv"`
	CanInsertRecord           bool                      `json:"can_insert_record"` // with SmartsheetPrivilegeEdit
	CanDeleteRecord           bool                      `json:"can_delete_record"` // with SmartsheetPrivilegeEdit
	CanCreateModifyDeleteView bool                      `json:"can_create_modify_delete_view"`
	FieldPriv                 SmartsheetFieldPrivilege  `json:"field_priv"`
	RecordPriv                SmartsheetRecordPrivilege `json:"record_priv"`
	Clear                     bool                      `json:"clear"` // the defaults hold
}

// SmartsheetFieldRange is for which fields a privilege holds.
type SmartsheetFieldRange int64

// For which fields a privilege holds.
const (
	SmartsheetFieldRangeAll  SmartsheetFieldRange = 1
	SmartsheetFieldRangeSome SmartsheetFieldRange = 2 // each as its rule says
)

// SmartsheetFieldPrivilege says what people may do with the fields of a sheet.
type SmartsheetFieldPrivilege struct {
	FieldRangeType   SmartsheetFieldRange         `json:"field_range_type"`
	FieldRuleList    []SmartsheetFieldRule        `json:"field_rule_list"`
	FieldDefaultRule SmartsheetFieldPrivilegeRule `json:"field_default_rule"` // of fields without a rule, and of those to come
}

// SmartsheetFieldRule says what people may do with a field.
type SmartsheetFieldRule struct {
	FieldID   string              `json:"field_id"`
	FieldType SmartsheetFieldType `json:"field_type"`
	CanEdit   bool                `json:"can_edit"`
	CanInsert bool                `json:"can_insert"` // when they add a row
	CanView   bool                `json:"can_view"`
}

// SmartsheetFieldPrivilegeRule says what people may do with fields that have no rule.
type SmartsheetFieldPrivilegeRule struct {
	CanEdit   bool `json:"can_edit"`
	CanInsert bool `json:"can_insert"` // when they add a row
	CanView   bool `json:"can_view"`
}

// SmartsheetRecordRange is for which rows a privilege holds.
type SmartsheetRecordRange int64

// For which rows a privilege holds.
const (
	SmartsheetRecordRangeAll      SmartsheetRecordRange = 1
	SmartsheetRecordRangeMatchAny SmartsheetRecordRange = 2 // those that meet one of the conditions
	SmartsheetRecordRangeMatchAll SmartsheetRecordRange = 3 // those that meet all of the conditions
)

// SmartsheetOtherPrivilege is what people may not do with rows for which a privilege does not hold.
type SmartsheetOtherPrivilege int64

// What people may not do with rows for which a privilege does not hold.
const (
	SmartsheetOtherPrivilegeNoEdit SmartsheetOtherPrivilege = 1
	SmartsheetOtherPrivilegeNoView SmartsheetOtherPrivilege = 2
)

// SmartsheetRecordPrivilege says for which rows a privilege holds.
type SmartsheetRecordPrivilege struct {
	RecordRangeType SmartsheetRecordRange    `json:"record_range_type"`
	RecordRuleList  []SmartsheetRecordRule   `json:"record_rule_list,omitzero"` // the conditions
	OtherPriv       SmartsheetOtherPrivilege `json:"other_priv,omitzero"`
}

// SmartsheetRecordRule is a condition that a row meets.
type SmartsheetRecordRule struct {
	FieldID   string               `json:"field_id"`            // of members or of a choice; SmartsheetFieldIDCreatedUser for whoever created the row
	FieldType SmartsheetFieldType  `json:"field_type,omitzero"` // required except for SmartsheetFieldIDCreatedUser
	OperType  SmartsheetRecordOper `json:"oper_type"`
	Value     []string             `json:"value,omitzero"` // the IDs of options
}

// SmartsheetFieldIDCreatedUser stands, in a [SmartsheetRecordRule], for the field of who created a row.
const SmartsheetFieldIDCreatedUser = "CREATED_USER"

// SmartsheetRecordOper compares a cell in a [SmartsheetRecordRule].
type SmartsheetRecordOper int64

// How cells are compared in a [SmartsheetRecordRule].
const (
	SmartsheetRecordOperContainsSelf SmartsheetRecordOper = 1 // it holds the member who looks at it
	SmartsheetRecordOperContains     SmartsheetRecordOper = 2
	SmartsheetRecordOperNotContains  SmartsheetRecordOper = 3
	SmartsheetRecordOperIs           SmartsheetRecordOper = 4
	SmartsheetRecordOperIsNot        SmartsheetRecordOper = 5
	SmartsheetRecordOperIsEmpty      SmartsheetRecordOper = 6
	SmartsheetRecordOperIsNotEmpty   SmartsheetRecordOper = 7
)

// UpdateSmartsheetPrivilegeRule changes what people may do with sheets, and what a rule for some members is called
// (更新智能表格子表权限).
//
// Codes 640061 and 640062 say that the name is taken or has more than 20 characters, 640065 that there is no
// such rule, 640070 to 640101 what is wrong with the privileges.
//
// API: POST /cgi-bin/wedoc/smartsheet/content_priv/update_sheet_priv
// Doc: https://developer.work.weixin.qq.com/document/path/99935
func (c *Client) UpdateSmartsheetPrivilegeRule(ctx context.Context, req *UpdateSmartsheetPrivilegeRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/content_priv/update_sheet_priv", req, nil)
}

// UpdateSmartsheetPrivilegeRuleRequest is what changes of a rule.
type UpdateSmartsheetPrivilegeRuleRequest struct {
	DocID    string                          `json:"docid"`
	Type     SmartsheetRuleType              `json:"type"`
	RuleID   int64                           `json:"rule_id,omitzero"` // required with SmartsheetRuleTypeAdditional
	Name     *string                         `json:"name,omitzero"`    // with SmartsheetRuleTypeAdditional; at most 20 characters
	PrivList []SmartsheetSheetPrivilegeInput `json:"priv_list,omitzero"`
}

// SmartsheetSheetPrivilegeInput is what people may do with a sheet.
type SmartsheetSheetPrivilegeInput struct {
	SheetID                   string                        `json:"sheet_id"`
	Priv                      SmartsheetPrivilege           `json:"priv"`
	CanInsertRecord           *bool                         `json:"can_insert_record,omitzero"` // with SmartsheetPrivilegeEdit
	CanDeleteRecord           *bool                         `json:"can_delete_record,omitzero"` // with SmartsheetPrivilegeEdit
	CanCreateModifyDeleteView *bool                         `json:"can_create_modify_delete_view,omitzero"`
	FieldPriv                 SmartsheetFieldPrivilegeInput `json:"field_priv,omitzero"`
	RecordPriv                SmartsheetRecordPrivilege     `json:"record_priv,omitzero"` // required with SmartsheetPrivilegeEdit and SmartsheetPrivilegeRead
	Clear                     *bool                         `json:"clear,omitzero"`       // go back to the defaults
}

// SmartsheetFieldPrivilegeInput is what people may do with the fields of a sheet.
type SmartsheetFieldPrivilegeInput struct {
	FieldRangeType   SmartsheetFieldRange          `json:"field_range_type"`
	FieldRuleList    []SmartsheetFieldRule         `json:"field_rule_list,omitzero"`
	FieldDefaultRule *SmartsheetFieldPrivilegeRule `json:"field_default_rule,omitzero"` // required with SmartsheetRuleTypeEveryone, refused with the other
}

// CreateSmartsheetPrivilegeRule makes a rule for some members, and returns its ID (新增智能表格指定成员额外权限). What the members may
// do is set with [Client.UpdateSmartsheetPrivilegeRule], who they are with
// [Client.UpdateSmartsheetPrivilegeRuleMembers].
//
// Codes 640061 and 640062 say that the name is taken or has more than 20 characters, 640063 that there are 20
// such rules.
//
// API: POST /cgi-bin/wedoc/smartsheet/content_priv/create_rule
// Doc: https://developer.work.weixin.qq.com/document/path/99935
func (c *Client) CreateSmartsheetPrivilegeRule(ctx context.Context, req *CreateSmartsheetPrivilegeRuleRequest) (int64, error) {
	var resp createSmartsheetPrivilegeRuleResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/wedoc/smartsheet/content_priv/create_rule", req, &resp)
	return resp.RuleID, err
}

type createSmartsheetPrivilegeRuleResponse struct {
	RuleID int64 `json:"rule_id"`
}

// CreateSmartsheetPrivilegeRuleRequest is a rule to make.
type CreateSmartsheetPrivilegeRuleRequest struct {
	DocID string `json:"docid"`
	Name  string `json:"name"` // at most 20 characters; no other rule has it
}

// UpdateSmartsheetPrivilegeRuleMembers adds and removes members for whom a rule holds, at most 50 in all
// (更新智能表格指定成员额外权限).
//
// API: POST /cgi-bin/wedoc/smartsheet/content_priv/mod_rule_member
// Doc: https://developer.work.weixin.qq.com/document/path/99935
func (c *Client) UpdateSmartsheetPrivilegeRuleMembers(ctx context.Context, req *UpdateSmartsheetPrivilegeRuleMembersRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/content_priv/mod_rule_member", req, nil)
}

// UpdateSmartsheetPrivilegeRuleMembersRequest says for whom a rule holds.
type UpdateSmartsheetPrivilegeRuleMembersRequest struct {
	DocID          string                `json:"docid"`
	RuleID         int64                 `json:"rule_id"`
	AddMemberRange SmartsheetMemberRange `json:"add_member_range,omitzero"`
	DelMemberRange SmartsheetMemberRange `json:"del_member_range,omitzero"`
}

// SmartsheetMemberRange names members.
type SmartsheetMemberRange struct {
	UserIDList []string `json:"userid_list,omitzero"`
}

// DeleteSmartsheetPrivilegeRules deletes rules for some members (删除智能表格指定成员额外权限).
//
// API: POST /cgi-bin/wedoc/smartsheet/content_priv/delete_rule
// Doc: https://developer.work.weixin.qq.com/document/path/99935
func (c *Client) DeleteSmartsheetPrivilegeRules(ctx context.Context, req *DeleteSmartsheetPrivilegeRulesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/wedoc/smartsheet/content_priv/delete_rule", req, nil)
}

// DeleteSmartsheetPrivilegeRulesRequest names rules.
type DeleteSmartsheetPrivilegeRulesRequest struct {
	DocID      string  `json:"docid"`
	RuleIDList []int64 `json:"rule_id_list"`
}
