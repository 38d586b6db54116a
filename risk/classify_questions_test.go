package risk

import (
	"math/bits"
	"slices"
	"testing"
)

// fewestQuestions returns, for every cell of the table, how few of the unknown
// facts decide the class whatever the answers to them are. It rests on the
// reference alone, and asks of every set of unknown facts whether it would do:
// a set does if any one fact of it, answered either way, leaves a set that does.
func fewestQuestions() (decided func(n int, set factSet) bool, fewest [cellCount]uint8) {
	refs := references()
	var done [cellCount]bool
	n := -1
	for f := range sidesOnly {
		n++
		r := refs[factsNumber(f)]
		done[n] = r == 0 || r&refDenied != 0 || r.classes().Len() == 1
	}
	// does[n] has bit s set if the set s of facts does for cell n.
	does := make([][1 << factCount / 64]uint64, cellCount)
	for n := cellCount - 1; n >= 0; n-- { // answers have greater numbers
		fewest[n] = uint8(factCount)
		for s := range 1 << factCount {
			do := done[n]
			for i, p := 0, 1; i < factCount && !do; i, p = i+1, p*sides {
				if s>>i&1 == 1 && n/p%sides == 0 {
					rest := s &^ (1 << i)
					do = does[n+p][rest/64]>>(rest%64)&1 == 1 && does[n+2*p][rest/64]>>(rest%64)&1 == 1
					break // the order in which the facts are answered makes no difference
				}
			}
			if do {
				does[n][s/64] |= 1 << (s % 64)
				fewest[n] = min(fewest[n], uint8(bits.OnesCount(uint(s))))
			}
		}
	}
	return func(n int, set factSet) bool { return does[n][set/64]>>(set%64)&1 == 1 }, fewest
}

func TestTheQuestionsDecideWhateverTheAnswersAndNoFewerWould(t *testing.T) {
	decided, fewest := fewestQuestions()
	n := -1
	for f := range sidesOnly {
		if n++; testing.Short() && n%17 != 0 {
			continue
		}
		c := Classify(f)
		if c.Class != Undetermined || c.Contradictory {
			if fewest[n] != 0 {
				t.Fatalf("%+v: %v, and %d questions are open", f, c.Class, fewest[n])
			}
			continue
		}
		questions := questionsFor(f)
		if len(questions) != int(fewest[n]) || len(questions) == 0 {
			t.Fatalf("%+v: %d questions, %d would do", f, len(questions), fewest[n])
		}
		var asked factSet
		before := 0
		for i, q := range questions {
			if f.Known(q.Fact) || asked.has(q.Fact) {
				t.Fatalf("%+v: %v is asked again", f, q.Fact)
			}
			asked |= setOf(q.Fact)
			left, answered := 0, 0
			for _, o := range q.Outcomes {
				answered += len(o.Answers)
				left += o.Possible.Len()
			}
			if answered != answerCounts[q.Fact-1]-1 {
				t.Fatalf("%+v: %v has outcomes for %d answers", f, q.Fact, answered)
			}
			if i > 0 && before > left {
				t.Fatalf("%+v: %v is asked before %v, which decides more", f, questions[i-1].Fact, q.Fact)
			}
			before = left
		}
		if !decided(n, asked) {
			t.Fatalf("%+v: the questions %v do not decide", f, asked.list())
		}
	}
}

// What a question says that each answer would leave is what that answer leaves.
func TestAnAnswerLeavesWhatItsQuestionSaysItLeaves(t *testing.T) {
	n := 0
	for f := range sidesOnly {
		if n++; n%7 != 0 || Classify(f).Class != Undetermined || Classify(f).Contradictory {
			continue
		}
		for _, q := range questionsFor(f) {
			for v := 1; v < answerCounts[q.Fact-1]; v++ {
				answered := with(f, q.Fact, uint8(v))
				i := slices.IndexFunc(q.Outcomes, func(o Outcome) bool { return slices.Contains(o.Answers, answered.Text(q.Fact)) })
				if i < 0 || Classify(answered).Possible != q.Outcomes[i].Possible {
					t.Fatalf("%+v: %v answered %s leaves %v: %+v", f, q.Fact, answered.Text(q.Fact), Classify(answered).Possible, q.Outcomes)
				}
			}
		}
	}
}
