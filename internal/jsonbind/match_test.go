package jsonbind

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestMatchersWrittenByHandMatchWhatTheirPatternsMatch(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	seeds := []string{
		"", "0190b2f4-0000-7000-8000-00000000000a", "0190B2F4-0000-7000-8000-00000000000A", "2021", "2021-06", "2021-06-15", "a", "a-b", "-a", "a-",
		"a--b", "DE", "EUR", "de", "É", "2021-06-15\n", "٢٠٢١", "a\x00b", "ＤＥ",
	}
	alphabet := []rune("09afAFgz-\n é٢\x00")
	for _, m := range matchers {
		re := regexp.MustCompile(m.pattern)
		for _, seed := range seeds {
			for range 2000 {
				text := []rune(seed)
				for range r.IntN(3) {
					c := alphabet[r.IntN(len(alphabet))]
					switch i := r.IntN(len(text) + 1); {
					case i == len(text) || r.IntN(3) == 0:
						text = append(text[:i:i], append([]rune{c}, text[i:]...)...)
					case r.IntN(2) == 0:
						text = append(text[:i:i], text[i+1:]...)
					default:
						text[i] = c
					}
				}
				if b := []byte(string(text)); m.match(b) != re.Match(b) {
					t.Fatalf("%s: %q: %v", m.pattern, b, m.match(b))
				}
			}
		}
	}
}

func FuzzMatchers(f *testing.F) {
	f.Add("0190b2f4-0000-7000-8000-00000000000a")
	f.Add("2021-06-15")
	f.Add("a-b")
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range matchers {
			if got, want := m.match([]byte(s)), regexp.MustCompile(m.pattern).MatchString(s); got != want {
				t.Fatalf("%s: %q: %v", m.pattern, s, got)
			}
		}
		if id, ok := parseUUID([]byte(s)); ok {
			if want, err := uuid.Parse(s); err != nil || want != id {
				t.Fatalf("%q: %v, want %v, %v", s, id, want, err)
			}
		}
	})
}

func TestAWholeNumberIsWholeHoweverItIsWritten(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "1": "1", "-1": "-1", "1.0": "1", "1e2": "100", "10e-1": "1", "120E-1": "12", "0.5e1": "5", "1.5": "", "1e-1": "",
		"9223372036854775807": "9223372036854775807", "9223372036854775808": "great", "-9223372036854775808": "-9223372036854775808", "1e300": "great",
		"999999999999999999": "999999999999999999", "1000000000000000000": "1000000000000000000", "0e400": "0",
	} {
		n, whole, fits := integer([]byte(in))
		got := ""
		switch {
		case whole && fits:
			got = string(json.Number(canonicalNumber([]byte(in))))
			if want, _ := new(big.Int).SetString(got, 10); want.Int64() != n {
				t.Errorf("%s: %d and %s", in, n, got)
			}
		case whole:
			got = "great"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestBoundsAreExact(t *testing.T) {
	s := &shape{min: big.NewRat(-90, 1), max: big.NewRat(90, 1)}
	s.shrink()
	for in, want := range map[string]bool{
		"90": true, "-90": true, "91": false, "90.0": true, "9e1": true, "90.00000000000000000001": false, "89.99999999999999999999": true,
		"1e400": false, "-1e400": false, "1e-400": true, strings.Repeat("9", 100): false,
	} {
		if s.within([]byte(in)) != want {
			t.Errorf("%s: %v", in, !want)
		}
	}
}
