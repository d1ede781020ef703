package workwxtest_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func callbackTarget(t *testing.T, srv *workwxtest.Server, receiveID string, opts ...workwx.CallbackOption) (*workwx.CallbackHandler, string) {
	t.Helper()
	h, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), receiveID, nil, opts...)
	require.NoError(t, err)
	target := httptest.NewServer(h)
	t.Cleanup(target.Close)
	return h, target.URL
}

// TestPushSuite: the URL of a suite is verified for the provider, its commands are for the suite.
func TestPushSuite(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	h, url := callbackTarget(t, srv, "ww4suite", workwx.WithReceiveIDs("wwprovider"))
	var got *workwx.SuiteTicketEvent
	workwx.On(h, func(_ context.Context, ev *workwx.SuiteTicketEvent) (workwx.Reply, error) { got = ev; return nil, nil })
	result, err := srv.Push(t.Context(), url, srv.SuiteEventXML("ww4suite", "suite_ticket", "SuiteTicket", "TICKET"),
		workwxtest.ReceiveID("ww4suite"), workwxtest.VerificationID("wwprovider"))
	require.NoError(t, err)
	require.Equal(t, "success", string(result.Body))
	require.Nil(t, result.Reply)
	require.EqualValues(t, "TICKET", got.SuiteTicket)
	require.Equal(t, "ww4suite", got.SuiteID)

	_, strict := callbackTarget(t, srv, "ww4suite")
	_, err = srv.Push(t.Context(), strict, srv.SuiteEventXML("ww4suite", "suite_ticket"), workwxtest.ReceiveID("ww4suite"), workwxtest.VerificationID("wwprovider"))
	require.ErrorContains(t, err, "verification of the callback URL: HTTP 403")
}

// TestPushRobot: what a robot is told and answers is JSON, and for nobody by name.
func TestPushRobot(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	h, url := callbackTarget(t, srv, "")
	workwx.On(h, func(_ context.Context, m *workwx.AIBotTextMessage) (workwx.Reply, error) {
		return workwx.AIBotStreamReply{ID: "s1", Finish: true, Content: "you said " + m.Content}, nil
	})
	workwx.On(h, func(context.Context, *workwx.AIBotEnterChatEvent) (workwx.Reply, error) {
		return workwx.TextReply{Content: "welcome"}, nil
	})
	result, err := srv.Push(t.Context(), url, srv.AIBotTextJSON("lisi", "", "hello"), workwxtest.ReceiveID(""))
	require.NoError(t, err)
	require.JSONEq(t, `{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"you said hello"}}`, string(result.Reply))
	var envelope map[string]any
	require.NoError(t, json.Unmarshal(result.Body, &envelope))
	require.Len(t, envelope, 4)
	require.IsType(t, float64(0), envelope["timestamp"], "a number")
	require.Contains(t, envelope, "msgsignature")
	result, err = srv.Push(t.Context(), url, srv.AIBotEventJSON("lisi", "", "enter_chat", struct{}{}), workwxtest.ReceiveID(""))
	require.NoError(t, err)
	require.JSONEq(t, `{"msgtype":"text","text":{"content":"welcome"}}`, string(result.Reply))

	w := httptest.NewRecorder()
	h.ServeHTTP(w, workwxtest.SignedRequest(srv.CallbackToken(), srv.EncodingAESKey(), "", srv.AIBotTextJSON("lisi", "wrCHAT", "again")))
	require.Equal(t, 200, w.Code)
	require.Contains(t, w.Header().Get("Content-Type"), "application/json")
}

// TestAIBotResponse answers a robot's user beside the callback.
func TestAIBotResponse(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	ctx := t.Context()
	robot := func(chatID string) *workwx.AIBotTextMessage {
		ev, err := workwx.ParseEvent(srv.AIBotTextJSON("lisi", chatID, "hello"))
		require.NoError(t, err)
		return ev.(*workwx.AIBotTextMessage)
	}
	m := robot("")
	require.NoError(t, c.SendAIBotMarkdownResponse(ctx, m.ResponseURL, "**done**"))
	sent := srv.Messages()[0]
	require.Equal(t, "**done**", sent.Content)
	require.Equal(t, []string{"lisi"}, sent.UserIDs)
	require.Zero(t, srv.TokenFetches(), "it needs no token")
	require.Equal(t, "[redacted]", srv.RequestsTo("/cgi-bin/aibot/response")[0].Query.Get("response_code"))
	err := c.SendAIBotMarkdownResponse(ctx, m.ResponseURL, "again")
	require.ErrorIs(t, err, workwx.CodeRobotAlreadyReplied)
	require.ErrorIs(t, c.SendAIBotMarkdownResponse(ctx, "unknown", "x"), workwx.CodeInvalidResponseCode)
	var argument *workwx.ArgumentError
	require.ErrorAs(t, c.SendAIBotMarkdownResponse(ctx, m.ResponseURL, strings.Repeat("x", 20481)), &argument)

	card := workwx.TemplateCard{CardType: workwx.CardTypeTextNotice, MainTitle: workwx.CardTitle{Title: "card"},
		CardAction: workwx.CardAction{Type: workwx.CardTargetURL, URL: "https://example.com"}, Feedback: workwx.CardFeedback{ID: "f"}}
	require.NoError(t, c.SendAIBotTemplateCardResponse(ctx, robot("").ResponseURL, card))
	require.Contains(t, string(srv.Messages()[1].JSON), `"feedback":{"id":"f"}`)
	group := robot("wrCHAT")
	require.Error(t, c.SendAIBotTemplateCardResponse(ctx, group.ResponseURL, card), "in a group there are no cards")
	require.NoError(t, c.SendAIBotMarkdownResponse(ctx, group.ResponseURL, "text"))
	require.Equal(t, "wrCHAT", srv.Messages()[2].ChatID)
	late := robot("")
	srv.Advance(61 * time.Minute)
	require.ErrorIs(t, c.SendAIBotMarkdownResponse(ctx, late.ResponseURL, "x"), workwx.CodeInvalidResponseCode)
}

// TestPushRetries: no answer in time is tried three times, a status of 500 is not.
func TestPushRetries(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPushTimeout(300*time.Millisecond))
	var deliveries atomic.Int64
	handler, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	require.NoError(t, err)
	target := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			handler.ServeHTTP(w, r)
			return
		}
		io.Copy(io.Discard, r.Body)
		switch deliveries.Add(1) {
		case 1:
			<-r.Context().Done()
		case 2:
			panic(http.ErrAbortHandler)
		}
	}))
	defer target.Close()
	result, err := srv.Push(t.Context(), target.URL, srv.TextMessageXML("lisi", "hello"))
	require.NoError(t, err)
	require.Equal(t, 3, result.Attempts)
	deliveries.Store(-10)
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { deliveries.Add(1); w.WriteHeader(500) }))
	defer broken.Close()
	result, err = srv.Push(t.Context(), broken.URL, srv.TextMessageXML("lisi", "hello"), workwxtest.SkipVerification())
	require.ErrorContains(t, err, "HTTP 500")
	require.Equal(t, 1, result.Attempts)
	require.EqualValues(t, -9, deliveries.Load())
}

// TestPushComplains of what a handler does wrong.
func TestPushComplains(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	answers := func(body string) string {
		target := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }))
		t.Cleanup(target.Close)
		return target.URL
	}
	for body, complaint := range map[string]string{
		"hello":                                 "neither XML nor JSON nor empty",
		"<xml><ToUserName>a</ToUserName></xml>": "not encrypted",
		"<xml><Encrypt>a</Encrypt><MsgSignature>b</MsgSignature></xml>":                      "signature is wrong",
		`{"encrypt":"a","msgsignature":"b","timestamp":1,"nonce":"n"}`:                       "signature is wrong",
		`{"msgtype":"text","text":{"content":"plain"}}`:                                      "not encrypted",
		"<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[plain]]></Content></xml>": "not encrypted",
	} {
		_, err := srv.Push(t.Context(), answers(body), srv.TextMessageXML("lisi", "hello"), workwxtest.SkipVerification())
		require.ErrorContains(t, err, complaint, body)
	}
	_, err := srv.Push(t.Context(), answers("\"echo\"\n"), srv.TextMessageXML("lisi", "hello"))
	require.ErrorContains(t, err, "expected the plain text")
}
