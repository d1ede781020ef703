package workwxtest

import (
	"cmp"
	"encoding/base64"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

const (
	codeCheckinUser        = workwx.Code(301021)
	codeCheckinUsers       = workwx.Code(301023)
	codeCheckinPeriod      = workwx.Code(301024)
	codeFaceUser           = workwx.Code(301069)
	codeFaceImage          = workwx.Code(301072)
	codeShiftTime          = workwx.Code(301073)
	codeDueTime            = workwx.Code(301080)
	codeCheckinTime        = workwx.Code(301081)
	codeDueDate            = workwx.Code(301082)
	codeCheckinParameter   = workwx.Code(301083)
	codeCheckinGroup       = workwx.Code(301089)
	codeCheckinRangeUnseen = workwx.Code(301090)
	codeCheckinRangeTaken  = workwx.Code(301091)
	codeCheckinForeignRule = workwx.Code(301092)
	codeCheckinRule        = workwx.Code(301093)
)

// checkinState holds the rules, the records and the shifts of attendance.
type checkinState struct {
	rules   []*checkinRule
	lastID  int64
	records []*checkinRecord // in the order of their times
	shifts  map[shiftDay]int64
	faces   map[string][]byte
}

// shiftDay is a day of a member under a rule.
type shiftDay struct {
	groupID int64
	userID  string
	day     int64 // its 0:00
}

func newCheckin() checkinState {
	return checkinState{shifts: map[shiftDay]int64{}, faces: map[string][]byte{}}
}

// checkinRecord is a check-in, or one that is missing.
type checkinRecord struct {
	UserID         string                   `json:"userid"`
	GroupID        int64                    `json:"groupid"`
	GroupName      string                   `json:"groupname"`
	Type           workwx.CheckinType       `json:"checkin_type"`
	Exceptions     workwx.CheckinExceptions `json:"exception_type"`
	Time           int64                    `json:"checkin_time"`
	Due            int64                    `json:"sch_checkin_time"`
	LocationTitle  string                   `json:"location_title"`
	LocationDetail string                   `json:"location_detail"`
	Lng            float64                  `json:"lng"`
	Lat            float64                  `json:"lat"`
	WifiName       string                   `json:"wifiname"`
	WifiMAC        string                   `json:"wifimac"`
	DeviceID       string                   `json:"deviceid"`
	ScheduleID     int64                    `json:"schedule_id"`
	TimelineID     int64                    `json:"timeline_id"`
	Notes          string                   `json:"notes"`
	MediaIDs       []string                 `json:"mediaids"`
	machine        hardwareRecord
	corrected      bool
}

// hardwareRecord is a check-in at an attendance machine.
type hardwareRecord struct {
	UserID     string `json:"userid"`
	Time       int64  `json:"checkin_time"`
	DeviceSN   string `json:"device_sn"`
	DeviceName string `json:"device_name"`
}

func checkinHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/checkin/getcheckindata":                   in(listCheckins),
		"/cgi-bin/checkin/add_checkin_record":               in(addCheckins),
		"/cgi-bin/checkin/punch_correction":                 in(correctPunch),
		"/cgi-bin/checkin/addcheckinuserface":               in(addCheckinFace),
		"/cgi-bin/hardware/get_hardware_checkin_data":       in(listHardwareCheckins),
		"/cgi-bin/checkin/getcheckin_daydata":               in(dailyCheckins),
		"/cgi-bin/checkin/getcheckin_monthdata":             in(monthlyCheckins),
		"/cgi-bin/checkin/getcheckinschedulist":             in(listShifts),
		"/cgi-bin/checkin/setcheckinschedulist":             in(setShifts),
		"/cgi-bin/checkin/getcorpcheckinoption":             listCheckinRules,
		"/cgi-bin/checkin/getcheckinoption":                 in(listUserCheckinRules),
		"/cgi-bin/checkin/add_checkin_option":               in(createCheckinRule),
		"/cgi-bin/checkin/update_checkin_option":            in(updateCheckinRule),
		"/cgi-bin/checkin/clear_checkin_option_array_field": in(clearCheckinRule),
		"/cgi-bin/checkin/del_checkin_option":               in(deleteCheckinRule),
	}
}

// Checkin is a check-in of a member for [Server.AddCheckin].
type Checkin struct {
	UserID         string
	Time           time.Time                 // now if zero
	Type           workwx.CheckinType        // by the member's rule if empty
	Exceptions     []workwx.CheckinException // by the member's rule if nil: whether the time is in order
	LocationTitle  string
	LocationDetail string
	Lat            float64 // latitude × 1,000,000
	Lng            float64 // longitude × 1,000,000
	WifiName       string
	WifiMAC        string
	DeviceID       string
	DeviceSN       string // of an attendance machine
	DeviceName     string // of an attendance machine
	Notes          string
	MediaIDs       []string
}

// AddCheckin has a member check in. It panics if there is no such member.
func (s *Server) AddCheckin(in Checkin) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.contacts.member(in.UserID)
	if m == nil {
		panic(errNoMember(in.UserID).Error())
	}
	at := in.Time
	if at.IsZero() {
		at = s.now()
	}
	r := &checkinRecord{UserID: m.UserID, Time: at.Unix(), Type: in.Type, Exceptions: in.Exceptions,
		LocationTitle: in.LocationTitle, LocationDetail: in.LocationDetail, Lat: in.Lat, Lng: in.Lng, WifiName: in.WifiName, WifiMAC: in.WifiMAC,
		DeviceID: in.DeviceID, Notes: in.Notes, MediaIDs: slices.Clone(in.MediaIDs)}
	if in.DeviceSN != "" {
		r.machine = hardwareRecord{m.UserID, r.Time, in.DeviceSN, in.DeviceName}
	}
	s.addCheckin(r)
}

// addCheckin takes a record, and completes it by the rule of the member.
func (s *Server) addCheckin(r *checkinRecord) {
	rule := s.oa.checkin.ruleOf(s, r.UserID)
	if rule != nil {
		r.GroupID, r.GroupName = rule.id, rule.set.GroupName
	}
	if r.Type == "" {
		r.Type = workwx.CheckinTypeRecordOnly
		due := s.dues(rule, r.UserID, midnight(time.Unix(r.Time, 0)))
		slices.SortStableFunc(due, func(a, b checkinDue) int { return cmp.Compare(distance(a.time, r.Time), distance(b.time, r.Time)) })
		if len(due) > 0 {
			due[0].settle(r)
		}
	}
	r.MediaIDs = notNil(r.MediaIDs)
	st := &s.oa.checkin
	st.records = append(st.records, r)
	slices.SortStableFunc(st.records, func(a, b *checkinRecord) int { return cmp.Compare(a.Time, b.Time) })
}

func distance(a, b int64) int64 { return max(a-b, b-a) }

// checkinDue is a check-in that a rule asks for.
type checkinDue struct {
	kind       workwx.CheckinType
	time       int64
	grace      int64 // seconds by which one may be late or early
	timelineID int64
	shiftID    int64
}

// settle makes a record the one that was due.
func (d checkinDue) settle(r *checkinRecord) {
	r.Type, r.Due, r.TimelineID, r.ScheduleID = d.kind, d.time, d.timelineID, d.shiftID
	if r.Exceptions == nil && d.off(r.Time) > 0 {
		r.Exceptions = workwx.CheckinExceptions{workwx.CheckinExceptionTime}
	}
}

// off says by how many seconds a time is late or early.
func (d checkinDue) off(at int64) int64 {
	by := at - d.time
	if d.kind == workwx.CheckinTypeOffWork {
		by = -by
	}
	if by <= d.grace {
		return 0
	}
	return by
}

// dues returns the check-ins that a rule asks of a member on a day.
func (s *Server) dues(rule *checkinRule, userID string, day time.Time) []checkinDue {
	var list []checkinDue
	hours := s.hours(rule, userID, day)
	for _, t := range hours.times {
		if !t.NoOn {
			list = append(list, checkinDue{workwx.CheckinTypeOnWork, day.Unix() + t.Work, hours.graceOn, t.ID, hours.shiftID})
		}
		if !t.NoOff {
			list = append(list, checkinDue{workwx.CheckinTypeOffWork, day.Unix() + t.OffWork, hours.graceOff, t.ID, hours.shiftID})
		}
	}
	return list
}

// recordOf returns the record of a check-in that was due, nil if it is missing.
func (s *Server) recordOf(userID string, d checkinDue) *checkinRecord {
	i := slices.IndexFunc(s.oa.checkin.records, func(r *checkinRecord) bool {
		return r.UserID == userID && r.Type == d.kind && r.Due == d.time
	})
	if i < 0 {
		return nil
	}
	return s.oa.checkin.records[i]
}

// checkinUsers returns the members that a request names.
func (s *Server) checkinUsers(userIDs []string) ([]string, error) {
	if len(userIDs) < 1 || len(userIDs) > 100 {
		return nil, fail(codeCheckinUsers, "useridlist has 1 to 100 members, not %d", len(userIDs))
	}
	known, unknown := s.knownUsers(userIDs)
	if unknown != "" {
		return nil, fail(codeCheckinUser, "invalid userid %q", unknown)
	}
	return known, nil
}

func listCheckins(s *Server, c *call, req *struct {
	Type      workwx.CheckinDataType `json:"opencheckindatatype"`
	StartTime number                 `json:"starttime"`
	EndTime   number                 `json:"endtime"`
	UserIDs   []string               `json:"useridlist"`
}) (any, error) {
	if req.Type < workwx.CheckinDataTypeWork || req.Type > workwx.CheckinDataTypeAll {
		return nil, fail(codeIllegalParameter, "invalid opencheckindatatype %d", req.Type)
	}
	if err := checkPeriod(codeCheckinPeriod, req.StartTime, req.EndTime, 30*24*time.Hour); err != nil {
		return nil, err
	}
	ids, err := s.checkinUsers(req.UserIDs)
	if err != nil {
		return nil, err
	}
	within := func(t int64) bool { return t >= int64(req.StartTime) && t <= int64(req.EndTime) }
	list := []*checkinRecord{}
	for _, id := range ids {
		for _, r := range s.oa.checkin.records {
			work := r.Type == workwx.CheckinTypeOnWork || r.Type == workwx.CheckinTypeOffWork
			outside := r.Type == workwx.CheckinTypeOutside
			wanted := req.Type == workwx.CheckinDataTypeAll || work && req.Type == workwx.CheckinDataTypeWork || outside && req.Type == workwx.CheckinDataTypeOutside
			if wanted && r.UserID == id && within(r.Time) {
				list = append(list, r)
			}
		}
		if req.Type == workwx.CheckinDataTypeOutside {
			continue
		}
		rule := s.oa.checkin.ruleOf(s, id)
		for day := midnight(time.Unix(int64(req.StartTime), 0)); rule != nil && day.Unix() <= int64(req.EndTime); day = day.AddDate(0, 0, 1) {
			for _, d := range s.missing(rule, id, day, c.now) {
				if within(d.time) {
					list = append(list, &checkinRecord{UserID: id, GroupID: rule.id, GroupName: rule.set.GroupName, Type: d.kind, Time: d.time, Due: d.time,
						Exceptions: workwx.CheckinExceptions{workwx.CheckinExceptionMissing}, TimelineID: d.timelineID, ScheduleID: d.shiftID, MediaIDs: []string{}})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *checkinRecord) int { return cmp.Compare(a.Time, b.Time) })
	return struct {
		Data []*checkinRecord `json:"checkindata"`
	}{list}, nil
}

// missing returns the check-ins that a member owes for a day that is over. Nothing is owed during an
// absence that was approved, nor before the rule was there.
func (s *Server) missing(rule *checkinRule, userID string, day, now time.Time) []checkinDue {
	if rule == nil || day.AddDate(0, 0, 1).After(now) || day.Before(midnight(rule.created)) {
		return nil
	}
	var list []checkinDue
	for _, d := range s.dues(rule, userID, day) {
		if s.recordOf(userID, d) == nil && !s.away(userID, period{d.time, d.time + 1}) {
			list = append(list, d)
		}
	}
	return list
}

// away says whether a member has an approved absence at a time.
func (s *Server) away(userID string, p period) bool {
	for _, a := range s.oa.approvals.list {
		overtime := a.facts.tripKind == workwx.OAAttendanceTypeOvertime
		if a.creator == userID && a.status == workwx.ApprovalStatusApproved && !overtime && slices.ContainsFunc(a.facts.absences, p.overlaps) {
			return true
		}
	}
	return false
}

func addCheckins(s *Server, c *call, req *struct {
	Records []struct {
		UserID         string                   `json:"userid"`
		Time           int64                    `json:"checkin_time"`
		LocationTitle  string                   `json:"location_title"`
		LocationDetail string                   `json:"location_detail"`
		Lng            float64                  `json:"lng"`
		Lat            float64                  `json:"lat"`
		WifiName       string                   `json:"wifiname"`
		WifiMAC        string                   `json:"wifimac"`
		DeviceType     workwx.CheckinDeviceType `json:"device_type"`
		DeviceDetail   string                   `json:"device_detail"`
		Notes          string                   `json:"notes"`
		MediaIDs       []string                 `json:"mediaids"`
	} `json:"records"`
}) (any, error) {
	if len(req.Records) < 1 || len(req.Records) > 200 {
		return nil, fail(codeCheckinParameter, "records has 1 to 200 check-ins, not %d", len(req.Records))
	}
	var added []*checkinRecord
	for _, in := range req.Records {
		m := s.contacts.member(in.UserID)
		switch {
		case m == nil:
			return nil, fail(codeCheckinUser, "invalid userid %q", in.UserID)
		case in.Time <= 0 || in.Time > c.now.Unix():
			return nil, fail(codeCheckinTime, "checkin_time is missing or to come")
		case in.LocationTitle == "" || tooLong(in.LocationTitle, 1024) || tooLong(in.LocationDetail, 1024) || tooLong(in.WifiName, 1024) || tooLong(in.Notes, 1024):
			return nil, fail(codeCheckinParameter, "location_title is missing, or a text has more than 1024 characters")
		case in.WifiName != "" && in.WifiMAC == "":
			return nil, fail(codeCheckinParameter, "wifiname needs wifimac")
		case in.DeviceType < workwx.CheckinDeviceTypeAccessControl || in.DeviceType > workwx.CheckinDeviceTypeOther || in.DeviceDetail == "" || tooLong(in.DeviceDetail, 40):
			return nil, fail(codeCheckinParameter, "device_type is 1 to 3, device_detail has 1 to 40 characters")
		case len(in.MediaIDs) > 1 || len(in.MediaIDs) == 1 && s.checkMedia(in.MediaIDs[0]) != nil:
			return nil, fail(codeCheckinParameter, "mediaids has one photo at most")
		}
		added = append(added, &checkinRecord{UserID: m.UserID, Time: in.Time, LocationTitle: in.LocationTitle, LocationDetail: in.LocationDetail,
			Lng: in.Lng, Lat: in.Lat, WifiName: in.WifiName, WifiMAC: in.WifiMAC, DeviceID: in.DeviceDetail, Notes: in.Notes, MediaIDs: in.MediaIDs})
	}
	for _, r := range added {
		s.addCheckin(r)
	}
	return nil, nil
}

func correctPunch(s *Server, c *call, req *struct {
	UserID  string `json:"userid"`
	Day     int64  `json:"schedule_date_time"`
	DueSecs *int64 `json:"schedule_checkin_time"`
	Time    int64  `json:"checkin_time"`
	Remark  string `json:"remark"`
}) (any, error) {
	m := s.contacts.member(req.UserID)
	day := midnight(time.Unix(req.Day, 0))
	switch {
	case m == nil:
		return nil, fail(codeCheckinUser, "invalid userid %q", req.UserID)
	case req.Day <= 0 || day.Unix() != req.Day || day.After(c.now):
		return nil, fail(codeDueDate, "schedule_date_time is 0:00 of a day that has come")
	case req.Time < req.Day || req.Time >= day.AddDate(0, 0, 2).Unix() || req.Time > c.now.Unix():
		return nil, fail(codeCheckinTime, "checkin_time is not of this day, or to come")
	case len(req.Remark) > 512:
		return nil, fail(codeCheckinParameter, "remark has 512 bytes at most")
	}
	rule := s.oa.checkin.ruleOf(s, m.UserID)
	dues := s.dues(rule, m.UserID, day)
	r := &checkinRecord{UserID: m.UserID, Time: req.Time, Notes: req.Remark, corrected: true}
	if len(dues) == 0 && req.DueSecs == nil { // free hours
		s.addCheckin(r)
		return nil, nil
	}
	i := slices.IndexFunc(dues, func(d checkinDue) bool { return req.DueSecs != nil && d.time == req.Day+*req.DueSecs })
	if i < 0 {
		return nil, fail(codeDueTime, "schedule_checkin_time is not in the member's rule")
	}
	old := s.recordOf(m.UserID, dues[i])
	if err := rule.mayCorrect(dues[i], old); err != nil {
		return nil, err
	}
	if old != nil {
		s.oa.checkin.records = without(s.oa.checkin.records, []*checkinRecord{old})
	}
	dues[i].settle(r)
	s.addCheckin(r)
	return nil, nil
}

// mayCorrect refuses a correction that a rule bans.
func (rule *checkinRule) mayCorrect(d checkinDue, old *checkinRecord) error {
	ban := rule.set.Ban
	late, early := ban.Has(workwx.CheckinCorrectionBanLate), ban.Has(workwx.CheckinCorrectionBanEarly)
	other := ban.Has(workwx.CheckinCorrectionBanOther)
	switch {
	case old == nil:
		if ban.Has(workwx.CheckinCorrectionBanMissing) {
			return fail(workwx.Code(301102), "the rule bans corrections of missing check-ins")
		}
	case !old.Exceptions.Has(workwx.CheckinExceptionTime):
		if other {
			return fail(workwx.Code(301103), "the rule bans corrections of other exceptions")
		}
	case d.kind == workwx.CheckinTypeOnWork && late && other && len(old.Exceptions) > 1:
		return fail(workwx.Code(301104), "the rule bans corrections of being late and of other exceptions")
	case d.kind == workwx.CheckinTypeOnWork && late:
		return fail(workwx.Code(301099), "the rule bans corrections of being late")
	case d.kind == workwx.CheckinTypeOffWork && early && other && len(old.Exceptions) > 1:
		return fail(workwx.Code(301105), "the rule bans corrections of leaving early and of other exceptions")
	case d.kind == workwx.CheckinTypeOffWork && early:
		return fail(workwx.Code(301101), "the rule bans corrections of leaving early")
	}
	return nil
}

func addCheckinFace(s *Server, _ *call, req *struct {
	UserID string `json:"userid"`
	Face   string `json:"userface"`
}) (any, error) {
	m := s.contacts.member(req.UserID)
	if m == nil {
		return nil, fail(codeFaceUser, "userid not found")
	}
	image, err := base64.StdEncoding.DecodeString(req.Face)
	if err != nil || len(image) == 0 || len(req.Face) > 1<<20 {
		return nil, fail(codeFaceImage, "userface is an image in base64 of 1 MB at most")
	}
	s.oa.checkin.faces[m.UserID] = image
	return nil, nil
}

// CheckinFace returns the image of a member's face that was entered, nil if there is none.
func (s *Server) CheckinFace(userID string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, image := range s.oa.checkin.faces {
		if strings.EqualFold(id, userID) {
			return slices.Clone(image)
		}
	}
	return nil
}

func listHardwareCheckins(s *Server, _ *call, req *struct {
	StartTime number   `json:"starttime"`
	EndTime   number   `json:"endtime"`
	UserIDs   []string `json:"useridlist"`
}) (any, error) {
	if err := checkPeriod(codeCheckinPeriod, req.StartTime, req.EndTime, 30*24*time.Hour); err != nil {
		return nil, err
	}
	ids, err := s.checkinUsers(req.UserIDs)
	if err != nil {
		return nil, err
	}
	list := []hardwareRecord{}
	for _, r := range s.oa.checkin.records {
		if r.machine.DeviceSN != "" && slices.Contains(ids, r.UserID) && r.Time >= int64(req.StartTime) && r.Time <= int64(req.EndTime) {
			list = append(list, r.machine)
		}
	}
	return struct {
		Data []hardwareRecord `json:"checkindata"`
	}{list}, nil
}
