package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Errors of enumerations, for errors.As: those of this package and of every
// other of the library.
type (
	// EnumNameError says that a text is not a name of an enumeration. It is the
	// error of UnmarshalText, and of Scan and json.Unmarshal where these read a
	// text. Its fields are:
	//
	//	Kind  string   // what was expected: "level of a criterion"
	//	Found string   // the text that was found, of any length
	//	Want  []string // the names that are known, sorted
	EnumNameError = textenum.UnknownError
	// EnumValueError says that a number is not a value of an enumeration, which
	// only a conversion can make. It is the error of MarshalText, Value and
	// json.Marshal. Its fields are:
	//
	//	Kind  string // what was expected
	//	Value uint8  // the number that was found
	//	Max   uint8  // the greatest value
	EnumValueError = textenum.RangeError
)
