package workwxtest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"time"
)

// xmlWriter puts elements one after the other.
type xmlWriter struct{ b bytes.Buffer }

func newXML() *xmlWriter { return new(xmlWriter) }

// text appends an element with text, in CDATA as the platform does.
func (w *xmlWriter) text(name, value string) *xmlWriter {
	fmt.Fprintf(&w.b, "<%s><![CDATA[%s]]></%s>", name, cdata(value), name)
	return w
}

func (w *xmlWriter) number(name string, n int64) *xmlWriter {
	fmt.Fprintf(&w.b, "<%s>%d</%s>", name, n, name)
	return w
}

// raw appends an element that holds others.
func (w *xmlWriter) raw(name string, inner *xmlWriter) *xmlWriter {
	fmt.Fprintf(&w.b, "<%s>%s</%s>", name, inner.b.Bytes(), name)
	return w
}

// cdata splits what would end the section too early.
func cdata(s string) string {
	return string(bytes.ReplaceAll([]byte(s), []byte("]]>"), []byte("]]]]><![CDATA[>")))
}

// eventXML is an event without what every event has; complete adds that.
type eventXML struct {
	name   string
	from   string
	fields *xmlWriter
}

func event(name string) *eventXML { return &eventXML{name: name, from: "sys", fields: newXML()} }

func (e *eventXML) text(name, value string) *eventXML {
	e.fields.text(name, value)
	return e
}

func (e *eventXML) number(name string, n int64) *eventXML {
	e.fields.number(name, n)
	return e
}

func (e *eventXML) raw(name string, inner *xmlWriter) *eventXML {
	e.fields.raw(name, inner)
	return e
}

// complete returns the event as it is encrypted.
func (e *eventXML) complete(corpID string, agentID int64, now time.Time) []byte {
	w := newXML().text("ToUserName", corpID).text("FromUserName", e.from).number("CreateTime", now.Unix()).
		text("MsgType", "event").text("Event", e.name)
	w.b.Write(e.fields.b.Bytes())
	if agentID != 0 {
		w.number("AgentID", agentID)
	}
	return newXML().raw("xml", w).b.Bytes()
}

// TextMessageXML is the payload of a text that a member wrote to the first app of the server.
func (s *Server) TextMessageXML(userID, content string) []byte {
	return s.messageXML(userID, "text", newXML().text("Content", content))
}

// ImageMessageXML is the payload of an image that a member sent to the first app.
func (s *Server) ImageMessageXML(userID, picURL, mediaID string) []byte {
	return s.messageXML(userID, "image", newXML().text("PicUrl", picURL).text("MediaId", mediaID))
}

func (s *Server) messageXML(userID, msgType string, fields *xmlWriter) []byte {
	s.mu.Lock()
	now := s.now()
	s.msgSeq++
	id := now.UnixNano()/1000 + s.msgSeq
	s.mu.Unlock()
	w := newXML().text("ToUserName", s.CorpID()).text("FromUserName", userID).number("CreateTime", now.Unix()).text("MsgType", msgType)
	w.b.Write(fields.b.Bytes())
	w.number("MsgId", id).number("AgentID", s.AgentID())
	return newXML().raw("xml", w).b.Bytes()
}

// EventXML is the payload of an event from a member to the first app, such as enter_agent or click with
// an EventKey. Fields are names and values by turns.
func (s *Server) EventXML(userID, name string, fields ...string) []byte {
	e := event(name)
	e.from = userID
	for i := 0; i+1 < len(fields); i += 2 {
		e.text(fields[i], fields[i+1])
	}
	return e.complete(s.CorpID(), s.AgentID(), s.Now())
}

// SuiteEventXML is the payload of a command for a third-party suite, such as suite_ticket. Fields are
// names and values by turns. Push it with [ReceiveID] of the suite.
func (s *Server) SuiteEventXML(suiteID, infoType string, fields ...string) []byte {
	w := newXML().text("SuiteId", suiteID).text("InfoType", infoType).text("TimeStamp", strconv.FormatInt(s.Now().Unix(), 10))
	for i := 0; i+1 < len(fields); i += 2 {
		w.text(fields[i], fields[i+1])
	}
	return newXML().raw("xml", w).b.Bytes()
}

// envelope is what an encrypted payload travels in, and a reply as well.
type envelope struct {
	XMLName      xml.Name `xml:"xml" json:"-"`
	ToUserName   string   `xml:"ToUserName" json:"tousername,omitempty"`
	AgentID      string   `xml:"AgentID" json:"agentid,omitempty"`
	Encrypt      string   `xml:"Encrypt" json:"encrypt"`
	MsgSignature string   `xml:"MsgSignature" json:"msgsignature,omitempty"`
	TimeStamp    string   `xml:"TimeStamp" json:"timestamp,omitempty"`
	Nonce        string   `xml:"Nonce" json:"nonce,omitempty"`
}
