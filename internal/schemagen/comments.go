package schemagen

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"reflect"
	"strings"
)

// SourceComments returns the comments of the types of a module, whose packages
// stand in the given folders, by import path. Embedded fields have none.
func SourceComments(folders map[string]string) (Comments, error) {
	found := map[string]string{} // by import path, type and field
	for pkg, dir := range folders {
		names, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			if !strings.HasSuffix(n.Name(), ".go") || strings.HasSuffix(n.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), path.Join(dir, n.Name()), nil, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			for _, d := range f.Decls {
				if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.TYPE {
					for _, s := range gen.Specs {
						note(found, pkg, gen, s.(*ast.TypeSpec))
					}
				}
			}
		}
	}
	return func(t reflect.Type, field string) string {
		name, _, _ := strings.Cut(t.Name(), "[")
		return found[fmt.Sprint(t.PkgPath(), " ", name, " ", field)]
	}, nil
}

// note notes the comments of one type.
func note(found map[string]string, pkg string, gen *ast.GenDecl, t *ast.TypeSpec) {
	doc := t.Doc
	if doc == nil {
		doc = gen.Doc
	}
	first, _, _ := strings.Cut(doc.Text(), "\n\n")
	found[fmt.Sprint(pkg, " ", t.Name.Name, " ")] = first
	st, ok := t.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range st.Fields.List {
		text := f.Comment.Text()
		if text == "" {
			text = f.Doc.Text()
		}
		for _, name := range f.Names {
			found[fmt.Sprint(pkg, " ", t.Name.Name, " ", name.Name)] = text
		}
	}
}
