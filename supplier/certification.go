package supplier

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Certification is a certificate that a supplier or site holds under a
// standard. Like an audit result it never lowers the severity of a harm.
type Certification struct {
	ID           uuid.UUID   `json:"id"`
	Supplier     uuid.UUID   `json:"supplier"`
	Site         uuid.UUID   `json:"site,omitzero"`
	Standard     StandardRef `json:"standard"`
	Number       string      `json:"number,omitzero"`
	Issuer       string      `json:"issuer,omitzero"`
	Level        string      `json:"level,omitzero"`   // as the standard states it
	Valid        risk.Period `json:"valid,omitzero"`   // both days included
	EndedOn      risk.Date   `json:"endedOn,omitzero"` // suspended or taken back before its end
	Illustrative bool        `json:"illustrative,omitzero"`
}

// ValidOn tells whether the certificate is in force on all of the given date:
// Unknown if a date that would decide is not stated, or not stated well enough.
func (c Certification) ValidOn(d risk.Date) risk.Answer {
	from, to := c.Valid.From, c.Valid.To
	ended := !c.EndedOn.IsZero()
	switch {
	case d.IsZero():
		return risk.Unknown
	case ended && !d.End().Before(c.EndedOn.End()),
		!from.IsZero() && d.Start().Before(from.Start()),
		!to.IsZero() && d.End().After(to.End()):
		return risk.No
	case from.IsZero(), to.IsZero(), d.Start().Before(from.LastDay().Start()), d.End().After(to.AddDays(0).End()),
		ended && !d.End().Before(c.EndedOn.Start()):
		return risk.Unknown
	}
	return risk.Yes
}
