package main

import (
	"database/sql"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func setUp(t *testing.T) (*workwxtest.Server, *syncer) {
	srv := workwxtest.NewServer(t)
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "contacts.db"))
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	s, err := newSyncer(t.Context(), srv.Client(), db)
	require.NoError(t, err)
	return srv, s
}

func (s *syncer) names(t *testing.T) (names []string) {
	rows, err := s.db.QueryContext(t.Context(), `SELECT name FROM members ORDER BY userid`)
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var name string
		require.NoError(t, rows.Scan(&name))
		names = append(names, name)
	}
	require.NoError(t, rows.Err())
	return names
}

func TestSync(t *testing.T) {
	srv, s := setUp(t)
	ctx := t.Context()
	rd, err := s.client.CreateDepartment(ctx, &workwx.CreateDepartmentRequest{Name: "R&D", ParentID: 1})
	require.NoError(t, err)
	for id, name := range map[string]string{"lisi": "李四", "wangwu": "王五"} {
		_, err := s.client.CreateUser(ctx, &workwx.CreateUserRequest{UserID: id, Name: name, Email: id + "@example.com", Department: []int64{1, rd}})
		require.NoError(t, err)
	}
	require.NoError(t, s.all(ctx))
	require.Equal(t, []string{"李四", "王五"}, s.names(t))

	// A failure half way leaves what was there.
	require.NoError(t, s.client.DeleteUser(ctx, "lisi"))
	srv.FailNext("/cgi-bin/user/list", workwx.CodeNoAPIPermission, 1)
	require.ErrorIs(t, s.all(ctx), workwx.CodeNoAPIPermission)
	require.Equal(t, []string{"李四", "王五"}, s.names(t))

	require.NoError(t, s.all(ctx))
	require.Equal(t, []string{"王五"}, s.names(t))
}

func TestEvents(t *testing.T) {
	srv, s := setUp(t)
	ctx := t.Context()
	h, err := s.handler(srv.CallbackToken(), srv.EncodingAESKey(), srv.CorpID())
	require.NoError(t, err)
	mounted := httptest.NewServer(h)
	defer mounted.Close()
	push := func(fields ...string) {
		_, err := srv.Push(ctx, mounted.URL, srv.EventXML("sys", "change_contact", fields...))
		require.NoError(t, err)
	}

	_, err = s.client.CreateUser(ctx, &workwx.CreateUserRequest{UserID: "lisi", Name: "李四", Email: "l@example.com", Department: []int64{1}})
	require.NoError(t, err)
	push("ChangeType", "create_user", "UserID", "lisi")
	require.Eventually(t, func() bool { return len(s.names(t)) == 1 }, 10*time.Second, 10*time.Millisecond)

	// What an event that comes late says does not matter.
	require.NoError(t, s.client.DeleteUser(ctx, "lisi"))
	push("ChangeType", "delete_user", "UserID", "lisi")
	push("ChangeType", "update_user", "UserID", "lisi", "Name", "李四四")
	require.NoError(t, h.Shutdown(ctx))
	require.Empty(t, s.names(t))
}
