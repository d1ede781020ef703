package workwx

import (
	"context"
	"errors"
	"io"
	"iter"
	"net/url"
	"time"
)

// CreateChatDataAnalysisTask adds messages to an analysis, which begins once
// [Client.SubmitChatDataAnalysisTask] submits it (创建分析任务). The first call returns the ID of the job;
// further ones with this ID add to it. Messages that could not be added are in FailList.
//
// Here and in the methods below, the app must have been given the data zone (数据与智能专区, otherwise
// [CodeNoDataZonePermission]) or, for a provider, the interface to archived conversations (会话存档接口).
//
// Errcode 710613 says that a msgid comes twice, 710603 that the key of a message is wrong, 710616 that
// the kind of analysis is not that of the job, 710617 that the job was submitted before, and 710623 that a
// job holds too many messages.
//
// API: POST /cgi-bin/chatdata/analyze_task_add
// Doc: https://developer.work.weixin.qq.com/document/path/99527
func (c *Client) CreateChatDataAnalysisTask(ctx context.Context, req *CreateChatDataAnalysisTaskRequest) (*CreateChatDataAnalysisTaskResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/chatdata/analyze_task_add", req, new(CreateChatDataAnalysisTaskResponse))
}

// CreateChatDataAnalysisTaskRequest says which messages to analyse.
type CreateChatDataAnalysisTaskRequest struct {
	AnalyzeTask int64                `json:"analyze_task"`   // the kind of analysis
	JobID       string               `json:"jobid,omitzero"` // the job to add to; a new one if empty
	MsgList     []ChatDataMessageKey `json:"msg_list"`
}

// ChatDataMessageKey names an archived message and gives the key to it.
type ChatDataMessageKey struct {
	MsgID       string              `json:"msgid"`
	EncryptInfo ChatDataEncryptInfo `json:"encrypt_info"`
}

// ChatDataEncryptInfo is the key of a message.
type ChatDataEncryptInfo struct {
	SecretKey Secret `json:"secret_key"` // the EncryptedSecretKey of ChatDataServiceEncryptInfo, decrypted with your private key
}

// CreateChatDataAnalysisTaskResponse is a job and the messages that were not added to it.
type CreateChatDataAnalysisTaskResponse struct {
	JobID    string                     `json:"jobid"`
	FailList []*ChatDataAnalysisFailure `json:"fail_list"`
}

// ChatDataAnalysisFailure is a message that could not be added to an analysis, and why.
type ChatDataAnalysisFailure struct {
	MsgID   string `json:"msgid"`
	ErrCode Code   `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
}

// GetChatDataAnalysisTaskResult returns how far an analysis is and what it found (获取任务结果). An analysis
// of each message by itself has a list of results, one of all messages together has the ID of a result.
//
// Errcode 710618 says that the job was not submitted, 710637 that no message could be analysed, 710633 and
// 710634 that the analysis failed.
//
// API: POST /cgi-bin/chatdata/analyze_task_result
// Doc: https://developer.work.weixin.qq.com/document/path/99527
func (c *Client) GetChatDataAnalysisTaskResult(ctx context.Context, jobID string) (*ChatDataAnalysisTaskResult, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/analyze_task_result", param{"jobid", jobID}, new(ChatDataAnalysisTaskResult))
}

// ChatDataAnalysisTaskResult is the state and the result of an analysis.
type ChatDataAnalysisTaskResult struct {
	Status            int64                           `json:"status"`
	AnalyzeResult     ChatDataAnalysisResult          `json:"analyze_result"`      // of all messages together
	AnalyzeResultList []ChatDataMessageAnalysisResult `json:"analyze_result_list"` // of each message
}

// ChatDataAnalysisResult refers to the result of an analysis of several messages.
type ChatDataAnalysisResult struct {
	ResultID           string                     `json:"result_id"` // valid for a while
	ServiceEncryptInfo ChatDataServiceEncryptInfo `json:"service_encrypt_info"`
}

// ChatDataServiceEncryptInfo is the key of a message or result, encrypted with the public key that
// [Client.SetChatDataPublicKey] set.
type ChatDataServiceEncryptInfo struct {
	EncryptedSecretKey string `json:"encrypted_secret_key"`
	PublicKeyVer       int64  `json:"public_key_ver"` // the version of the public key
}

// ChatDataMessageAnalysisResult is what the analysis of a message found.
type ChatDataMessageAnalysisResult struct {
	MsgID           string `json:"msgid"`
	ErrCode         Code   `json:"errcode"` // CodeOK, or why the message could not be analysed
	ErrMsg          string `json:"errmsg"`
	SentimentResult int64  `json:"sentiment_result"` // of an analysis of sentiment
	SpamResult      int64  `json:"spam_result"`      // of a search for spam
}

// SubmitChatDataAnalysisTask begins an analysis to which messages were added with
// [Client.CreateChatDataAnalysisTask] (提交分析任务). Errcode 710617 says that it was submitted before.
//
// API: POST /cgi-bin/chatdata/analyze_task_submit
// Doc: https://developer.work.weixin.qq.com/document/path/99527
func (c *Client) SubmitChatDataAnalysisTask(ctx context.Context, jobID string) error {
	return c.invoke(ctx, post|once, "/cgi-bin/chatdata/analyze_task_submit", param{"jobid", jobID}, nil)
}

// GetChatDataProgramJobResult returns what a program answered to [Client.SubmitChatDataProgramJob]
// (获取专区程序任务结果). [CodeProgramResultPending] says that it has not answered yet;
// [Client.WaitChatDataProgramJob] waits for it.
//
// Errcode 790000 says that there is no such job, 710638 that the program could not be called, 790014 that
// its answer does not fit the output format of the ability, 790022 that the answer holds improper content.
//
// API: POST /cgi-bin/chatdata/async_program_result
// Doc: https://developer.work.weixin.qq.com/document/path/100021
func (c *Client) GetChatDataProgramJobResult(ctx context.Context, jobID string) (*ChatDataProgramJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/async_program_result", param{"jobid", jobID}, new(ChatDataProgramJobResult))
}

// ChatDataProgramJobResult is what a program in the data zone answered.
type ChatDataProgramJobResult struct {
	ResponseErrCode int64  `json:"response_errcode"` // the program's own, 0 if it succeeded
	ResponseData    string `json:"response_data"`    // JSON, in the output format of the ability
}

// SubmitChatDataProgramJob calls a program in the data zone without waiting for its answer, and returns the
// ID of the job (创建专区程序调用任务). [Client.WaitChatDataProgramJob] waits for the answer.
//
// For the codes see [Client.CallChatDataProgram].
//
// API: POST /cgi-bin/chatdata/async_program_task
// Doc: https://developer.work.weixin.qq.com/document/path/100021
func (c *Client) SubmitChatDataProgramJob(ctx context.Context, req *SubmitChatDataProgramJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/chatdata/async_program_task", req, &resp)
	return resp.JobID, err
}

// SubmitChatDataProgramJobRequest says what to ask of which program.
type SubmitChatDataProgramJobRequest struct {
	ProgramID   string `json:"program_id"`            // a program that the app may use
	AbilityID   string `json:"ability_id"`            // one of the program's
	RequestData string `json:"request_data,omitzero"` // JSON, in the input format of the ability
}

// WaitChatDataProgramJob waits until a program has answered, asking every 2 seconds at first and every 15 at
// last, and returns its answer. The program may report an error of its own: see [ChatDataProgramJobResult].
func (c *Client) WaitChatDataProgramJob(ctx context.Context, jobID string) (*ChatDataProgramJobResult, error) {
	return awaitJob(ctx, "/cgi-bin/chatdata/async_program_result", 2*time.Second, func() (*ChatDataProgramJobResult, bool, error) {
		r, err := c.GetChatDataProgramJobResult(ctx, jobID)
		if errors.Is(err, CodeProgramResultPending) {
			return nil, false, nil
		}
		return r, true, err
	})
}

// CallChatDataProgram calls a program in the data zone, waits for its answer and returns it: JSON in the
// output format of the ability (应用同步调用专区程序). For a program that takes long there is
// [Client.SubmitChatDataProgramJob].
//
// What goes in and comes out must be a subset of the formats that the program's owner configured for the
// ability, or the call fails with 790016 (in) or 790014 (out). 790020 says that the app may not use the
// program, 800001, 800002 and 800003 that the program does not exist, is not deployed, or lacks the
// ability, 710646 that NotifyID is wrong, 710674 and 710675 that the zone could not be reached or was too
// slow, 710676 that the program answered with an HTTP status other than 200.
//
// API: POST /cgi-bin/chatdata/sync_call_program
// Doc: https://developer.work.weixin.qq.com/document/path/100020
func (c *Client) CallChatDataProgram(ctx context.Context, req *CallChatDataProgramRequest) (string, error) {
	var resp callChatDataProgramResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/chatdata/sync_call_program", req, &resp)
	return resp.ResponseData, err
}

type callChatDataProgramResponse struct {
	ResponseData string `json:"response_data"`
}

// CallChatDataProgramRequest says what to ask of which program.
type CallChatDataProgramRequest struct {
	ProgramID   string `json:"program_id"`            // a program that the app may use
	AbilityID   string `json:"ability_id"`            // one of the program's
	NotifyID    string `json:"notify_id,omitzero"`    // of the program's notification to the app that this call answers
	RequestData string `json:"request_data,omitzero"` // JSON, in the input format of the ability
}

// GetChatDataDebugMode returns whether a program is in debug mode, as the platform's number
// (获取专区调试模式状态).
//
// API: POST /cgi-bin/chatdata/check_debug_mode
// Doc: https://developer.work.weixin.qq.com/document/path/100114
func (c *Client) GetChatDataDebugMode(ctx context.Context, programID string) (int64, error) {
	var resp getChatDataDebugModeResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/check_debug_mode", param{"program_id", programID}, &resp)
	return resp.DebugModeStatus, err
}

type getChatDataDebugModeResponse struct {
	DebugModeStatus int64 `json:"debug_mode_status"`
}

// StartChatDataDebugMode sends the calls and events that are for a program to the server that was set on
// its page for debugging instead (应用开启调试模式). The program need be neither uploaded nor reviewed.
//
// A third-party app must have been installed as a test; an app that a provider builds for one corp must be
// one of the provider's test corp. Otherwise the errcode is 710672. 710671 says that the token has expired.
//
// API: POST /cgi-bin/chatdata/open_debug_mode
// Doc: https://developer.work.weixin.qq.com/document/path/100091
func (c *Client) StartChatDataDebugMode(ctx context.Context, req *StartChatDataDebugModeRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/open_debug_mode", req, nil)
}

// StartChatDataDebugModeRequest says which program to debug.
type StartChatDataDebugModeRequest struct {
	ProgramID  string `json:"program_id"`
	DebugToken Secret `json:"debug_token"` // of the program's page for debugging, valid for 3 days
}

// StopChatDataDebugMode ends the debug mode of a program (关闭专区调试模式). Errcode 710673 says that it was in
// none.
//
// API: POST /cgi-bin/chatdata/close_debug_mode
// Doc: https://developer.work.weixin.qq.com/document/path/100092
func (c *Client) StopChatDataDebugMode(ctx context.Context, programID string) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/close_debug_mode", param{"program_id", programID}, nil)
}

// ChatDataLogLevel says which entries of a program's log are kept: those of its level and below.
type ChatDataLogLevel int64

// The levels of a program's log.
const (
	ChatDataLogLevelError ChatDataLogLevel = 1 // ERR
	ChatDataLogLevelInfo  ChatDataLogLevel = 2 // INFO, with ERR; unless another is set
	ChatDataLogLevelDebug ChatDataLogLevel = 3 // DBG, with all others
)

// SetChatDataLogLevel sets which entries of a program's log are kept (设置日志打印级别). It is not for the
// platform's own models.
//
// API: POST /cgi-bin/chatdata/set_log_level
// Doc: https://developer.work.weixin.qq.com/document/path/100109
func (c *Client) SetChatDataLogLevel(ctx context.Context, req *SetChatDataLogLevelRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/set_log_level", req, nil)
}

// SetChatDataLogLevelRequest says what to keep of the log of which program.
type SetChatDataLogLevelRequest struct {
	ProgramID string           `json:"program_id"` // a program that the app may use
	LogLevel  ChatDataLogLevel `json:"log_level"`
}

// GetChatDataLogLevel returns which entries of a program's log are kept (获取当前日志打印级别).
//
// API: POST /cgi-bin/chatdata/get_log_level
// Doc: https://developer.work.weixin.qq.com/document/path/100108
func (c *Client) GetChatDataLogLevel(ctx context.Context, programID string) (ChatDataLogLevel, error) {
	var resp getChatDataLogLevelResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/get_log_level", param{"program_id", programID}, &resp)
	return resp.LogLevel, err
}

type getChatDataLogLevelResponse struct {
	LogLevel ChatDataLogLevel `json:"log_level"`
}

// SetChatDataPublicKey sets the public key with which the keys of messages are encrypted
// (设置公钥). Without one, the platform archives nothing. Keep the private keys of former versions:
// messages archived before are still encrypted for these.
//
// Errcode 40211 says that the key cannot be used, 40212 that the version is below the one in use.
//
// API: POST /cgi-bin/chatdata/set_public_key
// Doc: https://developer.work.weixin.qq.com/document/path/99587
func (c *Client) SetChatDataPublicKey(ctx context.Context, req *SetChatDataPublicKeyRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/set_public_key", req, nil)
}

// SetChatDataPublicKeyRequest is a public key.
type SetChatDataPublicKeyRequest struct {
	PublicKey    string `json:"public_key"`     // RSA, in PEM
	PublicKeyVer int64  `json:"public_key_ver"` // of your choice, comes with each message; must not fall
}

// SetChatDataReceiveCallback makes a program the one that receives the events of the data zone
// (设置专区接收回调事件), such as those of new messages.
//
// API: POST /cgi-bin/chatdata/set_receive_callback
// Doc: https://developer.work.weixin.qq.com/document/path/100018
func (c *Client) SetChatDataReceiveCallback(ctx context.Context, programID string) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/set_receive_callback", param{"program_id", programID}, nil)
}

// ChatDataEdition says which conversations of a member may be read. Each has those of the one before.
type ChatDataEdition int64

// Which conversations may be read.
const (
	ChatDataEditionInternal      ChatDataEdition = 1 // among members, 内部会话
	ChatDataEditionChats         ChatDataEdition = 2 // with customers too, 内外部会话
	ChatDataEditionChatsAndCalls ChatDataEdition = 3 // calls too, 内外部会话及语音通话
)

// ListChatDataAuthUsers returns a page of the members whose conversations are archived
// (获取授权存档的成员列表). There are no more than were paid for.
//
// API: POST /cgi-bin/chatdata/get_auth_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/99641
func (c *Client) ListChatDataAuthUsers(ctx context.Context, req *ListChatDataAuthUsersRequest) (*ListChatDataAuthUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/get_auth_user_list", req, new(ListChatDataAuthUsersResponse))
}

// AllChatDataAuthUsers ranges over the members whose conversations are archived; see
// [Client.ListChatDataAuthUsers].
func (c *Client) AllChatDataAuthUsers(ctx context.Context, req *ListChatDataAuthUsersRequest) iter.Seq2[*ChatDataAuthUser, error] {
	return paginate(ctx, req, c.ListChatDataAuthUsers,
		func(q *ListChatDataAuthUsersRequest) *string { return &q.Cursor },
		func(p *ListChatDataAuthUsersResponse) ([]*ChatDataAuthUser, string, bool) {
			return p.AuthUserList, p.NextCursor, bool(p.HasMore)
		})
}

// ListChatDataAuthUsersRequest says which page to return.
type ListChatDataAuthUsersRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, at most 1,000; 200 if 0
}

// ListChatDataAuthUsersResponse is a page of members.
type ListChatDataAuthUsersResponse struct {
	AuthUserList []*ChatDataAuthUser `json:"auth_user_list"`
	NextCursor   string              `json:"next_cursor"`
	HasMore      IntBool             `json:"has_more"`
}

// ChatDataAuthUser is a member whose conversations are archived.
type ChatDataAuthUser struct {
	UserID      string            `json:"open_userid"` // as the app knows members: encrypted for a provider's
	EditionList []ChatDataEdition `json:"edition_list"`
}

// UnmarshalJSON also takes the member as userid.
func (u *ChatDataAuthUser) UnmarshalJSON(b []byte) error {
	type plain ChatDataAuthUser
	var wire struct {
		plain
		UserIDToo string `json:"userid"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*u = ChatDataAuthUser(wire.plain)
	if u.UserID == "" {
		u.UserID = wire.UserIDToo
	}
	return nil
}

// ListChatDataAuthEditions returns what a corp has granted a provider's app of its conversations, an entry
// for each edition (获取数据与智能专区授权信息). It is not for the corp's own apps.
//
// Who is archived depends on what was paid for too: see [Client.ListChatDataAuthUsers].
//
// API: POST /cgi-bin/chatdata/get_corp_auth_info
// Doc: https://developer.work.weixin.qq.com/document/path/100237
func (c *Client) ListChatDataAuthEditions(ctx context.Context) ([]*ChatDataAuthEdition, error) {
	var resp listChatDataAuthEditionsResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/get_corp_auth_info", nil, &resp)
	return resp.AuthEditionList, err
}

type listChatDataAuthEditionsResponse struct {
	AuthEditionList []*ChatDataAuthEdition `json:"auth_edition_list"`
}

// ChatDataAuthStatus says whether an edition is in use, and how it was come by.
type ChatDataAuthStatus int64

// Whether an edition is in use, and how it was come by.
const (
	ChatDataAuthStatusTrial        ChatDataAuthStatus = 1 // 试用中
	ChatDataAuthStatusTrialExpired ChatDataAuthStatus = 2 // 试用已到期
	ChatDataAuthStatusPaid         ChatDataAuthStatus = 3 // 付费使用中
	ChatDataAuthStatusPaidExpired  ChatDataAuthStatus = 4 // 付费使用已到期
	ChatDataAuthStatusFree         ChatDataAuthStatus = 5 // 免费使用中
	ChatDataAuthStatusFreeExpired  ChatDataAuthStatus = 6 // 免费使用已到期
	ChatDataAuthStatusPaidPending  ChatDataAuthStatus = 7 // paid for, and not begun yet: 付费待生效
)

// ChatDataAuthEdition is an edition that a corp has granted.
type ChatDataAuthEdition struct {
	Edition         ChatDataEdition    `json:"edition"`
	AuthScope       ChatDataAuthScope  `json:"auth_scope"`
	Status          ChatDataAuthStatus `json:"status"`
	BeginTime       Timestamp          `json:"begin_time"` // zero if it was granted after the trial, which all editions share, and never bought
	EndTime         Timestamp          `json:"end_time"`
	MsgDurationDays int64              `json:"msg_duration_days"` // of how many days conversations may be read
	AuthUserCount   int64              `json:"auth_user_count"`   // how many members AuthScope holds
}

// ChatDataAuthScope is whose conversations a corp has granted.
type ChatDataAuthScope struct {
	UserIDList       []string `json:"userid_list"`
	DepartmentIDList []int64  `json:"department_id_list"`
	TagIDList        []int64  `json:"tag_id_list"`
}

// SetChatDataSensitiveInfoConfig sets what the components that show conversations hide for a member
// (设置成员会话组件敏感信息隐藏配置).
//
// API: POST /cgi-bin/chatdata/set_hide_sensitiveinfo_config
// Doc: https://developer.work.weixin.qq.com/document/path/99622
func (c *Client) SetChatDataSensitiveInfoConfig(ctx context.Context, req *SetChatDataSensitiveInfoConfigRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/chatdata/set_hide_sensitiveinfo_config", req, nil)
}

// SetChatDataSensitiveInfoConfigRequest says what is hidden for which member, named by one of the fields.
type SetChatDataSensitiveInfoConfigRequest struct {
	UserID     string                      `json:"userid,omitzero"`      // of the data zone
	OpenUserID string                      `json:"open_userid,omitzero"` // of a provider's interface to archived conversations
	Config     ChatDataSensitiveInfoUpdate `json:"config,omitzero"`
}

// ChatDataSensitiveInfoUpdate says what becomes hidden or shown.
type ChatDataSensitiveInfoUpdate struct {
	HideMobile *bool `json:"hide_mobile,omitzero"` // telephone numbers
	HideIDCard *bool `json:"hide_idcard,omitzero"` // numbers of identity cards
	HideBankNo *bool `json:"hide_bankno,omitzero"` // numbers of bank cards
}

// GetChatDataSensitiveInfoConfig returns what the components that show conversations hide for a member
// (获取成员会话组件敏感信息隐藏配置).
//
// API: POST /cgi-bin/chatdata/get_hide_sensitiveinfo_config
// Doc: https://developer.work.weixin.qq.com/document/path/99622
func (c *Client) GetChatDataSensitiveInfoConfig(ctx context.Context, req *GetChatDataSensitiveInfoConfigRequest) (*ChatDataSensitiveInfoConfig, error) {
	var resp getChatDataSensitiveInfoConfigResponse
	err := c.invoke(ctx, post, "/cgi-bin/chatdata/get_hide_sensitiveinfo_config", req, &resp)
	return resp.Config, err
}

type getChatDataSensitiveInfoConfigResponse struct {
	Config *ChatDataSensitiveInfoConfig `json:"config"`
}

// GetChatDataSensitiveInfoConfigRequest names a member, by one of the fields.
type GetChatDataSensitiveInfoConfigRequest struct {
	UserID     string `json:"userid,omitzero"`      // of the data zone
	OpenUserID string `json:"open_userid,omitzero"` // of a provider's interface to archived conversations
}

// ChatDataSensitiveInfoConfig is what is hidden for a member.
type ChatDataSensitiveInfoConfig struct {
	HideMobile bool `json:"hide_mobile"` // telephone numbers
	HideIDCard bool `json:"hide_idcard"` // numbers of identity cards
	HideBankNo bool `json:"hide_bankno"` // numbers of bank cards
}

// UploadChatDataMedia uploads a file for the programs in the data zone (上传临时文件到专区).
//
// API: POST /cgi-bin/chatdata/upload_media
// Doc: https://developer.work.weixin.qq.com/document/path/100174
func (c *Client) UploadChatDataMedia(ctx context.Context, req *UploadChatDataMediaRequest) (*MediaUploadResult, error) {
	return c.uploadChatData(ctx, "/cgi-bin/chatdata/upload_media", req)
}

// UploadChatDataMediaRequest is a file to upload to the data zone.
type UploadChatDataMediaRequest struct {
	Type        MediaType `json:"type"`
	FileName    string    `json:"-"` // see [Media]
	Reader      io.Reader `json:"-"`
	Size        int64     `json:"-"`
	ContentType string    `json:"-"`
}

// UploadChatData is [Client.UploadChatDataMedia] under another path, which the platform no longer documents
// (上传临时文件到专区).
//
// Deprecated: use [Client.UploadChatDataMedia].
//
// API: POST /cgi-bin/chatdata/upload
// Doc: https://developer.work.weixin.qq.com/document/path/100175
func (c *Client) UploadChatData(ctx context.Context, req *UploadChatDataMediaRequest) (*MediaUploadResult, error) {
	return c.uploadChatData(ctx, "/cgi-bin/chatdata/upload", req)
}

func (c *Client) uploadChatData(ctx context.Context, api string, req *UploadChatDataMediaRequest) (*MediaUploadResult, error) {
	if req == nil {
		return nil, &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	m := &Media{FileName: req.FileName, Reader: req.Reader, Size: req.Size, ContentType: req.ContentType}
	result := new(MediaUploadResult)
	if err := c.uploadMedia(ctx, post, api, "type="+url.QueryEscape(string(req.Type)), m, 0, result); err != nil {
		return nil, err
	}
	return result, nil
}

// SubmitChatDataSpecAPIJob had a program in the data zone work on messages, and returned the ID of the job
// (创建专区任务). The platform took it out of service on June 6, 2024.
//
// Deprecated: use [Client.SubmitChatDataProgramJob].
//
// API: POST /cgi-bin/chatdata/specapi/create_job
// Doc: https://developer.work.weixin.qq.com/document/path/99460
func (c *Client) SubmitChatDataSpecAPIJob(ctx context.Context, req *SubmitChatDataSpecAPIJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/chatdata/specapi/create_job", req, &resp)
	return resp.JobID, err
}

// SubmitChatDataSpecAPIJobRequest names the messages of a job.
type SubmitChatDataSpecAPIJobRequest struct {
	MsgFilter  ChatDataMessageFilter `json:"msg_filter"`
	CustomID   string                `json:"custom_id"`            // of your choice, different in each job (errcode 710626)
	CustomData string                `json:"custom_data,omitzero"` // for the program
}

// ChatDataMessageFilter is a choice of messages.
type ChatDataMessageFilter struct {
	MsgList []ChatDataMessageKey `json:"msg_list"`
}

// GetChatDataSpecAPIJobResult returned how far a job of SubmitChatDataSpecAPIJob was (获取专区任务结果). The
// platform took it out of service on June 6, 2024.
//
// Deprecated: use [Client.GetChatDataProgramJobResult].
//
// API: POST /cgi-bin/chatdata/specapi/get_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99462
func (c *Client) GetChatDataSpecAPIJobResult(ctx context.Context, jobID string) (*ChatDataSpecAPIJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/chatdata/specapi/get_job_result", param{"jobid", jobID}, new(ChatDataSpecAPIJobResult))
}

// ChatDataSpecAPIJobResult is how far a job is and what came of it.
type ChatDataSpecAPIJobResult struct {
	Status       int64                 `json:"status"`
	DispatchTime Timestamp             `json:"dispatch_time"` // when the job began
	Progress     int64                 `json:"progress"`      // percent
	Result       ChatDataSpecAPIOutput `json:"result"`
}

// ChatDataSpecAPIOutput is what came of a job.
type ChatDataSpecAPIOutput struct {
	JobType string `json:"job_type"`
	Data    string `json:"data"`
}
