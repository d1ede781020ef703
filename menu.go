package workwx

import (
	"context"
	"fmt"
	"strconv"
)

// The limits of the platform for menus. Sizes are in bytes of UTF-8, of which a Chinese character takes 3.
const (
	MaxMenuButtons     = 3    // buttons at the first level
	MaxMenuSubButtons  = 5    // buttons of a submenu
	MaxMenuNameSize    = 16   // of a name at the first level
	MaxMenuSubNameSize = 40   // of a name in a submenu
	MaxMenuKeySize     = 128  // of a key
	MaxMenuURLSize     = 1024 // of a URL
)

// CreateMenu gives an app a menu, in the place of the one that it has (创建菜单). It sends what it is
// given; [Client.SetMenu] checks the menu first.
//
// Only the corp can call it, with the token of the app. The errcodes 40016 to 40020, 40022 to 40027,
// 40054, 40055 and 41102 each say what is wrong with a button; [ValidateMenu] has the rules.
//
// API: POST /cgi-bin/menu/create
// Doc: https://developer.work.weixin.qq.com/document/path/90231
func (c *Client) CreateMenu(ctx context.Context, req *CreateMenuRequest) error {
	const api = "/cgi-bin/menu/create"
	if req == nil {
		return &ArgumentError{API: api, Reason: ErrNilRequest}
	}
	r := request{verb: post, path: api, query: "agentid=" + strconv.FormatInt(c.agentOr(req.AgentID), 10)}
	if err := r.encode(c.set, param{"button", req.Button}); err != nil {
		return err
	}
	return c.do(ctx, &r)
}

// CreateMenuRequest is a menu and the app that it is for.
type CreateMenuRequest struct {
	Button  []*MenuButton `json:"button"`           // 1 to 3 buttons
	AgentID int64         `json:"agentid,omitzero"` // sent in the query; the client's own app if 0
}

// MenuButtonType says what happens when a button is touched.
type MenuButtonType string

// The types of buttons. All but view and view_miniprogram take a key, which the event that the button
// causes carries back.
const (
	MenuButtonTypeClick           MenuButtonType = "click"              // sends an event
	MenuButtonTypeView            MenuButtonType = "view"               // opens a web page
	MenuButtonTypeScanCodePush    MenuButtonType = "scancode_push"      // scans a code, shows its content or opens its URL, and sends it
	MenuButtonTypeScanCodeWaitMsg MenuButtonType = "scancode_waitmsg"   // scans a code, sends it, and tells the member to wait for a message
	MenuButtonTypePicSysPhoto     MenuButtonType = "pic_sysphoto"       // takes a photo with the camera and sends it
	MenuButtonTypePicPhotoOrAlbum MenuButtonType = "pic_photo_or_album" // has the member choose between camera and album
	MenuButtonTypePicWeixin       MenuButtonType = "pic_weixin"         // sends photos from the album
	MenuButtonTypeLocationSelect  MenuButtonType = "location_select"    // has the member choose a place and sends it
	MenuButtonTypeViewMiniProgram MenuButtonType = "view_miniprogram"   // opens a mini program
)

// MenuButton is a button of a menu: one that does something, which Type says, or one of the first level
// that opens a submenu. The constructors, such as [NewClickButton] and [NewSubMenu], set what a button needs.
type MenuButton struct {
	Type      MenuButtonType `json:"type,omitzero"`       // none for a submenu
	Name      string         `json:"name"`                // at most 16 bytes, in a submenu 40
	Key       string         `json:"key,omitzero"`        // what the event carries, at most 128 bytes
	URL       string         `json:"url,omitzero"`        // of the page that a view button opens, at most 1,024 bytes
	AppID     string         `json:"appid,omitzero"`      // of the mini program, which must be bound to the corp
	PagePath  string         `json:"pagepath,omitzero"`   // of the page in the mini program
	SubButton []*MenuButton  `json:"sub_button,omitzero"` // the submenu, at most 5 buttons that have none themselves
}

// NewSubMenu returns a button that opens a submenu of 1 to 5 buttons.
func NewSubMenu(name string, buttons ...*MenuButton) *MenuButton {
	return &MenuButton{Name: name, SubButton: buttons}
}

// NewClickButton returns a button that sends a click event with the key.
func NewClickButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeClick, Name: name, Key: key}
}

// NewViewButton returns a button that opens a web page.
func NewViewButton(name, url string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeView, Name: name, URL: url}
}

// NewMiniProgramButton returns a button that opens a page of a mini program.
func NewMiniProgramButton(name, appID, pagePath string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeViewMiniProgram, Name: name, AppID: appID, PagePath: pagePath}
}

// NewScanCodeButton returns a button that scans a code and shows what it says, besides sending it.
func NewScanCodeButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeScanCodePush, Name: name, Key: key}
}

// NewScanCodeWaitButton returns a button that scans a code and has the member wait for a message.
func NewScanCodeWaitButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeScanCodeWaitMsg, Name: name, Key: key}
}

// NewPhotoButton returns a button that takes a photo.
func NewPhotoButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypePicSysPhoto, Name: name, Key: key}
}

// NewPhotoOrAlbumButton returns a button that takes a photo, or photos from the album.
func NewPhotoOrAlbumButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypePicPhotoOrAlbum, Name: name, Key: key}
}

// NewAlbumButton returns a button that takes photos from the album.
func NewAlbumButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypePicWeixin, Name: name, Key: key}
}

// NewLocationButton returns a button that has the member choose a place.
func NewLocationButton(name, key string) *MenuButton {
	return &MenuButton{Type: MenuButtonTypeLocationSelect, Name: name, Key: key}
}

// SetMenu checks a menu with [ValidateMenu] and gives it to the client's app, which needs [WithAgentID].
//
//	err := client.SetMenu(ctx,
//		workwx.NewClickButton("签到", "checkin"),
//		workwx.NewSubMenu("更多",
//			workwx.NewViewButton("帮助", "https://example.com/help"),
//			workwx.NewLocationButton("我在哪里", "where")))
func (c *Client) SetMenu(ctx context.Context, buttons ...*MenuButton) error {
	if c.AgentID() == 0 {
		return errNoAgentID("SetMenu")
	}
	if err := ValidateMenu(buttons); err != nil {
		return err
	}
	return c.CreateMenu(ctx, &CreateMenuRequest{Button: buttons})
}

// ValidateMenu reports the first thing in a menu that the platform would refuse, as an [ArgumentError]
// that names the button and the limit: too few or too many buttons, a third level, names, keys and URLs
// that are missing or too long, an unknown type.
func ValidateMenu(buttons []*MenuButton) error {
	if n := len(buttons); n < 1 || n > MaxMenuButtons {
		return invalidMenu("button", "a menu has 1 to %d buttons, not %d", MaxMenuButtons, n)
	}
	return validateMenuLevel("button", buttons, false)
}

func validateMenuLevel(field string, buttons []*MenuButton, sub bool) error {
	for i, b := range buttons {
		at := fmt.Sprintf("%s[%d]", field, i)
		if b == nil {
			return invalidMenu(at, "the button is nil")
		}
		if err := b.validate(at, sub); err != nil {
			return err
		}
	}
	return nil
}

// validate checks a button that stands at the given place, in a submenu or not.
func (b *MenuButton) validate(at string, sub bool) error {
	limit := MaxMenuNameSize
	if sub {
		limit = MaxMenuSubNameSize
	}
	switch n := len(b.SubButton); {
	case b.Name == "":
		return invalidMenu(at+".name", "the button has no name")
	case len(b.Name) > limit:
		return invalidMenu(at+".name", "the name %q has %d bytes, more than %d", b.Name, len(b.Name), limit)
	case n == 0:
		return b.validateAction(at)
	case sub:
		return invalidMenu(at+".sub_button", "the button %q is in a submenu and cannot open another: a menu has 2 levels", b.Name)
	case n > MaxMenuSubButtons:
		return invalidMenu(at+".sub_button", "the submenu %q has %d buttons, more than %d", b.Name, n, MaxMenuSubButtons)
	}
	return validateMenuLevel(at+".sub_button", b.SubButton, true)
}

// validateAction checks what a button needs for its type.
func (b *MenuButton) validateAction(at string) error {
	switch b.Type {
	case MenuButtonTypeView:
		return b.needs(at+".url", b.URL, MaxMenuURLSize)
	case MenuButtonTypeViewMiniProgram:
		if err := b.needs(at+".appid", b.AppID, 0); err != nil {
			return err
		}
		return b.needs(at+".pagepath", b.PagePath, 0)
	case MenuButtonTypeClick, MenuButtonTypeScanCodePush, MenuButtonTypeScanCodeWaitMsg, MenuButtonTypePicSysPhoto,
		MenuButtonTypePicPhotoOrAlbum, MenuButtonTypePicWeixin, MenuButtonTypeLocationSelect:
		return b.needs(at+".key", b.Key, MaxMenuKeySize)
	case "":
		return invalidMenu(at+".type", "the button %q has neither a type nor a submenu", b.Name)
	}
	return invalidMenu(at+".type", "the button %q is of the type %q, which the platform does not have", b.Name, b.Type)
}

// needs checks a field that the button's type requires; a limit of 0 is none.
func (b *MenuButton) needs(field, value string, limit int) error {
	switch {
	case value == "":
		return invalidMenu(field, "the button %q is of the type %s and needs it", b.Name, b.Type)
	case limit > 0 && len(value) > limit:
		return invalidMenu(field, "that of the button %q has %d bytes, more than %d", b.Name, len(value), limit)
	}
	return nil
}

func invalidMenu(field, format string, args ...any) error {
	return invalid("ValidateMenu", field, format, args...)
}

// DeleteMenu takes the menu away from an app (删除菜单). An agentID of 0 stands for the client's own app.
// errcode 46003 says that it has none.
//
// API: GET /cgi-bin/menu/delete
// Doc: https://developer.work.weixin.qq.com/document/path/90233
func (c *Client) DeleteMenu(ctx context.Context, agentID int64) error {
	return c.invoke(ctx, get, "/cgi-bin/menu/delete", param{"agentid", c.agentOr(agentID)}, nil)
}

// GetMenu returns the menu of an app (获取菜单). An agentID of 0 stands for the client's own app.
// errcode 46003 says that it has none.
//
// API: GET /cgi-bin/menu/get
// Doc: https://developer.work.weixin.qq.com/document/path/90232
func (c *Client) GetMenu(ctx context.Context, agentID int64) ([]*MenuButton, error) {
	var resp getMenuResponse
	err := c.invoke(ctx, get, "/cgi-bin/menu/get", param{"agentid", c.agentOr(agentID)}, &resp)
	return resp.Button, err
}

type getMenuResponse struct {
	Button []*MenuButton `json:"button"`
}

// agentOr returns agentID, or the client's own where that is 0.
func (c *Client) agentOr(agentID int64) int64 {
	if agentID == 0 {
		return c.AgentID()
	}
	return agentID
}
