package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func post(n *notifier, target, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	n.ServeHTTP(w, httptest.NewRequest(http.MethodPost, target, strings.NewReader(body)))
	return w
}

const firing = `{"status":"firing","alerts":[{"status":"firing","labels":{"alertname":"DiskFull"},"annotations":{"summary":"/ is at 97 %"}}]}`

func TestAlertArrives(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan", "lisi")
	n := &notifier{client: srv.Client()}

	require.Equal(t, http.StatusOK, post(n, "/alerts?user=zhangsan&user=lisi", firing).Code)

	got := srv.MessagesTo("lisi")
	require.Len(t, got, 1)
	require.Contains(t, got[0].Content, "**DiskFull** / is at 97 %")
}

// TestRepeated: Alertmanager repeats a notification whose answer was lost; nobody reads it twice.
func TestRepeated(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	n := &notifier{client: srv.Client()}

	for range 3 {
		require.Equal(t, http.StatusOK, post(n, "/alerts?user=zhangsan", firing).Code)
	}
	require.Len(t, srv.MessagesTo("zhangsan"), 1)
}

func TestFailures(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	n := &notifier{client: srv.Client()}

	require.Equal(t, http.StatusBadRequest, post(n, "/alerts?user=zhangsan", "{").Code)
	require.Equal(t, http.StatusBadRequest, post(n, "/alerts?tag=ops", firing).Code)
	require.Equal(t, http.StatusBadRequest, post(n, "/alerts", firing).Code, "nobody to send it to")

	srv.FailNext("/cgi-bin/message/send", workwx.CodeRateLimited, 1)
	require.Equal(t, http.StatusBadGateway, post(n, "/alerts?user=zhangsan", firing).Code)
	require.Empty(t, srv.Messages())
}

// TestMany: what the platform would refuse as too long is cut between two alerts.
func TestMany(t *testing.T) {
	note := &notification{}
	for range 100 {
		note.Alerts = append(note.Alerts, alert{Status: "resolved", Labels: map[string]string{"alertname": "磁盘已满"}})
	}
	text := note.markdown()
	require.LessOrEqual(t, len(text), 2048)
	require.Regexp(t, `and \d+ more\n$`, text)
}
