package workwxtest_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// TestLargeMedia takes the largest file up, and down in one piece and in several.
func TestLargeMedia(t *testing.T) {
	t.Parallel()
	const size = 20 << 20
	content := make([]byte, size)
	rand.NewChaCha8([32]byte{1}).Read(content)
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	m, err := c.UploadTempFileMedia(t.Context(), workwx.NewMediaFromBuffer("large.bin", content))
	require.NoError(t, err)
	read := func(offset, length int64) (*workwx.MediaDownload, []byte) {
		t.Helper()
		d, err := c.DownloadTempMedia(t.Context(), &workwx.DownloadTempMediaRequest{MediaID: m.MediaID, Offset: offset, Length: length})
		require.NoError(t, err)
		defer d.Close()
		got, err := io.ReadAll(d)
		require.NoError(t, err)
		return d, got
	}
	d, got := read(0, 0)
	require.False(t, d.Partial)
	require.EqualValues(t, size, d.Size)
	require.True(t, bytes.Equal(content, got))
	for _, r := range []struct{ offset, length, want int64 }{
		{0, 1 << 20, 1 << 20}, {5 << 20, 4 << 20, 4 << 20}, {size - 100, 0, 100}, {size - 100, 1000, 100}, {0, 1, 1},
	} {
		d, got := read(r.offset, r.length)
		require.True(t, d.Partial)
		require.EqualValues(t, r.want, d.Size)
		require.EqualValues(t, size, d.TotalSize)
		require.True(t, bytes.Equal(content[r.offset:r.offset+r.want], got))
	}
}
