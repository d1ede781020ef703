package workwxtest

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/go-workwx/workwx"
)

// customerGroup is a group chat with customers.
type customerGroup struct {
	id        string
	name      string
	owner     string
	notice    string
	created   time.Time
	dismissed time.Time
	members   []*groupMember // those who left too
	version   int64
	status    workwx.GroupChatStatus
	ownerLeft bool        // the owner has left the corp
	handed    []time.Time // when it got another owner who was not forced to leave
	writes    []groupWrite
}

type groupWrite struct {
	id string
	at time.Time
}

// groupMember is somebody in a group chat as the platform shows it.
type groupMember struct {
	UserID        string                     `json:"userid"`
	Type          workwx.GroupChatMemberType `json:"type"`
	UnionID       string                     `json:"unionid,omitempty"`
	JoinTime      int64                      `json:"join_time"`
	JoinScene     workwx.GroupChatJoinScene  `json:"join_scene"`
	Invitor       *groupUser                 `json:"invitor,omitempty"`
	State         string                     `json:"state,omitempty"`
	GroupNickname string                     `json:"group_nickname"`
	Name          string                     `json:"name,omitempty"`
	person        *person                    // nil for a member of the corp
	left          time.Time
}

type groupUser struct {
	UserID string `json:"userid"`
}

// joinWay is a way into group chats as the platform shows it.
type joinWay struct {
	ConfigID       string   `json:"config_id"`
	Scene          int      `json:"scene"`
	Remark         string   `json:"remark"`
	AutoCreateRoom int64    `json:"auto_create_room"`
	RoomBaseName   string   `json:"room_base_name"`
	RoomBaseID     int64    `json:"room_base_id"`
	ChatIDList     []string `json:"chat_id_list"`
	QRCode         string   `json:"qr_code"`
	State          string   `json:"state"`
	MarkSource     bool     `json:"mark_source"`
}

const customerGroupSize = 500

func customerGroupHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "groupchat/list":                   in(listCustomerGroups),
		ec + "groupchat/get":                    in(getCustomerGroup),
		ec + "groupchat/add_join_way":           addJoinWay,
		ec + "groupchat/get_join_way":           in(getJoinWay),
		ec + "groupchat/update_join_way":        updateJoinWay,
		ec + "groupchat/del_join_way":           in(deleteJoinWay),
		ec + "groupchat/statistic":              in(groupStatistics),
		ec + "groupchat/statistic_group_by_day": in(groupStatisticsByDay),
		ec + "opengid_to_chatid":                in(openGIDToChatID),
	}
}

// CustomerGroup is a group chat with customers.
type CustomerGroup struct {
	ChatID    string
	Name      string
	Owner     string // a member
	Notice    string
	Members   []string // user ids and external user ids, the owner among them
	Time      time.Time
	Dismissed bool
}

// AddCustomerGroup plays a member who makes a group chat with customers, and returns the chat_id. Members
// are user ids and external_userids; it pushes change_external_chat. It panics if there is no such owner.
func (s *Server) AddCustomerGroup(name, owner string, members ...string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.contacts.member(owner)
	if m == nil {
		panic(fmt.Sprintf("workwxtest: there is no member %q; use AddUsers", owner))
	}
	return s.createGroup(name, m.UserID, members).id
}

func (s *Server) createGroup(name, owner string, members []string) *customerGroup {
	g := &customerGroup{id: newID("wr"), name: name, owner: owner, created: s.now()}
	for _, id := range append([]string{owner}, members...) {
		s.join(g, id, workwx.GroupChatJoinSceneInvited, owner, "")
	}
	s.customers.groups = append(s.customers.groups, g)
	s.pushChat(g, "create", nil)
	return g
}

// CustomerGroups returns the group chats with customers in the order they were made.
func (s *Server) CustomerGroups() []CustomerGroup {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []CustomerGroup
	for _, g := range s.customers.groups {
		one := CustomerGroup{ChatID: g.id, Name: g.name, Owner: g.owner, Notice: g.notice, Time: g.created, Dismissed: g.gone()}
		for _, m := range g.present() {
			one.Members = append(one.Members, m.UserID)
		}
		list = append(list, one)
	}
	return list
}

// GroupInvites plays a member of a group chat who brings others in, and pushes change_external_chat. See
// [Server.CustomerScans] for join ways.
func (s *Server) GroupInvites(chatID, inviter string, members ...string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		return s.joinAll(g, members, workwx.GroupChatJoinSceneInvited, inviter, "")
	})
}

// GroupQuits plays somebody who leaves a group chat, and pushes change_external_chat.
func (s *Server) GroupQuits(chatID, id string) error { return s.leaveGroup(chatID, id, 0) }

// GroupRemoves plays the owner of a group chat who removes somebody, and pushes change_external_chat.
func (s *Server) GroupRemoves(chatID, id string) error { return s.leaveGroup(chatID, id, 1) }

func (s *Server) leaveGroup(chatID, id string, scene int64) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		m := g.member(id)
		switch {
		case m == nil:
			return fmt.Errorf("workwxtest: %s is not in the group chat", id)
		case m.UserID == g.owner:
			return fmt.Errorf("workwxtest: %s owns the group chat; use GroupChangesOwner first", id)
		}
		last := g.memberVersion()
		m.left = s.now()
		g.version++
		s.pushChat(g, "update", newXML().text("UpdateDetail", "del_member").number("QuitScene", scene).number("MemChangeCnt", 1).
			raw("MemChangeList", newXML().text("Item", m.UserID)).text("LastMemVer", last).text("CurMemVer", g.memberVersion()))
		return nil
	})
}

// GroupChangesOwner plays the owner of a group chat who hands it to another member of the corp in it, and
// pushes change_external_chat.
func (s *Server) GroupChangesOwner(chatID, userID string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		m := g.member(userID)
		if m == nil || m.person != nil {
			return fmt.Errorf("workwxtest: %s is no member of the corp in the group chat", userID)
		}
		g.owner = m.UserID
		s.pushChat(g, "update", newXML().text("UpdateDetail", "change_owner"))
		return nil
	})
}

// GroupRenames plays the owner of a group chat who renames it, and pushes change_external_chat.
func (s *Server) GroupRenames(chatID, name string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		g.name = name
		s.pushChat(g, "update", newXML().text("UpdateDetail", "change_name"))
		return nil
	})
}

// GroupAnnounces plays the owner of a group chat who writes an announcement, and pushes
// change_external_chat.
func (s *Server) GroupAnnounces(chatID, notice string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		g.notice = notice
		s.pushChat(g, "update", newXML().text("UpdateDetail", "change_notice"))
		return nil
	})
}

// GroupDismisses plays the owner of a group chat who dissolves it, and pushes change_external_chat.
func (s *Server) GroupDismisses(chatID string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		g.dismissed = s.now()
		s.pushChat(g, "dismiss", nil)
		return nil
	})
}

// GroupWrites plays somebody who writes in a group chat; statistics count it.
func (s *Server) GroupWrites(chatID, id string) error {
	return s.changeGroup(chatID, func(g *customerGroup) error {
		m := g.member(id)
		if m == nil {
			return fmt.Errorf("workwxtest: %s is not in the group chat", id)
		}
		g.writes = append(g.writes, groupWrite{m.UserID, s.now()})
		return nil
	})
}

// OpenGID returns the opengid that a mini program gets when it is opened in a group chat.
func (s *Server) OpenGID(chatID string) string { return s.alias("tG", chatID) }

func (s *Server) changeGroup(chatID string, change func(*customerGroup) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.customers.group(chatID)
	if g == nil || g.gone() {
		return fmt.Errorf("workwxtest: there is no group chat %q; use AddCustomerGroup", chatID)
	}
	return change(g)
}

func (s *Server) pushChat(g *customerGroup, change string, fields *xmlWriter) {
	e := event("change_external_chat").text("ChatId", g.id).text("ChangeType", change)
	if fields != nil {
		e.fields.b.Write(fields.b.Bytes())
	}
	s.pushEvent(e)
}

// join puts somebody into a group chat.
func (s *Server) join(g *customerGroup, id string, scene workwx.GroupChatJoinScene, inviter, state string) *groupMember {
	m := &groupMember{UserID: id, Type: workwx.GroupChatMemberTypeExternal, JoinTime: s.now().Unix(), JoinScene: scene, State: state}
	if user := s.contacts.member(id); user != nil {
		m.UserID, m.Type = user.UserID, workwx.GroupChatMemberTypeUser
	} else if p := s.customers.person(id); p != nil {
		m.person, m.UnionID = p, p.UnionID
	} else {
		return nil
	}
	if g.member(m.UserID) != nil {
		return nil
	}
	if user := s.contacts.member(inviter); user != nil { // others are not told
		m.Invitor = &groupUser{user.UserID}
	}
	g.members = append(g.members, m)
	g.version++
	return m
}

// joinAll is join with an event.
func (s *Server) joinAll(g *customerGroup, ids []string, scene workwx.GroupChatJoinScene, inviter, state string) error {
	last, list := g.memberVersion(), newXML()
	n := int64(0)
	for _, id := range ids {
		if s.contacts.member(id) == nil && s.customers.person(id) == nil {
			return fmt.Errorf("workwxtest: there is nobody %q; use AddCustomer or AddUsers", id)
		}
	}
	for _, id := range ids {
		if m := s.join(g, id, scene, inviter, state); m != nil {
			list.text("Item", m.UserID)
			n++
		}
	}
	if n == 0 {
		return nil
	}
	told := int64(0) // events know two scenes only
	if scene == workwx.GroupChatJoinSceneQRCode {
		told = int64(scene)
	}
	s.pushChat(g, "update", newXML().text("UpdateDetail", "add_member").number("JoinScene", told).number("MemChangeCnt", n).
		raw("MemChangeList", list).text("LastMemVer", last).text("CurMemVer", g.memberVersion()))
	return nil
}

// scanJoinWay lets a customer into the first group chat of the way that has room, or into a new one.
func (s *Server) scanJoinWay(p *person, w *joinWay) (Scan, error) {
	var last *customerGroup
	for _, id := range w.ChatIDList {
		g := s.customers.group(id)
		if g == nil || g.gone() {
			continue
		}
		last = g
		if g.member(p.ExternalUserID) != nil || len(g.present()) < customerGroupSize {
			err := s.joinAll(g, []string{p.ExternalUserID}, workwx.GroupChatJoinSceneQRCode, "", w.State)
			return Scan{ChatID: g.id, State: w.State}, err
		}
	}
	if last == nil || w.AutoCreateRoom == 0 {
		return Scan{}, fmt.Errorf("workwxtest: no group chat of the join way %s has room", w.ConfigID)
	}
	g := s.createGroup(w.RoomBaseName+strconv.FormatInt(w.RoomBaseID, 10), last.owner, nil)
	w.RoomBaseID++
	w.ChatIDList = append(w.ChatIDList, g.id)
	err := s.joinAll(g, []string{p.ExternalUserID}, workwx.GroupChatJoinSceneQRCode, "", w.State)
	return Scan{ChatID: g.id, State: w.State}, err
}

func (cs *customerState) group(chatID string) *customerGroup {
	return lookup(cs.groups, func(g *customerGroup) bool { return g.id == chatID })
}

func (cs *customerState) joinWay(configID string) *joinWay {
	return lookup(cs.joinWays, func(w *joinWay) bool { return w.ConfigID == configID })
}

func (g *customerGroup) gone() bool { return !g.dismissed.IsZero() }

// present returns those who are in the group chat now.
func (g *customerGroup) present() []*groupMember {
	return slices.DeleteFunc(slices.Clone(g.members), func(m *groupMember) bool { return !m.left.IsZero() })
}

func (g *customerGroup) member(id string) *groupMember {
	for _, m := range g.members {
		if m.UserID == id && m.left.IsZero() {
			return m
		}
	}
	return nil
}

func (g *customerGroup) memberVersion() string { return fmt.Sprintf("%s-%d", g.id, g.version) }

// seesGroup says whether the app can see the owner of a group chat.
func (s *Server) seesGroup(c *call, g *customerGroup) bool {
	m := s.contacts.member(g.owner)
	return !g.gone() && (g.ownerLeft || m != nil && s.visible(c.app, m))
}

type ownerFilter struct {
	UserIDs []string `json:"userid_list"`
}

// owners checks a filter, and says whom it lets through.
func (s *Server) owners(c *call, filter ownerFilter) (func(owner string) bool, error) {
	switch {
	case len(filter.UserIDs) > 100:
		return nil, fail(codeIllegalParameter, "userid_list has more than 100 members")
	case len(filter.UserIDs) > 0:
		return func(owner string) bool { return slices.Contains(filter.UserIDs, owner) }, nil
	}
	n := 0
	for _, m := range s.contacts.members {
		if s.visible(c.app, m) {
			n++
		}
	}
	if n > 1000 {
		return nil, fail(codeTooManyRequested, "more than 1000 members are visible: use owner_filter")
	}
	return func(string) bool { return true }, nil
}

func listCustomerGroups(s *Server, c *call, req *struct {
	paging
	Status workwx.GroupChatStatus `json:"status_filter"`
	Owners ownerFilter            `json:"owner_filter"`
}) (any, error) {
	type item struct {
		ChatID string                 `json:"chat_id"`
		Status workwx.GroupChatStatus `json:"status"`
	}
	switch {
	case req.Limit < 1 || req.Limit > 1000:
		return nil, fail(codeIllegalParameter, "limit must be 1 to 1000")
	case req.Status < 0 || req.Status > workwx.GroupChatStatusTransferred:
		return nil, fail(codeIllegalParameter, "invalid status_filter")
	}
	fits, err := s.owners(c, req.Owners)
	if err != nil {
		return nil, err
	}
	var all []item
	for _, g := range s.customers.groups {
		if !s.seesGroup(c, g) || !fits(g.owner) || req.Status != 0 && g.status != req.Status {
			continue
		}
		if g.ownerLeft && len(req.Owners.UserIDs) == 0 { // only for those who name the owner
			continue
		}
		all = append(all, item{g.id, g.status})
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		List       []item `json:"group_chat_list"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

// groupOf returns a group chat that the app can see.
func (s *Server) groupOf(c *call, chatID string) (*customerGroup, error) {
	g := s.customers.group(chatID)
	if g == nil || !s.seesGroup(c, g) {
		return nil, fail(workwx.CodeNotCustomerGroup, "chat is not external group chat")
	}
	return g, nil
}

func getCustomerGroup(s *Server, c *call, req *struct {
	ChatID   string `json:"chat_id"`
	NeedName flag   `json:"need_name"`
}) (any, error) {
	g, err := s.groupOf(c, req.ChatID)
	if err != nil {
		return nil, err
	}
	list := []groupMember{}
	for _, m := range g.present() {
		one := *m
		if req.NeedName {
			if user := s.contacts.member(m.UserID); user != nil {
				one.Name = user.Name
			} else if m.person != nil {
				one.Name = m.person.Name
			}
		}
		list = append(list, one)
	}
	type chat struct {
		ChatID        string        `json:"chat_id"`
		Name          string        `json:"name"`
		Owner         string        `json:"owner"`
		CreateTime    int64         `json:"create_time"`
		Notice        string        `json:"notice,omitempty"`
		MemberList    []groupMember `json:"member_list"`
		AdminList     []groupUser   `json:"admin_list"`
		MemberVersion string        `json:"member_version"`
	}
	return struct {
		GroupChat chat `json:"group_chat"`
	}{chat{g.id, g.name, g.owner, g.created.Unix(), g.notice, list, []groupUser{}, g.memberVersion()}}, nil
}

func openGIDToChatID(s *Server, c *call, req *struct {
	OpenGID string `json:"opengid"`
}) (any, error) {
	for _, g := range s.customers.groups {
		if s.OpenGID(g.id) == req.OpenGID && s.seesGroup(c, g) {
			return struct {
				ChatID string `json:"chat_id"`
			}{g.id}, nil
		}
	}
	return nil, fail(codeOpenGIDNotFound, "invalid opengid")
}

func (s *Server) joinWayOf(configID string) (*joinWay, error) {
	if configID == "" {
		return nil, fail(codeMissingConfigID, "config_id missing")
	}
	w := s.customers.joinWay(configID)
	if w == nil {
		return nil, fail(workwx.CodeInvalidContactWayConfigID, "invalid config_id")
	}
	return w, nil
}

// settleJoinWay checks a join way and fills in what the platform does.
func (s *Server) settleJoinWay(c *call, w *joinWay) error {
	switch {
	case w.Scene == 0:
		return fail(codeMissingWayScene, "scene missing")
	case w.Scene != 1 && w.Scene != qrCodeScene:
		return fail(codeIllegalWayScene, "invalid scene")
	case len(w.ChatIDList) == 0:
		return fail(workwx.CodeEmptyParameter, "chat_id_list is empty")
	case len(w.ChatIDList) > 5:
		return fail(codeTooManyJoinWayChats, "a join way has 5 group chats at most")
	case len([]rune(w.RoomBaseName)) > 40:
		return fail(codeIllegalParameter, "room_base_name has more than 40 characters")
	case len([]rune(w.State)) > 30:
		return fail(codeIllegalParameter, "state has more than 30 characters")
	}
	for _, id := range w.ChatIDList {
		if _, err := s.groupOf(c, id); err != nil {
			return err
		}
	}
	if runes := []rune(w.Remark); len(runes) > 30 {
		w.Remark = string(runes[:30])
	}
	w.QRCode = s.URL + "/wwhead/" + w.ConfigID + "/0"
	return nil
}

func addJoinWay(s *Server, c *call) (any, error) {
	w := &joinWay{AutoCreateRoom: 1, MarkSource: true}
	if err := c.decode(w); err != nil {
		return nil, err
	}
	w.ConfigID = newID("")
	if s.customers.lastingWays() >= contactWayLimit {
		return nil, fail(workwx.CodeTooManyContactWays, "the corp has %d contact ways", contactWayLimit)
	}
	if err := s.settleJoinWay(c, w); err != nil {
		return nil, err
	}
	s.customers.joinWays = append(s.customers.joinWays, w)
	return configID{w.ConfigID}, nil
}

func getJoinWay(s *Server, _ *call, req *configID) (any, error) {
	w, err := s.joinWayOf(req.ConfigID)
	return struct {
		JoinWay *joinWay `json:"join_way"`
	}{w}, err
}

// updateJoinWay replaces a join way: nothing of the old one is kept.
func updateJoinWay(s *Server, c *call) (any, error) {
	w := &joinWay{AutoCreateRoom: 1, MarkSource: true}
	if err := c.decode(w); err != nil {
		return nil, err
	}
	old, err := s.joinWayOf(w.ConfigID)
	if err != nil {
		return nil, err
	}
	if err := s.settleJoinWay(c, w); err != nil {
		return nil, err
	}
	*old = *w
	return nil, nil
}

func deleteJoinWay(s *Server, _ *call, req *configID) (any, error) {
	w, err := s.joinWayOf(req.ConfigID)
	if err != nil {
		return nil, err
	}
	s.customers.joinWays = slices.DeleteFunc(s.customers.joinWays, func(o *joinWay) bool { return o == w })
	return nil, nil
}
