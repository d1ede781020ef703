package main

import (
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx/workwxtest"
)

func TestBot(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	bot, err := newBot(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID())
	require.NoError(t, err)
	mounted := httptest.NewServer(bot)
	defer mounted.Close()

	for _, c := range []struct {
		payload []byte
		want    string
	}{
		{srv.TextMessageXML("zhangsan", "ping"), "pong"},
		{srv.TextMessageXML("zhangsan", "who?"), "not who?"},
		{srv.EventXML("zhangsan", "enter_agent"), "Hello, zhangsan"},
		{srv.ImageMessageXML("zhangsan", "https://example.com/a.png", "media-7"), "media-7"},
	} {
		result, err := srv.Push(t.Context(), mounted.URL, c.payload)
		require.NoError(t, err)
		require.Contains(t, string(result.Reply), c.want)
	}
}

// TestForged: whoever does not know the token gets nowhere.
func TestForged(t *testing.T) {
	srv := workwxtest.NewServer(t)
	bot, err := newBot("another token", srv.EncodingAESKey(), srv.CorpID())
	require.NoError(t, err)
	w := httptest.NewRecorder()
	bot.ServeHTTP(w, workwxtest.SignedRequest(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), srv.TextMessageXML("zhangsan", "ping")))
	require.GreaterOrEqual(t, w.Code, 400)
	require.NotContains(t, w.Body.String(), "pong")
}
