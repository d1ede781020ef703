package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// maxInput bounds what is read into memory.
const maxInput = 8 << 20

// readAll reads a file, or standard input, until ctx ends.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	type answer struct {
		text []byte
		err  error
	}
	read := make(chan answer, 1)
	go func() { // which ends with the process if what is read never does
		b, err := readBounded(r)
		read <- answer{b, err}
	}()
	select {
	case got := <-read:
		return got.text, got.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func readBounded(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if err == nil && len(b) > maxInput {
		err = usagef("the input is larger than %d MB", maxInput>>20)
	}
	return b, err
}

// text returns the text that a command is given: its argument, or standard input for none or "-".
func (a *app) text(ctx context.Context, args []string) (string, error) {
	if len(args) == 1 && args[0] != "-" {
		return args[0], nil
	}
	if a.onTerminal(a.stdin) {
		return "", usagef("there is no text: give it as an argument, or pipe it in")
	}
	b, err := readAll(ctx, a.lines)
	if err != nil {
		return "", err
	}
	text := strings.TrimRight(strings.ToValidUTF8(strings.ReplaceAll(string(b), "\r\n", "\n"), "�"), "\n")
	if strings.TrimSpace(text) == "" {
		return "", usagef("there is nothing to send: the input is empty")
	}
	return text, nil
}

// input returns what the value of -d stands for: itself, the content of @FILE, or standard input for -.
func (a *app) input(ctx context.Context, value string) ([]byte, error) {
	b := []byte(value)
	var err error
	if name, ok := strings.CutPrefix(value, "@"); ok {
		var f *os.File
		if f, err = a.open(name); err != nil {
			return nil, err
		}
		defer f.Close()
		b, err = readAll(ctx, f)
	} else if value == "-" {
		b, err = readAll(ctx, a.lines)
	}
	return bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff"))), err
}

// data returns what -d says: JSON, @FILE, or - for standard input.
func (a *app) data(ctx context.Context, value string) (json.RawMessage, error) {
	b, err := a.input(ctx, value)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, new(json.RawMessage)); err != nil {
		return nil, usagef("-d: %s; it takes JSON, @FILE or - for standard input", jsonProblem(err))
	}
	return b, nil
}

// decodeData is data decoded into v, which must know all fields.
func (a *app) decodeData(ctx context.Context, value string, v any) error {
	b, err := a.data(ctx, value)
	if err != nil {
		return err
	}
	return decodeStrictly(b, v, "-d")
}

// decodeStrictly refuses a field that is not known: it would be dropped in silence.
func decodeStrictly(b []byte, v any, what string) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err != nil {
		return usagef("%s: %s", what, jsonProblem(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return usagef("%s: there is more than one JSON value", what)
	}
	return nil
}

// splitList cuts the values of an option that may be repeated at commas and bars.
func splitList(values []string) []string {
	var list []string
	for _, v := range values {
		for item := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == ',' || r == '|' }) {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
	}
	return list
}

// splitIDs is splitList for numbers.
func splitIDs(option string, values []string) ([]int64, error) {
	var ids []int64
	for _, v := range splitList(values) {
		id, err := parseID(option, v)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func parseID(what, text string) (int64, error) {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id <= 0 {
		return 0, usagef("%s takes a positive number, not %q", what, text)
	}
	return id, nil
}

func formatIDs(ids []int64) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(ids)), ","), "[]")
}
