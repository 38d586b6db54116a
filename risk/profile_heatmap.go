package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Axis is what a heat map is drawn over.
type Axis uint8

const (
	AxisNotStated       Axis = iota // severity for rows, likelihood for columns
	AxisSeverity                    // the gravest of scale, scope and irremediability
	AxisScale                       // 1 to 5
	AxisScope                       // 1 to 5
	AxisIrremediability             // 1 to 5
	AxisLikelihood                  // 1 to 5, then harm that has happened
	AxisDelay                       // no, then yes
)

var axisText = textenum.Table[Axis]{
	Kind:  "axis of a heat map",
	Names: []string{"", "severity", "scale", "scope", "irremediability", "likelihood", "delay"},
}

// dimension returns the dimension of an axis, DimScale for severity.
func (a Axis) dimension() Dimension {
	if a == AxisSeverity {
		return DimScale
	}
	return Dimension(a - AxisScale + Axis(DimScale))
}

// value returns where a rating lies on the axis, 0 if it is not known.
func (a Axis) value(r Rating) uint8 {
	if a != AxisSeverity {
		return r.at(a.dimension())
	}
	level, _, known := r.Severity()
	if !known {
		return 0
	}
	return uint8(level)
}

// HeatMap counts risks over two axes. Its bands are those of a method: a map is
// an aid to the eye, and never the order itself.
type HeatMap struct {
	Rows    Axis   `json:"rows"`
	Columns Axis   `json:"columns"`
	Method  string `json:"method"` // id and version

	// Cells holds the fields by row and column. Index 0 of each is for risks of
	// which the value is not known; they are shown and not put anywhere else.
	Cells [][]HeatCell `json:"cells"`
}

// HeatCell is one field of a heat map.
type HeatCell struct {
	Count   uint64 `json:"count"`
	Least   Band   `json:"least,omitzero"`   // the band of the least grave risk in the field, by the gravest that it can be
	Gravest Band   `json:"gravest,omitzero"` // the band of the gravest risk in the field
}

// AxisError says that a number is no axis of a heat map.
type AxisError struct {
	Axis Axis
}

// Error gives the number that is no axis.
func (e *AxisError) Error() string {
	return "there is no " + e.Axis.String() + "; use one of the constants of Axis"
}

// HeatMap counts the risks by two axes; AxisNotStated is severity for rows and
// likelihood for columns. It returns an *[AxisError] if one is no axis.
func (d *Distribution) HeatMap(rows, columns Axis) (*HeatMap, error) {
	if rows == AxisNotStated {
		rows = AxisSeverity
	}
	if columns == AxisNotStated {
		columns = AxisLikelihood
	}
	for _, a := range [...]Axis{rows, columns} {
		if !a.Valid() {
			return nil, &AxisError{a}
		}
	}
	h := &HeatMap{Rows: rows, Columns: columns, Method: d.method.String()}
	h.Cells = make([][]HeatCell, maxima[rows.dimension()]+1)
	for i := range h.Cells {
		h.Cells[i] = make([]HeatCell, maxima[columns.dimension()]+1)
	}
	for c, n := range d.counts {
		if n == 0 {
			continue
		}
		r := Cell(c).Rating()
		field, band := &h.Cells[rows.value(r)][columns.value(r)], d.method.band(d.method.hi[c])
		if field.Count == 0 || band.Order < field.Least.Order {
			field.Least = band
		}
		if field.Count == 0 || band.Order > field.Gravest.Order {
			field.Gravest = band
		}
		field.Count += n
	}
	return h, nil
}
