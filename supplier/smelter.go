package supplier

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/risk"
)

// Smelter is one smelter or refiner of a list such as the smelter list of a
// Conflict Minerals Reporting Template. It keeps what the list says;
// [Smelter.Supplier] makes a supplier of it.
type Smelter struct {
	CID       string `json:"cid,omitzero"`   // of the Responsible Minerals Initiative: "CID" and digits; empty if the list gives none
	Metal     string `json:"metal,omitzero"` // as the list writes it: "Tin"
	Name      string `json:"name,omitzero"`
	Reference string `json:"reference,omitzero"` // the name under which the list is looked up, if another
	Country   string `json:"country,omitzero"`   // ISO 3166-1 alpha-2
	Region    string `json:"region,omitzero"`    // state or province
	City      string `json:"city,omitzero"`
	Source    string `json:"source,omitzero"` // of the ID
	Status    string `json:"status,omitzero"` // of the assessment, as the list writes it: "Conformant"
	// Recycled says whether all that it smelts comes from recycled or scrap
	// sources.
	Recycled      risk.Answer `json:"recycled,omitzero"`
	Mines         string      `json:"mines,omitzero"`         // names, as the list writes them
	MineCountries []string    `json:"mineCountries,omitzero"` // ISO 3166-1 alpha-2
	Comments      string      `json:"comments,omitzero"`
}

// ID returns the ID of the smelter: derived from its CID if it has one, else
// from its metal, name, country and city as far as letters and digits go.
func (s *Smelter) ID() uuid.UUID {
	if s.CID != "" {
		return KeyID(SystemCID, s.CID)
	}
	return derivedID("smelter", textfold.Name(s.Metal), textfold.Name(s.Name), s.Country, textfold.Name(s.City))
}

// Supplier returns a supplier of metals with one site for the smelter.
func (s *Smelter) Supplier() Supplier {
	id := s.ID()
	out := Supplier{ID: id, Name: s.Name, Country: s.Country, Categories: []Category{Metals}}
	if s.Metal != "" {
		out.Goods = []string{s.Metal}
	}
	address := s.City
	if s.Region != "" {
		address = strings.TrimPrefix(address+", "+s.Region, ", ")
	}
	site := Site{ID: derivedID("site", id.String()), Name: s.Name, Country: s.Country, Address: address}
	if s.CID != "" {
		k := OutsideKey{System: SystemCID, Key: s.CID}
		out.Keys, site.Keys = []OutsideKey{k}, []OutsideKey{k}
	}
	out.Sites = []Site{site}
	return out
}

// notIdentified are what a template says where a smelter is not known. Such a
// row names a metal and nobody.
var notIdentified = [...]string{"smelter not yet identified", "smelter not identified", "unknown"}

// identified reports whether the list names a smelter.
func (s *Smelter) identified() bool {
	for _, n := range notIdentified {
		if textfold.Name(s.Name) == n || s.Name == "" && textfold.Name(s.Reference) == n {
			return false
		}
	}
	return s.CID != "" || s.Name != ""
}

// validCID reports whether s has the form of a CID: "CID" and six digits.
func validCID(s string) bool {
	return len(s) == 9 && strings.HasPrefix(s, "CID") && strings.Trim(s[3:], "0123456789") == ""
}
