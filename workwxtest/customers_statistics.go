package workwxtest

import (
	"cmp"
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

// days is a period of whole days in China.
type days struct {
	first time.Time // midnight
	end   time.Time // midnight after the last
}

func (d days) holds(t time.Time) bool { return !t.Before(d.first) && t.Before(d.end) }

// statPeriod returns the days from begin to end, both included: 30 at most, within the last 180, none of them
// after last.
func statPeriod(now time.Time, begin, end int64, last time.Time) (days, error) {
	if begin == 0 {
		return days{}, fail(codeIllegalParameter, "the beginning of the period is missing")
	}
	first, final := midnight(time.Unix(begin, 0)), midnight(time.Unix(cmp.Or(end, begin), 0))
	switch {
	case final.Before(first) || final.Sub(first) >= 30*24*time.Hour:
		return days{}, fail(codeIllegalParameter, "the period must be 1 to 30 days")
	case first.Before(midnight(now).AddDate(0, 0, -180)) || final.After(midnight(last)):
		return days{}, fail(codeIllegalParameter, "the period must be within the last 180 days")
	}
	return days{first, final.AddDate(0, 0, 1)}, nil
}

// behaviorData counts what members did with customers, day by day.
func behaviorData(s *Server, c *call, req *struct {
	StartTime int64    `json:"start_time"`
	EndTime   int64    `json:"end_time"`
	UserID    []string `json:"userid"`
	PartyID   []int64  `json:"partyid"`
}) (any, error) {
	type figures struct {
		StatTime         int64   `json:"stat_time"`
		ChatCnt          int     `json:"chat_cnt"`
		MessageCnt       int     `json:"message_cnt"`
		ReplyPercentage  float64 `json:"reply_percentage"`
		AvgReplyTime     int64   `json:"avg_reply_time"`
		NegativeFeedback int     `json:"negative_feedback_cnt"`
		NewApplyCnt      int     `json:"new_apply_cnt"`
		NewContactCnt    int     `json:"new_contact_cnt"`
	}
	switch {
	case len(req.UserID)+len(req.PartyID) == 0:
		return nil, fail(workwx.CodeEmptyParameter, "userid and partyid are both empty")
	case len(req.UserID) > 100 || len(req.PartyID) > 100:
		return nil, fail(codeIllegalParameter, "userid and partyid hold 100 at most")
	}
	all, err := statPeriod(c.now, req.StartTime, req.EndTime, c.now)
	if err != nil {
		return nil, err
	}
	counted := map[string]bool{}
	for _, id := range req.UserID {
		m, err := s.servantOf(c, id)
		if err != nil {
			return nil, err
		}
		counted[m.UserID] = true
	}
	for _, id := range req.PartyID {
		if s.contacts.department(id) == nil {
			return nil, fail(workwx.CodeInvalidDepartmentID, "invalid department %d", id)
		}
		for _, m := range s.contacts.within(s.contacts.subtree(id)) {
			counted[m.UserID] = s.visible(c.app, m)
		}
	}
	type chat struct {
		userID string
		person *person
	}
	list := []figures{}
	for day := all.first; day.Before(all.end); day = day.AddDate(0, 0, 1) {
		one, today := figures{StatTime: day.Unix()}, days{day, day.AddDate(0, 0, 1)}
		written, asked := map[chat]bool{}, map[chat]time.Time{}
		begun, replied, waited := 0, 0, time.Duration(0)
		for _, o := range s.customers.log {
			if !counted[o.userID] || !today.holds(o.at) {
				continue
			}
			k := chat{o.userID, o.person}
			switch o.kind {
			case occurredApply:
				one.NewApplyCnt++
			case occurredAdd:
				one.NewContactCnt++
			case occurredRemoval:
				one.NegativeFeedback++
			case occurredCustomerMessage:
				if _, known := asked[k]; !known && !written[k] {
					asked[k] = o.at
					begun++
				}
			case occurredUserMessage:
				one.MessageCnt++
				if at, waits := asked[k]; waits && !written[k] {
					replied++
					waited += o.at.Sub(at)
				}
				written[k] = true
			}
		}
		one.ChatCnt = len(written)
		if begun > 0 {
			one.ReplyPercentage = float64(replied) * 100 / float64(begun)
		}
		if replied > 0 {
			one.AvgReplyTime = int64(waited / time.Duration(replied) / time.Minute)
		}
		list = append(list, one)
	}
	return struct {
		BehaviorData []figures `json:"behavior_data"`
	}{list}, nil
}

// groupFigures is the figures of some group chats.
type groupFigures struct {
	NewChatCnt   int `json:"new_chat_cnt"`
	ChatTotal    int `json:"chat_total"`
	ChatHasMsg   int `json:"chat_has_msg"`
	NewMemberCnt int `json:"new_member_cnt"`
	MemberTotal  int `json:"member_total"`
	MemberHasMsg int `json:"member_has_msg"`
	MsgTotal     int `json:"msg_total"`
}

// count adds the figures of a group chat: of new ones those of the days, of all others those up to the
// last day.
func (f *groupFigures) count(g *customerGroup, d days) {
	if !g.created.Before(d.end) || g.gone() && g.dismissed.Before(d.end) {
		return
	}
	f.ChatTotal++
	if d.holds(g.created) {
		f.NewChatCnt++
	}
	for _, m := range g.members {
		joined := time.Unix(m.JoinTime, 0)
		if d.holds(joined) {
			f.NewMemberCnt++
		}
		if joined.Before(d.end) && (m.left.IsZero() || !m.left.Before(d.end)) {
			f.MemberTotal++
		}
	}
	wrote := map[string]bool{}
	for _, w := range g.writes {
		if w.at.Before(d.end) {
			f.MsgTotal++
			wrote[w.id] = true
		}
	}
	f.MemberHasMsg += len(wrote)
	if len(wrote) > 0 {
		f.ChatHasMsg++
	}
}

type groupStatisticRequest struct {
	Begin    int64       `json:"day_begin_time"`
	End      int64       `json:"day_end_time"`
	Owners   ownerFilter `json:"owner_filter"`
	OrderBy  int         `json:"order_by"`
	OrderAsc flag        `json:"order_asc"`
	Offset   int64       `json:"offset"`
	Limit    int64       `json:"limit"`
}

// groupStatistics counts the group chats of each owner. The day of the call is not over and not counted.
func groupStatistics(s *Server, c *call, req *groupStatisticRequest) (any, error) {
	type item struct {
		Owner string       `json:"owner"`
		Data  groupFigures `json:"data"`
	}
	fits, err := s.owners(c, req.Owners)
	if err != nil {
		return nil, err
	}
	d, err := statPeriod(c.now, req.Begin, req.End, c.now.AddDate(0, 0, -1))
	switch {
	case err != nil:
		return nil, err
	case req.Limit < 0 || req.Limit > 1000 || req.Offset < 0 || req.OrderBy < 0 || req.OrderBy > 4:
		return nil, fail(codeIllegalParameter, "invalid limit, offset or order_by")
	}
	all := []item{}
	for _, g := range s.customers.groups {
		m := s.contacts.member(g.owner)
		if !fits(g.owner) || m == nil || !s.visible(c.app, m) {
			continue
		}
		i := slices.IndexFunc(all, func(o item) bool { return o.Owner == g.owner })
		if i < 0 {
			i = len(all)
			all = append(all, item{Owner: g.owner})
		}
		all[i].Data.count(g, d)
	}
	by := []func(f groupFigures) int{
		func(f groupFigures) int { return f.NewChatCnt },
		func(f groupFigures) int { return f.ChatTotal },
		func(f groupFigures) int { return f.NewMemberCnt },
		func(f groupFigures) int { return f.MemberTotal },
	}[max(req.OrderBy, 1)-1]
	slices.SortStableFunc(all, func(a, b item) int {
		if req.OrderAsc {
			a, b = b, a
		}
		return by(b.Data) - by(a.Data)
	})
	total := int64(len(all))
	start := min(req.Offset, total)
	end := min(start+cmp.Or(req.Limit, 500), total)
	return struct {
		Items      []item `json:"items"`
		Total      int64  `json:"total"`
		NextOffset int64  `json:"next_offset"`
	}{all[start:end], total, end}, nil
}

func groupStatisticsByDay(s *Server, c *call, req *groupStatisticRequest) (any, error) {
	type item struct {
		StatTime int64        `json:"stat_time"`
		Data     groupFigures `json:"data"`
	}
	fits, err := s.owners(c, req.Owners)
	if err != nil {
		return nil, err
	}
	d, err := statPeriod(c.now, req.Begin, req.End, c.now.AddDate(0, 0, -1))
	if err != nil {
		return nil, err
	}
	list := []item{}
	for day := d.first; day.Before(d.end); day = day.AddDate(0, 0, 1) {
		one := item{StatTime: day.Unix()}
		for _, g := range s.customers.groups {
			if m := s.contacts.member(g.owner); fits(g.owner) && m != nil && s.visible(c.app, m) {
				one.Data.count(g, days{day, day.AddDate(0, 0, 1)})
			}
		}
		list = append(list, one)
	}
	return struct {
		Items []item `json:"items"`
	}{list}, nil
}
