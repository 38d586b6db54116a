package translate

import (
	"strings"
)

// Table holds the messages of one language by key.
type Table map[string]Message

// ParseTable parses lines of the form key = text. Empty lines and lines that
// start with # say nothing; a line that starts with white space goes on with
// the text of the line before. A text in double quotes keeps the spaces at its
// ends; ~ stands for a no-break space. typeset, if not nil, is applied to each
// text.
// The error is a *[MessageError] for the first line that is wrong, or for a
// key that comes twice.
func ParseTable(lines string, typeset func(string) string) (Table, error) {
	t := make(Table, strings.Count(lines, "\n"))
	key, text := "", ""
	keep := func() error {
		if key == "" {
			return nil
		}
		if _, twice := t[key]; twice {
			return &MessageError{Key: key, Text: text, Why: "the key is there already"}
		}
		return t.Set(key, text, typeset)
	}
	for line := range strings.Lines(lines) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "# ") || trimmed == "#":
		case line[0] == ' ' || line[0] == '\t':
			text += " " + trimmed
		default:
			if err := keep(); err != nil {
				return nil, err
			}
			k, v, ok := strings.Cut(trimmed, "=")
			if !ok {
				return nil, &MessageError{Text: trimmed, Why: "a line is written key = text"}
			}
			key, text = strings.TrimSpace(k), strings.TrimSpace(v)
		}
	}
	if err := keep(); err != nil {
		return nil, err
	}
	return t, nil
}

// Set parses text and keeps it under key.
func (t Table) Set(key, text string, typeset func(string) string) error {
	if n := len(text); n >= 2 && text[0] == '"' && text[n-1] == '"' {
		text = text[1 : n-1]
	}
	text = strings.ReplaceAll(text, "~", noBreak)
	if typeset != nil {
		text = typeset(text)
	}
	m, err := ParseMessage(text)
	if err != nil {
		err.(*MessageError).Key = key
		return err
	}
	t[key] = m
	return nil
}
