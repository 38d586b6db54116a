// Command readme is the example of the README: it reads a document from the
// standard input and writes a report to the standard output.
//
//	go run ./examples/readme < examples/devices/case/en/devices-2021.json > report.html
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
)

func main() {
	if err := writeReport(context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func writeReport(ctx context.Context, in io.Reader, out io.Writer) error {
	doc, err := assessment.Decode(in, assessment.DecodeOptions{})
	if err != nil {
		return err // lists every problem with its place and what would do
	}
	ev, err := assessment.Evaluate(ctx, doc, assessment.EvaluateOptions{})
	if err != nil {
		return err
	}
	return report.Write(ctx, out, ev, report.Options{Language: "fr"})
}
