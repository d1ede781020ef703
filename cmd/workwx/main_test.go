package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDemo(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	require.Zero(t, run(t.Context(), []string{"demo"}, &out, &errs), errs.String())
	for _, says := range []string{"template_card", "miniprogram_notice", "mpnews", "markdown_v2", "not to nobody", "the token expired", "errcode -1", "TextMessage from lisi", "reply decrypted"} {
		require.Contains(t, out.String(), says)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	figures := strings.Fields(lines[len(lines)-1])
	require.Equal(t, []string{"2", "2", "0"}, figures[2:], "tokens, retries, failures")
	require.NotContains(t, out.String(), "\x1b", "plain when piped")
}

func TestCommands(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	require.Equal(t, 2, run(t.Context(), nil, &out, &errs))
	require.Contains(t, errs.String(), "workwx demo")
	require.Equal(t, 2, run(t.Context(), []string{"nonsense"}, &out, &errs))
	require.Contains(t, errs.String(), `"nonsense"`)
	require.Zero(t, run(t.Context(), []string{"help"}, &out, &errs))
	require.Contains(t, out.String(), "Usage")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	require.Equal(t, 1, run(cancelled, []string{"demo"}, &out, &errs))
}
