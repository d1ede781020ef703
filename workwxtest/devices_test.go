package workwxtest

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

// makerClient is a client of the maker of a model of devices.
func makerClient(t *testing.T, s *Server, modelID string) *workwx.Client {
	t.Helper()
	c, err := workwx.NewClient("wwmaker", "providersecret",
		workwx.WithBaseURL(s.URL), workwx.WithHTTPClient(s.HTTPClient()), workwx.WithRetry(workwx.RetryPolicy{Attempts: 1}),
		workwx.WithDeviceModel(workwx.DeviceModel{ModelID: modelID, ModelSecret: "modelsecret", Ticket: func(context.Context) (workwx.Secret, error) {
			return workwx.Secret(s.DeviceModelTicket(modelID)), nil
		}}))
	require.NoError(t, err)
	return c
}

// TestDevice is the life of a device: it is registered, bound to a corp, reports, and is unbound.
func TestDevice(t *testing.T) {
	t.Parallel()
	s := NewServer(t)
	s.AddDeviceModel(DeviceModel{ID: "mdgate", Secret: "modelsecret"})
	maker := makerClient(t, s, "mdgate")
	ctx := t.Context()

	code, err := maker.RegisterDeviceSN(ctx, "SN1")
	require.NoError(t, err)
	require.Contains(t, code, "SN1")
	_, err = maker.RegisterDeviceSN(ctx, "sn1")
	require.ErrorIs(t, err, codeDeviceExists, "the case does not count")
	_, err = maker.RegisterDeviceSN(ctx, "SN 1")
	require.ErrorIs(t, err, codeInvalidDeviceSN)

	auth := workwx.Secret(s.BindDevice("SN1"))
	bound, err := maker.GetDeviceSecret(ctx, auth)
	require.NoError(t, err)
	require.NotEmpty(t, bound.DeviceAccessToken)
	_, err = maker.GetDeviceSecret(ctx, auth)
	require.ErrorIs(t, err, workwx.CodeInvalidAuthCode, "a code works once")
	detail, err := maker.GetDevice(ctx, "SN1")
	require.NoError(t, err)
	require.True(t, bool(detail.BindStatus))
	require.Equal(t, s.CorpID(), detail.BindCorpInfo.OpenCorpID)
	require.ErrorIs(t, maker.UnregisterDeviceSN(ctx, "SN1"), codeDeviceBound)

	gate, err := maker.ForDevice("SN1", bound.DeviceSecret)
	require.NoError(t, err)
	status := &workwx.ReportDeviceStatusRequest{OnlineStatus: workwx.DeviceOnlineStatusOnline}
	require.NoError(t, gate.ReportDeviceStatus(ctx, status))
	const getModelToken = "/cgi-bin/openhw/get_model_token"
	require.Len(t, s.RequestsTo(getModelToken), 1, "the device has the token of its maker's client")

	for name, end := range map[string]func(){"expired": s.ExpireTokens, "revoked": s.RevokeTokens} {
		end()
		require.NoError(t, gate.ReportDeviceStatus(ctx, status), name)
	}
	require.Len(t, s.RequestsTo(getModelToken), 3)

	s.UnbindDevice("SN1")
	err = gate.ReportDeviceStatus(ctx, status)
	var token *workwx.TokenError
	require.ErrorAs(t, err, &token)
	require.ErrorIs(t, err, codeDeviceNotBound)
	require.NotContains(t, err.Error(), string(bound.DeviceSecret))
	require.NoError(t, maker.UnregisterDeviceSN(ctx, "SN1"))
	_, err = maker.GetDevice(ctx, "SN1")
	require.ErrorIs(t, err, codeInvalidDeviceSN)
}

// TestWrongDeviceCredentials are refused as on the platform.
func TestWrongDeviceCredentials(t *testing.T) {
	t.Parallel()
	s := NewServer(t)
	s.AddDeviceModel(DeviceModel{ID: "mdgate", Secret: "modelsecret"})
	s.AddDeviceModel(DeviceModel{ID: "mdother", Secret: "modelsecret"})
	c := makerClient(t, s, "mdgate")
	ticket := workwx.Secret(s.DeviceModelTicket("mdgate"))
	for code, req := range map[workwx.Code]*workwx.GetDeviceModelAccessTokenRequest{
		codeInvalidDeviceModel:        {ModelID: "mdnone", ModelSecret: "modelsecret", ModelTicket: ticket},
		codeInvalidDeviceSecret:       {ModelID: "mdgate", ModelSecret: "guess", ModelTicket: ticket},
		workwx.CodeInvalidModelTicket: {ModelID: "mdother", ModelSecret: "modelsecret", ModelTicket: ticket},
	} {
		_, err := c.GetDeviceModelAccessToken(t.Context(), req)
		require.ErrorIs(t, err, code)
	}
	_, err := c.RegisterDeviceSN(t.Context(), "SN1")
	require.NoError(t, err)
	s.BindDevice("SN1")
	_, err = c.GetDeviceAccessToken(t.Context(), &workwx.GetDeviceAccessTokenRequest{DeviceSN: "SN1", DeviceSecret: "guess"})
	require.ErrorIs(t, err, codeInvalidDeviceSecret)
	_, err = makerClient(t, s, "mdother").GetDevice(t.Context(), "SN1")
	require.ErrorIs(t, err, codeInvalidDeviceSN, "it is another maker's")
}
