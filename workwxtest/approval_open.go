package workwxtest

import "github.com/go-workwx/workwx"

func getOpenApproval(s *Server, _ *call, req *struct {
	ThirdNo string `json:"thirdNo"`
}) (any, error) {
	a, ok := s.oa.approvals.open[req.ThirdNo]
	if !ok {
		return nil, fail(codeApprovalParameter, "thirdNo not found")
	}
	return struct {
		Data workwx.OpenApproval `json:"data"`
	}{a}, nil
}

// SetOpenApproval puts an application into the approval engine of the corp's own apps (审批流程引擎), or in
// the place of the one with the same ThirdNo, and pushes open_approval_change to [WithCallback]. Such
// applications come from the JS-SDK, not from a call.
func (s *Server) SetOpenApproval(a workwx.OpenApproval) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.oa.approvals.open[a.ThirdNo] = a
	s.pushEvent(event("open_approval_change").raw("ApprovalInfo", openApprovalXML(&a)))
}

func openApprovalXML(a *workwx.OpenApproval) *xmlWriter {
	nodes, notifiers := newXML(), newXML()
	for _, n := range a.ApprovalNodes.ApprovalNode {
		items := newXML()
		for _, it := range n.Items.Item {
			item := memberXML(it.ItemUserID, it.ItemName, it.ItemParty, it.ItemImage).number("ItemStatus", int64(it.ItemStatus))
			if !it.ItemOpTime.IsZero() {
				item.number("ItemOpTime", it.ItemOpTime.Unix())
			}
			items.raw("Item", item.text("ItemSpeech", it.ItemSpeech))
		}
		nodes.raw("ApprovalNode", newXML().number("NodeStatus", int64(n.NodeStatus)).number("NodeAttr", int64(n.NodeAttr)).
			number("NodeType", int64(n.NodeType)).raw("Items", items))
	}
	for _, n := range a.NotifyNodes.NotifyNode {
		notifiers.raw("NotifyNode", memberXML(n.ItemUserID, n.ItemName, n.ItemParty, n.ItemImage))
	}
	w := newXML().text("ThirdNo", a.ThirdNo).text("OpenTemplateId", a.OpenTemplateID).text("OpenSpName", a.OpenSpName).
		number("OpenSpStatus", int64(a.OpenSpStatus))
	if !a.ApplyTime.IsZero() {
		w.number("ApplyTime", a.ApplyTime.Unix())
	}
	return w.text("ApplyUserId", a.ApplyUserID).text("ApplyUserName", a.ApplyUserName).text("ApplyUserParty", a.ApplyUserParty).
		text("ApplyUserImage", a.ApplyUserImage).raw("ApprovalNodes", nodes).raw("NotifyNodes", notifiers).number("ApproverStep", a.ApproverStep)
}

// memberXML is a member in an application.
func memberXML(userID, name, party, image string) *xmlWriter {
	return newXML().text("ItemUserid", userID).text("ItemName", name).text("ItemParty", party).text("ItemImage", image)
}
