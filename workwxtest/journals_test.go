package workwxtest_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

func TestJournals(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	form := workwx.OAContents{Contents: []workwx.OAContent{
		{Control: workwx.ControlTypeText, ID: "Text-1", Value: workwx.OAContentValue{Text: "写代码"}},
		{Control: workwx.ControlTypeDoc, ID: "Doc-1", Value: workwx.OAContentValue{Docs: []workwx.OAContentDoc{{DocID: "doc-1"}}}},
		{Control: workwx.ControlTypeWedriveFile, ID: "WedriveFile-1", Value: workwx.OAContentValue{WedriveFiles: []workwx.OAContentWedriveFile{{FileID: "file-1"}}}},
	}}
	var uuids []string
	for i := range 5 {
		uuids = append(uuids, srv.AddJournal(workwx.Journal{
			TemplateID: "daily", TemplateName: "日报", Submitter: workwx.OAUser{UserID: []string{"lisi", "wangwu"}[i%2]},
			Receivers: []workwx.OAUser{{UserID: "boss"}}, ApplyData: form, ReportTime: workwx.At(officeDay.Add(-time.Duration(5-i) * 24 * time.Hour)),
		}))
	}
	list := func(filters ...workwx.JournalFilter) (got []string) {
		t.Helper()
		for uuid, err := range c.AllJournalUUIDs(t.Context(), &workwx.ListJournalUUIDsRequest{
			StartTime: workwx.At(officeDay.AddDate(0, 0, -7)), EndTime: workwx.At(officeDay), Limit: 2, Filters: filters,
		}) {
			require.NoError(t, err)
			got = append(got, uuid)
		}
		return got
	}
	require.Equal(t, uuids, list())
	require.Equal(t, []string{uuids[1], uuids[3]}, list(workwx.JournalFilter{Key: workwx.JournalFilterKeyCreator, Value: "wangwu"}))
	require.Len(t, list(workwx.JournalFilter{Key: workwx.JournalFilterKeyDepartment, Value: "1"}, workwx.JournalFilter{Key: workwx.JournalFilterKeyTemplateID, Value: "daily"}), 5)
	require.Empty(t, list(workwx.JournalFilter{Key: workwx.JournalFilterKeyTemplateID, Value: "weekly"}))

	j, err := c.GetJournal(t.Context(), uuids[0])
	require.NoError(t, err)
	require.Equal(t, "写代码", j.ApplyData.Find("Text-1").Value.Text)
	require.Equal(t, "lisi", j.Submitter.UserID)
	_, err = c.GetJournal(t.Context(), "none")
	require.ErrorIs(t, err, workwx.Code(301084))

	srv.SetJournalDuty("daily", workwx.JournalReportTypeDaily, "lisi")
	stats, err := c.ListJournalStatistics(t.Context(), &workwx.ListJournalStatisticsRequest{
		TemplateID: "daily", StartTime: workwx.At(officeDay.AddDate(0, 0, -5)), EndTime: workwx.At(officeDay),
	})
	require.NoError(t, err)
	require.Len(t, stats, 5, "today is not over")
	require.Equal(t, uuids[0], stats[0].ReportList[0].ItemList[0].JournalUUID)
	require.Empty(t, stats[1].ReportList)
	require.Equal(t, "lisi", stats[1].UnreportList[0].User.UserID)
	srv.SetJournalDuty("daily", workwx.JournalReportTypeWeekly, "lisi", "boss")
	stats, err = c.ListJournalStatistics(t.Context(), &workwx.ListJournalStatisticsRequest{
		TemplateID: "daily", StartTime: workwx.At(officeDay.AddDate(0, 0, -5)), EndTime: workwx.At(officeDay),
	})
	require.NoError(t, err)
	require.Len(t, stats, 1)
	require.Len(t, stats[0].ReportList[0].ItemList, 3)
	require.Equal(t, "boss", stats[0].UnreportList[0].User.UserID)
	require.Equal(t, time.Monday, stats[0].CycleBeginTime.In(beijing).Weekday())

	_, err = c.SubmitJournalExportJob(t.Context(), &workwx.SubmitJournalExportJobRequest{JournalUUID: uuids[0], DocID: "doc-9"})
	require.ErrorIs(t, err, workwx.Code(301085))
	srv.SetJournalDoc("doc-1", []byte("a document"))
	srv.SetJournalDoc("file-1", []byte("a file"))
	job, err := c.SubmitJournalExportJob(t.Context(), &workwx.SubmitJournalExportJobRequest{JournalUUID: uuids[0], DocID: "doc-1"})
	require.NoError(t, err)
	result, err := c.GetJournalExportJobResult(t.Context(), job)
	require.NoError(t, err)
	file, err := c.GetJournalFileDownloadURL(t.Context(), &workwx.GetJournalFileDownloadURLRequest{JournalUUID: uuids[0], FileID: "file-1"})
	require.NoError(t, err)
	for url, want := range map[string]string{result.URL: "a document", file.DownloadURL: "a file"} {
		resp, err := srv.HTTPClient().Get(url)
		require.NoError(t, err)
		got, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}

	for name, req := range map[string]*workwx.ListJournalUUIDsRequest{
		"no times": {Limit: 1}, "no limit": {StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay)},
		"two months": {StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay.AddDate(0, 2, 0)), Limit: 1},
		"a filter":   {StartTime: workwx.At(officeDay), EndTime: workwx.At(officeDay), Limit: 1, Filters: []workwx.JournalFilter{{Key: "x"}}},
	} {
		_, err := c.ListJournalUUIDs(t.Context(), req)
		require.ErrorIs(t, err, workwx.CodeIllegalParameter, fmt.Sprint(name))
	}
}
