package workwx

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkCallback takes a message from the request's body to its typed event: envelope, signature,
// decryption, parsing. The baseline is the same work with the standard library and nothing else.
func BenchmarkCallback(b *testing.B) {
	c := callbackCrypto(b)
	hand := newCallbackByHand(b)
	for _, bench := range []struct {
		name, payload string
		byHand        func(payload []byte) error
	}{
		{"text", textPayload, func(payload []byte) error { return xml.Unmarshal(payload, new(byHandText)) }},
		{"add_external_contact", benchmarkAddContact, func(payload []byte) error { return xml.Unmarshal(payload, new(byHandAddContact)) }},
		{"group_chat_500", benchmarkGroupChat(500), func(payload []byte) error { return xml.Unmarshal(payload, new(byHandGroupChat)) }},
		{"approval", benchmarkApproval(), func(payload []byte) error { return xml.Unmarshal(payload, new(byHandApproval)) }},
		{"robot_text", benchmarkRobotText, func(payload []byte) error { return json.Unmarshal(payload, new(byHandRobotText)) }},
	} {
		asJSON := bench.payload[0] == '{'
		req := signedPost(b, c, bench.payload, asJSON)
		var body bytes.Buffer
		_, err := body.ReadFrom(req.Body)
		require.NoError(b, err)
		query := req.URL.Query()
		b.Run(bench.name+"/workwx", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m, err := c.Open(query, body.Bytes())
				if err != nil {
					b.Fatal(err)
				}
				if _, err := ParseEvent(m.Payload); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(bench.name+"/baseline", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				payload, err := hand.open(query, body.Bytes())
				if err != nil {
					b.Fatal(err)
				}
				if err := bench.byHand(payload); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// callbackByHand is what a careful engineer would write.
type callbackByHand struct {
	token string
	block cipher.Block
	iv    []byte
}

func newCallbackByHand(tb testing.TB) *callbackByHand {
	key, err := base64.StdEncoding.DecodeString(cbKey + "=")
	require.NoError(tb, err)
	block, err := aes.NewCipher(key)
	require.NoError(tb, err)
	return &callbackByHand{cbToken, block, key[:aes.BlockSize]}
}

func (c *callbackByHand) open(query url.Values, body []byte) ([]byte, error) {
	var envelope struct {
		ToUserName string `xml:"ToUserName" json:"tousername"`
		AgentID    string `xml:"AgentID" json:"agentid"`
		Encrypt    string `xml:"Encrypt" json:"encrypt"`
	}
	unmarshal := xml.Unmarshal
	if body[0] == '{' {
		unmarshal = json.Unmarshal
	}
	if err := unmarshal(body, &envelope); err != nil {
		return nil, err
	}
	parts := []string{c.token, query.Get("timestamp"), query.Get("nonce"), envelope.Encrypt}
	slices.Sort(parts)
	sum := sha1.Sum([]byte(strings.Join(parts, "")))
	if subtle.ConstantTimeCompare([]byte(hex.EncodeToString(sum[:])), []byte(query.Get("msg_signature"))) != 1 {
		return nil, errors.New("signature")
	}
	buf, err := base64.StdEncoding.DecodeString(envelope.Encrypt)
	if err != nil || len(buf) < 32 || len(buf)%aes.BlockSize != 0 {
		return nil, errors.New("ciphertext")
	}
	cipher.NewCBCDecrypter(c.block, c.iv).CryptBlocks(buf, buf)
	pad := int(buf[len(buf)-1])
	if pad < 1 || pad > 32 || pad > len(buf)-20 || !bytes.Equal(buf[len(buf)-pad:], bytes.Repeat([]byte{byte(pad)}, pad)) {
		return nil, errors.New("padding")
	}
	buf = buf[:len(buf)-pad]
	n := binary.BigEndian.Uint32(buf[16:20])
	if uint64(n) > uint64(len(buf)-20) || string(buf[20+n:]) != cbCorp {
		return nil, errors.New("receive ID")
	}
	return buf[20 : 20+n], nil
}

type byHandHeader struct {
	ToUserName   string
	FromUserName string
	CreateTime   Timestamp
	MsgType      string
	Event        string
	ChangeType   string
	AgentID      int64
}

type byHandText struct {
	byHandHeader
	MsgId   string
	Content string
}

const benchmarkAddContact = "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>" +
	"<CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event>" +
	"<ChangeType><![CDATA[add_external_contact]]></ChangeType><UserID><![CDATA[zhangsan]]></UserID>" +
	"<ExternalUserID><![CDATA[woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA]]></ExternalUserID><State><![CDATA[teststate]]></State>" +
	"<WelcomeCode><![CDATA[WELCOMECODE]]></WelcomeCode></xml>"

type byHandAddContact struct {
	byHandHeader
	UserID         string
	ExternalUserID string
	State          string
	WelcomeCode    string
	LinkId         string
}

// benchmarkGroupChat is the change of a group chat that n customers joined.
func benchmarkGroupChat(n int) string {
	var b strings.Builder
	b.WriteString("<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>" +
		"<CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>" +
		"<ChatId><![CDATA[wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA]]></ChatId><ChangeType><![CDATA[update]]></ChangeType>" +
		"<UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene>")
	fmt.Fprintf(&b, "<MemChangeCnt>%d</MemChangeCnt><MemChangeList>", n)
	for i := range n {
		fmt.Fprintf(&b, "<Item>wmOgQhDgAAuT2y4Zp%08dAAAAAAA</Item>", i)
	}
	b.WriteString("</MemChangeList><LastMemVer>9c3f97c2ada667dfb5f6d03308d963e1</LastMemVer><CurMemVer>71217227bbd112ecfe3a49c482195cb4</CurMemVer></xml>")
	return b.String()
}

type byHandGroupChat struct {
	byHandHeader
	ChatId        string
	UpdateDetail  string
	JoinScene     int64
	QuitScene     int64
	MemChangeCnt  int64
	MemChangeList []string `xml:"MemChangeList>Item"`
	LastMemVer    string
	CurMemVer     string
}

// benchmarkApproval is an approval of five steps of four approvers each, with comments, in both of its forms.
func benchmarkApproval() string {
	var b strings.Builder
	b.WriteString("<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>" +
		"<CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[sys_approval_change]]></Event><AgentID>3010040</AgentID>" +
		"<ApprovalInfo><SpNo>202311140001</SpNo><SpName><![CDATA[请假]]></SpName><SpStatus>1</SpStatus>" +
		"<TemplateId><![CDATA[3TkaH5KFbrG9heEQWLJjhgpFwmqAFB4dLEnapaB7aaa]]></TemplateId><ApplyTime>1700000000</ApplyTime>" +
		"<Applyer><UserId><![CDATA[WuJunJie]]></UserId><Party><![CDATA[1]]></Party></Applyer>")
	for range 5 {
		b.WriteString("<SpRecord><SpStatus>2</SpStatus><ApproverAttr>1</ApproverAttr>")
		for i := range 4 {
			fmt.Fprintf(&b, "<Details><Approver><UserId><![CDATA[approver%d]]></UserId></Approver><Speech><![CDATA[同意]]></Speech><SpStatus>2</SpStatus><SpTime>1700000%03d</SpTime><Attach><![CDATA[media%d]]></Attach></Details>", i, i, i)
		}
		b.WriteString("</SpRecord>")
	}
	for i := range 3 {
		fmt.Fprintf(&b, "<Notifyer><UserId><![CDATA[notified%d]]></UserId></Notifyer>", i)
		fmt.Fprintf(&b, "<Comments><CommentUserInfo><UserId><![CDATA[writer%d]]></UserId></CommentUserInfo><CommentTime>1700000100</CommentTime><CommentContent><![CDATA[好的]]></CommentContent><CommentId><![CDATA[676901429%d]]></CommentId><Attach><![CDATA[WWCISP_Qk1]]></Attach></Comments>", i, i)
	}
	b.WriteString("<StatuChangeEvent>2</StatuChangeEvent><ProcessList>")
	for range 5 {
		b.WriteString("<NodeList><NodeType>1</NodeType><SpStatus>2</SpStatus><ApvRel>1</ApvRel>")
		for i := range 4 {
			fmt.Fprintf(&b, "<SubNodeList><UserInfo><UserId><![CDATA[approver%d]]></UserId></UserInfo><SpYj>2</SpYj><Sptime>1700000%03d</Sptime><Speech><![CDATA[同意]]></Speech></SubNodeList>", i, i)
		}
		b.WriteString("</NodeList>")
	}
	b.WriteString("</ProcessList></ApprovalInfo></xml>")
	return b.String()
}

// The structs of the event carry the names that encoding/xml needs.
type byHandApproval struct {
	byHandHeader
	ApprovalInfo byHandApprovalInfo
}

type byHandApprovalInfo struct {
	StatuChangeEvent int64
	SpNo             string
	SpName           string
	SpStatus         int64
	TemplateId       string
	Applyer          byHandApplyer
	ApplyTime        Timestamp
	Notifyer         []string `xml:"Notifyer>UserId"`
	SpRecord         []byHandRecord
	Comments         []byHandComment
	ProcessList      []byHandNode `xml:"ProcessList>NodeList"`
}

type byHandApplyer struct {
	UserId string
	Party  int64
}

type byHandRecord struct {
	SpStatus     int64
	ApproverAttr int64
	Details      []byHandDetail
}

type byHandDetail struct {
	Approver string `xml:"Approver>UserId"`
	SpStatus int64
	SpTime   Timestamp
	Speech   string
	Attach   []string
}

type byHandComment struct {
	CommentId      string
	UserId         string `xml:"CommentUserInfo>UserId"`
	CommentContent string
	Attach         []string
	CommentTime    Timestamp
}

type byHandNode struct {
	NodeType    int64
	SpStatus    int64
	ApvRel      int64
	SubNodeList []byHandSubNode
}

type byHandSubNode struct {
	UserId   string `xml:"UserInfo>UserId"`
	SpYj     int64
	Sptime   Timestamp
	Speech   string
	MediaIds []string
}

const benchmarkRobotText = `{"msgid":"CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=","aibotid":"AIBOTID","chatid":"CHATID","chattype":"group","from":{"userid":"USERID"},"response_url":"https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE","msgtype":"text","text":{"content":"@RobotA hello robot"},"quote":{"msgtype":"text","text":{"content":"what came before"}}}`

type byHandRobotText struct {
	MsgID       string         `json:"msgid"`
	AIBotID     string         `json:"aibotid"`
	ChatID      string         `json:"chatid"`
	ChatType    string         `json:"chattype"`
	From        AIBotUser      `json:"from"`
	ResponseURL string         `json:"response_url"`
	MsgType     string         `json:"msgtype"`
	Text        byHandContent  `json:"text"`
	Quote       byHandRobotRef `json:"quote"`
}

type byHandContent struct {
	Content string `json:"content"`
}

type byHandRobotRef struct {
	MsgType string        `json:"msgtype"`
	Text    byHandContent `json:"text"`
}
