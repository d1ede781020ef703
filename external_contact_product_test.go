package workwx

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUpdateProductAlbum(t *testing.T) {
	t.Parallel()
	c, p := customerClient(t, `{"errcode":0,"errmsg":"ok"}`)
	require.NoError(t, c.UpdateProductAlbum(t.Context(), &UpdateProductAlbumRequest{
		ProductID: "p-1", Price: Ptr(int64(0)), Attachments: []ProductAlbumAttachment{NewProductAlbumImage("m")},
	}))
	require.Equal(t, []string{`/cgi-bin/externalcontact/update_product_album {"product_id":"p-1","price":0,"attachments":[{"type":"image","image":{"media_id":"m"}}]}`}, p.sent)
}
