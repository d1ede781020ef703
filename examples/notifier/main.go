// Notifier is a receiver for the alerts of Prometheus' Alertmanager. It sends each group of alerts to the
// members or tags that the query names, as Markdown:
//
//	receivers:
//	  - name: wecom
//	    webhook_configs:
//	      - url: http://127.0.0.1:8080/alerts?user=zhangsan&user=lisi
//
// It reads WORKWX_CORP_ID, WORKWX_CORP_SECRET and WORKWX_AGENT_ID from the environment.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
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
	server := &http.Server{Addr: ":8080", Handler: &notifier{client: client}, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

// messenger is what notifier needs of a client.
type messenger interface {
	SendMarkdownMessage(ctx context.Context, to *workwx.Recipient, content string, opts ...workwx.SendOption) (*workwx.SendMessageResponse, error)
}

type notifier struct {
	client messenger
}

// notification is what Alertmanager posts, as far as it is needed here.
type notification struct {
	Status string  `json:"status"`
	Alerts []alert `json:"alerts"`
}

type alert struct {
	Status      string            `json:"status"`
	Labels      map[string]string `json:"labels"`
	Annotations map[string]string `json:"annotations"`
}

func (n *notifier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var note notification
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&note); err != nil {
		http.Error(w, "no notification: "+err.Error(), http.StatusBadRequest)
		return
	}
	to := &workwx.Recipient{UserIDs: r.URL.Query()["user"]}
	for _, tag := range r.URL.Query()["tag"] {
		id, err := strconv.ParseInt(tag, 10, 64)
		if err != nil {
			http.Error(w, "tag is not a number: "+tag, http.StatusBadRequest)
			return
		}
		to.TagIDs = append(to.TagIDs, id)
	}
	// Alertmanager repeats what it got no answer for. The platform drops what it received within the last
	// minutes already.
	resp, err := n.client.SendMarkdownMessage(r.Context(), to, note.markdown(), workwx.RefuseDuplicates(10*time.Minute))
	var refused *workwx.ArgumentError
	switch {
	case errors.As(err, &refused):
		http.Error(w, err.Error(), http.StatusBadRequest) // not to be repeated
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusBadGateway) // to be repeated
		return
	}
	if len(resp.InvalidUser)+len(resp.InvalidTag) > 0 {
		log.Println("some receivers do not exist or do not see the app:", resp.InvalidUser, resp.InvalidTag)
	}
}

// limit is what the platform takes of Markdown, in bytes, less what stands around an alert.
const limit = 2048 - 64

func (n *notification) markdown() string {
	var b strings.Builder
	for i, a := range n.Alerts {
		color := "warning"
		if a.Status == "resolved" {
			color = "info"
		}
		line := fmt.Sprintf("<font color=%q>%s</font> **%s** %s\n", color, a.Status, a.Labels["alertname"], a.Annotations["summary"])
		if b.Len()+len(line) > limit {
			fmt.Fprintf(&b, "and %d more\n", len(n.Alerts)-i)
			break
		}
		b.WriteString(line)
	}
	return b.String()
}
