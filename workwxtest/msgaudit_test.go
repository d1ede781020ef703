package workwxtest_test

import (
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

func TestMsgAudit(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)
	permitted := func(edition workwx.MsgAuditEdition) ([]string, error) {
		return c.ListMsgAuditPermitUserIDs(t.Context(), &workwx.ListMsgAuditPermitUserIDsRequest{Type: edition})
	}
	_, err := permitted(0)
	require.ErrorIs(t, err, workwx.CodeArchiveDisabled)
	_, err = c.CheckMsgAuditRoomAgree(t.Context(), "wr-1")
	require.ErrorIs(t, err, workwx.CodeArchiveDisabled)
	srv.SetMsgAuditPermitUsers(workwx.MsgAuditEditionOffice, "lisi", "boss")
	srv.SetMsgAuditPermitUsers(workwx.MsgAuditEditionService, "wangwu", "lisi")
	ids, err := permitted(0)
	require.NoError(t, err)
	require.Equal(t, []string{"lisi", "boss", "wangwu"}, ids)
	ids, err = permitted(workwx.MsgAuditEditionService)
	require.NoError(t, err)
	require.Equal(t, []string{"wangwu", "lisi"}, ids)

	srv.SetMsgAuditAgree("lisi", "wm-1", workwx.MsgAuditAgreeStatusDefaultAgree)
	srv.SetMsgAuditAgree("lisi", "wm-2", workwx.MsgAuditAgreeStatusDisagree)
	srv.SetMsgAuditAgree("zhaoliu", "wm-1", workwx.MsgAuditAgreeStatusDisagree)
	srv.SetMsgAuditAgree("lisi", "wm-1", workwx.MsgAuditAgreeStatusAgree)
	e := next[*workwx.MsgAuditApprovedEvent](t, events)
	require.Equal(t, "lisi", e.UserID)
	require.Equal(t, "wm-1", e.ExternalUserID)
	pairs := []workwx.MsgAuditPair{{UserID: "lisi", ExternalOpenID: "wm-2"}, {UserID: "LISI", ExternalOpenID: "wm-1"}, {UserID: "zhaoliu", ExternalOpenID: "wm-1"}, {UserID: "boss", ExternalOpenID: "wm-1"}}
	agrees, err := c.CheckMsgAuditSingleAgree(t.Context(), &workwx.CheckMsgAuditSingleAgreeRequest{Info: pairs})
	require.NoError(t, err)
	require.Len(t, agrees, 2, "one is not archived, one is no contact")
	require.Equal(t, workwx.MsgAuditAgreeStatusDisagree, agrees[0].AgreeStatus)
	require.Equal(t, workwx.MsgAuditAgreeStatusAgree, agrees[1].AgreeStatus)
	require.True(t, agrees[1].StatusChangeTime.Equal(officeDay))
	_, err = c.CheckMsgAuditSingleAgree(t.Context(), &workwx.CheckMsgAuditSingleAgreeRequest{Info: make([]workwx.MsgAuditPair, 101)})
	require.ErrorIs(t, err, workwx.Code(301060))

	srv.SetMsgAuditGroupChat("wr-1", workwx.MsgAuditGroupChat{RoomName: "项目群", Creator: "boss", RoomCreateTime: workwx.At(officeDay), Members: []workwx.MsgAuditGroupChatMember{{MemberID: "lisi"}}})
	srv.SetMsgAuditRoomAgree("wr-2", "wm-2", workwx.MsgAuditAgreeStatusDisagree)
	srv.SetMsgAuditRoomAgree("wr-2", "wm-1", workwx.MsgAuditAgreeStatusAgree)
	chat, err := c.GetMsgAuditGroupChat(t.Context(), "wr-1")
	require.NoError(t, err)
	require.Equal(t, "项目群", chat.RoomName)
	require.Equal(t, "lisi", chat.Members[0].MemberID)
	_, err = c.GetMsgAuditGroupChat(t.Context(), "wr-2")
	require.ErrorIs(t, err, workwx.Code(301059), "it has customers")
	room, err := c.CheckMsgAuditRoomAgree(t.Context(), "wr-2")
	require.NoError(t, err)
	require.Len(t, room, 2)
	require.Equal(t, "wm-1", room[0].ExternalOpenID)
	require.Equal(t, workwx.MsgAuditAgreeStatusDisagree, room[1].AgreeStatus)
	_, err = c.CheckMsgAuditRoomAgree(t.Context(), "none")
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)

	srv.SetMsgAuditRobot(workwx.MsgAuditRobot{RobotID: "wb-1", Name: "值班", CreatorUserID: "boss"})
	robot, err := c.GetMsgAuditRobot(t.Context(), "wb-1")
	require.NoError(t, err)
	require.Equal(t, "值班", robot.Name)
	_, err = c.GetMsgAuditRobot(t.Context(), "none")
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}
