package grievance_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestAccessNeedsReachAndBeingAllowed(t *testing.T) {
	site, supplierID := grievancetest.ID(10), grievancetest.ID(20)
	place := grievance.Place{Site: site, Supplier: supplierID, Country: "MY", Tier: grievance.Tier{Min: 2, Max: 3, Known: true}, Workers: risk.CountOf(100)}
	anyone, supplyChain := []grievance.User{grievance.Anyone}, []grievance.User{grievance.SupplyChainWorkers}
	for _, c := range []struct {
		name string
		m    grievance.Mechanism
		on   string
		want risk.Answer
	}{
		{"everywhere, anyone", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Everywhere: true}}, "", risk.Yes},
		{"by site", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Sites: []uuid.UUID{site}}}, "", risk.Yes},
		{"by supplier", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Suppliers: []uuid.UUID{supplierID}}}, "", risk.Yes},
		{"by country", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Countries: []string{"MY"}}}, "", risk.Yes},
		{"by tier", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{MaxTier: 2}}, "", risk.Yes},
		{"beyond the tier", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{MaxTier: 1}}, "", risk.No},
		{"another site", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Sites: []uuid.UUID{grievancetest.ID(11)}}}, "", risk.No},
		{"own workers of another supplier", grievance.Mechanism{Supplier: grievancetest.ID(21), Users: []grievance.User{grievance.OwnWorkers}, Reach: grievance.Reach{Everywhere: true}}, "", risk.No},
		{"own workers of the supplier", grievance.Mechanism{Supplier: supplierID, Users: []grievance.User{grievance.OwnWorkers}, Reach: grievance.Reach{Everywhere: true}}, "", risk.Yes},
		{"supply chain workers", grievance.Mechanism{Users: supplyChain, Reach: grievance.Reach{Everywhere: true}}, "", risk.Yes},
		{"communities only", grievance.Mechanism{Users: []grievance.User{grievance.Communities}, Reach: grievance.Reach{Everywhere: true}}, "", risk.No},
		{"reach not stated", grievance.Mechanism{Users: anyone}, "", risk.Unknown},
		{"users not stated", grievance.Mechanism{Reach: grievance.Reach{Everywhere: true}}, "", risk.Unknown},
		{"not yet open", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Everywhere: true}, Period: risk.Period{From: risk.YearOf(2022)}}, "2021-06-01", risk.No},
		{"open then", grievance.Mechanism{Users: anyone, Reach: grievance.Reach{Everywhere: true}, Period: risk.Period{From: risk.YearOf(2020)}}, "2021-06-01", risk.Yes},
	} {
		var on risk.Date
		if c.on != "" {
			on = risk.MustParseDate(c.on)
		}
		got := grievance.Cover([]grievance.Mechanism{c.m}, slices.Values([]grievance.Place{place}), on)
		if got.Places[0].Access != c.want {
			t.Errorf("%s: access %s, want %s", c.name, got.Places[0].Access, c.want)
		}
	}
}

func TestAGroupWithoutAccessIsFoundAtASiteThatHasIt(t *testing.T) {
	places := []grievance.Place{{Site: grievancetest.ID(10), Groups: []risk.GroupID{"migrant-workers-international", "women"}}}
	womenOnly := grievancetest.Mechanism(func(m *grievance.Mechanism) {
		m.Users, m.Groups = nil, []risk.GroupID{"women"}
	})
	c := grievance.Cover([]grievance.Mechanism{womenOnly}, slices.Values(places), risk.Date{})
	if c.Total.With != 1 {
		t.Errorf("%+v: a site where one group has access has it", c.Total)
	}
	if g := c.Groups[0]; g.Group != "migrant-workers-international" || g.Without != 1 || g.With != 0 {
		t.Errorf("%+v", g)
	}
	if g := c.Groups[1]; g.Group != "women" || g.With != 1 {
		t.Errorf("%+v", g)
	}
}

func TestEverySiteAndWorkerIsCountedOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	groups := []risk.GroupID{"women", "children", "migrant-workers-international"}
	for range 200 {
		var places []grievance.Place
		for i := range rng.IntN(30) {
			p := grievance.Place{Site: grievancetest.ID(100 + i), Supplier: grievancetest.ID(200 + rng.IntN(5)), Country: []string{"", "MY", "FR"}[rng.IntN(3)]}
			p.Tier = grievance.Tier{Min: uint8(rng.IntN(4)), Known: rng.IntN(4) > 0}
			if rng.IntN(3) > 0 {
				p.Workers = risk.CountOf(rng.IntN(1000))
			}
			p.Groups = groups[:rng.IntN(4)]
			places = append(places, p)
		}
		var mechanisms []grievance.Mechanism
		for range rng.IntN(3) {
			mechanisms = append(mechanisms, grievancetest.Mechanism(func(m *grievance.Mechanism) {
				m.Reach = []grievance.Reach{{}, {Everywhere: true}, {MaxTier: 2}, {Countries: []string{"MY"}}, {Suppliers: []uuid.UUID{grievancetest.ID(201)}}}[rng.IntN(5)]
				m.Users = []grievance.User{grievance.User(rng.IntN(7))}
			}))
		}
		c := grievance.Cover(mechanisms, slices.Values(places), risk.Date{})
		sites, workers, uncounted := 0, 0, 0
		for _, l := range c.ByTier {
			sites += l.With + l.Without + l.Unknown
			workers += l.WorkersWith + l.WorkersWithout + l.WorkersUnknown
			uncounted += l.Uncounted
		}
		if sites != len(places) || c.Total.With+c.Total.Without+c.Total.Unknown != len(places) {
			t.Fatalf("%d sites, %d by tier, total %+v", len(places), sites, c.Total)
		}
		if workers != c.Total.WorkersWith+c.Total.WorkersWithout+c.Total.WorkersUnknown || uncounted != c.Total.Uncounted {
			t.Fatalf("%d workers by tier, total %+v", workers, c.Total)
		}
		if len(mechanisms) == 0 && c.Total.Without != len(places) {
			t.Fatalf("without any mechanism %+v", c.Total)
		}
	}
}
