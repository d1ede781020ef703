package workwxtest_test

import (
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

func TestContactRules(t *testing.T) {
	t.Parallel()
	_, c := office(t)
	create := func(rules ...workwx.NewContactRule) ([]int64, error) {
		return c.CreateContactRules(t.Context(), &workwx.CreateContactRulesRequest{Rules: rules})
	}
	users := func(ids ...string) workwx.ContactRuleRange { return workwx.ContactRuleRange{UserID: ids} }
	hidden := workwx.NewContactRule{RuleType: workwx.ContactRuleTypeHide, Range: users("boss"), Whitelist: users("lisi"), IsAllowedSearch: workwx.Ptr(true)}
	ids, err := create(hidden, workwx.NewContactRule{RuleType: workwx.ContactRuleTypeNobody, Range: workwx.ContactRuleRange{PartyID: []int64{1}}, Exclude: users("boss")})
	require.NoError(t, err)
	require.Len(t, ids, 2)
	rules, err := c.ListContactRules(t.Context())
	require.NoError(t, err)
	require.Len(t, rules, 2)
	require.Equal(t, []string{"lisi"}, rules[0].Whitelist.UserID)
	require.True(t, rules[0].IsAllowedSearch)
	require.False(t, rules[0].IsAllowedConversation)
	require.Equal(t, []int64{1}, rules[1].Range.PartyID)

	for name, tt := range map[string]struct {
		change func(*workwx.NewContactRule)
		code   workwx.Code
	}{
		"the same":              {func(*workwx.NewContactRule) {}, 81032},
		"a type":                {func(r *workwx.NewContactRule) { r.RuleType = 4 }, workwx.CodeIllegalParameter},
		"an unknown member":     {func(r *workwx.NewContactRule) { r.Range = users("nobody") }, workwx.CodeUserNotFound},
		"an unknown department": {func(r *workwx.NewContactRule) { r.Exclude.PartyID = []int64{9} }, workwx.CodeDepartmentNotFound},
		"an unknown tag":        {func(r *workwx.NewContactRule) { r.Whitelist.TagID = []int64{9} }, workwx.CodeInvalidTagID},
	} {
		rule := hidden
		tt.change(&rule)
		_, err := create(workwx.NewContactRule{RuleType: workwx.ContactRuleTypeOwnDepartment, Range: users("zhaoliu")}, rule)
		require.ErrorIs(t, err, tt.code, name)
	}
	_, err = create(make([]workwx.NewContactRule, 101)...)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	rules, err = c.ListContactRules(t.Context())
	require.NoError(t, err)
	require.Len(t, rules, 2, "all rules of a call are made or none")

	update := func(change workwx.ContactRuleUpdate) ([]*workwx.ContactRule, error) {
		return c.UpdateContactRules(t.Context(), &workwx.UpdateContactRulesRequest{Rules: []workwx.ContactRuleUpdate{change}})
	}
	changed, err := update(workwx.ContactRuleUpdate{RuleID: ids[0], Whitelist: workwx.ContactRuleRange{UserID: []string{}}, IsAllowedConversation: workwx.Ptr(true)})
	require.NoError(t, err)
	require.Empty(t, changed[0].Whitelist.UserID, "an empty list clears")
	require.Equal(t, []string{"boss"}, changed[0].Range.UserID, "what is not named stays")
	require.True(t, changed[0].IsAllowedSearch)
	require.True(t, changed[0].IsAllowedConversation)
	_, err = update(workwx.ContactRuleUpdate{RuleID: 99})
	require.ErrorIs(t, err, workwx.Code(81031))
	_, err = update(workwx.ContactRuleUpdate{RuleID: ids[0], RuleType: workwx.Ptr(workwx.ContactRuleTypeNobody)})
	require.ErrorIs(t, err, workwx.Code(81034))

	remove := func(ids ...int64) error {
		return c.DeleteContactRules(t.Context(), &workwx.DeleteContactRulesRequest{RuleIDs: ids})
	}
	require.ErrorIs(t, remove(ids[0], 99), workwx.Code(81031))
	require.NoError(t, remove(ids[0]))
	rules, err = c.ListContactRules(t.Context())
	require.NoError(t, err)
	require.Len(t, rules, 1)
	require.Equal(t, ids[1], rules[0].RuleID)
	again, err := create(hidden)
	require.NoError(t, err)
	require.NotContains(t, ids, again[0], "ids do not come twice")
}
