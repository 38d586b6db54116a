package assessmenttest

import (
	"encoding/binary"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// Kinds of things that [ID] gives ids to, so that no two are the same.
const (
	kindAssessment = iota
	kindRisk
	kindSupplier
	kindRelationship
	kindRecommendation
	kindEvent
	kindLinkage
)

// id returns the same version 8 UUID for the same kind and number.
func id(kind byte, n int) uuid.UUID {
	u := uuid.UUID{0: 'h', 1: 'r', 2: 'd', 3: 'd', 5: kind, 6: 0x80, 8: 0x80}
	binary.BigEndian.PutUint32(u[12:], uint32(n+1))
	return u
}

// Now returns the fixed time that tests take as the present: noon of the last
// day of 2021, UTC.
func Now() time.Time { return time.Date(2021, 12, 31, 12, 0, 0, 0, time.UTC) }

// Today returns the day of [Now].
func Today() risk.Date { return risk.DateOf(Now()) }

// Assessment returns a small valid assessment of the year 2021, changed by the
// given functions. It has a salient risk in a supply chain of two tiers, a
// linkage to it and a recommendation that was accepted.
func Assessment(changes ...func(*assessment.Assessment)) *assessment.Assessment {
	year := risk.YearOf(2021)
	a := &assessment.Assessment{
		Version: assessment.Version, ID: id(kindAssessment, 0), Kind: assessment.Impact,
		Title: "Impact assessment", Language: "en",
		Company:         assessment.Company{Name: "Example Company"},
		Period:          risk.Period{From: year, To: year},
		Assessor:        assessment.Assessor{Name: "Example Assessors", Independence: assessment.ExternalIndependent},
		Risks:           []assessment.Risk{Risk(0)},
		Suppliers:       []supplier.Supplier{Supplier(0), Supplier(1), Supplier(2)},
		Relationships:   []supplier.Relationship{Relationship(0), Relationship(1)},
		Recommendations: []assessment.Recommendation{Recommendation(0, assessment.Propose, assessment.Accept)},
	}
	a.Suppliers[0].Buyer = true
	a.Linkages = []assessment.Linkage{{
		ID: id(kindLinkage, 0), Risks: []uuid.UUID{a.Risks[0].ID},
		Covers:      assessment.SupplierSet{Suppliers: []uuid.UUID{a.Suppliers[2].ID}},
		Involvement: risk.DirectlyLinked, Status: risk.Potential,
	}}
	for _, change := range changes {
		change(a)
	}
	return a
}

// Risk returns the nth risk, rated throughout, with an id of its own.
func Risk(n int) assessment.Risk {
	plain := risk.Rating{Scale: 4, Scope: 3, Irremediability: 4, Likelihood: risk.Possible, Delay: risk.No}
	return assessment.Risk{
		ID: id(kindRisk, n), Code: fmt.Sprintf("R%d", n+1), Title: fmt.Sprintf("Risk %d", n+1), Status: risk.Potential,
		Ratings: []assessment.RiskRating{{Basis: risk.Inherent, Rating: risk.RangeOf(plain)}},
	}
}

// Supplier returns the nth supplier.
func Supplier(n int) supplier.Supplier {
	return supplier.Supplier{ID: id(kindSupplier, n), Code: fmt.Sprintf("S%d", n+1), Name: fmt.Sprintf("Supplier %d", n+1)}
}

// Relationship returns the nth of a chain of relationships: supplier n+1
// supplies supplier n.
func Relationship(n int) supplier.Relationship {
	return supplier.Relationship{
		ID: id(kindRelationship, n), From: id(kindSupplier, n+1), To: id(kindSupplier, n), Kind: supplier.Supply,
	}
}

// Recommendation returns the nth recommendation with events of the given
// kinds, one a month from January 2021 on.
func Recommendation(n int, kinds ...assessment.EventKind) assessment.Recommendation {
	r := assessment.Recommendation{
		ID: id(kindRecommendation, n), Code: fmt.Sprintf("REC%d", n+1), Title: fmt.Sprintf("Recommendation %d", n+1),
	}
	for i, k := range kinds {
		r.Events = append(r.Events, assessment.Event{
			ID: id(kindEvent, n<<8|i), Kind: k, By: "Example Company", Reason: "agreed",
			On: risk.DateOf(time.Date(2021, time.Month(1+i), 15, 0, 0, 0, 0, time.UTC)),
		})
	}
	return r
}
