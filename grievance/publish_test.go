package grievance_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// caseType is a case as far as a publication can tell it from others.
type caseType struct {
	mechanism, site int
	country         string
	rights          []risk.RightID
	rejected        bool
}

// open adds n cases of a type to a register.
func (ct caseType) open(t testing.TB, r *grievance.Register, first, n int) {
	for i := range n {
		c := grievancetest.Case(first+i, func(c *grievance.Case) {
			c.Mechanism, c.Site, c.Country, c.Rights = grievancetest.ID(ct.mechanism), grievancetest.ID(ct.site), ct.country, ct.rights
			if ct.rejected {
				c.Events = append(c.Events, grievancetest.Event(c, 2, grievance.Reject, "2021-04-01", func(e *grievance.Event) {
					e.Reason, e.Notice = grievance.OutOfScope, grievance.Told
				}))
			}
		})
		if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
			t.Fatal(err, refused)
		}
	}
}

// figuresOf returns every figure of the dimensions of a register, with noughts.
func figuresOf(types []caseType, counts []int) map[string]int {
	f := map[string]int{}
	for i, ct := range types {
		keys := []string{fmt.Sprint("mechanism ", ct.mechanism), fmt.Sprint("site ", ct.site), "country " + ct.country, fmt.Sprint("rejected ", ct.rejected),
			fmt.Sprint("mechanism ", ct.mechanism, " at site ", ct.site)}
		for _, right := range ct.rights {
			keys = append(keys, "right "+string(right))
		}
		for _, key := range keys {
			f[key] += counts[i]
		}
	}
	return f
}

// The attacker knows every rule, which site is in which country, and which cases
// there can be at all; tries every register up to a size, publishes it, and keeps
// those whose publication is the one seen, in all its tables together.
func TestWhoTriesEveryRegisterLearnsNoFigureBelowTheThreshold(t *testing.T) {
	safe, pay := []risk.RightID{"safe-work"}, []risk.RightID{"fair-pay"}
	for name, world := range map[string]struct {
		types    []caseType
		k, total int
	}{
		"mechanisms and sites": {[]caseType{
			{1, 10, "MY", safe, false}, {1, 11, "MY", safe, false}, {2, 10, "MY", safe, false}, {2, 12, "TH", safe, false},
		}, 2, 13},
		"a mechanism for one site only": {[]caseType{
			{1, 10, "MY", safe, false}, {2, 10, "MY", safe, false}, {2, 11, "MY", safe, false},
		}, 3, 20},
		"a later mechanism for one site only": {[]caseType{
			{2, 10, "MY", safe, false}, {1, 10, "MY", safe, false}, {1, 11, "MY", safe, false},
		}, 3, 20},
		"a mechanism for the last site only": {[]caseType{
			{2, 12, "MY", safe, false}, {1, 12, "MY", safe, false}, {1, 11, "MY", safe, false},
		}, 3, 20},
		"each mechanism its own site": {[]caseType{
			{1, 10, "MY", safe, false}, {2, 11, "MY", safe, false}, {3, 12, "MY", safe, false},
		}, 3, 20},
		"rights and outcomes": {[]caseType{
			{1, 10, "MY", safe, false}, {1, 10, "MY", pay, false}, {1, 10, "MY", pay, true}, {1, 10, "MY", append(safe, pay...), true},
		}, 2, 13},
	} {
		possible := map[string]map[string]map[int]bool{}
		type seen struct {
			published string
			figures   map[string]int
		}
		var all []seen
		counts := make([]int, len(world.types))
		var fill func(i, left int)
		fill = func(i, left int) {
			if i < len(counts) {
				for n := range left + 1 {
					counts[i] = n
					fill(i+1, left-n)
				}
				counts[i] = 0
				return
			}
			r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
			at := 0
			for j, ct := range world.types {
				ct.open(t, r, at, counts[j])
				at += counts[j]
			}
			p, err := r.Publish(grievance.Suppression{Threshold: world.k})
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(p)
			if err != nil {
				t.Fatal(err)
			}
			s := seen{string(b), figuresOf(world.types, counts)}
			all = append(all, s)
			if possible[s.published] == nil {
				possible[s.published] = map[string]map[int]bool{}
			}
			for key, n := range s.figures {
				if possible[s.published][key] == nil {
					possible[s.published][key] = map[int]bool{}
				}
				possible[s.published][key][n] = true
			}
		}
		fill(0, world.total)
		tried, worst := 0, world.k
		for _, s := range all {
			for key, n := range s.figures {
				if n == 0 || n >= world.k {
					continue
				}
				tried++
				can := possible[s.published][key]
				worst = min(worst, len(can))
				if len(can) < world.k {
					t.Errorf("%s: from %s it follows that %s, which is %d, is one of %v", name, s.published, key, n, can)
				}
			}
		}
		t.Logf("%s: %d registers, %d small figures; the best known of them can still be %d numbers", name, len(all), tried, worst)
		if tried == 0 {
			t.Errorf("%s: nothing was tried", name)
		}
	}
}
