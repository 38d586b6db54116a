package jsonpos

import "fmt"

// Fault says what is wrong with a text.
type Fault uint8

const (
	Syntax       Fault = iota // not JSON
	Encoding                  // not valid UTF-8, or a surrogate without its other half
	DuplicateKey              // a member name that its object already has
	TooDeep
	StringTooLong
	NumberTooLong
	TooManyElements
)

// Error is one fault of a text.
type Error struct {
	Fault  Fault
	Offset int    // in bytes from the start of the text
	Detail string // what was found, in words; never a value of the text
}

// Error gives the offset in bytes and what is wrong there.
func (e *Error) Error() string { return fmt.Sprintf("offset %d: %s", e.Offset, e.Detail) }

// recoverable reports whether a scanner can go on after the fault.
func (f Fault) recoverable() bool {
	return f == Encoding || f == DuplicateKey || f == StringTooLong || f == NumberTooLong
}
