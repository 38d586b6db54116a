package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// The case travels inside the program, so that it runs from any folder. Its
// texts are there in two languages; everything else in the two is the same.
//
//go:embed case
var caseFiles embed.FS

// caseDocuments are the documents of the case in the order of time.
var caseDocuments = []string{"salience-2020.json", "devices-2020.json", "devices-2021.json"}

// document is an assessment and where it was read.
type document struct {
	path string
	*assessment.Assessment
}

// read decodes the documents at the given paths, or those of the case in the
// given language if there are none. It reads all of them before it returns, so
// that one run shows what is wrong with each.
func read(paths []string, language string) ([]document, error) {
	var files fs.FS = anyFile{}
	if len(paths) == 0 {
		files, paths = caseIn(language), caseDocuments
	}
	var (
		documents []document
		wrong     []error
	)
	seen := make(map[uuid.UUID]string) // where each assessment was read
	for _, path := range paths {
		doc, err := decode(files, path)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		if first, ok := seen[doc.ID]; ok {
			wrong = append(wrong, fmt.Errorf("%s: the assessment %s was read already, from %s; give each of them once", path, doc.ID, first))
			continue
		}
		seen[doc.ID] = path
		documents = append(documents, document{path, doc})
	}
	return documents, errors.Join(wrong...)
}

// caseIn returns the documents of the case in a language, in English if they
// are not there in it.
func caseIn(language string) fs.FS {
	folder := "case/" + language
	if _, err := fs.Stat(caseFiles, folder); err != nil {
		folder = "case/en"
	}
	files, err := fs.Sub(caseFiles, folder)
	if err != nil {
		panic(err) // the name of the folder is a valid one
	}
	return files
}

// anyFile opens files by any path that the operating system knows.
type anyFile struct{}

func (anyFile) Open(path string) (fs.File, error) { return os.Open(path) }

func decode(files fs.FS, path string) (*assessment.Assessment, error) {
	f, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := assessment.Decode(f, assessment.DecodeOptions{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return doc, nil
}
