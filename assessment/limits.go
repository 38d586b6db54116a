package assessment

import "github.com/hrdd-go/hrdd/internal/jsonpos"

// Limits bounds what a document may ask of the machine that reads it. A field
// that is zero or negative stands for its default, which is safe for a server
// that reads documents of strangers.
type Limits struct {
	Bytes    int64 // of the whole document; default 64 MiB, at most 4 GiB; for a [Stream] no limit
	Depth    int   // arrays and objects inside one another; default 64
	String   int   // bytes of one string as it is written; default 1 MiB
	Number   int   // characters of one number; default 128
	Elements int   // values of any kind in the document; default 4 million, for a [Stream] in one entry
	Problems int   // that are listed in a [DocumentError]; default 1000
}

const (
	defaultBytes    = 64 << 20
	maxBytes        = 1<<32 - 1 // offsets of identities are kept in four bytes
	defaultProblems = 1000
)

// orDefaults returns l with its open fields filled.
func (l Limits) orDefaults() Limits {
	d := jsonpos.DefaultLimits()
	for _, f := range []struct {
		have *int
		def  int
	}{
		{&l.Depth, d.Depth}, {&l.String, d.String}, {&l.Number, d.Number}, {&l.Elements, d.Elements},
		{&l.Problems, defaultProblems},
	} {
		if *f.have <= 0 {
			*f.have = f.def
		}
	}
	if l.Bytes <= 0 {
		l.Bytes = defaultBytes
	}
	l.Bytes = min(l.Bytes, maxBytes)
	return l
}

// scan returns the limits of the JSON scanner.
func (l Limits) scan() jsonpos.Limits {
	return jsonpos.Limits{Depth: l.Depth, String: l.String, Number: l.Number, Elements: l.Elements}
}
