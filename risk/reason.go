package risk

import (
	"iter"
	"strconv"
	"strings"
)

// Reason is one sentence of an explanation, as data: a code, what fills the
// blanks of its sentence, and what it rests on. String says it in English; a
// report says it in the reader's language by the code.
type Reason struct {
	Code    string     `json:"code"`          // lower-kebab-case, stable: "own-act-no"
	Args    []string   `json:"args,omitzero"` // names of enumerations, dates, numbers
	Sources []Citation `json:"sources,omitzero"`
}

// reasonRow is a reason before its blanks are filled. In the sentence, {0} is
// the first argument, {or} all of them joined as a choice, and {or1} and {or2}
// all but the first one or two.
type reasonRow struct {
	code    string
	english string
	sources []Citation
}

// reasonRows yields every reason of the package.
func reasonRows(yield func(reasonRow) bool) {
	for _, rows := range [...][]reasonRow{
		classReasons[:], factReasons[:], contradictionReasons[:], responseReasons[:],
		leverageReasons[:], relationshipReasons[:], gapReasons[:], movementReasons[:],
	} {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}
}

// reasonOf returns the reason with the given code, its blanks filled.
func reasonOf(code string, args ...string) Reason {
	for row := range reasonRows {
		if row.code == code {
			return Reason{Code: code, Args: args, Sources: append([]Citation(nil), row.sources...)}
		}
	}
	return Reason{Code: code, Args: args}
}

// ReasonSentences yields the code of every [Reason] with its sentence in
// English, blanks included: {0} stands for the first argument, {or} for all of
// them joined as a choice, {or1} and {or2} for all but the first one or two.
// Whoever translates reasons can check against it
// that none is missing.
func ReasonSentences() iter.Seq2[string, string] {
	return func(yield func(code, sentence string) bool) {
		for row := range reasonRows {
			if !yield(row.code, row.english) {
				return
			}
		}
	}
}

// String returns the reason as an English sentence, or its code and arguments
// if the package has no sentence for the code.
func (r Reason) String() string {
	for row := range reasonRows {
		if row.code == r.Code {
			return fill(row.english, r.Args)
		}
	}
	return strings.Join(append([]string{r.Code}, r.Args...), " ")
}

// fill returns the sentence with its blanks filled.
func fill(sentence string, args []string) string {
	if len(args) == 0 {
		return sentence
	}
	said := make([]string, len(args))
	for i, a := range args {
		said[i] = words(a)
	}
	for i, s := range said {
		sentence = strings.ReplaceAll(sentence, "{"+strconv.Itoa(i)+"}", s)
	}
	for i := 1; i <= min(2, len(said)); i++ {
		sentence = strings.ReplaceAll(sentence, "{or"+strconv.Itoa(i)+"}", choice(said[i:]))
	}
	return strings.ReplaceAll(sentence, "{or}", choice(said))
}

// words returns the name of an enumeration as English words; dates and numbers
// stay as they are.
func words(name string) string {
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		return name
	}
	return strings.ReplaceAll(name, "-", " ")
}

// choice joins words as "a", "a or b", "a, b or c".
func choice(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
}
