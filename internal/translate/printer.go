package translate

import (
	"strconv"
	"strings"
)

// Printer puts keys and values into words of one language. A Printer is read
// only and may be shared.
type Printer struct {
	Rules
	tables []Table // looked through in order
}

// NewPrinter returns a printer that looks for each key in the tables in order.
func NewPrinter(rules Rules, tables ...Table) *Printer { return &Printer{rules, tables} }

// Has reports whether any table has the key.
func (p *Printer) Has(key string) bool {
	_, ok := p.find(key)
	return ok
}

func (p *Printer) find(key string) (Message, bool) {
	for _, t := range p.tables {
		if m, ok := t[key]; ok {
			return m, true
		}
	}
	return Message{}, false
}

// Text returns the message with the key and its values filled in. A value is a
// string or an int; numbers are grouped as the language asks. A key that no
// table has is returned in brackets, so that a gap is seen and not silent.
func (p *Printer) Text(key string, args ...any) string {
	m, ok := p.find(key)
	if !ok {
		return "[" + key + "]"
	}
	if len(m.pieces) == 1 && m.pieces[0].arg < 0 {
		return m.pieces[0].text
	}
	var b strings.Builder
	p.walk(m, args, func(s string) { b.WriteString(s) }, func(i int) { b.WriteString(p.value(args, i)) })
	return b.String()
}

// Walk gives the parts of the message in order: words of the language to say,
// and the index of each value to put, which the caller renders in a way of its
// own. Plural forms are chosen by values that are whole numbers, and said.
func (p *Printer) Walk(key string, args []any, say func(string), put func(i int)) {
	m, ok := p.find(key)
	if !ok {
		say("[" + key + "]")
		return
	}
	p.walk(m, args, say, put)
}

func (p *Printer) walk(m Message, args []any, say func(string), put func(i int)) {
	for _, x := range m.pieces {
		switch {
		case x.arg < 0:
			say(x.text)
		case x.forms == nil:
			if x.arg < len(args) {
				if n, ok := args[x.arg].(int); ok {
					say(p.Number(n))
				} else {
					put(x.arg)
				}
			}
		default:
			n := 0
			if x.arg < len(args) {
				n, _ = args[x.arg].(int)
			}
			form := x.forms[min(p.Plural(n), len(x.forms)-1)]
			say(strings.ReplaceAll(form, "#", p.Number(n)))
		}
	}
}

// value returns a value as text.
func (p *Printer) value(args []any, i int) string {
	if i >= len(args) {
		return ""
	}
	switch v := args[i].(type) {
	case string:
		return v
	case int:
		return p.Number(v)
	}
	return ""
}

// Number returns n with its digits grouped.
func (p *Printer) Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	if n >= p.GroupFrom || n <= -p.GroupFrom {
		s = p.group(s)
	}
	return sign + s
}

// group puts the group mark into a run of digits.
func (p *Printer) group(digits string) string {
	head := len(digits) % 3
	var b strings.Builder
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		if i > 0 {
			b.WriteString(p.Group)
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}

// PerCent returns a whole number of per cents.
func (p *Printer) PerCent(n int) string { return p.Number(n) + p.Percent }

// Quoted returns s in the quotation marks of the language.
func (p *Printer) Quoted(s string) string { return p.Open + s + p.Close }

// Date returns a date. A month or day of 0 is not known and not said. It uses
// the keys date.day, date.first-day, date.month, date.year and month.1 to
// month.12.
func (p *Printer) Date(year, month, day int) string {
	y := strconv.Itoa(year)
	if month == 0 {
		return p.Text("date.year", y)
	}
	m := p.Text("month." + strconv.Itoa(month))
	switch day {
	case 0:
		return p.Text("date.month", m, y)
	case 1:
		return p.Text("date.first-day", m, y)
	}
	return p.Text("date.day", strconv.Itoa(day), m, y)
}

// Money returns an amount of minor units of a currency with the given number
// of decimal digits. Whole millions are said as millions. It uses the keys
// money and money.million, to which it gives the amount and the currency.
func (p *Printer) Money(minor int64, digits int, currency string) string {
	sign, u := "", uint64(minor)
	if minor < 0 {
		sign, u = "−", -u
	}
	unit := uint64(1)
	for range digits {
		unit *= 10
	}
	whole, part := u/unit, u%unit
	const million = 1_000_000
	if part == 0 && whole >= million && whole%(million/10) == 0 {
		n := p.count(whole / million)
		if tenth := whole % million / (million / 10); tenth > 0 {
			n += p.Decimal + strconv.FormatUint(tenth, 10)
		}
		return p.Text("money.million", sign+n, currency, int(min(whole/million, million)))
	}
	n := p.count(whole)
	if part > 0 {
		s := strconv.FormatUint(unit+part, 10)
		n += p.Decimal + s[1:]
	}
	return p.Text("money", sign+n, currency)
}

// count returns a number that may be greater than an int holds.
func (p *Printer) count(n uint64) string {
	s := strconv.FormatUint(n, 10)
	if n >= uint64(p.GroupFrom) {
		return p.group(s)
	}
	return s
}

// List returns items as "a, b and c". It uses the keys list.comma and
// list.and.
func (p *Printer) List(items ...string) string {
	var b strings.Builder
	for i, item := range items {
		b.WriteString(p.Before(i, len(items), item))
		b.WriteString(item)
	}
	return b.String()
}

// Before returns what stands in front of item i of n in a list, fitted to the
// item if the language asks for it.
func (p *Printer) Before(i, n int, item string) string {
	between := p.Between(i, n)
	if i > 0 && i == n-1 && p.Join != nil {
		return p.Join(between, item)
	}
	return between
}

// Between returns what stands in front of item i of n in a list.
func (p *Printer) Between(i, n int) string {
	switch {
	case i == 0:
		return ""
	case i == n-1:
		return p.Text("list.and")
	}
	return p.Text("list.comma")
}
