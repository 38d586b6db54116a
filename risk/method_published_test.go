package risk

import (
	"math"
	"slices"
	"testing"
)

// index returns the number that a method computes for a complete rating.
func index(t *testing.T, m *Method, r Rating) float64 {
	t.Helper()
	s, err := m.Score(r)
	if err != nil {
		t.Fatal(err)
	}
	lo, hi, ok := s.Index()
	if !ok || lo != hi {
		t.Fatalf("%s: %v has the index %v to %v, %v", m.ID(), r, lo, hi, ok)
	}
	return hi
}

func method(t *testing.T, id string) *Method {
	t.Helper()
	m, ok := MethodByID(id)
	if !ok || m.ID() != id {
		t.Fatalf("no method %q", id)
	}
	return m
}

// fromFour reads levels published on four levels.
func fromFour(t *testing.T, s, c, i int) Rating {
	t.Helper()
	scale, ok := LevelScaleByID("four-levels")
	if !ok {
		t.Fatal("no scale four-levels")
	}
	r := Rating{Likelihood: Possible, Delay: No}
	for d, v := range map[Dimension]int{DimScale: s, DimScope: c, DimIrremediability: i} {
		l, err := scale.Level(v)
		if err != nil {
			t.Fatal(err)
		}
		r = r.with(d, uint8(l))
	}
	return r
}

// A method of the library that is not taken panics when somebody asks for it;
// here it is told why.
func TestEveryMethodOfTheLibraryIsTaken(t *testing.T) {
	for i := range builtins {
		spec := builtins[i].spec()
		if spec.ID != builtins[i].id {
			t.Errorf("the row %s has the specification of %s", builtins[i].id, spec.ID)
		}
		if _, err := NewMethod(spec); err != nil {
			t.Error(err)
		}
	}
}

// W1: the arithmetic mean of the UNDP training tool.
func TestPublishedMeanSeverity(t *testing.T) {
	m := method(t, "undp-mean")
	for _, tt := range []struct {
		s, c, i Level
		want    float64
	}{{5, 5, 4, 4.6667}, {5, 3, 5, 4.3333}, {3, 3, 3, 3}, {1, 1, 5, 2.3333}, {5, 1, 1, 2.3333}} {
		for l := Remote; l <= Occurred; l++ { // likelihood is another axis
			if got := index(t, m, Rating{tt.s, tt.c, tt.i, l, No}); math.Abs(got-tt.want) > 0.00005 {
				t.Errorf("%d, %d, %d: %v, want %v", tt.s, tt.c, tt.i, got, tt.want)
			}
		}
	}
}

// W2: published tests of CSRD scoring. Positive impacts are no harm and have no
// rating here (UNGP 11).
func TestPublishedBoundedLikelihood(t *testing.T) {
	m := method(t, "csrd-bounded")
	for _, tt := range []struct {
		r    Rating
		want float64
	}{
		{Rating{5, 5, 4, Occurred, No}, 4.67},
		{Rating{5, 3, 5, Possible, No}, 3.47},
		{Rating{5, 5, 5, Remote, No}, 3},
	} {
		if got := index(t, m, tt.r); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.r, got, tt.want)
		}
	}
	s, err := m.Score(Rating{Scale: 5, Likelihood: Occurred, Delay: No})
	if lo, hi, _ := s.Index(); err != nil || lo == hi || s.Missing() != DimensionsOf(DimScope, DimIrremediability) {
		t.Errorf("with two factors missing there is one number: %v to %v", lo, hi)
	}
	topic, err := m.Gravest(slices.Values([]Rating{{1, 1, 1, Occurred, No}, {5, 5, 4, Occurred, No}}))
	if _, hi, _ := topic.Index(); err != nil || hi != 4.67 {
		t.Errorf("the topic has %v, want that of its gravest impact, 4.67", hi)
	}
}

// W3: a factor at the top makes the whole material, on four levels.
func TestPublishedTopOverride(t *testing.T) {
	override, social := method(t, "mean-or-top"), method(t, "top-factor")
	for _, tt := range []struct {
		s, c, i  int
		material bool
		max      float64
	}{{1, 1, 4, true, 4}, {3, 3, 1, false, 3}} {
		r := fromFour(t, tt.s, tt.c, tt.i)
		score, err := override.Score(r)
		if err != nil || (score.Band().Name == "material") != tt.material {
			t.Errorf("%d, %d, %d: %v, %v", tt.s, tt.c, tt.i, score, err)
		}
		if got := index(t, social, r); got != tt.max {
			t.Errorf("%d, %d, %d: %v, want %v", tt.s, tt.c, tt.i, got, tt.max)
		}
	}
	// Of the 64 combinations: by the mean alone, with any 4, with any 3.
	for top, want := range map[int]int{5: 32, 4: 41, 3: 56} {
		spec := meanOrTopSpec(top)
		if top == 5 {
			spec.Waivers = []Waiver{waiveMean}
		}
		m, err := NewMethod(spec)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for s := 1; s <= 4; s++ {
			for c := 1; c <= 4; c++ {
				for i := 1; i <= 4; i++ {
					if score, _ := m.Score(fromFour(t, s, c, i)); score.Band().Name == "material" {
						n++
					}
				}
			}
		}
		if n != want {
			t.Errorf("override from %d: %d of 64 are material, want %d", top, n, want)
		}
	}
}

// W4: weighted severity with a floor.
func TestPublishedWeightedFloor(t *testing.T) {
	m := method(t, "weighted-floor")
	for _, tt := range []struct {
		r    Rating
		want float64
	}{{Rating{1, 1, 5, 1, No}, 4}, {Rating{3, 3, 3, 2, No}, 6}, {Rating{5, 3, 5, 3, No}, 13.2}} {
		if got := index(t, m, tt.r); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.r, got, tt.want)
		}
	}
}

// W6: bands of NomoGaia. Good effects have no rating here.
func TestPublishedSignedBands(t *testing.T) {
	m := method(t, "nomogaia")
	for _, tt := range []struct {
		r     Rating
		value float64 // published with a minus sign
		want  string
	}{
		{Rating{5, 4, 1, 3, No}, 20, "strong-negative"},
		{Rating{3, 4, 1, 3, No}, 12, "strong-negative"}, // in both published bands; the graver is taken
		{Rating{5, 1, 1, 3, No}, 5, "negative"},
	} {
		s, err := m.Score(tt.r)
		if got := index(t, m, tt.r); err != nil || got != tt.value || s.Band().Name != tt.want {
			t.Errorf("%v: %v, %v, want %v, %v", tt.r, got, s.Band(), tt.value, tt.want)
		}
	}
	if b := (Thresholds{{0.5, "negative"}, {12, "strong-negative"}}).Band(0); !b.IsZero() {
		t.Errorf("0 is %v; it is neither good nor bad", b)
	}
}

// W7: three harms that severity and a risk matrix put in different orders.
func TestPrecedenceOfSeverityIsWhatAMatrixBreaks(t *testing.T) {
	fire, overtime, payslips := Rating{5, 2, 5, 1, No}, Rating{3, 5, 2, 4, No}, Rating{1, 3, 1, 5, No}
	for _, tt := range []struct {
		id   string
		want []Rating
	}{
		{"ungp", []Rating{fire, overtime, payslips}},
		{"severity-times-likelihood", []Rating{overtime, payslips, fire}},
	} {
		ranked, err := RankSlice(method(t, tt.id), []Rating{payslips, overtime, fire}, func(r Rating) Rating { return r })
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range ranked {
			if r.Item != tt.want[i] || r.Place != i+1 {
				t.Errorf("%s, place %d: %v", tt.id, r.Place, r.Item)
			}
		}
	}
	m := method(t, "severity-times-likelihood")
	for r, want := range map[Rating]float64{fire: 5, overtime: 20, payslips: 15} {
		if got := index(t, m, r); got != want {
			t.Errorf("%v: %v, want %v", r, got, want)
		}
	}
}

// W10: averages over different numbers of questions.
func TestPublishedPlainAverages(t *testing.T) {
	for _, tt := range []struct {
		sum, n int
		want   float64
	}{{240, 3, 80}, {260, 5, 52}, {170, 2, 85}} {
		if got := mean(tt.sum, tt.n); got != tt.want {
			t.Errorf("%d of %d: %v, want %v", tt.sum, tt.n, got, tt.want)
		}
	}
}

// W12: a matrix of four likelihoods by three severities.
func TestPublishedFourByThreeMatrix(t *testing.T) {
	m := method(t, "matrix-4x3")
	severity, _ := LevelScaleByID("three-levels")
	likelihood, _ := LevelScaleByID("four-levels")
	for s := 1; s <= 3; s++ {
		for l := 1; l <= 4; l++ {
			level, err := severity.Level(s)
			if err != nil {
				t.Fatal(err)
			}
			lik, err := likelihood.Likelihood(l)
			if err != nil {
				t.Fatal(err)
			}
			r := Rating{level, 1, 1, lik, No}
			if got := index(t, m, r); got != float64(s*l) {
				t.Errorf("%d by %d: %v", s, l, got)
			}
			score, _ := m.Score(r)
			if (score.Band().Name == "high") != (s*l >= 9) {
				t.Errorf("%d by %d is %v", s, l, score.Band())
			}
		}
	}
}

// W16: bands of readiness; 1.95 falls between two printed bands.
func TestPublishedReadinessBandsLeaveNoGap(t *testing.T) {
	bands := Thresholds{{1, "initial"}, {2, "developing"}, {3, "established"}, {4, "advanced"}, {5, "leading"}}
	for x, want := range map[float64]string{
		1: "initial", 1.95: "initial", 2: "developing", 7.0 / 3: "developing",
		(3.6 + 3.4 + 2.0) / 3: "established", 4.99: "advanced", 5: "leading",
	} {
		if got := bands.Band(x); got.Name != want {
			t.Errorf("%v is %v, want %v", x, got, want)
		}
	}
	for _, x := range []float64{0.9, math.NaN(), math.Inf(-1)} {
		if got := bands.Band(x); !got.IsZero() {
			t.Errorf("%v is %v, want no band", x, got)
		}
	}
}

// The rule of netcero: for human rights the level is severity, else it is
// capped by the mean of severity and probability.
func TestPublishedNetceroLevels(t *testing.T) {
	rights, general := method(t, "netcero-human-rights"), method(t, "netcero-general")
	for c := range Cells() {
		r := c.Rating()
		if !r.Complete() {
			continue
		}
		severity := float64(int(r.Scale)+int(r.Scope)+int(r.Irremediability)) / 3
		if got := index(t, rights, r); math.Abs(got-severity) > 1e-12 {
			t.Fatalf("%v: %v", r, got)
		}
		want := severity
		if r.Likelihood != Occurred {
			want = min(severity, (severity+float64(r.Likelihood)-0.5)/2)
		}
		if got := index(t, general, r); math.Abs(got-want) > 1e-12 {
			t.Fatalf("%v: %v, want %v", r, got, want)
		}
	}
}

// Of the 7750 pairs of severities, how many a formula ranks against the gravest
// factor, and how many different results it has.
func TestArithmeticRanksAgainstTheGravestFactor(t *testing.T) {
	for _, tt := range []struct {
		id            string
		against, hide int // hide: a 5 below one with nothing above 3
		results       int
	}{{"product", 993, 129, 30}, {"sum", 432, -1, 13}} {
		m := method(t, tt.id)
		against, hide := 0, 0
		all := severities()
		for _, a := range all {
			for _, b := range all {
				x, y := a+likelihoodStride+Cell(No), b+likelihoodStride+Cell(No)
				gx, gy := gravestFactor(x.Rating()), gravestFactor(y.Rating())
				if gx > gy && m.Compare(x, y) < 0 {
					against++
					if gx == 5 && gy <= 3 {
						hide++
					}
				}
			}
		}
		if against != tt.against || tt.hide >= 0 && hide != tt.hide || m.Ordinals() != tt.results {
			t.Errorf("%s: %d against, %d hidden, %d results", tt.id, against, hide, m.Ordinals())
		}
	}
}

func TestMethodsSayWhatTheyRestOn(t *testing.T) {
	seen := make(map[string]bool)
	for m := range Methods() {
		if seen[m.ID()] || m.Title() == "" || m.Version() == "" {
			t.Errorf("%v: id, title or version", m)
		}
		seen[m.ID()] = true
		n := 0
		for c := range m.Sources() {
			if c.IsZero() {
				t.Errorf("%v: an empty source", m)
			}
			n++
		}
		if n == 0 {
			t.Errorf("%v has no source", m)
		}
		n = 0
		for r := range m.Reasons() {
			if r.Choice == "" || r.Why == "" {
				t.Errorf("%v: %+v", m, r)
			}
			n++
		}
		if n == 0 {
			t.Errorf("%v gives no reason", m)
		}
		for k := range m.Keys() {
			if k.Means == "" || k.Source.IsZero() {
				t.Errorf("%v: key %s says not what it means or where from", m, k.ID)
			}
		}
	}
	if _, ok := MethodByID("no-such-method"); ok {
		t.Error("a method that is not there was found")
	}
	unverified := 0
	for r := range method(t, "huderaf-rin").Reasons() {
		if r.Unverified {
			unverified++
		}
	}
	if unverified == 0 {
		t.Error("HUDERAF's numbers could not be verified, and do not say so")
	}
}
