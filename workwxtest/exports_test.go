package workwxtest_test

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"github.com/go-workwx/workwx"
	"github.com/go-workwx/workwx/workwxtest"
	"github.com/stretchr/testify/require"
)

const exportKey = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"

// exported is what the files of an export hold.
type exported struct {
	UserList []struct {
		UserID string `json:"userid"`
		Name   string `json:"name"`
		Mobile string `json:"mobile"`
	} `json:"userlist"`
	Department []struct {
		ID   int64  `json:"id"`
		Name string `json:"name"`
	} `json:"department"`
	TagName   string  `json:"tagname"`
	PartyList []int64 `json:"partylist"`
}

// readExport downloads a file of an export and decrypts it as its documentation says.
func readExport(t *testing.T, srv *workwxtest.Server, f workwx.ExportFile) (content exported) {
	t.Helper()
	resp, err := srv.HTTPClient().Get(f.URL)
	require.NoError(t, err)
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.EqualValues(t, f.Size, len(data))
	sum := md5.Sum(data)
	require.Equal(t, f.MD5, hex.EncodeToString(sum[:]))
	key, err := base64.StdEncoding.DecodeString(exportKey + "=")
	require.NoError(t, err)
	block, err := aes.NewCipher(key)
	require.NoError(t, err)
	cipher.NewCBCDecrypter(block, key[:16]).CryptBlocks(data, data)
	require.NoError(t, json.Unmarshal(data[:len(data)-int(data[len(data)-1])], &content))
	return content
}

func TestExports(t *testing.T) {
	t.Parallel()
	callback, events := pushed(t)
	srv, c := office(t, callback)
	wait := func(kind, jobID string, err error) []workwx.ExportFile {
		t.Helper()
		require.NoError(t, err)
		e := next[*workwx.BatchJobResultEvent](t, events)
		require.Equal(t, jobID, e.BatchJob.JobID)
		require.EqualValues(t, kind, e.BatchJob.JobType)
		files, err := c.WaitExportJob(t.Context(), jobID)
		require.NoError(t, err)
		return files
	}
	jobID, err := c.SubmitSimpleUserExportJob(t.Context(), &workwx.SubmitSimpleUserExportJobRequest{EncodingAESKey: exportKey})
	files := wait("export_simple_user", jobID, err)
	require.Len(t, files, 1)
	content := readExport(t, srv, files[0])
	require.Len(t, content.UserList, 4)
	require.Empty(t, content.UserList[0].Mobile)
	jobID, err = c.SubmitUserExportJob(t.Context(), &workwx.SubmitUserExportJobRequest{EncodingAESKey: exportKey})
	content = readExport(t, srv, wait("export_user", jobID, err)[0])
	require.Equal(t, "boss", content.UserList[0].UserID)
	require.NotEmpty(t, content.UserList[0].Mobile)
	_, err = c.CreateDepartment(t.Context(), &workwx.CreateDepartmentRequest{Name: "研发部", ParentID: 1})
	require.NoError(t, err)
	jobID, err = c.SubmitDepartmentExportJob(t.Context(), &workwx.SubmitDepartmentExportJobRequest{EncodingAESKey: exportKey})
	content = readExport(t, srv, wait("export_department", jobID, err)[0])
	require.Equal(t, "研发部", content.Department[1].Name)
	tagID, err := c.CreateTag(t.Context(), &workwx.CreateTagRequest{TagName: "值班"})
	require.NoError(t, err)
	_, err = c.AddTagUsers(t.Context(), &workwx.AddTagUsersRequest{TagID: tagID, UserList: []string{"lisi"}, PartyList: []int64{1}})
	require.NoError(t, err)
	jobID, err = c.SubmitTagUserExportJob(t.Context(), &workwx.SubmitTagUserExportJobRequest{TagID: tagID, EncodingAESKey: exportKey})
	content = readExport(t, srv, wait("export_tag", jobID, err)[0])
	require.Equal(t, "值班", content.TagName)
	require.Equal(t, "lisi", content.UserList[0].UserID)
	require.Equal(t, []int64{1}, content.PartyList)

	_, err = c.SubmitTagUserExportJob(t.Context(), &workwx.SubmitTagUserExportJobRequest{TagID: 99, EncodingAESKey: exportKey})
	require.ErrorIs(t, err, workwx.CodeInvalidTagID)
	_, err = c.SubmitUserExportJob(t.Context(), &workwx.SubmitUserExportJobRequest{EncodingAESKey: "short"})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	_, err = c.SubmitUserExportJob(t.Context(), &workwx.SubmitUserExportJobRequest{EncodingAESKey: exportKey, BlockSize: 9999})
	require.ErrorIs(t, err, workwx.CodeIllegalParameter)
	_, err = c.GetExportJobResult(t.Context(), "none")
	require.ErrorIs(t, err, workwx.CodeJobNotFound)
	srv.AddApp(workwxtest.App{AgentID: 7, Secret: "another-secret"})
	_, err = srv.AppClient(7).GetExportJobResult(t.Context(), jobID)
	require.ErrorIs(t, err, workwx.CodeJobNotFound, "the job is another app's")
}

// TestExportBlocks exports more members than one file takes.
func TestExportBlocks(t *testing.T) {
	t.Parallel()
	srv := workwxtest.NewServer(t)
	c := srv.Client()
	const most = 10000
	ids := make([]string, most+1)
	for i := range ids {
		ids[i] = fmt.Sprint("u", i)
	}
	srv.AddUsers(ids...)
	jobID, err := c.SubmitSimpleUserExportJob(t.Context(), &workwx.SubmitSimpleUserExportJobRequest{EncodingAESKey: exportKey, BlockSize: most})
	require.NoError(t, err)
	files, err := c.WaitExportJob(t.Context(), jobID)
	require.NoError(t, err)
	require.Len(t, files, 2)
	require.Len(t, readExport(t, srv, files[0]).UserList, most)
	require.Equal(t, ids[most], readExport(t, srv, files[1]).UserList[0].UserID)
}
