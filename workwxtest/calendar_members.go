package workwxtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-workwx/workwx"
)

// Members change calendars and schedules of apps in their WeCom app, of which the app is told. What the app
// changes itself by a call pushes nothing.

// managed returns a calendar that a member may change, and the member as the contacts spell it.
func (s *Server) managed(calID, userID string) (*calendar, string, error) {
	for _, cal := range s.oa.calendars.calendars {
		if cal.CalID == calID && !cal.deleted {
			id, err := administrator(cal.Admins, userID)
			return cal, id, err
		}
	}
	return nil, "", fmt.Errorf("workwxtest: there is no calendar %q", calID)
}

func administrator(admins []string, userID string) (string, error) {
	i := slices.IndexFunc(admins, func(id string) bool { return strings.EqualFold(id, userID) })
	if i < 0 {
		return "", fmt.Errorf("workwxtest: %q is not among the administrators %q", userID, admins)
	}
	return admins[i], nil
}

// standing returns a schedule that has not been canceled.
func (s *Server) standing(scheduleID string) (*schedule, error) {
	for _, sch := range s.oa.calendars.schedules {
		if sch.ScheduleID == scheduleID && sch.Status != workwx.ScheduleStatusCanceled {
			return sch, nil
		}
	}
	return nil, fmt.Errorf("workwxtest: there is no schedule %q", scheduleID)
}

func (s *Server) pushCalendar(name, userID string, cal *calendar) {
	e := event(name).text("CalId", cal.CalID)
	e.from = userID
	s.pushEvent(e)
}

func (s *Server) pushSchedule(name, userID string, sch *schedule) {
	e := event(name).text("CalId", sch.CalID).text("ScheduleId", sch.ScheduleID)
	e.from = userID
	s.pushEvent(e)
}

// RenameCalendar has an administrator of a calendar change its title, and pushes modify_calendar to
// [WithCallback].
func (s *Server) RenameCalendar(calID, userID, summary string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	cal, id, err := s.managed(calID, userID)
	if err != nil {
		return err
	}
	cal.Summary = summary
	s.pushCalendar("modify_calendar", id, cal)
	return nil
}

// RemoveCalendar has an administrator of a calendar delete it with its schedules, and pushes
// delete_calendar to [WithCallback].
func (s *Server) RemoveCalendar(calID, userID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	cal, id, err := s.managed(calID, userID)
	if err != nil {
		return err
	}
	s.dropCalendar(cal)
	s.pushCalendar("delete_calendar", id, cal)
	return nil
}

// AddSchedule has an administrator of a calendar put a schedule into it, and pushes add_schedule to
// [WithCallback]. CalID is required.
func (s *Server) AddSchedule(userID string, in workwx.ScheduleInput) (scheduleID string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	cal, id, err := s.managed(in.CalID, userID)
	if err != nil {
		return "", err
	}
	sch := new(schedule)
	if err := json.Unmarshal(encode(in), sch); err != nil {
		return "", fmt.Errorf("workwxtest: %w", err)
	}
	if err := s.checkSchedule(sch); err != nil {
		return "", fmt.Errorf("workwxtest: %w", err)
	}
	s.addSchedule(sch, cal.app)
	s.pushSchedule("add_schedule", id, sch)
	return sch.ScheduleID, nil
}

// MoveSchedule has an administrator of a schedule give it other times, and pushes modify_schedule to
// [WithCallback].
func (s *Server) MoveSchedule(scheduleID, userID string, start, end time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	sch, err := s.standing(scheduleID)
	if err != nil {
		return err
	}
	id, err := administrator(sch.Admins, userID)
	if err != nil {
		return err
	}
	if end.Before(start) {
		return fmt.Errorf("workwxtest: the schedule would end before it starts")
	}
	sch.StartTime, sch.EndTime = start.Unix(), end.Unix()
	s.pushSchedule("modify_schedule", id, sch)
	return nil
}

// RemoveSchedule has an administrator of a schedule cancel it, and pushes delete_schedule to
// [WithCallback].
func (s *Server) RemoveSchedule(scheduleID, userID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	sch, err := s.standing(scheduleID)
	if err != nil {
		return err
	}
	id, err := administrator(sch.Admins, userID)
	if err != nil {
		return err
	}
	s.cancelSchedule(sch)
	s.pushSchedule("delete_schedule", id, sch)
	return nil
}

// RespondSchedule has an attendee answer the invitation to a schedule, and pushes respond_schedule to
// [WithCallback].
func (s *Server) RespondSchedule(scheduleID, userID string, response workwx.ScheduleResponseStatus) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	sch, err := s.standing(scheduleID)
	if err != nil {
		return err
	}
	i := sch.attendee(userID)
	if i < 0 {
		return fmt.Errorf("workwxtest: %q is not among the attendees of the schedule %s", userID, scheduleID)
	}
	sch.Attendees[i].Response = response
	s.pushSchedule("respond_schedule", sch.Attendees[i].UserID, sch)
	return nil
}
