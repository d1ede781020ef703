package workwxtest

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/go-workwx/workwx"
)

const codeMeetingID = workwx.Code(90602)

// halfHour is the grid of bookings, in seconds.
const halfHour = 1800

// roomState holds the meeting rooms and their bookings, the canceled ones too.
type roomState struct {
	rooms    []*meetingRoom
	bookings []*booking
	lastID   int64
	meetings map[string]period // that rooms can be booked for
}

func newRooms() roomState { return roomState{meetings: map[string]period{}} }

type meetingRoom struct {
	ID           int64                        `json:"meetingroom_id"`
	Name         string                       `json:"name"`
	Capacity     int64                        `json:"capacity"`
	City         string                       `json:"city"`
	Building     string                       `json:"building"`
	Floor        string                       `json:"floor"`
	Coordinate   workwx.MeetingRoomCoordinate `json:"coordinate"`
	Range        roomRange                    `json:"range"`
	Equipment    []int64                      `json:"equipment"`
	NeedApproval flag                         `json:"need_approval"`
}

type roomRange struct {
	Users       []string `json:"user_list"`
	Departments []int64  `json:"department_list"`
}

// booking is a room that is taken, on several days if its schedule repeats.
type booking struct {
	id         string
	roomID     int64
	scheduleID string // "" if it is for a meeting
	meetingID  string
	booker     string
	times      []period
	canceled   bool
	app        *app // nil if a member booked it
}

func meetingRoomHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/oa/meetingroom/add":                            in(createMeetingRoom),
		"/cgi-bin/oa/meetingroom/edit":                           in(updateMeetingRoom),
		"/cgi-bin/oa/meetingroom/del":                            in(deleteMeetingRoom),
		"/cgi-bin/oa/meetingroom/list":                           in(listMeetingRooms),
		"/cgi-bin/oa/meetingroom/book":                           in(bookMeetingRoom),
		"/cgi-bin/oa/meetingroom/book_by_schedule":               in(bookRoomBySchedule),
		"/cgi-bin/oa/meetingroom/book_by_meeting":                in(bookRoomByMeeting),
		"/cgi-bin/oa/meetingroom/get_booking_info":               in(listBookings),
		"/cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id": in(getBookingByMeeting),
		"/cgi-bin/oa/meetingroom/bookinfo/get":                   in(getBooking),
		"/cgi-bin/oa/meetingroom/cancel_book":                    in(cancelBooking),
	}
}

func (st *roomState) room(id int64) (*meetingRoom, error) {
	i := slices.IndexFunc(st.rooms, func(r *meetingRoom) bool { return r.ID == id })
	if i < 0 {
		return nil, fail(codeIllegalParameter, "meetingroom_id %d not found", id)
	}
	return st.rooms[i], nil
}

// of returns the booking that holds for a schedule, nil if there is none.
func (st *roomState) of(scheduleID string) *booking {
	for _, b := range st.bookings {
		if b.scheduleID == scheduleID && !b.canceled {
			return b
		}
	}
	return nil
}

// release cancels the booking of a schedule.
func (st *roomState) release(scheduleID string) {
	if b := st.of(scheduleID); b != nil {
		b.canceled = true
	}
}

// taken says whether a room is booked at a time.
func (st *roomState) taken(roomID int64, p period) bool {
	return slices.ContainsFunc(st.bookings, func(b *booking) bool {
		return b.roomID == roomID && !b.canceled && slices.ContainsFunc(b.times, p.overlaps)
	})
}

// check refuses a room as the platform would.
func (r *meetingRoom) check() error {
	place := 0
	for _, part := range []string{r.City, r.Building, r.Floor} {
		if part != "" {
			place++
		}
	}
	switch {
	case r.Name == "" || tooLong(r.Name, 30):
		return fail(codeIllegalParameter, "name has 1 to 30 characters")
	case r.Capacity <= 0:
		return fail(codeIllegalParameter, "capacity must be positive")
	case place == 1 || place == 2:
		return fail(codeIllegalParameter, "city, building and floor are set together")
	}
	for _, e := range r.Equipment {
		if e < 1 || e > 5 {
			return fail(codeIllegalParameter, "invalid equipment %d", e)
		}
	}
	r.Range = roomRange{notNil(r.Range.Users), notNil(r.Range.Departments)}
	r.Equipment = notNil(r.Equipment)
	return nil
}

func createMeetingRoom(s *Server, _ *call, req *meetingRoom) (any, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	s.oa.rooms.lastID++
	req.ID, req.NeedApproval = s.oa.rooms.lastID, false
	s.oa.rooms.rooms = append(s.oa.rooms.rooms, req)
	return struct {
		ID int64 `json:"meetingroom_id"`
	}{req.ID}, nil
}

// AddMeetingRoom adds a meeting room as an administrator does, one that needs approval for instance, and
// returns its id. The id that r has is ignored.
func (s *Server) AddMeetingRoom(r workwx.MeetingRoom) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.rooms.lastID++
	room := &meetingRoom{ID: s.oa.rooms.lastID, Name: r.Name, Capacity: r.Capacity, City: r.City, Building: r.Building, Floor: r.Floor,
		Coordinate: r.Coordinate, Range: roomRange{notNil(r.Range.UserList), notNil(r.Range.DepartmentList)}, NeedApproval: flag(r.NeedApproval)}
	for _, e := range r.Equipment {
		room.Equipment = append(room.Equipment, int64(e))
	}
	room.Equipment = notNil(room.Equipment)
	s.oa.rooms.rooms = append(s.oa.rooms.rooms, room)
	return room.ID
}

func updateMeetingRoom(s *Server, c *call, req *struct {
	ID       int64   `json:"meetingroom_id"`
	City     *string `json:"city"`
	Building *string `json:"building"`
	Floor    *string `json:"floor"`
}) (any, error) {
	r, err := s.oa.rooms.room(req.ID)
	if err != nil {
		return nil, err
	}
	if (req.City == nil) != (req.Building == nil) || (req.City == nil) != (req.Floor == nil) {
		return nil, fail(codeIllegalParameter, "city, building and floor are set together")
	}
	changed := *r
	changed.Range.Users, changed.Range.Departments = slices.Clone(r.Range.Users), slices.Clone(r.Range.Departments)
	changed.Equipment = slices.Clone(r.Equipment)
	if err := c.decode(&changed); err != nil { // fields that the request does not name stay as they are
		return nil, err
	}
	changed.NeedApproval = r.NeedApproval
	if err := changed.check(); err != nil {
		return nil, err
	}
	*r = changed
	return nil, nil
}

func deleteMeetingRoom(s *Server, _ *call, req *struct {
	ID int64 `json:"meetingroom_id"`
}) (any, error) {
	r, err := s.oa.rooms.room(req.ID)
	if err != nil {
		return nil, err
	}
	s.oa.rooms.rooms = without(s.oa.rooms.rooms, []*meetingRoom{r})
	for _, b := range s.oa.rooms.bookings {
		b.canceled = b.canceled || b.roomID == r.ID
	}
	return nil, nil
}

// place says where rooms are.
type place struct {
	City     string `json:"city"`
	Building string `json:"building"`
	Floor    string `json:"floor"`
}

func (p place) check() error {
	if p.Building != "" && p.City == "" || p.Floor != "" && p.Building == "" {
		return fail(codeIllegalParameter, "building needs city, floor needs building")
	}
	return nil
}

func (p place) holds(r *meetingRoom) bool {
	fits := func(want, have string) bool { return want == "" || want == have }
	return fits(p.City, r.City) && fits(p.Building, r.Building) && fits(p.Floor, r.Floor)
}

func listMeetingRooms(s *Server, _ *call, req *struct {
	place
	Equipment []int64 `json:"equipment"`
}) (any, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	list := []*meetingRoom{}
	for _, r := range s.oa.rooms.rooms {
		if req.holds(r) && len(without(req.Equipment, r.Equipment)) == 0 {
			list = append(list, r)
		}
	}
	return struct {
		List []*meetingRoom `json:"meetingroom_list"`
	}{list}, nil
}

// rounded returns a time as rooms are booked: in whole half hours.
func rounded(p period) period {
	return period{p.begin - p.begin%halfHour, (p.end + halfHour - 1) / halfHour * halfHour}
}

// mayUse refuses a member who cannot use a room, and a room that cannot be booked.
func (s *Server) mayUse(r *meetingRoom, userID string) (*member, error) {
	m := s.contacts.member(userID)
	if m == nil {
		return nil, fail(workwx.CodeUserNotFound, "booker not found")
	}
	if r.NeedApproval {
		return nil, fail(codeIllegalParameter, "a booking of this meeting room needs approval")
	}
	if len(r.Range.Users)+len(r.Range.Departments) == 0 || slices.Contains(r.Range.Users, m.UserID) {
		return m, nil
	}
	for _, id := range r.Range.Departments {
		if slices.Contains(s.contacts.within(s.contacts.subtree(id)), m) {
			return m, nil
		}
	}
	return nil, fail(workwx.CodeNoTargetPermission, "the booker cannot use this meeting room")
}

// book takes a room and makes the schedule for it.
func (s *Server) book(r *meetingRoom, m *member, subject string, p period, attendees []string, owner *app) (*booking, error) {
	if p.begin <= 0 || p.end-p.begin < halfHour {
		return nil, fail(codeIllegalParameter, "end_time is at least 30 minutes after start_time")
	}
	p = rounded(p)
	if s.oa.rooms.taken(r.ID, p) {
		return nil, errRoomTaken()
	}
	sch := &schedule{Summary: subject, StartTime: p.begin, EndTime: p.end, Location: r.Name, Admins: []string{m.UserID},
		Attendees: []scheduleAttendee{{UserID: m.UserID, Response: workwx.ScheduleResponseStatusAccepted}}}
	for _, id := range attendees {
		if sch.attendee(id) < 0 {
			sch.Attendees = append(sch.Attendees, scheduleAttendee{UserID: id})
		}
	}
	if err := s.checkSchedule(sch); err != nil {
		return nil, err
	}
	s.addSchedule(sch, owner)
	b := &booking{id: newID("bk"), roomID: r.ID, scheduleID: sch.ScheduleID, booker: m.UserID, times: []period{p}, app: owner}
	s.oa.rooms.bookings = append(s.oa.rooms.bookings, b)
	return b, nil
}

func bookMeetingRoom(s *Server, c *call, req *struct {
	ID        int64    `json:"meetingroom_id"`
	Subject   string   `json:"subject"`
	Start     int64    `json:"start_time"`
	End       int64    `json:"end_time"`
	Booker    string   `json:"booker"`
	Attendees []string `json:"attendees"`
}) (any, error) {
	r, err := s.oa.rooms.room(req.ID)
	if err != nil {
		return nil, err
	}
	m, err := s.mayUse(r, req.Booker)
	if err != nil {
		return nil, err
	}
	b, err := s.book(r, m, req.Subject, period{req.Start, req.End}, req.Attendees, c.app)
	if err != nil {
		return nil, err
	}
	return struct {
		BookingID  string `json:"booking_id"`
		ScheduleID string `json:"schedule_id"`
	}{b.id, b.scheduleID}, nil
}

// BookMeetingRoom has a member book a meeting room, and pushes book_meeting_room to [WithCallback].
func (s *Server) BookMeetingRoom(roomID int64, userID string, start, end time.Time) (bookingID string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, err := s.oa.rooms.room(roomID)
	if err != nil {
		return "", fmt.Errorf("workwxtest: %w", err)
	}
	m := s.contacts.member(userID)
	if m == nil {
		return "", errNoMember(userID)
	}
	b, err := s.book(r, m, "", period{start.Unix(), end.Unix()}, nil, nil)
	if err != nil {
		return "", fmt.Errorf("workwxtest: %w", err)
	}
	s.pushBooking("book_meeting_room", b)
	return b.id, nil
}

// CancelMeetingRoom has the booker cancel a booking, and pushes cancel_meeting_room to [WithCallback].
func (s *Server) CancelMeetingRoom(bookingID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.oa.rooms.bookings, func(b *booking) bool { return b.id == bookingID && !b.canceled })
	if i < 0 {
		return fmt.Errorf("workwxtest: there is no booking %q", bookingID)
	}
	b := s.oa.rooms.bookings[i]
	b.canceled = true
	s.pushBooking("cancel_meeting_room", b)
	return nil
}

func (s *Server) pushBooking(name string, b *booking) {
	e := event(name).number("MeetingRoomId", b.roomID).text("BookingId", b.id)
	e.from = b.booker
	s.pushEvent(e)
}

// bookingHorizon is how far ahead the days of a repeating schedule are booked.
const bookingHorizon = 366 * 24 * time.Hour

func bookRoomBySchedule(s *Server, c *call, req *struct {
	ID         int64  `json:"meetingroom_id"`
	ScheduleID string `json:"schedule_id"`
	Booker     string `json:"booker"`
}) (any, error) {
	r, err := s.oa.rooms.room(req.ID)
	if err != nil {
		return nil, err
	}
	sch, err := s.scheduleOf(c, req.ScheduleID, true)
	if err != nil {
		return nil, err
	}
	if s.oa.rooms.of(sch.ScheduleID) != nil {
		return nil, fail(workwx.CodeMeetingRoomBooked, "the schedule has a meeting room already")
	}
	var times []period
	for _, start := range sch.starts(max(sch.StartTime, c.now.Unix()) + seconds(bookingHorizon)) {
		times = append(times, period{start, start + max(sch.EndTime-sch.StartTime, 1)})
	}
	return s.bookSeries(r, req.Booker, &booking{scheduleID: sch.ScheduleID, app: c.app}, times)
}

// AddMeeting adds a meeting that [workwx.Client.BookMeetingRoomByMeeting] books a room for. It is all that
// the server knows of meetings.
func (s *Server) AddMeeting(meetingID string, start, end time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.rooms.meetings[meetingID] = period{start.Unix(), end.Unix()}
}

func bookRoomByMeeting(s *Server, c *call, req *struct {
	ID        int64  `json:"meetingroom_id"`
	MeetingID string `json:"meetingid"`
	Booker    string `json:"booker"`
}) (any, error) {
	r, err := s.oa.rooms.room(req.ID)
	if err != nil {
		return nil, err
	}
	p, ok := s.oa.rooms.meetings[req.MeetingID]
	if !ok {
		return nil, fail(codeMeetingID, "invalid meetingid")
	}
	return s.bookSeries(r, req.Booker, &booking{meetingID: req.MeetingID, app: c.app}, []period{p})
}

// bookSeries takes a room at those of the times at which it is free.
func (s *Server) bookSeries(r *meetingRoom, userID string, b *booking, times []period) (any, error) {
	m, err := s.mayUse(r, userID)
	if err != nil {
		return nil, err
	}
	b.id, b.roomID, b.booker = newID("bk"), r.ID, m.UserID
	conflicts := []int64{}
	for _, p := range times {
		if free := rounded(p); s.oa.rooms.taken(r.ID, free) {
			conflicts = append(conflicts, midnight(time.Unix(p.begin, 0)).Unix())
		} else {
			b.times = append(b.times, free)
		}
	}
	if len(b.times) == 0 {
		return nil, errRoomTaken()
	}
	s.oa.rooms.bookings = append(s.oa.rooms.bookings, b)
	return struct {
		BookingID string  `json:"booking_id"`
		Conflicts []int64 `json:"conflict_date"`
	}{b.id, conflicts}, nil
}

// errRoomTaken has a general code, as the platform does not document one of its own.
func errRoomTaken() error {
	return fail(codeIllegalParameter, "the meeting room is taken at this time")
}

type bookingInfo struct {
	BookingID       string                          `json:"booking_id"`
	MasterBookingID string                          `json:"master_booking_id,omitempty"`
	MeetingID       string                          `json:"meeting_id,omitempty"`
	ScheduleID      string                          `json:"schedule_id,omitempty"`
	StartTime       int64                           `json:"start_time"`
	EndTime         int64                           `json:"end_time"`
	Booker          string                          `json:"booker"`
	Status          workwx.MeetingRoomBookingStatus `json:"status"`
}

func (b *booking) info(p period) bookingInfo {
	info := bookingInfo{BookingID: b.id, MeetingID: b.meetingID, ScheduleID: b.scheduleID, StartTime: p.begin, EndTime: p.end, Booker: b.booker}
	if b.canceled {
		info.Status = workwx.MeetingRoomBookingStatusCanceled
	}
	return info
}

func listBookings(s *Server, c *call, req *struct {
	place
	ID    int64 `json:"meetingroom_id"`
	Start int64 `json:"start_time"`
	End   int64 `json:"end_time"`
}) (any, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	if req.Start == 0 {
		req.Start = c.now.Unix()
	}
	if req.End == 0 {
		req.End = midnight(c.now).AddDate(0, 0, 1).Unix()
	}
	if req.End <= req.Start || midnight(time.Unix(req.Start, 0)).AddDate(0, 0, 1).Unix() < req.End {
		return nil, fail(codeIllegalParameter, "start_time and end_time are on one day")
	}
	type roomBookings struct {
		ID       int64         `json:"meetingroom_id"`
		Schedule []bookingInfo `json:"schedule"`
	}
	list := []roomBookings{}
	for _, r := range s.oa.rooms.rooms {
		if req.ID != 0 && r.ID != req.ID || !req.holds(r) {
			continue
		}
		entry := roomBookings{r.ID, []bookingInfo{}}
		for _, b := range s.oa.rooms.bookings {
			if b.roomID != r.ID || b.canceled {
				continue
			}
			for _, p := range b.times {
				if p.overlaps(period{req.Start, req.End}) {
					entry.Schedule = append(entry.Schedule, b.info(p))
				}
			}
		}
		slices.SortStableFunc(entry.Schedule, func(a, b bookingInfo) int { return cmp.Compare(a.StartTime, b.StartTime) })
		list = append(list, entry)
	}
	return struct {
		List []roomBookings `json:"booking_list"`
	}{list}, nil
}

func (st *roomState) booking(id string) (*booking, error) {
	i := slices.IndexFunc(st.bookings, func(b *booking) bool { return b.id == id })
	if i < 0 {
		return nil, fail(codeIllegalParameter, "booking_id not found")
	}
	return st.bookings[i], nil
}

func getBooking(s *Server, _ *call, req *struct {
	ID        int64  `json:"meetingroom_id"`
	BookingID string `json:"booking_id"`
}) (any, error) {
	b, err := s.oa.rooms.booking(req.BookingID)
	if err != nil {
		return nil, err
	}
	if b.roomID != req.ID {
		return nil, fail(codeIllegalParameter, "the booking is of another meeting room")
	}
	info := b.info(b.times[0])
	if len(b.times) > 1 {
		info.MasterBookingID = b.id
	}
	return bookingAnswer{b.roomID, info}, nil
}

type bookingAnswer struct {
	ID       int64       `json:"meetingroom_id"`
	Schedule bookingInfo `json:"schedule"`
}

// getBookingByMeeting tells of the latest booking of a room for a meeting.
func getBookingByMeeting(s *Server, _ *call, req *struct {
	ID        int64  `json:"meetingroom_id"`
	MeetingID string `json:"meeting_id"`
}) (any, error) {
	for _, b := range slices.Backward(s.oa.rooms.bookings) {
		if b.roomID == req.ID && b.meetingID == req.MeetingID && b.meetingID != "" {
			return bookingAnswer{b.roomID, b.info(b.times[0])}, nil
		}
	}
	return nil, fail(codeMeetingID, "invalid meeting_id")
}

func cancelBooking(s *Server, c *call, req *struct {
	BookingID    string `json:"booking_id"`
	KeepSchedule flag   `json:"keep_schedule"`
	CancelDate   int64  `json:"cancel_date"`
}) (any, error) {
	b, err := s.oa.rooms.booking(req.BookingID)
	switch {
	case err != nil:
		return nil, err
	case b.app != c.app:
		return nil, fail(codeMeetingRoomOfAnother, "the booking is another app's")
	case b.canceled:
		return nil, fail(codeIllegalParameter, "the booking was canceled")
	}
	if req.CancelDate != 0 {
		day := midnight(time.Unix(req.CancelDate, 0))
		left := slices.DeleteFunc(slices.Clone(b.times), func(p period) bool { return midnight(time.Unix(p.begin, 0)).Equal(day) })
		if len(left) == len(b.times) {
			return nil, fail(codeIllegalParameter, "nothing is booked on the day of cancel_date")
		}
		if len(left) > 0 {
			b.times = left
			return nil, nil
		}
	}
	b.canceled = true
	if !req.KeepSchedule {
		s.oa.calendars.schedules = slices.DeleteFunc(s.oa.calendars.schedules, func(sch *schedule) bool { return sch.ScheduleID == b.scheduleID })
	}
	return nil, nil
}
