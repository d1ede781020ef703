package workwxtest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/go-workwx/workwx"
)

// FuzzRequest: whatever is sent to whatever endpoint, with a good token and without, the server answers in the
// form of the platform, and lives on.
func FuzzRequest(f *testing.F) {
	endpoints := workwx.Endpoints()
	number := map[string]uint16{}
	for i, e := range endpoints {
		number[e.Path] = uint16(i)
	}
	jsonType, form := "application/json", "multipart/form-data; boundary=b"
	for _, seed := range []struct{ path, query, contentType, body string }{
		{"/cgi-bin/user/create", "", jsonType, `{"userid":"lisi","name":"Li Si","mobile":"13800000000","department":[1],"order":[1],"enable":1,"extattr":{"attrs":[{"type":0,"name":"x","text":{"value":"y"}}]}}`},
		{"/cgi-bin/user/update", "", jsonType, `{"userid":"zhangsan","department":["1"],"is_leader_in_dept":[1,0],"to_invite":false}`},
		{"/cgi-bin/user/list_id", "", jsonType, `{"cursor":"cursor-1","limit":-1}`},
		{"/cgi-bin/user/simplelist", "department_id=1&fetch_child=1", "", ""},
		{"/cgi-bin/department/create", "", jsonType, `{"name":"a","parentid":1,"id":2147483648,"order":-1}`},
		{"/cgi-bin/department/update", "", jsonType, `{"id":1,"parentid":1}`},
		{"/cgi-bin/tag/addtagusers", "", jsonType, `{"tagid":1,"userlist":["zhangsan"],"partylist":[1]}`},
		{"/cgi-bin/message/send", "", jsonType, `{"touser":"zhangsan|@all","toparty":1,"msgtype":"text","agentid":1000002,"text":{"content":"hi"},"safe":"0"}`},
		{"/cgi-bin/message/send", "", jsonType, `{"touser":"@all","msgtype":"template_card","agentid":1000002,"template_card":{"card_type":"vote_interaction","task_id":"1"}}`},
		{"/cgi-bin/message/update_template_card", "", jsonType, `{"userids":[],"agentid":1000002,"response_code":"x","button":{"replace_name":"y"}}`},
		{"/cgi-bin/appchat/create", "", jsonType, `{"chatid":"c","userlist":["zhangsan","lisi"],"owner":"zhangsan"}`},
		{"/cgi-bin/webhook/send", "key=robot", jsonType, `{"msgtype":"image","image":{"base64":"====","md5":""}}`},
		{"/cgi-bin/webhook/send", "key=robot", jsonType, `{"msgtype":"text","text":{"content":"hi","mentioned_list":[null,"@all"]}}`},
		{"/cgi-bin/batch/syncuser", "", jsonType, `{"media_id":"m","to_invite":true,"callback":{"url":"","token":"","encodingaeskey":""}}`},
		{"/cgi-bin/menu/create", "agentid=1000002", jsonType, `{"button":[{"type":"click","name":"a","key":"k","sub_button":[null]}]}`},
		{"/cgi-bin/media/upload", "type=file", form, "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.txt\"\r\n\r\n0123456789\r\n--b--\r\n"},
		{"/cgi-bin/media/uploadimg", "", form, "--b\r\nContent-Disposition: form-data; filename*=x\r\n\r\n"},
		{"/cgi-bin/media/get", "media_id=media-1", "", ""},
		{"/cgi-bin/gettoken", "corpid=x&corpsecret=y", "", ""},
		{"/cgi-bin/auth/getuserinfo", "code=x", "", ""},
	} {
		f.Add(number[seed.path], seed.query, seed.contentType, []byte(seed.body))
	}
	f.Fuzz(func(t *testing.T, endpoint uint16, query, contentType string, body []byte) {
		e := endpoints[int(endpoint)%len(endpoints)]
		if e.Path == "/cgi-bin/media/upload_by_url" { // it would fetch any URL
			return
		}
		s, err := Start(WithPipe())
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		s.AddUsers("zhangsan", "lisi")
		s.AddWebhook("robot")
		s.mu.Lock()
		s.tokens.add(&issuedToken{value: "good", app: s.apps[0], expires: s.now().Add(workwxTokenLife)}, s.now())
		s.mu.Unlock()
		for _, token := range []string{"good", "bad"} {
			values := url.Values{}
			if e.Token != "" {
				values.Set(e.Token, token)
			}
			r := httptest.NewRequest(e.Method, "http://workwx.test"+e.Path, strings.NewReader(string(body)))
			r.URL.RawQuery = values.Encode() + "&" + query
			r.Header.Set("Content-Type", contentType)
			w := httptest.NewRecorder()
			s.serve(w, r)
			checkAnswer(t, e, w)
		}
		if n := len(s.Requests()); n != 2 {
			t.Fatalf("%d requests are recorded", n)
		}
		s.Users()
		s.Messages()
	})
}

const workwxTokenLife = 1 << 40 // of nanoseconds, some 18 minutes

// checkAnswer: the answer is JSON with an errcode, unless it is a file.
func checkAnswer(t *testing.T, e workwx.Endpoint, w *httptest.ResponseRecorder) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d: %s", e.Path, w.Code, w.Body)
	}
	if !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		if strings.HasPrefix(e.Path, "/cgi-bin/media/get") {
			return
		}
		t.Fatalf("%s: %s", e.Path, w.Header().Get("Content-Type"))
	}
	var answer struct {
		ErrCode *int64  `json:"errcode"`
		ErrMsg  *string `json:"errmsg"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer.ErrCode == nil || answer.ErrMsg == nil {
		t.Fatalf("%s: %v: %s", e.Path, err, w.Body)
	}
	if *answer.ErrCode == int64(workwx.CodeSystemBusy) {
		t.Fatalf("%s: the server is at a loss: %s", e.Path, w.Body)
	}
}
