package risk

import (
	"encoding/json"
	"reflect"
	"testing"
)

func TestValuesThatATypeDoesNotHaveCountAsUnknown(t *testing.T) {
	for v := range 256 {
		b := uint8(v)
		f := Facts{Answer(b), Answer(b), Answer(b), Degree(b), Degree(b), Answer(b), Foreseeability(b), Mitigation(b), Answer(b), Answer(b)}
		got, want := Classify(f), Classify(f.valid())
		got.Facts, want.Facts = Facts{}, Facts{}
		if got != want {
			t.Errorf("%d: got %+v, want %+v", v, got, want)
		}
	}
}

func TestAClassificationIsReadBackAsItIsWritten(t *testing.T) {
	for f := range sidesOnly {
		if factsNumber(f)%101 != 0 {
			continue
		}
		c := Classify(f)
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back Classification
		if err := json.Unmarshal(b, &back); err != nil || back != c {
			t.Fatalf("%s: got %+v, %v", b, back, err)
		}
	}
}

func TestClassifyingDoesNotAllocate(t *testing.T) {
	f := Facts{OwnAct: No, SufficientAlone: Yes, LinkedToOperations: Yes}
	if n := testing.AllocsPerRun(100, func() { Classify(f) }); n != 0 {
		t.Errorf("contradictory facts: %v allocations", n)
	}
	f.SufficientAlone = No
	if n := testing.AllocsPerRun(100, func() { Classify(f) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// BenchmarkClassify has the scoring of a rating beside it, for the ratio.
func BenchmarkClassify(b *testing.B) {
	var consistent, contradictory []Facts
	for f := range sidesOnly {
		if Classify(f).Contradictory {
			contradictory = append(contradictory, f)
		} else {
			consistent = append(consistent, f)
		}
	}
	run := func(name string, facts []Facts) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var class Involvement
			for i := 0; b.Loop(); i++ {
				class |= Classify(facts[i&1023*(len(facts)>>10)]).Class
			}
			_ = class
		})
	}
	run("consistent", consistent)
	run("contradictory", contradictory)
	b.Run("score-of-a-rating", func(b *testing.B) {
		b.ReportAllocs()
		var ratings []Rating
		for n := range 1024 {
			ratings = append(ratings, Rating{
				Scale: Level(1 + n%5), Scope: Level(1 + n/5%5), Irremediability: Level(1 + n/25%5), Likelihood: Likelihood(1 + n/125%6),
			})
		}
		m := UNGP()
		var total Ordinal
		for i := 0; b.Loop(); i++ {
			s, _ := m.Score(ratings[i&1023])
			total += s.hi
		}
		_ = total
	})
}

func BenchmarkExplain(b *testing.B) {
	f := Facts{OwnAct: Yes, SufficientAlone: No, Facilitates: DegreeNone, Incentivises: DegreeMarked}
	b.Run("undetermined", func(b *testing.B) {
		for b.Loop() {
			Classify(f).Explain()
		}
	})
	f.Substantial, f.Foreseeability = Yes, ShouldHaveKnown
	b.Run("contributes", func(b *testing.B) {
		for b.Loop() {
			Classify(f).Explain()
		}
	})
}

func BenchmarkTabulateInvolvement(b *testing.B) {
	for b.Loop() {
		tabulateInvolvement()
	}
}

func TestAMillionClassificationsFitIntoSixteenMegabytes(t *testing.T) {
	if size := reflect.TypeFor[Classification]().Size(); size > 16 {
		t.Errorf("a classification takes %d bytes", size)
	}
}
