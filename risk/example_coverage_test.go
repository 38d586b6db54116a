package risk_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// inherited are methods of interfaces of the standard library, which an example
// of the type uses by printing, storing or encoding it.
var inherited = map[string]bool{
	"String": true, "Error": true, "Unwrap": true, "MarshalText": true, "UnmarshalText": true, "AppendText": true,
	"MarshalJSON": true, "UnmarshalJSON": true, "MarshalBinary": true, "UnmarshalBinary": true, "AppendBinary": true,
	"Scan": true, "Value": true, "IsZero": true, "Format": true, "LogValue": true, "GoString": true,
}

func TestEveryExportedNameIsInAnExample(t *testing.T) {
	used := make(map[string]bool)       // names that examples select: risk.Rank, r.Place
	exported := make(map[string]string) // to the file
	parts := make(map[string][]string)  // of a type: its fields, methods and constants, which show it in use
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || name == "enums_gen.go" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(name, "example_"):
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.SelectorExpr:
					used[n.Sel.Name] = true
				case *ast.FuncDecl:
					of, _, _ := strings.Cut(strings.TrimPrefix(n.Name.Name, "Example"), "_")
					used[of] = true // go vet holds the name to one that is there
				}
				return true
			})
		case !strings.HasSuffix(name, "_test.go"):
			for _, d := range f.Decls {
				exports(d, func(s string) { exported[s] = name }, func(of, part string) { parts[of] = append(parts[of], part) })
			}
		}
	}
	for s, file := range exported {
		isUsed := func(part string) bool { return used[part] }
		if !used[s[strings.LastIndexByte(s, '.')+1:]] && !slices.ContainsFunc(parts[s], isUsed) {
			t.Errorf("%s: %s is in no example", file, s)
		}
	}
}

// exports calls yield with the exported functions, methods, types and variables
// of a declaration, and part with what belongs to a type.
func exports(d ast.Decl, yield func(string), part func(of, name string)) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if !d.Name.IsExported() {
			return
		}
		if d.Recv == nil {
			yield(d.Name.Name)
		} else if on := receiver(d.Recv.List[0].Type); ast.IsExported(on) && !inherited[d.Name.Name] {
			yield(on + "." + d.Name.Name)
			part(on, d.Name.Name)
		}
	case *ast.GenDecl:
		constOf := ""
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if !s.Name.IsExported() {
					continue
				}
				yield(s.Name.Name)
				if x, ok := s.Type.(*ast.StructType); ok {
					for _, f := range x.Fields.List {
						for _, n := range f.Names {
							part(s.Name.Name, n.Name)
						}
					}
				}
			case *ast.ValueSpec:
				if s.Type != nil {
					constOf = receiver(s.Type)
				}
				for _, n := range s.Names {
					if d.Tok == token.CONST {
						part(constOf, n.Name)
					} else if n.IsExported() {
						yield(n.Name)
					}
				}
			}
		}
	}
}

func receiver(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.IndexListExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}
