package workwx

import (
	"context"
	"iter"
	"time"
)

// SecurityFileOperationType is what somebody did with a file.
type SecurityFileOperationType int64

// What somebody did with a file.
const (
	SecurityFileOperationTypeUpload              SecurityFileOperationType = 101
	SecurityFileOperationTypeCreateFolder        SecurityFileOperationType = 102
	SecurityFileOperationTypeDownload            SecurityFileOperationType = 103
	SecurityFileOperationTypeUpdate              SecurityFileOperationType = 104
	SecurityFileOperationTypeStar                SecurityFileOperationType = 105
	SecurityFileOperationTypeMove                SecurityFileOperationType = 106
	SecurityFileOperationTypeCopy                SecurityFileOperationType = 107
	SecurityFileOperationTypeRename              SecurityFileOperationType = 108
	SecurityFileOperationTypeDelete              SecurityFileOperationType = 109
	SecurityFileOperationTypeRestore             SecurityFileOperationType = 110
	SecurityFileOperationTypeDeleteForGood       SecurityFileOperationType = 111
	SecurityFileOperationTypeForward             SecurityFileOperationType = 112 // in WeCom
	SecurityFileOperationTypeDownloadByLink      SecurityFileOperationType = 113
	SecurityFileOperationTypeGetLink             SecurityFileOperationType = 114
	SecurityFileOperationTypeChangeLink          SecurityFileOperationType = 115
	SecurityFileOperationTypeCloseLink           SecurityFileOperationType = 116
	SecurityFileOperationTypeFavorite            SecurityFileOperationType = 117
	SecurityFileOperationTypeCreateDoc           SecurityFileOperationType = 118
	SecurityFileOperationTypeCreateSheet         SecurityFileOperationType = 119
	SecurityFileOperationTypeOpen                SecurityFileOperationType = 121
	SecurityFileOperationTypeExport              SecurityFileOperationType = 124
	SecurityFileOperationTypeAddMember           SecurityFileOperationType = 127
	SecurityFileOperationTypeChangeMember        SecurityFileOperationType = 128 // what a member may do
	SecurityFileOperationTypeRemoveMember        SecurityFileOperationType = 129
	SecurityFileOperationTypeSetWatermark        SecurityFileOperationType = 130
	SecurityFileOperationTypeChangeInternalRight SecurityFileOperationType = 131
	SecurityFileOperationTypeChangeExternalRight SecurityFileOperationType = 132
	SecurityFileOperationTypeAddShortcut         SecurityFileOperationType = 133
	SecurityFileOperationTypeForwardToWeChat     SecurityFileOperationType = 134
	SecurityFileOperationTypePreview             SecurityFileOperationType = 135
	SecurityFileOperationTypeManageRights        SecurityFileOperationType = 136
	SecurityFileOperationTypeSecuritySettings    SecurityFileOperationType = 139
	SecurityFileOperationTypeShareByMail         SecurityFileOperationType = 140
	SecurityFileOperationTypeHandOver            SecurityFileOperationType = 142 // of a member who left
	SecurityFileOperationTypeApproveDownload     SecurityFileOperationType = 10001
	SecurityFileOperationTypeRejectDownload      SecurityFileOperationType = 10002
)

// SecurityFileOperationSource is where in WeCom somebody did something with a file.
type SecurityFileOperationSource int64

// Where in WeCom somebody did something with a file.
const (
	SecurityFileOperationSourceChat      SecurityFileOperationSource = 401
	SecurityFileOperationSourceMail      SecurityFileOperationSource = 402
	SecurityFileOperationSourceDoc       SecurityFileOperationSource = 403
	SecurityFileOperationSourceDrive     SecurityFileOperationSource = 404
	SecurityFileOperationSourceSchedule  SecurityFileOperationSource = 405
	SecurityFileOperationSourceMeeting   SecurityFileOperationSource = 406
	SecurityFileOperationSourceApproval  SecurityFileOperationSource = 407
	SecurityFileOperationSourceJournal   SecurityFileOperationSource = 408
	SecurityFileOperationSourceForm      SecurityFileOperationSource = 409
	SecurityFileOperationSourceCustomer  SecurityFileOperationSource = 410
	SecurityFileOperationSourceCorpGroup SecurityFileOperationSource = 411 // 上下游
	SecurityFileOperationSourceFavorites SecurityFileOperationSource = 450
	SecurityFileOperationSourceFileList  SecurityFileOperationSource = 451
	SecurityFileOperationSourceOther     SecurityFileOperationSource = 452
)

// SecurityFileOperationKind is what somebody did with a file, and where.
type SecurityFileOperationKind struct {
	Type   SecurityFileOperationType   `json:"type"`
	Source SecurityFileOperationSource `json:"source,omitzero"` // of uploads and downloads
}

// ListSecurityFileOperations returns a page of what was done with files that are protected against leaking
// (文件防泄漏). The records are kept for good; those of members whom the app does not see are left out.
//
// The app must be allowed to call the interface of 文件防泄漏.
//
// API: POST /cgi-bin/security/get_file_oper_record
// Doc: https://developer.work.weixin.qq.com/document/path/98079
func (c *Client) ListSecurityFileOperations(ctx context.Context, req *ListSecurityFileOperationsRequest) (*ListSecurityFileOperationsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/get_file_oper_record", req, new(ListSecurityFileOperationsResponse))
}

// AllSecurityFileOperations ranges over what was done with protected files, page by page; see
// [Client.ListSecurityFileOperations].
func (c *Client) AllSecurityFileOperations(ctx context.Context, req *ListSecurityFileOperationsRequest) iter.Seq2[*SecurityFileOperation, error] {
	return paginate(ctx, req, c.ListSecurityFileOperations,
		func(q *ListSecurityFileOperationsRequest) *string { return &q.Cursor },
		func(p *ListSecurityFileOperationsResponse) ([]*SecurityFileOperation, string, bool) {
			return p.RecordList, p.NextCursor, p.HasMore
		})
}

// ListSecurityFileOperationsRequest says which records to list.
type ListSecurityFileOperationsRequest struct {
	StartTime  Timestamp                 `json:"start_time"`
	EndTime    Timestamp                 `json:"end_time"`             // at most 14 days later
	UserIDList []string                  `json:"userid_list,omitzero"` // who did it, at most 100
	Operation  SecurityFileOperationKind `json:"operation,omitzero"`
	Cursor     string                    `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit      int64                     `json:"limit,omitzero"`  // how many at most, up to 1,000
}

// ListSecurityFileOperationsResponse is a page of records.
type ListSecurityFileOperationsResponse struct {
	RecordList []*SecurityFileOperation `json:"record_list"`
	HasMore    bool                     `json:"has_more"`
	NextCursor string                   `json:"next_cursor"`
}

// SecurityFileDeviceType says whose the device is that a file was downloaded to.
type SecurityFileDeviceType int64

// Whose the device is that a file was downloaded to.
const (
	SecurityFileDeviceTypeCorp     SecurityFileDeviceType = 1 // 企业可信设备
	SecurityFileDeviceTypePersonal SecurityFileDeviceType = 2 // 个人可信设备
)

// SecurityFileOperation says that somebody did something with a protected file.
type SecurityFileOperation struct {
	UserID        string                    `json:"userid"`        // of a member
	ExternalUser  SecurityExternalUser      `json:"external_user"` // of anybody else
	Operation     SecurityFileOperationKind `json:"operation"`
	Time          Timestamp                 `json:"time"`
	FileInfo      string                    `json:"file_info"` // what was done, in words, or the name of the file
	FileSize      int64                     `json:"file_size"` // bytes
	FileMD5       string                    `json:"file_md5"`
	ApplicantName string                    `json:"applicant_name"` // who asked for the download that was approved or rejected
	DeviceType    SecurityFileDeviceType    `json:"device_type"`    // of a download
	DeviceCode    string                    `json:"device_code"`    // of a download by a member; see [SecurityTrustedDevice]
}

// SecurityExternalUserType says where somebody outside the corp is at home.
type SecurityExternalUserType int64

// Where somebody outside the corp is at home.
const (
	SecurityExternalUserTypeWeChat SecurityExternalUserType = 1
	SecurityExternalUserTypeWeCom  SecurityExternalUserType = 2
)

// SecurityExternalUser is somebody outside the corp.
type SecurityExternalUser struct {
	Type     SecurityExternalUserType `json:"type"`
	Name     string                   `json:"name"`
	CorpName string                   `json:"corp_name"` // of a user of WeCom
}

// SecurityScreenShotType is what a screenshot shows.
type SecurityScreenShotType int64

// What a screenshot shows.
const (
	SecurityScreenShotTypeChat     SecurityScreenShotType = 1
	SecurityScreenShotTypeContacts SecurityScreenShotType = 2
	SecurityScreenShotTypeMail     SecurityScreenShotType = 3
	SecurityScreenShotTypeFile     SecurityScreenShotType = 4
	SecurityScreenShotTypeSchedule SecurityScreenShotType = 5
	SecurityScreenShotTypeOther    SecurityScreenShotType = 6
)

// ListSecurityScreenOperations returns a page of the screenshots and recordings that members made of WeCom
// (截屏/录屏管理). Those of members whom the app does not see are left out.
//
// The app must be allowed to call the interface of 截屏/录屏管理.
//
// API: POST /cgi-bin/security/get_screen_oper_record
// Doc: https://developer.work.weixin.qq.com/document/path/100128
func (c *Client) ListSecurityScreenOperations(ctx context.Context, req *ListSecurityScreenOperationsRequest) (*ListSecurityScreenOperationsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/get_screen_oper_record", req, new(ListSecurityScreenOperationsResponse))
}

// AllSecurityScreenOperations ranges over the screenshots that members made, page by page; see
// [Client.ListSecurityScreenOperations].
func (c *Client) AllSecurityScreenOperations(ctx context.Context, req *ListSecurityScreenOperationsRequest) iter.Seq2[*SecurityScreenOperation, error] {
	return paginate(ctx, req, c.ListSecurityScreenOperations,
		func(q *ListSecurityScreenOperationsRequest) *string { return &q.Cursor },
		func(p *ListSecurityScreenOperationsResponse) ([]*SecurityScreenOperation, string, bool) {
			return p.RecordList, p.NextCursor, p.HasMore
		})
}

// ListSecurityScreenOperationsRequest says which screenshots to list.
type ListSecurityScreenOperationsRequest struct {
	StartTime        Timestamp              `json:"start_time"`
	EndTime          Timestamp              `json:"end_time"`                    // at most 14 days later
	UserIDList       []string               `json:"userid_list,omitzero"`        // who made them, at most 100
	DepartmentIDList []int64                `json:"department_id_list,omitzero"` // whose members made them, at most 100
	ScreenShotType   SecurityScreenShotType `json:"screen_shot_type,omitzero"`   // whatever they show if 0
	Cursor           string                 `json:"cursor,omitzero"`             // the NextCursor of the page before
	Limit            int64                  `json:"limit,omitzero"`              // how many at most, up to 1,000
}

// ListSecurityScreenOperationsResponse is a page of screenshots.
type ListSecurityScreenOperationsResponse struct {
	RecordList []*SecurityScreenOperation `json:"record_list"`
	HasMore    bool                       `json:"has_more"`
	NextCursor string                     `json:"next_cursor"`
}

// SecurityScreenOperation says that a member made a screenshot or a recording.
type SecurityScreenOperation struct {
	UserID            string                 `json:"userid"`
	DepartmentID      int64                  `json:"department_id"` // 0 if the app does not see it
	ScreenShotType    SecurityScreenShotType `json:"screen_shot_type"`
	ScreenShotContent string                 `json:"screen_shot_content"` // what it shows, in words
	Time              Timestamp              `json:"time"`
	System            string                 `json:"system"` // iOS or iPad
}

// SecurityMemberOperationType is what a member did.
type SecurityMemberOperationType int64

// What a member did.
const (
	SecurityMemberOperationTypeAddContact          SecurityMemberOperationType = 1  // 添加外部联系人
	SecurityMemberOperationTypeDeleteContact       SecurityMemberOperationType = 2  // 删除外部联系人
	SecurityMemberOperationTypeTagCustomer         SecurityMemberOperationType = 3  // 标记企业客户
	SecurityMemberOperationTypeNewDevice           SecurityMemberOperationType = 4  // 新设备登录
	SecurityMemberOperationTypeChangeMobile        SecurityMemberOperationType = 5  // 更换手机号
	SecurityMemberOperationTypeBindWeChat          SecurityMemberOperationType = 6  // 绑定微信号
	SecurityMemberOperationTypeChangeWeChat        SecurityMemberOperationType = 7  // 换绑微信号
	SecurityMemberOperationTypeInvite              SecurityMemberOperationType = 8  // 邀请成员
	SecurityMemberOperationTypeLoginBlocked        SecurityMemberOperationType = 9  // 封禁登录
	SecurityMemberOperationTypeChangeNickname      SecurityMemberOperationType = 11 // 修改昵称
	SecurityMemberOperationTypeChangeName          SecurityMemberOperationType = 12 // 修改姓名
	SecurityMemberOperationTypeSecondDevice        SecurityMemberOperationType = 13 // 副设备登录
	SecurityMemberOperationTypeConfirmFeatureOrder SecurityMemberOperationType = 15 // 确认高级功能订单
	SecurityMemberOperationTypeChangeApp           SecurityMemberOperationType = 16 // 应用变更
	SecurityMemberOperationTypeConfirmArchiveOrder SecurityMemberOperationType = 17 // 确认会话内容存档订单
	SecurityMemberOperationTypeContactBlocked      SecurityMemberOperationType = 20 // 封禁互通
	SecurityMemberOperationTypeLockDevice          SecurityMemberOperationType = 21 // 锁定设备
)

// ListSecurityMemberOperations returns a page of what members did that concerns the corp's safety
// (获取成员操作记录). Those of members whom the app does not see are left out.
//
// It may be called 600 times a minute. The app must be allowed to call the interface, on the page of the member's
// operations in the admin console. A cursor serves only with the filters that it was got with.
//
// API: POST /cgi-bin/security/member_oper_log/list
// Doc: https://developer.work.weixin.qq.com/document/path/100178
func (c *Client) ListSecurityMemberOperations(ctx context.Context, req *ListSecurityMemberOperationsRequest) (*ListSecurityMemberOperationsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/member_oper_log/list", req, new(ListSecurityMemberOperationsResponse))
}

// AllSecurityMemberOperations ranges over what members did, page by page; see
// [Client.ListSecurityMemberOperations].
func (c *Client) AllSecurityMemberOperations(ctx context.Context, req *ListSecurityMemberOperationsRequest) iter.Seq2[*SecurityMemberOperation, error] {
	return paginate(ctx, req, c.ListSecurityMemberOperations,
		func(q *ListSecurityMemberOperationsRequest) *string { return &q.Cursor },
		func(p *ListSecurityMemberOperationsResponse) ([]*SecurityMemberOperation, string, bool) {
			return p.RecordList, p.NextCursor, p.HasMore
		})
}

// ListSecurityMemberOperationsRequest says which records to list.
type ListSecurityMemberOperationsRequest struct {
	StartTime Timestamp                   `json:"start_time"`         // at most 180 days ago
	EndTime   Timestamp                   `json:"end_time"`           // at most 7 days later, and past
	UserID    string                      `json:"userid,omitzero"`    // who did it
	OperType  SecurityMemberOperationType `json:"oper_type,omitzero"` // whatever was done if 0
	Cursor    string                      `json:"cursor,omitzero"`    // the NextCursor of the page before
	Limit     int64                       `json:"limit,omitzero"`     // how many at most, up to 400; 400 if 0. A page may have fewer
}

// ListSecurityMemberOperationsResponse is a page of records.
type ListSecurityMemberOperationsResponse struct {
	RecordList []*SecurityMemberOperation `json:"record_list"`
	HasMore    bool                       `json:"has_more"`
	NextCursor string                     `json:"next_cursor"`
}

// SecurityMemberOperation says what a member did.
type SecurityMemberOperation struct {
	UserID     string                      `json:"userid"`
	OperType   SecurityMemberOperationType `json:"oper_type"`
	Time       Timestamp                   `json:"time"`
	DetailInfo string                      `json:"detail_info"` // in words
	IP         string                      `json:"ip"`          // the last part may be *
}

// SecurityAdminOperationType is what an administrator did, by its kind.
type SecurityAdminOperationType int64

// What an administrator did, by its kind.
const (
	SecurityAdminOperationTypeRights          SecurityAdminOperationType = 2  // 权限管理变更
	SecurityAdminOperationTypeMembers         SecurityAdminOperationType = 3  // 成员与部门变更
	SecurityAdminOperationTypeOther           SecurityAdminOperationType = 7  // 其它
	SecurityAdminOperationTypeApps            SecurityAdminOperationType = 8  // 应用变更
	SecurityAdminOperationTypeContactsAndChat SecurityAdminOperationType = 11 // 通讯录与聊天管理
	SecurityAdminOperationTypeCorp            SecurityAdminOperationType = 12 // 企业信息管理
	SecurityAdminOperationTypeCustomers       SecurityAdminOperationType = 13 // 外部联系人管理
)

// ListSecurityAdminOperations returns a page of what administrators did in the admin console (获取管理端操作日志),
// whether or not the app sees them. What is done through the API is not recorded.
//
// What is said at [Client.ListSecurityMemberOperations] about calls, permission and cursors holds here too.
//
// API: POST /cgi-bin/security/admin_oper_log/list
// Doc: https://developer.work.weixin.qq.com/document/path/100179
func (c *Client) ListSecurityAdminOperations(ctx context.Context, req *ListSecurityAdminOperationsRequest) (*ListSecurityAdminOperationsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/admin_oper_log/list", req, new(ListSecurityAdminOperationsResponse))
}

// AllSecurityAdminOperations ranges over what administrators did, page by page; see
// [Client.ListSecurityAdminOperations].
func (c *Client) AllSecurityAdminOperations(ctx context.Context, req *ListSecurityAdminOperationsRequest) iter.Seq2[*SecurityAdminOperation, error] {
	return paginate(ctx, req, c.ListSecurityAdminOperations,
		func(q *ListSecurityAdminOperationsRequest) *string { return &q.Cursor },
		func(p *ListSecurityAdminOperationsResponse) ([]*SecurityAdminOperation, string, bool) {
			return p.RecordList, p.NextCursor, p.HasMore
		})
}

// ListSecurityAdminOperationsRequest says which records to list.
type ListSecurityAdminOperationsRequest struct {
	StartTime Timestamp                  `json:"start_time"`         // at most 180 days ago
	EndTime   Timestamp                  `json:"end_time"`           // at most 7 days later, and past
	UserID    string                     `json:"userid,omitzero"`    // who did it
	OperType  SecurityAdminOperationType `json:"oper_type,omitzero"` // whatever was done if 0
	Cursor    string                     `json:"cursor,omitzero"`    // the NextCursor of the page before
	Limit     int64                      `json:"limit,omitzero"`     // how many at most, up to 400; 400 if 0. A page may have fewer
}

// ListSecurityAdminOperationsResponse is a page of records.
type ListSecurityAdminOperationsResponse struct {
	RecordList []*SecurityAdminOperation `json:"record_list"`
	HasMore    bool                      `json:"has_more"`
	NextCursor string                    `json:"next_cursor"`
}

// SecurityAdminOperation says what an administrator did.
type SecurityAdminOperation struct {
	UserID     string                     `json:"userid"`
	OperType   SecurityAdminOperationType `json:"oper_type"`
	DetailType int64                      `json:"detail_type"` // which of some 190 things it was; the page lists them
	DetailInfo string                     `json:"detail_info"` // in words
	Time       Timestamp                  `json:"time"`
	IP         string                     `json:"ip"`
}

// ListSecurityServerDomainIPs returns the domains and addresses that WeCom uses, for the corp's firewall
// (获取企业微信域名IP信息). They change. The API alone is what [Client.ListAPIDomainIPs] returns.
//
// The app must be allowed to call the interface of 域名IP, on the settings page of the admin console.
//
// API: GET /cgi-bin/security/get_server_domain_ip
// Doc: https://developer.work.weixin.qq.com/document/path/100079
func (c *Client) ListSecurityServerDomainIPs(ctx context.Context) (*ListSecurityServerDomainIPsResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/security/get_server_domain_ip", nil, new(ListSecurityServerDomainIPsResponse))
}

// ListSecurityServerDomainIPsResponse is what WeCom uses.
type ListSecurityServerDomainIPsResponse struct {
	DomainList []*SecurityServerDomain `json:"domain_list"`
	IPList     []*SecurityServerIP     `json:"ip_list"`
}

// SecurityServerDomain is a domain that WeCom uses.
type SecurityServerDomain struct {
	Domain          string  `json:"domain"`
	UniversalDomain string  `json:"universal_domian"` // the domain above it, spelled so on the wire
	Protocol        string  `json:"protocol"`         // TCP or UDP
	Port            []int64 `json:"port"`
	IsNecessary     IntBool `json:"is_necessary"` // WeCom fails without
	Description     string  `json:"description"`  // what it serves
}

// SecurityServerIP is an address that WeCom uses.
type SecurityServerIP struct {
	IP          string  `json:"ip"`
	Protocol    string  `json:"protocol"` // TCP or UDP
	Port        []int64 `json:"port"`
	IsNecessary IntBool `json:"is_necessary"` // WeCom fails without
	Description string  `json:"description"`  // what it serves
}

// SecurityDeviceSystem is what a computer runs.
type SecurityDeviceSystem string

// What a computer runs.
const (
	SecurityDeviceSystemWindows SecurityDeviceSystem = "Windows"
	SecurityDeviceSystemMac     SecurityDeviceSystem = "Mac"
)

// ImportSecurityTrustedDevices makes computers trusted devices of the corp (导入可信企业设备). Each is taken or not by
// itself: the result says which.
//
// The corp must have turned 设备管理 on and allowed the app to call its interface, here and in the methods below
// that are about devices.
//
// API: POST /cgi-bin/security/trustdevice/import
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) ImportSecurityTrustedDevices(ctx context.Context, req *ImportSecurityTrustedDevicesRequest) ([]*SecurityTrustedDeviceResult, error) {
	var resp importSecurityTrustedDevicesResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/trustdevice/import", req, &resp)
	return resp.Result, err
}

type importSecurityTrustedDevicesResponse struct {
	Result []*SecurityTrustedDeviceResult `json:"result"`
}

// ImportSecurityTrustedDevicesRequest is computers of the corp.
type ImportSecurityTrustedDevicesRequest struct {
	DeviceList []SecurityTrustedDeviceInput `json:"device_list"` // at most 100
}

// SecurityTrustedDeviceInput is a computer of the corp.
type SecurityTrustedDeviceInput struct {
	System          SecurityDeviceSystem `json:"system"`
	MacAddr         []string             `json:"mac_addr,omitzero"`         // such as 50:81:40:29:33:CA, at most 100; required for Windows
	MotherboardUUID string               `json:"motherboard_uuid,omitzero"` // for Windows
	HarddiskUUID    []string             `json:"harddisk_uuid,omitzero"`    // for Windows, at most 100
	Domain          string               `json:"domain,omitzero"`           // for Windows
	PCName          string               `json:"pc_name,omitzero"`          // for Windows
	SeqNo           string               `json:"seq_no,omitzero"`           // the serial number, required for a Mac
}

// SecurityTrustedDeviceResultStatus says whether a computer was taken.
type SecurityTrustedDeviceResultStatus int64

// Whether a computer was taken.
const (
	SecurityTrustedDeviceResultStatusDone        SecurityTrustedDeviceResultStatus = 1
	SecurityTrustedDeviceResultStatusDuplicate   SecurityTrustedDeviceResultStatus = 2
	SecurityTrustedDeviceResultStatusUnsupported SecurityTrustedDeviceResultStatus = 3
	SecurityTrustedDeviceResultStatusMalformed   SecurityTrustedDeviceResultStatus = 4
)

// SecurityTrustedDeviceResult says whether a computer was taken.
type SecurityTrustedDeviceResult struct {
	DeviceIndex          int64                             `json:"device_index"`           // which of the request, from 1
	DeviceCode           string                            `json:"device_code"`            // if it was taken
	DuplicatedDeviceCode string                            `json:"duplicated_device_code"` // of the device that is there already
	Status               SecurityTrustedDeviceResultStatus `json:"status"`
}

// SecurityDeviceType says whose a device is.
type SecurityDeviceType int64

// Whose a device is.
const (
	SecurityDeviceTypeCorp     SecurityDeviceType = 1 // 可信企业设备
	SecurityDeviceTypeUnknown  SecurityDeviceType = 2 // 未知设备
	SecurityDeviceTypePersonal SecurityDeviceType = 3 // 可信个人设备
)

// ListSecurityTrustedDevices returns a page of devices (获取设备信息).
//
// API: POST /cgi-bin/security/trustdevice/list
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) ListSecurityTrustedDevices(ctx context.Context, req *ListSecurityTrustedDevicesRequest) (*ListSecurityTrustedDevicesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/trustdevice/list", req, new(ListSecurityTrustedDevicesResponse))
}

// AllSecurityTrustedDevices ranges over devices, page by page; see [Client.ListSecurityTrustedDevices].
func (c *Client) AllSecurityTrustedDevices(ctx context.Context, req *ListSecurityTrustedDevicesRequest) iter.Seq2[*SecurityTrustedDevice, error] {
	return paginate(ctx, req, c.ListSecurityTrustedDevices,
		func(q *ListSecurityTrustedDevicesRequest) *string { return &q.Cursor },
		func(p *ListSecurityTrustedDevicesResponse) ([]*SecurityTrustedDevice, string, bool) {
			return p.DeviceList, p.NextCursor, p.NextCursor != ""
		})
}

// ListSecurityTrustedDevicesRequest says which devices to list.
type ListSecurityTrustedDevicesRequest struct {
	Type   SecurityDeviceType `json:"type"`
	Cursor string             `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64              `json:"limit,omitzero"`  // how many at most, up to 100; 100 if 0
}

// ListSecurityTrustedDevicesResponse is a page of devices.
type ListSecurityTrustedDevicesResponse struct {
	DeviceList []*SecurityTrustedDevice `json:"device_list"`
	NextCursor string                   `json:"next_cursor"` // empty on the last page
}

// SecurityTrustedDeviceSource is how a device came to be known.
type SecurityTrustedDeviceSource int64

// How a device came to be known.
const (
	SecurityTrustedDeviceSourceUnknown   SecurityTrustedDeviceSource = 0
	SecurityTrustedDeviceSourceConfirmed SecurityTrustedDeviceSource = 1 // by a member who was asked
	SecurityTrustedDeviceSourceImported  SecurityTrustedDeviceSource = 2 // by an administrator
	SecurityTrustedDeviceSourceDeclared  SecurityTrustedDeviceSource = 3 // by a member
)

// SecurityTrustedDeviceStatus says how far a device is trusted.
type SecurityTrustedDeviceStatus int64

// How far a device is trusted.
const (
	SecurityTrustedDeviceStatusImported        SecurityTrustedDeviceStatus = 1 // nobody has logged in on it
	SecurityTrustedDeviceStatusUninvited       SecurityTrustedDeviceStatus = 2 // nobody has been asked whose it is
	SecurityTrustedDeviceStatusCorpPending     SecurityTrustedDeviceStatus = 3 // an administrator has to confirm that it is the corp's
	SecurityTrustedDeviceStatusPersonalPending SecurityTrustedDeviceStatus = 4 // an administrator has to confirm that it is the member's
	SecurityTrustedDeviceStatusCorp            SecurityTrustedDeviceStatus = 5 // trusted, the corp's
	SecurityTrustedDeviceStatusPersonal        SecurityTrustedDeviceStatus = 6 // trusted, the member's
)

// SecurityTrustedDevice is a computer on which members log in. What tells it apart is masked while Status is 2, 4 or
// 6.
type SecurityTrustedDevice struct {
	DeviceCode       string                      `json:"device_code"` // its ID
	System           SecurityDeviceSystem        `json:"system"`
	MacAddr          []string                    `json:"mac_addr"`
	MotherboardUUID  string                      `json:"motherboard_uuid"`
	HarddiskUUID     []string                    `json:"harddisk_uuid"`
	Domain           string                      `json:"domain"`
	PCName           string                      `json:"pc_name"`
	SeqNo            string                      `json:"seq_no"` // the serial number of a Mac
	LastLoginTime    Timestamp                   `json:"last_login_time"`
	LastLoginUserID  string                      `json:"last_login_userid"`
	ConfirmTimestamp Timestamp                   `json:"confirm_timestamp"` // when somebody said whose it is
	ConfirmUserID    string                      `json:"confirm_userid"`    // who said so
	ApprovedUserID   string                      `json:"approved_userid"`   // the administrator who confirmed it
	Source           SecurityTrustedDeviceSource `json:"source"`
	Status           SecurityTrustedDeviceStatus `json:"status"`
}

// ListSecurityTrustedDevicesByUser returns the devices on which a member was the last to log in (获取成员使用设备).
//
// API: POST /cgi-bin/security/trustdevice/get_by_user
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) ListSecurityTrustedDevicesByUser(ctx context.Context, req *ListSecurityTrustedDevicesByUserRequest) ([]*SecurityTrustedDevice, error) {
	var resp listSecurityTrustedDevicesByUserResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/trustdevice/get_by_user", req, &resp)
	return resp.DeviceList, err
}

type listSecurityTrustedDevicesByUserResponse struct {
	DeviceList []*SecurityTrustedDevice `json:"device_list"`
}

// ListSecurityTrustedDevicesByUserRequest says whose devices to list.
type ListSecurityTrustedDevicesByUserRequest struct {
	LastLoginUserID string             `json:"last_login_userid"`
	Type            SecurityDeviceType `json:"type"`
}

// DeleteSecurityTrustedDevices deletes devices (删除设备信息).
//
// API: POST /cgi-bin/security/trustdevice/delete
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) DeleteSecurityTrustedDevices(ctx context.Context, req *DeleteSecurityTrustedDevicesRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/security/trustdevice/delete", req, nil)
}

// DeleteSecurityTrustedDevicesRequest names devices of one type.
type DeleteSecurityTrustedDevicesRequest struct {
	Type           SecurityDeviceType `json:"type"`
	DeviceCodeList []string           `json:"device_code_list"` // at most 100
}

// ApproveSecurityTrustedDevices confirms devices that wait for an administrator (确认为可信设备). They are trusted from
// then on.
//
// API: POST /cgi-bin/security/trustdevice/approve
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) ApproveSecurityTrustedDevices(ctx context.Context, req *ApproveSecurityTrustedDevicesRequest) (*ApproveSecurityTrustedDevicesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/trustdevice/approve", req, new(ApproveSecurityTrustedDevicesResponse))
}

// ApproveSecurityTrustedDevicesRequest names devices that wait, with the Status 3 or 4.
type ApproveSecurityTrustedDevicesRequest struct {
	DeviceCodeList []string `json:"device_code_list"` // at most 100
}

// ApproveSecurityTrustedDevicesResponse says which devices were confirmed.
type ApproveSecurityTrustedDevicesResponse struct {
	SuccessList []string `json:"success_list"`
	FailList    []string `json:"fail_list"`
}

// RejectSecurityTrustedDevices turns down devices that wait for an administrator (驳回可信设备申请).
//
// API: POST /cgi-bin/security/trustdevice/reject
// Doc: https://developer.work.weixin.qq.com/document/path/98920
func (c *Client) RejectSecurityTrustedDevices(ctx context.Context, req *RejectSecurityTrustedDevicesRequest) (*RejectSecurityTrustedDevicesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/trustdevice/reject", req, new(RejectSecurityTrustedDevicesResponse))
}

// RejectSecurityTrustedDevicesRequest names devices that wait, with the Status 3 or 4.
type RejectSecurityTrustedDevicesRequest struct {
	DeviceCodeList []string `json:"device_code_list"` // at most 100
}

// RejectSecurityTrustedDevicesResponse says which devices were turned down.
type RejectSecurityTrustedDevicesResponse struct {
	SuccessList []string `json:"success_list"`
	FailList    []string `json:"fail_list"`
}

// SubmitSecurityVIPAddJob starts to give members the advanced features (分配高级功能账号);
// [Client.GetSecurityVIPAddJobResult] says who got them.
//
// The app must be allowed to call the interface of 安全与管理, here and in the methods below that are about
// advanced features.
//
// API: POST /cgi-bin/security/vip/submit_batch_add_job
// Doc: https://developer.work.weixin.qq.com/document/path/99503
func (c *Client) SubmitSecurityVIPAddJob(ctx context.Context, req *SubmitSecurityVIPAddJobRequest) (*SubmitSecurityVIPAddJobResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/security/vip/submit_batch_add_job", req, new(SubmitSecurityVIPAddJobResponse))
}

// SubmitSecurityVIPAddJobRequest names members.
type SubmitSecurityVIPAddJobRequest struct {
	UserIDList []string `json:"userid_list,omitzero"` // at most 100
}

// SubmitSecurityVIPAddJobResponse is a job.
type SubmitSecurityVIPAddJobResponse struct {
	JobID             string   `json:"jobid"`
	InvalidUserIDList []string `json:"invalid_userid_list"` // no members, or not visible to the app
}

// GetSecurityVIPAddJobResult returns who got the advanced features (查询分配高级功能账号结果), whoever had them before
// included. Errcode [CodeJobInProgress] says that the job has not ended; [Client.WaitSecurityVIPAddJob] waits for
// it.
//
// API: POST /cgi-bin/security/vip/batch_add_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99503
func (c *Client) GetSecurityVIPAddJobResult(ctx context.Context, jobID string) (*VIPJobResult, error) {
	var resp vipJobResultResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/vip/batch_add_job_result", param{"jobid", jobID}, &resp)
	return resp.JobResult, err
}

// WaitSecurityVIPAddJob waits until a job of [Client.SubmitSecurityVIPAddJob] has ended, as
// [Client.WaitMeetingVIPAddJob] does, and returns its result. It may have failed for some of the members.
func (c *Client) WaitSecurityVIPAddJob(ctx context.Context, jobID string) (*VIPJobResult, error) {
	return awaitVIPJob(ctx, "/cgi-bin/security/vip/batch_add_job_result", jobID, c.GetSecurityVIPAddJobResult)
}

// SubmitSecurityVIPRemoveJob starts to take the advanced features away from members (取消高级功能账号);
// [Client.GetSecurityVIPRemoveJobResult] says who lost them.
//
// API: POST /cgi-bin/security/vip/submit_batch_del_job
// Doc: https://developer.work.weixin.qq.com/document/path/99505
func (c *Client) SubmitSecurityVIPRemoveJob(ctx context.Context, req *SubmitSecurityVIPRemoveJobRequest) (*SubmitSecurityVIPRemoveJobResponse, error) {
	return exec(ctx, c, post|once, "/cgi-bin/security/vip/submit_batch_del_job", req, new(SubmitSecurityVIPRemoveJobResponse))
}

// SubmitSecurityVIPRemoveJobRequest names members.
type SubmitSecurityVIPRemoveJobRequest struct {
	UserIDList []string `json:"userid_list,omitzero"` // at most 100
}

// SubmitSecurityVIPRemoveJobResponse is a job.
type SubmitSecurityVIPRemoveJobResponse struct {
	JobID             string   `json:"jobid"`
	InvalidUserIDList []string `json:"invalid_userid_list"` // no members, or not visible to the app
}

// GetSecurityVIPRemoveJobResult returns who lost the advanced features (查询取消高级功能账号结果). Errcode
// [CodeJobInProgress] says that the job has not ended; [Client.WaitSecurityVIPRemoveJob] waits for it.
//
// API: POST /cgi-bin/security/vip/batch_del_job_result
// Doc: https://developer.work.weixin.qq.com/document/path/99505
func (c *Client) GetSecurityVIPRemoveJobResult(ctx context.Context, jobID string) (*VIPJobResult, error) {
	var resp vipJobResultResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/vip/batch_del_job_result", param{"jobid", jobID}, &resp)
	return resp.JobResult, err
}

// WaitSecurityVIPRemoveJob waits until a job of [Client.SubmitSecurityVIPRemoveJob] has ended, as
// [Client.WaitMeetingVIPAddJob] does, and returns its result. It may have failed for some of the members.
func (c *Client) WaitSecurityVIPRemoveJob(ctx context.Context, jobID string) (*VIPJobResult, error) {
	return awaitVIPJob(ctx, "/cgi-bin/security/vip/batch_del_job_result", jobID, c.GetSecurityVIPRemoveJobResult)
}

// ListSecurityVIPUserIDs returns a page of the members who have the advanced features (获取高级功能账号列表).
//
// API: POST /cgi-bin/security/vip/list
// Doc: https://developer.work.weixin.qq.com/document/path/99506
func (c *Client) ListSecurityVIPUserIDs(ctx context.Context, req *ListSecurityVIPUserIDsRequest) (*ListSecurityVIPUserIDsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/vip/list", req, new(ListSecurityVIPUserIDsResponse))
}

// AllSecurityVIPUserIDs ranges over the members who have the advanced features, page by page; see
// [Client.ListSecurityVIPUserIDs].
func (c *Client) AllSecurityVIPUserIDs(ctx context.Context, req *ListSecurityVIPUserIDsRequest) iter.Seq2[string, error] {
	return paginate(ctx, req, c.ListSecurityVIPUserIDs,
		func(q *ListSecurityVIPUserIDsRequest) *string { return &q.Cursor },
		func(p *ListSecurityVIPUserIDsResponse) ([]string, string, bool) {
			return p.UserIDList, p.NextCursor, p.HasMore
		})
}

// ListSecurityVIPUserIDsRequest says which page to return.
type ListSecurityVIPUserIDsRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // 1 to 200, 100 by default; a page may have fewer
}

// ListSecurityVIPUserIDsResponse is a page of members.
type ListSecurityVIPUserIDsResponse struct {
	UserIDList []string `json:"userid_list"`
	HasMore    bool     `json:"has_more"`
	NextCursor string   `json:"next_cursor"`
}

// ListSecurityFileContentAuthUsers returns a page of the members whose documents, files and schedules are archived
// for the app (获取存档成员): those of the corp's archive that the app sees and that its share of the archive
// holds.
//
// The app must be allowed to call the interface of 文件内容存档, and to archive at least one of the three, here and in
// the methods below.
//
// API: POST /cgi-bin/security/file-content/get_auth_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/101700
func (c *Client) ListSecurityFileContentAuthUsers(ctx context.Context, req *ListSecurityFileContentAuthUsersRequest) (*ListSecurityFileContentAuthUsersResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/file-content/get_auth_user_list", req, new(ListSecurityFileContentAuthUsersResponse))
}

// AllSecurityFileContentAuthUsers ranges over the members whose documents, files and schedules are archived, page by
// page; see [Client.ListSecurityFileContentAuthUsers].
func (c *Client) AllSecurityFileContentAuthUsers(ctx context.Context, req *ListSecurityFileContentAuthUsersRequest) iter.Seq2[*SecurityFileContentAuthUser, error] {
	return paginate(ctx, req, c.ListSecurityFileContentAuthUsers,
		func(q *ListSecurityFileContentAuthUsersRequest) *string { return &q.Cursor },
		func(p *ListSecurityFileContentAuthUsersResponse) ([]*SecurityFileContentAuthUser, string, bool) {
			return p.AuthUserList, p.NextCursor, bool(p.HasMore)
		})
}

// ListSecurityFileContentAuthUsersRequest says which page to return.
type ListSecurityFileContentAuthUsersRequest struct {
	Cursor string `json:"cursor,omitzero"` // the NextCursor of the page before, at most 128 bytes
	Limit  int64  `json:"limit,omitzero"`  // how many at most, up to 1,000; 200 if 0
}

// ListSecurityFileContentAuthUsersResponse is a page of members.
type ListSecurityFileContentAuthUsersResponse struct {
	AuthUserList []*SecurityFileContentAuthUser `json:"auth_user_list"`
	HasMore      IntBool                        `json:"has_more"`
	NextCursor   string                         `json:"next_cursor"`
}

// SecurityFileContentAuthUser is a member who is archived.
type SecurityFileContentAuthUser struct {
	UserID     string  `json:"userid"`
	IsResigned IntBool `json:"is_resigned"` // has left the corp
}

// SecurityDocType is what a document is.
type SecurityDocType int64

// What a document is.
const (
	SecurityDocTypeDoc        SecurityDocType = 3
	SecurityDocTypeSheet      SecurityDocType = 4
	SecurityDocTypeSlides     SecurityDocType = 6
	SecurityDocTypeMindMap    SecurityDocType = 7
	SecurityDocTypeSmartSheet SecurityDocType = 10
)

// ListSecurityDocs returns a page of the documents of an archived member (获取成员文档列表), as far as more than one
// member of the corp takes part in them. A corp may have 10 such calls at a time.
//
// API: POST /cgi-bin/security/doc/list
// Doc: https://developer.work.weixin.qq.com/document/path/101704
func (c *Client) ListSecurityDocs(ctx context.Context, req *ListSecurityDocsRequest) (*ListSecurityDocsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/doc/list", req, new(ListSecurityDocsResponse))
}

// AllSecurityDocs ranges over the documents of an archived member, page by page; see [Client.ListSecurityDocs].
func (c *Client) AllSecurityDocs(ctx context.Context, req *ListSecurityDocsRequest) iter.Seq2[*SecurityDoc, error] {
	return paginate(ctx, req, c.ListSecurityDocs,
		func(q *ListSecurityDocsRequest) *string { return &q.Cursor },
		func(p *ListSecurityDocsResponse) ([]*SecurityDoc, string, bool) {
			return p.DocList, p.NextCursor, p.HasMore
		})
}

// ListSecurityDocsRequest says which documents to list.
type ListSecurityDocsRequest struct {
	UserID     string          `json:"userid"`
	IsResigned *IntBool        `json:"is_resigned,omitzero"` // the member has left the corp; false if nil
	StartTime  Timestamp       `json:"start_time"`           // of the last change
	EndTime    Timestamp       `json:"end_time"`
	DocType    SecurityDocType `json:"doc_type,omitzero"` // whatever they are if 0
	Cursor     string          `json:"cursor,omitzero"`   // the NextCursor of the page before
	Limit      int64           `json:"limit,omitzero"`    // how many at most, up to 100; 100 if 0
}

// ListSecurityDocsResponse is a page of documents.
type ListSecurityDocsResponse struct {
	DocList    []*SecurityDoc `json:"doc_list"`
	HasMore    bool           `json:"has_more"`
	NextCursor string         `json:"next_cursor"`
}

// SecurityDoc is an archived document.
type SecurityDoc struct {
	DocID      string          `json:"docid"`
	DocName    string          `json:"doc_name"`
	UserID     string          `json:"userid"` // whose it is
	DocType    SecurityDocType `json:"doc_type"`
	CreateTime Timestamp       `json:"create_time"`
	ModifyTime Timestamp       `json:"modify_time"`
	URL        string          `json:"url"` // where it can be read
}

// SecurityDocExportFormat is the form that a document is exported in.
type SecurityDocExportFormat string

// The forms that documents are exported in.
const (
	SecurityDocExportFormatDocx  SecurityDocExportFormat = "docx"
	SecurityDocExportFormatPDF   SecurityDocExportFormat = "pdf"
	SecurityDocExportFormatXlsx  SecurityDocExportFormat = "xlsx"
	SecurityDocExportFormatXMind SecurityDocExportFormat = "xmind"
	SecurityDocExportFormatPptx  SecurityDocExportFormat = "pptx"
)

// SubmitSecurityDocExportJob starts to export an archived document, and returns the ID of the job
// (文档内容存档-创建导出任务). [Client.WaitSecurityDocExportJob] waits for it.
//
// API: POST /cgi-bin/security/doc/export
// Doc: https://developer.work.weixin.qq.com/document/path/101689
func (c *Client) SubmitSecurityDocExportJob(ctx context.Context, req *SubmitSecurityDocExportJobRequest) (string, error) {
	var resp jobIDResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/security/doc/export", req, &resp)
	return resp.JobID, err
}

// SubmitSecurityDocExportJobRequest says what to export, and in which form.
type SubmitSecurityDocExportJobRequest struct {
	DocID        string                  `json:"docid"`
	ExportFormat SecurityDocExportFormat `json:"export_format"` // one that suits the document
}

// GetSecurityDocExportJobResult returns how far an export is (文档内容存档-查询导出结果).
//
// API: POST /cgi-bin/security/doc/get_export_result
// Doc: https://developer.work.weixin.qq.com/document/path/101690
func (c *Client) GetSecurityDocExportJobResult(ctx context.Context, jobID string) (*SecurityDocExportJobResult, error) {
	return exec(ctx, c, post, "/cgi-bin/security/doc/get_export_result", param{"jobid", jobID}, new(SecurityDocExportJobResult))
}

// SecurityDocExportJobStatus is how far an export is.
type SecurityDocExportJobStatus int64

// How far an export is.
const (
	SecurityDocExportJobStatusRunning SecurityDocExportJobStatus = 0
	SecurityDocExportJobStatusDone    SecurityDocExportJobStatus = 1
	SecurityDocExportJobStatusFailed  SecurityDocExportJobStatus = 2
)

// SecurityDocExportJobResult is how far an export is and what came of it.
type SecurityDocExportJobResult struct {
	Status      SecurityDocExportJobStatus `json:"status"`
	DownloadURL string                     `json:"download_url"` // once it is done
}

// WaitSecurityDocExportJob waits until an export has ended, asking every 2 seconds at first and every 15 at last,
// and returns where the file is. One that failed gives [ErrExportFailed].
func (c *Client) WaitSecurityDocExportJob(ctx context.Context, jobID string) (downloadURL string, err error) {
	r, err := awaitJob(ctx, "/cgi-bin/security/doc/get_export_result", 2*time.Second, func() (*SecurityDocExportJobResult, bool, error) {
		r, err := c.GetSecurityDocExportJobResult(ctx, jobID)
		return r, err == nil && r.Status != SecurityDocExportJobStatusRunning, err
	})
	switch {
	case err != nil:
		return "", err
	case r.Status == SecurityDocExportJobStatusFailed:
		return "", ErrExportFailed
	}
	return r.DownloadURL, nil
}

// ListSecurityDriveSpaces returns the spaces of the drive whose files are archived for a member (获取成员授权空间).
//
// API: POST /cgi-bin/security/wedrive/get_auth_space_list
// Doc: https://developer.work.weixin.qq.com/document/path/101674
func (c *Client) ListSecurityDriveSpaces(ctx context.Context, req *ListSecurityDriveSpacesRequest) ([]*SecurityDriveSpace, error) {
	var resp listSecurityDriveSpacesResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/wedrive/get_auth_space_list", req, &resp)
	return resp.AuthSpaceList, err
}

type listSecurityDriveSpacesResponse struct {
	AuthSpaceList []*SecurityDriveSpace `json:"auth_space_list"`
}

// ListSecurityDriveSpacesRequest says whose spaces to list.
type ListSecurityDriveSpacesRequest struct {
	UserID     string   `json:"userid"`
	IsResigned *IntBool `json:"is_resigned,omitzero"` // the member has left the corp; false if nil
}

// SecurityDriveSpace is an archived space of the drive.
type SecurityDriveSpace struct {
	SpaceID           string  `json:"spaceid"`
	SpaceName         string  `json:"space_name"`
	IsSpaceSuperAdmin IntBool `json:"is_space_superadmin"` // the member may do anything there
}

// ListSecurityDriveFiles returns a page of the archived files of a member in a space of the drive (获取存档文件列表).
//
// API: POST /cgi-bin/security/wedrive/get_auth_file_list
// Doc: https://developer.work.weixin.qq.com/document/path/101676
func (c *Client) ListSecurityDriveFiles(ctx context.Context, req *ListSecurityDriveFilesRequest) (*ListSecurityDriveFilesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/security/wedrive/get_auth_file_list", req, new(ListSecurityDriveFilesResponse))
}

// AllSecurityDriveFiles ranges over the archived files of a member in a space, page by page; see
// [Client.ListSecurityDriveFiles].
func (c *Client) AllSecurityDriveFiles(ctx context.Context, req *ListSecurityDriveFilesRequest) iter.Seq2[*SecurityDriveFile, error] {
	return paginate(ctx, req, c.ListSecurityDriveFiles,
		func(q *ListSecurityDriveFilesRequest) *string { return &q.Cursor },
		func(p *ListSecurityDriveFilesResponse) ([]*SecurityDriveFile, string, bool) {
			return p.FileList, p.NextCursor, bool(p.HasMore)
		})
}

// ListSecurityDriveFilesRequest says which files to list.
type ListSecurityDriveFilesRequest struct {
	UserID     string   `json:"userid"`
	IsResigned *IntBool `json:"is_resigned,omitzero"` // the member has left the corp; false if nil
	SpaceID    string   `json:"spaceid"`
	Cursor     string   `json:"cursor,omitzero"` // the NextCursor of the page before
	Limit      int64    `json:"limit,omitzero"`  // how many at most, up to 100; 100 if 0
}

// ListSecurityDriveFilesResponse is a page of files.
type ListSecurityDriveFilesResponse struct {
	FileList   []*SecurityDriveFile `json:"file_list"`
	HasMore    IntBool              `json:"has_more"`
	NextCursor string               `json:"next_cursor"`
}

// SecurityDriveFile is an archived file of the drive.
type SecurityDriveFile struct {
	FileID   string                   `json:"fileid"`
	FileName string                   `json:"file_name"`
	Path     string                   `json:"path"` // within the space; empty unless its administrator is archived with it
	Creator  SecurityDriveFileCreator `json:"creator"`
	FileSize int64                    `json:"file_size"` // bytes
	FileType int64                    `json:"file_type"`
	DocURL   string                   `json:"doc_url"` // of a document
}

// SecurityDriveFileCreator is who created a file.
type SecurityDriveFileCreator struct {
	UserID string `json:"userid"`
}

// GetSecurityDriveFileDownloadURL returns where an archived file of the drive is (下载存档文件). Whoever asks for it has
// to send the cookie.
//
// API: POST /cgi-bin/security/wedrive/download_file
// Doc: https://developer.work.weixin.qq.com/document/path/101677
func (c *Client) GetSecurityDriveFileDownloadURL(ctx context.Context, fileID string) (*SecurityDriveFileDownload, error) {
	return exec(ctx, c, post, "/cgi-bin/security/wedrive/download_file", param{"fileid", fileID}, new(SecurityDriveFileDownload))
}

// SecurityDriveFileDownload says where a file is.
type SecurityDriveFileDownload struct {
	DownloadURL string `json:"download_url"`
	CookieName  string `json:"cookie_name"`
	CookieValue Secret `json:"cookie_value"`
}

// GetSecurityDefaultCalendarID returns the ID of the main calendar of an archived member, for
// [Client.BatchGetSecuritySchedules] (获取默认日历本ID). No other calendar is archived.
//
// API: POST /cgi-bin/security/calendar/get_default_calendar
// Doc: https://developer.work.weixin.qq.com/document/path/101696
func (c *Client) GetSecurityDefaultCalendarID(ctx context.Context, userID string) (string, error) {
	var resp getSecurityDefaultCalendarIDResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/calendar/get_default_calendar", param{"userid", userID}, &resp)
	return resp.CalID, err
}

type getSecurityDefaultCalendarIDResponse struct {
	CalID string `json:"cal_id"`
}

// BatchGetSecuritySchedules returns archived schedules, those that were canceled included (获取存档日程详情): look at
// Status.
//
// API: POST /cgi-bin/security/calendar/get_schedule_detail
// Doc: https://developer.work.weixin.qq.com/document/path/101697
func (c *Client) BatchGetSecuritySchedules(ctx context.Context, req *BatchGetSecuritySchedulesRequest) ([]*SecuritySchedule, error) {
	var resp batchGetSecuritySchedulesResponse
	err := c.invoke(ctx, post, "/cgi-bin/security/calendar/get_schedule_detail", req, &resp)
	return resp.ScheduleList, err
}

type batchGetSecuritySchedulesResponse struct {
	ScheduleList []*SecuritySchedule `json:"schedule_list"`
}

// BatchGetSecuritySchedulesRequest names schedules of a member.
type BatchGetSecuritySchedulesRequest struct {
	CalID          string   `json:"cal_id"`           // of [Client.GetSecurityDefaultCalendarID]
	ScheduleIDList []string `json:"schedule_id_list"` // at most 10
}

// SecuritySchedule is an archived schedule.
type SecuritySchedule struct {
	ScheduleID  string             `json:"schedule_id"`
	CalID       string             `json:"cal_id"`
	Organizer   string             `json:"organizer"` // user ID
	Attendees   []ScheduleAttendee `json:"attendees"`
	Summary     string             `json:"summary"` // the title
	Description string             `json:"description"`
	Location    string             `json:"location"`
	StartTime   Timestamp          `json:"start_time"`
	EndTime     Timestamp          `json:"end_time"`
	Reminders   ScheduleReminders  `json:"reminders"`
	Status      ScheduleStatus     `json:"status"`
}
