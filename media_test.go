package workwx

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// received is what a server made of an upload.
type received struct {
	disposition string
	fileName    string
	contentType string
	content     []byte
	length      int64
	chunked     bool
}

func receive(t *testing.T, r *http.Request) (got received) {
	t.Helper()
	got.length, got.chunked = r.ContentLength, len(r.TransferEncoding) > 0
	reader, err := r.MultipartReader()
	if err != nil {
		return got
	}
	part, err := reader.NextPart()
	if err != nil {
		return got
	}
	got.disposition, got.fileName, got.contentType = part.Header.Get("Content-Disposition"), part.FileName(), part.Header.Get("Content-Type")
	got.content, _ = io.ReadAll(part)
	return got
}

// onlyReader hides all but Read.
type onlyReader struct{ io.Reader }

func TestUploadSources(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary) // on Windows
	content := make([]byte, 100_000)
	rand.Read(content)
	file := filepath.Join(t.TempDir(), "报表 1.pdf")
	require.NoError(t, os.WriteFile(file, content, 0o600))
	open, err := os.Open(file)
	require.NoError(t, err)
	defer open.Close()
	skipped := bytes.NewReader(append([]byte("header"), content...))
	skipped.Seek(6, io.SeekStart)

	var got received
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		got = receive(t, r)
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","type":"file","media_id":"m1","created_at":"1380000000"}`)
	}}
	c, _ := p.start(t)
	for name, media := range map[string]*Media{
		"file":                             NewMediaFromFile(open),
		"buffer":                           NewMediaFromBuffer("报表 1.pdf", content),
		"from the middle":                  {FileName: "报表 1.pdf", Reader: skipped},
		"size given":                       {FileName: "报表 1.pdf", Reader: onlyReader{bytes.NewReader(content)}, Size: int64(len(content))},
		"size unknown":                     {FileName: "报表 1.pdf", Reader: onlyReader{bytes.NewReader(content)}, ContentType: "application/pdf"},
		"wrong size, but the reader knows": {FileName: "报表 1.pdf", Reader: bytes.NewReader(content), Size: 3},
	} {
		result, err := c.UploadTempFileMedia(t.Context(), media)
		require.NoError(t, err, name)
		require.Equal(t, &MediaUploadResult{Type: MediaTypeFile, MediaID: "m1", CreatedAt: Unix(1380000000)}, result)
		require.True(t, bytes.Equal(content, got.content), name)
		require.False(t, got.chunked, name)
		require.Greater(t, got.length, int64(len(content)), name)
		require.Equal(t, `form-data; name="media"; filename="报表 1.pdf"; filelength=100000`, got.disposition, name)
	}
	left, err := os.ReadDir(temporary)
	require.NoError(t, err)
	require.Empty(t, left, "temporary files are removed")
}

func TestUploadFileNames(t *testing.T) {
	t.Parallel()
	var got received
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		got = receive(t, r)
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","url":"https://img"}`)
	}}
	c, _ := p.start(t)
	for name, want := range map[string]string{
		"中文.png":                     "中文.png",
		`a"b.png`:                    `a'b.png`,
		"a\r\nX-Evil: 1\r\n\r\n.png": "a__X-Evil_ 1____.png",
		`..\a/b:c.png`:               "..__a_b_c.png",
		"a\xff.png":                  "a_.png",
	} {
		if strings.HasPrefix(name, "..") {
			want = ".._a_b_c.png"
		}
		url, err := c.UploadPermanentImageMedia(t.Context(), NewMediaFromBuffer(name, []byte("content")))
		require.NoError(t, err)
		require.Equal(t, "https://img", url)
		require.Contains(t, got.disposition, `filename="`+want+`"`)
		require.Equal(t, "content", string(got.content))
	}
}

func TestUploadChecks(t *testing.T) {
	t.Parallel()
	w := &wire{reply: `{"errcode":0}`}
	c := wireClient(t, w)
	buffer := func(n int) *Media { return NewMediaFromBuffer("a", make([]byte, n)) }
	for _, tc := range []struct {
		err  error
		says string
	}{
		{second(c.UploadTempImageMedia(t.Context(), buffer(MaxImageSize+1))), "10485760"},
		{second(c.UploadTempVoiceMedia(t.Context(), buffer(MaxVoiceSize+1))), "2097152"},
		{second(c.UploadTempVideoMedia(t.Context(), buffer(MaxVideoSize+1))), "10485760"},
		{second(c.UploadTempFileMedia(t.Context(), buffer(MaxFileSize+1))), "20971520"},
		{second(c.UploadPermanentImageMedia(t.Context(), buffer(MaxPermanentImageSize+1))), "2097152"},
		{second(c.UploadTempFileMedia(t.Context(), buffer(5))), "fewer than 6"},
		{second(c.UploadTempFileMedia(t.Context(), nil)), "nil"},
		{second(c.UploadTempFileMedia(t.Context(), &Media{FileName: "a"})), "nothing to read"},
		{second(c.UploadTempFileMedia(t.Context(), &Media{Reader: strings.NewReader("content")})), "name"},
		{second(c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: onlyReader{failingReader{}}})), "disk on fire"},
	} {
		var argument *ArgumentError
		require.ErrorAs(t, tc.err, &argument)
		require.ErrorContains(t, tc.err, tc.says)
	}
	require.Nil(t, w.last, "nothing was sent")
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

// TestUploadRepeats: a source that can go back is read again; one that cannot ends the call.
func TestUploadRepeats(t *testing.T) {
	t.Parallel()
	content := bytes.Repeat([]byte("content "), 1000)
	var calls atomic.Int64
	var got received
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		got = receive(t, r)
		if calls.Add(1) == 1 {
			io.WriteString(w, `{"errcode":-1,"errmsg":"system busy"}`)
			return
		}
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","media_id":"m"}`)
	}}
	c, _ := p.start(t)
	_, err := c.UploadTempFileMedia(t.Context(), NewMediaFromBuffer("a", content))
	require.NoError(t, err)
	require.EqualValues(t, 2, calls.Swap(0))
	require.Equal(t, content, got.content)

	_, err = c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: onlyReader{bytes.NewReader(content)}, Size: int64(len(content))})
	require.ErrorIs(t, err, CodeSystemBusy)
	require.EqualValues(t, 1, calls.Swap(0))

	// A refused token is found out before the platform keeps the file, yet the body is gone by then.
	p.current.Store("none")
	calls.Store(1)
	_, err = c.UploadTempFileMedia(t.Context(), NewMediaFromBuffer("a", content))
	require.NoError(t, err)
	require.Equal(t, content, got.content)
}

// TestUploadWrongSize: a file is sent whole or not at all.
func TestUploadWrongSize(t *testing.T) {
	t.Parallel()
	var arrived atomic.Int64
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err == nil {
			arrived.Add(1)
		}
		io.WriteString(w, `{"errcode":0,"media_id":"m"}`)
	}}
	c, _ := p.start(t)
	content := strings.Repeat("x", 100_000)
	for _, size := range []int64{10, 99_999, 100_001, 1_000_000} {
		_, err := c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: onlyReader{strings.NewReader(content)}, Size: size})
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument, size)
		require.Equal(t, "Size", argument.Field)
		require.True(t, Unsent(err))
		require.Zero(t, arrived.Load())
	}
	_, err := c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: onlyReader{strings.NewReader(content)}, Size: 100_000})
	require.NoError(t, err)
}

// TestUploadGrowingFile: of a file that grows, such as a log, what was there at first is sent.
func TestUploadGrowingFile(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		file, _, err := r.FormFile("media")
		if err == nil {
			got.ReadFrom(file)
		}
		io.WriteString(w, `{"errcode":0,"media_id":"m"}`)
	}}
	c, _ := p.start(t)
	f, err := os.OpenFile(filepath.Join(t.TempDir(), "log"), os.O_RDWR|os.O_CREATE, 0o600)
	require.NoError(t, err)
	defer f.Close()
	f.WriteString("at first")
	f.Seek(0, io.SeekStart)
	_, err = c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: &growing{f}})
	require.NoError(t, err)
	require.Equal(t, "at first", got.String())
}

type growing struct{ *os.File }

func (g *growing) Read(p []byte) (int, error) {
	if _, err := g.WriteAt([]byte(", then more"), 8); err != nil {
		return 0, err
	}
	return g.File.Read(p)
}

func TestDownload(t *testing.T) {
	t.Parallel()
	content := make([]byte, 300_000)
	rand.Read(content)
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		w.Header().Set("Content-Disposition", `attachment; filename="report%E6%8A%A5.pdf"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	}}
	c, _ := p.start(t)
	d, err := c.DownloadTempMedia(t.Context(), &DownloadTempMediaRequest{MediaID: "m"})
	require.NoError(t, err)
	got, err := io.ReadAll(d)
	require.NoError(t, err)
	require.NoError(t, d.Close())
	require.True(t, bytes.Equal(content, got))
	require.Equal(t, "report报.pdf", d.FileName)
	require.Equal(t, "application/pdf", d.ContentType)
	require.EqualValues(t, len(content), d.Size)
	require.False(t, d.Partial)

	d, err = c.DownloadTempMedia(t.Context(), &DownloadTempMediaRequest{MediaID: "m", Offset: 1000, Length: 500})
	require.NoError(t, err)
	got, err = io.ReadAll(d)
	require.NoError(t, err)
	d.Close()
	require.Equal(t, content[1000:1500], got)
	require.EqualValues(t, 500, d.Size)
	require.EqualValues(t, len(content), d.TotalSize)
	require.True(t, d.Partial)

	d, err = c.DownloadTempMedia(t.Context(), &DownloadTempMediaRequest{MediaID: "m", Offset: 299_990})
	require.NoError(t, err)
	got, _ = io.ReadAll(d)
	d.Close()
	require.Equal(t, content[299_990:], got)

	_, err = new(MediaDownload).Read(nil)
	require.Error(t, err)
	require.NoError(t, new(MediaDownload).Close())
}

// TestDownloadErrors arrive as JSON or text under status 200, and a .json file is a file all the same.
func TestDownloadErrors(t *testing.T) {
	t.Parallel()
	var contentType, disposition, body string
	status := 200
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		if disposition != "" {
			w.Header().Set("Content-Disposition", disposition)
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}}
	c, _ := p.start(t, WithRetry(RetryPolicy{Attempts: 1}))
	get := func() (*MediaDownload, error) { return c.DownloadJSSDKMedia(t.Context(), "m") }
	refusal := `{"errcode":40007,"errmsg":"invalid media_id"}`
	for _, contentType = range []string{"application/json; encoding=utf-8", "text/plain", "application/json"} {
		body = refusal
		_, err := get()
		require.ErrorIs(t, err, CodeInvalidMediaID, contentType)
	}
	contentType, body = "text/html", "<html>login</html>"
	_, err := get()
	require.ErrorIs(t, err, ErrNotJSON)
	contentType, body = "application/json", `{"errcode":0,"errmsg":"ok"}`
	_, err = get()
	require.ErrorIs(t, err, ErrNoMedia)
	status, contentType, body = 502, "image/png", "bad gateway"
	_, err = get()
	require.ErrorIs(t, err, ErrHTTPStatus)
	status, contentType, disposition, body = 200, "application/json", `attachment; filename="a.json"`, refusal
	d, err := get()
	require.NoError(t, err)
	got, _ := io.ReadAll(d)
	d.Close()
	require.Equal(t, refusal, string(got))
}

func TestWaitMediaURLUploadJob(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		var result string
		c := wireClient(t, roundTrip(func(r *http.Request) (*http.Response, error) {
			body := `{"errcode":0,"access_token":"TOKEN","expires_in":7200}`
			if !strings.HasSuffix(r.URL.Path, "gettoken") {
				body = `{"errcode":0,"status":1}`
				if asked++; asked == 3 {
					body = result
				}
			}
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
		}))
		result = `{"errcode":0,"status":2,"detail":{"errcode":0,"media_id":"m","created_at":"1380000000"}}`
		got, err := c.WaitMediaURLUploadJob(t.Context(), "job")
		require.NoError(t, err)
		require.Equal(t, "m", got.MediaID)
		asked, result = 0, `{"errcode":0,"status":3,"detail":{"errcode":830003,"errmsg":"md5"}}`
		_, err = c.WaitMediaURLUploadJob(t.Context(), "job")
		require.ErrorIs(t, err, Code(830003))
	})
}

// sizedZeros reads as n zero bytes and can go back, without holding them.
type sizedZeros struct{ n, at int64 }

func (z *sizedZeros) Read(p []byte) (int, error) {
	if z.at >= z.n {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.n-z.at)
	clear(p[:n])
	z.at += n
	return int(n), nil
}

func (z *sizedZeros) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
		z.at = offset
	case io.SeekCurrent:
		z.at += offset
	case io.SeekEnd:
		z.at = z.n + offset
	}
	return z.at, nil
}
