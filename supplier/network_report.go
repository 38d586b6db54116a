package supplier

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// NetworkProblemKind says what is wrong with a row that [Compile] read, and so
// what it did with it.
type NetworkProblemKind uint8

const (
	ProblemNotStated     NetworkProblemKind = iota
	MissingID                               // a supplier whose ID is zero: left out
	DuplicateSupplier                       // an ID that was read before: the first stands, categories of both are kept
	SelfSupply                              // a relationship of a supplier with itself: left out
	UnknownEnd                              // a relationship with someone who is not among the suppliers: left out, or added as NetworkOptions says
	RepeatedRelationship                    // same supplier, buyer and kind as one read before: the two become one link
	ImpossiblePeriod                        // a relationship that ends before it starts: in force on no day, kept where no day is asked for
	UnknownKind                             // a kind of relationship that is not declared: read as not stated
	NoBuyer                                 // nobody is marked as the company: every proximity is unknown
	UnknownBuyer                            // a buyer asked for that is not among the suppliers: left out
)

var networkProblemKindText = textenum.Table[NetworkProblemKind]{
	Kind: "kind of network problem",
	Names: []string{
		"", "missing-id", "duplicate-supplier", "self-supply", "unknown-end", "repeated-relationship",
		"impossible-period", "unknown-kind", "no-buyer", "unknown-buyer",
	},
}

// NetworkProblem is one thing wrong with the rows that [Compile] read.
type NetworkProblem struct {
	Kind NetworkProblemKind `json:"kind"`
	// Row is the place of the row among the suppliers or the relationships,
	// counted from 1; 0 if the problem is not one of a row.
	Row int `json:"row,omitzero"`
	// First is the row that this one repeats.
	First int `json:"first,omitzero"`
	// Supplier is whom it is about: the one twice there, the unknown end, the one
	// who supplies.
	Supplier uuid.UUID `json:"supplier,omitzero"`
}

// Error says what was found, where, and what was done with it.
func (p NetworkProblem) Error() string {
	switch p.Kind {
	case MissingID:
		return fmt.Sprintf("supplier in row %d has no ID and is left out; give it one", p.Row)
	case DuplicateSupplier:
		return fmt.Sprintf("supplier in row %d has the same ID %s as row %d; the first stands, with the categories of both", p.Row, p.Supplier, p.First)
	case SelfSupply:
		return fmt.Sprintf("relationship in row %d says that %s supplies itself and is left out", p.Row, p.Supplier)
	case UnknownEnd:
		return fmt.Sprintf("relationship in row %d names %s, who is not among the suppliers; add the supplier, or set AddUnknownEnds", p.Row, p.Supplier)
	case RepeatedRelationship:
		return fmt.Sprintf("relationship in row %d joins the same two suppliers in the same way as row %d; the two become one link", p.Row, p.First)
	case ImpossiblePeriod:
		return fmt.Sprintf("relationship in row %d of %s ends before it starts; it is in force on no day", p.Row, p.Supplier)
	case UnknownKind:
		return fmt.Sprintf("relationship in row %d of %s is of a kind that is not declared; it is read as not stated", p.Row, p.Supplier)
	case NoBuyer:
		return "nobody is marked as the company itself, so no tier is known; set Supplier.Buyer or NetworkOptions.Buyers"
	case UnknownBuyer:
		return fmt.Sprintf("buyer %s is not among the suppliers and is left out", p.Supplier)
	}
	return p.Kind.String()
}

// NetworkReport accounts for every row that [Compile] read:
//
//	SuppliersRead     = Suppliers - Added + Counts[MissingID] + Counts[DuplicateSupplier]
//	RelationshipsRead = Links + Merged + Skipped + NotInForce + NotKept
type NetworkReport struct {
	SuppliersRead int `json:"suppliersRead"`
	Suppliers     int `json:"suppliers"` // in the network
	Added         int `json:"added"`     // of these, known only as an end of a relationship

	RelationshipsRead int `json:"relationshipsRead"`
	Links             int `json:"links"`      // in the network
	Merged            int `json:"merged"`     // into a link read before
	Skipped           int `json:"skipped"`    // self-supply and unknown ends
	NotInForce        int `json:"notInForce"` // on the day of NetworkOptions.AsOf
	NotKept           int `json:"notKept"`    // refused by NetworkOptions.Keep

	Counts   map[NetworkProblemKind]int `json:"counts,omitzero"`   // of all problems, listed or not
	Problems []NetworkProblem           `json:"problems,omitzero"` // the first ones, as many as NetworkOptions.MaxProblems
	Unlisted int                        `json:"unlisted,omitzero"` // problems counted and not listed

	limit int
}

func (r *NetworkReport) add(p NetworkProblem) {
	if r.Counts == nil {
		r.Counts = make(map[NetworkProblemKind]int)
	}
	r.Counts[p.Kind]++
	if r.limit >= 0 && len(r.Problems) >= r.limit {
		r.Unlisted++
		return
	}
	r.Problems = append(r.Problems, p)
}
