package main

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
)

func TestSpans(t *testing.T) {
	srv := workwxtest.NewServer(t)
	srv.AddUsers("zhangsan")
	recorder := tracetest.NewSpanRecorder()
	provider := trace.NewTracerProvider(trace.WithSpanProcessor(recorder))
	client, err := newClient(srv.CorpID(), srv.Secret(), provider, http.DefaultTransport, workwx.WithBaseURL(srv.URL))
	require.NoError(t, err)

	ctx, parent := provider.Tracer("test").Start(t.Context(), "a request of the service")
	_, err = client.GetUser(ctx, "nobody")
	require.ErrorIs(t, err, workwx.CodeUserNotFound)
	parent.End()

	spans := recorder.Ended()
	require.Len(t, spans, 3)
	require.Equal(t, "GET /cgi-bin/gettoken", spans[0].Name())
	require.Equal(t, "GET /cgi-bin/user/get", spans[1].Name())
	require.Equal(t, parent.SpanContext().SpanID(), spans[1].Parent().SpanID())
	require.Len(t, spans[2].Events(), 2)
	require.Contains(t, spans[2].Events()[1].Attributes, attribute.Int64("workwx.errcode", int64(workwx.CodeUserNotFound)))

	printed := fmt.Sprintf("%+v", tracetest.SpanStubsFromReadOnlySpans(spans))
	for _, r := range srv.RequestsTo("/cgi-bin/user/get") {
		require.NotContains(t, printed, r.Query.Get("access_token"))
	}
	require.NotContains(t, printed, srv.Secret())
}
