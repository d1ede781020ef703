package workwx

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAllLivingStatistics: each page is one object, and the flag alone tells the last.
func TestAllLivingStatistics(t *testing.T) {
	t.Parallel()
	t.Run("watch", func(t *testing.T) {
		t.Parallel()
		c, p := customerClient(t,
			`{"errcode":0,"ending":0,"next_key":"k1","stat_info":{"users":[{"userid":"ann","watch_time":30,"is_mic":1}]}}`,
			`{"errcode":0,"ending":1,"next_key":"k2","stat_info":{"external_users":[{"external_userid":"wm-1","type":1,"is_comment":1}]}}`,
		)
		var got []LivingWatchStatistic
		for page, err := range c.AllLivingWatchStatistics(t.Context(), &ListLivingWatchStatisticsRequest{LivingID: "l1"}) {
			require.NoError(t, err)
			got = append(got, *page)
		}
		require.Equal(t, []LivingWatchStatistic{
			{Users: []LivingUserViewer{{UserID: "ann", WatchTime: 30, IsMic: true}}},
			{ExternalUsers: []LivingExternalViewer{{ExternalUserID: "wm-1", Type: ExternalContactTypeWeChat, IsComment: true}}},
		}, got)
		require.Equal(t, []string{
			`/cgi-bin/living/get_watch_stat {"livingid":"l1"}`,
			`/cgi-bin/living/get_watch_stat {"livingid":"l1","next_key":"k1"}`,
		}, p.sent)
	})
	pages := func(flag, yes, no, cursor, field, list, member string) []string {
		page := `{"errcode":0,%q:%s,%q:%q,%q:{%q:[{"student_userid":%q}]}}`
		return []string{
			fmt.Sprintf(page, flag, yes, cursor, "c1", field, list, "sa"),
			fmt.Sprintf(page, flag, no, cursor, "c2", field, list, member),
		}
	}
	for name, tc := range map[string]struct {
		answers []string
		cursor  string
		collect func(t *testing.T, c *Client) []string
	}{
		"school/living/get_watch_stat": {pages("ending", "0", "1", "next_key", "stat_infoes", "students", "sb"), "next_key", func(t *testing.T, c *Client) (got []string) {
			for page, err := range c.AllSchoolLivingWatchStatistics(t.Context(), &ListSchoolLivingWatchStatisticsRequest{LivingID: "l1"}) {
				require.NoError(t, err)
				got = append(got, page.Students[0].StudentUserID)
			}
			return got
		}},
		"school/living/get_watch_stat_v2": {pages("has_more", "1", "0", "next_cursor", "stat_info", "parents", "sb"), "next_cursor", func(t *testing.T, c *Client) (got []string) {
			for page, err := range c.AllSchoolLivingWatchStatisticsV2(t.Context(), &ListSchoolLivingWatchStatisticsV2Request{LivingID: "l1"}) {
				require.NoError(t, err)
				got = append(got, page.Parents[0].StudentUserID)
			}
			return got
		}},
		"school/living/get_unwatch_stat": {pages("ending", "0", "1", "next_key", "stat_info", "students", "sb"), "next_key", func(t *testing.T, c *Client) (got []string) {
			for page, err := range c.AllSchoolLivingUnwatchStatistics(t.Context(), &ListSchoolLivingUnwatchStatisticsRequest{LivingID: "l1"}) {
				require.NoError(t, err)
				got = append(got, page.Students[0].StudentUserID)
			}
			return got
		}},
		"school/living/get_unwatch_stat_v2": {pages("has_more", "1", "0", "next_cursor", "stat_info", "students", "sb"), "next_cursor", func(t *testing.T, c *Client) (got []string) {
			for page, err := range c.AllSchoolLivingUnwatchStatisticsV2(t.Context(), &ListSchoolLivingUnwatchStatisticsV2Request{LivingID: "l1"}) {
				require.NoError(t, err)
				got = append(got, page.Students[0].StudentUserID)
			}
			return got
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, p := customerClient(t, tc.answers...)
			require.Equal(t, []string{"sa", "sb"}, tc.collect(t, c))
			require.Equal(t, []string{
				`/cgi-bin/` + name + ` {"livingid":"l1"}`,
				`/cgi-bin/` + name + ` {"livingid":"l1","` + tc.cursor + `":"c1"}`,
			}, p.sent)
		})
	}
}

func TestLivingCodeIsNotPrinted(t *testing.T) {
	t.Parallel()
	c, _ := customerClient(t, `{"errcode":0,"living_code":"abcdef"}`)
	code, err := c.GetLivingCode(t.Context(), &GetLivingCodeRequest{LivingID: "l1", OpenID: "o1"})
	require.NoError(t, err)
	require.Equal(t, "abcdef", string(code))
	require.NotContains(t, fmt.Sprintf("%v %+v %#v %q", code, code, code, code), "abcdef")
}

func TestUpdateLivingSendsWhatIsSet(t *testing.T) {
	t.Parallel()
	for want, req := range map[string]UpdateLivingRequest{
		`{"livingid":"l1"}`:                                 {LivingID: "l1"},
		`{"livingid":"l1","type":0,"remind_time":0}`:        {LivingID: "l1", Type: Ptr(LivingTypeGeneral), RemindTime: Ptr(int64(0))},
		`{"livingid":"l1","living_start":1600100000}`:       {LivingID: "l1", LivingStart: Unix(1600100000)},
		`{"livingid":"l1","theme":"News","description":""}`: {LivingID: "l1", Theme: Ptr("News"), Description: Ptr("")},
	} {
		body, err := encodeJSON(req)
		require.NoError(t, err)
		require.Equal(t, want, string(body))
	}
}
