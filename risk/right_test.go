package risk_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
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

func TestAHostAddsRightsWithoutTouchingTheLibrarys(t *testing.T) {
	before, err := json.Marshal(slices.Collect(risk.Rights().All()))
	if err != nil {
		t.Fatal(err)
	}
	own := risk.Right{
		ID:         "acme-data-portability",
		Names:      risk.Names{"en": "Data portability", "de": "Datenübertragbarkeit"},
		Provisions: []risk.Provision{{risk.Cite("GDPR", "20"), risk.Proclaims}},
	}
	c, err := risk.Rights().With(own)
	if err != nil {
		t.Fatal(err)
	}
	got, ok := c.Right(own.ID)
	if !ok || !got.Extension || got.Name("de") != "Datenübertragbarkeit" {
		t.Errorf("the host's right came back as %+v, %v", got, ok)
	}
	if found := ids(c.Find("datenubertragbarkeit")); !slices.Equal(found, []risk.RightID{own.ID}) {
		t.Errorf("found by its name: %v", found)
	}
	if found := ids(c.Citing(risk.Cite("GDPR", ""))); !slices.Equal(found, []risk.RightID{own.ID}) {
		t.Errorf("found by its instrument: %v", found)
	}
	own.Names["en"], own.Provisions[0].Citation = "changed", risk.Citation{}
	got.Names["en"], got.Provisions[0].Citation = "changed", risk.Citation{}
	if again, _ := c.Right(own.ID); again.Name("en") != "Data portability" || again.Provisions[0].Citation.String() != "GDPR:20" {
		t.Errorf("a change outside reached the catalogue: %+v", again)
	}
	if _, ok := risk.Rights().Right(own.ID); ok {
		t.Error("the host's right reached the library's catalogue")
	}
	after, err := json.Marshal(slices.Collect(risk.Rights().All()))
	if err != nil || string(before) != string(after) {
		t.Errorf("the library's catalogue changed (%v)", err)
	}
}

func TestWhatCannotBeAddedIsRefusedAndNothingChanges(t *testing.T) {
	named := risk.Names{"en": "Name"}
	c := risk.Rights()
	for name, add := range map[string]func() (*risk.Catalogue, error){
		"taken": func() (*risk.Catalogue, error) { return c.With(risk.Right{ID: "life", Names: named}) },
		"twice": func() (*risk.Catalogue, error) {
			return c.With(risk.Right{ID: "a", Names: named}, risk.Right{ID: "a", Names: named})
		},
		"no ID":             func() (*risk.Catalogue, error) { return c.With(risk.Right{Names: named}) },
		"underscore":        func() (*risk.Catalogue, error) { return c.With(risk.Right{ID: "safe_work", Names: named}) },
		"hyphen at the end": func() (*risk.Catalogue, error) { return c.With(risk.Right{ID: "safe-", Names: named}) },
		"no name":           func() (*risk.Catalogue, error) { return c.With(risk.Right{ID: "a"}) },
		"blank name":        func() (*risk.Catalogue, error) { return c.With(risk.Right{ID: "a", Names: risk.Names{"en": " "}}) },
		"group taken":       func() (*risk.Catalogue, error) { return c.WithGroups(risk.Group{ID: "women", Names: named}) },
		"group twice": func() (*risk.Catalogue, error) {
			return c.WithGroups(risk.Group{ID: "a", Names: named}, risk.Group{ID: "a", Names: named})
		},
		"group in capitals":  func() (*risk.Catalogue, error) { return c.WithGroups(risk.Group{ID: "A", Names: named}) },
		"instrument taken":   func() (*risk.Catalogue, error) { return c.WithInstruments(risk.Instrument{ID: "CRC", Names: named}) },
		"instrument no ID":   func() (*risk.Catalogue, error) { return c.WithInstruments(risk.Instrument{Names: named}) },
		"instrument no name": func() (*risk.Catalogue, error) { return c.WithInstruments(risk.Instrument{ID: "GDPR"}) },
		"instrument colon":   func() (*risk.Catalogue, error) { return c.WithInstruments(risk.Instrument{ID: ":", Names: named}) },
		"no language":        func() (*risk.Catalogue, error) { return c.Translated(risk.Translation{}) },
		"no such right": func() (*risk.Catalogue, error) {
			return c.Translated(risk.Translation{Language: "de", Rights: map[risk.RightID]string{"x": "X", "life": "L"}})
		},
		"no such group": func() (*risk.Catalogue, error) {
			return c.Translated(risk.Translation{Language: "de", Groups: map[risk.GroupID]string{"x": "X"}})
		},
		"no such instrument": func() (*risk.Catalogue, error) {
			return c.Translated(risk.Translation{Language: "de", Instruments: map[risk.InstrumentID]string{"x": "X"}})
		},
	} {
		got, err := add()
		var refused *risk.CatalogueError
		if got != nil || !errors.As(err, &refused) || refused.Why == "" || refused.Error() == "" {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if n := len(ids(c.All())); n != 53 {
		t.Errorf("the catalogue has %d rights after the refusals", n)
	}
}

func TestAHostsInstrumentIsNotPartOfTheMinimum(t *testing.T) {
	c, err := risk.Rights().WithInstruments(risk.Instrument{
		ID: "ILO:C190", Names: risk.Names{"en": "Violence and Harassment Convention"}, Year: 2019,
		Minimum: true, Labour: risk.LabourSafeWork,
	})
	if err != nil {
		t.Fatal(err)
	}
	in, article, ok := c.InstrumentOf(risk.Cite("ILO", "C190:1"))
	if !ok || article != "1" || in.Minimum || in.Labour != risk.LabourNotStated {
		t.Errorf("got %+v, %q, %v", in, article, ok)
	}
}

func TestATranslationAddsNamesAndIsSearched(t *testing.T) {
	c, err := risk.Rights().Translated(risk.Translation{
		Language:    "de",
		Rights:      map[risk.RightID]string{"life": "Recht auf Leben"},
		Groups:      map[risk.GroupID]string{"women": "Frauen"},
		Instruments: map[risk.InstrumentID]string{"CRC": "Kinderrechtskonvention"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.RightName("life", "de-AT"); got != "Recht auf Leben" {
		t.Errorf("right: %q", got)
	}
	if got := c.GroupName("women", "DE"); got != "Frauen" {
		t.Errorf("group: %q", got)
	}
	if in, _ := c.Instrument("CRC"); in.Name("de") != "Kinderrechtskonvention" {
		t.Errorf("instrument: %q", in.Name("de"))
	}
	if got := ids(c.Find("leben")); !slices.Equal(got, []risk.RightID{"life"}) {
		t.Errorf("found %v", got)
	}
	if got := risk.Rights().RightName("life", "de"); got != "Right to life" {
		t.Errorf("the library's catalogue changed: %q", got)
	}
}

func TestANameIsGivenInTheNearestLanguage(t *testing.T) {
	n := risk.Names{"en": "e", "fr": "f", "fr-CA": "c", "zh-Hant": "z"}
	for lang, want := range map[string]string{
		"fr": "f", "FR": "f", "fr-BE": "f", "fr-ca": "c", "fr-CA-x-y": "c", "zh-Hant-TW": "z", "zh": "e", "de": "e", "": "e", "-": "e", "--": "e",
	} {
		if got := n.In(lang); got != want {
			t.Errorf("%q: %q, want %q", lang, got, want)
		}
	}
	if got := (risk.Names{"nl": "n", "de": "d"}).In("fr"); got != "d" {
		t.Errorf("without English: %q, want the first by the alphabet", got)
	}
	if got := risk.Names(nil).In("en"); got != "" {
		t.Errorf("without names: %q", got)
	}
	if got := (risk.Right{ID: "x"}).Name("en"); got != "x" {
		t.Errorf("a right without names is called %q", got)
	}
}

func TestUnknownIDsAreSaidNotGuessed(t *testing.T) {
	c := risk.Rights()
	if r, ok := c.Right("lif"); ok || !reflect.DeepEqual(r, risk.Right{}) {
		t.Errorf("right: %+v", r)
	}
	if _, ok := c.Group("woman"); ok {
		t.Error("group")
	}
	if _, ok := c.Instrument("C29"); ok {
		t.Error("instrument")
	}
	if in, _, ok := c.InstrumentOf(risk.Citation{}); ok {
		t.Errorf("the citation of nothing lies in %s", in.ID)
	}
	if c.RightName("lif", "en") != "lif" || c.GroupName("woman", "en") != "woman" {
		t.Error("the name of what is unknown is not its ID")
	}
}

func TestACatalogueIsSharedByGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			c := risk.Rights()
			for r := range c.All() {
				r.Names["en"] = "mine"
				c.Find(r.Name("fr"))(func(risk.Right) bool { return false })
			}
			if _, err := c.With(risk.Right{ID: "x", Names: risk.Names{"en": "x"}}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := risk.Rights().RightName("life", "en"); got != "Right to life" {
		t.Errorf("a caller renamed life to %q", got)
	}
}

func TestEveryRightAndGroupRoundTripsInJSON(t *testing.T) {
	for r := range risk.Rights().All() {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back risk.Right
		if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, r) {
			t.Errorf("%s came back as %+v, %v", r.ID, back, err)
		}
	}
	for g := range risk.Rights().Groups() {
		b, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		var back risk.Group
		if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, g) {
			t.Errorf("%s came back as %+v, %v", g.ID, back, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("living wage", "ICESCR:7")
	f.Add("é\u0301 \xff", "ILO:C98:4")
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
