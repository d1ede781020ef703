package workwxtest

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// contactState holds the corp's members, departments and tags.
type contactState struct {
	members     []*member // in the order they were created
	left        []*member // who were deleted
	departments []*department
	tags        []*tag
}

func newContacts(corpName string) contactState {
	return contactState{departments: []*department{{ID: rootDepartment, Name: corpName, Order: defaultOrder}}}
}

const (
	rootDepartment = 1
	defaultOrder   = 100000000
)

type department struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	NameEn   string   `json:"name_en,omitempty"`
	Leaders  []string `json:"department_leader"`
	ParentID int64    `json:"parentid"`
	Order    int64    `json:"order"`
}

type tag struct {
	id      int64
	name    string
	users   []string
	parties []int64
}

// member is a member as the platform shows it.
type member struct {
	UserID           string          `json:"userid"`
	Name             string          `json:"name"`
	Department       []int64         `json:"department"`
	Order            []int64         `json:"order"`
	Position         string          `json:"position"`
	Mobile           string          `json:"mobile"`
	Gender           gender          `json:"gender"`
	Email            string          `json:"email"`
	BizMail          string          `json:"biz_mail"`
	IsLeaderInDept   []int64         `json:"is_leader_in_dept"`
	DirectLeader     []string        `json:"direct_leader"`
	Avatar           string          `json:"avatar"`
	ThumbAvatar      string          `json:"thumb_avatar"`
	Telephone        string          `json:"telephone"`
	Alias            string          `json:"alias"`
	Address          string          `json:"address"`
	OpenUserID       string          `json:"open_userid"`
	MainDepartment   int64           `json:"main_department"`
	ExtAttr          json.RawMessage `json:"extattr,omitempty"`
	Status           int             `json:"status"`
	QRCode           string          `json:"qr_code"`
	ExternalPosition string          `json:"external_position"`
	ExternalProfile  json.RawMessage `json:"external_profile,omitempty"`
}

// The states of a member.
const (
	memberActive   = 1
	memberDisabled = 2
	memberInactive = 4
)

// gender travels as a string in answers, and as either in requests.
type gender string

func (g *gender) UnmarshalJSON(b []byte) error {
	*g = gender(strings.Trim(string(b), `"`))
	return nil
}

// User is a member as the server holds it.
type User struct {
	UserID         string
	Name           string
	Alias          string
	Mobile         string
	Email          string
	BizMail        string
	Position       string
	Departments    []int64
	MainDepartment int64
	Status         int // 1 active, 2 disabled, 4 not yet active
}

// AddUsers adds active members to the root department, each named like its id and with a mobile number
// of its own. Members that exist are left alone.
func (s *Server) AddUsers(userIDs ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids, mobiles := map[string]bool{}, map[string]bool{} // ids in lower case
	for _, m := range s.contacts.members {
		ids[strings.ToLower(m.UserID)], mobiles[m.Mobile] = true, true
	}
	for _, id := range userIDs {
		if ids[strings.ToLower(id)] {
			continue
		}
		m := &member{UserID: id, Name: id, Department: []int64{rootDepartment}, Mobile: freeMobile(mobiles, len(s.contacts.members)+1)}
		s.settle(m)
		m.Status = memberActive
		s.contacts.members = append(s.contacts.members, m)
		ids[strings.ToLower(id)], mobiles[m.Mobile] = true, true
	}
}

// Users returns the members in the order they were created.
func (s *Server) Users() []User {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []User
	for _, m := range s.contacts.members {
		list = append(list, User{
			UserID: m.UserID, Name: m.Name, Alias: m.Alias, Mobile: m.Mobile, Email: m.Email, BizMail: m.BizMail,
			Position: m.Position, Departments: slices.Clone(m.Department), MainDepartment: m.MainDepartment, Status: m.Status,
		})
	}
	return list
}

// freeMobile returns a number that nobody has, if possible the nth.
func freeMobile(taken map[string]bool, n int) string {
	for n += 13800000000; ; n++ {
		if mobile := strconv.Itoa(n); !taken[mobile] {
			return mobile
		}
	}
}

// settle fills in what the platform makes up about a member.
func (s *Server) settle(m *member) {
	if len(m.Department) == 0 {
		m.Department = []int64{rootDepartment}
	}
	for len(m.Order) < len(m.Department) {
		m.Order = append(m.Order, 0)
	}
	for len(m.IsLeaderInDept) < len(m.Department) {
		m.IsLeaderInDept = append(m.IsLeaderInDept, 0)
	}
	m.Order, m.IsLeaderInDept = m.Order[:len(m.Department)], m.IsLeaderInDept[:len(m.Department)]
	if !slices.Contains(m.Department, m.MainDepartment) {
		m.MainDepartment = m.Department[0]
	}
	if m.Gender == "" {
		m.Gender = "0"
	}
	m.DirectLeader = notNil(m.DirectLeader)
	m.OpenUserID = s.alias("wo", m.UserID)
	m.QRCode = "https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=" + s.alias("vc", m.UserID)
	if len(m.ExtAttr) == 0 {
		m.ExtAttr = json.RawMessage(`{"attrs":[]}`)
	}
}

// alias derives an id from another one, always the same.
func (s *Server) alias(prefix, id string) string {
	sum := sha256.Sum256([]byte(prefix + "\x00" + s.opts.corpID + "\x00" + strings.ToLower(id)))
	return prefix + base32.StdEncoding.EncodeToString(sum[:15])
}

// find returns the first member that fits.
func (cs *contactState) find(fits func(*member) bool) *member {
	if i := slices.IndexFunc(cs.members, fits); i >= 0 {
		return cs.members[i]
	}
	return nil
}

// member returns the member of an id, whose case does not matter.
func (cs *contactState) member(userID string) *member {
	return cs.find(func(m *member) bool { return strings.EqualFold(m.UserID, userID) })
}

func (cs *contactState) department(id int64) *department {
	i := slices.IndexFunc(cs.departments, func(d *department) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return cs.departments[i]
}

func (cs *contactState) tag(id int64) *tag {
	i := slices.IndexFunc(cs.tags, func(t *tag) bool { return t.id == id })
	if i < 0 {
		return nil
	}
	return cs.tags[i]
}

// subtree returns the ids of a department and all below it.
func (cs *contactState) subtree(id int64) []int64 {
	ids := []int64{id}
	for i := 0; i < len(ids); i++ {
		for _, d := range cs.departments {
			if d.ParentID == ids[i] && d.ID != ids[i] {
				ids = append(ids, d.ID)
			}
		}
	}
	return ids
}

// depth counts the departments from the root down to id.
func (cs *contactState) depth(id int64) int {
	n := 1
	for d := cs.department(id); d != nil && d.ParentID != 0; d = cs.department(d.ParentID) {
		n++
	}
	return n
}

// within returns the members of some departments.
func (cs *contactState) within(departments []int64) []*member {
	var list []*member
	for _, m := range cs.members {
		if slices.ContainsFunc(m.Department, func(id int64) bool { return slices.Contains(departments, id) }) {
			list = append(list, m)
		}
	}
	return list
}

// tagged returns the members that carry a tag, themselves or through a department.
func (cs *contactState) tagged(t *tag) []*member {
	var departments []int64
	for _, id := range t.parties {
		departments = append(departments, cs.subtree(id)...)
	}
	var list []*member
	for _, m := range cs.members {
		direct := slices.ContainsFunc(t.users, func(id string) bool { return strings.EqualFold(id, m.UserID) })
		if direct || slices.ContainsFunc(m.Department, func(id int64) bool { return slices.Contains(departments, id) }) {
			list = append(list, m)
		}
	}
	return list
}
