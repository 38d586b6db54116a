package risk

// headlineRow is the first sentence of an explanation: what the company's
// involvement is, in the words of the Guiding Principles. shows lists the
// answers that a reader expects beside it, as far as they are known.
type headlineRow struct {
	code  string
	class Involvement
	near  bool
	when  condition // if stated, the row needs it
	shows []condition
}

// headlineRows is searched from the top.
var headlineRows = [...]headlineRow{
	{code: "class-causes", class: Causes, shows: []condition{{FactOwnAct, isYes}, {FactSufficientAlone, isYes}}},
	{code: "class-contributes", class: Contributes, shows: []condition{
		{FactOwnAct, isYes}, {FactInCombination, isYes}, {FactFacilitates, isSome}, {FactIncentivises, isSome},
		{FactSubstantial, isYes},
	}},
	{code: "class-near-contribution", class: DirectlyLinked, near: true, shows: []condition{
		{FactOwnAct, isYes}, {FactInCombination, isYes}, {FactFacilitates, isSome}, {FactIncentivises, isSome},
		{FactSubstantial, isYes}, {FactForeseeability, isNotForeseeable}, {FactMitigation, isStrong},
		{FactLinkedToOperations, isYes},
	}},
	{code: "class-directly-linked", class: DirectlyLinked, shows: []condition{
		{FactLinkedToOperations, isYes}, {FactThroughRelationship, isYes},
	}},
	{code: "class-not-linked", class: NotLinked, when: condition{FactLinkedToOperations, isNo},
		shows: []condition{{FactLinkedToOperations, isNo}}},
	{code: "class-not-linked", class: NotLinked, when: condition{FactOwnAct, isNo},
		shows: []condition{{FactOwnAct, isNo}, {FactThroughRelationship, isNo}}},
	{code: "class-minor-part-only", class: NotLinked, shows: []condition{
		{FactOwnAct, isYes}, {FactSubstantial, isNo}, {FactThroughRelationship, isNo},
	}},
}

// headline returns the row for a class that has been determined.
func headline(c Classification) *headlineRow {
	for i := range headlineRows {
		r := &headlineRows[i]
		if r.class == c.Class && r.near == c.NearContribution && (r.when.fact == 0 || r.when.holds(c.Facts)) {
			return r
		}
	}
	return nil
}

var classReasons = [...]reasonRow{
	{"class-causes",
		"The company causes the harm: its own act or omission brings it about, or would, whatever others do.",
		[]Citation{{"UNGP", "13(a)"}}},
	{"class-contributes",
		"The company contributes to the harm: its own act or omission is a substantial part of what brings it about, " +
			"or would.",
		[]Citation{{"UNGP", "13(a)"}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"class-near-contribution",
		"The company is held directly linked and stands close to contributing: its own part is substantial, but it " +
			"could not foresee the harm and guarded well against it. Once it knows of the harm, more of the same is " +
			"foreseeable.",
		[]Citation{{"UNGP", "13(b)"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"class-directly-linked",
		"The company is directly linked to the harm: the harm is connected to its operations, products or services " +
			"through a business relationship, and nothing the company did or failed to do amounts to a contribution.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"class-not-linked",
		"The company is not linked to the harm: nothing connects the harm to its operations, products or services.",
		[]Citation{{"UNGP", "13"}}},
	{"class-minor-part-only",
		"The company neither contributes to the harm nor is directly linked to it: nothing it did or failed to do is a " +
			"substantial part of what brings it about, and no business relationship connects it with the harm. The " +
			"Guiding Principles draw no line for what is substantial; a person must stand for that answer.",
		[]Citation{{"UNGP", "13"}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"class-undetermined",
		"The facts do not decide the company's involvement yet; still possible: {or}.",
		[]Citation{{"UNGP", "18"}}},
	{"class-contradiction",
		"The answers contradict one another and cannot all be right, so they give no class. Depending on " +
			"which of them is taken back, still possible: {or}.",
		[]Citation{{"UNGP", "18"}}},
}

// factReasons has one sentence for each answer that the table tells apart and
// each that a reader would want to see. The code is the name of the fact and
// of the answer; {0} is the answer where one sentence serves several.
var factReasons = [...]reasonRow{
	{"own-act-yes", "An act or omission of the company itself bears on the harm.", []Citation{{"UNGP", "13"}}},
	{"own-act-no", "No act or omission of the company itself bears on the harm.", []Citation{{"UNGP", "13"}}},
	{"sufficient-alone-yes", "What the company did or failed to do suffices to bring about the harm on its own.",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"sufficient-alone-no", "What the company did or failed to do does not suffice to bring about the harm on its own.",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"in-combination-yes", "The company's conduct brings about the harm together with what others do alongside.",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"in-combination-no", "The company's conduct does not combine with what others do alongside.",
		[]Citation{{"OHCHR-IG-2012", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"facilitates-some", "The company's conduct makes it easier for someone else to do the harm, to a {0} degree.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"facilitates-none", "The company's conduct does not make it easier for anyone else to do the harm.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"incentivises-some",
		"The company's conduct makes it more attractive for someone else to do the harm, to a {0} degree.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"incentivises-none", "The company's conduct does not make it more attractive for anyone else to do the harm.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"substantial-yes", "The company's own part in bringing about the harm is more than minor or trivial.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}}},
	{"substantial-no", "The company's own part in bringing about the harm, if any, is minor or trivial.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}}},
	{"foreseeability-not-foreseeable", "The company could not have foreseen the harm.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"foreseeability-could-have-known", "The company could have known of the harm.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"foreseeability-should-have-known", "The company should have known of the harm.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"foreseeability-knew", "The company knew of the harm.", []Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"mitigation-none", "The company took no measures of its own against the harm.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"mitigation-weak", "The company's own measures against the harm were weak.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"mitigation-partial", "The company's own measures met only part of the risk.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"mitigation-strong", "The company's own measures were fit for the risk, though nothing shows yet that they reduced it.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"mitigation-effective", "The company's own measures were fit for the risk and are shown to have reduced it.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}, {"OECD-DDG-2018", "Annex Q29"}}},
	{"linked-to-operations-yes", "The harm is connected to the company's operations, products or services.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"linked-to-operations-no", "The harm is not connected to the company's operations, products or services.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"through-relationship-yes",
		"Whoever does the harm is in a business relationship with the company; how many tiers away makes no difference.",
		[]Citation{{"UNGP", "13(b)"}, {"UNGP", "13 commentary"}}},
	{"through-relationship-no", "Whoever does the harm is in no business relationship with the company, at any tier.",
		[]Citation{{"UNGP", "13(b)"}, {"UNGP", "13 commentary"}}},
}

// contradictionReasons says why two answers cannot both be right.
var contradictionReasons = [...]reasonRow{
	{"no-act-yet-sufficient",
		"No act or omission of the company bears on the harm, and yet one is said to suffice to bring it about.", nil},
	{"no-act-yet-in-combination",
		"No act or omission of the company bears on the harm, and yet one is said to combine with what others do.", nil},
	{"no-act-yet-facilitates",
		"No act or omission of the company bears on the harm, and yet one is said to make it easier.", nil},
	{"no-act-yet-incentivises",
		"No act or omission of the company bears on the harm, and yet one is said to make it more attractive.", nil},
	{"no-act-yet-substantial",
		"No act or omission of the company bears on the harm, and yet the company's own part is said to be substantial.", nil},
	{"own-act-yet-no-link",
		"The company's own conduct bears on the harm, and conduct is part of its operations; yet the harm is said to be " +
			"unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"sufficient-yet-no-link",
		"The company's conduct is said to suffice to bring about the harm, and conduct is part of its operations; " +
			"yet the harm is said to be unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"in-combination-yet-no-link",
		"The company's conduct is said to combine with what others do to bring about the harm, and conduct is part of its operations; " +
			"yet the harm is said to be unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"facilitates-yet-no-link",
		"The company's conduct is said to make the harm easier, and conduct is part of its operations; " +
			"yet the harm is said to be unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"incentivises-yet-no-link",
		"The company's conduct is said to make the harm more attractive, and conduct is part of its operations; " +
			"yet the harm is said to be unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"substantial-yet-no-link",
		"The company's conduct is said to be a substantial part of what brings about the harm, and conduct is part of its operations; " +
			"yet the harm is said to be unconnected to its operations, products and services.",
		[]Citation{{"UNGP", "13"}}},
	{"sufficient-yet-minor",
		"The company's conduct is said to suffice to bring about the harm on its own, and yet to be a minor part of it.", nil},
	{"link-through-nothing",
		"The harm is said to be connected to the company's operations, products or services, yet neither through an act " +
			"or omission of the company nor through a business relationship.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"substantial-in-no-way",
		"The company's own part is said to be substantial, yet it neither suffices alone, nor combines with what others " +
			"do, nor makes the harm easier or more attractive for anyone.",
		[]Citation{{"OECD-DDG-2018", "Annex Q29"}}},
}

// answerReason returns the sentence for the answer to a fact.
func answerReason(f Facts, fact Fact) Reason {
	text := f.Text(fact)
	if (fact == FactFacilitates || fact == FactIncentivises) && text != DegreeNone.String() {
		return reasonOf(fact.String()+"-some", text)
	}
	return reasonOf(fact.String() + "-" + text)
}
