package workwx

import "context"

// StartPSTNCall calls members by telephone to have them look at the app's messages (发起语音电话).
//
// Whether a call could be started is told for each member. Errcode 301049 says that the app is not
// linked to 紧急通知, 301050 that 紧急通知 is not enabled, 301051 that its credit is used up.
//
// API: POST /cgi-bin/pstncc/call
// Doc: https://developer.work.weixin.qq.com/document/path/91627
func (c *Client) StartPSTNCall(ctx context.Context, req *StartPSTNCallRequest) ([]*PSTNCall, error) {
	var resp startPSTNCallResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/pstncc/call", req, &resp)
	return resp.States, err
}

type startPSTNCallResponse struct {
	States []*PSTNCall `json:"states"`
}

// StartPSTNCallRequest names the members to call.
type StartPSTNCallRequest struct {
	CalleeUserID []string `json:"callee_userid"`
}

// PSTNCall is a call to a member.
type PSTNCall struct {
	UserID string `json:"userid"`
	CallID string `json:"callid"` // for [Client.GetPSTNCallState]
	Code   int64  `json:"code"`   // 0 if the call was started
}

// GetPSTNCallState tells whether a member has answered a call of the last 7 days (获取接听状态).
//
// API: POST /cgi-bin/pstncc/getstates
// Doc: https://developer.work.weixin.qq.com/document/path/91628
func (c *Client) GetPSTNCallState(ctx context.Context, req *GetPSTNCallStateRequest) (*GetPSTNCallStateResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/pstncc/getstates", req, new(GetPSTNCallStateResponse))
}

// GetPSTNCallStateRequest names a call.
type GetPSTNCallStateRequest struct {
	CalleeUserID string `json:"callee_userid"`
	CallID       string `json:"callid"`
}

// PSTNCallReason says how far a call is, or how it ended.
type PSTNCallReason int64

// How far a call is, or how it ended.
const (
	PSTNCallReasonEnded         PSTNCallReason = 0 // as it should
	PSTNCallReasonRinging       PSTNCallReason = 1
	PSTNCallReasonAnswered      PSTNCallReason = 2
	PSTNCallReasonTalking       PSTNCallReason = 3
	PSTNCallReasonUserHungUp    PSTNCallReason = 4 // not answered in time, the user hung up
	PSTNCallReasonOutOfArea     PSTNCallReason = 5
	PSTNCallReasonInArrears     PSTNCallReason = 6 // not answered, the user's bill is not paid
	PSTNCallReasonRefused       PSTNCallReason = 7 // by the user
	PSTNCallReasonPhoneOff      PSTNCallReason = 8
	PSTNCallReasonNoSuchNumber  PSTNCallReason = 9
	PSTNCallReasonRestricted    PSTNCallReason = 10
	PSTNCallReasonLineError     PSTNCallReason = 11
	PSTNCallReasonSystemHungUp  PSTNCallReason = 12 // not answered in time, the system hung up
	PSTNCallReasonTooManyCalls  PSTNCallReason = 13 // more than 3 in 8 minutes or 8 in 24 hours
	PSTNCallReasonLineTimeout   PSTNCallReason = 14
	PSTNCallReasonCallerLimited PSTNCallReason = 15 // the calling number made too many calls
	PSTNCallReasonLineBusy      PSTNCallReason = 16 // try again later
	PSTNCallReasonCanceled      PSTNCallReason = 17
	PSTNCallReasonNotConfirmed  PSTNCallReason = 20 // the user did not confirm in time
	PSTNCallReasonOther         PSTNCallReason = 99
)

// GetPSTNCallStateResponse is how far a call is.
type GetPSTNCallStateResponse struct {
	IsTalked IntBool        `json:"istalked"` // it was answered
	CallTime Timestamp      `json:"calltime"` // when it was started
	TalkTime int64          `json:"talktime"` // in seconds
	Reason   PSTNCallReason `json:"reason"`
}
