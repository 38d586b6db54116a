package textfold_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

func ExampleFold() {
	fmt.Println(textfold.Fold("Égalité de RÉMUNÉRATION, œuvres"))
	// Output: egalite de remuneration, oeuvres
}

func ExampleWords() {
	fmt.Printf("%q\n", textfold.Words("Droit à l'autodétermination"))
	// Output: ["droit" "a" "l" "autodetermination"]
}

func ExampleMatch() {
	text := textfold.Words("Freedom from child labour")
	fmt.Println(textfold.Match(textfold.Words("CHILD lab"), text), textfold.Match(textfold.Words("forced labour"), text))
	// Output: true false
}

// Spot checks over both tables: a table that had slipped by one would fail at
// the letters after the slip.
func TestLettersLoseTheirAccents(t *testing.T) {
	for from, to := range map[string]string{
		"ÀÁÂÃÄÅ": "aaaaaa", "Çç": "cc", "ÈÉÊË": "eeee", "ÌÍÎÏ": "iiii", "Ðð": "dd", "Ññ": "nn", "ÒÓÔÕÖØ": "oooooo",
		"ÙÚÛÜ": "uuuu", "Ýýÿ": "yyy", "Þþ": "thth", "ßẞ": "ssss", "×÷": "×÷", "àáâãäå": "aaaaaa", "òóôõöø": "oooooo",
		"Āă": "aa", "Čč": "cc", "Đđ": "dd", "Ęě": "ee", "Ğģ": "gg", "Ħĥ": "hh", "İı": "ii", "Ĳĳ": "ijij", "Ĵĵ": "jj", "Ķķĸ": "kkk",
		"Łł": "ll", "Ńňŉŋ": "nnnn", "Őő": "oo", "Œœ": "oeoe", "Ŕř": "rr", "Śšş": "sss", "Ťţ": "tt", "Ůűų": "uuu", "Ŵŵ": "ww",
		"ŶŷŸ": "yyy", "Źžż": "zzz", "ſ": "s", "e\u0301": "e", "Ωμέγα": "ωμέγα", "ПРАВО": "право",
	} {
		if got := textfold.Fold(from); got != to {
			t.Errorf("Fold(%q) = %q, want %q", from, got, to)
		}
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		once := textfold.Fold(string(r))
		if twice := textfold.Fold(once); twice != once {
			t.Errorf("%U: %q then %q", r, once, twice)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Vie privée, famille", "\xff\xfe", "ŉ")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		words := textfold.Words(a + " " + b + " " + c)
		for _, w := range words {
			if w == "" || strings.ContainsFunc(w, unicode.IsSpace) {
				t.Fatalf("%q is not a word", w)
			}
		}
		if len(words) > 0 && !textfold.Match(words, words) {
			t.Fatal("a text does not match its own words")
		}
	})
}
