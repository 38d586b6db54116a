package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Answer is a fact with three values. The zero value is Unknown: nobody has
// said yet, which is neither yes nor no and is never treated as either.
type Answer uint8

const (
	Unknown Answer = iota // not answered; the zero value
	No
	Yes
)

var answerText = textenum.Table[Answer]{Kind: "answer", Names: []string{"unknown", "no", "yes"}}

// AnswerOf returns Yes for true and No for false.
func AnswerOf(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// Known reports whether a is Yes or No.
func (a Answer) Known() bool { return a == Yes || a == No }
