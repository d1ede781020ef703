package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

func (a *app) doctorCommand() *cli.Command {
	return &cli.Command{
		Name: "doctor", Usage: "find out what is wrong with the configuration", Category: groupTool,
		Description: `It checks where the configuration comes from, whether the platform can be
reached and this machine's clock is right, corp ID and secret, the agent ID, the
list of trusted IPs with the address that the platform sees, and the callback
settings. Nothing is changed or sent to anybody.

--callback-url has your own server verified as the platform does when the URL is
entered in the admin console.

The exit code is 1 if something is wrong.`,
		Flags:  []cli.Flag{&cli.StringFlag{Name: "callback-url", Usage: "also verify the server at this `URL`"}},
		Action: a.bounded(a.doctor),
	}
}

// The outcomes of a check.
const (
	checkFine   = "ok"
	checkWarn   = "warn"
	checkFailed = "fail"
	checkSkip   = "skip"
)

// check is one thing that was looked at.
type check struct {
	Name   string `json:"name"`
	Status string `json:"status"` // ok, warn, fail or skip
	Detail string `json:"detail"`
	Fix    string `json:"fix,omitzero"` // what to change
}

// report is what --json prints.
type report struct {
	OK     bool    `json:"ok"`
	Checks []check `json:"checks"`
}

// examination is a run of the doctor.
type examination struct {
	a      *app
	s      *settings
	report report
	fromIP string // the address that the platform saw
}

func (x *examination) add(name, status, detail, fix string) {
	x.report.Checks = append(x.report.Checks, check{name, status, x.a.redact(detail), fix})
	if status == checkFailed {
		x.report.OK = false
	}
}

func (a *app) doctor(ctx context.Context, c *cli.Command) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	x := &examination{a: a, report: report{OK: true}}
	var err error
	if x.s, err = a.settings(); err != nil {
		var usage *usageError
		if !errors.As(err, &usage) {
			return err
		}
		x.add("configuration", checkFailed, err.Error(), "")
		return x.finish()
	}
	x.platform(ctx)
	x.callback()
	if link := c.String("callback-url"); link != "" {
		x.callbackURL(ctx, link)
	}
	x.webhook()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return x.finish()
}

func (x *examination) finish() error {
	if x.a.json {
		if err := writeJSON(x.a.stdout, x.report); err != nil {
			return err
		}
	} else if err := x.print(); err != nil {
		return err
	}
	if !x.report.OK {
		return failedQuietly
	}
	return nil
}

func (x *examination) print() error {
	for _, c := range x.report.Checks {
		if err := x.a.printf("%-4s  %-14s  %s\n", c.Status, c.Name, printable(c.Detail)); err != nil {
			return err
		}
		if c.Fix != "" {
			if err := x.a.printf("      %-14s  → %s\n", "", printable(c.Fix)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *examination) configuration() {
	s := x.s
	if s.CorpID == "" && s.CorpSecret == "" && s.AgentID == 0 && s.Webhook != "" {
		x.add("configuration", checkFine, "from "+s.source()+": a group robot and no app", "")
		return
	}
	var missing []string
	for _, v := range []struct{ value, what string }{
		{s.CorpID, "corp ID"}, {s.CorpSecret, "secret"}, {optionalID(s.AgentID), "agent ID"},
	} {
		if v.value == "" {
			missing = append(missing, v.what)
		}
	}
	switch {
	case len(missing) == 0:
		x.add("configuration", checkFine, "from "+s.source(), "")
	case len(missing) == 1 && s.AgentID == 0:
		x.add("configuration", checkWarn, "from "+s.source()+"; there is no agent ID, which messages to members need", "set WORKWX_AGENT_ID, or workwx profile set NAME --agent-id ID")
	default:
		x.add("configuration", checkFailed, "there is no "+strings.Join(missing, " and no "), howToConfigure)
	}
}

// platform checks what the calls of an app need.
func (x *examination) platform(ctx context.Context) {
	s := x.s
	corp, secret := s.CorpID, s.CorpSecret
	complete := corp != "" && secret != ""
	if !complete { // for the network alone
		corp, secret = "corp", "secret"
	}
	opts := x.a.options(s)
	if s.AgentID != 0 {
		opts = append(opts, workwx.WithAgentID(s.AgentID))
	}
	client, err := workwx.NewClient(corp, secret, opts...)
	if err != nil {
		x.add("configuration", checkFailed, strings.TrimPrefix(err.Error(), "workwx: "), "correct it, in "+s.source())
		x.skip("the configuration cannot be used", "network", "credentials", "agent", "trusted IPs")
		return
	}
	x.configuration()
	switch {
	case !x.network(ctx, client):
		x.skip("the platform cannot be reached", "credentials", "agent", "trusted IPs")
	case !complete:
		x.skip("corp ID or secret is missing", "credentials", "agent", "trusted IPs")
	case !x.credentials(ctx, client):
		x.skip("there is no token", "agent", "trusted IPs")
	default:
		x.agent(ctx, client)
	}
}

func (x *examination) skip(why string, names ...string) {
	for _, name := range names {
		x.add(name, checkSkip, why, "")
	}
}

// maxSkew is how wrong the clock may be: the signatures of callbacks and pages carry the time.
const maxSkew = time.Minute

// network asks for a token without credentials: the refusal shows the platform's clock, and the address
// that it sees.
func (x *examination) network(ctx context.Context, client *workwx.Client) bool {
	base := x.s.BaseURL
	if base == "" {
		base = workwx.DefaultBaseURL
	}
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(base, "/")+"/cgi-bin/gettoken", nil)
	if err != nil {
		x.add("network", checkFailed, "the base URL cannot be used", "correct WORKWX_BASE_URL")
		return false
	}
	started := time.Now()
	resp, err := client.HTTPClient().Do(req)
	if err != nil {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err
		}
		x.add("network", checkFailed, base+": "+err.Error(), "check the network, the proxy (HTTPS_PROXY) and WORKWX_BASE_URL")
		return false
	}
	defer resp.Body.Close()
	took := time.Since(started)
	body, err := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	var answer struct {
		ErrCode *int64 `json:"errcode"`
		ErrMsg  string `json:"errmsg"`
	}
	if err != nil || json.Unmarshal(body, &answer) != nil || answer.ErrCode == nil {
		x.add("network", checkFailed, fmt.Sprintf("%s answers HTTP %d, and not as the platform does", base, resp.StatusCode), "check the proxy (HTTPS_PROXY) and WORKWX_BASE_URL")
		return false
	}
	if _, ip, ok := strings.Cut(answer.ErrMsg, "from ip: "); ok {
		ip, _, _ = strings.Cut(ip, ",")
		x.fromIP = strings.TrimSpace(ip)
	}
	x.add("network", checkFine, fmt.Sprintf("%s answers in %d ms", base, took.Milliseconds()), "")
	x.clock(resp.Header.Get("Date"), started.Add(took/2))
	return true
}

func (x *examination) clock(date string, now time.Time) {
	there, err := http.ParseTime(date)
	if err != nil {
		x.add("clock", checkSkip, "the answer has no date", "")
		return
	}
	skew := now.Sub(there).Round(time.Second)
	switch {
	case skew.Abs() <= maxSkew:
		x.add("clock", checkFine, "within a minute of the platform's", "")
	case skew > 0:
		x.add("clock", checkFailed, fmt.Sprintf("%s ahead of the platform's", skew), "set this machine's clock, with NTP for example")
	default:
		x.add("clock", checkFailed, fmt.Sprintf("%s behind the platform's", -skew), "set this machine's clock, with NTP for example")
	}
}

// refusal adds a failed check for an error of a call.
func (x *examination) refusal(name string, err error) {
	p := x.a.explain(context.Background(), err)
	detail := p.Error
	if p.ErrCode != 0 {
		detail = fmt.Sprintf("errcode %d, %s", p.ErrCode, p.Meaning)
	}
	x.add(name, checkFailed, detail, p.Advice)
}

func (x *examination) credentials(ctx context.Context, client *workwx.Client) bool {
	token, err := client.TokenSource().Token(ctx)
	if err != nil {
		x.refusal("credentials", err)
		return false
	}
	x.a.keepSecret(string(token.Value))
	x.add("credentials", checkFine, "the secret belongs to corp "+x.s.CorpID, "")
	return true
}

// agent asks about the app, which is the first call that the list of trusted IPs concerns.
func (x *examination) agent(ctx context.Context, client *workwx.Client) {
	const trusted = "trusted IPs"
	address := ""
	if x.fromIP != "" {
		address = ": the platform sees " + x.fromIP
	}
	var err error
	agent := new(workwx.Agent)
	if x.s.AgentID == 0 {
		_, err = client.ListAgents(ctx)
	} else {
		agent, err = client.GetAgent(ctx, x.s.AgentID)
	}
	var refusal *workwx.Error
	switch {
	case errors.As(err, &refusal) && refusal.Code.IsIPNotAllowed():
		x.add("agent", checkSkip, "this machine's address is refused", "")
		if refusal.FromIP != "" {
			address = ": the platform sees " + refusal.FromIP
		}
		x.add(trusted, checkFailed, "this machine is not on the list"+address, advice(refusal.Code, refusal.FromIP))
		return
	case err != nil:
		x.refusal("agent", err)
	case x.s.AgentID == 0:
		x.add("agent", checkSkip, "there is no agent ID", "")
	case bool(agent.Close):
		x.add("agent", checkFailed, fmt.Sprintf("%d is %s, and is disabled", x.s.AgentID, agent.Name), "enable the app in the admin console (应用管理)")
	default:
		x.add("agent", checkFine, fmt.Sprintf("%d is %s, seen by %s", x.s.AgentID, agent.Name, scopeOf(agent)), "")
	}
	if err == nil || refusal != nil { // it was not the address that was refused
		x.add(trusted, checkFine, "this machine may call"+address, "")
	} else {
		x.add(trusted, checkSkip, "no answer", "")
	}
}

func scopeOf(a *workwx.Agent) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{len(a.AllowUserInfos.User), "member"}, {len(a.AllowPartys.PartyID), "department"}, {len(a.AllowTags.TagID), "tag"},
	} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.what)
		case p.n > 1:
			parts = append(parts, strconv.Itoa(p.n)+" "+p.what+"s")
		}
	}
	if len(parts) == 0 {
		return "nobody that it is told of"
	}
	return strings.Join(parts, ", ")
}

func (x *examination) callback() {
	s := x.s
	if s.CallbackToken == "" && s.CallbackAESKey == "" {
		x.add("callback", checkSkip, "it is not configured", "")
		return
	}
	if _, err := workwx.NewCallbackCrypto(s.CallbackToken, s.CallbackAESKey, s.receiveID()); err != nil {
		x.add("callback", checkFailed, strings.TrimPrefix(err.Error(), "workwx: "), "copy both values anew from the app's page (接收消息), and store them with workwx profile set NAME --callback")
		return
	}
	x.add("callback", checkFine, fmt.Sprintf("token and EncodingAESKey are well-formed; messages are for %q", s.receiveID()), "")
}

// callbackURL verifies a server as the platform does.
func (x *examination) callbackURL(ctx context.Context, link string) {
	const name, fix = "callback URL", "the handler must answer with the decrypted echostr and nothing else, within a second; token and EncodingAESKey must be those of the profile"
	crypto, err := workwx.NewCallbackCrypto(x.s.CallbackToken, x.s.CallbackAESKey, x.s.receiveID())
	if err != nil {
		x.add(name, checkSkip, "there are no callback settings that can be used", "")
		return
	}
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		x.add(name, checkFailed, "it cannot be parsed", "give the whole URL, as in the admin console")
		return
	}
	echo, timestamp, nonce := rand.Text(), strconv.FormatInt(time.Now().Unix(), 10), rand.Text()
	encrypted, err := crypto.Encrypt([]byte(echo), x.s.receiveID())
	if err != nil {
		x.add(name, checkFailed, err.Error(), "")
		return
	}
	q := u.Query()
	for key, value := range map[string]string{"timestamp": timestamp, "nonce": nonce, "echostr": encrypted, "msg_signature": crypto.Sign(timestamp, nonce, encrypted)} {
		q.Set(key, value)
	}
	u.RawQuery = q.Encode()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		x.add(name, checkFailed, "it cannot be parsed", "give the whole URL, as in the admin console")
		return
	}
	started := time.Now()
	resp, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(req)
	if err != nil {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err
		}
		x.add(name, checkFailed, err.Error(), "the platform must reach this URL from the internet")
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	switch took := time.Since(started); {
	case err != nil:
		x.add(name, checkFailed, "the answer broke off", fix)
	case resp.StatusCode != http.StatusOK:
		x.add(name, checkFailed, fmt.Sprintf("it answers HTTP %d", resp.StatusCode), fix)
	case string(body) != echo:
		x.add(name, checkFailed, "it answers something else than the decrypted echostr", fix)
	case took > time.Second:
		x.add(name, checkWarn, fmt.Sprintf("it answers right, in %d ms", took.Milliseconds()), "the platform waits for a second when the URL is entered")
	default:
		x.add(name, checkFine, fmt.Sprintf("it answers right, in %d ms", took.Milliseconds()), "")
	}
}

func (x *examination) webhook() {
	if x.s.Webhook == "" {
		x.add("group robot", checkSkip, "it is not configured", "")
		return
	}
	if _, err := workwx.NewWebhook(x.s.Webhook); err != nil {
		x.add("group robot", checkFailed, strings.TrimPrefix(err.Error(), "workwx: "), "copy the URL anew from the settings of the group, and store it with workwx profile set NAME --webhook")
		return
	}
	x.add("group robot", checkFine, "the key is well-formed; only a message would tell whether it is right", "")
}
