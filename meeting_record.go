package workwx

import (
	"context"
	"iter"
)

// DeleteMeetingRecord removes all files of a recording (删除会议录制).
//
// The app must be on the list of those that may call the meeting API (可调用接口的应用), and the meeting must be one
// that it created, else the errcode is 730005: here and in the methods below. Errcode 730002 says that the ID of
// the recording is wrong, 730001 that of a file.
//
// API: POST /cgi-bin/meeting/record/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98206
func (c *Client) DeleteMeetingRecord(ctx context.Context, req *DeleteMeetingRecordRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/record/delete", req, nil)
}

// DeleteMeetingRecordRequest names a recording.
type DeleteMeetingRecordRequest struct {
	MeetingID       string `json:"meetingid"`
	MeetingRecordID string `json:"meeting_record_id"`
}

// DeleteMeetingRecordFile removes one file of a recording (删除单个录制文件).
//
// API: POST /cgi-bin/meeting/record/delete_file
// Doc: https://developer.work.weixin.qq.com/document/path/98207
func (c *Client) DeleteMeetingRecordFile(ctx context.Context, req *DeleteMeetingRecordFileRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/record/delete_file", req, nil)
}

// DeleteMeetingRecordFileRequest names a file of a recording.
type DeleteMeetingRecordFileRequest struct {
	MeetingID    string `json:"meetingid"`
	RecordFileID string `json:"record_file_id"`
}

// ListMeetingRecordStatistics returns how often a recording was watched and downloaded, day by day
// (获取录制文件访问统计).
//
// API: POST /cgi-bin/meeting/record/get_statistics
// Doc: https://developer.work.weixin.qq.com/document/path/98209
func (c *Client) ListMeetingRecordStatistics(ctx context.Context, req *ListMeetingRecordStatisticsRequest) ([]*MeetingRecordStatistic, error) {
	var resp listMeetingRecordStatisticsResponse
	err := c.invoke(ctx, post, "/cgi-bin/meeting/record/get_statistics", req, &resp)
	return resp.Summaries, err
}

type listMeetingRecordStatisticsResponse struct {
	Summaries []*MeetingRecordStatistic `json:"summaries"`
}

// ListMeetingRecordStatisticsRequest names a recording and a time.
type ListMeetingRecordStatisticsRequest struct {
	MeetingID       string    `json:"meetingid"`
	MeetingRecordID string    `json:"meeting_record_id"`
	StartTime       Timestamp `json:"start_time,omitzero"`
	EndTime         Timestamp `json:"end_time,omitzero"`
}

// MeetingRecordStatistic is how often a recording was watched and downloaded on a day.
type MeetingRecordStatistic struct {
	Date          string `json:"date"` // as 2006-01-02
	ViewCount     int64  `json:"view_count"`
	DownloadCount int64  `json:"download_count"`
}

// ListMeetingRecords returns a page of the recordings in the cloud of a meeting or of a member's meetings
// (获取会议录制列表). Members whom the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/record/list
// Doc: https://developer.work.weixin.qq.com/document/path/98192
func (c *Client) ListMeetingRecords(ctx context.Context, req *ListMeetingRecordsRequest) (*ListMeetingRecordsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/list", req, new(ListMeetingRecordsResponse))
}

// AllMeetingRecords ranges over the recordings of a meeting or of a member's meetings, page by page; see
// [Client.ListMeetingRecords].
func (c *Client) AllMeetingRecords(ctx context.Context, req *ListMeetingRecordsRequest) iter.Seq2[*MeetingRecord, error] {
	return paginate(ctx, req, c.ListMeetingRecords,
		func(q *ListMeetingRecordsRequest) *string { return &q.Cursor },
		func(p *ListMeetingRecordsResponse) ([]*MeetingRecord, string, bool) {
			return p.RecordMeetings, p.NextCursor, p.HasMore
		})
}

// ListMeetingRecordsRequest says which page of whose recordings to return: one of MeetingID, MeetingCode and
// UserID is required.
type ListMeetingRecordsRequest struct {
	MeetingID   string    `json:"meetingid,omitzero"`
	MeetingCode string    `json:"meeting_code,omitzero"` // the number to dial in with
	UserID      string    `json:"userid,omitzero"`       // of a member, for all meetings
	StartTime   Timestamp `json:"start_time,omitzero"`   // required, at most 31 days before EndTime
	EndTime     Timestamp `json:"end_time,omitzero"`     // required
	Cursor      string    `json:"cursor,omitzero"`       // the NextCursor of the page before
	Limit       int64     `json:"limit,omitzero"`        // 1 to 20, 10 by default, the same for all pages
}

// ListMeetingRecordsResponse is a page of recordings.
type ListMeetingRecordsResponse struct {
	RecordMeetings []*MeetingRecord `json:"record_meetings"`
	HasMore        bool             `json:"has_more"`
	NextCursor     string           `json:"next_cursor"`
}

// UnmarshalJSON also takes record_meetings as record_list, as the documentation's table has it.
func (r *ListMeetingRecordsResponse) UnmarshalJSON(b []byte) error {
	type plain ListMeetingRecordsResponse
	var wire struct {
		plain
		RecordList []*MeetingRecord `json:"record_list"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = ListMeetingRecordsResponse(wire.plain)
	if len(r.RecordMeetings) == 0 {
		r.RecordMeetings = wire.RecordList
	}
	return nil
}

// MeetingRecordState is how far a recording is.
type MeetingRecordState int64

// How far a recording is.
const (
	MeetingRecordStateRecording MeetingRecordState = 1
	MeetingRecordStateReady     MeetingRecordState = 3 // it was converted: there are files
)

// MeetingRecord is a recording of a meeting.
type MeetingRecord struct {
	MeetingRecordID  string                `json:"meeting_record_id"`
	MeetingID        string                `json:"meetingid"`
	MeetingCode      string                `json:"meeting_code"` // the number to dial in with
	HostUserID       string                `json:"host_user_id"`
	Title            string                `json:"title"` // the meeting's
	MeetingStartTime TimestampMilli        `json:"meeting_start_time"`
	State            MeetingRecordState    `json:"state"`
	RecordFiles      []MeetingRecordedFile `json:"record_files"` // once it is MeetingRecordStateReady
}

// UnmarshalJSON also takes record_files as record_file_list, as the documentation's table has it.
func (r *MeetingRecord) UnmarshalJSON(b []byte) error {
	type plain MeetingRecord
	var wire struct {
		plain
		RecordFileList []MeetingRecordedFile `json:"record_file_list"`
	}
	if _, err := decodeJSON(b, &wire); err != nil {
		return err
	}
	*r = MeetingRecord(wire.plain)
	if len(r.RecordFiles) == 0 {
		r.RecordFiles = wire.RecordFileList
	}
	return nil
}

// MeetingRecordedFile is a file of a recording in a list; [Client.GetMeetingRecordFile] tells where it is.
type MeetingRecordedFile struct {
	RecordFileID     string         `json:"record_file_id"`
	RecordStartTime  TimestampMilli `json:"record_start_time"`
	RecordEndTime    TimestampMilli `json:"record_end_time"`
	RecordSize       int64          `json:"record_size"`        // in bytes
	SharingState     int64          `json:"sharing_state"`      // 1 if it is shared: the rest says with whom
	SharingURL       string         `json:"sharing_url"`        // where it is shared
	RequiredSameCorp bool           `json:"required_same_corp"` // with members of the corp alone
	RequiredAttendee bool           `json:"required_attendee"`  // with those who were in the meeting alone
	Password         Secret         `json:"password"`           // for watching it
	SharingExpire    TimestampMilli `json:"sharing_expire"`     // until when; for ever if zero
	AllowDownload    bool           `json:"allow_download"`
}

// UpdateMeetingRecordSharingConfig shares a recording, or no longer (修改会议录制共享设置). What was set before is
// forgotten when sharing is switched off.
//
// API: POST /cgi-bin/meeting/record/update_sharing_config
// Doc: https://developer.work.weixin.qq.com/document/path/98208
func (c *Client) UpdateMeetingRecordSharingConfig(ctx context.Context, req *UpdateMeetingRecordSharingConfigRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/meeting/record/update_sharing_config", req, nil)
}

// UpdateMeetingRecordSharingConfigRequest says with whom to share a recording.
type UpdateMeetingRecordSharingConfigRequest struct {
	MeetingID       string                    `json:"meetingid"`
	MeetingRecordID string                    `json:"meeting_record_id"`
	SharingConfig   MeetingRecordSharingInput `json:"sharing_config"`
}

// MeetingRecordSharing says who may see a recording.
type MeetingRecordSharing int64

// Who may see a recording.
const (
	MeetingRecordSharingLoggedIn  MeetingRecordSharing = 0 // whoever has logged in
	MeetingRecordSharingCorp      MeetingRecordSharing = 1 // members of the corp
	MeetingRecordSharingAttendees MeetingRecordSharing = 2 // those who were in the meeting
	MeetingRecordSharingAll       MeetingRecordSharing = 3
	MeetingRecordSharingApproved  MeetingRecordSharing = 4 // those who asked and were let in; not of a Rooms device
	MeetingRecordSharingInvited   MeetingRecordSharing = 5 // those who have a link of invitation of WeChat; not of a Rooms device
)

// MeetingRecordSharingInput says with whom a recording is shared. Without EnableSharing nothing else may be set.
type MeetingRecordSharingInput struct {
	EnableSharing       bool                  `json:"enable_sharing"`
	SharingAuthType     *MeetingRecordSharing `json:"sharing_auth_type,omitzero"`
	EnablePassword      *bool                 `json:"enable_password,omitzero"`       // true by default
	Password            *Secret               `json:"password,omitzero"`              // goes with EnablePassword; made by the platform if nil
	EnableSharingExpire *bool                 `json:"enable_sharing_expire,omitzero"` // false by default
	SharingExpire       TimestampMilli        `json:"sharing_expire,omitzero"`        // goes with EnableSharingExpire
	AllowDownload       *bool                 `json:"allow_download,omitzero"`        // false by default
}

// GetMeetingRecordFile returns where to watch and download a file of a recording and what was made of it
// (获取单个录制文件详情).
//
// API: POST /cgi-bin/meeting/record/get_file
// Doc: https://developer.work.weixin.qq.com/document/path/98205
func (c *Client) GetMeetingRecordFile(ctx context.Context, req *GetMeetingRecordFileRequest) (*MeetingRecordFile, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/get_file", req, new(MeetingRecordFile))
}

// GetMeetingRecordFileRequest names a file of a recording.
type GetMeetingRecordFileRequest struct {
	RecordFileID string `json:"record_file_id"`
	MeetingID    string `json:"meetingid"`
}

// MeetingRecordFile is a file of a recording. Whoever has one of its addresses can open it.
type MeetingRecordFile struct {
	RecordFileID            string                  `json:"record_file_id"`
	MeetingID               string                  `json:"meetingid"`
	MeetingCode             string                  `json:"meeting_code"` // the number to dial in with
	ViewAddress             string                  `json:"view_address"`
	DownloadAddress         string                  `json:"download_address"`           // valid for 6 hours
	DownloadAddressFileType string                  `json:"download_address_file_type"` // such as mp4
	AudioAddress            string                  `json:"audio_address"`              // valid for 6 hours
	AudioAddressFileType    string                  `json:"audio_address_file_type"`    // such as m4a
	RecordName              string                  `json:"record_name"`                // the file's
	StartTime               TimestampMilli          `json:"start_time"`
	EndTime                 TimestampMilli          `json:"end_time"`
	MeetingRecordName       string                  `json:"meeting_record_name"` // the recording's
	MeetingSummary          []MeetingRecordDocument `json:"meeting_summary"`
	AIMeetingTranscripts    []MeetingRecordDocument `json:"ai_meeting_transcripts"` // what was said, improved by a machine
}

// MeetingRecordDocument is a document that was made of a recording.
type MeetingRecordDocument struct {
	DownloadAddress string `json:"download_address"` // valid for an hour
	FileType        string `json:"file_type"`        // such as txt, pdf, docx
}

// ListMeetingRecordFiles returns where to watch and download the files of a recording (获取会议录制地址).
//
// API: POST /cgi-bin/meeting/record/get_file_list
// Doc: https://developer.work.weixin.qq.com/document/path/98196
func (c *Client) ListMeetingRecordFiles(ctx context.Context, req *ListMeetingRecordFilesRequest) (*ListMeetingRecordFilesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/get_file_list", req, new(ListMeetingRecordFilesResponse))
}

// ListMeetingRecordFilesRequest names a recording.
type ListMeetingRecordFilesRequest struct {
	MeetingRecordID string `json:"meeting_record_id"`
	MeetingID       string `json:"meetingid"`
}

// ListMeetingRecordFilesResponse is the files of a recording.
type ListMeetingRecordFilesResponse struct {
	MeetingRecordID string                   `json:"meeting_record_id"`
	MeetingID       string                   `json:"meetingid"`
	MeetingCode     string                   `json:"meeting_code"` // the number to dial in with
	Title           string                   `json:"title"`        // the meeting's
	RecordFiles     []*MeetingRecordFileItem `json:"record_files"`
}

// MeetingRecordFileItem is a file of a recording. Whoever has one of its addresses can open it.
type MeetingRecordFileItem struct {
	RecordFileID            string                  `json:"record_file_id"`
	ViewAddress             string                  `json:"view_address"`
	DownloadAddress         string                  `json:"download_address"`           // valid for 6 hours
	DownloadAddressFileType string                  `json:"download_address_file_type"` // such as mp4
	AudioAddress            string                  `json:"audio_address"`              // valid for 6 hours
	AudioAddressFileType    string                  `json:"audio_address_file_type"`    // such as m4a
	MeetingSummary          []MeetingRecordDocument `json:"meeting_summary"`
}

// ListMeetingRecordTranscriptParagraphs returns the paragraphs of what was said in a file of a recording,
// without the text (获取录制转写段落信息).
//
// API: POST /cgi-bin/meeting/record/transcript/get_paragraph_list
// Doc: https://developer.work.weixin.qq.com/document/path/98212
func (c *Client) ListMeetingRecordTranscriptParagraphs(ctx context.Context, req *ListMeetingRecordTranscriptParagraphsRequest) (*ListMeetingRecordTranscriptParagraphsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/transcript/get_paragraph_list", req, new(ListMeetingRecordTranscriptParagraphsResponse))
}

// ListMeetingRecordTranscriptParagraphsRequest names a file of a recording.
type ListMeetingRecordTranscriptParagraphsRequest struct {
	RecordFileID string `json:"record_file_id"`
	MeetingID    string `json:"meetingid"`
}

// ListMeetingRecordTranscriptParagraphsResponse is the paragraphs of a file.
type ListMeetingRecordTranscriptParagraphsResponse struct {
	AudioDetect int64                       `json:"audio_detect"` // 1 if speakers who share a device have been told apart, or need not be
	Paragraphs  []*MeetingTranscriptSection `json:"paragraphs"`
}

// MeetingTranscriptSection is a paragraph without its text.
type MeetingTranscriptSection struct {
	PID       string `json:"pid"`        // the paragraph's ID
	StartTime int64  `json:"start_time"` // in the file, in milliseconds
	EndTime   int64  `json:"end_time"`   // in the file, in milliseconds
}

// GetMeetingRecordTranscript returns what was said in a file of a recording, paragraph by paragraph, word by
// word (获取录制转写详情). Members whom the app cannot see are left out.
//
// API: POST /cgi-bin/meeting/record/transcript/get_detail
// Doc: https://developer.work.weixin.qq.com/document/path/98211
func (c *Client) GetMeetingRecordTranscript(ctx context.Context, req *GetMeetingRecordTranscriptRequest) (*GetMeetingRecordTranscriptResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/transcript/get_detail", req, new(GetMeetingRecordTranscriptResponse))
}

// GetMeetingRecordTranscriptRequest names a file of a recording.
type GetMeetingRecordTranscriptRequest struct {
	RecordFileID string `json:"record_file_id"`
	MeetingID    string `json:"meetingid"`
	PID          string `json:"pid,omitzero"`   // the paragraph to begin with
	Limit        int64  `json:"limit,omitzero"` // how many paragraphs; all if zero
}

// GetMeetingRecordTranscriptResponse is what was said in a file.
type GetMeetingRecordTranscriptResponse struct {
	HasMore     bool              `json:"has_more"` // whether Limit cut it short
	Transcripts MeetingTranscript `json:"transcripts"`
}

// MeetingTranscript is what was said.
type MeetingTranscript struct {
	Paragraphs  []MeetingTranscriptParagraph `json:"paragraphs"`
	Keywords    []string                     `json:"keywords"`
	AudioDetect int64                        `json:"audio_detect"` // 1 if speakers who share a device have been told apart, or need not be
}

// MeetingTranscriptParagraph is what somebody said at a stretch.
type MeetingTranscriptParagraph struct {
	PID         string                      `json:"pid"`        // the paragraph's ID
	StartTime   int64                       `json:"start_time"` // in the file, in milliseconds
	EndTime     int64                       `json:"end_time"`   // in the file, in milliseconds
	SpeakerInfo MeetingTranscriptSpeaker    `json:"speaker_info"`
	Sentences   []MeetingTranscriptSentence `json:"sentences"`
}

// MeetingTranscriptSpeaker is who said something.
type MeetingTranscriptSpeaker struct {
	UserID string `json:"userid"` // of a member of the corp
}

// MeetingTranscriptSentence is a sentence.
type MeetingTranscriptSentence struct {
	SID       string                  `json:"sid"`        // the sentence's ID
	StartTime int64                   `json:"start_time"` // in the file, in milliseconds
	EndTime   int64                   `json:"end_time"`   // in the file, in milliseconds
	Words     []MeetingTranscriptWord `json:"words"`
}

// MeetingTranscriptWord is a word.
type MeetingTranscriptWord struct {
	WID       string `json:"wid"`        // the word's ID
	StartTime int64  `json:"start_time"` // in the file, in milliseconds
	EndTime   int64  `json:"end_time"`   // in the file, in milliseconds
	Text      string `json:"text"`
}

// SearchMeetingRecordTranscript finds a text in what was said in a file of a recording (获取录制转写搜索结果).
//
// API: POST /cgi-bin/meeting/record/transcript/search
// Doc: https://developer.work.weixin.qq.com/document/path/98213
func (c *Client) SearchMeetingRecordTranscript(ctx context.Context, req *SearchMeetingRecordTranscriptRequest) (*SearchMeetingRecordTranscriptResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/meeting/record/transcript/search", req, new(SearchMeetingRecordTranscriptResponse))
}

// SearchMeetingRecordTranscriptRequest says what to find in which file.
type SearchMeetingRecordTranscriptRequest struct {
	RecordFileID string `json:"record_file_id"`
	MeetingID    string `json:"meetingid"`
	Text         string `json:"text"`
}

// SearchMeetingRecordTranscriptResponse is where a text was found.
type SearchMeetingRecordTranscriptResponse struct {
	Hits      []*MeetingTranscriptHit  `json:"hits"`
	Timelines []*MeetingTranscriptTime `json:"timelines"`
}

// MeetingTranscriptHit is a place in the transcript where a text was found.
type MeetingTranscriptHit struct {
	PID    string `json:"pid"`    // the paragraph's ID
	SID    string `json:"sid"`    // the sentence's ID
	Offset int64  `json:"offset"` // where the text begins, from the word
	Length int64  `json:"length"` // how much of it matches
}

// MeetingTranscriptTime is a time in the file at which a text was found.
type MeetingTranscriptTime struct {
	PID       string `json:"pid"`        // the paragraph's ID
	SID       string `json:"sid"`        // the sentence's ID
	StartTime int64  `json:"start_time"` // in milliseconds
}
