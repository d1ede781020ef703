package workwx

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// MediaType says what kind of file is uploaded.
type MediaType string

// The kinds of media.
const (
	MediaTypeImage MediaType = "image"
	MediaTypeVoice MediaType = "voice"
	MediaTypeVideo MediaType = "video"
	MediaTypeFile  MediaType = "file"
)

// The limits of the platform for uploads, in bytes. Every file must hold more than 5.
const (
	MaxImageSize          = 10 << 20 // of a temporary image, JPG or PNG
	MaxVoiceSize          = 2 << 20  // of a voice message, AMR, at most 60 s
	MaxVideoSize          = 10 << 20 // of a video, MP4
	MaxFileSize           = 20 << 20 // of any other file
	MaxPermanentImageSize = 2 << 20  // of an image that is kept for good
	minMediaSize          = 6
)

// Media is a file to upload: its name and where its bytes come from. The bytes are streamed. When the
// reader can seek, an attempt that failed is repeated; otherwise the failure is returned.
type Media struct {
	FileName    string    // the name that receivers see, in UTF-8; quotes and separators are replaced
	Reader      io.Reader // read from where it stands; not closed
	Size        int64     // needed only for a reader that can neither seek nor tell its length, and must be right; without it, such a reader is copied to a temporary file first
	ContentType string    // application/octet-stream if empty
}

// NewMediaFromFile returns the file as Media under its own name. The file stays the caller's to close.
func NewMediaFromFile(f *os.File) *Media {
	if f == nil {
		return &Media{} // which is refused when it is sent
	}
	return &Media{FileName: filepath.Base(f.Name()), Reader: f}
}

// NewMediaFromBuffer returns the bytes as Media.
func NewMediaFromBuffer(fileName string, content []byte) *Media {
	return &Media{FileName: fileName, Reader: bytes.NewReader(content)}
}

// MediaUploadResult is a file on the platform.
type MediaUploadResult struct {
	Type      MediaType `json:"type"`
	MediaID   string    `json:"media_id"`   // valid for 3 days, in all apps of the corp
	CreatedAt Timestamp `json:"created_at"` // when it was uploaded
}

// UploadTempMedia uploads a file that is kept for 3 days, of any type (上传临时素材).
//
// The limits are [MaxImageSize], [MaxVoiceSize], [MaxVideoSize] and [MaxFileSize]; UploadTempImageMedia
// and its kin check them before anything is sent. A file that is too large gives errcode 45001, one that
// the platform could not find in the body 44001.
//
// API: POST /cgi-bin/media/upload
// Doc: https://developer.work.weixin.qq.com/document/path/90253
func (c *Client) UploadTempMedia(ctx context.Context, req *UploadTempMediaRequest) (*MediaUploadResult, error) {
	const api = "/cgi-bin/media/upload"
	if req == nil {
		return nil, &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	result := new(MediaUploadResult)
	if err := c.uploadMedia(ctx, post, api, "type="+url.QueryEscape(string(req.Type)), req.media(), 0, result); err != nil {
		return nil, err
	}
	return result, nil
}

// UploadTempMediaRequest is a file to upload for 3 days.
type UploadTempMediaRequest struct {
	Type        MediaType `json:"type"`
	FileName    string    `json:"-"` // see [Media]
	Reader      io.Reader `json:"-"`
	Size        int64     `json:"-"`
	ContentType string    `json:"-"`
}

func (r *UploadTempMediaRequest) media() *Media {
	return &Media{FileName: r.FileName, Reader: r.Reader, Size: r.Size, ContentType: r.ContentType}
}

// UploadTempImageMedia uploads an image (JPG or PNG, at most 10 MB) for 3 days.
func (c *Client) UploadTempImageMedia(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return c.uploadTemp(ctx, MediaTypeImage, media, MaxImageSize)
}

// UploadTempVoiceMedia uploads a voice recording (AMR, at most 2 MB and 60 s) for 3 days.
func (c *Client) UploadTempVoiceMedia(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return c.uploadTemp(ctx, MediaTypeVoice, media, MaxVoiceSize)
}

// UploadTempVideoMedia uploads a video (MP4, at most 10 MB) for 3 days.
func (c *Client) UploadTempVideoMedia(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return c.uploadTemp(ctx, MediaTypeVideo, media, MaxVideoSize)
}

// UploadTempFileMedia uploads any file of at most 20 MB for 3 days.
func (c *Client) UploadTempFileMedia(ctx context.Context, media *Media) (*MediaUploadResult, error) {
	return c.uploadTemp(ctx, MediaTypeFile, media, MaxFileSize)
}

func (c *Client) uploadTemp(ctx context.Context, t MediaType, media *Media, limit int64) (*MediaUploadResult, error) {
	result := new(MediaUploadResult)
	err := c.uploadMedia(ctx, post, "/cgi-bin/media/upload", "type="+string(t), media, limit, result)
	if err != nil {
		return nil, err
	}
	return result, nil
}

// UploadPermanentImageMedia uploads an image (at most 2 MB) and returns its URL, which stays valid for
// good and is shown inside WeCom only (上传图片). A corp may upload 1,000 a day and 3,000 a month.
//
// API: POST /cgi-bin/media/uploadimg
// Doc: https://developer.work.weixin.qq.com/document/path/90256
func (c *Client) UploadPermanentImageMedia(ctx context.Context, media *Media) (string, error) {
	var resp uploadPermanentImageMediaResponse
	err := c.uploadMedia(ctx, post|once, "/cgi-bin/media/uploadimg", "", media, MaxPermanentImageSize, &resp)
	return resp.URL, err
}

type uploadPermanentImageMediaResponse struct {
	URL string `json:"url"`
}

// AttachmentType says where an attachment will be used.
type AttachmentType int64

// The uses of attachments.
const (
	AttachmentTypeMoment       AttachmentType = 1 // a moment of the customer contact feature (朋友圈)
	AttachmentTypeProductAlbum AttachmentType = 2 // a product album (商品图册)
)

// UploadAttachmentMedia uploads a file for a moment or a product album, kept for 3 days (上传附件资源).
// It cannot be used in messages, nor the other way round; a wrong use gives errcode 41072.
//
// API: POST /cgi-bin/media/upload_attachment
// Doc: https://developer.work.weixin.qq.com/document/path/95098
func (c *Client) UploadAttachmentMedia(ctx context.Context, req *UploadAttachmentMediaRequest) (*MediaUploadResult, error) {
	const api = "/cgi-bin/media/upload_attachment"
	if req == nil {
		return nil, &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	query := "media_type=" + url.QueryEscape(string(req.MediaType)) + "&attachment_type=" + strconv.FormatInt(int64(req.AttachmentType), 10)
	result := new(MediaUploadResult)
	if err := c.uploadMedia(ctx, post, api, query, req.media(), 0, result); err != nil {
		return nil, err
	}
	return result, nil
}

// UploadAttachmentMediaRequest is a file to upload for a moment or a product album.
type UploadAttachmentMediaRequest struct {
	MediaType      MediaType      `json:"media_type"` // image, video or file
	AttachmentType AttachmentType `json:"attachment_type"`
	FileName       string         `json:"-"` // see [Media]
	Reader         io.Reader      `json:"-"`
	Size           int64          `json:"-"`
	ContentType    string         `json:"-"`
}

func (r *UploadAttachmentMediaRequest) media() *Media {
	return &Media{FileName: r.FileName, Reader: r.Reader, Size: r.Size, ContentType: r.ContentType}
}

// DownloadTempMedia opens a temporary file for reading (获取临时素材). The caller must close it.
//
// A file from SubmitMediaURLUploadJob that is larger than 20 MB can be had only in pieces of at most
// 20 MB (errcode 830002 otherwise); 40146 asks for pieces whose length is a multiple of 16.
//
// API: GET /cgi-bin/media/get
// Doc: https://developer.work.weixin.qq.com/document/path/90254
func (c *Client) DownloadTempMedia(ctx context.Context, req *DownloadTempMediaRequest) (*MediaDownload, error) {
	const api = "/cgi-bin/media/get"
	if req == nil {
		return nil, &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	return c.downloadMedia(ctx, api, "media_id="+url.QueryEscape(req.MediaID), req.byteRange())
}

// DownloadTempMediaRequest says which file to download, and which part of it.
type DownloadTempMediaRequest struct {
	MediaID string `json:"media_id"`
	Offset  int64  `json:"-"` // where to begin
	Length  int64  `json:"-"` // how many bytes at most; 0 for all from Offset
}

func (r *DownloadTempMediaRequest) byteRange() string {
	if r.Offset <= 0 && r.Length <= 0 {
		return ""
	}
	s := "bytes=" + strconv.FormatInt(max(r.Offset, 0), 10) + "-"
	if r.Length > 0 {
		s += strconv.FormatInt(max(r.Offset, 0)+r.Length-1, 10)
	}
	return s
}

// MediaDownload is a file that is being downloaded: an io.ReadCloser with what is known of the file.
type MediaDownload struct {
	FileName    string // "" if the platform did not say
	ContentType string
	Size        int64 // of what Read will return, -1 if unknown
	TotalSize   int64 // of the whole file, -1 if unknown
	Partial     bool  // only the part that was asked for follows; false when the platform ignored the range
	body        io.ReadCloser
	byteRange   string
}

// DownloadJSSDKMedia opens a voice recording that was uploaded through the JS-SDK, in the better quality
// of speex at 16 kHz (获取高清语音素材). The caller must close it.
//
// API: GET /cgi-bin/media/get/jssdk
// Doc: https://developer.work.weixin.qq.com/document/path/90255
func (c *Client) DownloadJSSDKMedia(ctx context.Context, mediaID string) (*MediaDownload, error) {
	return c.downloadMedia(ctx, "/cgi-bin/media/get/jssdk", "media_id="+url.QueryEscape(mediaID), "")
}

// SubmitMediaURLUploadJob has the platform fetch a file of at most 200 MB from a URL, and returns the id
// of the job (异步上传临时素材). [Client.WaitMediaURLUploadJob] waits for it; a callback
// upload_media_job_finish tells too. The file can be used in the welcome message of group chats and
// downloaded with DownloadTempMedia, nowhere else. The app must be allowed to use 客户联系.
//
// API: POST /cgi-bin/media/upload_by_url
// Doc: https://developer.work.weixin.qq.com/document/path/96219
func (c *Client) SubmitMediaURLUploadJob(ctx context.Context, req *SubmitMediaURLUploadJobRequest) (string, error) {
	var resp submitMediaURLUploadJobResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/media/upload_by_url", req, &resp)
	return resp.JobID, err
}

// SubmitMediaURLUploadJobRequest names the file to fetch.
type SubmitMediaURLUploadJobRequest struct {
	Scene    int64     `json:"scene"`    // 1: for the welcome message of group chats
	Type     MediaType `json:"type"`     // video (MP4) or file
	FileName string    `json:"filename"` // at most 128 bytes
	URL      string    `json:"url"`      // at most 1,024 bytes; its server must support ranges
	MD5      string    `json:"md5"`      // of the content, in hexadecimal
}

type submitMediaURLUploadJobResponse struct {
	JobID string `json:"jobid"`
}

// GetMediaURLUploadJobResult tells how far a job of SubmitMediaURLUploadJob is (查询异步任务结果). The id
// of a job is valid for 60 minutes.
//
// API: POST /cgi-bin/media/get_upload_by_url_result
// Doc: https://developer.work.weixin.qq.com/document/path/96219
func (c *Client) GetMediaURLUploadJobResult(ctx context.Context, jobID string) (*MediaURLUploadJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/media/get_upload_by_url_result", param{"jobid", jobID}, new(MediaURLUploadJobResult))
}

// MediaURLUploadJobStatus is how far a job is.
type MediaURLUploadJobStatus int64

// The states of a job.
const (
	MediaURLUploadJobRunning MediaURLUploadJobStatus = 1
	MediaURLUploadJobDone    MediaURLUploadJobStatus = 2
	MediaURLUploadJobFailed  MediaURLUploadJobStatus = 3
)

// MediaURLUploadJobResult is how far a job is and what came of it.
type MediaURLUploadJobResult struct {
	Status MediaURLUploadJobStatus `json:"status"`
	Detail MediaURLUploadJobDetail `json:"detail"` // once the job has ended
}

// MediaURLUploadJobDetail is what came of a job.
type MediaURLUploadJobDetail struct {
	ErrCode   Code      `json:"errcode"` // why it failed: 830001 the URL takes no ranges, 830003 it could not be fetched, 45001 the size, 301019 the MD5
	ErrMsg    string    `json:"errmsg"`
	MediaID   string    `json:"media_id"`
	CreatedAt Timestamp `json:"created_at"`
}

// WaitMediaURLUploadJob waits until a job of SubmitMediaURLUploadJob has ended, asking every 2 seconds
// at first and every 15 at last, and returns its file. A job that failed gives an [Error] with its code.
func (c *Client) WaitMediaURLUploadJob(ctx context.Context, jobID string) (*MediaUploadResult, error) {
	const api = "/cgi-bin/media/get_upload_by_url_result"
	result, err := awaitJob(ctx, api, 2*time.Second, func() (*MediaURLUploadJobResult, bool, error) {
		r, err := c.GetMediaURLUploadJobResult(ctx, jobID)
		return r, err == nil && r.Status != MediaURLUploadJobRunning, err
	})
	if err != nil {
		return nil, err
	}
	d := result.Detail
	if result.Status != MediaURLUploadJobDone || d.ErrCode != CodeOK {
		return nil, &Error{Code: d.ErrCode, Msg: d.ErrMsg, API: api}
	}
	return &MediaUploadResult{MediaID: d.MediaID, CreatedAt: d.CreatedAt}, nil
}
