package grievancetest_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestTheMemoryStoreKeepsTheRules(t *testing.T) {
	if err := grievancetest.CheckStore(t.Context(), func() grievancetest.Store { return new(grievancetest.Memory) }); err != nil {
		t.Error(err)
	}
}

// careless is a store with a fault.
type careless struct {
	grievancetest.Memory
	fault string
	kept  *grievance.Case
}

func (s *careless) Create(ctx context.Context, c *grievance.Case) error {
	if s.fault == "drops details" {
		copied := *c
		copied.Events = slices.Clone(c.Events)
		for i := range copied.Events {
			copied.Events[i].Detail = grievance.Secret{}
		}
		return s.Memory.Create(ctx, &copied)
	}
	s.kept = c
	err := s.Memory.Create(ctx, c)
	if s.fault == "overwrites" {
		return nil
	}
	return err
}

func (s *careless) Load(ctx context.Context, id uuid.UUID) (*grievance.Case, error) {
	if s.fault == "invents" {
		return &grievance.Case{ID: id}, nil
	}
	if s.fault == "shares" && s.kept != nil && s.kept.ID == id {
		return s.kept, nil
	}
	return s.Memory.Load(ctx, id)
}

func (s *careless) Append(ctx context.Context, id uuid.UUID, version int, events ...grievance.Event) error {
	switch s.fault {
	case "last writer wins":
		version = grievance.AnyVersion
	case "one by one":
		for i, e := range events {
			if err := s.Memory.Append(ctx, id, version+i, e); err != nil {
				return err
			}
		}
		return nil
	case "shows details":
		for _, e := range events {
			text, _ := e.Detail.Reveal(grievance.Access{Purpose: grievance.ToStore, By: "store"}, func(grievance.Access) error { return nil })
			return errors.New("could not add " + text)
		}
	case "swallows errors":
		_ = s.Memory.Append(ctx, id, version, events...)
		return nil
	}
	return s.Memory.Append(ctx, id, version, events...)
}

func TestTheRulesFindFaultyStores(t *testing.T) {
	for fault, rule := range map[string]string{
		"drops details":    "comes-back",
		"overwrites":       "created-once",
		"invents":          "unknown-is-an-error",
		"shares":           "copies",
		"last writer wins": "lost-update",
		"one by one":       "all-or-none",
		"shows details":    "no-secret-in-errors",
		"swallows errors":  "lost-update",
	} {
		err := grievancetest.CheckStore(t.Context(), func() grievancetest.Store { return &careless{fault: fault} })
		var joined interface{ Unwrap() []error }
		if !errors.As(err, &joined) || !slices.ContainsFunc(joined.Unwrap(), func(err error) bool {
			var broken *grievancetest.RuleError
			return errors.As(err, &broken) && broken.Rule == rule
		}) {
			t.Errorf("%s: found %v", fault, err)
		}
	}
}

func TestCasesAreSoundAndTheSameEachTime(t *testing.T) {
	a, b := slices.Collect(grievancetest.Cases(1, 200)), slices.Collect(grievancetest.Cases(1, 200))
	if d := grievancetest.Diff(a, b); d != "" {
		t.Errorf("the same seed gives other cases:\n%s", d)
	}
	stages := map[grievance.Stage]bool{}
	for _, c := range a {
		s, err := c.StateAt(risk.Date{})
		if err != nil {
			t.Fatal(err)
		}
		stages[s.Stage] = true
		for i, e := range c.Events {
			if e.Case != c.ID || e.ID == uuid.Nil || i > 0 && e.ID == c.Events[i-1].ID {
				t.Fatalf("event %d: %v", i, e)
			}
		}
	}
	if len(stages) < 10 {
		t.Errorf("only the stages %v are reached", stages)
	}
}

func TestIDsDifferAndAreValid(t *testing.T) {
	seen := map[uuid.UUID]bool{}
	for n := range 10_000 {
		id := grievancetest.ID(n)
		if seen[id] || id.Version() != 7 || id.Variant() != uuid.RFC4122 {
			t.Fatalf("%d: %s", n, id)
		}
		seen[id] = true
	}
}

func TestLeaksAreFoundInEveryForm(t *testing.T) {
	const planted = "Zqxjkvb-Wpfgyh-Rwmtzxq"
	for name, out := range map[string]string{
		"plain": "a " + planted, "a part": "..Wpfg..", "upper case": strings.ToUpper(planted), "hexadecimal": fmt.Sprintf("%x", planted),
		"hexadecimal with spaces": fmt.Sprintf("% x", planted), "go syntax": fmt.Sprintf("%#v", []byte(planted)),
		"numbers": fmt.Sprint([]byte(planted)), "base64": "WnF4amt2Yi1XcGZneWgtUndtdHp4cQ==", "reversed": "qxztmwR",
	} {
		if _, ok := grievancetest.Leak(out, planted); !ok {
			t.Errorf("%s: not found in %q", name, out)
		}
	}
	for _, out := range []string{"", "nothing here", "Zqx"} {
		if found, ok := grievancetest.Leak(out, planted); ok {
			t.Errorf("found %q in %q", found, out)
		}
	}
}
