// Tracing carries the calls of a client in spans of OpenTelemetry.
//
// The instrumentation of net/http would write whole URLs into its spans, and those of the platform hold
// the access token. The transport below names the endpoint alone.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/go-workwx/workwx"
)

func main() {
	// The program's own set-up of OpenTelemetry goes here: exporter, resource, otel.SetTracerProvider.
	client, err := newClient(os.Getenv("WORKWX_CORP_ID"), os.Getenv("WORKWX_CORP_SECRET"), otel.GetTracerProvider(), http.DefaultTransport)
	if err != nil {
		log.Fatal(err)
	}
	ids, err := client.ListSimpleDepartments(context.Background(), nil)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(len(ids), "departments")
}

func newClient(corpID, secret string, provider trace.TracerProvider, base http.RoundTripper, opts ...workwx.Option) (*workwx.Client, error) {
	hooks := workwx.Hooks{
		// What only the client knows: whether the platform refused, and whether another attempt follows.
		OnCall: func(ctx context.Context, info workwx.CallInfo) {
			span := trace.SpanFromContext(ctx)
			span.AddEvent("workwx.call", trace.WithAttributes(
				attribute.String("workwx.api", info.API),
				attribute.Int64("workwx.errcode", int64(info.Code)),
				attribute.Int("workwx.attempt", info.Attempt),
				attribute.Bool("workwx.will_retry", info.WillRetry),
			))
		},
	}
	opts = append([]workwx.Option{
		workwx.WithHTTPClient(&http.Client{Transport: &transport{base: base, tracer: provider.Tracer("workwx")}}),
		workwx.WithHooks(hooks),
	}, opts...)
	return workwx.NewClient(corpID, secret, opts...)
}

// transport makes a span of each request.
type transport struct {
	base   http.RoundTripper
	tracer trace.Tracer
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, span := t.tracer.Start(req.Context(), req.Method+" "+req.URL.Path,
		trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(
			attribute.String("http.request.method", req.Method),
			attribute.String("server.address", req.URL.Hostname()),
			attribute.String("url.path", req.URL.Path), // without the query: it holds the token
		))
	defer span.End()
	resp, err := t.base.RoundTrip(req.WithContext(ctx))
	if err != nil {
		span.SetStatus(codes.Error, "no answer")
		return nil, err
	}
	span.SetAttributes(attribute.Int("http.response.status_code", resp.StatusCode))
	if resp.StatusCode >= http.StatusBadRequest {
		span.SetStatus(codes.Error, http.StatusText(resp.StatusCode))
	}
	return resp, nil
}
