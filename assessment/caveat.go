package assessment

import (
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Caveat is something that bounds what a [Comparison] can say.
type Caveat struct {
	Code CaveatCode `json:"code,omitzero"`
	Args []string   `json:"args,omitzero"` // as the code says
}

// CaveatCode says what a caveat is about.
type CaveatCode uint8

const (
	CaveatNotStated CaveatCode = iota
	// MethodDiffers says that the two were ranked by different methods, so that
	// their own places are not comparable. Args: the method of the earlier, of
	// the later, and the one under which both were ranked anew.
	MethodDiffers
	// RatedForAnotherMethod says that the ratings of the two were made for
	// different methods, whose levels may mean different things: ranking them
	// anew does not mend that. Args: the methods that the documents name.
	RatedForAnotherMethod
	// CompanyDiffers says that the two are of different companies. Args: none.
	CompanyDiffers
	// KindDiffers says that the two ask different questions. Args: the kinds.
	KindDiffers
	// ScopeDiffers says that the two look at different parts, so that what is
	// new or gone may have been there, or be there still, where nobody looked.
	// Args: the members of scope that differ.
	ScopeDiffers
	// RisksNotAllNamed says that one does not name all the risks that were
	// found, or does not say so: a risk that is gone need not have ended, one
	// that is new need not be. Args: what the earlier and the later answer.
	RisksNotAllNamed
	// RecommendationsNotAllListed says that more recommendations were made than
	// one lists, or may have been. Args: none.
	RecommendationsNotAllListed
	// RiskCountDiffers says that places are among more or fewer risks. Args: the
	// number of risks before and after.
	RiskCountDiffers
	// NotLater says that the evaluation given as the later one does not look at
	// a later day. Args: the days.
	NotLater
	// NotItsUpdate says that the later document is an update of another. Args:
	// none.
	NotItsUpdate
)

var caveatCodeText = textenum.Table[CaveatCode]{
	Kind: "caveat of a comparison",
	Names: []string{"", "method-differs", "rated-for-another-method", "company-differs", "kind-differs", "scope-differs",
		"risks-not-all-named", "recommendations-not-all-listed", "risk-count-differs", "not-later", "not-its-update"},
}

// caveats finds what bounds what the comparison can say.
func (c *Comparison) caveats() {
	add := func(found bool, code CaveatCode, args ...string) {
		if found {
			c.Caveats = append(c.Caveats, Caveat{code, args})
		}
	}
	method := func(m *risk.Method) string { return MethodRef{m.ID(), m.Version()}.String() }
	was, is := c.Before.Assessment, c.After.Assessment
	add(c.MethodChanged, MethodDiffers, method(c.Before.Method), method(c.After.Method), method(c.Method))
	rated := was.Method.ID != "" && is.Method.ID != "" && len(was.Risks) > 0 && len(is.Risks) > 0
	version := was.Method.Version != "" && is.Method.Version != "" && was.Method.Version != is.Method.Version
	add(rated && (was.Method.ID != is.Method.ID || version), RatedForAnotherMethod, was.Method.String(), is.Method.String())
	add(differ(was.Company, is.Company), CompanyDiffers)
	// An update asks what its forerunner asked.
	kinds := was.Kind != KindNotStated && is.Kind != KindNotStated && was.Kind != Update && is.Kind != Update
	add(kinds && was.Kind != is.Kind, KindDiffers, was.Kind.String(), is.Kind.String())
	if parts := was.Scope.differs(&is.Scope); len(parts) > 0 {
		add(true, ScopeDiffers, parts...)
	}
	complete := was.RisksComplete == risk.Yes && is.RisksComplete == risk.Yes
	add(len(was.Risks)+len(is.Risks) > 0 && !complete, RisksNotAllNamed, was.RisksComplete.String(), is.RisksComplete.String())
	listed := len(was.Recommendations) + len(is.Recommendations)
	add(listed > 0 && (!allListed(was) || !allListed(is)), RecommendationsNotAllListed)
	add(len(was.Risks) != len(is.Risks), RiskCountDiffers, strconv.Itoa(len(was.Risks)), strconv.Itoa(len(is.Risks)))
	days := !c.Before.AsOf.IsZero() && !c.After.AsOf.IsZero()
	add(days && !c.After.AsOf.After(c.Before.AsOf), NotLater, c.Before.AsOf.String(), c.After.AsOf.String())
	add(is.Updates != uuid.Nil && is.Updates != was.ID && is.ID != was.ID, NotItsUpdate)
}

// differ reports whether two companies are known not to be one: by their ids, or
// their names where an id is not stated.
func differ(a, b Company) bool {
	if a.ID != uuid.Nil && b.ID != uuid.Nil {
		return a.ID != b.ID
	}
	return a.Name != "" && b.Name != "" && a.Name != b.Name
}

// differs returns the members of a scope that another has otherwise. What one
// does not state is not known to differ. The order of lists does not count.
func (s *Scope) differs(t *Scope) (members []string) {
	add := func(name string, found bool) {
		if found {
			members = append(members, name)
		}
	}
	texts := func(a, b []string) bool {
		return len(a) > 0 && len(b) > 0 && !slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
	}
	add("breadth", s.Breadth != BreadthNotStated && t.Breadth != BreadthNotStated && s.Breadth != t.Breadth)
	add("businesses", texts(s.Businesses, t.Businesses))
	add("products", texts(s.Products, t.Products))
	add("valueChain", len(s.ValueChain) > 0 && len(t.ValueChain) > 0 &&
		!slices.Equal(slices.Sorted(slices.Values(s.ValueChain)), slices.Sorted(slices.Values(t.ValueChain))))
	add("countries", texts(s.Countries, t.Countries))
	return members
}

// allListed reports whether a document lists all the recommendations that were
// made, as far as it says.
func allListed(a *Assessment) bool {
	n, known := a.RecommendationCount.Known()
	return known && n == len(a.Recommendations)
}
