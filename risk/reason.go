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
			return r.Say(row.english, " or ", words)
		}
	}
	return strings.Join(append([]string{r.Code}, r.Args...), " ")
}

// Say returns a sentence, such as a translation of one of [ReasonSentences],
// with its blanks filled by the arguments of the reason. Each argument is put
// into words by word, and choices are joined by commas and, before the last, by
// or: " ou ".
func (r Reason) Say(sentence, or string, word func(arg string) string) string {
	said := make([]string, len(r.Args))
	for i, a := range r.Args {
		said[i] = word(a)
	}
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		blank, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("{" + rest)
			return b.String()
		}
		b.WriteString(fill(blank, or, said))
		sentence = after
	}
}

// fill returns what stands in a blank: "0" is the first argument, "or" all of
// them as a choice, "or1" all but the first. A blank that there is no argument
// for stays as it is.
func fill(blank, or string, said []string) string {
	from, isChoice := strings.CutPrefix(blank, "or")
	n := 0
	if from != "" || !isChoice {
		var err error
		if n, err = strconv.Atoi(from); err != nil || n < 0 || n >= len(said) {
			return "{" + blank + "}"
		}
	}
	if !isChoice {
		return said[n]
	}
	last := len(said) - 1
	switch {
	case last < n:
		return ""
	case last == n:
		return said[n]
	}
	return strings.Join(said[n:last], ", ") + or + said[last]
}

// words returns the name of an enumeration as English words; dates and numbers
// stay as they are.
func words(name string) string {
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		return name
	}
	return strings.ReplaceAll(name, "-", " ")
}
