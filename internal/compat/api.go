// Package compat keeps the exported names from being removed or changed without anybody noticing.
package compat

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// API lists what a package exports, sorted, each name with its type on a line of its own. Names of arguments
// are left out, as they may change.
func API(dir string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	l := lister{fset: token.NewFileSet()}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(l.fset, name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			l.decl(decl)
		}
	}
	slices.Sort(l.lines)
	return slices.Compact(l.lines), nil
}

type lister struct {
	fset  *token.FileSet
	lines []string
}

func (l *lister) add(parts ...string) {
	l.lines = append(l.lines, strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
}

func (l *lister) decl(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		l.function(d)
	case *ast.GenDecl:
		var constType ast.Expr // which a spec without a value has from the one before
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				l.typeSpec(s)
			case *ast.ValueSpec:
				if s.Type != nil || s.Values != nil {
					constType = s.Type
				}
				l.values(d.Tok, s, constType)
			}
		}
	}
}

func (l *lister) function(d *ast.FuncDecl) {
	if !d.Name.IsExported() {
		return
	}
	name := d.Name.Name
	if d.Recv != nil {
		recv := l.text(d.Recv.List[0].Type)
		base, _, _ := strings.Cut(strings.TrimPrefix(recv, "*"), "[")
		if !ast.IsExported(base) {
			return
		}
		name = "(" + recv + ")." + name
	}
	l.add("func", name+l.typeParams(d.Type.TypeParams)+l.signature(d.Type))
}

func (l *lister) typeSpec(s *ast.TypeSpec) {
	if !s.Name.IsExported() {
		return
	}
	name := s.Name.Name
	head := name + l.typeParams(s.TypeParams)
	if s.Assign.IsValid() {
		head += " ="
	}
	switch t := s.Type.(type) {
	case *ast.StructType:
		l.add("type", head, "struct")
		for _, f := range t.Fields.List {
			l.field(name, f)
		}
	case *ast.InterfaceType:
		l.add("type", head, "interface")
		for _, m := range t.Methods.List {
			if f, ok := m.Type.(*ast.FuncType); ok && len(m.Names) > 0 {
				l.add("method", name+"."+m.Names[0].Name+l.signature(f))
			} else {
				l.add("method", name+": "+l.text(m.Type))
			}
		}
	case *ast.FuncType:
		l.add("type", head, "func"+l.signature(t))
	default:
		l.add("type", head, l.text(t))
	}
}

// field lists a field with its names on the wire, which are what a stored request is read by.
func (l *lister) field(of string, f *ast.Field) {
	tag := ""
	if f.Tag != nil {
		tag = f.Tag.Value
	}
	if len(f.Names) == 0 {
		l.add("field", of+": "+l.text(f.Type), tag)
	}
	for _, name := range f.Names {
		if name.IsExported() {
			l.add("field", of+"."+name.Name, l.text(f.Type), tag)
		}
	}
}

func (l *lister) values(tok token.Token, s *ast.ValueSpec, typ ast.Expr) {
	for i, name := range s.Names {
		if !name.IsExported() {
			continue
		}
		value := ""
		if tok == token.CONST && i < len(s.Values) {
			value = "= " + l.text(s.Values[i])
		}
		t := ""
		if typ != nil {
			t = l.text(typ)
		}
		l.add(tok.String(), name.Name, t, value)
	}
}

func (l *lister) typeParams(list *ast.FieldList) string {
	if list == nil {
		return ""
	}
	var params []string
	for _, f := range list.List {
		for _, name := range f.Names {
			params = append(params, name.Name+" "+l.text(f.Type))
		}
	}
	return "[" + strings.Join(params, ", ") + "]"
}

func (l *lister) signature(f *ast.FuncType) string {
	results := l.types(f.Results)
	switch {
	case len(results) > 1:
		return "(" + strings.Join(l.types(f.Params), ", ") + ") (" + strings.Join(results, ", ") + ")"
	case len(results) == 1:
		return "(" + strings.Join(l.types(f.Params), ", ") + ") " + results[0]
	}
	return "(" + strings.Join(l.types(f.Params), ", ") + ")"
}

// types lists the types of arguments or results.
func (l *lister) types(list *ast.FieldList) []string {
	var types []string
	if list == nil {
		return nil
	}
	for _, f := range list.List {
		t := ""
		if fn, ok := f.Type.(*ast.FuncType); ok {
			t = "func" + l.signature(fn)
		} else {
			t = l.text(f.Type)
		}
		for range max(len(f.Names), 1) {
			types = append(types, t)
		}
	}
	return types
}

func (l *lister) text(e ast.Expr) string {
	var b strings.Builder
	if err := printer.Fprint(&b, l.fset, e); err != nil {
		panic(err) // what was parsed can be printed
	}
	return b.String()
}
