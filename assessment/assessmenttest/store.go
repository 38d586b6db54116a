package assessmenttest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// Store is what a host's store of assessments does, as far as [CheckStore] tries
// it. A host wraps its own store in these three methods.
type Store interface {
	// Save stores an assessment, in the place of the one of the same ID if
	// there is one.
	Save(ctx context.Context, a *assessment.Assessment) error
	// Load returns an assessment, or an error if there is none.
	Load(ctx context.Context, id uuid.UUID) (*assessment.Assessment, error)
	// Append adds events to a recommendation of an assessment as
	// [assessment.Recommendation.Append] does, with its errors, and is atomic:
	// of two writers of one version one gets an *[assessment.VersionError].
	Append(ctx context.Context, id, recommendation uuid.UUID, version int, events ...assessment.Event) error
}

// storeRule is one rule that a store has to keep. check returns where it does
// not, as one or more lines, and nothing of what is stored.
type storeRule struct {
	rule, why string
	check     func(context.Context, Store) string
}

var storeRules = [...]storeRule{
	{"comes-back", "what nobody stated must not come back as zero, none or no, nor anything be lost", comesBack},
	{"unknown-is-an-error", "a document that is not there is not an empty one", func(ctx context.Context, s Store) string {
		a, err := s.Load(ctx, id(kindAssessment, 404))
		if err == nil {
			return "Load returns no error"
		}
		if a != nil {
			return "Load returns a document beside its error"
		}
		if s.Append(ctx, id(kindAssessment, 404), id(kindRecommendation, 0), 0, event(2, assessment.Plan)) == nil {
			return "Append returns no error"
		}
		return ""
	}},
	{"save-replaces", "the document that was saved last is the one that counts", func(ctx context.Context, s Store) string {
		stored(ctx, s)
		return same(ctx, s, stored(ctx, s, func(a *assessment.Assessment) { a.Title, a.Risks[0].Salient = "Another title", 0 }))
	}},
	{"adds-in-order", "state is a fold over events in their order", func(ctx context.Context, s Store) string {
		return add(ctx, s, stored(ctx, s), 2, event(2, assessment.Plan), event(3, assessment.Start))
	}},
	{"same-event-twice", "a writer who asks again must not count twice", func(ctx context.Context, s Store) string {
		a := stored(ctx, s)
		if where := add(ctx, s, a, 2, event(2, assessment.Plan)); where != "" {
			return where
		}
		if err := s.Append(ctx, a.ID, a.Recommendations[0].ID, 2, event(2, assessment.Plan)); err != nil {
			return "Append refuses an event that is there already"
		}
		return same(ctx, s, a)
	}},
	{"stale-version", "a writer who has not seen the last event decides on what is no longer so", func(ctx context.Context, s Store) string {
		a := stored(ctx, s)
		err := s.Append(ctx, a.ID, a.Recommendations[0].ID, 1, event(2, assessment.Plan))
		if stale := new(*assessment.VersionError); !errors.As(err, stale) {
			return "Append returns no *assessment.VersionError"
		}
		return same(ctx, s, a)
	}},
	{"one-writer-wins", "of two decisions at once one must not be lost in silence", twoWriters},
	{"all-or-none", "half of what a writer added is nothing that anyone decided", func(ctx context.Context, s Store) string {
		a := stored(ctx, s)
		err := s.Append(ctx, a.ID, a.Recommendations[0].ID, 2, event(2, assessment.Plan), event(3, assessment.Reopen))
		if refused := new(*assessment.TransitionError); !errors.As(err, refused) {
			return "Append returns no *assessment.TransitionError"
		}
		return same(ctx, s, a)
	}},
	{"loaded-is-a-copy", "a reader must not change what others read", func(ctx context.Context, s Store) string {
		a := stored(ctx, s)
		got, err := s.Load(ctx, a.ID)
		if err != nil {
			return "Load returns an error"
		}
		got.Title, got.Risks, got.Recommendations[0].Events[0].By = "changed", nil, "changed"
		return same(ctx, s, a)
	}},
}

// CheckStore runs the stores that open returns, each empty, through the rules
// that a store of assessments has to keep. It returns a *[RuleError] for each
// that is broken, joined.
func CheckStore(ctx context.Context, open func() Store) error {
	var broken []error
	for _, r := range storeRules {
		if where := r.check(ctx, open()); where != "" {
			broken = append(broken, &RuleError{Rule: r.rule, Why: r.why, Where: where})
		}
	}
	return errors.Join(broken...)
}

// seeds are of the random documents that have to come back.
const seeds = 20

func comesBack(ctx context.Context, s Store) string {
	extended := stored(ctx, s, func(a *assessment.Assessment) {
		a.Extensions = assessment.Extensions{"/x-host": []byte(`{"kept": "word for word"}`)}
	})
	if where := same(ctx, s, extended); where != "" {
		return where
	}
	for seed := range uint64(seeds) {
		a := Random(seed, RandomOptions{Sparse: 20 + 3*int(seed)})
		given := clone(a)
		if err := s.Save(ctx, given); err != nil {
			return fmt.Sprintf("Save refuses the document of Random(%d)", seed)
		}
		if where := same(ctx, s, a); where != "" {
			return where
		}
	}
	return ""
}

// event returns the event of the first recommendation of [Assessment] with a
// number, which is also its month of 2021 less one.
func event(n int, kind assessment.EventKind) assessment.Event {
	kinds := make([]assessment.EventKind, n+1)
	kinds[n] = kind
	e := Recommendation(0, kinds...).Events[n]
	e.Owner = "Example owner"
	return e
}

// stored saves the small assessment. A store that cannot is found out by the
// comparison that follows.
func stored(ctx context.Context, s Store, changes ...func(*assessment.Assessment)) *assessment.Assessment {
	a := Assessment(changes...)
	if err := s.Save(ctx, clone(a)); err != nil {
		a.Title = "could not be saved" // differs from whatever is loaded
	}
	return a
}

// same returns the places at which an assessment differs from the one stored.
func same(ctx context.Context, s Store, want *assessment.Assessment) string {
	got, err := s.Load(ctx, want.ID)
	if err != nil {
		return "Load returns an error"
	}
	return places(Diff(got, want))
}

// add adds events to the first recommendation of the stored assessment and of
// the one at hand, and compares the two.
func add(ctx context.Context, s Store, a *assessment.Assessment, version int, events ...assessment.Event) string {
	r := &a.Recommendations[0]
	if err := r.Append(version, Today(), events...); err != nil {
		return "the test itself is at fault: " + err.Error()
	}
	if err := s.Append(ctx, a.ID, r.ID, version, events...); err != nil {
		return "Append refuses events that are in order"
	}
	return same(ctx, s, a)
}

func twoWriters(ctx context.Context, s Store) string {
	a := stored(ctx, s)
	r := &a.Recommendations[0]
	events := []assessment.Event{event(2, assessment.Plan), event(3, assessment.Start)}
	errs := make([]error, len(events))
	var wait sync.WaitGroup
	for i := range events {
		wait.Go(func() { errs[i] = s.Append(ctx, a.ID, r.ID, 2, events[i]) })
	}
	wait.Wait()
	for i, err := range errs {
		if stale := new(*assessment.VersionError); err == nil && errors.As(errs[1-i], stale) {
			if err := r.Append(2, Today(), events[i]); err != nil {
				return "the test itself is at fault: " + err.Error()
			}
			return same(ctx, s, a)
		}
	}
	return "not one of the two gets an *assessment.VersionError and the other none"
}
