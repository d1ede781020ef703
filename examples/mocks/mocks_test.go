package mocks

import (
	"context"
	"errors"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

// TestWithHTTPMock replaces the transport beneath a client.
func TestWithHTTPMock(t *testing.T) {
	client, err := workwx.NewClient("corp", "secret")
	require.NoError(t, err)
	httpmock.ActivateNonDefault(client.HTTPClient())
	t.Cleanup(httpmock.DeactivateAndReset)
	httpmock.RegisterResponder("GET", workwx.DefaultBaseURL+"/cgi-bin/gettoken",
		httpmock.NewStringResponder(200, `{"errcode":0,"access_token":"t","expires_in":7200}`))
	httpmock.RegisterResponderWithQuery("GET", workwx.DefaultBaseURL+"/cgi-bin/user/get", "access_token=t&userid=lisi",
		httpmock.NewStringResponder(200, `{"errcode":0,"userid":"lisi","biz_mail":"LiSi@example.com"}`))
	httpmock.RegisterResponderWithQuery("GET", workwx.DefaultBaseURL+"/cgi-bin/user/get", "access_token=t&userid=nobody",
		httpmock.NewStringResponder(200, `{"errcode":60111,"errmsg":"invalid userid"}`))

	mail, err := mailOf(t.Context(), client, "lisi")
	require.NoError(t, err)
	require.Equal(t, "lisi@example.com", mail)

	mail, err = mailOf(t.Context(), client, "nobody")
	require.NoError(t, err)
	require.Empty(t, mail)
	require.Equal(t, 3, httpmock.GetTotalCallCount(), "one token for both")
}

type directoryFunc func(userID string) (*workwx.User, error)

func (f directoryFunc) GetUser(_ context.Context, userID string) (*workwx.User, error) {
	return f(userID)
}

// TestWithInterface replaces the client.
func TestWithInterface(t *testing.T) {
	down := errors.New("down")
	_, err := mailOf(t.Context(), directoryFunc(func(string) (*workwx.User, error) { return nil, down }), "lisi")
	require.ErrorIs(t, err, down)

	mail, err := mailOf(t.Context(), directoryFunc(func(string) (*workwx.User, error) {
		return nil, &workwx.Error{Code: workwx.CodeUserNotFound}
	}), "lisi")
	require.NoError(t, err)
	require.Empty(t, mail)
}
