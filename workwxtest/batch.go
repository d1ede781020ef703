package workwxtest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/go-workwx/workwx"
)

// job is something that runs on after its call has been answered.
type job struct {
	kind   string
	total  int
	result []jobResult
	url    *urlJob
}

type jobResult struct {
	ErrCode workwx.Code `json:"errcode"`
	ErrMsg  string      `json:"errmsg"`
	Action  int         `json:"action,omitempty"`
	UserID  string      `json:"userid,omitempty"`
	PartyID int64       `json:"partyid,omitempty"`
}

func batchHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/batch/syncuser":     in(importUsers),
		"/cgi-bin/batch/replaceuser":  in(importUsers),
		"/cgi-bin/batch/replaceparty": in(importDepartments),
		"/cgi-bin/batch/getresult":    jobResultOf,
	}
}

type importRequest struct {
	MediaID  string `json:"media_id"`
	Callback *struct {
		URL            string `json:"url"`
		Token          string `json:"token"`
		EncodingAESKey string `json:"encodingaeskey"`
	} `json:"callback"`
}

// rows reads the CSV file of a request. The first row has the names of the columns.
func (s *Server) rows(req *importRequest) ([]map[string]string, error) {
	if err := s.checkMedia(req.MediaID); err != nil {
		return nil, err
	}
	file, err := s.files[req.MediaID].open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		return nil, fail(workwx.Code(40092), "the file is no CSV table")
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, value := range record {
			if i < len(records[0]) {
				row[strings.TrimSpace(records[0][i])] = strings.TrimSpace(value)
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// column returns the value of the first column that is there: templates of different years name them
// differently.
func column(row map[string]string, names ...string) string {
	for _, name := range names {
		if v, ok := row[name]; ok {
			return v
		}
	}
	return ""
}

// importUsers adds and changes the members of a CSV file; a replacement removes all others.
func importUsers(s *Server, c *call, req *importRequest) (any, error) {
	rows, err := s.rows(req)
	if err != nil {
		return nil, err
	}
	j := &job{kind: "sync_user", total: len(rows)}
	var kept []string
	for _, row := range rows {
		id := column(row, "账号", "帐号", "userid")
		kept = append(kept, strings.ToLower(id))
		action, err := s.importUser(c, row, id)
		j.result = append(j.result, resultOf(err, jobResult{Action: action, UserID: id}))
	}
	if c.path == "/cgi-bin/batch/replaceuser" {
		j.kind = "replace_user"
		for _, m := range slices.Clone(s.contacts.members) {
			if !slices.Contains(kept, strings.ToLower(m.UserID)) {
				s.removeMember(m, c)
			}
		}
	}
	return s.finish(j, req)
}

func resultOf(err error, r jobResult) jobResult {
	r.ErrMsg = "ok"
	var refused *refusal
	if errors.As(err, &refused) {
		r.ErrCode, r.ErrMsg = refused.code, refused.msg
	}
	return r
}

// importUser does what a row says, as a call that creates or updates a member would. The action is 1
// for a change and 2 for an addition.
func (s *Server) importUser(c *call, row map[string]string, id string) (int, error) {
	fields := map[string]any{"userid": id}
	for name, names := range map[string][]string{
		"name": {"姓名", "name"}, "mobile": {"手机号", "手机", "mobile"}, "email": {"邮箱", "个人邮箱", "email"},
		"biz_mail": {"企业邮箱"}, "alias": {"别名"}, "position": {"职务", "职位", "position"}, "telephone": {"座机"}, "address": {"地址"},
	} {
		if v := column(row, names...); v != "" {
			fields[name] = v
		}
	}
	switch column(row, "性别") {
	case "男":
		fields["gender"] = "1"
	case "女":
		fields["gender"] = "2"
	}
	var departments []int64
	for v := range strings.SplitSeq(column(row, "所在部门", "部门", "department"), ";") {
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			departments = append(departments, n)
		}
	}
	if len(departments) > 0 {
		fields["department"] = departments
	}
	sub := &call{path: c.path, body: encode(fields), app: c.app, now: c.now}
	if s.contacts.member(id) != nil {
		_, err := updateUser(s, sub)
		return 1, err
	}
	_, err := createUser(s, sub)
	return 2, err
}

// importDepartments makes the departments those of a CSV file. The action is the sum of 1 for a new
// department, 2 for a new name, 4 for another parent and 8 for another order.
func importDepartments(s *Server, _ *call, req *importRequest) (any, error) {
	rows, err := s.rows(req)
	if err != nil {
		return nil, err
	}
	cs, j := &s.contacts, &job{kind: "replace_party", total: len(rows)}
	kept := []int64{rootDepartment}
	for _, row := range rows {
		name := column(row, "部门名称", "name")
		id, _ := strconv.ParseInt(column(row, "部门ID", "id"), 10, 64)
		parent, _ := strconv.ParseInt(column(row, "父部门ID", "parentid"), 10, 64)
		change := &departmentChange{ID: id, Name: &name, ParentID: &parent}
		if order, err := strconv.ParseInt(column(row, "排序", "order"), 10, 64); err == nil {
			change.Order = &order
		}
		kept = append(kept, id)
		action, err := 1, error(nil)
		if d := cs.department(id); d != nil {
			old := *d
			err = s.changeDepartment(d, change)
			action = changes(old, *d)
		} else {
			_, err = createDepartment(s, nil, change)
		}
		j.result = append(j.result, resultOf(err, jobResult{Action: action, PartyID: id}))
	}
	for _, d := range slices.Backward(slices.Clone(cs.departments)) {
		if !slices.Contains(kept, d.ID) && len(cs.within([]int64{d.ID})) == 0 && len(cs.subtree(d.ID)) == 1 {
			cs.departments = slices.DeleteFunc(cs.departments, func(o *department) bool { return o == d })
		}
	}
	return s.finish(j, req)
}

func changes(old, now department) int {
	n := 0
	if old.Name != now.Name {
		n |= 2
	}
	if old.ParentID != now.ParentID {
		n |= 4
	}
	if old.Order != now.Order {
		n |= 8
	}
	return n
}

// finish keeps the result of an import and tells the callback URL of its request.
func (s *Server) finish(j *job, req *importRequest) (any, error) {
	id := newID("job-")
	s.jobs[id] = j
	if cb := req.Callback; cb != nil && cb.URL != "" {
		e := event("batch_job_result").raw("BatchJob", newXML().text("JobId", id).text("JobType", j.kind).number("ErrCode", 0).text("ErrMsg", "ok"))
		s.pushWith(pushTarget{url: cb.URL, token: cb.Token, aesKey: cb.EncodingAESKey, receiveID: s.opts.corpID}, e)
	}
	return struct {
		JobID string `json:"jobid"`
	}{id}, nil
}

func jobResultOf(s *Server, c *call) (any, error) {
	j := s.jobs[c.query.Get("jobid")]
	if j == nil || j.url != nil {
		return nil, fail(workwx.CodeJobNotFound, "jobid not found")
	}
	return struct {
		Status     int         `json:"status"` // 3 is done
		Type       string      `json:"type"`
		Total      int         `json:"total"`
		Percentage int         `json:"percentage"`
		Result     []jobResult `json:"result"`
	}{3, j.kind, j.total, 100, notNil(j.result)}, nil
}
