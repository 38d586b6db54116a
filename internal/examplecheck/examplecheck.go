// Package examplecheck finds exported names of a package that no example shows in
// use. It serves the tests of packages that promise to have one for each.
package examplecheck

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strings"
)

// inherited are methods of interfaces of the standard library, which an example
// of the type uses by printing, storing or encoding it.
var inherited = [...]string{
	"String", "Error", "Unwrap", "MarshalText", "UnmarshalText", "AppendText", "MarshalJSON", "UnmarshalJSON",
	"MarshalBinary", "UnmarshalBinary", "AppendBinary", "Scan", "Value", "IsZero", "Format", "LogValue", "GoString",
}

// Missing returns the exported functions, methods, types and variables of the
// package in a folder that are in none of its examples, each with its file, in
// alphabetical order. A type counts as shown if one of its fields, methods or
// constants is. Examples are the files whose names start with "example_".
func Missing(folder fs.FS) ([]string, error) {
	used := make(map[string]bool)       // names that examples select: risk.Rank, r.Place
	exported := make(map[string]string) // to the file
	parts := make(map[string][]string)  // of a type: its fields, methods and constants, which show it in use
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || name == "enums_gen.go" {
			continue
		}
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
		if err != nil {
			return nil, err
		}
		switch {
		case strings.HasPrefix(name, "example_"):
			shown(f, used)
		case !strings.HasSuffix(name, "_test.go"):
			for _, d := range f.Decls {
				exports(d, func(s string) { exported[s] = name }, func(of, part string) { parts[of] = append(parts[of], part) })
			}
		}
	}
	var missing []string
	for s, file := range exported {
		isUsed := func(part string) bool { return used[part] }
		if !used[s[strings.LastIndexByte(s, '.')+1:]] && !slices.ContainsFunc(parts[s], isUsed) {
			missing = append(missing, s+" in "+file)
		}
	}
	slices.Sort(missing)
	return missing, nil
}

// shown marks the names that the examples of a file select or are named after.
func shown(f *ast.File, used map[string]bool) {
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
		} else if on := receiver(d.Recv.List[0].Type); ast.IsExported(on) && !slices.Contains(inherited[:], d.Name.Name) {
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
