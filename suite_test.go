package workwx

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSuiteURLs(t *testing.T) {
	t.Parallel()
	c := wireClient(t, new(wire))

	link, err := c.SuiteInstallURL("pre+code", "https://example.com/done?a=b", "s7")
	require.NoError(t, err)
	require.Equal(t, "https://open.work.weixin.qq.com/3rdapp/install?suite_id=wwsuite&pre_auth_code=pre%2Bcode&redirect_uri=https%3A%2F%2Fexample.com%2Fdone%3Fa%3Db&state=s7", link)

	link, err = c.OAuth2URL("https://example.com/", "s7", WithOAuth2Suite("wwsuite"), WithOAuth2Scope(OAuth2ScopePrivateInfo))
	require.NoError(t, err)
	require.Equal(t, "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wwsuite&redirect_uri=https%3A%2F%2Fexample.com%2F&response_type=code&scope=snsapi_privateinfo&state=s7#wechat_redirect", link)

	var refused *ArgumentError
	_, err = c.SuiteInstallURL("", "https://example.com/", "s7")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "pre_auth_code", refused.Field)
	_, err = c.SuiteInstallURL("code", "example.com", "s7")
	require.ErrorAs(t, err, &refused)
	plain, err := NewClient("wwtest", "secret")
	require.NoError(t, err)
	_, err = plain.SuiteInstallURL("code", "https://example.com/", "s7")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "suite_id", refused.Field)
}

func TestForAuthorizedCorp(t *testing.T) {
	t.Parallel()
	c := wireClient(t, new(wire))
	var config *ConfigError
	_, err := c.ForAuthorizedCorp("wwcorp", "")
	require.ErrorAs(t, err, &config)
	_, err = c.ForSharedCorp(nil)
	require.ErrorAs(t, err, &config)

	corp, err := c.ForAuthorizedCorp("wwcorp", "permanent", WithAgentID(7))
	require.NoError(t, err)
	require.Equal(t, "wwcorp", corp.CorpID())
	require.Equal(t, int64(7), corp.AgentID())
}

// TestTokenKeys: whatever has a token of its own has a key of its own, in a store that many share.
func TestTokenKeys(t *testing.T) {
	t.Parallel()
	c := wireClient(t, new(wire))
	seen := map[string]string{}
	add := func(who, key string) {
		t.Helper()
		require.Empty(t, seen[key], "%s has the key of another", who)
		seen[key] = who
	}
	suite := func(id string) Option {
		return WithSuite(Suite{SuiteID: id, SuiteSecret: "secret of " + Secret(id), Ticket: func(context.Context) (Secret, error) { return "t", nil }})
	}
	with := func(opts ...Option) *Client {
		t.Helper()
		d, err := c.With(opts...)
		require.NoError(t, err)
		return d
	}
	for _, id := range []string{"one", "two"} {
		add("suite "+id, with(suite(id)).suiteToken.key)
	}
	for _, id := range []string{"one", "two"} {
		maker := with(WithDeviceModel(DeviceModel{ModelID: id, ModelSecret: "same", Ticket: func(context.Context) (Secret, error) { return "t", nil }}))
		add("model "+id, maker.modelToken.key)
		for _, sn := range []string{"SN1", "SN2"} {
			device, err := maker.ForDevice(sn, "same"+Secret(id))
			require.NoError(t, err)
			add("device "+sn+" of "+id, device.deviceToken.key)
			require.Same(t, maker.modelToken, device.modelToken)
		}
	}
	for _, secret := range []string{"one", "two"} {
		add("provider "+secret, with(WithProviderSecret(secret)).providerToken.key)
		add("app "+secret, with(WithCredentials("wwtest", secret)).access.key)
		corp, err := c.ForAuthorizedCorp("wwcorp"+secret, "permanent")
		require.NoError(t, err)
		add("corp "+secret, corp.access.key)
	}
	for _, agentID := range []int64{1, 2} {
		branch, err := c.ForSharedCorp(&GetCorpGroupAccessTokenRequest{CorpID: "wwbranch", AgentID: agentID})
		require.NoError(t, err)
		add("branch", branch.access.key)
	}
	// A suite's token is the same for all that act for it.
	corp, err := with(suite("one")).ForAuthorizedCorp("wwcorp", "permanent")
	require.NoError(t, err)
	require.Equal(t, "suite one", seen[corp.suiteToken.key])
}
