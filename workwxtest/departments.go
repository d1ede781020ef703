package workwxtest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

func departmentHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/department/create":     in(createDepartment),
		"/cgi-bin/department/update":     in(updateDepartment),
		"/cgi-bin/department/delete":     deleteDepartment,
		"/cgi-bin/department/get":        getDepartment,
		"/cgi-bin/department/list":       listDepartments,
		"/cgi-bin/department/simplelist": listSimpleDepartments,
	}
}

type departmentChange struct {
	ID       int64   `json:"id"`
	Name     *string `json:"name"`
	NameEn   *string `json:"name_en"`
	ParentID *int64  `json:"parentid"`
	Order    *int64  `json:"order"`
}

func createDepartment(s *Server, _ *call, req *departmentChange) (any, error) {
	cs := &s.contacts
	d := &department{ID: req.ID, Order: defaultOrder}
	if req.Name == nil {
		return nil, fail(codeDepartmentNameLength, "name missing")
	}
	switch {
	case d.ID < 0 || d.ID > 1<<32-1:
		return nil, fail(codeIllegalParameter, "id must be between 2 and 4294967295")
	case d.ID == 0:
		for _, other := range cs.departments {
			d.ID = max(d.ID, other.ID+1)
		}
	case cs.department(d.ID) != nil:
		return nil, fail(workwx.CodeDepartmentExists, "department id existed")
	}
	if req.ParentID == nil {
		return nil, fail(workwx.CodeParentDepartmentNotFound, "parentid missing")
	}
	if err := s.changeDepartment(d, req); err != nil {
		return nil, err
	}
	cs.departments = append(cs.departments, d)
	return struct {
		ID int64 `json:"id"`
	}{d.ID}, nil
}

// changeDepartment checks what a request says of a department and does it.
func (s *Server) changeDepartment(d *department, req *departmentChange) error {
	cs := &s.contacts
	changed := *d
	if req.Name != nil {
		changed.Name = *req.Name
		if n := len([]rune(changed.Name)); n < 1 || n > 64 {
			return fail(codeDepartmentNameLength, "name must have 1 to 64 characters")
		}
		if strings.ContainsAny(changed.Name, `\:*?"<>|`) {
			return fail(codeDepartmentName, `name must not hold \:*?"<>|`)
		}
	}
	if req.NameEn != nil {
		changed.NameEn = *req.NameEn
	}
	if req.Order != nil {
		changed.Order = *req.Order
	}
	if req.ParentID != nil && d.ID != rootDepartment {
		changed.ParentID = *req.ParentID
		switch {
		case cs.department(changed.ParentID) == nil:
			return fail(workwx.CodeParentDepartmentNotFound, "parent department not found")
		case slices.Contains(cs.subtree(d.ID), changed.ParentID):
			return fail(codeDepartmentCycle, "the department would be below itself")
		case cs.depth(changed.ParentID) >= 15:
			return fail(codeDepartmentDepth, "more than 15 levels of departments")
		}
	}
	for _, other := range cs.departments {
		if other.ID != d.ID && other.ParentID == changed.ParentID && other.Name == changed.Name {
			return fail(workwx.CodeDepartmentExists, "department name existed")
		}
	}
	*d = changed
	return nil
}

func updateDepartment(s *Server, _ *call, req *departmentChange) (any, error) {
	d := s.contacts.department(req.ID)
	if d == nil {
		return nil, fail(workwx.CodeDepartmentNotFound, "department not found")
	}
	return nil, s.changeDepartment(d, req)
}

func deleteDepartment(s *Server, c *call) (any, error) {
	cs, id := &s.contacts, c.integer("id")
	switch {
	case cs.department(id) == nil:
		return nil, fail(workwx.CodeDepartmentNotFound, "department not found")
	case id == rootDepartment:
		return nil, fail(codeRootDepartment, "the root department cannot be deleted")
	case len(cs.subtree(id)) > 1:
		return nil, fail(workwx.CodeDepartmentHasSubdepartments, "department contains sub-departments")
	case len(cs.within([]int64{id})) > 0:
		return nil, fail(workwx.CodeDepartmentHasUsers, "department contains members")
	}
	cs.departments = slices.DeleteFunc(cs.departments, func(d *department) bool { return d.ID == id })
	for _, t := range cs.tags {
		t.parties = without(t.parties, []int64{id})
	}
	return nil, nil
}

// withLeaders returns a copy of a department with the members that lead it.
func (cs *contactState) withLeaders(d *department) department {
	out := *d
	out.Leaders = []string{}
	for _, m := range cs.members {
		if i := slices.Index(m.Department, d.ID); i >= 0 && m.IsLeaderInDept[i] == 1 {
			out.Leaders = append(out.Leaders, m.UserID)
		}
	}
	return out
}

func getDepartment(s *Server, c *call) (any, error) {
	d := s.contacts.department(c.integer("id"))
	if d == nil {
		return nil, fail(workwx.CodeDepartmentNotFound, "department not found")
	}
	return struct {
		Department department `json:"department"`
	}{s.contacts.withLeaders(d)}, nil
}

// departmentsOf returns the department that the query names and those below, or all.
func (s *Server) departmentsOf(c *call) ([]department, error) {
	cs := &s.contacts
	id := int64(rootDepartment)
	if c.query.Get("id") != "" {
		id = c.integer("id")
	}
	if cs.department(id) == nil {
		return nil, fail(workwx.CodeDepartmentNotFound, "department not found")
	}
	var list []department
	for _, id := range cs.subtree(id) {
		list = append(list, cs.withLeaders(cs.department(id)))
	}
	slices.SortStableFunc(list, func(a, b department) int { return cmp.Compare(a.ID, b.ID) })
	return list, nil
}

func listDepartments(s *Server, c *call) (any, error) {
	list, err := s.departmentsOf(c)
	return struct {
		Department []department `json:"department"`
	}{list}, err
}

func listSimpleDepartments(s *Server, c *call) (any, error) {
	type simple struct {
		ID       int64 `json:"id"`
		ParentID int64 `json:"parentid"`
		Order    int64 `json:"order"`
	}
	departments, err := s.departmentsOf(c)
	list := []simple{}
	for _, d := range departments {
		list = append(list, simple{d.ID, d.ParentID, d.Order})
	}
	return struct {
		DepartmentID []simple `json:"department_id"`
	}{list}, err
}
