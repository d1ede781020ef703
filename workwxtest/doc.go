// Package workwxtest is a fake WeCom (企业微信) platform in a process, for tests of programs that use
// package workwx, or call the platform in any other way.
//
// A server holds the state of one corp. What is written can be read back, and what the platform would
// refuse is refused with the errcode that it documents:
//
//	func TestNotify(t *testing.T) {
//		srv := workwxtest.NewServer(t) // closed when the test ends
//		srv.AddUsers("zhangsan", "lisi")
//		client := srv.Client()
//
//		if err := notify(t.Context(), client); err != nil {
//			t.Fatal(err)
//		}
//		msg := srv.Messages()[0]
//		if msg.Content != "done" || !slices.Equal(msg.UserIDs, []string{"zhangsan"}) {
//			t.Errorf("sent %q to %v", msg.Content, msg.UserIDs)
//		}
//	}
//
// # What it plays
//
// It issues access tokens and tickets, which expire. It keeps members, departments, tags and batch
// imports of them; the apps, their menus and workbench; messages to members, group chats and group
// robots, with recall and cards that are updated once; the later answers of intelligent robots (智能机器人);
// uploaded files; OAuth codes; the accounts of 微信客服 with their servicers, sessions, messages and
// figures, and its knowledge base; third-party apps that the corp installs; customers and the office apps
// (see below); rules about who sees whom in the contacts, exports of the contacts, linked corps, consents of
// the message archive, electronic invoices. Every other endpoint of [workwx.Endpoints] answers errcode 0 with
// nothing else; give it an answer with [Server.RespondJSON]. A path that is no endpoint is answered 404 with
// the name of the nearest one.
//
// [Server.IssueCode] plays a member who opens a page, [Server.KfCustomerSays] a customer of 微信客服 who
// writes, [Server.KfServicerTakes] a servicer who takes over, [Server.InstallSuite] an administrator who
// installs a third-party app.
//
// # Customers
//
// [Server.AddCustomer] adds people outside the corp, [Server.CustomerScans] has them follow contact ways,
// join ways and acquisition links, [Server.AddCustomerGroup] makes group chats with them. What they, the
// members and administrators do has a method each ([Server.CustomerAdds], [Server.AcceptCustomer],
// [Server.CustomerWrites], [Server.CustomerDeletes], [Server.UserTags], [Server.GroupInvites],
// [Server.AddCorpTags], [Server.RefuseTransfer], ...) and pushes the event that the platform would;
// calls of the API push none, as on the platform.
//
// It keeps contact ways, also temporary ones; customers with who follows them, remarks and tags of the
// corp and of rule groups; rule groups for customers and moments; group chats, their opengid and ways to
// join; hand-overs in service and after leaving, which take effect when the clock has moved on by 24
// hours, and those whom nobody has taken over; welcome codes, good for 20 seconds and one message, and
// welcome messages of group chats; group messages, which [Server.SendGroupMsg] sends; moments, which
// [Server.PublishMoment] publishes; acquisition links, their quota and keys; product albums; rules on
// forbidden words; the statistics of all that; conversions of ids; merchants and payments.
// [Server.Customers], [Server.CustomerGroups], [Server.CustomerMessages] and [Server.GroupMsgs] show what
// is there and what arrived.
//
// # Office apps
//
// Approvals: templates with every control ([TemplateLeave], [TemplateExpense], ... are there from the
// start), forms checked against them, processes that [Server.Approve], [Server.Reject],
// [Server.TransferApproval] and [Server.Revoke] carry on, the leave that they take, conflicts of absences.
// Calendars and schedules that repeat, with changes of single occurrences, answered with
// [Server.RespondSchedule] and changed by members with [Server.MoveSchedule] and the like; meeting rooms,
// taken once at a time; to-do items of [Server.AddTodo]. Attendance: rules, shifts, check-ins of
// [Server.AddCheckin] or a call, and the reports of days and months that follow from them. Journals of
// [Server.AddJournal] and their statistics; calls at the corp's expense and emergency calls, which
// [Server.EndPSTNCall] ends. What members do pushes the event that the platform would; days begin at
// midnight in Beijing.
//
// # Inspecting
//
// [Server.Messages] has what was sent and who received it, [Server.KfMessages] what customers of 微信客服
// received, [Server.Requests] every request, [Server.TokenFetches] how often a token was asked for.
//
// # Steering
//
// [Server.FailNext], [Server.CutNext], [Server.SetLatency] and [Server.Inject] make calls fail, slow or
// break; [Server.ExpireTokens] and [Server.RevokeTokens] end tokens early; [Server.Handle] and
// [Server.RespondJSON] replace the answer of a path; [Server.Advance] moves the clock.
//
// # Callbacks
//
// [Server.Push] delivers a message or event to a callback URL as the platform does: it verifies the URL,
// encrypts and signs, waits five seconds, tries three times, and decrypts the reply. [SignedRequest]
// makes such a request for a handler that runs without a server. With [WithCallback] the server pushes
// what its state gives rise to, such as the end of an upload by URL or a customer's message.
//
// # Without a network
//
// [WithPipe] has connections stay in memory, so that a test can run in a bubble of testing/synctest.
package workwxtest
