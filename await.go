package workwx

import (
	"context"
	"time"
)

// awaitJob asks for the state of a job until it has ended, less and less often: from every first to
// every 15 seconds.
func awaitJob[T any](ctx context.Context, api string, first time.Duration, ask func() (state T, ended bool, err error)) (T, error) {
	for wait := first; ; wait = min(wait*3/2, 15*time.Second) {
		state, ended, err := ask()
		if err != nil || ended {
			return state, err
		}
		if !sleep(ctx, wait) {
			var none T
			return none, newTransportError(api, 1, ctx.Err(), redactParams)
		}
	}
}
