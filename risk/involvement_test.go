package risk

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestIndirectlyLinkedIsRefusedAsAnInvolvementInEverySpelling(t *testing.T) {
	for _, s := range []string{
		"indirectly linked", "indirectly-linked", "indirectly_linked", "INDIRECTLY_LINKED", "indirectlyLinked",
		"Indirectly linked", "in-directly linked", "linked indirectly", "indirect", "indirect linkage",
		"indirectement lié", "Indirectement liée", "INDIRECTEMENT LIÉS", "lien indirect",
		"de façon indirecte", "lié indirectement à l’entreprise", "indirecte\u0301ment", // the accent apart
		"indirekt verbunden", "Indirekt verbunden", "mittelbar verbunden", "Mittelbare Verbindung", "mittel-bar",
		"indirectamente vinculado", "vinculada indirectamente", "vínculo indirecto",
		"indirettamente collegato", "indiretamente ligado", "indirect verbonden", "in\u00addirectly linked", "in\u2011direct",
	} {
		v := Contributes
		err := json.Unmarshal([]byte(`"`+s+`"`), &v)
		var indirect *IndirectlyLinkedError
		if !errors.As(err, &indirect) || indirect.Found != s {
			t.Errorf("%q: got error %v, want an IndirectlyLinkedError", s, err)
			continue
		}
		for _, word := range []string{"source's label", "mapping note", "link between harm and product", "directness of the business relationship"} {
			if !strings.Contains(err.Error(), word) {
				t.Errorf("%q: the error does not speak of %q: %v", s, word, err)
			}
		}
		if v != Contributes {
			t.Errorf("%q: the value was changed to %v", s, v)
		}
		if _, err := ParseInvolvement(s); !errors.As(err, &indirect) {
			t.Errorf("ParseInvolvement(%q): got %v", s, err)
		}
		if err := v.Scan(s); !errors.As(err, &indirect) {
			t.Errorf("Scan(%q): got %v", s, err)
		}
		if err := v.Scan([]byte(s)); !errors.As(err, &indirect) {
			t.Errorf("Scan of bytes %q: got %v", s, err)
		}
	}
}

func TestADirectLinkInAnotherLanguageIsNotTakenForAnIndirectOne(t *testing.T) {
	for _, s := range []string{"directement lié", "unmittelbar verbunden", "direkt verbunden", "directamente vinculado", "directly linked"} {
		_, err := ParseInvolvement(s)
		var unknown *EnumNameError
		if !errors.As(err, &unknown) {
			t.Errorf("%q: got %v, want the names that there are", s, err)
		}
	}
}

func TestEveryInvolvementIsReadBackAsItIsWritten(t *testing.T) {
	for want := range involvementText.All {
		got, err := ParseInvolvement(want.String())
		if err != nil || got != want {
			t.Errorf("%v: got %v, %v", want, got, err)
		}
		stored, err := want.Value()
		if err != nil {
			t.Fatal(err)
		}
		var back Involvement
		if err := back.Scan(stored); err != nil || back != want {
			t.Errorf("%v stored as %v: got %v, %v", want, stored, back, err)
		}
	}
	v := Causes
	if err := v.Scan(nil); err != nil || v != Undetermined {
		t.Errorf("NULL: got %v, %v", v, err)
	}
}

func TestAnUnknownInvolvementNamesTheKnownOnes(t *testing.T) {
	_, err := ParseInvolvement("tier-1")
	var unknown *EnumNameError
	if !errors.As(err, &unknown) || len(unknown.Want) != 5 {
		t.Errorf("got %v", err)
	}
}

func FuzzParseInvolvement(f *testing.F) {
	for _, s := range []string{"causes", "indirectement lié", "directly-linked", "", "\xff", "İndirekt"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := ParseInvolvement(s)
		if err == nil && v.String() != s {
			t.Errorf("%q is read as %v", s, v)
		}
		if err != nil && v != Undetermined {
			t.Errorf("%q: %v with error %v", s, v, err)
		}
	})
}
