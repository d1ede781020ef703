package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

func (a *app) errcodeCommand() *cli.Command {
	return &cli.Command{
		Name: "errcode", Usage: "tell what an errcode means and what to do", ArgsUsage: "CODE …", Category: groupPlatform,
		Description: "It needs neither network nor configuration. The exit code is 1 if a code is not\nknown.",
		Action:      a.errcode,
	}
}

// codeInfo is what --json prints.
type codeInfo struct {
	Code    workwx.Code `json:"errcode"`
	Known   bool        `json:"known"`
	Meaning string      `json:"meaning"`
	Classes []string    `json:"classes"`
	Advice  string      `json:"advice"`
	Link    string      `json:"link"`
}

func (a *app) errcode(_ context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	list, unknown := []codeInfo{}, false
	for _, arg := range args {
		n, err := strconv.ParseInt(strings.TrimPrefix(strings.ToLower(arg), "errcode"), 10, 64)
		if err != nil {
			return usagef("%q is not a number", arg)
		}
		code := workwx.Code(n)
		info := codeInfo{Code: code, Meaning: code.Description(), Classes: classes(code), Advice: advice(code, ""),
			Link: fmt.Sprintf("https://open.work.weixin.qq.com/devtool/query?e=%d", n)}
		info.Known = info.Meaning != ""
		unknown = unknown || !info.Known
		list = append(list, info)
	}
	if a.json {
		err = writeJSON(a.stdout, list)
	} else {
		err = a.printCodes(list)
	}
	if err == nil && unknown {
		err = failedQuietly
	}
	return err
}

func (a *app) printCodes(list []codeInfo) error {
	for i, info := range list {
		if i > 0 {
			if err := a.printf("\n"); err != nil {
				return err
			}
		}
		meaning := info.Meaning
		if !info.Known {
			meaning = "not known to this version"
		}
		if err := a.fields([]string{"errcode", "meaning", "class", "advice", "more"},
			[]string{strconv.FormatInt(int64(info.Code), 10), meaning, strings.Join(info.Classes, ", "), info.Advice, info.Link}); err != nil {
			return err
		}
	}
	return nil
}
