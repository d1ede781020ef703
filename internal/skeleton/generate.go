package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// generator collects the source of a file.
type generator struct {
	out     bytes.Buffer
	types   map[string]string // source of a nested type, by name
	named   map[string]string // name of a nested type, by shape
	queue   []string          // nested types that are not written yet
	imports map[string]bool
}

func newGenerator() *generator {
	return &generator{types: map[string]string{}, named: map[string]string{}, imports: map[string]bool{"context": true}}
}

func (g *generator) source() []byte {
	var src bytes.Buffer
	src.WriteString("package workwx\n\nimport (\n")
	for _, p := range slices.Sorted(mapKeys(g.imports)) {
		fmt.Fprintf(&src, "\t%q\n", p)
	}
	src.WriteString(")\n")
	src.Write(g.out.Bytes())
	return src.Bytes()
}

func mapKeys[K comparable, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// endpoint writes a method and, below it, the types that come with it first.
func (g *generator) endpoint(e *entry, n naming, p paging) {
	update := strings.HasPrefix(n.method, "Update") || strings.HasPrefix(n.method, "Set")
	in := e.Request
	if e.Method == "GET" || len(e.Query) > 0 && e.BodyKind != "json" {
		in = nil
		for _, q := range e.Query {
			in = append(in, &field{Name: q.Name, Type: q.Type, Enc: q.Enc, Optional: q.Optional, Gloss: q.Gloss})
		}
	}
	flags := g.flags(e, n)
	kind, scalar, _ := strings.Cut(n.args, ":")
	params, arg := "ctx context.Context", "nil"
	switch {
	case kind == "request":
		params, arg = params+", req *"+n.request, "req"
	case kind == "scalar" && len(in) > 0:
		f := requiredFirst(in)
		params, arg = params+", "+scalar+" "+g.goType(f, base(n.method), false), fmt.Sprintf("param{%q, %s}", f.Name, scalar)
	}

	w := &g.out
	fmt.Fprintf(w, "\n// %s TODO (%s).\n//\n// API: %s %s\n", n.method, cmp.Or(e.Title, "TODO"), e.Method, e.Path)
	doc := "TODO"
	if len(e.DocIDs) > 0 {
		doc = fmt.Sprint(e.DocIDs[0])
	}
	fmt.Fprintf(w, "// Doc: https://developer.work.weixin.qq.com/document/path/%s\n", doc)
	returns, key, _ := strings.Cut(n.returns, ":")
	switch returns {
	case "none":
		fmt.Fprintf(w, "func (c *Client) %s(%s) error {\n\treturn c.invoke(ctx, %s, %q, %s, nil)\n}\n", n.method, params, flags, e.Path, arg)
	case "field":
		private := strings.ToLower(n.method[:1]) + n.method[1:] + "Response"
		fmt.Fprintf(w, "func (c *Client) %s(%s) (%s, error) {\n\tvar resp %s\n\terr := c.invoke(ctx, %s, %q, %s, &resp)\n\treturn resp.%s, err\n}\n",
			n.method, params, n.result, private, flags, e.Path, arg, goName(key))
		fmt.Fprintf(w, "\ntype %s struct {\n", private)
		for _, f := range e.Response {
			if f.Name == key {
				element := strings.TrimLeft(n.result, "[]*")
				g.claim(f, element)
				fmt.Fprintf(w, "\t%s %s `json:%q`\n", goName(f.Name), n.result, f.Name)
			}
		}
		w.WriteString("}\n")
	case "response":
		name := strings.TrimPrefix(n.result, "*")
		fmt.Fprintf(w, "func (c *Client) %s(%s) (*%s, error) {\n\treturn exec(ctx, c, %s, %q, %s, new(%s))\n}\n",
			n.method, params, name, flags, e.Path, arg, name)
	}
	if p.list != "" && n.iterator != "" {
		g.iterator(n, p, in)
	}
	if kind == "request" {
		g.structure(n.request, "says TODO.", in, base(n.method), true, update)
	}
	if returns == "response" {
		g.claimElement(e.Response, p)
		g.structure(strings.TrimPrefix(n.result, "*"), "is TODO.", e.Response, base(n.method), false, false)
	}
	g.flush()
	for name, f := range e.Defs {
		g.structure(base(n.method)+name, "is TODO.", f, base(n.method), false, false)
		g.flush()
	}
}

func (g *generator) flags(e *entry, n naming) string {
	flags := strings.ToLower(e.Method)
	if e.Method == "POST" && !n.repeatable {
		flags += "|once"
	}
	switch e.Token {
	case "suite_access_token":
		flags += "|suiteToken"
	case "provider_access_token":
		flags += "|providerToken"
	case "model_access_token":
		flags += "|modelToken"
	case "device_access_token":
		flags += "|deviceToken"
	case "access_token":
	case "none":
		flags += "|noToken"
	default:
		flags += "|" + goName(e.Token) + "TODO"
	}
	return flags
}

func requiredFirst(in fields) *field {
	for _, f := range in {
		if !f.Optional {
			return f
		}
	}
	return in[0]
}

// iterator writes the method that ranges over all pages.
func (g *generator) iterator(n naming, p paging, in fields) {
	g.imports["iter"] = true
	cursorType := "string"
	for _, f := range in {
		if f.Name == p.in && f.Type != "string" {
			cursorType = "int64"
		}
	}
	result := strings.TrimPrefix(n.result, "*")
	if result == "" || p.in == "" || p.out == "-" || p.remark != "" {
		fmt.Fprintf(&g.out, "\n// TODO: %s ranges by %s over %s %s.\n", n.iterator, p.in, p.list, p.remark)
		return
	}
	path := strings.Split(p.list, ".")
	for i := range path {
		path[i] = goName(path[i])
	}
	next, more := "p."+goName(p.out), ""
	switch {
	case p.end == "-" && cursorType == "string":
		more = next + ` != ""`
	case p.end == "-":
		more = next + " != 0"
	case p.end == "has_more":
		more = "bool(p.HasMore)"
	default:
		more = "!bool(p." + goName(p.end) + ")"
	}
	fmt.Fprintf(&g.out, `
// %s ranges over TODO, page by page; see [Client.%s].
func (c *Client) %s(ctx context.Context, req *%s) iter.Seq2[%s, error] {
	return paginate(ctx, req, c.%s,
		func(q *%s) *%s { return &q.%s },
		func(p *%s) ([]%s, %s, bool) {
			return p.%s, %s, %s
		})
}
`, n.iterator, n.method, n.iterator, n.request, p.element, n.method, n.request, cursorType, goName(p.in),
		result, p.element, cursorType, strings.Join(path, "."), next, more)
}

// claim fixes the name of the type of an object or of a list's elements.
func (g *generator) claim(f *field, name string) {
	for f.Items != nil {
		f = f.Items
	}
	if _, done := g.types[name]; len(f.Fields) > 0 && exported(name) && !done {
		delete(g.named, shapeOf(f, false)) // the table's name has precedence
		g.nested(f, name, false, false)
	}
}

func (g *generator) claimElement(response fields, p paging) {
	element := strings.TrimLeft(p.element, "*")
	path := strings.Split(p.list, ".")
	for _, f := range response {
		if f.Name != path[0] {
			continue
		}
		if len(path) > 1 {
			for _, sub := range f.Fields {
				if sub.Name == path[1] {
					g.claim(sub, element)
				}
			}
			return
		}
		g.claim(f, element)
	}
}

func exported(name string) bool { return name != "" && unicode.IsUpper(rune(name[0])) }

// structure writes a struct.
func (g *generator) structure(name, says string, list fields, prefix string, request, update bool) {
	if _, done := g.types[name]; done {
		return
	}
	g.types[name] = ""
	fmt.Fprintf(&g.out, "\n// %s %s\n%s", name, says, g.structSource(name, list, prefix, request, update))
}

func (g *generator) structSource(name string, list fields, prefix string, request, update bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "type %s struct {\n", name)
	for _, f := range list {
		option, typ := "", g.goType(f, prefix, request)
		if request && f.Optional {
			option = ",omitzero"
			scalar := f.Items == nil && f.Values == nil && f.Ref == "" && len(f.Fields) == 0 && f.Enc != "pipe" && f.Format != "timestamp"
			if scalar && (update || f.Type == "bool") {
				typ = "*" + typ
			}
		}
		if !request && f.Items != nil && len(f.Items.Fields) > 0 && len(prefix) > 0 && strings.HasSuffix(name, "Response") {
			typ = strings.Replace(typ, "[]", "[]*", 1)
		}
		fmt.Fprintf(&b, "\t%s %s `json:%q`", goName(f.Name), typ, f.Name+option)
		if says := oneLine(f.Gloss, f.Note, f.Deprecated); says != "" {
			b.WriteString(" // " + says)
		}
		b.WriteByte('\n')
	}
	b.WriteString("}\n")
	return b.String()
}

func oneLine(parts ...string) string {
	var says []string
	for _, p := range parts {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			says = append(says, p)
		}
	}
	return strings.Join(says, "; ")
}

// goType returns the Go type of a value, and queues the types that it needs.
func (g *generator) goType(f *field, prefix string, request bool) string {
	switch {
	case f.Ref != "":
		return prefix + f.Ref
	case f.Enc == "pipe":
		return "PipeList"
	case f.Items != nil:
		item := *f.Items
		item.Name = cmp.Or(item.Name, singular(f.Name))
		return "[]" + g.goType(&item, prefix, request)
	case f.Values != nil:
		return "map[string]" + g.goType(f.Values, prefix, request)
	case len(f.Fields) > 0:
		return g.nested(f, prefix+goName(singular(f.Name)), request, false)
	}
	switch f.Type {
	case "string", "":
		return "string"
	case "int", "long", "uint", "ulong", "byte":
		switch f.Format {
		case "timestamp":
			return "Timestamp"
		case "timestamp-ms":
			return "TimestampMilli"
		}
		return "int64"
	case "bool":
		if f.Enc == "int01" {
			return "IntBool"
		}
		return "bool"
	case "decimal":
		return "float64"
	case "datetime":
		g.imports["time"] = true
		return "time.Time"
	}
	g.imports["encoding/json"] = true
	return "json.RawMessage"
}

// nested returns the name of the type of an object; objects of the same shape have one type.
func (g *generator) nested(f *field, name string, request, update bool) string {
	shape := shapeOf(f, request)
	if known, ok := g.named[shape]; ok {
		return known
	}
	for base, i := name, 2; ; i++ {
		if _, taken := g.types[name]; !taken {
			break
		}
		name = fmt.Sprint(base, i)
	}
	g.named[shape], g.types[name] = name, ""
	src := g.structSource(name, f.Fields, name, request, update)
	g.queue = append(g.queue, fmt.Sprintf("\n// %s is TODO: %s.\n%s", name, oneLine(f.Gloss), src))
	return name
}

func (g *generator) flush() {
	for _, src := range g.queue {
		g.out.WriteString(src)
	}
	g.queue = nil
}

// shapeOf tells objects with other fields apart. A request's options count, as they become tags.
func shapeOf(f *field, request bool) string {
	var b strings.Builder
	for _, x := range f.Fields {
		fmt.Fprintf(&b, "%s:%s:%s:%s:%s", x.Name, x.Type, x.Enc, x.Format, x.Ref)
		if request && x.Optional {
			b.WriteByte('?')
		}
		inner := x
		for inner.Items != nil {
			inner = inner.Items
			b.WriteString("[" + inner.Type + "]")
		}
		b.WriteString("{" + shapeOf(inner, request) + "};")
	}
	return b.String()
}

// base is what a method is about: its name without the verb.
func base(method string) string {
	for i, r := range method {
		if i > 0 && unicode.IsUpper(r) {
			return singular(method[i:])
		}
	}
	return method
}

func singular(s string) string {
	for _, end := range []string{"_list", "List"} {
		if t, ok := strings.CutSuffix(s, end); ok {
			return t
		}
	}
	switch {
	case strings.HasSuffix(s, "ies"):
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "ss"), strings.HasSuffix(s, "us"), len(s) < 4:
		return s
	}
	return strings.TrimSuffix(s, "s")
}

// initialisms are words that Go writes in capitals.
var initialisms = strings.Fields("id url ip qr sn api http https json xml md5 gps ui os vip pc uri ssl tls cpu hr sms")

// compounds are names that the platform writes as one word.
var compounds = map[string]string{
	"userid": "UserID", "meetingid": "MeetingID", "docid": "DocID", "spaceid": "SpaceID", "fileid": "FileID",
	"partyid": "PartyID", "tagid": "TagID", "agentid": "AgentID", "corpid": "CorpID", "openid": "OpenID",
	"unionid": "UnionID", "jobid": "JobID", "qrcode": "QRCode", "msgid": "MsgID", "msgtype": "MsgType",
	"chatid": "ChatID", "roomid": "RoomID", "livingid": "LivingID", "formid": "FormID", "suiteid": "SuiteID",
	"userids": "UserIDs", "tagids": "TagIDs", "partyids": "PartyIDs", "mediaid": "MediaID", "appid": "AppID",
	"starttime": "StartTime", "endtime": "EndTime", "ids": "IDs", "urls": "URLs", "mchid": "MchID", "creatorid": "CreatorID",
	"deviceid": "DeviceID", "nickname": "Nickname", "username": "UserName", "orderid": "OrderID",
}

// goName returns the Go name of a wire name.
func goName(wire string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(wire, func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == '$' }) {
		lower := strings.ToLower(word)
		switch {
		case compounds[lower] != "":
			b.WriteString(compounds[lower])
		case slices.Contains(initialisms, lower):
			b.WriteString(strings.ToUpper(word))
		default:
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	name := b.String()
	if name == "" || !unicode.IsLetter(rune(name[0])) {
		name = "X" + name
	}
	return name
}
