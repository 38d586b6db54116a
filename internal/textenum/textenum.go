// Package textenum gives small enumerations their text and database forms in
// one place.
//
// An enumeration is a uint8 type whose zero value means that nothing was
// stated. Its names stand in one [Table] beside its constants; the methods
// that implement fmt.Stringer, encoding.TextMarshaler, encoding.TextAppender,
// encoding.TextUnmarshaler, database/sql.Scanner and driver.Valuer are one
// line each and are written by internal/enumgen.
//
// The package knows nothing of human rights, and its tables are static data:
// a program that imports it does no work at start.
package textenum

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// NotStated is the name of the zero value where a table gives none.
const NotStated = "not-stated"

// Table holds the names of an enumeration T in the order of its values. An
// empty first name stands for [NotStated]. A Table is read only and may be
// shared by any number of goroutines.
type Table[T ~uint8] struct {
	Kind  string   // what the enumeration is, for messages: "involvement"
	Names []string // Names[v] is the lower-kebab-case name of value v
}

// UnknownError says that a text is not a name of an enumeration.
type UnknownError struct {
	Kind  string   // what was expected, for instance "involvement"
	Found string   // the text that was found
	Want  []string // the names that are known, sorted
}

// Error shows the text if it looks like a name, see [Shown], and the nearest name or
// all names.
func (e *UnknownError) Error() string {
	msg := fmt.Sprintf("%s is not a known %s", Shown(e.Found), e.Kind)
	if near := Nearest(e.Found, e.Want); near != "" {
		return msg + fmt.Sprintf("; did you mean %q?", near)
	}
	return msg + "; use one of " + strings.Join(e.Want, ", ")
}

// Shown returns a text in quotes if it looks like a name or code of a format, and its
// length if it looks like what a person wrote: that may be about a person, and errors
// go to logs. It may also be very long.
func Shown(s string) string {
	if !Plain(s) {
		return Unseen(s)
	}
	return fmt.Sprintf("%q", s)
}

// Unseen stands for a text that is not shown.
func Unseen(s string) string {
	switch n := utf8.RuneCountInString(s); n {
	case 0:
		return "an empty text"
	case 1:
		return "a text of one character"
	default:
		return fmt.Sprintf("a text of %d characters", n)
	}
}

// Plain reports whether s looks like a name or code of a format.
func Plain(s string) bool {
	return len(s) <= 40 && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_.:/+", r))
	})
}

// RangeError says that a number is not a value of an enumeration.
type RangeError struct {
	Kind  string
	Value uint8 // the value that was found
	Max   uint8 // the greatest value that is known
}

// Error gives the value and the highest that there is.
func (e *RangeError) Error() string {
	return fmt.Sprintf("%d is not a known %s; values go from 0 to %d", e.Value, e.Kind, e.Max)
}

// name returns the name of v, which must be in range.
func (t *Table[T]) name(v T) string {
	if n := t.Names[v]; n != "" {
		return n
	}
	return NotStated
}

// Valid reports whether v is a value of the enumeration.
func (t *Table[T]) Valid(v T) bool { return int(v) < len(t.Names) }

// String returns the name of v, or kind(n) for a value out of range.
func (t *Table[T]) String(v T) string {
	if !t.Valid(v) {
		return t.Kind + "(" + strconv.Itoa(int(v)) + ")"
	}
	return t.name(v)
}

// Append appends the name of v to b. It returns a *[RangeError] if v is out of
// range.
func (t *Table[T]) Append(b []byte, v T) ([]byte, error) {
	if !t.Valid(v) {
		return b, &RangeError{Kind: t.Kind, Value: uint8(v), Max: uint8(len(t.Names) - 1)}
	}
	return append(b, t.name(v)...), nil
}

// Parse returns the value with the given name. The comparison is exact. It
// returns an *[UnknownError] if there is none.
func (t *Table[T]) Parse(s string) (T, error) {
	for i, n := range t.Names {
		if n == s && n != "" {
			return T(i), nil
		}
	}
	if s == NotStated && len(t.Names) > 0 && t.Names[0] == "" {
		return 0, nil
	}
	return 0, &UnknownError{Kind: t.Kind, Found: s, Want: t.Sorted()}
}

// Unmarshal sets *v to the value with the name in text and leaves it as it was
// if there is none.
func (t *Table[T]) Unmarshal(v *T, text []byte) error {
	p, err := t.Parse(string(text))
	if err != nil {
		return err
	}
	*v = p
	return nil
}

// Scan sets *v from a database column: text, bytes, or NULL for the zero
// value.
func (t *Table[T]) Scan(v *T, src any) error {
	switch s := src.(type) {
	case nil:
		*v = 0
		return nil
	case string:
		return t.Unmarshal(v, []byte(s))
	case []byte:
		return t.Unmarshal(v, s)
	}
	return fmt.Errorf("cannot read a %s from a column of type %T; store it as text", t.Kind, src)
}

// Value returns the database form of v: its name, or NULL for a zero value
// that has no name of its own.
func (t *Table[T]) Value(v T) (driver.Value, error) {
	if v == 0 && len(t.Names) > 0 && t.Names[0] == "" {
		return nil, nil
	}
	b, err := t.Append(nil, v)
	if err != nil {
		return nil, err
	}
	return string(b), nil
}

// All yields the values of the enumeration in order, the zero value first.
func (t *Table[T]) All(yield func(T) bool) {
	for i := range t.Names {
		if !yield(T(i)) {
			return
		}
	}
}

// Sorted returns the names of the enumeration in alphabetical order.
func (t *Table[T]) Sorted() []string {
	names := make([]string, 0, len(t.Names))
	for i := range t.Names {
		names = append(names, t.name(T(i)))
	}
	slices.Sort(names)
	return names
}
