package risk

import (
	"fmt"
	"strconv"
	"strings"
)

// Citation points at a place in an instrument, a standard or a publication:
// UNGP:19, ICESCR:7(a)(i), ILO:C29. Citations are comparable values. The zero
// value cites nothing.
type Citation struct {
	Instrument string // short name, upper case by custom: "UNGP", "ICESCR", "ESRS1-2026"
	Locator    string // principle, article, paragraph; empty for the whole
}

// Principle cites one of the 31 Guiding Principles, for instance
// Principle(24).
func Principle(n int) Citation { return Citation{"UNGP", strconv.Itoa(n)} }

// Cite returns a citation of a place in an instrument.
func Cite(instrument, locator string) Citation { return Citation{instrument, locator} }

// IsZero reports whether c cites nothing.
func (c Citation) IsZero() bool { return c == Citation{} }

// String returns the citation as instrument:locator.
func (c Citation) String() string {
	if c.Locator == "" {
		return c.Instrument
	}
	return c.Instrument + ":" + c.Locator
}

// AppendText appends the citation as instrument:locator.
func (c Citation) AppendText(b []byte) ([]byte, error) { return append(b, c.String()...), nil }

// MarshalText returns the citation as instrument:locator.
func (c Citation) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText parses instrument:locator. The instrument may not be empty,
// unless the whole text is.
func (c *Citation) UnmarshalText(b []byte) error {
	instrument, locator, colon := strings.Cut(string(b), ":")
	if len(b) > 0 && (instrument == "" || colon && locator == "") {
		return fmt.Errorf("%q is not a citation; write it as instrument:locator, for instance UNGP:24", b)
	}
	*c = Citation{instrument, locator}
	return nil
}
