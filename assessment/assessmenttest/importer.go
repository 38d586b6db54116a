package assessmenttest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
)

// Importer is a host's code that makes an assessment of a source of its own: a
// spreadsheet, a database. It reads the same source whenever it is called.
type Importer func() (*assessment.Assessment, error)

// RuleError says which rule of package assessment a host's code breaks, why
// there is such a rule, and where it is broken. It holds places, and nothing of
// what stands there.
type RuleError struct {
	Rule  string // stable, in lower-kebab-case
	Why   string
	Where string // one place a line
}

// Error names the rule, why it is broken and where, in one line.
func (e *RuleError) Error() string {
	return fmt.Sprintf("%s: %s: %s", e.Rule, e.Why, strings.ReplaceAll(e.Where, "\n", "; "))
}

// importRules are what an importer has to keep. check returns where it does not.
var importRules = [...]struct {
	rule, why string
	check     func(first, second *assessment.Assessment) string
}{
	{"document-is-there", "an importer that found nothing says so by an error", func(first, _ *assessment.Assessment) string {
		if first == nil {
			return "it gave neither a document nor an error"
		}
		return ""
	}},
	{"document-is-valid", "what is not valid can neither be written nor evaluated", func(first, _ *assessment.Assessment) string {
		return problems(assessment.Validate(first))
	}},
	{"second-import-changes-nothing", "IDs come from outside keys, so that importing again meets the same things",
		func(first, second *assessment.Assessment) string { return places(Diff(second, first)) }},
	{"document-comes-back", "a document that is written and read is the same", func(first, _ *assessment.Assessment) string {
		var b bytes.Buffer
		if err := assessment.Encode(&b, first); err != nil {
			return "" // that it is not valid has been said
		}
		back, err := assessment.Decode(&b, assessment.DecodeOptions{})
		if err != nil {
			return problems(err)
		}
		return places(Diff(back, first))
	}},
}

// CheckImporter calls an importer twice and checks that what it gives keeps the
// rules of package assessment. It returns a *[RuleError] for each rule that is
// broken, joined, or the importer's own error.
func CheckImporter(read Importer) error {
	first, err := read()
	if err != nil {
		return fmt.Errorf("the importer failed: %w", err)
	}
	second, err := read()
	if err != nil {
		return fmt.Errorf("the importer failed when it was called again: %w", err)
	}
	var broken []error
	for _, r := range importRules {
		if where := r.check(first, second); where != "" {
			broken = append(broken, &RuleError{Rule: r.rule, Why: r.why, Where: where})
		}
		if first == nil {
			break // there is nothing else to check
		}
	}
	return errors.Join(broken...)
}

// problems returns the places and rules of the problems of a document, a line
// each, without what was found there.
func problems(err error) string {
	var document *assessment.DocumentError
	if !errors.As(err, &document) {
		if err == nil {
			return ""
		}
		return "it cannot be read"
	}
	var b strings.Builder
	for _, p := range document.Problems {
		fmt.Fprintf(&b, "%s (%s)\n", p.Pointer, p.Rule)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// places returns the lines of a difference without what differs.
func places(difference string) string {
	var b strings.Builder
	for line := range strings.Lines(difference) {
		place, _, _ := strings.Cut(line, ": ")
		b.WriteString(place + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
