package workwx

import (
	"context"
)

// ContactRuleType says what a rule keeps members from seeing.
type ContactRuleType int64

// The kinds of rules.
const (
	ContactRuleTypeHide          ContactRuleType = 1 // hides the range from the others
	ContactRuleTypeOwnDepartment ContactRuleType = 2 // shows to the range nobody outside their own departments
	ContactRuleTypeNobody        ContactRuleType = 3 // shows nobody to the range
)

// ContactRuleRange is a set of members. In an update, an empty list that is not nil clears the list.
type ContactRuleRange struct {
	UserID  []string `json:"userid,omitzero"`
	PartyID []int64  `json:"partyid,omitzero"` // departments
	TagID   []int64  `json:"tagid,omitzero"`
}

// CreateContactRules adds rules about who sees whom in the contacts, and returns their ids in the order of
// the request (创建通讯录查看规则).
//
// Only the secret of the contacts (通讯录同步) may do this. A call takes at most 100 rules; creating,
// updating and deleting together are limited to 5 calls a minute, 10 an hour and 60 a day. Errcode 81032
// says that a rule exists already, 81033 that the corp has as many of the type as possible.
//
// API: POST /cgi-bin/contactrule/create
// Doc: https://developer.work.weixin.qq.com/document/path/101536
func (c *Client) CreateContactRules(ctx context.Context, req *CreateContactRulesRequest) ([]int64, error) {
	var resp createContactRulesResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/contactrule/create", req, &resp)
	return resp.RuleIDs, err
}

type createContactRulesResponse struct {
	RuleIDs []int64 `json:"rule_ids"`
}

// CreateContactRulesRequest holds the new rules.
type CreateContactRulesRequest struct {
	Rules []NewContactRule `json:"rules"` // at most 100
}

// NewContactRule is a rule to create.
type NewContactRule struct {
	RuleType              ContactRuleType  `json:"rule_type"`
	Range                 ContactRuleRange `json:"range,omitzero"`                   // whom the rule is about
	Whitelist             ContactRuleRange `json:"whitelist,omitzero"`               // to whom it does not apply
	Exclude               ContactRuleRange `json:"exclude,omitzero"`                 // who is taken out of Range
	IsAllowedSearch       *bool            `json:"is_allowed_search,omitzero"`       // whether a search still finds them
	IsAllowedConversation *bool            `json:"is_allowed_conversation,omitzero"` // whether a conversation can still be started
}

// ListContactRules returns all rules about who sees whom in the contacts (读取通讯录查看规则列表). Only the
// secret of the contacts may do this.
//
// API: POST /cgi-bin/contactrule/list
// Doc: https://developer.work.weixin.qq.com/document/path/101537
func (c *Client) ListContactRules(ctx context.Context) ([]*ContactRule, error) {
	var resp contactRulesResponse
	err := c.invoke(ctx, post, "/cgi-bin/contactrule/list", nil, &resp)
	return resp.Rules, err
}

type contactRulesResponse struct {
	Rules []*ContactRule `json:"rules"`
}

// ContactRule is a rule about who sees whom in the contacts.
type ContactRule struct {
	RuleID                int64            `json:"rule_id"`
	RuleType              ContactRuleType  `json:"rule_type"`
	Range                 ContactRuleRange `json:"range"`                   // whom the rule is about
	Whitelist             ContactRuleRange `json:"whitelist"`               // to whom it does not apply
	Exclude               ContactRuleRange `json:"exclude"`                 // who is taken out of Range
	IsAllowedSearch       bool             `json:"is_allowed_search"`       // whether a search still finds them
	IsAllowedConversation bool             `json:"is_allowed_conversation"` // whether a conversation can still be started
}

// UpdateContactRules changes the fields of rules that req sets, and returns the rules as they are now
// (修改通讯录查看规则). See [Client.CreateContactRules] for the permission and the limits. Errcode 81031 says
// that a rule does not exist, 81034 that its type was to be changed, which cannot be.
//
// API: POST /cgi-bin/contactrule/update
// Doc: https://developer.work.weixin.qq.com/document/path/101539
func (c *Client) UpdateContactRules(ctx context.Context, req *UpdateContactRulesRequest) ([]*ContactRule, error) {
	var resp contactRulesResponse
	err := c.invoke(ctx, post, "/cgi-bin/contactrule/update", req, &resp)
	return resp.Rules, err
}

// UpdateContactRulesRequest holds what to change.
type UpdateContactRulesRequest struct {
	Rules []ContactRuleUpdate `json:"rules"` // at most 100
}

// ContactRuleUpdate names a rule and what to change of it.
type ContactRuleUpdate struct {
	RuleID                int64            `json:"rule_id"`
	RuleType              *ContactRuleType `json:"rule_type,omitzero"` // must be the one that the rule has
	Range                 ContactRuleRange `json:"range,omitzero"`
	Whitelist             ContactRuleRange `json:"whitelist,omitzero"`
	Exclude               ContactRuleRange `json:"exclude,omitzero"`
	IsAllowedSearch       *bool            `json:"is_allowed_search,omitzero"`
	IsAllowedConversation *bool            `json:"is_allowed_conversation,omitzero"`
}

// DeleteContactRules removes rules about who sees whom in the contacts (删除通讯录查看规则). See
// [Client.CreateContactRules] for the permission and the limits.
//
// API: POST /cgi-bin/contactrule/delete
// Doc: https://developer.work.weixin.qq.com/document/path/101540
func (c *Client) DeleteContactRules(ctx context.Context, req *DeleteContactRulesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/contactrule/delete", req, nil)
}

// DeleteContactRulesRequest names the rules to delete.
type DeleteContactRulesRequest struct {
	RuleIDs []int64 `json:"rule_ids"`
}
