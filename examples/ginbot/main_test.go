package main

import (
	"context"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx/workwxtest"
)

func TestSlowReport(t *testing.T) {
	gin.SetMode(gin.TestMode)
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")

	acknowledged := make(chan struct{})
	slow := func(ctx context.Context, topic string) (string, error) {
		<-acknowledged
		return "All is well with " + topic + ".", nil
	}
	bot, err := newBot(srv.Client(), srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), slow)
	require.NoError(t, err)
	mounted := httptest.NewServer(newRouter(bot))
	defer mounted.Close()

	_, err = srv.Push(t.Context(), mounted.URL+"/wecom", srv.TextMessageXML("zhangsan", "the disks"))
	require.NoError(t, err, "the event is acknowledged while the report is in the making")
	require.Empty(t, srv.Messages())

	close(acknowledged)
	require.NoError(t, bot.Shutdown(t.Context()), "what was acknowledged is finished")
	got := srv.MessagesTo("zhangsan")
	require.Len(t, got, 1)
	require.Equal(t, "All is well with the disks.", got[0].Content)
}
