package risk

// DecisionTable is the table behind [Classify] as data, for a host that wants
// to read, show or review it. It follows the way in which CERT/CC's SSVC
// publishes its decision tables: named decision points with ordered answers,
// versioned, and every rule in the open.
type DecisionTable struct {
	ID             string              `json:"id"`
	Version        string              `json:"version"` // semantic version; a rule that gives another class is a new major version
	Facts          []DecisionFact      `json:"facts"`
	Rules          []DecisionRule      `json:"rules"` // of several that are met the first counts
	Contradictions []ContradictionRule `json:"contradictions"`
}

// DecisionFact is one of the facts that a [DecisionTable] asks for.
type DecisionFact struct {
	Fact     Fact       `json:"fact"`
	Question string     `json:"question"` // in English
	Less     []string   `json:"less"`     // answers that point to less involvement; the table treats them alike
	More     []string   `json:"more"`     // answers that point to more
	Sources  []Citation `json:"sources"`
}

// DecisionRule gives the class of facts that meet all its conditions.
type DecisionRule struct {
	ID               string          `json:"id"`
	When             []FactCondition `json:"when"`
	Class            Involvement     `json:"class"`
	Mode             Mode            `json:"mode,omitzero"`
	NearContribution bool            `json:"nearContribution,omitzero"`
	Sources          []Citation      `json:"sources"`
}

// FactCondition holds if the answer to the fact is one of those listed.
type FactCondition struct {
	Fact    Fact     `json:"fact"`
	Answers []string `json:"answers"`
}

// ContradictionRule says which two answers cannot both be right, if need be
// only given others.
type ContradictionRule struct {
	Code   string          `json:"code"` // of the [Reason] that says why
	First  FactCondition   `json:"first"`
	Second FactCondition   `json:"second"`
	Given  []FactCondition `json:"given,omitzero"`
	// NotInferred says that the contradiction is reported where all its answers
	// are given, and that none of them is inferred from the others.
	NotInferred bool `json:"notInferred,omitzero"`
}

// InvolvementTable returns a copy of the decision table behind [Classify].
//
// Unknown facts have no rules of their own: what they leave possible is what
// the rules give for every way to answer them that contradicts nothing.
func InvolvementTable() DecisionTable {
	t := DecisionTable{ID: involvementTableID, Version: involvementTableVersion}
	for _, r := range factRows {
		t.Facts = append(t.Facts, DecisionFact{
			Fact: r.fact, Question: r.question, Less: r.less.texts(r.fact), More: r.more.texts(r.fact),
			Sources: append([]Citation(nil), r.sources...),
		})
	}
	for _, r := range ruleRows {
		t.Rules = append(t.Rules, DecisionRule{
			ID: r.id, When: publish(r.when), Class: r.class, Mode: r.mode, NearContribution: r.near,
			Sources: append([]Citation(nil), r.sources...),
		})
	}
	for _, r := range contradictionRows {
		t.Contradictions = append(t.Contradictions, ContradictionRule{
			Code: r.code, First: r.first.publish(), Second: r.second.publish(), Given: publish(r.given),
			NotInferred: r.notInferred,
		})
	}
	return t
}

func (c condition) publish() FactCondition { return FactCondition{c.fact, c.in.texts(c.fact)} }

func publish(cs []condition) []FactCondition {
	var l []FactCondition
	for _, c := range cs {
		l = append(l, c.publish())
	}
	return l
}
