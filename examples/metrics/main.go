// Metrics counts and times the calls of a client for Prometheus.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/go-workwx/workwx"
)

func main() {
	client, err := workwx.NewClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"),
		workwx.WithHooks(newHooks(prometheus.DefaultRegisterer)))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for range time.Tick(time.Minute) {
			if _, err := client.ListSimpleDepartments(context.Background(), nil); err != nil {
				log.Println(err)
			}
		}
	}()
	http.Handle("/metrics", promhttp.Handler())
	server := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func newHooks(registerer prometheus.Registerer) workwx.Hooks {
	factory := promauto.With(registerer)
	calls := factory.NewHistogramVec(prometheus.HistogramOpts{
		Name: "workwx_call_duration_seconds",
		Help: "Attempts of calls to WeCom, by endpoint and result.",
	}, []string{"api", "result"})
	retries := factory.NewCounterVec(prometheus.CounterOpts{
		Name: "workwx_call_retries_total",
		Help: "Attempts that were followed by another one.",
	}, []string{"api"})
	tokens := factory.NewCounterVec(prometheus.CounterOpts{
		Name: "workwx_token_fetches_total",
		Help: "Tokens and tickets obtained from the platform or a store.",
	}, []string{"kind", "result"})
	storeErrors := factory.NewCounterVec(prometheus.CounterOpts{
		Name: "workwx_token_store_errors_total",
		Help: "Failures of the token store, each of which cost a fetch.",
	}, []string{"operation"})
	return workwx.Hooks{
		OnCall: func(_ context.Context, info workwx.CallInfo) {
			calls.WithLabelValues(info.API, result(info.Err, info.Code)).Observe(info.Duration.Seconds())
			if info.WillRetry {
				retries.WithLabelValues(info.API).Inc()
			}
		},
		OnToken: func(_ context.Context, info workwx.TokenInfo) {
			tokens.WithLabelValues(info.Kind, result(info.Err, 0)).Inc()
		},
		OnStoreError: func(_ context.Context, info workwx.StoreErrorInfo) {
			storeErrors.WithLabelValues(info.Operation).Inc()
		},
	}
}

// result is a label with few values: ok, an errcode, or that there was no answer.
func result(err error, code workwx.Code) string {
	switch {
	case code != workwx.CodeOK:
		return strconv.FormatInt(int64(code), 10)
	case err != nil:
		return "failed"
	}
	return "ok"
}
