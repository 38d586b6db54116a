package assessment_test

import (
	"os"
	"testing"

	"github.com/hrdd-go/hrdd/internal/examplecheck"
)

func TestEveryExportedNameIsInAnExample(t *testing.T) {
	missing, err := examplecheck.Missing(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range missing {
		t.Errorf("%s is in no example", name)
	}
}
