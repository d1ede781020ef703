package workwxtest

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

// Where the server keeps images for good, and how long it keeps other files.
const (
	imagePath = "/workwxtest/image/"
	mediaLife = 3 * 24 * time.Hour
	inMemory  = 64 << 10 // a larger file waits on disk
)

// mediaFile is a file that was uploaded.
type mediaFile struct {
	id          string
	kind        string // image, voice, video or file
	name        string
	contentType string
	size        int64
	data        []byte // unless it is large:
	path        string
	webhook     string // the key of the only robot that may use it
	byURL       bool
	kept        bool // it does not expire
	created     time.Time
}

func (f *mediaFile) expired(now time.Time) bool { return !f.kept && now.Sub(f.created) > mediaLife }

// open returns the content. The caller closes it.
func (f *mediaFile) open() (io.ReadSeekCloser, error) {
	if f.path != "" {
		return os.Open(f.path)
	}
	return struct {
		io.ReadSeeker
		io.Closer
	}{bytes.NewReader(f.data), io.NopCloser(nil)}, nil
}

// File is an uploaded file as the server holds it.
type File struct {
	MediaID     string
	Type        string // image, voice, video or file
	Name        string
	ContentType string // as the upload said
	Size        int64
	Time        time.Time
}

// File returns an uploaded file and its content.
func (s *Server) File(mediaID string) (File, []byte, error) {
	s.mu.Lock()
	f := s.files[mediaID]
	s.mu.Unlock()
	if f == nil {
		return File{}, nil, fmt.Errorf("workwxtest: there is no file %q", mediaID)
	}
	r, err := f.open()
	if err != nil {
		return File{}, nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return File{f.id, f.kind, f.name, f.contentType, f.size, f.created}, data, err
}

// AddFile puts a file where an upload would, and returns its media_id.
func (s *Server) AddFile(mediaType, name string, data []byte) string {
	f := &mediaFile{kind: mediaType, name: name, contentType: "application/octet-stream", size: int64(len(data)), data: bytes.Clone(data)}
	s.store(f)
	return f.id
}

// store gives a file its id.
func (s *Server) store(f *mediaFile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.storeLocked(f)
}

// storeLocked is store with s.mu held.
func (s *Server) storeLocked(f *mediaFile) {
	f.id, f.created = newID("media-"), s.now()
	for id, old := range s.files {
		if old.expired(f.created) {
			old.discard()
			delete(s.files, id)
		}
	}
	s.files[f.id] = f
}

// checkMedia refuses the id of a file that a message cannot hold.
func (s *Server) checkMedia(id string) error {
	if id == "" {
		return fail(codeMissingMediaID, "media_id missing")
	}
	if f := s.files[id]; f == nil || f.expired(s.now()) {
		return fail(workwx.CodeInvalidMediaID, "invalid media_id")
	}
	return nil
}

// mediaHandlers answer calls about files whose content does not travel with them.
func mediaHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/media/upload_by_url":            in(uploadByURL),
		"/cgi-bin/media/get_upload_by_url_result": in(uploadByURLResult),
	}
}

func mediaStreams() map[string]streamHandler {
	return map[string]streamHandler{
		"/cgi-bin/media/upload":            uploadMedia,
		"/cgi-bin/media/upload_attachment": uploadMedia,
		"/cgi-bin/webhook/upload_media":    uploadMedia,
		"/cgi-bin/media/uploadimg":         uploadImage,
		"/cgi-bin/media/get":               downloadMedia,
		"/cgi-bin/media/get/jssdk":         downloadMedia,
	}
}

// sizeLimit is how large a file of a type may be, 0 for a type that does not exist.
func sizeLimit(kind string) int64 {
	switch kind {
	case "image", "video":
		return 10 << 20
	case "voice":
		return 2 << 20
	case "file":
		return 20 << 20
	}
	return 0
}

type mediaAnswer struct {
	Type      string `json:"type,omitempty"`
	MediaID   string `json:"media_id"`
	CreatedAt string `json:"created_at"` // a string, other than everywhere else
}

func uploadMedia(s *Server, c *call, w http.ResponseWriter) error {
	kind := c.query.Get("type")
	var key string
	switch c.path {
	case "/cgi-bin/media/upload_attachment":
		kind = c.query.Get("media_type")
		if use := c.query.Get("attachment_type"); use != "1" && use != "2" {
			return fail(codeIllegalType, "invalid attachment_type %q", use)
		}
	case "/cgi-bin/webhook/upload_media":
		s.mu.Lock()
		hook, err := s.webhookOf(c)
		s.mu.Unlock()
		if err != nil {
			return err
		}
		key = hook.key
		if kind != "file" && kind != "voice" {
			return fail(codeIllegalType, "invalid type %q", kind)
		}
	}
	limit := sizeLimit(kind)
	if limit == 0 {
		return fail(codeIllegalType, "invalid type %q", kind)
	}
	f, err := s.receive(c.request, limit)
	if err != nil {
		return err
	}
	f.kind, f.webhook = kind, key
	s.store(f)
	answer(w, &mediaAnswer{kind, f.id, strconv.FormatInt(f.created.Unix(), 10)}, nil)
	return nil
}

func uploadImage(s *Server, c *call, w http.ResponseWriter) error {
	f, err := s.receive(c.request, 2<<20)
	if err != nil {
		return err
	}
	f.kind = "image"
	s.store(f)
	answer(w, struct {
		URL string `json:"url"`
	}{s.URL + imagePath + f.id + filepath.Ext(f.name)}, nil)
	return nil
}

// receive reads the file of a multipart body.
func (s *Server) receive(r *http.Request, limit int64) (*mediaFile, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, fail(workwx.CodeEmptyMedia, "empty media data: the body is not multipart")
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, fail(workwx.CodeMediaDataMissing, "media data missing: no part has a file name")
		}
		if err != nil {
			return nil, fail(workwx.CodeEmptyMedia, "empty media data: %v", err)
		}
		_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
		if params["filename"] == "" || strings.Contains(part.Header.Get("Content-Disposition"), "filename*") {
			continue // the platform does not know the encoded form of a name
		}
		f := &mediaFile{name: params["filename"], contentType: part.Header.Get("Content-Type")}
		if err := s.spool(f, part, limit); err != nil {
			return nil, err
		}
		return f, nil
	}
}

// buffers are what files are copied through.
var buffers = sync.Pool{New: func() any { b := make([]byte, inMemory); return &b }}

// spool reads a file into memory, or onto disk when it is large.
func (s *Server) spool(f *mediaFile, r io.Reader, limit int64) error {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	n, err := io.ReadFull(r, *buf)
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		f.data, f.size = bytes.Clone((*buf)[:n]), int64(n)
	case err != nil:
		return fail(workwx.CodeEmptyMedia, "empty media data: %v", err)
	default:
		if err := s.spoolToDisk(f, *buf, r, limit); err != nil {
			return err
		}
	}
	switch {
	case f.size == 0:
		return fail(workwx.CodeEmptyMedia, "empty media data")
	case f.size <= 5:
		return fail(codeIllegalFileSize, "the file must have more than 5 bytes")
	case f.size > limit:
		f.discard()
		return fail(workwx.CodeMediaTooLarge, "the file exceeds %d bytes", limit)
	}
	return nil
}

// discard removes what was spooled.
func (f *mediaFile) discard() {
	if f.path != "" {
		os.Remove(f.path)
	}
}

func (s *Server) spoolToDisk(f *mediaFile, buf []byte, r io.Reader, limit int64) error {
	file, err := s.media.create()
	if err != nil {
		return err
	}
	defer file.Close()
	f.path, f.size = file.Name(), int64(len(buf))
	if _, err := file.Write(buf); err != nil {
		return err
	}
	for {
		n, err := r.Read(buf)
		if f.size += int64(n); f.size <= limit { // what is beyond is counted only
			if _, err := file.Write(buf[:n]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fail(workwx.CodeEmptyMedia, "empty media data: %v", err)
		}
	}
}

func downloadMedia(s *Server, c *call, w http.ResponseWriter) error {
	s.mu.Lock()
	err := s.checkMedia(c.query.Get("media_id"))
	f := s.files[c.query.Get("media_id")]
	s.mu.Unlock()
	if err != nil {
		return err
	}
	if f.webhook != "" {
		return fail(workwx.CodeInvalidMediaID, "invalid media_id: it belongs to a group robot")
	}
	if f.byURL && f.size > 20<<20 && c.request.Header.Get("Range") == "" {
		return fail(workwx.CodeDownloadTooLarge, "the file exceeds 20 MB: use Range")
	}
	content, err := f.open()
	if err != nil {
		return err
	}
	defer content.Close()
	w.Header().Set("Content-Type", f.contentType)
	w.Header().Set("Content-Disposition", `attachment; filename="`+strings.NewReplacer(`"`, "_", "\r", "_", "\n", "_").Replace(f.name)+`"`)
	http.ServeContent(w, c.request, "", time.Time{}, content)
	return nil
}

// serveImage serves an image that was uploaded for good.
func (s *Server) serveImage(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, imagePath)
	id = strings.TrimSuffix(strings.TrimSuffix(id, "/100"), filepath.Ext(id))
	s.mu.Lock()
	f := s.files[id]
	s.mu.Unlock()
	if f == nil {
		http.NotFound(w, r)
		return
	}
	content, err := f.open()
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer content.Close()
	http.ServeContent(w, r, f.name, f.created, content)
}

// urlJob is a file that the server fetches.
type urlJob struct {
	status int // 1 under way, 2 done, 3 failed
	detail urlJobDetail
}

type urlJobDetail struct {
	ErrCode workwx.Code `json:"errcode"`
	ErrMsg  string      `json:"errmsg"`
	mediaAnswer
}

func uploadByURL(s *Server, _ *call, req *struct {
	Type     string `json:"type"`
	Filename string `json:"filename"`
	URL      string `json:"url"`
	MD5      string `json:"md5"`
}) (any, error) {
	switch {
	case !slices.Contains([]string{"video", "file", "image"}, req.Type):
		return nil, fail(codeIllegalType, "invalid type %q", req.Type)
	case !strings.HasPrefix(req.URL, "http://") && !strings.HasPrefix(req.URL, "https://"):
		return nil, fail(workwx.Code(830001), "invalid url")
	}
	id := newID("job-")
	j := &job{kind: "upload_by_url", url: &urlJob{status: 1}}
	s.jobs[id] = j
	s.background(func(ctx context.Context) {
		f, code := s.fetch(ctx, req.URL, req.MD5)
		if code == workwx.CodeOK {
			f.kind, f.name, f.byURL = req.Type, req.Filename, true
			s.store(f)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		j.url.status, j.url.detail = 3, urlJobDetail{ErrCode: code, ErrMsg: "failed"}
		if code == workwx.CodeOK {
			j.url.status = 2
			j.url.detail = urlJobDetail{ErrMsg: "ok", mediaAnswer: mediaAnswer{MediaID: f.id, CreatedAt: strconv.FormatInt(f.created.Unix(), 10)}}
		}
		s.pushEvent(event("upload_media_job_finish").text("JobId", id))
	})
	return struct {
		JobID string `json:"jobid"`
	}{id}, nil
}

// fetch downloads a file for an uploadByURL.
func (s *Server) fetch(ctx context.Context, url, digest string) (*mediaFile, workwx.Code) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, workwx.Code(830001)
	}
	resp, err := s.outside.Do(req)
	if err != nil {
		return nil, workwx.CodeDownloadFromURLFailed
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, workwx.CodeDownloadFromURLFailed
	}
	f := &mediaFile{contentType: resp.Header.Get("Content-Type")}
	sum := md5.New()
	if err := s.spool(f, io.TeeReader(resp.Body, sum), 200<<20); err != nil {
		var r *refusal
		if errors.As(err, &r) {
			return nil, r.code
		}
		return nil, workwx.CodeDownloadFromURLFailed
	}
	if !strings.EqualFold(hex.EncodeToString(sum.Sum(nil)), digest) {
		return nil, codeMD5Mismatch
	}
	return f, workwx.CodeOK
}

func uploadByURLResult(s *Server, _ *call, req *struct {
	JobID string `json:"jobid"`
}) (any, error) {
	j := s.jobs[req.JobID]
	if j == nil || j.url == nil {
		return nil, fail(workwx.CodeJobNotFound, "jobid not found")
	}
	return struct {
		Status int          `json:"status"`
		Detail urlJobDetail `json:"detail"`
	}{j.url.status, j.url.detail}, nil
}
