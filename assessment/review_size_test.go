package assessment

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/google/uuid"
)

// A recommendation that names many risks and many actions says of each risk that
// something is done, and not of each of the pairs.
func TestAReviewTakesMemoryByWhatIsNamedAndNotByThePairs(t *testing.T) {
	taken := func(n int) uint64 {
		id := func(kind string, i int) uuid.UUID { return uuid.NewSHA1(uuid.Nil, fmt.Append(nil, kind, i)) }
		a := Assessment{Recommendations: []Recommendation{{ID: id("recommendation", 0)}}}
		rec := &a.Recommendations[0]
		for i := range n {
			a.Risks = append(a.Risks, Risk{ID: id("risk", i), Title: "a risk"})
			a.Actions = append(a.Actions, Action{ID: id("action", i), Title: "an action"})
			rec.Risks, rec.Actions = append(rec.Risks, id("risk", i)), append(rec.Actions, id("action", i))
		}
		e := evaluated(t, a, EvaluateOptions{})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		result := Review(e, ReviewOptions{})
		runtime.ReadMemStats(&after)
		for _, g := range result.Gaps {
			if g.Rule == "severe-risk-without-action" {
				t.Fatalf("%s: a risk with actions is without", g.Pointer)
			}
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	if few, many := taken(500), taken(2000); many > 8*few {
		t.Errorf("four times as many took %d bytes in the place of %d", many, few)
	}
}
