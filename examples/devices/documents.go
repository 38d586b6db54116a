package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/hrdd-go/hrdd/assessment"
)

// The case travels inside the program, so that it runs from any folder.
//
//go:embed case/*.json
var caseFiles embed.FS

// caseDocuments are the documents of the case in the order of time.
var caseDocuments = []string{"case/salience-2020.json", "case/devices-2020.json", "case/devices-2021.json"}

// read decodes the documents at the given paths, or the case if there are
// none. It reads all of them before it returns, so that one run shows what is
// wrong with each.
func read(paths []string) ([]*assessment.Assessment, error) {
	open := func(path string) (fs.File, error) { return os.Open(path) }
	if len(paths) == 0 {
		paths, open = caseDocuments, caseFiles.Open
	}
	var (
		documents []*assessment.Assessment
		wrong     []error
	)
	for _, path := range paths {
		doc, err := decode(path, open)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		documents = append(documents, doc)
	}
	return documents, errors.Join(wrong...)
}

func decode(path string, open func(string) (fs.File, error)) (*assessment.Assessment, error) {
	f, err := open(path)
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
