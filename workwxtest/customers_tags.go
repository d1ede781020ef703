package workwxtest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/go-workwx/workwx"
)

// customerTagGroup is a group of customer tags, of the corp or of a rule group.
type customerTagGroup struct {
	ID       string
	Name     string
	Order    int64
	created  time.Time
	strategy int64 // the rule group; 0 for the tags of the corp
	app      *app  // who created it; nil for an administrator
	tags     []*customerTag
	deleted  bool
}

type customerTag struct {
	ID      string
	Name    string
	Order   int64
	created time.Time
	app     *app
	deleted bool
}

const customerTagLimit = 10000

func customerTagHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "add_corp_tag":          in(addCorpTags),
		ec + "get_corp_tag_list":     in(listCorpTags),
		ec + "edit_corp_tag":         in(editCorpTag),
		ec + "del_corp_tag":          in(deleteCorpTags),
		ec + "add_strategy_tag":      in(addStrategyTags),
		ec + "get_strategy_tag_list": in(listStrategyTags),
		ec + "edit_strategy_tag":     in(editStrategyTag),
		ec + "del_strategy_tag":      in(deleteStrategyTags),
		ec + "mark_tag":              in(markTags),
	}
}

// AddCorpTags plays an administrator who adds customer tags (企业标签) to a group, made if there is none of
// the name, and returns their ids. It pushes change_external_tag. Apps can use such tags, not change them.
func (s *Server) AddCorpTags(groupName string, names ...string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	cs := &s.customers
	g := cs.tagGroupNamed(groupName, 0)
	if g == nil {
		g = &customerTagGroup{ID: newID("et"), Name: groupName, created: s.now()}
		cs.tagGroups = append(cs.tagGroups, g)
		s.pushTag("create", "tag_group", g.ID, 0)
	}
	var ids []string
	for _, name := range names {
		t := g.named(name)
		if t == nil {
			t = &customerTag{ID: newID("et"), Name: name, created: s.now()}
			g.tags = append(g.tags, t)
			s.pushTag("create", "tag", t.ID, 0)
		}
		ids = append(ids, t.ID)
	}
	return ids
}

// RenameCorpTag plays an administrator who renames a customer tag or a group of them, and pushes
// change_external_tag.
func (s *Server) RenameCorpTag(id, name string) error {
	return s.changeCorpTag("update", id, func(g *customerTagGroup, t *customerTag) {
		if t != nil {
			t.Name = name
		} else {
			g.Name = name
		}
	})
}

// OrderCorpTag plays an administrator who moves a customer tag or a group of them in the list, and pushes
// change_external_tag. Those with a larger order come first.
func (s *Server) OrderCorpTag(id string, order int64) error {
	return s.changeCorpTag("shuffle", id, func(g *customerTagGroup, t *customerTag) {
		if t != nil {
			t.Order = order
		} else {
			g.Order = order
		}
	})
}

// DeleteCorpTag plays an administrator who deletes a customer tag or a group of them, and pushes
// change_external_tag.
func (s *Server) DeleteCorpTag(id string) error {
	return s.changeCorpTag("delete", id, s.customers.deleteTag)
}

// changeCorpTag changes a tag, or a group if the id is a group's, and pushes the event.
func (s *Server) changeCorpTag(change, id string, apply func(*customerTagGroup, *customerTag)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind := "tag"
	g, t := s.customers.tag(id)
	if t == nil {
		kind, g = "tag_group", s.customers.tagGroup(id)
	}
	if g == nil {
		return fmt.Errorf("workwxtest: there is no customer tag or group %q", id)
	}
	apply(g, t)
	s.pushTag(change, kind, id, g.strategy)
	return nil
}

func (s *Server) pushTag(change, kind, id string, strategy int64) {
	e := event("change_external_tag").text("Id", id).text("TagType", kind).text("ChangeType", change)
	if strategy != 0 {
		e.text("StrategyId", strconv.FormatInt(strategy, 10))
	}
	s.pushEvent(e)
}

// tag returns a tag that is there, and its group.
func (cs *customerState) tag(id string) (*customerTagGroup, *customerTag) {
	for _, g := range cs.tagGroups {
		for _, t := range g.tags {
			if t.ID == id && !t.deleted {
				return g, t
			}
		}
	}
	return nil, nil
}

func (cs *customerState) tagGroup(id string) *customerTagGroup {
	return lookup(cs.tagGroups, func(g *customerTagGroup) bool { return g.ID == id && !g.deleted })
}

// tagGroupNamed returns the group of that name of a rule group, or of the corp if strategy is 0.
func (cs *customerState) tagGroupNamed(name string, strategy int64) *customerTagGroup {
	return lookup(cs.tagGroups, func(g *customerTagGroup) bool { return g.Name == name && g.strategy == strategy && !g.deleted })
}

func (g *customerTagGroup) named(name string) *customerTag {
	return lookup(g.tags, func(t *customerTag) bool { return t.Name == name && !t.deleted })
}

// deleteTag takes a tag, or a group if t is nil, from everybody who carries it. A group disappears with
// its last tag.
func (cs *customerState) deleteTag(g *customerTagGroup, t *customerTag) {
	left := 0
	for _, o := range g.tags {
		if t == nil || o == t {
			o.deleted = true
			for _, f := range cs.follows {
				f.tags = without(f.tags, []string{o.ID})
			}
		}
		if !o.deleted {
			left++
		}
	}
	g.deleted = left == 0
}

type tagInput struct {
	Name  string `json:"name"`
	Order int64  `json:"order"`
}

type addTagsRequest struct {
	StrategyID int64      `json:"strategy_id"`
	GroupID    string     `json:"group_id"`
	GroupName  string     `json:"group_name"`
	Order      int64      `json:"order"`
	Tag        []tagInput `json:"tag"`
}

// tagGroupView is a group of tags as the platform shows it.
type tagGroupView struct {
	StrategyID int64     `json:"strategy_id,omitempty"`
	GroupID    string    `json:"group_id"`
	GroupName  string    `json:"group_name"`
	CreateTime int64     `json:"create_time"`
	Order      int64     `json:"order"`
	Deleted    *bool     `json:"deleted,omitempty"`
	Tag        []tagView `json:"tag"`
}

type tagView struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	CreateTime int64  `json:"create_time"`
	Order      int64  `json:"order"`
	Deleted    *bool  `json:"deleted,omitempty"`
}

func (g *customerTagGroup) view() tagGroupView {
	return tagGroupView{StrategyID: g.strategy, GroupID: g.ID, GroupName: g.Name, CreateTime: g.created.Unix(), Order: g.Order, Tag: []tagView{}}
}

func (t *customerTag) view() tagView {
	return tagView{ID: t.ID, Name: t.Name, CreateTime: t.created.Unix(), Order: t.Order}
}

func addCorpTags(s *Server, c *call, req *addTagsRequest) (any, error) {
	req.StrategyID = 0
	return s.addTags(c, req)
}

func addStrategyTags(s *Server, c *call, req *addTagsRequest) (any, error) {
	st, err := s.strategyOf(c, customerStrategies, req.StrategyID)
	switch {
	case err != nil:
		return nil, err
	case st.ParentID != 0:
		return nil, fail(codeIllegalParameter, "tags belong to rule groups without a parent")
	}
	return s.addTags(c, req)
}

func checkTagInput(name string, order int64) error {
	switch {
	case name == "" || len([]rune(name)) > 30:
		return fail(codeTagNameLength, "a name must have 1 to 30 characters")
	case order < 0 || order >= 1<<32:
		return fail(codeIllegalParameter, "order must be 0 to 2^32-1")
	}
	return nil
}

func (s *Server) addTags(c *call, req *addTagsRequest) (any, error) {
	cs := &s.customers
	if len(req.Tag) == 0 {
		return nil, fail(workwx.CodeEmptyParameter, "tag is empty")
	}
	var g *customerTagGroup
	if req.GroupID != "" {
		g = cs.tagGroup(req.GroupID)
		if g == nil || g.strategy != req.StrategyID {
			return nil, fail(workwx.CodeInvalidTagID, "invalid group_id")
		}
	} else {
		if err := checkTagInput(req.GroupName, req.Order); err != nil {
			return nil, err
		}
		g = cs.tagGroupNamed(req.GroupName, req.StrategyID)
		if g == nil {
			g = &customerTagGroup{ID: newID("et"), Name: req.GroupName, Order: req.Order, created: c.now, strategy: req.StrategyID, app: c.app}
		}
	}
	var added []*customerTag
	for _, t := range req.Tag {
		if err := checkTagInput(t.Name, t.Order); err != nil {
			return nil, err
		}
		if g.named(t.Name) != nil {
			return nil, fail(workwx.CodeInvalidTagName, "the tag %s existed", t.Name)
		}
		if slices.ContainsFunc(added, func(o *customerTag) bool { return o.Name == t.Name }) {
			continue
		}
		added = append(added, &customerTag{ID: newID("et"), Name: t.Name, Order: t.Order, created: c.now, app: c.app})
	}
	count := len(added)
	for _, o := range cs.tagGroups {
		for _, t := range o.tags {
			if !t.deleted {
				count++
			}
		}
	}
	if count > customerTagLimit {
		return nil, fail(workwx.CodeTooManyCorpTags, "a corp has %d customer tags at most", customerTagLimit)
	}
	if !slices.Contains(cs.tagGroups, g) {
		cs.tagGroups = append(cs.tagGroups, g)
	}
	g.tags = append(g.tags, added...)
	view := g.view()
	for _, t := range added {
		view.Tag = append(view.Tag, t.view())
	}
	return struct {
		TagGroup tagGroupView `json:"tag_group"`
	}{view}, nil
}

type tagFilter struct {
	StrategyID int64    `json:"strategy_id"`
	TagID      []string `json:"tag_id"`
	GroupID    []string `json:"group_id"`
}

func listCorpTags(s *Server, _ *call, req *tagFilter) (any, error) {
	return s.tagList(req, func(g *customerTagGroup) bool { return g.strategy == 0 }, true), nil
}

func listStrategyTags(s *Server, c *call, req *tagFilter) (any, error) {
	if req.StrategyID != 0 {
		if _, err := s.strategyOf(c, customerStrategies, req.StrategyID); err != nil {
			return nil, err
		}
	}
	return s.tagList(req, func(g *customerTagGroup) bool {
		return g.strategy != 0 && g.app == c.app && (req.StrategyID == 0 || g.strategy == req.StrategyID)
	}, false), nil
}

// tagList returns the tags that a filter names, those that were deleted among them, or else all that are
// there; those with a larger order first.
func (s *Server) tagList(req *tagFilter, fits func(*customerTagGroup) bool, tellDeleted bool) any {
	byGroup, byTag := len(req.GroupID) > 0, len(req.GroupID) == 0 && len(req.TagID) > 0
	named := (byGroup || byTag) && tellDeleted
	list := []tagGroupView{}
	for _, g := range s.customers.tagGroups {
		if !fits(g) || byGroup && !slices.Contains(req.GroupID, g.ID) || g.deleted && !named {
			continue
		}
		view := g.view()
		if byTag && tellDeleted {
			view.Deleted = &g.deleted
		}
		for _, t := range g.tags {
			if byTag && !slices.Contains(req.TagID, t.ID) || t.deleted && !named {
				continue
			}
			tv := t.view()
			if named {
				tv.Deleted = &t.deleted
			}
			view.Tag = append(view.Tag, tv)
		}
		if byTag && len(view.Tag) == 0 {
			continue
		}
		slices.SortStableFunc(view.Tag, func(a, b tagView) int { return cmp.Compare(b.Order, a.Order) })
		list = append(list, view)
	}
	slices.SortStableFunc(list, func(a, b tagGroupView) int { return cmp.Compare(b.Order, a.Order) })
	return struct {
		TagGroup []tagGroupView `json:"tag_group"`
	}{list}
}

type editTagRequest struct {
	ID    string  `json:"id"`
	Name  *string `json:"name"`
	Order *int64  `json:"order"`
}

func editCorpTag(s *Server, c *call, req *editTagRequest) (any, error) {
	return s.editTag(c, req, false)
}

func editStrategyTag(s *Server, c *call, req *editTagRequest) (any, error) {
	return s.editTag(c, req, true)
}

func (s *Server) editTag(c *call, req *editTagRequest, ofStrategy bool) (any, error) {
	cs := &s.customers
	g, t := cs.tag(req.ID)
	if t == nil {
		g = cs.tagGroup(req.ID)
	}
	if g == nil || (g.strategy != 0) != ofStrategy {
		return nil, fail(workwx.CodeInvalidTagID, "invalid id")
	}
	name, order, owner, taken := &g.Name, &g.Order, g.app, func(name string) bool {
		o := cs.tagGroupNamed(name, g.strategy)
		return o != nil && o != g
	}
	if t != nil {
		name, order, owner, taken = &t.Name, &t.Order, t.app, func(name string) bool {
			o := g.named(name)
			return o != nil && o != t
		}
	}
	newName, newOrder := *name, *order
	if req.Name != nil {
		newName = *req.Name
	}
	if req.Order != nil {
		newOrder = *req.Order
	}
	switch {
	case owner != c.app:
		return nil, fail(workwx.CodeNoTagPermission, "the tag was created by somebody else")
	case taken(newName):
		return nil, fail(workwx.CodeInvalidTagName, "the name existed")
	}
	if err := checkTagInput(newName, newOrder); err != nil {
		return nil, err
	}
	*name, *order = newName, newOrder
	return nil, nil
}

func deleteCorpTags(s *Server, c *call, req *tagFilter) (any, error) {
	return nil, s.deleteTags(c, req, false)
}

func deleteStrategyTags(s *Server, c *call, req *tagFilter) (any, error) {
	return nil, s.deleteTags(c, req, true)
}

// deleteTags deletes all that a request names, or nothing.
func (s *Server) deleteTags(c *call, req *tagFilter, ofStrategy bool) error {
	cs := &s.customers
	if len(req.TagID)+len(req.GroupID) == 0 {
		return fail(workwx.CodeInvalidTagID, "tag_id and group_id are both empty")
	}
	type target struct {
		g *customerTagGroup
		t *customerTag
	}
	var targets []target
	for _, id := range req.TagID {
		g, t := cs.tag(id)
		switch {
		case t == nil || (g.strategy != 0) != ofStrategy:
			return fail(workwx.CodeInvalidTagID, "invalid tag_id")
		case t.app != c.app:
			return fail(workwx.CodeNoTagPermission, "the tag was created by somebody else")
		}
		targets = append(targets, target{g, t})
	}
	for _, id := range req.GroupID {
		g := cs.tagGroup(id)
		switch {
		case g == nil || (g.strategy != 0) != ofStrategy:
			return fail(workwx.CodeInvalidTagID, "invalid group_id")
		case g.app != c.app:
			return fail(workwx.CodeNoTagPermission, "the group was created by somebody else")
		}
		targets = append(targets, target{g, nil})
	}
	for _, x := range targets {
		cs.deleteTag(x.g, x.t)
	}
	return nil
}

func markTags(s *Server, c *call, req *struct {
	UserID         string   `json:"userid"`
	ExternalUserID string   `json:"external_userid"`
	Add            []string `json:"add_tag"`
	Remove         []string `json:"remove_tag"`
}) (any, error) {
	f, err := s.followOf(c, req.UserID, req.ExternalUserID)
	if err != nil {
		return nil, err
	}
	if len(req.Add)+len(req.Remove) == 0 {
		return nil, fail(workwx.CodeInvalidTagID, "add_tag and remove_tag are both empty")
	}
	for _, id := range slices.Concat(req.Add, req.Remove) {
		g, t := s.customers.tag(id)
		if t == nil {
			return nil, fail(workwx.CodeInvalidTagID, "invalid tag %s", id)
		}
		if g.strategy == 0 {
			continue
		}
		if st := s.customers.strategy(customerStrategies, g.strategy); st == nil || st.app != c.app || !s.covers(st, f.userID) {
			return nil, fail(workwx.CodeNoTagPermission, "the rule group of the tag is another app's, or does not cover the member")
		}
	}
	f.tags = without(with(f.tags, req.Add), req.Remove)
	return nil, nil
}
