package workwxtest

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

const (
	codeApprovalParameter = workwx.CodeInvalidApprovalParameter
	codeApprovalTemplate  = workwx.Code(301026)
	codeTemplateParameter = workwx.Code(301086)
	codeAbsenceConflict   = workwx.Code(301079)
)

// approvalState holds templates, applications and leave.
type approvalState struct {
	templates     []*approvalTemplate
	openTemplates map[string]*approvalTemplate // of service providers
	list          []*approval                  // in the order they were submitted
	open          map[string]workwx.OpenApproval
	vacations     []workwx.CorpVacationConf
	quotas        map[string]map[int64]*vacationQuota // by user and kind of leave
}

func newApprovals() approvalState {
	return approvalState{
		templates:     defaultTemplates(),
		openTemplates: map[string]*approvalTemplate{},
		open:          map[string]workwx.OpenApproval{},
		vacations:     defaultVacations(),
		quotas:        map[string]map[int64]*vacationQuota{},
	}
}

// The states of steps and of those in them.
const (
	nodePending     = int64(workwx.ApprovalNodeStatusInProgress)
	nodeApproved    = int64(workwx.ApprovalNodeStatusApproved)
	nodeRejected    = int64(workwx.ApprovalNodeStatusRejected)
	nodeTransferred = int64(workwx.ApprovalNodeStatusTransferred)
	nodeHandled     = int64(workwx.ApprovalNodeStatusHandled)
	nodeHandedOver  = int64(workwx.ApprovalNodeStatusHandedOver)
)

// What an event says has happened to an application.
const (
	changeSubmitted   = 1
	changeApproved    = 2
	changeRejected    = 3
	changeTransferred = 4
	changeWithdrawn   = 6
	changeUndone      = 8 // withdrawn after it was approved
	changeCommented   = 10
)

// approval is an application.
type approval struct {
	no         string
	templateID string
	name       string // of the template at the time
	recordType int64
	status     workwx.ApprovalStatus
	creator    string
	department int64
	time       time.Time
	notifiers  []string
	contents   []formContent
	nodes      []*approvalNode
	comments   []approvalComment
	facts      formFacts
}

// approvalNode is a step of an application.
type approvalNode struct {
	kind    workwx.ApprovalNodeType
	rel     workwx.ApprovalRel
	status  int64
	members []*nodeMember
}

// nodeMember is a member in a step and what they did.
type nodeMember struct {
	userID string
	status int64
	time   int64
	speech string
}

type approvalComment struct {
	id      string
	userID  string
	content string
	time    int64
}

func approvalHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/oa/applyevent":               in(submitApproval),
		"/cgi-bin/oa/getapprovalinfo":          in(listApprovalNumbers),
		"/cgi-bin/oa/getapprovaldetail":        in(getApproval),
		"/cgi-bin/oa/gettemplatedetail":        in(getApprovalTemplate),
		"/cgi-bin/oa/approval/copytemplate":    in(copyApprovalTemplate),
		"/cgi-bin/oa/approval/create_template": in(createApprovalTemplate),
		"/cgi-bin/oa/approval/update_template": in(updateApprovalTemplate),
		"/cgi-bin/corp/getapprovaldata":        in(listApprovalData),
		"/cgi-bin/corp/getopenapprovaldata":    in(getOpenApproval),
	}
}

// submission is a request for an application.
type submission struct {
	Creator     string `json:"creator_userid"`
	Department  number `json:"choose_department"`
	TemplateID  string `json:"template_id"`
	UseTemplate flag   `json:"use_template_approver"`
	Approver    []struct {
		Attr   workwx.ApproverAttr `json:"attr"`
		UserID []string            `json:"userid"`
	} `json:"approver"`
	Process struct {
		NodeList []workwx.OAProcessNode `json:"node_list"`
	} `json:"process"`
	NotifyType workwx.ApprovalNotifyType `json:"notify_type"`
	Notifier   []string                  `json:"notifyer"`
	ApplyData  struct {
		Contents []formContent `json:"contents"`
	} `json:"apply_data"`
	SummaryList []workwx.OASummaryList `json:"summary_list"`
}

func submitApproval(s *Server, c *call, req *submission) (any, error) {
	m := s.contacts.member(req.Creator)
	if m == nil {
		return nil, fail(codeApprovalParameter, "creator_userid %q not found", req.Creator)
	}
	if !s.visible(c.app, m) {
		return nil, fail(workwx.CodeNoApprovalPermission, "the app cannot see the applicant")
	}
	t := s.oa.approvals.template(req.TemplateID)
	if t == nil {
		return nil, fail(codeApprovalTemplate, "template_id not found")
	}
	a := &approval{templateID: t.id, name: t.name(), recordType: t.recordType, creator: m.UserID, department: int64(req.Department),
		status: workwx.ApprovalStatusInProgress, time: c.now}
	if a.department == 0 {
		a.department = m.MainDepartment
	}
	if !slices.Contains(m.Department, a.department) {
		return nil, fail(codeApprovalParameter, "the applicant is not in the department %d", a.department)
	}
	if err := checkSummary(req.SummaryList); err != nil {
		return nil, err
	}
	if err := s.fillProcess(a, t, m, req); err != nil {
		return nil, err
	}
	form := formCheck{s: s, creator: m.UserID, formFacts: formFacts{leave: map[int64]int64{}}, amount: new(big.Rat)}
	if err := form.check(s.templateControls(t), req.ApplyData.Contents, ""); err != nil {
		return nil, err
	}
	if err := s.checkAbsence(a, &form); err != nil {
		return nil, err
	}
	a.contents, a.facts = form.complete(s.templateControls(t), req.ApplyData.Contents), form.formFacts
	for _, id := range a.facts.files {
		s.files[id].kept = true
	}
	day := c.now.In(beijing).Format("20060102")
	n := 1
	for _, other := range s.oa.approvals.list {
		if strings.HasPrefix(other.no, day) {
			n++
		}
	}
	a.no = fmt.Sprintf("%s%04d", day, n)
	s.oa.approvals.list = append(s.oa.approvals.list, a)
	s.pushApproval(a, changeSubmitted)
	return struct {
		SpNo string `json:"sp_no"`
	}{a.no}, nil
}

func checkSummary(lines []workwx.OASummaryList) error {
	if len(lines) < 1 || len(lines) > 3 {
		return fail(codeApprovalParameter, "summary_list has 1 to 3 lines, not %d", len(lines))
	}
	for _, line := range lines {
		for _, text := range line.SummaryInfo {
			if tooLong(text.Text, 20) {
				return fail(codeApprovalParameter, "a line of summary_list has 20 characters at most")
			}
		}
	}
	return nil
}

// fillProcess gives an application its steps.
func (s *Server) fillProcess(a *approval, t *approvalTemplate, applicant *member, req *submission) error {
	nodes := req.Process.NodeList
	if req.UseTemplate {
		nodes = t.nodes
		if nodes == nil {
			nodes = []workwx.OAProcessNode{{Type: workwx.ApprovalNodeTypeApprover, ApvRel: workwx.ApprovalRelAnyOne, UserID: s.superiors(applicant)}}
		}
	}
	if len(nodes) == 0 {
		for _, old := range req.Approver {
			rel := workwx.ApprovalRelAll
			if old.Attr == workwx.ApproverAttrAnyOne {
				rel = workwx.ApprovalRelAnyOne
			} else if old.Attr != workwx.ApproverAttrAll {
				return fail(codeApprovalParameter, "invalid attr of an approver")
			}
			nodes = append(nodes, workwx.OAProcessNode{Type: workwx.ApprovalNodeTypeApprover, ApvRel: rel, UserID: old.UserID})
		}
	}
	approvers := false
	for i, n := range nodes {
		ids, unknown := s.knownUsers(n.UserID)
		switch {
		case unknown != "":
			return fail(codeApprovalParameter, "userid %q of node %d not found", unknown, i)
		case len(ids) == 0:
			return fail(codeApprovalParameter, "node %d has no members", i)
		case n.Type < workwx.ApprovalNodeTypeApprover || n.Type > workwx.ApprovalNodeTypeHandler:
			return fail(codeApprovalParameter, "invalid type of node %d", i)
		case n.Type == workwx.ApprovalNodeTypeNotifier:
			a.notifiers = with(a.notifiers, ids)
		case n.ApvRel < workwx.ApprovalRelAll || n.ApvRel > workwx.ApprovalRelInTurn:
			return fail(codeApprovalParameter, "invalid apv_rel of node %d", i)
		}
		approvers = approvers || n.Type != workwx.ApprovalNodeTypeNotifier
		node := &approvalNode{kind: n.Type, rel: n.ApvRel, status: nodePending}
		for _, id := range ids {
			node.members = append(node.members, &nodeMember{userID: id, status: nodePending})
		}
		a.nodes = append(a.nodes, node)
	}
	if !approvers {
		return fail(codeApprovalParameter, "process has no approver")
	}
	if req.NotifyType < 0 || req.NotifyType > workwx.ApprovalNotifyTypeBoth {
		return fail(codeApprovalParameter, "invalid notify_type")
	}
	ids, unknown := s.knownUsers(req.Notifier)
	if unknown != "" {
		return fail(codeApprovalParameter, "notifyer %q not found", unknown)
	}
	a.notifiers = with(a.notifiers, ids)
	return nil
}

// superiors returns who approves for a member: the direct leaders, or the first member of the corp, who
// plays the administrator.
func (s *Server) superiors(m *member) []string {
	if known, unknown := s.knownUsers(m.DirectLeader); len(known) > 0 && unknown == "" {
		return known
	}
	return []string{s.contacts.members[0].UserID}
}

// checkAbsence refuses an absence that overlaps another, or for which there is not enough leave.
func (s *Server) checkAbsence(a *approval, form *formCheck) error {
	for _, other := range s.oa.approvals.list {
		if other.creator != a.creator || other.status > workwx.ApprovalStatusApproved {
			continue
		}
		for _, p := range form.absences {
			if slices.ContainsFunc(other.facts.absences, p.overlaps) {
				return fail(codeAbsenceConflict, "the time overlaps that of %s", other.no)
			}
		}
	}
	for id, taken := range form.leave {
		v := s.oa.approvals.vacation(id)
		if v.QuotaAttr.Type != workwx.VacationQuotaTypeUnlimited && taken > s.quota(a.creator, id).left() {
			return fail(workwx.CodeApprovalSubmissionFailed, "not enough leave of the kind %d", id)
		}
	}
	return nil
}

func (st *approvalState) find(no string) *approval {
	i := slices.IndexFunc(st.list, func(a *approval) bool { return a.no == no })
	if i < 0 {
		return nil
	}
	return st.list[i]
}

func listApprovalNumbers(s *Server, c *call, req *struct {
	StartTime number                        `json:"starttime"`
	EndTime   number                        `json:"endtime"`
	Cursor    int64                         `json:"cursor"`
	NewCursor string                        `json:"new_cursor"`
	Size      int64                         `json:"size"`
	Filters   []workwx.OAApprovalInfoFilter `json:"filters"`
}) (any, error) {
	if err := checkPeriod(codeApprovalParameter, req.StartTime, req.EndTime, 31*24*time.Hour); err != nil {
		return nil, err
	}
	if req.Size < 0 || req.Size > 100 {
		return nil, fail(codeApprovalParameter, "size is at most 100")
	}
	filters := map[workwx.OAApprovalInfoFilterKey][]string{}
	for _, f := range req.Filters {
		switch f.Key {
		case workwx.OAApprovalInfoFilterKeyDepartment:
		case workwx.OAApprovalInfoFilterKeyTemplateID, workwx.OAApprovalInfoFilterKeyCreator,
			workwx.OAApprovalInfoFilterKeySpStatus, workwx.OAApprovalInfoFilterKeyRecordType:
			if filters[f.Key] != nil {
				return nil, fail(codeApprovalParameter, "the filter %q comes twice", f.Key)
			}
		default:
			return nil, fail(codeApprovalParameter, "invalid filter %q", f.Key)
		}
		filters[f.Key] = append(filters[f.Key], f.Value)
	}
	var found []*approval
	for _, a := range s.oa.approvals.list {
		if t := a.time.Unix(); t >= int64(req.StartTime) && t <= int64(req.EndTime) && a.passes(filters) {
			found = append(found, a)
		}
	}
	cursor := req.NewCursor
	if cursor == "" && req.Cursor != 0 {
		cursor = "cursor-" + strconv.FormatInt(req.Cursor, 10)
	}
	part, next, err := page(found, cursor, req.Size, 100, 100)
	if err != nil {
		return nil, fail(codeApprovalParameter, "invalid cursor")
	}
	out := struct {
		SpNoList      []string `json:"sp_no_list"`
		NextCursor    int64    `json:"next_cursor,omitempty"`
		NewNextCursor string   `json:"new_next_cursor,omitempty"`
	}{SpNoList: []string{}, NewNextCursor: next}
	out.NextCursor, _ = strconv.ParseInt(strings.TrimPrefix(next, "cursor-"), 10, 64)
	for _, a := range part {
		if s.sees(c.app, a) {
			out.SpNoList = append(out.SpNoList, a.no)
		}
	}
	return out, nil
}

func (a *approval) passes(filters map[workwx.OAApprovalInfoFilterKey][]string) bool {
	for key, values := range filters {
		var have string
		switch key {
		case workwx.OAApprovalInfoFilterKeyTemplateID:
			have = a.templateID
		case workwx.OAApprovalInfoFilterKeyCreator:
			have = a.creator
		case workwx.OAApprovalInfoFilterKeyDepartment:
			have = strconv.FormatInt(a.department, 10)
		case workwx.OAApprovalInfoFilterKeySpStatus:
			have = strconv.FormatInt(int64(a.status), 10)
		case workwx.OAApprovalInfoFilterKeyRecordType:
			have = strconv.FormatInt(a.recordType, 10)
		}
		if !slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, have) }) {
			return false
		}
	}
	return true
}

// sees says whether an app may read an application: those of the members that it can see.
func (s *Server) sees(app *app, a *approval) bool {
	m := s.contacts.member(a.creator)
	return m == nil || s.visible(app, m)
}

// The shapes of an application in answers.
type (
	approvalInfo struct {
		SpNo       string                `json:"sp_no"`
		SpName     string                `json:"sp_name"`
		SpStatus   workwx.ApprovalStatus `json:"sp_status"`
		TemplateID string                `json:"template_id"`
		ApplyTime  int64                 `json:"apply_time"`
		Applicant  approvalApplicant     `json:"applyer"`
		Batch      []user                `json:"batch_applyer"`
		Notifiers  []user                `json:"notifyer"`
		SpRecord   []approvalRecord      `json:"sp_record"`
		ApplyData  formData              `json:"apply_data"`
		Comments   []approvalCommentInfo `json:"comments"`
		Process    approvalProcess       `json:"process_list"`
	}
	approvalApplicant struct {
		UserID  string `json:"userid"`
		PartyID string `json:"partyid"`
	}
	formData struct {
		Contents []formContent `json:"contents"`
	}
	approvalRecord struct {
		SpStatus int64                  `json:"sp_status"`
		Attr     workwx.ApproverAttr    `json:"approverattr"`
		Details  []approvalRecordDetail `json:"details"`
	}
	approvalRecordDetail struct {
		Approver user     `json:"approver"`
		Speech   string   `json:"speech"`
		SpStatus int64    `json:"sp_status"`
		SpTime   int64    `json:"sptime"`
		MediaID  []string `json:"media_id"`
	}
	approvalCommentInfo struct {
		ID      string   `json:"commentid"`
		User    user     `json:"commentUserInfo"`
		Content string   `json:"commentcontent"`
		Time    int64    `json:"commenttime"`
		MediaID []string `json:"media_id"`
	}
	approvalProcess struct {
		NodeList []approvalNodeInfo `json:"node_list"`
	}
	approvalNodeInfo struct {
		NodeType    workwx.ApprovalNodeType `json:"node_type"`
		SpStatus    int64                   `json:"sp_status,omitempty"`
		ApvRel      workwx.ApprovalRel      `json:"apv_rel,omitempty"`
		SubNodeList []approvalSubNode       `json:"sub_node_list"`
	}
	approvalSubNode struct {
		UserID   string   `json:"userid"`
		SpYj     int64    `json:"sp_yj,omitempty"`
		SpTime   int64    `json:"sptime,omitempty"`
		Speech   string   `json:"speech,omitempty"`
		MediaIDs []string `json:"media_ids,omitempty"`
	}
)

func getApproval(s *Server, c *call, req *struct {
	SpNo string `json:"sp_no"`
}) (any, error) {
	a := s.oa.approvals.find(req.SpNo)
	if a == nil {
		return nil, fail(codeApprovalParameter, "sp_no not found")
	}
	if !s.sees(c.app, a) {
		return nil, fail(workwx.CodeNoApprovalPermission, "the app cannot see the applicant")
	}
	info := approvalInfo{
		SpNo: a.no, SpName: a.name, SpStatus: a.status, TemplateID: a.templateID, ApplyTime: a.time.Unix(),
		Applicant: approvalApplicant{a.creator, strconv.FormatInt(a.department, 10)},
		Batch:     []user{}, Notifiers: users(a.notifiers), SpRecord: []approvalRecord{},
		ApplyData: formData{a.contents}, Comments: []approvalCommentInfo{},
	}
	for _, n := range a.nodes {
		node := approvalNodeInfo{NodeType: n.kind, ApvRel: n.rel, SpStatus: n.status}
		record := approvalRecord{SpStatus: n.status, Attr: n.attr()}
		for _, m := range n.members {
			sub := approvalSubNode{UserID: m.userID, SpYj: m.status, SpTime: m.time, Speech: m.speech}
			if n.kind == workwx.ApprovalNodeTypeNotifier {
				sub = approvalSubNode{UserID: m.userID}
			}
			node.SubNodeList = append(node.SubNodeList, sub)
			record.Details = append(record.Details, approvalRecordDetail{user{m.userID}, m.speech, m.status, m.time, []string{}})
		}
		if n.kind == workwx.ApprovalNodeTypeNotifier {
			node.SpStatus, node.ApvRel = 0, 0
		} else {
			info.SpRecord = append(info.SpRecord, record)
		}
		info.Process.NodeList = append(info.Process.NodeList, node)
	}
	for _, m := range a.comments {
		info.Comments = append(info.Comments, approvalCommentInfo{m.id, user{m.userID}, m.content, m.time, []string{}})
	}
	return struct {
		Info approvalInfo `json:"info"`
	}{info}, nil
}

// attr is how the members of a step decide in the older form.
func (n *approvalNode) attr() workwx.ApproverAttr {
	if n.rel == workwx.ApprovalRelAnyOne {
		return workwx.ApproverAttrAnyOne
	}
	return workwx.ApproverAttrAll
}

// approvalData is an application in the old list.
type approvalData struct {
	SpName       string                `json:"spname"`
	ApplyName    string                `json:"apply_name"`
	ApplyOrg     string                `json:"apply_org"`
	ApprovalName []string              `json:"approval_name"`
	NotifyName   []string              `json:"notify_name"`
	SpStatus     workwx.ApprovalStatus `json:"sp_status"`
	SpNum        int64                 `json:"sp_num"`
	MediaIDs     []string              `json:"mediaids"`
	ApplyTime    int64                 `json:"apply_time"`
	ApplyUserID  string                `json:"apply_user_id"`
	Comm         struct {
		ApplyData string `json:"apply_data"`
	} `json:"comm"`
}

func listApprovalData(s *Server, c *call, req *struct {
	StartTime number `json:"starttime"`
	EndTime   number `json:"endtime"`
	Next      int64  `json:"next_spnum"`
}) (any, error) {
	if err := checkPeriod(codeApprovalParameter, req.StartTime, req.EndTime, 30*24*time.Hour); err != nil {
		return nil, err
	}
	const most = 10000
	out := struct {
		Count int64          `json:"count"`
		Total int64          `json:"total"`
		Next  int64          `json:"next_spnum"`
		Data  []approvalData `json:"data"`
	}{Data: []approvalData{}}
	for _, a := range s.oa.approvals.list {
		if t := a.time.Unix(); t < int64(req.StartTime) || t > int64(req.EndTime) || !s.sees(c.app, a) {
			continue
		}
		out.Total++
		d := s.approvalData(a)
		switch {
		case d.SpNum < req.Next:
		case len(out.Data) < most:
			out.Data = append(out.Data, d)
		case out.Next == 0:
			out.Next = d.SpNum
		}
	}
	out.Count = int64(len(out.Data))
	return out, nil
}

func (s *Server) approvalData(a *approval) approvalData {
	d := approvalData{
		SpName: a.name, ApplyName: strings.Join(s.userNames([]string{a.creator}), ""), ApprovalName: []string{}, NotifyName: s.userNames(a.notifiers),
		SpStatus: a.status, MediaIDs: notNil(a.facts.files), ApplyTime: a.time.Unix(), ApplyUserID: a.creator,
	}
	d.SpNum, _ = strconv.ParseInt(a.no, 10, 64)
	if p := s.contacts.department(a.department); p != nil {
		d.ApplyOrg = p.Name
	}
	for _, n := range a.nodes {
		if n.kind == workwx.ApprovalNodeTypeNotifier {
			continue
		}
		for _, m := range n.members {
			d.ApprovalName = append(d.ApprovalName, s.userNames([]string{m.userID})...)
		}
	}
	type item struct {
		Title string          `json:"title"`
		Type  string          `json:"type"`
		Value json.RawMessage `json:"value"`
	}
	items := map[string]item{}
	for _, content := range a.contents {
		it := item{Type: strings.ToLower(content.Control), Value: content.Value}
		if len(content.Title) > 0 {
			it.Title = content.Title[0].Text
		}
		items[content.ID] = it
	}
	d.Comm.ApplyData = string(encode(items))
	return d
}

// Approval is an application as the server holds it.
type Approval struct {
	SpNo       string
	TemplateID string
	UserID     string // the applicant
	Status     workwx.ApprovalStatus
	Pending    []string // who has to act now
	Time       time.Time
}

// Approvals returns the applications in the order they were submitted.
func (s *Server) Approvals() []Approval {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Approval
	for _, a := range s.oa.approvals.list {
		list = append(list, Approval{a.no, a.templateID, a.creator, a.status, a.pending(), a.time})
	}
	return list
}

// current returns the step that an application has come to, nil if none is left.
func (a *approval) current() *approvalNode {
	if a.status != workwx.ApprovalStatusInProgress {
		return nil
	}
	for _, n := range a.nodes {
		if n.kind != workwx.ApprovalNodeTypeNotifier && n.status == nodePending {
			return n
		}
	}
	return nil
}

// pending returns who has to act now.
func (a *approval) pending() []string {
	n := a.current()
	if n == nil {
		return nil
	}
	var ids []string
	for _, m := range n.members {
		if m.status == nodePending {
			ids = append(ids, m.userID)
			if n.rel == workwx.ApprovalRelInTurn {
				break
			}
		}
	}
	return ids
}

// turn returns the application and the step and member whose turn it is.
func (s *Server) turn(spNo, userID string) (*approval, *approvalNode, *nodeMember, error) {
	a := s.oa.approvals.find(spNo)
	if a == nil {
		return nil, nil, nil, fmt.Errorf("workwxtest: there is no approval %q", spNo)
	}
	pending := a.pending()
	i := slices.IndexFunc(pending, func(id string) bool { return strings.EqualFold(id, userID) })
	if i < 0 {
		return nil, nil, nil, fmt.Errorf("workwxtest: the approval %s, with the status %d, waits for %q, not for %q", spNo, a.status, pending, userID)
	}
	n := a.current()
	j := slices.IndexFunc(n.members, func(m *nodeMember) bool { return m.userID == pending[i] && m.status == nodePending })
	return a, n, n.members[j], nil
}

// Approve has an approver agree, or a handler report that it is done. The application moves on when the
// step has enough votes, and is approved after the last step; leave that it asks for is then taken off the
// applicant's. Every change of an application is pushed to [WithCallback] as a sys_approval_change event.
func (s *Server) Approve(spNo, userID, speech string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, n, m, err := s.turn(spNo, userID)
	if err != nil {
		return err
	}
	done := nodeApproved
	if n.kind == workwx.ApprovalNodeTypeHandler {
		done = nodeHandled
	}
	m.status, m.time, m.speech = done, s.now().Unix(), speech
	left := slices.ContainsFunc(n.members, func(m *nodeMember) bool { return m.status == nodePending })
	if !left || n.rel == workwx.ApprovalRelAnyOne {
		n.status = done
	}
	if a.current() == nil {
		a.status = workwx.ApprovalStatusApproved
		s.takeLeave(a, 1)
	}
	s.pushApproval(a, changeApproved)
	return nil
}

// Reject has an approver refuse an application, which ends it.
func (s *Server) Reject(spNo, userID, speech string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, n, m, err := s.turn(spNo, userID)
	if err != nil {
		return err
	}
	m.status, m.time, m.speech = nodeRejected, s.now().Unix(), speech
	n.status, a.status = nodeRejected, workwx.ApprovalStatusRejected
	s.pushApproval(a, changeRejected)
	return nil
}

// TransferApproval has an approver pass an application on to another member, who decides instead.
func (s *Server) TransferApproval(spNo, userID, toUserID, speech string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, n, m, err := s.turn(spNo, userID)
	if err != nil {
		return err
	}
	to := s.contacts.member(toUserID)
	if to == nil {
		return errNoMember(toUserID)
	}
	m.status, m.time, m.speech = nodeTransferred, s.now().Unix(), speech
	if n.kind == workwx.ApprovalNodeTypeHandler {
		m.status = nodeHandedOver
	}
	n.members = slices.Insert(n.members, slices.Index(n.members, m)+1, &nodeMember{userID: to.UserID, status: nodePending})
	s.pushApproval(a, changeTransferred)
	return nil
}

// Revoke has the applicant withdraw an application. One that was approved already is undone: leave that
// it took is given back.
func (s *Server) Revoke(spNo string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.oa.approvals.find(spNo)
	switch {
	case a == nil:
		return fmt.Errorf("workwxtest: there is no approval %q", spNo)
	case a.status == workwx.ApprovalStatusInProgress:
		a.status = workwx.ApprovalStatusWithdrawn
		s.pushApproval(a, changeWithdrawn)
	case a.status == workwx.ApprovalStatusApproved:
		a.status = workwx.ApprovalStatusWithdrawnAfterApproval
		s.takeLeave(a, -1)
		s.pushApproval(a, changeUndone)
	default:
		return fmt.Errorf("workwxtest: the approval %s, with the status %d, cannot be withdrawn", spNo, a.status)
	}
	return nil
}

// CommentApproval has a member add a comment to an application (备注).
func (s *Server) CommentApproval(spNo, userID, content string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, m := s.oa.approvals.find(spNo), s.contacts.member(userID)
	switch {
	case a == nil:
		return fmt.Errorf("workwxtest: there is no approval %q", spNo)
	case m == nil:
		return errNoMember(userID)
	}
	s.msgSeq++
	id := strconv.FormatInt(s.now().UnixNano()/1000+s.msgSeq, 10)
	a.comments = append(a.comments, approvalComment{id, m.UserID, content, s.now().Unix()})
	s.pushApproval(a, changeCommented)
	return nil
}

// pushApproval delivers the state of an application to the callback URL.
func (s *Server) pushApproval(a *approval, change int64) {
	info := newXML().text("SpNo", a.no).text("SpName", a.name).number("SpStatus", int64(a.status)).text("TemplateId", a.templateID).
		number("ApplyTime", a.time.Unix()).
		raw("Applyer", newXML().text("UserId", a.creator).number("Party", a.department))
	process := newXML()
	for _, n := range a.nodes {
		record, node := newXML(), newXML().number("NodeType", int64(n.kind))
		if n.kind != workwx.ApprovalNodeTypeNotifier {
			record.number("SpStatus", n.status).number("ApproverAttr", int64(n.attr()))
			node.number("SpStatus", n.status).number("ApvRel", int64(n.rel))
		}
		for _, m := range n.members {
			id := newXML().text("UserId", m.userID)
			if n.kind == workwx.ApprovalNodeTypeNotifier {
				node.raw("SubNodeList", newXML().raw("UserInfo", id))
				continue
			}
			record.raw("Details", newXML().raw("Approver", id).text("Speech", m.speech).number("SpStatus", m.status).number("SpTime", m.time))
			node.raw("SubNodeList", newXML().raw("UserInfo", id).text("Speech", m.speech).number("SpYj", m.status).number("Sptime", m.time))
		}
		if n.kind != workwx.ApprovalNodeTypeNotifier {
			info.raw("SpRecord", record)
		}
		process.raw("NodeList", node)
	}
	notifiers := newXML()
	for _, id := range a.notifiers {
		notifiers.text("UserId", id)
	}
	info.raw("Notifyer", notifiers).raw("ProcessList", process)
	for _, c := range a.comments {
		info.raw("Comments", newXML().raw("CommentUserInfo", newXML().text("UserId", c.userID)).
			number("CommentTime", c.time).text("CommentContent", c.content).text("CommentId", c.id))
	}
	s.pushEvent(event("sys_approval_change").raw("ApprovalInfo", info.number("StatuChangeEvent", change)))
}
