package risk

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Metric says how far two values of a scale are from each other, which depends
// on what the scale means.
type Metric uint8

const (
	MetricNotStated Metric = iota
	MetricNominal          // values are the same or they are not
	MetricOrdinal          // values have an order; how far depends on how many values were given between them
	MetricInterval         // differences mean something
	MetricRatio            // ratios mean something; values are not negative
)

var metricText = textenum.Table[Metric]{
	Kind:  "metric",
	Names: []string{"", "nominal", "ordinal", "interval", "ratio"},
}

// AgreementError says why ratings cannot be held against each other.
type AgreementError struct {
	Why string // what was found and what would do
}

// Error says what the ratings lack to be compared.
func (e *AgreementError) Error() string { return e.Why }

// Alpha is Krippendorff's alpha, the agreement of those who rated the same
// things: 1 is full agreement, 0 what chance would give, less than 0 worse
// than chance. It measures whether assessors are consistent, not whether they
// are right. The zero value is undefined.
type Alpha struct {
	Metric   Metric
	Observed float64 // disagreement that was observed, D_o
	Expected float64 // disagreement that chance would give, D_e; 0 if all values are the same
	Units    int     // things that were rated at least twice; others tell nothing
	Values   int     // how many values those were given
}

// Value returns alpha. It is undefined if nothing was rated twice, or if all
// values are the same: then nobody knows whether the assessors would tell
// different things apart, and the answer is not 1.
func (a Alpha) Value() (alpha float64, defined bool) {
	if !(a.Expected > 0) {
		return 0, false
	}
	return 1 - a.Observed/a.Expected, true
}

// String returns alpha with three digits, or "undefined".
func (a Alpha) String() string {
	v, ok := a.Value()
	if !ok {
		return "undefined"
	}
	return fmt.Sprintf("%.3f", v)
}

// MarshalJSON returns alpha, null if it is undefined, with what it was made
// from and how it reads.
func (a Alpha) MarshalJSON() ([]byte, error) {
	out := struct {
		Alpha    any         `json:"alpha"`
		Metric   Metric      `json:"metric,omitzero"`
		Reading  Reliability `json:"reading"`
		Observed float64     `json:"observed"`
		Expected float64     `json:"expected"`
		Units    int         `json:"units"`
		Values   int         `json:"values"`
	}{nil, a.Metric, a.Reading(), a.Observed, a.Expected, a.Units, a.Values}
	if v, ok := a.Value(); ok {
		out.Alpha = v
	}
	return json.Marshal(out)
}

// Reliability says in words what an [Alpha] means for the use of the ratings.
type Reliability uint8

const (
	ReliabilityUndefined    Reliability = iota // alpha is undefined
	ReliabilityInsufficient                    // too few things were rated twice to tell
	Unreliable                                 // under 0.667: discuss and rate again
	TentativelyReliable                        // from 0.667 and under 0.8: for tentative conclusions
	Reliable                                   // 0.8 and above
)

var reliabilityText = textenum.Table[Reliability]{
	Kind:  "reading of agreement",
	Names: []string{"undefined", "insufficient", "unreliable", "tentative", "reliable"},
}

// The readings of alpha that Krippendorff proposes, and the least number of
// things rated twice under which this library gives none.
const (
	reliableFrom  = 0.8
	tentativeFrom = 0.667
	fewestUnits   = 10
)

// Reading says what alpha means by the convention of Krippendorff (Content
// Analysis): reliable from 0.8, for tentative conclusions from 0.667. With
// fewer than ten things rated twice it says that there are too few; that
// number is this library's own.
func (a Alpha) Reading() Reliability {
	v, ok := a.Value()
	switch {
	case !ok:
		return ReliabilityUndefined
	case a.Units < fewestUnits:
		return ReliabilityInsufficient
	case v >= reliableFrom:
		return Reliable
	case v >= tentativeFrom:
		return TentativelyReliable
	}
	return Unreliable
}

// KrippendorffAlpha returns the agreement of values of the given metric. Each
// unit holds the values that one thing was given, in any order, without a
// place for those who gave none: a missing value is left out.
//
// It returns an *[AgreementError] if the metric is not stated or the values lie
// too far apart, beyond 1e150 or so, and an *[ItemError] that wraps one for the
// first unit with a value that is not a finite number or, for [MetricRatio], is
// negative. The work grows as N log N with the number of values, for
// [MetricRatio] with the square of the number of different ones. units is not
// changed.
//
// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
func KrippendorffAlpha(units [][]float64, m Metric) (Alpha, error) {
	if m == MetricNotStated || !m.Valid() {
		return Alpha{}, &AgreementError{"no metric is stated; use nominal, ordinal, interval or ratio"}
	}
	for i, unit := range units {
		for _, v := range unit {
			switch {
			case math.IsNaN(v) || math.IsInf(v, 0):
				return Alpha{}, &ItemError{i, &AgreementError{"a value is not a finite number; leave out what is missing"}}
			case m == MetricRatio && v < 0:
				return Alpha{}, &ItemError{i, &AgreementError{fmt.Sprintf("%g is negative, which a ratio scale has not; use the interval metric", v)}}
			}
		}
	}
	a := newDisagreement(units, m).alpha(units)
	if math.IsInf(a.Expected, 0) || math.IsNaN(a.Expected) {
		return Alpha{}, &AgreementError{"the squares of the differences are too large for a number; divide all values by the same figure"}
	}
	return a, nil
}

// disagreement measures how far values are from each other, by the metric and,
// for the ordinal metric, by all values that were given. It is for one
// goroutine.
type disagreement struct {
	metric   Metric
	all      tally     // the values of all units with at least two
	at       []float64 // where each different value lies; distances are differences of these
	units    int
	expected float64   // D_e, the mean distance of any two values
	places   []float64 // of the values of a unit; room that is used again
}

func newDisagreement(units [][]float64, m Metric) *disagreement {
	d := &disagreement{metric: m}
	n := 0
	for _, unit := range units {
		n += len(unit)
	}
	values := make([]float64, 0, n)
	for _, unit := range units {
		if len(unit) > 1 {
			values = append(values, unit...)
			d.units++
		}
	}
	d.all = newTally(values)
	d.at = d.all.values
	if m == MetricOrdinal {
		// The ordinal distance of c and k, the number of values given from c to k
		// less half of those at c and k, is the difference of their middle ranks.
		d.at = make([]float64, len(d.all.values))
		below := 0
		for i, n := range d.all.counts {
			d.at[i] = float64(below) + float64(n)/2
			below += n
		}
	}
	if n := float64(d.all.total); n > 1 {
		d.expected = pairSum(m, d.at, d.all.counts) / (n * (n - 1))
	}
	return d
}

// alpha returns the agreement of the units.
func (d *disagreement) alpha(units [][]float64) Alpha {
	a := Alpha{Metric: d.metric, Units: d.units, Values: d.all.total, Expected: d.expected}
	for _, unit := range units {
		if len(unit) > 1 {
			a.Observed += float64(d.within(unit) * float64(len(unit)))
		}
	}
	if a.Values > 0 {
		a.Observed /= float64(a.Values)
	}
	return a
}

// within returns the mean distance of any two values of a unit that has at least
// two.
func (d *disagreement) within(unit []float64) float64 {
	n := float64(len(unit))
	if len(unit) < manyValues {
		d.places = d.places[:0]
		for _, v := range unit {
			d.places = append(d.places, d.place(v))
		}
		return eachPair(d.metric, d.places) / (n * (n - 1))
	}
	t := newTally(unit)
	for i, v := range t.values {
		t.values[i] = d.place(v)
	}
	return pairSum(d.metric, t.values, t.counts) / (n * (n - 1))
}

// place returns where a value lies.
func (d *disagreement) place(v float64) float64 {
	i, _ := slices.BinarySearch(d.all.values, v)
	return d.at[i]
}

// tally holds the different values of a sample in ascending order and how
// often each is there.
type tally struct {
	values []float64
	counts []int
	total  int
}

func newTally(sample []float64) tally {
	sorted := slices.Clone(sample)
	slices.Sort(sorted)
	t := tally{values: sorted[:0], total: len(sorted)}
	for i, v := range sorted {
		if i > 0 && v == t.values[len(t.values)-1] {
			t.counts[len(t.counts)-1]++
			continue
		}
		t.values, t.counts = append(t.values, v), append(t.counts, 1)
	}
	return t
}

// manyValues is the number of different values from which the sum over pairs is
// computed in closed form. Below it every pair is looked at, which is exact
// where the values are.
const manyValues = 64

// pairSum returns the sum of the squared distances of all ordered pairs of
// values, each value counted as often as it is there. Products are converted
// before they are added, so that no platform fuses them and all give the same
// bits.
func pairSum(m Metric, at []float64, counts []int) float64 {
	sum := 0.0
	if len(at) < manyValues || m == MetricRatio {
		for i := range at {
			for j := range i {
				d := distance(m, at[i], at[j])
				sum += float64(float64(counts[i]) * float64(counts[j]) * d)
			}
		}
		return 2 * sum
	}
	total, weighted := 0.0, 0.0
	for i, n := range counts {
		total += float64(n)
		weighted += float64(float64(n) * at[i])
	}
	if m == MetricNominal {
		for _, n := range counts {
			sum += float64(float64(n) * (total - float64(n)))
		}
		return sum
	}
	mean := weighted / total
	for i, n := range counts {
		sum += float64(float64(n) * float64((at[i]-mean)*(at[i]-mean)))
	}
	return 2 * total * sum
}

// eachPair returns the sum of the squared distances of all ordered pairs of a
// few places.
func eachPair(m Metric, at []float64) float64 {
	sum := 0.0
	for i := range at {
		for j := range i {
			if at[i] != at[j] {
				sum += distance(m, at[i], at[j])
			}
		}
	}
	return 2 * sum
}

// distance returns the squared distance of two different places.
func distance(m Metric, a, b float64) float64 {
	switch m {
	case MetricNominal:
		return 1
	case MetricRatio:
		q := (a - b) / (a + b)
		return float64(q * q)
	}
	return float64((a - b) * (a - b))
}
