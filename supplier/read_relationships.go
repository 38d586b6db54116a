package supplier

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// The columns of a file of relationships, in the order in which they are
// written.
const (
	relationshipID = iota
	relationshipFrom
	relationshipTo
	relationshipKind
	relationshipCategory
	relationshipGoods
	relationshipShare
	relationshipStart
	relationshipEnd
	relationshipIllustrative
)

var relationshipColumns = []column{
	relationshipID:           {name: "id"},
	relationshipFrom:         {name: "from", others: []string{"supplier"}, required: true},
	relationshipTo:           {name: "to", others: []string{"buyer"}, required: true},
	relationshipKind:         {name: "kind"},
	relationshipCategory:     {name: "category"},
	relationshipGoods:        {name: "goods"},
	relationshipShare:        {name: "share"},
	relationshipStart:        {name: "start"},
	relationshipEnd:          {name: "end"},
	relationshipIllustrative: {name: "illustrative"},
}

// ReadRelationships reads relationships from a table with a row for each. The
// columns are those that [WriteRelationships] writes, under the headers that
// o.Columns gives; from and to are needed. Each holds the ID of a supplier, or
// its key in o.System as the column key of a file of suppliers has it. A share
// is in per cent, "12.5" or "12.5%"; dates are 2006-01-02, 2006-01 or 2006.
//
// A relationship without an ID gets one that is derived from who supplies whom
// with what since when. Rows of one ID are merged: the first is believed. That
// a supplier supplies itself, or is not known, is for [Compile] to report. For
// errors see [ReadSuppliers].
func ReadRelationships(ctx context.Context, src io.Reader, o ReadOptions) ([]Relationship, ReadSummary, error) {
	t, err := openTable(ctx, src, relationshipColumns, o)
	if err != nil {
		return nil, ReadSummary{}, err
	}
	return readRows(t, (*table).relationship, func(r *Relationship) uuid.UUID { return r.ID }, (*table).mergeRelationship)
}

// relationship reads the relationship of a row. If there is none, the row is
// skipped and ok is false.
func (t *table) relationship() (r Relationship, ok bool) {
	r = Relationship{
		Kind: t.kind(relationshipKind), Category: CategoryOf(t.get(relationshipCategory)), Goods: t.list(relationshipGoods),
		Share: t.share(relationshipShare), Illustrative: t.bool(relationshipIllustrative),
		Period: risk.Period{From: t.date(relationshipStart), To: t.date(relationshipEnd)},
	}
	for _, end := range [...]struct {
		c  int
		to *uuid.UUID
	}{{relationshipFrom, &r.From}, {relationshipTo, &r.To}} {
		key := t.get(end.c)
		if key == "" {
			t.skip(t.headerOf(end.c), "", "it does not say who; give an ID or a key")
			return r, false
		}
		if id, _, valid := t.uuid(end.c); valid {
			*end.to = id
		} else {
			*end.to = KeyID(t.options.system(), key)
		}
	}
	if !r.Period.Valid() {
		t.leaveOut(relationshipEnd, true, "is before the start")
		r.Period.To = risk.Date{}
	}
	switch id, given, valid := t.uuid(relationshipID); {
	case given && !valid:
		t.skip(t.headerOf(relationshipID), t.get(relationshipID), "is not a UUID")
		return r, false
	case given:
		r.ID = id
	default:
		r.ID = derivedID("relationship", r.From.String(), r.To.String(), r.Kind.String(), string(r.Category),
			strings.Join(r.Goods, "|"), r.Period.From.String())
	}
	return r, true
}

// mergeRelationship notes a row that says again what an earlier row says.
func (t *table) mergeRelationship(to, r *Relationship, row int) {
	mergeValue(t, relationshipFrom, &to.From, r.From, row)
	mergeValue(t, relationshipTo, &to.To, r.To, row)
	mergeValue(t, relationshipKind, &to.Kind, r.Kind, row)
	mergeValue(t, relationshipCategory, &to.Category, r.Category, row)
	mergeValue(t, relationshipShare, &to.Share, r.Share, row)
	period := to.Period
	mergeValue(t, relationshipStart, &period.From, r.Period.From, row)
	mergeValue(t, relationshipEnd, &period.To, r.Period.To, row)
	if period.Valid() {
		to.Period = period
	} else {
		t.leaveOut(relationshipEnd, true, fmt.Sprintf("makes no period together with row %d, which has the same id", row))
	}
	to.Goods = union(t, listOf{to.ID, relationshipGoods}, to.Goods, r.Goods)
	to.Illustrative = to.Illustrative || r.Illustrative
	t.merge(fmt.Sprintf("is the relationship of row %d", row))
}

// kind reads a kind of relationship, not stated if there is none of that name.
func (t *table) kind(c int) RelationshipKind {
	s := t.get(c)
	if s == "" {
		return KindNotStated
	}
	k, err := relationshipKindText.Parse(string(CategoryOf(s)))
	if err != nil {
		t.leaveOut(c, true, "is not a kind of relationship; use one of "+strings.Join(relationshipKindText.Names[1:], ", "))
	}
	return k
}

// date reads a date as far as it is stated.
func (t *table) date(c int) risk.Date {
	s := t.get(c)
	if s == "" {
		return risk.Date{}
	}
	d, err := risk.ParseDate(s)
	if err != nil {
		t.leaveOut(c, true, "is not a date; write it as 2006-01-02, 2006-01 or 2006")
	}
	return d
}

// share reads a share in per cent. One that is finer than basis points is
// rounded to the nearest, half up.
func (t *table) share(c int) Share {
	s := t.get(c)
	if s == "" {
		return Share{}
	}
	digits := strings.TrimSpace(strings.TrimSuffix(s, "%"))
	if strings.Count(digits, ",") == 1 && !strings.Contains(digits, ".") {
		digits = strings.Replace(digits, ",", ".", 1)
	}
	bp := basisPoints(digits)
	if bp < 0 {
		t.leaveOut(c, true, "is not a share; write per cents from 0 to 100")
		return Share{}
	}
	return ShareOf(bp)
}

// basisPoints returns hundredths of a per cent, -1 if s is not a decimal number
// of per cents from 0 to 100.
func basisPoints(s string) int {
	if len(s) == 0 || len(s) > 20 || strings.Trim(s, "0123456789.") != "" {
		return -1
	}
	v, ok := new(big.Rat).SetString(s)
	if !ok || v.Cmp(big.NewRat(100, 1)) > 0 {
		return -1
	}
	v.Add(v.Mul(v, big.NewRat(100, 1)), big.NewRat(1, 2))
	return int(new(big.Int).Quo(v.Num(), v.Denom()).Int64())
}
