package workwxtest

import (
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

func todoHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/todo/get":    in(getTodo),
		"/cgi-bin/todo/update": in(updateTodo),
	}
}

// AddTodo has a member create a to-do item (待办) and returns its id.
func (s *Server) AddTodo(t workwx.Todo) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.CreateTime.IsZero() {
		t.CreateTime = workwx.At(s.now())
	}
	t.Attendees = slices.Clone(t.Attendees)
	id := newID("todo-")
	s.oa.todos[id] = &t
	return id
}

func (s *Server) todoOf(id string) (*workwx.Todo, error) {
	t := s.oa.todos[id]
	if t == nil {
		return nil, fail(codeIllegalParameter, "todo_id not found")
	}
	return t, nil
}

func getTodo(s *Server, _ *call, req *struct {
	ID string `json:"todo_id"`
}) (any, error) {
	t, err := s.todoOf(req.ID)
	if err != nil {
		return nil, err
	}
	return t, nil
}

func updateTodo(s *Server, _ *call, req *struct {
	ID        string                `json:"todo_id"`
	Status    *workwx.TodoStatus    `json:"status"`
	Attendees []workwx.TodoAttendee `json:"attendees"`
}) (any, error) {
	t, err := s.todoOf(req.ID)
	if err != nil {
		return nil, err
	}
	valid := func(status workwx.TodoStatus) bool {
		return status == workwx.TodoStatusDone || status == workwx.TodoStatusInProgress
	}
	changed := slices.Clone(t.Attendees)
	for _, a := range req.Attendees {
		i := slices.IndexFunc(changed, func(have workwx.TodoAttendee) bool { return strings.EqualFold(have.UserID, a.UserID) })
		if i < 0 || !valid(a.Status) {
			return nil, fail(codeIllegalParameter, "%q is not among the attendees, or the status is invalid", a.UserID)
		}
		changed[i].Status = a.Status
	}
	if req.Status != nil && !valid(*req.Status) {
		return nil, fail(codeIllegalParameter, "invalid status %d", *req.Status)
	}
	t.Attendees = changed
	set(&t.Status, req.Status)
	return nil, nil
}
