package workwx

import (
	"encoding/json"
	"io"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestJSAPISignature checks the vector of the platform's document.
func TestJSAPISignature(t *testing.T) {
	t.Parallel()
	const ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
	for _, url := range []string{"http://mp.weixin.qq.com?params=value", "http://mp.weixin.qq.com?params=value#fragment"} {
		require.Equal(t, "0f9de62fce790f9a083d5c99e95740ceb90c27ed", JSAPISignature(ticket, "Wm3WZYTPz0wzccnW", 1414587457, url))
	}
}

func TestJSConfigsUseCachedTickets(t *testing.T) {
	t.Parallel()
	var asked atomic.Int64
	p := platform{answer: func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		ticket := "corp-ticket"
		if r.URL.Path == "/cgi-bin/ticket/get" {
			ticket = r.URL.Query().Get("type")
		}
		io.WriteString(w, `{"errcode":0,"errmsg":"ok","ticket":"`+ticket+`","expires_in":7200}`)
	}}
	c, _ := p.start(t)
	for range 3 {
		config, err := c.JSAPIConfig(t.Context(), "https://e.com/page#x")
		require.NoError(t, err)
		require.Equal(t, JSAPISignature("corp-ticket", config.NonceStr, config.Timestamp, "https://e.com/page"), config.Signature)
		agent, err := c.AgentConfig(t.Context(), "https://e.com/page")
		require.NoError(t, err)
		require.Equal(t, JSAPISignature("agent_config", agent.NonceStr, agent.Timestamp, "https://e.com/page"), agent.Signature)
		require.NotEqual(t, config.NonceStr, agent.NonceStr)
		b, err := json.Marshal(agent)
		require.NoError(t, err)
		require.Contains(t, string(b), `"corpid":"wwcorp","agentid":1,"timestamp":`)
	}
	require.EqualValues(t, 2, asked.Load())
	noAgent, err := NewClient("ww", "s")
	require.NoError(t, err)
	_, err = noAgent.AgentConfig(t.Context(), "https://e.com")
	require.ErrorContains(t, err, "WithAgentID")
}
