package risk_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

var metrics = []risk.Metric{risk.MetricNominal, risk.MetricOrdinal, risk.MetricInterval, risk.MetricRatio}

// table reads one line an observer, one column a unit, a dot for a missing
// value, and returns the values by unit.
func table(t *testing.T, lines ...string) [][]float64 {
	t.Helper()
	units := make([][]float64, len(strings.Fields(lines[0])))
	for _, line := range lines {
		for u, field := range strings.Fields(line) {
			if field != "." {
				units[u] = append(units[u], float64(field[0]-'0'))
			}
		}
	}
	return units
}

func TestAlphaGivesThePublishedValues(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  [4]float64 // by metric; 0 if none is published or computed
		tol   float64
	}{
		{"Krippendorff 2011, four observers", []string{
			"1 2 3 3 2 1 4 1 2 . . .",
			"1 2 3 3 2 2 4 1 2 5 . 3",
			". 3 3 3 2 3 4 2 2 5 1 .",
			"1 2 3 3 2 4 4 1 2 5 1 .",
		}, [4]float64{0.743421, 0.815388, 0.849107, 0.797403}, 5e-7},
		{"three coders, fifteen units", []string{
			". . . . . 3 4 1 2 1 1 3 3 . 3",
			"1 . 2 1 3 3 4 3 . . . . . . .",
			". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
		}, [4]float64{0.691358, 0.806721, 0.810845, 0.808944}, 5e-7},
		{"Krippendorff 2011, two observers of yes and no", []string{
			"0 1 0 0 0 0 0 0 1 0",
			"1 1 1 0 0 1 0 0 0 0",
		}, [4]float64{0.095238}, 5e-7},
	} {
		units := table(t, c.lines...)
		for i, m := range metrics {
			if c.want[i] == 0 {
				continue
			}
			a, err := risk.KrippendorffAlpha(units, m)
			if err != nil {
				t.Fatal(err)
			}
			v, ok := a.Value()
			if !ok || math.Abs(v-c.want[i]) > c.tol {
				t.Errorf("%s, %s: %v, want %v", c.name, m, v, c.want[i])
			}
		}
	}
}

func TestAlphaShowsWhatItWasMadeFrom(t *testing.T) {
	units := table(t, "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
	for m, want := range map[risk.Metric][2]float64{
		risk.MetricNominal: {0.2, 0.779487}, risk.MetricOrdinal: {47.275 / 1, 256.076923},
		risk.MetricInterval: {0.433333, 2.871795}, risk.MetricRatio: {0.022433, 0.110726},
	} {
		a, err := risk.KrippendorffAlpha(units, m)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(a.Observed-want[0]) > 5e-7 || math.Abs(a.Expected-want[1]) > 5e-7 || a.Units != 11 || a.Values != 40 {
			t.Errorf("%s: observed %v, expected %v, %d units, %d values", m, a.Observed, a.Expected, a.Units, a.Values)
		}
	}
}

// slowAlpha follows the definition step by step: the matrix of coincidences,
// then both sums over all pairs of values.
func slowAlpha(units [][]float64, m risk.Metric) (observed, expected float64, defined bool) {
	var values []float64
	for _, u := range units {
		if len(u) > 1 {
			for _, v := range u {
				if !slices.Contains(values, v) {
					values = append(values, v)
				}
			}
		}
	}
	slices.Sort(values)
	o := make([][]float64, len(values))
	for i := range o {
		o[i] = make([]float64, len(values))
	}
	for _, u := range units {
		for i, c := range u {
			for j, k := range u {
				if i != j {
					o[slices.Index(values, c)][slices.Index(values, k)] += 1 / float64(len(u)-1)
				}
			}
		}
	}
	n, total := make([]float64, len(values)), 0.0
	for c := range o {
		for k := range o {
			n[c] += o[c][k]
		}
		total += n[c]
	}
	for c := range values {
		for k := range values {
			d := 0.0
			switch {
			case c == k:
			case m == risk.MetricNominal:
				d = 1
			case m == risk.MetricOrdinal:
				for g := min(c, k); g <= max(c, k); g++ {
					d += n[g]
				}
				d -= (n[c] + n[k]) / 2
				d *= d
			case m == risk.MetricInterval:
				d = (values[c] - values[k]) * (values[c] - values[k])
			case m == risk.MetricRatio:
				d = (values[c] - values[k]) / (values[c] + values[k])
				d *= d
			}
			observed += o[c][k] * d / total
			expected += n[c] * n[k] * d / (total * (total - 1))
		}
	}
	return observed, expected, len(values) > 1
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

func TestAlphaEqualsItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for trial := range 400 {
		units := make([][]float64, 1+r.IntN(15))
		different := []int{2, 5, 7, 300}[trial%4] // the last takes the closed form
		if different == 300 {
			units = make([][]float64, 60)
		}
		for u := range units {
			given := r.IntN(6)
			if different == 300 && u == 0 {
				given = 100 // so many rate one thing that pairs are not looked at one by one
			}
			for range given {
				units[u] = append(units[u], float64(r.IntN(different)))
			}
		}
		for _, m := range metrics {
			a, err := risk.KrippendorffAlpha(units, m)
			if err != nil {
				t.Fatal(err)
			}
			o, e, defined := slowAlpha(units, m)
			v, ok := a.Value()
			if ok != defined || ok && (!near(a.Observed, o) || !near(a.Expected, e) || !near(v, 1-o/e)) {
				t.Fatalf("%s of %v: %v/%v (%v), the definition gives %v/%v (%v)", m, units, a.Observed, a.Expected, ok, o, e, defined)
			}
		}
	}
}

func TestAlphaDoesNotDependOnOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		units := make([][]float64, 12)
		for u := range units {
			for range r.IntN(5) {
				units[u] = append(units[u], float64(1+r.IntN(5)))
			}
		}
		for _, m := range metrics {
			before, _ := risk.KrippendorffAlpha(units, m)
			shuffled := make([][]float64, len(units))
			for i, p := range r.Perm(len(units)) {
				shuffled[i] = slices.Clone(units[p])
				r.Shuffle(len(shuffled[i]), func(a, b int) {
					shuffled[i][a], shuffled[i][b] = shuffled[i][b], shuffled[i][a]
				})
			}
			after, _ := risk.KrippendorffAlpha(shuffled, m)
			if !near(before.Observed, after.Observed) || before.Expected != after.Expected {
				t.Fatalf("%s: %+v, in another order %+v", m, before, after)
			}
		}
	}
}

func TestAlphaIsOneForFullAgreementAndUndefinedWithoutDifferences(t *testing.T) {
	for _, m := range metrics {
		if a, _ := risk.KrippendorffAlpha([][]float64{{1, 1}, {3, 3, 3}, {5, 5}}, m); a.String() != "1.000" {
			t.Errorf("%s: full agreement is %s", m, a)
		}
		for name, units := range map[string][][]float64{
			"all the same":       {{2, 2}, {2, 2, 2}},
			"nothing twice":      {{1}, {2}, {}},
			"nothing":            nil,
			"the other is alone": {{2, 2}, {5}},
		} {
			a, err := risk.KrippendorffAlpha(units, m)
			if err != nil {
				t.Fatal(err)
			}
			if v, ok := a.Value(); ok || v != 0 || a.String() != "undefined" || a.Reading() != risk.ReliabilityUndefined {
				t.Errorf("%s, %s: %v, %v", m, name, v, ok)
			}
			if b, err := json.Marshal(a); err != nil || !strings.Contains(string(b), `"alpha":null`) {
				t.Errorf("%s, %s: %s, %v", m, name, b, err)
			}
		}
	}
}

func TestAlphaRefusesWhatIsNoValue(t *testing.T) {
	for name, c := range map[string]struct {
		metric risk.Metric
		unit   []float64
		item   bool
	}{
		"not a number":   {risk.MetricNominal, []float64{1, math.NaN()}, true},
		"infinite":       {risk.MetricInterval, []float64{1, math.Inf(-1)}, true},
		"negative ratio": {risk.MetricRatio, []float64{1, -1}, true},
		"no metric":      {risk.MetricNotStated, []float64{1, 2}, false},
		"no such metric": {9, []float64{1, 2}, false},
	} {
		a, err := risk.KrippendorffAlpha([][]float64{{1, 2}, c.unit}, c.metric)
		var why *risk.AgreementError
		var at *risk.ItemError
		if !errors.As(err, &why) || a != (risk.Alpha{}) || errors.As(err, &at) != c.item || c.item && at.Index != 1 {
			t.Errorf("%s: %v, %v", name, a, err)
		}
	}
}

func TestTheReadingOfAlphaFollowsTheConvention(t *testing.T) {
	for _, c := range []struct {
		observed float64
		units    int
		want     risk.Reliability
	}{
		{0.2, 10, risk.Reliable}, {0.2001, 10, risk.TentativelyReliable}, {0.333, 10, risk.TentativelyReliable},
		{0.3331, 10, risk.Unreliable}, {1.5, 10, risk.Unreliable}, {0, 10, risk.Reliable},
		{0, 9, risk.ReliabilityInsufficient}, {1, 2, risk.ReliabilityInsufficient},
	} {
		a := risk.Alpha{Metric: risk.MetricOrdinal, Observed: c.observed, Expected: 1, Units: c.units, Values: 3 * c.units}
		if got := a.Reading(); got != c.want {
			t.Errorf("%s over %d units reads %s, want %s", a, c.units, got, c.want)
		}
	}
}

// harm is a risk as assessors rated it.
type harm struct {
	name  string
	rated []risk.Rating
}

func (h harm) ratings() []risk.Rating { return h.rated }

func TestAgreementIsMeasuredByDimension(t *testing.T) {
	// Four observers rate twelve risks; each dimension holds the published
	// table, so that each alpha is the published one.
	lines := []string{"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."}
	harms := make([]harm, 12)
	for _, line := range lines {
		for u, f := range strings.Fields(line) {
			var r risk.Rating
			if f != "." {
				v := f[0] - '0'
				r = risk.Rating{Scale: risk.Level(v), Scope: risk.Level(v), Irremediability: risk.Level(v),
					Likelihood: risk.Likelihood(v), Delay: risk.AnswerOf(v > 2)}
			}
			harms[u].rated = append(harms[u].rated, r)
		}
	}
	for metric, want := range map[risk.Metric]string{
		risk.MetricNotStated: "0.815", risk.MetricNominal: "0.743", risk.MetricOrdinal: "0.815", risk.MetricInterval: "0.849", risk.MetricRatio: "0.797",
	} {
		a, err := risk.Agree(slices.Values(harms), harm.ratings, risk.AgreementOptions{Metric: metric})
		if err != nil {
			t.Fatal(err)
		}
		for name, alpha := range map[string]risk.Alpha{"scale": a.Scale, "scope": a.Scope, "irremediability": a.Irremediability, "likelihood": a.Likelihood} {
			if alpha.String() != want {
				t.Errorf("%s, %s: %s, want %s", metric, name, alpha, want)
			}
		}
		// The ratings rise together, so their positions have the same ranks.
		if a.Total.String() != "0.815" || a.Total.Metric != risk.MetricOrdinal || a.Method != risk.UNGP().String() {
			t.Errorf("total %s by %s", a.Total, a.Method)
		}
		if a.Occurrence.String() != "undefined" || a.Delay.Metric != risk.MetricNominal || a.Delay.Units != 11 {
			t.Errorf("occurrence %s, delay %+v", a.Occurrence, a.Delay)
		}
	}
}

func TestTheMostDisputedRiskComesFirst(t *testing.T) {
	rate := func(scale risk.Level, likelihood risk.Likelihood) risk.Rating {
		return risk.Rating{Scale: scale, Scope: 3, Irremediability: 3, Likelihood: likelihood, Delay: risk.No}
	}
	harms := []harm{
		{"agreed", []risk.Rating{rate(2, 2), rate(2, 2)}},
		{"a little", []risk.Rating{rate(2, 3), rate(3, 3)}},
		{"much", []risk.Rating{rate(1, 3), rate(5, 3)}},
		{"one assessor", []risk.Rating{rate(5, 5), {}}},
		{"nobody", nil},
		{"a little too", []risk.Rating{rate(2, 3), rate(3, 3)}},
		{"has it happened?", []risk.Rating{rate(4, 3), rate(4, risk.Occurred)}},
		{"it has", []risk.Rating{rate(4, risk.Occurred), rate(4, risk.Occurred)}},
	}
	a, err := risk.Agree(slices.Values(harms), harm.ratings, risk.AgreementOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i, d := range a.Disputes {
		names = append(names, d.Item.name)
		if d.Index != slices.IndexFunc(harms, func(h harm) bool { return h.name == d.Item.name }) {
			t.Errorf("%s has index %d", d.Item.name, d.Index)
		}
		if i > 0 && d.Disagreement > a.Disputes[i-1].Disagreement || d.Disagreement <= 0 {
			t.Errorf("%s: disagreement %v", d.Item.name, d.Disagreement)
		}
		if happened := d.Item.name == "has it happened?"; d.Occurrence != happened || (d.Over == risk.DimLikelihood) != happened {
			t.Errorf("%s: over %s, occurrence %v", d.Item.name, d.Over, d.Occurrence)
		}
	}
	if want := []string{"much", "has it happened?", "a little", "a little too"}; !slices.Equal(names, want) {
		t.Errorf("disputed %v, want %v", names, want)
	}
	if got := a.Disputes[0].Votes[0]; got.Dimension != risk.DimScale || got.Counts != [7]int{0, 1, 0, 0, 0, 1, 0} {
		t.Errorf("votes %+v", got)
	}
	if a.Occurrence.Units != 6 || a.Likelihood.Units != 4 {
		t.Errorf("whether it happened is over %d risks and likelihood over %d", a.Occurrence.Units, a.Likelihood.Units)
	}
}

func TestAgreementRefusesRatingsThatAreNotValid(t *testing.T) {
	harms := []harm{{"sound", []risk.Rating{{Scale: 5}}}, {"not", []risk.Rating{{Scale: 1}, {Scope: 6}}}}
	a, err := risk.Agree(slices.Values(harms), harm.ratings, risk.AgreementOptions{})
	var at *risk.ItemError
	var why *risk.RatingError
	if a != nil || !errors.As(err, &at) || at.Index != 1 || !errors.As(err, &why) || why.Dimension != risk.DimScope {
		t.Errorf("%v, %v", a, err)
	}
	var metric *risk.AgreementError
	if _, err := risk.Agree(slices.Values(harms[:1]), harm.ratings, risk.AgreementOptions{Metric: 9}); !errors.As(err, &metric) {
		t.Errorf("a metric that is none: %v", err)
	}
	if a, err := risk.Agree(slices.Values(harms[:0]), harm.ratings, risk.AgreementOptions{}); err != nil || a.Total.String() != "undefined" || len(a.Disputes) != 0 {
		t.Errorf("of nothing: %+v, %v", a, err)
	}
}

// For every set of up to four levels the agreed level is the middle one, of two
// in the middle the graver, or the gravest.
func TestConsensusIsTheMiddleOrTheGravestOfEverySet(t *testing.T) {
	var sets func(n int, given []risk.Level)
	sets = func(n int, given []risk.Level) {
		if len(given) > 0 {
			var ratings []risk.Rating
			var rated []risk.Level
			for _, l := range given {
				ratings = append(ratings, risk.Rating{Irremediability: l, Delay: risk.Answer(l % 3)})
				if l.Rated() {
					rated = append(rated, l)
				}
			}
			slices.Sort(rated)
			var median, gravest risk.Level
			if len(rated) > 0 {
				median, gravest = rated[len(rated)/2], rated[len(rated)-1]
			}
			for rule, want := range map[risk.ConsensusRule]risk.Level{risk.ConsensusNotStated: median, risk.ConsensusMedianHigh: median, risk.ConsensusGravest: gravest} {
				c, err := risk.ConsensusOf(rule, ratings...)
				if err != nil {
					t.Fatal(err)
				}
				if c.Rating.Irremediability != want || c.Rule == risk.ConsensusNotStated {
					t.Fatalf("%s of %v is %d, want %d", c.Rule, given, c.Rating.Irremediability, want)
				}
				checkDissent(t, c, ratings)
			}
		}
		if n == 0 {
			return
		}
		for l := risk.NotRated; l <= risk.MaxLevel; l++ {
			sets(n-1, append(slices.Clone(given), l))
		}
	}
	sets(4, nil)
}

// checkDissent holds the dissent and votes against the ratings themselves.
func checkDissent(t *testing.T, c risk.Consensus, ratings []risk.Rating) {
	t.Helper()
	differ := 0
	for i, r := range ratings {
		if r.Irremediability != 0 && r.Irremediability != c.Rating.Irremediability {
			differ++
			want := risk.Dissent{Assessor: i, Dimension: risk.DimIrremediability, Given: uint8(r.Irremediability), Agreed: uint8(c.Rating.Irremediability)}
			if !slices.Contains(c.Dissent, want) {
				t.Fatalf("the dissent %v lacks %v", c.Dissent, want)
			}
		}
		if r.Delay != risk.Unknown && r.Delay != c.Rating.Delay {
			differ++
		}
	}
	if len(c.Dissent) != differ {
		t.Fatalf("dissent %v, want %d of %v from %v", c.Dissent, differ, ratings, c.Rating)
	}
	for _, v := range c.Votes {
		sum := 0
		for _, n := range v.Counts {
			sum += n
		}
		if sum != len(ratings) {
			t.Fatalf("%d votes on %s of %d assessors", sum, v.Dimension, len(ratings))
		}
	}
}

func TestWhetherAHarmHasHappenedIsNotVotedOn(t *testing.T) {
	happened, may := risk.Rating{Scale: 5, Likelihood: risk.Occurred}, risk.Rating{Scale: 3, Likelihood: risk.Likely}
	silent := risk.Rating{Scale: 4}
	for _, rule := range []risk.ConsensusRule{risk.ConsensusMedianHigh, risk.ConsensusGravest} {
		for want, ratings := range map[risk.MixedError][]risk.Rating{
			{Occurred: 0, Potential: 1}: {happened, may, happened},
			{Occurred: 3, Potential: 1}: {silent, may, may, happened},
		} {
			var why *risk.MixedError
			if c, err := risk.ConsensusOf(rule, ratings...); !errors.As(err, &why) || *why != want || c.Rating != (risk.Rating{}) {
				t.Errorf("%s: %+v, %v", rule, c, err)
			}
		}
		if c, err := risk.ConsensusOf(rule, happened, silent); err != nil || !c.Rating.HasOccurred() {
			t.Errorf("%s, one does not say: %+v, %v", rule, c, err)
		}
	}
	c, err := risk.FacilitatedConsensus(happened, happened, may)
	if err != nil || c.Rating != happened || c.Rule != risk.ConsensusFacilitated || len(c.Dissent) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestConsensusRefusesEmptySetsAndWhatIsNotValid(t *testing.T) {
	ok, bad := risk.Rating{Scale: 1}, risk.Rating{Scale: 6}
	var why *risk.AgreementError
	var at *risk.ItemError
	var rating *risk.RatingError
	if _, err := risk.ConsensusOf(risk.ConsensusMedianHigh); !errors.Is(err, risk.ErrNoRatings) {
		t.Errorf("no ratings: %v", err)
	}
	if _, err := risk.FacilitatedConsensus(ok); !errors.Is(err, risk.ErrNoRatings) {
		t.Errorf("no ratings to settle: %v", err)
	}
	if _, err := risk.ConsensusOf(risk.ConsensusGravest, ok, bad); !errors.As(err, &at) || at.Index != 1 || !errors.As(err, &rating) {
		t.Errorf("a rating that is not valid: %v", err)
	}
	if _, err := risk.FacilitatedConsensus(ok, ok, bad); !errors.As(err, &at) || at.Index != 1 {
		t.Errorf("a rating that is not valid: %v", err)
	}
	if _, err := risk.FacilitatedConsensus(bad, ok); !errors.As(err, &rating) {
		t.Errorf("an agreed rating that is not valid: %v", err)
	}
	for _, rule := range []risk.ConsensusRule{risk.ConsensusFacilitated, 9} {
		if _, err := risk.ConsensusOf(rule, ok); !errors.As(err, &why) {
			t.Errorf("%s: %v", rule, err)
		}
	}
}

func TestValuesTooFarApartForANumberAreRefused(t *testing.T) {
	var bad *risk.AgreementError
	for _, m := range []risk.Metric{risk.MetricInterval} {
		if a, err := risk.KrippendorffAlpha([][]float64{{1e300, -1e300}, {1, 2}}, m); !errors.As(err, &bad) {
			t.Errorf("%s: %v, %v", m, a, err)
		}
	}
	a, err := risk.KrippendorffAlpha([][]float64{{1e300, -1e300}, {1, 2}}, risk.MetricOrdinal)
	if _, ok := a.Value(); err != nil || !ok {
		t.Errorf("ordinal: %v, %v", a, err)
	}
	source := rand.NewPCG(1, 2)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := risk.KrippendorffAlphaInterval(ctx, [][]float64{{1, 2}, {1, 1}}, risk.MetricNominal, risk.IntervalOptions{Source: source, Samples: math.MaxInt}); !errors.Is(err, context.Canceled) {
		t.Errorf("as many samples as there are numbers: %v", err)
	}
}
