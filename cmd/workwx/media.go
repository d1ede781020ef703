package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/go-workwx/workwx"
)

func (a *app) mediaCommand() *cli.Command {
	return &cli.Command{
		Name: "media", Usage: "upload and download files", Category: groupCorp,
		Commands: []*cli.Command{
			{Name: "upload", Usage: "upload a file, which is kept for 3 days", ArgsUsage: "FILE",
				Description: `The file can be sent as often as wanted by its id: workwx send file --media-id.
FILE - is standard input, and needs --name.`,
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "type", Usage: "the `TYPE`: image, voice, video or file; by the name's ending if not given"},
					&cli.StringFlag{Name: "name", Usage: "the `NAME` that receivers see; that of the file by default"},
					&cli.BoolFlag{Name: "permanent", Usage: "upload an image of at most 2 MB for good, and print its URL"},
				}, Action: a.bounded(a.mediaUpload)},
			{Name: "download", Usage: "download a file by its id", ArgsUsage: "MEDIA_ID",
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, - for standard output; named as on the platform by default", TakesFile: true},
					&cli.BoolFlag{Name: "force", Usage: "replace a file that exists"},
				}, Action: a.bounded(a.mediaDownload)},
		},
	}
}

// open opens a file to read.
func (a *app) open(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, usagef("%s is a directory", name)
	}
	return f, nil
}

// media opens a file to upload, and shows its progress. done ends that and closes the file; it may be
// called twice.
func (a *app) media(file, name string) (m *workwx.Media, done func(), err error) {
	if file == "-" {
		if name == "" {
			return nil, nil, usagef("standard input has no name: give one with --name")
		}
		return &workwx.Media{FileName: name, Reader: a.lines}, func() {}, nil
	}
	f, err := a.open(file)
	if err != nil {
		return nil, nil, err
	}
	if name == "" {
		name = filepath.Base(file)
	}
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	bar := a.progress(name, size)
	done = func() {
		bar.finish()
		f.Close()
	}
	if size < 0 { // a pipe, which the client copies before it knows the length
		return &workwx.Media{FileName: name, Reader: io.TeeReader(f, bar)}, done, nil
	}
	return &workwx.Media{FileName: name, Reader: &progressFile{f, bar}}, done, nil
}

// upload uploads a file for 3 days.
func (a *app) upload(ctx context.Context, client *workwx.Client, kind workwx.MediaType, file, name string) (*workwx.MediaUploadResult, error) {
	m, done, err := a.media(file, name)
	if err != nil {
		return nil, err
	}
	defer done()
	switch kind {
	case workwx.MediaTypeImage:
		return client.UploadTempImageMedia(ctx, m)
	case workwx.MediaTypeVoice:
		return client.UploadTempVoiceMedia(ctx, m)
	case workwx.MediaTypeVideo:
		return client.UploadTempVideoMedia(ctx, m)
	}
	return client.UploadTempFileMedia(ctx, m)
}

var mediaTypes = []string{"image", "voice", "video", "file"}

// mediaType guesses the type of a file by its name.
func mediaType(name string) workwx.MediaType {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jpg", ".jpeg", ".png":
		return workwx.MediaTypeImage
	case ".amr":
		return workwx.MediaTypeVoice
	case ".mp4":
		return workwx.MediaTypeVideo
	}
	return workwx.MediaTypeFile
}

func (a *app) mediaUpload(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	file, name := args[0], c.String("name")
	kind := workwx.MediaType(c.String("type"))
	if kind == "" {
		kind = mediaType(file)
		if name != "" {
			kind = mediaType(name)
		}
	}
	if !slices.Contains(mediaTypes, string(kind)) {
		return usagef("--type is one of %s", strings.Join(mediaTypes, ", "))
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	if c.Bool("permanent") {
		return a.uploadForGood(ctx, client, file, name)
	}
	r, err := a.upload(ctx, client, kind, file, name)
	if err != nil {
		return err
	}
	if a.json {
		return writeJSON(a.stdout, r)
	}
	return a.printf("%s\n", r.MediaID)
}

func (a *app) uploadForGood(ctx context.Context, client *workwx.Client, file, name string) error {
	m, done, err := a.media(file, name)
	if err != nil {
		return err
	}
	defer done()
	link, err := client.UploadPermanentImageMedia(ctx, m)
	if err != nil {
		return err
	}
	done()
	if a.json {
		return writeJSON(a.stdout, permanentImage{URL: link})
	}
	return a.printf("%s\n", link)
}

type permanentImage struct {
	URL string `json:"url"`
}

// downloadedFile is what --json prints.
type downloadedFile struct {
	File        string `json:"file"`
	ContentType string `json:"content_type"`
	Size        int64  `json:"size"`
}

func (a *app) mediaDownload(ctx context.Context, c *cli.Command) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	client, _, err := a.client()
	if err != nil {
		return err
	}
	to := c.String("output")
	if to != "" && to != "-" && !c.Bool("force") {
		if err := mustNotExist(to); err != nil {
			return err
		}
	}
	d, err := client.DownloadTempMedia(ctx, &workwx.DownloadTempMediaRequest{MediaID: args[0]})
	if err != nil {
		return err
	}
	defer d.Close()
	if to == "" {
		to = localName(d.FileName)
	}
	bar := a.progress(to, d.Size)
	defer bar.finish()
	var size int64
	save := func(w io.Writer) error {
		var err error
		size, err = io.Copy(w, io.TeeReader(d, bar))
		if err == nil && d.Size >= 0 && size != d.Size {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return fmt.Errorf("the download broke off after %d bytes: %w", size, err)
		}
		return nil
	}
	if to == "-" {
		return save(a.stdout)
	}
	if err := writeFile(to, c.Bool("force"), save); err != nil {
		return err
	}
	bar.finish()
	if a.json {
		return writeJSON(a.stdout, downloadedFile{to, d.ContentType, size})
	}
	return a.printf("%s\n", to)
}

// localName is the name of a file as the platform has it, without what could lead elsewhere or hide.
func localName(name string) string {
	name = strings.TrimLeft(printable(filepath.Base(strings.ReplaceAll(name, `\`, "/"))), ".")
	if name == "" || name == "/" {
		return "download"
	}
	return name
}

// progress is a bar on standard error, drawn if that is a terminal.
type progress struct {
	out   io.Writer // nil if it is none
	name  string
	total int64 // -1 if unknown
	done  int64
	drawn time.Time
	ended bool
}

func (a *app) progress(name string, total int64) *progress {
	p := &progress{name: shorten(printable(name), 30), total: total}
	if a.onTerminal(a.stderr) && !a.json {
		p.out = a.stderr
	}
	return p
}

// Write counts what passes.
func (p *progress) Write(b []byte) (int, error) {
	p.done += int64(len(b))
	p.draw(false)
	return len(b), nil
}

const barWidth = 30

func (p *progress) draw(last bool) {
	if p.out == nil || !last && time.Since(p.drawn) < 100*time.Millisecond {
		return
	}
	p.drawn = time.Now()
	if p.total <= 0 {
		fmt.Fprintf(p.out, "\r\x1b[K%s  %s", p.name, megabytes(p.done))
		return
	}
	full := int(min(p.done, p.total) * barWidth / p.total)
	fmt.Fprintf(p.out, "\r\x1b[K%s  [%s%s] %3d %%  %s", p.name, strings.Repeat("=", full), strings.Repeat(" ", barWidth-full),
		min(p.done, p.total)*100/p.total, megabytes(p.total))
}

// finish leaves the bar behind.
func (p *progress) finish() {
	if p.out == nil || p.ended {
		return
	}
	p.ended = true
	p.draw(true)
	fmt.Fprintln(p.out)
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// progressFile is a file whose reading is shown; it goes back when an attempt is repeated.
type progressFile struct {
	*os.File
	bar *progress
}

// Read implements [io.Reader].
func (f *progressFile) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.bar.done += int64(n)
	f.bar.draw(false)
	return n, err
}

// Seek implements [io.Seeker].
func (f *progressFile) Seek(offset int64, whence int) (int64, error) {
	at, err := f.File.Seek(offset, whence)
	if err == nil {
		f.bar.done = at
	}
	return at, err
}

// WriteTo keeps the file from being copied past Read.
func (f *progressFile) WriteTo(w io.Writer) (int64, error) {
	return io.Copy(w, struct{ io.Reader }{f})
}
