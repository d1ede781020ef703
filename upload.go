package workwx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// upload is a multipart body with one file. It streams from its source with a length that is known
// beforehand, as the platform cannot be relied on to take a chunked body.
type upload struct {
	source      io.Reader
	seeker      io.Seeker // the source, if it can go back
	start       int64     // where the source stood
	size        int64     // of the file
	promised    bool      // the size is what the caller says, not measured
	file        exactReader
	head, tail  []byte // of the multipart body
	length      int64  // of the whole
	contentType string
	cleanup     func()
	body        *uploadBody // that was handed out last
}

// open returns the body for an attempt.
func (u *upload) open(p *patience) io.ReadCloser {
	u.file = exactReader{source: u.source, left: u.size, promised: u.promised}
	u.body = &uploadBody{
		Reader:   io.MultiReader(bytes.NewReader(u.head), &u.file, bytes.NewReader(u.tail)),
		patience: p,
	}
	return u.body
}

// Why an upload fails whose source holds something else than was promised.
const (
	errTooShort = constError("the reader ends before that many bytes")
	errTooLong  = constError("the reader holds more than that many bytes")
)

// exactReader is a file of a length that is known beforehand, and an error if it turns out to be another.
type exactReader struct {
	source   io.Reader
	left     int64
	promised bool // by the caller. What was measured may have grown since: of a log, say, the beginning is sent
	wrong    error
}

func (r *exactReader) Read(p []byte) (int, error) {
	if r.left > 0 {
		n, err := r.source.Read(p[:min(int64(len(p)), r.left)])
		if r.left -= int64(n); err == io.EOF && r.left > 0 {
			r.wrong = errTooShort
			err = r.wrong
		}
		return n, err
	}
	if r.promised && r.wrong == nil {
		if n, _ := io.ReadFull(r.source, make([]byte, 1)); n > 0 {
			r.wrong = errTooLong
		}
		r.promised = false
	}
	if r.wrong != nil {
		return 0, r.wrong
	}
	return 0, io.EOF
}

// uploadBody can be cut off from its source: net/http may read on for a moment after a failed attempt.
type uploadBody struct {
	io.Reader
	patience *patience
	mu       sync.Mutex
	closed   bool
	read     bool
}

func (b *uploadBody) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return 0, http.ErrBodyReadAfterClose
	}
	b.read = true
	b.patience.pause() // for a source that is slow
	defer b.patience.resume()
	return b.Reader.Read(p)
}

func (b *uploadBody) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	return nil
}

// misfit returns what is wrong with the length of the file, of what was read of it.
func (u *upload) misfit(api string) error {
	if u.body == nil {
		return nil
	}
	u.body.mu.Lock()
	defer u.body.mu.Unlock()
	if u.file.wrong == nil {
		return nil
	}
	return &ArgumentError{API: api, Field: "Size", Reason: fmt.Errorf("%d: %w", u.size, u.file.wrong)}
}

// rewind makes the source ready to be read again, if it can be.
func (u *upload) rewind() bool {
	if u.body == nil {
		return true
	}
	u.body.Close()
	if !u.body.read {
		return true
	}
	if u.seeker == nil {
		return false
	}
	_, err := u.seeker.Seek(u.start, io.SeekStart)
	return err == nil
}

// newUpload prepares m to be sent. The length comes from the reader where that knows it,
// then from m.Size; a reader of unknown length is spooled to a temporary file.
func newUpload(api string, m *Media) (*upload, error) {
	if m == nil {
		return nil, &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	if m.Reader == nil {
		return nil, invalid(api, "Reader", "there is nothing to read the file from")
	}
	if m.FileName == "" {
		return nil, invalid(api, "FileName", "it is empty, and the platform refuses a file without a name")
	}
	u := &upload{source: m.Reader, cleanup: func() {}}
	if s, ok := m.Reader.(io.Seeker); ok {
		if at, err := s.Seek(0, io.SeekCurrent); err == nil {
			u.seeker, u.start = s, at
		}
	}
	if err := u.measure(m); err != nil {
		return nil, &ArgumentError{API: api, Field: "Reader", Reason: err}
	}
	if err := u.frame(m); err != nil {
		u.cleanup()
		return nil, &ArgumentError{API: api, Field: "FileName", Reason: err}
	}
	return u, nil
}

func (u *upload) measure(m *Media) error {
	if sized, ok := m.Reader.(interface{ Len() int }); ok {
		u.size = int64(sized.Len())
		return nil
	}
	if u.seeker != nil {
		end, err := u.seeker.Seek(0, io.SeekEnd)
		if err != nil {
			return err
		}
		if _, err := u.seeker.Seek(u.start, io.SeekStart); err != nil {
			return err
		}
		u.size = end - u.start
		return nil
	}
	if m.Size > 0 {
		u.size, u.promised = m.Size, true
		return nil
	}
	return u.spool()
}

// spool copies a source of unknown length to a file, where it can be measured and read again.
func (u *upload) spool() error {
	f, err := os.CreateTemp("", "workwx-upload-*")
	if err != nil {
		return fmt.Errorf("its length is unknown (set Size), and it cannot be spooled: %w", err)
	}
	u.cleanup = func() {
		f.Close()
		os.Remove(f.Name())
	}
	n, err := io.Copy(f, io.LimitReader(u.source, maxSpooled+1))
	if err == nil && n > maxSpooled {
		err = fmt.Errorf("it is longer than %d MB, the most that the platform takes", maxSpooled>>20)
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		u.cleanup()
		return err
	}
	u.source, u.seeker, u.start, u.size = f, f, 0, n
	return nil
}

// maxSpooled is above every limit that the platform has for an upload.
const maxSpooled = 200 << 20

// frame makes what stands before and after the file.
func (u *upload) frame(m *Media) error {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	contentType := m.ContentType
	if contentType == "" {
		contentType = "application/octet-stream"
	}
	_, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {fmt.Sprintf(`form-data; name="media"; filename="%s"; filelength=%d`, safeFileName(m.FileName), u.size)},
		"Content-Type":        {strings.NewReplacer("\r", "", "\n", "").Replace(contentType)},
	})
	if err != nil {
		return err
	}
	u.head = bytes.Clone(b.Bytes())
	b.Reset()
	if err := w.Close(); err != nil {
		return err
	}
	u.tail = b.Bytes()
	u.length = int64(len(u.head)) + u.size + int64(len(u.tail))
	u.contentType = w.FormDataContentType()
	return nil
}

// safeFileName keeps a file name from breaking out of its header. It stays UTF-8 as it is: the platform
// understands no other encoding of names.
func safeFileName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '\''
		case r == '\\' || r == '/' || r == ':' || r < ' ' || r == 0x7f:
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
}

// uploadMedia sends m in the field "media" of a multipart body. A limit, in bytes, is checked before.
func (c *Client) uploadMedia(ctx context.Context, v verb, path, query string, m *Media, limit int64, out any) error {
	return c.doUpload(ctx, &request{verb: v, path: path, query: query, out: out}, m, limit)
}

func (c *Client) doUpload(ctx context.Context, r *request, m *Media, limit int64) error {
	u, err := newUpload(r.path, m)
	if err != nil {
		return err
	}
	defer u.cleanup()
	if limit > 0 {
		if err := u.checkSize(r.path, limit); err != nil {
			return err
		}
	}
	defer u.detach()
	r.upload = u
	return c.do(ctx, r)
}

func (u *upload) checkSize(api string, limit int64) error {
	switch {
	case u.size < minMediaSize:
		return invalid(api, "Reader", "the file holds %d bytes, and the platform refuses fewer than %d", u.size, minMediaSize)
	case u.size > limit:
		return invalid(api, "Reader", "the file holds %d bytes, more than the limit of %d", u.size, limit)
	}
	return nil
}

// detach cuts the source off, so that nothing reads from it when the caller has it back.
func (u *upload) detach() {
	if u.body != nil {
		u.body.Close()
	}
}

// ErrStalled is what an upload or a download ends with when nothing has moved for two minutes: the platform
// took no more of the file, sent no more of it or did not answer. An upload, and a download that has not
// begun, give it as the cause of a [TransportError], a download's Read gives it as it is. It counts as a timeout.
const ErrStalled = stallError("nothing has moved for two minutes")

// stallTimeout is that time. What the source of an upload takes to read does not count.
const stallTimeout = 2 * time.Minute

type stallError string

func (e stallError) Error() string   { return string(e) }
func (e stallError) Timeout() bool   { return true }
func (e stallError) Temporary() bool { return true }

// Is makes it one of the timeouts that programs test for.
func (e stallError) Is(target error) bool { return target == context.DeadlineExceeded }

// patience ends a transfer that has stalled, however long the whole of it may take. Unlike a timeout of the
// transport it also sees a transfer that stops halfway, and costs the other calls nothing.
type patience struct {
	ctx     context.Context
	cancel  context.CancelCauseFunc
	timer   *time.Timer
	began   time.Time
	waiting atomic.Int64 // since when, from began, the peer has been waited for; negative while it is not
}

// newPatience returns patience for a transfer, which happens under its ctx.
func newPatience(ctx context.Context) *patience {
	p := &patience{began: time.Now()}
	p.ctx, p.cancel = context.WithCancelCause(ctx)
	p.timer = time.AfterFunc(stallTimeout, p.check)
	p.resume()
	return p
}

// check ends the transfer, or comes back when it may be time to. To move the timer whenever something moves
// would cost more.
func (p *patience) check() {
	left := stallTimeout
	if since := p.waiting.Load(); since >= 0 {
		left -= time.Since(p.began) - time.Duration(since)
	}
	if left <= 0 {
		p.cancel(ErrStalled)
	} else if p.ctx.Err() == nil {
		p.timer.Reset(left)
	}
}

func (p *patience) pause()  { p.waiting.Store(-1) }
func (p *patience) resume() { p.waiting.Store(int64(time.Since(p.began))) }

// end frees what the transfer took. A reader that is late may resume it, to no effect.
func (p *patience) end() {
	p.cancel(nil)
	p.timer.Stop()
}

// cause returns err, or ErrStalled if that is behind it: net/http does not always say so.
func (p *patience) cause(err error) error {
	if p != nil && context.Cause(p.ctx) == ErrStalled {
		return ErrStalled
	}
	return err
}

// patientBody is the body of a download, of which the reader may take its time.
type patientBody struct {
	io.ReadCloser
	patience *patience
}

func newPatientBody(body io.ReadCloser, p *patience) *patientBody {
	p.pause()
	return &patientBody{body, p}
}

func (b *patientBody) Read(p []byte) (int, error) {
	b.patience.resume()
	n, err := b.ReadCloser.Read(p)
	b.patience.pause()
	if err != nil && err != io.EOF {
		err = b.patience.cause(err)
	}
	return n, err
}

func (b *patientBody) Close() error {
	b.patience.end()
	return b.ReadCloser.Close()
}

// ErrNoMedia is the reason of the [ResponseError] for a download that was answered with neither a file
// nor an error.
const ErrNoMedia = constError("the answer holds no file")

// downloadMedia asks for a file and returns its stream.
func (c *Client) downloadMedia(ctx context.Context, path, query, byteRange string) (*MediaDownload, error) {
	d := &MediaDownload{byteRange: byteRange}
	r := request{verb: get, path: path, query: query, download: d}
	if err := c.do(ctx, &r); err != nil {
		return nil, err
	}
	return d, nil
}

// receiveMedia hands the body over if it is a file; otherwise it is left to be read as an error. The
// platform reports errors as JSON or text under status 200, and sends files, .json files among them,
// with a Content-Disposition.
func (r *request) receiveMedia(resp *http.Response, info *CallInfo) (taken bool) {
	_, disposition, _ := mime.ParseMediaType(resp.Header.Get("Content-Disposition"))
	contentType := resp.Header.Get("Content-Type")
	kind, _, _ := mime.ParseMediaType(contentType)
	isText := strings.HasPrefix(kind, "text/") || kind == "application/json" || kind == ""
	if resp.StatusCode >= 300 || resp.Header.Get("Content-Disposition") == "" && isText {
		return false
	}
	d := r.download
	d.body = newPatientBody(resp.Body, r.patience)
	d.FileName = fileName(disposition["filename"])
	d.ContentType = contentType
	d.Size = resp.ContentLength
	d.TotalSize = resp.ContentLength
	if _, total, ok := strings.Cut(resp.Header.Get("Content-Range"), "/"); ok {
		if n, err := strconv.ParseInt(total, 10, 64); err == nil {
			d.TotalSize = n
		} else {
			d.TotalSize = -1
		}
	}
	info.ResponseBytes = -1
	d.Partial = resp.StatusCode == http.StatusPartialContent
	return true
}

// fileName undoes the percent-encoding that some file names come in, and drops a path.
func fileName(name string) string {
	if decoded, err := url.QueryUnescape(strings.ReplaceAll(name, "+", "%2B")); err == nil {
		name = decoded
	}
	return name[strings.LastIndexAny(name, `/\`)+1:]
}

// Read reads from the file.
func (d *MediaDownload) Read(p []byte) (int, error) {
	if d.body == nil {
		return 0, errors.New("workwx: read of a download that has no body")
	}
	return d.body.Read(p)
}

// Close ends the download and frees its connection. It must be called, also when the file was read to its end.
func (d *MediaDownload) Close() error {
	if d.body == nil {
		return nil
	}
	return d.body.Close()
}
