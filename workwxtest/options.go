package workwxtest

import "time"

// Option changes a [Server] before it starts.
type Option func(*options)

type options struct {
	addr           string
	pipe           bool
	corpID         string
	corpName       string
	secret         string
	agentID        int64
	tokenLife      time.Duration
	clock          func() time.Time
	requestLimit   int
	webhookLimit   int
	callbackURL    string
	callbackToken  string
	encodingAESKey string
	pushTimeout    time.Duration
	logf           func(format string, args ...any)
}

func defaults() options {
	return options{
		addr:           "127.0.0.1:0",
		corpID:         "wwfake0000000000001",
		corpName:       "Example Corp",
		secret:         "fake-secret-of-app-1000002",
		agentID:        1000002,
		tokenLife:      2 * time.Hour,
		clock:          time.Now,
		requestLimit:   10000,
		webhookLimit:   20,
		callbackToken:  "FakeCallbackToken",
		encodingAESKey: "ZmFrZS1lbmNvZGluZy1hZXMta2V5LTAxMjM0NTY3ODk",
		pushTimeout:    5 * time.Second,
	}
}

// WithAddr has the server listen on a given address such as "127.0.0.1:8080", instead of a free port of
// the local host.
func WithAddr(addr string) Option { return func(o *options) { o.addr = addr } }

// WithPipe has the server listen on nothing but memory: only [Server.Client] and [Server.HTTPClient]
// reach it. Nothing then blocks on a network, so that the server runs in a bubble of testing/synctest.
func WithPipe() Option { return func(o *options) { o.pipe = true } }

// WithCredentials sets the corp's id and the secret and id of its first app.
func WithCredentials(corpID, secret string, agentID int64) Option {
	return func(o *options) { o.corpID, o.secret, o.agentID = corpID, secret, agentID }
}

// WithCorpName names the corp, and thereby the root department.
func WithCorpName(name string) Option { return func(o *options) { o.corpName = name } }

// WithTokenLifetime sets how long tokens and tickets live, two hours by default. On the wire it is a
// whole number of seconds.
func WithTokenLifetime(d time.Duration) Option { return func(o *options) { o.tokenLife = d } }

// WithClock has the server take the time from elsewhere. See also [Server.Advance].
func WithClock(now func() time.Time) Option { return func(o *options) { o.clock = now } }

// WithRequestLimit bounds how many requests and messages are remembered, 10,000 by default; the oldest
// are forgotten. Of a body the first 64 KiB are kept, and 16 MiB of all together.
func WithRequestLimit(n int) Option { return func(o *options) { o.requestLimit = max(n, 1) } }

// WithWebhookLimit sets how many messages a minute a group robot accepts, 20 by default as on the
// platform; 0 is no limit.
func WithWebhookLimit(n int) Option { return func(o *options) { o.webhookLimit = n } }

// WithCallback sets the URL that events are pushed to when they come about, such as the end
// of an upload by URL. Without it there are only the events of [Server.Push].
func WithCallback(url string) Option { return func(o *options) { o.callbackURL = url } }

// WithCallbackKeys sets the token and EncodingAESKey of the callback configuration. By default they are
// fixed values: see [Server.CallbackToken] and [Server.EncodingAESKey].
func WithCallbackKeys(token, encodingAESKey string) Option {
	return func(o *options) { o.callbackToken, o.encodingAESKey = token, encodingAESKey }
}

// WithPushTimeout sets how long [Server.Push] waits for each answer, five seconds by default.
func WithPushTimeout(d time.Duration) Option { return func(o *options) { o.pushTimeout = d } }

// WithLogf has the server say what a user should know, such as a path that is no endpoint. A server
// that was made with a [TB] logs to that by default.
func WithLogf(logf func(format string, args ...any)) Option {
	return func(o *options) { o.logf = logf }
}
