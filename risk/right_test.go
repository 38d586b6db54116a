package risk_test

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func TestTheCatalogueHasEveryRightOfTheBillAndTwoExtensions(t *testing.T) {
	var ids, extensions []risk.RightID
	for r := range risk.Rights().All() {
		if !kebab.MatchString(string(r.ID)) {
			t.Errorf("%q is not in lower-kebab-case", r.ID)
		}
		if slices.Contains(ids, r.ID) {
			t.Errorf("%s is there twice", r.ID)
		}
		ids = append(ids, r.ID)
		if r.Extension {
			extensions = append(extensions, r.ID)
		}
		if len(r.Provisions) == 0 {
			t.Errorf("%s rests on nothing", r.ID)
		}
	}
	if len(ids) != 53 {
		t.Errorf("%d rights, want 53", len(ids))
	}
	if want := []risk.RightID{"clean-environment", "land-resources"}; !slices.Equal(extensions, want) {
		t.Errorf("extensions %v, want %v", extensions, want)
	}
}

func TestEveryEntryHasItsOwnNameInEnglishAndFrench(t *testing.T) {
	c := risk.Rights()
	check := func(kind, id string, names risk.Names, seen map[string]string) {
		if len(names) != 2 {
			t.Errorf("%s %s has names in %d languages, want 2", kind, id, len(names))
		}
		for lang, name := range names {
			if strings.TrimSpace(name) == "" || name != strings.TrimSpace(name) {
				t.Errorf("%s %s: name in %s is %q", kind, id, lang, name)
			}
			if other, taken := seen[lang+name]; taken {
				t.Errorf("%s %s and %s are both called %q", kind, id, other, name)
			}
			seen[lang+name] = id
		}
	}
	rights, groups, instruments := map[string]string{}, map[string]string{}, map[string]string{}
	for r := range c.All() {
		check("right", string(r.ID), r.Names, rights)
	}
	for g := range c.Groups() {
		check("group", string(g.ID), g.Names, groups)
	}
	for i := range c.Instruments() {
		check("instrument", string(i.ID), i.Names, instruments)
	}
}

// everyCitation returns all citations of the catalogue and where they stand.
func everyCitation(c *risk.Catalogue) map[string][]risk.Citation {
	all := map[string][]risk.Citation{}
	for r := range c.All() {
		for _, p := range r.Provisions {
			all["right "+string(r.ID)] = append(all["right "+string(r.ID)], p.Citation)
		}
	}
	for g := range c.Groups() {
		all["group "+string(g.ID)] = g.Instruments
	}
	for i := range c.Instruments() {
		for _, a := range i.Articles {
			all["instrument "+string(i.ID)] = append(all["instrument "+string(i.ID)], i.Cite(a))
		}
	}
	for l := range c.Listings() {
		all[l.Law.String()] = l.Sources
	}
	return all
}

var article = regexp.MustCompile(`^([0-9]+)(\([0-9a-z]+\))*$`)

func TestEveryArticleNumberIsWithinItsInstrument(t *testing.T) {
	// What the Covenants proclaim ends before the articles on procedure.
	substantive := map[risk.InstrumentID]int{"UDHR": 30, "ICCPR": 27, "ICESCR": 15}
	c := risk.Rights()
	for where, citations := range everyCitation(c) {
		for _, cited := range citations {
			in, at, ok := c.InstrumentOf(cited)
			if !ok {
				t.Errorf("%s: the catalogue does not have the instrument of %s", where, cited)
				continue
			}
			if at == "" {
				continue
			}
			m := article.FindStringSubmatch(at)
			if m == nil {
				t.Errorf("%s: %s does not point at an article", where, cited)
				continue
			}
			n, err := strconv.Atoi(m[1])
			if err != nil {
				t.Fatal(err)
			}
			last := in.LastArticle
			if s := substantive[in.ID]; s > 0 {
				last = s
			}
			if in.LastArticle > 0 && (n < 1 || n > last) {
				t.Errorf("%s: %s is not within articles 1 to %d", where, cited, last)
			}
		}
	}
}

func TestProvisionsStandInOneOrderAndOnce(t *testing.T) {
	for r := range risk.Rights().All() {
		seen := map[risk.Citation]bool{}
		for _, p := range r.Provisions {
			if seen[p.Citation] {
				t.Errorf("%s cites %s twice", r.ID, p.Citation)
			}
			seen[p.Citation] = true
			if p.Bearing == risk.BearingNotStated || !p.Bearing.Valid() {
				t.Errorf("%s: the bearing of %s is not stated", r.ID, p.Citation)
			}
		}
	}
}

// A right of the minimum rests on an instrument of the minimum; an extension
// is not proclaimed by one.
func TestTheMinimumIsWhatTheMinimumInstrumentsState(t *testing.T) {
	c := risk.Rights()
	for r := range c.All() {
		proclaimed := false
		for _, p := range r.Provisions {
			in, _, _ := c.InstrumentOf(p.Citation)
			if in.Minimum && (p.Bearing == risk.Proclaims || p.Bearing == risk.ProclaimsPart || p.Bearing == risk.Implies && !r.Extension) {
				proclaimed = true
			}
		}
		if proclaimed == r.Extension {
			t.Errorf("%s: extension %v, yet proclaimed by the minimum %v", r.ID, r.Extension, proclaimed)
		}
	}
}

func TestTheILOHasTenFundamentalConventionsAndAProtocol(t *testing.T) {
	want := map[risk.LabourPrinciple][]risk.InstrumentID{
		risk.LabourAssociation:    {"ILO:C87", "ILO:C98"},
		risk.LabourForcedLabour:   {"ILO:C29", "ILO:P29", "ILO:C105"},
		risk.LabourChildLabour:    {"ILO:C138", "ILO:C182"},
		risk.LabourDiscrimination: {"ILO:C100", "ILO:C111"},
		risk.LabourSafeWork:       {"ILO:C155", "ILO:C187"},
	}
	got, minimum := map[risk.LabourPrinciple][]risk.InstrumentID{}, []risk.InstrumentID{}
	for i := range risk.Rights().Instruments() {
		if i.Labour != risk.LabourNotStated {
			got[i.Labour] = append(got[i.Labour], i.ID)
		}
		if i.Minimum && i.Labour == risk.LabourNotStated {
			minimum = append(minimum, i.ID)
		}
		if !i.Minimum && i.Labour != risk.LabourNotStated {
			t.Errorf("%s is fundamental and not part of the minimum", i.ID)
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("fundamental instruments:\n got %v\nwant %v", got, want)
	}
	if bill := []risk.InstrumentID{"UDHR", "ICCPR", "ICESCR"}; !slices.Equal(minimum, bill) {
		t.Errorf("the rest of the minimum is %v, want %v", minimum, bill)
	}
}

func TestEachFundamentalConventionProtectsARight(t *testing.T) {
	c := risk.Rights()
	for i := range c.Instruments() {
		if !i.Minimum || i.Labour == risk.LabourNotStated {
			continue
		}
		if next(c.Citing(i.Cite(""))) == "" {
			t.Errorf("no right rests on %s", i.ID)
		}
	}
}
