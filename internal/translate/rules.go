package translate

import "strings"

const (
	noBreak       = "\u00A0"
	narrowNoBreak = "\u202F"
)

// Rules are what a language asks for beyond its texts.
type Rules struct {
	Tag         string                        // BCP 47
	RightToLeft bool                          // the script runs from right to left
	Plural      func(n int) int               // which plural form n takes, from 0
	Plurals     int                           // how many plural forms there are
	Group       string                        // between groups of three digits
	GroupFrom   int                           // the smallest number that is grouped
	Decimal     string                        // between whole and part
	Percent     string                        // after a number
	Open, Close string                        // quotation marks, with the spaces that belong to them
	Join        func(and, next string) string // fits the word before the last item of a list to the item; nil to leave it
	Typeset     func(string) string           // makes a plainly typed text obey the rules; nil to leave it
}

// English returns the rules of English, in British spelling and style.
func English() Rules {
	return Rules{
		Tag: "en", Plural: oneOther, Plurals: 2, Group: ",", GroupFrom: 1000, Decimal: ".", Percent: "%",
		Open: "“", Close: "”", Typeset: apostrophes,
	}
}

// French returns the rules of French as set in France (Lexique des règles
// typographiques en usage à l'Imprimerie nationale): a narrow no-break space
// before ; ! ? and %, between groups of digits and inside guillemets, a
// no-break space before a colon. Zero takes the singular.
func French() Rules {
	return Rules{
		Tag: "fr", Plural: zeroAndOneOther, Plurals: 2, Group: narrowNoBreak, GroupFrom: 1000, Decimal: ",",
		Percent: narrowNoBreak + "%", Open: "«" + narrowNoBreak, Close: narrowNoBreak + "»", Typeset: typesetFrench,
	}
}

// Spanish returns the rules of Spanish: numbers of four digits are not grouped,
// and y becomes e before the sound of an i (Ortografía de la lengua española,
// 2010).
func Spanish() Rules {
	return Rules{
		Tag: "es", Plural: oneOther, Plurals: 2, Group: noBreak, GroupFrom: 10000, Decimal: ",",
		Percent: noBreak + "%", Open: "«", Close: "»", Typeset: apostrophes, Join: joinSpanish,
	}
}

// joinSpanish puts e for y before the sound of an i: "Francia e India", but
// "nieve y hielo", where the i is no vowel of its own.
func joinSpanish(and, next string) string {
	next = strings.ToLower(next)
	bare := strings.TrimPrefix(next, "h")
	sounds := strings.HasPrefix(bare, "i") || strings.HasPrefix(bare, "í")
	for _, glide := range [...]string{"ia", "ie", "io", "iu"} {
		sounds = sounds && !strings.HasPrefix(bare, glide)
	}
	if and == " y " && sounds {
		return " e "
	}
	return and
}

// German returns the rules of German (DIN 5008).
func German() Rules {
	return Rules{
		Tag: "de", Plural: oneOther, Plurals: 2, Group: ".", GroupFrom: 1000, Decimal: ",",
		Percent: noBreak + "%", Open: "„", Close: "“", Typeset: apostrophes,
	}
}

func oneOther(n int) int {
	if n == 1 {
		return 0
	}
	return 1
}

func zeroAndOneOther(n int) int {
	if n == 0 || n == 1 {
		return 0
	}
	return 1
}

// apostrophes sets straight apostrophes curved.
func apostrophes(s string) string { return strings.ReplaceAll(s, "'", "’") }

// typesetFrench sets the spaces that French punctuation asks for. It leaves a
// colon, question mark or the like alone where no space stands before it, as
// in a time or an address.
func typesetFrench(s string) string {
	return strings.NewReplacer(
		"'", "’",
		" ;", narrowNoBreak+";", " !", narrowNoBreak+"!", " ?", narrowNoBreak+"?", " %", narrowNoBreak+"%",
		" :", noBreak+":", "« ", "«"+narrowNoBreak, " »", narrowNoBreak+"»", " –", noBreak+"–",
	).Replace(s)
}
