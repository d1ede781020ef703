// Ginbot mounts a callback handler in a router of gin. It acknowledges each event before it works on it,
// so that work may take longer than the platform waits, and answers with a message of its own.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_AGENT_ID, WORKWX_CALLBACK_TOKEN and
// WORKWX_CALLBACK_AES_KEY from the environment.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/go-workwx/workwx"
)

func main() {
	agentID, err := strconv.ParseInt(os.Getenv("WORKWX_AGENT_ID"), 10, 64)
	if err != nil {
		log.Fatal("WORKWX_AGENT_ID: ", err)
	}
	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"), workwx.WithAgentID(agentID))
	if err != nil {
		log.Fatal(err)
	}
	bot, err := newBot(client, os.Getenv("WORKWX_CALLBACK_TOKEN"), os.Getenv("WORKWX_CALLBACK_AES_KEY"), os.Getenv("WORKWX_CORP_ID"), report)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(newRouter(bot).Run(":8080"))
}

func newRouter(bot *workwx.CallbackHandler) *gin.Engine {
	router := gin.New()
	router.Use(gin.Recovery())
	// GET verifies the URL, POST delivers.
	router.Match([]string{"GET", "POST"}, "/wecom", gin.WrapH(bot))
	return router
}

func newBot(client *workwx.Client, token, aesKey, corpID string, report func(context.Context, string) (string, error)) (*workwx.CallbackHandler, error) {
	bot, err := workwx.NewCallbackHandler(token, aesKey, corpID, nil, workwx.WithAsync(8, 256))
	if err != nil {
		return nil, err
	}
	workwx.On(bot, func(ctx context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		text, err := report(ctx, m.Content)
		if err != nil {
			return nil, err
		}
		_, err = client.SendTextMessage(ctx, workwx.ToUsers(m.FromUserName), text)
		return nil, err
	})
	return bot, nil
}

// report stands for something slow.
func report(ctx context.Context, topic string) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case <-time.After(20 * time.Second):
		return fmt.Sprintf("All is well with %s.", topic), nil
	}
}
