package workwxtest

import (
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"strconv"

	"github.com/go-workwx/workwx"
)

// formContent is a control of a form as it was submitted. The value stays as it is.
type formContent struct {
	Control string          `json:"control"`
	ID      string          `json:"id"`
	Title   []workwx.OAText `json:"title,omitempty"`
	Value   json.RawMessage `json:"value"`
}

// formValue is what the server looks at in the value of a control. Its names are those of the wire,
// apart from package workwx, so that a mistake in either shows.
type formValue struct {
	Text   string    `json:"text"`
	Number string    `json:"new_number"`
	Money  string    `json:"new_money"`
	Date   *formDate `json:"date"`
	Select *formPick `json:"selector"`
	Member []user    `json:"members"`
	Depart []struct {
		ID number `json:"openapi_id"`
	} `json:"departments"`
	Files []struct {
		ID string `json:"file_id"`
	} `json:"files"`
	Rows []struct {
		List []formContent `json:"list"`
	} `json:"children"`
	Vacation *struct {
		Selector   formPick    `json:"selector"`
		Attendance formAbsence `json:"attendance"`
	} `json:"vacation"`
	Attendance *formAbsence `json:"attendance"`
	Range      *formRange   `json:"date_range"`
	Location   *struct {
		Latitude  json.RawMessage `json:"latitude"`
		Longitude json.RawMessage `json:"longitude"`
		Title     string          `json:"title"`
	} `json:"location"`
	Related []struct {
		SpNo string `json:"sp_no"`
	} `json:"related_approval"`
	Account *struct {
		Type   number `json:"account_type"`
		Name   string `json:"account_name"`
		Number string `json:"account_number"`
	} `json:"bank_account"`
}

type formDate struct {
	Type    workwx.OADateType `json:"type"`
	Seconds number            `json:"s_timestamp"`
}

type formPick struct {
	Type    workwx.OASelectorType `json:"type"`
	Options []struct {
		Key string `json:"key"`
	} `json:"options"`
}

type formRange struct {
	Type     workwx.OADateType `json:"type"`
	Begin    number            `json:"new_begin"`
	End      number            `json:"new_end"`
	Duration number            `json:"new_duration"`
}

type formAbsence struct {
	Type  workwx.OAAttendanceType `json:"type"`
	Range formRange               `json:"date_range"`
}

// formFacts is what a form means to the rest of the corp.
type formFacts struct {
	absences []period        // during which the applicant is away
	leave    map[int64]int64 // seconds that it takes, by kind of leave
	files    []string        // media ids
	trip     int64           // seconds of an absence that is no leave
	tripKind workwx.OAAttendanceType
}

// formCheck compares a form with its template.
type formCheck struct {
	formFacts
	s       *Server
	creator string
	amount  *big.Rat // the sum of its money
}

func refuseForm(id, format string, args ...any) error {
	return fail(codeApprovalParameter, "control "+id+": "+format, args...)
}

// check refuses contents that do not fit the controls of a template, or of a table's row.
func (f *formCheck) check(controls []workwx.OATemplateControl, contents []formContent, path string) error {
	filled := map[string]bool{}
	for _, content := range contents {
		id := path + content.ID
		i := slices.IndexFunc(controls, func(c workwx.OATemplateControl) bool { return c.Property.ID == content.ID })
		switch {
		case i < 0:
			return refuseForm(id, "the template does not have it")
		case filled[content.ID]:
			return refuseForm(id, "it comes twice")
		case content.Control != string(controls[i].Property.Control):
			return refuseForm(id, "it is a %s, not a %s", controls[i].Property.Control, content.Control)
		}
		var v formValue
		var fields map[string]json.RawMessage
		if err := errors.Join(json.Unmarshal(content.Value, &v), json.Unmarshal(content.Value, &fields)); err != nil {
			return refuseForm(id, "wrong value: %v", err)
		}
		if name := valueName(&controls[i]); len(fields) > 0 && fields[name] == nil {
			return refuseForm(id, "the value of a %s is in %s", content.Control, name)
		}
		empty, err := f.value(&controls[i], &v, id)
		if err != nil {
			return err
		}
		filled[content.ID] = !empty
	}
	depends := map[string]bool{} // on a choice, which may hide it
	for _, c := range controls {
		for _, option := range c.Config.Selector.OpRelations {
			for _, relation := range option.RelationList {
				depends[relation.RelatedControlID] = true
			}
		}
	}
	for _, c := range controls {
		p := c.Property
		input := p.Control != workwx.ControlTypeTips && p.Control != workwx.ControlTypeFormula
		if bool(p.Require) && input && !filled[p.ID] && !depends[p.ID] {
			return refuseForm(path+p.ID, "it is required")
		}
	}
	return nil
}

// valueName is the field that holds the value of a control.
func valueName(c *workwx.OATemplateControl) string {
	switch c.Property.Control {
	case workwx.ControlTypeNumber:
		return "new_number"
	case workwx.ControlTypeMoney:
		return "new_money"
	case workwx.ControlTypeDate:
		return "date"
	case workwx.ControlTypeDateRange:
		return "date_range"
	case workwx.ControlTypeSelector:
		return "selector"
	case workwx.ControlTypeContact:
		if c.Config.Contact.Mode == workwx.OAContactModeDepartment {
			return "departments"
		}
		return "members"
	case workwx.ControlTypeTable:
		return "children"
	case workwx.ControlTypeFile:
		return "files"
	case workwx.ControlTypeRelatedApproval:
		return "related_approval"
	case workwx.ControlTypeLocation:
		return "location"
	case workwx.ControlTypeBankAccount:
		return "bank_account"
	case workwx.ControlTypeVacation:
		return "vacation"
	case workwx.ControlTypeAttendance:
		return "attendance"
	case workwx.ControlTypePunchCorrection:
		return "punch_correction"
	}
	return "text"
}

// value refuses a value that does not fit its control, and says whether there is none.
func (f *formCheck) value(c *workwx.OATemplateControl, v *formValue, id string) (empty bool, err error) {
	config := &c.Config
	switch c.Property.Control {
	case workwx.ControlTypeText, workwx.ControlTypeTextarea, workwx.ControlTypePhoneNumber:
		return v.Text == "", nil
	case workwx.ControlTypeNumber:
		if v.Number != "" && !decimalForm.MatchString(v.Number) {
			return false, refuseForm(id, "new_number is not a number")
		}
		return v.Number == "", nil
	case workwx.ControlTypeMoney:
		if v.Money == "" {
			return true, nil
		}
		if !decimalForm.MatchString(v.Money) {
			return false, refuseForm(id, "new_money is not a number")
		}
		if sum, ok := new(big.Rat).SetString(v.Money); ok {
			f.amount.Add(f.amount, sum)
		}
		return false, nil
	case workwx.ControlTypeDate:
		if v.Date == nil {
			return true, nil
		}
		if v.Date.Type != config.Date.Type || v.Date.Seconds <= 0 {
			return false, refuseForm(id, "date has the type %q and a s_timestamp", config.Date.Type)
		}
		return false, nil
	case workwx.ControlTypeDateRange:
		if v.Range == nil {
			return true, nil
		}
		return false, f.span(v.Range, config.DateRange.Type, id)
	case workwx.ControlTypeSelector:
		if v.Select == nil || len(v.Select.Options) == 0 {
			return true, nil
		}
		var keys []string
		for _, o := range config.Selector.Options {
			keys = append(keys, o.Key)
		}
		return false, f.pick(v.Select, config.Selector.Type, keys, id)
	case workwx.ControlTypeContact:
		return f.contact(config.Contact, v, id)
	case workwx.ControlTypeTable:
		for i, row := range v.Rows {
			if err := f.check(config.Table.Children, row.List, id+"["+strconv.Itoa(i)+"]."); err != nil {
				return false, err
			}
		}
		return len(v.Rows) == 0, nil
	case workwx.ControlTypeFile:
		for _, file := range v.Files {
			if f.s.checkMedia(file.ID) != nil {
				return false, refuseForm(id, "invalid file_id")
			}
			f.files = append(f.files, file.ID)
		}
		if len(f.files) > 6 {
			return false, refuseForm(id, "a form has 6 files at most")
		}
		return len(v.Files) == 0, nil
	case workwx.ControlTypeRelatedApproval:
		for _, r := range v.Related {
			a := f.s.oa.approvals.find(r.SpNo)
			allowed := config.RelatedApproval.TemplateID
			if a == nil || len(allowed) > 0 && !slices.Contains(allowed, a.templateID) {
				return false, refuseForm(id, "invalid sp_no %q", r.SpNo)
			}
		}
		return len(v.Related) == 0, nil
	case workwx.ControlTypeLocation:
		if v.Location == nil {
			return true, nil
		}
		if !coordinate(v.Location.Latitude, 90) || !coordinate(v.Location.Longitude, 180) || v.Location.Title == "" {
			return false, refuseForm(id, "location has a latitude, a longitude and a title")
		}
		return false, nil
	case workwx.ControlTypeBankAccount:
		if v.Account == nil {
			return true, nil
		}
		if a := v.Account; a.Type < 1 || a.Type > 2 || a.Name == "" || a.Number == "" {
			return false, refuseForm(id, "bank_account has an account_type, an account_name and an account_number")
		}
		return false, nil
	case workwx.ControlTypeVacation, workwx.ControlTypeAttendance:
		return f.absence(c, v, id)
	}
	return false, refuseForm(id, "a %s cannot be submitted", c.Property.Control)
}

func coordinate(raw json.RawMessage, most float64) bool {
	s := string(raw)
	if unquoted, err := strconv.Unquote(s); err == nil {
		s = unquoted
	}
	x, err := strconv.ParseFloat(s, 64)
	return err == nil && x >= -most && x <= most
}

func (f *formCheck) span(r *formRange, precision workwx.OADateType, id string) error {
	switch {
	case r.Type != precision:
		return refuseForm(id, "date_range has the type %q, not %q", precision, r.Type)
	case r.Begin <= 0 || r.End < r.Begin:
		return refuseForm(id, "date_range ends before it begins")
	case r.Duration <= 0:
		return refuseForm(id, "date_range has no new_duration")
	}
	return nil
}

func (f *formCheck) pick(p *formPick, kind workwx.OASelectorType, keys []string, id string) error {
	if p.Type != kind {
		return refuseForm(id, "selector has the type %q, not %q", kind, p.Type)
	}
	if kind == workwx.OASelectorTypeSingle && len(p.Options) != 1 {
		return refuseForm(id, "one option can be chosen, not %d", len(p.Options))
	}
	for _, o := range p.Options {
		if !slices.Contains(keys, o.Key) {
			return refuseForm(id, "it has no option %q", o.Key)
		}
	}
	return nil
}

func (f *formCheck) contact(config workwx.OATemplateControlConfigContact, v *formValue, id string) (empty bool, err error) {
	n := len(v.Member)
	if config.Mode == workwx.OAContactModeDepartment {
		n = len(v.Depart)
		for _, d := range v.Depart {
			if f.s.contacts.department(int64(d.ID)) == nil {
				return false, refuseForm(id, "department %d not found", d.ID)
			}
		}
	} else {
		for _, u := range v.Member {
			if f.s.contacts.member(u.UserID) == nil {
				return false, refuseForm(id, "userid %q not found", u.UserID)
			}
		}
	}
	if config.Type == workwx.OASelectorTypeSingle && n > 1 {
		return false, refuseForm(id, "one can be chosen, not %d", n)
	}
	return n == 0, nil
}

// absence takes down when the applicant is away, and what leave that takes.
func (f *formCheck) absence(c *workwx.OATemplateControl, v *formValue, id string) (empty bool, err error) {
	var a *formAbsence
	precision, kind := c.Config.Attendance.DateRange.Type, c.Config.Attendance.Type
	if c.Property.Control == workwx.ControlTypeAttendance {
		a = v.Attendance
	} else if v.Vacation != nil {
		a, kind = &v.Vacation.Attendance, workwx.OAAttendanceTypeLeave
		var keys []string
		for _, item := range c.Config.Vacation.Item {
			keys = append(keys, strconv.FormatInt(item.ID, 10))
		}
		if err := f.pick(&v.Vacation.Selector, workwx.OASelectorTypeSingle, keys, id); err != nil {
			return false, err
		}
		leave, _ := strconv.ParseInt(v.Vacation.Selector.Options[0].Key, 10, 64)
		vacation := f.s.oa.approvals.vacation(leave)
		if vacation == nil {
			return false, refuseForm(id, "there is no leave %d", leave)
		}
		precision = workwx.OADateTypeHalfDay
		if vacation.TimeAttr == workwx.VacationTimeAttrHour {
			precision = workwx.OADateTypeHour
		}
		f.leave[leave] += int64(a.Range.Duration)
	}
	if a == nil {
		return true, nil
	}
	if a.Type != kind {
		return false, refuseForm(id, "attendance has the type %d, not %d", kind, a.Type)
	}
	if err := f.span(&a.Range, precision, id); err != nil {
		return false, err
	}
	p := period{int64(a.Range.Begin), int64(a.Range.End)}
	if precision == workwx.OADateTypeHalfDay {
		p.end += 12 * 3600 // the half day of the end is part of it
	}
	f.absences = append(f.absences, p)
	if kind != workwx.OAAttendanceTypeLeave {
		f.trip, f.tripKind = f.trip+int64(a.Range.Duration), kind
	}
	return false, nil
}

// complete returns a form as it is read back: in the order of the template, with titles, and with the sum
// of its money in each Formula.
func (f *formCheck) complete(controls []workwx.OATemplateControl, contents []formContent) []formContent {
	list := []formContent{}
	for _, c := range controls {
		i := slices.IndexFunc(contents, func(content formContent) bool { return content.ID == c.Property.ID })
		switch {
		case i >= 0:
			content := contents[i]
			content.Title = c.Property.Title
			list = append(list, content)
		case c.Property.Control == workwx.ControlTypeFormula:
			value := encode(workwx.OAContentValue{Formula: workwx.OAContentFormula{Value: f.amount.FloatString(2)}})
			list = append(list, formContent{string(c.Property.Control), c.Property.ID, c.Property.Title, value})
		}
	}
	return list
}
