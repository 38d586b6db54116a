// Package escape writes text that others have written into markup and tables,
// so that it is shown as text and can do nothing else.
//
// Each function appends to a byte slice and allocates nothing of its own. All
// of them treat the same characters as unshowable, see [Clean]: broken UTF-8,
// control characters, and the bidirectional controls that can make a line read
// as something it is not.
package escape

import (
	"unicode/utf8"
)

// replacement stands for what cannot be shown.
const replacement = "\uFFFD"

// class says what is to be done with a character in every format.
type class uint8

const (
	shown       class = iota // as it is
	unshowable               // as U+FFFD
	directional              // by its name, as in (U+202E)
)

// classify sorts a character. Left-to-right and right-to-left marks stay, for
// honest text in Arabic and Hebrew needs them; embeddings, overrides and
// isolates reorder what surrounds them and are named instead of obeyed.
func classify(r rune, size int) class {
	switch {
	case r == utf8.RuneError && size <= 1:
		return unshowable
	case r < 0x20:
		if r == '\t' || r == '\n' || r == '\r' {
			return shown
		}
		return unshowable
	case r >= 0x7F && r < 0xA0:
		return unshowable
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return directional
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // noncharacters
		return unshowable
	}
	return shown
}

// name appends the name of a directional control.
func name(b []byte, r rune) []byte {
	const hex = "0123456789ABCDEF"
	return append(b, '(', 'U', '+', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15], ')')
}

// Clean appends s with what cannot be shown replaced, and with no escaping.
func Clean(b []byte, s string) []byte {
	return each(b, s, func(b []byte, c byte) []byte { return append(b, c) })
}

// each appends s, giving every shown ASCII character to ascii.
func each(b []byte, s string, ascii func([]byte, byte) []byte) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0x20 && c < 0x7F {
			b = ascii(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch classify(r, size) {
		case unshowable:
			b = append(b, replacement...)
		case directional:
			b = name(b, r)
		default:
			if r < utf8.RuneSelf {
				b = ascii(b, byte(r))
			} else {
				b = append(b, s[i:i+size]...)
			}
		}
		i += size
	}
	return b
}
