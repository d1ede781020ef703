// Callbackbot answers what members write to an app, and greets those who open it.
//
// It reads WORKWX_CORP_ID, and WORKWX_CALLBACK_TOKEN and WORKWX_CALLBACK_AES_KEY from the page where the
// app's callback URL is set, which is that of this server with the path /wecom.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/go-workwx/workwx"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	bot, err := newBot(os.Getenv("WORKWX_CALLBACK_TOKEN"), os.Getenv("WORKWX_CALLBACK_AES_KEY"), os.Getenv("WORKWX_CORP_ID"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/wecom", bot)
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	// First no more requests come in, then what came in is finished.
	if err := errors.Join(server.Shutdown(ctx), bot.Shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}

func newBot(token, aesKey, corpID string) (*workwx.CallbackHandler, error) {
	bot, err := workwx.NewCallbackHandler(token, aesKey, corpID, nil)
	if err != nil {
		return nil, err
	}
	workwx.On(bot, func(_ context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		switch text := strings.TrimSpace(m.Content); text {
		case "ping":
			return workwx.TextReply{Content: "pong"}, nil
		case "time":
			return workwx.TextReply{Content: time.Now().Format(time.RFC1123)}, nil
		default:
			return workwx.TextReply{Content: "I know ping and time, but not " + text}, nil
		}
	})
	workwx.On(bot, func(_ context.Context, m *workwx.ImageMessage) (workwx.Reply, error) {
		return workwx.ImageReply{MediaID: m.MediaID}, nil // sent back
	})
	workwx.On(bot, func(_ context.Context, ev *workwx.EnterAgentEvent) (workwx.Reply, error) {
		return workwx.TextReply{Content: "Hello, " + ev.FromUserName}, nil
	})
	return bot, nil
}
