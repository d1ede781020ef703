package workwxtest_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

func TestKfAccounts(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	c, ctx := srv.Client(), t.Context()
	avatar := srv.AddFile("image", "a.png", []byte("avatar"))
	id, err := c.CreateKfAccount(ctx, &workwx.CreateKfAccountRequest{Name: "售后", MediaID: avatar})
	require.NoError(t, err)
	_, err = c.CreateKfAccount(ctx, &workwx.CreateKfAccountRequest{Name: strings.Repeat("长", 17), MediaID: avatar})
	require.ErrorIs(t, err, workwx.Code(95006))
	_, err = c.CreateKfAccount(ctx, &workwx.CreateKfAccountRequest{Name: "x", MediaID: "unknown"})
	require.ErrorIs(t, err, workwx.CodeInvalidMediaID)
	require.NoError(t, c.UpdateKfAccount(ctx, &workwx.UpdateKfAccountRequest{OpenKfID: id, Name: workwx.Ptr("售前")}))
	for i := range 120 {
		srv.AddKfAccount(fmt.Sprintf("account %d", i))
	}
	accounts := map[string]*workwx.KfAccount{}
	for a, err := range c.AllKfAccounts(ctx, nil) {
		require.NoError(t, err)
		accounts[a.OpenKfID] = a
	}
	require.Len(t, accounts, 121)
	require.Equal(t, "售前", accounts[id].Name)
	require.Contains(t, accounts[id].Avatar, avatar, "an update leaves alone what it does not name")
	require.True(t, accounts[id].ManagePrivilege)

	link, err := c.AddKfContact(ctx, &workwx.AddKfContactRequest{OpenKfID: id, Scene: "shop_1"})
	require.NoError(t, err)
	require.Contains(t, link, "enc_scene=")
	_, err = c.AddKfContact(ctx, &workwx.AddKfContactRequest{OpenKfID: id, Scene: "a b"})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)

	require.NoError(t, c.DeleteKfAccount(ctx, id))
	require.ErrorIs(t, c.DeleteKfAccount(ctx, id), workwx.CodeOpenKfIDNotFound)
	require.ErrorIs(t, c.DeleteKfAccount(ctx, ""), workwx.CodeInvalidOpenKfID)
}

func TestKfServicers(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	c, ctx := srv.Client(), t.Context()
	srv.AddUsers("zhangsan", "lisi")
	id := srv.AddKfAccount("售后")
	change := &workwx.AddKfServicersRequest{OpenKfID: id, UserIDList: []string{"zhangsan", "nobody"}, DepartmentIDList: []int64{1, 99}}
	results, err := c.AddKfServicers(ctx, change)
	require.NoError(t, err)
	codes := []workwx.Code{}
	for _, r := range results {
		codes = append(codes, r.ErrCode)
	}
	require.Equal(t, []workwx.Code{0, workwx.CodeUserNotFound, 0, workwx.CodeDepartmentNotFound}, codes)
	results, err = c.AddKfServicers(ctx, change)
	require.NoError(t, err)
	require.Equal(t, "ignored", results[0].ErrMsg)

	srv.SetKfServicerStatus(id, "zhangsan", workwx.KfServicerStatusStopped, workwx.KfStopTypeSuspended)
	servicers, err := c.ListKfServicers(ctx, id)
	require.NoError(t, err)
	require.Equal(t, []*workwx.KfServicer{
		{UserID: "zhangsan", Status: workwx.KfServicerStatusStopped, StopType: workwx.KfStopTypeSuspended},
		{DepartmentID: 1},
	}, servicers)
	results, err = c.RemoveKfServicers(ctx, &workwx.RemoveKfServicersRequest{OpenKfID: id, UserIDList: []string{"zhangsan"}})
	require.NoError(t, err)
	require.Equal(t, "success", results[0].ErrMsg)
	servicers, err = c.ListKfServicers(ctx, id)
	require.NoError(t, err)
	require.Len(t, servicers, 1)
}

// kfChat is a customer's conversation with an account.
type kfChat struct {
	srv      *workwxtest.Server
	c        *workwx.Client
	account  string
	customer string
}

func newKfChat(t *testing.T) *kfChat {
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	return &kfChat{srv, srv.Client(), srv.AddKfAccount("售后"), srv.AddKfCustomer("张三")}
}

func (k *kfChat) says(texts ...string) { k.srv.KfCustomerSays(k.account, k.customer, texts...) }

func (k *kfChat) send(ctx context.Context, text string) error {
	_, err := k.c.SendKfTextMessage(ctx, k.customer, k.account, text)
	return err
}

func (k *kfChat) state(t *testing.T) workwx.KfServiceState {
	t.Helper()
	st, err := k.c.GetKfServiceState(t.Context(), &workwx.GetKfServiceStateRequest{OpenKfID: k.account, ExternalUserID: k.customer})
	require.NoError(t, err)
	return st.ServiceState
}

func (k *kfChat) move(ctx context.Context, to workwx.KfServiceState, servicer string) (string, error) {
	return k.c.TransferKfServiceState(ctx, &workwx.TransferKfServiceStateRequest{
		OpenKfID: k.account, ExternalUserID: k.customer, ServiceState: to, ServicerUserID: servicer})
}

// sync returns what the account holds.
func (k *kfChat) sync(t *testing.T) []*workwx.KfMsg {
	t.Helper()
	var list []*workwx.KfMsg
	for m, err := range k.c.AllKfMessages(t.Context(), &workwx.SyncKfMessagesRequest{OpenKfID: k.account}) {
		require.NoError(t, err)
		list = append(list, m)
	}
	return list
}

// TestKfTransitions walks all ways from all states.
func TestKfTransitions(t *testing.T) {
	t.Parallel()
	const untreated, robot, queue, human, ended = workwx.KfServiceStateUntreated, workwx.KfServiceStateRobotReception,
		workwx.KfServiceStateInQueue, workwx.KfServiceStateManualReception, workwx.KfServiceStateFinished
	allowed := map[workwx.KfServiceState][]workwx.KfServiceState{
		untreated: {robot, queue, human}, robot: {queue, human}, queue: {human}, human: {human, ended}, ended: nil,
	}
	for from, ways := range allowed {
		for to := untreated; to <= ended+1; to++ {
			k := newKfChat(t)
			k.srv.AddKfServicers(k.account, "lisi", "wangwu")
			if from != ended {
				k.says("hello")
			}
			if from != untreated && from != ended {
				_, err := k.move(t.Context(), from, "lisi")
				require.NoError(t, err)
			}
			require.Equal(t, from, k.state(t))
			code, err := k.move(t.Context(), to, "wangwu")
			if !slices.Contains(ways, to) {
				require.ErrorIs(t, err, workwx.CodeIllegalKfTransition, "%d to %d", from, to)
				require.Equal(t, from, k.state(t))
				continue
			}
			require.NoError(t, err, "%d to %d", from, to)
			require.Equal(t, to, k.state(t))
			require.Equal(t, to == queue || to == human && from != human || to == ended, code != "", "%d to %d: msg_code", from, to)
		}
	}
}

func TestKfServicerChecks(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	k.srv.AddUsers("stranger")
	k.srv.AddKfServicers(k.account, "lisi")
	k.says("hello")
	_, err := k.move(t.Context(), workwx.KfServiceStateManualReception, "stranger")
	require.ErrorIs(t, err, workwx.CodeNotKfServicer)
	k.srv.SetKfServicerStatus(k.account, "lisi", workwx.KfServicerStatusStopped, workwx.KfStopTypeStopped)
	_, err = k.move(t.Context(), workwx.KfServiceStateManualReception, "lisi")
	require.ErrorIs(t, err, workwx.CodeKfServicerNotReceiving)
	k.srv.SetKfServicerStatus(k.account, "lisi", workwx.KfServicerStatusReceiving, 0)
	_, err = k.move(t.Context(), workwx.KfServiceStateManualReception, "lisi")
	require.NoError(t, err)
	st, err := k.c.GetKfServiceState(t.Context(), &workwx.GetKfServiceStateRequest{OpenKfID: k.account, ExternalUserID: k.customer})
	require.NoError(t, err)
	require.Equal(t, "lisi", st.ServicerUserID)
	require.ErrorIs(t, k.send(t.Context(), "hi"), workwx.CodeKfStateForbidsSending)
	_, err = k.c.GetKfServiceState(t.Context(), &workwx.GetKfServiceStateRequest{OpenKfID: k.account, ExternalUserID: "wmnobody"})
	require.ErrorIs(t, err, workwx.CodeInvalidExternalUserID)
}

func TestKfWindow(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	ctx := t.Context()
	require.ErrorIs(t, k.send(ctx, "too early"), workwx.CodeKfStateForbidsSending)
	k.says("hello")
	for i := range 5 {
		require.NoError(t, k.send(ctx, fmt.Sprint(i)))
	}
	require.ErrorIs(t, k.send(ctx, "6"), workwx.CodeKfMessageCountLimit)
	k.says("still there?")
	k.srv.Advance(48*time.Hour - time.Minute)
	require.NoError(t, k.send(ctx, "yes"))
	k.srv.Advance(2 * time.Minute)
	require.ErrorIs(t, k.send(ctx, "too late"), workwx.CodeKfMessageTimeLimit)
	require.Equal(t, workwx.KfServiceStateFinished, k.state(t))
	k.says("once more")
	require.Equal(t, workwx.KfServiceStateUntreated, k.state(t))
	require.NoError(t, k.send(ctx, "welcome back"))
	require.Len(t, k.srv.KfMessages(), 7)
}

func TestKfMessageTypes(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	c, ctx := k.c, t.Context()
	k.srv.AddUsers("lisi")
	file := k.srv.AddFile("image", "a.png", []byte("picture"))
	to, id := k.customer, k.account
	menu := workwx.KfMenu{HeadContent: "Satisfied?", List: []workwx.KfMenuItem{
		workwx.KfMenuClick("1", "yes"), workwx.KfMenuView("https://example.com", "page"),
		workwx.KfMenuOpen("wx1", "index", "app"), workwx.KfMenuText("bye")}}
	for name, send := range map[workwx.KfMsgType]func() (string, error){
		"text":  func() (string, error) { return c.SendKfTextMessage(ctx, to, id, "hi") },
		"image": func() (string, error) { return c.SendKfImageMessage(ctx, to, id, file) },
		"voice": func() (string, error) { return c.SendKfVoiceMessage(ctx, to, id, file) },
		"video": func() (string, error) { return c.SendKfVideoMessage(ctx, to, id, file) },
		"file":  func() (string, error) { return c.SendKfFileMessage(ctx, to, id, file) },
		"link": func() (string, error) {
			return c.SendKfLinkMessage(ctx, to, id, workwx.KfLink{URL: "https://example.com", Title: "t", ThumbMediaID: file})
		},
		"miniprogram": func() (string, error) {
			return c.SendKfMiniProgramMessage(ctx, to, id, workwx.KfMiniProgram{AppID: "wx1", PagePath: "index", ThumbMediaID: file})
		},
		"msgmenu": func() (string, error) { return c.SendKfMenuMessage(ctx, to, id, menu) },
		"location": func() (string, error) {
			return c.SendKfLocationMessage(ctx, to, id, workwx.KfLocation{Latitude: 23.1, Longitude: 113.3, Name: "Guangzhou"})
		},
		"business_card": func() (string, error) { return c.SendKfBusinessCardMessage(ctx, to, id, "lisi") },
		"ca_link": func() (string, error) {
			return c.SendKfCaLinkMessage(ctx, to, id, "https://work.weixin.qq.com/ca/x")
		},
	} {
		k.says("next")
		msgID, err := send()
		require.NoError(t, err, name)
		sent := k.srv.KfMessages()
		last := sent[len(sent)-1]
		require.Equal(t, name, last.Type)
		require.Equal(t, msgID, last.ID)
	}
	k.says("next")
	for code, req := range map[workwx.Code]*workwx.SendKfMessageRequest{
		40008: {MsgType: "note"},
		44004: {MsgType: "text"},
		45002: {MsgType: "text", Text: workwx.MessageText{Content: strings.Repeat("x", 2049)}},
		40007: {MsgType: "image", Image: workwx.MessageMedia{MediaID: "unknown"}},
		41016: {MsgType: "link", Link: workwx.KfLink{URL: "https://example.com"}},
		41006: {MsgType: "link", Link: workwx.KfLink{URL: "https://example.com", Title: "t"}},
		95008: {MsgType: "msgmenu", MsgMenu: workwx.KfMenu{List: make([]workwx.KfMenuItem, 11)}},
		95009: {MsgType: "msgmenu", MsgMenu: workwx.KfMenu{List: []workwx.KfMenuItem{{Type: "other"}}}},
		40058: {MsgType: "location", Location: workwx.KfLocation{Latitude: 91, Name: "nowhere"}},
		60111: {MsgType: "business_card", BusinessCard: workwx.KfBusinessCard{UserID: "nobody"}},
	} {
		req.OpenKfID, req.ToUser = id, to
		_, err := c.SendKfMessage(ctx, req)
		require.ErrorIs(t, err, code)
	}
	own := &workwx.SendKfMessageRequest{OpenKfID: id, ToUser: to, MsgID: "own-1", MsgType: "text", Text: workwx.MessageText{Content: "x"}}
	msgID, err := c.SendKfMessage(ctx, own)
	require.NoError(t, err)
	require.Equal(t, "own-1", msgID)
	_, err = c.SendKfMessage(ctx, own)
	require.ErrorIs(t, err, workwx.CodeKfDuplicateMsgID)
}

func TestKfEventCodes(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	ctx := t.Context()
	k.srv.AddKfServicers(k.account, "lisi")
	last := func() workwx.KfEvent {
		list := k.sync(t)
		require.Equal(t, workwx.KfOriginSystem, list[len(list)-1].Origin)
		return list[len(list)-1].Event
	}
	k.srv.KfCustomerEnters(k.account, k.customer, "shop", "a=1")
	ev := last()
	require.Equal(t, workwx.KfEventTypeEnterSession, ev.EventType)
	require.Equal(t, []string{k.account, k.customer, "shop", "a=1"}, []string{ev.OpenKfID, ev.ExternalUserID, ev.Scene, ev.SceneParam})
	_, err := k.c.SendKfMenuMessageOnEvent(ctx, ev.WelcomeCode, workwx.KfMenu{HeadContent: "Welcome"})
	require.NoError(t, err)
	_, err = k.c.SendKfTextMessageOnEvent(ctx, ev.WelcomeCode, "again")
	require.Error(t, err, "a code serves once")
	k.srv.KfCustomerEnters(k.account, k.customer, "", "")
	require.Empty(t, last().WelcomeCode, "welcomed within 48 hours")

	k.srv.Advance(49 * time.Hour)
	k.srv.KfCustomerEnters(k.account, k.customer, "", "")
	late := last().WelcomeCode
	require.NotEmpty(t, late)
	k.srv.Advance(21 * time.Second)
	_, err = k.c.SendKfTextMessageOnEvent(ctx, late, "late")
	require.Error(t, err, "a welcome_code lives for 20 seconds")

	k.says("hello")
	code, err := k.move(ctx, workwx.KfServiceStateInQueue, "")
	require.NoError(t, err)
	_, err = k.c.SendKfMenuMessageOnEvent(ctx, code, workwx.KfMenu{HeadContent: "wait"})
	require.Error(t, err, "the code of the queue takes a text only")
	k.srv.Advance(time.Hour)
	_, err = k.c.SendKfTextMessageOnEvent(ctx, code, "please wait")
	require.NoError(t, err)

	k.srv.KfServicerTakes(k.account, "lisi", k.customer)
	ev = last()
	require.Equal(t, workwx.KfSessionChangeTaken, ev.ChangeType)
	require.Equal(t, "lisi", ev.NewServicerUserID)
	_, err = k.c.SendKfTextMessageOnEvent(ctx, ev.MsgCode, "lisi is here")
	require.NoError(t, err)
	k.srv.KfServicerSays(k.account, "lisi", k.customer, "how can I help?")
	list := k.sync(t)
	said := list[len(list)-1]
	require.Equal(t, workwx.KfOriginServicer, said.Origin)
	require.Equal(t, "lisi", said.ServicerUserID)
	k.srv.KfServicerEnds(k.account, k.customer)
	ev = last()
	require.Equal(t, workwx.KfSessionChangeEnded, ev.ChangeType)
	require.Equal(t, "lisi", ev.OldServicerUserID)
	require.Equal(t, workwx.KfServiceStateFinished, k.state(t))
	k.srv.KfServicerSays(k.account, "lisi", k.customer, "one more thing")
	require.Equal(t, workwx.KfServiceStateManualReception, k.state(t), "resumed")
	k.srv.AddKfEvent(k.account, workwx.KfEvent{EventType: workwx.KfEventTypeMsgSendFail, FailMsgID: "m", FailType: workwx.KfFailTypeRejected})
	require.Equal(t, workwx.KfFailTypeRejected, last().FailType)
}

func TestKfSync(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	ctx := t.Context()
	k.says("a", "b")
	k.srv.KfCustomerSends(k.account, k.customer, workwx.KfMsg{MsgID: "own", MsgType: workwx.KfMsgTypeImage, Image: workwx.MessageMedia{MediaID: "m"}})
	page := func(req workwx.SyncKfMessagesRequest) (*workwx.SyncKfMessagesResponse, error) {
		req.OpenKfID = k.account
		return k.c.SyncKfMessages(ctx, &req)
	}
	token := k.srv.KfToken()
	first, err := page(workwx.SyncKfMessagesRequest{Token: token, Limit: 2})
	require.NoError(t, err)
	require.True(t, bool(first.HasMore))
	require.Equal(t, "a", first.MsgList[0].Text.Content)
	require.LessOrEqual(t, len(first.NextCursor), 64)
	second, err := page(workwx.SyncKfMessagesRequest{Token: token, Cursor: first.NextCursor})
	require.NoError(t, err)
	require.False(t, bool(second.HasMore))
	require.Len(t, second.MsgList, 1)
	require.Equal(t, "own", second.MsgList[0].MsgID)
	require.Equal(t, "m", second.MsgList[0].Image.MediaID)
	third, err := page(workwx.SyncKfMessagesRequest{Cursor: second.NextCursor})
	require.NoError(t, err)
	require.Empty(t, third.MsgList)
	require.Equal(t, second.NextCursor, third.NextCursor)

	k.srv.KfEmptyPages(1)
	empty, err := page(workwx.SyncKfMessagesRequest{})
	require.NoError(t, err)
	require.Empty(t, empty.MsgList)
	require.True(t, bool(empty.HasMore))
	again, err := page(workwx.SyncKfMessagesRequest{Cursor: empty.NextCursor})
	require.NoError(t, err)
	require.Len(t, again.MsgList, 3)

	other := k.srv.AddKfAccount("other")
	_, err = k.c.SyncKfMessages(ctx, &workwx.SyncKfMessagesRequest{OpenKfID: other, Cursor: first.NextCursor})
	require.ErrorIs(t, err, workwx.CodeInvalidCursor)
	k.srv.ExpireKfCursors()
	_, err = page(workwx.SyncKfMessagesRequest{Cursor: first.NextCursor})
	require.ErrorIs(t, err, workwx.CodeInvalidCursor)
	k.srv.Advance(11 * time.Minute)
	_, err = page(workwx.SyncKfMessagesRequest{Token: token})
	require.ErrorIs(t, err, workwx.CodeInvalidMessageToken)
	token = k.srv.KfToken()
	k.srv.ExpireKfTokens()
	_, err = page(workwx.SyncKfMessagesRequest{Token: token})
	require.ErrorIs(t, err, workwx.CodeInvalidMessageToken)

	k.srv.Advance(72 * time.Hour)
	k.srv.ExpireTokens()
	k.says("c")
	require.Len(t, k.sync(t), 1, "messages are kept for 3 days")
}

// TestKfPush delivers the event to a callback URL by itself, and on demand.
func TestKfPush(t *testing.T) {
	t.Parallel()
	const token, key, corp = "KfCallbackToken", "ZmFrZS1lbmNvZGluZy1hZXMta2V5LTAxMjM0NTY3ODk", "wwfake0000000000001"
	events := make(chan *workwx.KfMessageEvent, 10)
	h, err := workwx.NewCallbackHandler(token, key, corp, nil)
	require.NoError(t, err)
	workwx.On(h, func(_ context.Context, ev *workwx.KfMessageEvent) (workwx.Reply, error) {
		events <- ev
		return nil, nil
	})
	target := httptest.NewServer(h)
	defer target.Close()
	srv := workwxtest.NewServer(t, workwxtest.WithCallback(target.URL), workwxtest.WithCallbackKeys(token, key))
	id := srv.AddKfAccount("售后")
	srv.KfCustomerSays(id, "wmzhangsan", "hello")
	ev := <-events
	require.Equal(t, id, ev.OpenKfID)
	page, err := srv.Client().SyncKfMessages(t.Context(), &workwx.SyncKfMessagesRequest{OpenKfID: ev.OpenKfID, Token: ev.Token})
	require.NoError(t, err)
	require.Equal(t, "hello", page.MsgList[0].Text.Content)
	_, err = srv.Push(t.Context(), target.URL, srv.KfEventXML(id))
	require.NoError(t, err)
	require.NotEqual(t, ev.Token, (<-events).Token)
}

func TestKfCustomers(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	quiet := k.srv.AddKfCustomer("quiet")
	k.srv.KfCustomerEnters(k.account, k.customer, "shop", "a=1")
	k.says("hello")
	get := func(withContext bool) *workwx.BatchGetKfCustomersResponse {
		resp, err := k.c.BatchGetKfCustomers(t.Context(), &workwx.BatchGetKfCustomersRequest{
			ExternalUserIDList: []string{k.customer, quiet, "wmnobody"}, NeedEnterSessionContext: workwx.Ptr(workwx.IntBool(withContext))})
		require.NoError(t, err)
		return resp
	}
	resp := get(true)
	require.Equal(t, []string{quiet, "wmnobody"}, resp.InvalidExternalUserID)
	require.Equal(t, "张三", resp.CustomerList[0].Nickname)
	require.Equal(t, "shop", resp.CustomerList[0].EnterSessionContext.Scene)
	require.Zero(t, get(false).CustomerList[0].EnterSessionContext)
	k.srv.Advance(49 * time.Hour)
	k.srv.ExpireTokens()
	require.Empty(t, get(true).CustomerList)
	_, err := k.c.BatchGetKfCustomers(t.Context(), &workwx.BatchGetKfCustomersRequest{ExternalUserIDList: make([]string, 101)})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}

func TestKfUpgrades(t *testing.T) {
	t.Parallel()
	k := newKfChat(t)
	ctx := t.Context()
	k.srv.AddUsers("lisi")
	req := &workwx.UpgradeKfServiceRequest{OpenKfID: k.account, ExternalUserID: k.customer, Type: workwx.KfUpgradeTypeMember,
		Member: workwx.KfUpgradeMember{UserID: "lisi", Wording: "add me"}}
	require.Error(t, k.c.UpgradeKfService(ctx, req), "nobody is in the range")
	k.srv.SetKfUpgradeRange(nil, []int64{1}, []string{"wrchat"})
	config, err := k.c.GetKfServiceUpgradeConfig(ctx)
	require.NoError(t, err)
	require.Equal(t, []int64{1}, config.MemberRange.DepartmentIDList)
	require.Equal(t, []string{"wrchat"}, config.GroupChatRange.ChatIDList)
	require.NoError(t, k.c.UpgradeKfService(ctx, req))
	require.Equal(t, []workwxtest.KfUpgrade{{OpenKfID: k.account, ExternalUserID: k.customer, UserID: "lisi", Wording: "add me"}}, k.srv.KfUpgrades())
	require.NoError(t, k.c.UpgradeKfService(ctx, &workwx.UpgradeKfServiceRequest{OpenKfID: k.account, ExternalUserID: k.customer,
		Type: workwx.KfUpgradeTypeGroupChat, GroupChat: workwx.KfUpgradeGroupChat{ChatID: "wrchat"}}))
	require.Len(t, k.srv.KfUpgrades(), 1, "the new one replaces the old")
	require.NoError(t, k.c.CancelKfServiceUpgrade(ctx, &workwx.CancelKfServiceUpgradeRequest{OpenKfID: k.account, ExternalUserID: k.customer}))
	require.Empty(t, k.srv.KfUpgrades())
}

func TestKfStatistics(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 3, 2, 12, 0, 0, 0, time.FixedZone("", 8*60*60))
	srv := workwxtest.NewServer(t, workwxtest.WithPipe(), workwxtest.WithClock(func() time.Time { return noon }))
	c, ctx, id := srv.Client(), t.Context(), srv.AddKfAccount("售后")
	srv.AddKfServicers(id, "lisi")
	srv.KfCustomerSays(id, "wm1", "a", "b")
	srv.KfCustomerSays(id, "wm2", "c")
	srv.KfServicerTakes(id, "lisi", "wm1")
	srv.KfCustomerSays(id, "wm1", "d")
	srv.Advance(30 * time.Second)
	srv.KfServicerSays(id, "lisi", "wm1", "yes?")
	midnight := workwx.At(noon.Add(-12 * time.Hour))
	yesterday := &workwx.ListKfCorpStatisticsRequest{OpenKfID: id, StartTime: midnight, EndTime: midnight}
	_, err := c.ListKfCorpStatistics(ctx, yesterday)
	require.Error(t, err, "the day is not over")
	srv.Advance(24 * time.Hour)
	srv.ExpireTokens()
	corp, err := c.ListKfCorpStatistics(ctx, yesterday)
	require.NoError(t, err)
	require.Len(t, corp, 1)
	require.Equal(t, midnight.Unix(), corp[0].StatTime.Unix())
	require.Equal(t, workwx.KfCorpFigures{SessionCnt: 2, CustomerCnt: 2, CustomerMsgCnt: 4}, corp[0].Statistic)
	all, err := c.ListKfStatistics(ctx, &workwx.ListKfStatisticsRequest{StartTime: workwx.At(midnight.AddDate(0, 0, -1)), EndTime: midnight})
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Zero(t, all[0].Statistic)
	require.EqualValues(t, 4, all[1].Statistic.CustomerMsgCnt)
	servicers, err := c.ListKfServicerStatistics(ctx, &workwx.ListKfServicerStatisticsRequest{OpenKfID: id, ServicerUserID: "lisi", StartTime: midnight, EndTime: midnight})
	require.NoError(t, err)
	require.Equal(t, workwx.KfServicerFigures{SessionCnt: 1, CustomerCnt: 1, CustomerMsgCnt: 1, ReplyRate: 1, FirstReplyAverageSec: 30}, servicers[0].Statistic)
	_, err = c.ListKfCorpStatistics(ctx, &workwx.ListKfCorpStatisticsRequest{OpenKfID: id, StartTime: workwx.At(midnight.AddDate(0, 0, -31)), EndTime: midnight})
	require.Error(t, err, "more than 31 days")
}

func TestKfKnowledge(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t, workwxtest.WithPipe())
	c, ctx := srv.Client(), t.Context()
	groups := func() (list []*workwx.KfKnowledgeGroup) {
		for g, err := range c.AllKfKnowledgeGroups(ctx, &workwx.ListKfKnowledgeGroupsRequest{Limit: 2}) {
			require.NoError(t, err)
			list = append(list, g)
		}
		return list
	}
	require.Len(t, groups(), 1)
	require.True(t, bool(groups()[0].IsDefault))
	require.Error(t, c.DeleteKfKnowledgeGroup(ctx, groups()[0].GroupID), "the default group stays")
	id, err := c.CreateKfKnowledgeGroup(ctx, "发货")
	require.NoError(t, err)
	_, err = c.CreateKfKnowledgeGroup(ctx, strings.Repeat("长", 13))
	require.Error(t, err)
	require.NoError(t, c.UpdateKfKnowledgeGroup(ctx, &workwx.UpdateKfKnowledgeGroupRequest{GroupID: id, Name: "退货"}))
	_, err = c.CreateKfKnowledgeGroup(ctx, "支付")
	require.NoError(t, err)
	require.Len(t, groups(), 3)
	require.Equal(t, "退货", groups()[1].Name)

	picture := srv.AddFile("image", "map.png", []byte("picture"))
	question := func(text string) workwx.KfKnowledgeQuestion {
		return workwx.KfKnowledgeQuestion{Text: workwx.KfKnowledgeText{Content: text}}
	}
	answer := workwx.KfKnowledgeAnswer{Text: workwx.KfKnowledgeText{Content: "here"}, Attachments: []workwx.KfKnowledgeAttachment{
		{MsgType: workwx.KfKnowledgeAttachmentTypeImage, Image: workwx.MessageMedia{MediaID: picture}},
		{MsgType: workwx.KfKnowledgeAttachmentTypeLink, Link: workwx.KfKnowledgeLink{Title: "t", URL: "https://example.com"}},
	}}
	intent, err := c.CreateKfKnowledgeIntent(ctx, &workwx.CreateKfKnowledgeIntentRequest{GroupID: id, Question: question("where?"),
		SimilarQuestions: workwx.KfKnowledgeSimilarQuestions{Items: []workwx.KfKnowledgeQuestion{question("whither?")}},
		Answers:          []workwx.KfKnowledgeAnswer{answer}})
	require.NoError(t, err)
	require.NoError(t, c.UpdateKfKnowledgeIntent(ctx, &workwx.UpdateKfKnowledgeIntentRequest{IntentID: intent, Question: question("where to?")}))
	list, err := c.ListKfKnowledgeIntents(ctx, &workwx.ListKfKnowledgeIntentsRequest{IntentID: intent})
	require.NoError(t, err)
	require.Len(t, list.IntentList, 1)
	got := list.IntentList[0]
	require.Equal(t, "where to?", got.Question.Text.Content)
	require.Equal(t, "whither?", got.SimilarQuestions.Items[0].Text.Content, "what is not set stays")
	require.Equal(t, "map.png", got.Answers[0].Attachments[0].Image.Name)
	require.Equal(t, "https://example.com", got.Answers[0].Attachments[1].Link.URL)
	_, err = c.CreateKfKnowledgeIntent(ctx, &workwx.CreateKfKnowledgeIntentRequest{GroupID: id, Question: question("two?"), Answers: []workwx.KfKnowledgeAnswer{answer, answer}})
	require.Error(t, err)
	require.NoError(t, c.DeleteKfKnowledgeIntent(ctx, intent))
	require.Error(t, c.DeleteKfKnowledgeIntent(ctx, intent))
	require.NoError(t, c.DeleteKfKnowledgeGroup(ctx, id))
	require.Len(t, groups(), 2)
}
