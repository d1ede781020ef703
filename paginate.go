package workwx

import (
	"context"
	"iter"
)

// ErrCursorRepeated ends the range over a list whose server hands out a cursor that it gave before: it
// would never end.
const ErrCursorRepeated = constError("workwx: the list returned the same cursor twice")

// paginate ranges over a list that is read page by page with a cursor. It works on a copy of req, nil
// being an empty one; it starts anew each time it is ranged over, and ends with the first error. page
// takes a response apart: its items, the cursor of the next page, and whether there is one, which an
// empty page does not rule out.
func paginate[R, P any, K comparable, T any](
	ctx context.Context, req *R,
	list func(context.Context, *R) (P, error),
	cursor func(*R) *K,
	page func(P) (items []T, next K, more bool),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var q R
		var none T
		if req != nil {
			q = *req
		}
		seen := map[K]bool{*cursor(&q): true}
		for {
			p, err := list(ctx, &q)
			if err != nil {
				yield(none, err)
				return
			}
			items, next, more := page(p)
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if !more {
				return
			}
			if seen[next] {
				yield(none, ErrCursorRepeated)
				return
			}
			seen[next] = true
			*cursor(&q) = next
		}
	}
}

// paginateOffset ranges over a list that is read page by page with an offset.
func paginateOffset[R, P, T any](
	ctx context.Context, req *R,
	list func(context.Context, *R) (P, error),
	offset func(*R) *int64,
	page func(P) (items []T, more bool),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var next int64
		if req != nil {
			q := *req
			next = *offset(&q)
		}
		pages := paginate(ctx, req, list, offset, func(p P) ([]T, int64, bool) {
			items, more := page(p)
			next += int64(len(items))
			return items, next, more && len(items) > 0
		})
		pages(yield)
	}
}
