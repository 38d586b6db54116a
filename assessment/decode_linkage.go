package assessment

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// checkLinkage reports what is wrong with the meaning of a linkage: a source's
// label that nobody has mapped, a place that cannot be, answers that cannot all
// be right, and classifications that do not follow one another.
func checkLinkage(l *Linkage, report reportFunc) {
	if l.SourceLabel.Text != "" && strings.TrimSpace(l.MappingNote) == "" {
		report("/sourceLabel", ruleSourceLabel, "the source's label", "say in mappingNote how it was understood, and why")
	}
	checkClaim(l.Claimed, report)
	checkFacts("/facts", &l.Facts, report)
	stated, found := l.Status, l.Facts.Status.Value
	if stated != risk.StatusNotStated && found != risk.StatusNotStated && stated != found {
		report("/status", ruleContradiction, fmt.Sprintf("%q with %q as the status among the facts", stated, found),
			"state the one that is right in both places, or in one")
	}
	checkHistory(l.History, report)
}

// checkClaim reports every field of a claimed place that cannot be.
func checkClaim(claimed supplier.Proximity, report reportFunc) {
	err := claimed.Check()
	if err == nil {
		return
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return
	}
	for _, e := range joined.Unwrap() {
		var place *supplier.ProximityError
		if errors.As(e, &place) {
			report("/claimed/"+place.Field, rulePlace, textenum.Shown(place.Found), place.Why)
		}
	}
}

// checkFacts reports every pair of answers that cannot both be right, at the
// first of the two.
func checkFacts(pointer string, r *risk.FactRecord, report reportFunc) {
	facts := r.Facts()
	if c := risk.Classify(facts); c.Contradictory {
		for _, pair := range c.Explain().Contradictions {
			found := fmt.Sprintf("%q with %q as %s", facts.Text(pair.First), facts.Text(pair.Second), member(pair.Second))
			for i, given := range pair.Given {
				found += [...]string{" and ", ", "}[min(i, 1)] + fmt.Sprintf("%q as %s", facts.Text(given), member(given))
			}
			report(pointer+"/"+member(pair.First), ruleContradiction, found, "take one of these answers back")
		}
	}
	if r.Status.Value == risk.Potential && r.Ongoing.Value == risk.Yes {
		report(pointer+"/ongoing", ruleContradiction, `"yes" with "potential" as status`,
			"take one of these answers back: what has not happened does not go on")
	}
}

// member returns the name of a fact in JSON: sufficientAlone for
// sufficient-alone.
func member(f risk.Fact) string {
	words := strings.Split(f.String(), "-")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}

// checkHistory reports what keeps the classifications from being a history.
// That a version, a date or a class is missing or none is for the schema to say.
func checkHistory(h risk.InvolvementHistory, report reportFunc) {
	for i := range h {
		checkFacts(fmt.Sprintf("/history/%d/facts", i), &h[i].Facts, report)
	}
	for _, e := range h.Check() {
		r, at := &h[e.Index], fmt.Sprintf("/history/%d", e.Index)
		switch {
		case e.Rule == "version" && r.Version != 0:
			report(at+"/version", ruleHistory, fmt.Sprint(r.Version), e.Want)
		case e.Rule == "order":
			report(at+"/on", ruleHistory, r.On.String(), e.Want)
		case e.Rule == "rationale":
			report(at+"/class", ruleRationale, fmt.Sprintf("%q", r.Class), e.Want)
		}
	}
}
