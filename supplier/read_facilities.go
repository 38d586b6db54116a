package supplier

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

// The columns of a list of facilities in the order in which they are written.
const (
	facilityOSID = iota
	facilityName
	facilityAddress
	facilityCountry
	facilityLatitude
	facilityLongitude
	facilitySector
	facilityProduct
	facilityProcessing
	facilityType
	facilityWorkers
	facilityParent
	facilityClosed
)

var facilityColumns = []column{
	facilityOSID:       {name: "os_id", others: []string{"oar_id"}}, // the register's former name
	facilityName:       {name: "name", others: []string{"facility_name"}, required: true},
	facilityAddress:    {name: "address", required: true},
	facilityCountry:    {name: "country", others: []string{"country_code", "country_name"}, required: true},
	facilityLatitude:   {name: "lat", others: []string{"latitude"}},
	facilityLongitude:  {name: "lng", others: []string{"longitude"}},
	facilitySector:     {name: "sector", others: []string{"sector_product_type"}},
	facilityProduct:    {name: "product_type"},
	facilityProcessing: {name: "processing_type"},
	facilityType:       {name: "facility_type", others: []string{"facility_type_processing_type"}},
	facilityWorkers:    {name: "number_of_workers"},
	facilityParent:     {name: "parent_company"},
	facilityClosed:     {name: "is_closed"},
}

// ReadFacilities reads a list of facilities in the column layout of Open Supply
// Hub: name, address and country, given by name or code, and what else there
// is. Bars separate the texts of a list. The OS ID is kept and identifies the
// facility; without one its name, country and address do, and rows that agree
// in them are merged. For options and errors see [ReadSuppliers].
func ReadFacilities(ctx context.Context, src io.Reader, o ReadOptions) ([]Facility, ReadSummary, error) {
	t, err := openTable(ctx, src, facilityColumns, o)
	if err != nil {
		return nil, ReadSummary{}, err
	}
	return readRows(t, (*table).facility, (*Facility).ID, (*table).mergeFacility)
}

// facility reads the facility of a row. If there is none, the row is skipped
// and ok is false.
func (t *table) facility() (f Facility, ok bool) {
	f = Facility{
		OSID: strings.ToUpper(t.get(facilityOSID)), Name: t.get(facilityName), Address: t.get(facilityAddress),
		Country: t.country(facilityCountry), Place: t.place(facilityLatitude, facilityLongitude),
		Sectors: t.list(facilitySector), ProductTypes: t.list(facilityProduct),
		ProcessingTypes: t.list(facilityProcessing), FacilityTypes: t.list(facilityType),
		Parent: t.get(facilityParent), Closed: t.answer(facilityClosed),
	}
	if f.Name == "" && f.OSID == "" {
		t.skip(t.headerOf(facilityName), "", "it has neither an OS ID nor a name")
		return f, false
	}
	if f.OSID != "" && !validOSID(f.OSID) {
		t.keep(facilityOSID, f.OSID, "does not look like an OS ID, which is like CN2021250D1DTN7")
	}
	if s := t.get(facilityWorkers); s != "" {
		if n, err := strconv.Atoi(s); err == nil && n >= 0 {
			f.Workers = risk.CountOf(n)
		} else {
			f.WorkersText = s
		}
	}
	return f, true
}

// mergeFacility adds what a row says to the facility of an earlier row.
func (t *table) mergeFacility(to, f *Facility, row int) {
	t.mergeSpelling(facilityName, &to.Name, f.Name, row)
	t.mergeSpelling(facilityAddress, &to.Address, f.Address, row)
	t.mergeSpelling(facilityParent, &to.Parent, f.Parent, row)
	t.mergeText(facilityCountry, &to.Country, f.Country, row)
	switch stated := to.WorkersText != "" || !to.Workers.IsZero(); {
	case !stated:
		to.Workers, to.WorkersText = f.Workers, f.WorkersText
	case t.get(facilityWorkers) != "" && (to.Workers != f.Workers || to.WorkersText != f.WorkersText):
		t.leaveOut(facilityWorkers, true, fmt.Sprintf("differs from row %d, which has the same id", row))
	}
	mergeValue(t, facilityLatitude, &to.Place, f.Place, row)
	mergeValue(t, facilityClosed, &to.Closed, f.Closed, row)
	id := to.ID()
	to.Sectors = union(t, listOf{id, facilitySector}, to.Sectors, f.Sectors)
	to.ProductTypes = union(t, listOf{id, facilityProduct}, to.ProductTypes, f.ProductTypes)
	to.ProcessingTypes = union(t, listOf{id, facilityProcessing}, to.ProcessingTypes, f.ProcessingTypes)
	to.FacilityTypes = union(t, listOf{id, facilityType}, to.FacilityTypes, f.FacilityTypes)
	t.merge(fmt.Sprintf("is the facility of row %d", row))
}
