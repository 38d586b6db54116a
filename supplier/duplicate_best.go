package supplier

import (
	"cmp"
	"slices"
)

// bestProposals keeps the best proposals of all that are found. Memory is
// bounded by how many it is to keep.
type bestProposals struct {
	most    int
	found   map[[2]int32]MergeProposal // by the places of the two suppliers
	omitted int
	// floor is the last of those kept when there were too many. What comes after
	// it cannot be among the best any more.
	floor  rankedPair
	pruned bool
}

// rankedPair is a pair with its score. Pairs of equal scores go in the order in
// which their suppliers came.
type rankedPair struct {
	score int
	pair  [2]int32
}

func compareRanked(a, b rankedPair) int {
	return cmp.Or(cmp.Compare(b.score, a.score), slices.Compare(a.pair[:], b.pair[:]))
}

// better reports whether p says more than q of the same pair, at other sites of
// the two.
func (p *MergeProposal) better(q *MergeProposal) bool {
	return cmp.Or(cmp.Compare(p.Score, q.Score), cmp.Compare(p.Address, q.Address), cmp.Compare(p.Name, q.Name)) > 0
}

// add takes in a proposal.
func (b *bestProposals) add(pair [2]int32, p MergeProposal) {
	if before, ok := b.found[pair]; ok {
		if p.better(&before) {
			b.found[pair] = p
		}
		return
	}
	if b.pruned && compareRanked(rankedPair{p.Score, pair}, b.floor) > 0 {
		b.omitted++
		return
	}
	b.found[pair] = p
	if len(b.found)/4 > b.most { // not 4*b.most, which overflows for a caller who wants all
		b.prune()
	}
}

// prune drops all but the best, which it returns in order.
func (b *bestProposals) prune() []rankedPair {
	all := make([]rankedPair, 0, len(b.found))
	for pair, p := range b.found {
		all = append(all, rankedPair{p.Score, pair})
	}
	slices.SortFunc(all, compareRanked)
	if len(all) <= b.most {
		return all
	}
	for _, x := range all[b.most:] {
		delete(b.found, x.pair)
	}
	b.omitted += len(all) - b.most
	b.floor, b.pruned = all[b.most-1], true
	return all[:b.most]
}

// all returns the proposals kept, the best first.
func (b *bestProposals) all() []MergeProposal {
	best := make([]MergeProposal, 0, min(len(b.found), b.most))
	for _, x := range b.prune() {
		best = append(best, b.found[x.pair])
	}
	return best
}
