package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInterceptRuleTakesBothPlaces(t *testing.T) {
	t.Parallel()
	semantics := []InterceptSemantics{InterceptSemanticsMobile, InterceptSemanticsRedPacket}
	for name, tt := range map[string]struct {
		rule string
		want []InterceptSemantics
	}{
		"beside the words":  {`"semantics_list":[1,3]`, semantics},
		"in the extra rule": {`"extra_rule":{"semantics_list":[1,3]}`, semantics},
		"as strings":        {`"semantics_list":["1","3"]`, semantics},
		"nowhere":           {`"extra_rule":""`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, _ := customerClient(t, `{"errcode":0,"rule":{"rule_id":12,"rule_name":"Spam","word_list":["lottery"],"intercept_type":1,`+tt.rule+`}}`)
			got, err := c.GetInterceptRule(t.Context(), "12")
			require.NoError(t, err)
			require.Equal(t, &InterceptRule{
				RuleID: "12", RuleName: "Spam", WordList: []string{"lottery"}, InterceptType: InterceptTypeBlock,
				SemanticsList: tt.want, ExtraRule: InterceptExtraRule{SemanticsList: tt.want},
			}, got)
		})
	}
}

func TestUpdateInterceptRuleClearsSemantics(t *testing.T) {
	t.Parallel()
	body, err := encodeJSON(UpdateInterceptRuleRequest{RuleID: "12", ExtraRule: InterceptExtraRule{SemanticsList: []InterceptSemantics{}}})
	require.NoError(t, err)
	require.Equal(t, `{"rule_id":"12","extra_rule":{"semantics_list":[]}}`, string(body))
}
