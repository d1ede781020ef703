package workwxtest

import (
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

// The kinds of rule groups: for customers and for moments.
const (
	customerStrategies = "customer_strategy"
	momentStrategies   = "moment_strategy"
)

// strategy is a group of rules: who manages which members, and what they may do.
type strategy struct {
	ID         int64           `json:"strategy_id"`
	ParentID   int64           `json:"parent_id"`
	Name       string          `json:"strategy_name"`
	AdminList  []string        `json:"admin_list"`
	Privilege  map[string]bool `json:"privilege"`
	CreateTime int64           `json:"create_time"`
	scope      []strategyRange
	app        *app
}

type strategyRange struct {
	Type    int    `json:"type"` // 1 a member, 2 a department
	UserID  string `json:"userid,omitempty"`
	PartyID int64  `json:"partyid,omitempty"`
}

type strategyRequest struct {
	ID        int64           `json:"strategy_id"`
	ParentID  int64           `json:"parent_id"`
	Name      *string         `json:"strategy_name"`
	AdminList []string        `json:"admin_list"`
	Privilege map[string]bool `json:"privilege"`
	Range     []strategyRange `json:"range"`
	RangeAdd  []strategyRange `json:"range_add"`
	RangeDel  []strategyRange `json:"range_del"`
}

func strategyHandlers() map[string]handler {
	list := map[string]handler{}
	for kind, privileges := range map[string][]string{
		customerStrategies: {
			"view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room", "share_customer",
			"oper_resign_customer", "oper_resign_group", "send_customer_msg", "edit_welcome_msg", "view_behavior_data",
			"view_room_data", "send_group_msg", "room_deduplication", "rapid_reply", "onjob_customer_transfer",
			"edit_anti_spam_rule", "export_customer_list", "export_customer_data", "export_customer_group_list", "manage_customer_tag",
		},
		momentStrategies: {"view_moment_list", "send_moment", "manage_moment_cover_and_sign"},
	} {
		path := "/cgi-bin/externalcontact/" + kind + "/"
		list[path+"create"] = in(func(s *Server, c *call, req *strategyRequest) (any, error) {
			return s.createStrategy(c, kind, privileges, req)
		})
		list[path+"edit"] = in(func(s *Server, c *call, req *strategyRequest) (any, error) {
			return nil, s.editStrategy(c, kind, privileges, req)
		})
		list[path+"get"] = in(func(s *Server, c *call, req *strategyRequest) (any, error) {
			st, err := s.strategyOf(c, kind, req.ID)
			return struct {
				Strategy *strategy `json:"strategy"`
			}{st}, err
		})
		list[path+"del"] = in(func(s *Server, c *call, req *strategyRequest) (any, error) {
			return nil, s.deleteStrategy(c, kind, req.ID)
		})
		list[path+"list"] = in(func(s *Server, c *call, req *paging) (any, error) { return s.listStrategies(c, kind, req) })
		list[path+"get_range"] = in(func(s *Server, c *call, req *struct {
			paging
			ID int64 `json:"strategy_id"`
		}) (any, error) {
			st, err := s.strategyOf(c, kind, req.ID)
			if err != nil {
				return nil, err
			}
			part, next, err := page(st.scope, req.Cursor, req.Limit, 1000, 1000)
			return struct {
				Range      []strategyRange `json:"range"`
				NextCursor string          `json:"next_cursor"`
			}{part, next}, err
		})
	}
	return list
}

func (cs *customerState) strategy(kind string, id int64) *strategy {
	return lookup(cs.strategies[kind], func(st *strategy) bool { return st.ID == id })
}

// strategyOf returns a rule group that the app created.
func (s *Server) strategyOf(c *call, kind string, id int64) (*strategy, error) {
	st := s.customers.strategy(kind, id)
	if st == nil || st.app != c.app {
		return nil, fail(codeIllegalParameter, "invalid strategy_id")
	}
	return st, nil
}

// covers says whether a member belongs to a rule group.
func (s *Server) covers(st *strategy, userID string) bool {
	m := s.contacts.member(userID)
	return m != nil && slices.ContainsFunc(st.scope, func(r strategyRange) bool {
		return r.Type == 1 && strings.EqualFold(r.UserID, userID) ||
			r.Type == 2 && slices.Contains(s.contacts.within(s.contacts.subtree(r.PartyID)), m)
	})
}

// checkStrategy refuses a rule group as the platform would.
func (s *Server) checkStrategy(kind string, st *strategy) error {
	switch {
	case st.Name == "":
		return fail(workwx.CodeEmptyParameter, "strategy_name missing")
	case len(st.AdminList) == 0 || len(st.AdminList) > 20:
		return fail(codeIllegalParameter, "admin_list must hold 1 to 20 members")
	case len(st.scope) == 0 || len(st.scope) > 3000:
		return fail(codeIllegalParameter, "range must hold 1 to 3000 members and departments")
	}
	for _, id := range st.AdminList {
		if _, err := s.memberOf(id); err != nil {
			return err
		}
	}
	parent := s.customers.strategy(kind, st.ParentID)
	for _, r := range st.scope {
		switch {
		case r.Type == 1 && s.contacts.member(r.UserID) == nil:
			return fail(workwx.CodeUserNotFound, "userid not found")
		case r.Type == 2 && s.contacts.department(r.PartyID) == nil:
			return fail(workwx.CodeInvalidDepartmentID, "invalid partyid")
		case r.Type != 1 && r.Type != 2:
			return fail(codeIllegalParameter, "invalid type of a range")
		case parent != nil && r.Type == 1 && !s.covers(parent, r.UserID):
			return fail(codeIllegalParameter, "the parent does not cover %s", r.UserID)
		}
	}
	return nil
}

// allowed returns privileges: what a request does not name is allowed.
func allowed(names []string, req map[string]bool) map[string]bool {
	fixed := []string{"view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room"}
	out := map[string]bool{}
	for _, name := range names {
		v, named := req[name]
		out[name] = v || !named || slices.Contains(fixed, name)
	}
	return out
}

func (s *Server) createStrategy(c *call, kind string, names []string, req *strategyRequest) (any, error) {
	cs := &s.customers
	st := &strategy{
		ParentID: req.ParentID, AdminList: req.AdminList, Privilege: allowed(names, req.Privilege), CreateTime: c.now.Unix(),
		scope: req.Range, app: c.app,
	}
	if req.Name != nil {
		st.Name = *req.Name
	}
	depth := 1
	for id := req.ParentID; id != 0; depth++ {
		parent, err := s.strategyOf(c, kind, id)
		if err != nil {
			return nil, err
		}
		if id == req.ParentID {
			st.Privilege = parent.Privilege
		}
		id = parent.ParentID
	}
	if depth > 5 {
		return nil, fail(codeIllegalParameter, "rule groups have 5 levels at most")
	}
	if err := s.checkStrategy(kind, st); err != nil {
		return nil, err
	}
	cs.seq++
	st.ID = cs.seq
	cs.strategies[kind] = append(cs.strategies[kind], st)
	return struct {
		StrategyID int64 `json:"strategy_id"`
	}{st.ID}, nil
}

func (s *Server) editStrategy(c *call, kind string, names []string, req *strategyRequest) error {
	old, err := s.strategyOf(c, kind, req.ID)
	if err != nil {
		return err
	}
	st := *old
	st.scope = without(with(st.scope, req.RangeAdd), req.RangeDel)
	if req.Name != nil {
		st.Name = *req.Name
	}
	if len(req.AdminList) > 0 {
		st.AdminList = req.AdminList
	}
	if req.Privilege != nil && st.ParentID == 0 {
		st.Privilege = allowed(names, req.Privilege)
	}
	if len(req.RangeAdd) > 100 || len(req.RangeDel) > 100 {
		return fail(codeIllegalParameter, "range_add and range_del hold 100 at most")
	}
	if err := s.checkStrategy(kind, &st); err != nil {
		return err
	}
	*old = st
	return nil
}

// deleteStrategy deletes a rule group and the tags that belong to it.
func (s *Server) deleteStrategy(c *call, kind string, id int64) error {
	st, err := s.strategyOf(c, kind, id)
	if err != nil {
		return err
	}
	cs := &s.customers
	if slices.ContainsFunc(cs.strategies[kind], func(o *strategy) bool { return o.ParentID == id }) {
		return fail(codeIllegalParameter, "the rule group has others below it")
	}
	cs.strategies[kind] = slices.DeleteFunc(cs.strategies[kind], func(o *strategy) bool { return o == st })
	for _, g := range cs.tagGroups {
		if kind == customerStrategies && g.strategy == id {
			cs.deleteTag(g, nil)
		}
	}
	return nil
}

func (s *Server) listStrategies(c *call, kind string, req *paging) (any, error) {
	type item struct {
		StrategyID int64 `json:"strategy_id"`
	}
	var all []item
	for _, st := range s.customers.strategies[kind] {
		if st.app == c.app {
			all = append(all, item{st.ID})
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 1000, 1000)
	return struct {
		Strategy   []item `json:"strategy"`
		NextCursor string `json:"next_cursor"`
	}{part, next}, err
}
