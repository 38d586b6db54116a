package textfold

import (
	"testing"
	"unicode/utf8"
)

func TestSpellingsOfOneNameAreEqual(t *testing.T) {
	for in, want := range map[string]string{
		"":                              "",
		"  Jinjiang  Co.,Ltd ":          "jinjiang co ltd",
		"Côte d'Ivoire":                 "cote divoire",
		"Côte d’Ivoire":                 "cote divoire",
		"Co\u0302te d'Ivoire":           "cote divoire",
		"Réunion":                       "reunion",
		"ÅLAND":                         "aland",
		"Türkiye":                       "turkiye",
		"Łódź S.A.":                     "lodz sa",
		"Straße & Söhne":                "strasse and sohne",
		"A&B":                           "a and b",
		"Æther":                         "aether",
		"Đồng Nai":                      "dong nai",
		"ＡＢＣ　１２":                        "abc 12",
		"晋江 服装":                         "晋江 服装",
		"ΑΘΗΝΑ":                         "αθηνα",
		"FUJIAN PROVINCE□":              "fujian province",
		"Unit 3/4 - (Block-B)":          "unit 3 4 block b",
		"\xff\xfe":                      "",
		"\"quoted\"\tname\nover\tlines": "quoted name over lines",
	} {
		if got := Name(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestEachTableIsAsLongAsItsBlock(t *testing.T) {
	for _, b := range plain {
		if want := int(b.last-b.first) + 1; len(b.letters) != want {
			t.Errorf("%U: %d letters, want %d", b.first, len(b.letters), want)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("Côte d'Ivoire & Söhne")
	f.Add("\u0130\u212a\xff")
	f.Fuzz(func(t *testing.T, s string) {
		once := Name(s)
		if !utf8.ValidString(once) {
			t.Fatalf("%q is not UTF-8", once)
		}
		if twice := Name(once); twice != once {
			t.Fatalf("folded once %q, twice %q", once, twice)
		}
	})
}

func BenchmarkName(b *testing.B) {
	buf := make([]byte, 0, 128)
	b.ReportAllocs()
	for b.Loop() {
		buf = AppendName(buf[:0], "QUANZHOU XINXING FOOTWEAR CO., LTD – Zürich")
	}
}
