package risk

import (
	"maps"
	"slices"
	"strings"
)

// Names are what something is called, by language (BCP 47, "en", "fr-CA").
type Names map[string]string

// In returns the name in a language: the name in exactly that language, else in
// the language without its region and script ("fr" for "fr-CA"), else in
// English, else in the first language by the alphabet. It is empty if there
// are no names. The case of lang is ignored.
func (n Names) In(lang string) string { return n.in(lang, "") }

// in returns the name in a language, otherwise if there is no name at all.
func (n Names) in(lang, otherwise string) string {
	for lang != "" {
		if name, ok := n.exact(lang); ok {
			return name
		}
		lang = lang[:max(0, strings.LastIndexByte(lang, '-'))]
	}
	if name, ok := n.exact("en"); ok {
		return name
	}
	for _, l := range slices.Sorted(maps.Keys(n)) {
		return n[l]
	}
	return otherwise
}

// exact returns the name in exactly that language, whatever its case.
func (n Names) exact(lang string) (string, bool) {
	if name, ok := n[lang]; ok {
		return name, true
	}
	for _, l := range slices.Sorted(maps.Keys(n)) {
		if strings.EqualFold(l, lang) {
			return n[l], true
		}
	}
	return "", false
}

// clone returns a copy of n.
func (n Names) clone() Names { return maps.Clone(n) }

// with returns a copy of n that has a name in one more language.
func (n Names) with(lang, name string) Names {
	c := make(Names, len(n)+1)
	maps.Copy(c, n)
	c[lang] = name
	return c
}
