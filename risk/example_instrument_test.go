package risk_test

import (
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleCatalogue_Instruments() {
	for i := range risk.Rights().Instruments() {
		if i.Labour == risk.LabourSafeWork {
			fmt.Println(i.ID, i.Name("en"), i.Year)
		}
	}
	// Output:
	// ILO:C155 Occupational Safety and Health Convention 1981
	// ILO:C187 Promotional Framework for Occupational Safety and Health Convention 2006
}

func ExampleInstrument() {
	i, _ := risk.Rights().Instrument("ILO:C138")
	fmt.Println(i.Name("fr"), i.Year, i.Labour, i.Articles)
	// Output:
	// Convention sur l'âge minimum 1973 child-labour [2(3) 2(4) 3 7]
}

func ExampleInstrument_Name() {
	i, _ := risk.Rights().Instrument("CRC")
	fmt.Println(i.Name("fr"))
	// Output:
	// Convention relative aux droits de l'enfant
}

func ExampleInstrument_Cite() {
	i, _ := risk.Rights().Instrument("ILO:C98")
	fmt.Println(i.Cite("4"), i.Cite(""))
	// Output:
	// ILO:C98:4 ILO:C98
}

func ExampleInstrumentID() {
	for _, id := range []risk.InstrumentID{"ICCPR", "ILO:C29", "C29"} {
		_, ok := risk.Rights().Instrument(id)
		fmt.Println(id, ok)
	}
	// Output:
	// ICCPR true
	// ILO:C29 true
	// C29 false
}

func ExampleLabourPrinciple() {
	count := map[risk.LabourPrinciple]int{}
	for i := range risk.Rights().Instruments() {
		count[i.Labour]++
	}
	for p := risk.LabourAssociation; p <= risk.LabourSafeWork; p++ {
		fmt.Println(p, count[p])
	}
	// Output:
	// association 2
	// forced-labour 3
	// child-labour 2
	// discrimination 2
	// safe-work 2
}

func ExampleCatalogue_Instrument() {
	i, ok := risk.Rights().Instrument("UNDRIP")
	fmt.Println(i.Name("en"), ok)
	// Output:
	// United Nations Declaration on the Rights of Indigenous Peoples true
}

func ExampleCatalogue_InstrumentOf() {
	i, article, ok := risk.Rights().InstrumentOf(risk.Cite("ILO", "C182:3"))
	fmt.Println(i.Name("en"), article, ok)
	// Output:
	// Worst Forms of Child Labour Convention 3 true
}

func ExampleCatalogue_WithInstruments() {
	c, err := risk.Rights().WithInstruments(risk.Instrument{
		ID: "ILO:C190", Names: risk.Names{"en": "Violence and Harassment Convention"}, Year: 2019,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	i, _, _ := c.InstrumentOf(risk.Cite("ILO", "C190"))
	fmt.Println(i.Name("en"))
	// Output:
	// Violence and Harassment Convention
}

func ExampleCatalogue_Groups() {
	for g := range risk.Rights().Groups() {
		if len(g.Instruments) > 1 {
			fmt.Println(g.ID, g.Instruments)
		}
	}
	// Output:
	// women [CEDAW ILO:C100]
	// pregnant-or-nursing [CEDAW:11(2) ILO:C183]
	// children [CRC ILO:C138 ILO:C182]
	// young-workers-15-17 [CRC:32 ILO:C138 ILO:C182]
	// racial-ethnic-minorities [ICERD ICCPR:27 MINORITIES]
	// religious-minorities [ICCPR:27 MINORITIES]
	// linguistic-minorities [ICCPR:27 MINORITIES]
	// indigenous-peoples [UNDRIP ILO:C169]
	// trade-unionists [ILO:C87 ILO:C98]
	// seafarers-fishers [ILO:MLC ILO:C188]
}

func ExampleCatalogue_Group() {
	g, ok := risk.Rights().Group("domestic-workers")
	fmt.Println(g.Name("fr"), g.Instruments, ok)
	// Output:
	// Travailleurs domestiques [ILO:C189] true
}

func ExampleGroup() {
	g, _ := risk.Rights().Group("indigenous-peoples")
	fmt.Println(g.Name("en"), g.Instruments)
	// Output:
	// Indigenous peoples [UNDRIP ILO:C169]
}

func ExampleGroup_Name() {
	g, _ := risk.Rights().Group("whistleblowers")
	fmt.Println(g.Name("fr"))
	// Output:
	// Lanceurs d'alerte
}

func ExampleGroupID() {
	fmt.Println(risk.Rights().GroupName(risk.GroupID("stateless"), "fr"))
	// Output:
	// Apatrides
}

func ExampleCatalogue_GroupName() {
	fmt.Println(risk.Rights().GroupName("children", "fr"))
	// Output:
	// Enfants (moins de 18 ans)
}

func ExampleCatalogue_GroupsOf() {
	for g := range risk.Rights().GroupsOf(risk.Cite("CRC", "32")) {
		fmt.Println(g.ID)
	}
	// Output:
	// children
	// young-workers-15-17
}

func ExampleCatalogue_WithGroups() {
	c, err := risk.Rights().WithGroups(risk.Group{
		ID: "acme-couriers", Names: risk.Names{"en": "Self-employed couriers"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.GroupName("acme-couriers", "en"))
	// Output:
	// Self-employed couriers
}
