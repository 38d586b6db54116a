package supplier

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/risk"
)

// The columns of a file of suppliers, in the order in which they are written.
const (
	supplierID = iota
	supplierKey
	supplierCode
	supplierName
	supplierCountry
	supplierSector
	supplierCategories
	supplierGoods
	supplierAggregate
	supplierBuyer
	supplierIllustrative
	supplierKeys
	siteID
	siteKey
	siteCode
	siteName
	siteCountry
	siteAddress
	siteLatitude
	siteLongitude
	siteWorkers
	siteKeys
)

var supplierColumns = []column{
	supplierID:           {name: "id"},
	supplierKey:          {name: "key"},
	supplierCode:         {name: "code"},
	supplierName:         {name: "name", required: true},
	supplierCountry:      {name: "country"},
	supplierSector:       {name: "sector"},
	supplierCategories:   {name: "categories", others: []string{"category"}},
	supplierGoods:        {name: "goods"},
	supplierAggregate:    {name: "aggregate"},
	supplierBuyer:        {name: "buyer"},
	supplierIllustrative: {name: "illustrative"},
	supplierKeys:         {name: "keys"},
	siteID:               {name: "site_id"},
	siteKey:              {name: "site_key"},
	siteCode:             {name: "site_code"},
	siteName:             {name: "site_name"},
	siteCountry:          {name: "site_country"},
	siteAddress:          {name: "site_address", others: []string{"address"}},
	siteLatitude:         {name: "site_latitude", others: []string{"latitude", "lat"}},
	siteLongitude:        {name: "site_longitude", others: []string{"longitude", "lng", "lon"}},
	siteWorkers:          {name: "site_workers", others: []string{"workers", "number_of_workers"}},
	siteKeys:             {name: "site_keys"},
}

// ReadSuppliers reads suppliers and their sites from a table with a row for
// each supplier or, if it has several, for each site. The columns are those
// that [WriteSuppliers] writes, under the headers that o.Columns gives; only
// name is needed. In a cell, bars separate the texts of a list, and a key of
// another register is written "system=key".
//
// A supplier's ID is the column id, if it has one; else it is derived from the
// column key, see [KeyID]; else from its name, country and address. Rows of one
// ID are merged: the first that says something is believed, a later one adds
// its site, and what contradicts is noted and left out. Reading a file twice
// gives the same IDs.
//
// Files are taken as programs write them: with a byte-order mark or a "sep="
// line, with commas, semicolons, tabs or bars between fields, with line ends of
// any kind, and with bytes that are not UTF-8, which are read as Windows-1252,
// that holds Latin-1. A quote in the wrong place costs the one row. A cell that
// begins with an apostrophe and looks like a formula loses the apostrophe, as a
// spreadsheet shows it; no formula is ever run.
//
// An error is one of the source or the context, a *[ColumnError], a
// *[SyntaxError] of the header, or an *[EncodingError]; what was read before it
// is returned too. What is wrong with a row is in the summary.
func ReadSuppliers(ctx context.Context, src io.Reader, o ReadOptions) ([]Supplier, ReadSummary, error) {
	t, err := openTable(ctx, src, supplierColumns, o)
	if err != nil {
		return nil, ReadSummary{}, err
	}
	return readRows(t, (*table).supplier, func(s *Supplier) uuid.UUID { return s.ID }, (*table).mergeSupplier)
}

// supplier reads the supplier and the site of a row. If there is nothing to be
// made of it, the row is skipped and ok is false.
func (t *table) supplier() (s Supplier, ok bool) {
	s = Supplier{
		Code: t.get(supplierCode), Name: t.get(supplierName), Country: t.country(supplierCountry),
		Sector: t.get(supplierSector), Goods: t.list(supplierGoods),
		Aggregate: t.bool(supplierAggregate), Buyer: t.bool(supplierBuyer), Illustrative: t.bool(supplierIllustrative),
		Keys: t.keys(supplierKeys),
	}
	for _, c := range t.list(supplierCategories) {
		s.Categories = append(s.Categories, CategoryOf(c))
	}
	key := t.get(supplierKey)
	if key != "" {
		s.Keys = addKey(s.Keys, OutsideKey{System: t.options.system(), Key: key})
	}
	site, hasSite := t.site(&s)
	switch id, given, valid := t.uuid(supplierID); {
	case given && !valid:
		t.skip(t.headerOf(supplierID), t.get(supplierID), "is not a UUID")
		return s, false
	case given:
		s.ID = id
	case key != "":
		s.ID = KeyID(t.options.system(), key)
	case s.Name == "":
		t.skip("", "", "it has no id, no key and no name")
		return s, false
	default:
		s.ID = placeID("supplier", s.Name, s.Country, site.Address)
	}
	if !hasSite {
		return s, true
	}
	switch id, given, valid := t.uuid(siteID); {
	case given && !valid:
		t.skip(t.headerOf(siteID), t.get(siteID), "is not a UUID")
		return s, false
	case given:
		site.ID = id
	case t.get(siteKey) != "":
		site.ID = derivedID("site", t.options.system(), t.get(siteKey))
	default:
		site.ID = derivedID("site", s.ID.String(), textfold.Name(site.Name), site.Country, textfold.Name(site.Address))
	}
	s.Sites = []Site{site}
	return s, true
}

// site reads the site of a row, its ID apart, and whether the row has one. In a
// file with one column of countries it speaks of the site too.
func (t *table) site(s *Supplier) (Site, bool) {
	site := Site{
		Code: t.get(siteCode), Name: t.get(siteName), Country: t.country(siteCountry),
		Address: t.get(siteAddress), Keys: t.keys(siteKeys), Place: t.place(siteLatitude, siteLongitude),
		Workforce: Workforce{Total: t.count(siteWorkers)},
	}
	if key := t.get(siteKey); key != "" {
		site.Keys = addKey(site.Keys, OutsideKey{System: t.options.system(), Key: key})
	}
	has := t.get(siteID) != "" || site.Code != "" || site.Name != "" || site.Country != "" || site.Address != "" ||
		len(site.Keys) > 0 || site.Place != Place{} || !site.Workforce.Total.IsZero()
	if has && t.at[siteCountry] < 0 {
		site.Country = s.Country
	}
	return site, has
}

// mergeSupplier adds what a row says to the supplier of an earlier row.
func (t *table) mergeSupplier(to, s *Supplier, row int) {
	t.mergeText(supplierName, &to.Name, s.Name, row)
	t.mergeText(supplierCountry, &to.Country, s.Country, row)
	t.mergeText(supplierSector, &to.Sector, s.Sector, row)
	t.mergeText(supplierCode, &to.Code, s.Code, row)
	to.Aggregate, to.Buyer, to.Illustrative = to.Aggregate || s.Aggregate, to.Buyer || s.Buyer, to.Illustrative || s.Illustrative
	to.Categories = union(t, listOf{to.ID, supplierCategories}, to.Categories, s.Categories)
	to.Goods = union(t, listOf{to.ID, supplierGoods}, to.Goods, s.Goods)
	to.Keys = union(t, listOf{to.ID, supplierKeys}, to.Keys, s.Keys)
	added := false
	for i := range s.Sites {
		ids := func(i int) uuid.UUID { return to.Sites[i].ID }
		if at := placeOf(t, listOf{to.ID, siteID}, len(to.Sites), ids, s.Sites[i].ID); at >= 0 {
			t.mergeSite(&to.Sites[at], &s.Sites[i], row)
		} else {
			to.Sites, added = append(to.Sites, s.Sites[i]), true
		}
	}
	if added {
		t.merge(fmt.Sprintf("adds a site to the supplier of row %d", row))
	} else {
		t.merge(fmt.Sprintf("has the id of row %d", row))
	}
}

// mergeSite adds what a row says of a site that an earlier row has.
func (t *table) mergeSite(to, s *Site, row int) {
	t.mergeText(siteCode, &to.Code, s.Code, row)
	t.mergeText(siteName, &to.Name, s.Name, row)
	t.mergeText(siteCountry, &to.Country, s.Country, row)
	t.mergeText(siteAddress, &to.Address, s.Address, row)
	mergeValue(t, siteLatitude, &to.Place, s.Place, row)
	mergeValue(t, siteWorkers, &to.Workforce.Total, s.Workforce.Total, row)
	to.Keys = union(t, listOf{to.ID, siteKeys}, to.Keys, s.Keys)
}

func addKey(keys []OutsideKey, k OutsideKey) []OutsideKey {
	if slices.Contains(keys, k) {
		return keys
	}
	return append(keys, k)
}

// uuid reads an ID, whether the cell has one, and whether it is one.
func (t *table) uuid(c int) (id uuid.UUID, given, valid bool) {
	s := t.get(c)
	if s == "" {
		return id, false, false
	}
	id, err := uuid.Parse(s)
	return id, true, err == nil && len(s) == 36 && id != uuid.Nil
}

// keys reads keys of other registers, "system=key".
func (t *table) keys(c int) (all []OutsideKey) {
	var seen map[OutsideKey]bool
	for _, s := range t.list(c) {
		system, key, ok := cutKey(s)
		if !ok {
			t.leaveOut(c, false, "a key does not have the form system=key")
			continue
		}
		k := OutsideKey{System: system, Key: key}
		if len(all) < shortList {
			all = addKey(all, k)
			continue
		}
		if seen == nil {
			seen = make(map[OutsideKey]bool)
			for _, before := range all {
				seen[before] = true
			}
		}
		if !seen[k] {
			seen[k] = true
			all = append(all, k)
		}
	}
	return all
}

// place reads a point on the earth. One of its two numbers alone is no point.
func (t *table) place(lat, lng int) Place {
	a, b := t.get(lat), t.get(lng)
	if a == "" && b == "" {
		return Place{}
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	p := Place{Latitude: x, Longitude: y}
	if errX != nil || errY != nil || !p.Valid() {
		t.leaveOut(lat, false, "it and the longitude are not degrees of -90 to 90 and -180 to 180")
		return Place{}
	}
	return p
}

// count reads a number of people. A range or an estimate is left out, for it
// is no count.
func (t *table) count(c int) risk.Count {
	s := t.get(c)
	if s == "" {
		return risk.Count{}
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		t.leaveOut(c, true, "is not a whole number of people")
		return risk.Count{}
	}
	return risk.CountOf(n)
}
