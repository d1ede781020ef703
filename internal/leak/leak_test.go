package leak

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { Main(m) }

func TestFindsWhatIsLeft(t *testing.T) {
	before := len(others())
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		<-stop
		close(stopped)
	}()
	left := wait(0)
	require.Len(t, left, before+1)
	require.Contains(t, strings.Join(left, "\n"), "TestFindsWhatIsLeft")
	close(stop)
	<-stopped
}
