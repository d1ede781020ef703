package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const output = `goos: linux
pkg: github.com/go-workwx/workwx
cpu: Some CPU
BenchmarkSend/workwx-2        	 100	 120000 ns/op	 90000 cpu-ns/op	 2048 B/op	 110 allocs/op
BenchmarkSend/baseline-2      	 100	 100000 ns/op	 100000 cpu-ns/op	 1024 B/op	 100 allocs/op
BenchmarkSend/workwx#01-2     	 100	 900000 ns/op	 2048 B/op	 110 allocs/op
BenchmarkSend/baseline#01-2   	 100	 100000 ns/op	 1024 B/op	 100 allocs/op
BenchmarkSend/workwx-2        	 100	 110000 ns/op	 2048 B/op	 110 allocs/op
BenchmarkSend/baseline-2      	 100	 120000 ns/op	 1024 B/op	 100 allocs/op
BenchmarkOdd/chat-500/workwx  	 100	   50.5 ns/op	    0 B/op	   0 allocs/op
BenchmarkOdd/chat-500/baseline	 100	    101 ns/op	    0 B/op	   0 allocs/op
BenchmarkAlone-2              	 100	    101 ns/op
BenchmarkHalf/workwx-2        	 100	    101 ns/op
BenchmarkUpload20MB/workwx-2  	   9	  11000000 ns/op	1734.13 MB/s	   59448 B/op	     162 allocs/op
BenchmarkUpload20MB/baseline-2	   8	  10000000 ns/op	1658.45 MB/s	   80087 B/op	     122 allocs/op
BenchmarkColdStart1000/workwx-2	   3	  10000000 ns/op	  0 failed-calls/op	  1.000 token-requests/op
BenchmarkColdStart1000/baseline-2	   3	  10000000 ns/op	  0 failed-calls/op	  7.000 token-requests/op
PASS
ok  	github.com/go-workwx/workwx	11.243s
`

func TestTable(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	met, err := run(strings.NewReader(output), &out, true)
	require.NoError(t, err)
	require.False(t, met)
	require.Equal(t, `| benchmark | time | processor | bytes | allocations | counts | target |  |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Send a text | 1.20 (120 µs : 100 µs) | 0.90 (90 µs : 100 µs) | 2.00 (2 KiB : 1 KiB) | 1.10 (110 : 100) |  | time ≤ 1.15, allocs ≤ 1.30 | FAIL |
| Upload 20 MB | 1.10 (11 ms : 10 ms) |  | 0.74 (58.05 KiB : 78.21 KiB) | 1.33 (162 : 122) |  | time ≤ 1.20, B ≤ 1 MiB | pass |
| First calls of 1,000 goroutines | 1.00 (10 ms : 10 ms) |  |  |  | failed-calls 0, token-requests 1 | token-requests ≤ 1, failed-calls ≤ 0 | pass |
| Odd/chat-500 | 0.50 (50.5 ns : 101 ns) |  |  |  |  |  |  |
`, out.String())
}

func TestTargetsMet(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"BenchmarkGetUser/workwx 1 105 ns/op 105 allocs/op\nBenchmarkGetUser/baseline 1 100 ns/op 100 allocs/op":                             true,
		"BenchmarkGetUser/workwx 1 105.4 ns/op 100 allocs/op\nBenchmarkGetUser/baseline 1 100 ns/op 100 allocs/op":                           true, // 1.05 in the table
		"BenchmarkGetUser/workwx 1 106 ns/op 100 allocs/op\nBenchmarkGetUser/baseline 1 100 ns/op 100 allocs/op":                             false,
		"BenchmarkGetUser/workwx 1 100 ns/op 106 allocs/op\nBenchmarkGetUser/baseline 1 100 ns/op 100 allocs/op":                             false,
		"BenchmarkGetUser/workwx 1 100 ns/op\nBenchmarkGetUser/baseline 1 100 ns/op":                                                         false, // no -benchmem
		"BenchmarkDownload20MB/workwx 1 100 ns/op 1048577 B/op\nBenchmarkDownload20MB/baseline 1 100 ns/op 9 B/op":                           false,
		"BenchmarkRevoked/40014-GET/workwx 1 1 ns/op 1 token-requests/op 0.2 failed-calls/op\nBenchmarkRevoked/40014-GET/baseline 1 1 ns/op": false,
		"BenchmarkSend64/workwx 1 117 ns/op\nBenchmarkSend64/baseline 1 100 ns/op":                                                           true,
		"BenchmarkSend64/workwx 1 119 ns/op\nBenchmarkSend64/baseline 1 100 ns/op":                                                           false,
	} {
		met, err := run(strings.NewReader(in+"\n"), &bytes.Buffer{}, false)
		require.NoError(t, err)
		require.Equal(t, want, met, in)
	}
}

func TestNothingToCompare(t *testing.T) {
	t.Parallel()
	_, err := run(strings.NewReader("PASS\n"), &bytes.Buffer{}, false)
	require.Error(t, err)
	_, err = run(strings.NewReader("BenchmarkX/workwx 1 1..5 ns/op\n"), &bytes.Buffer{}, false)
	require.Error(t, err)
}

func TestText(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	_, err := run(strings.NewReader(output), &out, false)
	require.NoError(t, err)
	require.Len(t, strings.Split(strings.TrimSpace(out.String()), "\n"), 5)
	require.Contains(t, out.String(), "Upload 20 MB")
}
