package workwx

import (
	"context"
	"crypto/rand"
	"crypto/sha1"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"
	"time"
)

// GetJSAPITicket asks the platform for the corp's jsapi_ticket (获取企业的jsapi_ticket). A corp may ask
// 400 times an hour and an app 100; [Client.JSAPIConfig] caches the ticket.
//
// API: GET /cgi-bin/get_jsapi_ticket
// Doc: https://developer.work.weixin.qq.com/document/path/90506
func (c *Client) GetJSAPITicket(ctx context.Context) (*GetJSAPITicketResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/get_jsapi_ticket", nil, new(GetJSAPITicketResponse))
}

// GetJSAPITicketResponse is a ticket and how long it lives.
type GetJSAPITicketResponse struct {
	Ticket    Secret `json:"ticket"`
	ExpiresIn int64  `json:"expires_in"` // seconds, usually 7,200
}

// TicketType says what a ticket of GetTicket is for.
type TicketType string

// The types of tickets.
const (
	TicketTypeAgentConfig TicketType = "agent_config" // to sign agentConfig
	TicketTypeInvoice     TicketType = "wx_card"      // to open a user's invoices
)

// GetTicket asks the platform for a ticket of the app, or for one for electronic invoices
// (获取应用的jsapi_ticket). An app may ask 100 times an hour; [Client.AgentConfig] caches its ticket.
//
// API: GET /cgi-bin/ticket/get
// Doc: https://developer.work.weixin.qq.com/document/path/90506
func (c *Client) GetTicket(ctx context.Context, ticketType TicketType) (*GetJSAPITicketResponse, error) {
	return exec(ctx, c, get, "/cgi-bin/ticket/get", param{"type", ticketType}, new(GetJSAPITicketResponse))
}

func (c *Client) fetchJSAPITicket(ctx context.Context) (Token, error) {
	t, err := c.GetJSAPITicket(ctx)
	if err != nil {
		return Token{}, err
	}
	return newToken("/cgi-bin/get_jsapi_ticket", t.Ticket, t.ExpiresIn)
}

func (c *Client) fetchAgentTicket(ctx context.Context) (Token, error) {
	t, err := c.GetTicket(ctx, TicketTypeAgentConfig)
	if err != nil {
		return Token{}, err
	}
	return newToken("/cgi-bin/ticket/get", t.Ticket, t.ExpiresIn)
}

// lateCache is a cache that is made when it is needed first, so that a program that signs no pages does not
// hold what fetches tickets.
type lateCache struct {
	once  sync.Once
	cache *tokenCache
}

func (c *Client) jsapiTickets() *tokenCache {
	c.jsapiTicket.once.Do(func() {
		c.jsapiTicket.cache = c.newTokenCache(kindJSAPITicket, TokenSourceFunc(c.fetchJSAPITicket))
	})
	return c.jsapiTicket.cache
}

func (c *Client) agentTickets() *tokenCache {
	c.agentTicket.once.Do(func() {
		c.agentTicket.cache = c.newTokenCache(kindAgentTicket, TokenSourceFunc(c.fetchAgentTicket))
	})
	return c.agentTicket.cache
}

// JSAPIConfig is what a page hands to wx.config; encode it as JSON for the page.
type JSAPIConfig struct {
	AppID     string `json:"appId"` // the corp's id
	Timestamp int64  `json:"timestamp"`
	NonceStr  string `json:"nonceStr"`
	Signature string `json:"signature"`
}

// JSAgentConfig is what a page hands to wx.agentConfig.
type JSAgentConfig struct {
	CorpID    string `json:"corpid"`
	AgentID   int64  `json:"agentid"`
	Timestamp int64  `json:"timestamp"`
	NonceStr  string `json:"nonceStr"`
	Signature string `json:"signature"`
}

// JSAPIConfig signs the page at pageURL for wx.config, with the corp's cached ticket. The URL is that
// which the browser shows; a fragment is not signed.
func (c *Client) JSAPIConfig(ctx context.Context, pageURL string) (*JSAPIConfig, error) {
	ticket, err := c.jsapiTickets().get(ctx)
	if err != nil {
		return nil, err
	}
	nonce, now := newNonce(), time.Now().Unix()
	return &JSAPIConfig{
		AppID:     c.CorpID(),
		Timestamp: now,
		NonceStr:  nonce,
		Signature: JSAPISignature(string(ticket), nonce, now, pageURL),
	}, nil
}

// AgentConfig signs the page at pageURL for wx.agentConfig, with the app's cached ticket. The client
// needs [WithAgentID].
func (c *Client) AgentConfig(ctx context.Context, pageURL string) (*JSAgentConfig, error) {
	if c.AgentID() == 0 {
		return nil, errNoAgentID("AgentConfig")
	}
	ticket, err := c.agentTickets().get(ctx)
	if err != nil {
		return nil, err
	}
	nonce, now := newNonce(), time.Now().Unix()
	return &JSAgentConfig{
		CorpID:    c.CorpID(),
		AgentID:   c.AgentID(),
		Timestamp: now,
		NonceStr:  nonce,
		Signature: JSAPISignature(string(ticket), nonce, now, pageURL),
	}, nil
}

// JSAPISignature signs a page for the JS-SDK. A fragment of the URL is left out, as the platform does.
func JSAPISignature(ticket, nonceStr string, timestamp int64, pageURL string) string {
	pageURL, _, _ = strings.Cut(pageURL, "#")
	sum := sha1.Sum([]byte("jsapi_ticket=" + ticket + "&noncestr=" + nonceStr +
		"&timestamp=" + strconv.FormatInt(timestamp, 10) + "&url=" + pageURL))
	return hex.EncodeToString(sum[:])
}

// newNonce returns a string that does not come twice.
func newNonce() string { return rand.Text()[:16] }
