package workwxtest_test

import (
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

func TestDialRecords(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	for day := range 40 {
		srv.AddDialRecord(workwx.DialRecord{
			CallType: workwx.DialCallTypeSingle, CallTime: workwx.At(officeDay.AddDate(0, 0, -day)), TotalDuration: int64(day) + 1,
			Caller: workwx.DialRecordCaller{UserID: "lisi", Duration: int64(day) + 1}, Callee: []workwx.DialRecordCallee{{Phone: "0755-1234567", Duration: int64(day) + 1}},
		})
	}
	list := func(req workwx.ListDialRecordsRequest) (minutes []int64) {
		t.Helper()
		for r, err := range c.AllDialRecords(t.Context(), &req) {
			require.NoError(t, err)
			minutes = append(minutes, r.TotalDuration)
		}
		return minutes
	}
	require.Len(t, list(workwx.ListDialRecordsRequest{Limit: 7}), 31, "30 days back, both ends included")
	require.Equal(t, []int64{4, 3, 2}, list(workwx.ListDialRecordsRequest{
		StartTime: workwx.At(officeDay.AddDate(0, 0, -3)), EndTime: workwx.At(officeDay.AddDate(0, 0, -1)), Limit: 2,
	}))
	require.Len(t, list(workwx.ListDialRecordsRequest{StartTime: workwx.At(officeDay.AddDate(-1, 0, 0)), EndTime: workwx.At(officeDay.AddDate(0, 0, -1))}), 31, "the last 30 of a year")
	records, err := c.ListDialRecords(t.Context(), &workwx.ListDialRecordsRequest{Limit: 1})
	require.NoError(t, err)
	require.Equal(t, "0755-1234567", records[0].Callee[0].Phone)

	_, err = c.ListDialRecords(t.Context(), &workwx.ListDialRecordsRequest{StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.Add(-time.Second))})
	require.ErrorIs(t, err, workwx.Code(600018))
	_, err = c.ListDialRecords(t.Context(), &workwx.ListDialRecordsRequest{Limit: 101})
	require.ErrorIs(t, err, workwx.Code(600041))
}

func TestPSTNCalls(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	calls, err := c.StartPSTNCall(t.Context(), &workwx.StartPSTNCallRequest{CalleeUserID: []string{"lisi", "nobody", "wangwu"}})
	require.NoError(t, err)
	require.Len(t, calls, 3)
	require.EqualValues(t, workwx.CodeUserNotFound, calls[1].Code)
	require.Empty(t, calls[1].CallID)
	state := func(userID, callID string) (*workwx.GetPSTNCallStateResponse, error) {
		return c.GetPSTNCallState(t.Context(), &workwx.GetPSTNCallStateRequest{CalleeUserID: userID, CallID: callID})
	}
	st, err := state("lisi", calls[0].CallID)
	require.NoError(t, err)
	require.False(t, bool(st.IsTalked))
	require.Equal(t, workwx.PSTNCallReasonRinging, st.Reason)
	require.True(t, st.CallTime.Equal(officeDay))

	require.NoError(t, srv.EndPSTNCall(calls[0].CallID, 12*time.Second, workwx.PSTNCallReasonEnded))
	require.NoError(t, srv.EndPSTNCall(calls[2].CallID, 0, workwx.PSTNCallReasonRefused))
	require.Error(t, srv.EndPSTNCall("none", 0, workwx.PSTNCallReasonEnded))
	st, err = state("lisi", calls[0].CallID)
	require.NoError(t, err)
	require.True(t, bool(st.IsTalked))
	require.EqualValues(t, 12, st.TalkTime)
	st, err = state("wangwu", calls[2].CallID)
	require.NoError(t, err)
	require.False(t, bool(st.IsTalked))
	require.Equal(t, workwx.PSTNCallReasonRefused, st.Reason)

	_, err = state("lisi", calls[2].CallID)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "the call is another member's")
	_, err = c.StartPSTNCall(t.Context(), &workwx.StartPSTNCallRequest{CalleeUserID: []string{}})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	srv.Advance(8 * 24 * time.Hour)
	_, err = state("lisi", calls[0].CallID)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "a call can be asked for in the 7 days after it")
}
