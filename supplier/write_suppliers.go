package supplier

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// WriteSuppliers writes suppliers as a table that [ReadSuppliers] reads: a row
// for each site, and one for a supplier without sites. Cells that a spreadsheet
// would run as formulas begin with an apostrophe, which the reader takes off.
//
// A table has no room for recruitment practices and for what is known of a
// workforce beyond its number; use JSON to keep them. Spaces at the ends of
// texts are not kept, bytes that are not UTF-8 become U+FFFD, and a site without
// an ID gets one when it is read. It returns a *[WriteError] for what could not
// be read again as it was, and the first error of w; what comes before is
// written.
func WriteSuppliers(w io.Writer, suppliers iter.Seq[Supplier]) error {
	t := newTableWriter(w, supplierColumns)
	for s := range suppliers {
		for i := range max(1, len(s.Sites)) {
			t.setSupplier(&s)
			if i < len(s.Sites) {
				t.setSite(&s.Sites[i])
			}
			if !t.end() {
				return t.close()
			}
		}
	}
	return t.close()
}

func (t *tableWriter) setSupplier(s *Supplier) {
	t.check(s.ID != uuid.Nil, supplierID, "a supplier has no ID")
	t.setID(supplierID, s.ID)
	t.set(supplierCode, s.Code)
	t.set(supplierName, s.Name)
	t.setCountry(supplierCountry, s.Country)
	t.set(supplierSector, s.Sector)
	categories := make([]string, len(s.Categories))
	for i, c := range s.Categories {
		t.check(c == CategoryOf(string(c)), supplierCategories, "a category is not in lower-kebab-case; see CategoryOf")
		categories[i] = string(c)
	}
	t.setList(supplierCategories, categories)
	t.setList(supplierGoods, s.Goods)
	t.setBool(supplierAggregate, s.Aggregate)
	t.setBool(supplierBuyer, s.Buyer)
	t.setBool(supplierIllustrative, s.Illustrative)
	t.setKeys(supplierKeys, s.Keys)
}

func (t *tableWriter) setSite(s *Site) {
	t.check(s.ID != uuid.Nil || s.says(), siteID, "a site has neither an ID nor anything else that a table has room for")
	t.setID(siteID, s.ID)
	t.set(siteCode, s.Code)
	t.set(siteName, s.Name)
	t.setCountry(siteCountry, s.Country)
	t.set(siteAddress, s.Address)
	t.setPlace(siteLatitude, siteLongitude, s.Place)
	if n, ok := s.Workforce.Total.Known(); ok {
		t.set(siteWorkers, strconv.Itoa(n))
	}
	t.setKeys(siteKeys, s.Keys)
}

// says reports whether a table would hold anything of a site but its ID.
func (s *Site) says() bool {
	return strings.TrimSpace(s.Code+s.Name+s.Address) != "" || s.Country != "" || len(s.Keys) > 0 ||
		s.Place != Place{} || !s.Workforce.Total.IsZero()
}

func (t *tableWriter) setID(c int, id uuid.UUID) {
	if id != uuid.Nil {
		t.set(c, id.String())
	}
}

func (t *tableWriter) setBool(c int, b bool) {
	if b {
		t.set(c, "yes")
	}
}

func (t *tableWriter) setKeys(c int, keys []OutsideKey) {
	texts := make([]string, len(keys))
	for i, k := range keys {
		texts[i] = k.System + "=" + k.Key
		system, _, ok := cutKey(strings.TrimSpace(texts[i]))
		t.check(ok && system == strings.TrimSpace(k.System), c, "a key needs a system without an equals sign, and a key")
	}
	t.setList(c, texts)
}

// cutKey splits "system=key".
func cutKey(s string) (system, key string, ok bool) {
	system, key, ok = strings.Cut(s, "=")
	return system, key, ok && system != "" && key != ""
}
