package risk

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
)

// ProfileVersion is the version of the binary and JSON forms of a [Profile]
// that this library writes and reads.
const ProfileVersion = 1

// profileMagic begins the binary form: it is not text in any encoding, and its
// last byte is the version.
const profileMagic = "\xffHRP" + string(rune(ProfileVersion))

// ProfileFormatError says why bytes are not a profile. The profile that was to
// be read into is as it was.
type ProfileFormatError struct {
	Offset int    // in bytes from 0, where the binary form goes wrong; -1 for JSON
	Why    string // what was found and what was expected
}

// Error gives the offset in bytes, if there is one, and what is wrong there.
func (e *ProfileFormatError) Error() string {
	if e.Offset < 0 {
		return "not a profile: " + e.Why
	}
	return "not a profile: offset " + strconv.Itoa(e.Offset) + ": " + e.Why
}

// AppendBinary appends the binary form of the profile: five bytes that name the
// form and its version, then for each cell that has risks, in ascending order,
// how far it lies after the one before (from -1) and how many there are, as
// unsigned varints, then a zero byte. Equal profiles have equal bytes. It
// implements encoding.BinaryAppender and does not fail.
func (p *Profile) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, profileMagic...)
	before := -1
	for c, n := range p.Counts() {
		b = binary.AppendUvarint(b, uint64(int(c)-before))
		b = binary.AppendUvarint(b, n)
		before = int(c)
	}
	return append(b, 0), nil
}

// MarshalBinary returns the binary form of the profile; see
// [Profile.AppendBinary].
func (p *Profile) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary reads the binary form. It returns a *[ProfileFormatError] if
// b is not exactly what [Profile.AppendBinary] writes for some profile, and
// uses no more memory than one profile, whatever b holds.
func (p *Profile) UnmarshalBinary(b []byte) error {
	if !bytes.HasPrefix(b, []byte(profileMagic[:4])) {
		return &ProfileFormatError{0, "the bytes do not begin as a profile does"}
	}
	if len(b) < len(profileMagic) || b[4] != ProfileVersion {
		return &ProfileFormatError{4, fmt.Sprintf("not version %d, the only one that is known", ProfileVersion)}
	}
	var read Profile
	at, cell := len(profileMagic), -1
	for {
		step, n := canonicalUvarint(b[at:])
		switch {
		case n == 0:
			return &ProfileFormatError{at, "not a number in its shortest form, or cut off"}
		case step == 0 && at+1 == len(b):
			*p = read
			return nil
		case step == 0:
			return &ProfileFormatError{at + 1, fmt.Sprintf("%d bytes after the end", len(b)-at-1)}
		case step >= NumCells || cell+int(step) >= NumCells:
			return &ProfileFormatError{at, fmt.Sprintf("a cell beyond %d", NumCells-1)}
		}
		at, cell = at+n, cell+int(step)
		count, n := canonicalUvarint(b[at:])
		switch {
		case n == 0:
			return &ProfileFormatError{at, "not a number in its shortest form, or cut off"}
		case count == 0:
			return &ProfileFormatError{at, "a cell without risks; only cells with risks are listed"}
		}
		if read.AddCount(Cell(cell), count) != nil {
			return &ProfileFormatError{at, fmt.Sprintf("more risks than the %d that a profile counts", uint64(MaxProfile))}
		}
		at += n
	}
}

// canonicalUvarint returns the number at the beginning of b and how many bytes
// it takes, 0 if there is none or it is not in its shortest form.
func canonicalUvarint(b []byte) (x uint64, n int) {
	x, n = binary.Uvarint(b)
	if n <= 0 || n > 1 && b[n-1] == 0 {
		return 0, 0
	}
	return x, n
}
