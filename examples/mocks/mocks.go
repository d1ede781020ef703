// Package mocks holds a function whose tests need no fake platform: one replaces the transport of a
// client, the other the client.
package mocks

import (
	"context"
	"errors"
	"strings"

	"github.com/go-workwx/workwx"
)

// directory is what mailOf needs of a client. A *workwx.Client has it.
type directory interface {
	GetUser(ctx context.Context, userID string) (*workwx.User, error)
}

var _ directory = (*workwx.Client)(nil)

// mailOf returns the address of a member, or "" if there is no such member or no address.
func mailOf(ctx context.Context, d directory, userID string) (string, error) {
	user, err := d.GetUser(ctx, userID)
	if errors.Is(err, workwx.CodeUserNotFound) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return strings.ToLower(user.BizMail), nil
}
