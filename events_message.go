package workwx

import "encoding/json"

// TextMessage is a text that a member sent to the app (文本消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type TextMessage struct {
	EventHeader
	MsgID   string `xml:"MsgId,omitempty"` // by which a repetition is known
	Content string `xml:",omitempty"`      // the text
}

func (e *TextMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "content":
		return f.str(&e.Content)
	}
	return false
}

func (e *TextMessage) messageID() string { return e.MsgID }

// ImageMessage is a picture that a member sent to the app (图片消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type ImageMessage struct {
	EventHeader
	MsgID   string `xml:"MsgId,omitempty"`   // by which a repetition is known
	PicURL  string `xml:"PicUrl,omitempty"`  // where the picture can be seen
	MediaID string `xml:"MediaId,omitempty"` // for DownloadTempMedia, 3 days
}

func (e *ImageMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "picurl":
		return f.str(&e.PicURL)
	case "mediaid":
		return f.str(&e.MediaID)
	}
	return false
}

func (e *ImageMessage) messageID() string { return e.MsgID }

// VoiceMessage is a voice message that a member sent to the app (语音消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type VoiceMessage struct {
	EventHeader
	MsgID   string `xml:"MsgId,omitempty"`   // by which a repetition is known
	MediaID string `xml:"MediaId,omitempty"` // for DownloadTempMedia, 3 days
	Format  string `xml:",omitempty"`        // such as amr or speex
}

func (e *VoiceMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "mediaid":
		return f.str(&e.MediaID)
	case "format":
		return f.str(&e.Format)
	}
	return false
}

func (e *VoiceMessage) messageID() string { return e.MsgID }

// VideoMessage is a video that a member sent to the app (视频消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type VideoMessage struct {
	EventHeader
	MsgID        string `xml:"MsgId,omitempty"`        // by which a repetition is known
	MediaID      string `xml:"MediaId,omitempty"`      // for DownloadTempMedia, 3 days
	ThumbMediaID string `xml:"ThumbMediaId,omitempty"` // of its preview picture
}

func (e *VideoMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "mediaid":
		return f.str(&e.MediaID)
	case "thumbmediaid":
		return f.str(&e.ThumbMediaID)
	}
	return false
}

func (e *VideoMessage) messageID() string { return e.MsgID }

// LocationMessage is a place that a member sent to the app (位置消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type LocationMessage struct {
	EventHeader
	MsgID     string      `xml:"MsgId,omitempty"`      // by which a repetition is known
	Latitude  json.Number `xml:"Location_X,omitempty"` // in degrees
	Longitude json.Number `xml:"Location_Y,omitempty"` // in degrees
	Scale     json.Number `xml:",omitempty"`           // of the map
	Label     string      `xml:",omitempty"`           // the address
	AppType   string      `xml:",omitempty"`           // "wxwork" if sent from WeCom
}

func (e *LocationMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "locationx":
		return f.decimal(&e.Latitude)
	case "locationy":
		return f.decimal(&e.Longitude)
	case "scale":
		return f.decimal(&e.Scale)
	case "label":
		return f.str(&e.Label)
	case "apptype":
		return f.str(&e.AppType)
	}
	return false
}

func (e *LocationMessage) messageID() string { return e.MsgID }

// LinkMessage is a link that a member sent to the app (链接消息).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90239
type LinkMessage struct {
	EventHeader
	MsgID       string `xml:"MsgId,omitempty"` // by which a repetition is known
	Title       string `xml:",omitempty"`
	Description string `xml:",omitempty"`       // the text below the title
	URL         string `xml:"Url,omitempty"`    // what it leads to
	PicURL      string `xml:"PicUrl,omitempty"` // its cover
}

func (e *LinkMessage) set(f field) bool {
	switch string(f.name()) {
	case "msgid":
		return f.str(&e.MsgID)
	case "title":
		return f.str(&e.Title)
	case "description":
		return f.str(&e.Description)
	case "url":
		return f.str(&e.URL)
	case "picurl":
		return f.str(&e.PicURL)
	}
	return false
}

func (e *LinkMessage) messageID() string { return e.MsgID }
