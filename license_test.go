package workwx

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"
)

// replies is a transport that hands out tokens and leaves every other answer to a func.
type replies func(r *http.Request, body []byte) string

func (f replies) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasSuffix(r.URL.Path, "token") {
		return new(wire).RoundTrip(r)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(f(r, body))), Request: r}, nil
}

func TestWaitLicenseJobs(t *testing.T) {
	t.Parallel()
	failures := `[{"corpid":"wwa","errcode":701015,"errmsg":"not installed"}]`
	corps := []LicenseCorpFailure{{CorpID: "wwa", ErrCode: 701015, ErrMsg: "not installed"}}
	for name, test := range map[string]struct {
		last string
		wait func(ctx context.Context, c *Client) (any, error)
		want any
	}{
		"order made": {
			`{"status":1,"order_id":"O1","fail_list":` + failures + `}`,
			func(ctx context.Context, c *Client) (any, error) { return c.WaitLicenseUnionOrderJob(ctx, "J1") },
			&LicenseUnionOrderJobResult{Status: LicenseJobStatusDone, OrderID: "O1", FailList: corps},
		},
		"order failed": {
			`{"status":3,"fail_list":` + failures + `}`,
			func(ctx context.Context, c *Client) (any, error) { return c.WaitLicenseUnionOrderJob(ctx, "J1") },
			&LicenseUnionOrderJobResult{Status: LicenseJobStatusFailed, FailList: corps},
		},
		"paid": {
			`{"errcode":0,"status":1}`,
			func(ctx context.Context, c *Client) (any, error) { return c.WaitLicensePayJob(ctx, "J1") },
			&LicensePayJobResult{Status: LicenseJobStatusDone},
		},
		"payment failed": {
			`{"errcode":0,"status":3,"pay_job_result":{"errcode":701160,"errmsg":"corps","fail_corp_list":` + failures + `}}`,
			func(ctx context.Context, c *Client) (any, error) { return c.WaitLicensePayJob(ctx, "J1") },
			&LicensePayJobResult{Status: LicenseJobStatusFailed, PayJobResult: LicensePayFailure{ErrCode: 701160, ErrMsg: "corps", FailCorpList: corps}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				asked := 0
				c := wireClient(t, replies(func(_ *http.Request, body []byte) string {
					require.JSONEq(t, `{"jobid":"J1"}`, string(body))
					if asked++; asked < 3 {
						return `{"errcode":0,"status":2}`
					}
					return test.last
				}))
				got, err := test.wait(t.Context(), c)
				require.NoError(t, err)
				require.Equal(t, test.want, got)
				require.Equal(t, 3, asked)
			})
		})
	}
}

func TestAllLicenseUnionOrderItems(t *testing.T) {
	t.Parallel()
	c := wireClient(t, replies(func(_ *http.Request, body []byte) string {
		var req GetLicenseUnionOrderRequest
		require.NoError(t, json.Unmarshal(body, &req))
		switch req.Cursor {
		case "":
			return `{"order":{"order_id":"O1"},"has_more":1,"next_cursor":"c1","buy_list":[{"sub_order_id":"S1"}]}`
		case "c1": // an empty page that has more
			return `{"has_more":1,"next_cursor":"c2","buy_list":[]}`
		}
		return `{"has_more":0,"next_cursor":"","buy_list":[{"sub_order_id":"S2"}]}`
	}))
	var got []string
	for item, err := range c.AllLicenseUnionOrderItems(t.Context(), &GetLicenseUnionOrderRequest{OrderID: "O1"}) {
		require.NoError(t, err)
		got = append(got, item.SubOrderID)
	}
	require.Equal(t, []string{"S1", "S2"}, got)
}

// The platform says that it took the order, and not always of which job.
func TestSubmitLicenseUnionOrderJobID(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	req := &SubmitLicenseUnionOrderJobRequest{JobID: "J1", BuyerUserID: "lisi"}
	for _, answer := range []string{`{"errcode":0}`, `{"errcode":0,"jobid":"J1"}`} {
		w.answer(answer, nil)
		id, err := c.SubmitLicenseUnionOrderJob(t.Context(), req)
		require.NoError(t, err)
		require.Equal(t, "J1", id)
	}
	w.answer(`{"errcode":701126}`, nil)
	id, err := c.SubmitLicenseUnionOrderJob(t.Context(), req)
	require.ErrorIs(t, err, Code(701126))
	require.Empty(t, id)
}
