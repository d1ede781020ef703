package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestMedia(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "photo.JPG")
	content := bytes.Repeat([]byte("0123456789"), 50_000)
	require.NoError(t, os.WriteFile(path, content, 0o600))

	id := strings.TrimSpace(b.ok("media", "upload", path))
	f, got, err := b.srv.File(id)
	require.NoError(t, err)
	require.Equal(t, "image", f.Type, "by its name")
	require.True(t, bytes.Equal(content, got))
	require.Equal(t, workwx.MediaTypeFile, read[workwx.MediaUploadResult](b, "media", "upload", "--type", "file", path).Type)
	require.Equal(t, workwx.MediaTypeVoice, read[workwx.MediaUploadResult](b.with("a recording"), "media", "upload", "--name", "a.amr", "-").Type)
	link := strings.TrimSpace(b.ok("media", "upload", "--permanent", path))
	require.True(t, strings.HasPrefix(link, b.srv.URL), link)
	require.Equal(t, "http", read[permanentImage](b, "media", "upload", "--permanent", path).URL[:4])

	out := filepath.Join(dir, "down.jpg")
	require.Equal(t, out+"\n", b.ok("media", "download", id, "-o", out))
	got, err = os.ReadFile(out)
	require.NoError(t, err)
	require.True(t, bytes.Equal(content, got))
	require.Equal(t, string(content), b.ok("media", "download", id, "-o", "-"))
	require.Contains(t, b.fails(exitUsage, "media", "download", id, "-o", out), "--force replaces it")
	require.Equal(t, int64(len(content)), read[downloadedFile](b, "media", "download", id, "-o", out, "--force").Size)

	require.Contains(t, b.fails(exitUsage, "media", "upload", "--type", "film", path), "image, voice, video, file")
	require.Contains(t, b.fails(exitRefused, "media", "download", "nonsense", "-o", filepath.Join(dir, "x")), "valid for 3 days")
	require.NoFileExists(t, filepath.Join(dir, "x"))

	b.srv.Inject(workwxtest.Fault{Path: "/cgi-bin/media/get", Cut: workwxtest.CutBody})
	require.Contains(t, b.fails(exitFailure, "media", "download", id, "-o", filepath.Join(dir, "cut")), "broke off after")
	require.NoFileExists(t, filepath.Join(dir, "cut"))
	left, err := filepath.Glob(filepath.Join(dir, ".workwx-*"))
	require.NoError(t, err)
	require.Empty(t, left, "no temporary files")
}

// TestUploadIsRepeated: a file goes back to its beginning.
func TestUploadIsRepeated(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(path, []byte("0123456789"), 0o600))
	b.srv.FailNext("/cgi-bin/media/upload", workwx.CodeSystemBusy, 1)
	_, content, err := b.srv.File(strings.TrimSpace(b.ok("media", "upload", path)))
	require.NoError(t, err)
	require.Equal(t, "0123456789", string(content))
}

func TestLocalName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"a.txt": "a.txt", "../../etc/passwd": "passwd", `..\..\x`: "x", "": "download", ".": "download", "..": "download",
		".bashrc": "bashrc", "/": "download", "报表.txt": "报表.txt", "a\x1b[2J\nb": "a[2J b",
	} {
		require.Equal(t, want, localName(name), "%q", name)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	p := &progress{out: &out, name: "a.bin", total: 4 << 20}
	_, err := p.Write(make([]byte, 1<<20))
	require.NoError(t, err)
	require.Contains(t, out.String(), "a.bin  [=======                       ]  25 %  4.0 MB")
	p.done = 4 << 20
	p.finish()
	p.finish()
	require.True(t, strings.HasSuffix(out.String(), "[==============================] 100 %  4.0 MB\n"))
	require.Equal(t, 1, strings.Count(out.String(), "\n"))

	out.Reset()
	p = &progress{out: &out, name: "x", total: -1}
	_, err = p.Write(make([]byte, 1536))
	require.NoError(t, err)
	require.Contains(t, out.String(), "x  1.5 KB")
}
