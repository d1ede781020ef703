package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

func TestUsers(t *testing.T) {
	b := newBench(t)
	require.Equal(t, ""+
		"USERID    NAME  DEPARTMENTS  POSITION  STATUS\n"+
		"zhangsan  张三  2            工程师    not activated\n"+
		"lisi      李四  2            -         not activated\n"+
		"wangwu    王五  3            -         not activated\n"+
		"zhaoliu   赵六  3            -         not activated\n", b.ok("user", "list"))
	require.Equal(t, "USERID  NAME  DEPARTMENTS  POSITION  STATUS\n", b.ok("user", "list", "--direct"), "nobody is in the root")
	require.Len(t, read[[]workwx.User](b, "user", "list", "--dept", "3"), 2)
	require.Equal(t, "USERID,DEPARTMENT\nzhangsan,2\nlisi,2\nwangwu,3\nzhaoliu,3\n", b.ok("user", "list", "--ids", "--format", "csv"))
	require.Contains(t, b.fails(exitUsage, "user", "list", "--ids", "--direct"), "leave --dept and --direct away")
	require.Contains(t, b.fails(exitUsage, "user", "list", "--format", "xml"), "table, csv, json")

	out := b.ok("user", "get", "zhangsan", "lisi")
	require.Contains(t, out, "position           工程师\n")
	require.Contains(t, out, "\n\nuserid             lisi\n")
	require.Equal(t, "李四", read[workwx.User](b, "user", "get", "lisi").Name)
	require.Len(t, read[[]workwx.User](b, "user", "get", "lisi", "wangwu"), 2)
	require.Contains(t, b.fails(exitRefused, "user", "get", "nobody"), "errcode 60111")
	b.fails(exitUsage, "user", "get")
	b.fails(exitUsage, "user", "list", "x")
}

// TestUsersInSeveralDepartments: each once, and none of a department that is not beneath.
func TestUsersInSeveralDepartments(t *testing.T) {
	b := newBench(t)
	_, err := b.srv.Client().CreateDepartment(t.Context(), &workwx.CreateDepartmentRequest{ID: 4, Name: "后端组", ParentID: 2})
	require.NoError(t, err)
	_, err = b.srv.Client().CreateUser(t.Context(), &workwx.CreateUserRequest{UserID: "both", Name: "both", Mobile: "13800000009", Department: []int64{2, 4}})
	require.NoError(t, err)
	var ids []string
	for _, u := range read[[]workwx.User](b, "user", "list", "--dept", "2") {
		ids = append(ids, u.UserID)
	}
	require.Equal(t, []string{"zhangsan", "lisi", "both"}, ids)
}

func TestExport(t *testing.T) {
	b := newBench(t)
	file := filepath.Join(t.TempDir(), "users.csv")
	require.Empty(t, b.ok("user", "export", "--bom", "-o", file))
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(text), "\ufeffuserid,name,"))
	if runtime.GOOS != "windows" {
		info, err := os.Stat(file)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "it holds the corp's data")
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 5)
	require.Equal(t, []string{"zhangsan", "张三", "", "", "13800000001"}, rows[1][:5])

	asked := len(b.srv.Requests())
	require.Contains(t, b.fails(exitUsage, "user", "export", "-o", file), "--force replaces it")
	require.Len(t, b.srv.Requests(), asked, "before anything is fetched")
	require.Contains(t, b.fails(exitUsage, "tag", "list", "-o", filepath.Join(t.TempDir(), "gone", "x.csv")), filepath.Join("gone", "x.csv")+": no such file")
	b.srv.FailNext("/cgi-bin/user/list", workwx.CodeResponseTooLarge, 1)
	require.Contains(t, b.fails(exitRefused, "user", "export", "-o", file, "--force"), "one department for example")
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, text, after, "a failure leaves the file alone")
	require.Len(t, read[[]workwx.Department](b, "dept", "export"), 3)
	require.Equal(t, "id,name,name_en,parentid,order,department_leader\n", b.ok("dept", "export", "--under", "2")[:49])
	require.Equal(t, "tag,kind,id,name\n值班,member,zhangsan,张三\n值班,member,wangwu,王五\n", b.ok("tag", "export"))
	require.Len(t, read[[]taggedList](b, "tag", "export")[0].UserList, 2)
}

func TestDepartments(t *testing.T) {
	b := newBench(t)
	require.Equal(t, ""+
		"ID  NAME          PARENT  LEADERS\n"+
		"1   Example Corp  0       -\n"+
		"2     研发部      1       -\n"+
		"3     市场部      1       -\n", b.ok("dept", "list"))
	require.Contains(t, b.ok("dept", "get", "2"), "研发部")
	require.Equal(t, "研发部", read[workwx.Department](b, "dept", "get", "2").Name)
	require.Contains(t, b.fails(exitUsage, "dept", "get", "x"), "positive number")
	require.Contains(t, b.fails(exitRefused, "dept", "get", "99"), "errcode 60")
	require.Contains(t, b.ok("dept", "list", "--under", "3"), "市场部")
}

func TestTree(t *testing.T) {
	t.Parallel()
	var got []string
	for d, depth := range tree([]*workwx.Department{
		{ID: 5, Name: "last", ParentID: 2, Order: 1}, {ID: 4, Name: "first", ParentID: 2, Order: 9},
		{ID: 2, Name: "top", ParentID: 1}, {ID: 7, Name: "a", ParentID: 8}, {ID: 8, Name: "b", ParentID: 7},
	}) {
		got = append(got, strings.Repeat(">", depth)+d.Name)
	}
	require.Equal(t, []string{"top", ">first", ">last", "a", ">b"}, got, "by order; a circle is shown once")
}

func TestTags(t *testing.T) {
	b := newBench(t)
	require.Equal(t, "ID  NAME\n1   值班\n", b.ok("tag", "list"))
	require.Equal(t, ""+
		"TAG   KIND    ID        NAME\n"+
		"值班  member  zhangsan  张三\n"+
		"值班  member  wangwu    王五\n", b.ok("tag", "get", "1"))
	require.Equal(t, "值班", read[workwx.ListTagUsersResponse](b, "tag", "get", "1").TagName)
	require.Contains(t, b.fails(exitRefused, "tag", "get", "9"), "errcode 40068")
	require.Equal(t, []workwx.Tag{{TagID: 1, TagName: "值班"}}, read[[]workwx.Tag](b, "tag", "list"))
}

// TestNamesCannotSteerTheTerminal: what members write about themselves is data.
func TestNamesCannotSteerTheTerminal(t *testing.T) {
	b := newBench(t)
	b.srv.RespondJSON("/cgi-bin/user/get", `{"errcode":0,"userid":"x","name":"a\u001b]0;evil\u0007\nb\u202ec","position":"\u009b31m"}`)
	out := b.ok("user", "get", "x")
	require.Contains(t, out, "a]0;evil bc")
	for _, r := range out {
		require.True(t, r == '\n' || r >= ' ' && (r < 0x7f || r > 0x9f) && r != 0x202e, "%U", r)
	}
}

func TestDisplayWidth(t *testing.T) {
	t.Parallel()
	for text, width := range map[string]int{
		"": 0, "abc": 3, "张三": 4, "ａ": 2, "é": 1, "e\u0301": 1, "한국": 4, "カナ": 4, "ｶﾅ": 2, "🎉": 2, "a\u200bb": 2, "「」": 4, "…": 1, "𠀀": 2,
	} {
		require.Equal(t, width, displayWidth(text), "%q", text)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"text"}, nearest("txet", []string{"text", "video", "news"}, 1))
	require.Empty(t, nearest("completely-different", []string{"text"}, 3))
	require.Equal(t, 3, distance("kitten", "sitting"))
	require.Equal(t, 0, distance("", ""))
	require.Equal(t, 4, distance("", "four"))
}
