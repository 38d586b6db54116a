package supplier

import (
	"strings"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// Category says what a supplier does in a supply network. The values below are
// the library's own; a host may use its own, in lower-kebab-case. The empty
// Category is not stated.
type Category string

const (
	FinalAssembly      Category = "final-assembly"
	Manufacturing      Category = "manufacturing"
	Components         Category = "components"
	ReturnsLogistics   Category = "returns-logistics"
	Logistics          Category = "logistics"
	Minerals           Category = "minerals"
	Metals             Category = "metals"
	Plastics           Category = "plastics"
	SyntheticMaterials Category = "synthetic-materials"
	Services           Category = "services"
	LabourAgency       Category = "labour-agency"
)

// CategoryOf returns the category that a text names, in lower-kebab-case:
// "Final Assembly" is [FinalAssembly]. Accents and punctuation are dropped.
func CategoryOf(s string) Category {
	return Category(strings.ReplaceAll(textfold.Name(s), " ", "-"))
}
