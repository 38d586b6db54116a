package supplier

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

// WriteFacilities writes facilities in the column layout of Open Supply Hub,
// countries by code. Cells that a spreadsheet would run as formulas begin with
// an apostrophe, which [ReadFacilities] takes off. It returns a *[WriteError]
// for what could not be read again as it was, and the first error of w.
func WriteFacilities(w io.Writer, facilities iter.Seq[Facility]) error {
	t := newTableWriter(w, facilityColumns)
	for f := range facilities {
		t.check(f.OSID != "" || strings.TrimSpace(f.Name) != "", facilityName, "it has neither an OS ID nor a name")
		t.check(f.OSID == strings.ToUpper(f.OSID), facilityOSID, "an OS ID is written in capital letters")
		t.set(facilityOSID, f.OSID)
		t.set(facilityName, f.Name)
		t.set(facilityAddress, f.Address)
		t.setCountry(facilityCountry, f.Country)
		t.setPlace(facilityLatitude, facilityLongitude, f.Place)
		t.setList(facilitySector, f.Sectors)
		t.setList(facilityProduct, f.ProductTypes)
		t.setList(facilityProcessing, f.ProcessingTypes)
		t.setList(facilityType, f.FacilityTypes)
		n, err := strconv.Atoi(strings.TrimSpace(f.WorkersText))
		t.check(f.WorkersText == "" || f.Workers.IsZero() && (err != nil || n < 0), facilityWorkers, "it is given both as a number and as a text, or as a text that is a number")
		if n, ok := f.Workers.Known(); ok {
			t.set(facilityWorkers, strconv.Itoa(n))
		} else {
			t.set(facilityWorkers, f.WorkersText)
		}
		t.set(facilityParent, f.Parent)
		if f.Closed.Known() {
			t.set(facilityClosed, strconv.FormatBool(f.Closed == risk.Yes))
		}
		if !t.end() {
			break
		}
	}
	return t.close()
}
