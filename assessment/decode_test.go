package assessment_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
)

func decode(t *testing.T, doc string, opts assessment.DecodeOptions) (*assessment.Assessment, *assessment.DocumentError) {
	t.Helper()
	a, err := assessment.Decode(strings.NewReader(doc), opts)
	if err == nil {
		return a, nil
	}
	var e *assessment.DocumentError
	if !errors.As(err, &e) {
		t.Fatalf("%v is not a DocumentError", err)
	}
	return a, e
}

func TestEveryProblemIsReportedAtOnceWithItsPlace(t *testing.T) {
	const doc = `{
  "version": 1,
  "id": "0190b2f4-0000-7000-8000-000000000001",
  "knd": "impact",
  "kind": "impct",
  "period": {"from": "2021-1"},
  "risks": [
    {"id": "x", "titel": "é", "ratings": [{"rating": {"scale": 7, "scope": [3, 9]}}]}
  ]
}`
	_, err := decode(t, doc, assessment.DecodeOptions{})
	want := `the document has 8 problems:
4:3 /knd: "knd" is not a member that is known here; did you mean "kind"?
5:11 /kind: "impct" is not a known value; did you mean "impact"?
6:22 /period/from: "2021-1" is not a date; write it as 2006-01-02, or as 2006-01 or 2006 if no more is known
8:5 /risks/0: title is missing; give it: what it is called
8:12 /risks/0/id: "x" is not an id; write a UUID in its hyphenated form
8:17 /risks/0/titel: "titel" is not a member that is known here; did you mean "title"?
8:64 /risks/0/ratings/0/rating/scale: 7 is not a level; use 1 to 5, or 0 for not rated
8:80 /risks/0/ratings/0/rating/scope/1: 9 is not a level; use 1 to 5`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
