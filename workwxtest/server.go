package workwxtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

// TB is the part of testing.TB that a server needs, so that programs other than tests do not link
// package testing.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
	Logf(format string, args ...any)
}

// Server is a fake platform with one corp. Its methods are safe for concurrent use.
type Server struct {
	// URL is where the server listens, such as http://127.0.0.1:35217: the base URL of clients.
	URL string

	opts    options
	routes  *routes
	http    *http.Server
	client  *http.Client    // reaches the server
	outside *http.Client    // reaches callback URLs and the like
	ctx     context.Context // ends with Close
	stop    context.CancelFunc
	tasks   sync.WaitGroup // pushes and downloads under way in the background
	log     logger
	media   mediaDir
	faults  faults
	record  recorder

	mu     sync.Mutex // guards all that follows
	shift  time.Duration
	msgSeq int64
	state
}

// state is the corp as it stands.
type state struct {
	overrides map[string]http.Handler
	apps      []*app
	tokens    tokenState
	contacts  contactState
	messages  messageState
	chats     map[string]*appChat
	webhooks  map[string]*webhook
	answers   map[string]*aiBotResponse // by their codes
	files     map[string]*mediaFile
	oauth     oauthState
	jobs      map[string]*job
	suites    suiteState
	devices   deviceState
	kf        kfState
	customers customerState
	oa        oaState
}

// NewServer starts a server for a test and closes it when the test ends.
func NewServer(tb TB, opts ...Option) *Server {
	tb.Helper()
	s, err := Start(append([]Option{WithLogf(tb.Logf)}, opts...)...)
	if err != nil {
		tb.Fatalf("workwxtest: %v", err)
		return nil
	}
	tb.Cleanup(s.Close)
	return s
}

// Start starts a server outside a test. The caller closes it.
func Start(opts ...Option) (*Server, error) {
	o := defaults()
	for _, opt := range opts {
		opt(&o)
	}
	if _, err := aesKey(o.encodingAESKey); err != nil {
		return nil, err
	}
	s := &Server{opts: o, routes: newRoutes(), log: logger{logf: o.logf}}
	s.record.limit = o.requestLimit
	s.state = newState(&o)
	s.ctx, s.stop = context.WithCancel(context.Background())

	var listener net.Listener
	transport := &http.Transport{MaxIdleConnsPerHost: 256, IdleConnTimeout: time.Minute}
	if o.pipe {
		p := newPipeListener()
		listener, s.URL = p, "http://workwx.test"
		transport.DialContext = p.dial
	} else {
		l, err := net.Listen("tcp", o.addr)
		if err != nil {
			s.stop()
			return nil, err
		}
		listener, s.URL = l, "http://"+l.Addr().String()
	}
	s.client = &http.Client{Transport: transport}
	s.outside = &http.Client{
		Transport:     &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: 10 * time.Second},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	s.http = &http.Server{Handler: http.HandlerFunc(s.serve), ReadHeaderTimeout: 30 * time.Second, ErrorLog: discard}
	go s.http.Serve(listener)
	return s, nil
}

func newState(o *options) state {
	st := state{
		overrides: map[string]http.Handler{},
		contacts:  newContacts(o.corpName),
		chats:     map[string]*appChat{},
		webhooks:  map[string]*webhook{},
		answers:   map[string]*aiBotResponse{},
		files:     map[string]*mediaFile{},
		jobs:      map[string]*job{},
		kf:        newKf(),
		customers: newCustomers(),
		oa:        newOA(),
	}
	st.tokens.issued = map[string]*issuedToken{}
	st.suites = suiteState{authCodes: map[string]*authCode{}, tokens: map[string]*suiteToken{}}
	st.devices = deviceState{devices: map[string]*device{}, tokens: map[string]*deviceToken{}}
	st.oauth = oauthState{codes: map[string]*oauthCode{}, tickets: map[string]*userTicket{}, tfa: map[string]string{}}
	st.messages.responses = map[string]*cardResponse{}
	st.apps = []*app{{agentID: o.agentID, secret: o.secret, name: "Example App"}}
	return st
}

// Close stops the server at once: it cuts connections and ends what runs in the background. What was
// recorded can still be read.
func (s *Server) Close() {
	s.log.close()
	s.stop()
	s.http.Close()
	s.client.CloseIdleConnections()
	s.tasks.Wait()
	s.outside.CloseIdleConnections()
	s.media.remove()
}

// CorpID returns the corp's id.
func (s *Server) CorpID() string { return s.opts.corpID }

// Secret returns the secret of the first app.
func (s *Server) Secret() string { return s.opts.secret }

// AgentID returns the id of the first app.
func (s *Server) AgentID() int64 { return s.opts.agentID }

// CallbackToken returns the token that callbacks are signed with.
func (s *Server) CallbackToken() string { return s.opts.callbackToken }

// EncodingAESKey returns the key that callbacks are encrypted with.
func (s *Server) EncodingAESKey() string { return s.opts.encodingAESKey }

// HTTPClient returns a client that reaches the server, also with [WithPipe].
func (s *Server) HTTPClient() *http.Client { return s.client }

// Client returns a client of the first app. It panics if the options cannot be used.
func (s *Server) Client(opts ...workwx.Option) *workwx.Client {
	return s.AppClient(s.AgentID(), opts...)
}

// AppClient returns a client of the app that [Server.AddApp] added.
func (s *Server) AppClient(agentID int64, opts ...workwx.Option) *workwx.Client {
	s.mu.Lock()
	a := s.appByID(agentID)
	s.mu.Unlock()
	if a == nil {
		panic(fmt.Sprintf("workwxtest: there is no app %d; use AddApp", agentID))
	}
	opts = append([]workwx.Option{
		workwx.WithBaseURL(s.URL),
		workwx.WithHTTPClient(s.client),
		workwx.WithAgentID(agentID),
	}, opts...)
	c, err := workwx.NewClient(s.CorpID(), a.secret, opts...)
	if err != nil {
		panic("workwxtest: " + err.Error())
	}
	return c
}

// Advance moves the server's clock forward, so that tokens, files, codes and messages age. The clock of
// clients stays where it is.
func (s *Server) Advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shift += d
	s.settleCustomers()
}

// Now returns the time on the server's clock.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

// now is Now with s.mu held.
func (s *Server) now() time.Time { return s.opts.clock().Add(s.shift) }

// background runs f until it returns; its context ends with Close.
func (s *Server) background(f func(ctx context.Context)) {
	if s.ctx.Err() != nil {
		return
	}
	s.tasks.Go(func() { f(s.ctx) })
}

// sleep waits, at most until the request or the server ends.
func (s *Server) sleep(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	case <-s.ctx.Done():
	}
}

// logger passes lines on until the test has ended, when testing.T panics.
type logger struct {
	mu   sync.Mutex
	logf func(format string, args ...any)
}

func (l *logger) printf(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.logf != nil {
		l.logf("workwxtest: "+format, args...)
	}
}

func (l *logger) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.logf = nil
}

// pipeListener accepts connections that are pipes in memory.
type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
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

func (l *pipeListener) Addr() net.Addr { return pipeAddr{} }

func (l *pipeListener) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case l.conns <- server:
		return client, nil
	case <-l.done:
		return nil, errors.New("workwxtest: the server is closed")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "workwx.test" }

// mediaDir is where large files wait, made when the first one comes.
type mediaDir struct {
	mu   sync.Mutex
	path string
	gone bool
}

func (d *mediaDir) create() (*os.File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone {
		return nil, errors.New("the server is closed")
	}
	if d.path == "" {
		path, err := os.MkdirTemp("", "workwxtest-")
		if err != nil {
			return nil, err
		}
		d.path = path
	}
	return os.CreateTemp(d.path, "media-")
}

func (d *mediaDir) remove() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.gone = true
	if d.path != "" {
		os.RemoveAll(d.path)
	}
}
