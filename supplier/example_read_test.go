package supplier_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func ExampleReadSuppliers() {
	const file = "Vendor No.;Vendor Name;Land;Adresse\n" +
		"4711;Kiln & Sons;Bangladesh;Plot 3\n" +
		"4711;Kiln & Sons;Bangladesh;Plot 9\n" + // a second site
		"4712;Ash;Atlantis;\n" +
		";;;Plot 4\n"
	all, summary, err := supplier.ReadSuppliers(context.Background(), strings.NewReader(file), supplier.ReadOptions{
		System:  "sap",
		Columns: supplier.ColumnMap{"key": "Vendor No.", "name": "Vendor Name", "country": "Land", "site_address": "Adresse"},
	})
	fmt.Println(len(all), len(all[0].Sites), all[0].ID == supplier.KeyID("sap", "4711"), err)
	for _, n := range summary.Notes {
		fmt.Println(n)
	}
	// Output:
	// 2 2 true <nil>
	// row 3 (line 3): adds a site to the supplier of row 2 (row-merged)
	// row 4 (line 4), column Land: "Atlantis" is not a country; use an ISO 3166-1 code or an English name (cell-left-out)
	// row 5 (line 5): it has no id, no key and no name (row-skipped)
}

func ExampleWriteSuppliers() {
	supplier.WriteSuppliers(os.Stdout, slices.Values([]supplier.Supplier{
		{ID: supplier.KeyID("sap", "4711"), Name: "=Kiln", Country: "BD", Goods: []string{"bricks", "tiles"}},
	}))
	// Output:
	// id,key,code,name,country,sector,categories,goods,aggregate,buyer,illustrative,keys,site_id,site_key,site_code,site_name,site_country,site_address,site_latitude,site_longitude,site_workers,site_keys
	// eceb4cb8-095e-5274-bcb1-f845c14c4820,,,'=Kiln,BD,,,bricks|tiles,,,,,,,,,,,,,,
}

func ExampleReadRelationships() {
	const file = "from,to,category,share,start\n4711,own,Components,12.5%,2019-03\n4711,own,Components,12.5%,2019-03\n"
	all, summary, err := supplier.ReadRelationships(context.Background(), strings.NewReader(file), supplier.ReadOptions{System: "sap"})
	fmt.Println(len(all), all[0].Category, all[0].Share, all[0].Period.From, err)
	fmt.Println(summary.Notes[0])
	// Output:
	// 1 components 12.50% 2019-03 <nil>
	// row 3 (line 3): is the relationship of row 2 (row-merged)
}

func ExampleWriteRelationships() {
	supplier.WriteRelationships(os.Stdout, slices.Values([]supplier.Relationship{
		{From: supplier.KeyID("sap", "4711"), To: supplier.KeyID("sap", "own"), Kind: supplier.Supply, Share: supplier.ShareOf(1250)},
	}))
	// Output:
	// id,from,to,kind,category,goods,share,start,end,illustrative
	// ,eceb4cb8-095e-5274-bcb1-f845c14c4820,990ffe62-98c2-5e1a-bd9b-14f584943e3d,supply,,,12.50,,,
}

func ExampleReadFacilities() {
	const file = "country,name,address,sector\nChina,Kiln Co.,\"Plot 3, Ningbo\",Apparel|Mining\nCHINA,KILN CO,PLOT 3 NINGBO,Apparel\n"
	all, summary, err := supplier.ReadFacilities(context.Background(), strings.NewReader(file), supplier.ReadOptions{})
	fmt.Println(len(all), all[0].Country, all[0].Sectors, err)
	fmt.Println(summary.Notes[0])
	// Output:
	// 1 CN [Apparel Mining] <nil>
	// row 3 (line 3): is the facility of row 2 (row-merged)
}

func ExampleWriteFacilities() {
	supplier.WriteFacilities(os.Stdout, slices.Values([]supplier.Facility{{OSID: "BD2020021QK28YZ", Name: "Kiln", Address: "Plot 3", Country: "BD"}}))
	// Output:
	// os_id,name,address,country,lat,lng,sector,product_type,processing_type,facility_type,number_of_workers,parent_company,is_closed
	// BD2020021QK28YZ,Kiln,Plot 3,BD,,,,,,,,,
}

func ExampleReadSmelters() {
	const file = "Metal (*),Smelter Name (1),Smelter Country (*),Smelter Identification\n" +
		"Tin,Alpha Smelting,INDONESIA,CID001234\nGold,Smelter not yet identified,Unknown,\n"
	all, summary, err := supplier.ReadSmelters(context.Background(), strings.NewReader(file), supplier.ReadOptions{})
	fmt.Println(len(all), all[0].CID, all[0].Country, err)
	fmt.Println(summary.Read, summary.Skipped, summary.Merged, summary.Rows)
	// Output:
	// 1 CID001234 ID <nil>
	// 1 1 0 2
}

func ExampleWriteSmelters() {
	supplier.WriteSmelters(os.Stdout, slices.Values([]supplier.Smelter{{CID: "CID001234", Metal: "Tin", Name: "Alpha Smelting", Country: "ID"}}))
	// Output:
	// metal,smelter_id,smelter_name,reference_name,country,region,city,source_of_id,status,recycled,mines,mine_countries,comments
	// Tin,CID001234,Alpha Smelting,,ID,,,,,,,,
}

const someGoods = `<Goods><Good><Good_Name>Bricks</Good_Name><Good_Sector>Manufacturing</Good_Sector><Countries>
<Country><Country_Name>Nepal</Country_Name><Child_Labor>Yes</Child_Labor><Forced_Labor>Yes</Forced_Labor><Forced_Child_Labor>No</Forced_Child_Labor></Country>
<Country><Country_Name>Burma</Country_Name><Child_Labor>Yes</Child_Labor><Forced_Labor>No</Forced_Labor><Forced_Child_Labor>No</Forced_Child_Labor></Country>
</Countries></Good></Goods>`

func ExampleReadGoods() {
	goods, summary, err := supplier.ReadGoods(context.Background(), strings.NewReader(someGoods), supplier.ReadOptions{})
	for _, g := range goods {
		fmt.Println(g.Good, g.Country, g.ChildLabour, g.ForcedLabour)
	}
	fmt.Println(summary.Rows, err)
	// Output:
	// Bricks NP yes yes
	// Bricks MM yes no
	// 2 <nil>
}

func ExampleWriteGoods() {
	supplier.WriteGoods(os.Stdout, slices.Values([]supplier.ListedGood{{Good: "Bricks", Sector: "Manufacturing", CountryName: "Nepal", ChildLabour: risk.Yes}}))
	// Output:
	// <Goods>
	//   <Good>
	//     <Good_Name>Bricks</Good_Name>
	//     <Good_Sector>Manufacturing</Good_Sector>
	//     <Countries>
	//       <Country>
	//         <Country_Name>Nepal</Country_Name>
	//         <Country_Region></Country_Region>
	//         <Child_Labor>Yes</Child_Labor>
	//         <Forced_Labor></Forced_Labor>
	//         <Forced_Child_Labor></Forced_Child_Labor>
	//       </Country>
	//     </Countries>
	//   </Good>
	// </Goods>
}

func ExampleReadOptions() {
	o := supplier.ReadOptions{System: "sap", Comma: ';', MaxNotes: 1}
	_, summary, err := supplier.ReadSuppliers(context.Background(), strings.NewReader("key;name\n4711;Kiln\n4711;Kiln\n4711;Kiln\n"), o)
	fmt.Println(len(summary.Notes), summary.MoreNotes, err)
	// Output:
	// 1 1 <nil>
}

func ExampleReadSummary() {
	_, s, _ := supplier.ReadSuppliers(context.Background(), strings.NewReader("key,name,colour\n1,Kiln,red\n1,Kiln,red\n,,blue\n"), supplier.ReadOptions{})
	fmt.Println(s.Read, "read,", s.Skipped, "skipped,", s.Merged, "merged of", s.Rows)
	fmt.Println("nothing was made of", s.Ignored)
	// Output:
	// 1 read, 1 skipped, 1 merged of 3
	// nothing was made of [colour]
}

func ExampleRowNote() {
	n := supplier.RowNote{Row: 3, Line: 4, Column: "Land", Effect: supplier.CellLeftOut, Found: "Atlantis", Why: "is not a country"}
	fmt.Println(n)
	// Output:
	// row 3 (line 4), column Land: "Atlantis" is not a country (cell-left-out)
}

func ExampleRowEffect() {
	fmt.Println(supplier.RowSkipped, supplier.RowMerged, supplier.CellLeftOut, supplier.CellKept)
	// Output:
	// row-skipped row-merged cell-left-out cell-kept
}

func ExampleColumnMap() {
	m := supplier.ColumnMap{"name": "Vendor Name"}
	all, _, err := supplier.ReadSuppliers(context.Background(), strings.NewReader("VENDOR NAME\nKiln\n"), supplier.ReadOptions{Columns: m})
	fmt.Println(all[0].Name, err)
	// Output:
	// Kiln <nil>
}

func ExampleColumnError() {
	_, _, err := supplier.ReadSuppliers(context.Background(), strings.NewReader("vendor,land\nKiln,BD\n"), supplier.ReadOptions{})
	fmt.Println(err)
	// Output:
	// column name: the file has no column "name"; there are vendor, land
}

func ExampleSyntaxError() {
	_, _, err := supplier.ReadSuppliers(context.Background(), strings.NewReader("name,\"country\nKiln,BD\n"), supplier.ReadOptions{})
	fmt.Println(err)
	// Output:
	// line 1, column 6: the quote is not closed; close it, or double it if it belongs to the text
}

func ExampleEncodingError() {
	_, _, err := supplier.ReadSuppliers(context.Background(), strings.NewReader("\xff\xfen\x00"), supplier.ReadOptions{})
	fmt.Println(err)
	// Output:
	// the file is written in UTF-16; save it as UTF-8
}

func ExampleXMLError() {
	_, _, err := supplier.ReadGoods(context.Background(), strings.NewReader("<Products/>"), supplier.ReadOptions{})
	fmt.Println(err)
	// Output:
	// line 1, column 12: the root element is "Products"; expected "Goods"
}

func ExampleWriteError() {
	var b bytes.Buffer
	fmt.Println(supplier.WriteSuppliers(&b, slices.Values([]supplier.Supplier{{ID: supplier.KeyID("sap", "4711"), Name: "Kiln", Goods: []string{"bricks|tiles"}}})))
	// Output:
	// row 2, column goods: a text in a list holds a bar, which separates texts; take it out
}

func ExampleFindDuplicates() {
	all := []supplier.Supplier{
		{ID: id(1), Name: "BAI NA SHOES CO., LTD", Country: "CN", Sites: []supplier.Site{{Address: "Oubei Town, Yongjia"}}},
		{ID: id(2), Name: "Bai Na Shoe Limited", Country: "CN", Sites: []supplier.Site{{Address: "Oubei Town Yongjia"}}},
		{ID: id(3), Name: "Bai Na Shoes", Country: "VN", Sites: []supplier.Site{{Address: "Oubei Town, Yongjia"}}},
	}
	proposals, report, err := supplier.FindDuplicates(context.Background(), slices.Values(all), supplier.DuplicateOptions{})
	for _, p := range proposals {
		fmt.Println(p.A == id(1), p.B == id(2), p.Name, p.Address, p.SameCountry, p.Score)
	}
	fmt.Println(report.Suppliers, err)
	// Output:
	// true true 952 1000 yes 971
	// 3 <nil>
}

func ExampleMergeProposal() {
	units := []supplier.Supplier{{ID: id(1), Name: "Jeans Knit Unit 3"}, {ID: id(2), Name: "Jeans Knit Unit 4"}}
	proposals, _, _ := supplier.FindDuplicates(context.Background(), slices.Values(units), supplier.DuplicateOptions{MinScore: 500})
	fmt.Println(proposals[0].Name, proposals[0].NumbersDiffer, proposals[0].Score)
	// Output:
	// 937 true 700
}

func ExampleDuplicateOptions() {
	same := []supplier.Supplier{{ID: id(1), Name: "Kiln"}, {ID: id(2), Name: "Kiln"}, {ID: id(3), Name: "Kiln"}}
	proposals, report, _ := supplier.FindDuplicates(context.Background(), slices.Values(same), supplier.DuplicateOptions{MaxProposals: 1})
	fmt.Println(len(proposals), report.Omitted)
	// Output:
	// 1 2
}

func ExampleDuplicateReport() {
	_, report, _ := supplier.FindDuplicates(context.Background(), slices.Values([]supplier.Supplier{{ID: id(1), Name: "Kiln"}, {ID: id(2), Name: "Ash"}}), supplier.DuplicateOptions{})
	fmt.Println(report.Suppliers, report.Compared)
	// Output:
	// 2 0
}
