package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestListMeetingRooms(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0,"errmsg":"ok","meetingroom_list":[
		{"meetingroom_id":1,"name":"甲","coordinate":{"latitude":"22.540503","longitude":"113.934528"},"equipment":[1,4],"need_approval":1},
		{"meetingroom_id":2,"name":"乙","coordinate":{"latitude":22.5,"longitude":113.9}}]}`)
	rooms, err := c.ListMeetingRooms(t.Context(), &ListMeetingRoomsRequest{City: "深圳", Equipment: []MeetingRoomEquipment{MeetingRoomEquipmentProjector}})
	require.NoError(t, err)
	require.Equal(t, []string{`{"city":"深圳","equipment":[3]}`}, p.bodies)
	require.Equal(t, MeetingRoomCoordinate{Latitude: 22.540503, Longitude: 113.934528}, rooms[0].Coordinate)
	require.Equal(t, []MeetingRoomEquipment{MeetingRoomEquipmentTV, MeetingRoomEquipmentWhiteboard}, rooms[0].Equipment)
	require.Equal(t, MeetingRoomCoordinate{Latitude: 22.5, Longitude: 113.9}, rooms[1].Coordinate)
}

func TestCancelMeetingRoomBooking(t *testing.T) {
	t.Parallel()
	c, p := oaClient(t, `{"errcode":0}`, `{"errcode":0}`)
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &CancelMeetingRoomBookingRequest{BookingID: "B", KeepSchedule: Ptr(No), CancelDate: Unix(1772380800)}))
	require.NoError(t, c.CancelMeetingRoomBooking(t.Context(), &CancelMeetingRoomBookingRequest{MeetingID: "M"}))
	require.Equal(t, []string{`{"booking_id":"B","keep_schedule":0,"cancel_date":1772380800}`, `{"meeting_id":"M"}`}, p.bodies)
}
