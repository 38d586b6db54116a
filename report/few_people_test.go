package report_test

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// counted returns a document in which people are counted wherever a document
// can count them.
func counted() *assessment.Assessment {
	id := func(name string) uuid.UUID { return uuid.NewSHA1(uuid.Nil, []byte(name)) }
	many := risk.CountOf(400)
	doc := &assessment.Assessment{
		ID: id("document"), Title: "counted",
		Risks: []assessment.Risk{{ID: id("risk"), Title: "risk", Groups: []risk.GroupID{"women"}, Affected: assessment.CountRange{Min: many, Max: many}}},
		Engagements: []assessment.Engagement{{ID: id("engagement"), Groups: []risk.GroupID{"women"}, People: many,
			Directness: assessment.WithAffectedPeople, Heard: "what they said"}},
		Suppliers: []supplier.Supplier{
			{ID: id("buyer"), Name: "buyer", Buyer: true},
			{ID: id("mill"), Name: "mill", Sites: []supplier.Site{{ID: id("site"), Workforce: supplier.Workforce{
				Total: many, Women: many, Groups: []supplier.GroupAtRisk{{Group: "women", Count: many}}}}}},
		},
		Relationships: []supplier.Relationship{{From: id("mill"), To: id("buyer")}},
		Linkages: []assessment.Linkage{{ID: id("linkage"), Title: "linkage", Risks: []uuid.UUID{id("risk")},
			Covers: assessment.SupplierSet{Suppliers: []uuid.UUID{id("mill")}}, Involvement: risk.DirectlyLinked}},
		Mechanisms: []grievance.Mechanism{{ID: id("line"), Name: "line", Kind: grievance.OperationalLevel, Channels: []grievance.Channel{grievance.Phone}}},
	}
	assessed := grievance.MechanismAssessment{ID: id("assessed"), Mechanism: id("line")}
	for c := range grievance.Criteria() {
		assessed.Criteria = append(assessed.Criteria, grievance.CriterionAssessment{Criterion: c, Level: grievance.EffectiveForUsers,
			UsersView: grievance.UsersView{Level: grievance.Implemented, Asked: many, Answered: many}})
	}
	doc.MechanismAssessments = append(doc.MechanismAssessments, assessed)
	return doc
}

// peopleCounted calls with the pointer of each count of people, and what sets
// it.
func peopleCounted(v reflect.Value, pointer string, put func(pointer string, set func(int))) {
	switch {
	case v.Type() == reflect.TypeFor[risk.Count]():
		for _, of := range []string{"/affected/", "/people", "/total", "/women", "/count", "/asked", "/answered"} {
			if strings.Contains(pointer, of) {
				put(pointer, func(n int) { v.Set(reflect.ValueOf(risk.CountOf(n))) })
				return
			}
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if v.Field(i).CanSet() && name != "-" {
				peopleCounted(v.Field(i), pointer+"/"+name, put)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			peopleCounted(v.Index(i), fmt.Sprintf("%s/%d", pointer, i), put)
		}
	}
}

// A figure about fewer people than the threshold can point at one of them.
// Whoever reads a report outside the company cannot tell which of these figures
// it was.
func TestOutsideTheCompanyNobodyCanTellHowFewPeopleThereWere(t *testing.T) {
	doc := counted()
	reports := func(audience report.Audience) map[report.Format]string {
		ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return everything(t, ev, audience)
	}
	paths := 0
	peopleCounted(reflect.ValueOf(doc).Elem(), "", func(pointer string, set func(int)) {
		paths++
		for _, audience := range []report.Audience{report.Public, report.Affected} {
			set(1)
			want := reports(audience)
			for n := 2; n < grievance.DefaultThreshold; n++ {
				set(n)
				for format, got := range reports(audience) {
					if got != want[format] {
						t.Errorf("%s for %s tells %d people at %s from 1: %s", format, audience, n, pointer, firstDifference(got, want[format]))
					}
				}
			}
		}
		set(400)
	})
	if paths < 10 {
		t.Errorf("only %d counts of people were looked at", paths)
	}
}

// firstDifference returns what stands around the first difference of two texts.
func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%.120q", a[max(0, i-60):])
		}
	}
	return "one is longer"
}

// secretsIn puts a text of its own into every text of every piece of
// confidential evidence and of every note on a redaction.
func secretsIn(v reflect.Value, tokens *[]string) {
	token := func() string {
		*tokens = append(*tokens, fmt.Sprintf("qzsecret%dzq", len(*tokens)))
		return (*tokens)[len(*tokens)-1]
	}
	switch x := v.Addr().Interface().(type) {
	case *risk.Evidence:
		x.Confidential, x.Source, x.Note = true, token(), token()
		return
	case *assessment.Redaction:
		x.Note = token()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				secretsIn(v.Field(i), tokens)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			secretsIn(v.Index(i), tokens)
		}
	}
}

func TestNoConfidentialTextLeavesInAnyFormat(t *testing.T) {
	planted, seen := 0, 0
	for seed := range uint64(6) {
		doc := randomDocument(seed, 5)
		doc.Redactions = append(doc.Redactions, assessment.Redaction{Pointer: "/findings/0/title", Reason: assessment.RiskToPeople})
		var tokens []string
		secretsIn(reflect.ValueOf(doc).Elem(), &tokens)
		ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
		if err != nil {
			t.Fatal(err)
		}
		planted += len(tokens)
		for _, audience := range []report.Audience{report.Public, report.Affected} {
			for format, text := range everything(t, ev, audience) {
				if i := strings.Index(text, "qzsecret"); i >= 0 {
					t.Errorf("document %d: %s for %s shows confidential text: %.80q", seed, format, audience, text[i:])
				}
			}
		}
		seen += strings.Count(everything(t, ev, report.Internal)[report.HTML], "qzsecret")
	}
	if planted < 100 || seen < 20 {
		t.Errorf("%d texts were planted and %d show inside the company; the test shows too little", planted, seen)
	}
}

func TestProgressIsNotReportedForWhatAWriterDidNotTake(t *testing.T) {
	ev := longEvaluation(2000)
	for f := report.HTML; f.Valid(); f++ {
		done := 0
		err := report.Write(context.Background(), &failing{0}, ev, report.Options{Format: f, Progress: func(n, _ int) { done = n }})
		if err == nil {
			t.Fatalf("%v: no error", f)
		}
		var all bytes.Buffer
		total := 0
		if err := report.Write(context.Background(), &all, ev, report.Options{Format: f, Progress: func(_, n int) { total = n }}); err != nil {
			t.Fatal(err)
		}
		if done >= total {
			t.Errorf("%v: %d of %d parts are said to be written, and none was", f, done, total)
		}
	}
}
