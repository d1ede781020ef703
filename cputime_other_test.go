//go:build !unix

package workwx

import "time"

// cpuTime is not known here.
func cpuTime() time.Duration { return 0 }
