package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleEnumNameError() {
	var facts risk.Facts
	err := json.Unmarshal([]byte(`{"ownAct": "yess"}`), &facts)
	var unknown *risk.EnumNameError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.Found, unknown.Want)
	}
	fmt.Println(err)
	// Output:
	// yess [no unknown yes]
	// "yess" is not a known answer; did you mean "yes"?
}

func ExampleEnumValueError() {
	_, err := risk.Answer(9).MarshalText()
	var impossible *risk.EnumValueError
	fmt.Println(errors.As(err, &impossible), err)
	// Output:
	// true 9 is not a known answer; values go from 0 to 2
}
