package report

import "strings"

// unstated is a page that names the facts of a record of which nobody stated
// anything together, at its end: what is not known stays said, and does not
// drown what is. A fact on the title page keeps its place.
type unstated struct {
	page
	words   string   // that say that nothing is stated, alone
	label   string   // of the fact that names the others
	names   []string // of the facts of this record that nobody stated
	gathers bool     // the facts that are open may be gathered
	open    string   // the name of the fact that has begun, empty once it is written
	silent  bool     // it holds the words and nothing else
}

func newUnstated(p page, words, label string) *unstated {
	return &unstated{page: p, words: words, label: label}
}

func (u *unstated) facts(kind factsKind) {
	u.gathers = kind == plainFacts
	u.names = u.names[:0]
	u.page.facts(kind)
}

func (u *unstated) fact(name string) {
	if !u.gathers {
		u.page.fact(name)
		return
	}
	u.endFact()
	u.open, u.silent = name, false
}

// endFact ends the fact that is open: one of which nothing was stated is kept
// for the end.
func (u *unstated) endFact() {
	if u.open != "" && u.silent {
		u.names = append(u.names, u.open)
		u.open, u.silent = "", false
	}
	u.write()
}

// write writes the fact that was held back, if one was.
func (u *unstated) write() {
	if u.open == "" {
		return
	}
	u.page.fact(u.open)
	if u.silent {
		u.page.missing(u.words)
	}
	u.open, u.silent = "", false
}

func (u *unstated) endFacts() {
	u.endFact()
	if len(u.names) > 0 {
		u.page.fact(u.label)
		u.page.say(strings.Join(u.names, " · "))
		u.names = u.names[:0]
	}
	u.gathers = false
	u.page.endFacts()
}

// silence holds the words back that nothing is stated, if they open a fact.
func (u *unstated) silence(words string) bool {
	if u.open != "" && !u.silent && words == u.words {
		u.silent = true
		return true
	}
	u.write()
	return false
}

func (u *unstated) missing(words string) {
	if !u.silence(words) {
		u.page.missing(words)
	}
}

func (u *unstated) say(words string) {
	if !u.silence(words) {
		u.page.say(words)
	}
}

func (u *unstated) strong(words string) {
	if !u.silence(words) {
		u.page.strong(words)
	}
}

func (u *unstated) given(text string)                   { u.write(); u.page.given(text) }
func (u *unstated) link(to, text string, own bool)      { u.write(); u.page.link(to, text, own) }
func (u *unstated) outside(address string)              { u.write(); u.page.outside(address) }
func (u *unstated) badge(kind badgeKind, words string)  { u.write(); u.page.badge(kind, words) }
func (u *unstated) levels(lo, hi, of int, words string) { u.write(); u.page.levels(lo, hi, of, words) }
func (u *unstated) also()                               { u.write(); u.page.also() }
func (u *unstated) line()                               { u.write(); u.page.line() }
