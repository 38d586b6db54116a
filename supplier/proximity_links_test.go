package supplier_test

import (
	"reflect"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// TestAClassifiedLinkWithItsPlaceStaysUnderAHundredBytes holds that a link takes
// no more than what is kept of it, whatever the facts: see
// BenchmarkClassifyLinks for a million of them.
func TestAClassifiedLinkWithItsPlaceStaysUnderAHundredBytes(t *testing.T) {
	if got := reflect.TypeFor[link]().Size(); got >= 100 {
		t.Errorf("a link takes %d bytes", got)
	}
	s := newBenchSample("random", suppliertest.Random(1, 1000, 5000))
	n, _ := s.compile(t)
	links := make([]link, 10_000)
	classify := func() {
		for i := range links {
			facts := risk.Facts{ // contradictory ones among them
				OwnAct: risk.Answer(i % 3), SufficientAlone: risk.Answer(i / 3 % 3), Facilitates: risk.Degree(i / 9 % 5),
				Substantial: risk.Answer(i / 45 % 3), LinkedToOperations: risk.Answer(i / 135 % 3), ThroughRelationship: risk.Answer(i / 405 % 3),
			}
			links[i] = link{risk.Classify(facts), n.Proximity(s.suppliers[i%len(s.suppliers)].ID)}
		}
	}
	classify() // makes the table of Classify
	if got := testing.AllocsPerRun(5, classify); got != 0 {
		t.Errorf("%v allocations for %d links beside the links themselves", got, len(links))
	}
	known := 0
	for i := range links {
		if links[i].Proximity.Known() {
			known++
		}
	}
	if known < len(links)/2 {
		t.Errorf("only %d of %d links have a place, so this measures nothing", known, len(links))
	}
}
