package assessment

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/jsonguard"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// breachRules gives the rule and the remedy for a definition of the schema, or
// for a keyword. The first row that fits is taken.
var breachRules = [...]struct{ def, keyword, rule, want string }{
	{"", "type", ruleType, ""},
	{"", jsonguard.NumberKeyword, ruleNumberLength, "write a number that fits"}, // the scanner has refused it before
	{"level", "", ruleLevel, "use 1 to 5, or 0 for not rated"},
	{"ratedLevel", "", ruleLevel, "use 1 to 5"},
	{"levels", "", ruleLevel, "use 1 to 5, 0 for not rated, or the lowest and the highest level in a list"},
	{"id", "", ruleIDForm, "write a UUID in its hyphenated form"},
	{"date", "", ruleDateForm, "write it as 2006-01-02, or as 2006-01 or 2006 if no more is known"},
	{"country", "", ruleForm, "use the two capital letters of ISO 3166-1"},
	{"language", "", ruleForm, "use a BCP 47 tag such as fr or pt-BR"},
	{"citation", "", ruleForm, "write instrument:locator, for instance UNGP:24"},
	{"", "enum", ruleUnknownValue, ""},
	{"", "const", ruleUnknownValue, ""},
	{"", "minimum", ruleRange, ""},
	{"", "maximum", ruleRange, ""},
	{"", "minLength", ruleTextLength, ""},
	{"", "maxLength", ruleTextLength, ""},
	{"", "minItems", ruleListLength, ""},
	{"", "maxItems", ruleListLength, ""},
	{"", "", ruleForm, ""},
}

// breach notes what jsonschema/v5 found at one place.
func (r *reporter) breach(b jsonguard.Breach) {
	switch b.Keyword {
	case "required":
		for _, name := range b.Members {
			r.add(missingField(b.Pointer, b.Node, name))
		}
		return
	case "additionalProperties":
		if r.opts.KeepUnknown && b.Node["patternProperties"] != nil {
			return
		}
		for _, name := range b.Members {
			r.unknown(b, name)
		}
		return
	}
	p := Problem{Pointer: b.Pointer, Found: show(b.Found, b.Node)}
	for _, row := range breachRules {
		if (row.def == "" || row.def == b.Def) && (row.keyword == "" || row.keyword == b.Keyword) {
			p.Rule, p.Want = row.rule, row.want
			break
		}
	}
	if p.Want == "" {
		p.Want = want(b)
	}
	if r.prefix+b.Pointer == "/version" && b.Keyword == "const" {
		p.Rule = ruleVersion
	}
	if text, ok := b.Found.(string); ok && b.Def == "involvement" {
		var indirect *risk.IndirectlyLinkedError
		if _, err := risk.ParseInvolvement(text); errors.As(err, &indirect) {
			p.Rule = ruleIndirect
			p.Want = "keep the words as sourceLabel with a mappingNote, and state as involvement what the link between harm and " +
				"product makes it: directly-linked (at any tier), not-linked, or undetermined while it is not known"
		}
	}
	r.add(p)
}

func (r *reporter) add(p Problem) { r.note(finding{Problem: p, offset: -1}) }

// unknown notes a member that the schema does not have.
func (r *reporter) unknown(b jsonguard.Breach, name string) {
	if r.full() { // looking for the nearest name takes its time
		r.more++
		return
	}
	r.note(finding{Problem: unknownField(b.Pointer, b.Node, name), offset: -1, atName: true})
}

// unknownField returns the problem of a member that an object does not have by
// the schema in node.
func unknownField(pointer string, node map[string]any, name string) Problem {
	properties, _ := node["properties"].(map[string]any)
	names := make([]string, 0, len(properties))
	for n := range properties {
		names = append(names, n)
	}
	slices.Sort(names)
	p := Problem{
		Pointer: string(jsonpos.AppendName([]byte(pointer), name)), Rule: ruleUnknown, Found: textenum.Shown(name),
		Want: "use one of " + strings.Join(names, ", ") + ", or a name that starts with x-",
	}
	if near := textenum.Nearest(name, names); near != "" {
		p.Want = fmt.Sprintf("did you mean %q?", near)
	}
	return p
}

// missingField returns the problem of a member that an object lacks by the
// schema in node.
func missingField(pointer string, node map[string]any, name string) Problem {
	return Problem{Pointer: pointer, Rule: ruleMissing, Found: name, Want: "give it: " + describe(node, name)}
}

// want says what would do in the place of what breaks the schema.
func want(b jsonguard.Breach) string {
	limit := func(keyword string) string { return fmt.Sprint(b.Node[keyword]) }
	switch b.Keyword {
	case "type":
		return "use " + kindNames(b.Node["type"])
	case "const":
		return fmt.Sprintf("use %v", b.Node["const"])
	case "enum":
		var names []string
		list, _ := b.Node["enum"].([]any)
		for _, v := range list {
			names = append(names, fmt.Sprint(v))
		}
		if text, ok := b.Found.(string); ok {
			if near := textenum.Nearest(text, names); near != "" {
				return fmt.Sprintf("did you mean %q?", near)
			}
		}
		return "use one of " + strings.Join(names, ", ")
	case "minimum", "maximum":
		switch lo, hi := b.Node["minimum"], b.Node["maximum"]; {
		case lo != nil && hi != nil:
			return "use " + limit("minimum") + " to " + limit("maximum")
		case lo != nil:
			return "use " + limit("minimum") + " or more"
		}
		return "use " + limit("maximum") + " or less"
	case "minLength":
		return "write at least " + limit("minLength") + " characters"
	case "maxLength":
		return "write at most " + limit("maxLength") + " characters"
	case "minItems":
		return "give at least " + limit("minItems")
	case "maxItems":
		return "give at most " + limit("maxItems")
	}
	if d, _ := b.Node["description"].(string); d != "" {
		return "write " + lowerFirst(d)
	}
	return ""
}

// describe returns what the schema says of a member.
func describe(node map[string]any, name string) string {
	properties, _ := node["properties"].(map[string]any)
	member, _ := properties[name].(map[string]any)
	d, _ := member["description"].(string)
	return strings.TrimSuffix(lowerFirst(d), ".")
}

func lowerFirst(s string) string {
	if len(s) < 2 || s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// kindNames says in words what kinds of JSON value a schema allows.
func kindNames(kinds any) string {
	switch k := kinds.(type) {
	case string:
		switch k {
		case "object", "array", "integer":
			return "an " + k
		}
		return "a " + k
	case []any:
		var names []string
		for _, e := range k {
			names = append(names, kindNames(e))
		}
		return strings.Join(names, " or ")
	}
	return "another kind of value"
}

// show returns a value as it may be shown to anyone: numbers, and texts where
// the schema has a closed list or a form for them. Free text is never shown,
// for it may be about a person.
func show(v any, node map[string]any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return fmt.Sprint(v)
	case json.Number:
		if len(v) <= 40 {
			return v.String()
		}
		return fmt.Sprintf("a number of %d characters", len(v))
	case string:
		if node["enum"] == nil && node["pattern"] == nil {
			return textenum.Unseen(v)
		}
		return textenum.Shown(v)
	case []any:
		switch {
		case len(v) >= maxAsked:
			return "a long array"
		case len(v) == 0:
			return "an empty array"
		}
		return fmt.Sprintf("an array of %d", len(v))
	}
	return "an object"
}
