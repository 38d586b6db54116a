package risk

// The decision table of involvement: which facts make which class. It is data;
// classify_table.go tabulates it, and [InvolvementTable] shows it.
//
// The rows are this library's own construction from the decision factors of
// the sources cited beside them. None of those publishes a table; where they
// leave a question open, the row says how it is settled here.

const (
	involvementTableID      = "hrdd-involvement"
	involvementTableVersion = "1.0.0"
)

// answers is a set of answers to one fact: bit v is set if value v is in it.
type answers uint8

// The sets of answers that the rows tell apart. Every fact but one that is
// unknown lies on one of two sides.
const (
	isNo  answers = 1 << No
	isYes answers = 1 << Yes

	isNone answers = 1 << DegreeNone
	isSome answers = 1<<DegreeSlight | 1<<DegreeMarked | 1<<DegreeGreat

	isNotForeseeable answers = 1 << NotForeseeable
	isForeseeable    answers = 1<<CouldHaveKnown | 1<<ShouldHaveKnown | 1<<Knew

	isPoor   answers = 1<<NoMitigation | 1<<WeakMitigation | 1<<PartialMitigation
	isStrong answers = 1<<StrongMitigation | 1<<EffectiveMitigation
)

// factRow is a fact with the two sides of its answers: the one that points to
// less involvement first.
type factRow struct {
	fact     Fact
	less     answers
	more     answers
	question string
	sources  []Citation
}

var factRows = [...]factRow{
	{FactOwnAct, isNo, isYes,
		"Does an act or omission of the company itself bear on the harm?",
		[]Citation{{"UNGP", "13"}}},
	{FactSufficientAlone, isNo, isYes,
		"Would the company's own act or omission bring about the harm on its own, whatever others do?",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{FactInCombination, isNo, isYes,
		"Does the company's own act or omission bring about the harm together with what others do alongside?",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{FactFacilitates, isNone, isSome,
		"How far does the company's own conduct make it easier for someone else to do the harm?",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{FactIncentivises, isNone, isSome,
		"How far does the company's own conduct make it more attractive for someone else to do the harm?",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{FactSubstantial, isNo, isYes,
		"Is the company's own part in bringing about the harm more than minor or trivial?",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}}},
	{FactForeseeability, isNotForeseeable, isForeseeable,
		"Could or should the company have known of the harm, or did it know?",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{FactMitigation, isStrong, isPoor,
		"How good are the company's own measures against the harm, and did they reduce it?",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{FactLinkedToOperations, isNo, isYes,
		"Is the harm connected to the company's operations, products or services?",
		[]Citation{{"UNGP", "13(b)"}}},
	{FactThroughRelationship, isNo, isYes,
		"Is the harm done by an entity in a business relationship with the company, at any tier?",
		[]Citation{{"UNGP", "13(b)"}}},
}

// condition holds if the answer to the fact is in the set.
type condition struct {
	fact Fact
	in   answers
}

// ruleRow gives the class of facts that meet all its conditions. Of several
// rows that are met the first counts.
type ruleRow struct {
	id      string
	when    []condition
	class   Involvement
	mode    Mode
	near    bool
	sources []Citation
}

var ruleRows = [...]ruleRow{
	{
		id:      "sufficient-alone",
		when:    []condition{{FactOwnAct, isYes}, {FactSufficientAlone, isYes}},
		class:   Causes,
		mode:    ModeSole,
		sources: []Citation{{"UNGP", "13(a)"}, {"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		// Foreseeability and the quality of measures are two of the three
		// factors of the OHCHR advice; a company that could not foresee the
		// harm and guarded well against it stands at the border.
		id: "near-contribution-in-combination",
		when: []condition{
			{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactInCombination, isYes},
			{FactForeseeability, isNotForeseeable}, {FactMitigation, isStrong}, {FactLinkedToOperations, isYes},
		},
		class:   DirectlyLinked,
		near:    true,
		sources: []Citation{{"UNGP", "13(b)"}, {"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id: "near-contribution-facilitating",
		when: []condition{
			{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactFacilitates, isSome},
			{FactForeseeability, isNotForeseeable}, {FactMitigation, isStrong}, {FactLinkedToOperations, isYes},
		},
		class:   DirectlyLinked,
		near:    true,
		sources: []Citation{{"UNGP", "13(b)"}, {"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id: "near-contribution-incentivising",
		when: []condition{
			{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactIncentivises, isSome},
			{FactForeseeability, isNotForeseeable}, {FactMitigation, isStrong}, {FactLinkedToOperations, isYes},
		},
		class:   DirectlyLinked,
		near:    true,
		sources: []Citation{{"UNGP", "13(b)"}, {"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id: "in-combination-and-facilitating",
		when: []condition{
			{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactInCombination, isYes}, {FactFacilitates, isSome},
		},
		class:   Contributes,
		mode:    ModeCombinationAndThirdParty,
		sources: []Citation{{"UNGP", "13(a)"}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id: "in-combination-and-incentivising",
		when: []condition{
			{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactInCombination, isYes}, {FactIncentivises, isSome},
		},
		class:   Contributes,
		mode:    ModeCombinationAndThirdParty,
		sources: []Citation{{"UNGP", "13(a)"}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id:      "in-combination",
		when:    []condition{{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactInCombination, isYes}},
		class:   Contributes,
		mode:    ModeCombination,
		sources: []Citation{{"UNGP", "13(a)"}, {"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}},
	},
	{
		id:      "facilitating",
		when:    []condition{{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactFacilitates, isSome}},
		class:   Contributes,
		mode:    ModeThirdParty,
		sources: []Citation{{"UNGP", "13(a)"}, {"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}},
	},
	{
		id:      "incentivising",
		when:    []condition{{FactOwnAct, isYes}, {FactSubstantial, isYes}, {FactIncentivises, isSome}},
		class:   Contributes,
		mode:    ModeThirdParty,
		sources: []Citation{{"UNGP", "13(a)"}, {"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}},
	},
	{
		id:      "through-relationship",
		when:    []condition{{FactLinkedToOperations, isYes}, {FactThroughRelationship, isYes}},
		class:   DirectlyLinked,
		sources: []Citation{{"UNGP", "13(b)"}, {"OHCHR-IG-2012", ""}},
	},
	{
		id:      "no-link",
		when:    []condition{{FactLinkedToOperations, isNo}},
		class:   NotLinked,
		sources: []Citation{{"UNGP", "13(b)"}},
	},
	{
		// What is left is a part of the company's own that is no contribution.
		// The Guiding Principles draw no line below which a part does not count;
		// the OECD guidance does. Without a business relationship there is
		// nothing else to be linked through.
		id:      "no-relationship",
		when:    []condition{{FactThroughRelationship, isNo}},
		class:   NotLinked,
		sources: []Citation{{"UNGP", "13"}, {"OECD-DDG-2018", "Annex Q29"}},
	},
}

// contradictionRow says that two answers cannot both be right, if need be only
// given others.
//
// What follows from an answer by necessity is inferred: conduct that suffices
// alone is conduct. But nothing is inferred by running out of alternatives,
// where the alternatives are not known to be all: a substantial part that works
// in none of the ways asked for, or a link through nothing, is reported once all
// of them are denied, and while one is unknown it is not taken for granted.
type contradictionRow struct {
	code          string // of the reason that says why
	first, second condition
	given         []condition
	notInferred   bool
}

var contradictionRows = [...]contradictionRow{
	{"no-act-yet-sufficient", condition{FactOwnAct, isNo}, condition{FactSufficientAlone, isYes}, nil, false},
	{"no-act-yet-in-combination", condition{FactOwnAct, isNo}, condition{FactInCombination, isYes}, nil, false},
	{"no-act-yet-facilitates", condition{FactOwnAct, isNo}, condition{FactFacilitates, isSome}, nil, false},
	{"no-act-yet-incentivises", condition{FactOwnAct, isNo}, condition{FactIncentivises, isSome}, nil, false},
	{"no-act-yet-substantial", condition{FactOwnAct, isNo}, condition{FactSubstantial, isYes}, nil, false},
	{"own-act-yet-no-link", condition{FactOwnAct, isYes}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"sufficient-yet-no-link", condition{FactSufficientAlone, isYes}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"in-combination-yet-no-link", condition{FactInCombination, isYes}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"facilitates-yet-no-link", condition{FactFacilitates, isSome}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"incentivises-yet-no-link", condition{FactIncentivises, isSome}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"substantial-yet-no-link", condition{FactSubstantial, isYes}, condition{FactLinkedToOperations, isNo}, nil, false},
	{"sufficient-yet-minor", condition{FactSufficientAlone, isYes}, condition{FactSubstantial, isNo}, nil, false},
	{"link-through-nothing", condition{FactLinkedToOperations, isYes}, condition{FactThroughRelationship, isNo},
		[]condition{{FactOwnAct, isNo}}, true},
	{"substantial-in-no-way", condition{FactSubstantial, isYes}, condition{FactInCombination, isNo},
		[]condition{{FactSufficientAlone, isNo}, {FactFacilitates, isNone}, {FactIncentivises, isNone}}, true},
}
