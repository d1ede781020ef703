package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCustomerStrategies(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"strategy_id":7,"next_cursor":"","range":[{"type":1,"userid":"lisi"},{"type":2,"partyid":3}]}`)
	id, err := c.CreateCustomerStrategy(t.Context(), &CreateCustomerStrategyRequest{
		StrategyName: "North", AdminList: []string{"boss"},
		Privilege: CustomerStrategyPrivilege{ExportCustomerList: Ptr(false)},
		Range:     []StrategyRange{{Type: StrategyRangeTypeUser, UserID: "lisi"}, {Type: StrategyRangeTypeDepartment, PartyID: 3}},
	})
	require.NoError(t, err)
	require.Equal(t, int64(7), id)
	require.Equal(t, []string{`/cgi-bin/externalcontact/customer_strategy/create {"strategy_name":"North","admin_list":["boss"],` +
		`"privilege":{"export_customer_list":false},"range":[{"type":1,"userid":"lisi"},{"type":2,"partyid":3}]}`}, p.sent)
	var ranges []StrategyRange
	for r, err := range c.AllCustomerStrategyRanges(t.Context(), &ListCustomerStrategyRangesRequest{StrategyID: 7}) {
		require.NoError(t, err)
		ranges = append(ranges, *r)
	}
	require.Equal(t, []StrategyRange{{Type: StrategyRangeTypeUser, UserID: "lisi"}, {Type: StrategyRangeTypeDepartment, PartyID: 3}}, ranges)
}
