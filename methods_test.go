package workwx

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-workwx/workwx/internal/apigen/source"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// wire is a transport that records the last request and answers with a set body.
type wire struct {
	mu     sync.Mutex
	reply  string
	header http.Header
	last   *http.Request
	body   []byte
}

func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
		req.Body.Close()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	reply, header := w.reply, w.header
	switch path := req.URL.Path; {
	case strings.HasSuffix(path, "/gettoken") && req.URL.Query().Get("corpid") == "wwtest",
		strings.HasSuffix(path, "/get_suite_token") && bytes.Contains(body, []byte(`"ticket"`)),
		strings.HasSuffix(path, "/get_provider_token") && bytes.Contains(body, []byte(`"wwtest"`)):
		reply, header = `{"errcode":0,"errmsg":"ok","access_token":"TOKEN","suite_access_token":"TOKEN","provider_access_token":"TOKEN","expires_in":7200}`, nil
	default:
		w.last, w.body = req, body
	}
	if header == nil {
		header = http.Header{"Content-Type": {"application/json"}}
	}
	return &http.Response{StatusCode: 200, Header: header, Body: io.NopCloser(strings.NewReader(reply)), ContentLength: int64(len(reply)), Request: req}, nil
}

func (w *wire) answer(reply string, header http.Header) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.reply, w.header, w.last = reply, header, nil
}

func wireClient(t testing.TB, w http.RoundTripper) *Client {
	t.Helper()
	c, err := NewClient("wwtest", "secret", WithAgentID(1000002), WithHTTPClient(&http.Client{Transport: w}),
		WithRetry(RetryPolicy{Attempts: 1}),
		WithSuite(Suite{SuiteID: "wwsuite", SuiteSecret: "suitesecret", Ticket: func(context.Context) (Secret, error) { return "ticket", nil }}))
	require.NoError(t, err)
	return c
}

// filler sets every field of a value, to the same value in every run.
type filler struct {
	n      int64
	secret string // what Secrets begin with, if set
}

func (f *filler) fill(v reflect.Value, depth int) {
	f.n++
	switch p := v.Addr().Interface().(type) {
	case *Secret:
		if f.secret != "" {
			*p = Secret(fmt.Sprint(f.secret, f.n))
			return
		}
	case *Timestamp:
		p.Time = time.Unix(1700000000+f.n, 0)
		return
	case *TimestampMilli:
		p.Time = time.UnixMilli(1700000000000 + f.n)
		return
	case *time.Time:
		*p = time.Unix(1700000000+f.n, 0).UTC()
		return
	case *json.RawMessage:
		*p = json.RawMessage(fmt.Sprintf(`"raw%d"`, f.n))
		return
	case *json.Number:
		*p = json.Number(fmt.Sprint(f.n))
		return
	case *io.Reader:
		*p = bytes.NewReader([]byte("content of the file"))
		return
	case *PipeList:
		*p = PipeList{fmt.Sprintf("p%d", f.n), "q"}
		return
	case json.Unmarshaler:
		// A type with a form of its own: as many as there are take a number or a string.
		for _, form := range []string{fmt.Sprint(f.n), "1", fmt.Sprintf(`"s%d"`, f.n), `"1"`} {
			if p.UnmarshalJSON([]byte(form)) == nil {
				return
			}
		}
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("s%d", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int64, reflect.Int:
		v.SetInt(f.n)
	case reflect.Uint64:
		v.SetUint(uint64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.5)
	case reflect.Pointer:
		if depth < 6 {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if depth < 6 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			f.fill(v.Index(0), depth+1)
		}
	case reflect.Map:
		if depth < 6 {
			e := reflect.New(v.Type().Elem()).Elem()
			f.fill(e, depth+1)
			v.Set(reflect.MakeMap(v.Type()))
			v.SetMapIndex(reflect.ValueOf("key").Convert(v.Type().Key()), e)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && depth < 6 {
				f.fill(v.Field(i), depth+1)
			}
		}
	}
}

// endpointMethod is a method of Client that serves an endpoint.
type endpointMethod struct {
	Endpoint
	fn reflect.Value
}

func endpointMethods(c *Client) []endpointMethod {
	var methods []endpointMethod
	for _, e := range Endpoints() {
		if fn := reflect.ValueOf(c).MethodByName(e.Name); fn.IsValid() {
			methods = append(methods, endpointMethod{e, fn})
		}
	}
	return methods
}

// args makes arguments for a method; its request, if it takes one, is nil or filled.
func (m endpointMethod) args(ctx context.Context, nilRequest bool) []reflect.Value {
	return m.argsOf(ctx, new(filler), nilRequest)
}

func (m endpointMethod) argsOf(ctx context.Context, f *filler, nilRequest bool) []reflect.Value {
	args := []reflect.Value{reflect.ValueOf(ctx)}
	n := m.fn.Type().NumIn()
	if m.fn.Type().IsVariadic() {
		n--
	}
	for i := 1; i < n; i++ {
		v := reflect.New(m.fn.Type().In(i)).Elem()
		if v.Kind() != reflect.Pointer || !nilRequest {
			f.fill(v, 0)
		}
		args = append(args, v)
	}
	return args
}

func (m endpointMethod) takesRequest() bool {
	for i := 1; i < m.fn.Type().NumIn(); i++ {
		if m.fn.Type().In(i).Kind() == reflect.Pointer {
			return true
		}
	}
	return false
}

// optional says whether nothing that the request holds is required.
func (m endpointMethod) optional() bool {
	if m.fn.Type().NumIn() != 2 || m.fn.Type().In(1).Kind() != reflect.Pointer {
		return false
	}
	empty, err := json.Marshal(reflect.New(m.fn.Type().In(1).Elem()).Interface())
	return err == nil && string(empty) == "{}"
}

func (m endpointMethod) call(args []reflect.Value) (result any, err error) {
	out := m.fn.Call(args)
	err, _ = out[len(out)-1].Interface().(error)
	if len(out) > 1 {
		result = out[0].Interface()
	}
	return result, err
}

func (m endpointMethod) download() bool {
	return m.fn.Type().NumOut() > 1 && m.fn.Type().Out(0) == reflect.TypeFor[*MediaDownload]()
}

// TestWire holds what each method sends, in testdata/wire. To write the files anew after a change:
//
//	go test -run TestWire -update .
func TestWire(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	golden := map[string]*strings.Builder{}
	for _, m := range endpointMethods(c) {
		w.answer(`{"errcode":0,"errmsg":"ok"}`, nil)
		if m.download() {
			w.answer("content", http.Header{"Content-Type": {"image/png"}, "Content-Disposition": {`attachment; filename="a.png"`}})
		}
		_, err := m.call(m.args(t.Context(), false))
		require.NoError(t, err, m.Name)
		require.NotNil(t, w.last, "%s sends nothing", m.Name)
		require.Equal(t, m.Method, w.last.Method, m.Name)
		require.Equal(t, m.Path, w.last.URL.Path, m.Name)
		if golden[m.Area] == nil {
			golden[m.Area] = new(strings.Builder)
		}
		query := w.last.URL.Query()
		if m.Token != "" {
			require.Equal(t, "TOKEN", query.Get(m.Token), m.Name)
			query.Del(m.Token)
		}
		fmt.Fprintf(golden[m.Area], "%s: %s %s", m.Name, m.Method, m.Path)
		if len(query) > 0 {
			fmt.Fprintf(golden[m.Area], "?%s", query.Encode())
		}
		golden[m.Area].WriteByte('\n')
		var body bytes.Buffer
		switch {
		case json.Indent(&body, w.body, "", "  ") == nil:
			require.Equal(t, int64(len(w.body)), w.last.ContentLength, m.Name)
			fmt.Fprintf(golden[m.Area], "%s\n", body.Bytes())
		case len(w.body) > 0:
			require.Contains(t, w.last.Header.Get("Content-Type"), "multipart/form-data", m.Name)
			require.Equal(t, int64(len(w.body)), w.last.ContentLength, m.Name)
			golden[m.Area].WriteString("(multipart)\n")
		}
		golden[m.Area].WriteByte('\n')
	}
	for area, got := range golden {
		file := filepath.Join("testdata", "wire", area+".golden")
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
			require.NoError(t, os.WriteFile(file, []byte(got.String()), 0o644))
			continue
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), got.String(), "%s; if that is meant, run go test -run TestWire -update .", file)
	}
}

// TestResponses has every method decode an answer with all fields set and compares what it returns.
func TestResponses(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	keys := fieldResponses(t)
	for _, m := range endpointMethods(c) {
		if m.fn.Type().NumOut() == 1 || m.download() {
			continue
		}
		want := reflect.New(m.fn.Type().Out(0)).Elem()
		new(filler).fill(want, 0)
		body, err := encodeJSON(want.Interface())
		require.NoError(t, err, m.Name)
		if key := keys[m.Name]; key != "" {
			for _, name := range strings.Split(key, ".") {
				body = fmt.Appendf(nil, `{%q:%s}`, name, body)
			}
		}
		w.answer(string(body), nil)
		got, err := m.call(m.args(t.Context(), false))
		require.NoError(t, err, "%s on %s", m.Name, body)
		require.Equal(t, want.Interface(), got, "%s on %s", m.Name, body)
	}
}

// TestRefusals has every method refused by the platform.
func TestRefusals(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	w.answer(`{"errcode":60011,"errmsg":"no privilege, hint: [abc], from ip: 10.1.2.3, more info at https://example.com"}`, nil)
	for _, m := range endpointMethods(c) {
		result, err := m.call(m.args(t.Context(), false))
		var refusal *Error
		require.ErrorAs(t, err, &refusal, m.Name)
		require.Equal(t, Error{Code: 60011, Msg: "no privilege", API: m.Path, HTTPStatus: 200, Hint: "abc", FromIP: "10.1.2.3", MoreInfo: "https://example.com"}, *refusal)
		if result != nil {
			require.True(t, reflect.ValueOf(result).IsZero(), "%s returns %v beside an error", m.Name, result)
		}
	}
}

// TestNilRequests: a nil request is an empty one where nothing is required, and otherwise a typed error, as
// a cancelled context is; nothing is sent then.
func TestNilRequests(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, m := range endpointMethods(c) {
		w.answer(`{}`, nil)
		if m.takesRequest() {
			_, err := m.call(m.args(t.Context(), true))
			if m.optional() {
				require.NoError(t, err, m.Name)
				query, body := w.last.URL.RawQuery, string(w.body)
				_, err = m.call([]reflect.Value{reflect.ValueOf(t.Context()), reflect.New(m.fn.Type().In(1).Elem())})
				require.NoError(t, err, m.Name)
				require.Equal(t, []string{w.last.URL.RawQuery, string(w.body)}, []string{query, body}, m.Name)
				w.answer(`{}`, nil)
			} else {
				require.ErrorIs(t, err, ErrNilRequest, m.Name)
				require.Nil(t, w.last, m.Name)
			}
		}
		_, err := m.call(m.args(cancelled, false))
		require.ErrorIs(t, err, context.Canceled, m.Name)
		require.Nil(t, w.last, m.Name)
		var transport *TransportError
		require.ErrorAs(t, err, &transport, m.Name)
	}
}

// TestRequestTypes holds the rules of request types: they decode from what they encode to, and a field
// that may be absent has the one tag omitzero.
func TestRequestTypes(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	for _, m := range endpointMethods(wireClient(t, new(wire))) {
		for i := 1; i < m.fn.Type().NumIn(); i++ {
			in := m.fn.Type().In(i)
			if in.Kind() != reflect.Pointer {
				continue
			}
			require.True(t, strings.HasSuffix(in.Elem().Name(), "Request") || in.Elem() == reflect.TypeFor[Media](), "%s takes %s", m.Name, in)
			checkFields(t, in.Elem(), seen, func(f reflect.StructField, where string) {
				_, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
				if f.Type.Kind() == reflect.Pointer {
					require.Contains(t, opts, "omitzero", "%s is a pointer and must be optional", where)
				}
				for opt := range strings.SplitSeq(opts, ",") {
					require.Contains(t, []string{"", "omitzero", "string"}, opt, where)
				}
			})
			if in.Elem() == reflect.TypeFor[Media]() {
				continue
			}
			want := reflect.New(in.Elem())
			new(filler).fill(want.Elem(), 0)
			clearUnsent(want.Elem())
			body, err := encodeJSON(want.Interface())
			require.NoError(t, err)
			got := reflect.New(in.Elem())
			require.NoError(t, json.Unmarshal(body, got.Interface()), "%s does not decode from %s", in, body)
			require.Equal(t, want.Interface(), got.Interface())
		}
	}
}

// TestResponseTypes holds the rules of response types: no pointers to scalars.
func TestResponseTypes(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	for _, m := range endpointMethods(wireClient(t, new(wire))) {
		if m.fn.Type().NumOut() > 1 && !m.download() {
			checkFields(t, m.fn.Type().Out(0), seen, func(f reflect.StructField, where string) {
				if f.Type.Kind() == reflect.Pointer {
					require.Equal(t, reflect.Struct, f.Type.Elem().Kind(), "%s is a pointer to a scalar", where)
				}
			})
		}
	}
}

// clearUnsent clears the fields that do not travel as JSON.
func clearUnsent(v reflect.Value) {
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == "-" {
			v.Field(i).SetZero()
		}
	}
}

// checkFields visits the exported fields of a type and of what it is made of.
func checkFields(t *testing.T, typ reflect.Type, seen map[reflect.Type]bool, check func(f reflect.StructField, where string)) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		if typ != reflect.TypeFor[json.RawMessage]() {
			checkFields(t, typ.Elem(), seen, check)
		}
		return
	case reflect.Struct:
	default:
		return
	}
	if seen[typ] || typ.PkgPath() != reflect.TypeFor[Client]().PkgPath() || typ == reflect.TypeFor[Timestamp]() || typ == reflect.TypeFor[TimestampMilli]() {
		return
	}
	seen[typ] = true
	require.NotEmpty(t, typ.Name(), "a type without a name")
	for i := range typ.NumField() {
		f := typ.Field(i)
		where := typ.Name() + "." + f.Name
		if !f.IsExported() || f.Tag.Get("json") == "-" || typ == reflect.TypeFor[Media]() {
			continue
		}
		if !f.Anonymous {
			require.NotEmpty(t, f.Tag.Get("json"), "%s has no name on the wire", where)
		}
		require.NotEqual(t, reflect.Interface, f.Type.Kind(), "%s has no type", where)
		check(f, where)
		checkFields(t, f.Type, seen, check)
	}
}

// fieldResponses tells, for the methods that return one field of the answer, which: "a.b" for b in a,
// innermost first in the order of wrapping.
func fieldResponses(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	structs := map[string]*ast.StructType{}
	bodies := map[string]*ast.BlockStmt{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv != nil && d.Name.IsExported() {
					bodies[d.Name.Name] = d.Body
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if ts, ok := spec.(*ast.TypeSpec); ok {
						if st, ok := ts.Type.(*ast.StructType); ok {
							structs[ts.Name.Name] = st
						}
					}
				}
			}
		}
	}
	keys := map[string]string{}
	for method, body := range bodies {
		var path []string
		ast.Inspect(body, func(n ast.Node) bool {
			ret, ok := n.(*ast.ReturnStmt)
			if !ok || len(ret.Results) != 2 {
				return true
			}
			for x := ret.Results[0]; ; {
				sel, ok := x.(*ast.SelectorExpr)
				if !ok {
					break
				}
				path = append(path, sel.Sel.Name)
				x = sel.X
			}
			return true
		})
		var typeName string
		ast.Inspect(body, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				if id, ok := spec.Type.(*ast.Ident); ok && structs[id.Name] != nil {
					typeName = id.Name
				}
			}
			return true
		})
		if typeName == "" || len(path) == 0 {
			continue
		}
		var names []string
		for i := len(path) - 1; i >= 0; i-- {
			for _, f := range structs[typeName].Fields.List {
				if len(f.Names) == 1 && f.Names[0].Name == path[i] && f.Tag != nil {
					name, _, _ := strings.Cut(reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("json"), ",")
					names = append([]string{name}, names...)
					if id, ok := f.Type.(*ast.Ident); ok {
						typeName = id.Name
					}
				}
			}
		}
		keys[method] = strings.Join(names, ".")
	}
	return keys
}

// TestEndpointsAgreeWithSource: apis.go is what the generator would write.
func TestEndpointsAgreeWithSource(t *testing.T) {
	t.Parallel()
	fromSource, err := source.Read(".")
	require.NoError(t, err)
	require.Equal(t, len(fromSource), len(Endpoints()))
	for i, e := range Endpoints() {
		require.Equal(t, fromSource[i], source.Endpoint(e), "run go generate ./...")
	}
}

// TestCatalogue compares the methods with the catalogue of the platform's endpoints, where that is at
// hand: none is missing in an area that is there, each has the name, method and repeatability agreed on.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(filepath.Join("..", "shared", "api", "names.tsv"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no catalogue beside the repository")
	}
	require.NoError(t, err)
	byPath := map[string]Endpoint{}
	areas := map[string]bool{}
	for _, e := range Endpoints() {
		byPath[e.Method+" "+e.Path] = e
		areas[e.Area] = true
	}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] {
		col := strings.Split(line, "\t")
		e, ok := byPath[col[0]+" "+col[1]]
		if !areas[strings.TrimSuffix(col[7], ".go")] {
			continue
		}
		require.True(t, ok, "%s %s has no method", col[0], col[1])
		require.Equal(t, col[9] == "yes", e.Repeatable, "%s: is a repeat safe?", e.Name)
		require.Equal(t, col[8] != "", e.Iterator != "", "%s: has it an iterator?", e.Name)
	}
}
