package main

import (
	"fmt"
	"strings"
)

// section is a part of the index: the files of the package whose names begin with one of the prefixes.
type section struct {
	title, chinese string
	files          string // separated by spaces
}

// group is several sections under one heading.
type group struct {
	title    string
	sections []section
}

// groups order the index. A file belongs to the section with the longest prefix of its name.
func groups() []group {
	return []group{
		{"Foundation", []section{
			{"Tokens and addresses", "开发指南", "base"},
			{"Identity", "身份验证", "auth"},
			{"JS-SDK", "JS-SDK", "jssdk"},
			{"Conversion of IDs", "账号ID", "idconvert"},
			{"Files", "素材管理", "media"},
			{"Apps and menus", "应用管理", "agent menu"},
			{"Advanced features and APIs", "高级功能", "advanced_"},
		}},
		{"Contacts", []section{
			{"Members", "成员管理", "user"},
			{"Departments", "部门管理", "department"},
			{"Tags", "标签管理", "tag"},
			{"Imports", "异步导入", "batch"},
			{"Exports", "异步导出", "export"},
			{"Who sees whom", "通讯录规则", "contactrule"},
			{"Linked corps", "企业互联", "linkedcorp"},
			{"Chains of partner corps", "上下游", "corpgroup"},
		}},
		{"Messages", []section{
			{"Messages of apps", "消息推送", "message"},
			{"Group chats of apps", "应用群聊", "appchat"},
			{"Group robots", "群机器人", "webhook"},
			{"Intelligent robots", "智能机器人", "aibot"},
		}},
		{"Customers", []section{
			{"Customers", "客户管理", "external_contact"},
			{"Contact ways", "联系我", "external_contact_way"},
			{"Tags", "客户标签", "external_contact_tag"},
			{"Groups", "客户群", "external_contact_group"},
			{"Hand-over", "在职继承与离职继承", "external_contact_transfer"},
			{"Group messages and welcome messages", "消息推送", "external_contact_message"},
			{"Moments", "客户朋友圈", "external_contact_moment"},
			{"Acquisition links", "获客助手", "external_contact_acquisition"},
			{"Product albums", "商品图册", "external_contact_product"},
			{"Forbidden words", "聊天敏感词", "external_contact_intercept"},
			{"Rule groups", "规则组", "external_contact_strategy"},
			{"Payments", "对外收款", "externalpay"},
			{"Payments of mini programs", "小程序对外收款", "miniapppay"},
			{"WeChat customer service", "微信客服", "kf"},
		}},
		{"Office", []section{
			{"Approvals", "审批", "oa"},
			{"Leave", "假期管理", "oa_vacation"},
			{"Attendance", "打卡", "checkin"},
			{"Journals", "汇报", "oa_journal"},
			{"Calendars and schedules", "日程", "oa_calendar"},
			{"Meeting rooms", "会议室", "oa_meetingroom"},
			{"Meetings", "会议", "meeting"},
			{"Webinars", "网络研讨会", "webinar"},
			{"Live broadcasts", "直播", "living"},
			{"Documents, spreadsheets and forms", "文档", "wedoc"},
			{"Smart sheets", "智能表格", "wedoc_smartsheet"},
			{"Smart documents", "智能文档", "wedoc_smartdoc"},
			{"Drive", "微盘", "wedrive"},
			{"Mail", "邮件", "mail"},
			{"To-dos", "待办", "todo"},
			{"Telephony", "公费电话", "dial pstncc"},
			{"Invoices", "电子发票", "invoice"},
			{"HR roster", "人事助手", "hr"},
		}},
		{"Public services", []section{
			{"Schools", "家校沟通", "school"},
			{"Live lessons", "上课直播", "school_living"},
			{"Health reports", "健康上报", "health"},
			{"Incident reports and patrols", "政民沟通", "report"},
		}},
		{"Compliance", []section{
			{"Archive of conversations", "会话内容存档", "msgaudit"},
			{"Data and intelligence", "数据与智能专区", "chatdata"},
			{"Archive of documents", "文件内容存档", "docdata"},
			{"Security", "安全管理", "security"},
		}},
		{"Third parties", []section{
			{"Third-party apps", "第三方应用", "suite"},
			{"Providers", "服务商", "provider"},
			{"Licenses", "接口调用许可", "license"},
			{"Payment tool", "收银台", "paytool"},
			{"Devices", "智慧硬件", "device"},
		}},
	}
}

// find returns the section of a file: where it stands in gs.
func find(gs []group, file string) (g, s int, err error) {
	longest := 0
	for i := range gs {
		for j := range gs[i].sections {
			for prefix := range strings.FieldsSeq(gs[i].sections[j].files) {
				if len(prefix) > longest && strings.HasPrefix(file, prefix) {
					g, s, longest = i, j, len(prefix)
				}
			}
		}
	}
	if longest == 0 {
		return 0, 0, fmt.Errorf("%s.go has endpoints and belongs to no section of the index: see groups in internal/apigen/areas.go", file)
	}
	return g, s, nil
}
