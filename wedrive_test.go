package workwx

import (
	"bytes"
	"context"
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// The states of SHA-1 after one and two blocks of zeros, as another implementation has them.
const (
	zerosState1 = "0e555f3d864fa4796ebc5c499da6fc8bcc0408bf"
	zerosState2 = "9867dd6a8aa0918a12afbaa7c8b40c147bb8dbc3"
)

func hexSHA1(b []byte) string {
	sum := sha1.Sum(b)
	return hex.EncodeToString(sum[:])
}

func TestDriveBlockDigests(t *testing.T) {
	t.Parallel()
	zeros := make([]byte, 2*DriveBlockSize+1)
	for _, test := range []struct {
		size int
		want []string
	}{
		{1, []string{"5ba93c9db0cff93f52b521d7420e43f6eda2784f"}},
		{DriveBlockSize, []string{"7d76d48d64d7ac5411d714a4bb83f37e3e5b8df6"}},
		{DriveBlockSize + 1, []string{zerosState1, hexSHA1(zeros[:DriveBlockSize+1])}},
		{2 * DriveBlockSize, []string{zerosState1, hexSHA1(zeros[:2*DriveBlockSize])}},
		{2*DriveBlockSize + 1, []string{zerosState1, zerosState2, hexSHA1(zeros)}},
	} {
		got, size, err := DriveBlockDigests(bytes.NewReader(zeros[:test.size]))
		require.NoError(t, err)
		require.Equal(t, int64(test.size), size)
		require.Equal(t, test.want, got, test.size)
	}
	_, _, err := DriveBlockDigests(strings.NewReader(""))
	require.ErrorContains(t, err, "empty")
	_, _, err = DriveBlockDigests(io.MultiReader(strings.NewReader("x"), failingReader{}))
	require.ErrorContains(t, err, "disk on fire")
}

// drive takes files in blocks.
type drive struct {
	mu       sync.Mutex
	start    StartDriveFileUploadRequest
	parts    map[int64][]byte
	calls    int
	atOnce   int // parts that are under way
	most     int
	hit      bool
	failPart int64
	arrived  func(index int64)
}

func (d *drive) answer(path, _, body string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.calls++
	switch path {
	case "/cgi-bin/wedrive/file_upload_init":
		json.Unmarshal([]byte(body), &d.start)
		if d.hit {
			return `{"errcode":0,"errmsg":"ok","hit_exist":true,"fileid":"F0"}`
		}
		d.parts = map[int64][]byte{}
		return `{"errcode":0,"errmsg":"ok","hit_exist":false,"upload_key":"K1"}`
	case "/cgi-bin/wedrive/file_upload_part":
		var part UploadDriveFilePartRequest
		json.Unmarshal([]byte(body), &part)
		content, err := base64.StdEncoding.DecodeString(part.FileBase64Content)
		if err != nil || part.UploadKey != "K1" || part.Index == d.failPart {
			return `{"errcode":640048,"errmsg":"wrong"}`
		}
		d.atOnce++
		d.most = max(d.most, d.atOnce)
		d.mu.Unlock()
		if d.arrived != nil {
			d.arrived(part.Index)
		}
		d.mu.Lock()
		d.atOnce--
		d.parts[part.Index] = content
		return `{"errcode":0,"errmsg":"ok"}`
	case "/cgi-bin/wedrive/file_upload_finish":
		if body != `{"upload_key":"K1"}` {
			return `{"errcode":640048,"errmsg":"wrong"}`
		}
		return `{"errcode":0,"errmsg":"ok","fileid":"F1"}`
	}
	return `{"errcode":404,"errmsg":"no such path"}`
}

func (d *drive) content() []byte {
	var all []byte
	for i := range len(d.parts) {
		all = append(all, d.parts[int64(i+1)]...)
	}
	return all
}

func TestUploadDriveMedia(t *testing.T) {
	t.Parallel()
	content := make([]byte, 3*DriveBlockSize+5)
	for i := range content {
		content[i] = byte(i * 7 / 5)
	}
	file := filepath.Join(t.TempDir(), "a.bin")
	require.NoError(t, os.WriteFile(file, append([]byte("skipped"), content...), 0o600))
	open, err := os.Open(file)
	require.NoError(t, err)
	defer open.Close()
	_, err = open.Seek(7, io.SeekStart)
	require.NoError(t, err)
	digests, _, err := DriveBlockDigests(bytes.NewReader(content))
	require.NoError(t, err)

	for name, media := range map[string]*Media{
		"bytes":       NewMediaFromBuffer("a.bin", content),
		"half a file": {FileName: "a.bin", Reader: open},
		"no seeking":  {FileName: "a.bin", Reader: onlyReader{bytes.NewReader(content)}},
		"size given":  {FileName: "a.bin", Reader: onlyReader{bytes.NewReader(append(content[:len(content):len(content)], 1, 2, 3))}, Size: int64(len(content))},
	} {
		d := &drive{}
		id, err := contactsClient(t, d.answer).UploadDriveMedia(t.Context(), &UploadDriveMediaRequest{SpaceID: "s", FatherID: "f", Media: media, SkipPushCard: true})
		require.NoError(t, err, name)
		require.Equal(t, "F1", id, name)
		require.Equal(t, StartDriveFileUploadRequest{SpaceID: "s", FatherID: "f", FileName: "a.bin", Size: int64(len(content)), BlockSHA: digests, SkipPushCard: Ptr(true)}, d.start, name)
		require.Len(t, d.parts, 4, name)
		require.True(t, bytes.Equal(content, d.content()), name)
		require.Equal(t, 6, d.calls, name)
	}

	d := &drive{hit: true}
	id, err := contactsClient(t, d.answer).UploadDriveMedia(t.Context(), &UploadDriveMediaRequest{SelectedTicket: "ticket", Media: NewMediaFromBuffer("a.bin", content)})
	require.NoError(t, err)
	require.Equal(t, "F0", id)
	require.Equal(t, 1, d.calls)
	require.Equal(t, "ticket", d.start.SelectedTicket)
	require.Nil(t, d.start.SkipPushCard)
}

// TestUploadDriveMediaParallel has as many blocks under way as are asked for, and no more.
func TestUploadDriveMediaParallel(t *testing.T) {
	t.Parallel()
	both := make(chan struct{})
	var once sync.Once
	first := make(chan struct{})
	d := &drive{arrived: func(index int64) {
		switch index {
		case 1:
			close(first)
			<-both
		case 2:
			<-first
			once.Do(func() { close(both) })
		}
	}}
	_, err := contactsClient(t, d.answer).UploadDriveMedia(t.Context(), &UploadDriveMediaRequest{
		SpaceID: "s", FatherID: "s", Parallel: 2, Media: NewMediaFromBuffer("a.bin", make([]byte, 4*DriveBlockSize)),
	})
	require.NoError(t, err)
	require.Equal(t, 2, d.most)
	require.Len(t, d.parts, 4)
}

// shrinking is a file that loses its end between the first reading and the second.
type shrinking struct {
	*bytes.Reader
	rewound *bool
}

func (s shrinking) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekStart {
		*s.rewound = true
		s.Reader.Reset(make([]byte, 10))
	}
	return s.Reader.Seek(offset, whence)
}

func TestUploadDriveMediaErrors(t *testing.T) {
	t.Parallel()
	content := make([]byte, 3*DriveBlockSize)
	good := func() *UploadDriveMediaRequest {
		return &UploadDriveMediaRequest{SpaceID: "s", FatherID: "f", Media: NewMediaFromBuffer("a", content)}
	}
	for name, test := range map[string]struct {
		spoil func(*UploadDriveMediaRequest)
		field string
	}{
		"no media":    {func(r *UploadDriveMediaRequest) { r.Media = nil }, "Media.Reader"},
		"no reader":   {func(r *UploadDriveMediaRequest) { r.Media = &Media{FileName: "a"} }, "Media.Reader"},
		"no name":     {func(r *UploadDriveMediaRequest) { r.Media = &Media{Reader: strings.NewReader("a")} }, "Media.FileName"},
		"no content":  {func(r *UploadDriveMediaRequest) { r.Media = NewMediaFromBuffer("a", nil) }, "Media.Reader"},
		"bad content": {func(r *UploadDriveMediaRequest) { r.Media = &Media{FileName: "a", Reader: failingReader{}} }, "Media.Reader"},
		"too short": {func(r *UploadDriveMediaRequest) {
			r.Media = &Media{FileName: "a", Reader: onlyReader{strings.NewReader("a")}, Size: 2}
		}, "Media.Reader"},
		"too parallel":     {func(r *UploadDriveMediaRequest) { r.Parallel = 11 }, "Parallel"},
		"backwards":        {func(r *UploadDriveMediaRequest) { r.Parallel = -1 }, "Parallel"},
		"no place":         {func(r *UploadDriveMediaRequest) { r.SpaceID, r.FatherID = "", "" }, "SpaceID"},
		"half a place":     {func(r *UploadDriveMediaRequest) { r.FatherID = "" }, "SpaceID"},
		"two places":       {func(r *UploadDriveMediaRequest) { r.SelectedTicket = "t" }, "SpaceID"},
		"place and a half": {func(r *UploadDriveMediaRequest) { r.SelectedTicket, r.FatherID = "t", "" }, "SpaceID"},
	} {
		d := &drive{}
		req := good()
		test.spoil(req)
		_, err := contactsClient(t, d.answer).UploadDriveMedia(t.Context(), req)
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument, name)
		require.Equal(t, test.field, argument.Field, name)
		require.Zero(t, d.calls, name)
	}
	_, err := contactsClient(t, new(drive).answer).UploadDriveMedia(t.Context(), nil)
	require.ErrorIs(t, err, ErrNilRequest)

	// A block that is refused ends the upload, which is not finished.
	d := &drive{failPart: 2}
	_, err = contactsClient(t, d.answer).UploadDriveMedia(t.Context(), good())
	require.ErrorIs(t, err, Code(640048))
	require.LessOrEqual(t, d.calls, 4)

	rewound := false
	d = &drive{}
	_, err = contactsClient(t, d.answer).UploadDriveMedia(t.Context(), &UploadDriveMediaRequest{
		SpaceID: "s", FatherID: "f", Media: &Media{FileName: "a", Reader: shrinking{bytes.NewReader(content), &rewound}},
	})
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.True(t, rewound)

	// The caller's context ends it too, at whatever time.
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = contactsClient(t, new(drive).answer).UploadDriveMedia(ctx, good())
	require.ErrorIs(t, err, context.Canceled)
	ctx, cancel = context.WithCancel(t.Context())
	d = &drive{arrived: func(int64) { cancel() }}
	_, err = contactsClient(t, d.answer).UploadDriveMedia(ctx, good())
	require.ErrorIs(t, err, context.Canceled)
	var transport *TransportError
	require.ErrorAs(t, err, &transport)
	ctx, cancel = context.WithCancel(t.Context())
	endless := readFunc(func(p []byte) (int, error) { cancel(); return len(p), nil }) // nothing seeks: it is copied first
	_, err = contactsClient(t, new(drive).answer).UploadDriveMedia(ctx, &UploadDriveMediaRequest{
		SpaceID: "s", FatherID: "f", Media: &Media{FileName: "a", Reader: endless},
	})
	require.ErrorIs(t, err, context.Canceled)
	require.ErrorAs(t, err, &transport)
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

func TestDownloadDriveFile(t *testing.T) {
	t.Parallel()
	status := 200
	var asked *http.Request
	c := wireClient(t, roundTrip(func(r *http.Request) (*http.Response, error) {
		header, body := http.Header{}, `{"errcode":0,"errmsg":"ok","access_token":"TOKEN","expires_in":7200}`
		switch {
		case strings.HasSuffix(r.URL.Path, "/file_download"):
			body = `{"errcode":0,"errmsg":"ok","download_url":"https://drive.example.com/f?sign=SIGNATURE","cookie_name":"ck","cookie_value":"COOKIE"}`
		case r.URL.Host == "drive.example.com":
			asked = r
			if status == 0 {
				return nil, fmt.Errorf("no way to %s with %s", r.URL, r.Header.Get("Cookie"))
			}
			header.Set("Content-Disposition", `attachment; filename="%E6%8A%A5%E8%A1%A8.txt"`)
			header.Set("Content-Type", "text/plain")
			body = "content COOKIE"
			return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)), Request: r}, nil
		}
		return &http.Response{StatusCode: 200, Header: header, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)), Request: r}, nil
	}))
	file, err := c.DownloadDriveFile(t.Context(), &GetDriveFileDownloadURLRequest{FileID: "F"})
	require.NoError(t, err)
	content, err := io.ReadAll(file)
	require.NoError(t, err)
	require.NoError(t, file.Close())
	require.Equal(t, "content COOKIE", string(content))
	require.Equal(t, "报表.txt", file.FileName)
	require.Equal(t, "text/plain", file.ContentType)
	require.Equal(t, int64(14), file.Size)
	require.Equal(t, "ck=COOKIE", asked.Header.Get("Cookie"))
	require.Empty(t, asked.URL.Query().Get("access_token"))

	for _, status = range []int{403, 0} {
		_, err = c.DownloadDriveFile(t.Context(), &GetDriveFileDownloadURLRequest{FileID: "F"})
		require.Error(t, err)
		for _, secret := range []string{"COOKIE", "SIGNATURE"} {
			require.NotContains(t, fmt.Sprintf("%v %+v", err, err), secret)
		}
	}
	status = 403
	_, err = c.DownloadDriveFile(t.Context(), &GetDriveFileDownloadURLRequest{FileID: "F"})
	require.ErrorIs(t, err, ErrHTTPStatus)
}
