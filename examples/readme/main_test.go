package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// block returns the first block of the given language in the README.
func block(t *testing.T, language string) string {
	t.Helper()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(b), "\n```"+language+"\n")
	if !ok {
		t.Fatalf("the README has no %s block", language)
	}
	code, _, _ := strings.Cut(after, "\n```")
	return code
}

func TestTheExampleOfTheReadmeIsCodeThatCompiles(t *testing.T) {
	b, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	example := block(t, "go")
	indented := "\t" + strings.ReplaceAll(example, "\n", "\n\t")
	if !strings.Contains(string(b), indented) {
		t.Errorf("main.go does not contain the example of the README:\n%s", example)
	}
	if n := strings.Count(example, "\n") + 1; n > 10 {
		t.Errorf("the example has %d lines, want at most 10", n)
	}
}

func TestTheExampleOfTheReadmeWritesAReport(t *testing.T) {
	doc, err := os.Open("../devices/case/en/devices-2021.json")
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	var out bytes.Buffer
	if err := writeReport(context.Background(), doc, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `<html lang="fr"`) {
		t.Error("no French report in HTML was written")
	}
}
