package workwxtest

import (
	"slices"
	"strconv"
	"time"

	"github.com/go-workwx/workwx"
)

const (
	codeJournalUUID  = workwx.Code(301084)
	codeJournalDocID = workwx.Code(301085)
)

// journalState holds the journals, and who owes them.
type journalState struct {
	list   []*workwx.Journal // in the order of their reports
	duties map[string]*journalDuty
	docs   map[string][]byte // exported documents, by docid
	jobs   map[string]string // the URLs of exports, by job
}

// journalDuty is who has to hand in the journals of a template, and how often.
type journalDuty struct {
	kind    workwx.JournalReportType
	userIDs []string
}

func newJournals() journalState {
	return journalState{duties: map[string]*journalDuty{}, docs: map[string][]byte{}, jobs: map[string]string{}}
}

func journalHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/oa/journal/get_record_list":       in(listJournals),
		"/cgi-bin/oa/journal/get_record_detail":     in(getJournal),
		"/cgi-bin/oa/journal/get_stat_list":         in(listJournalStats),
		"/cgi-bin/oa/journal/export_doc":            in(exportJournalDoc),
		"/cgi-bin/oa/journal/get_export_doc_result": in(journalExportResult),
		"/cgi-bin/oa/journal/download_wedrive_file": in(journalFileURL),
	}
}

// AddJournal has the submitter hand in a journal (汇报) and returns its UUID. A UUID and a time of the
// report are made up where they are not given. The documents and files that the form names can be
// downloaded once they have a content; see [Server.SetJournalDoc].
func (s *Server) AddJournal(j workwx.Journal) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if j.JournalUUID == "" {
		j.JournalUUID = newID("41")
	}
	if j.ReportTime.IsZero() {
		j.ReportTime = workwx.At(s.now())
	}
	s.oa.journals.list = append(s.oa.journals.list, &j)
	slices.SortStableFunc(s.oa.journals.list, func(a, b *workwx.Journal) int { return a.ReportTime.Compare(b.ReportTime.Time) })
	return j.JournalUUID
}

// SetJournalDoc sets what the export of a journal's document, or the download of its file of the drive,
// yields.
func (s *Server) SetJournalDoc(id string, content []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.journals.docs[id] = slices.Clone(content)
}

// SetJournalDuty says who has to hand in the journals of a template, and how often. It is what the
// statistics go by.
func (s *Server) SetJournalDuty(templateID string, kind workwx.JournalReportType, userIDs ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.journals.duties[templateID] = &journalDuty{kind, slices.Clone(userIDs)}
}

func (st *journalState) find(uuid string) (*workwx.Journal, error) {
	i := slices.IndexFunc(st.list, func(j *workwx.Journal) bool { return j.JournalUUID == uuid })
	if i < 0 {
		return nil, fail(codeJournalUUID, "invalid journaluuid")
	}
	return st.list[i], nil
}

func listJournals(s *Server, _ *call, req *struct {
	StartTime number                 `json:"starttime"`
	EndTime   number                 `json:"endtime"`
	Cursor    int64                  `json:"cursor"`
	Limit     int64                  `json:"limit"`
	Filters   []workwx.JournalFilter `json:"filters"`
}) (any, error) {
	if err := checkPeriod(codeIllegalParameter, req.StartTime, req.EndTime, 31*24*time.Hour); err != nil {
		return nil, err
	}
	if req.Limit < 1 || req.Limit > 100 || req.Cursor < 0 {
		return nil, fail(codeIllegalParameter, "limit is 1 to 100")
	}
	for _, f := range req.Filters {
		if f.Key != workwx.JournalFilterKeyCreator && f.Key != workwx.JournalFilterKeyDepartment && f.Key != workwx.JournalFilterKeyTemplateID || len(f.Value) > 256 {
			return nil, fail(codeIllegalParameter, "invalid filter %q", f.Key)
		}
	}
	found := []string{}
	for _, j := range s.oa.journals.list {
		if t := j.ReportTime.Unix(); t >= int64(req.StartTime) && t <= int64(req.EndTime) && s.journalPasses(j, req.Filters) {
			found = append(found, j.JournalUUID)
		}
	}
	start := min(req.Cursor, int64(len(found)))
	end := min(start+req.Limit, int64(len(found)))
	return struct {
		List []string `json:"journaluuid_list"`
		Next int64    `json:"next_cursor"`
		End  flag     `json:"endflag"`
	}{found[start:end], end, end == int64(len(found))}, nil
}

func (s *Server) journalPasses(j *workwx.Journal, filters []workwx.JournalFilter) bool {
	for _, f := range filters {
		ok := false
		switch f.Key {
		case workwx.JournalFilterKeyCreator:
			ok = j.Submitter.UserID == f.Value
		case workwx.JournalFilterKeyTemplateID:
			ok = j.TemplateID == f.Value
		case workwx.JournalFilterKeyDepartment:
			id, err := strconv.ParseInt(f.Value, 10, 64)
			m := s.contacts.member(j.Submitter.UserID)
			ok = err == nil && m != nil && slices.Contains(m.Department, id)
		}
		if !ok {
			return false
		}
	}
	return true
}

func getJournal(s *Server, _ *call, req *struct {
	UUID string `json:"journaluuid"`
}) (any, error) {
	j, err := s.oa.journals.find(req.UUID)
	return struct {
		Info *workwx.Journal `json:"info"`
	}{j}, err
}

// cycle returns the period of a duty in which a time falls.
func (d *journalDuty) cycle(t time.Time) period {
	day := midnight(t)
	switch d.kind {
	case workwx.JournalReportTypeWeekly:
		monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
		return period{monday.Unix(), monday.AddDate(0, 0, 7).Unix()}
	case workwx.JournalReportTypeMonthly:
		first := day.AddDate(0, 0, 1-day.Day())
		return period{first.Unix(), first.AddDate(0, 1, 0).Unix()}
	}
	return period{day.Unix(), day.AddDate(0, 0, 1).Unix()}
}

func listJournalStats(s *Server, c *call, req *struct {
	StartTime  number `json:"starttime"`
	EndTime    number `json:"endtime"`
	TemplateID string `json:"template_id"`
}) (any, error) {
	if err := checkPeriod(codeIllegalParameter, req.StartTime, req.EndTime, 366*24*time.Hour); err != nil {
		return nil, err
	}
	list := []workwx.JournalStatistic{}
	d := s.oa.journals.duties[req.TemplateID]
	for at := int64(req.StartTime); d != nil; {
		p := d.cycle(time.Unix(at, 0))
		if p.begin > int64(req.EndTime) || p.end > c.now.Unix() { // it is not over
			break
		}
		list = append(list, s.journalStat(req.TemplateID, d, p))
		at = p.end
	}
	return struct {
		List []workwx.JournalStatistic `json:"stat_list"`
	}{list}, nil
}

func (s *Server) journalStat(templateID string, d *journalDuty, p period) workwx.JournalStatistic {
	stat := workwx.JournalStatistic{TemplateID: templateID, ReportType: d.kind,
		CycleBeginTime: workwx.Unix(p.begin), CycleEndTime: workwx.Unix(p.end - 1), StatBeginTime: workwx.Unix(p.begin), StatEndTime: workwx.Unix(p.end - 1)}
	for _, id := range d.userIDs {
		who := workwx.OAUser{UserID: id}
		stat.ReportRange.UserList = append(stat.ReportRange.UserList, who)
		report := workwx.JournalStatisticReport{User: who}
		for _, j := range s.oa.journals.list {
			if t := j.ReportTime.Unix(); j.TemplateID == templateID && j.Submitter.UserID == id && t >= p.begin && t < p.end {
				report.ItemList = append(report.ItemList, workwx.JournalStatisticItem{JournalUUID: j.JournalUUID, ReportTime: j.ReportTime})
				stat.TemplateName = j.TemplateName
			}
		}
		if report.ItemList == nil {
			report.ItemList = []workwx.JournalStatisticItem{{}}
			stat.UnreportList = append(stat.UnreportList, report)
		} else {
			stat.ReportList = append(stat.ReportList, report)
		}
	}
	return stat
}

// journalFile returns where the content of a document or file of a journal can be downloaded.
func (s *Server) journalFile(uuid, id string) (string, error) {
	j, err := s.oa.journals.find(uuid)
	if err != nil {
		return "", err
	}
	for _, content := range j.ApplyData.Contents {
		named := slices.Contains(content.Value.Docs, workwx.OAContentDoc{DocID: id}) ||
			slices.Contains(content.Value.WedriveFiles, workwx.OAContentWedriveFile{FileID: id})
		if data, ok := s.oa.journals.docs[id]; named && ok {
			return s.publish(data), nil
		}
	}
	return "", fail(codeJournalDocID, "invalid docid or fileid")
}

func exportJournalDoc(s *Server, _ *call, req *struct {
	UUID  string `json:"journaluuid"`
	DocID string `json:"docid"`
}) (any, error) {
	url, err := s.journalFile(req.UUID, req.DocID)
	if err != nil {
		return nil, err
	}
	id := newID("job-")
	s.oa.journals.jobs[id] = url
	return struct {
		JobID string `json:"jobid"`
	}{id}, nil
}

func journalExportResult(s *Server, _ *call, req *struct {
	JobID string `json:"jobid"`
}) (any, error) {
	url, ok := s.oa.journals.jobs[req.JobID]
	if !ok {
		return nil, fail(workwx.CodeJobNotFound, "jobid not found")
	}
	return struct {
		Status int    `json:"status"`
		URL    string `json:"url"`
	}{2, url}, nil
}

func journalFileURL(s *Server, _ *call, req *struct {
	UUID   string `json:"journaluuid"`
	FileID string `json:"fileid"`
}) (any, error) {
	url, err := s.journalFile(req.UUID, req.FileID)
	return struct {
		URL    string `json:"download_url"`
		Cookie string `json:"cookie_name"`
		Value  string `json:"cookie_value"`
	}{url, "authkey", "fake"}, err
}

// publish makes data available to a plain GET and returns its URL.
func (s *Server) publish(data []byte) string {
	f := &mediaFile{kind: "file", contentType: "application/octet-stream", size: int64(len(data)), data: data}
	s.storeLocked(f)
	return s.URL + imagePath + f.id
}
