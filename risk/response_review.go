package risk

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// ResponseRecord is what a company has done about its involvement in one harm,
// as far as the rules of [ResponseChecks] ask.
type ResponseRecord struct {
	Class            Involvement `json:"class,omitzero"`
	Status           Status      `json:"status,omitzero"`
	RemediationPlan  Answer      `json:"remediationPlan,omitzero"`  // is there a plan to provide for remediation or cooperate in it?
	LeverageAssessed Answer      `json:"leverageAssessed,omitzero"` // has leverage been assessed?
	LeveragePlan     Answer      `json:"leveragePlan,omitzero"`     // is there a plan to use or increase it?
	EndingDecided    Answer      `json:"endingDecided,omitzero"`    // has it been decided to end, suspend or stay?
	EndingAssessed   Answer      `json:"endingAssessed,omitzero"`   // has it been assessed what ending would do to people?
}

// GapGrade says how a gap in a response counts.
type GapGrade uint8

const (
	GapGradeNotStated GapGrade = iota
	PlainGap                   // something is missing
	ErrorGap                   // a duty of the Guiding Principles is not met
)

var gapGradeText = textenum.Table[GapGrade]{Kind: "grade of a gap", Names: []string{"", "gap", "error"}}

// ResponseCheck is a rule that finds a gap in a response.
type ResponseCheck struct {
	ID     string   `json:"id"` // stable: "R-22a"
	Grade  GapGrade `json:"grade"`
	Reason Reason   `json:"reason"` // what is missing
	row    *gapRow
}

// gapRow finds a gap if the class is one of classes, the status is the one
// stated, all that is listed in is is the case, and not is not.
type gapRow struct {
	id      string
	grade   GapGrade
	classes ClassSet
	status  Status // not stated stands for both
	is, not func(ResponseRecord) Answer
	reason  string
}

const (
	linkedOnly    ClassSet = 1 << (DirectlyLinked - NotLinked)
	takesPart     ClassSet = 1<<(Contributes-NotLinked) | 1<<(Causes-NotLinked)
	anyInvolvedIn          = linkedOnly | takesPart
)

func gapRows(yield func(*gapRow) bool) {
	rows := [...]gapRow{
		{"R-22a", ErrorGap, takesPart, Actual, nil, func(r ResponseRecord) Answer { return r.RemediationPlan }, "no-remediation-plan"},
		{"R-22b", PlainGap, linkedOnly, Actual, nil, func(r ResponseRecord) Answer { return r.LeveragePlan }, "no-leverage-plan"},
		{"R-19a", PlainGap, linkedOnly, StatusNotStated, nil, func(r ResponseRecord) Answer { return r.LeverageAssessed }, "no-leverage-assessment"},
		{"R-19b", PlainGap, anyInvolvedIn, StatusNotStated, func(r ResponseRecord) Answer { return r.EndingDecided },
			func(r ResponseRecord) Answer { return r.EndingAssessed }, "no-assessment-of-ending"},
	}
	for i := range rows {
		if !yield(&rows[i]) {
			return
		}
	}
}

var gapReasons = [...]reasonRow{
	{"no-remediation-plan",
		"The company has a part in harm that has happened, and there is no plan to provide for remediation or cooperate in it.",
		[]Citation{{"UNGP", "22"}}},
	{"no-leverage-plan",
		"Harm has happened to which the company is linked. It need not remedy it, but there is no plan to use or increase its leverage.",
		[]Citation{{"UNGP", "19"}, {"UNGP", "22 commentary"}}},
	{"no-leverage-assessment",
		"The company is linked to the harm, and its leverage has not been assessed.",
		[]Citation{{"UNGP", "19"}}},
	{"no-assessment-of-ending",
		"It has been decided to end the relationship or to stay, and what ending would do to people has not been assessed.",
		[]Citation{{"UNGP", "19 commentary"}}},
}

// ResponseChecks yields the rules: R-22a, no remediation plan although the
// company causes or contributes to harm that has happened; R-22b, no leverage
// plan although it is linked to such harm (the lack of a remediation plan is no
// gap there); R-19a, linked and leverage not assessed; R-19b, a decision to end
// or stay without an assessment of what ending would do to people.
func ResponseChecks() iter.Seq[ResponseCheck] {
	return func(yield func(ResponseCheck) bool) {
		for r := range gapRows {
			if !yield(ResponseCheck{ID: r.id, Grade: r.grade, Reason: reasonOf(r.reason), row: r}) {
				return
			}
		}
	}
}

// Finds reports whether the record has the gap; Unknown says that what is not
// known decides it.
func (c ResponseCheck) Finds(r ResponseRecord) Answer {
	if c.row == nil {
		return Unknown
	}
	class := Unknown
	if r.Class != Undetermined && r.Class.Valid() {
		class = AnswerOf(c.row.classes.Has(r.Class))
	}
	status := Yes
	if c.row.status != StatusNotStated {
		status = Unknown
		if r.Status != StatusNotStated {
			status = AnswerOf(r.Status == c.row.status)
		}
	}
	is := Yes
	if c.row.is != nil {
		is = c.row.is(r)
	}
	return allOf(class, status, is, not(c.row.not(r)))
}

// ResponseGap is a rule that finds a gap, or that what is not known keeps from
// saying that there is none.
type ResponseGap struct {
	Check ResponseCheck `json:"check"`
	// Certain is false if the record does not say enough to tell.
	Certain bool `json:"certain"`
}

// ReviewResponse returns the gaps of a record, in the order of
// [ResponseChecks].
func ReviewResponse(r ResponseRecord) []ResponseGap {
	var gaps []ResponseGap
	for c := range ResponseChecks() {
		if found := c.Finds(r); found != No {
			gaps = append(gaps, ResponseGap{c, found == Yes})
		}
	}
	return gaps
}

// allOf is Yes if all answers are, No if one is, and Unknown otherwise.
func allOf(answers ...Answer) Answer {
	all := Yes
	for _, a := range answers {
		switch a {
		case Yes:
		case No:
			return No
		default:
			all = Unknown
		}
	}
	return all
}

// not turns Yes into No and No into Yes.
func not(a Answer) Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}
