package risk

import (
	"encoding/json"
	"fmt"
	"iter"
	"math/bits"
	"strings"
)

// ClassSet is a set of classes of [Involvement] that the facts leave possible.
// Undetermined is no class and is in no set. ClassSets are comparable values;
// the zero value is the empty set, which only facts that contradict one
// another leave.
type ClassSet uint8

// AllClasses holds every class: nothing is known.
const AllClasses ClassSet = 1<<4 - 1

// ClassSetOf returns the set of the given classes; Undetermined, and values
// that are no class, are left out.
func ClassSetOf(classes ...Involvement) ClassSet {
	var s ClassSet
	for _, c := range classes {
		if c >= NotLinked && c <= Causes {
			s |= 1 << (c - NotLinked)
		}
	}
	return s
}

// Has reports whether the class is in the set.
func (s ClassSet) Has(c Involvement) bool { return ClassSetOf(c)&s != 0 }

// Len returns the number of classes in the set.
func (s ClassSet) Len() int { return bits.OnesCount8(uint8(s & AllClasses)) }

// Within reports whether every class of s is in t.
func (s ClassSet) Within(t ClassSet) bool { return s&AllClasses&^t == 0 }

// Only returns the class of a set that holds one, Undetermined for any other
// set.
func (s ClassSet) Only() Involvement {
	if s.Len() != 1 {
		return Undetermined
	}
	return NotLinked + Involvement(bits.TrailingZeros8(uint8(s)))
}

// All yields the classes of the set, the greatest part of the company first.
func (s ClassSet) All() iter.Seq[Involvement] {
	return func(yield func(Involvement) bool) {
		for c := Causes; c >= NotLinked; c-- {
			if s.Has(c) && !yield(c) {
				return
			}
		}
	}
}

// names returns the names of the classes in the order of All.
func (s ClassSet) names() []string {
	names := make([]string, 0, s.Len())
	for c := range s.All() {
		names = append(names, c.String())
	}
	return names
}

// String returns the names of the classes with commas between them, "none" for
// the empty set.
func (s ClassSet) String() string {
	if s.Len() == 0 {
		return "none"
	}
	return strings.Join(s.names(), ", ")
}

// MarshalJSON returns the set as an array of names.
func (s ClassSet) MarshalJSON() ([]byte, error) { return json.Marshal(s.names()) }

// UnmarshalJSON reads an array of names of classes.
func (s *ClassSet) UnmarshalJSON(b []byte) error {
	var classes []Involvement
	if err := json.Unmarshal(b, &classes); err != nil {
		return fmt.Errorf("reading a set of involvement classes: %w", err)
	}
	*s = ClassSetOf(classes...)
	return nil
}
