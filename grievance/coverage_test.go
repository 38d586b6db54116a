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

func TestWhatIsNotKnownOfASiteOrItsUsersLeavesAccessUnknown(t *testing.T) {
	everywhere := grievance.Reach{Everywhere: true}
	own, chain := []grievance.User{grievance.OwnWorkers}, []grievance.User{grievance.SupplyChainWorkers}
	known := grievance.Tier{Min: 2, Max: 2, Known: true}
	for _, c := range []struct {
		name  string
		m     grievance.Mechanism
		place grievance.Place
		want  risk.Answer
	}{
		{"own workers, tier unknown", grievance.Mechanism{Users: own, Reach: everywhere}, grievance.Place{}, risk.Unknown},
		{"supply chain workers, tier unknown", grievance.Mechanism{Users: chain, Reach: everywhere}, grievance.Place{}, risk.Unknown},
		{"both, tier unknown", grievance.Mechanism{Users: append(own, chain...), Reach: everywhere}, grievance.Place{}, risk.Yes},
		{"own workers at tier 2", grievance.Mechanism{Users: own, Reach: everywhere}, grievance.Place{Tier: known}, risk.No},
		{"a supplier's own, supplier unknown", grievance.Mechanism{Supplier: grievancetest.ID(7), Users: own, Reach: everywhere}, grievance.Place{Tier: known}, risk.Unknown},
		{"by supplier, supplier unknown", grievance.Mechanism{Users: chain, Reach: grievance.Reach{Suppliers: []uuid.UUID{grievancetest.ID(7)}}}, grievance.Place{Tier: known}, risk.Unknown},
		{"by country, country unknown", grievance.Mechanism{Users: chain, Reach: grievance.Reach{Countries: []string{"MY"}}}, grievance.Place{Tier: known, Supplier: grievancetest.ID(7)}, risk.Unknown},
		{"a user that is not stated", grievance.Mechanism{Users: []grievance.User{grievance.UserNotStated}, Reach: everywhere}, grievance.Place{Tier: known}, risk.Unknown},
	} {
		got := grievance.Cover([]grievance.Mechanism{c.m}, slices.Values([]grievance.Place{c.place}), risk.Date{}).Places[0]
		if got.Access != c.want || got.Workers != c.want {
			t.Errorf("%s: access %s, of workers %s; want %s", c.name, got.Access, got.Workers, c.want)
		}
	}
}

func TestAMechanismForWorkersIsNoneForACommunityAndTheOtherWayAbout(t *testing.T) {
	place := grievance.Place{Site: grievancetest.ID(10), Tier: grievance.Tier{Min: 1, Max: 1, Known: true}, Workers: risk.CountOf(500),
		Groups: []risk.GroupID{"women", "local-communities", "consumers-end-users"}}
	for _, c := range []struct {
		name                         string
		users                        []grievance.User
		groups                       []risk.GroupID
		site, workers                risk.Answer
		women, community, endUsers   risk.Answer
		with, without, unknownPeople int
	}{
		{"supply chain workers", []grievance.User{grievance.SupplyChainWorkers}, nil, risk.Yes, risk.Yes, risk.Yes, risk.No, risk.No, 500, 0, 0},
		{"communities", []grievance.User{grievance.Communities}, nil, risk.Yes, risk.No, risk.No, risk.Yes, risk.No, 0, 500, 0},
		{"end users", []grievance.User{grievance.EndUsers}, nil, risk.Yes, risk.No, risk.No, risk.No, risk.Yes, 0, 500, 0},
		{"women", nil, []risk.GroupID{"women"}, risk.Yes, risk.Unknown, risk.Yes, risk.No, risk.No, 0, 0, 500},
		{"own workers", []grievance.User{grievance.OwnWorkers}, nil, risk.No, risk.No, risk.No, risk.No, risk.No, 0, 500, 0},
		{"anyone", []grievance.User{grievance.Anyone}, nil, risk.Yes, risk.Yes, risk.Yes, risk.Yes, risk.Yes, 500, 0, 0},
		{"not stated", nil, nil, risk.Unknown, risk.Unknown, risk.Unknown, risk.Unknown, risk.Unknown, 0, 0, 500},
	} {
		m := grievance.Mechanism{Users: c.users, Groups: c.groups, Reach: grievance.Reach{Everywhere: true}}
		k := grievance.Cover([]grievance.Mechanism{m}, slices.Values([]grievance.Place{place}), risk.Date{})
		if k.Places[0].Access != c.site || k.Places[0].Workers != c.workers {
			t.Errorf("%s: access %s, of workers %s", c.name, k.Places[0].Access, k.Places[0].Workers)
		}
		if l := k.Total; l.WorkersWith != c.with || l.WorkersWithout != c.without || l.WorkersUnknown != c.unknownPeople {
			t.Errorf("%s: %+v", c.name, l)
		}
		for g, want := range map[risk.GroupID]risk.Answer{"women": c.women, "local-communities": c.community, "consumers-end-users": c.endUsers} {
			i := slices.IndexFunc(k.Groups, func(x grievance.GroupCoverage) bool { return x.Group == g })
			if l := k.Groups[i]; (l.With == 1) != (want == risk.Yes) || (l.Without == 1) != (want == risk.No) {
				t.Errorf("%s: %s %+v, want %s", c.name, g, l, want)
			}
		}
	}
}

func TestEveryGroupTakenForOutsidersIsInTheCatalogue(t *testing.T) {
	for _, g := range grievance.Outsiders() {
		if _, ok := risk.Rights().Group(g); !ok {
			t.Errorf("%s is in no catalogue", g)
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
