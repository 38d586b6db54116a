package supplier

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// duplicates holds suppliers in the form in which they are compared.
type duplicates struct {
	ids     []uuid.UUID // by supplier, in the order in which they came
	first   []int32     // by supplier: its first record
	records []duplicateRecord
	keys    duplicateKeys
}

// duplicateRecord is a supplier at one of its sites.
type duplicateRecord struct {
	supplier                int32
	country                 string
	name, address           string   // as words to compare
	namePairs, addressPairs []uint16 // pairs of neighbouring letters, in order
	numbers                 []string // words of the name that have digits, in order
}

// legalForms are words of names that say what kind of company it is, and say
// little of which.
var legalForms = [...]string{
	"ab", "ag", "aps", "as", "bhd", "bv", "co", "company", "corp", "corporation", "cv", "doo", "gmbh", "inc", "incorporated",
	"kft", "kg", "limited", "limitada", "llc", "llp", "lp", "ltd", "ltda", "nv", "oy", "plc", "private", "pt", "pte", "pty", "pvt",
	"sa", "sae", "sarl", "sas", "sdn", "sia", "sl", "slu", "spa", "srl", "sro", "tbk", "tic", "ve", "vn",
}

// addressWords are words of addresses that are written in several ways; those
// that say nothing become nothing.
var addressWords = [...]struct{ from, to string }{
	{"ave", "avenue"}, {"bldg", "building"}, {"blvd", "boulevard"}, {"dist", "district"}, {"fl", "floor"}, {"hwy", "highway"},
	{"ind", "industrial"}, {"no", ""}, {"number", ""}, {"prov", "province"}, {"rd", "road"}, {"st", "street"}, {"the", ""},
}

// newDuplicates reads suppliers. The error is that of ctx.
func newDuplicates(ctx context.Context, suppliers iter.Seq[Supplier]) (*duplicates, error) {
	d := &duplicates{}
	for s := range suppliers {
		n := int32(len(d.ids))
		if n%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		d.ids = append(d.ids, s.ID)
		d.first = append(d.first, int32(len(d.records)))
		d.keys.of(n, s.Keys)
		for i := range s.Sites {
			d.keys.of(n, s.Sites[i].Keys)
		}
		name := nameWords(s.Name)
		record := duplicateRecord{supplier: n, country: s.Country, name: name, namePairs: letterPairs(name), numbers: numberWords(name)}
		if len(s.Sites) == 0 {
			d.records = append(d.records, record)
			continue
		}
		for i := range s.Sites {
			at := record
			at.country = cmp.Or(s.Sites[i].Country, s.Country)
			at.address = addressText(s.Sites[i].Address)
			at.addressPairs = letterPairs(at.address)
			d.records = append(d.records, at)
		}
	}
	d.keys.index(len(d.ids))
	return d, nil
}

// nameWords folds a name and takes off legal forms, unless nothing else is
// left.
func nameWords(name string) string {
	folded := textfold.Name(name)
	var b strings.Builder
	for w := range strings.FieldsSeq(folded) {
		if _, legal := slices.BinarySearch(legalForms[:], w); legal {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	if b.Len() == 0 {
		return folded
	}
	return b.String()
}

// addressText folds an address and writes its words in one way.
func addressText(address string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(textfold.Name(address)) {
		for _, x := range addressWords {
			if x.from == w {
				w = x.to
				break
			}
		}
		if w == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// numberWords returns the words of a text that have digits, in order.
func numberWords(s string) (all []string) {
	for w := range words(s) {
		if strings.ContainsAny(w, "0123456789") {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	return all
}

// numbersDiffer reports whether both of two names have words with digits, in
// order, and none in common.
func numbersDiffer(a, b []string) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			return false
		case c < 0:
			i++
		default:
			j++
		}
	}
	return len(a) > 0 && len(b) > 0
}

// maxPairs bounds how much of a text is compared.
const maxPairs = 256

// letterPairs returns the pairs of neighbouring bytes of a text, in order. Words
// are set apart by a space, which counts as a letter; the order of words matters
// little.
func letterPairs(s string) []uint16 {
	if len(s) < 2 {
		return nil
	}
	s = s[:min(len(s), maxPairs+1)]
	pairs := make([]uint16, len(s)-1)
	for i := range pairs {
		pairs[i] = uint16(s[i])<<8 | uint16(s[i+1])
	}
	slices.Sort(pairs)
	return pairs
}

// groups returns groups of records that share something uncommon: each of the
// two rarest words of a name, the rarest word of an address, or a key. A record
// may be in several groups.
func (d *duplicates) groups() [][]int32 {
	counts := make(map[string]int32)
	for i := range d.records {
		for w := range words(d.records[i].name) {
			counts[w]++
		}
		for w := range words(d.records[i].address) {
			counts[w]++
		}
	}
	members := make(map[string][]int32)
	join := func(kind, word string, record int32) {
		if word != "" {
			members[kind+word] = append(members[kind+word], record)
		}
	}
	for i := range d.records {
		r := &d.records[i]
		first, second := rarest(counts, r.name)
		join("n", first, int32(i))
		join("n", second, int32(i))
		first, _ = rarest(counts, r.address)
		join("a", first, int32(i))
	}
	var all [][]int32
	for _, holders := range d.keys.holders {
		if len(holders) > 1 {
			g := make([]int32, len(holders))
			for i, n := range holders {
				g[i] = d.first[n]
			}
			all = append(all, g)
		}
	}
	for _, g := range members {
		if len(g) > 1 {
			all = append(all, g)
		}
	}
	slices.SortFunc(all, slices.Compare) // the same order in every run
	return all
}

func words(s string) iter.Seq[string] { return strings.FieldsSeq(s) }

// rarest returns the two words of a text that are the least common, empty where
// there are fewer. Of equally common ones the longer go first, then the earlier
// in the alphabet.
func rarest(counts map[string]int32, text string) (first, second string) {
	rarer := func(a, b string) bool {
		return b == "" || cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) < 0
	}
	for w := range words(text) {
		switch {
		case w == first || w == second:
		case rarer(w, first):
			first, second = w, first
		case rarer(w, second):
			second = w
		}
	}
	return first, second
}
