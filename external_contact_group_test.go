package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAllGroupChats(t *testing.T) {
	t.Parallel()
	owner := GroupChatOwnerFilter{UserIDList: []string{"lisi"}}
	for name, tt := range map[string]struct {
		req  *ListGroupChatsRequest
		want []string
	}{
		"nil": {nil, []string{`{"limit":1000}`, `{"limit":1000,"cursor":"c1"}`}},
		"own limit": {&ListGroupChatsRequest{Limit: 5, OwnerFilter: owner}, []string{
			`{"owner_filter":{"userid_list":["lisi"]},"limit":5}`,
			`{"owner_filter":{"userid_list":["lisi"]},"limit":5,"cursor":"c1"}`,
		}},
		"no limit": {&ListGroupChatsRequest{StatusFilter: GroupChatStatusOwnerResigned}, []string{
			`{"status_filter":1,"limit":1000}`, `{"status_filter":1,"limit":1000,"cursor":"c1"}`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, p := customerClient(t,
				`{"errcode":0,"group_chat_list":[{"chat_id":"wr-1","status":0}],"next_cursor":"c1"}`,
				`{"errcode":0,"group_chat_list":[{"chat_id":"wr-2","status":3}],"next_cursor":""}`,
			)
			var before ListGroupChatsRequest
			if tt.req != nil {
				before = *tt.req
			}
			var chats []GroupChatItem
			for chat, err := range c.AllGroupChats(t.Context(), tt.req) {
				require.NoError(t, err)
				chats = append(chats, *chat)
			}
			require.Equal(t, []GroupChatItem{{"wr-1", GroupChatStatusNormal}, {"wr-2", GroupChatStatusTransferred}}, chats)
			for i, body := range tt.want {
				require.Equal(t, "/cgi-bin/externalcontact/groupchat/list "+body, p.sent[i])
			}
			if tt.req != nil {
				require.Equal(t, before, *tt.req)
			}
		})
	}
}

// The platform says that the list is at its end by an offset that is the total.
func TestAllGroupChatStatistics(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":0,"total":3,"next_offset":2,"items":[{"owner":"a"},{"owner":"b"}]}`,
		`{"errcode":0,"total":3,"next_offset":3,"items":[{"owner":"c","data":{"chat_total":4}}]}`,
	)
	var owners []string
	for s, err := range c.AllGroupChatStatistics(t.Context(), &ListGroupChatStatisticsRequest{DayBeginTime: Unix(1700000000), OrderAsc: Ptr(Yes)}) {
		require.NoError(t, err)
		owners = append(owners, s.Owner)
	}
	require.Equal(t, []string{"a", "b", "c"}, owners)
	require.Equal(t, []string{
		`/cgi-bin/externalcontact/groupchat/statistic {"day_begin_time":1700000000,"order_asc":1}`,
		`/cgi-bin/externalcontact/groupchat/statistic {"day_begin_time":1700000000,"order_asc":1,"offset":2}`,
	}, p.sent)
}

func TestUpdateGroupChatJoinWay(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"errmsg":"ok"}`)
	require.NoError(t, c.UpdateGroupChatJoinWay(t.Context(), &UpdateGroupChatJoinWayRequest{
		ConfigID: "way-1", Scene: GroupChatJoinWaySceneQRCode, ChatIDList: []string{"wr-1"}, AutoCreateRoom: Ptr(int64(0)),
	}))
	require.Equal(t, []string{`/cgi-bin/externalcontact/groupchat/update_join_way {"config_id":"way-1","scene":2,"auto_create_room":0,"chat_id_list":["wr-1"]}`}, p.sent)
}
