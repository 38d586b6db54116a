package report

import (
	"strings"
	"testing"
)

func TestWhatNobodyStatedIsNamedTogetherAtTheEndOfARecord(t *testing.T) {
	var out strings.Builder
	u := newUnstated(newMarkdown(&out, ": ", "; "), "not stated", "Not stated")
	u.facts(plainFacts)
	u.fact("Budget")
	u.missing("not stated")
	u.fact("Partners")
	u.given("A union")
	u.fact("How directly")
	u.say("not stated")
	u.fact("Duration")
	u.missing("not stated")
	u.line()
	u.say("5 years")
	u.fact("Kept")
	u.missing("withheld")
	u.endFacts()
	u.facts(coverFacts)
	u.fact("Who was heard")
	u.missing("not stated")
	u.endFacts()
	u.end()
	want := "- **Partners**: A union\n- **Duration**: *not stated*; 5 years\n- **Kept**: *withheld*\n- **Not stated**: Budget · How directly\n\n" +
		"- **Who was heard**: *not stated*\n\n"
	if got := out.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
