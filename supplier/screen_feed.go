package supplier

import (
	"iter"

	"github.com/hrdd-go/hrdd/risk"
)

// ProfilesOf counts screenings in two profiles, one risk for each supplier and
// right: atLeast by the least that each can be, atMost by the gravest. The truth
// lies between the two. Suppliers alike are counted together, so that a million
// take as long as their kinds.
func ProfilesOf(screenings iter.Seq[Screening]) (atLeast, atMost *risk.Profile, err error) {
	counts := make(map[*ScreenProfile]uint64)
	atLeast, atMost = new(risk.Profile), new(risk.Profile)
	for s := range screenings {
		counts[s.Profile]++
		if len(counts) < maxProfiles {
			continue
		}
		if err := addScreened(counts, atLeast, atMost); err != nil {
			return nil, nil, err
		}
		clear(counts)
	}
	if err := addScreened(counts, atLeast, atMost); err != nil {
		return nil, nil, err
	}
	return atLeast, atMost, nil
}

func addScreened(counts map[*ScreenProfile]uint64, atLeast, atMost *risk.Profile) error {
	for p, n := range counts { // in any order: adding commutes
		for i := range p.rights {
			for _, end := range [...]struct {
				to *risk.Profile
				r  risk.Rating
			}{{atLeast, p.rights[i].found.Lo}, {atMost, p.rights[i].found.Hi}} {
				c, err := end.r.Cell()
				if err != nil {
					return err
				}
				if err := end.to.AddCount(c, n); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
