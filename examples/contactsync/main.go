// Contactsync keeps a copy of the members of a corp in a local SQLite database: all of them once a day,
// and each one that the platform reports as changed in between.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_CALLBACK_TOKEN and WORKWX_CALLBACK_AES_KEY from the
// environment. The callback URL is that of this server with the path /wecom.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	_ "modernc.org/sqlite"

	"github.com/go-workwx/workwx"
)

func main() {
	db, err := sql.Open("sqlite", "contacts.db")
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	s, err := newSyncer(ctx, client, db)
	if err != nil {
		log.Fatal(err)
	}
	h, err := s.handler(os.Getenv("WORKWX_CALLBACK_TOKEN"), os.Getenv("WORKWX_CALLBACK_AES_KEY"), os.Getenv("WORKWX_CORP_ID"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			if err := s.all(ctx); err != nil {
				log.Println("sync:", err)
			}
			time.Sleep(24 * time.Hour)
		}
	}()
	mux := http.NewServeMux()
	mux.Handle("/wecom", h)
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

type syncer struct {
	client *workwx.Client
	db     *sql.DB
}

func newSyncer(ctx context.Context, client *workwx.Client, db *sql.DB) (*syncer, error) {
	db.SetMaxOpenConns(1) // SQLite has one writer
	_, err := db.ExecContext(ctx, `
		CREATE TABLE IF NOT EXISTS departments (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL);
		CREATE TABLE IF NOT EXISTS members (userid TEXT PRIMARY KEY, name TEXT NOT NULL, position TEXT NOT NULL, department INTEGER NOT NULL)`)
	return &syncer{client: client, db: db}, err
}

// all replaces the whole copy in one transaction, so that a failure on the way leaves the old one.
func (s *syncer) all(ctx context.Context) error {
	departments, err := s.client.ListDepartments(ctx, nil)
	if err != nil {
		return err
	}
	members := map[string]*workwx.User{} // a member of several departments is listed in each
	for _, d := range departments {
		users, err := s.client.ListUsers(ctx, &workwx.ListUsersRequest{DepartmentID: d.ID})
		if err != nil {
			return err
		}
		for _, u := range users {
			members[u.UserID] = u
		}
	}

	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `DELETE FROM departments; DELETE FROM members`); err != nil {
		return err
	}
	for _, d := range departments {
		if _, err := tx.ExecContext(ctx, `INSERT INTO departments VALUES (?, ?, ?)`, d.ID, d.ParentID, d.Name); err != nil {
			return err
		}
	}
	for _, u := range members {
		if err := save(ctx, tx, u); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// executor is a database or a transaction.
type executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func save(ctx context.Context, db executor, u *workwx.User) error {
	_, err := db.ExecContext(ctx, `INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?)`, u.UserID, u.Name, u.Position, u.MainDepartment)
	return err
}

// one fetches one member anew. An event says which fields changed, but events may come late, twice or in
// another order; the platform's present state is always right.
func (s *syncer) one(ctx context.Context, userID string) error {
	u, err := s.client.GetUser(ctx, userID)
	if errors.Is(err, workwx.CodeUserNotFound) {
		_, err = s.db.ExecContext(ctx, `DELETE FROM members WHERE userid = ?`, userID)
		return err
	}
	if err != nil {
		return err
	}
	return save(ctx, s.db, u)
}

func (s *syncer) handler(token, aesKey, corpID string) (*workwx.CallbackHandler, error) {
	// Acknowledge first: fetching a member may take longer than the platform waits.
	h, err := workwx.NewCallbackHandler(token, aesKey, corpID, nil, workwx.WithAsync(4, 1024))
	if err != nil {
		return nil, err
	}
	workwx.On(h, func(ctx context.Context, ev *workwx.CreateUserEvent) (workwx.Reply, error) {
		return nil, s.one(ctx, ev.UserID)
	})
	workwx.On(h, func(ctx context.Context, ev *workwx.UpdateUserEvent) (workwx.Reply, error) {
		err := s.one(ctx, ev.UserID)
		if ev.NewUserID != "" {
			err = errors.Join(err, s.one(ctx, ev.NewUserID))
		}
		return nil, err
	})
	workwx.On(h, func(ctx context.Context, ev *workwx.DeleteUserEvent) (workwx.Reply, error) {
		return nil, s.one(ctx, ev.UserID)
	})
	return h, nil
}
