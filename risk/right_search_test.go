package risk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// next returns the ID of the first right of a sequence.
func next(rights func(func(risk.Right) bool)) risk.RightID {
	for r := range rights {
		return r.ID
	}
	return ""
}

func ids(rights func(func(risk.Right) bool)) []risk.RightID {
	var all []risk.RightID
	for r := range rights {
		all = append(all, r.ID)
	}
	return all
}

func TestRightsAreFoundByInstrumentAndArticle(t *testing.T) {
	for _, c := range []struct {
		cited string
		want  []risk.RightID
	}{
		{"ICCPR:8", []risk.RightID{"slavery", "forced-labour"}},
		{"ICCPR:8(3)", []risk.RightID{"forced-labour"}},
		{"ICCPR:8(3)(a)", []risk.RightID{"forced-labour"}}, // within what is cited
		{"ICESCR:7(a)", []risk.RightID{"just-conditions", "fair-wage", "equal-pay"}},
		{"iccpr:11", []risk.RightID{"no-debt-prison"}},
		{"UDHR:2", []risk.RightID{"non-discrimination"}}, // not UDHR:20 or 25
		{"ILO:C155", []risk.RightID{"safe-work"}},
		{"ILO:C187:3", []risk.RightID{"safe-work"}},
		{"ILO:C98:4", []risk.RightID{"collective-bargaining"}},
		{"ILO:C98", []risk.RightID{"collective-bargaining"}},
		{"ILO:C1", []risk.RightID{"rest-leisure"}}, // not C100
		{"CRC:32", []risk.RightID{"child-labour"}},
		{"UNDRIP:26", []risk.RightID{"land-resources"}},
		{"UNGA:76/300", []risk.RightID{"clean-environment"}},
		{"ICESCR:40", nil},
		{"NOSUCH:1", nil},
		{"", nil},
	} {
		var place risk.Citation
		if err := place.UnmarshalText([]byte(c.cited)); err != nil {
			t.Fatal(err)
		}
		if got := ids(risk.Rights().Citing(place)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.cited, got, c.want)
		}
	}
	for r := range risk.Rights().All() {
		for _, p := range r.Provisions {
			if !slices.Contains(ids(risk.Rights().Citing(p.Citation)), r.ID) {
				t.Errorf("%s is not found by %s", r.ID, p.Citation)
			}
		}
	}
}

func TestRightsAreFoundByWordsInEitherLanguage(t *testing.T) {
	for words, want := range map[string][]risk.RightID{
		"living wage":       {"fair-wage"},
		"CHILD":             {"child-protection", "child-labour"},
		"Égalité":           {"non-discrimination", "equal-pay", "equal-promotion"},
		"egalite":           {"non-discrimination", "equal-pay", "equal-promotion"},
		"travail force":     {"forced-labour"},
		"sante":             {"safe-work", "health"},
		"water":             {"water-sanitation"},
		"safe-work":         {"safe-work"},
		"salaire":           {"fair-wage"},
		"forced vacation":   nil,
		"":                  nil,
		" - ;, ":            nil,
		"\xff\xfe\x00 \x80": nil,
	} {
		if got := ids(risk.Rights().Find(words)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	for r := range risk.Rights().All() {
		for _, words := range []string{string(r.ID), r.Name("en"), strings.ToUpper(r.Name("fr"))} {
			if !slices.Contains(ids(risk.Rights().Find(words)), r.ID) {
				t.Errorf("%s is not found by %q", r.ID, words)
			}
		}
	}
}

func TestGroupsAreTiedToTheInstrumentsThatProtectThem(t *testing.T) {
	c := risk.Rights()
	n := 0
	for g := range c.Groups() {
		n++
		if !kebab.MatchString(string(g.ID)) {
			t.Errorf("%q is not in lower-kebab-case", g.ID)
		}
		for _, cited := range g.Instruments {
			found := false
			for other := range c.GroupsOf(cited) {
				found = found || other.ID == g.ID
			}
			if !found {
				t.Errorf("%s is not found by %s", g.ID, cited)
			}
		}
	}
	if n != 39 {
		t.Errorf("%d groups, want 39", n)
	}
	// Each instrument of UNGP 12, commentary, is tied to a group.
	for _, id := range []string{"ICERD", "CEDAW", "CRC", "ICRMW", "CRPD", "UNDRIP", "ILO:C169", "UNDROP", "HRD-DECLARATION", "GENEVA"} {
		in, ok := c.Instrument(risk.InstrumentID(id))
		if !ok {
			t.Fatalf("no instrument %s", id)
		}
		found := false
		for range c.GroupsOf(in.Cite("")) {
			found = true
			break
		}
		if !found {
			t.Errorf("%s protects no group", id)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("living wage", "ICESCR:7")
	f.Add("é\u0301 \xff", "ILO:C98:4")
	f.Add("", "ILO:C98:")
	f.Fuzz(func(t *testing.T, words, cited string) {
		c := risk.Rights()
		seen := map[risk.RightID]bool{}
		for r := range c.Find(words) {
			if seen[r.ID] {
				t.Fatalf("%s twice", r.ID)
			}
			seen[r.ID] = true
		}
		var place risk.Citation
		if place.UnmarshalText([]byte(cited)) != nil {
			return
		}
		for r := range c.Citing(place) {
			if !slices.ContainsFunc(r.Provisions, func(p risk.Provision) bool {
				return strings.EqualFold(p.Citation.Instrument, place.Instrument)
			}) {
				t.Fatalf("%s is found by %s", r.ID, place)
			}
		}
		if in, article, ok := c.InstrumentOf(place); ok && in.Cite(article) != place {
			t.Fatalf("%s lies in %s at %q", place, in.ID, article)
		}
	})
}
