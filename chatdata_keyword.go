package workwx

import (
	"context"
	"iter"
)

// CreateChatDataKeywordRule has the platform look for words or kinds of content in archived messages, and
// returns the ID of the rule (新增关键词规则). [HitKeywordEvent] tells that messages matched, and
// [Client.ListChatDataKeywordHits] which.
//
// As [Client.SyncChatDataMessages], the methods for rules are for a provider that was granted the interface to
// archived conversations (会话存档接口).
//
// Errcode 710610 says that the rule looks for nothing, 710619 that there are as many rules as possible,
// 710737 that the words are too long together, 710648 and 710615 that the platform does not know one of
// SemanticsList or SessionTypeList. 710606 to 710609 say that a chat, department, member or customer is not
// among those that the app may read.
//
// API: POST /cgi-bin/chatdata/keyword/create_rule
// Doc: https://developer.work.weixin.qq.com/document/path/97237
func (c *Client) CreateChatDataKeywordRule(ctx context.Context, req *CreateChatDataKeywordRuleRequest) (string, error) {
	var resp createChatDataKeywordRuleResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/chatdata/keyword/create_rule", req, &resp)
	return resp.RuleID, err
}

type createChatDataKeywordRuleResponse struct {
	RuleID string `json:"rule_id"`
}

// CreateChatDataKeywordRuleRequest is a rule.
type CreateChatDataKeywordRuleRequest struct {
	Name            string               `json:"name"`
	Keyword         ChatDataKeywords     `json:"keyword,omitzero"`          // required unless Semantics is set
	Semantics       ChatDataSemantics    `json:"semantics,omitzero"`        // required unless Keyword is set
	ApplicableRange ChatDataKeywordRange `json:"applicable_range,omitzero"` // every archived conversation if zero
}

// ChatDataKeywords are words to look for.
type ChatDataKeywords struct {
	WordList []string `json:"word_list"`
}

// ChatDataSemantics are kinds of content to look for beside words (关键行为).
type ChatDataSemantics struct {
	SemanticsList []int64 `json:"semantics_list"`
}

// ChatDataKeywordRange says where a rule looks. Each field narrows the range where it is set; in an update,
// an empty list that is not nil removes what was set.
//
// Department and User narrow the members alone, and all customers remain, unless TargetType says
// members; ExternalContact is the same with customers. Chat narrows the groups alone, and all chats
// of two remain, unless ChatType says groups.
type ChatDataKeywordRange struct {
	TargetType      ChatDataKeywordTargets   `json:"target_type,omitzero"`       // whose messages; those of members and customers if zero
	ChatType        ChatDataKeywordChatTypes `json:"chat_type,omitzero"`         // chats of two and of groups if zero
	Department      ChatDataDepartmentList   `json:"department,omitzero"`        // at most 100
	User            ChatDataIDList           `json:"user,omitzero"`              // open_userids of members, at most 100
	ExternalContact ChatDataIDList           `json:"external_contact,omitzero"`  // external_userids, at most 100
	Chat            ChatDataIDList           `json:"chat,omitzero"`              // IDs of group chats, at most 100
	SessionType     ChatDataSessionTypes     `json:"session_type,omitzero"`      // kinds of conversations
	ExcludeMobile   ChatDataExcludedMobiles  `json:"exclude_mobile,omitzero"`    // numbers that do not match the kind telephone number, at most 100
	ExcludeEmail    ChatDataExcludedEmails   `json:"exclude_email,omitzero"`     // the same with email addresses
	ExcludeBankCard ChatDataExcludedCards    `json:"exclude_bank_card,omitzero"` // the same with numbers of bank cards
}

// ChatDataKeywordTarget says whose messages match a rule.
type ChatDataKeywordTarget int64

// Whose messages match a rule.
const (
	ChatDataKeywordTargetMember   ChatDataKeywordTarget = 1 // 员工
	ChatDataKeywordTargetCustomer ChatDataKeywordTarget = 2 // 客户
)

// ChatDataKeywordTargets are those whose messages match a rule.
type ChatDataKeywordTargets struct {
	TypeList []ChatDataKeywordTarget `json:"type_list,omitzero"`
}

// ChatDataKeywordChatTypes are the kinds of chats that a rule looks at.
type ChatDataKeywordChatTypes struct {
	TypeList []ChatDataChatType `json:"type_list,omitzero"`
}

// ChatDataDepartmentList are departments that a rule is for.
type ChatDataDepartmentList struct {
	IDList []int64 `json:"id_list,omitzero"`
}

// ChatDataIDList are members, customers or group chats that a rule is for.
type ChatDataIDList struct {
	IDList []string `json:"id_list,omitzero"`
}

// ChatDataSessionTypes are the kinds of conversations that a rule looks at (会话范围).
type ChatDataSessionTypes struct {
	SessionTypeList []int64 `json:"session_type_list,omitzero"`
	IDList          []int64 `json:"id_list,omitzero"` // another name of the list, seen with UpdateChatDataKeywordRule alone
}

// ChatDataExcludedMobiles are telephone numbers that match no rule.
type ChatDataExcludedMobiles struct {
	MobileList []string `json:"mobile_list,omitzero"` // with the country's code, such as +8612345679876
}

// ChatDataExcludedEmails are email addresses that match no rule.
type ChatDataExcludedEmails struct {
	EmailList []string `json:"email_list,omitzero"`
}

// ChatDataExcludedCards are numbers of bank cards that match no rule.
type ChatDataExcludedCards struct {
	BankCardList []string `json:"bank_card_list,omitzero"`
}

// UpdateChatDataKeywordRule changes what req sets of a rule and leaves the rest as it is (修改关键词规则).
// For the codes see [Client.CreateChatDataKeywordRule]; 710612 says that there is no such rule.
//
// API: POST /cgi-bin/chatdata/keyword/update_rule
// Doc: https://developer.work.weixin.qq.com/document/path/97237
func (c *Client) UpdateChatDataKeywordRule(ctx context.Context, req *UpdateChatDataKeywordRuleRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/keyword/update_rule", req, nil)
}

// UpdateChatDataKeywordRuleRequest says what changes in a rule.
type UpdateChatDataKeywordRuleRequest struct {
	RuleID          string               `json:"rule_id"`
	Name            *string              `json:"name,omitzero"`
	Keyword         ChatDataKeywords     `json:"keyword,omitzero"`
	Semantics       ChatDataSemantics    `json:"semantics,omitzero"`
	ApplicableRange ChatDataKeywordRange `json:"applicable_range,omitzero"`
}

// DeleteChatDataKeywordRule deletes a rule (删除关键词规则). Errcode 710612 says that there is none of this ID.
//
// API: POST /cgi-bin/chatdata/keyword/delete_rule
// Doc: https://developer.work.weixin.qq.com/document/path/97237
func (c *Client) DeleteChatDataKeywordRule(ctx context.Context, ruleID string) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/keyword/delete_rule", param{"rule_id", ruleID}, nil)
}

// GetChatDataKeywordRule returns a rule (获取关键词规则详情). Errcode 710612 says that there is none of this ID.
//
// API: POST /cgi-bin/chatdata/keyword/get_rule_detail
// Doc: https://developer.work.weixin.qq.com/document/path/97237
func (c *Client) GetChatDataKeywordRule(ctx context.Context, ruleID string) (*ChatDataKeywordRule, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/keyword/get_rule_detail", param{"rule_id", ruleID}, new(ChatDataKeywordRule))
}

// ChatDataKeywordRule says what the platform looks for, and where.
type ChatDataKeywordRule struct {
	Name            string               `json:"name"`
	Keyword         ChatDataKeywords     `json:"keyword"`
	Semantics       ChatDataSemantics    `json:"semantics"`
	ApplicableRange ChatDataKeywordRange `json:"applicable_range"`
}

// ListChatDataKeywordRules returns a page of the rules (获取关键词列表).
//
// API: POST /cgi-bin/chatdata/keyword/get_rule_list
// Doc: https://developer.work.weixin.qq.com/document/path/97237
func (c *Client) ListChatDataKeywordRules(ctx context.Context, req *ListChatDataKeywordRulesRequest) (*ListChatDataKeywordRulesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/keyword/get_rule_list", req, new(ListChatDataKeywordRulesResponse))
}

// AllChatDataKeywordRules ranges over the rules; see [Client.ListChatDataKeywordRules].
func (c *Client) AllChatDataKeywordRules(ctx context.Context, req *ListChatDataKeywordRulesRequest) iter.Seq2[*ChatDataKeywordRuleItem, error] {
	return paginate(ctx, req, c.ListChatDataKeywordRules,
		func(q *ListChatDataKeywordRulesRequest) *string { return &q.Cursor },
		func(p *ListChatDataKeywordRulesResponse) ([]*ChatDataKeywordRuleItem, string, bool) {
			return p.RuleList, p.NextCursor, bool(p.HasMore)
		})
}

// ListChatDataKeywordRulesRequest says which page to return.
type ListChatDataKeywordRulesRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page
}

// ListChatDataKeywordRulesResponse is a page of rules.
type ListChatDataKeywordRulesResponse struct {
	RuleList   []*ChatDataKeywordRuleItem `json:"rule_list"`
	NextCursor string                     `json:"next_cursor"`
	HasMore    IntBool                    `json:"has_more"`
}

// ChatDataKeywordRuleItem is a rule in a list; [Client.GetChatDataKeywordRule] returns all of it.
type ChatDataKeywordRuleItem struct {
	RuleID     string    `json:"rule_id"`
	Name       string    `json:"name"`
	CreateTime Timestamp `json:"create_time"`
}

// ListChatDataKeywordHits returns a page of the messages of the last 5 days that matched a rule, the oldest
// first (获取命中关键词规则的会话记录). Store NextCursor after each page, as the next call continues there, whether
// HasMore is set or not.
//
// API: POST /cgi-bin/chatdata/keyword/get_hit_msg_list
// Doc: https://developer.work.weixin.qq.com/document/path/97266
func (c *Client) ListChatDataKeywordHits(ctx context.Context, req *ListChatDataKeywordHitsRequest) (*ListChatDataKeywordHitsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/keyword/get_hit_msg_list", req, new(ListChatDataKeywordHitsResponse))
}

// AllChatDataKeywordHits ranges over the messages that matched a rule from req.Cursor on; see
// [Client.ListChatDataKeywordHits]. It does not tell the cursors: to continue another day, go page by page.
func (c *Client) AllChatDataKeywordHits(ctx context.Context, req *ListChatDataKeywordHitsRequest) iter.Seq2[*ChatDataKeywordHit, error] {
	return paginate(ctx, req, c.ListChatDataKeywordHits,
		func(q *ListChatDataKeywordHitsRequest) *string { return &q.Cursor },
		func(p *ListChatDataKeywordHitsResponse) ([]*ChatDataKeywordHit, string, bool) {
			return p.MsgList, p.NextCursor, bool(p.HasMore)
		})
}

// ListChatDataKeywordHitsRequest says where to continue.
type ListChatDataKeywordHitsRequest struct {
	Token  string `json:"token,omitzero"`  // of HitKeywordEvent, valid for 10 minutes; without it calls are soon refused as too many
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the call before; from the oldest message if empty
	Limit  int64  `json:"limit,omitzero"`  // per page, at most 1,000; 200 if 0
}

// ListChatDataKeywordHitsResponse is a page of messages.
type ListChatDataKeywordHitsResponse struct {
	MsgList    []*ChatDataKeywordHit `json:"msg_list"`
	NextCursor string                `json:"next_cursor"` // to be stored
	HasMore    IntBool               `json:"has_more"`
}

// ChatDataKeywordHit is a message that matched, and which rules.
type ChatDataKeywordHit struct {
	MsgID       string            `json:"msgid"`
	HitRuleList []ChatDataHitRule `json:"hit_rule_list"`
}

// ChatDataHitRule is what matched of a rule.
type ChatDataHitRule struct {
	RuleID        string  `json:"rule_id"`
	HasHitKeyword bool    `json:"has_hit_keyword"` // whether a word did
	SemanticsList []int64 `json:"semantics_list"`  // the kinds of content that did
}
