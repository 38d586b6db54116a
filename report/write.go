package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// ErrNoEvaluation says that there is nothing to report on.
var ErrNoEvaluation = errors.New("report: no evaluation; pass the result of assessment.Evaluate")

// Write writes a report of an evaluation to w, in pieces as it goes.
//
// It returns the error of ctx or of w as soon as there is one; what was
// written by then is the start of a report and no more. It returns
// [ErrNoEvaluation] for a nil evaluation, a *[LanguageError] for a language
// that it does not know and an *[OptionError] for a format, audience or section
// that there is not, with nothing written. It only reads ev and opts and may be called by any
// number of goroutines at once.
func Write(ctx context.Context, w io.Writer, ev *assessment.Evaluation, opts Options) error {
	c, err := compose(ctx, ev, &opts)
	if err != nil {
		return err
	}
	switch opts.Format {
	case Markdown:
		c.page = newMarkdown(w, c.Text("colon"), c.Text("semicolon"))
	case JSON:
		return c.writeJSON(w)
	case CSV:
		return c.writeZip(w)
	default:
		c.page = newHTML(w)
	}
	return c.write()
}

// compose checks the options and makes ready what all formats need.
func compose(ctx context.Context, ev *assessment.Evaluation, opts *Options) (*composer, error) {
	if ev == nil || ev.Assessment == nil {
		return nil, ErrNoEvaluation
	}
	printer, err := opts.printer()
	if err != nil {
		return nil, err
	}
	if err := opts.valid(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return &composer{
		words: words{printer, opts.catalogue()}, ctx: ctx, ev: ev, doc: ev.Assessment, opts: opts,
		withheld: withhold(ev.Assessment, opts.Audience),
	}, nil
}

// OptionError says that an option has a value that there is not.
type OptionError struct {
	Option string // "Format", "Audience", "Sections"
	Found  string
}

func (e *OptionError) Error() string {
	return fmt.Sprintf("report: Options.%s: there is no %s", e.Option, e.Found)
}

// valid checks the options that are enumerations.
func (o *Options) valid() error {
	if !o.Format.Valid() {
		return &OptionError{"Format", o.Format.String()}
	}
	if !o.Audience.Valid() {
		return &OptionError{"Audience", o.Audience.String()}
	}
	for _, s := range o.Sections {
		if s == SectionNotStated || !s.Valid() {
			return &OptionError{"Sections", s.String()}
		}
	}
	return nil
}

// chapter is a section with what decides whether it has something to say and
// what writes it.
type chapter struct {
	section Section
	has     func(*composer) bool
	write   func(*composer)
}

// chapters holds the sections in their usual order.
var chapters = [...]chapter{
	{Summary, always, (*composer).summary},
	{Risks, always, (*composer).risks},
	{Findings, func(c *composer) bool { return len(c.doc.Findings) > 0 }, (*composer).findings},
	{Linkages, func(c *composer) bool { return len(c.ev.Linkages) > 0 }, (*composer).linkages},
	{Controls, func(c *composer) bool { return len(c.doc.Controls) > 0 }, (*composer).controls},
	{Recommendations, func(c *composer) bool { return len(c.doc.Recommendations) > 0 || !c.doc.RecommendationCount.IsZero() },
		(*composer).recommendations},
	{Actions, func(c *composer) bool { return len(c.doc.Actions) > 0 }, (*composer).actions},
	{Commitments, (*composer).hasCommitments, (*composer).commitments},
	{Strategies, func(c *composer) bool { return len(c.doc.Strategies) > 0 }, (*composer).strategies},
	{Engagement, always, (*composer).engagement},
	{Mechanisms, func(c *composer) bool { return len(c.doc.Mechanisms) > 0 }, (*composer).mechanisms},
	{Complaints, (*composer).hasComplaints, (*composer).figuresOnComplaints},
	{Benchmarks, func(c *composer) bool { return len(c.doc.Benchmarks) > 0 }, (*composer).benchmarks},
	{Changes, func(c *composer) bool { return c.opts.Comparison != nil }, (*composer).changes},
	{Disclosures, func(c *composer) bool { return len(c.opts.Frameworks) > 0 }, (*composer).disclosures},
	{Review, func(c *composer) bool { return c.opts.Review != nil }, (*composer).review},
	{Sources, func(c *composer) bool { return len(c.doc.Sources) > 0 }, (*composer).sources},
	{Reading, always, (*composer).reading},
	{Methods, always, (*composer).methods},
}

func always(*composer) bool { return true }

// chosen returns the sections to write: those asked for, or else those that
// have something to say to the audience.
func (c *composer) chosen() []chapter {
	usual := chapters[:]
	if c.opts.Audience == Affected {
		usual = plainChapters[:]
	}
	var out []chapter
	if len(c.opts.Sections) == 0 {
		for _, ch := range usual {
			if ch.has(c) {
				out = append(out, ch)
			}
		}
		return out
	}
	for _, s := range c.opts.Sections {
		is := func(ch chapter) bool { return ch.section == s }
		if i := slices.IndexFunc(usual, is); i >= 0 {
			out = append(out, usual[i])
		} else if i := slices.IndexFunc(chapters[:], is); i >= 0 {
			out = append(out, chapters[i])
		}
	}
	return out
}

// sectionTitle returns the title of a section for the audience.
func (c *composer) sectionTitle(s Section) string {
	if key := "plain.section." + s.String(); c.opts.Audience == Affected && c.Has(key) {
		return c.Text(key)
	}
	return c.enum("section", s)
}

func (c *composer) write() error {
	parts := c.chosen()
	c.name()
	c.cover()
	toc := make([]part, len(parts))
	for i, p := range parts {
		toc[i] = part{p.section.String(), c.sectionTitle(p.section)}
		c.sections = append(c.sections, p.section)
	}
	c.contents(c.Text("contents"), toc)
	for i, p := range parts {
		if c.stopped() {
			break
		}
		c.section(toc[i].id, toc[i].title)
		p.write(c)
		c.endSection()
		if c.opts.Progress != nil {
			c.opts.Progress(i+1, len(parts))
		}
	}
	if err := c.ctx.Err(); err != nil {
		return err
	}
	c.end()
	return c.err()
}

// name gathers what is referred to from elsewhere, so that references can say
// what they point at.
func (c *composer) name() {
	c.names = names{}
	for id := range c.referred() {
		c.names[id] = place{}
	}
	put := func(list string, i int, id uuid.UUID, anchor, title, code string, illustrative bool) {
		if _, asked := c.names[id]; !asked {
			return
		}
		if c.withheld.item(list, i) {
			delete(c.names, id)
			return
		}
		if c.withheld.value(list, i, "title") {
			title = ""
		}
		c.names[id] = place{anchor, title, code, illustrative, i}
	}
	for i := range c.doc.Risks {
		r := &c.doc.Risks[i]
		put("risks", i, r.ID, anchor("risk", i), r.Title, r.Code, r.Illustrative)
	}
	for i := range c.doc.Controls {
		k := &c.doc.Controls[i]
		put("controls", i, k.ID, anchor("control", i), k.Title, k.Code, k.Illustrative)
	}
	for i := range c.doc.Actions {
		a := &c.doc.Actions[i]
		put("actions", i, a.ID, anchor("action", i), a.Title, a.Code, false)
	}
	for i := range c.doc.Commitments {
		k := &c.doc.Commitments[i]
		put("commitments", i, k.ID, anchor("commitment", i), k.Title, k.Code, false)
	}
	for i := range c.doc.Findings {
		f := &c.doc.Findings[i]
		put("findings", i, f.ID, anchor("finding", i), f.Title, f.Code, false)
	}
	c.suppliers = map[uuid.UUID]int{}
	for i := range c.ev.Linkages {
		for _, p := range c.ev.Linkages[i].Paths {
			for _, step := range p.Steps {
				c.suppliers[step.Supplier] = -1
			}
		}
	}
	for i := range c.doc.Suppliers {
		if _, asked := c.suppliers[c.doc.Suppliers[i].ID]; asked {
			c.suppliers[c.doc.Suppliers[i].ID] = i
		}
	}
	for id, p := range c.names {
		if p.anchor == "" {
			delete(c.names, id)
		}
	}
}

// referred yields the IDs that one part of the document gives for another.
func (c *composer) referred() func(yield func(uuid.UUID) bool) {
	return func(yield func(uuid.UUID) bool) {
		each := func(lists ...[]uuid.UUID) bool {
			for _, ids := range lists {
				for _, id := range ids {
					if !yield(id) {
						return false
					}
				}
			}
			return true
		}
		for i := range c.doc.Risks {
			if !each(c.doc.Risks[i].Controls) {
				return
			}
		}
		for i := range c.doc.Findings {
			if !each(c.doc.Findings[i].Risks) {
				return
			}
		}
		for i := range c.doc.Linkages {
			if !each(c.doc.Linkages[i].Risks) {
				return
			}
		}
		for i := range c.doc.Recommendations {
			r := &c.doc.Recommendations[i]
			if !each(r.Risks, r.Findings, r.Actions) {
				return
			}
		}
		for i := range c.doc.Actions {
			if !each(c.doc.Actions[i].Risks, c.doc.Actions[i].Commitments) {
				return
			}
		}
		for i := range c.doc.Commitments {
			if !each(c.doc.Commitments[i].Risks) {
				return
			}
		}
		for i := range c.doc.Strategies {
			if !each(c.doc.Strategies[i].Risks) {
				return
			}
		}
	}
}
