package floors

import (
	"go/ast"
	"go/token"
	"testing"
)

// Importing the library must cost nothing at start: no init, and package
// variables that the compiler lays out as data. These functions may be called
// all the same.
var atStart = map[string]map[string]string{ // package, function, why
	"errors": {"New": "a sentinel is one small allocation"},
	"sync": {
		"OnceFunc":   "the work waits for first use",
		"OnceValue":  "the work waits for first use",
		"OnceValues": "the work waits for first use",
	},
}

// builtins and types of the language that look like calls and do no work.
var noWork = map[string]bool{
	"len": true, "cap": true, "min": true, "max": true, "string": true, "bool": true, "byte": true, "rune": true,
	"int": true, "int8": true, "int16": true, "int32": true, "int64": true,
	"uint": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true, "float32": true, "float64": true,
}

// startWork returns what a file makes the program do before main, with where
// and why it must not. types are the type names of the file's package:
// conversions to them are no calls.
func startWork(s *source, types map[string]bool) []string {
	if !s.library() {
		return nil
	}
	var found []string
	for _, d := range s.ast.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				found = append(found, s.place(d)+": func init: importing the library costs nothing at start")
			}
		case *ast.GenDecl:
			if d.Tok != token.VAR {
				continue
			}
			for _, spec := range d.Specs {
				for _, v := range spec.(*ast.ValueSpec).Values {
					found = append(found, startWorkOf(s, v, types)...)
				}
			}
		}
	}
	return found
}

func startWorkOf(s *source, value ast.Expr, types map[string]bool) []string {
	var found []string
	ast.Inspect(value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // runs when it is called
		case *ast.CompositeLit:
			if _, ok := n.Type.(*ast.MapType); ok {
				found = append(found, s.place(n)+": a map is filled at start; use an array of rows, or make it on first use")
			}
		case *ast.CallExpr:
			if !allowedAtStart(s, n, types) {
				found = append(found, s.place(n)+": a package variable is computed at start; make it on first use with sync.OnceValue")
			}
		}
		return true
	})
	return found
}

func allowedAtStart(s *source, call *ast.CallExpr, types map[string]bool) bool {
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok { // an instance of a generic function or type
		fun = index.X
	}
	switch fun := fun.(type) {
	case *ast.Ident:
		return noWork[fun.Name] || types[fun.Name]
	case *ast.SelectorExpr:
		x, ok := fun.X.(*ast.Ident)
		if !ok {
			return false
		}
		for pkg, functions := range atStart {
			if _, ok := functions[fun.Sel.Name]; ok && s.named(pkg) == x.Name {
				return true
			}
		}
	case *ast.ParenExpr: // (*T)(nil), in an assertion that a type implements an interface
		_, ok := fun.X.(*ast.StarExpr)
		return ok
	}
	return false
}

// typesOf returns the names of the types that each package declares.
func typesOf(all []*source) map[string]map[string]bool {
	types := map[string]map[string]bool{}
	for _, s := range all {
		if types[s.dir] == nil {
			types[s.dir] = map[string]bool{}
		}
		for _, d := range s.ast.Decls {
			if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.TYPE {
				for _, spec := range gen.Specs {
					types[s.dir][spec.(*ast.TypeSpec).Name.Name] = true
				}
			}
		}
	}
	return types
}

func TestImportingTheLibraryDoesNoWork(t *testing.T) {
	all := sources(t)
	types := typesOf(all)
	for _, s := range all {
		for _, f := range startWork(s, types[s.dir]) {
			t.Error(f)
		}
	}
}

func TestWorkAtStartIsFound(t *testing.T) {
	for _, c := range []struct {
		text  string
		found int
	}{
		{`func init() {}`, 1},
		{`type T struct{}; func (T) init() {}`, 0},
		{`var x = f()`, 1},
		{`var x = []int{1, f()}`, 1},
		{`var x = func() int { return f() }`, 0},
		{`import "errors"; var x = errors.New("x")`, 0},
		{`import "fmt"; var x = fmt.Errorf("x")`, 1},
		{`import "regexp"; var x = regexp.MustCompile("x")`, 1},
		{`import "sync"; var x = sync.OnceValue(f)`, 0},
		{`import "sync"; var x = sync.OnceValue[int](func() int { return f() })`, 0},
		{`import "sync"; var x = sync.OnceValue(make())`, 1},
		{`type E string; func (E) Error() string; var x = E("x")`, 0},
		{`type T struct{}; var _ error = (*T)(nil)`, 0},
		{`var x = [...]struct{ a, b string }{{"a", "b"}}`, 0},
		{`var x = map[string]int{}`, 1},
		{`var x = [...]int{len("abc"), int(3)}`, 0},
		{`const x = len("abc")`, 0},
	} {
		s, err := parse("risk/a.go", "package risk; "+c.text)
		if err != nil {
			t.Fatal(err)
		}
		if found := startWork(s, typesOf([]*source{s})["risk"]); len(found) != c.found {
			t.Errorf("%s: found %q", c.text, found)
		}
	}
}
