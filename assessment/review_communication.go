package assessment

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

// communicationRules look at what is told and what must be kept back (UNGP
// 21).
var communicationRules = []Rule{
	{
		ID: "no-source", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "a reader can see where the statements come from",
		Settle: "Name the sources under sources.",
		check: func(r *reviewer) {
			if len(r.doc.Sources) == 0 {
				r.gap("/sources")
			}
		},
	},
	{
		ID: "confidential-in-public", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(c)"}},
		Title:  "nothing confidential is in a document that is meant for publication",
		Settle: "Take it out, or name the part under redactions with the reason.",
		check:  (*reviewer).confidentialInPublic,
	},
	{
		ID: "small-group-can-be-recognised", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(c)"}},
		Title:  "nobody can be recognised by what few people said",
		Settle: "Tell what was heard together with that of others, or name the part under redactions.",
		check: func(r *reviewer) {
			for i, e := range r.doc.Engagements {
				n, known := e.People.Known()
				if e.Heard != "" && known && n < r.opts.SmallGroup && !r.redacted(at("engagements", i)+"/heard") {
					r.gap(at("engagements", i)+"/heard", strconv.Itoa(r.opts.SmallGroup))
				}
			}
		},
	},
	{
		ID: "illustrative-in-public", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "nothing made up stands in a document that is meant for publication",
		Settle: "Take out what is marked illustrative, or put what the company states in its place.",
		check: func(r *reviewer) {
			if r.opts.Public {
				r.illustrative()
			}
		},
	},
	{
		ID: "redaction-without-reason", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(c)"}},
		Title:  "what is kept back is kept back for a reason that is told",
		Settle: "State the reason under redactions: risk to people, confidentiality or proceedings.",
		check: func(r *reviewer) {
			for i, x := range r.doc.Redactions {
				if x.Reason == RedactionReasonNotStated {
					r.gap(at("redactions", i)+"/reason", x.Pointer)
				}
			}
		},
	},
	{
		ID: "waiver-without-reason", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "a rule of this review is switched off with a written reason",
		Settle: "Give the reason under waivers; without one the rule stays on.",
		check: func(r *reviewer) {
			for i, w := range r.doc.Waivers {
				if w.Reason == "" {
					r.gap(at("waivers", i)+"/reason", w.Rule)
				}
			}
		},
	},
	{
		ID: "waiver-of-no-rule", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "a waiver names a rule that there is",
		Settle: "Correct the id of the rule, or drop the waiver.",
		check: func(r *reviewer) {
			for i, w := range r.doc.Waivers {
				if !r.rules[w.Rule] {
					r.gap(at("waivers", i)+"/rule", w.Rule)
				}
			}
		},
	},
}

// redacted reports whether a redaction covers the part at pointer.
func (r *reviewer) redacted(pointer string) bool {
	return slices.ContainsFunc(r.doc.Redactions, func(x Redaction) bool {
		return x.Pointer == pointer || strings.HasPrefix(pointer, x.Pointer+"/")
	})
}

// confidentialInPublic finds evidence that is marked confidential and not
// redacted.
func (r *reviewer) confidentialInPublic() {
	if !r.opts.Public {
		return
	}
	look := func(pointer string, list []risk.Evidence) {
		for i, e := range list {
			if p := pointer + at("evidence", i); e.Confidential && !r.redacted(p) {
				r.gap(p)
			}
		}
	}
	look("/policy", r.doc.Policy.Evidence)
	for i, e := range r.doc.Engagements {
		look(at("engagements", i), e.Evidence)
	}
	for i, f := range r.doc.Findings {
		look(at("findings", i), f.Evidence)
	}
	for i, k := range r.doc.Risks {
		for j, x := range k.Ratings {
			look(at("risks", i)+at("ratings", j)+"/judgement", x.Judgement.Evidence)
		}
	}
	for i, l := range r.doc.Linkages {
		look(at("linkages", i)+"/judgement", l.Judgement.Evidence)
	}
	for i, c := range r.doc.Controls {
		look(at("controls", i), c.Evidence)
	}
	for i, rec := range r.doc.Recommendations {
		for j, e := range rec.Events {
			look(at("recommendations", i)+at("events", j), e.Evidence)
		}
	}
}

// illustrative finds everything that is marked as made up.
func (r *reviewer) illustrative() {
	for i, k := range r.doc.Risks {
		if k.Illustrative {
			r.gap(at("risks", i), label(k.Code, k.Title))
			continue
		}
		for j, x := range k.Ratings {
			if x.Illustrative {
				r.gap(at("risks", i)+at("ratings", j), label(k.Code, k.Title))
			}
		}
	}
	for i, s := range r.doc.Suppliers {
		if s.Illustrative {
			r.gap(at("suppliers", i), label(s.Code, s.Name))
		}
	}
	for i, x := range r.doc.Relationships {
		if x.Illustrative {
			r.gap(at("relationships", i))
		}
	}
	for i, l := range r.doc.Linkages {
		if l.Illustrative {
			r.gap(at("linkages", i), label(l.Code, l.Title))
		}
	}
	for i, c := range r.doc.Controls {
		if c.Illustrative {
			r.gap(at("controls", i), label(c.Code, c.Title))
		}
	}
	for i, m := range r.doc.Mechanisms {
		if m.Illustrative {
			r.gap(at("mechanisms", i), label(m.Code, m.Name))
		}
	}
	for i, rec := range r.doc.Recommendations {
		for j, e := range rec.Events {
			if e.Illustrative {
				r.gap(at("recommendations", i)+at("events", j), label(rec.Code, rec.Title))
			}
		}
	}
}
