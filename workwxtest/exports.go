package workwxtest

import (
	"crypto/md5"
	"encoding/hex"

	"github.com/go-workwx/workwx"
)

// exportJob is an export that has been written.
type exportJob struct {
	app   *app
	files []exportFile
}

type exportFile struct {
	URL  string `json:"url"`
	Size int64  `json:"size"`
	MD5  string `json:"md5"`
}

// exportRequest says how files are written.
type exportRequest struct {
	TagID  int64  `json:"tagid"`
	AESKey string `json:"encoding_aeskey"`
	Block  int64  `json:"block_size"`
}

func exportHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/export/simple_user": in(exportSimpleUsers),
		"/cgi-bin/export/user":        in(exportUsers),
		"/cgi-bin/export/department":  in(exportDepartments),
		"/cgi-bin/export/taguser":     in(exportTagUsers),
		"/cgi-bin/export/get_result":  exportResult,
	}
}

// export writes items into files of so many each, tells of it, and returns the job's id. wrap makes the
// content of a file of a part of the items.
func export[T any](s *Server, c *call, req *exportRequest, kind string, items []T, wrap func([]T) any) (any, error) {
	key, err := aesKey(req.AESKey)
	if err != nil {
		return nil, fail(codeIllegalParameter, "invalid encoding_aeskey: %v", err)
	}
	switch {
	case req.Block == 0:
		req.Block = 1000000
	case req.Block < 10000 || req.Block > 1000000:
		return nil, fail(codeIllegalParameter, "block_size is 10000 to 1000000")
	}
	j := &exportJob{app: c.app}
	for len(items) > 0 || j.files == nil {
		n := min(int(req.Block), len(items))
		data := seal(key, encode(wrap(notNil(items[:n]))))
		sum := md5.Sum(data)
		j.files = append(j.files, exportFile{s.publish(data), int64(len(data)), hex.EncodeToString(sum[:])})
		items = items[n:]
	}
	id := newID("job-")
	s.oa.exports[id] = j
	s.pushEvent(event("batch_job_result").raw("BatchJob", newXML().text("JobId", id).text("JobType", kind).number("ErrCode", 0).text("ErrMsg", "ok")))
	return struct {
		JobID string `json:"jobid"`
	}{id}, nil
}

// seen returns the members that the app can see.
func (s *Server) seen(c *call, members []*member) []*member {
	var list []*member
	for _, m := range members {
		if s.visible(c.app, m) || m.Status == memberDisabled {
			list = append(list, m)
		}
	}
	return list
}

type simpleUser struct {
	UserID     string  `json:"userid"`
	Name       string  `json:"name"`
	Department []int64 `json:"department"`
	OpenUserID string  `json:"open_userid"`
}

func exportSimpleUsers(s *Server, c *call, req *exportRequest) (any, error) {
	var list []simpleUser
	for _, m := range s.seen(c, s.contacts.members) {
		list = append(list, simpleUser{m.UserID, m.Name, m.Department, m.OpenUserID})
	}
	return export(s, c, req, "export_simple_user", list, func(part []simpleUser) any {
		return struct {
			UserList []simpleUser `json:"userlist"`
		}{part}
	})
}

func exportUsers(s *Server, c *call, req *exportRequest) (any, error) {
	return export(s, c, req, "export_user", s.seen(c, s.contacts.members), func(part []*member) any {
		return struct {
			UserList []*member `json:"userlist"`
		}{part}
	})
}

func exportDepartments(s *Server, c *call, req *exportRequest) (any, error) {
	var list []department
	for _, d := range s.contacts.departments {
		list = append(list, s.contacts.withLeaders(d))
	}
	return export(s, c, req, "export_department", list, func(part []department) any {
		return struct {
			Department []department `json:"department"`
		}{part}
	})
}

func exportTagUsers(s *Server, c *call, req *exportRequest) (any, error) {
	t, err := s.tagOf(req.TagID)
	if err != nil {
		return nil, err
	}
	return export(s, c, req, "export_tag", s.contacts.namedUsers(t), func(part []namedUser) any {
		return struct {
			Name    string      `json:"tagname"`
			Users   []namedUser `json:"userlist"`
			Parties []int64     `json:"partylist"`
		}{t.name, part, notNil(t.parties)}
	})
}

func exportResult(s *Server, c *call) (any, error) {
	j := s.oa.exports[c.query.Get("jobid")]
	if j == nil || j.app != c.app {
		return nil, fail(workwx.CodeJobNotFound, "jobid not found")
	}
	return struct {
		Status int          `json:"status"` // 2 is done
		List   []exportFile `json:"data_list"`
	}{2, j.files}, nil
}
