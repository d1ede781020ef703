package workwxtest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// shop is a corp with members who serve customers, and the events that it pushed.
type shop struct {
	*workwxtest.Server
	client *workwx.Client
	events chan workwx.Event
}

func newShop(t *testing.T, opts ...workwxtest.Option) *shop {
	t.Helper()
	sh := &shop{events: make(chan workwx.Event, 64)}
	var handler *workwx.CallbackHandler
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(service.Close)
	sh.Server = workwxtest.NewServer(t, append(opts, workwxtest.WithCallback(service.URL))...)
	var err error
	handler, err = workwx.NewCallbackHandler(sh.CallbackToken(), sh.EncodingAESKey(), sh.CorpID(), func(_ context.Context, e workwx.Event) (workwx.Reply, error) {
		sh.events <- e
		return nil, nil
	})
	require.NoError(t, err)
	sh.AddUsers("ann", "bob", "eve")
	sh.client = sh.Client()
	return sh
}

// pushed returns the next events, as many as there are kinds, by their kind.
func (sh *shop) pushed(t *testing.T, kinds ...string) map[string]workwx.Event {
	t.Helper()
	got, came := map[string]workwx.Event{}, []string{}
	for range kinds {
		select {
		case e := <-sh.events:
			kind := e.Header().ChangeType
			got[kind], came = e, append(came, kind)
		case <-time.After(10 * time.Second):
			t.Fatalf("of the events %v only %v came", kinds, came)
		}
	}
	require.ElementsMatch(t, kinds, came)
	return got
}

func (sh *shop) way(t *testing.T, change func(*workwx.CreateContactWayRequest)) string {
	t.Helper()
	req := &workwx.CreateContactWayRequest{
		Type: workwx.ContactWayTypeMulti, Scene: workwx.ContactWaySceneQRCode, User: []string{"ann", "bob"}, State: "fair",
	}
	if change != nil {
		change(req)
	}
	way, err := sh.client.CreateContactWay(t.Context(), req)
	require.NoError(t, err)
	return way.ConfigID
}

// TestCustomerStory follows a customer from a contact way to the group message of another member.
func TestCustomerStory(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	customer := sh.AddCustomer(workwxtest.Customer{Name: "Carl", UnionID: "union-carl"})

	// Carl scans the way, is added at once, and the event says from where.
	scan, err := sh.CustomerScans(customer, sh.way(t, nil))
	require.NoError(t, err)
	require.Equal(t, "ann", scan.UserID)
	added := sh.pushed(t, "add_external_contact")["add_external_contact"].(*workwx.AddExternalContactEvent)
	require.Equal(t, []string{"ann", customer, "fair", scan.WelcomeCode}, []string{added.UserID, added.ExternalUserID, added.State, added.WelcomeCode})

	// He is greeted once.
	welcome := &workwx.SendWelcomeMsgRequest{
		WelcomeCode: added.WelcomeCode, Text: workwx.MessageText{Content: "hello"},
		Attachments: []workwx.MsgAttachment{workwx.NewLinkAttachment(workwx.AttachmentLink{URL: "https://example.com", Title: "Our shop"})},
	}
	require.NoError(t, c.SendWelcomeMsg(ctx, welcome))
	require.ErrorIs(t, c.SendWelcomeMsg(ctx, welcome), workwx.CodeChatAlreadyStarted)
	require.Len(t, sh.WelcomeMessages(), 1)
	greeting := sh.WelcomeMessages()[0]
	require.Equal(t, []string{"ann", customer, "hello"}, []string{greeting.UserID, greeting.ExternalUserID, greeting.Text})
	require.Equal(t, "Our shop", greeting.Attachments[0].Link.Title)

	// Ann notes and tags.
	require.NoError(t, c.UpdateExternalContactRemark(ctx, &workwx.UpdateExternalContactRemarkRequest{
		UserID: "ann", ExternalUserID: customer, Remark: workwx.Ptr("Carl of the fair"), RemarkMobiles: []string{"13800000000"}}))
	group, err := c.AddCorpTags(ctx, &workwx.AddCorpTagsRequest{GroupName: "level", Tag: []workwx.CorpTagInput{{Name: "gold"}, {Name: "silver"}}})
	require.NoError(t, err)
	gold := group.Tag[0].ID
	require.NoError(t, c.MarkExternalContactTags(ctx, &workwx.MarkExternalContactTagsRequest{UserID: "ann", ExternalUserID: customer, AddTag: []string{gold}}))
	got, err := c.GetExternalContact(ctx, &workwx.GetExternalContactRequest{ExternalUserID: customer})
	require.NoError(t, err)
	require.Equal(t, "Carl", got.ExternalContact.Name)
	require.Len(t, got.FollowUser, 1)
	follow := got.FollowUser[0]
	require.Equal(t, "Carl of the fair", follow.Remark)
	require.Equal(t, []string{"13800000000"}, follow.RemarkMobiles)
	require.Equal(t, "fair", follow.State)
	require.Equal(t, workwx.AddWayQRCode, follow.AddWay)
	require.Equal(t, "gold", follow.Tags[0].TagName)

	// He joins a group chat by its code.
	chat := sh.AddCustomerGroup("Friends", "ann", "bob")
	sh.pushed(t, "create")
	join, err := c.CreateGroupChatJoinWay(ctx, &workwx.CreateGroupChatJoinWayRequest{
		Scene: workwx.GroupChatJoinWaySceneQRCode, ChatIDList: []string{chat}, State: "poster"})
	require.NoError(t, err)
	joined, err := sh.CustomerScans(customer, join)
	require.NoError(t, err)
	require.Equal(t, chat, joined.ChatID)
	update := sh.pushed(t, "update")["update"].(*workwx.UpdateGroupChatEvent)
	require.Equal(t, workwx.GroupChatUpdateAddMember, update.UpdateDetail)
	require.EqualValues(t, 3, update.JoinScene)
	require.Equal(t, []string{customer}, update.MemChangeList)
	byGID, err := c.ConvertOpenGIDToChatID(ctx, sh.OpenGID(chat))
	require.NoError(t, err)
	full, err := c.GetGroupChat(ctx, &workwx.GetGroupChatRequest{ChatID: byGID, NeedName: workwx.Ptr(workwx.IntBool(true))})
	require.NoError(t, err)
	require.Len(t, full.MemberList, 3)
	require.Equal(t, []string{customer, "Carl", "poster", "union-carl"},
		[]string{full.MemberList[2].UserID, full.MemberList[2].Name, full.MemberList[2].State, full.MemberList[2].UnionID})
	require.Equal(t, update.CurMemVer, full.MemberVersion)

	// Ann hands him to Eve, which takes a day.
	hand := &workwx.TransferCustomersRequest{HandoverUserID: "ann", TakeoverUserID: "eve", ExternalUserID: []string{customer, "wmnobody"}, TransferSuccessMsg: "Eve helps you now"}
	begun, err := c.TransferCustomers(ctx, hand)
	require.NoError(t, err)
	require.Equal(t, []workwx.Code{workwx.CodeOK, workwx.CodeInvalidExternalUserID}, []workwx.Code{begun[0].ErrCode, begun[1].ErrCode})
	again, err := c.TransferCustomers(ctx, hand)
	require.NoError(t, err)
	require.Equal(t, workwx.CodeCustomerInTransfer, again[0].ErrCode)
	state := func() workwx.TransferStatus {
		results, err := c.ListTransferCustomerResults(ctx, &workwx.ListTransferCustomerResultsRequest{HandoverUserID: "ann", TakeoverUserID: "eve"})
		require.NoError(t, err)
		require.Len(t, results.Customer, 1)
		return results.Customer[0].Status
	}
	require.Equal(t, workwx.TransferStatusWaiting, state())
	sh.Advance(24 * time.Hour)
	require.Equal(t, workwx.TransferStatusDone, state())
	moved := sh.pushed(t, "del_external_contact", "add_external_contact")
	require.Equal(t, "DELETE_BY_TRANSFER", moved["del_external_contact"].(*workwx.DeleteExternalContactEvent).Source)
	require.Equal(t, "eve", moved["add_external_contact"].(*workwx.AddExternalContactEvent).UserID)
	follows := sh.Customers()[0].Follows
	require.Len(t, follows, 1)
	require.Equal(t, "eve", follows[0].UserID)
	require.Equal(t, []string{"gold"}, follows[0].Tags, "notes and tags go with the customer")
	require.Equal(t, workwx.AddWayAssignedByAdmin, follows[0].AddWay)

	// Eve sends what she is asked to.
	mass, err := c.CreateGroupMsg(ctx, &workwx.CreateGroupMsgRequest{ExternalUserID: []string{customer, "wmnobody"}, Text: workwx.MessageText{Content: "sale"}})
	require.NoError(t, err)
	require.Equal(t, []string{"wmnobody"}, mass.FailList)
	result := func() *workwx.GroupMsgSendResult {
		results, err := c.ListGroupMsgSendResults(ctx, &workwx.ListGroupMsgSendResultsRequest{MsgID: mass.MsgID, UserID: "eve"})
		require.NoError(t, err)
		require.Len(t, results.SendList, 1)
		return results.SendList[0]
	}
	require.Equal(t, workwx.GroupMsgSendStatusUnsent, result().Status)
	require.NoError(t, c.SendGroupMsgReminder(ctx, mass.MsgID))
	require.NoError(t, sh.SendGroupMsg(mass.MsgID, "eve"))
	require.Error(t, sh.SendGroupMsg(mass.MsgID, "eve"), "she has sent it")
	require.Equal(t, workwx.GroupMsgSendStatusSent, result().Status)
	messages := sh.CustomerMessages()
	require.Equal(t, []string{"hello", "Eve helps you now", "sale"}, []string{messages[0].Text, messages[1].Text, messages[2].Text})

	// Carl leaves; what follows does not reach him.
	require.NoError(t, sh.CustomerDeletes(customer, "eve"))
	sh.pushed(t, "del_follow_user")
	mass, err = c.CreateGroupMsg(ctx, &workwx.CreateGroupMsgRequest{Sender: "eve", Text: workwx.MessageText{Content: "more"}})
	require.NoError(t, err)
	require.NoError(t, sh.SendGroupMsg(mass.MsgID, "eve"))
	require.Equal(t, workwx.GroupMsgSendStatusNotFriend, result().Status)
	require.Len(t, sh.CustomerMessages(), 3)
}

// TestCustomerEndpointsArePlayed: each either answers with data, or refuses an empty request. Those of
// schools, some of which have a path like the customers', are routed alone.
func TestCustomerEndpointsArePlayed(t *testing.T) {
	t.Parallel()
	sh := newShop(t)
	for _, e := range workwx.Endpoints() {
		group := strings.Split(e.Path, "/")[2]
		if group != "externalcontact" && group != "externalpay" && group != "idconvert" || e.Area == "school" || e.Token != "access_token" {
			continue
		}
		var answer map[string]any
		err := sh.client.Call(t.Context(), e.Method, e.Path, nil, struct{}{}, &answer)
		require.True(t, err != nil || len(answer) > 2, "%s has no handler: %v", e.Path, answer)
	}
}

func TestWelcomeCode(t *testing.T) {
	t.Parallel()
	sh := newShop(t)
	send := func(code string) error {
		return sh.client.SendWelcomeMsg(t.Context(), &workwx.SendWelcomeMsgRequest{WelcomeCode: code, Text: workwx.MessageText{Content: "hi"}})
	}
	scan := func(c workwxtest.Customer) (string, workwxtest.Scan) {
		id := sh.AddCustomer(c)
		got, err := sh.CustomerScans(id, sh.way(t, nil))
		require.NoError(t, err)
		sh.pushed(t, "add_external_contact")
		return id, got
	}
	require.ErrorIs(t, send("made-up"), workwx.CodeInvalidWelcomeCode)
	_, late := scan(workwxtest.Customer{Name: "Late"})
	sh.Advance(21 * time.Second)
	require.ErrorIs(t, send(late.WelcomeCode), workwx.CodeInvalidWelcomeCode, "a code lives for 20 seconds")
	id, quick := scan(workwxtest.Customer{Name: "Quick"})
	require.NoError(t, sh.CustomerWrites(id, quick.UserID))
	require.ErrorIs(t, send(quick.WelcomeCode), workwx.CodeChatAlreadyStarted)
	_, colleague := scan(workwxtest.Customer{Name: "Colleague", Type: workwx.ExternalContactTypeWeCom, CorpName: "Other"})
	require.Empty(t, colleague.WelcomeCode)

	// A member who accepts everybody can greet before the customer is confirmed; there is no second code.
	half := sh.AddCustomer(workwxtest.Customer{Name: "Half"})
	first, err := sh.CustomerAddsHalf(half, "ann")
	require.NoError(t, err)
	require.True(t, first.Waiting)
	e := sh.pushed(t, "add_half_external_contact")["add_half_external_contact"].(*workwx.AddHalfExternalContactEvent)
	require.NoError(t, send(e.WelcomeCode))
	accepted, err := sh.AcceptCustomer("ann", half)
	require.NoError(t, err)
	require.Empty(t, accepted.WelcomeCode)
	sh.pushed(t, "add_external_contact")
}

func TestContactWays(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	way := sh.way(t, func(r *workwx.CreateContactWayRequest) { r.SkipVerify = workwx.Ptr(false) })
	var met []string
	for i := range 3 {
		id := sh.AddCustomer(workwxtest.Customer{Name: "c" + strconv.Itoa(i)})
		scan, err := sh.CustomerScans(id, way)
		require.NoError(t, err)
		require.True(t, scan.Waiting)
		met = append(met, scan.UserID)
		_, err = sh.client.GetExternalContact(ctx, &workwx.GetExternalContactRequest{ExternalUserID: id})
		require.ErrorIs(t, err, workwx.CodeCustomerRelationNotFound, "not a customer before the member accepts")
		_, err = sh.AcceptCustomer(scan.UserID, id)
		require.NoError(t, err)
		sh.pushed(t, "add_external_contact")
	}
	require.Equal(t, []string{"ann", "bob", "ann"}, met, "customers go to the members by turns")

	require.NoError(t, sh.client.UpdateContactWay(ctx, &workwx.UpdateContactWayRequest{ConfigID: way, Remark: workwx.Ptr("gate")}))
	got, err := sh.client.GetContactWay(ctx, way)
	require.NoError(t, err)
	require.Equal(t, []string{"gate", "fair"}, []string{got.Remark, got.State}, "an update leaves alone what it does not name")
	require.False(t, bool(got.SkipVerify))

	create := func(change func(*workwx.CreateContactWayRequest)) error {
		req := &workwx.CreateContactWayRequest{Type: workwx.ContactWayTypeSingle, Scene: workwx.ContactWaySceneQRCode, User: []string{"ann"}}
		change(req)
		_, err := sh.client.CreateContactWay(ctx, req)
		return err
	}
	sh.SetFollowUsers("ann", "bob")
	require.ErrorIs(t, create(func(r *workwx.CreateContactWayRequest) { r.User = []string{"eve"} }), workwx.CodeNoExternalContactPermission)
	require.ErrorIs(t, create(func(r *workwx.CreateContactWayRequest) { r.User = []string{"nobody"} }), workwx.CodeUserNotFound)
	require.ErrorIs(t, create(func(r *workwx.CreateContactWayRequest) { r.User = []string{"ann", "bob"} }), workwx.Code(41041))
	require.ErrorIs(t, create(func(r *workwx.CreateContactWayRequest) { r.Type = 3 }), workwx.Code(41039))
	require.ErrorIs(t, create(func(r *workwx.CreateContactWayRequest) { r.Scene = 3 }), workwx.Code(41040))
	require.NoError(t, sh.client.DeleteContactWay(ctx, way))
	_, err = sh.client.GetContactWay(ctx, way)
	require.ErrorIs(t, err, workwx.CodeInvalidContactWayConfigID)

	// A temporary chat ends with the conclusions, and its way works once.
	temp := sh.way(t, func(r *workwx.CreateContactWayRequest) {
		r.Type, r.User, r.IsTemp = workwx.ContactWayTypeSingle, []string{"bob"}, workwx.Ptr(true)
		r.Conclusions.Text.Content = "get well"
	})
	patient := sh.AddCustomer(workwxtest.Customer{Name: "Patient"})
	_, err = sh.CustomerScans(patient, temp)
	require.NoError(t, err)
	_, err = sh.CustomerScans(sh.AddCustomer(workwxtest.Customer{}), temp)
	require.Error(t, err)
	require.NoError(t, sh.client.CloseExternalContactTempChat(ctx, &workwx.CloseExternalContactTempChatRequest{UserID: "bob", ExternalUserID: patient}))
	require.Equal(t, "get well", sh.CustomerMessages()[0].Text)
}

// TestVisibleRange: an app works on the customers of the members whom it can see.
func TestVisibleRange(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	sh.AddApp(workwxtest.App{AgentID: 7, Secret: "secret-7", UserIDs: []string{"bob"}})
	narrow := sh.AppClient(7)
	mine := sh.AddCustomer(workwxtest.Customer{Name: "Mine"}, "bob")
	other := sh.AddCustomer(workwxtest.Customer{Name: "Other"}, "ann")
	ids, err := narrow.ListExternalContactIDs(ctx, "bob")
	require.NoError(t, err)
	require.Equal(t, []string{mine}, ids)
	_, err = narrow.ListExternalContactIDs(ctx, "ann")
	require.ErrorIs(t, err, workwx.CodeUserOutsideVisibleRange)
	_, err = narrow.GetExternalContact(ctx, &workwx.GetExternalContactRequest{ExternalUserID: other})
	require.ErrorIs(t, err, workwx.CodeCustomerRelationNotFound)
	_, err = narrow.GetGroupChat(ctx, &workwx.GetGroupChatRequest{ChatID: sh.AddCustomerGroup("g", "ann")})
	require.ErrorIs(t, err, workwx.CodeNotCustomerGroup)
	permit, err := narrow.GetAcquisitionAppPermit(ctx)
	require.NoError(t, err)
	require.Equal(t, []string{"bob"}, permit.UserList)

	// What another app has made is not this one's to change.
	tag, err := sh.client.AddCorpTags(ctx, &workwx.AddCorpTagsRequest{GroupName: "g", Tag: []workwx.CorpTagInput{{Name: "t"}}})
	require.NoError(t, err)
	require.ErrorIs(t, narrow.DeleteCorpTags(ctx, &workwx.DeleteCorpTagsRequest{TagID: []string{tag.Tag[0].ID}}), workwx.CodeNoTagPermission)
	rule := &workwx.CreateInterceptRuleRequest{RuleName: "r", WordList: []string{"w"}, InterceptType: 1, ApplicableRange: workwx.UserDepartmentRange{UserList: []string{"bob"}}}
	id, err := sh.client.CreateInterceptRule(ctx, rule)
	require.NoError(t, err)
	require.ErrorIs(t, narrow.DeleteInterceptRule(ctx, id), workwx.CodeCrossAppCall)
}

func TestCorpTagEvents(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	customer := sh.AddCustomer(workwxtest.Customer{}, "ann")
	ids := sh.AddCorpTags("level", "gold", "silver")
	sh.pushed(t, "create", "create", "create")
	require.NoError(t, sh.UserTags("ann", customer, ids...))
	sh.pushed(t, "edit_external_contact")
	require.NoError(t, sh.RenameCorpTag(ids[0], "platinum"))
	require.Equal(t, "tag", sh.pushed(t, "update")["update"].(*workwx.UpdateExternalTagEvent).TagType)
	require.NoError(t, sh.OrderCorpTag(ids[1], 9))
	sh.pushed(t, "shuffle")
	groups, err := sh.client.ListCorpTags(ctx, &workwx.ListCorpTagsRequest{})
	require.NoError(t, err)
	require.Equal(t, []string{"silver", "platinum"}, []string{groups[0].Tag[0].Name, groups[0].Tag[1].Name})
	require.NoError(t, sh.DeleteCorpTag(groups[0].GroupID))
	sh.pushed(t, "delete")
	require.Empty(t, sh.Customers()[0].Follows[0].Tags, "a tag that is gone is nobody's")
	require.ErrorIs(t, sh.client.MarkExternalContactTags(ctx, &workwx.MarkExternalContactTagsRequest{
		UserID: "ann", ExternalUserID: customer, AddTag: ids}), workwx.CodeInvalidTagID)
	_, err = sh.client.AddCorpTags(ctx, &workwx.AddCorpTagsRequest{GroupName: strings.Repeat("x", 31), Tag: []workwx.CorpTagInput{{Name: "t"}}})
	require.ErrorIs(t, err, workwx.Code(40072))
}

func TestStrategyTags(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	customer := sh.AddCustomer(workwxtest.Customer{}, "ann", "bob")
	strategy, err := sh.client.CreateCustomerStrategy(ctx, &workwx.CreateCustomerStrategyRequest{
		StrategyName: "East", AdminList: []string{"eve"}, Range: []workwx.StrategyRange{{Type: 1, UserID: "ann"}}})
	require.NoError(t, err)
	tags, err := sh.client.AddStrategyTags(ctx, &workwx.AddStrategyTagsRequest{StrategyID: strategy, GroupName: "g", Tag: []workwx.CorpTagInput{{Name: "t"}}})
	require.NoError(t, err)
	mark := func(userID string) error {
		return sh.client.MarkExternalContactTags(ctx, &workwx.MarkExternalContactTagsRequest{UserID: userID, ExternalUserID: customer, AddTag: []string{tags.Tag[0].ID}})
	}
	require.NoError(t, mark("ann"))
	require.ErrorIs(t, mark("bob"), workwx.CodeNoTagPermission, "the rule group does not cover bob")
	require.NoError(t, sh.client.DeleteCustomerStrategy(ctx, strategy))
	require.Empty(t, sh.Customers()[0].Follows[0].Tags, "its tags go with it")
	_, err = sh.client.GetCustomerStrategy(ctx, strategy)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}

func ExampleServer_CustomerScans() {
	srv, err := workwxtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer srv.Close()
	srv.AddUsers("zhangsan")
	client, ctx := srv.Client(), context.Background()

	way, err := client.CreateContactWay(ctx, &workwx.CreateContactWayRequest{
		Type:  workwx.ContactWayTypeSingle,
		Scene: workwx.ContactWaySceneQRCode,
		User:  []string{"zhangsan"},
		State: "poster",
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	// A customer scans the code. With WithCallback, the event with the welcome code is pushed as well.
	customer := srv.AddCustomer(workwxtest.Customer{Name: "李四"})
	scan, err := srv.CustomerScans(customer, way.ConfigID)
	if err != nil {
		fmt.Println(err)
		return
	}

	welcome := &workwx.SendWelcomeMsgRequest{WelcomeCode: scan.WelcomeCode, Text: workwx.MessageText{Content: "欢迎"}}
	fmt.Println(client.SendWelcomeMsg(ctx, welcome))
	for _, m := range srv.WelcomeMessages() {
		fmt.Println(m.UserID, m.Text)
	}
	// Output:
	// <nil>
	// zhangsan 欢迎
}
