package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// nearest returns the candidates that are written most like a word, at most n of them, best first, none
// that is too different.
func nearest(word string, candidates []string, n int) []string {
	type match struct {
		text     string
		distance int
	}
	var found []match
	for _, c := range candidates {
		d := distance(strings.ToLower(word), strings.ToLower(c))
		if strings.Contains(c, word) && len(word) > 3 {
			d = min(d, 1)
		}
		if d <= max(2, len(c)/3) {
			found = append(found, match{c, d})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int { return cmp.Compare(a.distance, b.distance) })
	var list []string
	for _, m := range found[:min(n, len(found))] {
		list = append(list, m.text)
	}
	return list
}

// didYouMean is the end of a sentence about a word that is not known.
func didYouMean(word string, candidates []string) string {
	list := nearest(word, candidates, 1)
	if len(list) == 0 {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", list[0])
}

// distance is how many characters have to be changed, added or removed to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
