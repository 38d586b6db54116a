// Package assessment holds a human rights assessment as a document: what was
// assessed and by whom, who was heard, what was found, how the company is
// involved, what was recommended and what has become of it.
//
// A document is read with [Decode], which holds it to [Schema] and to the rules
// that a schema cannot say, and lists every problem with its place. [Evaluate]
// works out what follows from it:
//
//	doc, err := assessment.Decode(r, assessment.DecodeOptions{})
//	if err != nil {
//		return err // every problem, with line and column and what would do
//	}
//	ev, err := assessment.Evaluate(ctx, doc, assessment.EvaluateOptions{})
//	if err != nil {
//		return err
//	}
//	for _, r := range ev.Risks {
//		fmt.Println(r.Best, r.Worst, r.Risk.Title) // the places that it can take
//	}
//
// A host that has the parts in its own database builds an [Assessment] from Go
// values instead, and evaluates that.
//
//   - [Track] and [Tracker] follow recommendations through a published table of
//     events: where each stood on any day, what is overdue, how long things
//     took, what share is done.
//   - [Compare] says what changed from one evaluation to the next, and tells a
//     change that is sure from one within uncertainty.
//   - [Review] holds the due diligence that a document shows against rules,
//     each with the principle or article that it rests on.
//   - [Stream] reads documents of any size in bounded memory.
//
// What nobody has stated is unknown. It is never read as zero, low, none or no:
// a risk that nobody rated can take any place, a share of recommendations is no
// share as long as nobody says how many there are, and an involvement that the
// facts do not decide keeps the classes that are still possible.
//
// # What it does not do
//
// The package makes no judgement of its own. It does not rate a risk, decide an
// involvement that a person stated, or say that a company has done enough; and
// it is no legal advice.
package assessment

//go:generate go run ../internal/enumgen
