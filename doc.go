// Package workwx is a client for the server API of WeCom (企业微信).
//
// A [Client] acts for one app of one corp. Make one with [NewClient] when the service starts and share
// it; it is safe for concurrent use, and fetches and renews its access token by itself:
//
//	client, err := workwx.NewClient(corpID, secret, workwx.WithAgentID(1000002))
//	if err != nil {
//		return err
//	}
//	_, err = client.SendTextMessage(ctx, workwx.ToUsers("lisi"), "Hello!")
//
// Each endpoint of the platform has a method, named by a verb and the area's noun, whose comment gives
// the endpoint's path and the official document. Where an endpoint lists something page by page, a
// method that begins with All ranges over the whole list. [Endpoints] returns the table of all, and
// [Client.Call] reaches an endpoint that has no method yet.
//
// # Errors
//
// A refusal by the platform is an [Error]; its [Code] can be tested with errors.Is:
//
//	if errors.Is(err, workwx.CodeUserNotFound) { ... }
//
// A call without an answer gives a [TransportError], an answer that is not the platform's a
// [ResponseError], an argument that cannot be right an [ArgumentError]. No error, log line or formatted
// value holds a secret or a token.
//
// # Optional fields
//
// Fields of requests that are optional are left out when they are zero. Where zero means something, the
// field is a pointer, made with [Ptr]: an update changes the fields that are set, clears those that point
// to a zero value, and leaves all others alone. A slice that is empty but not nil clears a list. A request
// of which nothing is required may be nil.
//
// # Group robots, callbacks and tests
//
// [Webhook] sends messages as a robot of a group chat. [CallbackHandler] is an http.Handler that
// receives the platform's messages and events. The package workwxtest holds a fake of the platform to
// test a service with.
package workwx

//go:generate go run ./internal/apigen
