package risk

import (
	"slices"
	"strings"
	"testing"
)

// expected is domain practice as a person would write it on one page: what each
// class asks for, by status. R required, O optional, C conditional.
var expected = map[Involvement]map[Status]string{
	Causes: {
		Potential: "cease C, prevent R",
		Actual:    "cease R, prevent R, remediate R",
	},
	Contributes: {
		Potential: "cease C, prevent R, mitigate R, use-leverage R, increase-leverage C, consider-ending O",
		Actual:    "cease R, prevent R, mitigate R, use-leverage R, increase-leverage C, remediate R, consider-ending O",
	},
	DirectlyLinked: {
		Potential: "prevent R, mitigate R, use-leverage R, increase-leverage C, consider-ending C",
		Actual:    "prevent R, mitigate R, use-leverage R, increase-leverage C, remediate O, consider-ending C",
	},
	NotLinked: {Potential: "", Actual: ""},
}

func short(r Response) string {
	var parts []string
	for _, o := range r.Obligations {
		parts = append(parts, o.Duty.String()+" "+strings.ToUpper(o.Force.String()[:1]))
	}
	return strings.Join(parts, ", ")
}

func TestEachClassIsAskedForWhatTheGuidingPrinciplesAsk(t *testing.T) {
	for class, byStatus := range expected {
		for status, want := range byStatus {
			if got := short(Respond(class, status)); got != want {
				t.Errorf("%v, %v: got %q, want %q", class, status, got, want)
			}
		}
	}
}

func TestALinkedCompanyIsNotAskedToRemedy(t *testing.T) {
	for class, want := range map[Involvement]Force{
		NotLinked: NotCalledFor, DirectlyLinked: Optional, Contributes: Required, Causes: Required,
	} {
		if got := Respond(class, Actual).Force(Remediate); got != want {
			t.Errorf("%v: remedy is %v, want %v", class, got, want)
		}
		if got := Respond(class, Potential).Force(Remediate); got != NotCalledFor {
			t.Errorf("%v: remedy for harm that has not happened is %v", class, got)
		}
	}
}

func TestWhatEveryPossibleClassAsksForIsRequiredWhileTheClassIsOpen(t *testing.T) {
	statuses := []Status{StatusNotStated, Potential, Actual}
	for possible := ClassSet(1); possible <= AllClasses; possible++ {
		for _, status := range statuses {
			r := respond(possible, status)
			open := possible.Len() > 1 || status == StatusNotStated && possible != ClassSetOf(NotLinked)
			if got := r.Force(Clarify) == Required; got != open {
				t.Errorf("%v, %v: clarify is %v", possible, status, r.Force(Clarify))
			}
			for d := Cease; d <= ConsiderEnding; d++ {
				var forces []Force
				for c := range possible.All() {
					for _, s := range statuses[1:] {
						if status == StatusNotStated || s == status {
							forces = append(forces, Respond(c, s).Force(d))
						}
					}
				}
				lo, hi, got := slices.Min(forces), slices.Max(forces), r.Force(d)
				switch {
				case lo == hi && got != lo:
					t.Errorf("%v, %v: %v is %v, each alone says %v", possible, status, d, got, lo)
				case lo != hi && got != Conditional:
					t.Errorf("%v, %v: %v is %v although it is %v to %v", possible, status, d, got, lo, hi)
				}
			}
		}
	}
}

func TestEveryObligationHasASentenceAndASource(t *testing.T) {
	for possible := ClassSet(1); possible <= AllClasses; possible++ {
		for _, status := range []Status{StatusNotStated, Potential, Actual} {
			for _, o := range respond(possible, status).Obligations {
				s := o.Reason.String()
				if s == o.Reason.Code || strings.ContainsAny(s, "{}") || len(o.Reason.Sources) == 0 {
					t.Errorf("%v, %v, %v: %q %v", possible, status, o.Duty, s, o.Reason.Sources)
				}
			}
		}
	}
}

func TestAResponseFollowsFromAClassification(t *testing.T) {
	c := Classify(Facts{OwnAct: Unknown, SufficientAlone: No, LinkedToOperations: Yes, ThroughRelationship: Yes})
	r := c.Respond(Actual)
	if r.Possible != ClassSetOf(DirectlyLinked, Contributes) || r.Force(UseLeverage) != Required || r.Force(Remediate) != Conditional {
		t.Errorf("%v: %s", r.Possible, short(r))
	}
}

func TestContradictoryAnswersAreClearedUpWhateverTheyLeavePossible(t *testing.T) {
	c := Classify(Facts{OwnAct: Yes, SufficientAlone: Yes, LinkedToOperations: No})
	r := c.Respond(Actual) // the link is denied wrongly, or the own act is claimed wrongly
	if r.Force(Clarify) != Required || r.Possible != ClassSetOf(Causes, NotLinked) || r.Force(Remediate) != Conditional {
		t.Errorf("%v: %s", r.Possible, short(r))
	}
	n := 0
	for f := range sidesOnly {
		if n++; n%7 != 0 {
			continue
		}
		c := Classify(f)
		for _, status := range []Status{StatusNotStated, Potential, Actual} {
			r := c.Respond(status)
			if c.Contradictory && r.Force(Clarify) != Required {
				t.Fatalf("%+v: %s", f, short(r))
			}
			if !slices.IsSortedFunc(r.Obligations, func(a, b Obligation) int { return int(a.Duty) - int(b.Duty) }) {
				t.Fatalf("%+v: %s", f, short(r))
			}
		}
	}
}

func TestAConditionSaysExactlyWhenItHolds(t *testing.T) {
	for possible := ClassSet(1); possible <= AllClasses; possible++ {
		for _, status := range []Status{StatusNotStated, Potential, Actual} {
			for _, o := range respond(possible, status).Obligations {
				var classes []string
				var only string
				switch o.Reason.Code {
				case "depends-on-class":
					classes = o.Reason.Args[1:]
				case "depends-on-status":
					classes, only = possible.names(), o.Reason.Args[1]
				case "depends-on-both":
					classes, only = o.Reason.Args[2:], o.Reason.Args[1]
				default:
					continue
				}
				for c := range possible.All() {
					for _, s := range []Status{Potential, Actual} {
						if status != StatusNotStated && s != status {
							continue
						}
						holds := slices.Contains(classes, c.String()) && (only == "" || only == s.String())
						if got := Respond(c, s).Force(o.Duty).String(); (got == o.Reason.Args[0]) != holds {
							t.Errorf("%v, %v, %v: %q, but %v, %v is %s", possible, status, o.Duty, o.Reason, c, s, got)
						}
					}
				}
			}
		}
	}
}
