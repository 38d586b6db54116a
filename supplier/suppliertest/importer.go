package suppliertest

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// Importer is a host's code that reads suppliers and relationships from a
// source of its own. It reads the same source whenever it is called.
type Importer func() ([]supplier.Supplier, []supplier.Relationship, error)

// RuleError says which rule of package supplier an importer breaks, why there
// is such a rule, and where it is broken. It holds IDs and places, and nothing
// else of what was imported.
type RuleError struct {
	Rule  string // stable, in lower-kebab-case
	Why   string
	Where []string // the first few places
}

// Error names the rule, why it is broken and where, in one line.
func (e *RuleError) Error() string {
	return fmt.Sprintf("%s: %s: %s", e.Rule, e.Why, strings.Join(e.Where, "; "))
}

// maxWhere is how many places a RuleError lists.
const maxWhere = 5

// imported is what two runs of an importer gave.
type imported struct {
	suppliers     []supplier.Supplier
	relationships []supplier.Relationship
	again         []supplier.Supplier
	againRelated  []supplier.Relationship
}

var importRules = [...]struct {
	rule, why string
	check     func(in *imported, broken func(format string, args ...any))
}{
	{"supplier-has-id", "everything else refers to suppliers and sites by ID", checkIDs},
	{"id-is-one-supplier", "two suppliers with one ID are taken for one", checkUnique},
	{"second-import-changes-nothing", "IDs come from outside keys, so that importing again meets the same suppliers", checkAgain},
	{"one-outside-key-is-one-supplier", "a key of another register names one supplier or site", checkKeys},
	{"ends-are-suppliers", "a relationship with an unknown end leaves the network", checkEnds},
	{"nobody-supplies-itself", "a supplier that supplies itself says nothing of the network", checkSelf},
	{"relationship-is-there-once", "repeats are merged, and hide what was meant", checkRepeats},
	{"values-are-declared", "other values are not understood further on", checkValues},
	{"text-is-clean", "text of outside files goes into documents and reports", checkText},
}

// CheckImporter calls an importer twice and checks that what it gives keeps the
// rules of package supplier. It returns a *[RuleError] for each rule that is
// broken, joined, or the importer's own error.
func CheckImporter(read Importer) error {
	var in imported
	var err error
	if in.suppliers, in.relationships, err = read(); err != nil {
		return fmt.Errorf("the importer failed: %w", err)
	}
	if in.again, in.againRelated, err = read(); err != nil {
		return fmt.Errorf("the importer failed when it was called again: %w", err)
	}
	var errs []error
	for _, r := range importRules {
		e := &RuleError{Rule: r.rule, Why: r.why}
		more := 0
		r.check(&in, func(format string, args ...any) {
			if len(e.Where) == maxWhere {
				more++
				return
			}
			e.Where = append(e.Where, fmt.Sprintf(format, args...))
		})
		if more > 0 {
			e.Where = append(e.Where, fmt.Sprintf("and %d more", more))
		}
		if len(e.Where) > 0 {
			errs = append(errs, e)
		}
	}
	return errors.Join(errs...)
}

func checkIDs(in *imported, broken func(string, ...any)) {
	for i, s := range in.suppliers {
		if s.ID == uuid.Nil {
			broken("supplier %d has no ID", i)
		}
		for j, site := range s.Sites {
			if site.ID == uuid.Nil {
				broken("supplier %d, site %d has no ID", i, j)
			}
		}
	}
}

func checkUnique(in *imported, broken func(string, ...any)) {
	first := make(map[uuid.UUID]string)
	meet := func(id uuid.UUID, place string) {
		if before, ok := first[id]; ok && id != uuid.Nil {
			broken("%s has the ID %v of %s", place, id, before)
			return
		}
		first[id] = place
	}
	for i, s := range in.suppliers {
		meet(s.ID, fmt.Sprintf("supplier %d", i))
		for j, site := range s.Sites {
			meet(site.ID, fmt.Sprintf("supplier %d, site %d", i, j))
		}
	}
}

func checkAgain(in *imported, broken func(string, ...any)) {
	lines := DiffSuppliers(in.again, in.suppliers) + DiffRelationships(in.againRelated, in.relationships)
	for line := range strings.Lines(lines) {
		place, _, _ := strings.Cut(line, ": ") // the rest holds what was imported
		broken("%s differs", place)
	}
}

func checkKeys(in *imported, broken func(string, ...any)) {
	owner := make(map[supplier.OutsideKey]uuid.UUID)
	meet := func(keys []supplier.OutsideKey, id uuid.UUID) {
		for _, k := range keys {
			if before, ok := owner[k]; ok && before != id {
				broken("%v and %v share a key of %s", before, id, k.System)
			}
			owner[k] = id
			if k.System == "" || k.Key == "" {
				broken("%v has a key without a system or without a value", id)
			}
		}
	}
	for _, s := range in.suppliers {
		meet(s.Keys, s.ID)
	}
	clear(owner) // a supplier and its only site may share a key
	for _, s := range in.suppliers {
		for _, site := range s.Sites {
			meet(site.Keys, site.ID)
		}
	}
}

func checkEnds(in *imported, broken func(string, ...any)) {
	known := make(map[uuid.UUID]bool)
	for _, s := range in.suppliers {
		known[s.ID] = true
	}
	for i, r := range in.relationships {
		if !known[r.From] {
			broken("relationship %d: nobody has the ID %v, who supplies", i, r.From)
		}
		if !known[r.To] {
			broken("relationship %d: nobody has the ID %v, who is supplied", i, r.To)
		}
	}
}

func checkSelf(in *imported, broken func(string, ...any)) {
	for i, r := range in.relationships {
		if r.From == r.To {
			broken("relationship %d", i)
		}
	}
}

func checkRepeats(in *imported, broken func(string, ...any)) {
	ids, rows := make(map[uuid.UUID]int), make(map[string]int)
	for i, r := range in.relationships {
		row := text(value(r))
		before, repeated := rows[row]
		if r.ID != uuid.Nil && !repeated {
			before, repeated = ids[r.ID], ids[r.ID] > 0
		}
		if repeated {
			broken("relationship %d repeats %d", i, before-1)
			continue
		}
		ids[r.ID], rows[row] = i+1, i+1
	}
}

func checkValues(in *imported, broken func(string, ...any)) {
	for i, s := range in.suppliers {
		if !isCountry(s.Country) {
			broken("supplier %d: its country is not two capital letters", i)
		}
		for _, site := range s.Sites {
			if !isCountry(site.Country) {
				broken("supplier %d: the country of a site is not two capital letters", i)
			}
		}
		for _, c := range s.Categories {
			if !isKebab(string(c)) {
				broken("supplier %d: a category is not in lower-kebab-case", i)
			}
		}
	}
	for i, r := range in.relationships {
		if !r.Kind.Valid() {
			broken("relationship %d: its kind is not declared", i)
		}
		if r.Category != "" && !isKebab(string(r.Category)) {
			broken("relationship %d: its category is not in lower-kebab-case", i)
		}
		if !r.Period.Valid() {
			broken("relationship %d ends before it starts", i)
		}
	}
}

func isCountry(s string) bool {
	return s == "" || len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

func isKebab(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < '0' || r > '9')
		}) {
			return false
		}
	}
	return true
}

func checkText(in *imported, broken func(string, ...any)) {
	for i, s := range in.suppliers {
		for field, v := range map[string]string{"code": s.Code, "name": s.Name} {
			if !isClean(v) {
				broken("supplier %d: its %s", i, field)
			}
		}
		for j, site := range s.Sites {
			if !isClean(site.Code) || !isClean(site.Name) || !isClean(site.Address) {
				broken("supplier %d, site %d", i, j)
			}
		}
	}
}

// isClean reports whether s is UTF-8 without blanks around it, control
// characters or a byte-order mark.
func isClean(s string) bool {
	return utf8.ValidString(s) && s == strings.TrimSpace(s) &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\ufeff' })
}
