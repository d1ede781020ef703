package workwx

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestForDevice(t *testing.T) {
	t.Parallel()
	plain, err := NewClient("wwtest", "secret")
	require.NoError(t, err)
	var config *ConfigError
	_, err = plain.ForDevice("SN1", "devicesecret")
	require.ErrorAs(t, err, &config)
	require.ErrorContains(t, config, "WithDeviceModel")
	var refused *ArgumentError
	require.ErrorAs(t, plain.UnregisterDeviceSN(t.Context(), "SN1"), &refused)
	require.ErrorContains(t, refused, "WithDeviceModel")
	require.ErrorAs(t, plain.ReportDeviceStatus(t.Context(), &ReportDeviceStatusRequest{}), &refused)
	require.ErrorContains(t, refused, "WithDevice")
	_, err = plain.With(WithDeviceModel(DeviceModel{ModelID: "md"}))
	require.ErrorAs(t, err, &config)
	require.Equal(t, "WithDeviceModel", config.Option)

	c := wireClient(t, new(wire))
	_, err = c.ForDevice("", "devicesecret")
	require.ErrorAs(t, err, &config)
	_, err = c.ForDevice("SN1", "")
	require.ErrorAs(t, err, &config)
	other, err := c.ForDevice("SN1", "devicesecret", WithDeviceModel(DeviceModel{ModelID: "mdother", ModelSecret: "s", Ticket: c.set.deviceModel.Ticket}))
	require.NoError(t, err)
	require.NotSame(t, c.modelToken, other.modelToken, "the token is another model's")
}

// TestDeviceBindCorp: the corp comes under either name, and may be missing.
func TestDeviceBindCorp(t *testing.T) {
	t.Parallel()
	w := new(wire)
	c := wireClient(t, w)
	for name, want := range map[string]DeviceBindCorp{
		`,"bind_corpinfo":{"open_corpid":"wp1","corp_name":"Example"}`:  {OpenCorpID: "wp1", CorpName: "Example"},
		`,"auth_corp_info":{"open_corpid":"wp1","corp_name":"Example"}`: {OpenCorpID: "wp1", CorpName: "Example"},
		``: {},
	} {
		w.answer(`{"errcode":0,"device_detail":{"model_name":"Gate","bind_status":"1"`+name+`}}`, nil)
		d, err := c.GetDevice(t.Context(), "SN1")
		require.NoError(t, err)
		require.Equal(t, &Device{ModelName: "Gate", BindStatus: true, BindCorpInfo: want}, d)
	}
	require.Error(t, new(Device).UnmarshalJSON([]byte(`{"model_name":`)))
}

func TestDeviceAbility(t *testing.T) {
	t.Parallel()
	ability := DeviceAbility(5)
	require.True(t, ability.Has(DeviceAbilityCheckin|DeviceAbilityTemperature))
	require.False(t, ability.Has(DeviceAbilityAccess))
}

// TestDeviceTokenRenewed: a token that the platform no longer takes is fetched anew, that of the model as well.
func TestDeviceTokenRenewed(t *testing.T) {
	t.Parallel()
	for name, call := range map[string]func(*Client) error{
		`{"errcode":40106,"errmsg":"invalid"}`:  func(c *Client) error { return c.ReportDeviceStatus(t.Context(), &ReportDeviceStatusRequest{}) },
		`{"errcode":42021,"errmsg":"expired"}`:  func(c *Client) error { return c.ReportDeviceStatus(t.Context(), &ReportDeviceStatusRequest{}) },
		`{"errcode":710400,"errmsg":"invalid"}`: func(c *Client) error { return c.UnregisterDeviceSN(t.Context(), "SN1") },
		`{"errcode":710401,"errmsg":"expired"}`: func(c *Client) error { return c.UnregisterDeviceSN(t.Context(), "SN1") },
	} {
		calls := 0
		w := new(wire)
		c, err := wireClient(t, w).With(WithHooks(Hooks{OnCall: func(_ context.Context, i CallInfo) {
			if i.WillRetry {
				calls++
				w.answer(`{"errcode":0}`, nil)
			}
		}}))
		require.NoError(t, err)
		w.answer(name, nil)
		require.NoError(t, call(c), name)
		require.Equal(t, 1, calls, name)
	}
}
