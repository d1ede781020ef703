package workwxtest

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

func userHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/user/create":                createUser,
		"/cgi-bin/user/get":                   getUser,
		"/cgi-bin/user/update":                updateUser,
		"/cgi-bin/user/delete":                deleteUser,
		"/cgi-bin/user/batchdelete":           in(batchDeleteUsers),
		"/cgi-bin/user/list":                  listUsers,
		"/cgi-bin/user/simplelist":            listSimpleUsers,
		"/cgi-bin/user/list_id":               in(listUserIDs),
		"/cgi-bin/user/convert_to_openid":     in(convertToOpenID),
		"/cgi-bin/user/convert_to_userid":     in(convertToUserID),
		"/cgi-bin/user/getuserid":             in(userIDByMobile),
		"/cgi-bin/user/get_userid_by_email":   in(userIDByEmail),
		"/cgi-bin/user/get_active_stat":       activeCount,
		"/cgi-bin/user/check_member_auth":     in(checkMemberAuth),
		"/cgi-bin/user/list_member_auth":      in(listMemberAuths),
		"/cgi-bin/batch/userid_to_openuserid": in(toOpenUserIDs),
		"/cgi-bin/batch/openuserid_to_userid": in(toUserIDs),
		"/cgi-bin/batch/invite":               in(inviteUsers),
		"/cgi-bin/corp/get_join_qrcode":       joinQRCode,
	}
}

// userChange is what a request says of a member beyond the fields of member.
type userChange struct {
	UserID        string `json:"userid"`
	NewUserID     string `json:"new_userid"`
	AvatarMediaID string `json:"avatar_mediaid"`
	Enable        *flag  `json:"enable"`
}

var (
	userIDForm = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z_.@-]{0,63}$`)
	mobileForm = regexp.MustCompile(`^\+?[0-9][0-9-]{4,20}$`)
)

func createUser(s *Server, c *call) (any, error) {
	m := &member{Status: memberInactive}
	var change userChange
	if err := decodeUser(c, m, &change); err != nil {
		return nil, err
	}
	switch {
	case m.UserID == "":
		return nil, fail(codeMissingUserID, "userid missing")
	case !userIDForm.MatchString(m.UserID):
		return nil, fail(workwx.CodeInvalidUserID, "invalid userid")
	case s.contacts.member(m.UserID) != nil:
		return nil, fail(workwx.CodeUserIDExists, "userid existed")
	case m.Mobile == "" && m.Email == "" && m.BizMail == "":
		return nil, fail(codeNoMobileNorEmail, "mobile and email both empty")
	}
	if err := s.checkUser(m, nil); err != nil {
		return nil, err
	}
	s.applyUserChange(m, &change)
	s.contacts.members = append(s.contacts.members, m)
	return nil, nil
}

// decodeUser decodes a request over a member: fields that it does not name stay as they are.
func decodeUser(c *call, m *member, change *userChange) error {
	if err := c.decode(change); err != nil {
		return err
	}
	status, open, qr := m.Status, m.OpenUserID, m.QRCode
	if err := c.decode(m); err != nil {
		return err
	}
	m.Status, m.OpenUserID, m.QRCode = status, open, qr
	if bytes.Equal(m.ExtAttr, []byte("null")) {
		m.ExtAttr = nil
	}
	return nil
}

// checkUser refuses a member as the platform would; old is what it was before.
func (s *Server) checkUser(m, old *member) error {
	cs := &s.contacts
	taken := func(same func(*member) bool) bool {
		return cs.find(func(other *member) bool { return other != old && same(other) }) != nil
	}
	switch {
	case m.Name == "" || len([]rune(m.Name)) > 64:
		return fail(codeIllegalUserName, "invalid name: it must have 1 to 64 characters")
	case m.Mobile != "" && !mobileForm.MatchString(m.Mobile):
		return fail(codeIllegalMobile, "invalid mobile")
	case m.Mobile != "" && taken(func(o *member) bool { return o.Mobile == m.Mobile }):
		return fail(workwx.CodeMobileExists, "mobile existed")
	case m.Email != "" && !strings.Contains(m.Email, "@"):
		return fail(codeIllegalEmail, "invalid email")
	case m.Email != "" && taken(func(o *member) bool { return strings.EqualFold(o.Email, m.Email) }):
		return fail(workwx.CodeEmailExists, "email existed")
	case m.BizMail != "" && taken(func(o *member) bool { return strings.EqualFold(o.BizMail, m.BizMail) }):
		return fail(workwx.CodeCorpEmailExists, "biz_mail existed")
	case len(m.Department) > 100:
		return fail(codeUserDepartments, "too many departments")
	case len(m.DirectLeader) > 5:
		return fail(codeTooManyLeaders, "more than 5 direct leaders")
	case len(m.IsLeaderInDept) > 0 && (old == nil || !slices.Equal(m.Department, old.Department)) && len(m.IsLeaderInDept) != len(m.Department):
		return fail(codeLeaderListLength, "is_leader_in_dept and department differ in length")
	}
	for _, id := range m.Department {
		if cs.department(id) == nil {
			return fail(workwx.CodeDepartmentNotFound, "department %d not found", id)
		}
	}
	for _, id := range m.DirectLeader {
		if cs.member(id) == nil && !strings.EqualFold(id, m.UserID) {
			return fail(workwx.CodeUserNotFound, "direct_leader %s not found", id)
		}
	}
	return nil
}

func (s *Server) applyUserChange(m *member, change *userChange) {
	if change.Enable != nil && !*change.Enable {
		m.Status = memberDisabled
	} else if change.Enable != nil && m.Status == memberDisabled {
		m.Status = memberInactive
	}
	if change.AvatarMediaID != "" {
		m.Avatar = s.URL + imagePath + change.AvatarMediaID
		m.ThumbAvatar = m.Avatar + "/100"
	}
	s.settle(m)
}

func getUser(s *Server, c *call) (any, error) {
	m, err := s.memberOf(c.query.Get("userid"))
	if err != nil {
		return nil, err
	}
	return m, nil
}

// memberOf returns the member or the errcode for its lack.
func (s *Server) memberOf(userID string) (*member, error) {
	if userID == "" {
		return nil, fail(codeMissingUserID, "userid missing")
	}
	m := s.contacts.member(userID)
	if m == nil {
		return nil, fail(workwx.CodeUserNotFound, "userid not found")
	}
	return m, nil
}

func updateUser(s *Server, c *call) (any, error) {
	var change userChange
	if err := c.decode(&change); err != nil {
		return nil, err
	}
	old, err := s.memberOf(change.UserID)
	if err != nil {
		return nil, err
	}
	m := *old
	// Lists are replaced, not written into those of the old member.
	m.Department, m.Order, m.IsLeaderInDept = slices.Clone(old.Department), slices.Clone(old.Order), slices.Clone(old.IsLeaderInDept)
	m.DirectLeader = slices.Clone(old.DirectLeader)
	m.ExtAttr, m.ExternalProfile = slices.Clone(old.ExtAttr), slices.Clone(old.ExternalProfile)
	if err := decodeUser(c, &m, &change); err != nil {
		return nil, err
	}
	m.UserID = old.UserID
	if change.NewUserID != "" && change.NewUserID != old.UserID {
		other := s.contacts.member(change.NewUserID)
		switch {
		case !userIDForm.MatchString(change.NewUserID):
			return nil, fail(workwx.CodeInvalidUserID, "invalid new_userid")
		case other != nil && other != old:
			return nil, fail(workwx.CodeUserIDExists, "new_userid existed")
		}
		m.UserID = change.NewUserID
	}
	if err := s.checkUser(&m, old); err != nil {
		return nil, err
	}
	s.applyUserChange(&m, &change)
	if m.UserID != old.UserID {
		for _, t := range s.contacts.tags {
			rename(t.users, old.UserID, m.UserID)
		}
		for _, chat := range s.chats {
			rename(chat.UserList, old.UserID, m.UserID)
		}
		s.customers.rename(old.UserID, m.UserID)
	}
	*old = m
	return nil, nil
}

func deleteUser(s *Server, c *call) (any, error) {
	m, err := s.memberOf(c.query.Get("userid"))
	if err != nil {
		return nil, err
	}
	s.removeMember(m, c)
	return nil, nil
}

// removeMember takes a member out of the contacts.
func (s *Server) removeMember(m *member, c *call) {
	s.contacts.members = slices.DeleteFunc(s.contacts.members, func(o *member) bool { return o == m })
	s.contacts.left = append(s.contacts.left, m)
	s.memberLeft(m.UserID)
	for _, t := range s.contacts.tags {
		t.users = slices.DeleteFunc(t.users, func(id string) bool { return strings.EqualFold(id, m.UserID) })
	}
}

type userIDList struct {
	UserIDList []string `json:"useridlist"`
}

func batchDeleteUsers(s *Server, c *call, req *userIDList) (any, error) {
	var found []*member
	for _, id := range req.UserIDList {
		m := s.contacts.member(id)
		if m == nil {
			return nil, fail(workwx.CodeInvalidUserIDList, "invalid userid %q in useridlist", id)
		}
		found = append(found, m)
	}
	if len(found) == 0 || len(found) > 200 {
		return nil, fail(workwx.CodeUserIDListTooLong, "useridlist must hold 1 to 200 members")
	}
	for _, m := range found {
		s.removeMember(m, c)
	}
	return nil, nil
}

// usersOf returns the members of the department that the query names.
func (s *Server) usersOf(c *call) ([]*member, error) {
	if c.query.Get("department_id") == "" {
		return nil, fail(codeMissingDepartment, "department_id missing")
	}
	id := c.integer("department_id")
	if s.contacts.department(id) == nil {
		return nil, fail(workwx.CodeDepartmentNotFound, "department not found")
	}
	if child := c.query.Get("fetch_child"); child == "1" || child == "true" {
		return s.contacts.within(s.contacts.subtree(id)), nil
	}
	return s.contacts.within([]int64{id}), nil
}

func listUsers(s *Server, c *call) (any, error) {
	users, err := s.usersOf(c)
	return struct {
		UserList []*member `json:"userlist"`
	}{notNil(users)}, err
}

func listSimpleUsers(s *Server, c *call) (any, error) {
	type user struct {
		UserID     string  `json:"userid"`
		Name       string  `json:"name"`
		Department []int64 `json:"department"`
		OpenUserID string  `json:"open_userid"`
	}
	members, err := s.usersOf(c)
	list := []user{}
	for _, m := range members {
		list = append(list, user{m.UserID, m.Name, m.Department, m.OpenUserID})
	}
	return struct {
		UserList []user `json:"userlist"`
	}{list}, err
}

// paging is how most lists are asked for.
type paging struct {
	Cursor string `json:"cursor"`
	Limit  int64  `json:"limit"`
}

func listUserIDs(s *Server, _ *call, req *paging) (any, error) {
	type user struct {
		UserID     string `json:"userid"`
		Department int64  `json:"department"`
	}
	var all []user
	for _, m := range s.contacts.members {
		for _, d := range m.Department {
			all = append(all, user{m.UserID, d})
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 10000, 10000)
	return struct {
		DeptUser   []user `json:"dept_user"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}

type identity struct {
	UserID     string `json:"userid,omitempty"`
	OpenID     string `json:"openid,omitempty"`
	OpenUserID string `json:"open_userid,omitempty"`
	Mobile     string `json:"mobile,omitempty"`
	Email      string `json:"email,omitempty"`
	EmailType  int64  `json:"email_type,omitempty"`
}

func convertToOpenID(s *Server, _ *call, req *identity) (any, error) {
	m, err := s.memberOf(req.UserID)
	if err != nil {
		return nil, err
	}
	return identity{OpenID: s.alias("o", m.UserID)}, nil
}

func convertToUserID(s *Server, _ *call, req *identity) (any, error) {
	m := s.contacts.find(func(m *member) bool { return s.alias("o", m.UserID) == req.OpenID })
	if m == nil {
		return nil, fail(codeInvalidOpenID, "invalid openid")
	}
	return identity{UserID: m.UserID}, nil
}

func userIDByMobile(s *Server, _ *call, req *identity) (any, error) {
	m := s.contacts.find(func(m *member) bool { return m.Mobile != "" && m.Mobile == req.Mobile })
	if m == nil {
		return nil, fail(workwx.CodeUserLookupNotFound, "no member has this mobile")
	}
	return identity{UserID: m.UserID}, nil
}

// userIDByEmail looks among corp addresses, or private ones if the type is 2.
func userIDByEmail(s *Server, _ *call, req *identity) (any, error) {
	m := s.contacts.find(func(m *member) bool {
		address := m.BizMail
		if req.EmailType == 2 {
			address = m.Email
		}
		return address != "" && strings.EqualFold(address, req.Email)
	})
	if m == nil {
		return nil, fail(workwx.CodeUserLookupNotFound, "no member has this email")
	}
	return identity{UserID: m.UserID}, nil
}

func activeCount(s *Server, _ *call) (any, error) {
	n := 0
	for _, m := range s.contacts.members {
		if m.Status == memberActive {
			n++
		}
	}
	return struct {
		ActiveCount int `json:"active_cnt"`
	}{n}, nil
}

func checkMemberAuth(s *Server, _ *call, req *identity) (any, error) {
	m := s.contacts.find(func(m *member) bool { return m.OpenUserID == req.OpenUserID })
	return struct {
		IsMemberAuth bool `json:"is_member_auth"`
	}{m != nil}, nil
}

func listMemberAuths(s *Server, _ *call, req *paging) (any, error) {
	var all []identity
	for _, m := range s.contacts.members {
		all = append(all, identity{OpenUserID: m.OpenUserID})
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		List       []identity `json:"member_auth_list"`
		NextCursor string     `json:"next_cursor"`
	}{part, next}, err
}

func toOpenUserIDs(s *Server, _ *call, req *struct {
	UserIDList []string `json:"userid_list"`
}) (any, error) {
	found, invalid := []identity{}, []string{}
	for _, id := range req.UserIDList {
		if m := s.contacts.member(id); m != nil {
			found = append(found, identity{UserID: m.UserID, OpenUserID: m.OpenUserID})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		OpenUserIDList []identity `json:"open_userid_list"`
		Invalid        []string   `json:"invalid_userid_list"`
	}{found, invalid}, nil
}

func toUserIDs(s *Server, _ *call, req *struct {
	OpenUserIDList []string `json:"open_userid_list"`
}) (any, error) {
	found, invalid := []identity{}, []string{}
	for _, id := range req.OpenUserIDList {
		if m := s.contacts.find(func(m *member) bool { return m.OpenUserID == id }); m != nil {
			found = append(found, identity{UserID: m.UserID, OpenUserID: m.OpenUserID})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		UserIDList []identity `json:"userid_list"`
		Invalid    []string   `json:"invalid_open_userid_list"`
	}{found, invalid}, nil
}

func inviteUsers(s *Server, _ *call, req *struct {
	User  []string `json:"user"`
	Party []int64  `json:"party"`
	Tag   []int64  `json:"tag"`
}) (any, error) {
	if len(req.User)+len(req.Party)+len(req.Tag) == 0 {
		return nil, fail(workwx.CodeNoRecipients, "user, party and tag are all empty")
	}
	out := struct {
		InvalidUser  []string `json:"invaliduser"`
		InvalidParty []int64  `json:"invalidparty"`
		InvalidTag   []int64  `json:"invalidtag"`
	}{[]string{}, []int64{}, []int64{}}
	for _, id := range req.User {
		if s.contacts.member(id) == nil {
			out.InvalidUser = append(out.InvalidUser, id)
		}
	}
	for _, id := range req.Party {
		if s.contacts.department(id) == nil {
			out.InvalidParty = append(out.InvalidParty, id)
		}
	}
	for _, id := range req.Tag {
		if s.contacts.tag(id) == nil {
			out.InvalidTag = append(out.InvalidTag, id)
		}
	}
	if len(out.InvalidUser)+len(out.InvalidParty)+len(out.InvalidTag) == len(req.User)+len(req.Party)+len(req.Tag) {
		return nil, fail(workwx.CodeAllRecipientsInvalid, "user, party and tag are all invalid")
	}
	return out, nil
}

func joinQRCode(s *Server, _ *call) (any, error) {
	return struct {
		JoinQRCode string `json:"join_qrcode"`
	}{"https://work.weixin.qq.com/wework_admin/genqrcode?action=join&vcode=" + s.alias("vc", s.opts.corpID)}, nil
}

func rename(list []string, from, to string) {
	for i, v := range list {
		if v == from {
			list[i] = to
		}
	}
}
