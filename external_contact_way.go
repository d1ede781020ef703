package workwx

import (
	"context"
	"iter"
)

// ContactWayType says how many members stand behind a contact way.
type ContactWayType int64

// The types of contact ways.
const (
	ContactWayTypeSingle ContactWayType = 1 // exactly one member
	ContactWayTypeMulti  ContactWayType = 2 // several members and departments; the platform picks one for each customer
)

// ContactWayScene says where customers meet a contact way.
type ContactWayScene int64

// The scenes of contact ways.
const (
	ContactWaySceneMiniProgram ContactWayScene = 1 // a button in a mini program that uses the platform's plug-in
	ContactWaySceneQRCode      ContactWayScene = 2 // a QR code
)

// CreateContactWay creates a QR code or a mini program button by which customers add members
// (配置客户联系「联系我」方式).
//
// Store ConfigID: the way does not appear in the admin console, and without the id it can be neither
// changed nor deleted. A corp may have 500,000, join ways of group chats included; beyond that the
// errcode is [CodeTooManyContactWays]. Members must be active, verified by real name, have the customer
// contact feature and be in the app's visible range; 100 of them at most, departments counted by head.
//
// Temporary chats (IsTemp) are for corps of the medical sector: 100,000 a day beside the 500,000, one member
// each, and the QR code is void once used.
//
// API: POST /cgi-bin/externalcontact/add_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/92228
func (c *Client) CreateContactWay(ctx context.Context, req *CreateContactWayRequest) (*CreateContactWayResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/externalcontact/add_contact_way", req, new(CreateContactWayResponse))
}

// CreateContactWayRequest describes a contact way to create.
type CreateContactWayRequest struct {
	Type          ContactWayType        `json:"type"`                     // with one member or several; cannot be changed
	Scene         ContactWayScene       `json:"scene"`                    // button or QR code; cannot be changed
	Style         int64                 `json:"style,omitzero"`           // look of the button: 1 to 3 for a single member, 1 or 2 for several
	Remark        string                `json:"remark,omitzero"`          // for oneself, at most 30 characters
	SkipVerify    *bool                 `json:"skip_verify,omitzero"`     // whether customers are added without the member's consent, true by default
	State         string                `json:"state,omitzero"`           // the channel, at most 30 characters; comes back in [FollowUser.State] and in callbacks
	User          []string              `json:"user,omitzero"`            // members; exactly one for ContactWayTypeSingle
	Party         []int64               `json:"party,omitzero"`           // departments, for ContactWayTypeMulti
	IsTemp        *bool                 `json:"is_temp,omitzero"`         // whether chats are temporary, false by default; the fields down to UnionID, and Conclusions, need it
	ExpiresIn     int64                 `json:"expires_in,omitzero"`      // seconds that the QR code is valid, 7 days by default, at most 14 days
	ChatExpiresIn int64                 `json:"chat_expires_in,omitzero"` // seconds that a chat lasts, 24 hours by default, at most 14 days
	UnionID       string                `json:"unionid,omitzero"`         // the only customer who may use the way; anybody if empty
	IsExclusive   *bool                 `json:"is_exclusive,omitzero"`    // whether customers of one corp are led to the same member, false by default
	MarkSource    *bool                 `json:"mark_source,omitzero"`     // whether customers are marked as brought by this app, true by default; marketing apps (营销获客) only
	Conclusions   ContactWayConclusions `json:"conclusions,omitzero"`     // sent when a temporary chat ends
}

// ContactWayConclusions is what a customer receives when a temporary chat ends: a text, one of the other
// three, or both, as two messages. Of the three the first that is set counts.
type ContactWayConclusions struct {
	Text        MessageText           `json:"text,omitzero"`        // at most 4,000 bytes
	Image       AttachmentImage       `json:"image,omitzero"`       // MediaID in requests, PicURL in answers
	Link        AttachmentLink        `json:"link,omitzero"`        // a linked article
	MiniProgram AttachmentMiniProgram `json:"miniprogram,omitzero"` // a page of a mini program
}

// CreateContactWayResponse is the new contact way.
type CreateContactWayResponse struct {
	ConfigID string `json:"config_id"` // the id of the way
	QRCode   string `json:"qr_code"`   // URL of the picture, for ContactWaySceneQRCode
}

// CloseExternalContactTempChat ends a temporary chat between a member and a customer, who receives the
// conclusions of the contact way (结束临时会话). Only chats that began with a temporary contact way can
// be ended.
//
// API: POST /cgi-bin/externalcontact/close_temp_chat
// Doc: https://developer.work.weixin.qq.com/document/path/92572
func (c *Client) CloseExternalContactTempChat(ctx context.Context, req *CloseExternalContactTempChatRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/close_temp_chat", req, nil)
}

// CloseExternalContactTempChatRequest names the two sides of the chat.
type CloseExternalContactTempChatRequest struct {
	UserID         string `json:"userid"`          // the member
	ExternalUserID string `json:"external_userid"` // the customer
}

// DeleteContactWay deletes a contact way: its QR code or button stops working
// (删除企业已配置的「联系我」方式).
//
// API: POST /cgi-bin/externalcontact/del_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/92228
func (c *Client) DeleteContactWay(ctx context.Context, configID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/del_contact_way", param{"config_id", configID}, nil)
}

// GetContactWay returns a contact way (获取企业已配置的「联系我」方式). Errcode
// [CodeInvalidContactWayConfigID] says that there is none of this id.
//
// API: POST /cgi-bin/externalcontact/get_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/92228
func (c *Client) GetContactWay(ctx context.Context, configID string) (*ExternalContactWay, error) {
	var resp getContactWayResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_contact_way", param{"config_id", configID}, &resp)
	return resp.ContactWay, err
}

type getContactWayResponse struct {
	ContactWay *ExternalContactWay `json:"contact_way"`
}

// ExternalContactWay is a QR code or a mini program button by which customers add members.
type ExternalContactWay struct {
	ConfigID      string                `json:"config_id"`       // the id of the way
	Type          ContactWayType        `json:"type"`            // with one member or several
	Scene         ContactWayScene       `json:"scene"`           // button or QR code
	Style         int64                 `json:"style"`           // look of the button
	Remark        string                `json:"remark"`          // for oneself
	SkipVerify    bool                  `json:"skip_verify"`     // whether customers are added without the member's consent
	State         string                `json:"state"`           // the channel
	QRCode        string                `json:"qr_code"`         // URL of the picture, for ContactWaySceneQRCode
	User          []string              `json:"user"`            // members
	Party         []int64               `json:"party"`           // departments
	IsTemp        bool                  `json:"is_temp"`         // whether chats are temporary
	ExpiresIn     int64                 `json:"expires_in"`      // seconds that a temporary QR code is valid
	ChatExpiresIn int64                 `json:"chat_expires_in"` // seconds that a temporary chat lasts
	UnionID       string                `json:"unionid"`         // the only customer who may use the way
	IsExclusive   bool                  `json:"is_exclusive"`    // whether customers of one corp are led to the same member
	MarkSource    bool                  `json:"mark_source"`     // whether customers are marked as brought by this app; marketing apps only
	Conclusions   ContactWayConclusions `json:"conclusions"`     // sent when a temporary chat ends
}

// ListContactWays returns a page of the ids of the contact ways that were created through the API since
// July 10, 2021, temporary ones excepted (获取企业已配置的「联系我」列表).
//
// API: POST /cgi-bin/externalcontact/list_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/92228
func (c *Client) ListContactWays(ctx context.Context, req *ListContactWaysRequest) (*ListContactWaysResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/list_contact_way", req, new(ListContactWaysResponse))
}

// AllContactWays ranges over the ids of the contact ways, page by page; see [Client.ListContactWays].
// With a nil req it goes back 90 days.
func (c *Client) AllContactWays(ctx context.Context, req *ListContactWaysRequest) iter.Seq2[*ContactWayItem, error] {
	return paginate(ctx, req, c.ListContactWays,
		func(q *ListContactWaysRequest) *string { return &q.Cursor },
		func(p *ListContactWaysResponse) ([]*ContactWayItem, string, bool) {
			return p.ContactWay, p.NextCursor, p.NextCursor != ""
		})
}

// ListContactWaysRequest says which contact ways to list.
type ListContactWaysRequest struct {
	StartTime Timestamp `json:"start_time,omitzero"` // created since then, 90 days ago by default
	EndTime   Timestamp `json:"end_time,omitzero"`   // created until then, now by default
	Limit     int64     `json:"limit,omitzero"`      // per page, 100 by default, at most 1,000
	Cursor    string    `json:"cursor,omitzero"`     // NextCursor of the page before
}

// ListContactWaysResponse is a page of contact ways.
type ListContactWaysResponse struct {
	ContactWay []*ContactWayItem `json:"contact_way"`
	NextCursor string            `json:"next_cursor"` // empty on the last page
}

// ContactWayItem is the id of a contact way.
type ContactWayItem struct {
	ConfigID string `json:"config_id"` // for GetContactWay
}

// UpdateContactWay changes the fields of a contact way that req sets and leaves the rest as they are
// (更新企业已配置的「联系我」方式). Lists replace the old ones.
//
// A temporary way that has expired cannot be changed. Errcode [CodeInvalidContactWayConfigID] says that
// there is no way of this id.
//
// API: POST /cgi-bin/externalcontact/update_contact_way
// Doc: https://developer.work.weixin.qq.com/document/path/92228
func (c *Client) UpdateContactWay(ctx context.Context, req *UpdateContactWayRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/update_contact_way", req, nil)
}

// UpdateContactWayRequest holds what changes in a contact way. [CreateContactWayRequest] has the limits.
type UpdateContactWayRequest struct {
	ConfigID      string                `json:"config_id"`                // the way to change
	Style         *int64                `json:"style,omitzero"`           // look of the button
	Remark        *string               `json:"remark,omitzero"`          // for oneself, at most 30 characters
	SkipVerify    *bool                 `json:"skip_verify,omitzero"`     // whether customers are added without the member's consent
	State         *string               `json:"state,omitzero"`           // the channel
	User          []string              `json:"user,omitzero"`            // replaces the members
	Party         []int64               `json:"party,omitzero"`           // replaces the departments, for ContactWayTypeMulti
	IsTemp        *bool                 `json:"is_temp,omitzero"`         // whether chats are temporary
	ExpiresIn     *int64                `json:"expires_in,omitzero"`      // seconds that a temporary QR code is valid
	ChatExpiresIn *int64                `json:"chat_expires_in,omitzero"` // seconds that a temporary chat lasts
	UnionID       *string               `json:"unionid,omitzero"`         // the only customer who may use a temporary way
	IsExclusive   *bool                 `json:"is_exclusive,omitzero"`    // whether customers of one corp are led to the same member
	MarkSource    *bool                 `json:"mark_source,omitzero"`     // marketing apps only, and only the app that created the way
	Conclusions   ContactWayConclusions `json:"conclusions,omitzero"`     // temporary ways only
}
