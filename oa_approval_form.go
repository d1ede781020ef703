package workwx

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ApprovalForm fills in the form of an approval template. Its setters name a control by its title, in
// any language that the template has, or by its ID, and return the form for the next. A setter refuses
// a control that the template does not have or that is of another type, and an option that cannot be
// chosen; [ApprovalForm.ApplyData] tells of all that was refused or is missing.
//
//	template, err := client.GetApprovalTemplate(ctx, templateID)
//	...
//	form := workwx.NewApprovalForm(template)
//	form.SetText("事由", "拜访客户").SetDate("日期", day).SetSelector("城市", "成都")
//	form.AddTableRow("明细").SetText("项目", "高铁").SetMoney("费用", "154.00")
//	data, err := form.ApplyData()
//	...
//	spNo, err := client.SubmitApproval(ctx, &workwx.SubmitApprovalRequest{
//		CreatorUserID:       "lisi",
//		TemplateID:          templateID,
//		UseTemplateApprover: workwx.Yes,
//		ApplyData:           data,
//		SummaryList:         workwx.OASummary("拜访客户"),
//	})
//
// Setting a control again replaces its value, an empty text removes it. A form is not safe for
// concurrent use.
type ApprovalForm struct {
	controls []OATemplateControl
	values   map[string]OAContentValue  // by control ID
	rows     map[string][]*ApprovalForm // of the tables, by control ID
	path     string                     // where in the form a row is, such as "明细[0]."
	isRow    bool                       // of a table
	errs     *[]error                   // what was refused, in the form and its rows
}

// NewApprovalForm returns an empty form of the template.
func NewApprovalForm(template *OATemplateDetail) *ApprovalForm {
	f := &ApprovalForm{errs: new([]error)}
	if template == nil {
		f.refuse("NewApprovalForm", "template", errors.New("it is nil"))
		return f
	}
	f.controls = template.TemplateContent.Controls
	return f
}

// SetText sets the text of a Text or Textarea control. That of a PhoneNumber control, whose value the
// platform does not document, is sent as text too.
func (f *ApprovalForm) SetText(control, text string) *ApprovalForm {
	return f.set("SetText", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		if c.Property.Control == ControlTypeText && strings.ContainsAny(text, "\r\n") {
			return v, errors.New("it holds one line, and the text has several")
		}
		v.Text = text
		return v, nil
	}, ControlTypeText, ControlTypeTextarea, ControlTypePhoneNumber)
}

// SetNumber sets a Number control to a decimal number such as "-1.5".
func (f *ApprovalForm) SetNumber(control, number string) *ApprovalForm {
	return f.set("SetNumber", control, func(*OATemplateControl) (v OAContentValue, err error) {
		v.Number = number
		return v, checkDecimal(number)
	}, ControlTypeNumber)
}

// SetMoney sets a Money control to an amount such as "12.50".
func (f *ApprovalForm) SetMoney(control, amount string) *ApprovalForm {
	return f.set("SetMoney", control, func(*OATemplateControl) (v OAContentValue, err error) {
		v.Money = amount
		return v, checkDecimal(amount)
	}, ControlTypeMoney)
}

// SetDate sets a Date control. Whether it shows the day alone is a matter of the template.
func (f *ApprovalForm) SetDate(control string, t time.Time) *ApprovalForm {
	return f.set("SetDate", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		if t.IsZero() {
			return v, errors.New("the time is zero")
		}
		v.Date = OAContentDate{Type: c.Config.Date.Type, Timestamp: At(t)}
		if v.Date.Type == "" {
			v.Date.Type = OADateTypeDay
		}
		return v, nil
	}, ControlTypeDate)
}

// SetDateRange sets a DateRange control to the period from begin to end. duration is what counts of it,
// after breaks and holidays for instance; 0 stands for all of it. In a control of half days, begin and
// end are at 00:00 for a morning and at 12:00 for an afternoon, and the half day of end is included.
func (f *ApprovalForm) SetDateRange(control string, begin, end time.Time, duration time.Duration) *ApprovalForm {
	return f.set("SetDateRange", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		v.DateRange, err = newDateRange(c.Config.DateRange.Type, begin, end, duration)
		return v, err
	}, ControlTypeDateRange)
}

// SetSelector chooses options of a Selector control by their text, in any language, or by their key.
func (f *ApprovalForm) SetSelector(control string, options ...string) *ApprovalForm {
	return f.set("SetSelector", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		s := c.Config.Selector
		if err := checkChosen(s.Type, len(options)); err != nil {
			return v, err
		}
		v.Selector = OAContentSelector{Type: s.Type, ExpType: s.ExpType}
		for _, option := range options {
			i := slices.IndexFunc(s.Options, func(o OAContentSelectorOption) bool { return o.Key == option })
			if i < 0 {
				i = slices.IndexFunc(s.Options, func(o OAContentSelectorOption) bool { return inTexts(o.Value, option) })
			}
			if i < 0 {
				return v, fmt.Errorf("it has no option %q", option)
			}
			v.Selector.Options = append(v.Selector.Options, s.Options[i])
		}
		return v, nil
	}, ControlTypeSelector)
}

// SetMembers sets the members of a Contact control of members.
func (f *ApprovalForm) SetMembers(control string, userIDs ...string) *ApprovalForm {
	return f.set("SetMembers", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		for _, id := range userIDs {
			v.Members = append(v.Members, OAContentMember{UserID: id})
		}
		return v, checkContact(c, OAContactModeUser, len(userIDs))
	}, ControlTypeContact)
}

// SetDepartments sets the departments of a Contact control of departments.
func (f *ApprovalForm) SetDepartments(control string, departmentIDs ...int64) *ApprovalForm {
	return f.set("SetDepartments", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		for _, id := range departmentIDs {
			v.Departments = append(v.Departments, OAContentDepartment{OpenAPIID: StringInt(id)})
		}
		return v, checkContact(c, OAContactModeDepartment, len(departmentIDs))
	}, ControlTypeContact)
}

// SetFiles attaches files that were uploaded with [Client.UploadTempMedia] and its kin. The platform
// keeps them for good, and takes at most 6 in a whole form.
func (f *ApprovalForm) SetFiles(control string, mediaIDs ...string) *ApprovalForm {
	return f.set("SetFiles", control, func(*OATemplateControl) (v OAContentValue, err error) {
		for _, id := range mediaIDs {
			v.Files = append(v.Files, OAContentFile{FileID: id})
		}
		return v, checkChosen(OASelectorTypeMulti, len(mediaIDs))
	}, ControlTypeFile)
}

// SetRelatedApprovals sets the applications that a RelatedApproval control refers to, by number.
func (f *ApprovalForm) SetRelatedApprovals(control string, spNos ...string) *ApprovalForm {
	return f.set("SetRelatedApprovals", control, func(*OATemplateControl) (v OAContentValue, err error) {
		for _, no := range spNos {
			v.RelatedApproval = append(v.RelatedApproval, OAContentRelatedApproval{SpNo: no})
		}
		return v, checkChosen(OASelectorTypeMulti, len(spNos))
	}, ControlTypeRelatedApproval)
}

// SetVacation sets a Vacation control to a leave of the kind with the given name or ID. unit is
// [OADateTypeHour] for a kind that is taken by the hour and [OADateTypeHalfDay] for one that is taken by
// the day, as [CorpVacationConf] says; the rest is as in SetDateRange.
func (f *ApprovalForm) SetVacation(control, vacation string, unit OADateType, begin, end time.Time, duration time.Duration) *ApprovalForm {
	return f.set("SetVacation", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		kinds := c.Config.Vacation.Item
		i := slices.IndexFunc(kinds, func(k OATemplateControlConfigVacationItem) bool {
			return strconv.FormatInt(k.ID, 10) == vacation || inTexts(k.Name, vacation)
		})
		if i < 0 {
			return v, fmt.Errorf("it has no leave %q", vacation)
		}
		option := OAContentSelectorOption{Key: strconv.FormatInt(kinds[i].ID, 10), Value: kinds[i].Name}
		v.Vacation.Selector = OAContentSelector{Type: OASelectorTypeSingle, Options: []OAContentSelectorOption{option}}
		v.Vacation.Attendance.Type = OAAttendanceTypeLeave
		v.Vacation.Attendance.DateRange, err = newDateRange(unit, begin, end, duration)
		return v, err
	}, ControlTypeVacation)
}

// SetAttendance sets an Attendance control, of an outing, a business trip or overtime, as SetDateRange
// sets a DateRange control.
func (f *ApprovalForm) SetAttendance(control string, begin, end time.Time, duration time.Duration) *ApprovalForm {
	return f.set("SetAttendance", control, func(c *OATemplateControl) (v OAContentValue, err error) {
		v.Attendance.Type = c.Config.Attendance.Type
		v.Attendance.DateRange, err = newDateRange(c.Config.Attendance.DateRange.Type, begin, end, duration)
		return v, err
	}, ControlTypeAttendance)
}

// SetPunchCorrection sets a PunchCorrection control.
func (f *ApprovalForm) SetPunchCorrection(control string, correction OAContentPunchCorrection) *ApprovalForm {
	return f.set("SetPunchCorrection", control, func(*OATemplateControl) (OAContentValue, error) {
		return OAContentValue{PunchCorrection: correction}, nil
	}, ControlTypePunchCorrection)
}

// SetLocation sets a Location control.
func (f *ApprovalForm) SetLocation(control string, place OAContentLocation) *ApprovalForm {
	return f.set("SetLocation", control, func(*OATemplateControl) (OAContentValue, error) {
		return OAContentValue{Location: place}, nil
	}, ControlTypeLocation)
}

// SetBankAccount sets a BankAccount control.
func (f *ApprovalForm) SetBankAccount(control string, account OAContentBankAccount) *ApprovalForm {
	return f.set("SetBankAccount", control, func(*OATemplateControl) (OAContentValue, error) {
		return OAContentValue{BankAccount: account}, nil
	}, ControlTypeBankAccount)
}

// SetValue sets any control but a table to a value that the other setters do not make, such as an
// absence with its slices. The value is sent as it is.
func (f *ApprovalForm) SetValue(control string, value OAContentValue) *ApprovalForm {
	return f.set("SetValue", control, func(c *OATemplateControl) (OAContentValue, error) {
		if c.Property.Control == ControlTypeTable {
			return value, errors.New("it is a table; use AddTableRow")
		}
		return value, nil
	})
}

// AddTableRow adds a row to a Table control and returns it; its setters fill in the row's cells.
func (f *ApprovalForm) AddTableRow(control string) *ApprovalForm {
	c, err := f.find(control, ControlTypeTable)
	if err != nil {
		f.refuse("AddTableRow", control, err)
		return &ApprovalForm{errs: new([]error)} // one error is enough
	}
	id := c.Property.ID
	row := &ApprovalForm{
		controls: c.Config.Table.Children,
		path:     fmt.Sprintf("%s%s[%d].", f.path, c.name(), len(f.rows[id])),
		isRow:    true,
		errs:     f.errs,
	}
	if f.rows == nil {
		f.rows = make(map[string][]*ApprovalForm)
	}
	f.rows[id] = append(f.rows[id], row)
	return row
}

// ApplyData returns the form for [SubmitApprovalRequest], its controls in the order of the template;
// those without a value are left out, but stay, empty, in the rows of tables. It fails with an
// [ArgumentError] that names the control when a setter was refused or a control is empty that must be
// filled in, joined with the others if there are several. A control that depends on a choice may be empty,
// as the choice may hide it.
func (f *ApprovalForm) ApplyData() (OAContents, error) {
	contents, missing := f.contents()
	if errs := slices.Concat(*f.errs, missing); len(errs) > 0 {
		return OAContents{}, errors.Join(errs...)
	}
	return OAContents{Contents: contents}, nil
}

func (f *ApprovalForm) contents() (contents []OAContent, missing []error) {
	dependent := make(map[string]bool)
	for _, c := range f.controls {
		for _, option := range c.Config.Selector.OpRelations {
			for _, relation := range option.RelationList {
				dependent[relation.RelatedControlID] = true
			}
		}
	}
	for i := range f.controls {
		c := &f.controls[i]
		p := c.Property
		value, filled := f.values[p.ID]
		for _, row := range f.rows[p.ID] {
			cells, gaps := row.contents()
			value.Table = append(value.Table, OAContentTableList{List: cells})
			missing = append(missing, gaps...)
			filled = true
		}
		switch {
		case filled:
			contents = append(contents, OAContent{Control: p.Control, ID: p.ID, Title: p.Title, Value: value})
		case bool(p.Require) && p.Control != ControlTypeTips && p.Control != ControlTypeFormula && !dependent[p.ID]:
			missing = append(missing, invalid("ApprovalForm.ApplyData", f.path+c.name(), "it must be filled in"))
		case f.isRow: // the platform wants a row to be complete
			contents = append(contents, OAContent{Control: p.Control, ID: p.ID, Title: p.Title})
		}
	}
	return contents, missing
}

// set gives a control the value that is made for it.
func (f *ApprovalForm) set(setter, control string, value func(*OATemplateControl) (OAContentValue, error), types ...ControlType) *ApprovalForm {
	c, err := f.find(control, types...)
	if err != nil {
		return f.refuse(setter, control, err)
	}
	v, err := value(c)
	if err != nil {
		return f.refuse(setter, control, err)
	}
	if reflect.ValueOf(v).IsZero() {
		delete(f.values, c.Property.ID)
		return f
	}
	if f.values == nil {
		f.values = make(map[string]OAContentValue)
	}
	f.values[c.Property.ID] = v
	return f
}

func (f *ApprovalForm) refuse(setter, control string, err error) *ApprovalForm {
	*f.errs = append(*f.errs, &ArgumentError{API: "ApprovalForm." + setter, Field: f.path + control, Reason: err})
	return f
}

// find returns the control with the given ID or title, which must be of one of the types, if any are given.
func (f *ApprovalForm) find(control string, types ...ControlType) (*OATemplateControl, error) {
	i := slices.IndexFunc(f.controls, func(c OATemplateControl) bool { return c.Property.ID == control })
	if i < 0 {
		titled := func(c OATemplateControl) bool { return inTexts(c.Property.Title, control) }
		if i = slices.IndexFunc(f.controls, titled); i < 0 {
			return nil, errors.New("the template has no such control")
		}
		if slices.ContainsFunc(f.controls[i+1:], titled) {
			return nil, errors.New("several controls have this title; use the ID")
		}
	}
	c := &f.controls[i]
	switch t := c.Property.Control; {
	case t == ControlTypeTips, t == ControlTypeFormula:
		return nil, fmt.Errorf("a %s control cannot be filled in", t)
	case len(types) > 0 && !slices.Contains(types, t):
		return nil, fmt.Errorf("it is of the type %s", t)
	}
	return c, nil
}

// name returns the first title, or the ID.
func (c *OATemplateControl) name() string {
	if len(c.Property.Title) > 0 && c.Property.Title[0].Text != "" {
		return c.Property.Title[0].Text
	}
	return c.Property.ID
}

func checkContact(c *OATemplateControl, mode OAContactMode, n int) error {
	if m := c.Config.Contact.Mode; m != mode && m != "" {
		return fmt.Errorf("it is a control of %ss", m)
	}
	return checkChosen(c.Config.Contact.Type, n)
}

func checkChosen(t OASelectorType, n int) error {
	switch {
	case n == 0:
		return errors.New("nothing is chosen")
	case n > 1 && t == OASelectorTypeSingle:
		return fmt.Errorf("one can be chosen, not %d", n)
	}
	return nil
}

// checkDecimal accepts an optional sign and digits with at most one point among them; and nothing, which
// removes a value.
func checkDecimal(s string) error {
	if s == "" {
		return nil
	}
	digits, points := 0, 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.':
			points++
		case i == 0 && (r == '-' || r == '+'):
		default:
			return fmt.Errorf("%.32q is not a decimal number", s)
		}
	}
	if digits == 0 || points > 1 {
		return fmt.Errorf("%.32q is not a decimal number", s)
	}
	return nil
}

func newDateRange(unit OADateType, begin, end time.Time, duration time.Duration) (r OAContentDateRange, err error) {
	switch {
	case begin.IsZero() || end.IsZero():
		return r, errors.New("the begin or the end is zero")
	case end.Before(begin):
		return r, errors.New("the end is before the begin")
	case duration < 0:
		return r, errors.New("the duration is negative")
	}
	if unit == "" {
		unit = OADateTypeHour
	}
	if duration == 0 {
		duration = end.Sub(begin)
		if unit == OADateTypeHalfDay {
			const half = 12 * time.Hour
			duration = duration.Truncate(half) + half
		}
	}
	return OAContentDateRange{Type: unit, NewBegin: At(begin), NewEnd: At(end), NewDuration: int64(duration / time.Second)}, nil
}

// OASummary returns the lines, in Chinese, as the summary of a [SubmitApprovalRequest]. It is what cards
// and lists show of an application: at most 3 lines of at most 20 characters.
func OASummary(lines ...string) []OASummaryList {
	summary := make([]OASummaryList, 0, len(lines))
	for _, line := range lines {
		summary = append(summary, OASummaryList{SummaryInfo: []OAText{{Text: line, Lang: "zh_CN"}}})
	}
	return summary
}
