package workwxtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

// TestCustomersOfMembers: members add, note and lose customers, also under another user id.
func TestCustomersOfMembers(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	x, stranger := sh.AddCustomer(workwxtest.Customer{Name: "Xaver"}), sh.AddCustomer(workwxtest.Customer{Name: "Stranger"})
	_, err := sh.CustomerAdds(x, "ann")
	require.NoError(t, err)
	sh.pushed(t, "add_external_contact")
	_, err = sh.CustomerAdds("wmnobody", "ann")
	require.Error(t, err)
	require.NoError(t, sh.UserNotes("ann", x, "X", "tall"))
	sh.pushed(t, "edit_external_contact")
	mass, err := c.CreateGroupMsg(ctx, &workwx.CreateGroupMsgRequest{Sender: "ann", Text: workwx.MessageText{Content: "sale"}})
	require.NoError(t, err)
	sh.AddCustomerGroup("g", "ann", x, stranger)
	sh.pushed(t, "create")

	require.NoError(t, c.UpdateUser(ctx, &workwx.UpdateUserRequest{UserID: "ann", NewUserID: workwx.Ptr("anna")}))
	sh.SetFollowUsers("anna", "bob")
	users, err := c.ListExternalContactFollowUserIDs(ctx)
	require.NoError(t, err)
	require.Equal(t, []string{"anna", "bob"}, users)
	asked := sh.GroupMsgs()
	require.Equal(t, mass.MsgID, asked[0].MsgID)
	require.Equal(t, []string{"anna"}, asked[0].UserIDs)
	require.Equal(t, "anna", sh.CustomerGroups()[0].Owner)
	n := 0
	for one, err := range c.AllExternalContacts(ctx, &workwx.BatchGetExternalContactsRequest{UserIDList: []string{"anna"}}) {
		require.NoError(t, err)
		require.Equal(t, "Xaver", one.ExternalContact.Name)
		require.Equal(t, []string{"anna", "X", "tall"}, []string{one.FollowInfo.UserID, one.FollowInfo.Remark, one.FollowInfo.Description})
		n++
	}
	require.Equal(t, 1, n)
	served, err := c.ListServedExternalContacts(ctx, &workwx.ListServedExternalContactsRequest{})
	require.NoError(t, err)
	require.Len(t, served.InfoList, 3)
	require.Equal(t, []string{x, x, ""}, []string{served.InfoList[0].ExternalUserID, served.InfoList[1].ExternalUserID, served.InfoList[2].ExternalUserID})
	require.Equal(t, "***r", served.InfoList[2].Name, "who is no customer is not named in full")

	require.NoError(t, sh.UserDeletesCustomer("anna", x))
	sh.pushed(t, "del_external_contact")
	_, err = c.ListExternalContactIDs(ctx, "anna")
	require.ErrorIs(t, err, workwx.CodeCustomerRelationNotFound)
	long := &workwx.UpdateExternalContactRemarkRequest{UserID: "anna", ExternalUserID: x, Remark: workwx.Ptr("X")}
	require.ErrorIs(t, c.UpdateExternalContactRemark(ctx, long), workwx.CodeCustomerRelationNotFound)
	sh.AddCustomer(workwxtest.Customer{ExternalUserID: x, Name: "Xaver"}, "anna")
	long.Remark = workwx.Ptr(strings.Repeat("x", 21))
	require.ErrorIs(t, c.UpdateExternalContactRemark(ctx, long), workwx.CodeIllegalParameter)
}

// TestResignedHandOver: who is left behind by a member who leaves the corp goes to others.
func TestResignedHandOver(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	x, y := sh.AddCustomer(workwxtest.Customer{Name: "X"}, "ann"), sh.AddCustomer(workwxtest.Customer{Name: "Y"}, "ann")
	chat := sh.AddCustomerGroup("g", "ann", "bob", x)
	sh.pushed(t, "create")
	move := &workwx.TransferResignedCustomersRequest{HandoverUserID: "ann", TakeoverUserID: "bob", ExternalUserID: []string{x, y}}
	_, err := c.TransferResignedCustomers(ctx, move)
	require.ErrorIs(t, err, workwx.CodeMemberStillEmployed)
	failed, err := c.TransferResignedGroupChats(ctx, &workwx.TransferResignedGroupChatsRequest{ChatIDList: []string{chat}, NewOwner: "bob"})
	require.NoError(t, err)
	require.Equal(t, workwx.Code(90500), failed[0].ErrCode)

	require.NoError(t, c.DeleteUser(ctx, "ann"))
	unassigned := func() (ids []string) {
		for one, err := range c.AllUnassignedExternalContacts(ctx, &workwx.ListUnassignedExternalContactsRequest{}) {
			require.NoError(t, err)
			require.Equal(t, "ann", one.HandoverUserID)
			ids = append(ids, one.ExternalUserID)
		}
		return ids
	}
	require.Equal(t, []string{x, y}, unassigned())
	begun, err := c.TransferResignedCustomers(ctx, move)
	require.NoError(t, err)
	require.Equal(t, workwx.CodeOK, begun[1].ErrCode)
	require.Empty(t, unassigned())
	require.NoError(t, sh.RefuseTransfer(y, "bob"))
	require.Equal(t, workwx.TransferFailReasonRefused, sh.pushed(t, "transfer_fail")["transfer_fail"].(*workwx.TransferFailEvent).FailReason)
	require.Equal(t, []string{y}, unassigned(), "who refuses is free again")
	sh.Advance(24 * time.Hour)
	results, err := c.ListTransferResignedCustomerResults(ctx, &workwx.ListTransferResignedCustomerResultsRequest{HandoverUserID: "ann", TakeoverUserID: "bob"})
	require.NoError(t, err)
	require.Equal(t, []workwx.TransferStatus{workwx.TransferStatusDone, workwx.TransferStatusRefused},
		[]workwx.TransferStatus{results.Customer[0].Status, results.Customer[1].Status})
	ids, err := c.ListExternalContactIDs(ctx, "bob")
	require.NoError(t, err)
	require.Equal(t, []string{x}, ids)

	failed, err = c.TransferResignedGroupChats(ctx, &workwx.TransferResignedGroupChatsRequest{ChatIDList: []string{chat, "wrnone"}, NewOwner: "bob"})
	require.NoError(t, err)
	require.Len(t, failed, 1)
	require.Equal(t, workwx.CodeNotCustomerGroup, failed[0].ErrCode)
	failed, err = c.TransferOnJobGroupChats(ctx, &workwx.TransferOnJobGroupChatsRequest{ChatIDList: []string{chat}, NewOwner: "eve"})
	require.NoError(t, err)
	require.Empty(t, failed)
	group := sh.CustomerGroups()[0]
	require.Equal(t, "eve", group.Owner)
	require.ElementsMatch(t, []string{x, "bob", "eve"}, group.Members)
}

func TestTransferLimits(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	x := sh.AddCustomer(workwxtest.Customer{}, "ann")
	move := func(from, to string) workwx.Code {
		begun, err := sh.client.TransferCustomers(ctx, &workwx.TransferCustomersRequest{HandoverUserID: from, TakeoverUserID: to, ExternalUserID: []string{x}})
		require.NoError(t, err)
		sh.Advance(25 * time.Hour)
		return begun[0].ErrCode
	}
	require.Equal(t, workwx.CodeHandoverNotFollower, move("bob", "eve"))
	require.Equal(t, workwx.CodeOK, move("ann", "bob"))
	require.Equal(t, workwx.CodeOK, move("bob", "eve"))
	require.Equal(t, workwx.CodeTransferTooFrequent, move("eve", "ann"), "twice within 90 days")
	sh.Advance(90 * 24 * time.Hour)
	require.Equal(t, workwx.CodeOK, move("eve", "ann"))
	sh.SetCustomerLimit(1)
	sh.AddCustomer(workwxtest.Customer{}, "bob")
	require.Equal(t, workwx.CodeTooManyExternalContacts, move("ann", "bob"))
	_, err := sh.client.TransferCustomers(ctx, &workwx.TransferCustomersRequest{HandoverUserID: "ann", TakeoverUserID: "ann", ExternalUserID: []string{x}})
	require.ErrorIs(t, err, workwx.Code(40130))
}

func TestGroupEvents(t *testing.T) {
	t.Parallel()
	sh := newShop(t)
	x := sh.AddCustomer(workwxtest.Customer{Name: "X"})
	chat := sh.AddCustomerGroup("g", "ann", "bob")
	sh.pushed(t, "create")
	update := func(err error) *workwx.UpdateGroupChatEvent {
		require.NoError(t, err)
		return sh.pushed(t, "update")["update"].(*workwx.UpdateGroupChatEvent)
	}
	e := update(sh.GroupInvites(chat, "ann", x))
	require.Equal(t, workwx.GroupChatUpdateAddMember, e.UpdateDetail)
	require.Zero(t, e.JoinScene)
	e = update(sh.GroupRemoves(chat, x))
	require.Equal(t, workwx.GroupChatUpdateDelMember, e.UpdateDetail)
	require.EqualValues(t, 1, e.QuitScene)
	require.Equal(t, []string{x}, e.MemChangeList)
	require.NotEqual(t, e.LastMemVer, e.CurMemVer)
	require.Equal(t, workwx.GroupChatUpdateChangeName, update(sh.GroupRenames(chat, "h")).UpdateDetail)
	require.Equal(t, workwx.GroupChatUpdateChangeNotice, update(sh.GroupAnnounces(chat, "be kind")).UpdateDetail)
	require.Error(t, sh.GroupQuits(chat, "ann"), "the owner")
	require.Equal(t, workwx.GroupChatUpdateChangeOwner, update(sh.GroupChangesOwner(chat, "bob")).UpdateDetail)
	require.Zero(t, update(sh.GroupQuits(chat, "ann")).QuitScene)
	got, err := sh.client.GetGroupChat(t.Context(), &workwx.GetGroupChatRequest{ChatID: chat})
	require.NoError(t, err)
	require.Equal(t, []string{"h", "be kind", "bob"}, []string{got.Name, got.Notice, got.Owner})
	require.Len(t, got.MemberList, 1)
	require.NoError(t, sh.GroupDismisses(chat))
	sh.pushed(t, "dismiss")
	_, err = sh.client.GetGroupChat(t.Context(), &workwx.GetGroupChatRequest{ChatID: chat})
	require.ErrorIs(t, err, workwx.CodeNotCustomerGroup)
}

// TestJoinWayMakesGroups: when all group chats are full, the next customer gets a new one.
func TestJoinWayMakesGroups(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	crowd := make([]string, 499)
	for i := range crowd {
		crowd[i] = sh.AddCustomer(workwxtest.Customer{})
	}
	chat := sh.AddCustomerGroup("g", "ann", crowd...)
	way, err := sh.client.CreateGroupChatJoinWay(ctx, &workwx.CreateGroupChatJoinWayRequest{
		Scene: workwx.GroupChatJoinWaySceneQRCode, ChatIDList: []string{chat}, RoomBaseName: "Fans ", RoomBaseID: 7})
	require.NoError(t, err)
	scan, err := sh.CustomerScans(sh.AddCustomer(workwxtest.Customer{}), way)
	require.NoError(t, err)
	require.NotEqual(t, chat, scan.ChatID)
	require.Equal(t, "Fans 7", sh.CustomerGroups()[1].Name)
	got, err := sh.client.GetGroupChatJoinWay(ctx, way)
	require.NoError(t, err)
	require.Equal(t, []string{chat, scan.ChatID}, got.ChatIDList)
	_, err = sh.client.CreateGroupChatJoinWay(ctx, &workwx.CreateGroupChatJoinWayRequest{
		Scene: workwx.GroupChatJoinWaySceneQRCode, ChatIDList: []string{chat, chat, chat, chat, chat, chat}})
	require.ErrorIs(t, err, workwx.Code(41091))
}

func TestGroupMsgs(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	tag := sh.AddCorpTags("g", "vip")[0]
	x, y := sh.AddCustomer(workwxtest.Customer{Name: "X"}, "ann", "bob"), sh.AddCustomer(workwxtest.Customer{Name: "Y"}, "ann")
	require.NoError(t, sh.UserTags("bob", x, tag))
	sh.Advance(time.Second)
	require.NoError(t, sh.UserWrites("bob", x))
	text := workwx.MessageText{Content: "sale"}
	tasks := func(req *workwx.CreateGroupMsgRequest) (string, []string) {
		msg, err := sh.client.CreateGroupMsg(ctx, req)
		require.NoError(t, err)
		got, err := sh.client.ListGroupMsgTasks(ctx, &workwx.ListGroupMsgTasksRequest{MsgID: msg.MsgID})
		require.NoError(t, err)
		var ids []string
		for _, one := range got.TaskList {
			ids = append(ids, one.UserID)
		}
		return msg.MsgID, ids
	}
	_, senders := tasks(&workwx.CreateGroupMsgRequest{ExternalUserID: []string{x, y}, Text: text})
	require.Equal(t, []string{"bob", "ann"}, senders, "who talked with the customer last sends")
	_, senders = tasks(&workwx.CreateGroupMsgRequest{Text: text, TagFilter: workwx.GroupMsgTagFilter{GroupList: []workwx.GroupMsgTagGroup{{TagList: []string{tag}}}}})
	require.Equal(t, []string{"bob"}, senders)

	refused := func(req *workwx.CreateGroupMsgRequest) error {
		_, err := sh.client.CreateGroupMsg(ctx, req)
		return err
	}
	require.ErrorIs(t, refused(&workwx.CreateGroupMsgRequest{ExternalUserID: []string{"wmnone"}, Text: text}), workwx.CodeNoCustomerToSendTo)
	require.ErrorIs(t, refused(&workwx.CreateGroupMsgRequest{Sender: "ann"}), workwx.Code(44004))
	require.ErrorIs(t, refused(&workwx.CreateGroupMsgRequest{Sender: "ann", Attachments: make([]workwx.MsgAttachment, 10)}), workwx.Code(41064))
	require.ErrorIs(t, refused(&workwx.CreateGroupMsgRequest{Sender: "ann", Attachments: []workwx.MsgAttachment{workwx.NewImageAttachment("none")}}), workwx.CodeInvalidMediaID)
	require.ErrorIs(t, refused(&workwx.CreateGroupMsgRequest{ChatType: workwx.GroupMsgChatTypeGroup, Text: text}), workwx.Code(41009))

	// The owner of group chats chooses among them.
	chats := []string{sh.AddCustomerGroup("one", "ann", x), sh.AddCustomerGroup("two", "ann", y)}
	msg, senders := tasks(&workwx.CreateGroupMsgRequest{ChatType: workwx.GroupMsgChatTypeGroup, Sender: "ann", Text: text})
	require.Equal(t, []string{"ann"}, senders)
	require.NoError(t, sh.SendGroupMsg(msg, "ann", chats[1]))
	results, err := sh.client.ListGroupMsgSendResults(ctx, &workwx.ListGroupMsgSendResultsRequest{MsgID: msg, UserID: "ann"})
	require.NoError(t, err)
	require.Len(t, results.SendList, 1)
	require.Equal(t, chats[1], results.SendList[0].ChatID)

	for range 3 {
		require.NoError(t, sh.client.SendGroupMsgReminder(ctx, msg))
	}
	require.ErrorIs(t, sh.client.SendGroupMsgReminder(ctx, msg), workwx.Code(41094))
	require.NoError(t, sh.client.CancelGroupMsg(ctx, msg))
	require.ErrorIs(t, sh.client.CancelGroupMsg(ctx, msg), workwx.CodeGroupMessageCancelled)
	require.ErrorIs(t, sh.client.CancelGroupMsg(ctx, "none"), workwx.CodeInvalidGroupMessageID)
	list, err := sh.client.ListGroupMsgs(ctx, &workwx.ListGroupMsgsRequest{
		ChatType: workwx.GroupMsgChatTypeSingle, StartTime: workwx.At(sh.Now().Add(-time.Hour)), EndTime: workwx.At(sh.Now())})
	require.NoError(t, err)
	require.Len(t, list.GroupMsgList, 2)
}

func TestMoments(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	tag := sh.AddCorpTags("g", "vip")[0]
	x := sh.AddCustomer(workwxtest.Customer{Name: "X"}, "ann")
	sh.AddCustomer(workwxtest.Customer{Name: "Y"}, "ann")
	require.NoError(t, sh.UserTags("ann", x, tag))
	job, err := sh.client.CreateMomentTask(ctx, &workwx.CreateMomentTaskRequest{
		Text: workwx.MessageText{Content: "look"},
		VisibleRange: workwx.MomentVisibleRange{
			SenderList:          workwx.UserDepartmentRange{UserList: []string{"ann", "nobody"}},
			ExternalContactList: workwx.MomentCustomersFilter{TagList: []string{tag, "etnone"}},
		},
	})
	require.NoError(t, err)
	outcome, err := sh.client.WaitMomentTask(ctx, job)
	require.NoError(t, err)
	require.Equal(t, []string{"nobody"}, outcome.InvalidSenderList.UserList)
	require.Equal(t, []string{"etnone"}, outcome.InvalidExternalContactList.TagList)
	results := &workwx.ListMomentSendResultsRequest{MomentID: outcome.MomentID, UserID: "ann"}
	_, err = sh.client.ListMomentSendResults(ctx, results)
	require.ErrorIs(t, err, workwx.Code(41062), "not published yet")
	require.NoError(t, sh.PublishMoment(outcome.MomentID, "ann"))
	require.NoError(t, sh.LikeMoment(outcome.MomentID, "ann", x))
	require.NoError(t, sh.CommentMoment(outcome.MomentID, "ann", "bob"))
	got, err := sh.client.ListMomentSendResults(ctx, results)
	require.NoError(t, err)
	require.Len(t, got.CustomerList, 1, "the one with the tag")
	require.Equal(t, x, got.CustomerList[0].ExternalUserID)
	said, err := sh.client.ListMomentComments(ctx, &workwx.ListMomentCommentsRequest{MomentID: outcome.MomentID, UserID: "ann"})
	require.NoError(t, err)
	require.Equal(t, x, said.LikeList[0].ExternalUserID)
	require.Equal(t, "bob", said.CommentList[0].UserID)

	own := sh.AddMoment("ann", "my day")
	require.ErrorIs(t, sh.client.CancelMomentTask(ctx, own), workwx.Code(41067), "a member's own")
	require.ErrorIs(t, sh.client.CancelMomentTask(ctx, "none"), workwx.Code(41060))
	list, err := sh.client.ListMoments(ctx, &workwx.ListMomentsRequest{StartTime: workwx.At(sh.Now().Add(-time.Hour)), EndTime: workwx.At(sh.Now())})
	require.NoError(t, err)
	require.Len(t, list.MomentList, 2)
	_, err = sh.client.CreateMomentTask(ctx, &workwx.CreateMomentTaskRequest{})
	require.ErrorIs(t, err, workwx.Code(41089))
}

func TestAcquisition(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	link, err := c.CreateAcquisitionLink(ctx, &workwx.CreateAcquisitionLinkRequest{LinkName: "ad", Range: workwx.UserDepartmentRange{UserList: []string{"ann"}}})
	require.NoError(t, err)
	sh.SetAcquisitionQuota(1)
	x := sh.AddCustomer(workwxtest.Customer{Name: "X"})
	_, err = sh.CustomerScans(x, link.URL+"?customer_channel=board")
	require.NoError(t, err)
	got := sh.pushed(t, "friend_request", "add_external_contact", "balance_exhausted")
	require.Equal(t, link.LinkID, got["add_external_contact"].(*workwx.AddExternalContactEvent).LinkID)
	require.Equal(t, "board", got["friend_request"].(*workwx.CustomerAcquisitionEvent).State)
	y := sh.AddCustomer(workwxtest.Customer{Name: "Y"})
	_, err = sh.CustomerScans(y, link.LinkID)
	require.Error(t, err, "the quota is used up")

	// A provider can pay for the corp.
	_, err = c.CreateAcquisitionOnceKeys(ctx, &workwx.CreateAcquisitionOnceKeysRequest{LinkID: link.LinkID})
	require.ErrorIs(t, err, workwx.Code(41099))
	sh.SetAcquisitionComponent(workwx.AcquisitionComponentAuth{PayMode: workwx.AcquisitionPayModeProvider, Price: 150})
	auth, err := c.GetAcquisitionComponentAuth(ctx)
	require.NoError(t, err)
	require.EqualValues(t, 150, auth.Price)
	keys, err := c.CreateAcquisitionOnceKeys(ctx, &workwx.CreateAcquisitionOnceKeysRequest{LinkID: link.LinkID, KeyNum: 1})
	require.NoError(t, err)
	require.Len(t, keys, 1)
	_, err = sh.CustomerScans(y, link.URL+"?once_key="+keys[0])
	require.NoError(t, err)
	sh.pushed(t, "friend_request", "add_external_contact")
	_, err = sh.CustomerScans(sh.AddCustomer(workwxtest.Customer{}), link.URL+"?once_key="+keys[0])
	require.Error(t, err, "a key works once")

	// The first message is announced, and the third with a key.
	require.NoError(t, sh.CustomerWrites(x, "ann"))
	start := sh.pushed(t, "customer_start_chat")["customer_start_chat"].(*workwx.CustomerAcquisitionEvent)
	require.Equal(t, []string{"ann", x}, []string{start.UserID, start.ExternalUserID})
	require.NoError(t, sh.CustomerWrites(x, "ann"))
	require.NoError(t, sh.CustomerWrites(x, "ann"))
	key := sh.pushed(t, "message_from_customer")["message_from_customer"].(*workwx.CustomerAcquisitionEvent).ChatKey
	chat, err := c.GetAcquisitionChat(ctx, key)
	require.NoError(t, err)
	require.Equal(t, x, chat.ExternalUserID)
	require.EqualValues(t, 3, chat.ChatInfo.RecvMsgCnt)
	sh.Advance(31 * time.Minute)
	_, err = c.GetAcquisitionChat(ctx, key)
	require.ErrorIs(t, err, workwx.Code(41201))

	customers, err := c.ListAcquisitionLinkCustomers(ctx, &workwx.ListAcquisitionLinkCustomersRequest{LinkID: link.LinkID})
	require.NoError(t, err)
	require.Len(t, customers.CustomerList, 2)
	require.Equal(t, workwx.AcquisitionChatStatusWritten, customers.CustomerList[0].ChatStatus)
	figures, err := c.GetAcquisitionLinkStatistics(ctx, &workwx.GetAcquisitionLinkStatisticsRequest{
		LinkID: link.LinkID, StartTime: workwx.At(sh.Now().Add(-24 * time.Hour)), EndTime: workwx.At(sh.Now())})
	require.NoError(t, err)
	require.EqualValues(t, 2, figures.NewCustomerCnt)
	quota, err := c.GetAcquisitionQuota(ctx)
	require.NoError(t, err)
	require.EqualValues(t, 1, quota.Total)
	require.Zero(t, quota.Balance)

	require.NoError(t, sh.CustomerDeletes(x, "ann"))
	sh.pushed(t, "del_follow_user", "del_follow_user") // of the customer, and of the link
	require.NoError(t, sh.RemoveAcquisitionLink(link.LinkID))
	sh.pushed(t, "delete_link")
	_, err = c.GetAcquisitionLink(ctx, link.LinkID)
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}

func TestCustomerMaterial(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	media, err := c.UploadAttachmentMedia(ctx, &workwx.UploadAttachmentMediaRequest{
		MediaType: workwx.MediaTypeImage, AttachmentType: workwx.AttachmentTypeProductAlbum, FileName: "a.png", Reader: strings.NewReader("picture"), Size: 7})
	require.NoError(t, err)
	product := &workwx.CreateProductAlbumRequest{Description: "tea", Price: 1999, ProductSN: "T1", Attachments: []workwx.ProductAlbumAttachment{workwx.NewProductAlbumImage(media.MediaID)}}
	id, err := c.CreateProductAlbum(ctx, product)
	require.NoError(t, err)
	require.NoError(t, c.UpdateProductAlbum(ctx, &workwx.UpdateProductAlbumRequest{ProductID: id, Price: workwx.Ptr(int64(0))}))
	got, err := c.GetProductAlbum(ctx, id)
	require.NoError(t, err)
	require.Zero(t, got.Price)
	require.Equal(t, "tea", got.Description)
	require.NoError(t, c.DeleteProductAlbum(ctx, id))
	_, err = c.GetProductAlbum(ctx, id)
	require.ErrorIs(t, err, workwx.Code(41074), "deleted")
	_, err = c.GetProductAlbum(ctx, "none")
	require.ErrorIs(t, err, workwx.Code(41075))
	product.Price = 5000001
	_, err = c.CreateProductAlbum(ctx, product)
	require.ErrorIs(t, err, workwx.Code(41086))
	product.Price, product.ProductSN = 1, "no spaces"
	_, err = c.CreateProductAlbum(ctx, product)
	require.ErrorIs(t, err, workwx.Code(41085))

	rule := &workwx.CreateInterceptRuleRequest{
		RuleName: "r", WordList: []string{"cash"}, InterceptType: workwx.InterceptTypeBlock, ApplicableRange: workwx.UserDepartmentRange{UserList: []string{"ann"}}}
	id, err = c.CreateInterceptRule(ctx, rule)
	require.NoError(t, err)
	_, err = c.CreateInterceptRule(ctx, rule)
	require.ErrorIs(t, err, workwx.Code(41077), "the name is taken")
	require.NoError(t, c.UpdateInterceptRule(ctx, &workwx.UpdateInterceptRuleRequest{
		RuleID: id, AddApplicableRange: workwx.UserDepartmentRange{UserList: []string{"bob"}}, RemoveApplicableRange: workwx.UserDepartmentRange{UserList: []string{"ann"}}}))
	stored, err := c.GetInterceptRule(ctx, id)
	require.NoError(t, err)
	require.Equal(t, []string{"bob"}, stored.ApplicableRange.UserList)
	require.Equal(t, []string{"cash"}, stored.WordList)
	rules, err := c.ListInterceptRules(ctx)
	require.NoError(t, err)
	require.Len(t, rules, 1)

	template, err := c.CreateGroupWelcomeTemplate(ctx, &workwx.CreateGroupWelcomeTemplateRequest{Text: workwx.MessageText{Content: "hi %NICKNAME%"}})
	require.NoError(t, err)
	require.NoError(t, c.UpdateGroupWelcomeTemplate(ctx, &workwx.UpdateGroupWelcomeTemplateRequest{TemplateID: template, Text: workwx.MessageText{Content: "hello"}}))
	welcome, err := c.GetGroupWelcomeTemplate(ctx, template)
	require.NoError(t, err)
	require.Equal(t, "hello", welcome.Text.Content)
	_, err = c.CreateGroupWelcomeTemplate(ctx, &workwx.CreateGroupWelcomeTemplateRequest{})
	require.ErrorIs(t, err, workwx.Code(44004))
}

func TestCustomerStatistics(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 3, 2, 12, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60))
	ctx, sh := t.Context(), newShop(t, workwxtest.WithClock(func() time.Time { return noon }))
	x := sh.AddCustomer(workwxtest.Customer{Name: "X"})
	_, err := sh.UserAddsCustomer("ann", x)
	require.NoError(t, err)
	require.NoError(t, sh.CustomerWrites(x, "ann"))
	sh.Advance(4 * time.Minute)
	require.NoError(t, sh.UserWrites("ann", x))
	chat := sh.AddCustomerGroup("g", "ann", x)
	require.NoError(t, sh.GroupWrites(chat, x))
	sh.Advance(24 * time.Hour)
	require.NoError(t, sh.CustomerDeletes(x, "ann"))

	data, err := sh.client.ListExternalContactBehaviorData(ctx, &workwx.ListExternalContactBehaviorDataRequest{
		StartTime: workwx.At(noon), EndTime: workwx.At(noon.Add(24 * time.Hour)), UserID: []string{"ann"}})
	require.NoError(t, err)
	require.Len(t, data, 2)
	require.Equal(t, workwx.ExternalContactBehaviorData{
		StatTime: data[0].StatTime, ChatCnt: 1, MessageCnt: 1, ReplyPercentage: 100, AvgReplyTime: 4, NewApplyCnt: 1, NewContactCnt: 1}, *data[0])
	require.True(t, data[0].StatTime.Equal(noon.Add(-12*time.Hour)), "days begin at midnight in China")
	require.EqualValues(t, 1, data[1].NegativeFeedbackCnt)

	groups, err := sh.client.ListGroupChatStatistics(ctx, &workwx.ListGroupChatStatisticsRequest{DayBeginTime: workwx.At(noon)})
	require.NoError(t, err)
	require.Equal(t, "ann", groups.Items[0].Owner)
	require.Equal(t, workwx.GroupChatStatisticData{NewChatCnt: 1, ChatTotal: 1, ChatHasMsg: 1, NewMemberCnt: 2, MemberTotal: 2, MemberHasMsg: 1, MsgTotal: 1}, groups.Items[0].Data)
	_, err = sh.client.ListGroupChatStatistics(ctx, &workwx.ListGroupChatStatisticsRequest{DayBeginTime: workwx.At(noon.AddDate(0, 0, -200))})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
}

func TestCustomerIDs(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	x := sh.AddCustomer(workwxtest.Customer{UnionID: "union-x", Mobile: "13800000000"}, "ann")
	id, err := c.ConvertUnionIDToExternalUserID(ctx, "union-x")
	require.NoError(t, err)
	require.Equal(t, x, id)
	_, err = c.ConvertUnionIDToExternalUserID(ctx, "union-y")
	require.ErrorIs(t, err, workwx.CodeCustomerRelationNotFound)
	service, err := c.ConvertExternalUserIDToServiceID(ctx, x)
	require.NoError(t, err)
	back, err := c.ConvertServiceIDToExternalUserID(ctx, &workwx.ConvertServiceIDToExternalUserIDRequest{ExternalUserID: service, SourceAgentID: sh.AgentID()})
	require.NoError(t, err)
	require.Equal(t, x, back)
	openID, err := c.ConvertExternalUserIDToOpenID(ctx, x)
	require.NoError(t, err)
	require.NotEmpty(t, openID)
	parents, err := c.ConvertMobilesToExternalUserIDs(ctx, &workwx.ConvertMobilesToExternalUserIDsRequest{Mobiles: []string{"13800000000", "13800000001"}})
	require.NoError(t, err)
	require.Equal(t, x, parents.SuccessList[0].ExternalUserID)
	require.Equal(t, workwx.CodeRecordNotFound, parents.FailList[0].ErrCode)
	tmp, err := c.ConvertTmpExternalUserIDs(ctx, &workwx.ConvertTmpExternalUserIDsRequest{
		BusinessType: workwx.TmpExternalUserBusinessForm, UserType: workwx.TmpExternalUserTypeCustomer, TmpExternalUserIDList: []string{sh.TmpExternalUserID(x), "none"}})
	require.NoError(t, err)
	require.Equal(t, x, tmp.Results[0].ExternalUserID)
	require.Equal(t, []string{"none"}, tmp.InvalidTmpExternalUserIDList)
	kf, err := c.ConvertOpenKfIDsToNewIDs(ctx, &workwx.ConvertOpenKfIDsToNewIDsRequest{OpenKfIDList: []string{sh.AddKfAccount("help"), "none"}})
	require.NoError(t, err)
	require.Len(t, kf.Items, 1)
	require.Equal(t, []string{"none"}, kf.InvalidOpenKfIDList)
	chat := sh.AddCustomerGroup("g", "ann")
	_, err = c.ConvertChatIDsToNewIDs(ctx, &workwx.ConvertChatIDsToNewIDsRequest{ChatIDList: []string{chat}})
	require.ErrorIs(t, err, workwx.Code(40166))
	require.NoError(t, c.SubmitChatIDUpgrade(ctx, workwx.At(sh.Now().Add(time.Hour))))
	require.ErrorIs(t, c.SubmitChatIDUpgrade(ctx, workwx.At(sh.Now().Add(time.Hour))), workwx.Code(40165))
	chats, err := c.ConvertChatIDsToNewIDs(ctx, &workwx.ConvertChatIDsToNewIDsRequest{ChatIDList: []string{chat}})
	require.NoError(t, err)
	require.Len(t, chats.Items, 1)

	// Who is asked for before being a customer has an id to wait for.
	waiting, err := c.ConvertUnionIDToServiceExternalUserID(ctx, &workwx.ConvertUnionIDToServiceExternalUserIDRequest{UnionID: "union-y", OpenID: "o"})
	require.NoError(t, err)
	require.NotEmpty(t, waiting.PendingID)
	y := sh.AddCustomer(workwxtest.Customer{UnionID: "union-y"}, "ann")
	pending, err := c.ConvertExternalUserIDsToPendingIDs(ctx, &workwx.ConvertExternalUserIDsToPendingIDsRequest{ExternalUserID: []string{x, y}})
	require.NoError(t, err)
	require.Len(t, pending, 1)
	require.Equal(t, waiting.PendingID, pending[0].PendingID)
}

func TestExternalPay(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client
	add := &workwx.AddExternalPayMerchantRequest{MchID: "1230000109", MerchantName: "Shop"}
	require.NoError(t, c.AddExternalPayMerchant(ctx, add))
	require.ErrorIs(t, c.AddExternalPayMerchant(ctx, add), workwx.Code(660008))
	scope := &workwx.SetExternalPayMerchantScopeRequest{MchID: add.MchID, AllowUseScope: workwx.ExternalPayMerchantScope{User: []string{"ann"}}}
	require.ErrorIs(t, c.SetExternalPayMerchantScope(ctx, scope), workwx.Code(660011), "the administrator has not confirmed")
	require.NoError(t, sh.BindMerchant(add.MchID))
	require.NoError(t, c.SetExternalPayMerchantScope(ctx, scope))
	merchant, err := c.GetExternalPayMerchant(ctx, add.MchID)
	require.NoError(t, err)
	require.Equal(t, workwx.ExternalPayBindStatusBound, merchant.BindStatus)
	require.Equal(t, []string{"ann"}, merchant.AllowUseScope.User)
	_, err = c.GetExternalPayMerchant(ctx, "none")
	require.ErrorIs(t, err, workwx.Code(660006))

	sh.AddBill(workwx.ExternalPayBill{MchID: add.MchID, OutTradeNo: "t1", PayeeUserID: "ann", TotalFee: 500}, "payment-1")
	sh.AddBill(workwx.ExternalPayBill{MchID: add.MchID, OutTradeNo: "t2", PayeeUserID: "bob", TotalFee: 700}, "")
	bills, err := c.ListExternalPayBills(ctx, &workwx.ListExternalPayBillsRequest{
		BeginTime: workwx.At(sh.Now().Add(-time.Hour)), EndTime: workwx.At(sh.Now()), PayeeUserID: "ann"})
	require.NoError(t, err)
	require.Len(t, bills.BillList, 1)
	require.EqualValues(t, 500, bills.BillList[0].TotalFee)
	numbers, err := c.ListExternalPayBillsByPayment(ctx, "payment-1")
	require.NoError(t, err)
	require.Equal(t, "t1", numbers[0].OutTradeNo)
	sh.AddFundFlow(workwx.ExternalPayFundFlow{MchID: add.MchID, OutTradeNo: "t1", TransactionAmount: 500})
	flows, err := c.ListExternalPayFundFlows(ctx, &workwx.ListExternalPayFundFlowsRequest{BeginTime: workwx.At(sh.Now().Add(-time.Hour)), EndTime: workwx.At(sh.Now())})
	require.NoError(t, err)
	require.Len(t, flows.FundFlowList, 1)
	_, err = c.ListExternalPayFundFlows(ctx, &workwx.ListExternalPayFundFlowsRequest{BeginTime: workwx.At(sh.Now().AddDate(0, -2, 0)), EndTime: workwx.At(sh.Now())})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	require.NoError(t, c.RemoveExternalPayMerchant(ctx, add.MchID))
}

// TestCustomerUpdates: what an update names changes, and lists show it.
func TestCustomerUpdates(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	c := sh.client

	group, err := c.AddCorpTags(ctx, &workwx.AddCorpTagsRequest{GroupName: "level", Tag: []workwx.CorpTagInput{{Name: "gold"}, {Name: "silver"}}})
	require.NoError(t, err)
	silver := group.Tag[1].ID
	require.NoError(t, c.UpdateCorpTag(ctx, &workwx.UpdateCorpTagRequest{ID: silver, Name: workwx.Ptr("bronze"), Order: workwx.Ptr(int64(5))}))
	require.ErrorIs(t, c.UpdateCorpTag(ctx, &workwx.UpdateCorpTagRequest{ID: silver, Name: workwx.Ptr("gold")}), workwx.CodeInvalidTagName, "the name is taken")
	require.ErrorIs(t, c.UpdateCorpTag(ctx, &workwx.UpdateCorpTagRequest{ID: "none", Name: workwx.Ptr("x")}), workwx.CodeInvalidTagID)
	require.NoError(t, c.UpdateCorpTag(ctx, &workwx.UpdateCorpTagRequest{ID: group.GroupID, Name: workwx.Ptr("rank")}))
	tags, err := c.ListCorpTags(ctx, &workwx.ListCorpTagsRequest{})
	require.NoError(t, err)
	require.Equal(t, []string{"rank", "bronze", "gold"}, []string{tags[0].GroupName, tags[0].Tag[0].Name, tags[0].Tag[1].Name})
	open, err := c.ConvertExternalTagIDsToOpenTagIDs(ctx, &workwx.ConvertExternalTagIDsToOpenTagIDsRequest{ExternalTagIDList: []string{silver, "none"}})
	require.NoError(t, err)
	require.Len(t, open.Items, 1)
	require.Equal(t, []string{"none"}, open.InvalidExternalTagIDList)
	require.NoError(t, c.DeleteCorpTags(ctx, &workwx.DeleteCorpTagsRequest{GroupID: []string{group.GroupID}}))
	tags, err = c.ListCorpTags(ctx, &workwx.ListCorpTagsRequest{})
	require.NoError(t, err)
	require.Empty(t, tags)
	tags, err = c.ListCorpTags(ctx, &workwx.ListCorpTagsRequest{TagID: []string{silver}})
	require.NoError(t, err)
	require.True(t, tags[0].Tag[0].Deleted, "those that are asked for by id are told of when they are gone")

	strategy, err := c.CreateCustomerStrategy(ctx, &workwx.CreateCustomerStrategyRequest{
		StrategyName: "East", AdminList: []string{"eve"}, Range: []workwx.StrategyRange{{Type: workwx.StrategyRangeTypeUser, UserID: "ann"}}})
	require.NoError(t, err)
	require.NoError(t, c.UpdateCustomerStrategy(ctx, &workwx.UpdateCustomerStrategyRequest{
		StrategyID: strategy, StrategyName: workwx.Ptr("West"),
		RangeAdd: []workwx.StrategyRange{{Type: workwx.StrategyRangeTypeUser, UserID: "bob"}},
		RangeDel: []workwx.StrategyRange{{Type: workwx.StrategyRangeTypeUser, UserID: "ann"}}}))
	covered, err := c.ListCustomerStrategyRanges(ctx, &workwx.ListCustomerStrategyRangesRequest{StrategyID: strategy})
	require.NoError(t, err)
	require.Len(t, covered.Range, 1)
	require.Equal(t, "bob", covered.Range[0].UserID)
	stored, err := c.GetCustomerStrategy(ctx, strategy)
	require.NoError(t, err)
	require.Equal(t, "West", stored.StrategyName)
	require.Equal(t, []string{"eve"}, stored.AdminList)
	require.ErrorIs(t, c.UpdateCustomerStrategy(ctx, &workwx.UpdateCustomerStrategyRequest{
		StrategyID: strategy, RangeAdd: []workwx.StrategyRange{{Type: workwx.StrategyRangeTypeDepartment, PartyID: 99}}}), workwx.CodeInvalidDepartmentID)
	_, err = c.CreateCustomerStrategy(ctx, &workwx.CreateCustomerStrategyRequest{
		ParentID: strategy, StrategyName: "South", AdminList: []string{"eve"}, Range: []workwx.StrategyRange{{Type: workwx.StrategyRangeTypeUser, UserID: "ann"}}})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "the parent does not cover ann")
	made, err := c.AddStrategyTags(ctx, &workwx.AddStrategyTagsRequest{StrategyID: strategy, GroupName: "g", Tag: []workwx.CorpTagInput{{Name: "t"}}})
	require.NoError(t, err)
	require.NoError(t, c.UpdateStrategyTag(ctx, &workwx.UpdateStrategyTagRequest{ID: made.Tag[0].ID, Name: workwx.Ptr("u")}))
	require.ErrorIs(t, c.UpdateCorpTag(ctx, &workwx.UpdateCorpTagRequest{ID: made.Tag[0].ID, Name: workwx.Ptr("v")}), workwx.CodeInvalidTagID, "not a tag of the corp")
	ofStrategy, err := c.ListStrategyTags(ctx, &workwx.ListStrategyTagsRequest{StrategyID: strategy})
	require.NoError(t, err)
	require.Equal(t, "u", ofStrategy[0].Tag[0].Name)

	link, err := c.CreateAcquisitionLink(ctx, &workwx.CreateAcquisitionLinkRequest{LinkName: "ad", Range: workwx.UserDepartmentRange{UserList: []string{"ann"}}})
	require.NoError(t, err)
	require.NoError(t, c.UpdateAcquisitionLink(ctx, &workwx.UpdateAcquisitionLinkRequest{LinkID: link.LinkID, SkipVerify: workwx.Ptr(false)}))
	require.ErrorIs(t, c.UpdateAcquisitionLink(ctx, &workwx.UpdateAcquisitionLinkRequest{
		LinkID: link.LinkID, LinkName: workwx.Ptr(strings.Repeat("x", 31))}), workwx.CodeIllegalParameter)
	got, err := c.GetAcquisitionLink(ctx, link.LinkID)
	require.NoError(t, err)
	require.Equal(t, "ad", got.Link.LinkName)
	require.False(t, got.Link.SkipVerify)
	require.Equal(t, []string{"ann"}, got.Range.UserList)

	chat := sh.AddCustomerGroup("g", "ann")
	way, err := c.CreateGroupChatJoinWay(ctx, &workwx.CreateGroupChatJoinWayRequest{
		Scene: workwx.GroupChatJoinWaySceneQRCode, ChatIDList: []string{chat}, State: "poster", Remark: "gate"})
	require.NoError(t, err)
	require.NoError(t, c.UpdateGroupChatJoinWay(ctx, &workwx.UpdateGroupChatJoinWayRequest{
		ConfigID: way, Scene: workwx.GroupChatJoinWaySceneQRCode, ChatIDList: []string{chat}, State: workwx.Ptr("flyer")}))
	join, err := c.GetGroupChatJoinWay(ctx, way)
	require.NoError(t, err)
	require.Equal(t, []string{"flyer", ""}, []string{join.State, join.Remark}, "an update of a join way replaces it")
	require.NoError(t, c.DeleteGroupChatJoinWay(ctx, way))
	_, err = c.GetGroupChatJoinWay(ctx, way)
	require.ErrorIs(t, err, workwx.CodeInvalidContactWayConfigID)
	n := 0
	for one, err := range c.AllGroupChats(ctx, &workwx.ListGroupChatsRequest{Limit: 1}) {
		require.NoError(t, err)
		require.Equal(t, chat, one.ChatID)
		n++
	}
	require.Equal(t, 1, n)
	_, err = c.ListGroupChats(ctx, &workwx.ListGroupChatsRequest{})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter, "limit is required")
}

// TestOldTransfer is the older form for one customer.
func TestOldTransfer(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	x := sh.AddCustomer(workwxtest.Customer{}, "ann")
	body := map[string]string{"external_userid": x, "handover_userid": "ann", "takeover_userid": "bob"}
	var result struct {
		Status workwx.TransferStatus `json:"status"`
	}
	status := func() workwx.TransferStatus {
		require.NoError(t, sh.client.Call(ctx, "POST", "/cgi-bin/externalcontact/get_transfer_result", nil, body, &result))
		return result.Status
	}
	require.Equal(t, workwx.TransferStatusNoRecord, status())
	require.NoError(t, sh.client.Call(ctx, "POST", "/cgi-bin/externalcontact/transfer", nil, body, nil))
	require.ErrorIs(t, sh.client.Call(ctx, "POST", "/cgi-bin/externalcontact/transfer", nil, body, nil), workwx.CodeCustomerInTransfer)
	require.Equal(t, workwx.TransferStatusWaiting, status())
	sh.Advance(24 * time.Hour)
	require.Equal(t, workwx.TransferStatusDone, status())
}

// TestAttachments: each kind is checked before anything is sent.
func TestAttachments(t *testing.T) {
	t.Parallel()
	ctx, sh := t.Context(), newShop(t)
	sh.AddCustomer(workwxtest.Customer{}, "ann")
	media, err := sh.client.UploadTempImageMedia(ctx, workwx.NewMediaFromBuffer("a.png", []byte("picture")))
	require.NoError(t, err)
	send := func(a workwx.MsgAttachment) error {
		_, err := sh.client.CreateGroupMsg(ctx, &workwx.CreateGroupMsgRequest{Sender: "ann", Attachments: []workwx.MsgAttachment{a}})
		return err
	}
	page := workwx.AttachmentMiniProgram{AppID: "wx1", Page: "/p", Title: "t", PicMediaID: media.MediaID}
	for _, a := range []workwx.MsgAttachment{
		workwx.NewImageAttachment(media.MediaID), workwx.NewMiniProgramAttachment(page), workwx.NewVideoAttachment(media.MediaID),
		workwx.NewFileAttachment(media.MediaID), workwx.NewLinkAttachment(workwx.AttachmentLink{URL: "https://example.com", Title: "t"}),
	} {
		require.NoError(t, send(a), a.MsgType)
	}
	nameless, coverless := page, page
	nameless.AppID, coverless.PicMediaID = "", ""
	require.ErrorIs(t, send(workwx.NewMiniProgramAttachment(nameless)), workwx.Code(90200))
	require.ErrorIs(t, send(workwx.NewMiniProgramAttachment(coverless)), workwx.Code(41006))
	require.ErrorIs(t, send(workwx.NewLinkAttachment(workwx.AttachmentLink{URL: "https://example.com"})), workwx.Code(41016))
	require.ErrorIs(t, send(workwx.NewLinkAttachment(workwx.AttachmentLink{Title: "t"})), workwx.Code(41010))
	require.ErrorIs(t, send(workwx.MsgAttachment{MsgType: "voice"}), workwx.Code(41065))
	sh.Advance(73 * time.Hour)
	require.ErrorIs(t, send(workwx.NewFileAttachment(media.MediaID)), workwx.CodeInvalidMediaID, "media lives for three days")
}
