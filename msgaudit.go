package workwx

import "context"

// MsgAuditEdition is an edition of the message archive (会话内容存档). A corp may have bought several.
type MsgAuditEdition int64

// The editions of the message archive.
const (
	MsgAuditEditionOffice     MsgAuditEdition = 1 // 办公版
	MsgAuditEditionService    MsgAuditEdition = 2 // 服务版
	MsgAuditEditionEnterprise MsgAuditEdition = 3 // 企业版
)

// ListMsgAuditPermitUserIDs returns the members whose messages are archived (获取会话内容存档开启成员列表).
//
// It takes the secret of the message archive, as all calls of this area do, and may be called 1,000 times
// a minute. Errcode 301052 says that the corp's archive has expired, 301053 that it has none.
//
// API: POST /cgi-bin/msgaudit/get_permit_user_list
// Doc: https://developer.work.weixin.qq.com/document/path/91614
func (c *Client) ListMsgAuditPermitUserIDs(ctx context.Context, req *ListMsgAuditPermitUserIDsRequest) ([]string, error) {
	var resp listMsgAuditPermitUserIDsResponse
	err := c.invoke(ctx, post, "/cgi-bin/msgaudit/get_permit_user_list", req, &resp)
	return resp.IDs, err
}

// ListMsgAuditPermitUserIDsRequest says of which edition to return the members.
type ListMsgAuditPermitUserIDsRequest struct {
	Type MsgAuditEdition `json:"type,omitzero"` // all editions if 0
}

type listMsgAuditPermitUserIDsResponse struct {
	IDs []string `json:"ids"`
}

// MsgAuditAgreeStatus says whether a customer agreed to have his messages archived.
type MsgAuditAgreeStatus string

// The answers of a customer. Messages are archived unless he disagreed.
const (
	MsgAuditAgreeStatusAgree        MsgAuditAgreeStatus = "Agree"
	MsgAuditAgreeStatusDisagree     MsgAuditAgreeStatus = "Disagree"
	MsgAuditAgreeStatusDefaultAgree MsgAuditAgreeStatus = "Default_Agree" // has not answered, and is taken to agree
)

// CheckMsgAuditSingleAgree returns whether customers agreed to have their messages with members archived
// (获取会话同意情况). Pairs that are no contacts, or whose member is not archived, are missing from what is
// returned.
//
// API: POST /cgi-bin/msgaudit/check_single_agree
// Doc: https://developer.work.weixin.qq.com/document/path/91782
func (c *Client) CheckMsgAuditSingleAgree(ctx context.Context, req *CheckMsgAuditSingleAgreeRequest) ([]*MsgAuditSingleAgree, error) {
	var resp checkMsgAuditSingleAgreeResponse
	err := c.invoke(ctx, post, "/cgi-bin/msgaudit/check_single_agree", req, &resp)
	return resp.AgreeInfo, err
}

// CheckMsgAuditSingleAgreeRequest names pairs of members and customers.
type CheckMsgAuditSingleAgreeRequest struct {
	Info []MsgAuditPair `json:"info"` // at most 100
}

type checkMsgAuditSingleAgreeResponse struct {
	AgreeInfo []*MsgAuditSingleAgree `json:"agreeinfo"`
}

// MsgAuditPair is a member and a customer who write to each other.
type MsgAuditPair struct {
	UserID         string `json:"userid"`
	ExternalOpenID string `json:"exteranalopenid"` // the customer's external_userid; the platform misspells the field
}

// MsgAuditSingleAgree is whether a customer agreed to have his messages with a member archived.
type MsgAuditSingleAgree struct {
	UserID           string              `json:"userid"`
	ExternalOpenID   string              `json:"exteranalopenid"` // the customer's external_userid
	AgreeStatus      MsgAuditAgreeStatus `json:"agree_status"`
	StatusChangeTime Timestamp           `json:"status_change_time"` // when it became so
}

// CheckMsgAuditRoomAgree returns whether the customers in a group agreed to have its messages archived
// (获取会话同意情况). One member of the group at least must be archived.
//
// API: POST /cgi-bin/msgaudit/check_room_agree
// Doc: https://developer.work.weixin.qq.com/document/path/91782
func (c *Client) CheckMsgAuditRoomAgree(ctx context.Context, roomID string) ([]*MsgAuditRoomAgree, error) {
	var resp checkMsgAuditRoomAgreeResponse
	err := c.invoke(ctx, post, "/cgi-bin/msgaudit/check_room_agree", param{"roomid", roomID}, &resp)
	return resp.AgreeInfo, err
}

type checkMsgAuditRoomAgreeResponse struct {
	AgreeInfo []*MsgAuditRoomAgree `json:"agreeinfo"`
}

// MsgAuditRoomAgree is whether a customer agreed to have the messages of a group archived.
type MsgAuditRoomAgree struct {
	ExternalOpenID   string              `json:"exteranalopenid"` // the customer's external_userid; the platform misspells the field
	AgreeStatus      MsgAuditAgreeStatus `json:"agree_status"`
	StatusChangeTime Timestamp           `json:"status_change_time"` // when it became so
}

// GetMsgAuditGroupChat returns name, owner and members of an archived group of the corp's own members
// (获取会话内容存档内部群信息). Of a group with customers, [Client.GetGroupChat] tells.
//
// API: POST /cgi-bin/msgaudit/groupchat/get
// Doc: https://developer.work.weixin.qq.com/document/path/92951
func (c *Client) GetMsgAuditGroupChat(ctx context.Context, roomID string) (*MsgAuditGroupChat, error) {
	return exec(ctx, c, post, "/cgi-bin/msgaudit/groupchat/get", param{"roomid", roomID}, new(MsgAuditGroupChat))
}

// MsgAuditGroupChat is an archived group of the corp's own members.
type MsgAuditGroupChat struct {
	RoomName       string                    `json:"roomname"`
	Creator        string                    `json:"creator"` // the userid of who made it
	Members        []MsgAuditGroupChatMember `json:"members"`
	Notice         string                    `json:"notice"` // the announcement
	RoomCreateTime Timestamp                 `json:"room_create_time"`
}

// MsgAuditGroupChatMember is a member of an archived group.
type MsgAuditGroupChatMember struct {
	MemberID string    `json:"memberid"` // the userid
	JoinTime Timestamp `json:"jointime"`
}

// GetMsgAuditRobot returns the name and the creator of a group robot that sent an archived message
// (获取机器人信息). The ids of robots begin with "wb".
//
// API: GET /cgi-bin/msgaudit/get_robot_info
// Doc: https://developer.work.weixin.qq.com/document/path/91774
func (c *Client) GetMsgAuditRobot(ctx context.Context, robotID string) (*MsgAuditRobot, error) {
	var resp getMsgAuditRobotResponse
	err := c.invoke(ctx, get, "/cgi-bin/msgaudit/get_robot_info", param{"robot_id", robotID}, &resp)
	return resp.Data, err
}

type getMsgAuditRobotResponse struct {
	Data *MsgAuditRobot `json:"data"`
}

// MsgAuditRobot is a group robot.
type MsgAuditRobot struct {
	RobotID       string `json:"robot_id"`
	Name          string `json:"name"`
	CreatorUserID string `json:"creator_userid"` // the member who made it
}
