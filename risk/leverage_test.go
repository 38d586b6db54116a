package risk

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestLeverageThatNobodyHasLookedAtIsNeitherThereNorMissing(t *testing.T) {
	none := LeverageFactors{DegreeNone, DegreeNone, DegreeNone, DegreeNone, DegreeNone, DegreeNone}
	weak := none
	weak.Contract = DegreeSlight
	open := weak
	open.Peers = DegreeUnknown
	strong := LeverageFactors{Contract: DegreeMarked}
	for _, c := range []struct {
		name    string
		factors LeverageFactors
		enough  Degree
		want    Answer
	}{
		{"nothing judged", LeverageFactors{}, 0, Unknown},
		{"every factor none", none, 0, No},
		{"one slight", weak, 0, No},
		{"one slight where slight suffices", weak, DegreeSlight, Yes},
		{"one slight, one open", open, 0, Unknown},
		{"one marked, the others open", strong, 0, Yes},
		{"one marked where great is asked for", strong, DegreeGreat, Unknown},
		{"a degree that there is not", LeverageFactors{Control: 77}, 0, Unknown},
	} {
		l := AssessLeverage(c.factors, c.enough)
		if l.Has != c.want || len(l.Because) == 0 {
			t.Errorf("%s: got %v because %v, want %v", c.name, l.Has, l.Because, c.want)
		}
		if (len(l.Unknown) == 0) != (c.factors.unjudged() == 0) {
			t.Errorf("%s: unknown are %v", c.name, l.Unknown)
		}
	}
}

func (f LeverageFactors) unjudged() (n int) {
	for factor := FactorControl; factor <= FactorPeers; factor++ {
		if f.degree(factor) == DegreeUnknown {
			n++
		}
	}
	return n
}

func TestMoreOfAFactorNeverTakesLeverageAway(t *testing.T) {
	fields := func(f *LeverageFactors) []*Degree {
		return []*Degree{&f.Control, &f.Contract, &f.Business, &f.Incentives, &f.Reputation, &f.Peers}
	}
	for n := range 5 * 5 * 5 * 5 * 5 * 5 {
		var f LeverageFactors
		m := n
		for _, d := range fields(&f) {
			*d, m = Degree(m%5), m/5
		}
		has := AssessLeverage(f, 0).Has
		for i := range fields(&f) {
			more := f
			if d := fields(&more)[i]; d.Known() && *d < DegreeGreat {
				*d++
				if got := AssessLeverage(more, 0).Has; has == Yes && got != Yes || has == Unknown && got == No {
					t.Fatalf("%+v has %v, %+v has %v", f, has, more, got)
				}
			}
		}
	}
}

func TestLeverageThatFallsShortComesWithWaysToIncreaseIt(t *testing.T) {
	for factor := FactorControl; factor <= FactorPeers; factor++ {
		if !slices.ContainsFunc(leverageOptions[:], func(o struct {
			factor LeverageFactor
			kind   LeverageKind
			reason string
		}) bool {
			return o.factor == factor
		}) {
			t.Errorf("no way to increase leverage by %v", factor)
		}
	}
	l := AssessLeverage(LeverageFactors{Contract: DegreeNone, Peers: DegreeSlight}, 0)
	if len(l.Options) == 0 || l.Options[0].Factor != FactorPeers {
		t.Errorf("what lacks least comes first: %v", l.Options)
	}
}

func TestAShareOfBusinessIsADegreeOnlyIfItIsKnown(t *testing.T) {
	for _, c := range []struct {
		points int
		known  bool
		want   Degree
	}{
		{0, false, DegreeUnknown}, {0, true, DegreeNone}, {99, true, DegreeNone}, {100, true, DegreeSlight},
		{999, true, DegreeSlight}, {1000, true, DegreeMarked}, {3000, true, DegreeGreat}, {10_000, true, DegreeGreat},
		{10_001, true, DegreeUnknown}, {-1, true, DegreeUnknown},
	} {
		if got := (ShareBands{}).Degree(c.points, c.known); got != c.want {
			t.Errorf("%d, %v: got %v, want %v", c.points, c.known, got, c.want)
		}
	}
}

// everyRelationship yields every combination of what the matrix looks at.
func everyRelationship(yield func(RelationshipFacts) bool) {
	for _, leverage := range []Answer{Unknown, No, Yes} {
		for _, essential := range []Answer{Unknown, No, Yes} {
			for _, alternative := range []Answer{Unknown, No, Yes} {
				for mitigation := range Failed + 1 {
					for increase := range Failed + 1 {
						if !yield(RelationshipFacts{
							Leverage: leverage, Essential: essential, Alternative: alternative,
							Mitigation: mitigation, Increase: increase,
						}) {
							return
						}
					}
				}
			}
		}
	}
}

// matrix is the Interpretive Guide's matrix as a person would read it aloud,
// for a relationship of which all is known.
func matrix(leverage, crucial bool, mitigation, increase Attempt) Step {
	if mitigation == Succeeded {
		return StepKeepUp
	}
	if leverage || increase == Succeeded { // A, C
		if mitigation != Failed {
			return StepMitigate
		}
		if !crucial {
			return StepEnd
		}
	}
	// B, D, or A that was unsuccessful
	if increase == NotTried || increase == UnderWay {
		return StepIncrease
	}
	if crucial {
		return StepEndOrAccount
	}
	return StepConsider
}

func TestTheStepIsTheOneOfTheMatrixWhateverTheUnknownFactsTurnOutToBe(t *testing.T) {
	answers := func(a Answer) []bool {
		if a == Unknown {
			return []bool{false, true}
		}
		return []bool{a == Yes}
	}
	attempts := func(a Attempt) []Attempt {
		if a == AttemptUnknown {
			return []Attempt{NotTried, UnderWay, Succeeded, Failed}
		}
		return []Attempt{a}
	}
	for f := range everyRelationship {
		want := map[Step]bool{}
		for _, l := range answers(f.Leverage) {
			for _, c := range answers(f.Crucial()) {
				for _, m := range attempts(f.Mitigation) {
					for _, i := range attempts(f.Increase) {
						want[matrix(l, c, m, i)] = true
					}
				}
			}
		}
		d := DecideRelationship(f, RelationshipPolicy{})
		got := d.Possible
		if d.Step != StepFindOut {
			got = []Step{d.Step}
		}
		if len(got) != len(want) || slices.ContainsFunc(got, func(s Step) bool { return !want[s] }) {
			t.Fatalf("%+v: got %v, want %v", f, got, want)
		}
		if (d.Step == StepFindOut) != (len(want) > 1) {
			t.Fatalf("%+v: step %v with %d possible", f, d.Step, len(want))
		}
		if d.Step == StepFindOut && len(d.Because[0].Args) == 0 {
			t.Fatalf("%+v: it is not said what to find out", f)
		}
		for _, r := range d.Because {
			if s := r.String(); s == r.Code || strings.ContainsAny(s, "{}") || len(r.Sources) == 0 {
				t.Fatalf("%+v: %q %v", f, s, r.Sources)
			}
		}
	}
}

func TestNobodyEndsARelationshipWithoutAssessingWhatThatDoesToPeople(t *testing.T) {
	for f := range everyRelationship {
		for _, assessed := range []Answer{Unknown, No, Yes} {
			f.EndingAssessed = assessed
			d := DecideRelationship(f, RelationshipPolicy{})
			last := d.Step == StepEnd || d.Step == StepConsider || d.Step == StepEndOrAccount
			if d.AssessEnding != (last && assessed != Yes) {
				t.Fatalf("%+v: step %v, assess first: %v", f, d.Step, d.AssessEnding)
			}
			if (d.LastResort != LastResortNotStated) != last {
				t.Fatalf("%+v: step %v, last resort %v", f, d.Step, d.LastResort)
			}
		}
	}
}

func TestTheLastResortIsTheOneOfTheRegime(t *testing.T) {
	failed := RelationshipFacts{Leverage: Yes, Essential: No, Mitigation: Failed, Abuse: AbuseOther}
	for id, want := range map[string]LastResort{
		"ungp": EndRelationship, "oecd": EndRelationship, "csddd-2024": EndRelationship,
		"csddd-2026": SuspendRelationship, "lksg": EndRelationship, "oecd-minerals": EndRelationship,
	} {
		r, ok := RegimeByID(id)
		if !ok {
			t.Fatalf("no regime %s", id)
		}
		d := DecideRelationship(failed, RelationshipPolicy{Regime: r})
		if d.LastResort != want {
			t.Errorf("%s: got %v, want %v", id, d.LastResort, want)
		}
		i := slices.IndexFunc(d.Because, func(r Reason) bool { return strings.HasPrefix(r.Code, "last-resort-") })
		if i < 0 || !slices.Equal(d.Because[i].Sources, r.Sources) {
			t.Errorf("%s: the last resort does not rest on the regime: %v", id, d.Because)
		}
	}
	if _, ok := RegimeByID("none"); ok {
		t.Error("there is a regime that there is not")
	}
	seen := map[string]bool{}
	for r := range Regimes() {
		if seen[r.ID] || r.Title == "" || r.LastResort == LastResortNotStated || len(r.Sources) == 0 || r.AsOf.IsZero() {
			t.Errorf("%+v", r)
		}
		seen[r.ID] = true
	}
}

func TestTheGraverTheHarmTheSoonerAnAttemptCountsAsFailed(t *testing.T) {
	patience, err := NewPatience([MaxLevel]int{720, 360, 180, 90, 30})
	if err != nil {
		t.Fatal(err)
	}
	f := RelationshipFacts{Leverage: Yes, Essential: No, Mitigation: UnderWay, Since: MustParseDate("2021-01-01")}
	policy := RelationshipPolicy{Patience: patience}
	for level := MinLevel; level <= MaxLevel; level++ {
		f.Severity = level
		last := f.Since.AddDays(patience.days[level])
		policy.AsOf = last
		if d := DecideRelationship(f, policy); d.TimeUp != No || d.Step != StepMitigate {
			t.Errorf("severity %d on %v: %v, %v", level, policy.AsOf, d.TimeUp, d.Step)
		}
		policy.AsOf = last.AddDays(1)
		if d := DecideRelationship(f, policy); d.TimeUp != Yes || d.Step != StepEnd {
			t.Errorf("severity %d on %v: %v, %v", level, policy.AsOf, d.TimeUp, d.Step)
		}
	}
	for _, c := range []struct {
		name   string
		change func(*RelationshipFacts, *RelationshipPolicy)
	}{
		{"severity not rated", func(f *RelationshipFacts, _ *RelationshipPolicy) { f.Severity = NotRated }},
		{"severity that there is not", func(f *RelationshipFacts, _ *RelationshipPolicy) { f.Severity = 9 }},
		{"start not stated", func(f *RelationshipFacts, _ *RelationshipPolicy) { f.Since = Date{} }},
		{"no day of decision", func(_ *RelationshipFacts, p *RelationshipPolicy) { p.AsOf = Date{} }},
		{"no time set", func(_ *RelationshipFacts, p *RelationshipPolicy) { p.Patience = Patience{} }},
	} {
		f, p := f, policy
		c.change(&f, &p)
		if d := DecideRelationship(f, p); d.TimeUp != Unknown || d.Step != StepMitigate {
			t.Errorf("%s: %v, %v", c.name, d.TimeUp, d.Step)
		}
	}
	// An attempt since some day of a year has failed only if it has whatever the
	// day was.
	for asOf, want := range map[string]Answer{"2021-06-30": Unknown, "2022-01-30": Unknown, "2022-01-31": Yes} {
		f, p := f, policy
		f.Severity, f.Since, p.AsOf = MaxLevel, YearOf(2021), MustParseDate(asOf)
		d := DecideRelationship(f, p)
		step := StepMitigate
		if want == Yes {
			step = StepEnd
		}
		if d.TimeUp != want || d.Step != step {
			t.Errorf("since 2021 on %s: %v, %v; want %v", asOf, d.TimeUp, d.Step, want)
		}
	}
	// What has not been tried has not failed, however late it is.
	f.Mitigation = NotTried
	if d := DecideRelationship(f, policy); d.Step != StepMitigate {
		t.Errorf("not tried: %v", d.Step)
	}
}

func TestTheGravestAbusesCallForSuspensionAtOnceUnderARegimeThatAsksIt(t *testing.T) {
	minerals, _ := RegimeByID("oecd-minerals")
	ungp, _ := RegimeByID("ungp")
	for f := range everyRelationship {
		for abuse := AbuseUnknown; abuse.Valid(); abuse++ {
			f.Abuse = abuse
			plain, d := DecideRelationship(f, RelationshipPolicy{Regime: ungp}), DecideRelationship(f, RelationshipPolicy{Regime: minerals})
			if plain.Step == StepAtOnce || slices.Contains(plain.Possible, StepAtOnce) {
				t.Fatalf("%+v: at once under the Guiding Principles", f)
			}
			matrix := plain.Possible
			if plain.Step != StepFindOut {
				matrix = []Step{plain.Step}
			}
			switch {
			case abuse > AbuseOther:
				if d.Step != StepAtOnce || !d.AssessEnding || len(d.Because[0].Sources) == 0 {
					t.Fatalf("%+v: %+v", f, d)
				}
			case abuse == AbuseOther:
				if d.Step != plain.Step || !slices.Equal(d.Possible, plain.Possible) {
					t.Fatalf("%+v: %+v, without the regime %+v", f, d, plain)
				}
			default: // nobody has said, so either may hold
				if d.Step != StepFindOut || !slices.Equal(d.Possible, append(slices.Clone(matrix), StepAtOnce)) ||
					!slices.Contains(d.Because[0].Args, "abuse") {
					t.Fatalf("%+v: %+v", f, d)
				}
			}
		}
	}
	for level := MinLevel; level <= MaxLevel; level++ { // patience is not for these
		patience, _ := NewPatience([MaxLevel]int{900, 900, 900, 900, 900})
		f := RelationshipFacts{Abuse: AbuseTorture, Severity: level, Mitigation: UnderWay, Since: MustParseDate("2021-01-01")}
		if d := DecideRelationship(f, RelationshipPolicy{Regime: minerals, Patience: patience, AsOf: MustParseDate("2021-01-02")}); d.Step != StepAtOnce {
			t.Errorf("severity %d: %v", level, d.Step)
		}
	}
}

func TestProgressIsDueWhenTheRegimeSaysAndPeopleJudgeIt(t *testing.T) {
	minerals, _ := RegimeByID("oecd-minerals")
	f := RelationshipFacts{Abuse: AbuseOther, Leverage: Yes, Essential: No, Mitigation: UnderWay, Severity: 3}
	for _, c := range []struct{ since, asOf, want string }{
		{"2021-01-15", "2021-07-15", "progress-due 2021-07-15"},
		{"2021-01-15", "2021-07-16", "progress-overdue 2021-07-15"},
		{"2020-08-31", "2021-01-01", "progress-due 2021-02-28"}, // a month without such a day
		{"2020-01", "2021-01-01", "progress-overdue 2020-07-31"},
		{"2021-01-15", "", "progress-due 2021-07-15"},
		{"", "2021-01-01", "progress-undated 6"},
	} {
		f.Since, _ = ParseDate(c.since)
		asOf, _ := ParseDate(c.asOf)
		d := DecideRelationship(f, RelationshipPolicy{Regime: minerals, AsOf: asOf})
		r := d.Because[1]
		if got := r.Code + " " + r.Args[0]; got != c.want || d.Step != StepMitigate || d.TimeUp != Unknown || len(r.Sources) == 0 {
			t.Errorf("since %q on %q: %s, %v", c.since, c.asOf, got, d.Step)
		}
	}
	patience, _ := NewPatience([MaxLevel]int{10, 10, 10, 10, 10})
	f.Since = MustParseDate("2021-01-15")
	d := DecideRelationship(f, RelationshipPolicy{Regime: minerals, Patience: patience, AsOf: MustParseDate("2021-02-15")})
	if d.TimeUp != Yes || d.Step != StepEnd {
		t.Errorf("the host's own patience: %v, %v", d.TimeUp, d.Step)
	}
}

func TestPatienceThatGrowsWithSeverityIsRefused(t *testing.T) {
	var patience *PatienceError
	if _, err := NewPatience([MaxLevel]int{10, 20, 5, 5, 5}); !errors.As(err, &patience) || patience.Level != 2 {
		t.Errorf("growing: %v", err)
	}
	if _, err := NewPatience([MaxLevel]int{10, 10, 10, 10, -1}); !errors.As(err, &patience) || patience.Level != 5 {
		t.Errorf("negative: %v", err)
	}
}

func TestUnverifiedRegimeDataSaysSo(t *testing.T) {
	if r, _ := RegimeByID("csddd-2026"); r.Unverified == "" {
		t.Error("the amended directive was seen in outline only")
	}
}
