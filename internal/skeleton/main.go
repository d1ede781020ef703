// Command skeleton writes the Go source of endpoints from their entries in a catalogue, for a person to
// finish: the paths, wire names, types and options of fields are right, the names of nested types are
// guesses, and every comment is what the catalogue says of it, in Chinese, to be replaced by English.
//
//	go run ./internal/skeleton -entries meeting.json -names names.tsv -file meeting.go > meeting.go
//
// entries is a JSON list of endpoints (internal/skeleton/testdata has one), names a table of the Go names to be used,
// iterators, which may be left away, one of the lists with cursors.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"io"
	"os"
	"strings"
)

func main() {
	names := flag.String("names", "", "table of Go names, tab-separated, with a line of titles")
	iterators := flag.String("iterators", "", "table of lists with cursors")
	titles := flag.String("titles", "", "table of the platform's titles")
	file := flag.String("file", "", "write the endpoints that the table of names puts into this file")
	flag.Parse()
	if *names == "" || *file == "" || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: skeleton -names names.tsv [-iterators iterators.tsv] [-titles titles.tsv] -file area.go entries.json…")
		os.Exit(2)
	}
	if err := run(os.Stdout, *file, *names, *iterators, *titles, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "skeleton:", err)
		os.Exit(1)
	}
}

// entry is an endpoint of the catalogue.
type entry struct {
	Method   string            `json:"method"`
	Path     string            `json:"path"`
	Token    string            `json:"token"`
	DocIDs   []int64           `json:"doc_ids"`
	Title    string            `json:"zh_title"`
	Query    []queryParam      `json:"query"`
	BodyKind string            `json:"body_kind"`
	Request  fields            `json:"request"`
	Response fields            `json:"response"`
	Defs     map[string]fields `json:"$defs"`
}

type queryParam struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Enc      string `json:"enc"`
	Optional bool   `json:"optional"`
	Gloss    string `json:"gloss"`
}

// field is the schema of a value.
type field struct {
	Name       string `json:"-"`
	Type       string `json:"type"`
	Optional   bool   `json:"optional"`
	Enc        string `json:"enc"`
	Format     string `json:"format"`
	Gloss      string `json:"gloss"`
	Note       string `json:"note"`
	Deprecated string `json:"deprecated"`
	Fields     fields `json:"fields"`
	Items      *field `json:"items"`
	Values     *field `json:"values"`
	Ref        string `json:"$ref"`
}

// fields keeps the order of the catalogue.
type fields []*field

func (f *fields) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t == nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		x := new(field)
		if err := d.Decode(x); err != nil {
			return err
		}
		x.Name = fmt.Sprint(name)
		*f = append(*f, x)
	}
	return nil
}

// naming is a row of the table of names.
type naming struct {
	method, args, request, returns, result, file, iterator string
	repeatable                                             bool
}

// paging is a row of the table of iterators.
type paging struct{ in, out, end, list, element, remark string }

func run(w io.Writer, file, namesPath, iteratorsPath, titlesPath string, entryPaths []string) error {
	names := map[string]naming{}
	err := readTable(namesPath, 10, func(c []string) {
		names[c[0]+" "+c[1]] = naming{c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9] == "yes"}
	})
	if err != nil {
		return err
	}
	pages := map[string]paging{}
	if iteratorsPath != "" {
		err := readTable(iteratorsPath, 7, func(c []string) {
			element, remark, _ := strings.Cut(c[6], " ")
			pages[c[0]] = paging{c[2], c[3], c[4], c[5], element, remark}
		})
		if err != nil {
			return err
		}
	}
	titles := map[string]string{}
	if titlesPath != "" {
		err := readTable(titlesPath, 4, func(c []string) { titles[c[0]+" "+c[1]] = cmp.Or(c[3], strings.Trim(c[2], "()")) })
		if err != nil {
			return err
		}
	}
	g := newGenerator()
	for _, path := range entryPaths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var entries []*entry
		if err := json.Unmarshal(raw, &entries); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, e := range entries {
			key := e.Method + " " + e.Path
			n, ok := names[key]
			if !ok || n.file != file {
				continue
			}
			e.Title = cmp.Or(e.Title, titles[key])
			g.endpoint(e, n, pages[n.method])
		}
	}
	src, err := format.Source(g.source())
	if err != nil {
		return err
	}
	_, err = w.Write(src)
	return err
}

// readTable calls row for each line but the first.
func readTable(path string, columns int, row func([]string)) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimRight(string(raw), "\n"), "\n")
	for i, line := range lines[1:] {
		col := strings.Split(line, "\t")
		if len(col) < columns {
			return fmt.Errorf("%s:%d: %d columns instead of %d", path, i+2, len(col), columns)
		}
		row(col)
	}
	return nil
}
