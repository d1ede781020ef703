package workwx

import (
	"context"
	"iter"
)

// StrategyRangeType says what a part of a rule group's range is.
type StrategyRangeType int64

// The parts of a range.
const (
	StrategyRangeTypeUser       StrategyRangeType = 1 // a member
	StrategyRangeTypeDepartment StrategyRangeType = 2
)

// StrategyRange is a member or a department that a rule group covers.
type StrategyRange struct {
	Type    StrategyRangeType `json:"type"`
	UserID  string            `json:"userid,omitzero"`  // for StrategyRangeTypeUser
	PartyID int64             `json:"partyid,omitzero"` // the department, for StrategyRangeTypeDepartment
}

// CreateCustomerStrategy creates a group of rules for customer contact, and returns its id
// (创建新的规则组). It says which members a manager is in charge of, and what they may do.
//
// Create and change such groups one at a time, not concurrently. A group with a parent takes over its
// privileges and covers a part of its range; 5 levels are possible. An app sees only the groups that it
// created.
//
// API: POST /cgi-bin/externalcontact/customer_strategy/create
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) CreateCustomerStrategy(ctx context.Context, req *CreateCustomerStrategyRequest) (int64, error) {
	var resp createCustomerStrategyResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/customer_strategy/create", req, &resp)
	return resp.StrategyID, err
}

type createCustomerStrategyResponse struct {
	StrategyID int64 `json:"strategy_id"`
}

// CreateCustomerStrategyRequest describes a rule group to create.
type CreateCustomerStrategyRequest struct {
	ParentID     int64                     `json:"parent_id,omitzero"` // none by default
	StrategyName string                    `json:"strategy_name"`
	AdminList    []string                  `json:"admin_list"`         // managers, at most 20, no super administrators
	Privilege    CustomerStrategyPrivilege `json:"privilege,omitzero"` // all by default; ignored if the group has a parent
	Range        []StrategyRange           `json:"range"`              // whom it covers, at most 100 at once and 3,000 in all
}

// CustomerStrategyPrivilege says what a rule group is to allow. What is nil is allowed; the first five
// cannot be denied.
type CustomerStrategyPrivilege struct {
	ViewCustomerList        *bool `json:"view_customer_list,omitzero"`         // see the list of customers
	ViewCustomerData        *bool `json:"view_customer_data,omitzero"`         // see figures about customers
	ViewRoomList            *bool `json:"view_room_list,omitzero"`             // see the list of group chats
	ContactMe               *bool `json:"contact_me,omitzero"`                 // use contact ways
	JoinRoom                *bool `json:"join_room,omitzero"`                  // use join ways of group chats
	ShareCustomer           *bool `json:"share_customer,omitzero"`             // share customers with other members
	OperResignCustomer      *bool `json:"oper_resign_customer,omitzero"`       // assign the customers of members who left
	OperResignGroup         *bool `json:"oper_resign_group,omitzero"`          // assign the group chats of members who left
	SendCustomerMsg         *bool `json:"send_customer_msg,omitzero"`          // send group messages to customers
	EditWelcomeMsg          *bool `json:"edit_welcome_msg,omitzero"`           // set welcome messages
	ViewBehaviorData        *bool `json:"view_behavior_data,omitzero"`         // see figures about the members' contact with customers
	ViewRoomData            *bool `json:"view_room_data,omitzero"`             // see figures about group chats
	SendGroupMsg            *bool `json:"send_group_msg,omitzero"`             // send group messages to group chats
	RoomDeduplication       *bool `json:"room_deduplication,omitzero"`         // remove customers from all but one of the group chats they are in
	RapidReply              *bool `json:"rapid_reply,omitzero"`                // set quick replies
	OnJobCustomerTransfer   *bool `json:"onjob_customer_transfer,omitzero"`    // transfer customers between members
	EditAntiSpamRule        *bool `json:"edit_anti_spam_rule,omitzero"`        // edit the members' rules against spam
	ExportCustomerList      *bool `json:"export_customer_list,omitzero"`       // export the list of customers
	ExportCustomerData      *bool `json:"export_customer_data,omitzero"`       // export figures about customers
	ExportCustomerGroupList *bool `json:"export_customer_group_list,omitzero"` // export the list of group chats
	ManageCustomerTag       *bool `json:"manage_customer_tag,omitzero"`        // manage the corp's customer tags
}

// DeleteCustomerStrategy deletes a rule group (删除规则组).
//
// API: POST /cgi-bin/externalcontact/customer_strategy/del
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) DeleteCustomerStrategy(ctx context.Context, strategyID int64) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/customer_strategy/del", param{"strategy_id", strategyID}, nil)
}

// UpdateCustomerStrategy changes the fields of a rule group that req sets and leaves the rest as they are
// (编辑规则组及其管理范围). Managers and privileges are replaced as a whole; the range is added to and taken
// from. Change rule groups one at a time, not concurrently.
//
// API: POST /cgi-bin/externalcontact/customer_strategy/edit
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) UpdateCustomerStrategy(ctx context.Context, req *UpdateCustomerStrategyRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/customer_strategy/edit", req, nil)
}

// UpdateCustomerStrategyRequest holds what changes in a rule group.
type UpdateCustomerStrategyRequest struct {
	StrategyID   int64                     `json:"strategy_id"`
	StrategyName *string                   `json:"strategy_name,omitzero"`
	AdminList    []string                  `json:"admin_list,omitzero"` // replaces the managers, at most 20; an empty list changes nothing
	Privilege    CustomerStrategyPrivilege `json:"privilege,omitzero"`  // replaces all privileges; ignored if the group has a parent
	RangeAdd     []StrategyRange           `json:"range_add,omitzero"`  // whom it covers in addition, at most 100
	RangeDel     []StrategyRange           `json:"range_del,omitzero"`  // whom it no longer covers, at most 100
}

// GetCustomerStrategy returns a rule group (获取规则组详情). [Client.ListCustomerStrategyRanges] has its
// range.
//
// API: POST /cgi-bin/externalcontact/customer_strategy/get
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) GetCustomerStrategy(ctx context.Context, strategyID int64) (*CustomerStrategy, error) {
	var resp getCustomerStrategyResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/customer_strategy/get", param{"strategy_id", strategyID}, &resp)
	return resp.Strategy, err
}

type getCustomerStrategyResponse struct {
	Strategy *CustomerStrategy `json:"strategy"`
}

// CustomerStrategy is a group of rules for customer contact: who manages which members, and what they
// may do.
type CustomerStrategy struct {
	StrategyID   int64                         `json:"strategy_id"`
	ParentID     int64                         `json:"parent_id"` // 0 if none
	StrategyName string                        `json:"strategy_name"`
	AdminList    []string                      `json:"admin_list"` // managers
	Privilege    CustomerStrategyPrivilegeInfo `json:"privilege"`
	CreateTime   Timestamp                     `json:"create_time"`
}

// CustomerStrategyPrivilegeInfo says what a rule group allows; [CustomerStrategyPrivilege] has the
// meanings.
type CustomerStrategyPrivilegeInfo struct {
	ViewCustomerList        bool `json:"view_customer_list"`
	ViewCustomerData        bool `json:"view_customer_data"`
	ViewRoomList            bool `json:"view_room_list"`
	ContactMe               bool `json:"contact_me"`
	JoinRoom                bool `json:"join_room"`
	ShareCustomer           bool `json:"share_customer"`
	OperResignCustomer      bool `json:"oper_resign_customer"`
	OperResignGroup         bool `json:"oper_resign_group"`
	SendCustomerMsg         bool `json:"send_customer_msg"`
	EditWelcomeMsg          bool `json:"edit_welcome_msg"`
	ViewBehaviorData        bool `json:"view_behavior_data"`
	ViewRoomData            bool `json:"view_room_data"`
	SendGroupMsg            bool `json:"send_group_msg"`
	RoomDeduplication       bool `json:"room_deduplication"`
	RapidReply              bool `json:"rapid_reply"`
	OnJobCustomerTransfer   bool `json:"onjob_customer_transfer"`
	EditAntiSpamRule        bool `json:"edit_anti_spam_rule"`
	ExportCustomerList      bool `json:"export_customer_list"`
	ExportCustomerData      bool `json:"export_customer_data"`
	ExportCustomerGroupList bool `json:"export_customer_group_list"`
	ManageCustomerTag       bool `json:"manage_customer_tag"`
}

// ListCustomerStrategyRanges returns a page of the members and departments that a rule group covers
// (获取规则组管理范围).
//
// API: POST /cgi-bin/externalcontact/customer_strategy/get_range
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) ListCustomerStrategyRanges(ctx context.Context, req *ListCustomerStrategyRangesRequest) (*ListCustomerStrategyRangesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_strategy/get_range", req, new(ListCustomerStrategyRangesResponse))
}

// AllCustomerStrategyRanges ranges over the members and departments that a rule group covers, page by
// page; see [Client.ListCustomerStrategyRanges].
func (c *Client) AllCustomerStrategyRanges(ctx context.Context, req *ListCustomerStrategyRangesRequest) iter.Seq2[*StrategyRange, error] {
	return paginate(ctx, req, c.ListCustomerStrategyRanges,
		func(q *ListCustomerStrategyRangesRequest) *string { return &q.Cursor },
		func(p *ListCustomerStrategyRangesResponse) ([]*StrategyRange, string, bool) {
			return p.Range, p.NextCursor, p.NextCursor != ""
		})
}

// ListCustomerStrategyRangesRequest names a rule group.
type ListCustomerStrategyRangesRequest struct {
	StrategyID int64  `json:"strategy_id"`
	Cursor     string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit      int64  `json:"limit,omitzero"`  // per page, 1,000 by default, which is the most
}

// ListCustomerStrategyRangesResponse is a page of members and departments.
type ListCustomerStrategyRangesResponse struct {
	Range      []*StrategyRange `json:"range"`
	NextCursor string           `json:"next_cursor"` // empty on the last page
}

// ListCustomerStrategies returns a page of the ids of the rule groups that this app created
// (获取规则组列表).
//
// API: POST /cgi-bin/externalcontact/customer_strategy/list
// Doc: https://developer.work.weixin.qq.com/document/path/94883
func (c *Client) ListCustomerStrategies(ctx context.Context, req *ListCustomerStrategiesRequest) (*ListCustomerStrategiesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/customer_strategy/list", req, new(ListCustomerStrategiesResponse))
}

// AllCustomerStrategies ranges over the ids of the rule groups, page by page; see
// [Client.ListCustomerStrategies].
func (c *Client) AllCustomerStrategies(ctx context.Context, req *ListCustomerStrategiesRequest) iter.Seq2[*CustomerStrategyItem, error] {
	return paginate(ctx, req, c.ListCustomerStrategies,
		func(q *ListCustomerStrategiesRequest) *string { return &q.Cursor },
		func(p *ListCustomerStrategiesResponse) ([]*CustomerStrategyItem, string, bool) {
			return p.Strategy, p.NextCursor, p.NextCursor != ""
		})
}

// ListCustomerStrategiesRequest says which page to return.
type ListCustomerStrategiesRequest struct {
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, 1,000 by default, which is the most
}

// ListCustomerStrategiesResponse is a page of rule groups.
type ListCustomerStrategiesResponse struct {
	Strategy   []*CustomerStrategyItem `json:"strategy"`
	NextCursor string                  `json:"next_cursor"` // empty on the last page
}

// CustomerStrategyItem is the id of a rule group.
type CustomerStrategyItem struct {
	StrategyID int64 `json:"strategy_id"`
}
