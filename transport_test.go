package workwx

import (
	"context"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestHTTP2WhereOffered(t *testing.T) {
	t.Parallel()
	var protocol atomic.Int64
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protocol.Store(int64(r.ProtoMajor))
		io.WriteString(w, benchmarkToken)
	}))
	srv.EnableHTTP2 = true
	srv.StartTLS()
	defer srv.Close()
	c, err := NewClient("ww", "secret", WithBaseURL(srv.URL))
	require.NoError(t, err)
	defer c.HTTPClient().CloseIdleConnections()
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())
	tlsConfig := srv.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	tlsConfig.RootCAs = roots
	c.HTTPClient().Transport.(*http.Transport).TLSClientConfig = tlsConfig
	_, err = c.ListAPIDomainIPs(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 2, protocol.Load())
}

// TestConnectionsAreKept: a second wave of callers opens no connection.
func TestConnectionsAreKept(t *testing.T) {
	t.Parallel()
	const callers = 64
	var opened atomic.Int64
	var arrived sync.WaitGroup
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, benchmarkToken)
		if r.URL.Path != "/cgi-bin/gettoken" {
			arrived.Done()
			arrived.Wait() // so that all are under way at once
		}
	}))
	srv.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			opened.Add(1)
		}
	}
	srv.Start()
	defer srv.Close()
	c, err := NewClient("ww", "secret", WithBaseURL(srv.URL))
	require.NoError(t, err)
	defer c.HTTPClient().CloseIdleConnections()
	for range 3 {
		arrived.Add(callers)
		require.Zero(t, crowd(callers, 1, func() error {
			_, err := c.ListAPIDomainIPs(t.Context())
			return err
		}))
	}
	require.LessOrEqual(t, opened.Load(), int64(callers+8))
}

// pipeServer serves over pipes in memory, with the client's own transport before it.
func pipeServer(t *testing.T, handler http.HandlerFunc) *Client {
	l := &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context()) // for handlers that await the end of a client that they do not read from
	srv := &http.Server{Handler: handler, BaseContext: func(net.Listener) context.Context { return ctx }}
	go srv.Serve(l)
	t.Cleanup(func() {
		cancel()
		srv.Close()
	})
	transport := defaultTransport()
	transport.DialContext = func(context.Context, string, string) (net.Conn, error) {
		near, far := net.Pipe()
		l.conns <- far
		return near, nil
	}
	t.Cleanup(transport.CloseIdleConnections)
	c, err := NewClient("ww", "secret", WithBaseURL("http://platform"), WithHTTPClient(&http.Client{Transport: transport}))
	require.NoError(t, err)
	return c
}

type pipeListener struct {
	conns chan net.Conn
	once  sync.Once
	done  chan struct{}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.UnixAddr{Name: "pipe"} }

// slowZeros takes a minute for every 100 bytes.
type slowZeros struct{ sizedZeros }

func (z *slowZeros) Read(p []byte) (int, error) {
	time.Sleep(time.Minute)
	return z.sizedZeros.Read(p[:min(len(p), 100)])
}

// TestTransfersThatStall: however long a file takes, it arrives, unless nothing moves any more.
func TestTransfersThatStall(t *testing.T) {
	t.Parallel()
	handler := func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Query().Get("media_id") + r.URL.Query().Get("type") {
		case "": // the token
			io.WriteString(w, benchmarkToken)
		case "file":
			io.Copy(io.Discard, r.Body)
			io.WriteString(w, `{"errcode":0,"media_id":"m"}`)
		case "image": // no more is taken
			io.ReadFull(r.Body, make([]byte, 100))
			<-r.Context().Done()
		case "voice": // taken, but not answered
			io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		case "video": // the answer breaks off
			io.Copy(io.Discard, r.Body)
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, `{"errcode":0,`)
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "slow", "stalling":
			w.Header().Set("Content-Disposition", "attachment; filename=a")
			w.Header().Set("Content-Length", "1000")
			for range 10 {
				time.Sleep(time.Minute)
				w.Write(make([]byte, 100))
				w.(http.Flusher).Flush()
				if r.URL.Query().Get("media_id") == "stalling" {
					<-r.Context().Done()
					return
				}
			}
		default:
			<-r.Context().Done()
		}
	}
	source := func() *Media { return &Media{FileName: "a", Reader: &slowZeros{sizedZeros{n: 1000}}} }
	upload := func(ctx context.Context, f func(context.Context, *Media) (*MediaUploadResult, error)) error {
		_, err := f(ctx, source())
		return err
	}
	download := func(ctx context.Context, c *Client, id string, pause time.Duration) error {
		d, err := c.DownloadTempMedia(ctx, &DownloadTempMediaRequest{MediaID: id})
		if err != nil {
			return err
		}
		defer d.Close()
		time.Sleep(pause)
		_, err = io.Copy(io.Discard, d)
		return err
	}
	for name, tt := range map[string]struct {
		call     func(ctx context.Context, c *Client) error
		attempts time.Duration // 0 where it succeeds
	}{
		"slow source":           {func(ctx context.Context, c *Client) error { return upload(ctx, c.UploadTempFileMedia) }, 0},
		"slow file":             {func(ctx context.Context, c *Client) error { return download(ctx, c, "slow", 0) }, 0},
		"slow reader":           {func(ctx context.Context, c *Client) error { return download(ctx, c, "slow", time.Hour) }, 0},
		"upload not taken":      {func(ctx context.Context, c *Client) error { return upload(ctx, c.UploadTempImageMedia) }, 3},
		"upload not answered":   {func(ctx context.Context, c *Client) error { return upload(ctx, c.UploadTempVoiceMedia) }, 3},
		"upload half answered":  {func(ctx context.Context, c *Client) error { return upload(ctx, c.UploadTempVideoMedia) }, 3},
		"download not answered": {func(ctx context.Context, c *Client) error { return download(ctx, c, "silent", 0) }, 3},
		"download breaking off": {func(ctx context.Context, c *Client) error { return download(ctx, c, "stalling", 0) }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := pipeServer(t, handler)
				started := time.Now()
				err := tt.call(t.Context(), c)
				took := time.Since(started)
				if tt.attempts == 0 {
					require.NoError(t, err)
					require.Greater(t, took, 4*stallTimeout)
					return
				}
				require.ErrorIs(t, err, ErrStalled)
				require.ErrorIs(t, err, context.DeadlineExceeded)
				var timeout net.Error
				require.ErrorAs(t, err, &timeout)
				require.True(t, timeout.Timeout())
				require.GreaterOrEqual(t, took, tt.attempts*stallTimeout)
				require.LessOrEqual(t, took, tt.attempts*(stallTimeout+10*time.Minute)+time.Minute) // in which the source is read, too
			})
		})
	}
}
