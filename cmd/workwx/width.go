package main

import (
	"unicode"
	"unicode/utf8"
)

// displayWidth returns how many places a text takes in a terminal.
func displayWidth(s string) int {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f, unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case isWide(r):
		return 2
	}
	return 1
}

// isWide reports whether a character takes two places: those of East Asian scripts, fullwidth forms, and
// emoji.
func isWide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, // Hangul Jamo
		r == 0x231a || r == 0x231b || r == 0x2329 || r == 0x232a || r >= 0x23e9 && r <= 0x23ec,
		r >= 0x2e80 && r <= 0x303e,   // radicals, CJK punctuation
		r >= 0x3041 && r <= 0xa4cf,   // Kana, Bopomofo, CJK, Yi
		r >= 0xa960 && r <= 0xa97f,   // Hangul Jamo extended
		r >= 0xac00 && r <= 0xd7a3,   // Hangul
		r >= 0xf900 && r <= 0xfaff,   // compatibility ideographs
		r >= 0xfe10 && r <= 0xfe19,   // vertical forms
		r >= 0xfe30 && r <= 0xfe6f,   // compatibility and small forms
		r >= 0xff01 && r <= 0xff60,   // fullwidth forms
		r >= 0xffe0 && r <= 0xffe6,   // fullwidth signs
		r >= 0x17000 && r <= 0x18d08, // Tangut
		r >= 0x1b000 && r <= 0x1b2fb, // Kana supplement
		r >= 0x1f300 && r <= 0x1f64f || r >= 0x1f680 && r <= 0x1f6fc || r >= 0x1f900 && r <= 0x1faff,
		r >= 0x20000 && r <= 0x3fffd: // ideographs of the supplementary planes
		return true
	}
	return false
}
