package report

import (
	"context"

	"github.com/hrdd-go/hrdd/assessment"
)

// composer writes the sections of a report onto a page.
type composer struct {
	page
	words
	ctx      context.Context
	ev       *assessment.Evaluation
	doc      *assessment.Assessment
	opts     *Options
	withheld withheld
	before   withheld  // of the earlier document, in a comparison
	sections []Section // that the report has
	response []int     // by linkage: the number of what it asks for
	lists    [len(referable)]finder
	opened   [len(referable)]bool // which of lists were made

	byLabel   []uint32    // the risks in the order of their codes or titles; see riskByLabel
	coverages []*Coverage // of the frameworks asked for; see covered
}

// given is text of the document among the values of a message.
type given string

// linked is a link to another place of the report among the values of a
// message.
type linked struct{ to, text string }

// phrase says a message; its values may be text of the document and links.
func (c *composer) phrase(key string, args ...any) {
	c.Walk(key, args, c.say, func(i int) {
		if i >= len(args) {
			return
		}
		switch v := args[i].(type) {
		case given:
			c.given(string(v))
		case linked:
			c.link(v.to, v.text, false)
		case string:
			c.say(v)
		}
	})
}

// or puts words, or says that nothing is stated if there are none.
func (c *composer) or(words string) {
	if words == "" {
		c.notStated()
		return
	}
	c.say(words)
}

// givenOr puts text of the document, or says that nothing is stated.
func (c *composer) givenOr(text string) {
	if text == "" {
		c.notStated()
		return
	}
	c.given(text)
}

func (c *composer) notStated() { c.missing(c.Text("not-stated")) }

// join puts n things with the words of a list between them, and says that
// nothing is stated if n is 0.
func (c *composer) join(n int, put func(i int)) {
	if n == 0 {
		c.notStated()
	}
	for i := range n {
		c.say(c.Between(i, n))
		put(i)
	}
}

// joinWords is join for words of the library, to which the word before the last
// is fitted: in Spanish "Francia e India".
func (c *composer) joinWords(n int, word func(i int) string) {
	if n == 0 {
		c.notStated()
	}
	for i := range n {
		w := word(i)
		c.say(c.Before(i, n, w))
		c.say(w)
	}
}

// apart puts n things that are sentences or titles of their own, with dots
// between them.
func (c *composer) apart(n int, put func(i int)) {
	if n == 0 {
		c.notStated()
	}
	for i := range n {
		if i > 0 {
			c.say(" · ")
		}
		put(i)
	}
}

// illustrative marks what the document says is illustrative.
func (c *composer) illustrative(is bool) {
	if is {
		c.say(" ")
		c.badge(illustrativeBadge, c.Text("illustrative"))
	}
}

// stopped reports whether the writing must end: because the writer below
// failed or the context is done.
func (c *composer) stopped() bool { return c.err() != nil || c.ctx.Err() != nil }
