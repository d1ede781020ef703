package workwx

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// meaningLine is a line of errorMeanings, taken apart without the search that is under test.
type meaningLine struct {
	code           Code
	meaning, gloss string
}

func meaningLines(t *testing.T) []meaningLine {
	t.Helper()
	require.True(t, strings.HasSuffix(errorMeanings, "\n"))
	var lines []meaningLine
	for line := range strings.Lines(errorMeanings) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Contains(t, []int{2, 3}, len(fields), "%q", line)
		n, err := strconv.ParseInt(fields[0], 10, 64)
		require.NoError(t, err, "%q", line)
		require.Equal(t, strconv.FormatInt(n, 10), fields[0])
		l := meaningLine{code: Code(n), meaning: fields[1]}
		if len(fields) == 3 {
			l.gloss = fields[2]
			require.NotEmpty(t, l.gloss, "%q", line)
		}
		lines = append(lines, l)
	}
	return lines
}

func TestErrorMeaningsAreSortedAndComplete(t *testing.T) {
	t.Parallel()
	lines := meaningLines(t)
	require.GreaterOrEqual(t, len(lines), 1627)
	for i, l := range lines {
		require.NotEmpty(t, l.meaning, "code %d", l.code)
		require.Equal(t, strings.TrimSpace(l.meaning), l.meaning, "code %d", l.code)
		require.True(t, strings.ContainsFunc(l.meaning, func(r rune) bool { return unicode.Is(unicode.Han, r) }),
			"code %d: %q is not Chinese", l.code, l.meaning)
		require.Equal(t, strings.TrimSpace(l.gloss), l.gloss, "code %d", l.code)
		require.False(t, strings.ContainsFunc(l.gloss, func(r rune) bool { return r > unicode.MaxASCII }),
			"code %d: %q is not English", l.code, l.gloss)
		if i > 0 {
			require.Less(t, lines[i-1].code, l.code, "out of order or twice")
		}
	}
}

func TestCodeDescriptionFindsEveryCode(t *testing.T) {
	t.Parallel()
	lines := meaningLines(t)
	known := make(map[Code]bool, len(lines))
	for _, l := range lines {
		known[l.code] = true
		want := l.meaning
		if l.gloss != "" {
			want += " (" + l.gloss + ")"
		}
		require.Equal(t, want, l.code.Description())
		require.Equal(t, l.gloss, l.code.Gloss())
	}
	for _, l := range lines {
		for _, neighbour := range []Code{l.code - 1, l.code + 1} {
			if !known[neighbour] {
				require.Empty(t, neighbour.Description(), "code %d", neighbour)
				require.Empty(t, neighbour.Gloss(), "code %d", neighbour)
			}
		}
	}
}

func TestCodeDescription(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		code        Code
		description string
		gloss       string
	}{
		{-1, "服务端繁忙，稍后可重试 (system busy, try again)", "system busy, try again"}, // the first
		{0, "成功 (ok)", "ok"},
		{60111, "成员不存在 (no such member)", "no such member"},
		{84110, "新装应用不在试用中，不能升级到付费版", ""},
		{301069, "所给 userid 没有对应成员 (no member with this user ID)", "no member with this user ID"},
		{2543337, "数据还在加载，稍后可重试 (data loading, try again later)", "data loading, try again later"}, // the last
		{-2, "", ""},
		{1, "", ""},
		{45011, "", ""},
		{99999999, "", ""},
		{math.MinInt64, "", ""},
		{math.MaxInt64, "", ""},
	} {
		require.Equal(t, tt.description, tt.code.Description(), "code %d", tt.code)
		require.Equal(t, tt.gloss, tt.code.Gloss(), "code %d", tt.code)
	}
}

func TestCodeGlossDoesNotAllocate(t *testing.T) {
	require.Zero(t, testing.AllocsPerRun(100, func() { _ = CodeUserNotFound.Gloss() }))
}

// codeConstants reads the names, numbers and comments of the exported Code constants out of errcodes.go.
func codeConstants(t *testing.T) (names []string, codes []Code) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "errcodes.go", nil, parser.ParseComments)
	require.NoError(t, err)
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		require.NotEqual(t, token.VAR, gen.Tok, "the file holds no variable")
		if gen.Tok != token.CONST {
			continue
		}
		for _, spec := range gen.Specs {
			value := spec.(*ast.ValueSpec)
			if kind, ok := value.Type.(*ast.Ident); !ok || kind.Name != "Code" {
				continue
			}
			require.Len(t, value.Names, 1)
			name := value.Names[0].Name
			number := value.Values[0]
			sign := ""
			if minus, ok := number.(*ast.UnaryExpr); ok {
				sign, number = minus.Op.String(), minus.X
			}
			n, err := strconv.ParseInt(sign+number.(*ast.BasicLit).Value, 10, 64)
			require.NoError(t, err, name)
			require.Regexp(t, `^Code[A-Z]`, name)
			require.NotEmpty(t, strings.TrimSpace(value.Comment.Text()), "%s has no comment", name)
			names, codes = append(names, name), append(codes, Code(n))
		}
	}
	return names, codes
}

func TestCodeConstantsHaveMeanings(t *testing.T) {
	t.Parallel()
	names, codes := codeConstants(t)
	require.GreaterOrEqual(t, len(codes), 150)
	seen := make(map[Code]string, len(codes))
	for i, code := range codes {
		require.NotEmpty(t, code.Description(), names[i])
		require.NotEmpty(t, code.Gloss(), names[i])
		require.Empty(t, seen[code], "%s has the number of another", names[i])
		seen[code] = names[i]
	}
}

func TestCodeConstantsKeepTheirNumbers(t *testing.T) {
	t.Parallel()
	for code, number := range map[Code]int64{
		CodeOK:                       0,
		CodeSystemBusy:               -1,
		CodeInvalidSecret:            40001,
		CodeInvalidUserID:            40003,
		CodeInvalidMediaID:           40007,
		CodeInvalidCorpID:            40013,
		CodeInvalidAccessToken:       40014,
		CodeAccessTokenExpired:       42001,
		CodeRateLimited:              45009,
		CodeIPNotAllowed:             60020,
		CodeUserNotFound:             60111,
		CodeAllRecipientsInvalid:     81013,
		CodeCustomerRelationNotFound: 84061,
		CodeInvalidWebhookURL:        93000,
	} {
		require.EqualValues(t, number, code)
	}
}

func TestCodeClasses(t *testing.T) {
	t.Parallel()
	_, codes := codeConstants(t)
	for _, tt := range []struct {
		name string
		is   func(Code) bool
		in   []Code
		out  []Code
		all  int // how many codes belong, or 0 when in holds only some of them
	}{
		{name: "IsTokenInvalid", is: Code.IsTokenInvalid, in: []Code{40014, 42001}, out: []Code{40082, 42009, 41001, 40001}, all: 2},
		{name: "IsSuiteTokenInvalid", is: Code.IsSuiteTokenInvalid, in: []Code{40082, 42009}, out: []Code{40014, 42001, 40085}, all: 2},
		{name: "IsDeviceTokenInvalid", is: Code.IsDeviceTokenInvalid, in: []Code{40106, 42021, 710400, 710401}, out: []Code{40014, 42001, 710402, 710403}, all: 4},
		{name: "IsBusy", is: Code.IsBusy, in: []Code{-1, 6000}, out: []Code{45009, 45035, 1}, all: 2},
		{
			name: "IsCredentialInvalid", is: Code.IsCredentialInvalid,
			in:  []Code{40001, 40091, 45031, 40013, 2000002, 41002, 41004, 40080, 40083, 41024, 48003, 853000},
			out: []Code{40014, 42001, 40084, 40085, 60020},
			all: 12,
		},
		{
			name: "IsIPNotAllowed", is: Code.IsIPNotAllowed,
			in:  []Code{60020, 301042, 48009, 840002, 90308},
			out: []Code{48010, 48002, 85007},
			all: 5,
		},
		{
			name: "IsRateLimited", is: Code.IsRateLimited,
			in:  []Code{45009, 45033, 45035, 45036, 90313, 640019, 640035, 701134, 846607, 2010003, 2023032, 2400007},
			out: []Code{-1, 45001, 45011, 95001, 95002},
			all: 12,
		},
		{
			name: "IsPermissionDenied", is: Code.IsPermissionDenied,
			in:  []Code{48001, 48002, 48006, 48009, 50002, 50003, 60011, 60021, 81011, 92002, 301002, 400304, 710726, 2400006},
			out: []Code{48004, 48005, 48010, 50001, 60020, 60111, 84061},
		},
		{
			name: "IsNotFound", is: Code.IsNotFound,
			in:  []Code{40050, 40068, 40088, 46004, 60003, 60111, 60123, 84061, 86003, 95004, 640003, 2022004, 2400003},
			out: []Code{40003, 60102, 60008, 81013, 86001, 95000},
		},
		{
			name: "IsKfUndeliverable", is: Code.IsKfUndeliverable,
			in:  []Code{41050, 95001, 95002, 95013, 95018, 95031, 95033},
			out: []Code{-1, 45009, 48007, 95000, 95004, 95007, 95016, 95017, 95019},
			all: 7,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, code := range tt.in {
				require.True(t, tt.is(code), "code %d", code)
			}
			for _, code := range append(tt.out, CodeOK, 1, -2, math.MaxInt64) {
				require.False(t, tt.is(code), "code %d", code)
			}
			members := 0
			for _, l := range meaningLines(t) {
				if !tt.is(l.code) {
					continue
				}
				members++
				require.True(t, slices.Contains(codes, l.code), "code %d belongs but has no name", l.code)
			}
			if tt.all > 0 {
				require.Equal(t, tt.all, members)
			}
		})
	}
}

// The doc comment of a class lists exactly the codes that belong.
func TestCodeClassCommentsListTheirCodes(t *testing.T) {
	t.Parallel()
	classes := map[string]func(Code) bool{
		"IsTokenInvalid":       Code.IsTokenInvalid,
		"IsSuiteTokenInvalid":  Code.IsSuiteTokenInvalid,
		"IsDeviceTokenInvalid": Code.IsDeviceTokenInvalid,
		"IsCredentialInvalid":  Code.IsCredentialInvalid,
		"IsIPNotAllowed":       Code.IsIPNotAllowed,
		"IsRateLimited":        Code.IsRateLimited,
		"IsBusy":               Code.IsBusy,
		"IsPermissionDenied":   Code.IsPermissionDenied,
		"IsNotFound":           Code.IsNotFound,
		"IsKfUndeliverable":    Code.IsKfUndeliverable,
	}
	notMembers := map[string][]Code{"IsRateLimited": {95001}, "IsNotFound": {40003}} // named as exceptions
	file, err := parser.ParseFile(token.NewFileSet(), "errcodes.go", nil, parser.ParseComments)
	require.NoError(t, err)
	checked := 0
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || !strings.HasPrefix(fn.Name.Name, "Is") {
			continue
		}
		is, ok := classes[fn.Name.Name]
		require.True(t, ok, "%s is not tested", fn.Name.Name)
		checked++
		var listed []Code
		for _, word := range strings.FieldsFunc(fn.Doc.Text(), func(r rune) bool { return r != '-' && !unicode.IsDigit(r) }) {
			if n, err := strconv.ParseInt(word, 10, 64); err == nil && !slices.Contains(notMembers[fn.Name.Name], Code(n)) {
				listed = append(listed, Code(n))
			}
		}
		var want []Code
		for _, l := range meaningLines(t) {
			if is(l.code) {
				want = append(want, l.code)
			}
		}
		slices.Sort(listed)
		require.Equal(t, want, slices.Compact(listed), fn.Name.Name)
	}
	require.Equal(t, len(classes), checked)
}
