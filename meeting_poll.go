package workwx

import "context"

// CreateMeetingPollTheme draws up a poll in a meeting that is going on, and returns the ID of what it asks, its
// theme (创建会议投票主题). [Client.StartMeetingPoll] puts it to those in the meeting, as often as one likes.
//
// The operator must be a host or the administrator of the meeting. The app must be on the list of those that may
// call the meeting API (可调用接口的应用), and have created the meeting: here and in the methods below.
//
// API: POST /cgi-bin/meeting/poll/create_theme
// Doc: https://developer.work.weixin.qq.com/document/path/98834
func (c *Client) CreateMeetingPollTheme(ctx context.Context, req *CreateMeetingPollThemeRequest) (string, error) {
	var resp createMeetingPollThemeResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/poll/create_theme", req, &resp)
	return resp.PollThemeID, err
}

type createMeetingPollThemeResponse struct {
	PollThemeID string `json:"poll_theme_id"`
}

// CreateMeetingPollThemeRequest is what a poll asks.
type CreateMeetingPollThemeRequest struct {
	MeetingID      string                     `json:"meetingid"`
	OperatorUserID string                     `json:"operator_userid"`   // who does it; the documentation means an openid
	InstanceID     MeetingTerminal            `json:"instance_id"`       // the device with which the operator entered
	PollTopic      string                     `json:"poll_topic"`        // at most 50 characters
	PollDesc       string                     `json:"poll_desc"`         // at most 100 characters
	IsAnony        *IntBool                   `json:"is_anony,omitzero"` // whether nobody sees who voted what; No by default
	PollQuestions  []MeetingPollQuestionInput `json:"poll_questions"`    // at most 10
}

// MeetingPollQuestionType says how many answers a question takes.
type MeetingPollQuestionType int64

// How many answers a question takes.
const (
	MeetingPollQuestionTypeSingle   MeetingPollQuestionType = 0
	MeetingPollQuestionTypeMultiple MeetingPollQuestionType = 1
)

// MeetingPollQuestionInput is a question to ask.
type MeetingPollQuestionInput struct {
	QuestionType MeetingPollQuestionType `json:"question_type"`
	QuestionDesc string                  `json:"question_desc"` // at most 50 characters
	PollOption   []string                `json:"poll_option"`   // the answers to choose from, 2 to 10 of at most 36 characters
}

// DeleteMeetingPoll removes a poll, or its theme (删除会议投票). A theme goes with the last of its polls, while its
// polls stay when it is deleted itself. The meeting must be going on, and the operator be a host or the administrator.
//
// API: POST /cgi-bin/meeting/poll/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98839
func (c *Client) DeleteMeetingPoll(ctx context.Context, req *DeleteMeetingPollRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/poll/delete", req, nil)
}

// DeleteMeetingPollRequest names a poll by PollID, or else a theme by PollThemeID. The poll goes before.
type DeleteMeetingPollRequest struct {
	MeetingID      string          `json:"meetingid"`
	PollThemeID    string          `json:"poll_theme_id,omitzero"`
	PollID         string          `json:"poll_id,omitzero"`
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// FinishMeetingPoll ends a poll: nobody can vote any more (结束会议投票).
//
// API: POST /cgi-bin/meeting/poll/finish
// Doc: https://developer.work.weixin.qq.com/document/path/98841
func (c *Client) FinishMeetingPoll(ctx context.Context, req *FinishMeetingPollRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/poll/finish", req, nil)
}

// FinishMeetingPollRequest names a poll.
type FinishMeetingPollRequest struct {
	MeetingID      string          `json:"meetingid"`
	PollThemeID    string          `json:"poll_theme_id"`
	PollID         string          `json:"poll_id"`
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// GetMeetingPoll returns a poll and how people voted (获取会议投票详情).
//
// API: POST /cgi-bin/meeting/poll/get_poll_detail
// Doc: https://developer.work.weixin.qq.com/document/path/98838
func (c *Client) GetMeetingPoll(ctx context.Context, req *GetMeetingPollRequest) (*MeetingPoll, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/poll/get_poll_detail", req, new(MeetingPoll))
}

// GetMeetingPollRequest names a poll.
type GetMeetingPollRequest struct {
	MeetingID      string          `json:"meetingid"`
	PollID         string          `json:"poll_id"`
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// MeetingPollStatus says whether a poll is going on.
type MeetingPollStatus int64

// Whether a poll is going on.
const (
	MeetingPollStatusVoting MeetingPollStatus = 1
	MeetingPollStatusEnded  MeetingPollStatus = 2
)

// MeetingPoll is a poll and how people voted.
type MeetingPoll struct {
	PollThemeID      string                `json:"poll_theme_id"`
	PollTopic        string                `json:"poll_topic"`
	PollDesc         string                `json:"poll_desc"`
	Status           MeetingPollStatus     `json:"status"`
	IsShared         IntBool               `json:"is_shared"`      // whether those in the meeting see the result
	IsAnony          IntBool               `json:"is_anony"`       // whether nobody sees who voted what
	VoteTotalNum     int64                 `json:"vote_total_num"` // how many people voted
	PollQuestionData []MeetingPollQuestion `json:"poll_question_data"`
}

// MeetingPollQuestion is a question and how people voted on it.
type MeetingPollQuestion struct {
	QuestionID   string                  `json:"question_id"`
	QuestionType MeetingPollQuestionType `json:"question_type"`
	QuestionDesc string                  `json:"question_desc"`
	OptionInfo   []MeetingPollOption     `json:"option_info"`
}

// MeetingPollOption is an answer and how many chose it.
type MeetingPollOption struct {
	OptionID   string             `json:"option_id"` // a number in digits
	OptionDesc string             `json:"option_desc"`
	OptionNum  int64              `json:"option_num"`  // how many chose it
	Rate       int64              `json:"rate"`        // the same in percent, 0 to 100
	OptionUser []MeetingPollVoter `json:"option_user"` // who chose it, unless the poll is anonymous
}

// MeetingPollVoter is somebody who voted.
type MeetingPollVoter struct {
	UserID    string `json:"userid"`     // of a member of the corp
	TmpOpenID string `json:"tmp_openid"` // the person's ID in this meeting
}

// ListMeetingPolls returns the polls of a meeting, by their themes (获取会议投票列表).
//
// API: POST /cgi-bin/meeting/poll/get_poll_list
// Doc: https://developer.work.weixin.qq.com/document/path/98836
func (c *Client) ListMeetingPolls(ctx context.Context, req *ListMeetingPollsRequest) ([]*MeetingPollThemeItem, error) {
	var resp listMeetingPollsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/poll/get_poll_list", req, &resp)
	return resp.PollsThemeInfo, err
}

type listMeetingPollsResponse struct {
	PollsThemeInfo []*MeetingPollThemeItem `json:"polls_theme_info"`
}

// ListMeetingPollsRequest names a meeting.
type ListMeetingPollsRequest struct {
	MeetingID      string          `json:"meetingid"`
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// MeetingPollThemeItem is a theme and its polls.
type MeetingPollThemeItem struct {
	PollThemeID string            `json:"poll_theme_id"`
	PollsInfo   []MeetingPollItem `json:"polls_info"`
}

// MeetingPollItem is a poll in a list; [Client.GetMeetingPoll] tells how people voted.
type MeetingPollItem struct {
	PollID    string            `json:"poll_id"`
	PollTopic string            `json:"poll_topic"`
	Status    MeetingPollStatus `json:"status"`
	IsShared  IntBool           `json:"is_shared"` // whether those in the meeting see the result
	IsAnony   IntBool           `json:"is_anony"`  // whether nobody sees who voted what
}

// GetMeetingPollTheme returns what a poll asks (获取会议投票主题信息).
//
// API: POST /cgi-bin/meeting/poll/get_theme_info
// Doc: https://developer.work.weixin.qq.com/document/path/98837
func (c *Client) GetMeetingPollTheme(ctx context.Context, req *GetMeetingPollThemeRequest) (*MeetingPollTheme, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/poll/get_theme_info", req, new(MeetingPollTheme))
}

// GetMeetingPollThemeRequest names a theme.
type GetMeetingPollThemeRequest struct {
	MeetingID      string          `json:"meetingid"`
	PollThemeID    string          `json:"poll_theme_id"`
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// MeetingPollTheme is what a poll asks.
type MeetingPollTheme struct {
	PollThemeID      string                     `json:"poll_theme_id"`
	PollTopic        string                     `json:"poll_topic"`
	PollDesc         string                     `json:"poll_desc"`
	IsAnony          IntBool                    `json:"is_anony"` // whether nobody sees who voted what
	PollQuestionData []MeetingPollThemeQuestion `json:"poll_question_data"`
}

// MeetingPollThemeQuestion is a question of a theme.
type MeetingPollThemeQuestion struct {
	QuestionType MeetingPollQuestionType  `json:"question_type"`
	QuestionDesc string                   `json:"question_desc"`
	OptionInfo   []MeetingPollThemeOption `json:"option_info"`
}

// MeetingPollThemeOption is an answer to choose.
type MeetingPollThemeOption struct {
	OptionDesc string `json:"option_desc"`
}

// StartMeetingPoll puts a theme to those in a meeting and returns the ID of the poll (发起会议投票).
//
// API: POST /cgi-bin/meeting/poll/start
// Doc: https://developer.work.weixin.qq.com/document/path/98840
func (c *Client) StartMeetingPoll(ctx context.Context, req *StartMeetingPollRequest) (string, error) {
	var resp startMeetingPollResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/meeting/poll/start", req, &resp)
	return resp.PollID, err
}

type startMeetingPollResponse struct {
	PollID string `json:"poll_id"`
}

// StartMeetingPollRequest names a theme.
type StartMeetingPollRequest struct {
	MeetingID      string          `json:"meetingid"`
	PollThemeID    string          `json:"poll_theme_id"`   // of [Client.CreateMeetingPollTheme]
	OperatorUserID string          `json:"operator_userid"` // who does it; the documentation means an openid
	InstanceID     MeetingTerminal `json:"instance_id"`     // the device with which the operator entered
}

// UpdateMeetingPollTheme replaces what a poll asks (修改会议投票主题).
//
// API: POST /cgi-bin/meeting/poll/update_theme
// Doc: https://developer.work.weixin.qq.com/document/path/98835
func (c *Client) UpdateMeetingPollTheme(ctx context.Context, req *UpdateMeetingPollThemeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/poll/update_theme", req, nil)
}

// UpdateMeetingPollThemeRequest is what a poll shall ask.
type UpdateMeetingPollThemeRequest struct {
	MeetingID      string                     `json:"meetingid"`
	PollThemeID    string                     `json:"poll_theme_id"`
	OperatorUserID string                     `json:"operator_userid"`   // who does it; the documentation means an openid
	InstanceID     MeetingTerminal            `json:"instance_id"`       // the device with which the operator entered
	PollTopic      string                     `json:"poll_topic"`        // at most 50 characters
	PollDesc       string                     `json:"poll_desc"`         // at most 100 characters
	IsAnony        *IntBool                   `json:"is_anony,omitzero"` // whether nobody sees who voted what
	PollQuestions  []MeetingPollQuestionInput `json:"poll_questions"`    // at most 10
}
