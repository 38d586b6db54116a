package assessment

import (
	"context"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// rated returns a risk with one inherent rating.
func rated(code, vector string) Risk {
	k := Risk{ID: uuid.NewSHA1(uuid.Nil, []byte(code)), Code: code, Title: code, Status: risk.Potential}
	if vector != "" {
		var x risk.Range
		if err := x.UnmarshalText([]byte(vector)); err != nil {
			panic(err)
		}
		k.Ratings = []RiskRating{{Basis: risk.Inherent, Rating: x}}
	}
	return k
}

func evaluated(t *testing.T, a Assessment, opts EvaluateOptions) *Evaluation {
	t.Helper()
	ev, err := Evaluate(context.Background(), &a, opts)
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func compared(t *testing.T, before, after *Evaluation) *Comparison {
	t.Helper()
	c, err := Compare(context.Background(), before, after, CompareOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestARiskMovesRobustlyOnlyIfWhatIsPossibleDoesNotOverlap(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		want                Trend
	}{
		{"the same rating", "HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N", "HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N", Unchanged},
		{"a graver level", "HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N", "HRS:1/SCA:4/SCO:3/IRR:3/LIK:3/DEL:N", Graver},
		{"a lesser level", "HRS:1/SCA:5/SCO:3/IRR:3/LIK:3/DEL:N", "HRS:1/SCA:4/SCO:3/IRR:3/LIK:3/DEL:N", LessGrave},
		{"a higher range that overlaps", "HRS:1/SCA:2-4/SCO:2/IRR:2/LIK:3/DEL:N", "HRS:1/SCA:3-5/SCO:2/IRR:2/LIK:3/DEL:N", PerhapsGraver},
		{"a lower range that overlaps", "HRS:1/SCA:3-5/SCO:2/IRR:2/LIK:3/DEL:N", "HRS:1/SCA:2-4/SCO:2/IRR:2/LIK:3/DEL:N", PerhapsLessGrave},
		{"a range settled", "HRS:1/SCA:2-4/SCO:2/IRR:2/LIK:3/DEL:N", "HRS:1/SCA:3/SCO:2/IRR:2/LIK:3/DEL:N", Settled},
		{"a level put in doubt", "HRS:1/SCA:3/SCO:2/IRR:2/LIK:3/DEL:N", "HRS:1/SCA:2-4/SCO:2/IRR:2/LIK:3/DEL:N", LessSettled},
		{"rated for the first time", "", "HRS:1/SCA:3/SCO:2/IRR:2/LIK:3/DEL:N", Settled},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := evaluated(t, Assessment{Risks: []Risk{rated("R", c.before)}}, EvaluateOptions{})
			after := evaluated(t, Assessment{Risks: []Risk{rated("R", c.after)}}, EvaluateOptions{})
			if got := compared(t, before, after).Risks[0].Trend; got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestPlacesOfDifferentMethodsAreMadeAnewUnderOne(t *testing.T) {
	other, ok := risk.MethodByID("severity-times-likelihood")
	if !ok {
		t.Fatal("the method that multiplies is not built in")
	}
	risks := []Risk{rated("A", "HRS:1/SCA:5/SCO:2/IRR:5/LIK:1/DEL:N"), rated("B", "HRS:1/SCA:3/SCO:5/IRR:2/LIK:4/DEL:N")}
	before := evaluated(t, Assessment{Risks: risks}, EvaluateOptions{Method: other})
	after := evaluated(t, Assessment{Risks: risks}, EvaluateOptions{})
	c := compared(t, before, after)
	if !c.MethodChanged {
		t.Error("the change of method is not told")
	}
	if i := slices.IndexFunc(c.Caveats, func(x Caveat) bool { return x.Code == MethodDiffers }); i < 0 || c.Caveats[i].Args[2] != other.ID()+" "+other.Version() && c.Caveats[i].Args[0] != other.ID()+" "+other.Version() {
		t.Errorf("caveats %v", c.Caveats)
	}
	for _, k := range c.Risks {
		if k.OwnBefore.Score.Method() != other || k.OwnBefore.Risk != k.Before.Risk || k.OwnAfter.Best != k.After.Best {
			t.Errorf("%s: its own places are not told", k.After.Risk.Code)
		}
		if k.Trend != Unchanged {
			t.Errorf("%s is said to be %s though only the method changed", k.After.Risk.Code, k.Trend)
		}
		if k.Before.Score.Method() != k.After.Score.Method() {
			t.Errorf("%s: the two scores are of different methods", k.After.Risk.Code)
		}
	}
	if before.Method != other {
		t.Error("the evaluation that was given was changed")
	}
}

func TestThingsArePairedByIDAndThenByCode(t *testing.T) {
	a, b, x := rated("A", ""), rated("B", ""), rated("X", "")
	renamed := a
	renamed.Code = "A2"
	imported := b
	imported.ID = uuid.NewSHA1(uuid.Nil, []byte("another system"))
	fresh := rated("N", "")
	before := evaluated(t, Assessment{Risks: []Risk{a, b, x}}, EvaluateOptions{})
	after := evaluated(t, Assessment{Risks: []Risk{renamed, imported, fresh}}, EvaluateOptions{})
	got := make(map[string]Presence)
	for _, k := range compared(t, before, after).Risks {
		if k.After != nil {
			got[k.After.Risk.Code] = k.Presence
		} else {
			got[k.Before.Risk.Code] = k.Presence
		}
	}
	want := map[string]Presence{"A2": InBoth, "B": InBoth, "N": New, "X": Gone}
	for code, p := range want {
		if got[code] != p {
			t.Errorf("%s: %s, want %s", code, got[code], p)
		}
	}
}

func TestACodeThatTwoShareIdentifiesNeither(t *testing.T) {
	risks := func(ids ...string) (all []Risk) {
		for _, id := range ids {
			all = append(all, Risk{ID: uuid.NewSHA1(uuid.Nil, []byte(id)), Code: "R", Title: id})
		}
		return all
	}
	for name, c := range map[string]struct {
		before, after []Risk
		paired        int
	}{
		"one on either side":   {risks("a"), risks("b"), 1},
		"two before":           {risks("a", "b"), risks("c"), 0},
		"two after":            {risks("a"), risks("b", "c"), 0},
		"two after, one by id": {risks("a"), risks("b", "a"), 1},
		"without ids":          {[]Risk{{Title: "x"}, {Title: "y"}}, []Risk{{Title: "y"}, {Title: "z"}}, 0},
	} {
		got := compared(t, evaluated(t, Assessment{Risks: c.before}, EvaluateOptions{}), evaluated(t, Assessment{Risks: c.after}, EvaluateOptions{}))
		paired := 0
		for _, r := range got.Risks {
			if r.Presence == InBoth {
				paired++
			}
		}
		if paired != c.paired || len(got.Risks) != len(c.before)+len(c.after)-paired {
			t.Errorf("%s: %d pairs among %d risks", name, paired, len(got.Risks))
		}
	}
}

func TestAStatusChangeIsTold(t *testing.T) {
	happened := rated("R", "HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N")
	happened.Status = risk.Actual
	before := evaluated(t, Assessment{Risks: []Risk{rated("R", "HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N")}}, EvaluateOptions{})
	after := evaluated(t, Assessment{Risks: []Risk{happened}}, EvaluateOptions{})
	k := compared(t, before, after).Risks[0]
	if !k.StatusChanged || k.Trend != Graver {
		t.Errorf("changed %v, %s; harm that has happened comes before the same harm that may", k.StatusChanged, k.Trend)
	}
}

func TestWhatBecameOfARecommendationIsTold(t *testing.T) {
	events := []Event{event(Propose, "2020"), event(Start, "2021")}
	a := Assessment{Recommendations: []Recommendation{recommendation("R", events...)}}
	c := compared(t, evaluated(t, a, EvaluateOptions{AsOf: risk.YearOf(2020)}), evaluated(t, a, EvaluateOptions{AsOf: risk.YearOf(2021)}))
	k := c.Recommendations[0]
	if !k.Moved || k.Before.State != Proposed || k.After.State != InProgress || k.Events != 1 {
		t.Errorf("%s to %s by %d events", k.Before.State, k.After.State, k.Events)
	}
}

func TestACommitmentIsMissedOnlyOnceItsDateHasPassed(t *testing.T) {
	due := risk.MustParseDate("2021-06-30")
	for _, c := range []struct {
		name string
		c    Commitment
		on   string
		want Keeping
	}{
		{"kept", Commitment{Due: due, Kept: risk.Yes}, "2021-01-01", Kept},
		{"kept later than the day", Commitment{Due: due, Kept: risk.Yes, KeptOn: due}, "2021-01-01", Pending},
		{"kept in time", Commitment{Due: due, Kept: risk.Yes, KeptOn: due}, "2021-12-31", Kept},
		{"kept late", Commitment{Due: due, Kept: risk.Yes, KeptOn: due.AddDays(1)}, "2021-12-31", KeptLate},
		{"kept in the year of its day", Commitment{Due: due, Kept: risk.Yes, KeptOn: risk.YearOf(2021)}, "2021-12-31", Kept},
		{"missed", Commitment{Due: due, Kept: risk.No}, "2021-07-01", Missed},
		{"nobody says", Commitment{Due: due}, "2021-07-01", OverdueOpen},
		{"on the day itself", Commitment{Due: due, Kept: risk.No}, "2021-06-30", Pending},
		{"in the course of a year", Commitment{Due: risk.YearOf(2021), Kept: risk.No}, "2021-12-31", Pending},
		{"without a date", Commitment{Kept: risk.No}, "2021-07-01", KeepingNotStated},
	} {
		if got := c.c.KeptAt(risk.MustParseDate(c.on)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatIsNotComparableIsTold(t *testing.T) {
	full := Assessment{
		ID: id("a"), Kind: Impact, Company: Company{Name: "C"}, Period: risk.Period{To: risk.YearOf(2020)}, RisksComplete: risk.Yes,
		Scope: Scope{Breadth: ProductLine, Products: []string{"a", "b"}}, Risks: []Risk{rated("R", "")},
		Method:          MethodRef{"ungp", ""},
		Recommendations: []Recommendation{recommendation("R")}, RecommendationCount: risk.CountOf(1),
	}
	for _, c := range []struct {
		name   string
		change func(*Assessment)
		want   []CaveatCode
	}{
		{"the next year", func(a *Assessment) { a.Kind, a.Updates = Update, id("a") }, nil},
		{"products in another order", func(a *Assessment) { a.Scope.Products = []string{"b", "a"} }, nil},
		{"a scope that is not stated", func(a *Assessment) { a.Scope = Scope{} }, nil},
		{"another product", func(a *Assessment) { a.Scope.Products = []string{"b", "c"} }, []CaveatCode{ScopeDiffers}},
		{"another company", func(a *Assessment) { a.Company.Name = "D" }, []CaveatCode{CompanyDiffers}},
		{"another question", func(a *Assessment) { a.Kind = Salience }, []CaveatCode{KindDiffers}},
		{"an open list of risks", func(a *Assessment) { a.RisksComplete = risk.Unknown }, []CaveatCode{RisksNotAllNamed}},
		{"one risk more", func(a *Assessment) { a.Risks = append(a.Risks, rated("S", "")) }, []CaveatCode{RiskCountDiffers}},
		{"more recommendations", func(a *Assessment) { a.RecommendationCount = risk.CountOf(2) }, []CaveatCode{RecommendationsNotAllListed}},
		{"the same year", func(a *Assessment) { a.Period.To = risk.YearOf(2020) }, []CaveatCode{NotLater}},
		{"an update of another", func(a *Assessment) { a.Updates = id("z") }, []CaveatCode{NotItsUpdate}},
		{"ratings for another method", func(a *Assessment) { a.Method.ID = "sum" }, []CaveatCode{MethodDiffers, RatedForAnotherMethod}},
	} {
		t.Run(c.name, func(t *testing.T) {
			later := full
			later.ID, later.Period.To = id("b"), risk.YearOf(2021)
			c.change(&later)
			var got []CaveatCode
			for _, x := range compared(t, evaluated(t, full, EvaluateOptions{}), evaluated(t, later, EvaluateOptions{})).Caveats {
				got = append(got, x.Code)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestWhatTheSourceCallsSalientIsComparedAsItSays(t *testing.T) {
	for _, c := range []struct {
		before, after risk.Answer
		want          Presence
	}{
		{risk.Yes, risk.Yes, InBoth}, {risk.No, risk.Yes, New}, {risk.Yes, risk.No, Gone},
		{risk.Unknown, risk.Yes, PresenceNotStated}, {risk.Yes, risk.Unknown, PresenceNotStated}, {risk.No, risk.No, PresenceNotStated},
	} {
		was, is := rated("R", ""), rated("R", "")
		was.Salient, is.Salient = c.before, c.after
		k := compared(t, evaluated(t, Assessment{Risks: []Risk{was}}, EvaluateOptions{}), evaluated(t, Assessment{Risks: []Risk{is}}, EvaluateOptions{}))
		if got := k.Risks[0].Salient; got != c.want {
			t.Errorf("%s, then %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}
