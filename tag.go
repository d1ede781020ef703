package workwx

import (
	"context"
)

// CreateTag adds a tag to the contacts and returns its id (创建标签). Only the app that created a tag may
// change it. A corp has at most 3,000 tags; [CodeInvalidTagName] says that the name is taken.
//
// API: POST /cgi-bin/tag/create
// Doc: https://developer.work.weixin.qq.com/document/path/90210
func (c *Client) CreateTag(ctx context.Context, req *CreateTagRequest) (int64, error) {
	var resp createTagResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/tag/create", req, &resp)
	return resp.TagID, err
}

type createTagResponse struct {
	TagID int64 `json:"tagid"`
}

// CreateTagRequest is a new tag.
type CreateTagRequest struct {
	TagID   int64  `json:"tagid,omitzero"` // chosen by the platform if 0
	TagName string `json:"tagname"`        // at most 32 characters, unique in the corp
}

// UpdateTag gives a tag another name (更新标签名字). An app that did not create the tag is refused with
// [CodeNoTagPermission].
//
// API: POST /cgi-bin/tag/update
// Doc: https://developer.work.weixin.qq.com/document/path/90211
func (c *Client) UpdateTag(ctx context.Context, req *UpdateTagRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/tag/update", req, nil)
}

// UpdateTagRequest is a tag and its new name.
type UpdateTagRequest struct {
	TagID   int64  `json:"tagid"`
	TagName string `json:"tagname"` // at most 32 characters, unique in the corp
}

// DeleteTag removes a tag (删除标签). An app that did not create the tag is refused with
// [CodeNoTagPermission].
//
// API: GET /cgi-bin/tag/delete
// Doc: https://developer.work.weixin.qq.com/document/path/90212
func (c *Client) DeleteTag(ctx context.Context, tagID int64) error {
	return c.invoke(ctx, get, "/cgi-bin/tag/delete", param{"tagid", tagID}, nil)
}

// ListTagUsers returns the members and departments that a tag is given to (获取标签成员), as far as the app
// may see them. [CodeInvalidTagID] says that there is no such tag.
//
// API: GET /cgi-bin/tag/get
// Doc: https://developer.work.weixin.qq.com/document/path/90213
func (c *Client) ListTagUsers(ctx context.Context, tagID int64) (*ListTagUsersResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/tag/get", param{"tagid", tagID}, new(ListTagUsersResponse))
}

// ListTagUsersResponse is a tag and whom it is given to.
type ListTagUsersResponse struct {
	TagName   string    `json:"tagname"`
	UserList  []TagUser `json:"userlist"`  // members with the tag of their own
	PartyList []int64   `json:"partylist"` // departments with the tag
}

// TagUser is a member who has a tag.
type TagUser struct {
	UserID string `json:"userid"`
	Name   string `json:"name"` // "" for third-party apps
}

// AddTagUsers gives a tag to members and departments (增加标签成员). An app that did not create the tag is
// refused with [CodeNoTagPermission].
//
// Those that do not exist or are not visible to the app come back in the response; errcode 40070 says that
// none was left. A tag is given to at most 30,000 members and departments.
//
// API: POST /cgi-bin/tag/addtagusers
// Doc: https://developer.work.weixin.qq.com/document/path/90214
func (c *Client) AddTagUsers(ctx context.Context, req *AddTagUsersRequest) (*AddTagUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/tag/addtagusers", req, new(AddTagUsersResponse))
}

// AddTagUsersRequest says to whom to give a tag. One of the lists is required.
type AddTagUsersRequest struct {
	TagID     int64    `json:"tagid"`
	UserList  []string `json:"userlist,omitzero"`  // user ids, at most 1,000
	PartyList []int64  `json:"partylist,omitzero"` // departments, at most 100
}

// AddTagUsersResponse says who was not given the tag.
type AddTagUsersResponse struct {
	InvalidList  PipeList `json:"invalidlist"` // user ids
	InvalidParty []int64  `json:"invalidparty"`
}

// RemoveTagUsers takes a tag from members and departments (删除标签成员). An app that did not create the
// tag is refused with [CodeNoTagPermission].
//
// Those that do not exist or are not visible to the app come back in the response; errcode 40070 says that
// none was left.
//
// API: POST /cgi-bin/tag/deltagusers
// Doc: https://developer.work.weixin.qq.com/document/path/90215
func (c *Client) RemoveTagUsers(ctx context.Context, req *RemoveTagUsersRequest) (*RemoveTagUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/tag/deltagusers", req, new(RemoveTagUsersResponse))
}

// RemoveTagUsersRequest says from whom to take a tag. One of the lists is required.
type RemoveTagUsersRequest struct {
	TagID     int64    `json:"tagid"`
	UserList  []string `json:"userlist,omitzero"`  // user ids, at most 1,000
	PartyList []int64  `json:"partylist,omitzero"` // departments, at most 100
}

// RemoveTagUsersResponse says from whom the tag was not taken.
type RemoveTagUsersResponse struct {
	InvalidList  PipeList `json:"invalidlist"` // user ids
	InvalidParty []int64  `json:"invalidparty"`
}

// ListTags returns the tags of the contacts (获取标签列表): all of them for an app of the corp, those of its
// own for a third-party app. Tags of customers are another thing, see [Client.ListCorpTags].
//
// API: GET /cgi-bin/tag/list
// Doc: https://developer.work.weixin.qq.com/document/path/90216
func (c *Client) ListTags(ctx context.Context) ([]*Tag, error) {
	var resp listTagsResponse
	err := c.invoke(ctx, get, "/cgi-bin/tag/list", nil, &resp)
	return resp.TagList, err
}

type listTagsResponse struct {
	TagList []*Tag `json:"taglist"`
}

// Tag is a tag of the contacts.
type Tag struct {
	TagID   int64  `json:"tagid"`
	TagName string `json:"tagname"`
}
