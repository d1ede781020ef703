// Kfbot answers customers of 微信客服: from a list of answers, or by handing them over to a member.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_CALLBACK_TOKEN, WORKWX_CALLBACK_AES_KEY and
// SERVICER, the member's user ID, from the environment. The callback URL is that of this server with the path
// /wecom. How far the messages were read is kept in the directory "cursors".
package main

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/go-workwx/workwx"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	b := &bot{client: client, servicer: os.Getenv("SERVICER")}
	syncer, err := workwx.NewKfSyncer(client, b.handle,
		workwx.WithKfCursorStore(cursors("cursors")), workwx.WithKfSyncLogger(slog.Default()))
	if err != nil {
		log.Fatal(err)
	}
	h, err := workwx.NewCallbackHandler(os.Getenv("WORKWX_CALLBACK_TOKEN"), os.Getenv("WORKWX_CALLBACK_AES_KEY"), client.CorpID(), nil)
	if err != nil {
		log.Fatal(err)
	}
	workwx.On(h, syncer.Handle)

	mux := http.NewServeMux()
	mux.Handle("/wecom", h)
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := syncer.CatchUp(ctx); err != nil { // with what came while the bot was down
			log.Println(err)
		}
	}()

	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := errors.Join(server.Shutdown(ctx), h.Shutdown(ctx), syncer.Shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}

type bot struct {
	client   *workwx.Client
	servicer string
}

var answers = map[string]string{
	"hours": "We are here from 9 to 18.",
	"price": "It is 199 yuan.",
}

// handle gets each message once, in order. What it returns an error for comes again.
func (b *bot) handle(ctx context.Context, m *workwx.KfMsg) error {
	if m.Origin != workwx.KfOriginCustomer || m.MsgType != workwx.KfMsgTypeText {
		return nil
	}
	var err error
	if answer, ok := answers[strings.ToLower(strings.TrimSpace(m.Text.Content))]; ok {
		_, err = b.client.SendKfTextMessage(ctx, m.Customer(), m.Account(), answer)
	} else {
		_, err = b.client.TransferKfServiceState(ctx, &workwx.TransferKfServiceStateRequest{
			OpenKfID: m.Account(), ExternalUserID: m.Customer(),
			ServiceState: workwx.KfServiceStateManualReception, ServicerUserID: b.servicer,
		})
	}
	if code := workwx.CodeOK; errors.As(err, &code) && code.IsKfUndeliverable() {
		slog.WarnContext(ctx, "not answered", "message", m.MsgID, "error", err)
		return nil // trying again would not help: a member has the session already, say
	}
	return err
}

// cursors is a directory with a file for each account.
type cursors string

func (dir cursors) Load(_ context.Context, openKfID string) (string, error) {
	cursor, err := os.ReadFile(filepath.Join(string(dir), filepath.Base(openKfID)))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(cursor), err
}

// Save replaces the file in one step, so that a crash leaves the old cursor or the new one.
func (dir cursors) Save(_ context.Context, openKfID, cursor string) error {
	if err := os.MkdirAll(string(dir), 0o700); err != nil {
		return err
	}
	file := filepath.Join(string(dir), filepath.Base(openKfID))
	if err := os.WriteFile(file+".new", []byte(cursor), 0o600); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}
