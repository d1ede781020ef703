package workwx

import (
	"context"
	"crypto/sha1"
	"encoding"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"mime"
	"net/http"
	"os"
	"sync"
)

// DefaultDriveUploadParallel is how many blocks UploadDriveMedia sends at a time unless told otherwise.
const DefaultDriveUploadParallel = 3

// maxDriveUploadParallel is the most that the platform recommends.
const maxDriveUploadParallel = 10

// UploadDriveMediaRequest is a file to upload. Its place is given by SpaceID and FatherID or by SelectedTicket,
// not by both.
type UploadDriveMediaRequest struct {
	SpaceID        string
	FatherID       string // the folder that it goes into; the SpaceID for the top of the space
	SelectedTicket string // the selectedTicket of the JS-SDK, for a folder that a member chose
	Media          *Media // the file; its ContentType is not used
	SkipPushCard   bool   // do not tell the members with a card in WeCom
	Parallel       int    // how many blocks are sent at a time, 1 to 10; DefaultDriveUploadParallel if 0
}

// UploadDriveMedia uploads a file of 1 byte to 20 GB in blocks of 2 MB and returns its ID. Nothing is sent but
// the digests of the content when the platform has it already. Otherwise there are two calls more than blocks;
// where calls are scarce, [Client.UploadDriveFile] needs one for a small file.
//
// The file is read twice, for its digests and for its blocks: a reader that cannot seek is copied to a temporary
// file first. A block that fails is sent again, as often as [WithRetry] says; each attempt has the time of
// [WithTimeout]. Up to Parallel blocks are in memory.
func (c *Client) UploadDriveMedia(ctx context.Context, req *UploadDriveMediaRequest) (string, error) {
	const api = "/cgi-bin/wedrive/file_upload_init"
	parallel, err := req.validate(api)
	if err != nil {
		return "", err
	}
	source, cleanup, err := seekable(ctx, req.Media)
	switch {
	case err != nil && ctx.Err() != nil:
		return "", newTransportError(api, 1, ctx.Err(), redactParams)
	case err != nil:
		return "", &ArgumentError{API: api, Field: "Media.Reader", Reason: err}
	}
	defer cleanup()
	start, err := source.Seek(0, io.SeekCurrent)
	if err != nil {
		return "", &ArgumentError{API: api, Field: "Media.Reader", Reason: err}
	}
	digests, size, err := DriveBlockDigests(contextReader{ctx, source})
	switch {
	case ctx.Err() != nil:
		return "", newTransportError(api, 1, ctx.Err(), redactParams)
	case err != nil:
		return "", &ArgumentError{API: api, Field: "Media.Reader", Reason: err}
	}
	begun, err := c.StartDriveFileUpload(ctx, &StartDriveFileUploadRequest{
		SpaceID: req.SpaceID, FatherID: req.FatherID, SelectedTicket: req.SelectedTicket,
		FileName: req.Media.FileName, Size: size, BlockSHA: digests, SkipPushCard: ptrIf(req.SkipPushCard),
	})
	if err != nil {
		return "", err
	}
	if begun.HitExist {
		return begun.FileID, nil
	}
	if _, err := source.Seek(start, io.SeekStart); err != nil {
		return "", &ArgumentError{API: api, Field: "Media.Reader", Reason: err}
	}
	if err := c.uploadDriveBlocks(ctx, begun.UploadKey, source, size, parallel); err != nil {
		return "", err
	}
	return c.FinishDriveFileUpload(ctx, begun.UploadKey)
}

func ptrIf(set bool) *bool {
	if !set {
		return nil
	}
	return &set
}

func (r *UploadDriveMediaRequest) validate(api string) (parallel int, err error) {
	switch {
	case r == nil:
		return 0, &ArgumentError{API: api, Reason: ErrNilRequest}
	case r.Media == nil || r.Media.Reader == nil:
		return 0, invalid(api, "Media.Reader", "there is nothing to read the file from")
	case r.Media.FileName == "":
		return 0, invalid(api, "Media.FileName", "it is empty, and the platform refuses a file without a name")
	case r.Parallel < 0 || r.Parallel > maxDriveUploadParallel:
		return 0, invalid(api, "Parallel", "%d is not between 1 and %d", r.Parallel, maxDriveUploadParallel)
	case (r.SelectedTicket == "") == (r.SpaceID == "" || r.FatherID == ""), r.SelectedTicket != "" && r.SpaceID+r.FatherID != "":
		return 0, invalid(api, "SpaceID", "the place is given by SpaceID and FatherID or by SelectedTicket, and not by both")
	case r.Parallel == 0:
		return DefaultDriveUploadParallel, nil
	}
	return r.Parallel, nil
}

// seekable returns a reader that the file can be read from twice.
func seekable(ctx context.Context, m *Media) (source io.ReadSeeker, cleanup func(), err error) {
	if s, ok := m.Reader.(io.ReadSeeker); ok {
		if _, err := s.Seek(0, io.SeekCurrent); err == nil { // which fails for a pipe
			return s, func() {}, nil
		}
	}
	f, err := os.CreateTemp("", "workwx-upload-*")
	if err != nil {
		return nil, nil, fmt.Errorf("it cannot seek, and cannot be spooled: %w", err)
	}
	cleanup = func() {
		f.Close()
		os.Remove(f.Name())
	}
	limit := int64(MaxDriveFileSize + 1)
	if m.Size > 0 {
		limit = min(m.Size, limit)
	}
	n, err := io.Copy(f, contextReader{ctx, io.LimitReader(m.Reader, limit)})
	if err == nil && n < m.Size {
		err = fmt.Errorf("it holds %d bytes, fewer than Size: %w", n, io.ErrUnexpectedEOF)
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		cleanup()
		return nil, nil, err
	}
	return f, cleanup, nil
}

// contextReader stops reading when its context has ended.
type contextReader struct {
	ctx context.Context
	io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// uploadDriveBlocks reads the blocks one after the other and sends several at a time. It returns when all calls
// have, with the first error.
func (c *Client) uploadDriveBlocks(ctx context.Context, key string, source io.Reader, size int64, parallel int) error {
	sending, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var workers sync.WaitGroup
	slots := make(chan struct{}, parallel)
	block := make([]byte, min(DriveBlockSize, size))
	for index, left := int64(1), size; left > 0; index++ {
		select {
		case slots <- struct{}{}:
		case <-sending.Done():
		}
		if sending.Err() != nil {
			break
		}
		block = block[:min(left, DriveBlockSize)]
		left -= int64(len(block))
		if _, err := io.ReadFull(source, block); err != nil {
			cancel(&ArgumentError{API: "/cgi-bin/wedrive/file_upload_part", Field: "Media.Reader", Reason: fmt.Errorf("the file has changed while it was uploaded: %w", err)})
			break
		}
		part := &UploadDriveFilePartRequest{UploadKey: key, Index: index, FileBase64Content: base64.StdEncoding.EncodeToString(block)}
		workers.Go(func() {
			defer func() { <-slots }()
			if err := c.UploadDriveFilePart(sending, part); err != nil {
				cancel(err) // the first stays
			}
		})
	}
	workers.Wait()
	if ctx.Err() != nil {
		return newTransportError("/cgi-bin/wedrive/file_upload_part", 1, ctx.Err(), redactParams)
	}
	return context.Cause(sending)
}

// DriveBlockDigests reads a file to its end and returns what [StartDriveFileUploadRequest] wants to know of it.
// The digest of a block is the state of SHA-1, unpadded, after all blocks up to this one, as hex of its words in
// little-endian order; that of the last is the SHA-1 of the whole file. An empty file is an error, and so is one
// of more than [MaxDriveFileSize].
func DriveBlockDigests(r io.Reader) (digests []string, size int64, err error) {
	h := sha1.New()
	for {
		n, err := io.CopyN(h, r, DriveBlockSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, 0, err
		}
		if n == 0 {
			break
		}
		if size += n; size > MaxDriveFileSize {
			return nil, 0, fmt.Errorf("it is longer than %d GB, the most that the platform takes", MaxDriveFileSize>>30)
		}
		state, err := sha1State(h)
		if err != nil {
			return nil, 0, err
		}
		digests = append(digests, state)
		if n < DriveBlockSize {
			break
		}
	}
	if size == 0 {
		return nil, 0, errors.New("it is empty")
	}
	digests[len(digests)-1] = hex.EncodeToString(h.Sum(nil))
	return digests, size, nil
}

// sha1State returns the five words that SHA-1 has come to. The standard library shows them in what it marshals
// of a hash: a mark of 4 bytes, then the words, big-endian.
func sha1State(h hash.Hash) (string, error) {
	marshaler, ok := h.(encoding.BinaryMarshaler)
	if !ok {
		return "", errors.New("this build's SHA-1 does not show its state")
	}
	b, err := marshaler.MarshalBinary()
	if err != nil {
		return "", err
	}
	if len(b) < 4+sha1.Size || string(b[:3]) != "sha" {
		return "", errors.New("this build's SHA-1 does not show its state as expected")
	}
	var state [sha1.Size]byte
	for i := 0; i < sha1.Size; i += 4 {
		binary.LittleEndian.PutUint32(state[i:], binary.BigEndian.Uint32(b[4+i:]))
	}
	return hex.EncodeToString(state[:]), nil
}

// DownloadDriveFile opens a file of the drive for reading: it asks for the file's URL and cookie, and follows
// them. The caller must close it. Neither retries nor hooks apply to the download itself; a refusal
// gives a [ResponseError] with [ErrHTTPStatus].
func (c *Client) DownloadDriveFile(ctx context.Context, req *GetDriveFileDownloadURLRequest) (*MediaDownload, error) {
	const api = "/cgi-bin/wedrive/file_download"
	at, err := c.GetDriveFileDownloadURL(ctx, req)
	if err != nil {
		return nil, err
	}
	r := &request{path: api, secrets: []string{at.DownloadURL, string(at.CookieValue)}, patience: newPatience(ctx)}
	taken := false
	defer func() {
		if !taken {
			r.patience.end()
		}
	}()
	get, err := http.NewRequestWithContext(r.patience.ctx, http.MethodGet, at.DownloadURL, nil)
	if err != nil {
		return nil, newTransportError(api, 1, err, c.redactor(r))
	}
	get.Header.Set("User-Agent", c.set.userAgent)
	get.Header.Set("Cookie", at.CookieName+"="+string(at.CookieValue))
	resp, err := c.set.httpClient.Do(get)
	if err != nil {
		return nil, newTransportError(api, 1, r.patience.cause(err), c.redactor(r))
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		excerpt, _ := io.ReadAll(io.LimitReader(resp.Body, 512))
		return nil, c.responseError(r, resp, excerpt, ErrHTTPStatus)
	}
	taken = true
	_, disposition, _ := mime.ParseMediaType(resp.Header.Get("Content-Disposition"))
	return &MediaDownload{
		FileName:    fileName(disposition["filename"]),
		ContentType: resp.Header.Get("Content-Type"),
		Size:        resp.ContentLength,
		TotalSize:   resp.ContentLength,
		body:        newPatientBody(resp.Body, r.patience),
	}, nil
}
