package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAllJournalUUIDs(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"journaluuid_list":["a"],"next_cursor":1,"endflag":0}`, `{"journaluuid_list":[],"next_cursor":2,"endflag":0}`,
		`{"journaluuid_list":["b"],"next_cursor":2,"endflag":1}`)
	req := &ListJournalUUIDsRequest{StartTime: Unix(1772380800), EndTime: Unix(1772467200)}
	var ids []string
	for id, err := range c.AllJournalUUIDs(t.Context(), req) {
		require.NoError(t, err)
		ids = append(ids, id)
	}
	require.Equal(t, []string{"a", "b"}, ids)
	require.Equal(t, `{"starttime":1772380800,"endtime":1772467200,"cursor":2,"limit":100}`, p.bodies[2])
	require.Equal(t, &ListJournalUUIDsRequest{StartTime: Unix(1772380800), EndTime: Unix(1772467200)}, req)
}

func TestGetJournal(t *testing.T) {
	t.Parallel()
	c, _ := oaClient(t, `{"errcode":0,"errmsg":"ok","info":{"journal_uuid":"J","submitter":{"userid":"lisi"},"sys_journal_data":"<p>今日</p>",
		"apply_data":{"contents":[
			{"control":"SchoolContact","id":"SchoolContact-01","title":[],"value":{"students":[{"name":"小明"}],"classes":[{"name":"一班"}]}},
			{"control":"Doc","id":"Doc-01","title":[],"value":{"docs":[{"docid":"D"}]}},
			{"control":"WedriveFile","id":"WedriveFile-01","title":[],"value":{"wedrive_files":[{"fileid":"F"}]}}]},
		"comments":[{"commentid":6899287783354824502,"tocommentid":0,"comment_userinfo":{"userid":"boss"},"content":"好","comment_time":1772380800}]}}`)
	j, err := c.GetJournal(t.Context(), "J")
	require.NoError(t, err)
	require.Equal(t, "<p>今日</p>", j.SysJournalData)
	require.Equal(t, "小明", j.ApplyData.Find("SchoolContact-01").Value.Students[0].Name)
	require.Equal(t, "D", j.ApplyData.Find("Doc-01").Value.Docs[0].DocID)
	require.Equal(t, "F", j.ApplyData.Find("WedriveFile-01").Value.WedriveFiles[0].FileID)
	require.Equal(t, JournalComment{CommentID: "6899287783354824502", ToCommentID: "0", CommentUserInfo: OAUser{UserID: "boss"}, Content: "好", CommentTime: Unix(1772380800)}, j.Comments[0])
}
