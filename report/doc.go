// Package report shows an evaluation to people: to a board, to the public, to
// those who are affected, and to the programs of a data team.
//
//	err := report.Write(ctx, w, ev, report.Options{
//		Format:   report.Markdown, // zero is HTML
//		Language: "fr",            // zero is English
//		Audience: report.Affected, // zero is the public, who are shown least
//	})
//
// [Write] writes one report in one format and language to an io.Writer, in a
// stream. It holds no rows: a few bytes for each entry that others refer to are
// all that grows with the document.
//
//   - [HTML] is one file without scripts or anything from outside, with a
//     content security policy in it, made for screens wide and narrow, light
//     and dark, and for paper: a browser prints it as a PDF.
//   - [Markdown] is CommonMark with tables.
//   - [JSON] is the evaluation as data, under the schema that [Schema] returns.
//   - [CSV] is one table a file, in a zip archive; [WriteTables] gives them to
//     a sink of the host, such as a folder.
//
// [Cover] holds an evaluation against a [Framework], a disclosure framework or
// law in one version: which disclosure it answers, from what, and what is
// missing. A report shows it for the frameworks in [Options]. [NewExplainer]
// puts what the other packages give as reasons into words, for a host that
// shows them elsewhere.
//
// Text that comes from a document is data in every format: it is shown as it
// stands and can do nothing else. A value that nobody stated shows as "not
// stated", never as zero, low or no; a value that the document marks as
// illustrative is marked wherever it shows.
//
// Reports come in English, French, Spanish and German. A host brings further
// languages, or its own words, as a [Translation] in the options; nothing
// global changes.
//
// # What it does not do
//
// The package works nothing out that [assessment.Evaluate] has not, and says of
// nobody's due diligence that it is good: coverage of a framework is
// completeness, never performance. It makes no PDF or spreadsheet; a browser
// prints the one from HTML, and CSV opens as the other.
package report

//go:generate go run ../internal/enumgen
