package supplier_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// From two files to the list of whom to look at next. All names and figures are
// made up.
func Example() {
	const vendors = "key,name,country,goods,buyer\n" +
		"own,The company,DE,,yes\n" +
		"A,Assembly Ltd.,DE,devices,\n" +
		"T,Trading House,DE,tiles,\n" +
		"K,Kiln & Sons,BD,bricks,\n"
	const links = "from,to,kind\nA,own,supply\nT,own,supply\nK,T,supply\n"

	ctx, in := context.Background(), supplier.ReadOptions{System: "sap"}
	suppliers, _, err := supplier.ReadSuppliers(ctx, strings.NewReader(vendors), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	relationships, summary, err := supplier.ReadRelationships(ctx, strings.NewReader(links), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(suppliers), "suppliers,", summary.Read, "relationships")

	network, _, err := supplier.Compile(ctx, slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}

	// Tables tell how likely a harm is; how grave it is, the host has rated.
	screener, err := supplier.NewScreener(nil, someTables(), supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{
		"child-labour": risk.RangeOf(risk.Rating{Scale: 5, Scope: 3, Irremediability: 5, Delay: risk.Yes}),
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, names := map[uuid.UUID]risk.Range{}, map[uuid.UUID]string{}
	for i, s := range slices.Collect(screener.Screen(slices.Values(suppliers))) {
		right, _ := s.Profile.Right("child-labour")
		found[s.Supplier], names[s.Supplier] = right.Range(), suppliers[i].Name
	}
	gravest, err := network.Gravest(risk.UNGP(), func(id uuid.UUID) risk.Range { return found[id] })
	if err != nil {
		fmt.Println(err)
		return
	}

	var candidates []supplier.Candidate
	for id := range network.AtTier(1) {
		salience, at, _ := gravest.Of(id)
		candidates = append(candidates, supplier.Candidate{Supplier: id, Salience: salience, At: at})
	}
	list, err := supplier.Prioritize(slices.Values(candidates), supplier.PriorityOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range list {
		fmt.Printf("%d. %s, for what is at %s: %v\n", p.Place, names[p.Supplier], names[p.At], p.Salience)
	}
	fmt.Println("by", list[0].Before)
	// Output:
	// 4 suppliers, 3 relationships
	// 1. Trading House, for what is at Kiln & Sons: HRS:1/SCA:5/SCO:3/IRR:5/LIK:3-5/DEL:Y
	// 2. Assembly Ltd., for what is at Assembly Ltd.: HRS:1/SCA:5/SCO:3/IRR:5/LIK:1-2/DEL:Y
	// by salience
}
