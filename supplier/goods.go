package supplier

import (
	"github.com/hrdd-go/hrdd/risk"
)

// ListedGood says what a list of goods that are produced by child or forced
// labour says of one good from one country. What it does not list it says
// nothing of.
type ListedGood struct {
	Good         string
	Sector       string // "Agriculture", "Manufacturing", "Mining" or "Other"
	Country      string // ISO 3166-1 alpha-2; empty if CountryName is none
	CountryName  string // as the list writes it
	Region       string // as the list writes it
	ChildLabour  risk.Answer
	ForcedLabour risk.Answer
	// ForcedChildLabour says that children are forced: both of the above.
	ForcedChildLabour risk.Answer
}
