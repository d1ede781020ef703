package workwxtest_test

import (
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/stretchr/testify/require"
)

func TestTodos(t *testing.T) {
	t.Parallel()
	srv, c := office(t)
	id := srv.AddTodo(workwx.Todo{
		Content: "写周报", Creator: "boss", Status: workwx.TodoStatusInProgress, EndTime: workwx.At(officeDay.Add(48 * time.Hour)),
		Attendees: []workwx.TodoAttendee{{UserID: "lisi", Status: workwx.TodoStatusInProgress}, {UserID: "wangwu", Status: workwx.TodoStatusInProgress}},
		Reminders: []workwx.TodoReminder{{RemindTime: workwx.At(officeDay.Add(24 * time.Hour))}},
	})
	get := func() *workwx.Todo {
		t.Helper()
		todo, err := c.GetTodo(t.Context(), id)
		require.NoError(t, err)
		return todo
	}
	todo := get()
	require.Equal(t, "写周报", todo.Content)
	require.True(t, todo.CreateTime.Equal(officeDay))
	require.True(t, todo.EndTime.Equal(officeDay.Add(48*time.Hour)))
	require.True(t, todo.Reminders[0].RemindTime.Equal(officeDay.Add(24*time.Hour)))

	done := []workwx.TodoAttendee{{UserID: "LISI", Status: workwx.TodoStatusDone}}
	require.NoError(t, c.UpdateTodo(t.Context(), &workwx.UpdateTodoRequest{TodoID: id, Attendees: done}))
	require.Equal(t, workwx.TodoStatusInProgress, get().Status, "the others are not done")
	require.Equal(t, workwx.TodoStatusDone, get().Attendees[0].Status)
	require.Equal(t, workwx.TodoStatusInProgress, get().Attendees[1].Status)

	for name, req := range map[string]*workwx.UpdateTodoRequest{
		"an unknown one":       {TodoID: "none", Status: workwx.Ptr(workwx.TodoStatusDone)},
		"a status":             {TodoID: id, Status: workwx.Ptr(workwx.TodoStatus(2))},
		"an attendee":          {TodoID: id, Attendees: []workwx.TodoAttendee{{UserID: "wangwu"}, {UserID: "zhaoliu"}}},
		"an attendee's status": {TodoID: id, Attendees: []workwx.TodoAttendee{{UserID: "wangwu", Status: 2}}},
	} {
		require.ErrorIs(t, c.UpdateTodo(t.Context(), req), workwx.CodeIllegalParameter, name)
	}
	require.Equal(t, workwx.TodoStatusInProgress, get().Attendees[1].Status, "what is refused changes nothing")
	require.NoError(t, c.UpdateTodo(t.Context(), &workwx.UpdateTodoRequest{TodoID: id, Status: workwx.Ptr(workwx.TodoStatusDone)}))
	require.Equal(t, workwx.TodoStatusDone, get().Status)
	_, err := c.GetTodo(t.Context(), "none")
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}
