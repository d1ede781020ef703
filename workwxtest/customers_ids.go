package workwxtest

import (
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

// customerIDs is what conversions of ids remember.
type customerIDs struct {
	asked    map[string]time.Time // by unionid: when somebody asked for the id of one who is no customer
	upgraded bool                 // group chats have new ids
}

const pendingIDLife = 90 * 24 * time.Hour

func customerIDHandlers() map[string]handler {
	const ec, ic = "/cgi-bin/externalcontact/", "/cgi-bin/idconvert/"
	return map[string]handler{
		ec + "batch_to_external_userid":            in(parentsByMobile),
		ec + "convert_to_openid":                   in(customerOpenID),
		ec + "unionid_to_external_userid":          in(customerByUnionID),
		ec + "to_service_external_userid":          in(toServiceID),
		ec + "from_service_external_userid":        in(fromServiceID),
		ec + "get_new_external_userid":             in(toServiceIDs),
		ec + "groupchat/get_new_external_userid":   in(toServiceIDs),
		ic + "unionid_to_external_userid":          in(serviceIDByUnionID),
		ic + "batch/external_userid_to_pending_id": in(toPendingIDs),
		ic + "external_tagid":                      in(toOpenTagIDs),
		ic + "open_kfid":                           in(toOpenKfIDs),
		ic + "chatid":                              in(toNewChatIDs),
		ic + "apply_to_upgrade_chatid":             in(upgradeChatIDs),
		ic + "upgrade_chatid_for_new_corp":         upgradeNewCorps,
		ic + "convert_tmp_external_userid":         in(fromTmpIDs),
	}
}

// TmpExternalUserID returns the id by which meetings and forms name a customer
// (tmp_external_userid).
func (s *Server) TmpExternalUserID(externalUserID string) string {
	return s.alias("tmp", externalUserID)
}

// serviceID is the id that a provider's apps know for a person.
func (s *Server) serviceID(p *person) string { return s.alias("wmS", p.ExternalUserID) }

// followed says whether the app sees a member who has a person as a customer.
func (s *Server) followed(c *call, p *person) bool {
	return slices.ContainsFunc(s.customers.follows, func(f *follow) bool { return f.person == p && s.seesFollow(c, f) })
}

func parentsByMobile(s *Server, _ *call, req *struct {
	Mobiles []string `json:"mobiles"`
}) (any, error) {
	type item struct {
		ErrCode        workwx.Code `json:"errcode"`
		ErrMsg         string      `json:"errmsg"`
		ExternalUserID string      `json:"external_userid,omitempty"`
		Mobile         string      `json:"mobile"`
	}
	found, missing := []item{}, []item{}
	for _, mobile := range req.Mobiles {
		if p := lookup(s.customers.people, func(p *person) bool { return mobile != "" && p.mobile == mobile }); p != nil {
			found = append(found, item{ErrMsg: "ok", ExternalUserID: p.ExternalUserID, Mobile: mobile})
		} else {
			missing = append(missing, item{ErrCode: workwx.CodeRecordNotFound, ErrMsg: "record not found", Mobile: mobile})
		}
	}
	return struct {
		Success []item `json:"success_list"`
		Fail    []item `json:"fail_list"`
	}{found, missing}, nil
}

type customerID struct {
	ExternalUserID string `json:"external_userid,omitempty"`
	OpenID         string `json:"openid,omitempty"`
	UnionID        string `json:"unionid,omitempty"`
	PendingID      string `json:"pending_id,omitempty"`
}

func customerOpenID(s *Server, _ *call, req *customerID) (any, error) {
	p, err := s.personOf(req.ExternalUserID)
	switch {
	case err != nil:
		return nil, err
	case p.Type != workwx.ExternalContactTypeWeChat:
		return nil, fail(codeExternalUserType, "the external contact is no user of WeChat")
	}
	return customerID{OpenID: s.alias("o", p.ExternalUserID)}, nil
}

func (s *Server) personByUnionID(unionID string) (*person, error) {
	if unionID == "" {
		return nil, fail(codeIllegalUnionID, "unionid missing")
	}
	return lookup(s.customers.people, func(p *person) bool { return p.UnionID == unionID }), nil
}

func customerByUnionID(s *Server, c *call, req *customerID) (any, error) {
	p, err := s.personByUnionID(req.UnionID)
	switch {
	case err != nil:
		return nil, err
	case p == nil || !s.followed(c, p):
		return nil, fail(workwx.CodeCustomerRelationNotFound, "not external contact")
	}
	return customerID{ExternalUserID: p.ExternalUserID}, nil
}

func toServiceID(s *Server, _ *call, req *customerID) (any, error) {
	p, err := s.personOf(req.ExternalUserID)
	if err != nil {
		return nil, err
	}
	return customerID{ExternalUserID: s.serviceID(p)}, nil
}

func fromServiceID(s *Server, _ *call, req *customerID) (any, error) {
	if req.ExternalUserID == "" {
		return nil, fail(codeMissingExternalUser, "external_userid missing")
	}
	p := lookup(s.customers.people, func(p *person) bool { return s.serviceID(p) == req.ExternalUserID })
	if p == nil {
		return nil, fail(workwx.CodeInvalidExternalUserID, "invalid external_userid")
	}
	return customerID{ExternalUserID: p.ExternalUserID}, nil
}

// toServiceIDs leaves out those it does not know; with a group chat, those who are not in it.
func toServiceIDs(s *Server, c *call, req *struct {
	IDs    []string `json:"external_userid_list"`
	ChatID string   `json:"chat_id"`
}) (any, error) {
	type item struct {
		ExternalUserID    string `json:"external_userid"`
		NewExternalUserID string `json:"new_external_userid"`
	}
	if len(req.IDs) == 0 || len(req.IDs) > 1000 {
		return nil, fail(codeIllegalParameter, "external_userid_list must hold 1 to 1000 ids")
	}
	in := func(*person) bool { return true }
	if c.path == "/cgi-bin/externalcontact/groupchat/get_new_external_userid" {
		g, err := s.groupOf(c, req.ChatID)
		if err != nil {
			return nil, err
		}
		in = func(p *person) bool { return g.member(p.ExternalUserID) != nil }
	}
	items := []item{}
	for _, id := range req.IDs {
		if p := lookup(s.customers.people, func(p *person) bool { return p.ExternalUserID == id || s.serviceID(p) == id }); p != nil && in(p) {
			items = append(items, item{id, s.serviceID(p)})
		}
	}
	return struct {
		Items []item `json:"items"`
	}{items}, nil
}

func serviceIDByUnionID(s *Server, c *call, req *customerID) (any, error) {
	p, err := s.personByUnionID(req.UnionID)
	if err != nil {
		return nil, err
	}
	if p != nil && s.followed(c, p) {
		return customerID{ExternalUserID: s.serviceID(p)}, nil
	}
	s.customers.ids.asked[req.UnionID] = c.now
	return customerID{PendingID: s.alias("pending", req.UnionID)}, nil
}

// toPendingIDs finds those who were asked for before they were customers.
func toPendingIDs(s *Server, c *call, req *struct {
	ChatID string   `json:"chat_id"`
	IDs    []string `json:"external_userid"`
}) (any, error) {
	if len(req.IDs) == 0 || len(req.IDs) > 100 {
		return nil, fail(codeIllegalParameter, "external_userid must hold 1 to 100 ids")
	}
	in := func(p *person) bool { return s.followed(c, p) }
	if req.ChatID != "" {
		g, err := s.groupOf(c, req.ChatID)
		if err != nil {
			return nil, err
		}
		in = func(p *person) bool { return g.member(p.ExternalUserID) != nil }
	}
	result := []customerID{}
	for _, id := range req.IDs {
		p := lookup(s.customers.people, func(p *person) bool { return p.ExternalUserID == id || s.serviceID(p) == id })
		if p == nil || p.UnionID == "" || !in(p) {
			continue
		}
		if at, ok := s.customers.ids.asked[p.UnionID]; ok && c.now.Sub(at) <= pendingIDLife {
			result = append(result, customerID{ExternalUserID: id, PendingID: s.alias("pending", p.UnionID)})
		}
	}
	return struct {
		Result []customerID `json:"result"`
	}{result}, nil
}

func toOpenTagIDs(s *Server, _ *call, req *struct {
	IDs []string `json:"external_tagid_list"`
}) (any, error) {
	type item struct {
		ID     string `json:"external_tagid"`
		OpenID string `json:"open_external_tagid"`
	}
	if len(req.IDs) == 0 || len(req.IDs) > 1000 {
		return nil, fail(codeIllegalTagCount, "external_tagid_list must hold 1 to 1000 ids")
	}
	items, invalid := []item{}, []string{}
	for _, id := range req.IDs {
		if _, t := s.customers.tag(id); t != nil || s.customers.tagGroup(id) != nil {
			items = append(items, item{id, s.alias("etS", id)})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		Items   []item   `json:"items"`
		Invalid []string `json:"invalid_external_tagid_list"`
	}{items, invalid}, nil
}

func toOpenKfIDs(s *Server, _ *call, req *struct {
	IDs []string `json:"open_kfid_list"`
}) (any, error) {
	type item struct {
		ID    string `json:"open_kfid"`
		NewID string `json:"new_open_kfid"`
	}
	if len(req.IDs) == 0 || len(req.IDs) > 1000 {
		return nil, fail(codeIllegalParameter, "open_kfid_list must hold 1 to 1000 ids")
	}
	items, invalid := []item{}, []string{}
	for _, id := range req.IDs {
		if _, err := s.kfAccountOf(id); err == nil {
			items = append(items, item{id, s.alias("wkS", id)})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		Items   []item   `json:"items"`
		Invalid []string `json:"invalid_open_kfid_list"`
	}{items, invalid}, nil
}

func toNewChatIDs(s *Server, _ *call, req *struct {
	IDs []string `json:"chat_id_list"`
}) (any, error) {
	type item struct {
		ID    string `json:"chat_id"`
		NewID string `json:"new_chat_id"`
	}
	if !s.customers.ids.upgraded {
		return nil, fail(codeChatIDNotUpgraded, "the ids of group chats were not upgraded")
	}
	items, invalid := []item{}, []string{}
	for _, id := range req.IDs {
		if s.customers.group(id) != nil {
			items = append(items, item{id, s.alias("wrN", id)})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		Items   []item   `json:"items"`
		Invalid []string `json:"invalid_chat_id_list"`
	}{items, invalid}, nil
}

// upgradeChatIDs lets ids be converted; other calls go on with the old ones.
func upgradeChatIDs(s *Server, c *call, req *struct {
	Time int64 `json:"upgrade_time"`
}) (any, error) {
	switch {
	case s.customers.ids.upgraded:
		return nil, fail(codeChatIDUpgraded, "the ids of group chats were upgraded")
	case req.Time <= c.now.Unix():
		return nil, fail(codeIllegalUpgradeTime, "upgrade_time is not in the future")
	}
	s.customers.ids.upgraded = true
	return nil, nil
}

// upgradeNewCorps changes nothing: no corp authorizes a suite here.
func upgradeNewCorps(*Server, *call) (any, error) { return nil, nil }

func fromTmpIDs(s *Server, c *call, req *struct {
	Business int64    `json:"business_type"`
	User     int64    `json:"user_type"`
	IDs      []string `json:"tmp_external_userid_list"`
}) (any, error) {
	type item struct {
		TmpID          string `json:"tmp_external_userid"`
		ExternalUserID string `json:"external_userid"`
	}
	switch {
	case len(req.IDs) == 0 || len(req.IDs) > 100:
		return nil, fail(codeIllegalParameter, "tmp_external_userid_list must hold 1 to 100 ids")
	case req.Business < 1 || req.Business > 3 || req.User < 1 || req.User > 4:
		return nil, fail(codeIllegalParameter, "invalid business_type or user_type")
	}
	results, invalid := []item{}, []string{}
	for _, id := range req.IDs {
		p := lookup(s.customers.people, func(p *person) bool { return s.TmpExternalUserID(p.ExternalUserID) == id })
		if p != nil && req.User == 1 && s.followed(c, p) { // there are no other corps here
			results = append(results, item{id, p.ExternalUserID})
		} else {
			invalid = append(invalid, id)
		}
	}
	return struct {
		Results []item   `json:"results"`
		Invalid []string `json:"invalid_tmp_external_userid_list"`
	}{results, invalid}, nil
}
