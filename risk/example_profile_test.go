package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// site returns the profile of a site with a grave risk and many small ones.
func site() *risk.Profile {
	p := new(risk.Profile)
	grave, _ := risk.MustParseRating("HRS:1/SCA:5/SCO:3/IRR:5/LIK:2/DEL:N").Cell()
	small, _ := risk.MustParseRating("HRS:1/SCA:2/SCO:2/IRR:1/LIK:4/DEL:N").Cell()
	open, _ := risk.MustParseRating("HRS:1/SCA:3/SCO:X/IRR:2/LIK:A/DEL:N").Cell()
	_ = p.AddCells([]risk.Cell{grave, small, small, small, open})
	return p
}

func ExampleProfile() {
	// Two machines profile a part each; merging gives the profile of all.
	var north, south risk.Profile
	_ = north.Add(risk.MustParseRating("HRS:1/SCA:4/SCO:3/IRR:2/LIK:3/DEL:N"))
	_ = south.Add(risk.MustParseRating("HRS:1/SCA:2/SCO:3/IRR:2/LIK:3/DEL:N"))
	if err := north.Merge(&south); err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range north.Under(risk.UNGP()).Bands() {
		fmt.Println(b.Band, b.Count)
	}
	// Output:
	// low 0
	// medium 1
	// high 1
	// critical 0
}

func ExampleProfileOf() {
	p, err := risk.ProfileOf(slices.Values([]risk.Rating{{Scale: 4}, {Scale: 4}, {Scale: 6}}))
	fmt.Println(p, err)
	// Output:
	// <nil> item 2: scale cannot be 6; use 1 to 5, or 0 for not rated
}

func ExampleProfile_Add() {
	var p risk.Profile
	err := p.Add(risk.MustParseRating("HRS:1/SCA:4/SCO:3/IRR:2/LIK:3/DEL:N"))
	fmt.Println(p.Total(), err)
	// Output:
	// 1 <nil>
}

func ExampleProfile_AddCount() {
	var p risk.Profile
	cell, _ := risk.MustParseRating("HRS:1/SCA:4/SCO:3/IRR:2/LIK:3/DEL:N").Cell()
	err := p.AddCount(cell, 250)
	fmt.Println(p.Total(), err)
	// Output:
	// 250 <nil>
}

func ExampleProfile_AddCells() {
	var p risk.Profile
	err := p.AddCells([]risk.Cell{12, 700, 12, 4535})
	fmt.Println(p.Total(), err)
	fmt.Println(p.AddCells([]risk.Cell{12, 4536}))
	// Output:
	// 4 <nil>
	// item 1: cell 4536 does not exist; cells go from 0 to 4535
}

func ExampleProfile_Remove() {
	p := site()
	closed := risk.MustParseRating("HRS:1/SCA:2/SCO:2/IRR:1/LIK:4/DEL:N")
	fmt.Println(p.Remove(closed), p.Total())
	// Output:
	// <nil> 4
}

func ExampleProfile_RemoveCount() {
	var p risk.Profile
	_ = p.AddCount(12, 2)
	fmt.Println(p.RemoveCount(12, 2), p.Total())
	// Output:
	// <nil> 0
}

func ExampleProfile_RemoveCells() {
	var p risk.Profile
	_ = p.AddCells([]risk.Cell{1, 2, 3})
	fmt.Println(p.RemoveCells([]risk.Cell{1, 3}), p.Total())
	// Output:
	// <nil> 1
}

func ExampleProfile_Merge() {
	all := new(risk.Profile)
	for range 3 {
		if err := all.Merge(site()); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(all.Total())
	// Output:
	// 15
}

func ExampleProfile_Subtract() {
	all := site()
	_ = all.Merge(site())
	fmt.Println(all.Subtract(site()), all.Equal(site()))
	// Output:
	// <nil> true
}

func ExampleProfile_Total() {
	fmt.Println(site().Total())
	// Output:
	// 5
}

func ExampleProfile_Count() {
	var p risk.Profile
	_ = p.AddCells([]risk.Cell{12, 12, 13})
	fmt.Println(p.Count(12), p.Count(14))
	// Output:
	// 2 0
}

func ExampleProfile_Counts() {
	for c, n := range site().Counts() {
		fmt.Println(n, c)
	}
	// Output:
	// 3 HRS:1/SCA:2/SCO:2/IRR:1/LIK:4/DEL:N
	// 1 HRS:1/SCA:3/SCO:X/IRR:2/LIK:A/DEL:N
	// 1 HRS:1/SCA:5/SCO:3/IRR:5/LIK:2/DEL:N
}

func ExampleProfile_Equal() {
	var a, b risk.Profile
	_ = a.AddCells([]risk.Cell{1, 2})
	_ = b.AddCells([]risk.Cell{2, 1})
	fmt.Println(a.Equal(&b))
	// Output:
	// true
}

func ExampleProfile_Clone() {
	before := site()
	after := before.Clone()
	_ = after.AddCount(0, 1)
	fmt.Println(before.Total(), after.Total())
	// Output:
	// 5 6
}

func ExampleProfile_MarshalBinary() {
	b, _ := site().MarshalBinary()
	var p risk.Profile
	fmt.Println(len(b), p.UnmarshalBinary(b), p.Equal(site()))
	// Output:
	// 15 <nil> true
}

func ExampleProfile_AppendBinary() {
	b, _ := new(risk.Profile).AppendBinary([]byte("host: "))
	fmt.Printf("%q\n", b)
	// Output:
	// "host: \xffHRP\x01\x00"
}

func ExampleProfile_UnmarshalBinary() {
	var p risk.Profile
	fmt.Println(p.UnmarshalBinary([]byte("\xffHRP\x02")))
	// Output:
	// not a profile: offset 4: not version 1, the only one that is known
}

func ExampleProfile_MarshalJSON() {
	b, _ := json.Marshal(site())
	fmt.Println(string(b))
	// Output:
	// {"version":1,"counts":[{"rating":"HRS:1/SCA:2/SCO:2/IRR:1/LIK:4/DEL:N","count":3},{"rating":"HRS:1/SCA:3/SCO:X/IRR:2/LIK:A/DEL:N","count":1},{"rating":"HRS:1/SCA:5/SCO:3/IRR:5/LIK:2/DEL:N","count":1}]}
}

func ExampleProfile_UnmarshalJSON() {
	var p risk.Profile
	err := json.Unmarshal([]byte(`{"version":1,"counts":[{"rating":"HRS:1/SCA:4/SCO:X/IRR:X/LIK:X/DEL:X","count":12}]}`), &p)
	fmt.Println(p.Total(), err)
	// Output:
	// 12 <nil>
}

func ExampleProfileFormatError() {
	var why *risk.ProfileFormatError
	err := new(risk.Profile).UnmarshalBinary([]byte("PNG"))
	fmt.Println(errors.As(err, &why), why.Offset)
	fmt.Println(err)
	// Output:
	// true 0
	// not a profile: offset 0: the bytes do not begin as a profile does
}

func ExampleProfileError() {
	var why *risk.ProfileError
	err := new(risk.Profile).Remove(risk.Rating{})
	fmt.Println(errors.As(err, &why), why.Have, why.Given)
	fmt.Println(err)
	// Output:
	// true 0 1
	// a profile with 0 risks at HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X cannot give up 1; take away only what was added
}

func ExampleProfile_Under() {
	for _, b := range site().Under(risk.UNGP()).Bands() {
		fmt.Println(b.Band, b.Count, "certain", b.Certain, "possible", b.Possible)
	}
	// Output:
	// low 3 certain 3 possible 3
	// medium 0 certain 0 possible 1
	// high 0 certain 0 possible 1
	// critical 2 certain 1 possible 2
}

func ExampleDistribution() {
	d := site().Under(risk.UNGP())
	gravest, _ := d.Gravest(0)
	fmt.Println(d.Total(), "risks, the gravest", gravest.Band())
	// Output:
	// 5 risks, the gravest critical
}

func ExampleDistribution_Method() {
	fmt.Println(site().Under(risk.UNGP()).Method().ID())
	// Output:
	// ungp
}

func ExampleDistribution_Total() {
	fmt.Println(site().Under(risk.UNGP()).Total())
	// Output:
	// 5
}

func ExampleDistribution_Standing() {
	s, err := site().Under(risk.UNGP()).Standing(risk.MustParseRating("HRS:1/SCA:3/SCO:X/IRR:2/LIK:A/DEL:N"))
	fmt.Println("place", s.Place(), "between", s.Best, "and", s.Worst, err)
	// Output:
	// place 2 between 2 and 2 <nil>
}

func ExampleStanding() {
	s, _ := site().Under(risk.UNGP()).Standing(risk.MustParseRating("HRS:1/SCA:2/SCO:2/IRR:1/LIK:4/DEL:N"))
	fmt.Println(s.Above, "graver,", s.Same, "alike,", s.Below, "less grave")
	// Output:
	// 2 graver, 3 alike, 0 less grave
}

func ExampleStanding_Place() {
	fmt.Println(risk.Standing{Above: 4, Same: 2}.Place())
	// Output:
	// 5
}

func ExampleStanding_Percentile() {
	percent, defined := risk.Standing{Above: 1, Same: 1, Below: 8}.Percentile()
	fmt.Println(percent, defined)
	// Output:
	// 90 true
}

func ExampleDistribution_Bands() {
	bands := site().Under(risk.UNGP()).Bands()
	b, _ := json.Marshal(bands[0])
	fmt.Println(string(b))
	// Output:
	// {"band":"low","count":3,"certain":3,"possible":3}
}

func ExampleBandCount() {
	for _, b := range site().Under(risk.UNGP()).Bands() {
		fmt.Println(b.Band, b.Count)
	}
	// Output:
	// low 3
	// medium 0
	// high 0
	// critical 2
}

func ExampleDistribution_Gravest() {
	d := site().Under(risk.UNGP())
	for _, share := range []float64{0, 0.5, 1} {
		s, _ := d.Gravest(share)
		fmt.Println(share, s.Band())
	}
	// Output:
	// 0 critical
	// 0.5 low
	// 1 low
}

func ExampleDistribution_HeatMap() {
	h, err := site().Under(risk.UNGP()).HeatMap(risk.AxisSeverity, risk.AxisLikelihood)
	if err != nil {
		fmt.Println(err)
		return
	}
	for severity := len(h.Cells) - 1; severity >= 0; severity-- {
		fmt.Print(severity, ":")
		for _, field := range h.Cells[severity] {
			fmt.Print(" ", field.Count)
		}
		fmt.Println()
	}
	// Output:
	// 5: 0 0 1 0 0 0 0
	// 4: 0 0 0 0 0 0 0
	// 3: 0 0 0 0 0 0 0
	// 2: 0 0 0 0 3 0 0
	// 1: 0 0 0 0 0 0 0
	// 0: 0 0 0 0 0 0 1
}

func ExampleHeatMap() {
	h, _ := site().Under(risk.UNGP()).HeatMap(0, 0)
	fmt.Println(h.Rows, "by", h.Columns, "under", h.Method)
	// Output:
	// severity by likelihood under ungp 1.0.0
}

func ExampleHeatCell() {
	h, _ := site().Under(risk.UNGP()).HeatMap(risk.AxisSeverity, risk.AxisLikelihood)
	field := h.Cells[5][risk.Unlikely]
	fmt.Println(field.Count, field.Gravest)
	// Output:
	// 1 critical
}

func ExampleAxis() {
	for a := risk.AxisSeverity; a <= risk.AxisDelay; a++ {
		fmt.Println(a)
	}
	// Output:
	// severity
	// scale
	// scope
	// irremediability
	// likelihood
	// delay
}

func ExampleMaxProfile() {
	var p risk.Profile
	_ = p.AddCount(0, risk.MaxProfile)
	fmt.Println(p.Add(risk.Rating{}))
	// Output:
	// a profile of 9007199254740991 risks cannot take 1 more; it counts up to 9007199254740991
}

func ExampleProfileVersion() {
	fmt.Println(risk.ProfileVersion)
	// Output:
	// 1
}

func ExampleAxisError() {
	_, err := site().Under(risk.UNGP()).HeatMap(99, risk.AxisScope)
	if e, ok := errors.AsType[*risk.AxisError](err); ok {
		fmt.Println(e)
	}
	// Output:
	// there is no axis of a heat map(99); use one of the constants of Axis
}
