package workwxtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// moment is something that members show to their customers (朋友圈).
type moment struct {
	id          string
	creator     string // empty if the corp made it
	public      bool
	text        textBody
	attachments []attachment
	created     time.Time
	tasks       []*momentTask
	cancelled   bool
}

// momentTask is the part of one member.
type momentTask struct {
	userID    string
	customers []*person // for whom it is meant
	published time.Time
	reached   []*person // who can see it
	comments  []momentInteraction
	likes     []momentInteraction
}

type momentInteraction struct {
	UserID         string `json:"userid,omitempty"`
	ExternalUserID string `json:"external_userid,omitempty"`
	CreateTime     int64  `json:"create_time"`
}

// momentJob is the creation of a moment.
type momentJob struct {
	created time.Time
	result  momentOutcome
}

type momentOutcome struct {
	ErrCode        workwx.Code  `json:"errcode"`
	ErrMsg         string       `json:"errmsg"`
	MomentID       string       `json:"moment_id,omitempty"`
	InvalidSenders userRange    `json:"invalid_sender_list"`
	InvalidTags    momentFilter `json:"invalid_external_contact_list"`
}

type momentFilter struct {
	Tags []string `json:"tag_list,omitempty"`
}

// userRange is members and departments.
type userRange struct {
	Users   []string `json:"user_list,omitempty"`
	Parties []int64  `json:"department_list,omitempty"`
}

const momentsPerMinute = 10

func momentHandlers() map[string]handler {
	const ec = "/cgi-bin/externalcontact/"
	return map[string]handler{
		ec + "add_moment_task":          in(addMoment),
		ec + "get_moment_task_result":   momentTaskResult,
		ec + "cancel_moment_task":       in(cancelMoment),
		ec + "get_moment_list":          in(listMoments),
		ec + "get_moment_task":          in(listMomentTasks),
		ec + "get_moment_customer_list": in(listMomentCustomers),
		ec + "get_moment_send_result":   in(listMomentResults),
		ec + "get_moment_comments":      in(listMomentComments),
	}
}

// PublishMoment plays a member who publishes a moment that the corp has made; see
// [workwx.Client.CreateMomentTask].
func (s *Server) PublishMoment(momentID, userID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	m, t := s.customers.momentTask(momentID, userID)
	switch {
	case t == nil:
		return fmt.Errorf("workwxtest: there is no moment %q for %s to publish", momentID, userID)
	case m.cancelled:
		return errors.New("workwxtest: the moment was cancelled")
	case !t.published.IsZero():
		return fmt.Errorf("workwxtest: %s has published the moment", userID)
	}
	s.publishMoment(t)
	return nil
}

// AddMoment plays a member who publishes a text of their own to all of their customers, and returns its
// moment_id. It panics if there is no such member.
func (s *Server) AddMoment(userID, text string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	user := s.contacts.member(userID)
	if user == nil {
		panic(fmt.Sprintf("workwxtest: there is no member %q; use AddUsers", userID))
	}
	t := &momentTask{userID: user.UserID}
	for _, f := range s.customers.of(user.UserID) {
		t.customers = append(t.customers, f.person)
	}
	m := &moment{id: newID("mom"), creator: user.UserID, public: true, text: textBody{text}, created: s.now(), tasks: []*momentTask{t}}
	s.customers.moments = append(s.customers.moments, m)
	s.publishMoment(t)
	return m.id
}

// publishMoment shows a moment to those it is meant for who are still friends of the member.
func (s *Server) publishMoment(t *momentTask) {
	t.published = s.now()
	for _, p := range t.customers {
		if f := s.customers.follow(t.userID, p); f != nil && f.active() && !f.removed {
			t.reached = append(t.reached, p)
		}
	}
}

// CommentMoment plays a customer or a member who comments on a moment that a member has published.
func (s *Server) CommentMoment(momentID, userID, by string) error {
	return s.interact(momentID, userID, by, func(t *momentTask) *[]momentInteraction { return &t.comments })
}

// LikeMoment plays a customer or a member who likes a moment that a member has published.
func (s *Server) LikeMoment(momentID, userID, by string) error {
	return s.interact(momentID, userID, by, func(t *momentTask) *[]momentInteraction { return &t.likes })
}

func (s *Server) interact(momentID, userID, by string, list func(*momentTask) *[]momentInteraction) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, t := s.customers.momentTask(momentID, userID)
	if t == nil || t.published.IsZero() {
		return fmt.Errorf("workwxtest: %s has not published a moment %q", userID, momentID)
	}
	one := momentInteraction{CreateTime: s.now().Unix()}
	if m := s.contacts.member(by); m != nil {
		one.UserID = m.UserID
	} else if p := s.customers.person(by); p != nil && slices.Contains(t.reached, p) {
		one.ExternalUserID = p.ExternalUserID
	} else {
		return fmt.Errorf("workwxtest: %s cannot see the moment", by)
	}
	*list(t) = append(*list(t), one)
	return nil
}

func (cs *customerState) momentTask(momentID, userID string) (*moment, *momentTask) {
	for _, m := range cs.moments {
		for _, t := range m.tasks {
			if m.id == momentID && strings.EqualFold(t.userID, userID) {
				return m, t
			}
		}
	}
	return nil, nil
}

// checkMoment refuses the content of a moment as the platform would.
func (s *Server) checkMoment(b *messageBody) error {
	switch {
	case b.Text.Content == "" && len(b.Attachments) == 0:
		return fail(codeEmptyMoment, "text and attachments are both empty")
	case len(b.Text.Content) > customerTextLimit:
		return fail(workwx.CodeMessageTooLong, "invalid text size")
	}
	for i := range b.Attachments {
		a := &b.Attachments[i]
		body := a.body()
		switch {
		case !slices.Contains([]string{"image", "link", "video"}, a.MsgType) || a.MsgType != b.Attachments[0].MsgType:
			return fail(codeIllegalAttachment, "invalid attachments msgtype")
		case body == nil:
			return fail(codeMissingContent, "%s missing", a.MsgType)
		case a.MsgType == "link" && body.URL == "":
			return fail(codeMissingURL, "link.url missing")
		case a.MsgType == "link" && len([]rune(body.Title)) > 64:
			return fail(codeIllegalParameter, "link.title has more than 64 characters")
		}
		if err := s.checkMedia(body.MediaID); err != nil {
			return err
		}
	}
	if n := len(b.Attachments); n > attachmentLimit || n > 1 && b.Attachments[0].MsgType != "image" {
		return fail(codeTooManyAttachments, "invalid attachments size")
	}
	return nil
}

// addMoment asks members to publish a moment. The job that creates it has ended when it is asked for.
func addMoment(s *Server, c *call, req *struct {
	messageBody
	Visible struct {
		Senders userRange    `json:"sender_list"`
		Filter  momentFilter `json:"external_contact_list"`
	} `json:"visible_range"`
}) (any, error) {
	cs := &s.customers
	if err := s.checkMoment(&req.messageBody); err != nil {
		return nil, err
	}
	recent := 0
	for _, j := range cs.momentJobs {
		if c.now.Sub(j.created) < time.Minute {
			recent++
		}
	}
	if recent >= momentsPerMinute {
		return nil, fail(workwx.CodeRateLimited, "more than %d moments within a minute", momentsPerMinute)
	}
	m := &moment{id: newID("mom"), text: req.Text, attachments: req.Attachments, created: c.now, public: len(req.Visible.Filter.Tags) == 0}
	j := &momentJob{created: c.now, result: momentOutcome{ErrMsg: "ok"}}
	var tags []string
	for _, id := range req.Visible.Filter.Tags {
		if g, t := cs.tag(id); t != nil && g.strategy == 0 {
			tags = append(tags, id)
		} else {
			j.result.InvalidTags.Tags = append(j.result.InvalidTags.Tags, id)
		}
	}
	senders := s.momentSenders(c, req.Visible.Senders, &j.result.InvalidSenders)
	for _, user := range senders {
		t := &momentTask{userID: user.UserID}
		for _, f := range cs.of(user.UserID) {
			if m.public || slices.ContainsFunc(f.tags, func(id string) bool { return slices.Contains(tags, id) }) {
				t.customers = append(t.customers, f.person)
			}
		}
		if m.public || len(t.customers) > 0 {
			m.tasks = append(m.tasks, t)
		}
	}
	if len(m.tasks) == 0 {
		j.result.ErrCode, j.result.ErrMsg = workwx.CodeNoCustomerToSendTo, "no member is left to publish the moment"
	} else {
		j.result.MomentID = m.id
		cs.moments = append(cs.moments, m)
	}
	id := newID("job-")
	cs.momentJobs[id] = j
	return struct {
		JobID string `json:"jobid"`
	}{id}, nil
}

// momentSenders returns the members who are to publish a moment, and notes who cannot.
func (s *Server) momentSenders(c *call, r userRange, invalid *userRange) []*member {
	if len(r.Users)+len(r.Parties) == 0 {
		r.Parties = []int64{rootDepartment}
	}
	var users []string
	var parties []int64
	for _, id := range r.Users {
		if m := s.contacts.member(id); m != nil && s.visible(c.app, m) && s.serves(m) {
			users = append(users, id)
		} else {
			invalid.Users = append(invalid.Users, id)
		}
	}
	for _, id := range r.Parties {
		if s.contacts.department(id) != nil {
			parties = append(parties, id)
		} else {
			invalid.Parties = append(invalid.Parties, id)
		}
	}
	return slices.DeleteFunc(s.staff(users, parties), func(m *member) bool { return !s.visible(c.app, m) })
}

func momentTaskResult(s *Server, c *call) (any, error) {
	j := s.customers.momentJobs[c.query.Get("jobid")]
	if j == nil || c.now.Sub(j.created) > 24*time.Hour {
		return nil, fail(workwx.CodeJobNotFound, "jobid not found")
	}
	return struct {
		Status workwx.MomentTaskStatus `json:"status"`
		Type   string                  `json:"type"`
		Result momentOutcome           `json:"result"`
	}{workwx.MomentTaskStatusDone, "add_moment_task", j.result}, nil
}

type momentQuery struct {
	paging
	MomentID string `json:"moment_id"`
	UserID   string `json:"userid"`
}

func (s *Server) momentOf(id string) (*moment, error) {
	if id == "" {
		return nil, fail(codeMissingMomentID, "moment_id missing")
	}
	m := lookup(s.customers.moments, func(m *moment) bool { return m.id == id })
	if m == nil {
		return nil, fail(codeIllegalMomentID, "invalid moment_id")
	}
	return m, nil
}

// momentTaskOf returns the part of the member that a request names.
func (s *Server) momentTaskOf(req *momentQuery) (*momentTask, error) {
	if _, err := s.momentOf(req.MomentID); err != nil {
		return nil, err
	}
	if req.UserID == "" {
		return nil, fail(codeMissingUserID, "userid missing")
	}
	_, t := s.customers.momentTask(req.MomentID, req.UserID)
	switch {
	case t == nil:
		return nil, fail(codeNotMomentSender, "the moment is not the member's")
	case t.published.IsZero():
		return nil, fail(codeMomentUnpublished, "the member has not published the moment")
	}
	return t, nil
}

func cancelMoment(s *Server, _ *call, req *momentQuery) (any, error) {
	m, err := s.momentOf(req.MomentID)
	switch {
	case err != nil:
		return nil, err
	case m.creator != "":
		return nil, fail(codeMomentOfMember, "the moment is a member's own")
	}
	m.cancelled = true
	return nil, nil
}

func listMoments(s *Server, _ *call, req *struct {
	paging
	StartTime  int64                 `json:"start_time"`
	EndTime    int64                 `json:"end_time"`
	Creator    string                `json:"creator"`
	FilterType *workwx.PublisherType `json:"filter_type"`
}) (any, error) {
	type media struct {
		MediaID      string `json:"media_id"`
		ThumbMediaID string `json:"thumb_media_id,omitempty"`
	}
	type link struct {
		Title string `json:"title"`
		URL   string `json:"url"`
	}
	type item struct {
		MomentID    string                   `json:"moment_id"`
		Creator     string                   `json:"creator,omitempty"`
		CreateTime  int64                    `json:"create_time"`
		CreateType  workwx.PublisherType     `json:"create_type"`
		VisibleType workwx.MomentVisibleType `json:"visible_type"`
		Text        textBody                 `json:"text"`
		Image       []media                  `json:"image,omitempty"`
		Video       *media                   `json:"video,omitempty"`
		Link        *link                    `json:"link,omitempty"`
	}
	if req.StartTime == 0 || req.EndTime < req.StartTime || req.EndTime-req.StartTime > 30*24*60*60 {
		return nil, fail(codeIllegalParameter, "start_time and end_time must be 30 days apart at most")
	}
	kind := workwx.PublisherTypeAll
	if req.FilterType != nil {
		kind = *req.FilterType
	}
	var all []item
	for _, m := range s.customers.moments {
		one := item{MomentID: m.id, Creator: m.creator, CreateTime: m.created.Unix(), Text: m.text}
		if m.creator != "" {
			one.CreateType = workwx.PublisherTypeMember
		}
		if m.public {
			one.VisibleType = workwx.MomentVisibleTypePublic
		}
		if one.CreateTime < req.StartTime || one.CreateTime > req.EndTime || req.Creator != "" && m.creator != req.Creator ||
			kind != workwx.PublisherTypeAll && kind != one.CreateType {
			continue
		}
		for _, a := range m.attachments {
			switch b := a.body(); a.MsgType {
			case "image":
				one.Image = append(one.Image, media{MediaID: b.MediaID})
			case "video":
				one.Video = &media{MediaID: b.MediaID, ThumbMediaID: b.MediaID}
			case "link":
				one.Link = &link{b.Title, b.URL}
			}
		}
		all = append(all, one)
	}
	part, next, err := page(all, req.Cursor, req.Limit, 20, 20)
	return struct {
		NextCursor string `json:"next_cursor"`
		MomentList []item `json:"moment_list"`
	}{next, part}, err
}

// fallback returns a limit, or 0 for the default if it is too large.
func fallback(limit, most int64) int64 {
	if limit > most {
		return 0
	}
	return limit
}

func listMomentTasks(s *Server, c *call, req *momentQuery) (any, error) {
	type item struct {
		UserID string                     `json:"userid"`
		Status workwx.MomentPublishStatus `json:"publish_status"`
	}
	m, err := s.momentOf(req.MomentID)
	switch {
	case err != nil:
		return nil, err
	case m.creator != "":
		return nil, fail(codeMomentOfMember, "the moment is a member's own")
	}
	var all []item
	for _, t := range m.tasks {
		one := item{UserID: t.userID}
		if !t.published.IsZero() {
			one.Status = workwx.MomentPublishStatusPublished
		}
		all = append(all, one)
	}
	part, next, err := page(all, req.Cursor, fallback(req.Limit, 1000), 500, 1000)
	return struct {
		NextCursor string `json:"next_cursor"`
		TaskList   []item `json:"task_list"`
	}{next, part}, err
}

type momentCustomer struct {
	UserID         string `json:"userid,omitempty"`
	ExternalUserID string `json:"external_userid"`
}

type momentCustomers struct {
	NextCursor   string           `json:"next_cursor"`
	CustomerList []momentCustomer `json:"customer_list"`
}

func listMomentCustomers(s *Server, _ *call, req *momentQuery) (any, error) {
	t, err := s.momentTaskOf(req)
	if err != nil {
		return nil, err
	}
	var all []momentCustomer
	for _, p := range t.customers {
		all = append(all, momentCustomer{t.userID, p.ExternalUserID})
	}
	part, next, err := page(all, req.Cursor, fallback(req.Limit, 1000), 500, 1000)
	return momentCustomers{next, part}, err
}

func listMomentResults(s *Server, _ *call, req *momentQuery) (any, error) {
	t, err := s.momentTaskOf(req)
	if err != nil {
		return nil, err
	}
	var all []momentCustomer
	for _, p := range t.reached {
		all = append(all, momentCustomer{ExternalUserID: p.ExternalUserID})
	}
	part, next, err := page(all, req.Cursor, fallback(req.Limit, 5000), 3000, 5000)
	return momentCustomers{next, part}, err
}

func listMomentComments(s *Server, _ *call, req *momentQuery) (any, error) {
	t, err := s.momentTaskOf(req)
	if err != nil {
		return nil, err
	}
	return struct {
		CommentList []momentInteraction `json:"comment_list"`
		LikeList    []momentInteraction `json:"like_list"`
	}{notNil(t.comments), notNil(t.likes)}, nil
}
