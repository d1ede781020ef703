package workwx

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

type pageRequest struct {
	Cursor string
	Offset int64
	Limit  int64
}

type pageResponse struct {
	items []int
	next  string
	more  bool
}

func TestPaginate(t *testing.T) {
	t.Parallel()
	pages := map[string]pageResponse{
		"":  {[]int{1, 2}, "a", true},
		"a": {nil, "b", true}, // an empty page that has more
		"b": {[]int{3}, "c", false},
	}
	calls := 0
	list := func(_ context.Context, q *pageRequest) (pageResponse, error) {
		calls++
		q.Limit = -1 // a copy: must not reach the caller
		p, ok := pages[q.Cursor]
		if !ok {
			return p, errors.New("no such page")
		}
		return p, nil
	}
	req := &pageRequest{Limit: 2}
	seq := paginate(t.Context(), req, list,
		func(q *pageRequest) *string { return &q.Cursor },
		func(p pageResponse) ([]int, string, bool) { return p.items, p.next, p.more })
	for range 2 { // it can be ranged over again
		var got []int
		for item, err := range seq {
			require.NoError(t, err)
			got = append(got, item)
		}
		require.Equal(t, []int{1, 2, 3}, got)
	}
	require.Equal(t, pageRequest{Limit: 2}, *req)
	calls = 0
	for range seq {
		break
	}
	require.Equal(t, 1, calls)

	pages["b"] = pageResponse{[]int{3}, "a", true}
	var last error
	n := 0
	for _, err := range seq {
		n, last = n+1, err
	}
	require.ErrorIs(t, last, ErrCursorRepeated)
	require.Equal(t, 4, n, "the items before it, and one error")

	delete(pages, "b")
	n = 0
	for _, err := range seq {
		n, last = n+1, err
	}
	require.EqualError(t, last, "no such page")
	require.Equal(t, 3, n)
}

func TestPaginateOffset(t *testing.T) {
	t.Parallel()
	all := []int{1, 2, 3, 4, 5}
	var offsets []int64
	list := func(_ context.Context, q *pageRequest) ([]int, error) {
		offsets = append(offsets, q.Offset)
		from := min(q.Offset, int64(len(all)))
		return all[from:min(from+2, int64(len(all)))], nil
	}
	for _, req := range []*pageRequest{nil, {Offset: 3}} {
		offsets = nil
		var got []int
		for item, err := range paginateOffset(t.Context(), req, list,
			func(q *pageRequest) *int64 { return &q.Offset },
			func(p []int) ([]int, bool) { return p, true }) {
			require.NoError(t, err)
			got = append(got, item)
		}
		if req == nil {
			require.Equal(t, all, got)
			require.Equal(t, []int64{0, 2, 4, 5}, offsets)
		} else {
			require.Equal(t, []int{4, 5}, got)
		}
	}
}
