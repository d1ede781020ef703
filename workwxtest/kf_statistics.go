package workwxtest

import (
	"time"

	"github.com/go-workwx/workwx"
)

// kfDay is what happened in an account on one day.
type kfDay struct {
	sessions  int
	messages  int
	customers map[string]bool
	servicers map[string]*kfServicerDay
}

// kfServicerDay is what a servicer did on one day.
type kfServicerDay struct {
	sessions  int
	messages  int
	customers map[string]bool
	answered  int
	waited    time.Duration // until the first answers
}

// china is where days begin.
var china = time.FixedZone("UTC+8", 8*60*60)

func (a *kfAccount) day(now time.Time) *kfDay {
	date := now.In(china).Format(time.DateOnly)
	d := a.days[date]
	if d == nil {
		d = &kfDay{customers: map[string]bool{}, servicers: map[string]*kfServicerDay{}}
		a.days[date] = d
	}
	return d
}

func (d *kfDay) servicer(userID string) *kfServicerDay {
	v := d.servicers[userID]
	if v == nil {
		v = &kfServicerDay{customers: map[string]bool{}}
		d.servicers[userID] = v
	}
	return v
}

// ask counts a message of a customer, also for the servicer who deals with the session.
func (d *kfDay) ask(customer, servicer string) {
	d.messages++
	d.customers[customer] = true
	if servicer != "" {
		v := d.servicer(servicer)
		v.messages++
		v.customers[customer] = true
	}
}

func (v *kfServicerDay) take(customer string) {
	v.sessions++
	v.customers[customer] = true
}

func (v *kfServicerDay) answer(waited time.Duration) {
	v.answered++
	v.waited += waited
}

func kfStatisticHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/kf/get_corp_statistic":     in(kfCorpStatistic),
		"/cgi-bin/kf/get_servicer_statistic": in(kfServicerStatistic),
		"/cgi-bin/kf/get_statistic":          in(kfStatistic),
		"/cgi-bin/kf/get_corp_qualification": func(*Server, *call) (any, error) {
			return struct {
				Binding bool `json:"wechat_channels_binding"`
			}{}, nil
		},
	}
}

type kfPeriod struct {
	ID       string `json:"open_kfid"`
	Servicer string `json:"servicer_userid"`
	Start    int64  `json:"start_time"`
	End      int64  `json:"end_time"`
}

type kfDayAnswer struct {
	Time      int64 `json:"stat_time"`
	Statistic any   `json:"statistic"`
}

type kfStatisticAnswer struct {
	List []kfDayAnswer `json:"statistic_list"`
}

// each answers with an entry for each day of the period.
func (p *kfPeriod) each(now time.Time, figures func(date string) any) (any, error) {
	midnight := func(t time.Time) time.Time {
		y, m, d := t.In(china).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, china)
	}
	today := midnight(now)
	start, end := midnight(time.Unix(p.Start, 0)), midnight(time.Unix(p.End, 0))
	switch {
	case p.Start <= 0 || p.End <= 0 || end.Before(start):
		return nil, fail(codeIllegalParameter, "start_time and end_time must be set, the first not after the second")
	case !end.Before(today) || start.Before(today.AddDate(0, 0, -180)):
		return nil, fail(codeIllegalParameter, "the days must be from 180 days ago to yesterday")
	case start.AddDate(0, 0, 31).Compare(end) <= 0:
		return nil, fail(codeIllegalParameter, "more than 31 days")
	}
	out := kfStatisticAnswer{List: []kfDayAnswer{}}
	for day := start; !day.After(end); day = day.AddDate(0, 0, 1) {
		out.List = append(out.List, kfDayAnswer{day.Unix(), figures(day.Format(time.DateOnly))})
	}
	return out, nil
}

type kfCorpFigures struct {
	Sessions  int     `json:"session_cnt"`
	Customers int     `json:"customer_cnt"`
	Messages  int     `json:"customer_msg_cnt"`
	Upgraded  int     `json:"upgrade_service_customer_cnt"`
	Replied   int     `json:"ai_session_reply_cnt"`
	Transfer  float64 `json:"ai_transfer_rate"`
	Hits      float64 `json:"ai_knowledge_hit_rate"`
	Rejected  int     `json:"msg_rejected_customer_cnt"`
}

func kfCorpStatistic(s *Server, c *call, req *kfPeriod) (any, error) {
	a, err := s.kfAccountOf(req.ID)
	if err != nil {
		return nil, err
	}
	return req.each(c.now, func(date string) any {
		f := kfCorpFigures{}
		if d := a.days[date]; d != nil {
			f.Sessions, f.Customers, f.Messages = d.sessions, len(d.customers), d.messages
		}
		return f
	})
}

// kfStatistic is about all accounts together.
func kfStatistic(s *Server, c *call, req *kfPeriod) (any, error) {
	return req.each(c.now, func(date string) any {
		f := kfCorpFigures{}
		customers := map[string]bool{}
		for _, a := range s.kf.accounts {
			d := a.days[date]
			if d == nil {
				continue
			}
			f.Sessions += d.sessions
			f.Messages += d.messages
			for id := range d.customers {
				customers[id] = true
			}
		}
		f.Customers = len(customers)
		return f
	})
}

type kfServicerFigures struct {
	Sessions      int     `json:"session_cnt"`
	Customers     int     `json:"customer_cnt"`
	Messages      int     `json:"customer_msg_cnt"`
	ReplyRate     float64 `json:"reply_rate"`
	FirstReply    float64 `json:"first_reply_average_sec"`
	Investigated  int     `json:"satisfaction_investgate_cnt"`
	Participation float64 `json:"satisfaction_participation_rate"`
	Satisfied     float64 `json:"satisfied_rate"`
	Middling      float64 `json:"middling_rate"`
	Dissatisfied  float64 `json:"dissatisfied_rate"`
	Upgraded      int     `json:"upgrade_service_customer_cnt"`
	MemberInvites int     `json:"upgrade_service_member_invite_cnt"`
	MemberAdded   int     `json:"upgrade_service_member_customer_cnt"`
	ChatInvites   int     `json:"upgrade_service_groupchat_invite_cnt"`
	ChatJoined    int     `json:"upgrade_service_groupchat_customer_cnt"`
	Rejected      int     `json:"msg_rejected_customer_cnt"`
}

// kfServicerStatistic is about one servicer or all, of one account or all.
func kfServicerStatistic(s *Server, c *call, req *kfPeriod) (any, error) {
	accounts := s.kf.accounts
	if req.ID != "" {
		a, err := s.kfAccountOf(req.ID)
		if err != nil {
			return nil, err
		}
		accounts = []*kfAccount{a}
	}
	if req.Servicer != "" {
		m := s.contacts.member(req.Servicer)
		if m == nil {
			return nil, fail(workwx.CodeUserNotFound, "servicer_userid not found")
		}
		req.Servicer = m.UserID
	}
	return req.each(c.now, func(date string) any {
		f := kfServicerFigures{}
		customers := map[string]bool{}
		answered, waited := 0, time.Duration(0)
		for _, a := range accounts {
			d := a.days[date]
			if d == nil {
				continue
			}
			for userID, v := range d.servicers {
				if req.Servicer != "" && userID != req.Servicer {
					continue
				}
				f.Sessions += v.sessions
				f.Messages += v.messages
				answered += v.answered
				waited += v.waited
				for id := range v.customers {
					customers[id] = true
				}
			}
		}
		f.Customers = len(customers)
		if f.Sessions > 0 {
			f.ReplyRate = min(float64(answered)/float64(f.Sessions), 1)
		}
		if answered > 0 {
			f.FirstReply = waited.Seconds() / float64(answered)
		}
		return f
	})
}
