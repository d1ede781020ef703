package workwx

// AddDeviceEvent says that a corp added a device (设备绑定通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type AddDeviceEvent struct {
	EventHeader
	DeviceSN   string `xml:"DeviceSn,omitempty"` // the serial number
	ModelID    string `xml:"ModelId,omitempty"`
	RemarkName string `xml:",omitempty"` // the name that the corp gave it
}

func (e *AddDeviceEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "modelid":
		return f.str(&e.ModelID)
	case "remarkname":
		return f.str(&e.RemarkName)
	}
	return false
}

// DeleteDeviceEvent says that a corp removed a device (设备解绑通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeleteDeviceEvent struct {
	EventHeader
	DeviceSN string `xml:"DeviceSn,omitempty"` // the serial number
}

func (e *DeleteDeviceEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	}
	return false
}

// RemarkDeviceNameEvent says that a corp renamed a device (设备备注名称修改通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type RemarkDeviceNameEvent struct {
	EventHeader
	DeviceSN   string `xml:"DeviceSn,omitempty"` // the serial number
	RemarkName string `xml:",omitempty"`         // the new name
}

func (e *RemarkDeviceNameEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "remarkname":
		return f.str(&e.RemarkName)
	}
	return false
}

// DeviceConnectEvent says that a device is connected (设备连接通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeviceConnectEvent struct {
	EventHeader
	DeviceSN    string    `xml:"DeviceSn,omitempty"` // the serial number
	ConnectTime Timestamp `xml:",omitempty"`
}

func (e *DeviceConnectEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "connecttime":
		return f.when(&e.ConnectTime)
	}
	return false
}

// DeviceDisconnectEvent says that a device is no longer connected (设备断开通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeviceDisconnectEvent struct {
	EventHeader
	DeviceSN       string    `xml:"DeviceSn,omitempty"` // the serial number
	DisconnectTime Timestamp `xml:",omitempty"`
	Reason         string    `xml:",omitempty"`
}

func (e *DeviceDisconnectEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "disconnecttime":
		return f.when(&e.DisconnectTime)
	case "reason":
		return f.str(&e.Reason)
	}
	return false
}

// DeviceErrorReportEvent is an error that a device reported (设备错误上报通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeviceErrorReportEvent struct {
	EventHeader
	DeviceSN string `xml:"DeviceSn,omitempty"` // the serial number
	ErrCode  int64  `xml:",omitempty"`         // the device's own
	ErrMsg   string `xml:",omitempty"`
}

func (e *DeviceErrorReportEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "errcode":
		return f.num(&e.ErrCode)
	case "errmsg":
		return f.str(&e.ErrMsg)
	}
	return false
}

// DeviceFetchLogFinishEvent says that the log of a device is there (设备日志拉取完成通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeviceFetchLogFinishEvent struct {
	EventHeader
	DeviceSN string `xml:"DeviceSn,omitempty"` // the serial number
	MediaID  string `xml:"MediaId,omitempty"`  // the log
}

func (e *DeviceFetchLogFinishEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "mediaid":
		return f.str(&e.MediaID)
	}
	return false
}

// DeviceFeatureChangeEvent says that a device has other features than before (设备功能变更通知).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90751
type DeviceFeatureChangeEvent struct {
	EventHeader
	DeviceSN string `xml:"DeviceSn,omitempty"` // the serial number
}

func (e *DeviceFeatureChangeEvent) set(f field) bool {
	switch string(f.name()) {
	case "devicesn":
		return f.str(&e.DeviceSN)
	}
	return false
}

// DeviceDataAuthChangeEvent says that the suite may see the data of other devices than before
// (设备数据授权变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/96103
type DeviceDataAuthChangeEvent struct {
	EventHeader
}

// DeviceCommandEvent is a command to a device of a provider, such as printer_job_submit (打印任务提交).
//
// Doc: https://developer.work.weixin.qq.com/document/path/96414
type DeviceCommandEvent struct {
	EventHeader
	BaseInfo EventDeviceInfo    `xml:"base_info,omitempty"` // the device
	Command  EventDeviceCommand `xml:"command,omitempty"`   // what it is to do
}

func (e *DeviceCommandEvent) set(f field) bool {
	switch string(f.name()) {
	case "baseinfo":
		return f.into(&e.BaseInfo)
	case "command":
		return f.into(&e.Command)
	}
	return false
}

// EventDeviceInfo is a device that is to do something.
type EventDeviceInfo struct {
	ReqID         string    `xml:"req_id,omitempty"`    // of the request
	DeviceSN      string    `xml:"device_sn,omitempty"` // the serial number
	CreateTime    Timestamp `xml:"createtime,omitempty"`
	ModelID       string    `xml:"model_id,omitempty"`
	AuthCorpID    string    `xml:"auth_corpid,omitempty"`    // the customer's corp
	ServiceCorpID string    `xml:"service_corpid,omitempty"` // the provider's corp
}

func (e *EventDeviceInfo) set(f field) bool {
	switch string(f.name()) {
	case "reqid":
		return f.str(&e.ReqID)
	case "devicesn":
		return f.str(&e.DeviceSN)
	case "createtime":
		return f.when(&e.CreateTime)
	case "modelid":
		return f.str(&e.ModelID)
	case "authcorpid":
		return f.str(&e.AuthCorpID)
	case "servicecorpid":
		return f.str(&e.ServiceCorpID)
	}
	return false
}

// EventDeviceCommand is what a device is to do.
type EventDeviceCommand struct {
	CommandType string `xml:"command_type,omitempty"` // such as printer_job_submit
	OpenUserID  string `xml:"open_userid,omitempty"`  // the member who asks for it
	JobID       string `xml:"jobid,omitempty"`        // what to print
}

func (e *EventDeviceCommand) set(f field) bool {
	switch string(f.name()) {
	case "commandtype":
		return f.str(&e.CommandType)
	case "openuserid":
		return f.str(&e.OpenUserID)
	case "jobid":
		return f.str(&e.JobID)
	}
	return false
}
