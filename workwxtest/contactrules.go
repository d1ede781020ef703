package workwxtest

import (
	"slices"

	"github.com/go-workwx/workwx"
)

const (
	codeContactRuleNotFound = workwx.Code(81031)
	codeContactRuleExists   = workwx.Code(81032)
	codeContactRuleType     = workwx.Code(81034)
)

// contactRule is a rule about who sees whom. The server keeps it and does not act on it.
type contactRule struct {
	ID         int64                  `json:"rule_id"`
	Type       workwx.ContactRuleType `json:"rule_type"`
	Range      contactRange           `json:"range"`
	Whitelist  contactRange           `json:"whitelist"`
	Exclude    contactRange           `json:"exclude"`
	Searchable bool                   `json:"is_allowed_search"`
	Talkable   bool                   `json:"is_allowed_conversation"`
}

type contactRange struct {
	UserIDs  []string `json:"userid"`
	PartyIDs []int64  `json:"partyid"`
	TagIDs   []int64  `json:"tagid"`
}

func (r contactRange) equal(o contactRange) bool {
	return slices.Equal(r.UserIDs, o.UserIDs) && slices.Equal(r.PartyIDs, o.PartyIDs) && slices.Equal(r.TagIDs, o.TagIDs)
}

func contactRuleHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/contactrule/create": in(createContactRules),
		"/cgi-bin/contactrule/list":   listContactRules,
		"/cgi-bin/contactrule/update": in(updateContactRules),
		"/cgi-bin/contactrule/delete": in(deleteContactRules),
	}
}

// checkContactRule refuses a rule as the platform would.
func (s *Server) checkContactRule(r *contactRule, others []*contactRule) error {
	if r.Type < workwx.ContactRuleTypeHide || r.Type > workwx.ContactRuleTypeNobody {
		return fail(codeIllegalParameter, "invalid rule_type %d", r.Type)
	}
	for _, list := range []*contactRange{&r.Range, &r.Whitelist, &r.Exclude} {
		known, unknown := s.knownUsers(list.UserIDs)
		if unknown != "" {
			return fail(workwx.CodeUserNotFound, "userid %q not found", unknown)
		}
		for _, id := range list.PartyIDs {
			if s.contacts.department(id) == nil {
				return fail(workwx.CodeDepartmentNotFound, "department %d not found", id)
			}
		}
		for _, id := range list.TagIDs {
			if _, err := s.tagOf(id); err != nil {
				return err
			}
		}
		*list = contactRange{notNil(known), notNil(list.PartyIDs), notNil(list.TagIDs)}
	}
	for _, o := range others {
		if o.ID != r.ID && o.Type == r.Type && o.Range.equal(r.Range) {
			return fail(codeContactRuleExists, "the rule %d is the same", o.ID)
		}
	}
	return nil
}

func checkContactRuleCount(n int) error {
	if n < 1 || n > 100 {
		return fail(codeIllegalParameter, "a call takes 1 to 100 rules")
	}
	return nil
}

func createContactRules(s *Server, _ *call, req *struct {
	Rules []contactRule `json:"rules"`
}) (any, error) {
	if err := checkContactRuleCount(len(req.Rules)); err != nil {
		return nil, err
	}
	rules, last, ids := slices.Clone(s.oa.contactRules), s.oa.lastContactRule, []int64{}
	for _, r := range req.Rules {
		last++
		r.ID = last
		if err := s.checkContactRule(&r, rules); err != nil {
			return nil, err
		}
		rules, ids = append(rules, &r), append(ids, r.ID)
	}
	s.oa.contactRules, s.oa.lastContactRule = rules, last
	return struct {
		IDs []int64 `json:"rule_ids"`
	}{ids}, nil
}

type contactRulesAnswer struct {
	Rules []*contactRule `json:"rules"`
}

func listContactRules(s *Server, _ *call) (any, error) {
	return contactRulesAnswer{notNil(s.oa.contactRules)}, nil
}

func updateContactRules(s *Server, _ *call, req *struct {
	Rules []struct {
		ID         int64                   `json:"rule_id"`
		Type       *workwx.ContactRuleType `json:"rule_type"`
		Range      contactRange            `json:"range"`
		Whitelist  contactRange            `json:"whitelist"`
		Exclude    contactRange            `json:"exclude"`
		Searchable *bool                   `json:"is_allowed_search"`
		Talkable   *bool                   `json:"is_allowed_conversation"`
	} `json:"rules"`
}) (any, error) {
	if err := checkContactRuleCount(len(req.Rules)); err != nil {
		return nil, err
	}
	rules := slices.Clone(s.oa.contactRules)
	out := contactRulesAnswer{[]*contactRule{}}
	for _, change := range req.Rules {
		i := slices.IndexFunc(rules, func(r *contactRule) bool { return r.ID == change.ID })
		if i < 0 {
			return nil, fail(codeContactRuleNotFound, "the rule %d does not exist", change.ID)
		}
		if change.Type != nil && *change.Type != rules[i].Type {
			return nil, fail(codeContactRuleType, "rule_type cannot be changed")
		}
		r := *rules[i]
		r.Range.change(change.Range)
		r.Whitelist.change(change.Whitelist)
		r.Exclude.change(change.Exclude)
		set(&r.Searchable, change.Searchable)
		set(&r.Talkable, change.Talkable)
		if err := s.checkContactRule(&r, rules); err != nil {
			return nil, err
		}
		rules[i] = &r
		out.Rules = append(out.Rules, &r)
	}
	s.oa.contactRules = rules
	return out, nil
}

// change replaces the lists that are there.
func (r *contactRange) change(by contactRange) {
	if by.UserIDs != nil {
		r.UserIDs = by.UserIDs
	}
	if by.PartyIDs != nil {
		r.PartyIDs = by.PartyIDs
	}
	if by.TagIDs != nil {
		r.TagIDs = by.TagIDs
	}
}

func deleteContactRules(s *Server, _ *call, req *struct {
	IDs []int64 `json:"rule_ids"`
}) (any, error) {
	if err := checkContactRuleCount(len(req.IDs)); err != nil {
		return nil, err
	}
	for _, id := range req.IDs {
		if !slices.ContainsFunc(s.oa.contactRules, func(r *contactRule) bool { return r.ID == id }) {
			return nil, fail(codeContactRuleNotFound, "the rule %d does not exist", id)
		}
	}
	s.oa.contactRules = slices.DeleteFunc(s.oa.contactRules, func(r *contactRule) bool { return slices.Contains(req.IDs, r.ID) })
	return nil, nil
}
