package grievance

import (
	"testing"
	"unsafe"
)

func TestWhatMostEventsNeedOfACaseStandsInThreeLines(t *testing.T) {
	var r record
	const line = 64
	if size := unsafe.Sizeof(r); size%line != 0 {
		t.Errorf("a record has %d bytes, which are no whole lines", size)
	}
	hot := unsafe.Offsetof(r.state) + unsafe.Offsetof(r.state.reached) + unsafe.Sizeof(r.state.reached)
	if hot > 3*line {
		t.Errorf("the days on which stages were reached end at byte %d", hot)
	}
}
