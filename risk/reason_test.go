package risk

import (
	"strings"
	"testing"
)

func TestTheBlanksOfASentenceAreFilled(t *testing.T) {
	same := func(s string) string { return s }
	for _, c := range []struct {
		sentence string
		args     []string
		want     string
	}{
		{"None.", nil, "None."},
		{"{0} and {1}.", []string{"a", "b"}, "a and b."},
		{"One of {or}.", []string{"a", "b", "c"}, "One of a, b or c."},
		{"One of {or}.", []string{"a"}, "One of a."},
		{"One of {or}.", nil, "One of ."},
		{"{0}: {or1}.", []string{"a", "b", "c"}, "a: b or c."},
		{"{0}: {or1}.", []string{"a"}, "a: {or1}."},
		{"{0}, {1}: {or2}.", []string{"a", "b", "c", "d"}, "a, b: c or d."},
		{"{2}.", []string{"a"}, "{2}."},
		{"{-1}{x}{}{", []string{"a"}, "{-1}{x}{}{"},
		{"{0}", []string{"{0}"}, "{0}"}, // an argument is not read again
	} {
		if got := (Reason{Args: c.args}).Say(c.sentence, " or ", same); got != c.want {
			t.Errorf("%q with %q: got %q, want %q", c.sentence, c.args, got, c.want)
		}
	}
	if got := (Reason{Code: "host-s-own", Args: []string{"a"}}).String(); got != "host-s-own a" {
		t.Errorf("a code that the package does not know: %q", got)
	}
}

func FuzzReasonSay(f *testing.F) {
	f.Add("{0} {or} {or1}", "a", "b")
	f.Add("{{0}}", "{or}", "")
	f.Fuzz(func(t *testing.T, sentence, a, b string) {
		got := Reason{Args: []string{a, b}}.Say(sentence, " or ", strings.ToUpper)
		if !strings.Contains(sentence, "{") && got != sentence {
			t.Errorf("%q without a blank became %q", sentence, got)
		}
	})
}
