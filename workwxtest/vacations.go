package workwxtest

import (
	"slices"

	"github.com/go-workwx/workwx"
)

const codeVacationParameter = workwx.Code(301063)

// The kinds of leave that every server has.
const (
	VacationAnnual       = 1 // 年假: by the day, 5 days
	VacationPersonal     = 2 // 事假: by the hour, without a limit
	VacationSick         = 3 // 病假: by the day, without a limit
	VacationCompensatory = 4 // 调休假: by the hour, none until it is granted
)

// vacationQuota is how much leave of a kind a member has, in seconds.
type vacationQuota struct {
	granted int64
	used    int64
}

func (q *vacationQuota) left() int64 { return q.granted - q.used }

func defaultVacations() []workwx.CorpVacationConf {
	never := workwx.CorpVacationConfExpireRule{Type: workwx.VacationExpireTypeNever}
	manual := workwx.CorpVacationConfQuotaAttr{Type: workwx.VacationQuotaTypeManual}
	return []workwx.CorpVacationConf{
		{ID: VacationAnnual, Name: "年假", DurationType: workwx.VacationDurationTypeWorkingDays, TimeAttr: workwx.VacationTimeAttrDay,
			QuotaAttr: workwx.CorpVacationConfQuotaAttr{Type: workwx.VacationQuotaTypeYearly, AutoResetDuration: 5 * 86400}, PerdayDuration: 86400, ExpireRule: never},
		{ID: VacationPersonal, Name: "事假", TimeAttr: workwx.VacationTimeAttrHour, PerdayDuration: 28800, ExpireRule: never},
		{ID: VacationSick, Name: "病假", TimeAttr: workwx.VacationTimeAttrDay, PerdayDuration: 86400, ExpireRule: never},
		{ID: VacationCompensatory, Name: "调休假", TimeAttr: workwx.VacationTimeAttrHour, QuotaAttr: manual, PerdayDuration: 28800, IsNewOvertime: workwx.Yes, ExpireRule: never},
	}
}

func vacationHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/oa/vacation/getcorpconf":          listVacations,
		"/cgi-bin/oa/vacation/getuservacationquota": in(listVacationQuotas),
		"/cgi-bin/oa/vacation/setoneuserquota":      in(setVacationQuota),
	}
}

func (st *approvalState) vacation(id int64) *workwx.CorpVacationConf {
	i := slices.IndexFunc(st.vacations, func(v workwx.CorpVacationConf) bool { return v.ID == id })
	if i < 0 {
		return nil
	}
	return &st.vacations[i]
}

// AddVacation adds a kind of leave, or replaces the one with the same id.
func (s *Server) AddVacation(v workwx.CorpVacationConf) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.oa.approvals.vacation(v.ID); old != nil {
		*old = v
		return
	}
	s.oa.approvals.vacations = append(s.oa.approvals.vacations, v)
}

// quota returns what a member has of a kind of leave.
func (s *Server) quota(userID string, id int64) *vacationQuota {
	kinds := s.oa.approvals.quotas[userID]
	if kinds == nil {
		kinds = map[int64]*vacationQuota{}
		s.oa.approvals.quotas[userID] = kinds
	}
	if kinds[id] == nil {
		kinds[id] = &vacationQuota{granted: s.oa.approvals.vacation(id).QuotaAttr.AutoResetDuration}
	}
	return kinds[id]
}

// takeLeave takes the leave of an application off what the applicant has; sign is -1 to give it back.
func (s *Server) takeLeave(a *approval, sign int64) {
	for id, taken := range a.facts.leave {
		s.quota(a.creator, id).used += sign * taken
	}
}

func listVacations(s *Server, _ *call) (any, error) {
	return struct {
		Lists []workwx.CorpVacationConf `json:"lists"`
	}{s.oa.approvals.vacations}, nil
}

// vacationUser returns the member that a request about leave names.
func (s *Server) vacationUser(c *call, userID string) (*member, error) {
	m := s.contacts.member(userID)
	switch {
	case m == nil:
		return nil, fail(codeVacationParameter, "userid %q not found", userID)
	case !s.visible(c.app, m):
		return nil, fail(workwx.CodeNoTargetPermission, "the app cannot see the member")
	}
	return m, nil
}

func listVacationQuotas(s *Server, c *call, req *user) (any, error) {
	m, err := s.vacationUser(c, req.UserID)
	if err != nil {
		return nil, err
	}
	type quota struct {
		ID          int64  `json:"id"`
		Name        string `json:"vacationname"`
		Granted     int64  `json:"assignduration"`
		Used        int64  `json:"usedduration"`
		Left        int64  `json:"leftduration"`
		RealGranted int64  `json:"real_assignduration"`
	}
	list := []quota{}
	for _, v := range s.oa.approvals.vacations {
		q := s.quota(m.UserID, v.ID)
		left := max(q.left(), 0) // a leave without a limit has none left to count
		list = append(list, quota{v.ID, v.Name, q.granted, q.used, left, q.granted})
	}
	return struct {
		Lists []quota `json:"lists"`
	}{list}, nil
}

func setVacationQuota(s *Server, c *call, req *struct {
	UserID     string                   `json:"userid"`
	VacationID int64                    `json:"vacation_id"`
	Left       int64                    `json:"leftduration"`
	TimeAttr   *workwx.VacationTimeAttr `json:"time_attr"`
	Remarks    string                   `json:"remarks"`
}) (any, error) {
	m, err := s.vacationUser(c, req.UserID)
	if err != nil {
		return nil, err
	}
	v := s.oa.approvals.vacation(req.VacationID)
	if v == nil {
		return nil, fail(codeVacationParameter, "vacation_id not found")
	}
	step, most := int64(8640), int64(1000*86400)
	if v.TimeAttr == workwx.VacationTimeAttrHour {
		step, most = 360, 24000*3600
	}
	switch {
	case req.TimeAttr == nil || *req.TimeAttr != v.TimeAttr:
		return nil, fail(codeVacationParameter, "time_attr is not that of the leave, %d", v.TimeAttr)
	case req.Left < 0 || req.Left > most || req.Left%step != 0:
		return nil, fail(codeVacationParameter, "leftduration is a multiple of %d and at most %d", step, most)
	case tooLong(req.Remarks, 200):
		return nil, fail(codeVacationParameter, "remarks has 200 characters at most")
	}
	q := s.quota(m.UserID, v.ID)
	q.granted = q.used + req.Left
	return nil, nil
}
