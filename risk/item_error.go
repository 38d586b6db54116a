package risk

import "strconv"

// ItemError says which item of a sequence or a slice has an error.
type ItemError struct {
	Index int // from 0
	Err   error
}

// Error gives the number of the item, from zero, before the error of the item.
func (e *ItemError) Error() string { return "item " + strconv.Itoa(e.Index) + ": " + e.Err.Error() }

// Unwrap returns the error of the item.
func (e *ItemError) Unwrap() error { return e.Err }
