package risk

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Count is a number of people or things that may be unknown. The zero value is
// unknown, which is not none; CountOf(0) is a known none. Counts are comparable
// values.
type Count struct {
	plusOne uint64 // the count plus one, so that the zero value is unknown
}

// CountOf returns the known count n. It returns an unknown count if n is
// negative, for there is no such number of people.
func CountOf(n int) Count {
	if n < 0 {
		return Count{}
	}
	return Count{uint64(n) + 1}
}

// Known returns the count and whether it is known.
func (c Count) Known() (n int, ok bool) {
	if c.plusOne == 0 {
		return 0, false
	}
	return int(c.plusOne - 1), true
}

// IsZero reports whether the count is unknown.
func (c Count) IsZero() bool { return c.plusOne == 0 }

// String returns the count in decimal, or "not-stated".
func (c Count) String() string {
	if n, ok := c.Known(); ok {
		return strconv.Itoa(n)
	}
	return "not-stated"
}

// MarshalJSON returns the count as a number, null if it is unknown. A field of
// type Count is tagged omitzero, so that an unknown count is left out.
func (c Count) MarshalJSON() ([]byte, error) {
	n, ok := c.Known()
	if !ok {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(n), 10), nil
}

// UnmarshalJSON reads a whole number from 0, or null for an unknown count.
func (c *Count) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*c = Count{}
		return nil
	}
	var n int
	if err := json.Unmarshal(b, &n); err != nil || n < 0 {
		found := string(b)
		if !textenum.Plain(found) {
			found = textenum.Shown(strings.Trim(found, `"`))
		}
		return fmt.Errorf("%s is not a count; use a whole number from 0, or leave it out if it is unknown", found)
	}
	*c = CountOf(n)
	return nil
}
