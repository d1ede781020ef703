package workwxtest

import (
	"strings"
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

// TestOfficeIsPlayed has a handler for every endpoint of the office apps and their kin.
func TestOfficeIsPlayed(t *testing.T) {
	t.Parallel()
	rt := newRoutes()
	played := 0
	for _, e := range workwx.Endpoints() {
		switch area, _, _ := strings.Cut(strings.TrimPrefix(e.Path, "/cgi-bin/"), "/"); area {
		case "oa", "todo", "checkin", "dial", "pstncc", "contactrule", "export", "card", "linkedcorp", "msgaudit":
			require.Contains(t, rt.handlers, e.Path)
			played++
		}
	}
	require.Greater(t, played, 70)
}
