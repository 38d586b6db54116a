package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// ErrNoEvaluation says that there is nothing to report on.
var ErrNoEvaluation = errors.New("report: no evaluation; pass the result of assessment.Evaluate")

// Write writes a report of an evaluation to w, in pieces as it goes.
//
// It returns the error of ctx or of w as soon as there is one; what was written
// by then is the start of a report and no more. It returns [ErrNoEvaluation] for
// a nil evaluation, a *[LanguageError] for a language that it does not know and
// an *[OptionError] for a format, audience or section that there is not, with
// nothing written. It only reads ev and opts and may be called by any number of
// goroutines at once.
func Write(ctx context.Context, w io.Writer, ev *assessment.Evaluation, opts Options) error {
	c, err := compose(ctx, ev, &opts)
	if err != nil {
		return err
	}
	switch opts.Format {
	case Markdown:
		c.page = newUnstated(newMarkdown(w, c.Text("colon"), c.Text("semicolon")), c.Text("not-stated"), c.Text("unstated"))
	case JSON:
		return c.writeJSON(w)
	case CSV:
		return c.writeZip(w)
	default:
		c.page = newUnstated(newHTML(w), c.Text("not-stated"), c.Text("unstated"))
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
	c := &composer{
		words: words{printer, opts.catalogue(), &catalogueNames{map[risk.RightID]string{}, map[risk.GroupID]string{}}}, ctx: ctx, ev: ev, doc: ev.Assessment, opts: opts,
		withheld: withhold(ev.Assessment, opts.Audience),
	}
	if opts.Comparison != nil {
		c.before = withhold(opts.Comparison.Before.Assessment, opts.Audience)
	}
	return c, nil
}

// OptionError says that an option has a value that there is not.
type OptionError struct {
	Option string   // "Format", "Audience", "Sections"
	Found  string   // "section of a report(99)"
	Want   []string // the names of the values that there are
}

// Error names the option, the value that it cannot have and those that it can.
func (e *OptionError) Error() string {
	return fmt.Sprintf("report: Options.%s cannot be %s; use one of %s", e.Option, e.Found, strings.Join(e.Want, ", "))
}

// valid checks the options that are enumerations.
func (o *Options) valid() error {
	if !o.Format.Valid() {
		return &OptionError{"Format", o.Format.String(), slices.Clone(formatText.Names)}
	}
	if !o.Audience.Valid() {
		return &OptionError{"Audience", o.Audience.String(), slices.Clone(audienceText.Names)}
	}
	for _, s := range o.Sections {
		if s == SectionNotStated || !s.Valid() {
			return &OptionError{"Sections", s.String(), slices.Clone(sectionText.Names[1:])}
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
	{Recommendations, func(c *composer) bool {
		return len(c.doc.Recommendations) > 0 || !c.doc.RecommendationCount.IsZero() && !c.withheld.member("recommendationCount")
	},
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
	{ContentIndex, func(c *composer) bool { return len(c.opts.Frameworks) > 0 && c.opts.Audience == Public }, (*composer).contentIndex},
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
	toc := make([]part, len(parts))
	for i, p := range parts {
		toc[i] = part{p.section.String(), c.sectionTitle(p.section)}
		c.sections = append(c.sections, p.section)
	}
	c.cover()
	c.contents(c.Text("contents"), toc)
	for i, p := range parts {
		if c.stopped() {
			break
		}
		c.section(toc[i].id, toc[i].title)
		p.write(c)
		c.endSection()
		if c.opts.Progress != nil && !c.stopped() {
			c.opts.Progress(i+1, len(parts))
		}
	}
	if err := c.ctx.Err(); err != nil {
		return err
	}
	c.end()
	return c.err()
}
