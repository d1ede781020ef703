package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// writeJSON prints v for programs and people: indented, and Chinese and & as they are.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// encodeJSON encodes v in one line, and Chinese and & as they are.
func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

func (a *app) printf(format string, args ...any) error {
	_, err := fmt.Fprintf(a.stdout, format, args...)
	return err
}

// notef tells on standard error what goes on.
func (a *app) notef(format string, args ...any) {
	fmt.Fprintf(a.stderr, format+"\n", args...)
}

func (a *app) warnf(format string, args ...any) {
	fmt.Fprintf(a.stderr, "workwx: "+format+"\n", args...)
}

// table is rows under a header.
type table struct {
	header []string
	rows   [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// write aligns the columns, of which Chinese characters take two places.
func (t *table) write(w io.Writer) error {
	widths := make([]int, len(t.header))
	lines := [][]string{}
	for i, row := range append([][]string{t.header}, t.rows...) {
		line := make([]string, len(t.header))
		for j := range line {
			if j < len(row) {
				line[j] = printable(row[j])
			}
			if i > 0 && line[j] == "" {
				line[j] = "-"
			}
			widths[j] = max(widths[j], displayWidth(line[j]))
		}
		lines = append(lines, line)
	}
	var b strings.Builder
	for _, line := range lines {
		for j, cell := range line {
			b.WriteString(cell)
			if j < len(line)-1 {
				b.WriteString(strings.Repeat(" ", widths[j]-displayWidth(cell)+2))
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) writeCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write(t.header); err != nil {
		return err
	}
	return c.WriteAll(t.rows)
}

// printable keeps what somebody else wrote from steering the terminal or breaking a line.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// printableLines is printable for a text of several lines.
func printableLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n")
}

func mustNotExist(name string) error {
	if _, err := os.Lstat(name); err == nil {
		return usagef("%s exists; --force replaces it", name)
	}
	return nil
}

// writeFile writes a file by way of a temporary one, so that a failure leaves no half of it. It is
// readable by its owner only, as it holds what is the corp's. An existing file is kept unless force is set.
func writeFile(name string, force bool, write func(io.Writer) error) (err error) {
	if !force {
		if err := mustNotExist(name); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".workwx-*") // with mode 0600
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		path.Path = name // the temporary file's name would tell nobody anything
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
