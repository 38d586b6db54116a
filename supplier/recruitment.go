package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Recruitment is what is known of how workers are found and hired, above all
// those who come from another country. Its zero value says nothing.
type Recruitment struct {
	Site           uuid.UUID      `json:"site,omitzero"`           // if it is so at one site only
	From           string         `json:"from,omitzero"`           // country that the workers come from, ISO 3166-1 alpha-2
	Agencies       []uuid.UUID    `json:"agencies,omitzero"`       // labour agencies, suppliers of their own
	Migrants       risk.Answer    `json:"migrants,omitzero"`       // do migrant workers work here?
	FeesPaidBy     FeePayer       `json:"feesPaidBy,omitzero"`     // who paid for the recruitment in the end
	Fee            risk.Money     `json:"fee,omitzero"`            // that a worker paid, a typical amount
	FeesRepaid     risk.Answer    `json:"feesRepaid,omitzero"`     // were fees paid back to all who paid?
	Indebted       risk.Answer    `json:"indebted,omitzero"`       // do workers owe money for getting the job?
	DocumentsHeld  risk.Answer    `json:"documentsHeld,omitzero"`  // are passports or papers kept from workers?
	WagesWithheld  risk.Answer    `json:"wagesWithheld,omitzero"`  // are wages or deposits held back?
	FreeMovement   risk.Answer    `json:"freeMovement,omitzero"`   // may workers leave the premises and the job?
	ContractTerms  risk.Answer    `json:"contractTerms,omitzero"`  // a contract in a language that they read, before they left?
	TermsKept      risk.Answer    `json:"termsKept,omitzero"`      // is the work what they were promised?
	ExcessOvertime risk.Answer    `json:"excessOvertime,omitzero"` // more than the law or 60 hours a week?
	Judgement      risk.Judgement `json:"judgement,omitzero"`
}

// FeePayer says who bears the cost of recruitment. That it be the employer and
// not the worker is the rule of the ILO's general principles for fair
// recruitment.
type FeePayer uint8

const (
	FeePayerNotStated FeePayer = iota
	EmployerPays
	WorkerPays
	SharedPay // workers bear a part
)

var feePayerText = textenum.Table[FeePayer]{
	Kind: "payer of recruitment fees", Names: []string{"", "employer", "worker", "shared"},
}

// ForcedLabourSign is one of the eleven indicators of forced labour of the
// International Labour Organization. A sign is a reason to look, not a
// finding.
type ForcedLabourSign uint8

const (
	SignNotStated ForcedLabourSign = iota
	AbuseOfVulnerability
	Deception
	RestrictionOfMovement
	Isolation
	Violence
	Intimidation
	DocumentRetention
	WageWithholding
	DebtBondage
	AbusiveConditions
	ExcessiveOvertime
)

var forcedLabourSignText = textenum.Table[ForcedLabourSign]{
	Kind: "sign of forced labour",
	Names: []string{"", "abuse-of-vulnerability", "deception", "restriction-of-movement", "isolation",
		"physical-and-sexual-violence", "intimidation-and-threats", "retention-of-identity-documents",
		"withholding-of-wages", "debt-bondage", "abusive-working-and-living-conditions", "excessive-overtime"},
}

// recruitmentSigns says which fact of a recruitment practice is a sign of
// forced labour. Source of the signs: ILO indicators of forced labour; the
// mapping of facts is this library's.
var recruitmentSigns = [...]struct {
	sign ForcedLabourSign
	fact func(*Recruitment) risk.Answer
}{
	{Deception, func(r *Recruitment) risk.Answer { return opposite(r.TermsKept) }},
	{RestrictionOfMovement, func(r *Recruitment) risk.Answer { return opposite(r.FreeMovement) }},
	{DocumentRetention, func(r *Recruitment) risk.Answer { return r.DocumentsHeld }},
	{WageWithholding, func(r *Recruitment) risk.Answer { return r.WagesWithheld }},
	{DebtBondage, (*Recruitment).debt},
	{ExcessiveOvertime, func(r *Recruitment) risk.Answer { return r.ExcessOvertime }},
}

// Signs yields the signs of forced labour on which the practice says something,
// with what it says: Yes for a sign that is there, No for one that is said not
// to be, Unknown for one that nobody has looked for. The signs that hiring
// cannot show, such as violence, are not among them; their absence from the
// list says nothing.
func (r Recruitment) Signs() iter.Seq2[ForcedLabourSign, risk.Answer] {
	return func(yield func(ForcedLabourSign, risk.Answer) bool) {
		for _, s := range recruitmentSigns {
			if !yield(s.sign, s.fact(&r)) {
				return
			}
		}
	}
}

// debt tells whether workers may be bound by what the job has cost them: a fee
// that was not paid back is a sign even where nobody asked for debts.
func (r *Recruitment) debt() risk.Answer {
	paid := r.FeesPaidBy == WorkerPays || r.FeesPaidBy == SharedPay
	switch {
	case r.Indebted.Known():
		return r.Indebted
	case paid && r.FeesRepaid != risk.Yes:
		return risk.Yes
	}
	return risk.Unknown
}

func opposite(a risk.Answer) risk.Answer {
	switch a {
	case risk.Yes:
		return risk.No
	case risk.No:
		return risk.Yes
	}
	return risk.Unknown
}
