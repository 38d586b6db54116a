package floors

import (
	"go/ast"
	"strings"
	"testing"
)

// importBan keeps a package of the standard library out of the library.
type importBan struct {
	path   string // the package and all below it
	why    string
	except map[string]string // folder to why it may
}

var importBans = []importBan{
	{path: "net/http", why: "the library opens no connection; the host owns the server"},
	{path: "net", why: "the library opens no connection"},
	{path: "os", why: "the library reads no file, environment or process; the host hands over an io.Reader or fs.FS", except: map[string]string{
		"internal/schemagen": "it reads the module's own sources when the schema is made, not when a host runs",
	}},
	{path: "database/sql", why: "the host owns the database; values implement driver.Valuer and Scanner without it"},
	{path: "log", why: "the library does not log", except: map[string]string{
		"grievance": "slog.LogValuer keeps identities out of the host's log",
	}},
	{path: "math/rand", why: "the same input gives the same bytes"},
	{path: "crypto/rand", why: "the same input gives the same bytes; an ID source is an argument"},
	{path: "unsafe", why: "it must build for every platform"},
	{path: "plugin", why: "it must build for every platform"},
	{path: "syscall", why: "it must build for every platform"},
	{path: "C", why: "it must build with CGO_ENABLED=0"},
	{path: "flag", why: "a library has no command line"},
	{path: "expvar", why: "it registers itself with the host's server at start"},
	{path: "testing", why: "it brings flags and a runtime into the host"},
}

// harmless are packages below a banned one that only read and write text.
var harmless = map[string]bool{"database/sql/driver": true, "net/url": true, "net/netip": true, "net/mail": true}

// kitsMay are packages that a test kit may import though the library may not.
var kitsMay = map[string]string{
	"testing":      "kits take a testing.TB",
	"math/rand/v2": "kits make large networks from a seed that the caller gives",
}

// banned returns why a file may not import a package, "" if it may.
func banned(s *source, importPath string) string {
	if !s.library() || harmless[importPath] {
		return ""
	}
	if _, ok := kitsMay[importPath]; ok && s.kit() {
		return ""
	}
	for _, b := range importBans {
		if importPath != b.path && !strings.HasPrefix(importPath, b.path+"/") {
			continue
		}
		if _, ok := b.except[s.dir]; ok && importPath != "os/exec" {
			continue
		}
		return b.why
	}
	return ""
}

// callBan keeps functions out of the library.
type callBan struct {
	pkg   string
	names []string
	why   string
}

var callBans = []callBan{
	{"time", []string{"Now", "Since", "Until"}, "the clock is the host's; take a time.Time or a Date"},
	{"time", []string{"Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}, "no call waits for the clock"},
	{"time", []string{"LoadLocation"}, "it reads files and the environment; dates are in UTC"},
	{"fmt", []string{"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"}, "the library does not print or read the console"},
	{"github.com/google/uuid", []string{"New", "NewString", "NewRandom", "NewUUID", "NewV6", "NewV7", "SetRand", "EnableRandPool"},
		"IDs come from an argument: NewV7FromReader, NewRandomFromReader, or NewSHA1 of an outside key"},
}

// calls returns the banned functions that a file uses, with where and why.
func calls(s *source) []string {
	if !s.library() {
		return nil
	}
	var found []string
	ast.Inspect(s.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if !ok {
				return true
			}
			for _, b := range callBans {
				if name := s.named(b.pkg); name == "" || x.Name != name {
					continue
				}
				for _, f := range b.names {
					if n.Sel.Name == f {
						found = append(found, s.place(n)+": "+x.Name+"."+f+": "+b.why)
					}
				}
			}
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "print" || id.Name == "println") {
				found = append(found, s.place(n)+": "+id.Name+": the library does not print")
			}
		}
		return true
	})
	return found
}

func TestTheLibraryBringsNoRuntime(t *testing.T) {
	for _, s := range sources(t) {
		if top(s.dir) == "examples" {
			continue // a host's point of view: it owns files, clock and console
		}
		for spec, p := range s.imports {
			if why := banned(s, p); why != "" {
				t.Errorf("%s: import of %s: %s", s.place(spec), p, why)
			}
		}
		for _, f := range calls(s) {
			t.Error(f)
		}
	}
}

func TestARuntimeInTheLibraryIsFound(t *testing.T) {
	for _, c := range []struct {
		file, text string
		found      int
	}{
		{"risk/a.go", `package risk; import "net/http"; var _ http.Handler`, 1},
		{"assessment/a.go", `package assessment; import "net"; var _ net.Conn`, 1},
		{"assessment/a.go", `package assessment; import "net/url"; var _ url.URL`, 0},
		{"internal/schemagen/a.go", `package schemagen; import "os/exec"; var _ exec.Cmd`, 1},
		{"risk/a.go", `package risk; import "database/sql"; var _ sql.DB`, 1},
		{"risk/a.go", `package risk; import "database/sql/driver"; var _ driver.Value`, 0},
		{"risk/a.go", `package risk; import "log/slog"; var _ slog.LogValuer`, 1},
		{"grievance/a.go", `package grievance; import "log/slog"; var _ slog.LogValuer`, 0},
		{"risk/a_test.go", `package risk; import "os"; var _ = os.Args`, 0},
		{"risk/a.go", `package risk; import "math/rand/v2"; var _ rand.Source`, 1},
		{"risk/risktest/a.go", `package risktest; import "math/rand/v2"; var _ rand.Source`, 0},
		{"risk/a.go", `package risk; import "time"; func f() time.Time { return time.Now() }`, 1},
		{"risk/a.go", `package risk; import "time"; var clock = time.Now`, 1},
		{"risk/a.go", `package risk; import clock "time"; func f() time.Time { return clock.Now() }`, 1},
		{"risk/a.go", `package risk; import "time"; func f(t time.Time) int { return t.Year() }`, 0},
		{"risk/a.go", `package risk; import "fmt"; func f() { fmt.Println() }`, 1},
		{"risk/a.go", `package risk; func f() { println() }`, 1},
		{"risk/a.go", `package risk; import "github.com/google/uuid"; func f() { uuid.New() }`, 1},
		{"internal/enumgen/a.go", `package main; import "os"; func main() { os.Exit(1) }`, 0},
	} {
		s, err := parse(c.file, c.text)
		if err != nil {
			t.Fatal(err)
		}
		found := calls(s)
		for _, p := range s.imports {
			if why := banned(s, p); why != "" {
				found = append(found, why)
			}
		}
		if len(found) != c.found {
			t.Errorf("%s: %s: found %q", c.file, c.text, found)
		}
	}
}

func TestEveryBanHasItsReason(t *testing.T) {
	for _, b := range importBans {
		if b.why == "" {
			t.Errorf("%s is banned for no reason", b.path)
		}
		for dir, why := range b.except {
			if why == "" {
				t.Errorf("%s may import %s for no reason", dir, b.path)
			}
		}
	}
	for _, b := range callBans {
		if b.why == "" {
			t.Errorf("%s is banned for no reason", b.pkg)
		}
	}
}
