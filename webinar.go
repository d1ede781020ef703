package workwx

import (
	"context"
	"iter"
)

// CancelWebinar cancels a webinar (取消网络研讨会).
//
// The app must be on the list of those that may call the meeting API (可调用接口的应用), and the webinar must be one
// that it created, else the errcode is 730005: here and in the methods below.
//
// API: POST /cgi-bin/meeting/webinar/cancel
// Doc: https://developer.work.weixin.qq.com/document/path/98870
func (c *Client) CancelWebinar(ctx context.Context, meetingID string) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/webinar/cancel", param{"meetingid", meetingID}, nil)
}

// CreateWebinar plans a webinar: a meeting in which hosts and guests speak to an audience, 50,000 people at the
// most (创建网络研讨会). [Client.UpdateWebinarGuests] names the guests.
//
// API: POST /cgi-bin/meeting/webinar/create
// Doc: https://developer.work.weixin.qq.com/document/path/98842
func (c *Client) CreateWebinar(ctx context.Context, req *CreateWebinarRequest) (*CreateWebinarResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/webinar/create", req, new(CreateWebinarResponse))
}

// CreateWebinarRequest is a webinar to plan.
type CreateWebinarRequest struct {
	AdminUserID              string                   `json:"admin_userid"`
	Title                    string                   `json:"title"`            // 1 to 255 characters
	Sponsor                  string                   `json:"sponsor,omitzero"` // whose webinar it is, 1 to 40 characters
	StartTime                Timestamp                `json:"start_time"`       // at the earliest half an hour ago
	EndTime                  Timestamp                `json:"end_time"`
	Hosts                    []WebinarHost            `json:"hosts,omitzero"` // AdminUserID by default
	AdmissionType            WebinarAdmission         `json:"admission_type"`
	Password                 Secret                   `json:"password,omitzero"`                 // required for WebinarAdmissionPassword, 4 to 6 digits
	CoverURL                 string                   `json:"cover_url,omitzero"`                // an image for ActivityPage: PNG or JPEG, at most 5 MB, larger than 640 by 360
	Description              string                   `json:"description,omitzero"`              // a text for ActivityPage, at most 5,000 characters
	EnableGuestInviteLink    *bool                    `json:"enable_guest_invite_link,omitzero"` // whether a link of invitation makes one a guest; false by default
	MediaSetting             WebinarMediaSettingInput `json:"media_setting,omitzero"`
	EnableQA                 *bool                    `json:"enable_qa,omitzero"`                   // whether there are questions and answers; true by default
	SensitiveWords           []string                 `json:"sensitive_words,omitzero"`             // nobody sees what the audience writes with one of them; at most 50, of 10 Chinese characters
	EnableManualCheck        *bool                    `json:"enable_manual_check,omitzero"`         // whether somebody reads first what the audience writes; false by default
	ActivityPage             *bool                    `json:"activity_page,omitzero"`               // whether there is a page about the webinar; true by default
	DisplayNumberOfAttendees *int64                   `json:"display_number_of_attendees,omitzero"` // 1 if ActivityPage says how many have enrolled, which is the default, else 0
	PlaybackForAudience      *bool                    `json:"playback_for_audience,omitzero"`       // whether the audience may watch it later, which needs MeetingAutoRecordCloud; false by default, although the documentation calls the field required
	PreparationMode          *bool                    `json:"preparation_mode,omitzero"`            // whether hosts and guests are among themselves at first
}

// MarshalJSON sends the times as strings, as the documentation has it.
func (r CreateWebinarRequest) MarshalJSON() ([]byte, error) {
	type plain CreateWebinarRequest
	return encodeJSON(struct {
		plain
		StartTime textTime `json:"start_time"`
		EndTime   textTime `json:"end_time"`
	}{plain(r), textTime{r.StartTime}, textTime{r.EndTime}})
}

// textTime is a Timestamp that travels as a string.
type textTime struct{ Timestamp }

func (t textTime) MarshalJSON() ([]byte, error) {
	b, err := t.Timestamp.MarshalJSON()
	return append(append([]byte{'"'}, b...), '"'), err
}

// WebinarAdmission says who may watch a webinar.
type WebinarAdmission int64

// Who may watch a webinar.
const (
	WebinarAdmissionPublic   WebinarAdmission = 0
	WebinarAdmissionEnroll   WebinarAdmission = 1 // who has enrolled
	WebinarAdmissionPassword WebinarAdmission = 2
)

// WebinarHost is a member of the corp who hosts a webinar.
type WebinarHost struct {
	UserID string `json:"userid"`
}

// WebinarMediaSettingInput is how a webinar is to be held. What is nil is left to the platform, or as it is.
type WebinarMediaSettingInput struct {
	EnableEnterMute           *bool              `json:"enable_enter_mute,omitzero"` // whether those who enter are muted
	AllowUnmuteSelf           *bool              `json:"allow_unmute_self,omitzero"`
	AllowEnterBeforeHost      *bool              `json:"allow_enter_before_host,omitzero"` // whether guests may
	EnableScreenWatermark     *bool              `json:"enable_screen_watermark,omitzero"`
	WatermarkType             *MeetingWatermark  `json:"watermark_type,omitzero"`
	AllowExternalUser         *bool              `json:"allow_external_user,omitzero"` // whether those who are not of the corp may enter, by its name; the documentation says the opposite
	AutoRecordType            *MeetingAutoRecord `json:"auto_record_type,omitzero"`
	AttendeeJoinAutoRecord    *bool              `json:"attendee_join_auto_record,omitzero"`     // whether MeetingAutoRecordCloud begins with the first to enter instead of the host
	EnableHostPauseAutoRecord *bool              `json:"enable_host_pause_auto_record,omitzero"` // whether the host may pause or stop MeetingAutoRecordCloud
}

// CreateWebinarResponse is a webinar that was planned.
type CreateWebinarResponse struct {
	MeetingID           string           `json:"meetingid"`
	MeetingCode         string           `json:"meeting_code"` // the number to dial in with
	Title               string           `json:"title"`
	StartTime           Timestamp        `json:"start_time"`
	EndTime             Timestamp        `json:"end_time"`
	AdmissionType       WebinarAdmission `json:"admission_type"`
	Password            Secret           `json:"password"`           // for WebinarAdmissionPassword
	AudienceJoinLink    string           `json:"audience_join_link"` // the audience enters with it
	GuestJoinLink       string           `json:"guest_join_link"`    // guests enter with it
	ManualCheckLink     string           `json:"manual_check_link"`  // where to read what the audience writes, if EnableManualCheck is true
	ManualCheckPassword Secret           `json:"manual_check_password"`
}

// GetWebinar returns a webinar, by its ID or its number (获取网络研讨会详情).
//
// API: POST /cgi-bin/meeting/webinar/get
// Doc: https://developer.work.weixin.qq.com/document/path/98860
func (c *Client) GetWebinar(ctx context.Context, req *GetWebinarRequest) (*Webinar, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/webinar/get", req, new(Webinar))
}

// GetWebinarRequest names a webinar by MeetingID or else by MeetingCode.
type GetWebinarRequest struct {
	MeetingID   string `json:"meetingid,omitzero"`
	MeetingCode string `json:"meeting_code,omitzero"` // the number to dial in with
}

// Webinar is a webinar.
type Webinar struct {
	MeetingID                  string              `json:"meetingid"`
	MeetingCode                string              `json:"meeting_code"` // the number to dial in with
	Title                      string              `json:"title"`
	Sponsor                    string              `json:"sponsor"` // whose webinar it is
	StartTime                  Timestamp           `json:"start_time"`
	EndTime                    Timestamp           `json:"end_time"`
	Status                     MeetingState        `json:"status"`
	Hosts                      []WebinarHost       `json:"hosts"`
	AdmissionType              WebinarAdmission    `json:"admission_type"`
	Password                   Secret              `json:"password"`                 // for WebinarAdmissionPassword
	CoverURL                   string              `json:"cover_url"`                // an image for ActivityPage
	Description                string              `json:"description"`              // a text for ActivityPage
	EnableGuestInviteLink      bool                `json:"enable_guest_invite_link"` // whether a link of invitation makes one a guest
	AudienceJoinLink           string              `json:"audience_join_link"`       // the audience enters with it
	GuestJoinLink              string              `json:"guest_join_link"`          // guests enter with it
	ManualCheckLink            string              `json:"manual_check_link"`        // where to read what the audience writes, if somebody reads it first
	ManualCheckPassword        Secret              `json:"manual_check_password"`
	MediaSetting               WebinarMediaSetting `json:"media_setting"`
	EnableQA                   bool                `json:"enable_qa"`                     // whether there are questions and answers
	ActivityPage               bool                `json:"activity_page"`                 // whether there is a page about the webinar
	DisplayNumberOfAttendees   int64               `json:"display_number_of_attendees"`   // 1 if ActivityPage says how many have enrolled
	PlaybackForAudience        bool                `json:"playback_for_audience"`         // whether the audience may watch it later
	PlaybackURL                string              `json:"playback_url"`                  // where
	PreparationMode            bool                `json:"preparation_mode"`              // whether hosts and guests are among themselves at first
	WarmUpPicture              string              `json:"warm_up_picture"`               // a URL
	WarmUpVideo                string              `json:"warm_up_video"`                 // a URL
	AllowAttendeesInviteOthers bool                `json:"allow_attendees_invite_others"` // whether people may invite others during the warm-up
}

// WebinarMediaSetting is how a webinar is held.
type WebinarMediaSetting struct {
	EnableEnterMute           bool              `json:"enable_enter_mute"` // whether those who enter are muted
	AllowUnmuteSelf           bool              `json:"allow_unmute_self"`
	AllowEnterBeforeHost      bool              `json:"allow_enter_before_host"` // whether guests may
	EnableScreenWatermark     bool              `json:"enable_screen_watermark"`
	WatermarkType             MeetingWatermark  `json:"watermark_type"`
	AllowExternalUser         bool              `json:"allow_external_user"` // see WebinarMediaSettingInput
	AutoRecordType            MeetingAutoRecord `json:"auto_record_type"`
	AttendeeJoinAutoRecord    bool              `json:"attendee_join_auto_record"`     // whether MeetingAutoRecordCloud begins with the first to enter instead of the host
	EnableHostPauseAutoRecord bool              `json:"enable_host_pause_auto_record"` // whether the host may pause or stop MeetingAutoRecordCloud
}

// UnmarshalJSON also takes enable_enter_mute as mute_enable_join, as the documentation's sample has it.
func (s *WebinarMediaSetting) UnmarshalJSON(b []byte) error {
	type plain WebinarMediaSetting
	var wire struct {
		plain
		MuteEnableJoin bool `json:"mute_enable_join"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*s = WebinarMediaSetting(wire.plain)
	s.EnableEnterMute = s.EnableEnterMute || wire.MuteEnableJoin
	return nil
}

// UpdateWebinar changes a webinar (修改网络研讨会): what must be given, and of the rest what is not nil. Errcode
// [CodeMeetingStartedOrEnded] says that it has begun or ended.
//
// API: POST /cgi-bin/meeting/webinar/update
// Doc: https://developer.work.weixin.qq.com/document/path/98843
func (c *Client) UpdateWebinar(ctx context.Context, req *UpdateWebinarRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/webinar/update", req, nil)
}

// UpdateWebinarRequest is what changes in a webinar; see [CreateWebinarRequest].
type UpdateWebinarRequest struct {
	MeetingID                string                   `json:"meetingid"`
	Title                    string                   `json:"title"`
	Sponsor                  *string                  `json:"sponsor,omitzero"`
	StartTime                Timestamp                `json:"start_time"`
	EndTime                  Timestamp                `json:"end_time"`
	Hosts                    []WebinarHost            `json:"hosts,omitzero"` // all of them
	AdmissionType            WebinarAdmission         `json:"admission_type"`
	Password                 *Secret                  `json:"password,omitzero"`
	CoverURL                 *string                  `json:"cover_url,omitzero"`
	Description              *string                  `json:"description,omitzero"`
	EnableGuestInviteLink    *bool                    `json:"enable_guest_invite_link,omitzero"`
	MediaSetting             WebinarMediaSettingInput `json:"media_setting,omitzero"`
	EnableQA                 *bool                    `json:"enable_qa,omitzero"`
	SensitiveWords           []string                 `json:"sensitive_words,omitzero"` // all of them
	EnableManualCheck        *bool                    `json:"enable_manual_check,omitzero"`
	ActivityPage             *bool                    `json:"activity_page,omitzero"`
	DisplayNumberOfAttendees *int64                   `json:"display_number_of_attendees,omitzero"`
	PlaybackForAudience      *bool                    `json:"playback_for_audience,omitzero"`
	PreparationMode          *bool                    `json:"preparation_mode,omitzero"`
}

// MarshalJSON sends the times as strings, as the documentation has it.
func (r UpdateWebinarRequest) MarshalJSON() ([]byte, error) {
	type plain UpdateWebinarRequest
	return encodeJSON(struct {
		plain
		StartTime textTime `json:"start_time"`
		EndTime   textTime `json:"end_time"`
	}{plain(r), textTime{r.StartTime}, textTime{r.EndTime}})
}

// WebinarGuestType is how somebody became a guest of a webinar.
type WebinarGuestType int64

// How somebody became a guest of a webinar.
const (
	WebinarGuestTypeInternal WebinarGuestType = 1 // as a member of the corp
	WebinarGuestTypeExternal WebinarGuestType = 2
	WebinarGuestTypeLink     WebinarGuestType = 3 // by a link of invitation; in lists alone
)

// WebinarGuest is a guest of a webinar: a member with UserID, or somebody else with Area, PhoneNumber and
// GuestName.
type WebinarGuest struct {
	GuestType   WebinarGuestType `json:"guest_type"`
	UserID      string           `json:"userid,omitzero"`
	Area        string           `json:"area,omitzero"` // the country's calling code, such as 86
	PhoneNumber string           `json:"phone_number,omitzero"`
	Email       string           `json:"email,omitzero"`
	GuestName   string           `json:"guest_name,omitzero"` // 1 to 16 characters
}

// ListWebinarGuests returns the guests of a webinar, by its ID or its number (获取网络研讨会嘉宾列表). Members whom
// the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/webinar/list_guest
// Doc: https://developer.work.weixin.qq.com/document/path/98871
func (c *Client) ListWebinarGuests(ctx context.Context, req *ListWebinarGuestsRequest) ([]*WebinarGuest, error) {
	var resp listWebinarGuestsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/webinar/list_guest", req, &resp)
	return resp.Guests, err
}

type listWebinarGuestsResponse struct {
	Guests []*WebinarGuest `json:"guests"`
}

// ListWebinarGuestsRequest names a webinar by MeetingID or else by MeetingCode.
type ListWebinarGuestsRequest struct {
	MeetingID   string `json:"meetingid,omitzero"`
	MeetingCode string `json:"meeting_code,omitzero"` // the number to dial in with
}

// UpdateWebinarGuests replaces the guests of a webinar (更新网络研讨会嘉宾列表). Members must be visible to the app.
//
// API: POST /cgi-bin/meeting/webinar/update_guest_list
// Doc: https://developer.work.weixin.qq.com/document/path/98872
func (c *Client) UpdateWebinarGuests(ctx context.Context, req *UpdateWebinarGuestsRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/webinar/update_guest_list", req, nil)
}

// UpdateWebinarGuestsRequest says who are the guests of a webinar.
type UpdateWebinarGuestsRequest struct {
	MeetingID string         `json:"meetingid"`
	Guests    []WebinarGuest `json:"guests"` // all of them
}

// UpdateWebinarWarmUp changes what the audience sees in the 15 minutes before a webinar begins
// (管理网络研讨会暖场配置). The platform fetches it afterwards: the WarmUpInfo of a [MeetingChangeEvent] tells whether it
// could.
//
// API: POST /cgi-bin/meeting/webinar/update_warm_up
// Doc: https://developer.work.weixin.qq.com/document/path/98882
func (c *Client) UpdateWebinarWarmUp(ctx context.Context, req *UpdateWebinarWarmUpRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/webinar/update_warm_up", req, nil)
}

// UpdateWebinarWarmUpRequest is what the audience sees before a webinar: a picture or else a video, best of 1280
// by 720.
type UpdateWebinarWarmUpRequest struct {
	MeetingID                  string  `json:"meetingid"`
	WarmUpPicture              *string `json:"warm_up_picture,omitzero"`               // the URL of a PNG or JPEG, at most 5 MB; it goes before a video
	WarmUpVideo                *string `json:"warm_up_video,omitzero"`                 // the URL of an MP4, at most 1 GB
	AllowAttendeesInviteOthers *bool   `json:"allow_attendees_invite_others,omitzero"` // whether people may invite others meanwhile; true by default
}

// ReviewWebinarEnrollments approves or rejects enrollments for a webinar and returns how many it was done for
// (审批网络研讨会报名信息).
//
// The webinar must be one of WebinarAdmissionEnroll: here and in the methods below. Errcode 730006 says that an
// enrollment's ID is wrong.
//
// API: POST /cgi-bin/meeting/webinar/enroll/approve
// Doc: https://developer.work.weixin.qq.com/document/path/98877
func (c *Client) ReviewWebinarEnrollments(ctx context.Context, req *ReviewWebinarEnrollmentsRequest) (int64, error) {
	var resp reviewMeetingEnrollmentsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/webinar/enroll/approve", req, &resp)
	return resp.HandledCount, err
}

// ReviewWebinarEnrollmentsRequest says what becomes of which enrollments.
type ReviewWebinarEnrollmentsRequest struct {
	MeetingID    string                  `json:"meetingid"`
	Action       MeetingEnrollmentAction `json:"action"`
	EnrollIDList []string                `json:"enroll_id_list"`
}

// DeleteWebinarEnrollments removes enrollments for a webinar and returns how many (删除网络研讨会报名信息).
//
// API: POST /cgi-bin/meeting/webinar/enroll/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98881
func (c *Client) DeleteWebinarEnrollments(ctx context.Context, req *DeleteWebinarEnrollmentsRequest) (int64, error) {
	var resp deleteMeetingEnrollmentsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/webinar/enroll/delete", req, &resp)
	return resp.TotalCount, err
}

// DeleteWebinarEnrollmentsRequest names enrollments.
type DeleteWebinarEnrollmentsRequest struct {
	MeetingID    string                 `json:"meetingid"`
	EnrollIDList []MeetingEnrollmentRef `json:"enroll_id_list"`
}

// GetWebinarEnrollmentConfig returns who has to enroll for a webinar and what is asked (获取网络研讨会报名配置).
//
// API: POST /cgi-bin/meeting/webinar/enroll/get_config
// Doc: https://developer.work.weixin.qq.com/document/path/98874
func (c *Client) GetWebinarEnrollmentConfig(ctx context.Context, meetingID string) (*MeetingEnrollmentConfig, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/webinar/enroll/get_config", param{"meetingid", meetingID}, new(MeetingEnrollmentConfig))
}

// ImportWebinarEnrollments enrolls people for a webinar (导入网络研讨会报名信息): members by UserID, others by Area and
// PhoneNumber.
//
// API: POST /cgi-bin/meeting/webinar/enroll/import
// Doc: https://developer.work.weixin.qq.com/document/path/98880
func (c *Client) ImportWebinarEnrollments(ctx context.Context, req *ImportWebinarEnrollmentsRequest) (*ImportWebinarEnrollmentsResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/meeting/webinar/enroll/import", req, new(ImportWebinarEnrollmentsResponse))
}

// ImportWebinarEnrollmentsRequest says whom to enroll.
type ImportWebinarEnrollmentsRequest struct {
	MeetingID  string            `json:"meetingid"`
	EnrollList []MeetingEnrollee `json:"enroll_list,omitzero"` // required
}

// ImportWebinarEnrollmentsResponse says who was enrolled.
type ImportWebinarEnrollmentsResponse struct {
	TotalCount int64                        `json:"total_count"` // how many were
	EnrollList []*ImportedMeetingEnrollment `json:"enroll_list"`
}

// ListWebinarEnrollments returns a page of the enrollments for a webinar (获取网络研讨会报名信息).
// [Client.BatchGetWebinarEnrollmentIDs] tells which belong to the people in the webinar.
//
// API: POST /cgi-bin/meeting/webinar/enroll/list
// Doc: https://developer.work.weixin.qq.com/document/path/98876
func (c *Client) ListWebinarEnrollments(ctx context.Context, req *ListWebinarEnrollmentsRequest) (*ListWebinarEnrollmentsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/webinar/enroll/list", req, new(ListWebinarEnrollmentsResponse))
}

// AllWebinarEnrollments ranges over the enrollments for a webinar, page by page; see
// [Client.ListWebinarEnrollments].
func (c *Client) AllWebinarEnrollments(ctx context.Context, req *ListWebinarEnrollmentsRequest) iter.Seq2[*MeetingEnrollment, error] {
	return paginate(ctx, req, c.ListWebinarEnrollments,
		func(q *ListWebinarEnrollmentsRequest) *string { return &q.Cursor },
		func(p *ListWebinarEnrollmentsResponse) ([]*MeetingEnrollment, string, bool) {
			return p.EnrollList, p.NextCursor, p.HasMore
		})
}

// ListWebinarEnrollmentsRequest says which page of which enrollments to return.
type ListWebinarEnrollmentsRequest struct {
	MeetingID string                  `json:"meetingid"`
	Status    MeetingEnrollmentStatus `json:"status,omitzero"`
	Cursor    string                  `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit     int64                   `json:"limit,omitzero"`  // the same for all pages
}

// ListWebinarEnrollmentsResponse is a page of enrollments.
type ListWebinarEnrollmentsResponse struct {
	EnrollList []*MeetingEnrollment `json:"enroll_list"`
	HasMore    bool                 `json:"has_more"`
	NextCursor string               `json:"next_cursor"`
}

// BatchGetWebinarEnrollmentIDs returns the enrollments of people in a webinar, by their IDs in it
// (获取网络研讨会成员报名 ID). Who did not enroll is left out.
//
// API: POST /cgi-bin/meeting/webinar/enroll/query_by_tmp_openid
// Doc: https://developer.work.weixin.qq.com/document/path/98873
func (c *Client) BatchGetWebinarEnrollmentIDs(ctx context.Context, req *BatchGetWebinarEnrollmentIDsRequest) ([]*MeetingEnrollmentID, error) {
	var resp batchGetMeetingEnrollmentIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/webinar/enroll/query_by_tmp_openid", req, &resp)
	return resp.EnrollIDList, err
}

// BatchGetWebinarEnrollmentIDsRequest names people in a webinar.
type BatchGetWebinarEnrollmentIDsRequest struct {
	MeetingID     string                 `json:"meetingid"`
	SortingRules  MeetingEnrollmentOrder `json:"sorting_rules,omitzero"` // MeetingEnrollmentOrderImportFirst by default
	TmpOpenIDList []string               `json:"tmp_openid_list"`        // of [Client.ListMeetingAttendees]
}

// SetWebinarEnrollmentConfig changes who has to enroll for a webinar and what is asked, and returns how many
// questions there are (修改网络研讨会报名配置).
//
// API: POST /cgi-bin/meeting/webinar/enroll/set_config
// Doc: https://developer.work.weixin.qq.com/document/path/98875
func (c *Client) SetWebinarEnrollmentConfig(ctx context.Context, req *SetWebinarEnrollmentConfigRequest) (int64, error) {
	var resp setMeetingEnrollmentConfigResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/webinar/enroll/set_config", req, &resp)
	return resp.QuestionCount, err
}

// SetWebinarEnrollmentConfigRequest is how people shall enroll for a webinar.
type SetWebinarEnrollmentConfigRequest struct {
	MeetingID                    string                      `json:"meetingid"`
	ApproveType                  *MeetingEnrollmentApproval  `json:"approve_type,omitzero"`                     // MeetingEnrollmentApprovalAuto by default
	IsCollectQuestion            *MeetingEnrollmentChoice    `json:"is_collect_question,omitzero"`              // whether QuestionList is asked; MeetingEnrollmentChoiceNo by default
	QuestionList                 []MeetingEnrollmentQuestion `json:"question_list,omitzero"`                    // all questions
	NoRegistrationNeededForStaff *bool                       `json:"no_registration_needed_for_staff,omitzero"` // whether members of the corp enter without; false by default
}
