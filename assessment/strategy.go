package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Strategy is a plan over several years, with whose advice it was made.
type Strategy struct {
	ID        uuid.UUID   `json:"id"`
	Title     string      `json:"title"`
	Text      string      `json:"text,omitzero"`
	Period    risk.Period `json:"period,omitzero"`
	Begun     risk.Date   `json:"begun,omitzero"`
	MultiYear risk.Answer `json:"multiYear,omitzero"`
	Advisers  []Party     `json:"advisers,omitzero"`
	Fields    []string    `json:"fields,omitzero"` // of expertise that was asked for
	Risks     []uuid.UUID `json:"risks,omitzero"`
}
