package workwx

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Each kind of cell travels as a bare value, and comes back as what it was.
func TestSmartsheetCell(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		cell SmartsheetCell
		wire string
	}{
		{SmartsheetCell{}, `null`},
		{SmartsheetText("a<b"), `[{"type":"text","text":"a<b"}]`},
		{SmartsheetText(""), `[{"type":"text","text":""}]`},
		{SmartsheetLink("home", "https://example.com"), `[{"type":"url","text":"home","link":"https://example.com"}]`},
		{SmartsheetNumber(0), `0`},
		{SmartsheetNumber(-12.5), `-12.5`},
		{SmartsheetBool(false), `false`},
		{SmartsheetBool(true), `true`},
		{SmartsheetString("13800000000"), `"13800000000"`},
		{SmartsheetString(""), `""`},
		{SmartsheetTime(time.UnixMilli(1715846245084)), `"1715846245084"`},
		{SmartsheetTime(time.Time{}), `null`},
		{SmartsheetUsers("lisi", "wangwu"), `[{"user_id":"lisi"},{"user_id":"wangwu"}]`},
		{SmartsheetCell{Kind: SmartsheetCellKindUsers, Users: []SmartsheetCellUser{{AgentID: 1000002, IDType: SmartsheetUserIDTypeApp}, {IDType: SmartsheetUserIDTypeAI}}}, `[{"agentid":1000002,"id_type":3},{"id_type":5}]`},
		{SmartsheetOptions("open"), `[{"text":"open"}]`},
		{SmartsheetOptionIDs("1"), `[{"id":"1"}]`},
		{SmartsheetImages(SmartsheetCellImage{ID: "i", Title: "t", ImageURL: "https://example.com/i.png", Width: 2, Height: 3}),
			`[{"id":"i","title":"t","image_url":"https://example.com/i.png","width":2,"height":3}]`},
		{SmartsheetAttachments(SmartsheetCellAttachment{Name: "n", Size: 3267, FileExt: "SMARTSHEET", FileID: "F", FileURL: "https://example.com/f", FileType: SmartsheetFileTypeSmartsheet, DocType: SmartsheetFileDocTypeFile}),
			`[{"name":"n","size":3267,"file_ext":"SMARTSHEET","file_id":"F","file_url":"https://example.com/f","file_type":"70","doc_type":2}]`},
		{SmartsheetLocation(SmartsheetCellLocation{ID: "14313005936863363130", Latitude: 23.10647, Longitude: 113.32446, Title: "广州塔"}),
			`[{"source_type":1,"id":"14313005936863363130","latitude":"23.10647","longitude":"113.32446","title":"广州塔"}]`},
		{SmartsheetCell{Kind: SmartsheetCellKindReferences, References: []string{"r1", "r2"}}, `["r1","r2"]`},
		{SmartsheetCell{Kind: SmartsheetCellKindAutoNumbers, AutoNumbers: []SmartsheetCellAutoNumber{{Seq: "3", Text: "NO-3"}}}, `[{"seq":"3","text":"NO-3"}]`},
		{SmartsheetCell{Raw: json.RawMessage(`[]`)}, `[]`},
		{SmartsheetCell{Raw: json.RawMessage(`{"unheard":1}`)}, `{"unheard":1}`},
		{SmartsheetCell{Raw: json.RawMessage(`[{"chat":"c"}]`)}, `[{"chat":"c"}]`},
		{SmartsheetCell{Raw: json.RawMessage(`[1,2]`)}, `[1,2]`},
	} {
		b, err := encodeJSON(tc.cell)
		require.NoError(t, err, tc.wire)
		require.Equal(t, tc.wire, string(b))
		got := SmartsheetNumber(1) // what it held before must not stay
		require.NoError(t, json.Unmarshal(b, &got), tc.wire)
		require.Equal(t, tc.cell, got, tc.wire)
	}
}

// A cell made by hand without a kind travels as what it holds.
func TestSmartsheetCellWithoutKind(t *testing.T) {
	t.Parallel()
	for want, cell := range map[string]SmartsheetCell{
		`3`:                            {Number: 3},
		`true`:                         {Bool: true},
		`"s"`:                          {String: "s"},
		`[]`:                           {Users: []SmartsheetCellUser{}},
		`[{"id":"o"}]`:                 {Options: []SmartsheetCellOption{{ID: "o"}}},
		`["r"]`:                        {References: []string{"r"}},
		`[{"title":"t"}]`:              {Images: []SmartsheetCellImage{{Title: "t"}}},
		`[{"file_id":"f"}]`:            {Attachments: []SmartsheetCellAttachment{{FileID: "f"}}},
		`[{"type":"text","text":"x"}]`: {Texts: []SmartsheetCellText{{Type: SmartsheetTextTypeText, Text: "x"}}},
	} {
		b, err := encodeJSON(cell)
		require.NoError(t, err)
		require.Equal(t, want, string(b))
	}
}

func TestSmartsheetCellTextAndTime(t *testing.T) {
	t.Parallel()
	var cell SmartsheetCell
	require.NoError(t, json.Unmarshal([]byte(`[{"type":"text","text":"see "},{"type":"url","text":"this","link":"https://example.com"}]`), &cell))
	require.Equal(t, "see this", cell.Text())
	require.True(t, cell.Time().IsZero())
	require.Equal(t, "lisi@example.com", SmartsheetString("lisi@example.com").Text())
	require.True(t, SmartsheetString("lisi@example.com").Time().IsZero())
	require.True(t, SmartsheetTime(time.UnixMilli(1715846245084)).Time().Equal(time.UnixMilli(1715846245084)))
	require.Empty(t, SmartsheetNumber(1).Text())
}

func FuzzSmartsheetCell(f *testing.F) {
	for _, seed := range []string{`null`, `1e999`, `-0`, `"x"`, `[{"user_id":1}]`, `[{"latitude":[]},null]`, `[{"id":{}}]`, `[null]`, `[["a"]]`, ` [ "a" ] `, `{}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !json.Valid(b) {
			return
		}
		var first, second SmartsheetCell
		require.NoError(t, json.Unmarshal(b, &first))
		sent, err := encodeJSON(first)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(sent, &second))
		again, err := encodeJSON(second)
		require.NoError(t, err)
		require.Equal(t, string(sent), string(again))
	})
}

// An update can take back that options are added while choosing.
func TestSmartsheetSelectPropertySendsFalse(t *testing.T) {
	t.Parallel()
	b, err := encodeJSON(SmartsheetFieldUpdate{FieldID: "f", FieldType: SmartsheetFieldTypeSelect, PropertySelect: &SmartsheetSelectProperty{Options: []SmartsheetCellOption{{ID: "o"}}}})
	require.NoError(t, err)
	require.JSONEq(t, `{"field_id":"f","field_type":"FIELD_TYPE_SELECT","property_select":{"is_quick_add":false,"options":[{"id":"o"}]}}`, string(b))
}

func TestAllSmartsheetRecords(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t,
		`{"errcode":0,"total":3,"has_more":true,"next":2,"ver":160,"records":[
			{"record_id":"r1","create_time":"1715846245084","update_time":1715846248810,"creator_name":"甲","values":{"Name":[{"type":"text","text":"Acme"}],"Amount":123,"Due":"1715846245084","Empty":null}},
			{"record_id":"r2","values":{}}]}`,
		`{"errcode":0,"total":3,"has_more":false,"next":0,"records":[{"record_id":"r3","values":{"Amount":"odd"}}]}`)
	records := map[string]*SmartsheetRecord{}
	for r, err := range c.AllSmartsheetRecords(t.Context(), &ListSmartsheetRecordsRequest{DocID: "D", SheetID: "S", FilterSpec: SmartsheetFilterSpec{
		Conjunction: SmartsheetConjunctionAnd,
		Conditions: []SmartsheetCondition{
			{FieldID: "f1", FieldType: SmartsheetFieldTypeNumber, Operator: SmartsheetOperatorIs, NumberValue: &SmartsheetNumberOperand{}},
			{FieldID: "f2", FieldType: SmartsheetFieldTypeCheckbox, Operator: SmartsheetOperatorIs, BoolValue: &SmartsheetBoolOperand{}},
			{FieldID: "f3", FieldType: SmartsheetFieldTypeDateTime, Operator: SmartsheetOperatorIs, DateTimeValue: SmartsheetDate(time.UnixMilli(1747152000000))},
		},
	}}) {
		require.NoError(t, err)
		records[r.RecordID] = r
	}
	filter := `"filter_spec":{"conjunction":"CONJUNCTION_AND","conditions":[` +
		`{"field_id":"f1","field_type":"FIELD_TYPE_NUMBER","operator":"OPERATOR_IS","number_value":{"value":0}},` +
		`{"field_id":"f2","field_type":"FIELD_TYPE_CHECKBOX","operator":"OPERATOR_IS","bool_value":{"value":false}},` +
		`{"field_id":"f3","field_type":"FIELD_TYPE_DATE_TIME","operator":"OPERATOR_IS","date_time_value":{"type":"DATE_TIME_TYPE_DETAIL_DATE","value":["1747152000000"]}}]}`
	require.Equal(t, []string{`{"docid":"D","sheet_id":"S",` + filter + `}`, `{"docid":"D","sheet_id":"S",` + filter + `,"offset":2}`}, p.bodies)
	require.Len(t, records, 3)
	first := records["r1"]
	require.Equal(t, time.UnixMilli(1715846245084), first.CreateTime.Time)
	require.Equal(t, time.UnixMilli(1715846248810), first.UpdateTime.Time)
	require.Equal(t, "Acme", first.Values["Name"].Text())
	require.Equal(t, 123.0, first.Values["Amount"].Number)
	require.Equal(t, time.UnixMilli(1715846245084), first.Values["Due"].Time())
	require.Equal(t, SmartsheetCell{}, first.Values["Empty"])
	require.Equal(t, SmartsheetString("odd"), records["r3"].Values["Amount"])
}

// Dates in conditions are read in either shape.
func TestSmartsheetDateOperand(t *testing.T) {
	t.Parallel()
	for _, wire := range []string{
		`{"type":"DATE_TIME_TYPE_DETAIL_DATE","value":["1747152000000"]}`,
		`{"type":"DATE_TIME_TYPE_DETAIL_DATE","value":[1747152000000]}`,
		`{"value":{"type":"DATE_TIME_TYPE_DETAIL_DATE","value":["1747152000000"]}}`,
	} {
		var d SmartsheetDateOperand
		require.NoError(t, json.Unmarshal([]byte(wire), &d), wire)
		require.Equal(t, *SmartsheetDate(time.UnixMilli(1747152000000)), d, wire)
	}
	var today SmartsheetDateOperand
	require.NoError(t, json.Unmarshal([]byte(`{"type":"DATE_TIME_TYPE_TODAY","value":null}`), &today))
	require.Equal(t, SmartsheetDateOperand{Type: SmartsheetDateTypeToday}, today)
}

// Pages of fields go on without a Next as long as the total says so.
func TestAllSmartsheetFields(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t,
		`{"errcode":0,"total":4,"fields":[{"field_id":"a"},{"field_id":"b"}]}`,
		`{"errcode":0,"total":4,"fields":[{"field_id":"c"}],"next":3}`,
		`{"errcode":0,"total":4,"fields":[{"field_id":"d"}]}`)
	var ids string
	for field, err := range c.AllSmartsheetFields(t.Context(), &ListSmartsheetFieldsRequest{DocID: "D", SheetID: "S", Limit: 2}) {
		require.NoError(t, err)
		ids += field.FieldID
	}
	require.Equal(t, "abcd", ids)
	require.Equal(t, []string{
		`{"docid":"D","sheet_id":"S","limit":2}`,
		`{"docid":"D","sheet_id":"S","offset":2,"limit":2}`,
		`{"docid":"D","sheet_id":"S","offset":3,"limit":2}`,
	}, p.bodies)

	c, p = oaClient(t, `{"errcode":0,"total":4,"fields":[]}`)
	for range c.AllSmartsheetFields(t.Context(), &ListSmartsheetFieldsRequest{DocID: "D", SheetID: "S"}) {
		t.Fatal("a field of an empty page")
	}
	require.Len(t, p.bodies, 1)
}

func TestSmartsheetFields(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t,
		`{"errcode":0,"fields":[{"field_id":"f1","field_title":"N","field_type":"FIELD_TYPE_NUMBER"}]}`,
		`{"errcode":0,"fields":[{"field_id":"f2","field_type":"FIELD_TYPE_REFERENCE","property_reference":{"sub_id":"S","filed_id":"x","is_multiple":true,"view_id":"v"}},
			{"field_id":"f3","field_type":"FIELD_TYPE_AUTONUMBER","property_auto_number":{"input_type":"NUMBER_TYPE_CUSTOM","rules":[{"type":"NUMBER_RULE_TYPE_INCR","value":"3"}]}},
			{"field_id":"f4","field_type":"FIELD_TYPE_AUTONUMBER","property_auto_number":{"type":"NUMBER_TYPE_INCR","reformat_existing_record":true}},
			{"field_id":"f5","field_type":"FIELD_TYPE_SINGLE_SELECT","property_single_select":{"options":[{"id":"1","style":18,"text":"red"}]}}]}`)
	fields, err := c.AddSmartsheetFields(t.Context(), &AddSmartsheetFieldsRequest{DocID: "D", SheetID: "S", Fields: []SmartsheetFieldInput{
		{FieldTitle: "N", FieldType: SmartsheetFieldTypeNumber, PropertyNumber: &SmartsheetNumberProperty{}},
		{FieldTitle: "D", FieldType: SmartsheetFieldTypeDateTime, PropertyDateTime: &SmartsheetDateTimeProperty{Format: SmartsheetDateFormatChinese}},
	}})
	require.NoError(t, err)
	require.Equal(t, []string{`{"docid":"D","sheet_id":"S","fields":[` +
		`{"field_title":"N","field_type":"FIELD_TYPE_NUMBER","property_number":{"decimal_places":0,"use_separate":false}},` +
		`{"field_title":"D","field_type":"FIELD_TYPE_DATE_TIME","property_date_time":{"format":"yyyy\"年\"m\"月\"d\"日\"","auto_fill":false}}]}`}, p.bodies)
	require.Equal(t, []*SmartsheetField{{FieldID: "f1", FieldTitle: "N", FieldType: SmartsheetFieldTypeNumber}}, fields)

	page, err := c.ListSmartsheetFields(t.Context(), &ListSmartsheetFieldsRequest{DocID: "D", SheetID: "S"})
	require.NoError(t, err)
	require.Equal(t, SmartsheetReferenceProperty{SubID: "S", FieldID: "x", IsMultiple: true, ViewID: "v"}, page.Fields[0].PropertyReference)
	require.Equal(t, SmartsheetAutoNumberProperty{Type: SmartsheetNumberTypeCustom, Rules: []SmartsheetNumberRule{{Type: SmartsheetNumberRuleTypeIncrement, Value: "3"}}}, page.Fields[1].PropertyAutoNumber)
	require.Equal(t, SmartsheetAutoNumberProperty{Type: SmartsheetNumberTypeIncrement, ReformatExistingRecord: true}, page.Fields[2].PropertyAutoNumber)
	require.Equal(t, []SmartsheetCellOption{{ID: "1", Style: SmartsheetOptionStyleRed, Text: "red"}}, page.Fields[3].PropertySingleSelect.Options)
}

// A view loses its sorting by an empty list, and keeps what is not named.
func TestUpdateSmartsheetView(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"view":{"view_id":"v","property":{"frozen_field_count":0}}}`)
	view, err := c.UpdateSmartsheetView(t.Context(), &UpdateSmartsheetViewRequest{DocID: "D", SheetID: "S", ViewID: "v", Property: SmartsheetViewPropertyUpdate{
		SortSpec: SmartsheetSortSpec{SortInfos: []SmartsheetSortField{}}, FrozenFieldCount: Ptr(int64(0)),
	}})
	require.NoError(t, err)
	require.Equal(t, "v", view.ViewID)
	require.Equal(t, []string{`{"docid":"D","sheet_id":"S","view_id":"v","property":{"sort_spec":{"sort_infos":[]},"frozen_field_count":0}}`}, p.bodies)
}

// A rule that allows nothing is sent too.
func TestUpdateSmartsheetPrivilegeRule(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0}`)
	require.NoError(t, c.UpdateSmartsheetPrivilegeRule(t.Context(), &UpdateSmartsheetPrivilegeRuleRequest{DocID: "D", Type: SmartsheetRuleTypeEveryone, PrivList: []SmartsheetSheetPrivilegeInput{{
		SheetID: "S", Priv: SmartsheetPrivilegeEdit, CanDeleteRecord: Ptr(false),
		FieldPriv: SmartsheetFieldPrivilegeInput{FieldRangeType: SmartsheetFieldRangeSome, FieldDefaultRule: &SmartsheetFieldPrivilegeRule{}},
		RecordPriv: SmartsheetRecordPrivilege{RecordRangeType: SmartsheetRecordRangeMatchAny, RecordRuleList: []SmartsheetRecordRule{
			{FieldID: SmartsheetFieldIDCreatedUser, OperType: SmartsheetRecordOperContainsSelf},
		}, OtherPriv: SmartsheetOtherPrivilegeNoView},
	}}}))
	require.Equal(t, []string{`{"docid":"D","type":1,"priv_list":[{"sheet_id":"S","priv":2,"can_delete_record":false,` +
		`"field_priv":{"field_range_type":2,"field_default_rule":{"can_edit":false,"can_insert":false,"can_view":false}},` +
		`"record_priv":{"record_range_type":2,"record_rule_list":[{"field_id":"CREATED_USER","oper_type":1}],"other_priv":2}}]}`}, p.bodies)
}

// The webhook takes its key in the query, no token, and shows the key nowhere.
func TestSendSmartsheetWebhook(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	req := &SendSmartsheetWebhookRequest{Key: "k&y/secret", AddRecords: []SmartsheetRecordInput{{Values: map[string]SmartsheetCell{"f1": SmartsheetString("Acme")}}}}
	w.answer(`{"errcode":0,"add_records":[{"record_id":"r1","values":{"f1":[{"type":"text","text":"Acme"}]}}]}`, nil)
	resp, err := c.SendSmartsheetWebhook(t.Context(), req)
	require.NoError(t, err)
	require.Equal(t, "key=k%26y%2Fsecret", w.last.URL.RawQuery)
	require.Equal(t, `{"add_records":[{"values":{"f1":"Acme"}}]}`, string(w.body))
	require.Equal(t, []*SmartsheetRecord{{RecordID: "r1", Values: map[string]SmartsheetCell{"f1": SmartsheetText("Acme")}}}, resp.AddRecords)

	w.answer(`{"errcode":840002,"errmsg":"not allowed: k&y/secret"}`, nil)
	_, err = c.SendSmartsheetWebhook(t.Context(), req)
	require.ErrorIs(t, err, CodeSheetWebhookIPNotAllowed)
	require.NotContains(t, err.Error(), "secret")
}
