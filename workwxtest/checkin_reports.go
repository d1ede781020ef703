package workwxtest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// reportRequest asks for reports of attendance.
type reportRequest struct {
	StartTime number   `json:"starttime"`
	EndTime   number   `json:"endtime"`
	UserIDs   []string `json:"useridlist"`
}

type reportBase struct {
	Date        int64                    `json:"date,omitempty"`
	DayType     workwx.CheckinDayType    `json:"day_type"`
	RecordType  workwx.CheckinRecordType `json:"record_type"`
	AcctID      string                   `json:"acctid"`
	Name        string                   `json:"name"`
	NameEx      string                   `json:"name_ex"`
	DepartsName string                   `json:"departs_name"`
	Rule        reportRule               `json:"rule_info"`
}

type reportRule struct {
	GroupID      int64         `json:"groupid"`
	GroupName    string        `json:"groupname"`
	ScheduleID   int64         `json:"scheduleid"`
	ScheduleName string        `json:"schedulename"`
	Times        []reportHours `json:"checkintime"`
}

type reportHours struct {
	Work    int64 `json:"work_sec"`
	OffWork int64 `json:"off_work_sec"`
}

type dailySummary struct {
	Count    int64 `json:"checkin_count"`
	Worked   int64 `json:"regular_work_sec"`
	Standard int64 `json:"standard_work_sec"`
	Earliest int64 `json:"earliest_time"`
	Latest   int64 `json:"lastest_time"`
}

type reportException struct {
	Exception workwx.CheckinReportExceptionType `json:"exception"`
	Duration  int64                             `json:"duration"`
	Count     int64                             `json:"count"`
}

type reportItem struct {
	Name       string                       `json:"name"`
	Type       workwx.CheckinReportItemType `json:"type"`
	VacationID int64                        `json:"vacation_id"`
	TimeType   workwx.CheckinTimeType       `json:"time_type"`
	Duration   int64                        `json:"duration"`
	Count      int64                        `json:"count"`
}

type reportApproval struct {
	Number      string                   `json:"sp_number"`
	Title       workwx.CheckinReportText `json:"sp_title"`
	Description workwx.CheckinReportText `json:"sp_description"`
}

type dailyReport struct {
	Base       reportBase                  `json:"base_info"`
	Summary    dailySummary                `json:"summary_info"`
	Approvals  []reportApproval            `json:"holiday_infos"`
	Items      []reportItem                `json:"sp_items"`
	Exceptions []reportException           `json:"exception_infos"`
	Overtime   workwx.CheckinDailyOvertime `json:"ot_info"`
}

// reports returns the days of some members, up to today.
func (s *Server) reports(c *call, req *reportRequest) (ids []string, days map[string][]*dailyReport, err error) {
	if err := checkPeriod(codeCheckinPeriod, req.StartTime, req.EndTime, 366*24*time.Hour); err != nil {
		return nil, nil, err
	}
	if ids, err = s.checkinUsers(req.UserIDs); err != nil {
		return nil, nil, err
	}
	days = map[string][]*dailyReport{}
	for _, id := range ids {
		for day := midnight(time.Unix(int64(req.StartTime), 0)); day.Unix() <= int64(req.EndTime) && !day.After(c.now); day = day.AddDate(0, 0, 1) {
			days[id] = append(days[id], s.dailyReport(id, day, c.now))
		}
	}
	return ids, days, nil
}

func dailyCheckins(s *Server, c *call, req *reportRequest) (any, error) {
	ids, days, err := s.reports(c, req)
	list := []*dailyReport{}
	for _, id := range ids {
		list = append(list, days[id]...)
	}
	return struct {
		Data []*dailyReport `json:"datas"`
	}{list}, err
}

// departsName returns the paths of a member's departments.
func (s *Server) departsName(m *member) string {
	var paths []string
	for _, id := range m.Department {
		var names []string
		for d := s.contacts.department(id); d != nil; d = s.contacts.department(d.ParentID) {
			names = append([]string{d.Name}, names...)
		}
		paths = append(paths, strings.Join(names, "/"))
	}
	return strings.Join(paths, ";")
}

func (s *Server) dailyReport(userID string, day, now time.Time) *dailyReport {
	m := s.contacts.member(userID)
	rule := s.oa.checkin.ruleOf(s, userID)
	h := s.hours(rule, userID, day)
	d := &dailyReport{
		Base: reportBase{Date: day.Unix(), DayType: workwx.CheckinDayTypeRestDay, RecordType: workwx.CheckinRecordTypeNoRule,
			AcctID: m.UserID, Name: m.Name, NameEx: m.Alias, DepartsName: s.departsName(m), Rule: reportRule{Times: []reportHours{}}},
		Approvals: []reportApproval{}, Items: []reportItem{}, Exceptions: []reportException{},
	}
	if h.working {
		d.Base.DayType = workwx.CheckinDayTypeWorkday
	}
	if rule != nil {
		d.Base.Rule = reportRule{rule.id, rule.set.GroupName, h.shiftID, h.shiftName, []reportHours{}}
		d.Summary.Standard = h.standard(rule)
		switch rule.set.GroupType {
		case workwx.CheckinGroupTypeFixed:
			d.Base.RecordType = workwx.CheckinRecordTypeFixed
			for _, t := range h.times {
				d.Base.Rule.Times = append(d.Base.Rule.Times, reportHours{t.Work, t.OffWork})
			}
		case workwx.CheckinGroupTypeShift:
			d.Base.RecordType = workwx.CheckinRecordTypeShift
		case workwx.CheckinGroupTypeFree:
			d.Base.RecordType = workwx.CheckinRecordTypeFree
		}
	}
	corrections := s.countRecords(d, userID, day)
	s.judge(d, rule, userID, day, now)
	s.reportAbsences(d, userID, day)
	if corrections > 0 {
		d.Items = append(d.Items, reportItem{Name: "补卡", Type: workwx.CheckinReportItemTypeCorrection, Count: corrections})
	}
	return d
}

// countRecords sums up the check-ins of a day, and returns how many of them are corrections.
func (s *Server) countRecords(d *dailyReport, userID string, day time.Time) (corrections int64) {
	today := period{day.Unix(), day.AddDate(0, 0, 1).Unix()}
	for _, r := range s.oa.checkin.records {
		if r.UserID != userID || r.Time < today.begin || r.Time >= today.end || r.Type == workwx.CheckinTypeOutside {
			continue
		}
		at := r.Time - day.Unix()
		if d.Summary.Count == 0 {
			d.Summary.Earliest = at
		}
		d.Summary.Count++
		d.Summary.Latest = at
		if r.corrected {
			corrections++
		}
		for exception, kind := range map[workwx.CheckinException]workwx.CheckinReportExceptionType{
			workwx.CheckinExceptionLocation: workwx.CheckinReportExceptionTypeLocation,
			workwx.CheckinExceptionDevice:   workwx.CheckinReportExceptionTypeDevice,
		} {
			if r.Exceptions.Has(exception) {
				d.except(kind, 0)
			}
		}
	}
	d.Summary.Worked = d.Summary.Latest - d.Summary.Earliest
	return corrections
}

// except counts an exception.
func (d *dailyReport) except(kind workwx.CheckinReportExceptionType, duration int64) {
	d.Exceptions = addException(d.Exceptions, reportException{kind, duration, 1})
}

func addException(list []reportException, e reportException) []reportException {
	for i := range list {
		if list[i].Exception == e.Exception {
			list[i].Duration += e.Duration
			list[i].Count += e.Count
			return list
		}
	}
	list = append(list, e)
	slices.SortFunc(list, func(a, b reportException) int { return cmp.Compare(a.Exception, b.Exception) })
	return list
}

// judge finds out what was not in order with the times of a day.
func (s *Server) judge(d *dailyReport, rule *checkinRule, userID string, day, now time.Time) {
	dues := s.dues(rule, userID, day)
	missing := s.missing(rule, userID, day, now)
	if len(missing) == len(dues) && len(dues) > 0 {
		d.except(workwx.CheckinReportExceptionTypeAbsent, d.Summary.Standard)
		return
	}
	for range missing {
		d.except(workwx.CheckinReportExceptionTypeMissing, 0)
	}
	for _, due := range dues {
		r := s.recordOf(userID, due)
		if r == nil || !r.Exceptions.Has(workwx.CheckinExceptionTime) || s.away(userID, period{due.time, due.time + 1}) {
			continue
		}
		kind := workwx.CheckinReportExceptionTypeLate
		if due.kind == workwx.CheckinTypeOffWork {
			kind = workwx.CheckinReportExceptionTypeEarly
		}
		d.except(kind, due.off(r.Time))
	}
}

func zhText(text string) workwx.CheckinReportText {
	return workwx.CheckinReportText{Data: []workwx.CheckinReportTextItem{{Lang: "zh_CN", Text: text}}}
}

// reportAbsences adds what was approved for a day: for each application its share of the day.
func (s *Server) reportAbsences(d *dailyReport, userID string, day time.Time) {
	today := period{day.Unix(), day.AddDate(0, 0, 1).Unix()}
	for _, a := range s.oa.approvals.list {
		if a.creator != userID || a.status != workwx.ApprovalStatusApproved || !slices.ContainsFunc(a.facts.absences, today.overlaps) {
			continue
		}
		var whole, part int64
		for _, p := range a.facts.absences {
			whole += p.end - p.begin
			part += max(min(p.end, today.end)-max(p.begin, today.begin), 0)
		}
		first := a.facts.absences[0]
		span := time.Unix(first.begin, 0).In(beijing).Format("2006-01-02 15:04") + "~" + time.Unix(first.end, 0).In(beijing).Format("2006-01-02 15:04")
		d.Approvals = append(d.Approvals, reportApproval{a.no, zhText(a.name), zhText(span)})
		for _, id := range slices.Sorted(maps.Keys(a.facts.leave)) {
			v := s.oa.approvals.vacation(id)
			d.Items = append(d.Items, reportItem{v.Name, workwx.CheckinReportItemTypeLeave, id, workwx.CheckinTimeType(v.TimeAttr), a.facts.leave[id] * part / max(whole, 1), 1})
		}
		kind := workwx.CheckinReportItemType(a.facts.tripKind)
		if kind == workwx.CheckinReportItemTypeBusinessTrip || kind == workwx.CheckinReportItemTypeOuting {
			d.Items = append(d.Items, reportItem{a.name, kind, 0, workwx.CheckinTimeTypeHour, a.facts.trip * part / max(whole, 1), 1})
		}
	}
}

type monthlySummary struct {
	ExceptDays  int64 `json:"except_days"`
	RegularDays int64 `json:"regular_days"`
	WorkDays    int64 `json:"work_days"`
	RestDays    int64 `json:"rest_days"`
	Worked      int64 `json:"regular_work_sec"`
	Standard    int64 `json:"standard_work_sec"`
}

type monthlyReport struct {
	Base       reportBase                    `json:"base_info"`
	Summary    monthlySummary                `json:"summary_info"`
	Items      []reportItem                  `json:"sp_items"`
	Exceptions []reportException             `json:"exception_infos"`
	Overtime   workwx.CheckinMonthlyOvertime `json:"overwork_info"`
}

func monthlyCheckins(s *Server, c *call, req *reportRequest) (any, error) {
	ids, days, err := s.reports(c, req)
	list := []*monthlyReport{}
	for _, id := range ids {
		if len(days[id]) == 0 {
			continue
		}
		month := &monthlyReport{Base: days[id][0].Base, Items: []reportItem{}, Exceptions: []reportException{}}
		month.Base.Date, month.Base.DayType = 0, 0
		for _, d := range days[id] {
			month.add(d)
		}
		list = append(list, month)
	}
	return struct {
		Data []*monthlyReport `json:"datas"`
	}{list}, err
}

// add counts a day.
func (month *monthlyReport) add(d *dailyReport) {
	sum := &month.Summary
	switch {
	case d.Base.DayType == workwx.CheckinDayTypeRestDay:
		sum.RestDays++
	case len(d.Exceptions) > 0:
		sum.WorkDays++
		sum.ExceptDays++
	default:
		sum.WorkDays++
		sum.RegularDays++
	}
	sum.Worked += d.Summary.Worked
	sum.Standard += d.Summary.Standard
	for _, e := range d.Exceptions {
		month.Exceptions = addException(month.Exceptions, e)
	}
	key := func(it reportItem) string { return fmt.Sprint(it.Type, it.VacationID) }
	for _, it := range d.Items {
		i := slices.IndexFunc(month.Items, func(have reportItem) bool { return key(have) == key(it) })
		if i < 0 {
			month.Items = append(month.Items, it)
			continue
		}
		month.Items[i].Duration += it.Duration
		month.Items[i].Count += it.Count
	}
}
