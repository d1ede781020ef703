package workwx

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// field is an element of a payload, as the events' set methods see it.
type field struct {
	d     *document
	index int32
}

// setter is a struct that takes its fields from the children of an element.
type setter interface {
	// set takes f if there is a Go field for it, and reports whether it did. What is not taken, or not
	// of the form that the Go field has, is kept in the event's Extra.
	set(f field) bool
}

func (f field) element() *element { return &f.d.elements[f.index] }

// name is the element's name in lower case and without underscores: the documentation has UserID, UserId,
// userid and user_id for one thing. A namespace prefix does not count. It is valid until the next call.
func (f field) name() []byte {
	e := f.element()
	s := f.d.src[e.nameLo:e.nameHi]
	if f.d.json {
		if strings.IndexByte(s, '\\') >= 0 {
			s = unescapeJSON(s)
		}
	} else if i := strings.IndexByte(s, ':'); i > 0 && i < len(s)-1 {
		s = s[i+1:]
	}
	if len(s) > len(f.d.lower) {
		return nil
	}
	n := 0
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		} else if c == '_' {
			continue
		}
		f.d.lower[n] = c
		n++
	}
	return f.d.lower[:n]
}

// parent tells whether f has elements below it.
func (f field) isParent() bool {
	e := f.element()
	return e.end > f.index+1 || e.flags&isObject != 0
}

// text returns the text of an element without children.
func (f field) text() string {
	e := f.element()
	if e.flags&hasText == 0 || f.isParent() {
		return ""
	}
	s := f.d.src[e.textLo:e.textHi]
	if e.flags&needsWork != 0 {
		if f.d.json {
			s = unescapeJSON(s)
		} else {
			s = unescapeXML(s)
		}
	}
	if f.d.garbled {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}

// str takes a text, as it is. As everywhere below, a second one of the same name is not taken.
func (f field) str(to *string) bool {
	if *to != "" || f.isParent() {
		return false
	}
	*to = f.text()
	return true
}

// num takes a whole number; nothing is 0.
func (f field) num(to *int64) bool {
	if *to != 0 || f.isParent() {
		return false
	}
	n, ok := parseInt(f.text())
	*to = n
	return ok
}

func parseInt(s string) (int64, bool) {
	switch s = strings.TrimSpace(s); s {
	case "", "false":
		return 0, true
	case "true":
		return 1, true
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, false
	}
	return n, true
}

// flag takes true, false, 1 and 0; nothing is false.
func (f field) flag(to *IntBool) bool {
	if bool(*to) || f.isParent() {
		return false
	}
	n, ok := parseInt(f.text())
	*to = n == 1
	return ok && n>>1 == 0
}

// decimal takes a number with its digits as they are.
func (f field) decimal(to *json.Number) bool {
	if *to != "" || f.isParent() {
		return false
	}
	s := strings.TrimSpace(f.text())
	if s == "" {
		return true
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return false
	}
	*to = json.Number(s)
	return true
}

// when takes a time in seconds; 0 and nothing are the zero time.
func (f field) when(to *Timestamp) bool {
	if !to.IsZero() || f.isParent() {
		return false
	}
	n, ok := parseInt(f.text())
	if n != 0 {
		to.Time = time.Unix(n, 0)
	}
	return ok
}

// strs takes one text of a repeated element.
func (f field) strs(to *[]string) bool {
	if f.isParent() {
		return false
	}
	if s := f.text(); s != "" {
		*to = append(*to, s)
	}
	return true
}

// nums takes one number of a repeated element.
func (f field) nums(to *[]int64) bool {
	if f.isParent() {
		return false
	}
	s := f.text()
	if s == "" {
		return true
	}
	n, ok := parseInt(s)
	if ok {
		*to = append(*to, n)
	}
	return ok
}

// joined takes a list whose elements are joined by commas.
func (f field) joined(to *[]string) bool {
	if f.isParent() {
		return false
	}
	if s := f.text(); s != "" {
		list := make([]string, 0, strings.Count(s, ",")+1)
		for part := range strings.SplitSeq(s, ",") {
			list = append(list, part)
		}
		*to = append(*to, list...)
	}
	return true
}

// joinedNums takes a list of numbers that are joined by commas.
func (f field) joinedNums(to *[]int64) bool {
	if f.isParent() {
		return false
	}
	s := f.text()
	if s == "" {
		return true
	}
	list := make([]int64, 0, strings.Count(s, ",")+1)
	for part := range strings.SplitSeq(s, ",") {
		n, ok := parseInt(part)
		if !ok {
			return false
		}
		list = append(list, n)
	}
	*to = append(*to, list...)
	return true
}

// into gives the children of f to another struct.
func (f field) into(to setter) bool {
	if !f.isParent() {
		return strings.TrimSpace(f.text()) == ""
	}
	f.children(to.set)
	return true
}

// each calls take for the children of f that have a name: the elements of a list that has an element
// of its own.
func (f field) each(name string, take func(field) bool) bool {
	if !f.isParent() {
		return strings.TrimSpace(f.text()) == ""
	}
	f.children(func(c field) bool { return string(c.name()) == name && take(c) })
	return true
}

// children calls take for each child and keeps what is not taken.
func (f field) children(take func(field) bool) {
	for i, end := f.index+1, f.element().end; i < end; i = f.d.elements[i].end {
		if c := (field{f.d, i}); f.d.elements[i].flags&isTaken == 0 && !take(c) {
			c.keep()
		}
	}
}

// list takes an element of a list.
func list[T any, P interface {
	*T
	setter
}](f field, to *[]T) bool {
	if !f.isParent() {
		return strings.TrimSpace(f.text()) == ""
	}
	*to = append(*to, *new(T))
	return f.into(P(&(*to)[len(*to)-1]))
}

// keep adds the texts at and below f to the event's Extra.
func (f field) keep() {
	for i, end := f.index, f.element().end; i < end && len(f.d.extra) < maxExtraFields; i++ {
		c := field{f.d, i}
		if c.isParent() {
			continue
		}
		if text := c.text(); strings.TrimSpace(text) != "" {
			f.d.extra = append(f.d.extra, ExtraField{Path: c.path(), Value: text})
		}
	}
}

// path names the elements from below the root to f.
func (f field) path() string {
	var names [maxPayloadDepth]string
	at := len(names)
	for i := f.index; i > 0; i = f.d.elements[i].parent {
		e := &f.d.elements[i]
		at--
		names[at] = f.d.src[e.nameLo:e.nameHi]
	}
	return strings.Join(names[at:], ">")
}
