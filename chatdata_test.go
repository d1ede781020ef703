package workwx

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestWaitChatDataProgramJob(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const pending = `{"errcode":710642,"errmsg":"waiting for result"}`
		answers := []string{pending, pending, `{"errcode":0,"errmsg":"ok","response_errcode":7,"response_data":"{\"n\":1}"}`}
		asked := 0
		answer := func() string {
			asked++
			return answers[asked-1]
		}
		c := contactsClient(t, func(path, _, body string) string {
			require.Equal(t, "/cgi-bin/chatdata/async_program_result", path)
			require.JSONEq(t, `{"jobid":"J1"}`, body)
			return answer()
		})
		started := time.Now()
		r, err := c.WaitChatDataProgramJob(t.Context(), "J1")
		require.NoError(t, err)
		require.Equal(t, &ChatDataProgramJobResult{ResponseErrCode: 7, ResponseData: `{"n":1}`}, r)
		require.Equal(t, 5*time.Second, time.Since(started)) // 2 s and 3 s

		answer = func() string { return `{"errcode":790000,"errmsg":"invalid jobid"}` }
		r, err = c.WaitChatDataProgramJob(t.Context(), "J1")
		require.ErrorIs(t, err, Code(790000))
		require.Nil(t, r)

		answer = func() string { return pending }
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		r, err = c.WaitChatDataProgramJob(ctx, "J1")
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Nil(t, r)
	})
}

func TestChatDataAuthUserIDHasTwoNames(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(_, _, body string) string {
		if strings.Contains(body, `"cursor":"C1"`) {
			return `{"errcode":0,"errmsg":"ok","auth_user_list":[{"userid":"zhangsan","edition_list":[2,3]}],"has_more":false}`
		}
		return `{"errcode":0,"errmsg":"ok","auth_user_list":[{"open_userid":"woA","edition_list":["1"]}],"next_cursor":"C1","has_more":1}`
	})
	var users []ChatDataAuthUser
	for u, err := range c.AllChatDataAuthUsers(t.Context(), nil) {
		require.NoError(t, err)
		users = append(users, *u)
	}
	require.Equal(t, []ChatDataAuthUser{
		{UserID: "woA", EditionList: []ChatDataEdition{ChatDataEditionInternal}},
		{UserID: "zhangsan", EditionList: []ChatDataEdition{ChatDataEditionChats, ChatDataEditionChatsAndCalls}},
	}, users)
}

// An update sends what it sets and no more, and an empty list where a setting is to be removed.
func TestUpdateChatDataKeywordRuleSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0,"errmsg":"ok"}`}
	c := wireClient(t, w)
	require.NoError(t, c.UpdateChatDataKeywordRule(t.Context(), &UpdateChatDataKeywordRuleRequest{RuleID: "R1", Name: Ptr("refunds")}))
	require.JSONEq(t, `{"rule_id":"R1","name":"refunds"}`, string(w.body))

	require.NoError(t, c.UpdateChatDataKeywordRule(t.Context(), &UpdateChatDataKeywordRuleRequest{
		RuleID:    "R1",
		Semantics: ChatDataSemantics{SemanticsList: []int64{}},
		ApplicableRange: ChatDataKeywordRange{
			TargetType: ChatDataKeywordTargets{TypeList: []ChatDataKeywordTarget{ChatDataKeywordTargetMember}},
			User:       ChatDataIDList{IDList: []string{}},
		},
	}))
	require.JSONEq(t, `{"rule_id":"R1","semantics":{"semantics_list":[]},"applicable_range":{"target_type":{"type_list":[1]},"user":{"id_list":[]}}}`, string(w.body))
}

func TestChatDataSecretsAreNotPrinted(t *testing.T) {
	t.Parallel()
	key := ChatDataMessageKey{MsgID: "M1", EncryptInfo: ChatDataEncryptInfo{SecretKey: "verykey"}}
	require.NotContains(t, fmt.Sprintf("%+v %#v", key, StartChatDataDebugModeRequest{DebugToken: "verytoken"}), "very")
	body, err := encodeJSON(key)
	require.NoError(t, err)
	require.JSONEq(t, `{"msgid":"M1","encrypt_info":{"secret_key":"verykey"}}`, string(body))
}
