// Login is a web page that members open inside WeCom and that knows who they are.
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET, WORKWX_AGENT_ID and BASE_URL, its own address, from the
// environment. The host of BASE_URL is a trusted domain of the app.
package main

import (
	"crypto/rand"
	"errors"
	"html/template"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/go-workwx/workwx"
)

func main() {
	agentID, err := strconv.ParseInt(os.Getenv("WORKWX_AGENT_ID"), 10, 64)
	if err != nil {
		log.Fatal("WORKWX_AGENT_ID: ", err)
	}
	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"), workwx.WithAgentID(agentID))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Addr: ":8080", Handler: newSite(client, os.Getenv("BASE_URL")), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

type site struct {
	client  *workwx.Client
	baseURL string

	mu       sync.Mutex
	sessions map[string]string // user IDs; a real site keeps them in a database, and ends them some day
}

func newSite(client *workwx.Client, baseURL string) http.Handler {
	s := &site{client: client, baseURL: baseURL, sessions: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /login", s.login)
	mux.HandleFunc("GET /login/done", s.done)
	return mux
}

var page = template.Must(template.New("home").Parse(`<!doctype html><title>Home</title><h1>Hello, <span id="who">{{.}}</span></h1>`))

func (s *site) home(w http.ResponseWriter, r *http.Request) {
	userID := ""
	if cookie, err := r.Cookie("session"); err == nil {
		s.mu.Lock()
		userID = s.sessions[cookie.Value]
		s.mu.Unlock()
	}
	if userID == "" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	if err := page.Execute(w, userID); err != nil {
		log.Println(err)
	}
}

// login sends the browser to the platform. The state comes back with the answer, and shows that this
// browser has asked for it.
func (s *site) login(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	link, err := s.client.OAuth2URL(s.baseURL+"/login/done", state)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.setCookie(w, "state", state, 5*time.Minute)
	http.Redirect(w, r, link, http.StatusFound)
}

func (s *site) done(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("state")
	if err != nil || cookie.Value == "" || cookie.Value != r.FormValue("state") {
		http.Error(w, "This link is not yours, or is too old. Start again.", http.StatusBadRequest)
		return
	}
	s.setCookie(w, "state", "", -time.Second)
	visitor, err := s.client.GetAuthUserInfo(r.Context(), r.FormValue("code"))
	switch {
	case errors.Is(err, workwx.CodeInvalidOAuthCode), errors.Is(err, workwx.CodeOAuthCodeExpired), errors.Is(err, workwx.CodeOAuthCodeUsed):
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	case err != nil:
		log.Println(err)
		http.Error(w, "WeCom does not answer. Try again later.", http.StatusBadGateway)
		return
	case visitor.UserID == "":
		http.Error(w, "This page is for members only.", http.StatusForbidden)
		return
	}
	session := rand.Text()
	s.mu.Lock()
	s.sessions[session] = visitor.UserID
	s.mu.Unlock()
	s.setCookie(w, "session", session, 12*time.Hour)
	http.Redirect(w, r, "/", http.StatusFound)
}

func (s *site) setCookie(w http.ResponseWriter, name, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: int(age.Seconds()),
		HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode,
	})
}
