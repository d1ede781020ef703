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
	srv := &http.Server{Handler: handler}
	go srv.Serve(l)
	t.Cleanup(func() { srv.Close() })
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

// TestSlowUpload: however long a file takes, it arrives; an answer that does not come is not awaited for ever.
func TestSlowUpload(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := pipeServer(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/cgi-bin/gettoken" {
				io.WriteString(w, benchmarkToken)
				return
			}
			io.Copy(io.Discard, r.Body)
			if r.URL.Path == "/cgi-bin/media/upload" {
				io.WriteString(w, `{"errcode":0,"media_id":"m"}`)
				return
			}
			<-r.Context().Done()
		})
		started := time.Now()
		_, err := c.UploadTempFileMedia(t.Context(), &Media{FileName: "a", Reader: &slowZeros{sizedZeros{n: 1000}}})
		require.NoError(t, err)
		require.Greater(t, time.Since(started), 2*headerTimeout)

		started = time.Now()
		_, err = c.DownloadTempMedia(t.Context(), &DownloadTempMediaRequest{MediaID: "m"})
		var transport *TransportError
		require.ErrorAs(t, err, &transport)
		require.True(t, transport.Timeout())
		require.LessOrEqual(t, time.Since(started), 3*headerTimeout+5*time.Second)
	})
}
