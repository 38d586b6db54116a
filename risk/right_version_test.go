package risk

import (
	"encoding/json"
	"testing"
)

// Hosts store IDs: what is in a version of the catalogue stays in it.
func TestTheCatalogueIsThatOfItsVersion(t *testing.T) {
	b, err := json.MarshalIndent(Rights(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "catalogue_"+CatalogueVersion+".json", append(b, '\n'))
}
