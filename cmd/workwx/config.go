package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/go-workwx/workwx"
)

// profile is an app of a corp, a group robot, or both.
type profile struct {
	CorpID            string `json:"corp_id,omitzero"`
	CorpSecret        string `json:"corp_secret,omitzero"`
	AgentID           int64  `json:"agent_id,omitzero"`
	UserID            string `json:"user_id,omitzero"` // who "--to me" is
	BaseURL           string `json:"base_url,omitzero"`
	Webhook           string `json:"webhook,omitzero"` // key or URL
	CallbackToken     string `json:"callback_token,omitzero"`
	CallbackAESKey    string `json:"callback_aes_key,omitzero"`
	CallbackReceiveID string `json:"callback_receive_id,omitzero"` // CorpID if empty
}

// config is the file of profiles.
type config struct {
	Current  string              `json:"current,omitzero"` // the profile that is used by default
	Profiles map[string]*profile `json:"profiles"`
}

func (c *config) names() []string {
	var names []string
	for name := range c.Profiles {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// configPath returns where the profiles are.
func (a *app) configPath() (string, error) {
	if path := a.env["WORKWX_CONFIG"]; path != "" {
		return path, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", usagef("there is no directory for configuration (%v); set WORKWX_CONFIG to a file", err)
	}
	return filepath.Join(dir, "workwx", "config.json"), nil
}

// loadConfig reads the profiles; none if there is no file. A file that others may read is refused, as it
// holds secrets.
func (a *app) loadConfig() (*config, error) {
	c := &config{Profiles: map[string]*profile{}}
	path, err := a.configPath()
	if err != nil {
		return c, nil // nothing is stored where there is no place for it; environment variables do
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if mode := info.Mode().Perm(); runtime.GOOS != "windows" && mode&0o077 != 0 {
		return nil, usagef("%s holds secrets, and its mode %04o lets others read it: chmod 600 %s", path, mode, path)
	}
	text, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(c); err != nil {
		return nil, usagef("%s cannot be read: %s", path, jsonProblem(err)) // the text of err may hold a value
	}
	for name, p := range c.Profiles {
		if p == nil {
			delete(c.Profiles, name)
			continue
		}
		a.keepSecret(p.secrets()...)
	}
	return c, nil
}

// jsonProblem says what is wrong with JSON without repeating any of it.
func jsonProblem(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("the JSON is wrong at byte %d", syntax.Offset)
	case errors.As(err, &kind):
		return fmt.Sprintf("%s must be a %s", kind.Field, kind.Type)
	case strings.HasPrefix(err.Error(), "json: unknown field"):
		return strings.TrimPrefix(err.Error(), "json: ")
	}
	return "the JSON is incomplete"
}

func (a *app) saveConfig(c *config) error {
	path, err := a.configPath()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return writeFile(path, true, func(w io.Writer) error { return writeJSON(w, c) })
}

func (p *profile) secrets() []string {
	list := []string{p.CorpSecret, p.Webhook, p.CallbackToken, p.CallbackAESKey}
	if _, key, ok := strings.Cut(p.Webhook, "key="); ok {
		list = append(list, key)
	}
	return list
}

// settings are what a command works with: a profile, and where its values come from.
type settings struct {
	profile
	name string // of the profile; "" if there is none
	env  bool   // some values come from environment variables
}

// settings finds out what to work with. With --profile it is that profile and nothing else; otherwise
// environment variables come before WORKWX_PROFILE or the current profile, value by value.
func (a *app) settings() (*settings, error) {
	s := &settings{name: a.profile}
	c, err := a.loadConfig()
	if err != nil {
		return nil, err
	}
	if s.name == "" {
		s.name = a.env["WORKWX_PROFILE"]
	}
	chosen := s.name != ""
	if !chosen {
		s.name = c.Current
	}
	if s.name != "" {
		p := c.Profiles[s.name]
		if p == nil && chosen {
			return nil, usagef("there is no profile %q%s; workwx profile list shows them", s.name, didYouMean(s.name, c.names()))
		}
		if p == nil {
			s.name = ""
		} else {
			s.profile = *p
		}
	}
	if a.profile == "" {
		if err := s.fromEnvironment(a.env); err != nil {
			return nil, err
		}
	}
	a.keepSecret(s.secrets()...)
	return s, nil
}

func (s *settings) fromEnvironment(env map[string]string) error {
	for name, to := range map[string]*string{
		"WORKWX_CORP_ID":             &s.CorpID,
		"WORKWX_CORP_SECRET":         &s.CorpSecret,
		"WORKWX_USER_ID":             &s.UserID,
		"WORKWX_BASE_URL":            &s.BaseURL,
		"WORKWX_WEBHOOK":             &s.Webhook,
		"WORKWX_CALLBACK_TOKEN":      &s.CallbackToken,
		"WORKWX_CALLBACK_AES_KEY":    &s.CallbackAESKey,
		"WORKWX_CALLBACK_RECEIVE_ID": &s.CallbackReceiveID,
	} {
		if v := env[name]; v != "" {
			*to, s.env = v, true
		}
	}
	if v := env["WORKWX_AGENT_ID"]; v != "" {
		id, err := strconv.ParseInt(v, 10, 64)
		if err != nil || id <= 0 {
			return usagef("WORKWX_AGENT_ID must be a positive number such as 1000002")
		}
		s.AgentID, s.env = id, true
	}
	return nil
}

// source says where the values come from.
func (s *settings) source() string {
	switch {
	case s.name != "" && s.env:
		return "profile " + s.name + " and environment variables"
	case s.name != "":
		return "profile " + s.name
	case s.env:
		return "environment variables"
	}
	return "nowhere"
}

// receiveID is whom callbacks are for.
func (s *settings) receiveID() string {
	if s.CallbackReceiveID != "" {
		return s.CallbackReceiveID
	}
	return s.CorpID
}

const howToConfigure = "store a profile with workwx profile set NAME, or set WORKWX_CORP_ID, WORKWX_CORP_SECRET and WORKWX_AGENT_ID"

// client makes the client of the app that is configured.
func (a *app) client() (*workwx.Client, *settings, error) {
	s, err := a.settings()
	if err != nil {
		return nil, nil, err
	}
	for _, missing := range []struct{ value, what string }{
		{s.CorpID, "corp ID"}, {s.CorpSecret, "secret"},
	} {
		if missing.value == "" {
			return nil, nil, usagef("no %s is configured: %s", missing.what, howToConfigure)
		}
	}
	opts := a.options(s)
	if s.AgentID != 0 {
		opts = append(opts, workwx.WithAgentID(s.AgentID))
	}
	c, err := workwx.NewClient(s.CorpID, s.CorpSecret, opts...)
	return c, s, err
}

// options are those of clients and robots alike.
func (a *app) options(s *settings) []workwx.Option {
	opts := []workwx.Option{workwx.WithUserAgent("workwx-cli/" + version())}
	if s.BaseURL != "" {
		opts = append(opts, workwx.WithBaseURL(s.BaseURL))
	}
	if a.timeout > 0 {
		opts = append(opts, workwx.WithTimeout(a.timeout))
	}
	if a.verbose {
		opts = append(opts, workwx.WithLogger(a.logger()))
	}
	return opts
}
