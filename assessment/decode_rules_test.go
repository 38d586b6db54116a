package assessment_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
)

const (
	idA = "0190b2f4-0000-7000-8000-00000000000a"
	idB = "0190b2f4-0000-7000-8000-00000000000b"
	idC = "0190b2f4-0000-7000-8000-00000000000c"
)

// document returns a valid document with further members.
func document(members string) string {
	return `{"version": 1, "id": "` + idA + `", "suppliers": [{"id": "` + idA + `"}, {"id": "` + idB + `"}], "risks": [{"id": "` + idA + `", "title": "t"}]` + members + `}`
}

// linkage returns a document that is valid but for what the members of its one
// linkage are.
func linkage(members string) string {
	return document(`, "linkages": [{"id": "` + idA + `", ` + members + `}]`)
}

// brokenDocuments has a document for every rule, with the place of what breaks
// it and of a value that must not be shown.
var brokenDocuments = []struct {
	rule, name, doc, pointer string
	found                    string
}{
	{"syntax", "cut off", `{"version": 1, "id": `, "/id", "the text ends where a value is expected"},
	{"syntax", "nothing", ``, "", "the text ends where a value is expected"},
	{"syntax", "a byte order mark", "\ufeff" + document(""), "", ""},
	{"syntax", "something behind", document("") + "x", "", `found 'x' where the end is expected`},
	{"encoding", "invalid UTF-8", document(`, "title": "` + "\xff" + `"`), "/title", ""},
	{"encoding", "half a pair", document(`, "title": "\ud800"`), "/title", "half a surrogate pair"},
	{"duplicate-field", "a field twice", document(`, "title": "a", "title": "b"`), "/title", ""},
	{"duplicate-field", "twice in an extension", document(`, "x-a": {"b": 1, "\u0062": 2}`), "/x-a/b", ""},
	{"depth-limit", "deep", document(`, "x-a": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100)), "/x-a" + strings.Repeat("/0", 63), ""},
	{"string-limit", "long", document(`, "x-a": "` + strings.Repeat("a", 2<<20) + `"`), "/x-a", "a string of more than 1048576 bytes"},
	{"number-limit", "a long number", document(`, "x-a": ` + strings.Repeat("1", 200)), "/x-a", ""},
	{"number-limit", "a great exponent", document(`, "commitmentCount": 1e3000000`), "/commitmentCount", ""},
	{"version", "of no version", `{"version": 0, "id": "` + idA + `"}`, "/version", "0"},
	{"version-newer", "of a newer version", `{"version": 2, "id": 7, "news": {}}`, "/version", "2"},
	{"type", "a number for a text", document(`, "title": 7`), "/title", "7"},
	{"type", "a text for a list", document(`, "actions": "jane@example.org"`), "/actions", "a text of 16 characters"},
	{"type", "null", document(`, "title": null`), "/title", "null"},
	{"missing-field", "no title", document(`, "actions": [{"id": "` + idA + `"}]`), "/actions/0", "title"},
	{"unknown-field", "a slip", document(`, "titel": "x"`), "/titel", `"titel"`},
	{"unknown-value", "not a kind", document(`, "kind": "impct"`), "/kind", `"impct"`},
	{"unknown-value", "a sentence for a kind", document(`, "kind": "Jane Doe said so"`), "/kind", "a text of 16 characters"},
	{"form", "a country by name", document(`, "company": {"country": "France"}`), "/company/country", `"France"`},
	{"range", "too many years", document(`, "actions": [{"id": "` + idA + `", "title": "t", "years": 1001}]`), "/actions/0/years", "1001"},
	{"level-range", "level 7", `{"version": 1, "id": "` + idA + `", "risks": [{"id": "` + idA + `", "title": "t", "ratings": [{"rating": {"scale": 7}}]}]}`, "/risks/0/ratings/0/rating/scale", "7"},
	{"id-form", "not a UUID", document(`, "updates": "7"`), "/updates", `"7"`},
	{"date-form", "a date in words", document(`, "period": {"from": "May 2021"}`), "/period/from", "a text of 8 characters"},
	{"text-length", "an empty title", document(`, "actions": [{"id": "` + idA + `", "title": ""}]`), "/actions/0/title", "an empty text"},
	{"list-length", "three levels", `{"version": 1, "id": "` + idA + `", "risks": [{"id": "` + idA + `", "title": "t", "ratings": [{"rating": {"scale": [1, 2, 3]}}]}]}`, "/risks/0/ratings/0/rating/scale", "an array of 3"},
	{"indirectly-linked", "a class that does not exist", document(`, "linkages": [{"id": "` + idA + `", "involvement": "indirectly-linked"}]`), "/linkages/0/involvement", `"indirectly-linked"`},
	{"value", "tiers the wrong way round", document(`, "linkages": [{"id": "` + idA + `", "claimed": {"upstream": "2-1"}}]`), "/linkages/0/claimed/upstream", `"2-1"`},
	{"impossible-date", "30 February", document(`, "period": {"from": "2021-02-30"}`), "/period/from", `"2021-02-30"`},
	{"inverted-period", "an end before the start", document(`, "period": {"from": "2021", "to": "2020"}`), "/period", "the end of the period"},
	{"inverted-range", "fewer than more", `{"version": 1, "id": "` + idA + `", "risks": [{"id": "` + idA + `", "title": "t", "affected": {"min": 5, "max": 4}}]}`, "/risks/0/affected", ""},
	{"inverted-range", "levels the wrong way round", `{"version": 1, "id": "` + idA + `", "risks": [{"id": "` + idA + `", "title": "t", "ratings": [{"rating": {"scale": [4, 2]}}]}]}`, "/risks/0/ratings/0/rating", "scale 4 to 2"},
	{"nil-id", "no identity", document(`, "actions": [{"id": "00000000-0000-0000-0000-000000000000", "title": "t"}]`), "/actions/0/id", ""},
	{"duplicate-id", "two of one id", document(`, "actions": [{"id": "` + idA + `", "title": "t"}, {"id": "` + idA + `", "title": "u"}]`), "/actions/1/id", idA},
	{"dangling-reference", "a risk that is not there", document(`, "linkages": [{"id": "` + idA + `", "risks": ["` + idC + `"]}]`), "/linkages/0/risks/0", idC},
	{"dangling-reference", "a supplier where a risk should be", document(`, "linkages": [{"id": "` + idA + `", "risks": ["` + idB + `"]}]`), "/linkages/0/risks/0", idB},
	{"source-label-unmapped", "a label without a note", document(`, "linkages": [{"id": "` + idA + `", "sourceLabel": {"text": "indirectly linked"}}]`), "/linkages/0/sourceLabel", ""},
	{"impossible-place", "tier 0 upstream", linkage(`"claimed": {"upstream": "0-2"}`), "/linkages/0/claimed/upstream", `"0-2"`},
	{"impossible-place", "direct and far away", linkage(`"claimed": {"upstream": "3+", "directness": "direct"}`), "/linkages/0/claimed/directness", `"direct"`},
	{"impossible-place", "on site and far away", linkage(`"claimed": {"reverse": "2", "onSite": true}`), "/linkages/0/claimed/onSite", `"true"`},
	{"contradictory-facts", "no act that incentivises", linkage(`"facts": {"incentivises": {"value": "great"}, "ownAct": {"value": "no"}}`),
		"/linkages/0/facts/ownAct", `"no" with "great" as incentivises`},
	{"contradictory-facts", "a link through nothing",
		linkage(`"facts": {"ownAct": {"value": "no"}, "linkedToOperations": {"value": "yes"}, "throughRelationship": {"value": "no"}}`),
		"/linkages/0/facts/linkedToOperations", `"yes" with "no" as throughRelationship and "no" as ownAct`},
	{"contradictory-facts", "in a history", linkage(`"history": [{"version": 1, "on": "2021", "facts": {"sufficientAlone": {"value": "yes"}, "substantial": {"value": "no"}}}]`),
		"/linkages/0/history/0/facts/sufficientAlone", `"yes" with "no" as substantial`},
	{"contradictory-facts", "what has not happened goes on", linkage(`"facts": {"status": {"value": "potential"}, "ongoing": {"value": "yes"}}`),
		"/linkages/0/facts/ongoing", ""},
	{"contradictory-facts", "two statuses", linkage(`"status": "potential", "facts": {"status": {"value": "actual"}}`),
		"/linkages/0/status", `"potential" with "actual" as the status among the facts`},
	{"history", "a version left out", linkage(`"history": [{"version": 2, "on": "2021"}]`), "/linkages/0/history/0/version", "2"},
	{"history", "an earlier date behind", linkage(`"history": [{"version": 1, "on": "2021"}, {"version": 2, "on": "2020"}]`), "/linkages/0/history/1/on", "2020"},
	{"class-without-rationale", "a class that the facts do not give",
		linkage(`"history": [{"version": 1, "on": "2021", "class": "causes", "facts": {"linkedToOperations": {"value": "no"}}}]`), "/linkages/0/history/0/class", `"causes"`},
	{"range", "a version before the first", linkage(`"history": [{"version": 0, "on": "2021"}]`), "/linkages/0/history/0/version", "0"},
	{"redaction-nowhere", "a redaction by id", document(`, "redactions": [{"pointer": "/risks/` + idA + `"}]`), "/redactions/0/pointer", ""},
	{"redaction-nowhere", "a redaction of nothing", document(`, "redactions": [{"pointer": "/risks/0/secret"}]`), "/redactions/0/pointer", ""},
	{"update-of-itself", "its own update", document(`, "updates": "` + idA + `"`), "/updates", idA},
	{"impossible-event", "work before it was recommended", document(`, "recommendations": [{"id": "` + idA + `", "title": "t", "events": [{"id": "` + idA + `", "kind": "start"}, {"id": "` + idB + `", "kind": "implement"}]}]`), "/recommendations/0/events/0/kind", "start in state not-stated"},
	{"impossible-event", "after the end", document(`, "recommendations": [{"id": "` + idA + `", "title": "t", "events": [{"id": "` + idA + `", "kind": "propose"}, {"id": "` + idB + `", "kind": "withdraw"}, {"id": "` + idC + `", "kind": "accept"}]}]`), "/recommendations/0/events/2/kind", "accept in state withdrawn"},
	{"impossible-event", "a plan handed in that nobody asked for", document(`, "correctiveActions": [{"id": "` + idA + `", "supplier": "` + idA + `", "events": [{"id": "` + idA + `", "kind": "verify-done"}]}]`), "/correctiveActions/0/events/0/kind", "verify-done in state not-stated"},
	{"event-order", "accepted before it was made", document(`, "recommendations": [{"id": "` + idA + `", "title": "t", "events": [{"id": "` + idA + `", "kind": "propose", "on": "2021-05"}, {"id": "` + idB + `", "kind": "accept", "on": "2021-04-30"}]}]`), "/recommendations/0/events/1/on", "2021-04-30"},
	{"supplies-itself", "a supplier of itself", document(`, "relationships": [{"from": "` + idA + `", "to": "` + idA + `"}]`), "/relationships/0/to", idA},
}

func TestEachBrokenDocumentSaysWhatIsWrongAndWhere(t *testing.T) {
	for _, c := range brokenDocuments {
		t.Run(c.rule+": "+c.name, func(t *testing.T) {
			_, err := decode(t, c.doc, assessment.DecodeOptions{})
			if err == nil {
				t.Fatal("it was read")
			}
			if len(err.Problems) != 1 {
				t.Fatalf("got %v", err)
			}
			p := err.Problems[0]
			if p.Rule != c.rule || p.Pointer != c.pointer || c.found != "" && p.Found != c.found {
				t.Errorf("got %+v", p)
			}
			if p.Line < 1 || p.Column < 1 {
				t.Errorf("no place: %+v", p)
			}
			if p.Want == "" {
				t.Errorf("nothing is said to help: %+v", p)
			}
		})
	}
}

func TestEverythingThatIsWrongWithLinkagesIsReportedAtOnceWithItsPlace(t *testing.T) {
	doc := document(`, "linkages": [
		{"id": "` + idA + `", "involvement": "indirectement lié", "covers": {"suppliers": ["` + idC + `"]}},
		{"id": "` + idB + `", "claimed": {"upstream": "0-2", "reverse": "0"}, "sourceLabel": {"text": "indirectly linked", "language": "en"},
			"facts": {"ownAct": {"value": "no"}, "sufficientAlone": {"value": "yes"}, "incentivises": {"value": "slight"}, "through": ["` + idC + `"]},
			"history": [{"version": 3, "on": "2021", "class": "indirectly-linked"}]}]`)
	_, err := decode(t, doc, assessment.DecodeOptions{})
	if err == nil {
		t.Fatal("it was read")
	}
	var got []string
	for _, p := range err.Problems {
		got = append(got, p.Rule+" "+p.Pointer)
		if p.Line < 2 || p.Column < 1 || p.Want == "" {
			t.Errorf("no place or no help: %+v", p)
		}
	}
	want := []string{
		"indirectly-linked /linkages/0/involvement",
		"dangling-reference /linkages/0/covers/suppliers/0",
		"impossible-place /linkages/1/claimed/upstream",
		"impossible-place /linkages/1/claimed/reverse",
		"source-label-unmapped /linkages/1/sourceLabel",
		"contradictory-facts /linkages/1/facts/ownAct",
		"contradictory-facts /linkages/1/facts/ownAct",
		"dangling-reference /linkages/1/facts/through/0",
		"history /linkages/1/history/0/version",
		"indirectly-linked /linkages/1/history/0/class",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryRuleOfADocumentHasABrokenOne(t *testing.T) {
	have := map[string]bool{
		"size-limit": true, "element-limit": true, // TestLimitsHold
		"order": true, "entry-limit": true, // of streams
	}
	for _, c := range brokenDocuments {
		have[c.rule] = true
	}
	for r := range assessment.DocumentRules() {
		if !have[r.ID] {
			t.Errorf("no document breaks %s", r.ID)
		}
		delete(have, r.ID)
		if r.Doc == "" {
			t.Errorf("%s is not explained", r.ID)
		}
	}
	for id := range have {
		t.Errorf("%s is no rule", id)
	}
}

func TestAValidDocumentBreaksNoRule(t *testing.T) {
	for _, opts := range []assessment.DecodeOptions{{}, {AlwaysSchema: true}, {KeepUnknown: true}} {
		if _, err := decode(t, document(`, "period": {"from": "2021-06", "to": "2021"}, "x-own": [1, {"a": null}]`), opts); err != nil {
			t.Error(err)
		}
	}
}

func TestIndirectlyLinkedIsToldWhereItBelongs(t *testing.T) {
	for _, label := range []string{"indirectly-linked", "indirectlyLinked", "Indirectly linked", "indirectement lié", "mittelbar verbunden", "indirectamente vinculado"} {
		_, err := decode(t, document(`, "linkages": [{"id": "`+idA+`", "involvement": "`+label+`"}]`), assessment.DecodeOptions{})
		if err == nil || !err.Has("indirectly-linked") || !strings.Contains(err.Error(), "sourceLabel") || !strings.Contains(err.Error(), "mappingNote") {
			t.Errorf("%s: %v", label, err)
		}
	}
}

// A document full of one secret, in every place that free text may stand, and
// broken in as many ways.
func TestFreeTextIsNeverShown(t *testing.T) {
	const secret = "Aïcha Ndiaye, line 4"
	q, _ := json.Marshal(secret)
	for _, member := range []string{
		`"title": [%s]`, `"language": %s`, `"kind": %s`, `"period": {"from": %s}`, `"updates": %s`, `"company": {"country": %s}`,
		`"risks": %s`, `"policy": {"seniorApproval": %s}`, `"assessor": {"name": {"first": %s}}`, `"recommendations": [{"id": %s, "title": %[1]s, "events": [{"by": %[1]s}]}]`,
		`%s: 1`, `"scope": {%s: 1}`, `"x-a": {%s: 1, %[1]s: 2}`, `"x-a": [{%s: "\ud800"}]`,
		`"commitmentCount": %s`, `"redactions": [{"pointer": %s}]`, `"x-a": {"b": %s, "b": %[1]s}`, `"findings": [{"id": "7", "title": %s, "views": [7, %[1]s]}]`,
	} {
		doc := `{"version": 1, "id": "` + idA + `", ` + fmt.Sprintf(member, q) + `}`
		_, err := assessment.Decode(strings.NewReader(doc), assessment.DecodeOptions{})
		if err == nil {
			t.Errorf("%s was read", member)
			continue
		}
		var e *assessment.DocumentError
		if !errors.As(err, &e) {
			t.Fatal(err)
		}
		_, stream := gather(strings.NewReader(doc), assessment.StreamOptions{})
		for _, part := range []string{"Aïcha", "Ndiaye", "line 4"} {
			if strings.Contains(fmt.Sprint(stream.Err()), part) {
				t.Errorf("%s: the stream shows the text: %v", member, stream.Err())
			}
			if strings.Contains(err.Error(), part) || strings.Contains(fmt.Sprintf("%+v %#v", e, e.Problems), part) {
				t.Errorf("%s: the text is shown: %v", member, err)
			}
		}
	}
}

func TestLimitsHold(t *testing.T) {
	for _, c := range []struct {
		name, rule, doc string
		limits          assessment.Limits
	}{
		{"bytes", "size-limit", document(""), assessment.Limits{Bytes: 100}},
		{"a bomb of small elements", "element-limit", document(`, "x-a": [` + strings.Repeat("0,", 4_100_000) + `0]`), assessment.Limits{}},
		{"a bomb of empty entries", "element-limit", `{"version": 1, "findings": [` + strings.Repeat("{},", 4_100_000) + `{}]}`, assessment.Limits{}},
		{"fewer elements", "element-limit", document(""), assessment.Limits{Elements: 5}},
		{"deep objects", "depth-limit", document(`, "x-a": ` + strings.Repeat(`{"a":`, 1_000_000)), assessment.Limits{}},
		{"less depth", "depth-limit", document(""), assessment.Limits{Depth: 2}},
		{"shorter strings", "string-limit", document(""), assessment.Limits{String: 10}},
		{"shorter numbers", "number-limit", document(`, "commitmentCount": 12`), assessment.Limits{Number: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := decode(t, c.doc, assessment.DecodeOptions{Limits: c.limits})
			if err == nil || !err.Has(c.rule) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNoMoreProblemsAreListedThanTheLimit(t *testing.T) {
	doc := `{"version": 1, "id": "` + idA + `", "actions": [` + strings.Repeat(`{},`, 5000) + `{}]}`
	_, err := decode(t, doc, assessment.DecodeOptions{})
	// Each of the 5001 lacks its id and its title; of those that are not listed
	// no more is known than that they are broken.
	if err == nil || len(err.Problems) != 1000 || err.Omitted != 5001-500 {
		t.Errorf("%d listed, %d omitted", len(err.Problems), err.Omitted)
	}
	if !strings.HasSuffix(err.Error(), "\nand at least 4501 more") {
		t.Errorf("it ends in %q", err.Error()[len(err.Error())-40:])
	}
}
