package workwx_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

const (
	transferSize  = 20 << 20 // the largest file that the platform takes
	transferLimit = 1 << 20  // what its way up or down may add to the heap
)

// pattern is a file that nobody holds: each byte follows from its place.
type pattern struct{ at int64 }

func patternByte(at int64) byte { return byte(at*31) ^ byte(at>>13) }

func (p *pattern) Len() int { return int(transferSize - p.at) }

func (p *pattern) Read(b []byte) (int, error) {
	n := min(len(b), p.Len())
	if n == 0 {
		return 0, io.EOF
	}
	for i := range n {
		b[i] = patternByte(p.at + int64(i))
	}
	p.at += int64(n)
	return n, nil
}

// Write compares what comes with the file.
func (p *pattern) Write(b []byte) (int, error) {
	for i := range b {
		if b[i] != patternByte(p.at+int64(i)) {
			return i, fmt.Errorf("the byte at %d differs", p.at+int64(i))
		}
	}
	p.at += int64(len(b))
	return len(b), nil
}

// heapUse is what a transfer did to the heap, in bytes.
type heapUse struct {
	total int64 // allocated, whether it was freed or not
	peak  int64 // in use at once, above what was before
}

// measured runs a transfer. Its file calls sample now and then.
func measured(transfer func(sample func()) error) (use heapUse, err error) {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	sample := func() {
		runtime.ReadMemStats(&now)
		use.total = int64(now.TotalAlloc - before.TotalAlloc)
		use.peak = max(use.peak, int64(now.HeapAlloc)-int64(before.HeapAlloc))
	}
	err = transfer(sample)
	sample()
	return use, err
}

// sampledSource and sampledSink sample the heap at every tenth of the file.
type sampledSource struct {
	pattern
	sample func()
	next   int64
}

func (s *sampledSource) Read(b []byte) (int, error) {
	n, err := s.pattern.Read(b)
	if s.at >= s.next {
		s.sample()
		s.next += transferSize / 10
	}
	return n, err
}

type sampledSink struct {
	pattern
	sample func()
	next   int64
}

func (s *sampledSink) Write(b []byte) (int, error) {
	n, err := s.pattern.Write(b)
	if s.at >= s.next {
		s.sample()
		s.next += transferSize / 10
	}
	return n, err
}

// roundTrip takes a file to the fake platform and back, and says what each way did to the heap. The
// server's part counts too, as it runs in the same process.
func mediaRoundTrip(ctx context.Context, c *workwx.Client) (up, down heapUse, err error) {
	var mediaID string
	up, err = measured(func(sample func()) error {
		m, err := c.UploadTempFileMedia(ctx, &workwx.Media{FileName: "a.bin", Reader: &sampledSource{sample: sample}})
		if err != nil {
			return err
		}
		mediaID = m.MediaID
		return nil
	})
	if err != nil {
		return up, down, err
	}
	buf := make([]byte, 32<<10)
	down, err = measured(func(sample func()) error {
		d, err := c.DownloadTempMedia(ctx, &workwx.DownloadTempMediaRequest{MediaID: mediaID})
		if err != nil {
			return err
		}
		defer d.Close()
		sink := &sampledSink{sample: sample}
		if _, err := io.CopyBuffer(sink, d, buf); err != nil {
			return err
		}
		if sink.at != transferSize {
			return errors.New("the file is not whole")
		}
		return nil
	})
	return up, down, err
}

// TestMediaRoundTripHeap holds the limit that BenchmarkMediaRoundTrip reports against. It does not run
// in parallel, as what other tests allocate would count.
func TestMediaRoundTripHeap(t *testing.T) {
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	_, _, err := mediaRoundTrip(t.Context(), c) // fills the pools
	require.NoError(t, err)
	up, down, err := mediaRoundTrip(t.Context(), c)
	require.NoError(t, err)
	require.Less(t, up.total, int64(transferLimit), "uploading and downloading 20 MB each add less than 1 MiB of heap")
	require.Less(t, down.total, int64(transferLimit), "uploading and downloading 20 MB each add less than 1 MiB of heap")
	require.Less(t, up.peak, int64(transferLimit))
	require.Less(t, down.peak, int64(transferLimit))
}

// BenchmarkMediaRoundTrip takes 20 MB to the fake platform and back.
func BenchmarkMediaRoundTrip(b *testing.B) {
	srv := workwxtest.NewServer(b)
	c := srv.Client()
	if _, _, err := mediaRoundTrip(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	var up, down heapUse
	b.SetBytes(2 * transferSize)
	for b.Loop() {
		u, d, err := mediaRoundTrip(b.Context(), c)
		if err != nil {
			b.Fatal(err)
		}
		up = heapUse{up.total + u.total, max(up.peak, u.peak)}
		down = heapUse{down.total + d.total, max(down.peak, d.peak)}
	}
	b.ReportMetric(float64(up.total)/float64(b.N), "B-heap/upload")
	b.ReportMetric(float64(down.total)/float64(b.N), "B-heap/download")
	b.ReportMetric(float64(up.peak), "B-peak/upload")
	b.ReportMetric(float64(down.peak), "B-peak/download")
}
