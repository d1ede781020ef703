package workwxtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// oaState is what the office apps of the corp hold, and what else is neither contacts nor messages.
type oaState struct {
	approvals       approvalState
	calendars       calendarState
	rooms           roomState
	journals        journalState
	checkin         checkinState
	telephony       telephonyState
	todos           map[string]*workwx.Todo
	archive         archiveState
	invoices        map[workwx.InvoiceCard]*invoice
	exports         map[string]*exportJob
	contactRules    []*contactRule
	lastContactRule int64
	linked          []LinkedCorp
}

func newOA() oaState {
	return oaState{
		approvals: newApprovals(),
		rooms:     newRooms(),
		journals:  newJournals(),
		checkin:   newCheckin(),
		todos:     map[string]*workwx.Todo{},
		archive:   newArchive(),
		invoices:  map[workwx.InvoiceCard]*invoice{},
		exports:   map[string]*exportJob{},
	}
}

func oaHandlers() map[string]handler {
	all := map[string]handler{}
	for _, area := range []map[string]handler{
		approvalHandlers(), vacationHandlers(), calendarHandlers(), meetingRoomHandlers(), journalHandlers(), checkinHandlers(),
		telephonyHandlers(), todoHandlers(), archiveHandlers(), invoiceHandlers(), exportHandlers(), contactRuleHandlers(), linkedCorpHandlers(),
	} {
		maps.Copy(all, area)
	}
	return all
}

// beijing is the time zone of the corp: days of approvals, attendance and meeting rooms begin there.
var beijing = time.FixedZone("UTC+8", 8*3600)

// midnight returns 0:00 of the day of t.
func midnight(t time.Time) time.Time {
	y, m, d := t.In(beijing).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, beijing)
}

func seconds(d time.Duration) int64 { return int64(d / time.Second) }

// lastTime is the last second of the year 9999, beyond which no calendar goes.
const lastTime = 253402300799

// period is a time from begin to end.
type period struct{ begin, end int64 }

func (p period) overlaps(q period) bool { return p.begin < q.end && q.begin < p.end }

// checkPeriod refuses the times of a query that are missing, the wrong way round or too far apart.
func checkPeriod(code workwx.Code, start, end number, most time.Duration) error {
	switch {
	case start <= 0 || end <= 0:
		return fail(code, "starttime and endtime are required")
	case end < start:
		return fail(code, "endtime is before starttime")
	case end > lastTime:
		return fail(code, "endtime is after the year 9999")
	case int64(end-start) > seconds(most):
		return fail(code, "the time is longer than %d days", most/(24*time.Hour))
	}
	return nil
}

var decimalForm = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$`)

// present says whether a field of JSON is there and not empty.
func present(raw json.RawMessage) bool {
	switch strings.TrimSpace(string(raw)) {
	case "", "null", "{}", "[]", `""`:
		return false
	}
	return true
}

// tooLong says whether a text has more than so many characters.
func tooLong(text string, most int) bool { return len([]rune(text)) > most }

// knownUsers returns the ids as they are spelled in the contacts, or the first that is none.
func (s *Server) knownUsers(userIDs []string) (known []string, unknown string) {
	for _, id := range userIDs {
		m := s.contacts.member(id)
		if m == nil {
			return nil, id
		}
		known = append(known, m.UserID)
	}
	return known, ""
}

// userNames returns the names of members.
func (s *Server) userNames(userIDs []string) []string {
	names := []string{}
	for _, id := range userIDs {
		if m := s.contacts.member(id); m != nil {
			names = append(names, m.Name)
		}
	}
	return names
}

// user is a member as the office apps name one.
type user struct {
	UserID string `json:"userid"`
}

func users(ids []string) []user {
	list := []user{}
	for _, id := range ids {
		list = append(list, user{id})
	}
	return list
}

func errNoMember(userID string) error {
	return fmt.Errorf("workwxtest: there is no member %q", userID)
}
