package risk

import (
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Duty is something that a company does about a harm that it is involved in.
type Duty uint8

const (
	DutyNotStated    Duty = iota
	Clarify               // find out what the response depends on (UNGP 18)
	Cease                 // stop the own conduct that has a part in the harm (UNGP 13a, 19)
	Prevent               // keep the harm from happening, or from happening again
	Mitigate              // reduce what cannot be prevented (UNGP 13b, 19)
	UseLeverage           // bring others who have a part in the harm to change (UNGP 19)
	IncreaseLeverage      // gain leverage where it is lacking (UNGP 19)
	Remediate             // provide for remediation or cooperate in it (UNGP 22)
	ConsiderEnding        // weigh ending the relationship, and what that would do to people (UNGP 19)
)

var dutyText = textenum.Table[Duty]{
	Kind: "duty",
	Names: []string{
		"", "clarify", "cease", "prevent", "mitigate", "use-leverage", "increase-leverage", "remediate", "consider-ending",
	},
}

// Force says how far a company is bound to a [Duty]. Greater is stronger.
type Force uint8

const (
	NotCalledFor Force = iota // nothing calls for it
	Optional                  // it may, and is not asked to
	Conditional               // if what the reason says is so
	Required
)

var forceText = textenum.Table[Force]{Kind: "force of a duty", Names: []string{"not-called-for", "optional", "conditional", "required"}}

// Obligation is a duty with its force and the reason for it.
type Obligation struct {
	Duty   Duty   `json:"duty"`
	Force  Force  `json:"force"`
	Reason Reason `json:"reason"` // with the condition, if the force is Conditional
}

// Response is what the Guiding Principles ask of a company for its involvement
// in one harm. It does not depend on how severe the harm is or how far away:
// those say what comes first, and how fast.
type Response struct {
	Possible    ClassSet     `json:"possible"` // the classes of involvement that it answers
	Status      Status       `json:"status,omitzero"`
	Obligations []Obligation `json:"obligations,omitzero"` // in the order of [Duty]
}

// Respond returns what the Guiding Principles ask of a company that is involved
// in a harm in the given way. Undetermined stands for any of the four classes,
// and a status that is not stated for either: what both ask for is asked for,
// what only one asks for is conditional on it, and the company finds out.
//
// Source: UNGP 13, 19 and 22.
func Respond(class Involvement, status Status) Response {
	if class == Undetermined || !class.Valid() {
		return respond(AllClasses, status)
	}
	return respond(ClassSetOf(class), status)
}

// Respond returns what the Guiding Principles ask of a company with the
// involvement c. While the class is undetermined it answers every class that
// is still possible, as [Respond] does. Facts that contradict one another are
// to be cleared up first; meanwhile it answers every class that is possible
// once some of them are taken back. A company that
// stands close to contributing stops its own part if it goes on, for what it
// now knows of is foreseeable.
func (c Classification) Respond(status Status) Response {
	possible := c.Possible
	if c.Contradictory {
		possible = afterRepair(repairs(c.Facts))
	}
	r := respond(possible, status)
	if c.Contradictory {
		clear := Obligation{Clarify, Required, reasonOf("clarify-contradiction")}
		if r.Force(Clarify) != NotCalledFor {
			r.Obligations[0] = clear
		} else {
			r.Obligations = slices.Insert(r.Obligations, 0, clear)
		}
	}
	if c.NearContribution {
		at := 0
		if r.Force(Clarify) != NotCalledFor {
			at = 1
		}
		r.Obligations = slices.Insert(r.Obligations, at, Obligation{Cease, Conditional, reasonOf("cease-near-contribution")})
	}
	return r
}

// Force returns the force of the duty in the response.
func (r Response) Force(d Duty) Force {
	for _, o := range r.Obligations {
		if o.Duty == d {
			return o.Force
		}
	}
	return NotCalledFor
}

func respond(possible ClassSet, status Status) Response {
	r := Response{Possible: possible, Status: status}
	statuses := []Status{status}
	if status != Potential && status != Actual {
		statuses = []Status{Potential, Actual}
	}
	switch open := len(statuses) > 1; {
	case possible.Len() > 1 && open:
		r.Obligations = append(r.Obligations, Obligation{Clarify, Required, reasonOf("clarify-both", possible.names()...)})
	case possible.Len() > 1:
		r.Obligations = append(r.Obligations, Obligation{Clarify, Required, reasonOf("clarify-class", possible.names()...)})
	case open && possible != ClassSetOf(NotLinked):
		r.Obligations = append(r.Obligations, Obligation{Clarify, Required, reasonOf("clarify-status")})
	}
	for d := Cease; d <= ConsiderEnding; d++ {
		if o := weigh(d, possible, statuses); o.Force != NotCalledFor {
			r.Obligations = append(r.Obligations, o)
		}
	}
	return r
}

// weigh returns the obligation to one duty over every class and status that is
// possible: the common force if there is one, conditional otherwise.
func weigh(d Duty, possible ClassSet, statuses []Status) Obligation {
	weakest, strongest := Required, NotCalledFor
	var strong ClassSet  // the classes with the strongest force
	var row *responseRow // one of its rows, the greatest part of the company first
	var when Status      // the status at which that row was met
	sameReason, sameStatus := true, true
	for c := range possible.All() {
		for _, s := range statuses {
			r := responseTo(c, s, d)
			if r == nil {
				weakest = NotCalledFor
				continue
			}
			weakest = min(weakest, r.force)
			if r.force > strongest {
				strongest, strong, row, when = r.force, 0, r, s
				sameReason, sameStatus = true, true
			}
			if r.force == strongest {
				strong |= ClassSetOf(c)
				sameReason = sameReason && r.reason == row.reason
				sameStatus = sameStatus && s == when
			}
		}
	}
	if row == nil {
		return Obligation{}
	}
	o := Obligation{d, strongest, reasonOf(row.reason)}
	if weakest == strongest && sameReason || strongest == Conditional {
		return o
	}
	code, args := "whatever-class", []string{strongest.String()}
	byStatus := sameStatus && len(statuses) > 1
	switch {
	case weakest == strongest && possible.Len() == 1:
		code = "whatever-status"
	case weakest == strongest:
		args = append(args, possible.names()...)
	case strong == possible && byStatus:
		code, args = "depends-on-status", append(args, when.String())
	case byStatus:
		code, args = "depends-on-both", append(append(args, when.String()), strong.names()...)
	default:
		code, args = "depends-on-class", append(args, strong.names()...)
	}
	if weakest < strongest {
		o.Force = Conditional
	}
	o.Reason = Reason{Code: code, Args: args, Sources: o.Reason.Sources}
	return o
}

// responseTo returns the row for a duty, nil if there is none.
func responseTo(c Involvement, s Status, d Duty) *responseRow {
	for i := range responseRows {
		if r := &responseRows[i]; r.class == c && r.duty == d && (r.status == s || r.status == StatusNotStated) {
			return r
		}
	}
	return nil
}
