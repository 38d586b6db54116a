package assessment_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// The first case that the library was made for: an assessment of the supply
// chain of devices, whose public text calls the company "directement lié" to
// potential risks at its manufacturing and returns-logistics suppliers at tiers
// 1 to 2, and "indirectement lié" to those at suppliers of minerals, metals,
// plastics and synthetic materials.
func TestTheDeviceSupplyChainComesOutAsItsSourceSays(t *testing.T) {
	tiers := supplier.MustParseTierRange
	for _, c := range []struct {
		name       string
		categories []supplier.Category
		label      string
		claimed    supplier.Proximity
	}{
		{"manufacturing", []supplier.Category{"manufacturing"}, "directement lié", supplier.Proximity{Upstream: tiers("1-2")}},
		{"returns", []supplier.Category{"returns-logistics"}, "directement lié", supplier.Proximity{Reverse: tiers("1-2")}},
		{"materials", []supplier.Category{"minerals", "metals", "plastics", "synthetic-materials"}, "indirectement lié",
			supplier.Proximity{Directness: supplier.Indirect}},
	} {
		for _, document := range []string{"devices-2020.json", "devices-2021.json"} {
			found := 0
			for _, l := range evaluation(document).Linkages {
				if l.Linkage.Illustrative || len(l.Linkage.Covers.Categories) == 0 || l.Linkage.Covers.Categories[0] != c.categories[0] {
					continue
				}
				found++
				s := l.Linkage.SourceLabel
				if s.Text != c.label || s.Language != "fr" || s.Source == uuid.Nil {
					t.Errorf("%s, %s: the label is %+v", document, c.name, s)
				}
				if l.Linkage.MappingNote == "" || strings.HasPrefix(c.label, "in") && !strings.Contains(l.Linkage.MappingNote, "no class") {
					t.Errorf("%s, %s: the label is mapped with %q", document, c.name, l.Linkage.MappingNote)
				}
				if l.Linkage.Claimed != c.claimed || len(l.Linkage.Covers.Categories) != len(c.categories) {
					t.Errorf("%s, %s: claimed %+v for %v", document, c.name, l.Linkage.Claimed, l.Linkage.Covers.Categories)
				}
				// The one class that the Guiding Principles have for all three.
				if l.Involvement != risk.DirectlyLinked || l.Status != risk.Potential {
					t.Errorf("%s, %s: %v, %v", document, c.name, l.Involvement, l.Status)
				}
				if l.Response.Force(risk.UseLeverage) != risk.Required || l.Response.Force(risk.Remediate) != risk.NotCalledFor {
					t.Errorf("%s, %s: %+v", document, c.name, l.Response)
				}
				if len(l.Disagreements) > 0 || !l.Placement.Proximity.Known() || len(l.Paths) == 0 {
					t.Errorf("%s, %s: the network has them at %+v, which differs in %+v", document, c.name, l.Placement.Proximity, l.Disagreements)
				}
				if nearest, _ := l.Placement.Proximity.Upstream.Min(); c.name == "materials" && nearest < 3 {
					t.Errorf("%s: materials are found at tier %d", document, nearest)
				}
			}
			if found != 1 {
				t.Errorf("%s, %s: %d linkages of the source", document, c.name, found)
			}
		}
	}
	if _, err := risk.ParseInvolvement("indirectement lié"); err == nil || !strings.Contains(err.Error(), "label") {
		t.Errorf("the label is read as an involvement: %v", err)
	}
}
