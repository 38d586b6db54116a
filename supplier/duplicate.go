package supplier

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// MergeProposal says that two suppliers may be one, and why. Nothing is merged:
// whether they are one is for a person to say, who knows more than their names.
type MergeProposal struct {
	A uuid.UUID `json:"a"` // came first
	B uuid.UUID `json:"b"`
	// SameKey says that both have the same key of the same register.
	SameKey bool `json:"sameKey,omitzero"`
	// Name and Address say how alike these are, from 0 to 1000: the share of
	// pairs of neighbouring letters that they have in common, after case,
	// accents, punctuation and legal forms are taken off. An address that one of
	// them does not state is not like anything: AddressStated is false.
	Name          int  `json:"name"`
	Address       int  `json:"address"`
	AddressStated bool `json:"addressStated,omitzero"`
	// NumbersDiffer says that both names have numbers and none in common, as
	// "Unit 3" and "Unit 4": two sites of one company rather than one site.
	NumbersDiffer bool `json:"numbersDiffer,omitzero"`
	// SameCountry is Unknown if one of them does not state it. Suppliers that
	// are known to be in different countries are proposed only if they have a key
	// in common: then the key or a country is wrong.
	SameCountry risk.Answer `json:"sameCountry,omitzero"`
	// Score puts the parts together, from 0 to 1000, to order proposals by: 3
	// parts name and 2 parts address, of a name alone no more than 800, of names
	// whose numbers differ no more than 700; 1000 for the same key. It is not a
	// probability.
	Score int `json:"score"`
}

// DuplicateOptions say what to propose. The zero value is the library's
// default.
type DuplicateOptions struct {
	MinScore int // the least score of a proposal; 0 means 780
	// MaxProposals is the greatest number of proposals, the best are kept; 0 or
	// less means 10000.
	MaxProposals int
	// Progress is called now and then with the number of groups of suppliers that
	// were compared, from the goroutine of the caller; nil is silent.
	Progress func(done, total int)
}

// DuplicateReport says what was compared.
type DuplicateReport struct {
	Suppliers int `json:"suppliers"`
	Compared  int `json:"compared"` // pairs that were looked at
	// Omitted is how many proposals there were beyond MaxProposals; one that was
	// found by several words may be counted several times.
	Omitted int `json:"omitted"`
	// Crowded is how many groups were too large to compare all with all, as of
	// many suppliers with one name: there each was compared with those next to
	// it in the order of addresses.
	Crowded int `json:"crowded"`
}

const (
	defaultMinScore     = 780
	defaultMaxProposals = 10_000
	nameAloneScore      = 800 // of equal names without addresses
	otherNumberScore    = 700 // most, of names whose numbers differ
	allWithAll          = 24  // size of a group up to which all are compared with all
	neighbours          = 8   // that are compared in a larger group
)

// FindDuplicates proposes which suppliers may be one and the same. It compares
// those that share an uncommon word of their names or addresses, or a key, so
// that work grows with the number of suppliers and not with its square;
// suppliers who share no such word are not found. Where very many share a word,
// each is compared with those next to it in the order of addresses. Proposals
// come in the order of their scores, the most alike first; equal ones in the
// order in which the suppliers came. The error is that of ctx.
func FindDuplicates(ctx context.Context, suppliers iter.Seq[Supplier], o DuplicateOptions) ([]MergeProposal, DuplicateReport, error) {
	o.MinScore = cmp.Or(o.MinScore, defaultMinScore)
	if o.MaxProposals <= 0 {
		o.MaxProposals = defaultMaxProposals
	}
	d, err := newDuplicates(ctx, suppliers)
	if err != nil {
		return nil, DuplicateReport{}, err
	}
	groups := d.groups()
	best := bestProposals{most: o.MaxProposals, found: make(map[[2]int32]MergeProposal)}
	report := DuplicateReport{Suppliers: len(d.ids)}
	for i, g := range groups {
		if i%lookEvery == 0 && o.Progress != nil {
			o.Progress(i, len(groups))
		}
		reach := len(g)
		if reach > allWithAll {
			report.Crowded++
			reach = neighbours
			slices.SortStableFunc(g, func(a, b int32) int {
				return cmp.Or(cmp.Compare(d.records[a].address, d.records[b].address), cmp.Compare(d.records[a].name, d.records[b].name))
			})
		}
		for x, a := range g {
			if (i+x)%lookEvery == 0 {
				if err := ctx.Err(); err != nil {
					return nil, report, err
				}
			}
			for _, b := range g[x+1 : min(len(g), x+1+reach)] {
				report.Compared++
				if p, pair := d.compare(a, b); p.Score >= o.MinScore {
					best.add(pair, p)
				}
			}
		}
	}
	all := best.all()
	report.Omitted = best.omitted
	return all, report, nil
}

// compare compares two records. Records of one supplier, and of suppliers that
// are known to be in different countries and have no key in common, score 0.
func (d *duplicates) compare(x, y int32) (MergeProposal, [2]int32) {
	a, b := &d.records[x], &d.records[y]
	if a.supplier > b.supplier {
		a, b = b, a
	}
	pair := [2]int32{a.supplier, b.supplier}
	if a.supplier == b.supplier || d.ids[a.supplier] == d.ids[b.supplier] {
		return MergeProposal{}, pair
	}
	p := MergeProposal{A: d.ids[a.supplier], B: d.ids[b.supplier], SameKey: d.keys.shared(a.supplier, b.supplier)}
	if a.country != "" && b.country != "" {
		if p.SameCountry = risk.AnswerOf(a.country == b.country); p.SameCountry == risk.No && !p.SameKey {
			return p, pair
		}
	}
	p.Name = alike(a.namePairs, b.namePairs, a.name == b.name)
	p.Score = p.Name * nameAloneScore / 1000
	if p.AddressStated = a.address != "" && b.address != ""; p.AddressStated {
		p.Address = alike(a.addressPairs, b.addressPairs, a.address == b.address)
		p.Score = (3*p.Name + 2*p.Address) / 5
	}
	if p.NumbersDiffer = numbersDiffer(a.numbers, b.numbers); p.NumbersDiffer {
		p.Score = min(p.Score, otherNumberScore)
	}
	if p.SameKey {
		p.Score = 1000
	}
	return p, pair
}

// alike returns the share of letter pairs that two texts have in common, in
// thousandths (Dice's coefficient); equal texts are 1000.
func alike(a, b []uint16, equal bool) int {
	if equal {
		return 1000
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return min(999, 2000*common/(len(a)+len(b)))
}
