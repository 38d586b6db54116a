package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/jsonguard"
	"github.com/hrdd-go/hrdd/report"
)

// rowsOf returns a JSON report as its lists of rows, checked against the schema.
func rowsOf(t testing.TB, ev *assessment.Evaluation, opts report.Options) map[string][]map[string]any {
	t.Helper()
	opts.Format = report.JSON
	b := written(t, ev, opts, "")
	schema, err := jsonguard.Compile(report.Schema())
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var whole map[string]any
	if err := d.Decode(&whole); err != nil {
		t.Fatal(err)
	}
	if breaches, err := schema.Check("", whole); err != nil || len(breaches) > 0 {
		t.Errorf("%d breaches of the schema (%v)", len(breaches), err)
	}
	lists := map[string][]map[string]any{}
	for name, v := range whole {
		list, _ := v.([]any)
		for _, row := range list {
			if r, ok := row.(map[string]any); ok {
				lists[name] = append(lists[name], r)
			}
		}
	}
	return lists
}

func TestGapsAndCriteriaAreRowsToo(t *testing.T) {
	a := heard()
	a.Waivers = []assessment.Waiver{{Rule: "no-source", Reason: "told elsewhere", By: "the board"}}
	ev := evaluation(t, a)
	review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles})
	rows := rowsOf(t, ev, report.Options{Audience: report.Internal, Review: review})
	if len(rows["gaps"]) != len(review.Gaps) || len(review.Gaps) == 0 {
		t.Errorf("%d gaps, want %d", len(rows["gaps"]), len(review.Gaps))
	}
	if len(rows["waived"]) != 1 || rows["waived"][0]["reason"] != "told elsewhere" {
		t.Errorf("waived: %v", rows["waived"])
	}
	if len(rows["criteria"]) != 8+7 {
		t.Errorf("%d criteria, want 8 of the company's own mechanism and 7 of the other", len(rows["criteria"]))
	}
	for _, row := range rows["criteria"][8:] {
		if _, stated := row["level"]; stated {
			t.Errorf("a level that nobody knows is stated: %v", row)
		}
	}
	if none := rowsOf(t, ev, report.Options{}); len(none["gaps"]) > 0 {
		t.Error("there are gaps without a review")
	}
}

func TestRowsKeepBackWhatThePagesKeepBack(t *testing.T) {
	a := secretive()
	a.Mechanisms, a.MechanismAssessments = heard().Mechanisms, heard().MechanismAssessments
	a.Redactions = append(a.Redactions, assessment.Redaction{Pointer: "/mechanismAssessments/0/criteria/2/usersView"})
	ev := evaluation(t, a)
	review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles})
	inside := rowsOf(t, ev, report.Options{Audience: report.Internal, Review: review})
	public := rowsOf(t, ev, report.Options{Review: review})
	if len(public["gaps"]) >= len(inside["gaps"]) || len(public["gaps"]) == 0 {
		t.Errorf("%d gaps for the public, %d inside", len(public["gaps"]), len(inside["gaps"]))
	}
	for _, g := range public["gaps"] {
		pointer, _ := g["pointer"].(string) // absent for the document as a whole
		if _, ok := g["args"]; ok || strings.HasPrefix(pointer, "/risks/0") {
			t.Errorf("a gap tells of what is withheld: %v", g)
		}
	}
	for i, row := range public["criteria"][:8] {
		withheld, kept := row["withheld"]
		switch row["criterion"] {
		case "predictable": // redacted
			if _, shows := row["level"]; shows || !kept {
				t.Errorf("%v", row)
			}
		case "equitable": // few people
			if _, shows := row["usersSay"]; shows || !kept || row["asked"] != nil || row["level"] != "absent" {
				t.Errorf("%v", row)
			}
		default:
			if kept {
				t.Errorf("%v is withheld: %v", row["criterion"], withheld)
			}
		}
		if inside["criteria"][i]["withheld"] != nil {
			t.Errorf("inside the company %v is withheld", row["criterion"])
		}
	}
}
