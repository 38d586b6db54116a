package assessmenttest

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// RandomOptions size what [Random] makes. The zero value makes a small
// document.
type RandomOptions struct {
	Suppliers       int // default 3; at least 2, since relationships lie between two
	Risks           int // default 3
	Recommendations int // default 2
	Events          int // of each recommendation at most; default 3
	// Sparse is the chance, in per cent, that something which may be left out
	// is left out; default 50.
	Sparse int
}

func (o RandomOptions) orDefaults() RandomOptions {
	for _, f := range []struct {
		have *int
		def  int
	}{{&o.Suppliers, 3}, {&o.Risks, 3}, {&o.Recommendations, 2}, {&o.Events, 3}, {&o.Sparse, 50}} {
		if *f.have == 0 {
			*f.have = f.def
		}
	}
	o.Suppliers = max(o.Suppliers, 2)
	return o
}

// Random returns a valid document made from a seed: the same seed and options
// give the same document. Any field may be filled. What it says makes no sense;
// that it can be read, written, stored and compared is all that it promises.
func Random(seed uint64, opts RandomOptions) *assessment.Assessment {
	m := &maker{
		r: rand.New(rand.NewPCG(seed, 0x68726464)), opts: opts.orDefaults(),
		ids: map[string][]uuid.UUID{},
	}
	a := new(assessment.Assessment)
	m.fill(reflect.ValueOf(a).Elem(), "", "")
	m.refer()
	m.settle(a)
	return a
}

// maker fills values at random. References are filled at the end, when the
// things that they may lead to are known.
type maker struct {
	r    *rand.Rand
	opts RandomOptions
	ids  map[string][]uuid.UUID // by list
	refs []reference
}

type reference struct {
	list string
	at   reflect.Value
}

// lists names the list in which each type is, and referTo the list in which the
// things are that a field refers to, by field, or by type and field where the
// field alone does not say.
var lists = [...][2]string{
	{"assessment.Risk", "risks"}, {"assessment.Finding", "findings"}, {"assessment.Control", "controls"},
	{"assessment.Action", "actions"}, {"assessment.Commitment", "commitments"}, {"assessment.Source", "sources"},
	{"supplier.Supplier", "suppliers"}, {"supplier.Site", "sites"}, {"supplier.Relationship", "relationships"},
	{"grievance.Mechanism", "mechanisms"}, {"supplier.AuditFinding", "auditFindings"},
}

var referTo = [...][2]string{
	{"Risks", "risks"}, {"Controls", "controls"}, {"Findings", "findings"}, {"Actions", "actions"},
	{"Commitments", "commitments"}, {"Suppliers", "suppliers"}, {"From", "suppliers"}, {"To", "suppliers"},
	{"Supplier", "suppliers"}, {"Source", "sources"}, {"Mechanisms", "mechanisms"}, {"Mechanism", "mechanisms"},
	{"Through", "relationships"}, {"Sites", "sites"}, {"Site", "sites"}, {"Agencies", "suppliers"},
	{"supplier.CorrectiveAction.Findings", "auditFindings"},
}

// lookUp returns the second text of the row that starts with key.
func lookUp(table [][2]string, key string) (string, bool) {
	for _, row := range table {
		if row[0] == key {
			return row[1], true
		}
	}
	return "", false
}

// chance reports whether something that may be left out is there.
func (m *maker) chance() bool { return m.r.IntN(100) >= m.opts.Sparse }

func (m *maker) id() uuid.UUID {
	var id uuid.UUID
	for i := range id {
		id[i] = byte(m.r.Uint32())
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return id
}

// fill fills v, the field with the given Go name of a struct with the given
// type name.
func (m *maker) fill(v reflect.Value, owner, field string) {
	switch p := v.Addr().Interface().(type) {
	case *uuid.UUID:
		m.fillID(v, owner, field)
		return
	case *risk.Date:
		*p = m.date()
		return
	case *risk.Period:
		*p = m.period()
		return
	case *risk.Count:
		*p = risk.CountOf(m.r.IntN(100))
		return
	case *risk.Range:
		*p = m.rating()
		return
	case *risk.Citation:
		*p = risk.Principle(11 + m.r.IntN(20))
		return
	case *risk.Money:
		*p = risk.Money{Minor: m.r.Int64N(1_000_000), Currency: m.pick("USD", "EUR", "JPY")}
		return
	case *supplier.Share:
		*p = supplier.ShareOf(m.r.IntN(supplier.WholeShare + 1))
		return
	case *supplier.Proximity:
		*p = m.proximity()
		return
	case *supplier.Place:
		*p = supplier.Place{Latitude: float64(m.r.IntN(180) - 90), Longitude: float64(m.r.IntN(360) - 180)}
		return
	case *assessment.CountRange:
		lo := m.r.IntN(100)
		*p = assessment.CountRange{Min: risk.CountOf(lo), Max: risk.CountOf(lo + m.r.IntN(100))}
		return
	case *assessment.Extensions:
		return
	case encoding.TextUnmarshaler:
		if v.Kind() == reflect.Uint8 {
			m.fillEnum(v)
			return
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		m.fillStruct(v)
	case reflect.Slice:
		m.fillSlice(v, owner, field)
	case reflect.String:
		v.SetString(m.text(v.Type(), field))
	case reflect.Bool:
		v.SetBool(m.r.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(m.r.Int64N(20))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(m.r.Uint64N(20) + 1)
	default:
		panic(fmt.Sprintf("assessmenttest: nothing is known of %s in %s.%s", v.Type(), owner, field))
	}
}

func (m *maker) fillStruct(v reflect.Value) {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		if !f.IsExported() || !f.Anonymous && strings.Contains(tag, "omit") && !needed(t, f.Name) && !m.chance() {
			continue
		}
		m.fill(v.Field(i), t.String(), f.Name)
	}
}

// needed reports whether a field is always filled: identities, and the lists of
// what something must refer to.
func needed(t reflect.Type, field string) bool {
	if field == "ID" {
		return true
	}
	return t == reflect.TypeFor[assessment.Assessment]() && (field == "Suppliers" || field == "Mechanisms" || field == "Risks")
}

func (m *maker) fillEnum(v reflect.Value) {
	type valid interface{ Valid() bool }
	names := 0
	for names < 256 {
		v.SetUint(uint64(names))
		if !v.Interface().(valid).Valid() {
			break
		}
		names++
	}
	v.SetUint(1 + m.r.Uint64N(uint64(names-1)))
}

// fillID gives v an identity, or notes that it refers to one.
func (m *maker) fillID(v reflect.Value, owner, field string) {
	list, refers := lookUp(referTo[:], owner+"."+field)
	if !refers {
		list, refers = lookUp(referTo[:], field)
	}
	if field == "ID" || !refers {
		id := m.id()
		v.Set(reflect.ValueOf(id))
		if l, ok := lookUp(lists[:], owner); ok && field == "ID" {
			m.ids[l] = append(m.ids[l], id)
		}
		return
	}
	m.refs = append(m.refs, reference{list, v})
}

func (m *maker) fillSlice(v reflect.Value, owner, field string) {
	n := 1 + m.r.IntN(2)
	if owner == "assessment.Assessment" {
		switch field {
		case "Suppliers":
			n = m.opts.Suppliers
		case "Relationships":
			n = m.opts.Suppliers - 1
		case "Risks":
			n = m.opts.Risks
		case "Recommendations":
			n = m.opts.Recommendations
		}
	} else if field == "Events" {
		n = 1 + m.r.IntN(m.opts.Events)
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		m.fill(v.Index(i), owner, field)
	}
}

// refer fills the references, and empties those to lists that have nothing.
func (m *maker) refer() {
	for _, ref := range m.refs {
		ids := m.ids[ref.list]
		if len(ids) > 0 {
			ref.at.Set(reflect.ValueOf(ids[m.r.IntN(len(ids))]))
		}
	}
}
