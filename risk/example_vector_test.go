package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

// The elements may come in any order; the text that is written is canonical.
func ExampleParseRating() {
	r, err := risk.ParseRating("HRS:1/DEL:Y/LIK:A/SCA:4/IRR:X/SCO:3")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r, r.HasOccurred(), r.Missing())
	// Output: HRS:1/SCA:4/SCO:3/IRR:X/LIK:A/DEL:Y true irremediability
}

// An error says where the text goes wrong and what was expected there.
func ExampleParseRating_error() {
	_, err := risk.ParseRating("HRS:1/SCA:4/SCO:9/IRR:5/LIK:2/DEL:Y")
	var ve *risk.VectorError
	if errors.As(err, &ve) {
		fmt.Println(ve.Offset, ve.Found)
	}
	fmt.Println(err)
	_, err = risk.ParseRating("HRS:1/SCA:4/SCO:3/LIK:2/DEL:Y")
	fmt.Println(err)
	// Output:
	// 16 9
	// vector, offset 16: found "9", want 1 to 5, or X if it is not rated
	// vector, offset 29: found the end, want /IRR: and a value, X if it is not rated
}

func ExampleParseRange() {
	r, err := risk.ParseRange("HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y")
	fmt.Println(r.Lo.Scale, r.Hi.Scale, r.Open(), err)
	// Output: 2 4 scale,irremediability,delay <nil>
}

func ExampleMustParseRating() {
	fmt.Println(risk.MustParseRating("HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y").Scope)
	// Output: 3
}

func ExampleMustParseRange() {
	fmt.Println(risk.MustParseRange("HRS:1/SCA:4/SCO:3-5/IRR:5/LIK:2/DEL:Y").Hi.Scope)
	// Output: 5
}

func ExampleRating_AppendText() {
	buf := make([]byte, 0, 64) // used again and again
	for _, r := range []risk.Rating{{Scale: 1}, {Delay: risk.Yes}} {
		b, err := r.AppendText(buf)
		fmt.Println(string(b), err)
	}
	// Output:
	// HRS:1/SCA:1/SCO:X/IRR:X/LIK:X/DEL:X <nil>
	// HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:Y <nil>
}

// A rating is a column value, and a key of a map also in JSON.
func ExampleRating_Scan() {
	stored, err := risk.Rating{Scale: 2, Scope: 2}.Value()
	fmt.Println(stored, err)
	var back risk.Rating
	fmt.Println(back.Scan(stored), back.Scope)

	b, err := json.Marshal(map[risk.Rating]int{back: 7})
	fmt.Println(string(b), err)
	// Output:
	// HRS:1/SCA:2/SCO:2/IRR:X/LIK:X/DEL:X <nil>
	// <nil> 2
	// {"HRS:1/SCA:2/SCO:2/IRR:X/LIK:X/DEL:X":7} <nil>
}

// The number after HRS is the version of the notation.
func ExampleVectorVersion() {
	fmt.Println(risk.VectorVersion)
	_, err := risk.ParseRange("HRS:2/SCA:4")
	fmt.Println(err)
	// Output:
	// 1
	// vector, offset 4: found "2", want version 1, the only one that this library reads, and then a slash
}
