package risk

import (
	"errors"
	"iter"
	"slices"
)

// Ordinal is a position in the order of one method, 0 for the least grave. It
// means nothing without its method, and the distance of two ordinals means
// nothing at all.
type Ordinal uint16

// Method is a way of ranking harm, tabulated over every cell and checked
// against the rules. A Method is immutable: any number of goroutines may use
// it. The zero value and nil are not usable; see [UNGP], [Methods] and [NewMethod].
type Method struct {
	spec     MethodSpec
	lo, hi   [NumCells]Ordinal // the least and the gravest that each cell can still be
	ordinals int               // how many different ordinals there are
	keys     []float64         // the values of the keys by ordinal, len(spec.Keys) each
	bands    []uint8           // the band by ordinal, an index into spec.Bands plus one
	ordered  bool              // the gravest of a range is its upper corner, the least its lower one
	ignored  Dimensions
}

// NewMethod tabulates spec over every cell and checks it against every
// [MethodRule]. The functions in spec are not called after it returns.
//
// It returns a *[SpecError] if spec is incomplete, a *[CellError] if a function
// panics or has no finite value for a cell, and a *[RuleError] with two
// ratings as a counterexample for every rule that is broken and not waived.
// Several errors come joined; errors.As finds each.
func NewMethod(spec MethodSpec) (*Method, error) {
	if err := spec.check(); err != nil {
		return nil, err
	}
	spec.Sources = slices.Clone(spec.Sources)
	spec.Reasons = slices.Clone(spec.Reasons)
	spec.Keys = slices.Clone(spec.Keys)
	spec.Bands = slices.Clone(spec.Bands)
	spec.Waivers = slices.Clone(spec.Waivers)
	m := &Method{spec: spec}
	if err := m.tabulate(); err != nil {
		return nil, err
	}
	broken := m.brokenRules()
	m.ordered = !slices.ContainsFunc(broken, func(e *RuleError) bool {
		return e.Rule == RuleMonotone || e.Rule == RuleOccurred || e.Rule == RuleDelay
	})
	var errs []error
	for _, e := range broken {
		if !m.waives(e.Rule) {
			errs = append(errs, e)
		}
	}
	for i, w := range spec.Waivers {
		if !slices.ContainsFunc(broken, func(e *RuleError) bool { return e.Rule == w.Rule }) {
			errs = append(errs, spec.idle(i))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	m.ignored = m.findIgnored()
	return m, nil
}

// ID returns the stable id of the method.
func (m *Method) ID() string { return m.spec.ID }

// Version returns the version of the method.
func (m *Method) Version() string { return m.spec.Version }

// Title returns the name of the method in English.
func (m *Method) Title() string { return m.spec.Title }

// Sources yields what the method rests on.
func (m *Method) Sources() iter.Seq[Citation] { return slices.Values(m.spec.Sources) }

// Reasons yields the choices that the method makes, each with its reason.
func (m *Method) Reasons() iter.Seq[MethodReason] { return slices.Values(m.spec.Reasons) }

// Waivers yields the rules that the method breaks, each with the reason why it
// is offered all the same. A method that obeys every rule yields none.
func (m *Method) Waivers() iter.Seq[Waiver] { return slices.Values(m.spec.Waivers) }

// Keys yields what the method compares, most important first.
func (m *Method) Keys() iter.Seq[MethodKey] { return slices.Values(m.spec.Keys) }

// Index returns the name of the number that the method computes, "" if it
// computes none or it is not to be shown.
func (m *Method) Index() string { return m.spec.Index }

// Gaps returns who handles ratings with dimensions that are not rated.
func (m *Method) Gaps() GapHandling { return m.spec.Gaps }

// Ignored returns the dimensions that never make a difference to the method. A
// report that uses it says so.
func (m *Method) Ignored() Dimensions { return m.ignored }

// Bands returns the bands of the method, lowest first; none if it has none.
func (m *Method) Bands() []Band { return m.spec.Bands.Bands() }

// Ordinals returns how many different positions the order of the method has.
// They are 0 to Ordinals()-1.
func (m *Method) Ordinals() int { return m.ordinals }

// String returns the id and version of the method.
func (m *Method) String() string { return m.spec.ID + " " + m.spec.Version }

// waives reports whether the method waives a rule by name.
func (m *Method) waives(rule MethodRule) bool {
	return slices.ContainsFunc(m.spec.Waivers, func(w Waiver) bool { return w.Rule == rule })
}

// band returns the band of an ordinal.
func (m *Method) band(o Ordinal) Band {
	if int(o) >= len(m.bands) || m.bands[o] == 0 {
		return Band{}
	}
	i := int(m.bands[o])
	return Band{Name: m.spec.Bands[i-1].Name, Order: i}
}

// keyValue returns the value of key k at an ordinal.
func (m *Method) keyValue(o Ordinal, k int) float64 { return m.keys[int(o)*len(m.spec.Keys)+k] }
