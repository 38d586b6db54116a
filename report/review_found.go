package report

import (
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// argument says how one value of a gap is put into words. The zero value is a
// value that the place of the gap says already.
type argument struct {
	as     argumentForm
	family string // of keys, for the name of an enumeration
}

type argumentForm uint8

const (
	saidByPlace argumentForm = iota
	asName                   // the name of an enumeration
	asText                   // text of the document
	asGroup                  // the id of a group of rightsholders
	asDate                   // a date, as far as it is known
	asCount                  // a whole number
	asStated                 // a whole number, or that nobody stated it
	asRisk                   // the code or title of another risk
	asRule                   // the id of a rule
	asFacts                  // the names of facts, with commas between
	asID                     // an id of the catalogue, or that none is near
	asPointer                // where in the document; for the company's own eyes
)

// sight is what a rule saw beyond the place of the gap.
type sight struct {
	rule   string
	key    string     // of the sentence that says it; empty if there is nothing to say
	args   []argument // in the order of the gap's values
	looked []string   // members of the document beyond that place which it looked at
}

var (
	place0   = argument{}
	answered = argument{asName, "answer"}
	involved = argument{asName, "involvement"}
)

// sights say what rules see. A rule that is not here sees nothing but the
// place.
var sights = [...]sight{
	{"policy-not-approved-at-the-top", "found.stated", []argument{answered}, nil},
	{"policy-without-expertise", "found.stated", []argument{answered}, nil},
	{"policy-without-expectations", "found.stated", []argument{answered}, nil},
	{"policy-not-public", "found.stated", []argument{answered}, nil},
	{"policy-not-embedded", "found.stated", []argument{answered}, nil},
	{"exclusion-without-reason", "found.words", []argument{{as: asText}}, nil},
	{"assessment-out-of-date", "found.period-end", []argument{{as: asDate}}, nil},
	{"assessor-not-independent", "found.stated", []argument{{asName, "independence"}}, nil},
	{"expertise-not-taken-in", "found.stated", []argument{answered}, nil},
	{"nobody-affected-was-heard", "found.engagements", []argument{{as: asCount}}, nil},
	{"group-not-heard", "found.group", []argument{place0, {as: asGroup}}, nil},
	{"what-was-heard-not-taken-in", "found.stated", []argument{answered}, nil},
	{"list-of-risks-not-whole", "found.stated", []argument{answered}, nil},
	{"residual-without-effect", "", nil, []string{"controls"}},
	{"likelihood-pushes-severity-down", "found.lesser-risk", []argument{place0, {as: asRisk}}, []string{"risks"}},
	{"method-breaks-a-rule", "found.method", []argument{{as: asText}, {asName, "method-rule"}}, nil},
	{"vulnerable-group-not-looked-at", "found.workforce-group", []argument{{as: asGroup}}, nil},
	{"part-exceeds-workforce", "found.larger-part", []argument{{as: asGroup}}, nil},
	{"right-not-in-catalogue", "found.id", []argument{{as: asText}, {as: asID}}, nil},
	{"group-not-in-catalogue", "found.id", []argument{{as: asText}, {as: asID}}, nil},
	{"involvement-against-the-facts", "found.involvement", []argument{place0, involved, involved}, nil},
	{"source-label-not-mapped", "found.words", []argument{{as: asText}}, nil},
	{"source-label-without-origin", "found.words", []argument{{as: asText}}, nil},
	{"tiers-disagree", "found.tiers", []argument{place0, {as: asText}, {as: asText}}, []string{"relationships", "suppliers"}},
	{"linked-in-own-operations", "", nil, []string{"relationships", "suppliers"}},
	{"linked-without-leverage", "found.involved", []argument{place0, involved}, nil},
	{"linked-harm-without-plan", "found.harm-happened", []argument{place0, {as: asRisk}}, nil},
	{"fact-without-judgement", "found.answers", []argument{place0, {as: asFacts}}, nil},
	{"no-remedy-for-harm-done", "found.harm-done", []argument{place0, {as: asRisk}, involved}, nil},
	{"known-link-unattended", "found.days", []argument{place0, {as: asCount}}, nil},
	{"commitment-missed", "found.kept", []argument{place0, {as: asDate}, answered}, nil},
	{"recommendations-not-all-listed", "found.made", []argument{{as: asStated}}, nil},
	{"recommendation-without-owner", "found.state", []argument{place0, {asName, "state"}}, nil},
	{"recommendation-without-date", "found.state", []argument{place0, {asName, "state"}}, nil},
	{"recommendation-overdue", "found.due", []argument{place0, {as: asDate}}, nil},
	{"criterion-not-met", "found.criterion", []argument{{asName, "criterion"}}, []string{"mechanisms"}},
	{"users-not-asked", "", nil, []string{"mechanisms"}},
	{"mechanism-in-one-language", "", nil, []string{"suppliers"}},
	{"small-group-can-be-recognised", "found.few", []argument{{as: asCount}}, nil},
	{"redaction-without-reason", "found.part", []argument{{as: asPointer}}, nil},
	{"waiver-without-reason", "found.rule", []argument{{as: asRule}}, nil},
	{"waiver-of-no-rule", "found.rule", []argument{{as: asRule}}, nil},
}

// sightOf returns what a rule sees.
func sightOf(rule string) *sight {
	for i := range sights {
		if sights[i].rule == rule {
			return &sights[i]
		}
	}
	return new(sight)
}

// gapFound puts what the rule saw, in words.
func (c *composer) gapFound(g *assessment.Gap) {
	s := sightOf(g.Rule)
	if s.key == "" || len(g.Args) < len(s.args) {
		return
	}
	var args []any
	for i, a := range s.args {
		if a.as != saidByPlace {
			args = append(args, c.gapArgument(a, g.Args[i]))
		}
	}
	c.line()
	c.phrase(s.key, args...)
}

// gapArgument returns one value of a gap for a message.
func (c *composer) gapArgument(a argument, text string) any {
	switch a.as {
	case asName:
		return c.named(a.family, text)
	case asGroup:
		return c.group(risk.GroupID(text))
	case asDate:
		if d, err := risk.ParseDate(text); err == nil {
			return c.date(d)
		}
	case asCount, asStated:
		if n, err := strconv.Atoi(text); err == nil {
			return n
		}
		return c.Text("not-stated")
	case asRisk:
		if _, open := c.riskByLabel(text); !open && c.withheld.any() {
			return c.Text("withheld")
		}
	case asRule:
		if rule, ok := assessment.RuleByID(text); ok {
			return c.ruleTitle(&rule)
		}
	case asFacts:
		questions := strings.Split(text, ", ")
		for i, fact := range questions {
			questions[i] = c.named("fact", fact)
		}
		return strings.Join(questions, " · ")
	case asID:
		if text == "" {
			return c.Text("found.id.none")
		}
	case asPointer:
		if c.opts.Audience != Internal {
			return c.Text("withheld")
		}
	}
	return given(text)
}
