package workwx

import (
	"context"
)

// InterceptType says what happens to a message that holds a forbidden word.
type InterceptType int64

// What happens to a message.
const (
	InterceptTypeBlock InterceptType = 1 // the sender is warned and the message is not sent
	InterceptTypeWarn  InterceptType = 2 // the sender is warned
)

// InterceptSemantics is something to look for beside words.
type InterceptSemantics int64

// What can be looked for.
const (
	InterceptSemanticsMobile    InterceptSemantics = 1 // mobile numbers
	InterceptSemanticsEmail     InterceptSemantics = 2 // email addresses
	InterceptSemanticsRedPacket InterceptSemantics = 3 // red packets (红包)
)

// CreateInterceptRule forbids words in the chats of some members with customers, and returns the id of the
// rule (新建敏感词规则).
//
// A corp may have 100 rules (errcode 41069 beyond that); their names must differ (41077).
//
// API: POST /cgi-bin/externalcontact/add_intercept_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95097
func (c *Client) CreateInterceptRule(ctx context.Context, req *CreateInterceptRuleRequest) (string, error) {
	var resp createInterceptRuleResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/add_intercept_rule", req, &resp)
	return resp.RuleID, err
}

type createInterceptRuleResponse struct {
	RuleID string `json:"rule_id"`
}

// CreateInterceptRuleRequest describes a rule to create.
type CreateInterceptRuleRequest struct {
	RuleName        string               `json:"rule_name"`                 // 1 to 20 characters
	WordList        []string             `json:"word_list"`                 // at most 300, of 1 to 32 characters
	SemanticsList   []InterceptSemantics `json:"semantics_list,omitzero"`   // what else is forbidden
	InterceptType   InterceptType        `json:"intercept_type"`            // what happens to a message
	ApplicableRange UserDepartmentRange  `json:"applicable_range,omitzero"` // to whom it applies: at least one member or department, at most 1,000 of each, in the app's visible range
}

// DeleteInterceptRule deletes a rule that this app created (删除敏感词规则). Errcode 41071 says that it was
// deleted before, 41070 that there is none of this id.
//
// API: POST /cgi-bin/externalcontact/del_intercept_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95097
func (c *Client) DeleteInterceptRule(ctx context.Context, ruleID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/del_intercept_rule", param{"rule_id", ruleID}, nil)
}

// GetInterceptRule returns a rule on forbidden words (获取敏感词规则详情). Of the members and departments it
// applies to, only those that the app can see are returned.
//
// API: POST /cgi-bin/externalcontact/get_intercept_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95097
func (c *Client) GetInterceptRule(ctx context.Context, ruleID string) (*InterceptRule, error) {
	var resp getInterceptRuleResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_intercept_rule", param{"rule_id", ruleID}, &resp)
	return resp.Rule, err
}

type getInterceptRuleResponse struct {
	Rule *InterceptRule `json:"rule"`
}

// InterceptRule is a rule on words that are forbidden in chats with customers.
type InterceptRule struct {
	RuleID          string               `json:"rule_id"`
	RuleName        string               `json:"rule_name"`
	CreateTime      Timestamp            `json:"create_time"`
	WordList        []string             `json:"word_list"`
	SemanticsList   []InterceptSemantics `json:"semantics_list"` // what else is forbidden; the same as in ExtraRule
	ExtraRule       InterceptExtraRule   `json:"extra_rule"`
	InterceptType   InterceptType        `json:"intercept_type"`   // what happens to a message
	ApplicableRange UserDepartmentRange  `json:"applicable_range"` // to whom it applies
}

// UnmarshalJSON fills SemanticsList and ExtraRule alike, as the platform sends either.
func (r *InterceptRule) UnmarshalJSON(b []byte) error {
	type plain InterceptRule
	if _, err := decodeJSON(b, (*plain)(r)); err != nil {
		return err
	}
	if r.SemanticsList == nil {
		r.SemanticsList = r.ExtraRule.SemanticsList
	}
	if r.ExtraRule.SemanticsList == nil {
		r.ExtraRule.SemanticsList = r.SemanticsList
	}
	return nil
}

// InterceptExtraRule is what a rule forbids beside words.
type InterceptExtraRule struct {
	SemanticsList []InterceptSemantics `json:"semantics_list,omitzero"`
}

// ListInterceptRules returns the names and ids of all of the corp's rules on forbidden words
// (获取敏感词规则列表).
//
// API: GET /cgi-bin/externalcontact/get_intercept_rule_list
// Doc: https://developer.work.weixin.qq.com/document/path/95097
func (c *Client) ListInterceptRules(ctx context.Context) ([]*InterceptRuleItem, error) {
	var resp listInterceptRulesResponse
	err := c.invoke(ctx, get, "/cgi-bin/externalcontact/get_intercept_rule_list", nil, &resp)
	return resp.RuleList, err
}

type listInterceptRulesResponse struct {
	RuleList []*InterceptRuleItem `json:"rule_list"`
}

// InterceptRuleItem is the id and the name of a rule.
type InterceptRuleItem struct {
	RuleID     string    `json:"rule_id"`
	RuleName   string    `json:"rule_name"`
	CreateTime Timestamp `json:"create_time"`
}

// UpdateInterceptRule changes the fields of a rule that req sets and leaves the rest as they are
// (修改敏感词规则). Only the app that created the rule can do so. Errcode 41076 says that it would apply to
// too many: 10,000 members are possible.
//
// API: POST /cgi-bin/externalcontact/update_intercept_rule
// Doc: https://developer.work.weixin.qq.com/document/path/95097
func (c *Client) UpdateInterceptRule(ctx context.Context, req *UpdateInterceptRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/update_intercept_rule", req, nil)
}

// UpdateInterceptRuleRequest holds what changes in a rule.
type UpdateInterceptRuleRequest struct {
	RuleID                string              `json:"rule_id"`
	RuleName              *string             `json:"rule_name,omitzero"`               // 1 to 20 characters
	WordList              []string            `json:"word_list,omitzero"`               // replaces the words; an empty list changes nothing
	ExtraRule             InterceptExtraRule  `json:"extra_rule,omitzero"`              // replaces what else is forbidden; an empty list that is not nil clears it
	InterceptType         *InterceptType      `json:"intercept_type,omitzero"`          // what happens to a message
	AddApplicableRange    UserDepartmentRange `json:"add_applicable_range,omitzero"`    // to whom it applies in addition, at most 1,000 members and departments each
	RemoveApplicableRange UserDepartmentRange `json:"remove_applicable_range,omitzero"` // to whom it no longer applies, at most 1,000 members and departments each
}
