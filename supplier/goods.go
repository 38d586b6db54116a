package supplier

import (
	"github.com/hrdd-go/hrdd/risk"
)

// ListedGood says what a list of goods that are produced by child or forced
// labour says of one good from one country. What it does not list it says
// nothing of.
type ListedGood struct {
	Good         string      `json:"good,omitzero"`
	Sector       string      `json:"sector,omitzero"`      // "Agriculture", "Manufacturing", "Mining" or "Other"
	Country      string      `json:"country,omitzero"`     // ISO 3166-1 alpha-2; empty if CountryName is none
	CountryName  string      `json:"countryName,omitzero"` // as the list writes it
	Region       string      `json:"region,omitzero"`      // as the list writes it
	ChildLabour  risk.Answer `json:"childLabour,omitzero"`
	ForcedLabour risk.Answer `json:"forcedLabour,omitzero"`
	// ForcedChildLabour says that children are forced: both of the above.
	ForcedChildLabour risk.Answer `json:"forcedChildLabour,omitzero"`
}
