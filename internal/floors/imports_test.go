package floors

import (
	"fmt"
	"strings"
	"testing"
)

// floorOf gives each top folder its floor. A package imports lower floors only;
// what stands on the same floor does not know each other.
var floorOf = map[string]int{
	"internal":   0,
	"risk":       1,
	"supplier":   2,
	"grievance":  2,
	"assessment": 3,
	"report":     4,
	"examples":   5,
}

// outside lists the modules that the library may import.
var outside = map[string]string{ // and the only folder that may, "" for any
	"github.com/google/uuid":                   "",
	"github.com/santhosh-tekuri/jsonschema/v5": "internal/jsonguard", // its traps are guarded there
	"golang.org/x/exp/stats":                   "",
	"golang.org/x/exp/constraints":             "",
	"golang.org/x/exp/ebnf":                    "", // tests of published grammars
}

func top(dir string) string {
	first, _, _ := strings.Cut(dir, "/")
	return first
}

// arrow returns what is wrong with an import of the file, "" if nothing is.
func arrow(s *source, importPath string) string {
	to, ours := strings.CutPrefix(importPath, module+"/")
	if !ours {
		return foreign(s, importPath)
	}
	here, there := top(s.dir), top(to)
	from, ok := floorOf[here]
	if !ok {
		return fmt.Sprintf("folder %s has no floor; give it one in design and in floorOf", here)
	}
	onto, ok := floorOf[there]
	switch {
	case !ok:
		return fmt.Sprintf("folder %s has no floor; give it one in design and in floorOf", there)
	case here == "internal" && s.command:
		return "" // a tool of the makers; no host links it
	case isKit(to) && !s.kit() && !s.test && from < floorOf["examples"]:
		return "a test kit is for tests; the library does not link it"
	case here == there:
		return ""
	case onto > from:
		return fmt.Sprintf("%s is on floor %d and imports %s on floor %d; imports go down", here, from, there, onto)
	case onto == from:
		return fmt.Sprintf("%s and %s stand on the same floor and do not know each other", here, there)
	}
	return ""
}

// foreign returns what is wrong with an import from outside the module.
func foreign(s *source, importPath string) string {
	first, _, _ := strings.Cut(importPath, "/")
	if !strings.Contains(first, ".") {
		return "" // the standard library; see bans
	}
	for p, only := range outside {
		if importPath != p && !strings.HasPrefix(importPath, p+"/") {
			continue
		}
		if only != "" && s.dir != only && !s.test {
			return fmt.Sprintf("only %s imports it", only)
		}
		return ""
	}
	return "the module has three dependencies and no more; what needs another has a go.mod of its own"
}

func TestImportsGoDown(t *testing.T) {
	for _, s := range sources(t) {
		for spec, p := range s.imports {
			if wrong := arrow(s, p); wrong != "" {
				t.Errorf("%s: import of %s: %s", s.place(spec), p, wrong)
			}
		}
	}
}

func TestAnImportThatGoesUpOrSidewaysIsFound(t *testing.T) {
	for _, c := range []struct {
		file, imports string
		wrong         bool
	}{
		{"risk/level.go", module + "/internal/textenum", false},
		{"risk/level.go", module + "/supplier", true},
		{"risk/level_test.go", module + "/supplier", true},
		{"supplier/site.go", module + "/risk", false},
		{"supplier/site.go", module + "/grievance", true},
		{"grievance/case.go", module + "/supplier", true},
		{"assessment/decode.go", module + "/grievance", false},
		{"assessment/decode.go", module + "/report", true},
		{"report/write.go", module + "/assessment", false},
		{"internal/graph/graph.go", module + "/risk", true},
		{"internal/graph/graph.go", module + "/internal/idindex", false},
		{"risk/level.go", module + "/risk/risktest", true},
		{"risk/level_test.go", module + "/risk/risktest", false},
		{"supplier/suppliertest/network.go", module + "/risk/risktest", false},
		{"report/write.go", "github.com/google/uuid", false},
		{"report/write.go", "github.com/santhosh-tekuri/jsonschema/v5", true},
		{"internal/jsonguard/guard.go", "github.com/santhosh-tekuri/jsonschema/v5", false},
		{"risk/level.go", "golang.org/x/exp/slog", true},
		{"risk/level.go", "github.com/stretchr/testify/assert", true},
		{"extras/extra.go", module + "/risk", true},
	} {
		s, err := parse(c.file, "package p\nimport _ \""+c.imports+"\"\n")
		if err != nil {
			t.Fatal(err)
		}
		if wrong := arrow(s, c.imports); (wrong != "") != c.wrong {
			t.Errorf("%s imports %s: found %q", c.file, c.imports, wrong)
		}
	}
}
