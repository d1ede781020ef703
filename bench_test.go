package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Each benchmark has a baseline beside it: the same work as a careful engineer would write it by hand on
// net/http and encoding/json, against the same server.

// byHand is the client of the baselines.
type byHand struct {
	http  *http.Client
	base  string
	token string
}

func (c *byHand) call(ctx context.Context, method, path string, query url.Values, in, out any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	query.Set("access_token", c.token)
	req, err := http.NewRequestWithContext(ctx, method, c.base+path+"?"+query.Encode(), body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(answer, out)
}

type byHandStatus struct {
	ErrCode int64  `json:"errcode"`
	ErrMsg  string `json:"errmsg"`
}

func benchmarkServer(b *testing.B, answer string) (*Client, *byHand) {
	b.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.URL.Path == "/cgi-bin/gettoken" {
			io.WriteString(w, `{"errcode":0,"errmsg":"ok","access_token":"token","expires_in":7200}`)
			return
		}
		io.Copy(io.Discard, r.Body)
		io.WriteString(w, answer)
	}))
	b.Cleanup(srv.Close)
	c, err := NewClient("ww", "secret", WithAgentID(1), WithBaseURL(srv.URL))
	require.NoError(b, err)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 256
	b.Cleanup(transport.CloseIdleConnections)
	b.Cleanup(c.HTTPClient().CloseIdleConnections)
	_, err = c.access.get(context.Background())
	require.NoError(b, err)
	return c, &byHand{&http.Client{Transport: transport, Timeout: 15 * time.Second}, srv.URL, "token"}
}

func BenchmarkSend(b *testing.B) {
	c, hand := benchmarkServer(b, `{"errcode":0,"errmsg":"ok","msgid":"m-1"}`)
	ctx := b.Context()
	b.Run("workwx", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.SendTextMessage(ctx, ToUsers("zhangsan"), "hello"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("baseline", func(b *testing.B) {
		type text struct {
			Content string `json:"content"`
		}
		type message struct {
			ToUser  string `json:"touser"`
			MsgType string `json:"msgtype"`
			AgentID int64  `json:"agentid"`
			Text    text   `json:"text"`
		}
		type answer struct {
			byHandStatus
			InvalidUser  string `json:"invaliduser"`
			MsgID        string `json:"msgid"`
			ResponseCode string `json:"response_code"`
		}
		b.ReportAllocs()
		for b.Loop() {
			var out answer
			if err := hand.call(ctx, "POST", "/cgi-bin/message/send", url.Values{}, message{"zhangsan", "text", 1, text{"hello"}}, &out); err != nil || out.ErrCode != 0 {
				b.Fatal(err)
			}
		}
	})
}

const benchmarkUser = `{"userid":"user%d","name":"张三","department":[1,2],"order":[1,2],"position":"后台工程师","mobile":"13800000000","gender":"1","email":"zhangsan@example.com","is_leader_in_dept":[1,0],"direct_leader":["lisi"],"avatar":"https://example.com/0","telephone":"020-123456","alias":"jackzhang","address":"广州市海珠区新港中路","status":1,"main_department":1,"extattr":{"attrs":[{"type":0,"name":"文本名称","text":{"value":"文本"}}]}}`

func BenchmarkGetUser(b *testing.B) {
	c, hand := benchmarkServer(b, `{"errcode":0,"errmsg":"ok",`+fmt.Sprintf(benchmarkUser, 1)[1:])
	ctx := b.Context()
	b.Run("workwx", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.GetUser(ctx, "zhangsan"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("baseline", func(b *testing.B) {
		type answer struct {
			byHandStatus
			plainUser
		}
		b.ReportAllocs()
		for b.Loop() {
			var out answer
			if err := hand.call(ctx, "GET", "/cgi-bin/user/get", url.Values{"userid": {"zhangsan"}}, nil, &out); err != nil || out.ErrCode != 0 {
				b.Fatal(err)
			}
		}
	})
}

// plainUser is User as one would write it for oneself.
type plainUser struct {
	UserID           string          `json:"userid"`
	OpenUserID       string          `json:"open_userid"`
	Name             string          `json:"name"`
	EnglishName      string          `json:"english_name"`
	Alias            string          `json:"alias"`
	Email            string          `json:"email"`
	BizMail          string          `json:"biz_mail"`
	Mobile           string          `json:"mobile"`
	Telephone        string          `json:"telephone"`
	Gender           string          `json:"gender"`
	Address          string          `json:"address"`
	Position         string          `json:"position"`
	Department       []int64         `json:"department"`
	Order            []int64         `json:"order"`
	IsLeaderInDept   []int64         `json:"is_leader_in_dept"`
	MainDepartment   int64           `json:"main_department"`
	DirectLeader     []string        `json:"direct_leader"`
	Avatar           string          `json:"avatar"`
	ThumbAvatar      string          `json:"thumb_avatar"`
	QRCode           string          `json:"qr_code"`
	Status           int64           `json:"status"`
	ExtAttr          ExtAttr         `json:"extattr"`
	ExternalPosition string          `json:"external_position"`
	ExternalProfile  ExternalProfile `json:"external_profile"`
}

func BenchmarkList10000Users(b *testing.B) {
	var list bytes.Buffer
	list.WriteString(`{"errcode":0,"errmsg":"ok","userlist":[`)
	for i := range 10_000 {
		if i > 0 {
			list.WriteByte(',')
		}
		fmt.Fprintf(&list, benchmarkUser, i)
	}
	list.WriteString("]}")
	c, hand := benchmarkServer(b, list.String())
	ctx := b.Context()
	b.Run("workwx", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			users, err := c.ListUsers(ctx, &ListUsersRequest{DepartmentID: 1})
			if err != nil || len(users) != 10_000 {
				b.Fatal(err)
			}
		}
	})
	b.Run("baseline", func(b *testing.B) {
		type answer struct {
			byHandStatus
			UserList []plainUser `json:"userlist"`
		}
		b.ReportAllocs()
		for b.Loop() {
			var out answer
			if err := hand.call(ctx, "GET", "/cgi-bin/user/list", url.Values{"department_id": {"1"}}, nil, &out); err != nil || len(out.UserList) != 10_000 {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkUpload sends 20 MB that nobody holds: what is allocated is the client's.
func BenchmarkUpload(b *testing.B) {
	c, hand := benchmarkServer(b, `{"errcode":0,"errmsg":"ok","media_id":"m"}`)
	const size = 20 << 20
	b.Run("workwx", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(size)
		for b.Loop() {
			if _, err := c.UploadTempFileMedia(b.Context(), &Media{FileName: "a", Reader: &sizedZeros{n: size}}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("baseline", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(size)
		for b.Loop() {
			req, err := http.NewRequest("POST", hand.base+"/cgi-bin/media/upload?type=file&access_token=token", &sizedZeros{n: size})
			if err != nil {
				b.Fatal(err)
			}
			req.ContentLength = size
			resp, err := hand.http.Do(req)
			if err != nil {
				b.Fatal(err)
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	})
}
