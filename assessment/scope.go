package assessment

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Scope says what an assessment covers.
type Scope struct {
	Breadth    Breadth     `json:"breadth,omitzero"`
	Businesses []string    `json:"businesses,omitzero"` // business units
	Products   []string    `json:"products,omitzero"`
	ValueChain []ChainPart `json:"valueChain,omitzero"`
	Countries  []string    `json:"countries,omitzero"` // ISO 3166-1 alpha-2; empty is not stated
	Excluded   []Exclusion `json:"excluded,omitzero"`
	// ArmedConflict says whether the scope touches places of armed conflict,
	// where humanitarian law counts as well (UNGP 12, commentary).
	ArmedConflict risk.Answer `json:"armedConflict,omitzero"`
	Note          string      `json:"note,omitzero"`
}

// Exclusion is a part that an assessment leaves out, with the reason.
type Exclusion struct {
	What   string `json:"what"`
	Reason string `json:"reason,omitzero"`
}

// Breadth says how much of a company an assessment covers.
type Breadth uint8

const (
	BreadthNotStated Breadth = iota
	Enterprise               // the whole company
	BusinessUnit
	ProductLine
	CountryOrSite
)

var breadthText = textenum.Table[Breadth]{
	Kind:  "breadth of an assessment",
	Names: []string{"", "enterprise", "business-unit", "product-line", "country-or-site"},
}

// ChainPart is a part of the value chain.
type ChainPart uint8

const (
	ChainPartNotStated ChainPart = iota
	OwnOperations
	DirectSupply // tier 1
	UpperTiers   // suppliers of suppliers
	RawMaterials
	RecycledMaterials
	ReturnsAndRepair
	DistributionChain
	Use // of products and services
	EndOfLife
)

var chainPartText = textenum.Table[ChainPart]{
	Kind: "part of the value chain",
	Names: []string{"", "own-operations", "direct-supply", "upper-tiers", "raw-materials", "recycled-materials",
		"returns-and-repair", "distribution", "use", "end-of-life"},
}
