package workwx_test

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"time"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

// newExample starts a fake platform with a few members, and makes a client of it.
func newExample() (*workwxtest.Server, *workwx.Client) {
	srv, err := workwxtest.Start()
	if err != nil {
		panic(err)
	}
	srv.AddUsers("zhangsan", "lisi", "wangwu")
	return srv, srv.Client() // workwx.NewClient(corpID, secret, workwx.WithAgentID(agentID)) on the real platform
}

func ExampleNewClient() {
	client, err := workwx.NewClient("ww0123456789abcdef", "app-secret",
		workwx.WithAgentID(1000002),
		workwx.WithTimeout(5*time.Second),
		workwx.WithRetry(workwx.RetryPolicy{Attempts: 5, MaxDelay: 10 * time.Second}),
	)
	if err != nil {
		panic(err)
	}
	fmt.Println(client)

	_, err = workwx.NewClient("", "secret")
	fmt.Println(err)
	// Output:
	// workwx.Client(corp ww0123456789abcdef, agent 1000002)
	// workwx: corpID: it is empty; it stands on the admin console's page 我的企业 (My Company)
}

func ExampleClient_SendTextMessage() {
	srv, client := newExample()
	defer srv.Close()

	resp, err := client.SendTextMessage(context.Background(), workwx.ToUsers("zhangsan", "nobody"), "Hello!")
	if err != nil {
		panic(err)
	}
	fmt.Println("not sent to", resp.InvalidUser)
	fmt.Println(srv.MessagesTo("zhangsan")[0].Content)
	// Output:
	// not sent to [nobody]
	// Hello!
}

// A list comes page by page; an iterator asks for the next page when it is needed.
func ExampleClient_AllUserIDs() {
	srv, client := newExample()
	defer srv.Close()

	for member, err := range client.AllUserIDs(context.Background(), nil) {
		if err != nil {
			panic(err)
		}
		fmt.Println(member.UserID, member.Department)
	}
	// Output:
	// zhangsan 1
	// lisi 1
	// wangwu 1
}

// An update changes the fields that are set. Ptr of a zero value clears one.
func ExampleClient_UpdateUser() {
	srv, client := newExample()
	defer srv.Close()
	ctx := context.Background()

	update := func(req *workwx.UpdateUserRequest) {
		if err := client.UpdateUser(ctx, req); err != nil {
			panic(err)
		}
		user, err := client.GetUser(ctx, "lisi")
		if err != nil {
			panic(err)
		}
		fmt.Printf("%q %q\n", user.Alias, user.Position)
	}
	update(&workwx.UpdateUserRequest{UserID: "lisi", Alias: workwx.Ptr("Li"), Position: workwx.Ptr("Team lead")})
	update(&workwx.UpdateUserRequest{UserID: "lisi", Alias: workwx.Ptr("")})
	// Output:
	// "Li" "Team lead"
	// "" "Team lead"
}

func ExampleError() {
	srv, client := newExample()
	defer srv.Close()

	_, err := client.GetUser(context.Background(), "nobody")
	if errors.Is(err, workwx.CodeUserNotFound) {
		fmt.Println("there is no such member")
	}
	var refusal *workwx.Error
	if errors.As(err, &refusal) {
		fmt.Println(refusal.API, int64(refusal.Code), refusal.Code.Gloss())
	}
	// Output:
	// there is no such member
	// /cgi-bin/user/get 60111 no such member
}

// A callback handler answers what members write, in a test of the service as on the platform.
func ExampleCallbackHandler() {
	srv, _ := newExample()
	defer srv.Close()
	bot, err := workwx.NewCallbackHandler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID(), nil)
	if err != nil {
		panic(err)
	}
	workwx.On(bot, func(_ context.Context, m *workwx.TextMessage) (workwx.Reply, error) {
		return workwx.TextReply{Content: "You said: " + m.Content}, nil
	})
	mounted := httptest.NewServer(bot)
	defer mounted.Close()

	_, err = srv.Push(context.Background(), mounted.URL, srv.TextMessageXML("zhangsan", "hi"))
	fmt.Println(err)

	_, err = srv.Push(context.Background(), mounted.URL, "<xml><MsgType>text</MsgType></xml>", workwxtest.ReceiveID("another corp"))
	fmt.Println(err != nil)
	// Output:
	// <nil>
	// true
}

func ExampleWebhook() {
	srv, _ := newExample()
	defer srv.Close()

	robot, err := workwx.NewWebhook(srv.AddWebhook(""), workwx.WithHTTPClient(srv.HTTPClient()))
	if err != nil {
		panic(err)
	}
	err = robot.SendText(context.Background(), "The disk is full.", workwx.MentionUsers("zhangsan"))
	fmt.Println(err, srv.Messages()[0].Content)
	// Output: <nil> The disk is full.
}

// A form is filled in by the titles that people see, and says all that does not fit.
func ExampleApprovalForm() {
	srv, client := newExample()
	defer srv.Close()

	template, err := client.GetApprovalTemplate(context.Background(), workwxtest.TemplateExpense)
	if err != nil {
		panic(err)
	}
	form := workwx.NewApprovalForm(template).SetSelector("报销类型", "bribes")
	form.AddTableRow("费用明细").SetMoney("费用金额", "a lot")
	_, err = form.ApplyData()
	fmt.Println(err != nil)

	form = workwx.NewApprovalForm(template).SetSelector("报销类型", "差旅费")
	form.AddTableRow("费用明细").SetText("费用说明", "Train").SetMoney("费用金额", "154.50")
	data, err := form.ApplyData()
	fmt.Println(len(data.Contents) > 0, err)
	// Output:
	// true
	// true <nil>
}

// An endpoint without a method is called by its path.
func ExampleClient_Call() {
	srv, client := newExample()
	defer srv.Close()
	srv.RespondJSON("/cgi-bin/brand/new", map[string]any{"errcode": 0, "errmsg": "ok", "name": "seven"})

	var out struct {
		Name string `json:"name"`
	}
	err := client.Call(context.Background(), "POST", "/cgi-bin/brand/new", nil, map[string]int{"id": 7}, &out)
	fmt.Println(out.Name, err)
	// Output: seven <nil>
}

func ExampleSplitText() {
	for _, part := range workwx.SplitText("first line\nsecond line\n", 12) {
		fmt.Printf("%q\n", part)
	}
	// Output:
	// "first line"
	// "second line\n"
}

// A client for another app shares the connections.
func ExampleClient_With() {
	client, err := workwx.NewClient("ww0123456789abcdef", "app-secret", workwx.WithAgentID(1000002))
	if err != nil {
		panic(err)
	}
	sales, err := client.With(workwx.WithCredentials("ww0123456789abcdef", "sales-secret"), workwx.WithAgentID(1000003))
	if err != nil {
		panic(err)
	}
	fmt.Println(sales)
	// Output: workwx.Client(corp ww0123456789abcdef, agent 1000003)
}
