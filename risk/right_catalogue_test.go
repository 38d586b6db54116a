package risk_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

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
	if got, want := ids(c.All()), ids(risk.Rights().All()); !slices.Equal(got, want) {
		t.Errorf("the catalogue has the rights %v after the refusals, want %v", got, want)
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
	if in, _, ok := c.InstrumentOf(risk.Cite("ILO", "C98:")); ok {
		t.Errorf("a citation that breaks off lies in %s", in.ID)
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

func TestTheMinimumLeavesExtensionsOut(t *testing.T) {
	c, err := risk.Rights().With(risk.Right{ID: "acme-data-portability", Names: risk.Names{"en": "Data portability"}})
	if err != nil {
		t.Fatal(err)
	}
	var want []risk.RightID
	for r := range c.All() {
		if !r.Extension {
			want = append(want, r.ID)
		}
	}
	least := c.Minimum()
	if got := ids(least.All()); !slices.Equal(got, want) {
		t.Errorf("the minimum has %d rights: %v", len(got), got)
	}
	for _, id := range []risk.RightID{"clean-environment", "land-resources", "acme-data-portability"} {
		if _, ok := least.Right(id); ok || slices.Contains(ids(least.Find(string(id))), id) {
			t.Errorf("%s is in the minimum", id)
		}
	}
	if len(slices.Collect(least.Groups())) != len(slices.Collect(c.Groups())) || len(slices.Collect(least.Instruments())) != len(slices.Collect(c.Instruments())) {
		t.Error("groups or instruments are lost")
	}
	if got, want := len(ids(c.All())), len(ids(risk.Rights().All()))+1; got != want {
		t.Errorf("the catalogue itself has %d rights left, want %d", got, want)
	}
}

func TestACatalogueWithoutEntriesTakesSome(t *testing.T) {
	var none risk.Catalogue
	c, err := none.With(risk.Right{ID: "x", Names: risk.Names{"en": "X"}})
	if err != nil || c.RightName("x", "en") != "X" || len(ids(c.All())) != 1 || len(ids(none.All())) != 0 {
		t.Errorf("%v, %v", c, err)
	}
	if _, ok := none.Right("life"); ok || next(none.Find("life")) != "" || next(none.Citing(risk.Cite("UDHR", "3"))) != "" {
		t.Error("something is found where nothing is")
	}
}
