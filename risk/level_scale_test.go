package risk

import (
	"errors"
	"testing"
)

func TestEveryScaleMapsItsEndsToTheEnds(t *testing.T) {
	for s := range LevelScales() {
		if err := s.Check(); err != nil {
			t.Error(err)
		}
		lo, hi := s.Levels[0], s.Levels[len(s.Levels)-1]
		if s.Reversed() {
			lo, hi = hi, lo
		}
		if lo != MinLevel || hi != MaxLevel {
			t.Errorf("%s goes from %d to %d", s.ID, lo, hi)
		}
		if found, ok := LevelScaleByID(s.ID); !ok || found.Title != s.Title {
			t.Errorf("%s is not found by its id", s.ID)
		}
		found, _ := LevelScaleByID(s.ID)
		found.Levels[0] = 9
		if again, _ := LevelScaleByID(s.ID); again.Levels[0] == 9 {
			t.Errorf("%s can be changed by a caller", s.ID)
		}
	}
	if _, ok := LevelScaleByID("no-such-scale"); ok {
		t.Error("a scale that is not there was found")
	}
}

func TestAValueReadBackIsTheValueOrAnEqualOne(t *testing.T) {
	for s := range LevelScales() {
		for v := s.First; v < s.First+len(s.Levels); v++ {
			l, err := s.Level(v)
			if err != nil {
				t.Fatal(err)
			}
			if back, err := s.Level(s.Value(l)); err != nil || back != l {
				t.Errorf("%s: %d is level %d, read back as %d", s.ID, v, l, s.Value(l))
			}
		}
		for l := MinLevel; l <= MaxLevel; l++ {
			if at, _ := s.Level(s.Value(l)); at < l {
				t.Errorf("%s: level %d is read as %d, which is less grave", s.ID, l, s.Value(l))
			}
		}
		if s.Value(NotRated) != s.First-1 {
			t.Errorf("%s has a value for not rated", s.ID)
		}
	}
}

func TestTheMethodsReadLevelsAsTheScalesDo(t *testing.T) {
	four, _ := LevelScaleByID("four-levels")
	three, _ := LevelScaleByID("three-levels")
	for l := MinLevel; l <= MaxLevel; l++ {
		if inFour(l) != four.Value(l) || inThree(l) != three.Value(l) {
			t.Errorf("level %d is %d of four and %d of three, the scales say %d and %d", l, inFour(l), inThree(l), four.Value(l), three.Value(l))
		}
	}
}

func TestHighRemediabilityIsLowIrremediability(t *testing.T) {
	s, ok := LevelScaleByID("remediability-five-levels")
	if !ok || !s.Reversed() {
		t.Fatal("no reversed scale")
	}
	for v := 1; v <= 5; v++ {
		if l, err := s.Level(v); err != nil || int(l) != 6-v {
			t.Errorf("remediability %d is irremediability %d, %v", v, l, err)
		}
	}
}

func TestAValueOffTheScaleIsRefused(t *testing.T) {
	for s := range LevelScales() {
		for _, v := range []int{s.First - 1, s.First + len(s.Levels), -7, 1 << 40} {
			var se *LevelScaleError
			if l, err := s.Level(v); !errors.As(err, &se) || l != NotRated || se.Found != v {
				t.Errorf("%s: %d is level %d, %v", s.ID, v, l, err)
			}
			if l, err := s.Likelihood(v); err == nil || l != LikelihoodNotRated {
				t.Errorf("%s: %d is likelihood %d", s.ID, v, l)
			}
		}
	}
	for _, s := range []LevelScale{{}, {Levels: []Level{1}}, {Levels: []Level{1, 6}}, {Levels: []Level{1, NotRated}}, {Levels: []Level{1, 3, 2}}} {
		var se *LevelScaleError
		if err := s.Check(); !errors.As(err, &se) {
			t.Errorf("%v passes for a scale: %v", s.Levels, err)
		}
	}
}
