package risk

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs, first in %s\nif the change is meant, run go test ./risk -update and look at what it changes", path, firstDifference(want, got))
	}
}

// firstDifference says which line of two texts is the first that differs.
func firstDifference(want, got []byte) string {
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	line := func(lines [][]byte, i int) []byte {
		if i < len(lines) {
			return lines[i]
		}
		return []byte("the end")
	}
	i := 0
	for i < min(len(w), len(g)) && bytes.Equal(w[i], g[i]) {
		i++
	}
	return fmt.Sprintf("line %d:\nwant %s\ngot  %s", i+1, line(w, i), line(g, i))
}

// published are situations whose class a source states: the OHCHR Interpretive
// Guide, the OECD Due Diligence Guidance, and the report on a device supply
// chain that this library was first made for. The facts are our reading of the
// situation; what a source leaves open is unknown here.
var published = []struct {
	id, situation string
	facts         Facts
	class         Involvement
	mode          Mode
}{
	{"L1", "A restaurant routinely treats customers in a racially discriminatory way.",
		Facts{OwnAct: Yes, SufficientAlone: Yes, LinkedToOperations: Yes, ThroughRelationship: No, Foreseeability: Knew},
		Causes, ModeSole},
	{"L2", "A factory exposes its own workers to hazards without proper protective equipment.",
		Facts{OwnAct: Yes, SufficientAlone: Yes, Foreseeability: ShouldHaveKnown, LinkedToOperations: Yes, ThroughRelationship: No},
		Causes, ModeSole},
	{"L3", "A plant is the main source of the chemicals that pollute a community's drinking water.",
		Facts{OwnAct: Yes, SufficientAlone: Yes, Substantial: Yes, LinkedToOperations: Yes}, Causes, ModeSole},
	{"L4", "A service hands user data to a government that uses them to track and prosecute dissidents.",
		Facts{
			OwnAct: Yes, SufficientAlone: No, InCombination: No, Facilitates: DegreeGreat, Incentivises: DegreeNone,
			Substantial: Yes, Foreseeability: ShouldHaveKnown, Mitigation: NoMitigation,
			LinkedToOperations: Yes, ThroughRelationship: Yes,
		}, Contributes, ModeThirdParty},
	{"L5", "A contractor builds and maintains a detention camp whose inmates suffer inhumane treatment.",
		Facts{
			OwnAct: Yes, SufficientAlone: No, InCombination: No, Facilitates: DegreeGreat, Substantial: Yes,
			Foreseeability: ShouldHaveKnown, LinkedToOperations: Yes, ThroughRelationship: Yes,
		}, Contributes, ModeThirdParty},
	{"L7", "A buyer changes orders at the last minute without moving deadlines or prices; the supplier breaches labour standards.",
		Facts{
			OwnAct: Yes, SufficientAlone: No, InCombination: No, Facilitates: DegreeNone, Incentivises: DegreeMarked,
			Substantial: Yes, Foreseeability: ShouldHaveKnown, Mitigation: NoMitigation,
			LinkedToOperations: Yes, ThroughRelationship: Yes,
		}, Contributes, ModeThirdParty},
	{"L8", "A bank lends to a company whose activity, against agreed standards, evicts communities.",
		Facts{OwnAct: No, LinkedToOperations: Yes, ThroughRelationship: Yes}, DirectlyLinked, ModeNotStated},
	{"L9", "A retailer's supplier gives embroidery to children who work at home, against its contract.",
		Facts{OwnAct: No, LinkedToOperations: Yes, ThroughRelationship: Yes, Foreseeability: CouldHaveKnown},
		DirectlyLinked, ModeNotStated},
	{"L12", "Cobalt mined with child labour is in the company's product, several tiers up.",
		Facts{OwnAct: No, LinkedToOperations: Yes, ThroughRelationship: Yes}, DirectlyLinked, ModeNotStated},
	{"L13", "Workers of assembly, manufacturing and returns suppliers at tiers 1 to 2 may be harmed.",
		Facts{OwnAct: No, LinkedToOperations: Yes, ThroughRelationship: Yes}, DirectlyLinked, ModeNotStated},
	{"L14", "Workers who mine and make the materials in the company's devices may be harmed; the source says 'indirectly linked'.",
		Facts{OwnAct: No, LinkedToOperations: Yes, ThroughRelationship: Yes}, DirectlyLinked, ModeNotStated},
}

func TestThePublishedExamplesAreClassifiedAsTheirSourcesSay(t *testing.T) {
	for _, p := range published {
		t.Run(p.id, func(t *testing.T) {
			c := Classify(p.facts)
			if c.Class != p.class || c.Mode != p.mode || c.Contradictory {
				t.Errorf("%s\ngot %v %v (possible %v, contradictory %v), want %v %v",
					p.situation, c.Class, c.Mode, c.Possible, c.Contradictory, p.class, p.mode)
			}
		})
	}
}

func TestAnIndirectLabelDoesNotDecideTheClassAndTheMaterialInTheProductDoes(t *testing.T) {
	supplierOfMaterials := Facts{OwnAct: No, ThroughRelationship: Yes} // whether the material is in the product is not known
	if c := Classify(supplierOfMaterials); c.Class != Undetermined || c.Possible != ClassSetOf(NotLinked, DirectlyLinked) {
		t.Errorf("not known: %v of %v", c.Class, c.Possible)
	}
	inProduct := supplierOfMaterials
	inProduct.LinkedToOperations = Yes
	if c := Classify(inProduct); c.Class != DirectlyLinked {
		t.Errorf("in the product: %v", c.Class)
	}
	otherLine := supplierOfMaterials
	otherLine.LinkedToOperations = No
	if c := Classify(otherLine); c.Class != NotLinked {
		t.Errorf("in a line that does not feed the company: %v", c.Class)
	}
}

// Ten situations, each as a person would want it explained.
var explained = []struct {
	situation string
	facts     Facts
}{
	{published[1].situation, published[1].facts},
	{published[3].situation, published[3].facts},
	{published[5].situation, published[5].facts},
	{published[8].situation, published[8].facts},
	{"Several plants on a river, this company's among them, together pollute the water of a village; none alone would.",
		Facts{
			OwnAct: Yes, SufficientAlone: No, InCombination: Yes, Facilitates: DegreeNone, Incentivises: DegreeNone,
			Substantial: Yes, Foreseeability: ShouldHaveKnown, Mitigation: WeakMitigation, LinkedToOperations: Yes,
			ThroughRelationship: No,
		}},
	{"A tool sold under strict vetting and monitoring was turned against people in a way that nobody could foresee.",
		Facts{
			OwnAct: Yes, SufficientAlone: No, InCombination: No, Facilitates: DegreeMarked, Incentivises: DegreeNone,
			Substantial: Yes, Foreseeability: NotForeseeable, Mitigation: EffectiveMitigation, LinkedToOperations: Yes,
			ThroughRelationship: Yes,
		}},
	{"A supplier abuses workers in a plant that makes nothing for the company.",
		Facts{OwnAct: No, LinkedToOperations: No, ThroughRelationship: Yes}},
	{"Workers at a supplier are underpaid; whether the company's own prices press on wages has not been looked into.",
		Facts{OwnAct: Unknown, SufficientAlone: No, InCombination: No, Facilitates: DegreeNone, LinkedToOperations: Yes, ThroughRelationship: Yes}},
	{"Nothing has been found out yet.", Facts{}},
	{"The file says that the company did nothing that bears on the harm, and that its delivery times pressed the supplier hard.",
		Facts{OwnAct: No, SufficientAlone: No, Incentivises: DegreeGreat, LinkedToOperations: Yes, ThroughRelationship: Yes}},
}

func TestExplainSaysWhatAPersonWhoKnowsTheGuidingPrinciplesWouldSay(t *testing.T) {
	var b bytes.Buffer
	for i, x := range explained {
		e := Classify(x.facts).Explain()
		fmt.Fprintf(&b, "%d. %s\n\n   %s", i+1, x.situation, words(e.Class.String()))
		if e.Mode != ModeNotStated {
			fmt.Fprintf(&b, " (%s)", words(e.Mode.String()))
		}
		if e.NearContribution {
			b.WriteString(" (near contribution)")
		}
		b.WriteString("\n")
		for _, r := range e.Because {
			fmt.Fprintf(&b, "   - %s %v\n", r, r.Sources)
		}
		for _, c := range e.Contradictions {
			fmt.Fprintf(&b, "   ! %s contradicts %s\n", c.First, c.Second)
		}
		for _, r := range e.Repairs {
			fmt.Fprintf(&b, "   < taking back %v leaves %v\n", r.TakeBack, r.Possible)
		}
		for _, q := range e.Questions {
			fmt.Fprintf(&b, "   ? %s\n", q)
			for _, o := range q.Outcomes {
				fmt.Fprintf(&b, "       %v leaves %v\n", o.Answers, o.Possible)
			}
		}
		b.WriteString("\n")
	}
	golden(t, "explained.txt", b.Bytes())
}

func TestPublishedTablesChangeOnlyWithTheirVersion(t *testing.T) {
	for name, table := range map[string]any{
		"involvement_table_" + InvolvementTable().Version:   InvolvementTable(),
		"response_table_" + ResponseTable().Version:         ResponseTable(),
		"relationship_table_" + RelationshipTable().Version: RelationshipTable(),
	} {
		b, err := json.MarshalIndent(table, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", append(b, '\n'))
	}
}

func TestTheResponseToEachClassReadsAsTheGuidingPrinciplesPutIt(t *testing.T) {
	var b bytes.Buffer
	list := func(title string, r Response) {
		fmt.Fprintf(&b, "%s\n", title)
		for _, o := range r.Obligations {
			fmt.Fprintf(&b, "   - %v, %v: %v %v\n", o.Duty, o.Force, o.Reason, o.Reason.Sources)
		}
		b.WriteString("\n")
	}
	for class := Causes; class >= NotLinked; class-- {
		for _, status := range []Status{Potential, Actual} {
			list(fmt.Sprintf("%v, %v", class, status), Respond(class, status))
		}
	}
	list("undetermined, status not stated", Respond(Undetermined, StatusNotStated))
	list("near contribution, actual", Classify(explained[5].facts).Respond(Actual))
	list("contradictory, actual", Classify(explained[9].facts).Respond(Actual))
	golden(t, "responses.txt", b.Bytes())
}

func TestTheDecisionOnARelationshipReadsAsPrinciple19PutsIt(t *testing.T) {
	csddd, _ := RegimeByID("csddd-2026")
	minerals, _ := RegimeByID("oecd-minerals")
	patience, err := NewPatience([MaxLevel]int{720, 360, 180, 90, 30})
	if err != nil {
		t.Fatal(err)
	}
	since, asOf := MustParseDate("2021-01-01"), MustParseDate("2021-06-01")
	var b bytes.Buffer
	for _, c := range []struct {
		title  string
		facts  RelationshipFacts
		policy RelationshipPolicy
	}{
		{"A: crucial, leverage, nothing tried",
			RelationshipFacts{Leverage: Yes, Essential: Yes, Alternative: No, Mitigation: NotTried, Increase: NotTried, Severity: 3},
			RelationshipPolicy{}},
		{"A: crucial, leverage used in vain",
			RelationshipFacts{Leverage: Yes, Essential: Yes, Alternative: No, Mitigation: Failed, Increase: NotTried, Severity: 3},
			RelationshipPolicy{}},
		{"B: crucial, no leverage to be had, ending would harm",
			RelationshipFacts{Leverage: No, Essential: Yes, Alternative: No, Mitigation: NotTried, Increase: Failed, Severity: 5, EndingAssessed: Yes, EndingHarms: Yes},
			RelationshipPolicy{}},
		{"C: not crucial, mitigation under way, time left",
			RelationshipFacts{Leverage: Yes, Alternative: Yes, Mitigation: UnderWay, Severity: 2, Since: since},
			RelationshipPolicy{Patience: patience, AsOf: asOf}},
		{"C: not crucial, mitigation under way, time is up for so grave a harm",
			RelationshipFacts{Leverage: Yes, Alternative: Yes, Mitigation: UnderWay, Severity: 5, Since: since},
			RelationshipPolicy{Patience: patience, AsOf: asOf}},
		{"D: not crucial, leverage not to be had, amended European directive",
			RelationshipFacts{Leverage: No, Essential: No, Mitigation: NotTried, Increase: Failed, Severity: 4},
			RelationshipPolicy{Regime: csddd}},
		{"C: leverage used in vain, amended European directive",
			RelationshipFacts{Leverage: Yes, Alternative: Yes, Mitigation: Failed, Severity: 4, EndingAssessed: Yes, EndingHarms: No},
			RelationshipPolicy{Regime: csddd}},
		{"forced labour, guidance on minerals",
			RelationshipFacts{Abuse: AbuseForcedLabour, Leverage: Yes, Essential: Yes, Alternative: No, Mitigation: NotTried, Severity: 5},
			RelationshipPolicy{Regime: minerals, AsOf: asOf}},
		{"another harm, guidance on minerals, progress is due",
			RelationshipFacts{Abuse: AbuseOther, Leverage: Yes, Essential: Yes, Alternative: No, Mitigation: UnderWay, Severity: 3, Since: since},
			RelationshipPolicy{Regime: minerals, AsOf: asOf}},
		{"what harm it is nobody has said, guidance on minerals",
			RelationshipFacts{Leverage: Yes, Essential: Yes, Alternative: No, Mitigation: NotTried, Severity: 3},
			RelationshipPolicy{Regime: minerals, AsOf: asOf}},
		{"mitigation works", RelationshipFacts{Mitigation: Succeeded, Severity: 4}, RelationshipPolicy{}},
		{"nothing is known", RelationshipFacts{}, RelationshipPolicy{}},
	} {
		d := DecideRelationship(c.facts, c.policy)
		fmt.Fprintf(&b, "%s\n   cell %v, step %v, possible %v, last resort %v\n", c.title, d.Cell, d.Step, d.Possible, d.LastResort)
		for _, r := range d.Because {
			fmt.Fprintf(&b, "   - %v %v\n", r, r.Sources)
		}
		b.WriteString("\n")
	}
	golden(t, "relationships.txt", b.Bytes())
}

func TestEveryReasonHasOneSentenceWithItsBlanksFilled(t *testing.T) {
	seen := map[string]bool{}
	for code, sentence := range ReasonSentences() {
		if seen[code] {
			t.Errorf("%s is there twice", code)
		}
		seen[code] = true
		if sentence == "" || sentence[len(sentence)-1] != '.' {
			t.Errorf("%s: %q is no sentence", code, sentence)
		}
	}
	for f := range everyFact.list() {
		fact := Fact(f + 1)
		for v := 1; v < answerCounts[fact-1]; v++ {
			r := answerReason(with(Facts{}, fact, uint8(v)), fact)
			if !seen[r.Code] {
				t.Errorf("no sentence for %s", r.Code)
			}
			if bytes.ContainsAny([]byte(r.String()), "{}") {
				t.Errorf("%s: %q has a blank", r.Code, r)
			}
		}
	}
	for _, r := range contradictionRows {
		if !seen[r.code] {
			t.Errorf("no sentence for %s", r.code)
		}
	}
}
