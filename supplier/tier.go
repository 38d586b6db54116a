package supplier

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// TierRange says at which tiers of a supply network something stands: at one,
// at all between two, or at one and further away without a known end. Tier 0 is
// the company's own operations; tier 1 has a contract with it. TierRanges are
// comparable values and serve as map keys. The zero value is unknown, which is
// not tier 0.
//
// As text a range is written "2", "1-2", "3+" (at least 3) or "unknown".
type TierRange struct {
	lo, hi uint32 // tier plus one; 0 is unknown, openTier no known end
}

const openTier = ^uint32(0)

// maxTier is the greatest tier that can be written; no network is that deep.
const maxTier = 1<<30 - 1

const unknownTier = "unknown"

// TierError says that something is not a range of tiers, or not one that can
// be meant where it was found.
type TierError struct {
	Found string // what was found
	Why   string // what is wrong with it
}

// Error shows the text if it looks like a tier or a code and its length if it may
// be about a person, why it is no tier and how to write one.
func (e *TierError) Error() string {
	return fmt.Sprintf("%s are not tiers: %s; write them as 2, 1-2, 3+ or unknown", textenum.Shown(e.Found), e.Why)
}

// NewTierRange returns the range from min to max, both included and from 0 to
// 1073741823. It returns a *[TierError] if they are out of these bounds or the
// wrong way round.
func NewTierRange(min, max int) (TierRange, error) {
	found := strconv.Itoa(min) + "-" + strconv.Itoa(max)
	switch {
	case min < 0 || max > maxTier:
		return TierRange{}, &TierError{found, "tiers go from 0 to " + strconv.Itoa(maxTier)}
	case max < min:
		return TierRange{}, &TierError{found, "the first tier is greater than the last"}
	}
	return TierRange{uint32(min) + 1, uint32(max) + 1}, nil
}

// TierAtLeast returns the range from min, 0 to 1073741823, without a known
// end. It returns a *[TierError] if min is out of these bounds.
func TierAtLeast(min int) (TierRange, error) {
	if min < 0 || min > maxTier {
		return TierRange{}, &TierError{strconv.Itoa(min) + "+", "tiers go from 0 to " + strconv.Itoa(maxTier)}
	}
	return TierRange{uint32(min) + 1, openTier}, nil
}

// ParseTierRange parses a range written as [TierRange] describes. It returns a
// *[TierError] if s is not one. The empty text is unknown.
func ParseTierRange(s string) (TierRange, error) {
	if s == "" || s == unknownTier {
		return TierRange{}, nil
	}
	first, last, ranged := strings.Cut(s, "-")
	first, open := strings.CutSuffix(first, "+")
	min, ok := parseTier(first)
	max := min
	if ranged {
		var okMax bool
		max, okMax = parseTier(last)
		ok = ok && okMax && !open
	}
	switch {
	case !ok:
		return TierRange{}, &TierError{s, "each tier is a whole number without sign, space or leading zero, to " + strconv.Itoa(maxTier)}
	case ranged && max == min:
		return TierRange{}, &TierError{s, "a single tier is written once"}
	case open:
		return TierAtLeast(min)
	}
	return NewTierRange(min, max)
}

// parseTier parses a number in its one canonical spelling.
func parseTier(s string) (int, bool) {
	if s == "" || len(s) > 10 || s[0] == '0' && s != "0" {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
		if n > maxTier {
			return 0, false
		}
	}
	return n, true
}

// MustParseTierRange is [ParseTierRange] for ranges written in source code. It
// panics if s is not one.
func MustParseTierRange(s string) TierRange {
	r, err := ParseTierRange(s)
	if err != nil {
		panic(err)
	}
	return r
}

// Known reports whether anything is known of the tiers.
func (r TierRange) Known() bool { return r.lo != 0 }

// Min returns the nearest tier, false if it is unknown.
func (r TierRange) Min() (tier int, ok bool) { return int(r.lo) - 1, r.lo != 0 }

// Max returns the furthest tier, false if it is unknown or the range has no
// known end.
func (r TierRange) Max() (tier int, ok bool) {
	if r.lo == 0 || r.hi == openTier {
		return 0, false
	}
	return int(r.hi) - 1, true
}

// Open reports whether the range is known to start but not where it ends.
func (r TierRange) Open() bool { return r.hi == openTier }

// Contains reports whether the tier lies in the range. No tier lies in an
// unknown one.
func (r TierRange) Contains(tier int) bool {
	return r.lo != 0 && tier >= int(r.lo)-1 && (r.hi == openTier || tier <= int(r.hi)-1)
}

// Within reports whether each tier of r lies in s. An unknown range lies within
// every other, and no known range within an unknown one.
func (r TierRange) Within(s TierRange) bool {
	return r.lo == 0 || s.lo != 0 && s.lo <= r.lo && r.hi <= s.hi
}

// Union returns the smallest range that holds both. Unknown adds nothing.
func (r TierRange) Union(s TierRange) TierRange {
	switch {
	case r.lo == 0:
		return s
	case s.lo == 0:
		return r
	}
	return TierRange{min(r.lo, s.lo), max(r.hi, s.hi)}
}

// String returns the range as text.
func (r TierRange) String() string {
	b, _ := r.AppendText(nil)
	return string(b)
}

// AppendText appends the range as text. It implements encoding.TextAppender.
func (r TierRange) AppendText(b []byte) ([]byte, error) {
	if r.lo == 0 {
		return append(b, unknownTier...), nil
	}
	b = strconv.AppendUint(b, uint64(r.lo)-1, 10)
	switch r.hi {
	case r.lo:
		return b, nil
	case openTier:
		return append(b, '+'), nil
	}
	return strconv.AppendUint(append(b, '-'), uint64(r.hi)-1, 10), nil
}

// MarshalText returns the range as text. It implements encoding.TextMarshaler.
func (r TierRange) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText parses a range as [ParseTierRange] does and leaves r as it was
// if b is not one.
func (r *TierRange) UnmarshalText(b []byte) error {
	p, err := ParseTierRange(string(b))
	if err != nil {
		return err
	}
	*r = p
	return nil
}

// Scan reads a range from a column of text, NULL as unknown. It implements
// database/sql.Scanner.
func (r *TierRange) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*r = TierRange{}
		return nil
	case string:
		return r.UnmarshalText([]byte(s))
	case []byte:
		return r.UnmarshalText(s)
	}
	return fmt.Errorf("cannot read tiers from a column of type %T; store them as text", src)
}

// Value returns the range as text, NULL if it is unknown. It implements
// driver.Valuer.
func (r TierRange) Value() (driver.Value, error) {
	if r.lo == 0 {
		return nil, nil
	}
	return r.String(), nil
}
