package workwxtest

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-workwx/workwx"
)

// archiveState is what the message archive (会话内容存档) says of members, customers and groups.
type archiveState struct {
	permits map[workwx.MsgAuditEdition][]string
	agrees  map[workwx.MsgAuditPair]agreement
	rooms   map[string]*archiveRoom
	robots  map[string]workwx.MsgAuditRobot
}

type agreement struct {
	status workwx.MsgAuditAgreeStatus
	time   int64
}

// archiveRoom is a group: one of the corp's own members, or one with customers.
type archiveRoom struct {
	info   *workwx.MsgAuditGroupChat
	agrees map[string]agreement
}

func newArchive() archiveState {
	return archiveState{permits: map[workwx.MsgAuditEdition][]string{}, agrees: map[workwx.MsgAuditPair]agreement{},
		rooms: map[string]*archiveRoom{}, robots: map[string]workwx.MsgAuditRobot{}}
}

func archiveHandlers() map[string]handler {
	return map[string]handler{
		"/cgi-bin/msgaudit/get_permit_user_list": in(listArchivePermits),
		"/cgi-bin/msgaudit/check_single_agree":   in(checkSingleAgree),
		"/cgi-bin/msgaudit/check_room_agree":     in(checkRoomAgree),
		"/cgi-bin/msgaudit/groupchat/get":        in(getArchiveRoom),
		"/cgi-bin/msgaudit/get_robot_info":       getArchiveRobot,
	}
}

// SetMsgAuditPermitUsers sets the members whose messages an edition of the archive keeps. Until there is one
// for any edition, the corp has no archive.
func (s *Server) SetMsgAuditPermitUsers(edition workwx.MsgAuditEdition, userIDs ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.archive.permits[edition] = slices.Clone(userIDs)
}

// SetMsgAuditAgree says whether a customer agreed to have the messages with a member archived. That one
// agrees is pushed to [WithCallback] as change_external_contact with the ChangeType msg_audit_approved.
func (s *Server) SetMsgAuditAgree(userID, externalUserID string, status workwx.MsgAuditAgreeStatus) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.archive.agrees[workwx.MsgAuditPair{UserID: userID, ExternalOpenID: externalUserID}] = agreement{status, s.now().Unix()}
	if status == workwx.MsgAuditAgreeStatusAgree {
		s.pushEvent(event("change_external_contact").text("ChangeType", "msg_audit_approved").text("UserID", userID).text("ExternalUserID", externalUserID))
	}
}

// SetMsgAuditRoomAgree says whether a customer agreed to have the messages of a group archived.
func (s *Server) SetMsgAuditRoomAgree(roomID, externalUserID string, status workwx.MsgAuditAgreeStatus) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.oa.archive.rooms[roomID]
	if r == nil {
		r = &archiveRoom{agrees: map[string]agreement{}}
		s.oa.archive.rooms[roomID] = r
	}
	r.agrees[externalUserID] = agreement{status, s.now().Unix()}
}

// SetMsgAuditGroupChat adds an archived group of the corp's own members, or replaces it.
func (s *Server) SetMsgAuditGroupChat(roomID string, chat workwx.MsgAuditGroupChat) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.archive.rooms[roomID] = &archiveRoom{info: &chat, agrees: map[string]agreement{}}
}

// SetMsgAuditRobot adds a group robot that has sent archived messages.
func (s *Server) SetMsgAuditRobot(r workwx.MsgAuditRobot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.archive.robots[r.RobotID] = r
}

// archived returns the members of an edition, of all if it is 0.
func (st *archiveState) archived(edition workwx.MsgAuditEdition) ([]string, error) {
	if len(st.permits) == 0 {
		return nil, fail(workwx.CodeArchiveDisabled, "the corp has no message archive; see SetMsgAuditPermitUsers")
	}
	ids := []string{}
	for _, e := range slices.Sorted(maps.Keys(st.permits)) {
		if edition == 0 || e == edition {
			ids = with(ids, st.permits[e])
		}
	}
	return ids, nil
}

func listArchivePermits(s *Server, _ *call, req *struct {
	Type workwx.MsgAuditEdition `json:"type"`
}) (any, error) {
	ids, err := s.oa.archive.archived(req.Type)
	return struct {
		IDs []string `json:"ids"`
	}{ids}, err
}

// agreeInfo is the answer of a customer.
type agreeInfo struct {
	UserID     string                     `json:"userid,omitempty"`
	External   string                     `json:"exteranalopenid"`
	Status     workwx.MsgAuditAgreeStatus `json:"agree_status"`
	ChangeTime int64                      `json:"status_change_time"`
}

type agreeAnswer struct {
	Info []agreeInfo `json:"agreeinfo"`
}

func checkSingleAgree(s *Server, _ *call, req *struct {
	Info []workwx.MsgAuditPair `json:"info"`
}) (any, error) {
	if len(req.Info) > 100 {
		return nil, fail(workwx.Code(301060), "info has 100 pairs at most")
	}
	ids, err := s.oa.archive.archived(0)
	if err != nil {
		return nil, err
	}
	out := agreeAnswer{[]agreeInfo{}}
	for _, pair := range req.Info {
		for have, a := range s.oa.archive.agrees {
			archived := slices.ContainsFunc(ids, func(id string) bool { return strings.EqualFold(id, pair.UserID) })
			if archived && strings.EqualFold(have.UserID, pair.UserID) && have.ExternalOpenID == pair.ExternalOpenID {
				out.Info = append(out.Info, agreeInfo{pair.UserID, pair.ExternalOpenID, a.status, a.time})
			}
		}
	}
	return out, nil
}

func (s *Server) archiveRoomOf(id string) (*archiveRoom, error) {
	if _, err := s.oa.archive.archived(0); err != nil {
		return nil, err
	}
	r := s.oa.archive.rooms[id]
	if r == nil {
		return nil, fail(codeIllegalParameter, "roomid not found")
	}
	return r, nil
}

func checkRoomAgree(s *Server, _ *call, req *struct {
	RoomID string `json:"roomid"`
}) (any, error) {
	r, err := s.archiveRoomOf(req.RoomID)
	if err != nil {
		return nil, err
	}
	out := agreeAnswer{[]agreeInfo{}}
	for _, id := range slices.Sorted(maps.Keys(r.agrees)) {
		out.Info = append(out.Info, agreeInfo{External: id, Status: r.agrees[id].status, ChangeTime: r.agrees[id].time})
	}
	return out, nil
}

func getArchiveRoom(s *Server, _ *call, req *struct {
	RoomID string `json:"roomid"`
}) (any, error) {
	r, err := s.archiveRoomOf(req.RoomID)
	if err != nil {
		return nil, err
	}
	if r.info == nil {
		return nil, fail(workwx.Code(301059), "the group has customers")
	}
	return r.info, nil
}

func getArchiveRobot(s *Server, c *call) (any, error) {
	r, ok := s.oa.archive.robots[c.query.Get("robot_id")]
	if !ok {
		return nil, fail(codeIllegalParameter, "robot_id not found")
	}
	return struct {
		Data workwx.MsgAuditRobot `json:"data"`
	}{r}, nil
}
