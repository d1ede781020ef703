package workwx

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// sample is a payload as the documentation describes it, and the header that it has.
type sample struct {
	payload string
	header  EventHeader
}

// inXML wraps the texts of a payload that do not begin with a digit, as the platform does.
func inXML(name, text string) string {
	if text == "" {
		return ""
	}
	if text[0] >= '0' && text[0] <= '9' {
		return "<" + name + ">" + text + "</" + name + ">"
	}
	return "<" + name + "><![CDATA[" + text + "]]></" + name + ">"
}

// app is an event for an app; name may have a ChangeType behind a dot.
func app(name, body string) sample {
	event, change, _ := strings.Cut(name, ".")
	s := sample{header: EventHeader{ToUserName: "ww1", FromUserName: "sys", CreateTime: Unix(1700000000), MsgType: "event", Event: event, ChangeType: change, AgentID: 218}}
	s.payload = "<xml>" + inXML("ToUserName", "ww1") + inXML("FromUserName", "sys") + inXML("CreateTime", "1700000000") + inXML("MsgType", "event") +
		inXML("Event", event) + inXML("ChangeType", change) + body + inXML("AgentID", "218") + "</xml>"
	return s
}

// incoming is a message for an app.
func incoming(msgType, body string) sample {
	s := sample{header: EventHeader{ToUserName: "ww1", FromUserName: "zhangsan", CreateTime: Unix(1700000000), MsgType: msgType, AgentID: 218}}
	s.payload = "<xml>" + inXML("ToUserName", "ww1") + inXML("FromUserName", "zhangsan") + inXML("CreateTime", "1700000000") + inXML("MsgType", msgType) +
		body + inXML("AgentID", "218") + "</xml>"
	return s
}

// command is a command for a suite, about a customer's corp.
func command(name, body string) sample {
	info, change, _ := strings.Cut(name, ".")
	s := sample{header: EventHeader{SuiteID: "ww4suite", InfoType: info, ChangeType: change, CreateTime: Unix(1403610513), AuthCorpID: "wwcustomer"}}
	s.payload = "<xml>" + inXML("SuiteId", "ww4suite") + inXML("AuthCorpId", "wwcustomer") + inXML("InfoType", info) + inXML("TimeStamp", "1403610513") +
		inXML("ChangeType", change) + body + "</xml>"
	return s
}

// service is a command for a provider, about a customer's corp.
func service(info, body string) sample {
	s := sample{header: EventHeader{ServiceCorpID: "wwprovider", InfoType: info, CreateTime: Unix(1502682173), AuthCorpID: "wwcustomer"}}
	s.payload = "<xml>" + inXML("ServiceCorpId", "wwprovider") + inXML("InfoType", info) + inXML("AuthCorpId", "wwcustomer") + inXML("TimeStamp", "1502682173") + body + "</xml>"
	return s
}

// robot is a message or event for a robot.
func robot(msgType, body string) sample {
	s := sample{header: EventHeader{MsgType: msgType}}
	s.payload = `{"msgid":"CAIQ16HM","aibotid":"AIBOT","chatid":"CHAT","chattype":"group","from":{"userid":"zhangsan"},` +
		`"response_url":"https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE","msgtype":"` + msgType + `",` + body + `}`
	return s
}

func robotEvent(name, body string) sample {
	s := sample{header: EventHeader{MsgType: "event", Event: name, CreateTime: Unix(1700000000)}}
	s.payload = `{"msgid":"CAIQ16HM","create_time":1700000000,"aibotid":"AIBOT","chatid":"CHAT","chattype":"group","from":{"corpid":"wpcorp","userid":"zhangsan"},` +
		`"response_url":"https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE","msgtype":"event","event":{"eventtype":"` + name + `"` + body + `}}`
	return s
}

func robotHeader(quote AIBotItem) AIBotHeader {
	return AIBotHeader{MsgID: "CAIQ16HM", AIBotID: "AIBOT", ChatID: "CHAT", ChatType: "group", From: AIBotUser{UserID: "zhangsan"},
		ResponseURL: "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE", Quote: quote}
}

func robotEventHeader() AIBotHeader {
	h := robotHeader(AIBotItem{})
	h.From.CorpID = "wpcorp"
	return h
}

func knowledgeBase(name string) sample {
	return sample{
		payload: `{"event_type":"` + name + `","timestamp":1700000000,"` + name + `":{"knowledge_base_id":"KB","knowledge_base_name":"手册","doc_id":18446744073709551615,"learn_status":2}}`,
		header:  EventHeader{Event: name, CreateTime: Unix(1700000000)},
	}
}

var wantKnowledgeBase = EventKnowledgeBase{KnowledgeBaseID: "KB", KnowledgeBaseName: "手册", DocID: "18446744073709551615", LearnStatus: 2}

const memberXML = "<UserID><![CDATA[zhangsan]]></UserID><OpenUserID>woopen</OpenUserID><Name><![CDATA[张三]]></Name><Department><![CDATA[1,2,3]]></Department>" +
	"<MainDepartment>2</MainDepartment><IsLeaderInDept><![CDATA[1,0,0]]></IsLeaderInDept><DirectLeader><![CDATA[lisi,wangwu]]></DirectLeader>" +
	"<Position><![CDATA[产品经理]]></Position><Mobile>13800000000</Mobile><Gender>1</Gender><Email><![CDATA[zhangsan@example.com]]></Email>" +
	"<BizMail><![CDATA[zs@corp.example]]></BizMail><Status>4</Status><Avatar><![CDATA[http://example.com/a?x=1&y=2]]></Avatar><Alias><![CDATA[san]]></Alias>" +
	"<Telephone><![CDATA[020-123456]]></Telephone><Address><![CDATA[广州市]]></Address>" +
	"<ExtAttr><Item><Name><![CDATA[爱好]]></Name><Type>0</Type><Text><Value><![CDATA[旅游]]></Value></Text></Item>" +
	"<Item><Name><![CDATA[卡号]]></Name><Type>1</Type><Web><Title><![CDATA[主页]]></Title><Url><![CDATA[https://example.com]]></Url></Web></Item></ExtAttr>"

func wantMember() EventMember {
	return EventMember{UserID: "zhangsan", OpenUserID: "woopen", Name: "张三", Department: []int64{1, 2, 3}, MainDepartment: 2,
		IsLeaderInDept: []int64{1, 0, 0}, DirectLeader: []string{"lisi", "wangwu"}, Position: "产品经理", Mobile: "13800000000", Gender: 1,
		Email: "zhangsan@example.com", BizMail: "zs@corp.example", Status: 4, Avatar: "http://example.com/a?x=1&y=2", Alias: "san",
		Telephone: "020-123456", Address: "广州市", ExtAttr: []EventExtAttr{
			{Name: "爱好", Text: EventExtAttrText{Value: "旅游"}},
			{Name: "卡号", Type: 1, Web: EventExtAttrWeb{Title: "主页", URL: "https://example.com"}},
		}}
}

const (
	customerXML   = "<UserID><![CDATA[zhangsan]]></UserID><ExternalUserID><![CDATA[woAJ2GCA]]></ExternalUserID>"
	scanXML       = "<EventKey><![CDATA[6]]></EventKey><ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType><ScanResult><![CDATA[ 1 2 ]]></ScanResult></ScanCodeInfo>"
	picsXML       = "<EventKey><![CDATA[6]]></EventKey><SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum><![CDATA[1b5f7c23]]></PicMd5Sum></item><item><PicMd5Sum><![CDATA[f76b1a2c]]></PicMd5Sum></item></PicList></SendPicsInfo>"
	deviceXML     = "<DeviceSn><![CDATA[QYWX001]]></DeviceSn>"
	tagXML        = "<Id><![CDATA[etTAG]]></Id><TagType><![CDATA[tag]]></TagType><StrategyId>3</StrategyId>"
	kfExtraXML    = "<ExtraInfo><AuthOpenKfIdList><OpenKfId><![CDATA[wk1]]></OpenKfId><OpenKfId><![CDATA[wk2]]></OpenKfId></AuthOpenKfIdList></ExtraInfo>"
	selectedXML   = "<SelectedItems><SelectedItem><QuestionKey><![CDATA[q1]]></QuestionKey><OptionIds><OptionId><![CDATA[a]]></OptionId><OptionId><![CDATA[b]]></OptionId></OptionIds></SelectedItem><SelectedItem><QuestionKey><![CDATA[q2]]></QuestionKey><OptionIds><OptionId><![CDATA[c]]></OptionId></OptionIds></SelectedItem></SelectedItems>"
	misspeltXML   = "<SelectedItems><SelectedItem><QuestionKey><![CDATA[q1]]></QuestionKey><OpitonIds><OpitonId><![CDATA[a]]></OpitonId><OpitonId><![CDATA[b]]></OpitonId></OpitonIds></SelectedItem></SelectedItems>"
	templateXML   = "<EventKey><![CDATA[button1]]></EventKey><TaskId><![CDATA[task1]]></TaskId><CardType><![CDATA[vote_interaction]]></CardType><ResponseCode><![CDATA[CODE]]></ResponseCode>"
	departmentXML = "<Id>2</Id><Name><![CDATA[研发部]]></Name><ParentId><![CDATA[1]]></ParentId><Order>100000</Order>"
	scheduleXML   = "<CalId><![CDATA[wcCAL]]></CalId><ScheduleId><![CDATA[17c7]]></ScheduleId>"
)

var (
	wantScan     = EventScanInfo{ScanType: "qrcode", ScanResult: " 1 2 "}
	wantPics     = EventPictures{Count: 2, PicList: []EventPicture{{MD5: "1b5f7c23"}, {MD5: "f76b1a2c"}}}
	wantKfExtra  = EventAuthExtra{AuthOpenKfIDs: []string{"wk1", "wk2"}}
	wantSelected = []EventSelectedItem{{QuestionKey: "q1", OptionIDs: []string{"a", "b"}}, {QuestionKey: "q2", OptionIDs: []string{"c"}}}
)

// eventSamples are one or more payloads for every message and event, with each leaf of them as it has to
// come out.
var eventSamples = []struct {
	sample
	want Event
}{
	{incoming("text", "<Content><![CDATA[this is a <b>test</b> & more\nof it]]></Content><MsgId>4561255354251345929</MsgId>"),
		&TextMessage{MsgID: "4561255354251345929", Content: "this is a <b>test</b> & more\nof it"}},
	{incoming("image", "<PicUrl><![CDATA[http://example.com/p?a=1&b=2]]></PicUrl><MediaId><![CDATA[MEDIA]]></MediaId><MsgId>1234567890123456</MsgId>"),
		&ImageMessage{MsgID: "1234567890123456", PicURL: "http://example.com/p?a=1&b=2", MediaID: "MEDIA"}},
	{incoming("voice", "<MediaId><![CDATA[MEDIA]]></MediaId><Format><![CDATA[amr]]></Format><MsgId>1234567890123456</MsgId>"),
		&VoiceMessage{MsgID: "1234567890123456", MediaID: "MEDIA", Format: "amr"}},
	{incoming("video", "<MediaId><![CDATA[MEDIA]]></MediaId><ThumbMediaId><![CDATA[THUMB]]></ThumbMediaId><MsgId>1234567890123456</MsgId>"),
		&VideoMessage{MsgID: "1234567890123456", MediaID: "MEDIA", ThumbMediaID: "THUMB"}},
	{incoming("location", "<Location_X>23.134521000</Location_X><Location_Y>113.358803</Location_Y><Scale>20</Scale><Label><![CDATA[体育西路]]></Label><MsgId>1234567890123456</MsgId><AppType><![CDATA[wxwork]]></AppType>"),
		&LocationMessage{MsgID: "1234567890123456", Latitude: "23.134521000", Longitude: "113.358803", Scale: "20", Label: "体育西路", AppType: "wxwork"}},
	{incoming("link", "<Title><![CDATA[标题]]></Title><Description><![CDATA[描述]]></Description><Url><![CDATA[https://example.com]]></Url><PicUrl><![CDATA[https://example.com/p]]></PicUrl><MsgId>1234567890123456</MsgId>"),
		&LinkMessage{MsgID: "1234567890123456", Title: "标题", Description: "描述", URL: "https://example.com", PicURL: "https://example.com/p"}},

	{app("subscribe", "<EventKey><![CDATA[key]]></EventKey>"), &SubscribeEvent{EventKey: "key"}},
	{app("unsubscribe", "<EventKey><![CDATA[key]]></EventKey>"), &UnsubscribeEvent{EventKey: "key"}},
	{app("enter_agent", "<EventKey><![CDATA[key]]></EventKey>"), &EnterAgentEvent{EventKey: "key"}},
	{app("LOCATION", "<Latitude>23.104</Latitude><Longitude>-113.320000</Longitude><Precision>65.000</Precision><AppType><![CDATA[wxwork]]></AppType>"),
		&LocationEvent{Latitude: "23.104", Longitude: "-113.320000", Precision: "65.000", AppType: "wxwork"}},
	{app("click", "<EventKey><![CDATA[EVENTKEY]]></EventKey>"), &ClickEvent{EventKey: "EVENTKEY"}},
	{app("view", "<EventKey><![CDATA[www.example.com]]></EventKey>"), &ViewEvent{EventKey: "www.example.com"}},
	{app("view_miniprogram", "<EventKey><![CDATA[pages/index]]></EventKey>"), &ViewMiniProgramEvent{EventKey: "pages/index"}},
	{app("scancode_push", scanXML), &ScanCodePushEvent{EventKey: "6", ScanCodeInfo: wantScan}},
	{app("scancode_waitmsg", scanXML), &ScanCodeWaitMsgEvent{EventKey: "6", ScanCodeInfo: wantScan}},
	{app("pic_sysphoto", picsXML), &PicSysPhotoEvent{EventKey: "6", SendPicsInfo: wantPics}},
	{app("pic_photo_or_album", picsXML), &PicPhotoOrAlbumEvent{EventKey: "6", SendPicsInfo: wantPics}},
	{app("pic_weixin", picsXML), &PicWeixinEvent{EventKey: "6", SendPicsInfo: wantPics}},
	{app("location_select", "<EventKey><![CDATA[6]]></EventKey><SendLocationInfo><Location_X><![CDATA[23]]></Location_X><Location_Y><![CDATA[113]]></Location_Y><Scale><![CDATA[15]]></Scale><Label><![CDATA[广州市海珠区]]></Label><Poiname><![CDATA[客村]]></Poiname></SendLocationInfo><AppType><![CDATA[wxwork]]></AppType>"),
		&LocationSelectEvent{EventKey: "6", SendLocationInfo: EventLocationInfo{Latitude: "23", Longitude: "113", Scale: "15", Label: "广州市海珠区", POIName: "客村"}, AppType: "wxwork"}},
	{app("taskcard_click", "<EventKey><![CDATA[key111]]></EventKey><TaskId><![CDATA[taskid111]]></TaskId>"), &TaskCardClickEvent{EventKey: "key111", TaskID: "taskid111"}},
	{app("template_card_event", templateXML+selectedXML),
		&TemplateCardEvent{EventKey: "button1", TaskID: "task1", CardType: "vote_interaction", ResponseCode: "CODE", SelectedItems: wantSelected}},
	{app("template_card_event", templateXML+misspeltXML),
		&TemplateCardEvent{EventKey: "button1", TaskID: "task1", CardType: "vote_interaction", ResponseCode: "CODE", SelectedItems: wantSelected[:1]}},
	{app("template_card_menu_event", templateXML), &TemplateCardMenuEvent{EventKey: "button1", TaskID: "task1", CardType: "vote_interaction", ResponseCode: "CODE"}},
	{app("switch_workbench_mode", "<Mode>1</Mode>"), &SwitchWorkbenchModeEvent{Mode: Yes}},
	{app("inactive_alert", "<EffectTime>1700001111</EffectTime>"), &InactiveAlertEvent{EffectTime: Unix(1700001111)}},
	{app("close_inactive_agent", ""), &CloseInactiveAgentEvent{}},
	{app("reopen_inactive_agent", ""), &ReopenInactiveAgentEvent{}},
	{app("low_active_alert", "<EffectTime>1700001111</EffectTime>"), &LowActiveAlertEvent{EffectTime: Unix(1700001111)}},
	{app("low_active", ""), &LowActiveEvent{}},
	{app("active_restored", ""), &ActiveRestoredEvent{}},
	{app("change_app_admin", ""), &ChangeAppAdminEvent{}},
	{app("unlicensed_notify", ""), &UnlicensedNotifyEvent{}},
	{app("batch_job_result", "<BatchJob><JobId><![CDATA[S0MrnndvRG5fadSlLwiBqiDDbM143UqTmKP3152FZk4]]></JobId><JobType><![CDATA[sync_user]]></JobType><ErrCode>40001</ErrCode><ErrMsg><![CDATA[not ok]]></ErrMsg></BatchJob>"),
		&BatchJobResultEvent{BatchJob: EventBatchJob{JobID: "S0MrnndvRG5fadSlLwiBqiDDbM143UqTmKP3152FZk4", JobType: "sync_user", ErrCode: 40001, ErrMsg: "not ok"}}},
	{app("upload_media_job_finish", "<JobId><![CDATA[jobid_S0MrnndvRG5f]]></JobId>"), &UploadMediaJobFinishEvent{JobID: "jobid_S0MrnndvRG5f"}},
	{app("share_agent_change", ""), &ShareAgentChangeEvent{}},
	{command("share_agent_change", "<AppId>1</AppId><CorpId><![CDATA[wwupper]]></CorpId>"), &ShareAgentChangeEvent{AppID: 1, CorpID: "wwupper"}},
	{app("share_chain_change", ""), &ShareChainChangeEvent{}},
	{command("share_chain_change", "<AppId>1</AppId><CorpId><![CDATA[wwupper]]></CorpId>"), &ShareChainChangeEvent{AppID: 1, CorpID: "wwupper"}},
	{app("change_chain.create_chain", "<ChainId><![CDATA[Chxxxxxx]]></ChainId><GroupIds><GroupId>1</GroupId><GroupId>2</GroupId></GroupIds><CorpIds><CorpId><![CDATA[ww2]]></CorpId><CorpId><![CDATA[ww3]]></CorpId></CorpIds>"),
		&ChangeChainEvent{ChainID: "Chxxxxxx", GroupIDs: []int64{1, 2}, CorpIDs: []string{"ww2", "ww3"}}},
	{app("security.change_domain_ip", ""), &SecurityEvent{}},
	{app("submit_vip_account_approval", "<BusinessType>1</BusinessType><ApplyId><![CDATA[APPLY]]></ApplyId><ApplyReason><![CDATA[需要]]></ApplyReason>"),
		&SubmitVipAccountApprovalEvent{BusinessType: 1, ApplyID: "APPLY", ApplyReason: "需要"}},
	{app("finish_vip_account_approval", "<FinishType>2</FinishType><ApplyId><![CDATA[APPLY]]></ApplyId>"), &FinishVipAccountApprovalEvent{FinishType: 2, ApplyID: "APPLY"}},
	{app("program_notify", "<NotifyId><![CDATA[NOTIFY]]></NotifyId><NotifyScene>3</NotifyScene>"), &ProgramNotifyEvent{NotifyID: "NOTIFY", NotifyScene: 3}},

	{app("change_contact.create_user", memberXML), &CreateUserEvent{EventMember: wantMember()}},
	{command("change_contact.create_user", memberXML), &CreateUserEvent{EventMember: wantMember()}},
	{app("change_contact.update_user", memberXML+"<NewUserID><![CDATA[zhangsan001]]></NewUserID>"), &UpdateUserEvent{EventMember: wantMember(), NewUserID: "zhangsan001"}},
	{app("change_contact.delete_user", "<UserID><![CDATA[zhangsan]]></UserID>"), &DeleteUserEvent{UserID: "zhangsan"}},
	{command("change_contact.delete_user", "<UserID><![CDATA[zhangsan]]></UserID><OpenUserID><![CDATA[woopen]]></OpenUserID>"), &DeleteUserEvent{UserID: "zhangsan", OpenUserID: "woopen"}},
	{app("change_contact.create_party", departmentXML), &CreateDepartmentEvent{ID: 2, Name: "研发部", ParentID: 1, Order: 100000}},
	{app("change_contact.update_party", departmentXML), &UpdateDepartmentEvent{ID: 2, Name: "研发部", ParentID: 1, Order: 100000}},
	{app("change_contact.delete_party", "<Id>2</Id>"), &DeleteDepartmentEvent{ID: 2}},
	{app("change_contact.update_tag", "<TagId>1</TagId><AddUserItems><![CDATA[zhangsan,lisi]]></AddUserItems><DelUserItems><![CDATA[zhangsan1,lisi1]]></DelUserItems><AddPartyItems><![CDATA[1,2]]></AddPartyItems><DelPartyItems><![CDATA[3,4]]></DelPartyItems>"),
		&UpdateTagEvent{TagID: 1, AddUserItems: []string{"zhangsan", "lisi"}, DelUserItems: []string{"zhangsan1", "lisi1"}, AddPartyItems: []int64{1, 2}, DelPartyItems: []int64{3, 4}}},
	{app("change_contact.merge_party", ""), &ContactChangeEvent{}},

	{app("change_external_contact.add_external_contact", customerXML+"<State><![CDATA[teststate]]></State><WelcomeCode><![CDATA[WELCOME]]></WelcomeCode><LinkId><![CDATA[cawcLINK]]></LinkId>"),
		&AddExternalContactEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", State: "teststate", WelcomeCode: "WELCOME", LinkID: "cawcLINK"}},
	{command("change_external_contact.add_external_contact", customerXML+"<State><![CDATA[teststate]]></State><WelcomeCode><![CDATA[WELCOME]]></WelcomeCode>"),
		&AddExternalContactEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", State: "teststate", WelcomeCode: "WELCOME"}},
	{app("change_external_contact.edit_external_contact", customerXML+"<State><![CDATA[teststate]]></State>"), &EditExternalContactEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", State: "teststate"}},
	{app("change_external_contact.add_half_external_contact", customerXML+"<State><![CDATA[teststate]]></State><WelcomeCode><![CDATA[WELCOME]]></WelcomeCode><LinkId><![CDATA[cawcLINK]]></LinkId>"),
		&AddHalfExternalContactEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", State: "teststate", WelcomeCode: "WELCOME", LinkID: "cawcLINK"}},
	{app("change_external_contact.del_external_contact", customerXML+"<Source><![CDATA[DELETE_BY_TRANSFER]]></Source>"), &DeleteExternalContactEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", Source: "DELETE_BY_TRANSFER"}},
	{app("change_external_contact.del_follow_user", customerXML), &DeleteFollowUserEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA"}},
	{app("change_external_contact.transfer_fail", "<FailReason><![CDATA[customer_refused]]></FailReason>"+customerXML), &TransferFailEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", FailReason: "customer_refused"}},
	{app("change_external_contact.msg_audit_approved", customerXML+"<WelcomeCode><![CDATA[WELCOME]]></WelcomeCode>"), &MsgAuditApprovedEvent{UserID: "zhangsan", ExternalUserID: "woAJ2GCA", WelcomeCode: "WELCOME"}},
	{app("change_external_contact.something_new", ""), &ExternalContactChangeEvent{}},
	{app("change_external_chat.create", "<ChatId><![CDATA[wrCHAT]]></ChatId>"), &CreateGroupChatEvent{ChatID: "wrCHAT"}},
	{app("change_external_chat.update", "<ChatId><![CDATA[wrCHAT]]></ChatId><UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene><QuitScene>1</QuitScene><MemChangeCnt>2</MemChangeCnt><MemChangeList><Item>Jack</Item><Item>Rose</Item></MemChangeList><LastMemVer>9c3f97c2ada667dfb5f6d03308d963e1</LastMemVer><CurMemVer>71217227bbd112ecfe3a49c482195cb4</CurMemVer>"),
		&UpdateGroupChatEvent{ChatID: "wrCHAT", UpdateDetail: "add_member", JoinScene: 3, QuitScene: 1, MemChangeCnt: 2, MemChangeList: []string{"Jack", "Rose"},
			LastMemVer: "9c3f97c2ada667dfb5f6d03308d963e1", CurMemVer: "71217227bbd112ecfe3a49c482195cb4"}},
	{command("change_external_chat.dismiss", "<ChatId><![CDATA[wrCHAT]]></ChatId>"), &DismissGroupChatEvent{ChatID: "wrCHAT"}},
	{app("change_external_chat.something_new", ""), &GroupChatChangeEvent{}},
	{app("change_external_tag.create", tagXML), &CreateExternalTagEvent{ID: "etTAG", TagType: "tag", StrategyID: 3}},
	{app("change_external_tag.update", tagXML), &UpdateExternalTagEvent{ID: "etTAG", TagType: "tag", StrategyID: 3}},
	{command("change_external_tag.delete", tagXML), &DeleteExternalTagEvent{ID: "etTAG", TagType: "tag", StrategyID: 3}},
	{app("change_external_tag.shuffle", tagXML), &ShuffleExternalTagEvent{ID: "etTAG", TagType: "tag", StrategyID: 3}},
	{app("change_external_tag.something_new", ""), &ExternalTagChangeEvent{}},
	{app("customer_acquisition.balance_low", ""), &CustomerAcquisitionEvent{}},
	{app("customer_acquisition.message_from_customer", customerXML+"<LinkId><![CDATA[cawcLINK]]></LinkId><ChatSeq>3</ChatSeq><ChatKey><![CDATA[CHATKEY]]></ChatKey>"),
		&CustomerAcquisitionEvent{LinkID: "cawcLINK", UserID: "zhangsan", ExternalUserID: "woAJ2GCA", ChatSeq: 3, ChatKey: "CHATKEY"}},
	{app("customer_acquisition.quota_expire_soon", "<ExpireTime>1700001111</ExpireTime><ExpireQuotaNum>9</ExpireQuotaNum>"), &CustomerAcquisitionEvent{ExpireTime: Unix(1700001111), ExpireQuotaNum: 9}},
	{command("customer_acquisition.service_balance_consumed", "<LinkId><![CDATA[cawcLINK]]></LinkId><State><![CDATA[STATE]]></State><OnceKey><![CDATA[ONCE]]></OnceKey>"),
		&CustomerAcquisitionEvent{LinkID: "cawcLINK", State: "STATE", OnceKey: "ONCE"}},
	{command("customer_acquisition.change_price", "<Price>30000</Price><EffectiveTime>1709222400</EffectiveTime>"), &CustomerAcquisitionEvent{Price: 30000, EffectiveTime: Unix(1709222400)}},
	{command("customer_acquisition_permit_change", ""), &CustomerAcquisitionPermitChangeEvent{}},

	{app("change_school_contact.create_student", "<Id><![CDATA[student]]></Id>"), &SchoolContactChangeEvent{ID: "student"}},
	{app("change_school_contact.update_parent", "<Id><![CDATA[parent]]></Id>"), &SchoolContactChangeEvent{ID: "parent"}},
	{app("change_school_contact.delete_deparmtment", "<Id>7</Id>"), &SchoolContactChangeEvent{ID: "7"}},
	{command("change_school_contact.subscribe", "<Id><![CDATA[parent]]></Id>"), &SchoolContactChangeEvent{ID: "parent"}},

	{app("kf_msg_or_event", "<Token><![CDATA[ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR]]></Token><OpenKfId><![CDATA[wkxxxxxxx]]></OpenKfId>"),
		&KfMessageEvent{Token: "ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR", OpenKfID: "wkxxxxxxx"}},
	{app("kf_account_auth_change", "<AuthAddOpenKfId><![CDATA[wk1]]></AuthAddOpenKfId><AuthAddOpenKfId><![CDATA[wk2]]></AuthAddOpenKfId><AuthDelOpenKfId><![CDATA[wk3]]></AuthDelOpenKfId><AuthDelOpenKfId><![CDATA[wk4]]></AuthDelOpenKfId>"),
		&KfAccountAuthChangeEvent{AuthAddOpenKfIDs: []string{"wk1", "wk2"}, AuthDelOpenKfIDs: []string{"wk3", "wk4"}}},
	{knowledgeBase("auth_knowledge_base"), &AuthKnowledgeBaseEvent{KnowledgeBase: wantKnowledgeBase}},
	{knowledgeBase("unauth_knowledge_base"), &UnauthKnowledgeBaseEvent{KnowledgeBase: wantKnowledgeBase}},
	{knowledgeBase("delete_knowledge_base"), &DeleteKnowledgeBaseEvent{KnowledgeBase: wantKnowledgeBase}},
	{knowledgeBase("knowledge_base_learn_done"), &KnowledgeBaseLearnDoneEvent{KnowledgeBase: wantKnowledgeBase}},

	{app("add_calendar", "<CalId><![CDATA[wcCAL]]></CalId>"), &AddCalendarEvent{CalID: "wcCAL"}},
	{app("modify_calendar", "<CalId><![CDATA[wcCAL]]></CalId>"), &ModifyCalendarEvent{CalID: "wcCAL"}},
	{app("delete_calendar", "<CalId><![CDATA[wcCAL]]></CalId>"), &DeleteCalendarEvent{CalID: "wcCAL"}},
	{app("add_schedule", scheduleXML), &AddScheduleEvent{CalID: "wcCAL", ScheduleID: "17c7"}},
	{app("modify_schedule", scheduleXML), &ModifyScheduleEvent{CalID: "wcCAL", ScheduleID: "17c7"}},
	{app("delete_schedule", scheduleXML), &DeleteScheduleEvent{CalID: "wcCAL", ScheduleID: "17c7"}},
	{app("respond_schedule", scheduleXML), &RespondScheduleEvent{CalID: "wcCAL", ScheduleID: "17c7"}},
	{app("book_meeting_room", "<MeetingRoomId>1</MeetingRoomId><MeetingId><![CDATA[mtebsada6e027c123cbafAAA]]></MeetingId><BookingId><![CDATA[bkebsada]]></BookingId>"),
		&BookMeetingRoomEvent{MeetingRoomID: 1, MeetingID: "mtebsada6e027c123cbafAAA", BookingID: "bkebsada"}},
	{app("cancel_meeting_room", "<MeetingRoomId>1</MeetingRoomId><MeetingId><![CDATA[mtebsada6e027c123cbafAAA]]></MeetingId><BookingId><![CDATA[bkebsada]]></BookingId>"),
		&CancelMeetingRoomEvent{MeetingRoomID: 1, MeetingID: "mtebsada6e027c123cbafAAA", BookingID: "bkebsada"}},
	{app("meeting_change.modify_meeting", "<MeetingId><![CDATA[hyMEET]]></MeetingId><MeetingRoomId>9</MeetingRoomId><FromUserTmpOpenId><![CDATA[tmp1]]></FromUserTmpOpenId>"+
		"<OperatedUser><UserId><![CDATA[lisi]]></UserId><TmpOpenId><![CDATA[tmp2]]></TmpOpenId><UserRole>2</UserRole></OperatedUser>"+
		"<WarmUpInfo><WarmUpPicture><![CDATA[https://p]]></WarmUpPicture><WarmUpVideo><![CDATA[https://v]]></WarmUpVideo><UploadStatus>1</UploadStatus><ErrorMsg><![CDATA[bad]]></ErrorMsg></WarmUpInfo>"+
		"<AllUploadStatus>true</AllUploadStatus><UploadInfo><MediumType>1</MediumType><MediumUrl><![CDATA[https://m]]></MediumUrl><UploadStatus>0</UploadStatus><ErrorMsg><![CDATA[worse]]></ErrorMsg></UploadInfo>"+
		"<UploadInfo><MediumType>2</MediumType><MediumUrl><![CDATA[https://n]]></MediumUrl><UploadStatus>1</UploadStatus></UploadInfo>"+
		"<EnrollId><![CDATA[enroll]]></EnrollId><MraAddress><Protocol>1</Protocol><DialString><![CDATA[dial]]></DialString></MraAddress><RoomResponseStatus>6</RoomResponseStatus>"),
		&MeetingChangeEvent{MeetingID: "hyMEET", MeetingRoomID: "9", FromUserTmpOpenID: "tmp1", OperatedUser: EventMeetingUser{UserID: "lisi", TmpOpenID: "tmp2", UserRole: MeetingRoleHost},
			WarmUpInfo:      EventMeetingWarmUp{WarmUpPicture: "https://p", WarmUpVideo: "https://v", UploadStatus: true, ErrorMsg: "bad"},
			AllUploadStatus: true, UploadInfo: []EventMeetingUpload{{MediumType: MeetingMediumTypeVideo, MediumURL: "https://m", ErrorMsg: "worse"}, {MediumType: MeetingMediumTypePicture, MediumURL: "https://n", UploadStatus: true}},
			EnrollID: "enroll", MRAAddress: EventMeetingMRA{Protocol: MeetingMRAProtocolSIP, DialString: "dial"}, RoomResponseStatus: RoomsCallStatusLeft}},
	{app("meeting_statistics.start_meeting", "<Status>2</Status>"), &MeetingStatisticsEvent{Status: 2}},
	{app("living_status_change", "<LivingId><![CDATA[LIVING]]></LivingId><Status>2</Status>"), &LivingStatusChangeEvent{LivingID: "LIVING", Status: 2}},
	{app("app_email_change.receive_email", "<Amount><![CDATA[2]]></Amount>"), &AppEmailChangeEvent{Amount: 2}},
	{app("public_email_change.receive_email", "<Id>1</Id><Amount>2</Amount>"), &PublicEmailChangeEvent{ID: 1, Amount: 2}},
	{app("doc_change.doc_member_change", "<DocId><![CDATA[DOC1]]></DocId><DocId><![CDATA[DOC2]]></DocId><FormId><![CDATA[FORM1]]></FormId><FormId><![CDATA[FORM2]]></FormId>"),
		&DocChangeEvent{DocIDs: []string{"DOC1", "DOC2"}, FormIDs: []string{"FORM1", "FORM2"}}},
	{app("smart_sheet_change.update_field_or_record", "<DocId><![CDATA[DOC]]></DocId><SheetId><![CDATA[SHEET]]></SheetId><FieldId><![CDATA[F1]]></FieldId><FieldId><![CDATA[F2]]></FieldId><RecordId><![CDATA[R1]]></RecordId><RecordId><![CDATA[R2]]></RecordId>"),
		&SmartSheetChangeEvent{DocID: "DOC", SheetID: "SHEET", FieldIDs: []string{"F1", "F2"}, RecordIDs: []string{"R1", "R2"}}},
	{app("wedrive_file_change.create_file", "<FileId><![CDATA[FILE1]]></FileId><FileId><![CDATA[FILE2]]></FileId>"), &WedriveFileChangeEvent{FileIDs: []string{"FILE1", "FILE2"}}},
	{app("wedrive_space_change.dismiss_space", "<SpaceId><![CDATA[SPACE1]]></SpaceId><SpaceId><![CDATA[SPACE2]]></SpaceId>"), &WedriveSpaceChangeEvent{SpaceIDs: []string{"SPACE1", "SPACE2"}}},
	{app("wedrive_insufficient_capacity", ""), &WedriveInsufficientCapacityEvent{}},

	{app("open_approval_change", "<ApprovalInfo><ThirdNo>thirdNoxxx</ThirdNo><OpenSpName><![CDATA[付款]]></OpenSpName><OpenTemplateId>1234567890</OpenTemplateId><OpenSpStatus>1</OpenSpStatus><ApplyTime>1527837645</ApplyTime>"+
		"<ApplyUserName><![CDATA[张三]]></ApplyUserName><ApplyUserId><![CDATA[zhangsan]]></ApplyUserId><ApplyUserParty><![CDATA[产品部]]></ApplyUserParty><ApplyUserImage><![CDATA[http://img/1]]></ApplyUserImage>"+
		"<ApprovalNodes><ApprovalNode><NodeStatus>1</NodeStatus><NodeAttr>2</NodeAttr><NodeType>3</NodeType><Items><Item><ItemName><![CDATA[李四]]></ItemName><ItemUserid><![CDATA[lisi]]></ItemUserid><ItemParty><![CDATA[研发部]]></ItemParty><ItemImage><![CDATA[http://img/2]]></ItemImage><ItemStatus>4</ItemStatus><ItemSpeech><![CDATA[好]]></ItemSpeech><ItemOpTime>1527837700</ItemOpTime></Item><Item><ItemUserid><![CDATA[wangwu]]></ItemUserid></Item></Items></ApprovalNode>"+
		"<ApprovalNode><NodeStatus>5</NodeStatus></ApprovalNode></ApprovalNodes>"+
		"<NotifyNodes><NotifyNode><ItemName><![CDATA[赵六]]></ItemName><ItemUserid><![CDATA[zhaoliu]]></ItemUserid><ItemParty><![CDATA[行政部]]></ItemParty><ItemImage><![CDATA[http://img/3]]></ItemImage></NotifyNode><NotifyNode><ItemUserid><![CDATA[sunqi]]></ItemUserid></NotifyNode></NotifyNodes><ApproverStep>1</ApproverStep></ApprovalInfo>"),
		&OpenApprovalChangeEvent{ApprovalInfo: OpenApprovalEventInfo{ThirdNo: "thirdNoxxx", OpenSpName: "付款", OpenTemplateID: "1234567890", OpenSpStatus: 1, ApplyTime: Unix(1527837645),
			ApplyUserName: "张三", ApplyUserID: "zhangsan", ApplyUserParty: "产品部", ApplyUserImage: "http://img/1",
			ApprovalNodes: []OpenApprovalEventNode{{NodeStatus: 1, NodeAttr: 2, NodeType: 3, Items: []OpenApprovalEventItem{
				{ItemName: "李四", ItemUserID: "lisi", ItemParty: "研发部", ItemImage: "http://img/2", ItemStatus: 4, ItemSpeech: "好", ItemOpTime: Unix(1527837700)}, {ItemUserID: "wangwu"}}}, {NodeStatus: 5}},
			NotifyNodes:  []OpenApprovalEventItem{{ItemName: "赵六", ItemUserID: "zhaoliu", ItemParty: "行政部", ItemImage: "http://img/3"}, {ItemUserID: "sunqi"}},
			ApproverStep: 1}}},
	{app("sys_approval_change", "<ApprovalInfo><SpNo>201909270001</SpNo><SpNoStr><![CDATA[201909270001]]></SpNoStr><SpName><![CDATA[示例模板]]></SpName><SpStatus>1</SpStatus><TemplateId><![CDATA[3TkaH5KFbrG9heEQWLJjhgpFwmqAFB4dLEnapaB7aaa]]></TemplateId><ApplyTime>1569584428</ApplyTime>"+
		"<Applyer><UserId><![CDATA[WuJunJie]]></UserId><Party><![CDATA[1]]></Party></Applyer>"+
		"<SpRecord><SpStatus>2</SpStatus><ApproverAttr>1</ApproverAttr><Details><Approver><UserId><![CDATA[WangXiaoMing]]></UserId></Approver><Speech><![CDATA[同意]]></Speech><SpStatus>3</SpStatus><SpTime>1569584429</SpTime><Attach><![CDATA[m1]]></Attach><Attach><![CDATA[m2]]></Attach></Details>"+
		"<Details><Approver><UserId><![CDATA[XiaoGangHuang]]></UserId></Approver><SpStatus>1</SpStatus></Details></SpRecord><SpRecord><SpStatus>4</SpStatus></SpRecord>"+
		"<Notifyer><UserId><![CDATA[ChengLiang]]></UserId></Notifyer><Notifyer><UserId><![CDATA[LiSi]]></UserId></Notifyer>"+
		"<Comments><CommentUserInfo><UserId><![CDATA[LiuZhi]]></UserId></CommentUserInfo><CommentTime>1569584111</CommentTime><CommentContent><![CDATA[这是评论]]></CommentContent><CommentId><![CDATA[6741314136717778040]]></CommentId><Attach><![CDATA[m3]]></Attach><Attach><![CDATA[m4]]></Attach></Comments><Comments><CommentId>2</CommentId></Comments>"+
		"<StatuChangeEvent>10</StatuChangeEvent>"+
		"<ProcessList><NodeList><NodeType>1</NodeType><SpStatus>2</SpStatus><ApvRel>3</ApvRel><SubNodeList><UserInfo><UserId><![CDATA[u1]]></UserId></UserInfo><Speech><![CDATA[行]]></Speech><SpYj>4</SpYj><Sptime>1569584430</Sptime><MediaIds><![CDATA[m5]]></MediaIds><MediaIds><![CDATA[m6]]></MediaIds></SubNodeList><SubNodeList><UserInfo><UserId><![CDATA[u2]]></UserId></UserInfo></SubNodeList></NodeList><NodeList><NodeType>2</NodeType></NodeList></ProcessList></ApprovalInfo>"),
		&SysApprovalChangeEvent{ApprovalInfo: SysApprovalEventInfo{SpNo: "201909270001", SpNoStr: "201909270001", SpName: "示例模板", SpStatus: 1, TemplateID: "3TkaH5KFbrG9heEQWLJjhgpFwmqAFB4dLEnapaB7aaa", ApplyTime: Unix(1569584428),
			Applyer: SysApprovalEventApplyer{UserID: "WuJunJie", Party: 1},
			SpRecord: []SysApprovalEventRecord{{SpStatus: 2, ApproverAttr: 1, Details: []SysApprovalEventDetail{
				{ApproverUserID: "WangXiaoMing", Speech: "同意", SpStatus: 3, SpTime: Unix(1569584429), Attach: []string{"m1", "m2"}}, {ApproverUserID: "XiaoGangHuang", SpStatus: 1}}}, {SpStatus: 4}},
			NotifyerUserIDs: []string{"ChengLiang", "LiSi"},
			Comments: []SysApprovalEventComment{{CommentUserID: "LiuZhi", CommentTime: Unix(1569584111), CommentContent: "这是评论", CommentID: "6741314136717778040", Attach: []string{"m3", "m4"}},
				{CommentID: "2"}},
			StatuChangeEvent: 10,
			ProcessList: []SysApprovalEventNode{{NodeType: 1, SpStatus: 2, ApvRel: 3, SubNodeList: []SysApprovalEventSubNode{
				{UserID: "u1", Speech: "行", SpYj: 4, SpTime: Unix(1569584430), MediaIDs: []string{"m5", "m6"}}, {UserID: "u2"}}}, {NodeType: 2}}}}},

	{app("msgaudit_notify", ""), &MsgAuditNotifyEvent{}},
	{command("chat_archive_audit_approved_single", "<OpenUserID><![CDATA[woopen]]></OpenUserID><ExternalUserID><![CDATA[wmEXT]]></ExternalUserID><ChatId><![CDATA[wrCHAT]]></ChatId>"),
		&ChatArchiveAuditApprovedEvent{OpenUserID: "woopen", ExternalUserID: "wmEXT", ChatID: "wrCHAT"}},
	{command("chat_archive_export_finished", "<JobId><![CDATA[JOB]]></JobId>"), &ChatArchiveExportFinishedEvent{JobID: "JOB"}},
	{command("conversation_new_message", "<Token><![CDATA[TOKEN]]></Token>"), &ConversationNewMessageEvent{Token: "TOKEN"}},
	{command("hit_keyword", "<Token><![CDATA[TOKEN]]></Token>"), &HitKeywordEvent{Token: "TOKEN"}},
	{app("document_archive_change", "<DocId><![CDATA[DOC]]></DocId><DocName><![CDATA[周报]]></DocName>"), &DocumentArchiveChangeEvent{DocID: "DOC", DocName: "周报"}},
	{app("wedrive_archive_space_change.create", "<SpaceId><![CDATA[SPACE]]></SpaceId>"), &WedriveArchiveSpaceChangeEvent{SpaceID: "SPACE"}},
	{app("file_content_archive_auth_change", ""), &FileContentArchiveAuthChangeEvent{}},
	{app("file_content_archive_user_list_change", ""), &FileContentArchiveUserListChangeEvent{}},

	{command("suite_ticket", "<SuiteTicket><![CDATA[asdfasfdasdfasdf]]></SuiteTicket>"), &SuiteTicketEvent{SuiteTicket: "asdfasfdasdfasdf"}},
	{command("create_auth", "<AuthCode><![CDATA[AUTHCODE]]></AuthCode><State><![CDATA[123]]></State>"+kfExtraXML), &CreateAuthEvent{AuthCode: "AUTHCODE", State: "123", ExtraInfo: wantKfExtra}},
	{command("change_auth", "<State><![CDATA[123]]></State>"+kfExtraXML), &ChangeAuthEvent{State: "123", ExtraInfo: wantKfExtra}},
	{command("cancel_auth", kfExtraXML), &CancelAuthEvent{ExtraInfo: wantKfExtra}},
	{command("reset_permanent_code", "<AuthCode><![CDATA[AUTHCODE]]></AuthCode>"), &ResetPermanentCodeEvent{AuthCode: "AUTHCODE"}},
	{command("corp_arch_auth", ""), &CorpArchAuthEvent{}},
	{command("approve_special_auth", "<AuthType><![CDATA[customer_acquisition]]></AuthType>"), &ApproveSpecialAuthEvent{AuthType: "customer_acquisition"}},
	{command("cancel_special_auth", "<AuthType><![CDATA[customer_acquisition]]></AuthType>"), &CancelSpecialAuthEvent{AuthType: "customer_acquisition"}},
	{command("auth_data_permission", "<AuthType><![CDATA[trial]]></AuthType>"), &AuthDataPermissionEvent{AuthType: "trial"}},
	{command("expire_remind_data_permission", "<AuthType><![CDATA[trial]]></AuthType>"), &ExpireRemindDataPermissionEvent{AuthType: "trial"}},
	{app("agree_external_userid_migration", ""), &AgreeExternalUserIDMigrationEvent{}},
	{service("agree_external_userid_migration", ""), &AgreeExternalUserIDMigrationEvent{}},
	{command("open_order", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId><OrderId><![CDATA[ORDER]]></OrderId><OperatorId><![CDATA[OPERATOR]]></OperatorId>"), &OpenOrderEvent{PaidCorpID: "wwpaid", OrderID: "ORDER", OperatorID: "OPERATOR"}},
	{command("change_order", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId><OldOrderId><![CDATA[OLD]]></OldOrderId><NewOrderId><![CDATA[NEW]]></NewOrderId>"), &ChangeOrderEvent{PaidCorpID: "wwpaid", OldOrderID: "OLD", NewOrderID: "NEW"}},
	{command("pay_for_app_success", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId><OrderId><![CDATA[ORDER]]></OrderId>"), &PayForAppSuccessEvent{PaidCorpID: "wwpaid", OrderID: "ORDER"}},
	{command("refund", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId><OrderId><![CDATA[ORDER]]></OrderId>"), &RefundEvent{PaidCorpID: "wwpaid", OrderID: "ORDER"}},
	{command("cancel_order", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId><OrderId><![CDATA[ORDER]]></OrderId>"), &CancelOrderEvent{PaidCorpID: "wwpaid", OrderID: "ORDER"}},
	{command("change_editon", "<PaidCorpId><![CDATA[wwpaid]]></PaidCorpId>"), &ChangeEditionEvent{PaidCorpID: "wwpaid"}},
	{service("license_pay_success", "<OrderId><![CDATA[ORDER]]></OrderId><BuyerUserId><![CDATA[buyer]]></BuyerUserId>"), &LicensePaySuccessEvent{OrderID: "ORDER", BuyerUserID: "buyer"}},
	{service("license_refund", "<OrderId><![CDATA[ORDER]]></OrderId><OrderStatus>4</OrderStatus>"), &LicenseRefundEvent{OrderID: "ORDER", OrderStatus: 4}},
	{service("auto_activate", "<Scene>1</Scene><AccountList><ActiveCode><![CDATA[code1]]></ActiveCode><Type>2</Type><ExpireTime>1700001111</ExpireTime><UserId><![CDATA[u1]]></UserId><PreviousStatus>3</PreviousStatus><PreviousActiveCode><![CDATA[code0]]></PreviousActiveCode></AccountList><AccountList><ActiveCode><![CDATA[code2]]></ActiveCode></AccountList>"),
		&LicenseAutoActivateEvent{Scene: 1, Accounts: []EventLicenseAccount{{ActiveCode: "code1", Type: 2, ExpireTime: Unix(1700001111), UserID: "u1", PreviousStatus: 3, PreviousActiveCode: "code0"}, {ActiveCode: "code2"}}}},
	{service("advanced_api_expired", "<AdvanceApiType>1</AdvanceApiType><ChatArchiveApi><Edition>2</Edition></ChatArchiveApi>"), &AdvancedAPIExpiredEvent{AdvanceAPIType: 1, ChatArchiveAPI: EventChatArchiveAPI{Edition: 2}}},
	{service("advanced_api_trial_expired", "<AdvanceApiType>1</AdvanceApiType>"), &AdvancedAPITrialExpiredEvent{AdvanceAPIType: 1}},
	{service("register_corp", "<RegisterCode><![CDATA[pIKi3wRPNWCGF]]></RegisterCode><ContactSync><AccessToken><![CDATA[accesstoken000001]]></AccessToken><ExpiresIn>1800</ExpiresIn></ContactSync><AuthUserInfo><UserId><![CDATA[zhangshan]]></UserId></AuthUserInfo><State><![CDATA[state1]]></State><TemplateId><![CDATA[tpl1test]]></TemplateId>"),
		&RegisterCorpEvent{RegisterCode: "pIKi3wRPNWCGF", ContactSync: EventContactSync{AccessToken: "accesstoken000001", ExpiresIn: 1800}, AuthUserID: "zhangshan", State: "state1", TemplateID: "tpl1test"}},
	{service("enter_register_package", "<RegisterCode><![CDATA[pIKi3wRPNWCGF]]></RegisterCode><AuthUserInfo><UserId><![CDATA[zhangshan]]></UserId></AuthUserInfo><State><![CDATA[state1]]></State><TemplateId><![CDATA[tpl1test]]></TemplateId>"),
		&EnterRegisterPackageEvent{RegisterCode: "pIKi3wRPNWCGF", AuthUserID: "zhangshan", State: "state1", TemplateID: "tpl1test"}},

	{service("add_device", deviceXML+"<ModelId><![CDATA[model]]></ModelId><RemarkName><![CDATA[前台]]></RemarkName>"), &AddDeviceEvent{DeviceSN: "QYWX001", ModelID: "model", RemarkName: "前台"}},
	{service("del_device", deviceXML), &DeleteDeviceEvent{DeviceSN: "QYWX001"}},
	{service("remark_device_name", deviceXML+"<RemarkName><![CDATA[前台]]></RemarkName>"), &RemarkDeviceNameEvent{DeviceSN: "QYWX001", RemarkName: "前台"}},
	{service("connect_info", deviceXML+"<ConnectTime>1502682100</ConnectTime>"), &DeviceConnectEvent{DeviceSN: "QYWX001", ConnectTime: Unix(1502682100)}},
	{service("disconnect_info", deviceXML+"<DisconnectTime>1502682100</DisconnectTime><Reason><![CDATA[timeout]]></Reason>"), &DeviceDisconnectEvent{DeviceSN: "QYWX001", DisconnectTime: Unix(1502682100), Reason: "timeout"}},
	{service("error_report", deviceXML+"<ErrCode>10</ErrCode><ErrMsg><![CDATA[broken]]></ErrMsg>"), &DeviceErrorReportEvent{DeviceSN: "QYWX001", ErrCode: 10, ErrMsg: "broken"}},
	{service("fetch_log_finish", deviceXML+"<MediaId><![CDATA[MEDIA]]></MediaId>"), &DeviceFetchLogFinishEvent{DeviceSN: "QYWX001", MediaID: "MEDIA"}},
	{service("device_feature_change", deviceXML), &DeviceFeatureChangeEvent{DeviceSN: "QYWX001"}},
	{command("device_data_auth_change", ""), &DeviceDataAuthChangeEvent{}},
	{sample{`{"msg_type":"command","base_info":{"req_id":"r1","device_sn":"SN1","createtime":1700000001,"model_id":"m1","auth_corpid":"wwa","service_corpid":"wws"},"command":{"command_type":"printer_job_submit","open_userid":"wo1","jobid":"j1"}}`,
		EventHeader{MsgType: "command"}},
		&DeviceCommandEvent{BaseInfo: EventDeviceInfo{ReqID: "r1", DeviceSN: "SN1", CreateTime: Unix(1700000001), ModelID: "m1", AuthCorpID: "wwa", ServiceCorpID: "wws"},
			Command: EventDeviceCommand{CommandType: "printer_job_submit", OpenUserID: "wo1", JobID: "j1"}}},

	{robot("text", `"text":{"content":"@RobotA hello\nrobot"},"quote":{"msgtype":"text","text":{"content":"before"}}`),
		&AIBotTextMessage{AIBotHeader: robotHeader(AIBotItem{MsgType: "text", Text: "before"}), Content: "@RobotA hello\nrobot"}},
	{robot("image", `"image":{"url":"https:\/\/img\/1","aeskey":"KEY"}`), &AIBotImageMessage{AIBotHeader: robotHeader(AIBotItem{}), Image: AIBotMedia{URL: "https://img/1", AESKey: "KEY"}}},
	{robot("mixed", `"mixed":{"msg_item":[{"msgtype":"text","text":{"content":"one"}},{"msgtype":"image","image":{"url":"https://img/2"}}]},"quote":{"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"two"}},{"msgtype":"image","image":{"url":"https://img/3"}}]}}`),
		&AIBotMixedMessage{AIBotHeader: robotHeader(AIBotItem{MsgType: "mixed", Items: []AIBotItem{{MsgType: "text", Text: "two"}, {MsgType: "image", Media: AIBotMedia{URL: "https://img/3"}}}}),
			Items: []AIBotItem{{MsgType: "text", Text: "one"}, {MsgType: "image", Media: AIBotMedia{URL: "https://img/2"}}}}},
	{robot("voice", `"voice":{"content":"说的话"},"quote":{"msgtype":"voice","voice":{"content":"之前"}}`), &AIBotVoiceMessage{AIBotHeader: robotHeader(AIBotItem{MsgType: "voice", Text: "之前"}), Content: "说的话"}},
	{robot("file", `"file":{"url":"https://file/1"},"quote":{"msgtype":"file","file":{"url":"https://file/2"}}`), &AIBotFileMessage{AIBotHeader: robotHeader(AIBotItem{MsgType: "file", Media: AIBotMedia{URL: "https://file/2"}}), File: AIBotMedia{URL: "https://file/1"}}},
	{robot("video", `"video":{"url":"https://video/1"},"quote":{"msgtype":"video","video":{"url":"https://video/2"}}`), &AIBotVideoMessage{AIBotHeader: robotHeader(AIBotItem{MsgType: "video", Media: AIBotMedia{URL: "https://video/2"}}), Video: AIBotMedia{URL: "https://video/1"}}},
	{robot("stream", `"stream":{"id":"STREAM"}`), &AIBotStreamMessage{AIBotHeader: robotHeader(AIBotItem{}), StreamID: "STREAM"}},
	{robotEvent("enter_chat", `,"enter_chat":{}`), &AIBotEnterChatEvent{AIBotHeader: robotEventHeader()}},
	{robotEvent("template_card_event", `,"template_card_event":{"card_type":"vote_interaction","event_key":"button1","task_id":"task1","selected_items":{"selected_item":[{"question_key":"q1","option_ids":{"option_id":["a","b"]}},{"question_key":"q2","option_ids":{"option_id":["c"]}}]}}`),
		&AIBotTemplateCardEvent{AIBotHeader: robotEventHeader(), CardType: "vote_interaction", EventKey: "button1", TaskID: "task1", SelectedItems: wantSelected}},
	{robotEvent("template_card_event", `,"template_card_event":{"cardtype":"vote_interaction","eventkey":"button1","taskid":"task1"}`),
		&AIBotTemplateCardEvent{AIBotHeader: robotEventHeader(), CardType: "vote_interaction", EventKey: "button1", TaskID: "task1"}},
	{robotEvent("feedback_event", `,"feedback_event":{"id":"FEEDBACK","type":2,"content":"错了","inaccurate_reason_list":[2,4]}`),
		&AIBotFeedbackEvent{AIBotHeader: robotEventHeader(), FeedbackID: "FEEDBACK", Type: 2, Content: "错了", InaccurateReasons: []int64{2, 4}}},
	{robotEvent("disconnected_event", ""), &AIBotDisconnectedEvent{AIBotHeader: robotEventHeader()}},
	{robotEvent("auth_change_event", `,"auth_change_event":{"auth_list":["doc","mail"]}`), &AIBotAuthChangeEvent{AIBotHeader: robotEventHeader(), AuthList: []string{"doc", "mail"}}},
}

// bare removes from an event what the payload's form has a part in.
func bare(ev Event) Event {
	h := ev.Header()
	h.raw, h.Extra = nil, nil
	return ev
}

func parse(t testing.TB, payload string) Event {
	t.Helper()
	ev, err := ParseEvent([]byte(payload))
	require.NoError(t, err, payload)
	return ev
}

func TestEvents(t *testing.T) {
	t.Parallel()
	for _, tc := range eventSamples {
		ev := parse(t, tc.payload)
		require.Equal(t, tc.payload, string(ev.Raw()))
		require.Empty(t, ev.Header().Extra, tc.payload)
		want := reflect.New(reflect.TypeOf(tc.want).Elem())
		want.Elem().Set(reflect.ValueOf(tc.want).Elem())
		*want.Interface().(Event).Header() = tc.header
		require.Equal(t, want.Interface(), bare(ev), tc.payload)
	}
}

// TestEventsAreComplete: each type has a sample, each field of each type comes up in one, and what a
// sample says stands in its event, as far as two independent parsers agree.
func TestEventsAreComplete(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, tc := range eventSamples {
		seen[reflect.TypeOf(tc.want).Elem().Name()] = true
		ev := bare(parse(t, tc.payload))
		markFields(reflect.ValueOf(ev).Elem(), seen)
		var values []string
		leaves(reflect.ValueOf(ev).Elem(), &values)
		for _, leaf := range treeOf(t, tc.payload).leaves() {
			i := slices.Index(values, leaf)
			require.GreaterOrEqual(t, i, 0, "%q of %s is not in %+v", leaf, tc.payload, ev)
			values = slices.Delete(values, i, i+1)
		}
	}
	files, err := filepath.Glob("events_*.go")
	require.NoError(t, err)
	n := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.TypeSpec)
			if !ok {
				return true
			}
			typ, ok := spec.Type.(*ast.StructType)
			if !ok || strings.Contains(spec.Name.Name, "MiniAppPay") {
				return true
			}
			n++
			for _, field := range typ.Fields.List {
				for _, name := range field.Names {
					require.True(t, seen[spec.Name.Name+"."+name.Name], "no sample has %s.%s", spec.Name.Name, name.Name)
				}
			}
			if strings.HasSuffix(spec.Name.Name, "Event") || strings.HasSuffix(spec.Name.Name, "Message") {
				require.True(t, seen[spec.Name.Name], "no sample is a %s", spec.Name.Name)
			}
			return true
		})
	}
	require.Greater(t, n, 150)
}

// markFields notes the fields that are set in a value.
func markFields(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			markFields(v.Index(i), seen)
		}
	case reflect.Struct:
		if _, ok := v.Interface().(Timestamp); ok {
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.IsExported() && !v.Field(i).IsZero() {
				seen[v.Type().Name()+"."+f.Name] = true
				markFields(v.Field(i), seen)
			}
		}
	}
}

// leaves lists the values in v as they stand in a payload.
func leaves(v reflect.Value, to *[]string) {
	switch v.Kind() {
	case reflect.String:
		*to = append(*to, v.String())
	case reflect.Bool:
		*to = append(*to, strconv.FormatBool(v.Bool()), map[bool]string{false: "0", true: "1"}[v.Bool()]) // it stands in either form
	case reflect.Int64:
		*to = append(*to, strconv.FormatInt(v.Int(), 10))
	case reflect.Slice:
		if v.Len() > 0 && v.Type().Elem().Kind() != reflect.Struct { // may be joined by commas in the payload
			var parts []string
			for i := range v.Len() {
				var forms []string
				leaves(v.Index(i), &forms)
				parts = append(parts, forms[len(forms)-1])
			}
			*to = append(append(*to, parts...), strings.Join(parts, ","))
			return
		}
		for i := range v.Len() {
			leaves(v.Index(i), to)
		}
	case reflect.Struct:
		if ts, ok := v.Interface().(Timestamp); ok {
			*to = append(*to, strconv.FormatInt(ts.Unix(), 10))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				leaves(v.Field(i), to)
			}
		}
	}
}

// tree is a payload as encoding/xml or encoding/json read it.
type tree struct {
	name     string
	text     string
	children []*tree
}

func treeOf(t testing.TB, payload string) *tree {
	t.Helper()
	if payload[0] == '{' {
		d := json.NewDecoder(strings.NewReader(payload))
		d.UseNumber()
		var v any
		require.NoError(t, d.Decode(&v))
		root := &tree{name: "xml"}
		root.addJSON("", v)
		return root.children[0]
	}
	d := xml.NewDecoder(strings.NewReader(payload))
	root := new(tree)
	stack := []*tree{root}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return root.children[0]
		}
		require.NoError(t, err)
		top := stack[len(stack)-1]
		switch x := tok.(type) {
		case xml.StartElement:
			e := &tree{name: x.Name.Local}
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(x)
		}
	}
}

func (e *tree) addJSON(name string, v any) {
	switch x := v.(type) {
	case map[string]any:
		c := &tree{name: name}
		for _, key := range slices.Sorted(maps.Keys(x)) {
			c.addJSON(key, x[key])
		}
		e.children = append(e.children, c)
	case []any:
		for _, item := range x {
			e.addJSON(name, item)
		}
	default:
		e.children = append(e.children, &tree{name: name, text: fmt.Sprint(x)})
	}
}

func (e *tree) leaves() []string {
	if len(e.children) == 0 {
		if strings.TrimSpace(e.text) == "" {
			return nil
		}
		return []string{e.text}
	}
	var all []string
	for _, c := range e.children {
		all = append(all, c.leaves()...)
	}
	return all
}

// reversed has the elements of different names in the opposite order.
func (e *tree) reversed() *tree {
	r := &tree{name: e.name, text: e.text}
	for _, c := range e.children {
		r.children = append(r.children, c.reversed())
	}
	slices.SortStableFunc(r.children, func(a, b *tree) int { return -strings.Compare(a.name, b.name) })
	return r
}

// xml writes the tree; style says how.
func (e *tree) xml(b *bytes.Buffer, style xmlStyle, depth int) {
	indent := ""
	if style.space {
		indent = "\r\n" + strings.Repeat("\t", depth)
	}
	b.WriteString(indent + "<" + e.name)
	if style.strange {
		b.WriteString(` a="1" b = 'x>y&#38;'`)
	}
	switch {
	case len(e.children) > 0:
		b.WriteByte('>')
		if style.strange {
			b.WriteString("<!-- > --><?pi <a> ?><NobodyKnows><Inner>7</Inner></NobodyKnows><Nothing/><Empty></Empty>")
		}
		for _, c := range e.children {
			c.xml(b, style, depth+1)
		}
		b.WriteString(indent)
	case style.cdata:
		half := len(e.text) / 2
		for half > 0 && e.text[half]&0xC0 == 0x80 {
			half--
		}
		b.WriteString("><![CDATA[" + e.text[:half] + "]]>")
		if style.strange {
			b.WriteString("<!-- between -->")
		}
		b.WriteString("<![CDATA[" + e.text[half:] + "]]>")
	default:
		b.WriteByte('>')
		if style.references {
			for _, r := range e.text {
				fmt.Fprintf(b, "&#x%X;", r)
			}
		} else {
			xml.EscapeText(b, []byte(e.text))
		}
	}
	b.WriteString("</" + e.name)
	if style.space {
		b.WriteByte(' ')
	}
	b.WriteByte('>')
}

type xmlStyle struct{ space, strange, cdata, references bool }

// json writes the tree as JSON; numbers in quotes or not.
func (e *tree) json(quoted, arrays bool) any {
	if len(e.children) == 0 {
		if _, err := strconv.ParseFloat(e.text, 64); err == nil && !quoted && e.text[0] != '0' {
			return json.Number(e.text)
		}
		return e.text
	}
	object := map[string]any{}
	count := map[string]int{}
	for _, c := range e.children {
		count[c.name]++
	}
	for _, c := range e.children {
		if count[c.name] > 1 || arrays && len(c.children) > 0 {
			list, _ := object[c.name].([]any)
			object[c.name] = append(list, c.json(quoted, arrays))
		} else {
			object[c.name] = c.json(quoted, arrays)
		}
	}
	return object
}

// TestEventsHoweverWritten: neither order nor white space, CDATA, references, comments, attributes and
// unknown elements, nor XML or JSON, numbers in quotes or not, make an event another.
func TestEventsHoweverWritten(t *testing.T) {
	t.Parallel()
	for _, tc := range eventSamples {
		want := bare(parse(t, tc.payload))
		written := treeOf(t, tc.payload)
		check := func(payload string) {
			t.Helper()
			require.Equal(t, want, bare(parse(t, payload)), payload)
		}
		asJSON := tc.payload[0] == '{'
		for _, e := range []*tree{written, written.reversed()} {
			for _, quoted := range []bool{false, true} {
				for _, arrays := range []bool{false, true} {
					text, err := encodeJSON(e.json(quoted, arrays))
					require.NoError(t, err)
					check(string(text))
					var b bytes.Buffer
					require.NoError(t, json.Indent(&b, text, "\r\n", "\t"))
					check(b.String())
				}
			}
			if asJSON {
				continue
			}
			for i := range 16 {
				style := xmlStyle{i&1 != 0, i&2 != 0, i&4 != 0, i&8 != 0}
				var b bytes.Buffer
				if style.strange {
					b.WriteString("\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- begin -->")
				}
				e.xml(&b, style, 0)
				check(b.String())
			}
		}
	}
}

// TestEventsOfWrongTypes: whatever stands in the place of a value, the event comes, and what its field
// cannot hold is in Extra.
func TestEventsOfWrongTypes(t *testing.T) {
	t.Parallel()
	for _, tc := range eventSamples {
		want := reflect.TypeOf(parse(t, tc.payload))
		base := treeOf(t, tc.payload)
		skip := map[string]bool{"MsgType": true, "Event": true, "InfoType": true, "ChangeType": true, "msgtype": true, "eventtype": true, "event_type": true, "event": true, "from": true, "aibotid": true, "command": true, "msg_type": true}
		for i, c := range base.children {
			if skip[c.name] {
				continue
			}
			for _, wrong := range []*tree{
				{name: c.name, text: "no number, 不是数字"},
				{name: c.name, text: "99999999999999999999999999"},
				{name: c.name, text: "1.5"},
				{name: c.name},
				{name: c.name, children: []*tree{{name: "Deep", children: []*tree{{name: "Deeper", text: "inside"}}}}},
			} {
				changed := &tree{name: base.name, children: slices.Clone(base.children)}
				changed.children[i] = wrong
				var b bytes.Buffer
				changed.xml(&b, xmlStyle{}, 0)
				if tc.payload[0] == '{' {
					text, err := encodeJSON(changed.json(false, false))
					require.NoError(t, err)
					b.Reset()
					b.Write(text)
				}
				ev := parse(t, b.String())
				require.IsType(t, reflect.Zero(want).Interface(), ev, b.String())
				var values []string
				leaves(reflect.ValueOf(ev).Elem(), &values)
				for _, leaf := range wrong.leaves() {
					require.Contains(t, append(values, extraValues(ev)...), leaf, "%s: %+v", b.String(), ev)
				}
			}
		}
	}
}

func extraValues(ev Event) (values []string) {
	for _, x := range ev.Header().Extra {
		values = append(values, x.Value)
	}
	return values
}

func TestUnknownEventsKeepTheirValues(t *testing.T) {
	t.Parallel()
	ev := parse(t, "<xml><ToUserName>ww1</ToUserName><MsgType>event</MsgType><Event>brand_new</Event><Outer><Inner><![CDATA[a]]></Inner><Inner>b</Inner></Outer><Plain>7</Plain></xml>")
	require.IsType(t, &UnknownEvent{}, ev)
	require.Equal(t, []ExtraField{{"Outer>Inner", "a"}, {"Outer>Inner", "b"}, {"Plain", "7"}}, ev.Header().Extra)
	require.Equal(t, "brand_new", ev.Header().Name())
}

func TestMiniAppPayNotices(t *testing.T) {
	t.Parallel()
	notice, err := ParseMiniAppPayNotice([]byte(`{"appid":"wxapp","mchid":"1230000109","out_trade_no":"ORDER","trade_state":"SUCCESS","trade_state_desc":"支付成功","trade_type":"JSAPI","attach":"mine","success_time":"2023-06-08T10:34:56+08:00","amount":{"total":"100","payer_total":90,"currency":"CNY","payer_currency":"CNY"},"payer":{"openid":"oUpF8"}}`))
	require.NoError(t, err)
	at := MiniAppPayTime{time.Date(2023, 6, 8, 10, 34, 56, 0, time.FixedZone("", 8*3600))}
	require.True(t, at.Equal(notice.SuccessTime.Time))
	notice.SuccessTime = at // with a zone of its own
	require.Equal(t, &MiniAppPayNotice{AppID: "wxapp", MchID: "1230000109", OutTradeNo: "ORDER", TradeState: MiniAppPayTradeStateSuccess, TradeStateDesc: "支付成功", TradeType: "JSAPI", Attach: "mine",
		SuccessTime: at, Amount: MiniAppPayNoticeAmount{Total: 100, PayerTotal: 90, Currency: "CNY", PayerCurrency: "CNY"}, Payer: MiniAppPayNoticePayer{OpenID: "oUpF8"}}, notice)
	refund, err := ParseMiniAppPayRefundNotice([]byte(` {"mchid":"1230000109","out_trade_no":"ORDER","refund_id":"R1","out_refund_no":"R2","refund_status":"SUCCESS","success_time":"2023-06-08T10:34:56+08:00","user_received_account":"招商银行","amount":{"total":100,"refund":50,"payer_total":90,"payer_refund":45}}`))
	require.NoError(t, err)
	require.True(t, at.Equal(refund.SuccessTime.Time))
	refund.SuccessTime = at
	require.Equal(t, &MiniAppPayRefundNotice{MchID: "1230000109", OutTradeNo: "ORDER", RefundID: "R1", OutRefundNo: "R2", RefundStatus: MiniAppPayRefundStatusSuccess,
		SuccessTime: at, UserReceivedAccount: "招商银行", Amount: MiniAppPayRefundNoticeAmount{Total: 100, Refund: 50, PayerTotal: 90, PayerRefund: 45}}, refund)
	for _, bad := range []string{"", "[]", "<xml/>", "{"} {
		_, err = ParseMiniAppPayNotice([]byte(bad))
		require.ErrorIs(t, err, ErrCallbackPayload)
	}
}
