package workwx_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// A bot that answers texts, also those that came while it was down.
func ExampleKfSyncer() {
	srv, err := workwxtest.Start(workwxtest.WithPipe())
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client() // workwx.NewClient(corpID, secret) outside of an example
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(account, customer, "Where is my parcel?")

	syncer, err := workwx.NewKfSyncer(client, func(ctx context.Context, m *workwx.KfMsg) error {
		if m.Origin != workwx.KfOriginCustomer || m.MsgType != workwx.KfMsgTypeText {
			return nil
		}
		_, err := client.SendKfTextMessage(ctx, m.Customer(), m.Account(), "You asked: "+m.Text.Content)
		if code := workwx.CodeOK; errors.As(err, &code) && code.IsKfUndeliverable() {
			return nil // a servicer has taken the session, say: trying again does not help
		}
		return err
	}, workwx.WithKfCursorStore(workwx.NewMemoryKfCursorStore())) // rather one that lasts
	if err != nil {
		panic(err)
	}

	// With a CallbackHandler, one line has the messages handled as they come: workwx.On(h, syncer.Handle)
	ctx := context.Background()
	if err := syncer.CatchUp(ctx); err != nil { // what came while the service was down
		panic(err)
	}
	if err := syncer.Shutdown(ctx); err != nil {
		panic(err)
	}
	for _, m := range srv.KfMessages() {
		fmt.Println(m.Content)
	}
	// Output: You asked: Where is my parcel?
}

// Greet a customer who opens the chat, with a menu.
func ExampleClient_SendKfMenuMessageOnEvent() {
	srv, err := workwxtest.Start(workwxtest.WithPipe())
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client()
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerEnters(account, customer, "shop", "")

	ctx := context.Background()
	for m, err := range client.AllKfMessages(ctx, &workwx.SyncKfMessagesRequest{OpenKfID: account}) {
		if err != nil {
			panic(err)
		}
		if m.Event.EventType != workwx.KfEventTypeEnterSession || m.Event.WelcomeCode == "" {
			continue
		}
		_, err := client.SendKfMenuMessageOnEvent(ctx, m.Event.WelcomeCode, workwx.KfMenu{
			HeadContent: "Welcome! What is it about?",
			List:        []workwx.KfMenuItem{workwx.KfMenuClick("parcel", "My parcel"), workwx.KfMenuClick("human", "Talk to somebody")},
		})
		if err != nil {
			panic(err)
		}
	}
	for _, m := range srv.KfMessages() {
		fmt.Println(m.Type, m.Content)
	}
	// Output: msgmenu Welcome! What is it about?
}

// Hand a session over to a member, and tell the customer.
func ExampleClient_TransferKfServiceState() {
	srv, err := workwxtest.Start(workwxtest.WithPipe())
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client()
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.AddKfServicers(account, "zhangsan")
	srv.KfCustomerSays(account, customer, "I want to talk to somebody.")

	ctx := context.Background()
	code, err := client.TransferKfServiceState(ctx, &workwx.TransferKfServiceStateRequest{
		OpenKfID:       account,
		ExternalUserID: customer,
		ServiceState:   workwx.KfServiceStateManualReception,
		ServicerUserID: "zhangsan",
	})
	if err != nil {
		panic(err)
	}
	if _, err := client.SendKfTextMessageOnEvent(ctx, code, "Zhang San will be with you in a moment."); err != nil {
		panic(err)
	}

	_, err = client.SendKfTextMessage(ctx, customer, account, "Anything else?")
	fmt.Println(errors.Is(err, workwx.CodeKfStateForbidsSending)) // the session is Zhang San's now
	for _, m := range srv.KfMessages() {
		fmt.Println(m.Content)
	}
	// Output:
	// true
	// Zhang San will be with you in a moment.
}

// An answer with an id of its own is sent once, however often the message is handled.
func ExampleKfMsg_AnswerID() {
	srv, err := workwxtest.Start(workwxtest.WithPipe())
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	client := srv.Client()
	account, customer := srv.AddKfAccount("Support"), srv.AddKfCustomer("Li")
	srv.KfCustomerSays(account, customer, "hello")

	answer := func(ctx context.Context, m *workwx.KfMsg) error {
		_, err := client.SendKfMessage(ctx, &workwx.SendKfMessageRequest{
			OpenKfID: m.Account(),
			ToUser:   m.Customer(),
			MsgID:    m.AnswerID(1),
			MsgType:  workwx.KfMsgTypeText,
			Text:     workwx.MessageText{Content: "Hello!"},
		})
		if errors.Is(err, workwx.CodeKfDuplicateMsgID) {
			return nil // the customer has it
		}
		return err
	}
	ctx := context.Background()
	for range 2 { // the second is a new process, whose cursors were lost
		syncer, err := workwx.NewKfSyncer(client, answer)
		if err != nil {
			panic(err)
		}
		if err := syncer.CatchUp(ctx); err != nil {
			panic(err)
		}
	}
	fmt.Println(len(srv.KfMessages()))
	// Output: 1
}
