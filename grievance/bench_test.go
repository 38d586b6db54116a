package grievance_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// load returns cases without their events, and their events: by case, or mixed
// by date as a host's log has them.
func load(b *testing.B, n int, mixed bool) ([]grievance.Case, []grievance.Event) {
	b.Helper()
	cases := slices.Collect(grievancetest.Cases(1, n))
	var log []grievance.Event
	for i := range cases {
		log = append(log, cases[i].Events...)
		cases[i].Events = nil
	}
	if mixed {
		slices.SortStableFunc(log, func(a, b grievance.Event) int { return a.On.Compare(b.On) })
	}
	return cases, log
}

func openAll(b *testing.B, cases []grievance.Case, mechanisms []grievance.Mechanism) *grievance.Register {
	b.Helper()
	r := grievance.NewRegister(risk.MustParseDate("2023-12-31"), mechanisms)
	for i := range cases {
		if _, err := r.Open(&cases[i]); err != nil {
			b.Fatal(err)
		}
	}
	return r
}

// BenchmarkFold folds about a million events of 110,000 cases.
func BenchmarkFold(b *testing.B) {
	for _, mixed := range []bool{false, true} {
		b.Run(fmt.Sprintf("mixed=%v", mixed), func(b *testing.B) {
			cases, log := load(b, 110_000, mixed)
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				r := openAll(b, cases, nil)
				b.StartTimer()
				if f := r.Fold(slices.Values(log)); f.Applied != len(log) {
					b.Fatal(f.Refused[0].Err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(log)), "ns/event")
			b.ReportMetric(float64(len(log)), "events")
		})
	}
}

func hundredThousand(b *testing.B) *grievance.Register {
	var mechanisms []grievance.Mechanism
	for i := range 10 {
		mechanisms = append(mechanisms, grievancetest.Mechanism(func(m *grievance.Mechanism) { m.ID = grievancetest.ID(1 + i) }))
	}
	cases, log := load(b, 100_000, false)
	r := openAll(b, cases, mechanisms)
	r.Fold(slices.Values(log))
	return r
}

func BenchmarkFigures(b *testing.B) {
	r := hundredThousand(b)
	q := grievance.Query{Grain: grievance.Monthly, Signals: grievance.Signals{Places: grievancetest.Places()}}
	b.ReportAllocs()
	for b.Loop() {
		if f := r.Figures(q); f.Total.Cases != 100_000 {
			b.Fatal(f.Total)
		}
	}
}

func BenchmarkPublish(b *testing.B) {
	r := hundredThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Publish(grievance.Suppression{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSuggest(b *testing.B) {
	r := hundredThousand(b)
	for b.Loop() {
		r.Suggest(grievance.Lessons{})
	}
}

func BenchmarkCover(b *testing.B) {
	places := make([]grievance.Place, 100_000)
	m := grievancetest.Mechanism(func(m *grievance.Mechanism) { m.Reach = grievance.Reach{} })
	for i := range places {
		places[i] = grievance.Place{Site: grievancetest.ID(i), Groups: []risk.GroupID{"women"}, Tier: grievance.Tier{Min: uint8(i % 6), Known: true}}
		if i%2 == 0 {
			m.Reach.Sites = append(m.Reach.Sites, places[i].Site)
		}
	}
	for b.Loop() {
		grievance.Cover([]grievance.Mechanism{m, m}, slices.Values(places), risk.Date{})
	}
}
