package workwxtest_test

import (
	"testing"

	"github.com/go-workwx/workwx/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }
