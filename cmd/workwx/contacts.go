package main

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

const contactsAbout = `The app sees what its 可见范围 (visible range) covers. Mobile numbers, addresses
and the like come only with the secret of 通讯录同步 or of an app created before
June 20, 2022.`

// formats of tables.
var formats = []string{"table", "csv", "json"}

func listFlags(format string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Value: format, Usage: "the `FORMAT`: table, csv or json"},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`", TakesFile: true},
		&cli.BoolFlag{Name: "force", Usage: "replace a file that exists"},
		&cli.BoolFlag{Name: "bom", Usage: "begin CSV with a byte order mark, which Excel needs for Chinese"},
	}
}

// listing makes an action of a func that ends with list. What would keep list from writing is told before
// anything is fetched.
func (a *app) listing(f func(context.Context, *cli.Command) error) cli.ActionFunc {
	return a.bounded(func(ctx context.Context, c *cli.Command) error {
		if !slices.Contains(formats, c.String("format")) {
			return usagef("--format is one of %s", strings.Join(formats, ", "))
		}
		if name := c.String("output"); name != "" && name != "-" && !c.Bool("force") {
			if err := mustNotExist(name); err != nil {
				return err
			}
		}
		return f(ctx, c)
	})
}

// list prints a table, or its items as JSON.
func (a *app) list(c *cli.Command, t *table, items any) error {
	format := c.String("format")
	if a.json {
		format = "json"
	}
	var write func(io.Writer) error
	switch format {
	case "csv":
		write = func(w io.Writer) error {
			if c.Bool("bom") {
				if _, err := io.WriteString(w, "\ufeff"); err != nil {
					return err
				}
			}
			return t.writeCSV(w)
		}
	case "json":
		write = func(w io.Writer) error { return writeJSON(w, items) }
	default:
		write = t.write
	}
	if name := c.String("output"); name != "" && name != "-" {
		return writeFile(name, c.Bool("force"), write)
	}
	return write(a.stdout)
}

func (a *app) userCommand() *cli.Command {
	return &cli.Command{
		Name: "user", Usage: "read members", Category: groupCorp, Description: contactsAbout,
		Commands: []*cli.Command{
			{Name: "get", Usage: "show members", ArgsUsage: "USERID …", Action: a.bounded(a.getUsers)},
			{Name: "list", Usage: "list the members of a department and of those beneath it",
				Flags: append(listFlags("table"),
					&cli.Int64Flag{Name: "dept", Value: 1, Usage: "the department with this `ID`"},
					&cli.BoolFlag{Name: "direct", Usage: "leave out the departments beneath it"},
					&cli.BoolFlag{Name: "ids", Usage: "list user IDs and departments of the whole corp only, which the secret of 通讯录同步 may do from any address"}),
				Action: a.listing(a.listUsers)},
			{Name: "export", Usage: "write all members with all fields, as CSV",
				Flags:  append(listFlags("csv"), &cli.Int64Flag{Name: "dept", Value: 1, Usage: "the department with this `ID`, and those beneath it"}),
				Action: a.listing(a.exportUsers)},
		},
	}
}

func (a *app) getUsers(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, -1)
	if err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	var users []*workwx.User
	for _, id := range args {
		u, err := client.GetUser(ctx, id)
		if err != nil {
			return err
		}
		users = append(users, u)
	}
	if a.json && len(users) == 1 {
		return writeJSON(a.stdout, users[0])
	}
	if a.json {
		return writeJSON(a.stdout, users)
	}
	for i, u := range users {
		if i > 0 {
			if err := a.printf("\n"); err != nil {
				return err
			}
		}
		if err := a.fields(userHeader(), userRow(u)); err != nil {
			return err
		}
	}
	return nil
}

// fields prints one thing, a line for each field that is not empty.
func (a *app) fields(names, values []string) error {
	width := 0
	for _, n := range names {
		width = max(width, displayWidth(n))
	}
	for i, n := range names {
		if values[i] == "" {
			continue
		}
		if err := a.printf("%s%s  %s\n", n, strings.Repeat(" ", width-displayWidth(n)), printable(values[i])); err != nil {
			return err
		}
	}
	return nil
}

func userHeader() []string {
	return []string{"userid", "name", "english_name", "alias", "mobile", "telephone", "email", "biz_mail", "gender", "position", "department",
		"main_department", "is_leader_in_dept", "direct_leader", "address", "status", "external_position", "extattr"}
}

func userRow(u *workwx.User) []string {
	var attrs []string
	for _, attr := range u.ExtAttr.Attrs {
		value := attr.Text.Value
		if attr.Type == workwx.AttrTypeWeb {
			value = attr.Web.URL
		}
		attrs = append(attrs, attr.Name+"="+value)
	}
	return []string{u.UserID, u.Name, u.EnglishName, u.Alias, u.Mobile, u.Telephone, u.Email, u.BizMail, gender(u.Gender), u.Position, formatIDs(u.Department),
		optionalID(u.MainDepartment), formatIDs(u.IsLeaderInDept), strings.Join(u.DirectLeader, ","), u.Address, userStatus(u.Status), u.ExternalPosition, strings.Join(attrs, "; ")}
}

func optionalID(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func gender(g workwx.Gender) string {
	switch g {
	case workwx.GenderMale:
		return "male"
	case workwx.GenderFemale:
		return "female"
	}
	return ""
}

func userStatus(s workwx.UserStatus) string {
	switch s {
	case workwx.UserStatusActive:
		return "active"
	case workwx.UserStatusDisabled:
		return "disabled"
	case workwx.UserStatusNotActivated:
		return "not activated"
	case workwx.UserStatusLeft:
		return "left"
	case 0:
		return ""
	}
	return strconv.FormatInt(int64(s), 10)
}

func (a *app) listUsers(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	if c.Bool("ids") {
		if c.IsSet("dept") || c.Bool("direct") {
			return usagef("--ids lists the whole corp: leave --dept and --direct away")
		}
		return a.listUserIDs(ctx, c, client)
	}
	users, err := departmentUsers(ctx, client, c.Int64("dept"), !c.Bool("direct"))
	if err != nil {
		return err
	}
	t := table{header: []string{"USERID", "NAME", "DEPARTMENTS", "POSITION", "STATUS"}}
	for _, u := range users {
		t.add(u.UserID, u.Name, formatIDs(u.Department), u.Position, userStatus(u.Status))
	}
	return a.list(c, &t, users)
}

func (a *app) listUserIDs(ctx context.Context, c *cli.Command, client *workwx.Client) error {
	t := table{header: []string{"USERID", "DEPARTMENT"}}
	ids := []*workwx.DeptUser{}
	for u, err := range client.AllUserIDs(ctx, &workwx.ListUserIDsRequest{Limit: 10000}) {
		if err != nil {
			return err
		}
		ids = append(ids, u)
		t.add(u.UserID, strconv.FormatInt(u.Department, 10))
	}
	return a.list(c, &t, ids)
}

// departmentUsers returns the members of a department and, if beneath is set, of those beneath it, each
// once. It asks for each department by itself, as the platform refuses answers that are too large.
func departmentUsers(ctx context.Context, client *workwx.Client, id int64, beneath bool) ([]*workwx.User, error) {
	ids := []int64{id}
	if beneath {
		departments, err := client.ListSimpleDepartments(ctx, &workwx.ListSimpleDepartmentsRequest{ID: id})
		if err != nil {
			return nil, err
		}
		for _, d := range departments {
			if d.ID != id {
				ids = append(ids, d.ID)
			}
		}
	}
	users, seen := []*workwx.User{}, map[string]bool{}
	for _, id := range ids {
		list, err := client.ListUsers(ctx, &workwx.ListUsersRequest{DepartmentID: id})
		if err != nil {
			return nil, err
		}
		for _, u := range list {
			if !seen[u.UserID] {
				seen[u.UserID] = true
				users = append(users, u)
			}
		}
	}
	return users, nil
}

func (a *app) exportUsers(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	users, err := departmentUsers(ctx, client, c.Int64("dept"), true)
	if err != nil {
		return err
	}
	t := table{header: userHeader()}
	for _, u := range users {
		t.add(userRow(u)...)
	}
	return a.list(c, &t, users)
}

func (a *app) deptCommand() *cli.Command {
	under := &cli.Int64Flag{Name: "under", Usage: "the department with this `ID`, and those beneath it", HideDefault: true}
	return &cli.Command{
		Name: "dept", Usage: "read departments", Category: groupCorp, Description: contactsAbout,
		Commands: []*cli.Command{
			{Name: "get", Usage: "show a department", ArgsUsage: "ID", Action: a.bounded(a.getDepartment)},
			{Name: "list", Usage: "list the departments as a tree", Flags: append(listFlags("table"), under), Action: a.listing(a.listDepartments)},
			{Name: "export", Usage: "write all departments, as CSV", Flags: append(listFlags("csv"), under), Action: a.listing(a.listDepartments)},
		},
	}
}

func (a *app) getDepartment(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	id, err := parseID("dept get", args[0])
	if err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	d, err := client.GetDepartment(ctx, id)
	if err != nil {
		return err
	}
	if d == nil { // which the platform never answered yet
		d = &workwx.Department{}
	}
	if a.json {
		return writeJSON(a.stdout, d)
	}
	return a.fields(departmentHeader(), departmentRow(d))
}

func departmentHeader() []string {
	return []string{"id", "name", "name_en", "parentid", "order", "department_leader"}
}

func departmentRow(d *workwx.Department) []string {
	return []string{optionalID(d.ID), d.Name, d.NameEn, strconv.FormatInt(d.ParentID, 10), strconv.FormatInt(d.Order, 10), strings.Join(d.DepartmentLeader, ",")}
}

func (a *app) listDepartments(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	list, err := client.ListDepartments(ctx, &workwx.ListDepartmentsRequest{ID: c.Int64("under")})
	if err != nil {
		return err
	}
	if list == nil {
		list = []*workwx.Department{}
	}
	if c.Name == "export" {
		t := table{header: departmentHeader()}
		for _, d := range list {
			t.add(departmentRow(d)...)
		}
		return a.list(c, &t, list)
	}
	t := table{header: []string{"ID", "NAME", "PARENT", "LEADERS"}}
	for d, depth := range tree(list) {
		t.add(optionalID(d.ID), strings.Repeat("  ", depth)+d.Name, strconv.FormatInt(d.ParentID, 10), strings.Join(d.DepartmentLeader, ", "))
	}
	return a.list(c, &t, list)
}

// tree ranges over departments in the order of the tree, each with its depth. A department whose parent
// is not visible is at the top; so is one whose parents lead in a circle.
func tree(list []*workwx.Department) func(yield func(*workwx.Department, int) bool) {
	present := map[int64]bool{}
	for _, d := range list {
		present[d.ID] = true
	}
	children := map[int64][]*workwx.Department{}
	var tops []*workwx.Department
	for _, d := range list {
		if present[d.ParentID] && d.ParentID != d.ID {
			children[d.ParentID] = append(children[d.ParentID], d)
		} else {
			tops = append(tops, d)
		}
	}
	for _, c := range children {
		slices.SortStableFunc(c, func(a, b *workwx.Department) int { return int(min(max(b.Order-a.Order, -1), 1)) })
	}
	return func(yield func(*workwx.Department, int) bool) {
		seen := map[int64]bool{}
		var walk func(d *workwx.Department, depth int) bool
		walk = func(d *workwx.Department, depth int) bool {
			if seen[d.ID] {
				return true
			}
			seen[d.ID] = true
			if !yield(d, depth) {
				return false
			}
			for _, c := range children[d.ID] {
				if !walk(c, depth+1) {
					return false
				}
			}
			return true
		}
		for _, d := range append(tops, list...) {
			if !walk(d, 0) {
				return
			}
		}
	}
}

func (a *app) tagCommand() *cli.Command {
	return &cli.Command{
		Name: "tag", Usage: "read the tags of the contacts", Category: groupCorp, Description: contactsAbout,
		Commands: []*cli.Command{
			{Name: "get", Usage: "show who has a tag", ArgsUsage: "ID", Flags: listFlags("table"), Action: a.listing(a.getTag)},
			{Name: "list", Usage: "list the tags", Flags: listFlags("table"), Action: a.listing(a.listTags)},
			{Name: "export", Usage: "write who has which tag, as CSV", Flags: listFlags("csv"), Action: a.listing(a.exportTags)},
		},
	}
}

func (a *app) getTag(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	id, err := parseID("tag get", args[0])
	if err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	r, err := client.ListTagUsers(ctx, id)
	if err != nil {
		return err
	}
	t := table{header: []string{"TAG", "KIND", "ID", "NAME"}}
	addTagged(&t, r.TagName, r)
	return a.list(c, &t, r)
}

// addTagged adds a row for each member and department that has a tag.
func addTagged(t *table, tag string, r *workwx.ListTagUsersResponse) {
	for _, u := range r.UserList {
		t.add(tag, "member", u.UserID, u.Name)
	}
	for _, id := range r.PartyList {
		t.add(tag, "department", strconv.FormatInt(id, 10), "")
	}
}

func (a *app) listTags(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	tags, err := client.ListTags(ctx)
	if err != nil {
		return err
	}
	if tags == nil {
		tags = []*workwx.Tag{}
	}
	t := table{header: []string{"ID", "NAME"}}
	for _, tag := range tags {
		t.add(strconv.FormatInt(tag.TagID, 10), tag.TagName)
	}
	return a.list(c, &t, tags)
}

// taggedList is a tag and who has it, as --json prints it.
type taggedList struct {
	TagID     int64            `json:"tagid"`
	TagName   string           `json:"tagname"`
	UserList  []workwx.TagUser `json:"userlist"`
	PartyList []int64          `json:"partylist"`
}

func (a *app) exportTags(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	tags, err := client.ListTags(ctx)
	if err != nil {
		return err
	}
	t := table{header: []string{"tag", "kind", "id", "name"}}
	all := []taggedList{}
	for _, tag := range tags {
		r, err := client.ListTagUsers(ctx, tag.TagID)
		if err != nil {
			return err
		}
		all = append(all, taggedList{tag.TagID, tag.TagName, r.UserList, r.PartyList})
		addTagged(&t, tag.TagName, r)
	}
	return a.list(c, &t, all)
}
