// Package source reads from the package's source which method serves which endpoint.
package source

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Endpoint is an endpoint as its method's source describes it.
type Endpoint struct {
	Name, Method, Path, Title, Doc, Area, Token, Iterator string
	Repeatable                                            bool
}

var (
	apiLine   = regexp.MustCompile(`(?m)^API: (GET|POST) (/\S+)$`)
	docLine   = regexp.MustCompile(`(?m)^Doc: (https://developer\.work\.weixin\.qq\.com/document/path/\d+)$`)
	titleText = regexp.MustCompile(`\(([^()]+)\)`)
	chinese   = regexp.MustCompile(`\p{Han}`)
)

// Read returns the endpoints of the package in dir, ordered by path. What is missing or does not agree
// is an error that names the method.
func Read(dir string) ([]Endpoint, error) {
	set := token.NewFileSet()
	files, err := parse(set, dir)
	if err != nil {
		return nil, err
	}
	var endpoints []Endpoint
	iterators := map[string]string{} // by the method that they range over
	for _, file := range files {
		area := strings.TrimSuffix(filepath.Base(set.Position(file.Pos()).Filename), ".go")
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || !fn.Name.IsExported() || fn.Recv == nil {
				continue
			}
			if over := rangesOver(fn); over != "" {
				iterators[over] = fn.Name.Name
				continue
			}
			e, ok, err := endpoint(fn)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", set.Position(fn.Pos()), fn.Name.Name, err)
			}
			if ok {
				e.Area = area
				endpoints = append(endpoints, e)
			}
		}
	}
	seen := map[string]string{}
	for i, e := range endpoints {
		endpoints[i].Iterator = iterators[e.Name]
		key := e.Method + " " + e.Path
		if other, twice := seen[key]; twice {
			return nil, fmt.Errorf("%s is served by %s and %s", key, other, e.Name)
		}
		seen[key] = e.Name
	}
	slices.SortFunc(endpoints, func(x, y Endpoint) int { return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Method, y.Method)) })
	return endpoints, nil
}

// parse reads the package's files but its tests and what is made from the others.
func parse(set *token.FileSet, dir string) ([]*ast.File, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "apis.go" {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// endpoint reads a method; ok is false for one that serves no endpoint.
func endpoint(fn *ast.FuncDecl) (e Endpoint, ok bool, err error) {
	calls := literalPaths(fn.Body)
	api := apiLine.FindStringSubmatch(fn.Doc.Text())
	if api == nil {
		if usesCore(fn.Body) {
			return e, false, fmt.Errorf("it makes a call but has no line API:")
		}
		return e, false, nil
	}
	doc := docLine.FindStringSubmatch(fn.Doc.Text())
	if doc == nil {
		return e, false, fmt.Errorf("the line Doc: is missing")
	}
	title := title(fn.Doc.Text())
	if title == "" {
		return e, false, fmt.Errorf("the platform's title is missing: in the first paragraph, in parentheses")
	}
	if len(calls) > 0 && !slices.Contains(calls, api[2]) {
		return e, false, fmt.Errorf("the comment says %s and the body %v", api[2], calls)
	}
	flags := verbs(fn.Body)
	if len(flags) > 0 && slices.Contains(flags, "get") != (api[1] == "GET") {
		return e, false, fmt.Errorf("the comment says %s and the body %v", api[1], flags)
	}
	e = Endpoint{
		Name:       fn.Name.Name,
		Method:     api[1],
		Path:       api[2],
		Title:      title,
		Doc:        doc[1],
		Token:      "access_token",
		Repeatable: !slices.Contains(flags, "once"),
	}
	switch {
	case receiver(fn) != "Client":
		e.Name, e.Token = receiver(fn)+"."+e.Name, ""
	case slices.Contains(flags, "noToken"):
		e.Token = ""
	case slices.Contains(flags, "suiteToken"):
		e.Token = "suite_access_token"
	case slices.Contains(flags, "providerToken") && !slices.Contains(flags, "plainName"):
		e.Token = "provider_access_token"
	case slices.Contains(flags, "modelToken"):
		e.Token = "model_access_token"
	case slices.Contains(flags, "deviceToken"):
		e.Token = "device_access_token"
	}
	return e, true, nil
}

// title returns the platform's title of an endpoint, which stands in parentheses in the first paragraph
// and is Chinese, with few exceptions.
func title(comment string) string {
	paragraph, _, _ := strings.Cut(comment, "\n\n")
	last := ""
	for _, m := range titleText.FindAllStringSubmatch(strings.ReplaceAll(paragraph, "\n", " "), -1) {
		last = strings.TrimSpace(m[1])
		if chinese.MatchString(last) {
			return last
		}
	}
	return last
}

func receiver(fn *ast.FuncDecl) string {
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// literalPaths lists the paths of endpoints that stand in a body.
func literalPaths(body *ast.BlockStmt) []string {
	var paths []string
	ast.Inspect(body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && strings.HasPrefix(s, "/cgi-bin/") {
				paths = append(paths, s)
			}
		}
		return true
	})
	return paths
}

// verbs lists the flags of the call in a body.
func verbs(body *ast.BlockStmt) []string {
	var flags []string
	ast.Inspect(body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.SelectorExpr:
			return false // a method's name, not a flag
		case *ast.Ident:
			switch x.Name {
			case "get", "post", "once", "noToken", "suiteToken", "providerToken", "modelToken", "deviceToken", "plainName":
				flags = append(flags, x.Name)
			}
		}
		return true
	})
	return flags
}

// usesCore reports whether a body calls an endpoint by itself: with exec or invoke.
func usesCore(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch f := call.Fun.(type) {
			case *ast.Ident:
				found = found || f.Name == "exec"
			case *ast.SelectorExpr:
				found = found || f.Sel.Name == "invoke" || f.Sel.Name == "invokeSigned"
			}
		}
		return true
	})
	return found
}

// rangesOver returns the method whose pages an iterator ranges over, "" if fn is none.
func rangesOver(fn *ast.FuncDecl) string {
	over := ""
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) < 3 {
			return true
		}
		if id, ok := call.Fun.(*ast.Ident); ok && (id.Name == "paginate" || id.Name == "paginateOffset") {
			over = methodIn(call.Args[2])
		}
		return true
	})
	return over
}

// methodIn returns the method that an expression names: c.ListX, or the one that a func literal calls
// last.
func methodIn(expr ast.Expr) string {
	name := ""
	ast.Inspect(expr, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == "c" {
				name = sel.Sel.Name
			}
		}
		return true
	})
	return name
}
