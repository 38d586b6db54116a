package assessment

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// EvaluateOptions says how an assessment is evaluated. The zero value ranks
// with the method that the document names, the library's own if it names none,
// and looks at things at the end of the assessment's period.
type EvaluateOptions struct {
	// Method ranks the risks. Nil means the built-in method that the document
	// names, or [risk.UNGP].
	Method *risk.Method
	// AsOf is the day at whose end things are looked at: which events have
	// happened and which relationships are in force. The zero date means the
	// last day of the assessment's period, and after everything if it has none.
	AsOf risk.Date
	// Regime says what the last resort in a relationship is. The zero value
	// stands for the Guiding Principles.
	Regime risk.Regime
	// Patience is how long attempts to bring about change are given, by the
	// severity of the harm. The zero value sets no time.
	Patience risk.Patience
	// EnoughLeverage is the degree of one factor that counts as having leverage.
	// Unknown, the zero value, means marked.
	EnoughLeverage risk.Degree
	// Transitions is the table that the events of recommendations follow; the
	// zero value is the published one.
	Transitions Transitions
	// Progress is told how many of the steps are done. Nil is silent. It is
	// called from the caller's goroutine.
	Progress func(done, total int)
}

// MethodError says that a document names a salience method that is not built
// in. Give it as EvaluateOptions.Method.
type MethodError struct {
	Found MethodRef
}

// Error gives the unknown method at its place in the document, and the one to
// fall back on.
func (e *MethodError) Error() string {
	return fmt.Sprintf("/method/id: no method %q is built in; give it as EvaluateOptions.Method, or leave method out for %q",
		e.Found.ID, risk.UNGP().ID())
}

// Evaluate computes what follows from an assessment: it ranks the risks, finds
// where in the supply network each linkage is and what class follows from its
// facts, and folds the events of the recommendations. It changes nothing in the
// document and keeps pointers into it.
//
// It is deterministic, takes time in proportion to the document and to the suppliers
// of each set of categories that linkages cover, and stops with the error of ctx when
// that is done. Other errors are a *[MethodError], a
// *[RiskError] for a rating out of range, and a *[TrackingError] for events that
// cannot follow one another; a document that passed [Decode] with the same
// Transitions has none of the last two.
func Evaluate(ctx context.Context, a *Assessment, opts EvaluateOptions) (*Evaluation, error) {
	e := &evaluator{ctx: ctx, doc: a, opts: opts, out: &Evaluation{Assessment: a, AsOf: opts.AsOf}}
	if e.out.AsOf.IsZero() {
		e.out.AsOf = a.Period.To
	}
	e.out.AsOf = e.out.AsOf.LastDay()
	steps := [...]func() error{e.method, e.risks, e.network, e.linkages, e.recommendations}
	for i, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := step(); err != nil {
			return nil, err
		}
		if opts.Progress != nil {
			opts.Progress(i+1, len(steps))
		}
	}
	return e.out, nil
}

// evaluator holds what the steps of one evaluation share.
type evaluator struct {
	ctx  context.Context
	doc  *Assessment
	opts EvaluateOptions
	out  *Evaluation

	byCategories map[string]*placed // of linkages that name no supplier

	madeUp   map[[2]uuid.UUID]bool     // links that only illustrative relationships make
	statuses map[uuid.UUID]risk.Status // of the risks
	working  map[uuid.UUID]bool        // measures that are in place and seen to work; see measuresWork
}

func (e *evaluator) note(code NoteCode, pointer string, args ...string) {
	e.out.Notes = append(e.out.Notes, Note{code, pointer, args})
}

// method chooses the method that ranks the risks.
func (e *evaluator) method() error {
	named := e.doc.Method
	e.out.Method = e.opts.Method
	if e.out.Method == nil {
		e.out.Method = risk.UNGP()
		if named.ID != "" {
			m, ok := risk.MethodByID(named.ID)
			if !ok {
				return &MethodError{named}
			}
			e.out.Method = m
		}
	}
	used := MethodRef{e.out.Method.ID(), e.out.Method.Version()}
	if named.ID != "" && (named.ID != used.ID || named.Version != "" && named.Version != used.Version) {
		e.note(MethodNotTheDocuments, "/method", named.String(), used.String())
	}
	return nil
}

// String returns the id and version of the method.
func (r MethodRef) String() string {
	if r.Version == "" {
		return r.ID
	}
	return r.ID + " " + r.Version
}

// network compiles the suppliers and relationships that are in force.
func (e *evaluator) network() error {
	var err error
	e.out.Network, e.out.NetworkReport, err = supplier.Compile(e.ctx,
		slices.Values(e.doc.Suppliers), slices.Values(e.doc.Relationships),
		supplier.NetworkOptions{AsOf: e.out.AsOf})
	if err != nil {
		return err
	}
	if n := e.out.NetworkReport.Skipped; n > 0 {
		e.note(NetworkSkipped, "/relationships", strconv.Itoa(n))
	}
	e.madeUp = make(map[[2]uuid.UUID]bool)
	for i := range e.doc.Relationships {
		r := &e.doc.Relationships[i]
		link := [2]uuid.UUID{r.From, r.To}
		if stated, seen := e.madeUp[link]; !seen || stated {
			e.madeUp[link] = r.Illustrative
		}
	}
	return nil
}

// checkEvery is after how many risks, or recommendations, the context is asked.
const checkEvery = 1024

// recommendations folds the events.
func (e *evaluator) recommendations() error {
	tracker := NewTrackerWith(e.opts.Transitions, e.out.AsOf)
	for i := range e.doc.Recommendations {
		if i%checkEvery == 0 {
			if err := e.ctx.Err(); err != nil {
				return err
			}
		}
		if err := tracker.Add(&e.doc.Recommendations[i]); err != nil {
			return err
		}
	}
	total := e.doc.RecommendationCount
	e.out.Recommendations = tracker.Tracking(total)
	if n := len(e.doc.Recommendations); total.IsZero() && n > 0 {
		e.note(TotalUnknown, "/recommendationCount", strconv.Itoa(n))
	}
	return nil
}
