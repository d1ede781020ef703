package workwx

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAllSmartdocBlocks: whether there are more comes as a string.
func TestAllSmartdocBlocks(t *testing.T) {
	t.Parallel()
	answers := map[string]string{
		`{"docid":"D","page_id":"P"}`:           `{"errcode":0,"errmsg":"ok","blocks":[{"id":"1","type":"BLOCK_TYPE_TEXT","content":"one","props":{}}],"has_more":"true","next_start":1}`,
		`{"docid":"D","page_id":"P","start":1}`: `{"errcode":0,"errmsg":"ok","blocks":[{"id":"2","type":"BLOCK_TYPE_TODO","title":"two","props":{"todo_props":{"checked":true}}}],"has_more":"false","next_start":2}`,
	}
	c := contactsClient(t, func(_, _, body string) string { return answers[body] })
	var texts []string
	var last *SmartdocBlock
	for b, err := range c.AllSmartdocBlocks(t.Context(), &ListSmartdocBlocksRequest{DocID: "D", PageID: "P"}) {
		require.NoError(t, err)
		texts = append(texts, b.Text())
		last = b
	}
	require.Equal(t, []string{"one", "two"}, texts)
	require.Equal(t, SmartdocBlockProps{TodoProps: &SmartdocTodoProps{Checked: true}}, last.Props)
}

// TestSmartdocBlockUpdate: what is switched off or emptied is sent.
func TestSmartdocBlockUpdate(t *testing.T) {
	t.Parallel()
	body, err := encodeJSON(&SmartdocBlockUpdate{ID: "1", Type: SmartdocBlockTypeTodo, Title: Ptr(""), Props: SmartdocBlockProps{TodoProps: &SmartdocTodoProps{}}})
	require.NoError(t, err)
	require.Equal(t, `{"id":"1","type":"BLOCK_TYPE_TODO","title":"","props":{"todo_props":{"checked":false}}}`, string(body))
}

func TestWaitSmartdocExportJob(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		answers := []string{`{"errcode":0,"errmsg":"ok","task_done":false}`, `{"errcode":0,"errmsg":"ok","task_done":true,"content":"# Title"}`, `{"errcode":640004,"errmsg":"no access"}`}
		c := contactsClient(t, func(path, _, body string) string {
			require.Equal(t, "/cgi-bin/wedoc/smartdoc/get_export_result", path)
			require.Equal(t, `{"task_id":"T"}`, body)
			answer := answers[0]
			answers = answers[1:]
			return answer
		})
		started := time.Now()
		content, err := c.WaitSmartdocExportJob(t.Context(), "T")
		require.NoError(t, err)
		require.Equal(t, "# Title", content)
		require.Equal(t, 2*time.Second, time.Since(started))
		content, err = c.WaitSmartdocExportJob(t.Context(), "T")
		require.ErrorIs(t, err, CodeNoFileAccess)
		require.Empty(t, content)
	})
}
