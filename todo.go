package workwx

import "context"

// GetTodo returns a to-do item (获取待办详情).
//
// API: POST /cgi-bin/todo/get
// Doc: https://developer.work.weixin.qq.com/document/path/101524
func (c *Client) GetTodo(ctx context.Context, todoID string) (*Todo, error) {
	return exec(ctx, c, post, "/cgi-bin/todo/get", param{"todo_id", todoID}, new(Todo))
}

// TodoStatus says whether a to-do item is done.
type TodoStatus int64

// Whether a to-do item is done.
const (
	TodoStatusDone       TodoStatus = 0
	TodoStatusInProgress TodoStatus = 1
)

// Todo is a to-do item.
type Todo struct {
	Content    string         `json:"content"`
	Creator    string         `json:"creator"` // a user ID
	Status     TodoStatus     `json:"status"`
	CreateTime Timestamp      `json:"create_time"`
	Attendees  []TodoAttendee `json:"attendees"`
	EndTime    Timestamp      `json:"end_time"` // when it is due; zero if it is not
	Reminders  []TodoReminder `json:"reminders"`
}

// TodoAttendee is a member who has to do it, and whether they have.
type TodoAttendee struct {
	UserID string     `json:"userid"`
	Status TodoStatus `json:"status"`
}

// TodoReminder is when members are reminded.
type TodoReminder struct {
	RemindTime Timestamp `json:"remind_time"`
}

// UpdateTodo marks a to-do item, or some members' part in it, as done or in progress (更新待办状态).
//
// API: POST /cgi-bin/todo/update
// Doc: https://developer.work.weixin.qq.com/document/path/101534
func (c *Client) UpdateTodo(ctx context.Context, req *UpdateTodoRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/todo/update", req, nil)
}

// UpdateTodoRequest says what is done.
type UpdateTodoRequest struct {
	TodoID    string         `json:"todo_id"`
	Status    *TodoStatus    `json:"status,omitzero"`    // of the whole item
	Attendees []TodoAttendee `json:"attendees,omitzero"` // of single members
}
