package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
)

// reviewKeys are the keys that the review puts together.
func reviewKeys() []string {
	var keys []string
	for level := assessment.Advice; level.Valid(); level++ {
		keys = append(keys, "gap-level."+level.String()+".means", "review.caption."+level.String())
	}
	for name := range assessment.Profile(0xFF).Names() {
		keys = append(keys, "profile."+name)
	}
	for _, e := range entries {
		keys = append(keys, "at-entry."+e.list)
	}
	for _, s := range sights {
		if s.key != "" {
			keys = append(keys, s.key)
		}
	}
	for _, member := range pointedAt() {
		keys = append(keys, "at."+member)
	}
	return keys
}

// pointedAt returns the members of a document that rules point at as a whole,
// as the source of the rules has them.
func pointedAt() []string {
	members := map[string]bool{}
	for f := range reflect.TypeFor[assessment.Assessment]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		members[name] = true
	}
	found := []string{"document"}
	files, _ := filepath.Glob("../assessment/review*.go")
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if _, joined := n.(*ast.BinaryExpr); joined {
				return false // the end of a pointer
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, _ := strconv.Unquote(lit.Value)
				first, _, _ := strings.Cut(strings.TrimPrefix(text, "/"), "/")
				if strings.HasPrefix(text, "/") && members[first] || text == "scope/excluded" {
					found = append(found, first)
				}
			}
			return true
		})
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEverySightIsOfARuleOnce(t *testing.T) {
	var seen []string
	for _, s := range sights {
		if _, ok := assessment.RuleByID(s.rule); !ok {
			t.Errorf("%s is no rule", s.rule)
		}
		if slices.Contains(seen, s.rule) {
			t.Errorf("%s is there twice", s.rule)
		}
		seen = append(seen, s.rule)
	}
}

func TestASightGivesItsSentenceAsManyValuesAsItHasPlacesFor(t *testing.T) {
	for _, tag := range Languages() {
		table := tableOf(t, tag)
		for _, s := range sights {
			n := 0
			for _, a := range s.args {
				if a.as != saidByPlace {
					n++
				}
			}
			if places := table[s.key].Places(); s.key != "" && places != n {
				t.Errorf("%s: %s gives %d values, %s has places for %d", tag, s.rule, n, s.key, places)
			}
		}
	}
}
