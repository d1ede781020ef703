// Package redisstore has the processes of a fleet share, in Redis, what each would otherwise keep for
// itself:
//
//   - [TokenStore], for workwx.WithTokenStore: each token is fetched once for all processes.
//   - [Deduper], for workwx.WithDeduper: an event is handled by one replica, whichever it is sent to again.
//   - [KfCursorStore], for workwx.WithKfCursorStore: how far the messages of WeChat customer service
//     (微信客服) have been handled.
//
// All three work on any redis.UniversalClient: a single server, Sentinel or a cluster. Of Redis they need
// Lua scripts and the commands GET, SET, DEL and PTTL.
//
// # Keys
//
// Every key begins with the prefix, "workwx:" unless [WithPrefix] says otherwise:
//
//	workwx:{KEY}:token    the token, until it expires
//	workwx:{KEY}:lock     who fetches it at the moment
//	workwx:{KEY}:fence    who was the last to fetch it
//	workwx:event:KEY      who handled an event
//	workwx:kf_cursor:ID   the cursor of a customer service account
//
// The KEY of a token is given by the client: corp, a digest that tells apps apart, and the kind of token.
// Neither it nor that of an event holds a secret. What stands in braces is the hash tag that keeps the
// keys of one token in one slot of a cluster. Tokens can be encrypted: see [WithEncryptionKey].
//
// # When Redis fails
//
// No call depends on it. What goes wrong with a [TokenStore] is reported to workwx.Hooks.OnStoreError and
// costs a fetch of one's own; a server that does not answer is then left alone for 5 seconds. A [Deduper]
// that fails has the event handled, perhaps twice. While a [KfCursorStore] fails, no messages are handled:
// they wait at the platform. Losing the contents of Redis costs one fetch of each token, and the messages of
// the last 3 days are handled again.
//
// The guide docs/processes.md of the client has a table of what goes wrong and what happens then.
package redisstore
