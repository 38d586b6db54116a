package supplier

import (
	"fmt"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// BSCIGrade is a grade of amfori BSCI (system of 2017), of a performance area
// or of a whole audit.
type BSCIGrade uint8

const (
	BSCINotStated BSCIGrade = iota
	BSCIA
	BSCIB
	BSCIC
	BSCID
	BSCIE
	BSCIZeroTolerance // an alert; the rating is not completed
)

var bsciGradeText = textenum.Table[BSCIGrade]{
	Kind: "amfori BSCI grade", Names: []string{"", "A", "B", "C", "D", "E", "ZT"},
}

// BSCIAreas is the number of performance areas that are graded.
const BSCIAreas = 13

// Rounding says what to do with a share between two bands that are published
// in whole per cents. The scheme does not say; the zero value rounds down, so
// that nobody is called better than the band that was reached.
type Rounding uint8

const (
	RoundDown Rounding = iota
	RoundHalfUp
	RoundUp
)

var roundingText = textenum.Table[Rounding]{
	Kind: "rounding", Names: []string{"down", "half-up", "up"},
}

// bsciBands are the lowest whole per cents of fulfilment of each grade. Source:
// amfori BSCI, rating of performance areas (2017).
var bsciBands = [...]struct {
	grade   BSCIGrade
	percent int
}{{BSCIA, 86}, {BSCIB, 71}, {BSCIC, 51}, {BSCID, 30}, {BSCIE, 0}}

// BSCIAreaGrade returns the grade of a performance area from the share of its
// requirements that is fulfilled, BSCINotStated if that is unknown. How the
// scheme weighs its questions is not published, so the share is taken as it is
// stated.
func BSCIAreaGrade(fulfilled Share, r Rounding) BSCIGrade {
	bp, ok := fulfilled.Known()
	if !ok {
		return BSCINotStated
	}
	percent := bp / 100
	if r == RoundHalfUp && bp%100 >= 50 || r == RoundUp && bp%100 > 0 {
		percent++
	}
	for _, b := range bsciBands {
		if percent >= b.percent {
			return b.grade
		}
	}
	return BSCINotStated
}

// bsciRules give the grade of a whole audit, first match. Source: amfori BSCI,
// overall rating (2017).
var bsciRules = [...]struct {
	grade               BSCIGrade
	leastA              int
	mostC, mostD, mostE int
}{
	{BSCIA, 7, 0, 0, 0},
	{BSCIB, 0, 3, 0, 0},
	{BSCIC, 0, BSCIAreas, 2, 0},
	{BSCID, 0, BSCIAreas, BSCIAreas, 6},
	{BSCIE, 0, BSCIAreas, BSCIAreas, BSCIAreas},
}

// AreaCountError says that a rule that needs the grades of all areas was given
// another number of them.
type AreaCountError struct {
	Found, Want int
}

// Error gives how many areas are graded and how many must be.
func (e *AreaCountError) Error() string {
	return fmt.Sprintf("%d graded areas; the overall grade needs all %d", e.Found, e.Want)
}

// BSCIOverallGrade returns the grade of a whole audit from the grades A to E of
// its [BSCIAreas] performance areas. A zero-tolerance alert overrides them all.
// Without an alert it returns an *[AreaCountError] if the grades are not
// complete; an area that is not stated is not complete.
func BSCIOverallGrade(areas []BSCIGrade, alert bool) (BSCIGrade, error) {
	if alert {
		return BSCIZeroTolerance, nil
	}
	var n [BSCIE + 1]int
	graded := 0
	for _, g := range areas {
		if g >= BSCIA && g <= BSCIE {
			n[g]++
			graded++
		}
	}
	if graded != BSCIAreas || len(areas) != BSCIAreas {
		return BSCINotStated, &AreaCountError{Found: graded, Want: BSCIAreas}
	}
	for _, r := range bsciRules {
		if n[BSCIA] >= r.leastA && n[BSCIC] <= r.mostC && n[BSCID] <= r.mostD && n[BSCIE] <= r.mostE {
			return r.grade, nil
		}
	}
	return BSCIE, nil
}
