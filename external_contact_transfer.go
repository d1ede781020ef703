package workwx

import (
	"context"
	"iter"
)

// TransferStatus says how far the transfer of a customer to another member is.
type TransferStatus int64

// The states of a transfer.
const (
	TransferStatusDone         TransferStatus = 1 // the other member has taken over
	TransferStatusWaiting      TransferStatus = 2 // it will happen by itself, 24 hours after the request
	TransferStatusRefused      TransferStatus = 3 // the customer refused
	TransferStatusLimitReached TransferStatus = 4 // the other member has as many customers as possible
	TransferStatusNoRecord     TransferStatus = 5 // no transfer was requested; only GetTransferExternalContactResult returns it
)

// ListUnassignedExternalContacts returns a page of the customers whose member has left the corp and who
// have not been given to another (获取待分配的离职成员列表).
//
// API: POST /cgi-bin/externalcontact/get_unassigned_list
// Doc: https://developer.work.weixin.qq.com/document/path/92124
func (c *Client) ListUnassignedExternalContacts(ctx context.Context, req *ListUnassignedExternalContactsRequest) (*ListUnassignedExternalContactsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_unassigned_list", req, new(ListUnassignedExternalContactsResponse))
}

// AllUnassignedExternalContacts ranges over the customers without a member, page by page; see
// [Client.ListUnassignedExternalContacts]. It pages by cursor and does not use req.PageID.
func (c *Client) AllUnassignedExternalContacts(ctx context.Context, req *ListUnassignedExternalContactsRequest) iter.Seq2[*UnassignedExternalContact, error] {
	var q ListUnassignedExternalContactsRequest
	if req != nil {
		q = *req
	}
	q.PageID = 0 // the platform returns no cursor to those who count pages
	return paginate(ctx, &q, c.ListUnassignedExternalContacts,
		func(q *ListUnassignedExternalContactsRequest) *string { return &q.Cursor },
		func(p *ListUnassignedExternalContactsResponse) ([]*UnassignedExternalContact, string, bool) {
			return p.Info, p.NextCursor, !p.IsLast && p.NextCursor != ""
		})
}

// ListUnassignedExternalContactsRequest says which page to return, by cursor or by number.
type ListUnassignedExternalContactsRequest struct {
	PageID   int64  `json:"page_id,omitzero"`   // number of the page, from 0; superseded by Cursor
	PageSize int64  `json:"page_size,omitzero"` // per page, 1,000 by default, which is the most
	Cursor   string `json:"cursor,omitzero"`    // NextCursor of the page before
}

// ListUnassignedExternalContactsResponse is a page of customers without a member.
type ListUnassignedExternalContactsResponse struct {
	Info       []*UnassignedExternalContact `json:"info"`
	IsLast     bool                         `json:"is_last"`     // whether this is the last page
	NextCursor string                       `json:"next_cursor"` // empty on the last page, and always if PageID was given
}

// UnassignedExternalContact is a customer whose member has left the corp.
type UnassignedExternalContact struct {
	HandoverUserID string    `json:"handover_userid"` // the member who left
	ExternalUserID string    `json:"external_userid"` // the customer
	DimissionTime  Timestamp `json:"dimission_time"`  // when the member left
}

// TransferOnJobGroupChats gives customer group chats to a new owner while the old one stays in the corp,
// and returns those that could not be given (分配在职成员的客户群).
//
// The new owner must be active, verified by real name and have the customer contact feature; both must
// have logged in within a year. An owner can give away 300 chats a day, and a chat changes hands twice in
// 90 days at most. [CodeNotCustomerGroup] among the failures says that the chat is not a customer group,
// 90504 that the owner would stay the same.
//
// API: POST /cgi-bin/externalcontact/groupchat/onjob_transfer
// Doc: https://developer.work.weixin.qq.com/document/path/95703
func (c *Client) TransferOnJobGroupChats(ctx context.Context, req *TransferOnJobGroupChatsRequest) ([]*GroupChatTransferFailure, error) {
	var resp transferOnJobGroupChatsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/groupchat/onjob_transfer", req, &resp)
	return resp.FailedChatList, err
}

type transferOnJobGroupChatsResponse struct {
	FailedChatList []*GroupChatTransferFailure `json:"failed_chat_list"`
}

// TransferOnJobGroupChatsRequest says who takes over which group chats.
type TransferOnJobGroupChatsRequest struct {
	ChatIDList []string `json:"chat_id_list"` // 1 to 100
	NewOwner   string   `json:"new_owner"`    // a member in the app's visible range
}

// GroupChatTransferFailure is a group chat that could not be given to a new owner, and why.
type GroupChatTransferFailure struct {
	ChatID  string `json:"chat_id"`
	ErrCode Code   `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
}

// TransferResignedGroupChats gives the customer group chats of members who have left the corp to a new
// owner, and returns those that could not be given (分配离职成员的客户群).
//
// The new owner must be active, verified by real name, have the customer contact feature and have logged
// in within a year; the old one must have left within a year. An owner's chats go to others at 300 a day.
// Among the failures, 90500 says that the owner has not left, [CodeChatTakeoverRunning] and
// [CodeChatAlreadyTakenOver] that the chat was given before.
//
// API: POST /cgi-bin/externalcontact/groupchat/transfer
// Doc: https://developer.work.weixin.qq.com/document/path/92127
func (c *Client) TransferResignedGroupChats(ctx context.Context, req *TransferResignedGroupChatsRequest) ([]*GroupChatTransferFailure, error) {
	var resp transferResignedGroupChatsResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/groupchat/transfer", req, &resp)
	return resp.FailedChatList, err
}

type transferResignedGroupChatsResponse struct {
	FailedChatList []*GroupChatTransferFailure `json:"failed_chat_list"`
}

// TransferResignedGroupChatsRequest says who takes over which group chats.
type TransferResignedGroupChatsRequest struct {
	ChatIDList []string `json:"chat_id_list"` // 1 to 100
	NewOwner   string   `json:"new_owner"`    // a member in the app's visible range
}

// TransferResignedCustomers asks for customers of a member who has left the corp to be given to another
// member, and returns for each customer whether the transfer has begun (分配离职成员的客户).
//
// It takes effect after 24 hours unless the customer refuses before;
// [Client.ListTransferResignedCustomerResults] tells. The former member must have left within a year; the
// other must be active, verified by real name, have the customer contact feature and be in the app's
// visible range. [CodeTransferRunning] for a customer says that a transfer is under way,
// [CodeMemberStillEmployed] that the member has not left.
//
// API: POST /cgi-bin/externalcontact/resigned/transfer_customer
// Doc: https://developer.work.weixin.qq.com/document/path/94081
func (c *Client) TransferResignedCustomers(ctx context.Context, req *TransferResignedCustomersRequest) ([]*TransferredCustomer, error) {
	var resp transferResignedCustomersResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/resigned/transfer_customer", req, &resp)
	return resp.Customer, err
}

type transferResignedCustomersResponse struct {
	Customer []*TransferredCustomer `json:"customer"`
}

// TransferResignedCustomersRequest says who takes over which customers.
type TransferResignedCustomersRequest struct {
	HandoverUserID     string   `json:"handover_userid"`               // the member who left
	TakeoverUserID     string   `json:"takeover_userid"`               // the member who takes over
	ExternalUserID     []string `json:"external_userid"`               // customers of the former, at most 100
	TransferSuccessMsg string   `json:"transfer_success_msg,omitzero"` // not documented for this call: leave it out
}

// TransferredCustomer says whether the transfer of a customer has begun.
type TransferredCustomer struct {
	ErrCode        Code   `json:"errcode"`         // CodeOK: begun, which is not yet done
	ExternalUserID string `json:"external_userid"` // the customer
}

// ListTransferResignedCustomerResults returns a page of the customers that one member takes over from
// another who has left the corp, and how far each transfer is (查询客户接替状态).
//
// API: POST /cgi-bin/externalcontact/resigned/transfer_result
// Doc: https://developer.work.weixin.qq.com/document/path/94082
func (c *Client) ListTransferResignedCustomerResults(ctx context.Context, req *ListTransferResignedCustomerResultsRequest) (*ListTransferResignedCustomerResultsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/resigned/transfer_result", req, new(ListTransferResignedCustomerResultsResponse))
}

// AllTransferResignedCustomerResults ranges over the customers that one member takes over from another
// who has left, page by page; see [Client.ListTransferResignedCustomerResults].
func (c *Client) AllTransferResignedCustomerResults(ctx context.Context, req *ListTransferResignedCustomerResultsRequest) iter.Seq2[*CustomerTransferStatus, error] {
	return paginate(ctx, req, c.ListTransferResignedCustomerResults,
		func(q *ListTransferResignedCustomerResultsRequest) *string { return &q.Cursor },
		func(p *ListTransferResignedCustomerResultsResponse) ([]*CustomerTransferStatus, string, bool) {
			return p.Customer, p.NextCursor, p.NextCursor != ""
		})
}

// ListTransferResignedCustomerResultsRequest names the two members.
type ListTransferResignedCustomerResultsRequest struct {
	HandoverUserID string `json:"handover_userid"` // the member who left
	TakeoverUserID string `json:"takeover_userid"` // the member who takes over
	Cursor         string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListTransferResignedCustomerResultsResponse is a page of transfers.
type ListTransferResignedCustomerResultsResponse struct {
	Customer   []*CustomerTransferStatus `json:"customer"`    // at most 1,000
	NextCursor string                    `json:"next_cursor"` // empty on the last page
}

// CustomerTransferStatus is how far the transfer of a customer is.
type CustomerTransferStatus struct {
	Status         TransferStatus `json:"status"`
	ExternalUserID string         `json:"external_userid"` // the customer
	TakeoverTime   Timestamp      `json:"takeover_time"`   // when it happened, or will happen
}

// TransferCustomers asks for customers of a member to be given to another member while both stay in the
// corp, and returns for each customer whether the transfer has begun (分配在职成员的客户).
//
// It takes effect after 24 hours unless the customer refuses before; [Client.ListTransferCustomerResults]
// tells. The other member must be active, verified by real name, have the customer contact feature and be
// in the app's visible range; both must have logged in within a year. Among the codes of the customers,
// [CodeTransferTooFrequent] says that the customer changed hands twice within 90 days,
// [CodeCustomerInTransfer] that a transfer is under way, [CodeHandoverNotFollower] that they are not a
// customer of the former member.
//
// API: POST /cgi-bin/externalcontact/transfer_customer
// Doc: https://developer.work.weixin.qq.com/document/path/92125
func (c *Client) TransferCustomers(ctx context.Context, req *TransferCustomersRequest) ([]*TransferredCustomer, error) {
	var resp transferCustomersResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/transfer_customer", req, &resp)
	return resp.Customer, err
}

type transferCustomersResponse struct {
	Customer []*TransferredCustomer `json:"customer"`
}

// TransferCustomersRequest says who takes over which customers.
type TransferCustomersRequest struct {
	HandoverUserID     string   `json:"handover_userid"`               // the member who gives away
	TakeoverUserID     string   `json:"takeover_userid"`               // the member who takes over
	ExternalUserID     []string `json:"external_userid"`               // customers of the former, at most 100
	TransferSuccessMsg string   `json:"transfer_success_msg,omitzero"` // what customers are told, at most 200 characters; the platform's words by default
}

// ListTransferCustomerResults returns a page of the customers that one member takes over from another,
// and how far each transfer is (查询客户接替状态).
//
// API: POST /cgi-bin/externalcontact/transfer_result
// Doc: https://developer.work.weixin.qq.com/document/path/94088
func (c *Client) ListTransferCustomerResults(ctx context.Context, req *ListTransferCustomerResultsRequest) (*ListTransferCustomerResultsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/transfer_result", req, new(ListTransferCustomerResultsResponse))
}

// AllTransferCustomerResults ranges over the customers that one member takes over from another, page by
// page; see [Client.ListTransferCustomerResults].
func (c *Client) AllTransferCustomerResults(ctx context.Context, req *ListTransferCustomerResultsRequest) iter.Seq2[*CustomerTransferStatus, error] {
	return paginate(ctx, req, c.ListTransferCustomerResults,
		func(q *ListTransferCustomerResultsRequest) *string { return &q.Cursor },
		func(p *ListTransferCustomerResultsResponse) ([]*CustomerTransferStatus, string, bool) {
			return p.Customer, p.NextCursor, p.NextCursor != ""
		})
}

// ListTransferCustomerResultsRequest names the two members.
type ListTransferCustomerResultsRequest struct {
	HandoverUserID string `json:"handover_userid"` // the member who gives away
	TakeoverUserID string `json:"takeover_userid"` // the member who takes over
	Cursor         string `json:"cursor,omitzero"` // NextCursor of the page before
}

// ListTransferCustomerResultsResponse is a page of transfers.
type ListTransferCustomerResultsResponse struct {
	Customer   []*CustomerTransferStatus `json:"customer"`    // at most 1,000
	NextCursor string                    `json:"next_cursor"` // empty on the last page
}

// TransferExternalContact asks for one customer to be given to another member, whether the former one has
// left the corp or not (分配在职或离职成员的客户). The platform no longer maintains it.
//
// Deprecated: use [Client.TransferCustomers] or [Client.TransferResignedCustomers].
//
// API: POST /cgi-bin/externalcontact/transfer
// Doc: https://developer.work.weixin.qq.com/document/path/92125
func (c *Client) TransferExternalContact(ctx context.Context, req *TransferExternalContactRequest) error {
	return c.invoke(ctx, post|once, "/cgi-bin/externalcontact/transfer", req, nil)
}

// TransferExternalContactRequest says who takes over which customer.
type TransferExternalContactRequest struct {
	ExternalUserID     string `json:"external_userid"`               // the customer
	HandoverUserID     string `json:"handover_userid"`               // the former member
	TakeoverUserID     string `json:"takeover_userid"`               // the member who takes over
	TransferSuccessMsg string `json:"transfer_success_msg,omitzero"` // what the customer is told, at most 200 characters; the platform's words by default
}

// GetTransferExternalContactResult tells how far a transfer of TransferExternalContact is
// (查询客户接替结果). The platform no longer maintains it.
//
// Deprecated: use [Client.ListTransferCustomerResults] or [Client.ListTransferResignedCustomerResults].
//
// API: POST /cgi-bin/externalcontact/get_transfer_result
// Doc: https://developer.work.weixin.qq.com/document/path/92973
func (c *Client) GetTransferExternalContactResult(ctx context.Context, req *GetTransferExternalContactResultRequest) (*TransferExternalContactResult, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_transfer_result", req, new(TransferExternalContactResult))
}

// GetTransferExternalContactResultRequest names a transfer.
type GetTransferExternalContactResultRequest struct {
	ExternalUserID string `json:"external_userid"` // the customer
	HandoverUserID string `json:"handover_userid"` // the former member
	TakeoverUserID string `json:"takeover_userid"` // the member who takes over
}

// TransferExternalContactResult is how far the transfer of one customer is.
type TransferExternalContactResult struct {
	Status       TransferStatus `json:"status"`
	TakeoverTime Timestamp      `json:"takeover_time"` // when it happened, or will happen
}
