package assessment

import (
	"strconv"

	"github.com/hrdd-go/hrdd/risk"
)

// likelihoodBeforeSeverity finds risks that the source does not call salient
// although they are surely graver than one that it does, and less likely: the
// sign of likelihood having come before severity.
func (r *reviewer) likelihoodBeforeSeverity() {
	// For each level, the salient risk of no more than that severity that is
	// the most likely: the one that a graver risk must be held against.
	var least [risk.MaxLevel + 1]*RiskResult
	for i := range r.ev.Risks {
		k := &r.ev.Risks[i]
		if k.Risk.Illustrative || k.Risk.Salient != risk.Yes || !k.Rated() {
			continue
		}
		worst := worstLevel(k.Range.Hi, risk.MaxLevel)
		if old := least[worst]; old == nil || k.Range.Lo.Likelihood > old.Range.Lo.Likelihood {
			least[worst] = k
		}
	}
	for i := range r.ev.Risks {
		k := &r.ev.Risks[i]
		if k.Risk.Illustrative || k.Risk.Salient != risk.No || !k.Rated() {
			continue
		}
		for level := risk.MinLevel; level < worstLevel(k.Range.Lo, 0); level++ {
			if s := least[level]; s != nil && k.Range.Hi.Likelihood < s.Range.Lo.Likelihood {
				r.gap(at("risks", k.Index)+"/salient", label(k.Risk.Code, k.Risk.Title), label(s.Risk.Code, s.Risk.Title))
				break
			}
		}
	}
}

// worstLevel returns the gravest level of the three dimensions of severity,
// where one that is not rated counts as the level given.
func worstLevel(x risk.Rating, unrated risk.Level) risk.Level {
	worst := risk.Level(0)
	for _, l := range [...]risk.Level{x.Scale, x.Scope, x.Irremediability} {
		if !l.Rated() {
			l = unrated
		}
		worst = max(worst, l)
	}
	return worst
}

// waivedMethod finds rules of the Guiding Principles that the method of the
// evaluation waives.
func (r *reviewer) waivedMethod() {
	for w := range r.ev.Method.Waivers() {
		r.gap("/method", r.ev.Method.String(), w.Rule.String())
	}
}

// groupsInWorkforce finds groups that are known to work in the supply network
// and that no risk and no engagement looks at.
func (r *reviewer) groupsInWorkforce() {
	seen := make(map[risk.GroupID]bool)
	for i := range r.doc.Risks {
		for _, g := range r.doc.Risks[i].Groups {
			seen[g] = true
		}
	}
	for i := range r.doc.Engagements {
		for _, g := range r.doc.Engagements[i].Groups {
			seen[g] = true
		}
	}
	found := func(pointer string, g risk.GroupID) {
		if !seen[g] {
			seen[g] = true
			r.gap(pointer, string(g))
		}
	}
	for i := range r.doc.Suppliers {
		s := &r.doc.Suppliers[i]
		if s.Illustrative {
			continue
		}
		for j, site := range s.Sites {
			pointer := at("suppliers", i) + at("sites", j) + "/workforce"
			if n, known := site.Workforce.Women.Known(); known && n > 0 {
				found(pointer+"/women", "women")
			}
			for k, g := range site.Workforce.Groups {
				if n, known := g.Count.Known(); !known || n > 0 {
					found(pointer+"/groups/"+strconv.Itoa(k), g.Group)
				}
			}
		}
		for j, rc := range s.Recruitment {
			if rc.Migrants == risk.Yes {
				found(at("suppliers", i)+at("recruitment", j)+"/migrants", "migrant-workers-international")
			}
		}
	}
}

// partsOfWorkforces finds parts that are larger than the whole. It tells which, and
// no count of people.
func (r *reviewer) partsOfWorkforces() {
	for i := range r.doc.Suppliers {
		for j := range r.doc.Suppliers[i].Sites {
			workforce := at("suppliers", i) + at("sites", j) + "/workforce"
			for err := range r.doc.Suppliers[i].Sites[j].Workforce.Contradictions() {
				part := "/women"
				if err.Group >= 0 {
					part = at("groups", err.Group) + "/count"
				}
				r.gap(workforce+part, err.Of)
			}
		}
	}
}
