package workwxtest

import (
	"maps"
	"net/http"

	"github.com/go-workwx/workwx"
)

// routes say how each endpoint is called and which handler answers it.
type routes struct {
	endpoints map[string]workwx.Endpoint
	handlers  map[string]handler
	streams   map[string]streamHandler
}

// streamHandler answers calls whose body or answer is a file. It runs without s.mu.
type streamHandler func(s *Server, c *call, w http.ResponseWriter) error

func newRoutes() *routes {
	rt := &routes{endpoints: map[string]workwx.Endpoint{}, handlers: map[string]handler{}, streams: mediaStreams()}
	for _, e := range workwx.Endpoints() {
		rt.endpoints[e.Path] = e
	}
	for _, area := range []map[string]handler{
		tokenHandlers(), userHandlers(), departmentHandlers(), tagHandlers(), batchHandlers(),
		messageHandlers(), appChatHandlers(), webhookHandlers(), mediaHandlers(), agentHandlers(),
		oauthHandlers(), aiBotHandlers(), suiteHandlers(), deviceHandlers(), allCustomerHandlers(),
		kfHandlers(), kfMessageHandlers(), kfStatisticHandlers(), kfKnowledgeHandlers(),
		oaHandlers(),
	} {
		maps.Copy(rt.handlers, area)
	}
	for path := range rt.handlers {
		if _, ok := rt.endpoints[path]; !ok { // of the platform, without a method in package workwx
			rt.endpoints[path] = workwx.Endpoint{Path: path, Token: "access_token"}
		}
	}
	return rt
}

// nearest returns the known path that is most like path.
func (rt *routes) nearest(path string) string {
	best, least := "", -1
	for known := range rt.endpoints {
		d := editDistance(path, known)
		if least < 0 || d < least || d == least && known < best {
			best, least = known, d
		}
	}
	return best
}

// editDistance is the number of bytes to insert, delete or replace.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// accepts says whether an endpoint can be called with a method.
func accepts(e workwx.Endpoint, method string) bool {
	// The older form of this one, without paging, is still accepted.
	old := e.Path == "/cgi-bin/kf/account/list" && method == http.MethodGet
	return method == e.Method || e.Method == "" || old
}
