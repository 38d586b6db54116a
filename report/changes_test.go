package report_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
)

// compared returns the comparison of the example's two impact assessments.
func compared(t *testing.T, lang string) *assessment.Comparison {
	t.Helper()
	k, err := assessment.Compare(context.Background(), evaluatedIn(t, lang, "devices-2020"), evaluatedIn(t, lang, "devices-2021"),
		assessment.CompareOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestAReportSaysWhatChangedSinceTheYearBefore(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"What changed", "more is known", "proposed", "in progress", "slope-picture"},
		"fr": {"Ce qui a changé", "mieux connu", "proposée", "en cours", "slope-picture"},
		"es": {"Qué ha cambiado", "se conoce mejor", "propuesta", "en curso", "slope-picture"},
		"de": {"Was sich geändert hat", "besser bekannt", "vorgeschlagen", "in Arbeit", "slope-picture"},
	} {
		k := compared(t, lang)
		got := string(written(t, k.After, report.Options{Language: lang, Comparison: k}, "changes-"+lang))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not said", lang, w)
			}
		}
	}
}

func TestAComparisonShowsNothingThatEitherDocumentWithholds(t *testing.T) {
	for _, which := range []string{"before", "after"} {
		k := compared(t, "en")
		doc := k.Before.Assessment
		if which == "after" {
			doc = k.After.Assessment
		}
		index := -1
		for i := range doc.Risks {
			if strings.HasPrefix(doc.Risks[i].Title, "Child labour") {
				index = i
			}
		}
		doc.Redactions = []assessment.Redaction{{Pointer: "/risks/" + string(rune('0'+index)), Reason: assessment.RiskToPeople}}
		got := string(written(t, k.After, report.Options{Comparison: k, Sections: []report.Section{report.Changes}}, ""))
		if index < 0 || strings.Contains(got, "Child labour") {
			t.Errorf("%s withholds a risk, and the comparison shows it", which)
		}
		if !strings.Contains(got, "is withheld") {
			t.Errorf("%s: that a risk is withheld is not said", which)
		}
	}
}

func TestAffectedPeopleReadPlainWords(t *testing.T) {
	ev := evaluated(t, "devices-2021")
	for lang, words := range map[string]struct{ want, jargon []string }{
		"en": {[]string{"What we found", "What is being done", "How to complain", "Call 0800 or ask your union."},
			[]string{"irremediab", "salience", "UNGP", "proximity", "directly linked"}},
		"fr": {[]string{"Ce qui a été constaté", "Comment déposer une réclamation", "Call 0800 or ask your union."},
			[]string{"irrémédiab", "saillan", "Principes directeurs", "directement liée"}},
		"es": {[]string{"Qué hemos encontrado", "Cómo presentar una queja", "Call 0800 or ask your union."},
			[]string{"irremediab", "saliente", "Principios Rectores", "directamente relacionada"}},
		"de": {[]string{"Was wir herausgefunden haben", "Wie Sie sich beschweren können", "Call 0800 or ask your union."},
			[]string{"Unumkehr", "salient", "Leitprinzip", "unmittelbar verbunden"}},
	} {
		opts := report.Options{Language: lang, Audience: report.Affected, Complaint: "Call 0800 or ask your union."}
		got := string(written(t, ev, opts, "plain-"+lang))
		for _, w := range words.want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not said", lang, w)
			}
		}
		_, body, _ := strings.Cut(got, "</head>")
		for _, w := range words.jargon {
			if strings.Contains(strings.ToLower(body), strings.ToLower(w)) && !strings.Contains(strings.ToLower(ev.Assessment.Title), strings.ToLower(w)) {
				i := strings.Index(strings.ToLower(body), strings.ToLower(w))
				t.Errorf("%s: %q is no plain word: …%s…", lang, w, body[max(0, i-60):min(len(body), i+60)])
			}
		}
	}
	if got := string(written(t, ev, report.Options{Audience: report.Affected}, "")); !strings.Contains(got, "does not say where you can complain") &&
		len(ev.Assessment.Mechanisms) == 0 {
		t.Error("that nobody says how to complain is not said")
	}
}

func TestEveryAudienceGetsEveryFormat(t *testing.T) {
	k := compared(t, "en")
	for audience := report.Public; audience.Valid(); audience++ {
		for format := report.HTML; format.Valid(); format++ {
			got := written(t, k.After, report.Options{Format: format, Audience: audience, Comparison: k}, "")
			if len(got) < 200 {
				t.Errorf("%v for %v: %d bytes", format, audience, len(got))
			}
			if format == report.HTML && bytes.Contains(bytes.ToLower(got[:2000]), []byte("noindex")) != (audience == report.Internal) {
				t.Errorf("%v: search engines", audience)
			}
		}
	}
}

func TestEveryPartOfAReportIsWritten(t *testing.T) {
	for _, lang := range report.Languages() {
		k := compared(t, lang)
		got := string(written(t, k.After, report.Options{
			Language: lang, Audience: report.Internal, Comparison: k, Frameworks: slices.Collect(report.Frameworks()),
			Review: assessment.Review(k.After, assessment.ReviewOptions{}),
		}, "full-"+lang))
		for _, s := range []report.Section{report.Summary, report.Risks, report.Linkages, report.Changes, report.Disclosures, report.Review, report.Methods} {
			if !strings.Contains(got, `<section id="`+s.String()+`"`) {
				t.Errorf("%s: no part %v", lang, s)
			}
		}
	}
}
