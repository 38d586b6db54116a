package assessment

import (
	"reflect"
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
				if strings.TrimSpace(w.Reason) == "" {
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
// redacted, wherever in the document it stands.
func (r *reviewer) confidentialInPublic() {
	if !r.opts.Public {
		return
	}
	each(r.doc, func(pointer string, e *risk.Evidence) {
		if e.Confidential && !r.redacted(pointer) {
			r.gap(pointer)
		}
	})
}

// illustrative finds everything that is marked as made up and not redacted.
func (r *reviewer) illustrative() {
	walk(reflect.ValueOf(r.doc).Elem(), "", func(pointer string, v reflect.Value) bool {
		mark := v.FieldByName("Illustrative")
		if !mark.IsValid() || mark.Kind() != reflect.Bool || !mark.Bool() {
			return true
		}
		if r.redacted(pointer) {
			return false
		}
		if name := nameOf(v); name != "" {
			r.gap(pointer, name)
		} else {
			r.gap(pointer)
		}
		return false
	})
}

// nameOf returns the code, title or name of a thing, empty if it has none.
func nameOf(v reflect.Value) string {
	for _, field := range [...]string{"Code", "Title", "Name"} {
		if f := v.FieldByName(field); f.IsValid() && f.Kind() == reflect.String && f.Len() > 0 {
			return f.String()
		}
	}
	return ""
}
