package supplier

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Facility is one production location of a list in the layout of Open Supply
// Hub. It keeps what the list says; [Facility.Supplier] makes a supplier of it.
type Facility struct {
	OSID            string      `json:"osId,omitzero"` // 15 letters and digits; empty if the list gives none
	Name            string      `json:"name,omitzero"`
	Address         string      `json:"address,omitzero"`
	Country         string      `json:"country,omitzero"` // ISO 3166-1 alpha-2
	Place           Place       `json:"place,omitzero"`
	Sectors         []string    `json:"sectors,omitzero"`
	ProductTypes    []string    `json:"productTypes,omitzero"`
	ProcessingTypes []string    `json:"processingTypes,omitzero"`
	FacilityTypes   []string    `json:"facilityTypes,omitzero"`
	Workers         risk.Count  `json:"workers,omitzero"`     // if the list gives one number
	WorkersText     string      `json:"workersText,omitzero"` // what the list says if it is not one number: "100-500"
	Parent          string      `json:"parent,omitzero"`      // the company that it belongs to, as the list says
	Closed          risk.Answer `json:"closed,omitzero"`
}

// ID returns the ID of the facility: derived from its OS ID if it has one, else
// from its name, country and address as far as letters and digits go.
func (f *Facility) ID() uuid.UUID {
	if f.OSID != "" {
		return KeyID(SystemOSHub, f.OSID)
	}
	return placeID("facility", f.Name, f.Country, f.Address)
}

// Supplier returns a supplier with one site for the facility. Lists of
// facilities do not say which legal entity runs one, so each is taken as a
// supplier of its own; that of several which are one is for the host to merge,
// see [FindDuplicates]. A supplier has one sector: of several the first.
func (f *Facility) Supplier() Supplier {
	id := f.ID()
	s := Supplier{ID: id, Name: f.Name, Country: f.Country, Goods: slices.Clone(f.ProductTypes)}
	if len(f.Sectors) > 0 {
		s.Sector = f.Sectors[0]
	}
	site := Site{
		ID: derivedID("site", id.String()), Name: f.Name, Country: f.Country, Address: f.Address, Place: f.Place,
		Workforce: Workforce{Total: f.Workers},
	}
	if f.OSID != "" {
		k := OutsideKey{System: SystemOSHub, Key: f.OSID}
		s.Keys, site.Keys = []OutsideKey{k}, []OutsideKey{k}
	}
	s.Sites = []Site{site}
	return s
}

// validOSID reports whether s has the form of an OS ID: a country, a year, a
// day of the year and six more letters or digits.
func validOSID(s string) bool {
	if len(s) != 15 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		letter, digit := c >= 'A' && c <= 'Z', c >= '0' && c <= '9'
		if i < 2 && !letter || i >= 2 && i < 9 && !digit || !letter && !digit {
			return false
		}
	}
	return true
}
