package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCreateContactWay(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"config_id":"way-1","qr_code":"https://example.com/qr"}`)
	got, err := c.CreateContactWay(t.Context(), &CreateContactWayRequest{
		Type: ContactWayTypeSingle, Scene: ContactWaySceneQRCode, User: []string{"lisi"},
		SkipVerify:  Ptr(false),
		Conclusions: ContactWayConclusions{Text: MessageText{Content: "Bye & thanks"}, Image: AttachmentImage{MediaID: "m-1"}},
	})
	require.NoError(t, err)
	require.Equal(t, &CreateContactWayResponse{ConfigID: "way-1", QRCode: "https://example.com/qr"}, got)
	require.Equal(t, []string{`/cgi-bin/externalcontact/add_contact_way {"type":1,"scene":2,"skip_verify":false,"user":["lisi"],` +
		`"conclusions":{"text":{"content":"Bye & thanks"},"image":{"media_id":"m-1"}}}`}, p.sent)
}

func TestUpdateContactWaySendsWhatIsNamed(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"errmsg":"ok"}`)
	require.NoError(t, c.UpdateContactWay(t.Context(), &UpdateContactWayRequest{ConfigID: "way-1", Remark: Ptr(""), Party: []int64{}}))
	require.Equal(t, []string{`/cgi-bin/externalcontact/update_contact_way {"config_id":"way-1","remark":"","party":[]}`}, p.sent)
}
