package grievance_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// caseType is a case as far as a publication can tell it from others.
type caseType struct {
	mechanism, site int
	country         string
	rights          []risk.RightID
	rejected        bool
	screened        bool
	alone           bool // the attacker asks for the cases that have these rights and no other
}

// open adds n cases of a type to a register.
func (ct caseType) open(t testing.TB, r *grievance.Register, first, n int) {
	for i := range n {
		c := grievancetest.Case(first+i, func(c *grievance.Case) {
			c.Mechanism, c.Site, c.Country, c.Rights = grievancetest.ID(ct.mechanism), grievancetest.ID(ct.site), ct.country, ct.rights
			if ct.screened {
				c.Events = append(c.Events, grievancetest.Event(c, len(c.Events), grievance.Screen, "2021-04-01"))
			}
			if ct.rejected {
				c.Events = append(c.Events, grievancetest.Event(c, len(c.Events), grievance.Reject, "2021-04-01", func(e *grievance.Event) {
					e.Reason, e.Notice = grievance.OutOfScope, grievance.Told
				}))
			}
		})
		if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
			t.Fatal(err, refused)
		}
	}
}

// figuresOf returns every figure of the dimensions of a register, with noughts.
func figuresOf(types []caseType, counts []int) map[string]int {
	f := map[string]int{}
	for i, ct := range types {
		keys := []string{fmt.Sprint("mechanism ", ct.mechanism), fmt.Sprint("site ", ct.site), "country " + ct.country, fmt.Sprint("rejected ", ct.rejected), fmt.Sprint("screened ", ct.screened),
			fmt.Sprint("mechanism ", ct.mechanism, " at site ", ct.site)}
		for _, right := range ct.rights {
			keys = append(keys, "right "+string(right))
		}
		if ct.alone {
			keys = append(keys, fmt.Sprint("rights ", ct.rights, " and no other"))
		}
		for _, key := range keys {
			f[key] += counts[i]
		}
	}
	return f
}

// world is a small world of cases: which there can be, and how many at most.
type world struct {
	types    []caseType
	k, total int
	giveUp   map[grievance.Dimension]string

	// mechanisms are as the host declares them; none for three that take
	// complaints from anyone everywhere.
	mechanisms  []grievance.Mechanism
	byMechanism bool
}

// everywhere declares the mechanisms of the worlds as open to all.
var everywhere = []grievance.Mechanism{mechanismOf(1), mechanismOf(2), mechanismOf(3)}

// mechanismOf returns a mechanism for some sites, for all if none are given.
func mechanismOf(n int, sites ...int) grievance.Mechanism {
	return grievancetest.Mechanism(func(m *grievance.Mechanism) {
		m.ID, m.Deadlines = grievancetest.ID(n), nil
		if len(sites) > 0 {
			m.Reach = grievance.Reach{}
		}
		for _, s := range sites {
			m.Reach.Sites = append(m.Reach.Sites, grievancetest.ID(s))
		}
	})
}

// attempt is one register of a world with what it publishes.
type attempt struct {
	published string
	figures   map[string]int
}

// attack publishes every register of a world. It returns them with the figures
// that each can have, given what is published.
func (w world) attack(t *testing.T) (all []attempt, possible map[string]map[string]map[int]bool) {
	t.Helper()
	possible = map[string]map[string]map[int]bool{}
	if w.mechanisms == nil {
		w.mechanisms = everywhere
	}
	grievance.TablesUpTo(len(w.types), w.total, func(counts []int) {
		r := grievance.NewRegister(endOf2021, w.mechanisms)
		at := 0
		for j, ct := range w.types {
			ct.open(t, r, at, counts[j])
			at += counts[j]
		}
		p, err := r.Publish(grievance.Suppression{Threshold: w.k, GiveUp: w.giveUp, Mechanisms: w.byMechanism})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		a := attempt{string(b), figuresOf(w.types, counts)}
		all = append(all, a)
		if possible[a.published] == nil {
			possible[a.published] = map[string]map[int]bool{}
		}
		for key, n := range a.figures {
			if possible[a.published][key] == nil {
				possible[a.published][key] = map[int]bool{}
			}
			possible[a.published][key][n] = true
		}
	})
	return all, possible
}

// The attacker knows every rule, which site is in which country, and which cases
// there can be at all; tries every register up to a size, publishes it, and keeps
// those whose publication is the one seen, in all its tables together.
func TestWhoTriesEveryRegisterLearnsNoFigureBelowTheThreshold(t *testing.T) {
	safe, pay := []risk.RightID{"safe-work"}, []risk.RightID{"fair-pay"}
	my := func(mechanism, site int) caseType {
		return caseType{mechanism: mechanism, site: site, country: "MY", rights: safe}
	}
	th := func(mechanism, site int) caseType {
		return caseType{mechanism: mechanism, site: site, country: "TH", rights: safe}
	}
	// All cases of mechanism 2 are from three sites, and all of theirs through it:
	// its figure less those of two sites is that of the third.
	union := []caseType{{mechanism: 1, site: 9, country: "KH", rights: safe}, my(1, 10), my(2, 11), my(2, 12), my(2, 13)}
	tied := []grievance.Mechanism{mechanismOf(1, 9, 10), mechanismOf(2, 11, 12, 13)}
	for name, w := range map[string]world{
		"nothing tied to anything":            {types: []caseType{my(1, 10), my(2, 10), th(1, 11), th(2, 11)}, k: 3, total: 15},
		"mechanisms and sites":                {types: []caseType{my(1, 10), my(1, 11), my(2, 10), th(2, 12)}, k: 2, total: 13},
		"a mechanism for one site only":       {types: []caseType{my(1, 10), my(2, 10), my(2, 11)}, k: 3, total: 20},
		"a later mechanism for one site only": {types: []caseType{my(2, 10), my(1, 10), my(1, 11)}, k: 3, total: 20},
		"a mechanism for the last site only":  {types: []caseType{my(2, 12), my(1, 12), my(1, 11)}, k: 3, total: 20},
		"each mechanism its own site":         {types: []caseType{my(1, 10), my(2, 11), my(3, 12)}, k: 3, total: 20},
		"stages of ongoing cases": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY"}, {mechanism: 1, site: 10, country: "MY", screened: true},
			{mechanism: 1, site: 10, country: "MY", rejected: true},
		}, k: 3, total: 20},
		"rights and outcomes": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY", rights: safe}, {mechanism: 1, site: 10, country: "MY", rights: pay},
			{mechanism: 1, site: 10, country: "MY", rights: pay, rejected: true},
			{mechanism: 1, site: 10, country: "MY", rights: append(safe, pay...), rejected: true},
		}, k: 2, total: 13},
		"rights of which each case has one": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY", rights: safe}, {mechanism: 1, site: 10, country: "MY", rights: pay},
			{mechanism: 1, site: 10, country: "MY", rights: []risk.RightID{"privacy"}},
		}, k: 3, total: 20},
		"a right that never comes without another": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY", rights: safe, alone: true}, {mechanism: 1, site: 10, country: "MY", rights: append(safe, pay...)},
			{mechanism: 1, site: 10, country: "MY", rights: []risk.RightID{"privacy"}},
		}, k: 3, total: 20},
		"a right within another within a third": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY", rights: safe, alone: true}, {mechanism: 1, site: 10, country: "MY", rights: append(safe, pay...), alone: true},
			{mechanism: 1, site: 10, country: "MY", rights: append(safe, "fair-pay", "privacy")},
			{mechanism: 1, site: 10, country: "MY", rights: []risk.RightID{"a-first-one"}},
		}, k: 3, total: 20},
		"a mechanism for three sites, by site":      {types: union, mechanisms: tied, k: 2, total: 12},
		"a mechanism for three sites, by mechanism": {types: union, mechanisms: tied, k: 2, total: 12, byMechanism: true},
		"a host that gives up the largest": {types: []caseType{
			{mechanism: 1, site: 10, country: "MY"}, {mechanism: 2, site: 11, country: "MY"}, {mechanism: 3, site: 12, country: "TH", rejected: true},
		}, k: 3, total: 18, giveUp: map[grievance.Dimension]string{grievance.ByCountry: "TH", grievance.ByMechanism: grievancetest.ID(3).String()}},
	} {
		all, possible := w.attack(t)
		tried, known := 0, false
		for _, a := range all {
			for key, n := range a.figures {
				if n == 0 || n >= w.k {
					continue
				}
				tried++
				least := w.k
				if strings.Contains(key, " at ") {
					least = 2 // a figure by two dimensions, which no table has
				}
				if can := possible[a.published][key]; len(can) < least && !known {
					known = true // one is enough
					t.Errorf("%s: from %s it follows that %s, which is %d, is one of %v", name, a.published, key, n, can)
				}
			}
		}
		if tried == 0 {
			t.Errorf("%s: nothing was tried", name)
		}
	}
}

// In these worlds mechanisms, sites, countries, stages and outcomes go together at
// random, and the attacker knows how. That leaves fewer numbers than the threshold
// here and there, and never a single one.
func TestWhoKnowsHowTablesGoTogetherLearnsNoExactFigure(t *testing.T) {
	rng := rand.New(rand.NewPCG(42, 42))
	for range 60 {
		w, countries := world{k: 3, total: 14}, map[int]string{}
		for range 3 {
			ct := caseType{mechanism: 1 + rng.IntN(3), site: 10 + rng.IntN(3), rejected: rng.IntN(3) == 0, screened: rng.IntN(3) == 0}
			if countries[ct.site] == "" {
				countries[ct.site] = []string{"MY", "TH"}[rng.IntN(2)]
			}
			ct.country = countries[ct.site]
			w.types = append(w.types, ct)
		}
		all, possible := w.attack(t)
		for _, a := range all {
			for key, n := range a.figures {
				if n > 0 && n < w.k && len(possible[a.published][key]) < 2 {
					t.Fatalf("%v: from %s it follows that %s is %d", w.types, a.published, key, n)
				}
			}
		}
	}
}

// What remains, and why [grievance.Published] says so. Where a right comes from
// certain countries only, the three tables are equations that, with the rules, have
// one solution here and there. If this finds none any more, the text can promise more.
func TestWhoKnowsWhichRightsComeFromWhichCountriesLearnsAFigureHereAndThere(t *testing.T) {
	safe, pay := []risk.RightID{"safe-work"}, []risk.RightID{"fair-pay"}
	w := world{k: 3, total: 16, types: []caseType{
		{mechanism: 1, site: 10, country: "AA", rights: safe}, {mechanism: 1, site: 11, country: "BB", rights: safe},
		{mechanism: 1, site: 11, country: "BB", rights: pay}, {mechanism: 1, site: 12, country: "MY", rights: pay},
	}}
	all, possible := w.attack(t)
	told := 0
	for _, a := range all {
		if n := a.figures["country MY"]; n > 0 && n < w.k && len(possible[a.published]["country MY"]) == 1 {
			told++
		}
	}
	if told == 0 || told*100 > len(all) {
		t.Errorf("%d of %d registers tell a figure below the threshold", told, len(all))
	}
}

// cells reads the figures that a publication names, with the rests, from its JSON
// form as a stranger would, each with the cases behind it.
func cells(t *testing.T, p *grievance.Published, cases []grievance.Case) (figures []int, behind []map[int]bool) {
	t.Helper()
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Cases  int
		Tables []struct {
			Dimension grievance.Dimension
			Parent    grievance.Dimension
			Key       string
			Rest      int
			Rows      []struct {
				Key   string
				Cases int
			}
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	keys := make([]map[grievance.Dimension][]string, len(cases))
	for i := range cases {
		keys[i] = keysOf(&cases[i])
	}
	add := func(n int, in func(map[grievance.Dimension][]string) bool) {
		set := map[int]bool{}
		for i := range cases {
			if len(cases[i].Events) > 0 && in(keys[i]) {
				set[i] = true
			}
		}
		if len(set) != n {
			t.Fatalf("a figure of %d is published; it counts %d cases", n, len(set))
		}
		figures, behind = append(figures, n), append(behind, set)
	}
	if doc.Cases > 0 {
		add(doc.Cases, func(map[grievance.Dimension][]string) bool { return true })
	}
	for _, table := range doc.Tables {
		in := func(of map[grievance.Dimension][]string) bool {
			return table.Parent == grievance.DimensionNotStated || slices.Contains(of[table.Parent], table.Key)
		}
		var named []string
		for _, row := range table.Rows {
			named = append(named, row.Key)
			add(row.Cases, func(of map[grievance.Dimension][]string) bool {
				return in(of) && slices.Contains(of[table.Dimension], row.Key)
			})
		}
		if table.Rest > 0 {
			add(table.Rest, func(of map[grievance.Dimension][]string) bool {
				return in(of) && !slices.Contains(named, of[table.Dimension][0])
			})
		}
	}
	return figures, behind
}

// declared returns the mechanisms of cases, all open to anyone everywhere.
func declared(cases []grievance.Case) []grievance.Mechanism {
	var all []grievance.Mechanism
	for i := range cases {
		m := mechanismOf(0)
		m.ID = cases[i].Mechanism
		if !slices.ContainsFunc(all, func(o grievance.Mechanism) bool { return o.ID == m.ID }) {
			all = append(all, m)
		}
	}
	return all
}

// keysOf returns the rows in which a case is counted.
func keysOf(c *grievance.Case) map[grievance.Dimension][]string {
	s, _ := c.StateAt(endOf2021)
	return map[grievance.Dimension][]string{
		grievance.ByMechanism: {c.Mechanism.String()},
		grievance.BySite:      {c.Site.String()},
		grievance.ByCountry:   {c.Country},
		grievance.ByOutcome:   {s.Outcome().String()},
		grievance.ByStage:     {s.Stage.String()},
		grievance.ByPeriod:    {grievance.Yearly.Of(s.Reached(grievance.Received))},
		grievance.ByPromise:   {"in-time"},
		grievance.ByRight:     labels(c.Rights),
		grievance.ByGroup:     labels(c.Groups),
	}
}

func labels[T ~string](of []T) []string {
	if len(of) == 0 {
		return []string{""}
	}
	var out []string
	for _, s := range of {
		out = append(out, string(s))
	}
	return out
}

// The attacker takes every two published figures of which one counts only cases
// that the other counts too, and subtracts.
func TestDifferencingPublishedFiguresGivesNoSmallFigure(t *testing.T) {
	named := 0
	for seed := range uint64(120) {
		cases := slices.Collect(grievancetest.Cases(seed, 3+int(seed*seed)%400))
		for i := range cases { // make some tables lie within others
			c := &cases[i]
			switch seed % 4 {
			case 3: // some labels only with others, and those of few countries
				c.Country = []string{"AA", "BB", "MY", "MY"}[i*7%4]
				c.Rights = [][]risk.RightID{{"a"}, {"a", "b"}, {"a", "b"}, {"c"}, {"c", "d"}, {"d"}}[i*i%6:][:1][0]
				c.Groups = [][]risk.GroupID{{"g"}, {"g", "h"}, {"i"}, {"i"}}[i*7%4:][:1][0]
			case 1:
				c.Mechanism = c.Site
			case 2:
				c.Site = grievancetest.ID(100 + i%6)
				c.Mechanism = grievancetest.ID(1 + i%6/2)
				c.Country = []string{"MY", "TH"}[i%6/4]
			}
			c.Events = slices.DeleteFunc(c.Events, func(e grievance.Event) bool { return e.On.After(endOf2021) })
		}
		k := 2 + int(seed)%6
		p, err := register(t, cases, declared(cases)...).Publish(grievance.Suppression{Threshold: k})
		if err != nil {
			t.Fatal(err)
		}
		figures, behind := cells(t, p, cases)
		named += len(figures)
		for i, n := range figures {
			if n < k {
				t.Fatalf("seed %d: a figure of %d is published; the threshold is %d", seed, n, k)
			}
			for j, m := range figures {
				if m <= n || m-n >= k {
					continue
				}
				within := true
				for c := range behind[i] {
					within = within && behind[j][c]
				}
				if within {
					t.Fatalf("seed %d: %d of %d cases are published apart; the other %d can be worked out; the threshold is %d", seed, n, m, m-n, k)
				}
			}
		}
	}
	t.Logf("named %d", named)
	if named < 800 {
		t.Errorf("only %d figures were named in all; a publication that says nothing is safe and useless", named)
	}
}

// bounds is what an attacker knows of a figure.
type bounds struct{ lo, hi int }

// The attacker writes down what the publication says as equations, knows every
// value that a table can have, and narrows the bounds of each figure until they
// narrow no more. As each table adds up to one figure of another, these bounds
// are exact.
func TestBoundsOnSmallFiguresStayWide(t *testing.T) {
	small := 0
	for seed := range uint64(60) {
		cases := slices.Collect(grievancetest.Cases(seed, 20+int(seed*seed)%500))
		for i := range cases {
			cases[i].Events = slices.DeleteFunc(cases[i].Events, func(e grievance.Event) bool { return e.On.After(endOf2021) })
		}
		k := 2 + int(seed)%6
		p, err := register(t, cases, declared(cases)...).Publish(grievance.Suppression{Threshold: k})
		if err != nil {
			t.Fatal(err)
		}
		total, known := p.Cases().Known()
		if !known {
			continue
		}
		keys := make([]map[grievance.Dimension][]string, len(cases))
		for i := range cases {
			keys[i] = keysOf(&cases[i])
		}
		for table := range p.Tables() {
			if table.Dimension.Multiple() || table.Dimension == grievance.ByPromise {
				continue
			}
			parent, truth := total, map[string]int{}
			for i := range cases {
				if len(cases[i].Events) > 0 && (table.Parent == 0 || keys[i][table.Parent][0] == table.Key) {
					truth[keys[i][table.Dimension][0]]++
				}
			}
			for outer := range p.Tables() {
				for _, row := range outer.Rows {
					if table.Parent != 0 && outer.Dimension == table.Parent && row.Key == table.Key {
						parent = row.Cases
					}
				}
			}
			of := map[string]bounds{}
			for key := range truth {
				of[key] = bounds{0, parent}
			}
			for _, row := range table.Rows {
				of[row.Key] = bounds{row.Cases, row.Cases}
			}
			narrow(of, parent)
			for key, n := range truth {
				if n >= k {
					continue
				}
				small++
				if b := of[key]; b.lo > 0 || b.hi < k {
					t.Fatalf("seed %d, threshold %d: %s %s is %d and known to be from %d to %d", seed, k, table.Dimension, key, n, b.lo, b.hi)
				}
			}
		}
	}
	if small < 300 {
		t.Errorf("only %d small figures were attacked", small)
	}
}

// narrow narrows the bounds of figures that add up to total.
func narrow(of map[string]bounds, total int) {
	for changed := true; changed; {
		changed = false
		lo, hi := 0, 0
		for _, b := range of {
			lo, hi = lo+b.lo, hi+b.hi
		}
		for key, b := range of {
			n := bounds{max(b.lo, total-(hi-b.hi)), min(b.hi, total-(lo-b.lo))}
			if n != b {
				of[key], changed = n, true
				lo, hi = lo+n.lo-b.lo, hi+n.hi-b.hi
			}
		}
	}
}
