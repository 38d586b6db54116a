package assessment

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func notes(ev *Evaluation, code NoteCode) []Note {
	var found []Note
	for _, n := range ev.Notes {
		if n.Code == code {
			found = append(found, n)
		}
	}
	return found
}

func TestTheEvaluationLooksAtTheEndOfThePeriod(t *testing.T) {
	a := Assessment{Period: risk.Period{From: risk.YearOf(2020), To: risk.YearOf(2021)}}
	if got := evaluated(t, a, EvaluateOptions{}).AsOf.String(); got != "2021-12-31" {
		t.Errorf("as of %s", got)
	}
	if got := evaluated(t, a, EvaluateOptions{AsOf: risk.MustParseDate("2020-02")}).AsOf.String(); got != "2020-02-29" {
		t.Errorf("as of %s", got)
	}
}

func TestARiskThatNobodyRatedCanTakeAnyPlace(t *testing.T) {
	a := Assessment{Risks: []Risk{rated("A", "HRS:1/SCA:5/SCO:5/IRR:5/LIK:5/DEL:Y"), rated("B", ""), rated("C", "HRS:1/SCA:2/SCO:2/IRR:2/LIK:2/DEL:N")}}
	ev := evaluated(t, a, EvaluateOptions{})
	for _, r := range ev.Risks {
		if r.Risk.Code == "B" && (r.Best != 1 || r.Worst != 3 || r.Rated() || !r.CanBeSevere()) {
			t.Errorf("unrated: place %d to %d, rated %v, can be severe %v", r.Best, r.Worst, r.Rated(), r.CanBeSevere())
		}
		if r.Risk.Code == "C" && r.CanBeSevere() {
			t.Error("a risk rated 2 throughout is said to be possibly severe")
		}
	}
	if n := notes(ev, RiskNotRated); len(n) != 1 || n[0].Pointer != "/risks/1/ratings" {
		t.Errorf("notes %v", n)
	}
}

func TestRatingsOfSeveralAssessorsBecomeARange(t *testing.T) {
	k := rated("A", "HRS:1/SCA:2/SCO:3/IRR:X/LIK:2/DEL:N")
	k.Ratings = append(k.Ratings, rated("", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:3/DEL:X").Ratings...)
	ev := evaluated(t, Assessment{Risks: []Risk{k}}, EvaluateOptions{})
	if got := ev.Risks[0].Range.String(); got != "HRS:1/SCA:2-4/SCO:3/IRR:5/LIK:2-3/DEL:N" {
		t.Errorf("together %s", got)
	}
}

func TestAssessorsWhoDisagreeWhetherHarmHappenedLeaveItUnknown(t *testing.T) {
	k := rated("A", "HRS:1/SCA:2/SCO:3/IRR:2/LIK:2/DEL:N")
	k.Ratings = append(k.Ratings, rated("", "HRS:1/SCA:2/SCO:3/IRR:2/LIK:A/DEL:N").Ratings...)
	ev := evaluated(t, Assessment{Risks: []Risk{k}}, EvaluateOptions{})
	if got := ev.Risks[0].Range.Lo.Likelihood; got != risk.LikelihoodNotRated {
		t.Errorf("likelihood %d, want not rated", got)
	}
	if len(notes(ev, StatusDisagreed)) != 1 {
		t.Error("that they disagree is not noted")
	}
}

func TestARatingOutOfRangeIsNamed(t *testing.T) {
	bad := Risk{Code: "B", Ratings: []RiskRating{{Rating: risk.RangeOf(risk.Rating{Scale: 9})}}}
	_, err := Evaluate(t.Context(), &Assessment{Risks: []Risk{rated("A", ""), bad}}, EvaluateOptions{})
	var wrong *RiskError
	var rating *risk.RatingError
	if !errors.As(err, &wrong) || wrong.Index != 1 || !errors.As(err, &rating) {
		t.Errorf("got %v", err)
	}
}

func TestHarmThatHappenedHasNoLikelihoodWhateverWasRated(t *testing.T) {
	k := rated("A", "HRS:1/SCA:2/SCO:3/IRR:2/LIK:1/DEL:N")
	k.Status = risk.Actual
	ev := evaluated(t, Assessment{Risks: []Risk{k}}, EvaluateOptions{})
	if got := ev.Risks[0].Range.Hi.Likelihood; got != risk.Occurred {
		t.Errorf("likelihood %d, want occurred", got)
	}
}

func TestOnlyMeasuresShownToWorkCountTowardsResidual(t *testing.T) {
	control := Control{ID: id("k"), InPlace: risk.Yes, Effect: Effective}
	for _, c := range []struct {
		name   string
		change func(*Control, *Risk)
		counts bool
	}{
		{"in place and effective", func(*Control, *Risk) {}, true},
		{"planned", func(c *Control, _ *Risk) { c.InPlace = risk.No }, false},
		{"effect not looked at", func(c *Control, _ *Risk) { c.Effect = EffectNotStated }, false},
		{"no effect", func(c *Control, _ *Risk) { c.Effect = NoEffect }, false},
		{"against another risk", func(_ *Control, k *Risk) { k.Controls = nil }, false},
		{"harm that has happened", func(_ *Control, k *Risk) { k.Status = risk.Actual }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := rated("A", "HRS:1/SCA:4/SCO:3/IRR:2/LIK:4/DEL:N")
			k.Controls = []uuid.UUID{control.ID}
			lower := rated("", "HRS:1/SCA:4/SCO:3/IRR:2/LIK:2/DEL:N").Ratings[0]
			lower.Basis = risk.Residual
			k.Ratings = append(k.Ratings, lower)
			m := control
			c.change(&m, &k)
			ev := evaluated(t, Assessment{Risks: []Risk{k}, Controls: []Control{m}}, EvaluateOptions{})
			r := ev.Risks[0]
			if counts := r.Residual != (risk.Range{}); counts != c.counts {
				t.Errorf("residual rating counts: %v, want %v", counts, c.counts)
			}
			if r.Range.Lo.Likelihood == 2 || r.Ratings != 1 {
				t.Error("the place rests on a residual rating")
			}
		})
	}
}

// chainDocument is a company with suppliers of one category at tiers 1 to 4.
func chainDocument() Assessment {
	a := Assessment{Suppliers: []supplier.Supplier{{ID: id("company"), Buyer: true}}}
	last := id("company")
	for i := range 4 {
		s := supplier.Supplier{ID: id(fmt.Sprint("tier", i+1)), Categories: []supplier.Category{supplier.Metals}}
		a.Suppliers = append(a.Suppliers, s)
		a.Relationships = append(a.Relationships, supplier.Relationship{From: s.ID, To: last, Kind: supplier.Supply})
		last = s.ID
	}
	return a
}

func TestAClaimOfTiersIsHeldAgainstTheNetwork(t *testing.T) {
	a := chainDocument()
	a.Linkages = []Linkage{{Code: "L", Involvement: risk.DirectlyLinked, Covers: SupplierSet{Categories: []supplier.Category{supplier.Metals}},
		Claimed: supplier.Proximity{Upstream: supplier.MustParseTierRange("1-2")}}}
	ev := evaluated(t, a, EvaluateOptions{})
	l := &ev.Linkages[0]
	if d := l.Disagreements; !l.TiersDisagree() || len(d) != 1 || d[0].Claimed.String() != "1-2" || d[0].Found.String() != "1-4" ||
		d[0].Supplier != id("tier4") {
		t.Errorf("%+v", d)
	}
	if l.Involvement != risk.DirectlyLinked {
		t.Errorf("the tier changed the involvement to %s", l.Involvement)
	}
	if len(l.Paths) != 4 || len(l.Paths[3].Steps) != 5 {
		t.Errorf("paths %v", l.Paths)
	}
	if len(notes(ev, PlaceDisagrees)) == 0 {
		t.Error("the disagreement is not noted")
	}
}

func TestAPathThatRestsOnMadeUpRelationshipsSaysSo(t *testing.T) {
	a := chainDocument()
	a.Relationships[2].Illustrative = true
	a.Linkages = []Linkage{{Covers: SupplierSet{Categories: []supplier.Category{supplier.Metals}}}}
	l := &evaluated(t, a, EvaluateOptions{}).Linkages[0]
	for i, p := range l.Paths {
		if want := i >= 2; p.Illustrative != want {
			t.Errorf("tier %d: illustrative %v, want %v", p.Tier, p.Illustrative, want)
		}
	}
	if !l.Illustrative {
		t.Error("the linkage does not say that part of its place is made up")
	}
}

func TestAStatedClassStandsAndAContradictionIsTold(t *testing.T) {
	facts := risk.FactRecord{
		OwnAct:              risk.Judged[risk.Answer]{Value: risk.No},
		LinkedToOperations:  risk.Judged[risk.Answer]{Value: risk.Yes},
		ThroughRelationship: risk.Judged[risk.Answer]{Value: risk.Yes},
	}
	a := Assessment{Linkages: []Linkage{{Code: "L", Involvement: risk.Causes, Facts: facts}, {Code: "M", Facts: facts}, {Code: "N"}}}
	ev := evaluated(t, a, EvaluateOptions{})
	if l := ev.Linkages[0]; l.Involvement != risk.Causes || !l.Contradicts || l.Classification.Class != risk.DirectlyLinked {
		t.Errorf("stated against the facts: %s, contradicts %v", l.Involvement, l.Contradicts)
	}
	if l := ev.Linkages[1]; l.Involvement != risk.DirectlyLinked || l.Contradicts {
		t.Errorf("left to the facts: %s, contradicts %v", l.Involvement, l.Contradicts)
	}
	if l := ev.Linkages[2]; l.Involvement != risk.Undetermined || l.Classified {
		t.Errorf("nothing stated: %s, classified %v", l.Involvement, l.Classified)
	}
	if n := notes(ev, InvolvementUndetermined); len(n) != 1 || n[0].Args[0] != "N" {
		t.Errorf("undetermined: %v", n)
	}
}

func TestTheClassificationIsTheOneThatStoodOnTheDay(t *testing.T) {
	a := Assessment{Linkages: []Linkage{{Involvement: risk.DirectlyLinked, History: risk.InvolvementHistory{
		{Version: 1, On: risk.MustParseDate("2020-05-01"), Class: risk.DirectlyLinked, Rationale: "first look"},
		{Version: 2, On: risk.MustParseDate("2021-05-01"), Class: risk.Contributes, Rationale: "late orders were found"},
	}}}}
	for day, want := range map[string]risk.Involvement{"2020-12-31": risk.DirectlyLinked, "2021-12-31": risk.Contributes} {
		if got := evaluated(t, a, EvaluateOptions{AsOf: risk.MustParseDate(day)}).Linkages[0].Involvement; got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
	}
}

func TestAnswersThatCannotAllBeRightAreToldWithThePair(t *testing.T) {
	facts := risk.FactRecord{
		OwnAct:              risk.Judged[risk.Answer]{Value: risk.No},
		Incentivises:        risk.Judged[risk.Degree]{Value: risk.DegreeGreat},
		LinkedToOperations:  risk.Judged[risk.Answer]{Value: risk.Yes},
		ThroughRelationship: risk.Judged[risk.Answer]{Value: risk.Yes},
	}
	a := Assessment{Linkages: []Linkage{
		{Code: "open", Facts: facts}, {Code: "one of them", Facts: facts, Involvement: risk.Contributes},
		{Code: "neither", Facts: facts, Involvement: risk.NotLinked},
	}}
	ev := evaluated(t, a, EvaluateOptions{})
	pairs := notes(ev, FactsContradict)
	if len(pairs) != 3 || !slices.Equal(pairs[0].Args, []string{"open", "own-act", "incentivises"}) {
		t.Errorf("%v", pairs)
	}
	if n := notes(ev, InvolvementUndetermined); len(n) != 1 || n[0].Args[1] != "causes, contributes, directly-linked" && n[0].Args[1] != "contributes, directly-linked" {
		t.Errorf("%v", n)
	}
	if ev.Linkages[1].Contradicts || !ev.Linkages[2].Contradicts || len(notes(ev, InvolvementContradicted)) != 1 {
		t.Errorf("%v", notes(ev, InvolvementContradicted))
	}
	if f := ev.Linkages[0].Response.Force(risk.Clarify); f != risk.Required {
		t.Errorf("that it is cleared up is %v", f)
	}
}

func TestAReasonCarriesADecisionOnMoreInvolvementAndNotOnLess(t *testing.T) {
	facts := risk.FactRecord{
		OwnAct:              risk.Judged[risk.Answer]{Value: risk.No},
		LinkedToOperations:  risk.Judged[risk.Answer]{Value: risk.Yes},
		ThroughRelationship: risk.Judged[risk.Answer]{Value: risk.Yes},
	}
	for _, c := range []struct {
		class     risk.Involvement
		rationale string
		found     bool
	}{
		{risk.Contributes, "the buyers' late orders weigh more than was judged", false},
		{risk.Contributes, "", true},
		{risk.NotLinked, "the contract forbids it", true},
		{risk.DirectlyLinked, "", false},
	} {
		ev := evaluated(t, Assessment{Linkages: []Linkage{{History: risk.InvolvementHistory{
			{Version: 1, On: risk.YearOf(2021), Class: c.class, Rationale: c.rationale, Facts: facts},
		}}}}, EvaluateOptions{AsOf: risk.YearOf(2022)})
		found := slices.ContainsFunc(Review(ev, ReviewOptions{}).Gaps, func(g Gap) bool { return g.Rule == "involvement-against-the-facts" })
		if found != c.found {
			t.Errorf("%v because %q: found %v", c.class, c.rationale, found)
		}
	}
}

func TestTheStatusIsTheOneOfTheDayThenTheOneStatedThenThatOfTheRisks(t *testing.T) {
	stated := func(s risk.Status) risk.FactRecord {
		return risk.FactRecord{Status: risk.Judged[risk.Status]{Value: s}}
	}
	history := risk.InvolvementHistory{{Version: 1, On: risk.YearOf(2020), Facts: stated(risk.Potential)}, {Version: 2, On: risk.YearOf(2021), Facts: stated(risk.Actual)}}
	risks := []Risk{{ID: id("a"), Status: risk.Actual}, {ID: id("b"), Status: risk.Potential}}
	for name, c := range map[string]struct {
		linkage Linkage
		asOf    int
		want    risk.Status
	}{
		"in the first year":      {Linkage{History: history, Status: risk.Actual}, 2020, risk.Potential},
		"in the second":          {Linkage{History: history}, 2021, risk.Actual},
		"before the first":       {Linkage{History: history}, 2019, risk.StatusNotStated},
		"stated":                 {Linkage{Status: risk.Potential, Risks: []uuid.UUID{id("a")}}, 2020, risk.Potential},
		"among the facts":        {Linkage{Facts: stated(risk.Potential), Risks: []uuid.UUID{id("a")}}, 2020, risk.Potential},
		"of the risk":            {Linkage{Risks: []uuid.UUID{id("a")}}, 2020, risk.Actual},
		"of risks that disagree": {Linkage{Risks: []uuid.UUID{id("a"), id("b")}}, 2020, risk.StatusNotStated},
	} {
		ev := evaluated(t, Assessment{Risks: risks, Linkages: []Linkage{c.linkage}}, EvaluateOptions{AsOf: risk.YearOf(c.asOf)})
		if got := ev.Linkages[0].Status; got != c.want || ev.Linkages[0].Response.Status != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAKnownLinkIsFlaggedWithoutAHistoryToo(t *testing.T) {
	l := Linkage{Involvement: risk.DirectlyLinked, Facts: risk.FactRecord{
		Mitigation: risk.Judged[risk.Mitigation]{Value: risk.NoMitigation},
		Ongoing:    risk.Judged[risk.Answer]{Value: risk.Yes},
		KnownSince: risk.MustParseDate("2020-01"),
	}}
	asOf := risk.MustParseDate("2021-06-30")
	for days, want := range map[int]risk.Answer{365: risk.Yes, 1000: risk.No, 0: risk.Unknown} {
		ev := evaluated(t, Assessment{Linkages: []Linkage{l}}, EvaluateOptions{AsOf: asOf})
		r := &ev.Linkages[0]
		if got := r.FreshLook(asOf, days); got.Needed != want {
			t.Errorf("%d days: %v because %v", days, got.Needed, got.Because)
		}
		if r.Involvement != risk.DirectlyLinked {
			t.Errorf("it was reclassified as %v", r.Involvement)
		}
		flagged := slices.ContainsFunc(Review(ev, ReviewOptions{FreshLookDays: days}).Gaps, func(g Gap) bool { return g.Rule == "known-link-unattended" })
		if flagged != (want == risk.Yes) {
			t.Errorf("%d days: flagged %v", days, flagged)
		}
	}
}

func TestWhatALinkageCoversAndTheDocumentDoesNotHaveIsNoted(t *testing.T) {
	a := chainDocument()
	a.Suppliers = append(a.Suppliers, supplier.Supplier{ID: id("stranger"), Categories: []supplier.Category{supplier.Metals}})
	a.Linkages = []Linkage{{Code: "L", Claimed: supplier.Proximity{Upstream: supplier.MustParseTierRange("1-4")},
		Covers: SupplierSet{Suppliers: []uuid.UUID{id("nobody")}, Categories: []supplier.Category{supplier.Metals, supplier.Minerals}}}}
	ev := evaluated(t, a, EvaluateOptions{})
	var got []string
	for _, n := range append(notes(ev, CoveredNotFound), notes(ev, PlacePartlyUnknown)...) {
		got = append(got, n.Pointer+" "+n.Args[1])
	}
	want := []string{"/linkages/0/covers/suppliers/0 " + id("nobody").String(), "/linkages/0/covers/categories/1 minerals", "/linkages/0/covers 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALinkedCompanyIsNotAskedToRemedyAndACausingOneIs(t *testing.T) {
	for class, want := range map[risk.Involvement]risk.Force{risk.DirectlyLinked: risk.Optional, risk.Causes: risk.Required} {
		a := Assessment{Linkages: []Linkage{{Involvement: class, Status: risk.Actual}}}
		if got := evaluated(t, a, EvaluateOptions{}).Linkages[0].Response.Force(risk.Remediate); got != want {
			t.Errorf("%s: remedy is %s, want %s", class, got, want)
		}
	}
}

func TestLeverageLeadsToTheNextStep(t *testing.T) {
	l := Linkage{Involvement: risk.DirectlyLinked, Status: risk.Potential,
		Leverage:     risk.LeverageFactors{Business: risk.DegreeGreat},
		Relationship: risk.RelationshipFacts{Essential: risk.No, Mitigation: risk.NotTried}}
	r := evaluated(t, Assessment{Linkages: []Linkage{l}}, EvaluateOptions{}).Linkages[0]
	if !r.LeverageAssessed || r.Leverage.Has != risk.Yes {
		t.Errorf("leverage %s", r.Leverage.Has)
	}
	if r.Next.Cell != risk.MatrixC || r.Next.Step != risk.StepMitigate {
		t.Errorf("cell %s, step %s", r.Next.Cell, r.Next.Step)
	}
}

func TestAMethodThatIsNotBuiltInMustBeGiven(t *testing.T) {
	a := Assessment{Method: MethodRef{ID: "ours", Version: "3"}}
	_, err := Evaluate(t.Context(), &a, EvaluateOptions{})
	var method *MethodError
	if !errors.As(err, &method) || !strings.Contains(err.Error(), "ours") {
		t.Fatalf("got %v", err)
	}
	ev := evaluated(t, a, EvaluateOptions{Method: risk.UNGP()})
	if len(notes(ev, MethodNotTheDocuments)) != 1 {
		t.Error("that another method was used is not noted")
	}
}

func TestAnEvaluationStopsWhenItsContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Evaluate(ctx, &Assessment{}, EvaluateOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestProgressIsToldOfEveryStep(t *testing.T) {
	var told []int
	evaluated(t, Assessment{}, EvaluateOptions{Progress: func(done, total int) { told = append(told, done*100/total) }})
	if len(told) == 0 || !slices.IsSorted(told) || told[len(told)-1] != 100 {
		t.Errorf("told %v", told)
	}
}

// large returns an assessment with as many risks, suppliers and events as are
// asked for: a network of a few tiers, a linkage for every tenth risk, ten
// events a recommendation.
func large(risks, suppliers, events int) *Assessment {
	rng := rand.New(rand.NewPCG(11, 12))
	a := &Assessment{Period: risk.Period{To: risk.YearOf(2030)}}
	newID := func() uuid.UUID { return uuid.Must(uuid.NewRandomFromReader(byteReader{rng})) }
	categories := []supplier.Category{supplier.Components, supplier.Metals, supplier.Minerals, supplier.Plastics, supplier.Services}
	for i := range suppliers {
		s := supplier.Supplier{ID: newID(), Buyer: i == 0, Categories: categories[i%len(categories) : i%len(categories)+1]}
		a.Suppliers = append(a.Suppliers, s)
		for range min(i, 3) {
			a.Relationships = append(a.Relationships, supplier.Relationship{From: s.ID, To: a.Suppliers[rng.IntN(i)].ID, Kind: supplier.Supply})
		}
	}
	level := func() risk.Level { return risk.Level(1 + rng.IntN(5)) }
	for i := range risks {
		k := Risk{ID: newID(), Title: "risk", Status: risk.Potential}
		k.Ratings = []RiskRating{{Basis: risk.Inherent, Rating: risk.RangeOf(risk.Rating{Scale: level(), Scope: level(),
			Irremediability: level(), Likelihood: risk.Likelihood(level()), Delay: risk.No})}}
		a.Risks = append(a.Risks, k)
		if i%10 == 0 {
			a.Linkages = append(a.Linkages, Linkage{ID: newID(), Risks: []uuid.UUID{k.ID}, Involvement: risk.DirectlyLinked,
				Covers: SupplierSet{Suppliers: []uuid.UUID{a.Suppliers[rng.IntN(suppliers)].ID, a.Suppliers[rng.IntN(suppliers)].ID}}})
		}
	}
	for range events / 10 {
		r := Recommendation{ID: newID(), Title: "recommendation"}
		day := risk.MustParseDate("2020-01-01")
		for i, kind := range []EventKind{Propose, Accept, Plan, Start, ReportProgress, Block, Resume, ReportProgress, Implement, VerifyEffective} {
			r.Events = append(r.Events, Event{ID: newID(), Kind: kind, On: day.AddDays(i * 20)})
		}
		a.Recommendations = append(a.Recommendations, r)
	}
	return a
}

func BenchmarkEvaluate(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprintf("risks=%d/suppliers=%d/events=%d", n, n*10, n*5), func(b *testing.B) {
			a := large(n, n*10, n*5)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Evaluate(b.Context(), a, EvaluateOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
