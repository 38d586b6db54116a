package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleRights() {
	r, ok := risk.Rights().Right("safe-work")
	fmt.Println(ok, r.Name("en"))
	for _, p := range r.Provisions {
		fmt.Println(" ", p.Citation, p.Bearing)
	}
	// Output:
	// true Safe and healthy working conditions
	//   UDHR:23(1) proclaims-part
	//   ICESCR:7(b) proclaims
	//   ICESCR:12(2)(b) proclaims
	//   ICESCR:12(2)(c) proclaims
	//   ILO:C155 proclaims
	//   ILO:C187 proclaims
}

func ExampleRight() {
	r, _ := risk.Rights().Right("asylum")
	b, _ := json.MarshalIndent(r, "", "  ")
	fmt.Println(string(b))
	// Output:
	// {
	//   "id": "asylum",
	//   "names": {
	//     "en": "Right to seek asylum",
	//     "fr": "Droit d'asile"
	//   },
	//   "provisions": [
	//     {
	//       "citation": "UDHR:14",
	//       "bearing": "proclaims"
	//     }
	//   ]
	// }
}

func ExampleRight_Name() {
	r, _ := risk.Rights().Right("forced-labour")
	fmt.Println(r.Name("fr-CA"))
	fmt.Println(r.Name("de")) // none: English
	// Output:
	// Interdiction du travail forcé ou obligatoire
	// Freedom from forced or compulsory labour
}

func ExampleRightID() {
	for _, id := range []risk.RightID{"privacy", "privasy"} {
		_, ok := risk.Rights().Right(id)
		fmt.Println(id, ok)
	}
	// Output:
	// privacy true
	// privasy false
}

func ExampleProvision() {
	r, _ := risk.Rights().Right("water-sanitation")
	for _, p := range r.Provisions {
		fmt.Println(p.Citation, p.Bearing)
	}
	// Output:
	// UDHR:25(1) implies
	// ICESCR:11 implies
	// ICESCR:12 implies
	// CESCR:GC15 proclaims
	// UNGA:64/292 proclaims
}

func ExampleBearing() {
	for _, b := range []risk.Bearing{risk.Proclaims, risk.ProclaimsPart, risk.Implies, risk.Relates, risk.Specifies} {
		fmt.Println(b)
	}
	// Output:
	// proclaims
	// proclaims-part
	// implies
	// relates
	// specifies
}

func ExampleCatalogue() {
	extensions := 0
	for r := range risk.Rights().All() {
		if r.Extension {
			fmt.Println(r.Name("en"))
			extensions++
		}
	}
	fmt.Println(extensions, "outside the minimum of UNGP 12")
	// Output:
	// Clean, healthy and sustainable environment
	// Land, territories, resources
	// 2 outside the minimum of UNGP 12
}

func ExampleCatalogue_Right() {
	r, ok := risk.Rights().Right("equal-pay")
	fmt.Println(r.Name("fr"), ok)
	// Output:
	// Égalité de rémunération true
}

func ExampleCatalogue_RightName() {
	fmt.Println(risk.Rights().RightName("food", "fr"))
	fmt.Println(risk.Rights().RightName("host-x", "fr")) // not in the catalogue
	// Output:
	// Alimentation, droit d'être à l'abri de la faim
	// host-x
}

func ExampleCatalogue_All() {
	for r := range risk.Rights().All() {
		if r.Extension { // beyond the International Bill and the fundamental conventions
			fmt.Println(r.ID, "-", r.Name("en"))
		}
	}
	// Output:
	// clean-environment - Clean, healthy and sustainable environment
	// land-resources - Land, territories, resources
}

func ExampleCatalogue_Find() {
	for r := range risk.Rights().Find("SANTE") {
		fmt.Println(r.ID, "-", r.Name("fr"))
	}
	// Output:
	// safe-work - Sécurité et santé au travail
	// health - Meilleur état de santé possible
}

func ExampleCatalogue_Citing() {
	for r := range risk.Rights().Citing(risk.Cite("ICESCR", "7(a)")) {
		fmt.Println(r.ID)
	}
	// Output:
	// just-conditions
	// fair-wage
	// equal-pay
}

func ExampleCatalogue_With() {
	c, err := risk.Rights().With(risk.Right{
		ID:    "acme-disconnect",
		Names: risk.Names{"en": "Right to disconnect", "fr": "Droit à la déconnexion"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := c.Right("acme-disconnect")
	fmt.Println(r.Name("fr"), r.Extension)
	_, shared := risk.Rights().Right("acme-disconnect")
	fmt.Println("in the library's catalogue:", shared)
	// Output:
	// Droit à la déconnexion true
	// in the library's catalogue: false
}

func ExampleCatalogue_Minimum() {
	_, all := risk.Rights().Right("clean-environment")
	_, least := risk.Rights().Minimum().Right("clean-environment")
	fmt.Println("in the catalogue:", all)
	fmt.Println("in the minimum of UNGP 12:", least)
	// Output:
	// in the catalogue: true
	// in the minimum of UNGP 12: false
}

func ExampleCatalogueError() {
	_, err := risk.Rights().With(risk.Right{ID: "life", Names: risk.Names{"en": "Life"}})
	var refused *risk.CatalogueError
	fmt.Println(errors.As(err, &refused), refused.ID)
	fmt.Println(err)
	// Output:
	// true life
	// right "life" is not taken into the catalogue: the ID is taken; choose another, for instance with a prefix of your own
}

func ExampleCatalogue_Translated() {
	c, err := risk.Rights().Translated(risk.Translation{
		Language: "es",
		Rights:   map[risk.RightID]string{"education": "Derecho a la educación"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.RightName("education", "es-MX"))
	// Output:
	// Derecho a la educación
}

func ExampleTranslation() {
	_, err := risk.Rights().Translated(risk.Translation{
		Language: "es",
		Groups:   map[risk.GroupID]string{"woman": "Mujeres"},
	})
	fmt.Println(err)
	// Output:
	// group of rightsholders "woman" is not taken into the catalogue: there is none to translate; add it with WithGroups first
}

func ExampleNames() {
	fmt.Println(risk.Names{"en": "Water", "fr": "Eau"}.In("fr"))
	// Output:
	// Eau
}

func ExampleNames_In() {
	n := risk.Names{"en": "Water", "fr": "Eau", "de": "Wasser"}
	fmt.Println(n.In("de-AT"), n.In("FR"), n.In("it"))
	// Output:
	// Wasser Eau Water
}

func ExampleCatalogue_Listings() {
	for l := range risk.Rights().Listings() {
		if l.Law.String() == "CSDDD:Annex-I-1(7)" {
			fmt.Println(l.Rights, l.Sources, l.Alike)
		}
	}
	// Output:
	// [housing food clothing water-sanitation] [ICESCR:11] [LkSG:2(2)(5) LkSG:2(2)(9)]
}

func ExampleListing() {
	for l := range risk.Rights().Listings() {
		b, _ := json.Marshal(l)
		fmt.Println(string(b))
		break
	}
	// Output:
	// {"law":"CSDDD:Annex-I-1(1)","rights":["life"],"sources":["ICCPR:6(1)"],"alike":["LkSG:2(2)(11)"]}
}

func ExampleCatalogue_Laws() {
	fmt.Println(risk.Rights().Laws("child-labour"))
	fmt.Println(risk.Rights().Laws("asylum"))
	// Output:
	// [CSDDD:Annex-I-1(9) CSDDD:Annex-I-1(10) LkSG:2(2)(1) LkSG:2(2)(2)]
	// []
}

func ExampleCatalogueVersion() {
	fmt.Println(risk.CatalogueVersion)
	// Output:
	// 1.0.0
}

func ExampleCatalogue_MarshalJSON() {
	b, err := json.Marshal(risk.Rights())
	fmt.Println(string(b[:40]), err)
	// Output:
	// {"version":"1.0.0","rights":[{"id":"self <nil>
}
