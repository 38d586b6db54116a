package risk

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// completeCells are the cells in which everything is rated.
func completeCells() []Cell {
	var cells []Cell
	for c := range Cells() {
		if c.Complete() {
			cells = append(cells, c)
		}
	}
	return cells
}

// reading is a slow reading of the rules, straight from their text, over the
// order of a method. It knows nothing of steps or chains: it looks at pairs.
type reading struct {
	place  [NumCells]int // greater is graver
	rating [NumCells]Rating
	band   [NumCells]int
}

func newReading(m *Method) *reading {
	r := new(reading)
	for c := range Cells() {
		s := m.ScoreCell(c)
		_, hi := s.Ordinals()
		r.place[c], r.rating[c], r.band[c] = int(hi), c.Rating(), s.Band().Order
	}
	return r
}

// breaks reports whether the order breaks a rule for the pair a, b of complete
// cells.
func (r *reading) breaks(rule MethodRule, a, b Cell) bool {
	x, y := &r.rating[a], &r.rating[b]
	below := r.place[a] < r.place[b]
	sameSeverity := x.Scale == y.Scale && x.Scope == y.Scope && x.Irremediability == y.Irremediability
	switch rule {
	case RuleMonotone:
		comparable := x.Likelihood == y.Likelihood || x.Likelihood != Occurred && y.Likelihood < x.Likelihood
		return below && x.Delay == y.Delay && comparable &&
			y.Scale <= x.Scale && y.Scope <= x.Scope && y.Irremediability <= x.Irremediability
	case RuleOccurred:
		return below && sameSeverity && x.Delay == y.Delay && x.Likelihood == Occurred
	case RuleSeverityFirst:
		if r.place[a] > r.place[b] || sameSeverity || !r.above(a, x.Delay, b, y.Delay) {
			return false
		}
		return r.above(a, No, b, No) || r.above(a, Yes, b, Yes)
	case RuleOneFactor:
		return below && x.Delay == y.Delay && x.Likelihood == y.Likelihood &&
			max(x.Scale, x.Scope, x.Irremediability) == 5 && max(y.Scale, y.Scope, y.Irremediability) < 5
	case RuleDelay:
		return below && sameSeverity && x.Likelihood == y.Likelihood && x.Delay == Yes
	case RuleBands:
		return !below && r.band[a] < r.band[b]
	}
	return false
}

// above reports whether a ranks above b at some likelihood that both have, with
// the given delays.
func (r *reading) above(a Cell, delayA Answer, b Cell, delayB Answer) bool {
	at := func(c Cell, l Likelihood, d Answer) int {
		x := &r.rating[c]
		return r.place[c+Cell(l)*likelihoodStride+Cell(d)-Cell(x.Likelihood)*likelihoodStride-Cell(x.Delay)]
	}
	for l := Remote; l <= Occurred; l++ {
		if at(a, l, delayA) > at(b, l, delayB) {
			return true
		}
	}
	return false
}

// pair returns the first pair of cells that breaks a rule, and whether there is
// one.
func (r *reading) pair(rule MethodRule, cells []Cell) (a, b Cell, found bool) {
	for _, a := range cells {
		for _, b := range cells {
			if r.breaks(rule, a, b) {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// checkedMethods returns the methods of the library, and the default with every
// kind of option.
func checkedMethods(t *testing.T) []*Method {
	t.Helper()
	all := slices.Collect(Methods())
	for _, o := range []UNGPOptions{{TopLevel: 1}, {TopLevel: 3}, {TopLevel: 4}, {ActualEqual: true}, {TopLevel: 4, ActualEqual: true}} {
		m, err := NewUNGP(o)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

func TestEveryMethodObeysEveryRuleItDoesNotWaiveOverAllPairs(t *testing.T) {
	cells := completeCells()
	for _, m := range checkedMethods(t) {
		r := newReading(m)
		for rule := range MethodRules() {
			a, b, found := r.pair(rule, cells)
			if found != m.waives(rule) {
				t.Errorf("%s waives %v: %v; a pair that breaks it, if any: %v, %v", m.ID(), rule, m.waives(rule), a, b)
			}
		}
	}
}

// Methods drawn at random, most of them nonsense: each is refused for exactly
// the rules that a slow reading over all pairs finds broken, and for each with
// a counterexample that the slow reading accepts.
func TestARandomMethodIsRefusedForExactlyTheRulesItBreaks(t *testing.T) {
	cells := completeCells()
	broken := make(map[MethodRule]int)
	held := make(map[MethodRule]int)
	for seed := range uint64(24) {
		spec := randomMethod(seed)
		_, err := NewMethod(spec)
		found := make(map[MethodRule]*RuleError)
		for _, e := range unjoin(err) {
			re, ok := e.(*RuleError)
			if !ok {
				t.Fatalf("seed %d: %v", seed, e)
			}
			found[re.Rule] = re
		}
		reading := newReading(buildBroken(t, spec))
		for rule := RuleMonotone; rule <= RuleDelay; rule++ {
			_, _, breaks := reading.pair(rule, cells)
			if re := found[rule]; (re != nil) != breaks {
				t.Fatalf("seed %d: %v is broken %v, refused with %v", seed, rule, breaks, err)
			} else if re != nil {
				counterexample(t, spec, re)
				broken[rule]++
			} else {
				held[rule]++
			}
		}
	}
	for rule := RuleMonotone; rule <= RuleDelay; rule++ {
		if broken[rule] == 0 || held[rule] == 0 {
			t.Errorf("%v is broken by %d methods and held by %d; draw others", rule, broken[rule], held[rule])
		}
	}
}

// randomMethod returns a method with one to three keys, each a sum with small
// weights that may go the wrong way or have a few ratings put out of place.
func randomMethod(seed uint64) MethodSpec {
	rnd := rand.New(rand.NewPCG(seed, 77))
	spec := MethodSpec{ID: "random", Version: "1"}
	for k := range 1 + rnd.IntN(3) {
		weights := [numDimensions + 1]float64{}
		for d := DimScale; d <= DimDelay; d++ {
			if weights[d] = float64(rnd.IntN(4)); rnd.IntN(12) == 0 {
				weights[d] = -1 // the wrong way round
			}
		}
		forgets := rnd.IntN(5) == 0      // harm that has happened counts as remote
		top := float64(rnd.IntN(2) * 40) // for any factor at the top
		moved := make(map[Cell]float64)
		for range rnd.IntN(3) * rnd.IntN(3) {
			moved[Cell(rnd.IntN(NumCells))] = float64(rnd.IntN(7) - 3)
		}
		spec.Keys = append(spec.Keys, MethodKey{ID: "key-" + strconv.Itoa(k), Value: func(r Rating) float64 {
			sum := moved[r.cell()] + top*truth(gravestFactor(r) == float64(MaxLevel))
			if forgets && r.Likelihood == Occurred {
				r.Likelihood = Remote
			}
			for d := DimScale; d <= DimDelay; d++ {
				sum += weights[d] * float64(r.at(d))
			}
			return sum
		}})
	}
	return spec
}

// unjoin returns the errors that are joined in err.
func unjoin(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}
