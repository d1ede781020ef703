package workwx

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

func TestAIBotMediaVectors(t *testing.T) {
	t.Parallel()
	for _, v := range callbackVectors(t).Media {
		for _, key := range []string{v.AESKey, strings.TrimRight(v.AESKey, "=")} {
			plain, err := DecryptAIBotMedia(bytes.Clone(v.Ciphertext), key)
			require.NoError(t, err, v.Name)
			require.Len(t, plain, v.Length, v.Name)
			sum := sha256.Sum256(plain)
			require.Equal(t, v.Sum, hex.EncodeToString(sum[:]), v.Name)
			r, err := NewAIBotMediaReader(bytes.NewReader(v.Ciphertext), key)
			require.NoError(t, err)
			streamed, err := io.ReadAll(r)
			require.NoError(t, err)
			require.True(t, bytes.Equal(plain, streamed))
		}
	}
}

// encryptAIBotMedia is the reverse of DecryptAIBotMedia.
func encryptAIBotMedia(tb testing.TB, plain []byte, aesKey string) []byte {
	tb.Helper()
	key, err := base64.StdEncoding.DecodeString(aesKey + "=")
	require.NoError(tb, err)
	block, err := aes.NewCipher(key)
	require.NoError(tb, err)
	pad := 32 - len(plain)%32
	data := append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, key[:16]).CryptBlocks(data, data)
	return data
}

// TestAIBotMediaReader: the stream is the file, whatever its length and however it comes and is read.
func TestAIBotMediaReader(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 15, 16, 17, 31, 32, 33, 32<<10 - 32, 32 << 10, 32<<10 + 1, 100_000} {
		plain := bytes.Repeat([]byte("0123456789abcdef!"), n/17+1)[:n]
		data := encryptAIBotMedia(t, plain, cbKey)
		whole, err := DecryptAIBotMedia(bytes.Clone(data), cbKey)
		require.NoError(t, err)
		require.True(t, bytes.Equal(plain, whole), n)
		for name, wrap := range map[string]func(io.Reader) io.Reader{
			"whole":   func(r io.Reader) io.Reader { return r },
			"bytes":   iotest.OneByteReader,
			"halves":  iotest.HalfReader,
			"dataEOF": iotest.DataErrReader,
		} {
			r, err := NewAIBotMediaReader(wrap(bytes.NewReader(data)), cbKey)
			require.NoError(t, err)
			require.NoError(t, iotest.TestReader(r, plain), "%d, %s", n, name)
		}
	}
}

func TestAIBotMediaErrors(t *testing.T) {
	t.Parallel()
	data := encryptAIBotMedia(t, bytes.Repeat([]byte("x"), 100), cbKey)
	other := strings.Repeat("B", 43)
	broken := errors.New("broken")
	for name, tc := range map[string]struct {
		data io.Reader
		key  string
		want error
	}{
		"empty":      {strings.NewReader(""), cbKey, ErrAIBotMediaLength},
		"cut":        {bytes.NewReader(data[:len(data)-1]), cbKey, ErrAIBotMediaLength},
		"block away": {bytes.NewReader(data[:len(data)-32]), cbKey, ErrAIBotMediaPadding},
		"wrong key":  {bytes.NewReader(data), other, ErrAIBotMediaPadding},
		"broken":     {io.MultiReader(bytes.NewReader(data[:40]), iotest.ErrReader(broken)), cbKey, broken},
		"unexpected": {io.MultiReader(bytes.NewReader(data[:40]), iotest.ErrReader(io.ErrUnexpectedEOF)), cbKey, io.ErrUnexpectedEOF},
		"no bytes":   {stuck{}, cbKey, io.ErrNoProgress},
	} {
		r, err := NewAIBotMediaReader(tc.data, tc.key)
		require.NoError(t, err)
		got, err := io.ReadAll(r)
		require.ErrorIs(t, err, tc.want, name)
		require.LessOrEqual(t, len(got), 100, "%s: padding was read", name)
		_, again := r.Read(make([]byte, 1))
		require.Equal(t, err, again, name)
	}
	for _, bad := range [][]byte{nil, data[:17]} {
		_, err := DecryptAIBotMedia(bytes.Clone(bad), cbKey)
		require.ErrorIs(t, err, ErrAIBotMediaLength)
	}
	_, err := DecryptAIBotMedia(bytes.Clone(data), other)
	require.ErrorIs(t, err, ErrAIBotMediaPadding)
	for _, key := range []string{"", "KEY-MARKER", strings.Repeat("!", 43)} {
		_, err := DecryptAIBotMedia(bytes.Clone(data), key)
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument)
		require.NotContains(t, err.Error(), "MARKER")
		_, err = NewAIBotMediaReader(bytes.NewReader(data), key)
		require.ErrorAs(t, err, &argument)
	}
}

// stuck is a reader that neither has anything nor ends.
type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

// TestAIBotResponseCodeStaysSecret: neither an error nor an event nor a log shows it.
func TestAIBotResponseCodeStaysSecret(t *testing.T) {
	t.Parallel()
	const code = "CODE-MARKER/+="
	var seen bytes.Buffer
	answers := []string{`{"errcode":60140,"errmsg":"invalid response_code ` + code + `"}`, "<html>" + code + "</html>", ""}
	for _, answer := range answers {
		c, err := NewClient("ww", "secret", WithLogger(slog.New(slog.NewTextHandler(&seen, &slog.HandlerOptions{Level: slog.LevelDebug}))),
			WithRetry(RetryPolicy{Attempts: 1}), WithHTTPClient(&http.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
				require.Equal(t, code, r.URL.Query().Get("response_code"))
				require.False(t, r.URL.Query().Has("access_token"))
				require.Equal(t, "qyapi.weixin.qq.com", r.URL.Host)
				if answer == "" {
					return nil, fmt.Errorf("cannot reach %s", r.URL)
				}
				return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(answer))}, nil
			})}))
		require.NoError(t, err)
		for _, url := range []Secret{code, "https://elsewhere.example/cgi-bin/aibot/response?response_code=CODE-MARKER%2F%2B%3D"} {
			err = c.SendAIBotMarkdownResponse(t.Context(), url, "hi")
			require.Error(t, err)
			fmt.Fprintf(&seen, "%v %+v %#v", err, err, err)
			for err := errors.Unwrap(err); err != nil; err = errors.Unwrap(err) {
				fmt.Fprintf(&seen, "%v %#v", err, err)
			}
		}
	}
	c := wireClient(t, new(wire))
	for _, bad := range []Secret{"", "https://x/MARKER?response_code=", "https://x/%zz?response_code=MARKER"} {
		err := c.SendAIBotMarkdownResponse(t.Context(), bad, "hi")
		var argument *ArgumentError
		require.ErrorAs(t, err, &argument)
		fmt.Fprintf(&seen, "%+v", err)
	}
	ev, err := ParseEvent([]byte(`{"msgid":"1","aibotid":"b","from":{"userid":"u"},"response_url":"https://x/?response_code=CODE-MARKER","msgtype":"text","text":{"content":"hi"}}`))
	require.NoError(t, err)
	fmt.Fprintf(&seen, "%v %+v %#v", ev, ev, ev)
	require.NotContains(t, seen.String(), "MARKER")
}
