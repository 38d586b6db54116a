package assessment

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// The suppliers of a linkage against the plain words: those named, and those of the
// categories but for the company itself, each once, in the order of the document.
func TestALinkageCoversThoseNamedAndThoseOfItsCategories(t *testing.T) {
	categories := []supplier.Category{"fabric", "yarn", "cotton"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		a := Assessment{}
		ids := []uuid.UUID{uuid.NewSHA1(uuid.Nil, []byte("nowhere"))}
		for i := range 1 + r.IntN(12) {
			s := supplier.Supplier{ID: uuid.NewSHA1(uuid.Nil, []byte{byte(i)}), Buyer: r.IntN(4) == 0}
			for _, c := range categories {
				if r.IntN(3) == 0 {
					s.Categories = append(s.Categories, c)
				}
			}
			a.Suppliers, ids = append(a.Suppliers, s), append(ids, s.ID)
		}
		for range 1 + r.IntN(6) {
			var l Linkage
			for range r.IntN(3) {
				l.Covers.Categories = append(l.Covers.Categories, categories[r.IntN(3)])
			}
			for range r.IntN(2) * r.IntN(4) {
				l.Covers.Suppliers = append(l.Covers.Suppliers, ids[r.IntN(len(ids))])
			}
			a.Linkages = append(a.Linkages, l)
		}
		e := evaluated(t, a, EvaluateOptions{})
		for i, l := range e.Linkages {
			var want []uuid.UUID
			for _, s := range a.Suppliers {
				in := slices.ContainsFunc(l.Linkage.Covers.Categories, func(c supplier.Category) bool { return slices.Contains(s.Categories, c) })
				if slices.Contains(l.Linkage.Covers.Suppliers, s.ID) || in && !e.Network.IsBuyer(s.ID) {
					want = append(want, s.ID)
				}
			}
			if !slices.Equal(l.Suppliers, want) {
				t.Fatalf("seed %d, linkage %d: %v, want %v", seed, i, l.Suppliers, want)
			}
		}
	}
}

// A document that says a thousand times "all who supply electronics" must not hold
// the suppliers a thousand times.
func TestLinkagesThatCoverTheSameCategoriesShareTheirSuppliers(t *testing.T) {
	a := Assessment{Suppliers: []supplier.Supplier{{ID: uuid.NewSHA1(uuid.Nil, []byte("s")), Categories: []supplier.Category{"fabric"}}}}
	for range 3 {
		a.Linkages = append(a.Linkages, Linkage{Covers: SupplierSet{Categories: []supplier.Category{"fabric"}}})
	}
	e := evaluated(t, a, EvaluateOptions{})
	for _, l := range e.Linkages {
		if len(l.Suppliers) != 1 || &l.Suppliers[0] != &e.Linkages[0].Suppliers[0] {
			t.Error("a linkage has its own list of the same suppliers")
		}
	}
}
