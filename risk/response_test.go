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
