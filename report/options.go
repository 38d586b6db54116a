package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Options says what a report looks like. The zero value writes the whole
// report as HTML, in English, for the public.
type Options struct {
	Format   Format
	Language string   // BCP 47; empty is English, see [Languages]
	Audience Audience // the zero value is Public, which shows least

	// Sections lists the parts to write, in the order given. Empty means all
	// parts that have something to say, in the usual order.
	Sections []Section

	// Translations brings languages of the host, or words of its own for a
	// language that the library has.
	Translations []Translation

	// Complaint says how people can complain, in the reader's language. Reports
	// for affected people show it. Empty means that nobody has said, which
	// those reports state.
	Complaint string

	// Catalogue names rights and groups of rightsholders. Nil means
	// [risk.Rights].
	Catalogue *risk.Catalogue

	// Comparison is with an earlier assessment, see [assessment.Compare]; its
	// After is the evaluation that is reported. Nil leaves that part out.
	Comparison *assessment.Comparison

	// Complaints are figures on complaints, made so that no figure about few
	// people is in them; see [grievance.Register.Publish]. Nil means that none are
	// published.
	Complaints *grievance.Published
	// Lessons are what the cases say about the assessment, see
	// [grievance.Register.Suggest]. Only reports for [Internal] show them, and of
	// the number of cases no more than round figures that are reached.
	Lessons []grievance.Suggestion

	// Review is what a review of the evaluation found, see [assessment.Review].
	// Nil leaves that part out.
	Review *assessment.ReviewResult

	// Frameworks are those for which the report says what the assessment answers;
	// see [Frameworks]. Empty leaves that part out.
	Frameworks []*Framework
	// Coverage brings what answers disclosures beside the evaluation. Its
	// Comparison and Complaints are those of these options unless they are given.
	Coverage CoverageOptions

	// Progress, if not nil, is called from the caller's goroutine after each
	// section with the number of sections written and to be written.
	Progress func(done, total int)
}

func (o *Options) catalogue() *risk.Catalogue {
	if o.Catalogue != nil {
		return o.Catalogue
	}
	return risk.Rights()
}

// Format is the form in which a report is written.
type Format uint8

const (
	HTML     Format = iota // one file that stands alone
	Markdown               // CommonMark with tables
	JSON                   // the evaluation as data, see Schema
	CSV                    // a zip archive with one file a table
)

var formatText = textenum.Table[Format]{Kind: "format of a report", Names: []string{"html", "markdown", "json", "csv"}}

// Extension returns the usual ending of a file name, with its dot.
func (f Format) Extension() string {
	switch f {
	case Markdown:
		return ".md"
	case JSON:
		return ".json"
	case CSV:
		return ".zip"
	}
	return ".html"
}

// Audience is for whom a report is written. It decides what is kept back and
// how things are said.
type Audience uint8

const (
	// Public leaves out what the document says must not leave the company:
	// redacted parts and confidential evidence. The report counts what is
	// withheld and says why. It names no figure about fewer people than
	// [grievance.DefaultThreshold], and not what so few said.
	Public Audience = iota
	// Internal shows everything that the evaluation holds, and lists what is
	// withheld from the public.
	Internal
	// Affected is for the people the risks are about: plain words, what was
	// found, what is done about it, by when and whether it helps, and how to
	// complain. It withholds what Public withholds.
	Affected
)

var audienceText = textenum.Table[Audience]{Kind: "audience of a report", Names: []string{"public", "internal", "affected"}}

// Section is a part of a report.
type Section uint8

const (
	SectionNotStated Section = iota
	Summary                  // figures at a glance, and what is not known
	Risks                    // the salient risks in their order
	Findings                 // what was found, with root causes
	Linkages                 // how the company is involved, and where
	Controls                 // measures against the risks
	Recommendations          // where each stands at the date
	Actions                  // what the company does
	Commitments              // policy, values and commitments
	Strategies               // plans over several years
	Engagement               // who was heard
	Mechanisms               // how people can complain, and how well that works
	Complaints               // figures on complaints that may leave
	Benchmarks               // standards that results were held against
	Changes                  // what became of an earlier assessment
	Disclosures              // what the assessment answers of each framework, from what, and what is missing
	ContentIndex             // where in the report each disclosure is answered, for publication; of itself for Public only
	Review                   // where the due diligence falls short, and what would settle it
	Sources                  // what statements rest on
	Reading                  // how to read the report
	Methods                  // method, waivers, and what is withheld
)

var sectionText = textenum.Table[Section]{
	Kind: "section of a report",
	Names: []string{"", "summary", "risks", "findings", "linkages", "controls", "recommendations", "actions",
		"commitments", "strategies", "engagement", "mechanisms", "complaints", "benchmarks", "changes", "disclosures", "content-index", "review",
		"sources", "reading", "methods"},
}
