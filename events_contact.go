package workwx

// EventMember is a member, as far as the app or suite may see.
type EventMember struct {
	UserID         string         `xml:",omitempty"` // the member
	OpenUserID     string         `xml:",omitempty"` // the member, for suites
	Name           string         `xml:",omitempty"` // for suites an id to be shown by the JS-SDK
	Department     []int64        `xml:",omitempty"` // all departments of the member
	MainDepartment int64          `xml:",omitempty"`
	IsLeaderInDept []int64        `xml:",omitempty"` // one for each of Department: 1 for its leader, else 0
	DirectLeader   []string       `xml:",omitempty"` // the userids of the superiors
	Position       string         `xml:",omitempty"` // job title
	Mobile         string         `xml:",omitempty"`
	Gender         Gender         `xml:",omitempty"`
	Email          string         `xml:",omitempty"`
	BizMail        string         `xml:",omitempty"` // the mailbox that the corp provides
	Status         UserStatus     `xml:",omitempty"`
	Avatar         string         `xml:",omitempty"` // URL of the picture
	Alias          string         `xml:",omitempty"`
	Telephone      string         `xml:",omitempty"` // landline
	Address        string         `xml:",omitempty"`
	ExtAttr        []EventExtAttr `xml:"ExtAttr>Item,omitempty"` // custom attributes
}

func (e *EventMember) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "openuserid":
		return f.str(&e.OpenUserID)
	case "name":
		return f.str(&e.Name)
	case "department":
		return f.joinedNums(&e.Department)
	case "maindepartment":
		return f.num(&e.MainDepartment)
	case "isleaderindept":
		return f.joinedNums(&e.IsLeaderInDept)
	case "directleader":
		return f.joined(&e.DirectLeader)
	case "position":
		return f.str(&e.Position)
	case "mobile":
		return f.str(&e.Mobile)
	case "gender":
		return f.num((*int64)(&e.Gender))
	case "email":
		return f.str(&e.Email)
	case "bizmail":
		return f.str(&e.BizMail)
	case "status":
		return f.num((*int64)(&e.Status))
	case "avatar":
		return f.str(&e.Avatar)
	case "alias":
		return f.str(&e.Alias)
	case "telephone":
		return f.str(&e.Telephone)
	case "address":
		return f.str(&e.Address)
	case "extattr":
		return f.each("item", func(f field) bool { return list(f, &e.ExtAttr) })
	}
	return false
}

// EventExtAttr is a custom attribute of a member.
type EventExtAttr struct {
	Name string           `xml:",omitempty"` // of the attribute
	Type AttrType         `xml:",omitempty"`
	Text EventExtAttrText `xml:",omitempty"` // the value if it is a text
	Web  EventExtAttrWeb  `xml:",omitempty"` // the value if it is a web page
}

func (e *EventExtAttr) set(f field) bool {
	switch string(f.name()) {
	case "name":
		return f.str(&e.Name)
	case "type":
		return f.num((*int64)(&e.Type))
	case "text":
		return f.into(&e.Text)
	case "web":
		return f.into(&e.Web)
	}
	return false
}

// EventExtAttrText is a text as a custom attribute.
type EventExtAttrText struct {
	Value string `xml:",omitempty"`
}

func (e *EventExtAttrText) set(f field) bool {
	switch string(f.name()) {
	case "value":
		return f.str(&e.Value)
	}
	return false
}

// EventExtAttrWeb is a web page as a custom attribute.
type EventExtAttrWeb struct {
	Title string `xml:",omitempty"`
	URL   string `xml:"Url,omitempty"`
}

func (e *EventExtAttrWeb) set(f field) bool {
	switch string(f.name()) {
	case "title":
		return f.str(&e.Title)
	case "url":
		return f.str(&e.URL)
	}
	return false
}

// CreateUserEvent says that a member was added to the contacts (新增成员事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90970
type CreateUserEvent struct {
	EventHeader
	EventMember
}

func (e *CreateUserEvent) set(f field) bool { return e.EventMember.set(f) }

// UpdateUserEvent says that a member was changed; fields that were not are empty (更新成员事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90970
type UpdateUserEvent struct {
	EventHeader
	EventMember
	NewUserID string `xml:",omitempty"` // the userid from now on, if it was changed
}

func (e *UpdateUserEvent) set(f field) bool {
	switch string(f.name()) {
	case "newuserid":
		return f.str(&e.NewUserID)
	}
	return e.EventMember.set(f)
}

// DeleteUserEvent says that a member was removed from the contacts (删除成员事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90970
type DeleteUserEvent struct {
	EventHeader
	UserID     string `xml:",omitempty"` // the member
	OpenUserID string `xml:",omitempty"` // the member, for suites
}

func (e *DeleteUserEvent) set(f field) bool {
	switch string(f.name()) {
	case "userid":
		return f.str(&e.UserID)
	case "openuserid":
		return f.str(&e.OpenUserID)
	}
	return false
}

// CreateDepartmentEvent says that a department was added (新增部门事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90971
type CreateDepartmentEvent struct {
	EventHeader
	ID       int64  `xml:"Id,omitempty"` // the department
	Name     string `xml:",omitempty"`
	ParentID int64  `xml:"ParentId,omitempty"` // the department above
	Order    int64  `xml:",omitempty"`         // its place among its siblings, largest first
}

func (e *CreateDepartmentEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.num(&e.ID)
	case "name":
		return f.str(&e.Name)
	case "parentid":
		return f.num(&e.ParentID)
	case "order":
		return f.num(&e.Order)
	}
	return false
}

// UpdateDepartmentEvent says that a department was changed; fields that were not are empty (更新部门事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90971
type UpdateDepartmentEvent struct {
	EventHeader
	ID       int64  `xml:"Id,omitempty"` // the department
	Name     string `xml:",omitempty"`
	ParentID int64  `xml:"ParentId,omitempty"` // the department above
	Order    int64  `xml:",omitempty"`         // its place among its siblings, largest first
}

func (e *UpdateDepartmentEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.num(&e.ID)
	case "name":
		return f.str(&e.Name)
	case "parentid":
		return f.num(&e.ParentID)
	case "order":
		return f.num(&e.Order)
	}
	return false
}

// DeleteDepartmentEvent says that a department was removed (删除部门事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90971
type DeleteDepartmentEvent struct {
	EventHeader
	ID int64 `xml:"Id,omitempty"` // the department
}

func (e *DeleteDepartmentEvent) set(f field) bool {
	switch string(f.name()) {
	case "id":
		return f.num(&e.ID)
	}
	return false
}

// UpdateTagEvent says that members or departments were added to a tag or removed from it (标签成员变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90972
type UpdateTagEvent struct {
	EventHeader
	TagID         int64    `xml:"TagId,omitempty"` // the tag
	AddUserItems  []string `xml:",omitempty"`      // userids added
	DelUserItems  []string `xml:",omitempty"`      // userids removed
	AddPartyItems []int64  `xml:",omitempty"`      // departments added
	DelPartyItems []int64  `xml:",omitempty"`      // departments removed
}

func (e *UpdateTagEvent) set(f field) bool {
	switch string(f.name()) {
	case "tagid":
		return f.num(&e.TagID)
	case "adduseritems":
		return f.joined(&e.AddUserItems)
	case "deluseritems":
		return f.joined(&e.DelUserItems)
	case "addpartyitems":
		return f.joinedNums(&e.AddPartyItems)
	case "delpartyitems":
		return f.joinedNums(&e.DelPartyItems)
	}
	return false
}

// ContactChangeEvent is a change of the contacts of a kind that has no type here; its values are in Extra
// (通讯录变更事件).
//
// Doc: https://developer.work.weixin.qq.com/document/path/90376
type ContactChangeEvent struct {
	EventHeader
}

func newContactChangeEvent(changeType string) Event {
	switch changeType {
	case "create_user":
		return new(CreateUserEvent)
	case "update_user":
		return new(UpdateUserEvent)
	case "delete_user":
		return new(DeleteUserEvent)
	case "create_party":
		return new(CreateDepartmentEvent)
	case "update_party":
		return new(UpdateDepartmentEvent)
	case "delete_party":
		return new(DeleteDepartmentEvent)
	case "update_tag":
		return new(UpdateTagEvent)
	}
	return new(ContactChangeEvent)
}
