package workwxtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

// app is an app of the corp.
type app struct {
	agentID     int64
	secret      string
	name        string
	description string
	logo        string
	domain      string
	home        string
	location    int
	enter       int
	scope       *scope // who can see it; nil is everybody
	menu        json.RawMessage
	template    json.RawMessage            // of the workbench
	data        map[string]json.RawMessage // on the workbench, by user
}

// scope is who can see an app.
type scope struct {
	users   []string
	parties []int64
	tags    []int64
}

// App describes an app for [Server.AddApp].
type App struct {
	AgentID int64
	Secret  string
	Name    string   // made up if empty
	UserIDs []string // the members who can see it; everybody if empty
}

// AddApp adds an app to the corp.
func (s *Server) AddApp(a App) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.appByID(a.AgentID) != nil {
		panic(fmt.Sprintf("workwxtest: there is an app %d already", a.AgentID))
	}
	added := &app{agentID: a.AgentID, secret: a.Secret, name: a.Name}
	if added.name == "" {
		added.name = fmt.Sprintf("App %d", a.AgentID)
	}
	if len(a.UserIDs) > 0 {
		added.scope = &scope{users: slices.Clone(a.UserIDs)}
	}
	s.apps = append(s.apps, added)
}

func (s *Server) appByID(agentID int64) *app {
	for _, a := range s.apps {
		if a.agentID == agentID {
			return a
		}
	}
	return nil
}

// visible says whether a member receives what an app sends.
func (s *Server) visible(a *app, m *member) bool {
	if m.Status == memberDisabled {
		return false
	}
	if a == nil || a.scope == nil {
		return true
	}
	if slices.ContainsFunc(a.scope.users, func(id string) bool { return strings.EqualFold(id, m.UserID) }) {
		return true
	}
	for _, id := range a.scope.parties {
		if slices.Contains(s.contacts.within(s.contacts.subtree(id)), m) {
			return true
		}
	}
	for _, id := range a.scope.tags {
		if t := s.contacts.tag(id); t != nil && slices.Contains(s.contacts.tagged(t), m) {
			return true
		}
	}
	return false
}

// checkAgent refuses an agentid that is not the app of the token.
func (c *call) checkAgent(agentID int64) error {
	switch {
	case agentID == 0:
		return fail(codeMissingAgentID, "agentid missing")
	case agentID != c.app.agentID:
		return fail(workwx.CodeNoAppPermission, "agentid %d is not the app of the access_token", agentID)
	}
	return nil
}

func agentHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/agent/get":                      getAgent,
		"/cgi-bin/agent/list":                     listAgents,
		"/cgi-bin/agent/set":                      in(setAgent),
		"/cgi-bin/agent/set_scope":                in(setAgentScope),
		"/cgi-bin/agent/set_workbench_template":   setWorkbenchTemplate,
		"/cgi-bin/agent/get_workbench_template":   in(getWorkbenchTemplate),
		"/cgi-bin/agent/set_workbench_data":       setWorkbenchData,
		"/cgi-bin/agent/batch_set_workbench_data": setWorkbenchData,
		"/cgi-bin/agent/get_workbench_data":       in(getWorkbenchData),
		"/cgi-bin/menu/create":                    createMenu,
		"/cgi-bin/menu/get":                       getMenu,
		"/cgi-bin/menu/delete":                    deleteMenu,
	}
}

func getAgent(s *Server, c *call) (any, error) {
	if err := c.checkAgent(c.integer("agentid")); err != nil {
		return nil, err
	}
	type user struct {
		UserID string `json:"userid"`
	}
	a := c.app
	out := struct {
		AgentID        int64  `json:"agentid"`
		Name           string `json:"name"`
		SquareLogoURL  string `json:"square_logo_url"`
		Description    string `json:"description"`
		AllowUserInfos struct {
			User []user `json:"user"`
		} `json:"allow_userinfos"`
		AllowPartys struct {
			PartyID []int64 `json:"partyid"`
		} `json:"allow_partys"`
		AllowTags struct {
			TagID []int64 `json:"tagid"`
		} `json:"allow_tags"`
		Close              int    `json:"close"`
		RedirectDomain     string `json:"redirect_domain"`
		ReportLocationFlag int    `json:"report_location_flag"`
		IsReportEnter      int    `json:"isreportenter"`
		HomeURL            string `json:"home_url"`
	}{AgentID: a.agentID, Name: a.name, SquareLogoURL: a.logo, Description: a.description, RedirectDomain: a.domain,
		ReportLocationFlag: a.location, IsReportEnter: a.enter, HomeURL: a.home}
	out.AllowUserInfos.User, out.AllowPartys.PartyID, out.AllowTags.TagID = []user{}, []int64{rootDepartment}, []int64{}
	if a.scope != nil {
		for _, id := range a.scope.users {
			out.AllowUserInfos.User = append(out.AllowUserInfos.User, user{id})
		}
		out.AllowPartys.PartyID, out.AllowTags.TagID = notNil(a.scope.parties), notNil(a.scope.tags)
	}
	return out, nil
}

// listAgents lists the app of the token, which sees no other.
func listAgents(_ *Server, c *call) (any, error) {
	type item struct {
		AgentID       int64  `json:"agentid"`
		Name          string `json:"name"`
		SquareLogoURL string `json:"square_logo_url"`
	}
	return struct {
		AgentList []item `json:"agentlist"`
	}{[]item{{c.app.agentID, c.app.name, c.app.logo}}}, nil
}

func setAgent(s *Server, c *call, req *struct {
	AgentID     number  `json:"agentid"`
	Name        *string `json:"name"`
	LogoMediaID string  `json:"logo_mediaid"`
	Description *string `json:"description"`
	Location    *int    `json:"report_location_flag"`
	Enter       *int    `json:"isreportenter"`
	Domain      *string `json:"redirect_domain"`
	Home        *string `json:"home_url"`
}) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	a := c.app
	if req.LogoMediaID != "" {
		if err := s.checkMedia(req.LogoMediaID); err != nil {
			return nil, err
		}
		a.logo = s.URL + imagePath + req.LogoMediaID
	}
	set(&a.name, req.Name)
	set(&a.description, req.Description)
	set(&a.location, req.Location)
	set(&a.enter, req.Enter)
	set(&a.domain, req.Domain)
	set(&a.home, req.Home)
	return nil, nil
}

// set changes a field that a request names.
func set[T any](field *T, value *T) {
	if value != nil {
		*field = *value
	}
}

func setAgentScope(s *Server, c *call, req *struct {
	AgentID number   `json:"agentid"`
	Users   []string `json:"allow_user"`
	Parties []int64  `json:"allow_party"`
	Tags    []int64  `json:"allow_tag"`
}) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	out := struct {
		InvalidUser  []string `json:"invaliduser"`
		InvalidParty []int64  `json:"invalidparty"`
		InvalidTag   []int64  `json:"invalidtag"`
	}{[]string{}, []int64{}, []int64{}}
	sc := &scope{}
	for _, id := range req.Users {
		if m := s.contacts.member(id); m != nil {
			sc.users = append(sc.users, m.UserID)
		} else {
			out.InvalidUser = append(out.InvalidUser, id)
		}
	}
	for _, id := range req.Parties {
		if s.contacts.department(id) != nil {
			sc.parties = append(sc.parties, id)
		} else {
			out.InvalidParty = append(out.InvalidParty, id)
		}
	}
	for _, id := range req.Tags {
		if s.contacts.tag(id) != nil {
			sc.tags = append(sc.tags, id)
		} else {
			out.InvalidTag = append(out.InvalidTag, id)
		}
	}
	c.app.scope = sc
	return out, nil
}

// workbench is a request about the workbench.
type workbench struct {
	AgentID number   `json:"agentid"`
	UserID  string   `json:"userid"`
	UserIDs []string `json:"userid_list"`
	Type    string   `json:"type"`
	Data    *struct {
		Type string `json:"type"`
	} `json:"data"`
}

func (c *call) workbench() (*workbench, error) {
	req := new(workbench)
	if err := c.decode(req); err != nil {
		return nil, err
	}
	return req, c.checkAgent(int64(req.AgentID))
}

var workbenchTypes = []string{"keydata", "image", "list", "webview", "normal"}

func setWorkbenchTemplate(_ *Server, c *call) (any, error) {
	req, err := c.workbench()
	if err != nil {
		return nil, err
	}
	if !slices.Contains(workbenchTypes, req.Type) {
		return nil, fail(workwx.Code(94001), "invalid type %q", req.Type)
	}
	c.app.template = strip(c.body, "agentid")
	return nil, nil
}

func getWorkbenchTemplate(_ *Server, c *call, req *workbench) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	if c.app.template == nil {
		return nil, fail(workwx.Code(94008), "the app has no workbench template")
	}
	return c.app.template, nil
}

func setWorkbenchData(s *Server, c *call) (any, error) {
	req, err := c.workbench()
	if err != nil {
		return nil, err
	}
	if c.app.template == nil {
		return nil, fail(workwx.Code(94008), "the app has no workbench template")
	}
	data, users := strip(c.body, "agentid", "userid", "userid_list"), req.UserIDs
	if req.Data != nil {
		var body struct {
			Data json.RawMessage `json:"data"`
		}
		if err := c.decode(&body); err != nil {
			return nil, err
		}
		data = body.Data
	} else {
		users = []string{req.UserID}
	}
	for _, id := range users {
		m, err := s.memberOf(id)
		if err != nil {
			return nil, err
		}
		if c.app.data == nil {
			c.app.data = map[string]json.RawMessage{}
		}
		c.app.data[m.UserID] = data
	}
	return nil, nil
}

func getWorkbenchData(s *Server, c *call, req *workbench) (any, error) {
	if err := c.checkAgent(int64(req.AgentID)); err != nil {
		return nil, err
	}
	m, err := s.memberOf(req.UserID)
	if err != nil {
		return nil, err
	}
	data := c.app.data[m.UserID]
	if data == nil {
		data = json.RawMessage(`{}`)
	}
	return struct {
		Data json.RawMessage `json:"data"`
	}{data}, nil
}

// strip returns a JSON object without some of its fields.
func strip(object []byte, names ...string) json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil {
		return object
	}
	for _, name := range names {
		delete(fields, name)
	}
	return encode(fields)
}

type menuButton struct {
	Type string       `json:"type"`
	Name string       `json:"name"`
	Key  string       `json:"key"`
	URL  string       `json:"url"`
	Sub  []menuButton `json:"sub_button"`
}

func createMenu(_ *Server, c *call) (any, error) {
	if err := c.checkAgent(c.integer("agentid")); err != nil {
		return nil, err
	}
	var menu struct {
		Button []menuButton `json:"button"`
	}
	if err := c.decode(&menu); err != nil {
		return nil, err
	}
	if n := len(menu.Button); n < 1 || n > 3 {
		return nil, fail(workwx.Code(40016), "a menu has 1 to 3 buttons, not %d", n)
	}
	for _, b := range menu.Button {
		if err := b.check(16); err != nil {
			return nil, err
		}
		if len(b.Sub) > 5 {
			return nil, fail(workwx.Code(40023), "a button has 5 sub-buttons at most")
		}
		for _, sub := range b.Sub {
			if len(sub.Sub) > 0 {
				return nil, fail(workwx.Code(40022), "a menu has two levels at most")
			}
			if err := sub.check(40); err != nil {
				return nil, err
			}
		}
	}
	c.app.menu = c.body
	return nil, nil
}

// check refuses a button whose name is longer than so many bytes, or that does nothing.
func (b *menuButton) check(longest int) error {
	switch {
	case b.Name == "" || len(b.Name) > longest:
		return fail(workwx.Code(40018), "the name of a button has 1 to %d bytes", longest)
	case len(b.Sub) > 0:
		return nil
	case b.Type == "":
		return fail(workwx.Code(40017), "a button has no type")
	case len(b.Key) > 128:
		return fail(workwx.Code(40019), "the key of a button has 128 bytes at most")
	case b.Type == "view" && b.URL == "" || len(b.URL) > 1024:
		return fail(workwx.Code(40020), "the url of a button has 1 to 1024 bytes")
	}
	return nil
}

func getMenu(_ *Server, c *call) (any, error) {
	if err := c.checkAgent(c.integer("agentid")); err != nil {
		return nil, err
	}
	if c.app.menu == nil {
		return nil, fail(codeMenuNotSet, "menu no exist")
	}
	return c.app.menu, nil
}

func deleteMenu(_ *Server, c *call) (any, error) {
	if err := c.checkAgent(c.integer("agentid")); err != nil {
		return nil, err
	}
	c.app.menu = nil
	return nil, nil
}
