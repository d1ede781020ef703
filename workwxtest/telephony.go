package workwxtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// telephonyState holds the calls at the corp's expense (公费电话) and the emergency calls (紧急通知).
type telephonyState struct {
	dials []workwx.DialRecord
	calls []*pstnCall
}

type pstnCall struct {
	id     string
	userID string
	time   time.Time
	talk   int64
	reason workwx.PSTNCallReason
}

const codeDialPeriod = workwx.Code(600018)

func telephonyHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/dial/get_dial_record": in(listDialRecords),
		"/cgi-bin/pstncc/call":          in(startPSTNCall),
		"/cgi-bin/pstncc/getstates":     in(getPSTNCall),
	}
}

// AddDialRecord adds a call that a member made at the corp's expense.
func (s *Server) AddDialRecord(r workwx.DialRecord) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.telephony.dials = append(s.oa.telephony.dials, r)
	slices.SortStableFunc(s.oa.telephony.dials, func(a, b workwx.DialRecord) int { return a.CallTime.Compare(b.CallTime.Time) })
}

func listDialRecords(s *Server, c *call, req *struct {
	Start  int64 `json:"start_time"`
	End    int64 `json:"end_time"`
	Offset int64 `json:"offset"`
	Limit  int64 `json:"limit"`
}) (any, error) {
	if req.End == 0 {
		req.End = c.now.Unix()
	}
	if req.Start > req.End {
		return nil, fail(codeDialPeriod, "start_time is after end_time")
	}
	if req.Offset < 0 || req.Limit < 0 || req.Limit > 100 {
		return nil, fail(workwx.Code(600041), "invalid offset or limit")
	}
	if req.Limit == 0 {
		req.Limit = 100
	}
	req.Start = max(req.Start, req.End-30*86400)
	list := []workwx.DialRecord{}
	for _, r := range s.oa.telephony.dials {
		if t := r.CallTime.Unix(); t >= req.Start && t <= req.End {
			list = append(list, r)
		}
	}
	start := min(req.Offset, int64(len(list)))
	return struct {
		Record []workwx.DialRecord `json:"record"`
	}{list[start:min(start+req.Limit, int64(len(list)))]}, nil
}

func startPSTNCall(s *Server, c *call, req *struct {
	UserIDs []string `json:"callee_userid"`
}) (any, error) {
	type state struct {
		Code   workwx.Code `json:"code"`
		CallID string      `json:"callid,omitempty"`
		UserID string      `json:"userid"`
	}
	if len(req.UserIDs) == 0 {
		return nil, fail(codeIllegalParameter, "callee_userid is empty")
	}
	list := []state{}
	for _, id := range req.UserIDs {
		m := s.contacts.member(id)
		if m == nil || !s.visible(c.app, m) {
			list = append(list, state{Code: workwx.CodeUserNotFound, UserID: id})
			continue
		}
		call := &pstnCall{id: newID("call-"), userID: m.UserID, time: c.now, reason: workwx.PSTNCallReasonRinging}
		s.oa.telephony.calls = append(s.oa.telephony.calls, call)
		list = append(list, state{CallID: call.id, UserID: m.UserID})
	}
	return struct {
		States []state `json:"states"`
	}{list}, nil
}

func (st *telephonyState) call(id string) *pstnCall {
	i := slices.IndexFunc(st.calls, func(call *pstnCall) bool { return call.id == id })
	if i < 0 {
		return nil
	}
	return st.calls[i]
}

func getPSTNCall(s *Server, c *call, req *struct {
	UserID string `json:"callee_userid"`
	CallID string `json:"callid"`
}) (any, error) {
	call := s.oa.telephony.call(req.CallID)
	if call == nil || !strings.EqualFold(call.userID, req.UserID) || c.now.Sub(call.time) > 7*24*time.Hour {
		return nil, fail(codeIllegalParameter, "callid not found")
	}
	return struct {
		IsTalked flag                  `json:"istalked"`
		CallTime int64                 `json:"calltime"`
		TalkTime int64                 `json:"talktime"`
		Reason   workwx.PSTNCallReason `json:"reason"`
	}{call.talk > 0, call.time.Unix(), call.talk, call.reason}, nil
}

// EndPSTNCall ends an emergency call (紧急通知): the member talked for so long, or for no time at all, and
// this is why it ended. It rings until then.
func (s *Server) EndPSTNCall(callID string, talk time.Duration, reason workwx.PSTNCallReason) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	call := s.oa.telephony.call(callID)
	if call == nil {
		return fmt.Errorf("workwxtest: there is no call %q", callID)
	}
	call.talk, call.reason = seconds(talk), reason
	return nil
}
