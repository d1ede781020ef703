package workwx

import "encoding/json"

// SubscribeEvent says that a member may use the app from now on (成员关注事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type SubscribeEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // usually empty
}

func (e *SubscribeEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// UnsubscribeEvent says that a member may no longer use the app (取消关注事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type UnsubscribeEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // usually empty
}

func (e *UnsubscribeEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// EnterAgentEvent says that a member opened the app (进入应用).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type EnterAgentEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // usually empty
}

func (e *EnterAgentEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// LocationEvent says where a member is who opened the app's chat, and allows that (上报地理位置).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type LocationEvent struct {
	EventHeader
	Latitude  json.Number `xml:",omitempty"` // in degrees
	Longitude json.Number `xml:",omitempty"` // in degrees
	Precision json.Number `xml:",omitempty"` // in meters
	AppType   string      `xml:",omitempty"` // "wxwork" if sent from WeCom
}

func (e *LocationEvent) set(f field) bool {
	switch string(f.name()) {
	case "latitude":
		return f.decimal(&e.Latitude)
	case "longitude":
		return f.decimal(&e.Longitude)
	case "precision":
		return f.decimal(&e.Precision)
	case "apptype":
		return f.str(&e.AppType)
	}
	return false
}

// ClickEvent says that a member clicked a menu item (点击菜单拉取消息的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ClickEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // the key of the menu item
}

func (e *ClickEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// ViewEvent says that a member followed a menu item to a page (点击菜单跳转链接的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ViewEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // the URL of the page
}

func (e *ViewEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// ViewMiniProgramEvent says that a member followed a menu item to a mini program (点击菜单跳转小程序的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ViewMiniProgramEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"` // the page of the mini program
}

func (e *ViewMiniProgramEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	}
	return false
}

// EventScanInfo is a code that a member scanned.
type EventScanInfo struct {
	ScanType   string `xml:",omitempty"` // usually qrcode
	ScanResult string `xml:",omitempty"` // what the code says
}

func (e *EventScanInfo) set(f field) bool {
	switch string(f.name()) {
	case "scantype":
		return f.str(&e.ScanType)
	case "scanresult":
		return f.str(&e.ScanResult)
	}
	return false
}

// ScanCodePushEvent says that a member scanned a code through a menu item; the app has shown the result
// already (扫码推事件的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ScanCodePushEvent struct {
	EventHeader
	EventKey     string        `xml:",omitempty"` // the key of the menu item
	ScanCodeInfo EventScanInfo `xml:",omitempty"` // what was scanned
}

func (e *ScanCodePushEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "scancodeinfo":
		return f.into(&e.ScanCodeInfo)
	}
	return false
}

// ScanCodeWaitMsgEvent says that a member scanned a code through a menu item and waits for an answer
// (扫码推事件且弹出“消息接收中”提示框的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ScanCodeWaitMsgEvent struct {
	EventHeader
	EventKey     string        `xml:",omitempty"` // the key of the menu item
	ScanCodeInfo EventScanInfo `xml:",omitempty"` // what was scanned
}

func (e *ScanCodeWaitMsgEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "scancodeinfo":
		return f.into(&e.ScanCodeInfo)
	}
	return false
}

// EventPictures is what a member is about to send.
type EventPictures struct {
	Count   int64          `xml:",omitempty"`             // how many pictures
	PicList []EventPicture `xml:"PicList>item,omitempty"` // one each
}

func (e *EventPictures) set(f field) bool {
	switch string(f.name()) {
	case "count":
		return f.num(&e.Count)
	case "piclist":
		return f.each("item", func(f field) bool { return list(f, &e.PicList) })
	}
	return false
}

// EventPicture is a picture that follows as an [ImageMessage].
type EventPicture struct {
	MD5 string `xml:"PicMd5Sum,omitempty"` // of the picture, to know the message by
}

func (e *EventPicture) set(f field) bool {
	switch string(f.name()) {
	case "picmd5sum":
		return f.str(&e.MD5)
	}
	return false
}

// PicSysPhotoEvent says that a member took photos through a menu item (弹出系统拍照发图的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type PicSysPhotoEvent struct {
	EventHeader
	EventKey     string        `xml:",omitempty"` // the key of the menu item
	SendPicsInfo EventPictures `xml:",omitempty"` // the pictures; they follow as messages
}

func (e *PicSysPhotoEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "sendpicsinfo":
		return f.into(&e.SendPicsInfo)
	}
	return false
}

// PicPhotoOrAlbumEvent says that a member took or chose photos through a menu item (弹出拍照或者相册发图的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type PicPhotoOrAlbumEvent struct {
	EventHeader
	EventKey     string        `xml:",omitempty"` // the key of the menu item
	SendPicsInfo EventPictures `xml:",omitempty"` // the pictures; they follow as messages
}

func (e *PicPhotoOrAlbumEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "sendpicsinfo":
		return f.into(&e.SendPicsInfo)
	}
	return false
}

// PicWeixinEvent says that a member chose photos of the album through a menu item (弹出微信相册发图器的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type PicWeixinEvent struct {
	EventHeader
	EventKey     string        `xml:",omitempty"` // the key of the menu item
	SendPicsInfo EventPictures `xml:",omitempty"` // the pictures; they follow as messages
}

func (e *PicWeixinEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "sendpicsinfo":
		return f.into(&e.SendPicsInfo)
	}
	return false
}

// EventLocationInfo is a place that a member chose.
type EventLocationInfo struct {
	Latitude  json.Number `xml:"Location_X,omitempty"` // in degrees
	Longitude json.Number `xml:"Location_Y,omitempty"` // in degrees
	Scale     json.Number `xml:",omitempty"`           // of the map
	Label     string      `xml:",omitempty"`           // the address
	POIName   string      `xml:"Poiname,omitempty"`    // the name of the place, may be empty
}

func (e *EventLocationInfo) set(f field) bool {
	switch string(f.name()) {
	case "locationx":
		return f.decimal(&e.Latitude)
	case "locationy":
		return f.decimal(&e.Longitude)
	case "scale":
		return f.decimal(&e.Scale)
	case "label":
		return f.str(&e.Label)
	case "poiname":
		return f.str(&e.POIName)
	}
	return false
}

// LocationSelectEvent says that a member chose a place through a menu item (弹出地理位置选择器的事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type LocationSelectEvent struct {
	EventHeader
	EventKey         string            `xml:",omitempty"` // the key of the menu item
	SendLocationInfo EventLocationInfo `xml:",omitempty"` // the place
	AppType          string            `xml:",omitempty"` // "wxwork" if sent from WeCom
}

func (e *LocationSelectEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "sendlocationinfo":
		return f.into(&e.SendLocationInfo)
	case "apptype":
		return f.str(&e.AppType)
	}
	return false
}

// TaskCardClickEvent says that a member clicked a button of a task card (任务卡片事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type TaskCardClickEvent struct {
	EventHeader
	EventKey string `xml:",omitempty"`       // the key of the button
	TaskID   string `xml:"TaskId,omitempty"` // the task id that the card was sent with
}

func (e *TaskCardClickEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "taskid":
		return f.str(&e.TaskID)
	}
	return false
}

// EventSelectedItem is what a member selected for one question of a template card.
type EventSelectedItem struct {
	QuestionKey string   `xml:",omitempty"`                   // the question
	OptionIDs   []string `xml:"OptionIds>OptionId,omitempty"` // the options that were selected
}

func (e *EventSelectedItem) set(f field) bool {
	switch string(f.name()) {
	case "questionkey":
		return f.str(&e.QuestionKey)
	case "optionids":
		return f.each("optionid", func(f field) bool { return f.strs(&e.OptionIDs) })
	case "opitonids": // as the documentation has it
		return f.each("opitonid", func(f field) bool { return f.strs(&e.OptionIDs) })
	}
	return false
}

// TemplateCardEvent says that a member clicked a button of a template card, or submitted a choice
// (模板卡片事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type TemplateCardEvent struct {
	EventHeader
	EventKey      string              `xml:",omitempty"`       // the key of the button
	TaskID        string              `xml:"TaskId,omitempty"` // the task id that the card was sent with
	CardType      CardType            `xml:",omitempty"`
	ResponseCode  Secret              `xml:",omitempty"`                           // for UpdateTemplateCardMessage, once, 72 hours
	SelectedItems []EventSelectedItem `xml:"SelectedItems>SelectedItem,omitempty"` // what was selected
}

func (e *TemplateCardEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "taskid":
		return f.str(&e.TaskID)
	case "cardtype":
		return f.str((*string)(&e.CardType))
	case "responsecode":
		return f.str((*string)(&e.ResponseCode))
	case "selecteditems":
		return f.each("selecteditem", func(f field) bool { return list(f, &e.SelectedItems) })
	}
	return false
}

// TemplateCardMenuEvent says that a member clicked an item of the menu of a template card
// (通用模板卡片右上角菜单事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type TemplateCardMenuEvent struct {
	EventHeader
	EventKey     string   `xml:",omitempty"`       // the key of the item
	TaskID       string   `xml:"TaskId,omitempty"` // the task id that the card was sent with
	CardType     CardType `xml:",omitempty"`
	ResponseCode Secret   `xml:",omitempty"` // for UpdateTemplateCardMessage, once, 72 hours
}

func (e *TemplateCardMenuEvent) set(f field) bool {
	switch string(f.name()) {
	case "eventkey":
		return f.str(&e.EventKey)
	case "taskid":
		return f.str(&e.TaskID)
	case "cardtype":
		return f.str((*string)(&e.CardType))
	case "responsecode":
		return f.str((*string)(&e.ResponseCode))
	}
	return false
}

// SwitchWorkbenchModeEvent says that an admin switched the app's custom display on the workbench on or off
// (切换工作台自定义模式事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/92535
type SwitchWorkbenchModeEvent struct {
	EventHeader
	Mode IntBool `xml:",omitempty"` // the custom display is on
}

func (e *SwitchWorkbenchModeEvent) set(f field) bool {
	switch string(f.name()) {
	case "mode":
		return f.flag(&e.Mode)
	}
	return false
}

// InactiveAlertEvent warns that the app is about to be disabled as nobody uses it (应用长期未使用临停用提醒事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type InactiveAlertEvent struct {
	EventHeader
	EffectTime Timestamp `xml:",omitempty"` // when the app is going to be disabled
}

func (e *InactiveAlertEvent) set(f field) bool {
	switch string(f.name()) {
	case "effecttime":
		return f.when(&e.EffectTime)
	}
	return false
}

// CloseInactiveAgentEvent says that the app was disabled for the time being, as nobody used it (长期未使用应用停用通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type CloseInactiveAgentEvent struct {
	EventHeader
}

// ReopenInactiveAgentEvent says that an admin enabled the app again (长期未使用应用重新启用通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ReopenInactiveAgentEvent struct {
	EventHeader
}

// LowActiveAlertEvent warns that the app's access to customer data is going to be restricted, as few use it (应用低活跃预警事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type LowActiveAlertEvent struct {
	EventHeader
	EffectTime Timestamp `xml:",omitempty"` // from when on
}

func (e *LowActiveAlertEvent) set(f field) bool {
	switch string(f.name()) {
	case "effecttime":
		return f.when(&e.EffectTime)
	}
	return false
}

// LowActiveEvent says that the app's access to customer data is restricted, as few use it (应用低活跃事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type LowActiveEvent struct {
	EventHeader
}

// ActiveRestoredEvent says that the app is used enough again and no longer restricted (应用活跃度恢复事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90240
type ActiveRestoredEvent struct {
	EventHeader
}

// ChangeAppAdminEvent says that the app has other admins than before; see ListSuiteAgentAdmins
// (应用管理员变更通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95038
type ChangeAppAdminEvent struct {
	EventHeader
}

// UnlicensedNotifyEvent says that members without a license wanted to use the app (接口许可失效通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95716
type UnlicensedNotifyEvent struct {
	EventHeader
}

// BatchJobResultEvent says that an import or export of contacts is done (异步任务完成事件推送).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90973
type BatchJobResultEvent struct {
	EventHeader
	BatchJob EventBatchJob `xml:",omitempty"` // the job
}

func (e *BatchJobResultEvent) set(f field) bool {
	switch string(f.name()) {
	case "batchjob":
		return f.into(&e.BatchJob)
	}
	return false
}

// EventBatchJob is a job that is done.
type EventBatchJob struct {
	JobID   string       `xml:"JobId,omitempty"` // as it was answered when the job was begun
	JobType BatchJobType `xml:",omitempty"`
	ErrCode int64        `xml:",omitempty"` // 0, or an errcode: a Code
	ErrMsg  string       `xml:",omitempty"` // what failed
}

func (e *EventBatchJob) set(f field) bool {
	switch string(f.name()) {
	case "jobid":
		return f.str(&e.JobID)
	case "jobtype":
		return f.str((*string)(&e.JobType))
	case "errcode":
		return f.num(&e.ErrCode)
	case "errmsg":
		return f.str(&e.ErrMsg)
	}
	return false
}

// UploadMediaJobFinishEvent says that an upload by URL is done, or failed (异步上传临时素材结果回调).
//
// Doc: https://developer.work.weixin.qq.com/document/path/96219
type UploadMediaJobFinishEvent struct {
	EventHeader
	JobID string `xml:"JobId,omitempty"` // for GetMediaURLUploadJobResult
}

func (e *UploadMediaJobFinishEvent) set(f field) bool {
	switch string(f.name()) {
	case "jobid":
		return f.str(&e.JobID)
	}
	return false
}

// ShareAgentChangeEvent says that an app was shared with other corps, or no longer is (企业互联共享应用事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/93373
type ShareAgentChangeEvent struct {
	EventHeader
	AppID  int64  `xml:"AppId,omitempty"`  // the shared app, in a suite command
	CorpID string `xml:"CorpId,omitempty"` // the corp that shares, in a suite command
}

func (e *ShareAgentChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "appid":
		return f.num(&e.AppID)
	case "corpid":
		return f.str(&e.CorpID)
	}
	return false
}

// ShareChainChangeEvent says that an app was shared along a supply chain, or no longer is (上下游共享应用事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95796
type ShareChainChangeEvent struct {
	EventHeader
	AppID  int64  `xml:"AppId,omitempty"`  // the shared app, in a suite command
	CorpID string `xml:"CorpId,omitempty"` // the corp that shares, in a suite command
}

func (e *ShareChainChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "appid":
		return f.num(&e.AppID)
	case "corpid":
		return f.str(&e.CorpID)
	}
	return false
}

// ChangeChainEvent says that a supply chain, its groups or its corps changed: create_chain, ... in
// ChangeType (上下游变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95796
type ChangeChainEvent struct {
	EventHeader
	ChainID  string   `xml:"ChainId,omitempty"`
	GroupIDs []int64  `xml:"GroupIds>GroupId,omitempty"` // the groups concerned
	CorpIDs  []string `xml:"CorpIds>CorpId,omitempty"`   // the corps concerned
}

func (e *ChangeChainEvent) set(f field) bool {
	switch string(f.name()) {
	case "chainid":
		return f.str(&e.ChainID)
	case "groupids":
		return f.each("groupid", func(f field) bool { return f.nums(&e.GroupIDs) })
	case "corpids":
		return f.each("corpid", func(f field) bool { return f.strs(&e.CorpIDs) })
	}
	return false
}

// SecurityEvent says that the addresses of the platform changed (change_domain_ip in ChangeType); fetch
// them anew (域名IP变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100080
type SecurityEvent struct {
	EventHeader
}

// SubmitVipAccountApprovalEvent says that a member applied for a paid account (高级功能账号申请提交通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99876
type SubmitVipAccountApprovalEvent struct {
	EventHeader
	BusinessType AdvancedFeatureBusinessType `xml:",omitempty"`        // which kind of account
	ApplyID      string                      `xml:"ApplyId,omitempty"` // of the application
	ApplyReason  string                      `xml:",omitempty"`        // what the member wrote
}

func (e *SubmitVipAccountApprovalEvent) set(f field) bool {
	switch string(f.name()) {
	case "businesstype":
		return f.num((*int64)(&e.BusinessType))
	case "applyid":
		return f.str(&e.ApplyID)
	case "applyreason":
		return f.str(&e.ApplyReason)
	}
	return false
}

// FinishVipAccountApprovalEvent says that an application for a paid account was decided (高级功能账号申请完成通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99877
type FinishVipAccountApprovalEvent struct {
	EventHeader
	FinishType int64  `xml:",omitempty"`        // how
	ApplyID    string `xml:"ApplyId,omitempty"` // of the application
}

func (e *FinishVipAccountApprovalEvent) set(f field) bool {
	switch string(f.name()) {
	case "finishtype":
		return f.num(&e.FinishType)
	case "applyid":
		return f.str(&e.ApplyID)
	}
	return false
}

// ProgramNotifyEvent is a message of a program in the data zone to the app (专区程序通知应用事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100048
type ProgramNotifyEvent struct {
	EventHeader
	NotifyID    string `xml:"NotifyId,omitempty"` // to fetch the data with
	NotifyScene int64  `xml:",omitempty"`         // as the program set it
}

func (e *ProgramNotifyEvent) set(f field) bool {
	switch string(f.name()) {
	case "notifyid":
		return f.str(&e.NotifyID)
	case "notifyscene":
		return f.num(&e.NotifyScene)
	}
	return false
}
