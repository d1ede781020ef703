package workwx

// SuiteTicketEvent brings the ticket without which a suite gets no token, every 10 minutes; keep the
// newest, it is good for 30 (推送suite_ticket).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90628
type SuiteTicketEvent struct {
	EventHeader
	SuiteTicket Secret `xml:",omitempty"` // the ticket
}

func (e *SuiteTicketEvent) set(f field) bool {
	switch string(f.name()) {
	case "suiteticket":
		return f.str((*string)(&e.SuiteTicket))
	}
	return false
}

// EventAuthExtra is what a corp authorised beside the app.
type EventAuthExtra struct {
	AuthOpenKfIDs []string `xml:"AuthOpenKfIdList>OpenKfId,omitempty"` // customer service accounts
}

func (e *EventAuthExtra) set(f field) bool {
	switch string(f.name()) {
	case "authopenkfidlist":
		return f.each("openkfid", func(f field) bool { return f.strs(&e.AuthOpenKfIDs) })
	}
	return false
}

// CreateAuthEvent says that a corp installed the suite; answered within a second in any case (授权成功通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90642
type CreateAuthEvent struct {
	EventHeader
	AuthCode  Secret         `xml:",omitempty"` // for GetSuitePermanentCodeV2, once, 10 minutes
	State     string         `xml:",omitempty"` // what the link for the authorisation was made with
	ExtraInfo EventAuthExtra `xml:",omitempty"` // what else was authorised
}

func (e *CreateAuthEvent) set(f field) bool {
	switch string(f.name()) {
	case "authcode":
		return f.str((*string)(&e.AuthCode))
	case "state":
		return f.str(&e.State)
	case "extrainfo":
		return f.into(&e.ExtraInfo)
	}
	return false
}

// ChangeAuthEvent says that a corp changed what the suite may do; call GetSuiteAuthInfoV2 again (变更授权通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90642
type ChangeAuthEvent struct {
	EventHeader
	State     string         `xml:",omitempty"` // what the link for the authorisation was made with
	ExtraInfo EventAuthExtra `xml:",omitempty"` // what else was authorised
}

func (e *ChangeAuthEvent) set(f field) bool {
	switch string(f.name()) {
	case "state":
		return f.str(&e.State)
	case "extrainfo":
		return f.into(&e.ExtraInfo)
	}
	return false
}

// CancelAuthEvent says that a corp removed the suite; the corp's data must be deleted (取消授权通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90642
type CancelAuthEvent struct {
	EventHeader
	ExtraInfo EventAuthExtra `xml:",omitempty"` // what else was authorised
}

func (e *CancelAuthEvent) set(f field) bool {
	switch string(f.name()) {
	case "extrainfo":
		return f.into(&e.ExtraInfo)
	}
	return false
}

// ResetPermanentCodeEvent says that the secret of an app that is developed for a corp was replaced
// (重置永久授权码通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/94758
type ResetPermanentCodeEvent struct {
	EventHeader
	AuthCode Secret `xml:",omitempty"` // for GetSuitePermanentCodeV2, once, 10 minutes
}

func (e *ResetPermanentCodeEvent) set(f field) bool {
	switch string(f.name()) {
	case "authcode":
		return f.str((*string)(&e.AuthCode))
	}
	return false
}

// CorpArchAuthEvent says that a corp opened the whole of its contacts to the suite (组织架构授权事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/97378
type CorpArchAuthEvent struct {
	EventHeader
}

// ApproveSpecialAuthEvent says that a corp granted a special permission (授权特殊权限通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/98959
type ApproveSpecialAuthEvent struct {
	EventHeader
	AuthType string `xml:",omitempty"` // which, such as customer_acquisition
}

func (e *ApproveSpecialAuthEvent) set(f field) bool {
	switch string(f.name()) {
	case "authtype":
		return f.str(&e.AuthType)
	}
	return false
}

// CancelSpecialAuthEvent says that a corp withdrew a special permission (取消特殊权限通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/98959
type CancelSpecialAuthEvent struct {
	EventHeader
	AuthType string `xml:",omitempty"` // which, such as customer_acquisition
}

func (e *CancelSpecialAuthEvent) set(f field) bool {
	switch string(f.name()) {
	case "authtype":
		return f.str(&e.AuthType)
	}
	return false
}

// AuthDataPermissionEvent says that a corp granted access to data (数据权限授权通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101587
type AuthDataPermissionEvent struct {
	EventHeader
	AuthType string `xml:",omitempty"` // which, such as customer_acquisition
}

func (e *AuthDataPermissionEvent) set(f field) bool {
	switch string(f.name()) {
	case "authtype":
		return f.str(&e.AuthType)
	}
	return false
}

// ExpireRemindDataPermissionEvent warns that access to data is about to end (数据权限到期提醒).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101587
type ExpireRemindDataPermissionEvent struct {
	EventHeader
	AuthType string `xml:",omitempty"` // which, such as customer_acquisition
}

func (e *ExpireRemindDataPermissionEvent) set(f field) bool {
	switch string(f.name()) {
	case "authtype":
		return f.str(&e.AuthType)
	}
	return false
}

// CustomerAcquisitionPermitChangeEvent says that the permission for acquisition links changed
// (获客助手权限变更通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/101456
type CustomerAcquisitionPermitChangeEvent struct {
	EventHeader
}

// AgreeExternalUserIDMigrationEvent says that a corp agreed to the newer form of the ids of customers
// (企业同意外部联系人ID升级).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95327
type AgreeExternalUserIDMigrationEvent struct {
	EventHeader
}

// OpenOrderEvent says that a corp ordered the suite (下单成功通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91929
type OpenOrderEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
	OrderID    string `xml:"OrderId,omitempty"`
	OperatorID string `xml:"OperatorId,omitempty"` // who ordered
}

func (e *OpenOrderEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	case "orderid":
		return f.str(&e.OrderID)
	case "operatorid":
		return f.str(&e.OperatorID)
	}
	return false
}

// ChangeOrderEvent says that an order was replaced by another (改单通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91930
type ChangeOrderEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
	OldOrderID string `xml:"OldOrderId,omitempty"`
	NewOrderID string `xml:"NewOrderId,omitempty"`
}

func (e *ChangeOrderEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	case "oldorderid":
		return f.str(&e.OldOrderID)
	case "neworderid":
		return f.str(&e.NewOrderID)
	}
	return false
}

// PayForAppSuccessEvent says that an order was paid (支付成功通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91931
type PayForAppSuccessEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
	OrderID    string `xml:"OrderId,omitempty"`
}

func (e *PayForAppSuccessEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	case "orderid":
		return f.str(&e.OrderID)
	}
	return false
}

// RefundEvent says that an order was refunded (退款通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91932
type RefundEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
	OrderID    string `xml:"OrderId,omitempty"`
}

func (e *RefundEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	case "orderid":
		return f.str(&e.OrderID)
	}
	return false
}

// CancelOrderEvent says that an order was cancelled (取消订单通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/99353
type CancelOrderEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
	OrderID    string `xml:"OrderId,omitempty"`
}

func (e *CancelOrderEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	case "orderid":
		return f.str(&e.OrderID)
	}
	return false
}

// ChangeEditionEvent says that a corp has another edition of the app; the name on the wire is
// change_editon (应用版本变更通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/91933
type ChangeEditionEvent struct {
	EventHeader
	PaidCorpID string `xml:"PaidCorpId,omitempty"` // the corp that pays
}

func (e *ChangeEditionEvent) set(f field) bool {
	switch string(f.name()) {
	case "paidcorpid":
		return f.str(&e.PaidCorpID)
	}
	return false
}

// LicensePaySuccessEvent says that licenses were paid (接口许可支付成功通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95716
type LicensePaySuccessEvent struct {
	EventHeader
	OrderID     string `xml:"OrderId,omitempty"`
	BuyerUserID string `xml:"BuyerUserId,omitempty"` // who bought them, at the provider
}

func (e *LicensePaySuccessEvent) set(f field) bool {
	switch string(f.name()) {
	case "orderid":
		return f.str(&e.OrderID)
	case "buyeruserid":
		return f.str(&e.BuyerUserID)
	}
	return false
}

// LicenseRefundStatus says how a refund of licenses ended. Beware: the numbers differ from [LicenseOrderStatus].
type LicenseRefundStatus int64

// How a refund of licenses can end.
const (
	LicenseRefundStatusDone    LicenseRefundStatus = 1 // 退款成功
	LicenseRefundStatusRefused LicenseRefundStatus = 2 // 退款被拒绝
)

// LicenseRefundEvent says how a refund of licenses ended (接口许可退款结果通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/95805
type LicenseRefundEvent struct {
	EventHeader
	OrderID     string              `xml:"OrderId,omitempty"`
	OrderStatus LicenseRefundStatus `xml:",omitempty"`
}

func (e *LicenseRefundEvent) set(f field) bool {
	switch string(f.name()) {
	case "orderid":
		return f.str(&e.OrderID)
	case "orderstatus":
		return f.num((*int64)(&e.OrderStatus))
	}
	return false
}

// LicenseAutoActivateScene says what had licenses given to members.
type LicenseAutoActivateScene int64

// What has licenses given to members.
const (
	LicenseAutoActivateSceneVisit           LicenseAutoActivateScene = 1 // a member used an app
	LicenseAutoActivateSceneMessage         LicenseAutoActivateScene = 2 // the provider sent a message
	LicenseAutoActivateSceneExternalContact LicenseAutoActivateScene = 3 // the provider called an API of customer contact (互通接口)
)

// LicenseAutoActivateEvent says that licenses were given to members by themselves (许可自动激活回调通知); see
// [Client.SetLicenseAutoActiveStatus].
//
// Doc: https://developer.work.weixin.qq.com/document/path/95994
type LicenseAutoActivateEvent struct {
	EventHeader
	Scene    LicenseAutoActivateScene `xml:",omitempty"`
	Accounts []EventLicenseAccount    `xml:"AccountList,omitempty"` // the licenses
}

func (e *LicenseAutoActivateEvent) set(f field) bool {
	switch string(f.name()) {
	case "scene":
		return f.num((*int64)(&e.Scene))
	case "accountlist":
		return list(f, &e.Accounts)
	}
	return false
}

// LicensePreviousStatus is what a member held before a license was given.
type LicensePreviousStatus int64

// What a member can have held.
const (
	LicensePreviousStatusNone    LicensePreviousStatus = 1
	LicensePreviousStatusValid   LicensePreviousStatus = 2 // a license of which at most 7 days were left
	LicensePreviousStatusExpired LicensePreviousStatus = 3 // a license that had expired
)

// EventLicenseAccount is a license that was given to a member.
type EventLicenseAccount struct {
	ActiveCode         string                `xml:",omitempty"`
	Type               LicenseAccountType    `xml:",omitempty"`
	ExpireTime         Timestamp             `xml:",omitempty"`
	UserID             string                `xml:"UserId,omitempty"` // the member
	PreviousStatus     LicensePreviousStatus `xml:",omitempty"`
	PreviousActiveCode string                `xml:",omitempty"` // the license that the member held
}

func (e *EventLicenseAccount) set(f field) bool {
	switch string(f.name()) {
	case "activecode":
		return f.str(&e.ActiveCode)
	case "type":
		return f.num((*int64)(&e.Type))
	case "expiretime":
		return f.when(&e.ExpireTime)
	case "userid":
		return f.str(&e.UserID)
	case "previousstatus":
		return f.num((*int64)(&e.PreviousStatus))
	case "previousactivecode":
		return f.str(&e.PreviousActiveCode)
	}
	return false
}

// AdvancedAPIExpiredEvent says that access to a paid API ended (高级接口到期通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100269
type AdvancedAPIExpiredEvent struct {
	EventHeader
	AdvanceAPIType AdvancedAPIType     `xml:"AdvanceApiType,omitempty"`
	ChatArchiveAPI EventChatArchiveAPI `xml:"ChatArchiveApi,omitempty"` // if it is that for messages
}

func (e *AdvancedAPIExpiredEvent) set(f field) bool {
	switch string(f.name()) {
	case "advanceapitype":
		return f.num((*int64)(&e.AdvanceAPIType))
	case "chatarchiveapi":
		return f.into(&e.ChatArchiveAPI)
	}
	return false
}

// EventChatArchiveAPI is the access to messages.
type EventChatArchiveAPI struct {
	Edition AdvancedAPIEdition `xml:",omitempty"` // of the accounts that ended
}

func (e *EventChatArchiveAPI) set(f field) bool {
	switch string(f.name()) {
	case "edition":
		return f.num((*int64)(&e.Edition))
	}
	return false
}

// AdvancedAPITrialExpiredEvent says that the trial of a paid API ended (高级接口试用到期通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/100270
type AdvancedAPITrialExpiredEvent struct {
	EventHeader
	AdvanceAPIType AdvancedAPIType `xml:"AdvanceApiType,omitempty"`
}

func (e *AdvancedAPITrialExpiredEvent) set(f field) bool {
	switch string(f.name()) {
	case "advanceapitype":
		return f.num((*int64)(&e.AdvanceAPIType))
	}
	return false
}

// RegisterCorpEvent says that a corp was registered through the provider's link (注册完成回调事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90585
type RegisterCorpEvent struct {
	EventHeader
	RegisterCode string           `xml:",omitempty"`                    // what the link was made with
	TemplateID   string           `xml:"TemplateId,omitempty"`          // the package
	State        string           `xml:",omitempty"`                    // what the link was made with
	ContactSync  EventContactSync `xml:",omitempty"`                    // to fill the contacts with
	AuthUserID   string           `xml:"AuthUserInfo>UserId,omitempty"` // the admin
}

func (e *RegisterCorpEvent) set(f field) bool {
	switch string(f.name()) {
	case "registercode":
		return f.str(&e.RegisterCode)
	case "templateid":
		return f.str(&e.TemplateID)
	case "state":
		return f.str(&e.State)
	case "contactsync":
		return f.into(&e.ContactSync)
	case "authuserinfo":
		return f.each("userid", func(f field) bool { return f.str(&e.AuthUserID) })
	}
	return false
}

// EventContactSync is a permission to fill the contacts of a new corp.
type EventContactSync struct {
	AccessToken Secret `xml:",omitempty"`
	ExpiresIn   int64  `xml:",omitempty"` // seconds
}

func (e *EventContactSync) set(f field) bool {
	switch string(f.name()) {
	case "accesstoken":
		return f.str((*string)(&e.AccessToken))
	case "expiresin":
		return f.num(&e.ExpiresIn)
	}
	return false
}

// EnterRegisterPackageEvent says that an existing corp came through the provider's link (进入推广包事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90585
type EnterRegisterPackageEvent struct {
	EventHeader
	RegisterCode string `xml:",omitempty"`                    // what the link was made with
	TemplateID   string `xml:"TemplateId,omitempty"`          // the package
	State        string `xml:",omitempty"`                    // what the link was made with
	AuthUserID   string `xml:"AuthUserInfo>UserId,omitempty"` // the admin
}

func (e *EnterRegisterPackageEvent) set(f field) bool {
	switch string(f.name()) {
	case "registercode":
		return f.str(&e.RegisterCode)
	case "templateid":
		return f.str(&e.TemplateID)
	case "state":
		return f.str(&e.State)
	case "authuserinfo":
		return f.each("userid", func(f field) bool { return f.str(&e.AuthUserID) })
	}
	return false
}
