package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestExpense(t *testing.T) {
	mounted := httptest.NewUnstartedServer(nil)
	srv := workwxtest.NewServer(t, workwxtest.WithCallback("http://"+mounted.Listener.Addr().String()))
	srv.AddUsers("boss", "lisi")
	booked := make(chan string, 10)
	e := &expenses{client: srv.Client(), templateID: workwxtest.TemplateExpense, book: func(userID, amount string) { booked <- userID + " " + amount }}
	h, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	require.NoError(t, err)
	workwx.On(h, e.onChange)
	mounted.Config.Handler = h
	mounted.Start()
	defer mounted.Close()

	post := func(form url.Values) *httptest.ResponseRecorder {
		req := httptest.NewRequest(http.MethodPost, "/expenses", strings.NewReader(form.Encode()))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		e.submit(w, req)
		return w
	}
	form := url.Values{"user": {"lisi"}, "type": {"差旅费"}, "what": {"高铁"}, "amount": {"154.5"}}
	answer := post(form)
	require.Equal(t, http.StatusOK, answer.Code, answer.Body)
	rejected := post(form)
	require.NoError(t, srv.Approve(answer.Body.String(), "boss", "ok"))
	require.NoError(t, srv.Reject(rejected.Body.String(), "boss", "no"))
	select {
	case got := <-booked:
		require.Equal(t, "lisi 154.50", got)
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was booked")
	}

	form.Set("amount", "a lot")
	form.Set("type", "bribes")
	answer = post(form)
	require.Equal(t, http.StatusBadRequest, answer.Code)
	require.Contains(t, answer.Body.String(), "报销类型")
	require.Contains(t, answer.Body.String(), "费用金额")
	require.Empty(t, booked)
}
