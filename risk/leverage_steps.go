package risk

import "strconv"

// attempts is a set of outcomes: bit v is set if outcome v is in it.
type attempts uint8

const (
	isOpen      attempts = 1<<NotTried | 1<<UnderWay
	isSucceeded attempts = 1 << Succeeded
	isFailed    attempts = 1 << Failed
	isAny       attempts = isOpen | isSucceeded | isFailed

	either answers = isNo | isYes
)

// stepRow is a line of the matrix on UNGP 19. Of several that are met the first
// counts.
type stepRow struct {
	atOnce     answers // does the regime ask to suspend at once at abuse of this kind?
	leverage   answers
	crucial    answers
	mitigation attempts
	increase   attempts
	step       Step
	reason     string
}

// stepRows is the matrix of the Interpretive Guide as a table: A is crucial
// with leverage, B crucial without, C not crucial with, D not crucial without.
// Leverage that was gained counts as leverage. Where the regime asks to suspend
// at once, that comes before the matrix.
var stepRows = [...]stepRow{
	{isYes, either, either, isAny, isAny, StepAtOnce, "step-at-once"},
	{isNo, either, either, isSucceeded, isAny, StepKeepUp, "step-keep-up"},
	{isNo, isYes, either, isOpen, isAny, StepMitigate, "step-mitigate"},                  // A, C
	{isNo, isNo, either, isOpen, isSucceeded, StepMitigate, "step-mitigate-with-gained"}, // B, D with leverage gained
	{isNo, isYes, isNo, isFailed, isAny, StepEnd, "step-end"},                            // C
	{isNo, isNo, isNo, isFailed, isSucceeded, StepEnd, "step-end"},                       // D with leverage gained
	{isNo, isYes, isYes, isFailed, isOpen, StepIncrease, "step-increase-crucial"},        // A: treat as B
	{isNo, isNo, isYes, isAny, isOpen, StepIncrease, "step-increase-crucial"},            // B
	{isNo, isNo, isNo, isAny, isOpen, StepIncrease, "step-increase"},                     // D
	{isNo, either, isYes, isAny, isAny, StepEndOrAccount, "step-end-or-account"},         // A, B when all has failed
	{isNo, isNo, isNo, isAny, isFailed, StepConsider, "step-consider"},                   // D
}

func (r *stepRow) meets(atOnce, leverage, crucial Answer, mitigation, increase Attempt) bool {
	return r.atOnce>>atOnce&1 == 1 && r.leverage>>leverage&1 == 1 && r.crucial>>crucial&1 == 1 &&
		r.mitigation>>mitigation&1 == 1 && r.increase>>increase&1 == 1
}

// StepTable is the table behind [DecideRelationship] as data: the matrix of the
// Interpretive Guide on UNGP 19, with what came of the attempts.
type StepTable struct {
	ID      string     `json:"id"`
	Version string     `json:"version"` // semantic version; another step is a new major version
	Rules   []StepRule `json:"rules"`   // of several that are met the first counts
}

// StepRule gives the step of a relationship that meets it: each fact has one of
// the values listed. What a rule does not list makes no difference to it.
type StepRule struct {
	// AtOnce: does the regime ask to suspend at once at abuse of this kind?
	AtOnce     []Answer  `json:"atOnce,omitzero"`
	Leverage   []Answer  `json:"leverage,omitzero"`
	Crucial    []Answer  `json:"crucial,omitzero"`
	Mitigation []Attempt `json:"mitigation,omitzero"`
	Increase   []Attempt `json:"increase,omitzero"`
	Step       Step      `json:"step"`
	Reason     Reason    `json:"reason"`
}

// RelationshipTable returns a copy of the table behind [DecideRelationship].
func RelationshipTable() StepTable {
	t := StepTable{ID: "hrdd-relationship", Version: "1.1.0"}
	for _, r := range stepRows {
		t.Rules = append(t.Rules, StepRule{
			AtOnce:     members[Answer](uint8(r.atOnce), uint8(either)),
			Leverage:   members[Answer](uint8(r.leverage), uint8(either)),
			Crucial:    members[Answer](uint8(r.crucial), uint8(either)),
			Mitigation: members[Attempt](uint8(r.mitigation), uint8(isAny)),
			Increase:   members[Attempt](uint8(r.increase), uint8(isAny)),
			Step:       r.step,
			Reason:     reasonOf(r.reason),
		})
	}
	return t
}

// members returns the values of a set, none if it holds all.
func members[T ~uint8](set, all uint8) []T {
	if set == all {
		return nil
	}
	var l []T
	for v := range T(8) {
		if set>>v&1 == 1 {
			l = append(l, v)
		}
	}
	return l
}

// atOnceArgs returns the kind of abuse, for the row that speaks of it.
func atOnceArgs(row *stepRow, f RelationshipFacts) []string {
	if row.step != StepAtOnce {
		return nil
	}
	return []string{f.Abuse.String()}
}

// timeReason says what severity and time do to attempts that are under way. A
// host's own patience comes before the time that a regime gives.
func timeReason(f RelationshipFacts, p RelationshipPolicy, up Answer) Reason {
	if p.Patience.IsZero() && p.Regime.ProgressMonths > 0 {
		return progressReason(f, p)
	}
	severity := strconv.Itoa(int(f.Severity))
	switch {
	case up == Yes:
		return reasonOf("time-up", severity, strconv.Itoa(p.Patience.days[f.Severity]), f.Since.String())
	case up == No:
		return reasonOf("time-left", severity, f.Since.AddDays(p.Patience.days[f.Severity]).String())
	case !f.Severity.Rated():
		return reasonOf("severity-not-rated")
	case p.Patience.IsZero():
		return reasonOf("no-time-set", severity)
	}
	return reasonOf("time-not-dated", severity)
}

// progressReason says by when the regime asks for measurable progress. It does
// not say that there was none: whether an attempt has failed is for people.
func progressReason(f RelationshipFacts, p RelationshipPolicy) Reason {
	r := reasonOf("progress-undated", strconv.Itoa(p.Regime.ProgressMonths))
	if !f.Since.IsZero() {
		due := f.Since.LastDay().addMonths(p.Regime.ProgressMonths)
		r = reasonOf("progress-due", due.String())
		if !p.AsOf.IsZero() && p.AsOf.After(due) {
			r = reasonOf("progress-overdue", due.String())
		}
	}
	r.Sources = append([]Citation(nil), p.Regime.Sources...)
	return r
}

// lastResortReasons says what must be weighed before the last resort.
func lastResortReasons(f RelationshipFacts, d RelationshipDecision, regime *Regime) []Reason {
	resort := reasonOf("last-resort-" + d.LastResort.String())
	if len(regime.Sources) > 0 {
		resort.Sources = append([]Citation(nil), regime.Sources...)
	}
	reasons := []Reason{resort}
	switch {
	case d.AssessEnding && d.Step == StepAtOnce:
		reasons = append(reasons, reasonOf("assess-ending-at-once"))
	case d.AssessEnding:
		reasons = append(reasons, reasonOf("assess-ending-first"))
	}
	switch f.EndingHarms {
	case Yes:
		reasons = append(reasons, reasonOf("ending-would-harm"))
	case No:
		reasons = append(reasons, reasonOf("ending-would-not-harm"))
	}
	return append(reasons, reasonOf("account-while-staying"))
}

var relationshipReasons = [...]reasonRow{
	{"step-keep-up", "Mitigation works; the company keeps it up and tracks whether it lasts.",
		[]Citation{{"UNGP", "19 commentary"}, {"UNGP", "20"}}},
	{"step-mitigate", "The company has leverage, so it uses it to mitigate the harm and keep it from recurring.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-mitigate-with-gained", "The company has gained leverage, so it uses it to mitigate the harm and keep it from recurring.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-increase", "The company lacks leverage, so it assesses reasonable options to increase it.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-increase-crucial",
		"The relationship is crucial and the company's leverage does not suffice, so it seeks to increase it.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-consider",
		"The relationship is not crucial, and leverage is lacking and cannot be increased, so the company considers the last resort.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-end",
		"The relationship is not crucial and leverage was used without success, so the company takes steps towards the last resort.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"step-end-or-account",
		"The relationship is crucial and what could be tried has failed, so the company considers the last resort, or " +
			"shows what it has done and recognises what staying may cost it.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"relationship-unknown", "The next step depends on what is not known: {or}.", []Citation{{"UNGP", "19 commentary"}}},
	{"time-up",
		"The {1} days given for a harm of severity {0} have passed since {2}; attempts under way count as failed.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"time-left", "For a harm of severity {0}, change must come by {1}.", []Citation{{"UNGP", "19 commentary"}}},
	{"no-time-set",
		"No time is set by which change must come. The more severe the harm (here {0} of 5), the faster the company needs to " +
			"see change before it decides whether to end the relationship.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"time-not-dated", "Since when the company has been trying is not stated, or not to the day, so whether time is up for a harm of severity {0} is unknown.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"severity-not-rated", "How severe the harm is has not been rated, so how fast change must come is unknown.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"last-resort-end", "The last resort is to end the relationship.", []Citation{{"UNGP", "19 commentary"}}},
	{"last-resort-suspend", "Under the regime chosen the last resort is to suspend the relationship.", nil}, // the sources of the regime
	{"step-at-once",
		"The harm is, or is reasonably suspected to be, of a kind ({0}) at which the regime chosen asks the company to suspend the " +
			"relationship or to end it at once, whatever its leverage and however crucial the relationship.",
		[]Citation{{"OECD-MINERALS", "Annex II"}}},
	{"assess-ending-at-once",
		"Suspending does not wait for it; but what it does to people is assessed and mitigated, and before the relationship is " +
			"ended for good it is assessed what that would do to them.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"progress-due", "Under the regime chosen there must be measurable progress by {0}.", nil},
	{"progress-overdue",
		"Under the regime chosen there had to be measurable progress by {0}; if there was none, the attempt has failed.", nil},
	{"progress-undated",
		"Under the regime chosen there must be measurable progress within {0} months of the adoption of a plan; when that was is not stated.", nil},
	{"assess-ending-first", "Before that, it is assessed what ending or suspending would do to people.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"ending-would-harm",
		"Ending or suspending would itself harm people; the company weighs that harm and, if it goes ahead, prevents or mitigates it.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"ending-would-not-harm", "It has been assessed that ending or suspending would not itself harm people.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"account-while-staying",
		"As long as the harm goes on and the company stays, it is able to show its efforts to mitigate it, and accepts the " +
			"consequences of staying, for its reputation, its finances and in law.",
		[]Citation{{"UNGP", "19 commentary"}}},
}
