package floors

import (
	"go/ast"
	"go/token"
	"testing"
)

// variablesOf returns the names of the package variables of each package. Those
// that are made once, on first use, under a sync.Once beside them, are left out.
func variablesOf(all []*source) map[string]map[string]bool {
	vars := map[string]map[string]bool{}
	for _, s := range all {
		if !s.library() {
			continue
		}
		if vars[s.dir] == nil {
			vars[s.dir] = map[string]bool{}
		}
		for _, d := range s.ast.Decls {
			if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.VAR {
				for _, spec := range gen.Specs {
					spec := spec.(*ast.ValueSpec)
					for _, name := range spec.Names {
						vars[s.dir][name.Name] = !madeOnce(s, spec.Type)
					}
				}
			}
		}
	}
	return vars
}

// madeOnce reports whether a type is a struct with a sync.Once in it.
func madeOnce(s *source, t ast.Expr) bool {
	st, ok := t.(*ast.StructType)
	if !ok {
		return false
	}
	for _, f := range st.Fields.List {
		if sel, ok := f.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Once" {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == s.named("sync") {
				return true
			}
		}
	}
	return false
}

// stateChanges returns where the functions of a file write to a variable of
// their package: two hosts in one program would share it, and so would two
// goroutines. A name that a function declares itself is taken for its own.
func stateChanges(s *source, vars map[string]bool) []string {
	if !s.library() {
		return nil
	}
	var found []string
	for _, d := range s.ast.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		own := declared(fn)
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			var written []ast.Expr
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					written = n.Lhs
				}
			case *ast.IncDecStmt:
				written = []ast.Expr{n.X}
			}
			for _, w := range written {
				if name := root(w); vars[name] && !own[name] {
					found = append(found, s.place(w)+": "+name+" is a variable of the package; state is the host's, or in a value")
				}
			}
			return true
		})
	}
	return found
}

// root returns the name at the root of what is written to: x of x.f[i].
func root(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x.Name
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return ""
		}
	}
}

// declared returns the names that a function declares, its receiver,
// parameters and results included.
func declared(fn *ast.FuncDecl) map[string]bool {
	own := map[string]bool{}
	ast.Inspect(fn, func(n ast.Node) bool {
		var names []ast.Expr
		switch n := n.(type) {
		case *ast.Field:
			for _, name := range n.Names {
				own[name.Name] = true
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				own[name.Name] = true
			}
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				names = n.Lhs
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				names = []ast.Expr{n.Key, n.Value}
			}
		}
		for _, e := range names {
			if id, ok := e.(*ast.Ident); ok {
				own[id.Name] = true
			}
		}
		return true
	})
	return own
}

func TestNoFunctionChangesAVariableOfItsPackage(t *testing.T) {
	all := sources(t)
	vars := variablesOf(all)
	for _, s := range all {
		for _, f := range stateChanges(s, vars[s.dir]) {
			t.Error(f)
		}
	}
}

// A goroutine must not outlive the call that starts it. The surest way is to
// start none: a host that wants more than one core calls from several of its
// own.
func TestTheLibraryStartsNoGoroutine(t *testing.T) {
	for _, s := range sources(t) {
		for _, place := range goroutines(s) {
			t.Errorf("%s: go statement: no goroutine outlives a call; the host has its own", place)
		}
	}
}

func goroutines(s *source) []string {
	if !s.library() || top(s.dir) == "examples" {
		return nil
	}
	var found []string
	ast.Inspect(s.ast, func(n ast.Node) bool {
		if g, ok := n.(*ast.GoStmt); ok {
			found = append(found, s.place(g))
		}
		return true
	})
	return found
}

func TestAGoroutineIsFound(t *testing.T) {
	s, err := parse("risk/a.go", "package risk; func f() { go f() }")
	if err != nil {
		t.Fatal(err)
	}
	if len(goroutines(s)) != 1 {
		t.Error("not found")
	}
}

func TestAChangeOfPackageStateIsFound(t *testing.T) {
	for _, c := range []struct {
		text  string
		found int
	}{
		{`var x int; func f() { x = 1 }`, 1},
		{`var x int; func f() { x++ }`, 1},
		{`var x []int; func f() { x[0] = 1 }`, 1},
		{`var x struct{ n int }; func f() { x.n += 1 }`, 1},
		{`var x *int; func f() { *x = 1 }`, 1},
		{`var x int; func f() { go func() { x = 1 }() }`, 1},
		{`var x int; func f() int { return x }`, 0},
		{`var x int; func f(x int) { x = 1 }`, 0},
		{`var x int; func f() { x := 2; x = 1 }`, 0},
		{`var x int; func f() { for x := range 3 { x = 1 } }`, 0},
		{`func f() { var x int; x = 1 }`, 0},
		{`import "sync"; var x struct { once sync.Once; n int }; func f() { x.once.Do(func() { x.n = 1 }) }`, 0},
	} {
		s, err := parse("risk/a.go", "package risk; "+c.text)
		if err != nil {
			t.Fatal(err)
		}
		if found := stateChanges(s, variablesOf([]*source{s})["risk"]); len(found) != c.found {
			t.Errorf("%s: found %q", c.text, found)
		}
	}
}
