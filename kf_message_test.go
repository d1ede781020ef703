package workwx

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKfMenuLimits(t *testing.T) {
	t.Parallel()
	click, text := KfMenuClick("id", "yes"), KfMenuText("or")
	items := func(clicks, texts int) KfMenu {
		return KfMenu{List: append(slices.Repeat([]KfMenuItem{click}, clicks), slices.Repeat([]KfMenuItem{text}, texts)...)}
	}
	item := func(i KfMenuItem) KfMenu { return KfMenu{List: []KfMenuItem{i}} }
	size := func(n int) string { return strings.Repeat("x", n) }
	for name, test := range map[string]struct {
		menu             KfMenu
		message, onEvent string // the field that is refused, "" if none is
	}{
		"empty":                {KfMenu{}, "msgmenu", "msgmenu"},
		"head":                 {KfMenu{HeadContent: size(1024)}, "", ""},
		"long head":            {KfMenu{HeadContent: size(1025)}, "head_content", "head_content"},
		"ten answers":          {items(10, 0), "", ""},
		"eleven answers":       {items(11, 0), "list", "list"},
		"as many as possible":  {items(10, 40), "", "list"},
		"too many":             {items(10, 41), "list", "list"},
		"without an id":        {item(KfMenuClick("", "yes")), "", ""},
		"long id":              {item(KfMenuClick(size(129), "yes")), "click.id", "click.id"},
		"nothing to answer":    {item(KfMenuClick("id", "")), "click.content", "click.content"},
		"long answer":          {item(KfMenuClick("id", size(129))), "click.content", "click.content"},
		"page":                 {item(KfMenuView("https://example.com", size(1024))), "", ""},
		"long page":            {item(KfMenuView("https://example.com", size(1025))), "view.content", "view.content"},
		"long mini program":    {item(KfMenuOpen("wx1", "a.html", size(1025))), "miniprogram.content", "miniprogram.content"},
		"long text":            {item(KfMenuText(size(257))), "text.content", "text.content"},
		"type of a later time": {item(KfMenuItem{Type: "later"}), "", ""},
	} {
		w := new(wire)
		c := wireClient(t, w)
		w.answer(`{"errcode":0,"msgid":"M1"}`, nil)
		check := func(field string, err error) {
			t.Helper()
			if field == "" {
				require.NoError(t, err, name)
				return
			}
			var refused *ArgumentError
			require.ErrorAs(t, err, &refused, name)
			require.Equal(t, field, refused.Field, name)
		}
		_, err := c.SendKfMenuMessage(t.Context(), "wm1", "kf1", test.menu)
		check(test.message, err)
		_, err = c.SendKfMenuMessageOnEvent(t.Context(), "code", test.menu)
		check(test.onEvent, err)
	}
}
