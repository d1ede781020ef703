package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReportGridCategories: the list and its fields come under two names.
func TestReportGridCategories(t *testing.T) {
	t.Parallel()
	want := []*ReportGridCategory{
		{CategoryID: "c1", CategoryName: "Roads", Level: 1},
		{CategoryID: "c2", CategoryName: "Lights", Level: 2, ParentCategoryID: "c1"},
	}
	for _, answer := range []string{
		`{"errcode":0,"category_list":[{"category_id":"c1","category_name":"Roads","level":1},{"category_id":"c2","category_name":"Lights","level":2,"parent_category_id":"c1"}]}`,
		`{"errcode":0,"cata_list":[{"cata_id":"c1","cata_name":"Roads","level":1},{"cata_id":"c2","cata_name":"Lights","level":2,"parent_cata_id":"c1"}]}`,
		`{"errcode":0,"category_list":[],"cata_list":[{"category_id":"c1","category_name":"Roads","level":"1"},{"cata_id":"c2","cata_name":"Lights","level":2,"parent_category_id":"c1"}]}`,
	} {
		c, p := customerClient(t, answer)
		got, err := c.ListReportGridCategories(t.Context())
		require.NoError(t, err)
		require.Equal(t, want, got, answer)
		require.Equal(t, []string{`/cgi-bin/report/grid/list_cata {}`}, p.sent)
	}
}

// TestReportStatisticsOfAll: an empty ID asks for all, and is left out.
func TestReportStatisticsOfAll(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0}`)
	for _, id := range []string{"", "x"} {
		_, err := c.ListReportPatrolCategoryStatistics(t.Context(), id)
		require.NoError(t, err)
		_, err = c.ListReportResidentCategoryStatistics(t.Context(), id)
		require.NoError(t, err)
		_, err = c.GetReportPatrolCorpStatus(t.Context(), id)
		require.NoError(t, err)
		_, err = c.GetReportResidentCorpStatus(t.Context(), id)
		require.NoError(t, err)
	}
	require.Equal(t, []string{
		`/cgi-bin/report/patrol/category_statistic {}`,
		`/cgi-bin/report/resident/category_statistic {}`,
		`/cgi-bin/report/patrol/get_corp_status {}`,
		`/cgi-bin/report/resident/get_corp_status {}`,
		`/cgi-bin/report/patrol/category_statistic {"category_id":"x"}`,
		`/cgi-bin/report/resident/category_statistic {"category_id":"x"}`,
		`/cgi-bin/report/patrol/get_corp_status {"grid_id":"x"}`,
		`/cgi-bin/report/resident/get_corp_status {"grid_id":"x"}`,
	}, p.sent)
}

// TestReportGridNameAsNumber: the platform's own example has a number for a name.
func TestReportGridNameAsNumber(t *testing.T) {
	t.Parallel()
	c, _ := customerClient(t, `{"errcode":0,"grid_list":[{"grid_id":"g1","grid_name":1,"grid_admin":["ann"]}]}`)
	got, err := c.ListReportPatrolGrids(t.Context())
	require.NoError(t, err)
	require.Equal(t, []*ReportGridItem{{"g1", "1", []string{"ann"}}}, got)
}

func TestAllReportSiteCodeAnswers(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t,
		`{"errcode":0,"has_more":1,"next_cursor":"c1","answers":[]}`,
		`{"errcode":0,"has_more":0,"next_cursor":"c2","answers":[{"report_time":1700000000,"report_values":[{"question_id":3,"multi_choice":[1,3]}]}]}`,
	)
	var got []*ReportSiteCodeAnswer
	for answer, err := range c.AllReportSiteCodeAnswers(t.Context(), &ListReportSiteCodeAnswersRequest{SiteID: "s1", Date: "2026-01-31"}) {
		require.NoError(t, err)
		got = append(got, answer)
	}
	require.Equal(t, []*ReportSiteCodeAnswer{{
		ReportTime:   Unix(1700000000),
		ReportValues: []ReportSiteCodeAnswerValue{{QuestionID: 3, MultiChoice: []int64{1, 3}}},
	}}, got)
	require.Equal(t, []string{
		`/cgi-bin/report/sitecode/get_report_answer {"siteid":"s1","date":"2026-01-31"}`,
		`/cgi-bin/report/sitecode/get_report_answer {"siteid":"s1","date":"2026-01-31","cursor":"c1"}`,
	}, p.sent)
}
