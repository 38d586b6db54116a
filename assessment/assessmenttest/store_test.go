package assessmenttest_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/risk"
)

// faulty is a store with one fault.
type faulty struct {
	assessmenttest.Memory
	save   func(*faulty, *assessment.Assessment) error
	load   func(*faulty, uuid.UUID) (*assessment.Assessment, error)
	append func(f *faulty, id, recommendation uuid.UUID, version int, events []assessment.Event) error
	last   map[uuid.UUID]*assessment.Assessment
}

func (f *faulty) Save(ctx context.Context, a *assessment.Assessment) error {
	if f.save != nil {
		return f.save(f, a)
	}
	return f.Memory.Save(ctx, a)
}

func (f *faulty) Load(ctx context.Context, id uuid.UUID) (*assessment.Assessment, error) {
	if f.load != nil {
		return f.load(f, id)
	}
	return f.Memory.Load(ctx, id)
}

func (f *faulty) Append(ctx context.Context, id, recommendation uuid.UUID, version int, events ...assessment.Event) error {
	if f.append != nil {
		return f.append(f, id, recommendation, version, events)
	}
	return f.Memory.Append(ctx, id, recommendation, version, events...)
}

func TestAStoreWithAFaultIsFoundOut(t *testing.T) {
	ctx := context.Background()
	errStore := errors.New("no")
	for _, c := range []struct {
		rule  string
		fault func() *faulty
	}{
		{"comes-back", func() *faulty { // drops what it does not know
			return &faulty{load: func(f *faulty, id uuid.UUID) (*assessment.Assessment, error) {
				a, err := f.Memory.Load(ctx, id)
				if err == nil {
					a.Extensions = nil
				}
				return a, err
			}}
		}},
		{"unknown-is-an-error", func() *faulty {
			return &faulty{load: func(f *faulty, id uuid.UUID) (*assessment.Assessment, error) {
				if a, err := f.Memory.Load(ctx, id); err == nil {
					return a, nil
				}
				return new(assessment.Assessment), nil
			}}
		}},
		{"save-replaces", func() *faulty {
			return &faulty{save: func(f *faulty, a *assessment.Assessment) error {
				if _, err := f.Memory.Load(ctx, a.ID); err == nil {
					return errStore
				}
				return f.Memory.Save(ctx, a)
			}}
		}},
		{"adds-in-order", func() *faulty {
			return &faulty{append: func(f *faulty, id, recommendation uuid.UUID, version int, events []assessment.Event) error {
				return f.Memory.Append(ctx, id, recommendation, version, events[:1]...)
			}}
		}},
		{"same-event-twice", func() *faulty {
			return &faulty{append: func(f *faulty, id, recommendation uuid.UUID, version int, events []assessment.Event) error {
				if a, err := f.Memory.Load(ctx, id); err == nil && len(a.Recommendations[0].Events) > version {
					return errStore
				}
				return f.Memory.Append(ctx, id, recommendation, version, events...)
			}}
		}},
		{"stale-version", func() *faulty {
			return &faulty{append: func(f *faulty, id, recommendation uuid.UUID, _ int, events []assessment.Event) error {
				return f.Memory.Append(ctx, id, recommendation, assessment.AnyVersion, events...)
			}}
		}},
		{"one-writer-wins", func() *faulty {
			return &faulty{append: func(f *faulty, id, recommendation uuid.UUID, _ int, events []assessment.Event) error {
				return f.Memory.Append(ctx, id, recommendation, assessment.AnyVersion, events...)
			}}
		}},
		{"all-or-none", func() *faulty {
			return &faulty{append: func(f *faulty, id, recommendation uuid.UUID, version int, events []assessment.Event) error {
				for i, e := range events {
					if err := f.Memory.Append(ctx, id, recommendation, version+i, e); err != nil {
						return err
					}
				}
				return nil
			}}
		}},
		{"loaded-is-a-copy", func() *faulty {
			return &faulty{
				save: func(f *faulty, a *assessment.Assessment) error {
					if f.last == nil {
						f.last = make(map[uuid.UUID]*assessment.Assessment)
					}
					f.last[a.ID] = a
					return nil
				},
				load: func(f *faulty, id uuid.UUID) (*assessment.Assessment, error) {
					if a := f.last[id]; a != nil {
						return a, nil
					}
					return nil, errStore
				},
			}
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			err := assessmenttest.CheckStore(ctx, func() assessmenttest.Store { return c.fault() })
			if !slices.Contains(rulesOf(err), c.rule) {
				t.Errorf("the fault is not found: %v", err)
			}
		})
	}
}

// rulesOf returns the rules that an error says are broken.
func rulesOf(err error) []string {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil
	}
	var rules []string
	for _, e := range joined.Unwrap() {
		if broken := new(*assessmenttest.RuleError); errors.As(e, broken) {
			rules = append(rules, (*broken).Rule)
		}
	}
	return rules
}

func TestAnImporterThatBreaksARuleIsFoundOut(t *testing.T) {
	const secret = "Vwqzkxj"
	for _, c := range []struct {
		name string
		read assessmenttest.Importer
		want []string
	}{
		{"nothing at all", func() (*assessment.Assessment, error) { return nil, nil }, []string{"document-is-there"}},
		{"a level that is none", func() (*assessment.Assessment, error) {
			return assessmenttest.Assessment(func(a *assessment.Assessment) {
				a.Title = secret
				a.Risks[0].Ratings[0].Rating.Hi.Scale = 9
			}), nil
		}, []string{"document-is-valid"}},
		{"sound", func() (*assessment.Assessment, error) { return assessmenttest.Assessment(), nil }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := assessmenttest.CheckImporter(c.read)
			if got := rulesOf(err); !slices.Equal(got, c.want) {
				t.Errorf("broken are %v, want %v: %v", got, c.want, err)
			}
			if err != nil && strings.Contains(err.Error(), secret) {
				t.Error("the error shows what was imported")
			}
		})
	}
	fails := errors.New("the file is gone")
	if err := assessmenttest.CheckImporter(func() (*assessment.Assessment, error) { return nil, fails }); !errors.Is(err, fails) {
		t.Errorf("got %v", err)
	}
}

func TestADifferenceIsNamedByItsPlace(t *testing.T) {
	base := func() *assessment.Assessment { return assessmenttest.Assessment() }
	for _, c := range []struct {
		name   string
		change func(*assessment.Assessment)
		want   string
	}{
		{"none", func(*assessment.Assessment) {}, ""},
		{"a text", func(a *assessment.Assessment) { a.Title = "Other" }, `title: "Other", want "Impact assessment"` + "\n"},
		{"unknown is not none", func(a *assessment.Assessment) { a.RecommendationCount = risk.CountOf(0) }, "recommendationCount: 0, want nothing\n"},
		{"another order", func(a *assessment.Assessment) { slices.Reverse(a.Suppliers) }, "suppliers: the entries stand in another order\n"},
		{"a list without IDs", func(a *assessment.Assessment) { a.Risks[0].Groups = []risk.GroupID{"women"} }, "risks/R1/groups: a list of 1, want nothing\n"},
		{"one more in a list without IDs", func(a *assessment.Assessment) {
			a.Risks[0].Ratings = append(a.Risks[0].Ratings, a.Risks[0].Ratings[0])
		}, "risks/R1/ratings/1: an entry, want nothing\n"},
		{"an extension", func(a *assessment.Assessment) {
			a.Extensions = assessment.Extensions{"/x-a": []byte("1")}
		}, `extension /x-a: 1, want nothing` + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := base()
			c.change(got)
			if d := assessmenttest.Diff(got, base()); d != c.want {
				t.Errorf("got %q, want %q", d, c.want)
			}
		})
	}
	if d := assessmenttest.Diff(nil, base()); d != ": nothing, want an entry\n" {
		t.Errorf("got %q", d)
	}
}
