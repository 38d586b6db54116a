package supplier_test

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func ExampleSupplier() {
	kiln := supplier.Supplier{
		ID:         supplier.KeyID("sap", "4711"), // the same on every run
		Name:       "Kiln & Sons",
		Country:    "BD",
		Categories: []supplier.Category{supplier.Manufacturing, "kiln-furniture"}, // the second is the host's own
		Keys:       []supplier.OutsideKey{{System: "sap", Key: "4711"}},
	}
	b, _ := json.Marshal(kiln)
	fmt.Println(string(b))
	// Output:
	// {"id":"eceb4cb8-095e-5274-bcb1-f845c14c4820","name":"Kiln \u0026 Sons","country":"BD","categories":["manufacturing","kiln-furniture"],"keys":[{"system":"sap","key":"4711"}]}
}

func ExampleSite() {
	site := supplier.Site{Name: "Plant 2", Country: "BD", Place: supplier.Place{Latitude: 23.8, Longitude: 90.4}}
	fmt.Println(site.Name, site.Country, site.Workforce.Total) // nobody has said how many work there
	// Output:
	// Plant 2 BD not-stated
}

func ExamplePlace() {
	for _, p := range []supplier.Place{{Latitude: 23.8, Longitude: 90.4}, {Latitude: 123}, {}} {
		fmt.Println(p.Valid(), p == supplier.Place{})
	}
	// Output:
	// true false
	// false false
	// true true
}

func ExamplePlace_Valid() {
	fmt.Println(supplier.Place{Latitude: -91}.Valid())
	// Output:
	// false
}

func ExampleOutsideKey() {
	k := supplier.OutsideKey{System: supplier.SystemOSHub, Key: "BD2020021QK28YZ"}
	fmt.Println(k.System, k.Key)
	// Output:
	// os-hub BD2020021QK28YZ
}

func ExampleOutsideKey_ID() {
	k := supplier.OutsideKey{System: supplier.SystemCID, Key: "CID001234"}
	fmt.Println(k.ID() == supplier.KeyID(supplier.SystemCID, "CID001234"))
	// Output:
	// true
}

func ExampleKeyID() {
	fmt.Println(supplier.KeyID("sap", "4711"))
	fmt.Println(supplier.KeyID("sap", " 4711 ") == supplier.KeyID("sap", "4711"), supplier.KeyID("oracle", "4711") == supplier.KeyID("sap", "4711"))
	// Output:
	// eceb4cb8-095e-5274-bcb1-f845c14c4820
	// true false
}

func ExampleRelationship() {
	r := supplier.Relationship{
		From: supplier.KeyID("sap", "4711"), To: supplier.KeyID("sap", "own"),
		Kind: supplier.Supply, Category: supplier.Components, Goods: []string{"tin solder"},
		Share:  supplier.ShareOf(1250), // 12.5% of what the buyer spends on components
		Period: risk.Period{From: risk.YearOf(2019)},
	}
	fmt.Println(r.Kind, r.Category, r.Share, r.Period.From)
	// Output:
	// supply components 12.50% 2019
}

func ExampleRelationshipKind() {
	var k supplier.RelationshipKind
	fmt.Println(k, supplier.OnSiteContractor)
	fmt.Println(k.UnmarshalText([]byte("suply")))
	// Output:
	// not-stated on-site-contractor
	// "suply" is not a known kind of relationship; did you mean "supply"?
}

func ExampleCategory() {
	own := supplier.Category("kiln-furniture")
	fmt.Println(supplier.ReturnsLogistics, own)
	// Output:
	// returns-logistics kiln-furniture
}

func ExampleCategoryOf() {
	fmt.Println(supplier.CategoryOf("Final Assembly") == supplier.FinalAssembly, supplier.CategoryOf("Möbel & Holz"))
	// Output:
	// true mobel-and-holz
}

func ExampleShare() {
	var unknown supplier.Share
	fmt.Println(unknown, supplier.ShareOf(0), supplier.ShareOf(1250), supplier.ShareOf(supplier.WholeShare))
	// Output:
	// not-stated 0.00% 12.50% 100.00%
}

func ExampleShareOf() {
	fmt.Println(supplier.ShareOf(333), supplier.ShareOf(20_000)) // a whole has no part of 200%
	// Output:
	// 3.33% not-stated
}

func ExampleShare_Known() {
	fmt.Println(supplier.ShareOf(1250).Known())
	fmt.Println(supplier.Share{}.Known())
	// Output:
	// 1250 true
	// 0 false
}

func ExampleShare_IsZero() {
	fmt.Println(supplier.Share{}.IsZero(), supplier.ShareOf(0).IsZero()) // a known nothing is not unknown
	// Output:
	// true false
}

func ExampleShare_String() {
	fmt.Println(supplier.ShareOf(5).String())
	// Output:
	// 0.05%
}

func ExampleShare_MarshalJSON() {
	json.NewEncoder(os.Stdout).Encode(struct {
		Share supplier.Share `json:"share,omitzero"`
	}{supplier.ShareOf(1250)})
	// Output:
	// {"share":1250}
}

func ExampleShare_UnmarshalJSON() {
	var s supplier.Share
	fmt.Println(json.Unmarshal([]byte("20000"), &s))
	// Output:
	// 20000 is not a share; use whole basis points from 0 to 10000 (1250 for 12.5%), or leave it out if it is unknown
}

func ExampleWorkforce() {
	w := supplier.Workforce{
		AsOf: risk.YearOf(2021), Total: risk.CountOf(310), Women: risk.CountOf(290),
		Groups:         []supplier.GroupAtRisk{{Group: "migrant-workers-international", Count: risk.CountOf(120), Why: "housed on the premises"}},
		Representation: supplier.ElectedCommittee,
	}
	fmt.Println(w.Total, w.Women, w.Groups[0].Group, w.Representation, w.Agreement)
	// Output:
	// 310 290 migrant-workers-international elected-committee unknown
}

func ExampleWorkforce_Check() {
	fmt.Println(supplier.Workforce{Total: risk.CountOf(100), Women: risk.CountOf(120)}.Check())
	fmt.Println(supplier.Workforce{Women: risk.CountOf(120)}.Check()) // of how many is not known
	// Output:
	// 120 women in a workforce of 100; one of the counts is wrong or they are of different dates
	// <nil>
}

func ExampleWorkforce_Contradictions() {
	w := supplier.Workforce{Total: risk.CountOf(100), Women: risk.CountOf(120), Groups: []supplier.GroupAtRisk{
		{Group: "agency-workers", Count: risk.CountOf(40)}, {Group: "home-workers", Count: risk.CountOf(101)},
	}}
	for err := range w.Contradictions() {
		fmt.Println(err.Of, err.Group)
	}
	// Output:
	// women -1
	// home-workers 1
}

func ExampleCountError() {
	err := &supplier.CountError{Of: "home-workers", Group: 1, Found: 12, Total: 10}
	fmt.Println(err)
	// Output:
	// 12 home-workers in a workforce of 10; one of the counts is wrong or they are of different dates
}

func ExampleGroupAtRisk() {
	g := supplier.GroupAtRisk{Group: "seasonal-workers", Why: "paid in advance, by the season"}
	fmt.Println(g.Group, g.Count)
	// Output:
	// seasonal-workers not-stated
}

func ExampleRepresentation() {
	var r supplier.Representation
	fmt.Println(r, supplier.NotRepresented, supplier.TradeUnion) // not stated is not the same as nobody
	// Output:
	// not-stated not-represented trade-union
}

func ExampleRecruitment() {
	r := supplier.Recruitment{
		From: "NP", Migrants: risk.Yes, FeesPaidBy: supplier.WorkerPays,
		Fee: risk.Money{Minor: 120_000_00, Currency: "NPR"}, DocumentsHeld: risk.No,
	}
	fmt.Println(r.FeesPaidBy, r.Fee, r.FeesRepaid)
	// Output:
	// worker 120000.00 NPR unknown
}

func ExampleRecruitment_Signs() {
	r := supplier.Recruitment{FeesPaidBy: supplier.WorkerPays, DocumentsHeld: risk.No}
	for sign, there := range r.Signs() {
		fmt.Println(sign, there)
	}
	// Output:
	// deception unknown
	// restriction-of-movement unknown
	// retention-of-identity-documents no
	// withholding-of-wages unknown
	// debt-bondage yes
	// excessive-overtime unknown
}

func ExampleFeePayer() {
	fmt.Println(supplier.FeePayerNotStated, supplier.EmployerPays, supplier.SharedPay)
	// Output:
	// not-stated employer shared
}

func ExampleForcedLabourSign() {
	fmt.Println(supplier.DebtBondage, supplier.DocumentRetention)
	// Output:
	// debt-bondage retention-of-identity-documents
}

func ExampleCertification() {
	c := supplier.Certification{
		Standard: supplier.StandardRef{ID: supplier.SA8000, Version: "2014"}, Issuer: "An accredited body",
		Valid: risk.Period{From: risk.MustParseDate("2020-03-01"), To: risk.MustParseDate("2023-02-28")},
	}
	fmt.Println(c.Standard.ID, c.ValidOn(risk.MustParseDate("2021-06-01")), c.ValidOn(risk.MustParseDate("2023-03-01")))
	// Output:
	// sa8000 yes no
}

func ExampleCertification_ValidOn() {
	open := supplier.Certification{Valid: risk.Period{From: risk.YearOf(2020)}} // until when is not stated
	fmt.Println(open.ValidOn(risk.YearOf(2019)), open.ValidOn(risk.YearOf(2021)))
	// Output:
	// no unknown
}

func ExampleParticipation() {
	p := supplier.Participation{
		Programme: supplier.RBAFactoryLead, Kind: supplier.PersonTraining, People: risk.CountOf(2),
		Period: risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)}, Completed: risk.Yes,
	}
	fmt.Println(p.Programme, p.Kind, p.People, p.ConformityWeight())
	// Output:
	// rba-factory-lead person-training 2 0
}

func ExampleParticipation_ConformityWeight() {
	fmt.Println(supplier.Participation{Programme: supplier.RBAFactoryLead, Completed: risk.Yes}.ConformityWeight())
	// Output:
	// 0
}

func ExampleProgrammeKind() {
	fmt.Println(supplier.PersonTraining, supplier.SiteEngagement, supplier.JointInitiative)
	// Output:
	// person-training site-engagement joint-initiative
}

func ExampleFacility() {
	f := supplier.Facility{OSID: "BD2020021QK28YZ", Name: "Kiln", Address: "Plot 3, Savar", Country: "BD", WorkersText: "100-500"}
	fmt.Println(f.OSID, f.Workers, f.WorkersText) // a range is no count
	// Output:
	// BD2020021QK28YZ not-stated 100-500
}

func ExampleFacility_ID() {
	a := supplier.Facility{Name: "Kiln & Co.", Address: "Plot 3, Savar", Country: "BD"}
	b := supplier.Facility{Name: "KILN AND CO", Address: "Plot 3 Savar", Country: "BD"}
	fmt.Println(a.ID() == b.ID())
	b.OSID = "BD2020021QK28YZ"
	fmt.Println(b.ID() == supplier.KeyID(supplier.SystemOSHub, "BD2020021QK28YZ"))
	// Output:
	// true
	// true
}

func ExampleFacility_Supplier() {
	f := supplier.Facility{OSID: "BD2020021QK28YZ", Name: "Kiln", Address: "Plot 3, Savar", Country: "BD", Sectors: []string{"Apparel"}}
	s := f.Supplier()
	fmt.Println(s.Name, s.Sector, s.Sites[0].Address, s.Keys)
	// Output:
	// Kiln Apparel Plot 3, Savar [{os-hub BD2020021QK28YZ}]
}

func ExampleSmelter() {
	s := supplier.Smelter{CID: "CID001234", Metal: "Tin", Name: "Alpha Smelting", Country: "ID", Recycled: risk.No}
	fmt.Println(s.CID, s.Metal, s.Country, s.Recycled)
	// Output:
	// CID001234 Tin ID no
}

func ExampleSmelter_ID() {
	s := supplier.Smelter{CID: "CID001234", Metal: "Tin"}
	fmt.Println(s.ID() == supplier.KeyID(supplier.SystemCID, "CID001234"))
	// Output:
	// true
}

func ExampleSmelter_Supplier() {
	s := supplier.Smelter{CID: "CID001234", Metal: "Tin", Name: "Alpha Smelting", Country: "ID", City: "Muntok"}
	x := s.Supplier()
	fmt.Println(x.Name, x.Categories, x.Goods, x.Sites[0].Address)
	// Output:
	// Alpha Smelting [metals] [Tin] Muntok
}

func ExampleListedGood() {
	g := supplier.ListedGood{Good: "Bricks", Country: "NP", CountryName: "Nepal", ChildLabour: risk.Yes, ForcedLabour: risk.Yes}
	fmt.Println(g.Good, g.Country, g.ChildLabour, g.ForcedChildLabour)
	// Output:
	// Bricks NP yes unknown
}
