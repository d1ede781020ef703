package workwx

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMomentAttachments(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]MomentAttachment{
		`{"msgtype":"image","image":{"media_id":"m"}}`:                                              NewMomentImageAttachment("m"),
		`{"msgtype":"video","video":{"media_id":"m"}}`:                                              NewMomentVideoAttachment("m"),
		`{"msgtype":"link","link":{"title":"News","url":"https://example.com","media_id":"cover"}}`: NewMomentLinkAttachment(MomentLink{Title: "News", URL: "https://example.com", MediaID: "cover"}),
	} {
		got, err := encodeJSON(a)
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}

func TestWaitMomentTask(t *testing.T) {
	t.Parallel()
	const (
		started = `{"errcode":0,"status":1,"type":"add_moment_task"}`
		running = `{"errcode":0,"status":2,"type":"add_moment_task"}`
	)
	for name, tt := range map[string]struct {
		replies []string
		took    time.Duration
		want    *MomentTaskOutcome
		err     error
	}{
		"done": {
			replies: []string{started, running, `{"errcode":0,"status":3,"type":"add_moment_task","result":{"errcode":0,"errmsg":"ok","moment_id":"mom-1","invalid_sender_list":{"user_list":["nobody"]}}}`},
			took:    5 * time.Second, // 2 s and 3 s
			want:    &MomentTaskOutcome{ErrMsg: "ok", MomentID: "mom-1", InvalidSenderList: UserDepartmentRange{UserList: []string{"nobody"}}},
		},
		"failed":    {replies: []string{`{"errcode":0,"status":3,"result":{"errcode":41089,"errmsg":"empty"}}`}, err: Code(41089)},
		"refused":   {replies: []string{`{"errcode":40088,"errmsg":"invalid jobid"}`}, err: CodeJobNotFound},
		"never end": {replies: []string{running}, took: time.Minute, err: context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c, p := customerClient(t, tt.replies...)
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				begun := time.Now()
				got, err := c.WaitMomentTask(ctx, "job-1")
				require.ErrorIs(t, err, tt.err)
				require.Equal(t, tt.want, got)
				require.Equal(t, tt.took, time.Since(begun))
				require.Equal(t, "/cgi-bin/externalcontact/get_moment_task_result?jobid=job-1", p.sent[0])
			})
		})
	}
}

func TestMomentLocationTakesStrings(t *testing.T) {
	t.Parallel()
	for _, location := range []string{`{"latitude":"22.5","longitude":"114.25","name":"Bay"}`, `{"latitude":22.5,"longitude":114.25,"name":"Bay"}`} {
		c, _ := customerClient(t, `{"errcode":0,"moment_list":[{"moment_id":"mom-1","create_type":1,"visible_type":1,"location":`+location+`}]}`)
		got, err := c.ListMoments(t.Context(), &ListMomentsRequest{})
		require.NoError(t, err)
		require.Equal(t, []*Moment{{
			MomentID: "mom-1", CreateType: PublisherTypeMember, VisibleType: MomentVisibleTypePublic,
			Location: MomentLocation{Longitude: 114.25, Latitude: 22.5, Name: "Bay"},
		}}, got.MomentList)
	}
}
