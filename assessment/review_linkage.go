package assessment

import (
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// linkageRules look at how the company is involved and where (UNGP 13, 17, 19,
// 22).
var linkageRules = []Rule{
	{
		ID: "risk-without-linkage", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "13"}, {Instrument: "UNGP", Locator: "17(a)"}},
		Title:  "the company says how it is involved in each risk",
		Settle: "State under linkages how the company is involved, and through which part of its network.",
		check: func(r *reviewer) {
			r.eachRisk(func(pointer string, k *Risk) {
				if len(r.linked[k.ID]) == 0 {
					r.gap(pointer, label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "involvement-undetermined", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "13"}, {Instrument: "UNGP", Locator: "19"}},
		Title:  "the involvement is decided: it says what the company must do",
		Settle: "Answer the open questions that the evaluation lists; until then act as if the gravest class were true.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if l.Involvement == risk.Undetermined {
					r.gap(pointer+"/involvement", label(l.Linkage.Code, l.Linkage.Title))
				}
			})
		},
	},
	{
		ID: "involvement-against-the-facts", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "13"}, {Instrument: "OECD-DDG-2018", Locator: "Annex Q29"}},
		Title:  "the involvement that is stated is one that the facts allow",
		Settle: "Correct the involvement or the facts, with the evidence.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if l.Contradicts && !l.decidedOnMore() {
					r.gap(pointer+"/involvement", label(l.Linkage.Code, l.Linkage.Title),
						l.Involvement.String(), l.Classification.Class.String())
				}
			})
		},
	},
	{
		ID: "source-label-not-mapped", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "13(b)"}},
		Title:  "a label that a source uses is mapped with a note",
		Settle: "Say under mappingNote how the label was understood, and why.",
		check: func(r *reviewer) {
			for i, l := range r.doc.Linkages {
				if l.SourceLabel.Text != "" && l.MappingNote == "" {
					r.gap(at("linkages", i)+"/mappingNote", l.SourceLabel.Text)
				}
			}
		},
	},
	{
		ID: "source-label-without-origin", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "a label that a source uses says in which language and where the source has it",
		Settle: "State under sourceLabel the language, and the source or a citation, so that a reader can look it up.",
		check: func(r *reviewer) {
			for i, l := range r.doc.Linkages {
				if s := l.SourceLabel; s.Text != "" && (s.Language == "" || s.Citation.IsZero() && s.Source == uuid.Nil) {
					r.gap(at("linkages", i)+"/sourceLabel", s.Text)
				}
			}
		},
	},
	{
		ID: "tiers-disagree", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(a)"}, {Instrument: "OECD-DDG-2018", Locator: "2"}},
		Title:  "the tiers that are claimed are those at which the network has the suppliers",
		Settle: "Correct the claim or the network: a supplier found elsewhere is one whose workers were overlooked.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				for _, d := range l.Disagreements {
					if notClaimed(d) {
						r.gap(pointer+"/claimed", label(l.Linkage.Code, l.Linkage.Title), d.Claimed.String(), d.Found.String())
					}
				}
			})
		},
	},
	{
		ID: "linked-in-own-operations", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "13"}},
		Title:  "harm in the company's own operations is not called directly linked, unless a business partner does it on site",
		Settle: "Look again whether the company causes or contributes to the harm.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if l.Involvement == risk.DirectlyLinked && l.InOwnOperationsOnly() {
					r.gap(pointer+"/involvement", label(l.Linkage.Code, l.Linkage.Title))
				}
			})
		},
	},
	{
		ID: "linked-without-leverage", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}},
		Title:  "where the company is directly linked or contributes, its leverage is assessed",
		Settle: "State under leverage what influence the company has and how it means to use or increase it.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if (l.Involvement == risk.DirectlyLinked || l.Involvement == risk.Contributes) && !l.LeverageAssessed {
					r.gap(pointer+"/leverage", label(l.Linkage.Code, l.Linkage.Title), l.Involvement.String())
				}
			})
		},
	},
	{
		// The company need not remedy this harm; it must use its leverage.
		ID: "linked-harm-without-plan", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}, {Instrument: "UNGP", Locator: "22"}},
		Title:  "where harm has happened to which the company is directly linked, it uses its leverage or means to",
		Settle: "Record what is done to change the practice of those who do the harm: as an action that names the risk, or as an attempt under relationship.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if l.Involvement != risk.DirectlyLinked || l.Status != risk.Actual || l.attempted() {
					return
				}
				for _, id := range l.Linkage.Risks {
					if k := r.risks[id]; k != nil && !r.actedOn[id].some {
						r.gap(pointer+"/relationship", label(l.Linkage.Code, l.Linkage.Title), label(k.Code, k.Title))
					}
				}
			})
		},
	},
	{
		ID: "fact-without-judgement", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "21"}},
		Title:  "each answer on which an involvement rests says who gave it, when and on what evidence",
		Settle: "State with each answer who judged it (by), when (on) and what it rests on (evidence).",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				record := l.Linkage.standing(r.ev.AsOf)
				var unjudged []string
				for f := range record.Facts.Unjudged() {
					unjudged = append(unjudged, f.String())
				}
				if len(unjudged) > 0 {
					r.gap(pointer+"/facts", label(l.Linkage.Code, l.Linkage.Title), strings.Join(unjudged, ", "))
				}
			})
		},
	},
	{
		ID: "no-remedy-for-harm-done", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "22"}, {Instrument: "CSDDD", Locator: "12"}, {Instrument: "LkSG", Locator: "7"}},
		Title:  "a company that causes or contributes to harm provides for its remedy or cooperates in it",
		Settle: "Plan remedy with those harmed and record it as an action of kind remedy that names the risk.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if l.Involvement != risk.Causes && l.Involvement != risk.Contributes || l.Status != risk.Actual {
					return
				}
				for _, id := range l.Linkage.Risks {
					if k := r.risks[id]; k != nil && !r.actedOn[id].remedy {
						r.gap(pointer, label(l.Linkage.Code, l.Linkage.Title), label(k.Code, k.Title), l.Involvement.String())
					}
				}
			})
		},
	},
	{
		ID: "ending-without-asking-what-it-does", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}},
		Title:  "a decision to end or to keep a relationship rests on what ending would do to people",
		Settle: "Assess what ending would do to the people affected and record it with the decision.",
		check: func(r *reviewer) {
			for i, l := range r.doc.Linkages {
				if l.Decision.Taken() && l.Decision.EndingAssessed != risk.Yes && l.Relationship.EndingAssessed != risk.Yes {
					r.gap(at("linkages", i)+"/decision/endingAssessed", label(l.Code, l.Title))
				}
			}
		},
	},
	{
		ID: "known-link-unattended", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "OHCHR-BANKTRACK-2017"}, {Instrument: "UNGP", Locator: "13"}},
		Title:  "a link that is known and goes on without action is looked at afresh",
		Settle: "Have a person look again whether inaction has become contribution, and record the classification with its date.",
		check: func(r *reviewer) {
			r.eachLinkage(func(pointer string, l *LinkageResult) {
				if days := r.opts.FreshLookDays; days > 0 && l.FreshLook(r.ev.AsOf, days).Needed == risk.Yes {
					r.gap(pointer+"/history", label(l.Linkage.Code, l.Linkage.Title), strconv.Itoa(days))
				}
			})
		},
	},
}

// attempted reports whether the company is said to have tried to mitigate the
// harm or to gain leverage.
func (l *LinkageResult) attempted() bool {
	tried := func(a risk.Attempt) bool { return a.Known() && a != risk.NotTried }
	return tried(l.Linkage.Relationship.Mitigation) || tried(l.Linkage.Relationship.Increase)
}

// decidedOnMore reports whether a person decided on more involvement than the
// facts give, and says why. For less, a reason does not do: the facts are to be
// corrected.
func (l *LinkageResult) decidedOnMore() bool {
	for most := range l.Classification.Possible.All() {
		return l.Rationale != "" && l.Involvement > most
	}
	return false // the facts contradict one another
}

// eachLinkage calls f for every linkage that is not illustrative.
func (r *reviewer) eachLinkage(f func(pointer string, l *LinkageResult)) {
	for i := range r.ev.Linkages {
		if l := &r.ev.Linkages[i]; !l.Linkage.Illustrative {
			f(at("linkages", i), l)
		}
	}
}
