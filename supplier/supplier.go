package supplier

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Supplier is a legal entity in a supply network: the company itself, one of
// its business units, or anyone who supplies it at any tier.
//
// A Supplier may also stand for a group that a source speaks of without naming
// its members ("the suppliers of minerals"); Aggregate then says so, and a
// count of members is unknown unless it is stated.
type Supplier struct {
	ID         uuid.UUID    `json:"id"`
	Code       string       `json:"code,omitzero"` // the host's own human code
	Name       string       `json:"name,omitzero"`
	Country    string       `json:"country,omitzero"` // ISO 3166-1 alpha-2
	Sector     string       `json:"sector,omitzero"`  // an ISIC or NACE code, or the host's own word
	Categories []Category   `json:"categories,omitzero"`
	Goods      []string     `json:"goods,omitzero"`     // materials or goods it makes, in the host's words
	Aggregate  bool         `json:"aggregate,omitzero"` // stands for a group whose members are not named
	Buyer      bool         `json:"buyer,omitzero"`     // the company itself or one of its business units: tier 0
	Sites      []Site       `json:"sites,omitzero"`
	Keys       []OutsideKey `json:"keys,omitzero"`
	// Recruitment says how its workers are found and hired, once for each site
	// or country that they come from where these differ.
	Recruitment []Recruitment `json:"recruitment,omitzero"`
	// Illustrative marks an entry made up to show how the library works. It is
	// never shown as a company's own statement.
	Illustrative bool `json:"illustrative,omitzero"`
}

// OutsideKey is the key of something in a register outside the host: an Open
// Supply Hub ID, a smelter's CID, a number in a purchasing system.
type OutsideKey struct {
	System string `json:"system"` // lower-kebab-case: "os-hub", "rmi-cid"
	Key    string `json:"key"`
}

// Site is a place where people work for a supplier. Audits, worker figures and
// complaints belong to sites; contracts belong to suppliers.
type Site struct {
	ID      uuid.UUID    `json:"id"`
	Code    string       `json:"code,omitzero"`
	Name    string       `json:"name,omitzero"`
	Country string       `json:"country,omitzero"` // ISO 3166-1 alpha-2
	Address string       `json:"address,omitzero"`
	Keys    []OutsideKey `json:"keys,omitzero"`
	Place   Place        `json:"place,omitzero"`
	// Workforce is what is known of the people who work here.
	Workforce Workforce `json:"workforce,omitzero"`
}

// Place is a point on the earth in degrees (WGS 84). The zero value, a point of
// open sea, means that no place is stated.
type Place struct {
	Latitude  float64 `json:"latitude"`  // -90 to 90, north is positive
	Longitude float64 `json:"longitude"` // -180 to 180, east is positive
}

// Valid reports whether p lies on the earth, or is not stated.
func (p Place) Valid() bool {
	return p.Latitude >= -90 && p.Latitude <= 90 && p.Longitude >= -180 && p.Longitude <= 180
}

// Relationship says that one supplier supplies another.
type Relationship struct {
	ID           uuid.UUID        `json:"id,omitzero"`
	From         uuid.UUID        `json:"from"` // who supplies
	To           uuid.UUID        `json:"to"`   // who is supplied, nearer to the company
	Kind         RelationshipKind `json:"kind,omitzero"`
	Category     Category         `json:"category,omitzero"` // what is supplied
	Goods        []string         `json:"goods,omitzero"`    // materials or goods, in the host's words
	Share        Share            `json:"share,omitzero"`    // share of the buyer's spend in this category
	Period       risk.Period      `json:"period,omitzero"`   // open ends are allowed
	Illustrative bool             `json:"illustrative,omitzero"`
}

// RelationshipKind says what kind of business relationship an edge is.
type RelationshipKind uint8

const (
	KindNotStated    RelationshipKind = iota
	Supply                            // goods or services flow to the buyer
	Subcontract                       // part of the work is done by another
	OnSiteContractor                  // works on the buyer's own premises, a labour agency for instance
	Intermediary                      // trader or agent between maker and buyer
	Return                            // takes back, repairs or recycles what the buyer sold
	Distribution                      // brings the buyer's products to their users: downstream
)
