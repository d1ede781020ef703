package workwxtest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

// kfState holds what 微信客服 is about.
type kfState struct {
	accounts     []*kfAccount
	customers    map[string]*kfCustomer
	tokens       map[string]time.Time // of events, when they were issued
	codes        map[string]*kfCode
	sent         []KfMessage
	upgradeRange kfUpgradeRange
	upgrades     []KfUpgrade
	groups       []*kfGroup
	intents      []*kfIntent
	emptyPages   int // to answer next
	cursorAge    int // cursors of an earlier age are refused
	cursors      int // how many were issued, so that none comes twice
}

func newKf() kfState {
	return kfState{
		customers: map[string]*kfCustomer{},
		tokens:    map[string]time.Time{},
		codes:     map[string]*kfCode{},
		groups:    []*kfGroup{{ID: newID("kfg"), Name: "默认分组", Default: true}},
	}
}

type kfAccount struct {
	ID        string `json:"open_kfid"`
	Name      string `json:"name"`
	Avatar    string `json:"avatar"`
	Manage    bool   `json:"manage_privilege"`
	servicers []*kfServicer
	sessions  map[string]*kfSession // by customer
	log       []kfEntry
	seq       int64
	sent      map[string]bool   // message ids that were used
	days      map[string]*kfDay // what happened, by date
}

// kfServicer is a member or a department.
type kfServicer struct {
	UserID       string `json:"userid,omitempty"`
	Status       *int   `json:"status,omitempty"` // of a member: 0 receiving, 1 stopped
	StopType     *int   `json:"stop_type,omitempty"`
	DepartmentID int64  `json:"department_id,omitempty"`
}

// kfCustomer is a WeChat user.
type kfCustomer struct {
	id       string
	nickname string
	lastAsk  time.Time // of any account
	entered  time.Time // with scene and sceneParam
	scene    string
	param    string
}

// kfSession is a customer's conversation with an account.
type kfSession struct {
	state    workwx.KfServiceState
	servicer string
	lastAsk  time.Time // when the customer wrote last
	replies  int       // messages of the app since then
	welcomed time.Time // when a welcome message was sent last
	coded    map[workwx.KfServiceState]bool
	assigned time.Time // when the servicer was
	answered bool      // the servicer has written since
}

// kfWindow is how long a customer's message can be answered.
const kfWindow = 48 * time.Hour

// kfCodeKind says which message a code is for.
type kfCodeKind int

const (
	kfCodeWelcome kfCodeKind = iota // to a customer who opened the chat
	kfCodeReply                     // when a session joins the queue or is taken
	kfCodeEnd                       // when a session ends
)

// kfCode is the right to send one message on an event.
type kfCode struct {
	kind     kfCodeKind
	account  *kfAccount
	customer string
	expires  time.Time
}

// AddKfAccount adds a 微信客服 account and returns its open_kfid.
func (s *Server) AddKfAccount(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addKfAccount(name).ID
}

func (s *Server) addKfAccount(name string) *kfAccount {
	a := &kfAccount{ID: newID("wk"), Name: name, Manage: true, sessions: map[string]*kfSession{}, sent: map[string]bool{}, days: map[string]*kfDay{}}
	a.Avatar = "https://wwcdn.weixin.qq.com/" + s.alias("av", a.ID)
	s.kf.accounts = append(s.kf.accounts, a)
	return a
}

// AddKfCustomer adds a WeChat user who may write to 微信客服 accounts, and returns the external_userid. Users
// whom the other methods name for the first time are added by themselves.
func (s *Server) AddKfCustomer(nickname string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := newID("wm")
	s.kf.customers[id] = &kfCustomer{id: id, nickname: nickname}
	return id
}

// AddKfServicers has members answer the customers of an account. Members who do not exist are added to the
// contacts.
func (s *Server) AddKfServicers(openKfID string, userIDs ...string) {
	s.AddUsers(userIDs...)
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.mustKfAccount(openKfID)
	for _, id := range userIDs {
		a.addServicer(kfServicer{UserID: s.contacts.member(id).UserID, Status: new(int)})
	}
}

// mustKfAccount is for the methods that tests call.
func (s *Server) mustKfAccount(openKfID string) *kfAccount {
	a, err := s.kfAccountOf(openKfID)
	if err != nil {
		panic(fmt.Sprintf("workwxtest: there is no 微信客服 account %q; use AddKfAccount", openKfID))
	}
	return a
}

func (s *Server) kfCustomer(id string) *kfCustomer {
	if id == "" {
		panic("workwxtest: the external_userid is empty; use AddKfCustomer")
	}
	cu := s.kf.customers[id]
	if cu == nil {
		cu = &kfCustomer{id: id, nickname: fmt.Sprintf("Customer %d", len(s.kf.customers)+1)}
		s.kf.customers[id] = cu
	}
	return cu
}

func kfHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/kf/account/add":                         in(addKfAccount),
		"/cgi-bin/kf/account/del":                         in(deleteKfAccount),
		"/cgi-bin/kf/account/update":                      in(updateKfAccount),
		"/cgi-bin/kf/account/list":                        listKfAccounts,
		"/cgi-bin/kf/add_contact_way":                     in(kfContactWay),
		"/cgi-bin/kf/servicer/add":                        in(addKfServicers),
		"/cgi-bin/kf/servicer/del":                        in(removeKfServicers),
		"/cgi-bin/kf/servicer/list":                       listKfServicers,
		"/cgi-bin/kf/service_state/get":                   in(getKfState),
		"/cgi-bin/kf/service_state/trans":                 in(changeKfState),
		"/cgi-bin/kf/customer/batchget":                   in(batchGetKfCustomers),
		"/cgi-bin/kf/customer/get_upgrade_service_config": getKfUpgradeRange,
		"/cgi-bin/kf/customer/upgrade_service":            in(upgradeKfService),
		"/cgi-bin/kf/customer/cancel_upgrade_service":     in(cancelKfUpgrade),
	}
}

// kfAccountOf returns the account or the errcode for its lack.
func (s *Server) kfAccountOf(id string) (*kfAccount, error) {
	if id == "" {
		return nil, fail(workwx.CodeInvalidOpenKfID, "open_kfid missing")
	}
	for _, a := range s.kf.accounts {
		if a.ID == id {
			return a, nil
		}
	}
	return nil, fail(workwx.CodeOpenKfIDNotFound, "open_kfid not found")
}

type kfAccountChange struct {
	ID      string  `json:"open_kfid"`
	Name    *string `json:"name"`
	MediaID *string `json:"media_id"`
}

func (s *Server) applyKfAccount(a *kfAccount, req *kfAccountChange) {
	if req.Name != nil {
		a.Name = *req.Name
	}
	if req.MediaID != nil {
		a.Avatar = s.URL + imagePath + *req.MediaID
	}
}

func (s *Server) checkKfAccount(req *kfAccountChange) error {
	if req.Name != nil && (*req.Name == "" || len([]rune(*req.Name)) > 16) {
		return fail(codeKfAccountName, "name must have 1 to 16 characters")
	}
	if req.MediaID != nil {
		return s.checkMedia(*req.MediaID)
	}
	return nil
}

func addKfAccount(s *Server, _ *call, req *kfAccountChange) (any, error) {
	switch {
	case req.Name == nil:
		return nil, fail(codeKfAccountName, "name missing")
	case req.MediaID == nil:
		return nil, fail(codeMissingMediaID, "media_id missing")
	case len(s.kf.accounts) >= 5000:
		return nil, fail(codeKfAccountLimit, "too many accounts")
	}
	if err := s.checkKfAccount(req); err != nil {
		return nil, err
	}
	a := s.addKfAccount(*req.Name)
	s.applyKfAccount(a, req)
	return struct {
		ID string `json:"open_kfid"`
	}{a.ID}, nil
}

func deleteKfAccount(s *Server, _ *call, req *kfAccountChange) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	if err != nil {
		return nil, err
	}
	s.kf.accounts = slices.DeleteFunc(s.kf.accounts, func(o *kfAccount) bool { return o == a })
	return nil, nil
}

func updateKfAccount(s *Server, _ *call, req *kfAccountChange) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	if err != nil {
		return nil, err
	}
	if err := s.checkKfAccount(req); err != nil {
		return nil, err
	}
	s.applyKfAccount(a, req)
	return nil, nil
}

// listKfAccounts takes offset and limit in the body, or nothing in the older form.
func listKfAccounts(s *Server, c *call) (any, error) {
	req := struct {
		Offset int `json:"offset"`
		Limit  int `json:"limit"`
	}{Limit: 100}
	if len(c.body) > 0 {
		if err := c.decode(&req); err != nil {
			return nil, err
		}
	}
	if req.Limit <= 0 || req.Limit > 100 {
		req.Limit = 100
	}
	all := s.kf.accounts
	start := min(max(req.Offset, 0), len(all))
	return struct {
		List []*kfAccount `json:"account_list"`
	}{notNil(all[start:min(start+req.Limit, len(all))])}, nil
}

var sceneForm = regexp.MustCompile(`^[0-9a-zA-Z_-]{0,32}$`)

func kfContactWay(s *Server, _ *call, req *struct {
	ID    string `json:"open_kfid"`
	Scene string `json:"scene"`
}) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	switch {
	case err != nil:
		return nil, err
	case !sceneForm.MatchString(req.Scene):
		return nil, fail(codeIllegalParameter, "scene must be at most 32 of 0-9 a-z A-Z _ -")
	}
	url := "https://work.weixin.qq.com/kf/" + s.alias("kfc", a.ID)
	if req.Scene != "" {
		url += "?enc_scene=" + s.alias("ENC", a.ID+"\x00"+req.Scene)
	}
	return struct {
		URL string `json:"url"`
	}{url}, nil
}

type kfServicerChange struct {
	ID          string   `json:"open_kfid"`
	UserIDs     []string `json:"userid_list"`
	Departments []int64  `json:"department_id_list"`
}

type kfServicerResult struct {
	UserID       string      `json:"userid,omitempty"`
	DepartmentID int64       `json:"department_id,omitempty"`
	ErrCode      workwx.Code `json:"errcode"`
	ErrMsg       string      `json:"errmsg"`
}

// servicer returns the entry of a member, or else of a department.
func (a *kfAccount) servicer(userID string, department int64) *kfServicer {
	for _, v := range a.servicers {
		if v.UserID == userID && v.DepartmentID == department {
			return v
		}
	}
	return nil
}

func (a *kfAccount) addServicer(v kfServicer) (changed bool) {
	if a.servicer(v.UserID, v.DepartmentID) != nil {
		return false
	}
	a.servicers = append(a.servicers, &v)
	return true
}

func (a *kfAccount) removeServicer(v kfServicer) (changed bool) {
	old := a.servicer(v.UserID, v.DepartmentID)
	a.servicers = slices.DeleteFunc(a.servicers, func(o *kfServicer) bool { return o == old })
	return old != nil
}

// changeServicers applies change to each member and department that exists.
func (s *Server) changeServicers(req *kfServicerChange, change func(*kfAccount, kfServicer) bool) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	switch {
	case err != nil:
		return nil, err
	case len(req.UserIDs)+len(req.Departments) == 0:
		return nil, fail(codeIllegalParameter, "userid_list and department_id_list are both empty")
	case len(req.UserIDs) > 100 || len(req.Departments) > 20:
		return nil, fail(codeIllegalParameter, "more than 100 members or 20 departments")
	}
	results := []kfServicerResult{}
	add := func(r kfServicerResult, v *kfServicer, missing workwx.Code) {
		switch {
		case v == nil:
			r.ErrCode, r.ErrMsg = missing, "not found"
		case change(a, *v):
			r.ErrMsg = "success"
		default:
			r.ErrMsg = "ignored"
		}
		results = append(results, r)
	}
	for _, id := range req.UserIDs {
		var v *kfServicer
		if m := s.contacts.member(id); m != nil {
			v = &kfServicer{UserID: m.UserID, Status: new(int)}
		}
		add(kfServicerResult{UserID: id}, v, workwx.CodeUserNotFound)
	}
	for _, id := range req.Departments {
		var v *kfServicer
		if s.contacts.department(id) != nil {
			v = &kfServicer{DepartmentID: id}
		}
		add(kfServicerResult{DepartmentID: id}, v, workwx.CodeDepartmentNotFound)
	}
	return struct {
		ResultList []kfServicerResult `json:"result_list"`
	}{results}, nil
}

func addKfServicers(s *Server, _ *call, req *kfServicerChange) (any, error) {
	return s.changeServicers(req, (*kfAccount).addServicer)
}

func removeKfServicers(s *Server, _ *call, req *kfServicerChange) (any, error) {
	return s.changeServicers(req, (*kfAccount).removeServicer)
}

func listKfServicers(s *Server, c *call) (any, error) {
	a, err := s.kfAccountOf(c.query.Get("open_kfid"))
	if err != nil {
		return nil, err
	}
	return struct {
		List []*kfServicer `json:"servicer_list"`
	}{notNil(a.servicers)}, nil
}

// checkServicer refuses a member who cannot take a session.
func (s *Server) checkServicer(a *kfAccount, userID string) (*member, error) {
	m := s.contacts.member(userID)
	if m == nil || m.Status != memberActive {
		return nil, fail(workwx.CodeNotKfServicer, "servicer_userid is no active member")
	}
	if v := a.servicer(m.UserID, 0); v != nil {
		if *v.Status != 0 {
			return nil, fail(workwx.CodeKfServicerNotReceiving, "the servicer has stopped")
		}
		return m, nil
	}
	for _, v := range a.servicers {
		if v.DepartmentID != 0 && slices.Contains(s.contacts.within(s.contacts.subtree(v.DepartmentID)), m) {
			return m, nil
		}
	}
	return nil, fail(workwx.CodeNotKfServicer, "servicer_userid is no servicer of the account")
}

type kfConversation struct {
	ID       string                `json:"open_kfid"`
	Customer string                `json:"external_userid"`
	State    workwx.KfServiceState `json:"service_state"`
	Servicer string                `json:"servicer_userid"`
}

// kfSessionOf returns an account and a customer's session with it, which may not have begun.
func (s *Server) kfSessionOf(openKfID, customer string, now time.Time) (*kfAccount, *kfSession, error) {
	a, err := s.kfAccountOf(openKfID)
	switch {
	case err != nil:
		return nil, nil, err
	case customer == "":
		return nil, nil, fail(codeMissingExternalUser, "external_userid missing")
	case s.kf.customers[customer] == nil:
		return nil, nil, fail(workwx.CodeInvalidExternalUserID, "invalid external_userid")
	}
	return a, a.session(customer, now), nil
}

// session returns a customer's session, which ends 48 hours after the customer's last message.
func (a *kfAccount) session(customer string, now time.Time) *kfSession {
	ses := a.sessions[customer]
	if ses == nil {
		ses = &kfSession{state: workwx.KfServiceStateFinished}
		a.sessions[customer] = ses
	}
	if now.Sub(ses.lastAsk) > kfWindow {
		ses.state, ses.servicer = workwx.KfServiceStateFinished, ""
	}
	return ses
}

func getKfState(s *Server, c *call, req *kfConversation) (any, error) {
	_, ses, err := s.kfSessionOf(req.ID, req.Customer, c.now)
	if err != nil {
		return nil, err
	}
	return struct {
		State    workwx.KfServiceState `json:"service_state"`
		Servicer string                `json:"servicer_userid,omitempty"`
	}{ses.state, ses.servicer}, nil
}

// canMove says whether the API may take a session from one state to another.
func canMove(from, to workwx.KfServiceState) bool {
	switch from {
	case workwx.KfServiceStateUntreated:
		return to == workwx.KfServiceStateRobotReception || to == workwx.KfServiceStateInQueue || to == workwx.KfServiceStateManualReception
	case workwx.KfServiceStateRobotReception:
		return to == workwx.KfServiceStateInQueue || to == workwx.KfServiceStateManualReception
	case workwx.KfServiceStateInQueue:
		return to == workwx.KfServiceStateManualReception
	case workwx.KfServiceStateManualReception:
		return to == workwx.KfServiceStateManualReception || to == workwx.KfServiceStateFinished
	}
	return false
}

func changeKfState(s *Server, c *call, req *kfConversation) (any, error) {
	a, ses, err := s.kfSessionOf(req.ID, req.Customer, c.now)
	switch {
	case err != nil:
		return nil, err
	case !canMove(ses.state, req.State):
		return nil, fail(workwx.CodeIllegalKfTransition, "no way from state %d to %d", ses.state, req.State)
	}
	servicer := ""
	if req.State == workwx.KfServiceStateManualReception {
		m, err := s.checkServicer(a, req.Servicer)
		if err != nil {
			return nil, err
		}
		servicer = m.UserID
	}
	first := !ses.coded[req.State]
	s.moveKf(a, ses, req.Customer, req.State, servicer, c.now)
	code := ""
	switch {
	case req.State == workwx.KfServiceStateFinished:
		code = s.kfCodeFor(kfCodeEnd, a, req.Customer, c.now)
	case req.State != workwx.KfServiceStateRobotReception && first:
		code = s.kfCodeFor(kfCodeReply, a, req.Customer, c.now)
	}
	return struct {
		MsgCode string `json:"msg_code,omitempty"`
	}{code}, nil
}

// moveKf takes a session to a state.
func (s *Server) moveKf(a *kfAccount, ses *kfSession, customer string, state workwx.KfServiceState, servicer string, now time.Time) {
	if servicer != "" && servicer != ses.servicer {
		ses.assigned, ses.answered = now, false
		a.day(now).servicer(servicer).take(customer)
	}
	if ses.coded == nil {
		ses.coded = map[workwx.KfServiceState]bool{}
	}
	ses.coded[state] = true
	ses.state, ses.servicer = state, servicer
}

func (s *Server) kfCodeFor(kind kfCodeKind, a *kfAccount, customer string, now time.Time) string {
	for old, k := range s.kf.codes {
		if now.After(k.expires) {
			delete(s.kf.codes, old)
		}
	}
	life := 20 * time.Second
	if kind == kfCodeReply {
		life = kfWindow
	}
	code := newID("code")
	s.kf.codes[code] = &kfCode{kind, a, customer, now.Add(life)}
	return code
}

type kfCustomerInfo struct {
	ExternalUserID string          `json:"external_userid"`
	Nickname       string          `json:"nickname"`
	Avatar         string          `json:"avatar"`
	Gender         int             `json:"gender"`
	UnionID        string          `json:"unionid"`
	Context        json.RawMessage `json:"enter_session_context,omitempty"`
}

func batchGetKfCustomers(s *Server, c *call, req *struct {
	IDs     []string `json:"external_userid_list"`
	Context flag     `json:"need_enter_session_context"`
}) (any, error) {
	if len(req.IDs) < 1 || len(req.IDs) > 100 {
		return nil, fail(codeIllegalParameter, "external_userid_list must hold 1 to 100 customers")
	}
	found, invalid := []kfCustomerInfo{}, []string{}
	for _, id := range req.IDs {
		cu := s.kf.customers[id]
		if cu == nil || c.now.Sub(cu.lastAsk) > kfWindow {
			invalid = append(invalid, id)
			continue
		}
		info := kfCustomerInfo{ExternalUserID: id, Nickname: cu.nickname, Avatar: "https://wx.qlogo.cn/mmhead/" + s.alias("av", id), UnionID: s.alias("o", id)}
		if bool(req.Context) && !cu.entered.IsZero() && c.now.Sub(cu.entered) <= kfWindow {
			info.Context = encode(struct {
				Scene string `json:"scene"`
				Param string `json:"scene_param"`
			}{cu.scene, cu.param})
		}
		found = append(found, info)
	}
	return struct {
		CustomerList []kfCustomerInfo `json:"customer_list"`
		Invalid      []string         `json:"invalid_external_userid"`
	}{found, invalid}, nil
}

// kfUpgradeRange is whom customers may be recommended to.
type kfUpgradeRange struct {
	Members struct {
		UserIDs       []string `json:"userid_list"`
		DepartmentIDs []int64  `json:"department_id_list"`
	} `json:"member_range"`
	Chats struct {
		ChatIDs []string `json:"chat_id_list"`
	} `json:"groupchat_range"`
}

// KfUpgrade is a recommendation that a customer sees: of a member or of a customer group.
type KfUpgrade struct {
	OpenKfID       string
	ExternalUserID string
	UserID         string
	ChatID         string
	Wording        string
}

// SetKfUpgradeRange does what an administrator does in the console: it says which members, departments and
// customer groups customers may be recommended to. At first there are none.
func (s *Server) SetKfUpgradeRange(userIDs []string, departmentIDs []int64, chatIDs []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := &s.kf.upgradeRange
	r.Members.UserIDs, r.Members.DepartmentIDs, r.Chats.ChatIDs = slices.Clone(userIDs), slices.Clone(departmentIDs), slices.Clone(chatIDs)
}

// KfUpgrades returns the recommendations that customers see.
func (s *Server) KfUpgrades() []KfUpgrade {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.kf.upgrades)
}

func getKfUpgradeRange(s *Server, _ *call) (any, error) {
	r := s.kf.upgradeRange
	r.Members.UserIDs, r.Members.DepartmentIDs, r.Chats.ChatIDs = notNil(r.Members.UserIDs), notNil(r.Members.DepartmentIDs), notNil(r.Chats.ChatIDs)
	return r, nil
}

func upgradeKfService(s *Server, c *call, req *struct {
	kfConversation
	Type   workwx.KfUpgradeType `json:"type"`
	Member struct {
		UserID  string `json:"userid"`
		Wording string `json:"wording"`
	} `json:"member"`
	Chat struct {
		ChatID  string `json:"chat_id"`
		Wording string `json:"wording"`
	} `json:"groupchat"`
}) (any, error) {
	if _, _, err := s.kfSessionOf(req.ID, req.Customer, c.now); err != nil {
		return nil, err
	}
	u := KfUpgrade{OpenKfID: req.ID, ExternalUserID: req.Customer}
	r := &s.kf.upgradeRange
	switch req.Type {
	case workwx.KfUpgradeTypeMember:
		m := s.contacts.member(req.Member.UserID)
		if m == nil || !slices.Contains(r.Members.UserIDs, m.UserID) && !slices.ContainsFunc(r.Members.DepartmentIDs, func(id int64) bool {
			return slices.Contains(s.contacts.within(s.contacts.subtree(id)), m)
		}) {
			return nil, fail(codeIllegalParameter, "member.userid is not in the range that the console sets")
		}
		u.UserID, u.Wording = m.UserID, req.Member.Wording
	case workwx.KfUpgradeTypeGroupChat:
		if !slices.Contains(r.Chats.ChatIDs, req.Chat.ChatID) {
			return nil, fail(codeIllegalParameter, "groupchat.chat_id is not in the range that the console sets")
		}
		u.ChatID, u.Wording = req.Chat.ChatID, req.Chat.Wording
	default:
		return nil, fail(codeIllegalParameter, "invalid type %d", req.Type)
	}
	s.dropKfUpgrade(&req.kfConversation)
	s.kf.upgrades = append(s.kf.upgrades, u)
	return nil, nil
}

func cancelKfUpgrade(s *Server, c *call, req *kfConversation) (any, error) {
	if _, _, err := s.kfSessionOf(req.ID, req.Customer, c.now); err != nil {
		return nil, err
	}
	s.dropKfUpgrade(req)
	return nil, nil
}

func (s *Server) dropKfUpgrade(req *kfConversation) {
	s.kf.upgrades = slices.DeleteFunc(s.kf.upgrades, func(u KfUpgrade) bool {
		return u.OpenKfID == req.ID && u.ExternalUserID == req.Customer
	})
}
