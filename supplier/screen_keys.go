package supplier

import (
	"encoding/binary"
	"slices"
)

// Bounds on what one pass of a screening remembers. Beyond them it forgets all
// and learns anew, which costs time and changes no result.
const (
	maxProfiles = 65536
	maxWords    = 65536
)

// keys finds the profile of a supplier. Suppliers in the same countries, of the
// same sector and with the same goods, as far as the tables know these, share
// one: a world of a million suppliers has a few thousand. It belongs to one
// pass over suppliers.
type keys struct {
	s        *Screener
	profiles map[string]*ScreenProfile
	sectors  map[string][]word // by text as it stands
	goods    map[string]word
	rights   map[string][]screenCell // by what differs in them: most profiles say the same of all rights
	key      []byte                  // scratch
	at       []string
	things   []word
}

func (s *Screener) newKeys() *keys {
	return &keys{s: s, profiles: map[string]*ScreenProfile{}, sectors: map[string][]word{}, goods: map[string]word{}, rights: map[string][]screenCell{}}
}

// profile returns what the indicators say of suppliers like x.
func (k *keys) profile(x *Supplier) *ScreenProfile {
	k.at = appendCountries(k.at[:0], x)
	sectors := k.sectorOf(x.Sector)
	k.things = k.things[:0]
	strange := false
	for _, g := range x.Goods {
		if w := k.goodOf(g); w != 0 {
			k.things = append(k.things, w)
		} else {
			strange = true
		}
	}
	if len(k.things) > 1 {
		slices.Sort(k.things)
		k.things = slices.Compact(k.things)
	}
	k.key = k.key[:0]
	for _, c := range k.at {
		// With their lengths, for a country that is none may hold any text.
		k.key = append(binary.AppendUvarint(k.key, uint64(len(c))+1), c...)
	}
	k.key = append(k.key, 0)
	for _, w := range sectors {
		k.key = binary.AppendUvarint(k.key, uint64(w))
	}
	k.key = append(k.key, 0, flag(x.Sector != "")|flag(len(x.Goods) > 0)<<1|flag(strange)<<2)
	for _, w := range k.things {
		k.key = binary.AppendUvarint(k.key, uint64(w))
	}
	if p, ok := k.profiles[string(k.key)]; ok {
		return p
	}
	if len(k.profiles) >= maxProfiles {
		clear(k.profiles)
		clear(k.rights)
	}
	p := k.s.profile(k.at, sectors, k.things, k.gaps(x, sectors, strange))
	k.profiles[string(k.key)] = p
	p.rights = k.share(p.rights)
	return p
}

// share returns what an earlier profile says of the rights if it says the same.
// Whoever looks at all pairs then waits for memory far less.
func (k *keys) share(rights []screenCell) []screenCell {
	k.key = k.key[:0]
	for i := range rights {
		// The rest of a range is the screener's severity of the right.
		c := &rights[i]
		k.key = append(k.key, byte(c.found.Lo.Likelihood), byte(c.found.Hi.Likelihood), byte(c.gaps))
	}
	if same, ok := k.rights[string(k.key)]; ok {
		return same
	}
	k.rights[string(k.key)] = rights
	return rights
}

// gaps returns what a supplier leaves open for every right. strange says that
// the tables do not know one of its goods.
func (k *keys) gaps(x *Supplier, sectors []word, strange bool) Gaps {
	var g Gaps
	if slices.Contains(k.at, "") {
		g = g.With(CountryNotStated)
	}
	switch {
	case x.Sector == "":
		g = g.With(SectorNotStated)
	case len(sectors) == 0:
		g = g.With(SectorNotKnown)
	}
	switch {
	case len(x.Goods) == 0:
		g = g.With(GoodsNotStated)
	case strange:
		g = g.With(GoodNotKnown)
	}
	return g
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// appendCountries appends the countries where the supplier works, in order:
// those of its sites, its own where a site does not say or there is none. A
// country that is not stated is "".
func appendCountries(to []string, x *Supplier) []string {
	if len(x.Sites) == 0 {
		return append(to, x.Country)
	}
	for i := range x.Sites {
		c := x.Sites[i].Country
		if c == "" {
			c = x.Country
		}
		to = append(to, c)
	}
	if len(to) > 1 {
		slices.Sort(to)
		to = slices.Compact(to)
	}
	return to
}

func (k *keys) sectorOf(text string) []word {
	if text == "" {
		return nil
	}
	w, ok := k.sectors[text]
	if !ok {
		if len(k.sectors) >= maxWords {
			clear(k.sectors)
		}
		w = k.s.words.sectorWords(text)
		k.sectors[text] = w
	}
	return w
}

func (k *keys) goodOf(text string) word {
	w, ok := k.goods[text]
	if !ok {
		if len(k.goods) >= maxWords {
			clear(k.goods)
		}
		w = k.s.words.goods[k.s.words.folded(text)]
		k.goods[text] = w
	}
	return w
}
