package risk

import (
	"errors"
	"math"
	"strconv"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// MethodSpec is what a method of ranking harm is made of. [NewMethod] turns it
// into a table over every cell and checks it against the rules.
//
// A method compares two harms by its keys, the first that differs deciding. A
// method that is one formula has one key.
type MethodSpec struct {
	ID      string // lower-kebab-case and stable: "ungp"
	Version string // of the method, for instance "1.0.0"; a change of any result is a new version
	Title   string
	Sources []Citation
	Reasons []MethodReason // why each choice was made
	Keys    []MethodKey    // most important first; at least one

	// Index names the number that the first key computes, for instance "mean
	// of the three factors", if it is to be shown. Levels are ordinal, so the
	// number is an index and no measure; it is not compared across methods.
	Index string

	// Bands cut the order into named bands by the value of BandOn, or of the
	// first key if BandOn is nil. They may be left out.
	Bands  Thresholds
	BandOn func(Rating) float64

	// Gaps says who handles ratings with dimensions that are not rated.
	Gaps GapHandling

	// Waivers name the rules that the method is known to break, and why it is
	// used all the same. A waiver of a rule that holds is refused.
	Waivers []Waiver
}

// MethodKey is one thing that a method compares.
type MethodKey struct {
	ID     string   // lower-kebab-case, unique in the method: "gravest-factor"
	Means  string   // what it compares, in a few English words
	Source Citation // what it rests on

	// Value returns how grave r is by this key; greater is graver. It is called
	// with complete ratings only, unless the method handles gaps itself. It must
	// depend on nothing but r, and be finite.
	Value func(r Rating) float64
}

// MethodReason says why a method makes a choice.
type MethodReason struct {
	Choice string `json:"choice,omitzero"`
	Why    string `json:"why,omitzero"`
	// Unverified marks a figure or a formula that this library could not check
	// against the publication.
	Unverified bool `json:"unverified,omitzero"`
}

// Waiver names a rule that a method breaks.
type Waiver struct {
	Rule MethodRule `json:"rule"`
	Why  string     `json:"why"`
}

// GapHandling says who handles ratings with dimensions that are not rated.
type GapHandling uint8

const (
	// GapsSpan is the zero value: the library scores a rating with gaps by
	// everything that it can still be, from the least to the gravest.
	GapsSpan GapHandling = iota

	// GapsScored: the keys of the method score ratings with gaps themselves,
	// and are held to RuleNotRated.
	GapsScored
)

var gapHandlingText = textenum.Table[GapHandling]{Kind: "handling of gaps", Names: []string{"span", "scored"}}

// check returns what is wrong with the specification before anything is
// computed, all of it at once.
func (s *MethodSpec) check() error {
	var errs []error
	bad := func(field, want string) {
		errs = append(errs, &SpecError{Method: s.ID, Field: field, Want: want})
	}
	if !kebab(s.ID) {
		bad("ID", "give a lower-kebab-case id, for instance \"own-matrix\"")
	}
	if s.Version == "" {
		bad("Version", "give a version, so that a stored result can be traced to it")
	}
	if len(s.Keys) == 0 {
		bad("Keys", "give at least one key to compare by")
	}
	seen := make(map[string]bool)
	for i, k := range s.Keys {
		at := "Keys[" + strconv.Itoa(i) + "]"
		if !kebab(k.ID) || seen[k.ID] {
			bad(at+".ID", "give a lower-kebab-case id that no other key of the method has")
		}
		seen[k.ID] = true
		if k.Value == nil {
			bad(at+".Value", "give a function")
		}
	}
	for i, b := range s.Bands {
		at := "Bands[" + strconv.Itoa(i) + "]"
		if !kebab(b.Name) || b.Name == (Band{}).String() {
			bad(at+".Name", "give a lower-kebab-case name other than none, which stands for no band")
		}
		if math.IsNaN(b.From) || i > 0 && !(b.From > s.Bands[i-1].From) {
			bad(at+".From", "give thresholds in ascending order, each a number")
		}
	}
	if len(s.Bands) > math.MaxUint8 {
		bad("Bands", "give at most 255 bands")
	}
	if !s.Gaps.Valid() {
		bad("Gaps", "use GapsSpan or GapsScored")
	}
	for i, w := range s.Waivers {
		at := "Waivers[" + strconv.Itoa(i) + "]"
		if !w.Rule.Waivable() {
			bad(at+".Rule", "name a rule that can be waived")
		}
		if w.Why == "" {
			bad(at+".Why", "say why the method is used although it breaks the rule")
		}
	}
	return errors.Join(errs...)
}

// idle returns the error of a waiver that is not needed.
func (s *MethodSpec) idle(i int) error {
	return &SpecError{Method: s.ID, Field: "Waivers[" + strconv.Itoa(i) + "].Rule",
		Want: "the method obeys the rule " + s.Waivers[i].Rule.String() + "; take the waiver out"}
}

// kebab reports whether s is a lower-kebab-case name.
func kebab(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && s[i-1] != '-') {
			return false
		}
	}
	return true
}
