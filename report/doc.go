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
// stream: what it keeps in memory does not grow with the number of rows.
//
//   - [HTML] is one file without scripts or anything from outside, with a
//     content security policy in it, made for screens wide and narrow, light
//     and dark, and for paper: a browser prints it as a PDF.
//   - [Markdown] is CommonMark with tables.
//   - [JSON] is the evaluation as data, under the schema that [Schema] returns.
//   - [CSV] is one table a file, in a zip archive.
//
// Text that comes from a document is data in every format: it is shown as it
// stands and can do nothing else. A value that nobody stated shows as "not
// stated", never as zero, low or no; a value that the document marks as
// illustrative is marked wherever it shows.
//
// Reports come in English and French. A host brings further languages, or its
// own words, as a [Translation] in the options; nothing global changes.
//
// # What it does not do
//
// The package works nothing out that [assessment.Evaluate] has not, and says of
// nobody's due diligence that it is good: coverage of a framework is
// completeness, never performance. It makes no PDF or spreadsheet; a browser
// prints the one from HTML, and CSV opens as the other.
package report

//go:generate go run ../internal/enumgen
