package supplier

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// WholeShare is all of a whole in hundredths of a per cent (basis points).
const WholeShare = 10_000

// Share is a part of a whole in hundredths of a per cent, from 0 to
// [WholeShare], that may be unknown. The zero value is unknown, which is not
// nothing: ShareOf(0) is a known share of nothing. Shares are comparable
// values. Its JSON form is the number of basis points, left out while unknown.
type Share struct {
	plusOne uint16 // the basis points plus one, so that the zero value is unknown
}

// ShareOf returns the known share of the given basis points. It returns an
// unknown share if they do not lie in 0 to [WholeShare], for a whole has no
// such part.
func ShareOf(basisPoints int) Share {
	if basisPoints < 0 || basisPoints > WholeShare {
		return Share{}
	}
	return Share{uint16(basisPoints) + 1}
}

// Known returns the share in basis points and whether it is known.
func (s Share) Known() (basisPoints int, ok bool) {
	if s.plusOne == 0 {
		return 0, false
	}
	return int(s.plusOne) - 1, true
}

// IsZero reports whether the share is unknown.
func (s Share) IsZero() bool { return s.plusOne == 0 }

// String returns the share in per cent, "12.50%", or "not-stated".
func (s Share) String() string {
	bp, ok := s.Known()
	if !ok {
		return "not-stated"
	}
	return fmt.Sprintf("%d.%02d%%", bp/100, bp%100)
}

// MarshalJSON returns the share as a number of basis points, null if it is
// unknown. A field of type Share is tagged omitzero, so that an unknown share
// is left out.
func (s Share) MarshalJSON() ([]byte, error) {
	bp, ok := s.Known()
	if !ok {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(bp), 10), nil
}

// UnmarshalJSON reads a whole number of basis points from 0 to [WholeShare], or
// null for an unknown share.
func (s *Share) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*s = Share{}
		return nil
	}
	var n int
	if err := json.Unmarshal(b, &n); err != nil || n < 0 || n > WholeShare {
		return fmt.Errorf("%.20s is not a share; use whole basis points from 0 to %d (1250 for 12.5%%), or leave it out if it is unknown", b, WholeShare)
	}
	*s = ShareOf(n)
	return nil
}
