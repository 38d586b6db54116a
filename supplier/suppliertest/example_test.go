package suppliertest_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

func TestTheMineStandsBehindTheSmelter(t *testing.T) {
	network := suppliertest.Network(t, `
		buyer acme
		smelter: metals
		mine -> smelter -> acme
	`)
	tiers, _ := network.Tiers(suppliertest.ID("mine"))
	if tiers.String() != "2" {
		t.Errorf("the mine stands at tier %v", tiers)
	}
}

// In a test, [suppliertest.Network] does the same in one call.
func ExampleParse() {
	suppliers, relationships, err := suppliertest.Parse(`
		buyer acme
		smelter: metals
		mine -> smelter -> acme
		agency -> acme (on-site-contractor)
	`)
	if err != nil {
		fmt.Println(err)
		return
	}
	n, _, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n.Tiers(suppliertest.ID("mine")))
	fmt.Println(n.Proximity(suppliertest.ID("agency")).OnSite)
	// Output:
	// 2 true
	// true
}

func ExampleSupplier() {
	s := suppliertest.Supplier("smelter", supplier.Metals)
	fmt.Println(s.Name, s.Country, s.Categories, s.Illustrative, s.ID == suppliertest.ID("smelter"))
	fmt.Println(suppliertest.Buyer("acme").Buyer)
	r := suppliertest.Supply("smelter", "acme")
	fmt.Println(r.From == s.ID, r.Kind)
	fmt.Println(suppliertest.Related("agency", supplier.OnSiteContractor, "acme").Kind)
	fmt.Println(len(suppliertest.IDs("a", "b")))
	// Output:
	// smelter ZZ [metals] true true
	// true
	// true supply
	// on-site-contractor
	// 2
}

func ExampleSample() {
	for _, s := range []suppliertest.Sample{
		suppliertest.Random(1, 1000, 5000),
		suppliertest.ScaleFree(1, 1000, 5000),
	} {
		n, _, err := supplier.Compile(context.Background(), s.Suppliers(), s.Relationships(), supplier.NetworkOptions{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(n.Len(), n.IsBuyer(s.ID(0)))
	}
	// Output:
	// 1000 true
	// 1000 true
}

func ExampleDiffSuppliers() {
	want := suppliertest.Supplier("mill")
	got := want
	got.Country = "TH"
	fmt.Print(suppliertest.DiffSuppliers([]supplier.Supplier{got}, []supplier.Supplier{want}))
	// Output: 46f0e8d6-7794-5328-8cad-dab6c94b92f8 country: "TH", want "ZZ"
}

func ExampleDiffRelationships() {
	r := suppliertest.Supply("mine", "mill")
	fmt.Printf("%q\n", suppliertest.DiffRelationships([]supplier.Relationship{r}, []supplier.Relationship{r}))
	// Output: ""
}

func ExampleDiffNetworks() {
	names := map[uuid.UUID]string{}
	compile := func(text string) *supplier.Network {
		suppliers, relationships, _ := suppliertest.Parse(text)
		for _, s := range suppliers {
			names[s.ID] = s.Name
		}
		n, _, _ := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
		return n
	}
	before := compile("buyer acme\nmine -> smelter -> acme")
	after := compile("buyer acme\nmine -> smelter -> acme\nmine -> acme")
	fmt.Print(suppliertest.DiffNetworks(after, before, func(id uuid.UUID) string { return names[id] }))
	// Output:
	// + mine -> acme (supply)
	// mine directness: "direct-and-indirect", want "indirect"
	// mine upstream: "1-2", want "2"
}

// An importer of a host is run through the rules in one line of its tests.
func ExampleCheckImporter() {
	importer := func() ([]supplier.Supplier, []supplier.Relationship, error) {
		mill := suppliertest.Supplier("mill")
		mill.ID = uuid.New() // a new one each time
		return []supplier.Supplier{mill}, nil, nil
	}
	fmt.Println(suppliertest.CheckImporter(importer) != nil)
	// Output: true
}
