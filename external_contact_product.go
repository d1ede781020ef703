package workwx

import (
	"context"
	"iter"
)

// CreateProductAlbum adds a product that members can send to customers, and returns its id (创建商品图册).
//
// Errcodes 41085, 41086 and 41087 say that the number, the price or the description is not valid, 41072
// that a picture was not uploaded for albums.
//
// API: POST /cgi-bin/externalcontact/add_product_album
// Doc: https://developer.work.weixin.qq.com/document/path/95096
func (c *Client) CreateProductAlbum(ctx context.Context, req *CreateProductAlbumRequest) (string, error) {
	var resp createProductAlbumResponse
	err := c.invoke(ctx, post|once, "/cgi-bin/externalcontact/add_product_album", req, &resp)
	return resp.ProductID, err
}

type createProductAlbumResponse struct {
	ProductID string `json:"product_id"`
}

// CreateProductAlbumRequest is a product to add.
type CreateProductAlbumRequest struct {
	Description string                   `json:"description"`          // name and features, at most 300 characters
	Price       int64                    `json:"price"`                // cents (分), at most 5,000,000
	ProductSN   string                   `json:"product_sn,omitzero"`  // letters and digits, at most 128 bytes
	Attachments []ProductAlbumAttachment `json:"attachments,omitzero"` // 1 to 9 pictures
}

// ProductAlbumAttachment is a picture of a product; see [NewProductAlbumImage].
type ProductAlbumAttachment struct {
	Type  MsgAttachmentType `json:"type"`           // always image
	Image MessageMedia      `json:"image,omitzero"` // in requests from UploadAttachmentMedia, in answers for DownloadTempMedia
}

// NewProductAlbumImage returns a picture that was uploaded with [Client.UploadAttachmentMedia] for albums.
func NewProductAlbumImage(mediaID string) ProductAlbumAttachment {
	return ProductAlbumAttachment{Type: MsgAttachmentTypeImage, Image: MessageMedia{MediaID: mediaID}}
}

// DeleteProductAlbum deletes a product that this app added (删除商品图册). Errcode 41074 says that it was
// deleted before, 41075 that there is no such product.
//
// API: POST /cgi-bin/externalcontact/delete_product_album
// Doc: https://developer.work.weixin.qq.com/document/path/95096
func (c *Client) DeleteProductAlbum(ctx context.Context, productID string) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/delete_product_album", param{"product_id", productID}, nil)
}

// GetProductAlbum returns a product of the corp, whoever added it (获取商品图册).
//
// API: POST /cgi-bin/externalcontact/get_product_album
// Doc: https://developer.work.weixin.qq.com/document/path/95096
func (c *Client) GetProductAlbum(ctx context.Context, productID string) (*ProductAlbum, error) {
	var resp getProductAlbumResponse
	err := c.invoke(ctx, post, "/cgi-bin/externalcontact/get_product_album", param{"product_id", productID}, &resp)
	return resp.Product, err
}

type getProductAlbumResponse struct {
	Product *ProductAlbum `json:"product"`
}

// ProductAlbum is a product that members can send to customers.
type ProductAlbum struct {
	ProductID   string                   `json:"product_id"`
	Description string                   `json:"description"` // name and features
	Price       int64                    `json:"price"`       // cents (分)
	ProductSN   string                   `json:"product_sn"`  // the corp's number for it
	Attachments []ProductAlbumAttachment `json:"attachments"`
	CreateTime  Timestamp                `json:"create_time"` // from GetProductAlbum only
}

// ListProductAlbums returns a page of the products whose makers the app can see (获取商品图册列表).
//
// API: POST /cgi-bin/externalcontact/get_product_album_list
// Doc: https://developer.work.weixin.qq.com/document/path/95096
func (c *Client) ListProductAlbums(ctx context.Context, req *ListProductAlbumsRequest) (*ListProductAlbumsResponse, error) {
	return exec(ctx, c, post, "/cgi-bin/externalcontact/get_product_album_list", req, new(ListProductAlbumsResponse))
}

// AllProductAlbums ranges over the products, page by page; see [Client.ListProductAlbums].
func (c *Client) AllProductAlbums(ctx context.Context, req *ListProductAlbumsRequest) iter.Seq2[*ProductAlbum, error] {
	return paginate(ctx, req, c.ListProductAlbums,
		func(q *ListProductAlbumsRequest) *string { return &q.Cursor },
		func(p *ListProductAlbumsResponse) ([]*ProductAlbum, string, bool) {
			return p.ProductList, p.NextCursor, p.NextCursor != ""
		})
}

// ListProductAlbumsRequest says which page to return.
type ListProductAlbumsRequest struct {
	Cursor string `json:"cursor,omitzero"` // NextCursor of the page before
	Limit  int64  `json:"limit,omitzero"`  // per page, 50 by default, at most 100
}

// ListProductAlbumsResponse is a page of products.
type ListProductAlbumsResponse struct {
	NextCursor  string          `json:"next_cursor"` // empty on the last page
	ProductList []*ProductAlbum `json:"product_list"`
}

// UpdateProductAlbum changes the fields of a product that req sets and leaves the rest as they are
// (编辑商品图册). Only the app that added the product can do so.
//
// API: POST /cgi-bin/externalcontact/update_product_album
// Doc: https://developer.work.weixin.qq.com/document/path/95096
func (c *Client) UpdateProductAlbum(ctx context.Context, req *UpdateProductAlbumRequest) error {
	return c.invoke(ctx, post, "/cgi-bin/externalcontact/update_product_album", req, nil)
}

// UpdateProductAlbumRequest holds what changes in a product.
type UpdateProductAlbumRequest struct {
	ProductID   string                   `json:"product_id"`
	Description *string                  `json:"description,omitzero"` // name and features, at most 300 characters
	Price       *int64                   `json:"price,omitzero"`       // cents (分), at most 5,000,000
	ProductSN   *string                  `json:"product_sn,omitzero"`  // letters and digits, at most 128 bytes
	Attachments []ProductAlbumAttachment `json:"attachments,omitzero"` // replaces the pictures, at most 9
}
