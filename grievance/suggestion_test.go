package grievance_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// substantiated opens n cases at a site about a right in which harm was shown,
// each of people, received on 1 March 2021.
func substantiated(t testing.TB, r *grievance.Register, first, n, site int, right risk.RightID, people int) {
	t.Helper()
	for i := range n {
		c := grievancetest.Case(first+i, func(c *grievance.Case) {
			c.Site, c.Rights, c.People, c.Events = grievancetest.ID(site), []risk.RightID{right}, risk.CountOf(people), nil
			c.Mechanism = grievancetest.ID(1)
		})
		grievancetest.Log(&c, from[grievance.Findings]...)
		if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
			t.Fatal(err, refused)
		}
	}
}

// only returns the suggestions of a kind.
func only(all []grievance.Suggestion, kind grievance.SuggestionKind) []grievance.Suggestion {
	return slices.DeleteFunc(slices.Clone(all), func(s grievance.Suggestion) bool { return s.Kind != kind })
}

func TestARiskThatCasesShowIsSuggestedAsActual(t *testing.T) {
	potential := grievance.KnownRisk{ID: grievancetest.ID(50), Right: "safe-work", Sites: []uuid.UUID{grievancetest.ID(10)}, Status: risk.Potential, People: risk.CountOf(30)}
	for _, c := range []struct {
		name   string
		cases  int
		change func(*grievance.KnownRisk)
		named  bool
		found  int
		said   int
	}{
		{"many cases", 11, func(*grievance.KnownRisk) {}, true, 1, 10},
		{"few cases: neither risk nor number", 3, func(*grievance.KnownRisk) {}, false, 1, 0},
		{"few cases of a risk that is everywhere", 3, func(k *grievance.KnownRisk) { k.Sites = nil }, true, 1, 0},
		{"rated as actual already", 11, func(k *grievance.KnownRisk) { k.Status = risk.Actual }, false, 0, 0},
		{"another right", 11, func(k *grievance.KnownRisk) { k.Right = "privacy" }, false, 0, 0},
		{"another site", 11, func(k *grievance.KnownRisk) { k.Sites = []uuid.UUID{grievancetest.ID(11)} }, false, 0, 0},
	} {
		r := grievance.NewRegister(endOf2021, nil)
		substantiated(t, r, 0, c.cases, 10, "safe-work", 2)
		k := potential
		c.change(&k)
		got := only(r.Suggest(grievance.Lessons{Risks: []grievance.KnownRisk{k}}), grievance.RateAsActual)
		if len(got) != c.found {
			t.Errorf("%s: %v", c.name, got)
			continue
		}
		if c.found == 0 {
			continue
		}
		said, _ := got[0].Cases.Known()
		if (got[0].Risk == k.ID) != c.named || said != c.said || got[0].Right != k.Right {
			t.Errorf("%s: %+v", c.name, got[0])
		}
	}
}

func TestCasesThatAreNotShownSayNothingOfARisk(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	caseType{1, 10, "MY", []risk.RightID{"safe-work"}, false, false, false}.open(t, r, 0, 30)
	k := grievance.KnownRisk{ID: grievancetest.ID(50), Right: "safe-work", Status: risk.Potential}
	if got := only(r.Suggest(grievance.Lessons{Risks: []grievance.KnownRisk{k}}), grievance.RateAsActual); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestScopeIsSuggestedWiderOnlyIfOneCaseAloneSaysSo(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	substantiated(t, r, 0, 6, 10, "safe-work", 20)
	suggest := func(people int) []grievance.Suggestion {
		return only(r.Suggest(grievance.Lessons{Risks: []grievance.KnownRisk{{ID: grievancetest.ID(50), Right: "safe-work", People: risk.CountOf(people)}}}), grievance.WidenScope)
	}
	if got := suggest(20); len(got) != 0 {
		t.Errorf("six cases of the same twenty people count as more: %v", got)
	}
	if got := suggest(19); len(got) != 1 || got[0].People.String() != "at least 20" {
		t.Errorf("%v", got)
	}
}

func TestAHarmThatTheAssessmentDoesNotKnowIsSuggested(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	substantiated(t, r, 0, 6, 10, "safe-work", 1)
	substantiated(t, r, 100, 2, 11, "privacy", 1)
	substantiated(t, r, 200, 3, 12, "privacy", 1)
	got := only(r.Suggest(grievance.Lessons{}), grievance.AddRisk)
	if len(got) != 2 || got[0].Right != "privacy" || got[0].Site != uuid.Nil || got[0].Cases.String() != "at least 5" ||
		got[1].Right != "safe-work" || got[1].Site != grievancetest.ID(10) {
		t.Errorf("%+v", got)
	}
}

func TestARecommendationAfterWhichTheIssueCameAgainIsSuggested(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	substantiated(t, r, 0, 6, 10, "safe-work", 1) // received on 1 March 2021
	for done, want := range map[string]int{"2021-02-28": 1, "2021-02": 1, "2021-03-01": 0, "2021": 0} {
		got := only(r.Suggest(grievance.Lessons{
			Risks:           []grievance.KnownRisk{{ID: grievancetest.ID(50), Right: "safe-work", Status: risk.Actual}},
			Recommendations: []grievance.KnownRecommendation{{ID: grievancetest.ID(60), Risks: []uuid.UUID{grievancetest.ID(50)}, Implemented: risk.MustParseDate(done)}},
		}), grievance.LookAtRecommendation)
		if len(got) != want {
			t.Errorf("done %s: %v", done, got)
		}
	}
}

func TestAMechanismThatIsOftenLateIsSuggested(t *testing.T) {
	line := grievancetest.Mechanism(func(m *grievance.Mechanism) {
		m.Deadlines = []grievance.Deadline{{Reach: grievance.Acknowledged, Within: grievance.Span{Count: 1, Unit: grievance.CalendarDays}}}
	})
	r := grievance.NewRegister(endOf2021, []grievance.Mechanism{line})
	caseType{1, 10, "MY", nil, false, false, false}.open(t, r, 0, 12) // acknowledged after two days
	got := only(r.Suggest(grievance.Lessons{}), grievance.LookAtMechanism)
	if len(got) != 1 || got[0].Mechanism != line.ID || got[0].Cases.String() != "at least 10" {
		t.Errorf("%v", got)
	}
}

func TestSignalsBecomeSuggestions(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	arrivals(t, r, 0, 10, 10, "safe-work", 400, 95)
	arrivals(t, r, 100, 15, 10, "safe-work", 80, 1)
	arrivals(t, r, 400, 20, 12, "privacy", 450, 95)
	all := r.Suggest(grievance.Lessons{Signals: grievance.Signals{Places: []grievance.Place{
		{Site: grievancetest.ID(10), Workers: risk.CountOf(1000)}, {Site: grievancetest.ID(99), Workers: risk.CountOf(900)},
	}}})
	more, silent := only(all, grievance.LookAtSalience), only(all, grievance.LookAtSilence)
	if len(more) != 2 || len(silent) != 3 {
		t.Errorf("more %v, silent %v", more, silent)
	}
}

func TestSuggestionsNameNoCaseAndNoSmallNumber(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(9, 400))
	r := register(t, cases)
	for _, threshold := range []int{0, 3, 5, 10} {
		all := r.Suggest(grievance.Lessons{Threshold: threshold, Risks: []grievance.KnownRisk{{ID: grievancetest.ID(50), Right: "safe-work", Status: risk.Potential}}})
		if len(all) == 0 {
			t.Fatal("nothing is suggested")
		}
		b, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			if strings.Contains(string(b), c.ID.String()) {
				t.Fatalf("case %s is named", c.ID)
			}
		}
		least := max(threshold, 0)
		if least == 0 {
			least = grievance.DefaultThreshold
		}
		for _, s := range all {
			for _, a := range []grievance.AtLeast{s.Cases, s.People} {
				if n, ok := a.Known(); ok && n < least {
					t.Errorf("threshold %d: %+v", threshold, s)
				}
			}
			if s.Source.IsZero() {
				t.Errorf("%s cites nothing", s.Kind)
			}
		}
	}
}

func TestRoundFiguresAreReachedAndCoarse(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	for i, c := range []struct {
		cases int
		want  string
	}{{4, "not shown"}, {5, "at least 5"}, {9, "at least 5"}, {10, "at least 10"}, {19, "at least 10"}, {20, "at least 20"}, {49, "at least 20"}, {50, "at least 50"}, {99, "at least 50"}, {101, "at least 100"}} {
		right := risk.RightID(fmt.Sprint("right-", i))
		substantiated(t, r, i*1000, c.cases, 10, right, 1)
		for _, s := range only(r.Suggest(grievance.Lessons{}), grievance.AddRisk) {
			if s.Right == right && s.Cases.String() != c.want {
				t.Errorf("%d cases: %s", c.cases, s.Cases)
			}
		}
	}
}
