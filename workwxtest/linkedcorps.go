package workwxtest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/go-workwx/workwx"
)

// LinkedCorp is a corp of 互联企业 for [Server.AddLinkedCorp].
type LinkedCorp struct {
	LinkedID    string // of the link between the corps
	CorpID      string
	Departments []workwx.LinkedCorpDepartment // the ids without the LinkedID
	Users       []workwx.LinkedCorpUser       // Department holds LinkedID/DepartmentID
}

// AddLinkedCorp links another corp, whose members may use the app.
func (s *Server) AddLinkedCorp(corp LinkedCorp) {
	s.mu.Lock()
	defer s.mu.Unlock()
	corp.Departments, corp.Users = slices.Clone(corp.Departments), slices.Clone(corp.Users)
	for i := range corp.Users {
		corp.Users[i].CorpID = corp.CorpID
	}
	s.oa.linked = append(s.oa.linked, corp)
}

func linkedCorpHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/linkedcorp/agent/get_perm_list": linkedScope,
		"/cgi-bin/linkedcorp/department/list":     in(listLinkedDepartments),
		"/cgi-bin/linkedcorp/message/send":        sendLinkedMessage,
		"/cgi-bin/linkedcorp/user/get":            in(getLinkedUser),
		"/cgi-bin/linkedcorp/user/list":           in(listLinkedUsers),
		"/cgi-bin/linkedcorp/user/simplelist":     in(listSimpleLinkedUsers),
	}
}

func linkedScope(s *Server, _ *call) (any, error) {
	ids, departments := []string{}, []string{}
	for _, m := range s.contacts.members {
		ids = append(ids, s.opts.corpID+"/"+m.UserID)
	}
	for _, corp := range s.oa.linked {
		ids = append(ids, qualifiedIDs(corp.Users)...)
		for _, d := range corp.Departments {
			departments = append(departments, fmt.Sprintf("%s/%d", corp.LinkedID, d.DepartmentID))
		}
	}
	return struct {
		UserIDs       []string `json:"userids"`
		DepartmentIDs []string `json:"department_ids"`
	}{ids, departments}, nil
}

// linkedDepartment is a request about a department of a linked corp.
type linkedDepartment struct {
	ID         string `json:"department_id"`
	FetchChild flag   `json:"fetch_child"`
}

// find returns the corp, and the ids of the department and all below it.
func (req *linkedDepartment) find(s *Server) (*LinkedCorp, []int64, error) {
	linkedID, digits, _ := strings.Cut(req.ID, "/")
	id, err := strconv.ParseInt(digits, 10, 64)
	for i := range s.oa.linked {
		corp := &s.oa.linked[i]
		known := slices.ContainsFunc(corp.Departments, func(d workwx.LinkedCorpDepartment) bool { return d.DepartmentID == id })
		if err != nil || corp.LinkedID != linkedID || !known {
			continue
		}
		ids := []int64{id}
		for n := 0; n < len(ids); n++ {
			for _, d := range corp.Departments {
				if d.ParentID == ids[n] {
					ids = with(ids, []int64{d.DepartmentID})
				}
			}
		}
		return corp, ids, nil
	}
	return nil, nil, fail(workwx.CodeDepartmentNotFound, "department_id %q not found", req.ID)
}

func listLinkedDepartments(s *Server, _ *call, req *linkedDepartment) (any, error) {
	corp, ids, err := req.find(s)
	if err != nil {
		return nil, err
	}
	list := []workwx.LinkedCorpDepartment{}
	for _, d := range corp.Departments {
		if slices.Contains(ids, d.DepartmentID) {
			list = append(list, d)
		}
	}
	return struct {
		List []workwx.LinkedCorpDepartment `json:"department_list"`
	}{list}, nil
}

// linkedUser returns the member with an id of the form CorpID/UserID.
func (s *Server) linkedUser(id string) (workwx.LinkedCorpUser, error) {
	corpID, userID, _ := strings.Cut(id, "/")
	for _, corp := range s.oa.linked {
		for _, u := range corp.Users {
			if corp.CorpID == corpID && strings.EqualFold(u.UserID, userID) {
				return u, nil
			}
		}
	}
	return workwx.LinkedCorpUser{}, fail(workwx.CodeUserNotFound, "userid not found")
}

func getLinkedUser(s *Server, _ *call, req *user) (any, error) {
	u, err := s.linkedUser(req.UserID)
	return struct {
		Info workwx.LinkedCorpUser `json:"user_info"`
	}{u}, err
}

// users returns the members of a department.
func (req *linkedDepartment) users(s *Server) ([]workwx.LinkedCorpUser, error) {
	corp, ids, err := req.find(s)
	if err != nil {
		return nil, err
	}
	if !req.FetchChild {
		ids = ids[:1]
	}
	list := []workwx.LinkedCorpUser{}
	for _, u := range corp.Users {
		in := func(id int64) bool { return slices.Contains(u.Department, fmt.Sprintf("%s/%d", corp.LinkedID, id)) }
		if slices.ContainsFunc(ids, in) {
			list = append(list, u)
		}
	}
	return list, nil
}

func listLinkedUsers(s *Server, _ *call, req *linkedDepartment) (any, error) {
	list, err := req.users(s)
	return struct {
		UserList []workwx.LinkedCorpUser `json:"userlist"`
	}{list}, err
}

func listSimpleLinkedUsers(s *Server, _ *call, req *linkedDepartment) (any, error) {
	users, err := req.users(s)
	list := []workwx.SimpleLinkedCorpUser{}
	for _, u := range users {
		list = append(list, workwx.SimpleLinkedCorpUser{CorpID: u.CorpID, UserID: u.UserID, Name: u.Name, Department: u.Department})
	}
	return struct {
		UserList []workwx.SimpleLinkedCorpUser `json:"userlist"`
	}{list}, err
}

// sendLinkedMessage records a message to members of linked corps, as CorpID/UserID, and of one's own.
func sendLinkedMessage(s *Server, c *call) (any, error) {
	var req struct {
		ToUser  []string      `json:"touser"`
		ToParty []string      `json:"toparty"`
		ToTag   []json.Number `json:"totag"`
		ToAll   flag          `json:"toall"`
		MsgType string        `json:"msgtype"`
		AgentID number        `json:"agentid"`
	}
	if err := c.decode(&req); err != nil {
		return nil, err
	}
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	raw, ct, err := s.open(c, req.MsgType, appLimits())
	if err != nil {
		return nil, err
	}
	var tags pipe
	for _, id := range req.ToTag {
		tags = append(tags, id.String())
	}
	if req.ToAll {
		req.ToUser, req.ToParty, tags = []string{"@all"}, nil, nil
	} else if err := (&recipients{req.ToUser, req.ToParty, tags}).check(); err != nil {
		return nil, err
	}
	out := struct {
		Users   []string `json:"invaliduser"`
		Parties []string `json:"invalidparty"`
		Tags    []number `json:"invalidtag"`
	}{[]string{}, []string{}, []number{}}
	own := recipients{ToTag: tags}
	var reached []string
	for _, id := range req.ToUser {
		corpID, userID, qualified := strings.Cut(id, "/")
		if !qualified || corpID == s.opts.corpID {
			own.ToUser = append(own.ToUser, cmp.Or(userID, id))
		} else if u, err := s.linkedUser(id); err == nil {
			reached = append(reached, u.CorpID+"/"+u.UserID)
		} else {
			out.Users = append(out.Users, id)
		}
	}
	for _, id := range req.ToParty {
		if !strings.Contains(id, "/") {
			own.ToParty = append(own.ToParty, id)
		} else if users, err := (&linkedDepartment{ID: id, FetchChild: true}).users(s); err == nil {
			reached = with(reached, qualifiedIDs(users))
		} else {
			out.Parties = append(out.Parties, id)
		}
	}
	if req.ToAll {
		for _, corp := range s.oa.linked {
			reached = with(reached, qualifiedIDs(corp.Users))
		}
	}
	if own.check() == nil {
		to, err := s.resolve(c.app, own)
		if err != nil {
			return nil, err
		}
		reached = append(to.users, reached...)
		out.Users, out.Parties = append(out.Users, to.invalidUsers...), append(out.Parties, to.invalidParties...)
		for _, id := range to.invalidTags {
			n, _ := strconv.ParseInt(id, 10, 64)
			out.Tags = append(out.Tags, number(n))
		}
	}
	if len(out.Users)+len(out.Parties)+len(out.Tags) == len(req.ToUser)+len(req.ToParty)+len(tags) {
		return nil, &refusal{code: workwx.CodeAllRecipientsInvalid, msg: "user & party & tag all invalid", data: out}
	}
	s.keep(&Message{Type: req.MsgType, Content: ct.summary(), JSON: raw, UserIDs: reached, InvalidUsers: out.Users}, c)
	return out, nil
}

func qualifiedIDs(users []workwx.LinkedCorpUser) (ids []string) {
	for _, u := range users {
		ids = append(ids, u.CorpID+"/"+u.UserID)
	}
	return ids
}
