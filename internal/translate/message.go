// Package translate puts keys and values into words: messages with places for
// values and plural forms, numbers, dates known to the day, month or year,
// amounts of money, lists, and the typographic rules of a language.
//
// It knows languages and no domain. Tables are read only once they are parsed
// and may be shared by any number of goroutines.
package translate

import (
	"fmt"
	"strconv"
	"strings"
)

// Message is a text with places for values, parsed from a line such as
//
//	{0|# risk|# risks} of {1}
//
// {1} is the place of the second value. {0|…|…} chooses between the plural
// forms of the first, a whole number, in the order of the language's forms; #
// in a form stands for the number itself. A place whose name starts with "or",
// for a choice of values, is left as it is for the caller to fill.
type Message struct {
	pieces []piece
}

// piece is plain text if arg is negative, else the place of a value.
type piece struct {
	text  string
	arg   int
	forms []string
}

// MessageError says that a line is not a message.
type MessageError struct {
	Key  string // empty if not known
	Text string
	Why  string
}

// Error gives the key, the text of the message and what is wrong in it.
func (e *MessageError) Error() string {
	at := ""
	if e.Key != "" {
		at = e.Key + ": "
	}
	return fmt.Sprintf("%s%q is not a message: %s", at, e.Text, e.Why)
}

// ParseMessage parses a message. It returns a *[MessageError] for a place that
// is not closed or has no number from 0 to 9.
func ParseMessage(text string) (Message, error) {
	var m Message
	rest := text
	for rest != "" {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			open = len(rest)
		}
		if open > 0 {
			m.pieces = append(m.pieces, piece{text: rest[:open], arg: -1})
			rest = rest[open:]
			continue
		}
		end := strings.IndexByte(rest, '}')
		if end < 0 {
			return Message{}, &MessageError{Text: text, Why: "a { has no }"}
		}
		if name := rest[1:end]; strings.HasPrefix(name, "or") {
			m.pieces = append(m.pieces, piece{text: rest[:end+1], arg: -1})
			rest = rest[end+1:]
			continue
		}
		number, forms, chosen := strings.Cut(rest[1:end], "|")
		arg, err := strconv.Atoi(number)
		if err != nil || arg < 0 || arg > 9 {
			return Message{}, &MessageError{Text: text, Why: "a place is written {0} to {9}"}
		}
		p := piece{arg: arg}
		if chosen {
			p.forms = strings.Split(forms, "|")
		}
		m.pieces = append(m.pieces, p)
		rest = rest[end+1:]
	}
	return m, nil
}

// String returns the message as it is written, its places in braces.
func (m Message) String() string {
	var b strings.Builder
	for _, p := range m.pieces {
		if p.arg < 0 {
			b.WriteString(p.text)
			continue
		}
		b.WriteByte('{')
		b.WriteString(strconv.Itoa(p.arg))
		for _, form := range p.forms {
			b.WriteByte('|')
			b.WriteString(form)
		}
		b.WriteByte('}')
	}
	return b.String()
}

// Places returns how many values the message has places for: one more than
// the greatest number of a place.
func (m Message) Places() int {
	n := 0
	for _, p := range m.pieces {
		n = max(n, p.arg+1)
	}
	return n
}

// Forms returns the smallest and the greatest number of plural forms that a
// place of the message gives, 0 and 0 if it gives none.
func (m Message) Forms() (least, most int) {
	for _, p := range m.pieces {
		if n := len(p.forms); n > 0 {
			if least == 0 || n < least {
				least = n
			}
			most = max(most, n)
		}
	}
	return least, most
}
