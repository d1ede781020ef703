package workwx

import (
	"context"
	"iter"
)

// CreateKfKnowledgeGroup adds a group of the knowledge base and returns its id (添加分组). Its name has at
// most 12 characters.
//
// API: POST /cgi-bin/kf/knowledge/add_group
// Doc: https://developer.work.weixin.qq.com/document/path/95971
func (c *Client) CreateKfKnowledgeGroup(ctx context.Context, name string) (string, error) {
	var resp createKfKnowledgeGroupResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/knowledge/add_group", param{"name", name}, &resp)
	return resp.GroupID, err
}

type createKfKnowledgeGroupResponse struct {
	GroupID string `json:"group_id"`
}

// DeleteKfKnowledgeGroup removes a group of the knowledge base, with its questions (删除分组). The default
// group cannot be removed.
//
// API: POST /cgi-bin/kf/knowledge/del_group
// Doc: https://developer.work.weixin.qq.com/document/path/95971
func (c *Client) DeleteKfKnowledgeGroup(ctx context.Context, groupID string) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/knowledge/del_group", param{"group_id", groupID}, nil)
}

// UpdateKfKnowledgeGroup renames a group of the knowledge base (修改分组). The default group keeps its name.
//
// API: POST /cgi-bin/kf/knowledge/mod_group
// Doc: https://developer.work.weixin.qq.com/document/path/95971
func (c *Client) UpdateKfKnowledgeGroup(ctx context.Context, req *UpdateKfKnowledgeGroupRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/knowledge/mod_group", req, nil)
}

// UpdateKfKnowledgeGroupRequest names a group and its new name.
type UpdateKfKnowledgeGroupRequest struct {
	GroupID string `json:"group_id"`
	Name    string `json:"name"` // at most 12 characters
}

// ListKfKnowledgeGroups returns a page of the groups of the knowledge base, or one of them (获取分组列表).
// [Client.AllKfKnowledgeGroups] turns the pages.
//
// API: POST /cgi-bin/kf/knowledge/list_group
// Doc: https://developer.work.weixin.qq.com/document/path/95971
func (c *Client) ListKfKnowledgeGroups(ctx context.Context, req *ListKfKnowledgeGroupsRequest) (*ListKfKnowledgeGroupsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/kf/knowledge/list_group", req, new(ListKfKnowledgeGroupsResponse))
}

// AllKfKnowledgeGroups ranges over the groups of the knowledge base, page by page; see
// [Client.ListKfKnowledgeGroups].
func (c *Client) AllKfKnowledgeGroups(ctx context.Context, req *ListKfKnowledgeGroupsRequest) iter.Seq2[*KfKnowledgeGroup, error] {
	return paginate(ctx, req, c.ListKfKnowledgeGroups,
		func(q *ListKfKnowledgeGroupsRequest) *string { return &q.Cursor },
		func(p *ListKfKnowledgeGroupsResponse) ([]*KfKnowledgeGroup, string, bool) {
			return p.GroupList, p.NextCursor, bool(p.HasMore)
		})
}

// ListKfKnowledgeGroupsRequest says which groups to return.
type ListKfKnowledgeGroupsRequest struct {
	GroupID string `json:"group_id,omitzero"` // this one alone
	Cursor  string `json:"cursor,omitzero"`   // the NextCursor of the page before
	Limit   int64  `json:"limit,omitzero"`    // at most 1,000, 500 by default
}

// ListKfKnowledgeGroupsResponse is a page of groups.
type ListKfKnowledgeGroupsResponse struct {
	GroupList  []*KfKnowledgeGroup `json:"group_list"`
	HasMore    IntBool             `json:"has_more"` // whether another page follows
	NextCursor string              `json:"next_cursor"`
}

// KfKnowledgeGroup is a group of questions in the knowledge base.
type KfKnowledgeGroup struct {
	GroupID   string  `json:"group_id"`
	Name      string  `json:"name"`
	IsDefault IntBool `json:"is_default"` // whether it is the group that is always there
}

// CreateKfKnowledgeIntent adds a question and its answer to the knowledge base and returns its id
// (添加问答). The platform's robot gives the answer to customers who ask it. A group holds 200 questions, and no
// question may be in two groups. For self-built apps only, here and in the methods below.
//
// API: POST /cgi-bin/kf/knowledge/add_intent
// Doc: https://developer.work.weixin.qq.com/document/path/95972
func (c *Client) CreateKfKnowledgeIntent(ctx context.Context, req *CreateKfKnowledgeIntentRequest) (string, error) {
	var resp createKfKnowledgeIntentResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/knowledge/add_intent", req, &resp)
	return resp.IntentID, err
}

// CreateKfKnowledgeIntentRequest is a question and its answer.
type CreateKfKnowledgeIntentRequest struct {
	GroupID          string                      `json:"group_id"`
	Question         KfKnowledgeQuestion         `json:"question"`
	SimilarQuestions KfKnowledgeSimilarQuestions `json:"similar_questions,omitzero"`
	Answers          []KfKnowledgeAnswer         `json:"answers"` // exactly one, for now
}

type createKfKnowledgeIntentResponse struct {
	IntentID string `json:"intent_id"`
}

// KfKnowledgeQuestion is a question of the knowledge base.
type KfKnowledgeQuestion struct {
	Text KfKnowledgeText `json:"text"` // at most 200 characters
}

// KfKnowledgeSimilarQuestions is other ways to ask a question.
type KfKnowledgeSimilarQuestions struct {
	Items []KfKnowledgeQuestion `json:"items"` // at most 100
}

// KfKnowledgeText is the text of a question or an answer.
type KfKnowledgeText struct {
	Content string `json:"content"`
}

// KfKnowledgeAnswer is an answer of the knowledge base.
type KfKnowledgeAnswer struct {
	Text        KfKnowledgeText         `json:"text"`                 // at most 500 characters
	Attachments []KfKnowledgeAttachment `json:"attachments,omitzero"` // sent after the text; at most 4
}

// KfKnowledgeAttachmentType says what is attached to an answer.
type KfKnowledgeAttachmentType string

// What can be attached to an answer.
const (
	KfKnowledgeAttachmentTypeImage       KfKnowledgeAttachmentType = "image"
	KfKnowledgeAttachmentTypeVideo       KfKnowledgeAttachmentType = "video"
	KfKnowledgeAttachmentTypeLink        KfKnowledgeAttachmentType = "link"
	KfKnowledgeAttachmentTypeMiniProgram KfKnowledgeAttachmentType = "miniprogram"
)

// KfKnowledgeAttachment is what is attached to an answer. One of the contents is set, that which MsgType
// names.
type KfKnowledgeAttachment struct {
	MsgType     KfKnowledgeAttachmentType `json:"msgtype"`
	Image       MessageMedia              `json:"image,omitzero"` // of [Client.UploadTempImageMedia]
	Link        KfKnowledgeLink           `json:"link,omitzero"`
	Video       MessageMedia              `json:"video,omitzero"` // of [Client.UploadTempVideoMedia]
	MiniProgram KfMiniProgram             `json:"miniprogram,omitzero"`
}

// KfKnowledgeLink is a link that is attached to an answer.
type KfKnowledgeLink struct {
	Title  string `json:"title"`
	Desc   string `json:"desc,omitzero"`
	URL    string `json:"url"`
	PicURL string `json:"pic_url,omitzero"` // of the picture
}

// DeleteKfKnowledgeIntent removes a question from the knowledge base (删除问答).
//
// API: POST /cgi-bin/kf/knowledge/del_intent
// Doc: https://developer.work.weixin.qq.com/document/path/95972
func (c *Client) DeleteKfKnowledgeIntent(ctx context.Context, intentID string) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/knowledge/del_intent", param{"intent_id", intentID}, nil)
}

// UpdateKfKnowledgeIntent changes a question of the knowledge base (修改问答). What is not set stays; what is
// set replaces all that was there, attachments included.
//
// API: POST /cgi-bin/kf/knowledge/mod_intent
// Doc: https://developer.work.weixin.qq.com/document/path/95972
func (c *Client) UpdateKfKnowledgeIntent(ctx context.Context, req *UpdateKfKnowledgeIntentRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/kf/knowledge/mod_intent", req, nil)
}

// UpdateKfKnowledgeIntentRequest names a question and what to change of it.
type UpdateKfKnowledgeIntentRequest struct {
	IntentID         string                      `json:"intent_id"`
	Question         KfKnowledgeQuestion         `json:"question,omitzero"`
	SimilarQuestions KfKnowledgeSimilarQuestions `json:"similar_questions,omitzero"` // an empty list that is not nil clears
	Answers          []KfKnowledgeAnswer         `json:"answers,omitzero"`           // exactly one, for now
}

// ListKfKnowledgeIntents returns a page of the questions of the knowledge base, of a group, or one of them
// (获取问答列表). [Client.AllKfKnowledgeIntents] turns the pages.
//
// Of images and videos, the platform tells the name only: to keep one when its answer is changed, it must
// be uploaded again.
//
// API: POST /cgi-bin/kf/knowledge/list_intent
// Doc: https://developer.work.weixin.qq.com/document/path/95972
func (c *Client) ListKfKnowledgeIntents(ctx context.Context, req *ListKfKnowledgeIntentsRequest) (*ListKfKnowledgeIntentsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/kf/knowledge/list_intent", req, new(ListKfKnowledgeIntentsResponse))
}

// AllKfKnowledgeIntents ranges over the questions of the knowledge base or of a group, page by page; see
// [Client.ListKfKnowledgeIntents].
func (c *Client) AllKfKnowledgeIntents(ctx context.Context, req *ListKfKnowledgeIntentsRequest) iter.Seq2[*KfKnowledgeIntent, error] {
	return paginate(ctx, req, c.ListKfKnowledgeIntents,
		func(q *ListKfKnowledgeIntentsRequest) *string { return &q.Cursor },
		func(p *ListKfKnowledgeIntentsResponse) ([]*KfKnowledgeIntent, string, bool) {
			return p.IntentList, p.NextCursor, bool(p.HasMore)
		})
}

// ListKfKnowledgeIntentsRequest says which questions to return.
type ListKfKnowledgeIntentsRequest struct {
	GroupID  string `json:"group_id,omitzero"`  // those of this group
	IntentID string `json:"intent_id,omitzero"` // this one alone
	Cursor   string `json:"cursor,omitzero"`    // the NextCursor of the page before
	Limit    int64  `json:"limit,omitzero"`     // at most 1,000, 500 by default
}

// ListKfKnowledgeIntentsResponse is a page of questions.
type ListKfKnowledgeIntentsResponse struct {
	IntentList []*KfKnowledgeIntent `json:"intent_list"`
	HasMore    IntBool              `json:"has_more"` // whether another page follows
	NextCursor string               `json:"next_cursor"`
}

// KfKnowledgeIntent is a question of the knowledge base and its answer.
type KfKnowledgeIntent struct {
	GroupID          string                      `json:"group_id"`
	IntentID         string                      `json:"intent_id"`
	Question         KfKnowledgeQuestion         `json:"question"`
	SimilarQuestions KfKnowledgeSimilarQuestions `json:"similar_questions"`
	Answers          []KfKnowledgeAnswerInfo     `json:"answers"` // one, for now
}

// KfKnowledgeAnswerInfo is an answer as the knowledge base returns it.
type KfKnowledgeAnswerInfo struct {
	Text        KfKnowledgeText             `json:"text"`
	Attachments []KfKnowledgeAttachmentInfo `json:"attachments"`
}

// KfKnowledgeAttachmentInfo is what is attached to an answer, as the knowledge base returns it.
type KfKnowledgeAttachmentInfo struct {
	MsgType     KfKnowledgeAttachmentType  `json:"msgtype"`
	Image       KfKnowledgeFile            `json:"image"`
	Link        KfKnowledgeLink            `json:"link"`
	Video       KfKnowledgeFile            `json:"video"`
	MiniProgram KfKnowledgeMiniProgramInfo `json:"miniprogram"`
}

// KfKnowledgeFile is the name of an image or video.
type KfKnowledgeFile struct {
	Name string `json:"name"`
}

// KfKnowledgeMiniProgramInfo is a mini program as the knowledge base returns it, without its picture.
type KfKnowledgeMiniProgramInfo struct {
	AppID    string `json:"appid"`
	PagePath string `json:"pagepath"`
	Title    string `json:"title"`
}
