package workwx

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSendMailWithAttachments(t *testing.T) {
	t.Parallel()
	var sent []string
	c := contactsClient(t, func(path, _, body string) string {
		require.Equal(t, "/cgi-bin/exmail/app/compose_send", path)
		sent = append(sent, body)
		return `{"errcode":0,"errmsg":"ok"}`
	})
	req := &SendMailRequest{
		To: MailReceivers{UserIDs: []string{"anna"}}, Subject: "s", Content: "c",
		AttachmentList: make([]MailAttachment, 0, 4), // with room, so that appending would write into it
	}
	req.AttachmentList = append(req.AttachmentList, MailAttachment{FileName: "a", Content: "YQ=="})
	before := *req
	require.NoError(t, c.SendMailWithAttachments(t.Context(), req,
		&Media{FileName: "报表.txt", Reader: onlyReader{strings.NewReader("hello")}}, NewMediaFromBuffer("empty", nil)))
	require.Equal(t, `{"to":{"userids":["anna"]},"subject":"s","content":"c","attachment_list":[{"file_name":"a","content":"YQ=="},`+
		`{"file_name":"报表.txt","content":"aGVsbG8="},{"file_name":"empty","content":""}]}`, sent[0])
	require.Equal(t, before, *req)
	require.Empty(t, req.AttachmentList[:2][1], "the caller's list is not written to")

	sent = nil
	// endless is never read to its end.
	endless := &Media{FileName: "a", Reader: zeros{}}
	for name, files := range map[string][]*Media{
		"none":      {nil},
		"no reader": {{FileName: "a"}},
		"no name":   {{Reader: strings.NewReader("a")}},
		"broken":    {{FileName: "a", Reader: failingReader{}}},
		"too large": {NewMediaFromBuffer("b", []byte("b")), endless},
		"too many":  make([]*Media, MaxMailAttachments),
	} {
		err := c.SendMailWithAttachments(t.Context(), req, files...)
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument, name)
		require.NotEmpty(t, argument.Field, name)
	}
	require.ErrorIs(t, c.SendMailWithAttachments(t.Context(), nil), ErrNilRequest)
	require.Empty(t, sent)
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

var _ io.Reader = zeros{}

// TestMailLists: nil stays away, an empty list clears, and an answer may have the list bare.
func TestMailLists(t *testing.T) {
	t.Parallel()
	body, err := encodeJSON(&UpdatePublicMailRequest{ID: 1, UserIDList: MailStringList{"a"}, TagList: MailIDList{}})
	require.NoError(t, err)
	require.Equal(t, `{"id":1,"userid_list":{"list":["a"]},"tag_list":{"list":[]}}`, string(body))
	var got PublicMail
	_, err = decodeJSON([]byte(`{"id":"1","userid_list":{"list":["a","b"]},"tag_list":[1,2],"department_list":null,"alias_list":{}}`), &got)
	require.NoError(t, err)
	require.Equal(t, PublicMail{ID: 1, UserIDList: MailStringList{"a", "b"}, TagList: MailIDList{1, 2}}, got)
	require.Error(t, json.NewDecoder(bytes.NewReader([]byte(`{"tag_list":{"list":["x"]}}`))).Decode(new(PublicMail)))
}

func TestSearchMailGroups(t *testing.T) {
	t.Parallel()
	c := contactsClient(t, func(path, query, _ string) string {
		require.Equal(t, "/cgi-bin/exmail/group/search", path)
		require.Equal(t, "fuzzy=1&groupid=g%40example.com", query)
		return `{"errcode":0,"errmsg":"ok","count":"1","groups":[{"groupid":"g@example.com","groupname":"G"}]}`
	})
	found, err := c.SearchMailGroups(t.Context(), &SearchMailGroupsRequest{Fuzzy: Yes, GroupID: "g@example.com"})
	require.NoError(t, err)
	require.Equal(t, &SearchMailGroupsResponse{Count: 1, Groups: []*MailGroupItem{{GroupID: "g@example.com", GroupName: "G"}}}, found)
}
