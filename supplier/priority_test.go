package supplier_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// plainRisk returns a rating of the given levels and likelihood.
func plainRisk(severity risk.Level, likelihood risk.Likelihood) risk.Range {
	return risk.RangeOf(risk.Rating{Scale: severity, Scope: severity, Irremediability: severity, Likelihood: likelihood, Delay: risk.No})
}

func network(t testing.TB, suppliers []supplier.Supplier, links ...[2]byte) *supplier.Network {
	t.Helper()
	var all []supplier.Relationship
	for _, l := range links {
		all = append(all, supplier.Relationship{From: id(l[0]), To: id(l[1]), Kind: supplier.Supply})
	}
	n, _, err := supplier.Compile(t.Context(), slices.Values(suppliers), slices.Values(all), supplier.NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// places lists the suppliers of a list with the reasons.
func places(list []supplier.Prioritized) (all []string) {
	for _, p := range list {
		all = append(all, fmt.Sprintf("%d:%d %s/%s", p.Place, p.Supplier[15], p.Behind, p.Before))
	}
	return all
}

func TestEachPlaceHasItsReason(t *testing.T) {
	grave, mild := plainRisk(5, 3), plainRisk(2, 5)
	got, err := supplier.Prioritize(slices.Values([]supplier.Candidate{
		{Supplier: id(1), Salience: mild, Leverage: risk.Yes, Control: risk.CountOf(900)},
		{Supplier: id(2), Salience: grave, Looked: date("2021-01-01"), Leverage: risk.No},
		{Supplier: id(3), Salience: grave, Looked: date("2018-01-01"), Control: risk.CountOf(0)},
		{Supplier: id(4), Salience: grave, Looked: date("2018-02-01"), Control: risk.CountOf(7)},
		{Supplier: id(5), Salience: grave, Control: risk.CountOf(0), Leverage: risk.No},
		{Supplier: id(6), Salience: grave, Control: risk.CountOf(0), Leverage: risk.Yes},
		{Supplier: id(7), Salience: grave, Control: risk.CountOf(0), Leverage: risk.Yes},
	}), supplier.PriorityOptions{Today: date("2021-06-01")})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"1:6 not-stated/not-stated", "1:7 not-stated/leverage", "3:5 leverage/last-look", "4:4 last-look/control",
		"5:3 control/last-look", "6:2 last-look/salience", "7:1 salience/not-stated",
	}
	if p := places(got); !slices.Equal(p, want) {
		t.Errorf("got  %v\nwant %v", p, want)
	}
}

func TestNothingGoesBeforeTheGraverHarm(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		var all []supplier.Candidate
		for i := range 30 {
			c := supplier.Candidate{Supplier: id(byte(i)), Control: risk.CountOf(r.IntN(100) - 1), Leverage: risk.Answer(r.IntN(3))}
			if r.IntN(8) > 0 {
				c.Salience = plainRisk(risk.Level(1+r.IntN(5)), risk.Likelihood(1+r.IntN(6)))
			}
			if r.IntN(2) > 0 {
				c.Looked = risk.YearOf(2010 + r.IntN(11))
			}
			all = append(all, c)
		}
		orders := [][]supplier.PriorityKey{nil, {}, {supplier.ByLeverage}, {supplier.ByControl, supplier.ByLeverage, supplier.ByLastLook}}
		list, err := supplier.Prioritize(slices.Values(all), supplier.PriorityOptions{Order: orders[r.IntN(len(orders))], Today: date("2021-12-31")})
		if err != nil || len(list) != len(all) {
			t.Fatalf("%d of %d, %v", len(list), len(all), err)
		}
		for i := 1; i < len(list); i++ {
			_, above := list[i-1].Score.Ordinals()
			_, below := list[i].Score.Ordinals()
			if above < below {
				t.Fatalf("%v stands above %v", list[i-1].Score, list[i].Score)
			}
			if (list[i].Place == list[i-1].Place) != (list[i].Behind == supplier.PriorityKeyNotStated) || list[i].Behind != list[i-1].Before {
				t.Fatalf("place %d and %d: %s, %s", list[i-1].Place, list[i].Place, list[i-1].Before, list[i].Behind)
			}
		}
	}
}

func TestUnknownIsNotLow(t *testing.T) {
	all := []supplier.Candidate{{Supplier: id(1), Salience: plainRisk(3, 3)}, {Supplier: id(2)}}
	for known, want := range map[bool]byte{false: 2, true: 1} {
		got, err := supplier.Prioritize(slices.Values(all), supplier.PriorityOptions{KnownFirst: known})
		if err != nil || got[0].Supplier != id(want) {
			t.Errorf("known first %v: %v, %v", known, places(got), err)
		}
	}
}

func TestAnOrderThatCannotBeIsRefused(t *testing.T) {
	for _, order := range [][]supplier.PriorityKey{{supplier.BySalience}, {supplier.ByControl, supplier.ByControl}, {99}, {supplier.PriorityKeyNotStated}} {
		var bad *supplier.OrderError
		if _, err := supplier.Prioritize(slices.Values([]supplier.Candidate{}), supplier.PriorityOptions{Order: order}); !errors.As(err, &bad) {
			t.Errorf("%v: %v", order, err)
		}
	}
	var item *risk.ItemError
	bad := supplier.Candidate{Salience: risk.Range{Lo: risk.Rating{Scale: 9}}}
	if _, err := supplier.Prioritize(slices.Values([]supplier.Candidate{bad}), supplier.PriorityOptions{}); !errors.As(err, &item) {
		t.Errorf("a salience that is not valid: %v", err)
	}
}

// 1 is the buyer; 2 and 3 supply it; 4 supplies both, 5 supplies 3, 5 and 6 are
// in a cycle, 7 stands alone.
func TestTheGravestRiskBehindASupplier(t *testing.T) {
	var all []supplier.Supplier
	for i := byte(1); i <= 7; i++ {
		all = append(all, supplier.Supplier{ID: id(i), Buyer: i == 1})
	}
	n := network(t, all, [2]byte{2, 1}, [2]byte{3, 1}, [2]byte{4, 2}, [2]byte{4, 3}, [2]byte{5, 3}, [2]byte{5, 6}, [2]byte{6, 5})
	ratings := map[uuid.UUID]risk.Range{id(2): plainRisk(2, 2), id(4): plainRisk(3, 3), id(6): plainRisk(5, 4)}
	g, err := n.Gravest(risk.UNGP(), func(x uuid.UUID) risk.Range { return ratings[x] })
	if err != nil {
		t.Fatal(err)
	}
	for of, at := range map[byte]byte{1: 6, 2: 4, 3: 6, 4: 4, 5: 6, 6: 6} {
		if r, who, ok := g.Of(id(of)); !ok || who != id(at) || r != ratings[id(at)] {
			t.Errorf("behind %d: %v at %d, %v; want that at %d", of, r, who[15], ok, at)
		}
	}
	for _, of := range []byte{7, 8} {
		if _, _, ok := g.Of(id(of)); ok {
			t.Errorf("behind %d: something is known", of)
		}
	}
}

func TestTheGravestRiskBehindAgreesWithLookingUpstream(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	m := risk.UNGP()
	for range 100 {
		var all []supplier.Supplier
		ratings := map[uuid.UUID]risk.Range{}
		for i := range byte(25) {
			all = append(all, supplier.Supplier{ID: id(i + 1), Buyer: i == 0})
			if r.IntN(3) == 0 {
				ratings[id(i+1)] = plainRisk(risk.Level(1+r.IntN(5)), risk.Likelihood(1+r.IntN(5)))
			}
		}
		var links [][2]byte
		for range r.IntN(50) {
			if from, to := byte(2+r.IntN(24)), byte(1+r.IntN(25)); from != to {
				links = append(links, [2]byte{from, to})
			}
		}
		n := network(t, all, links...)
		g, err := n.Gravest(m, func(x uuid.UUID) risk.Range { return ratings[x] })
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			want, found := risk.Ordinal(0), false
			look := func(y uuid.UUID) {
				if s, err := m.ScoreRange(ratings[y]); err == nil && ratings[y] != (risk.Range{}) {
					_, hi := s.Ordinals()
					want, found = max(want, hi), true
				}
			}
			look(x.ID)
			for y := range n.Upstream(x.ID) {
				look(y)
			}
			got, _, ok := g.Of(x.ID)
			s, _ := m.ScoreRange(got)
			if _, hi := s.Ordinals(); ok != found || ok && hi != want {
				t.Fatalf("behind %d: %v, %v; want %d, %v", x.ID[15], got, ok, want, found)
			}
		}
	}
}

func TestScreeningsAreCountedByTheLeastAndTheGravestTheyCanBe(t *testing.T) {
	s := screener(t, supplier.ScreenOptions{}, testTables...)
	all := slices.Repeat([]supplier.Supplier{{Country: "BD", Goods: []string{"bricks"}}, {Country: "DE"}, {}}, 50)
	atLeast, atMost, err := supplier.ProfilesOf(s.Screen(slices.Values(all)))
	if err != nil {
		t.Fatal(err)
	}
	var lo, hi risk.Profile
	for x := range supplier.ScreenedRights(s.Screen(slices.Values(all))) {
		if err := errors.Join(lo.Add(x.Range().Lo), hi.Add(x.Range().Hi)); err != nil {
			t.Fatal(err)
		}
	}
	if !atLeast.Equal(&lo) || !atMost.Equal(&hi) || lo.Equal(&hi) {
		t.Errorf("%d and %d counted", atLeast.Total(), atMost.Total())
	}
}

func BenchmarkPrioritize(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	all := make([]supplier.Candidate, 100_000)
	for i := range all {
		all[i] = supplier.Candidate{Salience: plainRisk(risk.Level(1+r.IntN(5)), risk.Likelihood(1+r.IntN(6))), Looked: risk.YearOf(2010 + r.IntN(12)), Control: risk.CountOf(r.IntN(50)), Leverage: risk.Answer(r.IntN(3))}
	}
	for b.Loop() {
		if _, err := supplier.Prioritize(slices.Values(all), supplier.PriorityOptions{Today: risk.YearOf(2022)}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(all)), "ns/candidate")
}

// How much hangs on a supplier is unknown where nobody has looked; it may be
// the most.
func TestUnknownControlComesBeforeWhatIsKnown(t *testing.T) {
	same := plainRisk(3, 3)
	all := []supplier.Candidate{
		{Supplier: id(1), Salience: same, Control: risk.CountOf(0)},
		{Supplier: id(2), Salience: same, Control: risk.CountOf(1)},
		{Supplier: id(3), Salience: same},
		{Supplier: id(4), Salience: same, Control: risk.CountOf(math.MaxInt)},
	}
	got, err := supplier.Prioritize(slices.Values(all), supplier.PriorityOptions{})
	if want := []byte{3, 4, 2, 1}; err != nil || len(got) != len(want) {
		t.Fatal(got, err)
	} else {
		for i, n := range want {
			if got[i].Supplier != id(n) || got[i].Place != i+1 || i > 0 && got[i].Behind != supplier.ByControl {
				t.Errorf("place %d: %+v, want supplier %d", i+1, got[i], n)
			}
		}
	}
}

// What lies behind a business unit does not lie behind whom the unit supplies:
// 2 is a unit that 3 supplies, and itself supplies 4, who supplies 1.
func TestARiskBehindABusinessUnitIsNotBehindWhomItSupplies(t *testing.T) {
	var all []supplier.Supplier
	for i := byte(1); i <= 4; i++ {
		all = append(all, supplier.Supplier{ID: id(i), Buyer: i <= 2})
	}
	n := network(t, all, [2]byte{3, 2}, [2]byte{2, 4}, [2]byte{4, 1})
	g, err := n.Gravest(risk.UNGP(), func(x uuid.UUID) risk.Range {
		if x == id(3) {
			return plainRisk(5, 4)
		}
		return risk.Range{}
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[byte]bool{1: false, 2: true, 3: true, 4: false} {
		if _, at, ok := g.Of(id(i)); ok != want || ok && at != id(3) {
			t.Errorf("supplier %d: %v at %v, want %v", i, ok, at, want)
		}
	}
}
