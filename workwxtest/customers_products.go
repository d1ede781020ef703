package workwxtest

import (
	"regexp"
	"slices"

	"github.com/go-workwx/workwx"
)

// product is a product that members can send to customers (商品图册).
type product struct {
	ID          string              `json:"product_id"`
	Description string              `json:"description"`
	Price       int64               `json:"price"`
	SN          string              `json:"product_sn"`
	Attachments []productAttachment `json:"attachments"`
	CreateTime  int64               `json:"create_time,omitempty"`
	app         *app
	deleted     bool
}

type productAttachment struct {
	Type  string          `json:"type"`
	Image *attachmentBody `json:"image"`
}

// interceptRule is a rule on words that are forbidden in chats with customers (聊天敏感词).
type interceptRule struct {
	ID         string             `json:"rule_id"`
	Name       string             `json:"rule_name"`
	CreateTime int64              `json:"create_time"`
	Words      []string           `json:"word_list"`
	Extra      interceptSemantics `json:"extra_rule"`
	Type       int                `json:"intercept_type"`
	Range      userRange          `json:"applicable_range"`
	app        *app
	deleted    bool
}

type interceptSemantics struct {
	List []int `json:"semantics_list,omitempty"`
}

const (
	priceLimit         = 5000000
	interceptRuleLimit = 100
	interceptWordLimit = 300
	interceptUserLimit = 10000
)

func productHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "add_product_album":       in(addProduct),
		ec + "get_product_album":       in(getProduct),
		ec + "get_product_album_list":  in(listProducts),
		ec + "update_product_album":    in(updateProduct),
		ec + "delete_product_album":    in(deleteProduct),
		ec + "add_intercept_rule":      in(addIntercept),
		ec + "get_intercept_rule":      in(getIntercept),
		ec + "get_intercept_rule_list": listIntercepts,
		ec + "update_intercept_rule":   in(updateIntercept),
		ec + "del_intercept_rule":      in(deleteIntercept),
	}
}

type productRequest struct {
	ID          string              `json:"product_id"`
	Description *string             `json:"description"`
	Price       *int64              `json:"price"`
	SN          *string             `json:"product_sn"`
	Attachments []productAttachment `json:"attachments"`
}

var productSNForm = regexp.MustCompile(`^[0-9A-Za-z]{0,128}$`)

// applyProduct changes what a request names, and checks the whole.
func (s *Server) applyProduct(p *product, req *productRequest) error {
	if req.Description != nil {
		p.Description = *req.Description
	}
	if req.Price != nil {
		p.Price = *req.Price
	}
	if req.SN != nil {
		p.SN = *req.SN
	}
	if req.Attachments != nil {
		p.Attachments = req.Attachments
		for _, a := range p.Attachments {
			if a.Type != "image" || a.Image == nil {
				return fail(codeIllegalAttachment, "invalid attachments type %q", a.Type)
			}
			if err := s.checkMedia(a.Image.MediaID); err != nil {
				return err
			}
		}
	}
	switch n := len([]rune(p.Description)); {
	case n == 0 || n > 300:
		return fail(codeIllegalDescription, "description must have 1 to 300 characters")
	case p.Price < 0 || p.Price > priceLimit:
		return fail(codeIllegalPrice, "price must be 0 to %d", priceLimit)
	case !productSNForm.MatchString(p.SN):
		return fail(codeIllegalProductSN, "product_sn must be 128 letters and digits at most")
	case len(p.Attachments) == 0:
		return fail(codeNoAttachments, "attachments are empty")
	case len(p.Attachments) > attachmentLimit:
		return fail(codeTooManyAttachments, "more than %d attachments", attachmentLimit)
	}
	return nil
}

// productOf returns a product; with an app, one that the app added.
func (s *Server) productOf(id string, a *app) (*product, error) {
	p := lookup(s.customers.products, func(p *product) bool { return p.ID == id })
	if p == nil {
		return nil, fail(codeIllegalProduct, "invalid product_id")
	}
	switch {
	case p.deleted:
		return nil, fail(codeProductDeleted, "the product was deleted")
	case a != nil && p.app != a:
		return nil, fail(workwx.CodeCrossAppCall, "the product was added by another app")
	}
	return p, nil
}

func addProduct(s *Server, c *call, req *productRequest) (any, error) {
	p := &product{ID: newID("product"), CreateTime: c.now.Unix(), app: c.app}
	if err := s.applyProduct(p, req); err != nil {
		return nil, err
	}
	s.customers.products = append(s.customers.products, p)
	return struct {
		ID string `json:"product_id"`
	}{p.ID}, nil
}

func getProduct(s *Server, _ *call, req *productRequest) (any, error) {
	p, err := s.productOf(req.ID, nil)
	return struct {
		Product *product `json:"product"`
	}{p}, err
}

func listProducts(s *Server, _ *call, req *paging) (any, error) {
	var all []product
	for _, p := range s.customers.products {
		if !p.deleted {
			one := *p
			one.CreateTime = 0
			all = append(all, one)
		}
	}
	part, next, err := page(all, req.Cursor, req.Limit, 50, 100)
	return struct {
		NextCursor string    `json:"next_cursor"`
		List       []product `json:"product_list"`
	}{next, part}, err
}

func updateProduct(s *Server, c *call, req *productRequest) (any, error) {
	old, err := s.productOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	p := *old
	if err := s.applyProduct(&p, req); err != nil {
		return nil, err
	}
	*old = p
	return nil, nil
}

func deleteProduct(s *Server, c *call, req *productRequest) (any, error) {
	p, err := s.productOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	p.deleted = true
	return nil, nil
}

type interceptRequest struct {
	ID        string              `json:"rule_id"`
	Name      *string             `json:"rule_name"`
	Words     []string            `json:"word_list"`
	Semantics []int               `json:"semantics_list"`
	Extra     *interceptSemantics `json:"extra_rule"`
	Type      *int                `json:"intercept_type"`
	Range     userRange           `json:"applicable_range"`
	Add       userRange           `json:"add_applicable_range"`
	Remove    userRange           `json:"remove_applicable_range"`
}

// applyIntercept changes what a request names, and checks the whole.
func (s *Server) applyIntercept(r *interceptRule, req *interceptRequest) error {
	if req.Name != nil {
		r.Name = *req.Name
	}
	if len(req.Words) > 0 {
		r.Words = req.Words
	}
	if req.Extra != nil {
		r.Extra = *req.Extra
	} else if req.Semantics != nil {
		r.Extra.List = req.Semantics
	}
	if req.Type != nil {
		r.Type = *req.Type
	}
	for _, change := range []userRange{req.Range, req.Add, req.Remove} {
		if len(change.Users) > 1000 || len(change.Parties) > 1000 {
			return fail(codeInterceptRange, "more than 1000 members or departments at a time")
		}
	}
	r.Range.Users = without(with(r.Range.Users, slices.Concat(req.Range.Users, req.Add.Users)), req.Remove.Users)
	r.Range.Parties = without(with(r.Range.Parties, slices.Concat(req.Range.Parties, req.Add.Parties)), req.Remove.Parties)
	switch n := len([]rune(r.Name)); {
	case n == 0 || n > 20:
		return fail(codeIllegalParameter, "rule_name must have 1 to 20 characters")
	case len(r.Words) > interceptWordLimit:
		return fail(codeTooManyWords, "word_list has more than %d words", interceptWordLimit)
	case len(r.Words) == 0:
		return fail(codeIllegalWord, "word_list is empty")
	case r.Type != 1 && r.Type != 2:
		return fail(codeIllegalParameter, "invalid intercept_type")
	case len(r.Range.Users)+len(r.Range.Parties) == 0:
		return fail(workwx.CodeEmptyParameter, "applicable_range is empty")
	case slices.ContainsFunc(s.customers.intercepts, func(o *interceptRule) bool { return o.ID != r.ID && !o.deleted && o.Name == r.Name }):
		return fail(codeInterceptNameTaken, "rule_name existed")
	}
	for _, word := range r.Words {
		if n := len([]rune(word)); n == 0 || n > 32 {
			return fail(codeIllegalWord, "a word must have 1 to 32 characters")
		}
	}
	for _, kind := range r.Extra.List {
		if kind < 1 || kind > 3 {
			return fail(codeIllegalSemantics, "invalid semantics %d", kind)
		}
	}
	reached := len(r.Range.Users)
	for _, id := range r.Range.Users {
		if _, err := s.memberOf(id); err != nil {
			return err
		}
	}
	for _, id := range r.Range.Parties {
		if s.contacts.department(id) == nil {
			return fail(workwx.CodeInvalidDepartmentID, "invalid department %d", id)
		}
		reached += len(s.contacts.within(s.contacts.subtree(id)))
	}
	if reached > interceptUserLimit {
		return fail(codeInterceptRange, "the rule would apply to more than %d members", interceptUserLimit)
	}
	return nil
}

// interceptOf returns a rule; with an app, one that the app created.
func (s *Server) interceptOf(id string, a *app) (*interceptRule, error) {
	r := lookup(s.customers.intercepts, func(r *interceptRule) bool { return r.ID == id })
	if r == nil {
		return nil, fail(codeIllegalIntercept, "invalid rule_id")
	}
	switch {
	case r.deleted:
		return nil, fail(codeInterceptDeleted, "the rule was deleted")
	case a != nil && r.app != a:
		return nil, fail(workwx.CodeCrossAppCall, "the rule was created by another app")
	}
	return r, nil
}

func addIntercept(s *Server, c *call, req *interceptRequest) (any, error) {
	n := 0
	for _, r := range s.customers.intercepts {
		if !r.deleted {
			n++
		}
	}
	if n >= interceptRuleLimit {
		return nil, fail(codeTooManyIntercepts, "the corp has %d rules", interceptRuleLimit)
	}
	r := &interceptRule{ID: newID("rule"), CreateTime: c.now.Unix(), app: c.app}
	if err := s.applyIntercept(r, req); err != nil {
		return nil, err
	}
	s.customers.intercepts = append(s.customers.intercepts, r)
	return struct {
		ID string `json:"rule_id"`
	}{r.ID}, nil
}

func getIntercept(s *Server, _ *call, req *interceptRequest) (any, error) {
	r, err := s.interceptOf(req.ID, nil)
	return struct {
		Rule *interceptRule `json:"rule"`
	}{r}, err
}

func listIntercepts(s *Server, _ *call) (any, error) {
	type item struct {
		ID         string `json:"rule_id"`
		Name       string `json:"rule_name"`
		CreateTime int64  `json:"create_time"`
	}
	list := []item{}
	for _, r := range s.customers.intercepts {
		if !r.deleted {
			list = append(list, item{r.ID, r.Name, r.CreateTime})
		}
	}
	return struct {
		List []item `json:"rule_list"`
	}{list}, nil
}

func updateIntercept(s *Server, c *call, req *interceptRequest) (any, error) {
	old, err := s.interceptOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	r := *old
	if err := s.applyIntercept(&r, req); err != nil {
		return nil, err
	}
	*old = r
	return nil, nil
}

func deleteIntercept(s *Server, c *call, req *interceptRequest) (any, error) {
	r, err := s.interceptOf(req.ID, c.app)
	if err != nil {
		return nil, err
	}
	r.deleted = true
	return nil, nil
}
