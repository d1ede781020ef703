package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

func (a *app) apiCommand() *cli.Command {
	return &cli.Command{
		Name: "api", Usage: "call any endpoint", ArgsUsage: "[METHOD] PATH", Category: groupPlatform,
		Description: `METHOD is GET or POST; that of the endpoint if it is left away. PATH may be short:
user/get is /cgi-bin/user/get. The access token is added, and the answer printed
as it came, its tokens and tickets replaced unless --show is given. A path that
is not known is called all the same.

Files go up and down with "workwx media". Endpoints that take the token of a
suite or a provider cannot be called, as this tool has none.`,
		Flags: []cli.Flag{
			dataFlag(),
			&cli.StringSliceFlag{Name: "query", Aliases: []string{"q"}, Usage: "add a parameter `NAME=VALUE` to the query"},
			&cli.BoolFlag{Name: "doc", Usage: "print the link of the endpoint's document, and call nothing"},
			&cli.BoolFlag{Name: "show", Usage: "show tokens and tickets in the answer"},
		},
		ShellComplete: a.complete(a.completePaths),
		Action:        a.bounded(a.api),
	}
}

// completePaths completes a path that is begun without a slash to its short form.
func (a *app) completePaths(c *cli.Command) []candidate {
	list := []candidate{}
	word := a.env["WORKWX_WORD"]
	prefix := "" // that candidates go without
	switch {
	case word == "" || strings.HasPrefix(word, "/"):
	case strings.HasPrefix(word, "cgi-bin/"):
		prefix = "/"
	default:
		prefix = "/cgi-bin/"
	}
	if c.NArg() == 0 {
		list = append(list, candidate{"GET", "read"}, candidate{"POST", "with a body"})
	}
	for _, e := range workwx.Endpoints() {
		if m := strings.ToUpper(c.Args().First()); c.NArg() == 0 || c.NArg() == 1 && m == e.Method {
			list = append(list, candidate{strings.TrimPrefix(e.Path, prefix), e.Title})
		}
	}
	return list
}

// endpoint finds the endpoint of a path, which may lack its beginning.
func endpoint(path string) (full string, e *workwx.Endpoint) {
	full = "/" + strings.TrimLeft(path, "/")
	for _, candidate := range workwx.Endpoints() {
		if candidate.Path == full || candidate.Path == "/cgi-bin"+full {
			return candidate.Path, &candidate
		}
	}
	if !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "cgi-bin/") {
		full = "/cgi-bin" + full
	}
	return full, nil
}

// similar returns the paths that are written most like one.
func similar(path string) []string {
	var paths []string
	for _, e := range workwx.Endpoints() {
		paths = append(paths, strings.TrimPrefix(e.Path, "/cgi-bin"))
	}
	list := nearest(strings.TrimPrefix(path, "/cgi-bin"), paths, 3)
	for i, short := range list {
		list[i], _ = endpoint(short)
	}
	return list
}

// secretName reports whether the value of a field or parameter of this name is a secret.
func secretName(name string) bool {
	name = strings.ToLower(strings.ReplaceAll(name, "_", ""))
	switch name {
	case "permanentcode", "encodingaeskey", "sessionkey", "authcode", "preauthcode":
		return true
	}
	return strings.HasSuffix(name, "accesstoken") || strings.HasSuffix(name, "secret") || strings.HasSuffix(name, "ticket")
}

func (a *app) api(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 2)
	if err != nil {
		return err
	}
	method := ""
	if len(args) == 2 {
		if method = strings.ToUpper(args[0]); method != http.MethodGet && method != http.MethodPost {
			return usagef("METHOD is GET or POST")
		}
	}
	path, query, err := pathAndQuery(args[len(args)-1], c.StringSlice("query"))
	if err != nil {
		return err
	}
	path, e := endpoint(path)
	if c.Bool("doc") {
		return a.document(path, e)
	}
	if e == nil {
		a.warnf("%s is not known to this version%s", path, orSimilar(path))
	} else if e.Token != "access_token" {
		return usagef("%s cannot be called with this tool: %s", path, otherToken(e))
	}
	switch {
	case method == "" && e != nil:
		method = e.Method
	case method == "" && c.IsSet("data"):
		method = http.MethodPost
	case method == "":
		method = http.MethodGet
	}
	var body any
	if c.IsSet("data") {
		raw, err := a.data(ctx, c.String("data"))
		if err != nil {
			return err
		}
		if method == http.MethodGet {
			return usagef("a GET has no body: use -q NAME=VALUE, or POST")
		}
		body = raw
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	var answer []byte
	err = client.Call(workwx.CaptureBody(ctx, &answer), method, path, query, body, nil)
	if !json.Valid(answer) { // the error shows how it begins
		return err
	}
	if printErr := a.printAnswer(answer, c.Bool("show")); printErr != nil {
		return printErr
	}
	return err
}

func otherToken(e *workwx.Endpoint) string {
	if e.Token == "" {
		return "it takes its secret from the request; see workwx token and workwx webhook"
	}
	return "it takes a " + e.Token
}

func orSimilar(path string) string {
	if list := similar(path); len(list) > 0 {
		return "; similar are " + strings.Join(list, ", ")
	}
	return ""
}

// pathAndQuery takes the query out of a path and adds more to it.
func pathAndQuery(path string, more []string) (string, url.Values, error) {
	path, own, _ := strings.Cut(path, "?")
	query, err := url.ParseQuery(own)
	if err != nil {
		return "", nil, usagef("the query of PATH is malformed")
	}
	for _, pair := range more {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return "", nil, usagef("-q takes NAME=VALUE")
		}
		query.Add(name, value)
	}
	for name := range query {
		if secretName(name) || name == "key" { // of a robot
			return "", nil, usagef("%s is a secret, which does not go on the command line; the access token is added by itself", name)
		}
	}
	return path, query, nil
}

// printAnswer prints JSON that the platform sent.
func (a *app) printAnswer(answer []byte, show bool) error {
	if !show {
		answer = hideSecrets(answer)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, answer, "", "  "); err != nil {
		return err
	}
	return a.printf("%s\n", bytes.TrimSpace(b.Bytes()))
}

// hideSecrets replaces the strings in JSON whose names say that they are secrets. The rest stays as it is,
// its order and numbers included.
func hideSecrets(text []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var out []byte
	copied := 0
	type level struct{ object, value bool }
	var levels []level
	name := ""
	for {
		token, err := d.Token()
		if err != nil {
			return append(out, text[copied:]...)
		}
		top := len(levels) - 1
		inObject := top >= 0 && levels[top].object
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				if inObject {
					levels[top].value = false
				}
				levels = append(levels, level{object: t == '{'})
			} else {
				levels = levels[:top]
			}
			continue
		case string:
			if inObject && !levels[top].value {
				name, levels[top].value = t, true
				continue
			}
			if inObject && t != "" && secretName(name) {
				end := int(d.InputOffset())
				start := end - 1
				for start--; start > copied; start-- {
					if text[start] == '"' && !escaped(text, start) {
						break
					}
				}
				out = append(append(out, text[copied:start]...), `"[redacted]"`...)
				copied = end
			}
		}
		if inObject {
			levels[top].value = false
		}
	}
}

// escaped reports whether the quote at i has an odd number of backslashes before it.
func escaped(text []byte, i int) bool {
	n := 0
	for i--; i >= 0 && text[i] == '\\'; i-- {
		n++
	}
	return n%2 == 1
}

// endpointInfo is what --json prints.
type endpointInfo struct {
	Method   string `json:"method"`
	Path     string `json:"path"`
	Title    string `json:"title"`
	Go       string `json:"go"` // the method of the package
	Iterator string `json:"iterator,omitzero"`
	Token    string `json:"token"`
	Doc      string `json:"doc"`
}

func describeEndpoint(e workwx.Endpoint) endpointInfo {
	return endpointInfo{e.Method, e.Path, e.Title, e.Name, e.Iterator, e.Token, e.Doc}
}

func (a *app) document(path string, e *workwx.Endpoint) error {
	if e == nil {
		return usagef("%s is not known to this version%s", path, orSimilar(path))
	}
	if a.json {
		return writeJSON(a.stdout, describeEndpoint(*e))
	}
	return a.printf("%s\n", e.Doc)
}

func (a *app) endpointsCommand() *cli.Command {
	return &cli.Command{
		Name: "endpoints", Usage: "search the endpoints", ArgsUsage: "[WORD …]", Category: groupPlatform,
		Description: "It lists the endpoints whose path, title or Go method hold all of the words.\nIt needs neither network nor configuration.",
		Action:      a.endpoints,
	}
}

func (a *app) endpoints(_ context.Context, c *cli.Command) error {
	list := []endpointInfo{}
	t := table{header: []string{"METHOD", "PATH", "GO", "TITLE"}}
	for _, e := range workwx.Endpoints() {
		text := strings.ToLower(e.Path + " " + e.Title + " " + e.Name)
		if slices.ContainsFunc(c.Args().Slice(), func(word string) bool { return !strings.Contains(text, strings.ToLower(word)) }) {
			continue
		}
		list = append(list, describeEndpoint(e))
		t.add(e.Method, e.Path, e.Name, e.Title)
	}
	if a.json {
		return writeJSON(a.stdout, list)
	}
	if len(list) == 0 {
		return fmt.Errorf("no endpoint holds these words")
	}
	return t.write(a.stdout)
}
