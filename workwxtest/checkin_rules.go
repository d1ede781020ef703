package workwxtest

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// checkinRule is a rule of attendance. Its fields stay as they were set.
type checkinRule struct {
	id      int64
	fields  map[string]json.RawMessage
	set     ruleSetting
	app     *app // that created it; nil if an administrator did
	created time.Time
}

// ruleSetting is what the server looks at in a rule.
type ruleSetting struct {
	GroupType   workwx.CheckinGroupType     `json:"grouptype"`
	GroupName   string                      `json:"groupname"`
	Method      workwx.CheckinMethod        `json:"type"`
	Range       ruleRange                   `json:"range"`
	WhiteUsers  []string                    `json:"white_users"`
	Dates       []ruleDate                  `json:"checkindate"`
	SpeWorkdays []ruleSpecialDay            `json:"spe_workdays"`
	SpeOffDays  []ruleSpecialDay            `json:"spe_offdays"`
	Shifts      []ruleShift                 `json:"schedulelist"`
	Wifi        []json.RawMessage           `json:"wifimac_infos"`
	Locations   []json.RawMessage           `json:"loc_infos"`
	Ban         workwx.CheckinCorrectionBan `json:"buka_restriction"`
	Standard    int64                       `json:"standard_work_duration"`
}

type ruleRange struct {
	UserIDs  []string `json:"userid"`
	PartyIDs []int64  `json:"partyid"`
	TagIDs   []int64  `json:"tagid"`
}

// ruleTime is working hours, in seconds since 0:00.
type ruleTime struct {
	ID      int64 `json:"time_id"`
	Work    int64 `json:"work_sec"`
	OffWork int64 `json:"off_work_sec"`
	Remind  int64 `json:"remind_work_sec"`
	RemOff  int64 `json:"remind_off_work_sec"`
	NoOn    bool  `json:"no_need_checkon"`
	NoOff   bool  `json:"no_need_checkoff"`
}

type ruleDate struct {
	Workdays  []int64    `json:"workdays"`
	Times     []ruleTime `json:"checkintime"`
	AllowFlex bool       `json:"allow_flex"`
	FlexOn    int64      `json:"flex_on_duty_time"`
	FlexOff   int64      `json:"flex_off_duty_time"`
}

type ruleShift struct {
	ID        int64      `json:"schedule_id"`
	Name      string     `json:"schedule_name"`
	Times     []ruleTime `json:"time_section"`
	AllowFlex bool       `json:"allow_flex"`
	FlexOn    int64      `json:"flex_on_duty_time"`
	FlexOff   int64      `json:"flex_off_duty_time"`
}

type ruleSpecialDay struct {
	Timestamp int64      `json:"timestamp"`
	Begin     int64      `json:"begintime"`
	End       int64      `json:"endtime"`
	Times     []ruleTime `json:"checkintime"`
}

func (d ruleSpecialDay) holds(day time.Time) bool {
	t := day.Unix()
	return d.Timestamp != 0 && midnight(time.Unix(d.Timestamp, 0)).Equal(day) || d.Begin != 0 && t >= d.Begin && t <= d.End
}

// dayHours is what a rule says of a day of a member.
type dayHours struct {
	working   bool
	times     []ruleTime
	graceOn   int64
	graceOff  int64
	shiftID   int64
	shiftName string
}

// standard is how many seconds are to be worked.
func (h dayHours) standard(rule *checkinRule) int64 {
	if !h.working {
		return 0
	}
	if rule.set.GroupType == workwx.CheckinGroupTypeFree {
		return max(rule.set.Standard, 0)
	}
	var sum int64
	for _, t := range h.times {
		sum += t.OffWork - t.Work
	}
	return sum
}

// hours returns what a rule says of a day of a member.
func (s *Server) hours(rule *checkinRule, userID string, day time.Time) (h dayHours) {
	if rule == nil {
		return h
	}
	set := &rule.set
	if set.GroupType == workwx.CheckinGroupTypeShift {
		h.shiftID = s.oa.checkin.shifts[shiftDay{rule.id, userID, day.Unix()}]
		for _, shift := range set.Shifts {
			if shift.ID != h.shiftID {
				continue
			}
			h.working, h.times, h.shiftName = len(shift.Times) > 0, shift.Times, shift.Name
			if shift.AllowFlex {
				h.graceOn, h.graceOff = shift.FlexOn, shift.FlexOff
			}
		}
		return h
	}
	if slices.ContainsFunc(set.SpeOffDays, func(d ruleSpecialDay) bool { return d.holds(day) }) {
		return h
	}
	for _, d := range set.SpeWorkdays {
		if d.holds(day) {
			return dayHours{working: true, times: d.Times}
		}
	}
	for _, d := range set.Dates {
		if !slices.Contains(d.Workdays, int64(day.Weekday())) {
			continue
		}
		h.working = true
		if set.GroupType == workwx.CheckinGroupTypeFixed {
			h.times = d.Times
		}
		if d.AllowFlex {
			h.graceOn, h.graceOff = d.FlexOn, d.FlexOff
		}
	}
	return h
}

// members returns who checks in by a rule, whether they need to or not.
func (r ruleRange) members(s *Server) []string {
	ids, _ := s.knownUsers(r.UserIDs)
	var more []*member
	for _, id := range r.PartyIDs {
		more = append(more, s.contacts.within(s.contacts.subtree(id))...)
	}
	for _, id := range r.TagIDs {
		if t := s.contacts.tag(id); t != nil {
			more = append(more, s.contacts.tagged(t)...)
		}
	}
	for _, m := range more {
		ids = with(ids, []string{m.UserID})
	}
	return ids
}

// ruleOf returns the rule that a member checks in by, nil if there is none.
func (st *checkinState) ruleOf(s *Server, userID string) *checkinRule {
	same := func(id string) bool { return strings.EqualFold(id, userID) }
	for _, rule := range st.rules {
		if slices.ContainsFunc(rule.set.Range.members(s), same) && !slices.ContainsFunc(rule.set.WhiteUsers, same) {
			return rule
		}
	}
	return nil
}

// ruleDefaults are the fields of a rule that does not set them.
const ruleDefaults = `{"type":0,"sync_holidays":true,"need_photo":false,"note_can_use_local_pic":true,"allow_checkin_offworkday":false,
	"allow_apply_offworkday":false,"allow_apply_bk_cnt":-1,"allow_apply_bk_day_limit":-1,"buka_limit_next_month":-1,"option_out_range":0,
	"use_face_detect":false,"open_face_live_detect":false,"white_users":[],"reporterinfo":{"reporters":[]},"checkindate":[],
	"spe_workdays":[],"spe_offdays":[],"wifimac_infos":[],"loc_infos":[],"schedulelist":[],"buka_restriction":0,"open_sp_checkin":false}`

// apply sets fields of a rule, and checks what it becomes.
func (s *Server) applyRule(rule *checkinRule, fields map[string]json.RawMessage) error {
	for name, value := range fields {
		if name != "groupid" && string(value) != "null" {
			rule.fields[name] = value
		}
	}
	rule.set = ruleSetting{}
	if err := json.Unmarshal(encode(rule.fields), &rule.set); err != nil {
		return fail(codeCheckinRule, "group: %v", err)
	}
	set := &rule.set
	switch {
	case set.GroupName == "" || tooLong(set.GroupName, 40):
		return fail(codeCheckinRule, "groupname has 1 to 40 characters")
	case set.GroupType < workwx.CheckinGroupTypeFixed || set.GroupType > workwx.CheckinGroupTypeFree:
		return fail(codeCheckinRule, "invalid grouptype %d", set.GroupType)
	case len(set.Range.UserIDs)+len(set.Range.PartyIDs)+len(set.Range.TagIDs) == 0:
		return fail(codeCheckinRule, "range is empty")
	case set.GroupType == workwx.CheckinGroupTypeFixed && len(set.Dates) == 0 || len(set.Dates) > 7:
		return fail(codeCheckinRule, "checkindate has 1 to 7 entries")
	case set.GroupType == workwx.CheckinGroupTypeShift && len(set.Shifts) == 0 || len(set.Shifts) > 50:
		return fail(codeCheckinRule, "schedulelist has 1 to 50 shifts")
	case set.Method != workwx.CheckinMethodMachine && len(set.Wifi)+len(set.Locations) == 0:
		return fail(codeCheckinRule, "a rule needs wifimac_infos or loc_infos")
	}
	for _, d := range set.Dates {
		if set.GroupType == workwx.CheckinGroupTypeFixed && (len(d.Times) < 1 || len(d.Times) > 4) {
			return fail(codeCheckinRule, "checkintime has 1 to 4 entries")
		}
		for _, t := range d.Times {
			if t.Work < 0 || t.OffWork <= t.Work || t.Work%60 != 0 || t.OffWork%60 != 0 {
				return fail(codeCheckinRule, "work ends after it begins, in whole minutes")
			}
		}
	}
	if _, unknown := s.knownUsers(set.Range.UserIDs); unknown != "" {
		return fail(codeCheckinRangeUnseen, "userid %q of range not found", unknown)
	}
	for _, id := range set.Range.PartyIDs {
		if s.contacts.department(id) == nil {
			return fail(codeCheckinRangeUnseen, "partyid %d of range not found", id)
		}
	}
	mine := set.Range.members(s)
	for _, other := range s.oa.checkin.rules {
		if other.id == rule.id {
			continue
		}
		for _, id := range other.set.Range.members(s) {
			if slices.Contains(mine, id) {
				return fail(codeCheckinRangeTaken, "%s is under the rule %d already", id, other.id)
			}
		}
	}
	return nil
}

// addRule makes a rule.
func (s *Server) addRule(fields map[string]json.RawMessage, owner *app) (*checkinRule, error) {
	rule := &checkinRule{id: s.oa.checkin.lastID + 1, fields: map[string]json.RawMessage{}, app: owner, created: s.now()}
	if err := json.Unmarshal([]byte(ruleDefaults), &rule.fields); err != nil {
		return nil, err
	}
	if err := s.applyRule(rule, fields); err != nil {
		return nil, err
	}
	s.oa.checkin.lastID++
	s.oa.checkin.rules = append(s.oa.checkin.rules, rule)
	return rule, nil
}

// AddCheckinRule adds a rule of attendance as an administrator does, in force from now on, and returns its
// id. It panics if the platform would refuse the rule.
func (s *Server) AddCheckinRule(setting workwx.CheckinOptionSetting) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(encode(setting), &fields); err != nil {
		panic("workwxtest: " + err.Error())
	}
	rule, err := s.addRule(fields, nil)
	if err != nil {
		panic("workwxtest: " + err.Error())
	}
	return rule.id
}

// shown returns a rule as it is read, less some of its fields.
func (rule *checkinRule) shown(without ...string) map[string]json.RawMessage {
	fields := maps.Clone(rule.fields)
	fields["groupid"] = encode(rule.id)
	fields["create_time"] = encode(rule.created.Unix())
	fields["create_userid"], fields["update_userid"] = encode(""), encode("")
	for _, name := range without {
		delete(fields, name)
	}
	return fields
}

func listCheckinRules(s *Server, _ *call) (any, error) {
	list := []map[string]json.RawMessage{}
	for _, rule := range s.oa.checkin.rules {
		list = append(list, rule.shown())
	}
	return struct {
		Group []map[string]json.RawMessage `json:"group"`
	}{list}, nil
}

func listUserCheckinRules(s *Server, _ *call, req *struct {
	Datetime number   `json:"datetime"`
	UserIDs  []string `json:"useridlist"`
}) (any, error) {
	if req.Datetime <= 0 {
		return nil, fail(codeIllegalParameter, "datetime missing")
	}
	ids, err := s.checkinUsers(req.UserIDs)
	if err != nil {
		return nil, err
	}
	type info struct {
		UserID string                     `json:"userid"`
		Group  map[string]json.RawMessage `json:"group"`
	}
	list := []info{}
	for _, id := range ids {
		if rule := s.oa.checkin.ruleOf(s, id); rule != nil {
			list = append(list, info{id, rule.shown("type", "range", "white_users", "reporterinfo", "ot_info_v2", "option_out_range",
				"use_face_detect", "open_face_live_detect", "create_time", "create_userid", "update_userid")})
		}
	}
	return struct {
		Info []info `json:"info"`
	}{list}, nil
}

func createCheckinRule(s *Server, c *call, req *struct {
	Group map[string]json.RawMessage `json:"group"`
}) (any, error) {
	_, err := s.addRule(req.Group, c.app)
	return nil, err
}

// ruleFor returns a rule that the app may change.
func (s *Server) ruleFor(c *call, id int64) (*checkinRule, error) {
	i := slices.IndexFunc(s.oa.checkin.rules, func(rule *checkinRule) bool { return rule.id == id })
	switch {
	case i < 0:
		return nil, fail(codeCheckinGroup, "invalid groupid")
	case s.oa.checkin.rules[i].app != c.app:
		return nil, fail(codeCheckinForeignRule, "the rule was not created by this app")
	}
	return s.oa.checkin.rules[i], nil
}

// changeRule sets fields of a rule, or leaves it alone if that cannot be.
func (s *Server) changeRule(rule *checkinRule, fields map[string]json.RawMessage) error {
	changed := *rule
	changed.fields = maps.Clone(rule.fields)
	if err := s.applyRule(&changed, fields); err != nil {
		return err
	}
	*rule = changed
	return nil
}

func updateCheckinRule(s *Server, c *call, req *struct {
	Group map[string]json.RawMessage `json:"group"`
}) (any, error) {
	var id int64
	if raw := req.Group["groupid"]; json.Unmarshal(raw, &id) != nil {
		return nil, fail(codeCheckinGroup, "groupid missing")
	}
	rule, err := s.ruleFor(c, id)
	if err != nil {
		return nil, err
	}
	return nil, s.changeRule(rule, req.Group)
}

func clearCheckinRule(s *Server, c *call, req *struct {
	GroupID int64                       `json:"groupid"`
	Fields  []workwx.CheckinOptionField `json:"clear_field"`
}) (any, error) {
	rule, err := s.ruleFor(c, req.GroupID)
	if err != nil {
		return nil, err
	}
	names := map[workwx.CheckinOptionField]string{
		workwx.CheckinOptionFieldSpeWorkdays: "spe_workdays", workwx.CheckinOptionFieldSpeOffDays: "spe_offdays",
		workwx.CheckinOptionFieldWifiMACInfos: "wifimac_infos", workwx.CheckinOptionFieldLocInfos: "loc_infos",
	}
	fields := map[string]json.RawMessage{}
	for _, f := range req.Fields {
		if names[f] == "" {
			return nil, fail(codeCheckinRule, "invalid clear_field %d", f)
		}
		fields[names[f]] = json.RawMessage("[]")
	}
	return nil, s.changeRule(rule, fields)
}

func deleteCheckinRule(s *Server, c *call, req *struct {
	GroupID int64 `json:"groupid"`
}) (any, error) {
	rule, err := s.ruleFor(c, req.GroupID)
	if err != nil {
		return nil, err
	}
	s.oa.checkin.rules = without(s.oa.checkin.rules, []*checkinRule{rule})
	return nil, nil
}

func setShifts(s *Server, _ *call, req *struct {
	GroupID   int64 `json:"groupid"`
	YearMonth int   `json:"yearmonth"`
	Items     []struct {
		UserID     string `json:"userid"`
		Day        int    `json:"day"`
		ScheduleID int64  `json:"schedule_id"`
	} `json:"items"`
}) (any, error) {
	i := slices.IndexFunc(s.oa.checkin.rules, func(rule *checkinRule) bool { return rule.id == req.GroupID })
	if i < 0 || s.oa.checkin.rules[i].set.GroupType != workwx.CheckinGroupTypeShift {
		return nil, fail(codeCheckinGroup, "groupid is of no rule with shifts")
	}
	rule := s.oa.checkin.rules[i]
	year, month := req.YearMonth/100, time.Month(req.YearMonth%100)
	if year < 2000 || month < time.January || month > time.December {
		return nil, fail(codeShiftTime, "invalid yearmonth %d", req.YearMonth)
	}
	members := rule.set.Range.members(s)
	set := map[shiftDay]int64{}
	for _, item := range req.Items {
		day := time.Date(year, month, item.Day, 0, 0, 0, 0, beijing)
		m := s.contacts.member(item.UserID)
		known := slices.ContainsFunc(rule.set.Shifts, func(shift ruleShift) bool { return shift.ID == item.ScheduleID })
		switch {
		case m == nil || !slices.Contains(members, m.UserID):
			return nil, fail(codeCheckinUser, "%q is not under the rule", item.UserID)
		case item.Day < 1 || day.Month() != month:
			return nil, fail(codeShiftTime, "invalid day %d", item.Day)
		case item.ScheduleID != 0 && !known:
			return nil, fail(codeCheckinParameter, "the rule has no shift %d", item.ScheduleID)
		}
		set[shiftDay{rule.id, m.UserID, day.Unix()}] = item.ScheduleID
	}
	maps.Copy(s.oa.checkin.shifts, set)
	return nil, nil
}

func listShifts(s *Server, _ *call, req *struct {
	StartTime number   `json:"starttime"`
	EndTime   number   `json:"endtime"`
	UserIDs   []string `json:"useridlist"`
}) (any, error) {
	if err := checkPeriod(codeCheckinPeriod, req.StartTime, req.EndTime, 31*24*time.Hour); err != nil {
		return nil, err
	}
	ids, err := s.checkinUsers(req.UserIDs)
	if err != nil {
		return nil, err
	}
	type section struct {
		ID      int64 `json:"id"`
		Work    int64 `json:"work_sec"`
		OffWork int64 `json:"off_work_sec"`
		Remind  int64 `json:"remind_work_sec"`
		RemOff  int64 `json:"remind_off_work_sec"`
	}
	type shift struct {
		ID    int64     `json:"schedule_id"`
		Name  string    `json:"schedule_name"`
		Times []section `json:"time_section"`
	}
	type dayShift struct {
		Day   int   `json:"day"`
		Shift shift `json:"schedule_info"`
	}
	type month struct {
		UserID    string `json:"userid"`
		YearMonth int    `json:"yearmonth"`
		GroupID   int64  `json:"groupid"`
		GroupName string `json:"groupname"`
		Schedule  struct {
			List []dayShift `json:"scheduleList"`
		} `json:"schedule"`
	}
	list := []*month{}
	for _, id := range ids {
		rule := s.oa.checkin.ruleOf(s, id)
		if rule == nil || rule.set.GroupType != workwx.CheckinGroupTypeShift {
			continue
		}
		var current *month
		for day := midnight(time.Unix(int64(req.StartTime), 0)); day.Unix() <= int64(req.EndTime); day = day.AddDate(0, 0, 1) {
			if _, set := s.oa.checkin.shifts[shiftDay{rule.id, id, day.Unix()}]; !set {
				continue
			}
			if ym := day.Year()*100 + int(day.Month()); current == nil || current.YearMonth != ym {
				current = &month{UserID: id, YearMonth: ym, GroupID: rule.id, GroupName: rule.set.GroupName}
				list = append(list, current)
			}
			h := s.hours(rule, id, day)
			sh := shift{h.shiftID, h.shiftName, []section{}}
			if sh.ID == 0 && sh.Name == "" {
				sh.Name = "休息"
			}
			for i, t := range h.times {
				sh.Times = append(sh.Times, section{max(t.ID, int64(i+1)), t.Work, t.OffWork, t.Remind, t.RemOff})
			}
			current.Schedule.List = append(current.Schedule.List, dayShift{day.Day(), sh})
		}
	}
	return struct {
		List []*month `json:"schedule_list"`
	}{list}, nil
}
