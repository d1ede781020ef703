package workwxtest

import (
	"slices"
	"unicode/utf8"
)

// kfGroup is a group of the knowledge base.
type kfGroup struct {
	ID      string `json:"group_id"`
	Name    string `json:"name"`
	Default flag   `json:"is_default"`
}

type kfText struct {
	Text struct {
		Content string `json:"content"`
	} `json:"text"`
}

type kfQuestions struct {
	Items []kfText `json:"items"`
}

// kfIntent is a question of the knowledge base as the platform returns it.
type kfIntent struct {
	GroupID  string      `json:"group_id"`
	ID       string      `json:"intent_id"`
	Question kfText      `json:"question"`
	Similar  kfQuestions `json:"similar_questions"`
	Answers  []kfAnswer  `json:"answers"`
}

type kfAnswer struct {
	kfText
	Attachments []kfAttachment `json:"attachments"`
}

// kfAttachment is what a request holds of an attachment and an answer returns: of a file only the name.
type kfAttachment struct {
	MsgType     string         `json:"msgtype"`
	Image       *kfFile        `json:"image,omitempty"`
	Video       *kfFile        `json:"video,omitempty"`
	Link        *kfLink        `json:"link,omitempty"`
	MiniProgram *kfMiniProgram `json:"miniprogram,omitempty"`
}

type kfFile struct {
	MediaID string `json:"media_id,omitempty"`
	Name    string `json:"name,omitempty"`
}

type kfLink struct {
	Title  string `json:"title"`
	Desc   string `json:"desc"`
	URL    string `json:"url"`
	PicURL string `json:"pic_url"`
}

type kfMiniProgram struct {
	Title        string `json:"title"`
	AppID        string `json:"appid"`
	PagePath     string `json:"pagepath"`
	ThumbMediaID string `json:"thumb_media_id,omitempty"`
}

func kfKnowledgeHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/kf/knowledge/add_group":   in(addKfGroup),
		"/cgi-bin/kf/knowledge/del_group":   in(deleteKfGroup),
		"/cgi-bin/kf/knowledge/mod_group":   in(updateKfGroup),
		"/cgi-bin/kf/knowledge/list_group":  in(listKfGroups),
		"/cgi-bin/kf/knowledge/add_intent":  in(addKfIntent),
		"/cgi-bin/kf/knowledge/del_intent":  in(deleteKfIntent),
		"/cgi-bin/kf/knowledge/mod_intent":  in(updateKfIntent),
		"/cgi-bin/kf/knowledge/list_intent": in(listKfIntents),
	}
}

func (s *Server) kfGroupOf(id string) (*kfGroup, error) {
	if i := slices.IndexFunc(s.kf.groups, func(g *kfGroup) bool { return g.ID == id }); i >= 0 {
		return s.kf.groups[i], nil
	}
	return nil, fail(codeIllegalParameter, "group_id not found")
}

func (s *Server) kfIntentOf(id string) (*kfIntent, error) {
	if i := slices.IndexFunc(s.kf.intents, func(q *kfIntent) bool { return q.ID == id }); i >= 0 {
		return s.kf.intents[i], nil
	}
	return nil, fail(codeIllegalParameter, "intent_id not found")
}

func checkKfGroupName(name string) error {
	if n := utf8.RuneCountInString(name); n < 1 || n > 12 {
		return fail(codeIllegalParameter, "name must have 1 to 12 characters")
	}
	return nil
}

func addKfGroup(s *Server, _ *call, req *kfGroup) (any, error) {
	if err := checkKfGroupName(req.Name); err != nil {
		return nil, err
	}
	g := &kfGroup{ID: newID("kfg"), Name: req.Name}
	s.kf.groups = append(s.kf.groups, g)
	return struct {
		ID string `json:"group_id"`
	}{g.ID}, nil
}

func deleteKfGroup(s *Server, _ *call, req *kfGroup) (any, error) {
	g, err := s.kfGroupOf(req.ID)
	switch {
	case err != nil:
		return nil, err
	case bool(g.Default):
		return nil, fail(codeIllegalParameter, "the default group cannot be deleted")
	}
	s.kf.groups = slices.DeleteFunc(s.kf.groups, func(o *kfGroup) bool { return o == g })
	s.kf.intents = slices.DeleteFunc(s.kf.intents, func(q *kfIntent) bool { return q.GroupID == g.ID })
	return nil, nil
}

func updateKfGroup(s *Server, _ *call, req *kfGroup) (any, error) {
	g, err := s.kfGroupOf(req.ID)
	switch {
	case err != nil:
		return nil, err
	case bool(g.Default):
		return nil, fail(codeIllegalParameter, "the default group keeps its name")
	}
	if err := checkKfGroupName(req.Name); err != nil {
		return nil, err
	}
	g.Name = req.Name
	return nil, nil
}

type kfPage struct {
	GroupID  string `json:"group_id"`
	IntentID string `json:"intent_id"`
	Cursor   string `json:"cursor"`
	Limit    int64  `json:"limit"`
}

type kfPageAnswer struct {
	NextCursor string `json:"next_cursor"`
	HasMore    flag   `json:"has_more"`
}

func listKfGroups(s *Server, _ *call, req *kfPage) (any, error) {
	groups := s.kf.groups
	if req.GroupID != "" {
		g, err := s.kfGroupOf(req.GroupID)
		if err != nil {
			return nil, err
		}
		groups = []*kfGroup{g}
	}
	part, next, err := page(groups, req.Cursor, req.Limit, 500, 1000)
	if err != nil {
		return nil, err
	}
	return struct {
		kfPageAnswer
		List []*kfGroup `json:"group_list"`
	}{kfPageAnswer{next, next != ""}, part}, nil
}

// kfIntentChange tells what is absent from what is empty.
type kfIntentChange struct {
	GroupID  string       `json:"group_id"`
	ID       string       `json:"intent_id"`
	Question *kfText      `json:"question"`
	Similar  *kfQuestions `json:"similar_questions"`
	Answers  []kfAnswer   `json:"answers"`
}

// apply checks a change and carries it out.
func (s *Server) applyKfIntent(q *kfIntent, req *kfIntentChange) error {
	if req.Question != nil {
		if n := utf8.RuneCountInString(req.Question.Text.Content); n < 1 || n > 200 {
			return fail(codeIllegalParameter, "question must have 1 to 200 characters")
		}
	}
	if len(req.Answers) > 1 {
		return fail(codeIllegalParameter, "there can be one answer only")
	}
	var answers []kfAnswer
	for _, a := range req.Answers {
		if n := utf8.RuneCountInString(a.Text.Content); n < 1 || n > 500 {
			return fail(codeIllegalParameter, "an answer must have 1 to 500 characters")
		}
		if len(a.Attachments) > 4 {
			return fail(codeIllegalParameter, "there can be 4 attachments")
		}
		stored := kfAnswer{kfText: a.kfText, Attachments: []kfAttachment{}}
		for _, at := range a.Attachments {
			kept, err := s.keepKfAttachment(at)
			if err != nil {
				return err
			}
			stored.Attachments = append(stored.Attachments, kept)
		}
		answers = append(answers, stored)
	}
	if req.Question != nil {
		q.Question = *req.Question
	}
	if req.Similar != nil {
		q.Similar = kfQuestions{notNil(req.Similar.Items)}
	}
	if answers != nil {
		q.Answers = answers
	}
	return nil
}

// keepKfAttachment returns of an attachment what the knowledge base shows later.
func (s *Server) keepKfAttachment(at kfAttachment) (kfAttachment, error) {
	file := func(f *kfFile) (*kfFile, error) {
		if f == nil {
			return nil, fail(codeMissingContent, "%s missing", at.MsgType)
		}
		if err := s.checkMedia(f.MediaID); err != nil {
			return nil, err
		}
		return &kfFile{Name: s.files[f.MediaID].name}, nil
	}
	kept := kfAttachment{MsgType: at.MsgType}
	var err error
	switch at.MsgType {
	case "image":
		kept.Image, err = file(at.Image)
	case "video":
		kept.Video, err = file(at.Video)
	case "link":
		if at.Link == nil || at.Link.Title == "" || at.Link.URL == "" {
			return kept, fail(codeMissingContent, "link.title or link.url missing")
		}
		kept.Link = at.Link
	case "miniprogram":
		mp := at.MiniProgram
		if mp == nil || mp.AppID == "" || mp.PagePath == "" {
			return kept, fail(codeMissingContent, "miniprogram.appid or miniprogram.pagepath missing")
		}
		if mp.ThumbMediaID != "" {
			err = s.checkMedia(mp.ThumbMediaID)
		}
		kept.MiniProgram = &kfMiniProgram{Title: mp.Title, AppID: mp.AppID, PagePath: mp.PagePath}
	default:
		return kept, fail(codeIllegalMsgType, "invalid type of attachment %q", at.MsgType)
	}
	return kept, err
}

func addKfIntent(s *Server, _ *call, req *kfIntentChange) (any, error) {
	if _, err := s.kfGroupOf(req.GroupID); err != nil {
		return nil, err
	}
	if req.Question == nil || len(req.Answers) == 0 {
		return nil, fail(codeIllegalParameter, "question or answers missing")
	}
	q := &kfIntent{GroupID: req.GroupID, ID: newID("kfi"), Similar: kfQuestions{[]kfText{}}}
	if err := s.applyKfIntent(q, req); err != nil {
		return nil, err
	}
	s.kf.intents = append(s.kf.intents, q)
	return struct {
		ID string `json:"intent_id"`
	}{q.ID}, nil
}

func deleteKfIntent(s *Server, _ *call, req *kfIntentChange) (any, error) {
	q, err := s.kfIntentOf(req.ID)
	if err != nil {
		return nil, err
	}
	s.kf.intents = slices.DeleteFunc(s.kf.intents, func(o *kfIntent) bool { return o == q })
	return nil, nil
}

func updateKfIntent(s *Server, _ *call, req *kfIntentChange) (any, error) {
	q, err := s.kfIntentOf(req.ID)
	if err != nil {
		return nil, err
	}
	return nil, s.applyKfIntent(q, req)
}

func listKfIntents(s *Server, _ *call, req *kfPage) (any, error) {
	intents := s.kf.intents
	if req.GroupID != "" {
		if _, err := s.kfGroupOf(req.GroupID); err != nil {
			return nil, err
		}
		intents = slices.DeleteFunc(slices.Clone(intents), func(q *kfIntent) bool { return q.GroupID != req.GroupID })
	}
	if req.IntentID != "" {
		if _, err := s.kfIntentOf(req.IntentID); err != nil {
			return nil, err
		}
		intents = slices.DeleteFunc(slices.Clone(intents), func(q *kfIntent) bool { return q.ID != req.IntentID })
	}
	part, next, err := page(intents, req.Cursor, req.Limit, 500, 1000)
	if err != nil {
		return nil, err
	}
	return struct {
		kfPageAnswer
		List []*kfIntent `json:"intent_list"`
	}{kfPageAnswer{next, next != ""}, part}, nil
}
