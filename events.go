package workwx

import (
	"errors"
	"net/http"
)

// Event is a message or event that the platform sent: one of the types below whose names end in Message
// or Event, or an [UnknownEvent]. Tell them apart with a type switch, or register a func for each with
// [On].
//
// A type of one's own becomes an Event by embedding [EventHeader]; see [WithEventDecoder].
type Event interface {
	// Header returns the part that all events have.
	Header() *EventHeader
	// Raw returns a copy of the payload as it was decrypted, XML or JSON.
	Raw() []byte

	setter
}

// EventHeader is the part that all messages and events have. Which of its fields are set depends on who
// sends them: an app (ToUserName to AgentID), a suite (SuiteID, InfoType, AuthCorpID), a device.
type EventHeader struct {
	ToUserName    string       `xml:",omitempty"`              // the corp; of a suite's data callback, the customer's
	FromUserName  string       `xml:",omitempty"`              // the member, or "sys"
	CreateTime    Timestamp    `xml:",omitempty"`              // when it happened; of a suite command, its TimeStamp
	MsgType       string       `xml:",omitempty"`              // "event", or the type of the message
	Event         string       `xml:",omitempty"`              // which event
	ChangeType    string       `xml:",omitempty"`              // what changed, for events that come in several kinds
	AgentID       int64        `xml:",omitempty"`              // the app
	InfoType      string       `xml:",omitempty"`              // which suite command; Event is empty then
	SuiteID       string       `xml:"SuiteId,omitempty"`       // the suite that a command is for
	AuthCorpID    string       `xml:"AuthCorpId,omitempty"`    // the customer's corp that a command is about
	ServiceCorpID string       `xml:"ServiceCorpId,omitempty"` // the provider's corp that a command is for
	Extra         []ExtraField `xml:"-"`                       // what the event's type has no field for, at most 256 of them

	raw *payloadText // behind a pointer, so that %+v does not print it
}

// ExtraField is a value that the platform sent and the event's type has no field for, as the type is
// older than the value, or as the value is not of the type's form.
type ExtraField struct {
	Path  string // the element, such as ApprovalInfo>SpRecord>Note
	Value string
}

// Header returns h.
func (h *EventHeader) Header() *EventHeader { return h }

// Raw returns a copy of the payload as it was decrypted, XML or JSON.
func (h *EventHeader) Raw() []byte { return []byte(h.payload()) }

type payloadText struct{ text string }

func (h *EventHeader) payload() string {
	if h.raw == nil {
		return ""
	}
	return h.raw.text
}

// Name returns what tells the event from others: the Event or InfoType and, where there are several
// kinds, the ChangeType behind a dot; of a message, the MsgType. It is fit for a metric's label.
func (h *EventHeader) Name() string {
	name := h.discriminator()
	if h.ChangeType != "" {
		name += "." + h.ChangeType
	}
	return name
}

func (h *EventHeader) discriminator() string {
	switch {
	case h.InfoType != "":
		return h.InfoType
	case h.Event != "":
		return h.Event
	}
	return h.MsgType
}

func (h *EventHeader) set(field) bool { return false }

func (h *EventHeader) setHeader(f field) bool {
	switch string(f.name()) {
	case "tousername":
		return f.str(&h.ToUserName)
	case "fromusername":
		return f.str(&h.FromUserName)
	case "createtime", "timestamp":
		return f.when(&h.CreateTime)
	case "msgtype":
		return f.str(&h.MsgType)
	case "event", "eventtype":
		return f.str(&h.Event)
	case "changetype":
		return f.str(&h.ChangeType)
	case "agentid":
		return f.num(&h.AgentID)
	case "infotype":
		return f.str(&h.InfoType)
	case "suiteid":
		return f.str(&h.SuiteID)
	case "authcorpid":
		return f.str(&h.AuthCorpID)
	case "servicecorpid":
		return f.str(&h.ServiceCorpID)
	}
	return false
}

// UnknownEvent is a message or event that this package has no type for. Its values are in Extra.
type UnknownEvent struct {
	EventHeader
}

// ParseEvent makes an Event of a decrypted payload, in XML or JSON. What it does not know comes as an
// [*UnknownEvent]; what cannot be read is a [*CallbackError].
//
// Only a [CallbackHandler] or [CallbackCrypto] knows that a payload comes from the platform: do not
// parse what anybody may have sent.
func ParseEvent(payload []byte) (Event, error) { return parseEvent(payload, nil) }

func parseEvent(payload []byte, decoders map[string]EventDecoder) (Event, error) {
	d := &document{}
	if err := d.scan(payload); err != nil {
		return nil, payloadError(err)
	}
	root := field{d, 0}
	if !root.isParent() {
		return nil, payloadError(errPayloadEmpty)
	}
	h := EventHeader{raw: &payloadText{d.src}}
	form := payloadForm(0)
	for i := int32(1); i < int32(len(d.elements)); i = d.elements[i].end {
		f := field{d, i}
		if h.setHeader(f) {
			d.elements[i].flags |= isTaken
		} else if f.isParent() || d.json {
			form = max(form, f.form(&h))
		}
	}
	ev, err := customEvent(payload, &h, decoders)
	if err != nil {
		return nil, err
	}
	custom := ev != nil
	if !custom {
		ev = newEvent(&h, form)
	}
	to := ev.Header()
	if !custom || to.raw == nil {
		*to = h
	}
	if !custom {
		root.children(ev.set)
		to.Extra = d.extra
	}
	return ev, nil
}

// payloadForm tells apart payloads whose discriminators mean something else.
type payloadForm int

const (
	formApp     payloadForm = iota
	formCommand             // to a printer or other device
	formBot                 // to a robot
)

// form tells from a field that only one form has.
func (f field) form(h *EventHeader) payloadForm {
	switch string(f.name()) {
	case "aibotid", "from":
		return formBot
	case "event":
		// {"event":{"eventtype":"enter_chat","enter_chat":{…}}}
		for i, end := f.index+1, f.element().end; i < end; i = f.d.elements[i].end {
			if c := (field{f.d, i}); string(c.name()) == "eventtype" {
				c.str(&h.Event)
			}
		}
		return formBot
	case "command":
		return formCommand
	}
	return formApp
}

func payloadError(err error) error {
	return &CallbackError{Reason: ErrCallbackPayload, HTTPStatus: http.StatusBadRequest, detail: err}
}

// EventDecoder makes an event of a payload. The event embeds [EventHeader], which need not be filled in.
type EventDecoder func(payload []byte) (Event, error)

// customEvent returns nil if there is no decoder for the event.
func customEvent(payload []byte, h *EventHeader, decoders map[string]EventDecoder) (Event, error) {
	if len(decoders) == 0 {
		return nil, nil
	}
	decode := decoders[h.Name()]
	if decode == nil {
		decode = decoders[h.discriminator()]
	}
	if decode == nil {
		return nil, nil
	}
	ev, err := decode(payload)
	if err == nil && (ev == nil || ev.Header() == nil) {
		err = errors.New("the decoder returned no event")
	}
	if err != nil {
		return nil, payloadError(err)
	}
	return ev, nil
}
