package grievance

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// RemedyForm is a form that remedy takes. UNGP 25, commentary, names the forms;
// several may be needed for one harm.
type RemedyForm uint8

const (
	RemedyFormNotStated      RemedyForm = iota
	Apology                             // including public acknowledgement
	Restitution                         // putting people back where they were: reinstatement, return of documents
	Rehabilitation                      // medical, psychological, legal or social care
	FinancialCompensation               // money: back pay, fees paid back, damages
	NonFinancialCompensation            // goods, services, land, housing
	PunitiveSanction                    // criminal or administrative, such as a fine
	NonRepetition                       // a guarantee that it does not happen again: changed rules, repairs
	Injunction                          // an order that stops the harm
)

var remedyFormText = textenum.Table[RemedyForm]{
	Kind: "form of remedy",
	Names: []string{"", "apology", "restitution", "rehabilitation", "financial-compensation",
		"non-financial-compensation", "punitive-sanction", "guarantee-of-non-repetition", "injunction"},
}

// RemedyMeasure says more exactly what is done within a form. The list is this
// library's own, from the practice of mechanisms.
type RemedyMeasure uint8

const (
	MeasureNotStated   RemedyMeasure = iota
	Reinstatement                    // of someone dismissed
	BackPay                          // wages that were not paid
	FeeReimbursement                 // recruitment fees and costs paid back
	MedicalCare                      // treatment and its cost
	UnionRecognition                 // a union or its members are recognised
	DisciplinaryAction               // against those who did the harm
	PolicyChange                     // a rule or practice is changed
	SafetyRepair                     // buildings, machines, protective equipment
	Rehousing                        // housing or land in place of what was lost
	DocumentReturn                   // identity documents given back
)

var remedyMeasureText = textenum.Table[RemedyMeasure]{
	Kind: "measure of remedy",
	Names: []string{"", "reinstatement", "back-pay", "fee-reimbursement", "medical-care", "union-recognition",
		"disciplinary-action", "policy-change", "safety-repair", "rehousing", "document-return"},
}

// Remedy is one thing that is done to put a harm right. It says to whom by
// groups and numbers, never by name.
type Remedy struct {
	ID      uuid.UUID      `json:"id"`
	Form    RemedyForm     `json:"form"`
	Measure RemedyMeasure  `json:"measure,omitzero"`
	Groups  []risk.GroupID `json:"groups,omitzero"` // to whom
	People  risk.Count     `json:"people,omitzero"` // to how many
	Amount  risk.Money     `json:"amount,omitzero"` // in all, in minor units
	Shares  []Contribution `json:"shares,omitzero"` // where several give it; empty if one does
	Due     risk.Date      `json:"due,omitzero"`
	Waiver  risk.Answer    `json:"waiver,omitzero"` // must people give up legal claims for it? It should not be so (UNGP 31(f))
}

// Contribution is the part that one of several gives to a remedy.
type Contribution struct {
	By          uuid.UUID `json:"by"`          // the company or supplier
	BasisPoints uint16    `json:"basisPoints"` // of the whole, in hundredths of a per cent; all add up to 10000
}

// WholeShare is the basis points of a whole remedy.
const WholeShare = 10_000

// RemedyDefect says what is wrong with a remedy.
type RemedyDefect uint8

const (
	RemedyDefectNotStated RemedyDefect = iota
	NoForm                             // it has no form
	NoRemedyID                         // it has no ID, so that its delivery could not be recorded
	ToNobody                           // neither a group nor a number of people of at least one
	NegativeAmount                     // an amount below zero
	NoCurrency                         // an amount without the code of a currency
	SharesNotWhole                     // contributions that do not add up to the whole
	NoContributor                      // a contribution by nobody
	ContributorTwice                   // two contributions by one contributor
	RemedyTwice                        // two remedies of one event with one ID
)

var remedyDefectText = textenum.Table[RemedyDefect]{
	Kind: "defect of a remedy",
	Names: []string{"", "no-form", "no-id", "to-nobody", "negative-amount", "no-currency",
		"shares-not-whole", "no-contributor", "contributor-twice", "remedy-twice"},
}

// RemedyError says why a remedy is refused.
type RemedyError struct {
	Remedy uuid.UUID
	Defect RemedyDefect
	Found  int64 // the amount or the sum of shares, where that is the defect
}

// Error names the remedy by its ID, and says what is wrong and how to state it.
func (e *RemedyError) Error() string {
	const it = "remedy %s: "
	switch e.Defect {
	case NoForm:
		return fmt.Sprintf(it+"it has no form; state one, for instance restitution", e.Remedy)
	case NoRemedyID:
		return "a remedy has no id; give it one, so that its delivery can be recorded"
	case ToNobody:
		return fmt.Sprintf(it+"it goes to nobody; state the groups or the number of people, at least 1", e.Remedy)
	case NegativeAmount:
		return fmt.Sprintf(it+"the amount of %d minor units is negative; an amount is 0 or more", e.Remedy, e.Found)
	case NoCurrency:
		return fmt.Sprintf(it+"the amount has no currency; add its ISO 4217 code, three capital letters", e.Remedy)
	case SharesNotWhole:
		return fmt.Sprintf(it+"the shares add up to %d hundredths of a per cent; they must add up to %d", e.Remedy, e.Found, WholeShare)
	}
	switch e.Defect {
	case NoContributor:
		return fmt.Sprintf(it+"a share is given by nobody; state whose it is", e.Remedy)
	case ContributorTwice:
		return fmt.Sprintf(it+"two shares are given by one contributor; put them together", e.Remedy)
	case RemedyTwice:
		return fmt.Sprintf(it+"two remedies have this id; give each its own, so that neither is lost", e.Remedy)
	}
	return fmt.Sprintf(it+"refused", e.Remedy)
}

// Check returns a *[RemedyError] for the first thing that is wrong with the
// remedy, nil if it is sound.
func (r *Remedy) Check() error {
	defect, found := r.defect()
	if defect == RemedyDefectNotStated {
		return nil
	}
	return &RemedyError{Remedy: r.ID, Defect: defect, Found: found}
}

func (r *Remedy) defect() (RemedyDefect, int64) {
	people, known := r.People.Known()
	total, nobody, twice := int64(0), false, false
	for i, s := range r.Shares {
		total += int64(s.BasisPoints)
		nobody = nobody || s.By == uuid.Nil
		twice = twice || slices.ContainsFunc(r.Shares[:i], func(o Contribution) bool { return o.By == s.By })
	}
	switch {
	case r.ID == uuid.Nil:
		return NoRemedyID, 0
	case r.Form == RemedyFormNotStated || !r.Form.Valid():
		return NoForm, 0
	case known && people == 0, !known && len(r.Groups) == 0:
		return ToNobody, 0
	case r.Amount.Minor < 0:
		return NegativeAmount, r.Amount.Minor
	case !r.Amount.IsZero() && !currency(r.Amount.Currency):
		return NoCurrency, 0
	case len(r.Shares) > 0 && total != WholeShare:
		return SharesNotWhole, total
	case nobody:
		return NoContributor, 0
	case twice:
		return ContributorTwice, 0
	}
	return RemedyDefectNotStated, 0
}

// currency reports whether s has the form of an ISO 4217 code.
func currency(s string) bool {
	return len(s) == 3 && !strings.ContainsFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// Split returns what each contributor gives of the amount, in the order of
// Shares, in minor units. Nothing is lost to rounding: what does not divide goes
// one minor unit each to the largest remainders, the first of equals first. It
// returns nil if there are no shares or they or the amount are not sound.
func (r *Remedy) Split() []risk.Money {
	if len(r.Shares) == 0 || r.Check() != nil {
		return nil
	}
	out, left := make([]risk.Money, len(r.Shares)), uint64(r.Amount.Minor)
	remainders := make([]uint64, len(r.Shares))
	for i, s := range r.Shares {
		hi, lo := bits.Mul64(uint64(r.Amount.Minor), uint64(s.BasisPoints))
		q, rem := bits.Div64(hi, lo, WholeShare) // hi < WholeShare, as a share is at most the whole
		out[i] = risk.Money{Minor: int64(q), Currency: r.Amount.Currency}
		remainders[i], left = rem, left-q
	}
	for ; left > 0; left-- {
		best := 0
		for i, rem := range remainders {
			if rem > remainders[best] {
				best = i
			}
		}
		out[best].Minor++
		remainders[best] = 0
	}
	return out
}
