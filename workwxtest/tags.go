package workwxtest

import (
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

func tagHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/tag/create":      in(createTag),
		"/cgi-bin/tag/update":      in(updateTag),
		"/cgi-bin/tag/delete":      deleteTag,
		"/cgi-bin/tag/get":         getTag,
		"/cgi-bin/tag/list":        listTags,
		"/cgi-bin/tag/addtagusers": in(addTagUsers),
		"/cgi-bin/tag/deltagusers": in(removeTagUsers),
	}
}

type tagName struct {
	ID   int64  `json:"tagid"`
	Name string `json:"tagname"`
}

func (s *Server) checkTagName(name string, own *tag) error {
	switch {
	case name == "":
		return fail(codeMissingTagName, "tagname missing")
	case len([]rune(name)) > 32:
		return fail(codeTagNameLength, "tagname must have 32 characters at most")
	case slices.ContainsFunc(s.contacts.tags, func(t *tag) bool { return t != own && t.name == name }):
		return fail(workwx.CodeInvalidTagName, "tagname existed")
	}
	return nil
}

func createTag(s *Server, _ *call, req *tagName) (any, error) {
	cs := &s.contacts
	if err := s.checkTagName(req.Name, nil); err != nil {
		return nil, err
	}
	if cs.tag(req.ID) != nil || req.ID < 0 {
		return nil, fail(workwx.CodeInvalidTagID, "tagid existed or is invalid")
	}
	t := &tag{id: req.ID, name: req.Name}
	if t.id == 0 {
		t.id = 1
		for _, other := range cs.tags {
			t.id = max(t.id, other.id+1)
		}
	}
	cs.tags = append(cs.tags, t)
	return struct {
		ID int64 `json:"tagid"`
	}{t.id}, nil
}

// tagOf returns the tag or the errcode for its lack.
func (s *Server) tagOf(id int64) (*tag, error) {
	t := s.contacts.tag(id)
	if t == nil {
		return nil, fail(workwx.CodeInvalidTagID, "invalid tagid")
	}
	return t, nil
}

func updateTag(s *Server, _ *call, req *tagName) (any, error) {
	t, err := s.tagOf(req.ID)
	if err != nil {
		return nil, err
	}
	if err := s.checkTagName(req.Name, t); err != nil {
		return nil, err
	}
	t.name = req.Name
	return nil, nil
}

func deleteTag(s *Server, c *call) (any, error) {
	t, err := s.tagOf(c.integer("tagid"))
	if err != nil {
		return nil, err
	}
	s.contacts.tags = slices.DeleteFunc(s.contacts.tags, func(o *tag) bool { return o == t })
	return nil, nil
}

// namedUser is a member of a tag.
type namedUser struct {
	UserID string `json:"userid"`
	Name   string `json:"name"`
}

// namedUsers returns the members that were put into a tag one by one.
func (cs *contactState) namedUsers(t *tag) []namedUser {
	users := []namedUser{}
	for _, id := range t.users {
		if m := cs.member(id); m != nil {
			users = append(users, namedUser{m.UserID, m.Name})
		}
	}
	return users
}

func getTag(s *Server, c *call) (any, error) {
	t, err := s.tagOf(c.integer("tagid"))
	if err != nil {
		return nil, err
	}
	return struct {
		Name    string      `json:"tagname"`
		Users   []namedUser `json:"userlist"`
		Parties []int64     `json:"partylist"`
	}{t.name, s.contacts.namedUsers(t), notNil(t.parties)}, nil
}

func listTags(s *Server, _ *call) (any, error) {
	list := []tagName{}
	for _, t := range s.contacts.tags {
		list = append(list, tagName{t.id, t.name})
	}
	return struct {
		TagList []tagName `json:"taglist"`
	}{list}, nil
}

type tagMembers struct {
	ID      int64    `json:"tagid"`
	Users   []string `json:"userlist"`
	Parties []int64  `json:"partylist"`
}

type tagMembersAnswer struct {
	Invalid      pipe    `json:"invalidlist,omitempty"`
	InvalidParty []int64 `json:"invalidparty,omitempty"`
}

// checkTagMembers sorts out who exists. It fails when nobody does.
func (s *Server) checkTagMembers(req *tagMembers) (valid tagMembers, out *tagMembersAnswer, err error) {
	out = &tagMembersAnswer{}
	if len(req.Users) > 1000 || len(req.Parties) > 100 {
		return valid, nil, fail(codeTooManyTagUsers, "more than 1000 members or 100 departments at a time")
	}
	for _, id := range req.Users {
		if m := s.contacts.member(id); m != nil {
			valid.Users = append(valid.Users, m.UserID)
		} else {
			out.Invalid = append(out.Invalid, id)
		}
	}
	for _, id := range req.Parties {
		if s.contacts.department(id) != nil {
			valid.Parties = append(valid.Parties, id)
		} else {
			out.InvalidParty = append(out.InvalidParty, id)
		}
	}
	if len(valid.Users)+len(valid.Parties) == 0 {
		return valid, nil, fail(codeAllTagNodesInvalid, "userlist and partylist are all invalid")
	}
	return valid, out, nil
}

func addTagUsers(s *Server, _ *call, req *tagMembers) (any, error) {
	t, err := s.tagOf(req.ID)
	if err != nil {
		return nil, err
	}
	valid, out, err := s.checkTagMembers(req)
	if err != nil {
		return nil, err
	}
	t.users, t.parties = with(t.users, valid.Users), with(t.parties, valid.Parties)
	return out, nil
}

func removeTagUsers(s *Server, _ *call, req *tagMembers) (any, error) {
	t, err := s.tagOf(req.ID)
	if err != nil {
		return nil, err
	}
	valid, out, err := s.checkTagMembers(req)
	if err != nil {
		return nil, err
	}
	t.users = slices.DeleteFunc(t.users, func(id string) bool {
		return slices.ContainsFunc(valid.Users, func(v string) bool { return strings.EqualFold(v, id) })
	})
	t.parties = without(t.parties, valid.Parties)
	return out, nil
}
