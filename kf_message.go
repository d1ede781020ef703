package workwx

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strconv"
)

// KfMsgType says what a message between a customer and an account holds.
type KfMsgType string

// The types of messages. The comments tell who can send them, where not everybody can.
const (
	KfMsgTypeText                KfMsgType = "text"
	KfMsgTypeImage               KfMsgType = "image"
	KfMsgTypeVoice               KfMsgType = "voice"
	KfMsgTypeVideo               KfMsgType = "video"
	KfMsgTypeFile                KfMsgType = "file"
	KfMsgTypeLocation            KfMsgType = "location"
	KfMsgTypeLink                KfMsgType = "link"
	KfMsgTypeBusinessCard        KfMsgType = "business_card" // the card of a member
	KfMsgTypeMiniProgram         KfMsgType = "miniprogram"
	KfMsgTypeMsgMenu             KfMsgType = "msgmenu"               // of the app
	KfMsgTypeCaLink              KfMsgType = "ca_link"               // of the app: a link that adds a member as a contact (获客链接)
	KfMsgTypeChannelsShopProduct KfMsgType = "channels_shop_product" // of customers
	KfMsgTypeChannelsShopOrder   KfMsgType = "channels_shop_order"   // of customers
	KfMsgTypeMergedMsg           KfMsgType = "merged_msg"            // a chat history that was passed on
	KfMsgTypeChannels            KfMsgType = "channels"              // a post, live stream or card of a channel (视频号)
	KfMsgTypeMeeting             KfMsgType = "meeting"               // of servicers; the platform tells no more than that there is one
	KfMsgTypeCalendar            KfMsgType = "calendar"              // of servicers, a schedule (日程); the platform tells no more than that there is one
	KfMsgTypeNote                KfMsgType = "note"                  // the platform tells no more than that there is one
	KfMsgTypeEvent               KfMsgType = "event"                 // no message but a [KfEvent]
)

// The limits of the platform for messages of 微信客服, in bytes.
const (
	MaxKfTextSize        = 2048
	MaxKfMenuHeadSize    = 1024 // of the text above a menu, and of that below it
	MaxKfMenuIDSize      = 128
	MaxKfMenuContentSize = 128  // of an item that is an answer
	MaxKfMenuViewSize    = 1024 // of the content of an item that opens a page or a mini program
	MaxKfMenuTextSize    = 256  // of an item that is text
)

// The limits of the platform for the items of a menu.
const (
	MaxKfMenuItems      = 50
	MaxKfMenuTappable   = 10 // of them that can be tapped, which is all but those that are text
	MaxKfEventMenuItems = 10 // in an answer to an event, see [Client.SendKfMessageOnEvent]
)

// SendKfMessage sends a message of an account to a customer and returns the message's id (发送消息). The
// methods for each type, such as [Client.SendKfTextMessage], are easier to use.
//
// A customer's message allows for 5 answers within 48 hours; errcode 95001 says that they are used up,
// 95002 that the time is, and only the customer can begin anew. 95018 says that the session is not the
// app's but a servicer's or ended, see [KfServiceState]; 95013 that it has ended, 95033 that the MsgID was
// used before. A message that the platform accepted may still fail to arrive: the [KfEvent]
// msg_send_fail then tells.
//
// API: POST /cgi-bin/kf/send_msg
// Doc: https://developer.work.weixin.qq.com/document/path/94677
func (c *Client) SendKfMessage(ctx context.Context, req *SendKfMessageRequest) (string, error) {
	var resp sendKfMessageResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/send_msg", req, &resp)
	return resp.MsgID, err
}

// SendKfMessageRequest is a message to a customer. One of the contents is set, that which MsgType names.
type SendKfMessageRequest struct {
	OpenKfID     string         `json:"open_kfid"`      // the account that sends
	ToUser       string         `json:"touser"`         // the customer's external_userid
	MsgID        string         `json:"msgid,omitzero"` // one's own id, so that a repeat is refused; at most 32 of 0-9 a-z A-Z _ -, once per account; see [KfMsg.AnswerID]
	MsgType      KfMsgType      `json:"msgtype"`
	Text         MessageText    `json:"text,omitzero"`  // at most 2,048 bytes, the rest is cut off
	Image        MessageMedia   `json:"image,omitzero"` // of [Client.UploadTempMedia], as the media below
	Voice        MessageMedia   `json:"voice,omitzero"`
	Video        MessageVideo   `json:"video,omitzero"`
	File         MessageMedia   `json:"file,omitzero"`
	Link         KfLink         `json:"link,omitzero"`
	MiniProgram  KfMiniProgram  `json:"miniprogram,omitzero"`
	MsgMenu      KfMenu         `json:"msgmenu,omitzero"`
	Location     KfLocation     `json:"location,omitzero"`
	BusinessCard KfBusinessCard `json:"business_card,omitzero"`
	CaLink       KfCaLink       `json:"ca_link,omitzero"`
}

type sendKfMessageResponse struct {
	MsgID string `json:"msgid"`
}

// SendKfMessageOnEvent answers an event with a message and returns the message's id
// (发送欢迎语等事件响应消息).
//
// Each code serves for one message, and except for a welcome_code only as long as the session is in the state that
// it came with. A welcome_code, which comes with enter_session if the customer was
// not welcomed and wrote nothing for 48 hours, and the code of a session's end live for 20 seconds and
// take a text or a menu; the codes of a session that joins the queue or is taken from it live for 48
// hours and take a text.
//
// API: POST /cgi-bin/kf/send_msg_on_event
// Doc: https://developer.work.weixin.qq.com/document/path/95122
func (c *Client) SendKfMessageOnEvent(ctx context.Context, req *SendKfMessageOnEventRequest) (string, error) {
	var resp sendKfMessageResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/kf/send_msg_on_event", req, &resp)
	return resp.MsgID, err
}

// SendKfMessageOnEventRequest is a message that answers an event.
type SendKfMessageOnEventRequest struct {
	Code    string      `json:"code"`             // [KfEvent.WelcomeCode], [KfEvent.MsgCode] or what [Client.TransferKfServiceState] returned
	MsgID   string      `json:"msgid,omitzero"`   // one's own id, as in [SendKfMessageRequest]
	MsgType KfMsgType   `json:"msgtype"`          // text or msgmenu
	Text    MessageText `json:"text,omitzero"`    // at most 2,048 bytes
	MsgMenu KfMenu      `json:"msgmenu,omitzero"` // at most 10 items
}

// KfLink is a link with a title and a picture.
type KfLink struct {
	URL          string `json:"url"`            // at most 2,048 bytes, with http:// or https://
	Title        string `json:"title"`          // at most 128 bytes, the rest is cut off
	Desc         string `json:"desc,omitzero"`  // at most 512 bytes, the rest is cut off
	ThumbMediaID string `json:"thumb_media_id"` // the picture, of [Client.UploadTempImageMedia]
}

// KfMiniProgram is a card that opens a mini program.
type KfMiniProgram struct {
	AppID        string `json:"appid"`          // the mini program must be linked to the corp
	PagePath     string `json:"pagepath"`       // in messages it must end in .html, or WeChat does not find the page
	Title        string `json:"title,omitzero"` // at most 64 bytes, the rest is cut off
	ThumbMediaID string `json:"thumb_media_id"` // the picture, of [Client.UploadTempImageMedia], best 520×416
}

// KfLocation is a place on the map.
type KfLocation struct {
	Latitude  float64 `json:"latitude"`  // -90 to 90
	Longitude float64 `json:"longitude"` // -180 to 180
	Name      string  `json:"name,omitzero"`
	Address   string  `json:"address,omitzero"`
}

// KfBusinessCard is the card of a member.
type KfBusinessCard struct {
	UserID string `json:"userid"`
}

// KfCaLink is a link that adds a member as a contact (获客链接).
type KfCaLink struct {
	LinkURL string `json:"link_url"` // of a customer acquisition link, https://work.weixin.qq.com/ca/…
}

// KfMenu is a message with items that the customer can tap.
type KfMenu struct {
	HeadContent string       `json:"head_content,omitzero"` // above the items, at most 1,024 bytes
	List        []KfMenuItem `json:"list,omitzero"`         // at most 50, of which 10 can be tapped; errcode 95008 says that there are too many
	TailContent string       `json:"tail_content,omitzero"` // below the items, at most 1,024 bytes
}

// KfMenuItemType says what an item of a menu does.
type KfMenuItemType string

// The types of items.
const (
	KfMenuItemTypeClick       KfMenuItemType = "click"       // sends its content as the customer's message, with the item's id as [KfMsgText.MenuID]
	KfMenuItemTypeView        KfMenuItemType = "view"        // opens a page
	KfMenuItemTypeMiniProgram KfMenuItemType = "miniprogram" // opens a mini program
	KfMenuItemTypeText        KfMenuItemType = "text"        // nothing: a text between the items
)

// KfMenuItem is an item of a menu. One of the contents is set, that which Type names: see [KfMenuClick],
// [KfMenuView], [KfMenuOpen] and [KfMenuText].
type KfMenuItem struct {
	Type        KfMenuItemType        `json:"type"`
	Text        KfMenuItemText        `json:"text,omitzero"`
	Click       KfMenuItemClick       `json:"click,omitzero"`
	View        KfMenuItemView        `json:"view,omitzero"`
	MiniProgram KfMenuItemMiniProgram `json:"miniprogram,omitzero"`
}

// KfMenuItemText is a text between the items of a menu.
type KfMenuItemText struct {
	Content   string  `json:"content"`             // at most 256 bytes; may hold line breaks
	NoNewline IntBool `json:"no_newline,omitzero"` // whether the next item follows in the same line
}

// KfMenuItemClick is an item that answers with its content.
type KfMenuItemClick struct {
	ID      string `json:"id,omitzero"` // one's own, at most 128 bytes, best of a-z A-Z 0-9 _ alone; comes back with the answer
	Content string `json:"content"`     // at most 128 bytes
}

// KfMenuItemView is an item that opens a page.
type KfMenuItemView struct {
	URL     string `json:"url"`     // at most 2,048 bytes
	Content string `json:"content"` // at most 1,024 bytes
}

// KfMenuItemMiniProgram is an item that opens a mini program.
type KfMenuItemMiniProgram struct {
	AppID    string `json:"appid"`    // at most 32 bytes
	PagePath string `json:"pagepath"` // at most 1,024 bytes
	Content  string `json:"content"`  // at most 1,024 bytes
}

// KfMenuClick returns the item that sends content as the customer's message when it is tapped.
func KfMenuClick(id, content string) KfMenuItem {
	return KfMenuItem{Type: KfMenuItemTypeClick, Click: KfMenuItemClick{ID: id, Content: content}}
}

// KfMenuView returns the item that opens a page.
func KfMenuView(url, content string) KfMenuItem {
	return KfMenuItem{Type: KfMenuItemTypeView, View: KfMenuItemView{URL: url, Content: content}}
}

// KfMenuOpen returns the item that opens a mini program.
func KfMenuOpen(appID, pagePath, content string) KfMenuItem {
	return KfMenuItem{Type: KfMenuItemTypeMiniProgram, MiniProgram: KfMenuItemMiniProgram{AppID: appID, PagePath: pagePath, Content: content}}
}

// KfMenuText returns the item that is a text of its own line.
func KfMenuText(content string) KfMenuItem {
	return KfMenuItem{Type: KfMenuItemTypeText, Text: KfMenuItemText{Content: content}}
}

// validate refuses what the platform would refuse. limit is how many items the menu may have.
func (m KfMenu) validate(api string, limit int) error {
	if m.HeadContent == "" && len(m.List) == 0 && m.TailContent == "" {
		return invalid(api, "msgmenu", "it is empty")
	}
	if err := checkSize(api, "head_content", m.HeadContent, MaxKfMenuHeadSize); err != nil {
		return err
	}
	if err := checkSize(api, "tail_content", m.TailContent, MaxKfMenuHeadSize); err != nil {
		return err
	}
	tappable := 0
	for _, item := range m.List {
		if item.Type != KfMenuItemTypeText {
			tappable++
		}
		if err := item.validate(api); err != nil {
			return err
		}
	}
	switch {
	case len(m.List) > limit:
		return invalid(api, "list", "%d items are more than the limit of %d", len(m.List), limit)
	case tappable > MaxKfMenuTappable:
		return invalid(api, "list", "%d items that can be tapped are more than the limit of %d", tappable, MaxKfMenuTappable)
	}
	return nil
}

func (i KfMenuItem) validate(api string) error {
	switch i.Type {
	case KfMenuItemTypeClick:
		if err := checkSize(api, "click.id", i.Click.ID, MaxKfMenuIDSize); err != nil {
			return err
		}
		return checkText(api, "click.content", i.Click.Content, MaxKfMenuContentSize)
	case KfMenuItemTypeView:
		return checkText(api, "view.content", i.View.Content, MaxKfMenuViewSize)
	case KfMenuItemTypeMiniProgram:
		return checkText(api, "miniprogram.content", i.MiniProgram.Content, MaxKfMenuViewSize)
	case KfMenuItemTypeText:
		return checkText(api, "text.content", i.Text.Content, MaxKfMenuTextSize)
	}
	return nil
}

// SendKfTextMessage sends a text of at most 2,048 bytes to a customer, whose external_userid is toUser;
// see [Client.SendKfMessage] for how many a customer can be sent. [SplitText] cuts a longer text.
func (c *Client) SendKfTextMessage(ctx context.Context, toUser, openKfID, content string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeText, Text: MessageText{Content: content}})
}

// SendKfImageMessage sends an image of [Client.UploadTempImageMedia] to a customer.
func (c *Client) SendKfImageMessage(ctx context.Context, toUser, openKfID, mediaID string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeImage, Image: MessageMedia{MediaID: mediaID}})
}

// SendKfVoiceMessage sends a voice recording of [Client.UploadTempVoiceMedia] to a customer.
func (c *Client) SendKfVoiceMessage(ctx context.Context, toUser, openKfID, mediaID string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeVoice, Voice: MessageMedia{MediaID: mediaID}})
}

// SendKfVideoMessage sends a video of [Client.UploadTempVideoMedia] to a customer.
func (c *Client) SendKfVideoMessage(ctx context.Context, toUser, openKfID, mediaID string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeVideo, Video: MessageVideo{MediaID: mediaID}})
}

// SendKfFileMessage sends a file of [Client.UploadTempFileMedia] to a customer.
func (c *Client) SendKfFileMessage(ctx context.Context, toUser, openKfID, mediaID string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeFile, File: MessageMedia{MediaID: mediaID}})
}

// SendKfLinkMessage sends a link with a title and a picture to a customer.
func (c *Client) SendKfLinkMessage(ctx context.Context, toUser, openKfID string, link KfLink) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeLink, Link: link})
}

// SendKfMiniProgramMessage sends a card that opens a mini program to a customer.
func (c *Client) SendKfMiniProgramMessage(ctx context.Context, toUser, openKfID string, card KfMiniProgram) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeMiniProgram, MiniProgram: card})
}

// SendKfMenuMessage sends a menu to a customer.
func (c *Client) SendKfMenuMessage(ctx context.Context, toUser, openKfID string, menu KfMenu) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeMsgMenu, MsgMenu: menu})
}

// SendKfLocationMessage sends a place on the map to a customer.
func (c *Client) SendKfLocationMessage(ctx context.Context, toUser, openKfID string, location KfLocation) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeLocation, Location: location})
}

// SendKfBusinessCardMessage sends the card of a member to a customer.
func (c *Client) SendKfBusinessCardMessage(ctx context.Context, toUser, openKfID, userID string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeBusinessCard, BusinessCard: KfBusinessCard{UserID: userID}})
}

// SendKfCaLinkMessage sends a customer acquisition link (获客链接) to a customer.
func (c *Client) SendKfCaLinkMessage(ctx context.Context, toUser, openKfID, linkURL string) (msgID string, err error) {
	return c.sendKf(ctx, toUser, openKfID, &SendKfMessageRequest{MsgType: KfMsgTypeCaLink, CaLink: KfCaLink{LinkURL: linkURL}})
}

// sendKf checks and addresses a message, and sends it.
func (c *Client) sendKf(ctx context.Context, toUser, openKfID string, msg *SendKfMessageRequest) (string, error) {
	const api = "/cgi-bin/kf/send_msg"
	switch {
	case toUser == "":
		return "", invalid(api, "toUser", "it is empty")
	case openKfID == "":
		return "", invalid(api, "openKfID", "it is empty")
	}
	if err := validateKf(api, msg.MsgType, msg.Text, msg.MsgMenu, MaxKfMenuItems); err != nil {
		return "", err
	}
	msg.ToUser, msg.OpenKfID = toUser, openKfID
	return c.SendKfMessage(ctx, msg)
}

// SendKfTextMessageOnEvent answers an event with a text of at most 2,048 bytes; see
// [Client.SendKfMessageOnEvent] for where the code comes from and how long it lives.
func (c *Client) SendKfTextMessageOnEvent(ctx context.Context, code, content string) (msgID string, err error) {
	return c.sendKfOnEvent(ctx, &SendKfMessageOnEventRequest{Code: code, MsgType: KfMsgTypeText, Text: MessageText{Content: content}})
}

// SendKfMenuMessageOnEvent answers an event with a menu; see [Client.SendKfMessageOnEvent].
func (c *Client) SendKfMenuMessageOnEvent(ctx context.Context, code string, menu KfMenu) (msgID string, err error) {
	return c.sendKfOnEvent(ctx, &SendKfMessageOnEventRequest{Code: code, MsgType: KfMsgTypeMsgMenu, MsgMenu: menu})
}

func (c *Client) sendKfOnEvent(ctx context.Context, msg *SendKfMessageOnEventRequest) (string, error) {
	const api = "/cgi-bin/kf/send_msg_on_event"
	if msg.Code == "" {
		return "", invalid(api, "code", "it is empty; the event allows for no answer")
	}
	if err := validateKf(api, msg.MsgType, msg.Text, msg.MsgMenu, MaxKfEventMenuItems); err != nil {
		return "", err
	}
	return c.SendKfMessageOnEvent(ctx, msg)
}

func validateKf(api string, t KfMsgType, text MessageText, menu KfMenu, menuItems int) error {
	switch t {
	case KfMsgTypeText:
		return checkText(api, "content", text.Content, MaxKfTextSize)
	case KfMsgTypeMsgMenu:
		return menu.validate(api, menuItems)
	}
	return nil
}

func checkSize(api, field, text string, limit int) error {
	if text == "" {
		return nil
	}
	return checkText(api, field, text, limit)
}

// KfVoiceFormat is the encoding of voice messages.
type KfVoiceFormat int64

// The encodings of voice messages.
const (
	KfVoiceFormatAMR  KfVoiceFormat = 0
	KfVoiceFormatSilk KfVoiceFormat = 1
)

// SyncKfMessages returns a page of the messages and events of an account, oldest first (接收消息和事件).
// A [KfSyncer] turns the pages, keeps the cursor and hands the messages over one by one; use that unless
// you want to do so yourself.
//
// The platform keeps messages for 3 days; those that the app sent are not among them. A page may hold
// fewer than Limit, and may be empty though HasMore is set: go on until HasMore is not. Keep NextCursor,
// or the 3 days are read again. Images and voice recordings of more than 2 MB, videos of more than 10 MB and
// files of more than 20 MB come as a text that says so.
//
// Token is the one of the callback kf_msg_or_event and valid for 10 minutes (errcode 95007 afterwards).
// The call works without it, under a strict limit of its frequency (errcode 45009).
//
// API: POST /cgi-bin/kf/sync_msg
// Doc: https://developer.work.weixin.qq.com/document/path/94670
func (c *Client) SyncKfMessages(ctx context.Context, req *SyncKfMessagesRequest) (*SyncKfMessagesResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/kf/sync_msg", req, new(SyncKfMessagesResponse))
}

// AllKfMessages ranges over the messages and events of an account from the request's cursor on, oldest
// first, page by page; see [Client.SyncKfMessages]. It does not tell the cursor of where it came to, as a
// [KfSyncer] does.
func (c *Client) AllKfMessages(ctx context.Context, req *SyncKfMessagesRequest) iter.Seq2[*KfMsg, error] {
	return paginate(ctx, req, c.SyncKfMessages,
		func(q *SyncKfMessagesRequest) *string { return &q.Cursor },
		func(p *SyncKfMessagesResponse) ([]*KfMsg, string, bool) {
			return p.MsgList, p.NextCursor, bool(p.HasMore)
		})
}

// SyncKfMessagesRequest says which account's messages to return, and from where on.
type SyncKfMessagesRequest struct {
	Token       string        `json:"token,omitzero"`        // of the callback, at most 128 bytes
	Cursor      string        `json:"cursor,omitzero"`       // the NextCursor of the page before, at most 64 bytes; from 3 days ago on if empty
	Limit       int64         `json:"limit,omitzero"`        // 1 to 1,000, 1,000 by default
	VoiceFormat KfVoiceFormat `json:"voice_format,omitzero"` // AMR by default
	OpenKfID    string        `json:"open_kfid"`
}

// SyncKfMessagesResponse is a page of messages and events.
type SyncKfMessagesResponse struct {
	MsgList    []*KfMsg `json:"msg_list"` // may be empty though more follow
	HasMore    IntBool  `json:"has_more"` // whether another page follows
	NextCursor string   `json:"next_cursor"`
}

// KfOrigin says who sent a message.
type KfOrigin int64

// The senders of messages.
const (
	KfOriginCustomer KfOrigin = 3
	KfOriginSystem   KfOrigin = 4 // events
	KfOriginServicer KfOrigin = 5 // a member, in the WeCom app
)

// KfMsg is a message between a customer and an account, or an event. One of the contents is set, that
// which MsgType names; there is none for the types meeting, calendar and note, and for types that are
// newer than this package. Events have the account and the customer in Event; [KfMsg.Account] and
// [KfMsg.Customer] look in both places.
type KfMsg struct {
	MsgID               string                `json:"msgid"`
	MsgType             KfMsgType             `json:"msgtype"`
	Origin              KfOrigin              `json:"origin"`
	OpenKfID            string                `json:"open_kfid,omitzero"`       // "" for events
	ServicerUserID      string                `json:"servicer_userid,omitzero"` // who sent it, if Origin is KfOriginServicer
	ExternalUserID      string                `json:"external_userid,omitzero"` // the customer; "" for events
	Text                KfMsgText             `json:"text,omitzero"`
	Image               MessageMedia          `json:"image,omitzero"` // for [Client.DownloadTempMedia], as the media below
	Voice               MessageMedia          `json:"voice,omitzero"`
	Video               MessageVideo          `json:"video,omitzero"`
	File                MessageMedia          `json:"file,omitzero"`
	Link                KfMsgLink             `json:"link,omitzero"`
	MiniProgram         KfMiniProgram         `json:"miniprogram,omitzero"`
	MsgMenu             KfMenu                `json:"msgmenu,omitzero"`
	Location            KfLocation            `json:"location,omitzero"`
	BusinessCard        KfBusinessCard        `json:"business_card,omitzero"`
	Event               KfEvent               `json:"event,omitzero"`
	Channels            KfChannels            `json:"channels,omitzero"`
	ChannelsShopProduct KfChannelsShopProduct `json:"channels_shop_product,omitzero"`
	ChannelsShopOrder   KfChannelsShopOrder   `json:"channels_shop_order,omitzero"`
	MergedMsg           KfMergedMsg           `json:"merged_msg,omitzero"`
	SendTime            Timestamp             `json:"send_time"`
}

// Account returns the open_kfid of the account that the message or event belongs to.
func (m *KfMsg) Account() string {
	if m.OpenKfID == "" {
		return m.Event.OpenKfID
	}
	return m.OpenKfID
}

// Customer returns the external_userid of the customer whom the message or event is about, "" if it is
// about none.
func (m *KfMsg) Customer() string {
	if m.ExternalUserID == "" {
		return m.Event.ExternalUserID
	}
	return m.ExternalUserID
}

// AnswerID returns a [SendKfMessageRequest.MsgID] for the n-th answer to the message. It is always the same for
// the same message, so that the platform refuses an answer that a customer has already (errcode 95033,
// [CodeKfDuplicateMsgID]): a handler that has a message again does not answer it twice.
func (m *KfMsg) AnswerID(n int) string {
	sum := sha256.Sum256([]byte(m.MsgID + "\x00" + strconv.Itoa(n)))
	return hex.EncodeToString(sum[:16])
}

// KfMsgText is the content of a text that was received.
type KfMsgText struct {
	Content string `json:"content"`
	MenuID  string `json:"menu_id,omitzero"` // the id of the menu's item that the customer tapped
}

// KfMsgLink is a link that was received.
type KfMsgLink struct {
	URL          string `json:"url"`
	Title        string `json:"title"`
	Desc         string `json:"desc,omitzero"`
	ThumbMediaID string `json:"thumb_media_id,omitzero"` // often "": see PicURL
	PicURL       string `json:"pic_url,omitzero"`
}

// KfChannelsType says what a customer passed on from WeChat Channels (视频号).
type KfChannelsType int64

// What can be passed on from WeChat Channels.
const (
	KfChannelsTypePost KfChannelsType = 1
	KfChannelsTypeLive KfChannelsType = 2 // a live stream
	KfChannelsTypeCard KfChannelsType = 3 // the card of a channel
)

// KfChannels is what was passed on from WeChat Channels (视频号).
type KfChannels struct {
	SubType  KfChannelsType `json:"sub_type"`
	Nickname string         `json:"nickname"`       // of the channel
	Title    string         `json:"title,omitzero"` // of the post
}

// KfChannelsShopProduct is a product of a shop in WeChat Channels (视频号小店).
type KfChannelsShopProduct struct {
	ProductID     string `json:"product_id"`
	HeadImage     string `json:"head_image"` // a URL
	Title         string `json:"title"`
	SalesPrice    int64  `json:"sales_price"` // in fen, a hundredth of a yuan
	ShopNickname  string `json:"shop_nickname"`
	ShopHeadImage string `json:"shop_head_image"` // a URL
}

// UnmarshalJSON also accepts the names head_img and shop_head_img, and a price that is a string.
func (p *KfChannelsShopProduct) UnmarshalJSON(b []byte) error {
	type plain KfChannelsShopProduct
	var v struct {
		plain
		HeadImg     string `json:"head_img"`
		ShopHeadImg string `json:"shop_head_img"`
	}
	if _, err := decodeJSON(b, &v); err != nil {
		return err
	}
	if v.HeadImage == "" {
		v.HeadImage = v.HeadImg
	}
	if v.ShopHeadImage == "" {
		v.ShopHeadImage = v.ShopHeadImg
	}
	*p = KfChannelsShopProduct(v.plain)
	return nil
}

// KfChannelsShopOrder is an order at a shop in WeChat Channels (视频号小店).
type KfChannelsShopOrder struct {
	OrderID       string `json:"order_id"`
	ProductTitles string `json:"product_titles"`
	PriceWording  string `json:"price_wording"` // the price in words, for display
	State         string `json:"state"`         // in words, for display
	ImageURL      string `json:"image_url"`
	ShopNickname  string `json:"shop_nickname"`
}

// KfMergedMsg is a chat history that was passed on.
type KfMergedMsg struct {
	Title string            `json:"title"`
	Item  []KfMergedMsgItem `json:"item"`
}

// KfMergedMsgItem is a message of a chat history.
type KfMergedMsgItem struct {
	SenderName string    `json:"sender_name"`
	MsgType    KfMsgType `json:"msgtype"`
	MsgContent string    `json:"msg_content"` // the message as JSON; see [KfMergedMsgItem.Msg]
	SendTime   Timestamp `json:"send_time"`
}

// Msg returns the message that MsgContent holds, with its time.
func (i *KfMergedMsgItem) Msg() (*KfMsg, error) {
	m := &KfMsg{MsgType: i.MsgType, SendTime: i.SendTime}
	if i.MsgContent == "" {
		return m, nil
	}
	m = new(KfMsg)
	if _, err := decodeJSON([]byte(i.MsgContent), m); err != nil {
		return nil, &ArgumentError{API: "KfMergedMsgItem.Msg", Field: "MsgContent", Reason: err}
	}
	if m.MsgType == "" {
		m.MsgType = i.MsgType
	}
	if m.SendTime.IsZero() {
		m.SendTime = i.SendTime
	}
	return m, nil
}

// KfEventType says what happened.
type KfEventType string

// The types of events.
const (
	KfEventTypeEnterSession                  KfEventType = "enter_session"                     // a customer opened the chat by a link, and not from the list of chats
	KfEventTypeMsgSendFail                   KfEventType = "msg_send_fail"                     // a message of the app did not arrive
	KfEventTypeServicerStatusChange          KfEventType = "servicer_status_change"            // a servicer began or stopped to take sessions
	KfEventTypeSessionStatusChange           KfEventType = "session_status_change"             // a servicer took, passed on, ended or resumed a session
	KfEventTypeUserRecallMsg                 KfEventType = "user_recall_msg"                   // a customer took a message back
	KfEventTypeServicerRecallMsg             KfEventType = "servicer_recall_msg"               // a servicer took a message back
	KfEventTypeRejectCustomerMsgSwitchChange KfEventType = "reject_customer_msg_switch_change" // a servicer refuses a customer's messages, or no longer does
)

// KfFailType says why a message did not arrive.
type KfFailType int64

// The reasons why a message did not arrive.
const (
	KfFailTypeUnknown               KfFailType = 0
	KfFailTypeAccountDeleted        KfFailType = 1
	KfFailTypeAppClosed             KfFailType = 2
	KfFailTypeSessionExpired        KfFailType = 4 // the customer wrote more than 48 hours ago
	KfFailTypeSessionClosed         KfFailType = 5 // somebody ended it
	KfFailTypeTooManyMessages       KfFailType = 6 // five since the customer's last
	KfFailTypeNoChannels            KfFailType = 7 // the corp has linked no channel (视频号)
	KfFailTypeCorpNotVerified       KfFailType = 8
	KfFailTypeNoChannelsNorVerified KfFailType = 9  // 7 and 8
	KfFailTypeRejected              KfFailType = 10 // by the customer
	KfFailTypeNoMemberLoggedIn      KfFailType = 11 // no member of the corp has ever logged in to the WeCom app
	KfFailTypeForbiddenByComponent  KfFailType = 12 // the component (微信客服组件) may not send messages of this type
	KfFailTypeSecurity              KfFailType = 13 // the platform deems it unsafe
)

// KfServicerChange is what a servicer changed to. Beware: the numbers differ from [KfServicerStatus].
type KfServicerChange int64

// What a servicer can change to.
const (
	KfServicerChangeReceiving KfServicerChange = 1
	KfServicerChangeStopped   KfServicerChange = 2
)

// KfSessionChange is what a servicer did to a session in the WeCom app.
type KfSessionChange int64

// What a servicer can do to a session.
const (
	KfSessionChangeTaken       KfSessionChange = 1 // from the queue
	KfSessionChangeTransferred KfSessionChange = 2 // to another servicer
	KfSessionChangeEnded       KfSessionChange = 3
	KfSessionChangeResumed     KfSessionChange = 4 // after it had ended or gone to another
)

// KfRejectSwitch says whether a servicer refuses a customer's messages.
type KfRejectSwitch int64

// Whether messages are refused.
const (
	KfRejectSwitchOff KfRejectSwitch = 0
	KfRejectSwitchOn  KfRejectSwitch = 1
)

// KfEvent is something that happened in an account. Which fields are set depends on the type.
type KfEvent struct {
	EventType         KfEventType      `json:"event_type"`
	OpenKfID          string           `json:"open_kfid,omitzero"`
	ExternalUserID    string           `json:"external_userid,omitzero"`     // the customer
	ServicerUserID    string           `json:"servicer_userid,omitzero"`     // whom servicer_status_change, servicer_recall_msg and reject_customer_msg_switch_change are about
	Scene             string           `json:"scene,omitzero"`               // enter_session: of the link, see [Client.AddKfContact]
	SceneParam        string           `json:"scene_param,omitzero"`         // enter_session: of the link
	WelcomeCode       string           `json:"welcome_code,omitzero"`        // enter_session: for one message within 20 seconds, see [Client.SendKfMessageOnEvent]; "" if the customer wrote or was welcomed within 48 hours
	Status            KfServicerChange `json:"status,omitzero"`              // servicer_status_change
	FailMsgID         string           `json:"fail_msgid,omitzero"`          // msg_send_fail: the message
	FailType          KfFailType       `json:"fail_type,omitzero"`           // msg_send_fail
	ChangeType        KfSessionChange  `json:"change_type,omitzero"`         // session_status_change
	OldServicerUserID string           `json:"old_servicer_userid,omitzero"` // session_status_change: unless taken from the queue
	NewServicerUserID string           `json:"new_servicer_userid,omitzero"` // session_status_change: unless ended
	MsgCode           string           `json:"msg_code,omitzero"`            // session_status_change: for one message to the customer, when taken or ended
	WechatChannels    KfWechatChannels `json:"wechat_channels,omitzero"`     // enter_session: if the customer came from there
	RecallMsgID       string           `json:"recall_msgid,omitzero"`        // user_recall_msg, servicer_recall_msg: the message
	StopType          KfStopType       `json:"stop_type,omitzero"`           // servicer_status_change: if stopped
	RejectSwitch      KfRejectSwitch   `json:"reject_switch,omitzero"`       // reject_customer_msg_switch_change
}
