package workwxtest

import (
	"context"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/go-workwx/workwx"
)

// providerClient is a client of the provider of a suite.
func providerClient(t *testing.T, s *Server, suiteID string, opts ...workwx.Option) *workwx.Client {
	t.Helper()
	c, err := workwx.NewClient("wwprovider", "providersecret", append([]workwx.Option{
		workwx.WithBaseURL(s.URL), workwx.WithHTTPClient(s.HTTPClient()), workwx.WithRetry(workwx.RetryPolicy{Attempts: 1}),
		workwx.WithSuite(workwx.Suite{SuiteID: suiteID, SuiteSecret: "suitesecret", Ticket: func(context.Context) (workwx.Secret, error) {
			return workwx.Secret(s.SuiteTicket(suiteID)), nil
		}}),
	}, opts...)...)
	require.NoError(t, err)
	return c
}

// TestSuite is the life of a third-party app: it is installed, acts in the corp, knows who opens its pages,
// and is removed.
func TestSuite(t *testing.T) {
	t.Parallel()
	s := NewServer(t)
	s.AddUsers("zhangsan", "boss")
	s.AddSuite(Suite{ID: "wwsuite", Secret: "suitesecret"})
	provider := providerClient(t, s, "wwsuite")
	ctx := t.Context()

	pre, err := provider.GetSuitePreAuthCode(ctx)
	require.NoError(t, err)
	link, err := provider.SuiteInstallURL(pre.PreAuthCode, "https://example.com/installed", "campaign7")
	require.NoError(t, err)
	require.Contains(t, link, "suite_id=wwsuite&pre_auth_code="+string(pre.PreAuthCode))

	code := workwx.Secret(s.InstallSuite("wwsuite", "boss", "campaign7"))
	installed, err := provider.GetSuitePermanentCodeV2(ctx, code)
	require.NoError(t, err)
	require.Equal(t, "campaign7", installed.State)
	require.Equal(t, "boss", installed.AuthUserInfo.UserID)
	require.Equal(t, s.CorpID(), installed.AuthCorpInfo.CorpID)
	_, err = provider.GetSuitePermanentCodeV2(ctx, code)
	require.Error(t, err, "a code works once")

	info, err := provider.GetSuiteAuthInfoV2(ctx, &workwx.GetSuiteAuthInfoRequest{AuthCorpID: s.CorpID(), PermanentCode: installed.PermanentCode})
	require.NoError(t, err)
	agentID := info.AuthInfo.Agent[0].AgentID
	admins, err := provider.ListSuiteAgentAdmins(ctx, &workwx.ListSuiteAgentAdminsRequest{AuthCorpID: s.CorpID(), AgentID: agentID})
	require.NoError(t, err)
	require.Equal(t, "boss", admins[0].UserID)

	corp, err := provider.ForAuthorizedCorp(s.CorpID(), installed.PermanentCode, workwx.WithAgentID(agentID))
	require.NoError(t, err)
	before := s.TokenFetches()
	for range 3 {
		_, err = corp.SendTextMessage(ctx, workwx.ToUsers("zhangsan"), "installed")
		require.NoError(t, err)
	}
	require.Equal(t, 1, s.TokenFetches()-before, "the corp's token is cached")
	require.Len(t, s.MessagesTo("zhangsan"), 3)
	require.Equal(t, agentID, s.Messages()[0].AgentID)

	visitor, err := provider.GetSuiteAuthUserInfo(ctx, s.IssueCode("zhangsan"))
	require.NoError(t, err)
	require.Equal(t, "zhangsan", visitor.UserID)
	require.NotEmpty(t, visitor.OpenUserID)
	detail, err := provider.GetSuiteAuthUserDetail(ctx, visitor.UserTicket)
	require.NoError(t, err)
	require.Equal(t, "zhangsan", detail.UserID)

	s.UninstallSuite("wwsuite")
	_, err = corp.SendTextMessage(ctx, workwx.ToUsers("zhangsan"), "still there?")
	var token *workwx.TokenError
	require.ErrorAs(t, err, &token)
	require.ErrorIs(t, err, workwx.CodeInvalidPermanentCode)
	require.NotContains(t, err.Error(), string(installed.PermanentCode))
}

// TestSuiteTicketPushed: the ticket reaches the client by the command URL.
func TestSuiteTicketPushed(t *testing.T) {
	t.Parallel()
	s := NewServer(t)
	s.AddSuite(Suite{ID: "wwsuite", Secret: "suitesecret"})
	tickets := make(chan workwx.Secret, 1)
	h, err := workwx.NewCallbackHandler(s.CallbackToken(), s.EncodingAESKey(), "wwsuite", nil)
	require.NoError(t, err)
	workwx.On(h, func(_ context.Context, ev *workwx.SuiteTicketEvent) (workwx.Reply, error) {
		tickets <- ev.SuiteTicket
		return nil, nil
	})
	mounted := httptest.NewServer(h)
	defer mounted.Close()
	result, err := s.Push(t.Context(), mounted.URL, s.SuiteEventXML("wwsuite", "suite_ticket", "SuiteTicket", s.SuiteTicket("wwsuite")), ReceiveID("wwsuite"))
	require.NoError(t, err)
	require.Equal(t, "success", string(result.Body))
	require.Equal(t, s.SuiteTicket("wwsuite"), string(<-tickets))
}

// TestWrongSuiteCredentials are refused as on the platform.
func TestWrongSuiteCredentials(t *testing.T) {
	t.Parallel()
	s := NewServer(t)
	s.AddSuite(Suite{ID: "wwsuite", Secret: "suitesecret"})
	c := providerClient(t, s, "wwsuite")
	for code, req := range map[workwx.Code]*workwx.GetSuiteAccessTokenRequest{
		workwx.CodeInvalidSuiteID:     {SuiteID: "wwother", SuiteSecret: "suitesecret", SuiteTicket: workwx.Secret(s.SuiteTicket("wwsuite"))},
		workwx.CodeInvalidSuiteSecret: {SuiteID: "wwsuite", SuiteSecret: "guess", SuiteTicket: workwx.Secret(s.SuiteTicket("wwsuite"))},
		workwx.CodeInvalidSuiteTicket: {SuiteID: "wwsuite", SuiteSecret: "suitesecret", SuiteTicket: "old"},
	} {
		_, err := c.GetSuiteAccessToken(t.Context(), req)
		require.ErrorIs(t, err, code)
	}
	_, err := c.GetSuitePermanentCode(t.Context(), "guess")
	require.ErrorIs(t, err, workwx.CodeInvalidAuthCode)
	_, err = c.GetSuiteCorpAccessToken(t.Context(), &workwx.GetSuiteCorpAccessTokenRequest{AuthCorpID: s.CorpID(), PermanentCode: "guess"})
	require.ErrorIs(t, err, workwx.CodeInvalidPermanentCode)
}
