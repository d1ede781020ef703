package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Each benchmark has a baseline beside it: the same work as a careful engineer would write it by hand on
// net/http and encoding/json, against the same server. internal/benchratio makes a table of both.

// rounds is for measurements: go test's own -count would run each side many times on end.
var rounds = flag.Int("rounds", 3, "how many times benchmarks and their baselines run in turns")

// versus runs a benchmark and its baseline in turns, so that what else the machine does hits both.
func versus(b *testing.B, workwx, baseline func(b *testing.B)) {
	b.Helper()
	workwx, baseline = countingCPU(workwx), countingCPU(baseline)
	for i := range *rounds {
		if i%2 == 0 {
			b.Run("workwx", workwx)
			b.Run("baseline", baseline)
		} else {
			b.Run("baseline", baseline)
			b.Run("workwx", workwx)
		}
	}
}

// countingCPU reports the processor time beside the wall time: on a busy machine it is the one that says
// something. Both include the server's share.
func countingCPU(f func(b *testing.B)) func(b *testing.B) {
	return func(b *testing.B) {
		before := cpuTime()
		f(b)
		if used := cpuTime() - before; used > 0 {
			b.ReportMetric(float64(used.Nanoseconds())/float64(b.N), "cpu-ns/op")
		}
	}
}

// handClient is the client of the baselines.
type handClient struct {
	http *http.Client
	base string

	mu    sync.Mutex
	token string
}

// handAnswer is what the answers of the baselines have in common.
type handAnswer interface{ check() error }

type handStatus struct {
	ErrCode int64  `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
}

func (s *handStatus) check() error {
	if s.ErrCode != 0 {
		return &handError{s.ErrCode, s.ErrMsg}
	}
	return nil
}

type handError struct {
	code int64
	msg  string
}

func (e *handError) Error() string { return fmt.Sprintf("errcode %d: %s", e.code, e.msg) }

func (c *handClient) call(ctx context.Context, method, path string, query url.Values, in any, out handAnswer) error {
	var encoded []byte
	if in != nil {
		var err error
		if encoded, err = json.Marshal(in); err != nil {
			return err
		}
	}
	for attempt := 0; ; attempt++ {
		token, err := c.accessToken(ctx)
		if err != nil {
			return err
		}
		query.Set("access_token", token)
		err = c.send(ctx, method, path+"?"+query.Encode(), encoded, out)
		if e, ok := err.(*handError); ok && (e.code == 40014 || e.code == 42001) && attempt == 0 {
			c.drop(token)
			continue
		}
		return err
	}
}

func (c *handClient) send(ctx context.Context, method, path string, encoded []byte, out handAnswer) error {
	var body io.Reader
	if encoded != nil {
		body = bytes.NewReader(encoded)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return err
	}
	if encoded != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return c.receive(req, out)
}

func (c *handClient) receive(req *http.Request, out handAnswer) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("HTTP status %d", resp.StatusCode)
	}
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return err
	}
	return out.check()
}

type handToken struct {
	handStatus
	AccessToken string `json:"access_token"`
}

func (c *handClient) accessToken(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == "" {
		var out handToken
		if err := c.send(ctx, http.MethodGet, "/cgi-bin/gettoken?corpid=ww&corpsecret=secret", nil, &out); err != nil {
			return "", err
		}
		c.token = out.AccessToken
	}
	return c.token, nil
}

func (c *handClient) drop(token string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == token {
		c.token = ""
	}
}

const benchmarkToken = `{"errcode":0,"errmsg":"ok","access_token":"token","expires_in":7200}`

// overLoopback returns both clients, warm, for a server on a real socket that answers all calls alike.
func overLoopback(b *testing.B, header http.Header, answer []byte) (*Client, *handClient) {
	b.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/cgi-bin/gettoken" {
			io.WriteString(w, benchmarkToken)
			return
		}
		io.Copy(io.Discard, r.Body)
		for name, values := range header {
			w.Header()[name] = values
		}
		w.Write(answer)
	}))
	b.Cleanup(srv.Close)
	c, err := NewClient("ww", "secret", WithAgentID(1), WithBaseURL(srv.URL))
	require.NoError(b, err)
	b.Cleanup(c.HTTPClient().CloseIdleConnections)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConns, transport.MaxIdleConnsPerHost = 256, 256
	b.Cleanup(transport.CloseIdleConnections)
	hand := &handClient{http: &http.Client{Transport: transport, Timeout: 15 * time.Second}, base: srv.URL}
	warm(b, c, hand)
	return c, hand
}

func warm(b *testing.B, c *Client, hand *handClient) {
	b.Helper()
	_, err := c.access.get(b.Context())
	require.NoError(b, err)
	_, err = hand.accessToken(b.Context())
	require.NoError(b, err)
}

var jsonHeader = http.Header{"Content-Type": {"application/json"}}

// roundTripper is a platform without a network: what remains is the client's own share.
type roundTripper func(path, token string) string

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
	}
	_, token, _ := strings.Cut(r.URL.RawQuery, "access_token=")
	token, _, _ = strings.Cut(token, "&")
	answer := f(r.URL.Path, token)
	return &http.Response{StatusCode: http.StatusOK, Header: jsonHeader, Body: io.NopCloser(strings.NewReader(answer)), ContentLength: int64(len(answer)), Request: r}, nil
}

func inMemory(b *testing.B, platform roundTripper) (*Client, *handClient) {
	b.Helper()
	c, err := NewClient("ww", "secret", WithAgentID(1), WithHTTPClient(&http.Client{Transport: platform}))
	require.NoError(b, err)
	return c, &handClient{http: &http.Client{Transport: platform, Timeout: 15 * time.Second}, base: DefaultBaseURL}
}

// answering is a platform that answers all calls alike.
func answering(answer string) roundTripper {
	return func(path, _ string) string {
		if path == "/cgi-bin/gettoken" {
			return benchmarkToken
		}
		return answer
	}
}

type handText struct {
	Content string `json:"content"`
}

type handMessage struct {
	ToUser  string   `json:"touser"`
	MsgType string   `json:"msgtype"`
	AgentID int64    `json:"agentid"`
	Text    handText `json:"text"`
}

type handSent struct {
	handStatus
	InvalidUser    string `json:"invaliduser"`
	InvalidParty   string `json:"invalidparty"`
	InvalidTag     string `json:"invalidtag"`
	UnlicensedUser string `json:"unlicenseduser"`
	MsgID          string `json:"msgid"`
	ResponseCode   string `json:"response_code"`
}

func (c *handClient) sendText(ctx context.Context) error {
	var out handSent
	return c.call(ctx, http.MethodPost, "/cgi-bin/message/send", url.Values{}, handMessage{"zhangsan", "text", 1, handText{"hello"}}, &out)
}

const sentAnswer = `{"errcode":0,"errmsg":"ok","msgid":"m-1"}`

func benchmarkSend(b *testing.B, c *Client, hand *handClient) {
	b.Helper()
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.SendTextMessage(b.Context(), ToUsers("zhangsan"), "hello"); err != nil {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := hand.sendText(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSend(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, []byte(sentAnswer))
	benchmarkSend(b, c, hand)
}

func BenchmarkSendInMemory(b *testing.B) {
	c, hand := inMemory(b, answering(sentAnswer))
	warm(b, c, hand)
	benchmarkSend(b, c, hand)
}

// BenchmarkSend64 sends from 64 goroutines at a time.
func BenchmarkSend64(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, []byte(sentAnswer))
	parallelism := max(1, 64/runtime.GOMAXPROCS(0))
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		b.SetParallelism(parallelism)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				if _, err := c.SendTextMessage(b.Context(), ToUsers("zhangsan"), "hello"); err != nil {
					b.Error(err)
				}
			}
		})
	}, func(b *testing.B) {
		b.ReportAllocs()
		b.SetParallelism(parallelism)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				if err := hand.sendText(b.Context()); err != nil {
					b.Error(err)
				}
			}
		})
	})
}

const benchmarkUser = `{"userid":"user%d","name":"张三","department":[1,2],"order":[1,2],"position":"后台工程师","mobile":"13800000000","gender":"1","email":"zhangsan@example.com","is_leader_in_dept":[1,0],"direct_leader":["lisi"],"avatar":"https://example.com/0","telephone":"020-123456","alias":"jackzhang","address":"广州市海珠区新港中路","status":1,"main_department":1,"extattr":{"attrs":[{"type":0,"name":"文本名称","text":{"value":"文本"}}]}}`

// handUser is User as one would write it for oneself.
type handUser struct {
	UserID           string      `json:"userid"`
	OpenUserID       string      `json:"open_userid"`
	Name             string      `json:"name"`
	EnglishName      string      `json:"english_name"`
	Alias            string      `json:"alias"`
	Email            string      `json:"email"`
	BizMail          string      `json:"biz_mail"`
	Mobile           string      `json:"mobile"`
	Telephone        string      `json:"telephone"`
	Gender           string      `json:"gender"`
	Address          string      `json:"address"`
	Position         string      `json:"position"`
	Department       []int64     `json:"department"`
	Order            []int64     `json:"order"`
	IsLeaderInDept   []int64     `json:"is_leader_in_dept"`
	MainDepartment   int64       `json:"main_department"`
	DirectLeader     []string    `json:"direct_leader"`
	Avatar           string      `json:"avatar"`
	ThumbAvatar      string      `json:"thumb_avatar"`
	QRCode           string      `json:"qr_code"`
	Status           int64       `json:"status"`
	ExtAttr          handExtAttr `json:"extattr"`
	ExternalPosition string      `json:"external_position"`
	ExternalProfile  handProfile `json:"external_profile"`
}

type handExtAttr struct {
	Attrs []handExtAttrItem `json:"attrs"`
}

type handExtAttrItem struct {
	Type int64        `json:"type"`
	Name string       `json:"name"`
	Text handAttrText `json:"text"`
	Web  handAttrWeb  `json:"web"`
}

type handAttrText struct {
	Value string `json:"value"`
}

type handAttrWeb struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

type handProfile struct {
	ExternalCorpName string             `json:"external_corp_name"`
	WechatChannels   handChannels       `json:"wechat_channels"`
	ExternalAttr     []handExternalAttr `json:"external_attr"`
}

type handChannels struct {
	Nickname string `json:"nickname"`
	Status   int64  `json:"status"`
}

type handExternalAttr struct {
	handExtAttrItem
	MiniProgram handMiniProgram `json:"miniprogram"`
}

type handMiniProgram struct {
	AppID    string `json:"appid"`
	PagePath string `json:"pagepath"`
	Title    string `json:"title"`
}

type handUserAnswer struct {
	handStatus
	handUser
}

func benchmarkGetUser(b *testing.B, c *Client, hand *handClient) {
	b.Helper()
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if u, err := c.GetUser(b.Context(), "user1"); err != nil || u.UserID != "user1" {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var out handUserAnswer
			if err := hand.call(b.Context(), http.MethodGet, "/cgi-bin/user/get", url.Values{"userid": {"user1"}}, nil, &out); err != nil || out.UserID != "user1" {
				b.Fatal(err)
			}
		}
	})
}

func userAnswer() string {
	return `{"errcode":0,"errmsg":"ok",` + fmt.Sprintf(benchmarkUser, 1)[1:]
}

func BenchmarkGetUser(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, []byte(userAnswer()))
	benchmarkGetUser(b, c, hand)
}

func BenchmarkGetUserInMemory(b *testing.B) {
	c, hand := inMemory(b, answering(userAnswer()))
	warm(b, c, hand)
	benchmarkGetUser(b, c, hand)
}

// listAnswer is an answer with a list of n elements.
func listAnswer(n int, name, format string) []byte {
	var list bytes.Buffer
	fmt.Fprintf(&list, `{"errcode":0,"errmsg":"ok","%s":[`, name)
	for i := range n {
		if i > 0 {
			list.WriteByte(',')
		}
		fmt.Fprintf(&list, format, i)
	}
	list.WriteString("]}")
	return list.Bytes()
}

type handUserList struct {
	handStatus
	UserList []handUser `json:"userlist"`
}

func BenchmarkListUsers10000(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, listAnswer(10_000, "userlist", benchmarkUser))
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			users, err := c.ListUsers(b.Context(), &ListUsersRequest{DepartmentID: 1})
			if err != nil || len(users) != 10_000 {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var out handUserList
			err := hand.call(b.Context(), http.MethodGet, "/cgi-bin/user/list", url.Values{"department_id": {"1"}}, nil, &out)
			if err != nil || len(out.UserList) != 10_000 {
				b.Fatal(err)
			}
		}
	})
}

const benchmarkCustomer = `{"external_contact":{"external_userid":"wmq%020d","name":"李四","type":1,"avatar":"https://example.com/p/0","gender":2,"unionid":"oAAAAAAAAAAAAAAAAAAAAAAAAAAA"},"follow_info":{"userid":"rocky","remark":"李部长","description":"对接采购事务","createtime":1525779812,"tag_id":["stRLAAAAAAAAAAAAAAAAAAAAAAAAAAAA","stRLBAAAAAAAAAAAAAAAAAAAAAAAAAAA"],"remark_corp_name":"企业微信","remark_mobiles":["13800000001","13000000002"],"oper_userid":"rocky","add_way":10,"state":"spring","wechat_channels":{"nickname":"视频号名称","source":1}}}`

type handCustomers struct {
	handStatus
	ExternalContactList []handCustomer `json:"external_contact_list"`
	NextCursor          string         `json:"next_cursor"`
	FailInfo            handFailInfo   `json:"fail_info"`
}

type handFailInfo struct {
	UnlicensedUserIDList []string `json:"unlicensed_userid_list"`
}

type handCustomer struct {
	ExternalContact handContact `json:"external_contact"`
	FollowInfo      handFollow  `json:"follow_info"`
}

type handContact struct {
	ExternalUserID  string         `json:"external_userid"`
	Name            string         `json:"name"`
	ForeignKey      string         `json:"foreign_key"`
	UnionID         string         `json:"unionid"`
	Avatar          string         `json:"avatar"`
	Type            int64          `json:"type"`
	Gender          int64          `json:"gender"`
	Position        string         `json:"position"`
	CorpName        string         `json:"corp_name"`
	CorpFullName    string         `json:"corp_full_name"`
	IsSubscribe     int64          `json:"is_subscribe"`
	SubscriberInfo  handSubscriber `json:"subscriber_info"`
	ExternalProfile handProfile    `json:"external_profile"`
}

type handSubscriber struct {
	TagID         []string `json:"tag_id"`
	Remark        string   `json:"remark"`
	RemarkMobiles []string `json:"remark_mobiles"`
}

type handFollow struct {
	UserID         string             `json:"userid"`
	Remark         string             `json:"remark"`
	RemarkCorpName string             `json:"remark_corp_name"`
	RemarkMobiles  []string           `json:"remark_mobiles"`
	Description    string             `json:"description"`
	Tags           []handTag          `json:"tags"`
	TagID          []string           `json:"tag_id"`
	AddWay         int64              `json:"add_way"`
	CreateTime     int64              `json:"createtime"`
	State          string             `json:"state"`
	OperUserID     string             `json:"oper_userid"`
	WechatChannels handFollowChannels `json:"wechat_channels"`
}

type handTag struct {
	Type      int64  `json:"type"`
	TagID     string `json:"tag_id"`
	TagName   string `json:"tag_name"`
	GroupName string `json:"group_name"`
}

type handFollowChannels struct {
	Nickname string `json:"nickname"`
	Source   int64  `json:"source"`
}

type handCustomersRequest struct {
	UserIDList []string `json:"userid_list"`
	Cursor     string   `json:"cursor,omitempty"`
	Limit      int64    `json:"limit,omitempty"`
}

func BenchmarkBatchGetExternalContacts100(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, listAnswer(100, "external_contact_list", benchmarkCustomer))
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			page, err := c.BatchGetExternalContacts(b.Context(), &BatchGetExternalContactsRequest{UserIDList: []string{"rocky"}, Limit: 100})
			if err != nil || len(page.ExternalContactList) != 100 {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var out handCustomers
			err := hand.call(b.Context(), http.MethodPost, "/cgi-bin/externalcontact/batch/get_by_user", url.Values{}, handCustomersRequest{UserIDList: []string{"rocky"}, Limit: 100}, &out)
			if err != nil || len(out.ExternalContactList) != 100 {
				b.Fatal(err)
			}
		}
	})
}

const benchmarkFileSize = 20 << 20

type handUploaded struct {
	handStatus
	Type      string `json:"type"`
	MediaID   string `json:"media_id"`
	CreatedAt string `json:"created_at"`
}

// upload streams a multipart body whose length is known.
func (c *handClient) upload(ctx context.Context, name string, size int64, file io.Reader) error {
	const boundary = "byhandboundary0123456789"
	head := fmt.Sprintf("--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=%q; filelength=%d\r\nContent-Type: application/octet-stream\r\n\r\n", boundary, name, size)
	tail := "\r\n--" + boundary + "--\r\n"
	body := io.MultiReader(strings.NewReader(head), file, strings.NewReader(tail))
	token, err := c.accessToken(ctx)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/cgi-bin/media/upload?type=file&access_token="+url.QueryEscape(token), body)
	if err != nil {
		return err
	}
	req.ContentLength = int64(len(head)) + size + int64(len(tail))
	req.Header.Set("Content-Type", "multipart/form-data; boundary="+boundary)
	var out handUploaded
	return c.receive(req, &out)
}

// BenchmarkUpload20MB sends a file that nobody holds: all that is allocated is the client's and the
// server's, and no less than what the upload adds to the heap at any time.
func BenchmarkUpload20MB(b *testing.B) {
	c, hand := overLoopback(b, jsonHeader, []byte(`{"errcode":0,"errmsg":"ok","type":"file","media_id":"m","created_at":"1380000000"}`))
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(benchmarkFileSize)
		for b.Loop() {
			if _, err := c.UploadTempFileMedia(b.Context(), &Media{FileName: "a", Reader: &sizedZeros{n: benchmarkFileSize}}); err != nil {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(benchmarkFileSize)
		for b.Loop() {
			if err := hand.upload(b.Context(), "a", benchmarkFileSize, &sizedZeros{n: benchmarkFileSize}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkDownload20MB reads a file to its end and keeps nothing.
func BenchmarkDownload20MB(b *testing.B) {
	header := http.Header{
		"Content-Type":        {"application/octet-stream"},
		"Content-Disposition": {`attachment; filename="a.bin"`},
		"Content-Length":      {strconv.Itoa(benchmarkFileSize)},
	}
	c, hand := overLoopback(b, header, make([]byte, benchmarkFileSize))
	versus(b, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(benchmarkFileSize)
		for b.Loop() {
			file, err := c.DownloadTempMedia(b.Context(), &DownloadTempMediaRequest{MediaID: "m"})
			if err != nil {
				b.Fatal(err)
			}
			if n, err := io.Copy(io.Discard, file); err != nil || n != benchmarkFileSize {
				b.Fatal(n, err)
			}
			file.Close()
		}
	}, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(benchmarkFileSize)
		for b.Loop() {
			req, err := http.NewRequestWithContext(b.Context(), http.MethodGet, hand.base+"/cgi-bin/media/get?media_id=m&access_token="+hand.token, nil)
			if err != nil {
				b.Fatal(err)
			}
			resp, err := hand.http.Do(req)
			if err != nil {
				b.Fatal(err)
			}
			if n, err := io.Copy(io.Discard, resp.Body); err != nil || n != benchmarkFileSize {
				b.Fatal(n, err)
			}
			resp.Body.Close()
		}
	})
}

// issuer is a platform that issues tokens and can revoke them.
type issuer struct {
	refusal  string       // what a revoked token is answered with
	current  atomic.Int64 // the token that is good; others are refused
	issued   atomic.Int64 // how many were asked for
	accepted atomic.Int64 // how many calls had a good token
}

func (p *issuer) answer(path, token string) string {
	good := strconv.FormatInt(p.current.Load(), 10)
	if path == "/cgi-bin/gettoken" {
		p.issued.Add(1)
		time.Sleep(2 * time.Millisecond) // about what it takes on a network, so that callers pile up
		return `{"errcode":0,"errmsg":"ok","access_token":"` + good + `","expires_in":7200}`
	}
	if token != good {
		return p.refusal
	}
	p.accepted.Add(1)
	return sentAnswer
}

// crowd makes calls from many goroutines at once and returns how many failed.
func crowd(goroutines, calls int, call func() error) (failed int64) {
	var wg sync.WaitGroup
	var n atomic.Int64
	for range goroutines {
		wg.Go(func() {
			for range calls {
				if call() != nil {
					n.Add(1)
				}
			}
		})
	}
	wg.Wait()
	return n.Load()
}

// tally reports what benchmarks of tokens count, per operation.
func tally(b *testing.B, p *issuer, failed, calls int64) {
	b.Helper()
	require.Equal(b, calls-failed, p.accepted.Load())
	b.ReportMetric(float64(p.issued.Load())/float64(b.N), "token-requests/op")
	b.ReportMetric(float64(failed)/float64(b.N), "failed-calls/op")
}

// BenchmarkColdStart1000 has 1,000 goroutines make the first calls of a client that has no token yet.
func BenchmarkColdStart1000(b *testing.B) {
	const callers = 1000
	versus(b, func(b *testing.B) {
		p := new(issuer)
		var failed int64
		b.ReportAllocs()
		for b.Loop() {
			c, _ := inMemory(b, p.answer)
			failed += crowd(callers, 1, func() error {
				_, err := c.SendTextMessage(b.Context(), ToUsers("zhangsan"), "hello")
				return err
			})
		}
		tally(b, p, failed, callers*int64(b.N))
	}, func(b *testing.B) {
		p := new(issuer)
		var failed int64
		b.ReportAllocs()
		for b.Loop() {
			_, hand := inMemory(b, p.answer)
			failed += crowd(callers, 1, func() error { return hand.sendText(b.Context()) })
		}
		tally(b, p, failed, callers*int64(b.N))
	})
}

// BenchmarkRevoked has the platform revoke the token under 64 goroutines that make 10 calls each: an
// operation is one revocation and the calls around it.
func BenchmarkRevoked(b *testing.B) {
	const callers, calls = 64, 10
	for _, refusal := range []string{
		`{"errcode":42001,"errmsg":"access_token expired"}`,
		`{"errcode":40014,"errmsg":"invalid access_token"}`,
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			b.Run(refusal[11:16]+"-"+method, func(b *testing.B) {
				run := func(b *testing.B, p *issuer, call func() error) {
					var failed int64
					require.NoError(b, call())
					p.issued.Store(0)
					p.accepted.Store(0)
					b.ReportAllocs()
					for b.Loop() {
						p.current.Add(1)
						failed += crowd(callers, calls, call)
					}
					tally(b, p, failed, callers*calls*int64(b.N))
				}
				versus(b, func(b *testing.B) {
					p := &issuer{refusal: refusal}
					c, _ := inMemory(b, p.answer)
					run(b, p, func() (err error) {
						if method == http.MethodGet {
							_, err = c.GetUser(b.Context(), "user1")
						} else {
							_, err = c.SendTextMessage(b.Context(), ToUsers("zhangsan"), "hello")
						}
						return err
					})
				}, func(b *testing.B) {
					p := &issuer{refusal: refusal}
					_, hand := inMemory(b, p.answer)
					run(b, p, func() error {
						if method == http.MethodGet {
							return hand.call(b.Context(), method, "/cgi-bin/user/get", url.Values{"userid": {"user1"}}, nil, new(handUserAnswer))
						}
						return hand.sendText(b.Context())
					})
				})
			})
		}
	}
}
