package risk

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/lazy"
)

// builtin is a method of the library, built when it is first asked for.
type builtin struct {
	id     string
	spec   func() MethodSpec
	method lazy.Value[*Method]
}

// builtins are the methods of the library, the default first. Nothing is
// computed before one of them is asked for, and nothing changes after.
var builtins = [...]builtin{
	{id: "ungp", spec: ungpSpec},
	{id: "esrs-1", spec: esrsSpec},
	{id: "dihr", spec: dihrSpec},
	{id: "undp-mean", spec: undpMeanSpec},
	{id: "huderaf-rin", spec: huderafSpec},
	{id: "nomogaia", spec: nomogaiaSpec},
	{id: "netcero-human-rights", spec: netceroSpec},
	{id: "netcero-general", spec: netceroGeneralSpec},
	{id: "csrd-bounded", spec: csrdBoundedSpec},
	{id: "mean-or-top", spec: func() MethodSpec { return meanOrTopSpec(4) }},
	{id: "top-factor", spec: topFactorSpec},
	{id: "weighted-floor", spec: weightedFloorSpec},
	{id: "severity-times-likelihood", spec: severityTimesLikelihoodSpec},
	{id: "matrix-4x3", spec: matrix4x3Spec},
	{id: "sum", spec: sumSpec},
	{id: "product", spec: productSpec},
	{id: "geometric-mean", spec: geometricMeanSpec},
}

// get returns the method, building it the first time. The methods of the
// library are built in its tests, so the error cannot happen.
func (b *builtin) get() *Method {
	return b.method.Get(func() *Method {
		m, err := NewMethod(b.spec())
		if err != nil {
			panic("risk: " + err.Error())
		}
		return m
	})
}

// UNGP returns the default method of this library: the order of the Guiding
// Principles. A harm is put first if one of its factors is at the top level or
// if delay would make it irremediable (UNGP 24); then severity decides, factor
// by factor from the gravest; likelihood comes last and never reverses
// severity. The method obeys every [MethodRule].
//
// It is built on the first call, which takes a millisecond or two, and shared
// from then on.
func UNGP() *Method { return builtins[0].get() }

// Methods yields the methods of the library, the default first.
func Methods() iter.Seq[*Method] {
	return func(yield func(*Method) bool) {
		for i := range builtins {
			if !yield(builtins[i].get()) {
				return
			}
		}
	}
}

// MethodByID returns the method of the library with the given id, and whether
// there is one.
func MethodByID(id string) (*Method, bool) {
	for i := range builtins {
		if builtins[i].id == id {
			return builtins[i].get(), true
		}
	}
	return nil, false
}
