package workwx

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What a payload may hold. Real ones have a depth of at most 8, some hundred elements and no name that
// is longer than 32 bytes.
const (
	maxPayloadDepth    = 32
	maxPayloadElements = 1 << 16
	maxExtraFields     = 256
)

// What was wrong with the text of an envelope or event.
const (
	errPayloadEmpty     = constError("it is empty")
	errPayloadTruncated = constError("it ends too early")
	errPayloadDoctype   = constError("it declares a document type or entities")
	errPayloadDepth     = constError("its elements are nested too deeply")
	errPayloadElements  = constError("it has too many elements")
	errPayloadMismatch  = constError("an end tag does not match its start tag")
	errPayloadEntity    = constError("it refers to an entity that does not exist")
	errPayloadOutside   = constError("it has something before or after its root element")
	errPayloadEncoding  = constError("it declares another encoding than UTF-8, or another version than 1.0")
	errPayloadSyntax    = constError("its syntax is wrong")
)

// document is a payload, scanned once. Its elements stand in one slice in the order of their start tags,
// so that a subtree is a range, and hold offsets instead of texts: nothing is copied until an event's
// field takes it, and a field's text is then a part of src.
//
// JSON is brought into the same form: a member is an element, an array is a repeated element.
type document struct {
	src      string
	elements []element
	json     bool
	garbled  bool // src is not all UTF-8
	extra    []ExtraField
	lower    [40]byte // the name that was asked for last
}

type element struct {
	nameLo, nameHi uint32
	textLo, textHi uint32
	content        uint32 // where the start tag ends
	parent         int32
	end            int32 // the element after this one's last descendant
	flags          elementFlags
}

type elementFlags uint8

const (
	hasText   elementFlags = 1 << iota // textLo and textHi are set
	needsWork                          // the text is not that range as it is: references, escapes, several parts
	isObject                           // a JSON object
	isTaken                            // the header has it
)

// scan reads src, whichever of the two it is.
func (d *document) scan(src []byte) error {
	src = trimPayload(src)
	if len(src) == 0 {
		return errPayloadEmpty
	}
	d.src = string(src)
	d.garbled = !utf8.ValidString(d.src)
	if src[0] == '{' {
		d.json = true
		if !json.Valid(src) {
			return errPayloadSyntax
		}
		return d.scanJSON()
	}
	// The names of end tags tell how many elements there are.
	d.elements = make([]element, 0, min(strings.Count(d.src, "</")+1, 256))
	return d.scanXML()
}

// trimPayload removes white space and a byte order mark.
func trimPayload(p []byte) []byte {
	if len(p) >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF {
		p = p[3:]
	}
	for len(p) > 0 && isSpace(p[0]) {
		p = p[1:]
	}
	for len(p) > 0 && isSpace(p[len(p)-1]) {
		p = p[:len(p)-1]
	}
	return p
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// add appends an element below parent.
func (d *document) add(nameLo, nameHi int, parent int32) (int32, error) {
	if len(d.elements) >= maxPayloadElements {
		return 0, errPayloadElements
	}
	d.elements = append(d.elements, element{nameLo: uint32(nameLo), nameHi: uint32(nameHi), parent: parent})
	return int32(len(d.elements) - 1), nil
}

// scanXML reads what XML the platform writes and no more: no document type, hence no entities but the
// five. It accepts control characters that XML forbids, as members paste them into messages.
func (d *document) scanXML() error {
	s := d.src
	open := int32(-1) // the innermost element whose end tag is still to come
	depth := 0
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:], '<')
		if n != 0 {
			if n < 0 {
				n = len(s) - i
			}
			if err := d.characters(open, i, i+n); err != nil {
				return err
			}
			if i += n; i == len(s) {
				break
			}
		}
		if i+1 == len(s) {
			return errPayloadTruncated
		}
		switch s[i+1] {
		case '/':
			nameHi := xmlName(s, i+2)
			at := skipSpace(s, nameHi)
			if at == len(s) {
				return errPayloadTruncated
			}
			if nameHi == i+2 || s[at] != '>' || strings.Count(s[i+2:nameHi], ":") > 1 {
				return errPayloadSyntax
			}
			if open < 0 {
				return errPayloadMismatch
			}
			e := &d.elements[open]
			if s[e.nameLo:e.nameHi] != s[i+2:nameHi] {
				return errPayloadMismatch
			}
			e.end = int32(len(d.elements))
			if e.flags&needsWork != 0 {
				e.textLo, e.textHi = e.content, uint32(i)
			}
			open = e.parent
			depth--
			i = at + 1
		case '?':
			end := strings.Index(s[i+2:], "?>")
			if end < 0 {
				return errPayloadTruncated
			}
			nameHi := xmlName(s, i+2)
			if nameHi == i+2 {
				return errPayloadSyntax
			}
			if s[i+2:nameHi] == "xml" && !plainDeclaration(s[nameHi:i+2+end]) {
				return errPayloadEncoding
			}
			d.interrupt(open)
			i += 2 + end + 2
		case '!':
			end, err := d.markup(open, i)
			if err != nil {
				return err
			}
			i = end
		default:
			if open < 0 && len(d.elements) > 0 {
				return errPayloadOutside
			}
			nameHi := xmlName(s, i+1)
			if nameHi == i+1 || strings.Count(s[i+1:nameHi], ":") > 1 {
				return errPayloadSyntax
			}
			at, empty, err := xmlAttributes(s, nameHi)
			if err != nil {
				return err
			}
			if depth == maxPayloadDepth {
				return errPayloadDepth
			}
			index, err := d.add(i+1, nameHi, open)
			if err != nil {
				return err
			}
			e := &d.elements[index]
			e.content, e.end = uint32(at), index+1
			if !empty {
				open = index
				depth++
			}
			i = at
		}
	}
	if open >= 0 || len(d.elements) == 0 {
		return errPayloadTruncated
	}
	return nil
}

// characters notes s[lo:hi] as text of an element, after a look at its references.
func (d *document) characters(open int32, lo, hi int) error {
	s := d.src[lo:hi]
	work := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\t', '\n':
			continue
		case '\r':
			work = true
			continue
		case '&':
			n := entityLen(s[i:])
			if n == 0 {
				return errPayloadEntity
			}
			work = true
			i += n - 1
		case ']':
			if strings.HasPrefix(s[i:], "]]>") {
				return errPayloadSyntax
			}
		}
		if open < 0 {
			return errPayloadOutside
		}
	}
	d.note(open, lo, hi, work)
	return nil
}

// note adds a part to the text of an element.
func (d *document) note(open int32, lo, hi int, work bool) {
	if open < 0 || lo == hi {
		return
	}
	e := &d.elements[open]
	if e.flags&hasText == 0 {
		e.textLo, e.textHi = uint32(lo), uint32(hi)
		e.flags |= hasText
	} else {
		work = true
	}
	if work {
		e.flags |= needsWork
	}
}

// interrupt says that something stands in an element that is no text.
func (d *document) interrupt(open int32) {
	if open >= 0 && d.elements[open].flags&hasText != 0 {
		d.elements[open].flags |= needsWork
	}
}

// markup steps over a comment or CDATA section at i and returns where it ends.
func (d *document) markup(open int32, i int) (int, error) {
	s := d.src[i:]
	switch {
	case strings.HasPrefix(s, "<![CDATA["):
		if open < 0 {
			return 0, errPayloadOutside
		}
		end := strings.Index(s, "]]>")
		if end < 0 {
			return 0, errPayloadTruncated
		}
		d.note(open, i+9, i+end, strings.IndexByte(s[9:end], '\r') >= 0)
		return i + end + 3, nil
	case strings.HasPrefix(s, "<!--"):
		end := strings.Index(s[4:], "--")
		if end < 0 || 4+end+2 == len(s) {
			return 0, errPayloadTruncated
		}
		if s[4+end+2] != '>' {
			return 0, errPayloadSyntax
		}
		d.interrupt(open)
		return i + 4 + end + 3, nil
	case strings.HasPrefix("<![CDATA[", s), strings.HasPrefix("<!--", s):
		return 0, errPayloadTruncated
	}
	return 0, errPayloadDoctype
}

// plainDeclaration tells whether <?xml …?> declares what the platform writes: a version of 1.0 and UTF-8,
// as far as it declares anything.
func plainDeclaration(s string) bool {
	for name, want := range map[string]string{"version": "1.0", "encoding": "utf-8"} {
		_, rest, ok := strings.Cut(s, name)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " \t\r\n")
		rest, ok = strings.CutPrefix(rest, "=")
		rest = strings.TrimLeft(rest, " \t\r\n")
		if !ok || len(rest) < len(want)+2 || rest[0] != '"' && rest[0] != '\'' || rest[len(want)+1] != rest[0] {
			return false
		}
		if !strings.EqualFold(rest[1:len(want)+1], want) {
			return false
		}
	}
	return true
}

// xmlName returns where the name at i ends; i if there is none.
func xmlName(s string, i int) int {
	if i == len(s) || s[i] == '-' || s[i] == '.' || s[i] >= '0' && s[i] <= '9' {
		return i
	}
	for i < len(s) && (isNameByte(s[i]) || s[i] == '-' || s[i] == '.' || s[i] == ':' || s[i] >= utf8.RuneSelf) {
		i++
	}
	return i
}

func skipSpace(s string, i int) int {
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	return i
}

// xmlAttributes steps over the attributes at i and returns where the tag ends.
func xmlAttributes(s string, i int) (end int, empty bool, err error) {
	for {
		if i = skipSpace(s, i); i == len(s) {
			return 0, false, errPayloadTruncated
		}
		switch s[i] {
		case '>':
			return i + 1, false, nil
		case '/':
			if i+1 == len(s) {
				return 0, false, errPayloadTruncated
			}
			if s[i+1] != '>' {
				return 0, false, errPayloadSyntax
			}
			return i + 2, true, nil
		}
		nameHi := xmlName(s, i)
		if nameHi == i || strings.Count(s[i:nameHi], ":") > 1 {
			return 0, false, errPayloadSyntax
		}
		if i = skipSpace(s, nameHi); i < len(s) && s[i] != '=' {
			return 0, false, errPayloadSyntax
		}
		if i = skipSpace(s, min(i+1, len(s))); i == len(s) {
			return 0, false, errPayloadTruncated
		}
		quote := s[i]
		if quote != '"' && quote != '\'' {
			return 0, false, errPayloadSyntax
		}
		for i++; ; i++ {
			if i == len(s) {
				return 0, false, errPayloadTruncated
			}
			if s[i] == quote {
				break
			}
			if s[i] == '<' {
				return 0, false, errPayloadSyntax
			}
			if s[i] == '&' && entityLen(s[i:]) == 0 {
				return 0, false, errPayloadEntity
			}
		}
		i++
	}
}

// entityLen returns the length of the reference that s begins with; 0 if it is none of the five and no
// character.
func entityLen(s string) int {
	end := strings.IndexByte(s[:min(len(s), 64)], ';')
	if end < 0 {
		return 0
	}
	if _, ok := entityRune(s[1:end]); !ok {
		return 0
	}
	return end + 1
}

func entityRune(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok || digits == "" {
		return 0, false
	}
	base := 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}

// unescapeXML puts together the text of an element from its content, which was checked before.
func unescapeXML(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '&':
			n := entityLen(s[i:])
			r, _ := entityRune(s[i+1 : i+n-1])
			b.WriteRune(r)
			i += n
		case strings.HasPrefix(s[i:], "<![CDATA["):
			end := strings.Index(s[i:], "]]>")
			writeLines(&b, s[i+9:i+end])
			i += end + 3
		case strings.HasPrefix(s[i:], "<!--"):
			i += 4 + strings.Index(s[i+4:], "-->") + 3
		case s[i] == '<':
			i += strings.Index(s[i:], "?>") + 2
		default:
			n := strings.IndexAny(s[i:], "<&")
			if n < 0 {
				n = len(s) - i
			}
			writeLines(&b, s[i:i+n])
			i += n
		}
	}
	return b.String()
}

// writeLines writes s with its line ends made \n, as XML has it.
func writeLines(b *strings.Builder, s string) {
	for {
		i := strings.IndexByte(s, '\r')
		if i < 0 {
			b.WriteString(s)
			return
		}
		b.WriteString(s[:i])
		b.WriteByte('\n')
		s = strings.TrimPrefix(s[i+1:], "\n")
	}
}

// scanJSON reads src, which is known to be valid.
func (d *document) scanJSON() error {
	d.elements = make([]element, 0, min(strings.Count(d.src, ":")+1, 256))
	_, err := d.jsonValue(0, 0, 0, -1, 0)
	return err
}

// jsonValue reads the value at i, which may be preceded by space, as an element of the name
// src[nameLo:nameHi], and returns where it ends.
func (d *document) jsonValue(i, nameLo, nameHi int, parent int32, depth int) (int, error) {
	s := d.src
	i = skipSpace(s, i)
	if s[i] == 'n' {
		return i + len("null"), nil
	}
	if depth == maxPayloadDepth {
		return 0, errPayloadDepth
	}
	if s[i] == '[' {
		for i = skipSpace(s, i+1); s[i] != ']'; {
			var err error
			if i, err = d.jsonValue(i, nameLo, nameHi, parent, depth+1); err != nil {
				return 0, err
			}
			if i = skipSpace(s, i); s[i] == ',' {
				i++
			}
		}
		return i + 1, nil
	}
	index, err := d.add(nameLo, nameHi, parent)
	if err != nil {
		return 0, err
	}
	if s[i] != '{' {
		e := &d.elements[index]
		e.end = index + 1
		e.flags = hasText
		if s[i] == '"' {
			end, escaped := jsonString(s, i)
			e.textLo, e.textHi = uint32(i+1), uint32(end-1)
			if escaped {
				e.flags |= needsWork
			}
			return end, nil
		}
		e.textLo = uint32(i)
		for i < len(s) && !isSpace(s[i]) && s[i] != ',' && s[i] != ']' && s[i] != '}' {
			i++
		}
		e.textHi = uint32(i)
		return i, nil
	}
	for i = skipSpace(s, i+1); s[i] != '}'; {
		keyEnd, _ := jsonString(s, i)
		keyLo := i + 1
		i = skipSpace(s, keyEnd) + 1 // the colon
		if i, err = d.jsonValue(i, keyLo, keyEnd-1, index, depth+1); err != nil {
			return 0, err
		}
		if i = skipSpace(s, i); s[i] == ',' {
			i = skipSpace(s, i+1)
		}
	}
	e := &d.elements[index]
	e.end = int32(len(d.elements))
	e.flags = isObject
	return i + 1, nil
}

// jsonString returns where the string at i ends.
func jsonString(s string, i int) (end int, escaped bool) {
	for i++; s[i] != '"'; i++ {
		if s[i] == '\\' {
			escaped = true
			i++
		}
	}
	return i + 1, escaped
}

func unescapeJSON(s string) string {
	var out string
	if json.Unmarshal([]byte(`"`+s+`"`), &out) != nil {
		return s
	}
	return out
}
