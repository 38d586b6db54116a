package supplier_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

func TestTierRangesHaveOneSpelling(t *testing.T) {
	for _, s := range []string{"unknown", "0", "2", "1-2", "0-10", "3+", "0+", "1073741823"} {
		r, err := supplier.ParseTierRange(s)
		if err != nil || r.String() != s {
			t.Errorf("%q: %v, %v", s, r, err)
		}
	}
	for _, s := range []string{" 1", "1 ", "+1", "01", "2-1", "2-2", "1-", "-1", "1-2+", "1+-2", "++", "+", "1-2-3", "x", "1073741824", "99999999999999999999", "Unknown", "1–2"} {
		_, err := supplier.ParseTierRange(s)
		var tier *supplier.TierError
		if !errors.As(err, &tier) || tier.Found != s && s != "2-1" {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestUnknownTiersAreNotTierZero(t *testing.T) {
	var unknown supplier.TierRange
	zero := supplier.MustParseTierRange("0")
	if unknown == zero || unknown.Known() || unknown.Contains(0) || !zero.Known() || !zero.Contains(0) {
		t.Error("unknown is taken for tier 0")
	}
	if _, ok := unknown.Min(); ok {
		t.Error("unknown has a nearest tier")
	}
	if _, ok := unknown.Max(); ok {
		t.Error("unknown has a furthest tier")
	}
	b, err := json.Marshal(struct {
		A, B supplier.TierRange
		C    supplier.TierRange `json:",omitzero"`
	}{A: zero})
	if want := `{"A":"0","B":"unknown"}`; err != nil || string(b) != want {
		t.Errorf("%s, %v; want %s", b, err, want)
	}
}

// TestRangesBehaveAsSetsOfTiers compares each pair of ranges of tiers up to 4
// with the sets that they stand for.
func TestRangesBehaveAsSetsOfTiers(t *testing.T) {
	const open = 9 // stands for every tier from 5
	ranges := map[supplier.TierRange][]int{{}: nil}
	for lo := range 5 {
		var set []int
		for hi := lo; hi < 5; hi++ {
			set = append(set, hi)
			r, err := supplier.NewTierRange(lo, hi)
			if err != nil {
				t.Fatal(err)
			}
			ranges[r] = slices.Clone(set)
		}
		r, err := supplier.TierAtLeast(lo)
		if err != nil {
			t.Fatal(err)
		}
		ranges[r] = append(set, open)
	}
	for r, set := range ranges {
		for tier := range 5 {
			if r.Contains(tier) != slices.Contains(set, tier) {
				t.Errorf("%v contains %d: %v", r, tier, r.Contains(tier))
			}
		}
		if r.Open() != slices.Contains(set, open) || r.Open() != r.Contains(1000) {
			t.Errorf("%v is open: %v", r, r.Open())
		}
		for s, other := range ranges {
			within := !slices.ContainsFunc(set, func(tier int) bool { return !slices.Contains(other, tier) })
			if r.Within(s) != within {
				t.Errorf("%v within %v: %v", r, s, r.Within(s))
			}
			u := r.Union(s)
			if u != s.Union(r) || !r.Within(u) || !s.Within(u) {
				t.Errorf("union of %v and %v is %v", r, s, u)
			}
			if all := slices.Concat(set, other); len(all) > 0 {
				lo, _ := u.Min()
				hi, ok := u.Max()
				if !ok {
					hi = open
				}
				if lo != slices.Min(all) || hi != slices.Max(all) {
					t.Errorf("union of %v and %v is %v", r, s, u)
				}
			}
		}
	}
}

func FuzzTierRange(f *testing.F) {
	for _, s := range []string{"", "unknown", "1", "1-2", "3+", "0-0", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := supplier.ParseTierRange(s)
		if err != nil {
			if r != (supplier.TierRange{}) {
				t.Fatalf("%q: %v with an error", s, r)
			}
			return
		}
		if s != "" && r.String() != s {
			t.Fatalf("%q is written %v", s, r)
		}
		var again supplier.TierRange
		if err := again.Scan(r.String()); err != nil || again != r {
			t.Fatalf("%q: %v, %v", s, again, err)
		}
	})
}

func TestAProximityThatCannotBeIsRefused(t *testing.T) {
	r := supplier.MustParseTierRange
	for name, c := range map[string]struct {
		p      supplier.Proximity
		fields []string
	}{
		"unknown":                      {supplier.Proximity{}, nil},
		"own operations":               {supplier.Proximity{OwnOperations: true}, nil},
		"direct and further":           {supplier.Proximity{Upstream: r("1-3"), Directness: supplier.DirectAndIndirect}, nil},
		"direct in another direction":  {supplier.Proximity{Upstream: r("3+"), Reverse: r("1"), Directness: supplier.Direct}, nil},
		"direct, tier not known":       {supplier.Proximity{Directness: supplier.Direct}, nil},
		"tier 0 upstream":              {supplier.Proximity{Upstream: r("0-2")}, []string{"upstream"}},
		"direct and far":               {supplier.Proximity{Upstream: r("3+"), Directness: supplier.Direct}, []string{"directness"}},
		"on site and far":              {supplier.Proximity{Downstream: r("2"), OnSite: true}, []string{"onSite"}},
		"several things wrong at once": {supplier.Proximity{Upstream: r("0"), Reverse: r("0+"), Directness: 9}, []string{"upstream", "reverse", "directness"}},
	} {
		var fields []string
		if err := c.p.Check(); err != nil {
			for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
				fields = append(fields, e.(*supplier.ProximityError).Field)
			}
		}
		if !slices.Equal(fields, c.fields) {
			t.Errorf("%s: %v, want %v", name, fields, c.fields)
		}
	}
}

func TestACategoryStandsWhereItsSuppliersStand(t *testing.T) {
	n := suppliertest.Network(t, device+"\nore: minerals\nore -> acme parts\nsalt: minerals")
	got := n.ProximityOf(n.InCategory(supplier.Minerals))
	r := supplier.MustParseTierRange
	want := supplier.Placement{
		Proximity: supplier.Proximity{Upstream: r("1-4"), Directness: supplier.DirectAndIndirect},
		Shortest:  supplier.Proximity{Upstream: r("1-3"), Directness: supplier.DirectAndIndirect},
		Suppliers: 3, Groups: 1, Unreachable: 1,
		Extremes: []supplier.Extreme{{
			Direction: supplier.Upstream, Nearest: suppliertest.ID("ore"), NearestTier: 1,
			Furthest: suppliertest.ID("mines"), FurthestTier: 3,
		}},
	}
	if !slices.Equal(got.Extremes, want.Extremes) {
		t.Errorf("%+v, want %+v", got.Extremes, want.Extremes)
	}
	got.Extremes, want.Extremes = nil, nil
	if got.Proximity != want.Proximity || got.Shortest != want.Shortest || got.Suppliers != 3 || got.Unreachable != 1 || got.NotFound != 0 || got.Groups != 1 {
		t.Errorf("%+v, want %+v", got, want)
	}
	if none := n.ProximityOf(slices.Values(suppliertest.IDs("not there"))); none.NotFound != 1 || none.Proximity.Known() {
		t.Errorf("%+v", none)
	}
}

func TestAClaimAndTheNetworkDisagreeWhereTheyDo(t *testing.T) {
	n := suppliertest.Network(t, device)
	r := supplier.MustParseTierRange
	id := suppliertest.ID
	type d = supplier.Disagreement
	for name, c := range map[string]struct {
		of      []uuid.UUID
		claimed supplier.Proximity
		want    []d
	}{
		"nothing is claimed": {suppliertest.IDs("mines"), supplier.Proximity{}, nil},
		"the claim is right": {suppliertest.IDs("mines"), supplier.Proximity{Upstream: r("3-4"), Directness: supplier.Indirect}, nil},
		"at least is met":    {suppliertest.IDs("mines"), supplier.Proximity{Upstream: r("3+")}, nil},
		"found further away": {suppliertest.IDs("assembler", "mines"), supplier.Proximity{Upstream: r("1-2")},
			[]d{{Kind: supplier.TierNotClaimed, Direction: supplier.Upstream, Claimed: r("1-2"), Found: r("1-4"), Supplier: id("mines")}}},
		"found nearer": {suppliertest.IDs("assembler", "mines"), supplier.Proximity{Upstream: r("2-4")},
			[]d{{Kind: supplier.TierNotClaimed, Direction: supplier.Upstream, Claimed: r("2-4"), Found: r("1-4"), Supplier: id("assembler")}}},
		"only a longer chain goes further": {suppliertest.IDs("mines"), supplier.Proximity{Upstream: r("3")},
			[]d{{Kind: supplier.ChainNotClaimed, Direction: supplier.Upstream, Claimed: r("3"), Found: r("3-4")}}},
		"claimed and not found": {suppliertest.IDs("assembler"), supplier.Proximity{Upstream: r("1-2")},
			[]d{{Kind: supplier.TierNotFound, Direction: supplier.Upstream, Claimed: r("1-2"), Found: r("1")}}},
		"another direction": {suppliertest.IDs("returns"), supplier.Proximity{Upstream: r("1")},
			[]d{
				{Kind: supplier.TierNotFound, Direction: supplier.Upstream, Claimed: r("1")},
				{Kind: supplier.TierNotClaimed, Direction: supplier.Reverse, Found: r("1"), Supplier: id("returns")},
			}},
		"own operations found": {suppliertest.IDs("acme", "assembler"), supplier.Proximity{Upstream: r("1")},
			[]d{{Kind: supplier.OwnOperationsNotClaimed}}},
		"own operations claimed": {suppliertest.IDs("assembler"), supplier.Proximity{OwnOperations: true, Upstream: r("1")},
			[]d{{Kind: supplier.OwnOperationsNotFound}}},
		"on site found": {suppliertest.IDs("agency"), supplier.Proximity{Upstream: r("1")},
			[]d{{Kind: supplier.OnSiteNotClaimed}}},
		"on site claimed": {suppliertest.IDs("assembler"), supplier.Proximity{Upstream: r("1"), OnSite: true},
			[]d{{Kind: supplier.OnSiteNotFound}}},
		"directness": {suppliertest.IDs("mines"), supplier.Proximity{Directness: supplier.Direct},
			[]d{{Kind: supplier.DirectnessDiffers, ClaimedDirectness: supplier.Direct, FoundDirectness: supplier.Indirect}}},
		"nobody is reached": {suppliertest.IDs("stranger"), supplier.Proximity{Upstream: r("1"), Directness: supplier.Direct},
			[]d{{Kind: supplier.TierNotFound, Direction: supplier.Upstream, Claimed: r("1")}}},
	} {
		p := n.ProximityOf(slices.Values(c.of))
		if got := p.Disagreements(c.claimed); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, got, c.want)
		}
	}
}

func TestAProximityKeepsItsJSON(t *testing.T) {
	p := supplier.Proximity{OnSite: true, Upstream: supplier.MustParseTierRange("1-2"), Reverse: supplier.MustParseTierRange("3+"), Directness: supplier.DirectAndIndirect}
	b, err := json.Marshal(p)
	if want := `{"onSite":true,"upstream":"1-2","reverse":"3+","directness":"direct-and-indirect"}`; err != nil || string(b) != want {
		t.Fatalf("%s, %v; want %s", b, err, want)
	}
	var q supplier.Proximity
	if err := json.Unmarshal(b, &q); err != nil || q != p {
		t.Fatalf("%+v, %v", q, err)
	}
}
