package jsonpos

// Limits bounds what a Scanner accepts. A field that is zero or negative
// stands for the value in [DefaultLimits].
type Limits struct {
	Depth    int // arrays and objects inside one another
	String   int // bytes of one string as it is written
	Number   int // bytes of one number as it is written
	Elements int // values of any kind in the whole text
}

// DefaultLimits returns the limits that are safe for a server.
func DefaultLimits() Limits {
	return Limits{Depth: 64, String: 1 << 20, Number: 128, Elements: 4_000_000}
}

// maxExponent is the greatest exponent of ten that is read. No float64 needs
// more, and arbitrary-precision arithmetic on more takes time without bound.
const maxExponent = 400

// orDefaults returns l with its open fields filled.
func (l Limits) orDefaults() Limits {
	d := DefaultLimits()
	for _, f := range []struct{ have, def *int }{
		{&l.Depth, &d.Depth}, {&l.String, &d.String}, {&l.Number, &d.Number}, {&l.Elements, &d.Elements},
	} {
		if *f.have <= 0 {
			*f.have = *f.def
		}
	}
	return l
}
