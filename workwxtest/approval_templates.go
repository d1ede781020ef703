package workwxtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/go-workwx/workwx"
)

// The approval templates that every server has. Together they hold every control that the forms of
// approvals can have.
const (
	TemplateLeave      = "Bs7zLeave000000000000000000000000000000001"  // 请假: Vacation, Textarea, File
	TemplateTrip       = "Bs7zTrip0000000000000000000000000000000002"  // 出差: Attendance, Textarea, Contact, RelatedApproval
	TemplateOuting     = "Bs7zOuting00000000000000000000000000000003"  // 外出: Attendance, Textarea, Location
	TemplateOvertime   = "Bs7zOvertime000000000000000000000000000004"  // 加班: Attendance, Textarea
	TemplateCorrection = "Bs7zCorrection0000000000000000000000000005"  // 补卡: PunchCorrection, Textarea; cannot be submitted by a call
	TemplateExpense    = "Bs7zExpense00000000000000000000000000000006" // 报销: Tips, Selector, Date, Table, Formula, BankAccount, File
	TemplateGeneral    = "Bs7zGeneral00000000000000000000000000000007" // 通用审批: Text, Number, Money, Date, DateRange, Selector, Contact, PhoneNumber
)

// approvalTemplate is a template.
type approvalTemplate struct {
	id         string
	names      []workwx.OAText
	controls   []workwx.OATemplateControl
	recordType int64
	app        *app                   // that created it; nil if an administrator did
	nodes      []workwx.OAProcessNode // its own process; nil for the applicant's superiors
	copyOf     string                 // the service provider's template that it is a copy of
}

func (t *approvalTemplate) name() string { return t.names[0].Text }

func (st *approvalState) template(id string) *approvalTemplate {
	i := slices.IndexFunc(st.templates, func(t *approvalTemplate) bool { return t.id == id })
	if i < 0 {
		return nil
	}
	return st.templates[i]
}

func zh(text string) []workwx.OAText { return []workwx.OAText{{Text: text, Lang: "zh_CN"}} }

// ctl makes a control of a default template.
func ctl(kind workwx.ControlType, id, title string, require workwx.IntBool) workwx.OATemplateControl {
	return workwx.OATemplateControl{Property: workwx.OATemplateControlProperty{
		Control: kind, ID: string(kind) + "-" + id, Title: zh(title), Placeholder: zh(""), Require: require,
	}}
}

func dateCtl(id, title string, precision workwx.OADateType) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeDate, id, title, workwx.No)
	c.Config.Date.Type = precision
	return c
}

func rangeCtl(id, title string, precision workwx.OADateType) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeDateRange, id, title, workwx.No)
	c.Config.DateRange = workwx.OATemplateControlConfigDateRange{Type: precision, PerdayDuration: 86400}
	return c
}

func attendanceCtl(id, title string, kind workwx.OAAttendanceType, precision workwx.OADateType) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeAttendance, id, title, workwx.Yes)
	c.Config.Attendance = workwx.OATemplateControlConfigAttendance{Type: kind, DateRange: workwx.OATemplateControlConfigDateRange{Type: precision}}
	return c
}

func selectorCtl(id, title string, kind workwx.OASelectorType, options ...string) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeSelector, id, title, workwx.No)
	c.Config.Selector.Type = kind
	for i, text := range options {
		c.Config.Selector.Options = append(c.Config.Selector.Options,
			workwx.OAContentSelectorOption{Key: fmt.Sprintf("option-%s%d", id, i+1), Value: zh(text)})
	}
	return c
}

func contactCtl(id, title string, kind workwx.OASelectorType, mode workwx.OAContactMode) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeContact, id, title, workwx.No)
	c.Config.Contact = workwx.OATemplateControlConfigContact{Type: kind, Mode: mode}
	return c
}

func tipsCtl(id, title, text string) workwx.OATemplateControl {
	c := ctl(workwx.ControlTypeTips, id, title, workwx.No)
	content := workwx.OATemplateControlConfigTipsContent{Lang: "zh_CN"}
	content.Text.SubText = []workwx.OATemplateControlConfigTipsContentSubText{{Type: workwx.OATipsTextTypePlain}}
	content.Text.SubText[0].Content.PlainText.Content = text
	c.Config.Tips.TipsContent = []workwx.OATemplateControlConfigTipsContent{content}
	return c
}

func defaultTemplates() []*approvalTemplate {
	reason := func(require workwx.IntBool) workwx.OATemplateControl {
		return ctl(workwx.ControlTypeTextarea, "1", "事由", require)
	}
	location := ctl(workwx.ControlTypeLocation, "1", "外出地点", workwx.No)
	location.Config.Location.Distance = 300
	items := ctl(workwx.ControlTypeTable, "1", "费用明细", workwx.Yes)
	items.Config.Table.Children = []workwx.OATemplateControl{
		ctl(workwx.ControlTypeText, "11", "费用说明", workwx.Yes),
		ctl(workwx.ControlTypeMoney, "11", "费用金额", workwx.Yes),
		dateCtl("11", "发生时间", workwx.OADateTypeDay),
	}
	template := func(id, name string, recordType int64, controls ...workwx.OATemplateControl) *approvalTemplate {
		return &approvalTemplate{id: id, names: zh(name), recordType: recordType, controls: controls}
	}
	return []*approvalTemplate{
		template(TemplateLeave, "请假", 1,
			ctl(workwx.ControlTypeVacation, "1", "请假类型", workwx.Yes), reason(workwx.Yes), ctl(workwx.ControlTypeFile, "1", "说明附件", workwx.No)),
		template(TemplateTrip, "出差", 3,
			attendanceCtl("1", "出差时间", workwx.OAAttendanceTypeBusinessTrip, workwx.OADateTypeHalfDay), reason(workwx.Yes),
			contactCtl("1", "同行人", workwx.OASelectorTypeMulti, workwx.OAContactModeUser),
			ctl(workwx.ControlTypeRelatedApproval, "1", "关联审批单", workwx.No)),
		template(TemplateOuting, "外出", 4,
			attendanceCtl("1", "外出时间", workwx.OAAttendanceTypeOuting, workwx.OADateTypeHour), reason(workwx.Yes), location),
		template(TemplateOvertime, "加班", 5,
			attendanceCtl("1", "加班时间", workwx.OAAttendanceTypeOvertime, workwx.OADateTypeHour), reason(workwx.No)),
		template(TemplateCorrection, "补卡", 2,
			ctl(workwx.ControlTypePunchCorrection, "1", "补卡时间", workwx.Yes), reason(workwx.Yes)),
		template(TemplateExpense, "报销", 0,
			tipsCtl("1", "说明", "请附上发票"),
			selectorCtl("1", "报销类型", workwx.OASelectorTypeSingle, "差旅费", "交通费", "招待费", "其他"),
			dateCtl("1", "发生时间", workwx.OADateTypeDay), items,
			ctl(workwx.ControlTypeFormula, "1", "合计", workwx.No),
			ctl(workwx.ControlTypeBankAccount, "1", "收款账户", workwx.No),
			ctl(workwx.ControlTypeFile, "1", "附件", workwx.No)),
		template(TemplateGeneral, "通用审批", 0,
			ctl(workwx.ControlTypeText, "1", "申请内容", workwx.Yes), ctl(workwx.ControlTypeNumber, "1", "数量", workwx.No),
			ctl(workwx.ControlTypeMoney, "1", "金额", workwx.No), dateCtl("1", "期望时间", workwx.OADateTypeHour),
			rangeCtl("1", "使用时间", workwx.OADateTypeHour),
			selectorCtl("1", "用途", workwx.OASelectorTypeMulti, "办公", "会议", "活动"),
			contactCtl("1", "使用部门", workwx.OASelectorTypeSingle, workwx.OAContactModeDepartment),
			ctl(workwx.ControlTypePhoneNumber, "1", "联系电话", workwx.No)),
	}
}

// templateControls returns the controls of a template. A choice of leave that says nothing of its own
// offers all kinds of leave.
func (s *Server) templateControls(t *approvalTemplate) []workwx.OATemplateControl {
	controls := slices.Clone(t.controls)
	for i := range controls {
		if c := &controls[i]; c.Property.Control == workwx.ControlTypeVacation && len(c.Config.Vacation.Item) == 0 {
			for _, v := range s.oa.approvals.vacations {
				c.Config.Vacation.Item = append(c.Config.Vacation.Item, workwx.OATemplateControlConfigVacationItem{ID: v.ID, Name: zh(v.Name)})
			}
		}
	}
	return controls
}

func getApprovalTemplate(s *Server, _ *call, req *struct {
	TemplateID string `json:"template_id"`
}) (any, error) {
	t := s.oa.approvals.template(req.TemplateID)
	if t == nil {
		return nil, fail(codeApprovalTemplate, "template_id not found")
	}
	return workwx.OATemplateDetail{TemplateNames: t.names, TemplateContent: workwx.OATemplateControls{Controls: s.templateControls(t)}}, nil
}

// templateRequest is a template to create or update.
type templateRequest struct {
	TemplateID string                    `json:"template_id"`
	Names      []workwx.OAText           `json:"template_name"`
	Content    workwx.OATemplateControls `json:"template_content"`
}

func createApprovalTemplate(s *Server, c *call, req *templateRequest) (any, error) {
	t := &approvalTemplate{names: req.Names, controls: req.Content.Controls, app: c.app}
	if err := s.checkTemplate(t); err != nil {
		return nil, err
	}
	return templateAnswer{s.addTemplate(t)}, nil
}

type templateAnswer struct {
	TemplateID string `json:"template_id"`
}

func updateApprovalTemplate(s *Server, c *call, req *templateRequest) (any, error) {
	t := s.oa.approvals.template(req.TemplateID)
	switch {
	case t == nil:
		return nil, fail(codeTemplateParameter, "template_id not found")
	case t.app != c.app:
		return nil, fail(workwx.CodeOperationNotPermitted, "the template was not created by this app")
	}
	changed := *t
	changed.names, changed.controls = req.Names, req.Content.Controls
	if err := s.checkTemplate(&changed); err != nil {
		return nil, err
	}
	*t = changed
	return nil, nil
}

// checkTemplate refuses a template as the platform would.
func (s *Server) checkTemplate(t *approvalTemplate) error {
	if len(t.names) == 0 || len(t.controls) == 0 {
		return fail(codeTemplateParameter, "template_name and controls are required")
	}
	for _, name := range t.names {
		if name.Text == "" || tooLong(name.Text, 40) {
			return fail(codeTemplateParameter, "a template_name has 1 to 40 characters")
		}
		for _, other := range s.oa.approvals.templates {
			if other.id != t.id && slices.Contains(other.names, name) {
				return fail(codeTemplateParameter, "template_name %q existed", name.Text)
			}
		}
	}
	absences := 0
	for _, c := range t.controls {
		if k := c.Property.Control; k == workwx.ControlTypeVacation || k == workwx.ControlTypeAttendance {
			absences++
		}
	}
	if absences > 1 {
		return fail(codeTemplateParameter, "a template has one control of the types Vacation and Attendance at most")
	}
	return checkControls(t.controls, map[string]bool{}, false)
}

func checkControls(controls []workwx.OATemplateControl, seen map[string]bool, inTable bool) error {
	for _, c := range controls {
		p := c.Property
		if p.ID == "" || seen[p.ID] {
			return fail(codeTemplateParameter, "the id %q of a control is empty or comes twice", p.ID)
		}
		seen[p.ID] = true
		if len(p.Title) == 0 {
			return fail(codeTemplateParameter, "%s has no title", p.ID)
		}
		for _, text := range p.Title {
			if text.Text == "" || tooLong(text.Text, 40) {
				return fail(codeTemplateParameter, "the title of %s has 1 to 40 characters", p.ID)
			}
		}
		for _, text := range p.Placeholder {
			if tooLong(text.Text, 80) {
				return fail(codeTemplateParameter, "the placeholder of %s has 80 characters at most", p.ID)
			}
		}
		if err := checkControl(&c, seen, inTable); err != nil {
			return err
		}
	}
	return nil
}

// checkControl refuses a control whose config does not fit its type.
func checkControl(c *workwx.OATemplateControl, seen map[string]bool, inTable bool) error {
	id, config := c.Property.ID, &c.Config
	single := func(t workwx.OASelectorType) bool {
		return t == workwx.OASelectorTypeSingle || t == workwx.OASelectorTypeMulti
	}
	spans := func(t workwx.OADateType) bool { return t == workwx.OADateTypeHalfDay || t == workwx.OADateTypeHour }
	ok := true
	switch c.Property.Control {
	case workwx.ControlTypeText, workwx.ControlTypeTextarea, workwx.ControlTypeNumber, workwx.ControlTypeMoney, workwx.ControlTypeFile,
		workwx.ControlTypeRelatedApproval, workwx.ControlTypeLocation, workwx.ControlTypeFormula, workwx.ControlTypePhoneNumber,
		workwx.ControlTypeBankAccount:
	case workwx.ControlTypeDate:
		ok = config.Date.Type == workwx.OADateTypeDay || config.Date.Type == workwx.OADateTypeHour
	case workwx.ControlTypeDateRange:
		ok = spans(config.DateRange.Type)
	case workwx.ControlTypeSelector:
		keys := map[string]bool{}
		for _, o := range config.Selector.Options {
			ok = ok && o.Key != "" && !keys[o.Key] && len(o.Value) > 0
			keys[o.Key] = true
		}
		ok = ok && single(config.Selector.Type) && len(keys) > 0
	case workwx.ControlTypeContact:
		mode := config.Contact.Mode
		ok = single(config.Contact.Type) && (mode == workwx.OAContactModeUser || mode == workwx.OAContactModeDepartment)
	case workwx.ControlTypeTips:
		ok = len(config.Tips.TipsContent) > 0
	case workwx.ControlTypeTable:
		if inTable || len(config.Table.Children) == 0 {
			return fail(codeTemplateParameter, "%s is a table without columns, or in another table", id)
		}
		return checkControls(config.Table.Children, seen, true)
	case workwx.ControlTypeVacation, workwx.ControlTypePunchCorrection:
		ok = !inTable
	case workwx.ControlTypeAttendance:
		kind := config.Attendance.Type
		ok = !inTable && spans(config.Attendance.DateRange.Type) && (kind == workwx.OAAttendanceTypeBusinessTrip ||
			kind == workwx.OAAttendanceTypeOuting || kind == workwx.OAAttendanceTypeOvertime)
	default:
		return fail(codeTemplateParameter, "invalid control %q of %s", c.Property.Control, id)
	}
	if !ok {
		return fail(codeTemplateParameter, "the config of %s does not fit the type %s", id, c.Property.Control)
	}
	return nil
}

// SetApprovalProcess sets the process that a template has in the admin console, for applications that use
// it. Without one the direct leaders of the applicant decide, or else the first member of the corp, who
// plays the administrator. It panics if there is no such template.
func (s *Server) SetApprovalProcess(templateID string, nodes ...workwx.OAProcessNode) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.oa.approvals.template(templateID)
	if t == nil {
		panic(fmt.Sprintf("workwxtest: there is no approval template %q", templateID))
	}
	t.nodes = slices.Clone(nodes)
}

// AddApprovalTemplate adds a template as an administrator does in the console, which can hold what
// a call cannot create, and returns its id.
func (s *Server) AddApprovalTemplate(t workwx.OATemplateDetail) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addTemplate(&approvalTemplate{names: slices.Clone(t.TemplateNames), controls: ownControls(t.TemplateContent.Controls)})
}

// addTemplate gives a template an id, and a name if it has none.
func (s *Server) addTemplate(t *approvalTemplate) string {
	t.id = newID("Bs")
	if len(t.names) == 0 {
		t.names = zh("模板" + strconv.Itoa(len(s.oa.approvals.templates)+1))
	}
	s.oa.approvals.templates = append(s.oa.approvals.templates, t)
	return t.id
}

// ownControls copies controls so that they share nothing with the caller's.
func ownControls(controls []workwx.OATemplateControl) (list []workwx.OATemplateControl) {
	if err := json.Unmarshal(encode(controls), &list); err != nil {
		panic("workwxtest: " + err.Error())
	}
	return list
}

// SetOpenApprovalTemplate sets a template of a service provider, which
// [workwx.Client.CopyApprovalTemplate] copies into the corp under its openTemplateID.
func (s *Server) SetOpenApprovalTemplate(openTemplateID string, t workwx.OATemplateDetail) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.approvals.openTemplates[openTemplateID] = &approvalTemplate{
		names: slices.Clone(t.TemplateNames), controls: ownControls(t.TemplateContent.Controls), copyOf: openTemplateID,
	}
}

// copyApprovalTemplate copies a template of a service provider, or brings the copy up to date.
func copyApprovalTemplate(s *Server, c *call, req *struct {
	OpenID string `json:"open_template_id"`
}) (any, error) {
	from := s.oa.approvals.openTemplates[req.OpenID]
	if from == nil {
		return nil, fail(codeTemplateParameter, "open_template_id not found")
	}
	i := slices.IndexFunc(s.oa.approvals.templates, func(t *approvalTemplate) bool { return t.copyOf == req.OpenID })
	if i >= 0 {
		t := s.oa.approvals.templates[i]
		t.names, t.controls = from.names, from.controls
		return templateAnswer{t.id}, nil
	}
	t := *from
	t.app = c.app
	return templateAnswer{s.addTemplate(&t)}, nil
}
