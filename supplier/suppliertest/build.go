package suppliertest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// space is the name space of the IDs that this package derives from names.
var space = uuid.UUID{0x5e, 0x1f, 0x0a, 0x6b, 0x2c, 0x9d, 0x53, 0x7e, 0x8b, 0x44, 0x1d, 0x60, 0xf2, 0x35, 0xc8, 0x97}

// ID returns the ID of the supplier with a name: the same for the same name, on
// every run.
func ID(name string) uuid.UUID { return uuid.NewSHA1(space, []byte(name)) }

// IDs returns the ID of each name.
func IDs(names ...string) []uuid.UUID {
	ids := make([]uuid.UUID, len(names))
	for i, n := range names {
		ids[i] = ID(n)
	}
	return ids
}

// Supplier returns a supplier with a name and its ID in a made-up country.
func Supplier(name string, categories ...supplier.Category) supplier.Supplier {
	return supplier.Supplier{ID: ID(name), Name: name, Country: "ZZ", Categories: categories, Illustrative: true}
}

// Buyer returns a supplier that is the company itself or one of its business
// units.
func Buyer(name string) supplier.Supplier {
	s := Supplier(name)
	s.Buyer = true
	return s
}

// Supply returns the relationship by which from supplies to.
func Supply(from, to string) supplier.Relationship {
	return Related(from, supplier.Supply, to)
}

// Related returns a relationship of a kind. Its ID is derived from the names
// and the kind.
func Related(from string, kind supplier.RelationshipKind, to string) supplier.Relationship {
	return supplier.Relationship{
		ID:   ID(from + " " + kind.String() + " " + to),
		From: ID(from), To: ID(to), Kind: kind, Illustrative: true,
	}
}

// Parse reads suppliers and relationships written as text, one statement a
// line:
//
//	buyer acme                               the company, or several units of it
//	group mines                              stands for suppliers that are not named
//	smelter: metals, minerals                is of these categories
//	mines -> smelter -> assembler -> acme    each supplies the next
//	agency -> acme (on-site-contractor)      of this kind, each of the line
//
// Names may have spaces. A name needs no statement of its own. Suppliers and
// relationships come in the order in which the text first names them. Blank
// lines, and lines that start with #, are skipped.
func Parse(text string) ([]supplier.Supplier, []supplier.Relationship, error) {
	var p parser
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.statement(line); err != nil {
			return nil, nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return p.suppliers, p.relationships, nil
}

type parser struct {
	suppliers     []supplier.Supplier
	relationships []supplier.Relationship
}

func (p *parser) statement(line string) error {
	if names, ok := strings.CutPrefix(line, "buyer "); ok {
		return p.each(names, ",", func(s *supplier.Supplier) { s.Buyer = true })
	}
	if names, ok := strings.CutPrefix(line, "group "); ok {
		return p.each(names, ",", func(s *supplier.Supplier) { s.Aggregate = true })
	}
	if strings.Contains(line, "->") {
		return p.chain(line)
	}
	name, categories, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is no statement; write for instance %q or %q", line, "a -> b", "a: metals")
	}
	return p.each(name, ",", func(s *supplier.Supplier) {
		for c := range strings.SplitSeq(categories, ",") {
			s.Categories = append(s.Categories, supplier.Category(strings.TrimSpace(c)))
		}
	})
}

func (p *parser) chain(line string) error {
	kind := supplier.Supply
	if open := strings.LastIndexByte(line, '('); open >= 0 && strings.HasSuffix(line, ")") {
		if err := kind.UnmarshalText([]byte(line[open+1 : len(line)-1])); err != nil {
			return err
		}
		line = line[:open]
	}
	before := ""
	return p.each(line, "->", func(s *supplier.Supplier) {
		if before != "" {
			p.relationships = append(p.relationships, Related(before, kind, s.Name))
		}
		before = s.Name
	})
}

// each calls do for each of the names in a list, with its supplier.
func (p *parser) each(names, separator string, do func(*supplier.Supplier)) error {
	for name := range strings.SplitSeq(names, separator) {
		name = strings.TrimSpace(name)
		if name == "" {
			return fmt.Errorf("a name is missing in %q", names)
		}
		i := slices.IndexFunc(p.suppliers, func(s supplier.Supplier) bool { return s.Name == name })
		if i < 0 {
			i = len(p.suppliers)
			p.suppliers = append(p.suppliers, Supplier(name))
		}
		do(&p.suppliers[i])
	}
	return nil
}

// Network compiles a network from text that [Parse] reads. Anything wrong with
// the text, and any problem that the compiler reports, ends the test.
func Network(tb testing.TB, text string) *supplier.Network {
	tb.Helper()
	suppliers, relationships, err := Parse(text)
	if err != nil {
		tb.Fatalf("suppliertest.Network: %v", err)
	}
	n, report, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
	if err != nil {
		tb.Fatalf("suppliertest.Network: %v", err)
	}
	for _, p := range report.Problems {
		tb.Errorf("suppliertest.Network: %v", p)
	}
	return n
}
