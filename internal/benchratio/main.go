// Command benchratio reads the output of go test -bench and prints how this package compares with its
// baselines: of each benchmark BenchmarkX/workwx that has a BenchmarkX/baseline, the ratios of the
// medians of all runs, the targets and whether they are met.
//
//	go test -run '^$' -bench . -benchmem . -rounds 20 | go run ./internal/benchratio
//
// The flag -rounds of the tests runs each benchmark and its baseline so many times in turns.
// With -md the table is in Markdown. The exit code is 1 when a target is missed.
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

func main() {
	markdown := flag.Bool("md", false, "print the table in Markdown")
	flag.Parse()
	met, err := run(os.Stdin, os.Stdout, *markdown)
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchratio:", err)
		os.Exit(2)
	}
	if !met {
		os.Exit(1)
	}
}

// run reports whether all targets were met.
func run(in io.Reader, out io.Writer, markdown bool) (bool, error) {
	results, err := read(in)
	if err != nil {
		return false, err
	}
	rows, met := compare(results)
	if len(rows) == 0 {
		return false, fmt.Errorf("the input holds no benchmark with a baseline")
	}
	if markdown {
		writeMarkdown(out, rows)
	} else {
		writeText(out, rows)
	}
	return met, nil
}

// Units that every benchmark has.
const (
	unitTime   = "ns/op"
	unitCPU    = "cpu-ns/op" // which ours report besides
	unitBytes  = "B/op"
	unitAllocs = "allocs/op"
)

// samples are the values of one side of a benchmark, by unit.
type samples map[string][]float64

// result is a benchmark with its baseline.
type result struct {
	name             string
	workwx, baseline samples
}

// read collects all runs of the benchmarks, in the order of their first run.
func read(in io.Reader) ([]*result, error) {
	// Go appends #01 to a name that comes again, and -8 for the number of processors.
	line := regexp.MustCompile(`^Benchmark(\S+)/(workwx|baseline)(?:#\d+)?(?:-\d+)?\s+\d+\s+(.+)$`)
	var results []*result
	byName := make(map[string]*result)
	scan := bufio.NewScanner(in)
	for scan.Scan() {
		m := line.FindStringSubmatch(scan.Text())
		if m == nil {
			continue
		}
		r := byName[m[1]]
		if r == nil {
			r = &result{name: m[1], workwx: make(samples), baseline: make(samples)}
			byName[m[1]] = r
			results = append(results, r)
		}
		side := r.workwx
		if m[2] == "baseline" {
			side = r.baseline
		}
		fields := strings.Fields(m[3])
		for i := 0; i+1 < len(fields); i += 2 {
			v, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", scan.Text(), err)
			}
			side[fields[i+1]] = append(side[fields[i+1]], v)
		}
	}
	return results, scan.Err()
}

// median returns the middle of the values of a unit; ok is false where there is none.
func (s samples) median(unit string) (v float64, ok bool) {
	values := slices.Sorted(slices.Values(s[unit]))
	n := len(values)
	if n == 0 {
		return 0, false
	}
	return (values[(n-1)/2] + values[n/2]) / 2, true
}

// ratio returns how the medians of both sides compare.
func (r *result) ratio(unit string) (v float64, ok bool) {
	ours, ok1 := r.workwx.median(unit)
	theirs, ok2 := r.baseline.median(unit)
	if !ok1 || !ok2 || theirs == 0 {
		return 0, false
	}
	return ours / theirs, true
}

// limit is what one figure of a benchmark must not exceed.
type limit struct {
	unit     string
	max      float64
	absolute bool // of the figure itself, rather than of its ratio to the baseline
}

// target is what a benchmark is to reach, under a title for the table.
type target struct {
	name   string
	title  string
	limits []limit
}

func targets() []target {
	atMost := func(unit string, ratio float64) limit { return limit{unit: unit, max: ratio} }
	counted := func(unit string, n float64) limit { return limit{unit: unit, max: n, absolute: true} }
	oneToken := []limit{counted("token-requests/op", 1), counted("failed-calls/op", 0)}
	send := []limit{atMost(unitTime, 1.15), atMost(unitAllocs, 1.30)}
	get := []limit{atMost(unitTime, 1.05), atMost(unitAllocs, 1.05)}
	callback := []limit{atMost(unitTime, 1.00)}
	return []target{
		{"Send", "Send a text", send},
		{"SendInMemory", "Send a text, no network", send},
		{"Send64", "Send a text, 64 goroutines", []limit{atMost(unitTime, 1/0.85)}},
		{"GetUser", "Get a member", get},
		{"GetUserInMemory", "Get a member, no network", get},
		{"ListUsers10000", "List 10,000 members", []limit{atMost(unitTime, 1.00), atMost(unitAllocs, 1.05)}},
		{"BatchGetExternalContacts100", "Get 100 customers", []limit{atMost(unitTime, 1.00)}},
		{"Callback/text", "Callback, a text", callback},
		{"Callback/add_external_contact", "Callback, a new customer", callback},
		{"Callback/group_chat_500", "Callback, 500 members join", callback},
		{"Upload20MB", "Upload 20 MB", []limit{atMost(unitTime, 1.20), counted(unitBytes, 1<<20)}},
		{"Download20MB", "Download 20 MB", []limit{atMost(unitTime, 1.10), counted(unitBytes, 1<<20)}},
		{"ColdStart1000", "First calls of 1,000 goroutines", oneToken},
		{"Revoked/42001-GET", "Token expired under load, GET", oneToken},
		{"Revoked/42001-POST", "Token expired under load, POST", oneToken},
		{"Revoked/40014-GET", "Token revoked under load, GET", oneToken},
		{"Revoked/40014-POST", "Token revoked under load, POST", oneToken},
	}
}

// row is a line of the table.
type row struct {
	title, time, cpu, bytes, allocs, counts, targets, verdict string
}

// compare makes the rows, those with targets first and in their order.
func compare(results []*result) (rows []row, met bool) {
	met = true
	goals := targets()
	order := func(r *result) int {
		if i := slices.IndexFunc(goals, func(t target) bool { return t.name == r.name }); i >= 0 {
			return i
		}
		return len(goals)
	}
	slices.SortStableFunc(results, func(a, b *result) int { return cmp.Compare(order(a), order(b)) })
	for _, r := range results {
		if len(r.workwx) == 0 || len(r.baseline) == 0 {
			continue
		}
		w := row{
			title:  r.name,
			time:   r.cell(unitTime),
			cpu:    r.cell(unitCPU),
			bytes:  r.cell(unitBytes),
			allocs: r.cell(unitAllocs),
			counts: r.counts(),
		}
		if i := order(r); i < len(goals) {
			w.title = goals[i].title
			var reached bool
			w.targets, reached = r.judge(goals[i].limits)
			w.verdict = "pass"
			if !reached {
				w.verdict, met = "FAIL", false
			}
		}
		rows = append(rows, w)
	}
	return rows, met
}

// judge compares with the limits, at the two digits that the table shows.
func (r *result) judge(limits []limit) (text string, met bool) {
	met = true
	var texts []string
	for _, l := range limits {
		unit := strings.TrimSuffix(l.unit, "/op")
		value, ok := r.ratio(l.unit)
		bound := fmt.Sprintf("≤ %.2f", l.max)
		if l.absolute {
			value, ok = r.workwx.median(l.unit)
			bound = "≤ " + amount(l.max, l.unit)
		}
		if l.unit == unitTime {
			unit = "time"
		}
		texts = append(texts, unit+" "+bound)
		if !ok || value >= l.max+0.005 {
			met = false
		}
	}
	return strings.Join(texts, ", "), met
}

// cell shows a ratio, and what it is made of.
func (r *result) cell(unit string) string {
	ratio, ok := r.ratio(unit)
	if !ok {
		return ""
	}
	ours, _ := r.workwx.median(unit)
	theirs, _ := r.baseline.median(unit)
	return fmt.Sprintf("%.2f (%s : %s)", ratio, amount(ours, unit), amount(theirs, unit))
}

// counts shows what a benchmark reports beyond time and memory, of our side.
func (r *result) counts() string {
	var texts []string
	for unit := range r.workwx {
		switch unit {
		case unitTime, unitCPU, unitBytes, unitAllocs, "MB/s":
			continue
		}
		v, _ := r.workwx.median(unit)
		texts = append(texts, strings.TrimSuffix(unit, "/op")+" "+strconv.FormatFloat(v, 'g', 4, 64))
	}
	slices.Sort(texts)
	return strings.Join(texts, ", ")
}

// amount writes a value of a unit for people.
func amount(v float64, unit string) string {
	step, names := 1000.0, []string{"", "k", "M"}
	switch unit {
	case unitTime, unitCPU:
		names = []string{" ns", " µs", " ms", " s"}
	case unitBytes:
		step, names = 1024, []string{" B", " KiB", " MiB", " GiB"}
	case unitAllocs:
	default:
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	i := 0
	for v >= step && i < len(names)-1 {
		v /= step
		i++
	}
	return strconv.FormatFloat(v, 'g', 4, 64) + names[i]
}

const heading = "benchmark\ttime\tprocessor\tbytes\tallocations\tcounts\ttarget\t"

func (w row) cells() []string {
	return []string{w.title, w.time, w.cpu, w.bytes, w.allocs, w.counts, w.targets, w.verdict}
}

func writeText(out io.Writer, rows []row) {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, heading)
	for _, w := range rows {
		fmt.Fprintln(t, strings.Join(w.cells(), "\t"))
	}
	t.Flush()
}

func writeMarkdown(out io.Writer, rows []row) {
	fmt.Fprintf(out, "| %s |\n|%s\n", strings.ReplaceAll(heading, "\t", " | "), strings.Repeat(" --- |", 8))
	for _, w := range rows {
		fmt.Fprintf(out, "| %s |\n", strings.Join(w.cells(), " | "))
	}
}
