package risk

import (
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// MatrixCell is a cell of the Interpretive Guide's matrix on UNGP 19: is the
// relationship crucial, and does the company have leverage? The zero value says
// that one of the two is not known.
type MatrixCell uint8

const (
	MatrixNotStated MatrixCell = iota
	MatrixA                    // crucial, leverage
	MatrixB                    // crucial, no leverage
	MatrixC                    // not crucial, leverage
	MatrixD                    // not crucial, no leverage
)

var matrixCellText = textenum.Table[MatrixCell]{Kind: "cell of the UNGP 19 matrix", Names: []string{"", "a", "b", "c", "d"}}

// Step is what a company does next about a business relationship.
type Step uint8

const (
	StepNotStated    Step = iota
	StepFindOut           // what is unknown decides between steps
	StepMitigate          // use leverage to mitigate the harm
	StepIncrease          // seek to increase leverage
	StepKeepUp            // mitigation works: keep it up and track it
	StepConsider          // consider the last resort
	StepEndOrAccount      // consider the last resort, or stay and account for it
	StepEnd               // take steps towards the last resort
	StepAtOnce            // suspend or end at once, for the regime asks it at abuse of this kind
)

var stepText = textenum.Table[Step]{
	Kind: "step in a relationship",
	Names: []string{
		"", "find-out", "mitigate", "increase-leverage", "keep-up", "consider-last-resort", "last-resort-or-account",
		"take-last-resort", "suspend-at-once",
	},
}

// considersLastResort reports whether the step weighs the last resort.
func (s Step) considersLastResort() bool {
	return s == StepConsider || s == StepEndOrAccount || s == StepEnd || s == StepAtOnce
}

// RelationshipDecision is the next step in a business relationship, and why.
type RelationshipDecision struct {
	Cell     MatrixCell `json:"cell,omitzero"`
	Step     Step       `json:"step"`
	Possible []Step     `json:"possible,omitzero"` // the steps still possible, if more than one
	// LastResort is the last step that the regime knows, if the step weighs it.
	LastResort LastResort `json:"lastResort,omitzero"`
	// AssessEnding says that the relationship must not be ended or suspended
	// before it has been assessed what that would do to people. Under StepAtOnce
	// suspending does not wait for it, and ending for good does.
	AssessEnding bool `json:"assessEnding,omitzero"`
	// TimeUp says whether the time that the host gives for a harm of this
	// severity has passed; unknown if the host sets none, or the severity or a
	// date is not known, or not to the day where that decides.
	TimeUp  Answer   `json:"timeUp,omitzero"`
	Because []Reason `json:"because"`
}

// RelationshipPolicy is what a host brings to the decision.
type RelationshipPolicy struct {
	Regime   Regime   // the zero value stands for the Guiding Principles
	Patience Patience // the zero value sets no time
	AsOf     Date     // the day of the decision
}

// DecideRelationship returns the next step in a business relationship through
// which the company is linked to a harm or contributes to it. Where facts are
// unknown and would make a difference, the step is StepFindOut; the decision
// then lists the steps still possible and its reasons name what is missing.
//
// Where the regime lists kinds of abuse at which it asks to suspend at once
// ([Regime].AtOnce), a harm of such a kind comes before the matrix, and as long
// as nobody has said of what kind the harm is, both are possible.
//
// The step is a proposal to people, who decide. How much leverage a company has
// says what it does next, not which harm comes first.
//
// Source: UNGP 19, commentary, and the matrix of the OHCHR Interpretive Guide
// (2012).
func DecideRelationship(f RelationshipFacts, p RelationshipPolicy) RelationshipDecision {
	d := RelationshipDecision{Cell: cellOfMatrix(f), TimeUp: timeUp(f, p)}
	if d.TimeUp == Yes {
		f.Mitigation, f.Increase = f.Mitigation.outOfTime(), f.Increase.outOfTime()
	}
	atOnce := p.Regime.asksAtOnce(f.Abuse)
	possible := possibleSteps(f, atOnce)
	row := possible.only()
	if row == nil {
		d.Step, d.Possible = StepFindOut, possible.steps()
		d.Because = append(d.Because, reasonOf("relationship-unknown", decisive(f, atOnce, possible)...))
	} else {
		d.Step = row.step
		reason := reasonOf(row.reason, atOnceArgs(row, f)...)
		if row.step == StepAtOnce {
			reason.Sources = slices.Clone(p.Regime.Sources)
		}
		d.Because = append(d.Because, reason)
	}
	if d.Step != StepAtOnce && d.TimeUp == Yes || d.Step == StepMitigate || d.Step == StepIncrease || d.Step == StepFindOut {
		d.Because = append(d.Because, timeReason(f, p, d.TimeUp)) // how fast change must come
	}
	if d.Step.considersLastResort() {
		d.LastResort = p.Regime.LastResort
		if d.LastResort != SuspendRelationship {
			d.LastResort = EndRelationship
		}
		d.AssessEnding = f.EndingAssessed != Yes
		d.Because = append(d.Because, lastResortReasons(f, d, &p.Regime)...)
	}
	return d
}

func cellOfMatrix(f RelationshipFacts) MatrixCell {
	switch crucial := f.Crucial(); {
	case crucial == Yes && f.Leverage == Yes:
		return MatrixA
	case crucial == Yes && f.Leverage == No:
		return MatrixB
	case crucial == No && f.Leverage == Yes:
		return MatrixC
	case crucial == No && f.Leverage == No:
		return MatrixD
	}
	return MatrixNotStated
}

// timeUp reports whether the time for attempts has passed.
func timeUp(f RelationshipFacts, p RelationshipPolicy) Answer {
	if p.Patience.IsZero() || !f.Severity.Rated() || f.Since.IsZero() || p.AsOf.IsZero() {
		return Unknown
	}
	return f.Since.longerThan(p.AsOf, p.Patience.days[f.Severity])
}

// outOfTime returns the outcome of an attempt whose time is up.
func (a Attempt) outOfTime() Attempt {
	if a == UnderWay {
		return Failed
	}
	return a
}

// stepSet is a set of rows of stepRows: bit i is set if row i is in it.
type stepSet uint16

// only returns the row of a set all of whose rows have the same step, nil for
// any other set.
func (s stepSet) only() *stepRow {
	var first *stepRow
	for i := range stepRows {
		switch r := &stepRows[i]; {
		case s>>i&1 == 0:
		case first == nil:
			first = r
		case first.step != r.step:
			return nil
		}
	}
	return first
}

// steps returns the steps of the set, each once, in the order of [Step].
func (s stepSet) steps() []Step {
	var l []Step
	for step := StepMitigate; step <= StepAtOnce; step++ {
		for i := range stepRows {
			if s>>i&1 == 1 && stepRows[i].step == step {
				l = append(l, step)
				break
			}
		}
	}
	return l
}

// possibleSteps returns the rows that the facts can still meet. atOnce says
// whether the regime asks to suspend at once.
func possibleSteps(f RelationshipFacts, atOnce Answer) stepSet {
	var set stepSet
	for _, atOnce := range open(atOnce, No, Yes) {
		for _, leverage := range open(f.Leverage, No, Yes) {
			for _, crucial := range open(f.Crucial(), No, Yes) {
				for _, mitigation := range open(f.Mitigation, NotTried, UnderWay, Succeeded, Failed) {
					for _, increase := range open(f.Increase, NotTried, UnderWay, Succeeded, Failed) {
						set |= firstMet(atOnce, leverage, crucial, mitigation, increase)
					}
				}
			}
		}
	}
	return set
}

// firstMet returns the set of the first row that is met.
func firstMet(atOnce, leverage, crucial Answer, mitigation, increase Attempt) stepSet {
	for i := range stepRows {
		if stepRows[i].meets(atOnce, leverage, crucial, mitigation, increase) {
			return 1 << i
		}
	}
	return 0
}

// open returns v, or all values if v is none of them: unknown.
func open[T comparable](v T, all ...T) []T {
	if i := slices.Index(all, v); i >= 0 {
		return all[i : i+1]
	}
	return all
}

// decisive returns the names of the unknown facts an answer to which would
// leave fewer steps.
func decisive(f RelationshipFacts, atOnce Answer, possible stepSet) []string {
	var names []string
	fewer := func(name string, known bool, with ...RelationshipFacts) {
		for _, g := range with {
			if !known && len(possibleSteps(g, atOnce).steps()) < len(possible.steps()) {
				names = append(names, name)
				return
			}
		}
	}
	if atOnce == Unknown { // to say yes decides
		names = append(names, "abuse")
	}
	attempts := [...]Attempt{NotTried, UnderWay, Succeeded, Failed}
	with := func(set func(*RelationshipFacts)) RelationshipFacts {
		g := f
		set(&g)
		return g
	}
	fewer("leverage", f.Leverage.Known(),
		with(func(g *RelationshipFacts) { g.Leverage = Yes }), with(func(g *RelationshipFacts) { g.Leverage = No }))
	crucial := f.Crucial()
	asCrucial := with(func(g *RelationshipFacts) { g.Essential, g.Alternative = Yes, No })
	notCrucial := with(func(g *RelationshipFacts) { g.Essential, g.Alternative = No, Yes })
	fewer("essential", crucial.Known() || f.Essential.Known(), asCrucial, notCrucial)
	fewer("alternative", crucial.Known() || f.Alternative.Known(), asCrucial, notCrucial)
	var mitigated, increased []RelationshipFacts
	for _, a := range attempts {
		mitigated = append(mitigated, with(func(g *RelationshipFacts) { g.Mitigation = a }))
		increased = append(increased, with(func(g *RelationshipFacts) { g.Increase = a }))
	}
	fewer("mitigation", f.Mitigation.Known(), mitigated...)
	fewer("increase", f.Increase.Known(), increased...)
	return names
}
