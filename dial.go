package workwx

import (
	"context"
	"iter"
)

// ListDialRecords returns the calls that members made at the corp's expense and that were answered
// (获取公费电话拨打记录).
//
// At most 30 days are looked at: those before EndTime if the times are further apart, the last 30 if
// there are none. Errcode 600018 says that the times are wrong. The app must be allowed to call the API of
// 公费电话.
//
// API: POST /cgi-bin/dial/get_dial_record
// Doc: https://developer.work.weixin.qq.com/document/path/93662
func (c *Client) ListDialRecords(ctx context.Context, req *ListDialRecordsRequest) ([]*DialRecord, error) {
	var resp listDialRecordsResponse
	err := c.invoke(ctx, post, "/cgi-bin/dial/get_dial_record", req, &resp)
	return resp.Record, err
}

type listDialRecordsResponse struct {
	Record []*DialRecord `json:"record"`
}

// AllDialRecords ranges over the calls of a time, page by page; see [Client.ListDialRecords].
func (c *Client) AllDialRecords(ctx context.Context, req *ListDialRecordsRequest) iter.Seq2[*DialRecord, error] {
	return paginateOffset(ctx, req, c.ListDialRecords,
		func(q *ListDialRecordsRequest) *int64 { return &q.Offset },
		func(p []*DialRecord) ([]*DialRecord, bool) { return p, true })
}

// ListDialRecordsRequest says which calls to list; both times are included.
type ListDialRecordsRequest struct {
	StartTime Timestamp `json:"start_time,omitzero"`
	EndTime   Timestamp `json:"end_time,omitzero"`
	Offset    int64     `json:"offset,omitzero"` // how many to skip
	Limit     int64     `json:"limit,omitzero"`  // how many a page has at most, up to 100; 100 if 0
}

// DialCallType says how many take part in a call.
type DialCallType int64

// How many take part in a call.
const (
	DialCallTypeSingle     DialCallType = 1
	DialCallTypeConference DialCallType = 2
)

// DialRecord is a call.
type DialRecord struct {
	CallType      DialCallType       `json:"call_type"`
	CallTime      Timestamp          `json:"call_time"`
	TotalDuration int64              `json:"total_duration"` // of all parties, in minutes
	Caller        DialRecordCaller   `json:"caller"`
	Callee        []DialRecordCallee `json:"callee"`
}

// DialRecordCaller is the member who made a call.
type DialRecordCaller struct {
	UserID   string `json:"userid"`
	Duration int64  `json:"duration"` // in minutes
}

// DialRecordCallee is who was called.
type DialRecordCallee struct {
	UserID   string `json:"userid"`   // of a member of the corp
	Phone    string `json:"phone"`    // of anybody else
	Duration int64  `json:"duration"` // in minutes
}
