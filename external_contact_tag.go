package workwx

import (
	"context"
)

// AddCorpTags adds tags to the corp's library of customer tags, in a new group or an old one, and returns
// the group with the new tags (添加企业客户标签).
//
// A corp may have 10,000 tags, those of rule groups included; beyond that the errcode is
// [CodeTooManyCorpTags]. A name that is given twice makes one tag. A group cannot be empty.
//
// API: POST /cgi-bin/externalcontact/add_corp_tag
// Doc: https://developer.work.weixin.qq.com/document/path/92117
func (c *Client) AddCorpTags(ctx context.Context, req *AddCorpTagsRequest) (*CorpTagGroup, error) {
	var resp addCorpTagsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/add_corp_tag", req, &resp)
	return resp.TagGroup, err
}

type addCorpTagsResponse struct {
	TagGroup *CorpTagGroup `json:"tag_group"`
}

// AddCorpTagsRequest says which tags to add to which group. A group that GroupID names takes them as it
// is; otherwise they go to the group called GroupName, which is made if there is none.
type AddCorpTagsRequest struct {
	GroupID   string         `json:"group_id,omitzero"`   // an existing group
	GroupName string         `json:"group_name,omitzero"` // at most 30 characters; ignored if GroupID is set
	Order     int64          `json:"order,omitzero"`      // of a new group: larger comes first; 0 to 2^32-1
	Tag       []CorpTagInput `json:"tag,omitzero"`        // the new tags
	AgentID   int64          `json:"agentid,omitzero"`    // only for old third-party suites with several apps
}

// CorpTagInput is a tag to add.
type CorpTagInput struct {
	Name  string `json:"name"`           // at most 30 characters, unique in its group
	Order int64  `json:"order,omitzero"` // larger comes first; 0 to 2^32-1
}

// CorpTagGroup is a group of the corp's customer tags.
type CorpTagGroup struct {
	GroupID    string    `json:"group_id"`
	GroupName  string    `json:"group_name"`
	Order      int64     `json:"order"` // larger comes first
	Tag        []CorpTag `json:"tag"`
	Deleted    bool      `json:"deleted"` // whether it was deleted; told only when asked for by tag id
	CreateTime Timestamp `json:"create_time"`
}

// CorpTag is a customer tag of the corp or of a rule group.
type CorpTag struct {
	ID         string    `json:"id"`
	Name       string    `json:"name"`
	Order      int64     `json:"order"`   // larger comes first
	Deleted    bool      `json:"deleted"` // whether it was deleted; told only of the corp's tags, when asked for by tag or group id
	CreateTime Timestamp `json:"create_time"`
}

// AddStrategyTags adds customer tags that only the members of a rule group can use, and returns their
// group of tags (为指定规则组创建企业客户标签).
//
// The rule group must be one without a parent that this app created. The limits are those of
// [Client.AddCorpTags].
//
// API: POST /cgi-bin/externalcontact/add_strategy_tag
// Doc: https://developer.work.weixin.qq.com/document/path/94882
func (c *Client) AddStrategyTags(ctx context.Context, req *AddStrategyTagsRequest) (*StrategyTagGroup, error) {
	var resp addStrategyTagsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/add_strategy_tag", req, &resp)
	return resp.TagGroup, err
}

type addStrategyTagsResponse struct {
	TagGroup *StrategyTagGroup `json:"tag_group"`
}

// AddStrategyTagsRequest says which tags to add to which group of a rule group's tags.
type AddStrategyTagsRequest struct {
	StrategyID int64          `json:"strategy_id"`         // the rule group
	GroupID    string         `json:"group_id,omitzero"`   // an existing group of tags
	GroupName  string         `json:"group_name,omitzero"` // a group to make, at most 30 characters; ignored if GroupID is set
	Order      int64          `json:"order,omitzero"`      // of a new group: larger comes first; 0 to 2^32-1
	Tag        []CorpTagInput `json:"tag"`                 // the new tags
}

// StrategyTagGroup is a group of customer tags of a rule group.
type StrategyTagGroup struct {
	StrategyID int64     `json:"strategy_id"` // the rule group
	GroupID    string    `json:"group_id"`
	GroupName  string    `json:"group_name"`
	Order      int64     `json:"order"` // larger comes first
	CreateTime Timestamp `json:"create_time"`
	Tag        []CorpTag `json:"tag"`
}

// DeleteCorpTags deletes customer tags, or groups with all their tags, and takes them from the customers
// who carry them (删除企业客户标签).
//
// Only what this app created can be deleted (errcode [CodeNoTagPermission] otherwise). A group disappears
// with its last tag.
//
// API: POST /cgi-bin/externalcontact/del_corp_tag
// Doc: https://developer.work.weixin.qq.com/document/path/92117
func (c *Client) DeleteCorpTags(ctx context.Context, req *DeleteCorpTagsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/del_corp_tag", req, nil)
}

// DeleteCorpTagsRequest names the tags or groups to delete.
type DeleteCorpTagsRequest struct {
	TagID   []string `json:"tag_id,omitzero"`
	GroupID []string `json:"group_id,omitzero"`
	AgentID int64    `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// DeleteStrategyTags deletes customer tags of rule groups, or groups with all their tags
// (删除指定规则组下的企业客户标签). Only what this app created can be deleted. A group disappears with its
// last tag.
//
// API: POST /cgi-bin/externalcontact/del_strategy_tag
// Doc: https://developer.work.weixin.qq.com/document/path/94882
func (c *Client) DeleteStrategyTags(ctx context.Context, req *DeleteStrategyTagsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/del_strategy_tag", req, nil)
}

// DeleteStrategyTagsRequest names the tags or groups to delete.
type DeleteStrategyTagsRequest struct {
	TagID   []string `json:"tag_id,omitzero"`
	GroupID []string `json:"group_id,omitzero"`
}

// UpdateCorpTag renames or reorders a customer tag or a group of tags that this app created
// (编辑企业客户标签). Errcode [CodeInvalidTagName] says that the name is taken, [CodeInvalidTagID] that there
// is no such tag.
//
// API: POST /cgi-bin/externalcontact/edit_corp_tag
// Doc: https://developer.work.weixin.qq.com/document/path/92117
func (c *Client) UpdateCorpTag(ctx context.Context, req *UpdateCorpTagRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/edit_corp_tag", req, nil)
}

// UpdateCorpTagRequest holds what changes in a tag or a group of tags.
type UpdateCorpTagRequest struct {
	ID      string  `json:"id,omitzero"`      // of the tag or the group; required
	Name    *string `json:"name,omitzero"`    // at most 30 characters
	Order   *int64  `json:"order,omitzero"`   // larger comes first; 0 to 2^32-1
	AgentID *int64  `json:"agentid,omitzero"` // only for old third-party suites with several apps
}

// UpdateStrategyTag renames or reorders a customer tag of a rule group, or a group of such tags, that this
// app created (编辑指定规则组下的企业客户标签). It stays with its rule group.
//
// API: POST /cgi-bin/externalcontact/edit_strategy_tag
// Doc: https://developer.work.weixin.qq.com/document/path/94882
func (c *Client) UpdateStrategyTag(ctx context.Context, req *UpdateStrategyTagRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/edit_strategy_tag", req, nil)
}

// UpdateStrategyTagRequest holds what changes in a tag or a group of tags.
type UpdateStrategyTagRequest struct {
	ID    string  `json:"id"`             // of the tag or the group
	Name  *string `json:"name,omitzero"`  // at most 30 characters
	Order *int64  `json:"order,omitzero"` // larger comes first; 0 to 2^32-1
}

// ListCorpTags returns the corp's customer tags in their groups: all of them, or those that req names
// (获取企业标签库). Deleted ones are among them if they are named.
//
// API: POST /cgi-bin/externalcontact/get_corp_tag_list
// Doc: https://developer.work.weixin.qq.com/document/path/92117
func (c *Client) ListCorpTags(ctx context.Context, req *ListCorpTagsRequest) ([]*CorpTagGroup, error) {
	var resp listCorpTagsResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_corp_tag_list", req, &resp)
	return resp.TagGroup, err
}

type listCorpTagsResponse struct {
	TagGroup []*CorpTagGroup `json:"tag_group"`
}

// ListCorpTagsRequest says which tags to return; all if it is empty.
type ListCorpTagsRequest struct {
	TagID   []string `json:"tag_id,omitzero"`   // ignored if GroupID is set
	GroupID []string `json:"group_id,omitzero"` // groups, returned with all their tags
}

// ListStrategyTags returns the customer tags of rule groups in their groups: all that this app created,
// or those that req names (获取指定规则组下的企业客户标签).
//
// API: POST /cgi-bin/externalcontact/get_strategy_tag_list
// Doc: https://developer.work.weixin.qq.com/document/path/94882
func (c *Client) ListStrategyTags(ctx context.Context, req *ListStrategyTagsRequest) ([]*StrategyTagGroup, error) {
	var resp listStrategyTagsResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_strategy_tag_list", req, &resp)
	return resp.TagGroup, err
}

type listStrategyTagsResponse struct {
	TagGroup []*StrategyTagGroup `json:"tag_group"`
}

// ListStrategyTagsRequest says which tags to return; all if it is empty.
type ListStrategyTagsRequest struct {
	StrategyID int64    `json:"strategy_id,omitzero"` // the tags of this rule group
	TagID      []string `json:"tag_id,omitzero"`      // ignored if GroupID is set
	GroupID    []string `json:"group_id,omitzero"`    // groups of tags, returned with all their tags
}

// MarkExternalContactTags gives tags to a member's customer and takes others away (编辑客户企业标签).
//
// The customer must be one whom the member has added (errcode [CodeCustomerRelationNotFound] otherwise).
// Tags of a rule group need a rule group of this app that the member belongs to. Errcode
// [CodeInvalidTagID] says that there is no such tag, [CodeTooManyCustomerTags] that the customer carries
// too many.
//
// API: POST /cgi-bin/externalcontact/mark_tag
// Doc: https://developer.work.weixin.qq.com/document/path/92118
func (c *Client) MarkExternalContactTags(ctx context.Context, req *MarkExternalContactTagsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/mark_tag", req, nil)
}

// MarkExternalContactTagsRequest says which tags a customer gains and loses. At least one must be named.
type MarkExternalContactTagsRequest struct {
	UserID         string   `json:"userid"`              // the member
	ExternalUserID string   `json:"external_userid"`     // the customer
	AddTag         []string `json:"add_tag,omitzero"`    // ids of corp or rule group tags
	RemoveTag      []string `json:"remove_tag,omitzero"` // ids of corp or rule group tags
}
